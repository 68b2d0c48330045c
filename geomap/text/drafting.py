"""Which sentences of an article belong to which event.

Sentences are read in order. One that reports an event starts a new draft when its place, its day
or its kind differs from that of the draft before, or when the text says so ("in another
incident"); otherwise it goes on with it. Words that refer back ("the attack") go on with the draft
that they fit. Aggregates become drafts of the kind statistic. What is recalled, planned,
rehearsed, tried, condemned or no security event at all starts none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from geomap.text.actors import ActorSpan
from geomap.text.anew import ends_a_protest, opens_item
from geomap.text.claims import (
    claimant_of,
    claims_both,
    claims_in_passing,
    covers_all,
    goes_on,
    harms_in_neither,
    is_of_another,
    is_own_claim,
    names_a_group,
    ties_apart,
    ties_to_places,
)
from geomap.text.claims_shared import tied_apart
from geomap.text.details import adds_facts
from geomap.text.draft_leads import Lead, group_named_first
from geomap.text.drafts import Draft, Site, days_of
from geomap.text.earlier import (
    event_claimed,
    events_claimed,
    group_of,
    latest_attack,
    only_claims,
    only_compares,
)
from geomap.text.joined import place_scene
from geomap.text.lent_days import is_under_day, item_days, lent_days
from geomap.text.operations import names_operation
from geomap.text.outcomes import is_its_blast
from geomap.text.protest_leads import as_biggest, parts_of_lead
from geomap.text.retellings import without_retellings
from geomap.text.scenes import Reading, Scene, is_heading
from geomap.text.second_leads import of_both_blasts
from geomap.text.sit_ins import begins_protest, event_of
from geomap.text.sum_drafts import (
    as_first,
    drive_draft,
    goes_on_with,
    lasts_month,
    sum_drafts,
    with_lone_operation,
)
from geomap.text.town_leads import as_first_of, begins_towns, lend_lead

__all__ = ["draft_events"]


def draft_events(
    reading: Reading, sites: Mapping[int, Sequence[Site]], filed: AbstractSet[int]
) -> list[Draft]:
    """Group the scenes of an article into events.

    Parameters
    ----------
    reading
        The article, read.
    sites
        For each sentence number the mentions in the role incident_site.
    filed
        The sentences that `geomap.text.filed.filed_in` gives.

    Returns
    -------
    list of Draft
        In text order of their first sentences.
    """
    return _Drafter(reading, sites, Lead(reading.article.text, filed)).draft()


class _Drafter:
    """Reads the scenes of one article in order and puts them into drafts."""

    def __init__(self, reading: Reading, sites: Mapping[int, Sequence[Site]], lead: Lead) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.sites = sites
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.claimant: ActorSpan | None = None
        self.aside = -1
        self.lead = lead
        self.summed_up: tuple[Scene, list[Site], int] | None = None
        self.is_chronicle = any(scene.listed for scene in reading.scenes)

    def draft(self) -> list[Draft]:
        """Return the drafts of the article."""
        for scene in self.reading.scenes:
            if not self._is_claim(scene):
                self._keep_aside(scene)
                self._take(scene)
        if self.summed_up is not None:
            lend_lead(*self.summed_up, self.drafts)
        self.drafts = with_lone_operation(self.reading, self.drafts, self.sites)
        for draft in self.drafts:
            draft.claimant = draft.claimant or self.claimant
        for draft in self.drafts[:1]:
            draft.asides.extend(self.lead.claims)
        return without_retellings(self.drafts)

    def _is_claim(self, scene: Scene) -> bool:
        """Note who claims several events; whether the sentence does no more than that."""
        if self.is_chronicle:
            return False
        only_led = self.current is None or _only_leads(self.current)
        claimed = claimant_of(self.text, scene) if only_led else None
        if claimed is not None:
            self.claimant = claimed
        elif self.claimant is None and is_own_claim(self.text, scene):
            self.claimant = group_named_first(self.reading, self.drafts)
        return claimed is not None and scene.mood != "aggregate"

    def _keep_aside(self, scene: Scene) -> None:
        """Note the paragraph in which an aside stands; sentences without triggers go on with it."""
        if (
            scene.mood in _ASIDES and not is_its_blast(scene, self.current)
        ) or self._changes_subject(scene):
            self.aside = scene.sentence.paragraph
        elif scene.mood != "none" or scene.sentence.paragraph != self.aside:
            self.aside = -1

    def _changes_subject(self, scene: Scene) -> bool:
        """Whether a sentence without triggers begins another item, or tells of an accident."""
        if scene.mood != "none":
            return False
        mishap = any("accident" in count.rules for count in scene.counts)
        return mishap or (opens_item(self.text, scene) and not scene.counts)

    def _take(self, scene: Scene) -> None:
        if tied_apart(self.text, scene, self.drafts, self.current) or any(
            rule(scene) for rule in (self._holds_for_both, self._ties_places, self._ties_apart)
        ):
            return
        drive = drive_draft(self.text, scene, self.sites)
        if drive and not (self.current is not None and lasts_month(scene)):
            self.drafts.append(drive)
        elif scene.mood == "aggregate":
            self._add_sum(scene)
        elif scene.mood == "none" or (self.current is not None and _tells_more(scene)):
            event = event_of(self.text, scene, self.drafts, self.current)
            here = _spots(self.sites.get(scene.sentence.number, ()), event)
            fits = self.aside < 0 or _claims(self.text, scene)
            if event is not None and fits and self._adds_to(scene, event, here):
                event.scenes.append(scene)
                event.sites.extend(here)
            elif event is None and (opened := self.lead.opened(scene, self.sites)):
                self.current = opened
                self.drafts.append(opened)
        elif scene.mood != "reported":
            claims = claims_in_passing(self.text, scene)
            if claims or names_a_group(scene):
                self._tie(scene)
        elif is_heading(self.text, scene) and len(self.reading.scenes) > 1:
            self.lead.hear(scene)
        else:
            self._report(scene)

    def _adds_to(self, scene: Scene, event: Draft, here: Sequence[Site]) -> bool:
        """Whether a sentence without a trigger says more of an event, or when a protest began."""
        return adds_facts(self.text, scene, event, here) or begins_protest(self.text, scene, event)

    def _holds_for_both(self, scene: Scene) -> bool:
        """Let "nobody was hurt in either incident" be said of the two events told last."""
        told = [one for one in self.drafts if not one.statistic][-_SEVERAL:]
        if len(told) < _SEVERAL or not harms_in_neither(self.text, scene):
            return False
        for draft in told:
            draft.scenes.append(scene)
        return True

    def _ties_places(self, scene: Scene) -> bool:
        """Tie a group to the events that a claim names, where none is the last told."""
        if len(self.drafts) < _SEVERAL or not ties_to_places(self.text, scene):
            return False
        told = [one for one in self.drafts[-_CLAIMED:] if not one.statistic]
        told = [one for one in told if one.group != "unrest"]
        named, is_current = events_claimed(self.text, scene, told, self.current)
        for draft in named:
            draft.asides.append(scene)
        return bool(named) and not is_current

    def _ties_apart(self, scene: Scene) -> bool:
        """Tie a group to an event where the rest of a sentence is of another time or subject."""
        if self.current is None or scene.mood == "reported":
            return False
        if claims_both(self.text, scene):
            for draft in self.drafts[-2:]:
                draft.asides.append(scene)
            return True
        if self._claims_more(scene):
            return True
        told = scene.dates or any(count.best for count in scene.counts)
        if scene.mood == "none" and not told:
            return False
        if not ties_apart(self.text, scene):
            return False
        self._tie(scene)
        return True

    def _tie(self, scene: Scene) -> None:
        """Note who may be behind the event just told: an attack, not the protest after it."""
        here = self.sites.get(scene.sentence.number, ())
        event = event_claimed(self.text, scene, here, self.drafts, self.current)
        event = event or latest_attack(self.drafts, self.current)
        if event is not None:
            event.asides.append(scene)

    def _add_sum(self, scene: Scene) -> None:
        if only_compares(self.text, scene):
            self._tie(scene)
            return
        if self.current is not None and _sums_up(self.text, scene, self.current):
            self.current.scenes.append(scene)
            return
        if (one := of_both_blasts(self.text, scene, self.drafts)) is not None:
            self.drafts[-1].scenes.append(one)
            return
        last = self.drafts[-1] if self.drafts else None
        if last is not None and goes_on_with(scene, last, self.sites):
            last.scenes.append(as_first(scene))
        else:
            self.drafts += sum_drafts(self.reading, scene, self.drafts)

    def _claims_more(self, scene: Scene) -> bool:
        """Tie a claim of all or both events to each; whether it is no more than one of all."""
        of_all = covers_all(self.text, scene)
        both = not of_all and claims_both(self.text, scene)
        for draft in self.drafts if of_all else self.drafts[-_SEVERAL:-1] if both else ():
            draft.asides.append(scene)
        return of_all

    def _report(self, scene: Scene) -> None:
        if self._claims_more(scene):
            return
        if self._is_claim_after_unrest(scene) or only_claims(
            self.text, scene, self.drafts, self.current
        ):
            self._tie(scene)
            return
        here = self.sites.get(scene.sentence.number, ())
        if self.current is not None and parts_of_lead(self.text, self.current, scene, here):
            self.drafts[-1] = self.current = as_biggest(self.current, scene, here)
            return
        later = self.reading.scenes[scene.sentence.number + 1 :]
        if self.current is not None and begins_towns(self.current, scene, here, later, self.sites):
            self.summed_up = (self.current.scenes[0], self.current.sites, len(self.drafts) - 1)
            self.drafts[-1] = self.current = as_first_of(self.current, scene, here)
            return
        if self.current is not None and _heads_list(self.text, self.current, scene, here):
            self._drop_sum(self.current)
        peaceful = not here and group_of(scene) == "unrest"
        scenes = self.reading.scenes
        lends = self.current is None or peaceful or is_under_day(self.text, scenes, scene)
        unrest = self.current is not None and self.current.group == "unrest"
        lends = lends and not (unrest and ends_a_protest(self.text, scene))
        lent = lent_days(self.text, scenes, scene) if lends else []
        lent = item_days(self.text, scenes, scene) if scene.listed else lent
        fresh = self.current is None
        self.current = place_scene(self.text, scene, here, self.drafts, self.current, lent)
        before = scenes[scene.sentence.number - 1] if scene.sentence.number else None
        if before and self.current and goes_on(self.text, before, scene):
            self.current.asides.append(before)
        if self.current is None and (filed := self.lead.keep(scene, here)):
            self.current = filed
            self.drafts.append(filed)
        elif self.current is not None and fresh:
            self.lead.join(scene, self.current, self.sites)

    def _is_claim_after_unrest(self, scene: Scene) -> bool:
        """Whether a group claims, after a protest was told, the attack that came before it."""
        if self.current is None or self.current.group != "unrest" or scene.dates:
            return False
        told = group_of(scene) == "violent" and _claims(self.text, scene)
        return told and not is_of_another(self.text, scene)

    def _drop_sum(self, head: Draft) -> None:
        """Let the sum of events told one by one go; who is said to be behind it is behind each."""
        groups = [actor for actor in head.scenes[0].actors if actor.kind == "group"]
        self.claimant = self.claimant or (groups[0] if groups else None)
        self.drafts.remove(head)
        self.current = self.drafts[-1] if self.drafts else None


def _tells_more(scene: Scene) -> bool:
    """Whether a sentence in the past perfect gives more dead of the event just told.

    "The raid had cost two gunmen their lives as well": no day, and words that refer back.
    """
    if scene.mood != "recalled" or scene.dates or not any(c.best for c in scene.counts):
        return False
    if any(cue.word == "recalled" and cue.key != "had earlier" for cue in scene.cues):
        return False
    return any(t.definite for t in scene.triggers) and not scene.says("commemoration")


_SEVERAL, _CLAIMED = 2, 20
"""From how many events on a claim may be of some of them, and how many of the last it may name."""


def _claims(text: str, scene: Scene) -> bool:
    """Whether a sentence only ties a group to the event, wherever it stands."""
    groups = scene.names_group
    return groups and bool(scene.bases(text))


def _spots(sites: Sequence[Site], event: Draft | None) -> list[Site]:
    """Leave out areas and roads closed after an event of which a place is known."""
    any_place = event is None or not event.sites
    return [one for one in sites if one.place and (any_place or one.place.precision.is_point)]


_ASIDES = {"recalled", "other", "tried", "rehearsed"}
"""Moods whose sentences the next ones without triggers go on with, within their paragraph."""


def _sums_up(text: str, scene: Scene, current: Draft) -> bool:
    """Whether an undated sum of dead militants is the result of the campaign just named."""
    campaign = any(names_operation(text, earlier) for earlier in current.scenes)
    return campaign and not scene.dates and {count.side for count in scene.counts} == {"militants"}


def _only_leads(current: Draft) -> bool:
    """Whether all that was told is a lead on attacks in several places, without a figure."""
    counted = any(count.best for count in current.scenes[0].counts)
    alone = len(current.scenes) == 1 and current.group == "violent" and not counted
    return alone and (current.multi or len({site.start for site in current.sites}) > _SEVERAL)


def _heads_list(text: str, current: Draft, scene: Scene, here: Sequence[Site]) -> bool:
    """Whether an event is only the sum of those that are told one by one from here on.

    "Fighters struck at three places in the first three days of May. On May 2 they attacked a post
    in ...": the sum has no figure and no place, and no day of its own.
    """
    if not current.multi or len(current.scenes) > 1 or current.sites or not here:
        return False
    if any(count.best for count in current.scenes[0].counts):
        return False
    if any(span.precision == "day" for span in current.days):
        return False
    acts = any(not (trigger.is_noun or trigger.definite) for trigger in scene.triggers)
    return acts and any(span.precision == "day" for span in days_of(text, scene)[0])

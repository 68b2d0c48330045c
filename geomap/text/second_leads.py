"""A lead that brings a toll up to date, and the sentence below that tells how it all was.

"Two more bodies were pulled out of a post in Sibi, raising the toll to nine. A bomber had driven a
lorry into the Marghazani post": one attack, though the second sentence sounds like a first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from geomap.records import Precision
from geomap.text._date_ranks import AFTERMATH, ASIDE
from geomap.text.anew import opens_item, says_new
from geomap.text.apart import FIRST_PLACES
from geomap.text.dates import DateSpan
from geomap.text.drafts import GROUPS, Draft, Site, ranked_dates
from geomap.text.earlier_figures import raises_toll
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = [
    "as_part",
    "is_day_of_campaign",
    "is_its_day",
    "of_both_blasts",
    "tells_capture",
    "tells_how",
    "tells_when",
    "told_below",
]

_LEAD = 3
"""Sentences of an event after which nobody tells any more how it began."""


def tells_how(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence tells the act whose toll the lead of an event brings up to date.

    Parameters
    ----------
    text
        The article.
    scene
        The sentence: violent, of the lead's kind, nobody newly killed beyond its toll.
    here
        The places that it names, all in a district of the lead.
    current
        The event told last.
    """
    lead = current.scenes[0]
    if current.group != "violent" or current.multi or len(current.scenes) > _LEAD:
        return False
    if tells_capture(text, scene, current):
        return _in_district(here, current)
    if not raises_toll(lead) or says_new(text, scene) or opens_item(text, scene):
        return False
    if _SEVERAL.inside(text, lead.sentence) or _IN_ONE_OF.match(text, scene.sentence.start):
        return False
    if _is_of_another(text, scene, here, current):
        return False
    if scene.sentence.number - lead.sentence.number > _LEAD or scene.mood != "reported":
        return False
    told = {trigger.family for trigger in lead.triggers} - {"killing"}
    own = {trigger.family for trigger in scene.triggers} - {"killing"}
    if own and told and not own & told:
        return False
    if any(GROUPS[trigger.family] != "violent" for trigger in scene.triggers):
        return False
    toll = max(count.best or 0 for count in lead.counts if count.update)
    if any((c.best or 0) > toll for c in scene.counts if c.outcome == "killed"):
        return False
    return _in_district(here, current)


_SEVERAL = Pattern(r"\b(?:attacks|blasts|bombings|ambushes|shootings)\b", re.IGNORECASE)
_IN_ONE_OF = re.compile(r"\W*In\s+(?:the|one)\s+(?:first|second|third|other|another)\b")


def _is_of_another(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence tells another attack than that whose toll rose: its day, or its town."""
    own = [span for rank, span in ranked_dates(text, scene) if rank < ASIDE and span.first]
    lead = [s for rank, s in ranked_dates(text, current.scenes[0]) if rank < AFTERMATH and s.first]
    if own and lead:
        return not any(
            one.first <= span.first <= one.last
            for span in own
            for one in lead
            if one.first and one.last and span.first
        )
    towns = {p.name for p in islice(current.places, FIRST_PLACES) if p.precision.is_point}
    names = {site.place.name for site in here if site.place and site.place.precision.is_point}
    return bool(names and towns) and not names & towns


_FREED = Pattern(
    r"\b(?:freed|released|rescued|set\s+free|let\s+go|reached\s+home|returned\s+home|came\s+home|reunited|recovered|escaped|"
    r"bod(?:y|ies)|found\s+dead)\b|بازیاب|رہا\s+(?:کر|ہو)|لاش",
    re.IGNORECASE,
)


def tells_capture(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence tells how those were taken who, by the lead, are free or dead now.

    "Seven of the labourers kidnapped last week reached home on Monday. They were picked up by armed
    men on Wednesday night."
    """
    lead = current.scenes[0]
    taken = [t for t in scene.triggers if t.family == "abduction" and not t.is_noun]
    if (
        not taken
        or scene.says("new")
        or not 0 < scene.sentence.number - lead.sentence.number <= _LEAD
    ):
        return False
    if "abduction" not in lead.families or _FREED.inside(text, lead.sentence) is None:
        return False
    return _KNOWN.match(text, scene.sentence.start) is not None and not any(
        count.outcome == "killed" and count.best for count in scene.counts
    )


_KNOWN = re.compile(
    r"\W*(?:The|They|He|She|All|Both|His|Her|Their|(?:About\s+|Some\s+)?(?:\w+\s+)?(?:[Aa]rmed\s+men|[Gg]unmen|[Mm]ilitants)\s+"
    r"(?:had\s+)?(?:taken|took|kidnapped|abducted|seized|picked))\b"
)
_TOOK_PLACE = re.compile(
    r"(?:[^.;,]{0,50}?\s)?(?:took\s+place|occurred|happened|was\s+(?:carried\s+out|conducted)|hit|struck|went\s+off|exploded)\b",
    re.IGNORECASE,
)


def tells_when(text: str, scene: Scene, days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether a sentence says on which day the attack was whose toll a lead brings up to date.

    "The toll has risen to 11 after two died overnight. The strike took place on Saturday."
    """
    if current.spoken or len(current.scenes) > _LEAD or not days or current.group != "violent":
        return False
    if any(span.precision != "day" for span in days) or not raises_toll(current.scenes[0]):
        return False
    if current.scenes[0] is scene or any(count.best for count in scene.counts):
        return False
    return _dates_attack(text, scene)


def told_below(text: str, draft: Draft) -> DateSpan | None:
    """Return the day that a sentence below a risen toll gives the attack, or None.

    Parameters
    ----------
    text
        The article.
    draft
        The event.
    """
    if draft.group != "violent" or draft.statistic:
        return None
    dead = any(count.outcome == "killed" and count.best for count in draft.scenes[0].counts)
    for scene in () if dead else draft.scenes[1 : _LEAD + 1]:
        if tells_capture(text, scene, draft):
            days = [span for rank, span in ranked_dates(text, scene) if rank < AFTERMATH]
            if days and days[0].precision == "day":
                return days[0]
    if not raises_toll(draft.scenes[0]):
        return None
    for scene in draft.scenes[1 : _LEAD + 1]:
        days = [span for rank, span in ranked_dates(text, scene) if rank < ASIDE]
        if not days or any(count.best for count in scene.counts) or days[0].precision != "day":
            continue
        wide = all(span.precision != "day" for _, span in ranked_dates(text, draft.scenes[0]))
        if _dates_attack(text, scene) or (wide and _HAD.inside(text, scene.sentence)):
            return days[0]
    return None


def _dates_attack(text: str, scene: Scene) -> bool:
    """Whether a sentence says of an attack that was told before when it took place."""
    end = scene.sentence.end
    return any(t.definite and _TOOK_PLACE.match(text, t.end, end) for t in scene.triggers)


def is_its_day(text: str, scene: Scene, days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether a sentence gives an attack its day, of which the lead only had the week.

    "A constable hurt in last week's attack has died, which brings the toll to three. On March 3,
    five men had fired at the picket."

    Parameters
    ----------
    text
        The article.
    scene
        The sentence: an attack of the lead's kind, nobody killed beyond its toll.
    days
        Its own days.
    current
        The event told last.
    """
    lead = current.scenes[0]
    near = 0 < scene.sentence.number - lead.sentence.number <= _LEAD
    if not near or scene.says("new") or not raises_toll(lead) or current.group != "violent":
        return False
    spans = [one for one in current.days if one.first is not None and one.last is not None]
    if any(span.precision == "day" for span in spans) or not days:
        return False
    day = days[0].first
    if day is None or days[0].precision != "day":
        return False
    inside = all(one.first <= day <= one.last for one in spans if one.first and one.last)
    toll = max(count.best or 0 for count in lead.counts if count.update)
    more = any((c.best or 0) > toll for c in scene.counts if c.outcome == "killed")
    return inside and not more and _HAD.inside(text, scene.sentence) is not None


_HAD = Pattern(r"\bhad\b|\bthe\s+(?:attack|post|picket|blast|convoy|bus|van)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\W*(?:On\s+(?:late\s+|early\s+)?)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|To|Yester)day(?:\s+(?:night|morning|evening))?\s+alone\b"
    r"|\W*In\s+the\s+(?:last|past)\s+(?:24\s+hours|day|night)\s+alone\b"
)


def is_day_of_campaign(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence tells how many of those counted died on one day: "on Monday alone"."""
    if current.group != "violent" or _ALONE.match(text, scene.sentence.start) is None:
        return False
    most = max(
        (c.best or 0 for one in current.scenes for c in one.counts if c.outcome == "killed"),
        default=0,
    )
    dead = [c.best for c in scene.counts if c.outcome == "killed" and c.best]
    dated = any(span.precision == "day" for span in current.days)
    return bool(dead) and not dated and max(dead) < most


def as_part(scene: Scene) -> Scene:
    """Return a sentence whose figures are parts of those told before."""
    return replace(scene, counts=tuple(replace(count, part=True) for count in scene.counts))


_BOTH = Pattern(
    r"\b(?:in|by|from)\s+(?:(?:the|both|these)\s+)+(?:two\s+|twin\s+)?(?:blasts|explosions|bombings|bombs)\b",
    re.IGNORECASE,
)


def of_both_blasts(text: str, scene: Scene, drafts: Sequence[Draft]) -> Scene | None:
    """Return a sentence that counts the victims "in the two blasts" as one of the only event told.

    The second of them hit those who came to the first; of two events it is a sum.

    Parameters
    ----------
    text
        The article.
    scene
        A sentence that sums up.
    drafts
        All events so far.
    """
    told = [draft for draft in drafts if not draft.statistic]
    if len(told) != 1 or told[0] is not drafts[-1] or told[0].group != "violent":
        return None
    if scene.dates or _BOTH.inside(text, scene.sentence) is None:
        return None
    return replace(scene, counts=tuple(replace(count, aggregate=False) for count in scene.counts))


def _in_district(here: Sequence[Site], current: Draft) -> bool:
    """Whether the places of a sentence lie in the districts, or the provinces, that were told."""
    known = list(islice(current.places, FIRST_PLACES))
    districts = {place.admin2_pcode for place in known} - {None}
    wide = {p.admin1_pcode for p in known if p.precision is Precision.PROVINCE} - {None}
    places = [site.place for site in here if site.place is not None]
    return bool(places) and all(
        place.admin2_pcode in districts or place.admin1_pcode in wide for place in places
    )

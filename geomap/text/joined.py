"""The event that a reporting sentence goes on with, or the one that it opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.records import Precision
from geomap.text.anew import says_new
from geomap.text.apart import other_place
from geomap.text.both_sides import is_over_there
from geomap.text.branded import tells_of_bodies
from geomap.text.chronicles import opens_hour
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, Site, days_of
from geomap.text.earlier import (
    event_at,
    event_claimed,
    event_referred,
    fight_beside,
    group_of,
    latest_attack,
)
from geomap.text.looking_back import is_recalled
from geomap.text.openings import opening_of
from geomap.text.operations import ONE_ATTACK, at_many_places, goes_all_over, names_operation
from geomap.text.outcomes import counts_blasts, is_same_spot, is_same_thing
from geomap.text.patterns import Pattern
from geomap.text.rows import is_next_of_row
from geomap.text.scenes import Scene
from geomap.text.second_leads import as_part, is_day_of_campaign, tells_when
from geomap.text.sit_ins import begins_protest

__all__ = ["place_scene"]

_BEGUN = re.compile(
    r"\b(?:which|that|it)\s+(?:(?:had|was|has|been)\s+){0,2}(?:begun|began|started|launched|commenced|initiated)\s+"
    r"(?:\w+\s+){0,3}\Z",
    re.IGNORECASE,
)


_AREA = Precision.DIVISION


def place_scene(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    drafts: list[Draft],
    current: Draft | None,
    lent: Sequence[DateSpan],
) -> Draft | None:
    """Put a reporting sentence into a draft, a new one or one before; return the current one.

    Parameters
    ----------
    text
        The article.
    scene
        The sentence.
    here
        The sites that it names.
    drafts
        All events so far; a new one is added to them.
    current
        The event that the sentence before told of.
    lent
        The days that a heading or a sentence before lends it.
    """
    days, spoken = days_of(text, scene)
    days = [span for span in days if not _begins_campaign(text, scene, span, current)]
    if current is not None and is_day_of_campaign(text, scene, current):
        current.scenes.append(as_part(scene))
        return current
    rule = opening_of(text, scene, here, [*days, *lent], current, spoken=spoken)
    elsewhere = rule == "another place" and not days
    again = event_at(here, drafts, current) if elsewhere else None
    same = _told_before(text, scene, here, drafts, current) if elsewhere else None
    same = same or (again if again and _is_same_on_page(text, scene, again) else None)
    if rule in {"another day", "another kind"}:
        same = _same_strike(scene, here, days, drafts)
    same = same or _of_dead(text, scene, here, drafts, current)
    if same is not None or (again is not None and again.group == "unrest" == group_of(scene)):
        rule = ""
    if not rule and not (current and current.multi) and is_next_of_row(text, scene):
        rule = "another place"
    if rule:
        draft = Draft(
            [scene],
            list(scene.triggers),
            opened_by=rule,
            days=days or (list(lent) if scene.listed else []),
            sites=list(here),
            spoken=spoken,
        )
        draft.multi = at_many_places(text, scene) or _is_all_over(text, scene, here)
        drafts.append(draft)
        return draft
    same = same or _spoken_of(text, scene, here, drafts, current)
    target = same or event_referred(text, scene, drafts) or event_at(here, drafts, current)
    target = target or (None if here else fight_beside(scene, drafts, current)) or current
    if target is None:
        return current
    if is_recalled(text, scene, days, target) and not tells_of_bodies(text, scene, target):
        return current
    _add(text, scene, here, target, (days, spoken))
    return target


def _add(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    target: Draft,
    when: tuple[Sequence[DateSpan], bool],
) -> None:
    """Add a sentence to the event that it goes on with; `when`: its days, and if only spoken."""
    days, spoken = when
    over_there = bool(target.sites) and is_over_there(text, scene, here, target)
    if is_same_spot(text, scene) and not counts_blasts(text, target.scenes[0]):
        counts = tuple(replace(count, increment=not count.part) for count in scene.counts)
        scene = replace(scene, counts=counts)
    target.scenes.append(scene)
    target.multi = target.multi or bool(ONE_ATTACK.inside(text, scene.sentence))
    target.triggers.extend(scene.triggers)
    target.spoken = target.spoken or tells_when(text, scene, days, target)
    target.add_days(days, spoken=spoken)
    if not over_there:
        target.sites.extend(here)


def _is_same_on_page(text: str, scene: Scene, again: Draft) -> bool:
    """Whether a line of a live page goes on with the attack that another told at the same place."""
    if not scene.listed or not opens_hour(text, scene.sentence.start) or says_new(text, scene):
        return False
    return group_of(scene) == "violent" == again.group


def _is_its_road(text: str, scene: Scene, here: Sequence[Site], current: Draft | None) -> bool:
    """Whether a long road that protesters shut runs through where their strike is."""
    if current is None or says_new(text, scene):
        return False
    if not group_of(scene) == "unrest" == current.group:
        return False
    roads = [site.place for site in here if site.place is not None]
    codes = {place.admin2_pcode for place in current.places}
    return bool(roads) and all(
        road.precision is Precision.LINE and not codes.isdisjoint(road.districts) for road in roads
    )


def _is_all_over(text: str, scene: Scene, here: Sequence[Site]) -> bool:
    """Whether a sentence tells a protest all over a division or province, and names no town."""
    levels = [site.place.precision for site in here if site.place is not None]
    if not levels or any(level.is_point or level.rank < _AREA.rank for level in levels):
        return False
    return goes_all_over(text, scene)


def _of_dead(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    drafts: Sequence[Draft],
    current: Draft | None,
) -> Draft | None:
    """Return the event before the current one whose dead a sentence tells of."""
    found = _of_bodies(scene, here, drafts, current)
    return found or _of_wounds(text, scene, drafts, current)


def _spoken_of(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    drafts: Sequence[Draft],
    current: Draft | None,
) -> Draft | None:
    """Return the event that a sentence goes on with, or that a group claims in it."""
    pair = _of_pair(text, scene, here, drafts, current)
    return pair or event_claimed(text, scene, here, drafts, current)


def _of_pair(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    drafts: Sequence[Draft],
    current: Draft | None,
) -> Draft | None:
    """Return the first of two events of one sentence where the next one goes on with that.

    "Gunmen killed an officer in Quetta, while 15 bodies were found in Kech. The officer was ...":
    what is told has the kind of the first alone, or names somebody whom only the first names.
    """
    if current is None or len(drafts) < _PAIR or current is not drafts[-1]:
        return None
    if here and current.sites and not other_place(here, current):
        return None
    one, other = drafts[-_PAIR], current
    first, second = one.scenes[0].sentence, other.scenes[0].sentence
    beside = second.number - first.number == 1 and first.paragraph == second.paragraph
    if not beside or "." in text[first.end - 1 : second.start] or one.statistic:
        return None
    if len(other.scenes) > 1 or scene.dates:
        return None
    families = {t.family for t in scene.triggers if not t.definite} - {"killing", "property"}
    mine, theirs = ({t.family for t in draft.triggers} for draft in (one, other))
    return one if families and families <= mine and not families & theirs else None


def _of_bodies(
    scene: Scene, here: Sequence[Site], drafts: Sequence[Draft], current: Draft | None
) -> Draft | None:
    """Return the event before the current one whose dead a sentence says were found."""
    families = {t.family for t in scene.triggers}
    if current is None or families != {"body"} or scene.says("new"):
        return None
    if any(t.family == "body" for t in current.triggers):
        return None
    dead = {c.best for c in scene.counts if c.outcome == "killed" and c.best}
    for draft in reversed(drafts[-_LATELY:]):
        told = {c.best for s in draft.scenes for c in s.counts if c.outcome == "killed" and c.best}
        found = any(t.family == "body" for t in draft.triggers) and not draft.statistic
        if found and dead <= told and not (here and other_place(here, draft)):
            return draft
    return None


_PAIR = 2
_BURIED = Pattern(
    r"\b(?:laid\s+to\s+rest|buried|burial|funerals?|last\s+rites)\b|سپرد\s+خاک|تدفین|نماز\s+جنازہ",
    re.IGNORECASE,
)


_SIT_IN_PLACE = Pattern(
    r"\b(?:at|to|near)\s+the\s+(?:site|venue|place|camp|scene)\s+of\s+the\s+(?:[\w-]+\s+)?(?:sit-in|protest|camp|dharna)\b"
    r"|(?:دھرنے|احتجاج|کیمپ)\s+(?:کے|کی)\s+(?:مقام|جگہ)\s",
    re.IGNORECASE,
)


def _at_the_sit_in(text: str, scene: Scene) -> bool:
    """Whether somebody was buried where a protest goes on, which is no other protest."""
    buried = _BURIED.inside(text, scene.sentence) is not None
    return buried and _SIT_IN_PLACE.inside(text, scene.sentence) is not None


def _is_burial(text: str, scene: Scene) -> bool:
    """Whether a sentence only tells that the dead of an attack were buried."""
    known = all(t.definite and t.family in {"killing", "body"} for t in scene.triggers)
    return known and _BURIED.inside(text, scene.sentence) is not None


def _of_wounds(
    text: str, scene: Scene, drafts: Sequence[Draft], current: Draft | None
) -> Draft | None:
    """Return the attack before a protest, of whose wounds somebody died: "his wife succumbed"."""
    if current is None or current.group != "unrest" or scene.says("new"):
        return None
    if scene.families <= {"protest"} and _at_the_sit_in(text, scene):
        return current
    if _is_burial(text, scene):
        attack = latest_attack(drafts, current)
        return attack if attack is not None and attack.group == "violent" else None
    if not scene.families <= {"killing"} or any(t.family == "riot" for t in current.triggers):
        return None
    dead = [c for c in scene.counts if c.outcome == "killed" and c.best]
    if not dead or not all({"succumbed", "was_hurt"} & set(c.rules) or c.update for c in dead):
        return None
    attack = latest_attack(drafts, current)
    return attack if attack is not None and attack.group == "violent" else None


def _same_strike(
    scene: Scene, here: Sequence[Site], days: Sequence[DateSpan], drafts: Sequence[Draft]
) -> Draft | None:
    """Return the unrest of the same day, told before arrests, that a sentence goes on with."""
    if group_of(scene) != "unrest" or scene.counts or scene.says("new"):
        return None
    firsts = {span.first for span in days if span.precision == "day"}
    return next(
        (
            draft
            for draft in reversed(drafts[-_LATELY:])
            if not draft.statistic
            and not (here and other_place(here, draft))
            and any(trigger.family == "protest" for trigger in draft.triggers)
            and any(first == last and first in firsts for first, last in draft.stretches)
        ),
        None,
    )


def _told_before(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    drafts: Sequence[Draft],
    current: Draft | None,
) -> Draft | None:
    """Return the event before the current one whose bomb or vehicle a sentence speaks of again.

    Or the strike just told whose protesters shut a road that runs through its towns.
    """
    if _is_its_road(text, scene, here, current):
        return current
    before = [one for one in drafts[-_LATELY:] if not (one.statistic or one is current)]
    return next((d for d in reversed(before) if is_same_thing(text, scene, here, d)), None)


_LATELY = 4


def _begins_campaign(text: str, scene: Scene, span: DateSpan, current: Draft | None) -> bool:
    """Whether a day is that on which the campaign or protest before began: "begun on March 4"."""
    before = text[max(scene.sentence.start, span.start - 60) : span.start]
    if current is not None and begins_protest(text, scene, current):
        return True
    if current is None or _BEGUN.search(before) is None:
        return False
    return any(names_operation(text, earlier) for earlier in current.scenes)

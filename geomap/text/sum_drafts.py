"""Sums and drives as drafts: which sentences that count open a statistic, and with what parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from geomap.text._date_ranks import is_compared
from geomap.text.actors import FORCES
from geomap.text.arrest_drives import DRIVE, is_arrest_drive
from geomap.text.attack_counts import counts_attacks, tells_its_start
from geomap.text.compared_sums import ANOTHER_YEAR, sum_of_another_year, without_compared
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, Site, days_of
from geomap.text.moods import is_dated
from geomap.text.patterns import Pattern
from geomap.text.reviews import (
    is_of_an_area,
    is_of_crime,
    is_of_time_before,
    names_violence,
    sums_in,
)
from geomap.text.scenes import Reading, Scene
from geomap.text.sums import adds_injured

__all__ = [
    "as_first",
    "drive_draft",
    "goes_on_with",
    "lasts_month",
    "sum_drafts",
    "with_lone_operation",
]


def sum_drafts(reading: Reading, scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the statistics that a sentence which counts opens, one for each area and year.

    Parameters
    ----------
    reading
        The article.
    scene
        A sentence of the mood aggregate.
    drafts
        The events and sums told before it.
    """
    text, period = reading.article.text, reading.period_at(scene.sentence.number)
    if _breaks_down(text, scene, drafts) or _is_of_mishaps(reading, scene):
        return []
    if is_of_time_before(text, scene, period) or not _is_statistic(scene, drafts, period):
        return []
    parts = sums_in(text, _till_its_start(text, without_compared(text, scene)))
    parts = [part for part in parts if not is_of_time_before(text, part, period)]
    answer = [Draft([part], list(part.triggers), statistic=True) for part in parts]
    if other := sum_of_another_year(text, scene):
        answer.append(Draft([other], [], statistic=True, opened_by=ANOTHER_YEAR))
    return answer


def _without_clause(text: str, scene: Scene, start: int) -> Scene:
    """Return a sum without what a clause that opens it tells: "since 2014, when ..., 300 died"."""
    comma = text.find(",", start + 1, scene.sentence.end)
    if comma < 0:
        return scene
    return replace(
        scene,
        triggers=tuple(t for t in scene.triggers if not start <= t.start < comma),
        counts=tuple(c for c in scene.counts if not start <= c.start < comma),
        actors=tuple(a for a in scene.actors if not start <= a.start < comma),
    )


def _till_its_start(text: str, scene: Scene) -> Scene:
    """Return a sum without the event since which it counts: "since 2014, when a bomber struck"."""
    ends = [span.end for span in scene.dates if tells_its_start(text, span)]
    if not ends:
        return scene
    end = min(ends)
    if not any(count.start < end for count in scene.counts):
        return _without_clause(text, scene, end)
    return replace(
        scene,
        sentence=replace(scene.sentence, end=end),
        triggers=tuple(t for t in scene.triggers if t.start < end),
        counts=tuple(c for c in scene.counts if c.start < end),
        actors=tuple(a for a in scene.actors if a.start < end),
    )


def drive_draft(text: str, scene: Scene, sites: Mapping[int, Sequence[Site]]) -> Draft | None:
    """Return the operation that a sentence on the arrests of some days tells of."""
    if scene.mood not in {"aggregate", "reported"} or not is_arrest_drive(text, scene):
        return None
    days, spoken = days_of(text, scene)
    held = [one for one in scene.triggers if one.family in {"arrest", "capture"}]
    here = list(sites.get(scene.sentence.number, ()))
    return Draft([scene], held, opened_by=DRIVE, days=days, sites=here, spoken=spoken)


def lasts_month(scene: Scene) -> bool:
    """Whether a sentence is of weeks: after the report of an event that is its background."""
    return any(
        span.first is not None and span.last is not None and (span.last - span.first).days >= _WEEKS
        for span in scene.dates
    )


_WEEKS = 20


def as_first(scene: Scene) -> Scene:
    """Read "a further 150 were wounded" as the first figure of the injured of a sum."""
    return replace(scene, counts=tuple(replace(one, increment=False) for one in scene.counts))


_NEAR = 2


def with_lone_operation(
    reading: Reading, drafts: list[Draft], sites: Mapping[int, Sequence[Site]]
) -> list[Draft]:
    """Read as an operation what forces did in several places in days, where no event is told.

    "Over the past two days forces killed 15 militants in three operations": no part is told.
    """
    told = [draft for draft in drafts if not draft.statistic]
    if reading.is_weekly or len(told) > 1:
        return drafts
    for scene in reading.scenes:
        if scene.mood == "aggregate" and _is_of_forces(reading.article.text, scene):
            number = scene.sentence.number
            fallen = [draft for draft in told if _tells_fallen(draft, scene, sites)]
            if len(fallen) < len(told):
                return drafts
            days, spoken = days_of(reading.article.text, scene)
            triggers = [one for one in scene.triggers if one.family in _FOUGHT]
            here = list(sites.get(number, ()))
            others = (draft for draft in drafts if draft not in fallen)
            sums = [draft for draft in others if draft.scenes[0].sentence.number != number]
            lost = [one for draft in fallen for one in draft.scenes]
            lone = Draft(
                [scene, *lost], triggers, opened_by=DRIVE, days=days, sites=here, spoken=spoken
            )
            return [lone, *sums]
    return drafts


def _tells_fallen(draft: Draft, operations: Scene, sites: Mapping[int, Sequence[Site]]) -> bool:
    """Whether an event is no more than whom forces lost in operations told right before it."""
    scene, *others = draft.scenes
    number = scene.sentence.number
    if others or number != operations.sentence.number + 1 or scene.dates or sites.get(number):
        return False
    return scene.families <= {"killing"} and all(
        count.side == "security_forces" for count in scene.counts
    )


_OPERATIONS = Pattern(r"\b(?:operations|IBOs|raids|encounters|engagements)\b|کارروائیوں|آپریشنز")
_DAYS = 10
_FOUGHT = {"operation", "clash", "killing"}


def _is_of_forces(text: str, scene: Scene) -> bool:
    """Whether forces killed militants in operations of some days, all told in one sentence."""
    killed = [c for c in scene.counts if c.outcome == "killed" and c.best]
    forces = any(actor.kind in FORCES for actor in scene.actors)
    acted = not _FOUGHT.isdisjoint(scene.families) and (
        counts_attacks(text, scene.sentence) or _OPERATIONS.inside(text, scene.sentence) is not None
    )
    dated = any(
        span.first is not None and span.last is not None and (span.last - span.first).days <= _DAYS
        for span in scene.dates
    )
    return (
        forces and acted and dated and all(c.side == "militants" for c in killed) and bool(killed)
    )


def goes_on_with(scene: Scene, last: Draft, sites: Mapping[int, Sequence[Site]]) -> bool:
    """Whether a sentence adds the injured to the dead of the sum in the sentence before."""
    number, before = scene.sentence.number, last.scenes[-1].sentence
    near = before.paragraph == scene.sentence.paragraph and number - before.number <= _NEAR
    if not last.statistic or not (near or before.number + 1 == number):
        return False
    return adds_injured(scene, last.scenes) and not sites.get(number)


_BREAKDOWN = re.compile(
    r"\W*(?:(?:of|among)\s+(?:these|those|them|the\s+(?:dead|total|victims|killed|"
    r"injured|wounded|slain|deceased|fatalities|casualties))\b|"
    r"(?:the|these|those)\s+(?:dead|victims|fatalities|casualties|toll|figures?|killed|injured|wounded|slain|deceased)?\s*"
    r"(?:includ|compris|consist)\w+)",
    re.IGNORECASE,
)


_OF_KIND = Pattern(
    r"\b(?:in|by|to)\s+(?:[\w-]+\s+){0,2}?(?:sectarian|ethnic|suicide|drone|bomb|IED|landmine|target(?:ed)?|mob|cross-border|"
    r"political|communal|tribal|gun|grenade|rocket)\s+(?:violence|attacks|bombings|blasts|explosions|strikes|killings|"
    r"clashes|feuds)\b|فرقہ\s?وارانہ\s+(?:تشدد|حملوں|واقعات)",
    re.IGNORECASE,
)
_NAMES_AREA = Pattern(
    r"(?<=[a-z,;] )(?!I?EDs?\b|TTP\b)[A-Z]\w+"
    r"|\b(?:country|province|region|district|city)\b|صوب|ملک\s?بھر|ضلع"
)
"""What a sum by a kind of violence names where it is one of its own: its area."""


def _breaks_down(text: str, scene: Scene, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence only breaks down the sum before it ("The dead included 65 ...")."""
    last = drafts[-1] if drafts else None
    if last is None or not last.statistic:
        return False
    own = [d for d in scene.dates if not is_compared(text, scene.sentence.start, d.start)]
    if own:
        return False
    if _OF_KIND.inside(text, scene.sentence) and not _NAMES_AREA.inside(text, scene.sentence):
        return True
    if scene.dates:
        return False
    if _BREAKDOWN.match(text, scene.sentence.start) is None:
        return False
    return not is_of_an_area(text, scene)


def _is_of_mishaps(reading: Reading, scene: Scene) -> bool:
    """Whether a sum is of crimes, or an article on an accident counts other accidents."""
    text = reading.article.text
    if is_of_crime(text, scene):
        return True
    if scene.triggers or names_violence(text, scene):
        return False
    return any(one.mood == "other" for one in reading.scenes)


def _is_statistic(scene: Scene, drafts: Sequence[Draft], period: DateSpan | None) -> bool:
    """Whether an aggregate is a statistic, and not the sum that opens a round-up of its parts.

    `period` is what an article of figures covers: its sums without a date of their own are of it.
    """
    harmed = any(count.outcome in {"killed", "injured"} and count.best for count in scene.counts)
    if not harmed or scene.says("accident") or scene.says("weather"):
        return False
    if drafts or period is not None:
        return True
    known = [span for span in scene.dates if span.first is not None]
    short = all(is_dated(span) for span in known)
    weekly = any(span.precision == "week" for span in known)
    return bool(known) and not short and not weekly

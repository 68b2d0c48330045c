"""Reviews of weeks or months: the figures of their areas and sides are sums like the first one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geomap.text._date_ranks import is_compared
from geomap.text.aggregates import tells_one_event
from geomap.text.attack_counts import counts_attacks, names_the_period, of_a_period
from geomap.text.counts import Count
from geomap.text.dates import DateSpan
from geomap.text.elliptic_sums import with_elliptic
from geomap.text.moods import is_own_day
from geomap.text.patterns import Pattern
from geomap.text.review_leads import is_share, lead_of_review, tells_mere_toll
from geomap.text.scenes import Scene

__all__ = [
    "in_review",
    "is_of_an_area",
    "is_of_crime",
    "is_of_time_before",
    "names_violence",
    "sums_in",
]

_QUIET = {"none", "recalled"}
_VERBS = (
    r"(?:alone|was|is|had|has|saw|recorded|reported|counted|suffered|lost|witnessed|registered|logged|experienced|faced|"
    r"remained|stood|ranked|accounted|follows|comes|came|ranks|fares|fared|stands|accounts|tops|topped|leads|led|heads|headed|"
    r"followed|division|district|region|valley|agency|bore)"
)
_AREA = Pattern(
    r"(?<!^)(?<![.:“\"] )\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]{2,}"
    rf"|\b[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*(?:,\s+[^.,;:]{{3,80}},)?\s+{_VERBS}\b"
    r"|\bin\s+(?:the\s+)?[A-Z]|\b(?:province|country|region|division|districts?|city|metropolis)\b"
    r"|(?:میں|صوب\w+|ضلع|ڈویژن|ریجن|جہاں)(?!\w)"
)
"""Where the figures of a part are from."""
_BREAKDOWN = Pattern(
    r"\b(?:of|among)\s+(?:these|those|them|the\s+(?:dead|total|victims|killed|slain|deceased))\b"
    r"|\b(?:dead|victims?|fatalities|casualties|toll|figures?|killed|slain|deceased)\s+(?:\w+\s+)?includ\w+"
    r"|(?:ہونے|جانے)\s+والوں\s+میں|(?<!\w)شہدا\w*\s+میں|(?<!\w)(?:ان|جن)\s+میں(?!\w)",
    re.IGNORECASE,
)
"""What says who those are that were counted before."""


def in_review(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read what goes on with the sum of a review as sums, too.

    "Violence claimed 298 lives in September. Sindh recorded nine deaths." The figures are without a
    day and of no single event.
    """
    lead = lead_of_review(text, scenes)
    if lead is None:
        return list(scenes)
    answer = [*(_as_opening(scene) for scene in scenes[:lead])]
    answer.append(replace(scenes[lead], mood="aggregate"))
    for scene in scenes[lead + 1 :]:
        known = any(one.mood == "aggregate" and _has_toll(one) for one in answer)
        answer.append(_as_part(text, scene, is_whole=not known))
    return answer


def _has_toll(scene: Scene) -> bool:
    return any(_is_toll(count) for count in scene.counts)


def _as_opening(scene: Scene) -> Scene:
    """Read what stands before the first figures of a review as part of it."""
    return replace(scene, mood="aggregate") if scene.mood in {"reported", "recalled"} else scene


def _as_part(text: str, scene: Scene, *, is_whole: bool) -> Scene:
    """Read a sentence of a review as a sum, where it tells the toll of an area or a side."""
    if scene.listed:
        return scene
    if scene.mood == "reported" and is_share(text, scene):
        return replace(scene, mood="none")
    return replace(scene, mood="aggregate") if _is_part(text, scene, is_whole=is_whole) else scene


def _is_part(text: str, scene: Scene, *, is_whole: bool) -> bool:
    """Whether a sentence of a review tells the toll of an area or a side of its time.

    `is_whole`: no toll has been told before, so that one without an area is that of the whole.
    """
    told_once = scene.mood == "reported" and not _counts(text, scene)
    mere = tells_mere_toll(text, scene)
    if (scene.mood not in _QUIET and scene.mood != "reported") or (told_once and not mere):
        return False
    if not any(_is_toll(count) for count in scene.counts) or scene.says("accident"):
        return False
    if any(is_own_day(span) and not names_the_period(text, span) for span in scene.dates):
        return False
    if _INVOLVED.inside(text, scene.sentence):
        return False
    told = counts_attacks(text, scene.sentence)
    if not told and _BREAKDOWN.inside(text, scene.sentence) and not is_of_an_area(text, scene):
        return False
    if tells_one_event(text, scene.sentence) and not mere:
        return False
    militants = any(_is_toll(one) and one.side == "militants" for one in scene.counts)
    return militants or (mere and is_whole) or _AREA.inside(text, scene.sentence) is not None


_INVOLVED = Pattern(
    r"\b(?:involved|implicated|wanted|accused|charged)\s+(?:\w+\s+)?(?:in|for|of|with)\b|ملوث|مطلوب",
    re.IGNORECASE,
)
"""What somebody who was held or killed had done before."""


def _counts(text: str, scene: Scene) -> bool:
    """Whether what reads like an event is a sum: of several attacks, or of "the month"."""
    return counts_attacks(text, scene.sentence) or of_a_period(text, scene.sentence)


_OF_ALL = re.compile(
    r"\W*(?:of|among)\s+(?:these|those|them|all|the)\b[^.;:]{0,40}?,\s+(?:[\w-]+\s+){1,4}?"
    r"(?:were\s+(?:\w+\s+)?(?:in|from)|died\s+in|occurred\s+in|fell\s+in|in|from)\s+(?:the\s+)?[A-Z]",
    re.IGNORECASE,
)
"""What gives one area's part of those counted before: "Of those killed, 264 died in Sindh"."""


def is_of_an_area(text: str, scene: Scene) -> bool:
    """Whether a sentence tells how many of all who were killed died in an area."""
    return _OF_ALL.match(text, scene.sentence.start, scene.sentence.end) is not None


_VIOLENCE = Pattern(
    r"\b(?:militan\w+|terror\w*|violence|attacks?|insurgen\w+|bombings?)\b|دہشت\s?گردی|حملوں|تشدد",
    re.IGNORECASE,
)


_CRIME = Pattern(
    r"\b(?:in\s+the\s+name\s+of\s+[‘'“\"]?hono(?:u)?r|hono(?:u)?r\W?\s+killings?|domestic\s+violence|street\s+crimes?|"
    r"robber(?:y|ies)|acid\s+attacks|polio\s+cases)\b|غیرت\s+کے\s+نام",
    re.IGNORECASE,
)


def is_of_crime(text: str, scene: Scene) -> bool:
    """Whether a sum is of crimes within families or for gain."""
    return _CRIME.inside(text, scene.sentence) is not None


def names_violence(text: str, scene: Scene) -> bool:
    """Whether a sum says that it is of violence: in an article on an accident, too."""
    return _VIOLENCE.inside(text, scene.sentence) is not None


def is_of_time_before(text: str, scene: Scene, period: DateSpan | None) -> bool:
    """Whether a sum is of the week, months or quarter before that of the review: a comparison."""
    if period is None or period.first is None or period.last is None:
        return False
    length = (period.last - period.first).days
    known = [span for span in scene.dates if span.first is not None and span.last is not None]
    spans = [span for span in known if not _is_aside(text, scene, span)]
    if not spans or length > _HALF_YEAR:
        return False
    return all(
        span.last is not None
        and span.first is not None
        and 0 < (period.first - span.last).days <= _GAP
        and abs((span.last - span.first).days - length) <= _GAP
        for span in spans
    )


def _is_aside(text: str, scene: Scene, span: DateSpan) -> bool:
    """Whether attacks counted before a time are only compared with those of it."""
    start = scene.sentence.start
    if not is_compared(text, start, span.start):
        return False
    return counts_attacks(text, replace(scene.sentence, end=span.start))


_HALF_YEAR, _GAP = 200, 4


def _is_toll(count: Count) -> bool:
    return count.outcome == "killed" and bool(count.best) and not count.part


_NEXT = re.compile(
    r"[;؛]\s+(?:and\s+|while\s+|a\s+further\s+)?|,?\s+(?:while|whereas|followed\s+by|and|against)\s+|,\s+"
    r"|[\s،]*(?:جبکہ|اور)\s+|،\s+"
)
"""Where, inside one sentence, the figures of the next area may begin."""


def sums_in(text: str, scene: Scene) -> list[Scene]:
    """Cut a sentence that gives the tolls of several areas: one scene for each.

    "Khyber Pakhtunkhwa had 171 deaths, followed by Balochistan, where 104 people died."
    """
    scene = with_elliptic(text, scene)
    tolls = [count for count in scene.counts if _is_toll(count)]
    if len(tolls) < _TWO:
        return [scene]
    begin, end = scene.sentence.start, scene.sentence.end
    bounds = [begin]
    for first, second in pairwise(tolls):
        gaps = [m.end() for m in _NEXT.finditer(text, first.number_end, second.number_start)]
        gaps = [at for at in gaps if _stands(text, at, second, end)]
        named = [at for at in gaps if _AREA.pattern.search(text, at, second.number_start)]
        apart = [at for at in gaps if _APART.search(text, first.number_end, at)]
        found = next(iter(named[::-1] or apart or gaps), None)
        if found is not None and _stands(text, bounds[-1], first, found):
            bounds.append(found)
    spans = zip(bounds, [*bounds[1:], end], strict=True)
    return [_within(scene, span) for span in spans] if len(bounds) > 1 else [scene]


_TWO = 2
_APART = re.compile(r"(?:[;؛]|\b(?:while|whereas)|جبکہ)\s+(?:\w+\s+)?\Z")
"""What parts the figures of one side or area from those of the next, and not dead from hurt."""


def _stands(text: str, start: int, count: Count, end: int) -> bool:
    """Whether a figure has an area of its own, or is of militants, whom forces killed."""
    if count.side == "militants":
        return True
    return _AREA.pattern.search(text, start, end) is not None


def _within(scene: Scene, span: tuple[int, int]) -> Scene:
    """Return the part of a scene that stands inside a span, with its own months or the whole's."""
    start, end = span
    own = tuple(date for date in scene.dates if start <= date.start < end and _is_month(date))
    return replace(
        scene,
        dates=own or scene.dates,
        sentence=replace(scene.sentence, start=start, end=end),
        triggers=tuple(t for t in scene.triggers if start <= t.start < end),
        cues=tuple(c for c in scene.cues if start <= c.start < end),
        counts=tuple(c for c in scene.counts if start <= c.start < end),
        actors=tuple(a for a in scene.actors if start <= a.start < end),
    )


def _is_month(span: DateSpan) -> bool:
    return span.precision in {"month", "year"}

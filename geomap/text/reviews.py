"""Reviews of weeks or months: the figures of their areas and sides are sums like the first one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geomap.text.aggregates import tells_one_event
from geomap.text.counts import Count
from geomap.text.moods import is_own_day
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, is_review

__all__ = ["in_review", "sums_in"]

_QUIET = {"none", "recalled"}
_AREA = Pattern(
    r"(?<!^)(?<![.:“\"] )\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]{2,}"
    r"|\b[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*\s+(?:alone|was|is|had|has|saw|recorded|reported|counted|suffered|lost|"
    r"remained|stood|ranked|accounted|follows|comes|came|ranks|fares|fared|stands|accounts|tops|topped|leads|led|heads|headed|followed|division|district|region|bore)\b"
    r"|\b(?:province|country|region|division|districts?|city|metropolis)\b"
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
    lead = next((n for n, scene in enumerate(scenes) if scene.mood != "none"), None)
    if lead is None or not is_review(scenes[lead]):
        return list(scenes)
    return [
        replace(scene, mood="aggregate") if n > lead and _is_part(text, scene) else scene
        for n, scene in enumerate(scenes)
    ]


def _is_part(text: str, scene: Scene) -> bool:
    """Whether a sentence of a review tells the toll of an area or a side of its time."""
    if scene.mood not in _QUIET or not any(_is_toll(count) for count in scene.counts):
        return False
    if any(is_own_day(span) for span in scene.dates) or scene.says("accident"):
        return False
    if _BREAKDOWN.inside(text, scene.sentence) or tells_one_event(text, scene.sentence):
        return False
    militants = any(_is_toll(one) and one.side == "militants" for one in scene.counts)
    return militants or _AREA.inside(text, scene.sentence) is not None


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
    tolls = [count for count in scene.counts if _is_toll(count)]
    if len(tolls) < _TWO:
        return [scene]
    begin, end = scene.sentence.start, scene.sentence.end
    bounds = [begin]
    for first, second in pairwise(tolls):
        gaps = _NEXT.finditer(text, first.number_end, second.number_start)
        found = next((m.end() for m in gaps if _stands(text, m.end(), second, end)), None)
        if found is not None and _stands(text, bounds[-1], first, found):
            bounds.append(found)
    spans = zip(bounds, [*bounds[1:], end], strict=True)
    return [_within(scene, span) for span in spans] if len(bounds) > 1 else [scene]


_TWO = 2


def _stands(text: str, start: int, count: Count, end: int) -> bool:
    """Whether a figure has an area of its own, or is of militants, whom forces killed."""
    if count.side == "militants":
        return True
    return _AREA.pattern.search(text, start, end) is not None


def _within(scene: Scene, span: tuple[int, int]) -> Scene:
    """Return the part of a scene that stands inside a span; it keeps the dates of the whole."""
    start, end = span
    return replace(
        scene,
        sentence=replace(scene.sentence, start=start, end=end),
        triggers=tuple(t for t in scene.triggers if start <= t.start < end),
        cues=tuple(c for c in scene.cues if start <= c.start < end),
        counts=tuple(c for c in scene.counts if start <= c.start < end),
        actors=tuple(a for a in scene.actors if start <= a.start < end),
    )

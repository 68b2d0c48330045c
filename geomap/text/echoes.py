"""What only its harm tells: "two men were injured in the Barnala sector", after a shelling.

Where a report has just told an attack, a sentence may tell another of the same sort by nothing but
its victims, its place and its day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from geomap.text.found import is_own_day
from geomap.text.scenes import Scene

__all__ = ["echoed"]

_PLACED = re.compile(
    r"\b(?:in|at|near)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?[A-Z][\w’'-]+|[\u0620-\u06ff]+\s+میں\s"
)
_SORTS = frozenset({"explosion", "armed", "clash"})
_NO_ECHO = re.compile(
    r"\b(?:hospital|shifted|taken|moved|rushed|treat\w*|condition|succumb\w*|died|toll|earlier\s+reported|"
    r"stampede|collaps\w*|cav(?:ed|ing)|crash\w*|accident|overturn\w*|fires?|wall|roof|gas|cylinder|collision|lightning|rain|flood\w*|fell)\b|ہسپتال|اسپتال"
)
"""Words for those hurt before, who are cared for, or by a mishap."""


def echoed(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Read a sentence that tells of victims elsewhere, on a day of its own, as a report.

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its sentences, in order.
    """
    answer: list[Scene] = []
    last: Scene | None = None
    known: set[date] = set()
    for scene in scenes:
        if last is not None and _echoes(text, scene, known):
            told = [one for one in last.triggers if one.family in _SORTS][:1]
            at, end = _span(scene)
            copies = tuple(
                replace(t, start=at, end=end, definite=False, is_noun=False) for t in told
            )
            answer.append(replace(scene, mood="reported", triggers=copies))
            continue
        if scene.mood == "reported":
            last = scene if any(one.family in _SORTS for one in scene.triggers) else last
            known |= {span.first for span in scene.dates if span.first and is_own_day(span)}
        answer.append(scene)
    return answer


def _echoes(text: str, scene: Scene, known: AbstractSet[date]) -> bool:
    """Whether a sentence tells of people hurt at a place on a day that was not told before."""
    if scene.mood != "none" or scene.listed:
        return False
    harmed = [c for c in scene.counts if c.outcome == "injured" and c.best and not c.part]
    own = {span.first for span in scene.dates if span.precision == "day" and is_own_day(span)}
    if not harmed or not own or not known or known & own:
        return False
    start, end = scene.sentence.start, scene.sentence.end
    placed = _PLACED.search(text, start, end) is not None
    return placed and _NO_ECHO.search(text, start, end) is None


def _span(scene: Scene) -> tuple[int, int]:
    """Return the words for the victims, which stand for what happened to them."""
    count = next(c for c in scene.counts if c.outcome == "injured" and c.best and not c.part)
    return count.number_start, max(count.number_end, count.number_start + 1)

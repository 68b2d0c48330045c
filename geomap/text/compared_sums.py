"""Figures with which a sum is compared: those of another year are a sum of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["ANOTHER_YEAR", "sum_of_another_year", "without_compared"]

ANOTHER_YEAR = "a sum of another year"
"""The rule by which the figure of a year opens a sum of its own: "against 62 in 2012"."""
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_NUMBER = rf"\d[\d,]*|{'|'.join(_WORDS)}"
_AGAINST = (
    r"(?:(?:as\s+)?compare[ds]\s+(?:with|to)|as\s+against|against|versus|(?:down|up)\s+(?:\w+\s+)?from|"
    r"(?:more|fewer|less|higher|lower)\s+than\s+the)"
)
_COMPARED = Pattern(
    rf"\b{_AGAINST}\s+(?:just\s+|only\s+|the\s+|a\s+total\s+of\s+)?(?:{_NUMBER})\b", re.IGNORECASE
)
_OF_YEAR = re.compile(
    rf"\b{_AGAINST}\s+(?:just\s+|only\s+|the\s+|a\s+total\s+of\s+)?(?P<n>{_NUMBER})\s+"
    r"(?:(?:people|persons|deaths|fatalities|killed|dead|such|casualties)\s+){0,3}(?:in|during|for)\s+"
    r"(?:the\s+whole\s+of\s+|the\s+year\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


_BOTH = re.compile(r"both\b|دونوں(?!\w)", re.IGNORECASE)
"""Events told before, which a sum is not of: "both killings"."""


def without_compared(text: str, scene: Scene) -> Scene:
    """Return a sum without the figures with which it is compared, and without their year."""
    told = tuple(one for one in scene.counts if not _BOTH.match(text, one.number_start))
    if len(told) < len(scene.counts) and any(one.best for one in told):
        scene = replace(scene, counts=told)
    compared = _COMPARED.inside(text, scene.sentence)
    if compared is None:
        return scene
    of_year = _OF_YEAR.match(text, compared.start(), scene.sentence.end)
    year = of_year.start("year") if of_year else -1
    counts = tuple(one for one in scene.counts if one.number_start < compared.start())
    dates = tuple(span for span in scene.dates if span.start != year)
    harmed = any(one.best and one.outcome in {"killed", "injured"} for one in counts)
    return replace(scene, counts=counts, dates=dates) if harmed else replace(scene, counts=())


def sum_of_another_year(text: str, scene: Scene) -> Scene | None:
    """Return the sum of another year with which the dead of a sentence are compared, if any."""
    compared = _COMPARED.inside(text, scene.sentence)
    found = compared and _OF_YEAR.match(text, compared.start(), scene.sentence.end)
    if not found:
        return None
    start, end = found.span("n")
    dead = [c for c in scene.counts if c.outcome == "killed" and c.best and c.number_start < start]
    dates = tuple(span for span in scene.dates if span.start == found.start("year"))
    if not dead or not dates or len(scene.dates) < _TWO:
        return None
    word = found["n"].lower().replace(",", "")
    best = int(word) if word.isdigit() else _WORDS[word]
    count = replace(
        dead[0], best=best, low=best, high=best, start=start, end=end, number_start=start,
        number_end=end, increment=False, update=False,
    )  # fmt: skip
    return replace(
        scene,
        sentence=replace(scene.sentence, start=start, end=found.end()),
        triggers=(),
        cues=(),
        dates=dates,
        counts=(count,),
        actors=(),
    )


_TWO = 2

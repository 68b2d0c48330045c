"""The time that a sum is of: the weeks or months that its sentence or its article covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geomap.text._date_ranks import is_compared
from geomap.text.dates import DateSpan
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["covered_by"]

_YEAR_BEFORE = Pattern(
    r"\b(?:same|corresponding|comparable)\s+(?:period|months|quarter|time|stretch)\s+(?:(?:in|of|a)\s+)?"
    r"(?:the\s+)?(?:last|previous|preceding)?\s*year\b"
    r"|(?:گزشتہ|گذشتہ|پچھلے)\s+(?:سال|برس)\s+(?:کی\s+|کے\s+)?اسی\s+(?:مدت|عرصے|دوران)",
    re.IGNORECASE,
)


def covered_by(text: str, scene: Scene, period: DateSpan | None) -> tuple[DateSpan | None, str]:
    """Return the time that a sum is of, and the rule: its own, or what the article covers.

    "In the same period of last year 31 died" is of the article's months, a year earlier. A month
    with which figures are compared is not that of a sum: "up a third on September".
    """
    if period is not None and _YEAR_BEFORE.inside(text, scene.sentence):
        first, last = period.first, period.last
        if first is not None and last is not None:
            before = replace(period, first=_year_before(first), last=_year_before(last))
            return before, "date:a year before"
    start = scene.sentence.start
    own = [span for span in scene.dates if not is_compared(text, start, span.start)]
    if widest := _widest(own):
        return widest, "date:widest period"
    return period, "date:in the account"


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == _LEAP
    return day.replace(year=day.year - 1, day=day.day - leap)


_LEAP = (2, 29)


def _widest(spans: Sequence[DateSpan]) -> DateSpan | None:
    """Return the longest period that a sentence names."""
    lengths = [
        ((span.last - span.first).days, -number, span)
        for number, span in enumerate(spans)
        if span.first is not None and span.last is not None
    ]
    if not lengths:
        return None
    span = max(lengths, key=lambda item: item[:2])[2]
    last = span.last
    known = [other.last for _, _, other in lengths if other is not span and other.last]
    if span.since and known and span.first is not None and span.first < max(known):
        last = max(known)  # figures given out then cannot cover what came after
    return replace(span, last=last)

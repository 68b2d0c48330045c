"""Days that belong together: the two of one night, and two that "and" joins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from geomap.text.dates import DateSpan

__all__ = ["is_night", "two_days"]

_ONE_DAY = timedelta(days=1)
_AND = re.compile(r"\s+(?:and|اور)\s+(?:on\s+)?")


def is_night(span: DateSpan) -> bool:
    """Whether a date is the night between two days."""
    if span.precision != "range" or span.first is None or span.last is None or span.since:
        return False
    return span.last - span.first == _ONE_DAY


def two_days(text: str, first: DateSpan, spans: Sequence[DateSpan]) -> DateSpan | None:
    """Return a date and the next day, which one word joins, as one: "on Saturday and Sunday"."""
    for span in spans:
        if span.start <= first.end or span.precision != "day" or not (span.first and first.first):
            continue
        joined = _AND.fullmatch(text, first.end, span.start) is not None
        if joined and span.first - first.first == _ONE_DAY:
            return replace(first, end=span.end, last=span.last, precision="range")
    return None

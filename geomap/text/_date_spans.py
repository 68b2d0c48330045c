"""What the grammar of dates gives and takes: dates with their words, periods with their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

__all__ = ["DateSpan", "Period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """Words that say when: ``text[start:end]``, and the days that they mean.

    Attributes
    ----------
    first, last
        The interval, both days included. Both None: not known (a relative date where the
        publication date is not known, "in recent weeks", a date counted from another event).
        `first` alone None: "until ...", or "the past few days".
    precision
        ``day``, ``week``, ``month``, ``year``, ``range`` or ``unknown`` (both days None).
    kind
        ``absolute``, ``weekday``, ``relative`` or ``duration``.
    since
        Whether the interval is open and runs up to the publication ("since January").
    days
        The length of a duration ("ten-day": 10; months count 30 days, years 365), or the distance
        in days from the event that an anchored date counts from ("two days later": 2; "the same
        evening": 0); else None.
    rules
        How it was read. ``future``: a plan, no report. ``anchored`` and ``anchored_same``: counted
        from another date in the text, which the caller knows.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: str
    kind: str
    since: bool = False
    days: int | None = None
    rules: tuple[str, ...] = ()


class Period(NamedTuple):
    """Days that a title or heading names for the text from an offset on."""

    start: int
    first: date
    last: date

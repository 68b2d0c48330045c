"""Weeks, months, quarters and years as whole numbers that follow each other.

An incident counts once, in the period of its first day, however long it lasted. One without a
day, or known less finely than the period (a month, when weeks are counted), counts in ``undated``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.errors import SchemaError, SettingsError

__all__ = ["PERIODS", "UNDATED", "Period", "first_days", "period_numbers", "period_of"]

PERIODS = ("week", "month", "quarter", "year")
"""Lengths of a period; a week begins on Monday and has the number of ISO 8601."""

UNDATED = "undated"

_COARSER: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "week": frozenset({"month", "year"}),
        "month": frozenset({"year"}),
        "quarter": frozenset({"year"}),
        "year": frozenset(),
    },
)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_EARLIEST, _LATEST = np.datetime64("1900-01-01"), np.datetime64("2199-12-31")
_MONDAY = 3  # 1 January 1970 was a Thursday

Ints = npt.NDArray[np.int64]
Days = npt.NDArray[np.datetime64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period: its label (``2026-W05``, ``2026-02``, ``2026-Q1``, ``2026``) and its days."""

    label: str
    start: date
    end: date


def first_days(incidents: pd.DataFrame, name: str = "date_start") -> Days:
    """Return the day of each incident, NaT where there is none.

    Raises
    ------
    SchemaError
        If the column is missing, or a cell is no date.
    """
    if name not in incidents:
        raise SchemaError(f"the table lacks {name}; without dates leave out the period")
    column = incidents[name]
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        column = column.dt.tz_localize(None)
    if pd.api.types.is_datetime64_dtype(column):
        return column.to_numpy().astype("datetime64[D]")
    numbers, distinct = pd.factorize(column)
    days = [_day(value) for value in distinct.tolist()]
    if None in days:
        bad = days.index(None)
        row = column.index[np.flatnonzero(numbers == bad)[0]]
        raise SchemaError(f"row {row}: {name} is {distinct[bad]!r}, no date such as 2026-02-05")
    texts = np.array([*days, "NaT"], dtype="datetime64[D]")
    return texts[numbers]


def period_numbers(incidents: pd.DataFrame, period: str) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """Return the number of each incident's period, and which of them have one.

    Raises
    ------
    SettingsError
        If there is no such period.
    SchemaError
        As for `first_days`.
    """
    if period not in PERIODS:
        raise SettingsError(
            f"period is {period!r}; it must be one of {', '.join(PERIODS)}, or None"
        )
    days = _believable(first_days(incidents), incidents.index)
    dated = ~np.isnat(days)
    if "date_precision" in incidents and _COARSER[period]:
        vague = incidents["date_precision"].isin(_COARSER[period])
        dated &= ~vague.to_numpy(dtype=bool, na_value=False)
    if period == "week":
        numbers = (days.astype("int64") + _MONDAY) // 7
    else:
        numbers = days.astype("datetime64[M]").astype("int64") // _MONTHS[period]
    return np.where(dated, numbers, 0), dated


def period_of(number: int, period: str) -> Period:
    """Return the period of a number that `period_numbers` gave.

    Examples
    --------
    >>> day = pd.DataFrame({"date_start": ["2026-02-05"]})
    >>> for name in PERIODS:
    ...     number = int(period_numbers(day, name)[0][0])
    ...     print(period_of(number, name).label, period_of(number, name).start)
    2026-W06 2026-02-02
    2026-02 2026-02-01
    2026-Q1 2026-01-01
    2026 2026-01-01
    """
    if period == "week":
        start = date(1970, 1, 1) + timedelta(days=number * 7 - _MONDAY)
        year, week, _ = start.isocalendar()
        return Period(label=f"{year:04}-W{week:02}", start=start, end=start + timedelta(days=6))
    months = number * _MONTHS[period]
    start = _first_of(months)
    end = _first_of(months + _MONTHS[period]) - timedelta(days=1)
    return Period(label=_LABELS[period](start), start=start, end=end)


_LABELS: Mapping[str, Callable[[date], str]] = MappingProxyType(
    {
        "month": lambda start: f"{start.year:04}-{start.month:02}",
        "quarter": lambda start: f"{start.year:04}-Q{(start.month + 2) // 3}",
        "year": lambda start: f"{start.year:04}",
    },
)


def _first_of(months: int) -> date:
    """Return the first day of a month counted from January 1970."""
    return date(1970 + months // 12, months % 12 + 1, 1)


def _believable(days: Days, index: pd.Index) -> Days:
    """Refuse days that would make a table of thousands of empty years."""
    wrong = (days < _EARLIEST) | (days > _LATEST)
    if wrong.any():
        at = int(np.flatnonzero(wrong)[0])
        raise SchemaError(
            f"row {index[at]}: date_start is {days[at]}; "
            f"days from {_EARLIEST} to {_LATEST} can be counted: correct it or leave it empty",
        )
    return days


def _day(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(str(value).strip()[:10]).isoformat()
    except ValueError:
        return None

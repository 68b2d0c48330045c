"""Two periods side by side, with a word on whether the change is more than chance.

Incidents that come independently of each other vary from period to period by about the square root
of their number. A change within twice that is called ``no clear change``; attacks come in waves,
so that even a larger one is a reason to look, not proof.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.errors import SettingsError
from geomap.places.boundaries import BoundarySet
from geomap.summary import summarize
from geomap.summary_periods import first_days

__all__ = ["FEW", "compare_periods"]

FEW = 10
"""Incidents in both periods together below which no change is called one."""

Window = tuple[date | str, date | str]

_ABOUT = ("pcode", "name", "level", "boundary_set", "vintage", "approximate")
_COMPARED = ("incidents", "fatalities", "injured", "operations")


def compare_periods(
    incidents: pd.DataFrame,
    before: Window,
    after: Window,
    *,
    by: str | None = "admin2",
    boundaries: BoundarySet | None = None,
    vintage: str = "set",
) -> pd.DataFrame:
    """Compare the counts of two periods.

    Parameters
    ----------
    incidents
        An incident table with ``date_start``. It is not changed.
    before, after
        First and last day of each period, dates or ISO 8601. They must not overlap; they may
        differ in length, and then percent compares incidents per day.
    by, boundaries, vintage
        As for `summarize`.

    Returns
    -------
    pandas.DataFrame
        One row for each unit and the three behind them: pcode, name, level, boundary_set, vintage,
        approximate; incidents, fatalities, injured and operations before and after; the change of
        incidents and of fatalities, in numbers and, where there were any before, in percent; and
        ``change``: ``more``, ``fewer``, ``no clear change`` or ``too few to say`` (fewer than
        `FEW`). ``attrs`` has the two periods, how many incidents lie ``outside`` both, and how
        many are ``undated``: without a day, or known to a month or year that is not wholly inside.

    Raises
    ------
    SettingsError
        If a period ends before it begins, or the two overlap.
    SchemaError
        As for `summarize`.
    """
    windows = _window(before, "before"), _window(after, "after")
    _check_apart(*windows)
    counted = incidents["kind"].isin(("incident", "multi_site")) if "kind" in incidents else None
    inside = [_inside(incidents, window) for window in windows]
    tables = [
        summarize(incidents[chosen], by=by, boundaries=boundaries, vintage=vintage)
        for chosen in inside
    ]
    found = tables[0][list(_ABOUT)].copy()
    for count in _COMPARED:
        for word, one in zip(("before", "after"), tables, strict=True):
            found[f"{count}_{word}"] = one[count]
    lengths = [window.days for window in windows]
    for count in ("incidents", "fatalities"):
        old, new = (found[f"{count}_{word}"].to_numpy(float) for word in ("before", "after"))
        found[f"{count}_change"] = (new - old).astype("int64")
        expected = old * lengths[1] / lengths[0]
        percent = np.full(len(found), np.nan)
        np.divide(100 * (new - expected), expected, out=percent, where=expected > 0)
        found[f"{count}_change_pct"] = percent.round(1)
    found["change"] = _words(found, lengths)
    assert counted is not None, "summarize has refused a table without kinds"
    _, vague = _spans(incidents)
    undated = counted.to_numpy() & vague & ~inside[0] & ~inside[1]
    rest = counted.to_numpy() & ~inside[0] & ~inside[1]
    found.attrs = {
        "before": windows[0].text,
        "after": windows[1].text,
        "outside": int((rest & ~undated).sum()),
        "undated": int(undated.sum()),
    }
    total = found["incidents_before"].sum() + found["incidents_after"].sum() + rest.sum()
    if int(total) != int(counted.sum()):
        raise AssertionError("two periods and the rest must add up to the incidents")
    return found


@dataclass(frozen=True, slots=True)
class _Window:
    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def text(self) -> str:
        return f"{self.start} to {self.end}"


def _window(given: Window, name: str) -> _Window:
    try:
        start, end = (
            day if isinstance(day, date) else date.fromisoformat(str(day)) for day in given
        )
    except (TypeError, ValueError) as error:
        raise SettingsError(
            f"{name} is {given!r}; give its first and last day, such as 2026-01-01 and 2026-03-31",
        ) from error
    if end < start:
        raise SettingsError(f"{name} ends on {end}, before it begins on {start}: exchange the two")
    return _Window(start, end)


def _check_apart(first: _Window, second: _Window) -> None:
    if first.start <= second.end and second.start <= first.end:
        raise SettingsError(f"{first.text} and {second.text} overlap: their days must be apart")


Flags = npt.NDArray[np.bool_]
Days = npt.NDArray[np.datetime64]


def _spans(incidents: pd.DataFrame) -> tuple[tuple[Days, Days], Flags]:
    """Return the first and last day that an incident may have begun on, and which are vague."""
    start = first_days(incidents)
    end = start.copy()
    vague = np.isnat(start)
    if "date_precision" in incidents:
        for word, unit in (("month", "M"), ("year", "Y")):
            chosen = (incidents["date_precision"] == word).to_numpy(dtype=bool, na_value=False)
            start = np.where(chosen, start.astype(f"datetime64[{unit}]").astype(start.dtype), start)
            last = (start.astype(f"datetime64[{unit}]") + 1).astype("datetime64[D]") - 1
            end = np.where(chosen, last, end)
            vague |= chosen
    return (start, end), vague


def _inside(incidents: pd.DataFrame, window: _Window) -> Flags:
    (start, end), _ = _spans(incidents)
    inside: Flags = (start >= np.datetime64(window.start)) & (end <= np.datetime64(window.end))
    return inside


def _words(found: pd.DataFrame, lengths: list[int]) -> list[str]:
    """Say what the change amounts to, by the spread of independent incidents."""
    share = lengths[1] / sum(lengths)
    words = []
    for old, new in zip(found["incidents_before"], found["incidents_after"], strict=True):
        both = old + new
        spread = 2 * np.sqrt(both * share * (1 - share))
        difference = new - both * share
        if both < FEW:
            words.append("too few to say")
        elif abs(difference) <= spread:
            words.append("no clear change")
        else:
            words.append("more" if difference > 0 else "fewer")
    return words

"""Counts and rates per admin unit and period, whose total is the number of incidents that went in.

Only incidents and multi-site events are counted, each once; operations stand in columns of their
own and statistics nowhere. An incident known only as "somewhere in the province" counts in the row
``coarser`` of the district table, never in a district; one known only to a year counts in
``undated`` of the monthly table, never in January.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import BoundarySet
from geomap.summary_counts import COUNTS, check_columns, count_rows
from geomap.summary_periods import UNDATED, Period, period_numbers, period_of
from geomap.summary_units import OTHER_ROWS, SummaryUnits, summary_units, unit_rows

__all__ = ["NOT_KNOWN", "OTHER_ROWS", "RATES", "UNDATED", "summarize"]

NOT_KNOWN = "not known"
"""The part, in a table that is split, of the incidents whose value is empty."""

RATES = (
    "incidents_per_100k",
    "fatalities_per_100k",
    "incidents_per_1000_km2",
    "fatalities_per_1000_km2",
)
"""Rates per 100,000 people (census of 2023) and per 1,000 square kilometres, not per year."""

_CHANGED = ("incidents", "fatalities")
_MOST_ROWS = 3_000_000

Ints = npt.NDArray[np.int64]


def summarize(
    incidents: pd.DataFrame,
    *,
    by: str | None = "admin2",
    period: str | None = None,
    split_by: str | None = None,
    boundaries: BoundarySet | None = None,
    vintage: str = "set",
) -> pd.DataFrame:
    """Count incidents, fatalities and injured per admin unit, period and kind of incident.

    Parameters
    ----------
    incidents
        An incident table. It is not changed.
    by
        ``"admin1"``, ``"division"``, ``"admin2"`` or ``"tehsil"`` (which needs an installed set of
        tehsils); None counts the country as one unit, ``PK``.
    period
        ``"week"`` (from Monday), ``"month"``, ``"quarter"`` or ``"year"``: one row for each unit
        and period, from that of the first incident to that of the last, and ``undated``. None
        counts all time as one.
    split_by
        A column of texts, such as ``"event_type"`` or ``"actor"``: one row for each of its values,
        `NOT_KNOWN` among them where one is empty.
    boundaries
        The boundary set; its units are the rows, those without incidents included. A district
        that the set lacks counts in the unit that held it, and the row says so. None takes the set
        in use. Divisions need a set of districts.
    vintage
        The year whose units are the rows, ``"2012"``, ``"2017"`` or ``"2023"``; ``"set"`` takes
        those of the boundary set, and today's divisions.

    Returns
    -------
    pandas.DataFrame
        One row for each unit in the order of the p-codes, then ``coarser``, ``abroad`` and
        ``unlocated``; within a row's unit by period, then by value. Columns: pcode, name, level,
        boundary_set, vintage, approximate (whether the set's lines are), where asked for period,
        period_start, period_end and the column of `split_by`, then
        `geomap.summary_counts.COUNTS`, population and area_km2 (census of 2023, for the ground of
        the row; empty where none was published), `RATES`, with a period the change against the
        period before in incidents and fatalities and in percent of it, and note. `without_figure`
        is the number of incidents whose dead no report counts. Figures that no report gives count
        as nothing.

    Raises
    ------
    SettingsError
        If an argument has a value that is not allowed, or the table would have millions of rows.
    SchemaError
        If the table lacks a column that is counted, or a cell cannot be counted.

    Examples
    --------
    >>> import pandas as pd
    >>> one = {"kind": ["incident"], "country": ["PK"], "admin1_pcode": ["PK2"]}
    >>> one |= {"fatalities_best": [3], "injured_best": [None]}
    >>> table = summarize(pd.DataFrame(one), by="admin1").set_index("name")
    >>> int(table.incidents["Balochistan"]), int(table.fatalities["Balochistan"])
    (1, 3)
    """
    units = summary_units(by, boundaries=boundaries, vintage=vintage)
    check_columns(incidents, *_unit_columns(by))
    table = incidents.reset_index(drop=True) if incidents.index.has_duplicates else incidents
    times = _times(table, period)
    parts = _parts(table, split_by)
    _check_size(len(units.rows), len(times.labels), len(parts.labels))
    rows = unit_rows(table, units)
    row = (rows * len(times.labels) + times.numbers) * len(parts.labels) + parts.numbers
    shape = (len(units.rows), len(times.labels), len(parts.labels))
    counts = count_rows(table, row, int(np.prod(shape)))
    frame = pd.DataFrame(
        {
            **_unit_columns_of(units, shape),
            **_time_columns(times, shape),
            **_part_columns(parts, shape),
            **counts,
        },
    )
    return _finish(frame, units, _codes_given(table), shape=shape if period else None)


@dataclass(frozen=True, slots=True)
class _Axis:
    """The values of one side of the table, and the number of each incident's."""

    name: str | None
    labels: tuple[str, ...]
    numbers: Ints
    periods: tuple[Period | None, ...] = ()


def _unit_columns(by: str | None) -> tuple[str, ...]:
    if by is None:
        return ()
    return ("admin1_pcode",) if by == "admin1" else ("admin2_pcode",)


def _times(incidents: pd.DataFrame, period: str | None) -> _Axis:
    """Return the periods from the first to the last that an incident is in, and ``undated``."""
    if period is None:
        return _Axis(None, ("",), np.zeros(len(incidents), dtype=np.int64))
    numbers, dated = period_numbers(incidents, period)
    some = numbers[dated & incidents["kind"].ne("statistic").to_numpy(dtype=bool, na_value=False)]
    first, last = (int(some.min()), int(some.max())) if len(some) else (0, -1)
    known = tuple(period_of(number, period) for number in range(first, last + 1))
    inside = dated & (numbers >= first) & (numbers <= last)
    return _Axis(
        "period",
        (*(one.label for one in known), UNDATED),
        np.where(inside, numbers - first, len(known)).astype(np.int64),
        (*known, None),
    )


def _parts(incidents: pd.DataFrame, split_by: str | None) -> _Axis:
    """Return the values of the column that the table is split by, in alphabetical order."""
    if split_by is None:
        return _Axis(None, ("",), np.zeros(len(incidents), dtype=np.int64))
    if split_by not in incidents:
        names = [str(name) for name in incidents.columns]
        near = get_close_matches(str(split_by), names, n=1)
        advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
        raise SchemaError(f"split_by is {split_by!r}, no column of the table; {advice}")
    if split_by in _TAKEN:
        raise SettingsError(f"split_by is {split_by!r}, which a summary counts or rows are by")
    try:
        codes, distinct = pd.factorize(incidents[split_by])
    except TypeError as error:
        raise SchemaError(
            f"split_by is {split_by!r}, a column of lists; choose one of texts"
        ) from error
    texts = [str(one).strip() or NOT_KNOWN for one in distinct.tolist()] + [NOT_KNOWN]
    used = texts if (codes < 0).any() or not texts[:-1] else texts[:-1]
    labels = tuple(sorted(set(used), key=lambda one: (one == NOT_KNOWN, one)))
    place = {label: number for number, label in enumerate(labels)}
    positions = np.array([place.get(one, 0) for one in texts], dtype=np.int64)
    return _Axis(split_by, labels, positions[codes])


def _check_size(units: int, times: int, parts: int) -> None:
    if units * times * parts > _MOST_ROWS:
        raise SettingsError(
            f"{units:,} units by {times:,} periods by {parts:,} values are more than "
            f"{_MOST_ROWS:,} rows: choose longer periods, larger units or no split, or check the "
            "dates",
        )


Shape = tuple[int, int, int]


def _unit_columns_of(units: SummaryUnits, shape: Shape) -> Mapping[str, Any]:
    each = shape[1] * shape[2]
    others = len(OTHER_ROWS)
    return {
        "pcode": np.repeat(np.array(units.rows, dtype=object), each),
        "name": np.repeat(np.array([*units.names, *OTHER_ROWS], dtype=object), each),
        "level": units.by,
        "boundary_set": units.boundaries.name,
        "vintage": units.boundaries.vintage,
        "approximate": units.boundaries.approximate,
        "population": np.repeat(_figures(units, "population", others), each),
        "area_km2": np.repeat(_figures(units, "area_km2", others), each),
    }


def _figures(units: SummaryUnits, name: str, others: int) -> npt.NDArray[np.float64]:
    figures = [getattr(units.figures[code], name) for code in units.pcodes]
    return np.array([*figures, *[None] * others], dtype=np.float64)


def _time_columns(times: _Axis, shape: Shape) -> Mapping[str, Any]:
    if times.name is None:
        return {}
    starts = [None if one is None else one.start.isoformat() for one in times.periods]
    ends = [None if one is None else one.end.isoformat() for one in times.periods]
    columns = {"period": list(times.labels), "period_start": starts, "period_end": ends}
    return {
        name: np.tile(np.repeat(np.array(values, dtype=object), shape[2]), shape[0])
        for name, values in columns.items()
    }


def _part_columns(parts: _Axis, shape: Shape) -> Mapping[str, Any]:
    if parts.name is None:
        return {}
    return {parts.name: np.tile(np.array(parts.labels, dtype=object), shape[0] * shape[1])}


def _codes_given(incidents: pd.DataFrame) -> set[str]:
    """Return the p-codes that the incidents name."""
    columns = [name for name in ("admin1_pcode", "admin2_pcode") if name in incidents]
    return {code for name in columns for code in incidents[name].unique() if isinstance(code, str)}


def _finish(
    frame: pd.DataFrame, units: SummaryUnits, codes: set[str], *, shape: Shape | None
) -> pd.DataFrame:
    """Add rates, changes and notes, and put the columns in order."""
    for count in _CHANGED:
        for title, base, per in (
            ("per_100k", "population", 100_000),
            ("per_1000_km2", "area_km2", 1_000),
        ):
            frame[f"{count}_{title}"] = (frame[count] * per / frame[base]).round(4)
    changes = _changes(frame, shape) if shape is not None else {}
    frame = frame.assign(**changes)
    notes = units.notes(codes)
    frame["note"] = pd.Series(
        [notes.get(code, "") for code in frame["pcode"].tolist()], dtype="str"
    )
    for name in ("population", "area_km2"):
        frame[name] = frame[name].astype("Int64")
    front = [name for name in frame if name not in {*COUNTS, *RATES, *changes, *_LAST}]
    return frame[[*front, *COUNTS, "population", "area_km2", *RATES, *changes, "note"]]


_LAST = ("population", "area_km2", "note")
_TAKEN = frozenset(
    {
        *COUNTS, *RATES, *_LAST, "pcode", "name", "level", "boundary_set", "vintage",
        "approximate", "period", "period_start", "period_end",
    },
)  # fmt: skip


def _changes(frame: pd.DataFrame, shape: Shape) -> dict[str, pd.Series]:
    """Return the change against the period before; empty for the first one and for ``undated``."""
    found = {}
    for count in _CHANGED:
        values = frame[count].to_numpy(dtype=np.float64).reshape(shape)
        change = np.full(shape, np.nan)
        change[:, 1:-1] = values[:, 1:-1] - values[:, :-2]
        percent = np.full(shape, np.nan)
        before = values[:, :-2]
        np.divide(100 * change[:, 1:-1], before, out=percent[:, 1:-1], where=before > 0)
        found[f"{count}_change"] = pd.Series(change.ravel()).astype("Int64")
        found[f"{count}_change_pct"] = pd.Series(percent.ravel().round(1))
    return found

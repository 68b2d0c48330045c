"""What a summary adds up, and how: whole numbers, summed by the number of a row.

A figure that no report gives counts as nothing. The lowest and highest figure of an incident that
has only one is that one, and "at least 3" alone is its highest too, so that low and high are sums
over the same incidents. An incident with a lowest or highest figure alone has no best one.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.errors import SchemaError
from geomap.records import COUNTED_KINDS

__all__ = ["COUNTS", "check_columns", "count_rows"]

_SIDES = ("civilians", "security_forces", "militants", "unknown")
_COUNTED = (  # our column and the incident table's; where one is empty the next stands for it
    ("fatalities_low", "fatalities_low", "fatalities_best"),
    ("fatalities", "fatalities_best"),
    ("fatalities_high", "fatalities_high", "fatalities_best", "fatalities_low"),
    ("injured_low", "injured_low", "injured_best"),
    ("injured", "injured_best"),
    ("injured_high", "injured_high", "injured_best", "injured_low"),
    *((f"fatalities_{side}", f"fatalities_{side}") for side in _SIDES),
)
_OPERATIONS = (
    ("operation_fatalities", "fatalities_best"),
    ("operation_injured", "injured_best"),
)
_NEEDED = ("kind", "country", "fatalities_best", "injured_best")

COUNTS = (
    "incidents",
    "multi_site",
    *(title for title, *_ in _COUNTED),
    "without_figure",
    "operations",
    *(title for title, *_ in _OPERATIONS),
)
"""Columns that a summary counts, in order."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def check_columns(incidents: pd.DataFrame, *more: str) -> None:
    """Refuse a table that lacks a column which is counted, or that has one of them twice.

    Raises
    ------
    SchemaError
        Naming the columns.
    """
    names = list(incidents.columns)
    missing = [name for name in (*_NEEDED, *more) if name not in names]
    if missing:
        raise SchemaError(
            f"the table lacks {', '.join(missing)}; give one that incident_table made",
        )
    twice = sorted({str(name) for name in names if names.count(name) > 1})
    if twice:
        raise SchemaError(f"the table has the column {twice[0]} twice; drop one of them")


def count_rows(incidents: pd.DataFrame, rows: Ints, size: int) -> dict[str, Ints]:
    """Return the sums of each row of a table.

    Parameters
    ----------
    incidents
        An incident table.
    rows
        For each incident the number of the row that it counts in.
    size
        The number of rows.

    Returns
    -------
    dict of str to array
        For each of `COUNTS` one whole number per row. The sums over all rows are those over the
        incidents: this is asserted.

    Raises
    ------
    SchemaError
        If a figure is no whole number, or is negative.
    """
    kinds = incidents["kind"]
    counted = kinds.isin(COUNTED_KINDS).to_numpy(dtype=bool)
    operation = (kinds == "operation").to_numpy(dtype=bool, na_value=False)
    several = (kinds == "multi_site").to_numpy(dtype=bool, na_value=False)
    sums: dict[str, Ints] = {}
    for title, weights in _weights(incidents, counted, operation):
        sums[title] = _summed(rows, weights, size)
    sums["incidents"] = _summed(rows, counted, size)
    sums["multi_site"] = _summed(rows, several, size)
    sums["operations"] = _summed(rows, operation, size)
    return {title: sums[title] for title in COUNTS}


def _weights(
    incidents: pd.DataFrame, counted: npt.NDArray[np.bool_], operation: npt.NDArray[np.bool_]
) -> Iterator[tuple[str, Floats]]:
    """Yield what each incident adds to each column."""
    figures = {name: _figures(incidents, name) for _, name, *_ in _COUNTED}
    for chosen, columns in ((counted, _COUNTED), (operation, _OPERATIONS)):
        for title, name, *others in columns:
            values = figures[name]
            for other in others:
                values = np.where(values == _UNKNOWN, figures[other], values)
            yield title, np.where(chosen, np.maximum(values, 0.0), 0.0)
            if title == "fatalities_high":
                yield "without_figure", (chosen & (values == _UNKNOWN)).astype(float)


def _summed(rows: Ints, weights: npt.NDArray[np.generic], size: int) -> Ints:
    numbers = weights.astype(np.float64, copy=False)
    sums = np.bincount(rows, weights=numbers, minlength=size).astype(np.int64)
    if int(sums.sum()) != int(numbers.sum()):
        raise AssertionError("the rows of a summary must add up to the incidents")
    return sums


def _figures(incidents: pd.DataFrame, name: str) -> Floats:
    """Return a column of whole numbers, `_UNKNOWN` where there is none."""
    if name not in incidents:
        return np.full(len(incidents), _UNKNOWN)
    column = incidents[name]
    try:
        known = column if pd.api.types.is_numeric_dtype(column) else pd.to_numeric(column)
        values = known.to_numpy(dtype=np.float64, na_value=np.nan, copy=True)
    except (TypeError, ValueError) as error:
        raise SchemaError(f"column {name} must hold whole numbers: {error}") from error
    unknown = np.isnan(values)
    values[unknown] = 0.0
    wrong = (values < 0) | (values > _MOST) | (values != np.floor(values))
    if wrong.any():
        at = int(np.flatnonzero(wrong)[0])
        raise SchemaError(
            f"row {incidents.index[at]}: {name} is {column.iloc[at]}; "
            "a figure is a whole number from 0, or empty where it is not known",
        )
    values[unknown] = _UNKNOWN
    return values


_UNKNOWN = -1.0
_MOST = 2.0**31  # sums of a million such figures are still exact

"""Counts per admin unit whose total is the number of incidents that went in.

Only incidents and multi-site events are counted, each once; operations stand in columns of their
own and statistics nowhere. An incident known only as "somewhere in the province" counts in the row
``coarser`` of the district table, never in a district.
"""

from __future__ import annotations

import pandas as pd

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import BoundarySet, in_vintage, load_boundaries
from geomap.places.units import fold_to
from geomap.records import COUNTED_KINDS

__all__ = ["OTHER_ROWS", "summarize"]

OTHER_ROWS = ("coarser", "abroad", "unlocated")
"""Rows behind the units: in Pakistan but not this finely, outside Pakistan, and not placed."""

_LEVELS = ("admin1", "admin2")
_COLUMNS = (
    (COUNTED_KINDS, ("incidents", "fatalities", "injured")),
    (("operation",), ("operations", "operation_fatalities", "operation_injured")),
)


def summarize(
    incidents: pd.DataFrame,
    *,
    by: str = "admin2",
    boundaries: BoundarySet | None = None,
    vintage: str = "set",
) -> pd.DataFrame:
    """Count incidents, fatalities and injured per admin unit.

    Parameters
    ----------
    incidents
        An incident table. It is not changed.
    by
        ``"admin1"`` or ``"admin2"``.
    boundaries
        The boundary set of this level; its units are the rows, those without incidents included.
        A district that the set lacks counts in the unit that it was split from. None takes the
        set in use.
    vintage
        The year whose units are the rows, ``"2012"``, ``"2017"`` or ``"2023"``; ``"set"`` takes
        those of the boundary set.

    Returns
    -------
    pandas.DataFrame
        One row for each unit, ordered by p-code, then ``coarser``, ``abroad`` and ``unlocated``;
        columns pcode, name, boundary_set, vintage, approximate (whether the set's lines are),
        incidents, fatalities, injured, operations, operation_fatalities, operation_injured.
        Figures that no report gives count as nothing.

    Raises
    ------
    SettingsError
        If `by` is neither level, the boundary set is of the other one, or there is no such vintage.
    SchemaError
        If the table lacks a column that is counted.

    Examples
    --------
    >>> import pandas as pd
    >>> one = {"kind": ["incident"], "country": ["PK"], "admin1_pcode": ["PK2"]}
    >>> one |= {"fatalities_best": [3], "injured_best": [None]}
    >>> table = summarize(pd.DataFrame(one), by="admin1").set_index("name")
    >>> int(table.incidents["Balochistan"]), int(table.fatalities["Balochistan"])
    (1, 3)
    """
    units = in_vintage(_units(by, boundaries), vintage)
    _check_columns(incidents, by)
    rows = [*units.frame["pcode"], *OTHER_ROWS]
    codes = _row_of_each(incidents, by, frozenset(units.frame["pcode"]))
    table = pd.DataFrame(
        {
            "pcode": rows,
            "name": [*units.frame["name"], *OTHER_ROWS],
            "boundary_set": units.name,
            "vintage": units.vintage,
            "approximate": units.approximate,
        },
        index=rows,
    )
    for kinds, (number, fatalities, injured) in _COLUMNS:
        chosen = incidents["kind"].isin(kinds)
        groups = incidents[chosen].groupby(codes[chosen])
        table[number] = groups.size().reindex(rows, fill_value=0).astype("int64")
        for column, title in (("fatalities_best", fatalities), ("injured_best", injured)):
            table[title] = groups[column].sum().reindex(rows).fillna(0).astype("int64")
    if int(table["incidents"].sum()) != int(incidents["kind"].isin(COUNTED_KINDS).sum()):
        raise AssertionError("the rows of a summary must add up to the incidents")
    return table.reset_index(drop=True)


def _units(by: str, boundaries: BoundarySet | None) -> BoundarySet:
    if by not in _LEVELS:
        raise SettingsError(f"by is {by!r}; it must be one of {', '.join(_LEVELS)}")
    units = load_boundaries(level=by) if boundaries is None else boundaries
    if units.level != by:
        raise SettingsError(f"by is {by!r}, but the boundary set {units.name} is {units.level}")
    return units


def _check_columns(incidents: pd.DataFrame, by: str) -> None:
    wanted = ("kind", "country", f"{by}_pcode", "fatalities_best", "injured_best")
    missing = [name for name in wanted if name not in incidents]
    if missing:
        raise SchemaError(
            f"the table lacks {', '.join(missing)}; give one that incident_table made",
        )


def _row_of_each(incidents: pd.DataFrame, by: str, available: frozenset[str]) -> pd.Series:
    """Return for each incident the row that it counts in."""
    rows = [
        _row_of(country, code, available)
        for country, code in zip(incidents["country"], incidents[f"{by}_pcode"], strict=True)
    ]
    return pd.Series(rows, index=incidents.index, dtype=object)


def _row_of(country: object, code: object, available: frozenset[str]) -> str:
    known = isinstance(country, str)
    if known and country != "PK":
        return "abroad"
    if isinstance(code, str):
        return (code if code in available else fold_to(code, available)) or "coarser"
    return "coarser" if known else "unlocated"

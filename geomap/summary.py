"""Counts per admin unit whose total is the number of incidents that went in.

Only incidents and multi-site events are counted, each once; operations stand in columns of their
own and statistics nowhere. An incident known only as "somewhere in the province" counts in the row
``coarser`` of the district table, never in a district.
"""

from __future__ import annotations

import pandas as pd

from geomap.errors import SettingsError
from geomap.places.boundaries import BoundarySet
from geomap.places.units import fold_to
from geomap.records import COUNTED_KINDS

__all__ = ["OTHER_ROWS", "summarize"]

OTHER_ROWS = ("coarser", "abroad", "unlocated")
"""Rows behind the units: in Pakistan but not this finely, outside Pakistan, and not placed."""

_LEVELS = ("admin1", "admin2")


def summarize(
    incidents: pd.DataFrame, *, boundaries: BoundarySet, by: str = "admin2"
) -> pd.DataFrame:
    """Count incidents, fatalities and injured per admin unit.

    Parameters
    ----------
    incidents
        An incident table.
    boundaries
        The boundary set of this level; its units are the rows, zero rows included. A district that
        the set lacks counts in the unit that it was split from.
    by
        ``"admin1"`` or ``"admin2"``.

    Returns
    -------
    pandas.DataFrame
        One row for each unit, ordered by p-code, then ``coarser``, ``abroad`` and ``unlocated``;
        columns pcode, name, boundary_set, vintage, incidents, fatalities, injured, operations,
        operation_fatalities, operation_injured. Unknown figures count as nothing.

    Raises
    ------
    SettingsError
        If `by` is neither level.
    """
    if by not in _LEVELS:
        raise SettingsError(f"by is {by!r}; it must be one of {', '.join(_LEVELS)}")
    units = boundaries.frame.sort_values("pcode")[["pcode", "name"]]
    codes = _unit_codes(incidents, by, frozenset(units["pcode"]))
    counted = incidents["kind"].isin(COUNTED_KINDS)
    operation = incidents["kind"] == "operation"
    rows = [*units["pcode"], *OTHER_ROWS]
    table = pd.DataFrame(
        {
            "pcode": rows,
            "name": [*units["name"], *OTHER_ROWS],
            "boundary_set": boundaries.name,
            "vintage": boundaries.vintage,
        },
    ).set_index("pcode", drop=False)
    for prefix, chosen in (("", counted), ("operation_", operation)):
        groups = incidents[chosen].groupby(codes[chosen])
        names = ("incidents" if not prefix else "operations", "fatalities_best", "injured_best")
        table[names[0]] = groups.size().reindex(rows, fill_value=0).astype("int64")
        for column, title in zip(names[1:], ("fatalities", "injured"), strict=True):
            total = groups[column].sum().reindex(rows).fillna(0).astype("int64")
            table[prefix + title] = total
    if int(table["incidents"].sum()) != int(counted.sum()):
        raise AssertionError("the rows of a summary must add up to the incidents")
    return table.reset_index(drop=True)


def _unit_codes(incidents: pd.DataFrame, by: str, available: frozenset[str]) -> pd.Series:
    """Return for each incident the row that it counts in."""
    codes = []
    column = incidents[f"{by}_pcode"]
    for country, code in zip(incidents["country"], column, strict=True):
        if pd.isna(country):
            codes.append("unlocated")
        elif country != "PK":
            codes.append("abroad")
        elif pd.isna(code):
            codes.append("coarser")
        else:
            codes.append(code if code in available else fold_to(code, available) or "coarser")
    return pd.Series(codes, index=incidents.index, dtype=object)

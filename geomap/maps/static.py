"""Maps for print: graduated symbols of incidents, and choropleths of summaries.

A symbol stands for a place that is known as such. Incidents known to a district or division shade
it and stand there as a number in a box, those known to a province stand under its name; what is
known less finely, lies abroad or could not be placed is told in the line under the map, so that
every incident is accounted for.
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from geomap.errors import SchemaError, SettingsError
from geomap.maps.choropleth import unit_map
from geomap.maps.figures import Look, StaticFigure
from geomap.maps.placing import place_incidents
from geomap.maps.symbols import symbol_map
from geomap.places.boundaries import BoundarySet, in_vintage, load_boundaries
from geomap.summary_tables import only_set, with_geometry

__all__ = ["draw_symbols", "draw_units"]

_VALUES = ("incidents", "fatalities")


def draw_symbols(
    incidents: pd.DataFrame,
    *,
    value: str = "incidents",
    boundaries: BoundarySet | None = None,
    look: Look | None = None,
    data_until: date | None = None,
) -> StaticFigure:
    """Draw incidents as circles at their places, for print.

    Parameters
    ----------
    incidents
        An incident table. It is not changed.
    value
        What a circle's area stands for: ``"incidents"`` or ``"fatalities"`` (best figure).
    boundaries
        A set of districts; None takes the one in use.
    look
        Size, language, title and the province to show; None is a page in English of the country.
    data_until
        The latest publication date that was read; it stands under the map and in its stamps.

    Returns
    -------
    StaticFigure
        To be saved as PNG, SVG or PDF.

    Raises
    ------
    SettingsError
        If an argument has a value that is not allowed.
    SchemaError
        If the table lacks a column.
    """
    if value not in _VALUES:
        raise SettingsError(f"value is {value!r}; it must be one of {', '.join(_VALUES)}")
    look = look or Look()
    units = load_boundaries() if boundaries is None else boundaries
    placed = place_incidents(incidents, boundaries=units, within=look.within)
    return symbol_map(placed, units=units, value=value, look=look, data_until=data_until)


def draw_units(
    table: pd.DataFrame,
    *,
    value: str = "incidents",
    boundaries: BoundarySet | None = None,
    vintage: str = "set",
    look: Look | None = None,
    data_until: date | None = None,
) -> StaticFigure:
    """Draw the units of a summary in shades of one of its columns, for print.

    Parameters
    ----------
    table
        What `summarize` gave without period and split, or what `hotspots` gave.
    value
        A column of numbers, such as ``"incidents"`` or ``"fatalities_per_100k"``; of `hotspots`
        also ``"hot_spot"`` or ``"cluster"``.
    boundaries, vintage
        As they were given to `summarize`; not needed for what has outlines.
    look, data_until
        As for `draw_symbols`.

    Returns
    -------
    StaticFigure
        To be saved as PNG, SVG or PDF. A unit without a figure is hatched, one with 0 is white.

    Raises
    ------
    SettingsError
        If an argument has a value that is not allowed.
    SchemaError
        If the table is no such summary, or has no such column.
    """
    name = only_set(table)
    if value not in table:
        raise SchemaError(f"value is {value!r}, no column of the table")
    if table["pcode"].duplicated().any():
        raise SchemaError("a map has one figure for each unit: summarize without period and split")
    if value not in {"hot_spot", "cluster"} and not pd.api.types.is_numeric_dtype(table[value]):
        raise SchemaError(f"value is {value!r}; a map shows numbers, hot_spot or cluster")
    look = look or Look()
    shaped = table
    if "geometry" not in table:
        shaped = with_geometry(table, boundaries=boundaries, vintage=vintage)
    units = load_boundaries(name) if boundaries is None else boundaries
    if look.within is not None and look.within not in _provinces():
        names = ", ".join(_provinces())
        raise SettingsError(f"within is {look.within!r}; it must be a province, one of {names}")
    units = in_vintage(units, vintage)
    return unit_map(shaped, value=value, units=units, look=look, data_until=data_until)


def _provinces() -> list[str]:
    return list(load_boundaries("embedded-admin1").frame["pcode"])

"""`read_incidents`: any table of incidents as an incident table, and what could not be used.

The columns are matched (`geomap.table_columns`), the whole date column says whether day or month
comes first, and then the rows are read piece by piece: rows in are rows out plus rows rejected,
always. A row is rejected only when it says nothing that could be used, or something that cannot be
right; a row whose place is not found stays, unlocated.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import BoundarySet
from geomap.places.join import JOIN_COLUMNS, join_units
from geomap.records import INCIDENT_COLUMNS, Precision
from geomap.table_columns import Layout, match_columns
from geomap.table_places import locate
from geomap.table_read import PieceReader
from geomap.table_rejects import Rejects
from geomap.table_rows import Piece, Source
from geomap.table_sources import open_table
from geomap.table_spots import Notes
from geomap.table_values import day_order
from geomap.tables import write_csv

__all__ = ["READ_COLUMNS", "TableRead", "geocode_table", "iter_incidents", "read_incidents",
           "read_table"]  # fmt: skip

READ_COLUMNS = (*INCIDENT_COLUMNS, "source_lon", "source_lat")
"""Columns of what is read: the incident table's, and the coordinates of rows that are no point."""

Table = str | Path | pd.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """A table that was read, or one piece of it.

    `incidents` has the columns `READ_COLUMNS` and ``geometry``. `rejected` has the row's number as
    a spreadsheet counts it (in JSON lines the line), the reason, and the row's own cells as text.
    `layout` says which column was taken for what. `rows` is the number of rows in:
    ``rows == len(incidents) + len(rejected)``.
    """

    incidents: gpd.GeoDataFrame
    rejected: pd.DataFrame
    layout: Layout
    rows: int


def read_incidents(
    table: Table,
    *,
    columns: Mapping[str, str | None] | None = None,
    precision: str | None = None,
    boundaries: BoundarySet | None = None,
    rejected: str | Path | None = None,
) -> gpd.GeoDataFrame:
    """Read any table of incidents: a file, or a frame with coordinates or points.

    Parameters
    ----------
    table
        CSV (also with tabs or semicolons), XLSX, Parquet, GeoParquet, GeoJSON, GeoPackage, JSON,
        JSON lines, or a frame; exports of ACLED, UCDP GED and GTD, tables with HXL tags and our
        own are recognised, others are guessed. A frame is not changed.
    columns
        Fields and the columns that hold them, where the guess is wrong: ``{"place": "Town"}``. A
        column of None leaves a field out.
    precision
        Precision of coordinates in a table that gives none; None is ``settlement``.
    boundaries
        The boundary set to join to; None takes the embedded districts.
    rejected
        Where to write the rejected rows as CSV; nothing is written where there are none. None
        writes nothing and warns of rejected rows.

    Returns
    -------
    geopandas.GeoDataFrame
        The columns of the incident table, ``source_lon`` and ``source_lat`` (the coordinates of
        rows that stand for an area) and ``geometry``, EPSG:4326. Lists may be shared between
        rows. ``attrs["read"]`` says in words how the table was read.

    Raises
    ------
    SchemaError
        If the file is no table, nothing says where, or no row at all can be used.
    SettingsError
        If `columns` or `precision` names something that does not exist.

    Examples
    --------
    >>> import pandas as pd
    >>> town = pd.DataFrame({"Town": ["Turbat"], "Date": ["31/01/2026"], "Killed": ["3"]})
    >>> read_incidents(town)[["place_name", "admin2", "precision"]].iloc[0].tolist()
    ['Turbat', 'Kech', 'settlement']
    """
    read = read_table(table, columns=columns, precision=precision, boundaries=boundaries)
    if len(read.rejected):
        first = read.rejected.iloc[0]
        told = f"{len(read.rejected):,} of {read.rows:,} rows cannot be used; row {first['row']}: "
        if not len(read.incidents):
            raise SchemaError(f"{told}{first['reason']}; {read.layout.describe()}")
        if rejected is None:
            warnings.warn(f"{told}{first['reason']}", stacklevel=2)
        else:
            write_csv(read.rejected, Path(rejected))
    return read.incidents


def read_table(
    table: Table,
    *,
    columns: Mapping[str, str | None] | None = None,
    precision: str | None = None,
    boundaries: BoundarySet | None = None,
) -> TableRead:
    """Read a table as `read_incidents` does, with the rejected rows and the layout.

    Raises
    ------
    SchemaError
        If the file is no table, or nothing says where.
    SettingsError
        If `columns` or `precision` names something that does not exist.
    """
    pieces = list(
        iter_incidents(table, columns=columns, precision=precision, boundaries=boundaries)
    )
    layout = pieces[0].layout
    frames = [piece.incidents for piece in pieces if len(piece.incidents)] or [pieces[0].incidents]
    bad = [piece.rejected for piece in pieces if len(piece.rejected)] or [pieces[0].rejected]
    rows = sum(piece.rows for piece in pieces)
    del pieces
    incidents = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    incidents.attrs["read"] = layout.describe()
    return TableRead(
        incidents=incidents,
        rejected=pd.concat(bad, ignore_index=True),
        layout=layout,
        rows=rows,
    )


def iter_incidents(
    table: Table,
    *,
    columns: Mapping[str, str | None] | None = None,
    precision: str | None = None,
    boundaries: BoundarySet | None = None,
) -> Iterator[TableRead]:
    """Read a table piece by piece, in bounded memory for CSV, XLSX, JSON lines and plain Parquet.

    Arguments and errors are those of `read_table`; there is at least one piece.
    """
    source = open_table(table)
    layout = _layout(source, columns)
    reader = PieceReader(source, layout, default=_default(precision))
    for piece in source.pieces():
        rejects = Rejects(source.header)
        values = reader.values(piece, rejects)
        notes = Notes(len(values.index))
        located = locate(values.spots, boundaries=boundaries, notes=notes)
        frame, kept = reader.frame(values, located, notes, rejects)
        incidents = _with_points(frame[kept].reset_index(drop=True))
        yield TableRead(
            incidents=incidents,
            rejected=rejects.table(),
            layout=layout,
            rows=len(piece.frame) + len(piece.broken),
        )


def _default(precision: str | None) -> Precision:
    try:
        return Precision(precision or "settlement")
    except ValueError as error:
        allowed = ", ".join(level.value for level in Precision)
        raise SettingsError(f"precision is {precision!r}; allowed are {allowed}") from error


def _layout(source: Source, columns: Mapping[str, str | None] | None) -> Layout:
    """Match the columns, and read the whole date column for the order of day and month."""
    layout = match_columns(source.header, tags=source.tags, given=columns, source=source.name)
    notes = list(source.notes)
    column = layout.columns.get("date_start")
    if column is not None:
        order, reason = day_order(source.distinct(column))
        if reason:
            notes.append(f"dates: {reason}")
        return replace(layout, notes=tuple(notes), day_order=order)
    return replace(layout, notes=tuple(notes))


def _with_points(frame: pd.DataFrame) -> gpd.GeoDataFrame:
    lon, lat = frame["lon"].to_numpy(dtype=float), frame["lat"].to_numpy(dtype=float)
    points = np.full(len(frame), None, dtype=object)
    known = np.isfinite(lon)
    points[known] = shapely.points(lon[known], lat[known])
    geometry = gpd.GeoSeries(points, index=frame.index, crs="EPSG:4326")
    return gpd.GeoDataFrame(frame, geometry=geometry)


def geocode_table(
    table: Table,
    *,
    columns: Mapping[str, str | None] | None = None,
    boundaries: BoundarySet | None = None,
) -> pd.DataFrame:
    """Return a table with where each of its rows is; no row is left out.

    Rows that do not fit the header stand in their places with the cells that do and without an
    answer; ``geo_notes`` and ``attrs["broken"]`` (number and reason) say so.

    Parameters
    ----------
    table
        As in `read_incidents`; rows need a place text, admin names or coordinates.
    columns
        Fields and the columns that hold them, where the guess is wrong.
    boundaries
        The boundary set to join to; None takes the embedded districts.

    Returns
    -------
    pandas.DataFrame
        The table's columns and, with the prefix ``geo_``, precision, lon, lat (degrees, EPSG:4326;
        NaN where no point is honest), uncertainty_m, country, admin1, admin1_pcode, admin2,
        admin2_pcode, how, score (0-100) and notes. A frame keeps its index.

    Raises
    ------
    SchemaError
        If the file is no table, or nothing says where.
    SettingsError
        If `columns` names something that does not exist.
    """
    source = open_table(table)
    layout = _layout(source, columns)
    reader = PieceReader(source, layout, default=Precision.SETTLEMENT)
    found, broken = [], []
    for piece in source.pieces():
        spots = reader.spots(piece)
        notes = Notes(len(piece.frame))
        located = locate(spots, boundaries=boundaries, notes=notes)
        answers = located.columns()
        answers["notes"] = np.array(["; ".join(one) or None for one in notes.lists()], dtype=object)
        extra = {f"geo_{name}": values for name, values in answers.items()}
        answered = _with_broken(_own_columns(piece).assign(**extra), piece)
        for number, _, reason in piece.broken:
            answered.loc[number, "geo_notes"] = reason
        found.append(answered)
        broken += [(number, reason) for number, _, reason in piece.broken]
    joined = pd.concat(found)
    joined.attrs["broken"] = broken
    if isinstance(table, pd.DataFrame):
        joined.index = table.index
    return joined.reset_index(drop=True) if not isinstance(table, pd.DataFrame) else joined


def iter_joined(
    table: Table,
    *,
    columns: Mapping[str, str | None] | None = None,
    boundaries: BoundarySet | None = None,
) -> Iterator[pd.DataFrame]:
    """Yield the pieces of a table of points with the columns that `join_units` adds.

    Rows that do not fit the header stand in their places with the cells that do and without units;
    ``attrs["broken"]`` of a piece has their numbers and the reasons.

    Raises
    ------
    SchemaError
        If the file is no table, or has no coordinates.
    SettingsError
        If `columns` names something that does not exist.
    """
    source = open_table(table)
    layout = match_columns(source.header, tags=source.tags, given=columns, source=source.name)
    if not {"lat", "lon"} <= layout.columns.keys() and "coordinates" not in layout.columns:
        raise SchemaError(
            f"{source.name}: there are no columns of lon and lat among {', '.join(source.header)}; "
            "name them: --columns lon=...,lat=...",
        )
    reader = PieceReader(source, layout, default=Precision.SETTLEMENT)
    for piece in source.pieces():
        spots = reader.spots(piece)
        points = pd.DataFrame({"lon": spots.lon, "lat": spots.lat}, index=piece.frame.index)
        joined = join_units(points, boundaries=boundaries)
        units = {name: joined[name] for name in JOIN_COLUMNS}
        answered = _with_broken(_own_columns(piece).assign(**units), piece)
        answered.attrs["broken"] = [(number, reason) for number, _, reason in piece.broken]
        yield answered


def _own_columns(piece: Piece) -> pd.DataFrame:
    """Return the cells of a piece as its table has them."""
    own = [name for name in piece.frame.columns if not str(name).startswith("geometry.")]
    return piece.frame[own]


def _with_broken(answered: pd.DataFrame, piece: Piece) -> pd.DataFrame:
    """Put the rows that do not fit the header back in their places."""
    if not piece.broken:
        return answered
    numbers = [number for number, _, _ in piece.broken]
    whole = answered.reindex(sorted([*answered.index, *numbers]))
    names = _own_columns(piece).columns
    for number, cells, _ in piece.broken:
        for name, cell in zip(names, cells, strict=False):
            whole.loc[number, name] = cell
    return whole

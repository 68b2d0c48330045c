"""Tables as they come: CSV, XLSX, Parquet, GeoJSON, GeoPackage, JSON, JSON lines, or a frame.

`open_table` gives a `Source`, whose `pieces` are read one after another and can be read again, so
that a large CSV, TSV, JSON lines, XLSX or plain Parquet file never stands in memory as a whole.
Points, in any coordinate reference system, become two columns of degrees. Every row of the file is
in some piece, those that cannot be read included; a row keeps the number that a spreadsheet shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pyproj
import shapely

from geomap.errors import MissingDataError, SchemaError
from geomap.table_rows import (
    PIECE_ROWS,
    Lines,
    Piece,
    Sheet,
    Source,
    Text,
    is_tags,
    records,
    unique_names,
)

__all__ = ["GEOMETRY_KIND", "GEOMETRY_LAT", "GEOMETRY_LON", "SUFFIXES", "open_table"]

GEOMETRY_LON, GEOMETRY_LAT, GEOMETRY_KIND = "geometry.lon", "geometry.lat", "geometry.kind"
"""Columns that a source adds for its points, in degrees, EPSG:4326, and for other shapes."""

SUFFIXES = frozenset(
    (".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".geoparquet", ".geojson", ".json", ".jsonl",
     ".ndjson", ".gpkg"),
)  # fmt: skip
"""Files that `open_table` reads."""


def open_table(table: str | Path | pd.DataFrame) -> Source:
    """Open a file by its suffix, or a frame; a GeoDataFrame must have points.

    Raises
    ------
    MissingDataError
        If there is no such file.
    MissingDependencyError
        If an XLSX file is given and openpyxl is not installed.
    SchemaError
        If the file cannot be read as a table.
    """
    if isinstance(table, pd.DataFrame):
        return _Frame(table, name="table")
    path = Path(table)
    _check_file(path)
    suffix = path.suffix.lower()
    if suffix in {".csv", ".tsv", ".txt"}:
        return Text(path)
    if suffix == ".xlsx":
        return Sheet(path)
    if suffix in {".jsonl", ".ndjson"}:
        return Lines(path)
    if suffix not in SUFFIXES:
        raise SchemaError(
            f"{path}: tables are read from {', '.join(sorted(SUFFIXES))}; save it as one of these",
        )
    try:
        if suffix in {".parquet", ".geoparquet"}:
            return _parquet(path)
        if suffix == ".gpkg":
            return _Frame(gpd.read_file(path, engine="pyogrio"), name=path.name)
        return _Frame(_json_frame(path), name=path.name)
    except (OSError, ValueError, pyogrio.errors.DataSourceError) as error:
        raise SchemaError(
            f"{path}: not a table that can be read: {str(error).rstrip('.')}; "
            "save it anew, as CSV or XLSX",
        ) from error


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise SchemaError(f"{path} is a folder; name a table in it")
    if not path.is_file():
        raise MissingDataError(f"{path}: there is no such file")


class _Frame:
    """A table in memory."""

    def __init__(self, frame: pd.DataFrame, *, name: str) -> None:
        self.name = name
        self.tags: list[str] | None = None
        self.notes: tuple[str, ...] = ()
        self.decimal_comma = False
        self._frame = _plain(frame)
        if len(self._frame) and is_tags([str(one) for one in self._frame.iloc[0]]):
            self.tags = [str(one) for one in self._frame.iloc[0]]
            self._frame = self._frame.iloc[1:]
        self.header = list(self._frame.columns)

    def distinct(self, column: str) -> Iterable[object]:
        """Return the distinct cells of a column; none if they are dates already."""
        return _distinct(self._frame[column])

    def pieces(self, rows: int = PIECE_ROWS) -> Iterator[Piece]:
        """Yield the rows in order."""
        for start in range(0, max(len(self._frame), 1), rows):
            yield Piece(frame=self._frame.iloc[start : start + rows])


def _distinct(cells: pd.Series) -> Iterable[object]:
    """Return the distinct cells of a column; none if they are dates already."""
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        return ()
    return {str(cell) for cell in pd.unique(cells)}


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table with its points as two columns, and rows numbered from 2."""
    plain = pd.DataFrame(frame).copy(deep=False)
    plain.columns = pd.Index(unique_names([str(name) for name in frame.columns]))
    if isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None:
        lon, lat, other = _points(frame.geometry)
        plain = plain.drop(columns=str(frame.active_geometry_name))
        plain[GEOMETRY_LON], plain[GEOMETRY_LAT] = lon, lat
        if other is not None:
            plain[GEOMETRY_KIND] = other
    plain.index = pd.RangeIndex(2, len(plain) + 2)
    return plain


def _points(geometry: gpd.GeoSeries) -> tuple[Any, Any, Any]:
    """Return longitude and latitude in degrees, and what a geometry is that is no point."""
    if geometry.crs is None:
        if geometry.notna().any():
            raise SchemaError("the points have no CRS: give them one with set_crs")
    elif geometry.crs != "EPSG:4326":
        geometry = geometry.to_crs("EPSG:4326")
    shapes = np.asarray(geometry.array, dtype=object)
    shapes = shapes.copy()
    shapes[shapely.is_empty(shapes)] = None
    kinds = shapely.get_type_id(shapes)
    single = (kinds == 4) & (shapely.get_num_geometries(shapes) == 1)
    shapes = np.where(single, shapely.get_geometry(shapes, 0), shapes)
    kinds = np.where(single, 0, kinds)
    lon, lat = shapely.get_x(shapes), shapely.get_y(shapes)  # NaN for what is no point
    wrong = kinds > 0
    if not wrong.any():
        return lon, lat, None
    names = np.full(len(shapes), None, dtype=object)
    names[wrong] = [shape.geom_type for shape in shapes[wrong]]
    return lon, lat, names


def _json_frame(path: Path) -> pd.DataFrame:
    """Read GeoJSON, a list of objects, or an answer of an API that holds one."""
    data: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    if isinstance(data, dict):
        if isinstance(data.get("features"), list):
            return _features(data)
        lists = [one for key, one in data.items() if key.lower() in _LISTS]
        data = next((one for one in lists if isinstance(one, list)), None)
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        raise SchemaError(f"{path}: neither GeoJSON nor a list of objects")
    return records(data, list(dict.fromkeys(str(key) for one in data for key in one)))


_LISTS = frozenset(("data", "result", "results", "records", "rows", "incidents"))


def _features(data: dict[str, Any]) -> pd.DataFrame:
    features = [one if isinstance(one, dict) else {} for one in data["features"]]
    rows = [one.get("properties") or {} for one in features]
    frame = records(rows, list(dict.fromkeys(str(key) for row in rows for key in row)))
    crs = ((data.get("crs") or {}).get("properties") or {}).get("name") or "EPSG:4326"
    shapes = shapely.from_geojson(
        [json.dumps(one["geometry"]) if one.get("geometry") else None for one in features],
        on_invalid="ignore",
    )
    geometry = gpd.GeoSeries(shapes, crs=pyproj.CRS.from_user_input(crs), index=frame.index)
    frame = frame.drop(columns="geometry", errors="ignore")
    points: pd.DataFrame = gpd.GeoDataFrame(frame, geometry=geometry)
    return points


def _parquet(path: Path) -> Source:
    file = pq.ParquetFile(path)
    if b"geo" in (file.schema_arrow.metadata or {}):
        return _Frame(gpd.read_parquet(path), name=path.name)
    return _Columns(path, list(file.schema_arrow.names))


class _Columns:
    """A Parquet file without geometry."""

    def __init__(self, path: Path, header: list[str]) -> None:
        self.name = path.name
        self.path = path
        self.header = header
        self.tags: list[str] | None = None
        self.notes: tuple[str, ...] = ()
        self.decimal_comma = False

    def distinct(self, column: str) -> Iterable[object]:
        """Return the distinct cells of a column; none if they are dates already."""
        return _distinct(pq.read_table(self.path, columns=[column])[column].to_pandas())

    def pieces(self, rows: int = PIECE_ROWS) -> Iterator[Piece]:
        """Yield the rows in order."""
        number = 2
        for batch in pq.ParquetFile(self.path).iter_batches(batch_size=rows):
            frame = batch.to_pandas()
            frame.index = pd.RangeIndex(number, number + len(frame))
            number += len(frame)
            yield Piece(frame=frame)

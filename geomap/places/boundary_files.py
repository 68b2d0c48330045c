"""Read a boundary file of any common format into polygons in degrees.

GeoJSON, TopoJSON, a zipped shapefile (or a zip of any of these), a bare shapefile, GeoPackage and
GeoParquet. A file may hold several layers; the one of the wanted level is read. Nothing is written.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pyproj
import shapely

from geomap.errors import DataError, MissingDataError, SchemaError
from geomap.places.boundary_columns import Columns, column_choices
from geomap.places.boundary_json import count_short_rings, mend_geojson

__all__ = ["Layer", "RawBoundaries", "file_hash", "licence_inside", "list_layers", "read_layer"]

CRS = "EPSG:4326"
LARGEST = 2_000_000_000  # bytes that a zip may unpack to
_FORMATS = {
    ".geojson": "GeoJSON", ".json": "GeoJSON", ".topojson": "TopoJSON", ".shp": "shapefile",
    ".gpkg": "GeoPackage", ".parquet": "GeoParquet", ".geoparquet": "GeoParquet",
    ".fgb": "FlatGeobuf",
}  # fmt: skip
_IN_DEGREES = {"GeoJSON", "TopoJSON"}
_REACH = (55.0, 20.0, 82.0, 40.0)  # degrees: what reaches in here may be Pakistan
_READ_ERRORS = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    pyogrio.errors.GeometryError,
    pyogrio.errors.FieldError,
    shapely.errors.GEOSException,
    UnicodeDecodeError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer with polygons, and the readings of its columns.

    `path` is what GDAL opens; `name` is the layer's name there, or the file's where it has one
    layer only.
    """

    path: str
    name: str
    format: str
    choices: tuple[Columns, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBoundaries:
    """The features of one layer as read, in EPSG:4326.

    `crs_from` is the CRS that the file was in; `notes` says what was assumed in reading;
    `repairs` counts rings that were mended or dropped before the polygons could be read.
    """

    frame: gpd.GeoDataFrame
    crs_from: str
    notes: tuple[str, ...]
    repairs: Mapping[str, int]


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def list_layers(path: Path) -> list[Layer]:
    """Return the layers of a file that have polygons.

    Raises
    ------
    MissingDataError
        If there is no such file.
    DataError
        If the file is in no known format, cannot be read, or has no polygons.
    """
    if not path.is_file():
        raise MissingDataError(f"{path}: there is no such file")
    layers = [layer for member in _members(path) for layer in _layers(*member, path=path)]
    if not layers:
        raise DataError(f"{path.name} has no layer with polygons")
    return layers


def read_layer(layer: Layer, *, source: str, crs: str | None = None) -> RawBoundaries:
    """Read one layer and bring it to EPSG:4326.

    Parameters
    ----------
    layer
        A layer that `list_layers` returned.
    source
        The file's name, for messages.
    crs
        The CRS of the coordinates, such as ``"EPSG:32642"``; None takes the file's.

    Raises
    ------
    SchemaError
        If the file names no CRS and none is given, or the coordinates are not in Pakistan.
    DataError
        If the file cannot be read.
    """
    frame, notes, repairs = _read(layer, source)
    if not len(frame):
        raise SchemaError(f"{source} has no features")
    if crs is not None:
        frame = frame.set_crs(_known_crs(crs), allow_override=True)
    elif frame.crs is None and layer.format in _IN_DEGREES:
        frame = frame.set_crs(CRS)
        notes += ("the file names no CRS; degrees are assumed, as is usual in this format",)
    if frame.crs is None:
        raise SchemaError(
            f"{source} does not say which CRS its coordinates are in (a shapefile says it in its "
            ".prj file); ask the publisher, then give it: --crs EPSG:4326 if they are degrees",
        )
    crs_from = frame.crs.to_string()
    if frame.crs != CRS:
        frame = frame.to_crs(CRS)
    _check_reach(frame, source, crs_from)
    return RawBoundaries(frame=frame, crs_from=crs_from, notes=notes, repairs=repairs)


def licence_inside(path: Path) -> str:
    """Return the first line of the licence in a zip, cut to 80 characters; empty where none is."""
    if not zipfile.is_zipfile(path):
        return ""
    with zipfile.ZipFile(path) as archive:
        for item in archive.infolist():
            name = Path(item.filename).name.casefold()
            if re.fullmatch(r"(?:licen[cs]e|copying)(?:\.txt|\.md)?", name):
                with archive.open(item) as stream:
                    lines = stream.read(4000).decode("utf-8", "replace").splitlines()
                return next((line.strip()[:80] for line in lines if line.strip()), "")
    return ""


def _members(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what GDAL can open, and its format; a zip may hold several files."""
    full = str(path.resolve())
    if path.suffix.casefold() != ".zip":
        yield full, _format(path, path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            items = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise DataError(f"{path.name} is not a zip file: {error}") from error
    if sum(item.file_size for item in items) > LARGEST:
        raise DataError(f"{path.name} unpacks to more than {LARGEST // 10**9} GB")
    inside = [
        item.filename for item in items if not item.is_dir() and "__MACOSX" not in item.filename
    ]
    readable = [name for name in inside if Path(name).suffix.casefold() in _FORMATS]
    usable = [name for name in readable if not name.casefold().endswith("parquet")]
    if not usable:
        raise DataError(
            f"{path.name} holds no .shp, .geojson, .topojson or .gpkg file; "
            "unpack GeoParquet first",
        )
    for name in sorted(usable):
        yield f"/vsizip/{{{full}}}/{name}", _FORMATS[Path(name).suffix.casefold()]


def _format(path: Path, named: Path) -> str:
    found = _FORMATS.get(named.suffix.casefold())
    if found is None:
        raise DataError(
            f"{path.name}: boundary files are .geojson, .topojson, .zip (a shapefile), .gpkg "
            "or .parquet",
        )
    if found == "GeoJSON" and re.search(rb'"type"\s*:\s*"Topology"', _head(path)):
        return "TopoJSON"
    return found


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(2000)


def _layers(gdal_path: str, kind: str, *, path: Path) -> Iterator[Layer]:
    if kind == "GeoParquet":
        columns = _parquet(path).columns.drop("geometry", errors="ignore").tolist()
        yield _layer(gdal_path, path.stem, kind, columns, words=path.stem)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = pyogrio.list_layers(gdal_path).tolist()
            infos = [pyogrio.read_info(gdal_path, layer=name) for name, _ in found]
    except _READ_ERRORS as error:
        raise DataError(f"{path.name} cannot be read as {kind}: {_line(error)}") from error
    for (name, geometry), info in zip(found, infos, strict=True):
        if geometry is None or "Point" in geometry or "Line" in geometry:
            continue
        columns = [str(field) for field in info["fields"]]
        words = f"{Path(gdal_path).stem} {name}" if len(found) == 1 else str(name)
        yield _layer(gdal_path, str(name), kind, columns, words=words)


def _layer(path: str, name: str, kind: str, columns: list[str], *, words: str) -> Layer:
    return Layer(
        path=path,
        name=name,
        format=kind,
        choices=tuple(column_choices(columns, layer=words)),
        columns=tuple(columns),
    )


def _read(layer: Layer, source: str) -> tuple[gpd.GeoDataFrame, tuple[str, ...], Mapping[str, int]]:
    if layer.format == "GeoParquet":
        return _parquet(Path(layer.path)), (), {}
    content, repairs = _mended(layer)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            if content is not None:
                frame = gpd.read_file(io.BytesIO(content), engine="pyogrio")
            else:
                frame = gpd.read_file(layer.path, layer=layer.name, engine="pyogrio")
    except _READ_ERRORS as error:
        raise DataError(f"{source} cannot be read: {_line(error)}") from error
    if not isinstance(frame, gpd.GeoDataFrame):
        raise SchemaError(f"{source} has no geometry")
    notes = dict.fromkeys(f"reader: {_line(item.message)}" for item in caught)
    return frame, tuple(notes)[:5], repairs


def _mended(layer: Layer) -> tuple[bytes | None, Mapping[str, int]]:
    """Return what to read instead of a JSON file whose rings cannot be read, and the counts."""
    path = Path(layer.path)
    if layer.format not in _IN_DEGREES or not path.is_file():
        return None, {}
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        if layer.format == "TopoJSON":
            short = count_short_rings(document, layer.name)
            return None, {"degenerate_rings": short} if short else {}
        counts = mend_geojson(document)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return None, {}  # the reader says what is wrong with the file
    return (json.dumps(document).encode() if counts else None), counts


def _parquet(path: Path) -> gpd.GeoDataFrame:
    try:
        frame: gpd.GeoDataFrame = gpd.read_parquet(path)
    except (ValueError, OSError) as error:
        raise SchemaError(f"{path.name} is no GeoParquet file: {_line(error)}") from error
    if frame.active_geometry_name != "geometry":
        frame = frame.rename_geometry("geometry")
    return frame


def _known_crs(crs: str) -> pyproj.CRS:
    try:
        return pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError as error:
        raise SchemaError(f"crs is {crs!r}; it must be a code such as EPSG:4326") from error


def _check_reach(frame: gpd.GeoDataFrame, source: str, crs_from: str) -> None:
    """Refuse coordinates that are nowhere near Pakistan: metres, or latitude first."""
    boxes = np.asarray(frame.geometry.bounds)
    boxes = boxes[np.isfinite(boxes).all(axis=1)]
    if not len(boxes):
        raise SchemaError(f"{source} has no polygons")
    west, south, east, north = _REACH
    near = (
        (boxes[:, 0] < east) & (boxes[:, 2] > west) & (boxes[:, 1] < north) & (boxes[:, 3] > south)
    )
    if near.any():
        return
    middle = np.median(boxes, axis=0)
    if south < middle[0] < north and west < middle[1] < east:
        raise SchemaError(f"{source} gives latitude before longitude; swap its coordinates")
    if np.abs(middle).max() > 180:
        raise SchemaError(
            f"{source} is said to be in {crs_from}, but its coordinates are not degrees; "
            "give the CRS that they are in: --crs EPSG:32642 (UTM zone 42N), for example",
        )
    raise SchemaError(f"no feature of {source} lies in or near Pakistan")


def _line(error: object) -> str:
    """Return the first line of a message, without the paths in it."""
    text = re.sub(r"/\S*/", "", str(error)).splitlines()
    return text[0][:200] if text else type(error).__name__

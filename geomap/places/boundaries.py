"""Boundary sets: the registry of what ships with geomap, and loading one.

A boundary set is a GeoJSON file with a record in ``boundaries/registry.json``: level, vintage,
licence, attribution, hash, and whether its lines are approximate. The record travels with the
polygons, so that a map or a table can always say what its areas are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio

from geomap.errors import DataError, SchemaError, SettingsError
from geomap.paths import data_file

__all__ = [
    "BoundarySet",
    "basemap_features",
    "check_hash",
    "list_boundaries",
    "load_boundaries",
    "registry",
]

LEVELS = ("admin1", "admin2")
COLUMNS = ("pcode", "name", "province", "geometry")
CRS = "EPSG:4326"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BoundarySet:
    """Admin polygons of one source, level and vintage.

    `level` is ``admin1`` or ``admin2``. `vintage` is the date that the set describes, as far as
    it is known (``2023``, ``2022-09-09``). `approximate` sets are drawn softly and say so;
    `accuracy` holds the figures measured for them, else it is empty. `frame` has the columns
    ``pcode``, ``name``, ``province`` (the admin1 p-code; at level admin1 the unit's own) and
    ``geometry`` in EPSG:4326, sorted by p-code. The frame is shared between callers: copy it
    before changing it.
    """

    name: str
    level: str
    title: str
    vintage: str
    approximate: bool
    attribution: str
    licence: str
    note: str = ""
    accuracy: Mapping[str, Any] = field(default_factory=dict)
    frame: gpd.GeoDataFrame

    @property
    def label(self) -> str:
        """Name and vintage in words, for tables: ``embedded-admin2 (2023, approximate)``."""
        suffix = ", approximate" if self.approximate else ""
        return f"{self.name} ({self.vintage}{suffix})"


def registry() -> dict[str, dict[str, Any]]:
    """Return the records of all files of ``boundaries/``, by name; a fresh copy each time."""
    text = data_file("boundaries/registry.json").read_text(encoding="utf-8")
    sets: dict[str, dict[str, Any]] = json.loads(text)["sets"]
    return sets


def list_boundaries(level: str | None = None) -> list[str]:
    """Return the names of the boundary sets that can be loaded, of one level or of all.

    Parameters
    ----------
    level
        ``"admin1"``, ``"admin2"``, or None for both.

    Raises
    ------
    SettingsError
        If the level is not one of these.
    """
    if level is not None and level not in LEVELS:
        raise SettingsError(f"level is {level!r}; allowed are {', '.join(LEVELS)}")
    wanted = LEVELS if level is None else (level,)
    return sorted(name for name, record in registry().items() if record["level"] in wanted)


@cache
def load_boundaries(name: str = "embedded-admin2") -> BoundarySet:
    """Return a boundary set by name; the same object each time.

    Raises
    ------
    SettingsError
        If there is no set of that name.
    MissingDataError
        If the set's file is not installed.
    SchemaError
        If the file lacks a column, repeats a p-code or is not in EPSG:4326.

    Examples
    --------
    >>> provinces = load_boundaries("embedded-admin1")
    >>> provinces.frame.set_index("pcode").name["PK2"]
    'Balochistan'
    """
    names = list_boundaries()
    if name not in names:
        raise SettingsError(f"no boundary set {name!r}; there are {', '.join(names)}")
    record = registry()[name]
    return BoundarySet(
        name=name,
        level=record["level"],
        title=record["title"],
        vintage=record["vintage"],
        approximate=record["approximate"],
        attribution=record["attribution"],
        licence=record["licence"],
        note=record["note"],
        accuracy=record["accuracy"] or {},
        frame=_read_units(_path(record), level=record["level"]),
    )


def basemap_features() -> gpd.GeoDataFrame:
    """Return the features of the embedded basemap, a fresh frame each time.

    Columns: ``kind`` (``land``, ``disputed``, ``line_of_control``), ``country`` (ISO 3166
    alpha-2; None where disputed or a line), ``name``, ``geometry`` in EPSG:4326. Land reaches
    from 55 to 82 degrees east and from 20 to 40 degrees north.
    """
    return _read(_path(registry()["basemap"]))


def check_hash(name: str) -> None:
    """Compare the file of a registry record with the hash that the record gives.

    Raises
    ------
    SettingsError
        If the registry has no such name.
    DataError
        If the file has changed.
    """
    records = registry()
    if name not in records:
        raise SettingsError(f"no boundary set {name!r}; there are {', '.join(sorted(records))}")
    record = records[name]
    got = hashlib.sha256(_path(record).read_bytes()).hexdigest()
    if got != record["sha256"]:
        raise DataError(
            f"{record['file']} has changed: sha256 {got}, expected {record['sha256']}; "
            "reinstall geomap-pk, or run `make data` in a checkout",
        )


def _path(record: Mapping[str, Any]) -> Path:
    return data_file(f"boundaries/{record['file']}")


def _read_units(path: Path, *, level: str) -> gpd.GeoDataFrame:
    frame = _read(path)
    if level == "admin1" and "province" not in frame:
        frame = frame.assign(province=frame["pcode"])
    missing = [column for column in COLUMNS if column not in frame]
    if missing:
        raise SchemaError(f"{path.name} lacks the columns {', '.join(missing)}")
    repeated = frame["pcode"][frame["pcode"].duplicated()]
    if len(repeated):
        raise SchemaError(f"{path.name} repeats the p-code {repeated.iloc[0]}")
    units: gpd.GeoDataFrame = frame[list(COLUMNS)]
    return units.sort_values("pcode", ignore_index=True)


def _read(path: Path) -> gpd.GeoDataFrame:
    try:
        frame = gpd.read_file(path, engine="pyogrio")
    except pyogrio.errors.DataSourceError as error:
        raise DataError(f"{path.name} cannot be read as a boundary file: {error}") from error
    if frame.crs != CRS:
        raise SchemaError(f"{path.name} is in {frame.crs}; boundary files are in {CRS}")
    return frame

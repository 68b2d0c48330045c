"""Boundary sets: what ships with geomap and what the user has installed, and loading one.

A boundary set is a file of polygons with a record: level, vintage, licence, attribution, hash, and
whether its lines are approximate. The record travels with the polygons, so that a map or a table
can always say what its areas are. The records of what ships are in ``boundaries/registry.json``,
those of installed sets in the user's data folder (`geomap.places.boundary_store`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pyogrio

from geomap.errors import DataError, HashError, SchemaError, SettingsError
from geomap.paths import data_file
from geomap.places.boundary_store import default_name, installed_records, shapes_path
from geomap.places.units import fold_to, unit
from geomap.places.vintages import vintage_codes

__all__ = [
    "BoundarySet",
    "at_level",
    "basemap_features",
    "boundary_record",
    "check_hash",
    "default_boundaries",
    "in_vintage",
    "list_boundaries",
    "load_boundaries",
    "registry",
]

LEVELS = ("admin1", "admin2", "admin3")
COLUMNS = ("pcode", "name", "province", "geometry")
CRS = "EPSG:4326"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BoundarySet:
    """Admin polygons of one source, level and vintage.

    `level` is ``admin1``, ``admin2`` or ``admin3``. `vintage` is the date that the set describes,
    as far as it is known (``2023``, ``2022-09-09``). `approximate` sets are drawn softly and say
    so; `accuracy` holds the figures measured for them, else it is empty. `frame` has the columns
    ``pcode``, ``name``, ``province`` (the admin1 p-code; at level admin1 the unit's own), at level
    admin3 ``district`` (the admin2 p-code), and ``geometry`` in EPSG:4326, sorted by p-code. The
    frame is shared between callers: copy it before changing it.
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
        ``"admin1"``, ``"admin2"``, ``"admin3"``, or None for all.

    Raises
    ------
    SettingsError
        If the level is not one of these.
    """
    if level is not None:
        _check_level(level)
    wanted = LEVELS if level is None else (level,)
    return sorted(name for name, record in _records().items() if record["level"] in wanted)


def default_boundaries(level: str) -> str:
    """Return the name of the set that stands for a level when none is named.

    Raises
    ------
    SettingsError
        If the level is none, or is admin3 and no tehsil set has been chosen.
    """
    _check_level(level)
    chosen = default_name(level)
    if chosen is None and level == "admin3":
        raise SettingsError("geomap has no tehsils of its own; choose a set: boundaries use NAME")
    return chosen or f"embedded-{level}"


def boundary_record(name: str) -> dict[str, Any]:
    """Return the record of a boundary set, embedded or installed; a fresh copy.

    Raises
    ------
    SettingsError
        If there is no set of that name.
    """
    records = _records()
    if name not in records:
        raise SettingsError(f"no boundary set {name!r}; there are {', '.join(sorted(records))}")
    return records[name]


def load_boundaries(name: str | None = None, *, level: str | None = None) -> BoundarySet:
    """Return a boundary set by name; the same object each time.

    Parameters
    ----------
    name
        An embedded or installed set; None takes the one chosen with ``geomap boundaries use``,
        else the embedded one.
    level
        ``"admin1"``, ``"admin2"`` or ``"admin3"``. A finer set is brought to it by joining its
        units. None takes the set's own level, and districts where no name is given either.

    Raises
    ------
    SettingsError
        If there is no set of that name, or it is coarser than `level`.
    MissingDataError
        If the set's file is not installed.
    HashError
        If the file of an installed set has changed.
    SchemaError
        If the file lacks a column, repeats a p-code or is not in EPSG:4326.

    Examples
    --------
    >>> provinces = load_boundaries("embedded-admin1")
    >>> provinces.frame.set_index("pcode").name["PK2"]
    'Balochistan'
    """
    chosen = default_boundaries(level or "admin2") if name is None else name
    record = boundary_record(chosen)
    wanted = level or ("admin2" if name is None else record["level"])
    text = json.dumps(record, sort_keys=True)
    return _load(chosen, wanted, hashlib.sha256(text.encode()).hexdigest())


def at_level(units: BoundarySet, level: str) -> BoundarySet:
    """Return a boundary set whose units are joined to those of a coarser level.

    Raises
    ------
    SettingsError
        If the level is none, or finer than the set's.
    """
    _check_level(level)
    if level == units.level:
        return units
    if LEVELS.index(level) > LEVELS.index(units.level):
        raise SettingsError(
            f"{units.name} is a set of level {units.level}; it cannot be divided to {level}",
        )
    column = "province" if level == "admin1" else "district"
    frame = _joined(units.frame, units.frame[column])
    return replace(units, level=level, frame=frame)


def in_vintage(units: BoundarySet, vintage: str) -> BoundarySet:
    """Return a set of districts whose units are joined to those of a year, as far as they can be.

    Parameters
    ----------
    units
        A boundary set. Levels other than admin2 are returned as they are.
    vintage
        ``"2012"``, ``"2017"``, ``"2023"``, or ``"set"`` for the set's own units.

    Returns
    -------
    BoundarySet
        Districts cut up since then are joined again. A unit that had been divided by then, but
        that the set draws whole, stays whole: codes of its parts fold into it.

    Examples
    --------
    >>> districts = in_vintage(load_boundaries("embedded-admin2"), "2017")
    >>> "PK235" in set(districts.frame.pcode)  # Chaman, 2021
    False
    """
    wanted = vintage_codes(vintage, units.frame["pcode"])
    if vintage == "set" or units.level != "admin2":
        return units
    codes = [fold_to(code, wanted) or code for code in units.frame["pcode"]]
    frame = _joined(units.frame, np.array(codes, dtype=object))
    return replace(units, vintage=f"{vintage}, drawn from {units.vintage}", frame=frame)


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
    HashError
        If the file has changed.
    """
    records = registry()
    if name not in records:
        raise SettingsError(f"no boundary set {name!r}; there are {', '.join(sorted(records))}")
    record = records[name]
    path = _path(record)
    got = hashlib.sha256(path.read_bytes()).hexdigest()
    if got != record["sha256"]:
        raise HashError(
            path,
            expected=record["sha256"],
            got=got,
            advice="reinstall geomap-pk, or run `make data` in a checkout",
        )


def _records() -> dict[str, dict[str, Any]]:
    """Return the records of all sets that can be loaded."""
    own = {name: record for name, record in registry().items() if record["level"] in LEVELS}
    return installed_records() | own


def _is_installed(record: Mapping[str, Any]) -> bool:
    return "stored_sha256" in record


def _check_level(level: str) -> None:
    if level not in LEVELS:
        raise SettingsError(f"level is {level!r}; allowed are {', '.join(LEVELS)}")


@lru_cache(maxsize=16)
def _load(name: str, level: str, version: str) -> BoundarySet:
    """Return a set at a level; `version` tells records apart: a set installed anew is read anew."""
    record = boundary_record(name)
    if record["level"] != level:
        return at_level(_load(name, record["level"], version), level)
    if _is_installed(record):
        frame = _read_installed(shapes_path(name, record), level=level)
    else:
        frame = _read_units(_path(record), level=level)
    return BoundarySet(
        name=name,
        level=level,
        title=record["title"],
        vintage=record["vintage"],
        approximate=record["approximate"],
        attribution=record["attribution"],
        licence=record["licence"],
        note=record["note"],
        accuracy=record["accuracy"] or {},
        frame=frame,
    )


def _joined(frame: gpd.GeoDataFrame, codes: Any) -> gpd.GeoDataFrame:
    """Join the polygons that share a code; names and provinces are those of the units table."""
    parts = gpd.GeoDataFrame({"pcode": np.asarray(codes, dtype=object)}, geometry=frame.geometry)
    provinces = dict(zip(parts["pcode"], frame["province"], strict=True))
    whole = parts.dissolve("pcode", sort=True).reset_index()
    known = [unit(code) for code in whole["pcode"]]
    return gpd.GeoDataFrame(
        {
            "pcode": whole["pcode"],
            "name": [
                code if one is None else one.name
                for code, one in zip(whole["pcode"], known, strict=True)
            ],
            "province": [provinces[code] for code in whole["pcode"]],
        },
        geometry=whole.geometry,
    )


def _read_installed(path: Path, *, level: str) -> gpd.GeoDataFrame:
    try:
        frame = gpd.read_parquet(path)
    except (ValueError, OSError) as error:
        raise DataError(f"{path.name} cannot be read; install the set again") from error
    return _checked(frame, path, level=level)


def _path(record: Mapping[str, Any]) -> Path:
    return data_file(f"boundaries/{record['file']}")


def _read_units(path: Path, *, level: str) -> gpd.GeoDataFrame:
    return _checked(_read(path), path, level=level)


def _checked(frame: gpd.GeoDataFrame, path: Path, *, level: str) -> gpd.GeoDataFrame:
    if level == "admin1" and "province" not in frame:
        frame = frame.assign(province=frame["pcode"])
    wanted = (*COLUMNS[:-1], "district", "geometry") if level == "admin3" else COLUMNS
    missing = [column for column in wanted if column not in frame]
    if missing:
        raise SchemaError(f"{path.name} lacks the columns {', '.join(missing)}")
    repeated = frame["pcode"][frame["pcode"].duplicated()]
    if len(repeated):
        raise SchemaError(f"{path.name} repeats the p-code {repeated.iloc[0]}")
    units: gpd.GeoDataFrame = frame[list(wanted)]
    return units.sort_values("pcode", ignore_index=True)


def _read(path: Path) -> gpd.GeoDataFrame:
    try:
        frame = gpd.read_file(path, engine="pyogrio")
    except pyogrio.errors.DataSourceError as error:
        raise DataError(f"{path.name} cannot be read as a boundary file: {error}") from error
    if frame.crs != CRS:
        raise SchemaError(f"{path.name} is in {frame.crs}; boundary files are in {CRS}")
    return frame

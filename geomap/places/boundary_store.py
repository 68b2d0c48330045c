"""Where installed boundary sets lie, and their records.

In the user's data folder, ``boundaries/`` holds two files for each set, ``NAME.parquet`` with the
polygons and ``NAME.json`` with the record, for a tehsil set ``NAME.areas.csv`` too. In
``default.json`` stand the sets that the user has chosen, by level, and in ``downloads.json`` the
hash of each address at its first download. Nothing here reads geometry, so that it costs nothing
to ask.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from geomap.errors import HashError, MissingDataError, SchemaError, SettingsError
from geomap.paths import below, user_data_dir

__all__ = [
    "NamedArea",
    "check_name",
    "default_name",
    "delete_set",
    "download_hash",
    "installed_records",
    "named_areas",
    "set_default",
    "set_download_hash",
    "shapes_path",
    "store_set",
]

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}")
_RESERVED = ("embedded", "basemap", "default", "downloads", "set")


@dataclass(frozen=True, slots=True)
class NamedArea:
    """A tehsil of an installed set, as the gazetteer may name it.

    `lon` and `lat` are a point inside it, in degrees, EPSG:4326; `uncertainty_m` is the distance
    in metres from there to its farthest corner. `district` and `province` are p-codes.
    """

    pcode: str
    name: str
    district: str
    province: str
    lon: float
    lat: float
    uncertainty_m: int


def check_name(name: str) -> None:
    """Raise SettingsError unless a set may be called so."""
    taken = name.startswith(_RESERVED[0]) or name in _RESERVED
    if taken or not _NAME.fullmatch(name):
        raise SettingsError(
            f"a boundary set cannot be called {name!r}: use small letters, digits, '-', '_' and "
            "'.', and no name of geomap's own",
        )


def installed_records() -> dict[str, dict[str, Any]]:
    """Return the records of the installed sets, by name, in order of the names.

    Raises
    ------
    SchemaError
        If a record cannot be read.
    """
    folder = _folder()
    if not folder.is_dir():
        return {}
    files = sorted(path for path in folder.glob("*.json") if path.stem not in _RESERVED)
    return {path.stem: _record(path) for path in files}


def shapes_path(name: str, record: Mapping[str, Any]) -> Path:
    """Return the file with the polygons of an installed set, checked against its record.

    Raises
    ------
    MissingDataError
        If the file is gone.
    HashError
        If it is not the file that was installed.
    """
    path = _folder() / f"{name}.parquet"
    if not path.is_file():
        raise MissingDataError(
            f"the polygons of boundary set {name} are gone from {path.parent}; install it again",
        )
    got = hashlib.sha256(path.read_bytes()).hexdigest()
    if got != record["stored_sha256"]:
        raise HashError(path, expected=record["stored_sha256"], got=got)
    return path


def store_set(
    name: str,
    *,
    shapes: bytes,
    record: Mapping[str, Any],
    areas: tuple[NamedArea, ...] = (),
) -> None:
    """Write a set and its record, the record last: what has a record is whole."""
    delete_set(name)
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / f"{name}.parquet", shapes)
    if areas:
        _write(folder / f"{name}.areas.csv", _area_table(areas))
    whole = dict(record) | {"stored_sha256": hashlib.sha256(shapes).hexdigest()}
    _write(folder / f"{name}.json", _json(whole))


def delete_set(name: str) -> None:
    """Remove the files of a set, the record first; what is not there is no error."""
    for suffix in (".json", ".areas.csv", ".parquet"):
        (_folder() / f"{name}{suffix}").unlink(missing_ok=True)
    _read_areas.cache_clear()


def default_name(level: str) -> str | None:
    """Return the set that the user has chosen for a level, or None."""
    name = _read_table("default").get(level)
    return name if isinstance(name, str) else None


def set_default(level: str, name: str | None) -> None:
    """Choose a set for a level; None goes back to the embedded one."""
    chosen = _read_table("default")
    chosen.pop(level, None)
    if name is not None:
        chosen[level] = name
    _write_table("default", chosen)


def download_hash(url: str) -> str | None:
    """Return the SHA-256 that a file had when it was first downloaded, or None."""
    found = _read_table("downloads").get(url)
    return found if isinstance(found, str) else None


def set_download_hash(url: str, sha256: str | None) -> None:
    """Record the hash of a download; None forgets it."""
    known = _read_table("downloads")
    known.pop(url, None)
    if sha256 is not None:
        known[url] = sha256
    _write_table("downloads", known)


def named_areas(name: str | None = None) -> tuple[NamedArea, ...]:
    """Return the tehsils of an installed set as named areas, in order of their p-codes.

    Parameters
    ----------
    name
        A set of level admin3; None takes the one chosen with `use`, else the only one there is.

    Returns
    -------
    tuple of NamedArea
        Empty where no tehsil set is installed, or several are and none is chosen.

    Raises
    ------
    SettingsError
        If there is no tehsil set of that name.
    SchemaError
        If its table of areas cannot be read.
    """
    folder = _folder()
    try:
        changed = os.stat(folder).st_mtime_ns  # noqa: PTH116 # asked with every article
    except OSError:
        changed = 0
    return _read_areas(folder, changed, name)


@lru_cache(maxsize=4)
def _read_areas(folder: Path, _changed: int, name: str | None) -> tuple[NamedArea, ...]:
    """Read the areas; every file is written by renaming, which changes the folder's time."""
    tables = {path.name.removesuffix(".areas.csv"): path for path in folder.glob("*.areas.csv")}
    if name is None:
        only = next(iter(tables)) if len(tables) == 1 else None
        name = default_name("admin3") or only
        if name not in tables:
            return ()
    if name not in tables:
        known = ", ".join(sorted(tables)) or "none"
        raise SettingsError(f"no installed tehsil set {name!r}; there are: {known}")
    try:
        with tables[name].open(encoding="utf-8", newline="") as stream:
            return tuple(_area(row) for row in csv.DictReader(stream))
    except (KeyError, ValueError) as error:
        raise SchemaError(f"{tables[name].name} is damaged; install {name} again") from error


def _area(row: Mapping[str, str]) -> NamedArea:
    return NamedArea(
        pcode=row["pcode"],
        name=row["name"],
        district=row["district"],
        province=row["province"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        uncertainty_m=int(row["uncertainty_m"]),
    )


def _area_table(areas: tuple[NamedArea, ...]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(field.name for field in fields(NamedArea))
    writer.writerows(astuple(area) for area in areas)
    return stream.getvalue().encode()


def _folder() -> Path:
    return below(user_data_dir(), "boundaries")


def _record(path: Path) -> dict[str, Any]:
    record = _load(path)
    missing = {"level", "title", "vintage", "stored_sha256"} - set(record)
    if missing:
        raise SchemaError(f"{path} lacks {', '.join(sorted(missing))}; install {path.stem} again")
    return record


def _read_table(name: str) -> dict[str, Any]:
    path = _folder() / f"{name}.json"
    return _load(path) if path.is_file() else {}


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SchemaError(f"{path} is damaged: {error}; delete it and install again") from error
    if not isinstance(found, dict):
        raise SchemaError(f"{path} is damaged: no JSON object; delete it and install again")
    return found


def _write_table(name: str, table: Mapping[str, Any]) -> None:
    _folder().mkdir(parents=True, exist_ok=True)
    _write(_folder() / f"{name}.json", _json(table))


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    part.replace(path)
    _read_areas.cache_clear()

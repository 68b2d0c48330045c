"""Rows of the gazetteer: their columns, the names that lead to them, and which comes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from geomap.places.names import fold_name, spelling_variants

__all__ = [
    "ENTRY_COLUMNS",
    "LIST_COLUMNS",
    "Entry",
    "entry_keys",
    "entry_rank",
    "is_abroad",
    "made_entry",
    "province_of",
    "read_entry",
    "uncertainty_m",
]

_ORDER = {
    "province": 0, "country": 1, "settlement": 2, "province abroad": 3, "district": 4, "site": 5,
    "tehsil": 6, "line": 7, "division": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the gazetteer.

    `level` is ``site``, ``settlement``, ``tehsil``, ``district``, ``division``, ``province``,
    ``country`` or ``line``; `feature` says more where known ("pass", "highway", "agency"). `lon`
    and `lat` are degrees, EPSG:4326; for an area they are its label point; None means not known.
    `country` is ISO 3166 alpha-2. Text that is not known is empty. `districts` holds the admin2
    p-codes that a line crosses or a division or a large city has. An ended unit has the
    `admin2_pcode` of what it merged into, and its own code as `source_id`. `ambiguous` says that
    the name alone does not tell the place: it wants a parent or a level word.
    """

    id: str
    name: str
    name_ur: tuple[str, ...]
    spellings: tuple[str, ...]
    level: str
    feature: str
    country: str
    admin1: str
    admin1_pcode: str
    admin2_pcode: str
    lon: float | None
    lat: float | None
    population: int | None
    ambiguous: bool
    districts: tuple[str, ...]
    source: str
    source_id: str


ENTRY_COLUMNS = tuple(column.name for column in fields(Entry))
"""The columns of a gazetteer file, in order."""

LIST_COLUMNS = ("name_ur", "spellings", "districts")
"""Those of them that hold several texts."""


def read_entry(line: str) -> Entry:
    """Return the entry that a line of a gazetteer file holds, tab-separated as `ENTRY_COLUMNS`."""
    values: dict[str, Any] = dict(zip(ENTRY_COLUMNS, line.split("\t"), strict=True))
    for column in ("lon", "lat"):
        values[column] = float(values[column]) if values[column] else None
    values["population"] = int(values["population"]) if values["population"] else None
    values["ambiguous"] = values["ambiguous"] == "1"
    return made_entry(values)


def made_entry(values: Mapping[str, Any]) -> Entry:
    """Return the entry of values by column, of which lists are still text, parted by ``|``."""
    lists = {name: tuple(filter(None, values[name].split("|"))) for name in LIST_COLUMNS}
    return Entry(**{**values, **lists})


def entry_keys(entry: Entry) -> dict[str, bool]:
    """Return an entry's folded names, and whether each is its main name in either script."""
    keys: dict[str, bool] = {}
    is_main = True
    for texts in ((entry.name, *entry.name_ur[:1]), (*entry.spellings, *entry.name_ur[1:])):
        for text in texts:
            key = fold_name(text)
            keys.setdefault(key, is_main)
            for variant in spelling_variants(key):
                keys.setdefault(variant, is_main)
        is_main = False
    keys.pop("", None)
    return keys


def entry_rank(entry: Entry) -> tuple[int, int, str]:
    """Return what orders entries of one name: by level, then by population, then by id."""
    abroad = entry.level == "province" and entry.country != "PK"
    return _ORDER["province abroad" if abroad else entry.level], -(entry.population or 0), entry.id


def is_abroad(entry: Entry) -> bool:
    """Whether an entry is a place outside Pakistan; a country is not abroad."""
    return entry.country != "PK" and entry.level != "country"


def province_of(entry: Entry) -> str:
    """Return the p-code of an entry's province; abroad, its country and name; empty if unknown."""
    if entry.admin1_pcode or not entry.admin1:
        return entry.admin1_pcode
    return f"{entry.country} {entry.admin1}"


def uncertainty_m(entry: Entry) -> float | None:
    """Return the radius of a named point, in metres; None for areas, lines and no coordinates."""
    if entry.lon is None:
        return None
    if entry.level == "site":
        return 1_000.0
    if entry.level != "settlement":
        return None
    people = entry.population or 0
    return 2_000.0 if people < 50_000 else 5_000.0 if people < 1_000_000 else 15_000.0

"""The gazetteer that geomap ships: named points, areas and lines, and how to look them up.

A name is looked up by its folded key (`geomap.places.names`); every spelling, Urdu name and safe
variant of an entry leads to it. `Gazetteer.search` also tries looser ways when the exact key is
unknown, and says which one succeeded; recognition in text uses exact keys only.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache, cached_property
from typing import Any

from rapidfuzz import fuzz, process

from geomap.errors import SchemaError, SettingsError
from geomap.paths import data_file
from geomap.places.names import fold_name, loose_key, spelling_variants
from geomap.records import Place, Precision

__all__ = ["FUZZY_FLOOR", "Entry", "Gazetteer", "Match", "load_gazetteer"]

FUZZY_FLOOR = 88.0
"""Similarity (0-100, rapidfuzz ratio of the folded names) below which a name is not the same."""

_ORDER = {
    "province": 0, "country": 1, "settlement": 2, "province abroad": 3, "district": 4, "site": 5,
    "tehsil": 6, "line": 7, "division": 8,
}  # fmt: skip

_LEVEL_WORDS = {
    "district": "district", "ضلع": "district", "agency": "district", "ایجنسی": "district",
    "division": "division", "ڈویژن": "division", "province": "province", "صوبہ": "province",
    "tehsil": "tehsil", "taluka": "tehsil", "تحصیل": "tehsil", "sub division": "tehsil",
    "subdivision": "tehsil", "city": "settlement", "town": "settlement", "شہر": "settlement",
    "bazaar": "settlement", "bazar": "settlement", "village": "settlement",
}  # fmt: skip
_LEVEL_KEYS = {fold_name(word): level for word, level in _LEVEL_WORDS.items()}
_AFTER = re.compile(rf"(.+?) ({'|'.join(_LEVEL_KEYS)})")
_BEFORE = re.compile(rf"({'|'.join(_LEVEL_KEYS)}) (?:of )?(.+)")

_AREAS = {"province", "division", "district", "country"}
_SHORTEST_FUZZY = 5


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


_COLUMNS = tuple(column.name for column in fields(Entry))


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a toponym may mean, and how it was found.

    `how` is ``exact``, ``loose`` (the same but for what romanisations differ in) or ``fuzzy``;
    `score` is 0-100.
    """

    entry: Entry
    how: str
    score: float


class Gazetteer:
    """Named places and their names.

    Parameters
    ----------
    entries
        The places, in any order.
    never_fuzzy
        Folded names that are neither looked for nor found by similarity.

    Examples
    --------
    >>> gazetteer = load_gazetteer()
    >>> [place.name for place in gazetteer.candidates("Fort Sandeman")]
    ['Zhob']
    """

    def __init__(
        self, entries: Iterable[Entry], *, never_fuzzy: frozenset[str] = frozenset()
    ) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._never_fuzzy = never_fuzzy
        self._places: dict[str, tuple[Entry, Place]] = {}

    def lookup(self, name_key: str) -> tuple[Entry, ...]:
        """Return all entries that have this folded name, best first; none is an answer.

        Places in Pakistan and countries come first; then those whose main name it is; then
        provinces and countries, settlements, districts, and so on (abroad, provinces after
        settlements: "Kabul" is the city); then by population.
        """
        return self._by_key.get(name_key, ())

    def names(self) -> Iterable[tuple[str, tuple[Entry, ...]]]:
        """Return every folded name with its entries, for building an automaton."""
        return self._by_key.items()

    def by_id(self, entry_id: str) -> Entry | None:
        """Return the entry with this id (``gn:1167528``, ``unit:PK226``, ``country:IR``)."""
        return self._by_id.get(entry_id)

    @cached_property
    def upper_keys(self) -> frozenset[str]:
        """Folded names that stand for a place only in capitals ("US", "UAE")."""
        upper: set[str] = set()
        other: set[str] = set()
        for entry in self.entries:
            for text in (entry.name, *entry.spellings):
                is_upper = text.isupper() and text.replace(".", "").isalpha()
                (upper if is_upper else other).add(fold_name(text))
        return frozenset(upper - other)

    def place_of(self, entry: Entry) -> Place:
        """Return the entry as a Place; a unit's own name stands in its admin column too."""
        known = self._places.get(entry.id)
        if known is None or known[0] is not entry:
            known = self._places[entry.id] = (entry, self._new_place(entry))
        return known[1]

    def _new_place(self, entry: Entry) -> Place:
        district = self._by_id.get(f"unit:{entry.admin2_pcode}") if entry.admin2_pcode else None
        return Place(
            name=entry.name,
            precision=_precision(entry),
            lon=entry.lon,
            lat=entry.lat,
            uncertainty_m=_uncertainty_m(entry),
            country=entry.country or None,
            admin1=entry.admin1 or None,
            admin1_pcode=entry.admin1_pcode or None,
            admin2=district.name if district else None,
            admin2_pcode=entry.admin2_pcode or None,
            source=entry.source,
            source_id=entry.source_id,
            districts=entry.districts,
        )

    def candidates(self, toponym: str, *, within: str | None = None) -> list[Place]:
        """Return the places that a toponym may mean, best first.

        Parameters
        ----------
        toponym
            A name in Latin or Urdu script. A level word ("Kech district") and parents after
            commas ("Mand, Kech, Balochistan") narrow the answer.
        within
            A p-code, an ISO 3166 alpha-2 code, or the name of a country, province, division or
            district; None is anywhere.

        Returns
        -------
        list of Place
            Empty when nothing is known of the name there.

        Raises
        ------
        SettingsError
            If `within` is no unit or country that the gazetteer has.
        """
        return [self.place_of(match.entry) for match in self.search(toponym, within=within)]

    def search(self, toponym: str, *, within: str | None = None) -> list[Match]:
        """Return as `candidates`, with how each was found: exact, else loose, else fuzzy.

        Raises
        ------
        SettingsError
            If `within` is no unit or country that the gazetteer has.
        """
        name, *parents = (part.strip() for part in re.split("[,،]", toponym))
        codes = [found for parent in parents if (found := self._codes(parent))]
        if within is not None:
            found = self._codes(within)
            if not found:
                raise SettingsError(
                    f"within={within!r} is no p-code, country, province, division or district "
                    "of the gazetteer",
                )
            codes.append(found)
        if parents and (whole := _fitting(self._exact(fold_name(toponym)), None, codes)):
            return whole  # "Punjab, India" is a name of its own
        for one in dict.fromkeys((name, *name.split("/"))):
            key = fold_name(one)
            for wanted, level in ((key, None), *_without_level_words(key)):
                for find in (self._exact, self._loose):
                    matches = _fitting(find(wanted), level, codes)
                    if matches:
                        return matches
        return _fitting(self._fuzzy(fold_name(name)), None, codes)

    @cached_property
    def _by_key(self) -> dict[str, tuple[Entry, ...]]:
        named = [(entry, _entry_keys(entry)) for entry in sorted(self.entries, key=_rank)]
        found: dict[str, tuple[Entry, ...]] = {}
        for abroad, wanted in ((False, True), (False, False), (True, True), (True, False)):
            for entry, keys in named:
                if _is_abroad(entry) is abroad:
                    for key, is_main in keys.items():
                        if is_main is wanted:
                            found[key] = (*found.get(key, ()), entry)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _by_loose_key(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, dict[str, Entry]] = {}
        for key, entries in self._by_key.items():
            same = found.setdefault(loose_key(key), {})
            same.update((entry.id, entry) for entry in entries)
        return {
            key: tuple(
                sorted(entries.values(), key=lambda entry: (_is_abroad(entry), _rank(entry)))
            )
            for key, entries in found.items()
            if key
        }

    @cached_property
    def _fuzzy_keys(self) -> list[str]:
        return [key for key in self._by_key if self._may_be_fuzzy(key)]

    def _exact(self, key: str) -> Iterator[Match]:
        return (Match(entry, "exact", 100.0) for entry in self.lookup(key))

    def _loose(self, key: str) -> Iterator[Match]:
        entries = self._by_loose_key.get(loose_key(key), ())
        return (Match(entry, "loose", 95.0) for entry in entries)

    def _fuzzy(self, key: str) -> Iterator[Match]:
        if not self._may_be_fuzzy(key):
            return
        found = process.extract(
            key, self._fuzzy_keys, scorer=fuzz.ratio, score_cutoff=FUZZY_FLOOR, limit=10
        )
        seen = set()
        for name, score, _ in sorted(found, key=lambda item: (-item[1], item[0])):
            for entry in self.lookup(name):
                if entry.id not in seen:
                    seen.add(entry.id)
                    yield Match(entry, "fuzzy", float(score))

    def _may_be_fuzzy(self, key: str) -> bool:
        return (
            len(key) >= _SHORTEST_FUZZY
            and key not in self._never_fuzzy
            and not any(character.isdigit() for character in key)
        )

    def _codes(self, parent: str) -> frozenset[str]:
        """Return the p-codes, or the country, that a parent stands for."""
        entry = self.by_id(f"unit:{parent}") or self.by_id(f"country:{parent}")
        entries: Iterable[Entry] = (entry,) if entry else self._named_areas(parent)
        codes: set[str] = set()
        for one in entries:
            if one.level in {"country", "province"}:
                codes.add(one.country if one.level == "country" else _province(one))
            else:
                codes.update((one.admin2_pcode, *one.districts))
        return frozenset(codes - {""})

    def _named_areas(self, parent: str) -> list[Entry]:
        key = fold_name(parent)
        for wanted, level in ((key, None), *_without_level_words(key)):
            entries = self.lookup(wanted) or self._by_loose_key.get(loose_key(wanted), ())
            areas = [
                entry
                for entry in entries
                if entry.level in _AREAS and (level is None or entry.level == level)
            ]
            if areas:
                return areas
        return []


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with geomap, read on first use.

    Raises
    ------
    MissingDataError
        If the installation is incomplete.
    SchemaError
        If the file does not have the expected columns.
    """
    path = data_file("gazetteer.tsv")
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(header.split("\t")) != _COLUMNS:
        raise SchemaError(f"{path.name} has other columns than geomap expects: run `make data`")
    with data_file("never_fuzzy.csv").open(encoding="utf-8", newline="") as file:
        never_fuzzy = frozenset(fold_name(row["name"]) for row in csv.DictReader(file))
    return Gazetteer(map(_entry, lines), never_fuzzy=never_fuzzy)


def _entry(line: str) -> Entry:
    values: dict[str, Any] = dict(zip(_COLUMNS, line.split("\t"), strict=True))
    for column in ("name_ur", "spellings", "districts"):
        values[column] = _parts(values[column])
    for column in ("lon", "lat"):
        values[column] = float(values[column]) if values[column] else None
    values["population"] = int(values["population"]) if values["population"] else None
    values["ambiguous"] = values["ambiguous"] == "1"
    return Entry(**values)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _rank(entry: Entry) -> tuple[int, int, str]:
    abroad = entry.level == "province" and entry.country != "PK"
    return _ORDER["province abroad" if abroad else entry.level], -(entry.population or 0), entry.id


def _is_abroad(entry: Entry) -> bool:
    return entry.country != "PK" and entry.level != "country"


def _entry_keys(entry: Entry) -> dict[str, bool]:
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


def _without_level_words(key: str) -> Iterator[tuple[str, str]]:
    """Yield a key without its level word, and the level that the word names."""
    if match := _AFTER.fullmatch(key):
        yield match[1], _LEVEL_KEYS[match[2]]
    if match := _BEFORE.fullmatch(key):
        yield match[2], _LEVEL_KEYS[match[1]]


def _fitting(
    matches: Iterable[Match], level: str | None, codes: list[frozenset[str]]
) -> list[Match]:
    """Return the matches inside every parent, of the level named if any has it."""
    inside = [match for match in matches if all(_is_within(match.entry, one) for one in codes)]
    return [match for match in inside if match.entry.level == level] or inside


def _is_within(entry: Entry, codes: frozenset[str]) -> bool:
    own = {entry.country, _province(entry), entry.admin2_pcode, *entry.districts}
    return not codes.isdisjoint(own)


def _province(entry: Entry) -> str:
    """Return the p-code of an entry's province; abroad, its country and name; empty if unknown."""
    if entry.admin1_pcode or not entry.admin1:
        return entry.admin1_pcode
    return f"{entry.country} {entry.admin1}"


_INHABITED = frozenset({"area", "mine", "gas_field"})
"""Features of sites that are settlements themselves: no single spot."""


def _precision(entry: Entry) -> Precision:
    """Return how exactly an entry is known: a street or a quarter is a site, a coalfield is not."""
    if entry.level == "site" and entry.feature in _INHABITED:
        return Precision.SETTLEMENT
    return Precision(entry.level)


def _uncertainty_m(entry: Entry) -> float | None:
    """Return the radius of a named point, in metres; None for areas, lines and no coordinates."""
    if entry.lon is None:
        return None
    if entry.level == "site":
        return 1_000.0
    if entry.level != "settlement":
        return None
    people = entry.population or 0
    return 2_000.0 if people < 50_000 else 5_000.0 if people < 1_000_000 else 15_000.0

"""The gazetteer that geomap ships: named points, areas and lines, and how to look them up.

A name is looked up by its folded key (`geomap.places.names`); every spelling, Urdu name and safe
variant of an entry leads to it. `Gazetteer.search` also tries looser ways when the exact key is
unknown, and says which one succeeded; recognition in text uses exact keys only.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz, process

from geomap.errors import SchemaError, SettingsError
from geomap.paths import data_file
from geomap.places.entries import (
    ENTRY_COLUMNS,
    Entry,
    entry_keys,
    entry_rank,
    is_abroad,
    province_of,
    read_entry,
    uncertainty_m,
)
from geomap.places.names import fold_name, loose_key
from geomap.records import Place, Precision

__all__ = ["FUZZY_FLOOR", "Entry", "Gazetteer", "Match", "load_gazetteer"]

FUZZY_FLOOR = 88.0
"""Similarity (0-100, rapidfuzz ratio of the folded names) below which a name is not the same."""


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
            precision=Precision(entry.level),
            lon=entry.lon,
            lat=entry.lat,
            uncertainty_m=uncertainty_m(entry),
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
        named = [(entry, entry_keys(entry)) for entry in sorted(self.entries, key=entry_rank)]
        found: dict[str, tuple[Entry, ...]] = {}
        for abroad, wanted in ((False, True), (False, False), (True, True), (True, False)):
            for entry, keys in named:
                if is_abroad(entry) is abroad:
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
                sorted(entries.values(), key=lambda entry: (is_abroad(entry), entry_rank(entry)))
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
                codes.add(one.country if one.level == "country" else province_of(one))
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
    if tuple(header.split("\t")) != ENTRY_COLUMNS:
        raise SchemaError(f"{path.name} has other columns than geomap expects: run `make data`")
    with data_file("never_fuzzy.csv").open(encoding="utf-8", newline="") as file:
        never_fuzzy = frozenset(fold_name(row["name"]) for row in csv.DictReader(file))
    return Gazetteer(map(read_entry, lines), never_fuzzy=never_fuzzy)


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
    own = {entry.country, province_of(entry), entry.admin2_pcode, *entry.districts}
    return not codes.isdisjoint(own)

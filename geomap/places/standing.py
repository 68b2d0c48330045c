"""What is known of the places of a gazetteer whatever an article says: asked for once each."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from functools import cache, lru_cache

from geomap.paths import data_file
from geomap.places.gazetteer import Entry, Gazetteer
from geomap.places.names import fold_name
from geomap.places.units import unit
from geomap.records import Mention

__all__ = ["Known", "known_of"]

_LEVEL_POINTS = {
    "province": 1.0,
    "country": 1.0,
    "settlement": 0.8,
    "line": 0.7,
    "site": 0.6,
    "district": 0.5,
    "division": 0.2,
    "tehsil": 0.3,
}
_SEAT = 0.6


@cache
def _district_first() -> frozenset[str]:
    """Return the districts whose seat is so small that the bare name means the district."""
    with data_file("district_first.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["pcode"] for row in csv.DictReader(lines))


def _is_seat(entry: Entry) -> bool:
    """Whether a town gives its district the name."""
    district = unit(entry.admin2_pcode) if entry.admin2_pcode else None
    return district is not None and district.name == entry.name


class _Standing:
    """What speaks for a place whatever the article says, and the codes of what it lies in."""

    __slots__ = ("first", "key", "level", "near", "parents", "people", "seat")

    def __init__(self, entry: Entry) -> None:
        parents = {code for code in (entry.admin2_pcode, entry.admin1_pcode) if code}
        if entry.level in {"district", "province"}:
            parents -= {entry.source_id, entry.admin2_pcode if entry.level == "district" else ""}
        if entry.country != "PK":
            parents.add(entry.country)
        settled = entry.level == "settlement"
        self.parents = frozenset(parents)
        self.near = self.parents | {entry.admin2_pcode} if parents else self.parents
        self.key = fold_name(entry.name)
        self.level = _LEVEL_POINTS.get(entry.level, 0.0)
        self.first = entry.level == "district" and entry.source_id in _district_first()
        self.seat = _SEAT if settled and _is_seat(entry) else 0.0
        people = entry.population if settled else None
        self.people = 0.3 * math.log10(max(1, people)) if people else 0.0


class Known:
    """What is known of the names and places of one gazetteer; grows with those that are asked for.

    Parameters
    ----------
    gazetteer
        The gazetteer.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._standings: dict[str, tuple[Entry, _Standing]] = {}
        self._names: dict[tuple[str, str | None], tuple[tuple[Entry, ...], frozenset[str]]] = {}

    def standing(self, entry: Entry) -> _Standing:
        """Return what speaks for a place."""
        known = self._standings.get(entry.id)
        if known is None or known[0] is not entry:
            known = self._standings[entry.id] = (entry, _Standing(entry))
        return known[1]

    def candidates(self, mention: Mention) -> tuple[tuple[Entry, ...], frozenset[str]]:
        """Return the places of a name with its level word, and the codes of all of them."""
        asked = mention.name_key, mention.level_word
        known = self._names.get(asked)
        if known is None:
            entries = _candidates(mention, self.gazetteer)
            known = entries, _certain_codes(entries)
            if entries:
                self._names[asked] = known
        return known


@lru_cache(maxsize=2)
def known_of(gazetteer: Gazetteer) -> Known:
    """Return what is known of a gazetteer."""
    return Known(gazetteer)


def _candidates(mention: Mention, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    entries = gazetteer.lookup(mention.name_key)
    level = mention.level_word
    if level is None or not entries:
        return entries
    same = tuple(entry for entry in entries if entry.level == level)
    if same or level != "tehsil":
        return same or entries
    towns = tuple(entry for entry in entries if entry.level == "settlement")
    return towns or entries


def _certain_codes(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the p-codes (or the country) that every candidate of a mention lies in."""
    if not entries:
        return frozenset()
    fine = [entry for entry in entries if entry.level in {"settlement", "district"}]
    sets = []
    for entry in fine or entries:
        codes = {code for code in (entry.admin2_pcode, entry.admin1_pcode) if code}
        if entry.country != "PK":
            codes.add(entry.country)
        sets.append(codes)
    common = set.intersection(*sets)
    return frozenset(common)

"""Swap districts and what lies in them for others of the same province and kind."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from geomap.places.gazetteer import Entry, load_gazetteer
from geomap.places.names import fold_name
from tests.gold.build import MARK
from tests.swaps.marked import URDU, Marked, table_rows

LEVEL_WORD = re.compile(r"(?i)^(.+?)((?: (?:district|tehsil|city|town|bazaar|village|area))?)$")
UNIT = re.compile(r"unit:PK\d+")
GENERAL = re.compile(
    "(?i)fort|pass|valley|colony|road|bazaar|bazar|market|station|camp|city|town|chowk"
)


@dataclass(frozen=True)
class District:
    """A district of today and its places with plain names."""

    name: str
    admin1: str
    unit: Entry
    seat: Entry | None
    settlements: tuple[Entry, ...]
    tehsils: tuple[Entry, ...]
    sites: tuple[Entry, ...]
    kind: str


@cache
def ordinary_words() -> frozenset[str]:
    """Names that are also words, surnames or tribes."""
    rows = [*table_rows("common_words.csv"), *table_rows("ordinary_use.csv")]
    return frozenset(fold_name(row["word"]) for row in rows)


@cache
def is_plain(entry: Entry) -> bool:
    """Whether the names of an entry mean one district's place alone."""
    if entry.ambiguous or not entry.name_ur or len(entry.name) < 5 or GENERAL.search(entry.name):
        return False
    names = [fold_name(name) for name in (entry.name, entry.name_ur[0])]
    known = [other for name in names for other in load_gazetteer().lookup(name)]
    alone = all(other.admin2_pcode == entry.admin2_pcode for other in known)
    return alone and not set(names) & ordinary_words() and entry.name.isascii()


@cache
def district_first() -> frozenset[str]:
    """Return the districts that a bare name means, though a town has it too."""
    return frozenset(row["name"] for row in table_rows("district_first.csv"))


def kind_of(name: str) -> str:
    """Whether a bare name means a district or its town."""
    entries = load_gazetteer().lookup(fold_name(name))
    town = any(entry.level == "settlement" and entry.country == "PK" for entry in entries)
    return "town" if town and name not in district_first() else "district"


@cache
def districts() -> dict[str, District]:
    """Return the districts that can take another's part, by name."""
    inside: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in load_gazetteer().entries:
        if entry.country == "PK" and entry.admin2_pcode and is_plain(entry):
            inside[entry.admin2_pcode, entry.level].append(entry)
    found = {}
    for unit in load_gazetteer().entries:
        if (
            unit.level == "district"
            and unit.feature == "admin2"
            and UNIT.fullmatch(unit.id)
            and is_plain(unit)
        ):
            code = unit.admin2_pcode
            towns = sorted(inside[code, "settlement"], key=lambda one: -(one.population or 0))
            seat = next((one for one in towns if one.name == unit.name), None)
            rest = tuple(one for one in towns if one is not seat)
            tehsils, sites = (tuple(inside[code, level]) for level in ("tehsil", "site"))
            parts = (unit, seat, rest, tehsils, sites, kind_of(unit.name))
            found[unit.name] = District(unit.name, unit.admin1, *parts)
    return found


@dataclass
class Needs:
    """The keys of a report that lie in one district."""

    name: str
    admin1: str
    keys: dict[str, dict[str, Any]]

    def of_level(self, level: str) -> list[str]:
        """Return the keys of a level, but for the seat, towns with coordinates first."""
        rows = [
            key
            for key, row in self.keys.items()
            if row["level"] == level and not (level == "settlement" and row["name"] == self.name)
        ]
        return sorted(rows, key=lambda key: (self.keys[key]["lat"] is None, key))


def needs_of(report: Marked) -> list[Needs]:
    """Return the districts that a report's places lie in."""
    found: dict[tuple[str, str], Needs] = {}
    for key in sorted({key for _, _, key in report.marks}):
        row = report.places[key]
        if row["admin2"] and row["level"] != "other":
            area = (row["admin1"], row["admin2"])
            found.setdefault(area, Needs(area[1], area[0], {})).keys[key] = row
    return [found[area] for area in sorted(found)]


def is_known(name: str) -> bool:
    """Whether the gazetteer has the name: one that it lacks goes with its district."""
    return bool(load_gazetteer().lookup(fold_name(name)))


def assign(
    needs: Needs, target: District, bare: set[str], taken: Iterable[str]
) -> dict[str, Entry] | None:
    """Return the entry of each key in another district, or None where it has too few."""
    new: dict[str, Entry] = {}
    free = {name.casefold() for name in taken}
    for level in ("district", "settlement", "tehsil", "site"):
        stock = {
            "settlement": target.settlements,
            "tehsil": target.tehsils,
            "site": target.sites,
        }.get(level, ())
        left = [one for one in stock if one.name.casefold() not in free]
        for key in needs.of_level(level):
            if level == "district":
                new[key] = target.unit
            elif is_known(needs.keys[key]["name"]):
                last = needs.keys[key]["name"].split()[-1]
                fits = [one for one in left if level != "site" or one.name.split()[-1] == last]
                if level == "tehsil" and key in bare:
                    fits = [one for one in fits if kind_of(one.name) == "district"]
                if not fits:
                    return None
                new[key] = fits[0]
                left.remove(fits[0])
    for key, row in needs.keys.items():
        if row["level"] == "settlement" and row["name"] == needs.name:
            if target.seat is None:
                return None
            new[key] = target.seat
    return new


def choose(report: Marked) -> dict[str, tuple[Entry | None, District]]:
    """Return the new entry and district of each key that is swapped."""
    bare = {key for words, _, key in report.marks if not LEVEL_WORD.match(words)[2]}
    text = report.plain + " ".join(report.head)
    random, used, new = report.random, set(), {}
    own = {needs.name for needs in needs_of(report)}
    for needs in needs_of(report):
        targets = [
            one
            for one in districts().values()
            if one.admin1 == needs.admin1
            and one.kind == kind_of(needs.name)
            and one.name not in own | used
            and one.name not in text
        ]
        random.shuffle(targets)
        for target in targets:
            taken = {row["name"] for row in report.places.values()}
            found = assign(needs, target, bare, taken)
            if found is not None:
                new |= {key: (found.get(key), target) for key in needs.keys}
                used.add(target.name)
                break
    return new


def in_form(words: str, entry: Entry) -> str:
    """Return an entry's name as the words are written."""
    if URDU.search(words):
        return entry.name_ur[0]
    tail = LEVEL_WORD.match(words)[2]
    return entry.name.upper() + tail if words.isupper() else entry.name + tail


def new_row(row: dict[str, Any], entry: Entry | None, target: District) -> dict[str, Any]:
    """Return what the new place is."""
    row = row | {"admin2": target.name}
    if entry is None:
        return row
    known = row["lat"] is not None
    return row | {
        "name": entry.name,
        "lat": entry.lat if known else None,
        "lon": entry.lon if known else None,
    }


def is_tied(report: Marked) -> bool:
    """Whether a road, a pass or a division ties the report's districts together."""
    tied = {"other", "division"}
    return any(
        report.places[key]["level"] in tied and role == "i" for _, role, key in report.marks
    ) or any(report.places[key]["level"] == "division" for _, _, key in report.marks)


def swap_places(report: Marked) -> Marked | None:
    """Return the report with other districts and places, or None where fewer than half change."""
    if is_tied(report):
        return None
    new = choose(report)
    local = [key for _, _, key in report.marks if report.places[key]["admin2"]]
    changed = [key for key in local if new.get(key, (None,))[0]]
    if not changed or len(changed) * 2 < len(local):
        return None
    names: dict[str, str] = {}

    def put(mark: re.Match[str]) -> str:
        words, role, key = mark[1], mark[2], mark[3] or mark[1]
        entry = new.get(key, (None,))[0]
        if entry is None:
            return f"[[{words}:{role}:{key}]]"
        names.setdefault(words, in_form(words, entry))
        return f"[[{in_form(words, entry)}:{role}:{key}]]"

    body = MARK.sub(put, report.body)
    places = report.places | {
        key: new_row(report.places[key], *answer) for key, answer in new.items()
    }
    rows = swap_labels(report, places, new)
    if rows is None:
        return None
    head = [
        replace_names(line, names) if line.startswith("title: ") else line
        for line in report.with_incidents(rows)
    ]
    return replace(report, head=tuple(head), body=body, places=places)


def replace_names(line: str, names: dict[str, str]) -> str:
    """Return a title with the new names."""
    if not names:
        return line
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{words})(?!\w)", lambda found: names[found[0]], line)


def swap_labels(
    report: Marked, places: dict[str, Any], new: dict[str, Any]
) -> list[list[str]] | None:
    """Return the incidents in their new places, or None where a name would mean two."""
    old_rows = {key: report.places[key] for _, _, key in report.marks}
    areas = {
        (old_rows[key]["admin1"], old_rows[key]["admin2"]): one.name
        for key, (_, one) in new.items()
    }
    rows = report.incidents()
    for row in rows:
        keys = [
            key
            for key, old in old_rows.items()
            if old["name"] == row[4] and (row[7] == "-" or old["admin2"] in {row[7], None})
        ]
        names = {places[key]["name"] for key in keys}
        if row[4] != "-" and len(names) != 1:
            return None
        row[4] = names.pop() if names else row[4]
        row[7] = areas.get((row[6], row[7]), row[7])
    return rows

"""Names in tables: countries, admin units and places, each distinct question answered once.

Units are found by p-code or by name, within the province that the row names. A place text is
looked up in the gazetteer within the row's own units; what is not found there backs off to the
unit, and a name that several districts share backs off to what they have in common.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from geomap.paths import data_file
from geomap.places.gazetteer import Gazetteer, Match
from geomap.places.names import fold_name
from geomap.places.phrases import related_name
from geomap.places.relation import relate
from geomap.places.units import unit
from geomap.places.user_places import full_gazetteer
from geomap.records import Place

__all__ = ["Answer", "Named", "country_code", "country_name", "look_up", "named_units"]


@dataclass(frozen=True, slots=True)
class Named:
    """P-codes of the units that a row names, None where it names none, and what to note."""

    admin1: str | None = None
    admin2: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a place text means.

    `how` is ``exact``, ``loose``, ``fuzzy`` or ``not found``; `score` is 0-100. `note` is empty
    where nothing needs saying.
    """

    place: Place | None
    how: str
    score: float
    note: str = ""


def country_code(text: str) -> str | None:
    """Return the ISO 3166 alpha-2 code of a country's code or name; None if there is none.

    Examples
    --------
    >>> country_code("PAK"), country_code("Afghanistan"), country_code("ایران")
    ('PK', 'AF', 'IR')
    """
    short = text.strip().upper()
    if short in _COUNTRY_CODES:
        return _COUNTRY_CODES[short]
    return short if short in _country_names() else _country_keys().get(fold_name(text))


_COUNTRY_CODES = {"PAK": "PK", "586": "PK", "AFG": "AF", "4": "AF", "IRN": "IR", "364": "IR",
                  "IND": "IN", "356": "IN", "CHN": "CN", "156": "CN"}  # fmt: skip


def country_name(code: str) -> str:
    """Return the English name of a country by its alpha-2 code, or the code.

    Examples
    --------
    >>> country_name("PK")
    'Pakistan'
    """
    return _country_names().get(code, code)


@cache
def _country_names() -> dict[str, str]:
    return {row["iso2"]: row["name"] for row in _countries()}


@cache
def _country_keys() -> dict[str, str]:
    return {
        fold_name(name): row["iso2"]
        for row in _countries()
        for name in (
            row["name"],
            *filter(None, row["name_ur"].split("|")),
            *filter(None, row["spellings"].split("|")),
        )
    }


def _countries() -> list[dict[str, str]]:
    with data_file("countries.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=50_000)
def named_units(
    admin1: str | None, admin2: str | None, pcode1: str | None, pcode2: str | None
) -> Named:
    """Return the units that names and p-codes stand for; a known p-code counts first.

    Examples
    --------
    >>> named_units("Baluchistan", "Kech district", None, None)
    Named(admin1='PK2', admin2='PK211', note='')
    """
    gazetteer = full_gazetteer()
    notes: list[str] = []
    code2 = _by_code(pcode2, notes)
    code1 = _by_code(pcode1, notes) or (_province_of(code2) if code2 else None)
    if code1 is None and admin1 is not None:
        found = [_province(match) for match in _search(gazetteer, f"{admin1} province", None)]
        found = found or [_province(match) for match in _search(gazetteer, admin1, None)]
        code1 = next((one for one in found if one), None)
        if code1 is None:
            notes.append(f"province {admin1!r} is not known")
    if code2 is None and admin2 is not None:
        code2 = _district(gazetteer, admin2, code1, notes)
    return Named(code1 or (_province_of(code2) if code2 else None), code2, "; ".join(notes))


def _by_code(pcode: str | None, notes: list[str]) -> str | None:
    if pcode is None or unit(pcode) is not None:
        return pcode
    notes.append(f"p-code {pcode!r} is not known")
    return None


def _province_of(code: str) -> str | None:
    found = unit(code)
    return found.province if found is not None else None


def _province(match: Match) -> str:
    is_wide = match.entry.level == "province" or match.entry.source_id.endswith("-fata")
    return match.entry.admin1_pcode if is_wide and match.how != "fuzzy" else ""


def _search(gazetteer: Gazetteer, text: str, within: str | None) -> list[Match]:
    return gazetteer.search(text.replace(",", " ").replace("،", " "), within=within)


def _district(gazetteer: Gazetteer, name: str, within: str | None, notes: list[str]) -> str | None:
    text = name if fold_name(name).endswith(("district", "agency")) else f"{name} district"
    found = [
        match
        for match in _search(gazetteer, text, within)
        if match.entry.level == "district" and match.entry.admin2_pcode
    ]
    codes = {match.entry.admin2_pcode for match in found}
    if len(codes) != 1:
        others = f" (it may be {' or '.join(sorted(codes))})" if codes else ""
        notes.append(f"district {name!r} is not known{others}")
        return None
    best = found[0]
    if best.how == "fuzzy":
        notes.append(f"district {name!r} read as {best.entry.name} ({best.score:.0f} of 100)")
    return best.entry.admin2_pcode


@lru_cache(maxsize=200_000)
def look_up(text: str, admin2: str | None, admin1: str | None, country: str | None) -> Answer:
    """Return what a place text means, within the units that its row names.

    Parameters
    ----------
    text
        A name with or without its parents ("Hoshab, Kech"), or one related to it ("near Hoshab",
        "30 km south of Quetta").
    admin2, admin1
        P-codes of the row's units; None where it names none.
    country
        Alpha-2 code of the row's country.

    Examples
    --------
    >>> answer = look_up("Turbat", None, None, "PK")
    >>> answer.place.admin2, answer.how
    ('Kech', 'exact')
    """
    gazetteer = full_gazetteer()
    name, relation = related_name(text)
    within = admin2 or admin1 or country
    known = within is not None and (gazetteer.by_id(f"unit:{within}") or within == country)
    matches = gazetteer.search(name, within=_area(gazetteer, within) if known else None)
    if not matches and admin2 is not None:
        other = _elsewhere(gazetteer, name, admin1)
        where = f"; {other} is elsewhere" if other else ""
        return Answer(None, "not found", 0.0, f"place {text!r} is not known in its district{where}")
    if not matches:
        return Answer(None, "not found", 0.0, f"place {text!r} is not in the gazetteer")
    best = matches[0]
    note = ""
    if best.how == "fuzzy":
        note = f"place {text!r} read as {best.entry.name} ({best.score:.0f} of 100)"
    shared = _shared(gazetteer, matches) if admin2 is None else None
    if shared is not None:
        places = len({match.entry.admin2_pcode for match in matches})
        note = f"place {text!r} may be in any of {places} districts"
        return Answer(replace(shared, name=name), best.how, best.score, note)
    return Answer(relate(gazetteer.place_of(best.entry), relation), best.how, best.score, note)


def _area(gazetteer: Gazetteer, code: str | None) -> str | None:
    """Return a code that the gazetteer knows as an area; None where it has no such unit."""
    if code is None:
        return None
    known = gazetteer.by_id(f"unit:{code}") or gazetteer.by_id(f"country:{code}")
    return code if known else None


def _elsewhere(gazetteer: Gazetteer, name: str, admin1: str | None) -> str:
    found = gazetteer.search(name, within=_area(gazetteer, admin1))
    if not found or found[0].how == "fuzzy":
        return ""
    place = gazetteer.place_of(found[0].entry)
    return f"{place.name}, {place.admin2 or place.admin1 or place.country}"


def _shared(gazetteer: Gazetteer, matches: Sequence[Match]) -> Place | None:
    """Return what equally good answers have in common, if the best name does not tell alone."""
    best = matches[0]
    if not best.entry.ambiguous:
        return None
    same = [
        one.entry for one in matches if one.how == best.how and one.entry.level == best.entry.level
    ]
    if len({(entry.country, entry.admin2_pcode) for entry in same}) == 1:
        return None
    provinces = {entry.admin1_pcode for entry in same}
    wide = f"unit:{provinces.pop()}" if len(provinces) == 1 else f"country:{best.entry.country}"
    entry = gazetteer.by_id(wide)
    return gazetteer.place_of(entry) if entry is not None else None

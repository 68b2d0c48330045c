"""Find out which columns of a boundary file hold names and codes, and of which level.

Publishers name their columns in a few ways; `column_choices` returns the readings that fit a file,
the likeliest first, and the importer takes the first under which most names are units. GADM and
geoBoundaries number Pakistan's divisions as level 2 and its districts as level 3; others do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

__all__ = ["LEVELS", "Columns", "column_choices", "level_in_words"]

LEVELS = ("admin1", "admin2", "admin3")
"""Levels of installed sets: province or territory, district, tehsil."""

_NAMES = {
    "admin3": (
        "adm3en", "adm3name", "adm3nameen", "admin3nameen", "admin3name", "tehsil", "tehsilname",
        "tehsiln", "taluka", "talukaname", "tehsiltaluka",
    ),
    "admin2": (
        "adm2en", "adm2name", "adm2nameen", "admin2nameen", "admin2name", "district",
        "districtname", "districtn", "distname", "dist", "distt",
    ),
    "admin1": (
        "adm1en", "adm1name", "adm1nameen", "admin1nameen", "admin1name", "province",
        "provincename", "provname", "prov", "provinceterritory",
    ),
}  # fmt: skip
_CODES = {
    "admin3": ("adm3pcode", "admin3pcode", "tehsilcode", "tehsilpcode"),
    "admin2": ("adm2pcode", "admin2pcode", "districtcode", "districtpcode", "distcode"),
    "admin1": ("adm1pcode", "admin1pcode", "provincecode", "provincepcode", "provcode"),
}
_COUNTRY = ("adm0en", "adm0name", "adm0nameen", "country", "countryname", "name0", "shapegroup")
_DATES = ("validon", "date", "shapeyear", "yearrepresented")
_WORDS = {
    "admin3": re.compile(r"tehsil|taluka|adm(?:in)?[ _-]?(?:lvl?)?3"),
    "admin2": re.compile(r"district|adm(?:in)?[ _-]?(?:lvl?)?2"),
    "admin1": re.compile(r"province|adm(?:in)?[ _-]?(?:lvl?)?1"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """One reading of a file's columns; a column that the file lacks is empty.

    `profile` names the publisher's way (``COD``, ``geoBoundaries``, ``GADM``, ``OSM``, ``plain``,
    ``given``). `name` holds one or several columns, of which the first that is filled counts.
    `rows` is a column and the value that the rows of this level have in it, or empty.
    """

    profile: str
    level: str
    name: tuple[str, ...]
    code: str = ""
    province: str = ""
    province_code: str = ""
    district: str = ""
    district_code: str = ""
    country: str = ""
    date: str = ""
    rows: tuple[str, ...] = ()


def level_in_words(text: str) -> str:
    """Return the level that the name of a file or layer speaks of, or an empty string.

    Examples
    --------
    >>> level_in_words("pak_admbnda_adm2_wfp"), level_in_words("divisions"), level_in_words("a")
    ('admin2', 'division', '')
    """
    folded = text.casefold()
    if "division" in folded:
        return "division"
    return next((level for level in _WORDS if _WORDS[level].search(folded)), "")


def column_choices(columns: Sequence[str], *, layer: str = "") -> list[Columns]:
    """Return the readings of a file's columns, the likeliest first.

    Parameters
    ----------
    columns
        Names of the attribute columns, as in the file.
    layer
        Name of the layer or file; it may tell the level.

    Examples
    --------
    >>> found = column_choices(["OBJECTID", "PROVINCE", "DISTRICT", "TEHSIL"])[0]
    >>> found.profile, found.level, found.name, found.district
    ('plain', 'admin3', ('TEHSIL',), 'DISTRICT')
    >>> column_choices(["shapeName", "shapeISO", "shapeType"], layer="adm1")[0].code
    'shapeISO'
    """
    plain = {_plain(column): column for column in reversed(columns)}
    hint = level_in_words(layer)
    choices = [*_levelled(plain), *_gadm(plain), *_geoboundaries(plain, hint), *_osm(plain)]
    choices += _unlevelled(plain, hint)
    common: dict[str, Any] = {"country": _first(plain, _COUNTRY), "date": _first(plain, _DATES)}
    return [replace(choice, **common) for choice in choices]


def _plain(column: str) -> str:
    return re.sub(r"[^a-z0-9]", "", column.casefold())


def _first(plain: dict[str, str], wanted: Sequence[str]) -> str:
    return next((plain[name] for name in wanted if name in plain), "")


def _parents(plain: dict[str, str]) -> dict[str, Any]:
    return {
        "province": _first(plain, _NAMES["admin1"]),
        "province_code": _first(plain, _CODES["admin1"]),
        "district": _first(plain, _NAMES["admin2"]),
        "district_code": _first(plain, _CODES["admin2"]),
    }


def _levelled(plain: dict[str, str]) -> list[Columns]:
    """Return readings whose column names tell the level, the finest first."""
    found = []
    for level in reversed(LEVELS):
        name = _first(plain, _NAMES[level])
        if not name:
            continue
        parents = _parents(plain)
        if level != "admin3":
            parents |= {"district": "", "district_code": ""}
        if level == "admin1":
            parents |= {"province": "", "province_code": ""}
        if level == "admin3" and not (parents["district"] or parents["district_code"]):
            continue
        found.append(
            Columns(
                profile="COD" if _plain(name).startswith("adm") else "plain",
                level=level,
                name=(name,),
                code=_first(plain, _CODES[level]),
                **parents,
            ),
        )
    if found and found[0].profile == "plain" and found[0].level != "admin3" and "name" in plain:
        return []  # `province` and the like stand beside the feature's own `name`
    return found


def _gadm(plain: dict[str, str]) -> list[Columns]:
    if "name1" not in plain and "name2" not in plain:
        return []
    province, second, third = (plain.get(f"name{number}", "") for number in (1, 2, 3))
    choices = [("admin2", third, ""), ("admin2", second, ""), ("admin3", third, second)]
    if not second and not third:
        choices.append(("admin1", province, ""))
    return [
        Columns(
            profile="GADM",
            level=level,
            name=(name,),
            province="" if level == "admin1" else province,
            district=district,
        )
        for level, name, district in choices
        if name and (district or level != "admin3")
    ]


def _geoboundaries(plain: dict[str, str], hint: str) -> list[Columns]:
    if "shapename" not in plain:
        return []
    choice = Columns(
        profile="geoBoundaries",
        level="admin2",
        name=(plain["shapename"],),
        code=plain.get("shapeiso", ""),
        **(_parents(plain) | {"district": "", "district_code": ""}),
    )
    levels = ("admin1", "admin2") if hint == "admin1" else ("admin2", "admin1")
    return [replace(choice, level=level) for level in levels]


def _osm(plain: dict[str, str]) -> list[Columns]:
    if "adminlevel" not in plain or "name" not in plain:
        return []
    names = tuple(plain[key] for key in ("nameen", "name") if key in plain)
    parents = _parents(plain) | {"district": "", "district_code": ""}
    parents["province"] = parents["province"] or _first(plain, ("isinprovince", "isinstate"))
    return [
        Columns(
            profile="OSM",
            level=level,
            name=names,
            code=_first(plain, ("refpcode", "iso31662")) if level == "admin1" else "",
            rows=(plain["adminlevel"], number),
            **(parents if level == "admin2" else {}),
        )
        for level, number in (("admin2", "6"), ("admin1", "4"))
    ]


def _unlevelled(plain: dict[str, str], hint: str) -> list[Columns]:
    """Return readings of a bare ``name``: the layer's name tells the level, or both are tried."""
    name = _first(plain, ("name", "nameen", "unitname", "label"))
    if not name or "adminlevel" in plain or hint == "division":
        return []
    parents = _parents(plain)
    levels = ["admin2", "admin1"]
    if hint == "admin1" or not (parents["province"] or parents["province_code"]):
        levels.reverse()
    if hint == "admin2":
        levels = ["admin2"]
    if parents["district"] or parents["district_code"]:
        levels = ["admin3", *levels] if hint != "admin2" else levels
    code = _first(plain, ("pcode", "code", "iso31662", "iso"))
    osm = any(key.startswith("osm") for key in plain)
    found = []
    for level in levels:
        known = dict(parents) if level != "admin1" else {}
        if level == "admin2":
            known |= {"district": "", "district_code": ""}
        profile = "OSM" if osm else "plain"
        found.append(Columns(profile=profile, level=level, name=(name,), code=code, **known))
    return found

"""Words and names of the page's language: its strings, and places and actors as it spells them."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from geomap.errors import SettingsError
from geomap.maps.assets import web_file
from geomap.paths import data_file
from geomap.places.gazetteer import load_gazetteer
from geomap.places.units import load_units

__all__ = ["LANGUAGES", "Naming", "load_naming"]

LANGUAGES = ("en", "ur")
"""Languages of the interface; ``web/strings.<language>.json`` has the words of each."""

_RIGHT_TO_LEFT = frozenset({"ur"})


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """The words of one language.

    `strings` is the table that the page speaks from. `places` and `actors` map names as tables
    spell them to names of the language; they are empty in English, whose names the tables use.
    """

    lang: str
    strings: Mapping[str, str]
    places: Mapping[str, str]
    actors: Mapping[str, str]

    @property
    def direction(self) -> str:
        """``"rtl"`` or ``"ltr"``."""
        return "rtl" if self.lang in _RIGHT_TO_LEFT else "ltr"

    def unit(self, name: str, level: str) -> str:
        """Return a unit with its level word, such as "Kech district"; others as they are named.

        Examples
        --------
        >>> load_naming("en").unit("Kech", "district")
        'Kech district'
        """
        own = self.places.get(name, name)
        template = self.strings.get(f"unit_name.{level}", "{name}")
        return template.replace("{name}", own)

    def localized(self, base: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a basemap's payload with its names in this language, where they are known."""
        if not self.places:
            return base

        def renamed(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
            return [
                {**item, "name": self.places.get(item["name"], item["name"])}
                if item.get("name")
                else item
                for item in items
            ]

        return {**base, **{key: renamed(base[key]) for key in ("features", "towns", "names")}}


@cache
def load_naming(lang: str) -> Naming:
    """Return the words of a language.

    Raises
    ------
    SettingsError
        If the language is not one of `LANGUAGES`.
    """
    if lang not in LANGUAGES:
        raise SettingsError(f"lang is {lang!r}; allowed are {', '.join(LANGUAGES)}")
    strings: dict[str, str] = json.loads(web_file(f"strings.{lang}.json"))
    if lang == "en":
        return Naming(lang, strings, {}, {})
    return Naming(lang, strings, {**_urdu_places(), "Arabian Sea": strings["sea"]}, _urdu_actors())


def _urdu_places() -> dict[str, str]:
    """Return Urdu names by main names; units come first, then larger places."""
    units = [one for one in load_units() if one.names_ur]
    names = {one.name: one.names_ur[0] for one in units}
    entries = sorted(load_gazetteer().entries, key=lambda one: (-(one.population or 0), one.id))
    for one in entries:
        if one.name_ur:
            names.setdefault(one.name, one.name_ur[0])
    for unit in units:
        for alias in unit.aliases:
            names.setdefault(alias, unit.names_ur[0])
    return names


def _urdu_actors() -> dict[str, str]:
    with data_file("actors.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["name"]: row["name_ur"].split("|")[0] for row in rows if row["name_ur"]}

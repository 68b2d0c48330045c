"""Names for a map in the language of its reader, and the towns that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import geopandas as gpd

from geomap.maps.ground import PROJECTION, View
from geomap.places.gazetteer import load_gazetteer
from geomap.places.names import fold_name
from geomap.places.units import unit

__all__ = ["Town", "place_label", "project", "towns_in", "unit_label"]

_CAPITALS = frozenset(
    {"Islamabad", "Quetta", "Peshawar", "Karachi", "Lahore", "Muzaffarabad", "Gilgit"}
)
_LEAST = 15_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town: its name, its place in metres of the projection, and whether it is a capital."""

    name: str
    x: float
    y: float
    population: int
    capital: bool


def unit_label(pcode: str, lang: str, otherwise: str = "") -> str:
    """Return the name of an admin unit in a language.

    Examples
    --------
    >>> unit_label("PK226", "ur"), unit_label("PK226", "en"), unit_label("X", "en", "cell")
    ('کوئٹہ', 'Quetta', 'cell')
    """
    found = unit(pcode)
    if found is None:
        return otherwise or pcode
    return found.names_ur[0] if lang == "ur" and found.names_ur else found.name


def place_label(name: str, lang: str) -> str:
    """Return the name of a place in a language; as it is where the gazetteer has no other.

    Examples
    --------
    >>> place_label("Turbat", "ur"), place_label("a well", "ur")
    ('تربت', 'a well')
    """
    if lang == "ur":
        for entry in load_gazetteer().lookup(fold_name(name)):
            if entry.name_ur:
                return entry.name_ur[0]
    return name


def project(lon: list[float], lat: list[float]) -> list[tuple[float, float]]:
    """Return places in metres of the projection."""
    points = gpd.GeoSeries(gpd.points_from_xy(lon, lat), crs="EPSG:4326").to_crs(PROJECTION)
    return list(zip(points.x.tolist(), points.y.tolist(), strict=True))


def towns_in(view: View, lang: str) -> list[Town]:
    """Return the towns of a view, capitals first, then by population."""
    return [town for town in _towns(lang) if view.holds(town.x, town.y)]


@lru_cache(maxsize=2)
def _towns(lang: str) -> tuple[Town, ...]:
    entries = [entry for entry in load_gazetteer().entries if entry.level == "settlement"]
    known = [
        (entry, entry.lon, entry.lat)
        for entry in entries
        if entry.country == "PK" and entry.lon is not None and entry.lat is not None
        and ((entry.population or 0) >= _LEAST or entry.name in _CAPITALS)
    ]  # fmt: skip
    places = project([lon for _, lon, _ in known], [lat for _, _, lat in known])
    towns = [
        Town(
            name=entry.name_ur[0] if lang == "ur" and entry.name_ur else entry.name,
            x=x,
            y=y,
            population=entry.population or 0,
            capital=entry.name in _CAPITALS,
        )
        for (entry, _, _), (x, y) in zip(known, places, strict=True)
    ]
    return tuple(sorted(towns, key=lambda one: (not one.capital, -one.population, one.name)))


@cache
def neighbour_names(lang: str) -> tuple[tuple[str, float, float], ...]:
    """Return the names of the countries around, and of the sea, with where they are written."""
    words = {
        "en": ("AFGHANISTAN", "IRAN", "INDIA", "CHINA", "Arabian Sea"),
        "ur": ("افغانستان", "ایران", "بھارت", "چین", "بحیرۂ عرب"),
    }[lang]
    places = project([65.6, 60.9, 73.3, 77.2, 63.6], [32.6, 28.3, 27.2, 37.0, 24.2])
    return tuple((word, x, y) for word, (x, y) in zip(words, places, strict=True))

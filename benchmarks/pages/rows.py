"""Incident tables by the thousand, always the same for a number of rows.

Places, days, figures and actors are drawn by a seed. Titles and quotes are words drawn one by one
from the gazetteer's names, so that no sentence repeats: they compress worse than real news.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import numpy.typing as npt

from geomap.places.gazetteer import load_gazetteer
from geomap.records import EVENT_TYPES

__all__ = ["make_incidents", "peer_rows"]

_ACTORS = (
    "Security forces", "Unidentified armed group", "Police", "Separatist group", "Protesters", None,
)  # fmt: skip
_OUTLETS = tuple(f"Outlet {number}" for number in range(40))
_TITLE, _QUOTE = 10, 24  # words


def make_incidents(number: int, *, ids: str = "numbers", prose: bool) -> gpd.GeoDataFrame:
    """Return a table of incidents around the towns, with sources and quotes if asked.

    Ids are ``"numbers"`` as ACLED has them, here in no order, or ``"hashes"`` as geomap makes
    them, of 16 hexadecimal digits, which no compression makes smaller.
    """
    rng = np.random.default_rng(19)
    entries = load_gazetteer().entries
    towns = [e for e in entries if e.level == "settlement" and e.country == "PK" and e.lon]
    at = rng.integers(0, len(towns), number)
    lon, lat = (np.array([getattr(town, name) for town in towns])[at] for name in ("lon", "lat"))
    dead = np.minimum(rng.geometric(0.35, number) - 1, 120)
    days = (np.datetime64("2010-01-01") + rng.integers(0, 5800, number)).astype(str)
    columns = {
        "kind": "incident",
        "event_type": _pick(rng, EVENT_TYPES, number),
        "date_start": days,
        "date_end": days,
        "date_precision": "day",
        "precision": "settlement",
        "country": "PK",
        **_town_columns(towns, at),
        "fatalities_low": dead,
        "fatalities_best": dead + (dead % 5 == 1),
        "fatalities_high": dead + dead % 4,
        "injured_best": rng.poisson(4, number),
        "actor": _pick(rng, _ACTORS, number),
        "actor_basis": _pick(rng, ("claimed", "suspected", "unknown"), number),
    }
    hashes = [f"{value:016x}" for value in rng.integers(0, 1 << 63, number)]
    numbers = [f"PAK{value}" for value in rng.permutation(number) + 1]
    columns["incident_id"] = hashes if ids == "hashes" else numbers
    if prose:
        columns |= _prose(rng, hashes, dead)
    points = gpd.points_from_xy(*(rng.normal(axis, 0.12) for axis in (lon, lat)))
    return gpd.GeoDataFrame(columns, geometry=points, crs=4326)


def _pick(rng: np.random.Generator, words: tuple[str | None, ...], number: int) -> list[str | None]:
    return [words[code] for code in rng.integers(0, len(words), number)]


def _town_columns(towns: list, at: npt.NDArray[np.int64]) -> dict[str, list[str | None]]:
    fields = ("name", "admin1", "admin1_pcode", "admin2_pcode")
    values = {name: [getattr(town, name) or None for town in towns] for name in fields}
    columns = {name: [column[code] for code in at] for name, column in values.items()}
    return {"place_name": columns.pop("name"), **columns}


def _prose(
    rng: np.random.Generator, ids: list[str], dead: npt.NDArray[np.int64]
) -> dict[str, list[list[dict[str, str]]]]:
    words = np.array(sorted({word for e in load_gazetteer().entries for word in e.name.split()}))
    picks = words[rng.integers(0, len(words), (len(ids), _TITLE + _QUOTE))]
    outlets = rng.integers(0, len(_OUTLETS), len(ids))
    sources, evidence = [], []
    for number, own in enumerate(ids):
        title, quote = (" ".join(p) for p in (picks[number, :_TITLE], picks[number, _TITLE:]))
        link = f"https://news.example/{own}/{picks[number, 0].lower()}"
        source = {"article_id": own, "title": title, "url": link, "published": "2026-01-01"}
        sources.append([source | {"source": _OUTLETS[outlets[number]]}])
        told = f"{dead[number]} killed: {quote}"
        evidence.append([{"field": "fatalities", "article_id": own, "quote": told}])
    return {"sources": sources, "evidence": evidence}


def peer_rows(frame: gpd.GeoDataFrame) -> list[list[object]]:
    """Return the same fields as plain rows, lat and lon first, as folium's plugins take them."""
    names = [name for name in frame.columns if name not in {"geometry", "sources", "evidence"}]
    plain = [frame[name].tolist() for name in names]
    if "sources" in frame:
        articles = [one[0] for one in frame["sources"]]
        plain += [[one[key] for one in articles] for key in ("title", "url", "source", "published")]
        plain.append([one[0]["quote"] for one in frame["evidence"]])
    lat, lon = frame.geometry.y.round(5).tolist(), frame.geometry.x.round(5).tolist()
    return [list(row) for row in zip(lat, lon, *plain, strict=True)]

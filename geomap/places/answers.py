"""What geopy's services answer, as Places: each service says in its own way what a point is.

How precisely a place is known decides how it is drawn, so the sort of thing that was found is read
from the answer. Where an answer does not say, the place counts as an area of a tehsil's size.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from geomap.errors import GeocoderUnavailable
from geomap.places.join import join_units
from geomap.records import Place, Precision

__all__ = ["located_places"]

_NAME_LENGTH = 200

_WORDS = {
    **dict.fromkeys(("country",), Precision.COUNTRY),
    **dict.fromkeys(("state", "province", "region", "macroregion"), Precision.PROVINCE),
    **dict.fromkeys(("division", "state_district"), Precision.DIVISION),
    **dict.fromkeys(("county", "district", "macrocounty"), Precision.DISTRICT),
    **dict.fromkeys(
        ("municipality", "subdistrict", "localadmin", "borough", "tehsil", "postcode"),
        Precision.TEHSIL,
    ),
    **dict.fromkeys(
        ("city", "town", "village", "hamlet", "locality", "isolated_dwelling", "settlement"),
        Precision.SETTLEMENT,
    ),
    **dict.fromkeys(
        (
            "suburb", "neighbourhood", "quarter", "house", "street", "venue", "address", "amenity",
            "building", "aeroway", "railway", "historic", "tourism", "shop", "office", "military",
            "mountain_pass", "man_made", "leisure", "farm", "city_block", "place_of_worship",
        ),
        Precision.SITE,
    ),
    **dict.fromkeys(("road", "highway", "waterway", "river", "stream"), Precision.LINE),
}  # fmt: skip
_NOMINATIM_LEVELS = {  # OpenStreetMap's admin_level in Pakistan, as Nominatim ranks it
    4: Precision.COUNTRY, 8: Precision.PROVINCE, 10: Precision.DIVISION, 12: Precision.DISTRICT,
    14: Precision.TEHSIL,
}  # fmt: skip
_GEONAMES = {
    "PCLI": Precision.COUNTRY, "ADM1": Precision.PROVINCE, "ADM2": Precision.DISTRICT,
    "ADM3": Precision.TEHSIL, "PPLX": Precision.SITE, "P": Precision.SETTLEMENT,
    "S": Precision.SITE, "R": Precision.LINE,
}  # fmt: skip
_UNCERTAINTY_M = {Precision.SITE: 1_000.0, Precision.SETTLEMENT: 2_000.0}


def located_places(locations: Sequence[Any], *, service: str, country: str | None) -> list[Place]:
    """Return geopy's locations as Places with their admin units.

    Parameters
    ----------
    locations
        ``geopy.location.Location`` objects, best first.
    service
        The word for the source of the places.
    country
        ISO 3166 alpha-2 code; places elsewhere are left out. One that does not say where it is
        stays if it lies in a province of Pakistan and Pakistan is wanted. None keeps all.

    Returns
    -------
    list of Place
        Without those that have no name or no coordinates on Earth. Admin units are those of the
        embedded districts, as fine as the place is known.

    Raises
    ------
    GeocoderUnavailable
        If none of the locations has a name and coordinates on Earth: that is no answer.
    """
    places = [place for one in locations if (place := _place(one, service)) is not None]
    if not places:
        if locations:
            raise GeocoderUnavailable(f"{service}: its answer has no place with name and point")
        return []
    joined = join_units(pd.DataFrame([{"lon": one.lon, "lat": one.lat} for one in places]))
    rows = joined[["admin1", "admin1_pcode", "admin2", "admin2_pcode"]].to_dict("records")
    found = [_with_units(place, row) for place, row in zip(places, rows, strict=True)]
    return [place for place in found if country is None or place.country == country]


def _place(location: Any, service: str) -> Place | None:
    if location is None:  # what geopy makes of a GeoNames row without coordinates
        return None
    raw = location.raw if isinstance(location.raw, Mapping) else {}
    facts = {**raw, **_mapping(raw.get("properties"))}
    lat, lon = location.latitude, location.longitude  # geopy's order; ours is lon, lat
    if not (_is_degrees(lon, 180) and _is_degrees(lat, 90) and _is_on_earth(facts)):
        return None
    name = _text(facts.get("name") or facts.get("toponymName")) or _text(
        str(location.address).partition(",")[0],
    )
    if not name:
        return None
    precision = _precision(facts)
    return Place(
        name=name,
        precision=precision,
        lon=float(lon),
        lat=float(lat),
        uncertainty_m=_UNCERTAINTY_M.get(precision),
        country=_country(facts),
        source=service,
        source_id=_source_id(facts),
    )


def _is_on_earth(facts: Mapping[str, Any]) -> bool:
    """Whether the coordinates that a service sent are degrees.

    geopy wraps a longitude of 1000 around the globe until it fits, and puts 0, 0 for none.
    """
    pair = _mapping(facts.get("geometry")).get("coordinates")
    if isinstance(pair, list) and len(pair) >= 2:
        return _is_degrees(pair[0], 180) and _is_degrees(pair[1], 90)
    lon = facts.get("lon", facts.get("lng"))
    if lon is None and "lat" not in facts:
        return "geonameId" not in facts and len(facts) > 1  # a service with other words for it
    return _is_degrees(lon, 180) and _is_degrees(facts.get("lat"), 90)


def _is_degrees(value: object, most: float) -> bool:
    try:
        number = float(str(value))
    except ValueError:
        return False
    return math.isfinite(number) and abs(number) <= most


def _precision(facts: Mapping[str, Any]) -> Precision:
    """Return how precisely a place is known, by what the service says that it is."""
    code = facts.get("fcode"), facts.get("fcl")  # GeoNames
    for word in map(str, code):
        if word in _GEONAMES:
            return _GEONAMES[word]
    kind = str(facts.get("addresstype") or facts.get("layer") or "")
    if facts.get("type") == "administrative" and isinstance(facts.get("place_rank"), int):
        return _NOMINATIM_LEVELS.get(facts["place_rank"], _WORDS.get(kind, Precision.TEHSIL))
    kinds = (
        kind,
        facts.get("type"),
        facts.get("osm_value"),
        facts.get("osm_key"),
        facts.get("class"),
    )
    for word in map(str, kinds):
        if word in _WORDS:
            return _WORDS[word]
    return Precision.TEHSIL


def _country(facts: Mapping[str, Any]) -> str | None:
    code = (
        _mapping(facts.get("address")).get("country_code")
        or facts.get("country_code")
        or facts.get("countrycode")
        or facts.get("countryCode")
        or {"PAK": "PK"}.get(str(facts.get("country_a")))
    )
    text = str(code or "").upper()
    return text if len(text) == 2 and text.isalpha() and text.isascii() else None


def _source_id(facts: Mapping[str, Any]) -> str:
    parts = (facts.get("osm_type"), facts.get("osm_id"))
    if all(parts):
        return _text(f"{parts[0]}/{parts[1]}")
    return _text(facts.get("gid") or facts.get("geonameId") or facts.get("id") or "")


def _with_units(place: Place, row: Mapping[str, Any]) -> Place:
    if place.country not in {None, "PK"} or row["admin1"] is None:
        return place
    place = replace(place, country="PK")
    if place.precision.rank <= Precision.PROVINCE.rank:
        place = replace(place, admin1=row["admin1"], admin1_pcode=row["admin1_pcode"])
    if place.precision.rank <= Precision.DISTRICT.rank:
        place = replace(place, admin2=row["admin2"], admin2_pcode=row["admin2_pcode"])
    return place


def _text(value: object) -> str:
    """Return a value as one clean line: no control or format characters, not long."""
    kept = (
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in str(value if value is not None else "")[: 4 * _NAME_LENGTH]
        if unicodedata.category(char) not in {"Cs", "Co", "Cn"} and char not in _BIDI
    )
    return " ".join("".join(kept).split())[:_NAME_LENGTH]


_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}

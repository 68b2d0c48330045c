"""The public look-ups: names to places, one or a whole column, and a point to what lies there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

import geopandas as gpd
import numpy as np
import pandas as pd

from geomap.errors import SettingsError
from geomap.places.boundaries import CRS, BoundarySet
from geomap.places.gazetteer import Gazetteer
from geomap.places.geocoders import Geocoder
from geomap.places.join import join_units
from geomap.places.lookup import Geocoded, Lookup
from geomap.places.nearest import bearing_word, nearest_place
from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision

__all__ = ["GEOCODED_COLUMNS", "Geocoded", "Reversed", "geocode", "reverse"]

GEOCODED_COLUMNS = (
    "query", "place_name", "precision", "lon", "lat", "uncertainty_m", "country", "admin1",
    "admin1_pcode", "admin2", "admin2_pcode", "parents", "source", "source_id", "score", "reason",
)  # fmt: skip
"""Columns of the table that `geocode` returns; ``geometry`` is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversed:
    """What lies at a point.

    `place` is the nearest named place, `distance_m` the metres from it to the point, `bearing`
    the direction from it to the point in degrees clockwise from north; all None where the
    gazetteer has no points. The units are those that the point lies in, None outside Pakistan.
    """

    lon: float
    lat: float
    place: Place | None
    distance_m: float | None
    bearing: float | None
    admin1: str | None
    admin1_pcode: str | None
    admin2: str | None
    admin2_pcode: str | None
    reason: str


@overload
def geocode(
    text: str,
    *,
    within: str | None = None,
    online: Geocoder | None = None,
    gazetteer: Gazetteer | None = None,
) -> Geocoded: ...


@overload
def geocode(
    text: Iterable[object],
    *,
    within: str | None = None,
    online: Geocoder | None = None,
    gazetteer: Gazetteer | None = None,
) -> gpd.GeoDataFrame: ...


def geocode(
    text: str | Iterable[object],
    *,
    within: str | None = None,
    online: Geocoder | None = None,
    gazetteer: Gazetteer | None = None,
) -> Geocoded | gpd.GeoDataFrame:
    """Return the place that a name means; for a column of names, a table aligned with it.

    Parameters
    ----------
    text
        A name in Latin or Urdu script, with parents ("Hoshab, Kech", "Hoshab (Kech)") and a
        level word ("Kech district") where they are known; or a Series or list of names. What is
        no text counts as no name.
    within
        A p-code, an ISO 3166 alpha-2 code, or the name of a country, province, division or
        district that the places must lie in; None is anywhere.
    online
        A geocoder for what the gazetteer does not know, such as `online_geocoder` makes. One
        that fails costs no row: the reason says so.
    gazetteer
        Where to look first; None is the gazetteer that geomap ships with the user's places.

    Returns
    -------
    Geocoded or geopandas.GeoDataFrame
        For one text its `Geocoded`. For several a frame with `GEOCODED_COLUMNS` and the index of
        the Series (else 0, 1, ...), one row for each. ``geometry`` is a point only where one is
        honest (site, settlement); for an area ``lon`` and ``lat`` are its label point.

    Raises
    ------
    GeocoderRejected
        If `within` is no known area.

    Examples
    --------
    >>> found = geocode("Hoshab, Kech")
    >>> found.level, found.parents[0]
    ('settlement', 'Kech')
    >>> geocode(["Pasni", "Nowhere at all"]).precision.tolist()
    ['settlement', 'unknown']
    """
    lookup = Lookup(gazetteer or full_gazetteer(), within=within, online=online)
    if isinstance(text, str):
        return lookup.one(text)
    names = text if isinstance(text, pd.Series) else pd.Series(list(text), dtype=object)
    known: dict[str, Geocoded] = {}
    found = []
    for name in names:
        query = name if isinstance(name, str) else ""
        if query not in known:
            known[query] = lookup.one(query)
        found.append(known[query])
    return _table(found, names.index)


def reverse(
    lon: float,
    lat: float,
    *,
    gazetteer: Gazetteer | None = None,
    boundaries: BoundarySet | None = None,
) -> Reversed:
    """Return what lies at a point: the nearest named place, how far and where, and the units.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326.
    gazetteer
        Where to look for the named place; None is geomap's with the user's places.
    boundaries
        The districts; None is the embedded set, whose lines are approximate.

    Raises
    ------
    SettingsError
        If the point is not on Earth.

    Examples
    --------
    >>> reverse(66.99, 30.2).admin1
    'Balochistan'
    """
    if not all(isinstance(value, int | float) for value in (lon, lat)):
        raise SettingsError("lon and lat must be numbers, in degrees")
    near = nearest_place(lon, lat, gazetteer=gazetteer)
    row = join_units(pd.DataFrame({"lon": [lon], "lat": [lat]}), boundaries=boundaries).iloc[0]
    inside = ", ".join(dict.fromkeys(filter(None, (row["admin2"], row["admin1"]))))
    reason = f"in {inside}" if inside else "in no district of Pakistan"
    if near is not None:
        reason = f"{_distance_words(near.distance_m, near.bearing)} {near.place.name}; {reason}"
    return Reversed(
        lon=lon,
        lat=lat,
        place=near.place if near else None,
        distance_m=round(near.distance_m, 1) if near else None,
        bearing=round(near.bearing, 1) if near else None,
        admin1=row["admin1"],
        admin1_pcode=row["admin1_pcode"],
        admin2=row["admin2"],
        admin2_pcode=row["admin2_pcode"],
        reason=reason,
    )


def _distance_words(distance_m: float, bearing: float) -> str:
    if distance_m < 500:
        return "at"
    return f"{distance_m / 1000:.1f} km {bearing_word(bearing)} of"


def _table(found: Sequence[Geocoded], index: pd.Index) -> gpd.GeoDataFrame:
    columns = zip(*map(_row, found), strict=True) if found else [()] * len(GEOCODED_COLUMNS)
    frame = pd.DataFrame(
        {
            name: pd.Series(values, index=index, dtype=object)  # keeps None as it is
            for name, values in zip(GEOCODED_COLUMNS, columns, strict=True)
        },
    )
    for column in ("lon", "lat", "uncertainty_m", "score"):
        frame[column] = frame[column].astype(float)
    pins = [one.place is not None and one.place.precision.is_point for one in found]
    is_pin = np.array(pins, dtype=bool) & frame["lon"].notna().to_numpy()
    points = gpd.points_from_xy(frame["lon"], frame["lat"])
    points[~is_pin] = None
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(points, index=index, crs=CRS))


def _row(found: Geocoded) -> tuple[object, ...]:
    place = found.place
    if place is None:
        facts: tuple[object, ...] = (None, Precision.UNKNOWN.value, *(None,) * 8)
        source: tuple[object, ...] = (None, None)
    else:
        facts = (
            place.name, place.precision.value, place.lon, place.lat, place.uncertainty_m,
            place.country, place.admin1, place.admin1_pcode, place.admin2, place.admin2_pcode,
        )  # fmt: skip
        source = (place.source, place.source_id)
    parents = ", ".join(found.parents) or None
    return (found.query, *facts, parents, *source, found.score, found.reason)

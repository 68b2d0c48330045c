"""The named place nearest to a point: distance and bearing on a spherical Earth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from geomap.errors import SettingsError
from geomap.places.gazetteer import Gazetteer
from geomap.places.user_places import UserGazetteer, full_gazetteer
from geomap.records import Place

__all__ = ["Near", "bearing_word", "nearest_place"]

EARTH_M = 6_371_008.8
_POINTS = {"site", "settlement"}
_WORDS = (
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west",
)  # fmt: skip

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A named place near a point.

    `distance_m` is metres from the place to the point along a great circle, `bearing` the
    direction from the place to the point, in degrees clockwise from north.
    """

    place: Place
    distance_m: float
    bearing: float


def nearest_place(lon: float, lat: float, *, gazetteer: Gazetteer | None = None) -> Near | None:
    """Return the named town, village or site nearest to a point; areas and lines have no point.

    Parameters
    ----------
    lon, lat
        Degrees, EPSG:4326.
    gazetteer
        Where to look; None is the gazetteer with the user's places.

    Returns
    -------
    Near or None
        None for a gazetteer without points. Of two equally near, the one with the lower id.

    Raises
    ------
    SettingsError
        If the point is not on Earth.

    Examples
    --------
    >>> near = nearest_place(66.0, 30.0)
    >>> 0 <= near.bearing < 360
    True
    """
    check_point(lon, lat)
    gazetteer = gazetteer or full_gazetteer()
    ids, lons, lats = _points(gazetteer)
    if not ids:
        return None
    x, y = math.radians(lon), math.radians(lat)
    half = np.sin((lats - y) / 2) ** 2 + math.cos(y) * np.cos(lats) * np.sin((lons - x) / 2) ** 2
    at = int(np.argmin(half))
    entry = gazetteer.by_id(ids[at])
    if entry is None:  # pragma: no cover # the ids are the gazetteer's own
        return None
    distance = 2 * EARTH_M * math.asin(math.sqrt(min(1.0, float(half[at]))))
    bearing = _bearing(float(lons[at]), float(lats[at]), x, y)
    return Near(place=gazetteer.place_of(entry), distance_m=distance, bearing=bearing)


def bearing_word(bearing: float) -> str:
    """Return the compass word of a bearing in degrees.

    Examples
    --------
    >>> bearing_word(44), bearing_word(359)
    ('north-east', 'north')
    """
    return _WORDS[round(bearing / 45) % 8]


def check_point(lon: float, lat: float) -> None:
    """Raise a SettingsError unless a point is on Earth."""
    if not (math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
        raise SettingsError(
            f"lon {lon:g}, lat {lat:g} is no point on Earth: give lon (-180 to 180), "
            "then lat (-90 to 90), in degrees",
        )


@lru_cache(maxsize=2)
def _points(gazetteer: Gazetteer) -> tuple[tuple[str, ...], Floats, Floats]:
    """Return id, longitude and latitude (radians) of every place that is a point, by id."""
    found = {
        entry.id: (entry.lon, entry.lat)
        for entry in gazetteer.entries
        if entry.level in _POINTS and entry.lon is not None and entry.lat is not None
    }
    if isinstance(gazetteer, UserGazetteer):
        found |= {entry_id: (lon, lat) for entry_id, lon, lat in gazetteer.points()}
    ids = tuple(sorted(found))
    values = np.radians(np.array([found[one] for one in ids], dtype=np.float64).reshape(-1, 2))
    return ids, values[:, 0], values[:, 1]


def _bearing(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Return the direction from one point to another, in degrees; all arguments in radians."""
    east = math.sin(to_lon - lon) * math.cos(to_lat)
    north = math.cos(lat) * math.sin(to_lat) - math.sin(lat) * math.cos(to_lat) * math.cos(
        to_lon - lon,
    )
    return math.degrees(math.atan2(east, north)) % 360.0

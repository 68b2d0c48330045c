"""The place that a relation to a named place means: near it, some way from it, along it."""

from __future__ import annotations

import math
from dataclasses import replace

from geomap.records import Place, Precision, Relation

__all__ = ["relate"]

_EARTH_M = 6_371_008.8
_NEAR_M = 10_000.0


def relate(place: Place, relation: Relation) -> Place:
    """Return the place that "30 km south of X", "near X" or "along X" means.

    Parameters
    ----------
    place
        The named place X.
    relation
        What the text says of it.

    Returns
    -------
    Place
        For ``near`` and ``offset``: precision NEAR, the point moved by the distance where a bearing
        is given (spherical Earth), `uncertainty_m` the radius in which it lies: 10 km for "near", a
        third of the distance (at least 3 km) with a bearing, the whole distance without one.
        For ``along`` and ``between``: precision LINE, no point. Areas (tehsil and coarser) and
        streets stay as they are.
    """
    if place.precision is Precision.SITE and place.name.endswith(" Pass"):
        return replace(place, precision=Precision.LINE, lon=None, lat=None, uncertainty_m=None)
    if relation.kind == "in" or place.precision.rank > Precision.LINE.rank:
        return place
    if relation.kind == "along" and place.precision in {Precision.SITE, Precision.SETTLEMENT}:
        return place  # a street of a town is a spot, "Ranchore Line" a quarter
    if relation.kind in {"along", "between"} or place.precision is Precision.LINE:
        return replace(place, precision=Precision.LINE, lon=None, lat=None, uncertainty_m=None)
    if place.lon is None or place.lat is None:
        return replace(place, precision=Precision.NEAR)
    distance, bearing = relation.distance_m, relation.bearing
    if distance is None:
        return replace(place, precision=Precision.NEAR, uncertainty_m=_NEAR_M)
    if bearing is None:
        radius = max(3_000.0, distance)
        return replace(place, precision=Precision.NEAR, uncertainty_m=radius)
    lon, lat = _moved(place.lon, place.lat, distance, bearing)
    return replace(
        place,
        precision=Precision.NEAR,
        lon=round(lon, 5),
        lat=round(lat, 5),
        uncertainty_m=max(3_000.0, distance / 3),
    )


def _moved(lon: float, lat: float, distance_m: float, bearing: float) -> tuple[float, float]:
    """Return the point at a distance and bearing along a great circle."""
    angle = distance_m / _EARTH_M
    start_lat, start_lon, heading = map(math.radians, (lat, lon, bearing))
    end_lat = math.asin(
        math.sin(start_lat) * math.cos(angle)
        + math.cos(start_lat) * math.sin(angle) * math.cos(heading),
    )
    end_lon = start_lon + math.atan2(
        math.sin(heading) * math.sin(angle) * math.cos(start_lat),
        math.cos(angle) - math.sin(start_lat) * math.sin(end_lat),
    )
    return math.degrees(end_lon), math.degrees(end_lat)

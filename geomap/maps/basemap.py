"""The embedded vector basemap: land, provinces, districts, lines and town names as compact data.

Coordinates are written as whole thousandths of a degree (about 100 m), each ring as differences
from corner to corner, in the alphabet that ``web/decode.js`` reads. Nothing is drawn here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from geomap.errors import SettingsError
from geomap.places.boundaries import BoundarySet, basemap_features, load_boundaries
from geomap.places.gazetteer import load_gazetteer

__all__ = [
    "SCALE",
    "Basemap",
    "encode_integers",
    "encode_shape",
    "label_point",
    "load_basemap",
    "view_bounds",
]

SCALE = 1000
"""Units per degree in encoded shapes."""

PAKISTAN = (60.8, 23.6, 77.1, 37.1)
"""West, south, east and north of the country, degrees: the view when there is nothing to show."""

REGION = (55.0, 20.0, 82.0, 40.0)
"""West, south, east and north of the land that the basemap has, degrees."""

_ALPHABET = np.frombuffer(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    dtype=np.uint8,
)
_GROUPS = 7  # five bits each: enough for 32-bit integers

_KINDS = {"disputed": "disputed", "line_of_control": "control_line", "lake": "lake"}

_SEA_NAMES = ({"kind": "sea", "name": "Arabian Sea", "lon": 63.4, "lat": 23.4},)

# zoom: towns at least so large, and at least so far apart in degrees
_TOWN_STEPS = (
    (5, 900_000, 1.3),
    (6, 60_000, 0.9),
    (7, 20_000, 0.45),
    (8, 8_000, 0.22),
    (9, 0, 0.1),
)
_CAPITALS = frozenset(
    {"Islamabad", "Quetta", "Peshawar", "Karachi", "Lahore", "Muzaffarabad", "Gilgit"}
)
_METROPOLIS = 1_500_000
_MOST_TOWNS = 450


@dataclass(frozen=True, slots=True, eq=False)
class Basemap:
    """What is drawn under the incidents, and where each admin unit stands in it.

    `units` is the boundary set and `payload` the page's data block. `provinces` and `districts`
    map p-codes to positions in ``payload["features"]``; `names` maps p-codes to names and
    `shapes` to polygons, EPSG:4326.
    `attributions` are sentences in plain text.
    """

    units: BoundarySet
    payload: Mapping[str, Any]
    provinces: Mapping[str, int]
    districts: Mapping[str, int]
    names: Mapping[str, str]
    shapes: Mapping[str, BaseGeometry]
    attributions: tuple[str, ...]


def encode_integers(values: npt.ArrayLike, *, summed: bool = False) -> str:
    """Return whole numbers as text that ``geomap.integers`` of the page reads back.

    Parameters
    ----------
    values
        Numbers within 31 bits; NaN stands for "none".
    summed
        Write differences from the number before, for columns whose neighbours are alike.

    Examples
    --------
    >>> encode_integers([0, -1, 16, float("nan")])
    'BChBA'
    """
    numbers = np.asarray(values, dtype=np.float64)
    stated = ~np.isnan(numbers)
    whole = np.where(stated, numbers, 0).round().astype(np.int64)
    if summed:
        known = whole[stated]
        whole[stated] = np.diff(known, prepend=np.int64(0))
    zigzag = np.where(stated, ((whole << 1) ^ (whole >> 63)) + 1, 0).astype(np.uint64)
    shifts = np.arange(_GROUPS + 1, dtype=np.uint64) * np.uint64(5)
    shifted = zigzag[:, None] >> shifts
    more = shifted[:, 1:] > 0
    digits = (shifted[:, :-1] & np.uint64(31)) | (more.astype(np.uint64) << np.uint64(5))
    used = np.hstack([np.ones((len(numbers), 1), dtype=bool), more[:, :-1]])
    text: bytes = _ALPHABET[digits[used].astype(np.intp)].tobytes()
    return text.decode("ascii")


def encode_shape(geometry: BaseGeometry) -> list[str]:
    """Return the rings or lines of a geometry, each as one text; degenerate ones drop out."""
    rings: list[str] = []
    for part in shapely.get_parts(geometry):
        lines = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]
        for line in lines:
            corners = np.round(shapely.get_coordinates(line) * SCALE)
            if len(corners) == 0:
                continue
            moved = np.any(np.diff(corners, axis=0) != 0, axis=1)
            corners = corners[np.concatenate([[True], moved])]
            if len(corners) >= 2:
                rings.append(encode_integers(np.diff(corners, axis=0, prepend=0).ravel()))
    return rings


def label_point(geometry: BaseGeometry) -> tuple[float, float]:
    """Return a point well inside a geometry, as lon, lat in degrees, rounded to 0.001."""
    parts = shapely.get_parts(geometry)
    largest = max(parts, key=lambda part: (part.area, part.length))
    if largest.geom_type == "Polygon":
        west, south, east, north = largest.bounds
        tolerance = max(east - west, north - south) / 60
        point = shapely.ops.polylabel(largest, tolerance)
    else:
        point = largest.interpolate(0.5, normalized=True)
    return round(point.x, 3), round(point.y, 3)


def load_basemap(boundaries: BoundarySet | str | None = None) -> Basemap:
    """Return the embedded basemap with a boundary set's units.

    Parameters
    ----------
    boundaries
        A boundary set or its name; None takes the embedded districts. A set of provinces leaves
        districts out.

    Raises
    ------
    SettingsError
        If the name is not known or the value is neither a set nor a name.
    """
    if boundaries is None or isinstance(boundaries, str):
        return _load(load_boundaries(boundaries) if boundaries else load_boundaries())
    if isinstance(boundaries, BoundarySet):
        return _load(boundaries)
    raise SettingsError(
        f"boundaries is a {type(boundaries).__name__}; give a BoundarySet, its name or None",
    )


@cache
def _load(units: BoundarySet) -> Basemap:
    provinces = units if units.level == "admin1" else load_boundaries("embedded-admin1")
    districts = units if units.level == "admin2" else None
    land = basemap_features()
    features = [_land(row) for row in land.itertuples()]
    positions: dict[str, dict[str, int]] = {"province": {}, "district": {}}
    frames = [("district", districts), ("province", provinces)]
    known = [(kind, one.frame) for kind, one in frames if one is not None]
    for kind, frame in known:
        for pcode, name, geometry in zip(frame.pcode, frame.name, frame.geometry, strict=True):
            positions[kind][pcode] = len(features)
            features.append({"kind": kind, "name": name, "rings": encode_shape(geometry)})
    payload = {
        "scale": SCALE,
        "frame": [float(edge) for edge in land.total_bounds.round(3)],
        "features": features,
        "towns": _towns(),
        "names": [
            *_land_names(land),
            *(n for kind, frame in known for n in _unit_names(kind, frame)),
        ],
        "approximate": bool(districts is not None and districts.approximate),
    }
    return Basemap(
        units=units,
        payload=payload,
        provinces=positions["province"],
        districts=positions["district"],
        names={p: n for _, frame in known for p, n in zip(frame.pcode, frame.name, strict=True)},
        shapes={
            p: shape
            for _, frame in known
            for p, shape in zip(frame.pcode, frame.geometry, strict=True)
        },
        attributions=_attributions([one for _, one in frames if one is not None]),
    )


def _land(row: Any) -> dict[str, Any]:
    own = "land" if row.country == "PK" else "neighbour"
    kind = _KINDS.get(row.kind, own)
    return {"kind": kind, "name": row.name or "", "rings": encode_shape(row.geometry)}


def _land_names(land: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    names = [{**sea, "from": 4, "until": 9} for sea in _SEA_NAMES]
    for row in land.itertuples():
        if row.kind != "land" or row.country == "PK" or row.geometry.area < 1:
            continue
        lon, lat = label_point(row.geometry)
        names.append(
            {"kind": "country", "name": row.name, "lon": lon, "lat": lat, "from": 3, "until": 9},
        )
    return names


def _unit_names(kind: str, frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    first, last = (5, 8.5) if kind == "province" else (8, 20)
    names = []
    for name, geometry in zip(frame.name, frame.geometry, strict=True):
        if kind == "province" and geometry.area < 0.3:
            continue  # Islamabad: its city's name stands there already
        inside = geometry.representative_point()
        at = label_point(geometry) if kind == "province" else (inside.x, inside.y)
        lon, lat = (round(degree, 3) for degree in at)
        names.append(
            {"kind": kind, "name": name, "lon": lon, "lat": lat, "from": first, "until": last},
        )
    return names


def _towns() -> list[dict[str, Any]]:
    entries = [
        (entry, entry.lon, entry.lat)
        for entry in load_gazetteer().entries
        if entry.level == "settlement" and entry.country == "PK"
    ]
    towns = [
        _Town(entry.name, lon, lat, entry.population or 0, entry.id)
        for entry, lon, lat in entries
        if lon is not None and lat is not None
    ]
    return _spread(sorted(towns, key=lambda town: (not town.capital, -town.population, town.id)))


@dataclass(frozen=True, slots=True)
class _Town:
    name: str
    lon: float
    lat: float
    population: int
    id: str

    @property
    def capital(self) -> bool:
        return self.name in _CAPITALS

    @property
    def crowding(self) -> float:
        """Share of the usual distance at which the town's name may stand beside another."""
        if self.capital:
            return 0.0
        return 0.4 if self.population >= _METROPOLIS else 1.0


def _spread(towns: Sequence[_Town]) -> list[dict[str, Any]]:
    """Give each town the first zoom at which it is large and far enough from those before it."""
    placed: list[dict[str, Any]] = []
    left = list(towns)
    for zoom, least, apart in _TOWN_STEPS:
        rest = []
        for town in left:
            large = town.capital or town.population >= least
            need = apart * town.crowding
            if large and all(_distance(town, other) >= need for other in placed):
                placed.append(
                    {
                        "name": town.name,
                        "lon": round(town.lon, 3),
                        "lat": round(town.lat, 3),
                        "zoom": zoom,
                    },
                )
            else:
                rest.append(town)
            if len(placed) == _MOST_TOWNS:
                return placed
        left = rest
    return placed


def _distance(town: _Town, other: Mapping[str, Any]) -> float:
    """Degrees of latitude between two towns, near enough at 30 degrees north."""
    return math.hypot((town.lon - other["lon"]) * 0.866, town.lat - other["lat"])


def view_bounds(
    points: npt.NDArray[np.float64],
    shapes: Sequence[BaseGeometry],
) -> tuple[float, float, float, float]:
    """Return west, south, east, north of what is drawn, with some surroundings, in degrees.

    `points` are rows of lon, lat, NaN where there is none. Points far from Pakistan do not widen
    the view unless there is nothing else.
    """
    known = points[~np.isnan(points[:, 0])]
    west, south, east, north = REGION
    lon, lat = known[:, 0], known[:, 1]
    near = known[(lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)]
    seen = near if len(near) or shapes else known
    boxes = [shape.bounds for shape in shapes]
    boxes += [(*seen.min(axis=0), *seen.max(axis=0))] if len(seen) else []
    if not boxes:
        return PAKISTAN
    array = np.array(boxes)
    low, high = array[:, :2].min(axis=0), array[:, 2:].max(axis=0)
    margin = np.maximum(0.02, (1.2 - (high - low)) / 2)
    edges = np.concatenate([low - margin, high + margin]).round(3)
    return tuple(float(edge) for edge in edges)  # type: ignore[return-value]


def _attributions(sets: Iterable[BoundarySet]) -> tuple[str, ...]:
    lines = []
    for one in sets:
        unit = "Districts" if one.level == "admin2" else "Provinces"
        lines.append(f"{unit}: {one.attribution}; licence: {one.licence}; as of {one.vintage}.")
        if one.approximate:
            lines.append(f"{unit} are approximate{_agreement(one)}. {one.note}".strip())
    return (
        *lines,
        "Land and sea: Natural Earth (public domain).",
        "Places: GeoNames (CC BY 4.0, geonames.org) and geomap's own gazetteer.",
    )


def _agreement(one: BoundarySet) -> str:
    """Return the measured agreement of an approximate set in words, if it has been measured."""
    share, overlap = (one.accuracy.get(key) for key in ("area_agreement", "median_overlap"))
    if share is None or overlap is None:
        return ""
    return (
        f": {share:.0%} of the area is in the right one, median overlap over union {overlap:.2f}"
        f" (compared with {one.accuracy.get('compared_with', 'a reference set')})"
    )

"""What lies under a static map: land, sea, lines, and the scale bar.

Maps are drawn in a conformal conic projection made for Pakistan, in metres: shapes and directions
are right, and lengths within 1.5% anywhere in the country.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geomap.maps.basemap import REGION
from geomap.maps.palette import THEMES
from geomap.places.boundaries import CRS, BoundarySet, basemap_features, load_boundaries

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

__all__ = ["PROJECTION", "Ground", "View", "draw_ground", "load_ground", "scale_bar", "shade"]

PROJECTION = "+proj=lcc +lat_0=30.5 +lon_0=69.5 +lat_1=26 +lat_2=35 +datum=WGS84 +units=m +no_defs"

Point = tuple[float, float]

_THEME = THEMES["light"]
_SMOOTH = 400  # metres: less than a dot of a figure of the whole country
_MARGIN = 0.03


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """Projected shapes: `land` and its kinds, `provinces` and `units`, each with ``pcode``."""

    land: gpd.GeoDataFrame
    provinces: gpd.GeoDataFrame
    units: gpd.GeoDataFrame
    approximate: bool

    def focus(self, within: str | None) -> BaseGeometry:
        """Return the outline of a province or a unit, or of the country."""
        chosen = self.provinces
        if within is not None:
            some = (frame[frame["pcode"] == within] for frame in (self.provinces, self.units))
            chosen = next(frame for frame in some if len(frame))
        outline: BaseGeometry = shapely.union_all(chosen.geometry.to_numpy(), grid_size=1)
        return outline


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The part of the ground that is shown, in metres of the projection."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """Metres from west to east."""
        return self.east - self.west

    @property
    def box(self) -> BaseGeometry:
        """The view as a polygon."""
        return shapely.box(self.west, self.south, self.east, self.north)

    def corner(self, x: float, y: float) -> Point:
        """Return the corner that a point is nearest to."""
        across, up = (self.west + self.east) / 2, (self.south + self.north) / 2
        return (self.west if x < across else self.east, self.south if y < up else self.north)

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point is in the view."""
        return self.west <= x <= self.east and self.south <= y <= self.north


def view_of(focus: BaseGeometry, *, width: float, height: float) -> View:
    """Return the view of a shape that fills a frame of this width and height."""
    west, south, east, north = focus.bounds
    across = max((east - west) * (1 + 2 * _MARGIN), 1.0)
    up = max((north - south) * (1 + 2 * _MARGIN), 1.0)
    if across / up < width / height:
        across = up * width / height
    else:
        up = across * height / width
    x, y = (west + east) / 2, (south + north) / 2
    return View(west=x - across / 2, south=y - up / 2, east=x + across / 2, north=y + up / 2)


@lru_cache(maxsize=8)
def load_ground(units: BoundarySet) -> Ground:
    """Return the ground with the units of a boundary set."""
    land = basemap_features().to_crs(PROJECTION)
    provinces = load_boundaries("embedded-admin1").frame.to_crs(PROJECTION)
    drawn = units.frame[["pcode", "geometry"]].to_crs(PROJECTION)
    for frame in (land, provinces, drawn):
        frame.geometry = frame.geometry.simplify(_SMOOTH)
    return Ground(land=land, provinces=provinces, units=drawn, approximate=units.approximate)


def shape_path(shape: BaseGeometry) -> Path:
    """Return a polygon, its holes included, as one path."""
    from matplotlib.path import Path as NewPath  # noqa: PLC0415 # slow to load

    rings = []
    for part in shapely.get_parts(shape):
        if part.geom_type == "Polygon" and not part.is_empty:
            turned = orient(part)  # holes run the other way round, and stay empty
            rings += [turned.exterior, *turned.interiors]
    paths = [NewPath(shapely.get_coordinates(ring)[:, :2], closed=True) for ring in rings]
    return NewPath.make_compound_path(*paths) if paths else NewPath(np.empty((0, 2)))


def shade(axes: Axes, shapes: Iterable[BaseGeometry], colours: Sequence[str], **style: Any) -> None:
    """Fill shapes with colours, in order."""
    from matplotlib.collections import PathCollection  # noqa: PLC0415 # slow to load

    paths = [shape_path(shape) for shape in shapes]
    if paths:
        style = {"edgecolors": "none", "linewidths": 0, **style}
        axes.add_collection(PathCollection(paths, facecolors=list(colours), **style), autolim=False)


def outline(axes: Axes, shapes: Iterable[BaseGeometry], colour: str, **style: Any) -> None:
    """Draw the edges of shapes, or lines."""
    from matplotlib.collections import LineCollection  # noqa: PLC0415 # slow to load

    edges = [shapely.boundary(s) if "Polygon" in s.geom_type else s for s in shapes]
    lines = [shapely.get_coordinates(part) for edge in edges for part in shapely.get_parts(edge)]
    lines = [line[:, :2] for line in lines if len(line) > 1]
    axes.add_collection(LineCollection(lines, colors=colour, **style), autolim=False)


def draw_ground(axes: Axes, ground: Ground, view: View, *, within: str | None = None) -> None:
    """Draw sea, land and what is disputed; lines come on top, with `draw_lines`.

    Of a map confined to a province or unit the others are drawn as land around it.
    """
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_facecolor(_THEME.beyond)
    shade(axes, [_region()], [_THEME.sea], zorder=0)
    for side in axes.spines.values():
        side.set_color(_THEME.country)
        side.set_linewidth(0.6)
    land = _clipped(ground.land, view)
    for kind, colour in (("land", _THEME.neighbour), ("disputed", _THEME.disputed)):
        shapes = land.geometry[land["kind"] == kind]
        shade(axes, shapes, [colour] * len(shapes), zorder=1)
    provinces = _clipped(ground.provinces, view)
    colours = [
        _THEME.land if within in {None, code} else _THEME.neighbour for code in provinces["pcode"]
    ]
    shade(axes, provinces.geometry, colours, zorder=2)
    shown = _clipped(ground.units[ground.units["pcode"] == within], view).geometry
    shade(axes, shown, [_THEME.land] * len(shown), zorder=2.5)


@cache
def _region() -> BaseGeometry:
    """Return the part of the world whose land is known, projected."""
    corners = shapely.segmentize(shapely.box(*REGION), 0.5)
    shape: BaseGeometry = gpd.GeoSeries([corners], crs=CRS).to_crs(PROJECTION).iloc[0]
    return shape


def draw_lines(axes: Axes, ground: Ground, view: View, *, units: bool = True) -> None:
    """Draw the lines of units, provinces, country and control, softly where approximate."""
    if units:
        style = {"linestyles": (0, (3, 1.5))} if ground.approximate else {}
        shapes = _clipped(ground.units, view).geometry
        outline(axes, shapes, "#b5ab98", linewidths=0.35, zorder=5, **style)
    land = _clipped(ground.land, view)
    abroad = land.geometry[(land["kind"] == "land") & (land["country"] != "PK")]
    outline(axes, abroad, _THEME.coast, linewidths=0.4, zorder=4)
    provinces = _clipped(ground.provinces, view).geometry
    outline(axes, provinces, _THEME.province, linewidths=0.8, zorder=6)
    control = land.geometry[land["kind"] == "line_of_control"]
    outline(axes, control, "#ffffff", linewidths=1.6, zorder=7)
    outline(axes, control, _THEME.control_line, linewidths=1.1, linestyles=(0, (4, 2)), zorder=8)


def _clipped(frame: gpd.GeoDataFrame, view: View) -> gpd.GeoDataFrame:
    """Return the features that reach into a view, cut a little outside of it."""
    near = frame[frame.intersects(view.box)]
    around = view.box.buffer(view.width * 0.02, join_style="mitre")
    shapes = shapely.intersection(shapely.make_valid(near.geometry.to_numpy()), around)
    return near.set_geometry(gpd.GeoSeries(shapes, index=near.index, crs=frame.crs))


def scale_bar(
    axes: Axes, view: View, *, text: float, inches: float, avoid: Sequence[Point] = ()
) -> Any:
    """Draw a scale bar in a free corner, the lower left one if it is, and return its place.

    `text` is the size of its letters in points, `inches` the width of the axes. `avoid` are the
    points, in metres of the projection, that it should not cover.
    """
    metres = nice_length(view.width * 0.22)
    per_inch = view.width / inches
    height = 0.035 * per_inch
    letter = text / 72 * per_inch
    room = (metres + 2.1 * letter, 0.06 * per_inch + 1.1 * letter)
    x, y = _free_corner(view, room, per_inch, avoid)
    parts = []
    for number, colour in enumerate(("#35322b", "#ffffff")):
        box = shapely.box(x + number * metres / 2, y, x + (number + 1) * metres / 2, y + height)
        shade(axes, [box], [colour], edgecolors="#35322b", linewidths=0.5, zorder=21)
    for metre, label in ((0.0, "0"), (metres, f"{metres / 1000:,.0f} km")):
        parts.append(
            axes.text(x + metre, y + 1.6 * height, label, fontsize=text * 0.85, ha="center",
                      va="bottom", color="#35322b", zorder=21),
        )  # fmt: skip
    boxes = [part.get_window_extent() for part in parts]
    begin, end = (x, y), (x + metres, y + 2 * height)
    edges = [(view.corner(*begin), end), (begin, end)]
    return type(boxes[0]).union(
        [*boxes, *(type(boxes[0])(axes.transData.transform(two)) for two in edges)]
    )


def _free_corner(view: View, room: Point, per_inch: float, avoid: Sequence[Point]) -> Point:
    """Return where a bar begins: in the corner with the fewest points, the lower left one first."""
    wide, high = room
    edge, border = 0.12 * per_inch, 0.10 * per_inch
    places = [
        (x, y)
        for y in (view.south + border, view.north - border - high)
        for x in (view.west + edge, view.east - wide)
    ]

    def covered(place: Point) -> int:
        x, y = place
        return sum(
            x - 2 * edge <= east <= x + wide + border
            and y - 2 * border <= north <= y + high + border
            for east, north in avoid
        )

    return min(places, key=covered)


def nice_length(metres: float) -> float:
    """Return the largest of 1, 2 and 5 times a power of ten that is no longer than `metres`.

    Examples
    --------
    >>> nice_length(370_000), nice_length(42_000)
    (200000.0, 20000.0)
    """
    power = 10.0 ** np.floor(np.log10(metres))
    return float(max(step * power for step in (1, 2, 5) if step * power <= metres))

"""A static map of places: circles by number, boxes for what is known to an area only."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.maps.basemap import label_point
from geomap.maps.figures import (
    NAME_LETTERS,
    Look,
    StaticFigure,
    Words,
    drawing,
    shorten,
    words_of,
)
from geomap.maps.ground import (
    Ground,
    View,
    draw_ground,
    draw_lines,
    load_ground,
    scale_bar,
    shade,
    view_of,
)
from geomap.maps.labels import AREA_PLACES, Labeller, Lettering
from geomap.maps.layout import Sheet, finished_map
from geomap.maps.legend import LegendLine, badge, boundary_rows, circle, heading
from geomap.maps.locator import draw_hole, draw_locator
from geomap.maps.notes import about_lines, account_for, span
from geomap.maps.place_names import (
    neighbour_names,
    place_label,
    project,
    towns_in,
    unit_label,
)
from geomap.maps.placing import Placed, Spot
from geomap.maps.texts import clean_text, cut
from geomap.places.boundaries import BoundarySet
from geomap.places.units import division_districts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["symbol_map"]

_FACE, _EDGE = "#b3331d", "#ffffff"
_AREA, _BOX_INK, _BOX_FACE = "#f1d7b8", "#5a2506", "#fff4e8"
_LARGEST = {"page": 0.15, "slide": 0.17, "column": 0.085}  # radius of the largest circle, inches
_SMALLEST = 0.2  # of the largest
_SCALE_FROM = 5  # the number that the largest circle stands for, at least
_CROWD_M = 55_000
_CROWD_LEAST = 4


def symbol_map(
    placed: Placed, *, units: BoundarySet, value: str, look: Look, data_until: date | None
) -> StaticFigure:
    """Return the map of what `place_incidents` placed; `value` is incidents or fatalities."""
    words = words_of(look.lang)
    with drawing(look):
        drawn = _Drawing(placed, load_ground(units), value, look, words)
        return finished_map(drawn, look, about_lines(words, units, data_until), data_until)


@dataclass(frozen=True, slots=True)
class _At:
    """A spot in metres of the projection."""

    spot: Spot
    x: float
    y: float


@dataclass(slots=True)
class _Drawing:
    placed: Placed
    ground: Ground
    value: str
    look: Look
    words: Words
    spots: list[_At] = field(init=False)
    crowd: _Crowd | None = field(init=False)
    most: int = field(init=False)

    def __post_init__(self) -> None:
        spots = self.placed.spots
        self.most = max([spot.value(self.value) for spot in spots] + [_SCALE_FROM])
        places = project([one.lon for one in spots], [one.lat for one in spots])
        self.spots = [_At(spot, x, y) for spot, (x, y) in zip(spots, places, strict=True)]
        self.crowd = self._crowd() if self.look.within is None else None

    @property
    def title(self) -> str:
        if self.look.title is not None:
            return self.look.title
        title = self.words("title_symbols")
        if self.look.within is not None:
            title += f": {unit_label(self.look.within, self.look.lang)}"
        return title

    @property
    def subtitle(self) -> str:
        if not self.placed.total:
            return self.words("no_incidents")
        if self.look.subtitle is not None:
            return self.look.subtitle
        return span(self.words, self.placed.days)

    def account(self) -> str:
        placed = self.placed
        parts = [
            ("places", sum(spot.incidents for spot in placed.spots)),
            ("area_m", sum(placed.districts.values()) + sum(placed.divisions.values())),
            ("province_m", sum(placed.provinces.values())),
            ("elsewhere", placed.country),
            ("abroad", placed.abroad),
            ("unlocated", placed.unlocated),
        ]
        if not placed.total and not placed.operations:
            return self.words.sentences(self.words("no_incidents"))
        return account_for(self.words, placed.total, parts, operations=placed.operations)

    def alt(self) -> str:
        lang = self.look.lang
        top = [
            f"{cut(clean_text(place_label(one.name, lang)), NAME_LETTERS)} {one.value(self.value)}"
            for one in self.placed.spots[:3]
            if one.name
        ]
        words = self.words
        return words.sentences(self.title, self.subtitle, self.account(), words.joined(top))

    def radius(self, number: int) -> float:
        """Return the radius of a circle in inches, on map, inset and legend alike."""
        share = math.sqrt(number / self.most) if number > 0 else 0.0
        return _LARGEST[self.look.size] * max(share, _SMALLEST)

    def legend(self) -> list[LegendLine]:
        words = self.words
        rows: list[LegendLine] = []
        if self.placed.spots:
            rows.append(heading(words(f"size_{self.value}")))
            largest_number = max(spot.value(self.value) for spot in self.placed.spots)
            for number in _steps(largest_number):
                style = _circle_style(filled=number > 0)
                rows.append(circle(f"{number:,}", self.radius(number), **style))
        if self.placed.districts or self.placed.divisions:
            rows.append(badge(words("area_box"), "2", colour=_BOX_INK, face=_AREA))
        if self.placed.provinces:
            rows.append(badge(words("one_in_box"), "2", colour=_BOX_INK, face=_BOX_FACE))
        return [*rows, *boundary_rows(words, ground=self.ground, look=self.look)]

    def inset_name(self) -> str | None:
        if self.look.within is not None:
            return self.words("locator")
        return None if self.crowd is None else self.words("inset", name=self.crowd.name)

    def _crowd(self) -> _Crowd | None:
        """Return the part of the map where the most places stand close together."""
        spots = self.spots
        if not spots or self.look.size == "column":
            return None
        x, y = np.array([(at.x, at.y) for at in spots]).T
        near = [(abs(x - at.x) < _CROWD_M) & (abs(y - at.y) < _CROWD_M) for at in spots[:_CENTRES]]
        number, best = max((int(one.sum()), -row) for row, one in enumerate(near))
        if number < _CROWD_LEAST:
            return None
        held = near[-best]
        west, south, east, north = x[held].min(), y[held].min(), x[held].max(), y[held].max()
        box = shapely.box(west, south, east, north).buffer(12_000)
        inside = View(west=west, south=south, east=east, north=north)
        towns = towns_in(inside, self.look.lang)
        name = towns[0].name if towns else place_label(spots[-best].spot.name, self.look.lang)
        return _Crowd(name=name, box=box)

    def draw(self, sheet: Sheet) -> None:
        focus = self.ground.focus(self.look.within)
        view = view_of(focus, width=sheet.width, height=sheet.height)
        inset_view = None
        if sheet.inset is not None and self.crowd is not None:
            inset_view = view_of(self.crowd.box, width=sheet.inset_width, height=sheet.inset_height)
        self._map(sheet.axes, view, sheet.width, hole=inset_view)

        if sheet.inset is None:
            return
        if inset_view is not None:
            self._map(sheet.inset, inset_view, sheet.inset_width, is_inset=True)
        else:
            draw_locator(sheet.inset, self.ground, view,
                         (sheet.inset_width, sheet.inset_height))  # fmt: skip

    def _map(
        self,
        axes: Axes,
        view: View,
        inches: float,
        *,
        hole: View | None = None,
        is_inset: bool = False,
    ) -> None:
        """Draw a map on axes of this width in inches; an inset has no names of provinces."""
        draw_ground(axes, self.ground, view, within=self.look.within)
        areas = self._areas()
        shade(axes, areas.values(), [_AREA] * len(areas), zorder=3)
        draw_lines(axes, self.ground, view)
        labels = Labeller(axes)
        text = self.look.inches.text
        spots = [at for at in self.spots if view.holds(at.x, at.y)]
        avoid = [(at.x, at.y) for at in spots]
        labels.block(scale_bar(axes, view, text=text, inches=inches, avoid=avoid))
        per_inch = view.width / inches
        radii = [self.radius(at.spot.value(self.value)) for at in spots]
        labels.block_circles([(at.x, at.y) for at in spots], radii)
        for filled in (True, False):
            chosen = [(at, radius * per_inch) for at, radius in zip(spots, radii, strict=True)
                      if (at.spot.value(self.value) > 0) is filled]  # fmt: skip
            _draw_circles(axes, chosen, filled=filled)
        if hole is not None:
            draw_hole(axes, hole)
        if not is_inset:
            self._provinces(labels, view)
        self._boxes(labels, areas, view)
        self._names(labels, spots, view)

    def _areas(self) -> Mapping[tuple[str, int], BaseGeometry]:
        """Return the outline of each shaded area by its code and number."""
        shapes = dict(zip(self.ground.units["pcode"], self.ground.units.geometry, strict=True))
        found = {}
        for code, number in self.placed.divisions.items():
            parts = [shapes[one] for one in division_districts(code) if one in shapes]
            if parts:
                found[code, number] = shapely.union_all(parts, grid_size=1)
        for code, number in self.placed.districts.items():
            if code in shapes:
                found[code, number] = shapes[code]
        return found

    def _boxes(
        self, labels: Labeller, areas: Mapping[tuple[str, int], BaseGeometry], view: View
    ) -> None:
        """Write the number of every area within it, then the names that there is room for."""
        text = self.look.inches.text
        box = Lettering(size=text * 0.9, colour=_BOX_INK, boxed=_AREA, places=AREA_PLACES[:1])
        small = Lettering(size=text * 0.85, colour=_BOX_INK, places=_AROUND_BOX, step=text * 1.3)
        written = []
        for (code, number), shape in areas.items():
            spots = [spot for spot in _inside(shape) if view.holds(*spot)]
            if spots:
                at = labels.write_somewhere(f"{number:,}", spots, box, always=True)
                written.append((code, at or spots[0]))
        for code, at in written:
            labels.write(unit_label(code, self.look.lang), *at, small)

    def _provinces(self, labels: Labeller, view: View) -> None:
        """Write the names of provinces; in a box, with a number, where incidents are known so."""
        text, frame = self.look.inches.text, self.ground.provinces
        name = Lettering(size=text * 1.05, colour="#6d6658", weight="bold",
                         places=AREA_PLACES[:1])  # fmt: skip
        boxed = replace(name, size=text * 0.95, colour=_BOX_INK, boxed=_BOX_FACE)
        for code, shape in zip(frame["pcode"], frame.geometry, strict=True):
            shown = shapely.intersection(shape, view.box)
            if shown.is_empty or (self.look.within not in {None, code}):
                continue
            count = self.placed.provinces.get(code, 0)
            label = unit_label(code, self.look.lang)
            if count:
                spots = _inside(shown)
                labels.write_somewhere(f"{label}: {count:,}", spots, boxed, always=True)
            elif shape.area >= _SMALL_PROVINCE:
                labels.write_somewhere(label, _inside(shown), name)

    def _names(self, labels: Labeller, spots: Sequence[_At], view: View) -> None:
        """Write the names of the largest places, of towns, and of what lies around."""
        look, text = self.look, self.look.inches.text
        place = Lettering(size=text * 0.95, weight="bold")
        for at in spots[:_NAMED]:
            name = place_label(at.spot.name, look.lang)
            radius = self.radius(at.spot.value(self.value))
            if name:
                short = shorten(labels.figure, name, width=_WIDEST, size=text)
                labels.write(short, at.x, at.y, place.moved(radius * 72 + 1.5))
        town = Lettering(size=text * 0.85, colour="#5c574b")
        for one in towns_in(view, look.lang)[:_TOWNS]:
            labels.town(one.name, one.x, one.y, town)
        soft = Lettering(size=text * 0.95, colour="#8b8474", style="italic", places=AREA_PLACES,
                         step=text * 2)  # fmt: skip
        for name, x, y in neighbour_names(look.lang):
            if view.holds(x, y):
                labels.write(name, x, y, soft)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crowd:
    name: str
    box: BaseGeometry


_AROUND_BOX = ((0, -1, "center", "center"), (0, 1, "center", "center"), (1, 0, "left", "center"),
               (-1, 0, "right", "center"))  # fmt: skip
_CENTRES = 400
_NAMED = 40
_TOWNS = 60
_WIDEST = 1.6  # inches that a name may take
_SMALL_PROVINCE = 3e9  # square metres: Islamabad, whose city stands there


def _inside(shape: BaseGeometry) -> list[tuple[float, float]]:
    """Return places within an area where its number may stand, the middle first."""
    west, south, east, north = shape.bounds
    middle = label_point(shape)
    grid = [
        (west + (east - west) * column / 8, south + (north - south) * row / 8)
        for row in range(1, 8)
        for column in range(1, 8)
    ]
    held = [at for at in grid if shapely.contains_xy(shape, *at)]
    held.sort(key=lambda at: math.dist(at, middle))
    return [middle, *held]


def _steps(most: int) -> list[int]:
    """Return up to three numbers whose circles a legend shows, the largest first."""
    wanted = {most, round(most / 4), min(most, 1)}
    return sorted(wanted - {0} or {0}, reverse=True)


def _circle_style(*, filled: bool) -> dict[str, Any]:
    if filled:
        return {"facecolor": _FACE, "edgecolor": _EDGE, "linewidth": 0.5, "alpha": 0.85}
    return {"facecolor": "none", "edgecolor": _FACE, "linewidth": 0.9}


def _draw_circles(axes: Axes, chosen: Sequence[tuple[_At, float]], *, filled: bool) -> None:
    """Draw circles whose radii are in metres, the largest below."""
    from matplotlib.collections import EllipseCollection  # noqa: PLC0415 # slow to load

    ordered = sorted(chosen, key=lambda one: -one[1])
    if ordered:
        wide = [2 * radius for _, radius in ordered]
        axes.add_collection(
            EllipseCollection(
                wide, wide, [0.0] * len(wide), units="xy", zorder=12 if filled else 12.5,
                offsets=[(at.x, at.y) for at, _ in ordered], offset_transform=axes.transData,
                **_circle_style(filled=filled),
            ),
            autolim=False,
        )  # fmt: skip

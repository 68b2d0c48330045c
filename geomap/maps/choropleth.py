"""A static map of units shaded by a figure of a summary, or by what a test calls them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geomap.hotspots import CLUSTERS, HOT_SPOTS
from geomap.maps.classes import NO_FIGURE, ZERO, ClassedValues, classify, figure_text
from geomap.maps.figures import Look, StaticFigure, Words, drawing, words_of
from geomap.maps.ground import (
    PROJECTION,
    Ground,
    View,
    draw_ground,
    draw_lines,
    load_ground,
    scale_bar,
    shade,
    view_of,
)
from geomap.maps.hotspot_layer import CLASS_COLOURS
from geomap.maps.labels import AREA_PLACES, Labeller, Lettering
from geomap.maps.layout import Sheet, finished_map
from geomap.maps.legend import LegendLine, boundary_rows, box, heading
from geomap.maps.locator import draw_hole, draw_locator
from geomap.maps.notes import about_lines, account_for
from geomap.maps.place_names import neighbour_names, towns_in, unit_label
from geomap.places.boundaries import BoundarySet
from geomap.places.units import unit
from geomap.summary_units import OTHER_ROWS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["unit_map"]

_CALLED = {"hot_spot": HOT_SPOTS, "cluster": CLUSTERS}
_HATCH = "/////"
_NO_TEST = {"hatch": _HATCH, "edgecolor": "#aaa597"}
_CROWD_M = 75_000
_CROWD_LEAST = 6
_NAMED = {"page": 14, "slide": 14, "column": 6}


def unit_map(
    frame: gpd.GeoDataFrame,
    *,
    value: str,
    units: BoundarySet,
    look: Look,
    data_until: date | None = None,
) -> StaticFigure:
    """Return the map of a summary with its outlines, coloured by one of its columns."""
    words = words_of(look.lang)
    with drawing(look):
        drawn = _Drawing(frame, value, load_ground(units), look, words)
        return finished_map(drawn, look, about_lines(words, units, data_until), data_until)


def _province_of(code: str) -> str | None:
    found = unit(code)
    return code if found is None else found.province or found.pcode


@dataclass(slots=True)
class _Drawing:
    frame: gpd.GeoDataFrame
    value: str
    ground: Ground
    look: Look
    words: Words

    def __post_init__(self) -> None:
        if self.look.within is not None:
            inside = [_province_of(code) == self.look.within for code in self.frame["pcode"]]
            self.frame = self.frame[np.array(inside, dtype=bool)]

    @property
    def inside(self) -> gpd.GeoDataFrame:
        """The units that are drawn, projected."""
        chosen = self.frame[~self.frame["pcode"].isin(OTHER_ROWS)]
        return chosen[~chosen.geometry.isna()].to_crs(PROJECTION)

    @property
    def called(self) -> bool:
        """Whether the column holds names of classes."""
        return self.value in _CALLED

    def figures(self) -> npt.NDArray[np.float64]:
        column = self.inside[self.value]
        return np.asarray(column.to_numpy(dtype=np.float64, na_value=np.nan))

    @property
    def title(self) -> str:
        if self.look.title is not None:
            return self.look.title
        level = str(self.frame["level"].iloc[0]) if len(self.frame) else "admin2"
        named = self.words.get(f"value_{self.value}", self.value.replace("_", " "))
        title = self.words("title_units", value=named, unit=self.words(f"unit_{level}"))
        if self.look.within is not None:
            title += f": {unit_label(self.look.within, self.look.lang)}"
        return title

    @property
    def subtitle(self) -> str:
        return self.look.subtitle or ""

    def account(self) -> str:
        """Say how many of the incidents the units hold, and where the rest is."""
        if "incidents" not in self.frame or self.look.within is not None:
            return ""
        rows = self.frame.groupby("pcode")["incidents"].sum()
        if not set(OTHER_ROWS) <= set(rows.index):
            return ""
        held = int(rows.drop(list(OTHER_ROWS)).sum())
        level = self.words(f"unit_{self.frame['level'].iloc[0]}")
        rest = [("units_coarser", "coarser"), ("abroad", "abroad"), ("unlocated", "unlocated")]
        parts = [("units_m", held), *((key, int(rows[row])) for key, row in rest)]
        if not rows.sum():
            return self.words.sentences(self.words("no_incidents"))
        operations = int(self.frame["operations"].sum()) if "operations" in self.frame else 0
        return account_for(self.words, int(rows.sum()), parts, operations=operations, unit=level)

    def alt(self) -> str:
        shown, words = self.inside, self.words
        names = [unit_label(code, words.lang, name)
                 for code, name in zip(shown["pcode"], shown["name"], strict=True)]  # fmt: skip
        if self.called:
            told = ~shown[self.value].isin(["not clear", "not tested"])
            most = [name for name, one in zip(names, told, strict=True) if one]
        else:
            ranked = pd.Series(self.figures(), index=names).sort_values(
                ascending=False, kind="stable"
            )
            most = [f"{name} {figure_text(n)}" for name, n in ranked.head(3).items() if n > 0]
        return words.sentences(self.title, self.account(), words.joined(most[:8]))

    def legend(self) -> list[LegendLine]:
        words = self.words
        rows = [heading(words.get(f"value_{self.value}", self.value.replace("_", " ")))]
        rows += self._called_rows() if self.called else self._class_rows(classify(self.figures()))
        return [*rows, *boundary_rows(words, ground=self.ground, look=self.look)]

    def _called_rows(self) -> list[LegendLine]:
        numbers = self.inside[self.value].value_counts()
        return [
            box(f"{self.words.get(name, name)}: {self.words.get(f'{name}_means', meaning)} "
                f"({numbers[name]})", CLASS_COLOURS[name],
                **(_NO_TEST if name == "not tested" else {}))
            for name, meaning in _CALLED[self.value].items()
            if numbers.get(name, 0)
        ]  # fmt: skip

    def _class_rows(self, classes: ClassedValues) -> list[LegendLine]:
        rows = []
        for one in reversed(classes.shades):
            low, high = figure_text(one.low), figure_text(one.high)
            text = low if low == high else self.words("range", low=low, high=high)
            rows.append(box(f"{text}   ({self.words('units', n=one.units)})", one.colour))
        if classes.zeros:
            rows.append(box(f"0   ({self.words('units', n=classes.zeros)})", ZERO))
        if classes.missing:
            text = f"{self.words('no_data')}   ({self.words('units', n=classes.missing)})"
            rows.append(box(text, NO_FIGURE, **_NO_TEST))
        return rows

    def inset_name(self) -> str | None:
        if self.look.within is not None:
            return self.words("locator")
        crowd = self.crowd()
        return None if crowd is None else self.words("inset", name=crowd[0])

    def crowd(self) -> tuple[str, BaseGeometry] | None:
        """Return the part of the map where the most small units with a figure stand."""
        shown = self.inside
        if self.look.size == "column" or self.called or not len(shown):
            return None
        busy = shown[np.nan_to_num(self.figures()) > 0]
        points = [shape.representative_point() for shape in busy.geometry]
        near = [[o for o in points if abs(o.x - p.x) < _CROWD_M and abs(o.y - p.y) < _CROWD_M]
                for p in points]  # fmt: skip
        if not near or max(map(len, near)) < _CROWD_LEAST:
            return None
        best = max(range(len(near)), key=lambda row: (len(near[row]), -row))
        centre = points[best]
        area = centre.buffer(_CROWD_M, cap_style="square")
        west, south, east, north = area.bounds
        towns = towns_in(View(west=west, south=south, east=east, north=north), self.look.lang)
        name = towns[0].name if towns else unit_label(busy["pcode"].iloc[best], self.look.lang)
        return name, area

    def draw(self, sheet: Sheet) -> None:
        focus = self.ground.focus(self.look.within)
        view = view_of(focus, width=sheet.width, height=sheet.height)
        inches = (sheet.inset_width, sheet.inset_height)
        crowd = self.crowd() if self.look.within is None else None
        self._map(sheet.axes, view, sheet.width, named=_NAMED[self.look.size])
        if sheet.inset is None:
            return
        if crowd is None:
            draw_locator(sheet.inset, self.ground, view, inches)
            return
        close = view_of(crowd[1], width=inches[0], height=inches[1])
        self._map(sheet.inset, close, inches[0], named=30)
        draw_hole(sheet.axes, close)

    def _map(self, axes: Axes, view: View, inches: float, *, named: int) -> None:
        draw_ground(axes, self.ground, view, within=self.look.within)
        shown = self.inside
        if self.called:
            colours = [CLASS_COLOURS[name] for name in shown[self.value]]
            missing = [name == "not tested" for name in shown[self.value]]
        else:
            colours = list(classify(self.figures()).colours)
            missing = np.isnan(self.figures()).tolist()
        shade(axes, shown.geometry, colours, zorder=3)
        empty = [shape for shape, none in zip(shown.geometry, missing, strict=True) if none]
        shade(axes, empty, [NO_FIGURE] * len(empty), zorder=3, hatch=_HATCH, edgecolors="#bdb8aa")
        draw_lines(axes, self.ground, view)
        labels = Labeller(axes)
        labels.block(scale_bar(axes, view, text=self.look.inches.text, inches=inches))
        self._names(labels, view, named)

    def _names(self, labels: Labeller, view: View, named: int) -> None:
        """Write the names of the units with the highest figures, then of towns."""
        text, shown = self.look.inches.text, self.inside
        if self.called:
            order = [row for row, name in enumerate(shown[self.value])
                     if name not in {"not clear", "not tested"}]  # fmt: skip
        else:
            figures = np.nan_to_num(self.figures())
            order = [
                row for row in np.argsort(-figures, kind="stable").tolist() if figures[row] > 0
            ]
        place = Lettering(size=text * 0.9, weight="bold", places=AREA_PLACES, step=text * 0.9)
        done = 0
        for row in order:
            point = shown.geometry.iloc[row].representative_point()
            if not view.holds(point.x, point.y) or done >= named:
                continue
            name = unit_label(
                shown["pcode"].iloc[row], self.look.lang, str(shown["name"].iloc[row])
            )
            done += labels.write(name, point.x, point.y, place)
        soft = Lettering(size=text * 0.95, colour="#8b8474", style="italic", places=AREA_PLACES,
                         step=text * 2)  # fmt: skip
        for name, x, y in neighbour_names(self.look.lang):
            if view.holds(x, y):
                labels.write(name, x, y, soft)
        town = Lettering(size=text * 0.8, colour="#5c574b")
        for one in towns_in(view, self.look.lang)[:20]:
            labels.town(one.name, one.x, one.y, town)

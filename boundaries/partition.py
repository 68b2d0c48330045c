"""Partition one province among its districts on a fine grid: the cheapest-to-reach district wins.

From each district's places, and from the heart of the drawn regions that hold it alone, a cost
spreads over the grid: the distance in kilometres, `ABROAD` times that where the drawing knows
nothing of the district, and `CROSSING` times as much where a step crosses a line of the drawing.
A cell takes the district that reaches it most cheaply.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely
from known_places import Seed
from scipy import ndimage  # type: ignore[import-untyped]
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import dijkstra  # type: ignore[import-untyped]
from shapely.geometry.base import BaseGeometry

__all__ = ["STEP", "Sheet", "assign", "make_sheet"]

STEP = 0.01  # degrees
KM = 111.2  # a degree of latitude
MARGIN = 3  # cells kept around the province, so that lines can be cut at its border
CROSSING = 40.0  # cost of a step across a drawn line, in plain steps
ABROAD = 3.0  # cost of a step in a region that does not hold the district
HEART_KM = 15.0  # a drawn region counts as its district's this far from the region's border
HEART_COST = 15.0  # and starts with this cost, so that places have the first word

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Sheet:
    """The grid over one province; row 0 is the southernmost, (`west`, `south`) its corner.

    `used` marks the cells of the province and its margin. `region` is each cell's region of the
    drawing, as a position in `regions`.
    """

    west: float
    south: float
    used: Flags
    region: Ints
    regions: tuple[str, ...]

    @cached_property
    def node(self) -> Ints:
        """Number of each used cell, -1 elsewhere."""
        node = np.full(self.used.shape, -1, dtype=np.int64)
        node[self.used] = np.arange(np.count_nonzero(self.used))
        return node

    @cached_property
    def cell_km(self) -> tuple[float, float]:
        """Width and height of a cell in the middle of the sheet."""
        middle = self.south + self.used.shape[0] * STEP / 2
        return STEP * KM * float(np.cos(np.deg2rad(middle))), STEP * KM

    def cell(self, lon: float, lat: float) -> tuple[int, int]:
        """Return row and column of a point."""
        return int((lat - self.south) / STEP), int((lon - self.west) / STEP)

    def holds(self, lon: float, lat: float) -> bool:
        """Return whether a point lies in a used cell."""
        row, column = self.cell(lon, lat)
        rows, columns = self.used.shape
        return 0 <= row < rows and 0 <= column < columns and bool(self.used[row, column])


def make_sheet(
    province: BaseGeometry,
    regions: Mapping[str, BaseGeometry],
    *,
    apart: tuple[BaseGeometry, frozenset[str]] | None = None,
) -> Sheet:
    """Lay the grid over a province and look up each cell's region of the drawing.

    `apart` is a part of the province whose outline is known better than the drawing has it, and
    the regions that lie in it: they take the whole of it and nothing else.
    """
    low_x, low_y, high_x, high_y = province.bounds
    # places are known to 0.01 degree, a cell is as wide: put them in the middle of cells
    west = (np.floor(low_x / STEP) - MARGIN - 0.5) * STEP
    south = (np.floor(low_y / STEP) - MARGIN - 0.5) * STEP
    columns = int(np.ceil((high_x - west) / STEP)) + MARGIN
    rows = int(np.ceil((high_y - south) / STEP)) + MARGIN
    lon, lat = np.meshgrid(
        west + (np.arange(columns) + 0.5) * STEP,
        south + (np.arange(rows) + 0.5) * STEP,
    )
    shapely.prepare(province)
    used = np.asarray(shapely.dwithin(province, shapely.points(lon, lat), MARGIN * STEP))
    side = np.zeros(lon.shape, dtype=bool) if apart is None else _contains(apart[0], lon, lat)
    names_apart = frozenset() if apart is None else apart[1]
    region = np.zeros(lon.shape, dtype=np.int64)
    for this in (False, True) if apart is not None else (False,):
        found = np.full(lon.shape, -1, dtype=np.int64)
        for number, (name, shape) in enumerate(regions.items()):
            if (name in names_apart) == this:
                found[_contains(shape, lon, lat) & (side == this)] = number
        region[side == this] = _filled(found, known=found >= 0)[side == this]
    return Sheet(
        west=west,
        south=south,
        used=used,
        region=region,
        regions=tuple(regions),
    )


def _contains(shape: BaseGeometry, lon: Floats, lat: Floats) -> Flags:
    shapely.prepare(shape)
    inside: Flags = shapely.contains_xy(shape, lon, lat)
    return inside


def assign(
    sheet: Sheet,
    districts: Sequence[str],
    *,
    seeds: Sequence[Seed],
    allowed: Mapping[str, frozenset[str]],
) -> Ints:
    """Return for each cell of the sheet the district's position in `districts`.

    `allowed` gives the districts that lie in each region of the drawing.
    """
    known = set(districts)
    inside = [s for s in seeds if s.pcode in known and sheet.holds(s.lon, s.lat)]
    steps = _steps(sheet)
    cost = np.full((len(districts), np.count_nonzero(sheet.used)), np.inf)
    for number, pcode in enumerate(districts):
        home = np.isin(
            sheet.region,
            [i for i, name in enumerate(sheet.regions) if pcode in allowed[name]],
        )
        graph = _graph(sheet, steps, home=home)
        nodes = [sheet.node[sheet.cell(s.lon, s.lat)] for s in inside if s.pcode == pcode]
        if nodes:
            cost[number] = dijkstra(graph, indices=sorted(nodes), directed=False, min_only=True)
        heart = sheet.node[_heart(sheet, pcode, allowed) & sheet.used]
        if len(heart):
            spread = dijkstra(graph, indices=heart, directed=False, min_only=True)
            cost[number] = np.minimum(cost[number], spread + HEART_COST)
    label = np.full(sheet.used.shape, -1, dtype=np.int64)
    label[sheet.used] = np.where(np.isfinite(cost).any(axis=0), cost.argmin(axis=0), -1)
    label = _filled(label, known=label >= 0)
    return _without_islands(sheet, label, [(districts.index(s.pcode), s) for s in inside])


def _heart(sheet: Sheet, pcode: str, allowed: Mapping[str, frozenset[str]]) -> Flags:
    """Return the cells deep inside the regions that hold this district alone."""
    alone = [i for i, name in enumerate(sheet.regions) if allowed[name] == {pcode}]
    region = np.pad(np.isin(sheet.region, alone) & sheet.used, 1)
    width, height = sheet.cell_km
    depth = ndimage.distance_transform_edt(region, sampling=(height, width))[1:-1, 1:-1]
    heart: Flags = (depth > 0) & (depth >= min(HEART_KM, 0.6 * depth.max()))
    return heart


@dataclass(frozen=True, slots=True)
class _Steps:
    """Steps between neighbouring used cells: the two cells (flat), the cost of the plain step."""

    start: Ints
    end: Ints
    cost: Floats


def _steps(sheet: Sheet) -> _Steps:
    rows, columns = sheet.used.shape
    width, height = sheet.cell_km
    flat = np.arange(rows * columns).reshape(rows, columns)
    starts, ends, costs = [], [], []
    for up, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = np.s_[: rows - up, max(0, -right) : columns - max(0, right)]
        there = np.s_[up:, max(0, right) : columns - max(0, -right)]
        both = sheet.used[here] & sheet.used[there]
        drawn = sheet.region[here] != sheet.region[there]
        length = np.hypot(right * width, up * height)
        costs.append((length * np.where(drawn, CROSSING, 1.0))[both])
        starts.append(flat[here][both])
        ends.append(flat[there][both])
    return _Steps(np.concatenate(starts), np.concatenate(ends), np.concatenate(costs))


def _graph(sheet: Sheet, steps: _Steps, *, home: Flags) -> csr_array:
    factor = np.where(home, 1.0, ABROAD).ravel()
    node = sheet.node.ravel()
    cost = steps.cost * (factor[steps.start] + factor[steps.end]) / 2
    size = np.count_nonzero(sheet.used)
    return csr_array((cost, (node[steps.start], node[steps.end])), shape=(size, size))


def _without_islands(sheet: Sheet, label: Ints, seeds: Sequence[tuple[int, Seed]]) -> Ints:
    """Give the loose parts of a district that hold no place of it to their neighbours."""
    keep = np.zeros(label.shape, dtype=bool)
    for number in np.unique(label[sheet.used]):
        parts, count = ndimage.label((label == number) & sheet.used)
        sizes = ndimage.sum_labels(parts > 0, parts, np.arange(1, count + 1))
        kept = {int(np.argmax(sizes)) + 1}
        kept |= {int(parts[sheet.cell(s.lon, s.lat)]) for own, s in seeds if own == number}
        keep |= np.isin(parts, sorted(kept - {0}))
    return _filled(label, known=keep)


def _filled(values: Ints, *, known: Flags) -> Ints:
    """Return the values with every unknown cell taking that of the nearest known one."""
    rows, columns = ndimage.distance_transform_edt(
        ~known,
        return_distances=False,
        return_indices=True,
    )
    filled: Ints = values[rows, columns]
    return filled

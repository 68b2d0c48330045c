"""Give points their admin units.

A grid lies in front of the polygons. A cell that no border touches lies wholly inside one unit or
outside all of them, so a point in it needs no geometry; only points in the other cells are tested
against the few polygons that reach there. The answers are those of a spatial join, with one rule
added: a point on a shared border belongs to the unit with the lowest p-code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from geomap.errors import SchemaError
from geomap.places.boundaries import CRS, BoundarySet, at_level, load_boundaries

__all__ = ["JOIN_COLUMNS", "join_units"]

JOIN_COLUMNS = ("admin1", "admin1_pcode", "admin2", "admin2_pcode")
"""Columns that `join_units` adds, in order."""

GRID_FROM = 20_000  # points; below this, building the grid costs more than it saves
CELLS = 200_000  # wanted number of grid cells
SLACK = 1e-6  # of a cell: rounding may put a point on a cell's edge into the next cell
OUTSIDE = -1
MIXED = -2

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def join_units(
    points: pd.DataFrame,
    *,
    boundaries: BoundarySet | None = None,
) -> Any:
    """Return the table with the admin units of its points.

    Parameters
    ----------
    points
        A GeoDataFrame of points with a CRS, or any DataFrame with the columns ``lon`` and
        ``lat`` in degrees, EPSG:4326. It is not changed. Missing points and coordinates are
        allowed.
    boundaries
        The boundary set to join to; None takes the districts in use. Tehsils are
        joined to their districts first.

    Returns
    -------
    pandas.DataFrame or geopandas.GeoDataFrame
        A new frame of the same kind with the same index and the columns ``admin1``,
        ``admin1_pcode``, ``admin2`` and ``admin2_pcode`` added or replaced. They are None where
        there is no point, where the point lies in no unit and, for admin2, where the set has
        level admin1. A point on a shared border goes to the lowest p-code.

    Raises
    ------
    SchemaError
        If the frame has neither point geometry with a CRS nor ``lon`` and ``lat``.

    Examples
    --------
    >>> import pandas as pd
    >>> towns = pd.DataFrame({"lon": [67.01, 0.0], "lat": [30.19, 0.0]}, index=["Quetta", "sea"])
    >>> join_units(towns).admin1.tolist()
    ['Balochistan', None]
    """
    units = load_boundaries() if boundaries is None else boundaries
    if units.level == "admin3":
        units = at_level(units, "admin2")
    lon, lat = _coordinates(points)
    found = _locate(units, lon, lat)
    columns = {
        name: pd.Series(values, index=points.index, dtype=object)  # keeps None as it is
        for name, values in _columns(units, found).items()
    }
    return points.assign(**columns)


def _coordinates(points: pd.DataFrame) -> tuple[Floats, Floats]:
    """Return longitude and latitude in degrees; NaN where there is no point."""
    if isinstance(points, gpd.GeoDataFrame) and points.active_geometry_name is not None:
        return _point_coordinates(points.geometry)
    missing = [column for column in ("lon", "lat") if column not in points]
    if missing:
        raise SchemaError(
            f"the table lacks {' and '.join(missing)}: "
            "give columns lon and lat in degrees, or a GeoDataFrame of points",
        )
    try:
        lon, lat = (
            pd.to_numeric(points[column]).to_numpy(dtype=np.float64, na_value=np.nan)
            for column in ("lon", "lat")
        )
    except (TypeError, ValueError) as error:
        raise SchemaError(f"columns lon and lat must be numbers in degrees: {error}") from error
    return lon, lat


def _point_coordinates(geometry: gpd.GeoSeries) -> tuple[Floats, Floats]:
    if geometry.crs is None:
        raise SchemaError("the points have no CRS: give them one with set_crs")
    if geometry.crs != CRS:
        geometry = geometry.to_crs(CRS)
    values = np.array(geometry.array)
    values[shapely.is_empty(values)] = None
    wrong = ~np.isin(shapely.get_type_id(values), (-1, 0))
    if wrong.any():
        row = geometry.index[np.flatnonzero(wrong)[0]]
        raise SchemaError(f"the geometry of row {row} is not a point; points or none are allowed")
    return shapely.get_x(values), shapely.get_y(values)


def _columns(units: BoundarySet, found: Ints) -> dict[str, npt.NDArray[np.object_]]:
    """Return the four columns; `found` holds row numbers of the units, or -1."""
    frame = units.frame
    provinces = load_boundaries("embedded-admin1").frame
    province_names = dict(zip(provinces["pcode"], provinces["name"], strict=True))
    nothing = [None] * len(frame)
    names, codes = frame["name"].tolist(), frame["pcode"].tolist()
    parents = frame["province"].tolist()
    if units.level == "admin1":
        table = (names, codes, nothing, nothing)
    else:
        table = ([province_names.get(parent) for parent in parents], parents, names, codes)
    return {
        column: np.array([*values, None], dtype=object)[found]
        for column, values in zip(JOIN_COLUMNS, table, strict=True)
    }


def _locate(units: BoundarySet, lon: Floats, lat: Floats) -> Ints:
    """Return for each point the row of its unit, or -1."""
    found = np.full(len(lon), OUTSIDE, dtype=np.int64)
    (known,) = np.nonzero(np.isfinite(lon) & np.isfinite(lat))
    if len(known) < GRID_FROM:
        found[known] = _by_tree(_index(units).tree, lon[known], lat[known])
        return found
    grid = _grid(units)
    cell = grid.cell_of(lon[known], lat[known])
    inside = cell >= 0
    known, cell = known[inside], cell[inside]
    found[known] = grid.unit[cell]
    mixed = found[known] == MIXED
    known, cell = known[mixed], cell[mixed]
    found[known] = _by_candidates(grid, cell, lon[known], lat[known])
    return found


def _by_tree(tree: shapely.STRtree, lon: Floats, lat: Floats) -> Ints:
    """Return the lowest row whose polygon the point lies in or on; the rows are in p-code order."""
    point, unit = tree.query(shapely.points(lon, lat), predicate="intersects")
    found = np.full(len(lon), len(tree), dtype=np.int64)
    np.minimum.at(found, point, unit)
    found[found == len(tree)] = OUTSIDE
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    polygons: npt.NDArray[np.object_]
    tree: shapely.STRtree


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """Cells of `step` degrees from (`west`, `south`), row by row from the south.

    `unit` is the row of the unit that covers the cell, OUTSIDE or MIXED. The units that reach
    into mixed cell `c` are ``candidates[first[c]:first[c + 1]]``.
    """

    west: float
    south: float
    step: float
    width: int
    height: int
    unit: Ints
    first: Ints
    candidates: Ints
    polygons: npt.NDArray[np.object_]

    def cell_of(self, lon: Floats, lat: Floats) -> Ints:
        """Return the cell of each point; -1 outside the grid."""
        column = np.floor((lon - self.west) / self.step)
        row = np.floor((lat - self.south) / self.step)
        inside = (column >= 0) & (column < self.width) & (row >= 0) & (row < self.height)
        cell = np.where(inside, row * self.width + column, -1)
        return cell.astype(np.int64)


@lru_cache(maxsize=4)
def _index(units: BoundarySet) -> _Index:
    polygons = np.asarray(units.frame.geometry.array)
    return _Index(polygons=polygons, tree=shapely.STRtree(polygons))


@lru_cache(maxsize=4)
def _grid(units: BoundarySet) -> _Grid:
    index = _index(units)
    west, south, east, north = shapely.total_bounds(index.polygons)
    step = max(float(np.sqrt((east - west) * (north - south) / CELLS)), 1e-6)
    west, south = west - step / 2, south - step / 2
    width, height = int((east - west) / step) + 2, int((north - south) / step) + 2
    x = west + step * np.tile(np.arange(width), height)
    y = south + step * np.repeat(np.arange(height), width)
    mixed = _touched(index.polygons, (west, south, step), (width, height))
    unit = _units_of_runs(index.tree, mixed, x + step / 2, y + step / 2)
    lower, upper = -SLACK * step, (1 + SLACK) * step
    x, y = x[mixed], y[mixed]
    boxes = shapely.box(x + lower, y + lower, x + upper, y + upper)
    box, candidate = index.tree.query(boxes, predicate="intersects")
    order = np.lexsort((candidate, box))
    count = np.bincount(mixed[box], minlength=width * height)
    shapely.prepare(index.polygons)
    return _Grid(
        west=west,
        south=south,
        step=step,
        width=width,
        height=height,
        unit=unit,
        first=np.concatenate([[0], np.cumsum(count)]),
        candidates=candidate[order],
        polygons=index.polygons,
    )


def _touched(
    polygons: npt.NDArray[np.object_],
    grid: tuple[float, float, float],
    size: tuple[int, int],
) -> Ints:
    """Return the cells that a border may touch: those that a short piece's bounds touch.

    `grid` is west, south and step in degrees; `size` is width and height in cells.
    """
    west, south, step = grid
    width, height = size
    pieces = shapely.segmentize(shapely.boundary(polygons), step / 2)
    coordinates, line = shapely.get_coordinates(shapely.get_parts(pieces), return_index=True)
    column, row = ((coordinates - (west, south)) / step).T
    same = line[1:] == line[:-1]
    marked = np.zeros((height, width), dtype=bool)
    left, right = (np.floor(edge) for edge in _span(column, same))
    bottom, top = (np.floor(edge) for edge in _span(row, same))
    for x in (left, right):  # a piece is at most half a cell long: its bounds have four corners
        for y in (bottom, top):
            marked[y.astype(np.int64), x.astype(np.int64)] = True
    return np.flatnonzero(marked)


def _units_of_runs(tree: shapely.STRtree, mixed: Ints, x: Floats, y: Floats) -> Ints:
    """Return the unit of each cell, by its middle, and MIXED for the mixed ones.

    No border parts two neighbouring cells that are not mixed, so one point will do for a run of
    them. A run may go on in the next row: the grid's outermost cells lie outside all units.
    """
    whole = np.ones(len(x), dtype=bool)
    whole[mixed] = False
    starts = np.flatnonzero(whole & ~np.concatenate([[False], whole[:-1]]))
    unit = np.full(len(x), MIXED, dtype=np.int64)
    run = np.cumsum(np.bincount(starts, minlength=len(x)))
    unit[whole] = _by_tree(tree, x[starts], y[starts])[run[whole] - 1]
    return unit


def _span(values: Floats, same: npt.NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Return the lower and upper bound, with slack, of each pair of neighbours on one line."""
    first, second = values[:-1][same], values[1:][same]
    return np.minimum(first, second) - SLACK, np.maximum(first, second) + SLACK


def _by_candidates(grid: _Grid, cell: Ints, lon: Floats, lat: Floats) -> Ints:
    """Return the unit of points in mixed cells, or -1; units are tried in p-code order."""
    start, count = grid.first[cell], grid.first[cell + 1] - grid.first[cell]
    point = np.repeat(np.arange(len(cell)), count)
    offset = np.arange(len(point)) - np.repeat(np.cumsum(count) - count, count)
    unit = grid.candidates[np.repeat(start, count) + offset]
    order = np.argsort(unit, kind="stable")
    point, edges = point[order], np.searchsorted(unit[order], np.arange(len(grid.polygons) + 1))
    found = np.full(len(cell), OUTSIDE, dtype=np.int64)
    for row, polygon in enumerate(grid.polygons):
        tried = point[edges[row] : edges[row + 1]]
        tried = tried[found[tried] == OUTSIDE]
        found[tried[shapely.intersects_xy(polygon, lon[tried], lat[tried])]] = row
    return found

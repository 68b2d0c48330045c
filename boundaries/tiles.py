"""Turn a grid of labels into polygons that share their edges and tile their province exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import shapely
from partition import STEP, Sheet
from scipy import ndimage  # type: ignore[import-untyped]
from scipy.spatial import KDTree  # type: ignore[import-untyped]
from shapely.geometry.base import BaseGeometry

__all__ = ["border_lines", "tile"]

SMOOTHING = 2.0  # cells
TOLERANCE = 0.25 * STEP
CRUMB = 3e-4  # square degrees, about 3 square kilometres

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def border_lines(
    sheet: Sheet,
    label: Ints,
    province: BaseGeometry,
    *,
    places: Floats,
) -> list[BaseGeometry]:
    """Return the smoothed lines between the districts of a province, cut at its border.

    Close to `places` (longitude and latitude) a line stays as the grid has it, so that
    smoothing moves no place into another district.
    """
    steps = _edges_between(sheet, label)
    if not len(steps):
        return []
    arcs = shapely.get_parts(
        shapely.line_merge(shapely.multilinestrings(np.asarray(shapely.linestrings(steps))))
    )
    tree = KDTree(places)
    smooth = [_smoothed(shapely.get_coordinates(arc), tree) for arc in arcs]
    simple = shapely.simplify(smooth, TOLERANCE)
    return [
        part
        for line in shapely.get_parts(shapely.intersection(simple, province))
        for part in shapely.get_parts(line)
        if part.geom_type == "LineString"
    ]


def _edges_between(sheet: Sheet, label: Ints) -> Floats:
    """Return the cell edges with another district on each side, as pairs of points."""
    row, column = np.nonzero((label[:, 1:] != label[:, :-1]) & (sheet.used[:, 1:]))
    upright = np.stack([np.stack([column + 1, row], 1), np.stack([column + 1, row + 1], 1)], 1)
    row, column = np.nonzero((label[1:] != label[:-1]) & sheet.used[1:])
    level = np.stack([np.stack([column, row + 1], 1), np.stack([column + 1, row + 1], 1)], 1)
    points: Floats = np.concatenate([upright, level]) * STEP + (sheet.west, sheet.south)
    return points


def _smoothed(points: Floats, places: KDTree) -> BaseGeometry:
    """Return a line smoothed along its length; its ends, or a ring's closure, stay."""
    closed = bool((points[0] == points[-1]).all())
    middles = (points[1:] + points[:-1]) / 2
    if closed:
        line = middles
        moved = ndimage.gaussian_filter1d(line, SMOOTHING, axis=0, mode="wrap")
    else:
        line = np.vstack([points[:1], middles, points[-1:]])
        # reflecting the line through its ends keeps the ends in place
        pad = min(len(line) - 1, int(4 * SMOOTHING))
        before = 2 * line[0] - line[pad:0:-1]
        after = 2 * line[-1] - line[-2 : -2 - pad : -1]
        moved = ndimage.gaussian_filter1d(np.vstack([before, line, after]), SMOOTHING, axis=0)
        moved = moved[pad : pad + len(line)]
        moved[0], moved[-1] = line[0], line[-1]
    distance, _ = places.query(line)
    weight = np.clip(distance / STEP / 2 - 0.5, 0, 1)[:, None]  # none within a cell, all from 3
    mixed = line + (moved - line) * weight
    return shapely.LineString(np.vstack([mixed, mixed[:1]]) if closed else mixed)


def tile(
    provinces: Mapping[str, BaseGeometry],
    lines: Sequence[BaseGeometry],
    *,
    district_at: Callable[[str, float, float], str],
    places: Mapping[str, BaseGeometry],
    grid_size: float,
) -> dict[str, BaseGeometry]:
    """Cut the provinces along the lines and give each piece to a district.

    Parameters
    ----------
    provinces
        Polygons by p-code, sharing their edges.
    lines
        The districts' borders inside the provinces.
    district_at
        Names the district at a point of a province, in degrees.
    places
        Points that each district holds; crumbs of a district are given away unless they hold one.
    grid_size
        Grid of all coordinates, in degrees.
    """
    borders = [polygon.boundary for polygon in provinces.values()]
    noded = shapely.union_all([*borders, *lines], grid_size=grid_size)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    pieces: dict[str, list[BaseGeometry]] = {}
    crumbs: list[tuple[str, BaseGeometry]] = []
    for pcode, province in provinces.items():
        shapely.prepare(province)
        for face in faces[shapely.contains(province, shapely.point_on_surface(faces))]:
            point = shapely.point_on_surface(face)
            pieces.setdefault(district_at(pcode, point.x, point.y), []).append(face)
    districts = {pcode: shapely.union_all(parts) for pcode, parts in pieces.items()}
    for pcode, district in districts.items():
        parts = shapely.get_parts(district)
        crumbs += [
            (pcode, part)
            for part in parts[np.argsort(-shapely.area(parts))][1:]
            if part.area < CRUMB and not part.intersects(places[pcode])
        ]
    for pcode, crumb in crumbs:
        _move_crumb(districts, pcode, crumb)
    return districts


def _move_crumb(districts: dict[str, BaseGeometry], pcode: str, crumb: BaseGeometry) -> None:
    """Give a crumb to the district of its province that it shares the longest border with."""
    shared = {
        other: shapely.length(shapely.intersection(crumb.boundary, shape.boundary))
        for other, shape in districts.items()
        if other != pcode and other[:3] == pcode[:3] and shape.intersects(crumb)
    }
    if shared and max(shared.values()) > 0:
        taker = max(sorted(shared), key=shared.__getitem__)
        districts[pcode] = shapely.difference(districts[pcode], crumb)
        districts[taker] = shapely.union(districts[taker], crumb)

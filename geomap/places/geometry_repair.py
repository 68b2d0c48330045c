"""Repair the polygons of a boundary file, and count every repair.

Two steps. `clean_shapes` looks at each feature alone: rings without area, invalid outlines, wrong
winding. `clean_coverage` looks at the units together, once each has its p-code: overlaps go to the
unit with the lowest p-code, shreds along a border go, and thin gaps between units are closed. A
wide hole is left as it is: it may be a unit that the file lacks.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.polygon import orient

__all__ = ["Geometries", "Repaired", "area_km2", "clean_coverage", "clean_shapes"]

FLAT = 1e-12  # square degrees, about a hand's breadth squared: a ring that encloses nothing
SMALLEST_OVERLAP_KM2 = 1e-6  # one square metre: below this it is rounding
SHRED_WIDTH_KM = 0.1  # a part beside a border that is thinner on average is a shred of it
GAP_WIDTH_KM = 1.0  # wider holes may be a unit that the file lacks, or a lake
GAP_AREA_KM2 = 50.0
BESIDE = 1e-6  # degrees, about 10 cm: how far apart the two sides of one border may lie
EQUAL_AREA = "EPSG:6933"

Geometries = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]


class Repaired(NamedTuple):
    """Polygons, None where nothing was left, and how often each repair was made."""

    geometries: Geometries
    counts: dict[str, float]


def area_km2(geometries: Geometries) -> Floats:
    """Return areas in km², of geometries in EPSG:4326; 0 for None."""
    projected = gpd.GeoSeries(list(geometries), crs="EPSG:4326").to_crs(EQUAL_AREA)
    return np.nan_to_num(shapely.area(np.asarray(projected.array))) / 1e6


def clean_shapes(geometries: Geometries) -> Repaired:
    """Make each geometry a valid polygon with counter-clockwise outlines.

    Parameters
    ----------
    geometries
        Geometries of any kind, in EPSG:4326; None is allowed. The array is not changed.

    Returns
    -------
    Repaired
        As many geometries, None where no area was left. Counts: ``no_area`` (features dropped),
        ``not_polygons`` (features with points or lines taken out), ``degenerate_rings`` (rings
        without area taken out), ``invalid`` (outlines that crossed themselves) and ``winding``
        (features with a ring the wrong way round).
    """
    counts: Counter[str] = Counter()
    cleaned = [_clean(shape, counts) for shape in shapely.force_2d(geometries)]
    return Repaired(_array(cleaned), dict(sorted((+counts).items())))


def clean_coverage(geometries: Geometries) -> Repaired:
    """Make polygons that share borders without overlaps and thin gaps.

    Parameters
    ----------
    geometries
        Valid polygons in EPSG:4326, the unit with the lowest p-code first.

    Returns
    -------
    Repaired
        As many polygons, None for a unit that is another's double. Counts: ``overlaps`` (pairs)
        and ``overlap_km2``, ``enclosed`` (units inside another, cut out of it), ``covered``
        (doubles), ``shreds`` (parts taken away), ``gaps`` closed and ``gap_km2``, ``holes`` left
        open and ``hole_km2``.
    """
    counts: dict[str, float] = {}
    values = _array(geometries)
    _cut_overlaps(values, counts)
    _drop_shreds(values, counts)
    _close_gaps(values, counts)
    for row, shape in enumerate(values):
        if shape is None:
            continue
        valid = shape if shape.is_valid else shapely.make_valid(shape, method="structure")
        values[row] = _oriented(valid)
    return Repaired(values, {name: round(number, 3) for name, number in sorted(counts.items())})


def _array(shapes: Any) -> Geometries:
    array = np.empty(len(shapes), dtype=object)
    array[:] = list(shapes)
    return array


def _clean(shape: Any, counts: Counter[str]) -> Any:
    if shape is None or shape.is_empty:
        counts["no_area"] += 1
        return None
    parts = _polygons(shape)
    if len(parts) < len(shapely.get_parts(shape)):
        counts["not_polygons"] += 1
    counts["winding"] += any(_is_reversed(part) for part in parts)
    kept = [part for part in (_without_flat_rings(part, counts) for part in parts) if part]
    merged: Any = MultiPolygon(kept) if len(kept) != 1 else kept[0]
    if not merged.is_valid:
        counts["invalid"] += 1
        merged = shapely.make_valid(merged, method="structure", keep_collapsed=False)
    result = _oriented(merged)
    if result is None:
        counts["no_area"] += 1
    return result


def _polygons(shape: Any) -> list[Polygon]:
    """Return the polygons of a geometry, those inside collections included."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def _is_reversed(polygon: Polygon) -> bool:
    return not polygon.exterior.is_ccw or any(ring.is_ccw for ring in polygon.interiors)


def _without_flat_rings(polygon: Polygon, counts: Counter[str]) -> Polygon | None:
    """Drop the rings that enclose nothing."""
    holes = [ring for ring in polygon.interiors if _encloses(ring)]
    flat = len(polygon.interiors) - len(holes)
    if not _encloses(polygon.exterior):
        counts["degenerate_rings"] += flat + 1
        return None
    if not flat:
        return polygon
    counts["degenerate_rings"] += flat
    return Polygon(polygon.exterior, holes)


def _encloses(ring: Any) -> bool:
    """Whether a ring has an inside; one that crosses itself may have, though its area adds to 0."""
    return bool(Polygon(ring).area > FLAT or shapely.convex_hull(ring).area > FLAT)


def _oriented(shape: Any) -> Any:
    """Return a polygon or multipolygon with outlines counter-clockwise; None where none is left."""
    parts = [orient(part, 1.0) for part in _polygons(shape) if part.area > FLAT]
    if len(parts) < 2:
        return parts[0] if parts else None
    return MultiPolygon(parts)


def _cut_overlaps(values: Geometries, counts: dict[str, float]) -> None:
    """Give what two units cover to the first of them."""
    second, first = shapely.STRtree(values).query(values, predicate="intersects")
    pairs = first < second
    first, second = first[pairs], second[pairs]
    shared = _array([_oriented(one) for one in shapely.intersection(values[first], values[second])])
    area = area_km2(shared)
    order = np.lexsort((first, second))
    order = order[area[order] > 0]
    for higher in np.unique(second[order]):
        lower = [row for row in first[order][second[order] == higher] if values[row] is not None]
        left = _oriented(shapely.difference(values[higher], shapely.union_all(values[lower])))
        if left is None:
            left = _cut_out(values, higher, lower, counts)
        values[higher] = left
    visible = area > SMALLEST_OVERLAP_KM2
    if visible.any():
        counts["overlaps"] = int(visible.sum())
        counts["overlap_km2"] = float(area[visible].sum())


def _cut_out(values: Geometries, row: int, around: list[int], counts: dict[str, float]) -> Any:
    """Return a unit that others cover, cut out of them; None where that leaves one with nothing."""
    rest = [_oriented(shapely.difference(values[other], values[row])) for other in around]
    if any(shape is None for shape in rest):
        counts["covered"] = counts.get("covered", 0) + 1
        return None
    for other, shape in zip(around, rest, strict=True):
        values[other] = shape
    counts["enclosed"] = counts.get("enclosed", 0) + 1
    return values[row]


def _drop_shreds(values: Geometries, counts: dict[str, float]) -> None:
    """Drop thin parts that lie beside another unit, where the unit has more than that."""
    tree = shapely.STRtree(values)
    for row, shape in enumerate(values):
        parts = shapely.get_parts(shape)
        if len(parts) < 2:
            continue
        thin = _width_km(parts) < SHRED_WIDTH_KM
        for number in np.flatnonzero(thin):
            near = tree.query(shapely.buffer(parts[number], BESIDE), predicate="intersects")
            thin[number] = bool(np.any(near != row))
        if thin.any() and not thin.all():
            values[row] = _oriented(MultiPolygon(list(parts[~thin])))
            counts["shreds"] = counts.get("shreds", 0) + int(thin.sum())


def _close_gaps(values: Geometries, counts: dict[str, float]) -> None:
    """Give each thin hole between units to the unit that it has most border with."""
    whole = shapely.union_all(values)
    rings = [Polygon(ring) for part in shapely.get_parts(whole) for ring in part.interiors]
    holes = _array(_polygons(shapely.difference(shapely.union_all(rings), whole)))
    if not len(holes):
        return
    area = area_km2(holes)
    thin = (area < GAP_AREA_KM2) & (_width_km(holes) < GAP_WIDTH_KM)
    tree = shapely.STRtree(values)
    for number in np.flatnonzero(thin):
        around = shapely.buffer(holes[number], BESIDE)
        near = np.sort(tree.query(around, predicate="intersects"))
        shared = shapely.length(shapely.intersection(shapely.boundary(values[near]), around))
        taker = near[int(np.argmax(shared))]
        values[taker] = _oriented(shapely.union(values[taker], holes[number]))
    for title, chosen in (("gap", thin), ("hole", ~thin)):
        if chosen.any():
            counts[f"{title}s"] = int(chosen.sum())
            counts[f"{title}_km2"] = float(area[chosen].sum())


def _width_km(geometries: Geometries) -> Floats:
    """Return the mean width of polygons: twice the area over the outline."""
    projected = gpd.GeoSeries(list(geometries), crs="EPSG:4326").to_crs(EQUAL_AREA)
    shapes = np.asarray(projected.array)
    outline = shapely.length(shapes)
    width: Floats = 2 * shapely.area(shapes) / np.where(outline > 0, outline, 1)
    return width / 1000

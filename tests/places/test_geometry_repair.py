"""Each repair is made, counted, and needed only once."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon

from geomap.places.geometry_repair import area_km2, clean_coverage, clean_shapes

SQUARE = [(67, 30), (68, 30), (68, 31), (67, 31), (67, 30)]


def array(*shapes):
    found = np.empty(len(shapes), dtype=object)
    found[:] = shapes
    return found


@pytest.mark.parametrize(
    ("shape", "counts"),
    [
        (Polygon(SQUARE), {}),
        (Polygon(SQUARE[::-1]), {"winding": 1}),
        (Polygon(SQUARE, [[(67.1, 30.1), (67.2, 30.2), (67.1, 30.1)]]), {"degenerate_rings": 1}),
        (Polygon([(67, 30), (68, 31), (68, 30), (67, 31), (67, 30)]), {"invalid": 1}),
        (shapely.GeometryCollection([Polygon(SQUARE), shapely.Point(1, 1)]), {"not_polygons": 1}),
        (shapely.force_3d(Polygon(SQUARE), 5.0), {}),
    ],
)
def test_shapes(shape, counts):
    cleaned = clean_shapes(array(shape))
    found = cleaned.geometries[0]
    assert {key: cleaned.counts.get(key, 0) for key in counts} == counts
    assert set(cleaned.counts) - {"winding"} <= set(counts)
    assert found.is_valid
    assert not found.has_z
    assert all(part.exterior.is_ccw for part in getattr(found, "geoms", [found]))
    assert clean_shapes(cleaned.geometries).counts == {}


@pytest.mark.parametrize("shape", [None, Polygon(), shapely.LineString([(67, 30), (68, 30)])])
def test_what_has_no_area_is_none(shape):
    cleaned = clean_shapes(array(shape))
    assert cleaned.geometries[0] is None
    assert cleaned.counts["no_area"] == 1


def test_an_overlap_goes_to_the_first():
    cleaned = clean_coverage(array(shapely.box(67, 30, 68, 31), shapely.box(67.8, 30, 69, 31)))
    first, second = cleaned.geometries
    assert first.bounds == (67, 30, 68, 31)
    assert second.bounds == (68, 30, 69, 31)
    assert cleaned.counts["overlaps"] == 1
    assert cleaned.counts["overlap_km2"] == pytest.approx(
        area_km2(array(shapely.box(67.8, 30, 68, 31)))[0], abs=0.01
    )


def test_a_unit_inside_another_is_cut_out_of_it_and_a_double_goes():
    outer, inner = shapely.box(67, 30, 68, 31), shapely.box(67.4, 30.4, 67.6, 30.6)
    cleaned = clean_coverage(array(outer, inner))
    assert cleaned.geometries[1].equals(inner)
    assert cleaned.geometries[0].area == pytest.approx(outer.area - inner.area)
    assert cleaned.counts["enclosed"] == 1
    doubled = clean_coverage(array(outer, outer))
    assert doubled.geometries[1] is None
    assert doubled.counts["covered"] == 1


def test_a_thin_gap_is_closed_and_a_wide_one_is_not():
    west = shapely.box(67, 30, 67.5, 31)
    thin = shapely.box(67.5, 30.1, 67.504, 30.3)
    wide = shapely.box(67.6, 30.4, 67.9, 30.6)
    east = shapely.box(67.5, 30, 68, 31) - thin - wide
    cleaned = clean_coverage(array(west, east))
    assert cleaned.counts["gaps"] == 1
    assert cleaned.counts["holes"] == 1
    whole = shapely.union_all(cleaned.geometries)
    assert whole.contains(thin.centroid)
    assert not whole.contains(wide.centroid)


def test_a_shred_beside_a_border_goes():
    shred = shapely.box(68.0, 30.2, 68.0003, 30.4)
    cleaned = clean_coverage(
        array(
            shapely.box(68.0003, 30, 69, 31),
            MultiPolygon([shapely.box(66, 30, 67, 31), shred]),
        ),
    )
    assert cleaned.counts["shreds"] == 1
    assert cleaned.geometries[1].geom_type == "Polygon"


boxes = st.tuples(*(st.integers(0, 12) for _ in range(2)), *(st.integers(1, 8) for _ in range(2)))


@settings(deadline=None, max_examples=60)
@given(st.lists(boxes, min_size=1, max_size=6))
def test_repaired_units_never_overlap_and_cover_what_they_did(spans):
    shapes = array(*(shapely.box(64 + x / 4, 27 + y / 4, 64 + (x + w) / 4, 27 + (y + h) / 4)
                     for x, y, w, h in spans))  # fmt: skip
    cleaned = clean_coverage(shapes)
    left = [shape for shape in cleaned.geometries if shape is not None]
    assert shapely.is_valid(left).all()
    total = sum(shape.area for shape in left)
    union = shapely.union_all(left)
    assert total == pytest.approx(union.area, abs=1e-9)
    assert shapely.union_all(shapes).difference(union).area == pytest.approx(0, abs=1e-9)

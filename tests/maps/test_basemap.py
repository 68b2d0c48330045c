from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import SettingsError
from geomap.maps.basemap import (
    PAKISTAN,
    SCALE,
    encode_integers,
    encode_shape,
    label_point,
    load_basemap,
    view_bounds,
)

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def decode(text, *, summed=False):
    """Read what encode_integers wrote, as decode.js does."""
    out, value, shift, before = [], 0, 0, 0
    for sign in text:
        digit = DIGITS.index(sign)
        value |= (digit & 31) << shift
        shift += 5
        if digit & 32:
            continue
        if value == 0:
            out.append(None)
        else:
            zigzag = value - 1
            number = -(zigzag + 1) // 2 if zigzag % 2 else zigzag // 2
            before = before + number if summed else number
            out.append(before)
        value = shift = 0
    return out


def corners(texts):
    return [np.cumsum(np.reshape(decode(text), (-1, 2)), axis=0) / SCALE for text in texts]


@given(st.lists(st.none() | st.integers(-(2**31) + 2, 2**31 - 2)))
def test_integers_read_back(numbers):
    values = [math.nan if number is None else number for number in numbers]
    assert decode(encode_integers(values)) == numbers


@given(st.lists(st.none() | st.integers(-(2**29), 2**29)))
def test_differences_read_back(numbers):
    values = [math.nan if number is None else number for number in numbers]
    assert decode(encode_integers(values, summed=True), summed=True) == numbers


def test_shapes_read_back_with_their_holes():
    square = shapely.box(60, 24, 62, 26).difference(shapely.box(60.5, 24.5, 61, 25))
    island = shapely.box(63, 24, 63.5, 24.5)
    rings = corners(encode_shape(shapely.MultiPolygon([square, island])))
    assert len(rings) == 3
    outer, hole, _ = (shapely.Polygon(ring) for ring in rings)
    assert outer.equals(shapely.box(60, 24, 62, 26))
    assert hole.equals(shapely.box(60.5, 24.5, 61, 25))


def test_repeated_corners_and_empty_shapes_drop_out():
    line = shapely.LineString([(60, 24), (60.00001, 24), (61, 25)])
    assert len(corners(encode_shape(line))[0]) == 2
    assert encode_shape(shapely.Polygon()) == []


def test_a_label_lies_inside_the_largest_part():
    crescent = shapely.box(0, 0, 10, 10).difference(shapely.box(2, 2, 10, 8))
    both = shapely.MultiPolygon([crescent, shapely.box(20, 20, 21, 21)])
    assert crescent.contains(shapely.Point(label_point(both)))


def test_the_embedded_basemap_has_what_every_map_needs():
    base = load_basemap()
    kinds = {feature["kind"] for feature in base.payload["features"]}
    assert {"land", "neighbour", "disputed", "province", "control_line", "district"} <= kinds
    assert set(base.provinces) | set(base.districts) == set(base.names) == set(base.shapes)
    for where in (base.provinces, base.districts):
        for pcode, position in where.items():
            assert base.payload["features"][position]["name"] == base.names[pcode]
    assert any("GeoNames (CC BY 4.0" in line for line in base.attributions)
    assert any("Natural Earth" in line for line in base.attributions)
    assert base.payload["approximate"]
    assert any("Districts are approximate: 8" in line for line in base.attributions)


def test_capitals_and_large_cities_are_named_from_afar():
    zooms = {town["name"]: town["zoom"] for town in load_basemap().payload["towns"]}
    for name in ("Islamabad", "Karachi", "Lahore", "Quetta", "Peshawar", "Faisalabad"):
        assert zooms[name] == 5
    assert zooms["Turbat"] <= 6


def test_a_set_of_provinces_leaves_districts_out():
    base = load_basemap("embedded-admin1")
    assert not base.districts
    assert base.provinces


def test_an_unknown_set_is_refused():
    with pytest.raises(SettingsError, match="no boundary set 'nothing'"):
        load_basemap("nothing")
    with pytest.raises(SettingsError, match="is a int"):
        load_basemap(3)


def test_the_view_holds_what_is_drawn_with_surroundings():
    nothing = np.empty((0, 2))
    assert view_bounds(nothing, []) == PAKISTAN
    west, south, east, north = view_bounds(np.array([[67.0, 30.0], [np.nan, np.nan]]), [])
    assert (west + east) / 2 == pytest.approx(67)
    assert east - west == pytest.approx(1.2)
    assert north - south == pytest.approx(1.2)


def test_far_points_do_not_widen_the_view_unless_alone():
    quetta, london = [67.0, 30.2], [-0.1, 51.5]
    assert view_bounds(np.array([quetta, london]), [])[0] > 60
    assert view_bounds(np.array([london]), [])[0] < 0

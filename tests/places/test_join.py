"""Points to admin units: the same answers as a spatial join, and never a changed table."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import SchemaError
from geomap.places import join
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.join import JOIN_COLUMNS, join_units


def make_set(polygons, *, level="admin2"):
    """Return a boundary set of the polygons given by p-code."""
    frame = gpd.GeoDataFrame(
        {
            "pcode": list(polygons),
            "name": [f"name of {pcode}" for pcode in polygons],
            "province": [pcode[:3] for pcode in polygons],
        },
        geometry=list(polygons.values()),
        crs="EPSG:4326",
    )
    return BoundarySet(
        name="test",
        level=level,
        title="",
        vintage="2023",
        approximate=False,
        attribution="",
        licence="",
        frame=frame.sort_values("pcode", ignore_index=True),
    )


SQUARES = make_set(
    {
        "PK2b": shapely.box(1, 0, 2, 1),
        "PK2a": shapely.box(0, 0, 1, 1),
        "PK2c": shapely.box(0, 1, 2, 2).difference(shapely.box(0.5, 1.4, 0.7, 1.6)),
    },
)


def reference_codes(units, lon, lat):
    """Return the lowest p-code by geopandas' own spatial join; None where there is none."""
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")
    joined = points.sjoin(units.frame[["pcode", "geometry"]], how="left", predicate="intersects")
    lowest = joined.groupby(level=0)["pcode"].min()
    return [None if pd.isna(code) else code for code in lowest]


def codes(units, lon, lat):
    return join_units(pd.DataFrame({"lon": lon, "lat": lat}), boundaries=units)[
        "admin2_pcode"
    ].tolist()


@pytest.fixture(scope="module")
def scattered():
    """Points all over the country and beyond, and on the borders: corners and between them."""
    units = load_boundaries()
    rng = np.random.default_rng(7)
    west, south, east, north = units.frame.total_bounds
    lon, lat = rng.uniform(west - 1, east + 1, 30_000), rng.uniform(south - 1, north + 1, 30_000)
    corners = shapely.get_coordinates(units.frame.geometry.to_numpy())
    middles = (corners[1:] + corners[:-1]) / 2
    borders = np.concatenate([corners[::2], middles[::2]])
    return np.concatenate([lon, borders[:, 0]]), np.concatenate([lat, borders[:, 1]])


def test_same_answers_as_a_spatial_join(scattered):
    units = load_boundaries()
    assert len(scattered[0]) > join.GRID_FROM
    assert codes(units, *scattered) == reference_codes(units, *scattered)


def test_few_points_get_the_same_answers_without_the_grid(scattered):
    units = load_boundaries()
    lon, lat = (values[-join.GRID_FROM + 1 :] for values in scattered)
    assert codes(units, lon, lat) == reference_codes(units, lon, lat)


@pytest.mark.parametrize("grid_from", [0, 1_000_000])
@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (0.5, 0.5, "PK2a"),
        (1.0, 0.5, "PK2a"),  # shared with b
        (1.0, 1.0, "PK2a"),  # corner of all three
        (1.5, 1.0, "PK2b"),  # shared with c
        (2.0, 0.5, "PK2b"),  # outer border
        (0.6, 1.5, None),  # in a hole
        (3.0, 0.5, None),
        (np.nan, 0.5, None),
        (0.5, np.inf, None),
    ],
)
def test_borders_go_to_the_lowest_code(monkeypatch, grid_from, lon, lat, code):
    monkeypatch.setattr(join, "GRID_FROM", grid_from)
    assert codes(SQUARES, [lon], [lat]) == [code]


OVERLAPPING = make_set({"PK2x": shapely.box(0, 0, 0.7, 0.7), "PK2y": shapely.box(0.3, 0.3, 1, 1)})


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-2, 12), st.integers(-2, 12)),
        min_size=1,
        max_size=30,
    ),
)
def test_grid_and_tree_agree_on_overlapping_units(points):
    lon, lat = (np.array(values) / 10 for values in zip(*points, strict=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(join, "GRID_FROM", 0)
        patch.setattr(join, "CELLS", 50)
        assert codes(OVERLAPPING, lon, lat) == reference_codes(OVERLAPPING, lon, lat)


def test_table_is_untouched_and_index_kept():
    table = pd.DataFrame(
        {"lon": [67.0, np.nan], "lat": [30.19, 30.0], "admin1": ["?", "?"]},
        index=["a", "b"],
    )
    before = table.copy()
    joined = join_units(table)
    pd.testing.assert_frame_equal(table, before)
    assert joined.index.tolist() == ["a", "b"]
    assert joined.loc["a", list(JOIN_COLUMNS)].tolist() == [
        "Balochistan", "PK2", "Quetta", "PK226",
    ]  # fmt: skip
    assert joined.loc["b", list(JOIN_COLUMNS)].tolist() == [None] * 4


def test_points_of_any_projection_and_missing_points():
    points = gpd.GeoDataFrame(
        {"n": [1, 2, 3]},
        geometry=[shapely.Point(71.52, 34.01), None, shapely.Point()],
        crs="EPSG:4326",
    ).to_crs("EPSG:32642")
    joined = join_units(points)
    assert isinstance(joined, gpd.GeoDataFrame)
    assert joined.crs == points.crs
    assert joined["admin2_pcode"].tolist() == ["PK528", None, None]


def test_provinces_leave_the_district_empty():
    table = pd.DataFrame({"lon": [67.0], "lat": [30.19]})
    joined = join_units(table, boundaries=load_boundaries("embedded-admin1"))
    assert joined[list(JOIN_COLUMNS)].iloc[0].tolist() == ["Balochistan", "PK2", None, None]


def test_an_empty_table_gets_the_columns():
    joined = join_units(pd.DataFrame({"lon": [], "lat": []}))
    assert list(joined.columns) == ["lon", "lat", *JOIN_COLUMNS]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (pd.DataFrame({"lon": [1.0]}), "lacks lat"),
        (pd.DataFrame({"lon": ["east"], "lat": [1.0]}), "must be numbers"),
        (gpd.GeoDataFrame(geometry=[shapely.Point(1, 1)]), "no CRS"),
        (
            gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1, 1)], index=[7], crs="EPSG:4326"),
            "row 7 is not a point",
        ),
    ],
)
def test_a_table_without_points_is_refused(table, message):
    with pytest.raises(SchemaError, match=message):
        join_units(table)

from __future__ import annotations

import json
import math
from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geomap.errors import SchemaError
from geomap.maps.basemap import load_basemap
from geomap.maps.layers import incident_layer
from geomap.maps.naming import load_naming
from tests.maps.samples import (
    district,
    killed,
    provinces,
    record,
    sample_incidents,
    sample_rows,
    town,
    within,
)
from tests.maps.unpacked import Table


def layer_from(frame, *, quotes=True):
    return incident_layer(frame, base=load_basemap(), quotes=quotes, naming=load_naming("en"))


def layer_of(rows, *, quotes=True):
    return layer_from(gpd.GeoDataFrame(rows, geometry="geometry", crs=4326), quotes=quotes)


def words(layer, name):
    return Table(layer).words(name)


@pytest.fixture(scope="module")
def sample():
    return layer_from(sample_incidents())


def test_only_fine_places_become_points(sample):
    fine = {"site", "settlement", "near"}
    for where, precision in zip(words(sample, "where"), words(sample, "precision"), strict=True):
        assert (where == "point") == (precision in fine)


def test_a_province_with_a_label_point_is_no_pin():
    """A centroid in the geometry column must not become a point."""
    code = provinces()["Sindh"]
    row = record(1, "province", "Battles", admin1="Sindh", admin1_pcode=code)
    layer = layer_of([row | {"geometry": shapely.Point(68.5, 26.0)}])
    assert words(layer, "where") == ["area"]
    assert Table(layer).degrees() == [None]
    assert layer.areas[0]["level"] == "province"


@pytest.mark.parametrize("level", ["country", "unknown"])
def test_what_is_known_to_a_country_only_stands_in_the_list(level):
    row = record(1, level, "Battles", place_name="Pakistan", admin1_pcode=provinces()["Sindh"])
    layer = layer_of([row])
    assert words(layer, "where") == ["list"]
    assert layer.areas == []


def test_a_tehsil_shades_its_district_and_says_so():
    layer = layer_of([record(1, "tehsil", "Battles", place_name="Mand", **within("Kech"))])
    assert [area["label"] for area in layer.areas] == ["Kech district"]
    assert words(layer, "note") == ["Kech district"]
    base = load_basemap()
    assert layer.areas[0]["parts"] == [base.districts[district("Kech")[0]]]


def test_a_district_says_nothing_further():
    layer = layer_of([record(1, "district", "Battles", place_name="Kech", **within("Kech"))])
    assert words(layer, "note") == [None]


def test_a_division_shades_its_districts():
    code = provinces()["Balochistan"]
    row = record(1, "division", "Battles", place_name="Makran", admin1_pcode=code)
    area = layer_of([row]).areas[0]
    assert area["label"] == "Makran division"
    assert area["rings"]
    assert area["parts"] == []
    assert 61 < area["lon"] < 65
    assert 25 < area["lat"] < 28


def test_a_district_that_the_set_lacks_falls_back_to_its_province():
    row = record(
        1, "district", "Battles", admin1_pcode=provinces()["Sindh"], admin2_pcode="PK8-new"
    )
    layer = layer_of([row])
    assert layer.areas[0]["label"] == "Sindh"
    assert words(layer, "note") == ["Sindh"]


def test_a_line_is_drawn_where_it_is_known_and_shaded_where_not(sample):
    levels = [area["level"] for area in sample.areas]
    assert levels == sorted(levels, key=["province", "division", "district", "line"].index)
    assert levels.count("line") == 1
    shaded = Table(sample).by_id("area")
    assert sample.areas[shaded["inc-0018"]]["label"] == "Kalat district"
    assert sample.areas[shaded["inc-0019"]]["level"] == "line"


def test_missing_figures_stay_missing_and_zero_stays_zero(sample):
    dead = Table(sample).by_id("fatalities_best")
    assert dead["inc-0003"] is None
    assert dead["inc-0005"] == 0
    assert dead["inc-0001"] == 4


def test_dates_may_be_text_or_dates_or_missing(sample):
    days = Table(sample).by_id("date_start")
    epoch = date(1970, 1, 1).toordinal()
    assert days["inc-0024"] == date(2026, 2, 1).toordinal() - epoch
    assert days["inc-0001"] == date(2026, 1, 31).toordinal() - epoch
    assert days["inc-0021"] is None


def test_rows_are_latest_first_and_do_not_depend_on_their_order(sample):
    ids = Table(sample).ids
    assert ids[0] == "inc-0024"
    assert ids[-1] == "inc-0021"
    turned = layer_of(sample_rows()[::-1])
    assert turned.table == sample.table
    assert turned.prose == sample.prose


def test_the_latest_publication_date_is_found(sample):
    assert sample.until == "2026-02-06"


def test_quotes_can_be_left_out():
    layer = layer_of(sample_rows(), quotes=False)
    chunks = Table(layer).chunks
    assert all(row[1] == [] for chunk in chunks for row in chunk["rows"])
    assert "four people" not in json.dumps(chunks)


def test_the_table_is_not_changed():
    frame = sample_incidents()
    before = frame.copy(deep=True)
    layer_from(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_a_bare_point_table_draws_as_settlements():
    points = gpd.GeoDataFrame(geometry=[shapely.Point(town("Quetta")), None], crs=4326)
    layer = layer_from(points)
    assert sorted(words(layer, "precision")) == ["settlement", "unknown"]
    assert sorted(words(layer, "where")) == ["list", "point"]


@pytest.mark.parametrize(
    "point",
    [shapely.Point(), shapely.Point(math.nan, 30), shapely.Point(670, 30), shapely.Point(67, -91)],
)
def test_points_without_usable_coordinates_are_listed(point):
    points = gpd.GeoDataFrame({"precision": ["settlement"]}, geometry=[point], crs=4326)
    layer = layer_from(points)
    assert words(layer, "where") == ["list"]


def test_an_empty_table_is_a_table():
    layer = layer_from(sample_incidents().iloc[:0])
    assert layer.n == 0
    assert layer.until is None


def test_coordinates_read_back_to_a_metre(sample):
    points = dict(zip(Table(sample).ids, Table(sample).degrees(), strict=True))
    assert points["inc-0002"] == pytest.approx((66.965, 30.13), abs=1e-5)
    assert points["inc-0024"] == pytest.approx(town("Lahore"), abs=1e-5)
    assert points["inc-0015"] is None


def test_what_depends_on_the_place_stands_once_for_each_place():
    rows = [record(i, "settlement", "Battles", place_name="Quetta") for i in range(50)]
    assert Table(layer_of(rows)).head["places"] == 1


def test_prose_is_cut_into_chunks_that_stand_alone(monkeypatch):
    monkeypatch.setattr("geomap.maps.prose.CHUNK", 10)
    chunks = Table(layer_of(sample_rows())).chunks
    assert [len(chunk["rows"]) for chunk in chunks] == [10, 10, 6]
    for chunk in chunks:
        assert all(code < len(chunk["articles"]) for row in chunk["rows"] for code in row[0])


def test_a_bare_table_has_no_prose():
    points = gpd.GeoDataFrame(geometry=[shapely.Point(67, 30)], crs=4326)
    assert layer_from(points).prose == ()


def test_units_are_counted_as_a_summary_counts_them(sample):
    from geomap.summary import summarize

    base = load_basemap()
    frame = sample_incidents().fillna({"kind": "incident"})
    for level, by in (("province", "admin1"), ("district", "admin2")):
        table = summarize(frame, by=by).set_index("pcode")
        counts = sample.counted[level].value_counts()
        drawn = base.provinces if level == "province" else base.districts
        for at, pcode in enumerate(drawn):
            assert counts.get(at, 0) == table.incidents[pcode]


def test_missing_values_of_every_kind_are_tolerated():
    row = record(1, "settlement", "Battles", place_name="Quetta", **killed(1))
    rows = [
        row | {"incident_id": f"x{i}", "actor": v, "sources": v, "evidence": v, "injured_best": v}
        for i, v in enumerate([None, math.nan, pd.NA, pd.NaT])
    ]
    layer = layer_of(rows)
    assert words(layer, "actor") == [None] * 4
    assert Table(layer).row["injured_best"] == [None] * 4


def test_lists_may_come_as_json_text():
    row = record(1, "settlement", "Battles", place_name="Quetta")
    layer = layer_of([row | {"notes": '["one", "two"]', "evidence": "[broken"}])
    assert Table(layer).chunks[0]["notes"] == ["one", "two"]


def test_a_table_in_another_crs_is_refused():
    with pytest.raises(SchemaError, match=r"to_crs\(4326\)"):
        layer_from(sample_incidents().to_crs(3857))


def test_a_table_without_geometry_is_refused():
    with pytest.raises(SchemaError, match="needs a GeoDataFrame"):
        layer_from(pd.DataFrame())
    with pytest.raises(SchemaError, match="no geometry column"):
        layer_from(gpd.GeoDataFrame({"a": [1]}))


def test_an_unknown_precision_is_refused_with_its_row():
    frame = sample_incidents()
    frame.loc[2, "precision"] = "exact"
    with pytest.raises(SchemaError, match=r"row 2: precision is 'exact'; allowed are country"):
        layer_from(frame)

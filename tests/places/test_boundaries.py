"""The embedded boundary sets and their registry."""

import json
from pathlib import Path

import pandas as pd
import pytest
import shapely

from geomap.errors import DataError, SettingsError
from geomap.paths import data_file
from geomap.places import boundaries
from geomap.places.boundaries import (
    basemap_features,
    check_hash,
    list_boundaries,
    load_boundaries,
    registry,
)

SETS = ("embedded-admin1", "embedded-admin2")
EQUAL_AREA = "EPSG:6933"


@pytest.fixture(scope="module")
def provinces():
    return load_boundaries("embedded-admin1")


@pytest.fixture(scope="module")
def districts():
    return load_boundaries("embedded-admin2")


def test_registry_has_a_full_record_of_every_file():
    records = registry()
    assert set(records) == {*SETS, "basemap"}
    for record in records.values():
        for word in ("file", "level", "title", "source", "packages", "licence", "attribution"):
            assert record[word], (record["file"], word)
        assert isinstance(record["approximate"], bool)
        features = json.loads(data_file(f"boundaries/{record['file']}").read_text())["features"]
        assert len(features) == record["count"]


@pytest.mark.parametrize("name", [*SETS, "basemap"])
def test_hashes_are_those_of_the_registry(name):
    check_hash(name)


def test_a_changed_file_is_found(tmp_path, monkeypatch):
    for name in ("registry.json", "provinces.geojson"):
        (tmp_path / name).write_bytes(data_file(f"boundaries/{name}").read_bytes())
    with (tmp_path / "provinces.geojson").open("a") as stream:
        stream.write("\n")
    monkeypatch.setattr(boundaries, "data_file", lambda name: tmp_path / Path(name).name)
    with pytest.raises(DataError, match=r"provinces\.geojson has changed"):
        check_hash("embedded-admin1")


def test_list_by_level():
    assert list_boundaries() == [*SETS]
    assert list_boundaries("admin2") == ["embedded-admin2"]
    with pytest.raises(SettingsError, match="allowed are admin1, admin2"):
        list_boundaries("district")


def test_unknown_name_is_answered_with_the_known_ones():
    with pytest.raises(SettingsError, match="embedded-admin1, embedded-admin2"):
        load_boundaries("cod")


@pytest.mark.parametrize("name", SETS)
def test_geometry_is_valid_in_degrees_and_codes_are_unique(name):
    units = load_boundaries(name)
    assert units.frame.crs == "EPSG:4326"
    assert units.frame.geometry.is_valid.all()
    assert set(units.frame.geom_type) <= {"Polygon", "MultiPolygon"}
    assert units.frame["pcode"].is_unique
    assert units.frame["pcode"].is_monotonic_increasing
    assert units.frame["name"].str.len().min() > 2
    west, south, east, north = units.frame.total_bounds
    assert 60 < west < east < 78
    assert 23 < south < north < 38


@pytest.mark.parametrize("name", SETS)
def test_units_share_their_edges_without_overlap(name):
    assert shapely.coverage_is_valid(load_boundaries(name).frame.geometry.to_numpy())


def test_seven_provinces(provinces):
    assert provinces.frame["pcode"].tolist() == [f"PK{number}" for number in range(1, 8)]
    assert provinces.frame["province"].tolist() == provinces.frame["pcode"].tolist()
    assert not provinces.approximate


def test_districts_nest_in_provinces_by_code(districts, provinces):
    frame = districts.frame
    assert set(frame["province"]) == set(provinces.frame["pcode"])
    assert (frame["pcode"].str[:3] == frame["province"]).all()


def test_districts_tile_their_provinces(districts, provinces):
    areas = provinces.frame.to_crs(EQUAL_AREA).set_index("pcode").geometry
    parts = districts.frame.to_crs(EQUAL_AREA).dissolve("province").geometry
    for pcode, area in areas.items():
        assert area.difference(parts[pcode]).area < 0.001 * area.area, pcode
        assert parts[pcode].difference(area).area < 0.001 * area.area, pcode


def test_districts_are_approximate_and_say_how_much(districts):
    assert districts.approximate
    assert districts.label == "embedded-admin2 (2023, approximate)"
    assert "GeoNames" in districts.attribution
    assert districts.accuracy, "run boundaries/check.py, then boundaries/build.py registry"
    assert districts.accuracy["median_overlap"] >= 0.75
    assert districts.accuracy["area_agreement"] >= 0.85
    assert districts.accuracy["provinces"]["PK2"]["median_overlap"] >= 0.72
    assert districts.accuracy["provinces"]["PK2"]["area_agreement"] >= 0.85
    assert districts.accuracy["places_in_own_district"] >= 0.97


def test_names_are_those_of_the_units_table(districts):
    units = pd.read_csv(data_file("boundaries/units.csv"), dtype=str, keep_default_na=False)
    names = units.set_index("pcode")["name"]
    frame = districts.frame
    assert frame["name"].tolist() == [names[pcode] for pcode in frame["pcode"]]
    today = set(units["pcode"][(units["level"] == "admin2") & (units["ended"] == "")])
    missing = today - set(frame["pcode"])
    assert sorted(missing) == registry()["embedded-admin2"]["left_out"]


@pytest.mark.reference
def test_every_district_of_the_census_frame_is_there(districts, reference_dir):
    table = pd.read_csv(reference_dir / "reference" / "cod_pcodes_tehsils.csv")
    abolished = {"PK218"}
    younger = {"PK2-hub", "PK2-usta-muhammad", "PK7-keamari"}
    wanted = (set(table["District_Code"]) - abolished) | younger
    assert wanted <= set(districts.frame["pcode"])


def test_files_are_small():
    sizes = {name: data_file(f"boundaries/{name}.geojson").stat().st_size for name in FILES}
    assert {name for name in FILES if sizes[name] > FILES[name]} == set()


FILES = {"provinces": 150_000, "districts": 1_000_000, "basemap": 150_000}


def test_basemap_has_land_and_the_line_of_control():
    frame = basemap_features()
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.is_valid.all()
    land = frame[frame["kind"] == "land"]
    assert {"AF", "CN", "IN", "IR", "PK"} <= set(land["country"])
    line = frame[frame["name"] == "Line of Control"].geometry.item()
    assert line.geom_type == "LineString"
    assert 5 < line.length < 9
    assert shapely.box(55, 20, 82, 40).covers(shapely.box(*frame.total_bounds))


@pytest.mark.parametrize(
    ("lon", "lat", "pcode"),
    [
        (67.00, 30.19, "PK226"),  # Quetta
        (62.33, 25.11, "PK205"),  # Gwadar's port, on the headland that Natural Earth lacks
        (66.45, 30.91, "PK235"),  # Chaman
        (66.88, 25.06, "PK2-hub"),
        (71.52, 34.01, "PK528"),  # Peshawar
        (74.31, 35.92, "PK305"),  # Gilgit
    ],
)
def test_towns_lie_in_their_district(districts, lon, lat, pcode):
    holds = districts.frame.geometry.intersects(shapely.Point(lon, lat))
    assert districts.frame["pcode"][holds].tolist() == [pcode]

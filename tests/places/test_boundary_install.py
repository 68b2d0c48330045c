"""Installing boundary sets from every format, choosing among them, and removing them."""

import json
import warnings
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geomap.errors import DataError, HashError, MissingDataError, SchemaError, SettingsError
from geomap.places import boundaries, boundary_store
from geomap.places.boundaries import (
    at_level,
    boundary_record,
    default_boundaries,
    list_boundaries,
    load_boundaries,
)
from geomap.places.boundary_install import (
    InstallOptions,
    in_use,
    install_boundaries,
    remove_boundaries,
    use_boundaries,
)
from geomap.places.boundary_store import named_areas
from geomap.places.join import join_units
from tests.places.boundary_samples import CODES, DISTRICTS, frame, square, user_folder

__all__ = ["user_folder"]


@pytest.fixture(autouse=True)
def _own_folder(user_folder):
    """Keep every test of this file out of the user's own data."""


def write(folder, data, name="districts", kind="geojson"):
    """Write a frame in one of the formats and return the path."""
    path = folder / f"{name}.{kind}"
    if kind == "zip":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that there is no CRS is the point of one test
            data.to_file(folder / f"{name}.shp")
        with zipfile.ZipFile(path, "w") as archive:
            for part in sorted(folder.glob(f"{name}.*")):
                if part.suffix != ".zip":
                    archive.write(part, f"inner/{part.name}")
    elif kind == "parquet":
        data.to_parquet(path)
    else:
        data.to_file(path, driver={"geojson": "GeoJSON", "gpkg": "GPKG"}[kind])
    return path


@pytest.mark.parametrize("kind", ["geojson", "gpkg", "zip", "parquet"])
def test_every_format(tmp_path, kind):
    record = install_boundaries(write(tmp_path, frame(DISTRICTS), kind=kind), name="mine")
    assert (record["level"], record["count"], record["matches"]) == ("admin2", 3, {"exact": 3})
    units = load_boundaries("mine")
    assert units.frame["pcode"].tolist() == CODES
    assert units.frame["name"].tolist() == ["Awaran", "Kech", "Panjgur"]
    assert set(units.frame["province"]) == {"PK2"}
    assert units.frame.crs == "EPSG:4326"
    assert not units.approximate


def topology(names, *, level="districts"):
    """Return a TopoJSON document of squares, with provinces and a line beside the districts."""
    arcs = [shapely.get_coordinates(square(number, 0)).tolist() for number in range(len(names))]
    arcs.append([[66.0, 27.0], [66.0, 27.0]])  # a ring of two points
    features = [
        {"type": "Polygon", "arcs": [[number]], "properties": {"name": name}}
        for number, name in enumerate(names)
    ]
    features[0] = {
        "type": "MultiPolygon",
        "arcs": [[[0]], [[len(names)]]],
        "properties": {"name": names[0]},
    }
    line = {"type": "LineString", "arcs": [0], "properties": {"name": "a line"}}
    whole = {"type": "Polygon", "arcs": [[1]], "properties": {"name": "Balochistan"}}
    return {
        "type": "Topology",
        "objects": {
            "provinces": {"type": "GeometryCollection", "geometries": [whole]},
            level: {"type": "GeometryCollection", "geometries": features},
            "line": line,
        },
        "arcs": arcs,
    }


def test_topojson_with_several_objects(tmp_path):
    path = tmp_path / "all.topojson"
    path.write_text(json.dumps(topology(DISTRICTS["district"])))
    record = install_boundaries(path, name="districts")
    assert (record["layer"], record["format"], record["count"]) == ("districts", "TopoJSON", 3)
    assert record["repairs"]["degenerate_rings"] == 1
    assert "degrees are assumed" in record["reading_notes"][0]
    other = install_boundaries(path, name="provinces", more=InstallOptions(layer="provinces"))
    assert (other["level"], other["count"]) == ("admin1", 1)
    with pytest.raises(SettingsError, match="has no layer 'tehsils'"):
        install_boundaries(path, name="t", more=InstallOptions(layer="tehsils"))


def test_divisions_are_not_taken_for_districts_of_the_same_name(tmp_path):
    names = ["Quetta", "Zhob", "Sibi", "Kalat", "Makran", "Nasirabad", "Loralai", "Rakhshan"]
    path = write(tmp_path, frame({"NAME_1": ["Balochistan"] * 8, "NAME_2": names}))
    with pytest.raises(SchemaError, match="8 features are divisions"):
        install_boundaries(path)


@pytest.mark.parametrize(
    ("columns", "profile", "how"),
    [
        ({"ADM2_EN": DISTRICTS["district"], "ADM2_PCODE": ["PK211", "PK224", "PK201"]},
         "COD", "code"),
        ({"adm2_name": DISTRICTS["district"], "adm2_pcode": [None] * 3}, "COD", "exact"),
        ({"shapeName": DISTRICTS["district"], "shapeISO": [""] * 3}, "geoBoundaries", "exact"),
        ({"DISTRICT": ["KECH", "PANJGUR", "AWARAN"], "PROVINCE": ["BALOCHISTAN"] * 3},
         "plain", "exact"),
        ({"NAME_1": ["Balochistan"] * 3, "NAME_2": ["Makran"] * 3, "NAME_3": DISTRICTS["district"]},
         "GADM", "exact"),
        ({"NAME_1": ["Baluchistan"] * 3, "NAME_2": DISTRICTS["district"]}, "GADM", "exact"),
        ({"admin_level": ["6"] * 3, "name": ["کیچ", "پنجگور", "آواران"],
          "name:en": ["", None, "Awaran"]},
         "OSM", "alias"),
    ],
)  # fmt: skip
def test_column_profiles(tmp_path, columns, profile, how):
    record = install_boundaries(write(tmp_path, frame(columns)), name="mine")
    assert (record["profile"], record["level"], record["count"]) == (profile, "admin2", 3)
    assert how in record["matches"]


def test_osm_features_of_other_levels_stand_aside(tmp_path):
    columns = {"admin_level": ["4", "6", "6"], "name": ["Balochistan", "Kech", "Awaran"]}
    assert install_boundaries(write(tmp_path, frame(columns)), name="mine")["features"] == 2


def test_columns_can_be_given(tmp_path):
    path = write(tmp_path, frame({"label_x": DISTRICTS["district"], "mark": ["", "", "PK201"]}))
    with pytest.raises(SchemaError, match="Its columns are: label_x, mark"):
        install_boundaries(path)
    record = install_boundaries(path, name="mine", name_column="label_x", code_column="mark")
    assert record["matches"] == {"code": 1, "exact": 2}
    with pytest.raises(SchemaError, match="has no column 'nosuch'; it has label_x, mark"):
        install_boundaries(path, name="other", name_column="nosuch")


def test_what_does_not_match_is_listed_and_may_be_told(tmp_path):
    columns = {
        "district": ["Kech", "Panjgoor", "Nowhere", "Jammu & Kashmir"],
        "province": ["Balochistan", "Balochistan", "Balochistan", ""],
    }
    path = write(tmp_path, frame(columns))
    record = install_boundaries(path, name="mine")
    assert [entry["name"] for entry in record["unmatched"]] == ["Nowhere"]
    assert [entry["name"] for entry in record["left_out"]] == ["Jammu & Kashmir"]
    assert load_boundaries("mine").frame["pcode"].tolist() == ["PK211", "PK224"]
    more = InstallOptions(match={"nowhere": "PK201"}, replace=True)
    assert install_boundaries(path, name="mine", more=more)["unmatched"] == []
    assert "PK201" in set(load_boundaries("mine").frame["pcode"])
    with pytest.raises(SettingsError, match="no p-code"):
        install_boundaries(path, name="new", more=InstallOptions(match={"nowhere": "XX"}))


def test_a_similar_name_gives_way_to_the_name_itself(tmp_path):
    columns = {"district": ["Awaran", "Awarant", "Kech"], "province": ["Balochistan"] * 3}
    record = install_boundaries(write(tmp_path, frame(columns)), name="mine")
    assert record["count"] == 2
    assert "which the file has itself" in record["unmatched"][0]["reason"]


def test_features_of_one_unit_are_joined(tmp_path):
    columns = {
        "district": ["BANNU", "FR BANNU", "KOHAT"],
        "province": ["KHYBER PAKHTUNKHWA", "FATA", "KHYBER PAKHTUNKHWA"],
    }
    record = install_boundaries(write(tmp_path, frame(columns)), name="mine")
    assert record["joined"] == [{"pcode": "PK503", "features": "BANNU, FR BANNU"}]
    assert record["merged"][0]["reason"] == "FR Bannu is Bannu today"
    shapes = load_boundaries("mine").frame.geometry.to_numpy()
    assert shapely.area(shapes).tolist() == pytest.approx([0.5, 0.25])


def test_repairs_are_made_and_counted(tmp_path):
    shapes = [square(0, 0), square(0.9, 0), square(3, 0).reverse()]
    columns = {"district": ["Kech", "Awaran", "Panjgur"]}
    path = tmp_path / "bad.geojson"
    frame(columns, shapes).to_file(path, driver="GeoJSON")
    document = json.loads(path.read_text())
    rings = document["features"][1]["geometry"]["coordinates"]
    rings += [[[64.6, 27.1], [64.6, 27.1]]]
    document["features"][0]["geometry"]["coordinates"][0].pop()
    path.write_text(json.dumps(document))
    record = install_boundaries(path, name="mine")
    repairs = record["repairs"]
    assert (repairs["overlaps"], repairs["degenerate_rings"], repairs["unclosed_rings"]) == (
        1,
        1,
        1,
    )
    kept = load_boundaries("mine").frame.set_index("pcode").geometry
    assert kept["PK201"].area == pytest.approx(0.25), "the lowest p-code keeps what two claim"
    assert kept["PK211"].area == pytest.approx(0.225)
    assert kept.is_valid.all()


def test_other_crs_is_reprojected(tmp_path):
    data = frame(DISTRICTS).to_crs("EPSG:32642")
    record = install_boundaries(write(tmp_path, data, kind="gpkg"), name="mine")
    assert record["crs_from"] == "EPSG:32642"
    west, south, _, _ = load_boundaries("mine").frame.total_bounds
    assert (west, south) == pytest.approx((64, 27), abs=1e-3)


def test_no_crs_is_an_error_with_advice(tmp_path):
    path = write(tmp_path, frame(DISTRICTS, crs=None), kind="zip")
    with pytest.raises(SchemaError, match=r"does not say which CRS.*--crs EPSG:4326"):
        install_boundaries(path)
    assert install_boundaries(path, more=InstallOptions(crs="EPSG:4326"))["count"] == 3
    with pytest.raises(SchemaError, match="must be a code such as"):
        install_boundaries(path, name="x", more=InstallOptions(crs="nonsense"))


@pytest.mark.parametrize(
    ("move", "message"),
    [
        (
            lambda shape: shapely.transform(shape, lambda xy: xy[:, ::-1]),
            "latitude before longitude",
        ),
        (lambda shape: shapely.transform(shape, lambda xy: xy * 1e4), "are not degrees"),
        (lambda shape: shapely.transform(shape, lambda xy: xy - [60, 20]), "in or near Pakistan"),
    ],
)
def test_coordinates_elsewhere_are_refused(tmp_path, move, message):
    shapes = [move(square(number, 0)) for number in range(3)]
    with pytest.raises(SchemaError, match=message):
        install_boundaries(write(tmp_path, frame(DISTRICTS, shapes)))


def test_tehsils_become_units_districts_and_named_areas(tmp_path):
    columns = {
        "PROVINCE": ["BALOCHISTAN"] * 4,
        "DISTRICT": ["KECH", "KECH", "PANJGUR", "NOWHERE"],
        "TEHSIL": ["TURBAT", "TUMP", "PANJGUR", "X"],
    }
    record = install_boundaries(write(tmp_path, frame(columns)), name="tehsils")
    assert (record["level"], record["count"]) == ("admin3", 3)
    assert record["unmatched"][0]["within"] == "NOWHERE, BALOCHISTAN"
    units = load_boundaries("tehsils")
    assert units.frame["pcode"].tolist() == ["PK211-tump", "PK211-turbat", "PK224-panjgur"]
    assert units.frame["name"].tolist() == ["Tump", "Turbat", "Panjgur"]
    districts = load_boundaries("tehsils", level="admin2")
    assert districts.frame["pcode"].tolist() == ["PK211", "PK224"]
    assert at_level(units, "admin1").frame["pcode"].tolist() == ["PK2"]
    tump = named_areas("tehsils")[0]
    assert (tump.name, tump.district, tump.province) == ("Tump", "PK211", "PK2")
    assert units.frame.geometry[0].contains(shapely.Point(tump.lon, tump.lat))
    assert 30_000 < tump.uncertainty_m < 60_000
    assert named_areas() == named_areas("tehsils")
    assert use_boundaries("tehsils", level="admin2") == "admin2"
    assert load_boundaries().frame["pcode"].tolist() == ["PK211", "PK224"]


def test_use_makes_a_set_the_default_and_remove_undoes_it(tmp_path):
    install_boundaries(write(tmp_path, frame(DISTRICTS)), name="mine", licence="CC0")
    assert load_boundaries().name == "embedded-admin2"
    assert use_boundaries("mine") == "admin2"
    assert load_boundaries() is load_boundaries("mine")
    assert in_use() == {"admin1": "embedded-admin1", "admin2": "mine"}
    joined = join_units(pd.DataFrame({"lon": [64.25], "lat": [27.25]}))
    assert joined["admin2"].tolist() == ["Kech"]
    with pytest.raises(SettingsError, match="cannot serve as admin3"):
        use_boundaries("mine", level="admin3")
    use_boundaries("embedded-admin2")
    assert default_boundaries("admin2") == "embedded-admin2"
    use_boundaries("mine")
    remove_boundaries("mine")
    assert load_boundaries().name == "embedded-admin2"
    assert "mine" not in list_boundaries()
    with pytest.raises(SettingsError, match="installed: none"):
        remove_boundaries("mine")


def test_names_are_checked_and_not_overwritten(tmp_path):
    path = write(tmp_path, frame(DISTRICTS), name="Some Districts (2023)")
    assert install_boundaries(path)["name"] == "some-districts-2023"
    with pytest.raises(SettingsError, match="is installed already"):
        install_boundaries(path)
    for name in ("../up", "embedded-admin2", "Default", "default", ""):
        with pytest.raises(SettingsError, match=r"cannot be called|is installed already"):
            install_boundaries(path, name=name or "DEFAULT")


def test_the_record_says_what_the_set_is(tmp_path):
    columns = DISTRICTS | {"validOn": ["2022-09-09"] * 3}
    more = InstallOptions(attribution="The surveyors", title="Three districts")
    install_boundaries(write(tmp_path, frame(columns)), name="mine", licence="CC0", more=more)
    record = boundary_record("mine")
    units = load_boundaries("mine")
    assert (units.licence, units.attribution, units.title) == (
        "CC0", "The surveyors", "Three districts",
    )  # fmt: skip
    assert units.vintage == "2022-09-09"
    assert len(record["sha256"]) == 64
    assert record["licence_basis"] == "given"


def test_a_changed_set_is_found_out(tmp_path, user_folder):
    install_boundaries(write(tmp_path, frame(DISTRICTS)), name="mine")
    path = user_folder / "boundaries" / "mine.parquet"
    path.write_bytes(path.read_bytes() + b" ")
    boundaries._load.cache_clear()
    with pytest.raises(HashError, match="install it again") as caught:
        load_boundaries("mine")
    assert caught.value.path == path
    assert caught.value.expected != caught.value.got
    path.unlink()
    with pytest.raises(MissingDataError, match="install it again"):
        load_boundaries("mine")
    (user_folder / "boundaries" / "mine.json").write_text("{")
    with pytest.raises(SchemaError, match="damaged"):
        list_boundaries()


def test_the_same_file_gives_the_same_bytes(tmp_path, user_folder):
    path = write(tmp_path, frame(DISTRICTS))
    found = []
    for _ in range(2):
        install_boundaries(path, name="mine", more=InstallOptions(replace=True))
        files = sorted((user_folder / "boundaries").iterdir())
        found.append({file.name: file.read_bytes() for file in files})
    assert found[0] == found[1]
    assert str(tmp_path) not in found[0]["mine.json"].decode()


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("a.geojson", b"{", DataError, "cannot be read"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', DataError,
         r"no features|no layer"),
        ("a.zip", b"PK nonsense", DataError, "not a zip file"),
        ("a.parquet", b"nonsense", SchemaError, "no GeoParquet"),
        ("a.gpkg", b"nonsense", DataError, "cannot be read"),
        ("a.docx", b"nonsense", DataError, "boundary files are"),
    ],
)  # fmt: skip
def test_files_that_are_none(tmp_path, name, content, error, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error, match=message):
        install_boundaries(tmp_path / name)
    assert list_boundaries() == ["embedded-admin1", "embedded-admin2"]


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(MissingDataError, match="no such file"):
        install_boundaries(tmp_path / "none.geojson")


def test_a_plain_parquet_table_is_refused(tmp_path):
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "a.parquet")
    with pytest.raises(SchemaError, match="no GeoParquet"):
        install_boundaries(tmp_path / "a.parquet")


def test_a_failed_install_leaves_the_old_set(tmp_path):
    install_boundaries(write(tmp_path, frame(DISTRICTS)), name="mine")
    bad = write(tmp_path, frame({"district": ["A", "B", "C"]}), name="bad")
    with pytest.raises(SchemaError, match="only 0% of 3 features are"):
        install_boundaries(bad, name="mine", more=InstallOptions(replace=True))
    assert len(load_boundaries("mine").frame) == 3


def test_points_on_installed_sets_join_as_by_geometry(tmp_path):
    install_boundaries(write(tmp_path, frame(DISTRICTS)), name="mine")
    rng = np.random.default_rng(3)
    points = gpd.GeoDataFrame(
        geometry=gpd.points_from_xy(rng.uniform(63.9, 65.6, 500), rng.uniform(26.9, 27.6, 500)),
        crs="EPSG:4326",
    )
    units = load_boundaries("mine")
    found = join_units(points, boundaries=units)["admin2_pcode"]
    wanted = points.sjoin(units.frame, how="left")["pcode"].groupby(level=0).min()
    assert found.fillna("").tolist() == wanted.fillna("").tolist()


def test_no_tehsil_set_means_no_named_areas(user_folder):
    assert named_areas() == ()
    with pytest.raises(SettingsError, match="there are: none"):
        named_areas("x")
    with pytest.raises(SettingsError, match="no tehsils of its own"):
        load_boundaries(level="admin3")
    assert boundary_store.installed_records() == {}

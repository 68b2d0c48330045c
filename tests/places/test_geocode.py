"""Look-ups: one name, a column, a point; the user's dump and own places; the commands."""

from __future__ import annotations

import json
import zipfile

import geopandas as gpd
import pandas as pd
import pytest
import typer
from typer.testing import CliRunner

from geomap import cli_gazetteer
from geomap.errors import DataError, GeocoderRejected, MissingDataError, SchemaError, SettingsError
from geomap.places.additions import add_places
from geomap.places.dumps import install_dump
from geomap.places.geocode import GEOCODED_COLUMNS, geocode, reverse
from geomap.places.geocoders import FixedGeocoder, GazetteerGeocoder
from geomap.places.place_store import list_collections, remove_collection, store_path
from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision

ONLINE = Place(
    name="Qwrtp Hill", precision=Precision.SITE, lon=66.0, lat=30.0, country="PK", source="fixed"
)


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_a_name_with_its_parent():
    found = geocode("Hoshab, Kech")
    assert found.place.admin2_pcode == "PK211"
    assert found.level == "settlement"
    assert found.parents == ("Kech", "Makran Division", "Balochistan", "Pakistan")
    assert found.score == 1.0
    assert "in Kech as given" in found.reason


@pytest.mark.parametrize("text", ["Hoshab (Kech)", "Hoshab; Kech", "Hoshab - Kech",
                                   "Hoshab area of Kech", "Hoshab, Turbat",
                                   "ہوشاب، کیچ"])  # fmt: skip
def test_other_ways_to_write_the_parent(text):
    found = geocode(text)
    assert (found.place.name, found.place.admin2_pcode) == ("Hoshab", "PK211")


@pytest.mark.parametrize("name", ["Dasht", "Tamboo", "Kingri", "Landhi", "Saddar", "Khanpur",
                                  "Nowshera", "Sahiwal", "Hyderabad", "Jamrud", "Khost",
                                  "Tank"])  # fmt: skip
def test_ambiguous_names_say_so(name):
    assert "ambiguous" in geocode(name).reason


@pytest.mark.parametrize(("text", "pcode"), [
    ("Dasht, Kech", "PK211"), ("Dasht, Mastung", "PK220"), ("Khanpur, Haripur", "PK511"),
    ("Landhi, Karachi", "PK712"), ("Khost, Harnai", "PK206"), ("Tank district", "PK533"),
    ("Sahiwal, Sargodha", "PK632"), ("Jamrud, Khyber", "PK513"),
])  # fmt: skip
def test_a_parent_or_a_level_word_settles_it(text, pcode):
    found = geocode(text)
    assert found.place.admin2_pcode == pcode
    assert "ambiguous" not in found.reason


def test_what_nothing_tells_apart_is_its_common_parent():
    found = geocode("Dasht")
    assert (found.place.admin1_pcode, found.level) == ("PK2", "province")
    assert {place.admin2_pcode for place in found.candidates} == {"PK211", "PK220"}
    assert found.score < 0.5


def test_within_bounds_as_a_parent_does():
    assert geocode("Dasht", within="PK211").place.admin2_pcode == "PK211"
    assert geocode("Hoshab", within="Punjab").place is None
    with pytest.raises(GeocoderRejected, match="Atlantis"):
        geocode("Hoshab", within="Atlantis")


@pytest.mark.parametrize("text", ["Killa Saifula", "Turbatt", "Qila Saifullah", "Noshki"])
def test_another_spelling_says_so(text):
    found = geocode(text)
    assert found.place.admin1_pcode == "PK2"
    assert found.reason


@pytest.mark.parametrize(
    ("text", "radius_m"),
    [
        ("30 km south of Turbat, Kech", 10_000),
        ("10 miles from Turbat", 16_093),
        ("near Turbat", 10_000),
        ("on the outskirts of Turbat", 10_000),
    ],
)
def test_a_spot_named_by_a_place_is_near_it(text, radius_m):
    found = geocode(text)
    turbat = geocode("Turbat").place
    assert found.query == text
    assert found.level == "near"
    assert found.place.uncertainty_m == pytest.approx(radius_m, rel=0.01)
    assert found.place.lon == pytest.approx(turbat.lon, abs=0.001)
    moved = 0.27 if "south" in text else 0.0
    assert turbat.lat - found.place.lat == pytest.approx(moved, abs=0.005)
    assert "Turbat: exact name" in found.reason


def test_a_spot_near_an_area_is_the_area_and_near_nothing_is_nothing():
    assert geocode("near Kech district").level == "district"
    unknown = geocode("5 km from Nowhereville")
    assert (unknown.place, unknown.query) == (None, "5 km from Nowhereville")


def test_an_unknown_name_falls_back_to_its_parent():
    found = geocode("Qwrtp Ville, Kech")
    assert (found.place.admin2_pcode, found.level) == ("PK211", "district")
    assert "the parent is given" in found.reason
    assert "known as Hoshab" in geocode("Hoshab, Lahore").reason


def test_an_unknown_parent_is_not_used_and_named():
    found = geocode("Hoshab, Qwrtpistan")
    assert found.place.name == "Hoshab"
    assert "Qwrtpistan is no known unit" in found.reason


def test_only_what_is_not_known_is_asked_online():
    asked = []

    class Online:
        def candidates(self, toponym, *, within=None):
            assert within is None
            asked.append(toponym)
            return [ONLINE] if "Qwrtp" in toponym else []

    table = geocode(["Hoshab, Kech", "Qwrtp Hill", "Turbatt", "Zzyzx"], online=Online())
    assert asked == ["Qwrtp Hill", "Zzyzx"]
    assert table["source"].tolist()[1] == "fixed"
    assert "not found online" in table["reason"][3]


def test_a_column_gives_a_table_aligned_with_it():
    names = pd.Series(
        ["Hoshab, Kech", None, "Dasht", float("nan"), "Hoshab, Kech"], index=list("vwxyz")
    )
    kept = names.copy()
    table = geocode(names)
    assert isinstance(table, gpd.GeoDataFrame)
    assert table.index.tolist() == list("vwxyz")
    assert tuple(table.columns) == (*GEOCODED_COLUMNS, "geometry")
    assert table["precision"].tolist() == [
        "settlement",
        "unknown",
        "province",
        "unknown",
        "settlement",
    ]
    assert table.geometry.notna().tolist() == [True, False, False, False, True]
    assert table.crs == "EPSG:4326"
    assert table["admin2_pcode"].tolist() == ["PK211", None, None, None, "PK211"]
    pd.testing.assert_series_equal(names, kept)


def test_no_names_give_an_empty_table():
    table = geocode([])
    assert table.empty
    assert tuple(table.columns) == (*GEOCODED_COLUMNS, "geometry")
    assert geocode(["Quetta"], online=FixedGeocoder({}))["place_name"][0] == "Quetta"


def test_reverse_says_what_is_near_and_where_it_lies():
    hoshab = geocode("Hoshab, Kech").place
    found = reverse(hoshab.lon, hoshab.lat + 0.09)
    assert found.place.name == "Hoshab"
    assert found.distance_m == pytest.approx(10_007, rel=0.01)
    assert found.bearing == pytest.approx(0.0, abs=0.1)
    assert found.admin1_pcode == "PK2"
    assert found.reason.startswith("10.0 km north of Hoshab; in ")
    assert reverse(0.0, 0.0).admin2 is None


@pytest.mark.parametrize("point", [(200.0, 30.0), (66.0, 95.0), (float("nan"), 30.0), (None, 30.0)])
def test_a_point_that_is_not_on_earth_is_refused(point):
    with pytest.raises(SettingsError, match="degrees"):
        reverse(*point)


def dump_row(number, name, **given):
    row = {"kind": "P.PPL", "lon": "65.0", "lat": "26.5", "other": "", "admin1": "02", **given}
    return "\t".join([
        str(number), name, name, row["other"], row["lat"], row["lon"], *row["kind"].split("."),
        "PK", "", row["admin1"], "", "", "", "0", "", "100", "Asia/Karachi", "2024-05-06",
    ])  # fmt: skip


DUMP = [
    dump_row(900001, "Qwrtpabad", other="QWR,Qwertpabad,کورٹ آباد,Квортп"),
    dump_row(900002, "Qwrtp Range", kind="T.MTS"),
    dump_row(900003, "Qwrtp Nala", kind="H.STM"),
    dump_row(900004, "Qwrtp Dam", kind="S.DAM"),
    dump_row(900005, "Qwrtp Valley", kind="T.VAL"),
    dump_row(900006, "Kech District", kind="A.ADM2"),
    dump_row(900007, "Islamic Republic of Pakistan", kind="A.PCLI"),
    dump_row(900008, "Hoshab", lon="72.0", lat="31.0", admin1="04"),
    dump_row(900009, "Qwrtp Lost", lon="east"),
    dump_row(900010, "Qwrtp Torn").rpartition("\t")[0],
    dump_row(900011, "Qwrtp Border", lon="74.35", lat="31.55", admin1="02"),
    dump_row(900001, "Qwrtpabad"),
    dump_row(900012, "Qwrtp Far", lon="1e6"),
]


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "PK.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("PK.txt", "\n".join(DUMP) + "\n")
    return path


def test_a_dump_is_installed_and_every_row_accounted_for(dump):
    added = install_dump(dump)
    assert added.rows == len(DUMP)
    assert added.rows == added.kept + sum(added.passed_over.values()) + added.n_rejected
    assert added.kept == added.collection.rows == 7
    assert [one.row for one in added.rejected] == [9, 10, 13]
    assert added.conflicts == 1
    (collection,) = list_collections()
    assert (collection.name, collection.vintage) == ("geonames-PK", "2024-05-06")
    assert "CC BY 4.0" in collection.attribution


@pytest.mark.parametrize(("name", "level", "has_district"), [
    ("Qwrtpabad", "settlement", True), ("Qwrtp Range", "division", False),
    ("Qwrtp Nala", "line", False), ("Qwrtp Dam", "site", True), ("Qwrtp Valley", "tehsil", True),
    ("کورٹ آباد", "settlement", True), ("Qwertpabadd", "settlement", True),
    ("Qwrtp-abad", "settlement", True), ("Qwrtp Border", "settlement", False),
])  # fmt: skip
def test_a_dump_is_consulted_by_look_ups(name, level, has_district, dump):
    assert geocode(name).place is None
    install_dump(dump)
    found = geocode(name)
    assert found.level == level
    assert found.source == "GeoNames"
    assert found.place.admin1_pcode == "PK2"
    assert (found.place.admin2_pcode is not None) is has_district


def test_geomaps_own_places_come_before_a_dump(dump):
    install_dump(dump)
    found = geocode("Hoshab")
    assert found.place.admin2_pcode == "PK211"
    assert "best known of 2" in found.reason
    assert geocode("Hoshab, Punjab").place.source_id == "900008"
    assert geocode("QWR").place is None


def test_a_dump_takes_the_place_of_the_one_before(dump):
    install_dump(dump)
    assert install_dump(dump).collection.rows == 7
    remove_collection("geonames-PK")
    assert list_collections() == []
    assert geocode("Qwrtpabad").place is None
    with pytest.raises(SettingsError, match="no collection 'geonames-PK'"):
        remove_collection("geonames-PK")


def test_what_is_no_dump_is_refused(tmp_path):
    with pytest.raises(MissingDataError, match="download"):
        install_dump(tmp_path / "PK.zip")
    for name, text in (("PK.zip", "cut short"), ("empty.txt", ""), ("table.txt", "a\tb\nc\td\n")):
        (tmp_path / name).write_text(text)
        with pytest.raises(DataError):
            install_dump(tmp_path / name)
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("A.txt", "1")
        archive.writestr("B.txt", "2")
    with pytest.raises(DataError, match="one country's table"):
        install_dump(tmp_path / "two.zip")
    assert not store_path().exists()


OWN = """\ufeffName,Longitude,lat,Level,district,spellings,name_ur
Hoshab,64.5,26.5,,,,
Killi Qwrtp,66.9,30.1,settlement,,Kili Qwrtp|Qwrtpo,کلی قورتپ
Qwrtp Post,,,site,Kech,,
Qwrtp Bad,190,30,,,,
Qwrtp Turned,30.1,66.9,,,,
Qwrtp Nowhere,,,,,,
Qwrtp Level,66,30,palace,,,
Qwrtp District,66,30,,Atlantis,,
,66,30,,,,
Killi Qwrtp,66.9,30.1,settlement,,Kili Qwrtp,
"""


def test_own_places_are_added_and_come_first(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(OWN, encoding="utf-8")
    added = add_places(path)
    assert (added.rows, added.kept, added.n_rejected) == (10, 3, 6)
    assert added.passed_over == {"the same place twice": 1}
    assert [one.row for one in added.rejected] == [5, 6, 7, 8, 9, 10]
    assert "exchanged" in added.rejected[1].reason
    assert geocode("Kili Qwrtp").place.admin2_pcode == "PK226"
    post = geocode("Qwrtp Post, Kech").place
    assert (post.lon, post.admin2_pcode, post.source) == (None, "PK211", "user")
    assert geocode("Hoshab").place.source == "user"
    assert add_places(path).collection.rows == 3
    near = reverse(66.9, 30.1)
    assert (near.place.name, near.distance_m) == ("Killi Qwrtp", 0.0)


@pytest.mark.parametrize(("text", "words"), [
    (b"name,x1\nA,1\n", "must have the columns name"), (b"", "it has none"),
    (b"name,lon,lat\n\xff\xfe,1,2\n", "not UTF-8"),
])  # fmt: skip
def test_a_table_that_is_none_is_refused(text, words, tmp_path):
    path = tmp_path / "places.csv"
    path.write_bytes(text)
    with pytest.raises(SchemaError, match=words):
        add_places(path)


def test_a_damaged_file_of_the_user_is_named():
    store_path().parent.mkdir(parents=True)
    store_path().write_text("no database at all, whatever its name says" * 100)
    with pytest.raises(DataError, match="damaged"):
        full_gazetteer()


def test_the_gazetteer_with_user_places_has_their_names(dump):
    install_dump(dump)
    gazetteer = full_gazetteer()
    names = dict(gazetteer.names())
    assert names["qwrtpabad"][0].id == "gn:900001"
    assert gazetteer.by_id("gn:900001").name == "Qwrtpabad"
    assert len(GazetteerGeocoder().candidates("Hoshab")) == 2


@pytest.fixture
def run():
    app = typer.Typer()
    app.add_typer(cli_gazetteer.app, name="gazetteer")
    app.command("geocode")(cli_gazetteer.geocode)
    app.command("reverse")(cli_gazetteer.reverse)
    return lambda *arguments: CliRunner().invoke(app, list(arguments))


def test_search_prints_level_parents_source_score_and_reason(run):
    result = run("gazetteer", "search", "Killa Saifula", "--json")
    first = json.loads(result.stdout.splitlines()[0])
    assert (first["name"], first["score"]) == ("Killa Saifullah", 95.0)
    assert "another spelling" in first["reason"]
    assert first["parents"].endswith("Balochistan, Pakistan")
    assert "level         settlement" in run("gazetteer", "search", "Hoshab").stdout
    nothing = run("gazetteer", "search", "Zzyzx Qwrtp")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "no place" in nothing.stderr


def test_the_commands_install_add_remove_and_tell(run, dump, tmp_path):
    (tmp_path / "places.csv").write_text(OWN, encoding="utf-8")
    assert "7 of 13 rows are places now" in run("gazetteer", "install", str(dump)).stderr
    assert (
        "3 of 10 rows are places now"
        in run("gazetteer", "add", str(tmp_path / "places.csv")).stderr
    )
    told = run("gazetteer", "info").stdout
    assert "geonames-PK: 7 places, CC-BY-4.0, of 2024-05-06, 3 rows rejected" in told
    assert "own: 3 places" in told
    assert run("gazetteer", "remove", "own").exit_code == 0
    assert "own: 3" not in run("gazetteer", "info").stdout


def test_geocode_and_reverse_print_what_they_find(run):
    result = run("geocode", "Hoshab, Kech", "Dasht", "--json")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["name"], first["admin2_pcode"]) == ("Hoshab", "PK211")
    assert "ambiguous" in second["reason"]
    found = json.loads(run("reverse", "66.99", "30.2", "--json").stdout)
    assert found["admin1_pcode"] == "PK2"
    assert run("reverse", "66.99", "30.2").stdout.startswith("name")


def test_options_of_a_service_without_one_are_refused(run):
    result = run("geocode", "Hoshab", "--user-agent", "me (me@example.org)")
    assert isinstance(result.exception, SettingsError)
    result = run("geocode", "Hoshab", "--online", "nominatim")
    assert "wants to know who is asking" in str(result.exception)

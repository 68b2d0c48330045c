"""The shipped gazetteer's content, and how names are looked up in one."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import replace

import pytest

from geomap.errors import SettingsError
from geomap.paths import data_file
from geomap.places.gazetteer import Entry, Gazetteer, load_gazetteer
from geomap.places.names import fold_name
from geomap.records import Precision

SHIPPED = load_gazetteer()
IN_PAKISTAN = [entry for entry in SHIPPED.entries if entry.country == "PK"]
GEONAMES = [entry for entry in SHIPPED.entries if entry.id.startswith("gn:")]
IN_GEONAMES = [entry for entry in GEONAMES if entry.country == "PK"]

TOWN = Entry(
    id="own:x",
    name="Redtown",
    name_ur=("لال شہر",),
    spellings=("Red Town", "RTN"),
    level="settlement",
    feature="",
    country="PK",
    admin1="Balochistan",
    admin1_pcode="PK2",
    admin2_pcode="PK211",
    lon=63.0,
    lat=26.0,
    population=1_000,
    ambiguous=False,
    districts=(),
    source="own",
    source_id="x",
)
KECH = replace(
    TOWN, id="unit:PK211", name="Kech", name_ur=("کیچ",), spellings=(), level="district",
    source_id="PK211",
)  # fmt: skip
PANJGUR = replace(
    KECH, id="unit:PK224", name="Panjgur", name_ur=(), admin2_pcode="PK224", source_id="PK224"
)
MAKRAN = replace(
    KECH, id="unit:PK2-makran", name="Makran", name_ur=(), level="division", admin2_pcode="",
    districts=("PK211", "PK224"),
)  # fmt: skip
PROVINCE = replace(
    KECH, id="unit:PK2", name="Balochistan", name_ur=(), level="province", admin2_pcode=""
)
FURTHER = replace(TOWN, id="own:y", admin2_pcode="PK224", population=90_000)
NAMESAKE = replace(
    KECH, id="unit:PK299", name="Redtown", name_ur=(), admin2_pcode="PK299", source_id="PK299"
)
ABROAD = replace(
    TOWN, id="own:z", country="IR", admin1="", admin1_pcode="", admin2_pcode="", population=10**7
)
LINE = replace(
    TOWN, id="own:n", name="N-99", level="line", admin2_pcode="", districts=("PK224",), lon=None,
    lat=None, name_ur=(), spellings=(),
)  # fmt: skip
SMALL = Gazetteer(
    (PROVINCE, MAKRAN, KECH, PANJGUR, TOWN, FURTHER, NAMESAKE, ABROAD, LINE),
    never_fuzzy=frozenset({"panjgur"}),
)


# --- what is shipped --------------------------------------------------------------------------


def test_rows_are_sorted_and_ids_unique():
    ids = [entry.id for entry in SHIPPED.entries]
    assert ids == sorted(set(ids))


def test_every_place_of_pakistan_has_its_province_and_a_point_inside_the_country():
    for entry in IN_PAKISTAN:
        if entry.level in {"settlement", "site", "tehsil", "district"}:
            assert entry.admin1_pcode, entry
            assert entry.admin2_pcode == "" or entry.admin2_pcode.startswith(entry.admin1_pcode)
        if entry.lon is not None and entry.lat is not None:
            assert 60.5 < entry.lon < 78, entry
            assert 23 < entry.lat < 37.5, entry


def test_every_geonames_place_is_there_with_the_district_that_we_gave_it():
    with data_file("geonames.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= 572
    assert len(IN_GEONAMES) >= 570
    for row in rows:
        found = SHIPPED.lookup(fold_name(row["name"]))
        assert row["admin2_pcode"] in {entry.admin2_pcode for entry in found}, row
    assert [entry.name for entry in IN_GEONAMES if not entry.admin2_pcode] == ["Karachi"]


@pytest.mark.parametrize(
    ("name", "pcode"), [("Mehrabpur", "PK717"), ("Arif Wala", "PK627"), ("Raiwind", "PK617")]
)
def test_places_that_geonames_files_wrongly(name, pcode):
    assert SHIPPED.lookup(fold_name(name))[0].admin2_pcode == pcode


def test_at_least_five_hundred_places_and_eighty_countries_have_urdu_names():
    def with_urdu(level):
        return sum(entry.level == level and bool(entry.name_ur) for entry in SHIPPED.entries)

    assert with_urdu("settlement") >= 500
    assert with_urdu("country") >= 80
    for entry in SHIPPED.entries:
        for name in entry.name_ur:
            assert any("\u0600" <= character <= "\u06ff" for character in name), entry
        assert all(text.strip() == text for text in (*entry.spellings, *entry.name_ur)), entry


def test_all_units_are_there():
    units = [entry for entry in SHIPPED.entries if entry.id.startswith("unit:")]
    assert sum(entry.level == "province" for entry in units) == 7
    assert sum(entry.level == "district" for entry in units) >= 160
    for entry in units:
        assert entry.name_ur, entry


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quetta", "Quetta"),
        ("کوئٹہ", "Quetta"),
        ("كوئٹه", "Quetta"),
        ("Fort Sandeman", "Zhob"),
        ("D.I. Khan", "Dera Ismail Khan"),
        ("Qilla Saifullah", "Killa Saifullah"),
        ("چین", "China"),
        ("USA", "United States"),
        ("افغانستان", "Afghanistan"),
        ("Pasni", "Pasni"),
        ("Chaman", "Chaman"),
        ("کولاچی", "Kulachi"),
        ("بل نگوار", "Balnigore"),
        ("Bal Nigwar", "Balnigore"),
        ("Aka Khel", "Akakhel"),
        ("کوئٹہ ریلوے سٹیشن", "Quetta Railway Station"),
        ("عباس ٹاؤن", "Abbas Town"),
    ],
)
def test_names_of_both_scripts_are_found(text, name):
    assert SHIPPED.lookup(fold_name(text))[0].name == name


@pytest.mark.parametrize("name", ["Hyderabad", "Khanpur", "Sahiwal", "Tank", "Nowshera"])
def test_ambiguous_names_say_so(name):
    assert any(entry.ambiguous for entry in SHIPPED.lookup(fold_name(name)))


def test_no_name_of_another_place_or_airport_code_came_along():
    for word in ("abbas", "uet", "ibis", "sahiwal sahiwal", "khi", "fort"):
        assert SHIPPED.lookup(word) == ()


def test_short_names_in_capitals_are_listed():
    assert {"us", "uk", "uae", "usa"} <= SHIPPED.upper_keys
    assert not {"quetta", "china", "hub", "dir"} & SHIPPED.upper_keys


def test_the_record_of_the_file_is_right():
    records = json.loads(data_file("registry.json").read_text(encoding="utf-8"))
    record = next(one for one in records if one["file"] == "gazetteer.tsv")
    content = data_file("gazetteer.tsv").read_bytes()
    assert record["sha256"] == hashlib.sha256(content).hexdigest()
    assert record["rows"] == len(SHIPPED.entries)
    assert b"\r" not in content


def provinces(country):
    return [one for one in SHIPPED.entries if (one.level, one.country) == ("province", country)]


@pytest.mark.parametrize(
    ("country", "count"), [("AF", 34), ("IR", 31), ("IN", 9), ("CN", 2), ("TJ", 1)]
)
def test_provinces_abroad_are_places_of_their_own(country, count):
    assert len(provinces(country)) == count
    for entry in provinces(country):
        place = SHIPPED.place_of(entry)
        assert place.precision is Precision.PROVINCE
        assert place.country == country
        assert place.admin1 == entry.admin1
        assert place.admin1_pcode is None
        assert place.admin2_pcode is None
        if not entry.name.startswith(("Punjab", "Kurdistan")):
            assert entry.admin1 == entry.name
        assert entry.name_ur, entry


@pytest.mark.parametrize(
    "name",
    [
        "Sistan-Baluchestan",
        "Sistan-o-Balochistan",
        "Sistan–Baluchistan",
        "Sistan and Balochistan",
        "سیستان بلوچستان",
        "سیستان و بلوچستان",
    ],
)
def test_the_province_of_iran_does_not_shadow_balochistan(name):
    assert [entry.country for entry in SHIPPED.lookup(fold_name(name))] == ["IR"]
    for alone in ("Balochistan", "Baluchistan", "بلوچستان"):
        assert [entry.id for entry in SHIPPED.lookup(fold_name(alone))] == ["unit:PK2"]


def test_punjab_is_of_pakistan_unless_the_name_says_india():
    assert {entry.country for entry in SHIPPED.lookup("punjab")} == {"PK"}
    for name in ("Punjab, India", "Indian Punjab"):
        assert [place.country for place in SHIPPED.candidates(name)] == ["IN"]
    assert SHIPPED.candidates("Punjab, India")[0].admin1 == "Punjab"


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Kabul", "AF", "Kabul"),
        ("Kandahar", "AF", "Kandahar"),
        ("Mazar-e-Sharif", "AF", "Balkh"),
        ("Zahedan", "IR", "Sistan and Baluchestan"),
        ("Mashhad", "IR", "Razavi Khorasan"),
        ("Pahalgam", "IN", "Jammu and Kashmir"),
        ("Washington", "US", "District of Columbia"),
        ("دبئی", "AE", "Dubai"),
        ("جنیوا", "CH", "Geneva"),
    ],
)
def test_towns_abroad_are_known_as_such_and_stand_once(name, country, admin1):
    first, *others = SHIPPED.lookup(fold_name(name))
    assert (first.level, first.country, first.admin1) == ("settlement", country, admin1)
    assert (first.source, bool(first.population)) == ("GeoNames", True)
    assert not [one for one in others if one.level == "settlement"]


def test_the_capitals_of_the_world_are_there_and_shared_names_are_ambiguous():
    capitals = [entry for entry in GEONAMES if entry.feature == "capital"]
    assert len({entry.country for entry in capitals}) == len(capitals) >= 190
    assert sum(bool(entry.name_ur) for entry in capitals) >= 80
    for name in ("Male", "Victoria", "Nassau", "Georgetown", "Farah", "Balkh"):
        assert all(entry.ambiguous for entry in SHIPPED.lookup(fold_name(name))), name


def test_a_province_abroad_is_a_parent():
    assert [place.name for place in SHIPPED.candidates("Khash", within="Sistan-Baluchestan")] == [
        "Khash"
    ]
    assert {place.country for place in SHIPPED.candidates("Khost, Khost, Afghanistan")} == {"AF"}


def test_common_words_are_names_of_places_and_stand_once():
    with data_file("common_words.csv").open(encoding="utf-8", newline="") as file:
        words = [fold_name(row["word"]) for row in csv.DictReader(file)]
    assert len(words) == len(set(words)) >= 150
    assert all(SHIPPED.lookup(word) for word in words)
    assert not {"quetta", "ziarat", "chaman", "kech", "swat"} & set(words)


# --- looking up -------------------------------------------------------------------------------


def test_best_first_by_country_level_and_population():
    found = SMALL.lookup("redtown")
    assert [entry.id for entry in found] == ["own:y", "own:x", "unit:PK299", "own:z"]


def test_every_name_leads_to_its_entries():
    names = dict(SMALL.names())
    assert {"red town", "rtn", "لال شہر", "لالشہر", "kech", "n 99"} <= names.keys()
    assert names["kech"] == SMALL.lookup("kech")
    assert SMALL.lookup("nowhere") == ()
    assert SMALL.upper_keys == {"rtn"}


def test_a_place_carries_precision_parents_and_provenance():
    place = SMALL.place_of(TOWN)
    assert place.precision is Precision.SETTLEMENT
    assert (place.lon, place.lat) == (63.0, 26.0)
    assert (place.admin1, place.admin2, place.admin2_pcode) == ("Balochistan", "Kech", "PK211")
    assert (place.source, place.source_id) == ("own", "x")
    assert place.uncertainty_m == 2_000.0
    line = SMALL.place_of(LINE)
    assert (line.precision, line.districts, line.lon) == (Precision.LINE, ("PK224",), None)
    assert SMALL.place_of(ABROAD).admin1 is None


@pytest.mark.parametrize(
    ("toponym", "within", "ids"),
    [
        ("Redtown", "PK211", ["own:x"]),
        ("Redtown", "Kech", ["own:x"]),
        ("Redtown", "Panjgur district", ["own:y"]),
        ("Redtown", "Makran", ["own:y", "own:x"]),
        ("Redtown", "PK2", ["own:y", "own:x", "unit:PK299"]),
        ("Redtown, Kech, Balochistan", None, ["own:x"]),
        ("لال شہر، کیچ", None, ["own:x"]),
        ("Redtown, Atlantis", None, ["own:y", "own:x", "unit:PK299", "own:z"]),
        ("Redtown district", None, ["unit:PK299"]),
        ("ضلع کیچ", None, ["unit:PK211"]),
        ("District Kech", None, ["unit:PK211"]),
        ("Reddtown", "PK211", ["own:x"]),
        ("N-99", "Panjgur", ["own:n"]),
        ("N-99", "Kech", []),
        ("Nowhere", None, []),
        ("", None, []),
    ],
)
def test_search_within_parents(toponym, within, ids):
    assert [match.entry.id for match in SMALL.search(toponym, within=within)] == ids


@pytest.mark.parametrize(
    ("toponym", "how"),
    [("Kech", "exact"), ("Ketch", "loose"), ("Balochistann", "loose"), ("Balochstan", "fuzzy")],
)
def test_search_says_how_it_found(toponym, how):
    assert {match.how for match in SMALL.search(toponym)} == {how}


def test_names_on_the_list_are_never_found_by_similarity():
    assert SMALL.search("Panjgar") == []
    assert Gazetteer((PANJGUR,)).search("Panjgurr") != []
    assert {match.entry.country for match in SHIPPED.search("Gujarat")} == {"IN"}
    assert {match.entry.name for match in SHIPPED.search("Gujrat")} == {"Gujrat"}
    assert SHIPPED.search("Paktiha") == []


def test_a_district_that_several_replaced_is_still_a_parent():
    ended = replace(KECH, id="unit:PK2-old", name="Old", name_ur=(), districts=("PK224", "PK299"))
    gazetteer = Gazetteer((ended, TOWN, FURTHER, NAMESAKE))
    found = gazetteer.search("Redtown", within="PK2-old")
    assert [match.entry.id for match in found] == ["own:y", "own:x", "unit:PK299"]


def test_an_unknown_parent_is_an_error_and_an_unknown_name_is_not():
    with pytest.raises(SettingsError, match="within='Atlantis'"):
        SMALL.candidates("Redtown", within="Atlantis")
    assert SMALL.candidates("Atlantis") == []


def test_candidates_are_places():
    assert [place.admin2 for place in SMALL.candidates("Redtown", within="Makran")] == [
        "Panjgur",
        "Kech",
    ]

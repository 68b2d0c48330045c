"""Columns and cells: what a heading means, and what a cell says."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from geomap.errors import SchemaError
from geomap.table_columns import match_columns, tag_key
from geomap.table_events import gtd_type, named_type
from geomap.table_lookup import country_code, look_up, named_units
from geomap.table_values import day_order, days, degrees, integers, words


@pytest.mark.parametrize("pair", [("lat", "lon"), ("Latitude", "Longitude"), ("LAT_DD", "LONG_DD"),
                                  ("y", "x"), ("GPS Latitude", "GPS Longitude"),
                                  ("Lat.", "Lng"),
                                  ("POINT_Y", "POINT_X"),
                                  ("Latitude (N)", "Longitude (E)")])  # fmt: skip
def test_coordinates_in_several_spellings(pair):
    columns = match_columns([*pair, "z"]).columns
    assert (columns["lat"], columns["lon"]) == pair


@pytest.mark.parametrize(("heading", "field"), [
    ("Date of Incident", "date_start"), ("No. of Persons Killed", "fatalities_best"),
    ("DISTRICT NAME", "admin2"), ("Zila", "admin2"), ("ضلع", "admin2"),
    ("Death toll", "fatalities_best"),
    ("Wounded", "injured_best"), ("ADM2_PCODE", "admin2_pcode"), ("Incident Type", "event_type"),
    ("Claimed by", "actor"), ("News source", "source_name"), ("adm1_en", "admin1"),
])  # fmt: skip
def test_headings_are_guessed(heading, field):
    layout = match_columns(["Place", heading])
    assert layout.columns[field] == heading
    assert f"{field}={heading}?" in layout.describe()


def test_what_is_given_is_no_guess():
    layout = match_columns(["Place", "Town"], given={"place": "Town"})
    assert layout.columns == {"place_name": "Town"}
    assert "place_name=Town" in layout.describe()
    assert "?" not in layout.describe()
    with pytest.raises(SchemaError, match="no column says where"):
        match_columns(["Name", "Date"])


def test_hxl_tags():
    assert tag_key("#adm2 +CODE+v_pcode") == ("#adm2", frozenset({"code", "v_pcode"}))
    assert tag_key("no #tag") is None
    layout = match_columns(["a", "b", "c"], tags=["#loc +name", "#affected+killed", "x"])
    assert layout.columns == {"place_name": "a", "fatalities_best": "b"}


@pytest.mark.parametrize(("cell", "start", "end", "level"), [
    ("2024-03-01", "2024-03-01", "2024-03-01", "day"),
    ("2024-03-01T10:00:00Z", "2024-03-01", "2024-03-01", "day"),
    ("1/2/2024", "2024-02-01", "2024-02-01", "day"),
    ("2/13/2024", "2024-02-13", "2024-02-13", "day"),
    ("5th March, 2024", "2024-03-05", "2024-03-05", "day"),
    ("Monday, 5 February 2024", "2024-02-05", "2024-02-05", "day"),
    ("Jan 5, 2020", "2020-01-05", "2020-01-05", "day"),
    ("1-Jan-20", "2020-01-01", "2020-01-01", "day"),
    ("۵ فروری ۲۰۲۴", "2024-02-05", "2024-02-05", "day"),
    ("20240305", "2024-03-05", "2024-03-05", "day"),
    ("45000", "2023-03-15", "2023-03-15", "day"),
    ("March 2024", "2024-03-01", "2024-03-31", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2024", "2024-01-01", "2024-12-31", "year"),
    ("2024-01-01 to 2024-01-05", "2024-01-01", "2024-01-05", "range"),
    ("2024-01-01/2024-01-05", "2024-01-01", "2024-01-05", "range"),
    ("1 - 3 March 2024", "2024-03-01", "2024-03-03", "range"),
])  # fmt: skip
def test_dates(cell, start, end, level):
    read = days(pd.Series([cell]))
    assert (str(read.start[0]), str(read.end[0]), read.precision[0]) == (start, end, level)
    assert not read.bad[0]


@pytest.mark.parametrize("cell", ["31/02/2024", "yesterday", "2024-13-01", "99", "1/2", "Foo 2024"])
def test_what_is_no_date(cell):
    assert days(pd.Series([cell])).bad.tolist() == [True]


def test_day_order_and_what_contradicts_it():
    cells = ["13/01/2024", "14/01/2024", "01/15/2024"]
    assert day_order(cells)[0] == "dmy"
    assert "1 contradict" in day_order(cells)[1]
    assert days(pd.Series(cells)).other.tolist() == [False, False, True]
    assert day_order(["2024-01-01"]) == ("dmy", "")
    assert "assumed" in day_order(["1/2/2024"])[1]


@pytest.mark.parametrize(("cell", "value"), [
    ("3", 3), ("1,234", 1234), ("1 234", 1234), ("1,23,456", 123456), ("12+", 12), ("۱۲", 12),
    ("3.0", 3), (" 7 ", 7), ("'5", 5),
])  # fmt: skip
def test_counts(cell, value):
    read = integers(pd.Series([cell, None]))
    assert read.floats[0] == value
    assert np.isnan(read.floats[1])
    assert not read.bad.any()


def test_counts_that_are_none():
    read = integers(pd.Series(["several", "-3", "n/a", "", "1,2"]))
    assert read.bad.tolist() == [True, True, False, False, True]
    assert integers(pd.Series(["1.234", "x"]), dot_groups=True).floats[0] == 1234


@pytest.mark.parametrize(("cell", "value"), [
    ("30.19", 30.19), ("30,19", 30.19), ("30.19°N", 30.19), ("33 S", -33.0), ("-5", -5.0),
    ("67° 0' 36\" E", 67.01), ("30d11m24sN", 30.19),
])  # fmt: skip
def test_degrees(cell, value):
    assert degrees(pd.Series([cell, "x"])).floats[0] == pytest.approx(value)
    assert degrees(pd.Series([cell, "x"])).bad.tolist() == [False, True]


def test_words():
    assert words(pd.Series([" a ", "N/A", None, "-"])).tolist() == ["a", None, None, None]
    assert words(pd.Series([1.0, 2.5, None])).tolist() == ["1", "2.5", None]
    assert words(pd.Series(["NA", ""]), blank_only=True).tolist() == ["NA", None]


def test_units_by_name():
    assert named_units("KPK", "D.I. Khan", None, None).admin2 == "PK509"
    assert named_units("FATA", "Khyber Agency", None, None).admin1 == "PK5"
    assert named_units(None, None, None, "PK226").admin1 == "PK2"
    lost = named_units("Balochistan", "Atlantis", "PK99", None)
    assert (lost.admin1, lost.admin2) == ("PK2", None)
    assert "'PK99' is not known" in lost.note
    assert "'Atlantis' is not known" in lost.note


def test_places():
    assert look_up("Turbat, Kech", None, None, None).place.admin2_pcode == "PK211"
    assert look_up("Quetta", "PK211", "PK2", "PK").place is None
    assert "elsewhere" in look_up("Quetta", "PK211", "PK2", "PK").note
    assert look_up("Kandahar", None, None, "AF").place.country == "AF"


def test_countries():
    assert [country_code(one) for one in ("Pakistan", "pk", "PAK", "Atlantis")] == [
        "PK", "PK", "PK", None]  # fmt: skip


@pytest.mark.parametrize(("word", "wanted"), [
    ("Battles", "Battles"), ("Suicide attack", "Explosions/Remote violence"),
    ("Remote violence", "Explosions/Remote violence"),
    ("Target killing", "Violence against civilians"),
    ("Violence against civilians", "Violence against civilians"), ("Riots/Protests", "Protests"),
    ("Strategic development", "Strategic developments"), ("Flood", None), (None, None),
])  # fmt: skip
def test_event_types(word, wanted):
    assert named_type(word).name == wanted


def test_gtd_types():
    attack = gtd_type("Bombing/Explosion", target="Police", suicide=True)
    assert (attack.name, attack.sub) == ("Explosions/Remote violence", "Suicide bomb")
    kidnap = gtd_type("Hostage Taking (Kidnapping)", target=None, suicide=False)
    assert kidnap.name == "Violence against civilians"
    assert gtd_type("Unknown", target=None, suicide=False).name is None

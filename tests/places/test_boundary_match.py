"""Which unit a feature is: by code, by name, by likeness inside the province, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.places.boundary_match import FeatureNames, match_unit
from geomap.places.units import current_units, load_units


def match(name="", level="admin2", **rest):
    return match_unit(FeatureNames(name=name, **rest), level=level)


@pytest.mark.parametrize(
    ("names", "pcode", "how"),
    [
        ({"name": "Quetta", "code": "PK226"}, "PK226", "code"),
        ({"name": "", "code": "PK226"}, "PK226", "code"),
        ({"name": "KETCH", "code": "", "province": "BALOCHISTAN"}, "PK211", "alias"),
        ({"name": "Quetta District"}, "PK226", "exact"),
        ({"name": "KACHHI(BOLAN)", "province": "BALOCHISTAN"}, "PK209", "exact"),
        ({"name": "Kharmaung", "province": "Gilgit-Baltistan"}, "PK309", "spelling"),
        ({"name": "TORGHER", "province": "KHYBER PAKHTUNKHWA"}, "PK534", "fuzzy"),
        ({"name": "کوئٹہ"}, "PK226", "alias"),
    ],
)
def test_ways_to_match_a_district(names, pcode, how):
    found = match(**names)
    assert (found.pcode, found.how) == (pcode, how)


@pytest.mark.parametrize(
    ("name", "pcode", "former"),
    [
        ("BAJAUR AGENCY", "PK502", "PK5-bajaur-agency"),
        ("FR D.I.KHAN", "PK509", "PK5-fr-dera-ismail-khan"),
    ],
)
def test_a_former_agency_is_the_district_that_it_joined(name, pcode, former):
    found = match(name, province="FATA")
    assert (found.pcode, found.merged) == (pcode, former)


@pytest.mark.parametrize(
    ("name", "code", "pcode"),
    [
        ("Azad Kashmir", "PK-JK", "PK1"),
        ("Azad Kashmir", "", "PK1"),
        ("Azad Jammu & Kashmir", "", "PK1"),
        ("FATA", "", "PK5"),
        ("Islamabad Capital Territory", "", "PK4"),
    ],
)
def test_provinces(name, code, pcode):
    assert match(name, level="admin1", code=code).pcode == pcode


@pytest.mark.parametrize("level", ["admin1", "admin2"])
@pytest.mark.parametrize(
    "names",
    [
        {"name": "Jammu & Kashmir"},
        {"name": "DISPUTED TERRITORY", "province": "DISPUTED TERRITORY"},
        {"name": "Leh", "province": "Ladakh"},
        {"name": "Quetta", "country": "Elsewhere"},
    ],
)
def test_no_unit_of_pakistan_is_left_out(level, names):
    found = match(level=level, **names)
    assert (found.pcode, found.how) == (None, "left_out")
    assert "no unit of Pakistan" in found.reason


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ({"name": "TORGHER"}, "nearest is Torghar"),  # no province to check it with
        ({"name": "TORGHER", "province": "SINDH"}, "no unit has such a name"),
        ({"name": "Quetta", "province": "Sindh"}, "the file puts it in Sindh"),
        ({"name": "Quetta", "code": "PK211"}, "its code PK211 is Kech"),
        ({"name": "SHAHDAD KOT", "province": "SINDH"}, "nearest is Qambar Shahdadkot"),
        ({"name": ""}, "no name and no code"),
    ],
)
def test_what_is_not_sure_is_listed_with_the_reason(names, reason):
    found = match(**names)
    assert (found.pcode, found.how) == (None, "unmatched")
    assert reason in found.reason


def test_sides_are_never_mixed_up():
    found = match("Lower Chitrax", province="Khyber Pakhtunkhwa")
    assert found.pcode == "PK507"
    assert match("Inner Chitral", province="Khyber Pakhtunkhwa").pcode not in {"PK507", "PK508"}


@pytest.mark.parametrize("level", ["admin1", "admin2"])
def test_every_unit_is_found_by_its_own_name_and_province(level):
    names = {one.pcode: one.name for one in load_units()}
    for one in current_units(level):
        found = match(one.name, level=level, province=names.get(one.province, ""))
        assert (found.pcode, found.how) == (one.pcode, "exact")


@given(st.text(max_size=30), st.text(max_size=20))
def test_any_text_is_answered(name, province):
    found = match(name, province=province)
    assert (found.pcode is None) == (found.how in {"unmatched", "left_out"})

"""Folding districts of one year into those of another loses no incident and doubles none."""

from functools import cache

import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import SettingsError
from geomap.places.boundaries import in_vintage, load_boundaries
from geomap.places.units import load_units, unit
from geomap.places.vintages import (
    VINTAGES,
    fold_codes,
    fold_notes,
    fold_table,
    lacking_today,
    vintage_codes,
)
from geomap.summary import summarize

CODES = sorted(one.pcode for one in load_units() if one.level in {"admin2", "agency"})
any_codes = st.lists(st.sampled_from(CODES), max_size=30)


def table(codes):
    """Return an incident table with one incident for each code."""
    return pd.DataFrame(
        {
            "kind": "incident",
            "country": "PK",
            "admin2_pcode": pd.Series(codes, dtype=object),
            "fatalities_best": 1,
            "injured_best": 0,
        },
    )


def test_notes_say_where_a_district_is_shown():
    notes = fold_notes(["PK235", None, "PK235", "PK226", float("nan")], {"PK214", "PK226"})
    assert notes == ("Chaman, shown within Killa Abdullah",)
    divided = fold_table(["PK530"], {"PK5-south-waziristan-upper"})["PK530"]
    assert divided.into is None
    assert divided.note == "South Waziristan, in no one unit shown"


def test_an_unknown_code_folds_into_nothing():
    assert fold_codes(["XX9"], {"PK226"}) == [None]
    assert fold_table(["XX9"], {"PK226"})["XX9"].note == "XX9, in no one unit shown"


def test_what_the_embedded_set_lacks_today():
    folds = lacking_today(load_boundaries("embedded-admin2").frame["pcode"])
    assert folds["PK2-wadh"].note == "Wadh, shown within Khuzdar"
    assert all(fold.into for fold in folds.values())


@given(any_codes, st.sets(st.sampled_from(CODES)))
def test_folding_is_idempotent_and_keeps_every_row(codes, available):
    once = fold_codes(codes, available)
    assert len(once) == len(codes)
    assert fold_codes(once, available) == once
    assert {code for code in once if code} <= available
    assert all(into == code for code, into in zip(codes, once, strict=True) if code in available)


@cache
def embedded(vintage):
    return in_vintage(load_boundaries("embedded-admin2"), vintage)


@given(any_codes, st.sampled_from(VINTAGES))
def test_no_incident_is_lost_or_doubled_in_any_vintage(codes, vintage):
    units = embedded(vintage)
    rows = summarize(table(codes), boundaries=units)
    assert int(rows["incidents"].sum()) == len(codes)
    assert int(rows["fatalities"].sum()) == len(codes)
    assert rows["pcode"].is_unique


@pytest.mark.parametrize("first", VINTAGES)
@pytest.mark.parametrize("second", VINTAGES)
def test_a_vintage_of_a_vintage_has_the_same_units_as_asked_again(first, second):
    once = in_vintage(embedded(first), second)
    again = in_vintage(once, second)
    assert once.frame["pcode"].tolist() == again.frame["pcode"].tolist()


@pytest.mark.parametrize(
    ("vintage", "there", "gone", "within"),
    [
        ("2012", "PK5-chitral", "PK507", "PK5-chitral"),
        ("2012", "PK214", "PK235", "PK214"),
        ("2012", "PK217", "PK2-hub", "PK217"),
        ("2017", "PK507", None, None),
        ("2023", "PK235", "PK2-wadh", "PK213"),
    ],
)
def test_incidents_of_2010_and_2025_meet_in_one_vintage(vintage, there, gone, within):
    if vintage == "2017":
        there = "PK5-chitral"  # divided in November 2018
    units = in_vintage(load_boundaries("embedded-admin2"), vintage)
    codes = set(units.frame["pcode"])
    assert there in codes
    if gone:
        assert gone not in codes
        rows = summarize(table([gone, there, within]), boundaries=units).set_index("pcode")
        assert int(rows.loc[within, "incidents"]) == (3 if within == there else 2)


def test_polygons_of_a_vintage_cover_the_same_ground():
    units = load_boundaries("embedded-admin2")
    joined = in_vintage(units, "2012")
    assert joined.vintage == f"2012, drawn from {units.vintage}"
    assert len(joined.frame) < len(units.frame)
    before, after = (shapely.union_all(one.frame.geometry.to_numpy()) for one in (units, joined))
    assert before.symmetric_difference(after).area == pytest.approx(0, abs=1e-6)
    assert joined.frame["name"].tolist() == [unit(code).name for code in joined.frame["pcode"]]
    assert joined.frame["province"].str.match(r"PK\d$").all()


def test_other_levels_and_the_set_itself_stay_as_they_are():
    districts, provinces = (load_boundaries(f"embedded-admin{level}") for level in (2, 1))
    assert in_vintage(districts, "set") is districts
    assert in_vintage(provinces, "2012") is provinces
    assert vintage_codes("set", ["PK226"]) == {"PK226"}
    with pytest.raises(SettingsError, match="allowed are 2012, 2017, 2023, set"):
        in_vintage(districts, "2010")

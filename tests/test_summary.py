from __future__ import annotations

import dataclasses

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.records import KINDS, Incident, Place, Precision
from geomap.summary import NOT_KNOWN, OTHER_ROWS, UNDATED, summarize
from geomap.summary_counts import COUNTS
from geomap.summary_periods import PERIODS
from geomap.table_files import read_incidents
from geomap.tables import incident_table
from tests.table_data import CASES

DISTRICTS = load_boundaries("embedded-admin2")
QUETTA = "PK226"
MORE = ("low", "high", "civilians", "date_start", "date_precision", "event_type", "actor")


FIGURE_NAMES = {
    "dead": "fatalities_best",
    "hurt": "injured_best",
    "low": "fatalities_low",
    "high": "fatalities_high",
    "civilians": "fatalities_civilians",
}


def table(*rows):
    width = max((len(one) for one in rows), default=6)
    names = ("kind", "country", "admin1_pcode", "admin2_pcode", "dead", "hurt", *MORE)[:width]
    padded = [(*one, *[None] * (width - len(one))) for one in rows]
    frame = pd.DataFrame(padded, columns=list(names), dtype=object)
    frame = frame.rename(columns=FIGURE_NAMES)
    return frame.astype({one: "Int64" for one in FIGURE_NAMES.values() if one in frame})


def row(frame, pcode, **wanted):
    found = frame.set_index("pcode").loc[pcode]
    return {name: found[name] for name in wanted} == wanted


CODES = st.sampled_from([None, QUETTA, "PK217", "PK2-hub", "PK218", "PK999", "AF01", "PK2"])
FIGURES = st.one_of(st.none(), st.integers(0, 500))
ROWS = st.tuples(
    st.sampled_from(KINDS), st.sampled_from(["PK", "AF", None]), CODES, CODES, FIGURES, FIGURES
)


DAYS = st.sampled_from([None, "2023-12-31", "2024-01-01", "2024-02-29", "2024-08-15", "2025-03-01"])
WIDE_ROWS = st.tuples(
    st.sampled_from(KINDS), st.sampled_from(["PK", "AF", None]), CODES, CODES, FIGURES, FIGURES,
    FIGURES, FIGURES, FIGURES, DAYS, st.sampled_from(["day", "month", "year", "range", None]),
    st.sampled_from(["Battles", "Riots", None]), st.sampled_from(["A", "B", "=A", None]),
)  # fmt: skip
GROUPINGS = st.fixed_dictionaries(
    {
        "by": st.sampled_from([None, "admin1", "division", "admin2"]),
        "period": st.sampled_from([None, *PERIODS]),
        "split_by": st.sampled_from([None, "event_type", "actor", "kind"]),
        "vintage": st.sampled_from(["set", "2012", "2017", "2023"]),
    },
)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(rows=st.lists(WIDE_ROWS, max_size=12), grouping=GROUPINGS)
def test_the_rows_of_every_grouping_add_up_to_what_went_in(rows, grouping):
    totals = summarize(table(*rows, (*["statistic"], *[None] * 12)), **grouping)
    totals = totals.sum(numeric_only=True)
    counted = [item for item in rows if item[0] in {"incident", "multi_site"}]
    operations = [item for item in rows if item[0] == "operation"]
    assert totals["incidents"] == len(counted)
    assert totals["multi_site"] == sum(item[0] == "multi_site" for item in counted)
    assert totals["fatalities"] == sum(item[4] or 0 for item in counted)
    assert totals["injured"] == totals["injured_low"] == sum(item[5] or 0 for item in counted)
    for name, order in (("fatalities_low", (6, 4)), ("fatalities_high", (7, 4, 6))):
        stated = [[item[at] for at in order if item[at] is not None] for item in counted]
        assert totals[name] == sum(figures[0] for figures in stated if figures)
    assert totals["fatalities_civilians"] == sum(item[8] or 0 for item in counted)
    assert totals["without_figure"] == [(item[4], *item[6:8]) for item in counted].count(
        (None, None, None)
    )
    assert totals["operations"] == len(operations)
    assert totals["operation_fatalities"] == sum(item[4] or 0 for item in operations)
    assert totals["operation_injured"] == sum(item[5] or 0 for item in operations)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(rows=st.lists(WIDE_ROWS, max_size=12))
def test_a_finer_grouping_adds_up_to_the_coarser_one(rows):
    incidents = table(*rows, (*["statistic"], *[None] * 12))
    whole = summarize(incidents)
    for finer in (
        {"period": "month"},
        {"split_by": "actor"},
        {"period": "year", "split_by": "kind"},
    ):
        sums = summarize(incidents, **finer).groupby("pcode", sort=False)[list(COUNTS)].sum()
        assert sums.reset_index().equals(whole[["pcode", *COUNTS]]), finer


def test_statistics_count_nowhere_and_operations_apart():
    frame = summarize(
        table(
            ("incident", "PK", "PK2", QUETTA, 3, 1),
            ("multi_site", "PK", "PK2", QUETTA, None, 4),
            ("operation", "PK", "PK2", QUETTA, 216, None),
            ("statistic", "PK", "PK2", QUETTA, 900, 900),
        ),
    )
    assert row(frame, QUETTA, incidents=2, fatalities=3, injured=5)
    assert row(frame, QUETTA, operations=1, operation_fatalities=216, operation_injured=0)
    assert frame.sum(numeric_only=True)[["fatalities", "operation_fatalities"]].tolist() == [3, 216]


@pytest.mark.parametrize(
    ("country", "admin2", "where"),
    [
        ("PK", QUETTA, QUETTA),
        (None, QUETTA, QUETTA),
        ("PK", None, "coarser"),
        ("PK", "PK999", "coarser"),
        ("AF", None, "abroad"),
        ("AF", QUETTA, "abroad"),
        (None, None, "unlocated"),
    ],
)
def test_where_an_incident_counts(country, admin2, where):
    frame = summarize(table(("incident", country, None, admin2, 1, 0)))
    assert row(frame, where, incidents=1, fatalities=1)


def test_a_district_younger_than_the_set_counts_in_its_parent():
    old = dataclasses.replace(DISTRICTS, frame=DISTRICTS.frame.query("pcode != 'PK2-hub'"))
    incidents = table(("incident", "PK", "PK2", "PK2-hub", 2, 0))
    assert row(summarize(incidents, boundaries=old), "PK217", incidents=1)
    lost = dataclasses.replace(old, frame=old.frame.query("pcode != 'PK217'"))
    assert row(summarize(incidents, boundaries=lost), "coarser", incidents=1)


def test_every_unit_has_a_row_and_the_others_follow():
    frame = summarize(table(), by="admin1")
    codes = frame["pcode"].tolist()
    assert codes[-3:] == list(OTHER_ROWS) == frame["name"].tolist()[-3:]
    assert codes[:-3] == sorted(codes[:-3])
    assert len(codes) == 7 + 3
    assert frame["incidents"].tolist() == [0] * 10
    assert set(frame["boundary_set"]) == {"embedded-admin1"}
    assert summarize(table())["approximate"].all()
    assert not frame["approximate"].any()


def test_a_province_counts_its_districts_and_a_district_not_its_province():
    incidents = table(
        ("incident", "PK", "PK2", QUETTA, 1, 0), ("incident", "PK", "PK2", None, 2, 0)
    )
    assert row(summarize(incidents, by="admin1"), "PK2", incidents=2, fatalities=3)
    assert row(summarize(incidents), QUETTA, incidents=1, fatalities=1)
    assert row(summarize(incidents), "coarser", incidents=1, fatalities=2)


def test_the_incident_table_is_counted_and_not_changed():
    place = Place(name="Quetta", precision=Precision.SETTLEMENT, lon=67.0, lat=30.2, country="PK",
                  admin1_pcode="PK2", admin2_pcode=QUETTA)  # fmt: skip
    record = Incident(incident_id="a", kind="incident", event_type="Battles", place=place,
                      fatalities_best=4)  # fmt: skip
    nowhere = dataclasses.replace(record, incident_id="b", place=None)
    incidents = incident_table([record, nowhere])
    before = incidents.copy()
    frame = summarize(incidents)
    pd.testing.assert_frame_equal(pd.DataFrame(incidents), pd.DataFrame(before))
    assert row(frame, QUETTA, incidents=1, fatalities=4, injured=0)
    assert row(frame, "unlocated", incidents=1)


def test_what_cannot_be_counted():
    with pytest.raises(SettingsError, match="by is 'town'; it must be one of admin1, admin2, div"):
        summarize(table(), by="town")
    with pytest.raises(SettingsError, match="no tehsils of its own; choose a set"):
        summarize(table(), by="tehsil")
    with pytest.raises(SettingsError, match="embedded-admin2 is admin2"):
        summarize(table(), by="admin1", boundaries=DISTRICTS)
    with pytest.raises(SchemaError, match="lacks country, injured_best"):
        summarize(table().drop(columns=["country", "injured_best"]))


def dated(day, precision="day", kind="incident", dead=1):
    return (kind, "PK", "PK2", QUETTA, dead, 0, None, None, None, day, precision, "Battles", "A")


def of_quetta(frame, column="incidents"):
    found = frame[frame["pcode"] == QUETTA]
    return dict(zip(found["period"], found[column], strict=True))


def test_periods_follow_each_other_without_a_gap():
    incidents = table(dated("2024-01-31"), dated("2024-04-01"), dated("2024-04-30"), dated(None))
    frame = summarize(incidents, period="month")
    counts = {"2024-01": 1, "2024-02": 0, "2024-03": 0, "2024-04": 2, UNDATED: 1}
    assert of_quetta(frame) == counts
    starts = frame.set_index("period").loc["2024-02", ["period_start", "period_end"]].iloc[0]
    assert starts.tolist() == ["2024-02-01", "2024-02-29"]
    assert len(frame) == (len(DISTRICTS.frame) + 3) * 5
    shuffled = incidents.iloc[[2, 3, 1, 0]]
    pd.testing.assert_frame_equal(frame, summarize(shuffled, period="month"))


def test_an_incident_of_several_days_counts_once_where_it_begins():
    incidents = table(dated("2024-01-31", "range")).assign(date_end="2024-03-02")
    assert of_quetta(summarize(incidents, period="month")) == {"2024-01": 1, UNDATED: 0}


@pytest.mark.parametrize(
    ("precision", "period", "known"),
    [("year", "month", False), ("year", "quarter", False), ("year", "year", True),
     ("month", "week", False), ("month", "month", True), ("month", "quarter", True),
     ("week", "week", True), ("range", "week", True)],
)  # fmt: skip
def test_a_vague_date_counts_in_no_finer_period(precision, period, known):
    frame = summarize(table(dated("2024-01-01", precision)), period=period)
    assert of_quetta(frame)[UNDATED] == (0 if known else 1)


def test_change_against_the_period_before():
    incidents = table(*[dated("2024-01-05")] * 2, *[dated("2024-02-05", dead=2)] * 3,
                      dated("2024-04-01"))  # fmt: skip
    frame = summarize(incidents, period="month")
    change = [of_quetta(frame, "incidents_change")[month] for month in of_quetta(frame)]
    assert change[1:4] == [1, -3, 1]
    assert change[0] is change[4] is pd.NA
    percent = of_quetta(frame, "incidents_change_pct")
    assert percent["2024-02"] == 50
    assert percent["2024-03"] == -100
    assert pd.isna(percent["2024-04"]), "nothing was before"
    assert of_quetta(frame, "fatalities_change")["2024-02"] == 4


def test_a_split_has_every_value_and_one_for_the_empty_ones():
    incidents = table(dated("2024-01-05"), ("incident", "PK", "PK2", None, 1, 0))
    frame = summarize(incidents, split_by="event_type", by="admin1")
    found = frame[frame["pcode"] == "PK2"]
    assert found["event_type"].tolist() == ["Battles", NOT_KNOWN]
    assert found["incidents"].tolist() == [1, 1]
    many = table(*[(*dated("2024-01-05")[:-2], f"type {n}", "A") for n in range(300)])
    assert summarize(many, split_by="event_type", by="admin1")["event_type"].nunique() == 300


def test_rates_are_for_the_ground_of_the_row():
    incidents = table(*[("incident", "PK", "PK2", "PK2-hub", 2, 0)] * 3)
    frame = summarize(incidents).set_index("pcode")
    assert frame.loc["PK2-hub", "population"] == 382_885
    assert frame.loc["PK2-hub", "incidents_per_100k"] == pytest.approx(3 / 3.82885, abs=1e-4)
    assert frame.loc["PK2-hub", "fatalities_per_1000_km2"] == pytest.approx(6 / 6.716, abs=1e-4)
    assert frame.loc["PK217", "population"] == 680_977 - 382_885
    joined = summarize(incidents, vintage="2017").set_index("pcode")
    assert joined.loc["PK217", ["population", "incidents"]].tolist() == [680_977, 3]
    assert "Hub, shown within Lasbela" in joined.loc["PK217", "note"]
    nowhere = frame.loc["PK301"]
    assert nowhere["population"] is pd.NA
    assert pd.isna(nowhere["incidents_per_100k"])
    assert nowhere["note"] == "no population: not in the published 2023 census tables"


def test_the_country_as_one_unit():
    places = ("PK", "AF", None)
    frame = summarize(table(*[("incident", one, None, None, 1, 0) for one in places]), by=None)
    assert frame["pcode"].tolist() == ["PK", "coarser", "abroad", "unlocated"]
    assert frame["incidents"].tolist() == [1, 0, 1, 1]


def test_divisions_hold_their_districts_and_what_is_known_to_them_only():
    incidents = table(
        ("incident", "PK", "PK2", "PK211", 1, 0), ("incident", "PK", "PK2", "PK2-tump", 1, 0)
    ).assign(precision="district", place_name=None)
    known = table(("incident", "PK", "PK2", None, 1, 0)).assign(
        precision="division", place_name="Makran Division"
    )
    frame = summarize(pd.concat([incidents, known]), by="division")
    assert row(frame, "PK2-makran-division", incidents=3)
    makran = frame.set_index("pcode").loc["PK2-makran-division"]
    assert makran["population"] == 1_875_872
    elsewhere = known.assign(admin1_pcode="PK6")
    assert row(summarize(elsewhere, by="division"), "coarser", incidents=1)
    old = summarize(incidents, by="division", vintage="2017")
    assert "PK2-loralai-division" not in set(old["pcode"]), "made in 2021"


@pytest.mark.parametrize("name", ["acled_new", "ucdp", "gtd"])
@pytest.mark.filterwarnings("ignore:4 of 200 rows:UserWarning")
def test_tables_of_other_sources_are_summed(name, tmp_path):
    incidents = read_incidents(CASES[name](tmp_path).path)
    for by in (None, "admin1", "division", "admin2"):
        for period in (None, *PERIODS):
            frame = summarize(incidents, by=by, period=period, split_by="event_type")
            assert frame["incidents"].sum() + frame["operations"].sum() == len(incidents) == 196
            dead = incidents.loc[incidents["kind"] == "incident", "fatalities_best"].sum()
            assert frame["fatalities"].sum() == dead


TEHSILS = BoundarySet(
    name="t", level="admin3", title="t", vintage="2020", approximate=False, attribution="a",
    licence="MIT",
    frame=gpd.GeoDataFrame(
        {"pcode": ["T1", "T2"], "name": ["Saddar", "Panjpai"], "province": "PK2",
         "district": QUETTA},
        geometry=[box(66, 30, 67, 31), box(67, 30, 68, 31)], crs="EPSG:4326",
    ),
)  # fmt: skip


def test_tehsils_by_code_by_point_and_by_name():
    columns = ["kind", "country", "admin1_pcode", "admin2_pcode", "fatalities_best",
               "injured_best", "precision", "place_name", "lon", "lat", "admin3_pcode"]  # fmt: skip
    here = ["incident", "PK", "PK2", QUETTA, 1, 0]
    rows = [
        [*here, "settlement", "x", 66.5, 30.5, None],  # T1
        [*here, "settlement", "x", 67.0, 30.5, None],  # a border: the lowest code
        [*here, "tehsil", "Panjpai tehsil", None, None, None],  # T2
        [*here, "district", "Quetta", 67.5, 30.5, "T2"],  # T2
        [*here, "district", "Quetta", 67.5, 30.5, None],  # a label point places nothing
        ["incident", "PK", "PK2", "PK217", 1, 0, "site", "x", 67.5, 30.5, None],  # elsewhere
    ]
    frame = summarize(pd.DataFrame(rows, columns=columns), by="tehsil", boundaries=TEHSILS)
    assert dict(zip(frame["pcode"], frame["incidents"], strict=True)) == {
        "T1": 2, "T2": 2, "coarser": 2, "abroad": 0, "unlocated": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "arguments", "message"),
    [
        ({}, {"period": "day"}, "period is 'day'; it must be one of week, month"),
        ({}, {"vintage": "1999"}, "vintage is '1999'; allowed are 2012"),
        ({}, {"split_by": "event_typ"}, "no column of the table; did you mean event_type"),
        ({"notes": [["a"]]}, {"split_by": "notes"}, "a column of lists"),
        ({"incidents": 1}, {"split_by": "incidents"}, "which a summary counts"),
        ({"fatalities_best": -9}, {}, "row 0: fatalities_best is -9; a figure is a whole number"),
        ({"fatalities_best": 1.5}, {}, "row 0: fatalities_best is 1.5"),
        ({"injured_best": "many"}, {}, "column injured_best must hold whole numbers"),
        ({"date_start": "yesterday"}, {"period": "week"}, "row 0: date_start is 'yesterday', no"),
        ({"date_start": "0202-01-01"}, {"period": "week"}, "row 0: date_start is 0202-01-01; days"),
    ],
)
def test_what_cannot_be_summed_is_said_in_one_line(change, arguments, message):
    incidents = table(dated("2024-01-05")).assign(**change)
    with pytest.raises((SettingsError, SchemaError), match=message) as caught:
        summarize(incidents, **arguments)
    assert "\n" not in str(caught.value)


def test_a_table_of_millions_of_rows_is_refused():
    incidents = table(
        *[(*dated("1900-01-01")[:-1], f"a{n}") for n in range(9)], dated("2199-01-01")
    )
    with pytest.raises(SettingsError, match="choose longer periods"):
        summarize(incidents, period="week", split_by="actor")


def test_a_doubled_column_and_a_doubled_index():
    incidents = table(dated("2024-01-05"), dated("2024-01-06"))
    twice = pd.concat([incidents, incidents[["kind"]]], axis=1)
    with pytest.raises(SchemaError, match="has the column kind twice"):
        summarize(twice)
    assert row(summarize(pd.concat([incidents, incidents])), QUETTA, incidents=4)

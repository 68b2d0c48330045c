from __future__ import annotations

import dataclasses

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import load_boundaries
from geomap.records import KINDS, Incident, Place, Precision
from geomap.summary import OTHER_ROWS, summarize
from geomap.tables import incident_table

DISTRICTS = load_boundaries("embedded-admin2")
QUETTA = "PK226"


def table(*rows):
    columns = ("kind", "country", "admin1_pcode", "admin2_pcode", "dead", "hurt")
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    frame = frame.rename(columns={"dead": "fatalities_best", "hurt": "injured_best"})
    return frame.astype({"fatalities_best": "Int64", "injured_best": "Int64"})


def row(frame, pcode, **wanted):
    found = frame.set_index("pcode").loc[pcode]
    return {name: found[name] for name in wanted} == wanted


CODES = st.sampled_from([None, QUETTA, "PK217", "PK2-hub", "PK218", "PK999", "AF01", "PK2"])
FIGURES = st.one_of(st.none(), st.integers(0, 500))
ROWS = st.tuples(
    st.sampled_from(KINDS), st.sampled_from(["PK", "AF", None]), CODES, CODES, FIGURES, FIGURES
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(rows=st.lists(ROWS, max_size=12), by=st.sampled_from(["admin1", "admin2"]))
def test_the_rows_add_up_to_what_went_in(rows, by):
    counted = [item for item in rows if item[0] in {"incident", "multi_site"}]
    operations = [item for item in rows if item[0] == "operation"]
    totals = summarize(table(*rows), by=by).sum(numeric_only=True)
    assert totals["incidents"] == len(counted)
    assert totals["fatalities"] == sum(item[4] or 0 for item in counted)
    assert totals["injured"] == sum(item[5] or 0 for item in counted)
    assert totals["operations"] == len(operations)
    assert totals["operation_fatalities"] == sum(item[4] or 0 for item in operations)
    assert totals["operation_injured"] == sum(item[5] or 0 for item in operations)


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
    with pytest.raises(SettingsError, match="by is 'tehsil'; it must be one of admin1, admin2"):
        summarize(table(), by="tehsil")
    with pytest.raises(SettingsError, match="embedded-admin2 is admin2"):
        summarize(table(), by="admin1", boundaries=DISTRICTS)
    with pytest.raises(SchemaError, match="lacks country, injured_best"):
        summarize(table().drop(columns=["country", "injured_best"]))

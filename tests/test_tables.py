from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import tables
from geomap.records import (
    ACCOUNT_COLUMNS,
    INCIDENT_COLUMNS,
    Account,
    Article,
    Evidence,
    Incident,
    Mention,
    Place,
    Precision,
    Resolution,
)

HOSTILE = "=cmd|' /C calc'!A0 \ud800 \u2028 \x85 </script> \"quoted\", کوئٹہ\r\nnext"
ARTICLE = Article(
    id="a.txt", text=HOSTILE, title=HOSTILE, published=date(2026, 3, 4), language="en"
)
TOWN = Place(name="Turbat", precision=Precision.SETTLEMENT, lon=63.05, lat=26.0,
             uncertainty_m=3000.0, country="PK", admin1="Balochistan", admin1_pcode="PK2",
             admin2="Kech", admin2_pcode="PK216", source="written", source_id="turbat")  # fmt: skip
PROVINCE = Place(name="Balochistan", precision=Precision.PROVINCE, lon=65.9, lat=28.5,
                 uncertainty_m=300000.0, country="PK", admin1="Balochistan",
                 admin1_pcode="PK2")  # fmt: skip
FACTS = {
    "kind": "incident",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "date_start": date(2026, 3, 2),
    "date_end": date(2026, 3, 3),
    "date_precision": "range",
    "place": TOWN,
    "fatalities_best": 3,
    "injured_high": 12,
    "fatalities_militants": 0,
    "actor": "BLA",
    "actor_basis": "claimed",
    "related_account_ids": ("y", "x"),
    "evidence": (Evidence(field="date", article_id="a.txt", start=0, end=4, quote=HOSTILE[:25]),),
    "confidence": {"place": 0.5, "date": 0.9},
    "notes": ("rule",),
}
INCIDENT = Incident(incident_id="one", former_ids=("old",), article_ids=("a.txt",),
                    account_ids=("one",), sources=(ARTICLE,), **FACTS)  # fmt: skip
AREA = replace(INCIDENT, incident_id="two", place=PROVINCE)
BARE = Incident(incident_id="three", kind="operation", event_type="Battles")
ALL = [INCIDENT, AREA, BARE]

steady = settings(derandomize=True, deadline=None, max_examples=150)
ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("=+-@＝\t\r\n\x00\x85\u2028\ufeff\ud800 ,\"'")),
    max_size=12,
)


def test_an_account_row_has_the_columns_in_order_and_the_record_s_values():
    account = Account(account_id="one", article_id="a.txt", **FACTS)
    row = tables.account_row(account)
    assert tuple(row) == ACCOUNT_COLUMNS
    assert (row["date_start"], row["date_end"]) == ("2026-03-02", "2026-03-03")
    assert (row["place_name"], row["precision"], row["lon"]) == ("Turbat", "settlement", 63.05)
    assert (row["fatalities_best"], row["fatalities_militants"], row["n_sites"]) == (3, 0, None)
    assert row["confidence"] == {"date": 0.9, "place": 0.5}
    assert row["related_account_ids"] == ["y", "x"]
    quote = {"field": "date", "article_id": "a.txt", "start": 0, "end": 4, "quote": HOSTILE[:25]}
    assert row["evidence"] == [quote]


def test_an_incident_row_names_its_sources():
    row = tables.incident_row(INCIDENT)
    assert tuple(row) == INCIDENT_COLUMNS
    keys = ["article_id", "title", "source", "url", "published"]
    assert row["sources"] == [dict(zip(keys, ["a.txt", HOSTILE, None, None, "2026-03-04"]))]  # noqa: B905
    assert row["former_ids"] == ["old"]


def test_an_area_has_no_coordinates_but_keeps_its_units():
    row = tables.incident_row(AREA)
    assert (row["lon"], row["lat"], row["uncertainty_m"]) == (None, None, None)
    assert (row["precision"], row["admin1_pcode"]) == ("province", "PK2")
    row = tables.incident_row(BARE)
    assert (row["precision"], row["place_name"], row["country"]) == ("unknown", None, None)


@pytest.mark.parametrize("level", Precision)
def test_only_what_is_known_to_a_point_has_one(level):
    frame = tables.incident_table([replace(INCIDENT, place=replace(TOWN, precision=level))])
    honest = level in {Precision.SITE, Precision.SETTLEMENT, Precision.NEAR}
    assert frame.geometry.notna().item() == frame["lon"].notna().item() == honest


def test_article_and_mention_rows():
    row = tables.article_row(ARTICLE)
    assert (row["id"], row["text"], row["published"]) == ("a.txt", HOSTILE, "2026-03-04")
    assert list(row)[:3] == ["id", "title", "text"]
    mention = Mention(article_id="a.txt", start=2, end=8, sentence=0, paragraph=0, toponym="Turbat",
                      name_key="turbat", role="incident_site", rules=("in",))  # fmt: skip
    row = tables.mention_row(Resolution(mention=mention, place=PROVINCE, score=0.7, reason="why"))
    assert (row["start"], row["end"], row["score"], row["rules"]) == (2, 8, 0.7, ["in"])
    assert row["place"]["lon"] == PROVINCE.lon, "the label point stands in a mention's place"
    assert list(row["place"])[-2:] == ["source", "source_id"]
    assert tables.mention_row(Resolution(mention=mention, place=None))["place"] is None


@pytest.mark.parametrize("incidents", [ALL, [BARE], []])
def test_the_incident_table_has_one_schema_whatever_it_holds(incidents):
    frame = tables.incident_table(incidents)
    assert tuple(frame.columns) == (*INCIDENT_COLUMNS, "geometry")
    assert frame.crs.to_epsg() == 4326
    assert len(frame) == len(incidents)
    for name in INCIDENT_COLUMNS:
        if name.startswith(("fatalities", "injured")) or name == "n_sites":
            assert frame[name].dtype == "Int64", name
    assert frame["date_start"].dtype == frame["date_end"].dtype == "datetime64[ms]"
    assert frame["actor"].dtype == pd.StringDtype(na_value=float("nan"))
    assert frame["lon"].dtype == frame["uncertainty_m"].dtype == "float64"


def test_what_is_not_known_is_missing_in_the_table():
    frame = tables.incident_table(ALL).set_index("incident_id")
    assert frame.geometry["one"].coords[0] == (63.05, 26.0)
    assert frame.geometry.isna().tolist() == [False, True, True]
    assert frame["fatalities_militants"].tolist()[:2] == [0, 0]
    assert pd.isna(frame.loc["three", ["actor", "date_start", "n_sites", "lon"]]).all()
    assert frame.loc["three", "evidence"] == []


@steady
@given(text=ANY_TEXT)
def test_no_csv_cell_starts_a_formula_and_each_reads_back(text):
    frame = pd.DataFrame({"title": ["first", text], "number": [-1, 2]}, dtype=object)
    frame["number"] = frame["number"].astype("int64")
    read = list(csv.reader(io.StringIO(tables.csv_text(frame), newline="")))
    assert [len(row) for row in read] == [2, 2, 2]
    cell = read[2][0]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not cell.lstrip("\ufeff \t\n\x00\x85\u2028").startswith(("=", "+", "-", "@", "＝"))
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert cell in {expected, "'" + expected}
    assert read[1][1] == "-1", "a number stays a number"


SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
HIDDEN = ["", " ", "\n", "\x00", "\x85", "\u200b", "\ufeff"]


@pytest.mark.parametrize("text", ["\tx", "\rx", *(a + b + "1" for a in HIDDEN for b in SIGNS)])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert str(tables.csv_safe(text)).startswith("'")


@pytest.mark.parametrize("text", ["Quetta", "a=b", "2026-02-05", "12 km", "[1]", "'x", ""])
def test_harmless_text_stays_as_it_is(text):
    assert tables.csv_safe(text) == text


@steady
@given(value=st.recursive(st.one_of(st.none(), st.integers(), ANY_TEXT), st.lists, max_leaves=4))
def test_json_text_is_one_line_of_utf8_that_reads_back(value):
    text = tables.json_text(value)
    assert len(text.splitlines()) == 1
    assert json.loads(text.encode("utf-8")) == value


def test_json_lines_of_hostile_text(tmp_path):
    rows = [tables.incident_row(one) for one in ALL]
    tables.write_json_lines(rows, tmp_path / "rows.jsonl")
    text = (tmp_path / "rows.jsonl").read_bytes().decode("utf-8")
    assert [json.loads(line) for line in text.splitlines()] == rows


def test_geojson_of_hostile_text(tmp_path):
    path = tmp_path / "incidents.geojson"
    rows = [tables.incident_row(one) for one in ALL]
    tables.write_geojson(rows, path)
    data = json.loads(path.read_bytes())
    assert [item["properties"] for item in data["features"]] == rows
    assert [item["id"] for item in data["features"]] == ["one", "two", "three"]
    points = [item["geometry"] for item in data["features"]]
    assert points == [{"type": "Point", "coordinates": [63.05, 26.0]}, None, None]
    assert gpd.read_file(path).geometry.isna().tolist() == [False, True, True]
    tables.write_geojson([], path)
    assert json.loads(path.read_bytes()) == {"type": "FeatureCollection", "features": []}


def test_csv_of_incidents(tmp_path):
    path = tmp_path / "incidents.csv"
    tables.write_csv(tables.incident_table(ALL), path)
    first, area, bare = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""))
    assert tuple(first) == INCIDENT_COLUMNS
    assert json.loads(first["evidence"]) == tables.incident_row(INCIDENT)["evidence"]
    assert json.loads(first["sources"])[0]["title"] == HOSTILE
    assert (first["date_start"], first["fatalities_best"]) == ("2026-03-02", "3")
    assert (area["lon"], bare["actor"], bare["date_start"], bare["n_sites"]) == ("", "", "", "")


def test_a_lone_surrogate_is_written_as_its_escape(tmp_path):
    tables.write_csv(pd.DataFrame({"title": ["a\ud800"]}, dtype=object), tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_text(encoding="utf-8") == "title\na\\ud800\n"


@pytest.mark.parametrize("incidents", [ALL, [AREA], []])
def test_geoparquet_reads_back_equal(tmp_path, incidents):
    frame = tables.incident_table(incidents)
    tables.write_parquet(frame, tmp_path / "incidents.parquet")
    read = gpd.read_parquet(tmp_path / "incidents.parquet")
    for name in INCIDENT_COLUMNS:
        if len(frame) and isinstance(frame[name].iloc[0], (list, dict)):
            read[name] = read[name].map(json.loads)
    pd.testing.assert_frame_equal(
        pd.DataFrame(read), pd.DataFrame(frame), check_dtype=bool(incidents)
    )
    assert read.crs == frame.crs


def test_writing_does_not_change_the_table(tmp_path):
    frame = tables.incident_table(ALL)
    before = frame.copy()
    tables.write_csv(frame, tmp_path / "incidents.csv")
    tables.write_parquet(frame, tmp_path / "incidents.parquet")
    pd.testing.assert_frame_equal(pd.DataFrame(frame), pd.DataFrame(before))


def test_without_quotes_there_are_the_spans_alone(tmp_path):
    row = tables.incident_row(INCIDENT, quotes=False)
    assert row["evidence"] == [{"field": "date", "article_id": "a.txt", "start": 0, "end": 4}]
    frame = tables.incident_table(ALL, quotes=False)
    assert "quote" not in frame["evidence"].iloc[0][0]
    account = Account(account_id="one", article_id="a.txt", **FACTS)
    assert "quote" not in tables.account_row(account, quotes=False)["evidence"][0]

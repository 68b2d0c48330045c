"""Tables in: rows in are rows out plus rejected, and no row becomes a false pin."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from geomap.errors import (
    MissingDataError,
    MissingDependencyError,
    SchemaError,
    SettingsError,
)
from geomap.records import INCIDENT_COLUMNS, Precision
from geomap.table_files import (
    READ_COLUMNS,
    geocode_table,
    iter_incidents,
    iter_joined,
    read_incidents,
    read_table,
)
from geomap.table_rows import _Rows
from geomap.tables import incident_table, write_csv, write_json_lines
from tests.table_data import CASES, truth


@pytest.fixture(scope="module", params=sorted(CASES))
def case(request, tmp_path_factory):
    return request.param, CASES[request.param](tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def read(case):
    return case[0], case[1], read_table(case[1].path)


def one(frame, **wanted):
    rows = frame
    for name, value in wanted.items():
        rows = rows[rows[name] == value]
    assert len(rows) == 1, rows
    return rows.iloc[0]


def test_each_column_set_is_recognised(read):
    name, _, table = read
    assert table.layout.profile == name.partition("_")[0].replace("plain", "guess")


def test_rows_in_are_rows_out_and_rejected(read):
    _, case, table = read
    assert table.rows == case.rows == len(table.incidents) + len(table.rejected)
    assert len(table.rejected) == len(case.reasons)
    for reason in case.reasons:
        assert table.rejected["reason"].str.contains(reason).any(), reason


def test_the_schema_is_that_of_the_incident_table(read):
    frame = read[2].incidents
    assert list(frame.columns) == [*READ_COLUMNS, "geometry"]
    empty = incident_table([])
    assert frame[list(INCIDENT_COLUMNS)].dtypes.equals(empty[list(INCIDENT_COLUMNS)].dtypes)
    assert frame.crs == "EPSG:4326"
    assert frame["incident_id"].is_unique


def test_no_row_becomes_a_false_pin(read):
    frame = read[2].incidents
    fine = frame["precision"].isin([level.value for level in Precision if level.is_point])
    assert (frame.geometry.notna() <= fine).all()
    assert (frame["lon"].notna() == frame.geometry.notna()).all()
    coarse = frame["precision"].isin(["division", "province", "country", "unknown"])
    assert frame.loc[coarse, "admin2_pcode"].isna().all()


def test_coordinates_of_areas_are_kept(case, read):
    if case[0] in {"hxl", "plain"}:
        return  # all of their rows are points
    frame = read[2].incidents
    area = frame.geometry.isna()
    assert frame.loc[area, "source_lon"].notna().sum() > 0.9 * area.sum()
    assert frame.loc[~area, "source_lon"].isna().all()


def test_rows_are_in_their_districts(read):
    rows = {row["place"]: row["pcode"] for row in truth()}
    frame = read[2].incidents
    known = frame[frame["admin2_pcode"].notna()]
    right = [rows[name] == code for name, code in
             zip(known["place_name"], known["admin2_pcode"], strict=True)]  # fmt: skip
    assert np.mean(right) > (0.85 if read[0] == "gtd" else 0.99)  # GTD names no district


def test_figures_are_read(read):
    frame = read[2].incidents.reset_index(drop=True)
    assert (frame["fatalities_best"] == 1234).sum() == 1
    assert frame["fatalities_best"].isna().sum() == (2 if read[0] == "gtd" else 1)
    assert frame["notes"].map(lambda notes: any("'several'" in note for note in notes)).sum() == 1


def test_exchanged_coordinates_are_turned(read):
    notes = read[2].incidents["notes"]
    turned = notes.map(lambda one: any("exchanged" in note for note in one))
    row = read[2].incidents[turned]
    assert len(row) == 1
    lon = row["lon"].fillna(row["source_lon"]).iloc[0]
    assert 60 < lon < 78.5


def test_a_missing_code_is_no_pin(tmp_path):
    read = read_table(CASES["acled_new"](tmp_path).path)
    row = one(read.incidents, incident_id="X1033")
    assert row["precision"] == "district"
    assert row.geometry is None


@pytest.mark.parametrize(
    ("name", "code", "level"),
    [("acled_new", "geo_precision", {"1": "settlement", "2": "district", "3": "province"}),
     ("ucdp", "where_prec", {"1": "settlement", "2": "near", "3": "district", "4": "province",
                             "5": "line", "6": "country"}),
     ("gtd", "specificity", {"1": "near", "2": "tehsil", "3": "district", "4": "province",
                             "5": "unknown"})],
)  # fmt: skip
def test_codes_read_back_as_their_coarsest_level(tmp_path, name, code, level):
    path = CASES[name](tmp_path).path
    source = pd.read_csv(path, dtype=str, encoding="cp1252" if name == "gtd" else "utf-8-sig")
    key = {"acled_new": "event_id_cnty", "ucdp": "id", "gtd": "eventid"}[name]
    source = source[source[code].notna()].drop_duplicates(key).set_index(key)[code]
    frame = read_table(path).incidents.set_index("incident_id")
    both = frame.index.intersection(source.index)
    with_code = frame.loc[both, "precision"]
    lost = frame.loc[both, "notes"].map(lambda notes: any("0, 0" in one for one in notes))
    wanted = source.loc[both].map(level)
    assert (with_code[~lost] == wanted[~lost]).mean() > 0.98
    ranks = [Precision(word).rank for word in with_code]
    assert all(a >= Precision(b).rank for a, b in zip(ranks, wanted, strict=True))


def test_dates_of_each_form(tmp_path):
    frame = read_table(CASES["plain"](tmp_path).path).incidents
    days = {f"{number + 1}": row["day"] for number, row in enumerate(truth())}
    wrong = [key for key, day in zip(frame["incident_id"], frame["date_start"], strict=True)
             if key in days and day.date() != days[key]]  # fmt: skip
    assert wrong == []


def test_gtd_without_day_or_month(tmp_path):
    frame = read_table(CASES["gtd"](tmp_path).path).incidents
    year = frame[frame["date_precision"] == "year"].iloc[0]
    assert (year["date_start"].month, year["date_end"].month) == (1, 12)
    assert (frame["date_precision"] == "month").sum() == 5
    assert (frame["fatalities_best"] == -9).sum() == 0
    assert frame["actor"].isna().all()


@pytest.mark.parametrize(("cells", "month"), [(["03/13/2024", "04/05/2024"], 4),
                                              (["13/03/2024", "04/05/2024"], 5),
                                              (["03/03/2024", "04/05/2024"], 5)])  # fmt: skip
def test_the_whole_column_says_day_or_month(cells, month):
    frame = pd.DataFrame({"place": ["Turbat", "Quetta"], "date": cells})
    read = read_table(frame)
    assert read.incidents["date_start"].iloc[1].month == month
    assert "month" in read.layout.describe()


def test_place_text_within_its_district():
    frame = pd.DataFrame(
        {
            "Place": ["Hub", "near Hoshab", "30 km south of Turbat", "Atlantis"],
            "District": ["Hub", "Kech", "", "Kech"],
            "date": ["2024"] * 4,
        }
    )
    rows = read_incidents(frame)
    assert rows["precision"].tolist() == ["settlement", "near", "near", "district"]
    assert rows["admin2"].tolist() == ["Hub", "Kech", "Kech", "Kech"]
    assert rows["lat"].iloc[2] == pytest.approx(26.0012 - 30 / 111.2, abs=0.02)
    assert "not known in its district" in rows["notes"].iloc[3][0]


def test_a_place_that_calls_itself_an_area_is_no_pin():
    frame = pd.DataFrame({"place": ["Kech district"], "lat": [26.0], "lon": [63.0]})
    row = read_incidents(frame).iloc[0]
    assert row["precision"] == "district"
    assert (row["source_lon"], row["source_lat"]) == (63.0, 26.0)


def test_columns_can_be_given():
    frame = pd.DataFrame({"a": ["Turbat"], "b": ["Quetta"], "date": ["2024-01-01"]})
    with pytest.raises(SchemaError, match="columns="):
        read_incidents(frame)
    read = read_table(frame, columns={"place": "b", "date": None})
    assert read.incidents["admin2"].tolist() == ["Quetta"]
    assert read.incidents["date_precision"].tolist() == ["unknown"]
    with pytest.raises(SettingsError, match="did you mean"):
        read_table(frame, columns={"plaec": "b"})
    with pytest.raises(SettingsError, match="no such column"):
        read_table(frame, columns={"place": "c"})


def test_rejected_rows_warn_or_are_written(tmp_path):
    frame = pd.DataFrame({"place": ["Turbat", "Total"], "deaths": ["1", "=2"]})
    with pytest.warns(UserWarning, match="row 3: a row of totals"):
        read_incidents(frame)
    read_incidents(frame, rejected=tmp_path / "rejected.csv")
    written = (tmp_path / "rejected.csv").read_text(encoding="utf-8")
    assert written == "row,reason,place,deaths\n3,a row of totals,Total,'=2\n"
    with pytest.raises(SchemaError, match="1 of 1 rows"):
        read_incidents(frame.iloc[1:])


def test_a_frame_is_not_changed_and_points_are_reprojected():
    points = gpd.GeoDataFrame({"n": [1, 2]}, geometry=[Point(67.0, 30.2), None], crs=4326)
    moved = points.to_crs(32642)
    before = moved.copy()
    read = read_table(moved)
    assert moved.equals(before)
    assert read.incidents["admin2_pcode"].tolist() == ["PK226"]
    assert read.incidents["lon"].iloc[0] == pytest.approx(67.0)
    assert len(read.rejected) == 1


def _formats(folder, frame):
    rows = json.loads(pd.DataFrame(frame).to_json(orient="records"))
    write_csv(frame, folder / "a.csv")
    pd.DataFrame(frame).to_parquet(folder / "a.parquet")
    write_json_lines(rows, folder / "a.jsonl")
    (folder / "a.json").write_text(json.dumps({"data": rows}), encoding="utf-8")
    (folder / "a.tsv").write_text(frame.to_csv(sep="\t", index=False), encoding="utf-16")
    points = gpd.GeoDataFrame(
        frame, geometry=gpd.points_from_xy(frame["lon"], frame["lat"]), crs=4326
    )
    points.to_parquet(folder / "b.parquet")
    points.to_file(folder / "b.gpkg")
    points.to_file(folder / "b.geojson")
    return sorted(folder.iterdir())


def test_every_format_gives_the_same_rows(tmp_path):
    frame = pd.DataFrame(
        {"id": ["a", "b"], "place": ["Turbat", "کوئٹہ"], "lon": [63.05, 67.01],
         "lat": [26.0, 30.19], "date": ["2024-02-01", "2024-02-13"], "deaths": [1, 2]}
    )  # fmt: skip
    wanted = read_incidents(frame)
    for path in _formats(tmp_path, frame):
        pd.testing.assert_frame_equal(
            pd.DataFrame(read_incidents(path)), pd.DataFrame(wanted), check_dtype=True
        )


def test_xlsx(tmp_path, monkeypatch):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (
        ["Incidents"],
        ["Town", "Date", "Killed"],
        ["Turbat", pd.Timestamp("2024-02-01"), 3],
    ):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    row = read_incidents(tmp_path / "a.xlsx").iloc[0]
    assert (row["admin2"], row["fatalities_best"], str(row["date_start"])[:10]) == (
        "Kech", 3, "2024-02-01")  # fmt: skip


def test_xlsx_without_openpyxl(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(MissingDependencyError, match=r"pip install 'geomap-pk\[xlsx\]'"):
        read_incidents(tmp_path / "a.xlsx")


def test_files_that_are_no_tables(tmp_path):
    with pytest.raises(MissingDataError, match="no such file"):
        read_incidents(tmp_path / "none.csv")
    for name, content in (("a.csv", ""), ("a.json", "{"), ("a.gpkg", "no"), ("a.doc", "x"),
                          ("b.json", "[1]"), ("a.parquet", "x")):  # fmt: skip
        (tmp_path / name).write_text(content, encoding="utf-8")
        with pytest.raises(SchemaError):
            read_incidents(tmp_path / name)


def test_rows_that_do_not_fit_the_header(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("place,deaths\nTurbat,1\nQuetta,a,b\nQuetta\nplace,deaths\n", encoding="utf-8")
    read = read_table(path)
    assert (read.rows, len(read.incidents)) == (4, 2)
    assert read.rejected["reason"].tolist() == ["3 cells, but the header has 2", "the header again"]
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"place":"Turbat"}\n{"place":\n[1]\n', encoding="utf-8")
    read = read_table(lines)
    assert (read.rows, len(read.incidents), len(read.rejected)) == (3, 1, 2)


def test_pieces_are_like_the_whole(tmp_path, monkeypatch):
    path = CASES["acled_new"](tmp_path).path
    whole = read_table(path)
    monkeypatch.setattr(_Rows.pieces, "__defaults__", (17,))
    pieces = list(iter_incidents(path))
    assert len(pieces) == 12
    again = read_table(path)
    pd.testing.assert_frame_equal(pd.DataFrame(again.incidents), pd.DataFrame(whole.incidents))
    pd.testing.assert_frame_equal(again.rejected, whole.rejected)


def test_geocode_table_keeps_every_row():
    frame = pd.DataFrame({"Town": ["Turbat", None, "Atlantis"]}, index=[7, 8, 9])
    found = geocode_table(frame)
    assert found.index.tolist() == [7, 8, 9]
    assert found["geo_admin2"].tolist()[0] == "Kech"
    assert found["geo_precision"].tolist() == ["settlement", "unknown", "unknown"]
    assert found["geo_how"].tolist()[0] == "gazetteer, exact"


def test_iter_joined(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Name;Lat;Lng\nx;30,19;67,01\ny;;\n", encoding="utf-8")
    frame = next(iter_joined(path))
    assert frame["admin2_pcode"].tolist() == ["PK226", None]
    assert frame["Name"].tolist() == ["x", "y"]
    path.write_text("place,date\nTurbat,2024\n", encoding="utf-8")
    with pytest.raises(SchemaError, match="no columns of lon and lat"):
        next(iter_joined(path))


CELLS = st.one_of(
    st.none(),
    st.sampled_from(["Turbat", "Kech", "67.01", "30.19", "0", "31/12/2023", "x", "Total", "=1+1"]),
    st.text(max_size=8),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*[CELLS] * 7), max_size=12))
def test_no_row_is_ever_lost(rows):
    names = ["id", "date", "place", "district", "lat", "lon", "deaths"]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    read = read_table(frame)
    assert read.rows == len(rows) == len(read.incidents) + len(read.rejected)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        frame.to_csv(path, index=False, errors="replace")
        again = read_table(path)
        assert again.rows == len(again.incidents) + len(again.rejected)
        geocoded = geocode_table(path)
        assert len(geocoded) == again.rows

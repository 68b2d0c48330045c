"""Summaries as wide tables, polygons and files."""

from __future__ import annotations

import dataclasses
import io
import sys
import zipfile
from datetime import date

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
import shapely

from geomap.errors import DataError, MissingDependencyError, SchemaError, SettingsError
from geomap.places.boundaries import load_boundaries
from geomap.summary import summarize
from geomap.summary_tables import markdown_table, to_wide, with_geometry, write_summary
from tests.test_summary import QUETTA, dated, table

HOSTILE = '=HYPERLINK("x")|<img src=x>\n`${a}` [b](c)'
INCIDENTS = table(
    dated("2024-01-05"), dated("2024-03-01", dead=4), (*dated("2024-03-02")[:-1], HOSTILE)
)


def area(shapes):
    return shapes.map(shapely.area)


def test_one_column_for_each_period():
    long = summarize(INCIDENTS, period="month")
    wide = to_wide(long)
    assert list(wide.columns) == [
        "pcode", "name", "2024-01", "2024-02", "2024-03", "undated", "total"
    ]  # fmt: skip
    assert wide["pcode"].tolist() == list(dict.fromkeys(long["pcode"]))
    quetta = wide.set_index("pcode").loc[QUETTA]
    assert quetta.iloc[1:].tolist() == [1, 0, 2, 0, 3]
    assert wide["total"].sum() == 3
    rates = to_wide(long, values="incidents_per_100k")
    assert "total" not in rates
    assert rates.set_index("pcode").loc["coarser", "2024-01"] != 0


def test_periods_become_columns_before_values_do():
    both = to_wide(summarize(INCIDENTS, period="year", split_by="actor"), values="fatalities")
    assert list(both.columns[:3]) == ["pcode", "name", "actor"]
    assert both["total"].sum() == 6
    split = to_wide(summarize(INCIDENTS, split_by="event_type"))
    assert list(split.columns) == ["pcode", "name", "Battles", "total"]


def test_what_cannot_be_made_wide():
    with pytest.raises(SettingsError, match="needs periods or a split"):
        to_wide(summarize(INCIDENTS))
    with pytest.raises(SchemaError, match="values is 'deaths', no column"):
        to_wide(summarize(INCIDENTS, period="year"), values="deaths")
    with pytest.raises(SchemaError, match="is no summary"):
        to_wide(INCIDENTS)


@pytest.mark.parametrize("by", [None, "admin1", "division", "admin2"])
def test_every_unit_has_its_outline_and_no_other_row(by):
    frame = with_geometry(summarize(INCIDENTS, by=by))
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs.to_epsg() == 4326
    outside = frame["pcode"].isin(["coarser", "abroad", "unlocated"])
    assert frame.geometry.isna().tolist() == outside.tolist()
    land = area(load_boundaries(level="admin1").frame.geometry).sum()
    assert area(frame.geometry[~outside]).sum() == pytest.approx(land, rel=0.01)


def test_units_of_a_year_have_the_outlines_of_that_year():
    frame = with_geometry(summarize(INCIDENTS, vintage="2017"), vintage="2017")
    assert "PK2-hub" not in set(frame["pcode"])
    today = with_geometry(summarize(INCIDENTS)).set_index("pcode").geometry
    joined = frame.set_index("pcode").geometry
    assert area(joined)["PK217"] == pytest.approx(area(today)[["PK217", "PK2-hub"]].sum())


def test_two_boundary_sets_are_not_mixed():
    districts = load_boundaries("embedded-admin2")
    other = dataclasses.replace(districts, name="other", vintage="2020")
    made = summarize(INCIDENTS, boundaries=other)
    with pytest.raises(SchemaError, match=r"made with other \(2020\), not with embedded-admin2"):
        with_geometry(made)
    assert with_geometry(made, boundaries=other)["incidents"].sum() == 3
    mixed = pd.concat([made, summarize(INCIDENTS)])
    with pytest.raises(SchemaError, match=r"mixes other \(2020, admin2\) and embedded-admin2"):
        with_geometry(mixed)
    with pytest.raises(SchemaError, match="give the boundaries and the vintage"):
        with_geometry(summarize(INCIDENTS), vintage="2012")


def test_files_hold_the_table(tmp_path):
    summary = summarize(INCIDENTS, split_by="actor", by="admin1")
    for name in ("a.csv", "a.xlsx", "a.parquet", "a.geojson", "a.gpkg", "a.md"):
        write_summary(summary, tmp_path / name)
    assert pd.read_csv(tmp_path / "a.csv")["incidents"].sum() == 3
    assert pd.read_parquet(tmp_path / "a.parquet").equals(summary)
    for name in ("a.geojson", "a.gpkg"):
        assert gpd.read_file(tmp_path / name)["incidents"].sum() == 3
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == tuple(summary.columns)
    assert len(rows) == len(summary) + 1
    at = rows[0].index("fatalities")
    assert sum(row[at] for row in rows[1:]) == summary["fatalities"].sum()


def test_a_geopackage_is_dated_by_the_latest_day_that_was_read(tmp_path):
    summary = summarize(INCIDENTS, by="admin1")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_summary(summary, tmp_path / name / "a.gpkg", data_until=date(2024, 3, 2))
    one, two = ((tmp_path / name / "a.gpkg").read_bytes() for name in ("one", "two"))
    assert one == two
    assert b"2024-03-02T00:00:00.000Z" in one
    write_summary(summary, tmp_path / "a.gpkg")
    assert b"1980-01-01T00:00:00.000Z" in (tmp_path / "a.gpkg").read_bytes()


def test_no_cell_is_a_formula(tmp_path):
    summary = summarize(INCIDENTS, split_by="actor", by="admin1")
    write_summary(summary, tmp_path / "a.xlsx")
    write_summary(summary, tmp_path / "a.csv")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert any(str(cell.value).startswith("'=HYPERLINK") for cell in cells)
    assert all(str(one).startswith("'=") or "HYPER" not in str(one)
               for one in pd.read_csv(tmp_path / "a.csv")["actor"])  # fmt: skip


def test_markdown_has_no_markup_of_others():
    text = markdown_table(pd.DataFrame({"name": ["- # [a] http://x.example @b $c$"]}))
    assert text.splitlines()[2] == r"| \- \# \[a\] http\://x.example \@b \$c\$ |"


def test_markdown_is_text_and_numbers():
    text = markdown_table(summarize(INCIDENTS, split_by="actor", by="admin1"))
    lines = text.splitlines()
    assert "<img" not in text
    assert "\\`" in text
    assert "\\[b\\]" in text
    cells = {line.replace("\\|", "").count("|") for line in lines if line.startswith("|")}
    assert len(cells) == 1, "every row has the same number of cells"
    assert lines[-1] == "Units: embedded-admin1, 2018, lines as published."
    with pytest.raises(SchemaError, match="has no column dead"):
        markdown_table(summarize(INCIDENTS), columns=["dead"])


def test_the_same_spreadsheet_is_the_same_bytes_on_its_day(tmp_path):
    summary = summarize(INCIDENTS, by="admin1")
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_summary(summary, first, data_until=date(2024, 3, 2))
    write_summary(summary, second, data_until=date(2024, 3, 2))
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(io.BytesIO(first.read_bytes())) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(2024, 3, 2)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2024-03-02T00:00:00Z") == 2


def test_what_cannot_be_written(tmp_path, monkeypatch):
    summary = summarize(INCIDENTS, by="admin1")
    with pytest.raises(SettingsError, match=r"a.doc: a summary is written as one of \.csv"):
        write_summary(summary, tmp_path / "a.doc")
    with pytest.raises(DataError, match="cannot write there"):
        write_summary(summary, tmp_path / "none" / "a.csv")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'geomap-pk\[xlsx\]'"):
        write_summary(summary, tmp_path / "a.xlsx")

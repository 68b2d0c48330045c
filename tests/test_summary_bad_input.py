"""Odd tables in summaries, charts, maps and pieces: a right result or one clear line."""

from __future__ import annotations

import dataclasses

import openpyxl
import pandas as pd
import pytest

from geomap.errors import SchemaError, SettingsError
from geomap.hotspots import hotspots
from geomap.maps.charts import CHARTS, draw_chart
from geomap.maps.figures import drawing
from geomap.maps.static import draw_symbols, draw_units
from geomap.places.boundaries import load_boundaries
from geomap.publish.embed import write_embed
from geomap.summary import UNDATED, summarize
from geomap.summary_compare import compare_periods
from geomap.summary_periods import PERIODS
from geomap.summary_tables import markdown_table, to_wide, with_geometry, write_summary
from tests.maps.print_data import frame, incident, many, mixed

DISTRICTS = load_boundaries("embedded-admin2")
QUETTA = dataclasses.replace(
    DISTRICTS, name="one", frame=DISTRICTS.frame[DISTRICTS.frame["pcode"] == "PK226"]
)
LONG = "Long name of an armed group, " * 2000  # more letters than a cell of a spreadsheet holds
NOWHERE = frame(*[incident(country=None, province=None)] * 3)


@pytest.mark.parametrize("period", [None, *PERIODS])
@pytest.mark.parametrize("split", [None, "event_type"])
def test_no_incidents_are_rows_of_zeros(period, split):
    table = summarize(frame(), period=period, split_by=split)
    assert table["incidents"].sum() == 0
    assert len(table) == len(DISTRICTS.frame) + 3
    if period:
        assert set(table["period"]) == {UNDATED}
        assert to_wide(table)["total"].sum() == 0


def test_no_incidents_in_files_and_comparisons(tmp_path):
    table = summarize(frame())
    for name in ("a.csv", "a.xlsx", "a.parquet", "a.md", "a.geojson"):
        write_summary(table, tmp_path / name)
    compared = compare_periods(frame(), ("2024-01-01", "2024-01-31"), ("2024-02-01", "2024-02-28"))
    assert compared["incidents_after"].sum() == 0
    assert len(with_geometry(table)) == len(table)
    assert "| Quetta |" in markdown_table(table)


def test_a_set_of_one_district():
    table = summarize(mixed(), boundaries=QUETTA)
    assert table["pcode"].tolist() == ["PK226", "coarser", "abroad", "unlocated"]
    assert table["incidents"].tolist() == [4, 8, 1, 1]
    figure = draw_units(table, boundaries=QUETTA)
    assert "4 in the district shown" in figure.notes[0]
    assert draw_symbols(mixed(), boundaries=QUETTA).notes[0].startswith("Of 14 incidents:")
    chart = draw_chart(mixed(), "districts", boundaries=QUETTA)
    assert chart.alt == "Incidents by district. 14 incidents in all. Quetta 4."


@pytest.mark.parametrize("chart", CHARTS)
def test_incidents_of_which_no_place_is_known(chart, tmp_path):
    table = summarize(NOWHERE, period="month")
    assert table.groupby("pcode")["incidents"].sum()["unlocated"] == 3
    assert draw_symbols(NOWHERE).notes[0] == "Of 3 incidents: 3 not placed."
    assert "3 not placed" in draw_units(summarize(NOWHERE)).notes[0]
    assert "3" in draw_chart(NOWHERE, chart).alt
    assert "Of 3 incidents: 3 not placed." in write_embed(NOWHERE, tmp_path).alt


def test_a_unit_without_a_census_figure_is_empty_and_hatched():
    table = summarize(many(60))
    missing = table["population"].isna() & ~table["pcode"].isin(["coarser", "abroad", "unlocated"])
    assert 0 < missing.sum() < len(table)
    assert table.loc[missing, "incidents_per_100k"].isna().all()
    assert table.loc[missing, "note"].str.contains("no population").all()
    texts = _texts(draw_units(table, value="incidents_per_100k"))
    assert any("no census figure" in text for text in texts)
    nothing = table.assign(incidents_per_100k=float("nan"))
    assert draw_units(nothing, value="incidents_per_100k").alt


def _texts(figure):
    return [text.get_text() for axes in figure.figure.axes for text in axes.texts] + [
        text.get_text() for text in figure.figure.texts
    ]


def test_two_boundary_sets_in_one_table():
    mixture = pd.concat([summarize(mixed()), summarize(mixed(), boundaries=QUETTA)])
    for use in (with_geometry, draw_units, hotspots, to_wide):
        with pytest.raises((SchemaError, SettingsError)) as caught:
            use(mixture)
        message = str(caught.value)
        assert "\n" not in message
        assert "embedded-admin2" in message or "needs periods" in message, use


def test_dates_out_of_order(tmp_path):
    table = many(80)
    shuffled = table.sample(frac=1, random_state=5)
    for period in PERIODS:
        pd.testing.assert_frame_equal(
            summarize(table, period=period), summarize(shuffled, period=period)
        )
    for number, one in enumerate((table, shuffled)):
        draw_chart(one, "time").save(tmp_path / f"{number}.png")
    assert (tmp_path / "0.png").read_bytes() == (tmp_path / "1.png").read_bytes()


def test_an_incident_that_ends_before_it_begins_counts_where_it_begins():
    table = frame(incident("Quetta", date_start="2025-03-01")).assign(date_end="2024-01-01")
    counts = summarize(table, period="month").groupby("period")["incidents"].sum()
    assert counts.to_dict() == {"2025-03": 1, UNDATED: 0}
    assert draw_symbols(table).alt.startswith("Incidents by place. 2025-03-01.")


def test_three_hundred_event_types(tmp_path):
    rows = [incident("Quetta", event_type=f"type {number:03}") for number in range(300)]
    table = summarize(frame(*rows), split_by="event_type", by="admin1")
    assert table["event_type"].nunique() == 300
    wide = to_wide(table)
    assert wide.shape == (10, 303)
    for name in ("a.csv", "a.xlsx", "a.parquet", "a.md"):
        write_summary(wide, tmp_path / name)
    figure = draw_chart(frame(*rows), "time")
    assert "300" in figure.alt
    assert "Of 300 incidents:" in write_embed(frame(*rows), tmp_path).alt


def test_very_long_names(tmp_path):
    table = frame(incident("Quetta", actor=LONG, place_name=LONG), incident("Sibi", actor="B"))
    summary = summarize(table, split_by="actor", by="admin1")
    assert summary["incidents"].sum() == 2
    for name in ("a.csv", "a.xlsx", "a.parquet", "a.md"):
        write_summary(summary, tmp_path / name)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert max(len(str(cell.value)) for row in sheet for cell in row) <= 32_767
    for figure in (draw_symbols(table), draw_chart(table, "actors"), draw_chart(table, "time")):
        assert len(figure.alt) < 1000
        with drawing(figure.look):
            figure.figure.canvas.draw()
            width = figure.figure.bbox.x1
            assert all(text.get_window_extent().x1 <= width + 1 for text in figure.figure.texts)
    written = write_embed(table, tmp_path, title=LONG)
    assert len(written.alt) < 2000
    assert len(written.title) < 300


@pytest.mark.parametrize(
    ("use", "message"),
    [
        (lambda: summarize(mixed(), split_by="town"), "split_by is 'town', no column of the table"),
        (lambda: draw_units(summarize(mixed()), value="dead"), "value is 'dead', no column"),
        (lambda: draw_chart(mixed().drop(columns="kind")), "the table lacks kind"),
        (lambda: draw_symbols(mixed().drop(columns="country")), "the table lacks country"),
        (lambda: to_wide(summarize(mixed(), period="year"), values="dead"), "values is 'dead'"),
        (lambda: markdown_table(summarize(mixed()), columns=["dead"]), "has no column dead"),
        (lambda: hotspots(mixed()), "is no summary"),
    ],
)
def test_a_column_that_is_not_there(use, message):
    with pytest.raises(SchemaError, match=message) as caught:
        use()
    assert "\n" not in str(caught.value)

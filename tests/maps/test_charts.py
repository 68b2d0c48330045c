from __future__ import annotations

import re

import pytest

from geomap.errors import SchemaError, SettingsError
from geomap.maps.charts import CHARTS, draw_chart
from geomap.maps.figures import LANGUAGES, SIZES, Look, drawing
from geomap.records import EVENT_TYPES
from tests.maps.print_data import frame, incident, many, mixed

MANY = many(300)


def rows_of(figure):
    """Return the names and numbers of a bar chart."""
    texts = [text.get_text() for text in figure.figure.axes[-1].texts]
    return {name: int(number.replace(",", "")) for number, name in zip(
        texts[::2], texts[1::2], strict=True)}  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chart", ["districts", "actors"])
@pytest.mark.parametrize("table", [MANY, mixed()], ids=["many", "mixed"])
def test_the_rows_of_a_chart_add_up(chart, size, table):
    figure = draw_chart(table, chart, look=Look(size=size))
    counted = int(table["kind"].isin(["incident", "multi_site"]).sum())
    assert sum(rows_of(figure).values()) == counted
    assert f"{counted} incidents in all" in figure.alt


def test_what_is_in_no_district_has_rows_of_its_own():
    rows = rows_of(draw_chart(mixed(), "districts"))
    assert list(rows) == [
        "Quetta", "Awaran", "Kech", "Khuzdar", "Malir",
        "district not known", "abroad", "not placed",
    ]  # fmt: skip
    assert rows["district not known"] == 4
    assert rows_of(draw_chart(mixed(), "actors")) == {"BLA": 1, "no actor named": 13}


def test_bars_that_there_is_no_room_for_are_joined():
    rows = rows_of(draw_chart(MANY, "districts", look=Look(size="column")))
    assert len(rows) == 14
    assert any(name.endswith(" more") for name in rows)


def test_bars_over_time_add_up_by_type():
    figure = draw_chart(MANY, "time")
    axes = figure.figure.axes[-1]
    heights = sum(patch.get_height() for patch in axes.patches)
    assert heights == len(MANY)
    assert len({patch.get_facecolor() for patch in axes.patches}) == len(EVENT_TYPES) + 1
    assert len({patch.get_hatch() for patch in axes.patches}) == len(EVENT_TYPES) + 1


def test_incidents_without_a_date_are_told():
    table = frame(incident("Quetta"), incident("Quetta", date_start=None))
    assert draw_chart(table, "time").notes[0] == (
        "Of 2 incidents: 1 with a date, 1 without a date, or known less finely."
    )


def test_three_hundred_types_are_one_row_of_the_legend():
    table = frame(*[incident("Quetta", event_type=f"type {n}") for n in range(300)])
    figure = draw_chart(table, "time")
    texts = [text.get_text() for axes in figure.figure.axes for text in axes.texts]
    assert texts == ["other or no type"]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_an_empty_table_and_long_names(chart, lang, size):
    look = Look(size=size, lang=lang)
    assert draw_chart(frame(), chart, look=look).alt
    table = frame(incident("Quetta", actor="a very long name " * 30), incident("Sibi", actor="$x"))
    figure = draw_chart(table, chart, look=look)
    with drawing(look):
        figure.figure.canvas.draw()
        for axes in figure.figure.axes:
            for text in axes.texts:
                box = text.get_window_extent()
                assert box.x0 >= -1
                assert box.x1 <= figure.figure.bbox.x1 + 1


def test_the_same_chart_is_the_same_bytes(tmp_path):
    for name in ("a.png", "b.png"):
        draw_chart(MANY, "time", period="quarter").save(tmp_path / name)
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_what_cannot_be_charted():
    with pytest.raises(SettingsError, match="chart is 'pie'; it must be one of time"):
        draw_chart(mixed(), "pie")
    with pytest.raises(SettingsError, match="period is 'day'"):
        draw_chart(mixed(), period="day")
    with pytest.raises(SchemaError, match="lacks date_start"):
        draw_chart(mixed().drop(columns="date_start"))
    with pytest.raises(SchemaError, match="no column of the table"):
        draw_chart(mixed().drop(columns="actor"), "actors")


@pytest.mark.parametrize("chart", CHARTS)
def test_the_text_of_a_chart_is_sentences_of_the_language(chart):
    figure = draw_chart(frame(*[incident("Quetta", actor="گروہ")] * 2), chart, look=Look(lang="ur"))
    assert re.search("[.,]", figure.alt) is None
    assert figure.alt.endswith("2۔")

"""Maps for print: what they show, that it is true, and that nothing overlaps."""

from __future__ import annotations

import io
import itertools
import logging
import re
import xml.etree.ElementTree as ET
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.collections import EllipseCollection
from matplotlib.text import Annotation
from PIL import Image

from geomap.errors import RenderError, SchemaError, SettingsError
from geomap.maps.classes import SHADES, classify
from geomap.maps.figures import LANGUAGES, SIZES, Look, drawing, ink, new_figure, words_of, wrap
from geomap.maps.placing import place_incidents
from geomap.maps.static import draw_symbols, draw_units
from geomap.maps.symbols import _Drawing
from geomap.places.boundaries import load_boundaries
from geomap.records import Precision
from geomap.summary import summarize
from tests.maps.print_data import PLACES, frame, incident, many, mixed

DISTRICTS = load_boundaries("embedded-admin2")
MANY = many(200)


def annotations(figure):
    """Return the names on the map and the inset of a figure, by axes."""
    found = {}
    for axes in figure.figure.axes:
        names = [one for one in axes.get_children() if isinstance(one, Annotation)]
        if names:
            found[axes] = names
    return found


def ink_box(figure, name):
    """Return the box of a name's letters in dots, as the name was placed."""
    letters = ink(figure.figure, name.get_text(), size=name.get_fontsize(),
                  weight=name.get_fontweight())  # fmt: skip
    dots = figure.figure.dpi
    x, y = name.axes.transData.transform(name.xy) + np.array(name.xyann) * dots / 72
    return (
        x,
        y - letters.below * dots,
        x + letters.width * dots,
        y + (letters.height - letters.below) * dots,
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["symbols", "units", "province"])
def test_no_name_overlaps_another_or_leaves_its_frame(size, lang, kind):
    look = Look(size=size, lang=lang, within="PK2" if kind == "province" else None)
    with drawing(look):
        figure = draw_units(summarize(MANY), look=look) if kind == "units" else draw_symbols(
            MANY, look=look
        )  # fmt: skip
        figure.figure.canvas.draw()
        assert annotations(figure)
        for axes, names in annotations(figure).items():
            frame_box = axes.get_window_extent()
            boxes = [ink_box(figure, name) for name in names if not name.get_text().isdecimal()]
            for left, bottom, right, top in boxes:
                assert left >= frame_box.x0 - 1
                assert right <= frame_box.x1 + 1
                assert bottom >= frame_box.y0 - 1
                assert top <= frame_box.y1 + 1
            for row, a in enumerate(boxes):
                for b in boxes[:row]:
                    apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
                    assert apart, (names[row].get_text(), size, lang)


def test_texts_beside_the_map_do_not_overlap_it():
    for size in SIZES:
        look = Look(size=size)
        figure = draw_symbols(MANY, look=look)
        with drawing(look):
            figure.figure.canvas.draw()
            frames = [axes.get_window_extent() for axes in figure.figure.axes if axes.axison]
            for text in figure.figure.texts:
                box = text.get_window_extent()
                assert box.x1 <= figure.figure.bbox.x1, text.get_text()
                assert not any(box.padded(-2).overlaps(one) for one in frames), text.get_text()


LEVELS = st.sampled_from([level.value for level in Precision])
ROWS = st.builds(
    incident,
    st.sampled_from([None, *PLACES]),
    precision=LEVELS,
    district=st.sampled_from([None, "PK226", "PK2-hub", "PK2-tump", "PK999"]),
    province=st.sampled_from([None, "PK2", "PK6", "PK999"]),
    country=st.sampled_from(["PK", "AF", None]),
    kind=st.sampled_from(["incident", "multi_site", "operation", "statistic"]),
)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(rows=st.lists(ROWS, max_size=10), within=st.sampled_from([None, "PK2"]))
def test_every_incident_stands_somewhere_once(rows, within):
    table = frame(*rows)
    placed = place_incidents(table, boundaries=DISTRICTS, within=within)
    if within is None:
        assert placed.total == int(table["kind"].isin(["incident", "multi_site"]).sum())
    assert (
        placed.total
        == sum(spot.incidents for spot in placed.spots)
        + sum(sum(one.values()) for one in (placed.districts, placed.divisions, placed.provinces))
        + placed.country
        + placed.abroad
        + placed.unlocated
    )
    exact = table[table["precision"].isin(["site", "settlement", "near"]) & table["lon"].notna()]
    assert sum(spot.incidents for spot in placed.spots) <= len(exact), "no area is a point"


def test_what_stands_where():
    placed = place_incidents(mixed(), boundaries=DISTRICTS)
    assert [(spot.name, spot.incidents, spot.fatalities) for spot in placed.spots] == [
        ("Quetta", 4, 16), ("Turbat", 1, 1), ("Karachi", 1, 0),
    ]  # fmt: skip
    assert placed.districts == {"PK201": 1, "PK213": 1}
    assert placed.divisions == {"PK2-makran-division": 1}
    assert placed.provinces == {"PK2": 2}
    assert (placed.country, placed.abroad, placed.unlocated, placed.operations) == (1, 1, 1, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_line_under_the_map_accounts_for_every_incident(lang):
    figure = draw_symbols(mixed(), look=Look(lang=lang))
    numbers = [int(part) for part in "".join(
        char if char.isdecimal() else " " for char in figure.notes[0]).split()]  # fmt: skip
    assert numbers[0] == 14 == sum(numbers[1:-1])
    assert numbers[-1] == 1, "operations are not counted"
    assert figure.notes[0] in figure.alt


def test_numbers_of_areas_are_all_written():
    figure = draw_symbols(mixed())
    texts = [name.get_text() for names in annotations(figure).values() for name in names]
    assert texts.count("1") == 3
    assert "Balochistan: 2" in texts
    for size in SIZES:
        table = frame(*[incident(precision="district", district=code)
                        for code in DISTRICTS.frame["pcode"]])  # fmt: skip
        figure = draw_symbols(table, look=Look(size=size))
        texts = [name.get_text() for names in annotations(figure).values() for name in names]
        assert texts.count("1") == len(table), "a number is never left out for want of room"


def test_the_area_of_a_circle_is_its_number():
    placed = place_incidents(mixed(), boundaries=DISTRICTS)
    drawn = _Drawing(placed, None, "fatalities", Look(), words_of("en"))
    assert drawn.radius(16) ** 2 / drawn.radius(4) ** 2 == pytest.approx(4)
    assert drawn.radius(16) == max(drawn.radius(number) for number in range(17))


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.just(float("nan")), st.integers(0, 60).map(float)), max_size=40))
def test_the_label_of_a_class_is_true(values):
    found = classify(values)
    assert len(found.colours) == len(values)
    assert sum(one.units for one in found.shades) + found.zeros + found.missing == len(values)
    for value, colour in zip(values, found.colours, strict=True):
        for shade in found.shades:
            if colour == shade.colour:
                assert shade.low <= value <= shade.high
    assert all(a.high < b.low for a, b in itertools.pairwise(found.shades))


def test_shades_stay_apart_without_colour():
    for shades in SHADES.values():
        grey = [Image.new("RGB", (1, 1), colour).convert("L").getpixel((0, 0)) for colour in shades]
        assert all(a - b >= 15 for a, b in itertools.pairwise(grey))


@pytest.mark.parametrize("size", SIZES)
def test_a_png_has_its_size_at_300_dots_per_inch(size, tmp_path):
    draw_symbols(mixed(), look=Look(size=size)).save(tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as image:
        wanted = SIZES[size]
        assert image.size == (round(wanted.width * 300), round(wanted.height * 300))
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_same_map_is_the_same_bytes(kind, tmp_path, monkeypatch):
    until = date(2025, 3, 4)
    first, second = tmp_path / f"a.{kind}", tmp_path / f"b.{kind}"
    small = frame(incident("Quetta"))
    draw_symbols(mixed(), data_until=until).save(first)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    draw_symbols(mixed(), data_until=until).save(second)
    assert first.read_bytes() == second.read_bytes()
    stamp = {"svg": b"2025-03-04", "pdf": b"D:20250304"}.get(kind)
    assert stamp is None or stamp in first.read_bytes()
    column = draw_symbols(small, look=Look(size="column"))
    column.save(first)
    assert {"svg": b"1970-01-01", "pdf": b"D:19700101"}.get(kind, b"") in first.read_bytes()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    column.save(first)
    assert b"CreationDate" not in first.read_bytes()
    assert b"<dc:date>" not in first.read_bytes()


def test_an_svg_says_what_it_shows_and_loads_nothing(tmp_path):
    figure = draw_symbols(mixed(), look=Look(title="A <title> & more"))
    figure.save(tmp_path / "a.svg")
    text = (tmp_path / "a.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own file
    assert root.tag.endswith("svg")
    assert "A &lt;title&gt; &amp; more" in text
    assert "<script" not in text
    assert "<image" not in text


def test_urdu_is_shaped_from_one_font_and_nothing_is_missing(recwarn):
    figure = draw_symbols(mixed(), look=Look(lang="ur"))
    figure.figure.savefig(io.BytesIO(), format="svg")
    texts = [name.get_text() for names in annotations(figure).values() for name in names]
    assert {"کوئٹہ", "تربت", "بلوچستان: 2"} <= set(texts)
    assert not [one for one in recwarn if "missing from font" in str(one.message)]
    with drawing(Look(lang="ur")):
        shaped = ink(new_figure(Look()), "کوئٹہ", size=10).width
        apart = sum(ink(new_figure(Look()), char, size=10).width for char in "کوئٹہ")
    assert shaped < apart * 0.9, "joined letters are narrower than letters that stand alone"


def test_the_one_weight_of_the_urdu_font_is_no_news(caplog):
    with drawing(Look(lang="ur")):
        pass
    log = logging.getLogger("matplotlib.font_manager")
    log.warning("findfont: Failed to find font weight bold for Noto Sans Arabic, now using 400.")
    log.warning("findfont: Font family 'Nowhere' not found.")
    assert [record.getMessage()[:21] for record in caplog.records] == ["findfont: Font family"]


def test_english_and_urdu_have_the_same_words():
    english, urdu = (words_of(lang).texts for lang in LANGUAGES)
    assert set(english) <= set(urdu)
    for key, text in english.items():
        fields = {part.partition("}")[0] for part in text.split("{")[1:]}
        assert fields == {part.partition("}")[0] for part in urdu[key].split("{")[1:]}, key


def test_text_is_text():
    hostile = "$\\frac{1}{2}$ <b>\n\x07 " + "very long " * 80
    table = frame(incident("Quetta", place_name=hostile), *[incident("Sibi")] * 2)
    figure = draw_symbols(table, look=Look(title=hostile, size="column"))
    with drawing(figure.look):
        figure.figure.canvas.draw()
        width = figure.figure.bbox.x1
        assert all(text.get_window_extent().x1 <= width for text in figure.figure.texts)
        wide = wrap(figure.figure, "x" * 300, width=1, size=8)
        assert wide.endswith("…")


@pytest.mark.parametrize(
    "table",
    [frame(), frame(incident(country=None, province=None)), frame(incident("Quetta")),
     frame(incident(precision="province"))],
    ids=["empty", "unlocated", "one place", "one province"],
)  # fmt: skip
@pytest.mark.parametrize("size", SIZES)
def test_few_incidents_are_a_right_map(table, size):
    figure = draw_symbols(table, look=Look(size=size))
    assert figure.alt.startswith("Incidents by place.")
    assert draw_units(summarize(table), look=Look(size=size)).title == "Incidents by district"
    if not len(table):
        assert "No incidents to show" in figure.alt


def test_a_province_has_its_place_in_the_country_beside_it():
    look = Look(within="PK2")
    figure = draw_symbols(MANY, look=look)
    assert figure.title == "Incidents by place: Balochistan"
    assert "In Pakistan" in [text.get_text() for text in figure.figure.texts]
    inside = MANY[MANY["admin1_pcode"] == "PK2"]
    assert f"Of {len(inside):,} incidents" in figure.notes[0]


def test_a_crowd_is_enlarged_and_a_column_has_no_room_for_it():
    around = [text.get_text() for text in draw_symbols(MANY).figure.texts]
    assert any(text.startswith("Around ") for text in around)
    column = draw_symbols(MANY, look=Look(size="column")).figure.texts
    assert not any(text.get_text().startswith("Around ") for text in column)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("corner", [(61.6, 25.2), (69.0, 25.0)])
def test_the_scale_bar_covers_no_place(size, corner):
    """A place stands where the bar would: the bar goes to another corner, within the frame."""
    around = [
        incident("Sibi", place_name="x", lon=corner[0] + step / 5, lat=corner[1])
        for step in range(6)
    ]
    look = Look(size=size, within="PK2")
    figure = draw_symbols(frame(*around), look=look)
    with drawing(look):
        figure.figure.canvas.draw()
        (axes,) = (
            one for one in figure.figure.axes if "200 km" in [text.get_text() for text in one.texts]
        )
        bar = [
            text.get_window_extent() for text in axes.texts if text.get_text() in {"0", "200 km"}
        ]
        assert len(bar) == 2
        box = type(bar[0]).union(bar)
        inside = axes.get_window_extent()
        assert inside.x0 <= box.x0
        assert box.x1 <= inside.x1
        assert box.y1 <= inside.y1
        (circles,) = (one for one in axes.collections if isinstance(one, EllipseCollection))
        middles = axes.transData.transform(circles.get_offsets())
    assert len(middles) > 3
    assert not any(box.padded(2).contains(*middle) for middle in middles)


def test_approximate_lines_are_called_so():
    assert any("approximate" in note for note in draw_symbols(mixed()).notes)
    figure = draw_units(summarize(mixed(), by="admin1"))
    assert not any("District lines" in note for note in figure.notes)
    assert all("no statement on the status" in "".join(one.notes) for one in (
        figure, draw_symbols(mixed())))  # fmt: skip


@pytest.mark.parametrize("by", ["admin1", "division", "admin2"])
@pytest.mark.parametrize("value", ["incidents", "fatalities_per_100k"])
def test_units_of_every_level(by, value):
    figure = draw_units(summarize(MANY, by=by), value=value)
    assert figure.notes[0].startswith(f"Of {len(MANY)} incidents:")


def test_units_of_a_year():
    table = summarize(MANY, vintage="2017")
    figure = draw_units(table, vintage="2017")
    assert f"{len(MANY)} in the district shown" in figure.notes[0]


def test_what_cannot_be_drawn(tmp_path):
    with pytest.raises(SettingsError, match="size is 'poster'; it must be one of page"):
        Look(size="poster")
    with pytest.raises(SettingsError, match="lang is 'fr'; allowed are en, ur"):
        Look(lang="fr")
    with pytest.raises(SettingsError, match="value is 'deaths'; it must be one of incidents"):
        draw_symbols(mixed(), value="deaths")
    for draw in (draw_symbols, lambda table, **more: draw_units(summarize(table), **more)):
        with pytest.raises(SettingsError, match="within is 'PK9'; it must be a province"):
            draw(mixed(), look=Look(within="PK9"))
    with pytest.raises(SchemaError, match="lacks precision"):
        draw_symbols(mixed().drop(columns="precision"))
    with pytest.raises(SchemaError, match="value is 'deaths', no column"):
        draw_units(summarize(mixed()), value="deaths")
    with pytest.raises(SchemaError, match="a map shows numbers"):
        draw_units(summarize(mixed()), value="note")
    with pytest.raises(SchemaError, match="one figure for each unit"):
        draw_units(summarize(mixed(), period="year"))
    both = pd.concat([summarize(mixed()), summarize(mixed(), by="admin1")])
    with pytest.raises(SchemaError, match="the table mixes embedded-admin2"):
        draw_units(both)
    figure = draw_symbols(mixed())
    with pytest.raises(RenderError, match=r"a.gif: a figure is written as .png, .svg or .pdf"):
        figure.save(tmp_path / "a.gif")
    with pytest.raises(RenderError, match="cannot be written"):
        figure.save(tmp_path / "none" / "a.png")


def test_the_text_of_a_map_is_sentences_of_the_language():
    undated = frame(incident("Quetta", date_start=None), incident("Sibi", date_start=None))
    expected = "Incidents by place. Of 2 incidents: 2 at their place. Quetta 1, Sibi 1."
    assert draw_symbols(undated).alt == expected
    urdu = Look(lang="ur")
    for figure in (
        draw_symbols(undated, look=urdu),
        draw_symbols(frame(), look=urdu),
        draw_units(summarize(mixed()), look=urdu),
        draw_units(summarize(frame()), look=urdu),
    ):
        assert re.search("[.,]", figure.alt) is None, figure.alt
        assert figure.alt.endswith("۔")
        assert "Quetta" not in figure.alt

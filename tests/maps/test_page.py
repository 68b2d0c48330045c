"""The page in a real Chromium, used as a person would."""

from __future__ import annotations

import json
import re

import geopandas as gpd
import pytest
import shapely

from geomap import __version__
from geomap.maps.basemap import encode_integers, load_basemap
from tests.maps.page import at, fact, open_row, painted, saved, settle
from tests.maps.samples import (
    EVENT_TYPES,
    URDU_QUOTE,
    many_incidents,
    record,
)

pytestmark = pytest.mark.browser

TALL = 2400  # high enough for every row of the sample to be in the page


def test_it_opens_without_a_request_or_an_error(visit, sample_file):
    seen = visit(sample_file)
    page = seen.page
    assert page.locator("h1").inner_text() == "Invented sample"
    assert "26 of 26 shown" in page.locator(".gm-count").inner_text()
    assert "Reports until 6 February 2026" in page.locator(".gm-until").inner_text()
    foot = page.locator(".gm-foot")
    assert "Boundaries are indicative and make no statement on the status" in foot.inner_text()
    foot.locator(".gm-credits summary").click()
    assert "GeoNames (CC BY 4.0" in foot.inner_text()
    assert "Natural Earth" in foot.inner_text()
    assert re.search(
        r"Districts are approximate: \d\d% of the area is in the right one", foot.inner_text()
    )
    assert re.search(r"Provinces: .*; as of \d{4}", foot.inner_text())
    assert f"Drawn by geomap {__version__}" in foot.inner_text()
    assert page.locator(".leaflet-control-scale").is_visible()
    seen.assert_quiet()


def test_a_point_opens_its_card(visit, sample_file):
    seen = visit(sample_file)
    page = seen.page
    page.mouse.click(*at(page, "Lahore"))
    card = page.locator(".gm-card")
    assert card.locator("h2").inner_text() == "Violence against civilians"
    assert fact(card, "When").inner_text() == "1 February 2026"
    assert fact(card, "Where").inner_text().startswith("in Lahore")
    assert fact(card, "Killed").inner_text() == "2"
    assert fact(card, "Injured").inner_text() == "not stated"
    page.keyboard.press("Escape")
    assert card.is_hidden()
    seen.assert_quiet()


def test_several_at_one_point_open_as_a_list(visit, sample_file):
    page = visit(sample_file).page
    for _ in range(3):
        page.keyboard.press("Tab")
    page.evaluate(
        "() => window[document.querySelector('.folium-map').id].setView([30.18, 67.0], 10)",
    )
    page.wait_for_timeout(300)
    page.mouse.click(*at(page, "Quetta"))
    card = page.locator(".gm-card")
    assert "2 records here" in card.locator("h2").inner_text()
    card.locator(".gm-row", has_text="reports say").click()
    assert "4 (reports say 3 to 6)" in fact(card, "Killed").inner_text()
    assert "of them: civilians 3, security forces 1" in fact(card, "Killed").inner_text()
    assert "according to a district official" in fact(card, "Actor").inner_text()
    assert "another outlet reported" in card.inner_text()
    assert card.locator(".gm-sources li").count() == 2
    card.locator(".gm-back").click()
    assert "2 records here" in card.locator("h2").inner_text()


def test_an_area_is_shaded_and_opens_its_list(visit, sample_file):
    page = visit(sample_file).page
    lon, lat = 64.4, 28.4
    spot = page.evaluate(
        """([lat, lon]) => {
            const node = document.querySelector(".folium-map");
            const at = window[node.id].latLngToContainerPoint([lat, lon]);
            const box = node.getBoundingClientRect();
            return [box.x + at.x, box.y + at.y];
        }""",
        [lat, lon],
    )
    assert painted(page, spot)[3] > 0
    page.mouse.move(*spot)
    assert "Balochistan: 1 incident, 1 operation" in page.locator(".gm-tip").text_content()
    page.mouse.click(*spot)
    card = page.locator(".gm-card")
    assert card.locator("h2").inner_text() == "Balochistan: 1 incident, 1 operation"
    assert "do not say where in this area" in card.inner_text()
    card.locator(".gm-row", has_text="Operation").click()
    assert "within Balochistan; the report does not say where" in fact(card, "Where").inner_text()
    assert "of them: militants 216" in fact(card, "Killed").inner_text()
    assert "31 January 2026 to 5 February 2026" in fact(card, "When").inner_text()


def test_what_is_not_on_the_map_is_counted_and_listed(visit, sample_file):
    page = visit(sample_file).page
    page.get_by_role("button", name="3 not on the map").click()
    text = page.locator(".gm-card").inner_text()
    for words in ("Known to the country only (1)", "Abroad, without a point (1)", "not stated (1)"):
        assert words in text


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Mastung district", "within Mastung district; the report does not say where"),
        ("Mand tehsil", "within Mand tehsil; the report does not say where"),
        ("Makran division", "within Makran division; the report does not say where"),
        ("Saryab Road", "at Saryab Road, Quetta"),
        ("Turbat", "near Turbat, within about 30 km"),
        ("N-25 highway", "along N-25 highway; the report does not say where on it"),
        ("Not known", "place not found or not stated"),
    ],
)
def test_the_place_is_put_in_words(visit, sample_file, row, words):
    page = visit(sample_file, height=TALL).page
    assert words in fact(open_row(page, row), "Where").inner_text()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Makran division", "in the week of 31 January 2026 (day not stated)"),
        ("January 2026", "January 2026 (day not stated)"),
        (re.compile("^Pakistan"), "2025 (only the year is stated)"),
        ("undated", "date not stated"),
    ],
)
def test_the_date_is_put_in_words(visit, sample_file, row, words):
    page = visit(sample_file, height=TALL).page
    assert fact(open_row(page, row), "When").inner_text() == words


def test_an_urdu_quote_reads_from_right_to_left(visit, sample_file):
    page = visit(sample_file).page
    card = page.locator(".gm-card")
    rows = page.locator(".gm-list .gm-row", has_text="Mastung district")
    rows.filter(has_text="31 Jan 2026").click()
    quote = card.locator("blockquote", has_text=URDU_QUOTE)
    assert quote.get_attribute("dir") == "rtl"
    assert quote.get_attribute("lang") == "ur"
    assert quote.evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_search_and_filters_keep_list_map_and_count_in_step(visit, sample_file):
    page = visit(sample_file).page
    count = page.locator(".gm-count")
    page.get_by_role("searchbox").fill("sukkur")
    page.wait_for_function(
        "() => document.querySelector('.gm-count').textContent.startsWith('1 of')"
    )
    assert page.locator(".gm-list .gm-row").count() == 1
    page.get_by_role("button", name="Reset").click()
    assert count.inner_text().startswith("26 of 26 shown")
    page.locator(".gm-filters > summary").click()
    before = painted(page, at(page, "Lahore"))
    page.locator(".gm-facet summary", has_text="Event type").click()
    for name in ("Battles", "Explosions"):
        page.get_by_label(name).check()
    page.wait_for_timeout(100)
    assert count.inner_text().startswith("16 of 26 shown")
    assert painted(page, at(page, "Lahore")) != before
    page.get_by_label("From").fill("2026-02-01")
    page.get_by_label("From").dispatch_event("change")
    assert count.inner_text().startswith("2 of 26 shown")
    assert "1 without a date" in page.locator(".gm-form").inner_text()
    page.get_by_role("button", name="Reset").click()
    assert not page.get_by_label("Battles").is_checked()


def test_no_match_is_said(visit, sample_file):
    page = visit(sample_file).page
    page.get_by_role("searchbox").fill("zzzz")
    page.get_by_text("Nothing matches these filters.").wait_for()
    assert "0 of 26 shown" in page.locator(".gm-count").inner_text()


def test_the_list_can_be_walked_by_keyboard(visit, sample_file):
    page = visit(sample_file).page
    page.locator(".gm-list .gm-row").first.focus()
    page.keyboard.press("End")
    row = page.locator(".gm-row:focus")
    assert "undated" in row.inner_text()
    assert row.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    card = page.locator(".gm-card")
    assert card.locator("h2").evaluate("node => node === document.activeElement")
    page.keyboard.press("Escape")
    assert card.is_hidden()
    assert page.evaluate("() => document.activeElement.classList.contains('gm-row')")


def test_a_click_is_not_lost_while_the_list_still_moves(visit, tmp_path):
    page = visit(saved(tmp_path, many_incidents(200, prose=False))).page
    page.locator(".gm-list").evaluate("node => { node.scrollTop = 12 * 54 - 3; }")
    settle(page)
    box = page.locator(".gm-list").bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 2.5 * 54)
    page.mouse.down()
    page.locator(".gm-list").evaluate("node => { node.scrollTop += 6; }")  # another row comes in
    settle(page)
    page.mouse.up()
    page.locator(".gm-card").wait_for()


def test_the_map_fits_what_is_left_when_its_sources_are_opened(visit, sample_file):
    page = visit(sample_file).page
    size = "() => geomap.pages[0].map.getSize().y"
    before = page.evaluate(size)
    page.locator(".gm-credits summary").click()
    page.locator(".gm-words summary").click()
    page.wait_for_function("high => geomap.pages[0].map.getSize().y < high", arg=before)
    assert page.evaluate(size) == round(page.locator(".gm-stage").bounding_box()["height"])


def test_the_panel_is_closed_and_used_by_keys(visit, sample_file):
    page = visit(sample_file).page
    toggle = page.locator(".gm-toggle")
    wide = page.locator(".folium-map").bounding_box()["width"]
    toggle.focus()
    page.keyboard.press("Enter")
    assert page.locator(".gm-panel").is_hidden()
    assert toggle.get_attribute("aria-expanded") == "false"
    assert page.locator(".folium-map").bounding_box()["width"] == wide + 330
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("lahore")
    page.wait_for_function("() => geomap.pages[0].filters.count === 1")
    page.get_by_role("searchbox").fill("")
    page.wait_for_function("() => geomap.pages[0].filters.count === 26")
    page.locator(".gm-filters > summary").focus()
    page.keyboard.press("Enter")
    page.locator(".gm-facet > summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".gm-facet[open] input").first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    ticked = page.locator(".gm-tick:has(input:checked) .gm-small")
    assert ticked.inner_text() == str(page.evaluate("() => geomap.pages[0].filters.count"))
    assert page.locator(".gm-on").first.inner_text() == "1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_window_works(visit, sample_file, scheme):
    seen = visit(sample_file, width=360, height=740, color_scheme=scheme, has_touch=True)
    page = seen.page
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    assert page.locator(".gm-panel").is_hidden()
    assert page.locator(".folium-map").bounding_box()["height"] > 350
    page.get_by_role("button", name="List and filters").click()
    page.locator(".gm-list .gm-row", has_text="Turbat").click()
    card = page.locator(".gm-card")
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    foot = page.locator(".gm-foot").bounding_box()
    assert box["y"] + box["height"] <= foot["y"] + 1
    assert at(page, "Turbat")[1] < box["y"]
    card.get_by_role("button", name="Close").click()
    page.touchscreen.tap(*at(page, "Lahore"))
    assert "Violence" in card.locator("h2").inner_text()
    seen.assert_quiet()


def test_dark_mode_changes_page_and_map(visit, sample_file):
    spots = []
    for scheme in ("light", "dark"):
        page = visit(sample_file, color_scheme=scheme).page
        paper = page.locator(".gm").evaluate("node => getComputedStyle(node).backgroundColor")
        spots.append((paper, painted(page, at(page, "Lahore"))))
    assert spots[0][0] != spots[1][0]
    assert spots[0][1] != spots[1][1]


def test_the_legend_shows_what_the_map_has_and_no_more(visit, tmp_path, sample_file):
    page = visit(sample_file).page
    text = page.locator(".gm-legend").inner_text()
    for words in [*EVENT_TYPES, "Other or no event type", "Operation in an area", "Line of Control",
                  "District (approximate)", "Near a place", "Along a line"]:  # fmt: skip
        assert words in text
    few = gpd.GeoDataFrame(
        [record(1, "settlement", "Riots", place_name="Quetta")], geometry="geometry", crs=4326
    )
    text = visit(saved(tmp_path, few)).page.locator(".gm-legend").inner_text()
    assert "Riots" in text
    for words in ("Battles", "Operation", "Near a place", "Along a line", "Area:", "Several"):
        assert words not in text


@pytest.mark.parametrize("shape", ["empty", "one", "same place", "zero", "abroad"])
def test_odd_tables_open(visit, tmp_path, shape):
    points = {
        "empty": [],
        "one": [shapely.Point(67, 30)],
        "same place": [shapely.Point(67, 30)] * 50,
        "zero": [shapely.Point(0, 0)],
        "abroad": [shapely.Point(-0.1, 51.5), shapely.Point(30.2, 66.9)],
    }[shape]
    frame = gpd.GeoDataFrame(geometry=gpd.GeoSeries(points, crs=4326))
    seen = visit(saved(tmp_path, frame))
    assert f"{len(points)} of {len(points)} shown" in seen.page.locator(".gm-count").inner_text()
    seen.assert_quiet()


def test_long_text_does_not_break_the_page(visit, tmp_path):
    row = record(1, "settlement", "Battles", place_name="Quetta", actor="x" * 100_000)
    row["sources"][0]["title"] = "word " * 20_000
    seen = visit(saved(tmp_path, gpd.GeoDataFrame([row], geometry="geometry", crs=4326)))
    page = seen.page
    card = open_row(page, "Quetta")
    assert card.bounding_box()["height"] <= 800
    assert card.evaluate("node => node.scrollWidth <= node.clientWidth")
    seen.assert_quiet()


def test_python_and_the_page_read_numbers_alike(visit, sample_file):
    page = visit(sample_file).page
    numbers = [0, 1, -1, 15, 16, -16, 2**31 - 2, -(2**31) + 2, 7_412_345]
    read = "([text, summed]) => [...geomap.integers(text, summed)]"
    assert page.evaluate(read, [encode_integers([*numbers, float("nan")]), False])[:-1] == numbers
    small = [5, 5, -100, 6_700_000]
    assert page.evaluate(read, [encode_integers(small, summed=True), True]) == small
    block = json.loads(json.dumps(load_basemap().payload))
    rings = block["features"][0]["rings"]
    box = page.evaluate("([rings, scale]) => geomap.shape(rings, scale).box", [rings, 1000])
    assert 0.6 < box[0] < box[2] < 0.75

"""Layers, clusters, timeline, tiles, paper and languages of the page, used as a person would."""

from __future__ import annotations

import statistics

import geopandas as gpd
import pytest
import shapely

from tests.maps.page import (
    at,
    choose,
    count,
    go_to,
    marks,
    open_filters,
    open_row,
    painted,
    saved,
    settle,
    spot,
    tip_at,
)
from tests.maps.samples import many_incidents, record, sample_incidents, within

pytestmark = pytest.mark.browser

TILE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff\xff\x7f\x00\t\xfb\x03\xfd\x05CE\xca\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture(scope="module")
def many_file(tmp_path_factory):
    return saved(tmp_path_factory.mktemp("many"), many_incidents(600, prose=False))


def test_areas_are_coloured_by_what_the_filters_leave(visit, sample_file):
    seen = visit(sample_file)
    page = seen.page
    khuzdar = spot(page, 66.5, 26.7)
    plain = painted(page, khuzdar)
    choose(page, measure="fatalities")
    page.get_by_label("No points").check()
    settle(page)
    assert painted(page, khuzdar) != plain
    legend = page.locator(".gm-legend-classes")
    assert legend.locator("h3").inner_text().lower() == "people killed"
    assert legend.locator("li").first.inner_text() == "0"
    assert "10 of 23 shown incidents are in no district's colour" in legend.inner_text()
    assert tip_at(page, 66.5, 26.7) == "Khuzdar \u00b7 people killed: 1"
    classes = legend.locator("li").all_inner_texts()
    open_filters(page, "Event type")
    zero = painted(page, spot(page, 68.2, 30.2))
    page.get_by_label("Battles").check()
    settle(page)
    assert tip_at(page, 66.5, 26.7) == "Khuzdar \u00b7 people killed: 0"
    assert painted(page, khuzdar) == zero
    assert legend.locator("li").all_inner_texts() == classes  # a colour keeps its meaning
    page.get_by_role("button", name="Reset").click()
    page.mouse.click(*khuzdar)
    assert page.locator(".gm-card h2").inner_text() == "Khuzdar \u00b7 people killed: 1"
    assert page.locator(".gm-card .gm-row").count() == 1
    seen.assert_quiet()


def test_areas_know_rates_levels_zero_and_no_figure(visit, sample_file):
    page = visit(sample_file).page
    choose(page, measure="incidents", rate="population", level="district")
    page.get_by_label("No points").check()
    settle(page)
    legend = page.locator(".gm-legend-classes")
    assert legend.locator("h3").inner_text().lower() == "incidents per 100,000 people"
    assert "no figure for this unit" in legend.inner_text()
    assert "over 0, up to" in legend.inner_text()
    assert tip_at(page, 72.5, 31.2).endswith("incidents per 100,000 people: 0")
    assert tip_at(page, 75.5, 35.3).endswith("no figure for this unit")
    zero, none = (painted(page, spot(page, *where)) for where in ((72.5, 31.2), (66.9, 30.2)))
    assert zero != none
    choose(page, rate="area", level="province")
    assert "per 1,000 km" in legend.inner_text()
    assert "in no province's colour" in legend.inner_text()
    assert "Balochistan" in tip_at(page, 64.2, 28.6)
    choose(page, measure="")
    assert legend.is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_legend_has_the_colours_of_the_map(visit, sample_file, scheme):
    fragment = "#areas=incidents,number,province&points=none"
    page = visit(sample_file, fragment=fragment, color_scheme=scheme).page
    pairs = page.evaluate(
        """() => {
            const { choropleth, symbols } = geomap.pages[0];
            const probe = document.createElement("i");
            return choropleth.colors(symbols.theme()).map((color, k) => {
                const swatch = document.querySelectorAll(".gm-swatch-class")[k];
                document.body.append(probe);
                probe.style.background = color;
                return [probe, swatch].map((one) => getComputedStyle(one).backgroundColor);
            });
        }""",
    )
    assert len(pairs) >= 3
    assert [swatch for _, swatch in pairs] == [color for color, _ in pairs]


def test_heat_takes_the_place_of_symbols(visit, sample_file):
    page = visit(sample_file).page
    lahore = at(page, "Lahore")
    symbol = painted(page, lahore)
    assert marks(page)
    page.locator(".gm-layers summary").click()
    page.get_by_label("Heat: where incidents are dense").check()
    settle(page)
    heat = painted(page, lahore)
    assert heat[3] > 0
    assert heat != symbol
    assert marks(page) == []
    assert page.locator(".gm-legend", has_text="Heat: from few incidents").is_visible()
    assert page.locator(".gm-legend-points").first.is_hidden()


def test_clusters_count_what_they_hold_and_open(visit, many_file):
    seen = visit(many_file)
    page = seen.page
    shown = marks(page)
    assert sum(mark["count"] for mark in shown) == 600
    assert sum(mark["killed"] for mark in shown) == int(
        many_incidents(600, prose=False)["fatalities_best"].sum()
    )
    largest = page.evaluate(
        """() => {
            const view = geomap.pages[0], box = view.map.getContainer().getBoundingClientRect();
            const mark = view.incidents.marks.find((one) => one.kind === "cluster");
            const at = view.map.layerPointToContainerPoint([mark.x, mark.y]);
            return [box.x + at.x, box.y + at.y, mark.count];
        }""",
    )
    page.mouse.move(*largest[:2])
    assert page.locator(".gm-tip").text_content().startswith(f"{largest[2]} records here")
    before = page.evaluate("() => geomap.pages[0].map.getZoom()")
    page.mouse.click(*largest[:2])
    settle(page)
    assert page.evaluate("() => geomap.pages[0].map.getZoom()") >= before + 1
    seen.assert_quiet()


def test_from_close_up_every_incident_stands_alone(visit, many_file):
    page = visit(many_file).page
    go_to(page, "Quetta", 12)
    assert {mark["kind"] for mark in marks(page)} <= {"point", "stack"}


def test_a_stack_fans_out_and_its_members_open(visit, tmp_path):
    kinds = ("Battles", "Riots", "Protests", "Strategic developments")
    rows = [record(n, "settlement", kind, place_name="Quetta") for n, kind in enumerate(kinds)]
    page = visit(saved(tmp_path, gpd.GeoDataFrame(rows, geometry="geometry", crs=4326))).page
    assert [mark["kind"] for mark in marks(page)] == ["stack"]
    page.mouse.click(*at(page, "Quetta"))
    settle(page)
    fan = [mark for mark in marks(page) if mark["kind"] == "point"]
    assert sorted(mark["members"][0] for mark in fan) == [0, 1, 2, 3]
    places = page.evaluate(
        """() => {
            const { map, incidents } = geomap.pages[0];
            const box = map.getContainer().getBoundingClientRect();
            return incidents.marks.filter((one) => one.kind === "point").map((one) => {
                const at = map.layerPointToContainerPoint([one.x, one.y]);
                return [box.x + at.x, box.y + at.y];
            });
        }""",
    )
    found = set()
    for x, y in places:
        page.mouse.click(x, y)
        found.add(page.locator(".gm-card h2").inner_text())
        assert page.locator(".gm-card .gm-facts").count() == 1
    assert found == set(kinds)


def test_the_timeline_is_brushed_dragged_and_cleared(visit, many_file):
    page = visit(many_file).page
    track = page.locator(".gm-track").bounding_box()
    middle = track["y"] + track["height"] / 2
    page.mouse.move(track["x"] + track["width"] * 0.25, middle)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] * 0.4, middle)
    page.mouse.move(track["x"] + track["width"] * 0.5, middle)
    page.mouse.up()
    brushed = count(page)
    assert 100 < brushed < 200
    start = page.locator("input[type=date]").first.input_value()
    assert start.startswith("2017-")
    handle = page.locator(".gm-handle-until").bounding_box()
    page.mouse.move(handle["x"] + handle["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] * 0.8, middle)
    page.mouse.up()
    assert count(page) > brushed + 100
    page.mouse.click(track["x"] + track["width"] * 0.1, middle)
    assert count(page) == 600


def test_the_timeline_is_moved_by_keys(visit, many_file):
    page = visit(many_file).page
    until = page.locator(".gm-handle-until")
    until.focus()
    page.keyboard.press("Home")
    one_bar = count(page)
    assert 0 < one_bar < 20
    first = until.get_attribute("aria-valuetext")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageUp")
    assert until.get_attribute("aria-valuetext") != first
    assert count(page) > one_bar
    page.keyboard.press("End")
    assert count(page) == 600
    page.locator(".gm-handle-from").focus()
    page.keyboard.press("End")
    assert count(page) < 20


def test_play_moves_a_window_through_time(visit, many_file):
    page = visit(many_file).page
    page.evaluate("() => (geomap.TIMELINE.step = 80)")  # slow enough not to end before the click
    play = page.get_by_role("button", name="Play through time")
    play.click()
    page.get_by_role("button", name="Pause").wait_for()
    first = page.locator("input[type=date]").first
    page.wait_for_function("() => geomap.pages[0].filters.from > 17000")
    assert first.input_value() > "2016-07"
    page.get_by_role("button", name="Pause").click()
    still = first.input_value()
    page.wait_for_timeout(200)
    assert first.input_value() == still
    assert count(page) < 600


def test_tiles_that_cannot_be_reached_leave_the_embedded_map(visit, tmp_path):
    path = saved(tmp_path, sample_incidents(), basemap="OpenStreetMap.Mapnik")
    seen = visit(path, route=lambda route: route.abort())
    page = seen.page
    assert painted(page, at(page, "Lahore"), "base")[3] == 255
    hosts = {url.split("/")[2] for url in seen.requests[1:]}
    assert hosts == {"tile.openstreetmap.org"}
    page.locator(".gm-credits summary").click()
    assert "OpenStreetMap contributors" in page.locator(".gm-foot").inner_text()
    assert not [text for text in seen.errors if "ERR_FAILED" not in text]


def test_tiles_that_arrive_bring_their_own_names(visit, tmp_path):
    path = saved(tmp_path, sample_incidents(), basemap="OpenStreetMap.Mapnik")

    def answer(route):
        route.fulfill(body=TILE, content_type="image/png")

    seen = visit(path, route=answer)
    seen.page.wait_for_function("() => geomap.pages[0].incidents.named === false")
    assert seen.errors == []


def test_without_a_basemap_the_ground_is_empty(visit, tmp_path):
    seen = visit(saved(tmp_path, sample_incidents(), basemap=None))
    assert seen.page.locator(".leaflet-geomap-base-pane canvas").count() == 0
    seen.assert_quiet()


def test_paper_has_map_legend_sources_and_figures(visit, sample_file):
    page = visit(sample_file).page
    page.locator(".gm-legend summary").click()
    page.emulate_media(media="print")
    page.wait_for_function("() => geomap.pages[0].isPrinting")
    assert page.locator(".gm-panel").is_hidden()
    assert page.locator(".gm-timeline").is_hidden()
    for name in ("legend-body", "credits ul", "words ul"):
        assert page.locator(f".gm-{name}").is_visible()
    assert painted(page, spot(page, 65.5, 33.5))[3] == 255  # the ground is on the printed canvas
    page.emulate_media(media="screen")
    page.wait_for_function("() => !geomap.pages[0].isPrinting")
    assert not page.locator(".gm-legend").evaluate("node => node.open")
    assert painted(page, spot(page, 65.5, 33.5))[3] == 0
    content = page.pdf(print_background=True)
    assert content.startswith(b"%PDF")
    assert len(content) > 100_000


def test_paper_is_light_whatever_the_screen(visit, sample_file):
    page = visit(sample_file, color_scheme="dark").page
    lahore = at(page, "Lahore")
    dark = painted(page, lahore)
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_function("() => geomap.pages[0].isPrinting")
    paper = page.locator(".gm").evaluate("node => getComputedStyle(node).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    ground = [min(painted(page, spot(page, 71.5 + k / 8, 30.2))[:3]) for k in range(25)]
    assert statistics.median(ground) > 200  # some hit a name or a line
    page.emulate_media(media="screen", color_scheme="dark")
    page.wait_for_function("() => !geomap.pages[0].isPrinting")
    assert painted(page, at(page, "Lahore")) == dark


def test_urdu_page_reads_from_right_to_left(visit, urdu_file):
    seen = visit(urdu_file)
    page = seen.page
    app = page.locator(".gm")
    assert (app.get_attribute("lang"), app.get_attribute("dir")) == ("ur", "rtl")
    assert page.locator("html").get_attribute("lang") == "ur"
    assert "26 میں سے 26" in page.locator(".gm-count").inner_text()
    panel, stage = (page.locator(name).bounding_box() for name in (".gm-panel", ".gm-stage"))
    assert panel["x"] > stage["x"]
    card = open_row(page, "ضلع مستونگ")
    assert "مستونگ" in card.inner_text()
    page.get_by_role("searchbox").fill("lahore")  # both names are found
    page.wait_for_function("() => geomap.pages[0].filters.count === 1")
    page.get_by_role("searchbox").fill("لاہور")
    page.wait_for_function("() => geomap.pages[0].filters.text === 'لاہور'")
    assert page.evaluate("() => geomap.pages[0].filters.count") == 1
    text = page.locator(".gm-legend").inner_text() + page.locator(".gm-foot").inner_text()
    assert "Legend" not in text
    assert page.evaluate("() => document.documentElement.scrollWidth") == 1280
    seen.assert_quiet()


def test_near_circles_and_lines_are_drawn_and_open(visit, sample_file):
    page = visit(sample_file).page
    go_to(page, "Turbat", 9)
    lon, lat = page.evaluate(
        "() => { const c = geomap.pages[0].map.getCenter(); return [c.lng, c.lat]; }"
    )
    page.mouse.click(*spot(page, lon + 0.2, lat))  # within 30 km, far from the symbol
    assert "near Turbat, within about 30 km" in page.locator(".gm-card").inner_text()


def test_swapped_and_impossible_coordinates_are_listed(visit, tmp_path):
    points = [shapely.Point(30.2, 66.9), shapely.Point(400, 30), shapely.Point(67, 95), None]
    rows = [record(n, "settlement", "Battles", place_name="Quetta", **within("Quetta"))
            for n in range(4)]  # fmt: skip
    for row, point in zip(rows, points, strict=True):
        row["geometry"] = point
    seen = visit(saved(tmp_path, gpd.GeoDataFrame(rows, geometry="geometry", crs=4326)))
    assert count(seen.page) == 4
    assert sum(mark["count"] for mark in marks(seen.page)) <= 1
    seen.assert_quiet()

"""The list, the search for places and the colours of bare points, in step with the map."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from tests.maps.page import choose, count, go_to, open_filters, saved, settle, tip_at
from tests.maps.samples import many_incidents, town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def many_file(tmp_path_factory):
    return saved(tmp_path_factory.mktemp("many"), many_incidents(600, prose=False))


def test_a_table_of_bare_points_counts_in_the_units_that_they_lie_in(visit, tmp_path):
    """Four in Quetta, two in Lahore, one abroad, one whose coordinates are swapped, one at 0, 0."""
    towns = [town("Quetta")] * 4 + [town("Lahore")] * 2
    points = [shapely.Point(at) for at in [*towns, (65.7, 31.6), (30.2, 66.9), (0, 0)]]
    seen = visit(saved(tmp_path, gpd.GeoDataFrame(geometry=points, crs=4326)))
    page = seen.page
    assert count(page) == 9
    choose(page, measure="incidents")
    page.get_by_label("No points").check()
    settle(page)
    legend = page.locator(".gm-legend-classes").inner_text()
    assert "3 of 9 shown incidents are in no district's colour" in legend
    assert tip_at(page, *town("Quetta")) == "Quetta \u00b7 incidents: 4"
    open_filters(page, "Province")
    page.get_by_label("No province").check()
    assert count(page) == 3
    seen.assert_quiet()


def test_the_search_goes_to_places(visit, sample_file):
    page = visit(sample_file).page
    search = page.get_by_role("searchbox")
    offered = page.locator(".gm-goto li")
    search.press_sequentially("khuzd")
    page.wait_for_function("() => document.querySelectorAll('.gm-goto li').length === 2")
    assert offered.all_inner_texts() == ["Go to Khuzdar District", "Go to Khuzdar Town or village"]
    search.press("Tab")
    page.keyboard.press("Enter")  # all of the district
    settle(page)
    bounds = (
        "() => { const b = geomap.pages[0].map.getBounds(); return [b.getWest(), b.getEast()]; }"
    )
    west, east = page.evaluate(bounds)
    assert 60 < west < 66.6 < east < 72
    page.get_by_role("button", name="Go to Khuzdar").last.click()
    settle(page)
    assert page.evaluate("() => geomap.pages[0].map.getZoom()") == 10
    west, east = page.evaluate(bounds)
    assert west < town("Khuzdar")[0] < east
    search.fill("saryab")  # only an incident names it
    page.get_by_role("button", name="Go to Saryab Road, Quetta").wait_for()
    search.fill("zzzz")
    page.wait_for_function("() => document.querySelector('.gm-goto').hidden")
    page.get_by_role("button", name="Reset").click()
    assert offered.count() == 0


def test_what_is_being_typed_is_kept_while_the_page_changes(visit, sample_file):
    page = visit(sample_file).page
    typed = page.evaluate(
        """() => {
            const { filters, panel } = geomap.pages[0];
            panel.search.value = "khuz";
            panel.search.dispatchEvent(new Event("input"));
            filters.from = 20000;
            filters.apply(); // as a step of play does, before the typing is done
            return [panel.search.value, filters.text];
        }"""
    )
    assert typed == ["khuz", ""]
    page.wait_for_function("() => geomap.pages[0].filters.text === 'khuz'")


def test_the_list_marks_what_the_map_opens(visit, many_file):
    page = visit(many_file).page
    list_ = page.locator(".gm-panel .gm-list")
    page.evaluate("() => geomap.pages[0].openMembers([400])")
    row = page.locator(".gm-list .gm-row[aria-current]")
    assert row.count() == 1
    assert page.locator("li:has(> .gm-row[aria-current])").get_attribute("aria-posinset") == "401"
    outer, box = list_.bounding_box(), row.bounding_box()
    assert outer["y"] <= box["y"]
    assert box["y"] + box["height"] <= outer["y"] + outer["height"] + 1
    page.keyboard.press("Escape")
    assert row.count() == 0


def test_the_list_follows_the_window_of_the_map_if_asked(visit, sample_file):
    page = visit(sample_file).page
    rows = page.locator(".gm-panel .gm-row-place")
    follow = page.get_by_label("Only what the map's window shows")
    follow.check()
    go_to(page, "Lahore", 9)
    assert rows.all_inner_texts() == ["Lahore"]
    assert page.locator(".gm-follow .gm-small").inner_text() == "1"
    assert count(page) == 26  # the filters are as they were
    link = page.evaluate("() => location.hash")
    go_to(page, "Quetta", 9)
    texts = rows.all_inner_texts()
    assert {"Quetta", "Saryab Road, Quetta", "Mastung district", "Balochistan"} <= set(texts)
    assert "Lahore" not in texts
    page.wait_for_function(
        "(link) => location.hash !== link && location.hash.includes('list=view')", arg=link
    )
    again = visit(sample_file, fragment=page.url[page.url.index("#") :]).page
    assert again.locator(".gm-panel .gm-row-place").all_inner_texts() == texts
    follow.uncheck()
    assert page.locator(".gm-list li").first.get_attribute("aria-setsize") == "26"
    page.evaluate("() => geomap.pages[0].map.setView([0, 0], 8)")
    follow.check()
    page.get_by_text("Nothing in this part of the map.").wait_for()

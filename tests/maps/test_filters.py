"""Filters, links to a state, and files taken away, used as a person would."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

import pytest
import shapely

from tests.maps.page import choose, count, fact, go_to, open_filters, open_row, saved
from tests.maps.samples import sample_incidents

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("title", "value", "left"),
    [
        ("Event type", "Riots", 1),
        ("Actor", "Security forces", 2),
        ("Side of those killed", "Militants", 1),
        ("Severity: people killed", "25 or more", 2),
        ("Precision of the place", "District", 4),
        ("District", "Mastung", 2),
        ("Province", "Sindh", 2),
        ("Source", "Morning Example", 1),
    ],
)
def test_each_filter_leaves_what_it_says(visit, sample_file, title, value, left):
    page = visit(sample_file).page
    open_filters(page)
    box = page.locator(".gm-facet").filter(has=page.get_by_text(title, exact=True)).first
    box.locator("summary").click()
    tick = box.locator(".gm-tick").filter(has=page.get_by_text(value, exact=True))
    assert tick.locator(".gm-small").inner_text() == str(left)
    tick.click()
    assert count(page) == left
    assert page.locator(".gm-list .gm-row").count() == left
    in_words = page.locator(".gm-words li").first
    page.wait_for_function(
        "n => document.querySelector('.gm-words li').textContent.startsWith(n + ' of 26')", arg=left
    )
    assert in_words.text_content().startswith(f"{left} of 26 shown")


def test_words_in_quotes_are_found(visit, sample_file):
    page = visit(sample_file).page
    page.get_by_role("searchbox").fill("another outlet reported")
    page.wait_for_function("() => geomap.pages[0].filters.count === 1")
    page.get_by_role("searchbox").fill("سڑک کنارے")
    page.wait_for_function("() => geomap.pages[0].filters.text.length < 12")
    assert count(page) == 1


def test_a_link_shows_the_same_again(visit, sample_file):
    page = visit(sample_file).page
    open_filters(page, "Event type")
    for name in ("Battles", "Explosions"):
        page.get_by_label(name).check()
    page.locator("input[type=date]").first.fill("2026-01-15")
    page.get_by_role("searchbox").fill("e")
    choose(page, measure="injured", level="province")
    page.wait_for_function("() => geomap.pages[0].filters.text === 'e'")
    go_to(page, "Quetta", 8)
    open_row(page, "Quetta").locator(".gm-sources").wait_for()
    view = "() => { const { map } = geomap.pages[0]; return [map.getCenter(), map.getZoom()]; }"
    state = "() => geomap.pages[0].state.text()"
    page.wait_for_function("() => location.hash.includes('open=')")
    link, seen_view, text = page.url, page.evaluate(view), page.evaluate(state)
    again = visit(sample_file, fragment=link[link.index("#") :])
    page = again.page
    page.locator(".gm-card .gm-sources").wait_for()
    assert page.evaluate(state) == text
    assert page.evaluate(view)[1] == seen_view[1]
    assert page.locator(".gm-card h2").inner_text() == "Explosions/Remote violence"
    assert "4 (reports say 3 to 6)" in fact(page.locator(".gm-card"), "Killed").inner_text()
    assert page.locator("[id$=_measure]").input_value() == "injured"
    assert page.get_by_role("searchbox").input_value() == "e"
    again.assert_quiet()


def test_a_link_to_what_is_gone_opens_the_rest(visit, sample_file):
    fragment = "#v=x,y,z&event_type=Nothing&event_type=Riots&open=3,gone&areas=a,b,c&from=abc&%%%"
    seen = visit(sample_file, fragment=fragment)
    assert count(seen.page) == 1
    assert seen.page.locator(".gm-card").is_hidden()
    seen.assert_quiet()


def test_a_link_may_name_the_row_alone(visit, sample_file):
    seen = visit(sample_file, fragment="#open=12")
    seen.page.locator(".gm-card .gm-sources").wait_for()
    assert seen.page.evaluate("() => geomap.pages[0].card.open") == 12
    seen.assert_quiet()


def downloaded(page, kind):
    with page.expect_download() as wait:
        page.get_by_role("button", name=kind, exact=True).click()
    assert wait.value.suggested_filename == f"incidents.{kind.lower()}"
    return wait.value.path().read_text(encoding="utf-8")


def test_what_is_shown_can_be_taken_away(visit, tmp_path):
    frame = sample_incidents()
    frame.loc[0, "actor"] = '=HYPERLINK("https://a.example")'
    frame.loc[0, "target"] = '+1 "quoted", on\ntwo lines'
    frame.loc[0, "place_name"] = "\u200b@sum"
    page = visit(saved(tmp_path, frame)).page
    open_filters(page, "Event type")
    page.get_by_label("Explosions").check()
    text = downloaded(page, "CSV")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    wanted = frame[frame["event_type"] == "Explosions/Remote violence"]
    assert Counter(row["incident_id"] for row in rows) == Counter(wanted["incident_id"])
    row = next(one for one in rows if one["incident_id"] == "inc-0001")
    assert row["actor"] == '\'=HYPERLINK("https://a.example")'
    assert row["target"] == '\'+1 "quoted", on\ntwo lines'
    assert row["place_name"] == "'\u200b@sum"
    assert (row["fatalities_low"], row["fatalities_best"], row["fatalities_high"]) == (
        "3", "4", "6",
    )  # fmt: skip
    assert row["injured_high"] == "15"
    assert row["date_start"] == "2026-01-31"
    assert json.loads(row["sources"])[1]["source"] == "Morning Example"
    features = json.loads(downloaded(page, "GeoJSON"))["features"]
    assert len(features) == len(rows)
    by_id = {one["id"]: one for one in features}
    assert by_id["inc-0010"]["geometry"] is None  # known to the district alone
    lon, lat = by_id["inc-0001"]["geometry"]["coordinates"]
    assert shapely.Point(lon, lat).distance(frame.geometry[0]) < 2e-5
    assert by_id["inc-0001"]["properties"]["actor"] == '=HYPERLINK("https://a.example")'

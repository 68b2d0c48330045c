"""Marks on the map: badges, lines, labels that keep clear of each other; what is read when."""

from __future__ import annotations

import geopandas as gpd
import pytest

from tests.maps.page import at, choose, fact, go_to, painted, saved, settle, spot
from tests.maps.samples import many_incidents, record, within

pytestmark = pytest.mark.browser

BOXES = """() => {
    const page = geomap.pages[0], { incidents, areas } = page, names = [];
    const measure = document.createElement("canvas").getContext("2d");
    const draw = geomap.drawLabel;
    geomap.drawLabel = (ctx, text, x, y, look) => {
        measure.font = look.font;
        const width = measure.measureText(text).width;
        const left = look.align === "center" ? x - width / 2 : x;
        names.push({ text, x0: left, x1: left + width, y0: y - 5, y1: y + 5 });
    };
    page.overlay.redrawNow();
    geomap.drawLabel = draw;
    page.overlay.redrawNow();
    const badges = areas.badges.map(({ text, box }) => ({ text, ...box }));
    const marks = incidents.marks.map(({ x, y, r, kind }) =>
        ({ text: kind, x0: x - r * 0.7, x1: x + r * 0.7, y0: y - r * 0.7, y1: y + r * 0.7 }));
    const controls = page._covered().map((box) => ({ text: "control", ...box }));
    return { names, badges, marks, controls };
}"""


def badge_of(page, key, value):
    """Return the window position of an area's badge."""
    return page.evaluate(
        """([key, value]) => {
            const { areas, map } = geomap.pages[0];
            const { box } = areas.badges.find(({ area }) => area[key] === value);
            const middle = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
            const at = map.layerPointToContainerPoint(middle);
            const frame = map.getContainer().getBoundingClientRect();
            return [at.x + frame.x, at.y + frame.y];
        }""",
        [key, value],
    )


def meet(one, other):
    return (
        one["x0"] < other["x1"]
        and one["x1"] > other["x0"]
        and one["y0"] < other["y1"]
        and one["y1"] > other["y0"]
    )


def overlaps(one, others):
    return [(a["text"], b["text"]) for a in one for b in others if a is not b and meet(a, b)]


@pytest.mark.parametrize("lang", ["en", "ur"])
@pytest.mark.parametrize("width", [360, 1280])
def test_names_badges_symbols_and_controls_keep_clear_of_each_other(
    visit, sample_file, urdu_file, width, lang
):
    page = visit(sample_file if lang == "en" else urdu_file, width=width).page
    found = page.evaluate(BOXES)
    assert len(found["names"]) > 10
    assert len(found["badges"]) >= 8
    assert overlaps(found["names"], found["names"]) == []
    assert overlaps(found["names"], found["badges"]) == []
    assert overlaps(found["names"], found["marks"]) == []
    assert overlaps(found["badges"], found["badges"]) == []
    for kind in ("names", "badges"):
        assert overlaps(found[kind], found["controls"]) == []


def test_names_keep_clear_of_clusters_and_clusters_of_each_other(visit, tmp_path):
    page = visit(saved(tmp_path, many_incidents(3000, prose=False))).page
    found = page.evaluate(BOXES)
    clusters = [one for one in found["marks"] if one["text"] == "cluster"]
    assert len(clusters) > 20
    assert overlaps(clusters, clusters) == []
    assert overlaps(found["names"], found["marks"]) == []


def test_a_badge_opens_its_area(visit, sample_file):
    page = visit(sample_file).page
    page.mouse.click(*badge_of(page, "label", "Mastung district"))
    card = page.locator(".gm-card")
    assert card.locator("h2").inner_text() == "Mastung district: 2 incidents"
    assert card.locator(".gm-row").count() == 2
    assert "do not say where in this area" in card.inner_text()


def test_what_is_known_to_an_area_is_hatched_and_never_a_point(visit, tmp_path):
    levels = ("district", "province")
    rows = [
        record(n, level, "Battles", place_name="Khuzdar", **within("Khuzdar"))
        for n, level in enumerate(levels)
    ]
    page = visit(saved(tmp_path, gpd.GeoDataFrame(rows, geometry="geometry", crs=4326))).page
    shown = page.evaluate("() => [geomap.pages[0].incidents.marks, geomap.pages[0].store.points]")
    assert shown == [[], 0]
    x, y = spot(page, 66.5, 27.0)
    strip = {tuple(painted(page, (x + k, y))) for k in range(24)}
    assert len(strip) > 2  # lines on a ground
    assert all(colour[3] > 0 for colour in strip)
    assert painted(page, spot(page, 72.5, 31.2))[3] == 0


def test_a_line_is_drawn_as_a_line_and_its_badge_opens_it(visit, sample_file):
    page = visit(sample_file).page
    go_to(page, "Sibi", 8)
    x, y = spot(page, 67.75, 28.6)  # on the drawn railway line
    assert max(painted(page, (x + dx, y + dy))[3] for dx in range(-6, 7) for dy in range(-6, 7)) > 0
    page.mouse.click(*badge_of(page, "level", "line"))
    card = page.locator(".gm-card")
    card.locator(".gm-row").click()
    assert "does not say where on it" in fact(card, "Where").inner_text()


def test_the_circle_of_a_near_place_is_as_wide_as_the_doubt(visit, sample_file):
    page = visit(sample_file).page
    go_to(page, "Turbat", 9)
    radius, metre = page.evaluate(
        """() => {
            const { incidents, map } = geomap.pages[0], [circle] = incidents.circles;
            const at = map.layerPointToLatLng([circle.x, circle.y]);
            const edge = map.layerPointToLatLng([circle.x + circle.r, circle.y]);
            return [map.distance(at, edge), circle.r];
        }"""
    )
    assert radius == pytest.approx(30_000, rel=0.01)
    assert metre > 50
    x, y = at(page, "Turbat")
    ring = [painted(page, (x, y - metre + d))[3] for d in range(-3, 4)]
    assert max(ring) > 100


def test_prose_is_read_when_it_is_opened_and_not_before(visit, tmp_path):
    page = visit(saved(tmp_path, many_incidents(1200))).page
    read = """() => {
        const { prose } = geomap.pages[0];
        return [Object.keys(prose._chunks).length, Object.keys(prose.ids._chunks).length];
    }"""
    choose(page, measure="fatalities")
    page.get_by_label("Heat: where incidents are dense").check()
    settle(page)
    page.locator(".gm-list .gm-row").first.focus()
    page.keyboard.press("End")
    assert page.evaluate(read) == [0, 0]
    page.keyboard.press("Enter")
    page.locator(".gm-card .gm-sources").wait_for()
    assert page.evaluate(read) == [1, 1]
    page.get_by_role("searchbox").fill("people")
    page.wait_for_function("() => geomap.pages[0].prose.isRead")
    assert page.evaluate(read) == [3, 1]


def test_symbols_grow_with_the_people_killed_and_are_hollow_without_a_figure(visit, tmp_path):
    dead = {"Quetta": 0, "Lahore": 9, "Karachi": 40, "Multan": None}
    rows = [
        record(n, "settlement", "Riots", place_name=town, fatalities_best=killed)
        for n, (town, killed) in enumerate(dead.items())
    ]
    page = visit(saved(tmp_path, gpd.GeoDataFrame(rows, geometry="geometry", crs=4326))).page
    marks = page.evaluate(
        "() => geomap.pages[0].incidents.marks.map(({ r, hollow, killed }) => [killed, hollow, r])"
    )
    low, middle, high = (r for _, empty, r in sorted(marks) if not empty)
    assert low < middle < high
    (hollow,) = [mark for mark in marks if mark[1]]
    assert hollow == [0, True, low]
    x, y = at(page, "Multan")
    assert painted(page, (x, y))[:3] != painted(page, at(page, "Lahore"))[:3]

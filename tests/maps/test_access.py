"""The page for those who use a keyboard, a screen reader, a phone or another language."""

from __future__ import annotations

import re

import pytest

from geomap.maps.assets import MODULES, web_file
from geomap.maps.naming import LANGUAGES, load_naming
from geomap.publish.embed import EMBED_CONTROLS
from tests.maps.page import open_filters, open_row, saved, settle
from tests.maps.samples import many_incidents, sample_incidents

ENGLISH = load_naming("en").strings
SAID = re.compile(r"""\b(?:words|this)\.(?:say|count|has)\(\s*"([^"]+)"(?=\s*[,)])""")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_string_with_its_gaps(lang):
    strings = load_naming(lang).strings
    assert list(strings) == list(ENGLISH)
    for key, text in strings.items():
        assert text.strip() or key == "comma", key
        gaps = re.compile(r"\{\w+\}")
        assert sorted(gaps.findall(text)) == sorted(gaps.findall(ENGLISH[key])), key


def test_urdu_is_in_urdu():
    plain = {"download_csv", "download_geojson", "timeline_span", "date.day", "event.none"}
    for key, text in load_naming("ur").strings.items():
        words = re.sub(r"\{\w+\}|[\W\d_]", "", text)
        assert not words or key in plain or re.search("[\u0600-\u06ff]", words), (key, text)


def test_the_scripts_say_only_what_the_table_has():
    for module in MODULES:
        for key in SAID.findall(web_file(module)):
            known = key in ENGLISH or f"{key}_other" in ENGLISH
            assert known or key.endswith((".", "_")), (module, key)


def audit(page):
    """Return what axe-core finds serious or critical, in a few words each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        (one["id"], [node["target"] for node in one["nodes"]][:4])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 700])
def test_axe_finds_nothing_serious_on_a_lean_page(visit, tmp_path, width):
    path = saved(tmp_path, sample_incidents(), title="Lean", controls=EMBED_CONTROLS)
    page = visit(path, bypass_csp=True, width=width, height=520).page
    assert audit(page) == []
    page.locator(".gm-toggle").click()
    open_filters(page, "Event type")
    assert audit(page) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("lang", "options"),
    [
        ("en", {}),
        ("en", {"color_scheme": "dark"}),
        ("en", {"width": 360, "height": 740}),
        ("ur", {}),
    ],
)
def test_axe_finds_nothing_serious(visit, sample_file, urdu_file, lang, options):
    path = sample_file if lang == "en" else urdu_file
    fragment = "#areas=incidents,number,district"
    page = visit(path, fragment=fragment, bypass_csp=True, **options).page
    assert audit(page) == []
    if page.locator(".gm-panel").is_hidden():
        page.locator(".gm-toggle").click()
    open_filters(page)
    for box in page.locator(".gm-facet > summary").all():
        box.click()
    page.locator("[id$=_panel_search]").fill("qu" if lang == "en" else "\u06a9\u0648")
    page.locator(".gm-goto li").first.wait_for()
    assert audit(page) == []
    page.evaluate("() => geomap.pages[0].openFromList(1)")
    page.locator(".gm-sources").wait_for()
    page.locator(".gm-reading summary").click()
    page.locator(".gm-layers > summary").click()
    for name in ("credits", "words"):
        page.locator(f".gm-{name} summary").click()
    assert audit(page) == []


FOCUSABLE = """() => [...document.querySelectorAll(
    "a[href], button, input, select, summary, [tabindex='0']")].filter((node) =>
    node.checkVisibility({ visibilityProperty: true }) && node.tabIndex >= 0 &&
    !(node.type === "radio" && !node.checked))"""


@pytest.mark.browser
def test_tab_reaches_every_control_and_shows_where_it_is(visit, sample_file):
    page = visit(sample_file).page
    page.locator(".gm-layers > summary").click()
    open_filters(page, "Event type")
    page.evaluate("() => { document.activeElement.blur(); getSelection().empty(); }")
    page.mouse.click(200, 20)
    controls = page.evaluate(f"() => ({FOCUSABLE})().length")
    page.evaluate(f"() => (window.wanted = new Set(({FOCUSABLE})()))")
    bare = []
    for _ in range(controls + 30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const node = document.activeElement;
                window.wanted.delete(node);
                const style = getComputedStyle(node);
                const label = node.querySelector(":focus-visible") || node;
                return [node.outerHTML.slice(0, 60), style.outlineStyle, window.wanted.size,
                        label === document.body];
            }""",
        )
        if seen[1] == "none" and not seen[3]:
            bare.append(seen[0])
        if seen[2] == 0:
            break
    left = page.evaluate("() => [...window.wanted].map((node) => node.outerHTML.slice(0, 80))")
    assert left == []
    assert bare == []
    assert page.locator(".gm-list .gm-row[tabindex='0']").count() == 1


@pytest.mark.browser
def test_the_map_moves_by_keys_and_says_what_it_is(visit, sample_file):
    page = visit(sample_file).page
    container = page.locator(".folium-map")
    assert container.get_attribute("aria-label") == "Map of incidents"
    described = page.locator("#" + container.get_attribute("aria-describedby"))
    assert "26 of 26 shown: 23 incidents, 3 operations." in described.text_content()
    assert "64 killed, 18 injured" in described.text_content()
    centre = "() => geomap.pages[0].map.getCenter().lng"
    before = page.evaluate(centre)
    container.focus()
    page.keyboard.press("ArrowRight")
    settle(page)
    assert page.evaluate(centre) > before
    zoom = page.evaluate("() => geomap.pages[0].map.getZoom()")
    page.keyboard.press("+")
    assert page.evaluate("() => geomap.pages[0].map.getZoom()") > zoom


@pytest.mark.browser
def test_every_incident_is_reached_by_keys(visit, tmp_path):
    """A list of 1,500 is walked to its end and opened there."""
    page = visit(saved(tmp_path, many_incidents(1500, prose=False))).page
    page.locator(".gm-list .gm-row").first.focus()
    for key in ("PageDown", "ArrowDown", "End", "ArrowUp"):
        page.keyboard.press(key)
        assert page.locator(".gm-row:focus").is_visible()
    item = page.locator("li:has(> .gm-row:focus)")
    assert item.get_attribute("aria-posinset") == "1499"
    assert item.get_attribute("aria-setsize") == "1500"
    page.keyboard.press("Enter")
    assert page.locator(".gm-card h2").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".gm-card").is_hidden()


@pytest.mark.browser
def test_a_reader_of_little_motion_gets_none(visit, sample_file):
    options = """() => {
        const { zoomAnimation, inertia } = geomap.pages[0].map.options;
        return [zoomAnimation, inertia];
    }"""
    calm = visit(sample_file).page
    lively = visit(sample_file, reduced_motion="no-preference").page
    assert calm.evaluate(options) == [False, False]
    assert lively.evaluate(options) == [True, True]


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["en", "ur"])
def test_a_phone_shows_everything(visit, sample_file, urdu_file, lang):
    path = sample_file if lang == "en" else urdu_file
    page = visit(path, width=360, height=640, has_touch=True).page
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    page.locator(".gm-toggle").click()
    open_filters(page)
    page.locator(".gm-facet > summary").first.click()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".gm-panel *")].filter((node) => {
            const box = node.getBoundingClientRect();
            return box.width && (box.left < -1 || box.right > 361);
        }).map((node) => node.className)""",
    )
    assert wide == []
    row = "Turbat" if lang == "en" else "تربت"
    page.locator(".gm-form > .gm-filters > summary").click()
    card = open_row(page, row)
    box = card.bounding_box()
    assert (box["x"], box["width"]) == (0, 360)

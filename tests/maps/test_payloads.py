"""Hostile text by every way into the page: nothing executes, nothing is lost, the page works."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from urllib.parse import quote

import folium
import geopandas as gpd
import pytest
import shapely

from geomap.maps.assets import escape_text
from geomap.maps.incident_map import draw_map
from geomap.places.boundaries import BoundarySet, load_boundaries
from tests.maps.page import count, open_filters, open_row, saved, settle, spot, tip_at
from tests.maps.samples import record, sample_incidents, within

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>window.hit=1</script><img src=x onerror='window.hit=2'>"
    "`${window.hit=3}`{{7*7}}{% x %}\\\"'<!--\u2028\u2029\x00\u202e<svg onload=window.hit=4>&amp;"
)
CORE = "</script><script>window.hit=1</script>"
REST = ("`${window.hit=3}`{{7*7}}{% x %}\\\"'<!--", "<svg onload=window.hit=4>&amp;")
PAYLOADS = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    '"><b onmouseover=window.hit=1>x',
    "' onfocus=window.hit=1 autofocus '",
    "`${window.hit=1}`",
    "${window.hit=1}",
    "{{window.hit=1}}{% raw %}",
    "\\\\\\u003cscript>window.hit=1",
    "<!--<script>",
    "]]>",
    "&lt;script&gt;&#x27;",
    "line\u2028and\u2029paragraph",
    "\u202egnp.exe\u202c \u2066isolated\u2069",
    "null\x00byte",
    "\ud800 half a pair",
    '=HYPERLINK("https://a.example")',
    "__proto__",
    "constructor",
    "z" * 100_000,
)
TEXT_COLUMNS = (
    "incident_id", "event_type", "sub_event_type", "date_precision", "place_name", "country",
    "admin1", "admin2", "actor", "actor_basis", "attributed_by", "target", "kind",
)  # fmt: skip


def table(rows):
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=4326)


def assert_harmless(seen):
    """No payload ran, nothing was asked for, nothing became markup."""
    page = seen.page
    settle(page)
    assert page.evaluate("() => window.hit") is None
    markup = "script:not([id]):not(:empty), iframe, img:not(.leaflet-tile), svg:not([aria-hidden])"
    inside = page.locator(".gm").locator(markup).count()
    assert inside == 0
    seen.assert_quiet()


def hostile_rows():
    row = record(1, "district", "Battles", **within("Mastung"))
    row |= dict.fromkeys(TEXT_COLUMNS, HOSTILE)
    row |= {"date_precision": "day", "kind": "operation"}
    source = dict.fromkeys(("article_id", "title", "source", "url", "published"), HOSTILE)
    row |= {
        "sources": [source],
        "evidence": [{"field": HOSTILE, "article_id": HOSTILE, "quote": HOSTILE}],
        "notes": [HOSTILE],
    }
    point = copy.deepcopy(row) | {"precision": "near", "uncertainty_m": 20000, "kind": HOSTILE}
    line = copy.deepcopy(row) | {"precision": "line", "date_start": "2026-01-01"}
    line["geometry"] = shapely.LineString([(66, 28), (67, 30)])
    unknown = copy.deepcopy(row) | {"precision": "unknown", "date_start": None, "date_end": None}
    return [row, point | {"geometry": shapely.Point(67.5, 29.5)}, line, unknown]


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory):
    return saved(tmp_path_factory.mktemp("hostile"), table(hostile_rows()), title=HOSTILE)


def test_hostile_text_stays_text_in_every_field(visit, hostile_file):
    seen = visit(hostile_file)
    page = seen.page
    assert CORE in page.locator("h1").text_content()
    for i in range(4):
        page.locator(".gm-list .gm-row").nth(i).click()
        card = page.locator(".gm-card")
        card.locator(".gm-reading").wait_for()
        text = card.text_content()
        assert text.count(CORE) >= 6
        assert all(part in text for part in REST)
        card.locator(".gm-reading summary").click()
    page.get_by_role("button", name="1 not on the map").click()
    assert_harmless(seen)


def test_hostile_values_can_be_filtered_searched_and_linked(visit, hostile_file):
    seen = visit(hostile_file)
    page = seen.page
    open_filters(page)
    for box in page.locator(".gm-facet > summary").all():
        box.click()
    values = page.locator(".gm-tick bdi", has_text=CORE)
    assert values.count() >= 1
    values.first.click()
    page.get_by_role("searchbox").fill("window.hit=3")
    page.wait_for_function("() => geomap.pages[0].filters.text !== ''")
    assert count(page) >= 1
    page.wait_for_function("() => location.hash.includes('window.hit')")
    link = page.url[page.url.index("#") :]
    again = visit(hostile_file, fragment=link)
    assert count(again.page) == count(page)
    for one in (seen, again):
        assert_harmless(one)


def test_hostile_values_can_be_taken_away(visit, hostile_file):
    seen = visit(hostile_file)
    page = seen.page
    texts = {}
    for kind in ("CSV", "GeoJSON"):
        with page.expect_download() as wait:
            page.get_by_role("button", name=kind, exact=True).click()
        texts[kind] = wait.value.path().read_text(encoding="utf-8")
    rows = list(
        csv.DictReader(io.StringIO(texts["CSV"].removeprefix("\ufeff").replace("\x00", "")))
    )
    assert [HOSTILE.replace("\x00", "") in row["actor"] for row in rows] == [True] * 4
    features = json.loads(texts["GeoJSON"])["features"]
    assert {one["properties"]["target"] for one in features} == {HOSTILE}
    assert_harmless(seen)


def test_each_payload_is_shown_whole(visit, tmp_path):
    """One incident for each payload, which stands in its place, actor, quote, title and note."""
    rows = []
    for number, text in enumerate(PAYLOADS):
        cell = text.encode("utf-8", "replace").decode()  # columns of text hold no half pairs
        row = record(number, "settlement", "Riots", place_name="Quetta", actor=cell, target=cell)
        row["sources"][0] |= {"title": text, "source": text}
        row["evidence"][0]["quote"] = text
        row["notes"] = [text]
        rows.append(row | {"incident_id": f"p-{number:03d}", "place_name": cell})
    seen = visit(saved(tmp_path, table(rows)), height=1400)
    page = seen.page
    for number, text in enumerate(PAYLOADS):
        page.evaluate("n => geomap.pages[0].card.openOne(n)", number)
        page.locator(".gm-card .gm-reading").wait_for()
        shown = page.locator(".gm-card").evaluate("node => node.textContent")
        wanted = text.removeprefix("\ud800")
        assert shown.count(wanted) >= 5, text[:40]
    assert_harmless(seen)


@pytest.mark.parametrize("lang", ["en", "ur"])
def test_a_hostile_link_does_nothing(visit, sample_file, urdu_file, lang):
    path = sample_file if lang == "en" else urdu_file
    tries = [f"q={quote(HOSTILE)}", "v=1e999,NaN,{}", "event_type=__proto__", "side=constructor",
             "areas=__proto__,constructor,toString", "points=<svg onload=window.hit=1>",
             "open=-1,", "open=1e9,x", f"open=0,{quote(HOSTILE)}", "from=1e400&until=-1e400",
             "javascript:window.hit=1", "%E0%A4%A", quote("\x00\u2028")]  # fmt: skip
    seen = visit(path)
    for fragment in tries:
        seen.page.evaluate("text => (location.hash = text)", fragment)
        settle(seen.page)
    seen.page.evaluate("() => (location.hash = 'q=')")
    seen.page.wait_for_function("() => geomap.pages[0].filters.count === 26")
    assert_harmless(seen)


def hostile_boundaries():
    """Return the embedded districts with hostile names, sources and licence."""
    own = load_boundaries()
    frame = own.frame.copy()
    frame["name"] = [f"{HOSTILE} {number}" for number in range(len(frame))]
    return own, frame


def test_hostile_boundary_attributes_stay_text(visit, tmp_path):
    own, frame = hostile_boundaries()
    fields = {name: getattr(own, name) for name in BoundarySet.__dataclass_fields__}
    fields |= {"frame": frame}
    for name in ("title", "source", "licence", "attribution", "vintage", "note", "name"):
        if isinstance(fields.get(name), str):
            fields[name] = HOSTILE
    frame_map = draw_map(sample_incidents(), boundaries=BoundarySet(**fields))
    frame_map.save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html", fragment="#areas=incidents,number,district&points=none")
    page = seen.page
    page.locator(".gm-credits summary").click()
    assert CORE in page.locator(".gm-foot").text_content()
    page.locator(".gm-credits summary").click()
    assert CORE in tip_at(page, 66.5, 26.7)
    page.mouse.click(*spot(page, 66.5, 26.7))
    assert CORE in page.locator(".gm-card h2").text_content()
    open_row(page, "Mastung")
    page.get_by_role("searchbox").fill("</script>")
    offered = page.locator(".gm-goto button")
    offered.first.wait_for()
    assert offered.count() > 1
    assert CORE in offered.first.text_content()
    offered.first.click()
    assert_harmless(seen)


def test_hostile_places_are_offered_and_gone_to(visit, hostile_file):
    seen = visit(hostile_file)
    page = seen.page
    page.get_by_role("searchbox").fill("</script>")
    offered = page.locator(".gm-goto button")
    offered.first.wait_for()
    assert CORE in offered.first.text_content()
    offered.first.click()
    settle(page)
    assert page.evaluate("() => geomap.pages[0].map.getZoom()") == 10
    page.get_by_label("Only what the map's window shows").check()
    assert_harmless(seen)


def test_hostile_attribution_of_tiles_stays_text(visit, tmp_path):
    from xyzservices import TileProvider

    provider = TileProvider(
        name=HOSTILE.replace("\x00", ""),
        url="https://tiles.example/{z}/{x}/{y}.png",
        attribution=HOSTILE.replace("\x00", ""),
        html_attribution=HOSTILE,
    )
    path = saved(tmp_path, sample_incidents(), basemap=provider)
    seen = visit(path, route=lambda route: route.abort())
    page = seen.page
    page.locator(".gm-credits summary").click()
    assert CORE in page.locator(".gm-foot").text_content()
    assert page.evaluate("() => window.hit") is None
    assert not [text for text in seen.errors if "ERR_FAILED" not in text]


def test_hostile_text_in_folium_layers_does_not_run(visit, tmp_path):
    drawn = draw_map(sample_incidents())
    safe = escape_text(HOSTILE.replace("\x00", ""))
    marker = folium.Marker([33, 64], popup=folium.Popup(safe, show=True), tooltip=safe)
    marker.add_to(drawn)
    properties = {"name": HOSTILE.replace("{%", "{ %")}
    folium.GeoJson(
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": "Point", "coordinates": [65, 34]},
        },
        name="</script><script>window.hit=5</script>",
    ).add_to(drawn)
    folium.FeatureGroup(name=safe).add_to(drawn)
    folium.LayerControl(collapsed=False).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")
    popup = seen.page.locator(".leaflet-popup-content")
    assert "`${window.hit=3}`{{7*7}}{% x %}" in popup.text_content()
    assert (
        "<svg onload=window.hit=4>" in seen.page.locator(".leaflet-control-layers").text_content()
    )
    settle(seen.page)
    assert seen.page.evaluate("() => window.hit") is None
    seen.assert_quiet()


def test_links_are_safe(visit, tmp_path):
    addresses = ["https://a.example/x?y=1", "javascript:window.hit=1", "data:text/html,x",
                 " java\nscript:window.hit=1", "//a.example", "file:///etc/passwd"]  # fmt: skip
    rows = []
    for number, url in enumerate(addresses):
        row = record(number, "settlement", "Battles", place_name="Quetta")
        row["sources"][0]["url"] = url
        rows.append(row | {"place_name": f"Place {number}"})
    seen = visit(saved(tmp_path, table(rows)))
    link = open_row(seen.page, "Place 0").locator(".gm-sources a")
    assert link.get_attribute("href") == addresses[0]
    assert link.get_attribute("rel") == "noopener noreferrer"
    for number, url in enumerate(addresses[1:], start=1):
        card = open_row(seen.page, f"Place {number}")
        card.locator(".gm-sources").wait_for()
        assert card.locator(".gm-sources a").count() == 0
        assert url in card.locator(".gm-sources").evaluate("node => node.textContent")
    assert_harmless(seen)


def test_the_policy_stops_an_injected_script(visit, sample_file):
    answered = []
    seen = visit(sample_file, route=lambda route: answered.append(route) or route.abort())
    page = seen.page
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hit = 1";
            document.body.append(script);
            const image = document.createElement("img");
            image.setAttribute("onerror", "window.hit = 2");
            image.src = "data:text/plain,x";
            document.body.append(image);
            const link = document.createElement("a");
            link.href = "javascript:window.hit = 3";
            document.body.append(link);
            link.click();
            const frame = document.createElement("iframe");
            frame.srcdoc = "<script>parent.hit = 4</scr" + "ipt>";
            document.body.append(frame);
            const remote = document.createElement("script");
            remote.src = "https://a.example/x.js";
            document.body.append(remote);
            fetch("https://a.example/").catch(() => {});
            setTimeout("window.hit = 5", 0);
        }""",
    )
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.hit") is None
    assert answered == []
    refused = [text for text in seen.errors if "Content Security Policy" in text]
    assert len(refused) >= 5


def test_the_policy_names_what_may_run_and_nothing_more(sample_file):
    text = sample_file.read_text(encoding="ascii")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text).group(1)
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["default-src"] == "'none'"
    assert all(one.startswith("'sha256-") for one in parts["script-src"].split())
    assert parts["img-src"].split() == ["data:", "blob:"]
    assert "unsafe-eval" not in policy

"""Layers of folium's own on the map: shapes, tables of GeoJSON, LayerControl, a given plugin."""

from __future__ import annotations

import folium
import pytest
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

from geomap.maps.incident_map import draw_map
from tests.maps.page import count, settle, spot
from tests.maps.samples import sample_incidents

pytestmark = pytest.mark.browser

SQUARE = {
    "type": "Feature",
    "properties": {"name": "A square", "size": 4},
    "geometry": {
        "type": "Polygon",
        "coordinates": [[[61, 31], [63, 31], [63, 33], [61, 33], [61, 31]]],
    },
}


def test_foliums_own_layers_draw_without_a_request(visit, tmp_path):
    drawn = draw_map(sample_incidents())
    folium.Marker([33, 64], popup="<b>A marker</b>", tooltip="tip").add_to(drawn)
    folium.Marker([34, 64], icon=folium.Icon(color="red", icon="star")).add_to(drawn)
    folium.Circle([32, 63], radius=50000).add_to(drawn)
    folium.CircleMarker([31, 62], radius=8).add_to(drawn)
    folium.PolyLine([[31, 61], [32, 62]]).add_to(drawn)
    folium.Rectangle([[33, 61], [34, 62]]).add_to(drawn)
    group = folium.FeatureGroup(name="A group").add_to(drawn)
    folium.Polygon([[34, 65], [35, 66], [34, 66]], tooltip="polygon").add_to(group)
    folium.LayerControl(collapsed=False).add_to(drawn)
    drawn.keep_in_front(group)
    drawn.save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")
    page = seen.page
    assert page.locator("path.leaflet-interactive").count() == 5
    icons = page.locator(".leaflet-marker-icon")
    assert icons.count() == 2
    assert page.locator("img.leaflet-marker-icon").evaluate("node => node.naturalWidth") > 0
    page.locator("img.leaflet-marker-icon").click()
    assert page.locator(".leaflet-popup-content b").inner_text() == "A marker"
    page.get_by_text("A group").click()
    assert page.locator("path.leaflet-interactive").count() == 4
    seen.assert_quiet()


def test_geojson_with_tooltip_popup_and_highlight(visit, tmp_path):
    drawn = draw_map(sample_incidents())
    folium.GeoJson(
        SQUARE,
        name="Squares",
        style_function=lambda _: {"color": "#ff0000", "weight": 3},
        highlight_function=lambda _: {"weight": 9},
        tooltip=folium.GeoJsonTooltip(fields=["name", "size"], aliases=["Name", "Size"]),
        popup=folium.GeoJsonPopup(fields=["name"], labels=False),
    ).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")
    page = seen.page
    page.mouse.move(*spot(page, 62, 32))
    tooltip = page.locator(".leaflet-tooltip")
    assert "A square" in tooltip.inner_text()
    assert "4" in tooltip.inner_text()
    assert page.locator("path.leaflet-interactive").get_attribute("stroke-width") == "9"
    page.mouse.click(*spot(page, 62, 32))
    assert "A square" in page.locator(".leaflet-popup-content").inner_text()
    seen.assert_quiet()


def test_two_layers_are_switched_by_layer_control_and_ours_stays(visit, tmp_path):
    drawn = draw_map(sample_incidents())
    for number, name in enumerate(("First", "Second")):
        group = folium.FeatureGroup(name=name, show=number == 0).add_to(drawn)
        folium.Circle([32 + number, 63], radius=40_000, fill=True, tooltip=name).add_to(group)
    folium.LayerControl(collapsed=False).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    seen = visit(tmp_path / "map.html")
    page = seen.page
    paths = page.locator("path.leaflet-interactive")
    assert paths.count() == 1
    second = page.get_by_role("checkbox", name="Second")
    second.focus()
    page.keyboard.press("Space")
    assert paths.count() == 2
    page.mouse.move(*spot(page, 63, 33))
    assert page.locator(".leaflet-tooltip").inner_text() == "Second"
    page.get_by_role("checkbox", name="First").uncheck()
    assert paths.count() == 1
    settle(page)
    assert count(page) == 26
    box = page.locator(".leaflet-control-layers").bounding_box()
    for name in (".gm-legend", ".gm-layers", ".leaflet-control-zoom"):
        other = page.locator(name).bounding_box()
        apart = (
            box["x"] >= other["x"] + other["width"]
            or other["x"] >= box["x"] + box["width"]
            or box["y"] >= other["y"] + other["height"]
            or other["y"] >= box["y"] + box["height"]
        )
        assert apart, name
    seen.assert_quiet()


class Flag(JSCSSMixin, MacroElement):
    """A plugin with a script and a style from elsewhere."""

    _template = Template(
        "{% macro script(this, kwargs) %}L.flag({{ this._parent.get_name() }});{% endmacro %}"
    )
    default_js = [("flag", "https://cdn.example/flag.js")]  # noqa: RUF012 - as folium has it
    default_css = [("flag_css", "https://cdn.example/flag.css")]  # noqa: RUF012


def test_a_plugin_whose_files_are_given_runs_without_a_request(visit, tmp_path):
    (tmp_path / "flag.js").write_text(
        "L.flag = (map) => map.getContainer().classList.add('flagged');", encoding="utf-8"
    )
    (tmp_path / "flag.css").write_text(".flagged { outline: 2px solid red; }", encoding="utf-8")
    drawn = draw_map(sample_incidents())
    Flag().add_to(drawn)
    given = {
        f"https://cdn.example/flag.{kind}": tmp_path / f"flag.{kind}" for kind in ("js", "css")
    }
    drawn.save(tmp_path / "map.html", assets=given)
    seen = visit(tmp_path / "map.html")
    flagged = seen.page.locator(".flagged")
    assert flagged.evaluate("node => getComputedStyle(node).outlineWidth") == "2px"
    seen.assert_quiet()

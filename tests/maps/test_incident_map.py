from __future__ import annotations

import copy
import hashlib
import html
import io
import os
import re
import subprocess
import sys

import folium
import geopandas as gpd
import pytest
import shapely
from branca.element import Figure
from folium.plugins import HeatMap, MarkerCluster

from geomap.errors import RenderError, SettingsError
from geomap.maps.assets import escape_text
from geomap.maps.incident_map import IncidentMap, draw_map
from tests.maps.samples import sample_incidents
from tests.maps.unpacked import page_table

PROGRAM = """
import sys
from tests.maps.samples import sample_incidents
from geomap.maps.incident_map import draw_map
draw_map(sample_incidents(), title="Sample").save(sys.argv[1])
"""


def one_point():
    return gpd.GeoDataFrame(geometry=[shapely.Point(67, 30)], crs=4326)


def rendered(drawn):
    return drawn.get_root().render()


def test_the_page_is_ascii_and_refers_to_nothing_remote(tmp_path):
    drawn = draw_map(sample_incidents(), title="Sample")
    assert isinstance(drawn, folium.Map)
    drawn.save(tmp_path / "map.html")
    text = (tmp_path / "map.html").read_text(encoding="ascii")
    assert not re.findall(r"<(?:script|img|iframe)[^>]+src=|<link[^>]+href=\"(?!data:)", text)
    assert "jquery" not in text.lower()
    assert "bootstrap" not in text.lower()
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


def test_the_same_table_gives_the_same_bytes_here_and_elsewhere(tmp_path):
    drawn = draw_map(sample_incidents(), title="Sample")
    drawn.save(tmp_path / "a.html")
    drawn.save(tmp_path / "b.html")
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path / f"{seed}.html")],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}
    assert len(list(tmp_path.iterdir())) == 4
    assert len(hashes) == 1


def test_folium_layers_are_stable_too():
    def build():
        drawn = draw_map(one_point())
        folium.Marker([30, 67], popup="here", tooltip="there").add_to(drawn)
        folium.GeoJson({"type": "Point", "coordinates": [67, 30]}, name="points").add_to(drawn)
        folium.LayerControl().add_to(drawn)
        return drawn

    drawn = build()
    assert rendered(drawn) == rendered(drawn) == rendered(build())


def test_two_maps_have_different_ids():
    names = [re.search(r"map_[0-9a-f]{32}", rendered(draw_map(one_point(), title=t))) for t in "ab"]
    assert names[0].group() != names[1].group()


def test_ids_of_incidents_that_look_like_folium_ids_are_kept():
    points = one_point().assign(incident_id="x_" + "0f" * 16)
    text = rendered(draw_map(points))
    assert page_table(text).ids == ["x_" + "0f" * 16]


def test_a_file_object_can_be_written():
    buffer = io.BytesIO()
    drawn = draw_map(one_point())
    drawn.save(buffer, close_file=False)
    assert buffer.getvalue().decode("ascii") == rendered(drawn)


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(RenderError, match="cannot be written to"):
        draw_map(one_point()).save(tmp_path / "nothing" / "map.html")


def test_a_notebook_gets_the_page_in_a_frame():
    drawn = draw_map(one_point())
    frame = drawn._repr_html_()
    source = re.search(r'<iframe srcdoc="([^"]*)"', frame).group(1)
    assert html.unescape(source) == rendered(drawn)


def test_the_map_works_in_a_figure_of_another_kind():
    figure = Figure()
    draw_map(one_point()).add_to(figure)
    text = figure.render()
    assert 'id="map_' in text
    assert "application/json" in text
    assert "://cdn." not in text


def test_foliums_own_lists_are_left_alone():
    before = copy.deepcopy((folium.Map.default_js, folium.Map.default_css))
    draw_map(one_point()).add_js_link("extra", "https://example.org/a.js")
    assert (folium.Map.default_js, folium.Map.default_css) == before
    assert draw_map(one_point()).default_js == []


def test_an_added_plugin_is_refused_by_name_unless_its_files_are_given(tmp_path):
    drawn = draw_map(one_point())
    HeatMap([[30, 67]]).add_to(drawn)
    with pytest.raises(RenderError, match=r"leaflet_heat\.min\.js.*assets=\"cdn\""):
        drawn.save(tmp_path / "map.html")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "heat.js").write_text("L.heatLayer = () => L.layerGroup();", encoding="utf-8")
    url = HeatMap.default_js[0][1]
    drawn.save(tmp_path / "map.html", assets={url: tmp_path / "heat.js"})
    text = (tmp_path / "map.html").read_text(encoding="ascii")
    assert "L.heatLayer = () =>" in text
    assert url not in text


def test_a_plugin_may_load_its_files_if_asked(tmp_path):
    drawn = draw_map(one_point())
    MarkerCluster([[30, 67]]).add_to(drawn)
    drawn.save(tmp_path / "map.html", assets="cdn")
    text = (tmp_path / "map.html").read_text(encoding="ascii")
    policy = re.search(r'Policy" content="([^"]*)"', text).group(1)
    script, style = MarkerCluster.default_js[0][1], MarkerCluster.default_css[0][1]
    assert f'<script src="{script}"></script>' in text
    assert f'href="{style}"' in text
    assert script in policy
    assert style in policy
    assert drawn.assets is None


def test_a_tile_layer_opens_the_policy_to_its_host_alone():
    drawn = draw_map(one_point())
    folium.TileLayer("https://{s}.tiles.example/{z}/{x}/{y}.png", attr="Tiles").add_to(drawn)
    policy = re.search(r'Policy" content="([^"]*)"', rendered(drawn)).group(1)
    assert "img-src data: blob: https://*.tiles.example;" in policy
    assert policy.count("tiles.example") == 1


def test_text_in_folium_layers_is_not_read_as_a_template():
    drawn = draw_map(one_point())
    data = {
        "type": "Feature",
        "properties": {"name": "{{ 7*7 }}"},
        "geometry": {"type": "Point", "coordinates": [67, 30]},
    }
    folium.GeoJson(data, name="layer {{ 6*7 }}").add_to(drawn)
    folium.LayerControl().add_to(drawn)
    text = rendered(drawn)
    assert "{{ 7*7 }}" in text
    assert "layer {{ 6*7 }}" in text
    assert "layer 42" not in text


def test_text_that_breaks_foliums_templates_is_said():
    drawn = draw_map(one_point())
    folium.Marker([30, 67], popup=folium.Popup("{% nonsense", parse_html=True)).add_to(drawn)
    with pytest.raises(RenderError, match="escape_text"):
        rendered(drawn)


def test_escaped_text_passes_through_foliums_popups():
    drawn = draw_map(one_point())
    hostile = "</script><img src=x onerror=alert(1)>`${alert(2)}`{{ 7*7 }}{% x %}\\"
    folium.Marker([30, 67], popup=escape_text(hostile), tooltip=escape_text(hostile)).add_to(drawn)
    text = rendered(drawn)
    assert "<img src=x" not in text
    assert text.count(escape_text(hostile)) == 2


def test_settings_are_checked():
    with pytest.raises(SettingsError, match="lang is 'xx'; allowed are en"):
        draw_map(one_point(), lang="xx")
    assert isinstance(draw_map(one_point(), boundaries="embedded-admin1"), IncidentMap)

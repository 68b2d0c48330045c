from __future__ import annotations

import geopandas as gpd
import pytest

from geomap.errors import SchemaError, SettingsError
from geomap.hotspots import hotspots
from geomap.maps.hotspot_layer import CLASS_COLOURS, hotspot_layer, hotspot_legend
from geomap.maps.incident_map import draw_map
from geomap.places.boundaries import load_boundaries
from geomap.summary import summarize
from tests.test_summary import table


@pytest.fixture(scope="module")
def spots():
    codes = load_boundaries("embedded-admin2").frame["pcode"]
    rows = [("incident", "PK", "PK2", code, 1, 0) for code in codes[10:50] for _ in range(3)]
    return hotspots(summarize(table(*rows, ("incident", "PK", None, None, 1, 0))), per=None)


@pytest.fixture
def page():
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy([67.0], [30.2]), crs=4326)
    return draw_map(points, title="t")


@pytest.mark.parametrize("show", ["hot_spot", "cluster"])
def test_the_legend_counts_every_unit(spots, show):
    rows = hotspot_legend(spots, show=show)
    assert sum(row.number for row in rows) == len(spots)
    assert all(row.words and row.colour == CLASS_COLOURS[row.name] for row in rows)


def test_the_layer_stands_on_the_map_and_needs_no_network(spots, page):
    hotspot_layer(spots).add_to(page)
    first = page.get_root().render()
    assert "Hot spots: incidents" in first
    assert "more here and around than chance would give" in first
    assert "1 are in no unit and are not tested" in first
    assert "https://cdn" not in first
    again = draw_map(gpd.GeoDataFrame(geometry=gpd.points_from_xy([67.0], [30.2]), crs=4326),
                     title="t")  # fmt: skip
    hotspot_layer(spots).add_to(again)
    assert again.get_root().render() == first


def test_names_are_text(spots, page):
    named = spots.copy()
    named.attrs = spots.attrs
    named["name"] = "<img src=x onerror=alert(1)>`${x}`"
    hotspot_layer(named).add_to(page)
    html = page.get_root().render()
    assert "<img src=x" not in html
    assert "`${x}`" not in html


def test_without_a_legend_or_without_a_map(spots, page):
    hotspot_layer(spots, legend=False).add_to(page)
    assert "more here and around than chance would give (" not in page.get_root().render()
    with pytest.raises(SettingsError, match="show is 'gi'; it must be hot_spot or cluster"):
        hotspot_layer(spots, show="gi")
    with pytest.raises(SchemaError, match="lacks cluster; give what hotspots returned"):
        hotspot_legend(spots.drop(columns="cluster"), show="cluster")

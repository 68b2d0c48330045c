"""Classes and figures of coloured areas."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geomap.maps.basemap import load_basemap
from geomap.maps.colouring import (
    CLASSES,
    MEASURES,
    RATES,
    SMALL,
    choropleth_payload,
    class_breaks,
)
from geomap.maps.layers import incident_layer
from geomap.maps.naming import load_naming
from tests.maps.samples import record, sample_incidents, within


@pytest.mark.parametrize("n", [6, 12, SMALL])
def test_small_tables_are_cut_as_mapclassify_cuts_them(n, monkeypatch):
    values = np.random.default_rng(n).gamma(1, 40, n)
    quick = class_breaks(values, whole=False)
    monkeypatch.setattr("geomap.maps.colouring.SMALL", 0)
    assert quick == class_breaks(values, whole=False)
    assert len(quick) == CLASSES


def test_larger_tables_are_cut_by_quantiles_of_mapclassify():
    assert class_breaks(range(101), whole=True) == [20, 40, 60, 80, 100]


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        ([], []),
        ([0, 0], []),
        ([float("nan"), 0], []),
        ([7], [7]),
        ([1] * 50, [1]),
        ([1, 2], [1, 2]),
    ],
)
def test_few_values_are_classes_of_their_own(values, edges):
    assert class_breaks(values, whole=True) == edges


def test_no_value_lies_above_the_last_edge():
    values = np.random.default_rng(1).lognormal(0, 3, 200)
    edges = class_breaks(values, whole=False)
    assert edges == sorted(set(edges))
    assert edges[-1] >= values.max()


def payload(frame):
    base = load_basemap()
    layer = incident_layer(frame, base=base, quotes=False, naming=load_naming("en"))
    return choropleth_payload(layer.counted, base), layer


def test_a_unit_is_counted_by_its_pcode_and_operations_are_not():
    block, layer = payload(sample_incidents())
    assert set(block) == {"province", "district"}
    for level in block.values():
        assert set(level["breaks"]) == set(MEASURES)
        assert all(set(one) == set(RATES) for one in level["breaks"].values())
    frame = sample_incidents()
    counted = frame["kind"].isna() | frame["kind"].isin(["incident", "multi_site"])
    assert len(layer.counted) == counted.sum()
    assert (layer.counted["district"] >= 0).sum() < (layer.counted["province"] >= 0).sum()


def test_people_and_area_of_a_province_are_those_of_its_units():
    block, _ = payload(sample_incidents())
    people, area = (block["province"][name] for name in ("population", "area"))
    assert 14_000_000 < min(p for p in people if p and p > 10_000_000) < 16_000_000  # Balochistan
    assert 340_000 < max(a for a in area if a) < 360_000


def test_incidents_abroad_count_in_no_unit():
    row = record(1, "settlement", "Battles", place_name="Quetta", **within("Quetta"))
    row |= {"country": "AF", "geometry": shapely.Point(66, 31)}
    _, layer = payload(gpd.GeoDataFrame([row], geometry="geometry", crs=4326))
    assert layer.counted[["province", "district"]].to_numpy().tolist() == [[-1, -1]]

"""Hot spots against hand-computed cases and against esda's own results."""

from __future__ import annotations

import math
import sys
import warnings

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from geomap import hotspots as module
from geomap.errors import MissingDependencyError, SchemaError, SettingsError
from geomap.hotspots import (
    CLUSTERS,
    HOT_SPOTS,
    adjust_p_values,
    empirical_bayes,
    find_neighbours,
    hotspots,
)
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.census import Figures
from geomap.summary import summarize
from tests.test_summary import table

DISTRICTS = load_boundaries("embedded-admin2")


def grid(width, height, apart=0.0):
    """Return a made-up set of square units, one degree wide, their codes as units.csv has none."""
    cells = [(x, y) for y in range(height) for x in range(width)]
    return BoundarySet(
        name="grid", level="admin2", title="t", vintage="2023", approximate=False,
        attribution="a", licence="MIT",
        frame=gpd.GeoDataFrame(
            {"pcode": [f"G{n:03}" for n in range(len(cells))],
             "name": [f"cell {n}" for n in range(len(cells))], "province": "PK2"},
            geometry=[box(x, y, x + 1 - apart, y + 1 - apart) for x, y in cells],
            crs="EPSG:4326",
        ),
    )  # fmt: skip


def counts(units, numbers):
    """Return the summary of so many incidents in each unit."""
    rows = [
        ("incident", "PK", "PK2", code, 1, 0)
        for code, number in zip(units.frame["pcode"], numbers, strict=True)
        for _ in range(number)
    ]
    return summarize(table(*rows), boundaries=units)


def test_gi_star_by_hand():
    """Five units in a row, the figures 0 0 0 4 4: Gi* as Ord and Getis (1995) write it."""
    units = grid(5, 1)
    values = np.array([0, 0, 0, 4, 4.0])
    found = hotspots(counts(units, [0, 0, 0, 4, 4]), per=None, boundaries=units)
    mean, n = values.mean(), 5
    spread = math.sqrt((values**2).mean() - mean**2)
    for row, members in enumerate([(0, 1), (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4)]):
        k = len(members)
        lag = values[list(members)].mean()
        z = (lag - mean) / (spread * math.sqrt((n / k - 1) / (n - 1)))
        assert found["gi_z"][row] == pytest.approx(z, abs=1e-4), row
    assert found["neighbours"].tolist() == [1, 2, 2, 2, 1]


def test_local_moran_by_hand():
    units = grid(5, 1)
    values = np.array([0, 0, 0, 4, 4.0])
    found = hotspots(counts(units, [0, 0, 0, 4, 4]), per=None, boundaries=units)
    z = (values - values.mean()) / values.std()
    lags = [z[1], z[[0, 2]].mean(), z[[1, 3]].mean(), z[[2, 4]].mean(), z[3]]
    assert found["moran_i"].tolist() == pytest.approx((z * lags * 4 / 5).tolist(), abs=1e-4)


def test_a_p_value_by_counting_every_arrangement():
    """The last of 0 0 0 4 4 has one neighbour, with 4: of the four other figures one is as high."""
    units = grid(5, 1)
    found = hotspots(counts(units, [0, 0, 0, 4, 4]), per=None, boundaries=units)
    assert found["gi_p"][4] == pytest.approx(2 * 1 / 4, abs=0.02)
    assert found["gi_p"][0] == pytest.approx(1, abs=0.02), "two of four others are 0 as well"
    assert found["gi_p"].tolist() == found["moran_p"].tolist()


def test_p_values_and_statistics_are_those_of_esda():
    esda = pytest.importorskip("esda")
    from esda.significance import calculate_significance
    from libpysal.weights import W

    shapes = DISTRICTS.frame.geometry
    close = find_neighbours(shapes)
    values = np.random.default_rng(5).gamma(1, 2, len(close)) + shapes.map(lambda s: s.centroid.y)
    values = values.to_numpy()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        links = {row: list(one) for row, one in enumerate(close)}
        gi = esda.G_Local(values, W(links, silence_warnings=True), star=True, transform="B",
                          permutations=9999, seed=1, n_jobs=1)  # fmt: skip
        moran = esda.Moran_Local(values, W(links, silence_warnings=True), permutations=9999,
                                 seed=1, n_jobs=1)  # fmt: skip
    z, moran_i, quadrants = module._esda(values, close)
    assert np.allclose(z, gi.Zs)
    assert np.allclose(moran_i, moran.Is)
    assert (quadrants == moran.q).all()
    ours, _ = module._permuted(values, close, 9_999)
    for stat, draws in ((gi.Gs, gi.rGs), (moran.Is, moran.rlisas)):
        tails = [calculate_significance(stat, draws, one) for one in ("greater", "lesser")]
        theirs = np.minimum(2 * np.minimum(*tails), 1)
        assert abs(ours - theirs).max() < 0.06, "both are estimates from 9,999 draws"
        assert abs(ours - theirs).mean() < 0.01
        assert ((ours <= 0.01) == (theirs <= 0.01)).mean() > 0.95


def test_smoothed_rates_are_those_of_esda():
    esda = pytest.importorskip("esda")
    rng = np.random.default_rng(2)
    people = rng.integers(1_000, 900_000, 60)
    events = rng.poisson(people * rng.gamma(2, 1e-4, 60))
    theirs = esda.smoothing.Empirical_Bayes(events, people).r.ravel()
    assert np.allclose(empirical_bayes(events, people), theirs)


def test_smoothed_rates_lie_between_the_own_rate_and_that_of_all():
    events, people = [0, 10, 30, 3], [100, 100, 200, None]
    smoothed = empirical_bayes(events, people)
    assert smoothed[:3].round(4).tolist() == [0.025, 0.1, 0.1429]
    assert np.isnan(smoothed[3])
    assert empirical_bayes([1, 1], [100, 100]).tolist() == [0.01, 0.01], "no more than chance"
    assert np.isnan(empirical_bayes([1], [0])).all()
    assert empirical_bayes([0, 0], [100, 50]).tolist() == [0, 0]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(p=st.lists(st.one_of(st.none(), st.floats(0.0001, 1)), min_size=1, max_size=30))
def test_q_values_are_benjamini_and_hochberg_s(p):
    from scipy.stats import false_discovery_control

    values = np.array(p, dtype=float)
    q = adjust_p_values(values)
    known = ~np.isnan(values)
    assert np.isnan(q[~known]).all()
    if known.any():
        assert np.allclose(q[known], false_discovery_control(values[known]))


def test_a_corner_and_a_gap_of_some_hundred_metres_make_neighbours():
    assert find_neighbours(grid(2, 2).frame.geometry) == (
        (1, 2, 3),
        (0, 2, 3),
        (0, 1, 3),
        (0, 1, 2),
    )
    assert find_neighbours(grid(2, 1, apart=0.004).frame.geometry) == ((1,), (0,))
    assert find_neighbours(grid(2, 1, apart=0.1).frame.geometry) == ((), ())


def test_every_district_has_a_neighbour():
    assert min(map(len, find_neighbours(DISTRICTS.frame.geometry))) > 0


def test_a_cluster_is_found_and_a_scatter_is_not():
    units = grid(10, 10)
    clustered = [9 if x >= 7 and y >= 7 else 1 for y in range(10) for x in range(10)]
    found = hotspots(counts(units, clustered), per=None, boundaries=units)
    hot = [int(code[1:]) for code in found.loc[found["hot_spot"] == "hot spot", "pcode"]]
    assert {88, 89, 98, 99} <= set(hot)
    assert all(code % 10 >= 6 and code >= 60 for code in hot)
    assert set(found.loc[hot, "cluster"]) <= {"high among high", "low among high"}
    scattered = [9 if (x + y) % 5 == 0 else 1 for y in range(10) for x in range(10)]
    found = hotspots(counts(units, scattered), per=None, boundaries=units)
    assert (found["hot_spot"] == "not clear").mean() > 0.9


def test_rates_need_people_and_islands_are_not_tested(monkeypatch):
    units = grid(6, 5)
    people = {code: Figures(population=1000 if n != 3 else None, area_km2=10)
              for n, code in enumerate(units.frame["pcode"])}  # fmt: skip
    monkeypatch.setattr("geomap.summary_units._figures", lambda *_: people)
    found = hotspots(counts(units, range(30)), boundaries=units)
    assert found["rate"][5] == pytest.approx(500)
    assert found.loc[3, ["hot_spot", "cluster"]].tolist() == ["not tested"] * 2
    assert np.isnan(found.loc[3, "gi_p"])
    assert found["neighbours"][2] == 4, "a unit without a figure is nobody's neighbour"
    apart = grid(6, 5, apart=0.2)
    found = hotspots(counts(apart, range(30)), boundaries=apart)
    assert set(found["hot_spot"]) == {"not tested"}


@pytest.mark.parametrize("numbers", [[0] * 9, [4] * 9])
def test_units_that_are_all_alike_are_not_tested(numbers):
    units = grid(3, 3)
    found = hotspots(counts(units, numbers), per=None, boundaries=units)
    assert set(found["hot_spot"]) == set(found["cluster"]) == {"not tested"}


def test_one_district_is_a_right_result():
    units = grid(1, 1)
    assert hotspots(counts(units, [3]), per=None, boundaries=units)["cluster"].tolist() == [
        "not tested"
    ]


def test_small_numbers_are_said_in_plain_words():
    units = grid(3, 3)
    found = hotspots(counts(units, [1, 0, 0, 0, 0, 0, 0, 0, 9]), per=None, boundaries=units)
    assert found["caution"][0] == (
        "incidents here and around: only 1; incidents in all: only 10, a hint, no finding; "
        "only 9 units can be compared"
    )
    assert "here and around" not in found["caution"][8]


def test_what_stands_outside_the_units_is_said():
    spots = hotspots(summarize(table(("incident", "PK", "PK2", None, 1, 0))), per=None)
    assert spots.attrs == {"of": "incidents", "per": "", "outside": 1}
    assert len(spots) == len(DISTRICTS.frame)


def test_the_same_table_gives_the_same_figures():
    rows = [("incident", "PK", "PK2", code, 1, 0) for code in DISTRICTS.frame["pcode"][10:60]]
    summary = summarize(table(*rows))
    state = np.random.get_state()[1].tolist()  # noqa: NPY002 - the state that others rely on
    first, second = hotspots(summary), hotspots(summary)
    pd.testing.assert_frame_equal(pd.DataFrame(first), pd.DataFrame(second))
    assert np.random.get_state()[1].tolist() == state  # noqa: NPY002
    assert set(first["hot_spot"]) <= set(HOT_SPOTS)
    assert set(first["cluster"]) <= set(CLUSTERS)


def test_what_cannot_be_tested(monkeypatch):
    summary = summarize(table(("incident", "PK", "PK2", "PK226", 1, 0)))
    with pytest.raises(SettingsError, match="of is 'deaths'; it must be a count"):
        hotspots(summary, of="deaths")
    with pytest.raises(SettingsError, match="per is 'car'; it must be people, area or None"):
        hotspots(summary, per="car")
    with pytest.raises(SettingsError, match="permutations is 9; it must be at least 99"):
        hotspots(summary, permutations=9)
    split = table(("incident", "PK", "PK2", "PK226", 1, 0)).assign(event_type="Riots")
    with pytest.raises(SchemaError, match="without period and split_by"):
        hotspots(summarize(split, split_by="event_type"))
    monkeypatch.setitem(sys.modules, "esda", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'geomap-pk\[stats\]'"):
        hotspots(summary)

"""Sums by every grouping equal the input: seeds, 100,000 made-up incidents, labelled reports."""

from __future__ import annotations

import itertools
from collections import Counter

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

import geomap
from geomap.maps.placing import place_incidents
from geomap.places.boundaries import load_boundaries
from geomap.records import COUNTED_KINDS, EVENT_TYPES, KINDS, Precision
from geomap.summary import NOT_KNOWN, OTHER_ROWS, UNDATED, summarize
from geomap.summary_counts import COUNTS
from geomap.summary_periods import PERIODS
from geomap.summary_tables import to_wide

BY = (None, "admin1", "division", "admin2")
SPLITS = (None, "event_type", "actor")
SIDES = ("civilians", "security_forces", "militants", "unknown")
DEAD = ("fatalities_low", "fatalities_best", "fatalities_high")
NUMBER = 100_000


def incidents_of(sources):
    """Return the incident table of reports, read step by step."""
    articles = geomap.read_articles(sources)
    accounts = geomap.extract_accounts(articles, geomap.resolve(geomap.find_mentions(articles)))
    return geomap.incident_table(geomap.merge_accounts(accounts, articles=articles))


def made_up():
    """Return incidents of every sort, codes that no set has and empty cells among them."""
    rng = np.random.default_rng(11)

    def some(values):
        return np.array(values, dtype=object)[rng.integers(0, len(values), NUMBER)]

    units = load_boundaries("embedded-admin2").frame
    odd = [("PK2-tump", "PK2"), ("PK999", "PK2"), (None, "PK2"), (None, "PK9"), (None, None)]
    codes = [*zip(units["pcode"], units["province"], strict=True), *odd, ("AF01", "AF1")]
    pick = rng.integers(0, len(codes), NUMBER)
    days = np.datetime64("2023-01-01") + rng.integers(0, 900, NUMBER)
    days = np.where(rng.random(NUMBER) < 0.05, None, days.astype(str).astype(object))
    table = {
        "kind": some([*KINDS, "incident", "incident", "incident"]),
        "country": some(["PK", "PK", "PK", "PK", "AF", None]),
        "admin1_pcode": [codes[at][1] for at in pick],
        "admin2_pcode": [codes[at][0] for at in pick],
        "precision": some([level.value for level in Precision]),
        "place_name": some(["Makran division", "Quetta", None]),
        "event_type": some([*EVENT_TYPES, "x", None]),
        "actor": some(["A", "B", "=C", " ", None]),
        "date_start": days,
        "date_precision": some(["day", "day", "week", "month", "year", "range", None]),
        "lon": rng.uniform(60, 78, NUMBER),
        "lat": rng.uniform(23, 38, NUMBER),
    }
    for name in ("low", "best", "high"):
        for of in ("fatalities", "injured"):
            table[f"{of}_{name}"] = figures(rng)
    table |= {f"fatalities_{side}": figures(rng) for side in SIDES}
    return gpd.GeoDataFrame(
        table, geometry=gpd.points_from_xy(table["lon"], table["lat"], crs=4326)
    )


def figures(rng):
    column = pd.array(rng.integers(0, 9, NUMBER), dtype="Int64")
    column[rng.random(NUMBER) < 0.3] = pd.NA
    return column


def stated(table, *names):
    """Add up as a person would: figure by figure, the next column's where one is empty."""
    return sum(figure or 0 for figure in first_known(table, *names))


def first_known(table, *names):
    """Yield for each row the first figure that it has in the columns, None if it has none."""
    for figures in zip(*(table[name] for name in names), strict=True):
        yield next((int(one) for one in figures if not pd.isna(one)), None)


def expected(table):
    """Return what all rows of a summary must add up to."""
    counted = table[table["kind"].isin(COUNTED_KINDS)]
    operations = table[table["kind"] == "operation"]
    sums = {
        "incidents": len(counted),
        "multi_site": sum(counted["kind"] == "multi_site"),
        "without_figure": list(first_known(counted, *DEAD)).count(None),
        "operations": len(operations),
    }
    for of in ("fatalities", "injured"):
        best = f"{of}_best"
        sums |= {
            of: stated(counted, best),
            f"{of}_low": stated(counted, f"{of}_low", best),
            f"{of}_high": stated(counted, f"{of}_high", best, f"{of}_low"),
            f"operation_{of}": stated(operations, best),
        }
    sums |= {f"fatalities_{side}": stated(counted, f"fatalities_{side}") for side in SIDES}
    assert set(sums) == set(COUNTS)
    return sums


def check_every_grouping(table):
    wanted = expected(table)
    for by, period, split in itertools.product(BY, (None, *PERIODS), SPLITS):
        vintages = ("set", "2017") if period is None and split is None else ("set",)
        for vintage in vintages:
            frame = summarize(table, by=by, period=period, split_by=split, vintage=vintage)
            assert frame[list(COUNTS)].sum().to_dict() == wanted, (by, period, split, vintage)
            keys = ["pcode", *(["period"] if period else []), *([split] if split else [])]
            assert not frame.duplicated(keys).any()
            assert set(OTHER_ROWS) <= set(frame["pcode"])
            if period:
                assert UNDATED in set(frame["period"])
            if period in {"month", "year"}:
                assert to_wide(frame)["total"].sum() == wanted["incidents"]


def check_parts(table):
    """The parts of a split and the periods are those of the input, counted one by one."""
    counted = table[table["kind"].isin(COUNTED_KINDS)]
    actors = Counter(
        NOT_KNOWN if pd.isna(one) or not str(one).strip() else str(one).strip()
        for one in counted["actor"]
    )
    frame = summarize(table, split_by="actor")
    by_actor = frame.groupby("actor")["incidents"].sum()
    assert {name: n for name, n in by_actor.items() if n} == dict(actors)
    vague = counted["date_precision"].isin(["year"])
    months = Counter(
        UNDATED if pd.isna(day) or is_vague else str(day)[:7]
        for day, is_vague in zip(counted["date_start"], vague, strict=True)
    )
    by_month = summarize(table, period="month").groupby("period")["incidents"].sum()
    assert {name: n for name, n in by_month.items() if n} == dict(months)


def check_map(table):
    placed = place_incidents(table, boundaries=load_boundaries())
    assert placed.total == int(table["kind"].isin(COUNTED_KINDS).sum())


CHECKS = [check_every_grouping, check_parts, check_map]


@pytest.fixture(scope="module")
def seeds():
    table = incidents_of("seeds/")
    assert len(table) > 20
    return table


@pytest.fixture(scope="module")
def hundred_thousand():
    return made_up()


@pytest.mark.parametrize("check", CHECKS)
def test_sums_of_the_seeds_equal_the_input(seeds, check):
    check(seeds)


@pytest.mark.parametrize("check", CHECKS)
def test_sums_of_a_hundred_thousand_incidents_equal_the_input(hundred_thousand, check):
    check(hundred_thousand)


@pytest.mark.reference
def test_sums_of_the_development_set_equal_the_input(reference_dir):
    table = incidents_of(reference_dir / "evaluation" / "dev" / "articles.jsonl")
    for check in CHECKS:
        check(table)

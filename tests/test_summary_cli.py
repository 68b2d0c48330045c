"""The options of ``geomap summarize`` and of ``draw-map`` for print."""

from __future__ import annotations

import io

import geopandas as gpd
import pandas as pd
import pytest
from PIL import Image

from tests.maps.print_data import mixed
from tests.runs import call

__all__ = ["call"]


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    table = pd.DataFrame(mixed().drop(columns="geometry"))
    table = table[table["kind"] == "incident"]
    table = table.assign(incident_id=[f"i{n}" for n in range(len(table))])
    table.to_csv("table.csv", index=False)
    return "table.csv"


def printed(said):
    assert said.code == 0, said.err
    return pd.read_csv(io.StringIO(said.out))


def test_by_period_split_and_wide(call, file):
    long = printed(call("summarize", file, "--by", "country", "--period", "year",
                        "--split-by", "event_type"))  # fmt: skip
    assert {"period", "event_type"} <= set(long.columns)
    wide = printed(call("summarize", file, "--by", "division", "--period", "month",
                        "--wide", "fatalities"))  # fmt: skip
    assert list(wide.columns) == ["pcode", "name", "2025-03", "undated", "total"]
    assert long["incidents"].sum() == 14


def test_two_periods(call, file):
    said = call("summarize", file, "--by", "admin1", "--before", "2024-01-01..2024-12-31",
                "--after", "2025-01-01..2025-12-31")  # fmt: skip
    assert printed(said)["incidents_after"].sum() == 14
    assert "0 incidents lie outside both periods, 0 have no day that tells" in said.err


def test_hot_spots(call, file):
    said = call("summarize", file, "--hotspots", "count", "-o", "spots.geojson")
    assert (said.code, said.out) == (0, "")
    assert "6 incidents are in no unit and are not tested" in said.err
    assert "hot_spot" in gpd.read_file("spots.geojson")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.parquet", "a.md", "a b.gpkg"])
def test_files(call, file, tmp_path, name):
    assert call("summarize", file, "--by", "admin1", "-o", name).code == 0
    assert (tmp_path / name).stat().st_size > 100


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--before", "2024-01-01..2024-02-01"], "--before and --after belong together"),
        (["--before", "2024", "--after", "2025"], "'2024' is no period: write two days"),
        (["--hotspots", "yes"], "--hotspots is 'yes'; it must be people, area or count"),
        (["--hotspots", "area", "--period", "year"], "--hotspots and --period do not go together"),
        (["--by", "town"], "by is 'town'; it must be one of admin1"),
        (["-o", "a.doc"], "a.doc: a summary is written as one of"),
        (["--wide", "incidents"], "a wide table needs periods or a split"),
    ],
)
def test_what_was_not_understood_is_one_line(call, file, options, message):
    said = call("summarize", file, *options)
    assert said.code == 1
    assert message in said.err.splitlines()[-1]


def test_maps_for_print(call, file, tmp_path):
    assert call("draw-map", file, "-o", "a.png", "--size", "column", "--title", "T").code == 0
    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (1020, 1470)
    said = call("draw-map", file, "-o", "a.svg", "--shade", "incidents", "--within", "PK2",
                "--lang", "ur")  # fmt: skip
    assert said.code == 0
    assert "بلوچستان" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    said = call("draw-map", file, "-o", "a.html", "--size", "page")
    assert said.problem.endswith("--shade, --size and --within are for .png, .svg and .pdf")

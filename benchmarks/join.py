"""Join a million points to districts, next to ``geopandas.sjoin``: CPU time, answers, memory.

Both get the same districts and the same points, half of them scattered over the bounds of the
country and half close to the middle of a district, where most incidents are. The ratio is that of
the median CPU times of alternating calls in one process; `join_units` builds its grid anew in each
(``join_units_again`` is a call that finds the grid built). Memory is the highest that a call needs
beyond its input, each in a process of its own.

Run it as ``python benchmarks/join.py [--points N] [--rounds N]``; it exits with 1 below the floor.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd

from geomap.places import join
from geomap.places.boundaries import load_boundaries

FLOOR = 2.5  # times faster in CPU time


def make_points(number: int) -> gpd.GeoDataFrame:
    """Return points in EPSG:4326, the same at every call."""
    rng = np.random.default_rng(11)
    frame = load_boundaries("embedded-admin2").frame
    west, south, east, north = frame.total_bounds
    middles = frame.geometry.representative_point()
    chosen = rng.integers(0, len(frame), number - number // 2)
    near = rng.normal(0, 0.15, (2, len(chosen)))
    lon = np.concatenate([rng.uniform(west, east, number // 2), middles.x.to_numpy()[chosen]])
    lat = np.concatenate([rng.uniform(south, north, number // 2), middles.y.to_numpy()[chosen]])
    lon[number // 2 :] += near[0]
    lat[number // 2 :] += near[1]
    return gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")


def join_units(points: gpd.GeoDataFrame) -> pd.DataFrame:
    """Join with geomap, the grid built anew."""
    join._grid.cache_clear()  # noqa: SLF001
    join._index.cache_clear()  # noqa: SLF001
    return join_units_again(points)


def join_units_again(points: gpd.GeoDataFrame) -> pd.DataFrame:
    """Join with geomap."""
    joined: pd.DataFrame = join.join_units(points, boundaries=load_boundaries("embedded-admin2"))
    return joined


def sjoin(points: gpd.GeoDataFrame) -> pd.DataFrame:
    """Join with geopandas."""
    units = load_boundaries("embedded-admin2").frame[["pcode", "geometry"]]
    joined: pd.DataFrame = points.sjoin(units, how="left", predicate="intersects")
    return joined


WAYS: dict[str, Callable[[gpd.GeoDataFrame], pd.DataFrame]] = {
    "join_units": join_units,
    "join_units_again": join_units_again,
    "sjoin": sjoin,
}


def count_same(points: gpd.GeoDataFrame) -> int:
    """Return for how many points both give the same p-code; on a border the lowest counts."""
    ours = join_units(points)["admin2_pcode"]
    theirs = sjoin(points).sort_values("pcode", kind="stable")["pcode"]
    theirs = theirs[~theirs.index.duplicated()].sort_index()
    return int((ours.fillna("") == theirs.fillna("")).sum())


def cpu_seconds(way: Callable[[gpd.GeoDataFrame], pd.DataFrame], points: gpd.GeoDataFrame) -> float:
    """Return the CPU time of one call, in seconds."""
    start = time.process_time()
    way(points)
    return time.process_time() - start


def highest_mb() -> float:
    """Return the most memory that this process has held so far, in MB (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return float(status.partition("VmHWM:")[2].split()[0]) / 1024


def print_peak(way: str, number: int) -> None:
    """Print by how much one call raises this process's highest memory, in MB."""
    points = make_points(number)
    WAYS[way](points.head(10))
    before = highest_mb()
    WAYS[way](points)
    print(highest_mb() - before)


def peak_mb(way: str, number: int) -> int:
    """Return what one call needs beyond its input at most, in MB, in a fresh process."""
    command = [sys.executable, __file__, "--points", str(number), "--peak-of", way]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return round(float(answer.stdout))


def measure(number: int, rounds: int) -> dict[str, object]:
    """Return the figures of the comparison."""
    points = make_points(number)
    same = count_same(points)
    seconds: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(rounds):
        for name, way in WAYS.items():
            seconds[name].append(cpu_seconds(way, points))
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    return {
        "points": number,
        "same_answers": same,
        "cpu_s": {name: round(value, 3) for name, value in medians.items()},
        "times_faster": round(medians["sjoin"] / medians["join_units"], 2),
        "extra_memory_mb": {name: peak_mb(name, number) for name in ("join_units", "sjoin")},
    }


def main() -> int:
    """Run the comparison and print it as JSON; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peak-of", choices=WAYS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak_of:
        print_peak(given.peak_of, given.points)
        return 0
    figures = measure(given.points, given.rounds)
    print(json.dumps(figures, indent=1))
    good = figures["same_answers"] == given.points and float(str(figures["times_faster"])) >= FLOOR
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

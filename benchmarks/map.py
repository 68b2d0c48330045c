"""Maps of 1,000 to 1,000,000 incidents, next to folium's own maps with the same fields.

For each size and way: CPU time of building and saving, size of the file, and in Chromium the CPU
time (and wall time) until the page is painted and answers, that of a filter and of a move up to
the next painted frame, and the heap after a collection of garbage. Chromium's figures are medians
over visits. Folium's pages get their scripts from npm packages without a network; for them a
filter is taking all markers out of the cluster and putting the chosen ones back.

Run it as ``python benchmarks/map.py [--sizes N ...] [--plot FILE]``; it exits with 1 where a bound
is broken. The ratios at 100,000 bind, the absolute figures are those of a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import matplotlib.pyplot as plt
from pages.peers import PEERS, load_files
from pages.rows import make_incidents, peer_rows
from pages.visits import Chromium, open_chromium

import geomap

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000
BOUNDS: Mapping[str, Mapping[str, float]] = {
    "geomap 100000": {
        "file_mb": 3, "build_cpu_s": 5, "open_cpu_s": 3,
        "filter_script_ms": 100, "filter_frame_ms": 300,
    },
    "geomap 1000000": {"file_mb": 15, "open_cpu_s": 8},
}  # fmt: skip
HALF, FIVE = 0.5, 5.0  # of FastMarkerCluster's file and of its time to open, with prose


def build(path: Path, make: Callable[[], object]) -> dict[str, float]:
    """Save a map and return CPU seconds and megabytes."""
    start = time.process_time()
    drawn = make()
    drawn.save(path) if isinstance(drawn, geomap.IncidentMap) else drawn.save(str(path))
    seconds = time.process_time() - start
    return {"build_cpu_s": round(seconds, 2), "file_mb": round(path.stat().st_size / 1e6, 3)}


def measure(chromium: Chromium, number: int, *, most_markers: int, rounds: int) -> dict[str, dict]:
    """Return the figures of each way at one size."""
    found: dict[str, dict] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.html"
        for name, prose in (("geomap", False), ("geomap with prose", True)):
            if prose and number >= MILLION:
                continue
            frame = make_incidents(number, prose=prose)
            figures = build(path, lambda table=frame: geomap.draw_map(table))
            found[f"{name} {number}"] = figures | chromium.measure(path, ours=True, rounds=rounds)
            print(json.dumps({f"{name} {number}": found[f"{name} {number}"]}), flush=True)
        if number >= MILLION:
            return found
        rows = peer_rows(frame)
        for name, make in PEERS.items():
            if name.startswith("Marker") and number > most_markers:
                continue
            figures = build(path, lambda make=make: make(rows))
            found[f"{name} {number}"] = figures | chromium.measure(path, ours=False, rounds=rounds)
            print(json.dumps({f"{name} {number}": found[f"{name} {number}"]}), flush=True)
    return found


def broken(found: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return what lies beyond its bound, in words."""
    lines = [
        f"{way}: {name} is {found[way][name]}, bound {most}"
        for way, bounds in BOUNDS.items()
        if way in found
        for name, most in bounds.items()
        if found[way][name] > most
    ]
    ours, peer = found.get("geomap with prose 100000"), found.get("FastMarkerCluster 100000")
    if ours and peer:
        size, speed = ours["file_mb"] / peer["file_mb"], peer["open_cpu_s"] / ours["open_cpu_s"]
        print(
            f"with prose: {size:.2f} of FastMarkerCluster's file, opened {speed:.1f} times faster"
        )
        if size > HALF or speed < FIVE:
            lines.append(f"with prose: bounds are {HALF} of the file and {FIVE} times faster")
    return lines


def plot(found: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Draw how file, opening, filter and heap grow."""
    shown = ("build_cpu_s", "file_mb", "open_cpu_s", "filter_frame_ms", "pan_frame_ms", "heap_mb")
    figure, axes = plt.subplots(2, 3, figsize=(11, 6.2), layout="constrained")
    ways = list(dict.fromkeys(key.rpartition(" ")[0] for key in found))
    for axis, name in zip(axes.flat, shown, strict=True):
        for way in ways:
            points = sorted(
                (int(key.rpartition(" ")[2]), figures[name])
                for key, figures in found.items()
                if key.rpartition(" ")[0] == way
            )
            axis.loglog(*zip(*points, strict=True), marker="o", markersize=4, label=way)
        axis.set(title=name, xlabel="incidents")
        axis.grid(visible=True, alpha=0.3)
    axes.flat[0].legend(fontsize=8)
    figure.savefig(path, dpi=110, metadata={"Software": None})


def main() -> int:
    """Measure all sizes and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[*SIZES, MILLION])
    parser.add_argument("--most-markers", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    cache = Path(tempfile.gettempdir()) / "geomap-benchmark-npm"
    found: dict[str, dict] = {}
    geomap.draw_map(make_incidents(2000, prose=True))  # reads what every later map finds read
    with open_chromium(load_files(cache)) as chromium:
        for number in given.sizes:
            found |= measure(chromium, number, most_markers=given.most_markers, rounds=given.rounds)
    if given.plot:
        plot(found, given.plot)
    lines = broken(found)
    print("\n".join(lines) or "every bound held")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

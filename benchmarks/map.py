"""Maps of 1,000 to 1,000,000 incidents, next to folium's own maps with the same fields.

For each size and way: CPU time of building and saving, size of the file, and in Chromium the CPU
time (and wall time) until the page is painted and answers, that of a filter and of a move up to
the next painted frame, and the heap after a collection of garbage. Chromium's figures are medians
over visits. Folium's pages get their scripts from npm packages without a network; for them a
filter is taking all markers out of the cluster and putting the chosen ones back. A way that needs
more than ``--limit`` seconds to build, or twice that to open, is given up and said to be.

Run it as ``python benchmarks/map.py [--sizes N ...] [--plot FILE]``; it exits with 1 where a bound
is broken. The ratios at 100,000 bind, the absolute figures are those of a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib.ticker import EngFormatter, LogLocator, NullFormatter
from pages.peers import PEERS, load_files
from pages.rows import make_incidents, peer_rows
from pages.visits import PlaywrightError, open_chromium

import geomap

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000
BINDING = 100_000
PEER = "FastMarkerCluster"
OURS = (
    ("geomap", "numbers", False),
    ("geomap, hashed ids", "hashes", False),
    ("geomap with prose", "hashes", True),
)
"""Name, ids and whether titles, links and quotes are in the page, of our ways."""
HELD: Mapping[str, float] = {
    "file_mb": 3, "build_cpu_s": 5, "open_cpu_s": 3, "filter_script_ms": 100,
    "filter_frame_ms": 300,
}  # fmt: skip
BOUNDS: Mapping[str, Mapping[str, float]] = {
    "geomap 100000": HELD,
    "geomap, hashed ids 100000": HELD,
    "geomap 1000000": {"file_mb": 15, "open_cpu_s": 8},
    "geomap, hashed ids 1000000": {"open_cpu_s": 8},
}
ENOUGH = 30  # seconds of building, after which it is not done again
HALF, FIVE = 0.5, 5.0  # of FastMarkerCluster's file and of its time to open, with prose


class TooSlowError(Exception):
    """A way needed more than its time limit."""


def build(path: Path, make: Callable[[], object], given: argparse.Namespace) -> dict[str, float]:
    """Save a map, again and again for at most half a minute, and return seconds and megabytes."""
    spent: list[float] = []
    signal.setitimer(signal.ITIMER_PROF, given.limit)
    try:
        while len(spent) < given.rounds and sum(spent) < ENOUGH:
            start = time.process_time()
            drawn = make()
            drawn.save(path) if isinstance(drawn, geomap.IncidentMap) else drawn.save(str(path))
            spent.append(time.process_time() - start)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    megabytes = round(path.stat().st_size / 1e6, 3)
    return {"build_cpu_s": round(statistics.median(spent), 2), "file_mb": megabytes}


def stop(*_: object) -> None:
    """Give up what takes too long."""
    raise TooSlowError("building took longer than its limit")


def makers(number: int) -> Iterator[tuple[str, bool, Callable[[], object]]]:
    """Yield each way to make a map of so many incidents: its name, whether it is ours, the way."""
    for name, ids, prose in OURS:
        if not prose or number < MILLION:
            frame = make_incidents(number, ids=ids, prose=prose)
            yield name, True, lambda table=frame: geomap.draw_map(table)
    if number < MILLION:
        rows = peer_rows(frame)
        for name, make in PEERS.items():
            yield name, False, lambda make=make: make(rows)


def measure(
    files: Mapping[str, bytes], number: int, given: argparse.Namespace
) -> dict[str, dict[str, float]]:
    """Return the figures of each way at one size; without those that were given up."""
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.html"
        for name, ours, make in makers(number):
            way = f"{name} {number}"
            try:
                found[way] = build(path, make, given)
                with open_chromium(files) as chromium:
                    found[way] |= chromium.measure(path, ours=ours, given=given)
            except (TooSlowError, PlaywrightError) as error:
                if ours:
                    raise
                reached = json.dumps(found.pop(way, {}))
                reason = str(error).partition("\n")[0]
                print(f"{way}: given up: {reason}; until then {reached}", flush=True)
                continue
            print(json.dumps({way: found[way]}), flush=True)
    return found


def broken(found: Mapping[str, Mapping[str, float]], sizes: Collection[int]) -> list[str]:
    """Return what lies beyond its bound, or was asked and not measured, in words."""
    lines = [
        f"{way}: {name} is {found[way][name]}, bound {most}"
        for way, bounds in BOUNDS.items()
        if way in found
        for name, most in bounds.items()
        if found[way][name] > most
    ]
    ours, peer = (found.get(f"{way} {BINDING}") for way in ("geomap with prose", PEER))
    if ours and peer:
        size, speed = ours["file_mb"] / peer["file_mb"], peer["open_cpu_s"] / ours["open_cpu_s"]
        print(
            f"with prose: {size:.2f} of FastMarkerCluster's file, opened {speed:.1f} times faster"
        )
        if size > HALF or speed < FIVE:
            lines.append(f"with prose: bounds are {HALF} of the file and {FIVE} times faster")
    elif BINDING in sizes:
        lines.append("with prose: the ratios that bind were not measured: one way was given up")
    else:
        print(f"with prose: the ratios that bind are those of {BINDING}, which was not asked")
    return lines


SHOWN = {
    "build_cpu_s": "built in, seconds", "file_mb": "file, megabytes",
    "open_cpu_s": "opened in, seconds", "filter_frame_ms": "a filter, ms to the next frame",
    "pan_frame_ms": "a move, ms to the next frame", "heap_mb": "memory of the page, megabytes",
}  # fmt: skip


def plot(found: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Draw how file, opening, filter and heap grow; peers dashed."""
    figure, axes = plt.subplots(2, 3, figsize=(11, 6.6), layout="constrained")
    for axis, (name, title) in zip(axes.flat, SHOWN.items(), strict=True):
        for way in dict.fromkeys(key.rpartition(" ")[0] for key in found):
            points = sorted(
                (int(key.rpartition(" ")[2]), figures[name])
                for key, figures in found.items()
                if key.rpartition(" ")[0] == way
            )
            line = "-" if way.startswith("geomap") else "--"
            axis.loglog(*zip(*points, strict=True), line, marker="o", markersize=4, label=way)
        axis.set(title=title, xlabel="incidents")
        axis.xaxis.set_major_formatter(EngFormatter(sep=""))
        axis.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axis.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
        axis.yaxis.set_minor_formatter(NullFormatter())
        axis.grid(visible=True, alpha=0.3)
    figure.legend(*axes.flat[0].get_legend_handles_labels(), loc="outside lower center", ncols=5)
    figure.savefig(path, dpi=110, metadata={"Software": None})


def main() -> int:
    """Measure all sizes and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[*SIZES, MILLION])
    parser.add_argument("--rounds", type=int, default=5, help="visits, of which the median counts")
    parser.add_argument(
        "--limit", type=int, default=300, help="CPU seconds to build, and twice as many to open"
    )
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    cache = Path(tempfile.gettempdir()) / "geomap-benchmark-npm"
    found: dict[str, dict[str, float]] = {}
    signal.signal(signal.SIGPROF, stop)
    geomap.draw_map(make_incidents(2000, prose=True))  # reads what every later map finds read
    files = load_files(cache)
    for number in given.sizes:
        found |= measure(files, number, given)
    if given.plot:
        plot(found, given.plot)
    lines = broken(found, given.sizes)
    print("\n".join(lines) or "every bound held")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

"""Look names up: exact and fuzzy look-ups a second, and a dump of the size of Pakistan's.

Names are those of the gazetteer itself, in a fixed order; for the fuzzy ones a letter is put into
the middle of a long name, so that neither the exact nor the loose way finds it. The dump is made
up: its names are syllables drawn with a fixed seed, its points lie within the country's box.
Figures are the median of five rounds of CPU time.

Run it as ``python benchmarks/lookup.py [--rows N]``; it exits with 1 below the floors.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from geomap.places.dumps import install_dump
from geomap.places.gazetteer import load_gazetteer
from geomap.places.geocode import geocode
from geomap.places.geocoders import GazetteerGeocoder
from geomap.places.user_places import full_gazetteer

EXACT_FLOOR, FUZZY_FLOOR = 10_000, 300  # look-ups a second
SYLLABLES = (
    "ka", "la", "ba", "zai", "di", "ra", "khel", "goth", "kot", "sha", "wa", "ni", "mu", "tan",
    "dar", "ghar", "pur", "chak", "bas", "ti",
)  # fmt: skip


def rate(work: Callable[[str], object], names: Sequence[str]) -> float:
    """Return how many of the names are done a second of CPU time, the median of five rounds."""
    work(names[0])  # builds the indexes
    times = []
    for _ in range(5):
        started = time.process_time()
        for name in names:
            work(name)
        times.append(time.process_time() - started)
    return len(names) / statistics.median(times)


def misspelt(geocoder: GazetteerGeocoder, number: int) -> list[str]:
    """Return names that only similarity can find."""
    names = sorted({entry.name for entry in load_gazetteer().entries if len(entry.name) > 7})
    names = [f"{name[:4]}x{name[4:]}" for name in names]
    found = (name for name in names if (hit := geocoder.search(name)) and hit[0].how == "fuzzy")
    return [name for _, name in zip(range(number), found, strict=False)]


def measure(title: str) -> tuple[float, float]:
    """Print and return the rates of exact and fuzzy look-ups."""
    geocoder = GazetteerGeocoder()
    exact = [entry.name for entry in load_gazetteer().entries]
    wrong = misspelt(geocoder, 300)
    rates = rate(geocoder.candidates, exact), rate(geocoder.candidates, wrong)
    print(f"{title}: {rates[0]:,.0f} exact and {rates[1]:,.0f} fuzzy look-ups a second")
    return rates


def measure_tables() -> None:
    """Print the rates of `geocode` for columns of names."""
    names = [f"{entry.name}, {entry.admin1}" for entry in load_gazetteer().entries if entry.admin1]
    started = time.process_time()
    geocode(names)
    print(f"geocode: {len(names) / (time.process_time() - started):,.0f} different names a second")
    column = names[:1_000] * 100
    started = time.process_time()
    geocode(column)
    print(
        f"geocode: {len(column) / (time.process_time() - started):,.0f} rows a second, 1% distinct"
    )


def make_dump(folder: Path, rows: int) -> Path:
    """Write a dump of made-up places and return its path."""
    rng = random.Random(5)  # noqa: S311 # names for a benchmark
    path = folder / "PK.zip"
    lines = []
    for number in range(rows):
        name = "".join(rng.choices(SYLLABLES, k=rng.randint(3, 6))).title()
        lon, lat = rng.uniform(61, 75), rng.uniform(24, 36)
        lines.append(
            f"{9_000_000 + number}\t{name}\t{name}\t\t{lat:.5f}\t{lon:.5f}\tP\tPPL\tPK\t\t"
            "\t\t\t\t0\t\t0\tAsia/Karachi\t2024-01-01\n",
        )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("PK.txt", "".join(lines))
    return path


def main() -> int:
    """Measure, print and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the made-up dump")
    rows = parser.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        shipped = measure("the gazetteer")
        measure_tables()
        dump = make_dump(Path(folder), rows)
        started = time.process_time()
        install_dump(dump)
        print(f"a dump of {rows:,} rows: installed in {time.process_time() - started:.1f} s")
        started = time.process_time()
        full_gazetteer().lookup("quetta")
        print(f"opened in {time.process_time() - started:.2f} s")
        extended = measure("with the dump")
        full_gazetteer.__globals__["_user_gazetteer"].cache_clear()  # closes the file
    enough = all(
        exact >= EXACT_FLOOR and fuzzy >= FUZZY_FLOOR for exact, fuzzy in (shipped, extended)
    )
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())

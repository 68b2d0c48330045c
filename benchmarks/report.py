"""Write a report of 10,000 incidents with prose, and an atlas of a province.

The incidents are made up (`pages.rows`): places, days, figures, actors, a source with a title and a
quote for each. Wall and CPU time and the size of the file, for the default report, one that lists
every incident, and the atlas; an untimed small report before them reads what every later one finds
read.

Run it as ``python benchmarks/report.py [--incidents N]``; it exits with 1 where a file takes
more CPU time than its bound, which on a quiet machine is its wall time too.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pages.rows import make_incidents

import geomap

BOUNDS_S = {  # of CPU time, for 10,000
    "report.html": 20.0, "all-listed.html": 20.0, "report.docx": 40.0, "atlas.html": 40.0,
}  # fmt: skip
PROVINCE = "PK2"


def measure(path: Path, write: Callable[[Path], None]) -> dict[str, float]:
    """Return the time of writing a file in seconds, and its size in megabytes."""
    wall, cpu = time.perf_counter(), time.process_time()
    write(path)
    return {
        "wall_s": round(time.perf_counter() - wall, 2),
        "cpu_s": round(time.process_time() - cpu, 2),
        "file_mb": round(path.stat().st_size / 1e6, 2),
    }


def main() -> int:
    """Measure, print as JSON, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--incidents", type=int, default=10_000)
    given = parser.parse_args()
    table = make_incidents(given.incidents, prose=True)
    ways: dict[str, Callable[[Path], None]] = {
        "report.html": lambda path: geomap.write_report(table, path),
        "all-listed.html": lambda path: geomap.write_report(table, path, listed=None),
        "report.docx": lambda path: geomap.write_report(table, path),
        "atlas.html": lambda path: geomap.write_atlas(table, path, within=PROVINCE),
    }
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        geomap.write_report(table.head(200), Path(folder) / "first.html")
        for name, write in ways.items():
            found[name] = measure(Path(folder) / name, write)
            print(json.dumps({f"{name} {given.incidents}": found[name]}), flush=True)
    lines = [
        f"{name} took {found[name]['cpu_s']} s, bound {bound}"
        for name, bound in BOUNDS_S.items()
        if found[name]["cpu_s"] > bound
    ]
    print("\n".join(lines) or "every bound held")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure reading tables: the 200-row files, and a generated CSV of a million rows.

Run ``python benchmarks/tables.py [ROWS]``; each measurement is a process of its own, so that its
peak memory is its own. CPU time is user and system time of that process.
"""

from __future__ import annotations

# ruff: noqa: PLC0415, S311 - what is measured is imported where it is; chance need not be secret
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_ROWS = 1_000_000


def write_big(path: Path, rows: int) -> None:
    """Write an ACLED-shaped CSV of made-up incidents; one row in a hundred has a flaw."""
    draw = random.Random(1)
    from geomap.table_profiles import ACLED_COLUMNS
    from tests.table_data import _acled, truth

    seeds = list(_acled(truth(2_000), lambda day: day.isoformat()))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(ACLED_COLUMNS)
        for number in range(rows):
            row = seeds[number % len(seeds)]
            row |= {
                "event_id_cnty": f"PAK{number}",
                "latitude": round(draw.uniform(24, 36), 4),
                "longitude": round(draw.uniform(61.5, 74), 4),
                "notes": "A note of some length, as such exports have in every row of theirs.",
                "fatalities": draw.choice(["0", "1", "1,234"]),
            }
            if number % 100 == 0:
                row["event_date"] = "31/02/2024"
            elif number % 100 == 1:
                row["event_date"] = "2024-03-01"
            writer.writerow([row.get(name, "") for name in ACLED_COLUMNS])


def measure(kind: str, path: str) -> None:
    """Read a file one way and print what it took."""
    from geomap.table_files import iter_incidents, iter_joined, read_table

    start = time.perf_counter()
    if kind == "whole":
        read = read_table(path)
        rows, out, bad = read.rows, len(read.incidents), len(read.rejected)
    elif kind == "pieces":
        rows = out = bad = 0
        for piece in iter_incidents(path):
            rows += piece.rows
            out += len(piece.incidents)
            bad += len(piece.rejected)
    else:
        rows = out = sum(len(piece) for piece in iter_joined(path))
        bad = 0
    took = time.perf_counter() - start
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cpu = usage.ru_utime + usage.ru_stime
    assert rows == out + bad
    print(
        f"{kind:8} {rows:>9,} in = {out:>9,} out + {bad:>6,} rejected; {took:6.1f} s, "
        f"CPU {cpu:6.1f} s, {rows / took:>9,.0f} rows/s, peak {usage.ru_maxrss / 1024:,.0f} MB",
    )


def main() -> None:
    """Write the files, then measure each reading in a process of its own."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_ROWS
    from tests.table_data import CASES

    with tempfile.TemporaryDirectory() as folder:
        for name, make in CASES.items():
            print(f"{name}: ", end="", flush=True)
            _apart("whole", str(make(Path(folder)).path))
        path = Path(folder) / "big.csv"
        write_big(path, rows)
        print(f"{path.stat().st_size / 1e6:,.0f} MB of CSV")
        for kind in ("whole", "pieces", "joined"):
            _apart(kind, str(path))


def _apart(kind: str, path: str) -> None:
    subprocess.run([sys.executable, __file__, "--measure", kind, path], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], sys.argv[3])
    else:
        main()

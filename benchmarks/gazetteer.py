"""Time to load the gazetteer, next to the csv module reading the same file in the same run."""

from __future__ import annotations

import csv
import statistics
import time
from collections.abc import Callable

from geomap.paths import data_file
from geomap.places.gazetteer import load_gazetteer

RUNS = 7


def median_ms(work: Callable[[], object]) -> float:
    """Return the median CPU time of a few runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def read_with_csv() -> int:
    """Read the file as the csv module does, into dicts."""
    with data_file("gazetteer.tsv").open(encoding="utf-8", newline="") as lines:
        return len(list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)))


def main() -> None:
    """Print the figures."""
    peer = median_ms(read_with_csv)
    parsed = median_ms(load_gazetteer.__wrapped__)
    keyed = median_ms(lambda: load_gazetteer.__wrapped__().names())
    print(f"rows {read_with_csv():,}")
    print(f"csv.DictReader {peer:.0f} ms; parsed {parsed:.0f} ms; with all keys {keyed:.0f} ms")
    print(f"parsed / csv {parsed / peer:.2f}; with all keys / csv {keyed / peer:.2f}")


if __name__ == "__main__":
    main()

"""Read 100 kB of one phrase, again and again: the dates and the counts at their worst.

Such texts are what a grammar is slowest on: every word may begin a date or a figure. The tests hold
that the time grows with the text; here it is bounded. CPU time, the least of three runs; the peer
is fold_name on the same text, which looks at every letter once.

Run it as ``python benchmarks/grammars.py``; it exits with 1 where dates take more than 1 s or
counts more than 1.5 s (60 kB).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date

from geomap.places.names import fold_name
from geomap.text.counts import find_counts
from geomap.text.dates import find_dates, publication_date_in

DATES_S, COUNTS_S = 1.0, 1.5
DATES = (
    "January ",
    "on Tuesday ",
    "12 March ",
    "until then ",
    "from May 5 to ",
    "پیر کو اور منگل ",
)
COUNTS = ("killed ", "two men and ", "including two men ", "Gul and his ", "دو افراد ہلاک ")


def read_dates(text: str) -> None:
    """Find the dates of a text and the day of its publication."""
    find_dates(text, published=date(2026, 2, 5))
    publication_date_in(text)


def cpu_time(work: Callable[[str], object], text: str) -> float:
    """Return the least CPU time of three runs, in seconds."""
    taken = []
    for _ in range(3):
        begin = time.process_time()
        work(text)
        taken.append(time.process_time() - begin)
    return min(taken)


def main() -> None:
    """Time each phrase and compare with the bounds."""
    missed = []
    for work, units, letters, bound in (
        (read_dates, DATES, 100_000, DATES_S),
        (find_counts, COUNTS, 60_000, COUNTS_S),
    ):
        for unit in units:
            text = (unit * letters)[:letters]
            taken, peer = cpu_time(work, text), cpu_time(fold_name, text)
            print(
                f"{work.__name__:12s} {unit!r:22} {taken:6.3f} s, {taken / peer:5.0f} times folding"
            )
            if taken > bound:
                missed.append(unit)
    if missed:
        sys.exit(f"over the bound: {missed}")


if __name__ == "__main__":
    main()

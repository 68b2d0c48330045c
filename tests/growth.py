"""Whether work grows with the size of its input: the same work on a text and on four times as much.

No bound in seconds: a slow or busy machine takes longer for both. Work that grows with the square
of the text takes sixteen times as long.
"""

from __future__ import annotations

import time

TIMES = 4
MOST = 9
_NOISE = 0.05  # seconds that a machine may lose between two measurements


def cpu_time(work, text):
    """Return the least CPU time of two runs, in seconds."""
    taken = []
    for _ in range(2):
        begin = time.process_time()
        work(text)
        taken.append(time.process_time() - begin)
    return min(taken)


def assert_in_proportion(work, unit, letters):
    """Assert that four times as much of a repeated unit takes less than nine times as long."""
    work(unit)  # loads what is loaded once
    short, long = (cpu_time(work, (unit * size)[:size]) for size in (letters // TIMES, letters))
    assert long < MOST * short + _NOISE, f"{short:.3f} s, then {long:.3f} s"

"""Start the program cold: ``geomap --help``, the first map of ``seeds/`` and the first run.

Each command runs in a process of its own, five times, with a new data folder; CPU time of the
process and wall time, the median counts. The peer of the help page is a process that only loads
typer, the library that prints it: what geomap adds may take no longer than that takes.

Run it as ``python benchmarks/start.py``; it exits with 1 where the help page takes more than twice
its peer's CPU time, the map more than 8 s of it, or the run more than 16 s.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROUNDS = 5
HELP_TIMES = 2.0
BOUNDS_S = {"geomap draw-map seeds/": 8.0, "geomap run seeds/": 16.0}
SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def timed(command: Sequence[str]) -> tuple[float, float]:
    """Run a command and return its CPU and its wall time in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "XDG_DATA_HOME": folder, "MPLCONFIGDIR": folder}
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, check=True, cwd=folder, env=env, stdout=subprocess.DEVNULL)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, wall


def main() -> None:
    """Time the commands in turn and compare."""
    program = [sys.executable, "-m", "geomap"]
    commands = {
        "python, loading typer": [sys.executable, "-c", "import typer"],
        "geomap --help": [*program, "--help"],
        "geomap draw-map seeds/": [*program, "draw-map", str(SEEDS), "-o", "map.html"],
        "geomap run seeds/": [*program, "run", str(SEEDS), "-o", "out"],
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(timed(command))
    cpu = {name: statistics.median(one for one, _ in taken) for name, taken in times.items()}
    for name, taken in times.items():
        wall = statistics.median(one for _, one in taken)
        print(f"{name:26s} {cpu[name]:6.2f} s CPU, {wall:6.2f} s")
    peer, page, *_ = cpu.values()
    slow = [name for name, bound in BOUNDS_S.items() if cpu[name] > bound]
    slow += ["geomap --help"] if page > HELP_TIMES * peer else []
    if slow:
        sys.exit(f"slower than its bound: {', '.join(slow)}")


if __name__ == "__main__":
    main()

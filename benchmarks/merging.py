"""Merge 100,000 accounts: CPU time, and how it grows with their number.

The accounts are made up (`made_up.accounts`): some two and a half of each event, over ten years; in
the last line all are of one year, so that ten times as many share a district and a day. Run it as
``python benchmarks/merging.py [--accounts N]``; it exits with 1 above the ceiling.
"""

from __future__ import annotations

import argparse
import sys
import time

from made_up.accounts import make_accounts

from geomap.text.merge import merge_accounts

CEILING_S = 60.0  # for 100,000 accounts


def measure(number: int, *, years: int) -> float:
    """Merge so many accounts, print what came of it, and return the CPU seconds."""
    accounts, articles = make_accounts(number, years=years)
    started = time.process_time()
    incidents = merge_accounts(accounts, articles=articles)
    taken = time.process_time() - started
    print(
        f"{number:>7,} accounts of {years:>2} years: {taken:6.2f} s, "
        f"{1e6 * taken / number:5.0f} µs each, {len(incidents):,} incidents",
        flush=True,
    )
    return taken


def main() -> int:
    """Measure, print and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=100_000)
    number: int = parser.parse_args().accounts
    measure(max(1, number // 20), years=10)  # loads what is loaded once
    times = [measure(part, years=10) for part in (number // 4, number // 2, number)]
    print(f"growth when the number doubles: {times[1] / times[0]:.2f}, {times[2] / times[1]:.2f}")
    dense = measure(number, years=1)
    return 0 if max(times[-1], dense) <= CEILING_S * number / 100_000 else 1


if __name__ == "__main__":
    sys.exit(main())

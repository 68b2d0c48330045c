"""Count a million incidents by district and month, next to a plain pandas groupby.

Both get the same table, its values drawn with a fixed seed: the codes of the districts, a day of
ten years, figures of which some are not known. The groupby adds up the same columns of the same
incidents and gives the rows that occur; `summarize` also gives the empty ones, rates, changes and
notes, and checks its totals. CPU time, the median of alternating rounds.

Run it as ``python benchmarks/summary.py [--incidents N] [--rounds N]``; it exits with 1 where the
answers differ or `summarize` takes more than the ceiling times the groupby's time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from geomap.places.boundaries import load_boundaries
from geomap.records import COUNTED_KINDS, KINDS
from geomap.summary import summarize

CEILING = 2.0  # times the CPU time of the groupby
FIGURES = (
    "fatalities_low", "fatalities_best", "fatalities_high",
    "injured_low", "injured_best", "injured_high", "fatalities_civilians",
    "fatalities_security_forces", "fatalities_militants", "fatalities_unknown",
)  # fmt: skip


def make_table(number: int) -> pd.DataFrame:
    """Return an incident table, the same at every call."""
    rng = np.random.default_rng(7)
    codes = np.array(
        [*load_boundaries("embedded-admin2").frame["pcode"], "PK2-tump", None], dtype=object
    )
    days = np.datetime64("2016-01-01") + rng.integers(0, 3653, number)
    figures = {
        name: pd.array(rng.integers(0, 9, number), dtype="Int64") for name in sorted(FIGURES)
    }
    for column in figures.values():
        column[rng.random(number) < 0.2] = pd.NA
    return pd.DataFrame(
        {
            "kind": pd.array(rng.choice(KINDS, number, p=[0.9, 0.04, 0.03, 0.03]), dtype="str"),
            "country": pd.array(np.full(number, "PK"), dtype="str"),
            "admin2_pcode": pd.array(codes[rng.integers(0, len(codes), number)], dtype="str"),
            "date_start": days.astype("datetime64[ms]"),
            **figures,
        },
    )


def plain(table: pd.DataFrame) -> pd.DataFrame:
    """Add up by district and month with pandas."""
    counted = table[table["kind"].isin(COUNTED_KINDS)]
    month = counted["date_start"].dt.to_period("M")
    groups = counted.groupby([counted["admin2_pcode"], month])
    return groups[list(FIGURES)].sum().assign(incidents=groups.size())


def ours(table: pd.DataFrame) -> pd.DataFrame:
    """Add up by district and month with geomap."""
    return summarize(table, period="month", boundaries=load_boundaries("embedded-admin2"))


def same(table: pd.DataFrame) -> bool:
    """Say whether both give the same counts for every district that both have."""
    theirs = plain(table).reset_index()
    theirs["period"] = theirs["date_start"].astype(str)
    mine = ours(table).rename(columns={"fatalities": "fatalities_best", "pcode": "admin2_pcode"})
    folds = {"PK2-tump", "PK211"}  # Tump counts in Kech
    both = theirs[~theirs["admin2_pcode"].isin(folds)].merge(mine, on=["admin2_pcode", "period"])
    names = ("incidents", "fatalities_best", "fatalities_civilians")
    equal = all((both[f"{name}_x"] == both[f"{name}_y"]).all() for name in names)
    rows = ~theirs["admin2_pcode"].isin(folds)
    return bool(equal) and len(both) == int(rows.sum())


def cpu_seconds(work: Callable[[pd.DataFrame], object], table: pd.DataFrame) -> float:
    """Return the CPU time of one call, in seconds."""
    start = time.process_time()
    work(table)
    return time.process_time() - start


def main() -> int:
    """Measure, print as JSON, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--incidents", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    table = make_table(given.incidents)
    good = same(table)
    seconds: dict[str, list[float]] = {"summarize": [], "groupby": []}
    for _ in range(given.rounds):
        seconds["summarize"].append(cpu_seconds(ours, table))
        seconds["groupby"].append(cpu_seconds(plain, table))
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    ratio = medians["summarize"] / medians["groupby"]
    figures = {
        "incidents": given.incidents,
        "rows": len(ours(table)),
        "same_counts": good,
        "cpu_s": {name: round(value, 3) for name, value in medians.items()},
        "summarize_over_groupby": round(ratio, 2),
    }
    print(json.dumps(figures, indent=1))
    return 0 if good and ratio <= CEILING else 1


if __name__ == "__main__":
    sys.exit(main())

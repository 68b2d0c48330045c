"""Rules and lexicons are general: with other places, figures, dates and groups, nothing falls.

The labelled reports of all sets are read as they are and with each kind of swap (see
`tests.swaps`), and all swaps at once. A report in which a swap cannot be done faithfully stays
as it is; most must be changed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import reduce

import pytest

import geomap
from tests.gold.build import read_source, write_lines
from tests.swaps.actors import names_a_group, swap_actors
from tests.swaps.dates import swap_dates
from tests.swaps.figures import labelled, swap_figures
from tests.swaps.marked import read_marked
from tests.swaps.places import needs_of, swap_places

SWAPS = {
    "places": (swap_places, needs_of),
    "figures": (swap_figures, labelled),
    "dates": (swap_dates, bool),
    "actors": (swap_actors, names_a_group),
}
FIGURES = (
    "mentions.strict.f1",
    "roles.accuracy",
    "roles.incident_site.f1",
    "resolution.district",
    "accounts.f1",
    "accounts.event_type",
    "accounts.dates",
    "accounts.precision_level",
    "accounts.district",
    "accounts.fatalities",
    "accounts.injured",
    "accounts.actor",
    "accounts.kind",
)
ALLOWED_FALL = 0.02
LEAST_CHANGED = 0.6

pytestmark = pytest.mark.usefixtures("blank_prints")


def swap_all(report):
    return reduce(lambda done, swap: swap[0](done) or done, SWAPS.values(), report)


def scores(reports, reference, folder):
    """Return the figures of reading some reports."""
    folder.mkdir()
    pairs = []
    for report in reports:
        report.write(folder / "report.txt")
        pairs.append(read_source(folder / "report.txt", report.places))
    write_lines(folder / "articles.jsonl", [article for article, _ in pairs])
    write_lines(folder / "gold.jsonl", [labels for _, labels in pairs])
    geomap.run(folder / "articles.jsonl", folder / "out")
    program = [sys.executable, reference / "evaluation" / "score.py", folder, folder / "out"]
    answer = subprocess.run([*program, "--json"], check=True, capture_output=True, text=True)
    figures = json.loads(answer.stdout)
    return {name: figures[name] for name in FIGURES}


@pytest.fixture(scope="module")
def before(reference_dir, tmp_path_factory):
    return scores(read_marked(), reference_dir, tmp_path_factory.mktemp("swap") / "before")


@pytest.mark.parametrize("kind", SWAPS)
def test_most_reports_can_be_swapped(kind):
    swap, has_any = SWAPS[kind]
    reports = [report for report in read_marked() if has_any(report)]
    swapped = [swap(report) for report in reports]
    changed = sum(new is not None and new != old for new, old in zip(swapped, reports, strict=True))
    assert len(reports) > 60
    assert changed >= LEAST_CHANGED * len(reports)


@pytest.mark.reference
@pytest.mark.parametrize("kind", [*SWAPS, "all"])
def test_no_score_falls(kind, before, reference_dir, tmp_path):
    swap = swap_all if kind == "all" else SWAPS[kind][0]
    reports = [swap(report) or report for report in read_marked()]
    after = scores(reports, reference_dir, tmp_path / "after")
    fallen = {
        name: (round(value, 3), round(after[name], 3))
        for name, value in before.items()
        if after[name] < value - ALLOWED_FALL
    }
    assert fallen == {}

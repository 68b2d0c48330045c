"""Scores of reading against labels, with floors that may only rise.

The scorer is run as a program from the reference folder. The seed report must score 1 on every
figure; our own labelled sets and the development set have floors, most of them about three points
below their figures of today.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import geomap

pytestmark = [pytest.mark.reference, pytest.mark.usefixtures("blank_prints")]

ERRORS = {
    "resolution.wrong_province",
    "accounts.false_pins",
    "accounts.invented_fatalities",
    "accounts.invented_injured",
    "false_alarms",
    "totals.district_error",
}
NO_RATE = {"resolution.median_km"}

OWN = {
    "mentions.strict.f1": 0.95,
    "roles.accuracy": 0.9,
    "roles.incident_site.f1": 0.92,
    "resolution.district": 0.93,
    "accounts.f1": 0.93,
    "accounts.dates": 0.93,
    "accounts.district": 0.93,
    "accounts.fatalities": 0.93,
    "accounts.event_type": 0.93,
    "accounts.kind": 0.93,
    "statistic.recall": 0.8,
    "evidence.exact": 1.0,
}
READING = {
    "mentions.strict.f1": 0.97,
    "roles.accuracy": 0.95,
    "roles.incident_site.f1": 0.95,
    "resolution.district": 0.96,
    "accounts.f1": 0.94,
    "accounts.dates": 0.97,
    "accounts.district": 0.94,
    "accounts.fatalities": 0.92,
    "accounts.injured": 0.97,
    "accounts.event_type": 0.94,
    "accounts.kind": 0.97,
    "accounts.precision_level": 0.9,
    "accounts.actor": 0.93,
    "merging.f1": 0.9,
    "evidence.exact": 1.0,
}
VARIED = READING | {
    "roles.incident_site.f1": 0.94,
    "resolution.district": 0.93,
    "accounts.dates": 0.95,
    "accounts.district": 0.85,
    "accounts.fatalities": 0.89,
    "accounts.injured": 0.91,
    "accounts.event_type": 0.93,
    "accounts.precision_level": 0.74,
    "accounts.actor": 0.92,
    "merging.f1": 0.97,
}
URDU = READING | {
    "roles.accuracy": 0.96,
    "accounts.f1": 0.96,
    "accounts.district": 0.97,
    "accounts.fatalities": 0.97,
    "accounts.event_type": 0.93,
    "accounts.precision_level": 0.89,
    "accounts.actor": 0.94,
    "merging.f1": 0.97,
}
STYLES = READING | {
    "mentions.strict.f1": 0.96,
    "roles.accuracy": 0.86,
    "roles.incident_site.f1": 0.81,
    "resolution.district": 0.93,
    "accounts.f1": 0.91,
    "accounts.dates": 0.93,
    "accounts.district": 0.92,
    "accounts.fatalities": 0.71,
    "accounts.injured": 0.77,
    "accounts.event_type": 0.93,
    "accounts.kind": 0.95,
    "accounts.precision_level": 0.82,
    "accounts.actor": 0.85,
    "merging.f1": 0.97,
}
DEVELOPMENT = {
    "mentions.relaxed.f1": 0.95,
    "mentions.strict.f1": 0.95,
    "roles.accuracy": 0.84,
    "resolution.district": 0.93,
    "accounts.f1": 0.9,
    "accounts.dates": 0.9,
    "accounts.fatalities": 0.86,
    "evidence.exact": 1.0,
}
SETS = (
    ("reading", READING, {"accounts.false_pins": 0.07, "false_alarms": 0.0}),
    ("varied", VARIED, {"accounts.false_pins": 0.07, "false_alarms": 0.0}),
    ("urdu", URDU, {"accounts.false_pins": 0.03, "false_alarms": 0.0}),
    ("styles", STYLES, {"accounts.false_pins": 0.05, "false_alarms": 0.0}),
)


def score(reference, gold, source, out):
    geomap.run(source, out)
    program = [sys.executable, reference / "evaluation" / "score.py", gold, out, "--json"]
    answer = subprocess.run(program, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def test_the_seed_report_scores_one_on_every_figure(reference_dir, tmp_path):
    report = reference_dir / "seeds" / "000_da897de3b186db40.txt"
    figures = score(reference_dir, reference_dir / "evaluation" / "seed", report, tmp_path)
    rates = {
        name: value
        for name, value in figures.items()
        if isinstance(value, float) and name not in NO_RATE
    }
    wrong = {name: value for name, value in rates.items() if value != float(name not in ERRORS)}
    assert wrong == {}
    assert len(rates) > 30


@pytest.mark.parametrize(
    ("gold", "source", "floors", "errors"),
    [
        ("tests/gold", "seeds", OWN, {"accounts.false_pins": 0.05, "false_alarms": 0.0}),
        *(
            (f"tests/{name}", f"tests/{name}/articles.jsonl", floors, errors)
            for name, floors, errors in SETS
        ),
        (
            "{reference}/evaluation/dev",
            "{reference}/evaluation/dev/articles.jsonl",
            DEVELOPMENT,
            {"accounts.false_pins": 0.1, "false_alarms": 0.3},
        ),
    ],
    ids=["own", *(name for name, _, _ in SETS), "development"],
)
def test_scores_stay_above_their_floors(reference_dir, tmp_path, gold, source, floors, errors):
    gold, source = (text.format(reference=reference_dir) for text in (gold, source))
    figures = score(reference_dir, gold, source, tmp_path)
    low = {name: figures[name] for name, floor in floors.items() if figures[name] < floor}
    high = {name: figures[name] for name, limit in errors.items() if figures[name] > limit}
    assert (low, high) == ({}, {})

"""Scores of reading against labels, with floors that may only rise.

The scorer is run as a program from the reference folder. The seed report must score 1 on every
figure; our own labelled reports and the development set have floors.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import geomap

pytestmark = pytest.mark.reference

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
        (
            "{reference}/evaluation/dev",
            "{reference}/evaluation/dev/articles.jsonl",
            DEVELOPMENT,
            {"accounts.false_pins": 0.1, "false_alarms": 0.3},
        ),
    ],
    ids=["own", "development"],
)
def test_scores_stay_above_their_floors(reference_dir, tmp_path, gold, source, floors, errors):
    gold, source = (text.format(reference=reference_dir) for text in (gold, source))
    figures = score(reference_dir, gold, source, tmp_path)
    low = {name: figures[name] for name, floor in floors.items() if figures[name] < floor}
    high = {name: figures[name] for name, limit in errors.items() if figures[name] > limit}
    assert (low, high) == ({}, {})

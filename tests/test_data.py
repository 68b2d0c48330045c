"""Every data file that ships has a record, and the record's hash is right."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA, BOUNDARIES = ROOT / "geomap" / "data", ROOT / "boundaries"
RECORDS = json.loads((DATA / "registry.json").read_text(encoding="utf-8"))


def test_every_file_of_the_package_has_a_record():
    files = {path.name for path in DATA.iterdir() if path.is_file() and path.name[0] not in "._"}
    assert {record["file"] for record in RECORDS} == files - {"registry.json"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["file"])
def test_records_say_source_licence_and_hash(record):
    content = (DATA / record["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == record["sha256"], "run `make data`"
    for name in ("title", "source", "licence", "attribution"):
        assert record[name]


def test_every_boundary_file_has_a_record_with_the_right_hash():
    records = json.loads((BOUNDARIES / "registry.json").read_text(encoding="utf-8"))["sets"]
    files = {record["file"]: record for record in records.values()}
    assert {path.name for path in BOUNDARIES.glob("*.geojson")} == set(files)
    for name, record in files.items():
        digest = hashlib.sha256((BOUNDARIES / name).read_bytes()).hexdigest()
        assert digest == record["sha256"], name
        assert record["licence"]
        assert record["attribution"]


@pytest.mark.parametrize("name", ["actors.csv", "triggers.csv", "event_cues.csv"])
def test_a_phrase_stands_once_in_a_lexicon(name):
    """Two rows that claim one phrase would make the file's order decide."""
    from geomap.places.names import fold_name

    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    seen: dict[str, int] = {}
    twice = []
    for number, row in enumerate(rows):
        cells = [row.get(c) or "" for c in ("phrases", "phrases_ur", "spellings", "name_ur")]
        for phrase in filter(None, "|".join(cells).split("|")):
            key = fold_name(phrase)
            if seen.setdefault(key, number) != number:
                twice.append(phrase)
    assert twice == []

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import ROOT

GOLD, READING, SEEDS = ROOT / "tests" / "gold", ROOT / "tests" / "reading", ROOT / "seeds"
ROLES = {"incident_site", "dateline", "actor", "venue", "background"}
AREAS = {"site", "settlement", "tehsil", "district", "division", "province", "country"}
TYPES = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
TYPES |= {"Protests", "Riots", "Strategic developments"}


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ARTICLES = {row["id"]: row for row in rows(GOLD / "articles.jsonl")}
TEXTS = ARTICLES | {row["id"]: row for row in rows(READING / "articles.jsonl")}
LABELS = {row["id"]: row for folder in (GOLD, READING) for row in rows(folder / "gold.jsonl")}


def test_the_articles_are_the_seeds():
    files = {path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"}}
    seeds = {path.name: path.read_bytes().decode() for path in files - {SEEDS / "README.md"}}
    records = rows(SEEDS / "reports.jsonl")
    assert len(rows(GOLD / "articles.jsonl")) == len(ARTICLES) == 24
    seeds |= {row["id"]: row["text"] for row in records}
    assert seeds == {name: row["text"] for name, row in ARTICLES.items()}
    assert all(row == ARTICLES[row["id"]] and "invented" in row["source"] for row in records)
    assert all((row["title"] is None) == ("." in row["id"]) for row in ARTICLES.values())


def test_every_article_has_labels():
    assert list(LABELS) == list(TEXTS)
    assert len(rows(READING / "articles.jsonl")) == len(TEXTS) - len(ARTICLES) == 59
    assert all(row["published"] <= "2026-11-01" for row in TEXTS.values())
    assert sum(not row["incidents"] for row in LABELS.values()) >= 14


@pytest.mark.parametrize("name", LABELS)
def test_mentions_are_exact_and_known_words(name):
    text, end = TEXTS[name]["text"], 0
    for mention in LABELS[name]["mentions"]:
        assert mention["start"] >= end
        end = mention["end"]
        assert text[mention["start"] : end] == mention["toponym"] == mention["toponym"].strip()
        assert mention["role"] in ROLES
        assert mention["level"] in AREAS | {"other"}
        assert (mention["lat"] is None) == (mention["lon"] is None)


def test_no_name_is_left_unmarked():
    marked = [mention for row in LABELS.values() for mention in row["mentions"]]
    names = {mention[key] for mention in marked for key in ("toponym", "name")}
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for name, labels in LABELS.items():
        spans = [(mention["start"], mention["end"]) for mention in labels["mentions"]]
        for found in pattern.finditer(TEXTS[name]["text"]):
            inside = any(first <= found.start() and found.end() <= last for first, last in spans)
            assert inside or found[0] == "سوئی", f"{name}: {found[0]}"


@pytest.mark.parametrize("name", LABELS)
def test_incidents_are_placed_dated_and_linked(name):
    for incident in LABELS[name]["incidents"]:
        assert incident["kind"] in {"incident", "multi_site", "operation", "statistic"}
        assert incident["event_type"] in TYPES
        assert incident["precision"] in AREAS | {"near", "unknown", "line"}
        assert incident["actor_basis"] in {"claimed", "attributed", "suspected", "unknown"}
        first, last = incident["date_start"], incident["date_end"]
        assert "2021-01-01" <= first <= last <= TEXTS[name]["published"]
        assert (first == last) == (incident["date_precision"] == "day")
        assert incident["place_name"] in {row["name"] for row in LABELS[name]["mentions"]} | {None}
        assert (incident["place_name"] is None) == (incident["precision"] == "unknown")
    assert all(name in LABELS[other]["same_as"] for other in LABELS[name]["same_as"])

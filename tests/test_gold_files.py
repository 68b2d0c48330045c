from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT

GOLD, SEEDS = ROOT / "tests" / "gold", ROOT / "seeds"
ROLES = {"incident_site", "dateline", "actor", "venue", "background"}
AREAS = {"site", "settlement", "tehsil", "district", "division", "province", "country"}
TYPES = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
TYPES |= {"Protests", "Riots", "Strategic developments"}


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ARTICLES = {row["id"]: row for row in rows(GOLD / "articles.jsonl")}
LABELS = {row["id"]: row for row in rows(GOLD / "gold.jsonl")}


def test_the_articles_are_the_seeds():
    files = {path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md"}}
    seeds = {path.name: path.read_bytes().decode() for path in files - {SEEDS / "README.md"}}
    records = rows(SEEDS / "reports.jsonl")
    assert len(rows(GOLD / "articles.jsonl")) == len(ARTICLES) == len(LABELS) == 24
    seeds |= {row["id"]: row["text"] for row in records}
    assert seeds == {name: row["text"] for name, row in ARTICLES.items()}
    assert list(LABELS) == list(ARTICLES)
    assert all(row == ARTICLES[row["id"]] and "invented" in row["source"] for row in records)
    assert all((row["title"] is None) == ("." in row["id"]) for row in ARTICLES.values())
    assert all(row["published"] <= "2026-11-01" for row in ARTICLES.values())


@pytest.mark.parametrize("name", LABELS)
def test_mentions_are_exact_and_known_words(name):
    text, end = ARTICLES[name]["text"], 0
    for mention in LABELS[name]["mentions"]:
        assert mention["start"] >= end
        end = mention["end"]
        assert text[mention["start"] : end] == mention["toponym"] == mention["toponym"].strip()
        assert mention["role"] in ROLES
        assert {mention["level"]} <= AREAS | {"other"}
        assert (mention["lat"] is None) == (mention["lon"] is None)


@pytest.mark.parametrize("name", LABELS)
def test_incidents_are_placed_dated_and_linked(name):
    for incident in LABELS[name]["incidents"]:
        assert incident["kind"] in {"incident", "multi_site", "operation", "statistic"}
        assert {incident["event_type"]} <= TYPES
        assert {incident["precision"]} <= AREAS | {"near", "unknown", "line"}
        assert incident["actor_basis"] in {"claimed", "attributed", "suspected", "unknown"}
        first, last = incident["date_start"], incident["date_end"]
        assert "2021-01-01" <= first <= last <= ARTICLES[name]["published"]
        assert (first == last) == (incident["date_precision"] == "day")
        assert incident["place_name"] in {mention["name"] for mention in LABELS[name]["mentions"]}
    assert all(name in LABELS[other]["same_as"] for other in LABELS[name]["same_as"])

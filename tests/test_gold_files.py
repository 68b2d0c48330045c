from __future__ import annotations

import json
import re

import pytest

from tests.conftest import ROOT
from tests.gold.build import read_places, read_source

GOLD, SEEDS = ROOT / "tests" / "gold", ROOT / "seeds"
COUNTS = {"gold": 24, "reading": 59, "varied": 40, "urdu": 36, "styles": 40}
SETS = [ROOT / "tests" / name for name in COUNTS]
ORDINARY = {  # place words that mean a thing or an invented person in these articles
    "naushki-surveyors-1": ("Kabul",),
    "mangocher-bazaar-3": ("Chaman",),
    "ispr-mir-ali-bagh": ("Khyber",),
    "ur-football-final": ("سوئی", "حب"),
    "ur-mand-quadcopter": ("مند",),
    "ur-chaman-blast-1": ("چمن",),
}
ROLES = {"incident_site", "dateline", "actor", "venue", "background"}
AREAS = {"site", "settlement", "tehsil", "district", "division", "province", "country"}
TYPES = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
TYPES |= {"Protests", "Riots", "Strategic developments"}


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ARTICLES = {row["id"]: row for row in rows(GOLD / "articles.jsonl")}
TEXTS = {row["id"]: row for folder in SETS for row in rows(folder / "articles.jsonl")}
LABELS = {row["id"]: row for folder in SETS for row in rows(folder / "gold.jsonl")}


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
    counts = {folder.name: len(rows(folder / "articles.jsonl")) for folder in SETS}
    assert counts == COUNTS
    assert len(TEXTS) == sum(COUNTS.values())
    assert all("2020-01-01" <= row["published"] <= "2028-03-01" for row in TEXTS.values())
    assert sum(not row["incidents"] for row in LABELS.values()) >= 35


@pytest.mark.parametrize("folder", SETS, ids=COUNTS)
def test_articles_and_labels_are_those_of_the_sources(folder):
    places = read_places(folder)
    pairs = [read_source(path, places) for path in (folder / "source").glob("*.txt")]
    articles, labels = zip(*pairs, strict=True)
    by_id = {row["id"]: row for row in articles}
    assert by_id == {row["id"]: row for row in rows(folder / "articles.jsonl")}
    assert {row["id"]: row for row in labels} == {
        row["id"]: row for row in rows(folder / "gold.jsonl")
    }


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
            assert inside or found[0] in ORDINARY.get(name, ()), f"{name}: {found[0]}"


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

"""JSON lines are read line by line, JSON files as a list of objects."""

from __future__ import annotations

import json
from datetime import date

import pytest

from geomap.records import Article
from geomap.text.article_lines import LONGEST_LINE
from geomap.text.articles import Dropped, read_articles, scan_articles

TEXT = "QUETTA: A bomb went off in Mach on Monday."
ROW = {
    "id": 7,
    "headline": "Bomb",
    "body": TEXT,
    "publishedAt": "2026-02-05T23:59:00Z",
    "source": {"id": None, "name": "The News"},
    "author": "Some Writer",
    "url": "https://x.example/1",
}
ARTICLE = Article(
    id="7",
    text=TEXT,
    title="Bomb",
    published=date(2026, 2, 5),
    published_source="metadata",
    source="The News",
    url="https://x.example/1",
    language="en",
)


def write(folder, value, name="a.json"):
    path = folder / name
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def split(path):
    items = list(scan_articles([path]))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if not isinstance(item, Article)],
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a.json", [ROW]),
        ("a.json", {"status": "ok", "articles": [ROW]}),
        ("a.json", ROW),
        ("a.jsonl", ROW),
        ("a.ndjson", ROW),
    ],
)
def test_objects_with_usual_names(tmp_path, name, value):
    assert read_articles(write(tmp_path, value, name)) == [ARTICLE]


def test_ids_of_objects_without_one(tmp_path):
    rows = [{"text": "One."}, {"text": "Two.", "id": ""}, {"text": "Three.", "id": None}]
    ids = [article.id for article in read_articles(write(tmp_path, rows))]
    assert ids == ["a.json#1", "a.json#2", "a.json#3"]
    assert read_articles(write(tmp_path, {"text": "One."}))[0].id == "a.json"


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("[1]", "a.json, object 1", "not a JSON object with a field `text`"),
        ("[]", "a.json", "not a list of objects"),
        ('"words"', "a.json", "not a list of objects"),
        ("{", "a.json", "not JSON (Expecting property name"),
        ("[" * 100_000, "a.json", "not JSON (nested too deeply)"),
        ("[" + "1" * 5_000 + "]", "a.json", "not JSON (a number has too many digits)"),
        ('{"type": "FeatureCollection", "features": []}', "a.json", "no text: the field `text`"),
        ('[{"lat": 30, "lon": 67}]', "a.json, object 1", "a table of incidents, not of reports"),
        ('[{"text": {"a": 1}}]', "a.json, object 1", "no text: the field `text` must be a string"),
        ("", "a.json", "the file is empty"),
    ],
)
def test_what_is_no_article_is_named(tmp_path, text, where, reason):
    articles, (dropped,) = split(write(tmp_path, text))
    assert not articles
    assert isinstance(dropped, Dropped)
    assert dropped.where == where
    assert reason in dropped.reason
    assert "\n" not in dropped.reason


def test_a_line_ends_at_a_line_feed_and_nowhere_else(tmp_path):
    text = "One\u2028two\u0085three\x0bfour."
    path = write(tmp_path, json.dumps({"text": text}, ensure_ascii=False) + "\r\n", "a.jsonl")
    (article,) = read_articles(path)
    assert article.text == text


def test_a_line_that_is_too_long_is_passed_over(tmp_path):
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.write('{"text": "One."}\n{"text": "')
        for _ in range(LONGEST_LINE // 1_000_000 + 1):
            file.write("x" * 1_000_000)
        file.write('"}\n{"text": "Three."}\n')
    articles, (dropped,) = split(path)
    assert [article.id for article in articles] == ["a.jsonl#1", "a.jsonl#3"]
    assert dropped == Dropped(
        where="a.jsonl, line 2", reason="the line has more than 8,000,000 characters; split it"
    )


def test_encodings_of_json_lines(tmp_path):
    path = tmp_path / "a.jsonl"
    for codec in ("utf-8-sig", "utf-16", "utf-16-le"):
        path.write_bytes((json.dumps({"text": TEXT}) + "\n").encode(codec) * 1)
        articles, _ = split(path)
        assert [article.text for article in articles] == [TEXT], codec
    path.write_bytes(json.dumps({"text": "“Café”"}, ensure_ascii=False).encode("cp1252"))
    (article,), (remark,) = split(path)
    assert article.text == "“Café”"
    assert remark.where == "a.jsonl"


def test_surrogates_and_other_characters_of_json_are_kept(tmp_path):
    (article,) = read_articles(write(tmp_path, '{"text": "a \\ud800 b \\u0000 c"}', "a.jsonl"))
    assert article.text == "a \ud800 b \0 c"

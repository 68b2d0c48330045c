"""Ids come from the files, no two articles share one, and order does not count."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from geomap.records import Article
from geomap.text.article_sources import SUFFIXES
from geomap.text.articles import Dropped, Remark, scan_articles


def split(*sources):
    items = list(scan_articles(sources))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if not isinstance(item, Article)],
    )


def lines(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_two_folders_with_files_of_one_name(tmp_path):
    for folder, text in (("a", "One."), ("b", "Two."), ("c", "One.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(text, encoding="utf-8")
    articles, (remark, dropped) = split(tmp_path / "a", tmp_path / "b", tmp_path / "c")
    assert [article.text for article in articles] == ["One.", "Two."]
    assert all(article.id.startswith("x.txt-") for article in articles)
    assert remark == Remark(
        where="x.txt",
        note="2 articles share this id; each is given a suffix made of its text",
        field="id",
    )
    assert dropped == Dropped(where="x.txt", reason="the same article again; it is read once")
    (one,), (dropped,) = split(tmp_path / "a", tmp_path / "c")
    assert one.id == "x.txt"
    assert "read once" in dropped.reason


def test_ids_do_not_depend_on_the_order_of_the_sources(tmp_path):
    one = lines(tmp_path / "1.jsonl", {"id": "x", "text": "One."}, {"id": "y", "text": "Why."})
    two = lines(tmp_path / "2.jsonl", {"id": "x", "text": "Two."})
    there = {article.text: article.id for article in split(one, two)[0]}
    back = {article.text: article.id for article in split(two, one)[0]}
    assert there == back
    assert there["Why."] == "y"
    assert len(set(there.values())) == 3


def test_a_suffix_never_meets_another_id(tmp_path):
    rows = [{"id": "x", "text": "One."}, {"id": "x", "text": "Two."}]
    ids = [article.id for article in split(lines(tmp_path / "a.jsonl", *rows))[0]]
    rows.append({"id": ids[0], "text": "Three."})
    articles, _ = split(lines(tmp_path / "a.jsonl", *rows))
    assert len({article.id for article in articles}) == 3
    assert articles[2].id == ids[0]


def test_a_remark_names_the_article_as_it_was_given(tmp_path):
    rows = [{"id": "x", "text": text, "published": "soon"} for text in ("One.", "Two.", "One.")]
    articles, others = split(lines(tmp_path / "a.jsonl", *rows))
    told = [item.article_id for item in others if getattr(item, "field", "") == "published"]
    assert told == [article.id for article in articles]


def test_a_row_that_is_dropped_changes_no_id(tmp_path):
    path = lines(tmp_path / "a.jsonl", {"id": "x", "text": "One."}, {"id": "x", "text": " "})
    (article,), (dropped,) = split(path)
    assert article.id == "x"
    assert "no text" in dropped.reason


def test_patterns_and_folders(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in ("a/1.txt", "a/b/2.md", "a/b/3.jsonl", "a/.hidden.txt", "a/README.md", "a/n.pdf"):
        (tmp_path / name).write_text('{"text": "Words."}', encoding="utf-8")
    articles, (dropped,) = split(tmp_path / "a")
    assert [article.id for article in articles] == ["1.txt", "b/2.md", "b/3.jsonl#1"]
    assert dropped.reason == f"not a report: {SUFFIXES} files are read"
    articles, _ = split(str(tmp_path / "a" / "**" / "*.md"))
    assert [article.id for article in articles] == ["README.md", "2.md"]
    articles, _ = split(str(tmp_path / "a" / "[0-9].txt"))
    assert [article.id for article in articles] == ["1.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="names of other systems")
def test_names_with_odd_characters(tmp_path):
    name = 'a "b"\n<c>\x1b[31m.txt'
    (tmp_path / name).write_text("Words.", encoding="utf-8")
    (article,), _ = split(tmp_path)
    assert article.id == name


def test_reading_loads_no_more_than_it_needs(tmp_path):
    (tmp_path / "a.txt").write_text("date 2026-02-05 Bomb\n\nWords.", encoding="utf-8")
    code = (
        "import sys; from geomap.text.articles import read_articles; "
        f"assert len(read_articles({str(tmp_path)!r})) == 1; "
        "print([name for name in ('trafilatura', 'lxml', 'feedparser', 'pandas', 'geopandas') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

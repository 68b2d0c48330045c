from __future__ import annotations

import json
from datetime import date

import pytest

from geomap.errors import DataError, MissingDataError
from geomap.records import Article
from geomap.text.articles import MAX_CHARACTERS, Dropped, read_articles, scan_articles

TEXT = "QUETTA: A bomb went off in Mach on Monday.\n\nNobody was hurt."


def split(sources):
    items = list(scan_articles(sources))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, Dropped)],
    )


def lines(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_text_file_is_one_article_with_its_characters_unchanged(tmp_path):
    path = tmp_path / "report.txt"
    raw = " date 2026-02-05 Bomb goes off\r\n\r\nSomething “quoted”.\n"
    path.write_bytes(raw.encode())
    (article,) = read_articles(path)
    assert article.text == raw
    assert article.id == "report.txt"
    assert (article.published, article.published_source) == (date(2026, 2, 5), "header")
    assert article.title == "Bomb goes off"


def test_jsonl_gives_metadata_and_its_own_ids(tmp_path):
    row = {"id": "x1", "text": TEXT, "published": "2026-01-05", "source": "newspaper"}
    path = lines(tmp_path / "a.jsonl", row, {"text": TEXT + "!"})
    first, second = read_articles(path)
    assert (first.id, first.published, first.published_source) == (
        "x1",
        date(2026, 1, 5),
        "metadata",
    )
    assert second.id == "a.jsonl#2"
    assert (second.published, second.published_source) == (None, "none")


def test_ids_are_relative_to_the_folder_and_files_come_by_name(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text(TEXT)
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "README.md").write_text("What this folder holds.")
    articles, dropped = split([tmp_path])
    assert [article.id for article in articles] == ["b/two.md", "one.txt"]
    assert not dropped


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b" \n", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("photo.txt", b"\x89PNG\x00\x01\x02", "binary"),
        ("table.pdf", b"%PDF", "not a report"),
        ("long.txt", b"a" * (MAX_CHARACTERS + 1), "more than 1,000,000"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT)
    articles, (dropped,) = split([tmp_path])
    assert dropped.where == name
    assert reason in dropped.reason
    assert "\n" not in dropped.reason
    assert [article.id for article in articles] == ["zz.txt"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"id": "x"}', "no text"),
        ('{"text": "  "}', "no text"),
        ('{"text": 5}', "no text"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path, line, reason):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT}) + "\n\n" + line + "\n", encoding="utf-8")
    articles, (dropped,) = split([path])
    assert len(articles) == 1
    assert dropped.where == "a.jsonl, line 3"
    assert reason in dropped.reason


def test_articles_that_share_an_id_but_not_the_text_all_get_a_suffix(tmp_path):
    same, other = {"id": "x", "text": TEXT}, {"id": "x", "text": "Other words."}
    articles, (dropped,) = split([lines(tmp_path / "a.jsonl", same, other, same)])
    ids = [article.id for article in articles]
    assert len(set(ids)) == 2
    assert all(name.startswith("x-") for name in ids)
    assert "read once" in dropped.reason


def test_the_modification_time_is_never_a_date(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Something happened on Monday.")
    (article,) = read_articles(path)
    assert article.published is None


def test_a_missing_source_and_nothing_to_read_are_errors(tmp_path):
    with pytest.raises(MissingDataError, match="no such file or folder"):
        read_articles(tmp_path / "nothing.txt")
    with pytest.raises(MissingDataError, match="no file has such a name"):
        read_articles(str(tmp_path / "*.txt"))
    with pytest.raises(DataError, match=r"give \.txt, \.md, \.html"):
        read_articles(tmp_path)

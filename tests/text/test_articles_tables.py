"""CSV and TSV files: named columns, told columns, rows that cannot be read, tables of incidents."""

from __future__ import annotations

import csv
import json
import tracemalloc
from datetime import date

import pytest

import geomap
from geomap.errors import DataError, SettingsError
from geomap.records import Article
from geomap.text.article_fields import FIELDS, match_fields
from geomap.text.articles import Dropped, read_articles, scan_articles
from tests.maps.unpacked import page_table
from tests.runs import call, lines

__all__ = ["call"]

pytestmark = pytest.mark.usefixtures("blank_prints")

TEXT = (
    "QUETTA: A bomb went off in Mach on Monday, police said.\n\nTwo men, both drivers, were hurt."
)


def split(path, **told):
    items = list(scan_articles([path], **told))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if not isinstance(item, Article)],
    )


def table(path, *rows, delimiter=",", encoding="utf-8"):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


@pytest.mark.parametrize(
    ("header", "delimiter", "encoding"),
    [
        ("id title text published source url language", ",", "utf-8"),
        ("ID Headline Body Date Outlet Link Lang", ",", "utf-8-sig"),
        ("article_id heading article publication_date publisher web_url language", ";", "utf-8"),
        ("Doc-ID TITLE Full_Text Published_At newspaper URL Language", "\t", "utf-16"),
        ("uuid headline content pubDate source_name permalink language", "|", "utf-8"),
    ],
)
def test_usual_names_are_recognised(tmp_path, header, delimiter, encoding):
    row = ["x1", "Bomb in Mach", TEXT, "5 Feb 2026", "The News", "https://x.example/1", "English"]
    path = table(tmp_path / "a.csv", header.split(), row, delimiter=delimiter, encoding=encoding)
    (article,), _ = split(path)
    assert article == Article(
        id="x1",
        text=TEXT,
        title="Bomb in Mach",
        published=date(2026, 2, 5),
        published_source="metadata",
        source="The News",
        url="https://x.example/1",
        language="en",
    )


def test_text_keeps_its_line_ends_and_rows_their_numbers(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'text,title\r\n"One\r\nline ""two"".\r\n",First\r\n,\r\n\r\nAnother,Second\r\nThird\r\n'
    )
    first, second, third = read_articles(path)
    assert (first.text, first.id) == ('One\r\nline "two".\r\n', "a.csv#2")
    assert (second.id, third.id, third.title) == ("a.csv#5", "a.csv#6", None)


def test_a_tsv_file_is_parted_by_tabs_alone(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("id;x\ttext\n1\tOne, two; three.\n", encoding="utf-8")
    (article,) = read_articles(path)
    assert article.text == "One, two; three."
    assert article.id == "a.tsv#2"


def test_columns_are_told_where_they_are_guessed_wrong(tmp_path):
    rows = [["Story", "Text", "Day", "id"], [TEXT, "a summary", "2026-02-05", "7"]]
    path = table(tmp_path / "a.csv", *rows)
    assert read_articles(path)[0].text == "a summary"
    told = {"text": "Story", "published": "Day", "id": None}
    (article,) = read_articles(path, columns=told)
    assert (article.text, article.published, article.id) == (TEXT, date(2026, 2, 5), "a.csv#2")
    with pytest.raises(SettingsError, match="'body' is no field of an article; known are text, id"):
        read_articles(path, columns={"body": "Story"})
    _, (dropped,) = split(path, columns={"text": "Words"})
    assert dropped.reason == "there is no column 'Words'; there are Story, Text, Day, id"
    (tmp_path / "b.jsonl").write_text(json.dumps({"Story": TEXT, "id": "j"}), encoding="utf-8")
    assert read_articles(tmp_path / "b.jsonl", columns={"text": "Story"})[0].text == TEXT


def test_columns_on_the_command_line(call, tmp_path):
    path = table(tmp_path / "a.csv", ["Story", "Day"], [TEXT, "2026-02-05"])
    told = ["--columns", "text=Story,published=Day"]
    said = call("read-articles", path, *told)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["published"] == "2026-02-05"
    said = call("run", path, "-o", tmp_path / "out", *told)
    assert (said.code, said.err) == (0, "")
    (article,) = lines(tmp_path / "out" / "articles.jsonl")
    assert article["id"] == "a.csv#2"
    record = json.loads((tmp_path / "out" / "run.json").read_bytes())
    assert record["columns"] == {"text": "Story", "published": "Day"}
    for command in ("find-mentions", "merge-accounts"):
        said = call(command, path, *told)
        assert (said.code, said.err) == (0, "")
        assert "Mach" in said.out
    said = call("draw-map", path, *told, "-o", tmp_path / "map.html")
    assert (said.code, said.err) == (0, "")
    said = call("run", path, "-o", tmp_path / "out", "--columns", "Story")
    assert said.code == 1
    assert "write field=column" in said.problem


def test_a_table_of_articles_is_no_table_of_incidents_whatever_its_column_is_called(call, tmp_path):
    rows = [["headline", "body", "date"], ["Bomb", TEXT, "2026-02-05"]]
    path = table(tmp_path / "a.csv", *rows)
    said = call("draw-map", path, "-o", tmp_path / "map.html")
    assert (said.code, said.err) == (0, "")
    drawn = page_table((tmp_path / "map.html").read_text(encoding="ascii"))
    assert drawn.n == 1


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (
            "event_id_cnty,event_date,latitude,longitude,notes",
            "a table of incidents, not of reports",
        ),
        ("lat,lon,killed", "a table of incidents, not of reports"),
        ("incident_id,date_start,place_name", "a table of incidents, not of reports"),
        ("name,age", "no column holds the text of reports: there are name, age; name it with"),
        (",".join(f"c{n}" for n in range(40)), "c10, c11 ...; name it with --columns text=COLUMN"),
    ],
)
def test_a_table_without_texts_is_told_from_one_of_incidents(call, tmp_path, header, message):
    path = tmp_path / "a.csv"
    path.write_text(f"{header}\n{'1,' * header.count(',')}1\n", encoding="utf-8")
    said = call("run", path, "-o", tmp_path / "out")
    assert said.code == 1
    assert message in said.problem
    if "incidents" in message:
        assert "geomap draw-map and geomap read-incidents read it" in said.problem


def test_rows_that_cannot_be_read_are_named(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "id,text,title\n1,One.,a\n2,Two, and three.,b\n3,,c\n4,Four.\n", encoding="utf-8"
    )
    articles, others = split(path)
    assert [article.id for article in articles] == ["1", "4"]
    assert [item.where for item in others] == ["a.csv, row 3", "a.csv, row 4"]
    assert "the row has 4 cells, the header 3" in others[0].reason
    assert "no text" in others[1].reason


def test_a_quotation_mark_left_open_is_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,One.\n2,"Two\n3,Three.\n4,Four.\n', encoding="utf-8")
    articles, (dropped,) = split(path)
    assert [article.id for article in articles] == ["1"]
    assert dropped.where == "a.csv, row 3"
    assert "a quotation mark is left open" in dropped.reason
    path.write_text('id,text\n1,One.\n2,"Two' + ("w" * 999 + "\n") * 8_100, encoding="utf-8")
    articles, (dropped,) = split(path)
    assert "not CSV (field larger than field limit" in dropped.reason
    assert "the rest of the file is not read" in dropped.reason
    assert csv.field_size_limit() == 131_072


def test_the_order_of_day_and_month_is_that_of_the_column(tmp_path):
    rows = [[f"Words {n}.", day] for n, day in enumerate(["02/05/2026", "02/25/2026"])]
    articles, others = split(table(tmp_path / "a.csv", ["text", "date"], *rows))
    assert [article.published for article in articles] == [date(2026, 2, 5), date(2026, 2, 25)]
    assert not others
    articles, _ = split(table(tmp_path / "a.csv", ["text", "date"], rows[0]))
    assert articles[0].published == date(2026, 5, 2)  # the day comes first, as in Pakistan


def test_legacy_encodings_are_read_and_told(tmp_path):
    path = table(tmp_path / "a.csv", ["text"], ["“Café” in Quetta"], encoding="cp1252")
    (article,), (remark,) = split(path)
    assert article.text == "“Café” in Quetta"
    assert (remark.where, remark.article_id) == ("a.csv", None)
    path.write_bytes(b"text\nwords\x00\x01\n")
    _, (dropped,) = split(path)
    assert "a binary file" in dropped.reason
    path.write_bytes(b"")
    _, (dropped,) = split(path)
    assert "the file is empty" in dropped.reason


def test_cells_that_look_like_formulas_are_words(call, tmp_path):
    path = table(tmp_path / "a.csv", ["id", "text", "title"], ["=1+1", TEXT, "@SUM(A1)"])
    (article,) = read_articles(path)
    assert (article.id, article.title) == ("=1+1", "@SUM(A1)")
    assert call("run", path, "-o", tmp_path / "out").code == 0
    text = (tmp_path / "out" / "incidents.csv").read_text(encoding="utf-8-sig")
    assert ",=1" not in text
    assert "\n=1" not in text


def test_memory_does_not_grow_with_the_file(tmp_path):
    def peak(rows):
        path = table(tmp_path / "a.csv", ["text"], *([f"{n} {TEXT * 60}"] for n in range(rows)))
        tracemalloc.start()
        count = sum(isinstance(item, Article) for item in scan_articles([path]))
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == rows
        return used

    assert peak(600) < peak(60) + 1_000_000  # the texts have 3 MB; ids alone are kept


def test_matching_of_names():
    assert match_fields(["Text", "text"])["text"] == "Text"
    assert match_fields(["body", "text"])["text"] == "text"  # the first of our list
    assert match_fields(["Date", "Published"])["published"] == "Published"
    assert match_fields(["text", "title"], {"title": "text"}) == {"title": "text"}
    assert match_fields(["x"]) == {}
    for field in FIELDS:
        assert match_fields([field]) == {field: field}


def test_nothing_to_read_is_one_error(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name,age\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="no column holds"), pytest.raises(DataError, match="give"):
        geomap.read_articles(path)
    assert isinstance(split(path)[1][0], Dropped)

"""Each bad input is one clear line: what, where, and what to do."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest

from tests.runs import QUETTA, call, contents, lines, program

__all__ = ["call"]

pytestmark = pytest.mark.usefixtures("blank_prints")

GOOD = {"id": "good", "text": QUETTA}


@pytest.fixture
def folder(tmp_path):
    """Return a folder of reports with one good one, to which a test adds a bad one."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(QUETTA, encoding="utf-8")
    return tmp_path / "in"


def record(out):
    return json.loads((out / "run.json").read_bytes())


def check_goes_on(call, folder, message, *, where):
    """The run goes on with the good report, says one line, and run.json lists it."""
    out = folder.parent / "out"
    said = call("run", folder, "-o", out)
    assert (said.code, said.out) == (0, "")
    assert said.problem == f"geomap: not used: {where}: {message}"
    assert record(out)["dropped"] == [{"where": where, "reason": message}]
    assert record(out)["counts"]["dropped"] == 1
    assert "good.txt" in {row["id"] for row in lines(out / "articles.jsonl")}
    assert len(lines(out / "incidents.jsonl")) == 1


def check_stops(said, *parts):
    assert (said.code, said.out) == (1, "")
    for part in parts:
        assert str(part) in said.problem


def test_a_path_that_is_missing(call, tmp_path):
    said = call("run", tmp_path / "none.txt", "-o", tmp_path / "out")
    check_stops(said, tmp_path / "none.txt", "there is no such file or folder")
    said = call("run", tmp_path / "*.txt", "-o", tmp_path / "out")
    check_stops(said, tmp_path / "*.txt", "no file has such a name")
    assert not (tmp_path / "out").exists()


BAD_FILES = [
    ("empty.txt", b"", "cannot be read: the file is empty"),
    ("blank.txt", b" \n\n", "cannot be read: the file is empty"),
    ("empty.jsonl", b"", "cannot be read: the file is empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is a binary file; save the report as"),
    ("paper.txt", b"%PDF-1.7 words", "it is a PDF file; save the report as text"),
    ("map.pdf", b"%PDF-1.7", "not a report: .txt, .md, .html, .rss, .atom, .xml, .jsonl, .json,"),
    ("table.xlsx", b"PK", "not a report but a table: geomap draw-map and geomap read-incidents"),
    ("feed.xml", b"<urlset><url/></urlset>", "not an RSS or Atom feed"),
    ("list.json", b'{"a": 1}', "no text: the field `text` must be a string that is not empty"),
    ("page.html", b"<html><nav>Home</nav></html>", "no text was found in the page"),
    ("people.csv", b"name,age\nx,5\n", "no column holds the text of reports: there are name, age;"),
    (
        "acled.csv",
        b"event_date,latitude,longitude\n2026-02-05,30,67\n",
        "a table of incidents, not of reports: geomap draw-map and geomap read-incidents read it",
    ),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD_FILES)
def test_a_file_that_is_no_text(call, folder, name, data, message):
    (folder / name).write_bytes(data)
    out = folder.parent / "out"
    said = call("run", folder, "-o", out)
    assert said.code == 0
    assert said.problem.startswith(f"geomap: not used: {name}: ")
    assert message in said.problem
    (dropped,) = record(out)["dropped"]
    assert (dropped["where"], message in dropped["reason"]) == (name, True)
    assert name in {item["name"] for item in record(out)["inputs"]}
    assert [row["id"] for row in lines(out / "articles.jsonl")] == ["good.txt"]


@pytest.mark.parametrize(("name", "data", "message"), BAD_FILES)
def test_such_a_file_alone_stops_the_run(call, tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    said = call("run", tmp_path / name, "-o", tmp_path / "out")
    check_stops(said, f"no report could be read from {tmp_path / name}", message, "give .txt")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON (Expecting property name enclosed in double quotes); one object"),
        ("[1]", "not a JSON object with a field `text`"),
        ('{"id": "x"}', "no text: the field `text` must be a string that is not empty"),
        ('{"text": 5}', "no text: the field `text` must be a string that is not empty"),
        ('{"text": "Rain.", "n": ' + "1" * 5_000 + "}", "a number has too many digits"),
        ('{"event_date": "2026-02-05", "fatalities": 2}', "a table of incidents, not of reports"),
        ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
        ('{"text":' * 5_000 + "1" + "}" * 5_000, "nested too deeply"),
    ],
)
def test_a_line_that_is_no_article(call, folder, line, message):
    text = f"{json.dumps(GOOD)}\n\n{line}\n{json.dumps({**GOOD, 'id': 'after'})}\n"
    (folder / "wire.jsonl").write_text(text, encoding="utf-8")
    out = folder.parent / "out"
    said = call("run", folder, "-o", out)
    assert said.code == 0
    assert said.problem.startswith("geomap: not used: wire.jsonl, line 3: ")
    assert message in said.problem
    assert record(out)["dropped"][0]["where"] == "wire.jsonl, line 3"
    ids = [row["id"] for row in lines(out / "articles.jsonl")]
    assert ids == ["good.txt", "good", "after"]


@pytest.mark.parametrize("published", ["2026-02-30", "soon", "31/04/2026"])
def test_a_date_that_is_none_keeps_its_article(call, tmp_path, published):
    row = {"id": "x", "text": "QUETTA: Two men were hurt on Monday.", "published": published}
    (tmp_path / "wire.jsonl").write_text(json.dumps(row), encoding="utf-8")
    said = call("run", tmp_path / "wire.jsonl", "-o", tmp_path / "out")
    assert said.code == 0
    start = f"geomap: note: wire.jsonl, line 1: the field `published` is '{published}'"
    assert said.problem.startswith(start)
    assert said.problem.endswith("; write 2026-02-05")
    (article,) = lines(tmp_path / "out" / "articles.jsonl")
    assert (article["published"], article["published_source"]) == (None, "none")
    (remark,) = record(tmp_path / "out")["remarks"]
    assert remark["where"] == "wire.jsonl, line 1"
    assert record(tmp_path / "out")["counts"]["remarks"] == 1
    assert record(tmp_path / "out")["no_publication_date"] == ["x"]


def test_an_encoding_other_than_utf8_is_told(call, folder):
    (folder / "old.txt").write_bytes(QUETTA.replace("Two", "“Two”").encode("cp1252"))
    said = call("run", folder, "-o", folder.parent / "out")
    assert said.code == 0
    assert said.problem.startswith("geomap: note: old.txt: read as Windows-1252, as it is not")
    said = call("read-articles", folder / "old.txt")
    assert said.problem.startswith("geomap: note: old.txt: read as Windows-1252, as it is not")


def test_a_file_above_the_limit(call, folder, monkeypatch):
    (folder / "large.txt").write_text("Rain. " * 200_000, encoding="utf-8")
    (folder.parent / "geomap.toml").write_text("max_file_mb = 1", encoding="utf-8")
    message = (
        "the file has 1.1 MB, more than the 1 MB of the setting max_file_mb; split it, or raise "
        "the setting"
    )
    told = folder.parent / "geomap.toml"
    said = call("run", folder, "-o", folder.parent / "out", "--settings", told)
    assert said.problem == f"geomap: not used: large.txt: {message}"
    monkeypatch.setenv("GEOMAP_MAX_FILE_MB", "1")
    said = call("read-articles", folder)
    assert said.problem == f"geomap: not used: large.txt: {message}"


def test_no_publication_date(call, tmp_path):
    source, out = tmp_path / "report.txt", tmp_path / "out"
    source.write_text("QUETTA: A bomb killed two men in Quetta on Monday, police said.\n", "utf-8")
    os.utime(source, (1_780_000_000, 1_780_000_000))
    said = call("run", source, "-o", out)
    assert (said.code, said.out) == (0, "")
    assert said.problem == (
        "geomap: no publication date: report.txt: days such as 'Monday' stay unknown; "
        "begin the text with 'date 2026-02-05', or give `published` in JSONL"
    )
    assert record(out)["no_publication_date"] == ["report.txt"]
    assert record(out)["data_until"] is None
    (article,) = lines(out / "articles.jsonl")
    assert (article["published"], article["published_source"]) == (None, "none")
    (incident,) = lines(out / "incidents.jsonl")
    assert (incident["date_start"], incident["date_precision"]) == (None, "unknown")


def test_ids_given_twice(call, folder):
    other = QUETTA.replace("Two", "Nine")
    rows = [GOOD, GOOD, {"id": "twice", "text": QUETTA}, {"id": "twice", "text": other}]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "wire.jsonl").write_text(text, encoding="utf-8")
    out = folder.parent / "out"
    said = call("run", folder, "-o", out)
    assert said.err.splitlines() == [
        "geomap: not used: good: the same article again; it is read once",
        "geomap: note: twice: 2 articles share this id; each is given a suffix made of its text",
    ]
    assert record(out)["counts"]["dropped"] == 1
    ids = [row["id"] for row in lines(out / "articles.jsonl")]
    assert len(ids) == len(set(ids)) == 4
    assert all(name.startswith("twice-") for name in ids[2:])


def test_an_article_of_ten_megabytes(call, folder):
    text = QUETTA + "Nothing else was said. " * 450_000
    assert len(text) > 10_000_000
    (folder / "long.txt").write_text(text, encoding="utf-8")
    message = (
        f"the text has {len(text):,} characters, more than 1,000,000; split it into single reports"
    )
    check_goes_on(call, folder, message, where="long.txt")


def test_a_folder_without_reports(call, tmp_path):
    (tmp_path / "in").mkdir()
    said = call("run", tmp_path / "in", "-o", tmp_path / "out")
    check_stops(said, f"no report could be read from {tmp_path / 'in'}", "give .txt, .md, .html")
    (tmp_path / "in" / "table.xlsx").write_bytes(b"PK")
    said = call("run", tmp_path / "in", "-o", tmp_path / "out")
    check_stops(said, "table.xlsx", "not a report")
    assert not (tmp_path / "out").exists()


def test_many_bad_files_are_counted_not_listed(call, folder):
    for number in range(25):
        (folder / f"empty-{number:02}.txt").touch()
    said = call("run", folder, "-o", folder.parent / "out")
    assert said.code == 0
    assert len(said.err.splitlines()) == 21
    assert said.err.splitlines()[-1] == "geomap: and 5 more not used; run.json lists them all"
    assert record(folder.parent / "out")["counts"]["dropped"] == 25


def test_an_output_path_that_is_a_file(call, folder, tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    said = call("run", folder, "-o", tmp_path / "file")
    check_stops(said, f"{tmp_path / 'file'} is a file; name a folder to write to")
    said = call("run", folder, "-o", tmp_path / "file" / "below")
    check_stops(said, f"{tmp_path / 'file' / 'below'}: cannot write there; name another folder")
    said = call("draw-map", folder, "-o", tmp_path / "file" / "map.html")
    map_file = tmp_path / "file" / "map.html"
    check_stops(said, f"{map_file}: cannot write there: {tmp_path / 'file'} is no folder")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_an_output_folder_that_cannot_be_written(call, folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    out.mkdir()
    (out / "map.html").write_text("old", encoding="utf-8")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkdtemp", refuse)
        said = call("run", folder, "-o", out)
    check_stops(said, f"{out}: cannot write there: Permission denied; name another folder")
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
        said = call("run", folder, "-o", out)
    check_stops(said, f"{out}: cannot write there; name another folder")
    assert contents(out) == {"map.html": b"old"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_of_someone_else(call, folder, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    said = call("run", folder, "-o", tmp_path / "locked" / "out")
    check_stops(said, "cannot write there; name another folder")


def test_an_output_folder_among_the_reports(call, folder):
    said = call("run", folder, "-o", folder / "out")
    check_stops(said, "lies in the source folder", "name a folder outside")
    assert set(contents(folder)) == {"good.txt"}


@pytest.mark.parametrize(
    ("text", "message"),
    [("titel = 1", "unknown setting 'titel'; known are"), ("=", "not a TOML file")],
)
def test_settings_that_are_wrong(call, folder, text, message):
    file = folder.parent / "geomap.toml"
    file.write_text(text, encoding="utf-8")
    said = call("run", folder, "-o", folder.parent / "out", "--settings", file)
    check_stops(said, message)
    said = call("run", folder, "--settings", folder.parent / "none.toml")
    check_stops(said, "none.toml: there is no such settings file")


def test_as_a_process_of_its_own(tmp_path):
    said = program("run", "none.txt", cwd=tmp_path)
    check_stops(said, "geomap: none.txt: there is no such file or folder")
    assert list(Path(tmp_path).iterdir()) == []

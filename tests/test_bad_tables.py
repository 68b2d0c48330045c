"""Each bad table, and each file that cannot be written, is one clear line; no row goes silently."""

from __future__ import annotations

import csv
import io

import pytest

from tests.runs import QUETTA, call, contents

__all__ = ["call"]

HEADER = "event_date,latitude,longitude,fatalities\n"
ROW = "2026-02-05,30.2,67.0,2\n"
COMMANDS = ("draw-map", "summarize", "geocode-table", "join-units", "read-incidents")


@pytest.fixture(autouse=True)
def _here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def broken(tmp_path):
    """Return a table whose third row has more cells than its header."""
    path = tmp_path / "broken.csv"
    path.write_text(f"{HEADER}{ROW}2026-02-07,30.2,67.0,1,extra,more\n{ROW}", encoding="utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.csv", b"", "the file has no rows; give a table with a header"),
        ("noise.csv", b"\xf0\x00\x9f" * 99, "it is a binary file; save the table as CSV"),
        ("people.csv", b"name,age\nx,5\n", "no column says where: there are name, age; name them"),
        ("noise.xlsx", b"\xf0\x00", "not an XLSX workbook (File is not a zip file); save it anew"),
        ("noise.parquet", b"\xf0\x00", "not a table that can be read: "),
        ("empty.geojson", b"", "save it anew, as CSV or XLSX"),
    ],
)
def test_no_table(call, tmp_path, command, name, data, message):
    (tmp_path / name).write_bytes(data)
    said = call(command, name)
    assert (said.code, said.out) == (1, "")
    assert said.problem.startswith(f"geomap: {name}: ")
    assert message in said.problem
    assert set(contents(tmp_path)) == {name}


@pytest.mark.parametrize("command", ["geocode-table", "join-units", "read-incidents"])
def test_json_lines_without_an_object(call, tmp_path, command):
    (tmp_path / "empty.jsonl").write_bytes(b"\n")
    assert "empty.jsonl: the file has no rows; write one object" in call(command, "empty.jsonl").err
    (tmp_path / "list.jsonl").write_bytes(b"\n[1]\n")
    said = call(command, "list.jsonl")
    assert said.code == 1
    assert "list.jsonl, line 2: the line is no JSON object; write one object" in said.problem
    (tmp_path / "noise.jsonl").write_bytes(b"\xf0\x00")
    assert "noise.jsonl: it is a binary file" in call(command, "noise.jsonl").problem


@pytest.mark.parametrize("command", ["geocode-table", "join-units", "read-incidents"])
def test_a_folder_in_the_place_of_a_table(call, tmp_path, command):
    said = call(command, tmp_path)
    assert (said.code, said.problem) == (1, f"geomap: {tmp_path} is a folder; name a table in it")


@pytest.mark.parametrize("command", ["geocode-table", "join-units"])
def test_a_row_that_does_not_fit_is_printed_and_named(call, broken, command):
    said = call(command, broken)
    assert said.code == 0
    assert said.problem == (
        "geomap: broken.csv, row 3: 6 cells, but the header has 4; "
        "printed as far as it fits, without a place"
    )
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [row["event_date"] for row in rows] == ["2026-02-05", "2026-02-07", "2026-02-05"]
    assert [row["fatalities"] for row in rows] == ["2", "1", "2"]
    answers = [row.get("geo_admin2_pcode", row.get("admin2_pcode")) for row in rows]
    assert answers[0] == answers[2] != ""
    assert answers[1] == ""


def test_a_line_that_is_no_object_is_printed_and_named(call, tmp_path):
    good = '{"latitude": 30.2, "longitude": 67.0}\n'
    (tmp_path / "a.jsonl").write_text(good + "{oops\n" + good, encoding="utf-8")
    said = call("geocode-table", "a.jsonl")
    assert said.code == 0
    assert said.problem.startswith("geomap: a.jsonl, row 2: the line is no JSON object; ")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [row["geo_notes"] for row in rows] == ["", "the line is no JSON object", ""]


def test_many_such_rows_are_counted(call, tmp_path):
    (tmp_path / "a.csv").write_text(HEADER + ROW + "1,2,3,4,5\n" * 25, encoding="utf-8")
    told = call("join-units", "a.csv").err.splitlines()
    assert len(told) == 21
    assert told[-1] == "geomap: a.csv: and 5 more such rows"


def test_a_table_of_a_header_alone_is_said(call, tmp_path):
    (tmp_path / "a.csv").write_text(HEADER, encoding="utf-8")
    for command in ("read-incidents", "summarize"):
        said = call(command, "a.csv")
        assert said.code == 0
        assert said.err.splitlines()[-1] == "geomap: a.csv: the table has no rows below its header"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            ("draw-map", "-o", "none/map.html"),
            "none/map.html: cannot write there: none is no folder",
        ),
        (("draw-map", "-o", "none/map.png"), "none/map.png: cannot write there: none is no folder"),
        (("draw-map", "-o", "in"), "in is a folder; name a file in it"),
        (("draw-map", "-o", "map.xyz"), "map.xyz: a map is written as .html, or for print as .png"),
        (("summarize", "-o", "none/a.gpkg"), "none/a.gpkg: cannot write there: none is no folder"),
        (("summarize", "-o", "none/a.parquet"), "none/a.parquet: cannot write there: none is no"),
        (("summarize", "-o", "a.doc"), "a.doc: a summary is written as one of .csv, .geojson"),
    ],
)
def test_an_output_that_cannot_be_written_is_said_before_anything_is_read(
    call, tmp_path, asked, message
):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(QUETTA, encoding="utf-8")
    command, *options = asked
    said = call(command, "in/none.txt", *options)
    assert (said.code, said.out) == (1, "")
    assert said.problem.startswith(f"geomap: {message}")
    assert set(contents(tmp_path)) == {"in/a.txt"}


def test_rejected_rows_that_cannot_be_listed(call, broken, tmp_path):
    said = call("read-incidents", broken, "--rejected", "none/r.csv")
    assert (said.code, said.out) == (1, "")
    assert said.problem.startswith("geomap: none/r.csv: cannot write there: none is no folder")
    (tmp_path / "rejected.csv").mkdir()
    said = call("summarize", broken)
    assert (said.code, said.out) == (1, "")
    assert "rejected.csv: 1 rows cannot be used, and cannot be listed there: Is a" in said.err

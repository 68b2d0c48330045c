"""The commands `write-report` and `write-atlas`."""

from __future__ import annotations

import pytest

from tests.publish.pages import Page
from tests.runs import QUETTA, call, make_reports

__all__ = ["call"]


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = make_reports(tmp_path_factory.mktemp("in") / "reports")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder


def test_a_report_of_reports_says_what_was_read(call, reports, tmp_path):
    out = tmp_path / "r.html"
    said = call("write-report", reports, "-o", out, "--static", "--title", "A <title>")
    assert (said.code, said.out) == (0, "")
    page = Page(out.read_text(encoding="ascii"))
    assert "6 articles were read; 1 files or articles could not be used" in page.text
    assert "empty.txt" in page.text
    assert "A <title>" in page.text


def test_a_report_of_a_table_says_that_it_is_one(call, reports, tmp_path, capsys):
    table = tmp_path / "t.csv"
    table.write_text(call("incident-table", reports).out, encoding="utf-8")
    out = tmp_path / "r.md"
    said = call("write-report", table, "-o", out, "--listed", "1")
    assert said.code == 0
    text = out.read_text(encoding="utf-8")
    assert "made from a table of incidents" in text
    assert text.count("\n### ") == 1


@pytest.mark.parametrize(
    ("command", "name", "more"),
    [
        ("draw-map", "m.html", []),
        ("draw-map", "m.svg", []),
        ("draw-map", "shaded.svg", ["--shade", "incidents"]),
        ("summarize", "s.gpkg", []),
        ("write-embed", "e.html", []),
        ("write-report", "r.html", ["--static"]),
        ("write-atlas", "a.html", ["--within", "PK4"]),
    ],
)
def test_every_output_of_reports_says_the_latest_day_that_was_read(
    call, tmp_path, command, name, more
):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "1.txt").write_text(QUETTA, encoding="utf-8")
    (folder / "2.txt").write_text("date 2026-03-20 A fair\n\nA fair was held.", encoding="utf-8")
    assert call(command, folder, "-o", tmp_path / name, *more).code == 0
    assert b"2026-03-20" in (tmp_path / name).read_bytes()


@pytest.mark.parametrize("command", ["extract-accounts", "merge-accounts", "incident-table"])
def test_quotes_are_left_out_where_the_environment_says_so(call, reports, monkeypatch, command):
    words = "roadside bomb exploded"
    assert words in call(command, reports).out
    monkeypatch.setenv("GEOMAP_QUOTES", "no")
    assert words not in call(command, reports).out
    assert words in call(command, reports, "--quotes").out, "an option is over the environment"


DRAWN = [
    ("draw-map",), ("write-embed",), ("write-report", "--static"),
    ("write-atlas", "--within", "PK4"),
]  # fmt: skip


@pytest.mark.parametrize("command", DRAWN)
def test_title_and_quotes_of_the_environment_are_taken(
    call, reports, tmp_path, monkeypatch, command
):
    monkeypatch.setenv("GEOMAP_QUOTES", "no")
    monkeypatch.setenv("GEOMAP_TITLE", "From the environment")
    assert call(*command, reports, "-o", tmp_path / "env.html").code == 0
    monkeypatch.delenv("GEOMAP_QUOTES")
    monkeypatch.delenv("GEOMAP_TITLE")
    told = ["--no-quotes", "--title", "From the environment"]
    assert call(*command, reports, "-o", tmp_path / "told.html", *told).code == 0
    page = (tmp_path / "env.html").read_bytes()
    assert b"From the environment" in page
    assert page == (tmp_path / "told.html").read_bytes()


@pytest.mark.parametrize("command", DRAWN[2:])
def test_boundaries_of_the_environment_are_taken(call, reports, tmp_path, monkeypatch, command):
    monkeypatch.setenv("GEOMAP_BOUNDARIES", "none-such")
    said = call(*command, reports, "-o", tmp_path / "x.html")
    assert (said.code, "no boundary set 'none-such'" in said.err) == (1, True)


def test_columns_of_several_files_say_which_is_the_text(call, reports):
    said = call("write-report", reports, reports / "wire.jsonl", "--columns", "published=day")
    assert said.code == 2
    assert said.problem.endswith(
        "are for one table; to read reports, name the column of their text too: text=..."
    )


def test_an_atlas_goes_into_a_folder(call, reports, tmp_path):
    said = call("write-atlas", reports, "--within", "PK4", "-o", tmp_path / "atlas")
    assert (said.code, said.out) == (0, "")
    assert {path.name for path in (tmp_path / "atlas").iterdir()} == {"index.html", "PK401.html"}


@pytest.mark.parametrize(
    ("command", "arguments", "words"),
    [
        ("write-report", ["--listed", "some"], "--listed is 'some'; it must be a whole number"),
        ("write-report", ["--before", "2025"], "'2025' is no period: write two days"),
        ("write-report", ["--lang", "fr"], "lang is 'fr'; allowed are en, ur"),
        ("write-report", ["-o", "x.odt"], "x.odt: a report is written as one of"),
        ("write-report", ["--boundaries", "none"], "no boundary set 'none'; there are"),
        ("write-report", ["--templates", "nowhere"], "nowhere: there is no such folder"),
        ("write-atlas", ["--within", "PK99"], "within is 'PK99'; it must be a province"),
        ("write-atlas", ["-o", "x.docx"], "x.docx: an atlas is written as .html, .pdf, or"),
    ],
)
def test_what_cannot_be_done_is_one_line(call, tmp_path, monkeypatch, command, arguments, words):
    table = tmp_path / "t.csv"
    table.write_text("kind,lat,lon,fatalities\nincident,30.2,67.0,1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = call(command, "t.csv", *arguments)
    assert said.code == 1
    lines = [line for line in said.err.splitlines() if not line.startswith("geomap: t.csv:")]
    assert len(lines) == 1
    assert words in lines[0]

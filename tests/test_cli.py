from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys

import pytest

import geomap
from geomap import cli
from tests.runs import call, contents, lines, make_reports, program

__all__ = ["call"]

COMMANDS = [command.name or command.callback.__name__ for command in cli.app.registered_commands]


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    return make_reports(tmp_path_factory.mktemp("in") / "reports")


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def cells(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_command_is_a_public_function():
    words = {name.replace("-", "_") for name in COMMANDS}
    assert words <= set(geomap.__all__)
    functions = {name for name in geomap.__all__ if name.islower()}
    assert words == functions - {"load_boundaries"}, "boundaries are a group of their own"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(call, name):
    said = call(name, "--help")
    assert said.code == 0
    assert said.err == ""
    assert said.out.startswith(f"Usage: geomap {name} ")
    assert f"Example: geomap {name} " in said.out
    assert call(name, "-h").out == said.out


def test_the_program_s_help_lists_every_command_in_whole_sentences(call):
    said = call("--help")
    assert (said.code, said.err) == (0, "")
    assert "Example: geomap run " in said.out
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z].*\.$", said.out, re.MULTILINE), name
    assert "..." not in said.out.partition("Commands:")[2]
    assert call().out == said.out


def test_the_version(call):
    said = call("--version")
    assert (said.code, said.out, said.err) == (0, f"geomap {geomap.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run"], "geomap: Missing argument 'sources'; see geomap run --help"),
        (["walk"], "geomap: No such command 'walk'; see geomap --help"),
        (["run", "seeds", "--zzz"], "geomap: No such option: --zzz; see geomap run --help"),
        (["--zzz"], "geomap: No such option: --zzz; see geomap --help"),
        (["join-units"], "geomap: Missing argument 'table'; see geomap join-units --help"),
    ],
)
def test_a_command_that_is_not_understood_is_one_line_and_exit_code_2(call, arguments, message):
    said = call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.problem.lower() == message.lower()


def test_an_error_is_one_line_and_exit_code_1(call, tmp_path):
    said = call("run", tmp_path / "none\n\x1b_here")
    assert (said.code, said.out) == (1, "")
    assert said.problem == f"geomap: {tmp_path}/none _here: there is no such file or folder"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), PermissionError(13, "Denied", "x.txt")])
def test_stopping_and_the_system_s_errors_are_one_line_too(call, monkeypatch, error):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr("geomap.text.articles.scan_articles", fail)
    said = call("read-articles", "seeds")
    assert said.code == 1
    assert said.problem in {
        "geomap: stopped; the files of an earlier run are as they were",
        "geomap: x.txt: Denied",
    }


def test_a_run_over_a_folder_is_quiet_when_piped(call, reports, tmp_path):
    said = call("run", reports, "-o", tmp_path)
    assert (said.code, said.out) == (0, "")
    assert said.problem.startswith("geomap: no publication date: undated: days such as 'Monday'")
    assert len(contents(tmp_path)) == 16


def test_a_terminal_sees_what_was_done(call, reports, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    said = call("run", reports, "-o", tmp_path / "out")
    assert said.code == 0
    assert f"incidents; wrote {tmp_path}/out/map.html and 15 more files\n" in said.err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    quiet = call("run", reports / "quetta.txt", "-o", tmp_path / "out", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_the_options_of_a_run(call, reports, tmp_path, monkeypatch):
    file = tmp_path / "geomap.toml"
    file.write_text('title = "From the file"\n', encoding="utf-8")
    monkeypatch.setenv("GEOMAP_QUOTES", "no")
    source, out = reports / "quetta.txt", tmp_path / "out"
    assert call("run", source, "-o", out, "--settings", file).code == 0
    settings = json.loads((out / "run.json").read_bytes())["settings"]
    assert (settings["title"], settings["quotes"]) == ("From the file", False)
    assert call("run", source, "-o", out, "--title", "Given", "--quotes").code == 0
    settings = json.loads((out / "run.json").read_bytes())["settings"]
    assert (settings["title"], settings["quotes"]) == ("Given", True)


def test_the_steps_print_what_a_run_writes(call, reports, tmp_path):
    assert call("run", reports, "-o", tmp_path).code == 0
    for command, name in [
        ("read-articles", "articles.jsonl"),
        ("resolve", "mentions.jsonl"),
        ("extract-accounts", "accounts.jsonl"),
        ("merge-accounts", "incidents.jsonl"),
    ]:
        assert rows(call(command, reports).out) == lines(tmp_path / name), command
    for arguments, name in [
        (["incident-table", reports], "incidents.csv"),
        (["summarize", reports], "districts.csv"),
        (["summarize", reports, "--by", "admin1"], "provinces.csv"),
    ]:
        assert call(*arguments).out.encode() == (tmp_path / name).read_bytes(), name
    assert call("draw-map", reports, "-o", tmp_path / "alone.html").code == 0
    assert (tmp_path / "alone.html").read_bytes() == (tmp_path / "map.html").read_bytes()


def test_the_map_speaks_urdu_and_takes_tiles(call, reports, tmp_path):
    out = tmp_path / "map.html"
    tiles = "OpenStreetMap.Mapnik"
    assert call("draw-map", reports, "-o", out, "--lang", "ur", "--basemap", tiles).code == 0
    page = out.read_text(encoding="ascii")
    assert '<html lang="ur">' in page
    assert "img-src data: blob: https://tile.openstreetmap.org;" in page
    assert call("draw-map", reports, "-o", out, "--basemap", "none").code == 0
    assert '"basemap":"none"' in out.read_text(encoding="ascii")
    assert "lang is 'fr'" in call("draw-map", reports, "-o", out, "--lang", "fr").err
    assert "basemap is 'moon'" in call("draw-map", reports, "-o", out, "--basemap", "moon").err


def test_mentions_have_roles_and_no_places_yet(call, reports):
    found = rows(call("find-mentions", reports / "quetta.txt").out)
    assert [(row["toponym"], row["role"]) for row in found] == [
        ("Quetta", "incident_site"),
        ("QUETTA", "dateline"),
        ("Quetta", "incident_site"),
    ]
    assert "place" not in found[0]


def test_quotes_can_be_left_out_of_what_is_printed(call, reports):
    for command in ("extract-accounts", "merge-accounts", "incident-table"):
        assert "roadside bomb" in call(command, reports).out
        assert "roadside bomb" not in call(command, reports, "--no-quotes").out


def test_points_get_their_units(call, tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("name,lon,lat\n=Quetta,67.01,30.19\nsea,0,0\n", encoding="utf-8")
    said = call("join-units", path)
    quetta, sea = cells(said.out)
    assert (said.code, said.err) == (0, "")
    assert (quetta["name"], quetta["admin1"], quetta["admin2"]) == (
        "'=Quetta",
        "Balochistan",
        "Quetta",
    )
    assert (sea["admin2_pcode"], float(sea["lon"])) == ("", 0.0)
    said = call("join-units", tmp_path / "none.csv")
    assert (said.code, said.problem) == (1, f"geomap: {tmp_path}/none.csv: there is no such file")


def test_hostile_text_is_printed_as_valid_json(call, tmp_path):
    row = {"id": "a\ud800\u2028b", "text": "Rain in Quetta.", "published": "2026-03-04"}
    (tmp_path / "wire.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (article,) = rows(call("read-articles", tmp_path).out)
    assert article["id"] == row["id"]


def test_the_module_is_the_command(reports):
    said = program("read-articles", reports.name, cwd=reports.parent)
    assert said.code == 0
    assert [row["id"] for row in rows(said.out)][:2] == ["more/kabul.md", "province.txt"]
    assert said.err == ""


def test_a_reader_that_goes_away_is_no_traceback(reports):
    code = f"{sys.executable} -m geomap read-articles {reports} | head -c 1"
    done = subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_help_starts_without_the_heavy_libraries():
    heavy = {"pandas", "geopandas", "shapely", "numpy", "folium", "rich", "ahocorasick"}
    code = (
        "import sys; from geomap import cli; sys.argv = ['geomap', '--help']\n"
        "try: cli.main()\n"
        f"except SystemExit: sys.exit(','.join({heavy} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

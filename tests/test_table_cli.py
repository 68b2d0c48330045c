"""The commands on tables: data to standard output, what was guessed and rejected to the other."""

from __future__ import annotations

import io

import pandas as pd
import pytest
import typer
from typer.testing import CliRunner

from geomap import cli, cli_tables
from geomap.cli_tables import is_table, parse_columns, table_incidents
from geomap.errors import SchemaError, SettingsError
from tests.maps.unpacked import page_table
from tests.table_data import CASES


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = typer.Typer()
    for command in (cli_tables.read_incidents, cli_tables.geocode_table, cli_tables.join_units):
        app.command(command.__name__.replace("_", "-"))(command)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def test_read_incidents(run, tmp_path):
    case = CASES["plain"](tmp_path)
    done = run("read-incidents", case.path, "--columns", "source=Remarks,id=")
    assert done.exit_code == 0, done.output
    frame = pd.read_csv(io.StringIO(done.stdout))
    rejected = pd.read_csv(tmp_path / "rejected.csv")
    assert len(frame) + len(rejected) == case.rows
    assert len(rejected) == len(case.reasons) - 1  # without ids, none stands twice
    assert frame["incident_id"].iloc[0] == "plain.csv#2"
    assert "place_name=Place?" in done.stderr
    assert "source_name=Remarks;" in done.stderr
    assert "3 of 200 rows cannot be used; see rejected.csv" in done.stderr


@pytest.mark.parametrize("shape", ["acled", "ucdp", "hxl"])
def test_read_incidents_in_other_shapes(run, tmp_path, shape):
    case = CASES["gtd"](tmp_path)
    done = run("read-incidents", case.path, "--as", shape)
    (tmp_path / "out.csv").write_text(done.stdout, encoding="utf-8")
    frame = table_incidents(tmp_path / "out.csv")
    assert len(frame) == case.rows - len(case.reasons)


def test_geocode_table(run, tmp_path):
    (tmp_path / "a.csv").write_text("Town,note\nTurbat,=1\nAtlantis,x\n", encoding="utf-8")
    done = run("geocode-table", "a.csv")
    frame = pd.read_csv(io.StringIO(done.stdout))
    assert frame["geo_admin2"].fillna("").tolist() == ["Kech", ""]
    assert frame["note"].tolist() == ["'=1", "x"]


def test_join_units(run, tmp_path):
    (tmp_path / "a.csv").write_text("name,Lat,Long\nx,30.19,67.01\n", encoding="utf-8")
    done = run("join-units", "a.csv")
    assert done.stdout.splitlines()[1] == "x,30.19,67.01,Balochistan,PK2,Quetta,PK226"


def test_table_incidents_says_how_it_read(tmp_path, capsys):
    (tmp_path / "a.csv").write_text("place\nTotal\n", encoding="utf-8")
    with pytest.raises(SchemaError, match="none of the 1 rows"):
        table_incidents(tmp_path / "a.csv", rejected=tmp_path / "bad.csv")
    assert "a row of totals" in (tmp_path / "bad.csv").read_text(encoding="utf-8")
    assert "read as a table of its own" in capsys.readouterr().err


def test_what_is_a_table(tmp_path):
    for name, text, wanted in (
        ("a.csv", "text,date,location\nHello,2024-01-01,Quetta\n", False),
        ("b.csv", "lat,lon\n30,67\n", True),
        ("c.jsonl", '{"id":"1","text":"In Quetta ..."}\n', False),
        ("d.jsonl", '{"place":"Quetta"}\n', True),
        ("e.csv", "name\nx\n", True),  # the table reader says what it lacks
        ("g.csv", "", True),
        ("f.txt", "lat,lon\n30,67\n", False),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert is_table(tmp_path / name) is wanted, name
    assert is_table("any.xlsx")


def test_columns_are_field_and_column():
    assert parse_columns(["place=A, b,date=C", "lat="]) == {
        "place": "A, b",
        "date": "C",
        "lat": None,
    }
    assert parse_columns(None) == {}
    with pytest.raises(SettingsError, match="field=column"):
        parse_columns(["place"])


def test_columns_are_told_to_a_map_and_a_summary(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text("Ort,Tote\nTurbat,2\nTurbat,1\n", encoding="utf-8")
    told = ["a.csv", "--columns", "place=Ort,fatalities_best=Tote"]
    done = CliRunner().invoke(cli.app, ["summarize", *told])
    assert done.exit_code == 0, done.output
    frame = pd.read_csv(io.StringIO(done.stdout)).set_index("pcode")
    assert frame.loc["PK211", "incidents"] == 2
    done = CliRunner().invoke(cli.app, ["draw-map", *told, "-o", "m.html"])
    assert done.exit_code == 0, done.output
    drawn = page_table((tmp_path / "m.html").read_text(encoding="ascii"))
    assert drawn.words("place_name") == ["Turbat", "Turbat"]
    assert sorted(drawn.values("fatalities_best")) == [1, 2]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"foo,bar\n1,2\n", "a.csv: no column says where: there are foo, bar; name them"),
        (b"", "the file has no rows"),
        (b"lat\x1b[31m\x00\x80\xff", "it is a binary file; save the table as CSV"),
    ],
)
def test_a_table_without_places_says_what_it_lacks(content, words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_bytes(content)
    monkeypatch.setattr("sys.argv", ["geomap", "draw-map", "a.csv"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    said = capsys.readouterr().err
    assert stopped.value.code == 1
    assert words in said
    assert said.count("\n") == 1
    assert "\x1b" not in said

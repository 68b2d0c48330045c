"""A user's own words, and the examples of docs/extending.md: each does what the page says."""

from __future__ import annotations

import csv
import json
import re
from datetime import date

import pytest

import geomap
from geomap import lexicons
from geomap.errors import MissingDataError, SchemaError, SettingsError
from geomap.lexicons import EXTENDABLE, lexicon_rows, lexicons_in_use, per_lexicons, read_lexicons
from geomap.places.additions import add_places
from geomap.records import Article
from tests.conftest import ROOT
from tests.runs import call, contents, lines

__all__ = ["call"]

pytestmark = pytest.mark.usefixtures("blank_prints")

PAGE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
DATA = ROOT / "geomap" / "data"
PLACES = "A place, a spelling or a region of your own"


def section(title):
    """Return the section of the page under a heading of the third level."""
    return next(part for part in re.split(r"\n(?=##)", PAGE) if part.startswith(f"### {title}\n"))


def example(title):
    """Return the table and the report of a section's example."""
    (table,) = re.findall(r"```csv\n(.*?)```", section(title), re.DOTALL)
    (report,) = re.findall(r"```text\n(.*?)```", section(title), re.DOTALL)
    return table, report


def folder_of(tmp_path, **tables):
    folder = tmp_path / "my-words"
    folder.mkdir()
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def read(text):
    """Return the accounts of a report of 4 March 2026, and its toponyms."""
    article = Article(id="a", text=text, published=date(2026, 3, 4))
    resolutions = geomap.resolve(geomap.find_mentions(article))
    return (
        geomap.extract_accounts(article, resolutions),
        [item.mention.toponym for item in resolutions],
    )


def of(*names):
    """Return a function that gives fields of the first account."""
    return lambda accounts, _: tuple(getattr(accounts[0], name) for name in names)


EXPECTED = {
    "actors.csv": (
        of("actor", "actor_basis"), ("unidentified armed group", "unknown"), ("NEF", "claimed"),
    ),
    "triggers.csv": (
        of("event_type", "sub_event_type"),
        ("Violence against civilians", "Attack"),
        ("Explosions/Remote violence", "Grenade"),
    ),
    "wordings.csv": (of("event_type"), ("Battles",), ("Strategic developments",)),
    "event_cues.csv": (lambda accounts, _: len(accounts), 1, 0),
    "victims.csv": (
        of("event_type", "fatalities_security_forces", "injured_best"),
        ("Violence against civilians", None, None),
        ("Battles", 3, 1),
    ),
    "outcomes.csv": (of("fatalities_best"), (None,), (3,)),
    "speakers.csv": (of("injured_best"), (10,), (14,)),
    "common_words.csv": (
        lambda _, toponyms: toponyms, ["Turbat", "Pasni"], ["Turbat"],
    ),
    "ordinary_use.csv": (
        lambda _, toponyms: toponyms, ["Hub", "Turbat"], ["Turbat"],
    ),
}  # fmt: skip


def test_every_table_that_can_be_extended_has_an_example():
    assert set(EXPECTED) == set(EXTENDABLE)
    assert {path.name for path in DATA.iterdir() if path.name[0] not in "._"} == {
        name for name in re.findall(r"`([\w.]+\.(?:csv|tsv|json))`", PAGE) if (DATA / name).exists()
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_the_example_of_the_docs_does_what_the_page_says(tmp_path, name):
    seen, without, with_rows = EXPECTED[name]
    table, report = example(f"`{name}`")
    own = read_lexicons(folder_of(tmp_path, **{name.removesuffix(".csv"): table}))
    assert seen(*read(report)) == without
    with lexicons_in_use(own):
        assert seen(*read(report)) == with_rows
    assert seen(*read(report)) == without


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("*.csv")))
def test_the_page_names_every_column_and_every_code(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    where = (
        section(f"`{name}`")
        if name in EXTENDABLE
        else section("The package's own tables of places")
    )
    words = set(re.findall(r"`([^`\n]+)`", where))
    assert set(columns) <= words
    for column in lexicons._CODES.get(name, ()):
        assert set(lexicons._allowed(name, column)) <= words, column


def test_a_region_of_the_docs_is_read_in_a_report(tmp_path):
    table, report = example(PLACES)
    assert "Exampledar Bala" not in read(report)[1]
    file = tmp_path / "my-places.csv"
    file.write_text(table, encoding="utf-8")
    added = add_places(file)
    assert (added.kept, added.n_rejected) == (3, 0)
    accounts, toponyms = read(report)
    assert toponyms == ["Exampledar Bala", "Example Pul"]
    assert [account.place.admin1 for account in accounts] == ["Gilgit-Baltistan"] * 2


def test_a_run_with_own_words(tmp_path, call):
    table, report = example("`actors.csv`")
    folder = folder_of(tmp_path, actors="\ufeff" + table.replace(",", ";"))
    (tmp_path / "report.txt").write_text(f"date 2026-03-04 Attack\n\n{report}", encoding="utf-8")
    result = geomap.run(tmp_path / "report.txt", tmp_path / "out", lexicons=folder)
    assert [row["actor"] for row in lines(result.out / "accounts.jsonl")] == ["NEF"]
    record = json.loads((result.out / "run.json").read_bytes())
    assert [(one["name"], one["rows"]) for one in record["lexicons"]] == [("actors.csv", 2)]
    assert record["settings"]["lexicons"] == "my-words"
    said = call("run", tmp_path / "report.txt", "-o", tmp_path / "2", "--lexicons", folder, "-q")
    assert said.code == 0
    assert contents(tmp_path / "2") == contents(result.out)
    plain = geomap.run(tmp_path / "report.txt", tmp_path / "3").out
    assert [row["actor"] for row in lines(plain / "accounts.jsonl")] != ["NEF"]


def test_a_user_s_row_goes_before_a_shipped_one(tmp_path):
    text = "Gunmen shot dead three labourers in Turbat on Monday."
    assert read(text)[0][0].fatalities_civilians == 3
    folder = folder_of(
        tmp_path,
        victims="word,language,side,form\nlabourer,en,militants,count\n",
        speakers="word,language,speaker\npolice,en,claimant\n",
    )
    with lexicons_in_use(read_lexicons(folder)):
        assert read(text)[0][0].fatalities_militants == 3
        rows = [row for row in lexicon_rows("speakers.csv") if row["word"] == "police"]
        assert [row["speaker"] for row in rows] == ["claimant"]
    assert read(text)[0][0].fatalities_civilians == 3


def test_what_is_made_of_the_lists_is_remembered_for_each_set_of_rows(tmp_path):
    made = []

    @per_lexicons
    def count(name):
        made.append(name)
        return len(lexicon_rows(name))

    own = read_lexicons(folder_of(tmp_path, speakers="word,language,speaker\nxyz,en,official\n"))
    shipped = count("speakers.csv")
    assert count("speakers.csv") == shipped
    with lexicons_in_use(own):
        assert count("speakers.csv") == count(name="speakers.csv") == shipped + 1
    assert count("speakers.csv") == shipped
    assert len(made) == 3


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("actor", "name\nx\n", r"actor\.csv is no lexicon that can be extended; actors\.csv, "),
        ("actors", "name,kind,side,spelings\nx,group,militants,y\n",
         "unknown column 'spelings'; known are name, kind"),
        ("actors", "name,kind,spellings\nx,group,y\n", "there is no column 'side'; needed are"),
        ("actors", "name,kind,side\nx,group,militants\n", "there is no column with words"),
        ("actors", "name,kind,side,spellings\nx,gang,militants,y\n",
         "line 2: kind 'gang' is not known; allowed are criminal, group"),
        ("actors", "name,kind,side,spellings\n\nx,group,militants,\n", "line 3: no words; fill"),
        ("actors", "name,kind,side,spellings\n,group,militants,y\n", "line 2: name is empty"),
        ("actors", "name,kind,side,spellings\nx,group,militants,y,z\n", "line 2: more cells than"),
        ("triggers", "class,event_type,phrases\nexplosion,Blast,boom\n",
         "event_type 'Blast' is not known; allowed are Battles"),
        ("triggers", "class,event_type,sub_event_type,phrases\nexplosion,Battles,Boom,boom\n",
         "sub_event_type 'Boom' is not known; allowed are Armed clash"),
        ("event_cues", "cue,phrases\nsports,padel\n", "cue 'sports' is not known; allowed are"),
        ("victims", "word,language,side,form\nx,fr,civilians,count\n", "'fr' is not known"),
        ("speakers", "", "there is no column 'word'"),
    ],
)  # fmt: skip
def test_what_geomap_does_not_know_is_named(tmp_path, name, text, message):
    with pytest.raises(SchemaError, match=message):
        read_lexicons(folder_of(tmp_path, **{name: text}))


def test_folders_and_files_that_are_no_lexicons(tmp_path):
    with pytest.raises(MissingDataError, match="there is no such folder of lexicons"):
        read_lexicons(tmp_path / "none")
    folder = folder_of(tmp_path)
    (folder / "README.md").write_text("mine", encoding="utf-8")
    with pytest.raises(MissingDataError, match=r"it has none of actors\.csv"):
        read_lexicons(folder)
    (folder / "actors.csv").write_bytes(b"name,kind,side,spellings\nx,group,militants,caf\xe9\n")
    with pytest.raises(SchemaError, match=r"actors\.csv: not UTF-8 text"):
        read_lexicons(folder)
    (folder / "actors.csv").write_text('name,kind,side,spellings\n"' + "x" * 140_000, "utf-8")
    with pytest.raises(SchemaError, match="not CSV"):
        read_lexicons(folder)
    with pytest.raises(SettingsError, match="lexicons is 5; it must be a name or a path"):
        geomap.run("seeds/", tmp_path / "out", lexicons=5)

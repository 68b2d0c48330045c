"""The report's content: figures that add up, in every format, from any table."""

from __future__ import annotations

import importlib
import json
import re
import string
from dataclasses import fields, is_dataclass
from datetime import date
from importlib import resources

import pytest

from geomap.errors import (
    MissingDataError,
    MissingDependencyError,
    RenderError,
    SchemaError,
    SettingsError,
)
from geomap.places.boundaries import load_boundaries
from geomap.publish import pdf
from geomap.publish.changes import choose_periods
from geomap.publish.content import compose
from geomap.publish.options import ReportOptions, WhatWasRead
from geomap.publish.report import write_report
from geomap.tables import incident_table
from tests.maps.print_data import frame, incident, many, mixed
from tests.publish.hostile import hostile_incidents
from tests.publish.pages import Page

STATIC = {"interactive": False}


def static(table, **options):
    """Return the report of a table without its interactive map."""
    return compose(table, ReportOptions(**{"interactive": False, **options}))


def blocks(document, kind, section=None):
    return [
        block
        for part in document.sections
        for block in part.blocks
        if block.kind == kind and section in {None, part.key}
    ]


def grid(document, caption):
    return next(block for block in blocks(document, "grid") if block.caption == caption)


def number(cell):
    return int(cell.split(" ")[0].replace(",", ""))


def texts(part):
    """Yield every text of a document or of a part of it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif is_dataclass(part):
        for item in fields(part):
            yield from texts(getattr(part, item.name))


def all_text(document):
    return "\n".join(texts(document))


@pytest.fixture(scope="module")
def report_of_mixed():
    return static(mixed(), title="Mixed")


@pytest.fixture(scope="module")
def report_of_many():
    return static(many())


def test_it_has_every_chapter(report_of_mixed):
    assert [section.key for section in report_of_mixed.sections] == [
        "brief", "map", "changes", "districts", "charts", "hotspots", "incidents", "method",
    ]  # fmt: skip
    assert all(section.blocks for section in report_of_mixed.sections)


@pytest.mark.parametrize(
    "caption",
    ["Incidents by province or territory", "Incidents by type of event", "Incidents by district"],
)
@pytest.mark.parametrize("table", ["report_of_mixed", "report_of_many"])
def test_the_rows_of_each_table_add_up_to_its_last(request, table, caption):
    shown = grid(request.getfixturevalue(table), caption)
    for at, column in enumerate(shown.columns):
        if column.numeric and "per" not in column.title:
            cells = [number(row[at]) for row in shown.rows]
            assert sum(cells[:-1]) == cells[-1], column.title


def test_the_headline_counts_each_event_once_and_operations_apart(report_of_mixed):
    numbers = {one.label: one.value for one in blocks(report_of_mixed, "headline")[0].numbers}
    assert numbers["Incidents"] == "14"
    assert numbers["Operations"] == "1"
    assert numbers["People killed"] == "25", "the statistic of 900 is in no total"


def test_the_districts_that_are_not_shown_are_counted():
    rows = [incident("Quetta"), incident("Sibi", kind="operation"), incident(country="AF")]
    document = static(frame(*rows))
    number_of = len(load_boundaries("embedded-admin2").frame)
    shown = [row for row in grid(document, "Incidents by district").rows if row[1]]
    (note,) = blocks(document, "prose", "districts")
    assert note.text.startswith(f"{number_of - len(shown)} districts without incidents are not")
    assert len(shown) == 2


def test_precision_shares_add_up_to_all(report_of_mixed):
    shares = grid(report_of_mixed, "How finely places are known")
    assert sum(number(row[1]) for row in shares.rows) == 14
    assert {row[3] for row in shares.rows} == {"a point", "an area or a line", "not on the map"}


def test_what_was_read_and_dropped_is_told():
    read = WhatWasRead(articles=7, dropped=(("a.bin", "=no text"),), undated=2, mentions=40,
                       mentions_without_place=3, accounts={"incident": 5, "statistic": 2},
                       corrections=4)  # fmt: skip
    document = static(mixed(), read=read)
    (points,) = blocks(document, "points")
    text = " ".join(points.items)
    for words in ("7 articles were read; 1 files", "2 articles have no publication date",
                  "40 place names", "3 of which", "7 accounts were read: 5 of incidents, 2 stat",
                  "4 decisions of a person", "88% of the area"):  # fmt: skip
        assert words in text
    assert grid(document, "What could not be used").rows == (("a.bin", "'=no text"),)


def test_districts_that_another_one_holds_are_named_in_the_language():
    (english,) = blocks(static(mixed()), "points")
    assert english.items[-1] == (
        "Shown within another district: Tump (in Kech); Wadh (in Khuzdar); "
        "Quetta East (in Quetta); Quetta West (in Quetta)."
    )
    (urdu,) = blocks(static(mixed(), lang="ur"), "points")
    assert re.search("[A-Za-z]", urdu.items[-1]) is None


def test_the_boundary_note_sources_and_version_stand_at_the_end(report_of_mixed):
    text = " ".join(report_of_mixed.foot)
    assert "make no statement on the status of any territory" in text
    assert "GeoNames (CC BY 4.0)" in text
    assert "Made by geomap " in text


def test_a_figure_that_no_source_gives_is_not_0():
    document = static(frame(incident("Quetta", fatalities_best=None, injured_best=0)))
    (entries,) = blocks(document, "entries")
    assert entries.items[0].facts[0] == "Killed: not stated. Injured: 0."


RANGES = [  # of a table without best figures: low, high, and what the list says
    (3, 6, "3 to 6"), (1, 1, "1"), (2, None, "at least 2"), (None, 4, "up to 4"),
    (None, None, "not stated"),
]  # fmt: skip


def test_ranges_without_a_best_figure_are_told_alike_everywhere():
    document = static(frame(*(
        incident("Quetta", incident_id=str(at), fatalities_best=None, fatalities_low=low,
                 fatalities_high=high, injured_best=None, injured_low=low, injured_high=high)
        for at, (low, high, _) in enumerate(RANGES)
    )))  # fmt: skip
    killed = next(n for n in blocks(document, "headline")[0].numbers if n.label == "People killed")
    assert (killed.value, killed.note) == ("6 to 13", "1 incidents without a figure")
    injured = next(
        n for n in blocks(document, "headline")[0].numbers if n.label == "People injured"
    )
    assert injured.value == "6 to 13"
    rows = grid(document, "Incidents by district").rows
    assert {row[3:5] for row in rows} == {("6 to 13", "6 to 13")}
    told = [item.facts[0] for item in blocks(document, "entries")[0].items]
    assert told == [f"Killed: {words}. Injured: {words}." for _, _, words in RANGES]


def test_places_are_said_to_be_known_as_finely_as_they_are():
    document = static(frame(incident(precision="province"), incident("Quetta")))
    facts = {item.facts[-1] for item in blocks(document, "entries")[0].items}
    assert facts == {"Place: known to the province.", "Place: a named town or village."}


@pytest.mark.parametrize(
    ("first", "end", "days"),
    [
        (date(2020, 1, 1), date(2026, 1, 1), 365),
        (date(2025, 7, 5), date(2026, 1, 2), 91),
        (date(2025, 11, 4), date(2026, 1, 2), 30),
        (date(2026, 1, 1), date(2026, 1, 14), 7),
    ],
)
def test_two_periods_are_the_longest_that_fit_twice_and_they_touch(first, end, days):
    before, after = choose_periods(first, end)
    assert (after[1], (after[1] - after[0]).days + 1) == (end, days)
    assert (before[1] - before[0]).days + 1 == days
    assert (after[0] - before[1]).days == 1
    assert before[0] >= first


def test_less_than_two_weeks_or_no_day_is_not_compared():
    assert choose_periods(date(2026, 1, 1), date(2026, 1, 13)) is None
    assert choose_periods(None, date(2026, 1, 13)) is None
    text = blocks(static(frame(incident("Quetta"))), "prose", "changes")[0].text
    assert "there are no two periods to compare" in text


def test_given_periods_are_compared():
    rows = [incident("Quetta", date_start=f"2025-0{month}-10") for month in (1, 1, 2, 5)]
    document = static(frame(*rows), before=("2025-01-01", "2025-01-31"),
                      after=("2025-02-01", "2025-02-28"))  # fmt: skip
    text = blocks(document, "prose", "changes")
    assert text[0].text.startswith(
        "1 incidents in the period 2025-02-01 to 2025-02-28, against 2 in the period 2025-01-01"
    )
    assert "1 incidents lie outside both periods" in text[1].text


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2026-01-01", "2026-03-31", "month", "2026-01 to 2026-03"),
        ("2026-01-01", "2026-01-31", "month", "2026-01"),
        ("2024-01-01", "2026-12-31", "year", "2024 to 2026"),
        (None, "2026-03-31", "day", "2026-03-31"),
        (None, None, "unknown", "undated"),
    ],
)
def test_the_list_says_when_by_both_ends(start, end, precision, words):
    days = {"date_start": start, "date_end": end, "date_precision": precision}
    document = static(frame(incident("Quetta", **days), incident("Sibi", date_start="2020-01-01")))
    (entries,) = blocks(document, "entries")
    headings = [item.heading.partition(" · ")[0] for item in entries.items]
    assert headings == ([words, "2020-01-01"] if words != "undated" else ["2020-01-01", words])


def test_a_list_that_is_cut_says_so():
    document = static(many(60), listed=10)
    assert len(blocks(document, "entries")[0].items) == 10
    assert blocks(document, "prose", "incidents")[0].text == "The latest 10 of 60 are listed."
    days = [item.heading[:10] for item in blocks(document, "entries")[0].items]
    assert days == sorted(days, reverse=True)


def test_hot_spots_stand_in_table_and_map(report_of_many):
    assert blocks(report_of_many, "picture", "hotspots")[0].png.startswith(b"\x89PNG")
    found = {row[1] for row in grid(report_of_many, "Districts that stand out").rows}
    assert found <= {"more than chance", "fewer than chance"}


def test_hot_spots_without_the_extra_are_one_plain_line(monkeypatch):
    def fail(*_, **__):
        raise MissingDependencyError("no esda")

    monkeypatch.setattr("geomap.publish.spots.hotspots", fail)
    (line,) = next(s for s in static(many(60)).sections if s.key == "hotspots").blocks
    assert "pip install 'geomap-pk[stats]'" in line.text


def test_few_incidents_are_not_tested(report_of_mixed):
    (line,) = next(s for s in report_of_mixed.sections if s.key == "hotspots").blocks
    assert "below 30 no test is made" in line.text


BAD = {
    "none": (lambda: incident_table([]), "There are no incidents to count."),
    "one district": (lambda: frame(*[incident("Quetta")] * 3), "1\nDistricts with incidents"),
    "all unlocated": (
        lambda: frame(*[incident(country=None, province=None)] * 3),
        "3 that could not be placed",
    ),
    "no dates": (lambda: frame(incident("Quetta", date_start=None)), "none has a day"),
    "no date column": (
        lambda: frame(incident("Quetta")).drop(columns=["date_start"]),
        "none has a day that is known",
    ),
    "dates out of order": (
        lambda: frame(incident("Quetta", date_start="2025-03-09", date_end="2025-03-01")),
        "2025-03-01 to 2025-03-09",
    ),
    "300 event types": (
        lambda: frame(*(incident("Quetta", event_type=f"type {n:03}") for n in range(300))),
        "288 more types",
    ),
    "very long names": (
        lambda: frame(incident("Quetta", place_name="Q" * 9_000, actor="A" * 9_000)),
        "Q" * 150,
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_odd_tables_give_a_right_report(name):
    make, words = BAD[name]
    document = static(make())
    assert words in all_text(document)
    assert max(map(len, re.findall(r"\S+", all_text(document)))) < 1000


def test_a_district_without_population_has_no_rate():
    units = load_boundaries("embedded-admin2")
    document = static(frame(incident("Quetta")))
    assert grid(document, "Incidents by district").rows[0][-1] == "0.038"
    lacking = [row for row in units.frame["pcode"] if row.startswith("PK1")][:1]
    rows = frame(incident(precision="district", district=lacking[0], province="PK1"))
    assert grid(static(rows), "Incidents by district").rows[0][-1] == "–"


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda t: t.drop(columns="kind"), SchemaError, "lacks kind"),
        (lambda t: t.drop(columns="precision"), SchemaError, "lacks precision"),
        (lambda t: t.drop(columns="geometry"), SchemaError, "no geometry"),
        (lambda t: t.assign(date_start="soon"), SchemaError, "no date such as"),
        (lambda t: t.assign(fatalities_best=-1), SchemaError, "a figure is a whole number"),
    ],
)
def test_a_table_that_cannot_be_reported_is_refused_in_one_line(change, error, words):
    with pytest.raises(error, match=words) as raised:
        static(change(mixed()))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"langs": "en"}, "unknown option 'langs'; known are title, lang"),
        ({"lang": "fr"}, "lang is 'fr'; allowed are en, ur"),
        ({"before": ("2025-01-01", "2025-01-31")}, "before and after belong together"),
        ({"listed": -1}, "listed is -1"),
        ({"boundaries": "admin1"}, "a report needs one of districts"),
        ({"before": ("2025-01-01", "2025-03-01"), "after": ("2025-02-01", "2025-04-01")},
         "overlap"),
    ],
)  # fmt: skip
def test_options_that_are_not_allowed_are_refused_in_one_line(tmp_path, given, words):
    if given.get("boundaries"):
        given = {"boundaries": load_boundaries("embedded-admin1")}
    with pytest.raises(SettingsError, match=words):
        write_report(mixed(), tmp_path / "x.html", **STATIC, **given)


def test_two_boundary_sets_are_never_mixed():
    """Codes of another frame count in the rows of the set in use, or behind them, never twice."""
    rows = frame(incident("Quetta"), incident(precision="district", district="PK2-tump"),
                 incident(precision="district", district="XX999"))  # fmt: skip
    shown = grid(static(rows), "Incidents by district")
    assert number(shown.rows[-1][2]) == 3
    assert [row[0] for row in shown.rows[:2]] == ["Kech", "Quetta"]


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(SettingsError, match=r"x.odt: a report is written as one of .docx, .html"):
        write_report(mixed(), tmp_path / "x.odt")


def test_a_folder_that_is_not_there_is_one_line(tmp_path):
    with pytest.raises(RenderError, match=r"cannot write there: .*no is no folder; make it first"):
        write_report(frame(incident("Quetta")), tmp_path / "no" / "x.html", **STATIC)


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_the_same_table_gives_the_same_bytes(tmp_path, ending):
    table = mixed()
    before = table.copy()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_report(table, tmp_path / name / f"r.{ending}", title="R")
    one, two = (sorted((tmp_path / name).rglob("*.*")) for name in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert str(tmp_path).encode() not in one[0].read_bytes()
    assert table.equals(before), "the caller's table is left as it was"


def test_the_words_of_both_languages_have_the_same_keys_and_gaps():
    def gaps(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    folder = resources.files("geomap.publish") / "words"
    english, urdu = (
        json.loads((folder / f"report.{lang}.json").read_text(encoding="utf-8"))
        for lang in ("en", "ur")
    )
    assert english.keys() == urdu.keys()
    assert {key: gaps(text) for key, text in english.items()} == {
        key: gaps(text) for key, text in urdu.items()
    }


def test_every_word_is_used():
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in resources.files("geomap.publish").rglob("*")  # type: ignore[attr-defined]
        if path.suffix in {".py", ".html"}
    )
    folder = resources.files("geomap.publish") / "words"
    keys = json.loads((folder / "report.en.json").read_text(encoding="utf-8"))
    made = ("change_", "accounts_", "drawn_", "row_", "spot_")
    assert [key for key in keys if f'"{key}"' not in source and not key.startswith(made)] == []


def test_an_urdu_report_runs_from_the_right(tmp_path):
    write_report(mixed(), tmp_path / "ur.html", lang="ur", **STATIC)
    page = Page((tmp_path / "ur.html").read_text(encoding="ascii"))
    assert page.named("html") == [{"lang": "ur", "dir": "rtl"}]
    assert "واقعات" in page.text
    for words in ("Incidents", "People killed", "Method"):
        assert words not in page.text


def test_a_user_s_template_is_taken_before_the_own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "report.html").write_text("<h1>{{ document.title }}</h1>", encoding="utf-8")
    write_report(mixed(), tmp_path / "x.html", templates=folder, title="<b>", **STATIC)
    assert (tmp_path / "x.html").read_text(encoding="ascii") == "<h1>&lt;b&gt;</h1>"


WRONG = (
    "{% if %}", "{{ document.nothing }}", "{{ 1 | no_filter }}", "{{ 1 / 0 }}",
    "{{ words('no such key') }}", "{{ image() }}", "{{ 'a' + 1 }}",
    "{% extends 'none.html' %}", "Qu\xe9",
)  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_a_template_that_is_wrong_is_named_in_one_line(tmp_path, text):
    (tmp_path / "report.html").write_text(text, encoding="latin-1")
    with pytest.raises(RenderError, match=r"template report.html") as raised:
        write_report(mixed(), tmp_path / "x.html", templates=tmp_path, **STATIC)
    assert "\n" not in str(raised.value)
    with pytest.raises(MissingDataError, match="no such folder of templates"):
        write_report(mixed(), tmp_path / "x.html", templates=tmp_path / "none")


def test_without_a_browser_a_pdf_is_one_clear_line(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "BROWSERS", ("no-such-browser",))
    with pytest.raises(RenderError, match=r"x.pdf: a PDF is printed by Chromium"):
        write_report(frame(incident("Quetta")), tmp_path / "x.pdf")


def test_without_python_docx_a_word_file_is_one_clear_line(tmp_path, monkeypatch):
    loaded = importlib.import_module

    def missing(name, *rest):
        if name == "docx":
            raise ImportError(name)
        return loaded(name, *rest)

    monkeypatch.setattr("geomap.publish.docx.import_module", missing)
    with pytest.raises(MissingDependencyError, match=r"pip install 'geomap-pk\[docx\]'"):
        write_report(frame(incident("Quetta")), tmp_path / "x.docx")


def test_hostile_text_is_text_in_the_blocks():
    found = all_text(static(hostile_incidents()))
    assert re.search("[\x00-\x09\x0b-\x1f\u2028-\u202e\ufffe]", found) is None
    found.encode("utf-8")
    assert "'=HYPERLINK" in found, "a cell that is pasted into a sheet is no formula"

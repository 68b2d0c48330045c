"""When an article was published: header, metadata, dateline, in this order."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.text.datelines import find_datelines
from geomap.text.publication import day_order, publication_of, read_day

FIFTH = date(2026, 2, 5)


@pytest.mark.parametrize(
    "said",
    [
        "2026-02-05", "2026-2-5", "20260205", "2026/02/05", "2026.02.05", "2026-02-05T23:30:00Z",
        "2026-02-05T23:30:00+05:00", "2026-02-05 21:10:00", "20260205T211000Z",
        "Thu, 05 Feb 2026 21:10:00 +0500", "Thu, 05 Feb 2026 23:59:59 GMT", "05-Feb-2026",
        "5 Feb 2026", "5th February, 2026", "February 5, 2026", "Feb 5, 2026 9:10pm PKT",
        "FEB 5, 2026", "feb 5, 2026", "Thursday, February 5, 2026", "\u200f5 Feb\u00a02026",
        "5 فروری 2026", "۵ فروری ۲۰۲۶ء", "05 فروری2026ء",
    ],
)  # fmt: skip
def test_dates_as_metadata_give_them(said):
    assert read_day(said) == (FIFTH, "")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("2026-02-30", ", no day of the calendar"),
        ("2026-13-01", ", no day of the calendar"),
        ("31/04/2026", ", no day of the calendar"),
        ("29 Feb 2026", ""),
        ("0001-01-01", ", no day on which news are published"),
        ("9999-12-31", ", no day on which news are published"),
        ("13/13/2026", ", no day of the calendar"),
        ("soon", ""),
        ("yesterday", ""),
        ("1770300000", ""),
        ("5 Feb", ""),
        ("x" * 500, ""),
        ("2026-02\n-05", ""),
    ],
)
def test_what_is_no_date_is_told_in_one_line(said, why):
    day, problem = read_day(said)
    assert day is None
    assert problem.startswith("the field `published` is '")
    assert problem.endswith(f"{why}; write 2026-02-05")
    assert "\n" not in problem
    assert len(problem) < 150


def test_figures_with_the_year_last():
    assert read_day("25/02/2026")[0] == date(2026, 2, 25)
    assert read_day("02/25/2026")[0] == date(2026, 2, 25)
    assert read_day("05/05/2026")[0] == date(2026, 5, 5)
    assert read_day("05/02/2026")[0] == read_day("05/02/2026", order="day first")[0] == FIFTH
    assert read_day("25/02/2026", order="month first")[0] == date(2026, 2, 25)
    assert read_day("02/05/2026", order="month first")[0] == FIFTH
    assert day_order(["05/02/2026", "25/02/2026", "words"]) == "day first"
    assert day_order(["05/02/2026", "02/25/2026"]) == "month first"
    assert day_order(["25/02/2026", "02/25/2026"]) == day_order(["05/02/2026"]) == ""


@pytest.mark.parametrize(
    "text",
    [
        " date 2026-02-05 Bomb goes off\nQUETTA: ...",
        "date 2026-02-05Bomb goes off",
        "date2026-02-05 Bomb goes off",
        "\u200fdate\u00a02026-02-05 Bomb goes off",
        "published 5 February, 2026Two hurt",
        "Publish date: 2026-02-05\r\nTwo hurt",
        "# Two hurt\n\n*Published 5 February 2026*\n",
        "تاریخ: ۵ فروری ۲۰۲۶ء کوئٹہ میں دھماکہ",
    ],
)
def test_a_header_line_comes_before_metadata(text):
    found = publication_of(text, "2026-03-09")
    assert (found.day, found.source, found.problem) == (FIFTH, "header", "")


DATELINES = [
    "QUETTA, Feb 5, 2026: Two",
    "QUETTA, 5 FEB 2026: Two",
    "QUETTA (Feb 5, 2026) — Two",
    "QUETTA (Feb 5, 2026) Two",
    "QUETTA – February 5, 2026 – Two",
    "Quetta, 5 February 2026: Two",
    "Quetta (5 February 2026): Two",
    "A title\n\nISLAMABAD, (Agency - Desk - 5th Feb, 2026) :Two",
    "اسلام آباد (5 فروری 2026) دو",
    "اسلام آباد (۵ فروری ۲۰۲۶ء): دو",
    "کوئٹہ (نیوز ڈیسک) 5 فروری 2026 دو",
    "کوئٹہ (اخبارتازہ ترین۔ 05 فروری2026ء) دو",
    "کوئٹہ، 5 فروری 2026: دو",
]


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_comes_last(text):
    found = publication_of(text)
    assert (found.day, found.source) == (FIFTH, "dateline")
    assert publication_of(text, "2026-02-07").day == date(2026, 2, 7)
    assert publication_of(text, "2026-02-07").source == "metadata"
    assert publication_of("date 2026-02-09 A title\n" + text, "2026-02-07").source == "header"


@pytest.mark.parametrize(
    ("given", "url", "day"),
    [
        (None, None, None),
        ("2026", None, FIFTH),
        ("2026-02", None, FIFTH),
        ("February 2026", None, FIFTH),
        ("2026-03", None, None),  # the dateline is of another month
        (None, "https://news.example/2026/02/05/blast", FIFTH),
        (None, "https://news.example/2026/03/05/blast", None),
        (None, "https://news.example/story-20260205", None),
    ],
)
@pytest.mark.parametrize("text", ["QUETTA, Feb 5: Two", "کوئٹہ، 5 فروری: دو"])
def test_a_dateline_without_a_year_needs_one_that_is_certain(text, given, url, day):
    found = publication_of(text, given, url=url)
    assert (found.day, found.source) == (day, "dateline" if day else "none")


def test_a_date_in_the_body_is_no_dateline():
    for text in (
        "QUETTA: On February 5, 2026 two men were hurt.",
        "In Quetta, on 5 February 2026, two men were hurt.",
        "Two men (5 February 2026) were hurt.",
        "پولیس نے بتایا کہ 5 فروری 2026 کو دھماکہ ہوا۔",
    ):
        assert publication_of(text).source == "none", text


def test_an_impossible_day_does_not_hide_what_comes_after_it():
    found = publication_of("date 2026-02-30 Bomb\nQUETTA, Feb 5, 2026: Two")
    assert (found.day, found.source) == (FIFTH, "dateline")
    assert found.problem == (
        "the header says '2026-02-30', no day of the calendar; write 2026-02-05"
    )
    found = publication_of("QUETTA: Two", "2026-02-30")
    assert (found.day, found.source) == (None, "none")
    assert "2026-02-30" in found.problem


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("کوئٹہ (اسٹاف رپورٹر) دو افراد زخمی", "کوئٹہ (اسٹاف رپورٹر)"),
        ("ڈیرہ اسماعیل خان (نامہ نگار) دو", "ڈیرہ اسماعیل خان (نامہ نگار)"),
        ("کوئٹہ۔ 5 فروری (اے پی پی): دو", "کوئٹہ۔ 5 فروری (اے پی پی):"),
        ("کوئٹہ (بلوچستان) میں دھماکہ", None),
        ("QUETTA, Feb. 5 (Agency) - Two", "QUETTA, Feb. 5 (Agency) -"),
    ],
)
def test_datelines_of_urdu_papers(text, line):
    found = [text[one.start : one.end].strip() for one in find_datelines(text)]
    assert found == ([line] if line else [])


@pytest.mark.parametrize(
    "part",
    [
        "QUETTA: a\n",
        "Quetta (5 Feb 2026): a\n",
        "ک ",
        "(ک",
        "QUETTA ",
        "QUETTA,",
        "A\n",
        "کوئٹہ (نیوز ڈیسک) ",
    ],
)
def test_datelines_take_linear_time(part):
    assert isinstance(find_datelines(part * 100_000), list)

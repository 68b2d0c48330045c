"""Dates that hang on others: lists, headings, days counted from the event before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.text.date_layout import article_dates

THURSDAY = date(2026, 3, 12)


def read(text: str, title: str | None = None, published: date | None = THURSDAY) -> list[str]:
    return [
        f"{text[span.start : span.end]} {span.first}"
        + ("" if span.first == span.last else f"..{span.last}")
        for span in article_dates(title, text, published)
        if span.first is not None
    ]


LISTS = [
    (
        "Week of 2-8 March 2026\n\nMon - a shop burnt.\nWed - a van was hit.\nSun: rain.",
        ["2-8 March 2026 2026-03-02..2026-03-08", "Mon 2026-03-02", "Wed 2026-03-04",
         "Sun 2026-03-08"],
    ),
    (
        "**Thursday.** A shop burnt.\n\n**Friday.** A van was hit.\n\n**Wednesday.** Rain.",
        ["Thursday 2026-03-05", "Friday 2026-03-06", "Wednesday 2026-03-11"],
    ),
    (
        "Thursday: a shop burnt.\n\nWednesday: a van was hit.\n\nTuesday: rain.",
        ["Thursday 2026-03-12", "Wednesday 2026-03-11", "Tuesday 2026-03-10"],
    ),
    (
        "February 2026\n\n3: a shop burnt.\n17: a van was hit.\n\nMarch 2026\n\n2: rain.",
        ["February 2026 2026-02-01..2026-02-28", "3 2026-02-03", "17 2026-02-17",
         "March 2026 2026-03-01..2026-03-12", "2 2026-03-02"],
    ),
    (
        "February 2026\n\n1: a shop burnt.\n2: a van was hit.\n3: rain.",
        ["February 2026 2026-02-01..2026-02-28"],  # a numbered list
    ),
    (
        "3/3: a shop burnt.\n11/3: a van was hit.\n",
        ["3/3 2026-03-03", "11/3 2026-03-11"],
    ),
    ("3/3: two goals to one.", []),
    (
        "Six died in the week that ended on Sunday.\n\n- Mon: a shop burnt.\n- Sun: a van was hit.",
        ["the week that ended on Sunday 2026-03-02..2026-03-08", "Mon 2026-03-02",
         "Sun 2026-03-08"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_list(text, expected):
    assert read(text) == expected


def test_the_title_names_the_period_of_a_list():
    text = "Mon: a shop burnt.\n\nSun: a van was hit."
    title = "Review, February 23 to March 1"
    assert read(text, title) == ["Mon 2026-02-23", "Sun 2026-03-01"]
    assert read(text) == ["Mon 2026-03-09", "Sun 2026-03-08"]


def test_the_title_names_the_year_of_days_without_one():
    assert read("On March 9 a shop burnt.", "The log of 2025") == ["March 9 2025-03-09"]
    assert read("On March 9 a shop burnt.", "The budget of 2026-27") == ["March 9 2026-03-09"]


ANCHORS = [
    ("A van was hit on Monday. The following night a shop burnt.", "2026-03-10"),
    ("A van was hit on Monday. Two days later a shop burnt.", "2026-03-11"),
    ("A van was hit on Monday. Later in the day a shop burnt.", "2026-03-09"),
    ("A van was hit on Tuesday. The raid came a day after the same men had burnt a shop.",
     "2026-03-09"),
    ("A van was hit on Tuesday, two days after a shop had been burnt.", "2026-03-08"),
    ("Two days after a shop had been burnt, a van was hit on Tuesday.", "2026-03-08"),
    ("A van was hit on Monday. A day after the raid a shop burnt.", "2026-03-10"),
    ("Police said on Wednesday that a shop had been burnt two days earlier.", "2026-03-09"),
    ("A van was hit on Wednesday. A shop had been burnt the day before.", "2026-03-10"),
    ("A shop was burnt two days earlier.", "2026-03-10"),
    ("A shop was burnt two days ago, police said on Wednesday.", "2026-03-10"),
    ("A man taken the previous day was freed on Tuesday.", "2026-03-09"),
    ("پیر کو گاڑی پر فائرنگ ہوئی۔ اگلے روز ایک دکان جلائی گئی۔", "2026-03-10"),
    ("منگل کو پائپ لائن اڑائی گئی۔ اس دھماکے سے ایک روز پہلے ایک دکان جلائی گئی۔", "2026-03-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), ANCHORS)
def test_counted_from_the_event_told(text, day):
    relative = [span for span in article_dates(None, text, THURSDAY) if span.kind == "relative"]
    assert [str(span.first) for span in relative] == [day]


VOCABULARY = (
    "Mon Monday - : 3 3/3 17 June 2026 \n on the day after a two days earlier later in week that "
    "ended Sunday said had . , پیر کو 10 تاریخ سے ایک روز پہلے"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=30), st.none() | st.dates(), st.lists(WORDS, max_size=5))
def test_any_words(words, published, title):
    text = " ".join(words)
    end = 0
    for span in article_dates(" ".join(title), text, published):
        assert end <= span.start < span.end <= len(text)
        assert (span.precision == "unknown") == (span.first is None and span.last is None)
        if span.first and span.last:
            assert span.first <= span.last
        end = span.end


def test_without_days_nothing_is_counted():
    text = "A shop burnt two days earlier. The next day a van was hit. Mon: rain."
    assert read(text, published=None) == []


def test_short_weekdays_of_a_list_may_have_their_day():
    text = (
        "Sat 7 - A body was found in Nag.\n\nMon 9 - Gunmen shot dead a barber in Panjgur.\n\n"
        "Tue 10 - A bomb hit a van in Hub."
    )
    spans = article_dates(None, text, date(2026, 3, 10))
    assert [span.first for span in spans] == [date(2026, 3, day) for day in (7, 9, 10)]

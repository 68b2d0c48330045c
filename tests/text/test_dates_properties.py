"""Dates: header lines, and what holds for any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.text.dates import find_dates, publication_date_in
from tests.growth import assert_in_proportion


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" date 2026-02-05 Headline of the day\n\nText", "2026-02-05"),
        ("Date: 5 February 2026\nTitle", "5 February 2026"),
        ("Title\nPublished: Thursday, February 5, 2026 10:30 PM\n", "Thursday, February 5, 2026"),
        ("2026-02-05\nTitle", "2026-02-05"),
        ("Thursday, 5 February 2026\n\nTitle", "Thursday, 5 February 2026"),
        ("**Date:** 2026-02-05T10:30:00Z\n", "2026-02-05"),
        ("pubDate: Thu, 05 Feb 2026 10:00:00 GMT", "Thu, 05 Feb 2026"),
        ("Updated Feb 6, 2026 10:00am\nPublished Feb 5, 2026\n", "Feb 5, 2026"),
        ("\ufeff\u200fdate: 05/02/2026\n", "05/02/2026"),
        ("تاریخ: 5 فروری 2026\nعنوان", "5 فروری 2026"),
        ("تاریخ اشاعت: ۵ فروری ۲۰۲۶", "۵ فروری ۲۰۲۶"),
    ],
)
def test_header_line(text, words):
    span = publication_date_in(text)
    assert span is not None
    assert (text[span.start : span.end], span.first) == (words, date(2026, 2, 5))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "QUETTA, Feb 5, 2026: Two men died.",
        "5 February 2026 was calm.",
        "On 5 February 2026 a bomb went off.",
        "Dated: February 2026",
        "Date: Feb 5\n",
        "a\n" * 7 + "Date: 2026-02-05",
    ],
)
def test_no_header_line(text):
    assert publication_date_in(text) is None


VOCABULARY = (
    "January May 31 2024 2024-25 on the from to until since then between and last next Tuesday "
    "\\n night two days ago before week of first half will , . - ( ) ' 's a İ K \u00ad \u200f ſ ۱۸ "
    "اگست ہفتے کے روز سے تک گزشتہ کی درمیانی شب 3/4 October today 999 5th ²"
)
WORDS = st.sampled_from([word.replace("\\n", "\n") for word in VOCABULARY.split()])


def check(text: str, published: date | None) -> None:
    end = 0
    for span in find_dates(text, published=published):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
        assert (span.precision == "unknown") == (span.first is None and span.last is None)
        if span.first and span.last:
            assert span.first <= span.last
        end = span.end
    publication_date_in(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text(text, published):
    check(text, published)


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=30), st.none() | st.dates())
def test_any_words(words, published):
    check(" ".join(words), published)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2080, 12, 31)))
def test_any_publication_day(published):
    names = [date(2026, 2, day).strftime("%A") for day in range(2, 9)]
    for ordinal, name in enumerate(names):
        (span,) = find_dates(f"Two men were shot on {name}.", published=published)
        assert span.first == span.last
        assert span.first.weekday() == ordinal
        assert 0 <= (published - span.first).days < 7
    for month in ("January 31", "2 March", "Dec 12"):
        (span,) = find_dates(f"shot on {month}", published=published)
        assert 0 <= (published - span.first).days < 366


@pytest.mark.parametrize(
    "unit",
    [
        "January ", "on Tuesday ", "will on Tuesday ", "1 ", "3 and ", "2024-", "12 March ",
        "since the ", "from May 5 to ", "until then ", "first week of ", " ", "\n", "1", "a",
        "between Monday and ", "پیر کو اور منگل ", "2024ء سے ", "\u0650", "a\u00ad", "date ",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(unit):
    def work(text):
        find_dates(text, published=date(2026, 2, 5))
        publication_date_in(text)

    assert_in_proportion(work, unit, 100_000)

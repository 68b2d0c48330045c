"""Dates: bare days, holidays, periods that ended, nights that run on, and more of Urdu."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.text.dates import Period, find_dates

THURSDAY = "2026-03-12"
NEW_YEAR = "2026-01-01"


def read(text: str, published: str | None, periods: list[Period] | None = None) -> list[str]:
    day = date.fromisoformat(published) if published else None
    return [
        f"{text[span.start : span.end]} | {span.first} | {span.last} | {span.precision}"
        for span in find_dates(text, published=day, periods=periods or [])
        if "future" not in span.rules
    ]


def days(text: str, published: str | None = THURSDAY) -> list[str]:
    return [line.split(" | ", 1)[1] for line in read(text, published)]


def one(first: str, last: str | None = None, precision: str = "day") -> str:
    return f"{first} | {last or first} | {precision}"


BARE_DAYS = [
    ("Two clerks were shot on the 10th.", [one("2026-03-10")]),
    ("A shed burnt on the night of the 27th.", [one("2026-02-27")]),
    ("The order of 5th instant", [one("2026-03-05")]),
    ("The raid of 30th ultimo", ["None | None | unknown"]),  # February has no such day
    ("He fled on the 3rd of last month.", [one("2026-02-03")]),
    ("It burnt in the night between the 7th and 8th.", [one("2026-03-07", "2026-03-08", "range")]),
    ("It rained from the 2nd to the 5th.", [one("2026-03-02", "2026-03-05", "range")]),
    (
        "On 17 January a van was hit. On the 21st a shop was.",
        [one("2026-01-17"), one("2026-01-21")],
    ),
    ("On 29 January it began. On the 2nd it ended.", [one("2026-01-29"), one("2026-02-02")]),
    ("on the 3rd floor, on the 21st anniversary, for the 4th time, the 11th Corps", []),
    ("On the 2nd Battalion's parade ground", []),
]
NUMERIC = [
    ("dated 11.09.25", [one("2025-09-11")]),
    ("on 12-11-2025 and on 11/11/2025", [one("2025-11-12"), one("2025-11-11")]),
    ("on 03/03/26 he left", [one("2026-03-03")]),
    ("version 11.09.25 of the file", []),
    ("the night of 7/8 March 2026", [one("2026-03-07", "2026-03-08", "range")]),
    ("between the night of 1 and 2 March", [one("2026-03-01", "2026-03-02", "range")]),
]
HOLIDAYS = [
    ("A mine went off on Independence Day.", [one("2025-08-14")]),
    ("the eve of Defence Day", [one("2025-09-05")]),
    ("On New Year's Eve a guard was hurt.", [one("2025-12-31")]),
    ("Since Kashmir Solidarity Day the road is shut.", [one("2026-02-05", THURSDAY, "range")]),
    ("the Christmas Day attack", [one("2025-12-25")]),
    ("- May Day: a rally was fired at", [one("2025-05-01")]),
    ("Independence Day flags, a Pakistan Day parade, ahead of Christmas, after Iqbal Day", []),
    ("یوم آزادی کے موقع پر فائرنگ ہوئی", [one("2025-08-14")]),
    ("نئے سال کی رات فائرنگ ہوئی", [one("2025-12-31")]),
    ("یوم دفاع کی تیاریاں", []),
]
PERIODS = [
    ("in the week that ended on Sunday", [one("2026-03-02", "2026-03-08", "week")]),
    ("in the week ending March 1", [one("2026-02-23", "2026-03-01", "week")]),
    ("the year that has just ended", [one("2025-01-01", "2025-12-31", "year")]),
    ("the outgoing month", [one("2026-02-01", "2026-02-28", "month")]),
    ("in the first quarter, nine were hurt", [one("2025-01-01", "2025-03-31", "range")]),
    ("They fled the night before last.", [one("2026-03-10")]),
    ("He spoke in two Friday sermons.", []),
    ("رواں سال کے پہلے دو ماہ میں", [one("2026-01-01", "2026-02-28", "range")]),
    ("سال رواں کے ابتدائی دو ماہ میں", [one("2026-01-01", "2026-02-28", "range")]),
    ("2025 کی پہلی سہ ماہی میں", [one("2025-01-01", "2025-03-31", "range")]),
    ("گزشتہ سال کی آخری ششماہی میں", [one("2025-07-01", "2025-12-31", "range")]),
    ("during the week", [one("2026-03-05", THURSDAY, "range")]),
    ("The week ended in grief.", []),
]
NIGHTS = [
    (
        "It began late on Friday and went on past midnight.",
        [one("2026-03-06", "2026-03-07", "range")],
    ),
    (
        "from Saturday night into the small hours of Sunday",
        [one("2026-03-07", "2026-03-08", "range")],
    ),
    (
        "It began on Monday and was still under way on Wednesday.",
        [one("2026-03-09", "2026-03-11", "range")],
    ),
    (
        "The siege began on Monday night, ended at dawn on Tuesday.",
        [one("2026-03-09", "2026-03-10", "range")],
    ),
    ("overnight", [one("2026-03-11")]),
    ("overnight on Tuesday", [one("2026-03-10")]),
    ("overnight into Tuesday", [one("2026-03-09", "2026-03-10", "range")]),
    ("well past midnight", []),
    ("Rain is forecast from Wednesday.", []),  # a plan
]
URDU = [
    ("یکم مارچ کو فائرنگ ہوئی", [one("2026-03-01")]),
    ("نو مارچ کو دھماکہ ہوا", [one("2026-03-09")]),
    ("10 تاریخ کو حملہ ہوا", [one("2026-03-10")]),
    ("گزشتہ ماہ کی 5 تاریخ کو حملہ ہوا", [one("2026-02-05")]),
    ("کل رات فائرنگ ہوئی", [one("2026-03-11")]),
    ("کل رات جلسہ ہوگا", []),  # a plan
    ("پرسوں ایک دکان جلائی گئی", [one("2026-03-10")]),
    ("کل دس افراد زخمی ہوئے", []),
    (
        "ہفتے کی رات شروع ہونے والی لڑائی اتوار کی صبح تک جاری رہی",
        [one("2026-03-07", "2026-03-08", "range")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    BARE_DAYS + NUMERIC + HOLIDAYS + PERIODS + NIGHTS + URDU,
)
def test_phrase(text, expected):
    assert days(text) == expected


def test_ends_of_the_year():
    assert days("On New Year's Day a guard was hurt.", NEW_YEAR) == [one("2026-01-01")]
    assert days("the outgoing year", "2025-12-30") == [one("2025-01-01", "2025-12-30", "year")]
    assert days("on the 31st", NEW_YEAR) == [one("2025-12-31")]
    assert days("on the 29th", "2024-03-01") == [one("2024-02-29")]


def test_without_a_publication_date_only_what_the_text_names_is_known():
    assert days("On 17 January 2026 a van was hit. On the 21st a shop was.", None) == [
        one("2026-01-17"),
        one("2026-01-21"),
    ]
    assert (
        days("on the 21st, on Christmas Eve, during the week", None)
        == ["None | None | unknown"] * 3
    )


def test_a_length_in_days_is_a_duration():
    for text in ("تین روزہ آپریشن", "a three-day operation"):
        (span,) = find_dates(text, published=None)
        assert (span.kind, span.days) == ("duration", 3)


def test_a_period_says_which_weekday_and_which_day_of_the_month():
    week = Period(0, date(2026, 2, 23), date(2026, 3, 1))
    assert read("on Monday a van was hit, on the 28th and on March 1 shops", THURSDAY, [week]) == [
        "Monday | 2026-02-23 | 2026-02-23 | day",
        "28th | 2026-02-28 | 2026-02-28 | day",
        "March 1 | 2026-03-01 | 2026-03-01 | day",
    ]
    later = Period(20, date(2026, 1, 1), date(2026, 1, 31))
    assert read("on Monday " + " " * 20 + "on the 28th", THURSDAY, [week, later])[1:] == [
        "28th | 2026-01-28 | 2026-01-28 | day"
    ]


def test_a_quarter_is_told_of_in_its_last_days():
    text = "Sixty were held in the first quarter."
    assert days(text, "2026-03-28") == [one("2026-01-01", "2026-03-28", "range")]
    assert days(text, "2026-03-10") == [one("2025-01-01", "2025-03-31", "range")]

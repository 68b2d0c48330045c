"""Dates: tables of phrases in English and Urdu."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.text.dates import DateSpan, find_dates

THURSDAY = "2026-02-05"
NEW_YEAR = "2026-01-01"  # a Thursday
MARCH = "2024-03-01"  # a Friday, the day after 29 February
MONDAY = "2025-09-01"
MIDYEAR = "2025-07-15"  # a Tuesday

MARKS = ("future", "anchored", "anchored_same", "joined", "until", "prayers")


def shown(span: DateSpan, text: str) -> str:
    """One line: words | days | precision | kind | marks."""
    first, last = (str(day) if day else "?" for day in (span.first, span.last))
    days = first if first == last else f"{first}..{last}"
    marks = ["since"] if span.since else []
    marks += [f"days={span.days}"] if span.days is not None else []
    marks += [rule for rule in span.rules if rule in MARKS]
    parts = [text[span.start : span.end], days, span.precision, span.kind, " ".join(marks)]
    return " | ".join(parts).removesuffix(" | ")


def read(text: str, published: str | None) -> list[str]:
    day = date.fromisoformat(published) if published else None
    return [shown(span, text) for span in find_dates(text, published=day)]


ABSOLUTE = [
    (THURSDAY, "Gunmen stormed a post on January 31.", [
        "January 31 | 2026-01-31 | day | absolute"]),
    (THURSDAY, "It happened on 31 January 2026.", [
        "31 January 2026 | 2026-01-31 | day | absolute"]),
    (THURSDAY, "QUETTA, Jan 31: Two died.", ["Jan 31 | 2026-01-31 | day | absolute"]),
    (THURSDAY, "QUETTA, JAN 31: TWO DIED", ["JAN 31 | 2026-01-31 | day | absolute"]),
    (THURSDAY, "the unrest of the 5th of May", ["5th of May | 2025-05-05 | day | absolute"]),
    (THURSDAY, "the May 9 riots", ["May 9 | 2025-05-09 | day | absolute"]),
    (THURSDAY, "killed on 2026-02-04 near the town", ["2026-02-04 | 2026-02-04 | day | absolute"]),
    (THURSDAY, "dated 05/02/2026", ["05/02/2026 | 2026-02-05 | day | absolute"]),
    (THURSDAY, "dated 02/25/2025", ["02/25/2025 | 2025-02-25 | day | absolute"]),
    (THURSDAY, "on February 5, 2026, at noon", ["February 5, 2026 | 2026-02-05 | day | absolute"]),
    (THURSDAY, "on Feb. 3 and later", ["Feb. 3 | 2026-02-03 | day | absolute"]),
    (THURSDAY, "on 3-Feb-2026", ["3-Feb-2026 | 2026-02-03 | day | absolute"]),
    (THURSDAY, "on January\n31 in the hills", ["January\n31 | 2026-01-31 | day | absolute"]),
    (NEW_YEAR, "on December 31 and on January 1", [
        "December 31 | 2025-12-31 | day | absolute", "January 1 | 2026-01-01 | day | absolute"]),
    (NEW_YEAR, "killed on January 2", ["January 2 | 2025-01-02 | day | absolute"]),
    (MARCH, "killed on February 29", ["February 29 | 2024-02-29 | day | absolute"]),
    (THURSDAY, "killed on February 29", ["February 29 | 2024-02-29 | day | absolute"]),
    (THURSDAY, "Thursday, January 29, was calm", [
        "Thursday, January 29 | 2026-01-29 | day | absolute"]),
    (THURSDAY, "on Sunday (January 25)", ["Sunday (January 25 | 2026-01-25 | day | absolute"]),
    (THURSDAY, "due on Friday, February 6", [
        "Friday, February 6 | 2026-02-06 | day | absolute | future"]),
    (THURSDAY, "Thu, 05 Feb 2026", ["Thu, 05 Feb 2026 | 2026-02-05 | day | absolute"]),
    (THURSDAY, "on May 12 last year", ["May 12 last year | 2025-05-12 | day | absolute"]),
    (THURSDAY, "Attacks fell in January.", ["January | 2026-01-01..2026-01-31 | month | absolute"]),
    (THURSDAY, "four blasts in January 2026", [
        "January 2026 | 2026-01-01..2026-01-31 | month | absolute"]),
    (THURSDAY, "in December 2024, 20 workers died", [
        "December 2024 | 2024-12-01..2024-12-31 | month | absolute"]),
    (THURSDAY, "in February 2024", ["February 2024 | 2024-02-01..2024-02-29 | month | absolute"]),
    (THURSDAY, "raids in February", ["February | 2026-02-01..2026-02-05 | month | absolute"]),
    (THURSDAY, "the August attack", ["August | 2025-08-01..2025-08-31 | month | absolute"]),
    (THURSDAY, "he fled in May", ["May | 2025-05-01..2025-05-31 | month | absolute"]),
    (THURSDAY, "the March attack on a train", [
        "March | 2025-03-01..2025-03-31 | month | absolute"]),
    (THURSDAY, "in January 31 blasts were counted", [
        "January | 2026-01-01..2026-01-31 | month | absolute"]),
    (THURSDAY, "In March last year", [
        "March last year | 2025-03-01..2025-03-31 | month | absolute"]),
    (THURSDAY, "last January", ["last January | 2026-01-01..2026-01-31 | month | absolute"]),
    (NEW_YEAR, "last January", ["last January | 2025-01-01..2025-01-31 | month | absolute"]),
    (THURSDAY, "In 2024 the toll rose", ["2024 | 2024-01-01..2024-12-31 | year | absolute"]),
    (MIDYEAR, "during 2025", ["2025 | 2025-01-01..2025-07-15 | year | absolute"]),
    (THURSDAY, "2025 was the deadliest year", ["2025 | 2025-01-01..2025-12-31 | year | absolute"]),
    (THURSDAY, "the 2014 attack", ["2014 | 2014-01-01..2014-12-31 | year | absolute"]),
    (THURSDAY, "in the 1990s", ["1990s | 1990-01-01..1999-12-31 | range | absolute"]),
    (THURSDAY, "in the first half of 2025", [
        "the first half of 2025 | 2025-01-01..2025-06-30 | range | absolute"]),
    (THURSDAY, "the third quarter of 2025", [
        "the third quarter of 2025 | 2025-07-01..2025-09-30 | range | absolute"]),
    (THURSDAY, "the last week of December 2025", [
        "the last week of December 2025 | 2025-12-25..2025-12-31 | week | absolute"]),
    (THURSDAY, "in the first ten months", [
        "the first ten months | 2025-01-01..2025-10-31 | range | absolute"]),
]  # fmt: skip

WEEKDAYS = [
    (THURSDAY, "He was shot on Thursday.", ["Thursday | 2026-02-05 | day | weekday"]),
    (THURSDAY, "He was shot on Wednesday.", ["Wednesday | 2026-02-04 | day | weekday"]),
    (THURSDAY, "He was shot on Friday.", ["Friday | 2026-01-30 | day | weekday"]),
    (THURSDAY, "since last Thursday's raid", [
        "since last Thursday | 2026-01-29..2026-02-05 | range | weekday | since"]),
    (THURSDAY, "last Friday", ["last Friday | 2026-01-30 | day | weekday"]),
    (NEW_YEAR, "on Tuesday", ["Tuesday | 2025-12-30 | day | weekday"]),
    (MARCH, "on Thursday", ["Thursday | 2024-02-29 | day | weekday"]),
    (MONDAY, "on Sunday and on Monday", [
        "Sunday | 2025-08-31 | day | weekday", "Monday | 2025-09-01 | day | weekday"]),
    (THURSDAY, "late on Tuesday night", ["Tuesday night | 2026-02-03 | day | weekday"]),
    (THURSDAY, "early on Wednesday", ["Wednesday | 2026-02-04 | day | weekday"]),
    (THURSDAY, "in the early hours of Sunday", ["Sunday | 2026-02-01 | day | weekday"]),
    (THURSDAY, "before dawn on Monday", ["Monday | 2026-02-02 | day | weekday"]),
    (THURSDAY, "at midnight on Saturday", ["Saturday | 2026-01-31 | day | weekday"]),
    (THURSDAY, "Monday night’s blast", ["Monday night | 2026-02-02 | day | weekday"]),
    (THURSDAY, "the widow of Friday's attack", ["Friday | 2026-01-30 | day | weekday"]),
    (THURSDAY, "on Monday night and Tuesday morning", [
        "Monday night | 2026-02-02 | day | weekday",
        "Tuesday morning | 2026-02-03 | day | weekday"]),
    (THURSDAY, "on Saturday and Sunday", [
        "Saturday | 2026-01-31 | day | weekday", "Sunday | 2026-02-01 | day | weekday"]),
    (THURSDAY, "the night between Saturday and Sunday", [
        "between Saturday and Sunday | 2026-01-31..2026-02-01 | range | weekday"]),
    (THURSDAY, "on Friday-Saturday night", [
        "Friday-Saturday night | 2026-01-30..2026-01-31 | range | weekday"]),
    (THURSDAY, "from Monday to Wednesday", [
        "from Monday to Wednesday | 2026-02-02..2026-02-04 | range | weekday"]),
    (THURSDAY, "on Friday last week", ["Friday last week | 2026-01-30 | day | weekday"]),
    (THURSDAY, "shot during Friday prayers", ["Friday | 2026-01-30 | day | weekday | prayers"]),
    (THURSDAY, "next Monday", ["next Monday | 2026-02-09 | day | weekday | future"]),
    (THURSDAY, "the coming Thursday", ["coming Thursday | 2026-02-12 | day | weekday | future"]),
    (THURSDAY, "Shops will close on Saturday.", ["Saturday | 2026-02-07 | day | weekday | future"]),
    (THURSDAY, "This Sunday will be quiet.", ["Sunday | 2026-02-08 | day | weekday | future"]),
    (THURSDAY, "On Friday, the court will sit.", ["Friday | 2026-02-06 | day | weekday | future"]),
    (THURSDAY, "The cabinet is to meet on Wednesday.", [
        "Wednesday | 2026-02-11 | day | weekday | future"]),
    (THURSDAY, "A shutdown was called for Friday.", [
        "Friday | 2026-02-06 | day | weekday | future"]),
    (THURSDAY, "They called for a strike on Friday.", [
        "Friday | 2026-02-06 | day | weekday | future"]),
    (THURSDAY, "The road would reopen by Monday, he said on Tuesday.", [
        "Monday | 2026-02-09 | day | weekday | future", "Tuesday | 2026-02-03 | day | weekday"]),
    (THURSDAY, "Schools will remain closed on Monday and Tuesday.", [
        "Monday | 2026-02-09 | day | weekday | future",
        "Tuesday | 2026-02-10 | day | weekday | future"]),
    (THURSDAY, "A case will be filed, police said on Monday.", [
        "Monday | 2026-02-02 | day | weekday"]),
    (THURSDAY, "Teams will probe the blast that struck on Monday.", [
        "Monday | 2026-02-02 | day | weekday"]),
    (THURSDAY, "On Monday, officers said they would search the hills.", [
        "Monday | 2026-02-02 | day | weekday"]),
    (THURSDAY, "The envoy called for restraint on Monday.", [
        "Monday | 2026-02-02 | day | weekday"]),
    (THURSDAY, "Police shot a would-be bomber on Monday.", ["Monday | 2026-02-02 | day | weekday"]),
    (THURSDAY, "The ceasefire expires on Sunday.", [
        "Sunday | 2026-02-08 | day | weekday | future"]),
    (THURSDAY, "He will rest. Two died on Monday.", ["Monday | 2026-02-02 | day | weekday"]),
    (THURSDAY, "shut until Monday", [
        "until Monday | ?..2026-02-09 | range | weekday | until future"]),
    (THURSDAY, "Fighting continued until Sunday.", [
        "until Sunday | ?..2026-02-01 | range | weekday | until"]),
    (THURSDAY, "since Sunday", ["since Sunday | 2026-02-01..2026-02-05 | range | weekday | since"]),
    (THURSDAY, "the following Monday", ["following Monday | ? | unknown | weekday | anchored"]),
]  # fmt: skip

RELATIVE = [
    (THURSDAY, "killed yesterday", ["yesterday | 2026-02-04 | day | relative"]),
    (MARCH, "killed yesterday evening", ["yesterday evening | 2024-02-29 | day | relative"]),
    (THURSDAY, "killed today", ["today | 2026-02-05 | day | relative"]),
    (THURSDAY, "killed this morning", ["this morning | 2026-02-05 | day | relative"]),
    (THURSDAY, "The market opens tomorrow.", ["tomorrow | 2026-02-06 | day | relative | future"]),
    (NEW_YEAR, "an overnight raid", ["overnight | 2025-12-31 | day | relative"]),
    (NEW_YEAR, "last night", ["last night | 2025-12-31 | day | relative"]),
    (THURSDAY, "the previous night", ["the previous night | 2026-02-04 | day | relative"]),
    (THURSDAY, "The previous day, he fled.", ["The previous day | 2026-02-04 | day | relative"]),
    (THURSDAY, "two days earlier", ["two days earlier | 2026-02-03 | day | relative"]),
    (MARCH, "three days ago", ["three days ago | 2024-02-27 | day | relative"]),
    (THURSDAY, "He left a couple of days ago.", [
        "a couple of days ago | 2026-02-03 | day | relative"]),
    (THURSDAY, "abducted the day before", ["the day before | 2026-02-04 | day | relative"]),
    (THURSDAY, "the day before yesterday", [
        "the day before yesterday | 2026-02-03 | day | relative"]),
    (THURSDAY, "a week ago", ["a week ago | 2026-01-29 | day | relative"]),
    (THURSDAY, "three months ago", [
        "three months ago | 2025-11-01..2025-11-30 | month | relative"]),
    (THURSDAY, "two years ago", ["two years ago | 2024-01-01..2024-12-31 | year | relative"]),
    (THURSDAY, "48 hours ago", ["48 hours ago | 2026-02-03 | day | relative"]),
    (THURSDAY, "last week", ["last week | 2026-01-26..2026-02-01 | week | relative"]),
    (MONDAY, "last week", ["last week | 2025-08-25..2025-08-31 | week | relative"]),
    (THURSDAY, "this week", ["this week | 2026-02-02..2026-02-05 | week | relative"]),
    (NEW_YEAR, "last month", ["last month | 2025-12-01..2025-12-31 | month | relative"]),
    (MARCH, "last month", ["last month | 2024-02-01..2024-02-29 | month | relative"]),
    (THURSDAY, "this month", ["this month | 2026-02-01..2026-02-05 | month | relative"]),
    (NEW_YEAR, "last year", ["last year | 2025-01-01..2025-12-31 | year | relative"]),
    (THURSDAY, "earlier this year", ["this year | 2026-01-01..2026-02-05 | year | relative"]),
    (THURSDAY, "so far this year", [
        "this year | 2026-01-01..2026-02-05 | range | relative | since"]),
    (THURSDAY, "later this month", [
        "this month | 2026-02-05..2026-02-28 | month | relative | future"]),
    (THURSDAY, "next week", ["next week | 2026-02-09..2026-02-15 | week | relative | future"]),
    (THURSDAY, "over the weekend", ["the weekend | 2026-01-31..2026-02-01 | range | relative"]),
    (THURSDAY, "in the past three months", [
        "the past three months | 2025-11-05..2026-02-05 | range | relative | since"]),
    (THURSDAY, "in the last ten days", [
        "the last ten days | 2026-01-26..2026-02-05 | range | relative | since"]),
    (NEW_YEAR, "over the past 24 hours", [
        "the past 24 hours | 2025-12-31..2026-01-01 | range | relative | since"]),
    (THURSDAY, "over the last few days", [
        "the last few days | ?..2026-02-05 | range | relative | since"]),
    (THURSDAY, "in recent weeks", ["recent weeks | ? | unknown | relative"]),
    (THURSDAY, "several days ago", ["several days ago | ? | unknown | relative"]),
    (THURSDAY, "troops came two days later", [
        "two days later | ? | unknown | relative | days=2 anchored"]),
    (THURSDAY, "a day after the ambush", [
        "a day after | ? | unknown | relative | days=1 anchored"]),
    (THURSDAY, "the same evening", [
        "the same evening | ? | unknown | relative | days=0 anchored_same"]),
    (THURSDAY, "the next day", ["the next day | ? | unknown | relative | days=1 anchored"]),
    (THURSDAY, "two days before the January 31 raid", [
        "two days before the January 31 | 2026-01-29 | day | relative"]),
    (THURSDAY, "for ten days", ["ten days | ? | unknown | duration | days=10"]),
    (THURSDAY, "a ten-day operation", ["ten-day | ? | unknown | duration | days=10"]),
    (THURSDAY, "a week-long sit-in", ["a week-long | ? | unknown | duration | days=7"]),
    (THURSDAY, "a 72-hour notice", ["72-hour | ? | unknown | duration | days=3"]),
]  # fmt: skip

RANGES = [
    (THURSDAY, "from January 5 to 9", [
        "from January 5 to 9 | 2026-01-05..2026-01-09 | range | absolute | joined"]),
    (THURSDAY, "5-9 January 2025", [
        "5-9 January 2025 | 2025-01-05..2025-01-09 | range | absolute | joined"]),
    (THURSDAY, "on the night of 3 and 4 October", [
        "3 and 4 October | 2025-10-03..2025-10-04 | range | absolute | joined"]),
    (THURSDAY, "the intervening night of October 3 and 4", [
        "October 3 and 4 | 2025-10-03..2025-10-04 | range | absolute | joined"]),
    (THURSDAY, "On October 3 and 12 others", ["October 3 | 2025-10-03 | day | absolute"]),
    (THURSDAY, "January 31-February 2", [
        "January 31-February 2 | 2026-01-31..2026-02-02 | range | absolute"]),
    (THURSDAY, "from Dec 30 to Jan 2", [
        "from Dec 30 to Jan 2 | 2025-12-30..2026-01-02 | range | absolute"]),
    (THURSDAY, "between July and December last year", [
        "between July and December last year | 2025-07-01..2025-12-31 | range | absolute"]),
    (THURSDAY, "between January and December", [
        "between January and December | 2025-01-01..2025-12-31 | range | absolute"]),
    (THURSDAY, "from November to January", [
        "from November to January | 2025-11-01..2026-01-31 | range | absolute"]),
    (THURSDAY, "November 2024 to February", [
        "November 2024 to February | 2024-11-01..2025-02-28 | range | absolute"]),
    (THURSDAY, "from 2021 until December 2024", [
        "from 2021 until December 2024 | 2021-01-01..2024-12-31 | range | absolute"]),
    (THURSDAY, "Figures of December 2024: 20 killed, 34 hurt from 2021 until then.", [
        "December 2024 | 2024-12-01..2024-12-31 | month | absolute",
        "from 2021 until then | 2021-01-01..2024-12-31 | range | absolute"]),
    (THURSDAY, "between 2021 and 2023", [
        "between 2021 and 2023 | 2021-01-01..2023-12-31 | range | absolute"]),
    (THURSDAY, "2024-25", ["2024-25 | 2024-01-01..2025-12-31 | range | absolute"]),
    (THURSDAY, "the fiscal year 2024-25", ["2024-25 | 2024-07-01..2025-06-30 | range | absolute"]),
    (THURSDAY, "since January", [
        "since January | 2026-01-01..2026-02-05 | range | absolute | since"]),
    (THURSDAY, "since early 2004", [
        "since early 2004 | 2004-01-01..2026-02-05 | range | absolute | since"]),
    (THURSDAY, "until November 24", [
        "until November 24 | ?..2026-11-24 | range | absolute | until future"]),
    (THURSDAY, "The fair will be held on March 3.", [
        "March 3 | 2026-03-03 | day | absolute | future"]),
    (THURSDAY, "a strike, to be observed on February 8", [
        "February 8 | 2026-02-08 | day | absolute | future"]),
    (THURSDAY, "The drive will run from February 9 to 15.", [
        "from February 9 to 15 | 2026-02-09..2026-02-15 | range | absolute | joined future"]),
    (THURSDAY, "in 2021 and 2024", [
        "2021 | 2021-01-01..2021-12-31 | year | absolute",
        "2024 | 2024-01-01..2024-12-31 | year | absolute"]),
    (None, "on January 31, on Monday, yesterday, since 2020, in March 2021", [
        "January 31 | ? | unknown | absolute", "Monday | ? | unknown | weekday",
        "yesterday | ? | unknown | relative",
        "since 2020 | 2020-01-01..? | range | absolute | since",
        "March 2021 | 2021-03-01..2021-03-31 | month | absolute"]),
]  # fmt: skip

URDU = [
    (THURSDAY, "18 اگست کو دھماکہ ہوا", ["18 اگست | 2025-08-18 | day | absolute"]),
    (THURSDAY, "۳۱ جنوری ۲۰۲۶ کو حملہ ہوا", ["۳۱ جنوری ۲۰۲۶ | 2026-01-31 | day | absolute"]),
    (THURSDAY, "31 جنوری 2026ء کو", ["31 جنوری 2026ء | 2026-01-31 | day | absolute"]),
    (THURSDAY, "7 اور 8 نومبر کی درمیانی شب فائرنگ ہوئی", [
        "7 اور 8 نومبر کی درمیانی شب | 2025-11-07..2025-11-08 | range | absolute | joined"]),
    (THURSDAY, "دسمبر 2024 میں 20 افراد ہلاک ہوئے", [
        "دسمبر 2024 | 2024-12-01..2024-12-31 | month | absolute"]),
    (THURSDAY, "مئی میں حملے کم ہوئے", ["مئی | 2025-05-01..2025-05-31 | month | absolute"]),
    (THURSDAY, "بدھ کی صبح دھماکہ ہوا", ["بدھ کی صبح | 2026-02-04 | day | weekday"]),
    (THURSDAY, "جمعرات کی شب فائرنگ ہوئی", ["جمعرات کی شب | 2026-02-05 | day | weekday"]),
    (THURSDAY, "جمعۃ المبارک کو حملہ ہوا", ["جمعۃ المبارک | 2026-01-30 | day | weekday"]),
    (THURSDAY, "ہفتے کے روز حملہ ہوا", ["ہفتے کے روز | 2026-01-31 | day | weekday"]),
    (THURSDAY, "ہفتہ کو حملہ ہوا", ["ہفتہ | 2026-01-31 | day | weekday"]),
    (THURSDAY, "پیر کو حملہ ہوا", ["پیر | 2026-02-02 | day | weekday"]),
    (NEW_YEAR, "منگل کے روز حملہ ہوا", ["منگل کے روز | 2025-12-30 | day | weekday"]),
    (THURSDAY, "ہفتہ اور اتوار کی درمیانی شب", [
        "ہفتہ اور اتوار کی درمیانی شب | 2026-01-31..2026-02-01 | range | weekday"]),
    (THURSDAY, "گزشتہ ہفتے کے دوران", ["گزشتہ ہفتے | 2026-01-26..2026-02-01 | week | relative"]),
    (THURSDAY, "گزشتہ ہفتے کے روز", ["گزشتہ ہفتے کے روز | 2026-01-31 | day | weekday"]),
    (THURSDAY, "گزشتہ جمعرات کو", ["گزشتہ جمعرات | 2026-01-29 | day | weekday"]),
    (THURSDAY, "گزشتہ رات فائرنگ ہوئی", ["گزشتہ رات | 2026-02-04 | day | relative"]),
    (NEW_YEAR, "گذشتہ شب فائرنگ ہوئی", ["گذشتہ شب | 2025-12-31 | day | relative"]),
    (THURSDAY, "گزشتہ روز فائرنگ ہوئی", ["گزشتہ روز | 2026-02-04 | day | relative"]),
    (THURSDAY, "آج صبح فائرنگ ہوئی", ["آج | 2026-02-05 | day | relative"]),
    (THURSDAY, "دو روز قبل", ["دو روز قبل | 2026-02-03 | day | relative"]),
    (MARCH, "تین دن پہلے", ["تین دن پہلے | 2024-02-27 | day | relative"]),
    (NEW_YEAR, "گزشتہ ماہ", ["گزشتہ ماہ | 2025-12-01..2025-12-31 | month | relative"]),
    (THURSDAY, "رواں ماہ", ["رواں ماہ | 2026-02-01..2026-02-05 | month | relative"]),
    (THURSDAY, "رواں سال", ["رواں سال | 2026-01-01..2026-02-05 | year | relative"]),
    (THURSDAY, "گزشتہ سال", ["گزشتہ سال | 2025-01-01..2025-12-31 | year | relative"]),
    (THURSDAY, "گزشتہ سال دسمبر میں", [
        "گزشتہ سال دسمبر | 2025-12-01..2025-12-31 | month | absolute"]),
    (THURSDAY, "گزشتہ تین ماہ کے دوران", [
        "گزشتہ تین ماہ | 2025-11-05..2026-02-05 | range | relative | since"]),
    (THURSDAY, "گزشتہ 24 گھنٹوں میں", [
        "گزشتہ 24 گھنٹوں | 2026-02-04..2026-02-05 | range | relative | since"]),
    (THURSDAY, "2021 سے 2024 تک", ["2021 سے 2024 تک | 2021-01-01..2024-12-31 | range | absolute"]),
    (THURSDAY, "5 سے 9 جنوری تک", [
        "5 سے 9 جنوری تک | 2026-01-05..2026-01-09 | range | absolute | joined"]),
    (THURSDAY, "جنوری سے اب تک", [
        "جنوری سے اب تک | 2026-01-01..2026-02-05 | range | absolute | since"]),
    (THURSDAY, "سنہ 2019 میں", ["سنہ 2019 | 2019-01-01..2019-12-31 | year | absolute"]),
    (THURSDAY, "ہڑتال جمعہ کو ہوگی", ["جمعہ | 2026-02-06 | day | weekday | future"]),
    (THURSDAY, "اجلاس پیر کو طلب کیا جائے گا", ["پیر | 2026-02-09 | day | weekday | future"]),
    (THURSDAY, "وزیر نے بدھ کو کہا کہ سڑک کھول دی جائے گی", ["بدھ | 2026-02-04 | day | weekday"]),
    (THURSDAY, "تین روز بعد لاش ملی", ["تین روز بعد | ? | unknown | relative | days=3 anchored"]),
    (THURSDAY, "اسی رات", ["اسی رات | ? | unknown | relative | days=0 anchored_same"]),
    (THURSDAY, "دس روز تک", ["دس روز تک | ? | unknown | duration | days=10"]),
    (THURSDAY, "گُزشتہ رات", ["گُزشتہ رات | 2026-02-04 | day | relative"]),
    (THURSDAY, "\u200f18\u200f اگست", ["18\u200f اگست | 2025-08-18 | day | absolute"]),
]  # fmt: skip

NO_DATES = [
    "a boy of twelve and a 20-year-old man", "a 63-year wait", "a three-month-old baby",
    "on the N-25 and the M-8 near km 12", "a 12.7mm gun and a 24-inch pipe",
    "Rs2024 and Rs 2,024 and $2024", "call 0300-1234567 or 081-2024-25",
    "won 3-1 at 4pm and 10:30am", "under Article 144", "tribunals may hear the case",
    "May he rest", "the long march reached town", "a Long March on the capital",
    "the protest march", "they marched 5 km", "The Sunday Times wrote", "the Sunday bazaar",
    "every Sunday", "closed on Sundays", "Black Friday", "the 31st wing", "after 9/11 and 26/11",
    "a second blast", "CPEC-2 and Operation Dawn-1", "an august house", "2,024 people",
    "over 2024 people", "in 2000 cases", "Resolution 2025(XX)", "two days of work",
    "15 days in jail", "Pakistan Today reported", "he said that day labourers were shot",
    "2025-13-40", "32/01/2026", "the last day of the siege", "Mon ami sat in the sun",
    "the year of the flood", "April and June were seen", "ہفتہ وار رپورٹ", "لانگ مارچ جاری ہے",
    "مارچ میں شرکت کی", "پیر صاحب نے کہا", "منگل بازار میں", "جمعہ خان گوٹھ", "ہر اتوار", "آج کل",
    "2000 سے زائد افراد", "20 سالہ نوجوان", "کل 15 افراد ہلاک ہوئے", "آج نیوز کے مطابق",
]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "text", "expected"), ABSOLUTE + WEEKDAYS + RELATIVE + RANGES + URDU
)
def test_phrase(published, text, expected):
    assert read(text, published) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text):
    assert read(text, THURSDAY) == []


def test_rules_name_how_a_date_was_read():
    (span,) = find_dates("killed on 31 January 2026", published=None)
    assert span.rules == ("day_month",)
    (span,) = find_dates("next Monday", published=date(2026, 2, 5))
    assert span.rules == ("weekday", "next", "future")


def test_soft_hyphen_inside_a_word():
    text = "On Janu\u00adary 31, rain"
    (span,) = find_dates(text, published=date(2026, 2, 5))
    assert text[span.start : span.end] == "Janu\u00adary 31"

"""Shift the dates of a report by whole weeks, so that the weekdays stay."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from tests.swaps.marked import Marked

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT = [name[:3] for name in MONTHS]
URDU_MONTHS = (
    "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر",
    "دسمبر",
)  # fmt: skip
NUMBER = {name: index % 12 + 1 for index, name in enumerate((*MONTHS, *SHORT, *URDU_MONTHS))}
NUMBER["Sept"] = 9
NAMES = "|".join(sorted(NUMBER, key=len, reverse=True))
DAY = r"(?P<{}>یکم|[0-9۰-۹]{{1,2}})"
DATE = re.compile(
    rf"(?<![\w-])(?:{DAY.format('d')}(?P<join> to | and |[-–/]| سے )?(?(join){DAY.format('e')}) "
    rf"(?P<m>{NAMES})|(?P<n>{NAMES}) {DAY.format('f')})(?!\w)"
    r"(?P<y>,? (?:20[0-9]{2}|۲۰[۰-۹]{2}))?"
)
NUMERIC = re.compile(r"(?<![\w-])(\d\d)-(\d\d)-(20\d\d)(?![\w-])")
ISO = re.compile(r"(?<![\w-])(20\d\d-\d\d-\d\d)(?![\w-])")
LONE_MONTH = re.compile(rf"(?<!\w)(?:{NAMES})(?!\w)")
WIDE = re.compile(
    r"(?i)\b(?:month|months|year|years|annual|winter|summer|spring|quarter|mid-\w+|20[0-3]\d)\b"
    "|ماہ|مہینے|سال|برس|[۲2][۰0][۰-۹0-9]{2}"
)
FEAST = re.compile(
    r"(?i)\b(?:eid|muharram|ashura|ramazan|ramadan|christmas|independence day|new year|"
    r"[a-z]+(?:th|st|nd|teenth|tieth|ird|fth) of|the \d+(?:st|nd|rd|th))\b"
    "|last day|عید|محرم|عاشور|رمضان|کرسمس|یوم"
)
URDU_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
LATIN_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


class CannotShiftError(Exception):
    """The report's dates cannot be shifted faithfully."""


def number(words: str) -> int:
    """Return a day or year that stands in digits of either script."""
    return 1 if words == "یکم" else int(words.translate(LATIN_DIGITS))


def written(value: int, words: str) -> str:
    """Return a day or year in the script of the words."""
    urdu = words == "یکم" or not words.isascii()
    return (
        "یکم" if urdu and value == 1 else str(value).translate(URDU_DIGITS) if urdu else str(value)
    )


def month_like(value: int, words: str) -> str:
    """Return a month's name in the form of the words."""
    names = URDU_MONTHS if not words.isascii() else MONTHS if words in MONTHS else SHORT
    return names[value - 1]


def shifted_phrase(match: re.Match[str], published: date, by: timedelta) -> str:
    """Return a date in words, later by some weeks."""
    month = match["m"] or match["n"]
    year = number(match["y"].strip(", ")) if match["y"] else published.year
    if not match["y"] and NUMBER[month] > published.month + 2:
        year -= 1
    first = match["d"] or match["f"]
    try:
        days = [date(year, NUMBER[month], number(day)) + by for day in (first, match["e"]) if day]
    except ValueError as error:
        raise CannotShiftError from error
    if len({day.month for day in days}) > 1 or abs((days[0] - by - published).days) > 200:
        raise CannotShiftError
    name = month_like(days[0].month, month)
    tail = match["y"] or ""
    if tail:
        tail = tail[: len(tail) - 4] + written(days[0].year, tail.strip(", "))
    if match["n"]:
        return f"{name} {written(days[0].day, first)}{tail}"
    second = (match["join"] + written(days[-1].day, match["e"])) if match["e"] else ""
    return f"{written(days[0].day, first)}{second} {name}{tail}"


def numeric(match: re.Match[str], by: timedelta) -> str:
    """Return a date such as 11-11-2025, later by some weeks."""
    day, month, year = map(int, match.groups())
    return f"{date(year, month, day) + by:%d-%m-%Y}"


def shift_text(text: str, published: date, by: timedelta) -> str:
    """Return a text with its dates in words and digits shifted."""
    text = DATE.sub(lambda match: shifted_phrase(match, published, by), text)
    text = NUMERIC.sub(lambda match: numeric(match, by), text)
    return ISO.sub(lambda match: str(date.fromisoformat(match[1]) + by), text)


def shift_incident(row: list[str], by: timedelta, *, same_month: bool) -> list[str]:
    """Return an incident's cells, shifted; whole months and years stay."""
    days = [date.fromisoformat(day) for day in row[2].split("..")]
    whole = days[0].day == 1 and (days[-1] + timedelta(1)).day == 1
    if whole and len(days) > 1:
        if not same_month:
            raise CannotShiftError
        return row
    if row[3] not in {"day", "range", "week"}:
        raise CannotShiftError
    new = [day + by for day in days]
    if same_month and [day.month for day in days] != [day.month for day in new]:
        raise CannotShiftError
    return [*row[:2], "..".join(map(str, new)), *row[3:]]


def shift(report: Marked, by: timedelta) -> Marked:
    """Return the report with all dates shifted."""
    published = date.fromisoformat(report.published)
    rest = ISO.sub("", NUMERIC.sub("", DATE.sub("", report.body)))
    if FEAST.search(rest):
        raise CannotShiftError
    wide = bool(WIDE.search(rest) or re.search(LONE_MONTH, rest.replace("مارچ", "")))
    new = published + by
    if wide and (new.year, new.month) != (published.year, published.month):
        raise CannotShiftError
    rows = [shift_incident(row, by, same_month=wide) for row in report.incidents()]
    head = tuple(
        f"published: {new}"
        if line.startswith("published: ")
        else shift_text(line, published, by)
        if line.startswith("title: ")
        else line
        for line in report.with_incidents(rows)
    )
    return replace(report, head=head, body=shift_text(report.body, published, by))


def swap_dates(report: Marked) -> Marked | None:
    """Return the report some weeks earlier or later, or None where its text allows no shift."""
    weeks = [weeks for weeks in range(-9, 10) if weeks]
    report.random.shuffle(weeks)
    for number_of_weeks in weeks:
        try:
            return shift(report, timedelta(weeks=number_of_weeks))
        except CannotShiftError:
            continue
    return None

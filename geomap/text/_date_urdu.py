"""Readers of Urdu dates, on text normalised to Urdu letters and plain digits.

`URDU` is the table of the words that can begin an atom, as `ENGLISH` is for English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from geomap.text._date_holidays import URDU_HOLIDAYS
from geomap.text._date_urdu_parts import read_part_of_year
from geomap.text._date_words import Atom, Reader, calendar_day

__all__ = [
    "URDU",
    "URDU_NIGHT_BETWEEN",
    "URDU_RANGE_TAIL",
    "is_planned",
    "open_end",
]

_MONTHS = {
    "جنوری": 1, "فروری": 2, "مارچ": 3, "اپریل": 4, "مئی": 5, "جون": 6, "جولائی": 7, "اگست": 8,
    "ستمبر": 9, "اکتوبر": 10, "نومبر": 11, "دسمبر": 12,
}  # fmt: skip
_WEEKDAYS = {
    "پیر": 0, "سوموار": 0, "منگل": 1, "بدھ": 2, "جمعرات": 3, "جمعہ": 4, "جمعے": 4, "جمعۃ": 4,
    "ہفتہ": 5, "ہفتے": 5, "سنیچر": 5, "اتوار": 6,
}  # fmt: skip
_NUMBERS: dict[str, int | None] = {
    "ایک": 1, "دو": 2, "تین": 3, "چار": 4, "پانچ": 5, "چھ": 6, "چھے": 6, "سات": 7, "آٹھ": 8,
    "نو": 9, "دس": 10, "گیارہ": 11, "بارہ": 12, "تیرہ": 13, "چودہ": 14, "پندرہ": 15, "بیس": 20,
    "پچیس": 25, "تیس": 30, "چند": None, "کئی": None,
}  # fmt: skip
_UNITS = {
    "روزہ": "day", "گھنٹوں": "hour", "گھنٹے": "hour", "روز": "day", "دن": "day",
    "دنوں": "day", "یوم": "day", "کل": "day", "رات": "half", "شب": "half", "صبح": "half",
    "شام": "half", "دوپہر": "half", "ہفتے": "week", "ہفتہ": "week", "ہفتوں": "week",
    "ماہ": "month", "مہینے": "month", "مہینہ": "month", "مہینوں": "month", "سال": "year",
    "سالوں": "year", "برس": "year", "برسوں": "year",
}  # fmt: skip
_DAY_WORDS = {
    "یکم": 1, "دو": 2, "تین": 3, "چار": 4, "پانچ": 5, "چھ": 6, "سات": 7, "آٹھ": 8, "نو": 9,
    "دس": 10, "گیارہ": 11, "بارہ": 12, "تیرہ": 13, "چودہ": 14, "پندرہ": 15, "سولہ": 16, "سترہ": 17,
    "اٹھارہ": 18, "انیس": 19, "بیس": 20, "اکیس": 21, "بائیس": 22, "تئیس": 23, "تیئس": 23,
    "چوبیس": 24, "پچیس": 25, "چھبیس": 26, "ستائیس": 27, "اٹھائیس": 28, "انتیس": 29, "تیس": 30,
    "اکتیس": 31,
}  # fmt: skip
_PLURALS = frozenset({"دنوں", "ہفتوں", "مہینوں", "سالوں", "برسوں", "گھنٹوں"})
_DETERMINERS = {
    "گزشتہ": -1, "گذشتہ": -1, "پچھلے": -1, "پچھلی": -1, "پچھلا": -1, "رواں": 0, "موجودہ": 0,
    "اس": 0, "اسی": 0, "آئندہ": 1, "اگلے": 1, "اگلی": 1,
}  # fmt: skip
_LONGEST_MONTH = 31
_DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}

_G = " {1,3}"
_YEAR = r"(?:19|20)\d\d"
_HALF_DAY = "(?:علی الصبح|صبح|شام|رات|شب|دوپہر|سہ پہر)"
_MONTH = rf"(?:{'|'.join(_MONTHS)})(?!\w)"
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)"
_OF_YEAR = rf"(?:[،,]?{_G}(?P<dy>{_YEAR})ء?(?!\w))?"

_DAY = rf"(?:\d{{1,2}}|{'|'.join(sorted(_DAY_WORDS, key=len, reverse=True))})"
_DAY_MONTH = re.compile(
    rf"(?P<d1>{_DAY})(?:(?: ?[-/] ?|{_G}(?:اور|و|تا|سے){_G})(?P<d2>{_DAY}))?"
    rf"{_G}(?P<mon>{_MONTH}){_OF_YEAR}"
)
_BARE_DAY = re.compile(rf"(?P<d1>{_DAY}){_G}تاریخ(?!\w)")
_MONTH_ALONE = re.compile(rf"(?P<mon>{_MONTH}){_OF_YEAR}")
_YEAR_ALONE = re.compile(rf"(?P<year>{_YEAR})(?P<sign>ء)?(?!\w)")
_YEAR_TAIL = re.compile(
    rf"{_G}(?:میں(?!{_G}سے)|سے(?!{_G}(?:زائد|زیادہ|کم))|تک|"
    rf"کے{_G}(?:دوران|آغاز|آخر|اواخر|اوائل|وسط|بعد|مقابلے))(?!\w)"
)
_YEAR_WORD = re.compile(rf"(?:سال|سنہ|سن){_G}$")
_COUNT = re.compile(
    rf"(?P<n>{_NUMBER}){_G}(?P<u>{_UNIT})"
    rf"(?:{_G}(?P<tail>قبل|پہلے|پیشتر|بعد|تک|سے|کے{_G}(?:لیے|لئے|دوران))(?!\w))?"
)
_RELATIVE = re.compile(
    rf"(?P<det>{'|'.join(_DETERMINERS)}){_G}(?:(?P<n>{_NUMBER}){_G})?(?P<u>{_UNIT})"
)
_DAY_TAIL = re.compile(rf"{_G}(?:کے{_G}(?:روز|دن)|کی{_G}{_HALF_DAY}|روز)(?!\w)")
_OF_DAY = rf"{_G}کے{_G}اس{_G}|{_G}(?:کا|کی){_G}ہے(?!\w)"
_ITS_EVENT = (
    rf"{_G}(?:کے|کی){_G}(?:(?!پر|میں|کے|کی|کو|سے)\w+{_G}){{0,2}}?(?:حمل|واقع|دھماک|کارروائی|آپریشن|فائرنگ|جھڑپ|احتجاج|"
    r"واردات|تصادم|ہنگام)"
)
"""What makes a day of a holy man, and of a week: "پیر کے حملے میں", "واقعہ ہفتے کا ہے"."""
_SATURDAY = re.compile(
    rf"{_G}(?:کے{_G}(?:روز|دن)|کو|کی{_G}(?:{_HALF_DAY}|درمیانی)|"
    rf"(?:اور|یا|و){_G}(?:اتوار|جمعہ|جمعے)|\d{{1,2}})(?!\w)|{_OF_DAY}"
)
_MONDAY = re.compile(
    rf"{_G}(?:کے{_G}(?:روز|دن)|کو|کی{_G}(?:{_HALF_DAY}|درمیانی)|(?:اور|و){_G}(?:منگل|اتوار)|سے|تک|"
    rf"\d{{1,2}})(?!\w)|{_OF_DAY}|{_ITS_EVENT}"
)
_NOT_WEEKDAY = re.compile(rf"{_G}(?:خان|بازار|گل|مت|گوٹھ|مارکیٹ|سنگھ|شاہ|بخش|جان)(?!\w)")
_EVERY = re.compile(rf"(?<!\w)(?:ہر|بلیک){_G}$")
_BY_DAY = re.compile(rf"(?<!\w)بروز{_G}$")
_MARCH_ON_FOOT = re.compile(rf"(?<!\w)(?:لانگ|ملین|پیدل|عورت|احتجاجی|امن){_G}$")
_MONTH_TAIL = re.compile(
    rf"{_G}(?:میں(?!{_G}(?:شرکت|شریک|شامل))|سے|تک|تا|اور|کے{_G}(?:مہینے|دوران|آغاز|آخر|اواخر|اوائل|"
    r"وسط|پہلے|دوسرے|تیسرے|آخری))(?!\w)"
)
_YESTERDAY = re.compile(rf"کل{_G}(?:رات|شب|صبح|شام|دوپہر|سہ پہر|علی الصبح)(?!\w)")
_FROM = re.compile(rf"(?<!\w)سے{_G}$")
_AAJ_NAME = re.compile(rf"{_G}(?:کل|نیوز|ٹی{_G}وی|تک|بھی)(?!\w)")

URDU_NIGHT_BETWEEN = re.compile(rf"(?:{_G}کے)?(?:{_G}کی)?{_G}درمیانی{_G}(?:شب|رات)(?!\w)")
"""What follows two days joined into one night."""

URDU_RANGE_TAIL = re.compile(rf"{URDU_NIGHT_BETWEEN.pattern}|{_G}تک(?!\w)")
"""What closes a range, as "تک" (until)."""

_VERB = re.compile(
    r"(?<!\w)(?:(?P<past>کہ|کہا|بتایا|تھا|تھے|تھی|تھیں|گیا|گئے|گئی|گئیں|ہوا|ہوئے|ہوئی|ہے|ہیں|"
    r"کیا(?! جائے)|نے)|"
    r"(?P<future>(?:ہو|کرے|کریں|دے|دیں|جائے|آئے|رہے|رہیں|لے|لیں)?(?: ?گ[اےی])))(?!\w)|۔"
)
_FUTURE_ENDING = re.compile(r"گ[اےی](?!\w)")
_SINCE_OR_UNTIL = re.compile(
    rf"{_G}(?:(?P<since>(?:کے{_G}بعد{_G})?سے(?:{_G}(?:لے{_G}کر{_G})?اب{_G}تک)?)|(?P<until>تک))(?!\w)"
    rf"(?!{_G}(?:پہلے|قبل))"
)


def is_planned(low: str, atom: Atom) -> bool:
    """Whether the first verb after a date is in the future tense."""
    if _FUTURE_ENDING.search(low, atom.end, atom.end + 160) is None:
        return False
    verb = _VERB.search(low, atom.end, atom.end + 160)
    return verb is not None and verb["future"] is not None


def open_end(low: str, atom: Atom) -> re.Match[str] | None:
    """Match "سے" (since) after a month or year, "تک" (until) after any date."""
    if not atom.urdu or atom.what not in {"partial", "weekday", "period"} or atom.last_day:
        return None
    found = _SINCE_OR_UNTIL.match(low, atom.end)
    if found and found["since"] and (atom.what != "partial" or atom.day is not None):
        return None
    return found


def _half_day(low: str, atom: Atom) -> Atom:
    if tail := _DAY_TAIL.match(low, atom.end):
        atom.end = tail.end()
    return atom


def _read_day(text: str, low: str, start: int) -> Atom | None:
    """Read "21 اگست", "یکم مارچ" and "21 تاریخ کو"."""
    del text
    if found := _DAY_MONTH.match(low, start):
        return _day_month(low, found)
    found = _BARE_DAY.match(low, start)
    if found is None or not 1 <= _day_of(found["d1"]) <= _LONGEST_MONTH:
        return None
    day = _day_of(found["d1"])
    return _half_day(low, Atom(*found.span(), "partial", day=day, urdu=True, rules=["bare_day"]))


def _day_of(words: str) -> int:
    return int(words) if words.isdecimal() else _DAY_WORDS[words]


def _read_digits(text: str, low: str, start: int) -> Atom | None:
    if atom := _read_day(text, low, start):
        return atom
    found = _YEAR_ALONE.match(low, start)
    if found is None:
        return None
    named = _YEAR_WORD.search(low, max(0, start - 8), start)
    if not (named or found["sign"] or _YEAR_TAIL.match(low, found.end())):
        return None
    begin = named.start() if named else start
    return Atom(begin, found.end(), "partial", int(found["year"]), urdu=True, rules=["year"])


def _day_month(low: str, found: re.Match[str]) -> Atom | None:
    day, month = _day_of(found["d1"]), _MONTHS[found["mon"]]
    last = _day_of(found["d2"]) if found["d2"] else None
    if not calendar_day(day=last or day, month=month) or (last is not None and last <= day):
        return None
    year = int(found["dy"]) if found["dy"] else None
    rules = ["day_month", *(["joined"] if last else [])]
    atom = Atom(*found.span(), "partial", year, month, day, last, urdu=True, rules=rules)
    return _half_day(low, atom)


def _read_month(text: str, low: str, start: int) -> Atom | None:
    del text
    found = _MONTH_ALONE.match(low, start)
    if found is None:
        return None
    month, year = _MONTHS[found["mon"]], int(found["dy"]) if found["dy"] else None
    if year is None:
        on_foot = month == 3 and _MARCH_ON_FOOT.search(low, max(0, start - 10), start)
        if on_foot or not _MONTH_TAIL.match(low, found.end()):
            return None
    return Atom(*found.span(), "partial", year, month, urdu=True, rules=["month"])


def _read_weekday(text: str, low: str, start: int) -> Atom | None:
    del text
    end = start + 1
    while end < len(low) and low[end].isalpha():
        end += 1
    weekday = _WEEKDAYS[low[start:end]]
    before = max(0, start - 8)
    by_day = _BY_DAY.search(low, before, start)
    if not by_day and low[start:end] in {"پیر", "ہفتہ", "ہفتے"}:
        sure = _MONDAY if weekday == 0 else _SATURDAY
        if not sure.match(low, end):
            return None
    if low[start:end] == "جمعۃ" and low.startswith(" المبارک", end):
        end += len(" المبارک")
    if _NOT_WEEKDAY.match(low, end) or _EVERY.search(low, before, start):
        return None
    atom = Atom(start, end, "weekday", weekday=weekday, urdu=True, rules=["weekday"])
    return _half_day(low, atom)


def _read_relative(text: str, low: str, start: int) -> Atom | None:
    del text
    found = _RELATIVE.match(low, start)
    if found is None:
        return None
    shift, unit = _DETERMINERS[found["det"]], _UNITS[found["u"]]
    atom = Atom(*found.span(), "period", unit=unit, shift=shift, urdu=True)
    atom.rules = [{-1: "last", 0: "this", 1: "next"}[shift]]
    if found["n"]:
        return _several(atom, found["n"])
    if found["u"] in _PLURALS:
        atom.what, atom.rules = "vague", ["vague"] if shift < 0 else ["vague", "future"]
        return atom if shift else None
    if unit in {"day", "half"}:
        return _one_day(atom, found)
    if unit == "week" and _SATURDAY.match(low, atom.end) and found["det"] not in {"اس", "رواں"}:
        atom.what, atom.weekday, atom.rules = "weekday", 5, ["weekday"]
        return _half_day(low, atom)
    if found["det"] == "اسی":
        atom.rules = ["anchored"]
    return atom if unit != "hour" else None


def _several(atom: Atom, words: str) -> Atom | None:
    """Read "the past three months", "the coming ten days"."""
    if atom.shift == 0 or atom.unit == "half":
        return None
    atom.amount = int(words) if words.isdecimal() else _NUMBERS[words]
    if atom.unit == "hour":
        hours, atom.unit = atom.amount or 0, "day"
        if hours < 12:
            return None
        atom.amount = -(-hours // 24)
    atom.what, atom.rules = ("rolling", ["rolling"]) if atom.shift < 0 else ("ahead", ["future"])
    return atom


def _one_day(atom: Atom, found: re.Match[str]) -> Atom | None:
    """Read "last night", "the past day" (yesterday), "that same night", "the next day"."""
    atom.unit = "day"
    if found["u"] == "کل" and atom.shift >= 0:
        return None
    if atom.shift < 0:
        rule = "yesterday" if _UNITS[found["u"]] == "day" else "previous_night"
        atom.what, atom.amount, atom.rules = "offset", -1, [rule]
    elif atom.shift > 0:
        atom.what, atom.amount, atom.rules = "anchored", 1, ["anchored"]
    else:
        atom.what, atom.amount, atom.rules = "anchored", 0, ["anchored_same"]
    return atom


def _read_count(text: str, low: str, start: int) -> Atom | None:
    del text
    found = _COUNT.match(low, start)
    if found is None or (found["tail"] is None and found["u"] != "روزہ"):
        return None
    words, unit, tail = found["n"], _UNITS[found["u"]], found["tail"]
    amount = int(words) if words.isdecimal() else _NUMBERS[words]
    if unit == "hour" and amount and amount % 24 == 0:
        amount, unit = amount // 24, "day"
    if unit not in _DAYS_IN or amount == 0:
        return None
    atom = Atom(*found.span(), "duration", amount=amount, unit=unit, urdu=True, rules=["duration"])
    if tail in {"قبل", "پہلے", "پیشتر"}:
        atom.what, atom.rules = ("offset", ["earlier"]) if amount else ("vague", ["vague"])
        atom.amount = -amount if amount else None
        if amount and _FROM.search(low, max(0, start - 4), start):
            atom.what, atom.rules, atom.amount = "anchored", ["anchored"], -amount * _DAYS_IN[unit]
    elif tail == "بعد":
        atom.what, atom.rules = ("anchored", ["anchored"]) if amount else ("vague", ["vague"])
        atom.amount = amount * _DAYS_IN[unit] if amount else None
    elif tail == "سے":
        atom.what, atom.rules = "rolling", ["rolling"]
    else:
        atom.amount = amount * _DAYS_IN[unit] if amount else None
    return atom


def _read_today(text: str, low: str, start: int) -> Atom | None:
    del text
    if _AAJ_NAME.match(low, start + 2) or low.endswith("روزنامہ ", 0, start):
        return None
    return _half_day(low, Atom(start, start + 2, "offset", amount=0, urdu=True, rules=["today"]))


def _read_last_night(text: str, low: str, start: int) -> Atom | None:
    """Read "کل رات", of yesterday or tomorrow as the verb says; "کل" alone also means total."""
    del text
    found = _YESTERDAY.match(low, start)
    if found is None:
        return None
    atom = Atom(start, found.end(), "offset", amount=-1, urdu=True, rules=["yesterday"])
    if is_planned(low, atom):
        atom.amount, atom.rules = 1, ["tomorrow"]
    return atom


def _read_two_days_ago(text: str, low: str, start: int) -> Atom | None:
    del text
    atom = Atom(start, start + len("پرسوں"), "offset", amount=-2, urdu=True, rules=["ago"])
    if is_planned(low, atom):
        atom.amount, atom.rules = 2, ["tomorrow"]
    return _half_day(low, atom)


def _table() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, list[Reader]] = {}

    def add(beginnings: Iterable[str], *readers: Reader) -> None:
        for word in beginnings:
            table.setdefault(word, []).extend(readers)

    add([*_DETERMINERS, "سال", "سنہ", "0"], read_part_of_year)
    for word, readers in URDU_HOLIDAYS.items():
        add([word], *readers)
    add(_DAY_WORDS, _read_day)
    add(["0"], _read_digits)
    add(_MONTHS, _read_month)
    add(_WEEKDAYS, _read_weekday)
    add(_DETERMINERS, _read_relative)
    add([*_NUMBERS, "0"], _read_count)
    add(["آج"], _read_today)
    add(["کل"], _read_last_night)
    add(["پرسوں"], _read_two_days_ago)
    return {word: tuple(readers) for word, readers in table.items()}


URDU: dict[str, tuple[Reader, ...]] = _table()
"""Urdu words that may begin an atom, and the readers to try there, in order."""

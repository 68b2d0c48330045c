"""Readers of English calendar dates: numbers, days, months, years and weekdays.

Each reader begins at one word and gives one atom, or None. `ENGLISH` is the table of all English
words that can begin an atom, those of `_date_relative` included.
"""

from __future__ import annotations

import re

from geomap.text import _date_words as words
from geomap.text._date_holidays import HOLIDAYS
from geomap.text._date_relative import RELATIVE
from geomap.text._date_words import Atom, Reader, calendar_day, with_half_day

__all__ = ["ENGLISH"]


def _read_digits(text: str, low: str, start: int) -> Atom | None:
    before = low[start - 1] if start else " "
    if before in "/-" and low.endswith(_MONTHS, 0, start - 1):
        return _day_of_next(text, low, start)
    if before in "$£€#/:" or (before in ".," and low[start - 2 : start - 1].isdigit()):
        return None
    if before == "-" and not low.endswith(("mid-", "early-", "late-"), 0, start):
        return None
    found = words.DIGITS.match(low, start)
    if found is None:
        return None
    kind = found.lastgroup
    end = found.end()
    if kind == "iso":
        return _full(start, end, found.group("iy", "im", "id"))
    if kind == "dmy":
        year, month, day = found.group("ny", "nm", "nd")
        return _full(start, end, (year, month, day)) or _full(start, end, (year, day, month))
    if kind == "short":
        return _short_year(low, found)
    if kind == "dm":
        return _day_month(text, low, found)
    return _bare_day(low, found) if kind == "nth" else _years(low, found)


_MONTHS = tuple(words.MONTH_NAMES)


def _day_of_next(text: str, low: str, start: int) -> Atom | None:
    """Read what follows a month and a mark: "the night of 31 October/1 November"."""
    found = words.DIGITS.match(low, start)
    return _day_month(text, low, found) if found and found.lastgroup == "dm" else None


def _full(start: int, end: int, parts: tuple[str, ...]) -> Atom | None:
    year, month, day = map(int, parts)
    if not calendar_day(day=day, month=month):
        return None
    return Atom(start, end, "partial", year, month, day, rules=["numeric"])


def _short_year(low: str, found: re.Match[str]) -> Atom | None:
    """Read "11.09.25" (day first) where the words before it or its line say that it is a date."""
    start, (day, month, year) = found.start(), found.group("sd", "sm", "sy")
    long_enough = len(day) == len(month) == len("09")
    if not (
        15 <= int(year) <= 45 and long_enough and words.DATED.search(low, max(0, start - 24), start)
    ):
        return None
    return _full(start, found.end(), ("20" + year, month, day))


def _bare_day(low: str, found: re.Match[str]) -> Atom | None:
    """Read "on the 21st", "the night of the 3rd" and "5th instant"."""
    start, end = found.start(), found.end()
    if words.BARE_NOT.match(low, end):
        return None
    sure = found["inst"] or words.BARE_BEFORE.search(low, max(0, start - 60), start)
    atom = Atom(start, end, "partial", day=int(found["bare"]), rules=["bare_day"])
    atom.cue = "" if sure else "pair"
    if found["inst"]:
        shift = 0 if found["inst"].startswith("inst") else -1
        atom.of = Atom(start, end, "period", unit="month", shift=shift)
    return with_half_day(low, atom)


def _years(low: str, found: re.Match[str]) -> Atom | None:
    start, end = found.span()
    if found["year"]:
        year = int(found["year"])
        return Atom(start, end, "partial", year, cue="word", rules=["year"])
    if found["decade"]:
        year = int(found["y3"])
        return Atom(start, end, "years", year, amount=year + 9, rules=["decade"])
    first, last = int(found["y1"]), int(found["y2"])
    last = last if last > 100 else first - first % 100 + last
    if not first < last <= first + 60:
        return None
    fiscal = low.endswith(("fiscal year ", "financial year ", "fy ", "fiscal "), 0, start)
    rules = ["fiscal_year" if fiscal and last == first + 1 else "years"]
    return Atom(start, end, "years", first, amount=last, rules=rules)


def _is_month_word(text: str, found: re.Match[str]) -> bool:
    """Whether the month's letter case is that of a name where the word has another meaning."""
    word = found["mon"]
    lower_is_fine = word in words.MONTH_NAMES and word not in words.CAPITAL_ONLY
    return lower_is_fine or text[found.start("mon")].isupper()


def _day_month(text: str, low: str, found: re.Match[str]) -> Atom | None:
    day, month = int(found["d1"]), words.MONTHS[found["mon"]]
    last = int(found["d2"]) if found["d2"] else None
    if not _is_month_word(text, found) or not calendar_day(day=last or day, month=month):
        return None
    if last is not None and last <= day:
        return None
    year = int(found["dy"]) if found["dy"] else None
    rules = ["day_month"] + (["joined"] if last else [])
    atom = Atom(found.start(), found.end(), "partial", year, month, day, last, rules=rules)
    return with_half_day(low, atom)


def _read_month(text: str, low: str, start: int) -> Atom | None:
    found = words.MONTH_FIRST.match(low, start)
    if found is None or not _is_month_word(text, found):
        return None
    month = words.MONTHS[found["mon"]]
    atom = Atom(start, found.end(), "partial", month=month, rules=["month_day"])
    if found["my"]:
        atom.year, atom.rules = int(found["my"]), ["month"]
        return atom
    if found["d1"] and _is_day_of_month(low, found):
        atom.day = int(found["d1"])
        if found["d2"] and not _is_second_day(low, found):
            atom.end = found.end("one")
        else:
            atom.last_day = int(found["d2"]) if found["d2"] else None
            atom.year = int(found["dy"]) if found["dy"] else None
            atom.rules += ["joined"] if atom.last_day else []
        return with_half_day(low, atom)
    atom.end, atom.rules = found.end("mon"), ["month"]
    full = found["mon"] in words.MONTH_NAMES
    atom.cue = words.NEEDS.get(found["mon"], "") if full else "pair"
    return atom


def _is_day_of_month(low: str, found: re.Match[str]) -> bool:
    """Tell "January 31" from "in January 31 attacks ..." and "January 20-member"."""
    if not calendar_day(day=int(found["d1"]), month=words.MONTHS[found["mon"]]):
        return False
    end = found.end("one")
    if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
        return low[end + 1 : end + 4] in words.MONTHS
    plain = low[end - 1].isdigit() and not found["dy"]
    return not (
        plain and low.endswith("in ", 0, found.start()) and words.LOWER_NOUN.match(low, end)
    )


def _is_second_day(low: str, found: re.Match[str]) -> bool:
    """Tell "October 3 and 4" from "October 3 and 12 others"."""
    last = int(found["d2"])
    if last <= int(found["d1"]) or not calendar_day(day=last, month=words.MONTHS[found["mon"]]):
        return False
    if found["dy"] or found["join"].strip() in {"-", "/"}:
        return True
    start = found.start()
    if words.NIGHT_OR_BETWEEN.search(low, max(0, start - 20), start):
        return True
    return bool(words.CLAUSE_GOES_ON.match(low, found.end("d2")))


def _read_weekday(text: str, low: str, start: int) -> Atom | None:
    end = start + 3
    while end < len(low) and low[end].isalpha():
        end += 1
    word = low[start:end]
    atom = Atom(start, end, "weekday", weekday=words.WEEKDAYS[word], rules=["weekday"])
    if not word.endswith("day"):
        atom.cue = "date"
        return atom if text[start].isupper() else None
    if words.NOT_WEEKDAY.match(low, end) or words.NEVER_BEFORE.search(
        low, max(0, start - 10), start
    ):
        return None
    if word == "friday" and words.PRAYERS.match(low, end):
        atom.rules.append("prayers")
    return with_half_day(low, atom)


_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_NTH_OF_MONTH = re.compile(
    rf"(?P<nth>{'|'.join(_NTH)}) (?:day )?of (?P<mon>{words.MONTH})(?:,? (?P<year>{words.YEAR}))?"
)


def _read_nth(text: str, low: str, start: int) -> Atom | None:
    """Read "the first of May"."""
    found = _NTH_OF_MONTH.match(low, start)
    if found is None or not _is_month_word(text, found):
        return None
    year = int(found["year"]) if found["year"] else None
    day, month = 1 + _NTH.index(found["nth"]), words.MONTHS[found["mon"]]
    atom = Atom(start, found.end(), "partial", year, month, day, rules=["day_month"])
    return with_half_day(low, atom)


def _table() -> dict[str, tuple[Reader, ...]]:
    table: dict[str, tuple[Reader, ...]] = {"0": (_read_digits,)}
    table |= dict.fromkeys(words.MONTHS, (_read_month,))
    table |= dict.fromkeys(words.WEEKDAYS, (_read_weekday,))
    table |= dict.fromkeys(_NTH, (_read_nth,))
    for word, readers in RELATIVE.items():
        table[word] = table.get(word, ()) + readers
    for word, readers in HOLIDAYS.items():
        table[word] = readers + table.get(word, ())
    return table


ENGLISH: dict[str, tuple[Reader, ...]] = _table()
"""Lower-case words that may begin an atom, and the readers to try there, in order."""

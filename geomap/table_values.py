"""Cells of foreign tables as numbers, degrees and days, a whole column at a time.

Each function takes a column of any dtype, works on its distinct values where they are text, and
says which cells could not be read; nothing is guessed for those. A missing cell is no fault.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["MISSING", "Days", "Numbers", "day_order", "days", "degrees", "integers", "words"]

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

MISSING = frozenset(
    (
        "", "na", "n/a", "n.a.", "null", "nan", "none", "nil", "-", "--", "—", "–", ".", "?",
        "#n/a", "#ref!", "#value!", "#name?", "not known", "not available", "unspecified", "nat",
        "<na>", "unknown",
    ),
)  # fmt: skip
"""Cells, in lower case, that say nothing."""

_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫٬−", "01234567890123456789.,-")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of a column, NaN where there is none; `bad` marks cells that are not read."""

    floats: Floats
    bad: Flags


@dataclass(frozen=True, slots=True)
class Days:
    """Days of a column.

    `start` and `end` are the first and last day meant (NaT: no day); `precision` is ``day``,
    ``month``, ``year`` or ``range``; `bad` marks cells that are no date; `other` marks cells that
    could be read in the other order of day and month only.
    """

    start: npt.NDArray[np.datetime64]
    end: npt.NDArray[np.datetime64]
    precision: Objects
    bad: Flags
    other: Flags


def words(column: pd.Series, *, blank_only: bool = False) -> Objects:
    """Return a column as text without surrounding space; None where a cell says nothing.

    With `blank_only` only an empty cell says nothing, and "NA" is the code of Namibia. Lists and
    dicts become JSON text.
    """
    if pd.api.types.is_float_dtype(column.dtype):
        values = column.to_numpy(dtype=float, na_value=np.nan)
        whole = np.isfinite(values) & (values == np.floor(values)) & (abs(values) < 1e15)
        text = [
            None if np.isnan(value) else str(int(value)) if is_whole else repr(float(value))
            for value, is_whole in zip(values, whole, strict=True)
        ]
        return np.array([*text, None], dtype=object)[:-1]
    if blank_only:
        return np.array([*(_plain(cell) for cell in column.tolist()), None], dtype=object)[:-1]
    return _by_value(column, _word)


def _plain(cell: Any) -> str | None:
    if isinstance(cell, (list, dict, tuple, np.ndarray)):
        return json.dumps(cell, ensure_ascii=False, default=list)
    if cell is None or cell is pd.NA or cell != cell:  # noqa: PLR0124 - NaN
        return None
    return str(cell) or None


def _word(value: object) -> str | None:
    text = str(value).replace("\u00a0", " ").strip()
    return None if text.lower() in MISSING else text


def _by_value(column: pd.Series, read: Callable[[Any], Any]) -> Objects:
    """Apply a function to the distinct cells of a column; missing cells give None."""
    codes, distinct = pd.factorize(column.astype(object))
    found = np.empty(len(distinct) + 1, dtype=object)
    for position, value in enumerate(distinct):
        found[position] = read(value)
    found[-1] = None
    return found[codes]


def integers(column: pd.Series, *, dot_groups: bool = False) -> Numbers:
    """Return counts: digits of any script, thousands separators, ``12+``; negatives are bad.

    Parameters
    ----------
    column
        The cells.
    dot_groups
        Whether a dot parts thousands ("1.234").
    """

    def read(text: str) -> float:
        text = text.translate(_DIGITS).rstrip("+ ").lstrip("'~")
        if _GROUPS.fullmatch(text) or (dot_groups and _DOT_GROUPS.fullmatch(text)):
            text = _GROUP_MARKS.sub("", text)
        return float(text) if _NUMBER.fullmatch(text) else np.inf

    numbers = _numbers(column, read)
    with np.errstate(invalid="ignore"):
        bad = numbers.bad | (numbers.floats < 0) | (numbers.floats > 1e9)
    return Numbers(np.where(bad, np.nan, np.round(numbers.floats)), bad)


_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_GROUPS = re.compile(r"\d{1,3}([,'\u2019 \u00a0\u202f]\d{2,3})*[,'\u2019 \u00a0\u202f]\d{3}(\.0*)?")
_DOT_GROUPS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_GROUP_MARKS = re.compile(r"[,.'\u2019 \u00a0\u202f]|\.0*$")


def degrees(column: pd.Series) -> Numbers:
    """Return degrees: decimal points or commas, a hemisphere letter, degrees-minutes-seconds."""

    def read(text: str) -> float:
        text = text.translate(_DIGITS).strip().lstrip("'")
        if _NUMBER.fullmatch(text):
            return float(text)
        if text.count(",") == 1 and "." not in text:
            text = text.replace(",", ".")
        match = _ANGLE.fullmatch(text)
        if match is None:
            return np.inf
        first, sign, whole, minutes, seconds, last = match.groups()
        value = float(whole) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
        letter = (first or last or "").upper()
        return -value if (sign == "-") != (letter in {"S", "W"}) else value

    return _numbers(column, read)


_ANGLE = re.compile(
    r"([NSEW])?\s*([+-])?(\d+(?:\.\d+)?)\s*[°ºd]?\s*"
    r"(?:(\d+(?:\.\d+)?)\s*['′’m]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:[\"″”s]|''|′′)\s*)?([NSEW])?",
    re.IGNORECASE,
)


def _numbers(column: pd.Series, read: Callable[[str], float]) -> Numbers:
    """Return the numbers of a column; `read` gives infinity for what it cannot read."""
    if pd.api.types.is_numeric_dtype(column.dtype):
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
    else:
        try:  # the usual case, and many times faster
            values = column.to_numpy(dtype=object, na_value=np.nan).astype(np.float64)
        except (TypeError, ValueError):
            found = _by_value(column, lambda cell: _read_number(cell, read))
            values = np.array([np.nan if one is None else one for one in found], dtype=np.float64)
    bad = np.isinf(values)
    return Numbers(np.where(bad, np.nan, values), bad)


def _read_number(cell: object, read: Callable[[str], float]) -> float:
    text = _word(cell)
    return np.nan if text is None else read(text)


def day_order(cells: Iterable[object]) -> tuple[str, str]:
    """Say whether the day or the month comes first in dates such as ``03/04/2024``.

    Parameters
    ----------
    cells
        All cells of a column, or its distinct ones.

    Returns
    -------
    tuple of (str, str)
        ``dmy`` or ``mdy``, and the reason in words; empty where no date has this form.
    """
    day_first = month_first = either = 0
    for cell in cells:
        match = _SLASHED.match(str(cell).translate(_DIGITS).strip())
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            day_first += 1
        elif second > 12 >= first:
            month_first += 1
        else:
            either += 1
    if not day_first + month_first + either:
        return "dmy", ""
    if day_first == month_first == 0:
        return "dmy", "day before month (assumed: no date in the column tells)"
    order = "mdy" if month_first > day_first else "dmy"
    named = "month before day" if order == "mdy" else "day before month"
    most, least = max(day_first, month_first), min(day_first, month_first)
    told = f"{named} ({most:,} distinct dates tell"
    return order, told + (f", {least:,} contradict)" if least else ")")


_SLASHED = re.compile(r"(\d{1,2})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?=$|[\sT,])")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[\sT])")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\.0)?$")
_YEAR = re.compile(r"((?:19|20)\d{2})(?:\.0)?$")
_YEAR_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})$|(\d{1,2})/(\d{4})$")
_DAY_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/,.]*([^\W\d]+)\.?[\s\-/,.']*(\d{4}|\d{2})\b"
)
_NAMED_DAY = re.compile(r"([^\W\d]+)\.?[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/,.]+(\d{4})\b")
_NAMED_MONTH = re.compile(r"([^\W\d]+)\.?[\s\-/,.']+(\d{4})$")
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.\s]+", re.IGNORECASE
)
_PARTS = re.compile(r"\s+(?:to|until|till|through|-|–|—)\s+|(?<=\d)\s*[–—]\s*(?=\d)|(?<=-\d\d)/")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan جنوری", "february feb فروری", "march mar مارچ", "april apr اپریل",
            "may مئی", "june jun جون", "july jul جولائی", "august aug اگست",
            "september sep sept ستمبر", "october oct اکتوبر", "november nov نومبر",
            "december dec دسمبر",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_Span = tuple[date, date, str, bool]


def days(column: pd.Series, *, order: str = "dmy") -> Days:
    """Return the days of a column: ISO, numbers in any order, names of months, ranges, serials.

    Parameters
    ----------
    column
        The cells.
    order
        ``dmy`` or ``mdy``, for dates whose numbers do not tell; see `day_order`.
    """
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        naive = column.dt.tz_localize(None) if getattr(column.dt, "tz", None) else column
        start = naive.to_numpy(dtype="datetime64[D]")
        no = np.zeros(len(column), dtype=bool)
        level = np.full(len(start), "day", dtype=object)
        level[np.isnat(start)] = None
        return Days(start, start.copy(), level, no, no.copy())
    spans = _by_value(column, lambda cell: None if _word(cell) is None else _span(cell, order))
    start = np.array([one[0] if one else None for one in spans], dtype="datetime64[D]")
    end = np.array([one[1] if one else None for one in spans], dtype="datetime64[D]")
    levels = np.array([*(one[2] if one else None for one in spans), None], dtype=object)[:-1]
    bad = np.array([one is False for one in spans], dtype=bool)
    other = np.array([bool(one and one[3]) for one in spans], dtype=bool)
    return Days(start, end, levels, bad, other)


def _span(cell: object, order: str) -> _Span | bool:
    """Return first day, last day, precision and whether the order was turned; False if no date."""
    text = _WEEKDAY.sub("", str(cell).translate(_DIGITS).strip().lstrip("'"))
    parts = _PARTS.split(text)
    if len(parts) == 2 and (found := _range(parts[0], parts[1], order)) is not None:
        return found
    return _one(text, order) or False


def _range(left: str, right: str, order: str) -> _Span | None:
    """Return the span between two dates, or between a day and a date of its month."""
    first, last = _one(left, order), _one(right, order)
    if last is None:
        return None
    if first is None and left.strip().isdigit():
        try:
            day = last[0].replace(day=int(left))
        except ValueError:
            return None
        first = (day, day, "day", last[3])
    if first is None or last[1] < first[0]:
        return None
    return first[0], last[1], "range", first[3] or last[3]


def _one(text: str, order: str) -> _Span | None:
    try:
        return _numeric(text, order) or _named(text)
    except ValueError:  # no such day in the calendar
        return None


def _numeric(text: str, order: str) -> _Span | None:
    if match := _ISO.match(text) or _COMPACT.match(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHED.match(text):
        first, second, year = int(match[1]), int(match[3]), _full_year(match[4])
        day, month = (first, second) if order == "dmy" else (second, first)
        turned = month > 12
        return _day(year, *((day, month) if turned else (month, day)), turned=turned)
    if match := _YEAR.match(text):
        year = int(match[1])
        return date(year, 1, 1), date(year, 12, 31), "year", False
    if match := _YEAR_MONTH.match(text):
        return _month(int(match[1] or match[4]), int(match[2] or match[3]))
    if match := _SERIAL.match(text):
        serial = _EXCEL + timedelta(days=int(match[1]))
        return serial, serial, "day", False
    return None


_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d+)?$")
_EXCEL = date(1899, 12, 30)


def _named(text: str) -> _Span | None:
    lower = text.lower()
    if (match := _DAY_NAMED.match(lower)) and match[2] in _MONTHS:
        return _day(_full_year(match[3]), _MONTHS[match[2]], int(match[1]))
    if (match := _NAMED_DAY.match(lower)) and match[1] in _MONTHS:
        return _day(int(match[3]), _MONTHS[match[1]], int(match[2]))
    if (match := _NAMED_MONTH.match(lower)) and match[1] in _MONTHS:
        return _month(int(match[2]), _MONTHS[match[1]])
    return None


def _day(year: int, month: int, day: int, *, turned: bool = False) -> _Span:
    found = date(year, month, day)
    return found, found, "day", turned


def _month(year: int, month: int) -> _Span:
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1]), "month", False


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)

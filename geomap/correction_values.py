"""The fields of an account as text that a person can write in a spreadsheet, both ways.

`field_text` gives what geomap found; `parse_field` reads what a person wrote, or what `field_text`
gave. A text that is no value of its field is a `CellError` that says what is allowed. The forms are
such that a spreadsheet does not take them for something else: a day has "(day)" behind it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

from geomap.places.names import fold_name
from geomap.records import EVENT_TYPES, KINDS, SUB_EVENT_TYPES, Account
from geomap.text.actors import find_actors
from geomap.text.lexicon import fold_text

__all__ = [
    "ACCOUNT_FIELDS",
    "CellError",
    "base_field",
    "field_text",
    "is_nothing",
    "one_of",
    "parse_field",
    "whole_number",
]


class CellError(ValueError):
    """A cell holds what is not allowed in it; the message says what is."""


_TYPE_OF = {sub: kind for kind, subs in SUB_EVENT_TYPES.items() for sub in subs}
_FIGURES = ("fatalities", "injured")
_COUNTS = (
    *(f"{name}_{end}" for name in _FIGURES for end in ("low", "best", "high")),
    "fatalities_civilians", "fatalities_security_forces", "fatalities_militants",
    "fatalities_unknown", "n_sites",
)  # fmt: skip
_BASES = ("claimed", "attributed", "suspected", "unknown")
_WORDS = ("attributed_by", "target")

ACCOUNT_FIELDS = (
    "kind", "event_type", "sub_event_type", "date", "date_start", "date_end", "place", "precision",
    "fatalities", "injured", *_COUNTS, "actor", "actor_basis", *_WORDS,
)  # fmt: skip
"""What may stand in the column `field` of an account."""

_BASE = {
    "sub_event_type": "event_type", "date_start": "date", "date_end": "date",
    "precision": "place", "actor_basis": "actor", "attributed_by": "actor",
    **{name: name.partition("_")[0] for name in _COUNTS if name != "n_sites"},
}  # fmt: skip

_NOTHING = frozenset({"none", "unknown", "not known", "no figure", "nothing", "-", "—", "–"})
_LONGEST = 100


def base_field(field: str) -> str:
    """Return the name that evidence and confidence have for a field."""
    return _BASE.get(field, field)


def is_nothing(text: str) -> bool:
    """Whether a cell says that nothing is known: empty, ``none`` or ``unknown``."""
    return not text.strip() or text.strip().lower() in _NOTHING


def one_of(text: str, allowed: tuple[str, ...], noun: str) -> str:
    """Return the allowed word that a text is, whatever its capitals and spaces."""
    words = {" ".join(word.lower().split()): word for word in allowed}
    key = " ".join(text.lower().split())
    found = words.get(key) or words.get(key.replace(" ", "_"))
    if found is None:
        raise CellError(f"{text!r} is no {noun}; allowed are {', '.join(allowed)}")
    return found


def whole_number(text: str, *, least: int = 0) -> int | None:
    """Return a count; None where the text says that there is none."""
    if is_nothing(text):
        return None
    plain = text.translate(_DIGITS).strip()
    if not _NUMBER.fullmatch(plain):
        raise CellError(f"{text!r} is no number; allowed are whole numbers and none")
    number = int(re.sub(r"\.0+$", "", plain).replace(",", ""))
    if number < least:
        raise CellError(f"{text!r} is too small; allowed are whole numbers from {least}")
    return number


_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٬", "01234567890123456789,")
_NUMBER = re.compile(r"\d{1,7}(?:\.0+)?|\d{1,3}(?:,\d{3}){1,2}")


def field_text(account: Account, field: str) -> str:
    """Return what an account says in a field, places aside; empty where it says nothing."""
    if field == "event_type":
        return ": ".join(filter(None, (account.event_type, account.sub_event_type)))
    if field == "date":
        return _date_text(account)
    if field in _FIGURES:
        low, best, high = (getattr(account, f"{field}_{end}") for end in ("low", "best", "high"))
        return _range_text(low, best, high)
    value = getattr(account, field, None)
    return "" if value is None else str(value)


def _date_text(account: Account) -> str:
    first, last, precision = account.date_start, account.date_end, account.date_precision
    if first is None:
        return ""
    if precision in _PARTS:
        text = first.isoformat()[: _PARTS[precision]]
    else:
        text = f"{first.isoformat()} to {(last or first).isoformat()}"
    return f"{text} ({precision})"


_PARTS = {"day": 10, "month": 7, "year": 4}


def _range_text(low: int | None, best: int | None, high: int | None) -> str:
    if low is None and best is None and high is None:
        return ""
    words = "unknown" if best is None else str(best)
    if low in {None, best} and high in {None, best}:
        return words
    ends = ("?" if end is None else str(end) for end in (low, high))
    return f"{words} ({' to '.join(ends)})"


def parse_field(field: str, text: str) -> dict[str, Any]:
    """Return the fields of `Account` that a text sets; places are read elsewhere.

    Raises
    ------
    CellError
        If the text is no value of the field.

    Examples
    --------
    >>> parse_field("fatalities", "4 (3 to 6)")
    {'fatalities_low': 3, 'fatalities_best': 4, 'fatalities_high': 6}
    >>> parse_field("event_type", "armed clash")
    {'event_type': 'Battles', 'sub_event_type': 'Armed clash'}
    """
    if field in {"event_type", "sub_event_type"}:
        return _event_type(text)
    if field == "kind":
        return {"kind": one_of(text, KINDS, "kind of account")}
    if field == "date":
        return _date(text)
    if field in {"date_start", "date_end"}:
        first, last, _ = _days(text)
        return {field: first if field == "date_start" else last}
    if field in _FIGURES:
        return _figures(field, text)
    if field in _COUNTS:
        return {field: whole_number(text, least=1 if field == "n_sites" else 0)}
    if field == "actor_basis":
        return {field: one_of(text, _BASES, "basis")}
    name = None if is_nothing(text) else " ".join(text.split())[:_LONGEST]
    return {field: _neutral(name) if field == "actor" and name else name}


def _event_type(text: str) -> dict[str, Any]:
    kind, _, sub = (part.strip() for part in text.partition(":"))
    subs = {name.lower(): name for name in _TYPE_OF}
    if not sub and kind.lower() in subs:
        name = subs[kind.lower()]
        return {"event_type": _TYPE_OF[name], "sub_event_type": name}
    event_type = one_of(kind, EVENT_TYPES, "event type")
    if not sub:
        return {"event_type": event_type}
    allowed = SUB_EVENT_TYPES[event_type]
    name = one_of(sub, allowed, f"sub-event type of {event_type}")
    return {"event_type": event_type, "sub_event_type": name}


def _neutral(name: str) -> str:
    """Return the lexicon's name of an actor; one that it lacks is taken as it is."""
    folded = fold_text(name)
    for span in find_actors(folded):
        if fold_name(name[span.start : span.end]) == fold_name(name):
            return span.name
    return name


_RANGE = re.compile(r"(?P<best>[^()]*?)\s*\(\s*(?P<low>[^()]+?)\s+to\s+(?P<high>[^()]+?)\s*\)")
_ENDS = re.compile(r"(?P<best>)(?P<low>\d[\d,]*)\s*(?:to|–|-)\s*(?P<high>\d[\d,]*)")


def _figures(field: str, text: str) -> dict[str, Any]:
    """Read ``4``, ``4 (3 to 6)``, ``unknown (3 to ?)``, ``3 to 6`` or ``none``."""
    plain = text.translate(_DIGITS).strip()
    ranged = _RANGE.fullmatch(plain) or _ENDS.fullmatch(plain)
    try:
        if ranged is None:
            low = best = high = whole_number(plain)
        else:
            low, best, high = (
                whole_number("" if ranged[end] == "?" else ranged[end])
                for end in ("low", "best", "high")
            )
    except CellError:
        raise CellError(
            f"{text!r} is no figure; allowed are 4, 4 (3 to 6), unknown (3 to ?) and none",
        ) from None
    known = [number for number in (low, best, high) if number is not None]
    if known != sorted(known):
        raise CellError(f"{text!r}: low, best and high must rise, as in 4 (3 to 6)")
    return {f"{field}_low": low, f"{field}_best": best, f"{field}_high": high}


_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_PRECISION = re.compile(r"\s*\(\s*(day|week|month|year|range)\s*\)$", re.IGNORECASE)
_FORMS = (
    re.compile(r"(?P<y>\d{4})(?:[-/](?P<m>\d{1,2})(?:[-/](?P<d>\d{1,2}))?)?"),
    re.compile(r"(?P<d>\d{1,2})[ -](?P<n>[a-z]+)\.?,?[ -](?P<y>\d{4}|\d{2})"),
    re.compile(r"(?P<n>[a-z]+)\.? (?P<d>\d{1,2}),? (?P<y>\d{4})"),
    re.compile(r"(?P<n>[a-z]+)\.?[ -](?P<y>\d{4}|\d{2})"),
)
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_ALLOWED = (
    "allowed are 2026-03-04 (day), 2026-03 (month), 2026 (year), 2026-03-01 to 2026-03-04 and none"
)
_CENTURY = 2000

Span = tuple[date | None, date | None, str]


def _date(text: str) -> dict[str, Any]:
    first, last, precision = _days(text)
    return {"date_start": first, "date_end": last, "date_precision": precision}


def _days(text: str) -> Span:
    """Return first day, last day and precision of a date as people and spreadsheets write it."""
    if is_nothing(text):
        return None, None, "unknown"
    stated = _PRECISION.search(text)
    plain = " ".join(_PRECISION.sub("", text).translate(_DIGITS).lower().split())
    ends = re.split(r"\s+to\s+|(?<=\d{4}-\d\d-\d\d)/", plain)
    if len(ends) > 2:
        raise CellError(f"{text!r} is no date; {_ALLOWED}")
    try:
        spans = [_one_date(end) for end in ends]
    except CellError:
        raise
    except ValueError:
        raise CellError(f"{text!r} is no date; {_ALLOWED}") from None
    first, last = spans[0][0], spans[-1][1]
    if last < first:
        raise CellError(f"{text!r} ends before it begins; {_ALLOWED}")
    precision = spans[0][2] if len(spans) == 1 else "range"
    if stated and len(spans) == 1:
        return _widened(first, last, stated[1].lower())
    return first, last, stated[1].lower() if stated else precision


def _widened(first: date, last: date, precision: str) -> Span:
    """Return the whole month or year of a day that a spreadsheet made of it."""
    if precision == "month":
        first = first.replace(day=1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
    elif precision == "year":
        first, last = date(first.year, 1, 1), date(first.year, 12, 31)
    return first, last, precision


def _one_date(text: str) -> tuple[date, date, str]:
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _numeric(text, *map(int, numeric.groups()))
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        raise ValueError(text)
    parts = found.groupdict()
    year = int(parts["y"]) + (_CENTURY if len(parts["y"]) == 2 else 0)
    month = parts.get("m")
    number = int(month) if month else _MONTHS[parts["n"]] if parts.get("n") in _MONTHS else None
    if parts.get("n") and number is None:
        raise ValueError(text)
    if number is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if not parts.get("d"):
        return date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"
    day = date(year, number, int(parts["d"]))
    return day, day, "day"


def _numeric(text: str, one: int, two: int, year: int) -> tuple[date, date, str]:
    """Read 04/03/2026, as spreadsheets rewrite dates, where day and month can be told apart."""
    orders = {(day, month) for day, month in ((one, two), (two, one)) if month <= 12 < day}
    if one == two:
        orders = {(one, two)}
    if one <= 12 and two <= 12 and one != two:
        raise CellError(f"{text!r}: which is the day? Write 4 March 2026, or 2026-03-04 (day)")
    if not orders:
        raise ValueError(text)
    day, month = orders.pop()
    exact = date(year, month, day)
    return exact, exact, "day"

"""From atoms to days: the calendar arithmetic behind `geomap.text.dates`.

Every function takes a reference day (the publication, or the other end of a range) and gives
`Days`; days that the calendar lacks, or that need an unknown reference, are None.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from geomap.text._date_words import Atom

__all__ = ["UNKNOWN", "Days", "inside", "resolve", "resolve_range"]


class Days(NamedTuple):
    """An interval, both days included, and how exactly it is known."""

    first: date | None
    last: date | None
    precision: str


UNKNOWN = Days(None, None, "unknown")

_LONGEST_PERIOD = 800
"""Days; a longer period says nothing of the days in it."""


def resolve(atom: Atom, reference: date | None, *, future: bool = False) -> Days:
    """Return the days of one atom.

    Parameters
    ----------
    atom
        Any atom but a plan.
    reference
        The day that it counts from; None: not known.
    future
        Whether a day, month or weekday is the next one on or after the reference, instead of the
        latest one on or before it.
    """
    try:
        return _RESOLVERS.get(atom.what, _unknown)(atom, reference, future=future)
    except (ValueError, OverflowError):
        return UNKNOWN


def resolve_range(first: Atom, second: Atom, reference: date | None, *, future: bool) -> Days:
    """Return the days from the first day of one atom to the last day of another.

    An end without a year takes it from the other: "November 2024 to February" ends in 2025,
    "between July and December last year" begins in that year.
    """
    try:
        begin, end = _ends(first, second, reference, future=future)
    except OverflowError:
        return UNKNOWN
    if begin.first is None or end.last is None or begin.first > end.last:
        return UNKNOWN
    return Days(begin.first, end.last, "day" if begin.first == end.last else "range")


def _ends(first: Atom, second: Atom, reference: date | None, *, future: bool) -> tuple[Days, Days]:
    if future or (first.year and not second.year and second.what == "partial"):
        begin = resolve(first, reference, future=future)
        return begin, resolve(second, begin.first, future=True)
    end = resolve(second, reference)
    begin = resolve(first, end.first if _floats(first) else reference)
    if begin.first == end.first and first.weekday is not None and begin.first:
        begin = resolve(first, begin.first - timedelta(days=1))
    return begin, end


def _floats(atom: Atom) -> bool:
    return atom.what in {"partial", "weekday"} and not atom.year and atom.of is None


def _unknown(atom: Atom, reference: date | None, *, future: bool) -> Days:
    del atom, reference, future
    return UNKNOWN


def _year_of(atom: Atom, reference: date | None) -> int | None:
    """Return the year that an atom names, itself or by "last year"."""
    if atom.year or atom.of is None or reference is None or "anchored" in atom.of.rules:
        return atom.year
    return reference.year + atom.of.shift


def _partial(atom: Atom, reference: date | None, *, future: bool) -> Days:
    year, month, day = _year_of(atom, reference), atom.month, atom.day
    if atom.is_bare_day:
        return _bare_day(atom, reference, future=future)
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), "year") if year else UNKNOWN
    if year is None:
        if reference is None or atom.of is not None:
            return UNKNOWN
        year = _nearest_year(atom, reference, future=future)
        if atom.weekday is not None and not future:
            year = _year_of_weekday(atom, reference, year)
    if day is None:
        return Days(date(year, month, 1), _month_end(year, month), "month")
    first = date(year, month, day)
    if atom.last_day:
        return Days(first, date(year, month, atom.last_day), "range")
    return Days(first, first, "day")


def _bare_day(atom: Atom, reference: date | None, *, future: bool) -> Days:
    """Resolve "on the 21st": the latest such day, the next one, or that of "last month"."""
    if reference is None or atom.day is None:
        return UNKNOWN
    begin = reference.replace(day=1)
    shifts = [atom.of.shift] if atom.of else range(3) if future else range(0, -3, -1)
    for shift in shifts:
        month = _add_months(begin, shift)
        if atom.day > monthrange(month.year, month.month)[1]:
            continue
        day = month.replace(day=atom.day)
        if atom.of or (day >= reference if future else day <= reference):
            return Days(day, day, "day")
    return UNKNOWN


def inside(atom: Atom, first: date, last: date) -> Days:
    """Return the one day of a period that a weekday or a day of the month means, if any."""
    if atom.what not in {"weekday", "partial"} or atom.of is not None or atom.shift:
        return UNKNOWN
    if (last - first).days > _LONGEST_PERIOD:
        return UNKNOWN
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    if atom.what == "weekday":
        fit = [day for day in days if day.weekday() == atom.weekday]
    elif atom.is_bare_day and not atom.last_day:
        fit = [day for day in days if day.day == atom.day]
    elif atom.day and atom.month and not atom.year and not atom.last_day:
        fit = [day for day in days if (day.month, day.day) == (atom.month, atom.day)]
    else:
        fit = []
    return Days(fit[0], fit[0], "day") if len(fit) == 1 else UNKNOWN


def _nearest_year(atom: Atom, reference: date, *, future: bool) -> int:
    """Return the year that makes a month or day the latest, or with `future` the next one."""
    month, day = atom.month or 1, atom.day
    step = 1 if future else -1
    strict = atom.shift != 0
    for year in range(reference.year, reference.year + 9 * step, step):
        if day is not None and day > monthrange(year, month)[1]:
            continue
        own = (year, month, day or 0)
        now = (reference.year, reference.month, reference.day if day else 0)
        if (own == now and not strict) or (own > now if future else own < now):
            return year
    raise ValueError(atom.day)


def _year_of_weekday(atom: Atom, reference: date, year: int) -> int:
    """Return the next year instead, where "Friday, February 6" fits that one alone."""
    month, day = atom.month or 1, atom.day or 1
    if date(year, month, day).weekday() != atom.weekday:
        ahead = _nearest_year(atom, reference, future=True)
        if date(ahead, month, day).weekday() == atom.weekday:
            return ahead
    return year


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _weekday(atom: Atom, reference: date | None, *, future: bool) -> Days:
    if reference is None or atom.weekday is None or "anchored" in atom.rules:
        return UNKNOWN
    if atom.of is not None:
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=atom.of.shift)
        day = monday + timedelta(days=atom.weekday)
    elif future:
        ahead = (atom.weekday - reference.weekday()) % 7
        day = reference + timedelta(days=ahead or (7 if atom.shift else 0))
    else:
        back = (reference.weekday() - atom.weekday) % 7
        day = reference - timedelta(days=back or (7 if atom.shift else 0))
    return Days(day, day, "day")


def _add_months(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _shifted(day: date, amount: int, unit: str) -> date:
    if unit in {"month", "year", "decade"}:
        return _add_months(day, amount * {"month": 1, "year": 12, "decade": 120}[unit])
    return day + timedelta(days=amount * {"week": 7, "fortnight": 14}.get(unit, 1))


def _offset(atom: Atom, reference: date | None, *, future: bool) -> Days:
    if atom.of is not None:
        base = resolve(atom.of, reference, future=future)
        reference = base.first if base.precision == "day" else None
    if reference is None or atom.amount is None:
        return UNKNOWN
    day = _shifted(reference, atom.amount, atom.unit)
    if atom.unit == "month":
        return Days(day.replace(day=1), _month_end(day.year, day.month), "month")
    if atom.unit in {"year", "decade"}:
        return Days(date(day.year, 1, 1), date(day.year, 12, 31), "year")
    return Days(day, day, "day")


def _rolling(atom: Atom, reference: date | None, *, future: bool) -> Days:
    del future
    if reference is None:
        return UNKNOWN
    if atom.amount is None:
        return Days(None, reference, "range")
    return Days(_shifted(reference, -atom.amount, atom.unit), reference, "range")


def _ahead(atom: Atom, reference: date | None, *, future: bool) -> Days:
    del future
    if reference is None or atom.amount is None:
        return UNKNOWN
    return Days(reference, _shifted(reference, atom.amount, atom.unit), "range")


def _period(atom: Atom, reference: date | None, *, future: bool) -> Days:
    del future
    if reference is None or "anchored" in atom.rules:
        return UNKNOWN
    if atom.unit in {"week", "fortnight"}:
        monday = reference - timedelta(days=reference.weekday())
        days = 7 if atom.unit == "week" else 14
        first = monday + timedelta(days=days * atom.shift)
        return Days(first, first + timedelta(days=days - 1), "week" if days == 7 else "range")
    if atom.unit == "month":
        day = _add_months(reference.replace(day=1), atom.shift)
        return Days(day, _month_end(day.year, day.month), "month")
    if atom.unit == "quarter":
        begin = date(reference.year, reference.month - (reference.month - 1) % 3, 1)
        begin = _add_months(begin, 3 * atom.shift)
        return Days(begin, _add_months(begin, 3) - timedelta(days=1), "range")
    year = reference.year + atom.shift
    if atom.unit == "decade":
        first_year = year - year % 10 + 9 * atom.shift
        return Days(date(first_year, 1, 1), date(first_year + 9, 12, 31), "range")
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def _ended(atom: Atom, reference: date | None, *, future: bool) -> Days:
    """Resolve "the week that ended on Sunday", "the year that has just ended"."""
    amount = atom.amount or 1
    if atom.of is not None:
        last = resolve(atom.of, reference, future=future).last
    elif reference is not None:
        last = _last_end(atom.unit, reference)
    else:
        last = None
    if last is None:
        return UNKNOWN
    if atom.unit in {"month", "year"}:
        first = _add_months(last + timedelta(days=1), -amount * (12 if atom.unit == "year" else 1))
        whole = amount == 1 and first.day == 1 and (atom.unit == "month" or first.month == 1)
        return Days(first, last, atom.unit if whole else "range")
    length = amount * {"day": 1, "week": 7, "fortnight": 14}.get(atom.unit, 1)
    return Days(last - timedelta(days=length - 1), last, _name(length))


def _last_end(unit: str, reference: date) -> date:
    """Return the last day of the week, month or year that ended latest, or is about to end."""
    if unit == "year":
        return date(reference.year - (reference.month < _LATE_MONTH), 12, 31)
    if unit == "month":
        end = _month_end(reference.year, reference.month)
        soon = (end - reference).days < _NEARLY_OVER
        return end if soon else reference.replace(day=1) - timedelta(days=1)
    return reference - timedelta(days=(reference.weekday() + 1) % 7)


_LATE_MONTH, _NEARLY_OVER = 12, 3
_PART_NEARLY_OVER = 7
"""Days before the end of a quarter from which it is told of as one that is over."""


def _weekend(atom: Atom, reference: date | None, *, future: bool) -> Days:
    """Return the latest weekend begun; "last" is one that is over, "next" one to come."""
    if reference is None:
        return UNKNOWN
    saturday = reference - timedelta(days=(reference.weekday() - 5) % 7)
    if atom.shift > 0 or (future and reference.weekday() < 5):
        saturday += timedelta(weeks=1)
    elif atom.shift < 0 and reference.weekday() >= 5:
        saturday -= timedelta(weeks=1)
    return Days(saturday, saturday + timedelta(days=1), "range")


def _overnight(atom: Atom, reference: date | None, *, future: bool) -> Days:
    if atom.of is not None:
        last = resolve(atom.of, reference, future=future).first
        return Days(last - timedelta(days=1), last, "range") if last else UNKNOWN
    if reference is None:
        return UNKNOWN
    day = reference - timedelta(days=1)
    return Days(day, day, "day")


def _years(atom: Atom, reference: date | None, *, future: bool) -> Days:
    del reference, future
    first, last = atom.year or 0, atom.amount or 0
    if "fiscal_year" in atom.rules:
        return Days(date(first, 7, 1), date(last, 6, 30), "range")
    return Days(date(first, 1, 1), date(last, 12, 31), "range")


def _part(atom: Atom, reference: date | None, *, future: bool) -> Days:
    """Resolve "the first half of 2025", "the last week of January", "the first ten months"."""
    size, ordinal = atom.shift, atom.amount or 1
    if atom.of is not None:
        whole = resolve(atom.of, reference, future=future)
    elif reference is not None:
        over = 3 * ordinal if atom.unit == "quarter" else size
        ahead = reference + timedelta(days=_PART_NEARLY_OVER)
        ended = (ahead.year, ahead.month) > (reference.year, over)
        year = reference.year if ended else reference.year - 1
        whole = Days(date(year, 1, 1), date(year, 12, 31), "year")
    else:
        whole = UNKNOWN
    if whole.first is None or whole.last is None:
        return UNKNOWN
    length = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    months = {"half": length // 2, "quarter": length // 4, "month": size}.get(atom.unit)
    if months is not None:
        step = months * (ordinal - 1) if ordinal > 0 else length - months
        if months == 0 or step + months > length:
            return UNKNOWN
        first = _add_months(whole.first, step)
        return Days(first, _add_months(first, months) - timedelta(days=1), "range")
    days = {"week": 7, "fortnight": 14, "day": 1}[atom.unit] * size
    if ordinal < 0:
        return Days(whole.last - timedelta(days=days - 1), whole.last, _name(days))
    first = whole.first + timedelta(days=days * (ordinal - 1))
    return Days(first, first + timedelta(days=days - 1), _name(days))


def _name(days: int) -> str:
    return {1: "day", 7: "week"}.get(days, "range")


_RESOLVERS: dict[str, Callable[..., Days]] = {
    "partial": _partial, "weekday": _weekday, "offset": _offset, "rolling": _rolling,
    "ahead": _ahead, "period": _period, "weekend": _weekend, "ended": _ended,
    "overnight": _overnight, "years": _years, "part": _part,
}  # fmt: skip

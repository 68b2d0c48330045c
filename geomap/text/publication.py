"""When an article was published, and who says so: header, metadata, dateline, in this order.

A date with a time of day is the date as written, whatever its time zone: "2026-02-05T23:30+05:00"
and "Thu, 05 Feb 2026 23:30:00 GMT" are both 5 February. In figures with the year last the day comes
first, as in Pakistan ("05/02/2026"), unless the date can only be read the other way or its column
says otherwise. A dateline without a year counts only where metadata or the article's link give year
and month, and the dateline agrees with them. The day that a file was saved is never used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from geomap.text.datelines import find_datelines
from geomap.text.dates import find_dates, publication_date_in
from geomap.text.patterns import Pattern
from geomap.text.plain import plain_text

__all__ = ["Publication", "day_order", "is_year_last", "publication_of", "read_day"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LEAD = 2000
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The day of publication, ``header``, ``metadata``, ``dateline`` or ``none``, and a problem.

    `problem` says in one line which date could not be read; "" where there is none.
    """

    day: date | None = None
    source: str = "none"
    problem: str = ""


def publication_of(
    text: str, given: object = None, *, url: str | None = None, order: str = ""
) -> Publication:
    """Find the day that an article was published.

    Parameters
    ----------
    text
        The article's text.
    given
        What metadata say: a JSON field, a cell, a feed's ``pubDate``, a page's own date; None or ""
        where they say nothing.
    url
        The article's link; a link such as ``.../2026/02/05/...`` gives the year to a dateline
        that has none.
    order
        What `day_order` found for the column that `given` comes from.

    Examples
    --------
    >>> publication_of("QUETTA, Feb 5, 2026: Two people were hurt.").source
    'dateline'
    >>> publication_of("QUETTA, Feb 5: Two people were hurt.").source
    'none'
    """
    header = publication_date_in(text)
    if header is not None:
        return Publication(day=header.first, source="header")
    problem = _impossible_header(text)
    said = "" if given is None else str(given).strip()
    if said:
        day, wrong = read_day(said, order=order)
        if day is not None:
            return Publication(day=day, source="metadata", problem=problem)
        problem = problem or wrong
    month = _month_of(said) or _month_of_link(url or "")
    day = _dateline_day(text, month)
    if day is not None:
        hidden = bool(_month_of(said))  # the dateline completed what metadata began
        return Publication(day=day, source="dateline", problem="" if hidden else problem)
    return Publication(problem=problem)


_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")


def read_day(said: str, *, order: str = "") -> tuple[date | None, str]:
    """Read a date as metadata give it; return the day, or what is wrong in one line.

    ISO 8601, RFC 2822 and the written forms of English and Urdu are read.

    Examples
    --------
    >>> read_day("Thu, 05 Feb 2026 23:30:00 GMT")[0].isoformat()
    '2026-02-05'
    >>> read_day("2026-02-30")[1]
    "the field `published` is '2026-02-30', no day of the calendar; write 2026-02-05"
    """
    said = plain_text(said[:200]).text.strip()
    if found := _ISO.match(said):
        parts = (found[1], found[3] or found[5], found[4] or found[6])
        return _day(said, *parts)
    if found := _YEAR_LAST.match(said):
        return _year_last(said, found, order)
    for words in dict.fromkeys((said, _spaced(said).title())):
        for span in find_dates(words, published=None):
            if span.precision == "day" and span.kind == "absolute" and span.first is not None:
                return _day(said, span.first.year, span.first.month, span.first.day)
    return None, _problem(said, "")


def _day(said: str, year: str | int, month: str | int, day: str | int) -> tuple[date | None, str]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None, _problem(said, ", no day of the calendar")
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return None, _problem(said, ", no day on which news are published")
    return found, ""


def _year_last(said: str, found: re.Match[str], order: str) -> tuple[date | None, str]:
    """Read "25/02/2026", "02/25/2026" and, as its column says, "05/02/2026"."""
    first, second, year = int(found[1]), int(found[3]), found[4]
    if second > 12 or (first <= 12 and order == "month first"):
        return _day(said, year, first, second)
    return _day(said, year, second, first)


def day_order(cells: Iterable[str]) -> str:
    """Tell from the dates of a column whether the day or the month comes first; "" where unsure.

    Examples
    --------
    >>> day_order(["05/02/2026", "25/02/2026"])
    'day first'
    """
    orders = set()
    for cell in cells:
        found = _YEAR_LAST.match(cell.strip())
        if found and int(found[1]) > 12 >= int(found[3]):
            orders.add("day first")
        elif found and int(found[3]) > 12 >= int(found[1]):
            orders.add("month first")
    return orders.pop() if len(orders) == 1 else ""


def is_year_last(cell: str) -> bool:
    """Whether a cell is a date in figures with the year last, whose first two may be exchanged."""
    return _YEAR_LAST.match(cell.strip()) is not None


def _problem(said: str, why: str) -> str:
    shown = said if len(said) <= _SHOWN else said[: _SHOWN - 1] + "…"
    return f"the field `published` is {shown!r}{why}; write 2026-02-05"


_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_a-zء])")


def _spaced(words: str) -> str:
    """Part letters and figures that were written together ("فروری2026")."""
    return _GLUED.sub(" ", words)


_HEADER_DAY = Pattern(
    r"^[ #*>|]{0,8}(?:dated?|published|posted)[ *]{0,4}[:=-]?[ *]{0,4}"
    r"(?P<day>(?P<y>(?:19|20)\d\d)-(?P<m>\d\d?)-(?P<d>\d\d?))(?!\d)",
    re.IGNORECASE | re.MULTILINE,
)


def _impossible_header(text: str) -> str:
    """Say what is wrong with a header line that names a day which the calendar does not have."""
    found = _HEADER_DAY.search(text, 0, 500)
    if found is None or _day("", found["y"], found["m"], found["d"])[0] is not None:
        return ""
    return f"the header says {found['day']!r}, no day of the calendar; write 2026-02-05"


Month = tuple[int, int | None]
"""A year, and a month where it is known."""

_YEAR_MONTH = re.compile(r"(?P<y>(?:19|20)\d\d)(?:-(?P<m>0?[1-9]|1[0-2]))?$")
_LINK_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])(?:[/-]|$)")


def _month_of(said: str) -> Month | None:
    """Read metadata that name a month or a year ("2026-02", "February 2026", "2026")."""
    if found := _YEAR_MONTH.match(said):
        return int(found["y"]), int(found["m"]) if found["m"] else None
    for span in find_dates(said[:_SHOWN], published=None):
        if span.precision == "month" and span.first is not None:
            return span.first.year, span.first.month
    return None


def _month_of_link(url: str) -> Month | None:
    found = _LINK_MONTH.search(url[:500])
    return (int(found["y"]), int(found["m"])) if found else None


def _dateline_day(text: str, month: Month | None) -> date | None:
    """Return the day that the first dateline names, its year given by itself or by `month`."""
    lead = plain_text(text[:_LEAD]).text
    for dateline in sorted(find_datelines(lead), key=lambda line: line.start)[:1]:
        words = _spaced(lead[dateline.start : dateline.end])
        for span in find_dates(words, published=None):
            if span.precision == "day" and span.first is not None:
                return span.first
        if month is not None:
            return _completed(words, month)
    return None


def _completed(words: str, month: Month) -> date | None:
    """Return the day of a dateline without a year, where the known month agrees with it."""
    year, number = month
    for span in find_dates(words, published=date(year, 12, 31)):
        day = span.first
        if span.precision == "day" and span.kind == "absolute" and day is not None:
            return day if day.year == year and number in {None, day.month} else None
    return None

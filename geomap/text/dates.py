"""Dates in news reports, English and Urdu: which words, which days, how exactly known.

The grammar is that of Pakistan's newspapers. A weekday is the latest such day, the publication's
own weekday that day itself; a day or month without a year is the latest one; both look ahead only
where the words do ("next", "will ... on", "is due on", "until", "گا"), and then carry the rule
``future``. Part of a day changes nothing: "late on Tuesday night" is Tuesday. A period that is not
over ends on the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from geomap.text._date_calendar import UNKNOWN, Days, inside, resolve, resolve_range
from geomap.text._date_context import (
    HEADS,
    PAST_MIDNIGHT,
    TURNS,
    Context,
    can_turn,
    context_of,
    is_accepted,
    is_future,
    join_atoms,
    link_between,
)
from geomap.text._date_english import ENGLISH
from geomap.text._date_spans import DateSpan, Period
from geomap.text._date_urdu import (
    URDU,
    URDU_RANGE_TAIL,
    open_end,
)
from geomap.text._date_words import Atom, Reader, Readers, normalise, scan, visible

__all__ = ["DateSpan", "Period", "find_dates", "publication_date_in"]


_ARABIC = re.compile("[\u0600-\u06ff]")
_KINDS = {"partial": "absolute", "years": "absolute", "part": "absolute", "weekday": "weekday",
          "duration": "duration"}  # fmt: skip

_HEADER = re.compile(
    r"[ #*>|]{0,8}(?:publication date|publish date|published|posted|date published|dated?|updated|"
    r"last updated|pubdate|تاریخ اشاعت|اشاعت|تاریخ)(?![^\W\d])(?: (?:on|at|date))?[ *]{0,4}[:=-]?"
    r"[ *\"']{0,5}"
)
_TIME = r"(?:,? ?(?:at )?t?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?(?: ?[ap]m)?(?:z| ?[a-z]{3,4})?)?"
_REST_OF_LINE = re.compile(rf"{_TIME}[ .]{{0,4}}(?:$|[\r\n])")
_LINE = re.compile(r"[^\r\n]+")
_FIRST_WORD = re.compile(r"\w+")


def find_dates(
    text: str, *, published: date | None, periods: Sequence[Period] = ()
) -> list[DateSpan]:
    """Find the dates in a text and the days they mean.

    Parameters
    ----------
    text
        Any text, English, Urdu or both.
    published
        The day of publication; None leaves dates that hang on it without days.
    periods
        What titles and headings say that the text covers, in text order. A weekday, a day of the
        month and a date without a year mean the day inside the period that holds where they stand.

    Returns
    -------
    list of DateSpan
        In text order, not overlapping.

    Examples
    --------
    >>> span, = find_dates("A bomb went off late on Tuesday night.", published=date(2026, 2, 5))
    >>> span.first.isoformat(), span.precision, span.kind
    ('2026-02-03', 'day', 'weekday')
    """
    seen = visible(text)
    if seen.offsets is not None:
        periods = [period._replace(start=seen.forth(period.start)) for period in periods]
    spans = _find(seen.text, published, periods)
    if seen.offsets is None:
        return spans
    return [_moved(span, *seen.back(span.start, span.end)) for span in spans]


def _find(text: str, published: date | None, periods: Sequence[Period] = ()) -> list[DateSpan]:
    low = normalise(text)
    urdu = not low.isascii() and _ARABIC.search(low)
    atoms = join_atoms(low, scan(text, low, _READERS if urdu else _ENGLISH))
    return _Finder(text, low, published, periods).spans(atoms)


def publication_date_in(text: str) -> DateSpan | None:
    """Return the full date in a header line at the very top of a text, or None.

    A header line names its date ("date 2026-02-05 Headline", "Published: February 5, 2026",
    "تاریخ: 5 فروری 2026"), or is nothing but a date; it is one of the first six lines. A line
    that says when the text was updated counts only where no other does. A bare date after the first
    sentences, or one of several, heads what follows it.
    """
    seen = visible(text[:1500])
    head = seen.text
    low = normalise(head)
    spare, told = None, False
    for number, line in enumerate(_LINE.finditer(head)):
        if number == 6:
            break
        label = _HEADER.match(low, line.start())
        begin = label.end() if label else line.start()
        span = _full_date(head, low, begin, line.end())
        if span is None or not (label or (not told and _REST_OF_LINE.match(low, span.end))):
            told = told or (len(line[0]) > _HEADLINE and line[0].rstrip().endswith((".", "۔")))
            continue
        if label and "updated" in label[0]:
            spare = spare or span
        elif label or not _heads_list(head, low, line.end()):
            spare = span
            break
        else:
            told = True
    return _moved(spare, *seen.back(spare.start, spare.end)) if spare else None


def _heads_list(head: str, low: str, end: int) -> bool:
    """Whether another line further down is nothing but a date, too: those are the list's."""
    spans = ((_full_date(head, low, one.start(), one.end())) for one in _LINE.finditer(head, end))
    return any(span is not None and _REST_OF_LINE.match(low, span.end) for span in spans)


_HEADLINE = 60
"""Characters of a line from which on, with a full stop, it is no headline: the report has begun."""


def _moved(span: DateSpan, start: int, end: int) -> DateSpan:
    return replace(span, start=start, end=end)


def _full_date(text: str, low: str, begin: int, end: int) -> DateSpan | None:
    """Read a date with its year that stands exactly at `begin`."""
    while begin < end and low[begin].isspace():
        begin += 1
    if not _may_begin(low, begin):
        return None
    end = min(end, begin + _LONGEST_DATE)
    if not _DIGIT.search(low, begin, end):
        return None  # only a date with its year is full
    line = text[begin:end]
    for words in dict.fromkeys((line, _GLUED_YEAR.sub(r"\g<0> ", line, count=1))):
        for span in _find(words, None)[:1]:
            if span.start == 0 and span.precision == "day" and span.kind == "absolute":
                return replace(_moved(span, begin, begin + span.end), rules=("header",))
    return None


def _may_begin(low: str, begin: int) -> bool:
    """Whether the word at an offset is one that a date can begin with."""
    word = _FIRST_WORD.match(low, begin)
    if word is None:
        return False
    begins = word[0]
    return begins in _BEGINS or begins[0] <= "9"


_LONGEST_DATE = 80
_DIGIT = re.compile("[0-9]")
_GLUED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[^\W\d_])")
"""A year that a title was glued to ("5 February 2026Two killed")."""


@dataclass(slots=True)
class _Draft:
    """A span in the making."""

    start: int
    end: int
    days: Days
    kind: str
    rules: list[str]
    future: bool = False
    since: bool = False
    length: int | None = None


class _Finder:
    """Turns the atoms of one text into spans, in order."""

    def __init__(
        self, text: str, low: str, published: date | None, periods: Sequence[Period]
    ) -> None:
        self.text, self.low, self.published, self.periods = text, low, published, periods
        self.has_midnight = "midnight" in low
        self.found: list[DateSpan] = []

    def spans(self, atoms: list[Atom]) -> list[DateSpan]:
        following: Atom | None
        linked = done = False
        for atom, following in zip_longest(atoms, atoms[1:]):
            if done:
                done = linked = False
                continue
            context = context_of(self.low, atom)
            link = link_between(self.low, atom, following, context) if following else ""
            draft = None
            if following and link == "range":
                draft = self._range(atom, following, context)
                done = draft is not None
            if draft is None and is_accepted(
                self.text, self.low, atom, context, linked=linked or link == "range"
            ):
                draft = self._single(atom, context, with_last=linked)
            if draft:
                self._append(draft)
            linked = draft is not None and link != ""
        return self.found

    def _range(self, first: Atom, second: Atom, context: Context) -> _Draft | None:
        if {first.cue, second.cue} & {"date", "of"} or first.what == "then":
            return None
        future = is_future(self.low, first, context)
        if second.what == "then":
            second = self._then(second)
        if first.is_bare_day and first.of is None and not second.month:
            self._take_month(first)
        period = None if future else self._period(first)
        reference = period.last if period else self.published
        days = resolve_range(first, second, reference, future=future)
        if days.first is None and (self.published or first.year):
            return None
        kinds = {_KINDS.get(atom.what, "relative") for atom in (first, second)}
        draft = _Draft(first.start, second.end, days, "", [*first.rules, "range"], future)
        draft.kind = "absolute" if "absolute" in kinds else max(kinds)
        self._widen(draft, context)
        return draft

    def _widen(self, draft: _Draft, context: Context) -> None:
        """Take "from" or "between" before a range, and "تک" after it, into its words."""
        if context.lead in {"from", "between"}:
            draft.start = context.lead_start
        if tail := URDU_RANGE_TAIL.match(self.low, draft.end):
            draft.end = tail.end()

    def _then(self, atom: Atom) -> Atom:
        """Turn "then" into the last day of the date before it."""
        last = next((span.last for span in reversed(self.found[-3:]) if span.last), self.published)
        if last is None:
            return atom
        parts = (last.year, last.month, last.day)
        return Atom(atom.start, atom.end, "partial", *parts, rules=["then"])

    def _single(self, atom: Atom, context: Context, *, with_last: bool) -> _Draft:
        draft = _Draft(atom.start, atom.end, UNKNOWN, _KINDS.get(atom.what, "relative"), atom.rules)
        if atom.what == "then":
            atom = self._then(atom)
        if atom.of and "anchored" in atom.of.rules and self.found and self.found[-1].first:
            atom.year = self.found[-1].first.year
        if context.near in TURNS and can_turn(atom):
            atom.shift = TURNS[context.near]
            draft.start = context.near_start
            draft.rules.append(("last", "anchored", "next")[atom.shift + 1])
        draft.future = is_future(self.low, atom, context)
        if with_last and atom.what in {"partial", "weekday"}:
            draft.future |= "future" in self.found[-1].rules
        draft.days = self._resolve(atom, future=draft.future)
        draft.since = atom.what == "rolling"
        if self.has_midnight and draft.days.precision == "day":
            self._past_midnight(draft, atom)
        if atom.what in {"duration", "anchored"}:
            draft.length = atom.amount
        if atom.last_day:
            self._widen(draft, context)
        if atom.what == "period" and atom.shift == 0:
            self._this_period(draft, context)
        self._open_ended(draft, atom, context)
        return draft

    def _resolve(self, atom: Atom, *, future: bool) -> Days:
        """Resolve an atom, first inside the period that a heading or title names for its lines."""
        period = self._period(atom) if self.periods else None
        if period and not future and atom.what in {"weekday", "partial"}:
            days = inside(atom, period.first, period.last)
            if days.first and (self.published is None or days.first <= self.published):
                return days
        if atom.is_bare_day and atom.of is None:
            self._take_month(atom)
        return resolve(atom, self.published, future=future)

    def _period(self, atom: Atom) -> Period | None:
        """Return the period that holds where an atom stands."""
        held = (period for period in reversed(self.periods) if period.start <= atom.start)
        return next(held, None)

    def _take_month(self, atom: Atom) -> None:
        """Give "on the 21st" the month of the last date before it, unless that is long ago."""
        span = next((span for span in reversed(self.found) if _names_month(span)), None)
        if span is None or span.first is None or atom.day is None:
            return
        if self.published and not 0 <= (self.published - span.first).days <= _SAME_STORY:
            return
        begin = span.first.replace(day=1)
        following = (begin + timedelta(days=31)).replace(day=1)
        for month in (begin, following):
            try:
                day = month.replace(day=atom.day)
            except ValueError:
                continue
            if self.published and day > self.published:
                return
            if month == following or (span.first - day).days < _MONTH_TURNS:
                atom.year, atom.month = day.year, day.month
                return

    def _past_midnight(self, draft: _Draft, atom: Atom) -> None:
        """Read "began late on Friday and went on past midnight" as two days."""
        first = draft.days.first
        if first is None or not PAST_MIDNIGHT.match(self.low, atom.end):
            return
        last = first + timedelta(days=1)
        if self.published is None or last <= self.published:
            draft.days = Days(first, last, "range")
            draft.rules.append("past_midnight")

    def _this_period(self, draft: _Draft, context: Context) -> None:
        """Read "later this month" and "so far this year"."""
        if context.near == "later" and draft.days.first:
            draft.days = draft.days._replace(first=self.published)
            draft.future = True
        so_far = (context.second, context.near) == ("so", "far")
        if so_far or self.low.startswith(" so far", draft.end):
            draft.since = True
            draft.days = draft.days._replace(precision="range" if draft.days.first else "unknown")

    def _open_ended(self, draft: _Draft, atom: Atom, context: Context) -> None:
        """Read "since ..." and "until ..."."""
        first, last = draft.days.first, draft.days.last
        urdu = open_end(self.low, atom)
        if context.lead == "since" or (urdu and urdu["since"]):
            begin = last if "then" in atom.rules else first
            ahead = begin and self.published and begin > self.published
            draft.days = Days(begin, None if ahead else self.published, "range")
            if begin is None:
                draft.days = UNKNOWN
            draft.since = True
            draft.rules.append("since")
        elif context.lead in {"until", "till"} or urdu:
            draft.days = Days(None, last, "range" if last else "unknown")
            draft.rules.append("until")
        else:
            return
        draft.end = urdu.end() if urdu else draft.end
        if context.lead in HEADS:
            draft.start = context.lead_start

    def _append(self, draft: _Draft) -> None:
        """Close a period that is not over at the publication, and keep the span."""
        first, last, precision = draft.days
        published = self.published
        if published and first and last:
            if first > published:
                draft.future = True
            elif last > published and not draft.future:
                last = published
        if draft.future:
            draft.rules.append("future")
        start = max(draft.start, self.found[-1].end) if self.found else draft.start
        self.found.append(
            DateSpan(
                start=start, end=draft.end, first=first, last=last, precision=precision,
                kind=draft.kind, since=draft.since, days=draft.length,
                rules=tuple(dict.fromkeys(draft.rules)),
            )
        )  # fmt: skip


def _names_month(span: DateSpan) -> bool:
    return span.kind == "absolute" and span.first is not None and span.precision in _WITH_MONTH


_WITH_MONTH = frozenset({"day", "month", "range"})
_SAME_STORY = 92
"""Days before the publication to which a day without a month still belongs."""
_MONTH_TURNS = 14
"""Days by which a day of the month falls back where a list has come to the next month."""


def _both_tables() -> dict[str, tuple[Reader, ...]]:
    return {word: URDU.get(word, ()) + ENGLISH.get(word, ()) for word in {**URDU, **ENGLISH}}


_BOTH = _both_tables()
_READERS, _ENGLISH = Readers(_BOTH), Readers(ENGLISH)
_BEGINS = frozenset({*_BOTH, *HEADS, *TURNS, "the"})

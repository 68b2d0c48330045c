"""Chronicles: lists of events, each under its date, often months or years before the publication.

"Jan. 8, 2010 - A suicide attack ... kills 71." In a report such a day would be a memory; in a list
of the attacks of some years every item tells its event, as if it were published on that day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from geomap.text.dates import DateSpan
from geomap.text.patterns import line_starts
from geomap.text.sentences import Sentence

__all__ = ["Item", "Stand", "chronicle", "opens_hour", "stands_in"]

_LINE_LEAD = re.compile(
    r"[ \t\u00a0]*(?:[-*•–—▪●·>_#]+[ \t]*)*(?:\(?\d{1,2}[.)][ \t]+)?[*_]{0,2}"
    r"(?P<on>(?:On|In|(?:[A-Z][\w ]{2,24},\s+|(?:Late|Early)\s+)(?:on|in))\s+)?"
)
_ITEM_ENDS = re.compile(
    r"[*_]{0,2}\s*(?:[:–—-]|[*_]*\s*$|\.?\s+[-–—]|\.\s+(?=[A-Z\u0620-\u06ff])|,\s+(?=\d{4}\b))",
    re.MULTILINE,
)
_GOES_ON = re.compile(r"[ \t]*[-*•–—▪●]")
_ANNOUNCED = re.compile(
    r"\b(?:timeline|chronolog(?:y|ical)|list\s+of|a\s+look\s+at|key\s+(?:dates|events|attacks)|"
    r"(?:some\s+of\s+)?the\s+(?:main|major|deadliest|worst|biggest|most\s+(?:significant|notable|recent))\s+(?:\w+\s+)?"
    r"(?:attacks|incidents|bombings|blasts|strikes|events)|(?:following|earlier|previous|past)\s+(?:\w+\s+)?"
    r"(?:attacks|incidents|events|ones))\b|ٹائم\s?لائن|(?:اہم|بڑے)\s+(?:واقعات|حملے|حملوں)|پر\s+ایک\s+نظر",
    re.IGNORECASE,
)
_OPENING = 900
_ITEMS = 3
_PRECISE = frozenset({"day", "month", "range"})


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a chronicle: its text ``[start:end)`` and the last day of its date.

    `hourly` items are those of a live page, which may all be on one event.
    """

    start: int
    end: int
    day: date
    hourly: bool = False


class Stand(NamedTuple):
    """Where a sentence stands: whether it ``opens`` an item or ``goes on`` with it, and its day."""

    listed: str
    day: date | None


def chronicle(
    text: str, title: str | None, dates: Sequence[DateSpan], published: date | None
) -> list[Item]:
    """Return the items of a list of dated events; none where an article is no such list.

    Three lines or more must open with a date ("On April 9, 2024, ..." only where title or opening
    announce a list), or with an hour: the updates of a live page, all of its day.

    Parameters
    ----------
    text, title
        The article.
    dates
        Its dates, in text order.
    published
        Its day of publication.
    """
    if published is None:
        return []
    opened = _opened_lines(text, dates) if len(dates) >= _ITEMS else []
    if len(opened) < _ITEMS:
        return _clocked(text, _day_of_page(text, dates, published))
    spans = [one for one in opened if not one.in_prose]
    if len({one.day for one in spans}) < _ITEMS and _is_announced(text, title or ""):
        spans = opened
    days = {one.day for one in spans}
    if len(days) < _ITEMS:
        return []
    return [Item(one.start, one.end, one.day) for one in spans]


_CLOCK = re.compile(
    r"[ \t\u00a0*•–—▪●·>_#\[(-]{0,12}"
    r"(?:\d{1,2}[:.]\d{2}|\d{1,2}(?=\s?[ap]\.?m\b))\s?(?:[ap]\.?m\.?|hrs|hours|PKT|بجے)?"
    r"[ \t*_\])]{0,8}(?:[:–—-]|(?<=[*_\]])|(?=\S))",
    re.IGNORECASE,
)
"""How the lines of a live page begin: "9.10am - ...", "**19:45** ..."."""


_ATTACKS_OF = re.compile(
    r"['’]s\s+(?:\w+\s+){0,2}?(?:attacks?|blasts?|assaults?|bombings?|violence|events|raids?)\b"
)
"""What stands behind the day of a live page: "Thursday's three attacks"."""
_OVER_NIGHT = 2


def _day_of_page(text: str, dates: Sequence[DateSpan], published: date) -> date:
    """Return the day of a live page: that of its attacks where it was closed the day after."""
    days = {
        span.first
        for span in dates
        if span.first is not None and span.precision == "day" and _ATTACKS_OF.match(text, span.end)
    }
    day = days.pop() if len(days) == 1 else published
    return day if 0 <= (published - day).days <= _OVER_NIGHT else published


def opens_hour(text: str, start: int) -> bool:
    """Whether a line of a live page opens at an offset, under the hour when it was written."""
    return _CLOCK.match(text, start) is not None


def _clocked(text: str, published: date) -> list[Item]:
    """Return the lines of a live page, each under the hour at which it was written that day."""
    bounds = [*line_starts(text), len(text) + 1]
    begun = [start for start in bounds[:-1] if _CLOCK.match(text, start)]
    if len(begun) < _ITEMS:
        return []
    lines = pairwise([*begun, bounds[-1]])
    return [Item(start, end - 1, published, hourly=True) for start, end in lines]


def _is_announced(text: str, title: str) -> bool:
    """Whether title or opening call what follows a list."""
    return any(_ANNOUNCED.search(words) for words in (title, text[:_OPENING]))


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    day: date
    in_prose: bool


def _opened_lines(text: str, dates: Sequence[DateSpan]) -> list[_Line]:
    """Return the lines that open with a date, each with what goes on with it."""
    by_start: Mapping[int, DateSpan] = {span.start: span for span in dates}
    bounds = [*line_starts(text), len(text) + 1]
    lines = _Lines(text)
    for begin, after in pairwise(bounds):
        end = after - 1
        if not text[begin:end].strip():
            continue
        lead = _LINE_LEAD.match(text, begin, end)
        span = by_start.get(lead.end()) if lead else None
        day = _day_of(span)
        if span is None or day is None:
            lines.go_on(begin, end)
        else:
            lines.open(begin, end, span, day, in_prose=bool(lead and lead["on"]))
    return lines.found


@dataclass(slots=True)
class _Lines:
    """The lines of a text that open with a date, as far as it has been read.

    A line that is nothing but a date heads what follows it, up to the next such line; a bullet
    without a date goes on with the item before it.
    """

    text: str
    found: list[_Line] = field(default_factory=list)
    headed: date | None = None
    is_new: bool = False

    def open(self, begin: int, end: int, span: DateSpan, day: date, *, in_prose: bool) -> None:
        """Read a line that opens with a date."""
        if not self.text[span.end : end].strip(" \t:*_."):
            self.headed, self.is_new = day, True
            return
        self.headed = None
        if in_prose or _ITEM_ENDS.match(self.text, span.end, end):
            self.found.append(_Line(begin, end, day, in_prose))
        elif self.found and _GOES_ON.match(self.text, begin):
            self.found[-1].end = end

    def go_on(self, begin: int, end: int) -> None:
        """Read a line that opens with no date."""
        if self.headed is not None and self.is_new:
            self.found.append(_Line(begin, end, self.headed, in_prose=False))
            self.is_new = False
        elif self.found and (self.headed is not None or _GOES_ON.match(self.text, begin)):
            self.found[-1].end = end


def _day_of(span: DateSpan | None) -> date | None:
    if span is None or span.precision not in _PRECISE or span.since or "future" in span.rules:
        return None
    return span.last


def stands_in(
    items: Sequence[Item], sentences: Sequence[Sentence], published: date | None
) -> list[Stand]:
    """Return for each sentence the item that it opens or goes on with, and the day to read it by.

    That is the day of its item, or the day of publication.
    """
    if not items:
        return [Stand("", published)] * len(sentences)
    answer: list[Stand] = []
    last: Item | None = None
    left = list(reversed(items))
    for sentence in sentences:
        while left and left[-1].end <= sentence.start:
            left.pop()
        item = left[-1] if left and left[-1].start <= sentence.start else None
        if item is None:
            answer.append(Stand("", published))
        else:
            goes_on = item is last or item.hourly
            answer.append(Stand("goes on" if goes_on else "opens", item.day))
        last = item
    return answer

"""Dates that hang on others: lists and headings, and days counted from the event before.

A round-up names its period once, in title, heading or first sentence; its lines then say "Mon -",
"**Tuesday:**" or "17:". "The next day", "two days after the raid" and "a day earlier" are counted
from a day named near them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from geomap.text._date_ranks import SPOKEN, rank_of
from geomap.text.dates import DateSpan, Period, find_dates
from geomap.text.patterns import Pattern, at_lines, line_starts

__all__ = ["article_dates"]


def article_dates(title: str | None, text: str, published: date | None) -> list[DateSpan]:
    """Find the dates of an article, those that hang on its layout and on each other included.

    Parameters
    ----------
    title
        The headline, where it is no part of the text.
    text
        The article's text.
    published
        The day of publication, None when unknown.

    Returns
    -------
    list of DateSpan
        In text order; offsets into `text`.
    """
    opened = list(at_lines(_LIST_WEEKDAY, text, line_starts(text)))
    periods = _periods(title or "", text, published, listed=len(opened) > 1)
    spans = find_dates(text, published=published, periods=periods)
    listed = [
        *_listed_weekdays(opened, published, periods),
        *_listed_days(text, published, periods),
        *_listed_days_and_months(text, published),
    ]
    spans = _without_overlaps(sorted([*spans, *listed], key=_start))
    ordered = _in_list_order(text, spans, published, periods)
    return _Anchors(text, ordered, published).counted()


def _without_overlaps(spans: Sequence[DateSpan]) -> list[DateSpan]:
    """Return the dates without those that begin inside one before them."""
    answer: list[DateSpan] = []
    for span in spans:
        if not answer or span.start >= answer[-1].end:
            answer.append(span)
    return answer


_HEADING_LENGTH, _LATER_HEADING = 100, 50
_LEAD_LENGTH = 500
_SHORT, _LONG = 2, 370
_NAMES_PERIOD = re.compile(
    r"\d|week|month|year|jan|feb|march|april|may|june|july|aug|sep|oct|nov|dec|ہفت|ماہ|سال|جنوری|فروری|"
    r"مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
    re.IGNORECASE,
)
_BULLET = r"[ \t*_#>•·▪●–—-]{0,8}(?:\(?[\da-z]{1,2}[.)][ \t]{0,3})?[*_]{0,2}"
_LIST_WEEKDAY = re.compile(
    rf"^{_BULLET}(?P<day>(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?P<full>day)?)\b"
    r"(?P<tail>[^\n]{0,24})",
    re.MULTILINE,
)
_SHORT_DAY_ENDS = re.compile(r"\.?(?:\s(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)?[*_]*\s*[-–—:,(]")
_WEEKDAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday",
    "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_LIST_DAY = re.compile(
    rf"^{_BULLET}(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?[*_]*(?:\s?:|\s[-–—]\s|\s?—)",
    re.MULTILINE,
)
_OPENING = re.compile(rf"(?:{_BULLET}|[ \t]*)(?:(?:late |early )?on )?\Z", re.IGNORECASE)


def _periods(title: str, text: str, published: date | None, *, listed: bool) -> list[Period]:
    """Return the periods that title, headings and, above a list of weekdays, the lead name."""
    found: list[Period] = []
    if title and _NAMES_PERIOD.search(title):
        found += _named(0, find_dates(title, published=published))
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        longest = _HEADING_LENGTH if begin < _LEAD_LENGTH else _LATER_HEADING
        if 0 < end - begin <= longest and _is_heading(words := text[begin:end].strip(" \t#*_>:")):
            found += _named(end, find_dates(words, published=published))
        begin = end + 1
    if not found and listed:
        lead = find_dates(text[:_LEAD_LENGTH], published=published)
        found += _named(0, [span for span in lead if span.precision in {"week", "range"}])
    return found


_ENDS = frozenset(".!?۔؟,;،")


def _is_heading(words: str) -> bool:
    return words[-1:] not in _ENDS and _NAMES_PERIOD.search(words) is not None


def _named(start: int, spans: Sequence[DateSpan]) -> list[Period]:
    """Return the first stretch of days among the dates of a heading that can hold its lines."""
    for span in spans:
        if span.first is None or span.last is None or "future" in span.rules or span.since:
            continue
        if span.precision != "day" and _SHORT <= (span.last - span.first).days <= _LONG:
            return [Period(start, span.first, span.last)]
    return []


def _holding(periods: Sequence[Period], offset: int) -> Period | None:
    """Return the period that holds at an offset."""
    return next((period for period in reversed(periods) if period.start <= offset), None)


def _listed_weekdays(
    lines: Sequence[re.Match[str]], published: date | None, periods: Sequence[Period]
) -> Iterator[DateSpan]:
    """Read the short weekdays that open the lines of a list ("Mon - ...")."""
    for match in lines:
        if match["full"] or not _SHORT_DAY_ENDS.match(match["tail"]):
            continue
        word = _WEEKDAYS[match["day"].lower()[:3]]
        period = _holding(periods, match.start())
        within = [period._replace(start=0)] if period else []
        for span in find_dates(f"on {word}", published=published, periods=within)[:1]:
            yield replace(span, start=match.start("day"), end=match.end("day"))


_MONTH_LENGTH = 31


def _listed_days(
    text: str, published: date | None, periods: Sequence[Period]
) -> Iterator[DateSpan]:
    """Read the days that open the lines under the heading of a month ("17: ...")."""
    if not any((period.last - period.first).days <= _MONTH_LENGTH for period in periods):
        return
    matches = list(at_lines(_LIST_DAY, text, line_starts(text)))
    numbers = [int(match["day"]) for match in matches]
    if numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 1:
        return  # a numbered list
    for match, number in zip(matches, numbers, strict=True):
        period = _holding(periods, match.start())
        if period is None:
            continue
        days = [period.first + timedelta(days=step) for step in range(_MONTH_LENGTH + 1)]
        fit = [day for day in days if day.day == number and day <= period.last]
        if len(fit) == 1 and (published is None or fit[0] <= published):
            yield DateSpan(
                start=match.start("day"), end=match.end("day"), first=fit[0], last=fit[0],
                precision="day", kind="absolute", rules=("listed_day",),
            )  # fmt: skip


_LIST_DAY_MONTH = re.compile(
    rf"^{_BULLET}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})[*_]*(?=\s?[:–—]|\s-\s)", re.MULTILINE
)


def _listed_days_and_months(text: str, published: date | None) -> Iterator[DateSpan]:
    """Read the days and months that open the lines of a list ("3/11: ...", day first)."""
    if published is None or "/" not in text:
        return
    matches = list(at_lines(_LIST_DAY_MONTH, text, line_starts(text)))
    if len(matches) < _FEWEST - 1:
        return
    for match in matches:
        day, month = int(match["day"]), int(match["month"])
        for year in (published.year, published.year - 1):
            try:
                first = date(year, month, day)
            except ValueError:
                continue
            if first <= published:
                yield DateSpan(
                    start=match.start("day"), end=match.end("month"), first=first, last=first,
                    precision="day", kind="absolute", rules=("listed_day",),
                )  # fmt: skip
                break


def _in_list_order(
    text: str, spans: Sequence[DateSpan], published: date | None, periods: Sequence[Period]
) -> list[DateSpan]:
    """Move the weekdays that open a list's items so that they stand in order.

    Read each for itself, "Monday" in a list of the week before a Monday is the day of publication.
    A list whose days only rise or only fall is left as it is.
    """
    items = [
        number
        for number, span in enumerate(spans)
        if span.kind == "weekday"
        and span.precision == "day"
        and span.first
        and _opens_line(text, span)
    ]
    days = [span.first for number in items if (span := spans[number]).first]
    if len(items) < _FEWEST or days == sorted(days) or days == sorted(days, reverse=True):
        return list(spans)
    moved, latest = list(spans), published or max(days)
    for number in reversed(items):
        span = spans[number]
        if span.first is None or _holding(periods, span.start):
            continue
        latest -= timedelta(days=(latest.weekday() - span.first.weekday()) % 7)
        moved[number] = replace(span, first=latest, last=latest)
    return moved


_FEWEST = 3


def _opens_line(text: str, span: DateSpan) -> bool:
    line_start = text.rfind("\n", 0, span.start) + 1
    return (
        span.start - line_start <= 20 and _OPENING.match(text[line_start : span.start]) is not None
    )


_STOP = re.compile(r"[.!?]['\"”’*_)]*\s|[۔؟\n]")
_AFTER = re.compile(r"(?:\b|-)(?:after|before)\Z", re.IGNORECASE)
_OTHER_EVENT = re.compile(
    r"\s+(?:the\s+same\s+\w+|an?\b|another|some|unknown|unidentified|gunmen|armed|militants|two|three|"
    r"four|five|six|seven|eight|nine|ten|\d+)\b|[^,.;\n]{0,40}?\bhad\b",
    re.IGNORECASE,
)
_CAME = Pattern(
    r"\b(?:came|comes|coming|took\s+place|happened|occurred|follow\w*)\s+(?:just\s+|only\s+|barely\s+|"
    r"less\s+than\s+)?\Z",
    re.IGNORECASE,
)
_HAD = re.compile(r"\b(?:had|have|having)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"[\W_]*(?:(?:And|But|Only|Just|Barely|Hardly|Some|About|Nearly|Around|On|In)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
"""Words before "four days earlier" at the start of a sentence: it counts from the day just told."""
_FROM_PUBLICATION = frozenset({"earlier", "previous_day", "previous_night"})


class _Anchors:
    """Counts relative dates from the days named around them, in text order."""

    def __init__(self, text: str, spans: Sequence[DateSpan], published: date | None) -> None:
        self.text, self.spans, self.published = text, list(spans), published
        self.base: date | None = None
        self.base_end = 0

    def counted(self) -> list[DateSpan]:
        for number, span in enumerate(self.spans):
            anchored = any(rule.startswith("anchored") for rule in span.rules)
            if span.first is None and span.days is not None and anchored:
                self.spans[number] = self._from_event(number, span)
            elif _FROM_PUBLICATION & set(span.rules) and span.kind == "relative":
                self.spans[number] = self._earlier(number, span)
            self._remember(self.spans[number])
        return self.spans

    def _remember(self, span: DateSpan) -> None:
        exact = span.precision in {"day", "range"} and not span.since
        if span.first is None or not exact or _NO_BASE & set(span.rules):
            return
        if self.base is not None and (self._rank(span) == SPOKEN or self._is_named(span)):
            return
        self.base = span.last if span.last is not None else span.first
        self.base_end = span.end

    def _is_named(self, span: DateSpan) -> bool:
        """Whether a date is another event's, named beside the one told ("the May 9 riots")."""
        if self._bounds(span)[0] > self.base_end:
            return False
        return self.text.endswith("the ", 0, span.start) or self.text[span.end : span.end + 2] in {
            "'s",
            "’s",
        }

    def _bounds(self, span: DateSpan) -> tuple[int, int]:
        """Return about where the sentence of a date begins and ends."""
        begin, end = max(0, span.start - _SENTENCE), min(len(self.text), span.end + _SENTENCE)
        for stop in _STOP.finditer(self.text, begin, span.start):
            begin = stop.end()
        close = _STOP.search(self.text, span.end, end)
        return begin, close.start() if close else end

    def _rank(self, span: DateSpan) -> int:
        return rank_of(self.text, self._bounds(span), (span.start, span.end))

    def _mate(self, number: int, span: DateSpan) -> DateSpan | None:
        """Return the day named in the same sentence: the event's, else that of speech."""
        first, last = self._bounds(span)
        near = [
            other
            for other in self.spans[max(0, number - 3) : number + 4]
            if other is not span
            and first <= other.start < last
            and other.precision == "day"
            and other.kind != "relative"
            and "future" not in other.rules
        ]
        return min(
            near, key=lambda other: (self._rank(other), abs(other.start - span.start)), default=None
        )

    def _from_event(self, number: int, span: DateSpan) -> DateSpan:
        """Count "the next day", "a day after X", "two days later", not "for two nights before"."""
        if self.text.endswith("for ", 0, span.start):
            return span
        days = timedelta(days=span.days or 0)
        mate = (
            self._mate(number, span) if _AFTER.search(self.text[span.end - 9 : span.end]) else None
        )
        if mate is not None and mate.first is not None:
            between = self.text[span.end : mate.start]
            if mate.start > span.end and ("," not in between or _OF_IT.search(between)):
                return _on(span, mate.first + days)
            return _on(span, mate.first - days, "counted_back")
        if self.base is None:
            return span
        late = self.published is not None and self.base + days > self.published
        if days and (late or self._looks_back(span)):
            return _on(span, self.base - days, "counted_back")
        return _on(span, self.base + days)

    def _looks_back(self, span: DateSpan) -> bool:
        """Whether "a day after" names another, older event than the one told."""
        if not _AFTER.search(self.text[span.end - 9 : span.end]):
            return False
        before = self.text[self._bounds(span)[0] : span.start]
        if not before.strip():
            return False
        return bool(_CAME.search(before) or _OTHER_EVENT.match(self.text, span.end))

    def _earlier(self, number: int, span: DateSpan) -> DateSpan:
        """Count "a day earlier" from the day told of, where this sentence or the last has it."""
        if named := self._named_behind(number, span):
            return _on(span, named)
        if self.published is None or span.first is None or span.precision != "day":
            return span
        back = self.published - span.first
        mate = self._mate(number, span)
        if mate is not None and mate.first is not None:
            return _on(span, mate.first - back, "counted_earlier")
        first, last = self._bounds(span)
        follows = self.base is not None and 0 <= first - self.base_end < _SENTENCE
        if not follows or self.base is None or "\n\n" in self.text[self.base_end : first]:
            return span
        opens = _OPENS.fullmatch(self.text, first, span.start) is not None
        if not opens and not _HAD.search(self.text, first, last):
            return span
        return _on(span, self.base - back, "counted_earlier")

    def _named_behind(self, number: int, span: DateSpan) -> date | None:
        """Return the day that stands in apposition: "six days earlier, on April 3"."""
        other = self.spans[number + 1] if number + 1 < len(self.spans) else None
        if other is None or other.kind != "absolute" or other.precision != "day":
            return None
        return other.first if _APPOSED.fullmatch(self.text, span.end, other.start) else None


_OF_IT = re.compile(
    r"^[^,;]{1,60},\s+(?:(?:which|that)\s+)?(?:(?:was|were|had\s+been|is|are)\s+)?"
    r"(?:held|fell|falls?|took\s+place|began|started|came|celebrated|observed|marked|staged|due|opened|launched|scheduled)?\s*"
    r"(?:on\s+)?$",
    re.IGNORECASE,
)
"""Between "the day before" something and its day: "the polls, which were held on"."""
_APPOSED = re.compile(r",?\s+(?:on\s+)?")
_SENTENCE = 300
_NO_BASE = frozenset({"future", "counted_back", "counted_earlier"})


def _on(span: DateSpan, day: date, *rules: str) -> DateSpan:
    return replace(span, first=day, last=day, precision="day", rules=(*span.rules, *rules))


def _start(span: DateSpan) -> int:
    return span.start

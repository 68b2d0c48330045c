"""The time that a sum is of: the weeks or months that its sentence or its article covers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geomap.text._date_ranks import is_compared, ranks_event
from geomap.text.attack_counts import names_the_period
from geomap.text.dates import DateSpan
from geomap.text.patterns import Pattern
from geomap.text.scenes import Reading, Scene

__all__ = ["covered_by"]

_YEAR_BEFORE = Pattern(
    r"\b(?:same|corresponding|comparable)\s+(?:period|months|quarter|time|stretch)\s+(?:(?:in|of|a)\s+)?"
    r"(?:the\s+)?(?:last|previous|preceding)?\s*year\b"
    r"|\bthe\s+(?:year\s+before|(?:previous|preceding)\s+year)\b"
    r"|(?:گزشتہ|گذشتہ|پچھلے)\s+(?:سال|برس)\s+(?:کی\s+|کے\s+)?اسی\s+(?:مدت|عرصے|دوران)",
    re.IGNORECASE,
)


def covered_by(text: str, scene: Scene, reading: Reading) -> tuple[DateSpan | None, str]:
    """Return the time that a sum is of, and the rule: its own, or what the article covers.

    "In the same period of last year 31 died" is of the article's months, a year earlier. A month
    with which figures are compared is not that of a sum: "up a third on September". What goes on
    "so far" ends on the day of the latest news.
    """
    period = reading.period_at(scene.sentence.number)
    sentence = scene.sentence
    before = _YEAR_BEFORE.inside(text, sentence)
    compared = before is not None and is_compared(text, sentence.start, before.start())
    if period is not None and before is not None and not compared:
        first, last = period.first, period.last
        if first is not None and last is not None:
            moved = replace(period, first=_year_before(first), last=_year_before(last))
            return moved, "date:a year before"
    own = [
        _since_deed(text, span, reading)
        for span in scene.dates
        if _may_be_own(text, scene, span, period)
    ]
    if widest := _widest(_joined(text, own)):
        return _until_news(_so_far(text, widest, reading), reading), "date:widest period"
    return period, "date:in the account"


def _may_be_own(text: str, scene: Scene, span: DateSpan, period: DateSpan | None) -> bool:
    """Whether a date may be the time of a sum: not compared, and not just "the month"."""
    start, end = scene.sentence.start, scene.sentence.end
    if is_compared(text, start, span.start) or ranks_event(text, (start, end), span):
        return False
    return period is None or span is period or not names_the_period(text, span)


_AND = re.compile(r"\s*(?:,|،|and|&|اور|to|through)\s*\Z")
_SO_FAR = re.compile(
    r"\s*,?\s*(?:so\s+far|to\s+date|until\s+now|till\s+now|till\s+date)\b|\s+(?:میں\s+)?اب\s+تک(?!\w)",
    re.IGNORECASE,
)


def _joined(text: str, spans: Sequence[DateSpan]) -> list[DateSpan]:
    """Join months and years that are counted together: "in January and February"."""
    answer: list[DateSpan] = []
    for span in spans:
        last = answer[-1] if answer else None
        if (
            last is not None
            and span.precision in {"month", "year"}
            and last.first is not None
            and last.last is not None
            and span.first is not None
            and 0 < (span.first - last.last).days <= 1
            and _AND.match(text, last.end, span.start)
        ):
            answer[-1] = replace(last, end=span.end, last=span.last, precision="range")
        else:
            answer.append(span)
    return answer


_SINCE_DEED = re.compile(
    r"\bsince\s+(?:the\s+)?[A-Za-z][^.;,\d]{3,70}?\s(?:in|on|of)\s+(?:early\s+|mid-|late\s+)?$",
    re.IGNORECASE,
)
"""What stands before a date from which on a sum counts: "since the fall of the city in"."""


def _since_deed(text: str, span: DateSpan, reading: Reading) -> DateSpan:
    """Let a sum go on to the publication that counts since something that happened then."""
    published = reading.article.published
    if span.since or published is None or span.first is None or span.first >= published:
        return span
    if span.precision not in {"day", "month", "year"}:
        return span
    if _SINCE_DEED.search(text, max(0, span.start - 110), span.start) is None:
        return span
    return replace(span, last=published, precision="range", since=True)


def _so_far(text: str, span: DateSpan, reading: Reading) -> DateSpan:
    """Let a month or year of the publication "so far" end on that day."""
    published = reading.article.published
    if published is None or span.first is None or span.last is None:
        return span
    if span.first <= published < span.last and _SO_FAR.match(text, span.end):
        return replace(span, last=published, precision="range")
    return span


def _until_news(span: DateSpan, reading: Reading) -> DateSpan:
    """Let a time that goes on end on the day before, where all news of the article is of then."""
    published, news = reading.article.published, reading.latest_day
    if published is None or news is None or span.first is None or span.last != published:
        return span
    if (published - news).days != 1 or span.first >= news:
        return span
    return replace(span, last=news)


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == _LEAP
    return day.replace(year=day.year - 1, day=day.day - leap)


_LEAP = (2, 29)


def _widest(spans: Sequence[DateSpan]) -> DateSpan | None:
    """Return the longest period that a sentence names."""
    lengths = [
        ((span.last - span.first).days, -number, span)
        for number, span in enumerate(spans)
        if span.first is not None and span.last is not None
    ]
    if not lengths:
        return None
    span = max(lengths, key=lambda item: item[:2])[2]
    last = span.last
    known = [other.last for _, _, other in lengths if other is not span and other.last]
    if span.since and known and span.first is not None and span.first < max(known):
        last = max(known)  # figures given out then cannot cover what came after
    return replace(span, last=last)

"""When an event was: the days that its own sentences name, and how exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geomap.records import Account
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, event_dates
from geomap.text.moods import is_dated
from geomap.text.scenes import Reading, Scene

__all__ = ["When", "when_of"]


@dataclass(frozen=True, slots=True)
class When:
    """First and last day (inclusive, None when unknown), precision, the words, and the rule."""

    first: date | None
    last: date | None
    precision: str
    span: DateSpan | None
    rule: str


_UNKNOWN = When(None, None, "unknown", None, "date:none")


def when_of(
    text: str,
    draft: Draft,
    *,
    kind: str,
    before: Sequence[Account],
    reading: Reading,
) -> When:
    """Choose the days of an event.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event's sentences.
    kind
        The account's kind: a statistic takes the widest period that its sentence names, an
        operation lasts from its start, or from the attacks that it answers.
    before
        The article's accounts so far; an event without a day of its own takes the last one's.
    reading
        The article, read: its publication date, and the days that its lead names for all.
    """
    published, scenes = reading.article.published, reading.scenes
    if kind == "statistic":
        own = _widest(draft.scenes[0].dates)
        period = reading.period
        return _said(period) if own.first is None and period is not None else own
    spans = [span for scene in draft.scenes for span in event_dates(text, scene)]
    if kind == "operation":
        return _campaign(draft, spans, before, published)
    if spans:
        return _said(_most_exact(spans))
    for account in reversed(before):
        if account.date_start is not None and account.kind != "statistic":
            rule = "date:from the account before"
            return When(account.date_start, account.date_end, account.date_precision, None, rule)
    return _from_lead(draft, scenes)


def _from_lead(draft: Draft, scenes: Sequence[Scene]) -> When:
    """Take the days that an earlier sentence, the lead of a round-up, names for all."""
    for scene in scenes:
        if scene.sentence.number >= draft.scenes[0].sentence.number:
            break
        for span in scene.dates:
            if is_dated(span):
                return replace(_said(span), rule="date:of the lead")
    return _UNKNOWN


def _most_exact(spans: Sequence[DateSpan]) -> DateSpan:
    """Return the first date, or a day inside it where it is a longer stretch."""
    first = spans[0]
    if first.precision == "day" or first.first is None or first.last is None:
        return first
    for span in spans[1:]:
        inside = span.first is not None and first.first <= span.first <= first.last
        if span.precision == "day" and inside and span.kind == "absolute":
            return span
    return first


def _said(span: DateSpan) -> When:
    return When(span.first, span.last, span.precision, span, "date:in the account")


def _widest(spans: Sequence[DateSpan]) -> When:
    """Return the longest period that a sentence names."""
    lengths = [
        ((span.last - span.first).days, -number, span)
        for number, span in enumerate(spans)
        if span.first is not None and span.last is not None
    ]
    if not lengths:
        return _UNKNOWN
    span = max(lengths, key=lambda item: item[:2])[2]
    last = span.last
    known = [other.last for _, _, other in lengths if other is not span and other.last]
    if span.since and known and span.first is not None and span.first < max(known):
        last = max(known)  # figures given out then cannot cover what came after
    return When(span.first, last, span.precision, span, "date:widest period")


def _campaign(
    draft: Draft,
    spans: Sequence[DateSpan],
    before: Sequence[Account],
    published: date | None,
) -> When:
    """Return the days of an operation: its own, its length, or those of what it answers."""
    lengths = [
        span.days
        for scene in draft.scenes
        for span in scene.dates
        if span.kind == "duration" and span.days
    ]
    starts = [span for span in spans if span.kind == "absolute" and span.first is not None]
    if lengths and starts and starts[0].first is not None:
        first = starts[0].first
        last = first + timedelta(days=lengths[0] - 1)
        return When(first, last, "range", starts[0], "date:start and length")
    own = [span for span in spans if span.precision == "range" or span.kind != "weekday"]
    if own:
        return _said(own[0])
    for account in reversed(before):
        if account.date_start is not None and account.kind in {"multi_site", "incident"}:
            end = published or account.date_end
            rule = "date:from the attacks it answers"
            return When(account.date_start, end, "range", None, rule)
    return _said(spans[0]) if spans else _UNKNOWN

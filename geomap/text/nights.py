"""Which day of a night between two an event was on, where its hour is told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft

__all__ = ["by_the_hour"]

_SMALL = re.compile(
    r"\b(?:12|0?[1-5])(?:[:.][0-5]\d)?\s?a\.?m\b|\b0[0-5][:.]?[0-5]\d\s?(?:hours|hrs)\b"
    r"|\b(?:after|past)\s+midnight\b|\b(?:one|two|three|four|five)\s+in\s+the\s+morning\b"
    r"|رات\s+(?:ایک|دو|تین|ڈھائی|ڈیڑھ)\s+بجے|علی\s+الصبح",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:[7-9]|1[01])(?:[:.][0-5]\d)?\s?p\.?m\b|\b(?:19|2[0-3])[:.]?[0-5]\d\s?(?:hours|hrs)\b"
    r"|\bbefore\s+midnight\b|رات\s+(?:آٹھ|نو|دس|گیارہ)\s+بجے",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"\bnight\s+(?:of\s+|between\s+|separating\s+)?\Z|درمیانی", re.IGNORECASE)
_BACK, _AHEAD, _SENTENCES = 30, 25, 2


def by_the_hour(text: str, draft: Draft, span: DateSpan) -> DateSpan:
    """Return the day of an event on "the night between Sunday and Monday": at 2am it is Monday.

    Parameters
    ----------
    text
        The article.
    draft
        The event; the hour stands in one of its first sentences.
    span
        Its date.
    """
    if span.first is None or span.last != span.first + timedelta(days=1):
        return span
    around = text[max(0, span.start - _BACK) : span.start], text[span.start : span.end + _AHEAD]
    if not (_NIGHT.search(around[0]) or _NIGHT.search(around[1])):
        return span
    for scene in draft.scenes[:_SENTENCES]:
        sentence = scene.sentence
        if _SMALL.search(text, sentence.start, sentence.end):
            return replace(span, first=span.last, precision="day")
        if _LATE.search(text, sentence.start, sentence.end):
            return replace(span, last=span.first, precision="day")
    return span

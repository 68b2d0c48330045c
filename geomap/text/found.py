"""One sentence with what was found in it, and what its days and figures are worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from geomap.lexicons import per_lexicons
from geomap.text.counts import Count
from geomap.text.dates import DateSpan
from geomap.text.events import Cue, Trigger, cue_words
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["Found", "Said", "is_counted", "is_dated", "is_own_day", "said_of"]


@dataclass(slots=True)
class Found:
    """What was found in one sentence of a text published on a day (None when unknown)."""

    text: str
    sentence: Sentence
    published: date | None
    triggers: Sequence[Trigger]
    cues: Sequence[Cue]
    counts: Sequence[Count]
    dates: Sequence[DateSpan]

    def may_match(self, marks: int) -> bool:
        """Whether one of several patterns may match, by their marks (`any_mark`)."""
        return self.sentence.marks & marks != 0

    def matches(self, pattern: Pattern) -> bool:
        """Whether a pattern matches inside the sentence."""
        sentence = self.sentence
        if sentence.marks & pattern.mark != pattern.mark:
            return False
        return pattern.pattern.search(self.text, sentence.start, sentence.end) is not None


_SHORT_RANGE = 14


def is_dated(span: DateSpan) -> bool:
    """Whether a date is exact enough to be that of one event: days, not months."""
    if span.first is None or span.last is None or "future" in span.rules or span.since:
        return False
    return (span.last - span.first).days <= _SHORT_RANGE


def is_own_day(span: DateSpan) -> bool:
    """Whether a date names a day by itself, not by pointing at one named before."""
    return is_dated(span) and not any(rule.startswith("anchored") for rule in span.rules)


def is_counted(counts: Sequence[Count]) -> bool:
    """Whether a sentence gives a figure other than none."""
    return bool(counts) and any(count.best or count.low for count in counts)


class Said(dict[str, int]):
    """How many cues of a word a sentence has."""

    def __missing__(self, word: str) -> int:
        return 0


@per_lexicons
def _nothing_said() -> Said:
    """Return that a sentence has none of the cues."""
    return Said(dict.fromkeys(cue_words(), 0))


_TOLD_TOO = {"trial", "sport"}
"""Cues that may be part of what happened: "boycotted court proceedings", a "shootout"."""


def said_of(found: Found) -> Said:
    """Count the cues of a sentence by their word."""
    if not found.cues:
        return _nothing_said()
    said = Said(_nothing_said())
    for cue in found.cues:
        if cue.word not in _TOLD_TOO or not _is_in_trigger(found, cue):
            said[cue.word] += 1
    return said


def _is_in_trigger(found: Found, cue: Cue) -> bool:
    """Whether a word is part of what is reported: lawyers who "boycotted court proceedings"."""
    return any(one.start <= cue.start and cue.end <= one.end for one in found.triggers)

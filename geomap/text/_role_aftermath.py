"""Places named for what came after or apart: shut after an event, died in, or only in a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from geomap.places.gazetteer import Gazetteer
from geomap.places.names import fold_name
from geomap.places.user_places import full_gazetteer
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["in_quotes", "is_event_behind", "is_shut_after", "lies_behind"]

_SHUT_AFTER = Pattern(
    r"\s+(?:was|were|had\s+been|has\s+been|remained|stayed|is)\s+(?:\w+\s+)?"
    r"(?:closed|shut|sealed|cordoned|suspended|reopened)\b[^.;]{0,80}?\b(?:after|following|because|when)\b"
)
_MEASURE = (
    r"(?:closed|shut(?:tered)?(?:\s+down)?|suspended|postponed|cancel(?:l)?ed|called\s+off|put\s+off|tightened|beefed\s+up|"
    r"stepped\s+up|on\s+(?:high\s+|red\s+|maximum\s+)?alert|cut\s+off|snapped|switched\s+off|imposed|reinforced|deserted|"
    r"halted|boycotted|observed|flew\s+at\s+half[\s-]mast|mourn(?:ed|ing)|evacuated|diverted|rerouted|cleared|banned)"
)
_BEFORE_IT = r"(?:after|following|in\s+the\s+(?:wake|aftermath)\s+of|when|because)"
_MEASURE_AFTER = Pattern(
    rf"\b{_MEASURE}\b[^.;]{{0,110}}?\b{_BEFORE_IT}\b(?P<event>[^.;]*)",
    re.IGNORECASE,
)
"""What was done, and the words of the event behind it: "shut in X after militants killed ..."."""
_VIOLENT = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|attack(?:s|ed)?|bomb\w*|blasts?|explosions?|exploded|shot|shooting|firing|gunm[ae]n|martyred|ambush\w*|"
    r"clash\w*|assault\w*|abduct\w+|kidnap\w+|raid(?:ed|s)?|shelling|murder\w*|massacre|assassinat\w+|encounter|stormed|torched|"
    r"militants?|terrorists?)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:in|at|near|from|inside|outside|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})"
)
_LIST = re.compile(r",\s*|\s+and\s+")

_ANSWERED = re.compile(
    r"\b(?:follow(?:ed|s|ing)|reaction|retaliation|revenge|reprisal|response|avenge\w*|over|against)\b",
    re.IGNORECASE,
)
"""Words of what an event answered: "after two men died in violence that followed the attack in"."""
_THERE = re.compile(
    r"\bthere\b(?!\s+(?:was|were|is|are|had|has))|\bon\s+it\b|\bin\s+the\s+(?:area|town|city)\b"
)


def is_shut_after(text: str, start: int, end: int, sentence: Sentence) -> bool:
    """Whether a place was only closed, guarded or put off in after what happened elsewhere.

    "Markets in Hangu were shut after gunmen killed a trader in Kohat": the words before "after"
    tell of nobody attacked, those behind it of an event that has a place of its own.

    Parameters
    ----------
    text
        The article's text.
    start, end
        The name.
    sentence
        The sentence it stands in.
    """
    if sentence.marks & _SHUT_AFTER.mark and (shut := _SHUT_AFTER.pattern.match(text, end)):
        return _THERE.search(text, shut.end(), sentence.end) is None
    event = _event_in(text, sentence, start)
    return (
        event is not None
        and start < event.start
        and _is_outside(event.names, _LIST.split(text[start:end]))
    )


def is_event_behind(text: str, start: int, sentence: Sentence) -> bool:
    """Whether a name stands in the words of the event after which something was shut elsewhere."""
    event = _event_in(text, sentence, start)
    if event is None or start < event.start or _ANSWERED.search(text, event.start, start):
        return False
    return _is_outside(event.names, ())


class _Event(NamedTuple):
    """Where the words of an event begin after which something was shut, and names in them."""

    start: int
    names: tuple[str, ...]


def _event_in(text: str, sentence: Sentence, at: int) -> _Event | None:
    """Return the event, told around a name, after which something was shut or guarded."""
    if not sentence.marks & _MEASURE_AFTER.mark:
        return None
    start, end = max(sentence.start, at - _AROUND), min(sentence.end, at + _AROUND)
    found = _MEASURE_AFTER.pattern.search(text, start, end)
    if found is None or _VIOLENT.search(text, start, found.start("event")) is not None:
        return None
    if not _VIOLENT.search(found["event"]):
        return None
    names = tuple(placed["name"] for placed in _PLACED.finditer(found["event"]))
    return _Event(found.start("event"), names) if names else None


_AROUND = 600
"""So far around a name its sentence is read, that the time grows with its length and no faster."""


def _is_outside(names: Sequence[str], shut: Sequence[str]) -> bool:
    """Whether one of the names is known as a place outside of those where something was shut."""
    gazetteer = full_gazetteer()
    inside = set[str]().union(*(_districts(gazetteer, name) for name in shut))
    return any(
        (districts := _districts(gazetteer, name)) and not districts & inside for name in names
    )


def _districts(gazetteer: Gazetteer, name: str) -> set[str]:
    """Return the districts of the place best known by a name, or by its first words."""
    words = name.split()
    for length in range(len(words), 0, -1):
        entries = gazetteer.lookup(fold_name(" ".join(words[:length])))
        if entries:
            best = entries[0]
            return {best.admin2_pcode, *best.districts} - {""}
    return set()


_WAY_BEHIND = re.compile(
    r"(?<![a-z])(?:km|kms|kilomet\w+|miles?)\b[^.;]{1,60}?\b(?:on|along)\s+the\s+(?:\w+\s+)?(?:road|highway|track|way|route)\s+"
    r"(?:leading\s+|that\s+leads\s+|going\s+)?(?:to|towards)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DIED_LATER = re.compile(
    r"\b(?:[Ww]ounded|[Ii]njured|[Hh]urt|burnt|burned|maimed)\s+(?:\w+\s+)?(?:in|during|by|when|at)\s[^.;]{0,80}?"
    r"(?:['’]s\s|\blast\b|\bearlier\b|\b(?:in|at|near|on|outside|of)\s+(?:the\s+)?[A-Z])[^.;]{0,120}?"
    r"\b(?:died|succumbed|expired|breathed|passed\s+away)\b"
    r"(?:(?!on\s+the\s+spot|instantly|immediately|at\s+the\s+scene)[^.;]){0,60}?\b(?:in|at)\s+(?:the\s+)?$"
)
_WAY, _DYING = 110, 240


def lies_behind(before: str) -> str:
    """Say why a place is not where it happened: a road leads there, or the wounded died there.

    "6 km west of X on the road to"; "a soldier wounded in Sunday's attack died on Tuesday in".

    Parameters
    ----------
    before
        The words of the sentence before the name.
    """
    if _WAY_BEHIND.search(before[-_WAY:]):
        return "where the road leads"
    return "died there later" if _DIED_LATER.search(before[-_DYING:]) else ""


_QUOTES = '“”"'


def in_quotes(text: str, start: int, sentence_start: int) -> bool:
    """Whether a name stands within a quotation that opens in its sentence."""
    return sum(text.count(mark, sentence_start, start) for mark in _QUOTES) % 2 == 1

"""Sentences that tell of several events, parted: "... in Hub; in Kalat gunmen ...".

A sentence is parted at a semicolon, or at "while", "and in", "جبکہ" and the like, where what stands
on either side names a place of its own and holds words that report an event of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.text.events import Trigger
from geomap.text.patterns import marks_of
from geomap.text.sentences import Sentence

__all__ = ["parted_sentences"]

_BREAK = re.compile(
    r";\s+(?:and\s+|but\s+|while\s+)?"
    r"|,?\s+(?:while|whereas)\s+(?=(?:in|at|near|outside|elsewhere|an?|another|two|three|four|unknown|"
    r"unidentified|gunmen|armed|militants|police|forces|troops)\b)"
    r"|,?\s+and,?\s+(?=(?:in|at|near|outside|elsewhere)\s+(?:the\s+)?[A-Z])"
    r"|,\s+(?:and\s+)?(?=(?:in|near|outside)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*,?\s+"
    r"(?:an?|two|three|four|five|unknown|unidentified|gunmen|armed|militants|police|forces|troops|"
    r"attackers|assailants|men)\b)"
    r"|,\s+(?:and\s+)?(?=(?:an?|another|two|three|four|five|unknown|unidentified|gunmen)\s+[^,;]{3,90}?"
    r"\b(?:in|at|near|outside)\s+[A-Z])"
    r"|[،؛]\s+(?:جبکہ|جب\s+کہ|ادھر|اور|دوسری\s+جانب|اسی\s+طرح)\s+|؛\s+|\s+جبکہ\s+"
)
_PLACED = re.compile(
    r"\b(?:in|at|near|outside|around|of|from|on|into)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}?[A-Z][a-z]"
)
_PLACED_URDU = re.compile(r"\s(?:میں|پر|کے\s+(?:قریب|علاقے|نواح))\s")
_LONG_ENOUGH = 25


def parted_sentences(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Trigger]
) -> list[Sentence]:
    """Part the sentences that tell of several events at several places.

    Parameters
    ----------
    text
        The text.
    sentences
        Its sentences.
    triggers
        The words in it that report events, in text order.

    Returns
    -------
    list of Sentence
        The same list where there is nothing to part.
    """
    parts: list[tuple[Sentence, int, int]] = []
    at, number = 0, len(triggers)
    for sentence in sentences:
        first = at
        while at < number and triggers[at].start < sentence.end:
            at += 1
        own = triggers[first:at] if at - first > 1 else ()
        parts += [(sentence, *part) for part in _parts(text, sentence, own)]
    if len(parts) == len(sentences):
        return list(sentences)
    marks = marks_of(text, [end for _, _, end in parts])
    return [
        Sentence(start, end, number, whole.paragraph, marks[number])
        for number, (whole, start, end) in enumerate(parts)
    ]


def _parts(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a sentence start and end."""
    start = sentence.start
    for found in _BREAK.finditer(text, start, sentence.end) if triggers else ():
        within = any(t.start < found.end() and found.start() < t.end for t in triggers)
        if within or not _tells(text, start, found.start(), triggers):
            continue
        if _tells(text, found.end(), sentence.end, triggers):
            yield start, found.start() + (text[found.start()] in ";؛")
            start = found.end()
    yield start, sentence.end


def _tells(text: str, start: int, end: int, triggers: Sequence[Trigger]) -> bool:
    """Whether a stretch of text reports an event by itself and says where."""
    if end - start < _LONG_ENOUGH:
        return False
    acts = any(start <= t.start and t.end <= end and not t.definite for t in triggers)
    if not acts:
        return False
    placed = _PLACED_URDU if "\u0600" <= text[start] <= "\u06ff" else _PLACED
    return placed.search(text, start, end) is not None

"""Paragraphs and sentences of English and Urdu text, as offsets into it.

A paragraph ends at a blank line, and so does every line that starts a bullet or a heading; a
sentence ends at ``.``, ``!``, ``?``, the Urdu full stop ``۔`` or question mark ``؟``, or at the end
of its line. Full stops inside abbreviations, initials, numbers and decimals do not count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from geomap.text.patterns import EVERY, marks_of

__all__ = ["Sentence", "sentence_at", "split_sentences"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``text[start:end]``, its ordinal and that of its paragraph, from 0.

    `marks` say which patterns may match inside it (`geomap.text.patterns`); `of_time` that it is
    a clause on what a time has seen, cut from the news beside it (`geomap.text.period_tails`).
    """

    start: int
    end: int
    number: int
    paragraph: int
    marks: int = field(default=EVERY, compare=False, repr=False)
    of_time: bool = field(default=False, compare=False, repr=False)


_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(
    r"[.!?…۔؟](?:(?<=[۔؟])[۔؟]*[\"'”’»)\]]*"
    r"|(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*+[\"'”’»)\]]*+(?=\s))"
)
"""Begins with the marks, which are found much sooner than what must not stand before them."""
_BLANK = re.compile(r"(?:\r\n|[\n\r])[ \t\u200b-\u200f\u00a0]*(?:\r\n|[\n\r])|[\u2028\u2029]")
# fmt: off
_ABBREVIATIONS = frozenset({
    "adm", "al", "approx", "asst", "ave", "bdr", "blvd", "brig", "capt", "cdr",
    "cm", "cmdr", "co", "col", "comdr", "cpl", "d.g", "d.i", "dep", "dept", "dig", "dist",
    "div", "dr", "e.g", "eng", "engr", "est", "etc", "ex", "fr", "gen", "gov", "govt",
    "hon", "i.e", "insp", "jr", "km", "lt", "lt-col", "ltd", "m", "maj",
    "mr", "mrs", "ms", "mt", "no", "nos", "op", "prof", "rd", "rev", "rs",
    "sgt", "sq", "sr", "st", "supt", "viz", "vs",
})
# fmt: on
_MONTHS = frozenset(
    {"apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "nov", "oct", "sep", "sept"}
)
"""Abbreviations only beside a figure: "Dost Jan." ends a sentence."""
_OPENERS = "\"'“‘«([ \t\u00a0"
_ITEM_NUMBER = re.compile(
    r"[\s*_#(\[-]*(?:\d{1,2}|[\u06f0-\u06f9]{1,2}|[a-zA-Z]|[ivx]{1,4})\)?[.)]?",
)
"""The number or letter of a list item, which begins the item's sentence."""
_ITEM_START = re.compile(
    r"\s*(?:[-*•–—▪●]+\s|\*\*|__|[(\[]?(?:\d{1,2}|[a-zA-Z])[.)]\s)",
)
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?"
)
_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?"
_DAYS = r"\d{1,2}(?:\s*[-–/]\s*\d{1,2})?"
_DATED_LABEL = re.compile(
    rf"[\s*_]*(?:(?:{_WEEKDAY},?\s+)?(?:{_DAYS}\s+{_MONTH}|{_MONTH}\s+{_DAYS})|{_WEEKDAY},?\s+{_DAYS})(?:,?\s+\d{{4}})?"
    r"[*_]*(?:\s*[:–—-]\s*|\.\s+)(?:[A-Z][\w'’-]*,?\s+|(?:area|district|tehsil|town|city|agency|division|near|and|of)\b,?\s*)*"
    r"(?:[A-Z][\w'’-]*|area|district|tehsil|town|city|agency|division)\."
)
"""A label of date and place alone, with which an item of a log begins: "2 March. Quetta."."""
_LABEL_LENGTH = 45
"""Up to so many characters the first pieces of a list item only label it: "1. KP / Bajaur."."""


def split_sentences(text: str) -> list[Sentence]:
    """Split text into sentences.

    Parameters
    ----------
    text
        Any text; it is not changed.

    Returns
    -------
    list of Sentence
        In text order, not overlapping, without white space at their ends; together they hold every
        character that is not white space.
    """
    found: list[tuple[int, int]] = []
    paragraphs: list[int] = []
    paragraph = 0
    last_end = 0
    for line in _LINE.finditer(text):
        if found and _BLANK.search(text, last_end, line.start() + 1):
            paragraph += 1
        pieces = _pieces(text, line.start(), line.end())
        if pieces:
            found += pieces
            paragraphs += [paragraph] * len(pieces)
            last_end = line.end()
    marks = marks_of(text, [end for _, end in found])
    return [
        Sentence(start, end, number, paragraphs[number], marks[number])
        for number, (start, end) in enumerate(found)
    ]


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """Return the sentence that holds an offset, or the last one that starts before it."""
    index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 else None


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    begin = start
    listed = _ITEM_START.match(text, start, end) is not None
    label = _DATED_LABEL.match(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start()] == "." and not _ends_sentence(text, begin, stop):
            continue
        if listed and begin == start and stop.end() - start < _LABEL_LENGTH:
            continue
        if label is not None and stop.end() <= label.end():
            continue
        pieces.append((begin, stop.end()))
        begin = stop.end()
    pieces.append((begin, end))
    return [piece for first, last in pieces if (piece := _trim(text, first, last))]


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop before white space ends a sentence."""
    after = stop.end()
    while after < len(text) and text[after] in _OPENERS:
        after += 1
    following = text[after : after + 1]
    if following.islower() or _ITEM_NUMBER.fullmatch(text, begin, stop.start()):
        return False
    if stop.end() - stop.start() > 1:
        return True
    word = _last_word(text, max(begin, stop.start() - 20), stop.start())
    last = word.lower()
    if last in _MONTHS:
        before = text[begin : stop.start() - len(last)].rstrip()
        return not (following.isdigit() or before[-1:].isdigit())
    single = len(last) == 1 and last.isalpha() and word.isupper()
    return not (last in _ABBREVIATIONS or single)


def _last_word(text: str, start: int, end: int) -> str:
    """Return the word, with its dots and apostrophes, that ends at an offset."""
    first = end
    while first > start and (text[first - 1].isalnum() or text[first - 1] in "_.'’"):
        first -= 1
    return text[first:end]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None

"""A list of phrases, each with a value, looked up in a text in one pass.

One Aho-Corasick automaton holds the folded phrases; a match must begin and end at a word boundary,
and where matches overlap the longest stands.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from geomap.places.names import fold_name, fold_with_offsets, source_span

__all__ = ["Folded", "Lexicon", "Match", "fold_text"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, its folded form, and for every folded character the offset that it came from."""

    text: str
    key: str
    offsets: array[int]


def fold_text(text: str) -> Folded:
    """Fold a text for `Lexicon.scan`."""
    key, offsets = fold_with_offsets(text)
    return Folded(text, key, offsets)


class Match(NamedTuple, Generic[Value]):
    """A phrase found: offsets into the text, its folded form and its value."""

    start: int
    end: int
    key: str
    value: Value


class Lexicon(Generic[Value]):
    """Phrases to look for, built from (phrase, value) pairs; the first value of a phrase stays.

    Parameters
    ----------
    pairs
        Phrases as they would stand in a text, and what to return for each.
    """

    def __init__(self, pairs: Iterable[tuple[str, Value]]) -> None:
        self._automaton = ahocorasick.Automaton()
        self.size = 0
        for phrase, value in pairs:
            key = fold_name(phrase)
            if key and key not in self._automaton:
                self._automaton.add_word(key, (key, value))
                self.size += 1
        if self.size:
            self._automaton.make_automaton()

    def scan(self, folded: Folded) -> list[Match[Value]]:
        """Return the phrases of a folded text, in text order, not overlapping."""
        if not self.size:
            return []
        key_text = folded.key
        last = len(key_text)
        found: list[tuple[int, int, str, Value]] = []
        for stop, (key, value) in self._automaton.iter(key_text):
            end = stop + 1
            start = end - len(key)
            if (start == 0 or not key_text[start - 1].isalnum()) and (
                end == last or not key_text[end].isalnum()
            ):
                found.append((start, -end, key, value))
        found.sort(key=itemgetter(0, 1))
        kept: list[tuple[int, int, str, Value]] = []
        for item in found:
            if not kept or item[0] >= -kept[-1][1]:
                kept.append(item)
            elif len(item[2]) > len(kept[-1][2]):
                kept[-1] = item
        return [
            Match(*source_span(folded.text, folded.offsets, start, -end), key, value)
            for start, end, key, value in kept
        ]

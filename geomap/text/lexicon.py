"""A list of phrases, each with a value, looked up in a text in one pass.

One Aho-Corasick automaton holds the folded phrases of all lexicons; a match must begin and end at a
word boundary, and where matches overlap the longest stands.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakValueDictionary

import ahocorasick

from geomap.places.names import fold_name, fold_with_offsets, source_span

__all__ = ["Folded", "Lexicon", "Match", "fold_text"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, its folded form, and for every folded character the offset that it came from.

    `hits` are the phrases found in it, by the number of their lexicon; the first scan fills it.
    """

    text: str
    key: str
    offsets: array[int]
    hits: dict[int, list[_Hit]] = field(default_factory=dict, compare=False, repr=False)


_Hit = tuple[int, int, str, Any]
"""Where a phrase starts in the folded text, where it ends (negative), the phrase, its value."""


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

    All lexicons share one pass over a text: the first that is asked finds for the others, too.

    Parameters
    ----------
    pairs
        Phrases as they would stand in a text, and what to return for each.
    """

    def __init__(self, pairs: Iterable[tuple[str, Value]]) -> None:
        self.phrases: dict[str, Value] = {}
        for phrase, value in pairs:
            self.phrases.setdefault(fold_name(phrase), value)
        self.phrases.pop("", None)
        self._number = next(_numbers)
        _lexicons[self._number] = self

    def scan(self, folded: Folded) -> list[Match[Value]]:
        """Return the phrases of a folded text, in text order, not overlapping."""
        if self._number not in folded.hits:
            _find_all(folded)
        found = folded.hits[self._number]
        found.sort(key=itemgetter(0, 1))
        kept: list[_Hit] = []
        for item in found:
            if not kept or item[0] >= -kept[-1][1]:
                kept.append(item)
            elif len(item[2]) > len(kept[-1][2]):
                kept[-1] = item
        text, offsets = folded.text, folded.offsets
        if text.isascii():  # no letter of it is two when folded, and no mark is invisible
            return [
                Match(offsets[start], offsets[-end], key, value) for start, end, key, value in kept
            ]
        return [
            Match(*source_span(text, offsets, start, -end), key, value)
            for start, end, key, value in kept
        ]


_numbers = count()
_lexicons: WeakValueDictionary[int, Lexicon[Any]] = WeakValueDictionary()


@lru_cache(maxsize=1)
def _automaton(numbers: tuple[int, ...]) -> ahocorasick.Automaton:
    """Return one automaton for several lexicons: each phrase with its lexicons and values."""
    owners: dict[str, list[tuple[int, Any]]] = {}
    for number in numbers:
        for phrase, value in _lexicons[number].phrases.items():
            owners.setdefault(phrase, []).append((number, value))
    automaton = ahocorasick.Automaton()
    for phrase in sorted(owners):  # in order, it is read twice as fast
        automaton.add_word(phrase, (phrase, owners[phrase]))
    automaton.make_automaton()
    return automaton


def _find_all(folded: Folded) -> None:
    """Find the phrases of every lexicon that begin and end at a word boundary."""
    numbers = tuple(sorted(_lexicons))
    hits: dict[int, list[_Hit]] = {number: [] for number in numbers}
    text = f"{folded.key} "
    automaton = _automaton(numbers)
    for stop, (phrase, values) in automaton.iter(text) if len(automaton) else ():
        end = stop + 1
        if text[end].isalnum():
            continue
        start = end - len(phrase)
        if not (start and text[start - 1].isalnum()):
            for number, value in values:
                hits[number].append((start, -end, phrase, value))
    folded.hits.update(hits)

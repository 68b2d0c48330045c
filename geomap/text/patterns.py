"""Regular expressions that are tried only where one of their words stands.

A rule such as "moved to a hospital in ..." cannot hold in a sentence without one of its verbs, yet
a search for it costs more than all other work on the sentence. `Pattern` reads off an expression
the words that no match can do without; `marks_of` finds, in one pass over a text, which patterns
have one of theirs in which sentence. A search that is given the marks of its sentence returns at
once where there is none. What is found is the same with and without marks.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from operator import or_
from typing import Any, Generic, Protocol, TypeVar

import ahocorasick

from geomap.text.expressions import commonness, guarded, is_rare, lower_case, needed_words

__all__ = [
    "EVERY",
    "Hint",
    "Pattern",
    "Patterns",
    "any_mark",
    "any_of",
    "at_lines",
    "line_starts",
    "marks_of",
]

EVERY = -1
"""Marks that hold back no pattern: for a text whose sentences were not marked."""

_ANYWHERE = 1
"""The mark of patterns that need no particular word; every sentence has it."""

_known: list[tuple[int, frozenset[str]]] = []
"""The marks given out, each with its words."""

Item = TypeVar("Item")


class Hint:
    """Words of which a sentence must hold one to be worth a closer look.

    Parameters
    ----------
    words
        The words; parts of words do, too. A space before one says that a word begins there. None
        at all: every sentence is worth it.
    """

    __slots__ = ("mark", "words")

    def __init__(self, words: Iterable[str]) -> None:
        sought = frozenset(lower_case(word) for word in words)
        self.words = frozenset(word.lstrip(" ") for word in sought)
        self.mark = 1 << (len(_known) + 1) if sought else _ANYWHERE
        if sought:
            _known.append((self.mark, sought))


class Marked(Protocol):
    """A sentence with its marks."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def marks(self) -> int: ...


class Pattern(Hint):
    """A compiled regular expression and the words of which every match holds at least one.

    Parameters
    ----------
    expression
        The expression.
    flags
        Those of `re.compile`.
    needed
        Sets of words: every match holds a word of each. They are read off the expression where
        none are given.
    """

    __slots__ = ("pattern",)

    def __init__(
        self, expression: str, flags: int = 0, *, needed: Iterable[frozenset[str]] | None = None
    ) -> None:
        if needed is None:
            needed = (needed_words(expression, flags),)
        first, *others = sorted(filter(is_rare, needed), key=commonness) or (frozenset(),)
        super().__init__(first)
        for words in others:
            self.mark |= Hint(words).mark
        self.pattern = guarded(expression, flags)

    def may_match(self, window: str) -> bool:
        """Whether a short stretch of text holds one of the words."""
        low = window.lower() if window.isascii() else lower_case(window)
        for word in self.words:  # any() takes twice as long
            if word in low:
                return True
        return not self.words

    def search(
        self, text: str, start: int = 0, end: int = sys.maxsize, *, marks: int | None = None
    ) -> re.Match[str] | None:
        """Search as a compiled expression does, unless there is none of the words.

        `marks` are those of the sentence that is searched; without them the words are looked for
        in the text itself, which should be short.
        """
        may = self.may_match(text[start:end]) if marks is None else marks & self.mark
        return self.pattern.search(text, start, end) if may else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Find all matches, unless there is none of the words."""
        if not self.may_match(text[start:end]):
            return iter(())
        return self.pattern.finditer(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at an offset, as a compiled expression does: that costs little."""
        return self.pattern.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match a whole stretch of text, as a compiled expression does."""
        return self.pattern.fullmatch(text, start, end)

    def inside(self, text: str, sentence: Marked) -> re.Match[str] | None:
        """Search a sentence, unless its marks rule a match out."""
        if sentence.marks & self.mark != self.mark:
            return None
        return self.pattern.search(text, sentence.start, sentence.end)


class Patterns(Generic[Item]):
    """Many patterns, each with an item: which may match is read off the marks of a sentence.

    The cost is that of the few that may match, not of all that there are.

    Parameters
    ----------
    pairs
        The patterns with what belongs to each.
    """

    __slots__ = ("_marks", "_pairs", "_places")

    def __init__(self, pairs: Iterable[tuple[Pattern, Item]]) -> None:
        self._pairs = tuple(pairs)
        self._places: dict[int, list[int]] = {}
        for place, (pattern, _) in enumerate(self._pairs):
            self._places.setdefault(pattern.mark & -pattern.mark, []).append(place)
        self._marks = functools.reduce(or_, self._places, 0)

    def __len__(self) -> int:
        return len(self._pairs)

    def inside(self, text: str, sentence: Marked) -> Iterator[tuple[Item, re.Match[str]]]:
        """Find all matches in a sentence, in the order of the patterns."""
        left = sentence.marks & self._marks
        places: list[int] = []
        while left:
            mark = left & -left
            left ^= mark
            places += self._places[mark]
        for place in sorted(places):
            pattern, item = self._pairs[place]
            if sentence.marks & pattern.mark != pattern.mark:
                continue
            for match in pattern.pattern.finditer(text, sentence.start, sentence.end):
                yield item, match


def any_mark(hints: Iterable[Hint]) -> int:
    """Return marks of which a sentence has one where any of some patterns may match.

    One look at them tells that none of the patterns need be tried.
    """
    return functools.reduce(or_, (hint.mark & -hint.mark for hint in hints))


def marks_of(text: str, ends: Sequence[int]) -> list[int]:
    """Return for each sentence the marks of the patterns that may match inside it.

    Parameters
    ----------
    text
        The text.
    ends
        Where its sentences end, in order.
    """
    unknown = -1 << (len(_known) + 1)  # the marks of what is made known later: not held back
    marks = [unknown | _ANYWHERE] * len(ends)
    if not ends or not _known:
        return marks
    number, end = 0, ends[0]
    found = marks[0]
    words = " " + _NO_WORD.sub(" ", lower_case(text))  # so that one more is where a word ends
    for last, mark in _automaton(len(_known)).iter(words, 0, ends[-1] + 1):
        if last > end:
            marks[number] = found
            while last > end:
                number += 1
                end = ends[number]
            found = marks[number]
        found |= mark
    marks[number] = found
    return marks


_NO_WORD = re.compile(r"[^\w ]")
"""What parts words, besides the space that stands for it."""


def any_of(words: Iterable[str], *, at_start: bool = False) -> str:
    r"""Return an expression for any of several words, the longest that stands there.

    Each letter is looked at once however many words there are. With `at_start` a word must begin
    there, as after ``\b``: an expression that begins with its letters is found much sooner.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root, _BEGINS if at_start else "")


_BEGINS = r"(?<!\w\w)"
"""After the first letter of a word: it begins there."""


def _branches(node: dict[str, Any], after: str = "") -> str:
    letters = (letter for letter in sorted(node) if letter)
    parts = [re.escape(letter) + after + _branches(node[letter]) for letter in letters]
    if not parts:
        return ""
    if len(parts) == 1 and "" not in node:
        return parts[0]
    return f"(?:{'|'.join(parts)}){'?' if '' in node else ''}"


def line_starts(text: str) -> list[int]:
    """Return where the lines of a text start."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def at_lines(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """Find the matches of an expression that begins with a line: as `finditer`, much sooner."""
    done = 0
    for start in starts:
        if start >= done and (found := pattern.match(text, start, end)):
            done = max(found.end(), start + 1)
            yield found


@functools.lru_cache(maxsize=1)
def _automaton(_size: int) -> ahocorasick.Automaton:
    """Return the automaton of the words of all patterns; a new one when patterns were added."""
    marks: dict[str, int] = {}
    for mark, words in _known:
        for word in words:
            sought = _NO_WORD.sub(" ", word)
            marks[sought] = marks.get(sought, 0) | mark
    automaton = ahocorasick.Automaton()
    for sought, several in sorted(marks.items()):  # in order, it is read twice as fast
        automaton.add_word(sought, several)
    automaton.make_automaton()
    return automaton

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
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, Protocol, TypeVar

import ahocorasick

__all__ = [
    "EVERY",
    "Hint",
    "Pattern",
    "Patterns",
    "any_of",
    "at_lines",
    "commonness",
    "line_starts",
    "lower_case",
    "marks_of",
]

EVERY = -1
"""Marks that hold back no pattern: for a text whose sentences were not marked."""

_ANYWHERE = 1
"""The mark of patterns that need no particular word; every sentence has it."""

_known: list[Hint] = []

Item = TypeVar("Item")


class Hint:
    """Words of which a sentence must hold one to be worth a closer look.

    Parameters
    ----------
    words
        The words; parts of words do, too. None at all: every sentence is worth it.
    """

    __slots__ = ("mark", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(map(lower_case, words))
        self.mark = 1 << (len(_known) + 1) if self.words else _ANYWHERE
        if self.words:
            _known.append(self)


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
            needed = (_needed(parser.parse(expression, flags)),)
        first, *others = sorted(filter(_is_rare, needed), key=commonness) or (frozenset(),)
        super().__init__(first)
        for words in others:
            self.mark |= Hint(words).mark
        self.pattern = re.compile(expression, flags)

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
    for at, mark in _automaton(len(_known)).iter(lower_case(text), 0, ends[-1]):
        if at >= end:
            marks[number] = found
            while at >= end:
                number += 1
                end = ends[number]
            found = marks[number]
        found |= mark
    marks[number] = found
    return marks


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


_SAME_CASE = {"ſ": "s", "ı": "i", "İ": "i", "\u212a": "k"}
"""Letters that expressions without case take for others, but `str.lower` does not."""


def lower_case(text: str) -> str:
    """Return a text in lower case, of the same length, as expressions without case read it."""
    if not text.isascii() and any(letter in text for letter in _SAME_CASE):
        for letter, plain in _SAME_CASE.items():
            text = text.replace(letter, plain)
    return text.lower()


@functools.lru_cache(maxsize=1)
def _automaton(_size: int) -> ahocorasick.Automaton:
    """Return the automaton of the words of all patterns; a new one when patterns were added."""
    marks: dict[str, int] = {}
    for hint in _known:
        for word in hint.words:
            marks[word] = marks.get(word, 0) | hint.mark
    automaton = ahocorasick.Automaton()
    for word, mark in marks.items():
        automaton.add_word(word, mark)
    automaton.make_automaton()
    return automaton


_TOO_COMMON = 0.75
"""Words are no help where together they stand in most sentences: "in", "of"."""
_COMMON_WORDS = dict.fromkeys(
    ("from", "with", "that", "this", "were", "have", "been", "said"), 0.25
)
_COMMON_WORDS |= dict.fromkeys(
    ("attack", "attacks", "killed", "killing", "police", "district", "operation", "operations",
     "incident", "incidents"), 0.1,
)  # fmt: skip


def _needed(tree: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Return words of which every match of a parsed expression holds one; none where unknown.

    In a sequence one part's words are enough: those that are rarest, as longer words are.
    """
    choices: list[frozenset[str]] = []
    run = ""
    for operation, argument in (*tree, (None, None)):
        if operation is code.LITERAL:
            run += lower_case(chr(argument))
            continue
        choices.append(frozenset({run} - {""}))
        run = ""
        choices.append(_needed_part(operation, argument))
    choices = [words for words in choices if words]
    best = min(choices, key=commonness, default=frozenset())
    return best if _is_rare(best) else frozenset()


def _needed_part(operation: Any, argument: Any) -> frozenset[str]:
    """Return the needed words of an alternation, a group or a repetition."""
    if operation is code.BRANCH:
        branches = [_needed(branch) for branch in argument[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if operation is code.SUBPATTERN:
        return _needed(argument[3])
    repeats = {code.MAX_REPEAT, code.MIN_REPEAT}
    if operation in repeats and argument[0] > 0:
        return _needed(argument[2])
    return frozenset()


def _is_rare(words: frozenset[str]) -> bool:
    """Whether words stand in few enough sentences to be of help."""
    return bool(words) and commonness(words) < _TOO_COMMON


def commonness(words: Iterable[str]) -> float:
    """Estimate how many sentences hold one of the words: short ones are common."""
    return sum(_COMMON_WORDS.get(word) or 4.0 ** (1 - len(word)) for word in words)

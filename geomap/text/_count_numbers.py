"""Numbers as reports write them, in words and digits: English, and what Urdu shares with it.

A number is read from a list of folded words and comes back as a `Quantity`: what is known of its
lower bound, its best figure and its upper bound. The conventions:

=============================  ====  ====  ====
words                          low   best  high
=============================  ====  ====  ====
nine, 9, as many as nine       9     9     9
at least nine                  9     9
more than nine, over nine      9     9
nearly nine, almost nine             9     9
about nine, around, some             9
up to nine, at most nine             9     9
fewer than nine                            9
six to eight, six or eight     6     6     8
several, a few, many           3
multiple                       2
dozens, scores                 24, 40
hundreds, thousands            200, 2000
=============================  ====  ====  ====

A vague word has no best figure; its low bound is the least that the plural can mean (two dozen,
two score, two hundred), and three for *several*, *a few* and *many*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.text._count_number_words import (
    CARDINALS,
    MONTHS,
    PREFIXES,
    SCALES,
    SETS,
    VAGUE,
    VAGUE_PHRASES,
    VAGUE_STARTS,
)

__all__ = [
    "DIGITS",
    "MAX_PREFIXES",
    "RANGE",
    "STARTERS",
    "Core",
    "PhraseTable",
    "Quantity",
    "bounded",
    "by_first_word",
    "is_age",
    "match_phrase",
    "read_quantity",
    "word_at",
]

PhraseTable = dict[str, list[tuple[tuple[str, ...], str]]]
"""First word -> the phrases that begin with it, longest first, each with a value."""

Core = tuple[int | None, int | None, int | None, int]
"""A bare number: low, best, high, and the word after it."""


@dataclass(slots=True)
class Quantity:
    """A number read from words ``first`` to ``last`` (not included); None is an unknown bound.

    `more` marks an addition ("three more", "another two"), `total` a sum ("a total of nine"),
    `definite` a number of people already named ("the two policemen", "all five").
    """

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    more: bool = False
    total: bool = False
    definite: bool = False


def by_first_word(phrases: dict[str, str]) -> PhraseTable:
    """Index phrases by their first word."""
    table: PhraseTable = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, phrases[phrase]))
    return table


_PREFIX_TABLE = by_first_word(PREFIXES)
STARTERS = frozenset(
    {*CARDINALS, *SCALES, *VAGUE, *_PREFIX_TABLE, "a", *(words[0] for words in VAGUE_PHRASES)}
)
"""Words that can begin an English number; a digit can, too."""
_JOINS = frozenset({"and", ","})


def is_age(words: Sequence[str], at: int) -> bool:
    """Whether a number goes on with "aged": that of "aged six, eight and nine"."""
    if not at or words[at - 1] not in _JOINS:
        return False
    while at and (
        words[at - 1] in _JOINS or words[at - 1] in STARTERS or words[at - 1].isdecimal()
    ):
        at -= 1
    return bool(at) and words[at - 1] in {"aged", "ages"}


_AFTER_A = frozenset(
    {
        *SCALES,
        *(phrase[1] for phrase, _ in _PREFIX_TABLE["a"]),
        *(phrase[1] for phrase in VAGUE_PHRASES if phrase[0] == "a"),
    }
)
"""The words that may follow "a" where it begins a number: "a dozen", "a few", "a total of"."""

DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})*|\d{1,7}")
RANGE = re.compile(r"(\d{1,5})[-–](\d{1,5})")
_ALWAYS_RANGE = frozenset({"or", "-", "–", "to"})
_BETWEEN = frozenset({"and", "to", "-", "–"})
_NO_RANGE: frozenset[str] = frozenset()
_BOUNDS = {
    "min": (True, True, False),
    "max": (False, True, True),
    "near": (False, True, True),
    "about": (False, True, False),
    "below": (False, False, True),
}
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "these", "those", "all", "some"})
_GOES = frozenset({"gone", "went", "goes", "going", "moved", "climbed", "shot", "go"})
_MORE = frozenset({"more", "additional", "further"})
MAX_PREFIXES = 3


def read_quantity(words: Sequence[str], first: int) -> Quantity | None:
    """Read the English number that begins at a word.

    Parameters
    ----------
    words
        Lower-case words and marks of a sentence.
    first
        Where the number, or what qualifies it ("at least"), begins.

    Returns
    -------
    Quantity or None
        None where no number begins.

    Examples
    --------
    >>> read_quantity("at least two dozen people".split(), 0)
    Quantity(first=0, last=4, low=24, best=24, high=None, more=False, total=False, definite=False)
    """
    word, following = words[first], word_at(words, first + 1)
    if word == "all" and following == "but":
        return _all_but(words, first)
    if not _begins(words, first, following):
        return None
    modes: list[str] = []
    at = first
    for _ in range(MAX_PREFIXES if word in _PREFIX_TABLE else 0):
        step = match_phrase(words, at, _PREFIX_TABLE)
        if step is None:
            break
        modes.append(step[1])
        at = step[0]
    core = _core(words, at, reach=_reach(words, first, modes))
    if core is None:
        return None
    low, best, high, last = core
    last += word_at(words, last) == "x" and words[last - 1].isdigit()
    if last < len(words) and words[last] == "or" and word_at(words, last + 1) == "more":
        modes.append("min")
        last += 2
    elif word_at(words, last) in {"+", "plus"}:
        modes.append("min")
        last += 1
    more = "more" in modes
    if word_at(words, last) in _MORE:
        more = True
        last += 1
    quantity = Quantity(first, last, low, best, high, more, "total" in modes, "definite" in modes)
    return bounded(quantity, modes)


_DASHES = frozenset("-–—")


def _begins(words: Sequence[str], first: int, following: str) -> bool:
    """Whether a number can begin at a word such as "the", "a" or "up"; `following`: the next."""
    word = words[first]
    if word == "a" and following not in _AFTER_A:
        return False
    if word == "up" and word_at(words, first - 1) in _GOES:
        return False
    if following in _DASHES and word_at(words, first - 1) in MONTHS and word.isdigit():
        return False  # "June 2 - Four passengers were shot"
    if word not in _DEFINITE:
        return True
    return following in STARTERS or following[:1].isdigit() or following in SETS


def _all_but(words: Sequence[str], first: int) -> Quantity | None:
    """Read "all but one of the eight"."""
    left = _value(words, first + 2)
    if left is None or list(words[left[1] : left[1] + 2]) not in (["of", "the"], ["of", "its"]):
        return None
    whole = _value(words, left[1] + 2)
    if whole is None or whole[0] <= left[0]:
        return None
    rest = whole[0] - left[0]
    return Quantity(first, whole[1], rest, rest, rest)


def word_at(words: Sequence[str], at: int) -> str:
    """Return a word, or "" outside the sentence."""
    return words[at] if 0 <= at < len(words) else ""


def match_phrase(words: Sequence[str], at: int, table: PhraseTable) -> tuple[int, str] | None:
    """Return where the longest phrase of a table that begins at a word ends, and its value."""
    if not 0 <= at < len(words):
        return None
    for phrase, mode in table.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return at + len(phrase), mode
    return None


def _reach(words: Sequence[str], first: int, modes: list[str]) -> frozenset[str]:
    """Return the words that may join two numbers into a range here."""
    if "between" in modes:
        return _BETWEEN
    if word_at(words, first - 1) == "from":
        return _NO_RANGE
    return _ALWAYS_RANGE


def bounded(quantity: Quantity, modes: Sequence[str]) -> Quantity:
    """Apply the words around a number ("at least", "nearly") to its bounds."""
    value = quantity.best
    if value is None or quantity.low != quantity.high:
        return quantity
    for mode in modes:
        if mode in _BOUNDS:
            keeps_low, keeps_best, keeps_high = _BOUNDS[mode]
            return replace(
                quantity,
                low=value if keeps_low else None,
                best=value if keeps_best else None,
                high=value if keeps_high else None,
            )
    return quantity


def _core(words: Sequence[str], at: int, *, reach: frozenset[str]) -> Core | None:
    """Read the bare number at a word: (low, best, high, where it ends)."""
    word = word_at(words, at)
    if word in VAGUE:
        return VAGUE[word], None, None, at + 1 + (word_at(words, at + 1) in {"other", "of"})
    for size in (3, 2, 1) if word in VAGUE_STARTS else ():
        phrase = tuple(words[at : at + size])
        if phrase == ("twin",) and not word_at(words, at + 1).endswith("s"):
            continue  # "his twin sister" is one
        if phrase in VAGUE_PHRASES:
            low, best = VAGUE_PHRASES[phrase]
            return low, best, best, at + len(phrase)
    both = RANGE.fullmatch(word) if word[:1].isdigit() else None
    if both is not None:
        low, high = int(both[1]), int(both[2])
        return (low, low, high, at + 1) if low < high else None
    value = _value(words, at)
    if value is None:
        return None
    number, last = value
    if word_at(words, last) in reach:
        upper = _value(words, last + 1)
        if upper is not None and upper[0] > number:
            return number, number, upper[0], upper[1]
    return number, number, number, last


def _value(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read an exact number: digits, or words with their hundreds and dozens."""
    word = word_at(words, at)
    if word[:1].isdigit():
        word = word.removesuffix("x")
        if not DIGITS.fullmatch(word):
            return None
        return _scaled(words, int(word.replace(",", "")), at + 1)
    if word == "a" and word_at(words, at + 1) in SCALES:
        return _scaled(words, 1, at + 1)
    if word in SCALES and word != "score":
        return SCALES[word], at + 1
    if word not in CARDINALS:
        return None
    number, at = CARDINALS[word], at + 1
    unit = CARDINALS.get(word_at(words, at), 0)
    if number >= 20 and number % 10 == 0 and 0 < unit < 10:
        number, at = number + unit, at + 1
    return _scaled(words, number, at)


def _scaled(words: Sequence[str], number: int, at: int) -> tuple[int, int]:
    scale = SCALES.get(word_at(words, at).removesuffix("s") if at else "", 0)
    if not scale:
        return number, at
    number, at = number * scale, at + 1
    if scale < 100:
        return number, at
    skip = at + (word_at(words, at) == "and")
    rest = _value(words, skip)
    if rest is not None and rest[0] < scale and not word_at(words, skip)[:1].isdigit():
        return number + rest[0], rest[1]
    return number, at

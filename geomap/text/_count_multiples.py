"""Numbers told by another: "as many injured", "twice that number", "half as many".

A number that is told by one that is not exact, or by "more than twice", is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from geomap.text._count_groups import Group
from geomap.text._count_number_words import CARDINALS
from geomap.text._count_numbers import Quantity
from geomap.text._count_words import word_set

__all__ = ["MULTIPLES", "is_both", "is_multiple", "multiple", "told_before"]

_FACTORS = {
    "half": Fraction(1, 2),
    "double": Fraction(2),
    "twice": Fraction(2),
    "thrice": Fraction(3),
    "triple": Fraction(3),
}
_ONE = Fraction(1)
MULTIPLES = frozenset({*_FACTORS, "as", "an", "a", "the", "equal", "equally"})
"""Words that such a number may begin with, "three" of "three times" aside."""
_ALIKE = word_set("equal same similar identical like")
_THAT = frozenset({"that", "the", "this"})
_NUMBER = frozenset({"number", "figure", "many"})
_NO_WHOLES = frozenset({"them", "thing", "animal"})
_UNSURE = frozenset({"than", "over"})


def is_multiple(words: Sequence[str], at: int) -> bool:
    """Whether a number told by another may begin at a word."""
    return words[at] in MULTIPLES or list(words[at + 1 : at + 2]) == ["times"]


def told_before(groups: Sequence[Group]) -> Quantity | None:
    """Return the number that "as many" repeats: the last that is no part of one before it."""
    wholes = [one for one in groups if one.kind not in _NO_WHOLES] or groups
    return wholes[-1].quantity if wholes else None


def multiple(words: Sequence[str], at: int, earlier: Quantity) -> Quantity | None:
    """Read the number at a word that is told by one before it.

    Parameters
    ----------
    words
        Lower-case words and marks of a sentence.
    at
        Where the number begins.
    earlier
        The number that it is told by.

    Returns
    -------
    Quantity or None
        None where no such number begins, or where it is no whole number.
    """
    factor, last = _factor(words, at)
    if not last or (at and words[at - 1] in _UNSURE):
        return None
    last += list(words[last : last + 1]) == ["of"]
    numbers = [None if n is None else n * factor for n in (earlier.low, earlier.best, earlier.high)]
    if any(number is not None and number.denominator != 1 for number in numbers):
        return None
    low, best, high = (None if number is None else int(number) for number in numbers)
    return replace(earlier, first=at, last=last, low=low, best=best, high=high)


def _factor(words: Sequence[str], at: int) -> tuple[Fraction, int]:
    """Return the factor that begins at a word, and the word after it; 0 where none does."""
    word, following = words[at], list(words[at + 1 : at + 4])
    if word in _FACTORS:
        return _FACTORS[word], _reference(words, at + 1)
    if following[:1] == ["times"] and (word in CARDINALS or word.isdecimal()):
        number = CARDINALS.get(word) or int(word)
        return Fraction(number), _reference(words, at + 2)
    before = words[at - 1] if at else ""
    if word == "equally" and following[:2] == ["as", "many"]:
        return _ONE, at + 3
    if word == "as" and following[:1] == ["many"] and following[1:2] != ["as"]:
        told = before in _FACTORS or before == "times"
        return _ONE, 0 if told else at + 2
    if word in {"an", "a", "the"} and len(following) > 1:
        alike = following[0] in _ALIKE and following[1] == "number"
        return _ONE, at + 3 if alike else 0
    return _ONE, 0


def _reference(words: Sequence[str], at: int) -> int:
    """Return the word after "as many" or "that number" at a word; 0 where neither stands there."""
    two = list(words[at : at + 2])
    if two == ["as", "many"]:
        return 0 if list(words[at + 2 : at + 3]) == ["again"] else at + 2
    return at + 2 if len(two) > 1 and two[0] in _THAT and two[1] in _NUMBER else 0


def is_both(word: str, previous: str, groups: Sequence[Group]) -> bool:
    """Whether "both brothers-in-law" behind a comma says more of the two who were just counted."""
    two = bool(groups) and groups[-1].quantity.best == 2 and groups[-1].kind == "person"
    return word == "both" and previous == "," and two

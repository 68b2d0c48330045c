"""Names in a row, each of them one person: "Gul Khan, Ahmed Jan and Akbar Ali"."""

from __future__ import annotations

from geomap.text._count_tokens import Words, modifiers, nouns
from geomap.text._count_words import AUXILIARIES, STOPS, VERBS

__all__ = ["names_from", "names_until", "past_age", "past_apposition", "past_aside"]

_LONGEST = 5
_MOST = 12
_LONGEST_ASIDE = 8
_AGE = 2
_AGED = frozenset({"age", "aged", "resident", "r"})
_LONGEST_BRACKET = 20
_TELLS = frozenset({"a", "an", "the", "son", "resident"})


def names_until(words: Words, at: int, lowest: int) -> tuple[int, int]:
    """Read the names that end at a word, leftwards.

    Parameters
    ----------
    words
        The sentence.
    at
        The word after the last name.
    lowest
        The word that no name may begin before.

    Returns
    -------
    tuple of int
        Where the first name begins, and how many there are; fewer than two are no row.
    """
    at -= words.at(at - 1) == ","
    first, count, joined = at, 0, False
    while count < _MOST:
        start = first = _before_aside(words, first)
        while start > lowest and first - start < _LONGEST and _is_part(words, start - 1):
            start -= 1
        if start == first:
            return first, 0
        first, count = start, count + 1
        mark = words.at(first - 1)
        if mark not in {",", "and"} or (not joined and mark != "and"):
            break
        joined = True
        first -= 1
        first -= words.at(first - 1) == ","
    return first, count if joined else 0


def names_from(words: Words, at: int) -> tuple[int, int]:
    """Read the names that begin at a word; return where they end, and how many there are."""
    last, count, closing = at, 0, False
    while count < _MOST:
        end = last
        while end - last < _LONGEST and _is_part(words, end):
            end += 1
        if end == last:
            break
        last, count = past_aside(words, end), count + 1
        mark = words.at(last)
        if closing or mark not in {",", "and"}:
            break
        closing = mark == "and"
        following = last + 1 + (mark == "," and words.at(last + 1) == "and")
        closing = closing or following == last + 2
        if not _is_part(words, following):
            return last, count if closing else 0
        last = following
    return last, count if closing or count == 1 else 0


def past_aside(words: Words, at: int) -> int:
    """Return the word after what is told of the one whose name ends at a word: ", 40, a tailor"."""
    at = past_age(words, at)
    if words.at(at) != "," or words.at(at + 1) not in _TELLS:
        return at
    for index in range(at + 2, at + _LONGEST_ASIDE):
        word = words.at(index)
        if word in {",", ";"}:
            return index
        if not word[:1].isalpha() or word in AUXILIARIES or word in {"and", "who"}:
            break
    return at


def past_apposition(words: Words, at: int) -> int:
    """Return the word after an aside: ", driver Jatoi Khan,", ", shot once, is"."""
    if words.at(at) != ",":
        return at
    for index in range(at + 1, min(at + _LONGEST_ASIDE, len(words.words))):
        word = words.at(index)
        if word == ",":
            closed = words.capital(index - 1) or words.at(index + 1) in AUXILIARIES
            return index + 1 if index > at + 1 and closed else at
        if not word[:1].isalpha() or word in AUXILIARIES or word in {"and", "who"}:
            break
    return at


def past_age(words: Words, at: int) -> int:
    """Return the word after an age at a word: ", 40", "(40)", "(age: 40, resident of Hub)"."""
    if words.at(at) == "(" and (words.at(at + 1).isdigit() or words.at(at + 1) in _AGED):
        bracket = words.words[at : at + _LONGEST_BRACKET]
        return at + 1 + bracket.index(")") if ")" in bracket else at
    aged = words.at(at) == "," and words.at(at + 1).isdigit() and len(words.at(at + 1)) <= _AGE
    return at + 2 if aged and words.at(at + 2) in {",", "and", ".", ";", ""} else at


def _before_aside(words: Words, at: int) -> int:
    """Return the end of the name before ", 40, a tailor" or "(40)" that ends at a word."""
    if words.at(at - 1) == ")":
        opening = next(
            (n for n in range(at - 2, max(at - _LONGEST_BRACKET, 0), -1) if words.at(n) == "("), at
        )
        at = opening if past_age(words, opening) == at else at
    for index in range(at - 2, max(at - _LONGEST_ASIDE, 0), -1):
        word = words.at(index)
        if word == "," and words.at(index + 1) in _TELLS:
            at = index
            break
        if not word[:1].isalpha() or word in AUXILIARIES or word in {"and", "who"}:
            break
    for start in (at - 2, at - 3):
        if start > 0 and past_age(words, start) == at:
            return start
    return at


def _is_part(words: Words, at: int) -> bool:
    """Whether a word may stand in a person's name, or be the rank before it."""
    word = words.at(at)
    if not word[:1].isalpha() or not words.capital(at) or word in STOPS or word in VERBS:
        return False
    noun = nouns("en").get(word)
    if noun is not None:
        return noun.singular and noun.side not in {"thing", "animal"}
    return word not in modifiers()

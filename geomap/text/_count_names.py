"""Names in a row, each of them one person: "Gul Khan, Ahmed Jan and Akbar Ali"."""

from __future__ import annotations

from geomap.text._count_tokens import Words, modifiers, nouns
from geomap.text._count_words import STOPS, VERBS

__all__ = ["names_from", "names_until"]

_LONGEST = 5
_MOST = 12


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
        start = first
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
        last, count = end, count + 1
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


def _is_part(words: Words, at: int) -> bool:
    """Whether a word may stand in a person's name, or be the rank before it."""
    word = words.at(at)
    if not word[:1].isalpha() or not words.capital(at) or word in STOPS or word in VERBS:
        return False
    noun = nouns("en").get(word)
    if noun is not None:
        return noun.singular and noun.side not in {"thing", "animal"}
    return word not in modifiers()

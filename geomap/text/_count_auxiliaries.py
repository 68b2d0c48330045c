"""What stands before an outcome word: auxiliaries, adverbs, negation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.text._count_words import ADVERBS, BE, HAVE, MODALS, NOT_ADVERBS

__all__ = ["Before", "is_adverb", "read_before"]

_MAX_AUXILIARIES = 9
_REPORTED = frozenset({"said", "stated", "known", "understood", "described"})
_BADLY = frozenset({"seriously", "critically", "badly", "severely"})
_QUOTES = frozenset({"“", '"', "‘", "'", "”"})
_SELVES = frozenset({"themselves", "himself", "herself"})
_BE_OR_THEY = frozenset({*BE, "they", "he", "she"})
_SHOT = frozenset({"shot", "hit", "struck", "caught", "beaten", "overpowered", "run"})


@dataclass(slots=True)
class Before:
    """What stands between a subject and its outcome word; the subject ends at word ``end``."""

    end: int
    passive: bool = False
    perfect: bool = False
    agrees: str = ""
    modal: bool = False
    negated: bool = False
    infinitive: bool = False
    badly: bool = False


def is_adverb(word: str) -> bool:
    """Whether a word may stand between an auxiliary and its verb."""
    return word in ADVERBS or (word.endswith("ly") and word not in NOT_ADVERBS)


def read_before(words: Sequence[str], first: int, bound: int) -> Before:
    """Read leftwards from the outcome word ``first``, no further than word ``bound``."""
    found = Before(first)
    at = first - (first > bound + 1 and words[first - 1] in _QUOTES and words[first - 2] in BE)
    lowest = max(bound, first - _MAX_AUXILIARIES)
    while at > lowest:
        if not (_take(words[at - 1], found) or _is_emphatic(words, at - 1)):
            since = words[at - 1] == "since" and at > 1 and words[at - 2] in HAVE
            if at - 2 < lowest or not (since or _is_chain(words, at)):
                break
            at -= 1
        at -= 1
    found.end = at
    return found


def _is_emphatic(words: Sequence[str], at: int) -> bool:
    """Whether a word only stresses the subject: "were themselves killed"."""
    return words[at] in _SELVES and at > 0 and words[at - 1] in _BE_OR_THEY


def _is_chain(words: Sequence[str], at: int) -> bool:
    """Whether "and" joins the outcome word to another participle ("ambushed and killed")."""
    if words[at - 1] not in {"and", "then"}:
        return False
    return words[at - 2].endswith("ed") or words[at - 2] in _SHOT


def _take(word: str, found: Before) -> bool:
    """Note an auxiliary or adverb; False where a word is neither."""
    if word in BE:
        found.passive = found.passive or word not in HAVE
        found.perfect = found.perfect or word in HAVE
        found.agrees = BE[word] or found.agrees
        found.negated = found.negated or word.endswith("n't")
        return True
    if word in MODALS:
        found.modal = True
        return True
    if word == "both" or (word in {"all", "each"} and (found.passive or found.perfect)):
        return False
    if word == "to":
        found.infinitive = not found.perfect
        return True
    if word in {"not", "never", "did", "does", "do"} or word.endswith(("n't", "n’t")):
        found.negated = found.negated or word not in {"did", "does", "do"}
        found.negated = found.negated and not found.badly
        return True
    if found.infinitive and word in _REPORTED:
        found.infinitive = False
        return True
    found.badly = found.badly or word in _BADLY
    return is_adverb(word)

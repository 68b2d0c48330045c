"""Counts that the words around them tie to others: "died with her", "the guard succumbed", too.

Also figures that somebody claims and others deny.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count

__all__ = ["with_others"]


def with_others(text: str, span: tuple[int, int], counts: Sequence[Count]) -> list[Count]:
    """Return the counts of a sentence, those tied to others marked as additions or new tolls.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    counts
        The counts read in it.
    """
    start, end = span
    answer = [_denied(text, start, end, _with_him(text, start, end, c)) for c in counts]
    answer = [_of_both(c, answer) for c in answer]
    return [_he_too(text, start, c) for c in answer]


_WITH_HIM = re.compile(
    r"\bwith\s+(?:him|her|them|his\s+death|her\s+death)\b[^.;]{0,60}$", re.IGNORECASE
)
_BESIDE_HER = re.compile(
    r"\s+(?:along\s+with|with|alongside|beside)\s+(?:her|him|them)\b", re.IGNORECASE
)


_FORCE = re.compile(
    r"\b(?:army|force|forces|police|levies|corps|navy|rangers|unit|regiment|battalion)\b",
    re.IGNORECASE,
)
_SUBJECT = 90


def _with_him(text: str, start: int, end: int, count: Count) -> Count:
    """Add those who "died with her"; "with him, the army has lost seven" is a new toll."""
    if count.outcome != "killed" or not count.best or count.part or count.update:
        return count
    if _BESIDE_HER.match(text, count.end, end):
        if _WHO_DIED.search(text, count.number_start, count.end):
            return count
        return replace(_alone(text, count), increment=True, rules=(*count.rules, "also"))
    lost = text[count.start : count.end].lower().startswith("lost")
    before = text[max(start, count.start - _SUBJECT) : count.start]
    if lost and _WITH_HIM.search(before):
        forces = count.side == "unknown" and _FORCE.search(before) is not None
        return replace(count, update=True, side="security_forces" if forces else count.side)
    return count


_WHO_DIED = re.compile(r"\bwho\s+(?:had\s+|were\s+|was\s+)?\w+$", re.IGNORECASE)
_TOLD = re.compile(rf"{NUMBER}\b", re.IGNORECASE)


def _alone(text: str, count: Count) -> Count:
    """Take those with whom people died off a figure that holds them: "three died with them"."""
    told = _TOLD.match(text, count.number_start)
    if told is None or "list" not in count.rules:
        return count
    number = value_of(told[0])
    return replace(count, low=number, best=number, high=number)


_DENIED = re.compile(
    r"[^.;]{0,60}?,\s+(?:(?:an?|the|this)\s+)?(?:charge|claim|allegation|accusation)\s+"
    r"(?:(?:that|which)\s+)?(?:(?:was|is|has\s+been)\s+)?(?:later\s+)?"
    r"(?:denied|denies|rejected|rejects|dismissed|refuted|disputed)\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:claim|alleg|accus)\w*\b|\b(?:relatives|residents|locals|party|group|activists)\s+(?:\w+\s+){0,2}?said\b",
    re.IGNORECASE,
)


def _denied(text: str, start: int, end: int, count: Count) -> Count:
    """Mark a figure that one side claims and others deny: "claimed ..., a charge denied by"."""
    if not count.best or count.denied or _DENIED.match(text, count.end, end) is None:
        return count
    official = count.speaker == "official" and "spokesman" not in count.rules
    if official or _CLAIMED.search(text, start, count.start) is None:
        return count
    return replace(count, denied=True)


def _of_both(count: Count, every: Sequence[Count]) -> Count:
    """Take "the guard succumbed" for one of "both wounded" in the same sentence."""
    if "succumbed" not in count.rules or "implied" not in count.rules or count.part:
        return count
    hurt = [c for c in every if c.outcome == "injured" and c.number_start < count.number_start]
    if not any((c.best or 0) > 1 for c in hurt):
        return count
    return replace(count, increment=True, rules=(*count.rules, "was_hurt"))


_HE_TOO = re.compile(
    r"(?:^|[۔\n]\s*)(?:زخمی|زخمی\s+(?:شخص|اہلکار|راہگیر|نوجوان|خاتون))\s+(?:کو|جس\s+کو)\s(?:(?![۔])\S+\s+){1,20}?(?:وہ\s+)?بھی\s*$"
)


def _he_too(text: str, start: int, count: Count) -> Count:
    """Take "زخمی کو ... لے جایا گیا جہاں وہ بھی دم توڑ گیا" for the death of the wounded one."""
    if count.outcome != "killed" or "weak" not in count.rules or "also" not in count.rules:
        return count
    if _HE_TOO.search(text[start : count.start]) is None:
        return count
    rules = (*(rule for rule in count.rules if rule not in {"weak", "also"}), "was_hurt")
    return replace(count, increment=True, rules=rules)

"""People told as the only ones, or apart from a toll: "the sole casualty", "without the bomber"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.text._count_number_words import CARDINALS
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words import word_set

__all__ = ["SOLE_WORDS", "read_sole"]

SOLE_WORDS = word_set("only sole lone excludes exclude excluding include bomber attacker")
"""A sentence without any of these words is not read."""

_FEW = "two|three|four|five|six|seven|eight|nine|ten"
_NOUN = (
    r"(?:one|ones|person|persons|people|man|men|woman|individual|individuals|victims?|member|members|"
    r"passengers?|civilians?|soldiers?|policem[ae]n|others?|residents?|occupants?)"
)
_DEAD = r"(?:killed|dead|martyred|slain|shot\s+dead)"
_DIE = r"(?:die|be\s+(?:killed|martyred)|lose\s+(?:his|her|their)\s+li(?:fe|ves)|perish|succumb)"
_HURT = r"(?:injured|wounded|hurt)"
_BE_HURT = rf"(?:be\s+{_HURT}|get\s+{_HURT}|suffer\s+(?:any\s+)?(?:injur\w+|wounds?))"
_WHO = r"(?:who|that)\s+(?:(?:was|were|had\s+been|got)\s+)?"
_SOLE = re.compile(
    rf"\bthe\s+(?:only|sole|lone)\s+(?:(?P<number>{_FEW})\s+)?(?:"
    rf"(?P<dead>(?:{_NOUN}\s+)?(?:{_WHO})?{_DEAD}|{_NOUN}\s+(?:to\s+{_DIE}|{_WHO}(?:died|perished))"
    r"|fatalit(?:y|ies)|deaths?|loss\s+of\s+life|li(?:fe|ves)\s+lost|martyrs?)"
    rf"|(?P<hurt>(?:{_NOUN}\s+)?(?:{_WHO})?{_HURT}|{_NOUN}\s+to\s+{_BE_HURT}|injur(?:y|ies)"
    r"|casualt(?:y|ies)(?=\s+(?:was|were)\s+(?:\w+\s+){0,6}?(?:hurt|injured|wounded|with))))"
    r"(?=\s*[.,;:)]|\s+(?:was|were|is|are|in|at|on|by|during|when|as|there|that|from)\b|\s*$)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"\bnot\s+$|n[’']t\s+$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:toll|figures?|count|dead|numbers?|tally)\b(?:\s+\w+){0,3}?\s+(?:excludes?|excluding|"
    r"(?:does|do|did)\s+not\s+(?:include|count))\s+(?:the|a)\s+(?:\w+\s+)?"
    r"(?:bomber|attacker|assailant|gunman|terrorist|militant)\b",
    re.IGNORECASE,
)
_WITH_BOMBER = re.compile(
    rf"(?:[,;(–—-])\s*(?P<number>{_FEW}),?\s+(?:with|counting|if\s+one\s+counts|together\s+with)\s+the\s+"
    r"(?:suicide\s+)?(?:bomber|attacker)\b",
    re.IGNORECASE,
)
"""A toll told without the bomber and then with him."""


def read_sole(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read who is said to be the only one killed or hurt, and an attacker left out of a toll.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: an outcome that has one is not read again.
    """
    start, end = span
    known = {count.outcome for count in told if count.best and not count.part}
    for match in _SOLE.finditer(text, start, end):
        outcome = "killed" if match["dead"] else "injured"
        if outcome in known or _NOT_ONE.search(text, start, match.start()):
            continue
        known.add(outcome)
        number = CARDINALS[match["number"].lower()] if match["number"] else 1
        yield _count(outcome, match, number, ("sole",))
    beside = _BESIDE.search(text, start, end)
    if beside is not None and "killed" not in known:
        yield _count("killed", beside, 1, ("beside",))
    yield from _bomber(text, span, told)


def _bomber(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read the bomber whom a second figure takes in: "three dead, four with the bomber"."""
    dead = {count.best for count in told if count.outcome == "killed"}
    both = _WITH_BOMBER.search(text, *span)
    if both is not None and CARDINALS[both["number"].lower()] - 1 in dead:
        yield _count("killed", both, 1, ("beside",))


def _count(outcome: str, match: re.Match[str], number: int, rules: tuple[str, ...]) -> Count:
    beside = "beside" in rules
    side = "militants" if beside else "unknown"
    return figure_of(outcome, number, match.span(), side=side, increment=beside, rules=rules)

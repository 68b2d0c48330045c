"""The clause around a span that a quote takes from a sentence."""

from __future__ import annotations

import re

from geomap.text.sentences import Sentence

__all__ = ["MAX_QUOTE", "clause", "shortened"]

MAX_QUOTE = 200
"""Longest quote, in characters."""
_CLAUSE_BREAK = re.compile(r"[,;:—–،]\s|\s(?:and|but|while|when|اور|جبکہ)\s")


def clause(text: str, start: int, end: int, sentence: Sentence) -> tuple[int, int]:
    """Return the bounds of the longest run of clauses around a span that fits a quote."""
    end = min(end, start + MAX_QUOTE)
    if sentence.end - sentence.start <= MAX_QUOTE:
        return min(start, sentence.start), max(end, sentence.end)
    breaks = [match.end() for match in _CLAUSE_BREAK.finditer(text, sentence.start, sentence.end)]
    lefts = [sentence.start, *(at for at in breaks if at <= start)]
    rights = [*(at for at in breaks if at >= end), sentence.end]
    first, last = start, end
    for right in rights:
        if right - first <= MAX_QUOTE:
            last = max(last, right)
    for left in reversed(lefts):
        if last - left <= MAX_QUOTE:
            first = min(first, left)
    while last > end and text[last - 1] in " ,;:—–،\n\t":
        last -= 1
    return first, last


def shortened(start: int, end: int, span: tuple[int, int]) -> tuple[int, int]:
    """Cut a quote to `MAX_QUOTE` characters, from its end to the span that it is for, then before.

    A span that is longer loses its end.
    """
    end = max(min(end, start + MAX_QUOTE), min(span[1], span[0] + MAX_QUOTE))
    return max(start, end - MAX_QUOTE), end

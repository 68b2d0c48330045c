"""The clause of a sentence in which a figure stands, found in a time that does not grow with it."""

from __future__ import annotations

import re

from geomap.text.counts import Count
from geomap.text.sentences import Sentence

__all__ = ["clause_of"]

_BREAK = re.compile(r"[;؛]|,\s+(?:and|while|whereas|but)\s|\sand\s(?=(?:the\s+)?[A-Z])|\sجبکہ\s")
_REACH = 300
"""Characters before and behind a figure in which its clause begins and ends."""


def clause_of(text: str, sentence: Sentence, count: Count) -> tuple[int, int]:
    """Return where the clause of a figure begins and ends.

    Parameters
    ----------
    text
        An article.
    sentence
        The sentence.
    count
        A figure of it.
    """
    start = max(sentence.start, count.number_start - _REACH)
    end = min(sentence.end, count.number_end + _REACH)
    for found in _BREAK.finditer(text, start, end):
        if found.end() <= count.number_start:
            start = found.end()
        elif found.start() >= count.number_end:
            return start, found.start()
    return start, end

"""Where a figure stands: its sentence and its clause, found in a time that does not grow."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from geomap.text.counts import Count
from geomap.text.scenes import Scene
from geomap.text.sentences import Sentence

__all__ = ["clause_of", "scene_of"]

_BREAK = re.compile(
    r"[;؛]|,\s+(?:and|but)\s|,?\s+(?:while|whereas)\s|\sand\s(?=(?:the\s+)?[A-Z])|\sجبکہ\s"
)
_REACH = 300
"""Characters before and behind a figure in which its clause begins and ends."""


def scene_of(scenes: Sequence[Scene], count: Count) -> Scene:
    """Return the sentence of a figure.

    Parameters
    ----------
    scenes
        The sentences of its event, in text order.
    count
        The figure.
    """
    at = bisect_right(scenes, count.start, key=lambda scene: scene.sentence.start)
    return scenes[max(0, at - 1)]


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

"""One person in the style of notes: "Karak: teacher walking to school gunned down"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.text._count_record import Count, figure_of
from geomap.text._count_tokens import nouns
from geomap.text._count_words import word_set

__all__ = ["NOTE_WORDS", "read_notes"]

NOTE_WORDS = word_set("dead killed gunned martyred stabbed hacked beheaded strangled")
"""A sentence without any of these words is not read."""

_NOTE = re.compile(
    r"(?:^|[:;]\s+|\s[-–—]\s+)(?:\d{1,2}-year-old\s+|young\s+|elderly\s+|local\s+|off-duty\s+|unidentified\s+)?"
    r"(?P<who>[A-Za-z]+(?:[\s-][a-z]+){0,2}?)(?P<between>(?:,?\s+(?!(?:was|were|is|are|has|had|have|who|and|or|but|that|which|"
    r"killed|dead|said|says|told)\b)[\w'’-]+){1,8}?),?\s+"
    r"(?:(?:shot|found)\s+dead|killed|gunned\s+down|martyred|(?:stabbed|hacked|beaten)\s+to\s+death|beheaded|strangled)"
    r"(?=\s+(?:by|in|at|near|outside|inside|on|while|as|after|when|over)\b|\s*[.,;]|\s*$)"
)
_REACH = 200
"""Characters from the start of a sentence within which a note tells who was killed."""


def read_notes(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read one person told without an article, whose word stands some words before the outcome.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: where somebody died, nobody is added.
    """
    if any(count.outcome == "killed" for count in told):
        return
    start, end = span
    line = text[start : min(end, start + _REACH)]
    for found in _NOTE.finditer(line):
        noun = nouns("en").get(re.split(r"[\s-]", found["who"].lower())[-1])
        if noun is None or not noun.singular or noun.side in {"thing", "animal", "militants"}:
            continue
        place = (start + found.start("who"), start + found.end())
        yield figure_of("killed", 1, place, side=noun.side, rules=("note",))
        return

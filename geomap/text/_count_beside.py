"""Figures that phrases of their own tell, beside the grammar of a sentence, one kind after another.

Each kind stands in a module of its own with the words without which no sentence is read; a new kind
of phrase is added here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from geomap.text._count_captives import CAPTIVE_WORDS, read_captives
from geomap.text._count_counted import COUNTED_WORDS, read_counted
from geomap.text._count_notes import NOTE_WORDS, read_notes
from geomap.text._count_own import OWN_WORDS, read_own
from geomap.text._count_passing import PASSING_WORDS, read_passing
from geomap.text._count_record import Count
from geomap.text._count_served import SERVED_WORDS, read_served
from geomap.text._count_sole import SOLE_WORDS, read_sole

__all__ = ["BESIDE_WORDS", "read_beside"]

_READERS = (
    (SOLE_WORDS, read_sole),
    (SERVED_WORDS, read_served),
    (OWN_WORDS, read_own),
    (CAPTIVE_WORDS, read_captives),
    (NOTE_WORDS, read_notes),
    (COUNTED_WORDS, read_counted),
    (PASSING_WORDS, read_passing),
)
BESIDE_WORDS = frozenset().union(*(words for words, _ in _READERS))
"""A sentence without any of these words is not read."""


def read_beside(
    text: str, span: tuple[int, int], told: Sequence[Count], words: AbstractSet[str]
) -> Iterator[Count]:
    """Read the figures of a sentence that its grammar leaves.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: an outcome that has one is mostly not read again.
    words
        The words of the sentence, in lower case: a reader none of whose words is there is passed.
    """
    for needed, read in _READERS:
        if not needed.isdisjoint(words):
            yield from read(text, span, told)

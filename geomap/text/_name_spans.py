"""A place name found in a text, and small questions about it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from geomap.places.gazetteer import Entry

__all__ = ["NameSpan", "is_arabic", "merged", "touching"]

_ARABIC = re.compile("[\u0620-\u06ff]")


class NameSpan(NamedTuple):
    """A name found: its span without the level word, and what the gazetteer knows of it."""

    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    rule: str


def is_arabic(text: str) -> bool:
    """Whether a text has letters of the Arabic script."""
    return not text.isascii() and _ARABIC.search(text) is not None


def merged(names: Sequence[NameSpan], spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Join two lists without overlaps: the longer span wins, a gazetteer name at a tie."""
    more = list(spans)
    if not more:
        return list(names)
    ranked = sorted(
        [*names, *more],
        key=lambda name: (name.start - name.end, not name.entries, name.start),
    )
    kept: list[NameSpan] = []
    for name in ranked:
        index = bisect_right(kept, name.start, key=_start)
        free = index == 0 or kept[index - 1].end <= name.start
        if free and (index == len(kept) or kept[index].start >= name.end):
            kept.insert(index, name)
    return kept


def _start(name: NameSpan) -> int:
    return name.start


def touching(names: Sequence[NameSpan], start: int, end: int) -> list[NameSpan]:
    """Return the names that overlap a stretch of text; `names` are in text order and apart."""
    first = bisect_right(names, start, key=_start)
    if first and names[first - 1].end > start:
        first -= 1
    last = bisect_left(names, end, key=_start)
    return list(names[first:last])

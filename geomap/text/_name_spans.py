"""A place name found in a text, and small questions about it."""

from __future__ import annotations

import re
from typing import NamedTuple

from geomap.places.gazetteer import Entry

__all__ = ["NameSpan", "is_arabic"]

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

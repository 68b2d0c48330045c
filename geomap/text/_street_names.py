"""Streets and squares that have their names from something else: "Hockey Chowk"."""

from __future__ import annotations

import re

__all__ = ["names_street"]

_STREET = re.compile(
    r"\s+(?:chowk|chowrangi|roundabout|road|street|colony|market|stop|mor|intersection)\b"
    r"|\s+(?:چوک|چورنگی|روڈ|کالونی|مارکیٹ|اسٹاپ|موڑ)(?!\w)",
    re.IGNORECASE,
)


def names_street(text: str, end: int) -> bool:
    """Whether a word that ends at an offset is the first of a street's name."""
    return _STREET.match(text, end) is not None

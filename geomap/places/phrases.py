"""Place texts that name a spot by another: "near X", "30 km south of X", "outskirts of X".

They are whole texts, such as a cell of a table or a question to `geocode`; those within a report
are read where its sentences are.
"""

from __future__ import annotations

import re

from geomap.records import Relation

__all__ = ["related_name"]


def related_name(text: str) -> tuple[str, Relation]:
    """Return the place that a text names, and how the spot stands to it.

    Examples
    --------
    >>> name, relation = related_name("30 km south of Turbat, Kech")
    >>> name, relation.kind, relation.distance_m, relation.bearing
    ('Turbat, Kech', 'offset', 30000.0, 180.0)
    >>> related_name("Turbat")[1].kind
    'in'
    """
    match = _OFFSET.match(text)
    if match is not None:
        metres = float(match[1].replace(",", ".")) * (1_609.344 if match[2][0] in "mM" else 1_000)
        bearing = _BEARINGS.get(re.sub(r"[^nesw]", "", _initials(match[3] or "")))
        return match[4], Relation(kind="offset", distance_m=metres, bearing=bearing)
    match = _NEAR.match(text)
    if match is not None:
        return match[1], Relation(kind="near")
    return text, Relation()


_OFFSET = re.compile(
    r"\s*(?:about|around|some)?\s*(\d+(?:[.,]\d+)?)\s*(km|kms|kilomet\w+|miles?|mi)\s*"
    r"(?:(?:to\s+the\s+)?([news][\w\s-]*?)\s+)?(?:of|from)\s+(.+)",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\s*(?:near|nearby|close\s+to|outskirts\s+of|on\s+the\s+outskirts\s+of|vicinity\s+of|"
    r"suburbs?\s+of|outside)\s+(.+)",
    re.IGNORECASE,
)
_BEARINGS = {"n": 0.0, "ne": 45.0, "e": 90.0, "se": 135.0, "s": 180.0, "sw": 225.0, "w": 270.0,
             "nw": 315.0}  # fmt: skip


def _initials(words: str) -> str:
    """Return "sw" of "south-west", "southwest" or "SW"."""
    lower = words.lower().strip()
    for word, letter in (("north", "n"), ("south", "s"), ("east", "e"), ("west", "w")):
        lower = lower.replace(word, letter)
    return lower.replace("ern", "")

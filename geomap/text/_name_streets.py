"""Streets written small and areas named in pairs, which no gazetteer lists.

"On Roghani road", "in Ghora market" and "in the Sarwan and Tor Ghar areas of": the places are kept
as they stand, like those in a locative frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.text.patterns import Pattern, any_of

__all__ = ["owned_places", "paired_areas", "small_streets"]

_CAPITALS = r"(?:[A-Z][\w'’-]+\s+){1,2}?"


def _before(words: str) -> str:
    """Return an expression for any of several words, written small or with a capital."""
    both = (form for word in words.split() for form in (word, word.capitalize()))
    return any_of(both, at_start=True)


_PAIRS = Pattern(
    _before("in at near of from") + rf"\s+(?:the\s+)?({_CAPITALS})and\s+({_CAPITALS})"
    r"(?:areas|villages|localities|neighbourhoods|sectors)\b",
)
_STREETS = (
    r"(?:road|chowk|market|colony|street|square|roundabout|bypass|mohalla|boulevard|avenue|crossing|"
    r"flyover|interchange)"
)
_SMALL = Pattern(
    _before("on at in near along off") + rf"\s+(?:the\s+)?((?:[A-Z][\w'’]+\s){{1,2}}{_STREETS})\b",
)
_NO_NAME = re.compile(
    r"\b(?:The|This|That|Main|Ring|Link|National|Busy|North|South|East|West|New|Old|Police|Army|Levies|Pakistan|Balochistan|"
    r"Sindh|Punjab|Airport|Indian|Afghan|Iranian|Muslim|Shia|Sunni|Hindu|Christian|Hazara|Sunday|Friday|Monday|Tuesday|"
    r"Wednesday|Thursday|Saturday)\b"
)


_OWNED = Pattern(
    _before("in at near from")
    + r"\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,3}(?:[A-Z][\w-]+|tehsil|district)['’]s\s+"
    r"((?:[A-Z][\w'’-]+\s+){0,2}[A-Z][\w'’-]+)(?=[.,;]|\s+(?:on|late|early|when|where|after|before|and|in)\b)"
)
_NO_PLACE = re.compile(
    r"\b(?:Commissioner|Chief|Secretary|Speaker|Mayor|Red|Supreme|High|Super|Premier)\b"
)


def _found(pattern: Pattern, text: str, marks: int) -> Iterator[re.Match[str]]:
    """Find all matches in a text; none where its sentences' `marks` lack a word of the pattern."""
    if marks & pattern.mark != pattern.mark:
        return iter(())
    return pattern.pattern.finditer(text)


def owned_places(text: str, marks: int) -> Iterator[tuple[int, int, int]]:
    """Find what follows the name of the area that it lies in: "in Sarwakai's Molay Sarai".

    Yields where it starts and ends, and where the name of its owner ends.
    """
    for found in _found(_OWNED, text, marks):
        start, end = found.span(1)
        if not _NO_NAME.search(text, start, end) and not _NO_PLACE.search(text, start, end):
            yield start, end, text.rfind("s", 0, start) - 1


def paired_areas(text: str, marks: int) -> Iterator[tuple[int, int]]:
    """Find the names before "areas": "in the Sarwan and Tor Ghar areas"."""
    for found in _found(_PAIRS, text, marks):
        for group in (1, 2):
            start, end = found.span(group)
            if not _NO_NAME.search(text, start, end):
                yield start, start + len(text[start:end].rstrip())


def small_streets(text: str, marks: int) -> Iterator[tuple[int, int]]:
    """Find streets and markets whose last word is small: "on Roghani road"."""
    for found in _found(_SMALL, text, marks):
        if not _NO_NAME.search(text, *found.span(1)):
            yield found.span(1)

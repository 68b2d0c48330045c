"""Datelines: the place, and sometimes the day, that a report was filed from.

``QUETTA:``, ``KARACHI/LAHORE —``, ``PESHAWAR (Agency):``, ``Rawalpindi, 8 October 2025:`` and, in
Urdu, ``کوئٹہ:`` at the start of a line. Nothing in a dateline says where or when an event was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Dateline", "find_datelines"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, from the first letter of its place to its colon or dash."""

    start: int
    end: int


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?)"
_END = r"\s{0,2}(?::|—|–|--|-(?=\s))"
_UPPER = r"[A-Z][A-Z.'’ -]{2,30}"
_TITLE = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}"
_BRACKETS = r"\s?\([^)\n]{1,40}\)"
_AGENCY = r"\s?\((?:[A-Z]{2,8}|[\w ]{3,20}\s(?:report|agency))\)"
_LATIN = re.compile(
    rf"^[ \t*_]*(?P<dateline>"
    rf"{_UPPER}(?:[/,]\s?{_UPPER}){{0,3}}(?:,\s{_DATE})?(?:{_BRACKETS})?"
    rf"|{_TITLE}(?:,\s{_DATE}(?:{_BRACKETS})?|{_AGENCY})"
    rf")(?:{_END}|(?<=\d)[ \t]*$)",
    re.MULTILINE,
)
_URDU = re.compile(
    r"^[ \t]*(?P<dateline>[\u0620-\u06ff][\u0620-\u06ff \u200c]{1,30}"
    r"(?:\s?[(（][^)\n]{1,40}[)）])?)\s{0,2}(?::|۔۔|–|—)",
    re.MULTILINE,
)
_LEAD = 1500


def find_datelines(text: str) -> list[Dateline]:
    """Find the datelines of a text; Urdu ones only near its start, where they are no list item."""
    found = [Dateline(match.start("dateline"), match.end()) for match in _LATIN.finditer(text)]
    found += [
        Dateline(match.start("dateline"), match.end())
        for match in _URDU.finditer(text, 0, min(len(text), _LEAD))
    ]
    return found

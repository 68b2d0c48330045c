"""Datelines: the place, and sometimes the day, that a report was filed from.

``QUETTA:``, ``KARACHI/LAHORE —``, ``PESHAWAR (Agency):``, ``Rawalpindi, 8 October 2025:`` and, in
Urdu, ``کوئٹہ:``, ``کوئٹہ (اسٹاف رپورٹر)`` and ``کوئٹہ (5 فروری 2026)`` at the start of a line.
Nothing in a dateline says where or when an event was.
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


_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|"
    r"NOV|DEC)[A-Za-z]{0,6}\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH}\s{_DAY}(?:,?\s\d{{4}})?|{_DAY}\s{_MONTH}(?:,?\s\d{{4}})?)"
_END = r"\s{0,2}(?::|—|–|--|-(?=\s))"
_UPPER = r"[A-Z][A-Z.'’ -]{2,30}"
_TITLE = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}"
_BRACKETS = r",?\s?\([^)\n]{1,60}\)"
_AGENCY = r"\s?\((?:[A-Z]{2,8}|[\w ]{3,20}\s(?:report|agency))\)"
_DATED = rf",?\s?\((?:[^()\n]{{0,40}}[^\w()\n])?{_DATE}\)"
_LATIN = re.compile(
    rf"^[ \t*_]*(?P<dateline>"
    rf"{_UPPER}(?:[/,]\s?{_UPPER}){{0,3}}(?:(?:,|{_END})\s{_DATE})?(?:{_BRACKETS})?"
    rf"|{_TITLE}(?:,\s{_DATE}(?:{_BRACKETS})?|{_AGENCY}|{_DATED})"
    rf")(?:{_END}|(?<=\d)[ \t]*$|(?<=\d{{4}}\))(?=\s))",
    re.MULTILINE,
)
_URDU_MONTH = "(?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر)"
_URDU_DATE = rf"\d{{1,2}}\s?{_URDU_MONTH}(?:[،,]?\s?\d{{4}}\s?ء?)?"
_URDU_DESK = (
    r"(?:(?:(?:اسٹاف|سٹاف|نیوز|ویب|کرائم|خصوصی)\s)?(?:رپورٹر|ڈیسک|نامہ\sنگار|نمائندہ)[^)\n]{0,20}|"
    r"بیورو\sرپورٹ|مانیٹرنگ\sڈیسک|اے\sپی\sپی|این\sاین\sآئی|آن\sلائن|آئی\sاین\sپی|ایجنسیاں)"
)
_URDU_END = r"\s{0,2}(?::|۔۔|–|—)"
_URDU = re.compile(
    r"^[ \t]*(?P<dateline>[\u0620-\u06ff][\u0620-\u06ff \u200c]{1,30}?(?:"
    rf"\s?[(（][^)\n]{{0,60}}{_URDU_DATE}\s?[)）](?:{_URDU_END})?"
    rf"|\s?[(（]\s?{_URDU_DESK}\s?[)）](?:\s?{_URDU_DATE})?(?:{_URDU_END})?"
    rf"|[،,۔]?\s{_URDU_DATE}(?:\s?[(（][^)\n]{{1,40}}[)）])?{_URDU_END}"
    rf"|(?:\s?[(（][^)\n]{{1,40}}[)）])?{_URDU_END}))",
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

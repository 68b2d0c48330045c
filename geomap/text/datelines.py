"""Datelines: the place, and sometimes the day, that a report was filed from.

``QUETTA:``, ``KARACHI/LAHORE —``, ``PESHAWAR (Agency):``, ``Rawalpindi, 8 October 2025:`` and, in
Urdu, ``کوئٹہ:`` and ``کوئٹہ (5 فروری 2026)`` at the start of a line. Nothing in a dateline says
where or when an event was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from geomap.text.patterns import at_lines, line_starts

__all__ = ["CAPITALS", "NEWSROOMS", "Dateline", "find_datelines"]

CAPITALS = frozenset(
    {"Quetta", "Peshawar", "Karachi", "Lahore", "Islamabad", "Muzaffarabad", "Gilgit"}
)
"""Capitals of the country and its provinces, from which reports on all of them are filed."""
NEWSROOMS = frozenset({
    "Islamabad", "Rawalpindi", "Quetta", "Karachi", "Lahore", "Peshawar", "Hyderabad", "Sukkur",
    "Multan", "Faisalabad", "Dera Ismail Khan", "Muzaffarabad", "Gilgit", "Gujranwala",
})  # fmt: skip
"""Towns from which reports on other districts are filed."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, from the first letter of its place to its colon or dash."""

    start: int
    end: int


_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|"
    r"NOV|DEC)[A-Za-z]{0,6}\.?"
)
_DATE = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?)"
)
_END = r"\s{0,2}(?::|—|–|--|-(?=\s))"
_UPPER = r"[A-Z][A-Z.'’ -]{2,30}"
_TITLE = r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,3}"
_BRACKETS = r"\s?\([^)\n]{1,40}\)"
_AGENCY = (
    r"\s?\((?:[A-Z]{2,8}|[A-Z][a-z]{3,20}|"
    r"[\w ]{3,20}\s(?:report|agency|desk|correspondent|reporter|bureau))\)"
)
_LATIN = re.compile(
    rf"^[ \t*_]*(?P<dateline>"
    rf"{_UPPER}(?:[/,&]\s?(?:{_UPPER}|{_TITLE})){{0,3}}(?:,\s{_TITLE})?(?:,?\s{_DATE})?(?:{_BRACKETS}){{0,2}}"
    rf"|{_TITLE}(?:\s?[/,]\s?{_TITLE}){{0,3}}(?:\s?\[{_TITLE}\])?(?:,?\s{_DATE}(?:{_BRACKETS})?|(?:{_AGENCY}){{1,2}})"
    rf")(?:{_END}|(?<=\d)[ \t]*$)",
    re.MULTILINE,
)
_PLAIN = re.compile(
    rf"^[ \t*_]*(?P<dateline>{_TITLE}(?:\s?/\s?{_TITLE}){{0,2}})"
    r"(?:[*_]*\s{0,2}:|\s(?:—|–|--|-))[*_]*\s(?=[A-Z\d\"“])",
    re.MULTILINE,
)
_URDU_NAME = (
    r"[\u0620-\u06d3\u06d5-\u06ef]"
    r"(?:(?!\s(?:میں|کے|کی|کا|پر|سے|نے|کو)\s)[\u0620-\u06d3\u06d5-\u06ef \u200c]){1,30}"
)
_REPORTER = (
    r"(?:رپورٹر|رپورٹ|نامہ\s?نگار|نمائندہ|نمائندے|بیورو|آن\s?لائن|ایجنسی|ایجنسیاں|ویب\s?ڈیسک|نیوز|مانیٹرنگ|"
    r"خصوصی|این این آئی|اے پی پی|آئی این پی|ڈیسک|بی بی سی|اسٹاف|سٹاف|پ ر|یو این اے|صباح|نگار|"
    r"نمائندگان|نامہ نگاران|خبر)"
)
_URDU_BRACKETS = rf"\s?[(（][^)\n]{{0,30}}{_REPORTER}[^)\n]{{0,30}}[)）]"
_URDU_DATE = r"(?:،\s?[\d۰-۹٠-٩]{1,2}\s[\u0620-\u06ff]{2,8}(?:\s[\d۰-۹٠-٩]{4})?)"
_URDU = re.compile(
    rf"^[ \t*]*(?P<dateline>{_URDU_NAME}(?:[/،]\s?{_URDU_NAME}?)?(?:"
    rf"{_URDU_DATE}?{_URDU_BRACKETS}\s{{0,2}}(?::|۔|–|—|-)?"
    rf"|{_URDU_DATE}?(?:\s?[(（][^)\n]{{1,40}}[)）])?\s{{0,2}}(?::|۔۔|–|—|-(?=\s))))",
    re.MULTILINE,
)
_DATED = re.compile(
    rf"^[ \t*_]*(?P<dateline>(?:{_UPPER}|{_TITLE})(?:"
    rf",?\s?\((?:[^()\n]{{0,40}}[^\w()\n])?{_DATE}\)(?:{_END}|(?<=\d{{4}}\))(?=\s))"
    rf"|{_END}\s{_DATE}{_END}))",
    re.MULTILINE,
)
_URDU_MONTH = "(?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر)"
_URDU_DAY = rf"[\d۰-۹٠-٩]{{1,2}}\s?{_URDU_MONTH}(?:[،,]?\s?[\d۰-۹٠-٩]{{4}}\s?ء?)?"
_URDU_DATED = re.compile(
    rf"^[ \t*]*(?P<dateline>{_URDU_NAME}(?:"
    rf"\s?[(（][^)\n]{{0,60}}{_URDU_DAY}\s?[)）]"
    rf"|{_URDU_BRACKETS}\s?{_URDU_DAY}"
    rf"|[،,۔]?\s{_URDU_DAY}(?:\s?[(（][^)\n]{{1,40}}[)）])?(?=\s{{0,2}}(?::|۔۔|–|—))"
    r")(?:\s{0,2}(?::|۔۔|–|—))?)",
    re.MULTILINE,
)
_URDU_STOP = re.compile(
    r"\A\s*(?P<dateline>[\u0620-\u06d3]{2,12}(?:\s[\u0620-\u06d3]{2,12}){0,2}\s?۔)\s",
)
_LEAD = 1500


def find_datelines(text: str) -> list[Dateline]:
    """Find the datelines of a text.

    Urdu ones only near its start, where they are no list item; so are Latin ones without capitals,
    a date or an agency, unless several lines open like that: those are a list.
    """
    lead = min(len(text), _LEAD)
    starts = line_starts(text)
    matches = [*at_lines(_LATIN, text, starts), *at_lines(_DATED, text, starts)]
    if not text.isascii():
        first = starts[: bisect_right(starts, lead)]
        matches += at_lines(_URDU, text, first, lead)
        matches += at_lines(_URDU_DATED, text, first, lead)
    longest: dict[int, int] = {}
    for match in matches:
        start = match.start("dateline")
        longest[start] = max(longest.get(start, 0), match.end())
    stop = _URDU_STOP.match(text)
    if stop is not None:
        longest.setdefault(stop.start("dateline"), stop.end())
    found = [Dateline(start, end) for start, end in longest.items()]
    plain = list(at_lines(_PLAIN, text, starts))
    if len(plain) == 1 and not found and plain[0].start() < _LEAD // 3:
        found.append(Dateline(plain[0].start("dateline"), plain[0].end()))
    return sorted(found, key=lambda line: line.start)

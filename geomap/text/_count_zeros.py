"""Sentences that say that nobody was hurt: "no casualties", "no loss of life"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["NONE_WORDS", "Nobody", "read_zeros", "read_zeros_ur"]


@dataclass(frozen=True, slots=True)
class Nobody:
    """A statement of zero: its outcome, clause, the words that stand for the number, its rules."""

    outcome: str
    start: int
    end: int
    number_start: int
    number_end: int
    rules: tuple[str, ...]


NONE_WORDS = frozenset(
    {"casualty", "casualties", "death", "deaths", "fatality", "fatalities", "injury", "injuries"}
    | {"loss", "losses", "life", "lives"}
)
"""A sentence without any of these is not read."""

_NO = (
    r"\b(?:no|without|nor\s+any|not\s+(?:\w+\s+){0,2}?any"
    r"|(?:not|n['’]t)\s+(?:cause|suffer|result\s+in|report|lead\s+to))"
)
_GAP = (
    r"(?:(?:immediate|reported|reports?|known|any|of|human|civilian|security|military|loss|losses|"
    r"damage|deaths?|fatalities|injury|injuries|material|property|or|and|there|were|was|physical|"
    r"personal|other|further|more|additional|personnel)[\s,]+){0,5}?"
)
_WHAT = (
    r"(?P<what>casualt(?:y|ies)|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|human\s+loss(?:es)?|"
    r"loss\s+of\s+(?:any\s+)?(?:human\s+|precious\s+)?li(?:fe|ves)|li(?:fe|ves)\s+(?:were\s+)?lost|"
    r"life\s+loss)"
)
_AND = (
    r"(?:\s*(?:,|or|and)\s+(?:injur(?:y|ies)|deaths?|fatalit(?:y|ies)|casualt(?:y|ies)|"
    r"loss\s+of\s+life))?\b"
)
_NONE = re.compile(rf"{_NO}\s+{_GAP}{_WHAT}{_AND}", re.IGNORECASE)
_NOT_ZERO = re.compile(
    r"\b(?:further|more|additional|other)\b|death\s+(?:toll|sentence|penalty|threat)", re.IGNORECASE
)
_DEADLY = re.compile(r"casualt|death|fatalit|loss|lives|نقصان", re.IGNORECASE)
_HURTING = re.compile(r"casualt|injur", re.IGNORECASE)
_NO_LOSS_UR = re.compile(
    r"(?P<what>جانی(?: (?:و|یا|اور) مالی)? نقصان)(?: [^\s۔]+){0,5}? (?:نہیں|نہ)(?!\S*[^\W۔])"
    r"|(?:بلا|بغیر کسی) (?P<else>جانی نقصان)"
)


def read_zeros(text: str, start: int, end: int) -> Iterator[Nobody]:
    """Read "no casualties" (nobody killed or injured), "no loss of life", "no injuries".

    "No further casualties" is no zero. "No reports of casualties" is one, with the rule
    ``no_reports``.
    """
    for match in _NONE.finditer(text, start, end):
        said = match.group()
        if not _NOT_ZERO.search(text, match.start(), min(match.end() + 9, end)):
            rules = ("none", "no_reports") if "report" in said.lower() else ("none",)
            yield from _outcomes(match, said, rules)


def read_zeros_ur(text: str, start: int, end: int) -> Iterator[Nobody]:
    """Read "no loss of life" in Urdu; it says nothing of the injured."""
    for match in _NO_LOSS_UR.finditer(text, start, end):
        yield from _outcomes(match, match.group(), ("none",))


def _outcomes(match: re.Match[str], said: str, rules: tuple[str, ...]) -> Iterator[Nobody]:
    first, last = match.span("what") if match.group("what") else match.span()
    for outcome, stated in (("killed", _DEADLY.search(said)), ("injured", _HURTING.search(said))):
        if stated:
            yield Nobody(outcome, match.start(), match.end(), first, last, rules)

"""Signs of the dead where no figure is given: "the deceased was a trader", "blew himself up"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.text._count_words import word_set
from geomap.text.expressions import guarded

__all__ = ["SIGN_WORDS", "Sign", "read_signs", "read_signs_ur"]

SIGN_WORDS = word_set(
    "deceased slain body bodies himself herself vest jacket belt severed mutilated"
)
"""A sentence without any of these has no such sign."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak of one dead, or of those taken away before (rule ``theirs``)."""

    start: int
    end: int
    rule: str


_IS = r"(?:was|is|has|had|hailed|belonged|worked|leaves|left\s+behind)\b"
_GIVEN = (
    r"(?:was|has\s+been|is|had\s+been)\s+(?:\w+ly\s+|later\s+)?(?:shifted|handed|taken|moved|sent|flown|buried|"
    r"brought|found|recovered|identified|dumped|thrown|left|kept)\b"
)
_ONE = guarded(
    rf"\bthe\s+(?:deceased|slain\s+(?:\w+\s+)?(?:man|woman|boy|girl|officer|constable|policeman|soldier|"
    rf"official|teacher|driver|trader|leader|elder|cleric|guard|journalist|lawyer|doctor))\s+{_IS}"
    rf"|\b(?:the|his|her)\s+(?:dead\s+)?body(?:,[^,.;]{{4,50}},)?\s+{_GIVEN}"
    r"|\b(?:bomber|attacker|assailant|man|woman|youth|militant|he|she)\s+(?:\w+\s+){0,4}?"
    r"(?:blew|blown|blasted|exploded)\s+(?:himself|herself)\b"
    r"|\b(?:bomber|attacker|assailant|man|woman|youth|militant|he|she|who)\s+(?:\w+\s+){0,3}?"
    r"(?:detonated|exploded|triggered|set\s+off)\s+(?:his|her|an?|the)\s+(?:\w+\s+){0,2}?"
    r"(?:vest|jacket|belt)\b"
    r"|\b(?:severed|mutilated)\s+head\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\btheir\s+(?:[\w-]+\s+){0,2}?bodies\b|\bthe\s+bodies\s+of\s+(?:the\s+(?:abducted|kidnapped|missing)|all\s+of\s+them)",
    re.IGNORECASE,
)
_ONE_UR = re.compile(
    r"(?<!\S)(?:مقتول|متوفی)\s+(?:کی|کا|کے|کو|نے|\S+\s+کا\s+رہائشی|پیشے|گزشتہ|ایک|مقامی|سرکاری)(?=\s)"
)
_NUMBERED_UR = re.compile(r"(?:ایک|دو|دوسر\S|تین|چار|\d+|پہل\S)\s+$")
_THEIRS_UR = re.compile(r"(?:ان|مغویوں|جن)\s+کی\s+(?:\S+\s+){0,3}?(?:لاشیں|نعشیں|میتیں)")


def read_signs(text: str, start: int, end: int) -> Iterator[Sign]:
    """Read "the deceased was", "the body was handed over" and "their bodies"."""
    for match in _ONE.finditer(text, start, end):
        yield Sign(*match.span(), "weak")
    for match in _THEIRS.finditer(text, start, end):
        yield Sign(*match.span(), "theirs")


def read_signs_ur(text: str, start: int, end: int) -> Iterator[Sign]:
    """Read the same in Urdu."""
    for match in _ONE_UR.finditer(text, start, end):
        if not _NUMBERED_UR.search(text, max(match.start() - 8, start), match.start()):
            yield Sign(*match.span(), "weak")
    for match in _THEIRS_UR.finditer(text, start, end):
        yield Sign(*match.span(), "theirs")

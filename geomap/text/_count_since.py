"""People who died since others were counted: tolls that have risen, wounded who did not live."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.text._count_record import Count

__all__ = ["DIED_LATER", "risen", "was_wounded"]

DIED_LATER = re.compile(
    r"چل\s+بس|دم\s+توڑ|انتقال\s+کر|جان\s+کی\s+بازی|تاب\s+نہ\s+لا|وفات\s+پا|شہید\s+ہو\s+گی"
)
_BY_NOW = re.compile(
    r"\b(?:have|has)\s+(?:by\s+)?now\s+(?:died|perished|lost\s+their|been\s+(?:killed|martyred))\b"
    r"|\b(?:are|is)\s+now\s+dead\b",
    re.IGNORECASE,
)


_SO_THAT = re.compile(
    r"\b(?:so\s+that|so|which\s+means|meaning|means|thus|hence|and\s+with\s+(?:him|her|them))\s+(?:that\s+)?(?:at\s+least\s+|a\s+total\s+of\s+)?\Z",
    re.IGNORECASE,
)
_BEFORE = 45


def risen(text: str, count: Count) -> Count:
    """Note a toll that has risen: "so that 45 people have now lost their lives"."""
    if count.outcome != "killed" or (count.best or 0) < _SEVERAL or count.update or count.part:
        return count
    if _BY_NOW.search(text, count.start, count.end + _A_VERB) is None:
        return count
    if _SO_THAT.search(text, max(0, count.start - _BEFORE), count.start) is None:
        return count
    return replace(count, update=True, rules=(*count.rules, "toll"))


_A_VERB, _SEVERAL = 6, 2
_WOUNDED_MAN = re.compile(r"(?<!\S)زخمی(?!\s+(?:ہوئے|ہوا|ہوئی|ہو\s+گ|ہیں|تھے|افراد\s+میں))")


def was_wounded(text: str, start: int, count: Count) -> Count:
    """Note that those who died had been among the wounded: "دو زخمی ہسپتال میں چل بسے"."""
    rules = set(count.rules)
    if count.outcome != "killed" or not count.best or "was_hurt" in rules or "toll" in rules:
        return count
    if "ordinal" in rules or count.part:
        return count
    wards = _OF_THE_HURT.search(text, start, count.start)
    if wards and DIED_LATER.search(text, count.start, count.end + _JUST_BEFORE):
        return replace(count, rules=(*count.rules, "was_hurt"))
    if _UNABLE.search(text, max(start, count.start - _JUST_BEFORE), count.end):
        return replace(count, rules=(*count.rules, "was_hurt"))
    man = _WOUNDED_MAN.search(text, max(start, count.start - _JUST_BEFORE), count.end)
    if man is None or DIED_LATER.search(text, man.end(), man.end() + _DIES_WITHIN) is None:
        return count
    return replace(count, rules=(*count.rules, "was_hurt"), increment="weak" not in rules)


_OF_THE_HURT = re.compile(
    r"(?<!\S)زخمیوں\s+(?:میں\s+سے|کو)\s[^۔]{0,120}(?:جہاں|جن\s+میں\s+سے|مگر|لیکن)\s"
)
_UNABLE = re.compile(r"زخموں\s+کی\s+تاب\s+نہ")
_JUST_BEFORE, _DIES_WITHIN = 22, 100

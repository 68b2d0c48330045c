"""Attackers of whom some blew themselves up and the others were shot: all of them are dead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import CARDINALS
from geomap.text._count_numbers_ur import CARDINALS_UR
from geomap.text._count_record import Count
from geomap.text.patterns import Pattern

__all__ = ["with_selves"]

_BLEW = (
    r"(?:blew\s+(?:him|her|them)sel(?:f|ves)\b|(?:detonated|exploded|set\s+off|triggered)\s+"
    r"(?:him|her|them|his|their|the|an?)(?:sel(?:f|ves))?\b"
    r"(?=(?:\s+[\w-]+){0,3}?\s*(?:vests?|jackets?|belts?|explosives|charges?|devices?|himself|up\b|[.,;])))"
)
_FOE = r"(?:attackers?|bombers?|assailants?|militants?|terrorists?|gunm[ae]n|insurgents?|raiders?)"
_ANY = Pattern(r"\b(?:blew|detonated|exploded|set\s+off|triggered)\b|خود\s+کو", re.IGNORECASE)
_FIRST = re.compile(
    rf"\b(?P<number>a|one|two|three|four|\d)\s+(?:of\s+(?:them|whom|the\s+(?:[\w-]+\s+){{0,2}}?{_FOE})"
    rf"|(?:suicide\s+)?{_FOE})\s+(?:\w+ly\s+|then\s+|had\s+)?{_BLEW}",
    re.IGNORECASE,
)
"""Those who blew themselves up, told before the others."""
_AFTER = re.compile(
    rf"\b(?:the|his|their|an?)\s*(?:other|another|second|third|fourth|fifth|last|remaining)\s+"
    rf"(?:one\s+|{_FOE}\s+)?(?:\w+ly\s+|then\s+|had\s+)?{_BLEW}",
    re.IGNORECASE,
)
"""The one who did so, told after them."""
_NUMBERED = re.compile(
    rf"\b(?:(?P<rest>the\s+(?:other|remaining|last))|and|while|but)\s+(?:the\s+(?:other|remaining|last)\s+)?(?P<number>one|two|three|four|five|six|\d)"
    rf"(?:\s+(?:others?|more|of\s+them|(?:suicide\s+)?{_FOE}))?(?:,\s[^,;.]{{3,40}},)?\s+(?:\w+ly\s+|then\s+|had\s+|later\s+)?{_BLEW}",
    re.IGNORECASE,
)
"""Several who did so, told after them: "and the other two blew themselves up"."""
_NUMBERED_URDU = re.compile(
    r"(?:جبکہ|اور|،)\s+(?P<number>ایک|دو|تین|چار)\s+(?:(?:دیگر|خودکش|حملہ\s?آور|حملہ\s?آوروں|دہشت\s?گرد|دہشت\s?گردوں|اور)\s+){0,3}نے\s+خود\s+کو\s+(?:\S+\s+){0,4}?(?:اڑا|پھاڑ)"
)
_THE_OTHER = re.compile(r"\bthe\s+(?:other|remaining|rest)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:others|accomplices?|companions?)\b", re.IGNORECASE)
_SHOT = re.compile(
    r"\b(?:shot|gunned|shoot\w*|exchange|gunfight|gunbattle|firing)\b", re.IGNORECASE
)
_OF_A_WHOLE = re.compile(rf"\bof\s+the\s+(?:[\w-]+\s+){{0,2}}?{_FOE}\s*,", re.IGNORECASE)
_NOT_THEIRS = frozenset({"civilians", "security_forces"})


def with_selves(
    text: str, span: tuple[int, int], counts: Sequence[Count], marks: int
) -> list[Count]:
    """Add those who blew themselves up to the attackers who were shot in the same sentence.

    Parameters
    ----------
    text
        The text.
    span
        Its sentence.
    counts
        The counts read in it: "one blew himself up while the other two were shot dead" has three.
    marks
        The marks of the sentence (`geomap.text.patterns`).
    """
    start, end = span
    if not counts or _ANY.search(text, start, end, marks=marks) is None:
        return list(counts)
    shot = next((c for c in counts if _may_be_foes(c) or _is_the_next(text, start, c)), None)
    alone = any("suicide" in count.rules for count in counts)
    if shot is None or alone or _OF_A_WHOLE.search(text, start, end):
        return list(counts)
    first = _FIRST.search(text, start, shot.number_start)
    if first is not None and (
        "ordinal" in shot.rules or shot.side == "militants" or _is_of_them(text, start, end, shot)
    ):
        number = _value(first["number"])
    elif after := _blew_after(text, shot, end):
        number = after
    else:
        return list(counts)
    if "ordinal" in shot.rules:
        number = 0  # "two blew themselves up and the third was shot"
    low, high = (None if n is None else n + number for n in (shot.low, shot.high))
    all_of_them = replace(
        shot,
        low=low,
        best=(shot.best or 0) + number,
        high=high,
        side="militants",
        rules=(*(rule for rule in shot.rules if rule != "ordinal"), "selves"),
        update=False,
    )
    return [all_of_them if count is shot else count for count in counts]


def _blew_after(text: str, shot: Count, end: int) -> int:
    """Return how many blew themselves up, told after those who were shot."""
    urdu = _NUMBERED_URDU.search(text, shot.number_end, end)
    if urdu is not None and shot.side == "militants":
        return CARDINALS_UR[urdu["number"]]
    numbered = _NUMBERED.search(text, shot.number_end, end)
    if numbered is not None and (shot.side == "militants" or _is_bare(text, shot, numbered)):
        return _value(numbered["number"])
    return int(shot.side == "militants" and _AFTER.search(text, shot.number_end, end) is not None)


def _is_bare(text: str, shot: Count, behind: re.Match[str]) -> bool:
    """Whether a figure without a noun is of men who were shot: "two were gunned down"."""
    fell = _SHOT.search(text, shot.number_end, behind.start()) or behind["rest"]
    return not shot.who and bool(fell)


_REACH = 14


def _may_be_foes(count: Count) -> bool:
    dead = count.outcome == "killed" and bool(count.best) and not count.part
    return dead and count.side not in _NOT_THEIRS


def _is_the_next(text: str, start: int, count: Count) -> bool:
    """Whether a figure is of "the third", told behind two who blew themselves up."""
    if "ordinal" not in count.rules or count.outcome != "killed" or count.part:
        return False
    first = _FIRST.search(text, start, count.number_start)
    return first is not None and _value(first["number"]) + 1 == count.best


def _is_of_them(text: str, start: int, end: int, count: Count) -> bool:
    """Whether a figure is of "the other two", or of "two others" who were shot."""
    before = text[max(start, count.number_start - _REACH) : count.number_end]
    if "ordinal" in count.rules or _THE_OTHER.search(before):
        return True
    others = _OTHER.search(text, count.number_start, count.number_end + _REACH) is not None
    return others and _SHOT.search(text, count.number_start, end) is not None


def _value(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return 1 if word.lower() == "a" else CARDINALS[word.lower()]

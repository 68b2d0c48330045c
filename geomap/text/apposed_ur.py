"""Rows of names and kin in Urdu that only say who a number of people are.

"تین افراد — ایک استاد، اس کا بھائی اور ڈرائیور — جاں بحق ہوئے" tells of three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.text._count_numbers_ur import CARDINALS_UR
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["apposed_rows_ur"]

_WORDS = "|".join(
    sorted((w for w, n in CARDINALS_UR.items() if 1 < n <= 20), key=len, reverse=True)
)
_PAIR = (
    r"(?:باپ\s+بیٹا|باپ\s+بیٹی|باپ\s+بیٹے|ماں\s+بیٹا|ماں\s+بیٹی|"
    r"میاں\s+بیوی|بہن\s+بھائی|چچا\s+بھتیجا|ماموں\s+بھانجا)"
)
_NOUN = (
    r"(?:افراد|اہلکار|اہلکاروں|شہری|شہریوں|مزدور|مزدوروں|نوجوان|نوجوانوں|بھائی|بھائیوں|بہنیں|خواتین|بچے|بچوں|بچیاں|جوان|جوانوں|فوجی|"
    r"طلبہ|طالب\s?علم|مسافر|مسافروں|قبائلی|دوست|دوستوں|کزن|ڈاکٹر|اساتذہ|تاجر|تاجروں|دکاندار|کان\s?کن|ڈرائیور|راہگیر|کانسٹیبل|لوگ|لوگوں|سپاہی|محافظ|رشتہ\s?دار)"
)
_HEAD = Pattern(
    rf"(?<!\S)(?:(?P<number>\d{{1,2}}|{_WORDS})\s+(?:(?:پولیس|لیویز|ایف\s?سی|ٹریفک|سکیورٹی|سیکیورٹی|قبائلی|سگے|مقامی|دو)\s+)?{_NOUN}|(?P<pair>{_PAIR}))"
    r"(?P<opener>\s*[،:(–—]\s*|\s+-\s+|\s+(?=[^\s۔،]+(?:\s+[^\s۔،]+)?\s+اور\s+[^\s۔،]+(?:\s+[^\s۔،]+)?،?\s+اور\s+(?:ان|اُن|اس)\s+ک[اےی]\s))"
)
_ANYBODY = re.compile(r"افراد|لوگ|شہری")
_FATE = re.compile(
    r"(?<!\S)(?:جاں\s?بحق|جان\s?بحق|ہلاک|شہید|زخمی|قتل|جان\s+کی|دم\s+توڑ|کو|نے|مارے|مارا|لقمہ|موقع|موقعہ|چل\s+بس|کی\s+موت|گولی|اغوا|لاپتہ|گرفتار)(?!\S*[\u0620-\u06ff])"
)
_PART = re.compile(r"\s*،\s*(?:اور\s+)?|\s+اور\s+")
_NOT = re.compile(r"(?:جن|ان|جس|جبکہ|تاہم|جو|جہاں|شامل)\s|.*\sشامل(?:\s|\Z)")
_CLOSES = {"(": ")", "-": "-", "–": "–", "—": "—"}
_LONGEST, _MOST_WORDS = 160, 7
_STOP = re.compile(r"[۔؟!\n]")
_OTHERS = re.compile(r"\s*،?\s+اور\s+(?:ان|اُن|اس|ایک|دو|تین|چار|پانچ|\d)")
_COUNTED = re.compile(rf"(?P<number>\d{{1,2}}|ایک|{_WORDS})\s")
_OWN_COUNTED = re.compile(rf"(?:ان|اُن|اس)\s+ک[ےی]\s+(?P<number>\d{{1,2}}|{_WORDS})\s")
_TWO = re.compile(_PAIR)
_KIN = Pattern(
    r"\sاور\s+(?:ان|اُن|اس)\s+ک[اےی]\s+(?:ایک\s+)?(?:کزن|بیٹا|بیٹی|بھائی|بہن|بیوی|اہلیہ|شوہر|والد|والدہ|ڈرائیور|محافظ|گن\s?مین|ساتھی|دوست|بھتیجا|بھانجا|چچا|ماموں|پوتا)"
    r"(?P<name>(?:\s+(?!(?:اور|کی|کا|کے|کو|نے|سے|پر|میں|بھی|سمیت|موقع)\s)[\u0620-\u06ff]+){1,3}?)(?=\s+(?:(?:موقع|موقعے?)\s+پر\s+(?:ہی\s+)?)?(?:جاں\s?بحق|جان\s?بحق|ہلاک|شہید|زخمی|قتل|مارے)\s)"
)
"""The name of the last one of several: "اور ان کا کزن نعیم جاں بحق"."""
_AMONG = Pattern(
    r"(?P<aside>،\s+جن\s+میں\s+(?:(?!شامل)[^\s۔،]+\s+){1,8}?(?:تھا|تھے|تھی|تھیں|ہے|ہیں)\s*،)"
)
"""Who was among them, told before their fate."""


def apposed_rows_ur(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where rows stand that only say who those counted before them are.

    Parameters
    ----------
    text
        The article's text.
    sentence
        A sentence.
    """
    for pattern, name in ((_KIN, "name"), (_AMONG, "aside")):
        if pattern.inside(text, sentence) is not None:
            for found in pattern.pattern.finditer(text, sentence.start, sentence.end):
                yield found.span(name)
    if _HEAD.inside(text, sentence) is None:
        return
    for head in _HEAD.pattern.finditer(text, sentence.start, sentence.end):
        number = _value(head["number"]) if head["number"] else 2
        end = _end(text, head, number, min(sentence.end, head.end() + _LONGEST))
        if end:
            yield head.start("opener"), end


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else CARDINALS_UR[word]


def _end(text: str, head: re.Match[str], number: int, last: int) -> int:
    """Return where a row ends that says who all of those counted are, 0 where none does."""
    stop = _STOP.search(text, head.end(), last)
    last = stop.start() if stop else last
    mark = _CLOSES.get(head["opener"].strip())
    if mark is not None:
        closing = text.find(mark, head.end(), last)
        row = text[head.end() : closing]
        parts = _PART.split(row) if closing > 0 else []
        told = [_people(part) for part in parts]
        named = any(not _COUNTED.match(part) for part in parts)
        whole = 0 not in told and sum(told) == number and named
        return closing + 1 if whole and not _FATE.search(row) else 0
    return _open_end(text, head, number, last)


def _open_end(text: str, head: re.Match[str], number: int, last: int) -> int:
    """Return the end of a row behind a comma or a colon, or one that no mark opens."""
    fate = _FATE.search(text, head.end(), last)
    if fate is None:
        return 0
    at, told = head.end(), 0
    while at < fate.start():
        gap = _PART.search(text, at, fate.start())
        end = gap.start() if gap else fate.start()
        people = _people(text[at:end].strip())
        if not people:
            return 0
        told += people
        if told >= number:
            comma = text[end : end + 1] == "،"
            whole = bool(head["pair"]) or ":" in head["opener"] or _ANYBODY.search(head[0])
            closed = comma or (gap is None and whole) or _OTHERS.match(text, end)
            return end + comma if told == number and closed else 0
        if gap is None:
            return 0
        at = gap.end()
    return 0


def _people(part: str) -> int:
    """Return how many people a part of a row names, 0 where it is none."""
    if not part or len(part.split()) > _MOST_WORDS or _NOT.match(part):
        return 0
    if _TWO.match(part):
        return 2
    counted = _COUNTED.match(part) or _OWN_COUNTED.match(part)
    return _value(counted["number"]) if counted else 1

"""Dead and wounded told hospital by hospital, where no toll of all is told: they add up.

"Six bodies and 14 injured were brought to the Civil Hospital. Three bodies and eight injured were
taken to another": where a sum is told as well, each hospital has its share of that one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geomap.text.counts import Count
from geomap.text.figure_clauses import clause_of
from geomap.text.patterns import Pattern, any_mark
from geomap.text.scenes import Scene

__all__ = ["of_several_wards"]

_HOSPITAL = Pattern(
    r"\b(?P<name>(?:(?-i:[A-Z])[\w'’-]*\s+(?:(?:of|and)\s+)?){1,5}(?-i:Hospital|Complex|Infirmary|Clinic)|CMH|DHQ|THQ|BMC|LRH|KTH|JPMC|PIMS|"
    r"(?:the\s+)?(?:civil|district|military|combined\s+military|teaching|tehsil|children['’]s|trauma|private|naval|government|[\w-]+\s+teaching)\s+"
    r"(?:headquarters\s+)?(?:hospital|centre|center)|(?:another|a\s+second|a\s+private|the\s+other)\s+(?:\w+\s+)?(?:hospital|facility|clinic))\b"
    r"|\b(?:to|at|in)\s+(?:the\s+)?(?P<to>Lady\s+Reading|Hayatabad(?!\s+(?:Medical|Complex))|Khyber\s+Teaching|Khalifa\s+Gul\s+Nawaz|Jinnah|Mayo|Services|Bolan\s+Medical|Sandeman)\b"
    r"|(?P<ur>(?:[^\s۔،]+\s+){1,2}(?:ہسپتال|اسپتال|کمپلیکس)|بی\s?ایم\s?سی|سی\s?ایم\s?ایچ|ایل\s?آر\s?ایچ|ڈی\s?ایچ\s?کیو)",
    re.IGNORECASE,
)
_MARKS = any_mark((_HOSPITAL,))
_HARM = ("killed", "injured")
_MOST = 8
_APART = 3
"""Sentences over which one hospital is told after the other."""
_SAME_AS = (
    (re.compile(r"lady\s+reading|\blrh\b|ایل\s?آر\s?ایچ|لیڈی\s+ریڈنگ", re.IGNORECASE), "lrh"),
    (re.compile(r"khyber\s+teaching|\bkth\b|خیبر\s+ٹیچنگ", re.IGNORECASE), "kth"),
    (re.compile(r"bolan\s+medical|\bbmc\b|بی\s?ایم\s?سی|بولان\s+میڈیکل", re.IGNORECASE), "bmc"),
    (re.compile(r"military\s+hospital|\bcmh\b|سی\s?ایم\s?ایچ", re.IGNORECASE), "cmh"),
    (re.compile(r"jinnah\s+post\s?graduate|\bjpmc\b", re.IGNORECASE), "jpmc"),
    (re.compile(r"tehsil\s+head\s?quarters?|\bthq\b", re.IGNORECASE), "thq"),
    (re.compile(r"district\b|\bdhq\b|ڈی\s?ایچ\s?کیو|ڈسٹرکٹ", re.IGNORECASE), "dhq"),
    (re.compile(r"\bcivil\b|\bsandeman\b|سول", re.IGNORECASE), "civil"),
)
"""Names and letters of one hospital."""
_NOT_ALL = Pattern(
    r"\b(?:critical\w*|serious\w*|grave(?:ly)?|severe\w*|later|first|initially|earlier|subsequently|referred|airlifted|"
    r"flown|transferred|discharged)\b|شدید|تشویشناک|نازک|ریفر|بعد\s+ازاں|ابتدائی|پہلے",
    re.IGNORECASE,
)
"""Words for some of the wounded, or for what became of them after they were brought in."""
_MOVED_ON = Pattern(r"\b(?:shifted|moved|sent|rushed\s+on)\b", re.IGNORECASE)


def of_several_wards(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let what each of several hospitals received add up, where no sum is told.

    Equal figures of two sentences are one that is told twice, and whom a second hospital took
    over, or who were badly hurt, are some of those whom the first one took in.

    Parameters
    ----------
    text
        The article.
    scenes
        The sentences of the event, in text order.
    counts
        Its figures, in text order.
    """
    if not any(scene.sentence.marks & _MARKS for scene in scenes if scene.counts):
        return list(counts)
    starts = [scene.sentence.start for scene in scenes]
    answer = list(counts)
    for outcome in _HARM:
        told = [c for c in counts if c.outcome == outcome and _is_whole(c)]
        if not 1 < len(told) <= _MOST or any(c.total or c.update for c in told):
            continue
        places = [bisect_right(starts, c.start) - 1 for c in told]
        if len({c.best for c in told}) < len(told) and len(set(places)) > 1:
            continue
        if places[-1] - places[0] > _APART:
            continue
        wards = [
            _ward(text, scenes[max(0, at)], c, counts, first=c is told[0])
            for at, c in zip(places, told, strict=True)
        ]
        if "" in wards or len(set(wards)) < len(wards):
            continue
        others = {id(c) for c in told[1:]}
        answer = [replace(c, rules=(*c.rules, "adds")) if id(c) in others else c for c in answer]
    return answer


def _is_whole(count: Count) -> bool:
    """Whether a figure is no part, no claim and no death among those told before."""
    return (
        count.is_whole
        and not ({"was_hurt", "sign"} & set(count.rules))
        and count.speaker != "claimant"
    )


_BEGINS = re.compile(r"[,;،؛]\s+(?:and\s+|while\s+|اور\s+)?|\s(?:and|while|اور|جبکہ)\s")


def _clause(text: str, scene: Scene, count: Count, counts: Sequence[Count]) -> tuple[int, int]:
    """Return the clause of a figure: "four bodies to one hospital and three to another" has two."""
    start, end = clause_of(text, scene.sentence, count)
    found = list(_HOSPITAL.finditer(text, start, end))
    told = [c.number_start for c in counts if start <= c.number_start < end]
    for ward, following in pairwise(found):
        behind = bool(told) and told[0] > ward.start()
        between = list(_BEGINS.finditer(text, ward.end(), following.start()))
        gap = between[-1 if behind else 0] if between else None
        if gap is None:
            continue
        if count.number_start < gap.end():
            return start, gap.start()
        start = gap.end()
    return start, end


def _ward(text: str, scene: Scene, count: Count, counts: Sequence[Count], *, first: bool) -> str:
    """Return the hospital that took in those of a figure, "" where none did.

    `first`: no other was told before, so that those who were "shifted" came from the scene.
    """
    marks = scene.sentence.marks
    start, end = _clause(text, scene, count, counts)
    found = _HOSPITAL.search(text, start, end, marks=marks)
    if found is None or _NOT_ALL.search(text, start, end, marks=marks):
        return ""
    if not first and _MOVED_ON.search(text, start, end, marks=marks):
        return ""
    name = (found["name"] or found["to"] or found["ur"]).lower().removeprefix("the ")
    return next((key for known, key in _SAME_AS if known.search(name)), name)

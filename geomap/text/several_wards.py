"""Dead and wounded told hospital by hospital, where no toll of all is told: they add up.

"Six bodies and 14 injured were brought to the Civil Hospital. Three bodies and eight injured were
taken to another": where a sum is told as well, each hospital has its share of that one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.patterns import Pattern, any_mark
from geomap.text.scenes import Scene

__all__ = ["of_several_wards"]

_HOSPITAL = Pattern(
    r"\b(?P<name>(?:(?-i:[A-Z])[\w'’-]*\s+(?:(?:of|and)\s+)?){1,5}(?-i:Hospital|Complex|Infirmary|Clinic)|CMH|DHQ|THQ|BMC|LRH|KTH|JPMC|PIMS|"
    r"(?:the\s+)?(?:civil|district|military|combined\s+military|teaching|tehsil|children['’]s|trauma|private|naval|government|[\w-]+\s+teaching)\s+"
    r"(?:headquarters\s+)?(?:hospital|centre|center)|(?:another|a\s+second|a\s+private|the\s+other)\s+(?:\w+\s+)?(?:hospital|facility|clinic))\b"
    r"|(?P<ur>(?:[^\s۔،]+\s+){1,2}(?:ہسپتال|اسپتال|کمپلیکس)|بی\s?ایم\s?سی|سی\s?ایم\s?ایچ|ایل\s?آر\s?ایچ|ڈی\s?ایچ\s?کیو)",
    re.IGNORECASE,
)
_MARKS = any_mark((_HOSPITAL,))
_BREAK = re.compile(r"[;؛]|,\s+(?:and|while|whereas|but)\s|\sand\s(?=(?:the\s+)?[A-Z])|\sجبکہ\s")
_HARM = ("killed", "injured")
_MOST = 8
_APART = 3
"""Sentences over which one hospital is told after the other."""


def of_several_wards(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let what each of several hospitals received add up, where no sum is told.

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
        if len(told) < 2 or any(c.total or c.update for c in told):
            continue
        if len(told) > _MOST:
            continue
        places = [bisect_right(starts, c.start) - 1 for c in told]
        wards = [_ward(text, scenes[max(0, at)], c) for at, c in zip(places, told, strict=True)]
        if "" in wards or len(set(wards)) < len(wards) or places[-1] - places[0] > _APART:
            continue
        others = {id(c) for c in told[1:]}
        answer = [
            replace(c, rules=(*c.rules, "other_side")) if id(c) in others else c for c in answer
        ]
    return answer


def _is_whole(count: Count) -> bool:
    """Whether a figure is no part, no claim and no death among those told before."""
    whole = bool(count.best) and not (count.part or count.aggregate or count.denied)
    return whole and not ({"was_hurt", "sign"} & set(count.rules)) and count.speaker != "claimant"


def _ward(text: str, scene: Scene, count: Count) -> str:
    """Return the hospital that a figure is told of, "" where there is none."""
    sentence = scene.sentence
    breaks = [one.span() for one in _BREAK.finditer(text, sentence.start, sentence.end)]
    start = max([sentence.start, *(end for _, end in breaks if end <= count.number_start)])
    end = min([sentence.end, *(first for first, _ in breaks if first >= count.number_end)])
    found = _HOSPITAL.search(text, start, end, marks=sentence.marks)
    return "" if found is None else (found["name"] or found["ur"]).lower().removeprefix("the ")

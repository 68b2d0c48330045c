"""The dead and wounded of both sides of a border, each told by its own officials.

"Four people were wounded on the Pakistani side; an Afghan official said two of his men were hurt":
none of them is told twice, so that they add up.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern, any_mark
from geomap.text.scenes import Scene

__all__ = ["is_over_there", "of_both_sides"]

_STATES = {
    "pakistan": re.compile(r"\bPakistan(?:i|['’]s)?\b|\bIslamabad\b|\bISPR\b|پاکستان"),
    "afghan": re.compile(r"\bAfghan(?:istan|s)?\b|\bTaliban\b|\bKabul\b|\bKandahar\b|افغان|طالبان"),
    "india": re.compile(r"\bIndian?\b|\bNew\s+Delhi\b|بھارت"),
    "iran": re.compile(r"\bIran(?:ian)?\b|\bTehran\b|ایران"),
}
_ON_SIDE = Pattern(
    r"\b(?:on|from)\s+(?:the\s+)?(?P<whose>Pakistani|Afghan|Indian|Iranian|Taliban|other|opposite|far)\s+side\b"
    r"|\b(?:across|over|beyond)\s+the\s+(?:border|frontier|line|fence|Durand\s+Line|Line\s+of\s+Control)\b"
    r"|(?P<ur>پاکستانی|افغان|بھارتی|ایرانی|دوسری)\s+(?:جانب|طرف)",
    re.IGNORECASE,
)
_HIS_MEN = Pattern(
    r"\b(?P<whose>Pakistani|Afghan|Taliban|Indian|Iranian)\s+(?:[\w-]+\s+){0,4}?(?:official|spokes\w+|governor|commander|police|"
    r"officer|minister|ministry|side|government|military|army)\b[^.;]{0,60}?\b(?:of\s+)?(?:his|its|their)\s+(?:own\s+)?"
    r"(?:men|soldiers|guards|fighters|troops|personnel|people|villagers|side|border\s+guards)\b",
    re.IGNORECASE,
)
_MARKS = any_mark((_ON_SIDE, _HIS_MEN))
_BREAK = re.compile(r"[;؛]|,\s+(?:while|whereas|but)\s|\sجبکہ\s")
_NAMES = {
    "pakistani": "pakistan",
    "afghan": "afghan",
    "taliban": "afghan",
    "indian": "india",
    "iranian": "iran",
    "پاکستانی": "pakistan",
    "افغان": "afghan",
    "بھارتی": "india",
    "ایرانی": "iran",
}


def of_both_sides(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let the casualties of one side of a border be added to those of the other.

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
    if not _is_between_states(text, scenes):
        return list(counts)
    starts = [scene.sentence.start for scene in scenes]
    told: dict[str, str] = {}
    answer = []
    for count in counts:
        if count.best and not (count.part or count.denied or count.aggregate):
            side = _side(text, scenes[max(0, bisect_right(starts, count.start) - 1)], count)
            first = told.setdefault(count.outcome, side or "here")
            if side and side != first and not count.update:
                answer.append(replace(count, rules=(*count.rules, "other_side")))
                continue
        answer.append(count)
    return answer


def is_over_there(text: str, scene: Scene, told: Sequence[Trigger]) -> bool:
    """Whether a sentence goes on with what befell the other side: "in Chaman, on the other side".

    `told` are the triggers of the event so far: it is a clash.
    """
    found = _ON_SIDE.inside(text, scene.sentence)
    if found is None or found.start() - scene.sentence.start > _OPENING:
        return False
    return any(trigger.family == "clash" for trigger in told)


_OPENING = 60


def _is_between_states(text: str, scenes: Sequence[Scene]) -> bool:
    """Whether the event's sentences name two states."""
    spans = [(scene.sentence.start, scene.sentence.end) for scene in scenes]
    named = {
        name
        for name, pattern in _STATES.items()
        if any(pattern.search(text, start, end) for start, end in spans)
    }
    return len(named) > 1


def _side(text: str, scene: Scene, count: Count) -> str:
    """Return on whose side those of a figure were, "" where its clause does not say."""
    sentence = scene.sentence
    breaks = [one.span() for one in _BREAK.finditer(text, sentence.start, sentence.end)]
    start = max([sentence.start, *(end for _, end in breaks if end <= count.number_start)])
    end = min([sentence.end, *(first for first, _ in breaks if first >= count.number_end)])
    found = _ON_SIDE.search(text, start, end, marks=sentence.marks)
    if found is not None:
        whose = (found["whose"] or found["ur"] or "other").lower()
        return _NAMES.get(whose, "other")
    his = _HIS_MEN.search(text, start, end, marks=sentence.marks)
    return _NAMES[his["whose"].lower()] if his is not None else ""

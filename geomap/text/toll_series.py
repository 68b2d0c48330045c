"""Tolls told one after the other as the hours passed: the last one stands, the others are earlier.

"Shortly after midnight police spoke of three dead. In the morning the railways said eight." What a
sentence calls not the first, counted twice or confirmed later is set right here, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.figure_clauses import scene_of
from geomap.text.patterns import Pattern, any_mark
from geomap.text.scenes import Scene

__all__ = ["in_series"]

_STAMP = Pattern(
    r"\b(?:(?:shortly|soon)\s+(?:after|before)\s+(?:midnight|noon|dawn|midday|sunset|sunrise)"
    r"|(?:at|around|by|about|before|until)\s+(?:first|dawn|noon|midday|midnight|nightfall|dusk|evening|(?:the\s+)?(?:afternoon|evening|morning|night)|\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|a\.m|p\.m|o['’]clock)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock)"
    r"|in\s+the\s+(?:morning|evening|afternoon|night)|late\s+(?:at\s+night|in\s+the\s+(?:evening|night))|towards\s+(?:evening|midnight|noon)"
    r"|(?:an?|two|three|four)\s+hours?\s+(?:later|on)|within\s+(?:an|the|two)\s+hours?|hours\s+later|later\s+(?:in\s+the\s+day|that\s+(?:day|night))|the\s+first\s+(?:word|toll|count|figure)|first\s+(?:toll|count|word)"
    r"|then\s+came|final(?:ly)?\b|the\s+(?:next|following)\s+(?:day|morning))"
    r"|ابتدا(?:ء)?\s+میں|پہلے\s+پہل|شام\s+(?:کو|تک|گئے)|رات\s+(?:گئے|تک|کو)|دوپہر\s+(?:کو|تک)|صبح\s+(?:تک|کو)|بعد\s+میں|بعد\s+ازاں|چند\s+گھنٹے\s+بعد",
    re.IGNORECASE,
)
"""When somebody gave a toll."""
_GIVES = Pattern(
    r"\b(?:said|says|spoke|spoken|told|count(?:ed|s)?|confirm(?:ed|s)|report(?:ed|s)|announced?|put|puts|gave|given|figures?|toll|number|word|"
    r"message|statement|stood|had\s+it)\b|تصدیق|بتائی|بتایا|تعداد|اطلاع",
    re.IGNORECASE,
)
_MARKS = any_mark((_STAMP,))
_NOT_FIRST = Pattern(
    r"\b(?:those|these|the|that|this)\s+(?:figures?|numbers?|tolls?|counts?|totals?)\s+(?:(?:was|were|is|are)\s+not|(?:was|were)n['’]t)\s+the\s+first\b"
    r"|\b(?:figures?|numbers?|counts?|tolls?)\s+(?:had\s+)?(?:kept\s+(?:changing|climbing|rising)|changed\s+(?:through|during|all|several|more\s+than))",
    re.IGNORECASE,
)
_COUNTED_TWICE = Pattern(
    r"\b(?:(?:been\s+|were\s+|was\s+)?(?:counted|listed|registered|entered)\s+(?:twice|both|two\s+times|double)|double[\s-]count\w*|double\s+entry|"
    r"wrongly\s+(?:counted|listed|included|declared)|by\s+mistake|in\s+error|found\s+alive|turned\s+(?:up|out\s+to\s+be)\s+alive|(?:is|are|was|were)\s+(?:still\s+|in\s+fact\s+)?alive|still\s+alive)\b"
    r"|دو\s+بار\s+(?:گن|شمار)|زندہ\s+(?:نکل|پا)",
    re.IGNORECASE,
)
_CONFIRMED_LATER = Pattern(
    r"\blater\b[^.;,]{0,60}?\bconfirmed\b|\bconfirmed\s+(?:\w+\s+)?later\b",
    re.IGNORECASE,
    needed=(frozenset({"confirmed"}),),
)
_CLAUSE_REACH, _A_VERB = 120, 40
_BREAK = re.compile(r"[;،:]|,\s+(?:and|but|while)\s|\.\s")
_HARM = ("killed", "injured")


def in_series(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let the last of several tolls that were given as time passed stand.

    Parameters
    ----------
    text
        The article.
    scenes
        The sentences of the event, in text order.
    counts
        Its figures, in text order.
    """
    answer = _not_the_first(text, scenes, counts)
    answer = _not_counted_twice(text, scenes, answer)
    answer = _confirmed_later(text, scenes, answer)
    if not any(scene.sentence.marks & _MARKS for scene in scenes if scene.counts):
        return answer
    for outcome in _HARM:
        told = [c for c in answer if c.outcome == outcome and _is_toll(c)]
        stamped = [c for c in told if _is_stamped(text, scene_of(scenes, c), c)]
        if len(stamped) > 1 and len({c.best for c in stamped}) > 1 and _of_one_side(stamped):
            answer = _last_stands(answer, told, stamped)
    return answer


def _is_toll(count: Count) -> bool:
    """Whether a figure is a whole: no part, no addition, no claim, no sum of others."""
    return count.is_whole and not count.increment and count.speaker != "claimant"


def _is_stamped(text: str, scene: Scene, count: Count) -> bool:
    """Whether words before a figure say when somebody gave it."""
    sentence = scene.sentence
    if not sentence.marks & _MARKS:
        return False
    start = max(sentence.start, count.number_start - _CLAUSE_REACH)
    breaks = [found.end() for found in _BREAK.finditer(text, start, count.number_start)]
    start = breaks[-1] if breaks else start
    until = (
        count.number_start if text[start : count.number_start].isascii() else count.end + _A_VERB
    )
    if _GIVES.search(text, start, until, marks=sentence.marks) is None:
        return False
    return _STAMP.search(text, start, count.number_start, marks=sentence.marks) is not None


def _of_one_side(counts: Sequence[Count]) -> bool:
    return len({count.side for count in counts} - {"unknown"}) <= 1


def _last_stands(
    counts: Sequence[Count], told: Sequence[Count], stamped: Sequence[Count]
) -> list[Count]:
    """Mark the figures that were given before as earlier ones, and the last as a revision."""
    last = stamped[-1]
    lead = told[0] if told[0] is not stamped[0] else None
    stands = lead is not None and (lead.best or 0) >= max(c.best or 0 for c in stamped)
    old = {id(c) for c in stamped if stands or c is not last}
    return [
        _as_earlier(count)
        if id(count) in old
        else replace(count, update=True)
        if count is last and not stands and "earlier" not in count.rules
        else count
        for count in counts
    ]


def _as_earlier(count: Count) -> Count:
    return replace(count, update=False, rules=(*count.rules, "earlier"))


def _not_the_first(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Mark what a paragraph tells, after "those figures were not the first", as earlier figures."""
    begun: dict[int, int] = {}
    for scene in scenes:
        if _NOT_FIRST.inside(text, scene.sentence) is not None:
            begun.setdefault(scene.sentence.paragraph, scene.sentence.end)
    if not begun:
        return list(counts)
    first: dict[str, int] = {}
    answer: list[Count] = []
    for count in counts:
        at = begun.get(scene_of(scenes, count).sentence.paragraph, count.start + 1)
        fresh = first.setdefault(count.outcome, count.start) < at
        old = count.start >= at and _is_toll(count)
        answer.append(_as_earlier(count) if old and fresh else count)
    return answer


def _confirmed_later(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let a higher number of dead that was confirmed later be a revision."""
    late = [scene for scene in scenes if _CONFIRMED_LATER.inside(text, scene.sentence) is not None]
    if not late:
        return list(counts)
    numbers = {scene.sentence.number for scene in late}
    answer: list[Count] = []
    told: list[Count] = []
    for count in counts:
        toll = count.outcome == "killed" and _is_toll(count)
        here = toll and scene_of(scenes, count).sentence.number in numbers
        higher = bool(told) and all((c.best or 0) < (count.best or 0) for c in told)
        if here and higher and _of_one_side([*told, count]):
            answer.append(replace(count, update=True))
        else:
            answer.append(count)
        told += [count] if toll else []
    return answer


def _not_counted_twice(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Let the dead that are left where some were counted twice, or are alive, be a revision."""
    again = {
        scene.sentence.number
        for scene in scenes
        if scene.counts and _COUNTED_TWICE.inside(text, scene.sentence)
    }
    if not again:
        return list(counts)
    answer: list[Count] = []
    most = 0
    for count in counts:
        toll = count.outcome == "killed" and _is_toll(count)
        here = toll and scene_of(scenes, count).sentence.number in again
        left = here and (count.best or 0) < most and "earlier" not in count.rules
        if left and _is_what_is_left(text, scene_of(scenes, count), count):
            rules = tuple(rule for rule in count.rules if rule != "named")
            answer.append(replace(count, update=True, rules=rules))
            continue
        most = max(most, count.best or 0) if toll else most
        answer.append(count)
    return answer


_LEFT = Pattern(
    r"\b(?:toll|number|count|deaths|figure|total)\b[^.;]{0,40}?\b(?:is|are|was|stands|stood|now|comes|fell|down|revised|at|to)\b"
    r"|\b(?:the\s+)?dead\s+(?:are|number|now)\b|\b(?:is|are)\s+(?:now\s+)?dead\b|\bnow\b|\bleft\b|\bnot\s+\w+\b"
    r"|\b(?:revised|corrected|lowered|down)\b|تعداد|بجائے|نہیں",
    re.IGNORECASE,
)
_SOME = frozenset({"implied", "bodies", "body"})


def _is_what_is_left(text: str, scene: Scene, count: Count) -> bool:
    """Whether a smaller figure is the toll of the whole, and not of some bodies or of a side."""
    if not _SOME.isdisjoint(count.rules) or count.side not in {"unknown", "civilians"}:
        return False
    return _LEFT.inside(text, scene.sentence) is not None

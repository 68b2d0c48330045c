"""The suicide bomber himself, whom a toll of those attacked leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_numbers_ur import CARDINALS_UR
from geomap.text._count_record import Count, figure_of
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["with_bomber"]

_MOST = 10
_DETONATES = Pattern(
    r"\b(?:blew|blown|blowing|exploded|detonated)\s+(?:himself|herself)(?:\s+up)?\b"
    r"|\bsuicide\s+(?:bomber|attacker)\b(?!['’]s)(?:[^.;]{0,80}?\b(?:rammed|ramming|drove|detonated|exploded|"
    r"struck|set\s+off|triggered|blew|rode|hit|attacked)\b)"
    r"|خود\s+کو\s+(?:\S+\s+){0,3}?(?:اڑا|پھاڑ)"
    r"|خودکش\s+(?:حملہ\s+آور|بمبار)\s+نے\s[^۔]{0,80}?(?:اڑا|ٹکرا|پھاڑ|دھماک)",
    re.IGNORECASE,
)
_NUMBER_URDU = "|".join(word for word, number in CARDINALS_UR.items() if 1 < number <= _MOST)
_SEVERAL = Pattern(
    rf"\b(?P<number>{NUMBER})\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:bombers|attackers|militants|terrorists|assailants|men|insurgents|fighters|khwarij)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:blew\s+themselves|detonated\s+(?:themselves|their)|exploded\s+(?:themselves|their)|set\s+off\s+their)\b"
    rf"|(?<!\S)(?P<ur>\d{{1,2}}|{_NUMBER_URDU})\s+(?:خودکش\s+)?"
    r"(?:حملہ\s?آوروں|بمباروں|دہشت\s?گردوں|خوارج|شدت\s?پسندوں)\s+نے\s+خود\s+کو\s+(?:\S+\s+){0,3}?(?:اڑا|پھاڑ)",
    re.IGNORECASE,
)
"""Several of them: "two bombers blew themselves up"."""
_ALIVE = Pattern(
    r"\bbefore\s+(?:he|she|the\s+\w+)\s+could\b|\bfail(?:s|ed|ing)?\s+to\b|\btried\s+to\b|\bfoil|\barrest|"
    r"\bcaptured\b|\bwould-be\b|ناکام|گرفتار|کوشش",
    re.IGNORECASE,
)
"""Words of a bomber who did not come to it."""
_OF_THEM = re.compile(r"\s*(?:of\s+)?(?:them|those|whom)\b", re.IGNORECASE)
_ATTACKED = frozenset({"civilians", "security_forces"})
_NO_TOLL = frozenset({"weak", "moved", "care", "condition", "named", "accused", "was_hurt"})


def with_bomber(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Add the one bomber who blew himself up where only those whom he killed are counted.

    "A suicide bomber rammed a car into a post, killing three personnel" tells of four dead; where
    "nine people" were killed, or where attackers are counted by themselves, he may be one of them.

    Parameters
    ----------
    text
        The article.
    scenes
        The sentences of the event.
    counts
        Its figures.
    """
    dead = [count for count in counts if count.outcome == "killed" and count.best]
    if not dead:
        several = next((one for one in (_several(text, scene) for scene in scenes) if one), None)
        return [*counts, replace(several, rules=("weak",))] if several else list(counts)
    if left := _left_out(text, scenes, dead):
        return [*counts, _bomber(left)]
    whole = [count for count in dead if not count.part and _NO_TOLL.isdisjoint(count.rules)]
    known = {count.best for count in dead if count.side in _ATTACKED or "list" in count.rules}
    sides = {
        count.side
        for count in dead
        if (count.part or "list" not in count.rules) and not _is_of_them(text, count, known)
    }
    if not whole or not sides <= _ATTACKED or any(not _is_official(count) for count in whole):
        return list(counts)
    for scene in scenes:
        several = _several(text, scene)
        if several is not None:
            return [*counts, several]
        found = _DETONATES.inside(text, scene.sentence)
        if found is None or _ALIVE.inside(text, scene.sentence) is not None:
            continue
        return [*counts, _bomber(found.span())]
    return list(counts)


def _several(text: str, scene: Scene) -> Count | None:
    """Return the count of several bombers who blew themselves up, as a sentence tells."""
    found = _SEVERAL.inside(text, scene.sentence)
    if found is None or _ALIVE.inside(text, scene.sentence) is not None or scene.mood != "reported":
        return None
    number = value_of(found["number"]) if found["number"] else _value_ur(found["ur"])
    rules = ("bomber",)
    return figure_of("killed", number, found.span(), side="militants", rules=rules)


def _value_ur(word: str) -> int:
    return int(word) if word.isdecimal() else CARDINALS_UR[word]


_LEFT_OUT = Pattern(
    r"\b(?:toll|figures?|number|count|tally|these|this|it|dead)\s+(?:(?:does|do|did)\s+not|doesn['’]t|excludes?|excluded)\s+"
    r"(?:(?:include|count|cover|take\s+in)\s+)?(?:the\s+)?(?:suicide\s+)?(?:bomber|attacker|assailant)\b"
    r"|\b(?:bomber|attacker)\s+is\s+not\s+(?:included|counted)\b"
    r"|\b(?:bomber|attacker|assailant)(?:['’]s(?:\s+own)?\s+(?:death|body))?\s+(?:(?:is|was|has|had)\s+(?:not|never)|(?:is|was|has|had)n['’]t)\s+"
    r"(?:been\s+)?(?:included|counted|(?:among|part\s+of)\s+(?:the|that|these|this)\s+(?:toll|figures?|count|number|dead))\b"
    r"|\b(?:he|she|(?:his|her)\s+(?:own\s+)?death)\s+(?:(?:is|was)\s+not|(?:is|was)n['’]t)\s+(?:included|counted|part\s+of|among|in)\s+"
    r"(?:(?:in|among|with|of)\s+)?(?:the|this|that|these|those)\s+(?:\w+\s+)?(?:figures?|toll|numbers?|count|tally|dead|killed|six|five|four|seven|eight|nine|ten|\d+)\b"
    r"|(?<!\w)(?:حملہ\s?آور|بمبار)\s+(?:کے\s+علاوہ|کو\s+چھوڑ\s+کر)\s+(?:\S+\s+){0,8}?(?:تعداد|ہلاکت\S*|اموات)(?!\w)"
    r"|(?<!\w)میں\s+(?:خودکش\s+)?(?:حملہ\s?آور|بمبار)\s+(?:کو\s+)?شامل\s+نہیں",
    re.IGNORECASE,
)
"""What says that the toll told before is without the bomber: "the figure does not include ..."."""


def _left_out(text: str, scenes: Sequence[Scene], dead: Sequence[Count]) -> tuple[int, int] | None:
    """Return where a sentence says that the toll leaves the bomber out, if no count has him."""
    if any("beside" in count.rules for count in dead):
        return None
    found = (_LEFT_OUT.inside(text, scene.sentence) for scene in scenes)
    return next((one.span() for one in found if one is not None), None)


def _bomber(span: tuple[int, int]) -> Count:
    """Return the count of the bomber, of whom words at these offsets tell."""
    return figure_of("killed", 1, span, side="militants", rules=("bomber",))


def _is_of_them(text: str, count: Count, known: AbstractSet[int | None]) -> bool:
    """Whether a figure only repeats that of a list, or is of those told before ("of them")."""
    if "sign" in count.rules:
        return True
    if count.part or count.side != "unknown":
        return False
    return count.best in known or _OF_THEM.match(text, count.number_end) is not None


def _is_official(count: Count) -> bool:
    """Whether a toll is stated: no claim of the attackers, no sum over weeks."""
    return count.speaker != "claimant" and not (count.denied or count.aggregate)

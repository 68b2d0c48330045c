"""What a report filed from a town tells of it without a day, a toll or a place of its own.

"MASTUNG: Armed men torched a truck" is the commonest item of the dailies: it happened there, and
the day before it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.records import Resolution
from geomap.text.actors import ARMED_KINDS
from geomap.text.datelines import NEWSROOMS
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["filed_in", "tells_act"]


def filed_in(resolutions: Sequence[Resolution]) -> frozenset[int]:
    """Return the sentences that open with the dateline of a town that files only what is its own.

    Parameters
    ----------
    resolutions
        The resolved mentions of an article.
    """
    filed = [item for item in resolutions if item.mention.role == "dateline"]
    alone = all(item.mention.role in {"dateline", "actor"} for item in resolutions)
    return frozenset(
        item.mention.sentence
        for item in filed
        if item.place is not None
        and item.place.admin1 is not None
        and (alone or item.place.name not in NEWSROOMS)
    )


_SPEECH = Pattern(
    r"\b(?:leaders?|president|chairman|chief|secretary|ministers?|lawmakers?|MN?PA|MNA|senators?|speakers?|elders?|residents|traders)\b[^.;]{0,60}?"
    r"\b(?:said|says?|told|complained|alleged|recalled|claimed)\b"
    r"|(?:رہنما\S*|صدر|امیر|سربراہ|چیئرمین|سیکرٹری|وزیر|مشیر|رکن|ارکان|مقررین|عمائدین|مکینوں|شہریوں)\s[^۔]{0,60}?"
    r"(?:کہا|کہنا|بتایا|شکایت|الزام)",
    re.IGNORECASE,
)
"""Words of those who only speak of it."""
_MEETING = Pattern(
    r"(?:اجلاس|اسمبلی|ایوان)\s+(?:\S+\s+){0,4}?(?:واک\s?آؤٹ|احتجاج)|\bwalk(?:ed|ing)?[\s-]out\b",
)
"""A protest inside a house that meets."""
_SUCCESS = Pattern(
    r"\b(?:arrested|rescued|recovered|freed|nabbed|apprehended|rounded\s+up|busted|retrieved|traced)\b|گرفتار|بازیاب|برآمد",
    re.IGNORECASE,
)
"""What police made good: no event of the day on which it is told."""
_SHUT = Pattern(r"\b(?:shut|closed)\b|بند\s+رہ|بند\s+رکھ", re.IGNORECASE)
_WILLED = Pattern(
    r"\b(?:strike|protest\w*|against|over|call|hartal|shutter-?down)\b|ہڑتال|احتجاج|خلاف|کی\s+کال|کی\s+اپیل",
    re.IGNORECASE,
)
_QUIET = frozenset({"property", "arrest", "change", "accord"})


_CLAUSE_ENDS = re.compile(r"\s*(?:[،۔]|(?:ناکام|پسپا)[\s،۔]|(?:اور|تاہم|لیکن|مگر|جس|جو)\s|\Z)")


def _acts(text: str, trigger: Trigger) -> bool:
    """Whether a word says that something was done; in Urdu a noun at a clause's end does, too."""
    if trigger.definite or trigger.is_weapon:
        return False
    ends = not text[trigger.start].isascii() and _CLAUSE_ENDS.match(text, trigger.end) is not None
    return ends or not trigger.is_noun


def tells_act(text: str, scene: Scene) -> bool:
    """Whether a sentence says by a verb that something was done, and who did what is no violence.

    "Two suspects were arrested" and "a tower burnt down" are nobody's act.
    """
    acts = {one.family for one in scene.triggers if _acts(text, one)}
    if scene.mood != "reported" or not acts or scene.is_follow_up:
        return False
    if any(pattern.inside(text, scene.sentence) for pattern in (_MEETING, _SUCCESS)):
        return False
    said = _SPEECH.inside(text, scene.sentence)
    if said is not None and said.end() <= scene.triggers[0].start:
        return False
    if acts == {"protest"} and _SHUT.inside(text, scene.sentence):
        return _WILLED.inside(text, scene.sentence) is not None
    return not acts <= _QUIET or any(actor.kind in ARMED_KINDS for actor in scene.actors)

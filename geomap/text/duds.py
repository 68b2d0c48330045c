"""Bombs and grenades that were thrown or laid and did not go off, and bombs made safe."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.drafts import Draft
from geomap.text.event_types import EventType
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["dud_type", "only_made_safe", "without_duds"]

_DUD = Pattern(
    r"\b(?:it|they|which|but|and|(?:the|this)\s+(?:[\w-]+\s+)?(?:grenades?|bombs?|devices?|shells?|rockets?|charges?|explosives|crackers?|IED))\s+"
    r"(?:(?:however|though|luckily|fortunately|reportedly)\s+)?"
    r"(?:did\s+not|didn['’]t|does\s+not|failed\s+to|never)\s+(?:explode|go\s+off|went\s+off|detonate|detonated|exploded|burst)\b(?!\s+(?:fully|completely|entirely|properly))"
    r"|\bwithout\s+(?:exploding|going\s+off|detonating)\b"
    r"|(?:گرنیڈ|گرینیڈ|دستی\s+بم|بم|گولہ|راکٹ)\s+(?:تاہم\s+|لیکن\s+)?(?:پھٹ\s+نہ|نہیں\s+پھٹ|نہ\s+پھٹ)|(?:جو|تاہم|لیکن|مگر)\s+(?:وہ\s+)?(?:خوش\s+قسمتی\s+سے\s+)?(?:پھٹ\s+نہ|نہیں\s+پھٹ|نہ\s+پھٹ)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|other|one\s+of|two\s+of|also)\b|دوسر|ایک\s+اور", re.IGNORECASE
)
_WENT_OFF = re.compile(
    r"\b(?:blew\s+up|blown\s+up|destroyed|damaged|tore|ripped|went\s+off|detonated)\b(?<!not\sdetonated)|دھماکے\s+سے|نقصان\s+پہنچا",
    re.IGNORECASE,
)
_NEXT = 3


def dud_type(text: str, draft: Draft, seen: EventType) -> EventType | None:
    """Return the type of an attack whose only bomb did not go off, and which hurt nobody.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    seen
        The type that its words give.
    """
    if seen.event_type != "Explosions/Remote violence":
        return None
    told = [one for one in draft.scenes if one.triggers or one is draft.scenes[0]][:_NEXT]
    if any(
        count.best for scene in draft.scenes for count in scene.counts if _is_harm(count.outcome)
    ):
        return None
    if not any(_DUD.inside(text, scene.sentence) for scene in told):
        return None
    if any(_ANOTHER.search(text, s.sentence.start, s.sentence.end) for s in told):
        return None
    if any(_WENT_OFF.search(text, s.sentence.start, s.sentence.end) for s in told):
        return None
    return EventType("Strategic developments", "Disrupted weapons use", "type:did not go off")


def _is_harm(outcome: str) -> bool:
    return outcome in {"killed", "injured"}


_MADE_SAFE = re.compile(
    r"defus|diffus|made\s+(?:it\s+|them\s+)?safe|mak(?:es?|ing)\s+(?:it\s+)?safe|render|neutrali|detonat|destroy|dispos|ناکارہ",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"recover|seiz|confiscat|unearth|cache|haul|stash|foil|thwart|avert|ناکام|برآمد|قبضے",
    re.IGNORECASE,
)
_LAID = Pattern(
    r"\b(?:found|planted|placed|left|hidden|buried|laid|lying|spotted|attached|fixed)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:beside|near|under|on|along|at|outside|in\s+front|by|close|from\s+(?:a|the)\s+(?:road\w*|track|culvert|bridge))\b"
    r"|\broadside\s+(?:bomb|device|IED)|نصب",
    re.IGNORECASE,
)


def only_made_safe(text: str, scene: Scene, triggers: Sequence[Trigger]) -> bool:
    """Whether a bomb that somebody had laid was made safe, and nothing was taken from anybody.

    Whoever laid it is the actor then, not those who made it safe.

    Parameters
    ----------
    text
        The article's text.
    scene
        The first sentence of an event.
    triggers
        Its triggers.
    """
    ended = [one for one in triggers if one.family == "disrupted"]
    if not ended or any(one.family in {"arrest", "capture", "operation"} for one in triggers):
        return False
    words = [text[one.start : one.end] for one in ended]
    if not any(map(_MADE_SAFE.search, words)) or any(map(_TAKEN.search, words)):
        return False
    return _LAID.inside(text, scene.sentence) is not None


_ONE_OF_THEM = re.compile(
    r"\b(?:only\s+)?(?:one|the\s+first)\s+(?:of\s+(?:them|the\s+[\w-]+)\s+)?(?:(?:grenade|bomb|device|rocket|shell)\s+)?\Z"
    r"|(?:ایک|پہلا)\s+(?:(?:گرنیڈ|گرینیڈ|دستی|بم|راکٹ)\s+){0,2}\Z",
    re.IGNORECASE,
)
_LEAD = 40


def without_duds(text: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Return triggers without the bomb that was made safe where another of the same went off.

    Parameters
    ----------
    text
        The article's text.
    triggers
        What reports the event.
    """
    if not any(
        one.family == "explosion"
        and not one.is_noun
        and _ONE_OF_THEM.search(text[max(0, one.start - _LEAD) : one.start])
        for one in triggers
    ):
        return triggers
    return [one for one in triggers if one.family != "disrupted"]

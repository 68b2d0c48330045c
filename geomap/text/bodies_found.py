"""Bodies that are found: of people who were taken, or of others whom an event did not name."""

from __future__ import annotations

import re

from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["is_body_of_another", "is_body_of_taken"]

_BODY_OF = Pattern(
    r"\b(?:bod(?:y|ies)|corpses?)\s+of\s+(?:an?|another|two|three|four|five|some)\s+"
    r"(?P<who>[\w-]+(?:\s+(?!(?:who|whom|whose|from|in|at|was|were|had|has|that|picked|missing|abducted|kidnapped|taken)\b)[\w-]+){0,2})"
    r"|(?:ایک|دو|تین|چار)\s+(?P<ur>\S+)\s+کی\s+(?:\S+\s+){0,3}?(?:لاش|لاشیں|میت)(?!\w)",
    re.IGNORECASE,
)
_TAKEN_BEFORE = Pattern(
    r"\b(?:who|whom)\s+(?:\w+\s+){0,2}?(?:been\s+|was\s+|were\s+|gone\s+|went\s+)(?:\w+ly\s+)?(?:picked|missing|taken|abducted|kidnapped|detained|whisked|arrested)\b"
    r"|لاپتہ\s+(?:ہوا|ہوئے|ہونے|تھا|تھے)|اٹھایا\s+گیا\s+تھا",
    re.IGNORECASE,
)
_ANYBODY = frozenset(
    {
        "man",
        "men",
        "person",
        "persons",
        "people",
        "youth",
        "youths",
        "boy",
        "boys",
        "girl",
        "woman",
        "women",
        "local",
        "locals",
        "member",
        "members",
        "hostage",
        "hostages",
        "captive",
        "captives",
        "victim",
        "victims",
        "civilian",
        "civilians",
        "شخص",
        "افراد",
        "نوجوان",
        "مغوی",
        "خاتون",
    }
)


def is_body_of_another(text: str, scene: Scene, current: Draft, *, elsewhere: bool) -> bool:
    """Whether a sentence tells of the body of somebody whom the event did not name.

    Parameters
    ----------
    text
        The article's text.
    scene
        The sentence.
    current
        The event told before it.
    elsewhere
        Whether the sentence puts the body in another place than the event.
    """
    found = _BODY_OF.inside(text, scene.sentence)
    if found is None or not (elsewhere or _TAKEN_BEFORE.inside(text, scene.sentence)):
        return False
    noun = (found["who"] or found["ur"]).lower().split()[-1]
    told = " ".join(text[s.sentence.start : s.sentence.end] for s in current.scenes[:2]).lower()
    return noun not in _ANYBODY and noun.removesuffix("s") not in told


_THEIR_BODIES = Pattern(
    r"\b(?:their|his|her|the)\s+(?:[\w-]+\s+){0,2}?(?:bodies|body)\b"
    r"|\bbod(?:y|ies)\s+of\s+(?:both|all|the\s+(?:remaining|other|two|three|four|five|abducted|missing|kidnapped))\b",
    re.IGNORECASE,
)
_A_BODY = Pattern(
    r"\b(?:bod(?:y|ies)|corpses?)\s+of\s+(?:an?|two|three|four|five|some|unidentified|unknown)\s+(?!of\b|(?:\w+\s+)?(?:hostages?|captives?)\b)",
    re.IGNORECASE,
)
"""The body of somebody who was not told of before."""


def is_body_of_taken(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence tells that those were found dead of whose abduction an event told."""
    found = bool(scene.triggers) and all(trigger.family == "body" for trigger in scene.triggers)
    if not found or _THEIR_BODIES.inside(text, scene.sentence) is None:
        return False
    if scene.says("new") and _A_BODY.inside(text, scene.sentence) is not None:
        return False
    return any(trigger.family == "abduction" for trigger in current.triggers)

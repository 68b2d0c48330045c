"""Fights: attacks that forces foiled by shooting back, and clashes that cost militants more."""

from __future__ import annotations

import re

from geomap.text.drafts import Draft
from geomap.text.scenes import Scene

__all__ = ["lost_more", "was_fought_off"]

_FOILED = re.compile(
    r"\b(?:foil|thwart|repuls|repel|frustrat|beat|fought|drove|driven)\w*\b(?:(?!\b(?:plot|plan|bomb|conspiracy|smuggl\w+)\b)[^.;]){0,60}?"
    r"\b(?:attacks?|raids?|assaults?|storm\w*|overrun|enter|off|back)\b|(?:حملہ|حملے)\s+(?:\S+\s+)?(?:ناکام|پسپا)"
    r"|(?:حملہ|حملے)\s+(?:کیا|کیے|کردیا|کر\s+دیا|ہوا)\s+(?:جسے|جنہیں|جو)\s+(?:\S+\s+){0,6}?(?:ناکام|پسپا)",
    re.IGNORECASE,
)
_ATTACK_FOILED = re.compile(
    r"\b(?:(?<!suicide\s)(?<!bomb\s)attack|raid|assault|incursion|infiltration|ambush)\s+(?:(?!\b(?:plot|plan|was|were|after)\b)[^.;,]){0,70}?"
    r"\b(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:foil|thwart|repuls|repel|beaten|fought|driven|frustrat|push)\w*\b",
    re.IGNORECASE,
)
_NEXT = 3


def was_fought_off(text: str, draft: Draft) -> bool:
    """Whether an attack was foiled where it came to shots, as its own sentences say.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event, whose first sentence says that something was foiled.
    """
    first = draft.scenes[0].sentence
    rules = (_FOILED, _ATTACK_FOILED)
    if not any(rule.search(text, first.start, first.end) for rule in rules):
        return False
    return any(_shot(scene) or _hurt_guards(scene) for scene in draft.scenes[:_NEXT])


def _hurt_guards(scene: Scene) -> bool:
    """Whether a sentence counts soldiers or policemen who were killed or hurt."""
    return any(count.side == "security_forces" and count.best for count in scene.counts)


def _shot(scene: Scene) -> bool:
    """Whether a sentence tells of a fight, or of armed people who opened fire."""
    return any(
        trigger.family == "clash" or (trigger.family == "armed" and not trigger.is_noun)
        for trigger in scene.triggers
        if not trigger.definite
    )


_EXCHANGED = {"clash", "killing", "arrest", "capture", "disrupted"}
_FOUGHT = {"militants", "suspects"}


def lost_more(scene: Scene) -> bool:
    """Whether militants lost as many as the forces in a fight that nobody is said to have begun.

    Parameters
    ----------
    scene
        The event's first sentence.
    """
    if "clash" not in scene.families or not scene.families <= _EXCHANGED:
        return False
    lost = {"militants": 0, "security_forces": 0, "other": 0}
    for count in scene.counts:
        if count.outcome == "killed" and count.best:
            side = "militants" if count.side in _FOUGHT else count.side
            lost[side if side in lost else "other"] += count.best
    both = lost["militants"] + lost["security_forces"]
    return lost["other"] in {0, both} and lost["militants"] >= lost["security_forces"] > 0

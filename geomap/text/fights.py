"""Fights: attacks that forces foiled by shooting back, and clashes that cost militants more."""

from __future__ import annotations

import re

from geomap.text.drafts import Draft
from geomap.text.scenes import Scene

__all__ = ["lost_more", "was_fought_off"]

_FOILED = re.compile(
    r"\b(?:foil|thwart|repuls|repel|frustrat|beat|fought|drove|driven)\w*\b(?:(?!\b(?:plot|plan|bomb|conspiracy|smuggl\w+)\b)[^.;]){0,60}?"
    r"\b(?:attacks?|raids?|assaults?|storm\w*|overrun|enter|off|back)\b|(?:حملہ|حملے)\s+(?:\S+\s+)?(?:ناکام|پسپا)",
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
    if _FOILED.search(text, first.start, first.end) is None:
        return False
    return any(_shot(scene) for scene in draft.scenes[:_NEXT])


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

"""What an event hit, by the words next to the act."""

from __future__ import annotations

import re

from geomap.text.drafts import Draft
from geomap.text.events import Cue, target_of
from geomap.text.scenes import Scene

__all__ = ["cues_on_target", "target_in_words"]


_SPEAKER = re.compile(
    r"(?:[,\"”]\s+(?:said|says|confirmed)|\baccording\s+to)\s+(?:an?\s+|the\s+)?(?:(?!that\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_SPEAKER_REACH = 40
"""What stands before those who only say so: "..., said a senior police official"."""


def cues_on_target(text: str, draft: Draft) -> list[str]:
    """Return what an event's first sentences say was hit, and whether the victim was off duty."""
    scenes = draft.scenes[:2]
    words = [cue.word for scene in scenes for cue in scene.cues if cue.word == "off_duty"]
    for scene in scenes:
        cues = [
            cue
            for cue in scene.cues
            if not (_names_a_state(scene, cue) or _is_speaker(text, scene, cue))
        ]
        target = target_of(scene.triggers, cues)
        if target is not None:
            return [*words, target]
    return words


def _names_a_state(scene: Scene, cue: Cue) -> bool:
    """Whether a cue is a word inside the name of another country's forces."""
    return any(
        actor.kind == "state" and actor.start <= cue.start < actor.end for actor in scene.actors
    )


def _is_speaker(text: str, scene: Scene, cue: Cue) -> bool:
    """Whether a cue is of those who tell, behind the verb that says so."""
    if not cue.word.startswith("target"):
        return False
    start = max(scene.sentence.start, cue.start - _SPEAKER_REACH)
    return _SPEAKER.search(text, start, cue.start) is not None


_TARGETS = {
    "target_security": "security forces",
    "target_civilian": "civilians",
    "target_property": "property",
}


def target_in_words(text: str, draft: Draft) -> str | None:
    """Say what an event hit: civilians, security forces or property; None where no word does."""
    return next((_TARGETS[word] for word in cues_on_target(text, draft) if word in _TARGETS), None)

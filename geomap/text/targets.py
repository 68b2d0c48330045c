"""What an event hit, by the words next to the act."""

from __future__ import annotations

from geomap.text.drafts import Draft
from geomap.text.events import Cue, target_of
from geomap.text.scenes import Scene

__all__ = ["cues_on_target", "target_in_words"]


def cues_on_target(draft: Draft) -> list[str]:
    """Return what an event's first sentences say was hit, and whether the victim was off duty."""
    scenes = draft.scenes[:2]
    words = [cue.word for scene in scenes for cue in scene.cues if cue.word == "off_duty"]
    for scene in scenes:
        cues = [cue for cue in scene.cues if not _names_a_state(scene, cue)]
        target = target_of(scene.triggers, cues)
        if target is not None:
            return [*words, target]
    return words


def _names_a_state(scene: Scene, cue: Cue) -> bool:
    """Whether a cue is a word inside the name of another country's forces."""
    return any(
        actor.kind == "state" and actor.start <= cue.start < actor.end for actor in scene.actors
    )


_TARGETS = {
    "target_security": "security forces",
    "target_civilian": "civilians",
    "target_property": "property",
}


def target_in_words(draft: Draft) -> str | None:
    """Say what an event hit: civilians, security forces or property; None where no word does."""
    return next((_TARGETS[word] for word in cues_on_target(draft) if word in _TARGETS), None)

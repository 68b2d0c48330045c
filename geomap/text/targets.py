"""What an event hit, by the words next to the act."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geomap.text.drafts import Draft
from geomap.text.events import Cue, Trigger
from geomap.text.scenes import Scene

__all__ = ["cues_on_target", "target_in_words"]


_SPEAKER = re.compile(
    r"(?:[,\"”]\s+(?:said|says|confirmed)|\baccording\s+to)\s+(?:an?\s+|the\s+)?(?:(?!that\b)[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_SAYS_LAST = re.compile(
    r"\s+(?:(?:spokes\w+|officials?|sources?)\s+)?(?:has\s+|have\s+)?(?:said|says|confirmed|added)\b"
    r"(?:\s+(?:on|in)\s+[^.;,]{1,40})?\W*\Z",
    re.IGNORECASE,
)
_APART = re.compile(r"[,\"”]\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
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
            if not (
                _names_a_state(scene, cue)
                or _is_speaker(text, scene, cue)
                or _is_kin(text, scene, cue)
            )
        ]
        acts = [one for one in scene.triggers if not _ONLY_NAMES.match(text, one.start, one.end)]
        target = _target_of(acts or scene.triggers, cues)
        if target is not None:
            return [*words, target]
    return words


_ONLY_NAMES = re.compile(r"(?:\S+\s+)?(?:واقعہ|واقعے|واردات)\Z")
"""Words that only name an event of which the sentence tells more: "the first incident"."""
_RELATIVES = (
    r"(?:house|home|residence|hujra|family|relatives?|brothers?|sisters?|fathers?|mothers?|sons?|daughters?|wife|wives|nephews?|"
    r"cousins?|uncle|children)"
)
_OWNS = re.compile(
    rf"['’]s?\s+(?:\w+\s+)?{_RELATIVES}\b|\s+(?:کے|کی|کا)\s+(?:\S+\s+)?(?:گھر|مکان|رہائش|حجرے|بھائی|والد|بیٹے|بیٹا|اہل\s?خانہ|رشتہ)",
    re.IGNORECASE,
)
_OWNED_BY = re.compile(
    rf"\b{_RELATIVES}\s+of\s+(?:an?\s+|the\s+)?(?:(?!who\b)[\w-]+\s+){{0,2}}\Z", re.IGNORECASE
)


def _is_kin(text: str, scene: Scene, cue: Cue) -> bool:
    """Whether a cue is of those whose home or family was hit: "the house of a constable"."""
    if cue.word != "target_security":
        return False
    if _OWNS.match(text, cue.end, scene.sentence.end):
        return True
    return _OWNED_BY.search(text, max(scene.sentence.start, cue.start - 80), cue.start) is not None


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
    last = _SAYS_LAST.match(text, cue.end, scene.sentence.end)
    if last is not None and _APART.search(text, start, cue.start):
        return True
    return _SPEAKER.search(text, start, cue.start) is not None


_IN_WORDS = {
    "target_security": "security forces",
    "target_civilian": "civilians",
    "target_property": "property",
}


def target_in_words(text: str, draft: Draft) -> str | None:
    """Say what an event hit: civilians, security forces or property; None where no word does."""
    told = cues_on_target(text, draft)
    return next((_IN_WORDS[word] for word in told if word in _IN_WORDS), None)


_TARGETS = {"target_security", "target_civilian", "target_property"}
_TARGETED = {"armed", "killing", "clash", "explosion", "abduction"}
_TARGET_AFTER, _TARGET_BEFORE = 90, 120


def _target_of(triggers: Iterable[Trigger], cues: Iterable[Cue]) -> str | None:
    """Return the cue of what was hit: the first named after an act, else the last before it.

    Parameters
    ----------
    triggers, cues
        Those of one sentence.

    Returns
    -------
    str or None
        ``target_security``, ``target_civilian`` or ``target_property``.
    """
    targets = [cue for cue in cues if cue.word in _TARGETS]
    for trigger in triggers:
        if trigger.family not in _TARGETED:
            continue
        behind = [
            c
            for c in targets
            if 0 <= c.start - trigger.end <= _TARGET_AFTER
            or trigger.start <= c.start < c.end <= trigger.end
        ]
        if behind:
            return min(behind, key=lambda cue: cue.start).word
    for trigger in triggers:
        ahead = [c for c in targets if 0 <= trigger.start - c.end <= _TARGET_BEFORE]
        if trigger.family in _TARGETED and ahead:
            return max(ahead, key=lambda cue: cue.end).word
    return None

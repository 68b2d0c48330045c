"""Urdu sentences in which state forces act: their drone struck, they raided, they found weapons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ARMED_KINDS, FORCES, ActorSpan
from geomap.text.drafts import Draft
from geomap.text.scenes import Scene

__all__ = ["acting_forces"]

_OWN_WEAPON = re.compile(
    r"\s+(?:کے|کی)\s+(?:(?!گاڑی|گاڑیوں|چوکی|کیمپ|قافل|پوسٹ|گشتی)\S+\s+)?(?:ڈرون|کواڈ|ہیلی\s?کاپٹر|گن\s?شپ|طیار|گولہ\s?باری|شیلنگ|توپ|مارٹر\s+گول)"
)
_HIT_OURS = re.compile(r"[^۔،]{0,40}?\s(?:(?:پر|کو|سے\s+ٹکرا)\s|مار\s+گر)")
_NO_OTHER = r"(?:(?!\s(?:نے|کہ|جوابی)\s)[^۔؛]){0,70}?\s"
_ACTION = re.compile(
    r"\s+(?:کی|کا)\s+(?:(?!(?:نے|پر|کو|کہ|بعد|خلاف)\s)[^\s۔،:؛]+\s+){0,7}?(?:کارروائی|کارروائیاں|ایکشن|آپریشن|آپریشنز)\s*[،:؛]"
)
_FELL = re.compile(
    r"[^۔]{0,80}?(?:دہشت\s?گرد|عسکریت\s?پسند|شدت\s?پسند|خوارج|حملہ\s?آور|شرپسند)\S*\s+(?:\S+\s+){0,2}?"
    r"(?:ہلاک|مار[ےا]|جہنم\s+واصل|گرفتار)"
)
_FIGHTS = frozenset({"killing", "clash", "armed", "operation"})
"""Families of what a headline-like sentence tells behind "the forces' action": five men dead."""
_FIRED = re.compile(
    rf"\s+نے{_NO_OTHER}(?:داغ|برسائ|گولہ\s?باری|شیلنگ|بمباری|(?:ڈرون|فضائی)\s+حمل)\S*"
)
_RAIDED = re.compile(rf"\s+نے{_NO_OTHER}(?:چھاپ\S*\s+مار|آپریشن\s+(?:کیا|شروع)|محاصرہ\s+کر)")
_FOUND = re.compile(rf"\s+نے{_NO_OTHER}(?:قبضے\s+میں\s+ل|برآمد\s+ک|پکڑ|تحویل\s+میں\s+ل|ضبط\s+ک)")
_ANY_FIND = re.compile(r"قبضے\s+میں|برآمد|پکڑ|تحویل\s+میں|ضبط|(?:ذخیرہ|اسلحہ|گولے|گولیاں)\s+مل")
_HAULS = {"arrest", "disrupted", "capture"}
_REMOTE = {"Air/drone strike", "Shelling/artillery/missile attack"}


def acting_forces(text: str, draft: Draft) -> ActorSpan | None:
    """Return the forces that the Urdu sentences of an event have act, or None.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    """
    scenes = [scene for scene in draft.scenes[:3] if not _is_latin(text, scene)]
    families = {trigger.family for trigger in draft.triggers}
    remote = any(trigger.sub_event_type in _REMOTE for trigger in draft.triggers)
    raids = "operation" in families and not families & {"explosion", "abduction"}
    for scene in scenes:
        for actor in scene.actors:
            if actor.kind not in FORCES:
                continue
            if _acts(text, actor, families, remote=remote) or (
                raids and _RAIDED.match(text, actor.end) and not _was_hit(scenes, actor)
            ):
                return actor
    hauled = (
        draft.claimant is None
        and bool(families & _HAULS)
        and families <= _HAULS | {"explosion", "operation"}
    )
    return _finder(text, scenes) if hauled else None


_FOUGHT = {"militants", "suspects"}


def _was_hit(scenes: Sequence[Scene], actor: ActorSpan) -> bool:
    """Whether an attack was told before forces are named, and none of those whom they met died.

    They search the area after it.
    """
    counts = [c for scene in scenes for c in scene.counts if c.outcome == "killed" and c.best]
    if any(count.side in _FOUGHT for count in counts):
        return False
    acts = [t for scene in scenes for t in scene.triggers if t.end <= actor.start]
    return any(act.family in {"armed", "killing", "property"} for act in acts)


def _acts(text: str, actor: ActorSpan, families: set[str], *, remote: bool) -> bool:
    if remote and _FIRED.match(text, actor.end):
        return True
    own = _OWN_WEAPON.match(text, actor.end) if remote else None
    if own is not None and _HIT_OURS.match(text, own.end()) is None:
        return True
    action = _ACTION.match(text, actor.end) if families <= _FIGHTS | _HAULS else None
    return action is not None and _FELL.match(text, action.end()) is not None


def _finder(text: str, scenes: Sequence[Scene]) -> ActorSpan | None:
    """Return the forces that found weapons or took men: the subject, or who speaks of the find."""
    if not any(_ANY_FIND.search(text, one.sentence.start, one.sentence.end) for one in scenes):
        return None
    forces = [actor for scene in scenes for actor in scene.actors if actor.kind in FORCES]
    subject = next((actor for actor in forces if _FOUND.match(text, actor.end)), None)
    others = any(actor.kind in ARMED_KINDS for scene in scenes for actor in scene.actors)
    return subject or (forces[0] if forces and not others else None)


def _is_latin(text: str, scene: Scene) -> bool:
    return text[scene.sentence.start : scene.sentence.end].isascii()

"""Forces that fire at people: as the subject of the shots, or behind "by"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.unrest import EXCESSIVE_FORCE

__all__ = ["AGENT_URDU", "BY_FORCES", "shooter_of"]

AGENT_URDU = re.compile(r"\s*نے(?!\w)")
_FIRED = re.compile(
    r"(?:opened\s+(?:fire|up)|fired\s+(?:at|on|upon|shots)|firing\b|shot\b|gunned\b|(?:was|were|been|being)\s+(?:shot(?=\s+at\s+by\b)|fired\s+(?:on|upon|at))|فائرنگ)",
    re.IGNORECASE,
)
_LAUNCHED_BY = re.compile(
    r"\b(?:fired|launched|dropped|lobbed|picked\s+up|taken\s+away|whisked\s+away|abducted)\s+by\s+"
    r"(?:the\s+|some\s+)?(?:(?:armed|uniformed|plainclothes|personnel|men|officials)\s+)*(?:of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_ONLY_NOUNS = re.compile(
    r"\s*(?:(?:personnel|officers?|officials?|men|soldiers|party|team|constables?|guards?|mobile|allegedly|also|"
    r"reportedly|later|then|اہلکاروں|جوانوں|کی|مبینہ)\s+)*$",
    re.IGNORECASE,
)
_FIRES_URDU = re.compile(
    r"\s+(?:(?:کے|کی)\s+)?(?:(?:اہلکاروں|جوانوں|سپاہیوں|ٹیم|پارٹی|گشتی|محافظوں|دستے)\s+)*نے\s"
    r"(?:(?!\s(?:نے|کہ|جس|جب|جو|اس|جوابی|حملہ|حملے)\s)[^۔؛،]){0,80}?\sپر\s+(?:(?:اندھا|دھند|براہ|راست|شدید|بلا|اشتعال|اچانک)\s+)*\Z"
)
_FIRED_URDU = re.compile(r"فائرنگ\s*(?:کی(?!\w)|کر\s?د|کھول)|(?!فائرنگ)")
"""What they did who fired, and not what was done after the firing of others."""
_ARMED_URDU = re.compile(r"حملہ\s?آور|دہشت\s?گرد|شدت\s?پسند|عسکریت|ڈاکو|خوارج|مسلح|جنگجو|ملزم")
BY_FORCES = re.compile(
    r"[^,.;]{0,40}?\bby\s+(?:the\s+|a\s+|some\s+)?(?:[\w-]+\s+){0,1}$", re.IGNORECASE
)


def shooter_of(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces that fire at people: "police opened fire at a car", "shot by FC men"."""
    for actor in scene.actors:
        before = text[max(scene.sentence.start, actor.start - 40) : actor.start]
        if actor.kind == "security" and _LAUNCHED_BY.search(before):
            return actor
    forces = [actor for actor in scene.actors if actor.kind == "security"]
    harmed = any(c.side == "civilians" and c.outcome == "killed" and c.best for c in scene.counts)
    attacked = _attack(scene)
    for trigger in scene.triggers if forces else ():
        fires = _is_fire(text, trigger)
        for actor in forces:
            if attacked < actor.start:
                continue  # armed people had attacked before the forces are named
            if fires and (_fires(text, actor, trigger) or _opens_fire(text, scene, actor, trigger)):
                return actor
            if (
                harmed
                and trigger.family == "killing"
                and BY_FORCES.fullmatch(text, trigger.end, actor.start)
            ):
                return actor
    return (_sprayer(text, scene, forces) or _stopper(text, scene)) if forces else None


_SPRAYS = re.compile(
    r"\s+(?:(?:personnel|officers?|officials?|men|soldiers?|party|team|constables?|guards?|allegedly|then|later|reportedly)\s+){0,3}"
    r"(?:(?:had|have|has)\s+)?(?:opened|resorted\s+to|started|began|responded\s+with|unleashed)\s+(?:(?!no\b)[\w-]+\s+){0,2}?(?:fire|firing|gunfire|shooting)\b"
    r"(?!\s+(?:at|on|upon)\s+(?:[\w'’-]+\s+){0,3}?(?:militants?|attackers?|assailants?|gunm[ae]n|terrorists?|insurgents?|bombers?|dacoits?|robbers?))"
    r"|\s+(?:(?:کے|کی)\s+)?(?:[^۔]{0,50}?\s(?:کے\s+بعد|پر|جس\s+پر)\s+(?:مشتعل\s+)?(?=اہلکاروں|جوانوں|سپاہیوں))?"
    r"(?:(?:اہلکاروں|جوانوں|سپاہیوں|ٹیم|پارٹی|محافظوں)\s+)*نے\s(?:(?!\s(?:نے|کہ|جوابی)\s)[^۔؛،]){0,60}?"
    r"(?:فائرنگ\s+(?:کی|کر|شروع|کھول)|گولیاں?\s+(?:چلا|برسا|مار)|گولی\s+(?:چلا|مار)|فائر\s+کھول)"
)


def _sprayer(text: str, scene: Scene, forces: Sequence[ActorSpan]) -> ActorSpan | None:
    """Return the forces that fire without aim, as after an attack, where civilians are hit."""
    if any(one.kind in ARMED_KINDS for one in scene.actors):
        return None
    if not any(count.side == "civilians" and count.best for count in scene.counts):
        return None
    for actor in forces:
        found = _SPRAYS.match(text, actor.end, scene.sentence.end)
        if found is not None and _ARMED_URDU.search(found[0]) is None:
            return actor
    return None


_NOT_STOPPED = Pattern(
    r"\b(?:fail(?:ed|ing)|refus(?:ed|ing)|did\s+not|didn['’]t|would\s+not)\s+(?:to\s+)?(?:stop|halt|pull\s+over|slow\s+down)\b|\bwithout\s+stopping\b|\bnot\s+stopping\b"
    r"|\b(?:ignor|defi|defy|disregard|disobey|jump)\w*\s+(?:[\w'’-]+\s+){0,3}?(?:signals?|orders?|commands?|calls?|gestures?)\b"
    r"|نہ\s+رکنے|رکنے\s+(?:کے|کا)\s+اشار|اشارے\s+پر\s+نہ",
    re.IGNORECASE,
)
"""Why men at a checkpoint shoot at somebody."""


def _stopper(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces at whose checkpoint somebody was shot who did not stop."""
    if _NOT_STOPPED.inside(text, scene.sentence) is None:
        return None
    if any(one.kind in ARMED_KINDS for one in scene.actors):
        return None
    if any(count.side in {"security_forces", "militants"} and count.best for count in scene.counts):
        return None
    if not any(one.family in {"killing", "armed"} for one in scene.triggers):
        return None
    return next(one for one in scene.actors if one.kind == "security")


def _is_fire(text: str, trigger: Trigger) -> bool:
    """Whether a trigger tells of shots."""
    shots = trigger.family in {"armed", "killing"} or trigger.sub_event_type == EXCESSIVE_FORCE
    return shots and _FIRED.match(text, trigger.start) is not None


def _fires(text: str, actor: ActorSpan, trigger: Trigger) -> bool:
    """Whether forces are the subject of shots: right before them, or behind "by"."""
    if actor.end > trigger.start:
        return BY_FORCES.fullmatch(text, trigger.end, actor.start) is not None
    if trigger.sub_event_type == EXCESSIVE_FORCE and AGENT_URDU.match(text, actor.end):
        return True
    if _FIRES_URDU.fullmatch(text, actor.end, trigger.start):
        if _FIRED_URDU.match(text, trigger.start) is None:
            return False
        return _ARMED_URDU.search(text, actor.end, trigger.start) is None
    return _ONLY_NOUNS.match(text[actor.end : trigger.start]) is not None


def _attack(scene: Scene) -> int:
    """Return where armed people who are named before are first told to attack, else the end."""
    first = min((one.end for one in scene.actors if one.kind in ARMED_KINDS), default=None)
    acts = (
        act.start
        for act in scene.triggers
        if act.family == "armed" and not (act.definite or act.is_noun)
    )
    end = scene.sentence.end
    return end if first is None else min((at for at in acts if at >= first), default=end)


_OPENS = re.compile(r"open(?:ed|s)?\s+(?:fire|up)|fired\s+(?:at|on|upon)", re.IGNORECASE)
_OWN_ACT = re.compile(
    r"(?:(?!\b(?:was|were|been|being|who|whom|which|when|after|that|said|told|says?|confirmed|by|as|while)\b)[^.;:]){0,120}"
)
_ON_ATTACKERS = re.compile(
    r"\s+(?:(?:back|in\s+(?:retaliation|response|return|self-?defence))\b|"
    r"(?:[\w'’-]+\s+){0,3}?(?:militants?|attackers?|assailants?|gunm[ae]n|terrorists?|insurgents?|bombers?|dacoits?|robbers?|intruders?)\b)",
    re.IGNORECASE,
)


def _opens_fire(text: str, scene: Scene, actor: ActorSpan, trigger: Trigger) -> bool:
    """Whether forces, and nobody armed before them, open fire in a clause of their own.

    "Policemen at a picket took a tyre burst for a shot and opened fire": not on attackers.
    """
    if actor.end > trigger.start or _OPENS.match(text, trigger.start) is None:
        return False
    if any(one.kind in ARMED_KINDS for one in scene.actors):
        return False
    if _OWN_ACT.fullmatch(text, actor.end, trigger.start) is None:
        return False
    return _ON_ATTACKERS.match(text, trigger.end) is None

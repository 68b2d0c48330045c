"""The event type of a draft: what its first sentence tells, and what later ones add to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ARMED_KINDS, FORCES, ActorSpan
from geomap.text.blame import Blame
from geomap.text.drafts import Draft, fresh_triggers
from geomap.text.duds import without_duds
from geomap.text.event_types import EventType, classify
from geomap.text.events import Trigger
from geomap.text.fights import was_fought_off
from geomap.text.harm_told import type_by_harm
from geomap.text.scenes import Scene
from geomap.text.targets import cues_on_target

__all__ = ["event_type_of"]

_BOMBS = {"Suicide bomb", "Remote explosive/landmine/IED"}
_HARMFUL = {"abduction", "killing", "explosion"}
_LIGHT = {"Shelling/artillery/missile attack", "Grenade"}
_FIGHT = EventType("Battles", "Armed clash", "type:two sides fight")
_STRUCK = EventType("Explosions/Remote violence", "Air/drone strike", "type:over the border")
_SHELLED = EventType(
    "Explosions/Remote violence",
    "Shelling/artillery/missile attack",
    "type:shelled across the border",
)


_BY_BLAME = {
    "actor:forces struck over the border": _STRUCK,
    "actor:died in custody": EventType(
        "Violence against civilians", "Attack", "type:died in custody"
    ),
}
"""Types that who did it decides."""


def event_type_of(text: str, draft: Draft, sides: set[str], blame: Blame) -> EventType | None:
    """Return the event type of a draft; None where it tells of no event.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event's sentences.
    sides
        The sides of its dead, wounded and abducted.
    blame
        Who carried it out.
    """
    told = draft.triggers or [t for scene in draft.scenes for t in scene.triggers]
    triggers = without_duds(text, _without_names(text, told))
    cues = cues_on_target(text, draft)
    seen = _seen_first(text, draft, triggers, cues, sides, blame)
    if seen is None:
        return None
    fired = blame.rule == "actor:forces fired"
    by_harm = type_by_harm(text, draft, seen, triggers, fired=fired)
    if by_harm is not None:
        return by_harm
    if seen.event_type == "Explosions/Remote violence" and _is_fight(seen, triggers, sides):
        return EventType("Battles", "Armed clash", "type:an assault met with fire")
    if _fights_on(text, draft, seen, triggers, sides) or _is_repelled(text, draft, seen):
        return _FIGHT
    if seen.rule == "type:capture" and _killed_militants(draft.scenes[0]):
        return _FIGHT
    if deed := _by_deed(text, draft, triggers, blame):
        return deed
    if _is_shelled(draft, seen, blame):
        return _SHELLED
    aimless = seen.rule in _AIMLESS and blame.rule != "actor:a feud"
    shots = [one for one in triggers if one.family != "property"]
    if aimless and _shot_people(text, draft, shots):
        return EventType("Violence against civilians", "Attack", "type:people shot")
    kept = _without_grenades(draft, seen, _without_finds(draft, triggers))
    kept = kept if blame.forces_acted else _without_answers(text, draft, kept)
    if fired and not _opens_with_unrest(draft):
        kept = [one for one in kept if one.family not in {"protest", "riot"}]
    return _reconsidered(seen, kept, cues, sides, blame)


_AIMLESS = {"type:armed attack, target not named", "type:property"}
"""Rules of a type that people who were shot make an attack on them."""
_SEIZED = EventType(
    "Strategic developments", "Looting/property destruction", "type:seized and looted"
)
_TAKES = re.compile(
    r"\b(?:t(?:oo|a)k(?:e|es|en|ing)?\s+(?:over|control)|seiz\w*|captur\w*|occup\w*|overr[au]n|enter\w*|held|hold\w*|march\w*)\b"
    r"|قبض|کنٹرول\s+سنبھال|داخل",
    re.IGNORECASE,
)


def _by_deed(
    text: str, draft: Draft, triggers: Sequence[Trigger], blame: Blame
) -> EventType | None:
    """Return the type of what was only seized, or of what the rule of its actor says was done."""
    return _SEIZED if _only_seized(text, draft, triggers) else _BY_BLAME.get(blame.rule)


def _only_seized(text: str, draft: Draft, triggers: Sequence[Trigger]) -> bool:
    """Whether armed people took a place, looted or burnt in it, and nobody came to harm."""
    families = {one.family for one in triggers}
    if families != {"armed", "property"} or draft.statistic:
        return False
    counts = [count for scene in draft.scenes for count in scene.counts]
    spared = {c.outcome for c in counts if c.best == 0 and not c.part} >= {"killed", "injured"}
    armed = [one for one in triggers if one.family == "armed"]
    return (
        spared
        and not any(count.best or count.low for count in counts if count.outcome in _HARM)
        and all(_TAKES.search(text, one.start, one.end) for one in armed)
    )


_HARM = frozenset({"killed", "injured", "abducted"})
_ATTACK = re.compile(r"\battacks?\Z|حمل(?:ہ|ے|وں)\Z", re.IGNORECASE)


def _killed_militants(scene: Scene) -> bool:
    """Whether some of those met in a raid died, and the others were taken."""
    return any(
        count.outcome == "killed" and count.best and count.side == "militants"
        for count in scene.counts
    )


def _without_names(text: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Return triggers without "the first attack" where verbs say what fell or went off in it."""
    if not any(one.family == "explosion" and not one.is_noun for one in triggers):
        return triggers
    return [one for one in triggers if not (one.family == "armed" and _is_name(text, one))]


def _is_name(text: str, trigger: Trigger) -> bool:
    """Whether a trigger is the noun attack alone, with or without "the first"."""
    words = text[trigger.start : trigger.end]
    return _ATTACK.search(words) is not None and (trigger.is_noun or words[:4].lower() == "the ")


_SHOTS = re.compile(
    r"fir(?:e|ed|ing)\b|shot|shoot|bullets?\b|attacked\b|فائرنگ|گولی", re.IGNORECASE
)
_PEOPLE = {"civilians", "unknown"}
"""Sides of those whom a text calls no more than people."""


def _shot_people(text: str, draft: Draft, triggers: Sequence[Trigger]) -> bool:
    """Whether shots hit people of whom no word says that they were armed or of the forces."""
    harmed = [
        count
        for scene in draft.scenes[:2]
        for count in scene.counts
        if count.best and count.outcome in {"killed", "injured"}
    ]
    return (
        bool(harmed)
        and all(count.side in _PEOPLE for count in harmed)
        and all(trigger.family in {"armed", "killing"} for trigger in triggers)
        and any(_SHOTS.search(text, trigger.start, trigger.end) for trigger in triggers)
        and not any(_is_met(text, scene) for scene in draft.scenes[:2])
    )


_AT_URDU = re.compile(r"\s+(?:(?:کے|کی)\s+(?:\S+\s+){1,2}|\S+\s+)?پر\s*")
_AT = re.compile(r"(?:\s*(?:shots\s+)?(?:at|on|upon|near|outside))?\s+(?:[\w-]+\s+){0,3}")
_ENDS_AT = re.compile(r".*\b(?:at|on|upon)\Z", re.IGNORECASE | re.DOTALL)


def _is_met(text: str, scene: Scene) -> bool:
    """Whether two sides shot, or shots were fired at forces: "پولیس کی گاڑی پر فائرنگ"."""
    first, last = scene.sentence.start, scene.sentence.end
    if _TWO_SIDES.search(text, first, last) or _TWO_SIDES_URDU.search(text, first, last):
        return True
    for forces in (actor for actor in scene.actors if actor.kind in FORCES):
        for shots in scene.triggers:
            if forces.end <= shots.start and _AT_URDU.fullmatch(text, forces.end, shots.start):
                return True
            if shots.end <= forces.start and _is_aimed(text, shots, forces):
                return True
    return False


def _is_aimed(text: str, shots: Trigger, forces: ActorSpan) -> bool:
    """Whether shots before forces are fired at them: "fired at men of the Frontier Corps"."""
    between = _AT.fullmatch(text, shots.end, forces.start)
    if between is None:
        return False
    aimed = _ENDS_AT.fullmatch(text, shots.start, shots.end) or re.match(
        r"\s*(?:shots\s+)?(?:at|on|upon|near|outside)\b", between[0]
    )
    return aimed is not None


def _opens_with_unrest(draft: Draft) -> bool:
    """Whether its first sentence tells of a protest; one told later may be about the shots."""
    return any(trigger.family in {"protest", "riot"} for trigger in draft.scenes[0].triggers)


def _without_finds(draft: Draft, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Return triggers without those of later sentences that tell of a bomb found or defused."""
    finds = [scene for scene in draft.scenes[1:] if any(_is_find(t) for t in scene.triggers)]
    if not finds or any(_is_find(trigger) for trigger in draft.scenes[0].triggers):
        return triggers
    left_out = {trigger.start for scene in finds for trigger in scene.triggers}
    return [trigger for trigger in triggers if trigger.start not in left_out]


def _without_grenades(
    draft: Draft, seen: EventType, triggers: Sequence[Trigger]
) -> Sequence[Trigger]:
    """Return triggers without grenades or rockets that gunmen who had shot people used as well."""
    first = draft.scenes[0]
    dead = any(c.best and c.outcome == "killed" for c in first.counts)
    if not seen.rule.startswith("type:target") or not dead or "explosion" in first.families:
        return triggers
    if not any(actor.kind in ARMED_KINDS for actor in first.actors):
        return triggers
    return [t for t in triggers if t.family != "explosion" or t.sub_event_type not in _LIGHT]


_AIRCRAFT = re.compile(r"helicopter|gunship|jets?\b|warplane|aircraft|ہیلی|طیار", re.IGNORECASE)


def _without_answers(text: str, draft: Draft, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Return triggers without the aircraft with which an army answered an attack by others."""
    answers = {
        trigger.start
        for scene in draft.scenes[1:]
        for trigger in scene.triggers
        if trigger.sub_event_type in {"Air/drone strike", "Shelling/artillery/missile attack"}
        and _AIRCRAFT.search(text, trigger.start, trigger.end)
    }
    if not answers or "explosion" in draft.scenes[0].families:
        return triggers
    return [trigger for trigger in triggers if trigger.start not in answers]


def _is_find(trigger: Trigger) -> bool:
    return trigger.family == "disrupted"


def _seen_first(
    text: str,
    draft: Draft,
    triggers: Sequence[Trigger],
    cues: Sequence[str],
    sides: set[str],
    blame: Blame,
) -> EventType | None:
    """Return the type that the first sentence tells, or the later ones where it leaves it open."""
    told = without_duds(text, _without_names(text, draft.scenes[0].triggers))
    own = fresh_triggers(told) or triggers
    if draft.group == "unrest":
        own = [*own, *(t for t in triggers if t.family in {"riot", "property"})]
    seen = classify(own, cues, victim_sides=sides, security_is_actor=blame.forces_acted)
    if seen is None or (not _is_fight(seen, triggers, sides) and _is_open(seen, blame, triggers)):
        later = classify(triggers, cues, victim_sides=sides, security_is_actor=blame.forces_acted)
        seen = later or seen
    if seen is None and draft.statistic:
        return EventType("Battles", "Armed clash", "type:statistic without a trigger")
    return seen


def _reconsidered(
    seen: EventType,
    triggers: Sequence[Trigger],
    cues: Sequence[str],
    sides: set[str],
    blame: Blame,
) -> EventType | None:
    """Return a type as riots, robbers, forces that fired or a bomb told later make it."""
    families = {trigger.family for trigger in triggers}
    if "riot" in families and seen.rule in {"type:clash", "type:protest"}:
        return EventType("Riots", "Violent demonstration", "type:clash in a protest")
    if blame.rule == "actor:forces fired" and not (
        not sides.isdisjoint({"militants", "suspects"})
        or families & {"clash", "operation", "protest", "riot", "explosion", "abduction"}
    ):
        return EventType("Violence against civilians", "Attack", "type:forces fired")
    robbed = [t for t in triggers if t.family == "property"]
    if "armed" in seen.rule and robbed and not sides:
        return classify(robbed, cues) or seen
    if seen.rule.startswith("type:target") and "explosion" in families:
        return classify(triggers, cues, victim_sides=sides)
    return seen


_PARTIES = r"(?:branches|sides|tribes|clans|parties|groups|factions)\b(?!\s+of\b)"
_SIDES = rf"(?<!from\s)(?<!on\s)\b(?:both|two)\s+{_PARTIES}"
_FOUGHT = (
    r"\b(?:fir(?:ing|ed)|gunfire|fight\w*|fought|battle\w*|clash\w*|weapons|arms|guns|shots|mortars?|"
    r"trenches|killed|died|dead|deaths|los(?:t|ses))\b"
)
_SO_FAR = r"(?:(?!\b(?:condemn\w*|assembly|agreed|peace)\b)[^.;]){0,60}?"
_TWO_SIDES = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:armed\s+\w+\s+of\s+)?(?:two|rival|opposing|warring)\s+(?:\w+\s+){0,2}?"
    r"(?:clans|tribes|sub-?tribes|groups|families|branches|parties|factions|sections)\b"
    rf"|{_SIDES}{_SO_FAR}{_FOUGHT}|{_FOUGHT}{_SO_FAR}{_SIDES}"
    r"|\b(?:rival|warring|opposing)\s+(?:gunmen|tribesmen|groups|clans|sides|tribes|parties)\b"
    rf"|{_FOUGHT}{_SO_FAR}\bagainst\s+each\s+other\b"
    rf"|\b(?:fir(?:e|es|ed|ing)|shoot(?:s|ing)?|shot|shots){_SO_FAR}\b(?:at|on|upon)\s+(?:each|one)\s+"
    r"(?:an)?other\b|(?<!no )(?<!any )\bexchange\s+of\s+fire\b",
    re.IGNORECASE,
)


_TWO_SIDES_URDU = re.compile(
    r"(?:دو|دونوں|مخالف|متحارب)\s+(?:\S+\s+)?(?:قبائل|قبیلوں|گروہوں|گروپوں|خاندانوں|برادریوں|فریقوں|فریقین)|فریقین\s+(?:میں|کے)"
)
_FIGHTING = re.compile(
    r"\b(?:firing|fired|gunfire|fight\w*|fought|battle|heavy\s+weapons|gunmen|trenches|mortars?)\b",
    re.IGNORECASE,
)


def _fights_on(
    text: str, draft: Draft, seen: EventType, triggers: Sequence[Trigger], sides: set[str]
) -> bool:
    """Whether two sides fight: a feud that costs lives, or the fight that a truce has ended."""
    if seen.rule == "type:accord":
        return bool(sides) and any(t.family == "clash" and not t.definite for t in triggers)
    if not (seen.rule.startswith("type:target civ") or seen.sub_event_type in _LIGHT):
        return False
    named = any(a.kind in {"militia", "unidentified"} for s in draft.scenes for a in s.actors)
    return named and any(
        _TWO_SIDES.search(text, scene.sentence.start, scene.sentence.end)
        and (number == 0 or _FIGHTING.search(text, scene.sentence.start, scene.sentence.end))
        for number, scene in enumerate(draft.scenes[:3])
    )


def _is_repelled(text: str, draft: Draft, seen: EventType) -> bool:
    """Whether those who were foiled had come to fight, as the next sentences tell."""
    return seen.rule == "type:disrupted" and was_fought_off(text, draft)


def _is_shelled(draft: Draft, seen: EventType, blame: Blame) -> bool:
    """Whether guns of another country fired shells, too, and nobody exchanged fire with them."""
    if blame.rule != "actor:fired across the border" or not seen.rule.startswith("type:target"):
        return False
    told = [trigger for scene in draft.scenes for trigger in scene.triggers]
    shells = any(t.sub_event_type == _SHELLED.sub_event_type for t in told)
    return shells and all(trigger.family != "clash" for trigger in told)


def _is_fight(seen: EventType, triggers: Sequence[Trigger], sides: set[str]) -> bool:
    """Whether rockets were but the weapons of an assault that was met with fire."""
    if seen.sub_event_type not in _LIGHT or seen.event_type != "Explosions/Remote violence":
        return False
    bombs = any(t.family == "explosion" and t.sub_event_type not in _LIGHT for t in triggers)
    met = any(t.family == "clash" and not t.definite for t in triggers)
    return met and not bombs and not sides.isdisjoint({"militants", "security_forces"})


def _is_open(seen: EventType, blame: Blame, triggers: Sequence[Trigger]) -> bool:
    """Whether later words may still say what kind of attack a battle was: one with a bomb."""
    if seen.rule == "type:property":
        return any(t.family == "abduction" and not (t.is_noun or t.definite) for t in triggers)
    if seen.rule == "type:change":
        return any(t.family in _HARMFUL and not t.definite for t in triggers)
    if seen.event_type != "Battles":
        return False
    bombed = any(trigger.sub_event_type in _BOMBS for trigger in triggers)
    sides = seen.rule == "type:forces against militants" and not blame.forces_acted
    clash = any(trigger.family == "clash" for trigger in triggers)
    return (sides and bombed and not clash) or seen.rule.startswith("type:armed")

"""Whether state forces carried an event out: raids, shots at people, strikes, hunts for a group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.accused import branded_dead
from geomap.text.actors import ARMED_KINDS, FORCES, ActorSpan
from geomap.text.culprits import Blame, blamed, first_of, how_sure, suffers, who_says
from geomap.text.custody import taker_of
from geomap.text.drafts import Draft
from geomap.text.duds import only_made_safe
from geomap.text.events import Trigger
from geomap.text.fights import (
    beat_armed,
    lost_more,
    met_between,
    search_after,
    was_fought_off,
)
from geomap.text.forces_urdu import acting_forces
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.shooters import AGENT_URDU, BY_FORCES, shooter_of
from geomap.text.strikes import (
    BEHIND_BY,
    OURS,
    SAID,
    militants_struck,
    name_of_army,
    striker_of,
)

__all__ = ["ACT_GAP", "PASSIVE", "forces_blame"]

_SEIZED = Pattern(
    r"\b(?:arrest(?:ed|ing)|averted|thwarted|apprehended|detained|rounded\s+up|nabbed|recovered|seiz(?:ed|es)|foiled|defused|unearthed|"
    r"(?:came|stumbled)\s+(?:up)?on|came\s+across|discovered|found|dug\s+(?:up|out)|hauled|fished\s+out|"
    r"pulled\s+out|retrieved|caught|captured|held|took\s+into\s+custody|taken\s+\w+\s+into\s+custody|"
    r"intercepted|confiscated|stopped|searched|pulled\s+over|took\s+from|neutrali[sz]ed)\b",
    re.IGNORECASE,
)
_TAKEN_BY = re.compile(
    r"[^.;:]{0,90}?\bby\s+(?:(?:the|a|some|personnel|teams?|men|officials|of)\s+){0,3}(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"\b(?:was|were|been|being|got)\b", re.IGNORECASE)
ACT_GAP = 70
_LONG_GAP = 160
"""Characters to the verb of those who alone act in a sentence."""
_ATTACKS = {"armed", "explosion", "abduction", "property"}


def _attackers_act(text: str, scene: Scene) -> bool:
    """Whether a sentence has armed people attack: as its subject, or behind "by"."""
    reach = _LONG_GAP if _is_raid_of_attackers(scene) else ACT_GAP
    for trigger in scene.triggers:
        if trigger.family not in _ATTACKS or trigger.definite:
            continue
        for actor in scene.actors:
            if actor.kind not in ARMED_KINDS:
                continue
            gap = trigger.start - actor.end
            if gap >= 0 and _fell_at_it(text, trigger):
                return True
            if 0 <= gap <= reach and not PASSIVE.search(text, actor.end, trigger.end):
                return True
            if AGENT_URDU.match(text, actor.end) and gap >= 0:
                return True
            if 0 <= actor.start - trigger.end <= ACT_GAP and BEHIND_BY.fullmatch(
                text, trigger.end, actor.start
            ):
                return True
    return False


_WHEN_THEY = re.compile(
    r"\b(?:when|as|while|after)\s+(?:they|he)\s+(?:had\s+)?"
    r"(?:(?:tried|attempted)\s+to\s+)?\Z",
    re.IGNORECASE,
)
_ON_A_POST = re.compile(r"(?:attack|storm|raid|assault|overr[au]n|ambush)", re.IGNORECASE)


def _fell_at_it(text: str, trigger: Trigger) -> bool:
    """Whether those who fell were the ones to attack: "were killed when they stormed a post"."""
    if trigger.is_noun or _ON_A_POST.match(text, trigger.start) is None:
        return False
    return _WHEN_THEY.search(text, max(0, trigger.start - 40), trigger.start) is not None


def _is_raid_of_attackers(scene: Scene) -> bool:
    """Whether a raid is only a name for what armed people do, whom a sentence names first."""
    raids = [one for one in scene.triggers if one.family == "operation"]
    known = bool(raids) and all(one.is_noun and one.definite for one in raids)
    return known and bool(scene.actors) and scene.actors[0].kind in ARMED_KINDS


def forces_blame(text: str, draft: Draft) -> Blame | None:
    """Whether forces carried the event out: a raid, or their dead are the militants alone."""
    first = draft.scenes[0]
    families = {trigger.family for trigger in first.triggers}
    told = _told_of_forces(text, draft, families) or branded_dead(text, draft)
    if told is not None:
        return replace(told, forces_acted=True)
    striker = striker_of(text, first)
    if striker is not None:
        name = name_of_army(text, striker, draft)
        sure = how_sure(text, striker.start)
        return blamed(striker, sure, "actor:forces struck from the air", name=name)
    actor = first_of(draft.scenes[:2], {"security", "state"})
    if not _raided(text, draft, families, actor):
        return None
    return Blame(
        actor=actor.name if actor is not None and actor.kind == "state" else OURS,
        basis="attributed",
        by=who_says(text, first),
        start=actor.start if actor else None,
        end=actor.end if actor else None,
        forces_acted=True,
        score=0.85,
        rule="actor:forces acted",
    )


def _told_of_forces(text: str, draft: Draft, families: set[str]) -> Blame | None:
    """Return the forces that the text says fired, hunted a group, struck, or own the event."""
    first = draft.scenes[0]
    if "capture" in families and not families - _QUIETLY:
        forces = first_of(draft.scenes[:2], FORCES)
        if forces is None:
            return Blame(actor=OURS, basis="attributed", rule="actor:forces acted")
        return blamed(forces, "attributed", "actor:forces acted", name=_name_of(forces))
    if first.part is not None and first.part.by_forces:
        return Blame(actor=OURS, basis="attributed", rule="actor:forces acted", score=0.85)
    taker = _taker(text, draft, families)
    if taker is not None:
        return blamed(taker, "attributed", "actor:forces took them", name=_name_of(taker))
    fought = _fought(text, first, families)
    if fought is not None:
        return fought
    acting = acting_forces(text, draft)
    if acting is not None:
        return blamed(acting, "attributed", "actor:forces acted", name=_name_of(acting))
    hunter = None if families & {"explosion", "abduction"} else _hunter(text, first)
    if hunter is not None:
        return blamed(hunter, "attributed", "actor:forces acted", name=OURS)
    if "operation" not in families and _attackers_act(text, first):
        return None
    owner = _owner(text, draft.scenes)
    if owner is not None:
        name = name_of_army(text, owner, draft)
        return blamed(owner, "attributed", "actor:forces own it", name=name)
    return militants_struck(text, draft)


_QUIETLY = {"capture", "arrest", "disrupted"}


def _taker(text: str, draft: Draft, families: set[str]) -> ActorSpan | None:
    """Return the forces that took people away, as the first sentences say."""
    if "abduction" not in families:
        return None
    told = (taker_of(text, scene.triggers, scene.actors) for scene in draft.scenes[:3])
    return next((taker for taker in told if taker is not None), None)


def _name_of(forces: ActorSpan) -> str:
    """Return the name of forces: those of another country keep theirs."""
    return forces.name if forces.kind == "state" else OURS


_BOMBER = re.compile(r"\b(?:bomber|suicide\s+attacker)\b", re.IGNORECASE)
"""One who died by his own charge, not by the forces whose gate he struck."""
_FOUGHT = {"militants", "suspects"}
"""Sides of the dead in a raid or an encounter."""


def _raided(text: str, draft: Draft, families: set[str], actor: ActorSpan | None) -> bool:
    """Whether forces raided, or met militants who alone died."""
    first = draft.scenes[0]
    by_others = "operation" not in families or _is_raid_of_attackers(first)
    if (by_others and _attackers_act(text, first)) or search_after(text, first):
        return False
    killed = [c for scene in draft.scenes[:2] for c in scene.counts if c.outcome == "killed"]
    militants = [
        count
        for count in killed
        if not ("explosion" in families and _BOMBER.search(text, count.start, count.end))
        and count.side in _FOUGHT
        and count.best
        and (not count.increment or count in first.counts)
    ]
    fought_off = was_fought_off(text, draft)
    if "operation" in families and not (fought_off and not militants):
        weapons = families & _HAULS and all(
            t.is_noun for t in first.triggers if t.family == "explosion"
        )
        return bool(militants) or bool(weapons) or "explosion" not in families
    if fought_off:
        return False
    if _seized(text, first) or _ENCOUNTER.inside(text, first.sentence) is not None:
        return True
    if lost_more(text, first):
        return True
    met_first = any(c.side in _FOUGHT and c.best for c in first.counts)
    others = any(
        count.side in {"civilians", "security_forces"} and count.best
        for count in (first.counts if met_first else killed)
    )
    if others:
        return False
    fought = bool(families & {"killing", "clash", "armed"})
    labelled = "explosion" not in families and any(one.label for one in first.actors)
    forces = actor is not None or labelled  # none but forces use an official label
    if "explosion" in families and all(_only_says(text, one) for one in first.actors):
        forces = False
    return (forces and bool(militants) and fought) or _fight(text, first)


def _only_says(text: str, actor: ActorSpan) -> bool:
    """Whether an actor is none of the forces, or of those who tell: "..., police said"."""
    return actor.kind not in FORCES or SAID.match(text, actor.end) is not None


_FIGHTS = {"clash", "killing", "operation"}
_REPELS = re.compile(
    r"(?:fought|held|beat\w*|drove|driven|push\w*)\s+(?:off|back)|repel|repuls|retaliat",
    re.IGNORECASE,
)
_OWN_CLAUSE = re.compile(
    r"(?:(?!\b(?:was|were|been|being|who|whom|which|when|after|that|said|told|says?|confirmed|by)\b)[^.;:]){0,90}"
)


def _fight(text: str, scene: Scene) -> bool:
    """Whether forces fight or kill: "police fought a band", "men were killed by troops"."""
    armed = [actor for actor in scene.actors if actor.kind in ARMED_KINDS]
    for actor in scene.actors:
        if actor.kind != "security":
            continue
        for trigger in scene.triggers:
            if trigger.family not in _FIGHTS or trigger.definite:
                continue
            if trigger.family == "killing" and BY_FORCES.fullmatch(text, trigger.end, actor.start):
                return True
            if armed and armed[0].start < actor.start:
                continue
            if trigger.family == "clash" and _REPELS.match(text, trigger.start):
                continue  # those who were driven off had attacked
            met = any(one.start >= trigger.start for one in armed) or _HUNTING.match(
                text, actor.end
            )
            if (
                met
                and not trigger.is_noun
                and _OWN_CLAUSE.fullmatch(text, actor.end, trigger.start)
            ):
                return True
    return False


_HUNTING = re.compile(
    r"\s+(?:personnel\s+|men\s+)?(?:hunt|chas|pursu|track|trail|fight|battl|comb|search|sweep|raid)ing\b"
)
_FORCES_OWN = re.compile(
    r"\W+(?:\w+\W+){0,4}?(?:said|confirmed|says|stated|announced)\s+(?:on\s+\w+\s+)?(?:that\s+)?"
    r"(?:it|they|its\s+\w+|their\s+\w+|troops|forces|the\s+strike)\s+(?:had\s+|have\s+|has\s+)?"
    r"(?:targeted|struck|hit|destroyed|carried\s+out|launched|conducted|responded|retaliated|"
    r"bombed|shelled|fired|pounded)\b",
    re.IGNORECASE,
)


def _owner(text: str, scenes: Sequence[Scene]) -> ActorSpan | None:
    """Return the forces that say themselves that they struck: "the army said it had targeted"."""
    for scene in scenes[:4]:
        for actor in scene.actors:
            if actor.kind in FORCES and _FORCES_OWN.match(text, actor.end, scene.sentence.end):
                return actor
    return None


_HAULS = {"arrest", "disrupted", "capture"}
_VERB_REACH = 60
_HAUL_URDU = re.compile(r"کھیپ|برآمد|پکڑ|نکل|ہاتھ\s+(?:لگ|آی|آئ)")


def _seized(text: str, scene: Scene) -> bool:
    """Whether a sentence says that forces arrested somebody, or found or defused weapons."""
    if only_made_safe(text, scene, scene.triggers):
        return False
    told = [one for one in scene.triggers if not (one.family == "armed" and one.is_noun)]
    families = {trigger.family for trigger in told}
    if not families <= _HAULS | {"explosion", "operation"} or not families & _HAULS:
        return False
    hauled = any(_HAUL_URDU.search(text, t.start, t.end) for t in scene.triggers)
    if hauled and any(actor.kind in FORCES for actor in scene.actors):
        return True
    return any(
        actor.kind in FORCES and (_seizes(text, actor, scene) or _is_seizer(text, actor, scene))
        for actor in scene.actors
    )


def _seizes(text: str, actor: ActorSpan, scene: Scene) -> bool:
    """Whether forces are the subject of a find or an arrest."""
    verb = _SEIZED.search(text, actor.end, min(scene.sentence.end, actor.end + _VERB_REACH))
    if verb is None:
        return False
    between = text[actor.end : verb.start()]
    return SAID.match(between) is None or _SAY_OF_THEMSELVES.search(between) is not None


_SAY_OF_THEMSELVES = re.compile(
    r"\b(?:said|says?|confirmed)\s+(?:on\s+\w+\s+)?(?:that\s+)?(?:it|they|he|(?:its|their)\s+\w+)\s+"
    r"(?:(?:have|has|had|also)\s+){0,2}$",
    re.IGNORECASE,
)


def _is_seizer(text: str, actor: ActorSpan, scene: Scene) -> bool:
    """Whether forces stand behind "by" after a find or an arrest."""
    verbs = _SEIZED.finditer(text, scene.sentence.start, actor.start)
    return any(_TAKEN_BY.fullmatch(text, verb.end(), actor.start) for verb in verbs)


_ENCOUNTER = Pattern(
    r"\bpolice\s+encounters?\b|\bencounters?\s+with\s+(?:the\s+)?(?:police|CTD|security\s+forces|Rangers|"
    r"Levies|dacoits?|robbers?|bandits?|outlaws|kidnappers?|gangsters?)\b|\bwhat\s+(?:the\s+)?(?:police|CTD|officials|[A-Z][\w-]+\s+[A-Z]\w+\s+Department)\s+"
    r"(?:call(?:ed|s)|describe[ds](?:\s+as)?|termed)\s+(?:an?\s+|it\s+)?(?:\w+\s+)?"
    r"(?:encounter|shoot-?out|exchange\s+of\s+fire|gunfight)"
    r"|\b(?:search(?:es)?|raid|cordon|siege)\s+(?:of|on|in|at|for|around|near)\s(?:(?!\b(?:post|camp|station|check-?posts?|picket|Levies|FC|army|police|bank|train|convoy|headquarters|goats?|cattle|sheep)\b)[^.;]){0,60}?\b(?:led\s+to|ended\s+in|turned\s+into|resulted\s+in|sparked|triggered|set\s+off|brought\s+on)\s+"
    r"(?:an?\s+)?(?:\w+\s+)?(?:exchange\s+of\s+fire|gun\s?(?:fight|battle)|shoot-?out|clash|encounter|fire-?fight)|پولیس\s+مقابل"
    r"|(?:پولیس|سی\s?ٹی\s?ڈی|رینجرز|ایف\s?سی|فورسز|لیویز|انسداد\s+دہشت\s?گردی)\s[^۔]{0,90}?\s(?:سے|درمیان)\s+(?:\S+\s+)?مقابل[ےہ]",
    re.IGNORECASE,
)
_CHALLENGED = re.compile(
    r"\s+(?:(?:personnel|officials?|officers|men|troops|teams?|party|patrol)\s+)?(?:engaged|challenged|confronted|"
    r"cornered|encircled|surrounded|intercepted)\s+(?:an?|the|two|three|four|five|six|some|several|armed)\b",
    re.IGNORECASE,
)
_BOTH_ARMIES = Pattern(
    r"\b(?:Pakistani?\s+and\s+(?:Afghan|Iranian|Indian)|(?:Afghan|Iranian|Indian)\s+and\s+Pakistani?)\s+(?:\w+\s+)?"
    r"(?:forces|troops|soldiers|guards|armies)\b"
    r"|\b(?:forces|troops|border\s+guards|soldiers)\s+(?:of|from)\s+(?:the\s+)?(?:two|both)\s+(?:countries|neighbours|sides)\b"
    r"|دونوں\s+(?:جانب|ممالک|اطراف|ملکوں)\s+ک[ےی]\s+(?:سرحدی\s+)?(?:اہلکاروں|فورسز|محافظوں|فوجوں|افواج)",
    re.IGNORECASE,
)


def _fought(text: str, scene: Scene, families: set[str]) -> Blame | None:
    """Return the forces that shot, that met armed men, or that fought another country's."""
    shooter = shooter_of(text, scene) or _challenger(text, scene) or met_between(text, scene)
    if shooter is not None:
        return blamed(shooter, "attributed", "actor:forces fired", name=OURS)
    beat = beat_armed(text, scene)
    if beat is not None:
        return blamed(beat, "attributed", "actor:forces acted", name=OURS)
    if "explosion" not in families and _BOTH_ARMIES.inside(text, scene.sentence):
        return Blame(actor=OURS, basis="attributed", rule="actor:two armies")
    return None


def _challenger(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces that met armed men: "security forces engaged a group, killing three"."""
    first = scene.triggers[0].start if scene.triggers else scene.sentence.end
    forces = (one for one in scene.actors if one.kind == "security" and one.end <= first)
    return next((one for one in forces if _CHALLENGED.match(text, one.end)), None)


def _hunter(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces of a sentence in which men of a group were killed and nobody else acts."""
    if any(actor.kind in {"unidentified", "criminal"} for actor in scene.actors):
        return None
    if not any(actor.kind == "group" and suffers(text, actor) for actor in scene.actors):
        return None
    forces = [actor for actor in scene.actors if actor.kind == "security"]
    return next((actor for actor in forces if not SAID.match(text, actor.end)), None)

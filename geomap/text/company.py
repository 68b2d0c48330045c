"""What a trigger means by its company: whose road is blocked, which strike, who raids whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from geomap.text.actors import ARMED_KINDS, FORCES, ActorSpan
from geomap.text.crowds import is_of_crowd
from geomap.text.custody import gives_himself_up, in_custody, taken_in
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["in_company"]

_STOPPAGE = Pattern(
    r"shutter|wheel-?\s?jam|traders?\b|shopkeepers|transporters|lawyers|doctors|teachers|employees|"
    r"workers|unions?\b|association|markets?\b|bazaars|shops|business|closed|peaceful|observed|"
    r"\bcall\b|demands|unpaid|salar|courts|\bshut\b|power\s+cuts|load-?shedding|outages|taxes|tariffs?|inflation|prices|wages",
    re.IGNORECASE,
)
_FROM_AIR = Pattern(
    r"\b(?:drones?|air|aerial|jets?|warplanes|missiles?|aircraft|helicopters?|bomb\w*|munitions?)\b",
    re.IGNORECASE,
)
_ON_A_POST = re.compile(
    r"raid(?:s|ed)?\s+(?:by\s+(?:\w+\s+){1,2})?(?:on\s+|at\s+)?(?:an?\s+|the\s+|two\s+|three\s+|several\s+)?"
    r"(?:[\w-]+\s+){0,3}?"
    r"(?:post|posts|checkposts?|checkpoints?|stations?|camp|pickets?|convoy|base|fort|thana|lines|"
    r"barracks|headquarters|outposts?|cantonment)\b",
    re.IGNORECASE,
)


_GOODS = re.compile(
    r"\s+(?:with\s+)?(?:(?:the|their|his|official|some|two|three|four|five|several|all|a|an|about|around|over|nearly|"
    r"\d[\d,.]*)\s+)*(?:Rs\.?\s?\d[\d.,]*|cash|money|weapons?|rifles?|arms|ammunition|vehicles?|cars?|pick-?ups?|trucks?|"
    r"motorcycles?|motorbikes?|goods|gold|jewell?ery|valuables|kalashnikovs?|guns?|wireless|machinery|dumpers?|"
    r"mobile\s+phones?|million|rupees|cattle|livestock|rations?|food|bags?|blankets|fuel|diesel|tools|equipment|keys|"
    r"documents|belongings|uniforms?|cameras?|laptops?|explosives)\b"
    r"(?!\s+(?:driver|owner|dealer|cleaner|helper|trader|merchant|herder|guard|mechanic|worker|passenger|technician|seller)s?\b)",
    re.IGNORECASE,
)


def in_company(
    triggers: Sequence[Trigger], actors: Sequence[ActorSpan], text: str, sentence: Sentence
) -> tuple[Trigger, ...]:
    """Tell by its company what a blocked road or a strike is.

    A road is blocked by a protest or by armed men; a strike is one of traders or one from the air,
    and tells of nothing where the sentence does not say which. A raid on a post is an attack; an
    arrest is an event where militants are taken, a truce where it is the news; a bomb that those
    who were met had yet to lay has not gone off.
    """
    words = text[sentence.start : sentence.end]
    armed = any(actor.kind in ARMED_KINDS for actor in actors)
    answer = []
    triggers = _of_quiet(triggers, actors, text, sentence)
    told = _Between.of(triggers, words)
    for every in triggers:
        if _is_beside(text, every, told) or gives_himself_up(text, every, actors, sentence):
            continue
        trigger = _recast(text, every, actors, told)
        if trigger.family == "operation" and _takes_away(text, trigger, told):
            kind = "Violence against civilians", "Abduction/forced disappearance"
            trigger = replace(trigger, event_type=kind[0], sub_event_type=kind[1])
        family = trigger.family
        unarmed = family in {"blockade", "protest"} and is_of_crowd(text, sentence, actors, every)
        if family == "blockade" or (not unarmed and _is_blocked_by(actors, trigger)):
            by_nature = _BY_NATURE.match(text, trigger.end) is not None
            family = "armed" if armed and not unarmed else "none" if by_nature else "protest"
        elif family == "strike" and not (_FROM_AIR.search(words)):
            stopped = _STOPPAGE.search(words)
            family = "protest" if stopped else "strike" if trigger.definite else "none"
        if family == "strike":
            kind = "Explosions/Remote violence", "Air/drone strike"
            trigger = replace(
                trigger, family="explosion", event_type=kind[0], sub_event_type=kind[1]
            )
        elif family == "armed" and trigger.family in {"blockade", "protest"}:
            kind = "Strategic developments", "Change to group/activity"
            trigger = replace(trigger, family="armed", event_type=kind[0], sub_event_type=kind[1])
        elif family not in {"none", trigger.family}:
            trigger = replace(trigger, family=family)
        if family != "none":
            answer.append(trigger)
    return _of_protest(answer, text, sentence)


def _is_blocked_by(actors: Sequence[ActorSpan], trigger: Trigger) -> bool:
    """Whether armed men, and no protesters, act: "dozens of gunmen put boulders on it"."""
    if trigger.family != "protest" or trigger.is_noun:
        return False
    if any(actor.kind == "protest" for actor in actors):
        return False
    return any(a.kind in ARMED_KINDS and a.start <= trigger.start + _CROWD_OF for a in actors)


_CROWD_OF = 30  # characters of "hundreds of heavily armed"
_BY_NATURE = re.compile(
    r"[^.;]{0,40}?\b(?:by|under|because\s+of|due\s+to)\s+(?:(?:an?|the|heavy|fresh|huge|massive|more|fallen)\s+){0,3}"
    r"(?:snow\w*|landslides?|landslips?|slides?|mud\w*|boulders|debris|rock\w*|trees?|floods?|floodwater|rains?|water|avalanches?|"
    r"glacier|accident|crash|trailer|tanker|containers?)\b",
    re.IGNORECASE,
)
"""What shuts a road without anybody's will."""


def _of_quiet(
    triggers: Sequence[Trigger], actors: Sequence[ActorSpan], text: str, sentence: Sentence
) -> Sequence[Trigger]:
    """Read arrests and truces, where a sentence tells of any."""
    families = {trigger.family for trigger in triggers}
    if "abduction" in families:
        triggers = taken_in(triggers, text)
        families = {trigger.family for trigger in triggers}
    if "arrest" in families:
        triggers = in_custody(triggers, actors, text, sentence)
    if "accord" in families:
        triggers = _in_accord(triggers, text, sentence)
    return triggers


_BROKEN = re.compile(
    r"\b(?:despite|violat\w+|broke|broken|breach\w*|collaps\w+|ended|expired?|in\s+spite\s+of|call\w*\s+for|urg\w+|demand\w*|"
    r"appeal\w*|since|before)\b",
    re.IGNORECASE,
)
_OF_PEACE = re.compile(
    r"\b(?:peace|truce|cease-?fire|armistice|hostilities|firing|fighting|feud|tribes?|clans?|warring|rival|jirga|elders|"
    r"sit-?ins?|protest\w*|dharna|long\s+march|action\s+committee|militants?|trenches|bunkers)\b"
    r"|جنگ\s+بندی|فائر\s+بندی|صلح|امن|قبائل|جرگ|دھرن|احتجاج|لانگ\s+مارچ",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\b(?:call(?:ed|ing)\s+off|ended|ending|postpon\w+|lifted|suspend\w+|wound\s+up|withdrew|dispersed)\b"
    r"|ختم|مؤخر|موخر",
    re.IGNORECASE,
)
_FOUGHT_ON = {"explosion", "armed", "killing", "abduction", "body", "operation", "property"}


_FOUGHT = {"clash", "armed", "explosion"}
_COST = re.compile(
    r"[^.;]{0,110}?\b(?:left|killed|claimed|cost|leaving|killing)\s+(?:(?:at|least|some|over|about)\s+){0,2}"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twelve|eleven|twenty|dozens)\b",
    re.IGNORECASE,
)
"""A fight with its toll is the news, a truce or not."""


def _in_accord(triggers: Sequence[Trigger], text: str, sentence: Sentence) -> tuple[Trigger, ...]:
    """Take a truce as the event where it is what happened, and the fight that it ends as known.

    Where somebody was attacked all the same, or a protest goes on, the truce is not the news.
    """
    pacts = [t for t in triggers if t.family == "accord"]
    of_peace = _OF_PEACE.search(text, sentence.start, sentence.end) is not None
    others = [t for t in triggers if t.family != "accord"]
    acts = [t for t in others if t.family in _FOUGHT_ON and not (t.is_noun or t.definite)]
    acts += [t for t in others if t.family in _FOUGHT and _COST.match(text, t.end)]
    protests = [t for t in others if t.family in {"protest", "riot", "blockade"}]
    goes_on = protests and not _CALLED_OFF.search(text, sentence.start, sentence.end)
    if not of_peace or acts or goes_on or _BROKEN.search(text, sentence.start, pacts[0].start):
        return tuple(others)
    return tuple(pacts)


_LOOTED = re.compile(r"(?:ransack|torch|burn|set\s|vandali|smash|loot)\w*", re.IGNORECASE)


_RAID_BY = re.compile(
    r"\s+by\s+(?:an?\s+|the\s+|some\s+)?(?:(?!police|security|forces|army|CTD|Levies|Frontier|Corps|FC|Rangers|troops|law)[\w-]+\s+){0,3}?"
    r"(?:militants|gunmen|insurgents|attackers|assailants|terrorists|dacoits|bandits|tribesmen|fighters|men|outlaws)\b",
    re.IGNORECASE,
)


def _recast(text: str, trigger: Trigger, actors: Sequence[ActorSpan], told: _Between) -> Trigger:
    """Return a trigger as its company means it: a raid on a post, a stolen car, looting."""
    family = trigger.family
    if family == "operation" and (
        _ON_A_POST.match(text, trigger.start)
        or _is_by_men(text, trigger, actors)
        or (trigger.is_noun and _RAID_BY.match(text, trigger.end))
    ):
        return replace(trigger, family="armed", event_type="by_target", sub_event_type=None)
    if _is_with_guns(text, trigger) and not (told.families & _HANDED or _FINDS.search(told.words)):
        return replace(trigger, family="armed", event_type="by_target", sub_event_type=None)
    kind = None
    if family == "disrupted" and _is_loot(text, trigger, actors):
        kind = "property", "Strategic developments", "Looting/property destruction"
    elif family == "armed" and not trigger.is_noun and _WITH_GRENADE.match(text, trigger.end):
        kind = "explosion", "Explosions/Remote violence", "Grenade"
    elif (family == "abduction" and _is_of_goods(text, trigger)) or (
        family == "riot"
        and any(actor.kind in ARMED_KINDS for actor in actors)
        and _LOOTED.match(text, trigger.start)
    ):
        kind = "property", "Strategic developments", "Looting/property destruction"
    if kind is None:
        return trigger
    return replace(trigger, family=kind[0], event_type=kind[1], sub_event_type=kind[2])


_SEIZED = re.compile(r"(?:seized|confiscated|impounded)\b", re.IGNORECASE)


def _is_loot(text: str, trigger: Trigger, actors: Sequence[ActorSpan]) -> bool:
    """Whether it is armed men who seize weapons: "militants seized 20 rifles from a post"."""
    before = [one for one in actors if one.end <= trigger.start]
    if not before or _SEIZED.match(text, trigger.start) is None:
        return False
    return before[-1].kind in ARMED_KINDS and not any(one.kind in FORCES for one in before)


_LIGHT = {"Shelling/artillery/missile attack", "Grenade"}
_GUNS = (
    r"(?:(?:heavy|automatic|small|light|sophisticated|modern|other)[\s-]+)?(?:(?:heavy|automatic)\s+)?"
    r"(?:weapons|arms|machine[\s-]?guns?|guns|gunfire|rifles?|kalashnikovs?|bullets|small-arms|snipers?|firearms)"
)
_AND_GUNS = re.compile(rf"\w*(?:\s+\w+)?(?:\s+and|,)\s+{_GUNS}\b", re.IGNORECASE)
_GUNS_AND = re.compile(rf"\b{_GUNS}(?:\s+fire)?(?:\s+and|,)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_GUN_REACH = 50
_HANDED = {"change", "disrupted", "arrest", "capture"}
"""Families of weapons that are found or given up."""
_GAS = re.compile(r"\btear[\s-]?gas|آنسو\s+گیس", re.IGNORECASE)
"""What makes the shells that hit a crowd no shelling."""
_FINDS = re.compile(
    r"\b(?:were|was|been)\s+(?:also\s+)?(?:found|discovered|recovered|seized)\b|\b(?:stash|cache|smuggl\w+|stored)\b",
    re.IGNORECASE,
)


def _is_with_guns(text: str, trigger: Trigger) -> bool:
    """Whether rockets or mortars are named beside guns: the weapons of a fight."""
    if trigger.family != "explosion" or trigger.sub_event_type not in _LIGHT:
        return False
    if _AND_GUNS.match(text, trigger.end):
        return True
    return _GUNS_AND.search(text[max(0, trigger.start - _GUN_REACH) : trigger.start]) is not None


_SOMEBODY = re.compile(r"\b(?:him|her|them|both|men|workers|passengers)\b", re.IGNORECASE)


def _is_of_goods(text: str, trigger: Trigger) -> bool:
    """Whether things are taken, not people: "snatched two vehicles", not "him into a car"."""
    if _SOMEBODY.search(text, trigger.start, trigger.end):
        return False
    return _GOODS.match(text, trigger.end) is not None


_WITH_GRENADE = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,5}?(?:with|using)\s+(?:an?\s+|two\s+)?(?:hand[\s-])?(?:grenades?|crackers?)\b"
    r"(?!\s+and\b|,|\s+(?:launchers?|fire))",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"\bduring\s+(?:(?:an?|the)\s+)?(?:[\w-]+\s+){0,3}$|\b(?:an?|one)\s+(?:single|co-?ordinated|rehearsed|synchroni[sz]ed|combined),?\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_DURING_URDU = re.compile(r"\s+کے\s+دوران")
_AND = re.compile(r"\band\s+(?:\w+ly\s+)?$|،\s*$", re.IGNORECASE)
_PLANTING = re.compile(
    r"\b(?:(?:trying|tried|attempting|attempted|planning|preparing|about|seeking)\s+to\s+|(?:while|when|busy|caught)\s+)"
    r"(?:plant\w*|lay\w*|fix\w*|install\w*|bury\w*|set\w*\s+up)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""A bomb that those whom forces met had yet to lay."""


class _Between(NamedTuple):
    """What the triggers of a sentence have between them, looked at once."""

    families: frozenset[str]
    bursts: bool
    taken: tuple[Trigger, ...]
    words: str

    @classmethod
    def of(cls, triggers: Sequence[Trigger], words: str) -> _Between:
        """Look through the triggers: their families, a blast that is told, people taken away.

        `words`: those of the sentence, which may say that weapons were found.
        """
        return cls(
            frozenset(trigger.family for trigger in triggers),
            any(one.family == "explosion" and not one.is_noun for one in triggers),
            tuple(one for one in triggers if one.family == "abduction" and not one.is_noun),
            words,
        )


def _is_beside(text: str, trigger: Trigger, told: _Between) -> bool:
    """Whether words only give the occasion: a raid in which a mine blew up."""
    if trigger.family == "disrupted":
        return "body" in told.families
    shells = trigger.sub_event_type in _LIGHT and told.families & {"protest", "riot"}
    if shells and _GAS.search(told.words):
        return True
    if trigger.family == "explosion" and trigger.is_noun:
        lead = text[max(0, trigger.start - 45) : trigger.start]
        return bool(told.families & {"operation", "clash"}) and _PLANTING.search(lead) is not None
    if trigger.family != "operation" or "clash" in told.families:
        return False
    lead = text[max(0, trigger.start - 50) : trigger.start]
    during = _DURING.search(lead) or _DURING_URDU.match(text, trigger.end)
    return during is not None and told.bursts


def _takes_away(text: str, raid: Trigger, told: _Between) -> bool:
    """Whether those who raided a house took somebody away: "raided a house and took away ..."."""
    if "clash" in told.families or not told.taken:
        return False
    during = _DURING.search(text[max(0, raid.start - 50) : raid.start]) is not None
    for act in told.taken[:_FEW_ACTS]:
        if act.start < raid.end:
            if during:
                return True
            continue
        lead = text[max(0, act.start - 25) : act.start]
        if _AND.search(lead) is not None or not text[act.start].isascii():
            return True
    return False


_FEW_ACTS = 50
_BY_MEN = 40
_STAGED = re.compile(
    r"\s+(?:\w+ly\s+)?(?:carried\s+out|staged|launched|mounted|conducted|made)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)


_BY_THE = re.compile(r"\s+by\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}", re.IGNORECASE)


def _is_by_men(text: str, trigger: Trigger, actors: Sequence[ActorSpan]) -> bool:
    """Whether armed men raid, not the police: "armed men raided a hamlet", "staged raids"."""
    behind = [one for one in actors if one.start >= trigger.end and one.kind in ARMED_KINDS][:1]
    if trigger.is_noun and any(_BY_THE.fullmatch(text, trigger.end, one.start) for one in behind):
        return True
    word = text[trigger.start : trigger.start + 5].lower()
    before = [one for one in actors if 0 <= trigger.start - one.end <= _BY_MEN]
    if not word.startswith("raid") or not before or before[-1].kind not in ARMED_KINDS:
        return False
    if word == "raide":
        return True
    led = any(one.kind in FORCES and one.end <= before[-1].start for one in actors)
    return not led and _STAGED.fullmatch(text, before[-1].end, trigger.start) is not None


_WHO = re.compile(r"\b(?:who|whom|whose)\b[^.;]{0,90}$", re.IGNORECASE)


_ATTACKED = re.compile(
    r"\b(?:attacks?|blasts?|bombings?|explosions?|firing|fire|grenades?|shootings?|bombs?|struck|hit|targeted|attacked|targeting)\s+"
    r"(?:(?:on|at|near|in|outside|of)\s+)?(?:an?|the)\s+(?:[\w'’-]+\s+){0,3}$",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:relatives|famil(?:y|ies)|sons?|brothers?|husbands?|fathers?|men|persons|people|youths?|students|recovery|release|"
    r"those|whom|who)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _is_target(text: str, protest: Trigger) -> bool:
    """Whether a rally is what was attacked: "the grenade attack on a rally"."""
    start = max(0, protest.start - 60)
    return protest.is_noun and _ATTACKED.search(text, start, protest.start) is not None


def _is_of_kin(text: str, abduction: Trigger) -> bool:
    """Whether those who protest speak of their kin: "relatives they say were taken away"."""
    return _KIN.search(text, max(0, abduction.start - 70), abduction.start) is not None


def _of_protest(triggers: Sequence[Trigger], text: str, sentence: Sentence) -> tuple[Trigger, ...]:
    """Leave out of a protest what befell those whom it is about: "men who were taken away"."""
    last = max((t.start for t in triggers if t.family == "protest" and not t.definite), default=-1)
    if last < 0:
        return tuple(triggers)
    triggers = [t for t in triggers if not (t.family == "protest" and _is_target(text, t))]
    triggers = [
        replace(t, definite=True) if t.family == "abduction" and _is_of_kin(text, t) else t
        for t in triggers
    ]
    return tuple(
        t
        for t in triggers
        if t.family not in {"abduction", "killing"}
        or t.start > last
        or not _WHO.search(text, sentence.start, t.start)
    )

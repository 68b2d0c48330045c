"""What words of violence mean in a sentence on a protest: its own riot, its cause, or force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.crowds import Crowd
from geomap.text.events import Trigger

__all__ = ["EXCESSIVE_FORCE", "INTERVENTION", "MOB_VIOLENCE", "in_protest"]

EXCESSIVE_FORCE = "Excessive force against protesters"
INTERVENTION = "Protest with intervention"
"""Batons and gas against a crowd of which no violence is told."""
MOB_VIOLENCE = "Mob violence"

_STORMING = {"armed", "property", "killing"}
_CAUSES = {"killing", "armed", "explosion", "abduction", "body", "operation", "property"}
_CAUSE = re.compile(
    r"\b(?:over|against|at|about|demand\w*|seek\w*|(?:to|and)\s+(?:condemn|denounce|mourn|avenge)|"
    r"condemn\w*|in\s+(?:protest|reaction|response)|following|after)\s+(?:(?!\b(?:and|who|when)\b)[^.;])*$"
    r"|کے\s+خلاف",
    re.IGNORECASE,
)
_CAUSE_URDU = re.compile(
    r"[^۔؛]{0,30}?(?:\s(?:کے|کی))?\s+(?:خلاف|بازیابی|مذمت)"
    r"|\s+(?:نہ\s+کرنے|روکنے|بند\s+کرنے|ختم\s+کرنے|کی\s+روک\s?تھام)\s+(?:کا|کے|پر)\s"
)
_AT_CROWD = re.compile(
    r"[\w\s-]{0,30}?\b(?:on|at|upon|into|to\s+disperse)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:protest\w*|demonstrators?|sit-in|rally|crowds?|procession|marchers|march|participants|mob)\b",
    re.IGNORECASE,
)
_AT_CROWD_URDU = re.compile(r"(?:مظاہرین|مظاہرے|جلوس|ریلی|دھرنے|ہجوم|شرکا)\s+پر\s+(?:\S+\s+){0,2}$")
_HIT = re.compile(r"\b(?:killed|injured|wounded|died|dead|hurt)\b", re.IGNORECASE)
_IS_FIRE = re.compile(
    r"(?:(?:was|were|been|being)\s+)?(?:open\w*|fir(?:ed|ing))\b|shot\s+at\b|فائرنگ", re.IGNORECASE
)
_FIRING = re.compile(
    r"\s*(?:(?:personnel|officers?|officials?|men|soldiers|party|team|allegedly|reportedly|later|then)\s+)*"
)
_EACH_OTHER = re.compile(r"\s+(?:(?:at|on|upon)\s+)?(?:each|one\s+an)\s?other\b")
_SHOT_AT = re.compile(r"\s+at\s+(?:and\s+\w+\s+)?by\b")
_FIRED_BY = re.compile(r"\s+(?:at\s+)?by\s+(?:the\s+|a\s+|some\s+)?")
_BY_MOB = re.compile(
    r"\s+by\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:mob|crowd|protesters|villagers)\b",
    re.IGNORECASE,
)
_MOB_URDU = re.compile(r"(?:ہجوم|مشتعل\s+(?:افراد|شہریوں|لوگوں|دیہاتیوں))\s+نے\s[^۔]{0,90}$")
_ACTIVE_GAP = re.compile(r"\s*(?:\([^)]*\)\s*)?(?!who\s+(?:were|was)\b)[^.;:]{0,60}$")


def in_protest(
    triggers: Sequence[Trigger],
    actors: Sequence[ActorSpan],
    text: str,
    crowd: Crowd | None = None,
) -> tuple[Trigger, ...]:
    """Read the triggers of a sentence that tells of a protest.

    Protesters who storm or burn a building riot; forces that fire at them break a protest up; and
    the killing that a rally is "against" is its cause, told before or elsewhere. What a crowd does
    (`crowds.crowd_of`) is an event where no other words tell of a protest or a riot.
    """
    crowds = [actor for actor in actors if actor.kind == "protest"]
    if not crowds:
        triggers = _with_broken_panes(text, triggers)
    triggers = [t for t in triggers if not _is_shut_by_forces(text, t)]
    marches = [t for t in triggers if t.family in {"protest", "riot"}]
    if crowd is not None and not marches:
        marches = [crowd.act]
        triggers = sorted([*triggers, crowd.act], key=lambda one: one.start)
    triggers = _without_anger(text, triggers)
    armed = crowd is None and any(actor.kind in ARMED_KINDS for actor in actors)
    if armed or not (crowds or marches):
        return tuple(triggers)
    forces = [actor for actor in actors if actor.kind == "security"]
    whom: list[ActorSpan | Trigger] = [*crowds, *marches]
    forced = any(_is_force(text, forces, whom, trigger) for trigger in triggers)
    answer = []
    for trigger in _without_own_things(text, triggers):
        if trigger.family in _CAUSES and (
            _is_cause(text, marches, trigger) or _is_grievance(crowd, trigger)
        ):
            trigger = replace(trigger, definite=True)  # noqa: PLW2901
        elif trigger.family == "killing" and _is_by_mob(text, trigger):
            trigger = replace(  # noqa: PLW2901
                trigger, family="riot", event_type="Riots", sub_event_type=MOB_VIOLENCE
            )
        elif _is_force(text, forces, whom, trigger):
            trigger = replace(  # noqa: PLW2901
                trigger, family="protest", event_type="Protests", sub_event_type=EXCESSIVE_FORCE
            )
        elif forced and trigger.family == "killing":
            trigger = replace(trigger, definite=True)  # noqa: PLW2901
        elif trigger.family in _STORMING and _acts(text, crowds, marches, trigger):
            trigger = replace(  # noqa: PLW2901
                trigger,
                family="riot",
                event_type="Riots",
                sub_event_type="Violent demonstration",
            )
        answer.append(trigger)
    return tuple(answer)


_CLOSES = re.compile(r"(?:clos|block|seal|shut|barricad)\w*\b", re.IGNORECASE)
_BY_FORCES = re.compile(
    r"\b(?:army|police|levies|troops|soldiers|forces|FC|corps|rangers|scouts|administration|authorities|officials|"
    r"government|commissioner)\s+(?:(?:had|have|has|also|then|later|immediately|reportedly|temporarily)\s+){0,2}$",
    re.IGNORECASE,
)


def _is_shut_by_forces(text: str, trigger: Trigger) -> bool:
    """Whether a road was closed by those who guard it: "the army had closed the road"."""
    if trigger.family not in {"protest", "blockade"} or not _CLOSES.match(text, trigger.start):
        return False
    return _BY_FORCES.search(text[max(0, trigger.start - 60) : trigger.start]) is not None


_ANGRY = re.compile(r"مشتعل\s+\S+(?:\s+نے)?")


def _without_anger(text: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out "مشتعل افراد" alone as a riot where they only sat down or shut something."""
    if not any(trigger.family == "protest" for trigger in triggers):
        return triggers
    riots = [trigger for trigger in triggers if trigger.family == "riot"]
    if any(not _ANGRY.fullmatch(text, trigger.start, trigger.end) for trigger in riots):
        return triggers
    return [trigger for trigger in triggers if trigger.family != "riot"]


def _is_by_mob(text: str, trigger: Trigger) -> bool:
    """Whether a mob killed somebody."""
    if _BY_MOB.match(text, trigger.end):
        return True
    return _MOB_URDU.search(text, max(0, trigger.start - 130), trigger.start) is not None


_OWN_THINGS = re.compile(
    r"\s+(?:(?:an?|the|their|his|some|old|used|own|heaps?\s+of|piles?\s+of|copies\s+of)\s+)*"
    r"(?:nets|bills|copies|effig(?:y|ies)|tyres?|tires|degrees|certificates|crops?|produce|uniforms|flags?|"
    r"candles|torches|firewood|logs|banners|posters|portraits|cards|notices)\b",
    re.IGNORECASE,
)
"""What protesters burn of their own: no riot."""


def _without_own_things(text: str, triggers: Sequence[Trigger]) -> list[Trigger]:
    return [t for t in triggers if t.family != "property" or not _OWN_THINGS.match(text, t.end)]


_PANES = re.compile(r"\b(?:windows?|windscreens?|windowpanes?|panes|glass)\b", re.IGNORECASE)


def _with_broken_panes(text: str, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """Read panes that a blast broke as its harm, not as a riot."""
    blast = next((trigger for trigger in triggers if trigger.family == "explosion"), None)
    if blast is None:
        return triggers
    return [
        replace(blast, start=one.start, end=one.end, is_noun=False, definite=False)
        if one.family == "riot" and _PANES.search(text, one.start, one.end)
        else one
        for one in triggers
    ]


def _is_force(
    text: str,
    forces: Sequence[ActorSpan],
    crowds: Sequence[ActorSpan | Trigger],
    trigger: Trigger,
) -> bool:
    """Whether a verb tells of shots at a crowd, or of shots by forces that hit some of one."""
    shot_at = trigger.family == "killing" and _SHOT_AT.match(text, trigger.end) is not None
    if not forces or not (trigger.family == "armed" or shot_at):
        return False
    if _EACH_OTHER.match(text, trigger.end):
        return False
    if _AT_CROWD.match(text, trigger.start):
        return True
    before = text[max(0, trigger.start - 40) : trigger.start]
    if _AT_CROWD_URDU.search(before):
        return True
    if not any(
        _HIT.search(text, crowd.end, trigger.start)
        or (crowd.end <= trigger.start and (shot_at or _is_suffered(text, crowd.end, trigger)))
        for crowd in crowds
    ):
        return False
    return (shot_at or _IS_FIRE.match(text, trigger.start) is not None) and any(
        _FIRING.fullmatch(text, actor.end, trigger.start)
        or _FIRED_BY.fullmatch(text, trigger.end, actor.start)
        for actor in forces
    )


def _is_grievance(crowd: Crowd | None, trigger: Trigger) -> bool:
    """Whether words name, behind what a peaceful crowd does, why it does so."""
    return crowd is not None and crowd.act.family == "protest" and crowd.act.end <= trigger.start


_OF_KIN = re.compile(
    r"\b(?:relatives|famil(?:y|ies)|heirs|kin|parents|mothers?|wi(?:fe|ves)|friends|colleagues|supporters|"
    r"bod(?:y|ies)|coffins?)\s+of\s+[^.;]*$",
    re.IGNORECASE,
)
_WITH_BODIES = re.compile(
    r"\b(?:with|carrying|beside|placing|bearing)\s+(?:the\s+)?(?:bod(?:y|ies)|coffins?|remains)\s+of\s+[^.;]*$",
    re.IGNORECASE,
)
"""Before what the dead suffered beside whom people sit: "a sit-in with the bodies of men who"."""
_KIN_REACH, _BODIES_REACH = 90, 150


def _is_cause(text: str, marches: Sequence[Trigger], trigger: Trigger) -> bool:
    """Whether a noun names what a protest is about, or a verb what befell the protesters' kin."""
    before = [march for march in marches if march.end <= trigger.start]
    own = text[max(0, trigger.start - _KIN_REACH) : trigger.start]
    if len(before) < len(marches) and _OF_KIN.search(own):
        return True
    if before and _WITH_BODIES.search(text, max(0, trigger.start - _BODIES_REACH), trigger.start):
        return True
    if trigger.is_noun and before and _CAUSE.search(text, before[0].end, trigger.start):
        return True
    return _CAUSE_URDU.match(text, trigger.end) is not None


_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|are|is|got|c[ao]me)\s+(?:\w+ly\s+|also\s+|then\s+|again\s+|under\s+|all\s+){0,2}\Z|\sپر\s+(?:\S+\s+){0,4}\Z",
    re.IGNORECASE,
)
_COME_UNDER = re.compile(r"c[ao]m(?:e|ing)\s+under\b|(?:was|were|been|being)\b", re.IGNORECASE)


def _is_suffered(text: str, start: int, trigger: Trigger) -> bool:
    """Whether a crowd before a verb is whom it befell: "traders were fired on"."""
    if _COME_UNDER.match(text, trigger.start):
        return True
    return _PASSIVE.search(text, start, trigger.start) is not None


def _acts(
    text: str, crowds: Sequence[ActorSpan], marches: Sequence[Trigger], trigger: Trigger
) -> bool:
    """Whether a crowd is the subject of a verb, with nothing told of others between."""
    if trigger.is_noun:
        return False
    starts = [c.end for c in crowds if c.end <= trigger.start and trigger.family != "killing"]
    starts += [m.end for m in marches if m.family == "riot" and m.end <= trigger.start]
    if any(_is_suffered(text, start, trigger) for start in starts):
        return False
    return any(_ACTIVE_GAP.match(text, start, trigger.start) for start in starts)

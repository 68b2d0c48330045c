"""Fights: attacks that forces foiled by shooting back, and clashes that cost militants more."""

from __future__ import annotations

import re

from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["beat_armed", "lost_more", "met_between", "search_after", "was_fought_off"]

_FOILED = re.compile(
    r"\b(?:foil|thwart|repuls|repel|frustrat|beat|fought|drove|driven)\w*\b(?:(?!\b(?:plot|plan|bomb|conspiracy|smuggl\w+)\b)[^.;]){0,60}?"
    r"\b(?:attacks?|raids?|assaults?|storm\w*|overrun|enter|off|back)\b|(?:حملہ|حملے)\s+(?:\S+\s+)?(?:ناکام|پسپا)"
    r"|(?:حملہ|حملے)\s+(?:کیا|کیے|کردیا|کر\s+دیا|ہوا)\s+(?:جسے|جنہیں|جو)\s+(?:\S+\s+){0,6}?(?:ناکام|پسپا)",
    re.IGNORECASE,
)
_ATTACK_FOILED = re.compile(
    r"\b(?:(?<!suicide\s)(?<!bomb\s)attack|raid|assault|incursion|infiltration|ambush)\s+(?:(?!\b(?:plot|plan|was|were|after)\b)[^.;,]){0,70}?"
    r"\b(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:foil|thwart|repuls|repel|beaten|fought|driven|frustrat|push)\w*\b",
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
    rules = (_FOILED, _ATTACK_FOILED)
    if not any(rule.search(text, first.start, first.end) for rule in rules):
        return False
    return any(_shot(scene) or _hurt_guards(scene) for scene in draft.scenes[:_NEXT])


def _hurt_guards(scene: Scene) -> bool:
    """Whether a sentence counts soldiers or policemen who were killed or hurt."""
    return any(count.side == "security_forces" and count.best for count in scene.counts)


def _shot(scene: Scene) -> bool:
    """Whether a sentence tells of a fight, or of armed people who opened fire."""
    return any(
        trigger.family == "clash" or (trigger.family == "armed" and not trigger.is_noun)
        for trigger in scene.triggers
        if not trigger.definite
    )


_AT_A_COST = Pattern(
    r"\b(?:against|for|with)\s+the\s+loss\s+of\b|\bat\s+the\s+(?:cost|price)\s+of\b|\b(?:forces|army|troops|side)\s+(?:had\s+)?lost\s",
    re.IGNORECASE,
)
_EXCHANGED = {"clash", "killing", "arrest", "capture", "disrupted"}
_FOUGHT = {"militants", "suspects"}


def lost_more(text: str, scene: Scene) -> bool:
    """Whether militants lost as many as the forces in a fight that nobody is said to have begun.

    Parameters
    ----------
    text
        The article's text.
    scene
        The event's first sentence.
    """
    if (
        not ("clash" in scene.families or _AT_A_COST.inside(text, scene.sentence))
        or not scene.families <= _EXCHANGED
    ):
        return False
    lost = {"militants": 0, "security_forces": 0, "other": 0}
    for count in scene.counts:
        if count.outcome == "killed" and count.best:
            side = "militants" if count.side in _FOUGHT else count.side
            lost[side if side in lost else "other"] += count.best
    both = lost["militants"] + lost["security_forces"]
    return lost["other"] in {0, both} and lost["militants"] >= lost["security_forces"] > 0


_BETWEEN = re.compile(r"\b(?:between|involving)\s+(?:the\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)
_AND_THOSE = re.compile(
    r"\s+(?:(?:personnel|men|troops|officials|soldiers)\s+)?(?:and|with)\s+(?:[\w-]+\s+){0,3}\Z"
    r"|\s+(?:personnel\s+|men\s+)?(?:exchanged|traded)\s+(?:\w+\s+)?(?:fire|shots)\s+with\s+(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)


_BETWEEN_URDU = re.compile(r"\s+(?:(?:کے|اہلکاروں|جوانوں)\s+)*اور\s+(?:\S+\s+){0,2}\Z")
_AMID_URDU = re.compile(r"\s+(?:کے\s+درمیان|کے\s+مابین|میں)\s")


def met_between(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces named first of two sides that shot at each other, where none of them fell.

    "An exchange of fire between the Frontier Corps and armed men ended without losses."

    Parameters
    ----------
    text
        The article's text.
    scene
        The first sentence of an event.
    """
    shots = [one for one in scene.triggers if one.family == "clash" and not one.definite]
    if not shots or _hurt_guards(scene) or len(scene.actors) < 2:
        return None
    if any(one.family not in {"clash", "killing"} for one in scene.triggers):
        return None
    for forces in (one for one in scene.actors if one.kind == "security"):
        before = text[max(scene.sentence.start, forces.start - 40) : forces.start]
        between = _BETWEEN.search(before) is not None
        for armed in (one for one in scene.actors if one.kind in ARMED_KINDS):
            if _is_pair_urdu(text, forces, armed):
                return forces
            if armed.start < forces.end or not _AND_THOSE.fullmatch(text, forces.end, armed.start):
                continue
            if between or "with" in text[forces.end : armed.start]:
                return forces
    return None


def _is_pair_urdu(text: str, forces: ActorSpan, armed: ActorSpan) -> bool:
    """Whether forces and armed men are named as two sides: "فورسز اور مسلح افراد کے درمیان"."""
    return (
        forces.end <= armed.start
        and _BETWEEN_URDU.fullmatch(text, forces.end, armed.start) is not None
        and _AMID_URDU.match(text, armed.end) is not None
    )


_BEATS = re.compile(
    r"\s+(?:(?:personnel|men|troops|officials|soldiers|teams?|patrol)\s+)?(?:(?:have|has|had|also|\w+ly)\s+){0,2}"
    r"(?:inflicted\s+(?:[\w-]+\s+){0,3}?(?:loss(?:es)?|casualt(?:y|ies)|damage|blows?|defeats?)\s+(?:on|upon)|"
    r"dealt\s+(?:[\w-]+\s+){0,3}?blows?\s+to|struck\s+(?:a\s+\w+\s+blow\s+(?:to|against)|at)|caused\s+(?:[\w-]+\s+){0,3}?(?:losses|casualties)\s+(?:to|among)|"
    r"ambushed|hunted\s+down|chased\s+down|tracked\s+down|trapped|caught\s+up\s+with|took\s+on|swooped\s+on|pounced\s+on|moved\s+against)\s+"
    r"(?:(?!who\b|which\b)[\w-]+\s+){0,4}\Z",
    re.IGNORECASE,
)


def beat_armed(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces that got the better of armed men: "troops inflicted heavy losses on"."""
    armed = [one for one in scene.actors if one.kind in ARMED_KINDS]
    for forces in (one for one in scene.actors if one.kind == "security"):
        behind = next((one for one in armed if one.start >= forces.end), None)
        if behind is not None and _BEATS.fullmatch(text, forces.end, behind.start):
            return forces
    return None


_THEN = re.compile(
    r"[,;]|\b(?:and|after\s+which|following\s+which|whereupon|while|prompting|triggering|then)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:during|in|amid|part\s+of)\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE
)
_SEARCHES = re.compile(
    r"\b(?:search|cordon|sweep|comb|hunt|manhunt|operation|سرچ|محاصر|آپریشن|تلاش)", re.IGNORECASE
)


def search_after(text: str, scene: Scene) -> bool:
    """Whether the raid of a sentence is the search after an attack that it tells first.

    "A policeman was shot dead in Mattani and police launched a search operation."
    """
    hit = [c for c in scene.counts if c.best and c.outcome in {"killed", "injured"}]
    if not hit or any(count.side in _FOUGHT for count in hit):
        return False
    raid = next((one for one in scene.triggers if one.family == "operation"), None)
    acts = [t for t in scene.triggers if t.family in {"armed", "killing", "explosion", "property"}]
    if raid is None or not acts or any(act.start > raid.start for act in acts):
        return False
    if _WITHIN.search(text, max(acts[-1].end, raid.start - 40), raid.start):
        return False
    then = _THEN.search(text, acts[-1].end, raid.start)
    return then is not None and _SEARCHES.search(text, raid.start, raid.end) is not None

"""What the harm that an event did, or did not do, says of its type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.drafts import Draft
from geomap.text.duds import dud_type
from geomap.text.event_types import EventType, classify
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern

__all__ = ["type_by_harm"]

_PEOPLE = {"civilians", "unknown"}
"""Sides of those whom a text calls no more than people."""
_ATTACK = EventType("Violence against civilians", "Attack", "type:target civilians")
_FIGHT = EventType("Battles", "Armed clash", "type:two sides fight")
_ARRESTS = EventType("Strategic developments", "Arrests", "type:arrest")
_AIMLESS = "type:armed attack, target not named"


def type_by_harm(
    text: str, draft: Draft, seen: EventType, triggers: Sequence[Trigger], *, fired: bool
) -> EventType | None:
    """Return the type of an event as those whom it hit, or did not hit, correct its words.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    seen
        The type that its words give.
    triggers
        Its triggers.
    fired
        Whether forces fired at people.
    """
    robbed = [one for one in triggers if one.family == "property"]
    if seen.rule == "type:operation" and _only_arrested(text, draft):
        return _ARRESTS
    if seen.rule == _AIMLESS and _only_held_road(triggers) and _killed_travellers(draft):
        return _ATTACK
    if seen.rule == "type:target security forces" and _is_beside_guard(text, draft):
        return _ATTACK
    if seen.rule == "type:target civilians" and robbed and _is_harmless(text, draft, triggers):
        return classify(robbed, ())
    unrest = draft.scenes[0].families & {"protest", "riot"}
    if fired and not unrest and _was_answered(text, draft):
        return _FIGHT
    return dud_type(text, draft, seen)


_HELD = Pattern(
    r"\b(?:suspects?|people|persons|men|facilitators?)\s+(?:(?:were|was|have|had|been|being|also)\s+){0,3}(?:held|detained|arrested|rounded\s+up|taken\s+into\s+custody|picked\s+up)\b",
    re.IGNORECASE,
)


def _only_arrested(text: str, draft: Draft) -> bool:
    """Whether a search ended in arrests and nobody was hurt: "six suspects held, no shots"."""
    if draft.statistic or not draft.scenes[0].families <= {
        "operation",
        "arrest",
        "capture",
        "disrupted",
    }:
        return False
    counts = [count for scene in draft.scenes for count in scene.counts]
    if any(one.best for one in counts if one.outcome in {"killed", "injured", "abducted"}):
        return False
    if not any(one.best for one in counts if one.outcome == "arrested"):
        return False
    return any(_HELD.inside(text, scene.sentence) for scene in draft.scenes[:2])


def _only_held_road(triggers: Sequence[Trigger]) -> bool:
    """Whether all that armed men are told to have done is that they held a road."""
    return all(one.event_type == "Strategic developments" for one in triggers)


def _killed_travellers(draft: Draft) -> bool:
    """Whether people died of whom none is said to be of the forces or a militant."""
    dead = [c for s in draft.scenes for c in s.counts if c.outcome == "killed" and c.best]
    return bool(dead) and all(count.side in _PEOPLE for count in dead)


_CHARGE = Pattern(
    r"\b(?:passengers?|pilgrims?|travellers?|leaders?|elders?|politicians?|candidates?|judges?|magistrates?|doctors?|"
    r"vaccinators?|health\s+workers?|polio\s+workers?|journalists?|engineers?|labourers?|workers?|drivers?|surveyors?)\b|مسافر|رہنما|زائرین|مزدور",
    re.IGNORECASE,
)
"""Those whom guards of the forces go along with."""


_POST = Pattern(
    r"\b(?:storm\w*|attack\w*|raid\w*|overr\w+|assault\w*)\s+(?:on\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:post|station|camp|picket|check-?post|check-?point|base|headquarters|barracks)\b",
    re.IGNORECASE,
)


def _is_beside_guard(text: str, draft: Draft) -> bool:
    """Whether attackers killed people and, fewer, those who guarded them: "passengers and a guard".

    The people come first and are no fewer than the men of the forces.
    """
    first = draft.scenes[0]
    if "clash" in first.families or any(t.family == "explosion" for t in draft.triggers):
        return False
    if _CHARGE.inside(text, first.sentence) is None or _POST.inside(text, first.sentence):
        return False
    dead = [c for c in first.counts if c.outcome == "killed" and c.best]
    people = [c for c in dead if c.side == "civilians"]
    guards = [c for c in dead if c.side == "security_forces"]
    if not people or not guards or people[0].start > guards[0].start:
        return False
    return sum(c.best or 0 for c in guards) <= (people[0].best or 0)


_WHO = re.compile(
    r"(?:armed\s+(?:men|persons|people|militants)|gunm[ae]n|مسلح\s+افراد)\Z", re.IGNORECASE
)


def _is_harmless(text: str, draft: Draft, triggers: Sequence[Trigger]) -> bool:
    """Whether armed men only came, and nobody was hurt: no verb says that they fired or struck."""
    hurt = any(
        c.best and c.outcome in {"killed", "injured", "abducted"}
        for scene in draft.scenes
        for c in scene.counts
    )
    came = [one for one in triggers if one.family != "property"]
    return not hurt and all(
        one.family == "armed" and _WHO.match(text, one.start, one.end) for one in came
    )


_FIRED_BACK = Pattern(
    r"\b(?:occupants?|men|suspects?|riders?|driver|passengers|they|he|those)\s+(?:(?:in|inside|on)\s+(?:it|the\s+\w+)\s+)?(?:had\s+|also\s+|then\s+)?"
    r"(?:fired|shot)\s+back\b|\b(?:occupants?|suspects?|riders?|men\s+in(?:side)?\s+(?:it|the\s+\w+))\s+(?:had\s+)?returned\s+(?:the\s+)?fire\b",
    re.IGNORECASE,
)


_CONTESTED = Pattern(r"\b(?:claim(?:ed|s)?|den(?:y|ied|ies)|disput\w+|alleg\w+)\b", re.IGNORECASE)


def _was_answered(text: str, draft: Draft) -> bool:
    """Whether those at whom forces fired are told to have fired, too."""
    return any(
        _FIRED_BACK.inside(text, scene.sentence) and not _CONTESTED.inside(text, scene.sentence)
        for scene in draft.scenes[:3]
    )

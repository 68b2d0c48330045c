"""Who is named as the actor of an event, on whose word, and who only suffers it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geomap.text.actors import ARMED_KINDS, ActorSpan
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = [
    "Blame",
    "attacks_first",
    "blamed",
    "first_of",
    "how_sure",
    "of_own_bomb",
    "says_which",
    "suffers",
    "who_says",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """The actor, the basis (claimed, attributed, suspected, unknown), who says so, and where.

    `forces_acted` says that state forces carried the event out, as in a raid.
    """

    actor: str | None = None
    basis: str = "unknown"
    by: str | None = None
    start: int | None = None
    end: int | None = None
    forces_acted: bool = False
    score: float = 0.6
    rule: str = "actor:none"


_OFFICIALS = Pattern(
    r"\b(police|officials?|ISPR|Inter-Services Public Relations|"
    r"counter-?\s?terrorism department|CTD|"
    r"home department|deputy commissioner|levies|military|army|government|authorities|"
    r"commissioner|minister|spokes\w+)\b",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    r"\W*(?:\([^)]{1,12}\)\s*)?(?:(?:commanders?|leaders?|members?|militants?|fighters?|men|man|operatives?|chief)\s+)?(?:was|were|has\s+been|had\s+been|have\s+been)\s+(?:\w+\s+){0,2}?"
    r"(?:shot|killed|gunned|arrested|injured|wounded|attacked|abducted|found|targeted|ambushed|"
    r"martyred|eliminated|neutrali[sz]ed)\b"
    r"|\W*(?:\([^)]{1,12}\)\s*)?(?:commanders?|members?|militants?|terrorists?|fighters?|men|man|suspects?|operatives?)\s+"
    r"(?:(?:are|were|lay)\s+)?(?:dead|died|lost\s+their\s+lives)\b(?!\s+(?:when|as|while)\s+(?:he|they|their|his|one)\b)",
    re.IGNORECASE,
)
_MEMBER_OF = re.compile(
    r"\b(?:members?|commanders?|fighters?|militants?|activists?|leaders?|operatives?|men|man|recruits?)\s+"
    r"(?:of|from|belonging\s+to|associated\s+with|linked\s+to)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_THING_OF = re.compile(
    r"\b(?:leaflets?|pamphlets?|flags?|literature|cards?|letters?|documents?|badges?|notes?|emblems?)\s+"
    r"(?:of|from|bearing|signed\s+by|(?:in|carrying|bearing)\s+the\s+name\s+of)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""What a group leaves behind: "leaflets of the TTP were found"."""
_AIMED_AT = re.compile(
    r"\b(?:directed\s+at|aimed\s+at|target(?:ed|ing))\s+(?:(?!by\b)[\w-]+\s+){0,4}?"
    r"(?:militants|fighters|members|commanders?|men|hideouts?|meeting|camps?|gathering)\s+"
    r"(?:(?:loyal|belonging|linked|affiliated|allied)\s+(?:to|with)|of|from)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_AIMED_REACH = 90
_MEMBERS_DIED_URDU = re.compile(
    r"\s+ک[ےا]\s+(?:\S+\s+){0,3}?(?:ارکان|رکن|شدت\s?پسند|دہشت\s?گرد|جنگجو|کارندے|کارندہ|کمانڈر|عسکریت\s?پسند)\s+"
    r"(?:\S+\s+){0,3}?(?:ہلاک|مارے|مارا)"
)
_SUFFERS_LATER = re.compile(
    r"(?:(?-i:\s+and\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}))?(?:(?!\b(?:by|when|after|and|which|where|over|for)\b)[^.;]){0,90}?\b(?:was|were|has\s+been|had\s+been)\s+"
    r"(?:\w+\s+){0,2}?(?:shot|killed|gunned|injured|wounded|attacked|abducted|found|ambushed|hit|struck|bombed|shelled)\b",
    re.IGNORECASE,
)


def suffers(text: str, group: ActorSpan) -> bool:
    """Whether a group's name stands for those whom an event struck ("a BLA man was shot dead")."""
    if _SUFFERS.match(text, group.end):
        return _THING_OF.search(text[max(0, group.start - 50) : group.start]) is None
    if _MEMBERS_DIED_URDU.match(text, group.end):
        return True
    if _AIMED_AT.search(text[max(0, group.start - _AIMED_REACH) : group.start]):
        return True
    member = _MEMBER_OF.search(text[max(0, group.start - 50) : group.start])
    return member is not None and _SUFFERS_LATER.match(text, group.end) is not None


def first_of(scenes: Sequence[Scene], kinds: set[str]) -> ActorSpan | None:
    """Return the first actor of some kinds that sentences name, or None."""
    for scene in scenes:
        for actor in scene.actors:
            if actor.kind in kinds:
                return actor
    return None


def blamed(span: ActorSpan, basis: str, rule: str, *, name: str | None = None) -> Blame:
    """Return the blame of an actor named in the text, under another name where one is given."""
    return Blame(
        actor=name or span.name,
        basis=basis,
        start=span.start,
        end=span.end,
        score=0.75,
        rule=rule,
    )


_SUPPOSED = re.compile(
    r"\b(?:suspected|presumed|apparent(?:ly)?|possibl[ey]|believed|thought|likely|probabl[ey])\s+"
    r"(?:(?:to\s+(?:be|have\s+(?:been|come\s+from))|by|an?|the|from|multiple|several|two|three)\s+){0,3}\Z"
    r"|(?:مبینہ|مشتبہ)\s+(?:طور\s+پر\s+)?\Z",
    re.IGNORECASE,
)
_SUPPOSED_REACH = 50


_OWN_BOMB = Pattern(
    r"\b(?:bomb|device|explosives?|IED|grenade|mine|vest)s?\s+(?:that\s+|which\s+)?(?:they|he|it|the\s+\w+)\s+(?:was|were|had\s+been)\s+"
    r"(?:trying\s+to\s+)?(?:plant|carry|handl|mak|assembl|transport|lay|fix|prepar|bury|mov|tak)\w*\b[^.;]{0,40}?"
    r"\b(?:went\s+off|exploded|detonated|blew\s+up)"
    r"|\b(?:bomb|device|explosives?|IED|vest)\s+(?:went\s+off|exploded|detonated|blew\s+up)\s+(?:prematurely|in\s+their\s+hands)"
    r"|\b(?:while|when|as)\s+(?:they\s+were\s+)?(?:planting|laying|assembling|handling|making|fixing|burying)\s+(?:an?|the|explosives|roadside)\b",
    re.IGNORECASE,
)


def of_own_bomb(text: str, draft: Draft) -> Blame | None:
    """Return the group whose men died by the bomb that they were planting."""
    first = draft.scenes[0]
    if _OWN_BOMB.inside(text, first.sentence) is None:
        return None
    group = first_of([first], {"group"})
    if group is None or not suffers(text, group):
        return None
    return blamed(group, "attributed", "actor:their own bomb")


def how_sure(text: str, start: int) -> str:
    """Return ``suspected`` where the words before an actor say so, else ``attributed``."""
    before = text[max(0, start - _SUPPOSED_REACH) : start]
    return "suspected" if _SUPPOSED.search(before) else "attributed"


def who_says(text: str, scene: Scene) -> str | None:
    """Return the office that a sentence quotes, as a common noun; never a person."""
    found = _OFFICIALS.inside(text, scene.sentence)
    return found.group(1).lower() if found else None


def attacks_first(draft: Draft) -> bool:
    """Whether armed people, the first whom its sentence names, attack: "assailants attacked"."""
    first = draft.scenes[0]
    named = bool(first.actors) and first.actors[0].kind in ARMED_KINDS
    return named and any(
        t.family == "armed" and not t.is_noun and t.start >= first.actors[0].end
        for t in first.triggers
    )


def says_which(text: str, groups: Sequence[ActorSpan]) -> bool:
    """Whether no two groups are named as if either could be meant: "the BLF or the UBA"."""
    return not any(
        one.name != other.name and _OR.fullmatch(text, one.end, other.start)
        for one, other in pairwise(groups)
    )


_OR = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?,?\s+(?:or\s+(?:(?:else|perhaps|maybe|possibly|even)\s+)?(?:by\s+)?(?:the\s+)?(?:(?:banned|outlawed|proscribed|rival|defunct)\s+)?"
    r"|یا\s+(?:پھر\s+)?(?:کالعدم\s+)?)"
)

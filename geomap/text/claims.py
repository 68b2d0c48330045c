"""Who claims several events at once: in a statement's lead, of itself, or for all told so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geomap.text.accusers import forces_named
from geomap.text.actors import ActorSpan, basis_of
from geomap.text.counter_blame import group_accuses
from geomap.text.operations import at_many_places
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = [
    "claimant_of",
    "claims_both",
    "claims_in_passing",
    "claims_what_follows",
    "claims_what_was_told",
    "covers_all",
    "goes_on",
    "harms_in_neither",
    "is_in_own_voice",
    "is_of_another",
    "is_own_claim",
    "names_a_group",
    "ties_apart",
    "ties_to_places",
]

_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:-\w+)?|\d{1,2}|several|multiple|various|"
    r"a\s+series\s+of|a\s+number\s+of)"
)
_SEVERAL_CLAIMED = Pattern(
    rf"\b{_NUMBER}\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:attacks|operations|actions|assaults|ambushes|blasts|strikes|incidents|bombings)\b"
    r"|(?:دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|متعدد|مختلف)\s+(?:\S+\s+){0,2}?(?:حمل[وے]ں?|کارروائی(?:وں|اں)|دھماک[وے]ں?)",
    re.IGNORECASE,
)
_CARRIED_OUT = Pattern(
    r"\b(?:carried\s+out|conducted|launched|announced|claim\w*|responsib\w+|owned|staged)\b"
    r"|ذمہ داری|دعوی"
    r"|(?<!کسی )(?<!بھی )(?:تنظیم|گروپ|فرنٹ|آرمی)\s+نے\s|ترجمان\s[^۔]{0,60}?کے\s+مطابق"
    r"|\b(?:its|their|his|our|the\s+(?:group|organi[sz]ation|outfit|front|army)['’]s)\s+(?:\w+\s+)?"
    r"(?:fighters|men|sarmachars?|guerr?illas|units?|squads?|mujahideen)\b|سرمچار|جنگجو|مجاہدین\s+نے",
    re.IGNORECASE,
)
_ALL_OF_THEM = Pattern(
    r"\b(?:all|both)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:\w+\s+)?"
    r"(?:attacks|incidents|blasts|operations|assaults|bombings|killings)\b"
    r"|\b(?:the|these)\s+(?:two|three|four|five|six)\s+(?:\w+\s+)?(?:attacks|incidents|blasts)\b"
    r"|\b(?:claimed|behind|for)\s+(?:all\s+of\s+(?:it|them|this)|(?:it|them)\s+all|(?:the|these|those)\s+(?:\w+\s+)?"
    r"(?:attacks|blasts|bombings|assaults)\b(?!\s+(?:in|on|at|near|of)\b))"
    r"|(?:دونوں|تمام|ان)\s+(?:حملوں|واقعات|دھماکوں|کارروائیوں)"
    r"|(?<!(?<!جن )میں )(?:حملوں|دھماکوں|کارروائیوں)\s+کی\s+ذمہ\s+داری\s+(?:بھی\s+)?(?:قبول|تسلیم)",
    re.IGNORECASE,
)


_BOTH = Pattern(
    r"\b(?:carried\s+out|claim(?:ed|s|ing)|behind|staged|own(?:ed|s)|launched|responsib(?:le|ility)\s+for)\s+both(?=\W*$|\s*,\s+and\b|\s+(?:of\s+them|on|in|too|and)\b)"
    r"|\b(?:put|puts|laid|pinned|blamed|attributed|traced)\s+both(?:\s+(?:of\s+them|the\s+\w+|\w+s))?\s+(?:down\s+)?(?:to|on|at)\b",
    re.IGNORECASE | re.MULTILINE,
)


def claims_both(text: str, scene: Scene) -> bool:
    """Whether a group claims, or is blamed for, the two events just told: "carried out both"."""
    groups = any(actor.kind == "group" for actor in scene.actors)
    return groups and _BOTH.inside(text, scene.sentence) is not None


_IN_NEITHER = Pattern(
    r"\bin\s+(?:either|both|the\s+two)(?:\s+of)?(?:\s+the(?:se)?)?(?:\s+\w+)?\s+"
    r"(?:incidents?|attacks?|blasts?|explosions?|cases?|events?|bombings?)\b"
    r"|دونوں\s+(?:واقعات|حملوں|دھماکوں|کارروائیوں)\s+میں\s",
    re.IGNORECASE,
)


def harms_in_neither(text: str, scene: Scene) -> bool:
    """Whether a sentence says of two events only that they harmed nobody."""
    if not scene.counts or any(count.best != 0 for count in scene.counts):
        return False
    fresh = any(
        not (one.definite or one.is_noun or one.family == "killing") for one in scene.triggers
    )
    return not fresh and not scene.dates and _IN_NEITHER.inside(text, scene.sentence) is not None


def claimant_of(text: str, scene: Scene) -> ActorSpan | None:
    """Return the group that claims several events in a sentence that tells of none by itself."""
    if not scene.names_group:
        return None
    harmed = any(count.best for count in scene.counts)
    sums = scene.mood == "aggregate"
    if (harmed and not sums) or at_many_places(text, scene) or _denies(text, scene):
        return None
    claimed = _CARRIED_OUT.inside(text, scene.sentence) and _SEVERAL_CLAIMED.inside(
        text, scene.sentence
    )
    return next(actor for actor in scene.actors if actor.kind == "group") if claimed else None


def _denies(text: str, scene: Scene) -> bool:
    """Whether a group says of several events that it had no hand in them."""
    words = {cue.word for cue in scene.bases(text)}
    return "denied" in words and "claimed" not in words


_OUR_CLAIM = Pattern(
    r"\b(?:our|the|this)\s+(?:organi[sz]ation|group|outfit|front|army|fighters)\s+(?:\w+\s+){0,2}?"
    r"(?:accepts?|accepted|claims?|claimed|takes?|took|owns?|owned)\b"
    r"|(?<!کسی )(?<!بھی )(?<!اور )تنظیم\s+(?:نے\s+)?(?:(?!نہ\s)\S+\s+){0,4}?(?:ذمہ\s+داری)",
    re.IGNORECASE,
)


def is_own_claim(text: str, scene: Scene) -> bool:
    """Whether a group speaks of itself: "our organisation accepts responsibility"."""
    return _OUR_CLAIM.inside(text, scene.sentence) is not None and not _denies(text, scene)


_ONE_OF_THEM = Pattern(
    r"\b(?:first|second|third|former|latter|last|one|only|earlier|later)\s+(?:one\s+)?of\s+(?:the|these|those)\b|(?:ان|دونوں|تینوں)\s+میں\s+سے",
    re.IGNORECASE,
)


def covers_all(text: str, scene: Scene) -> bool:
    """Whether a sentence claims, or blames on a group, all the events told so far."""
    return (
        scene.names_group
        and not _is_harm_told(scene)
        and _ALL_OF_THEM.inside(text, scene.sentence) is not None
        and _ONE_OF_THEM.inside(text, scene.sentence) is None
        and bool(scene.bases(text))
    )


def _is_harm_told(scene: Scene) -> bool:
    """Whether a sentence gives a toll that is not the claimant's."""
    return any(count.best and count.speaker != "claimant" for count in scene.counts)


_EVENT = Pattern(
    r"\b(?:attacks?|blasts?|bombings?|explosions?|killings?|ambush(?:es)?|raids?|assaults?|shootings?|incidents?|strikes?|actions?|"
    r"operations?|abductions?|murders?|responsibility|kidnappers|abductors|captors|holding|custody|captivity|hostages?|"
    r"the\s+ones?\s+(?:in|at|on|near)|the\s+(?:gas\s+)?(?:pipeline|tower|pylon|train|track|bridge|convoy))\b|حمل[ےوہ]|دھماک|واقع|کارروائی|قتل|ہلاکت",
    re.IGNORECASE,
)
_DID_TO = Pattern(
    r"\b(?:blown\s+up|blew\s+up|attacked|ambushed|derailed|bombed|struck|targeted|killed|hit|burnt|torched|destroyed|freed|released|abducted|captured)\s+the\s+[a-z]",
    re.IGNORECASE,
)
"""What a group did to a thing that was told before: "had blown up the train"."""


def ties_to_places(text: str, scene: Scene) -> bool:
    """Whether a sentence ties a group to events told before, which it may name by their places.

    "The BLA claimed the Panjgur and Wadh attacks": it gives no toll and no day of its own.
    """
    if not scene.names_group:
        return False
    if _DID_TO.inside(text, scene.sentence) and claims_what_was_told(text, scene):
        return True
    return (
        not _is_harm_told(scene)
        and _EVENT.inside(text, scene.sentence) is not None
        and bool(scene.bases(text))
    )


_WHICH = re.compile(
    r"\s*(?:\([^)]{1,12}\)\s*)?,?\s+(?:which|whose|who|that\s+(?:has|had|was))\b"
    r"|\s*(?:\([^)]{1,12}\)\s*)?,\s+(?:an?|the|one)\s+(?:[\w-]+\s+){1,4}?(?:that|which|whose)\b"
    r"|(?:\s+(?!اور\s|جو\s|جس)[^\s۔،]+){1,7}?\s*،?\s+(?:جو|جس|جن)(?=\s)"
)
_ENDS = re.compile(r"[^,;،۔]*(?:[,،]\s+|$)")
_TIES = {"claimed", "suspected"}
_ACTS = {"explosion", "armed", "clash", "killing", "abduction", "operation", "property"}


def ties_apart(text: str, scene: Scene) -> bool:
    """Whether the main clause of a sentence does no more than tie a group to an event.

    "Officials suspect the BLA, which killed 23 people there in August 2024": what the group did at
    another time stands in a clause of its own, and takes nothing from the suspicion.
    """
    if forces_named(text, scene) is not None or group_accuses(text, scene) is not None:
        return True
    if not scene.names_group:
        return False
    groups = [actor for actor in scene.actors if actor.kind == "group"]
    start, end = scene.sentence.start, scene.sentence.end
    aside = next(filter(None, (_WHICH.match(text, group.end, end) for group in groups)), None)
    if aside is None:
        return _only_ties(text, scene, start, end) or _clause_ties(text, scene, groups)
    if not _only_ties(text, scene, start, aside.start(), may_be_bare=True):
        return False
    if any(cue.word in _TIES for cue in basis_of(text, start, aside.end())):
        return True
    behind = _ENDS.match(text, aside.end(), end)
    return behind is not None and _only_ties(text, scene, behind.end(), end)


_REASON = re.compile(
    r",?\s+(?:since|because|as|given\s+that)\s+(?:it|its\s+\w+|the\s+(?:group|outfit|organi[sz]ation)|they|he)\s+(?:had|has|have|was|is|were)\b"
    r"|\s(?:کیونکہ|چونکہ|اس\s+لیے\s+کہ)\s"
)
_NEXT = re.compile(r"[,;]\s+(?:and|but|while)\s+(?:that\s+)?|\s+and\s+that\s+")
_CASE = re.compile(r"\b(?:case|FIR|complaint)\b[^.;]{0,60}?\bagainst\b")


def _clause_ties(text: str, scene: Scene, groups: Sequence[ActorSpan]) -> bool:
    """Whether one clause of a sentence ties a group to an event, and others give reasons for it.

    "He said the TTP was the likeliest culprit, since it had kidnapped another judge in April".
    """
    start, end = scene.sentence.start, scene.sentence.end
    reason = _REASON.search(text, groups[0].end, end)
    if reason is not None and _only_ties(text, scene, start, reason.start()):
        return True
    cuts = [start, *(cut.end() for cut in _NEXT.finditer(text, start, end)), end]
    return any(
        any(first <= group.start < last for group in groups)
        and _CASE.search(text, first, last) is not None
        and _only_ties(text, scene, first, last, may_be_bare=True)
        for first, last in pairwise(cuts)
    )


def _only_ties(text: str, scene: Scene, start: int, end: int, *, may_be_bare: bool = False) -> bool:
    """Whether some words tell of no act, day or toll, and tie somebody to an event."""
    acts = [t for t in scene.triggers if t.family in _ACTS and not t.definite]
    starts = [act.start for act in acts if not _CLAIM_OF.match(text, act.end)]
    starts += [span.start for span in scene.dates]
    starts += [count.start for count in scene.counts if count.best]
    if any(start <= at < end for at in starts):
        return False
    return may_be_bare or any(cue.word in _TIES for cue in basis_of(text, start, end))


_CLAIM_OF = re.compile(
    r"\s+کی\s+ذمہ\s+داری|(?:\s+(?:میں|کے\s+پیچھے))?\s+(?:\S+\s+){0,4}?(?:ملوث|ہاتھ)"
)


_ANOTHER = Pattern(
    r"\b(?:an?|another|two|three|four|several|separate)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:attacks?|assaults?|blasts?|ambush(?:es)?|raids?|bombings?|strikes?)\b",
    re.IGNORECASE,
)


def is_of_another(text: str, scene: Scene) -> bool:
    """Whether a claim is of an attack that was not told before: "claimed a rocket attack"."""
    return _ANOTHER.inside(text, scene.sentence) is not None


_OUR_MEN = Pattern(
    r"\bour\s+(?:\w+\s+)?(?:fighters|sarmachars?|men|comrades|guerr?illas|units?|squads?|freedom\s+fighters)\b"
    r"|ہمارے\s+(?:سرمچار|جنگجو|ساتھی|مجاہد)",
    re.IGNORECASE,
)


def is_in_own_voice(text: str, scene: Scene) -> bool:
    """Whether a sentence is a group's own: "our fighters shot dead an informer of the army"."""
    return _OUR_MEN.inside(text, scene.sentence) is not None


def goes_on(text: str, before: Scene, scene: Scene) -> bool:
    """Whether a clause goes on with what a group claims in the clause before it.

    "The BLF said its men attacked a post at Dasht and burnt a tower in Mand": one sentence.
    """
    between = text[before.sentence.start : scene.sentence.start].rstrip()
    if (
        not between
        or between[-1] in ".۔!?:"
        or "\n" in text[before.sentence.end : scene.sentence.start]
    ):
        return False
    if any(actor.kind in {"group", "security"} for actor in scene.actors[:1]):
        return False
    return before.names_group and any(cue.word == "claimed" for cue in before.bases(text))


_SAID_ON = Pattern(
    r"\b(?:said|says|statement|message|claimed|e-?mail|post|video|announced|declared)\b"
    r"|ذمہ\s?داری|بیان\s+میں|پیغام\s+میں",
    re.IGNORECASE,
)


def claims_what_follows(text: str, scene: Scene) -> bool:
    """Whether a group claims, before any event was told, the one that is told next."""
    if not scene.names_group or is_of_another(text, scene):
        return False
    return any(cue.word == "claimed" for cue in scene.bases(text))


def claims_what_was_told(text: str, scene: Scene) -> bool:
    """Whether a group claims an event of which the sentence gives nothing of its own.

    "IS said in a statement on Thursday that its fighters had carried out the killing": the day is
    that of the statement.
    """
    if not scene.names_group or _is_harm_told(scene):
        return False
    if is_of_another(text, scene) or _SAID_ON.inside(text, scene.sentence) is None:
        return False
    return any(cue.word == "claimed" for cue in scene.bases(text))


_OLD = Pattern(
    r"\b(?:in|of|since|last)\s+(?:\d{4}|year|month|January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\bearlier\b|\bpast\b|\bago\b|پہلے|ماضی",
    re.IGNORECASE,
)
"""Words of a claim that was made of something else, long before."""


_THIS_TIME = Pattern(
    r"\bbut\s+(?:on\s+)?this\s+(?:time|occasion)\b|\bthis\s+time\s+(?:it\s+was\s+)?the\b|(?:لیکن|مگر|تاہم|البتہ)\s+اس\s+(?:بار|مرتبہ|دفعہ)\s",
    re.IGNORECASE,
)
"""Where a habit of old ends and the claim of today begins."""


def claims_in_passing(text: str, scene: Scene) -> bool:
    """Whether a sentence that sounds as of a drill, of old or only quoted claims the event told.

    "Towards midnight its channel put out a statement saying the group had targeted the train".
    """
    if scene.mood == "recalled":
        if forces_named(text, scene) is not None:
            return True
        if scene.names_group and _THIS_TIME.inside(text, scene.sentence):
            return not any(count.best for count in scene.counts)
        old = any(count.best for count in scene.counts) or _OLD.inside(text, scene.sentence)
        return not old and claims_what_was_told(text, scene)
    if scene.mood == "comment" and scene.names_group and not is_of_another(text, scene):
        told = any(cue.word == "claimed" for cue in scene.bases(text))
        return told and _OLD.inside(text, scene.sentence) is None
    return scene.mood in {"rehearsed", "planned"} and claims_what_was_told(text, scene)


_NEAR_START = 8


def names_a_group(scene: Scene) -> bool:
    """Whether a sentence that reports nothing new says who may be behind the event.

    One that opens with a month or a year of its own is on another: "In 2023 the ISKP claimed the".
    """
    if not (scene.names_group and any(trigger.definite for trigger in scene.triggers)):
        return False
    return not any(
        span.precision in {"month", "year"}
        and not span.since
        and span.start - scene.sentence.start <= _NEAR_START
        for span in scene.dates
    )

"""Who did it, by whose word: the actor of an event and the basis for naming them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from geomap.text.accused import accused_forces, died_in_custody
from geomap.text.actors import ARMED_KINDS, FORCES, ActorSpan, Basis
from geomap.text.claims import is_in_own_voice
from geomap.text.counter_blame import lays_on_others
from geomap.text.culprits import (
    Blame,
    attacks_first,
    blamed,
    first_of,
    of_own_bomb,
    suffers,
    who_says,
)
from geomap.text.disputes import in_dispute
from geomap.text.drafts import Draft
from geomap.text.feuds import is_feud
from geomap.text.forces import ACT_GAP, PASSIVE, forces_blame
from geomap.text.foreign import fired_across
from geomap.text.habits import is_habit, without_habits
from geomap.text.main_groups import first_of_joined, main_groups, speaks_for_itself
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.shooters import AGENT_URDU
from geomap.text.strikes import flown_by_forces
from geomap.text.unrest import MOB_VIOLENCE
from geomap.text.withdrawn import is_guess, is_withdrawn

__all__ = ["Blame", "blame_of", "unrest_blame"]


_STRENGTH = {"claimed": 3, "attributed": 2, "suspected": 1}


def blame_of(text: str, draft: Draft, kind: str) -> Blame:
    """Decide who carried out an event.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event's sentences.
    kind
        The account's kind.
    """
    families = {trigger.family for trigger in draft.triggers}
    plain = _told_outright(text, draft, kind)
    if plain is not None:
        return plain
    forces = forces_blame(text, draft)
    within = draft.opened_by == "a clash within an operation"
    mined = _ON_A_MINE.inside(text, draft.scenes[0].sentence) is not None
    if forces is None and within and not (mined or attacks_first(draft)):
        forces = Blame(actor="security forces", basis="attributed", rule="actor:operation goes on")
    named = _named_group(text, [*draft.scenes, *draft.asides])
    raid = any(trigger.family == "operation" for trigger in draft.scenes[0].triggers)
    attacked = _THEY_ATTACKED.inside(text, draft.scenes[0].sentence) is not None
    raid = (raid and not attacked) or within or families <= _TAKEN
    if forces is not None:
        raid = raid or forces.rule == "actor:forces call them militants"
        if raid or not (named and named.basis == "claimed"):
            return forces
    if draft.group == "unrest" and "explosion" not in draft.scenes[0].families:
        return unrest_blame(draft)
    own = draft.claimant
    weaker = named is None or (own and named.actor == own.name and named.basis != "claimed")
    if own is not None and weaker:
        return blamed(own, "claimed", "actor:claimed in the lead")
    if named := in_dispute(text, draft, kind, named) or named:
        flown = flown_by_forces(text, draft) if named.basis == "attributed" else None
        return flown or named
    if kind == "statistic":
        feud = _FEUD_SUM.inside(text, draft.scenes[0].sentence) is not None
        return _OF_A_FEUD if feud else Blame(rule="actor:statistic")
    return (
        of_own_bomb(text, draft)
        or accused_forces(text, draft)
        or flown_by_forces(text, draft)
        or _acting(text, draft, families)
        or _unnamed(text, draft, families)
    )


_FEUD_SUM = Pattern(
    r"\b(?:in|during|over)\s+(?:(?:an?|the|several|armed)\s+){0,2}(?:tribal|land|inter-?tribal|clan|property)\s+"
    r"(?:disputes?|feuds?|clash\w*|conflicts?|fighting|wars?)\b|قبائلی\s+(?:تصادم|تنازع|جھڑپ|جھگڑ)",
    re.IGNORECASE,
)
_OF_A_FEUD = Blame(actor="tribal militias", basis="attributed", rule="actor:a feud", score=0.7)


def _told_outright(text: str, draft: Draft, kind: str) -> Blame | None:
    """Return another country's forces, the group that tells it itself, or whose captive died."""
    if draft.group == "violent" and kind != "statistic":
        abroad = fired_across(text, draft.scenes)
        if abroad is not None:
            return abroad
    if draft.claimant is not None and is_in_own_voice(text, draft.scenes[0]):
        return blamed(draft.claimant, "claimed", "actor:claimed in the lead")
    return None if kind == "statistic" else died_in_custody(text, draft)


def _acting(text: str, draft: Draft, families: set[str]) -> Blame | None:
    """Return robbers, an army or a militia that the lead names as acting; tribes in a feud."""
    acting = first_of(draft.scenes[:1], {"criminal", "state"}) or (
        first_of(draft.scenes[:1], {"militia"})
        if families & {"clash", "armed", "killing", "property"}
        else None
    )
    if acting is not None and _is_subject(text, acting, draft.scenes[0]):
        return blamed(acting, "attributed", "actor:named as acting")
    if draft.group == "violent" and is_feud(text, draft):
        return Blame(actor="tribal militias", basis="attributed", rule="actor:a feud", score=0.7)
    return None


def _unnamed(text: str, draft: Draft, families: set[str]) -> Blame:
    """Return those whom nobody identified, or nobody where no act needs one."""
    unidentified = first_of(draft.scenes, {"unidentified"})
    if unidentified is not None:
        return blamed(unidentified, "unknown", "actor:not identified")
    if "disrupted" in families and families <= _NOBODY:
        if _is_haul(text, draft):
            return Blame(actor="security forces", basis="attributed", rule="actor:weapons taken")
        return Blame(actor="unidentified armed group", rule="actor:whoever laid it")
    if families <= _NOBODY or _opens_with_accord(draft):
        return Blame(rule="actor:none named")
    return Blame(actor="unidentified armed group", rule="actor:nobody named")


_HAULED = re.compile(
    r"recover\w*|seiz\w+|confiscat\w+|impound\w+|unearth\w*|hauled|برآمد|قبضے|پکڑ", re.IGNORECASE
)


def _is_haul(text: str, draft: Draft) -> bool:
    """Whether weapons were taken, which nobody but forces does: not a bomb that was made safe."""
    hauls = [one for one in draft.triggers if one.family == "disrupted"]
    return any(_HAULED.search(text, one.start, one.end) for one in hauls)


def _opens_with_accord(draft: Draft) -> bool:
    """Whether the first sentence tells of a truce, not of the fight that one ends later."""
    return any(trigger.family == "accord" for trigger in draft.scenes[0].triggers)


_TAKEN = {"arrest", "capture"}
"""Families of what befalls militants at the hands of forces, whatever a group claims."""
_NOBODY = {"arrest", "disrupted", "change"}
"""Families of events that need nobody who attacked."""
_SUBJECT = 150
"""Characters from the start of a sentence within which its acting party stands."""


def _is_subject(text: str, actor: ActorSpan, scene: Scene) -> bool:
    """Whether an actor does what the first trigger behind it tells, and does not suffer it."""
    if actor.start >= scene.sentence.start + _SUBJECT:
        return False
    if _FOR_THEM.search(text, scene.sentence.start, actor.start) or _TO_THEM.match(text, actor.end):
        return False
    behind = next((t for t in scene.triggers if t.start >= actor.end), None)
    if _is_object(actor, scene):
        return False
    if behind is None and actor.kind == "militia" and "clash" not in scene.families:
        return False
    if behind is None or AGENT_URDU.match(text, actor.end):
        return True
    return PASSIVE.search(text, actor.end, behind.end) is None


_FOR_THEM = re.compile(
    r"(?:\b(?:for|to|against|with|carrying|supplying|resupplying)|\b(?:tankers?|trucks?|trailers?|containers?|convoys?|vehicles?|"
    r"supplies|terminals?|depots?|goods|fuel|posts?|camps?)\s+(?:of|belonging\s+to))\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_TO_THEM = re.compile(
    r"\s+(?:(?:(?:کے|کی|کا)\s+\S+\s+){0,3}(?:کو|پر)(?!\w)|کے\s?لیے|کیلئے|کے\s+خلاف|(?:کی|کے|کا)\s+(?:رسد|سپلائی|سامان|ٹینکر|ٹینکروں|کنٹینر|کنٹینروں|ٹرک|ٹرکوں|گاڑی|گاڑیوں|قافل\S+)(?!\w))"
)
"""Words beside those whom an act serves or hits: "fuel for NATO forces", "on a peace committee"."""


def _is_object(actor: ActorSpan, scene: Scene) -> bool:
    """Whether armed people and what they did stand before an actor: it is whom they attacked."""
    armed = next((a for a in scene.actors if a.kind in ARMED_KINDS and a is not actor), None)
    return armed is not None and any(
        armed.end <= t.start and t.end <= actor.start for t in scene.triggers
    )


_ON_A_MINE = Pattern(
    r"\b(?:stepped|trod|walked|stumbled)\s+(?:up)?on\s+(?:an?\s+|the\s+)?(?:buried\s+)?(?:land\s?mine|mine|device|IED|shell|ordnance)\b"
    r"|\b(?:hit|struck|ran\s+over|drove\s+over)\s+(?:an?\s+|the\s+)?(?:buried\s+)?(?:land\s?mine|mine)\b"
    r"|بارودی\s+سرنگ",
    re.IGNORECASE,
)
"""A mine that somebody sets off is not the work of the forces who swept the hills before."""
_THEY_ATTACKED = Pattern(
    r"\bkilled\b[^.;]{0,80}?\b(?:when|as|while|who)\b[^.;]{0,80}?\b(?:came\s+under\s+(?:attack|fire)|attacked|"
    r"stormed|tried\s+to|attempted\s+to|fired\s+(?:at|on))\b"
)


def _named_group(text: str, scenes: Sequence[Scene]) -> Blame | None:
    """Find the group with the strongest tie: claimed before attributed before suspected."""
    best: tuple[tuple[int, bool, int], str, ActorSpan, Basis | None, Scene] | None = None
    for scene in scenes:
        for group, word, cue in _tied_groups(text, scene):
            near = -abs(cue.start - group.start) if cue is not None else -_CUE_REACH
            rank = _STRENGTH[word], not (group.name in _GENERIC or group.label), near
            if best is None or rank > best[0]:
                best = (rank, word, group, cue, scene)
    if best is None:
        return None
    _, basis, group, cue, scene = best
    group = first_of_joined(text, scene.actors, group, cue)
    start, end = group.start, group.end
    if cue is not None and abs(cue.start - group.start) < _CUE_REACH:
        start, end = min(start, cue.start), max(end, cue.end)
    return Blame(
        actor=group.name,
        basis=basis,
        by=group.name if basis == "claimed" else who_says(text, scene),
        start=start,
        end=end,
        score=0.9 if basis == "claimed" else 0.8,
        rule=f"actor:{basis}",
    )


_CUE_REACH = 160


def _tied_groups(text: str, scene: Scene) -> Iterator[tuple[ActorSpan, str, Basis | None]]:
    """Yield the groups that a sentence ties to the event, how, and by which words."""
    named = (actor for actor in scene.actors if actor.kind in _BLAMED)
    groups = main_groups(text, list(islice(named, _MOST)))
    if not groups:
        return
    attacked = _THEY_ATTACKED.inside(text, scene.sentence) is not None
    cues = without_habits(text, scene, scene.bases(text))
    for group in groups:
        own = [cue for cue in cues if not _blames(text, scene, group, cue)] or cues
        cue = _tie_of(text, group, own, alone=len(groups) == 1)
        if (not attacked and suffers(text, group)) or _is_of_others(text, scene, group, cue):
            continue
        described = cue is None or _DESCRIBES.match(text, cue.start)
        if described and (_is_background(text, scene, group) or is_habit(text, scene, group)):
            continue
        if group.kind != "group" and (cue is None or cue.word != "suspected"):
            continue
        word = cue.word if cue is not None else _by_own_word(text, scene, group)
        if word == "claimed" and cue is not None and _others_claim(text, scene, group, cue):
            word = "attributed"
        if word == "attributed" and cue is not None and is_guess(text, cue, cues):
            word = "suspected"
        if is_withdrawn(text, scene, group, cue, cues):
            continue
        if word in _STRENGTH and not _blames(text, scene, group, cue):
            yield group, word, cue


_BACKGROUND = re.compile(
    r",?\s*(?:\([^)]{1,12}\)\s*)?(?:(?:,|and|nor|or)\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}\s+)?"
    r"(?:(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?"
    r"(?:active|present|based|silent|strong|led|operating|entrenched)|remain(?:s|ed)\s+(?:silent|active)|"
    r"kept\s+(?:silent|quiet|mum)|(?:operates?|roams?|(?:is|are|was|were|has\s+been|have\s+been)\s+known\s+to(?!\s+have))|(?:has|have|had)\s+(?:an?\s+|no\s+)(?:\w+\s+)?(?:presence|following))\b",
    re.IGNORECASE,
)
"""What a group is, not what it did: "the TTP is active in the area"."""
_ITS_MEN = re.compile(
    r"[,;]\s+(?:and\s+)?(?:its|their)\s+(?:\w+\s+)?(?:fighters|men|gunm[ae]n|militants|guerrillas|cadres)\b"
)


def _is_background(text: str, scene: Scene, group: ActorSpan) -> bool:
    """Whether words only say what a group is, and no clause behind them what its men did."""
    if _BACKGROUND.match(text, group.end) is None:
        return False
    return _ITS_MEN.search(text, group.end, scene.sentence.end) is None


_DESCRIBES = re.compile(
    r"(?:belong|associated|linked|affiliated|members?|fighters?|militants?|commanders?)\b",
    re.IGNORECASE,
)
"""Ties that say no more than which group somebody is of."""
_BLAMES = re.compile(r"(?:blam|accus)", re.IGNORECASE)
_OF_SPYING = re.compile(
    r"accus(?:ed|ing|es)\s+(?:him|her|them|both|the\s+(?:victims?|dead|slain|deceased|two|three|men|man)(?:\s+\w+)?)\s+of\s+"
    r"(?:spying|informing|working|helping|collaborat\w+|being|aiding|assisting|siding|passing)\b"
)
_BLAMED_FOR = re.compile(r"(?:blamed|accused)\s+(?:for|over|in|of)\b", re.IGNORECASE)
"""Who is blamed in the short words of a headline: "TTP blamed for attack"."""
_BE_BEFORE = re.compile(r"\b(?:is|was|are|were|been|being|be)\s+(?:\w+\s+)?$")


def _blames(text: str, scene: Scene, group: ActorSpan, cue: Basis | None) -> bool:
    """Whether a group is the one that blames others: "the BLF accused the army of ..."."""
    if cue is None or group.end > cue.start or not _BLAMES.match(text, cue.start):
        return False
    if _OF_SPYING.match(text, cue.start) or _BLAMED_FOR.match(text, cue.start):
        return False  # so do those who killed them
    if any(group.end <= act.start and act.end <= cue.start for act in scene.triggers):
        return False  # "the BLF killed two men accused of spying"
    between = text[group.end : cue.start]
    return len(between) < ACT_GAP and _BE_BEFORE.search(between) is None


def _is_of_others(text: str, scene: Scene, group: ActorSpan, cue: Basis | None) -> bool:
    """Whether a group only says what others did: "the BLF said the army had killed them"."""
    laid = lays_on_others(text, scene.sentence, group)
    return laid is not None and (cue is None or laid.start() <= cue.start < laid.end())


def _others_claim(text: str, scene: Scene, group: ActorSpan, cue: Basis) -> bool:
    """Whether forces claim something of a group: "police claimed to have killed two of the TTP"."""
    if group.start < cue.end or " by " in text[cue.start : group.start]:
        return False
    before = [actor for actor in scene.actors if actor.end <= cue.start]
    return bool(before) and before[-1].kind in FORCES


def _by_own_word(text: str, scene: Scene, group: ActorSpan) -> str:
    """Return ``claimed`` where a group itself tells what it did or whom it killed."""
    return "claimed" if speaks_for_itself(text, scene.sentence, group) else "attributed"


_MOST = 24
"""Groups of a sentence that are looked at: no sentence that is one names more."""
_BLAMED = {"group", "criminal"}
"""Kinds that are named without having acted in the sentence; robbers only where suspected."""
_GENERIC = {"Baloch separatists"}


def _tie_of(text: str, group: ActorSpan, cues: Sequence[Basis], *, alone: bool) -> Basis | None:
    """Return the cue nearest to a group; the silence of one that is suspected says nothing."""
    cue = _nearest(text, group, cues)
    if cue is not None and cue.word == "none" and alone:
        return next((one for one in cues if one.word == "suspected"), cue)
    return cue


_ELSE = re.compile(
    r"[,;،]\s*(?:while|whereas|but|though|although|and)\b"
    r"|(?:[،؛]\s*)?(?<!\w)(?:جبکہ|جب کہ|تاہم|لیکن|مگر)(?!\w)",
    re.IGNORECASE,
)
"""Where another clause begins: what comes before it is said of somebody else."""


def _nearest(text: str, actor: ActorSpan, cues: Sequence[Basis]) -> Basis | None:
    """Return the cue next to an actor, one of its own clause before any other."""

    def gap(cue: Basis) -> tuple[bool, int]:
        before = cue.end <= actor.start
        far = actor.start - cue.end > _CUE_REACH
        apart = before and (far or _ELSE.search(text, cue.end, actor.start) is not None)
        return apart, min(abs(cue.start - actor.end), abs(actor.start - cue.end))

    return min(cues, key=gap, default=None)


def unrest_blame(draft: Draft) -> Blame:
    """Return those who carried out a protest or a riot: protesters, or the men of a mob."""
    if any(trigger.sub_event_type == MOB_VIOLENCE for trigger in draft.triggers):
        return Blame(actor="rioters", basis="attributed", rule="actor:a mob", score=0.8)
    protest = first_of(draft.scenes, {"protest"})
    if protest is None:
        return Blame(actor="protesters", basis="attributed", rule="actor:protest", score=0.8)
    return blamed(protest, "attributed", "actor:protest", name="protesters")

"""Who did it, by whose word: the actor of an event and the basis for naming them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.text.actors import ActorSpan, Basis, basis_of
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["Blame", "blame_of", "unrest_blame"]


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


_NAMED = {"group", "state", "criminal", "militia"}
_FORCES = {"security", "state"}
_STRENGTH = {"claimed": 3, "attributed": 2, "suspected": 1}
_OFFICIALS = Pattern(
    r"\b(police|officials?|ISPR|Inter-Services Public Relations|"
    r"counter-?\s?terrorism department|CTD|"
    r"home department|deputy commissioner|levies|military|army|government|authorities|"
    r"commissioner|minister|spokes\w+)\b",
    re.IGNORECASE,
)


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
    forces = _forces_acted(text, draft)
    if forces is None and draft.opened_by == "a clash within an operation":
        forces = Blame(actor="security forces", basis="attributed", rule="actor:operation goes on")
    named = _named_group(text, [*draft.scenes, *draft.asides])
    raid = any(trigger.family == "operation" for trigger in draft.scenes[0].triggers)
    raid = raid or draft.opened_by == "a clash within an operation"
    if forces is not None and (raid or not (named and named.basis == "claimed")):
        return forces
    if draft.group == "unrest":
        return unrest_blame(draft)
    if named is not None:
        return named
    if draft.claimant is not None and draft.group != "unrest":
        return _of(draft.claimant, "claimed", "actor:claimed in the lead")
    if kind == "statistic":
        return Blame(rule="actor:statistic")
    return _acting(text, draft, families) or _unnamed(text, draft, families)


def _acting(text: str, draft: Draft, families: set[str]) -> Blame | None:
    """Return robbers, an army or a militia that the lead names as acting; tribes in a feud."""
    acting = _first(draft.scenes[:1], {"criminal", "state"}) or (
        _first(draft.scenes[:1], {"militia"}) if families & {"clash", "armed"} else None
    )
    if acting is not None and _is_subject(text, acting, draft.scenes[0]):
        return _of(acting, "attributed", "actor:named as acting")
    if draft.group == "violent" and _is_feud(text, draft):
        return Blame(actor="tribal militias", basis="attributed", rule="actor:a feud", score=0.7)
    return None


def _unnamed(text: str, draft: Draft, families: set[str]) -> Blame:
    """Return those whom nobody identified, or nobody where no act needs one."""
    unidentified = _first(draft.scenes, {"unidentified"})
    if unidentified is not None:
        return _of(unidentified, "unknown", "actor:not identified")
    mine = any(
        "mine" in text[t.start : t.end].lower() or "سرنگ" in text[t.start : t.end]
        for t in draft.triggers
    )
    if mine or families <= {"arrest", "disrupted", "body", "change"}:
        return Blame(rule="actor:none named")
    return Blame(actor="unidentified armed group", rule="actor:nobody named")


_SEIZED = Pattern(
    r"\b(?:arrested|apprehended|detained|rounded\s+up|nabbed|recovered|seized|foiled|defused|unearthed)\b",
    re.IGNORECASE,
)
_SUBJECT = 150
"""Characters from the start of a sentence within which its acting party stands."""
_PASSIVE = re.compile(r"\b(?:was|were|been|being|got)\b", re.IGNORECASE)
_BY = re.compile(r"\s*(?:\w+\s+){0,3}?by\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_AGENT_URDU = re.compile(r"\s*نے(?!\w)")
_ACT_GAP = 70


def _is_subject(text: str, actor: ActorSpan, scene: Scene) -> bool:
    """Whether an actor does what the first trigger behind it tells, and does not suffer it."""
    if actor.start >= scene.sentence.start + _SUBJECT:
        return False
    behind = next((t for t in scene.triggers if t.start >= actor.end), None)
    if behind is None or _AGENT_URDU.match(text, actor.end):
        return True
    return _PASSIVE.search(text, actor.end, behind.end) is None


_ATTACKERS = {"group", "unidentified", "criminal"}
_ATTACKS = {"armed", "explosion", "abduction", "property"}


_FEUD = re.compile(
    r"\b(?:tribal|family|blood|old|personal|land|water|ancestral|long-standing|longstanding)\s+"
    r"(?:\w+\s+)?(?:feud|enmity|dispute|rivalry|clash(?:es)?|vendetta|quarrel)\b"
    r"|\b(?:two|rival|both|warring|opposing)\s+(?:\w+\s+){0,2}?(?:tribes|clans|sub-?tribes|families|groups|"
    r"factions|branches\s+of\s+the|sections\s+of\s+the|parties)\b"
    r"|\bmembers\s+of\s+(?:the\s+)?\w+\s+and\s+\w+\s+(?:tribes|clans)\b"
    r"|قبائلی\s+(?:تصادم|تنازع|دشمنی|جھگڑ|جھڑپ)|دو\s+(?:قبائل|قبیلوں|گروہوں|گروپوں|خاندانوں|برادریوں|فریقوں)"
    r"|(?:زمین|پرانی\s+دشمنی|دیرینہ\s+دشمنی|اراضی|پانی)\s+(?:کے\s+)?(?:تنازع|تنازعے|دشمنی)",
    re.IGNORECASE,
)


_PEACE = re.compile(
    r"\b(?:truce|cease-?fire|peace|agreement|settled)\b|جنگ بندی|صلح", re.IGNORECASE
)


def _is_feud(text: str, draft: Draft) -> bool:
    """Whether an event is a fight between tribes, clans or families."""
    return any(
        _FEUD.search(text, scene.sentence.start, scene.sentence.end) is not None
        and _PEACE.search(text, scene.sentence.start, scene.sentence.end) is None
        for scene in draft.scenes[:2]
    )


def _attackers_act(text: str, scene: Scene) -> bool:
    """Whether a sentence has armed people attack: as its subject, or behind "by"."""
    for trigger in scene.triggers:
        if trigger.family not in _ATTACKS or trigger.definite:
            continue
        for actor in scene.actors:
            if actor.kind not in _ATTACKERS:
                continue
            gap = trigger.start - actor.end
            if 0 <= gap <= _ACT_GAP and not _PASSIVE.search(text, actor.end, trigger.end):
                return True
            if _AGENT_URDU.match(text, actor.end) and gap >= 0:
                return True
            if 0 <= actor.start - trigger.end <= _ACT_GAP and _BY.fullmatch(
                text, trigger.end, actor.start
            ):
                return True
    return False


def _forces_acted(text: str, draft: Draft) -> Blame | None:
    """Whether forces carried the event out: a raid, or their dead are the militants alone."""
    first = draft.scenes[0]
    families = {trigger.family for trigger in first.triggers}
    killed = [c for scene in draft.scenes[:2] for c in scene.counts if c.outcome == "killed"]
    militants = [c for c in killed if c.side == "militants" and c.best and not c.increment]
    met_first = any(c.side == "militants" and c.best for c in first.counts)
    others = [
        count
        for count in (first.counts if met_first else killed)
        if count.side in {"civilians", "security_forces"} and count.best
    ]
    actor = _first(draft.scenes[:2], {"security", "state"})
    shooter = _shooter(text, first)
    if shooter is not None:
        blame = _of(shooter, "attributed", "actor:forces fired", name="security forces")
        return replace(blame, forces_acted=True)
    hunter = _hunter(text, first)
    if hunter is not None and not families & {"explosion", "abduction"}:
        blame = _of(hunter, "attributed", "actor:forces acted", name="security forces")
        return replace(blame, forces_acted=True)
    raid = "operation" in families or _seized(text, first)
    raid = raid or _ENCOUNTER.inside(text, first.sentence) is not None
    if "operation" not in families and _attackers_act(text, first):
        return None
    owner = _owner(text, draft.scenes)
    if owner is not None:
        return replace(_of(owner, "attributed", "actor:forces own it"), forces_acted=True)
    if _struck_militants(text, draft):
        return replace(_of_army(draft), forces_acted=True)
    if _state_strike(first):
        return _of(actor, "attributed", "actor:forces struck from the air") if actor else None
    if not raid and not (militants and not others and families & {"killing", "clash", "armed"}):
        return None
    if not raid and actor is None:
        return None
    if "operation" in families and not militants and "explosion" in families:
        return None
    span = actor
    start, end = (span.start, span.end) if span else (None, None)
    name = "security forces"
    if span is not None and span.kind == "state":
        name = span.name
    return Blame(
        actor=name,
        basis="attributed",
        by=_who_says(text, first),
        start=start,
        end=end,
        forces_acted=True,
        score=0.85,
        rule="actor:forces acted",
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
            if actor.kind in _FORCES and _FORCES_OWN.match(text, actor.end, scene.sentence.end):
                return actor
    return None


def _seized(text: str, scene: Scene) -> bool:
    """Whether a sentence says that forces arrested somebody, or found or defused weapons."""
    families = {trigger.family for trigger in scene.triggers}
    if not families <= {"arrest", "disrupted", "explosion"} or not families & {
        "arrest",
        "disrupted",
    }:
        return False
    for actor in scene.actors:
        verb = _SEIZED.search(text, actor.end, min(scene.sentence.end, actor.end + 40))
        if actor.kind in _FORCES and verb and "said" not in text[actor.end : verb.start()]:
            return True
    return False


def _state_strike(scene: Scene) -> bool:
    """Whether a sentence tells of an air strike by an army that it names before the strike."""
    strikes = [t for t in scene.triggers if t.sub_event_type == "Air/drone strike"]
    armies = [a for a in scene.actors if a.name.endswith(("military", "forces"))]
    return bool(armies) and bool(strikes)


_ENCOUNTER = Pattern(
    r"\bpolice\s+encounters?\b|\bencounters?\s+with\s+(?:the\s+)?(?:police|CTD|security\s+forces|Rangers|"
    r"Levies)\b|پولیس\s+مقابل",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[\w\s]{0,20}?\b(?:said|told|say|says|confirmed)\b|\s+(?:نے\s+)?بتای", re.IGNORECASE
)


_FIRED = re.compile(
    r"(?:opened\s+fire|fired\s+(?:at|on|upon|shots)|shot\b|gunned\b|فائرنگ)", re.IGNORECASE
)
_ONLY_NOUNS = re.compile(
    r"\s*(?:(?:personnel|officers?|officials?|men|soldiers|party|team|constables?|guards?|mobile|allegedly|also|"
    r"reportedly|later|then)\s+)*$",
    re.IGNORECASE,
)
_BY_FORCES = re.compile(
    r"[^,.;]{0,40}?\bby\s+(?:the\s+|a\s+|some\s+)?(?:[\w-]+\s+){0,1}$", re.IGNORECASE
)


def _shooter(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces that fire at people: "police opened fire at a car", "shot dead by FC men"."""
    for trigger in scene.triggers:
        if trigger.family not in {"armed", "killing"} or not _FIRED.match(text, trigger.start):
            continue
        for actor in scene.actors:
            if actor.kind != "security":
                continue
            ahead = actor.end <= trigger.start
            if ahead and _ONLY_NOUNS.match(text[actor.end : trigger.start]):
                return actor
            if not ahead and _BY_FORCES.fullmatch(text, trigger.end, actor.start):
                return actor
    return None


def _hunter(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces of a sentence in which men of a group were killed and nobody else acts."""
    if any(actor.kind in {"unidentified", "criminal"} for actor in scene.actors):
        return None
    if not any(actor.kind == "group" and _suffers(text, actor) for actor in scene.actors):
        return None
    forces = [actor for actor in scene.actors if actor.kind == "security"]
    return next((actor for actor in forces if not _SAID.match(text, actor.end)), None)


_MILITANTS_DIED = Pattern(
    r"\b(?:militants|terrorists|khwarij|insurgents|khawarij)\b[^.;]{0,120}?\b(?:killed|eliminated|neutrali[sz]ed|"
    r"dead|hit|targeted)\b|\b(?:killed|eliminated|targeted|neutrali[sz]ed)\b[^.;]{0,60}?\b(?:militants|terrorists|"
    r"khwarij|insurgents|khawarij|hideouts?)\b",
    re.IGNORECASE,
)


def _armies(scenes: Sequence[Scene]) -> list[ActorSpan]:
    return [a for s in scenes for a in s.actors if a.name.endswith(("military", "forces"))]


def _struck_militants(text: str, draft: Draft) -> bool:
    """Whether an army says of a strike from the air or of shells that it killed militants."""
    first = draft.scenes[0]
    remote = any(
        t.sub_event_type in {"Air/drone strike", "Shelling/artillery/missile attack"}
        for t in first.triggers
    )
    told = [scene for scene in draft.scenes[:3] if _armies([scene])]
    return remote and any(_MILITANTS_DIED.inside(text, scene.sentence) for scene in told)


def _of_army(draft: Draft) -> Blame:
    return _of(_armies(draft.scenes[:3])[0], "attributed", "actor:forces struck from the air")


_THEY_ATTACKED = Pattern(
    r"\bkilled\b[^.;]{0,80}?\b(?:when|as|while)\b[^.;]{0,80}?\b(?:came\s+under\s+(?:attack|fire)|attacked|"
    r"stormed|tried\s+to|attempted\s+to|fired\s+(?:at|on))\b"
)


def _named_group(text: str, scenes: Sequence[Scene]) -> Blame | None:
    """Find the group with the strongest tie: claimed before attributed before suspected."""
    best: tuple[tuple[int, bool], str, ActorSpan, Basis | None, Scene] | None = None
    for scene in scenes:
        attacked = _THEY_ATTACKED.inside(text, scene.sentence) is not None
        groups = [
            a for a in scene.actors if a.kind in _BLAMED and (attacked or not _suffers(text, a))
        ]
        if not groups:
            continue
        cues = basis_of(text, scene.sentence.start, scene.sentence.end)
        for group in groups:
            cue = _nearest(group, cues)
            if group.kind != "group" and (cue is None or cue.word != "suspected"):
                continue
            word = cue.word if cue is not None else "attributed"
            if word == "claimed" and cue is not None and _others_claim(text, scene, group, cue):
                word = "attributed"
            if word in {"denied", "none"} or _blames(text, group, cue):
                continue
            if word == "suspected" or word in _STRENGTH:
                rank = _STRENGTH[word], group.name not in _GENERIC
                if best is None or rank > best[0]:
                    best = (rank, word, group, cue, scene)
    if best is None:
        return None
    _, basis, group, cue, scene = best
    start, end = group.start, group.end
    if cue is not None and abs(cue.start - group.start) < 160:
        start, end = min(start, cue.start), max(end, cue.end)
    return Blame(
        actor=group.name,
        basis=basis,
        by=group.name if basis == "claimed" else _who_says(text, scene),
        start=start,
        end=end,
        score=0.9 if basis == "claimed" else 0.8,
        rule=f"actor:{basis}",
    )


_BLAMES = re.compile(r"(?:blam|accus)", re.IGNORECASE)
_BE_BEFORE = re.compile(r"\b(?:is|was|are|were|been|being|be)\s+(?:\w+\s+)?$")


def _blames(text: str, group: ActorSpan, cue: Basis | None) -> bool:
    """Whether a group is the one that blames others: "the BLF accused the army of ..."."""
    if cue is None or group.end > cue.start or not _BLAMES.match(text, cue.start):
        return False
    between = text[group.end : cue.start]
    return len(between) < _ACT_GAP and _BE_BEFORE.search(between) is None


def _others_claim(text: str, scene: Scene, group: ActorSpan, cue: Basis) -> bool:
    """Whether forces claim something of a group: "police claimed to have killed two of the TTP"."""
    if group.start < cue.end or " by " in text[cue.start : group.start]:
        return False
    before = [actor for actor in scene.actors if actor.end <= cue.start]
    return bool(before) and before[-1].kind in _FORCES


_BLAMED = {"group", "criminal"}
"""Kinds that are named without having acted in the sentence; robbers only where suspected."""
_GENERIC = {"Baloch separatists"}
_SUFFERS = re.compile(
    r"\W*(?:\([^)]{1,12}\)\s*)?(?:was|were|has\s+been|had\s+been|have\s+been)\s+(?:\w+\s+){0,2}?"
    r"(?:shot|killed|gunned|arrested|injured|wounded|attacked|abducted|found|targeted|ambushed|"
    r"martyred|eliminated|neutrali[sz]ed)\b",
    re.IGNORECASE,
)


_MEMBER_OF = re.compile(
    r"\b(?:members?|commanders?|fighters?|militants?|activists?|leaders?|operatives?|men|man|recruits?)\s+"
    r"(?:of|from|belonging\s+to|associated\s+with|linked\s+to)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_SUFFERS_LATER = re.compile(
    r"(?:(?!\b(?:by|when|after|and|which|where|over|for)\b)[^.;]){0,90}?\b(?:was|were|has\s+been|had\s+been)\s+"
    r"(?:\w+\s+){0,2}?(?:shot|killed|gunned|injured|wounded|attacked|abducted|found|ambushed)\b",
    re.IGNORECASE,
)


def _suffers(text: str, group: ActorSpan) -> bool:
    """Whether a group's name stands for those whom an event struck ("a BLA man was shot dead")."""
    if _SUFFERS.match(text, group.end):
        return True
    member = _MEMBER_OF.search(text[max(0, group.start - 50) : group.start])
    return member is not None and _SUFFERS_LATER.match(text, group.end) is not None


def _nearest(actor: ActorSpan, cues: Sequence[Basis]) -> Basis | None:
    if not cues:
        return None
    return min(cues, key=lambda cue: min(abs(cue.start - actor.end), abs(actor.start - cue.end)))


def unrest_blame(draft: Draft) -> Blame:
    """Return the protesters as those who carried out a protest or a riot."""
    protest = _first(draft.scenes, {"protest"})
    if protest is None:
        return Blame(actor="protesters", basis="attributed", rule="actor:protest", score=0.8)
    return _of(protest, "attributed", "actor:protest", name="protesters")


def _first(scenes: Sequence[Scene], kinds: set[str]) -> ActorSpan | None:
    for scene in scenes:
        for actor in scene.actors:
            if actor.kind in kinds:
                return actor
    return None


def _of(span: ActorSpan, basis: str, rule: str, *, name: str | None = None) -> Blame:
    return Blame(
        actor=name or span.name,
        basis=basis,
        start=span.start,
        end=span.end,
        score=0.75,
        rule=rule,
    )


def _who_says(text: str, scene: Scene) -> str | None:
    """Return the office that a sentence quotes, as a common noun; never a person."""
    found = _OFFICIALS.inside(text, scene.sentence)
    return found.group(1).lower() if found else None

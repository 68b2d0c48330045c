"""What the words around a figure say of it: whom it counts, who is in hospital, what is a sum.

The counts of a sentence are read alone; here they are set against the figures beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.sentences import Sentence

__all__ = [
    "in_care",
    "lent_figures",
    "of_foes_before",
    "sums_between",
    "whole_figures",
    "with_shared_sides",
]

_AND_HURT = re.compile(r",?\s+(?:and|while)(?:\s+(?:wound|injur)(?:ed|ing))?\s+\Z", re.IGNORECASE)
_ARMED = frozenset({"security_forces", "militants"})
_IN_CARE = Pattern(
    r"\b(?:still|presently|currently|at\s+present|remain\w*)\b[^.;]{0,80}?"
    r"\b(?:treat\w+|admitted|hospitali[sz]ed|undergoing|wards?|intensive)\b"
    r"|\b(?:admitted|treated|treatment)\b[^.;,]{0,40}?\b(?:at\s+present|presently|currently)\b"
    r"|(?:تاحال|اب\s+بھی|اب\s+تک|بدستور|اس\s+وقت)[^۔]{0,60}?زیر\s?علاج",
    re.IGNORECASE,
)


def in_care(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells how many of the hurt are in hospital still."""
    return _IN_CARE.inside(text, sentence) is not None


def with_shared_sides(text: str, counts: Sequence[Count]) -> list[Count]:
    """Let "10" of "killed six attackers and wounded 10" be of those named before it.

    Parameters
    ----------
    text
        An article.
    counts
        The counts of one of its sentences.
    """
    counts = _left_behind(text, _of_those_fired_at(text, counts))
    answer = list(counts[:1])
    for count in counts[1:]:
        last = answer[-1]
        alone = count.outcome == "injured" and not count.who and count.side == "unknown"
        told = last.outcome == "killed" and last.who and last.side in _ARMED
        shares = alone and told and _AND_HURT.search(text, last.end, count.number_start)
        rules = (*count.rules, "shared")
        answer.append(replace(count, side=last.side, rules=rules) if shares else count)
    return answer


_FIRED_AT = re.compile(
    r"\b(?:fired|shot|shooting|firing|opened\s+fire|attacked|ambushed|targeted|overpowered|gunned\s+down|engaged)\s+"
    r"(?:(?:at|on|upon)\s+)?(?:the\s+|two\s+|three\s+|some\s+)?(?:(?!(?:and|or|near|at|on|in|outside|of|by)\b)[\w-]+\s+){0,2}?"
    r"(?:policemen|police(?!\s+(?:station|post|line)|['’])|constables|soldiers|troops|personnel|levies|officers|sentries|policeman|constable|cops)\b"
    r"[^.;]{0,60}?,?\s+(?:leaving|(?:and\s+)?(?:killing|killed|martyring|martyred|wounding|injuring|injured|wounded))\s+(?:\w+ly\s+)?\Z",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:the\s+)?(?:one|two|three|four|other|another|others|both)\b(?!\s+(?:civil|passer|passer-by|child|wom|people|person))",
    re.IGNORECASE,
)


def _of_those_fired_at(text: str, counts: Sequence[Count]) -> Sequence[Count]:
    """Give "one" of "fired at the policemen at the gate, killing one" the side of the police."""
    answer = list(counts)
    for at, count in enumerate(counts):
        if count.side != "unknown" or count.who or not count.best or count.part:
            continue
        start = max(0, count.number_start - 170)
        near = _FIRED_AT.search(text, start, count.number_start)
        if near is not None and _OTHERS.match(text, count.number_start):
            answer[at] = replace(count, side="security_forces")
    return answer


_FOES_FIRST = re.compile(
    r"(?:\A|(?<=[.!?”\"\n]\s)|(?<=\n))(?:The\s+|Around\s+|About\s+|Some\s+|Dozens\s+of\s+|\d+\s+)?(?:\w+\s+)?(?:[Mm]ilitants|[Aa]ttackers|"
    r"[Tt]errorists|[Gg]unmen|[Aa]ssailants|[Ii]nsurgents|[Kk]hw?arij|[Rr]aiders|[Ff]ighters)\b[^.]{0,200}\.\s+\Z"
)
_OF_THEM = re.compile(r"[\w-]+\s+(?:of\s+)?them\b", re.IGNORECASE)


def of_foes_before(text: str, scene: Scene, counts: Sequence[Count]) -> Sequence[Count]:
    """Count "twelve of them were killed" as attackers, where the sentence before tells of those.

    Parameters
    ----------
    text
        An article.
    scene
        A sentence.
    counts
        Its figures.
    """
    start = scene.sentence.start
    told = [c for c in counts if c.outcome == "killed" and c.side == "unknown" and not c.who]
    if not told or _FOES_FIRST.search(text, max(0, start - _A_SENTENCE), start) is None:
        return counts
    answer = list(counts)
    for at, count in enumerate(answer):
        if count in told and _OF_THEM.match(text, count.number_start):
            rules = tuple(rule for rule in count.rules if rule != "was_hurt")
            answer[at] = replace(count, side="militants", rules=rules)
    return answer


_A_SENTENCE = 260
_LEFT = re.compile(
    r"\b(?:they|attackers|assailants|militants|terrorists|gunmen|insurgents|raiders|bandits|dacoits)\b[^.;]{0,60}?"
    r"\b(?:left|leaving|abandoned|abandoning|carried|carrying|took|taking|dragged)\b[^.;]{0,30}\Z",
    re.IGNORECASE,
)
_OWN_DEAD = re.compile(
    r"[^.;]{0,40}?\btheir\s+(?:own\s+|slain\s+|dead\s+|fallen\s+)?(?:comrades|accomplices|companions|associates|fellows|men|own|dead|"
    r"colleagues|members)\b",
    re.IGNORECASE,
)


def _left_behind(text: str, counts: Sequence[Count]) -> Sequence[Count]:
    """Count "the bodies of two of their comrades", whom attackers left behind, as attackers."""
    answer = list(counts)
    for at, count in enumerate(counts):
        own = count.outcome == "killed" and count.best and count.side in {"unknown", "militants"}
        if own and _OWN_DEAD.match(text, count.number_start):
            start = max(0, count.start - 100)
            if _LEFT.search(text, start, count.start):
                rules = tuple(rule for rule in count.rules if rule != "of_a_total")
                rules = (*rules, "foes_apart")
                answer[at] = replace(count, side="militants", part=False, rules=rules)
    return answer


def sums_between(drafts: Sequence[Draft]) -> list[Count]:
    """Return the totals of a sentence told among events: "in all ten were killed today".

    Parameters
    ----------
    drafts
        The events of an article.
    """
    sums: list[Count] = []
    told = {key: [_figures(draft, key) for draft in drafts] for key in ("killed", "injured")}
    for figures in told.values():
        every = sum(own[0].best or 0 for own in figures if own)
        known = sum(1 for own in figures if own)
        for draft, own in zip(drafts, figures, strict=True):
            total = next((c for c in own if "toll" in c.rules or (c.total and not c.update)), None)
            if total is not None and _is_raised(total, own):
                continue
            mine = next((count.best or 0 for count in own if count is not total), 0)
            if total is None or known - (not mine) < _SEVERAL:
                continue
            if total.best == every - (own[0].best or 0) + mine:
                ends = next(scene.sentence for scene in draft.scenes if total in scene.counts)
                totals = (
                    c for scene in draft.scenes for c in scene.counts if c.total or c is total
                )
                sums += [c for c in totals if ends.start <= c.start < ends.end]
    return sums


_SEVERAL = 2
_NEAR = 250


def _figures(draft: Draft, outcome: str) -> list[Count]:
    """Return the figures of an event; mourners who lay down bodies in the road add none."""
    quiet = draft.group == "unrest" and all(t.family != "riot" for t in draft.triggers)
    return [
        count
        for count in whole_figures(draft, outcome)
        if not (quiet and count.outcome == "killed" and "number" in count.rules)
    ]


def _is_raised(total: Count, own: Sequence[Count]) -> bool:
    """Whether a toll is that of one event: "a guard died, bringing the toll to four"."""
    return any(c.increment and 0 <= total.start - c.start <= _NEAR for c in own if c is not total)


def lent_figures(drafts: Sequence[Draft]) -> tuple[Draft | None, list[Count]]:
    """Return the attack of an article on a protest, and the figures that it has from the protest.

    "Traders shut their shops a day after gunmen shot at a bus, killing three": where the attack is
    told of later on, the dead are its own.
    """
    attacks = [one for one in drafts if one.group == "violent" and not one.statistic]
    protests = [one for one in drafts if one.group == "unrest"]
    if len(attacks) != 1 or not (protests or _opens_with_protest(attacks[0])):
        return None, []
    if attacks[0].opened_by == "said to be another" or attacks[0].scenes[0].says("new"):
        return None, []
    own = {place.admin2_pcode for place in attacks[0].places}
    for draft in (*attacks, *protests):
        scene = draft.scenes[0]
        struck = any(trigger.family in _STRUCK for trigger in scene.triggers)
        beside = draft is attacks[0] or _may_be_there(draft, own)
        if struck and beside and any(count.best for count in scene.counts):
            return attacks[0], [*scene.counts, *_in_wards(draft)]
    return None, []


def _in_wards(protest: Draft) -> list[Count]:
    """Return those who are under treatment, told after the lead of a protest over an attack."""
    later = (scene for scene in protest.scenes[1:] if not scene.triggers)
    told = (count for scene in later for count in scene.counts)
    return [one for one in told if one.outcome == "injured" and "condition" in one.rules]


def _may_be_there(protest: Draft, districts: AbstractSet[str | None]) -> bool:
    """Whether what a protest tells of may have been in the districts of an attack.

    One of its places lies there, or all of them are but where it was held.
    """
    told = {place.admin2_pcode for place in protest.places}
    return bool(told & districts) or len(told) <= 1


def _opens_with_protest(attack: Draft) -> bool:
    """Whether the first sentence of an attack tells of a strike, and later ones of the attack."""
    fresh = [trigger for trigger in attack.scenes[0].triggers if not trigger.definite]
    return len(attack.scenes) > 1 and any(one.family == "protest" for one in fresh[:1])


_STRUCK = frozenset({"explosion", "armed", "killing"})


def whole_figures(draft: Draft, outcome: str) -> list[Count]:
    """Return the figures of an event that are no parts and no sums of others."""
    every = (count for scene in draft.scenes for count in scene.counts)
    return [
        count
        for count in every
        if count.outcome == outcome and count.best and not (count.part or count.aggregate)
    ]

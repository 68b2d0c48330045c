"""Attackers whom those attacked killed: "his guard shot one of them dead", "a third body".

The grammar of a sentence does not know who "them" are; the sentences before it do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_record import as_more
from geomap.text._count_words import ATTACKERS
from geomap.text.counts import Count
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["of_those_who_came", "with_foe_found"]

_FEW = r"(?:one|two|three|four|five|another|both|a\s+second)"
_OF_THEIRS = Pattern(
    rf"(?:the|its|their)\s+(?:[\w-]+\s+)?{ATTACKERS}\b"
    r"(?![^.;]{0,160}\b(?:soldiers|policemen|troops|villagers|passengers|guards|personnel|people)\b)[^.;]{0,160}?"
    r"(?:(?P<number>[\w-]+)\s+of\s+(?:them|their\s+(?:number|men|comrades|own))\b|\b(?:left|leaving)\s+(?:behind\s+)?(?P<left>[\w-]+)\s+(?:dead\s+)?bod(?:y|ies)\b)",
    re.IGNORECASE,
)
_OPENING = 12
"""Attackers of whom some died: "the attackers suffered, too: three of them were found dead"."""
_FOES = (
    r"(?:attackers?|assailants?|gunm[ae]n|killers?|militants?|robbers?|raiders?|shooters?|terrorists?|assassins?|"
    r"dacoits?|bandits?|intruders?|kidnappers?|abductors?|motorcyclists?|riders?|fighters?|insurgents?)"
)
_OF_THEM = (
    rf"{_FEW}\s+(?:of\s+(?:them|the\s+(?:\w+\s+){{0,2}}?{_FOES}|"
    rf"(?:his|her|their)\s+(?:\w+\s+)?{_FOES})|(?:\w+\s+)?{_FOES})"
)
_WHO = (
    r"(?:(?:his|her|their|the\s+[\w'’-]+|[\w-]+['’]s)\s+(?:\w+\s+){0,2}?"
    r"(?:guards?|gunm[ae]n|bodyguards?|sons?|brothers?|cousins?|nephews?|uncles?|fathers?|driver|watchm[ae]n|relatives?|neighbours?|men|escorts?|friend)"
    r"|(?:the\s+)?(?:passers-by|bystanders|onlookers|villagers|residents|locals|neighbours|people|shopkeepers|tribesmen|a\s+crowd|a\s+mob))"
)
_KILLS = (
    r"(?:killed|shot\s+(?:and\s+killed\s+)?|gunned\s+down|beat|lynched|stoned|overpowered|"
    r"hit\s+and\s+killed|fatally\s+shot|caught|seized|got\s+hold\s+of)"
)
_TURNED = Pattern(
    rf"\b{_WHO}(?:\s*,[^.;,]{{3,60}},)?\s+(?:(?!was|were|had)[\w-]+\s+){{0,5}}?{_KILLS}\s+(?P<them>{_OF_THEM})\b"
    r"(?!\s+(?:alive|and\s+handed))",
    re.IGNORECASE,
)
"""Those attacked, or those around them, as who kill some of the attackers."""
_IN_RETURN = Pattern(
    r"\b(?:return(?:ed)?\s+fire|fired?\s+back|retaliat\w+|retaliatory|in\s+self[\s-]?defen[cs]e)\b|جوابی\s+(?:فائرنگ|کارروائی)",
    re.IGNORECASE,
)
_DEAD = re.compile(
    r"\b(?:killed|dead|to\s+death|gunned\s+down|lynched|died|fatally)\b", re.IGNORECASE
)


def of_those_who_came(text: str, scene: Scene, counts: Sequence[Count]) -> list[Count]:
    """Count attackers whom those attacked killed as attackers, apart from those whom they killed.

    Parameters
    ----------
    text
        An article.
    scene
        A sentence.
    counts
        Its figures.
    """
    theirs = _OF_THEIRS.inside(text, scene.sentence)
    if theirs is not None and theirs.start() - scene.sentence.start <= _OPENING:
        at = theirs.start("number" if theirs["number"] else "left")
        counts = [
            replace(c, side="militants")
            if c.outcome == "killed" and c.side == "unknown" and c.number_start == at
            else c
            for c in counts
        ]
    turned = _TURNED.inside(text, scene.sentence)
    back = turned is None and _IN_RETURN.inside(text, scene.sentence) is not None
    if not back and (turned is None or not _DEAD.search(text, turned.start(), scene.sentence.end)):
        return list(counts)
    answer = []
    for count in counts:
        dead = count.outcome == "killed" and bool(count.best) and not (count.part or count.update)
        if dead and turned is not None and _is_them(count, turned):
            answer.append(_as_foe(count, _NUMBERS.get(turned["them"].split()[0].lower(), 1)))
        elif dead and back and count.side == "militants":
            answer.append(replace(count, rules=(*count.rules, "return_fire")))
        else:
            answer.append(count)
    return answer


def _as_foe(count: Count, number: int) -> Count:
    """Return a figure as so many attackers whom others than forces killed."""
    rules = (*(rule for rule in count.rules if rule not in _OF_HIM), "foes_apart", "turned")
    return replace(count, low=number, best=number, high=number, side="militants", rules=rules)


_OF_HIM = frozenset({"pronoun", "was_hurt", "implied"})
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


def _is_them(count: Count, turned: re.Match[str]) -> bool:
    """Whether a figure is of those who were turned on."""
    over = count.start < turned.end() and turned.start() < count.end
    return over or ("pronoun" in count.rules and count.start >= turned.end())


_BODY = re.compile(
    r"(?:a|the)\s+(?:third|fourth|fifth|sixth|seventh|eighth)\s+(?:dead\s+)?body\b", re.IGNORECASE
)


def with_foe_found(text: str, counts: Sequence[Count]) -> list[Count]:
    """Count "a third body", after two attackers who died, as one more of them.

    Parameters
    ----------
    text
        An article.
    counts
        The figures of an event, in text order.
    """
    answer: list[Count] = []
    for one in counts:
        told = "turned" in one.rules and any(map(_may_hold_foes, answer))
        count = _as_part(one) if told else one
        if count.outcome != "killed" or not _BODY.match(text, count.start):
            answer.append(count)
            continue
        foes = [c for c in answer if c.outcome == "killed" and c.side == "militants" and c.best]
        if "ordinal" not in count.rules and foes:
            continue  # the same words as a number
        next_one = "ordinal" in count.rules and foes and foes[-1].best == (count.best or 0) - 1
        answer.append(replace(as_more(count, 1), side="militants") if next_one else count)
    return answer


def _may_hold_foes(count: Count) -> bool:
    """Whether a figure told before is of attackers, or of people among whom they may be."""
    if count.outcome != "killed" or not count.best or "turned" in count.rules:
        return False
    return count.side == "militants"


def _as_part(count: Count) -> Count:
    """Return the attackers whom others killed as known: they were counted before."""
    rules = tuple(rule for rule in count.rules if rule not in {"foes_apart", "turned"})
    return replace(count, part=True, rules=rules)

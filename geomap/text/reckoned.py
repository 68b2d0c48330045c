"""Figures that others complete: "three more have died; nine had been killed on the day".

What an event's figures are to each other: a second constable who dies after three bandits and a
constable is one more, bodies found on top of a first toll may be those that the lead has counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_record import as_more
from geomap.text.counts import Count
from geomap.text.figure_clauses import scene_of
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["reckoned"]

_DAY = (
    r"(?:on\s+the\s+(?:day|spot)|instantly|immediately|at\s+the\s+(?:scene|site|time)|"
    r"on\s+\w+day(?:\s+itself)?|at\s+once|outright|earlier)"
)
_BASE = Pattern(
    rf"\bhad\s+(?:already\s+)?(?:been\s+(?:killed|martyred)|died|perished|lost\s+their\s+lives)\b"
    rf"|\b(?:were\s+killed|died|were\s+martyred)\s+{_DAY}",
    re.IGNORECASE,
)
"""The dead of the day itself, told behind those who died since."""
_SO_FAR = re.compile(
    r"\b(?:so\s+far|until\s+now|by\s+now|in\s+all|total|toll|now)\b", re.IGNORECASE
)


def reckoned(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Settle what the figures of an event are to each other.

    Parameters
    ----------
    text
        The article.
    scenes
        The sentences of the event, in text order.
    counts
        Its figures, in text order.
    """
    answer = _on_top_of_the_day(text, scenes, counts)
    answer = _told_by_the_lead(_restated(answer))
    return _foes_of_a_line(text, scenes, _next_of_side(answer))


def _is_whole(count: Count) -> bool:
    return count.is_whole and "earlier" not in count.rules and count.speaker != "claimant"


def _on_top_of_the_day(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Add those who died on the day, told behind a lead of "three more"."""
    dead = [c for c in counts if c.outcome == "killed" and _is_whole(c)]
    if len(dead) < _PAIR or not dead[0].increment or dead[0].update:
        return list(counts)
    others = [c for c in dead[1:] if not c.increment]
    if len(others) != 1 or others[0].update or others[0].total:
        return list(counts)
    base = others[0]
    sentence = scene_of(scenes, base).sentence
    words = text[sentence.start : sentence.end]
    if sentence.start <= dead[0].start or _SO_FAR.search(words):
        return list(counts)
    if _BASE.inside(text, sentence) is None:
        return list(counts)
    rules = tuple(rule for rule in base.rules if rule != "was_hurt")
    return [replace(c, increment=True, rules=rules) if c is base else c for c in counts]


_PAIR = 2


def _restated(counts: Sequence[Count]) -> list[Count]:
    """Let "put the number of dead militants at seven" replace an earlier figure of that side."""
    answer = list(counts)
    dead = [c for c in counts if c.outcome == "killed" and _is_whole(c)]
    for later in dead:
        if "stated" not in later.rules or later.side not in {"militants", "security_forces"}:
            continue
        for before in dead:
            same = before.side == later.side and before.start < later.start
            if same and not before.increment and (before.best or 0) < (later.best or 0):
                rules = (*before.rules, "earlier")
                answer = [replace(c, rules=rules) if c is before else c for c in answer]
    return answer


def _told_by_the_lead(counts: Sequence[Count]) -> list[Count]:
    """Leave out more dead who, with an earlier toll, are those that the lead counts.

    "Nine were killed. The number had first been given as seven; two more bodies were found".
    """
    old: dict[str, Count] = {}
    wholes: dict[str, Count] = {}
    answer: list[Count] = []
    for count in counts:
        before = old.get(count.outcome)
        lead = wholes.get(count.outcome)
        if "earlier" in count.rules and count.best and not count.part:
            old[count.outcome] = count
        elif count.increment and before is not None and lead is not None and count.best:
            if (before.best or 0) + count.best == lead.best:
                rules = (*count.rules, "earlier")
                answer.append(replace(count, increment=False, rules=rules))
                continue
        elif _is_whole(count):
            wholes.setdefault(count.outcome, count)
        answer.append(count)
    return answer


def _next_of_side(counts: Sequence[Count]) -> list[Count]:
    """Count "a second constable" as one more where a list of two sides holds the first one."""
    lead = next((c for c in counts if c.outcome == "killed" and _is_whole(c)), None)
    if lead is None or "list" not in lead.rules or lead.side != "unknown":
        return list(counts)
    answer: list[Count] = []
    for count in counts:
        if (
            count.outcome == "killed"
            and count.start > lead.end
            and "ordinal" in count.rules
            and count.side != "unknown"
            and any(
                part.part and part.side == count.side and part.best == (count.best or 0) - 1
                for part in counts
                if lead.start <= part.start <= lead.end
            )
        ):
            answer.append(as_more(count, 1))
        else:
            answer.append(count)
    return answer


_LINE = re.compile(
    r"\W*(?:at\s+least\s+)?[\w-]+(?:\s+[\w-]+){0,2}?\s+(?:killed|dead|martyred)(?:\s*,\s*[\w-]+\s+(?:[\w-]+\s+)?(?:injured|wounded|hurt))?\W*\Z",
    re.IGNORECASE,
)
"""A sentence without a verb, as a live page has them: "Five killed."."""


def _foes_of_a_line(text: str, scenes: Sequence[Scene], counts: Sequence[Count]) -> list[Count]:
    """Add attackers who are told dead behind "Five killed." of a live page."""
    dead = [c for c in counts if c.outcome == "killed" and _is_whole(c)]
    if len(dead) < _PAIR or dead[0].side != "unknown" or dead[0].update:
        return list(counts)
    foes = [c for c in dead[1:] if c.side == "militants" and not (c.update or c.increment)]
    if not foes:
        return list(counts)
    sentence = scene_of(scenes, dead[0]).sentence
    if not _LINE.match(text[sentence.start : sentence.end]) or foes[0].start < sentence.end:
        return list(counts)
    return [
        replace(c, rules=(*c.rules, "foes_apart")) if any(c is one for one in foes) else c
        for c in counts
    ]

"""Hospital figures that hold the dead.

"Registered 19 casualties, the two dead included" tells of 17 who are hurt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["without_dead"]

_GONE = (
    r"(?:died|succumbed|expired|passed\s+away|did\s+not\s+(?:survive|live|make\s+it)|were\s+(?:already\s+)?dead|lost\s+their\s+lives|"
    r"were\s+(?:pronounced|declared)\s+dead)"
)
_HOLDS = Pattern(
    r"\b(?:registered|received|receiving|treated|treating|admitted|recorded|handled|taken\s+in|took\s+in|counted|attended\s+to|seen|brought\s+in)\s+"
    rf"(?:a\s+total\s+of\s+|in\s+all\s+|so\s+far\s+)?(?P<all>{NUMBER})\b(?:\s+(?:[\w-]+\s+)?(?:casualties|injured|wounded|people|persons|patients|victims|cases|of\s+them|in\s+all))?"
    rf"(?:\s*,?\s+(?:including|among\s+them|counting|inclusive\s+of|with)\s+(?:the\s+)?(?P<who>{NUMBER})\s+(?:(?:people|men|persons|victims|of\s+them)\s+)?"
    rf"(?:who\s+(?:(?:had|have|has|later|since|subsequently|then)\s+){{0,2}}{_GONE}|dead\b(?!\s+bodies)|deceased)"
    rf"|\s*,\s+(?:the\s+)?(?P<dead>{NUMBER})\s+(?:dead|deceased|killed|fatalities|who\s+(?:have\s+|had\s+|has\s+)?(?:since\s+)?{_GONE})\s+(?:being\s+|are\s+|were\s+)?(?:included|among\s+them|counted\s+(?:in|too)))",
    re.IGNORECASE,
)


def without_dead(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Count as hurt whom a hospital took in, without the dead whom its figure holds.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    for sentence in sentences:
        holds = _HOLDS.inside(text, sentence)
        if holds is None:
            continue
        gone = value_of(holds["who"] or holds["dead"])
        left = value_of(holds["all"]) - gone
        if left <= 0:
            continue
        rest = [c for c in counts if not (holds.start() <= c.number_start < holds.end())]
        hurt = figure_of("injured", left, holds.span("all"), rules=("ward_total",))
        dead = figure_of("killed", gone, holds.span(), rules=("ward_total", "weak"))
        hurt = replace(hurt, update=True, speaker="hospital")
        if _died_later(text, holds, gone, rest):
            dead = replace(dead, increment=True, rules=("ward_total",))
        counts = sorted([*rest, hurt, dead], key=lambda count: count.start)
    return counts


_HURT = re.compile(r"\b(?:injured|wounded|patients)\b", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
_OF_HURT = frozenset({"was_hurt", "succumbed", "moved"})


def _died_later(text: str, holds: re.Match[str], gone: int, counts: Sequence[Count]) -> bool:
    """Whether the dead of a hospital come to those told before: "15 hurt, two of whom died".

    Not "the two who died", nor as many as were told.
    """
    start = holds.start("who")
    if start < 0 or _THE.search(text, holds.start(), start):
        return False
    if not _HURT.search(text, holds.start(), start):
        return False
    before = [c for c in counts if c.start < holds.start() and c.outcome == "killed" and c.best]
    told = [c for c in before if not (c.part or c.denied or c.aggregate)]
    return bool(told) and all(c.best != gone and _OF_HURT.isdisjoint(c.rules) for c in told)

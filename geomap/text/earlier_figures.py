"""Figures that a sentence tells as those of before: "at first only three were reported dead"."""

from __future__ import annotations

import re

from geomap.text.counts import Count
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.sentences import Sentence

__all__ = ["gives_earlier", "is_earlier", "of_the_day", "raises_toll", "told_anew"]

_SAID_BEFORE = Pattern(
    r"\b(?:had|has)\s+(?:\w+\s+){0,3}?(?:put|spoken|said|confirmed|reported|given|counted|placed|"
    r"announced|stated|told|listed)\b"
    r"|\bfirst\s+(?:reported|said|put|spoke|confirmed|gave|counted|announced|told|believed)\b"
    r"|\b(?:at\s+first|first\s+(?:reports|accounts)|"
    r"initial(?:ly)?\s+(?:reports?|accounts?|estimates?|information|claims?|figures?|count|toll|word|"
    r"put|said|spoke)|"
    r"earlier\s+(?:reports?|accounts?|estimates?|figures?|count|toll|put|said|confirmed|reported|spoke)|"
    r"previous\s+(?:toll|figure|count))\b"
    r"|اس\s+سے\s+(?:قبل|پہلے)\s+(?:\S+\s+){0,6}?(?:تعداد|ہلاکت)|ابتدائی\s+(?:اطلاعات|طور)|ابتدا(?:ء)?\s+میں|پہلے\s+(?:\S+\s+){0,3}?بتایا|اس\s+سے\s+قبل\s+(?:\S+\s+){0,6}?بتا",
    re.IGNORECASE,
)
_BEFORE = Pattern(
    r"\b(?:initially|initial|(?-i:earlier)(?!\s+in\s+the\s)|previously|originally|up\s+from)\b|ابتدائی",
    re.IGNORECASE,
)
_AT_FIRST = Pattern(
    r"\b(?:initially|originally|at\s+first)\b|\bhad\s+(?:\w+\s+)?(?:died|been\s+(?:killed|martyred)|lost)\b",
    re.IGNORECASE,
)
"""Words that tell how many were hurt on the day itself: those who died later are among them."""
_NEXT_CLAUSE = Pattern(r";|—|–|[,.،]\s|\b(?:but|now|later)\b|مگر|لیکن|تاہم")


_SAID_REACH = 600
"""Characters before a figure in which it may be said to be an earlier one."""


def is_earlier(text: str, scene: Scene, count: Count) -> bool:
    """Whether a figure is told as the earlier one ("had at first put the number at three")."""
    start, end = scene.sentence.start, min(scene.sentence.end, count.end)
    until = min(end, max(count.number_start, start))
    start = max(start, until - _SAID_REACH)
    patterns = [_SAID_BEFORE]
    if count.update or len(scene.counts) > 1:
        patterns.append(_BEFORE)
    for pattern in patterns:
        if not pattern.mark & scene.sentence.marks:
            continue
        for found in pattern.pattern.finditer(text, start, until):
            has = text[found.start() : found.start() + 3].lower() == "has"
            if not has and not _NEXT_CLAUSE.search(text, found.end(), until):
                return True
    return False


def of_the_day(text: str, sentence: Sentence) -> bool:
    """Whether the hurt of a sentence are those of the day itself, some of whom died later."""
    return _AT_FIRST.inside(text, sentence) is not None


def gives_earlier(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells what a toll had been given as before: of the event told so far."""
    return _HAD_GIVEN.inside(text, sentence) is not None


_HAD_GIVEN = Pattern(
    r"\bhad\s+(?:(?:at\s+first|first|earlier|initially|previously|wrongly)\s+)?"
    r"(?:announced|reported|given|spoken\s+of|put|counted|confirmed|stated|listed)\s+"
    r"(?:[\w'’-]+\s+){0,5}?(?:deaths?|dead|killed|bodies|number|toll|figure|count|fatalities|injured|wounded|attackers)\b"
    r"|\b(?:an?|the)\s+(?:earlier|first|initial|previous|preliminary)\s+"
    r"(?:message|statement|count|report|toll|figure|account|release|tally|tweet|post)\s+(?:[\w'’-]+\s+){0,6}?"
    r"(?:had|gave|put|spoke|said|listed|of)\b",
    re.IGNORECASE,
)


def raises_toll(scene: Scene) -> bool:
    """Whether a sentence gives the dead of an attack anew: "the toll from it rose to nine"."""
    return any(c.update and c.outcome == "killed" and c.best for c in scene.counts)


def told_anew(text: str, sentence: Sentence) -> bool:
    """Whether a sentence only says how a toll came about: "at first one was reported dead, but"."""
    return _CAME_ABOUT.inside(text, sentence) is not None


_CAME_ABOUT = Pattern(
    r"\b(?:at\s+first|initially|earlier)\b[^.;]{0,60}?\breported\s+(?:dead|killed)\b[^.;]{0,20}?"
    r"\b(?:but|and)\s+(?:another|an?other|one\s+more|the\s+other|two\s+more|two\s+others)\b",
    re.IGNORECASE,
)

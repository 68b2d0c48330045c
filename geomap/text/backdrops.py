"""What a sentence tells only as the backdrop of its news: "amid an operation", "a day after"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern

__all__ = ["without_backdrop"]

_FORCES = (
    r"(?:(?:the|Pakistani|Pakistan['’]s)\s+)?(?:(?:security|military|paramilitary|government|armed)\s+)?"
    r"(?:army|military|troops|forces|soldiers|Rangers|police|government|authorities)"
)
_LATER = (
    r"(?:(?:just|barely|only|nearly|almost|less\s+than|more\s+than|about)\s+)*"
    r"(?:(?:an?|one|two|three|four|five|six|ten|several|some|a\s+few|a\s+couple\s+of|\d{1,2})\s+)?"
    r"(?:days?|weeks?|months?|fortnight)\s+(?:after|since|into)"
)
_GOES_ON = (
    rf"(?:as|while|even\s+as|with)\s+{_FORCES}\s+(?:(?:have|had|has|were|was|are|is)\s+)?(?:\w+ly\s+)?"
    r"(?:press\w*|continu\w+|carr(?:y|ied)\s+on|went\s+on|push\w*|step\w*\s+up|stepping\s+up|expand\w*|intensif\w+|widen\w*|"
    r"kept\s+up|keep\w*\s+up|conduct\w*|wag\w+|wrap\w*\s+up|prepar\w+)"
    r"|with\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:operation|offensive)\s+(?:still\s+)?(?:under\s*way|in\s+progress|going\s+on|ongoing)"
)
_LEADING = Pattern(
    rf"\W*(?:(?:amid|amidst|despite|against\s+the\s+backdrop\s+of)\s|(?:{_LATER})\s|(?:{_GOES_ON})\b)[^,;.]{{3,160}},\s",
    re.IGNORECASE,
)
_TRAILING = Pattern(
    rf",?\s(?:(?:{_LATER})\s|amid(?:st)?\s|(?:{_GOES_ON})\b"
    rf"|where\s+{_FORCES}\s+(?:have|has|had|is|are|was|were)\b"
    r"|(?:following|after|over|in\s+the\s+wake\s+of)\s+(?:the\s+)?last\s+(?:week|month|year)['’]s\s"
    r"|in\s+(?:an?\s+)?(?:apparent\s+)?(?:retaliation|revenge|reprisal|response|reply|vengeance)\s+(?:for|to)\s+(?:an?|the|last|this)\s)"
    r"[^,;.]{3,200}",
    re.IGNORECASE,
)
_ENGAGED = Pattern(
    r"\b(?:on|engaged\s+in|busy\s+(?:in|with)|taking\s+part\s+in|participating\s+in|conducting|carrying\s+out|leading|"
    r"returning\s+from|out\s+on|on\s+(?:their|its)\s+way\s+(?:to|from))\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:operation|raid|sweep)\b"
    r"(?=[^.;]{0,80}?\b(?:ambushed|attacked|fired\s+(?:up)?on|targeted|bombed|hit|came\s+under|blown\s+up)\b)",
    re.IGNORECASE,
)
"""What those did who were attacked: "soldiers on a search operation were ambushed"."""


def without_backdrop(found: Found) -> Found:
    """Leave out what a sentence tells only as the backdrop of something newer that it reports.

    "Days after the army announced an offensive, two constables were killed": the offensive is no
    part of the attack. Where nothing is told outside the backdrop, it stands.
    """
    spans = _backdrops(found)
    if not spans:
        return found
    told = _outside(found.triggers, spans)
    if all(one.definite for one in told):
        return found
    found.triggers = told
    found.counts = _outside(found.counts, spans)
    days = _outside(found.dates, spans)
    if any(is_own_day(day) for day in days):
        found.dates = days
    return found


def _backdrops(found: Found) -> list[tuple[int, int]]:
    """Return the spans of a sentence that only tell its backdrop."""
    text, start, end = found.text, found.sentence.start, found.sentence.end
    if not found.triggers:
        return []
    spans = []
    if found.may_match(_LEADING.mark):
        leading = _LEADING.match(text, start, end)
        spans += [leading.span()] if leading else []
    for pattern in (_TRAILING, _ENGAGED):
        if found.may_match(pattern.mark):
            spans += [match.span() for match in pattern.finditer(text, start + 1, end)]
    return spans


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


SpanT = TypeVar("SpanT", bound=_Spanned)


def _outside(items: Sequence[SpanT], spans: Sequence[tuple[int, int]]) -> list[SpanT]:
    return [one for one in items if not any(first <= one.start < last for first, last in spans)]

"""What is told of an older event with which news is compared: "the worst since 2024, when"."""

from __future__ import annotations

import re

from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["without_precedent"]

_PRECEDENT = Pattern(
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest|gravest|costliest|first|second|third|latest|most\s+\w+|"
    r"nothing\s+like\s+it|no\s+such|not)\b[^.;]{0,120}?(?P<past>\bsince\b[^.;,]{0,60}?,?\s"
    r"(?:when|in\s+which|during\s+which|where|(?:which|that)\s+(?:had\s+)?(?:killed|left|claimed))\b[^.;,]*)",
    re.IGNORECASE,
)
"""An event ranked among those since an earlier one, of which a clause goes on to tell."""


def without_precedent(found: Found) -> Found:
    """Leave out what is told of an earlier event with which a sentence compares its own.

    "Gunmen killed six in the worst attack since November, when 14 died in a blast": the blast and
    the 14 are no part of Tuesday's news. The day stays, as it says since when.
    """
    match = _PRECEDENT.inside(found.text, found.sentence)
    if match is None:
        return found
    start, end = match.span("past")
    triggers = [one for one in found.triggers if not start <= one.start < end]
    if triggers:
        found.triggers = triggers
        found.counts = [one for one in found.counts if not start <= one.number_start < end]
    return found

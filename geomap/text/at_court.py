"""Attacks on courts and on those who work there, which are no trials."""

from __future__ import annotations

import re

from geomap.text.found import Found, is_counted
from geomap.text.patterns import Pattern

__all__ = ["is_at_court"]

_AT_COURT = Pattern(
    r"\b(?:attack(?:ed|ing)?|raid(?:ed)?|assault(?:ed)?|storm(?:ed|ing)?|blast|bombing|explosion|fire|gunfire|shooting|detonated|exploded|blew)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:courts?|judicial|sessions|district\s+courts)\b",
    re.IGNORECASE,
)
_COURT_WORDS = frozenset(
    (
        "court",
        "high court",
        "supreme court",
        "session court",
        "sessions court",
        "judge",
        "judges",
        "session judge",
        "sessions judge",
        "prosecutor",
        "counsel",
        "bench",
    )
)


def is_at_court(found: Found) -> bool:
    """Whether people were killed or hurt in an attack on a court, and no case is told of."""
    keys = {cue.key for cue in found.cues if cue.word == "trial"}
    return keys <= _COURT_WORDS and is_counted(found.counts) and found.matches(_AT_COURT)

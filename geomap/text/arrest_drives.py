"""Drives of forces over days, told by what they arrested: "34 operations between two dates"."""

from __future__ import annotations

import re

from geomap.text.actors import FORCES
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["DRIVE", "is_arrest_drive"]

DRIVE = "a drive of arrests"
"""The rule by which such a sentence opens an operation."""
_OPERATIONS = Pattern(
    r"\b(?:operations|IBOs|raids|searches|crackdown|search\s+and\s+strike)\b"
    r"|آپریشنز|آپریشنوں|کارروائیوں|کارروائیاں|چھاپوں",
    re.IGNORECASE,
)
_LEAST, _LONGEST = 3, 40
"""Days between the first and the last of a drive."""


def is_arrest_drive(text: str, scene: Scene) -> bool:
    """Whether forces arrested people in the operations of some days or weeks, and killed nobody.

    "The department carried out 57 operations over the past week, arresting nine suspects."
    """
    if not any(actor.kind in FORCES for actor in scene.actors):
        return False
    if any(count.outcome in {"killed", "injured"} and count.best for count in scene.counts):
        return False
    if not any(count.outcome == "arrested" and (count.best or 0) > 1 for count in scene.counts):
        return False
    return _lasts(scene) and _OPERATIONS.inside(text, scene.sentence) is not None


def _lasts(scene: Scene) -> bool:
    """Whether a sentence names a time of some days, a week or a month."""
    return any(
        span.first is not None
        and span.last is not None
        and "future" not in span.rules
        and _LEAST <= (span.last - span.first).days <= _LONGEST
        for span in scene.dates
    )

"""What a group or an area has lately seen, told in a clause beside one event of a day.

"Monday's raid was claimed by the BLA, which has stepped up its attacks in recent months": the
months are those of the clause, and the dead are those of the raid.
"""

from __future__ import annotations

import re

from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern

__all__ = ["tells_of_its_group"]

_CLAUSE = Pattern(
    r",\s+(?:which|who|where|whose\s+\w+)\s+(?:\w+\s+){0,2}?(?:has|have|had|is|are|was|were)\s[^,;.]*"
    r"(?:\b(?:recent|past|last)\s+(?:few\s+)?(?:weeks?|months?|years?)\b|\bthis\s+year\b|\bsince\b|\blately\b|\brecently\b|\bof\s+late\b)[^,;.]*",
    re.IGNORECASE,
)
_UPSURGE = re.compile(
    r"\b(?:stepp(?:ed|ing)\s+up|intensif\w+|increas\w+|escalat\w+|surge\w*|uptick|resum\w+|ramp\w+|expand\w+|witness\w*|seen|suffer\w*|waged|waging|"
    r"fought|fighting|fac\w+|carried\s+out|mounted|launched|conducted|regroup\w+|active|wave|spate|rise|spike)\b",
    re.IGNORECASE,
)


def tells_of_its_group(found: Found) -> bool:
    """Whether a sentence tells one event of a day, and a clause what has been so for months."""
    dates = [span for span in found.dates if span.first is not None]
    if not found.counts or not any(is_own_day(span) for span in dates):
        return False
    clause = _CLAUSE.inside(found.text, found.sentence)
    if clause is None or _UPSURGE.search(clause[0]) is None:
        return False
    start, end = clause.span()
    outside = [span for span in found.dates if not start <= span.start < end]
    harmed = [count for count in found.counts if not start <= count.start < end]
    return bool(harmed) and bool(outside) and all(is_own_day(span) for span in outside)

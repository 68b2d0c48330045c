"""Roofs and walls that a blast brought down: those under them met no accident."""

from __future__ import annotations

import re

from geomap.text.patterns import Pattern

__all__ = ["BROUGHT_DOWN"]

_FALLS = (
    r"(?:collapsed?|collapsing|caved?\s+in|caving\s+in|fell|came\s+down|gave\s+way|crashed\s+down)"
)
_FORCE = r"(?:(?:the\s+)?(?:impact|force|intensity|power|shock(?:wave)?|result)\s+of\s+)?"
_ATTACK = (
    r"(?:blast|explosion|attack|bombing|assault|bomb|shelling|twin\s+blasts|blasts|explosions)"
)
BROUGHT_DOWN = Pattern(
    rf"\b(?:roof|wall|walls|ceiling|building|house|houses|mosque|part\s+of\s+[\w\s]{{3,30}}?)\s+(?:(?:had|also|partially|partly|had\s+also)\s+)?{_FALLS}\s+(?:[\w-]+\s+){{0,4}}?"
    rf"(?:in|by|from|after|due\s+to|because\s+of|under|with|following|owing\s+to|as\s+a)\s+{_FORCE}(?:the\s+|an?\s+|this\s+)?(?!gas|cylinder)(?:(?!gas|cylinder)[\w-]+\s+)?{_ATTACK}\b",
    re.IGNORECASE,
    needed=(
        frozenset({"collaps", "cave", "caving", " fell ", "came down", "gave way", "crashed"}),
    ),
)

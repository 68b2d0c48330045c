"""Weapons that a country tries out: a missile launched over the sea at a target of its own."""

from __future__ import annotations

import re

from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["is_weapon_trial"]

_TRIED = Pattern(
    r"\b(?:test|flight|trial|training)[\s-](?:fir|launch|flight|flew|flown)\w*|\b(?:flight|missile|weapons?)[\s-]tests?\b"
    r"|\bsuccessful(?:ly)?\s+(?:[\w-]+\s+){0,3}?(?:test\w*|launch\w*|flight|fir(?:ed|ing))\b"
    r"|\b(?:launch|firing|test|trial)\s+of\s+(?:an?|the|its|their)\s+(?:[\w-]+[\s,]+){0,6}?(?:missiles?|rockets?|torpedo\w*)\b"
    r"|(?:میزائل|راکٹ|تارپیڈو)\s+(?:\S+\s+){0,4}?(?:کا|کے)\s+(?:\S+\s+){0,2}?تجرب\S*(?!\s+نہیں)(?!\S)",
    re.IGNORECASE,
)
_WEAPON = Pattern(
    r"\b(?:missiles?|rockets?|torpedo\w*|drones?)\b|میزائل|راکٹ|تارپیڈو|ڈرون", re.IGNORECASE
)
_FOES = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|fighters|rebels|BLA|BLF|TTP|BRAS|BRG|SRA|Taliban|India\w*|Afghan\w*|Iran\w*|attack\w*|plants?|complex|airbase|banned|outlawed|camps?|hideouts?|civilians?|houses?|"
    r"villages?|posts?|checkposts?|border)\b|دہشت\s?گرد|کالعدم",
    re.IGNORECASE,
)
"""Who is hit makes it more than a trial."""


def is_weapon_trial(found: Found) -> bool:
    """Whether a weapon was only tried, and nobody was harmed by it."""
    if any(one.family not in {"explosion", "armed"} for one in found.triggers):
        return False
    if any(c.best and c.outcome in {"killed", "injured"} for c in found.counts):
        return False
    if not (found.matches(_TRIED) and found.matches(_WEAPON)):
        return False
    return _FOES.search(found.text, found.sentence.start, found.sentence.end) is None

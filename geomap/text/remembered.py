"""Old attacks that a sentence remembers with their toll: neither news nor a sum.

"In January 90 people died in twin bombings" counts the dead of one event of a month.
"""

from __future__ import annotations

import re

from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern

__all__ = ["remembers_one"]

_ONE = Pattern(
    r"\b(?:twin|double|back-to-back|two|a\s+pair\s+of|simultaneous)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:blasts|bombings|explosions|bombs|attacks)\b"
    r"|\bin\s+one\s+of\s+(?:these|those|the|them|such|its|their)\b(?:\s+[\w-]+){0,3}?\s+"
    r"(?:attacks|strikes|raids|bombings|blasts|incidents|ambushes)\b"
    r"|\battacks?\s+on\s+(?:two|both|a|an|the|one)\s+(?:[\w-]+\s+){0,3}?(?:in|at|near)\s+(?:the\s+)?(?-i:[A-Z])"
    r"|\bhad\s+been\s+(?:bombed|attacked|hit|struck|stormed|shelled|raided|targeted)\b[^.;]{0,50}?\b(?:when|in\s+which)\b"
    r"|\b(?:an?|the|that|one)\s+(?:[\w-]+\s+){0,2}?(?:march|rally|siege|raid|sit-in|clash|riot|bombing|blast|attack|ambush|shooting|"
    r"stampede)\b(?:(?!\band\b)[^.;]){0,50}?,?\s*(?:in|during)\s+which\b"
    r"|\b(?:at|in|on)\s+(?:the\s+same|this\s+very|that\s+very)\s+(?:place|spot|point|site|location|town|village|road|stretch|highway)\b"
    r"|\bfought\s+for\s+\w+\s+(?:days|hours|weeks)\b"
    r"|(?:حملے|دھماکے|واقعے|سانحے|حملہ|دھماکہ|دھماکا)\s+(?:کا\s+ذکر[^۔]{0,40}?|[^۔،]{0,20}?)،?\s*جس\s+میں(?!\w)"
    r"|(?<!\w)(?:دو|جڑواں|یکے\s+بعد\s+دیگرے)\s+(?:\S+\s+){0,2}?(?:دھماکوں|حملوں)\s+میں(?!\w)",
    re.IGNORECASE,
)
"""Words for one attack, or two at once, that a toll is of."""
_DAYS = 20
_FEUD = Pattern(
    r"\b(?:feud|enmity|vendetta|rivalry|blood\s+feud)\b(?:\s+\w+){0,6}?\s+(?:has|have|had)\s+(?:\w+\s+)?(?:claimed|cost|taken|left|consumed)\b"
    r"|(?:دشمنی|عداوت|رنجش)\s+(?:\S+\s+){0,8}?(?:جانیں|جانوں|افراد)",
    re.IGNORECASE,
)
"""What an old feud has cost in all: background of today's fight."""


def remembers_one(found: Found) -> bool:
    """Whether a sentence tells the toll of one attack of a month or year that has ended.

    So it is with the dead whom a feud has cost since some year.
    """
    published = found.published
    known = [span for span in found.dates if span.first is not None and span.last is not None]
    if published is None or not known:
        return False
    begun = [span.first for span in known if span.since and span.first is not None]
    if any((published - day).days > _DAYS for day in begun) and found.matches(_FEUD):
        return True
    if not found.matches(_ONE):
        return False
    if any(span.since or (is_own_day(span) and span.precision == "day") for span in known):
        return False
    coarse = [span for span in known if span.precision in {"month", "year"}]
    return bool(coarse) and all(
        span.last is not None and (published - span.last).days > _DAYS for span in known
    )

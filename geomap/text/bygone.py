"""What a report of today only looks back on: childhood, mended lines, a case over an old attack."""

from __future__ import annotations

import re
from datetime import date

from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.found import Found, is_own_day
from geomap.text.lately import is_lately
from geomap.text.patterns import Pattern

__all__ = ["is_bygone", "is_case_of_old"]

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-\w+)?)"
)
_AGED = Pattern(
    rf"\b(?:he|she|I|who|(?!(?i:toll|number|count|tally|figure|total|dead)\b)(?-i:[A-Z][a-z]+))\s+was\s+(?:only\s+|just\s+|barely\s+|not\s+yet\s+|about\s+|an?\s+(?:boy|girl|child|student|schoolboy|schoolgirl|baby|toddler)\s+of\s+)?"
    rf"{_NUMBER}(?:\s+years?\s+old)?,?\s+when\b"
    r"|\bwas\s+(?:still\s+)?(?:an?\s+)?(?:child|boy|girl|schoolboy|schoolgirl|toddler|baby|teenager|infant)\s+when\b"
    r"|(?:برس|سال)\s+(?:کا|کی|کے)\s+(?:تھا|تھی|تھے)\s+جب|(?:بچہ|بچی|بچے)\s+(?:تھا|تھی|تھے)\s+جب",
    re.IGNORECASE,
)
_SOME_DAY = Pattern(
    r"\b(?:on\s+an?|it\s+was\s+an?|one)\s+(?:(?:cold|hot|wet|rainy|foggy|quiet|clear|bright|grey|winter|summer)\s+)?"
    r"(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b(?!\s+(?:that|of\s+(?:violence|blood|protests)))",
    re.IGNORECASE,
)
"""A day of a story: "on a Sunday", "one Friday"."""
_SOME_TIME = Pattern(
    r"\b(?:had|has|have)\s+been\s+[^.;]{0,40}?\b(?:bombed|burnt|burned|raided|attacked|shelled|blown\s+up|kidnapped|abducted|torched|robbed)\s+(?:by\s+[\w-]+\s+[\w-]+\s+)?"
    r"(?:once|twice|thrice|(?:three|four|five|six|seven|several|many|a\s+dozen)\s+times|times\s+without)\b"
    r"|\b(?:he|she)\s+lost\s+(?:his|her|an?|both)\s+(?:[\w-]+\s+)?(?:legs?|arms?|hands?|eyes?|foot|feet|sight|hearing|sons?|brothers?|husband|father)\s+(?:when|in|to)\b"
    r"|\bbefore\s+the\s+(?:[\w-]+\s+)?(?:agreement|truce|ceasefire|accord|settlement|deal)\b"
    r"|(?<!\w)(?:دو|تین|چار|پانچ|کئی|متعدد)\s+(?:بار|مرتبہ|دفعہ)\s+(?:[^\s۔]+\s+){0,5}?(?:بچ|زخمی|حمل|اغوا|نشانہ)"
    r"|\bat\s+(?:one\s+time\s+or\s+another|some\s+(?:time|point)\s+in\s+(?:his|her|their)\s+li(?:fe|ves))\b"
    r"|\b(?:by|against|fighting|fled|from|in)\s+(?:the\s+)?(?:Soviets?(?:\s+(?:army|troops|forces|invasion|war|jets|gunships))?|Red\s+Army|colonial\s+(?:troops|police|army))\b"
    r"|\bSoviet\s+(?:invasion|occupation|jets|gunships|bombing)\b|سوویت",
    re.IGNORECASE,
)
"""What has happened at some time or other: "burnt once, bombed twice"."""
_MENDED = Pattern(
    r"\b(?:restored|relaid|re-laid|repaired|rebuilt|re-?opened|resumed?|replaced|re-?erected|mended|reconstructed)\b"
    r"|\b(?:run|running|operate|operating|ply|plying)\s+again\b|\bback\s+(?:on\s+track|in\s+service|to\s+work)\b"
    r"|بحال|مرمت|دوبارہ\s+(?:شروع|کھول|تعمیر)",
    re.IGNORECASE,
)
_CASE = Pattern(
    r"\b(?:regist\w+|lodg\w+|fil\w+|book\w+)\b[^.;]{0,40}?\b(?:FIR|case|cases|complaint|first\s+information\s+report)\b"
    r"|\b(?:FIR|case|challan|charge-?sheet)\b[^.;]{0,40}?\b(?:was|were|has\s+been|had\s+been|is)\s+(?:\w+\s+)?(?:regist|lodg|fil|submit)\w+"
    r"|\b(?:submitted|filed|presented|framed)\s+(?:an?\s+|the\s+|its\s+)?(?:[\w-]+\s+){0,2}?(?:challan|charge-?sheet|charges)\b"
    r"|مقدم[ہے]\s+(?:\S+\s+){0,4}?درج|ایف\s?آئی\s?آر\s+(?:\S+\s+){0,3}?درج|چالان\s+(?:\S+\s+){0,3}?(?:پیش|جمع)",
    re.IGNORECASE,
)
_LATELY, _WEEKS, _REACH = 11, 20, 30
"""Days after which an event, and a case over one, is no news; characters between it and its day."""


def is_bygone(found: Found) -> bool:
    """Whether a sentence tells of "a Sunday", of a childhood, or of what has been mended since."""
    if found.matches(_SOME_DAY):
        return True
    if found.matches(_SOME_TIME):
        return not any(is_lately(span, found.published) for span in found.dates)
    if found.matches(_AGED):
        return not any(
            is_own_day(span) and not _is_old(span, found.published) for span in found.dates
        )
    return found.matches(_MENDED) and all(_is_long_done(found, one) for one in found.triggers)


def _is_long_done(found: Found, trigger: Trigger) -> bool:
    """Whether a day or month that ended a week ago or more follows a trigger: "blown in May"."""
    return any(
        0 <= span.start - trigger.end <= _REACH and _is_old(span, found.published)
        for span in found.dates
    )


def _is_old(span: DateSpan, published: date | None, days: int = _LATELY) -> bool:
    if published is None or span.last is None or span.since:
        return False
    return (published - span.last).days >= days


def is_case_of_old(found: Found) -> bool:
    """Whether police registered a case over an attack weeks ago."""
    known = all(trigger.is_noun or trigger.definite for trigger in found.triggers)
    if not known or not found.matches(_CASE):
        return False
    return any(is_own_day(span) and _is_old(span, found.published, _WEEKS) for span in found.dates)

"""Attacks of days before that a sentence names for what came of them long after.

"Trains ran again on Monday, twelve days after the track was blown up", "two of the men wounded in
last week's attack were discharged", "the family of a doctor kidnapped on February 12 appealed to
his captors": the news is the train, the patient, the appeal.
"""

from __future__ import annotations

import re

from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.found import Found, is_dated
from geomap.text.patterns import Pattern

__all__ = ["is_long_after"]

_LATER = Pattern(
    r"\b(?:resumed|restored|reopened|re-opened|ran\s+again|called\s+off|offered\s+a\s+reward|"
    r"(?:was|were|has\s+been)\s+(?:opened|rebuilt|repaired|discharged|lifted|handed\s+over|"
    r"promoted|transferred|suspended\s+over|named\s+after)|"
    r"(?:has|have|had)?\s*(?:identified|traced)\s+the|"
    r"released\s+(?:the\s+|a\s+)?(?:sketch|pictures?|photograph|footage)|"
    r"(?:held|addressed|addressing)\s+a\s+(?:press|news)\s+conference|appealed\s+(?:to|for)|"
    r"lodged\s+an?\s+(?:\w+\s+)?protest|extended\s+the\s+\w+\s+remand|"
    r"(?:demanded|sought|called\s+for)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?"
    r"(?:inquiry|investigation|probe|recovery|release|arrest|report))\b",
    re.IGNORECASE,
)
"""What is done when an attack is long over."""
_DIES = re.compile(
    r"\b(?:succumb\w*|died|expired|breathed|bod(?:y|ies)|passed\s+away|critical)\b", re.IGNORECASE
)
_LONG_AFTER = re.compile(
    r"\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|some|many)\s+"
    r"(?:days|weeks|months|years)\s+after\b"
    r"|\b(?:week|month|fortnight|year)(?:s|-long)?\b(?!\s+of\s+the)|\blast\s+(?:week|month|year)\b",
    re.IGNORECASE,
)
_BEFORE_NOUN = re.compile(
    r"\b(?:the|in|of|over|after|against|on|for|behind|by|from|since|about|at|during|last\s+\w+['’]s)\s+"
    r"(?:[\w’'-]+\s+){0,7}$",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(
    r"\b(?:where|in\s+which|who|whom|whose|which|that|after|since|when|because)\s+(?:[\w’'-]+\s+){0,9}$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:was|were|had|has|have|been|is|are|be)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s+(?:in|from|by|on|at|during|near|last|outside)\b")
_SORTS = frozenset({"explosion", "clash", "armed", "abduction", "killing", "protest"})
_FRESH_DAYS, _REACH = 2, 70


_MEASURE_ENDED = Pattern(
    r"\b(?:curfew|section\s+144|restrictions?|ban|siege|lockdown|suspension|closure|clampdown)\b(?:(?!\bnot\b)[^.;]){0,90}?"
    r"\b(?:(?:(?:has|have|had)\s+been|was|were)\s+(?:\w+ly\s+)?(?:lifted|eased|relaxed|withdrawn|ended|removed|revoked)|(?:has|have|had)\s+ended)\b"
    r"|\b(?:lift|eas|relax|withdr|remov|revok|end)\w*\s+(?:an?\s+|the\s+)(?:[\w-]+\s+){0,2}?(?:curfew|restrictions|lockdown|ban)\b"
    r"|کرفیو[^۔]{0,60}?(?:اٹھا\s+ل|ختم\s+کر|نرمی)",
    re.IGNORECASE,
)
"""A curfew is over: that it had been imposed is old news."""


def is_long_after(found: Found) -> bool:
    """Whether all attacks of a sentence are of days before, and something else is its news."""
    if all(one.family == "change" for one in found.triggers) and found.matches(_MEASURE_ENDED):
        return True
    if not found.matches(_LATER) or any(one.family not in _SORTS for one in found.triggers):
        return False
    text, sentence = found.text, found.sentence
    if _DIES.search(text, sentence.start, sentence.end) is not None:
        return False
    if not all(_is_subordinate(found, trigger) for trigger in found.triggers):
        return False
    days = [span for span in found.dates if span.last is not None and "future" not in span.rules]
    own = [span for span in days if _is_of_attack(found, span)]
    if own:
        return not any(_is_fresh(found, span) for span in own)
    return _LONG_AFTER.search(text, sentence.start, sentence.end) is not None


def _is_subordinate(found: Found, trigger: Trigger) -> bool:
    """Whether a word for an attack stands in a relative clause, a participle or behind "in the"."""
    lead = found.text[max(found.sentence.start, trigger.start - _REACH) : trigger.start]
    if trigger.is_noun:
        return _BEFORE_NOUN.search(lead) is not None
    if trigger.family == "protest":
        return False
    if _BEFORE_VERB.search(lead) is not None:
        return True
    return _AUXILIARY.search(lead) is None and _GOES_ON.match(found.text, trigger.end) is not None


def _is_of_attack(found: Found, span: DateSpan) -> bool:
    """Whether a day stands with a word for an attack, and not with the news of the sentence."""
    later = _LATER.inside(found.text, found.sentence)
    if later is not None and 0 <= span.start - later.end() <= _BESIDE:
        return False
    ends = [trigger.end for trigger in found.triggers]
    starts = [trigger.start for trigger in found.triggers]
    return min(starts) - _BESIDE <= span.start <= max(ends) + _REACH


_BESIDE = 22


def _is_fresh(found: Found, span: DateSpan) -> bool:
    """Whether a date is of the last days; a week or a month before is not, nor a longer one."""
    if found.published is None or span.last is None or span.first is None:
        return True
    if not (is_dated(span) or span.since):
        return False
    day = span.first if span.precision in {"week", "month"} and not span.since else span.last
    return (found.published - day).days <= _FRESH_DAYS

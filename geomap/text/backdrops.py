"""What a sentence tells only as the backdrop of its news: "amid an operation", "a day after"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from geomap.text.counts import Count
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.found import Found, is_dated, is_own_day
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
_TREND = (
    r"amid(?:st)?\s+(?:(?:an?|the|reports\s+of|fears\s+of)\s+)?(?:[\w-]+\s+){0,2}?(?:surge|spike|wave|rise|increase|uptick|spate|string|series|"
    r"resurgence|escalation|upsurge|worsening|deterioration|concerns?|fears|calls)\b"
)
_LEADING = Pattern(
    rf"\W*(?:(?P<trend>{_TREND})|(?P<past>{_LATER})\s|(?:amid|amidst|despite|against\s+the\s+backdrop\s+of)\s|(?:{_GOES_ON})\b)"
    r"[^,;.]{3,160},\s",
    re.IGNORECASE,
)
_TRAILING = Pattern(
    rf",?\s(?:(?P<past>(?:{_LATER})\s"
    r"|(?:following|after|over|in\s+the\s+wake\s+of)\s+(?:the\s+)?last\s+(?:week|month|year)['’]s\s"
    r"|in\s+(?:an?\s+)?(?:apparent\s+)?(?:retaliation|revenge|reprisal|response|reply|vengeance)\s+(?:for|to)\s+(?:an?|the|last|this)\s)"
    rf"|(?P<trend>{_TREND})|amid(?:st)?\s|(?:{_GOES_ON})\b|where\s+{_FORCES}\s+(?:have|has|had|is|are|was|were)\b)"
    r"[^,;.]{3,200}",
    re.IGNORECASE,
)
_AGAIN_URDU = Pattern(
    r"،\s+(?:(?:جبکہ|اور)\s+)?(?:(?:گزشتہ|گذشتہ|پچھلے)\s+(?:ہفتے|ماہ|مہینے|سال|برس)|(?:چند|کچھ|دو|تین)\s+(?:روز|دن|ہفتے|ماہ)\s+(?:قبل|پہلے))\s+"
    r"بھی\s[^۔،]{3,160}?تھ[ےایی](?!\w)"
)
"""What had happened before, at the end of an Urdu sentence: "last week, too, two had died"."""
_ENGAGED = Pattern(
    r"\b(?:on|engaged\s+in|busy\s+(?:in|with)|taking\s+part\s+in|participating\s+in|conducting|carrying\s+out|leading|"
    r"returning\s+from|out\s+on|on\s+(?:their|its)\s+way\s+(?:to|from))\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:operation|raid|sweep)\b"
    r"(?=[^.;]{0,80}?\b(?:ambushed|attacked|fired\s+(?:up)?on|targeted|bombed|hit|came\s+under|blown\s+up)\b)",
    re.IGNORECASE,
)
"""What those did who were attacked: "soldiers on a search operation were ambushed"."""
_ACTED = (
    r"(?:kill|wound|injur|hurt|maim|martyr|shot|shoot|gunn|left|leav|claim|took|abduct|kidnap|burn|"
    r"destroy|damag)\w*"
)
_GOES_BACK = re.compile(
    rf",?\s+(?:(?:and|but)\s+(?:\w+ly\s+)?{_ACTED}\b|(?:killing|leaving|wounding|injuring|martyring|claiming)\b"
    r"|(?:and|but)\s+(?:[\w'’-]+\s+){1,6}?(?:was|were|had|died|lost|sustained|suffered|embraced|perished)\b"
    r"|(?:while|when|before)\s)",
    re.IGNORECASE,
)
"""Where the words go back to the news: "amid heavy firing and killed two"."""
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|got|have|has|had)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
)
_DIED = re.compile(r"die|dead|death|dying|lost|lives|perish|martyr|embrac", re.IGNORECASE)
_ANSWERS = frozenset({"capture", "arrest", "change", "operation"})
_IN_FORCE = re.compile(
    r"\b(?:police\w*|troops|soldiers|forces|Levies|personnel|Rangers|FC|army|officers|constables?|commandos)\b",
    re.IGNORECASE,
)
_ON_THEM = re.compile(
    r"[^.;]{0,80}?\b(?:(?:was|were|they|their|came)\s|(?:ambushed|attacked|targeted|hit|on|upon)\s+(?:them|the(?:ir)?\s+(?:team|party|vehicle|convoy))\b)",
    re.IGNORECASE,
)


class _Span(NamedTuple):
    """Where a backdrop stands, and what it is of.

    `sort` is ``before`` for another day than that of the news, ``again`` for what had happened
    before as well, ``trend`` for more than one event, ``around`` for what goes on, ``work`` for
    what those did who were attacked.
    """

    start: int
    end: int
    sort: str


def without_backdrop(found: Found) -> Found:
    """Leave out what a sentence tells only as the backdrop of something newer that it reports.

    "Days after the army announced an offensive, two constables were killed": the offensive is no
    part of the attack. Where nothing is told outside the backdrop, it stands; so does the attack
    after which people were held or a curfew was set, and the fight in which men were killed.
    """
    spans = _backdrops(found)
    told = _outside(found.triggers, spans) if spans else ()
    if told and _only_died(found.text, told):
        spans = [span for span in spans if span.sort != "around" or _counts_dead(found, span)]
        told = _outside(found.triggers, spans)
    if spans and not told:
        found.dates = _days_before(found, spans)
    if not spans or all(one.definite for one in told):
        return found
    counts = _outside(found.counts, spans)
    if _is_answer(told, counts) and _tells_more(found, spans, counts):
        found.dates = _days_before(found, spans)
        found.triggers = [one for one in found.triggers if one not in told]
        return found
    found.triggers, found.counts = _on_forces(found.text, told, spans), counts
    days = _outside(found.dates, spans)
    if any(is_own_day(day) for day in days) or all(span.sort == "again" for span in spans):
        found.dates = days
    return found


def _is_answer(told: Sequence[Trigger], counts: Sequence[Count]) -> bool:
    """Whether nobody came to harm in what is told: a curfew, an arrest, a search."""
    harmed = any(one.best and one.outcome in {"killed", "injured"} for one in counts)
    return not harmed and all(one.family in _ANSWERS for one in told)


def _tells_more(found: Found, spans: Sequence[_Span], counts: Sequence[Count]) -> bool:
    """Whether the backdrop tells an attack that is not known from before, as "the attack" is."""
    spans = [span for span in spans if span.sort in {"before", "around"}]
    within = [one for one in found.triggers if one not in _outside(found.triggers, spans)]
    if all(one.definite for one in within):
        return False
    return len(counts) < len(found.counts) or any(span.sort == "before" for span in spans)


def _days_before(found: Found, spans: Sequence[_Span]) -> Sequence[DateSpan]:
    """Return the days of a sentence: that of "two days after" alone, where it is known."""
    spans = [span for span in spans if span.sort == "before"]
    own = [day for day in found.dates if is_own_day(day)]
    last = max((span.end for span in spans if span.start > found.sentence.start + 3), default=None)
    if _outside(own, spans) != own or (last is not None and any(d.start >= last for d in own)):
        return found.dates
    days = [
        replace(day, rules=())
        for day in found.dates
        if "counted_back" in day.rules and is_dated(day) and not _outside([day], spans)
    ]
    return days or found.dates


def _on_forces(text: str, told: Sequence[Trigger], spans: Sequence[_Span]) -> Sequence[Trigger]:
    """Read attacks on forces who were at work as fights, though only "them" are named there."""
    work = next((span for span in spans if span.sort == "work"), None)
    if work is None or not _ON_THEM.match(text, work.end):
        return told
    if not _IN_FORCE.search(text, max(0, work.start - 60), work.start):
        return told
    return [
        replace(one, family="clash", event_type="Battles", sub_event_type="Armed clash")
        if one.start >= work.end and one.family == "armed"
        else one
        for one in told
    ]


def _counts_dead(found: Found, span: _Span) -> bool:
    """Whether a backdrop has dead of its own: "an operation that has killed 40 so far"."""
    return any(
        one.outcome == "killed" and span.start <= one.start < span.end for one in found.counts
    )


def _only_died(text: str, told: Sequence[Trigger]) -> bool:
    """Whether the words only say that people died, not what was done: "20 were killed"."""
    if any(one.family != "killing" for one in told):
        return False
    first = told[0]
    died = _DIED.match(text, first.start, first.end)
    return (
        died is not None
        or _PASSIVE.search(text[max(0, first.start - 30) : first.start]) is not None
    )


def _backdrops(found: Found) -> list[_Span]:
    """Return the spans of a sentence that only tell its backdrop, in text order."""
    text, start, end = found.text, found.sentence.start, found.sentence.end
    if not found.triggers:
        return []
    spans = []
    if found.may_match(_LEADING.mark):
        leading = _LEADING.match(text, start, end)
        spans += [_Span(*leading.span(), _sort(leading))] if leading else []
    if found.may_match(_TRAILING.mark):
        spans += map(_trailing, _TRAILING.pattern.finditer(text, start + 1, end))
    if found.may_match(_AGAIN_URDU.mark):
        again = _AGAIN_URDU.pattern.finditer(text, start + 1, end)
        spans += [_Span(*match.span(), "again") for match in again]
    if found.may_match(_ENGAGED.mark):
        engaged = _ENGAGED.pattern.finditer(text, start + 1, end)
        spans += [_Span(*match.span(), "work") for match in engaged]
    return sorted(spans)


def _trailing(match: re.Match[str]) -> _Span:
    """Return the span of a backdrop that ends where the words go back to the news."""
    begins, end = match.start(), match.end()
    sort = _sort(match)
    back = _GOES_BACK.search(match.string, begins + 1, end) if sort == "around" else None
    return _Span(begins, back.start() if back else end, sort)


def _sort(match: re.Match[str]) -> str:
    if match["past"] is not None:
        return "before"
    return "around" if match["trend"] is None else "trend"


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...


SpanT = TypeVar("SpanT", bound=_Spanned)


def _outside(items: Sequence[SpanT], spans: Sequence[_Span]) -> list[SpanT]:
    """Return what starts in none of the sorted spans."""
    kept = []
    for one in items:
        at = bisect_right(spans, one.start, key=_START) - 1
        if at < 0 or one.start >= max(span.end for span in spans[max(0, at - 1) : at + 1]):
            kept.append(one)
    return kept


_START = attrgetter("start")

"""Sentences that count the attacks of a time, and the words by which they name that time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.dates import DateSpan
from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = [
    "counts_attacks",
    "is_sum_of_day",
    "is_sum_of_missing",
    "is_sum_of_months",
    "is_toll_in_drive",
    "is_toll_of_violence",
    "is_toll_of_year",
    "is_toll_since",
    "logs_attacks",
    "names_the_period",
    "of_a_period",
    "sums_up",
    "sums_up_days",
    "tells_its_start",
    "violence_took",
    "weeks_in",
]

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|(?:dozens|scores|hundreds)\s+of)"
)
_EVENTS = (
    r"(?:attacks|incidents|bombings|blasts|explosions|ambushes|raids|assaults|clashes|encounters|"
    r"operations|IBOs|strikes|shootings|killings|abductions|kidnappings|acts\s+of\s+\w+)"
)
_COUNTED = Pattern(
    rf"\b{_NUMBER}\s+(?:(?!(?:was|were|and|in|of|when|had|people|persons)\b)[\w-]+\s+){{0,3}}?{_EVENTS}\b"
    r"|\bone\s+(?:\w+\s+)?(?:attack|incident)\s+(?:was|took|occurred|each|in)\b"
    r"|(?<!\S)(?:\d[\d,]*|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|گیارہ|بارہ|تیرہ|چودہ|پندرہ|بیس)\s+"
    r"(?:(?!(?:افراد|لوگ|اہلکار|اہلکاروں)\s)\S+\s+){0,2}?(?:حملے|حملوں|واقعات|دھماکے|دھماکوں|کارروائیاں|"
    r"کارروائیوں|آپریشنز?|جھڑپوں|جھڑپیں)(?!\w)",
    re.IGNORECASE,
)


def counts_attacks(text: str, sentence: Sentence) -> bool:
    """Whether a sentence counts attacks or operations: "Sindh saw four attacks"."""
    return _COUNTED.inside(text, sentence) is not None


_PERIOD = Pattern(
    r"\b(?:in|during|over|throughout|within|for|across)\s+(?:the\s+|this\s+|that\s+)?(?:(?:same|whole|entire|full|reporting|"
    r"review|outgoing|said)\s+)?(?:week|month|quarter|year|period|days|fortnight|half-year|months|reporting\s+period)\b"
    r"(?!\s+of\s+\w)(?:\s+under\s+review)?"
    r"|(?:اس|اسی|مذکورہ|رواں)\s+(?:ماہ|مہینے|ہفتے|عرصے|مدت|دوران|سہ\s?ماہی|سال|برس)(?!\w)",
    re.IGNORECASE,
)
"""What names the time of a review without saying which: "during the month"."""
_THE_PERIOD = re.compile(
    r"(?:the|this|that)\s+(?:same\s+)?(?:week|month|quarter|fortnight)(?:\s+under\s+review)?\Z"
    r"|(?:اس|اسی)\s+(?:ماہ|مہینے|ہفتے|سہ\s?ماہی)\Z",
    re.IGNORECASE,
)


def of_a_period(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is of "the month" or "the same period", whichever that is."""
    return _PERIOD.inside(text, sentence) is not None


def names_the_period(text: str, span: DateSpan) -> bool:
    """Whether a date is no more than "the week": in a review that is the one it covers."""
    return _THE_PERIOD.match(text[span.start : span.end]) is not None


_WEEK, _WEEKS = 4, 24
"""Days between the first and the last of a review's week, and of its weeks."""


def weeks_in(dates: Sequence[DateSpan]) -> list[DateSpan]:
    """Return the dates that are a week or some weeks long."""
    return [
        span
        for span in dates
        if span.first is not None
        and span.last is not None
        and "future" not in span.rules
        and _WEEK <= (span.last - span.first).days <= _WEEKS
    ]


_MANY = Pattern(
    rf"\b(?:[5-9]|\d{{2,}}|\d{{1,3}}(?:,\d{{3}})+|(?:dozens|scores|hundreds)\s+of)\s+(?:(?!(?:was|were|and|in|of|when|had|"
    rf"people|persons)\b)[\w-]+\s+){{0,3}}?{_EVENTS}\b",
    re.IGNORECASE,
)


def sums_up_days(found: Found) -> bool:
    """Whether a sentence counts the attacks of a week or longer: "12 raids from May 3 to 9"."""
    if any(span.precision == "day" for span in found.dates):
        return False
    if weeks_in(found.dates) and found.matches(_COUNTED):
        return True
    long = any(
        span.first is not None and span.last is not None and (span.last - span.first).days > _WEEKS
        for span in found.dates
    )
    return long and found.matches(_MANY)


_MONTHS = 45


def is_sum_of_months(found: Found) -> bool:
    """Whether people were killed in the attacks of months, all told in one sentence of a list.

    "Militants killed 41 men in attacks in the province from January 1 to September 30."
    """
    dead = any(count.outcome == "killed" and count.best for count in found.counts)
    long = any(
        span.first is not None
        and span.last is not None
        and (span.last - span.first).days >= _MONTHS
        for span in found.dates
    )
    return dead and long and found.matches(_PLURAL)


_PLURAL = Pattern(rf"\b{_EVENTS}\b|حملوں|واقعات|دھماکوں|کارروائیوں", re.IGNORECASE)


_COUNTED_BY = Pattern(
    r"\b(?:commission|council|institute|cent(?:re|er)|watchdog|monitors?|think[\s-]?tank|ministry|department|union|committee|"
    r"federation|association|report|figures|data|statistics|records?)\b[^.;]{0,160}?\b(?:were|was|been)\s+(?:\w+ly\s+)?"
    r"(?:killed|murdered|slain|martyred|lynched|assassinated)\s+(?:(?:in|across)\s+(?:the\s+\w+|(?-i:[A-Z])\w+(?:[\s-]+(?-i:[A-Z])\w+)?)\s+)?"
    r"(?:in|during)\s+(?:the\s+(?:whole|course)\s+of\s+)?(?:19|20)\d\d\b(?!\s+(?:when|at|near|by|attack|in\s+(?:an?|the)\b))",
    re.IGNORECASE,
)


def is_toll_of_year(found: Found) -> bool:
    """Whether a body counts people killed in a year, however few: "six died in 2024"."""
    dead = any(count.outcome == "killed" and (count.best or 0) > 1 for count in found.counts)
    years = [span for span in found.dates if span.first is not None]
    whole = bool(years) and all(span.precision == "year" for span in years)
    return dead and whole and found.matches(_COUNTED_BY)


_OF_A_DAY = Pattern(
    r"(?:\b(?:\w+day|day|night|evening|morning)['’]s\s+|\b(?:the|all)\s+)(?:two|three|four|five|six|seven|eight|[2-9])\s+(?:\w+\s+)?"
    r"(?:attacks|incidents|blasts|raids|bombings|ambushes)\b[^.;]{0,60}?\b(?:left|killed|claimed|took|cost)\s+(?:at\s+least\s+)?[\w-]+\s+"
    r"(?:people|persons|lives|men|dead|policemen|soldiers|civilians)\b",
    re.IGNORECASE,
)


def is_sum_of_day(found: Found) -> bool:
    """Whether the toll of several attacks is summed up: "Sunday's two attacks left nine dead"."""
    return found.matches(_OF_A_DAY)


_MISSING = Pattern(
    r"\b(?:(?:enforced|forced)\s+disappearances?|(?:forcibly|forcefully)\s+disappeared|disappeared|missing\s+persons|"
    r"picked\s+up|went\s+missing)\b|جبری\s+(?:گمشد|لاپتہ)|لاپتہ",
    re.IGNORECASE,
)
_MANY_MISSING = 8
_A_MONTH = 27


def is_sum_of_missing(found: Found) -> bool:
    """Whether many are told to have disappeared in a month or longer: "86 people in October"."""
    many = any((c.best or 0) >= _MANY_MISSING and c.outcome == "abducted" for c in found.counts)
    if not many or not found.matches(_MISSING) or any(is_own_day(span) for span in found.dates):
        return False
    return any(
        span.first is not None
        and span.last is not None
        and (span.last - span.first).days >= _A_MONTH
        for span in found.dates
    )


_SINCE_WHEN = re.compile(r",?\s+when\b")
"""After a year since which something is so: the event of that year is told next."""
_HAVE_DIED_TILL = re.compile(
    r"\b(?:have|has|had)\s+(?:\w+ly\s+|so\s+far\s+|already\s+)?(?:been\s+)?(?:killed|died|shot|slain|murdered|assassinated|"
    r"targeted|injured|wounded|martyred|perished|lost|abducted|attacked)\b(?:(?!\b(?:who|when|that)\b)[^.;:]){0,200}$",
    re.IGNORECASE,
)
"""Before "since 2019, when ...": those who have died since then are counted."""
_HARMED = frozenset({"killed", "injured"})


def tells_its_start(text: str, span: DateSpan) -> bool:
    """Whether a time since which something is so is told for its event: "since 2014, when"."""
    return span.since and bool(_SINCE_WHEN.match(text, span.end))


def is_toll_since(found: Found) -> bool:
    """Whether those are counted who have died since an event: "since 2014, when a bomber struck".

    Others than those who died in it: they stand before that time.
    """
    began = [span.start for span in found.dates if tells_its_start(found.text, span)]
    counted = [c.start for c in found.counts if c.outcome in _HARMED and (c.best or 0) > 1]
    return bool(began and counted) and bool(
        min(counted) < min(began)
        and _HAVE_DIED_TILL.search(found.text[found.sentence.start : min(began)])
    )


_IN_DRIVE = Pattern(
    r"\b(?:have|has)\s+(?:\w+\s+){0,2}?(?:killed|died|shot|slain|martyred|lost|injured|wounded|perished|abducted|attacked)\b"
    r"[^.;:]{0,90}?\b(?:since|so\s+far\s+(?:during|in)|since\s+the\s+(?:start|beginning|launch)\s+of)\s+(?:the\s+|this\s+)?"
    r"(?:[\w’'-]+\s+){0,3}?(?:campaign|drive|season|election|elections|year|month|months|week|Ramadan|Ramazan|Muharram)\b",
    re.IGNORECASE,
)


def is_toll_in_drive(found: Found) -> bool:
    """Whether those are counted who have died since a campaign or a month began."""
    several = any(c.outcome in _HARMED and (c.best or 0) > 1 for c in found.counts)
    return several and found.matches(_IN_DRIVE) and not found.matches(_ONE_ATTACK)


_ONE_ATTACK = Pattern(
    r"\b(?:an?|one|the|that|this|another)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attack|blast|bombing|explosion|ambush|raid|assault|clash|incident|shooting|bomb|strike)\b",
    re.IGNORECASE,
)


_LOGS = (
    r"(?:logged|recorded|documented|registered|tallied|tracked|monitored|verified|counted|mapped)"
)
_INCIDENTS = (
    r"(?:[5-9]|\d{2,}|\d{1,3}(?:,\d{3})+)\s+(?:(?!(?:and|in|of|people|persons)\b)[\w-]+\s+){0,3}?"
    r"(?:incidents|attacks|cases|events|clashes|bombings|killings|violations)"
)
_LOGGED = Pattern(
    rf"\b{_LOGS}\s+(?:[\w-]+\s+){{0,3}}?{_INCIDENTS}\b"
    rf"|\b{_INCIDENTS}\s+(?:were|have\s+been|had\s+been)\s+(?:\w+\s+)?{_LOGS}\b",
    re.IGNORECASE,
)
"""A body's book of incidents, of which its report tells few: "logged 19 security incidents"."""


def logs_attacks(text: str, sentence: Sentence) -> bool:
    """Whether a sentence gives the number of incidents in somebody's book."""
    return _LOGGED.inside(text, sentence) is not None


_TOOK = Pattern(
    r"\b(?:violence|militancy|terrorism|insurgency|unrest|lawlessness|(?:terrorist|militant|separate|various|targeted|bomb)\s+"
    r"(?:attacks|killings|incidents)|feuds)\s+(?:in\s+\w+\s+)?(?:(?:has|have|had|also)\s+){0,2}"
    r"(?:claimed|left|killed|took|taken|cost|caused|resulted\s+in)\b"
    r"|(?:دہشت\s?گردی|تشدد|بدامنی)\s+(?:کے\s+واقعات\s+)?(?:نے|میں|سے)\s",
    re.IGNORECASE,
)


def violence_took(text: str, sentence: Sentence) -> bool:
    """Whether violence at large took lives: "militant violence left 88 people dead"."""
    return _TOOK.inside(text, sentence) is not None


_THREE_WEEKS = 21


def is_toll_of_violence(found: Found) -> bool:
    """Whether violence at large took lives in weeks or longer, and no day is named."""
    spans = [(s.first, s.last) for s in found.dates if s.first is not None]
    long = bool(spans) and all(a and b and (b - a).days >= _THREE_WEEKS for a, b in spans)
    return long and bool(found.counts) and violence_took(found.text, found.sentence)


_SUMS = (
    sums_up_days,
    is_toll_of_year,
    is_toll_since,
    is_toll_in_drive,
    is_sum_of_missing,
    is_toll_of_violence,
)


def sums_up(found: Found) -> bool:
    """Whether the harm of several events is summed up, in one of the ways above."""
    return any(rule(found) for rule in _SUMS)

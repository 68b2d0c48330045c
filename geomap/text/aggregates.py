"""Whether a sentence sums up: figures of several events, a long period or an area open no event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geomap.text._date_ranks import SPOKEN, rank_of, ranks_event
from geomap.text.attack_counts import is_toll_since, sums_up, tells_its_start
from geomap.text.breaks import ELLIPTIC
from geomap.text.dates import DateSpan
from geomap.text.elsewhere import ELSEWHERE
from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence
from geomap.text.twin_blasts import is_new_toll

__all__ = ["is_aggregate", "is_fresh", "is_one_of_old", "tells_one_event"]

_SEPARATE = Pattern(
    r"\bin\s+(?:\w+\s+){0,2}?(?:separate|different|various)\s+(?:\w+\s+){0,2}?"
    r"(?:incidents|attacks|engagements|operations|encounters|clashes|shootings|blasts|raids)\b"
    r"|\bin\s+(?:various|different)\s+(?:parts|areas)\s+of\b"
    r"|\bin\s+(?:attacks|incidents|violence|(?:a\s+)?(?:series|spate|string|number)\s+of\s+(?:\w+\s+){0,2}?"
    r"(?:attacks|incidents|shootings|blasts))\s+(?:(?:which\s+|that\s+)?(?:(?:was|were)\s+)?(?:reported|recorded|registered|told|took\s+place|"
    r"occurred|happened)\s+)?(?:in|across|from|at)\s+(?:\w+\s+){0,1}?"
    r"(?:different|various|several|separate)\s+(?:districts|areas|parts|towns|cities|places)\b"
    r"|مختلف (?:علاقوں|شہروں|اضلاع|مقامات|کارروائیوں) میں|کے واقعات میں|الگ الگ واقعات میں"
    r"|مختلف واقعات میں",
    re.IGNORECASE,
)
_ONE_FIGHT = Pattern(
    r"\b(?:clashes|fighting|hostilities|skirmishes)\b[^.;]{0,60}?\b(?:continued|went\s+on|raged|erupted|broke\s+out|entered|resumed|"
    r"spread|intensified|flared)\b[^.;]{0,60}?\bin\s+(?:various|different)\s+(?:parts|areas)\s+of\b",
    re.IGNORECASE,
)
"""A fight that goes on all over a district: one event, however many villages saw it."""
_SUM = re.compile(r"[\W_]*(?:total|sum|overall|in\s+total)\b\W*\s*\d+", re.IGNORECASE)
_OVER_PERIOD = Pattern(
    r"\b(?:in|during|over|within)\s+(?:the\s+)?(?:(?:past|last|preceding|previous|same)\s+)?"
    r"(?:\w+\s+)?(?:week|month|months|year|quarter|fortnight|24\s+hours)\b"
    r"|ہفتے کے دوران|ماہ کے دوران|مہینے کے دوران|سال کے دوران",
    re.IGNORECASE,
)
_MANY_EVENTS = Pattern(
    r"\b(?:violence|terrorism|militancy|attacks|incidents|blasts|bombings|ambushes|clashes|operations|lives|acts\s+of|killings|shootings|murders)\b"
    r"|واقعات|حملوں|کارروائیوں",
    re.IGNORECASE,
)
_PERIOD_TOOK = Pattern(
    r"\b(?:weekend|week|fortnight|month|year|quarter)\b(?!['’])[^.;:]{0,40}?\s"
    r"(?:took|taken|claimed|cost|left|saw|brought|witnessed)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:lives|dead|deaths|killed|people|persons|victims)\b",
    re.IGNORECASE,
)
"""A time that took lives: "the weekend that ended on Sunday claimed the lives of eight"."""
_LONG_DAYS = 21
_LARGE_TOLL = 15
_WEEKLY = Pattern(r"\b(?:attacks|incidents|blasts|operations|cases)\b|واقعات|حملوں", re.IGNORECASE)
_TALLY = Pattern(
    r"\b(?:\d{1,3}(?:,\d{3})+|\d+|dozens\s+of|hundreds\s+of|scores\s+of|number\s+of|"
    r"(?:four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?=\s+\w+,\s))\s+"
    r"(?:\w+\s+){0,2}?(?:attacks|incidents|bombings|blasts|operations|clashes|ambushes|cases(?!\s+(?:was|were|had|has)\b))\b"
    r"|\b(?:violence|attacks|incidents|fatalities|bombings|killings|kidnappings|abductions|crime|cases)\s+(?:[\w-]+\s+){0,9}?"
    r"(?:climb\w*|come\s+down|came\s+down|gone\s+(?:up|down)|went\s+(?:up|down)|rose|risen|increas\w+|dropp\w+|declin\w+|doubl\w+|surg\w+|fell|spiked)\b"
    r"|\battacks\s+(?:\w+\s+){0,8}?numbered\b",
    re.IGNORECASE,
)
_TALLIED = Pattern(
    r"\b(?:kidnappings|abductions|killings|murders|attacks|incidents|cases|bombings|blasts)\b[^.;]{0,60}?"
    r"\b(?:were|are|have\s+been)\s+(?:also\s+)?(?:tallied|recorded|counted|documented|registered|logged|listed)\b"
    r"(?!\s+(?:against|under|after|over|by|(?:on|in)\s+(?:the\s+)?(?:CCTV|camera|video|film|phones?|mobile)))",
    re.IGNORECASE,
)
_FAR_DAYS = 21
_QUARTER_DAYS = 45
_MANY_HELD = 8


_SIT_IN_DAYS = 40


def _is_sit_in(found: Found) -> bool:
    """Whether a protest has gone on since a day not long ago: no sum of many events."""
    firsts = [span.first for span in found.dates if span.since and span.first is not None]
    lately = found.published is not None and all(
        (found.published - first).days <= _SIT_IN_DAYS for first in firsts
    )
    return lately and any(trigger.family == "protest" for trigger in found.triggers)


_OTHER_CLAUSE = re.compile(
    r"[:;]|\b(?:who|whose|whom|which|that|because|had|have|has|been|unpaid|pending|closed|missing)\b",
    re.IGNORECASE,
)


def _is_of_acts(found: Found, since: DateSpan) -> bool:
    """Whether a time since a day is that of what is told, not of a clause behind it.

    "Nurses marched to the press club: none had been paid since July."
    """
    acts = [t.end for t in found.triggers if not t.is_noun and t.end <= since.start]
    return not acts or _OTHER_CLAUSE.search(found.text, max(acts), since.start) is None


def _ends_a_long_time(dates: Sequence[DateSpan]) -> bool:
    """Whether a day ends what had lasted for weeks: "the hush since May was broken on Sunday"."""
    begun = [span.first for span in dates if span.since and span.first is not None]
    days = [s.first for s in dates if not s.since and s.first is not None and is_own_day(s)]
    return bool(begun and days) and (max(days) - min(begun)).days > _FAR_DAYS


def _is_one_of_them(found: Found) -> bool:
    """Whether a sentence tells of one fight in separate places, or of one event by its number."""
    return bool(found.matches(_ONE_FIGHT) or ELLIPTIC.match(found.text, found.sentence.start))


def is_aggregate(found: Found, said: Mapping[str, int]) -> bool:
    """Whether figures stand for several events or a long period: data, a review, a round-up."""
    dates, counts = found.dates, found.counts
    memory = bool(dates) and not is_toll_since(found) and _is_memory(found, said)
    if memory:
        return False
    parted = any(ELSEWHERE in count.rules for count in counts)
    if parted or (found.matches(_SEPARATE) and not _is_one_of_them(found)):
        return not parted
    if counts and any(count.aggregate for count in counts) and not is_new_toll(found):
        return True
    told = bool(found.triggers) and bool(dates) and not counts
    since = [s for s in dates if s.since and not _ranks(found, s)] if told else ()
    if since and any(_is_of_acts(found, s) for s in since) and not _is_sit_in(found):
        acts = any(not trigger.is_noun for trigger in found.triggers)
        return not (acts and _ends_a_long_time(dates))
    if dates and found.matches(_WEEKLY) and any(span.precision == "week" for span in dates):
        return True
    if found.matches(_TALLY) and (not is_fresh(dates) or said["aggregate"] or _is_of_months(found)):
        return True
    if sums_up(found):
        return True
    if found.matches(_TALLIED) and not any(is_own_day(span) for span in dates):
        return True
    if dates and counts and _is_of_a_quarter(found):
        return True
    harmed = bool(counts) and any(count.outcome in _HARMED for count in counts)
    return harmed and _sums_harm(found, said)


def _ranks(found: Found, span: DateSpan) -> bool:
    """Whether a time only ranks an event: "the attack, the bloodiest in the country since May"."""
    return ranks_event(found.text, (found.sentence.start, found.sentence.end), span)


def _sums_harm(found: Found, said: Mapping[str, int]) -> bool:
    """Whether the dead and wounded of a sentence are those of a long time or of many events."""
    if _is_long(found, said) or _SUM.match(found.text, found.sentence.start):
        return True
    if _is_of_period(found) or _is_of_years(found):
        return True
    if not said["aggregate"] or found.matches(_RANKED):
        return False
    return any(
        span.first and span.last and (span.last - span.first).days >= _FAR_DAYS
        for span in found.dates
    )


_RANKED = Pattern(
    r"\b(?:worst|first|deadliest|bloodiest|biggest|largest|heaviest|latest)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:attack|blast|bombing|raid|assault|massacre|ambush|clash)\s+(?:[\w-]+\s+){0,4}?(?:in|this|since)\b",
    re.IGNORECASE,
)
"""One event, ranked among those of a time: "the heaviest assault since January"."""


def _is_memory(found: Found, said: Mapping[str, int]) -> bool:
    """Whether a sentence, which counts no attacks, remembers an event or those who died in it."""
    if is_one_of_old(found) and not found.matches(_TALLY):
        return True
    return bool(said["commemoration"]) and _is_of_old_years(found)


def _is_of_period(found: Found) -> bool:
    """Whether a time has its toll: "violence in the past month", "the weekend took eight lives"."""
    if found.matches(_OVER_PERIOD) and found.matches(_MANY_EVENTS):
        return True
    return found.matches(_PERIOD_TOOK)


_HAVE_DIED = (
    r"\b(?:have|has)\s+(?:\w+\s+){0,2}?(?:fallen|died|perished|lost|claimed|killed|wounded|martyred|"
    r"murdered|left|cost|taken|laid\s+down)\b"
)
_SINCE_THEN = (
    r"\bsince\s+(?:the\s+)?(?:[\w'’-]+\s+){0,4}?(?:attacks?|blasts?|bombings?|massacre|launch|start|"
    r"adoption|fall|takeover|return|collapse|killing|assassination|truce|ceasefire|agreement|merger|"
    r"uprising)\b"
)
_IN_YEARS = (
    r"\b(?:in|over|within|during)\s+(?:the\s+)?(?:last\s+|past\s+)?(?:[\w-]+\s+)?"
    r"(?:years|decades)\b"
)
_OF_YEARS = Pattern(
    rf"{_HAVE_DIED}[^.;:]{{0,110}}?(?:{_SINCE_THEN}|{_IN_YEARS})"
    rf"|{_SINCE_THEN}[^.;:]{{0,80}}?{_HAVE_DIED}",
    re.IGNORECASE,
)
"""Those who have died since something, or in years: "700 have died since the attack"."""
_LAID_BEFORE = Pattern(
    r"\b(?:told|informed|apprised|briefed)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:assembly|senate|parliament|house|committee|senators|lawmakers|MNAs|MPAs)\b"
    r"|(?:اسمبلی|سینیٹ|کمیٹی|ایوان|پارلیمان|پارلیمنٹ)\s+(?:کو|میں)\s+(?:\S+\s+){0,5}?بتایا",
    re.IGNORECASE,
)
"""Whom ministers tell the sums of long campaigns."""
_MANY_DEAD = 40


def _is_of_years(found: Found) -> bool:
    """Whether the dead are those of years, or of all that a parliament was told of.

    A day of the last three weeks is that of one event, unless the figures were given out on it.
    """
    best = max((count.best or 0 for count in found.counts if count.outcome in _HARMED), default=0)
    if best < _MANY_DEAD or not (found.matches(_OF_YEARS) or found.matches(_LAID_BEFORE)):
        return False
    return not any(
        is_own_day(span) and not _is_long_ago(found, span) and not _is_stated(found, span)
        for span in found.dates
    )


def _is_long_ago(found: Found, span: DateSpan) -> bool:
    if found.published is None or span.last is None:
        return False
    return (found.published - span.last).days > _FAR_DAYS


def _is_of_months(found: Found) -> bool:
    """Whether all that is told are attacks of months: "139 attacks between January and March"."""
    spans = [s for s in found.dates if s.first is not None and s.last is not None and not s.since]
    if not any(s.first and s.last and (s.last - s.first).days >= _FAR_DAYS for s in spans):
        return False
    start, end = found.sentence.start, found.sentence.end
    tallies = [match.span() for match in _TALLY.pattern.finditer(found.text, start, end)]
    return all(any(a <= t.start and t.end <= b for a, b in tallies) for t in found.triggers)


def _is_of_a_quarter(found: Found) -> bool:
    """Whether many arrests are told for months: "61 suspects between January 1 and March 25"."""
    spans = [s for s in found.dates if s.first is not None and s.last is not None and not s.since]
    long = any(s.first and s.last and (s.last - s.first).days >= _QUARTER_DAYS for s in spans)
    many = any((c.best or 0) >= _MANY_HELD and c.outcome == "arrested" for c in found.counts)
    return (
        long
        and many
        and not any(is_own_day(span) and not _is_stated(found, span) for span in found.dates)
    )


_ONE_EVENT = Pattern(
    r"(?i:\bhijack|\boffloaded|\bpulled\s+off)|(?i:\bhad\s+been\s+(?:shot|gunned|slain|massacred|executed|mown)\b[^.;]{0,60}?"
    r"\b(?:at|in|near|outside)\s+(?:an?|the|one|this|that)\s)|\b(?:at|near|outside)\s+(?:the\s+)?[A-Z]\w+"
    r"|(?i:\b(?:an?|one|the|that|this|another)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attack|blast|bombing|explosion|ambush|raid|assault|clash|incident|shooting|bomb|strike)\b"
    r"|\b(?:when|after)\s+(?:[\w-]+\s+){0,6}?(?:attacked|fired|fought|struck|opened|exploded|stormed|killed|left|blew)\b)"
    r"|(?:ایک|اسی|اس|نوعیت\s+کے)\s+(?:\S+\s+){0,3}?(?:حملے|دھماکے|واقعے|جھڑپ|فائرنگ)"
    r"|(?:حملے|دھماکے|واقعے)\s+میں",
)


def tells_one_event(text: str, sentence: Sentence) -> bool:
    """Whether a sentence speaks of a single event: "the blast", "when gunmen attacked"."""
    return _ONE_EVENT.inside(text, sentence) is not None


_SERIOUS_TOLL = 8
_HARMED = frozenset({"killed", "injured"})


_YEAR_AGO = 300
_UNTIL_URDU = re.compile(r"\s+(?:تک|بعد)(?!\w)")
_HAD_BEEN_URDU = Pattern(
    r"(?:گیا|گئے|گئی|گئیں|ہوا|ہوئے|ہوئی|ہوئیں|دیا|دیے|دی|لیا|کیا|کیے|ملی|ملیں|اتارا|مارا|مارے|اڑایا|جلایا|بنایا|ڈالا)\s+"
    r"(?:تھا|تھے|تھی|تھیں)(?!\w)"
)
"""The past perfect of Urdu, in which events before those of the report are told."""


def is_one_of_old(found: Found) -> bool:
    """Whether a sentence remembers one event of a year or more ago, whatever its toll.

    In Urdu of some weeks ago, too, where it stands in the past perfect and counts no attacks.
    """
    firsts = [
        span.first
        for span in found.dates
        if span.first is not None and not _UNTIL_URDU.match(found.text, span.end)
    ]
    if found.published is None or not firsts:
        return False
    if _is_toll_of_months(found):
        return False
    age = (found.published - max(firsts)).days
    if age > _FAR_DAYS and found.matches(_HAD_BEEN_URDU) and not found.matches(_MANY_EVENTS):
        return True
    if age > _FAR_DAYS and any(tells_its_start(found.text, span) for span in found.dates):
        return True
    return age > _YEAR_AGO and (found.matches(_ONE_EVENT) or _is_one_act(found))


_ONE_ACT = Pattern(
    r"\b(?:an?\s+(?:[\w-]+\s+){0,2}?(?:bomber|gunman|bomb|mine|grenade|rocket|attacker)|gunmen|bombers|attackers|"
    r"assailants|armed\s+men|militants|terrorists|insurgents)\s+(?:(?:had|also|again)\s+){0,2}"
    r"(?:killed|shot|gunned|attacked|torched|blew|burnt|set|opened|stormed|struck|went|bombed|abducted|kidnapped|fired)\b",
    re.IGNORECASE,
)
"""One deed: "gunmen killed nine passengers", "a bomber blew himself up"."""


def _is_one_act(found: Found) -> bool:
    """Whether a sentence tells what somebody did once, and not the toll of many deeds."""
    best = max((count.best or 0 for count in found.counts if count.outcome in _HARMED), default=0)
    if best >= _MANY_DEAD or found.matches(_MANY_EVENTS) or found.matches(_TALLY):
        return False
    return found.matches(_ONE_ACT)


def _is_toll_of_months(found: Found) -> bool:
    """Whether many died in a time of months, in which no single event lasts."""
    best = max((count.best or 0 for count in found.counts if count.outcome in _HARMED), default=0)
    return best >= _LARGE_TOLL and any(
        span.first is not None
        and span.last is not None
        and span.precision != "year"
        and (span.last - span.first).days >= _QUARTER_DAYS
        for span in found.dates
    )


def _is_of_old_years(found: Found) -> bool:
    """Whether those whom people remember died in a month or year that ended a year ago."""
    return found.published is not None and any(
        span.precision in {"month", "year"}
        and span.last is not None
        and (found.published - span.last).days > _YEAR_AGO
        for span in found.dates
    )


def _is_long(found: Found, said: Mapping[str, int]) -> bool:
    """Whether a toll is told for weeks or months: "412 people from January to September".

    A few dead of one attack of last year are a memory, not a statistic.
    """
    best = max((count.best or 0 for count in found.counts), default=0)
    small = best < _SERIOUS_TOLL or said["recalled"] or found.matches(_ONE_EVENT)
    since = any(span.since for span in found.dates) and not found.matches(_ONE_EVENT)
    if small and not (said["aggregate"] or since):
        return False
    known = [span for span in found.dates if span.first is not None and span.last is not None]
    if not known or any(span.precision == "day" and not _is_stated(found, span) for span in known):
        return False
    return any(
        span.first is not None
        and span.last is not None
        and (span.last - span.first).days >= _LONG_DAYS
        and (span.precision != "month" or best >= _LARGE_TOLL)
        for span in known
    )


_STATED = re.compile(
    r"\b(?:said|told|briefed|informed|apprised|announced|released|shared|issued|stated|laid|tabled|launched|"
    r"submitted|presented|published|made\s+public)\b"
    r"(?:(?!\b(?:that|kill|attack|die|shot|fire|bomb|blast|struck|abduct|ambush|when|after)\w*)[^,;])*$",
    re.IGNORECASE,
)
"""Before the day on which figures were given out."""


def _is_stated(found: Found, span: DateSpan) -> bool:
    """Whether a day is that of a statement: "..., the assembly was told on Friday"."""
    start, end = found.sentence.start, found.sentence.end
    if _STATED.search(found.text, max(start, span.start - 70), span.start):
        return True
    date, marks = (span.start, span.end), found.sentence.marks
    return rank_of(found.text, (start, end), date, marks=marks) == SPOKEN


def is_fresh(dates: Sequence[DateSpan]) -> bool:
    """Whether the sentence names a day or week near the publication."""
    return any(
        span.precision in {"day", "week"}
        or (span.kind in {"weekday", "relative"} and span.precision not in {"month", "year"})
        for span in dates
        if span.first is not None and "future" not in span.rules
    )

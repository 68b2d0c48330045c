"""What a sentence only looks back on: a deed of another year, a charge, what a feud had claimed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geomap.text._date_ranks import names_event
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern

__all__ = ["is_of_old", "without_absence", "without_old"]

_OLD_DAYS = 60
_OLD_REACH = 40
_JOINED = re.compile(r"[,;.،؛۔]|\band\b|\sاور\s")


def without_old(
    text: str,
    triggers: Sequence[Trigger],
    dates: Sequence[DateSpan],
    published: date | None,
) -> Sequence[Trigger]:
    """Leave out triggers of long ago: "blown up in 2024", "the May 9, 2019 attack", "which had"."""
    triggers = [
        trigger
        for trigger in triggers
        if not (_is_before(text, trigger) or _is_of_year(text, trigger, published))
    ]
    triggers = [
        replace(one, definite=True) if not one.definite and _is_known(text, one) else one
        for one in triggers
    ]
    old = [
        span
        for span in dates
        if published is not None
        and span.last is not None
        and not span.since
        and (published - span.last).days > _OLD_DAYS
    ]
    if not old or len(old) == len(dates):
        return triggers
    return [
        trigger
        for trigger in triggers
        if not any(
            (
                0 <= span.start - trigger.end <= _OLD_REACH
                and _JOINED.search(text, trigger.end, span.start) is None
            )
            or (trigger.is_noun and names_event(text, span.end, trigger.start))
            for span in old
        )
    ]


_OF_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)ء?\s+(?:کے\s+دوران|میں|کے)\s+(?:(?![۔؛])\S+\s+){0,3}?"
    r"(?:(?:ہونے|آنے|جانے)\s+وال[ےیا]\s+)?(?:(?![۔؛])\S+\s+)?$"
)
_YEAR_REACH = 60


def _is_of_year(text: str, trigger: Trigger, published: date | None) -> bool:
    """Whether an Urdu noun has an older year before it: "2007 میں ہونے والے بم دھماکے"."""
    if published is None or not trigger.is_noun or text[trigger.start].isascii():
        return False
    told = _OF_YEAR.search(text, max(0, trigger.start - _YEAR_REACH), trigger.start)
    return told is not None and int(told["year"]) < published.year - 1


_ABSENT = re.compile(
    r"\b(?:missing|untraceable|unaccounted\s+for|not\s+been\s+(?:seen|heard\s+(?:of|from)))"
    r"(?:\s+(?:from|in)\s+[\w'’ -]{3,40}?)?\s+(?:(?:ever\s+)?since\s+)?$"
)
_TAKEN_BEFORE = re.compile(
    r"(?:\b(?:who|whom)\s+(?:(?:was|were|had|has|have|been|also)\s+)*(?:\w+ly\s+)?|"
    r"\bbod(?:y|ies)\s+of\s+[^.;,]{3,60}?\s)(?:seized|abducted|kidnapped|taken|captured|picked\s+up|whisked\s+away|detained)\b"
    r"(?!\s+[a-z]+s\b)(?:(?!\b(?:was|were|found|recovered)\b)[^.;,]){0,60}$"
)
_ABSENT_URDU = re.compile(r"(?:\s+کے\s+روز|\s+کی\s+\w+)?\s+سے\s+(?:\S+\s+){0,2}?لاپت[اہ](?!\w)")


def without_absence(
    text: str, triggers: Sequence[Trigger], dates: Sequence[DateSpan]
) -> Sequence[DateSpan]:
    """Leave out the day since when those who were found had been missing, or had been seized.

    "The bodies of two brothers, missing since May 2, were found on Friday": where a sentence tells
    of an abduction alone, the day is that of the abduction.
    """
    dates = tuple(span for span in dates if not _says_who_acts(text, span, triggers))
    if not dates or (triggers and all(one.family == "abduction" for one in triggers)):
        return dates
    found = any(one.family == "body" for one in triggers)
    return tuple(
        span
        for span in dates
        if not (
            _is_of_absence(text, span)
            or (found and _is_of_taking(text, span))
            or _is_of_arrest(text, span)
        )
    )


_ARRESTED = re.compile(
    r"\b(?:arrested|detained|picked\s+up|apprehended|nabbed|taken\s+into\s+custody|rounded\s+up|captured)\b"
    r"(?:(?!\b(?:and|was|were|died)\b)[^.;]){0,60}$"
)
_DIED_THEN = re.compile(
    r"(?:(?!\band\s+(?:an?|the|two|three|one|another)\b)[^.;]){0,60}?\s(?:died|succumbed|expired|(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+|later\s+)?"
    r"(?:shot|killed|gunned|murdered|tortured\s+to|beaten\s+to|found\s+dead))\b"
)
_ARRESTED_URDU = re.compile(
    r"(?:\s+(?:کو|کے\s+روز))?\s+(?:[^\s۔،]+\s+){0,4}?(?:گرفتار|حراست\s+میں\s+لی\S*)\s+(?:کیا\s+گیا|کیے\s+گئے|کئے\s+گئے|ہونے\s+وال\S+|گیا|گئے|شدہ)\s+[^۔]{0,120}?"
    r"(?:ہلاک|جاں\s?بحق|جان\s?بحق|دم\s+توڑ|مارا\s+گیا|مارے\s+گئے|قتل)"
)


def _is_of_arrest(text: str, span: DateSpan) -> bool:
    """Whether a day is that on which those who died later had been arrested."""
    if _ARRESTED_URDU.match(text, span.end):
        return True
    before = text[max(0, span.start - _TAKEN_REACH) : span.start]
    return _ARRESTED.search(before) is not None and _DIED_THEN.match(text, span.end) is not None


_TAKEN_REACH = 100
_WHO_HAVE = re.compile(
    r"\b(?:that|who|which)\s+(?:have|has|had)\s+(?:(?!was\b|were\b)[\w-]+\s+){1,6}(?:since\s+)?$"
)


def _says_who_acts(text: str, span: DateSpan, triggers: Sequence[Trigger]) -> bool:
    """Whether a time only says who acts: "two clans that have quarrelled since 2011 fought"."""
    if not span.since or not any(not t.is_noun and t.start >= span.end for t in triggers):
        return False
    return _WHO_HAVE.search(text, max(0, span.start - 80), span.start) is not None


def _is_of_taking(text: str, span: DateSpan) -> bool:
    """Whether a day is that on which those whose bodies were found had been seized."""
    return _TAKEN_BEFORE.search(text, max(0, span.start - 110), span.start) is not None


def _is_of_absence(text: str, span: DateSpan) -> bool:
    if not text[span.start : span.end].isascii():
        return _ABSENT_URDU.match(text, span.end) is not None
    lead = text[max(0, span.start - 60) : span.start]
    owns = text.startswith(("'s", "’s"), span.end)  # "missing since Friday's attack"
    return span.since and not owns and _ABSENT.search(lead) is not None


_YEARS_AFTER = re.compile(
    r"\b(?:an?|\d+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty)"
    r"(?:-\w+)?|several|many|some)\s+(?:years?|months?|decades?)\s+(?:after|since)\s+(?:(?!\bwhen\b)[^,;.:])*$",
    re.IGNORECASE,
)


def is_of_old(text: str, start: int) -> bool:
    """Whether words before say that something was long ago: "a year after men had seized"."""
    lead = text[max(0, start - 120) : start]
    if " ha" in lead and _WHICH_HAD.search(lead) is not None:
        return True
    if _WHO_DID.search(lead) is not None and _SPONSORED.search(lead) is not None:
        return True
    return _is_years_after(text, start)


def _is_years_after(text: str, start: int) -> bool:
    """Whether what is told there happened years before: "twelve years after a bomber killed"."""
    lead = text[max(0, start - 120) : start]
    return ("after" in lead or "since" in lead) and _YEARS_AFTER.search(lead) is not None


_ACCUSED = re.compile(
    r"\b(?:charges?|accused|suspected|suspicion|guilty|accusations?|allegations?)\s+of\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WHICH_HAD = Pattern(
    r"\b(?:feud|enmity|dispute|violence|insurgency|wave|spate|series|conflict|clashes|attacks|group|outfit|"
    r"network|gang)\b[^.;]{0,70}?,?\s+(?:which|that)\s+(?:had|has|have)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"\b(?:which|that|who)\s+(?:\w+\s+)?$")
_SPONSORED = Pattern(
    r"\b(?:sponsor\w*|harbou?r\w*|support\w*|fund\w*|shelter\w*|nurtur\w*|behind)\b[^.;]{0,40}?"
    r"\b(?:groups?|outfits?|organi[sz]ations|elements|proxies|networks?|terrorists|militants)\s+"
    r"(?:which|that|who)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What a group is wont to do, said of those who stand behind it."""
_WHEREABOUTS = "whereabouts"
_THEIRS = re.compile(r"\b(?:their|his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _is_known(text: str, trigger: Trigger) -> bool:
    """Whether words only speak of what was told: a charge, or "their whereabouts are not known"."""
    if text.startswith(_WHEREABOUTS, trigger.start):
        return _THEIRS.search(text, max(0, trigger.start - 20), trigger.start) is not None
    return _is_of_those(text, trigger) or _is_charge(text, trigger)


_OF_THOSE = re.compile(
    r"\b(?:the|these)\s+(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|\w+ly)\s+)?$"
    r"|(?<!number of )\b(?:those|people|persons|men)\s+(?:who\s+(?:had\s+|have\s+)?)?"
    r"(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_THOSE_ALONE = re.compile(r"\b(?:the|these|those)\b[^,;]*$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\w+ed\b|slain\b|burnt\b|attack\b", re.IGNORECASE)
_NO_OBJECT = re.compile(r"\s+(?:a|an|the|two|three|four|five|six|seven|\d+|him|her|them)\b")


def _is_of_those(text: str, trigger: Trigger) -> bool:
    """Whether a participle names people told of before: "the kidnapped men", "those killed at"."""
    if trigger.is_noun or trigger.family not in _DONE_TO:
        return False
    lead = _OF_THOSE.search(text, max(0, trigger.start - 30), trigger.start)
    if lead is None or not _PARTICIPLE.fullmatch(text, trigger.start, trigger.end):
        return False
    if _THOSE_ALONE.search(text, lead.start(), trigger.start) is None:
        return False
    return "who" in lead[0] or _NO_OBJECT.match(text, trigger.end) is None


_DONE_TO = {"abduction", "killing", "armed", "property"}


def _is_charge(text: str, trigger: Trigger) -> bool:
    """Whether words only say what somebody stands accused of: "on the charge of killing"."""
    lead = text[max(0, trigger.start - 45) : trigger.start]
    return " of " in lead and _ACCUSED.search(lead) is not None


_RUMOURED = re.compile(r"\brumou?rs?\s+(?:of|about)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
"""Before what did not happen: "triggering rumours of a bomb attack"."""


def _is_before(text: str, trigger: Trigger) -> bool:
    """Whether a verb tells what a feud or a group did before: "a feud which had claimed lives"."""
    if trigger.is_noun:
        return _RUMOURED.search(text, max(0, trigger.start - 40), trigger.start) is not None
    return _is_wont(text, trigger) or is_of_old(text, trigger.start)


_WONT = re.compile(
    r"\b(?:have|has|had|are|is|were|was|been)\s+(?:(?:been|also|long|come)\s+)?"
    r"(?:(?<!were\s)(?<!was\s)repeatedly|at\s+times|from\s+time\s+to\s+time|often|frequently|regularly|routinely|sometimes|occasionally|time\s+and\s+again|in\s+the\s+past|previously|traditionally)\s+"
    r"(?:(?:been|come|being)\s+)?$",
    re.IGNORECASE,
)
"""Before what befalls people time and again: "where teams had at times been targeted"."""


_SINCE_DAY = re.compile(r"[^.;,]{0,40}?\b(?:since|on)\s+(?:\w+day|yesterday)\b")


def _is_wont(text: str, trigger: Trigger) -> bool:
    """Whether a verb tells what happens often, not what happened on a day."""
    if _WONT.search(text, max(0, trigger.start - 50), trigger.start) is None:
        return False
    return _SINCE_DAY.match(text, trigger.end) is None

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

__all__ = ["is_of_old", "without_old"]

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
    if triggers:
        triggers = [trigger for trigger in triggers if not _is_before(text, trigger)]
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
    return _is_charge(text, trigger)


def _is_charge(text: str, trigger: Trigger) -> bool:
    """Whether words only say what somebody stands accused of: "on the charge of killing"."""
    lead = text[max(0, trigger.start - 45) : trigger.start]
    return " of " in lead and _ACCUSED.search(lead) is not None


def _is_before(text: str, trigger: Trigger) -> bool:
    """Whether a verb tells what a feud or a group did before: "a feud which had claimed lives"."""
    if trigger.is_noun:
        return False
    return is_of_old(text, trigger.start)

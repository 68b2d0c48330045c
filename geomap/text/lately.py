"""Whether a sentence tells an act of the last days, whatever else it speaks of.

A court report, an anniversary or a speech may hold one: "He paid tribute to a guard who had been
shot a day earlier when gunmen fired at the post." The day must belong to the act: no other clause
begins between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.found import is_dated

__all__ = ["DatedActs", "acts_lately", "is_lately"]

_LATELY = timedelta(days=10)
_ACTS = {"abduction", "armed", "clash", "explosion", "killing", "riot"}
_BEHIND, _BEFORE = 45, 70
_OTHER_CLAUSE = re.compile(
    r"[,;:.۔،؛]|\b(?:opened(?!\s+(?:up|fire))|began|resumed|concluded|started)\s+(?:in|at|before|on)\b|\b(?:that|who|whom|which|whose|after|before|since|was|were|is|are|has|had|have|"
    r"(?:said|told|held|sentenced|convicted|acquitted|indicted|adjourned|observed|marked|honoured|"
    r"inaugurated|addressed|visited|condemned|remembered|against|over|about))\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\b(?:was|were|been|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_CHARGED = re.compile(r"\b(?:accused\s+of|charged\s+with|having)\s+(?:having\s+)?$", re.IGNORECASE)
_AUXILIARY = 24


def is_lately(span: DateSpan, published: date | None) -> bool:
    """Whether a date is a day within ten days before the publication."""
    if published is None or not is_dated(span) or span.first is None or span.last is None:
        return False
    return published - _LATELY <= span.first and span.last <= published


class DatedActs(Protocol):
    """A sentence with the verbs and dates found in it."""

    @property
    def triggers(self) -> Sequence[Trigger]:
        """The words for events."""

    @property
    def dates(self) -> Sequence[DateSpan]:
        """The dates."""


def acts_lately(text: str, told: DatedActs, published: date | None) -> bool:
    """Whether a verb of a sentence tells an attack on a day shortly before the publication."""
    days = [span for span in told.dates if is_lately(span, published)]
    return bool(days) and any(
        _is_act(text, trigger) and any(_is_its_day(text, trigger, day) for day in days)
        for trigger in told.triggers
    )


def _is_act(text: str, trigger: Trigger) -> bool:
    """Whether a trigger is a verb that says what was done; "those killed" is none."""
    if trigger.is_noun or trigger.definite or trigger.family not in _ACTS:
        return False
    before = text[max(0, trigger.start - _AUXILIARY) : trigger.start]
    if _CHARGED.search(before):
        return False
    return trigger.family != "killing" or _HAPPENED.search(before) is not None


def _is_its_day(text: str, trigger: Trigger, day: DateSpan) -> bool:
    """Whether a date stands in the clause of a verb."""
    if day.start >= trigger.end:
        between, reach = text[trigger.end : day.start], _BEHIND
    else:
        between, reach = text[day.end : trigger.start], _BEFORE
        if trigger.family == "killing":
            between = _HAPPENED.sub("", between)
    return len(between) <= reach and _OTHER_CLAUSE.search(between) is None

"""Sentences that look back from an event to an older one, and those that open with their date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.apart import other_place
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, Site
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["is_earlier_event", "is_recalled", "line_opens_with_date"]

_DATE_LEAD = 4


def line_opens_with_date(text: str, scene: Scene) -> bool:
    """Whether the sentence is an item of a list that opens with its date."""
    line_start = text.rfind("\n", 0, scene.sentence.start) + 1
    return any(
        span.start - line_start <= _DATE_LEAD and not _OWNS.match(text, span.end)
        for span in scene.dates
    )


_OWNS = re.compile(r"['’]s\s")
"""Makes a day part of a name: "Tuesday's explosion" opens no item of a list."""


_PAST_PERFECT = Pattern(r"\bhad\s+(?:also\s+|earlier\s+|been\s+|already\s+)*\w+", re.IGNORECASE)
_FAR = 10


def is_recalled(text: str, scene: Scene, days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether a sentence looks back from the current event to an older one."""
    dated = [span for span in days if span.first is not None and span.last is not None]
    if not dated or not current.days:
        return False
    known = [first for first, _ in current.stretches if first is not None]
    newest = max(span.last for span in dated if span.last is not None)
    if any(span.precision in {"month", "year"} for span in dated) and newest < min(known):
        return True
    if line_opens_with_date(text, scene) and current.opened_by == "dated line":
        return False  # the next entry of a chronicle
    gap = (min(known) - newest).days
    past = _PAST_PERFECT.inside(text, scene.sentence) is not None
    return gap > _FAR or (gap > 0 and past and not current.spoken)


def is_earlier_event(
    text: str, scene: Scene, here: Sequence[Site], days: Sequence[DateSpan], current: Draft
) -> bool:
    """Whether a sentence in the past perfect tells of another event, of some days before.

    "On Saturday gunmen had shot dead a teacher in ...": with an act, a day and a place of its own.
    """
    if not here or not days or not current.days or current.spoken:
        return False
    if _PAST_PERFECT.inside(text, scene.sentence) is None:
        return False
    harmed = any(count.best for count in scene.counts)
    acts = [
        t for t in scene.triggers if not ((t.is_noun and not harmed) or t.definite or t.is_impact)
    ]
    first, known = days[0].first, [begun for begun, _ in current.stretches if begun is not None]
    if not acts or first is None or days[0].precision != "day":
        return False
    if not 0 < (min(known) - first).days <= _FAR or scene.says("recalled"):
        return False
    return other_place(here, current) or _ANOTHER.inside(text, scene.sentence) is not None


_ANOTHER = Pattern(r"\b(?:another|a\s+second|a\s+separate)\b", re.IGNORECASE)

"""How long a campaign lasted: its start, its end, its length, and whether it still goes on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from geomap.text._date_ranks import AFTERMATH
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, ranked_dates
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.sit_ins import NTH_DAY, begins_protest, days_ended, is_protest_going_on

__all__ = ["campaign_dates", "going_on_for", "running_on"]

_STARTED_BEFORE = Pattern(
    r"\b(?:launched|began|begun|begin|started|starting|initiated|commenced|underway|under\s+way|set\s+in|"
    r"kicked\s+off)\b(?:\s+(?!(?:when|after|ended)\b)[\w'’-]+){0,6}?\s*\Z"
    r"|\b(?:since|from|starting)\s+(?:the\s+)?(?:late\s+|early\s+|last\s+)?\Z",
    re.IGNORECASE,
)
_ENDED_BEFORE = Pattern(
    r"\b(?:ended|completed?|concluded|culminated|wrapped\s+up|finished|called\s+off|wound\s+up|over|"
    r"(?:brought|came|come|drew|drawn|put)\s+(?:\w+\s+)?to\s+(?:an?\s+)?(?:end|close|halt))\b"
    r"(?:\s+[\w'’-]+){0,14}?\s*\Z",
    re.IGNORECASE,
)
_URDU_STARTED = re.compile(
    r"(?:\s+کو|\s+کے\s+روز|\s+کی\s+\w+)?\s+سے(?!\w)|(?:\s+[\w‌]+){0,8}?\s+(?:شروع|آغاز)(?!\w)"
)
_URDU_ENDED = re.compile(
    r"(?:\s+[\w‌]+){0,6}?\s+(?:مکمل|ختم|اختتام\w*|بند\s+(?:ہو\w*|کر\s?دی\w*))(?!\w)"
)
_GOES_ON = Pattern(
    r"\b(?:is|was|are|were|been|still|remains?|remained)\s+(?:\w+\s+){0,2}?(?:continuing|going\s+on|under\s+way|"
    r"underway|ongoing|in\s+progress|on)(?!\s+(?:the|a|an|\w+day|fire|duty|patrol|foot|board|their|his|her|its)\b)\b"
    r"|\bcontinues\b|\bentered\s+(?:its|the)\s+\w+\s+day|\bstill\s+(?:on|under|in\s+progress)\b"
    r"|جاری\s+(?:ہے|ہیں|تھا|تھی)|تاحال\s+جاری",
    re.IGNORECASE,
)
_FIGHTS = frozenset({"operation", "clash"})


def campaign_dates(text: str, draft: Draft, published: date | None) -> DateSpan | None:
    """Return the days of an operation as its sentences give them, or None.

    A stated range comes first; then a start and an end; then one of them with a length ("a
    three-day operation ended on Sunday"); then a start up to the publication, where it goes on.
    """
    spans = _days(text, draft)
    ranges = [span for span in spans if span.precision == "range" and span.kind != "relative"]
    first = next((span for span in spans if _starts(text, draft, span)), None)
    last = next((span for span in spans if _ends(text, draft, span)), None)
    length = _length(draft)
    if ranges and not (length and first):
        return ranges[0]
    exact = [span for span in spans if span.precision == "day" and span.kind == "absolute"]
    if length and not first and not last and exact:
        first = exact[0]
    if first and last and first is not last:
        return _stretch(first, first.first, last.last)
    if first and length:
        return _stretch(first, first.first, _plus(first.first, length - 1))
    if last and length:
        return _stretch(last, _plus(last.last, 1 - length), last.last)
    if first and (end := _until(draft) or (published if _goes_on(text, draft) else None)):
        return _stretch(first, first.first, end)
    plain = [span for span in spans if span.kind != "weekday" or span is first]
    return plain[0] if plain else next((span for span in spans if span is not last), None)


def running_on(text: str, draft: Draft, span: DateSpan, published: date | None) -> DateSpan:
    """Let a search or a battle that has begun and goes on last until the publication.

    And what goes on "for a second day" has begun the day before.
    """
    families = {trigger.family for trigger in draft.scenes[0].triggers}
    fought = families - {"killing", "armed"} if "operation" in families else families
    if span.precision == "day" and fought <= _GONE_ON:
        whole = _whole(text, draft, span)
        if whole is not span:
            return whole
    if published is None or span.precision != "day" or not families & _FIGHTS:
        return span
    if not (_starts(text, draft, span) and _goes_on(text, draft)):
        return span
    return _stretch(span, span.first, published)


_FOR_DAYS = Pattern(
    r"\bfor\s+(?:the\s+)?(?:(?:past|last)\s+)?(?:two|three|four|[2-4])\s+days\b[^.;]{0,90}?\b(?:have|has)\s+been\b"
    r"|\b(?:have|has)\s+been\b[^.;]{0,90}?\bfor\s+(?:the\s+)?(?:(?:past|last)\s+)?(?:two|three|four|[2-4])\s+days\b",
    re.IGNORECASE,
)


def going_on_for(text: str, draft: Draft, published: date | None) -> tuple[date, date] | None:
    """Return the days of a protest that "has been going on for three days" at the publication."""
    first = draft.scenes[0]
    told = _FOR_DAYS.inside(text, first.sentence) if draft.group == "unrest" else None
    if published is None or told is None:
        return None
    lengths = [
        span.days
        for span in first.dates
        if span.kind == "duration" and span.days and told.start() <= span.start < told.end()
    ]
    return (published - timedelta(days=lengths[0]), published) if lengths else None


def _whole(text: str, draft: Draft, span: DateSpan) -> DateSpan:
    """Return the days of what went on for some, by its count of days, its end or its beginning."""
    if past := _days_before(text, draft, span):
        return _stretch(span, _plus(span.first, -past), span.last)
    if end := _end_of(text, draft, span):
        return _stretch(span, span.first, end)
    if begun := _beginning_of(text, draft, span) or _begun_before(text, draft, span):
        return _stretch(span, begun, span.last)
    return span


_GONE_ON = _FIGHTS | {"protest", "riot"}
_NTH = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "دوسرے": 2, "تیسرے": 3, "چوتھے": 4,
    "پانچویں": 5, "چھٹے": 6, "ساتویں": 7, "آٹھویں": 8, "نویں": 9, "دسویں": 10,
}  # fmt: skip


def _days_before(text: str, draft: Draft, span: DateSpan) -> int:
    """Return how many days what goes on had lasted when the day of a date came, or 0."""
    scene = _scene_of(draft, span)
    found = NTH_DAY.inside(text, scene.sentence)
    if found is None:
        return max(0, days_ended(text, scene) - 1) if draft.group == "unrest" else 0
    words = found["nth"] or found["urdu"]
    day = int(words) if words.isdecimal() else _NTH[words.lower()]
    return day - 1 if day <= _LONGEST else 0


_LONGEST = 4
"""Days up to which what goes on is one event with a first day; a camp of weeks is of its day."""


_A_MONTH = timedelta(days=31)


def _begun_before(text: str, draft: Draft, span: DateSpan) -> date | None:
    """Return the day on which, by another sentence, a protest had begun that a day ended.

    Or that was in its Nth day on it: "The sit-in entered its fifth day. It was launched on ...".
    """
    if span.first is None or draft.group != "unrest":
        return None
    own = _scene_of(draft, span)
    if not (_ends(text, draft, span) or is_protest_going_on(text, own)):
        return None
    for scene in draft.scenes[:_SOON]:
        if scene is own or not begins_protest(text, scene, draft):
            continue
        for one in scene.dates:
            exact = one.precision == "day" or one.since
            if exact and one.first is not None and _starts(text, draft, one):
                return one.first if timedelta(0) < span.first - one.first <= _A_MONTH else None
    return None


_SOON = 4


def _end_of(text: str, draft: Draft, span: DateSpan) -> date | None:
    """Return the day on which a protest or a fight that began on a day ended, where it is told."""
    if span.first is None:
        return None
    ends = [one.last for one in _days(text, draft) if one is not span and _ends(text, draft, one)]
    ends += [_until(draft)]
    later = (end for end in ends if end is not None and span.first < end)
    return next(later, None)


def _beginning_of(text: str, draft: Draft, span: DateSpan) -> date | None:
    """Return the day on which what ended on a day had begun, where its sentence tells it."""
    if span.first is None or not _ends(text, draft, span):
        return None
    dates = _scene_of(draft, span).dates
    same = (one for one in dates if one is not span and one.precision == "day")
    begun = (one.first for one in same if one.first is not None and _starts(text, draft, one))
    return next((day for day in begun if day < span.first), None)


def _days(text: str, draft: Draft) -> list[DateSpan]:
    return [
        span
        for scene in draft.scenes
        for rank, span in ranked_dates(text, scene)
        if rank < AFTERMATH
    ]


def _scene_of(draft: Draft, span: DateSpan) -> Scene:
    for scene in draft.scenes:
        if scene.sentence.start <= span.start < scene.sentence.end:
            return scene
    return draft.scenes[0]


def _starts(text: str, draft: Draft, span: DateSpan) -> bool:
    scene = _scene_of(draft, span)
    if "since" in span.rules:
        return True
    before = text[max(scene.sentence.start, span.start - 70) : span.start]
    after = text[span.end : min(scene.sentence.end, span.end + 70)]
    return bool(_STARTED_BEFORE.search(before) or _URDU_STARTED.match(after))


def _ends(text: str, draft: Draft, span: DateSpan) -> bool:
    scene = _scene_of(draft, span)
    before = text[max(scene.sentence.start, span.start - 120) : span.start]
    after = text[span.end : min(scene.sentence.end, span.end + 60)]
    return bool(_ENDED_BEFORE.search(before) or _URDU_ENDED.match(after))


def _length(draft: Draft) -> int | None:
    """Return the length in days that the sentences name ("a three-day operation")."""
    for scene in draft.scenes:
        for span in scene.dates:
            if span.kind == "duration" and span.days:
                return span.days
    return None


def _until(draft: Draft) -> date | None:
    """Return the day up to which figures are given ("until Monday evening")."""
    for scene in draft.scenes:
        for span in scene.dates:
            if "until" in span.rules and "future" not in span.rules and span.last is not None:
                return span.last
    return None


def _goes_on(text: str, draft: Draft) -> bool:
    return any(
        _GOES_ON.search(text, scene.sentence.start, scene.sentence.end)
        for scene in draft.scenes
        if any(trigger.family in _FIGHTS for trigger in scene.triggers)
    )


def _plus(day: date | None, days: int) -> date | None:
    return None if day is None else day + timedelta(days=days)


def _stretch(span: DateSpan, first: date | None, last: date | None) -> DateSpan:
    """Return a date with other ends, or as it is where they do not fit."""
    if first is None or last is None or first > last:
        return span
    return replace(span, first=first, last=last, precision="day" if first == last else "range")

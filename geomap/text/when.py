"""When an event was: the days that its own sentences name, and how exactly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geomap.records import Account
from geomap.text._date_ranks import AFTERMATH, ASIDE
from geomap.text.campaigns import campaign_dates, going_on_for, running_on
from geomap.text.dates import DateSpan
from geomap.text.drafts import GROUPS, Draft, captured_on, ranked_dates
from geomap.text.earlier import group_of
from geomap.text.first_steps import just_before, scene_before, set_out
from geomap.text.nights import is_night, two_days
from geomap.text.patterns import Pattern
from geomap.text.protest_leads import answers_attack
from geomap.text.scenes import Reading, Scene, dated_names
from geomap.text.second_leads import told_below
from geomap.text.sum_periods import covered_by
from geomap.text.told import Told

__all__ = ["UNDATED", "When", "when_of"]


@dataclass(frozen=True, slots=True)
class When:
    """First and last day (inclusive, None when unknown), precision, the words, and the rule."""

    first: date | None
    last: date | None
    precision: str
    span: DateSpan | None
    rule: str


_UNKNOWN = When(None, None, "unknown", None, "date:none")
UNDATED = "date:of publication"
"""The rule by which an event that no words date has the day of publication."""


def when_of(
    text: str,
    draft: Draft,
    *,
    kind: str,
    told: Told,
    reading: Reading,
) -> When:
    """Choose the days of an event.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event's sentences.
    kind
        The account's kind: a statistic takes the widest period that its sentence names, an
        operation lasts from its start, or from the attacks that it answers.
    told
        The article's accounts so far; an event without a day of its own takes the last one's.
    reading
        The article, read: its publication date, and the days that its lead names for all.
    """
    published, scenes = reading.article.published, reading.scenes
    if kind == "statistic":
        span, rule = covered_by(text, draft.scenes[0], reading)
        return _UNKNOWN if span is None else replace(_said(span), rule=rule)
    if kind == "operation" and (found := campaign_dates(text, draft, published)):
        return _said(found)
    own = _own(text, draft)
    if draft.opened_by == "one of several" and all(rank >= AFTERMATH for rank, _ in own):
        own = []
    if draft.scenes[0].listed and not own:
        live = When(draft.scenes[0].day, draft.scenes[0].day, "day", None, "date:of a live page")
        return replace(_said(draft.days[0]), rule="date:of its item") if draft.days else live
    if not any(rank < ASIDE for rank, _ in own) and (days := going_on_for(text, draft, published)):
        return When(*days, "range", None, "date:goes on")
    if kind == "operation" and not own:
        return _answer(told.attack, published)
    if span := _told(text, draft, own, reading):
        return _said(span)
    if not own and (span := _of_last_clause(text, draft, scenes)):
        return _said(span)
    if before := _told_before(text, draft, own, told, reading):
        return before
    lead = _from_lead(draft, reading)
    return lead if lead.first is not None else _filed(text, draft, published)


def _told_before(
    text: str,
    draft: Draft,
    own: Sequence[tuple[int, DateSpan]],
    told: Told,
    reading: Reading,
) -> When | None:
    """Return the days of the sentence before, of an aside, or of the event told before.

    "Two hours later", "elsewhere": those of the event before come first.
    """
    later = answers_attack(draft, told.dated) and _latest_before(text, draft, reading, told.dated)
    first = draft.scenes[0]
    another = first.says("new") or _AT_THAT_TIME.match(text, first.sentence.start) is not None
    another = another and not (own or later)
    if another and (borrowed := _borrowed(told.dated)):
        return borrowed
    if span := just_before(text, draft, reading):
        return replace(_said(span), rule="date:of the sentence before")
    ranked = [item for scene in draft.scenes for item in ranked_dates(text, scene)]
    part = draft.opened_by == "one of several" and told.dated is not None
    if aside := [span for rank, span in ranked if not part or rank < AFTERMATH]:
        return _said(aside[0])  # funerals of the next day do not date one of several attacks
    if draft.group == "unrest" and (span := _latest_before(text, draft, reading, told.dated)):
        return replace(_said(span), rule="date:latest before")
    return _borrowed(told.dated)


_AT_THAT_TIME = re.compile(
    r"\W*(?:(?:At|Around|About)\s+(?:about\s+|around\s+|almost\s+|nearly\s+)?the\s+same\s+time|Simultaneously|Meanwhile|"
    r"(?:Minutes|Moments|Hours|An\s+hour|Shortly)\s+(?:later|before|earlier|afterwards?))\b"
)
_LATE = re.compile(
    r"\b(?:late\s+at\s+night|at\s+night|at\s+midnight|around\s+midnight)\b|رات\s+گئے|رات\s+کو|نصف\s+شب",
    re.IGNORECASE,
)
_BY_DAY = re.compile(
    r"\b\d{1,2}[:.]\d\d\s?(?:am|pm|hrs)\b|\b(?:at|around|about|by|since)\s+\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|(?:^|"
    r"\n)[ \t*_]*\d{1,2}[:.]\d\d\s?(?:[ap]m\b|[-–—:])|"
    r"\b(?:at\s+dawn|at\s+dusk|early\s+in\s+the\s+morning|in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)|"
    r"(?:moments|minutes|hours|a\s+short\s+while)\s+ago|just\s+now|right\s+now)\b|علی\s+الصبح|صبح\s+سویرے|"
    r"کچھ\s+دیر\s+(?:قبل|پہلے)|ابھی\s+ابھی",
    re.IGNORECASE,
)


def _filed(text: str, draft: Draft, published: date | None) -> When:
    """Take the day of publication where no day is told, or the night before it.

    News without a day is of the day on which it came out.
    """
    if published is None:
        return _UNKNOWN
    for scene in draft.scenes:
        begin = max(0, scene.sentence.start - _LABEL)
        begin = text.rfind("\n", begin, scene.sentence.start) + 1 or begin
        late = _LATE.search(text, begin, scene.sentence.end)
        if late or _BY_DAY.search(text, begin, scene.sentence.end):
            day = published - timedelta(days=1) if late else published
            return When(day, day, "day", None, "date:time of day only")
    dates = [
        span
        for scene in draft.scenes
        for span in scene.dates
        if span.first is not None and not captured_on(text, scene, span)
    ]
    if any("future" not in span.rules for span in dates):
        return _UNKNOWN
    return When(published, published, "day", None, UNDATED)


_LABEL = 60
"""Characters before a sentence in which its line may begin with a time: "6.15am: "."""


def _borrowed(last: Account | None) -> When | None:
    """Return the days of the event told last."""
    if last is None:
        return None
    rule = "date:from the account before"
    return When(last.date_start, last.date_end, last.date_precision, None, rule)


def _told(
    text: str, draft: Draft, own: Sequence[tuple[int, DateSpan]], reading: Reading
) -> DateSpan | None:
    """Return the event's date as its own sentences tell it, or a name of the event."""
    if killed := _killed(text, draft) or told_below(text, draft):
        return killed
    if own and own[0][1].start >= draft.scenes[0].sentence.end:
        happened = _happened(text, draft, reading.scenes)
        if happened is not None and happened.start < own[0][1].start:
            return happened
    if own and own[0][0] < AFTERMATH:
        spans = [span for rank, span in own if rank < AFTERMATH]
        families = {trigger.family for trigger in draft.triggers}
        exact = _most_exact(text, spans, families)
        return running_on(text, draft, exact, reading.article.published)
    named = _attached(text, draft, reading) or _happened(text, draft, reading.scenes)
    if named is not None or not own:
        return named
    before = _retold(text, draft) or set_out(text, draft, own[0][1])
    return before or scene_before(text, draft, own[0][1], reading) or own[0][1]


def _own(text: str, draft: Draft) -> list[tuple[int, DateSpan]]:
    """Return the dates of the sentences that tell of the event, each with what it is the date of.

    Those of the first sentence that has a date come first; a date of speech or aftermath comes
    after all others of its sentence.
    """
    return [
        item
        for number, scene in enumerate(draft.scenes)
        if number == 0 or scene.triggers
        for item in ranked_dates(text, scene)
    ]


def _killed(text: str, draft: Draft) -> DateSpan | None:
    """Return the day on which those whose bodies were found had been killed, where it is told."""
    if not any(trigger.family == "body" for trigger in draft.scenes[0].triggers):
        return None
    for scene in draft.scenes[1:]:
        if any(trigger.family in {"killing", "armed"} for trigger in scene.triggers):
            for rank, span in ranked_dates(text, scene):
                if rank < AFTERMATH and span.precision == "day":
                    return span
    return None


_VIOLENT = frozenset({"explosion", "clash", "armed", "killing", "operation"})


def _attached(text: str, draft: Draft, reading: Reading) -> DateSpan | None:
    """Return the date in a name of the event: "Tuesday's blast", "the September 2 bombing".

    The draft's own sentences are looked at first, then the article's others.
    """
    families = {trigger.family for trigger in draft.triggers}
    if families & _VIOLENT:
        families.add("armed")
    for family, span in dated_names(text, draft.scenes):
        if family in families:
            return span
    named = [reading.named[family] for family in families if family in reading.named]
    return min(named, key=_order)[1] if named else None


def _order(named: tuple[int, DateSpan]) -> int:
    return named[0]


_HAPPENED = Pattern(
    r"\b(?:happened|occurred|took\s+place|incident|(?:was|were)\s+(?:carried\s+out|made|conducted))\b|\b[Tt]hat\s+was\s+(?:on|late|early|at)\b|پیش\s+آی|واقعہ|رونما",
    re.IGNORECASE,
)


_NEXT = 8


def _happened(text: str, draft: Draft, scenes: Sequence[Scene]) -> DateSpan | None:
    """Return the date of a later sentence that says when it happened."""
    first = draft.scenes[0].sentence.number
    for scene in scenes[first + 1 : first + _NEXT]:
        if scene.mood == "reported" and scene not in draft.scenes:
            return None
        if scene.dates and _HAPPENED.search(text, scene.sentence.start, scene.sentence.end):
            for rank, span in ranked_dates(text, scene):
                if rank < AFTERMATH:
                    return span
    return None


def _retold(text: str, draft: Draft) -> DateSpan | None:
    """Return the date of a later sentence that tells the same kind of event again."""
    for scene in draft.scenes[1:]:
        if any(GROUPS[trigger.family] == draft.group for trigger in scene.triggers):
            for rank, span in ranked_dates(text, scene):
                if rank < ASIDE and (span.precision == "day" or is_night(span)):
                    return span
    return None


_CLAUSES = 5


def _of_last_clause(text: str, draft: Draft, scenes: Sequence[Scene]) -> DateSpan | None:
    """Return the day that stands in the last clause of the sentence that tells several events.

    "Gunmen torched two trucks in Mangochar and a pylon was blown up in Mach on Sunday"; else the
    day on which somebody told of them all.
    """
    number = draft.scenes[0].sentence.number
    before, spoken = scenes[number], None
    for scene in scenes[number + 1 : number + _CLAUSES]:
        gap = text[before.sentence.end - 1 : scene.sentence.start]
        if scene.mood == "planned" or "\n" in gap or any(mark in gap for mark in ".!?۔؟"):
            break
        if draft.group == "unrest" and group_of(scene) == "violent":
            return None  # what is protested against came before
        for rank, span in ranked_dates(text, scene):
            if rank < AFTERMATH and span.precision in {"day", "range"}:
                return span
            spoken = spoken or (span if span.precision == "day" else None)
        before = scene
    return spoken


def _latest_before(
    text: str, draft: Draft, reading: Reading, last: Account | None
) -> DateSpan | None:
    """Return the latest day named before a protest without one, later than the event before it.

    A protest is told after what it is about: "The strike on Thursday over Monday's bombing was
    complete. Workers marched to ..." is of Thursday, and so is one after Thursday's funeral.
    """
    if last is None or last.date_end is None:
        return None
    scenes, published = reading.scenes, reading.article.published or date.max
    days = [
        (span.first, n, span)
        for n, scene in enumerate(scenes[: draft.scenes[0].sentence.number])
        for rank, span in ranked_dates(text, scene)
        if rank <= AFTERMATH and span.precision == "day" and span.first is not None
    ]
    days = [one for one in days if last.date_end < one[0] <= published]
    return max(days, key=lambda one: one[:2])[2] if days else None


def _from_lead(draft: Draft, reading: Reading) -> When:
    """Take the days that an earlier sentence, the lead of a round-up, names for all."""
    first = reading.first_day
    if first is None or first[0] >= draft.scenes[0].sentence.number:
        return _UNKNOWN
    return replace(_said(first[1]), rule="date:of the lead")


def _most_exact(text: str, spans: Sequence[DateSpan], families: AbstractSet[str]) -> DateSpan:
    """Return the first date, a day inside it where it is a longer stretch, or the whole of a night.

    "The raid", dated Saturday by one sentence, may have "begun late on Friday and gone on past
    midnight" by another; an operation dated by its last day may have lasted from one to another.
    """
    first = _day_inside(spans)
    if first.precision != "day" or first.first is None:
        return first
    if two := two_days(text, first, spans):
        return two
    longest = _LONGEST if "operation" in families else _ONE_NIGHT
    for span in spans:
        if span.precision != "range" or span.first is None or span.last is None or span.since:
            continue
        stated = span.kind in {"weekday", "absolute"}
        if stated and span.first <= first.first <= span.last <= span.first + longest:
            return span
    return first


_ONE_NIGHT, _LONGEST = timedelta(days=1), timedelta(days=31)


def _day_inside(spans: Sequence[DateSpan]) -> DateSpan:
    first = spans[0]
    if first.since or first.precision in {"month", "year"}:
        begun = first.first if first.since else first.last
        later = [s for s in spans[1:] if s.precision == "day" and s.first and begun]
        if later and begun is not None and min(s.first for s in later if s.first) > begun:
            return later[0]
    if first.precision == "day" or first.first is None or first.last is None:
        return first
    loose = first.precision in {"week", "month", "year"} or "weekend" in first.rules
    for span in spans[1:]:
        inside = span.first is not None and first.first <= span.first <= first.last
        if inside and span.precision == "day" and (loose or span.kind == "absolute"):
            return span
    return first


def _said(span: DateSpan) -> When:
    return When(span.first, span.last, span.precision, span, "date:in the account")


def _answer(attack: Account | None, published: date | None) -> When:
    """Let an operation without days last from the attacks that it answers to the publication."""
    rule = "date:from the attacks it answers"
    days = attack and (attack.date_start, published or attack.date_end)
    return When(*days, "range", None, rule) if days else _UNKNOWN

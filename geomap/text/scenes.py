"""Scenes and readings: the sentences of an article with what was found in them.

A `Reading` is one article read once; roles, mentions and accounts all work on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Protocol

from geomap.records import Article
from geomap.text._date_ranks import is_compared, names_event, ranks_event
from geomap.text.actors import ARMED_KINDS, ActorSpan, Basis, basis_of
from geomap.text.attack_counts import (
    counts_attacks,
    logs_attacks,
    names_the_period,
    of_a_period,
    weeks_in,
)
from geomap.text.counts import Count
from geomap.text.datelines import Dateline
from geomap.text.dates import DateSpan
from geomap.text.events import Cue, Trigger
from geomap.text.lexicon import Folded
from geomap.text.moods import is_armed, is_counted, is_dated, is_own_day
from geomap.text.plain import Plain
from geomap.text.sentences import Sentence

__all__ = [
    "Part",
    "Reading",
    "Scene",
    "dated_names",
    "is_bombed",
    "is_heading",
    "is_review",
    "is_violent",
    "names_long_time",
    "period_opening",
]

_HEADING_LENGTH = 140


_NEXT_TO = 12
_TOLD_AGAIN = {"explosion", "armed", "clash", "killing", "abduction"}
_SUBJECT = 12
_ARRESTS = {"arrest", "capture"}


@dataclass(frozen=True, slots=True)
class Part:
    """What a sentence is among several events, and whether forces acted in them.

    `ordinal` is 1 for the first of them, 2 for a later one, 0 where it is neither.
    """

    ordinal: int = 0
    by_forces: bool = False


@dataclass(slots=True, eq=False)
class Scene:
    """One sentence with what was found in it; spans are offsets into the article's text.

    `part` says that several events are counted in it, or that it tells one of them; `listed` that
    it ``opens`` an item of a chronicle (`geomap.text.chronicles`), whose old events are told, or
    ``goes on`` with it, and `day` is the one to read it by.
    What was found is not changed. What is asked of it again and again is kept once worked out:
    whether it is firm, what kinds of words stand in it, its cues of claim and blame, and `ranked`,
    the dates that can be its event's, which `geomap.text.drafts.ranked_dates` fills.
    """

    sentence: Sentence
    mood: str
    triggers: tuple[Trigger, ...]
    cues: tuple[Cue, ...]
    dates: tuple[DateSpan, ...]
    counts: tuple[Count, ...]
    actors: tuple[ActorSpan, ...]
    part: Part | None = None
    listed: str = ""
    day: date | None = None
    ranked: Sequence[tuple[int, DateSpan]] | None = field(default=None, init=False, repr=False)
    _firm: bool | None = field(default=None, init=False, repr=False)
    _families: frozenset[str] | None = field(default=None, init=False, repr=False)
    _said: frozenset[str] | None = field(default=None, init=False, repr=False)
    _bases: Sequence[Basis] | None = field(default=None, init=False, repr=False)
    _names_group: bool | None = field(default=None, init=False, repr=False)

    @property
    def families(self) -> frozenset[str]:
        """The families of its triggers."""
        if self._families is None:
            self._families = frozenset(trigger.family for trigger in self.triggers)
        return self._families

    @property
    def is_firm(self) -> bool:
        """Whether it reports an event by itself: with an act, a figure or a day of its own."""
        if self._firm is None:
            self._firm = self._is_firm()
        return self._firm

    def _is_firm(self) -> bool:
        if self.mood != "reported":
            return False
        if self._tells_anew():
            return True
        fresh = [t for t in self.triggers if not (t.definite or t.is_weapon)]
        dates = self.dates
        dated = bool(dates) and any(is_dated(span) or _is_weekday(span) for span in dates)
        if self.counts and is_counted(self.counts):
            return bool(fresh) or dated
        if dates and self._is_claimed_day():
            return True
        return bool(fresh) and (dated or any(not trigger.is_noun for trigger in fresh))

    def _tells_anew(self) -> bool:
        """Whether its subject is the event, with a day: "The bomb had cut the track on Friday"."""
        first = self.triggers[0] if self.triggers else None
        if first is None or not first.definite or first.family not in _TOLD_AGAIN:
            return False
        opens = first.start - self.sentence.start <= _SUBJECT
        return opens and any(span.precision == "day" and is_own_day(span) for span in self.dates)

    def _is_claimed_day(self) -> bool:
        """Whether a group speaks of an event by its day: "it was behind Friday's raid"."""
        return self.names_group and any(
            trigger.definite
            and span.precision == "day"
            and 0 <= trigger.start - span.end <= _NEXT_TO
            for span in self.dates
            for trigger in self.triggers
        )

    @property
    def names_group(self) -> bool:
        """Whether it names an armed group."""
        if self._names_group is None:
            self._names_group = any(actor.kind == "group" for actor in self.actors)
        return self._names_group

    def bases(self, text: str) -> Sequence[Basis]:
        """Return its cues of claim, blame, suspicion and denial."""
        if self._bases is None:
            self._bases = basis_of(text, self.sentence.start, self.sentence.end)
        return self._bases

    @property
    def is_follow_up(self) -> bool:
        """Whether the sentence only tells of arrests, with or without a raid, after an event."""
        fresh = [one for one in self.triggers if not one.definite] or self.triggers
        families = {trigger.family for trigger in fresh}
        harmed = any(count.outcome != "arrested" and count.best for count in self.counts)
        if families and families <= _ARRESTS:
            return True
        return families == {"arrest", "operation"} and not harmed

    @property
    def is_capture(self) -> bool:
        """Whether the sentence tells of the arrest of militants."""
        return any(trigger.family == "capture" for trigger in self.triggers)

    def says(self, word: str) -> bool:
        """Whether a cue of this word stands in the sentence."""
        if self._said is None:
            self._said = frozenset(cue.word for cue in self.cues)
        return word in self._said


@dataclass(frozen=True)
class Reading:
    """An article with its scenes in order; `topic` is a word for articles without incidents.

    It has no slots: what every event of the article asks for is kept once found.

    The article's text, and all offsets into it, are those of `plain`: the text as a reader sees it.
    What is given out goes back to the text as written by ``plain.back``.
    """

    article: Article
    folded: Folded
    scenes: tuple[Scene, ...]
    datelines: tuple[Dateline, ...]
    topic: str
    plain: Plain

    @cached_property
    def first_group(self) -> ActorSpan | None:
        """The first group that the article names."""
        return next((a for s in self.scenes for a in s.actors if a.kind == "group"), None)

    @cached_property
    def first_day(self) -> tuple[int, DateSpan] | None:
        """The first date that is exact enough for one event, and the number of its sentence."""
        days = ((s.sentence.number, day) for s in self.scenes for day in s.dates if is_dated(day))
        return next(days, None)

    @cached_property
    def latest_day(self) -> date | None:
        """The latest day up to the publication that the article names."""
        published = self.article.published
        days = (day for s in self.scenes for day in s.dates if day.precision == "day")
        lasts = (day.last for day in days if "future" not in day.rules)
        known = [day for day in lasts if day is not None and published and day <= published]
        return max(known, default=None)

    @cached_property
    def named(self) -> dict[str, tuple[int, DateSpan]]:
        """For each family of events its first name with a date, and how early that stands."""
        found: dict[str, tuple[int, DateSpan]] = {}
        for order, (family, span) in enumerate(dated_names(self.article.text, self.scenes)):
            found.setdefault(family, (order, span))
        return found

    def period_at(self, number: int) -> DateSpan | None:
        """Return the time that a sum in a sentence is of, where it names none itself.

        That is what the article covers, as it said by then or in its first sentences.
        """
        covered = self._covered
        return covered[1] if covered and covered[0] <= max(number, _OPENING) else None

    @property
    def period(self) -> DateSpan | None:
        """The weeks or months that an article of figures covers, as its first sums name them."""
        return self._covered[1] if self._covered else None

    @cached_property
    def is_weekly(self) -> bool:
        """Whether the article counts the attacks of a week or some weeks."""
        length = _days_in(self.period) if self.period is not None else None
        return length is not None and length < _REVIEW_DAYS

    @cached_property
    def _covered(self) -> tuple[int, DateSpan] | None:
        """The time that an article of figures covers, and the number of the sentence that says."""
        text = self.article.text
        if self.scenes and (opens := period_opening(text, self.scenes[0])) is not None:
            return 0, opens
        if (weeks := self._weeks_covered()) is not None:
            return weeks
        for scene in self.scenes:
            if (month := self._month_before(scene)) is not None:
                return scene.sentence.number, month
            if not (
                names_long_time(scene) and (scene.mood == "aggregate" or scene.says("aggregate"))
            ):
                continue
            start, end = scene.sentence.start, scene.sentence.end
            spans = [
                span
                for span in scene.dates
                if not (
                    is_compared(text, start, span.start) or ranks_event(text, (start, end), span)
                )
            ]
            if known := [
                (length, span) for span in spans if (length := _days_in(span)) is not None
            ]:
                return scene.sentence.number, max(known, key=itemgetter(0))[1]
        return None

    def _month_before(self, scene: Scene) -> DateSpan | None:
        """Return the month that the sentence before names, where one counts those of "the month".

        "Militancy worsened in July. 96 attacks were recorded during the month."
        """
        number = scene.sentence.number
        if scene.mood != "aggregate" or not 0 < number <= _OPENING or names_long_time(scene):
            return None
        if not of_a_period(self.article.text, scene.sentence):
            return None
        before = self.scenes[number - 1]
        long = [span for span in before.dates if (_days_in(span) or 0) >= _REVIEW_DAYS]
        return long[0] if before.mood in {"none", "aggregate"} and len(long) == 1 else None

    def _weeks_covered(self) -> tuple[int, DateSpan] | None:
        """Return the week that the lead of a review counts attacks of, or that its heading names.

        "the week" is that of the heading. A book of incidents may stand below other chapters.
        """
        text, headed = self.article.text, None
        for number, scene in enumerate(self.scenes):
            weeks = weeks_in(scene.dates)
            if number > _OPENING and not (weeks and logs_attacks(text, scene.sentence)):
                if scene.triggers:
                    return None
                continue
            if scene.mood == "aggregate" and counts_attacks(text, scene.sentence):
                own = [span for span in weeks if not names_the_period(text, span)]
                told = own or ([headed] if headed is not None else []) or weeks
                return (scene.sentence.number, told[0]) if told else None
            if scene.triggers:
                return None
            headed = headed or (weeks[0] if weeks else None)
        return None


def dated_names(text: str, scenes: Iterable[Scene]) -> Iterator[tuple[str, DateSpan]]:
    """Yield the dates in names of events ("Tuesday's blast"), with the event's family, in order."""
    for scene in scenes:
        for span in scene.dates:
            if span.first is None or "future" in span.rules or span.kind == "duration":
                continue
            for trigger in scene.triggers:
                if trigger.is_noun and names_event(text, span.end, trigger.start):
                    yield trigger.family, span


def _is_weekday(span: DateSpan) -> bool:
    """Whether a date is a weekday that only a missing publication date leaves open."""
    return span.kind == "weekday" and span.first is None and "future" not in span.rules


_REVIEW_DAYS, _OPENING = 25, 3
"""Days from which on a time is that of a review, and the sentence by which its lead names it."""


_FILED = re.compile(
    r"\W*(?:[A-Z][A-Za-z]+(?:[ /][A-Z][A-Za-z]+)*(?:,[^:–—\n]{1,30})?\s*[:–—]\s*)?\Z"
)


def period_opening(text: str, scene: Scene) -> DateSpan | None:
    """Return the month or longer with which a sentence opens: "October was the deadliest month"."""
    for span in scene.dates:
        opens = _FILED.match(text, scene.sentence.start, span.start)
        if opens and (_days_in(span) or 0) >= _REVIEW_DAYS:
            return span
    return None


def is_review(lead: Scene) -> bool:
    """Whether a sentence sums up weeks or months, as the lead of a review does."""
    return lead.mood == "aggregate" and names_long_time(lead)


def names_long_time(scene: Scene) -> bool:
    """Whether a sentence names a month or longer."""
    return any((_days_in(span) or 0) >= _REVIEW_DAYS for span in scene.dates)


def _days_in(span: DateSpan) -> int | None:
    if span.first is None or span.last is None:
        return None
    return (span.last - span.first).days


def is_heading(text: str, scene: Scene) -> bool:
    """Whether a sentence is a heading: short, a line of its own, without an end mark."""
    sentence = scene.sentence
    words = text[sentence.start : sentence.end].rstrip("\"'”’»)")
    if len(words) > _HEADING_LENGTH or scene.dates or words[-1:] in ".!?۔؟…":
        return False
    line_start = text.rfind("\n", 0, sentence.start) + 1
    line_end = text.find("\n", sentence.end)
    line_end = len(text) if line_end < 0 else line_end
    return not (text[line_start : sentence.start].strip() or text[sentence.end : line_end].strip())


def is_violent(text: str, scene: Scene) -> bool:
    """Whether a sentence names a weapon, a fight, or somebody armed who acts."""
    if scene.mood not in {"reported", "aggregate"}:
        return False
    armed = any(actor.kind in ARMED_KINDS for actor in scene.actors)
    return any(
        is_armed(text, trigger)
        or (armed and trigger.family in {"armed", "killing", "property", "explosion"})
        for trigger in scene.triggers
    )


def is_bombed(text: str, told: Findings) -> bool:
    """Whether somebody is harmed by a bomb of which a verb says that it went off."""
    if not any(count.best and count.outcome in _HARM for count in told.counts):
        return False
    blasts = [one for one in told.triggers if one.family == "explosion" and not one.definite]
    return any(not one.is_noun for one in blasts) and any(is_armed(text, one) for one in blasts)


_HARM = {"killed", "injured"}


class Findings(Protocol):
    """A sentence with the words for events and the figures found in it."""

    @property
    def triggers(self) -> Sequence[Trigger]: ...
    @property
    def counts(self) -> Sequence[Count]: ...

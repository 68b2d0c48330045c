"""Earlier events that a report on another one adds: "last week four labourers were killed".

Newspapers close a report with what happened before: "it came three days after ...", "it may be
recalled that ...", "last month ...". Such a sentence reports nothing new, whatever day it names,
if the event that the report is about has been told before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from geomap.text._date_ranks import AFTERMATH, rank_of
from geomap.text.dates import DateSpan
from geomap.text.found import is_own_day
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["in_hindsight"]

_CAME_AFTER = Pattern(
    r"\b(?:came|comes?|has\s+come|coming|happened|occurred|took\s+place|followed)\s+"
    r"(?:(?:only|just|barely|hardly|merely|about|nearly|almost|less|more|than|within|some|mere)\s+){0,3}"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|few|a\s+few|a\s+couple\s+of)\s+"
    r"(?:days|weeks|months)|(?:days|weeks|months)|an?\s+(?:week|fortnight|month))\s+after\b",
    re.IGNORECASE,
)
"""What the event came after, some days before: "the blast came three days after"."""
_MAY_RECALL = Pattern(
    r"\bit\s+(?:may|must|should|can|is\s+to)\s+be\s+(?:recalled|remembered|mentioned|noted)\b"
    r"|\bit\s+(?:is|was)\s+(?:pertinent|worth|relevant)\s+(?:to\s+)?(?:mention\w*|not\w*|recall\w*)\b"
    r"|\b(?:may|be)\s+recalled\s+here\b",
    re.IGNORECASE,
)
_MAY_RECALL_URDU = Pattern(r"(?:یاد|واضح|خیال)\s+رہے")
_HAD_URDU = re.compile(r"(?:تھا|تھے|تھی|تھیں)(?:[\s۔.!\"”]*\Z|\s*،|\s+کہ(?!\w))")
"""How a sentence, or its first clause, in the past perfect of Urdu ends."""
_HOW_MANIETH_URDU = Pattern(
    r"(?:دوسر|تیسر|چوتھ|پانچو|چھٹ|ساتو)\S*\s+(?:بڑ\S+\s+)?(?:دھماک|حمل|واقع)\S*"
)
_CONDEMNED = Pattern(
    r"\b(?:condemn|denounc|deplor)\w*\s+(?:[\w’'-]+\s+){0,3}?(?:the|that|this)\s+(?:[\w’'-]+\s+){0,8}?[\w’'-]+,?\s+in\s+which\b",
    re.IGNORECASE,
)
"""What people condemn, with its toll: "condemned the firing on the rally, in which one died"."""
_WHERE_BEFORE = re.compile(
    r"\W*(?:In|At|Around|Near)\s+[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,4}?,\s+where\b[^,;]*?"
    r"(?:\bthe\s+(?:day|night|week|month)\s+before\b|\b(?:days?|weeks?|months?)\s+(?:ago|earlier|before)\b"
    r"|\bearlier\b|\blast\s+(?:week|month|year)\b|\byesterday\b|\bhad\b)[^,;]*,"
)
"""A place named by what happened there before, of which the sentence tells something else."""
_LAST = re.compile(r"(?:the\s+)?(?:last|past|previous)\b|گزشتہ|گذشتہ|پچھل", re.IGNORECASE)
_HARM = frozenset({"killed", "injured"})
_COARSE = frozenset({"week", "month", "year"})
_EARLIER, _A_WEEKDAY = timedelta(days=2), timedelta(days=4)


def in_hindsight(text: str, scenes: Sequence[Scene], published: date | None) -> list[Scene]:
    """Read what a report adds on earlier events as recalled.

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its sentences, in order.
    published
        The day of publication, None when unknown.
    """
    told = _Told(published)
    return [told.read(text, scene) for scene in scenes]


@dataclass(slots=True)
class _Told:
    """What has been reported so far: whether anything, its last and first days, its figures.

    `asides`: whether the report began with an official's act, a trial or the like.

    `urdu` is the paragraph in which "let it be clear that" began to remember, `old` are the days
    of what was recalled.
    """

    published: date | None
    begun: bool = False
    asides: bool = False
    newest: date | None = None
    oldest: date | None = None
    urdu: int = -1
    old: set[date] = field(default_factory=set)
    tolls: set[tuple[str, int | None]] = field(default_factory=set)

    def read(self, text: str, scene: Scene) -> Scene:
        """Return a sentence as it is meant after what has been told."""
        if scene.listed:
            return scene
        if scene.mood == "reported" and self.begun:
            if self._looks_back(text, scene) or self._goes_on(scene):
                self.old |= {s.last for s in scene.dates if s.last and s.precision == "day"}
                self.urdu = scene.sentence.paragraph if _is_remembered(text, scene) else -1
                return replace(scene, mood="recalled")
            if _CONDEMNED.inside(text, scene.sentence) and not any(map(is_own_day, scene.dates)):
                return replace(scene, mood="comment")
        elif (
            scene.mood == "reported" and self.asides and _is_long_done(text, scene, self.published)
        ):
            return replace(scene, mood="recalled")
        self.asides = self.asides or scene.mood in _NO_NEWS
        if scene.mood in {"reported", "none"}:
            self.tolls |= _tolls(scene)
        if scene.mood in {"reported", "aggregate"}:
            self.begun = self.begun or scene.is_firm
            for span in scene.dates:
                self._note_day(text, scene, span)
        return scene

    def _note_day(self, text: str, scene: Scene, span: DateSpan) -> None:
        """Note a day of an event that lies outside of those told so far."""
        first, last = span.first, span.last
        if first is None or last is None:
            return
        if self.newest and self.oldest and self.oldest <= first and last <= self.newest:
            return
        if is_own_day(span) and _is_event(text, scene, span):
            self.newest = max(self.newest or last, last)
            self.oldest = min(self.oldest or first, first)

    def _goes_on(self, scene: Scene) -> bool:
        """Whether all days of a sentence are those of an event recalled before."""
        days = [s for s in scene.dates if s.first and s.last and is_own_day(s)]
        if not days or not self.old or self.oldest is None:
            return False
        return all(s.last is not None and s.last < self.oldest and s.last in self.old for s in days)

    def _looks_back(self, text: str, scene: Scene) -> bool:
        """Whether a sentence tells of something that came before the event told already."""
        sentence = scene.sentence
        if _CAME_AFTER.inside(text, sentence) or _MAY_RECALL.inside(text, sentence):
            return True
        if self._recalls_in_urdu(text, scene):
            return True
        newest = self.newest or self.published
        if _is_of_last(text, scene, newest) or _opens_with_month(text, scene, newest):
            return True
        before = _WHERE_BEFORE.match(text, sentence.start, sentence.end)
        return before is not None and all(one.end <= before.end() for one in scene.triggers)

    def _recalls_in_urdu(self, text: str, scene: Scene) -> bool:
        """Whether a sentence remembers: in the past perfect, with a word for it or an old day.

        The lead may have named no day: then the older one of another toll is that of another event.
        """
        sentence = scene.sentence
        recalls = _is_remembered(text, scene) or sentence.paragraph == self.urdu
        if recalls and _HOW_MANIETH_URDU.inside(text, sentence) is not None:
            return True
        if _HAD_URDU.search(text, sentence.start, sentence.end) is None:
            return False
        days = [span.last for span in scene.dates if span.last is not None]
        if recalls or not days:
            return recalls
        tolls = _tolls(scene)
        if self.oldest is not None:
            return bool(tolls) and max(days) < self.oldest
        old = self.published is not None and max(days) < self.published
        return old and bool(tolls) and tolls.isdisjoint(self.tolls)


def _is_remembered(text: str, scene: Scene) -> bool:
    """Whether a sentence says in Urdu that something is to be remembered."""
    return _MAY_RECALL_URDU.inside(text, scene.sentence) is not None


def _is_event(text: str, scene: Scene, span: DateSpan) -> bool:
    """Whether a date is not that of what came of an event, such as a burial."""
    bounds = scene.sentence.start, scene.sentence.end
    date = span.start, span.end
    return rank_of(text, bounds, date, marks=scene.sentence.marks) != AFTERMATH


def _tolls(scene: Scene) -> set[tuple[str, int | None]]:
    """Return the figures of dead and wounded of a sentence."""
    return {(one.outcome, one.best) for one in scene.counts if one.outcome in _HARM and one.best}


def _is_of_last(text: str, scene: Scene, newest: date | None) -> bool:
    """Whether all that a sentence tells is of "last week" or "last month"."""
    known = [span for span in scene.dates if span.first is not None and span.last is not None]
    if newest is None or not known:
        return False
    return all(_is_last(text, span) and _is_before(span, newest) for span in known)


_IN_MONTH = re.compile(
    r"\W*(?:(?:And|But|Also|Earlier|Only),?\s+)?(?:back\s+)?in\s+\Z", re.IGNORECASE
)


def _opens_with_month(text: str, scene: Scene, newest: date | None) -> bool:
    """Whether "the same night" is one of a month that ended weeks before: "In August, 40 died"."""
    named = [span for span in scene.dates if span.first is not None and span.last is not None]
    known = [span for span in named if not any(r.startswith("anchored") for r in span.rules)]
    if newest is None or not known or len(known) == len(named) or any(map(is_own_day, known)):
        return False
    first = known[0]
    opens = _IN_MONTH.match(text, scene.sentence.start, first.start) is not None
    return (
        opens
        and first.precision == "month"
        and all(span.last is not None and newest - span.last > _WEEKS for span in known)
    )


_WEEKS = timedelta(days=20)


def _is_last(text: str, span: DateSpan) -> bool:
    return not span.since and _LAST.match(text, span.start) is not None


def _is_before(span: DateSpan, newest: date) -> bool:
    """Whether a stretch began before an event's day, or a "last Friday" is of another week."""
    days = _EARLIER if span.precision in _COARSE else _A_WEEKDAY
    return span.first is not None and span.first <= newest - days


_NO_NEWS = frozenset({"comment", "recalled", "tried", "rehearsed"})
_LONG = 7
_HAD = re.compile(r"\bhad\s+(?:\w+ly\s+|also\s+|been\s+|earlier\s+){0,2}$")


def _is_long_done(text: str, scene: Scene, published: date | None) -> bool:
    """Whether a report that began with something else tells what had happened a week before."""
    days = [span.last for span in scene.dates if span.last is not None and is_own_day(span)]
    if published is None or not days or (published - max(days)).days < _LONG:
        return False
    first = min(scene.triggers, key=lambda one: one.start, default=None)
    return first is not None and (
        _HAD.search(text, max(scene.sentence.start, first.start - 40), first.start) is not None
    )

"""An event in the making: the sentences that tell of it, and their dates, the likeliest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from geomap.records import Place, Precision, Resolution
from geomap.text._date_ranks import (
    AFTERMATH,
    ASIDE,
    EVENT,
    aside_at,
    dates_capture,
    is_against,
    names_event,
    precedes_cause,
    rank_of,
    ranks_event,
)
from geomap.text.actors import ActorSpan
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.scenes import Scene

__all__ = [
    "GROUPS",
    "Draft",
    "Site",
    "captured_on",
    "days_of",
    "event_dates",
    "fresh_triggers",
    "group_named",
    "own_dates",
    "ranked_dates",
    "retells",
]

GROUPS = {
    "explosion": "violent",
    "clash": "violent",
    "operation": "violent",
    "armed": "violent",
    "killing": "violent",
    "abduction": "violent",
    "body": "violent",
    "protest": "unrest",
    "riot": "unrest",
    "property": "quiet",
    "disrupted": "quiet",
    "arrest": "quiet",
    "capture": "quiet",
    "change": "quiet",
    "accord": "quiet",
}


def fresh_triggers(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers that do not refer back, or all where every one does."""
    return [trigger for trigger in triggers if not trigger.definite] or list(triggers)


@dataclass(frozen=True, slots=True)
class Site:
    """A mention in the role incident_site with the place that it means."""

    resolution: Resolution

    @property
    def place(self) -> Place | None:
        """The named place, or None where the name is not known."""
        return self.resolution.place

    @property
    def start(self) -> int:
        """Offset of the mention."""
        return self.resolution.mention.start


@dataclass(slots=True)
class Draft:
    """An event in the making: its sentences, its first trigger, and whether it is a statistic.

    `asides` are sentences that report nothing of it but name who may be behind it; `claimant` is
    the group that claimed several events before they were told one by one; `spoken` says that its
    days are only those on which somebody spoke of it.
    """

    scenes: list[Scene]
    triggers: list[Trigger]
    statistic: bool = False
    multi: bool = False
    opened_by: str = "first"
    days: list[DateSpan] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    asides: list[Scene] = field(default_factory=list)
    claimant: ActorSpan | None = None
    spoken: bool = False
    _seen: int = 0
    _groups: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    _places: dict[int, Place] = field(default_factory=dict)
    _sites_seen: int = 0
    _names: set[str] = field(default_factory=set)
    _names_seen: int = 0
    _stretches: dict[tuple[date | None, date | None], None] = field(default_factory=dict)
    _days_seen: int = 0

    def add_days(self, days: Sequence[DateSpan], *, spoken: bool) -> None:
        """Add days of the event; its own take the place of those on which it was spoken of."""
        if self.spoken and days and not spoken:
            self.days, self.spoken = [], False
            self._stretches, self._days_seen = {}, 0
        elif spoken and self.days and not self.spoken:
            return
        self.days.extend(days)

    @property
    def is_riot(self) -> bool:
        """Whether a sentence of it tells of a riot."""
        return any(trigger.family == "riot" for each in self.scenes for trigger in each.triggers)

    @property
    def has_dead(self) -> bool:
        """Whether it is violent, or has dead: those of a rally that police fired at."""
        counts = (count for scene in self.scenes for count in scene.counts)
        return self.group == "violent" or any(c.outcome == "killed" and c.best for c in counts)

    @property
    def group(self) -> str:
        """``violent``, ``unrest`` or ``quiet``, by the triggers that do not refer back, if any."""
        fresh, back = self._groups
        for trigger in self.triggers[self._seen :]:  # an event may be told in a thousand sentences
            (back if trigger.definite else fresh).add(GROUPS[trigger.family])
        self._seen = len(self.triggers)
        return group_named(fresh or back)

    @property
    def names(self) -> Collection[str]:
        """The names of its places down from the districts, as written, and of their districts."""
        for site in self.sites[self._names_seen :]:  # an event may name a thousand places
            place = site.place
            if place is None:
                continue
            if place.precision.rank <= Precision.DISTRICT.rank:
                self._names.add(site.resolution.mention.toponym)
            if place.admin2 is not None:
                self._names.add(place.admin2)
        self._names_seen = len(self.sites)
        return self._names

    @property
    def places(self) -> Collection[Place]:
        """The places of its sites, each once."""
        for site in self.sites[self._sites_seen :]:
            if site.place is not None:
                self._places[id(site.place)] = site.place
        self._sites_seen = len(self.sites)
        return self._places.values()

    @property
    def stretches(self) -> Collection[tuple[date | None, date | None]]:
        """The first and last days of its dates, each pair once."""
        for span in self.days[self._days_seen :]:
            self._stretches[span.first, span.last] = None
        self._days_seen = len(self.days)
        return self._stretches.keys()


def group_named(groups: Collection[str]) -> str:
    """Return the weightiest of the groups of an event's triggers: violent, unrest or quiet."""
    if "violent" in groups:
        return "violent"
    return "unrest" if "unrest" in groups else "quiet"


def retells(scene: Scene, here: Sequence[Site], told: Draft) -> bool:
    """Whether a sentence tells a headline again, with its day and a finer place.

    The headline named no day; both tell of the same kind of event in one district, with the same
    figure of dead or wounded.
    """
    if len(told.scenes) > 1 or told.days or scene.says("new"):
        return False
    if any(GROUPS[trigger.family] != told.group for trigger in scene.triggers):
        return False
    districts = {place.admin2_pcode for place in told.places} - {None}
    if any(site.place is None or site.place.admin2_pcode not in districts for site in here):
        return False
    figures = {(c.outcome, c.best) for c in told.scenes[0].counts if c.best and not c.part}
    return any((count.outcome, count.best) in figures for count in scene.counts)


def event_dates(text: str, scene: Scene) -> list[DateSpan]:
    """Return the dates of a sentence that can be the event's own, the likeliest first."""
    return [span for _, span in ranked_dates(text, scene)]


def own_dates(text: str, scene: Scene) -> list[DateSpan]:
    """Return the event's dates, those of speech and aftermath only where there are no others.

    And these only where the sentence tells of something new: "the toll of the blast rose to nine on
    Sunday" does not date the blast.
    """
    return days_of(text, scene)[0]


def days_of(text: str, scene: Scene) -> tuple[list[DateSpan], bool]:
    """Return the event's dates as `own_dates` does, and whether they are only of what was said."""
    if not scene.dates:
        return [], False
    ranked = ranked_dates(text, scene)
    own = [span for rank, span in ranked if rank < AFTERMATH]
    if own:
        return own, False
    fresh = any(not trigger.definite and not trigger.is_noun for trigger in scene.triggers)
    return ([span for _, span in ranked], True) if fresh else ([], False)


def _usable(text: str, scene: Scene) -> list[DateSpan]:
    return [
        span
        for span in scene.dates
        if span.first is not None
        and "future" not in span.rules
        and span.kind != "duration"
        and not ranks_event(text, (scene.sentence.start, scene.sentence.end), span)
        and not captured_on(text, scene, span)
    ]


def captured_on(text: str, scene: Scene, span: DateSpan) -> bool:
    """Whether a date only tells when those were taken who were then found dead."""
    return dates_capture(text, (scene.sentence.start, scene.sentence.end), span)


def ranked_dates(text: str, scene: Scene) -> Sequence[tuple[int, DateSpan]]:
    """Return the dates that can be the event's, each with what it is the date of, likeliest first.

    In "two men who were abducted on Sunday were freed on Wednesday" the aside tells the event.
    """
    if scene.ranked is None:
        scene.ranked = _ranked_dates(text, scene)
    return scene.ranked


def _ranked_dates(text: str, scene: Scene) -> list[tuple[int, DateSpan]]:
    bounds = scene.sentence.start, scene.sentence.end
    ranked = []
    for span in _usable(text, scene):
        place = span.start, span.end
        rank = rank_of(text, bounds, place, marks=scene.sentence.marks)
        told = rank == ASIDE and _is_all(aside_at(text, bounds, place), scene)
        if told or _names_first(text, span, scene):
            rank = EVENT - 1
        elif (
            "counted_back" in span.rules
            or _is_effect(text, span, scene)
            or _is_of_cause(span, scene)
        ):
            rank = max(rank, ASIDE)
        ranked.append((rank, span))
    ranked.sort(key=lambda item: item[0])
    if ranked and ranked[0][0] < EVENT:
        return [(EVENT, ranked[0][1]), *((max(rank, ASIDE), span) for rank, span in ranked[1:])]
    return ranked


def _names_first(text: str, span: DateSpan, scene: Scene) -> bool:
    """Whether a date names the first event of a sentence ("... claimed Sunday night's attack")."""
    first = next((t for t in scene.triggers if t.end > span.start), None)
    if first is None or first is not scene.triggers[0] or not first.is_noun:
        return False
    if is_against(text, first.end) and scene.families & {"protest", "riot"}:
        return False
    return names_event(text, span.end, first.start)


def _is_effect(text: str, span: DateSpan, scene: Scene) -> bool:
    """Whether a date is that of what the event led to ("closed on Thursday after a blast")."""
    after = bool(scene.triggers) and scene.triggers[0].start > span.end
    return after and precedes_cause(text, span.end)


_CAUSE_REACH = 40


def _is_of_cause(span: DateSpan, scene: Scene) -> bool:
    """Whether a date stands with a verb that tells why: "kin of men seized last week blocked"."""
    before = [t for t in scene.triggers if t.end <= span.start]
    later = any(t.start >= span.end and not t.definite for t in scene.triggers)
    if not (before and later):
        return False
    last = before[-1]
    return last.definite and not last.is_noun and span.start - last.end <= _CAUSE_REACH


def _is_all(clause: tuple[int, int], scene: Scene) -> bool:
    """Whether a clause holds every word of the sentence that reports something."""
    return bool(scene.triggers) and all(
        clause[0] <= trigger.start < clause[1] for trigger in scene.triggers
    )

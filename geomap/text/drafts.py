"""Which sentences of an article belong to which event.

Sentences are read in order. One that reports an event starts a new draft when its place, its day
or its kind differs from that of the draft before, or when the text says so ("in another
incident"); otherwise it goes on with it. Words that refer back ("the attack") go on with the draft
that they fit. Aggregates become drafts of the kind statistic. What is recalled, planned,
rehearsed, tried, condemned or no security event at all starts none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.records import Place, Precision, Resolution
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.moods import is_dated
from geomap.text.patterns import Pattern
from geomap.text.scenes import Reading, Scene, is_heading

__all__ = [
    "Draft",
    "Site",
    "draft_events",
    "event_dates",
    "fresh_triggers",
    "is_heading",
    "names_operation",
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
    "change": "quiet",
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

    `asides` are sentences that report nothing of it but name who may be behind it.
    """

    scenes: list[Scene]
    triggers: list[Trigger]
    statistic: bool = False
    multi: bool = False
    opened_by: str = "first"
    days: list[DateSpan] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    asides: list[Scene] = field(default_factory=list)

    @property
    def group(self) -> str:
        """``violent``, ``unrest`` or ``quiet``."""
        groups = [GROUPS[trigger.family] for trigger in fresh_triggers(self.triggers)]
        return next((name for name in ("violent", "unrest") if name in groups), "quiet")


def draft_events(reading: Reading, sites: Mapping[int, Sequence[Site]]) -> list[Draft]:
    """Group the scenes of an article into events.

    Parameters
    ----------
    reading
        The article, read.
    sites
        For each sentence number the mentions in the role incident_site.

    Returns
    -------
    list of Draft
        In text order of their first sentences.
    """
    drafts: list[Draft] = []
    current: Draft | None = None
    aside = -1
    for scene in reading.scenes:
        if scene.mood in _ASIDES:
            aside = scene.sentence.paragraph
        elif scene.mood != "none" or scene.sentence.paragraph != aside:
            aside = -1
        if scene.mood == "aggregate":
            if current is not None and _sums_up(reading.article.text, scene, current):
                current.scenes.append(scene)
            elif _is_statistic(reading.article.text, scene, drafts):
                drafts.append(Draft([scene], list(scene.triggers), statistic=True))
            continue
        if scene.mood == "none":
            if current is not None and aside < 0 and _adds_facts(scene, current):
                current.scenes.append(scene)
            continue
        if scene.mood != "reported":
            if current is not None and _names_a_group(scene):
                current.asides.append(scene)
            continue
        if is_heading(reading.article.text, scene):
            continue
        here = sites.get(scene.sentence.number, ())
        current = _place_scene(reading.article.text, scene, here, drafts, current)
    return drafts


_SEPARATE = Pattern(
    r"\b(?:separate|different|various)\s+(?:\w+\s+)?(?:incidents|attacks|areas|places|districts)\b"
    r"|مختلف واقعات",
    re.IGNORECASE,
)


def _is_statistic(text: str, scene: Scene, drafts: Sequence[Draft]) -> bool:
    """Whether an aggregate is a statistic, and not the sum that opens a round-up of its parts."""
    harmed = any(count.outcome in {"killed", "injured"} for count in scene.counts)
    if not harmed or scene.says("accident") or scene.says("weather"):
        return False
    short = bool(scene.dates) and all(is_dated(span) for span in scene.dates)
    weekly = any(span.precision == "week" for span in scene.dates)
    timeless = all(span.first is None for span in scene.dates)
    if (weekly or timeless) and not drafts:
        return False
    return not (short and not drafts and _SEPARATE.inside(text, scene.sentence))


_ASIDES = {"recalled", "other", "tried", "rehearsed"}
"""Moods whose sentences the next ones without triggers go on with, within their paragraph."""


def _adds_facts(scene: Scene, current: Draft) -> bool:
    """Whether a sentence without a trigger says more of the event: figures, actors, its day."""
    if _is_of_another_time(scene, current):
        return False
    return bool(scene.counts or scene.actors or (scene.dates and not current.days))


_NEAR_DAYS = 10


def _is_of_another_time(scene: Scene, current: Draft) -> bool:
    """Whether every date of a sentence lies far from the days of the current event."""
    known = [span for span in scene.dates if span.first is not None and span.last is not None]
    if not known:
        return False
    if not current.days:
        return all(span.precision in {"month", "year"} for span in known)
    first = min(span.first for span in current.days if span.first is not None)
    return all(
        span.precision in {"month", "year"}
        or span.since
        or (span.last is not None and abs((first - span.last).days) > _NEAR_DAYS)
        for span in known
    )


def _sums_up(text: str, scene: Scene, current: Draft) -> bool:
    """Whether an undated sum of dead militants is the result of the campaign just named."""
    campaign = any(names_operation(text, earlier) for earlier in current.scenes)
    sides = {count.side for count in scene.counts}
    return campaign and not scene.dates and sides == {"militants"}


def _names_a_group(scene: Scene) -> bool:
    """Whether a sentence that reports nothing new says who may be behind the event."""
    return any(actor.kind == "group" for actor in scene.actors) and any(
        trigger.definite for trigger in scene.triggers
    )


def _place_scene(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    drafts: list[Draft],
    current: Draft | None,
) -> Draft | None:
    """Put a reporting sentence into a draft, a new one or one before; return the current one."""
    days = own_dates(text, scene)
    rule = _opening(text, scene, here, days, current)
    if rule:
        draft = Draft([scene], list(scene.triggers), opened_by=rule, days=days, sites=list(here))
        draft.multi = at_many_places(text, scene)
        drafts.append(draft)
        return draft
    target = _referred(text, scene, drafts) or current
    if target is None or _is_recalled(text, scene, days, target):
        return current
    target.scenes.append(scene)
    target.multi = target.multi or bool(_ONE_ATTACK.inside(text, scene.sentence))
    target.triggers.extend(scene.triggers)
    target.days.extend(days)
    target.sites.extend(here)
    return target


_SPOKEN_BEFORE = Pattern(
    r"\b(?:said|says|told|confirmed|announced|added|statement|reported|informed|stated|"
    r"condemned|reporters|journalists|media|published|released|issued|claimed|unveiled|"
    r"presented|acknowledged|put)\s+(?:[\w'’-]+\s+){0,2}?(?:on|late\s+on|in|by|early\s+on)?\s*$",
    re.IGNORECASE,
)
_SPOKEN_AFTER = re.compile(
    r"\s+(?:put|said|told|confirmed|announced|reaffirmed|condemned|claimed|issued|released|"
    r"reported|revised|raised|listed|unveiled|warned|ordered|directed|chaired|visited|accepted|owned|"
    r"took\s+responsibility|denied|confirmed|blamed)\b",
    re.IGNORECASE,
)


def event_dates(text: str, scene: Scene) -> list[DateSpan]:
    """Return the dates of a sentence that can be the event's own, dates of speech last."""
    usable = _usable(scene)
    spoken = [span for span in usable if _is_spoken(text, scene, span)]
    return [span for span in usable if span not in spoken] + spoken


def own_dates(text: str, scene: Scene) -> list[DateSpan]:
    """Return the event's dates, those of speech only where there are no others."""
    usable = _usable(scene)
    return [span for span in usable if not _is_spoken(text, scene, span)] or usable


def _usable(scene: Scene) -> list[DateSpan]:
    return [
        span
        for span in scene.dates
        if span.first is not None and "future" not in span.rules and span.kind != "duration"
    ]


def _is_spoken(text: str, scene: Scene, span: DateSpan) -> bool:
    """Whether a date says when somebody spoke of the event, not when it was."""
    before = text[max(scene.sentence.start, span.start - 40) : span.start]
    return bool(_SPOKEN_BEFORE.search(before, marks=scene.sentence.marks) or _SPOKEN_AFTER.match(text, span.end))


def _opening(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    days: Sequence[DateSpan],
    current: Draft | None,
) -> str:
    """Name the rule by which a sentence starts a new event, or return ''."""
    fresh = [trigger for trigger in scene.triggers if not trigger.definite]
    supported = any(is_dated(span) for span in days) or any(
        count.outcome in {"killed", "injured", "abducted"} and not count.part
        for count in scene.counts
    )
    acts = any(not trigger.is_noun for trigger in fresh)
    placed = acts and bool(here)
    campaign = starts_operation(text, scene, current)
    if current is None:
        return "first" if supported or placed or campaign else ""
    if _is_recalled(text, scene, days, current):
        return ""
    if campaign:
        return "an operation"
    if scene.says("new") and (fresh or supported) and (here or supported):
        return "said to be another"
    if _is_follow_up(scene):
        return ""
    if here and _part_of_campaign(text, scene, days, current):
        return "a clash within an operation"
    if not fresh or not (supported or placed):
        return ""
    return _difference(text, scene, here, days, current)


def _is_follow_up(scene: Scene) -> bool:
    """Whether a sentence only tells of arrests, with or without a raid, after an event."""
    families = {trigger.family for trigger in scene.triggers}
    harmed = any(count.outcome != "arrested" and count.best for count in scene.counts)
    return "arrest" in families and families <= {"arrest", "operation"} and not harmed


def _part_of_campaign(text: str, scene: Scene, days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether a sentence dates one clash inside the campaign that the current event is."""
    if not any(names_operation(text, earlier) for earlier in current.scenes):
        return False
    fights = any(trigger.family in {"clash", "explosion", "armed"} for trigger in scene.triggers)
    return fights and any(
        span.precision == "day" and span.kind in {"absolute", "weekday"} for span in days
    )


def _difference(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    days: Sequence[DateSpan],
    current: Draft,
) -> str:
    """Say in what a sentence differs from the current event, or return ''."""
    if _line_opens_with_date(text, scene):
        return "dated line"
    if not current.multi and _other_place(here, current):
        return "another place"
    if _other_day(days, current):
        return "another day"
    groups = {GROUPS[trigger.family] for trigger in scene.triggers if not trigger.definite}
    unrest_begins = groups == {"unrest"} and current.group == "violent" and bool(days or here)
    violence_begins = "violent" in groups and current.group == "unrest" and "unrest" not in groups
    return "another kind" if unrest_begins or violence_begins else ""


_OPERATION = Pattern(
    r"\bOperation\s+[“\"']?[A-Z]\w+|\b[\w-]+-(?:day|week|month)(?:-long)?\s+(?:\w+\s+){0,2}operation"
    r"|\bseries\s+of\s+(?:[\w,-]+\s+){0,6}operations\b|\bclearance\s+(?:actions|operations)\b"
    r"|\boperations?\s+(?:\w+\s+){0,3}(?:concluded|completed|ended|culminated)\b"
    r"|\b(?:concluded|completed|ended|conclusion\s+of)\s+(?:[\w“\"'-]+\s+){0,3}operations?\b"
    r"|\bsweep\b|\bmultiple\s+operations\b|\bseparate\s+(?:\w+\s+){0,2}operations\b|آپریشن\s+(?:مکمل|اختتام)",
)


def names_operation(text: str, scene: Scene) -> bool:
    """Whether a sentence tells of a campaign: a named, long, serial or concluded operation."""
    return any(trigger.family == "operation" for trigger in scene.triggers) and (
        _OPERATION.inside(text, scene.sentence) is not None
    )


_MANY = Pattern(
    r"\b(?:[3-9]|\d{2,3}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|fifteen|twenty|"
    r"several|multiple|various)\s+(?:\w+\s+)?(?:of\s+)?"
    r"(?:locations|places|sites|towns|cities|districts|points)\b"
    r"|\b(?:simultaneous|coordinated|co-ordinated|synchroni[sz]ed)\s+(?:\w+\s+)?"
    r"(?:attacks|assaults|strikes|blasts|bombings|raids|wave)\b"
    r"|مختلف مقامات|متعدد مقامات|بیک وقت|مربوط حملے",
    re.IGNORECASE,
)
_ONE_ATTACK = Pattern(
    r"\b(?:one|a\s+single)\s+(?:\w+\s+)?(?:coordinated|co-ordinated)\b"
    r"|\b(?:coordinated|co-ordinated|simultaneous)\s+(?:attacks|assaults|strikes)\b",
    re.IGNORECASE,
)


def at_many_places(text: str, scene: Scene) -> bool:
    """Whether a sentence reports one event at three or more places, or one that is coordinated."""
    return scene.mood != "aggregate" and _MANY.inside(text, scene.sentence) is not None


def starts_operation(text: str, scene: Scene, current: Draft | None) -> bool:
    """Whether a sentence names a campaign that is not the current event."""
    if not names_operation(text, scene):
        return False
    return current is None or not any(t.family == "operation" for t in current.triggers)


_PAST_PERFECT = Pattern(r"\bhad\s+(?:also\s+|earlier\s+|been\s+|already\s+)*\w+", re.IGNORECASE)
_FAR = 10


def _is_recalled(text: str, scene: Scene, days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether a sentence looks back from the current event to an older one."""
    dated = [span for span in days if span.first is not None and span.last is not None]
    if not dated or not current.days:
        return False
    known = [span.first for span in current.days if span.first is not None]
    newest = max(span.last for span in dated if span.last is not None)
    if any(span.precision in {"month", "year"} for span in dated) and newest < min(known):
        return True
    gap = (min(known) - newest).days
    past = _PAST_PERFECT.inside(text, scene.sentence) is not None
    return gap > _FAR or (gap > 0 and past)


_DATE_LEAD = 4


def _line_opens_with_date(text: str, scene: Scene) -> bool:
    """Whether the sentence is an item of a list that opens with its date."""
    line_start = text.rfind("\n", 0, scene.sentence.start) + 1
    return any(span.start - line_start <= _DATE_LEAD for span in scene.dates)


def _other_place(here: Sequence[Site], current: Draft) -> bool:
    """Whether every place of a sentence lies apart from every place of the current event."""
    places = [site.place for site in here if site.place is not None]
    known = [site.place for site in current.sites if site.place is not None]
    if not places or not known:
        return False
    finest = min(places, key=lambda place: place.precision.rank)
    return not any(_touch(finest, other) for other in known)


def _touch(one: Place, other: Place) -> bool:
    """Whether two places may be the same, or one holds the other."""
    if one.country != other.country:
        return False
    if Precision.COUNTRY in (one.precision, other.precision):
        return True
    if Precision.PROVINCE in (one.precision, other.precision):
        return one.admin1_pcode == other.admin1_pcode
    if one.admin2_pcode is None or other.admin2_pcode is None:
        return one.admin1_pcode == other.admin1_pcode
    if one.admin2_pcode != other.admin2_pcode:
        return False
    areas = {Precision.DISTRICT, Precision.TEHSIL, Precision.LINE}
    return one.name == other.name or one.precision in areas or other.precision in areas


def _other_day(days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether the sentence names a day on which the current event cannot have been."""
    exact = [span for span in days if span.precision == "day"]
    known = [(span.first, span.last) for span in current.days if span.first and span.last]
    if not exact or not known:
        return False
    first = exact[0].first
    return first is not None and not any(start <= first <= end for start, end in known)


def _referred(text: str, scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """Find the earlier draft whose place a sentence names when it refers back to it."""
    if not any(trigger.definite for trigger in scene.triggers):
        return None
    words = text[scene.sentence.start : scene.sentence.end]
    for draft in reversed(drafts):
        if draft.statistic:
            continue
        for site in draft.sites:
            if site.resolution.mention.toponym in words:
                return draft
    return None

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
from geomap.text._date_ranks import AFTERMATH, ASIDE, rank_of
from geomap.text.actors import ActorSpan, basis_of
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
    "ranked_dates",
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

    `asides` are sentences that report nothing of it but name who may be behind it; `claimant` is
    the group that claimed several events before they were told one by one.
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
    claimant: ActorSpan | None = None
    for scene in reading.scenes:
        claimed = claimant_of(reading.article.text, scene) if current is None else None
        if claimed is not None:
            claimant = claimed
            continue
        if scene.mood in _ASIDES:
            aside = scene.sentence.paragraph
        elif scene.mood != "none" or scene.sentence.paragraph != aside:
            aside = -1
        if scene.mood == "aggregate":
            if current is not None and _sums_up(reading.article.text, scene, current):
                current.scenes.append(scene)
            elif _is_statistic(scene, drafts, reading.period):
                drafts.append(Draft([scene], list(scene.triggers), statistic=True))
            continue
        if claimant is None and _own_claim(reading.article.text, scene):
            claimant = _first_group(reading)
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
        if _covers_all(reading.article.text, scene):
            for draft in drafts:
                draft.asides.append(scene)
            continue
        here = sites.get(scene.sentence.number, ())
        current = _place_scene(reading.article.text, scene, here, drafts, current)
    for draft in drafts:
        draft.claimant = claimant
    return drafts


_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several|multiple|various|"
    r"a\s+series\s+of|a\s+number\s+of)"
)
_SEVERAL_CLAIMED = Pattern(
    rf"\b{_NUMBER}\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:attacks|operations|actions|assaults|ambushes|blasts|strikes|incidents|bombings)\b"
    r"|(?:دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|متعدد|مختلف)\s+(?:\S+\s+){0,2}?(?:حملوں|کارروائیوں|دھماکوں)",
    re.IGNORECASE,
)
_CARRIED_OUT = Pattern(
    r"\b(?:carried\s+out|conducted|launched|claim\w*|responsib\w+|owned|staged)\b|ذمہ داری|دعوی",
    re.IGNORECASE,
)
_ALL_OF_THEM = Pattern(
    r"\b(?:all|both)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:\w+\s+)?"
    r"(?:attacks|incidents|blasts|operations|assaults|bombings|killings)\b"
    r"|\b(?:the|these)\s+(?:two|three|four|five|six)\s+(?:\w+\s+)?(?:attacks|incidents|blasts)\b"
    r"|(?:دونوں|تمام|ان)\s+(?:حملوں|واقعات|دھماکوں|کارروائیوں)",
    re.IGNORECASE,
)


def _span(scene: Scene) -> tuple[int, int]:
    return scene.sentence.start, scene.sentence.end


def claimant_of(text: str, scene: Scene) -> ActorSpan | None:
    """Return the group that claims several events in a sentence that tells of none by itself."""
    groups = [actor for actor in scene.actors if actor.kind == "group"]
    harmed = any(count.best for count in scene.counts)
    if not groups or harmed or at_many_places(text, scene):
        return None
    claimed = _CARRIED_OUT.inside(text, scene.sentence) and _SEVERAL_CLAIMED.inside(text, scene.sentence)
    return groups[0] if claimed else None


_OUR_CLAIM = Pattern(
    r"\b(?:our|the|this)\s+(?:organi[sz]ation|group|outfit|front|army|fighters)\s+(?:\w+\s+){0,2}?"
    r"(?:accepts?|accepted|claims?|claimed|takes?|took|owns?|owned)\b"
    r"|تنظیم\s+(?:نے\s+)?(?:\S+\s+){0,4}?(?:ذمہ\s+داری)",
    re.IGNORECASE,
)


def _own_claim(text: str, scene: Scene) -> bool:
    """Whether a group speaks of itself: "our organisation accepts responsibility"."""
    return _OUR_CLAIM.inside(text, scene.sentence) is not None


def _first_group(reading: Reading) -> ActorSpan | None:
    return next((a for s in reading.scenes for a in s.actors if a.kind == "group"), None)


def _covers_all(text: str, scene: Scene) -> bool:
    """Whether a sentence claims, or blames on a group, all the events told so far."""
    groups = any(actor.kind == "group" for actor in scene.actors)
    harmed = any(count.best and count.speaker != "claimant" for count in scene.counts)
    return (
        groups
        and not harmed
        and _ALL_OF_THEM.inside(text, scene.sentence) is not None
        and bool(basis_of(text, *_span(scene)))
    )


def _is_statistic(scene: Scene, drafts: Sequence[Draft], period: DateSpan | None) -> bool:
    """Whether an aggregate is a statistic, and not the sum that opens a round-up of its parts.

    `period` is what an article of figures covers: its sums without a date of their own are of it.
    """
    harmed = any(count.outcome in {"killed", "injured"} and count.best for count in scene.counts)
    if not harmed or scene.says("accident") or scene.says("weather"):
        return False
    if drafts or period is not None:
        return True
    known = [span for span in scene.dates if span.first is not None]
    short = all(is_dated(span) for span in known)
    weekly = any(span.precision == "week" for span in known)
    return bool(known) and not short and not weekly


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


def event_dates(text: str, scene: Scene) -> list[DateSpan]:
    """Return the dates of a sentence that can be the event's own, the likeliest first."""
    return [span for _, span in ranked_dates(text, scene)]


def own_dates(text: str, scene: Scene) -> list[DateSpan]:
    """Return the event's dates, those of speech and aftermath only where there are no others."""
    ranked = ranked_dates(text, scene)
    return [span for rank, span in ranked if rank < AFTERMATH] or [span for _, span in ranked]


def _usable(scene: Scene) -> list[DateSpan]:
    return [
        span
        for span in scene.dates
        if span.first is not None and "future" not in span.rules and span.kind != "duration"
    ]


def ranked_dates(text: str, scene: Scene) -> list[tuple[int, DateSpan]]:
    """Return the dates that can be the event's, each with what it is the date of, likeliest first."""
    bounds = scene.sentence.start, scene.sentence.end
    ranked = []
    for span in _usable(scene):
        rank = rank_of(text, bounds, (span.start, span.end))
        ranked.append((max(rank, ASIDE) if "counted_back" in span.rules else rank, span))
    return sorted(ranked, key=lambda item: item[0])


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
        known = not fresh and not campaign and not _is_told(text, scene)
        return "first" if (supported or placed or campaign) and not known else ""
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


_BEFORE_EVENT = 25


def _is_told(text: str, scene: Scene) -> bool:
    """Whether words that refer back still tell of the event: its toll, its day, who claimed it."""
    harmed = any(count.outcome in {"killed", "injured", "abducted"} for count in scene.counts)
    dated = any(
        0 <= trigger.start - span.end <= _BEFORE_EVENT
        for span in scene.dates
        for trigger in scene.triggers
    )
    return (
        harmed
        or dated
        or (
            any(actor.kind == "group" for actor in scene.actors)
            and bool(basis_of(text, *_span(scene)))
        )
    )


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
    if _opens_item(text, scene):
        return "listed item"
    if not days and _refers_to(scene, current):
        return ""
    if not current.multi and _other_place(here, current):
        return "another place"
    if _other_day(days, current):
        return "another day"
    groups = {GROUPS[trigger.family] for trigger in scene.triggers if not trigger.definite}
    unrest_begins = groups == {"unrest"} and current.group == "violent" and bool(days or here)
    violence_begins = (
        "violent" in groups
        and current.group == "unrest"
        and "unrest" not in groups
        and bool(days or here)
    )
    return "another kind" if unrest_begins or violence_begins else ""


_OPERATION = Pattern(
    r"\bOperation\s+[“\"']?[A-Z]\w+|\b[\w-]+-(?:day|week|month)(?:-long)?\s+(?:\w+\s+){0,2}operation"
    r"|\bseries\s+of\s+(?:[\w,-]+\s+){0,6}operations\b|\bclearance\s+(?:actions|operations)\b"
    r"|\boperations?\s+(?:\w+\s+){0,3}(?:concluded|completed|ended|culminated)\b"
    r"|\b(?:concluded|completed|ended|conclusion\s+of)\s+(?:[\w“\"'-]+\s+){0,3}operations?\b"
    r"|\boperations?\s+(?:(?:was|were|is|are)\s+)?(?:still\s+)?(?:continu\w+|under\s*way|ongoing|"
    r"in\s+progress|launched\s+on)\b"
    r"|(?:روزہ|ہفتے\s+سے\s+جاری)\s+(?:\S+\s+)?آپریشن|آپریشن\s+(?:\S+\s+){0,3}?(?:مکمل|اختتام|جاری|ختم)"
    r"|\bsweep\b|\bmultiple\s+operations\b|\bseparate\s+(?:\w+\s+){0,2}operations\b|آپریشن\s+(?:مکمل|اختتام)",
)


def names_operation(text: str, scene: Scene) -> bool:
    """Whether a sentence tells of a campaign: a named, long, serial or concluded operation."""
    kinds = {actor.kind for actor in scene.actors}
    if not any(trigger.family == "operation" for trigger in scene.triggers):
        return False
    if "group" in kinds and not kinds & {"security", "state"} and not scene.counts:
        return False  # a group calls its own attack an operation
    lasted = any(
        span.first is not None
        and span.last is not None
        and span.precision == "range"
        and (span.last - span.first).days > 1
        for span in scene.dates
    )
    return lasted or _OPERATION.inside(text, scene.sentence) is not None


_MANY = Pattern(
    r"\b(?:[3-9]|\d{2,3}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|fifteen|twenty|"
    r"several|multiple|various)\s+(?:\w+\s+)?(?:of\s+)?"
    r"(?:locations|places|sites|towns|cities|districts|points)\b"
    r"|\b(?:simultaneous|coordinated|co-ordinated|synchroni[sz]ed)\s+(?:\w+\s+)?"
    r"(?:attacks|assaults|strikes|blasts|bombings|raids|wave)\b"
    r"|مختلف مقامات|متعدد مقامات|بیک وقت|مربوط حمل|ایک ہی وقت میں"
    r"|(?:تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|بارہ|\d+|کئی)\s+(?:مختلف\s+)?"
    r"(?:مقامات|شہروں|اضلاع|علاقوں|قصبوں)",
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


_ITEM = re.compile(r"\s*(?:[-*•–—▪●]+\s|[*_#(\[]*(?:\d{1,2}|[a-zA-Z])\)?[.)]\s)")


def _opens_item(text: str, scene: Scene) -> bool:
    """Whether the sentence opens a bullet or a numbered item of a list."""
    line_start = text.rfind("\n", 0, scene.sentence.start) + 1
    opens = _ITEM.match(text, line_start)
    return opens is not None and line_start <= scene.sentence.start <= opens.end()


def _refers_to(scene: Scene, current: Draft) -> bool:
    """Whether a sentence speaks of the current event as known: "the strike had hit a hideout"."""
    return any(t.definite and GROUPS[t.family] == current.group for t in scene.triggers)


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

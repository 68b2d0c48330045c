"""By which rule a sentence starts a new event, and when it only looks back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text._date_ranks import AFTERMATH
from geomap.text.anew import (
    gives_details,
    in_the_area,
    is_filed_apart,
    is_lynching,
    is_mopping_up,
    is_of_next_night,
    opens_elsewhere,
    opens_item,
    protests_after,
    says_new,
)
from geomap.text.apart import is_raid_elsewhere, other_day, other_place
from geomap.text.both_sides import is_beside_exchange, is_over_there
from geomap.text.branded import tells_of_bodies
from geomap.text.chronicles import opens_hour
from geomap.text.dates import DateSpan
from geomap.text.drafts import GROUPS, Draft, Site, ranked_dates, retells
from geomap.text.earlier_figures import gives_earlier, raises_toll
from geomap.text.events import Trigger
from geomap.text.looking_back import is_earlier_event, is_recalled, line_opens_with_date
from geomap.text.moods import is_dated
from geomap.text.operations import names_operation
from geomap.text.outcomes import (
    befell,
    follows_on,
    has_own_day,
    is_finer_spot,
    is_of_it,
    is_same_thing,
)
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.second_leads import is_its_day, tells_capture, tells_how
from geomap.text.sit_ins import is_protest_going_on

__all__ = ["opening_of"]


def opening_of(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    days: Sequence[DateSpan],
    current: Draft | None,
    *,
    spoken: bool = False,
) -> str:
    """Name the rule by which a sentence starts a new event, or return ''.

    `spoken` says that its days are only those on which somebody spoke.
    """
    fresh = [trigger for trigger in scene.triggers if not trigger.definite]
    supported = _is_supported(text, scene, days, current)
    placed = bool(here) and any(not trigger.is_noun for trigger in fresh)
    campaign = starts_operation(text, scene, current)
    if current is None:
        new = (supported or placed or campaign) and (fresh or campaign or _is_told(text, scene))
        return "first" if new and not _is_of_others(scene, supported=supported) else ""
    if _opens_item_of_chronicle(text, scene, fresh) or _is_told_part(scene, current):
        return _of_list(scene, current)
    if is_recalled(text, scene, days, current):
        return "an earlier event" if is_earlier_event(text, scene, here, days, current) else ""
    night = is_of_next_night(scene, days, current)
    if campaign or night or is_raid_elsewhere(scene, here, days, current):
        return "an operation" if campaign else ("another day" if night else "another place")
    if _goes_on(text, scene, here, days, current):
        return ""
    new = says_new(text, scene) or is_beside_exchange(text, scene, current)
    if new and (fresh or supported) and (here or supported or in_the_area(text, scene)):
        return "said to be another"
    if scene.is_follow_up:
        return ""
    told_back = not fresh and (here or raises_toll(scene)) and _is_dated_back(scene)
    if told_back and other_day(days, current):
        return "another day"
    if here and _part_of_campaign(text, scene, days, current):
        return "a clash within an operation"
    differs = fresh and (supported or placed)
    return _difference(text, scene, here, [] if spoken else days, current) if differs else ""


def _goes_on(
    text: str, scene: Scene, here: Sequence[Site], days: Sequence[DateSpan], current: Draft
) -> bool:
    """Whether a sentence follows on an event, gives its figures, or those of its other side."""
    follows = follows_on(text, scene, here, current)
    return (
        follows
        or (not here and is_of_it(text, scene, current))
        or (not days and is_over_there(text, scene, here, current))
    )


def _opens_item_of_chronicle(text: str, scene: Scene, fresh: Sequence[Trigger]) -> bool:
    return scene.listed == "opens" and (bool(fresh) or _is_told(text, scene))


def _is_told_part(scene: Scene, current: Draft) -> bool:
    return scene.part is not None and bool(scene.part.ordinal) and not current.multi


def _of_list(scene: Scene, current: Draft) -> str:
    """Name the rule for an item of a chronicle, or for one of several events that were counted."""
    if scene.listed == "opens":
        return "dated line"
    first = scene.part is not None and scene.part.ordinal == 1
    return "" if first and current.scenes[0].part is not None else "one of several"


def _is_of_others(scene: Scene, *, supported: bool) -> bool:
    """Whether a sentence tells only of arrests after an event, or of no day and nobody who acts."""
    return (_is_quiet(scene) and not supported) or (scene.is_follow_up and not scene.is_capture)


def _is_supported(text: str, scene: Scene, days: Sequence[DateSpan], current: Draft | None) -> bool:
    """Whether a sentence has a day or victims of its own; for the first event a clock will do."""
    if any(is_dated(span) for span in days) or any(
        count.outcome in {"killed", "injured", "abducted"} and not count.part
        for count in scene.counts
    ):
        return True
    if scene.is_capture and any(count.outcome == "arrested" for count in scene.counts):
        return True
    if scene.listed and opens_hour(text, scene.sentence.start):
        return True
    if current is not None:
        return _is_attack(current) and protests_after(text, scene)
    return _CLOCK.inside(text, scene.sentence) is not None


_BEFORE_EVENT = 25
_CLOCK = Pattern(
    r"\b\d{1,2}[.:]\d\d\s?(?:am|pm|a\.m|p\.m|hrs)\b|\b\d{1,2}\s?(?:am|pm)\b|\bjust\s+now\b"
    r"|\b(?:at|around)\s+(?:dawn|dusk|noon|midnight)\b",
    re.IGNORECASE,
)
"""A time of day, by which reports as they come in date an event."""


def _is_told(text: str, scene: Scene) -> bool:
    """Whether words that refer back still tell of the event: its toll, its day, who claimed it."""
    if (
        scene.is_firm
        or is_protest_going_on(text, scene)
        or any(
            count.outcome in {"killed", "injured", "abducted"} and count.best is not None
            for count in scene.counts
        )
    ):
        return True
    if any(
        span.precision == "day" and 0 <= trigger.start - span.end <= _BEFORE_EVENT
        for span in scene.dates
        for trigger in scene.triggers
    ):
        return True
    if any(
        span.precision == "day" and rank < AFTERMATH and _dates_act(text, scene, span)
        for rank, span in ranked_dates(text, scene)
    ):
        return True
    return scene.names_group and bool(scene.bases(text))


_ACT_REACH = 60


def _dates_act(text: str, scene: Scene, span: DateSpan) -> bool:
    """Whether a date follows what a known weapon did: "the bomb had cut the line on Friday"."""
    return any(
        trigger.family in {"explosion", "armed"}
        and 0 <= span.start - trigger.end <= _ACT_REACH
        and not set(",;:") & set(text[trigger.end : span.start])
        for trigger in scene.triggers
    )


_QUIET = {"property", "arrest", "disrupted", "change", "accord"}


def _is_quiet(scene: Scene) -> bool:
    """Whether a sentence tells of no violence and names nobody who acts: no bomb that was found."""
    quiet = all(
        trigger.family in _QUIET and (trigger.family != "disrupted" or trigger.is_noun)
        for trigger in scene.triggers
    )
    return quiet and not any(actor.kind != "protest" for actor in scene.actors)


def _is_dated_back(scene: Scene) -> bool:
    """Whether a word that refers back has a day right before it: "Friday's strike"."""
    back = [trigger.start for trigger in scene.triggers if trigger.definite]
    return any(0 <= start - span.end <= _POSSESSIVE for span in scene.dates for start in back)


_POSSESSIVE = 4


def _part_of_campaign(text: str, scene: Scene, days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether a sentence dates one clash inside the campaign that the current event is."""
    fights = any(trigger.family in {"clash", "explosion", "armed"} for trigger in scene.triggers)
    dated = fights and any(
        span.kind in {"absolute", "weekday"}
        and span.precision in {"day", "range"}
        and _is_short(span)
        for span in days
    )
    return dated and any(names_operation(text, earlier) for earlier in current.scenes)


def _is_short(span: DateSpan) -> bool:
    """Whether a date is one day or one night."""
    return span.first is not None and span.last is not None and (span.last - span.first).days <= 1


def _difference(
    text: str,
    scene: Scene,
    here: Sequence[Site],
    days: Sequence[DateSpan],
    current: Draft,
) -> str:
    """Say in what a sentence differs from the current event, or return ''."""
    if _is_dated_line(text, scene, here, days, current):
        return "dated line"
    if opens_item(text, scene) or is_filed_apart(text, scene, here, current):
        return "listed item"
    if _one_of_several(text, scene, current):
        return "one of several"
    bodies = tells_of_bodies(text, scene, current) and not opens_elsewhere(text, scene, current)
    again = _refers_to(text, scene, current) and not has_own_day(text, scene, days)
    if bodies or again or _is_new_toll(scene, here, current):
        return ""
    if _AFTERMATH.inside(text, scene.sentence) is not None and _has_aftermath(current):
        return ""
    groups = {
        GROUPS[one.family]
        for one in scene.triggers
        if not (one.definite or (one.family == "arrest" and one.is_noun))
    }  # a crowd demands arrests
    unrest_begins = groups - {"quiet"} == {"unrest"} and _is_attack(current)
    if unrest_begins and (_is_before(text, scene, days) or _only_shut(text, scene)):
        return ""
    if unrest_begins and protests_after(text, scene):
        return "another kind"
    if not current.multi and other_place(here, current):
        same = not (days and current.days) and is_same_thing(text, scene, here, current)
        same = same or is_finer_spot(text, scene, here, current)
        again = retells(scene, here, current) or gives_details(text, scene, here, current)
        again = again and not opens_elsewhere(text, scene, current)
        again = again or tells_how(text, scene, here, current)
        return "" if same or again else "another place"
    if other_day(days, current):
        return "" if not here and tells_capture(text, scene, current) else "another day"
    violence_begins = "violent" in groups and current.group == "unrest" and "unrest" not in groups
    differs = unrest_begins or violence_begins
    own = days or here or (unrest_begins and is_lynching(scene))
    own = own or (violence_begins and raises_toll(scene))
    return "another kind" if differs and own else ""


_SHUT = Pattern(
    r"\b(?:shops?|markets?|bazaars?|schools?|businesses|shutters|offices|banks)\b[^.;]{0,30}?\b(?:remained?|stayed|were|are|was|kept)\s+"
    r"(?:\w+ly\s+)?(?:shut|closed|down)\b",
    re.IGNORECASE,
)
_WILLED = Pattern(
    r"\b(?:strike|shutter-?down|shutdown|hartal|protest\w*|against|over|call(?:ed)?|condemn\w*|demand\w*|traders?|union|unions|"
    r"committee|association|appeal|solidarity|boycott|march\w*|rally|sit-?in|block\w*)\b",
    re.IGNORECASE,
)


def _only_shut(text: str, scene: Scene) -> bool:
    """Whether, after an attack, shops only "remained shut", by nobody's call."""
    shut = _SHUT.inside(text, scene.sentence) is not None
    return shut and _WILLED.inside(text, scene.sentence) is None


_HAD = re.compile(r"(?P<who>\b(?:who|which|that)\s+)?\bhad\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE)


def _is_before(text: str, scene: Scene, days: Sequence[DateSpan]) -> bool:
    """Whether a protest is told in the past perfect: what came before the event.

    "Youths had parked a pick-up across the road"; with a day of its own only of "staff who had".
    """
    fresh = [trigger for trigger in scene.triggers if not trigger.definite]
    leads = [_HAD.search(text, max(0, t.start - 30), t.start) for t in fresh]
    return bool(leads) and all(lead and (lead["who"] or not days) for lead in leads)


def _is_attack(current: Draft) -> bool:
    """Whether an event is violent, and no riot: tear gas after that is of the same one."""
    return current.group == "violent" and not any(t.family == "riot" for t in current.triggers)


def _is_dated_line(
    text: str, scene: Scene, here: Sequence[Site], days: Sequence[DateSpan], current: Draft
) -> bool:
    """Whether a line that opens with its date tells another event than the one before."""
    if not line_opens_with_date(text, scene) or _is_late_death(text, scene, current):
        return False
    return bool(here) or not is_its_day(text, scene, days, current)


def _is_late_death(text: str, scene: Scene, current: Draft) -> bool:
    """Whether somebody died of wounds some days later: "nine days later he died in hospital"."""
    later = all(span.kind == "relative" for span in scene.dates) and _has_aftermath(current)
    other = _OF_ANOTHER.inside(text, scene.sentence) is not None
    return later and not other and _AFTERMATH.inside(text, scene.sentence) is not None


_OF_ANOTHER = Pattern(
    r"\b(?:wounded|injured|hurt|shot)\s+(?:in|during|by)\s+(?:an?|another)\s+[^.;]{2,60}?\b(?:in|at|near)\s+[A-Z]",
    re.IGNORECASE,
)
"""Somebody who was hurt in an attack that was not told before: "wounded in an ambush in Tank"."""


def _has_aftermath(current: Draft) -> bool:
    return current.group == "violent" or any(t.family == "riot" for t in current.triggers)


def starts_operation(text: str, scene: Scene, current: Draft | None) -> bool:
    """Whether a sentence names a campaign that is not the current event."""
    if not names_operation(text, scene) or is_mopping_up(text, scene, current):
        return False
    if current is None:
        return True
    told = any(t.family == "operation" for t in current.triggers)
    return not told and not gives_earlier(text, scene.sentence)


_AFTERMATH = Pattern(
    r"\bsuccumb\w*\b|\bdied\s+of\s+(?:(?:his|her|their|the|bullet|gunshot|burn|head)\s+){0,2}(?:wounds|injuries|burns)\b"
    r"|\bbreathed\s+(?:his|her|their)\s+last\b|\bdied\s+(?:in|at)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?hospital\b"
    r"|زیر\s+علاج|زخموں\s+کی\s+تاب|دوران\s+علاج",
    re.IGNORECASE,
)
"""Words for a death of wounds, which belongs to the event that caused them."""
_SEVERAL = Pattern(
    r"\b(?:two|three|four|five|six|seven|several|twin|\d)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attacks|incidents|blasts|explosions|shootings|killings|bombings|ambushes|abductions)\b"
    r"|(?:دو|تین|چار|پانچ|چھ|متعدد)\s+(?:\S+\s+){0,2}?"
    r"(?:حملے|واقعات|دھماکے|حملوں|دھماکوں|جھڑپیں|جھڑپوں|کارروائیاں|کارروائیوں|آپریشنز?|مقابلے|مقابلوں)(?!\w)",
    re.IGNORECASE,
)
_NEXT_ONE = re.compile(
    r"\W*(?:at|by|around|about|in|later|earlier|hours|minutes|shortly|then|after|before|the\s+second|"
    r"the\s+third|the\s+other|another|دوسر|تیسر|بعد|شام|رات|صبح|دوپہر)",
    re.IGNORECASE,
)


def _one_of_several(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence tells the next of the events that a sentence before counted.

    "Two attacks in Turbat. In the morning a grenade ... At dusk a barber was gunned down."
    """
    if len(current.scenes) < _TOLD_ONE or current.multi:
        return False
    opened = current.scenes[0]
    return (
        _SEVERAL.inside(text, opened.sentence) is not None
        and not any(count.best for count in opened.counts)
        and _NEXT_ONE.match(text, scene.sentence.start) is not None
        and any(not (t.definite or t.is_noun) for t in scene.triggers)
    )


_TOLD_ONE = 2


def _is_new_toll(scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence brings the toll of the current event up to date."""
    if current.group != "violent" or other_place(here, current):
        return False
    tolls = [c for c in scene.counts if c.outcome == "killed" and c.best and not c.part]
    return any(not {"toll", "ordinal"}.isdisjoint(c.rules) or c.update for c in tolls)


def _refers_to(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence speaks of the current event as known: "the strike had hit a hideout"."""
    acts = any(
        not (t.definite or t.is_noun or t.is_impact) and not befell(text, scene, t)
        for t in scene.triggers
    )
    known = any(t.definite and GROUPS[t.family] == current.group for t in scene.triggers)
    return known and not acts

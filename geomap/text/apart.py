"""Whether a sentence lies apart from an event: in another place, or on another day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import islice

from geomap.records import Place, Precision
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, Site
from geomap.text.found import is_dated
from geomap.text.scenes import Scene

__all__ = ["FIRST_PLACES", "is_raid_elsewhere", "other_day", "other_place"]


def other_place(here: Sequence[Site], current: Draft) -> bool:
    """Whether every place of a sentence lies apart from every place of the current event."""
    sites = [(site.place, site.resolution.mention) for site in here if site.place is not None]
    known = current.places
    if not sites or not known:
        return False
    if may_be := _of_unsure_name(here):
        return not any(_touch(one, other) for one in may_be for other in known)
    towns = {place.name for place in known if place.precision.is_point}
    if any(place.precision.is_point and place.name in towns for place, _ in sites):
        return False
    finest, mention = min(sites, key=lambda one: one[0].precision.rank)
    first = islice(known, FIRST_PLACES)
    town = any(place.admin2_pcode for place in first)  # a long road says less than a town
    tehsil = finest.precision is Precision.TEHSIL and mention.level_word == "tehsil"
    held = _with_parts(known) if finest.precision.is_point or tehsil else frozenset()
    return not any(
        _touch(finest, other)
        for other in known
        if not (town and _is_long(other))
        and not (finest.admin2_pcode is None and _is_unlocated(other, known))
        and not (other.precision is Precision.DISTRICT and other.admin2_pcode in held)
        and not (tehsil and other.precision is Precision.TEHSIL and other.name != finest.name)
    )


def _of_unsure_name(here: Sequence[Site]) -> Sequence[Place]:
    """Return the places that a sentence's only name may mean, where the text tells no more."""
    located = [site for site in here if site.place is not None]
    found = located[0].resolution if len(located) == 1 else None
    if found is None or not found.reason.endswith("common parent is given"):
        return ()
    return found.candidates


def _is_unlocated(place: Place, known: Collection[Place]) -> bool:
    """Whether a spot has no point of its own, but a town of its district that is told has one.

    Next to a city in several districts only that town says how far it is.
    """
    return place.lat is None and any(
        one.lat is not None and one.admin2_pcode == place.admin2_pcode and one.precision.is_point
        for one in islice(known, FIRST_PLACES)
    )


def _with_parts(places: Collection[Place]) -> frozenset[str | None]:
    """Return the districts of an event's towns and tehsils: "Chitkan, Panjgur" is one place."""
    return frozenset(
        place.admin2_pcode
        for place in places
        if place.precision.is_point or place.precision is Precision.TEHSIL
    )


FIRST_PLACES = 8


def _is_long(place: Place) -> bool:
    """Whether a place is a road through several districts, a division, a province or a country."""
    return place.admin2_pcode is None and place.precision in _COARSE


_COARSE = {Precision.LINE, Precision.DIVISION, Precision.PROVINCE, Precision.COUNTRY}


def _touch(one: Place, other: Place) -> bool:
    """Whether two places may be the same, or one holds the other."""
    if one.country != other.country:
        return False
    if Precision.COUNTRY in (one.precision, other.precision):
        return True
    if Precision.PROVINCE in (one.precision, other.precision):
        return one.admin1_pcode == other.admin1_pcode
    for line, place in ((one, other), (other, one)):
        if line.precision is Precision.LINE and line.districts and place.admin2_pcode:
            return place.admin2_pcode in line.districts
    if one.admin2_pcode is None or other.admin2_pcode is None:
        return one.admin1_pcode == other.admin1_pcode and not _far_towns(one, other)
    if one.admin2_pcode != other.admin2_pcode:
        return False
    areas = {Precision.DISTRICT, Precision.TEHSIL, Precision.LINE}
    return one.name == other.name or one.precision in areas or other.precision in areas


_CITY_DEGREES = 0.5
"""More than a city of several districts measures, in degrees."""


def _far_towns(one: Place, other: Place) -> bool:
    """Whether two towns lie far apart, one of them a city in several districts, as Karachi is."""
    if not (one.precision.is_point and other.precision.is_point):
        return False
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return max(abs(one.lat - other.lat), abs(one.lon - other.lon)) > _CITY_DEGREES


def other_day(days: Sequence[DateSpan], current: Draft) -> bool:
    """Whether the sentence names a day on which the current event cannot have been."""
    exact = [span for span in days if span.precision == "day" or _is_few_days(span)]
    known = [(start, end) for start, end in current.stretches if start and end]
    if not exact or not known:
        return False
    first = exact[0].first
    last = exact[0].last
    if first is None or last is None or any(start <= last and first <= end for start, end in known):
        return False
    gap = (min(start for start, _ in known) - first).days
    return not (current.spoken and 0 < gap <= _TOLD_LATER)


_FEW_DAYS = timedelta(days=2)


def _is_few_days(span: DateSpan) -> bool:
    """Whether a span is of two or three days named as such: "on 7 and 8 March"."""
    named = span.precision == "range" and span.kind in {"absolute", "weekday"} and not span.since
    return named and bool(span.first and span.last and span.last - span.first <= _FEW_DAYS)


_TOLD_LATER = 7
"""Days after an event within which officials may be the first to speak of it."""


def is_raid_elsewhere(
    scene: Scene, here: Sequence[Site], days: Sequence[DateSpan], current: Draft
) -> bool:
    """Whether militants were arrested in another place on another day than the event before."""
    verbs = any(t.family == "capture" and not t.is_noun for t in scene.triggers)
    later = other_day(days, current) or (not current.days and any(map(is_dated, days)))
    return verbs and later and other_place(here, current)

"""The areas that campaigns, events at several places and events without a place lie in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.places.divisions import shared_unit
from geomap.places.gazetteer import Gazetteer
from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision
from geomap.text.drafts import Draft, Site
from geomap.text.finest import rank_of
from geomap.text.patterns import Pattern
from geomap.text.told import Named

__all__ = [
    "Where",
    "area_called",
    "area_covered",
    "area_nearest",
    "as_area",
    "bare_place",
    "district_of",
    "is_one_spot",
    "province_of",
    "shared_area",
]


@dataclass(frozen=True, slots=True)
class Where:
    """A place with the span of the words that name it, a score and the rule that chose it."""

    place: Place | None
    start: int | None
    end: int | None
    score: float
    rule: str


def area_covered(sites: Sequence[Site], kind: str) -> Where | None:
    """Return the area that a campaign, a sum or an event at several places covers.

    The finest area that the sentences name; where they name several of one level and none that
    holds them, the division or province that does.
    """
    areas = [
        site
        for site in sites
        if site.place is not None
        and (site.place.precision.rank >= Precision.TEHSIL.rank or kind == "statistic")
    ]
    if not areas:
        return None
    levels: dict[float, list[Site]] = {}
    for site in areas:
        levels.setdefault(rank_of(site), []).append(site)
    ranks = sorted(levels)
    single = [rank for rank in ranks if len({site.place for site in levels[rank]}) == 1]
    several = levels[single[0] if single else ranks[-1]]
    if kind == "statistic":
        several, single = _side_by_side(areas), []
    site = several[0]
    place = site.place
    if not single and len(several) > 1:
        place = shared_area(several) or place
    if place is None:
        return None
    mention = site.resolution.mention
    return Where(bare_place(place), mention.start, mention.end, 0.85, "place:area covered")


_SIDE_BY_SIDE = 6


def _side_by_side(areas: Sequence[Site]) -> list[Site]:
    """Return the first of the areas of a sum, with districts that are named in one breath with it.

    "North Waziristan and South Waziristan".
    """
    first = areas[0]
    together = [first]
    for site in areas[1:]:
        place = site.place
        gap = site.start - together[-1].resolution.mention.end
        if place is None or place.precision is not Precision.DISTRICT or gap > _SIDE_BY_SIDE:
            break
        together.append(site)
    return together if _is_district(first) else [first]


def _is_district(site: Site) -> bool:
    return site.place is not None and site.place.precision is Precision.DISTRICT


def is_one_spot(sites: Sequence[Site]) -> bool:
    """Whether several things were hit at one spot: "two pylons eight km from Dhadar"."""
    places = [site.place for site in sites if site.place is not None]
    points = {place.name for place in places if place.precision.rank < Precision.TEHSIL.rank}
    districts = {place.admin2_pcode for place in places if place.admin2_pcode is not None}
    return len(points) == 1 and len(districts) == 1


def shared_area(sites: Sequence[Site]) -> Place | None:
    """Return the division or province that several districts lie in."""
    codes = [site.place.admin2_pcode for site in sites if site.place is not None]
    known = [code for code in codes if code is not None]
    shared = shared_unit(known) if len(known) == len(codes) and len(set(codes)) > 1 else None
    gazetteer = full_gazetteer()
    entry = gazetteer.by_id(f"unit:{shared}") if shared is not None else None
    return gazetteer.place_of(entry) if entry is not None else None


def bare_place(place: Place) -> Place:
    """Return an area without the point of its label."""
    if place.precision.is_point:
        return place
    return replace(place, lon=None, lat=None, uncertainty_m=None)


_OF_OLD = "role:sentence is recalled"


def area_nearest(draft: Draft, named: Named, level: Precision | None) -> Where:
    """Take the area named nearest: the next sentence, the sentences before, the country."""
    number = draft.scenes[0].sentence.number
    last = draft.scenes[-1].sentence.number
    usable = [
        item
        for item in named.areas
        if (level is None or (item.place is not None and item.place.precision is level))
        and _OF_OLD not in item.mention.rules
    ]
    sites = [item for item in usable if item.mention.role == "incident_site"]
    for pool in (sites, usable):
        best = min(
            pool,
            key=lambda item: (
                item.place is not None and item.place.precision is Precision.COUNTRY,
                abs(item.mention.sentence - (last if item.mention.sentence > last else number)),
                item.mention.start,
            ),
            default=None,
        )
        if best is not None and best.place is not None:
            bare = replace(best.place, lon=None, lat=None, uncertainty_m=None)
            start, end = best.mention.start, best.mention.end
            return Where(bare, start, end, 0.5, "place:area named nearest")
    return Where(None, None, None, 0.3, "place:none")


_THE_AREA = Pattern(
    r"\b(?:in|across|over|throughout|within|from|of|for)\s+(?:the|this)\s+(?:\w+\s+)?"
    r"(?P<level>district|province|country|city|metropolis)\b"
    r"|\bthe\s+(?P<subject>district|province|country|city)\s+(?:saw|witnessed|suffered|recorded|experienced|faced|lost|"
    r"was\s+hit|had|registered)\b"
    r"|(?P<level_ur>صوبے|صوبہ|ضلعے|ضلع|ملک|شہر)\s+(?:بھر\s+|ہی\s+)?(?:میں|کے)",
    re.IGNORECASE,
)
_LEVELS = {
    "district": Precision.DISTRICT, "province": Precision.PROVINCE, "country": Precision.COUNTRY,
    "city": Precision.SETTLEMENT, "metropolis": Precision.SETTLEMENT,
    "صوبے": Precision.PROVINCE, "صوبہ": Precision.PROVINCE, "ضلعے": Precision.DISTRICT,
    "ضلع": Precision.DISTRICT,
    "ملک": Precision.COUNTRY, "شہر": Precision.SETTLEMENT,
}  # fmt: skip


def area_called(text: str, draft: Draft, named: Named) -> Where | None:
    """Return the area that a sum calls "the district" or "the country": the report's own.

    That is the unit of its level in which most of the places lie that the article names.
    """
    called = _THE_AREA.inside(text, draft.scenes[0].sentence)
    if called is None:
        return None
    level = _LEVELS[(called["level"] or called["subject"] or called["level_ur"]).lower()]
    told = named.places
    if level is Precision.SETTLEMENT:
        told = [one for one in named.datelines if _is_at(one.place, level)] or told
    elif level is Precision.DISTRICT:
        told = [one for one in told if one.mention.role == "incident_site"] or told
    gazetteer = full_gazetteer()
    units = Counter(filter(None, (_unit_at(one.place, level, gazetteer) for one in told)))
    if not units:
        return None
    place = units.most_common(1)[0][0]
    return Where(
        bare_place(place), called.start(), called.end(), 0.8, "place:the report's own area"
    )


def _is_at(place: Place | None, level: Precision) -> bool:
    """Whether a place is itself of a level."""
    return place is not None and place.precision is level


def _unit_at(place: Place | None, level: Precision, gazetteer: Gazetteer) -> Place | None:
    """Return the unit of a level that a place lies in, or the town that it is."""
    if place is None or level is Precision.SETTLEMENT:
        return place if _is_at(place, level) else None
    if level is Precision.COUNTRY:
        code = f"country:{place.country}"
    else:
        code = f"unit:{place.admin1_pcode if level is Precision.PROVINCE else place.admin2_pcode}"
    entry = gazetteer.by_id(code)
    return gazetteer.place_of(entry) if entry is not None else None


def province_of(place: Place) -> Place | None:
    """Return the province that a place lies in."""
    unit = _unit_at(place, Precision.PROVINCE, full_gazetteer())
    return None if unit is None else bare_place(unit)


def as_area(where: Where, first: Place | None) -> Where:
    """Give an operation the district of its place: it covers an area, not a spot."""
    place = where.place
    if place is not None and first is not None and place.precision is Precision.LINE:
        place = first  # "the hills between Harnai and Ziarat": the first of the two
    if place is None or place.admin2 is None or place.precision.rank >= Precision.TEHSIL.rank:
        return where
    return replace(where, place=district_of(place))


def district_of(place: Place) -> Place:
    """Return the district that a place lies in."""
    return replace(
        place,
        name=place.admin2 or place.name,
        precision=Precision.DISTRICT,
        lon=None,
        lat=None,
        uncertainty_m=None,
    )

"""Protests in several towns: which stand in one list, and the area that they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from geomap.places.quarters import is_spot
from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision
from geomap.text.areas import Where, bare_place, shared_area
from geomap.text.drafts import Site
from geomap.text.finest import best_of
from geomap.text.scenes import Scene

__all__ = ["area_of_protests", "in_one_breath", "towns_at_once"]

_AND = re.compile(r"\s*(?:,|،|and|&|اور|,\s*and)\s*\Z")


def in_one_breath(text: str, sites: Sequence[Site]) -> list[Site]:
    """Return the towns or districts of a sentence in one list: "in Karachi and Thatta".

    "Hoshab, Kech district" is no list: the second says where the first lies.
    """
    towns = [
        site
        for site in sites
        if site.place is not None
        and (site.place.precision.is_point or site.place.precision is Precision.DISTRICT)
    ]
    ends = {
        one.start: other.resolution.mention.end
        for one, other in pairwise(towns)
        if _holds(other, one) and _AND.match(text, one.resolution.mention.end, other.start)
    }
    areas = set(ends.values())
    towns = [site for site in towns if site.resolution.mention.end not in areas]
    listed: list[Site] = []
    for one, other in pairwise(towns):
        if _AND.match(text, ends.get(one.start, one.resolution.mention.end), other.start):
            listed += [one] if one not in listed else []
            listed.append(other)
    return listed


def towns_at_once(text: str, scene: Scene, here: Sequence[Site]) -> set[str]:
    """Return the towns, and districts without one, that a sentence on a protest names in one list.

    Parameters
    ----------
    text
        The article's text.
    scene
        The sentence; where somebody was killed, only points count.
    here
        Its places.
    """
    listed = in_one_breath(text, here)
    killed = any(count.best for count in scene.counts if count.outcome == "killed")
    places = [site.place for site in listed if site.place is not None]
    points = [place for place in places if place.precision.is_point]
    areas = [] if killed else [place for place in places if not place.precision.is_point]
    within = {place.admin2_pcode for place in points}
    return {area.admin2_pcode or area.name for area in areas if area.admin2_pcode not in within} | {
        place.name for place in points
    }


def _holds(area: Site, site: Site) -> bool:
    """Whether a place is the district in which another lies."""
    if area.place is None or site.place is None or not site.place.precision.is_point:
        return False
    is_district = area.place.precision is Precision.DISTRICT
    return is_district and area.place.admin2_pcode == site.place.admin2_pcode


def _has_spot(sites: Sequence[Site], town: Site) -> bool:
    """Whether the finest place is a spot in the district of a town: the one that was blocked."""
    best = best_of(sites, sites)
    if best is None or best.place is None or town.place is None:
        return False
    spot = is_spot(best.place)
    return spot and best.place.admin2_pcode == town.place.admin2_pcode


def _district_of(places: Iterable[Place]) -> Place | None:
    """Return the district in which all of some towns lie, or None."""
    codes = {place.admin2_pcode for place in places}
    code = codes.pop() if len(codes) == 1 else None
    entry = full_gazetteer().by_id(f"unit:{code}") if code is not None else None
    return bare_place(full_gazetteer().place_of(entry)) if entry is not None else None


def _of_level(sites: Sequence[Site], level: Precision) -> list[Site]:
    """Return the sites whose places are of one level."""
    return [site for site in sites if site.place is not None and site.place.precision is level]


def area_of_protests(sites: Sequence[Site]) -> Where | None:
    """Return where a protest in several towns was: their common area, or the first of them."""
    districts = _of_level(sites, Precision.DISTRICT)
    towns = _of_level(sites, Precision.SETTLEMENT)
    if not towns and len({site.place.name for site in districts if site.place}) >= _SOME:
        mention, area = districts[0].resolution.mention, shared_area(districts)
        if area is not None:
            return Where(area, mention.start, mention.end, 0.8, "place:area of the districts")
    places: dict[str, Place] = {site.place.name: site.place for site in towns if site.place}
    if not places:
        return None
    if _has_spot(sites, towns[0]):
        return None
    mention = towns[0].resolution.mention
    one_province = len({place.admin1_pcode for place in places.values()}) == 1
    area = shared_area(towns) if len(places) >= _SEVERAL and one_province else None
    area = area or (_district_of(places.values()) if len(places) >= _SEVERAL else None)
    if area is not None and area.precision in {Precision.PROVINCE, Precision.DISTRICT}:
        return Where(area, mention.start, mention.end, 0.8, "place:area of the towns")
    return Where(towns[0].place, mention.start, mention.end, 0.8, "place:first of the towns")


_SEVERAL, _SOME = 3, 2

"""Places of a name that the text puts inside another: "the Nasarabad area of Turbat".

A place of that name far from the other is not meant, however well known it is. Where the gazetteer
has none nearby, a name spelled much like it in the other's district is; else the name is one that
the gazetteer lacks.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from geomap.places.entries import Entry
from geomap.places.gazetteer import Gazetteer
from geomap.places.units import shares_origin
from geomap.records import Mention

__all__ = ["places_within"]

_NEAR_M = 60_000.0
"""A suburb, or an area that a town of the next district lends its name, lies so near."""
_DEGREE_M = 111_320.0
_WIDE = frozenset({"country", "province", "division", "line"})
_LARGE = _WIDE | {"district"}
"""Known well enough to be meant even where the text puts them in what they were once part of.

A district is so within its province: "Khyber's Bagh area" is not the district in Azad Kashmir.
"""
_ALIKE = 90.0
"""Similarity (0-100) of the folded names from which a name is another spelling."""


def places_within(
    mentions: Sequence[Mention],
    candidates: Sequence[tuple[Entry, ...]],
    gazetteer: Gazetteer,
) -> list[tuple[Entry, ...]]:
    """Return the candidates of each mention that lie where its text says.

    Parameters
    ----------
    mentions
        The mentions of an article, in text order.
    candidates
        The places of each mention's name.
    gazetteer
        Where other spellings are looked up.

    Returns
    -------
    list of tuple of Entry
        Empty where the text names the place's surroundings and none of the name lies there.
    """
    answer = list(candidates)
    for at, mention in enumerate(mentions):
        if mention.rules[-1:] == ("name:within the next",):
            other = at + 1
        elif mention.rules[-1:] == ("name:within the one before",):
            other = at - 1
        elif mention.rules[-1:] == ("name:within the dateline",):
            other = next((n for n, one in enumerate(mentions) if one.role == "dateline"), -1)
        else:
            continue
        if 0 <= other < len(mentions):
            answer[at] = _inside(mention, candidates[at], candidates[other], gazetteer)
    return answer


def _inside(
    mention: Mention, entries: Sequence[Entry], around: Sequence[Entry], gazetteer: Gazetteer
) -> tuple[Entry, ...]:
    """Return the places of a name that lie in or near one of those around it."""
    entries = tuple(entries)
    if not entries or not around:
        return entries
    inside = tuple(one for one in entries if any(_lies_in(one, area) for area in around))
    if inside:
        return inside
    districts = {one.admin2_pcode for one in around if one.level not in _WIDE} - {""}
    if len(districts) == 1:
        found = gazetteer.search(mention.name_key, within=districts.pop())
        inside = tuple(match.entry for match in found if match.score >= _ALIKE)
    provinces = {one.admin1_pcode for one in around}
    large = any(
        one.level in _WIDE or (one.level in _LARGE and one.admin1_pcode in provinces)
        for one in entries
    )
    return inside or (entries if large else ())


def _lies_in(entry: Entry, area: Entry) -> bool:
    """Whether a place lies in an area, or near a town."""
    if entry is area:
        return False
    if area.level == "country":
        return entry.country == area.country
    if area.level == "province":
        return entry.admin1_pcode == area.admin1_pcode
    codes = {area.admin2_pcode, *area.districts} - {""}
    if codes & {entry.admin2_pcode, *entry.districts} or shares_origin(entry.admin2_pcode, codes):
        return True
    return area.level != "division" and _metres_between(entry, area) <= _NEAR_M


def _metres_between(one: Entry, other: Entry) -> float:
    """Return the distance of two places in metres, good enough for a few hundred kilometres."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return math.inf
    shrink = math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(one.lat - other.lat, (one.lon - other.lon) * shrink) * _DEGREE_M

"""The finest of the places that an event's sentences name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geomap.places.quarters import is_quarter
from geomap.places.unlisted import is_unlisted, own_level
from geomap.records import Place, Precision
from geomap.text.drafts import Site

__all__ = ["best_of", "finest", "rank_of"]


def best_of(here: Sequence[Site], sites: Sequence[Site]) -> Site | None:
    """Take the finest place of the first sentence, or a finer one within it that is told later."""
    first, later = finest(here), finest(sites)
    if first is None or later is None:
        return first or later
    if first.place is not None and first.place.precision in _COARSE:
        later = _told_first(first.place, sites) or later
    if rank_of(first) <= _WELL_KNOWN or rank_of(later) >= rank_of(first):
        return first
    one, other = first.place, later.place
    if one is not None and other is None and one.precision in _AREAS:
        return later  # a name that the gazetteer lacks, within the district told first
    if one is None or other is None:
        return first
    if one.name == other.name:
        near = later.resolution.mention.relation.kind in {"near", "offset"}
        return later if near and one.precision is Precision.DISTRICT else first
    if one.districts and not one.admin2_pcode:
        same_district = other.admin2_pcode in one.districts
    else:
        same_district = one.admin2_pcode is None or one.admin2_pcode == other.admin2_pcode
    same_province = one.admin1_pcode is None or one.admin1_pcode == other.admin1_pcode
    return later if same_district and same_province else first


def _told_first(area: Place, sites: Sequence[Site]) -> Site | None:
    """Return the place of the first sentence that names one in a province or country told before.

    What comes later may be where the victims' shops were closed.
    """
    inside = [
        site
        for site in sites
        if site.place is not None
        and site.place.precision not in _COARSE
        and (site.place.admin1_pcode == area.admin1_pcode or area.admin1_pcode is None)
    ]
    number = min((site.resolution.mention.sentence for site in inside), default=None)
    told = [site for site in inside if site.resolution.mention.sentence == number]
    return best_of(told, inside) if told else None


_COARSE = frozenset({Precision.COUNTRY, Precision.PROVINCE, Precision.DIVISION})
_AREAS = frozenset({Precision.TEHSIL, Precision.DISTRICT})
_WELL_KNOWN = Precision.SETTLEMENT.rank + 0.5
"""Ranks up to here name a place of their own; the next sentences do not correct them."""


_SEVERAL = 2


def finest(sites: Sequence[Site]) -> Site | None:
    """Return the site known most exactly; the first of equals, "near X" after "in Y"."""
    known = [site for site in sites if _level(site) is not None]
    if len(known) < _SEVERAL:
        return known[0] if known else None
    names: dict[str, set[str]] = {}
    for site in known:
        if site.place is not None and site.place.admin2_pcode is not None:
            names.setdefault(site.place.admin2_pcode, set()).add(site.place.name)
    ranked = [(rank_of(site), _is_area_too(site, names), site) for site in known]
    near = any(
        rank <= _NEARBY and not too and _level(site) is Precision.SETTLEMENT
        for rank, too, site in ranked
    )

    stretch = any(
        not too and site.resolution.mention.relation.kind == "between" for _, too, site in ranked
    )
    least = _STRETCH if stretch else _NEARBY if near else 0.0

    def order(one: tuple[float, bool, Site]) -> tuple[float, bool, int]:
        rank, too, site = one
        return (max(rank, least) if too else rank), too, site.start

    return min(ranked, key=order)[2]


_NEARBY = Precision.NEAR.rank + 0.1
"""The rank of "near a town"."""
_STRETCH = Precision.LINE.rank + 0.1
"""The rank of a town's name that says which district a stretch between two places lies in."""


def _is_area_too(site: Site, names: Mapping[str, set[str]]) -> bool:
    """Whether a name is that of a district as well, and another site lies in that district.

    "In Bannu ... in the limits of Mandan": Bannu says which district. `names` are those of the
    sites in each district.
    """
    place = site.place
    if place is None or place.admin2_pcode is None or place.name != place.admin2:
        return False
    return len(names[place.admin2_pcode]) > 1


def _level(site: Site) -> Precision | None:
    if site.place is None:
        return own_level(site.resolution.mention)
    level = site.place.precision
    if level is Precision.SITE and site.place.name.endswith(" Pass"):
        return Precision.LINE
    return level


def rank_of(site: Site) -> float:
    """Return how finely a site is known, 0 the finest, by its level and the words around it."""
    level = _level(site)
    mention = site.resolution.mention
    rank = float(level.rank) if level is not None else 99.0
    if level is Precision.SETTLEMENT and site.place is not None and _is_wide(site.place):
        return _CITY
    if level is Precision.LINE and site.place is not None and _BORDER.search(site.place.name):
        return _FRONTIER
    if level in {Precision.SITE, Precision.SETTLEMENT}:
        if mention.relation.kind == "between":
            rank = Precision.LINE.rank + 0.0
        elif mention.relation.kind in {"near", "offset"}:
            rank = Precision.NEAR.rank + 0.1
        elif site.place is not None and is_quarter(site.place):
            rank -= 0.05  # finer than the town that it is a quarter of
    if level is Precision.LINE and site.place is not None and site.place.admin2_pcode is None:
        rank += 0.05  # a stretch between two places says more than the whole road
    if level is Precision.SITE and (site.place is None or is_unlisted(site.place)):
        rank = Precision.SETTLEMENT.rank + 0.05
    return rank


_BORDER = re.compile(r"\bborder$|\bLine of Control$|\bDurand Line$|سرحد$")
_FRONTIER = Precision.DISTRICT.rank + 0.25
"""The rank of a border between countries: a district on it says more."""
_CITY = Precision.DISTRICT.rank + 0.5
"""The rank of a city of several districts: each of them, and what lies in them, is finer."""


def _is_wide(place: Place) -> bool:
    """Whether a city is known to span several districts."""
    return bool(place.districts) and place.admin2_pcode is None

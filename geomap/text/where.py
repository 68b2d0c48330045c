"""Where an event was: the finest place that its own sentences name, and how exactly.

No point is given where none is honest: a place known only as a district, a road or a name that the
gazetteer lacks has no coordinates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geomap.places.resolve import relate
from geomap.places.unlisted import is_unlisted, own_level
from geomap.records import Place, Precision, Resolution
from geomap.text.drafts import Draft, Site
from geomap.text.parents import shared, unlisted, within
from geomap.text.surroundings import BY_THE_WAY, PASSED, STATION, around, is_of_station, passing
from geomap.text.told import Named, Told

__all__ = ["UNTOLD", "Where", "where_of"]

UNTOLD = frozenset({"place:none", "place:district of the dateline", BY_THE_WAY, PASSED})
"""Rules of places that no sentence tells as that of the event."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place with the span of the words that name it, a score and the rule that chose it."""

    place: Place | None
    start: int | None
    end: int | None
    score: float
    rule: str


def where_of(
    text: str,
    draft: Draft,
    named: Named,
    *,
    kind: str,
    told: Told,
) -> Where:
    """Choose the place of an event.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event's sentences.
    named
        All resolved mentions of the article.
    kind
        The account's kind; the place of a statistic or multi-site event is the area that it covers.
    told
        The article's accounts so far: an event that names no place happened where the one before
        it did.
    """
    sites = [
        Site(resolution)
        for resolution in named.inside(scene.sentence.number for scene in draft.scenes)
        if (resolution.mention.role == "incident_site" or kind == "statistic")
        and resolution.mention.role not in {"dateline", "actor", "venue"}
        and not text.startswith("-based", resolution.mention.end)
    ]
    sites = [site for site in sites if not _owns(text, site, sites)]
    sites = [site for site in sites if not _leads_there(text, site)] or sites
    sites = [site for site in sites if not is_of_station(text, site.resolution.mention)] or sites
    first = _first_sentence(text, draft, sites)
    here = [site for site in sites if site.resolution.mention.sentence == first]
    if kind != "incident":
        area = _area(here or sites, kind)
        if area is not None:
            return area
    best = _best(here, sites)
    if best is not None:
        where = _placed(text, best, here if best in here else sites, 0.95 if best in here else 0.85)
        where = _within_dateline(where, named)
        return _as_area(where, best.place) if kind == "operation" else where
    return _without_site(text, draft, named, kind=kind, told=told)


def _without_site(text: str, draft: Draft, named: Named, *, kind: str, told: Told) -> Where:
    """Choose the place of an event whose sentences name none as its own."""
    if kind != "incident":
        provincial = kind == "statistic" and _THE_PROVINCE.search(text, *_bounds(draft))
        return _fallback(draft, named, Precision.PROVINCE if provincial else None)
    filed = _dateline(named) if _HERE.search(text, *_bounds(draft)) else None
    if filed is not None:
        return Where(filed, None, None, 0.8, "place:here")
    number = draft.scenes[0].sentence.number
    near_by = _one_of(text, *around(text, named, number, alone=told.last is None))
    if near_by:
        return near_by
    earlier = told.last if draft.opened_by != "said to be another" else None
    if earlier and earlier.place is not None and earlier.kind == "incident":
        return Where(earlier.place, None, None, 0.6, "place:of the event before")
    passed = _one_of(text, passing(text, named, number), PASSED)
    if passed:
        return passed
    where = _fallback(draft, named, None)
    return where if where.place is not None else _filed_from(named, draft) or where


def _one_of(text: str, found: Sequence[Resolution], rule: str) -> Where | None:
    """Take the finest of places named around an event, where they lie in one district."""
    districts = {item.place.admin2_pcode for item in found if item.place is not None}
    sites = [Site(item) for item in found if item.place is not None]
    best = _finest(sites)
    if len(districts) != 1 or None in districts or best is None:
        return None
    where = replace(_placed(text, best, sites, 0.5 if rule == PASSED else 0.55), rule=rule)
    if rule == PASSED and where.place is not None and where.place.precision.is_point:
        where = replace(where, place=_district_of(where.place))
    return where


def _first_sentence(text: str, draft: Draft, sites: Sequence[Site]) -> int:
    """Return the first sentence of an event, past a title line where later ones name places."""
    first = draft.scenes[0].sentence
    numbers = [scene.sentence.number for scene in draft.scenes[1:3]]
    is_title = text[first.end - 1 : first.end] not in ".!?۔؟" and text.startswith("\n", first.end)
    if is_title:
        named = {site.resolution.mention.sentence for site in sites}
        return next((number for number in numbers if number in named), first.number)
    return first.number


def _owns(text: str, site: Site, sites: Sequence[Site]) -> bool:
    """Whether a city stands before its quarter ("Karachi's Orangi Town"), which is the place."""
    end = site.resolution.mention.end
    if text[end : end + 2] not in {"'s", "’s"}:
        return False
    return any(0 < other.start - end <= _POSSESSIVE for other in sites)


_ROAD_TO = re.compile(r"(?:\s+link)?\s+(?:road|highway|track|bypass)\b")


def _leads_there(text: str, site: Site) -> bool:
    """Whether a town only names a road: "on the Sanjavi road near Harnai"."""
    return _ROAD_TO.match(text, site.resolution.mention.end) is not None


_POSSESSIVE = 24
_HERE = re.compile(r"\bhere\b(?!\s+(?:and|to)\b)|\bin\s+(?:the|this)\s+(?:city|town)\b|یہاں")


def _dateline(named: Named) -> Place | None:
    """Return the place of the only dateline, the finer of a town and its district."""
    filed = {item.place for item in named.datelines if item.place is not None}
    districts = {place.admin2_pcode for place in filed}
    if len(districts) != 1 or (len(filed) > 1 and None in districts):
        return None
    return min(filed, key=lambda place: (place.precision.rank, place.name))


_NEWSROOMS = frozenset({
    "Islamabad", "Rawalpindi", "Quetta", "Karachi", "Lahore", "Peshawar", "Hyderabad", "Sukkur",
    "Multan", "Faisalabad", "Dera Ismail Khan", "Muzaffarabad", "Gilgit", "Gujranwala",
})  # fmt: skip
"""Towns from which reports on other districts are filed."""


def _filed_from(named: Named, draft: Draft) -> Where | None:
    """Take the district of a small town's dateline, where a report names no other place.

    A protest of which no place is told was in the city from which it is reported.
    """
    place = _dateline(named)
    if place is None or place.admin2 is None:
        return None
    if place.name in _NEWSROOMS and (draft.group != "unrest" or not named.only_datelines):
        return None
    return Where(_district_of(place), None, None, 0.4, "place:district of the dateline")


def _within_dateline(where: Where, named: Named) -> Where:
    """Give a spot that the gazetteer lacks the district of a small town's dateline."""
    place, filed = where.place, _dateline(named)
    if place is None or not is_unlisted(place) or place.admin1_pcode is not None:
        return where
    if filed is None or filed.admin2 is None or filed.name in _NEWSROOMS:
        return where
    parents = {
        name: getattr(filed, name)
        for name in ("country", "admin1", "admin1_pcode", "admin2", "admin2_pcode")
    }
    return replace(where, place=replace(place, **parents))


def _district_of(place: Place) -> Place:
    return replace(
        place,
        name=place.admin2 or place.name,
        precision=Precision.DISTRICT,
        lon=None,
        lat=None,
        uncertainty_m=None,
    )


_THE_PROVINCE = re.compile(r"\b(?:the|this)\s+province\b|صوبے", re.IGNORECASE)


def _bounds(draft: Draft) -> tuple[int, int]:
    sentence = draft.scenes[0].sentence
    return sentence.start, sentence.end


def _best(here: Sequence[Site], sites: Sequence[Site]) -> Site | None:
    """Take the finest place of the first sentence, or a finer one within it that is told later."""
    first, later = _finest(here), _finest(sites)
    if first is None or later is None:
        return first or later
    if _rank(first) <= _WELL_KNOWN or _rank(later) >= _rank(first):
        return first
    one, other = first.place, later.place
    if one is None or other is None or one.name == other.name:
        return first
    same_district = one.admin2_pcode is None or one.admin2_pcode == other.admin2_pcode
    same_province = one.admin1_pcode is None or one.admin1_pcode == other.admin1_pcode
    return later if same_district and same_province else first


_WELL_KNOWN = Precision.SETTLEMENT.rank + 0.5
"""Ranks up to here name a place of their own; the next sentences do not correct them."""


def _as_area(where: Where, first: Place | None) -> Where:
    """Give an operation the district of its place: it covers an area, not a spot."""
    place = where.place
    if place is not None and first is not None and place.precision is Precision.LINE:
        place = first  # "the hills between Harnai and Ziarat": the first of the two
    if place is None or place.admin2 is None or place.precision.rank >= Precision.TEHSIL.rank:
        return where
    return replace(where, place=_district_of(place))


def _finest(sites: Sequence[Site]) -> Site | None:
    """Return the site known most exactly; the first of equals, "near X" after "in Y"."""
    known = [site for site in sites if _level(site) is not None]
    if not known:
        return None
    names: dict[str, set[str]] = {}
    for site in known:
        if site.place is not None and site.place.admin2_pcode is not None:
            names.setdefault(site.place.admin2_pcode, set()).add(site.place.name)
    near = any(
        _rank(site) <= _NEARBY
        and _level(site) is Precision.SETTLEMENT
        and not _is_area_too(site, names)
        for site in known
    )

    def order(site: Site) -> tuple[float, bool, int]:
        rank, too = _rank(site), _is_area_too(site, names)
        return (max(rank, _NEARBY) if too and near else rank), too, site.start

    return min(known, key=order)


_NEARBY = Precision.NEAR.rank + 0.1
"""The rank of "near a town"."""


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


def _rank(site: Site) -> float:
    level = _level(site)
    mention = site.resolution.mention
    rank = float(level.rank) if level is not None else 99.0
    if level in {Precision.SITE, Precision.SETTLEMENT}:
        if mention.relation.kind == "between":
            rank = Precision.LINE.rank + 0.0
        elif mention.relation.kind in {"near", "offset"}:
            rank = Precision.NEAR.rank + 0.1
    if level is Precision.SITE and (site.place is None or is_unlisted(site.place)):
        rank = Precision.SETTLEMENT.rank + 0.05
    return rank


def _placed(text: str, site: Site, group: Sequence[Site], score: float) -> Where:
    """Apply the relation in the text, and fill the parents of a name not in the gazetteer."""
    mention = site.resolution.mention
    start = mention.relation.start if mention.relation.start is not None else mention.start
    end = max(mention.end, mention.relation.end or 0)
    place = site.place
    if place is None or is_unlisted(place):
        score *= 0.8
    if place is None:
        place = unlisted(mention, group)
    else:
        place = _as_post(relate(place, mention.relation), text, mention.end)
        others = [other for other in group if other is not site]
        if mention.relation.kind == "between":
            place = shared(place, others)
        elif place.precision is Precision.LINE and place.admin2_pcode is None:
            place = within(place, others or group)
    if not place.precision.is_point:
        place = replace(place, lon=None, lat=None, uncertainty_m=None)
    doubt = 0.5 + site.resolution.score / 2 if site.place is not None else 1.0
    return Where(
        place, min(start, mention.start), end, round(score * doubt, 3), "place:finest site"
    )


def _as_post(place: Place, text: str, end: int) -> Place:
    """Return a town as a site where words behind it name its police station or toll plaza."""
    if place.precision is not Precision.SETTLEMENT or STATION.match(text, end) is None:
        return place
    return replace(place, precision=Precision.SITE)


def _area(sites: Sequence[Site], kind: str) -> Where | None:
    """Return the area that a campaign, a sum or an event at several places covers.

    The finest area that the sentences name, or the next coarser where they name several.
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
        levels.setdefault(_rank(site), []).append(site)
    ranks = sorted(levels)
    single = [rank for rank in ranks if len({site.place for site in levels[rank]}) == 1]
    site = areas[0] if kind == "statistic" else levels[single[0] if single else ranks[-1]][0]
    place = site.place
    if place is None:
        return None
    if not place.precision.is_point:
        place = replace(place, lon=None, lat=None, uncertainty_m=None)
    mention = site.resolution.mention
    return Where(place, mention.start, mention.end, 0.85, "place:area covered")


def _fallback(draft: Draft, named: Named, level: Precision | None) -> Where:
    """Take the area named nearest: the next sentence, the sentences before, the country."""
    number = draft.scenes[0].sentence.number
    last = draft.scenes[-1].sentence.number
    usable = [
        item
        for item in named.areas
        if level is None or (item.place is not None and item.place.precision is level)
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

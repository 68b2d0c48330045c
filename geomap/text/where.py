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
from geomap.records import Mention, Place, Precision
from geomap.text.drafts import Draft, Site
from geomap.text.parents import shared, unlisted, within
from geomap.text.told import Named, Told

__all__ = ["UNTOLD", "Where", "where_of"]

_BY_THE_WAY = "place:named by the way"
UNTOLD = frozenset({"place:none", "place:district of the dateline", _BY_THE_WAY})
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
    first = _first_sentence(text, draft, sites)
    here = [site for site in sites if site.resolution.mention.sentence == first]
    if kind != "incident":
        area = _area(here or sites, kind)
        if area is not None:
            return area
    best = _best(here, sites)
    if best is not None:
        where = _placed(best, here if best in here else sites, 0.95 if best in here else 0.85)
        where = _within_dateline(where, named)
        return _as_area(where, best.place) if kind == "operation" else where
    if kind == "incident" and _HERE.search(text, *_bounds(draft)):
        filed = _dateline(named)
        if filed is not None:
            return Where(filed, None, None, 0.8, "place:here")
    if kind == "statistic" and _THE_PROVINCE.search(text, *_bounds(draft)):
        return _fallback(draft, named, Precision.PROVINCE)
    near_by = kind == "incident" and _named_by_the_way(text, named, draft)
    if near_by:
        return near_by
    earlier = told.last
    follows = kind == "incident" and draft.opened_by != "said to be another"
    if follows and earlier and earlier.place is not None and earlier.kind == "incident":
        return Where(earlier.place, None, None, 0.6, "place:of the event before")
    where = _fallback(draft, named, None)
    return (where.place is None and kind == "incident" and _filed_from(named)) or where


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


def _filed_from(named: Named) -> Where | None:
    """Take the district of a small town's dateline, where a report names no other place."""
    place = _dateline(named)
    if place is None or place.admin2 is None or place.name in _NEWSROOMS:
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


def _named_by_the_way(text: str, named: Named, draft: Draft) -> Where | None:
    """Take the only town that the event's sentence, or one right before it, names in passing.

    "Residents of Mashkay say that soldiers shot a man", "Gwadar's fishermen marched": people act
    where they live. "A salon in Panjgur opened on Tuesday. Before noon its barbers lay dead": the
    sentence before sets the scene. Nothing is taken where two districts are named.
    """
    number = draft.scenes[0].sentence.number
    people = [item for item in named.inside([number]) if _is_of_people(text, item.mention)]
    found = people
    for before in (number - 1, number - 2):
        found = found or [one for one in named.inside([before]) if _sets_the_scene(one.mention)]
    found = [item for item in found if item.place is not None]
    districts = {item.place.admin2_pcode for item in found if item.place is not None}
    if len(districts) != 1 or None in districts:
        return None
    best = _finest([Site(item) for item in found])
    if best is None:
        return None
    where = _placed(best, [Site(item) for item in found], 0.55)
    return replace(where, rule="place:of the people" if people else _BY_THE_WAY)


_PEOPLE = (
    r"(?:fisher(?:men|folk)|traders|residents|natives|inhabitants|citizens|people|students|lawyers|doctors|teachers|"
    r"women|farmers|growers|shopkeepers|transporters|workers|villagers|miners|youths?|elders|journalists|nurses|"
    r"labourers|tribesmen|locals|townspeople)"
)
_PEOPLE_OF = re.compile(rf"\b{_PEOPLE}\s+(?:of|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OWN_PEOPLE = re.compile(rf"['’]s?\s+(?:[a-z-]+\s+)?{_PEOPLE}\b")
_REACH = 30


def _is_of_people(text: str, mention: Mention) -> bool:
    """Whether words name the people of a place: "residents of Mand", "Gwadar's fishermen"."""
    if mention.role != "background":
        return False
    lead = text[max(0, mention.start - _REACH) : mention.start]
    if "role:people or cause" in mention.rules:
        return _PEOPLE_OF.search(lead) is not None or _NAMED_IN.search(lead) is not None
    bare = "role:no locative words" in mention.rules
    return bare and _OWN_PEOPLE.match(text, mention.end) is not None


_NAMED_IN = re.compile(r"(?:\bin|,)\s+$")
"""The parent of such a place: "residents of Mand in Kech", "citizens of Dalbandin, Chagai"."""


def _sets_the_scene(mention: Mention) -> bool:
    """Whether a sentence without an event names a place and says nothing else of it."""
    return mention.role == "background" and "role:sentence is none" in mention.rules


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
    return min(known, key=lambda site: (_rank(site), _is_area_too(site, names), site.start))


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


def _placed(site: Site, group: Sequence[Site], score: float) -> Where:
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
        place = relate(place, mention.relation)
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

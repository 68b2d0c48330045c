"""Where an event was: the finest place that its own sentences name, and how exactly.

No point is given where none is honest: a place known only as a district, a road or a name that the
gazetteer lacks has no coordinates; a square or street of a town has the town's, and a radius.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.places.resolve import relate
from geomap.places.unlisted import is_unlisted
from geomap.records import Mention, Place, Precision, Resolution
from geomap.text.areas import (
    Where,
    area_covered,
    area_nearest,
    as_area,
    district_of,
    is_one_spot,
)
from geomap.text.arrest_drives import DRIVE
from geomap.text.attack_areas import area_of_attacks, area_of_operations
from geomap.text.datelines import CAPITALS, NEWSROOMS
from geomap.text.drafts import Draft, Site
from geomap.text.filed_places import FILED, FILED_WIDE, dateline_of, filed_from, filed_there
from geomap.text.finest import best_of, finest
from geomap.text.held_before import without_last_seen
from geomap.text.outcomes import near_shells
from geomap.text.parents import shared, told_later, unlisted, within
from geomap.text.patterns import Pattern
from geomap.text.posts import as_post, outside_limits
from geomap.text.protest_areas import area_of_protests
from geomap.text.spots import as_meant, at_spot, from_town, in_its_area, only_leads_there, owns
from geomap.text.sum_areas import (
    area_elsewhere,
    area_of_drive,
    area_of_several,
    area_of_sum,
    area_swept,
    as_counted,
    whole_area,
)
from geomap.text.surroundings import (
    BY_THE_WAY,
    PASSED,
    STRICKEN,
    around,
    is_of_station,
    mourning,
    passing,
)
from geomap.text.told import Named, Told
from geomap.text.ways import as_stretch, way_between

__all__ = ["UNTOLD", "Where", "where_of"]

UNTOLD = frozenset({"place:none", FILED, FILED_WIDE, BY_THE_WAY, PASSED, STRICKEN})
"""Rules of places that no sentence tells as that of the event."""


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
        Site(as_meant(text, resolution))
        for resolution in named.inside(scene.sentence.number for scene in draft.scenes)
        if _is_of_draft(draft, resolution.mention, kind)
        and resolution.mention.role not in {"dateline", "actor", "venue"}
        and not text.startswith("-based", resolution.mention.end)
    ]
    sites = [site for site in sites if not owns(text, site, sites)]
    sites = [site for site in sites if not only_leads_there(text, site, sites)] or sites
    sites = [site for site in sites if not is_of_station(text, site.resolution.mention)] or sites
    sites = without_last_seen(text, draft, _where_found(text, draft, sites))
    sites = outside_limits(text, sites)
    sites = _without_shells(text, draft, sites)
    if kind == "statistic" or draft.opened_by == DRIVE:
        sites = whole_area(text, sites)
    first = _first_sentence(text, draft, sites)
    here = [site for site in sites if site.resolution.mention.sentence == first]
    of_spot = _is_of_spot(kind, here, sites)
    if together := area_of_several(draft, sites):
        return together
    if kind == "operation" and (swept := area_swept(text, draft, named)):
        return swept
    if area := _area_of(text, draft, here or sites, kind, of_spot=of_spot):
        return area
    best = best_of(here, here if here and kind == "multi_site" else sites)
    if best is not None and kind == "incident":
        best = in_its_area(text, best, sites, draft) or best
    if best is not None:
        where = _placed(text, best, here if best in here else sites, 0.95 if best in here else 0.85)
        where = replace(where, place=told_later(where.place, sites))
        if best in here:
            where = at_spot(text, where, draft, (*here, *sites))
        where = _within_dateline(from_town(text, where, best, draft), named)
        if _is_swept_district(text, where, best):
            where = as_area(where, best.place)
        where = _where_they_live(text, where, named, best.resolution.mention.sentence)
        return as_area(where, best.place) if kind == "operation" and not of_spot else where
    return _without_site(text, draft, named, kind=kind, told=told)


def _area_of(
    text: str, draft: Draft, sites: Sequence[Site], kind: str, *, of_spot: bool
) -> Where | None:
    """Return the area that what is no single event covers, or where its protests were."""
    if kind != "incident" and not of_spot and (area := area_covered(sites, kind)) is not None:
        return area if kind != "statistic" else as_counted(text, draft, area)
    if kind == "incident":
        return area_of_operations(text, draft, sites)
    if kind == "multi_site" and (struck := area_of_attacks(text, draft, sites)):
        return struck
    return area_of_protests(sites) if (kind, draft.group) == ("multi_site", "unrest") else None


_TAKEN_FROM = "role:where they were taken from"
_FREED = Pattern(
    r"\b(?:recover(?:ed|y)|rescu(?:ed|e)|freed|released|secured\s+the\s+release)\b[^.;]*?"
    r"\b(?:had|have|has)\s+been\s+(?:\w+\s+)?(?:abducted|kidnapped|taken|seized)\b",
    re.IGNORECASE,
)
"""Those who had been taken elsewhere and are free."""


def _where_found(text: str, draft: Draft, sites: list[Site]) -> list[Site]:
    """Leave out where those who were found or freed had been taken, if it says where that was."""
    first = draft.scenes[0]
    found_dead = any(trigger.family == "body" for trigger in first.triggers)
    if not found_dead and _FREED.inside(text, first.sentence) is None:
        return sites
    found = [site for site in sites if _TAKEN_FROM not in site.resolution.mention.rules]
    return [site for site in sites if site in found] if any(s.place for s in found) else sites


def _without_shells(text: str, draft: Draft, sites: list[Site]) -> list[Site]:
    """Leave out where one shell of an exchange fell, where the event has a town of its own."""
    shells = {one.sentence.number for one in draft.scenes[1:] if near_shells(text, one)}
    own = [site for site in sites if site.resolution.mention.sentence not in shells]
    points = any(site.place is not None and site.place.precision.is_point for site in own)
    return own if shells and points else sites


def _is_of_draft(draft: Draft, mention: Mention, kind: str) -> bool:
    """Whether a name may be the place of an event: of a sum any name that stands in it."""
    if kind != "statistic" and draft.opened_by != DRIVE:
        return mention.role == "incident_site"
    spans = (scene.sentence for scene in draft.scenes)
    return any(span.start <= mention.start < span.end for span in spans)


def _is_of_spot(kind: str, here: Sequence[Site], sites: Sequence[Site]) -> bool:
    """Whether things hit together, or all of an operation, were at the one spot that is named."""
    if kind == "multi_site":
        return is_one_spot(here or sites)
    spots = [site for site in sites if site.resolution.mention.relation.kind == "in"]
    return kind == "operation" and len(spots) == len(sites) and is_one_spot(sites)


def _without_site(text: str, draft: Draft, named: Named, *, kind: str, told: Told) -> Where:
    """Choose the place of an event whose sentences name none as its own."""
    if kind != "incident":
        if kind == "statistic":
            return area_of_sum(text, draft, named, told)
        if draft.opened_by == DRIVE:
            return area_of_drive(text, draft, named)
        return area_nearest(draft, named, None)
    filed = _here(text, draft, named)
    here = Where(filed, None, None, 0.8, "place:here") if filed is not None else None
    there = area_elsewhere(text, draft, named) or here or _there(text, draft, named)
    there = there or way_between(text, draft, named)
    if there is not None:
        return there
    number = draft.scenes[0].sentence.number
    near_by = _one_of(text, *around(text, named, number, alone=told.last is None))
    if near_by:
        return near_by
    earlier = told.last if draft.opened_by != "said to be another" else None
    if earlier and earlier.place is not None and earlier.kind == "incident":
        return Where(earlier.place, None, None, 0.6, "place:of the event before")
    passed = _one_of(text, passing(text, named, number), PASSED)
    if passed:
        return filed_there(named, draft) or passed
    where = area_nearest(draft, named, None)
    if where.place is not None:
        return where
    stricken = _one_of(text, mourning(text, named, number), STRICKEN)
    return stricken or filed_from(text, named, draft) or where


_SWEPT = Pattern(
    r"\b(?:[Oo]perations?|IBOs?)\s+(?:(?:was|were)\s+(?:\w+\s+)?(?:conducted|carried\s+out|launched|undertaken)\s+)?"
    r"in\s+(?:the\s+)?(?:[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?(?:,|\s+and)\s+)*$"
)
_ARMY_SAYS = re.compile(r"\bISPR\b|\b[Ii]nter[\s-]Services\b|\bmedia\s+wing\b")


def _is_swept_district(text: str, where: Where, best: Site) -> bool:
    """Whether the army says that it swept what a bare name stands for: its district.

    "An operation was conducted in Tank", in a statement of the army, is one in the district; what
    it does in a large city it tells by a quarter.
    """
    place, mention = where.place, best.resolution.mention
    if place is None or place.precision is not Precision.SETTLEMENT or place.name != place.admin2:
        return False
    if mention.level_word or mention.relation.kind != "in" or place.name in NEWSROOMS:
        return False
    swept = _SWEPT.search(text[max(0, mention.start - _LEAD) : mention.start])
    return swept is not None and _ARMY_SAYS.search(text) is not None


_LEAD = 100
_THERE = Pattern(
    r"\bthere\b(?!\s+(?:was|were|is|are|had|has|have|will|would|could|may|might|came|remain))"
    r"|\bat\s+the\s+same\s+(?:place|spot|site)\b|وہاں|وہیں",
)


def _there(text: str, draft: Draft, named: Named) -> Where | None:
    """Take the site told right before an event that happened "there"."""
    sentence = draft.scenes[0].sentence
    if not _THERE.search(text[sentence.start : sentence.end], marks=sentence.marks):
        return None
    told = [item for item in named.inside([sentence.number - 1]) if item.place is not None]
    sites = [Site(item) for item in told if item.mention.role == "incident_site"]
    best = finest(sites or [Site(item) for item in told[-1:] if _is_topic(item)])
    return None if best is None else _placed(text, best, sites, 0.7)


def _is_topic(item: Resolution) -> bool:
    """Whether a sentence that reports nothing speaks of a town: "Kolpur is a place to fear"."""
    named = item.mention.role == "background" and "role:sentence is none" in item.mention.rules
    return named and item.place is not None and item.place.precision.is_point


def _one_of(text: str, found: Sequence[Resolution], rule: str) -> Where | None:
    """Take the finest of places named around an event, where they lie in one district."""
    within = [item for item in found if item.place is not None and item.place.admin2_pcode]
    found = within or found
    districts = {item.place.admin2_pcode for item in found if item.place is not None}
    sites = [Site(item) for item in found if item.place is not None]
    best = finest(sites)
    if len(districts) != 1 or None in districts or best is None:
        return None
    where = replace(_placed(text, best, sites, 0.5 if rule == PASSED else 0.55), rule=rule)
    if rule == PASSED and where.place is not None and where.place.precision.is_point:
        where = replace(where, place=district_of(where.place))
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


_HERE = re.compile(r"\bhere\b(?!\s+(?:and|to)\b)|\bin\s+(?:the|this)\s+(?:city|town)\b|یہاں")
_IN_CAPITAL = re.compile(
    r"\b(?:in|of)\s+the\s+(?:[a-z]+\s+)?(?:provincial|federal|national)\s+capital\b"
)


def _here(text: str, draft: Draft, named: Named) -> Place | None:
    """Return the place that the report was filed from, where an event was "here" in it."""
    bounds = _bounds(draft)
    if _HERE.search(text, *bounds):
        return dateline_of(named)
    filed = dateline_of(named) if _IN_CAPITAL.search(text, *bounds) else None
    return filed if filed is not None and filed.name in CAPITALS else None


def _within_dateline(where: Where, named: Named) -> Where:
    """Give a spot that the gazetteer lacks the district of a small town's dateline."""
    place, filed = where.place, dateline_of(named)
    if place is None or filed is None:
        return where
    crossed = place.precision is Precision.LINE and filed.admin2_pcode in place.districts
    if not (is_unlisted(place) and place.admin1_pcode is None) and not crossed:
        return where
    if filed.admin2 is None or filed.name in NEWSROOMS or place.admin2_pcode is not None:
        return where
    return replace(where, place=_with_parents(place, filed))


def _where_they_live(text: str, where: Where, named: Named, number: int) -> Where:
    """Give a spot of no known district that of those who act: "Mand's traders ... at a chowk"."""
    place = where.place
    if place is None or not is_unlisted(place) or place.admin1_pcode is not None:
        return where
    home = _one_of(text, *around(text, named, number, alone=False))
    if home is None or home.place is None:
        return where
    return replace(where, place=_with_parents(place, home.place))


def _with_parents(place: Place, parent: Place) -> Place:
    """Return a place in the district and province of another."""
    return replace(
        place,
        country=parent.country,
        admin1=parent.admin1,
        admin1_pcode=parent.admin1_pcode,
        admin2=parent.admin2,
        admin2_pcode=parent.admin2_pcode,
    )


def _bounds(draft: Draft) -> tuple[int, int]:
    sentence = draft.scenes[0].sentence
    return sentence.start, sentence.end


def _placed(text: str, site: Site, group: Sequence[Site], score: float) -> Where:
    """Apply the relation in the text, and fill the parents of a name not in the gazetteer."""
    mention = site.resolution.mention
    start = mention.relation.start if mention.relation.start is not None else mention.start
    end = max(mention.end, mention.relation.end or 0)
    place = site.place
    if place is None or is_unlisted(place):
        score *= 0.8
    if place is None:
        place = as_post(relate(unlisted(mention, group), mention.relation), text, mention)
    else:
        at_gate = place.precision is Precision.SITE and text.startswith("outside ", start)
        meant = place if at_gate else relate(place, mention.relation)
        place = as_post(meant, text, mention)
        others = [other for other in group if other is not site]
        if mention.relation.kind == "between":
            place = shared(place, others)
        elif place.precision is Precision.LINE and place.admin2_pcode is None:
            place = within(place, others or group)
    if not place.precision.is_point:
        place = replace(place, lon=None, lat=None, uncertainty_m=None)
    doubt = 0.5 + site.resolution.score / 2 if site.place is not None else 1.0
    place = as_stretch(place, text, mention)
    return Where(
        place, min(start, mention.start), end, round(score * doubt, 3), "place:finest site"
    )

"""The spot that a town's name stands for: a street of it, the hills around it, a way out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.places.quarters import is_spot
from geomap.places.relation import relate
from geomap.places.unlisted import is_unlisted, own_level
from geomap.records import Mention, Place, Precision, Resolution
from geomap.text.areas import Where, district_of
from geomap.text.drafts import Draft, Site
from geomap.text.patterns import Pattern
from geomap.text.relations import is_way_to, offset_from_it, outside_it

__all__ = ["as_meant", "at_spot", "from_town", "in_its_area", "only_leads_there", "owns"]

_TOWN_M = 5_000.0
"""How far from a town's point a square or street of it may lie."""
_WELL_WITHIN = 3
"""Sentences of an event from its first in which a street of its town may be told."""

_TOOK_PLACE_AT = Pattern(
    r"\b(?:went\s+off|exploded|detonated|took\s+place|occurred|happened|unfolded|came\s+under\s+(?:fire|attack)|"
    r"(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:shot|gunned|attacked|hit|targeted|ambushed|intercepted|killed|"
    r"abducted|kidnapped|planted|parked|hurled|lobbed|thrown)|opened\s+fire|landed|rammed|blew|"
    r"gathered|assembled|rallied|sat\s+down|staged\s+a|held\s+a)\b"
    r"(?:\s+(?!near\b|from\b|to\b|towards\b|after\b)[\w'’-]+){0,5}?\s+(?:in|at|on|inside|along)\s+"
    r"(?:the\s+)?(?:[a-z]\w+\s+){0,2}$",
)
"""Words right before the name of the spot at which an event took place."""


def at_spot(text: str, where: Where, draft: Draft, sites: Sequence[Site]) -> Where:
    """Take a square or street of the town chosen: "at Naji Chowk in Kharan".

    One that the gazetteer lacks has the town's point, as uncertain as the town is wide. One that
    it knows is taken where a sentence soon after says that the event took place at it.
    """
    town = where.place
    if town is None or town.precision is not Precision.SETTLEMENT:
        return where
    numbers = [scene.sentence.number for scene in draft.scenes[:_WELL_WITHIN]]
    for site in sites:
        mention = site.resolution.mention
        place = None
        if _is_unlisted_spot(site, town):
            place = replace(
                town,
                name=mention.toponym,
                precision=Precision.SITE,
                source_id="",
                uncertainty_m=None if town.lon is None else _TOWN_M,
            )
        elif mention.sentence in numbers[1:] and _is_told_spot(text, site, town, draft):
            place = site.place
        if place is not None:
            return replace(where, place=place, start=mention.start, end=mention.end)
    return where


def _is_unlisted_spot(site: Site, town: Place) -> bool:
    """Whether a site is a spot that the gazetteer lacks, within a town or of unknown district."""
    place, mention = site.place, site.resolution.mention
    if mention.relation.kind not in {"in", "along"}:
        return False
    if place is None:
        return own_level(mention) is Precision.SITE
    known = is_unlisted(place) and place.precision is Precision.SITE
    return known and place.admin2_pcode in {None, town.admin2_pcode}


def _is_told_spot(text: str, site: Site, town: Place, draft: Draft) -> bool:
    """Whether a sentence says that the event took place at a spot of the town's district."""
    place, mention = site.place, site.resolution.mention
    if place is None or not is_spot(place):
        return False
    if mention.relation.kind not in {"in", "along"} or place.admin2_pcode != town.admin2_pcode:
        return False
    sentence = next(s.sentence for s in draft.scenes if s.sentence.number == mention.sentence)
    if not sentence.marks & _TOOK_PLACE_AT.mark:
        return False
    return _TOOK_PLACE_AT.pattern.search(text, sentence.start, mention.start) is not None


def from_town(text: str, where: Where, best: Site, draft: Draft) -> Where:
    """Move an event out of the town named where it was so far from it: "2 km out of the town"."""
    place, mention = where.place, best.resolution.mention
    if (
        place is None
        or place.precision is not Precision.SETTLEMENT
        or mention.relation.kind != "in"
    ):
        return where
    for scene in draft.scenes[:2]:
        if scene.sentence.number < mention.sentence:
            continue
        relation = offset_from_it(text, mention.end, scene.sentence)
        relation = relation or outside_it(text, mention.end, scene.sentence)
        if relation is not None:
            return replace(where, place=relate(place, relation))
    return where


_HAPPENED_IN = re.compile(
    r"[\W]*(?:It|This|The\s+(?:incident|attack|blast|explosion|ambush|shooting|clash|raid|firing|encounter|murder|killing))\s+"
    r"(?:\w+\s+)?(?:happened|occurred|took\s+place|was\s+(?:reported|carried\s+out))\b"
)
"""Words that open a sentence which says exactly where the event told before was."""


def in_its_area(text: str, best: Site, sites: Sequence[Site], draft: Draft) -> Site | None:
    """Take a finer place of the district that an event's first name stands for.

    "A blast in Awaran ... in the Jhal area of Awaran" or "... It happened in the Jhal area": the
    first name is that of the district as well as of a town.
    """
    place = best.place
    if place is None or place.precision is not Precision.SETTLEMENT or place.name != place.admin2:
        return None
    if best.resolution.mention.level_word or best.resolution.mention.relation.kind != "in":
        return None
    scenes = {scene.sentence.number: scene.sentence for scene in draft.scenes[1:_WELL_WITHIN]}
    for site in sites:
        sentence = scenes.get(site.resolution.mention.sentence)
        if sentence is None or not _is_finer(site, place):
            continue
        stated = _HAPPENED_IN.match(text, sentence.start, sentence.end) is not None
        if stated or any(_is_its_district(other, site, place) for other in sites):
            return site
    return None


def _is_finer(site: Site, area: Place) -> bool:
    """Whether a site is a settlement, a tehsil or a spot of a district and not of its name."""
    place = site.place
    return (
        place is not None
        and place.precision.rank <= Precision.TEHSIL.rank
        and place.admin2_pcode == area.admin2_pcode
        and place.name != area.name
    )


def _is_its_district(other: Site, site: Site, area: Place) -> bool:
    """Whether a name is that of the district right behind a site: "the Jhal area of Awaran"."""
    place, gap = other.place, other.start - site.start
    if place is None or place.precision is not Precision.DISTRICT:
        return False
    return place.admin2_pcode == area.admin2_pcode and 0 < gap < _IN_A_PHRASE


_IN_A_PHRASE = 60
_TOWN_OF = re.compile(r"\b(?:bazaar|bazar|market|streets|outskirts)\s+of\s+$")
_HILLS = re.compile(
    r"(?:['’]s)?\s+(?:hills?|mountains?|ranges?|heights|forests?|plains|desert|valley|gorge|ravines)\b"
    r"|['’]s\s+(?:[\w-]+\s+)?(?:edges?|outskirts|suburbs?|fringes?|periphery|vicinity|surroundings|environs)\b"
    r"|\s+کے\s+(?:\S+\s+)?(?:پہاڑوں|پہاڑی\s+(?:علاق|سلسل)(?:ہ|ے|وں)|جنگلات|جنگل|مضافاتی\s+علاقوں)(?!\w)"
)
"""Words behind a name that make it an expanse: nobody can say where in it something was."""
_BORDER_IN = re.compile(
    r"\b(?:near|close\s+to|along|not\s+far\s+from)\s+(?:the\s+)?(?:[\w–-]+\s+){0,3}(?:border|frontier|Durand\s+Line)\s+(?:in|at)\s+$"
)
_BORDER_AFTER = re.compile(r"\s+میں\s+(?:\S+\s+){0,2}?(?:سرحد|بارڈر)\s+کے\s+(?:قریب|نزدیک)")
"""A town of which the text names the border nearby."""
_REMOTE = re.compile(
    r"\b(?:remote|far-flung|rural|(?:the\s+)?k[au]t?cha|riverine|deserted|desolate|uninhabited|border|tribal|isolated)\s+(?:areas?|parts?|regions?|localit(?:y|ies)|corners?|villages?)\s+"
    r"(?:of|in)\s+$"
)
_REMOTE_AFTER = re.compile(
    r"\s+کے\s+(?:دور\s?افتادہ|دور\s?دراز|سرحدی|ویران|دیہی|قبائلی|کچے\s+کے)\s+علاق(?:ے|وں)\s+(?:میں|سے|پر)(?!\w)"
)
"""What is somewhere in the district that a bare name of its seat stands for."""
_PART_OF = re.compile(r"\b[a-z]+\s+of\s+(?:the\s+)?$")
"""Words before a valley that make it the parent of the place: "the Takhtakai part of the"."""
_BEFORE, _LONG = 24, 70
_EXPANSES = frozenset({Precision.SITE, Precision.SETTLEMENT, Precision.TEHSIL})


def as_meant(text: str, resolution: Resolution) -> Resolution:
    """Take a tehsil for its town where something is near it or in its bazaar: "near Jhao".

    Hills, a range or a valley of a name are near it.
    """
    place, mention = resolution.place, resolution.mention
    if place is None or place.precision not in _EXPANSES or mention.level_word is not None:
        return resolution
    if _is_remote(text, place, mention):
        return replace(resolution, place=district_of(place))
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    hills = _HILLS.match(text, mention.end) and _PART_OF.search(before) is None
    hills = hills or before.endswith("وادی ") or _is_by_border(text, mention)
    if mention.relation.kind == "in" and hills:
        mention = replace(mention, relation=replace(mention.relation, kind="near"))
        resolution = replace(resolution, mention=mention)
    if place.precision is not Precision.TEHSIL or is_way_to(text, mention.start):
        return resolution
    if mention.relation.kind not in {"near", "offset"} and _TOWN_OF.search(before) is None:
        return resolution
    town = replace(place, precision=Precision.SETTLEMENT, lon=None, lat=None, uncertainty_m=None)
    return replace(resolution, place=town)


def _is_by_border(text: str, mention: Mention) -> bool:
    """Whether something was near the border in a town: "near the Afghan border in Chaman"."""
    before = text[max(0, mention.start - _LONG) : mention.start]
    return (
        _BORDER_IN.search(before) is not None or _BORDER_AFTER.match(text, mention.end) is not None
    )


def _is_remote(text: str, place: Place, mention: Mention) -> bool:
    """Whether something was in a far part of the district that a town gives its name."""
    if place.precision is not Precision.SETTLEMENT or place.name != place.admin2:
        return False
    before = text[max(0, mention.start - _LONG) : mention.start]
    return _REMOTE.search(before) is not None or _REMOTE_AFTER.match(text, mention.end) is not None


def owns(text: str, site: Site, sites: Sequence[Site]) -> bool:
    """Whether a town stands before its part ("Karachi's Orangi Town"), which is the place."""
    end = site.resolution.mention.end
    if text[end : end + 2] in {"'s", "’s"}:
        return any(0 < other.start - end <= _POSSESSIVE for other in sites)
    part = _PART_URDU.match(text, end)
    return part is not None and any(other.start == part.end() for other in sites)


_PART_URDU = re.compile(r"\s+(?:کے|کی)\s+(?:\S+\s+)?(?:علاقے|علاقہ|محلے|گاؤں|بستی)\s+")
_POSSESSIVE = 24
_ROAD_TO = re.compile(r"(?:\s+link)?\s+(?:road|highway|track)\b")


_LINE_FROM = re.compile(
    r"[-–][A-Z]\w+(?:\s+[\w-]+){0,2}?\s+(?:(?:transmission|power|supply)\s+lines?|pipelines?)\b"
)
_LINE_TO = re.compile(
    r"(?:\s+[\w-]+){0,2}?\s+(?:(?:transmission|power|supply)\s+lines?|pipelines?)\b"
)
"""Behind the two towns that a blown line joins: "the Guddu-Quetta transmission line"."""


def only_leads_there(text: str, site: Site, sites: Sequence[Site]) -> bool:
    """Whether a town only names a road: "on the Sanjavi road near Harnai".

    A town that a road leads to ("on the track to Shakai") says where the event was only beside the
    area that it lies in.
    """
    end = site.resolution.mention.end
    if _ROAD_TO.match(text, end) is not None or _LINE_FROM.match(text, end) is not None:
        return True
    first = site.resolution.mention.start
    if _LINE_TO.match(text, end) and text[max(0, first - 1)] in "-–":
        return True
    if not is_way_to(text, site.start):
        return False
    place = site.place
    others = [other.place for other in sites if other is not site and other.place is not None]
    if any(other.precision.rank < Precision.TEHSIL.rank for other in others):
        return True
    districts = {other.admin2_pcode for other in others} - {None}
    return place is not None and bool(districts) and place.admin2_pcode not in districts

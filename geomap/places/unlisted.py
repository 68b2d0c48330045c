"""Names that the gazetteer lacks: their level, and the parents that the text gives them.

They are kept as the text has them, with the district or province that it names, and without
coordinates: they are never drawn as points.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from geomap.records import Mention, Place, Precision, Resolution

__all__ = ["is_unlisted", "own_level", "placed_in_parent", "unlisted_in"]

_UNLISTED = "text"
"""The source of a place that only the text names."""


def own_level(mention: Mention) -> Precision:
    """Return the level at which a name that the gazetteer lacks is kept."""
    if mention.level_word in {"tehsil", "district", "division", "province"}:
        return Precision(mention.level_word)
    through = mention.name_key.endswith(("highway", "motorway", "expressway"))
    if mention.name_key.endswith("بایی پاس"):
        return Precision.NEAR
    if "name:site word" in mention.rules and not through:
        return Precision.SITE
    if mention.relation.kind == "along" or through or "name:road between towns" in mention.rules:
        return Precision.LINE
    if "name:road number" in mention.rules:
        return Precision.LINE
    return Precision.SETTLEMENT


def is_unlisted(place: Place) -> bool:
    """Whether a place is one that the gazetteer lacks and only the text names."""
    return place.source == _UNLISTED


def placed_in_parent(item: Resolution, found: Sequence[Resolution]) -> Resolution:
    """Give a name that the gazetteer lacks the parents that its text names, and no coordinates."""
    parent = _named_parent(item.mention, found)
    if parent is None:
        return item
    site = any(one.precision is Precision.SITE for one in item.candidates)
    place = unlisted_in(item.mention, parent, Precision.SITE if site else None)
    where = parent.admin2 or parent.admin1 or parent.country
    return replace(item, place=place, reason=f"{item.reason}; the text names {where}")


def unlisted_in(mention: Mention, parent: Place, level: Precision | None = None) -> Place:
    """Return the place of a name that the gazetteer lacks and that lies in another one."""
    level = own_level(mention) if level is None else level
    within = parent.admin2_pcode is not None and level is not Precision.LINE
    return Place(
        name=mention.toponym,
        precision=level,
        country=parent.country,
        admin1=parent.admin1,
        admin1_pcode=parent.admin1_pcode,
        admin2=parent.admin2 if within else None,
        admin2_pcode=parent.admin2_pcode if within else None,
        source=_UNLISTED,
    )


_AHEAD, _BEHIND = 45, 80


def _named_parent(mention: Mention, found: Sequence[Resolution]) -> Place | None:
    """Return the area that a name lies in: in its phrase, its sentence, or all over its article."""
    known = [
        (item.mention, item.place)
        for item in found
        if item.place is not None and item.place.country and item.mention.role != "actor"
    ]
    near = [
        (other.start < mention.start, abs(other.start - mention.start), place)
        for other, place in known
        if other.sentence == mention.sentence
        and (other.role == mention.role or other.relation.kind in {"near", "offset"})
        and -_BEHIND <= other.start - mention.end <= _AHEAD
    ]
    same = [place for other, place in known if other.name_key == mention.name_key]
    filed = _filed_before(mention, known)
    if filed is not None and mention.rules[-1:] == ("name:within the dateline",):
        return filed
    if near:
        fine = [one for one in near if one[2].admin2_pcode]
        return min(fine or near, key=lambda one: one[:2])[2]
    if same:
        return same[0]
    if filed is not None and _opens_item(mention, known):
        return filed
    told = _told_before(mention, known)
    if told is not None:
        return told
    sites = [place for other, place in known if other.role == "incident_site"]
    districts = {place.admin2_pcode for place in sites if place.admin2_pcode}
    if len(districts) == 1 and mention.role in {"incident_site", "background"}:
        return next(place for place in sites if place.admin2_pcode)
    if filed is not None and mention.role == "incident_site" and _is_of_paragraph(mention, known):
        return filed
    if sites or mention.role not in {"incident_site", "background"}:
        return None
    if "name:site word" in mention.rules:
        parent = _only_one(found, {"actor", "dateline", "background", "venue"})
        return parent or (filed if mention.role == "incident_site" else None)
    return _only_one(found, {"actor"}) if mention.role == "incident_site" else None


def _only_one(found: Sequence[Resolution], roles: Collection[str]) -> Place | None:
    """Return the one district that names of some roles lie in.

    That of the police or offices that an article names ("Quetta police said"); for a street the
    town that it was filed from, where it names no other.
    """
    places = [
        item.place
        for item in found
        if item.mention.role in roles and item.place is not None and item.place.admin2_pcode
    ]
    return places[0] if len({place.admin2_pcode for place in places}) == 1 else None


def _filed_before(mention: Mention, known: Sequence[tuple[Mention, Place]]) -> Place | None:
    """Return the place of the dateline that stands last before a name."""
    filed = [place for other, place in known if _is_dateline_before(other, mention)]
    return filed[-1] if filed else None


def _is_dateline_before(other: Mention, mention: Mention) -> bool:
    return other.role == "dateline" and other.start < mention.start


def _opens_item(mention: Mention, known: Sequence[tuple[Mention, Place]]) -> bool:
    """Whether a site's sentence opens with a dateline, and not with the first of the article."""
    filed = [other.sentence for other, _ in known if _is_dateline_before(other, mention)]
    later = len(set(filed)) > 1 and filed[-1] == mention.sentence
    return later and mention.role == "incident_site"


def _is_of_paragraph(mention: Mention, known: Sequence[tuple[Mention, Place]]) -> bool:
    """Whether a name stands below one of several datelines, or is a street of a large city."""
    filed = [place for other, place in known if _is_dateline_before(other, mention)]
    if len({place.name for place in filed}) > 1:
        return True
    return "name:site word" in mention.rules and filed[-1].admin2_pcode is None


_REACH = 3


def _told_before(mention: Mention, known: Sequence[tuple[Mention, Place]]) -> Place | None:
    """Return the site in whose district the sentences right before a site's name put the event.

    "A bomb hit a van in Bannu. It went off in the Teri area": Teri lies in Bannu. Sentences that
    name sites in several districts say nothing.
    """
    if mention.role != "incident_site":
        return None
    for number in range(mention.sentence - 1, mention.sentence - 1 - _REACH, -1):
        sites = [
            place
            for other, place in known
            if other.sentence == number and other.role == "incident_site" and place.admin2_pcode
        ]
        if sites:
            return sites[-1] if len({place.admin2_pcode for place in sites}) == 1 else None
    return None

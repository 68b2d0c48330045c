"""The district and province of a place that its own name does not tell: from what stands near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.places.unlisted import own_level
from geomap.records import Mention, Place, Precision
from geomap.text.drafts import Site

__all__ = ["shared", "told_later", "unlisted", "within"]

_STATED_AREAS = {Precision.TEHSIL, Precision.DISTRICT}


def shared(place: Place, others: Sequence[Site]) -> Place:
    """Give a stretch between two places the parents that both have, or that the text states."""
    ends = [
        site.place
        for site in others
        if site.place is not None and site.resolution.mention.relation.kind == "between"
    ]
    stated = [
        site.place
        for site in others
        if site.place is not None and site.place.precision in _STATED_AREAS
    ]
    if stated:
        return within(place, [site for site in others if site.place in stated])
    for end in ends[:1]:
        if end.admin2_pcode != place.admin2_pcode:
            place = replace(place, admin2=None, admin2_pcode=None)
        if end.admin1_pcode != place.admin1_pcode:
            place = replace(place, admin1=None, admin1_pcode=None)
    return place


def told_later(place: Place | None, sites: Sequence[Site]) -> Place | None:
    """Give a road that crosses districts the one that a later sentence names for the spot."""
    if place is None or place.precision is not Precision.LINE or place.admin2_pcode is not None:
        return place
    return within(
        place, [one for one in sites if one.place and one.place.precision in _STATED_AREAS]
    )


def unlisted(mention: Mention, group: Sequence[Site]) -> Place:
    """Return the place of a name that the gazetteer lacks: its parents, no coordinates."""
    bare = Place(name=mention.toponym, precision=own_level(mention), source="text")
    return within(bare, group)


def within(place: Place, group: Sequence[Site]) -> Place:
    """Give a place the parents of the other sites of its sentence."""
    parents = sorted(
        (site.place for site in group if site.place is not None and site.place.admin1_pcode),
        key=lambda parent: (
            parent.admin2_pcode is None,
            parent.precision not in _STATED_AREAS,
            parent.precision.rank,
        ),
    )
    if not parents:
        return place
    parent = parents[0]
    districts = {other.admin2_pcode for other in parents if other.admin2_pcode}
    stated = parent.admin2_pcode is not None and parent.precision in _STATED_AREAS
    one = stated or len(districts) == 1 or place.precision is not Precision.LINE
    return replace(
        place,
        country=parent.country,
        admin1=parent.admin1,
        admin1_pcode=parent.admin1_pcode,
        admin2=parent.admin2 if one else None,
        admin2_pcode=parent.admin2_pcode if one else None,
    )

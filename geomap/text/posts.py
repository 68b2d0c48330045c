"""What a town's name stands for where words behind it name a post: "the Mach police station"."""

from __future__ import annotations

from dataclasses import replace

from geomap.places.relation import relate
from geomap.records import Mention, Place, Precision
from geomap.text.drafts import Site
from geomap.text.patterns import Pattern
from geomap.text.surroundings import STATION

__all__ = ["as_post", "outside_limits"]

_LEAD = 60
_LIMITS = Pattern(
    r"\b(?:limits|jurisdiction|precincts?|remit|areas?)\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+\s+)?$",
)
_BYPASS = ("bypass", "بائی پاس")


def as_post(place: Place, text: str, mention: Mention) -> Place:
    """Return a town as a site where words behind it name its police station or toll plaza.

    What is "in the limits of" a police station may be anywhere around it; a bypass leads past
    the town.
    """
    post = STATION.match(text, mention.end)
    if post is None or place.precision is not Precision.SETTLEMENT or _is_of_limits(text, mention):
        return place
    if post[0].endswith(_BYPASS):
        return relate(place, replace(mention.relation, kind="near"))
    return replace(place, precision=Precision.SITE)


def outside_limits(text: str, sites: list[Site]) -> list[Site]:
    """Leave out the police station in whose limits a spot lies that is told beside it."""
    spots = [site for site in sites if not _is_of_limits(text, site.resolution.mention)]
    known = any(
        site.place is not None
        and site.place.precision in {Precision.SITE, Precision.SETTLEMENT}
        and site.place.name != site.place.admin2
        for site in spots
    )
    return spots if known else sites


def _is_of_limits(text: str, mention: Mention) -> bool:
    """Whether a name is that of the police station in whose limits a spot told beside it lies."""
    post = STATION.match(text, mention.end)
    lead = text[max(0, mention.start - _LEAD) : mention.start]
    return post is not None and _LIMITS.search(lead) is not None

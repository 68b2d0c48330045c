"""Where a report was filed from, for an event of which it names no other place."""

from __future__ import annotations

import re

from geomap.records import Place
from geomap.text.areas import Where, district_of, province_of
from geomap.text.datelines import NEWSROOMS
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.told import Named

__all__ = ["FILED", "FILED_WIDE", "dateline_of", "filed_from", "filed_there"]

FILED, FILED_WIDE = "place:district of the dateline", "place:province of the dateline"
"""Rules of the places taken from a dateline."""


def dateline_of(named: Named) -> Place | None:
    """Return the place of the only dateline, the finer of a town and its district."""
    filed = {item.place for item in named.datelines if item.place is not None}
    districts = {place.admin2_pcode for place in filed}
    if len(districts) != 1 or (len(filed) > 1 and None in districts):
        return None
    return min(filed, key=lambda place: (place.precision.rank, place.name))


def filed_from(text: str, named: Named, draft: Draft) -> Where | None:
    """Take the district of a small town's dateline, where a report names no other place.

    A protest of which no place is told was in the city from which it is reported, and so was what
    is told of a bazaar or road; else a newsroom speaks of its province.
    """
    place = dateline_of(named)
    if place is None or place.admin1 is None or place.name in _OF_ALL:
        return None
    if place.name not in NEWSROOMS or (draft.group == "unrest" and named.only_datelines):
        return Where(district_of(place), None, None, 0.4, FILED) if place.admin2 else None
    if not named.only_datelines:
        return None
    if any(_OF_TOWN.inside(text, scene.sentence) for scene in draft.scenes[:_CLOSE]):
        return Where(district_of(place) if place.admin2 else place, None, None, 0.4, FILED)
    return Where(province_of(place), None, None, 0.3, FILED_WIDE)


_CLOSE = 3
_OF_ALL = frozenset({"Islamabad", "Rawalpindi"})
"""Where the government and the army tell of what happened anywhere."""
_OF_TOWN = Pattern(
    r"\b(?:city|metropolis|streets?|roads?|bazaars?|markets?|chowk|colony|neighbou?rhood|locality|flyover|saddar|sadd?ar|"
    r"outskirts|suburbs?|police\s+station)\b"
    r"|(?<!\w)(?:شہر|صدر\s+(?:کے|میں)|روڈ|سڑک|بازار|مارکیٹ|چوک|محلے|گلی|کالونی|ٹاؤن|تھانے|تھانہ|نواحی|مضافات\w*)(?!\w)",
    re.IGNORECASE,
)
"""Words for a spot of the town itself."""


def filed_there(named: Named, draft: Draft) -> Where | None:
    """Take the district of a small town for what stands behind its dateline.

    "PISHIN: A trader hailing from Chaman was abducted": it was not in Chaman.
    """
    place = dateline_of(named)
    if place is None or place.admin2 is None or place.name in NEWSROOMS:
        return None
    beside = named.inside([draft.scenes[0].sentence.number])
    if not any(item.mention.role == "dateline" for item in beside):
        return None
    return Where(district_of(place), None, None, 0.4, FILED)

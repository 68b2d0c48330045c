"""Events on a way of which only the ends are told, or the district that it crosses.

"Abducted while travelling from Bannu to Kohat", "on the road linking Zhob with Loralai", "blocked
the national highway in Kalat district": somewhere along a line, not in either town.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from geomap.records import Mention, Place, Precision, Resolution
from geomap.text.areas import Where
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.told import Named

__all__ = ["as_stretch", "way_between"]

_LEAD = 70
_RULE = "place:on the way between"
_TRAVELLED = Pattern(
    r"\b(?:travell?ing|(?:on|along)\s+(?:\w+\s+)?way(?:\s+(?:back|home))?|going|heading|driving|returning|coming|"
    r"bound|en\s+route|headed|moving|journeying|(?:was|were)\s+being\s+(?:taken|moved|shifted|driven|transported))\s+"
    r"(?:[a-z]+\s+){0,2}?from\s+(?:the\s+)?$"
    r"|\b(?:road|highway|track|route|motorway|pipeline|line)\s+(?:(?:that|which)\s+)?"
    r"(?:linking|links|connecting|connects|joining|joins|running\s+from|leading\s+from|runs\s+from|from|between)\s+"
    r"(?:the\s+)?$",
)
_TO = re.compile(
    r"(?:\s+(?:town|city|district))?\s+(?:to|with|and|towards)\s+(?:the\s+)?(?:\w+\s+(?:town|city)\s+of\s+)?"
)
_TO_URDU = re.compile(r"\s+(?:سے|کو)\s+")
_BOUND_URDU = re.compile(
    r"\s+(?:جانے\s+وال|جا\s*رہ|جاتے|آنے\s+وال|آ\s*رہ|آتے|سے\s+ملانے\s+وال|(?:کی\s+طرف|کے\s+لیے)\s+(?:جا|روانہ))"
)


def way_between(text: str, draft: Draft, named: Named) -> Where | None:
    """Return the way of those who were hit, where their sentence tells nothing but its ends."""
    sentence = draft.scenes[0].sentence
    for one, other in pairwise(named.inside([sentence.number])):
        if one.place is None or other.place is None or not _are_ends(text, one, other):
            continue
        place = _stretch(one.place, other.place)
        return Where(place, one.mention.start, other.mention.end, 0.5, _RULE)
    return None


def _are_ends(text: str, one: Resolution, other: Resolution) -> bool:
    """Whether two names that follow each other are those of the ends of a way."""
    if not (_is_town(one) and _is_town(other)):
        return False
    first, gap = one.mention.start, (one.mention.end, other.mention.start)
    if _TO_URDU.fullmatch(text, *gap) is not None:
        return _BOUND_URDU.match(text, other.mention.end) is not None
    if _TO.fullmatch(text, *gap) is None:
        return False
    return _TRAVELLED.search(text[max(0, first - _LEAD) : first]) is not None


def _is_town(one: Resolution) -> bool:
    place = one.place
    return place is not None and place.precision.rank <= Precision.DISTRICT.rank


def _stretch(one: Place, other: Place) -> Place:
    """Return the line between two places, with the parents that both have."""
    place = replace(one, precision=Precision.LINE, lon=None, lat=None, uncertainty_m=None)
    if one.admin2_pcode != other.admin2_pcode:
        place = replace(place, admin2=None, admin2_pcode=None)
    if one.admin1_pcode != other.admin1_pcode:
        place = replace(place, admin1=None, admin1_pcode=None)
    return place


_ROAD = (
    r"(?:highways?|motorways?|expressway|railway\s+(?:line|track)|rail\s+(?:line|track)|main\s+road|"
    r"(?:gas|oil|water)\s+pipeline)"
)
_ROAD_IN = Pattern(
    rf"\b{_ROAD}\s+(?:(?:was|were)\s+(?:\w+\s+)?(?:blocked|closed|blown\s+up)\s+)?"
    r"(?:in|of|through|across|passing\s+through)\s+(?:the\s+)?$",
)
_ROAD_IN_URDU = re.compile(
    r"\s+(?:میں|سے\s+گزرنے\s+والی)\s+(?:\S+\s+){0,2}?(?:قومی\s+شاہراہ|شاہراہ|ہائی\s?وے|ریلوے\s+(?:ٹریک|لائن)|ریل\s+کی\s+پٹڑی|"
    r"گیس\s+پائپ\s?لائن)\s+(?:پر|کو|کے\s+(?:قریب|کنارے))(?!\w)"
)


def as_stretch(place: Place, text: str, mention: Mention) -> Place:
    """Return a district as a line where the event was on the highway that crosses it."""
    if place.precision is not Precision.DISTRICT:
        return place
    before = text[max(0, mention.start - _LEAD) : mention.start]
    if _ROAD_IN.search(before) is None and _ROAD_IN_URDU.match(text, mention.end) is None:
        return place
    return replace(place, precision=Precision.LINE)

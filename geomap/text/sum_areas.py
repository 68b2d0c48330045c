"""The area that a sum is of, where its own sentence names none, or only some of its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision, Resolution
from geomap.text.anew import in_the_area
from geomap.text.areas import (
    Where,
    area_called,
    area_nearest,
    district_of,
    shared_area,
)
from geomap.text.arrest_drives import DRIVE
from geomap.text.compared_sums import ANOTHER_YEAR
from geomap.text.drafts import Draft, Site
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence
from geomap.text.told import Named, Told

__all__ = [
    "area_elsewhere",
    "area_of_drive",
    "area_of_several",
    "area_of_sum",
    "area_swept",
    "as_counted",
    "whole_area",
]

_PART = re.compile(
    r"\b(?:most|many|half|some|several|nearly\s+half|almost\s+half|all\s+but\s+\w+|the\s+bulk|a\s+third|\d+|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|a\s+majority|the\s+majority)\s+of\s+(?:them|these|those|whom|which)\b[^.;:]*$"
    r"|\b(?:mostly|mainly|chiefly|particularly|especially|notably|predominantly|largely)\s+(?:in|from|at)\b[^.;:]*$"
    r"|\bincluding\s+(?:[\w-]+\s+){1,4}?in\s+[^.;:]*$"
    r"|(?:زیادہ\s+تر|بیشتر|اکثر|خصوصا\w*|بالخصوص)\s[^۔]*$",
    re.IGNORECASE,
)
"""What stands before the names of places in which only a part of a sum was."""
_SEAT = re.compile(
    r"\b(?:think[\s-]?tank|institute|cent(?:re|er)|commission|body|organi[sz]ation|watchdog|monitor|group|office|briefing|"
    r"conference|report|digest|charity|society|association|foundation|network|university|union|council|NGO|ministry|"
    r"department|police)\s+(?:\w+\s+)?(?:in|at|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the town of those who counted: "a think tank in Islamabad"."""
_CAME_FROM = re.compile(
    r"\b(?:[Aa]ttacks|[Ii]nfiltration|[Ff]iring|[Ff]ire|[Ss]helling|[Rr]aids|[Ii]ncursions|[Ss]trikes)\s+(?:\w+\s+)?from\s+(?:[A-Z]\w+,?\s+(?:and\s+)?)*$"
)
"""What stands before the countries that attacks came from."""
_TAKEN_OVER = re.compile(
    r"\b(?:since|after|following|until|before)\b[^.;]{0,70}?\b(?:took|seized|captured|overran|entered|recaptured|retook|fall|"
    r"takeover|takeovers|capture|seizure|withdrawal|return|returned|regained|came|power|rule|control)\b"
    r"(?:\s+(?:over|back|of|in|to|from|power|control|the|again|government)){0,5}\s+$",
    re.IGNORECASE,
)
"""What stands before a place whose fall only begins the time of a sum: "since they took"."""
_REACH = 120


def whole_area(text: str, sites: Sequence[Site]) -> list[Site]:
    """Return the places of a sum without those in which a part of it was: "most of them in".

    And without the town of those who counted.
    """
    return [
        site
        for site in sites
        if not any(
            pattern.search(text, max(0, site.start - _REACH), site.start)
            for pattern in (_PART, _SEAT, _CAME_FROM, _TAKEN_OVER)
        )
    ]


def area_elsewhere(text: str, draft: Draft, named: Named) -> Where | None:
    """Return the area in which another event was "elsewhere", where that is told."""
    return area_called(text, draft, named) if in_the_area(text, draft.scenes[0]) else None


_OF_DISTRICTS = Pattern(
    r"\b(?:list\s+of|among|of\s+(?:all|the)|worst[\s-](?:hit|affected)|most\s+(?:\w+\s+)?(?:hit|affected|violent))\s+(?:\w+\s+)?districts?\b"
    r"|\bdistrict-wise\b|اضلاع\s+میں",
    re.IGNORECASE,
)


def as_counted(text: str, draft: Draft, where: Where) -> Where:
    """Give a sum that compares districts the district of the town that it names."""
    place = where.place
    if place is None or place.admin2 is None or place.precision is not Precision.SETTLEMENT:
        return where
    if place.name != place.admin2 or not _of_districts(text, draft.scenes[0].sentence):
        return where
    return replace(where, place=district_of(place))


def _of_districts(text: str, sentence: Sentence) -> bool:
    """Whether a sentence, or what stands before this part of it, compares districts."""
    begin = max(text.rfind(mark, 0, sentence.start) for mark in (". ", "\n", "۔")) + 1
    return _OF_DISTRICTS.pattern.search(text, max(begin, 0), sentence.end) is not None


def area_of_sum(text: str, draft: Draft, named: Named, told: Told) -> Where:
    """Choose the area of a sum whose own sentence names none as its own.

    That is what it calls "the province"; for what forces did in the time of a review, and for a
    year with which another is compared, the area of a sum told before; the country where several
    provinces are named next to it; else the area named nearest.
    """
    if draft.opened_by == ANOTHER_YEAR and told.last is not None and told.last.kind == "statistic":
        return Where(told.last.place, None, None, 0.7, "place:of the sum before")
    if called := area_called(text, draft, named):
        return called
    if _TRIBAL.inside(text, draft.scenes[0].sentence) and (entry := full_gazetteer().by_id(_KP)):
        return Where(_bare(full_gazetteer().place_of(entry)), None, None, 0.6, "place:tribal belt")
    if named_after := _of_counters(draft, named):
        return named_after
    if of_news := _of_news(draft, named, told):
        return of_news
    first = next((one for one in told.accounts if one.kind == "statistic"), None)
    if first is not None:
        of_all = _OF_ALL.inside(text, draft.scenes[0].sentence) is not None
        if first.place is not None and (of_all or _is_of_forces(draft)):
            return Where(first.place, None, None, 0.7, _FIRST_SUM)
        nearest = area_nearest(draft, named, None)
        return nearest if nearest.place else Where(first.place, None, None, 0.5, _FIRST_SUM)
    return _of_country(text, draft, named) or _of_army(draft, area_nearest(draft, named, None))


_OF_ALL = Pattern(
    r"\b(?:total\s+)?number\s+of\s+(?:[\w-]+\s+){0,2}?(?:attacks|incidents|fatalities|deaths|casualties|bombings)\b|"
    r"\b(?:overall|nation-?wide|country-?wide|altogether)\b|\b(?:the|this)\s+(?:year[’']s|overall|cumulative)\s+(?:toll|tally)\b"
    r"|\b(?:first|last|past)\s+\w+\s+months\s+of\s+(?:the|this)\s+year\b|مجموعی\s+(?:طور|تعداد)",
    re.IGNORECASE,
)
"""Words of a sum that is of all that a review covers, whatever area was named before it."""
_FIRST_SUM = "place:of the first sum"


def _of_news(draft: Draft, named: Named, told: Told) -> Where | None:
    """Take the province of the event beside which the toll of a time is told, if it names none."""
    sentence = draft.scenes[0].sentence
    if not sentence.of_time:
        return None
    places = [told.last.place] if told.last is not None else []
    places += [one.place for one in named.inside([sentence.number - 1, sentence.number + 1])]
    place = next((one for one in places if one is not None and one.admin1_pcode), None)
    if place is None:
        return None
    entry = full_gazetteer().by_id(f"unit:{place.admin1_pcode}")
    if entry is None or not place.precision.is_point:
        return Where(_bare(place), None, None, 0.4, "place:area of the news")
    province = _bare(full_gazetteer().place_of(entry))
    return Where(province, None, None, 0.3, "place:province of the news")


def _is_of_forces(draft: Draft) -> bool:
    """Whether a sum is of militants whom forces killed or held."""
    counts = [count for count in draft.scenes[0].counts if count.best]
    forces = any(actor.kind in {"security", "state"} for actor in draft.scenes[0].actors)
    return forces and any(count.side == "militants" for count in counts)


def _of_army(draft: Draft, nearest: Where) -> Where:
    """Take the country for what its army did, where no area is named at all."""
    army = any(one.name == "Pakistani military" for one in draft.scenes[0].actors)
    entry = full_gazetteer().by_id("country:PK")
    if nearest.place is not None or not army or entry is None:
        return nearest
    place = _bare(full_gazetteer().place_of(entry))
    return Where(place, None, None, 0.3, "place:country of the army")


def _of_country(text: str, draft: Draft, named: Named) -> Where | None:
    """Take the country for a first sum beside which several of its provinces are named.

    "Of those killed, 264 died in Sindh" names only one, and the rest died elsewhere.
    """
    number = draft.scenes[0].sentence.number
    near = [
        item
        for item in named.inside(range(number - _BEFORE, number + _AFTER + 1))
        if item.mention.role in {"incident_site", "background"}
    ]
    provinces = {place.admin1_pcode: place for item in near if (place := _province(item))}
    if not provinces and (place := _province_of_districts(near)):
        return Where(place, None, None, 0.55, "place:province of the districts")
    if len(provinces) < _SEVERAL and not any(_is_of_part(text, item) for item in near):
        return None
    countries = {place.country for place in provinces.values()}
    entry = full_gazetteer().by_id(f"country:{countries.pop()}") if len(countries) == 1 else None
    if entry is None:
        return None
    place = _bare(full_gazetteer().place_of(entry))
    return Where(place, None, None, 0.6, "place:country of the provinces")


def area_of_several(draft: Draft, sites: Sequence[Site]) -> Where | None:
    """Return the division or province that the districts of a drive's operations lie in."""
    if draft.opened_by != DRIVE or any(_province(site.resolution) for site in sites):
        return None
    places = [site for site in sites if site.place is not None and site.place.admin2_pcode]
    shared = shared_area(places)
    if shared is None:
        return None
    return Where(_bare(shared), None, None, 0.75, "place:that holds the districts")


_ALL_OVER = re.compile(
    r"\b(?:all\s+over|across|throughout|in\s+(?:different|various)\s+(?:parts|areas|districts|cities)\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def area_swept(text: str, draft: Draft, named: Named) -> Where | None:
    """Return the province or country all over which forces operated: "raids all over Pakistan"."""
    for item in named.inside([draft.scenes[0].sentence.number]):
        place, mention = item.place, item.mention
        if place is None or place.precision not in _WIDE or mention.role in {"actor", "dateline"}:
            continue
        if _ALL_OVER.search(text, max(0, mention.start - _REACH), mention.start):
            return Where(_bare(place), mention.start, mention.end, 0.85, "place:area swept")
    return None


def area_of_drive(text: str, draft: Draft, named: Named) -> Where:
    """Choose the area of a drive of arrests: what it calls "the province", or its force's own."""
    if called := area_called(text, draft, named):
        return called
    for item in named.inside([draft.scenes[0].sentence.number]):
        place = _province(item)
        if place is not None:
            mention = item.mention
            return Where(
                _bare(place), mention.start, mention.end, 0.7, "place:province of the force"
            )
    return area_nearest(draft, named, None)


_TRIBAL = Pattern(
    r"\b(?:(?:former|newly[\s-]merged|merged|erstwhile)\s+(?:federally\s+administered\s+)?tribal|merged)\s+"
    r"(?:districts|areas|agencies|regions?|belt)\b|(?:ضم\s+شدہ|سابق\s+قبائلی|قبائلی)\s+اضلاع",
    re.IGNORECASE,
)
_KP = "unit:PK5"
"""The province that the tribal districts were merged into."""


def _bare(place: Place) -> Place:
    """Return an area without the point of its label."""
    return replace(place, lon=None, lat=None, uncertainty_m=None)


_WIDE = {Precision.PROVINCE, Precision.COUNTRY}


def _of_counters(draft: Draft, named: Named) -> Where | None:
    """Take the area that those who count or are counted are named after.

    "The Institute of Pakistan", "58 policemen of Sindh".
    """
    for item in named.inside([draft.scenes[0].sentence.number]):
        place, mention = item.place, item.mention
        if mention.role == "actor" and place and (place.precision in _WIDE or place.admin2):
            area = place if place.precision in _WIDE else district_of(place)
            return Where(_bare(area), mention.start, mention.end, 0.5, "place:of those who count")
    return None


_BEFORE, _AFTER, _SEVERAL = 1, 3, 2


def _province(item: Resolution) -> Place | None:
    place = item.place
    return place if place is not None and place.precision is Precision.PROVINCE else None


_MANY_DISTRICTS = 3


def _province_of_districts(near: Sequence[Resolution]) -> Place | None:
    """Return the province of three districts or more that are named beside a sum."""
    places = [one.place for one in near if one.place is not None and one.place.admin2_pcode]
    districts = {place.admin2_pcode for place in places}
    provinces = {place.admin1_pcode for place in places}
    if len(districts) < _MANY_DISTRICTS or len(provinces) != 1:
        return None
    entry = full_gazetteer().by_id(f"unit:{provinces.pop()}")
    return _bare(full_gazetteer().place_of(entry)) if entry is not None else None


_OF_THEM = re.compile(
    r"(?:^|[.!?]\s|\n)\W*(?:[Oo]f|[Aa]mong)\s+(?:these|those|them|the)\b[^.;:]{0,100}$"
)


def _is_of_part(text: str, item: Resolution) -> bool:
    """Whether a province is where some of those counted died: "of those killed, 264 died in"."""
    start = item.mention.start
    return bool(_province(item)) and bool(_OF_THEM.search(text, max(0, start - _REACH), start))

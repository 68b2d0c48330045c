"""Attacks told at once of several towns: whether they are, and the area that holds the towns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.areas import Where, district_of, shared_area
from geomap.text.drafts import Draft, Site
from geomap.text.events import Trigger
from geomap.text.protest_areas import in_one_breath
from geomap.text.scenes import Scene

__all__ = ["area_of_attacks", "area_of_operations", "struck_apart"]

_PLURAL = re.compile(
    r"\b(?:attacks|blasts|bombs|bombings|explosions|raids|assaults|rockets|missiles|grenades|mortars|shells|ambushes|strikes|"
    r"shootings|clashes|IEDs)\b|حملوں|حملے|دھماکوں|دھماکے|راکٹوں|کارروائیوں",
    re.IGNORECASE,
)
_APART = frozenset({"explosion", "armed", "clash", "killing"})
"""Kinds of events that one sentence may tell of several towns."""


def struck_apart(text: str, draft: Draft, sites: Sequence[Site]) -> list[Site]:
    """Return the towns that an attack told as one struck, none where it struck but one.

    "Gunmen attacked police stations in Quetta, Kalat and Mastung": towns in a list, of different
    districts, or of one where the attacks stand in the plural.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    sites
        The places of its first sentence.
    """
    first = draft.scenes[0]
    if draft.group != "violent" or not first.families & _APART:
        return []
    within = [site for site in sites if site.resolution.mention.relation.kind == "in"]
    towns = in_one_breath(text, within)
    places = {site.place.name for site in towns if site.place is not None}
    districts = {site.place.admin2_pcode for site in towns if site.place is not None}
    if len(places) < _SEVERAL or None in districts:
        return []
    if not any(_governs(text, first, act, towns) for act in first.triggers):
        return []
    if any(count.outcome == "killed" and count.best == 1 for count in first.counts[:1]) and (
        len(places) == _SEVERAL
    ):
        return []
    sentence = first.sentence
    plural = _PLURAL.search(text, sentence.start, sentence.end) is not None
    return towns if plural or len(places) > _SEVERAL else []


_SEVERAL = 2
_OPENS = 15
_OWN_CLAUSE = re.compile(
    r"(?:(?!\b(?:and(?!\s+(?:[a-z-]+\s+){1,3}(?:in|at)\s)|but|who|which|that|was|were|had|has|have|after|when|while|heard|to)\b|\sاور\s|\sجبکہ\s)[^.;۔]){0,60}"
)
"""What may stand between an act and the towns that it struck."""


def _governs(text: str, scene: Scene, act: Trigger, towns: Sequence[Site]) -> bool:
    """Whether an act is told right before a list of towns, or behind one that opens all."""
    if act.family not in _APART:
        return False
    first, last = towns[0].resolution.mention, towns[-1].resolution.mention
    if act.end <= first.start:
        return _OWN_CLAUSE.fullmatch(text, act.end, first.start) is not None
    opens = first.start - scene.sentence.start <= _OPENS
    return opens and _OWN_CLAUSE.fullmatch(text, last.end, act.start) is not None


def area_of_attacks(text: str, draft: Draft, sites: Sequence[Site]) -> Where | None:
    """Return the district, division or province that holds the towns of such an attack.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    sites
        The places of its first sentence.
    """
    towns = struck_apart(text, draft, sites)
    if not towns or towns[0].place is None:
        return None
    districts = {site.place.admin2_pcode for site in towns if site.place is not None}
    area = district_of(towns[0].place) if len(districts) == 1 else shared_area(towns)
    if area is None:
        return None
    first, last = towns[0].resolution.mention, towns[-1].resolution.mention
    return Where(area, first.start, last.end, 0.8, "place:area of the towns struck")


_OPERATIONS = re.compile(
    r"\b(?:operations|IBOs|raids|engagements|encounters|swoops)\s+(?:(?:[a-z]+\s+){0,3}?)(?:in|at)\s+(?:the\s+)?(?:general\s+area\s+)?$"
)
_OPERATIONS_URDU = re.compile(
    r"\s+(?:(?:کے\s+)?(?:اضلاع|علاقوں)\s+)?میں\s+(?:[^\s۔،]+\s+){0,4}?(?:کارروائیوں|آپریشنز|آپریشنوں|جھڑپوں|چھاپوں|مقابلوں)(?!\w)"
)
_LEAD = 60


def area_of_operations(text: str, draft: Draft, sites: Sequence[Site]) -> Where | None:
    """Return the area that holds the places of operations whose dead are told in one sum.

    "Nine militants were killed in operations in Mir Ali, Spinwam and Dosali."
    """
    if not draft.scenes[0].families & {"operation", "killing", "clash"}:
        return None
    listed = in_one_breath(text, [s for s in sites if s.resolution.mention.relation.kind == "in"])
    places = {site.place.name for site in listed if site.place is not None}
    if len(places) < _SEVERAL:
        return None
    start = listed[0].resolution.mention.start
    behind = _OPERATIONS_URDU.match(text, listed[-1].resolution.mention.end)
    if behind is None and _OPERATIONS.search(text[max(0, start - _LEAD) : start]) is None:
        return None
    districts = {site.place.admin2_pcode for site in listed if site.place is not None}
    first = listed[0].place
    one = len(districts) == 1 and first is not None and None not in districts
    area = district_of(first) if one and first is not None else shared_area(listed)
    if area is None:
        return None
    return Where(area, start, listed[-1].resolution.mention.end, 0.8, "place:area of operations")

"""Leads on attacks in several towns, each of which is told in a sentence of its own below.

"Militants struck in Nal, Hub and Tump on Friday. In Nal, rockets fell on a camp. A bomb in Hub
...": what the lead sums up are the events told below; it lends the first of them its day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geomap.text.drafts import Draft, Site
from geomap.text.scenes import Scene

__all__ = ["as_first_of", "begins_towns", "lend_lead"]

_SEVERAL = 2
_ACTS = {"explosion", "armed", "killing", "clash", "property", "abduction", "disrupted"}


def begins_towns(
    current: Draft,
    scene: Scene,
    here: Sequence[Site],
    later: Sequence[Scene],
    sites: Mapping[int, Sequence[Site]],
) -> bool:
    """Whether a sentence is the first of those that tell what a lead sums up town by town.

    Parameters
    ----------
    current
        The event that the lead opened, so far alone.
    scene
        The sentence after it.
    here
        The sites that it names.
    later
        The sentences behind it.
    sites
        The sites of every sentence, by its number.
    """
    if current.group != "violent" or len(current.scenes) > 1 or current.statistic:
        return False
    if any(site.resolution.mention.relation.kind == "between" for site in current.sites):
        return False
    towns = {_name(site) for site in current.sites} - {""}
    first = {_name(site) for site in here} & towns
    if len(towns) < _SEVERAL or len(first) != 1 or not _tells_act(scene):
        return False
    told = {
        one.sentence.number: {_name(site) for site in sites.get(one.sentence.number, ())} & towns
        for one in later
        if one.mood == "reported" and _tells_act(one)
    }
    others = [one for one in later if told.get(one.sentence.number, first) - first]
    if towns - first - {town for some in told.values() for town in some}:
        return False
    dead = _dead(current.scenes[0])
    added_up = dead == _dead(scene) + sum(map(_dead, others)) and not current.multi
    return bool(others) and (not dead or added_up)


def as_first_of(lead: Draft, scene: Scene, here: Sequence[Site]) -> Draft:
    """Return the first event that a lead sums up, with the day of the lead."""
    return Draft(
        [scene],
        list(scene.triggers),
        opened_by=lead.opened_by,
        days=list(lead.days),
        sites=list(here),
        spoken=lead.spoken,
    )


def lend_lead(lead: Scene, sites: Sequence[Site], at: int, drafts: Sequence[Draft]) -> None:
    """Give each of the events in the towns of a lead its actor, and how they were done.

    Parameters
    ----------
    lead
        The sentence that sums them up.
    sites
        The towns that it names.
    at
        How many events were told before it.
    drafts
        All events of the article; those elsewhere keep what they have.
    """
    towns = {_name(site) for site in sites} - {""}
    for draft in drafts[at:]:
        if draft.statistic or towns.isdisjoint(_name(site) for site in draft.sites):
            continue
        draft.asides.append(lead)
        if {one.family for one in draft.triggers} <= {"killing"}:
            draft.triggers.extend(one for one in lead.triggers if one.family != "killing")


def _tells_act(scene: Scene) -> bool:
    """Whether a sentence tells an attack anew, or what one told before did to people."""
    harmed = any(count.best for count in scene.counts)
    return any(one.family in _ACTS and (harmed or not one.definite) for one in scene.triggers)


def _dead(scene: Scene) -> int:
    """Return how many a sentence says were killed."""
    counts = [count for count in scene.counts if count.best and not count.part]
    return sum(count.best or 0 for count in counts if count.outcome == "killed")


def _name(site: Site) -> str:
    """Return the district, or the town, that a site names; nothing for coarser places."""
    if site.place is None or site.place.admin2_pcode is None:
        return ""
    return site.place.name

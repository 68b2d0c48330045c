"""Leads on protests in many places, of which the biggest is told next; protests after attacks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.records import Account
from geomap.text.drafts import Draft, Site
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["answers_attack", "as_biggest", "parts_of_lead"]

_BIGGEST = Pattern(
    r"\b(?:biggest|largest|main|first|longest)\s+(?:(?:of|among)\s+(?:the|these|them)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:protests?|demonstrations?|sit-ins?|rall(?:y|ies)|gatherings?|dharnas?|blockades?|camps?)\b"
    r"|سب\s+سے\s+بڑ\w+\s+(?:\S+\s+){0,2}?(?:دھرن|مظاہر|ریلی|احتجاج|جلوس)",
    re.IGNORECASE,
)


def parts_of_lead(text: str, current: Draft, scene: Scene, here: Sequence[Site]) -> bool:
    """Whether a lead on protests in several towns is followed by the biggest of them.

    "Sit-ins went on in several towns of Sindh. The biggest, at the bypass of Moro, ...": the lead
    names no town, and what it sums up is told one by one.
    """
    if not current.multi or current.group != "unrest" or len(current.scenes) > 1:
        return False
    if any(count.best for count in current.scenes[0].counts):
        return False
    if any(_is_town(site) for site in current.sites) or not any(_is_town(site) for site in here):
        return False
    return _BIGGEST.inside(text, scene.sentence) is not None


def as_biggest(lead: Draft, scene: Scene, here: Sequence[Site]) -> Draft:
    """Return the biggest of the protests that a lead sums up, with the day of the lead."""
    return Draft(
        [lead.scenes[0], scene],
        [*lead.triggers, *scene.triggers],
        opened_by=lead.opened_by,
        days=list(lead.days),
        sites=list(here),
        spoken=lead.spoken,
    )


def answers_attack(draft: Draft, last: Account | None) -> bool:
    """Whether a protest is told after an attack, which was before it: "meanwhile, men marched"."""
    unrest = {"Protests", "Riots"}
    return draft.group == "unrest" and last is not None and last.event_type not in unrest


def _is_town(site: Site) -> bool:
    return site.place is not None and site.place.precision.is_point

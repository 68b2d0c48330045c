"""Which of the events told before a sentence speaks of: by its place, or as what came before."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from geomap.text.drafts import GROUPS, Draft, Site, group_named
from geomap.text.scenes import Scene

__all__ = ["event_at", "event_referred", "group_of", "latest_attack"]


def event_at(here: Sequence[Site], drafts: Sequence[Draft], current: Draft | None) -> Draft | None:
    """Return the earlier event whose place a sentence names, where the current one is elsewhere."""
    names = {site.place.name for site in here if site.place is not None}
    if not names or current is None or _is_at(current, names):
        return None
    return next((d for d in reversed(drafts) if not d.statistic and _is_at(d, names)), None)


def group_of(scene: Scene) -> str:
    """Return what kind of event a sentence tells of: violent, unrest or quiet."""
    fresh = {GROUPS[trigger.family] for trigger in scene.triggers if not trigger.definite}
    return group_named(fresh or {GROUPS[family] for family in scene.families})


def _is_at(draft: Draft, names: AbstractSet[str]) -> bool:
    return any(place.name in names for place in draft.places)


def event_referred(text: str, scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """Find the earlier draft whose place a sentence names when it refers back to it."""
    if not any(trigger.definite for trigger in scene.triggers):
        return None
    words = text[scene.sentence.start : scene.sentence.end]
    for draft in reversed(drafts):
        if draft.statistic:
            continue
        for site in draft.sites:
            if site.resolution.mention.toponym in words:
                return draft
    return None


def latest_attack(drafts: Sequence[Draft], current: Draft | None) -> Draft | None:
    """Return the event that a claim is of: the last attack, where a protest was told after it."""
    if current is None or current.group != "unrest":
        return current
    return next((draft for draft in reversed(drafts) if draft.group == "violent"), current)

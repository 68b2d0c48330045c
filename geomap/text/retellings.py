"""The lead of a report told once more, with the street: one event, not two.

"A policeman was killed and another hurt in Pishin. Near the bridge men fired at a patrol; one man
was killed and one hurt": the same dead and wounded, in one district, with no day of its own.
"""

from __future__ import annotations

from geomap.text.drafts import Draft

__all__ = ["without_retellings"]

_HARM = ("killed", "injured")


def without_retellings(drafts: list[Draft]) -> list[Draft]:
    """Join the second event of an article with the first, where it is that told again."""
    if len(drafts) < 2 or not _is_retold(drafts[0], drafts[1]):
        return drafts
    first, second = drafts[0], drafts[1]
    first.scenes.extend(second.scenes)
    first.triggers.extend(second.triggers)
    first.sites.extend(second.sites)
    first.asides.extend(second.asides)
    return [first, *drafts[2:]]


def _is_retold(first: Draft, second: Draft) -> bool:
    """Whether two events have the same dead and the same wounded, kind and district."""
    if first.statistic or second.statistic or second.opened_by != "another place" or second.days:
        return False
    if first.multi or first.group != second.group or first.group != "violent":
        return False
    if any(scene.says("new") or scene.part for scene in second.scenes[:1]):
        return False
    mine, theirs = _figures(first), _figures(second)
    if not all(mine.values()) or mine != theirs:
        return False
    here = {place.admin2_pcode for place in first.places} - {None}
    there = {place.admin2_pcode for place in second.places} - {None}
    return bool(there) and there <= here


def _figures(draft: Draft) -> dict[str, frozenset[int]]:
    """Return the figures of the dead and of the wounded that an event's sentences give."""
    counts = [count for scene in draft.scenes for count in scene.counts if not count.part]
    return {
        outcome: frozenset(c.best for c in counts if c.outcome == outcome and c.best)
        for outcome in _HARM
    }

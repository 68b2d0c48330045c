"""Figures of a lead that belong to an event told below, and those that funerals tell again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.text.counts import Count
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["of_other_events"]

_JOINS = re.compile(
    r"\b(?:while|whereas|and|as\s+well|besides)\b|[;،]|(?<!\w)(?:جبکہ|اور|نیز)(?!\w)", re.IGNORECASE
)
_FUNERAL = Pattern(
    r"\b(?:funerals?|buried|laid\s+to\s+rest|burial|coffins?)\b|جنازہ|تدفین|سپرد\s+خاک",
    re.IGNORECASE,
)
_CASUALTIES = frozenset({"killed", "injured"})


def of_other_events(text: str, drafts: Sequence[Draft]) -> list[Count]:
    """Return the figures that stand in an event's sentences but are those of another one.

    "A pipeline was blown up in Sui while three guards were hurt by a mine" is a lead whose second
    half is told again below; "the funeral of the three martyrs" tells of those counted before.

    Parameters
    ----------
    text
        The article.
    drafts
        Its events.
    """
    if len(drafts) < _SEVERAL:
        return []
    lead = drafts[0].scenes[0].sentence.paragraph
    found: list[Count] = []
    for draft in drafts:
        below = [scene for scene in draft.scenes if scene.sentence.paragraph != lead]
        others = [count for other in drafts if other is not draft for count in _told(other, lead)]
        for scene in draft.scenes:
            if _FUNERAL.inside(text, scene.sentence) is not None:
                found += _known(text, scene, draft, drafts)
            elif scene.sentence.paragraph == lead and below:
                own = [count for each in below for count in each.counts]
                found += [
                    count
                    for count in _figures(scene)
                    if _is_second(text, drafts, lead, count)
                    and _is_among(count, others)
                    and not any(_equals(count, one) for one in own)
                ]
    return found


_SEVERAL = 2
_JOIN_REACH = 8


def _figures(scene: Scene) -> Iterator[Count]:
    return (c for c in scene.counts if c.outcome in _CASUALTIES and c.best and not c.part)


def _told(draft: Draft, lead: int) -> Iterator[Count]:
    """Yield the figures of an event that stand below the lead."""
    for scene in draft.scenes:
        if scene.sentence.paragraph != lead and not draft.statistic:
            yield from _figures(scene)


def _equals(count: Count, other: Count) -> bool:
    return (count.outcome, count.best) == (other.outcome, other.best)


def _is_among(count: Count, others: Sequence[Count]) -> bool:
    """Whether another event has the same figure of the same people."""
    noun = count.who.lower().split()[-1:]
    return any(_equals(count, one) and one.who.lower().split()[-1:] == noun for one in others)


def _is_second(text: str, drafts: Sequence[Draft], lead: int, count: Count) -> bool:
    """Whether something else is told before a figure of the lead, and joined to it."""
    for draft in drafts:
        for scene in draft.scenes:
            if scene.sentence.paragraph != lead:
                continue
            ends = [t.end for t in scene.triggers if t.end < count.start]
            ends += [c.end for c in _figures(scene) if c.end < count.start]
            start = scene.sentence.start
            if start <= count.start and _JOINS.search(text, max(0, start - _JOIN_REACH), start):
                return True  # a sentence cut in two
            if any(_JOINS.search(text, end, count.start) for end in ends):
                return True
    return False


def _known(text: str, scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Iterator[Count]:
    """Yield the dead of a funeral whom another event has counted."""
    others = [
        count
        for other in drafts
        if other is not draft
        for each in other.scenes
        if each is not scene and _FUNERAL.inside(text, each.sentence) is None
        for count in _figures(each)
    ]
    for count in _figures(scene):
        several = (count.best or 0) >= _SEVERAL
        if several and count.outcome == "killed" and any(_equals(count, one) for one in others):
            yield count

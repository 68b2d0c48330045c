"""Figures of a lead that belong to an event told below, and those that funerals tell again."""

from __future__ import annotations

import re
from bisect import bisect_left
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
    opening = [s for draft in drafts for s in draft.scenes if s.sentence.paragraph == lead]
    ends = sorted(end for scene in opening for end in _ends(scene))
    told = _whose(text, drafts, lead)
    found: list[Count] = []
    for place, draft in enumerate(drafts):
        below = {_key(c) for s in draft.scenes if s.sentence.paragraph != lead for c in _figures(s)}
        has_more = any(scene.sentence.paragraph != lead for scene in draft.scenes)
        for scene in draft.scenes:
            is_funeral = _FUNERAL.inside(text, scene.sentence) is not None
            if not is_funeral and not (has_more and scene.sentence.paragraph == lead):
                continue
            for count in _figures(scene):
                if is_funeral:
                    several = count.outcome == "killed" and (count.best or 0) >= _SEVERAL
                    other = told.get((*_key(count), "")) if several else None
                else:
                    second = _key(count) not in below and _is_second(text, scene, ends, count)
                    other = told.get((*_key(count), _noun(count))) if second else None
                if other and other != {place}:
                    found.append(count)
    return found


_SEVERAL = 2
_JOIN_REACH = 8
_LEAD_REACH = 400
_Key = tuple[str, int | None, str]


def _figures(scene: Scene) -> Iterator[Count]:
    return (c for c in scene.counts if c.outcome in _CASUALTIES and c.best and not c.part)


def _key(count: Count) -> tuple[str, int | None]:
    return count.outcome, count.best


def _noun(count: Count) -> str:
    """Return what those of a figure are called, marked apart from no noun at all."""
    return " ".join(["of", *count.who.lower().split()[-1:]])


def _whose(text: str, drafts: Sequence[Draft], lead: int) -> dict[_Key, set[int]]:
    """Return in which events each figure stands: with its noun below the lead, without anywhere."""
    told: dict[_Key, set[int]] = {}
    for place, draft in enumerate(drafts):
        for scene in draft.scenes:
            figures = list(_figures(scene))
            if not figures:
                continue
            if scene.sentence.paragraph != lead and not draft.statistic:
                for count in figures:
                    told.setdefault((*_key(count), _noun(count)), set()).add(place)
            if _FUNERAL.inside(text, scene.sentence) is None:
                for count in figures:
                    told.setdefault((*_key(count), ""), set()).add(place)
    return told


def _ends(scene: Scene) -> Iterator[int]:
    """Yield where the words of a sentence end that tell of something."""
    yield from (trigger.end for trigger in scene.triggers)
    yield from (count.end for count in _figures(scene))


def _is_second(text: str, scene: Scene, ends: Sequence[int], count: Count) -> bool:
    """Whether something else is told before a figure of the lead, and joined to it."""
    start = scene.sentence.start
    if _JOINS.search(text, max(0, start - _JOIN_REACH), start):
        return True  # a sentence cut in two
    first = bisect_left(ends, start)
    last = bisect_left(ends, count.start)
    before = ends[first] if first < last else (ends[0] if last else None)
    if before is None:
        return False
    return _JOINS.search(text, max(before, count.start - _LEAD_REACH), count.start) is not None

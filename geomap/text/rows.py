"""Clauses of one sentence that tell the figures of one place after the other, and share the rest.

"Four were killed in Tank and two in Bannu on Sunday, the army said": both fell on that day, and to
the army.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.elsewhere import ELSEWHERE
from geomap.text.scenes import Part, Scene

__all__ = ["by_shared_forces", "is_next_of_row", "row_of"]

_ENDS = re.compile(r"[.!?۔؟\n]")


def row_of(text: str, scenes: Sequence[Scene], scene: Scene) -> Sequence[Scene]:
    """Return the clauses that share the verb of one, itself among them; none where it has no row.

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its scenes, in order.
    scene
        One of them.
    """
    first = last = scene.sentence.number
    while first > 0 and _goes_on(text, scenes[first - 1], scenes[first]):
        first -= 1
    while last + 1 < len(scenes) and _goes_on(text, scenes[last], scenes[last + 1]):
        last += 1
    return scenes[first : last + 1] if last > first else ()


def _goes_on(text: str, before: Scene, scene: Scene) -> bool:
    """Whether a clause leaves its verb to the one before it, or to those behind it."""
    if not any(ELSEWHERE in count.rules for count in scene.counts):
        return False
    between = text[max(before.sentence.start, before.sentence.end - 1) : scene.sentence.start]
    return _ENDS.search(between) is None


def is_next_of_row(text: str, scene: Scene) -> bool:
    """Whether a clause tells what happened at the next of several places in one sentence.

    Parameters
    ----------
    text
        The article's text.
    scene
        The clause.
    """
    start = scene.sentence.start
    told = any(ELSEWHERE in c.rules and c.start - start <= _NEAR for c in scene.counts)
    before = text[max(0, start - _NEAR) : start].rstrip(" ")
    return told and bool(before) and _ENDS.search(before[-1]) is None


_NEAR = 4


def by_shared_forces(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Let forces that one clause of a row names have killed the militants of the others, too.

    Where the first clause is no news, the others are none: "he named 20 dead in Hub, 13 in Sibi".

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its scenes, in order.
    """
    answer = [_like_the_first(text, scenes, scene) for scene in scenes]
    for number, scene in enumerate(answer):
        row = row_of(text, scenes, scene) if _only_militants(scene) else ()
        if any(actor.kind == "security" for each in row for actor in each.actors):
            answer[number] = replace(scene, part=scene.part or Part(by_forces=True))
    return answer


def _like_the_first(text: str, scenes: Sequence[Scene], scene: Scene) -> Scene:
    """Return a clause with the mood of the first of its row, where that one reports nothing.

    Where the first one sums up bombings, the others are bombings, too.
    """
    row = row_of(text, scenes, scene) if scene.mood == "reported" else ()
    if not row or row[0] is scene:
        return scene
    first = row[0]
    if first.mood not in _NEWS:
        return replace(scene, mood=first.mood)
    blast = next((t for t in first.triggers if t.family == "explosion"), None)
    harm = all(t.family == "killing" for t in scene.triggers)
    if first.mood != "aggregate" or blast is None or not harm or not scene.triggers:
        return scene
    own = scene.triggers[0]
    told = replace(blast, start=own.start, end=own.end, definite=False, is_noun=False)
    return replace(scene, triggers=(told, *scene.triggers))


_NEWS = frozenset({"reported", "aggregate", "none"})


def _only_militants(scene: Scene) -> bool:
    """Whether all that a clause tells are militants who were killed."""
    told = [c for c in scene.counts if c.best and c.outcome == "killed" and not c.aggregate]
    return bool(told) and all(c.side == "militants" for c in told) and scene.mood == "reported"

"""Who "the group" is: words that stand for a group that the article named before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.text.actors import ActorSpan, basis_of
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["with_references"]

_THE_GROUP = Pattern(
    r"\b(?:the|this|that|his|their)\s+(?:(?:banned|outlawed|proscribed|militant|separatist|insurgent|"
    r"armed|terrorist|terror|same|said|Baloch|defunct|rebel|above)\s+)*"
    r"(?:group|outfit|organi[sz]ation|faction)\b(?!\s+of\b)"
    r"|(?-i:\b[Tt]he\s+(?:Front|Guards|Brigade|Tigers)\b(?!\s+[A-Z]))"
    r"|\bits\s+(?:spokes\w+|fighters?|militants|members|sarmachars|cadres|mujahideen|bombers?|"
    r"media\s+(?:wing|cell|arm))\b"
    r"|(?:کالعدم|مذکورہ|اس)\s+(?:تنظیم|گروپ|گروہ)|تنظیم\s+(?:کے\s+ترجمان|نے)|گروپ\s+(?:کے\s+ترجمان|نے)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:['’]s\s+\w+)?\s+(?:\w+\s+){0,2}?(?:said|says|claim\w*|accept\w*|own\w*|admit\w*|vowed|warned|"
    r"stated|added|announced|released|took|takes|posted|shared|maintain\w*|assert\w*)\b"
)


_SILENT = re.compile(r"\s+(?:has|have|had|did|does|was)\s+(?:not|yet\s+to|no)\b", re.IGNORECASE)
_MEN_OF = re.compile(
    r"\b(?:fighters?|men|snipers?|units?|squads?|members?|guerr?illas|sarmachars?|bombers?|gunmen)\s+(?:of|from)\s+\Z",
    re.IGNORECASE,
)
"""Those of a group who act: "a sniper of the Front"."""


def with_references(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Let "the group" and "its fighters" name the group that was named last.

    Only where a sentence ties them to an event or lets them speak, names no group itself, and the
    sentence that named groups last named one alone.
    """
    answer: list[Scene] = []
    last: ActorSpan | None = None
    for scene in scenes:
        groups = {actor.name: actor for actor in scene.actors if actor.kind == "group"}
        if groups:
            last = next(iter(groups.values())) if len(groups) == 1 else None
        elif last is not None and scene.sentence.marks & _THE_GROUP.mark:
            scene = replace(scene, actors=_referring(text, scene, last))  # noqa: PLW2901
        answer.append(scene)
    return answer


def _referring(text: str, scene: Scene, last: ActorSpan) -> tuple[ActorSpan, ...]:
    """Return the actors of a sentence, with the words that stand for the group."""
    found = _THE_GROUP.inside(text, scene.sentence)
    if found is None:
        return scene.actors
    start, end = scene.sentence.start, scene.sentence.end
    if _SILENT.match(text, found.end()):
        return scene.actors
    acts = _MEN_OF.search(text, start, found.start()) is not None
    if not (acts or _SPEAKS.match(text, found.end()) or basis_of(text, start, end)):
        return scene.actors
    span = last._replace(start=found.start(), end=found.end(), label=False)
    return _in_order((*scene.actors, span))


def _in_order(actors: Iterable[ActorSpan]) -> tuple[ActorSpan, ...]:
    return tuple(sorted(actors, key=lambda actor: actor.start))

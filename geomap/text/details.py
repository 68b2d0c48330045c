"""What a sentence without a trigger says of the event told before it."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text.drafts import Draft, Site
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["adds_facts"]

_SENT_FROM = Pattern(
    r"\b(?:fired|launched|came|lobbed)\s+from\b[^.;]{0,40}?"
    r"\b(?:posts?|camps?|forts?|bases?|check-?posts?|outposts?|pickets?)\b|\b(?:counter-?\s?terrorism|intelligence)\s+(?:officials|police|personnel|men|agents|agenc(?:y|ies))\b|\bdeath\s+squads?\b|\bmilitia|ڈیتھ\s+ا?سکواڈ"
)
"""Where the shell that hit came from, which no name of forces need tell."""


_LIKE_IT = Pattern(
    r"\b(?:similar|identical|another\s+such)\s+(?:incident|accident|attack|explosion|blast)\b"
)


def adds_facts(text: str, scene: Scene, current: Draft, here: Sequence[Site]) -> bool:
    """Whether a sentence without a trigger says more: figures, actors, its place, its day."""
    if _is_of_another_time(scene, current) or (
        scene.dates and _LIKE_IT.inside(text, scene.sentence)
    ):
        return False
    if (
        here
        or scene.counts
        or scene.actors
        or (scene.dates and (current.spoken or not current.days))
    ):
        return True
    return _SENT_FROM.inside(text, scene.sentence) is not None


_NEAR_DAYS = 10


def _is_of_another_time(scene: Scene, current: Draft) -> bool:
    """Whether every date of a sentence lies far from the days of the current event."""
    known = [span for span in scene.dates if span.first is not None and span.last is not None]
    if not known:
        return False
    if not current.days:
        return all(span.precision in {"month", "year"} for span in known)
    first = min(first for first, _ in current.stretches if first is not None)
    return all(
        span.precision in {"month", "year"}
        or span.since
        or (span.last is not None and abs((first - span.last).days) > _NEAR_DAYS)
        for span in known
    )

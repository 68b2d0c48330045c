"""The sentence that tells of an act but opens no event, for the next one gives its day and toll.

"Armed men fired on a police van in Kulachi. Four policemen died in Thursday's firing": the first
has no day and no figure of its own, the second no place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from geomap.text.actors import ActorSpan
from geomap.text.claims import claims_what_follows
from geomap.text.drafts import Draft, Site, own_dates
from geomap.text.earlier import group_of
from geomap.text.filed import tells_act
from geomap.text.found import is_own_day
from geomap.text.patterns import Pattern
from geomap.text.scenes import Reading, Scene

__all__ = ["Lead", "group_named_first"]

Sites = Mapping[int, Sequence[Site]]


_THE_INCIDENT = Pattern(
    r"\b(?:the|this)\s+(?:incident|attack|firing|blast|raid|assault|arson|ceremony)\b|\bat\s+a\s+ceremony\b"
    r"|(?:یہ|اس|ان)\s+(?:\S+\s+){0,2}?(?:واقعہ|واقعے|واردات|کارروائی|حملہ|حملے|سب)(?!\w)|(?:واقعہ|واردات)\s|تقریب\s+میں",
    re.IGNORECASE,
)
_NEAR = 2


class Lead:
    """The last sentence of an article, before its first event, that told of an act.

    `claims` are those before it in which a group claims what is told next; `filed` are sentences
    that tell what happened where they were filed from, though without a day or toll.
    """

    def __init__(self, text: str, filed: AbstractSet[int]) -> None:
        self._text = text
        self._filed = filed
        self._scenes: list[Scene] = []
        self.claims: list[Scene] = []

    def hear(self, scene: Scene) -> None:
        """Note a claim that comes before the event which it is of."""
        if claims_what_follows(self._text, scene):
            self.claims.append(scene)

    def keep(self, scene: Scene, here: Sequence[Site]) -> Draft | None:
        """Keep a sentence that reports but opened no event, or return that of its dateline.

        So it is in Urdu where a noun tells the act: "وڈھ میں چوکی پر حملہ ناکام".
        """
        self.hear(scene)
        known = bool(here) or scene.sentence.number in self._filed
        if known and tells_act(self._text, scene):
            return Draft([scene], list(scene.triggers), sites=list(here))
        tells = bool(scene.triggers) and scene.part is None and not scene.is_follow_up
        self._scenes = [scene] if tells else []
        return None

    def join(self, scene: Scene, event: Draft, sites: Sites) -> None:
        """Add the sentence right before the one that opened an event, where that names no place."""
        scenes = self._before(scene)
        if not scenes or event.sites:
            return
        lead = scenes[0]
        if group_of(lead) != event.group:
            return
        event.scenes[:0] = scenes
        event.sites.extend(sites.get(lead.sentence.number, ()))
        if all(trigger.definite for trigger in scene.triggers):
            event.triggers.extend(lead.triggers)

    def opened(self, scene: Scene, sites: Sites) -> Draft | None:
        """Return the event whose toll or day a sentence without an act gives after its lead."""
        self.hear(scene)
        scenes = self._before(scene)
        if not scenes or all(t.is_noun or t.definite for t in scenes[0].triggers):
            return None
        lead = scenes[0]
        harmed = any(c.outcome in {"killed", "injured"} and c.best for c in scene.counts)
        dated = any(is_own_day(span) for span in scene.dates)
        if not harmed and not (dated and _THE_INCIDENT.inside(self._text, scene.sentence)):
            self._scenes.append(scene)
            return None
        here = sites.get(lead.sentence.number, ())
        days = [] if harmed else own_dates(self._text, scene)
        return Draft([*scenes, scene], list(lead.triggers), sites=list(here), days=days)

    def _before(self, scene: Scene) -> list[Scene]:
        """Return the kept sentence and those behind it, where they stand right before another."""
        last = self._scenes[-1].sentence.number if self._scenes else scene.sentence.number
        return (
            self._scenes if last == scene.sentence.number - 1 and len(self._scenes) <= _NEAR else []
        )


def group_named_first(reading: Reading, drafts: Sequence[Draft]) -> ActorSpan | None:
    """Return the group whose statement an article is: the first named, by its first event.

    Where one event has been told before any group is named, "the group" that claims a later one
    does not claim it.
    """
    group = reading.first_group
    if group is None or len(drafts) < _SEVERAL:
        return group
    return group if group.start < drafts[0].scenes[-1].sentence.end else None


_SEVERAL = 2

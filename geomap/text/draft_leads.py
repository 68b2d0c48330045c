"""The sentence that tells of an act but opens no event, for the next one gives its day and toll.

"Armed men fired on a police van in Kulachi. Four policemen died in Thursday's firing": the first
has no day and no figure of its own, the second no place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geomap.text.drafts import Draft, Site
from geomap.text.scenes import Scene

__all__ = ["Lead"]

Sites = Mapping[int, Sequence[Site]]


class Lead:
    """The last sentence of an article, before its first event, that told of an act."""

    def __init__(self) -> None:
        self._scene: Scene | None = None

    def keep(self, scene: Scene) -> None:
        """Keep a sentence that reports but opened no event."""
        self._scene = scene if scene.triggers and not scene.is_follow_up else None

    def join(self, scene: Scene, event: Draft, sites: Sites) -> None:
        """Add the sentence right before the one that opened an event, where that names no place."""
        lead = self._before(scene)
        if lead is None or event.sites or Draft([lead], list(lead.triggers)).group != event.group:
            return
        event.scenes.insert(0, lead)
        event.sites.extend(sites.get(lead.sentence.number, ()))
        if all(trigger.definite for trigger in scene.triggers):
            event.triggers.extend(lead.triggers)

    def opened(self, scene: Scene, sites: Sites) -> Draft | None:
        """Return the event whose toll a sentence gives right after the one that told the act."""
        lead = self._before(scene)
        harmed = any(c.outcome in {"killed", "injured"} and c.best for c in scene.counts)
        if lead is None or not harmed or all(t.is_noun or t.definite for t in lead.triggers):
            return None
        here = sites.get(lead.sentence.number, ())
        return Draft([lead, scene], list(lead.triggers), sites=list(here))

    def _before(self, scene: Scene) -> Scene | None:
        lead = self._scene
        near = lead is not None and lead.sentence.number == scene.sentence.number - 1
        return lead if near else None

"""Two sides' tolls of one strike from the air: the families' dead, and the army's militants."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern

__all__ = ["without_rival"]

_FROM_THE_AIR = Pattern(
    r"\b(?:drones?|quadcopters?|jets?|warplanes?|aircraft|gunships?|helicopters?|air\s?strikes?|aerial)\b"
    r"|ڈرون|کواڈ|طیار|ہیلی\s?کاپٹر|گن\s?شپ|فضائی",
    re.IGNORECASE,
)
_DENIED = Pattern(
    r"\b(?:denied|denies|rejected|disputed|maintained|insisted)\b[^.;]{0,90}?\b(?:civilians?|hideouts?|militants?|terrorists?)\b"
    r"|(?:تردید|مسترد)[^۔]{0,60}?(?:شہری|ٹھکان|دہشت)",
    re.IGNORECASE,
)
"""The army's word on whom it hit."""
_LEAD = 2
"""Sentences of an event in which it is told that it came from the air."""


def without_rival(text: str, draft: Draft, counts: Sequence[Count]) -> list[Count]:
    """Let the families' count of a strike from the air stand, and not add the army's to it.

    "A jet hit a house. Residents said seven civilians were killed; the army said eight militants
    were": these are two accounts of the same dead, and the second stays as the highest figure.

    Parameters
    ----------
    text
        The article's text.
    draft
        The event.
    counts
        Its counts in text order.
    """
    told = [c for c in counts if c.outcome == "killed" and c.best and not c.part]
    denied = [s.sentence for s in draft.scenes if _DENIED.inside(text, s.sentence)]
    whose = {"residents"} if not denied else {"residents", "unstated"}
    own = [c for c in told if c.speaker in whose and c.side == "civilians"]
    rival = [c for c in told if c.side == "militants" and c.speaker in {"official", "residents"}]
    lead = draft.scenes[:_LEAD]
    if not own or not rival or not any(_FROM_THE_AIR.inside(text, s.sentence) for s in lead):
        return list(counts)
    return [replace(c, rules=(*c.rules, "earlier")) if c in rival else c for c in counts]

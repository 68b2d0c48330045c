"""Which of the events told before is of the kind that a claim names: the raid, the bomb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.drafts import Draft

__all__ = ["deeds_of"]

_EXPLODED = frozenset({"explosion"})
_FOUGHT = frozenset({"armed", "clash"})
_DEEDS = (
    (
        _EXPLODED,
        frozenset[str](),
        re.compile(
            r"\b(?:blasts?|bombings?|explosions?|the\s+(?:\w+\s+)?(?:bombs?|mine|landmine|device|IED))\b|دھماک|بم\s",
            re.IGNORECASE,
        ),
    ),
    (
        frozenset({"abduction"}),
        frozenset[str](),
        re.compile(
            r"\b(?:kidnapp\w+|abduct\w+|captors?|hostage-takers?|captivity|"
            r"hold(?:s|ing)\s+(?:the|him|her|them|both|all)|in\s+(?:its|their)\s+custody)\b|اغوا",
            re.IGNORECASE,
        ),
    ),
    (
        _FOUGHT,
        _EXPLODED,
        re.compile(
            r"\b(?:the|that|this)\s+(?:[\w-]+\s+)?(?:raid|assault|ambush|storming|gun\s+attack|firefight)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Families of an event of a kind, those that it must not open with, what a claim calls it."""


def deeds_of(words: str, told: Sequence[Draft]) -> list[Draft]:
    """Return the events of the kinds that a claim names, each where it alone is of its kind.

    Parameters
    ----------
    words
        The words of the claim.
    told
        The events told before.
    """
    found: list[Draft] = []
    for needs, without, deed in _DEEDS:
        if deed.search(words) is None:
            continue
        done = [
            one
            for one in told
            if any(t.family in needs for t in one.triggers) and not without & one.scenes[0].families
        ]
        if len(done) == 1 and done[0] not in found:
            found.append(done[0])
    return found

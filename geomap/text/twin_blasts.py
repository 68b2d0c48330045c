"""The toll of two blasts at one place, which are one event, when it has risen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern

__all__ = ["is_new_toll", "toll_of_one"]

_TWIN = Pattern(
    r"\b(?:two|twin|both|double|back-to-back)\s+(?:[\w-]+\s+){0,2}?(?:blasts|bombings|explosions|bombs|attacks)\s+"
    r"(?:in|at|on|near|outside)\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+){0,4}?[A-Z]"
)


def is_new_toll(found: Found) -> bool:
    """Whether a toll that has risen is that of two blasts at one place, on a day of its own."""
    risen = any("toll" in count.rules for count in found.counts)
    return risen and found.matches(_TWIN) and any(is_own_day(span) for span in found.dates)


def toll_of_one(found: Found) -> Sequence[Count]:
    """Return the figures of a sentence; the first toll that has risen is that of two blasts."""
    counts = found.counts
    if not counts or not any(count.aggregate for count in counts) or not is_new_toll(found):
        return counts
    first = next(count for count in counts if "toll" in count.rules)
    return tuple(replace(one, aggregate=False) if one is first else one for one in counts)

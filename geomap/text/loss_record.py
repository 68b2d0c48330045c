"""The losses of one event, and those of events of which only some zero is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.text.counts import Count

__all__ = ["SIDES", "Losses", "nobody_hurt", "spared"]

SIDES = ("civilians", "security_forces", "militants", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """Figures of one outcome; None where the text gives none. `counts` are what they rest on."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    by_side: dict[str, int]
    counts: tuple[Count, ...] = ()


def nobody_hurt(counts: Sequence[Count]) -> Losses | None:
    """Return no dead where officials say that nobody was hurt, whatever a group claims."""
    hurt = [c for c in counts if c.outcome == "injured" and c.speaker != "claimant"]
    official = (c for c in hurt if c.best == 0 and c.speaker == "official")
    zero = next((c for c in official if "civil" not in c.who.lower()), None)
    if zero is None or any(c.best for c in hurt) or not _HARMED.isdisjoint(zero.rules):
        return None
    return Losses(low=0, best=0, high=None, by_side=dict.fromkeys(SIDES, 0), counts=(zero,))


_HARMED = frozenset({"none", "no_reports", "one_side"})
"""Rules of a zero that says nothing of the dead: "no injuries"."""


def spared(counts: Sequence[Count]) -> Losses:
    """Return no dead where all that is said is that people came away unhurt."""
    unhurt = [c for c in counts if c.outcome == "injured" and c.best == 0 and _is_of_all(c)]
    hurt = any(c.outcome == "injured" and (c.best or c.low) for c in counts)
    if not unhurt or hurt:
        return Losses(by_side={})
    return Losses(low=0, best=0, high=0, by_side=dict.fromkeys(SIDES, 0), counts=(unhurt[0],))


def _is_of_all(count: Count) -> bool:
    """Whether a zero is said of everybody, or of people who came away unhurt."""
    return "unhurt" in count.rules or (count.side == "unknown" and "one_side" not in count.rules)

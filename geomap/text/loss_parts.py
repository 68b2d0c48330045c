"""Figures that belong to one told before: one of the hurt who died, the last part of a total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.text.counts import Count

__all__ = ["completing", "named_again"]

_MOST = 12
"""Parts of a total that are looked at."""
_ASSIGNED = frozenset({"civilians", "security_forces", "militants"})


def named_again(counts: list[Count]) -> list[Count]:
    """Count "the guard died in hospital" among the hurt, where nobody died before.

    Or where he was told of as one of the hurt ("five were hurt, including a guard").
    """
    dead = [count for count in counts if count.outcome == "killed" and count.best]
    again = [count for count in dead if "named_again" in count.rules]
    hurt = {
        c.who.lower().split()[-1] for c in counts if c.part and c.outcome == "injured" and c.who
    }
    again = [c for c in again if c is dead[0] or hurt & set(c.who.lower().split()[-1:])]
    if not again:
        return counts
    died = replace(again[0], rules=(*again[0].rules, "was_hurt"))
    return [died if count is again[0] else count for count in counts]


def completing(whole: Sequence[Count], parts: Sequence[Count]) -> Count | None:
    """Return the one who makes up a total with its parts, None where there is none.

    "Four persons died. They included two policemen and a guard, whereas a grocer also died."
    """
    lead = whole[0]
    told = [count for count in parts if count.start > lead.start and count.best]
    if lead.side != "unknown" or lead.best is None or not told:
        return None
    number = sum(count.best or 0 for count in told)
    for count in whole[1:]:
        also = "also" in count.rules and count.start > told[0].start
        if not also or count.side not in _ASSIGNED:
            continue
        known = any((one.side, one.best) == (count.side, count.best) for one in told[:_MOST])
        if known or number + (count.best or 0) == lead.best:
            return count
    return None

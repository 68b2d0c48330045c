"""From the counts of an event's sentences to its losses: low, best, high, and by side.

Revisions win over first figures, officials over claimants, a hospital over others for the wounded;
parts of a total are not added to it; the dead of two sides named apart are. The best figure counts
all dead, attackers included.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geomap.text.counts import Count

__all__ = ["SIDES", "Losses", "losses_of"]

SIDES = ("civilians", "security_forces", "militants", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """Figures of one outcome; None where the text gives none. `counts` are what they rest on."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    by_side: dict[str, int]
    counts: tuple[Count, ...] = ()


def losses_of(counts: Iterable[Count], outcome: str) -> Losses:
    """Combine the counts of one event.

    Parameters
    ----------
    counts
        All counts of its sentences, in text order.
    outcome
        ``killed`` or ``injured``.
    """
    usable = [
        count
        for count in counts
        if count.outcome == outcome
        and not count.denied
        and not count.aggregate
        and not (count.best and "accident" in count.rules)
    ]
    stated = [count for count in usable if count.speaker != "claimant"] or usable
    if not stated:
        return Losses(by_side={})
    whole = [count for count in stated if not count.part] or stated
    chosen = _chosen(whole, outcome)
    best = _sum(count.best for count in chosen)
    ends = [_ends(count) for count in usable if not (count.part or count.increment)]
    low, high = _sum(_ends(count)[0] for count in chosen), best
    if len(chosen) == 1:
        lows = [first for first, _ in ends if first is not None]
        low = min([*lows, low]) if low is not None and lows else low
    highs = [last for _, last in ends if last is not None]
    if highs and (high is None or max(highs) > high):
        high = max(highs)
    return Losses(
        low=low,
        best=best,
        high=high,
        by_side=_by_side(stated, chosen),
        counts=tuple(chosen),
    )


def _ends(count: Count) -> tuple[int | None, int | None]:
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else count.best
    return low, high


def _chosen(whole: Sequence[Count], outcome: str) -> list[Count]:
    """Pick the counts that add up to the best figure."""
    totals = [count for count in whole if count.total and count.best is not None]
    updates = [count for count in whole if count.update and count.best is not None]
    lead = totals[0] if totals else updates[-1] if updates else _lead(whole, outcome)
    chosen = [lead]
    if lead.total:
        return chosen
    for count in whole:
        if count is lead or not count.best or count.total or count.update:
            continue
        if _adds(count, chosen):
            chosen.append(count)
    return chosen


def _lead(whole: Sequence[Count], outcome: str) -> Count:
    """Return the count that leads: the hospital's for the wounded, else the first with a figure."""
    first = next((count for count in whole if count.best is not None), whole[0])
    if outcome == "injured":
        hospital = next((c for c in whole if c.speaker == "hospital" and c.best), None)
        if hospital is not None and 2 * (hospital.best or 0) >= (first.best or 0):
            return hospital
    return first


def _adds(count: Count, chosen: Sequence[Count]) -> bool:
    """Whether a count names other dead than those chosen: another side, or said to be more."""
    if count.increment:
        return all(other.best is not None for other in chosen) and not chosen[0].update
    sides = {other.side for other in chosen}
    return not (count.side == "unknown" or "unknown" in sides or count.side in sides)


def _by_side(stated: Sequence[Count], chosen: Sequence[Count]) -> dict[str, int]:
    """Split the best figure by side; what no words assign is ``unknown``."""
    total = _sum(count.best for count in chosen)
    if total is None:
        return {}
    split = dict.fromkeys(SIDES, 0)
    for count in chosen:
        if count.side != "unknown" and count.best is not None:
            split[count.side] += count.best
    if not sum(split.values()):
        for count in stated:
            fits = count.part and count.best is not None and count.side != "unknown"
            if fits and sum(split.values()) + (count.best or 0) <= total:
                split[count.side] += count.best or 0
    split["unknown"] = max(0, total - sum(split.values()))
    return {side: number for side, number in split.items() if number or total == 0}


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None

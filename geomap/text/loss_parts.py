"""Figures that belong to one told before: one of the hurt who died, the last part of a total."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_words import word_set
from geomap.text.counts import Count

__all__ = ["completing", "is_among", "named_again", "of_most", "told_again"]

_MOST = 12
"""Parts of a total that are looked at."""
_ASSIGNED = frozenset({"civilians", "security_forces", "militants"})


def named_again(counts: list[Count]) -> list[Count]:
    """Count "the guard died in hospital" among the hurt, where nobody died before.

    Or where he was told of as one of the hurt ("five were hurt, including a guard", "a guard was
    hurt").
    """
    dead = [count for count in counts if count.outcome == "killed" and count.best]
    counts = _his_wife(counts)
    again = [count for count in dead if "named_again" in count.rules]
    if not again:
        return counts
    hurt = {_last(c) for c in counts if c.outcome == "injured" and (c.part or c.best == 1)}
    known = hurt - {_last(count) for count in dead if count not in again} - {""}
    again = [count for count in again if count is dead[0] or _last(count) in known]
    if not again:
        return counts
    died = replace(again[0], rules=(*again[0].rules, "was_hurt"))
    return [died if count is again[0] else count for count in counts]


def _his_wife(counts: list[Count]) -> list[Count]:
    """Count "his wife succumbed to her wounds" among the hurt, of whom "his wife" was one."""
    answer = list(counts)
    for at, count in enumerate(counts):
        rules = set(count.rules)
        if count.outcome != "killed" or count.best != 1 or count.update:
            continue
        if not {"succumbed", "theirs_too"} <= rules or "was_hurt" in rules:
            continue
        if any(
            one.outcome == "injured" and one.best == 1 and _last(one) == _last(count) != ""
            for one in counts
            if one.start < count.start
        ):
            answer[at] = replace(count, rules=(*count.rules, "was_hurt"))
    return answer


def _last(count: Count) -> str:
    """Return the last word for those counted, "" where they are not named."""
    return count.who.lower().split()[-1] if count.who else ""


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
        if not also or count.side not in _ASSIGNED - {"militants"}:
            continue
        known = any((one.side, one.best) == (count.side, count.best) for one in told[:_MOST])
        if known or number + (count.best or 0) == lead.best:
            return count
    return None


def told_again(lead: Count, whole: Sequence[Count], parts: Sequence[Count] = ()) -> set[int]:
    """Return which figures (their ids) only tell those of a first one again.

    Parts that add up to it, told one after the other ("four were killed. Two died at once. Two more
    died in hospital"), and the one dead of a lead whose death is told below.

    Parameters
    ----------
    lead
        The figure that leads.
    whole
        The figures of the event that are no parts, in text order.
    parts
        Those that are ("two of them were shopkeepers").
    """
    after = [count for count in whole if count.start > lead.start and count.best]
    fresh = [count for count in after if not (count.update or "everyone" in count.rules)]
    parts = _of_no_other(parts, after)
    row = _parts_of(lead, fresh)
    if not row and parts:
        below = [count for count in parts if count.start > lead.end and count.best]
        row = _parts_of(lead, sorted([*fresh, *below], key=lambda count: count.start))
    if not row and parts:
        inner = [part for part in parts if lead.start <= part.start < lead.end and part.best]
        row = next((found for part in inner if (found := _parts_of(part, fresh))), ())
    return {id(count) for count in row} | {id(count) for count in after if _is_he(lead, count)}


def _of_no_other(parts: Sequence[Count], after: Sequence[Count]) -> list[Count]:
    """Leave out parts of figures behind the first: "eight attackers, two of whom wore vests"."""
    others = [count for count in after if not count.update]
    starts = [count.start for count in others]
    answer = []
    for part in parts:
        at = bisect_left(starts, part.start) - 1
        if at < 0 or part.end > others[at].end:
            answer.append(part)
    return answer


def _parts_of(lead: Count, after: Sequence[Count]) -> Sequence[Count]:
    """Return the figures in a row that make up the first one, of which one is told as more."""
    for first in range(len(after)):
        total = 0
        for last in range(first, min(first + _MOST, len(after))):
            total += after[last].best or 0
            if total >= (lead.best or 0):
                break
        row = after[first : last + 1]
        more = any(count.increment or "also" in count.rules for count in row)
        if total == lead.best and len(row) > 1 and more and _are_of(lead, row):
            return row
    return ()


def _are_of(lead: Count, row: Sequence[Count]) -> bool:
    """Whether the sides of a row may be those of the first figure."""
    sides = {count.side for count in row} - {"unknown", lead.side}
    return not sides or "list" in lead.rules or lead.side == "unknown"


def _is_he(lead: Count, count: Count) -> bool:
    """Whether a figure is of the one told first: "killing a policeman. A constable died of ..."."""
    rules = set(count.rules)
    same = not count.increment or "hurt_then_dead" in rules
    if not (lead.best == count.best == 1 and same) or count.update:
        return False
    if not rules & {"was_hurt", "succumbed", "hurt_then_dead"} or rules & {"pronoun", "ordinal"}:
        return False
    return lead.side == count.side and _kind(lead.who) == _kind(count.who) != ""


def _kind(who: str) -> str:
    """Return what somebody is called, all men of one force alike."""
    words = who.lower().split()
    for name, kinds in _ALIKE.items():
        if any(word in kinds for word in words):
            return name
    return words[-1] if words else ""


_ALIKE = {
    "police": word_set(
        "police policeman constable havaldar havildar sub-inspector inspector asi sho dsp"
    ),
    "army": word_set("soldier sepoy naik jawan trooper lance havaldar subedar"),
    "child": word_set("child boy girl minor toddler"),
}


def of_most(count: Count, parts: Sequence[Count]) -> set[str]:
    """Return the sides of the dead where all but one are told in the same breath: no attackers.

    "Nine people, eight of them policemen, were killed": the ninth is no attacker either.
    """
    mine = [part for part in parts if count.start <= part.start < count.end + _BREATH]
    sides = {part.side for part in mine}
    told = sum(part.best or 0 for part in mine)
    if (
        not mine
        or sides & {"militants", "unknown"}
        or told != (count.best or 0) - 1
        or told < _MANY
    ):
        return {count.side}
    return sides | {"civilians"}


_BREATH, _MANY = 40, 3


def is_among(count: Count, chosen: Sequence[Count], parts: Sequence[Count]) -> bool:
    """Whether a figure of attackers who fell apart is one of those told before.

    "Six people, two attackers among them, were killed. Guards shot two attackers": those are told
    in the six, as three attackers are who were "killed" and whom "villagers killed".

    Parameters
    ----------
    count
        A figure.
    chosen
        Those that add up so far.
    parts
        The figures that are parts of others.
    """
    if "foes_apart" not in count.rules or count.increment:
        return False
    if any(one.side == count.side and one.best == count.best for one in chosen[:_MOST]):
        return True
    return any(
        part.side == count.side
        and (part.best or 0) >= (count.best or 0)
        and any(one.start <= part.start < one.end + _BREATH for one in chosen[:_MOST])
        for part in parts[:_MOST]
    )

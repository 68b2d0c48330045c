"""Whose number "a fifth, a boy of ten, died" gives: that of the dead only if four had died before.

After "two were killed; four are in a critical condition" the fifth is one of the wounded, and the
third who died.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_groups import ORDINALS
from geomap.text._count_record import as_more
from geomap.text.counts import Count

__all__ = ["numbered_among_dead"]

_NTH = {"nth": 1, "nth_and_next": 2}
"""The rules of such a figure, with how many it tells of."""


def numbered_among_dead(counts: Sequence[Count]) -> list[Count]:
    """Let "a fifth" who died be the toll where four had died, and one more where others had.

    Parameters
    ----------
    counts
        The figures of an event, in text order.
    """
    counts = _without_rest(counts)
    if all("ordinal" not in count.rules for count in counts):
        return counts
    spans = sorted((count.start, count.end) for count in counts if _more_in(count))
    starts = [start for start, _ in spans]
    numbered = {count.start for count in counts if "ordinal" in count.rules}
    ones = {c.start for c in counts if c.best == 1 and c.outcome == "killed"} & numbered
    answer: list[Count] = []
    dead, hurt, told_anew = 0, 0, False
    for count in counts:
        more, number = _more_in(count), count.best or 0
        behind = bisect_right(starts, count.start)
        again = not more and behind > 0 and count.start < spans[behind - 1][1]
        twice = count.start in ones
        if not (more or again or twice) and _is_bare(count) and (dead or hurt >= number):
            more = 1
        if count.outcome != "killed" or not count.is_whole:
            hurt = max(hurt, number) if count.outcome == "injured" else hurt
            answer.append(count)
        elif again and (number == 1 or "ordinal" in count.rules):
            answer += () if told_anew else (count,)
        elif twice and number == 1:
            answer.append(count)
        elif not more:
            told = "ordinal" in count.rules and dead > number
            answer.append(_of_his_side(counts, count) if told else count)
            dead = max(dead, number) if "ordinal" in count.rules else _toll(dead, count)
        else:
            told_anew = dead != number - more
            answer.append(_numbered(count, dead, hurt, more))
            dead = max(dead, number) if dead >= number - more else dead + more
    return answer


def _more_in(count: Count) -> int:
    """Return how many a figure like "a fifth" tells of, 0 for any other."""
    return next((_NTH[rule] for rule in count.rules if rule in _NTH), 0)


def _is_bare(count: Count) -> bool:
    """Whether a figure is "a fifth" without a word for who that was."""
    return "ordinal" in count.rules and count.who.lower() in _BARE


_BARE = {"", *ORDINALS}


def _numbered(count: Count, dead: int, hurt: int, more: int) -> Count:
    """Return "a fifth" as the toll, as one of the dead told before, or as one (or two) more.

    One more where so many had been hurt was one of those.
    """
    number = count.best or 0
    if dead == number - more:
        return count
    if dead >= number:
        return _among(count)
    one = as_more(count, more)
    return replace(one, rules=(*one.rules, "was_hurt")) if hurt >= number else one


def _toll(dead: int, count: Count) -> int:
    number = count.best or 0
    return dead + number if count.increment else number


def _without_rest(counts: Sequence[Count]) -> list[Count]:
    """Leave out the rest of those who were shot where more deaths are told right after the first.

    "Three were shot. One died on the spot. Two died in hospital": nobody is left.
    """
    dead = [count.start for count in counts if count.outcome == "killed" and count.is_whole]
    dead.sort()
    return [
        count
        for count in counts
        if "of_shot" not in count.rules
        or bisect_left(dead, count.end) == bisect_left(dead, count.end + _NEXT)
    ]


_NEXT = 250
"""Characters of the two sentences that come next."""


def _among(count: Count) -> Count:
    """Return the figure as one of dead who were told before."""
    return replace(count, low=1, best=1, high=1, part=True, update=False)


def _of_his_side(counts: Sequence[Count], count: Count) -> Count:
    """Return "a second constable" as one more where so many less one of his side had died."""
    before = [
        one.best or 0
        for one in counts
        if one.outcome == "killed" and one.start < count.start and one.side == count.side
    ]
    next_one = count.side != "unknown" and sum(before) == (count.best or 0) - 1
    return as_more(count, 1) if next_one else _among(count)

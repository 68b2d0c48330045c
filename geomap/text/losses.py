"""From the counts of an event's sentences to its losses: low, best, high, and by side.

Revisions win over first figures, officials over claimants, a hospital over others for the wounded;
parts of a total are not added to it; the dead of two sides named apart are. The best figure counts
all dead, attackers included. A figure that is only hinted at (people taken to a hospital, "the
deceased") stands where no other does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.loss_parts import completing, is_among, named_again, of_most, told_again
from geomap.text.loss_record import SIDES, Losses, nobody_hurt, spared
from geomap.text.wards import of_one_ward, who_did_not_live, within_toll

__all__ = ["SIDES", "Losses", "losses_of"]

_ASSIGNED = frozenset(SIDES) - {"unknown"}
_HINTS = frozenset({"weak", "moved", "care", "condition", "lost_men", "accused", "named"})
_HURT_BEFORE = frozenset({"pronoun", "was_hurt"})
_OF_ONE = frozenset({"pronoun", "singular", "name"})
_OF_VICTIMS = frozenset({"martyred", "ordinal"})
"""Rules of a figure of those attacked: "a sixth victim died", "five were martyred"."""
_APART = frozenset({"other_side", "adds"})
"""Rules of a figure of people who were nowhere counted before."""
_PARTIAL = frozenset({"unhurt", "one_side"})


def losses_of(counts: Iterable[Count], outcome: str) -> Losses:
    """Combine the counts of one event.

    Parameters
    ----------
    counts
        All counts of its sentences, in text order.
    outcome
        ``killed`` or ``injured``.
    """
    every = who_did_not_live(named_again(list(counts)))
    usable = [count for count in every if count.outcome == outcome and _is_usable(count)]
    stated = _stated(usable)
    claimed = bool(usable) and all(count.speaker == "claimant" for count in usable)
    if outcome == "killed" and claimed and (zero := nobody_hurt(every)) is not None:
        return zero
    if not stated:
        return spared(every) if outcome == "killed" and not usable else Losses(by_side={})
    whole = _firmest([count for count in stated if not count.part]) or _firmest(stated) or stated
    whole = of_one_ward(whole, every) if outcome == "injured" else whole
    if outcome == "injured" and _died(whole, every):
        whole = [count for count in stated if count not in whole and not count.part]
        if not whole:
            return Losses(by_side={})
    parts = sorted((count for count in stated if count.part), key=_start)
    rest = completing(whole, parts)
    if rest is not None:
        whole = [count for count in whole if count is not rest]
        parts = sorted([*parts, rest], key=_start)
    sides = {id(count): _sides_in(count, parts) for count in whole}
    taken = _taken_away(every)
    chosen = [_taken(count, every) for count in _chosen(whole, outcome, taken, sides, parts)]
    if outcome == "injured":
        chosen = _survivors(chosen, every)
    best = _sum(count.best for count in chosen)
    low, high = _range(usable, chosen, best)
    return Losses(
        low=low,
        best=best,
        high=high,
        by_side=_by_side(stated, chosen),
        counts=tuple(chosen),
    )


def _is_usable(count: Count) -> bool:
    accident = bool(count.best) and "accident" in count.rules
    return not (count.denied or count.aggregate or accident)


def _stated(usable: Sequence[Count]) -> list[Count]:
    """Leave out claims where others speak, and earlier figures where a later one stands."""
    stated = [count for count in usable if count.speaker != "claimant"] or list(usable)
    denials = [c for c in stated if c.best == 0 and c.speaker == "official" and not c.rules]
    if denials and all(c.speaker == "residents" for c in stated if c.best):
        return denials
    return [count for count in stated if "earlier" not in count.rules] or stated


def _firmest(whole: Sequence[Count]) -> list[Count]:
    """Leave out hints, and zeros of some people only, where a figure of others is given."""
    firm = [count for count in whole if not _is_hint(count)]
    sure = [c for c in firm if c.best and "feared" not in c.rules and not c.increment]
    if sure and any("feared" in count.rules and count.start < sure[-1].start for count in firm):
        firm = [count for count in firm if "feared" not in count.rules]
    positive = [count for count in firm if count.best or count.low]
    if positive:
        foes = all(count.side == "militants" for count in positive)
        return [c for c in firm if c.best != 0 or not (foes or _is_partial(c))]
    hinted = [count for count in whole if _is_hint(count) and count.best]
    general = any(count.best == 0 and not _is_partial(count) for count in firm)
    return firm if (firm and general) or not hinted else hinted


def _is_hint(count: Count) -> bool:
    if "care" in count.rules and count.speaker == "hospital":
        return False
    if "lost_men" in count.rules and count.side != "unknown":
        return not (_HINTS - {"lost_men"}).isdisjoint(count.rules)
    return not _HINTS.isdisjoint(count.rules)


def _is_partial(count: Count) -> bool:
    """Whether a zero is said of some people only ("the driver escaped unhurt")."""
    return count.side != "unknown" or not _PARTIAL.isdisjoint(count.rules)


def _taken(count: Count, every: Sequence[Count]) -> Count:
    """Let "their bodies" count those whom the event's sentences say were taken away."""
    if "theirs" not in count.rules:
        return count
    taken = [c for c in every if c.outcome in {"abducted", "missing"} and c.best and not c.part]
    if not taken:
        return count
    number = taken[-1].best
    return replace(count, low=number, best=number, high=number, side=taken[-1].side)


def _range(
    usable: Sequence[Count], chosen: Sequence[Count], best: int | None
) -> tuple[int | None, int | None]:
    """Return the lowest and highest figure: the bounds of the best one, and what others say."""
    ends = [_ends(count) for count in usable if not (count.part or count.increment)]
    low, high = _sum(_ends(count)[0] for count in chosen), best
    if len(chosen) == 1:
        lows = [first for first, _ in ends if first is not None]
        low = min([*lows, low]) if low is not None and lows else low
    highs = [last for _, last in ends if last is not None]
    if highs and (high is None or max(highs) > high):
        high = max(highs)
    return low, high


def _ends(count: Count) -> tuple[int | None, int | None]:
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None else count.best
    return low, high


def _survivors(chosen: Sequence[Count], every: Sequence[Count]) -> list[Count]:
    """Take off the lead those of the hurt who are said to have died later."""
    lead = chosen[0]
    first = "at_first" in lead.rules
    known = within_toll(lead, every)
    dead = [
        c
        for c in every
        if (
            "was_hurt" in c.rules
            and c.start > lead.start
            and id(c) not in known
            and not (c.denied or "earlier" in c.rules or _is_told(c, every))
        )
        or (first and "succumbed" in c.rules and c.start < lead.start)
    ]
    gone = sum(1 if "ordinal" in c.rules else c.best or 0 for c in dead)
    if not gone or lead.best is None or lead.best <= gone:
        return list(chosen)
    low, high = (None if n is None else n - gone for n in (lead.low, lead.high))
    return [replace(lead, low=low, best=lead.best - gone, high=high), *chosen[1:]]


def _is_told(count: Count, every: Sequence[Count]) -> bool:
    """Whether the toll that "a fifth victim" makes was told before: he was no more counted hurt."""
    if "ordinal" not in count.rules:
        return False
    before = [c for c in every if c.outcome == count.outcome and c.start < count.start]
    return any(c.best == count.best and not c.part for c in before)


def _died(hurt: Sequence[Count], every: Sequence[Count]) -> bool:
    """Whether the only one hurt died: "a guard was wounded. He succumbed in hospital."."""
    if len(hurt) != 1 or hurt[0].best != 1:
        return False
    dead = [count for count in every if count.outcome == "killed" and count.best]
    after = [count for count in dead if count.start > hurt[0].start]
    before = [count for count in dead if count not in after]
    if [count.best for count in before] == [1] and not _OF_ONE.isdisjoint(hurt[0].rules):
        after = [count for count in after if not _is_hint(count)]
        died = all("pronoun" in count.rules for count in after)
        return died and (bool(after) or "pronoun" in hurt[0].rules)  # he is told of anew
    if any("was_hurt" in c.rules and c.best == 1 and not c.denied for c in after):
        return True
    if any(_HURT_BEFORE.isdisjoint(count.rules) for count in dead):
        return False  # the one who died was told of before
    return bool(after)


def _taken_away(counts: Sequence[Count]) -> set[str]:
    """Return the words for those who were abducted ("colliers")."""
    return {count.who.lower() for count in counts if count.outcome == "abducted" and count.who}


def _start(count: Count) -> int:
    return count.start


_MOST_PARTS = 12


def _sides_in(count: Count, parts: Sequence[Count]) -> set[str]:
    """Return the sides of a count, those of its parts where it is a list of two sides.

    `parts` are those of all counts, by their start.
    """
    if "of_foes" in count.rules:
        return {"militants"}
    if "list" not in count.rules:
        if count.side != "unknown" or not count.best:
            return {count.side}
        first = bisect_right(parts, count.start, key=_start)
        mine = parts[first : first + _MOST_PARTS]
        told = sum(part.best or 0 for part in mine)
        if told == count.best:
            return {part.side for part in mine}
        return of_most(count, mine)
    first = bisect_left(parts, count.start, key=_start)
    last = bisect_right(parts, count.end, key=_start)
    sides = {part.side for part in parts[first:last] if part.end <= count.end}
    return sides if len(sides) > 1 else {count.side}


def _chosen(
    whole: Sequence[Count],
    outcome: str,
    taken: set[str],
    sides: Mapping[int, set[str]],
    parts: Sequence[Count],
) -> list[Count]:
    """Pick the counts that add up to the best figure.

    `taken`: who were abducted before; `sides`: those in each count.
    """
    lead = _lead(whole, outcome)
    chosen = [lead]
    if lead.total and lead.side == "unknown":
        return chosen
    told = set(sides[id(lead)])
    again = told_again(lead, whole, parts)
    for count in whole:
        if id(count) in again:
            continue
        later = count.who.lower() in taken and lead.who.lower() not in taken and not lead.update
        if count is lead or not count.best or (lead.total and count.start < lead.start):
            continue
        if is_among(count, chosen, parts):
            continue
        if later or _adds(count, chosen, told, sides[id(count)]):
            chosen.append(count)
            told |= set() if count.increment else sides[id(count)]
    return chosen


def _lead(whole: Sequence[Count], outcome: str) -> Count:
    """Return the count that leads.

    The hospital's for the wounded; else the last revision, or a sum that no revision follows;
    else the first with a figure.
    """
    known = [count for count in whole if count.best is not None]
    cared = [count for count in known if "in_care" in count.rules]
    other = [count for count in known if "in_care" not in count.rules]
    if cared and any((count.best or 0) > 2 * (cared[0].best or 0) for count in other):
        known = other  # "37 are still admitted"
    first = known[0] if known else whole[0]
    vague = whole[0] if whole[0].best is None else None
    if vague is not None and all((c.best or 0) < (vague.low or 0) for c in known):
        return vague
    if outcome == "injured":
        hospital = next((c for c in known if c.speaker == "hospital" and c.best), None)
        if hospital is not None and 2 * (hospital.best or 0) >= (first.best or 0):
            return _exact(hospital, known) or hospital
        exact = _exact(first, known)
        if exact is not None:
            return exact
    totals = [at for at, count in enumerate(known) if count.total]
    updates = [at for at, c in enumerate(known) if c.update and "stated" not in c.rules]
    if totals and not (updates and updates[-1] > totals[0]):
        return known[totals[0]]
    return known[updates[-1]] if updates else first


def _exact(first: Count, known: Sequence[Count]) -> Count | None:
    """Return the figure that says how many "more than two dozen" were, None where none does."""
    if first.high is not None or first.low is None or first.update:
        return None
    least = first.best or 0
    whole = [c for c in known if c.start > first.start and not (c.increment or "also" in c.rules)]
    fits = (c for c in whole if c.high is not None and least < (c.best or 0) <= _WITHIN * least)
    return next((c for c in fits if c.side in {"unknown", first.side}), None)


_WITHIN = 2
"""How many times a figure may be what an earlier one says was the least."""


def _adds(count: Count, chosen: Sequence[Count], sides: set[str], own: set[str]) -> bool:
    """Whether a count names other dead than those chosen, who are of these sides, or says so.

    `own`: the sides of those whom it counts.
    """
    if "attributive" in count.rules and "implied" in count.rules:
        return False  # "the martyred official"
    if "beside" in count.rules and any("beside" in other.rules for other in chosen):
        return False
    if "hurt_first" in count.rules and count.best == chosen[0].best:
        return False  # "two died. The two were badly hurt and did not survive"
    if count.increment or ("was_hurt" in count.rules and not count.update):
        return all(other.best is not None for other in chosen) and not chosen[0].update
    if (
        "bomber" in count.rules
        or not _APART.isdisjoint(count.rules)
        or ("foes_apart" in count.rules and not chosen[0].update)
    ):
        return True  # "killing five people, while three attackers fell"
    if "suicide" in count.rules and "militants" in sides:
        return True  # "two attackers were shot and another blew up, killing only himself"
    foes = count.side == "militants" and "militants" not in sides
    back = "return_fire" in count.rules and not (chosen[0].update or chosen[0].total)
    if foes and (back or not _OF_VICTIMS.isdisjoint(chosen[0].rules)):
        return True
    if _fell_beside(count, sides) or _is_another(count, chosen[0]):
        return True
    if "shared" in chosen[0].rules and count.side != "militants":
        return False  # "two soldiers died and nine were hurt": some of the nine may be others
    return not ("unknown" in own or "unknown" in sides or own & sides)


_SAME = 4
"""From how many on two equal figures are one that is told twice."""


def _fell_beside(count: Count, sides: set[str]) -> bool:
    """Whether men of a force fell: "seven attackers died, and two of its men were martyred"."""
    return sides == {"militants"} and "martyred" in count.rules and count.side != "militants"


def _is_another(count: Count, lead: Count) -> bool:
    """Whether a count is of somebody besides the lead's: "his son was also killed"."""
    of_all = lead.update and lead.side not in _ASSIGNED
    if count.update or count.total or of_all or lead.best is None or count.start <= lead.start:
        return False
    hurt_attacker = count.outcome == "injured" and count.side == "militants"
    if count.best == lead.best and (lead.best or 0) >= _SAME and lead.side == "unknown":
        return False  # "killed two and hurt eight. Eight passengers were also hurt"
    few = count.best is not None and (count.best <= lead.best or lead.best == 1)
    if "also" in count.rules and few and not hurt_attacker:
        return True
    theirs = "theirs_too" in count.rules and "theirs_too" not in lead.rules
    return lead.best == 1 and theirs and "name" not in count.rules


def _by_side(stated: Sequence[Count], chosen: Sequence[Count]) -> dict[str, int]:
    """Split the best figure by side; what no words assign is ``unknown``, suspects are, too."""
    total = _sum(count.best for count in chosen)
    if total is None:
        return {}
    split = dict.fromkeys(SIDES, 0)
    for count in chosen:
        if count.side in _ASSIGNED and count.best is not None:
            split[count.side] += count.best
        elif "list" in count.rules and len(chosen) > 1:
            for part in _listed(count, stated):
                split[part.side] += part.best or 0
    if not sum(split.values()):
        for count in stated:
            fits = count.part and count.best is not None and count.side in _ASSIGNED
            if fits and sum(split.values()) + (count.best or 0) <= total:
                split[count.side] += count.best or 0
    split["unknown"] = max(0, total - sum(split.values()))
    return {side: number for side, number in split.items() if number or total == 0}


def _listed(count: Count, stated: Sequence[Count]) -> list[Count]:
    """Return the parts of a list of two sides: "two soldiers and four militants were killed"."""
    parts = [
        one
        for one in stated
        if one.part and one.best and one.side in _ASSIGNED and count.start <= one.start < count.end
    ]
    return parts if sum(one.best or 0 for one in parts) <= (count.best or 0) else []


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None

"""Asides that say of whom a total is made up: "six on board - five guests and a guide - died"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geomap.text._count_groups import Group
from geomap.text._count_words import AUXILIARIES, word_set

__all__ = ["DASHES", "find_asides", "is_sum", "is_whole", "opening_dash", "share_side"]

DASHES = frozenset({"-", "–", "—"})
_LONGEST = 24
_WHOLES = word_set(
    "people persons individuals victims members casualties personnel civilians citizens passengers "
    "others occupants relatives martyrs fatalities lives siblings tourists pilgrims"
)


_OPENS = word_set("who whom whose which among including aged identified named")
_SOME = word_set("one two three four five six seven eight nine ten both all most some several each")
_OF_THEM = (
    *(["of", word] for word in ("them", "whom", "those")),
    *([word, each] for word in ("from", "on", "of") for each in ("either", "each", "both")),
)
_LONGEST_CLAUSE = 20
_GOES_ON = frozenset({"and", "as", "along", *AUXILIARIES})


def find_asides(words: Sequence[str], triggers: Mapping[int, object]) -> dict[int, int]:
    """Find the clauses between commas that tell more of people: ", who had just joined,".

    Parameters
    ----------
    words
        The words of a sentence.
    triggers
        Its outcome words; an aside that has one is a clause of its own.

    Returns
    -------
    dict of int to int
        The opening comma of each aside, and the word after its closing one.
    """
    commas = [at for at, word in enumerate(words) if word == ","]
    found: dict[int, int] = {}
    for place, first in enumerate(commas[:-1]):
        if any(first < last for last in found.values()):
            continue
        opened = _opens(words, first + 1)
        for last in commas[place + 1 :]:
            inner = range(first + 1, last)
            if last - first > _LONGEST_CLAUSE or any(at in triggers for at in inner):
                break
            if not (opened or words[last - 1] == "included"):
                break
            following = words[last + 1] if last + 1 < len(words) else ""
            if following in _GOES_ON or last + 1 in triggers:
                found[first] = last + 1
                break
    return found


def _opens(words: Sequence[str], at: int) -> bool:
    """Whether an aside can begin at a word: "who", "among them", "one of them"."""
    if words[at] in _OPENS:
        return True
    return words[at] in _SOME and list(words[at + 1 : at + 3]) in _OF_THEM


def opening_dash(words: Sequence[str], end: int, lowest: int) -> int:
    """Return where the aside that closes before a word opens; 0 where none does.

    Parameters
    ----------
    words
        The words of a sentence.
    end
        The word after the closing dash.
    lowest
        The word that the aside may not begin before.
    """
    if end < 1 or words[end - 1] not in DASHES:
        return 0
    for at in range(end - 2, max(lowest, end - _LONGEST), -1):
        if words[at] in DASHES:
            return at
    return 0


def is_sum(total: Group, members: Sequence[Group]) -> bool:
    """Whether groups add up to the one before them: "eight people, six guards and two drivers"."""
    numbers = [group.quantity.best for group in members]
    if len(members) < 2 or None in numbers or total.quantity.best is None:
        return False
    return total.plural and sum(number or 0 for number in numbers) == total.quantity.best


def is_whole(words: Sequence[str], total: Group) -> bool:
    """Whether what follows a comma can be parts of a total: "eight people", not "three men"."""
    first, last = total.noun
    return first == last or words[last - 1] in _WHOLES


def share_side(total: Group, members: Sequence[Group]) -> bool:
    """Let a total take the side that all of its parts have; whether they have one."""
    sides = {group.side for group in members}
    if total.side == "unknown" and (len(sides) == 1 or sides == {"civilians", "unknown"}):
        total.side = "civilians" if "civilians" in sides else sides.pop()
    return sides <= {total.side, "unknown"}

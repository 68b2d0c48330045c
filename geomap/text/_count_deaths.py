"""Deaths among people who were counted as hurt: "two of the wounded died at night"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_number_words import CARDINALS
from geomap.text._count_sides import VESTS
from geomap.text._count_tokens import Trigger
from geomap.text._count_words import ATTACKER_WORDS, word_set

__all__ = ["dies_of_it", "is_named_again", "was_hurt"]

_HURT = word_set("injured wounded hurt injuries wounds")
_LATER = word_set(
    "later hospital hospitals succumbed expired treatment wounds injuries saved overnight night"
)
_COUNTED = frozenset({*CARDINALS, "out", "another", "both", "some"})
_SINCE = frozenset({"since", "have", "had", "did"})
_COUNTED_DEAD = word_set("dead bodies deaths lives killed others more people persons")
_REACH = 16
_NEAR, _SOON = 4, 6
_AT_ONCE = word_set("spot instantly immediately outright instantaneously")
_AMONG = frozenset({"among", "amongst", "of"})


def was_hurt(words: Sequence[str], group: Group, read: Sequence[Fact], outcome: str = "") -> bool:
    """Whether those who died were among the hurt, who are so many fewer.

    Parameters
    ----------
    words
        The words of the sentence.
    group
        The group that died.
    read
        The facts of the sentence that were read before.
    outcome
        The outcome that the sentence before ended with.
    """
    before = words[max(group.first - _REACH, 0) : group.first]
    said = words[group.first : group.last]
    following = words[group.last : group.last + _NEAR]
    if group.kind == "dead":
        return not _HURT.isdisjoint(said)
    last = read[-1].outcome if read else outcome
    if _died_at_once(words, group):
        return False
    if last == "injured" and ATTACKER_WORDS.isdisjoint(words[: group.first]):
        if _is_one_of_them(words, group):
            return True
    elif group.kind == "them" and last == "injured":
        group.side = "militants"
    if before and before[-1] == "," and _is_of_hurt(before):
        return True  # "of the nine injured, three died"
    if not (_AMONG.isdisjoint(following) or _HURT.isdisjoint(following)):
        return True  # "a boy among the injured died"
    if group.ordinal:
        return not (_HURT.isdisjoint(words) and _LATER.isdisjoint(words))
    if last == "injured" and _is_told_of_one(words, group):
        return True
    at = group.quantity.last
    partitive = list(words[at : at + 2]) == ["of", "the"]
    foes = not ATTACKER_WORDS.isdisjoint(said) or not ATTACKER_WORDS.isdisjoint(following)
    return partitive and not foes and not _LATER.isdisjoint(words)


def _died_at_once(words: Sequence[str], group: Group) -> bool:
    """Whether those who died were not among the hurt before: "three had died on the spot"."""
    if group.kind in {"them", "none"} and not VESTS.isdisjoint(words):
        return True  # "one of them, in a suicide vest, was shot dead"
    return not _AT_ONCE.isdisjoint(words[group.last : group.last + _SOON])


def _is_told_of_one(words: Sequence[str], group: Group) -> bool:
    """Whether somebody is told of after "one of the five,": "a loader, did not survive"."""
    before = list(words[max(group.first - _NEAR - 1, 0) : group.first])
    one = before[:3] in (["one", "of", "the"], ["one", "of", "them"])
    return group.implied and one and before[-1] == ","


def _is_of_hurt(before: Sequence[str]) -> bool:
    """Whether a clause begins with "of the nine injured" or "one of the injured"."""
    for at, word in enumerate(before):
        last = before[at - 1] if at else ","
        opens = last in _COUNTED or not last.isalpha()
        if word == "of" and opens and not _HURT.isdisjoint(before[at:]):
            return True
    return False


def _is_one_of_them(words: Sequence[str], group: Group) -> bool:
    """Whether somebody is of those told of before: "one of them", "one later"."""
    behind = words[group.last : group.last + _NEAR]
    if group.kind == "them" or ({"among", "them"} <= set(behind) and behind[0] != ","):
        return True  # not "16 people, among them three women, had been killed"
    since = _SINCE.intersection(words[group.last : group.last + 2])
    if _LATER.isdisjoint(words) and not since:
        return False
    behind = words[group.last] if group.last < len(words) else ""
    return group.kind == "none" and behind not in _COUNTED_DEAD


def is_named_again(words: Sequence[str], group: Group) -> bool:
    """Whether "the guard died in hospital" may tell of one of those hurt before."""
    foe = group.side in {"self", "militants"}
    return (
        group.implied and not foe and words[group.first] == "the" and not _LATER.isdisjoint(words)
    )


def dies_of_it(trigger: Trigger, last: Fact) -> bool:
    """Whether somebody who was hurt dies in the same breath: "was hit by a bullet and died"."""
    return (trigger.outcome, trigger.form, last.outcome) == ("killed", "subject", "injured")

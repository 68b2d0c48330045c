"""Figures without a verb of their own: "and a third at the hospital", "as were two militants"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_words import BE, word_set

__all__ = ["read_ellipses"]

_CARE = word_set(
    "hospital hospitals way treatment wounds injuries clinic theatre surgery operating ambulance"
)
_CARE_REACH = 7
_WOUNDS = word_set(
    "wounds wound injuries injury burns fractures cuts bruises splinters shrapnel bullet bullets"
)
_WOUND_REACH = 5
_PLACE = word_set("in at on during while under later")
_NAME, _SOON = 3, 4
_LIVING = word_set("detained arrested injured wounded hurt rescued released freed abducted seized")
_SPANS = word_set("a an one two three four five six several some hours days weeks minutes")
_SPOKE = word_set("spoke speaks spoken speaking")
_SPEAKS = word_set("said says told confirmed added stated announced reported explained")
_ON_THE_SPOT = word_set("spot scene instantly immediately")
_SIDE_REACH = 8
_COUNTED = frozenset({"none", "person", "another", "them"})


def read_ellipses(
    words: Sequence[str], groups: Iterable[Group], facts: Sequence[Fact]
) -> list[Fact]:
    """Read the groups that share the outcome word of the fact before them."""
    found: list[Fact] = []
    for group in groups:
        earlier = [fact for fact in (*facts, *found) if fact.groups[-1].last <= group.first]
        if group.used or not earlier or group.kind not in _COUNTED or group.quantity.best == 0:
            continue
        if list(words[group.first - 1 : group.first + 1]) == [",", "both"]:
            continue  # "the two dead, both in their twenties"
        last = max(earlier, key=lambda fact: fact.groups[-1].last)
        between = words[last.groups[-1].last : group.first][:_SIDE_REACH]
        one = "one" in between and "," not in between
        other = one and _is_other_side(words, group)
        also = _is_also(words, group) or _goes_on(words, group, last)
        if other or also or _is_later(words, group, last):
            treated = list(words[group.last : group.last + 2]) == ["in", "hospital"]
            treated = treated and not (_ON_THE_SPOT & set(words) and "died" in words)
            outcome = "injured" if treated else last.outcome
            fact = Fact(outcome, [group], group.first, group.last, rules=["ellipsis"])
            fact.rules += ["also"] if also else []
            alike = group.side == last.groups[-1].side
            fact.increment = not treated and (alike or not also)
        elif last.outcome == "killed" and _has_wounds(words, group):
            fact = Fact("injured", [group], group.first, group.last, rules=["ellipsis"])
        elif _is_other_word(words, group):
            fact = Fact(
                last.outcome, [group], group.first, group.last, rules=["ellipsis", "stated"]
            )
        else:
            continue
        group.used = True
        found.append(fact)
    return found


def _is_also(words: Sequence[str], group: Group) -> bool:
    """Whether a group is that of "as were two militants", "and so is a guard"."""
    before = list(words[max(group.first - 2, 0) : group.first])
    return len(before) > 1 and before[0] in {"as", "so"} and before[1] in {*BE, "did"}


def _goes_on(words: Sequence[str], group: Group, last: Fact) -> bool:
    """Whether a group goes on with that before it: "so were the bomber and three gunmen"."""
    between = list(words[last.groups[-1].last : group.first])
    return "also" in last.rules and between in (["and"], [","], [",", "and"], ["along", "with"])


def _is_later(words: Sequence[str], group: Group, last: Fact) -> bool:
    """Whether a group is that of "two died on the spot and a third at the hospital"."""
    joined = group.first and words[group.first - 1] in {"and", "while", ","}
    until = _behind_name(words, group)
    following = list(words[until : until + _CARE_REACH])
    if last.outcome != "killed" or not joined or not following:
        return False
    if group.last < len(words) and words[group.last] in _SPEAKS:
        return False  # "three died, an officer said later"
    if following[0] in _PLACE:
        return following[0] == "later" or not _CARE.isdisjoint(following)
    if not _LIVING.isdisjoint(words[until : until + 2 * _CARE_REACH]):
        return False
    next_day = following[:2] in (["the", "next"], ["the", "following"])
    later = "later" in following[:_SOON] and following[0] in _SPANS
    if not (next_day or later):
        return False
    until = (
        following.index("later") + 1
        if later
        else following.index("day") + 1
        if "day" in following
        else 2
    )
    return (
        not _CARE.isdisjoint(following)
        or not following[until:][:1]
        or not following[until].isalnum()
    )


def _behind_name(words: Sequence[str], group: Group) -> int:
    """Return the word behind the name of a man of some rank: "and Sepoy Asghar Ali on the way"."""
    if group.side != "security_forces" or not group.implied:
        return group.last
    near = words[group.last : group.last + _NAME + 1]
    named = [at for at, word in enumerate(near) if word in _PLACE]
    told = named and all(word.isalpha() for word in near[: named[0]])
    return group.last + (named[0] if told else 0)


def _is_other_word(words: Sequence[str], group: Group) -> bool:
    """Whether a group is that of "while the hospital spoke of three"."""
    before = list(words[max(group.first - 2, 0) : group.first])
    end = words[group.last] if group.last < len(words) else "."
    spoken = len(before) > 1 and before[0] in _SPOKE and before[1] == "of"
    return spoken and group.kind == "none" and not end[0].isalnum()


def _has_wounds(words: Sequence[str], group: Group) -> bool:
    """Whether a group is that of "left three dead and two others with burns"."""
    joined = group.first and words[group.first - 1] in {"and", "while", ","}
    following = words[group.last : group.last + _WOUND_REACH]
    return bool(joined and following[:1] == ["with"] and not _WOUNDS.isdisjoint(following))


def _is_other_side(words: Sequence[str], group: Group) -> bool:
    """Whether a group is that of "three men from one side and two from the other"."""
    following = list(words[group.last : group.last + 3])
    joined = group.first and words[group.first - 1] in {"and", ","}
    return bool(
        joined
        and group.kind == "none"
        and following[:1] in (["from"], ["of"], ["on"])
        and following[1:] == ["the", "other"]
    )

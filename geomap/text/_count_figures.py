"""What a sentence states: who met which outcome, and whether it revises what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from geomap.text._count_groups import Group
from geomap.text._count_words import UPDATES

__all__ = ["Fact", "counted", "has_figure", "note_updates", "zeros"]


@dataclass(slots=True)
class Fact:
    """One outcome and the groups that met it; words ``first`` to ``last`` carry it."""

    outcome: str
    groups: list[Group]
    first: int
    last: int
    part: bool = False
    update: bool = False
    increment: bool = False
    total: bool = False
    reduced: bool = False
    rules: list[str] = field(default_factory=list)


_UPDATE_REACH = 10
_LATER = frozenset(
    {"hospital", "way", "later", "succumbed", "treatment", "wounds", "injuries", "flown", "night"}
)
_LATER_REACH = 8
_BESIDE = frozenset({"alongside", "with", "beside"})
_APART = frozenset({";", "while"})
_WHOLES = frozenset(
    {
        "people",
        "persons",
        "men",
        "others",
        "victims",
        "members",
        "personnel",
        "victim",
        "deceased",
        "man",
        "woman",
        "child",
        "bomber",
    }
)
_BRINGS = frozenset({"bring", "brings", "bringing", "brought"})


def note_updates(words: Sequence[str], facts: Sequence[Fact]) -> None:
    """Mark figures after "rose to", and additions ("three more died")."""
    for place, fact in enumerate(facts):
        group = fact.groups[0]
        before = words[max(group.first - _UPDATE_REACH, 0) : group.first]
        if before and before[-1] in {"to", "at"} and not UPDATES.isdisjoint(before):
            fact.update = True
        lists = "now" in before and not _LISTS.isdisjoint(before)
        if lists or ("final" in before and not _HEADS.isdisjoint(before)):
            fact.update = fact.total = True
        if fact.update and not _BRINGS.isdisjoint(before):
            fact.total = True
        if fact.outcome == "injured" and _is_of_toll(facts, fact):
            fact.update = True
        others = any(other.outcome != fact.outcome for other in facts[:place])
        if _is_another(words, fact, facts[:place]):
            fact.increment = True
        if group.quantity.more and not others and group.quantity.best != 0:
            fact.increment = True


def _is_of_toll(facts: Sequence[Fact], fact: Fact) -> bool:
    """Whether the hurt are told with a new toll: "the toll rose to 44, with 98 people injured"."""
    at = fact.groups[0].first
    before = [one for one in facts if one.groups[0].first < at]
    toll = len(before) == 1 and before[0].update and "toll" in before[0].rules
    toll = toll and "stated" not in before[0].rules
    return toll and not (fact.part or fact.groups[0].quantity.more or fact.groups[0].implied)


_LISTS = frozenset(
    {"list", "lists", "say", "says", "speak", "put", "puts", "count", "counts", "give"}
)
"""Verbs of a figure of today: "officials now list seven injured"."""


_HEADS = frozenset({"count", "toll", "tally", "figure"})


def _is_another(words: Sequence[str], fact: Fact, earlier: Sequence[Fact]) -> bool:
    """Whether a fact is the second of "two died on the spot while three succumbed later"."""
    if fact.part or fact.update or fact.groups[0].kind == "pronoun":
        return False
    at = fact.last + (words[fact.last : fact.last + 1] == ["along"])
    if words[at : at + 1] and words[at] in _BESIDE and words[at + 1 : at + 2] == ["him"]:
        return True
    first = [other for other in earlier if other.outcome == fact.outcome and not other.part]
    if not first or first[0].update or first[0].groups[0].quantity.best == 0:
        return False
    if _is_told_apart(words, first[-1], fact):
        return True
    following = words[fact.groups[-1].last : fact.last + _LATER_REACH]
    later = fact.outcome == "killed" and not _LATER.isdisjoint(following)
    return later or fact.groups[0].kind == "another"


def _is_told_apart(words: Sequence[str], earlier: Fact, fact: Fact) -> bool:
    """Whether others are told of in a clause apart: "two guards were hurt; the guide had cuts"."""
    gap = words[earlier.last : fact.groups[0].first]
    last, group = earlier.groups[-1], fact.groups[0]
    named = last.kind == group.kind == "person" and last.noun[0] < last.noun[1]
    if not named or words[group.first] != "the" or not _APART.intersection(gap):
        return False
    heads = {words[last.noun[1] - 1], words[group.noun[1] - 1]}
    return len(heads) == 2 and _WHOLES.isdisjoint(heads) and last.side == group.side


def counted(members: Iterable[Group], *, known: bool) -> list[Group]:
    """Drop what is no person, and nouns that no list has where the outcome needs a known one."""
    kept = [
        group
        for group in members
        if group.kind not in {"thing", "animal"} and not (known and group.kind == "unknown")
    ]
    return [] if any(group.kind == "any" for group in kept) else kept


def zeros(members: Iterable[Group]) -> list[Group]:
    """Turn "did not injure anyone", "were not hurt" into 0."""
    zero = []
    for group in members:
        quantity = replace(group.quantity, low=0, best=0, high=0, more=False)
        kind = "person" if group.kind == "any" else group.kind
        zero.append(replace(group, quantity=quantity, kind=kind))
    return zero


def has_figure(fact: Fact) -> bool:
    """Whether a fact says anything of a number ("many were killed or injured" does not)."""
    return any(
        (group.quantity.low, group.quantity.best, group.quantity.high) != (None, None, None)
        for group in fact.groups
    )

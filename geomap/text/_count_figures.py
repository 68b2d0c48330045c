"""What a sentence states: facts, and figures said of a toll ("the death toll rose to 14")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from geomap.text._count_people import Group
from geomap.text._count_tokens import Words, nouns
from geomap.text._count_words import DEAD_OR_HURT, TOLL_HEADS, UPDATES

__all__ = ["Fact", "counted", "note_updates", "read_tolls", "zeros"]


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


_REACH = 16
_UPDATE_REACH = 10
_AFTER_HEAD = 8
_BRINGS = frozenset({"bring", "brings", "bringing", "brought"})
_LINKS = frozenset({"to", "at", "as"})
_STATES = frozenset({"of", ":", "is", "was"})
_OUTCOMES = (
    ("injured", frozenset({"injured", "wounded", "injuries", "injury"})),
    ("abducted", frozenset({"abducted", "kidnapped"})),
    ("arrested", frozenset({"arrested", "arrests", "detained"})),
)


def read_tolls(words: Words, groups: Iterable[Group]) -> list[Fact]:
    """Read the figures of a sentence that are said of a toll or number, and not used yet."""
    if TOLL_HEADS.isdisjoint(words.words):
        return []
    facts = []
    for group in groups:
        if group.used or group.implied or group.kind not in {"none", "person"}:
            continue
        before = words.words[max(group.first - _REACH, 0) : group.first]
        update = not UPDATES.isdisjoint(before)
        if not _is_linked(before, update=update):
            continue
        at = _head(words.words, group)
        outcome = _outcome(words, at, group.first) if at is not None else ""
        if at is not None and outcome:
            first, last = min(at, group.first), max(at + 1, group.last)
            fact = Fact(outcome, [group], first, last, update=update, rules=["toll"])
            fact.total = "total" in words.words[max(at - 2, 0) : at + 1]
            facts.append(fact)
    return facts


def _is_linked(before: Sequence[str], *, update: bool) -> bool:
    """Whether "to", "at" or a verb of change stands before a figure, or "toll of"."""
    link = before[-1] if before else ""
    if link == "the" and len(before) > 1:
        link = before[-2]
    if link in _STATES and "toll" in before[-4:]:
        return True
    return update and (link in _LINKS or link in UPDATES)


def _head(words: Sequence[str], group: Group) -> int | None:
    """Return the word that the figure is said of: "toll", "number" ..."""
    lowest = max(group.first - _REACH, 0)
    for at in range(group.first - 1, lowest - 1, -1):
        if words[at] in TOLL_HEADS:
            return at
    following = list(words[group.last : group.last + 3])
    if following[:2] == ["the", "toll"] or following == ["the", "number", "of"]:
        return group.last + 1
    return None


def _outcome(words: Words, at: int, until: int) -> str:
    """Return what the head counts; "" for a number of things."""
    until = until if until > at else at + _AFTER_HEAD
    near = set(words.words[max(at - 2, 0) : until])
    for outcome, signs in _OUTCOMES:
        if near & signs:
            return outcome
    if words.words[at] == "number" and words.at(at + 1) == "of":
        table = nouns("en")
        found = [table[word].side for word in words.words[at + 2 : at + 6] if word in table]
        people = any(side not in {"thing", "animal"} for side in found)
        if not (people or near & DEAD_OR_HURT or near & {"deaths", "fatalities"}):
            return ""
    return "killed"


def note_updates(words: Sequence[str], facts: Sequence[Fact]) -> None:
    """Mark figures after "rose to", and additions ("three more died")."""
    for place, fact in enumerate(facts):
        group = fact.groups[0]
        before = words[max(group.first - _UPDATE_REACH, 0) : group.first]
        if before and before[-1] in {"to", "at"} and not UPDATES.isdisjoint(before):
            fact.update = True
        if fact.update and not _BRINGS.isdisjoint(before):
            fact.total = True
        others = any(other.outcome != fact.outcome for other in facts[:place])
        if group.quantity.more and not others and group.quantity.best != 0:
            fact.increment = True


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

"""Parts of a total: "including three policemen", "three of them critically"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text._count_clauses import Clause
from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_tokens import Words, nouns

__all__ = ["predicate_side", "read_parts"]

_PREDICATE_REACH = 6


def read_parts(clause: Clause, facts: Sequence[Fact]) -> list[Fact]:
    """Read "including three policemen" and "three of them critically" as parts of a total."""
    parts: list[Fact] = []
    for fact in facts:
        clause.read_list(fact.groups, fact.last)
    for included in clause.included:
        host = _host([*facts, *parts], included.at)
        if host is None:
            continue
        fresh = [group for group in included.groups if not group.used]
        parts += [_part(host, group, included.at) for group in fresh]
    for group in clause.groups:
        if group.kind != "them" or group.used:
            continue
        earlier = [fact for fact in (*facts, *parts) if fact.groups[-1].last <= group.first]
        if earlier:
            group.side = predicate_side(clause.words, group.last)
            parts.append(_part(earlier[-1], group, group.first))
    return parts


def predicate_side(words: Words, at: int) -> str:
    """Return the side of the noun that follows "two of the dead were ..." at a word."""
    table = nouns("en")
    for word in words.words[at : at + _PREDICATE_REACH]:
        if word in {".", ";", "but", "while"}:
            break
        noun = table.get(word)
        if noun is not None and noun.side not in {"thing", "animal"}:
            return noun.side
    return "unknown"


def _host(facts: Sequence[Fact], at: int) -> Fact | None:
    """Return the fact whose people "including" goes into."""
    nearest: tuple[int, Fact] | None = None
    for fact in facts:
        if fact.part:
            continue
        for end in (fact.groups[-1].last, fact.last):
            if end <= at and (nearest is None or end > nearest[0]):
                nearest = (end, fact)
    return nearest[1] if nearest else None


def _part(host: Fact, group: Group, at: int) -> Fact:
    group.used = True
    group.side = "militants" if group.side == "self" else group.side
    fact = Fact(host.outcome, [group], min(at, group.first), group.last, part=True)
    fact.rules.append("part")
    return fact

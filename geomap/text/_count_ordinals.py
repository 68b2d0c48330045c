"""Running totals told by an ordinal: "the sixth victim died", "a fourth policeman has expired"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.text._count_figures import Fact
from geomap.text._count_groups import ORDINALS, Group
from geomap.text._count_numbers import Quantity
from geomap.text._count_tokens import Words
from geomap.text._count_words import AUXILIARIES, BE, BREAKS, VERBS

__all__ = ["names_ordinal", "note_ordinals"]

_APPOSITION = 12
_ONE_DEATH = frozenset({"death", "life", "fatality", "body"})
_NO_DEATH = frozenset({"sentence", "penalty", "anniversary", "threat", "warrant", "row", "cell"})
_ARTICLES = frozenset({"a", "the", "its"})
_TO_DIE = (["to", "die"], ["to", "succumb"], ["to", "expire"])


def names_ordinal(found: set[str]) -> bool:
    """Whether a set of words can hold "a fifth death"."""
    return not (_ONE_DEATH.isdisjoint(found) or found.isdisjoint(ORDINALS))


def note_ordinals(words: Words, groups: Iterable[Group], facts: list[Fact]) -> None:
    """Turn the death of "a fifth victim" into a toll of five."""
    for death in _deaths(words):
        facts.append(death)
        _goes_on(replace(death.groups[0], ordinal=death.groups[0].quantity.best or 0), death, facts)
    counted = [group for group in groups if group.ordinal and group.kind != "thing"]  # no "day"
    for group in counted:
        fact = _fact_of(words.words, group, facts)
        if fact is not None and words.at(group.first - 1) in BE:
            facts.remove(fact)  # "he was the third cleric killed this year"
            continue
        if fact is None and words.words[group.last : group.last + 2] in _TO_DIE:
            fact = Fact("killed", [group], group.first, group.last + 2)
            facts.append(fact)
        if fact is None or fact.outcome != "killed" or fact.groups[0].quantity.best == 0:
            continue
        if _goes_on(group, fact, facts):
            continue
        number = replace(
            group.quantity, low=group.ordinal, best=group.ordinal, high=group.ordinal, more=False
        )
        fact.groups = [replace(group, quantity=number, implied=False)]
        fact.first = min(fact.first, group.first)
        fact.update, fact.increment = True, False
        fact.rules.append("ordinal")


def _goes_on(group: Group, fact: Fact, facts: Iterable[Fact]) -> bool:
    """Whether "a fifth body" goes on with "four attackers" of its sentence: one more foe."""
    before = [one for one in facts if one is not fact and one.first < fact.first]
    before = [one for one in before if one.outcome == fact.outcome and not one.part]
    foes = bool(before) and before[-1].groups[0].side == "militants"
    if not foes or before[-1].groups[0].quantity.best != group.ordinal - 1:
        return False
    one = replace(group.quantity, low=1, best=1, high=1, more=True)
    fact.groups = [replace(group, quantity=one, side=before[-1].groups[0].side, implied=True)]
    fact.update, fact.increment = False, True
    return True


def _deaths(words: Words) -> list[Fact]:
    """Read "a fifth death", "claimed its sixth life"."""
    if ORDINALS.keys().isdisjoint(words.words):
        return []
    found = []
    for at, word in enumerate(words.words):
        if word not in ORDINALS:
            continue
        number = ORDINALS[word]
        one = words.at(at + 1) in _ONE_DEATH and words.at(at + 2) not in _NO_DEATH
        if not one or words.at(at - 1) not in _ARTICLES:
            continue
        quantity = Quantity(at, at + 1, number, number, number)
        group = Group(at, at + 2, quantity, (at + 2, at + 2), "none", "unknown")
        fact = Fact("killed", [group], at - 1, at + 2, update=True, rules=["ordinal"])
        found.append(fact)
    return found


def _fact_of(words: Sequence[str], group: Group, facts: Iterable[Fact]) -> Fact | None:
    """Return the fact that a group is the subject of, itself or by its apposition."""
    for fact in facts:
        if len(fact.groups) > 1:
            continue
        subject = fact.groups[0]
        if subject is group:
            return fact
        gap = words[group.last : subject.first]
        if not subject.implied or len(gap) > _APPOSITION or "," not in gap:
            continue
        if AUXILIARIES.isdisjoint(gap) and BREAKS.isdisjoint(gap) and VERBS.isdisjoint(gap):
            return fact if group.last <= subject.first else None
    return None

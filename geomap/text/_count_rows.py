"""People told together: "two drivers and a policeman", "the owner of a shop and his son"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from geomap.text._count_asides import is_sum, is_whole, share_side
from geomap.text._count_auxiliaries import Before
from geomap.text._count_groups import Group
from geomap.text._count_names import names_until
from geomap.text._count_numbers import Quantity
from geomap.text._count_objects import Objects, single
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_words import AUXILIARIES, CONJUNCTIVE, PREPOSITIONS, SAYS, VERBS

__all__ = ["COUNTED_KINDS", "Included", "Rows"]

COUNTED_KINDS = frozenset({"person", "unknown"})
_CLAUSE_OPENERS = frozenset(
    {",", "and", ":", "-", "–", "—", "“", '"', "‘", "(", ";", ".", "hrs", "hours"}
)
_OPENS_ROW = frozenset(
    {"", ":", ".", "that", "“", '"', "when", "while", "which", "but", ")", "-", "–"}
)
_OPENS_OWNER = _OPENS_ROW | {","}
_LONGEST_OWNER = 24
_OF_A_GROUP = frozenset({"group", "family", "party", "team", "total", "batch", "gang", "number"})


@dataclass(slots=True)
class Included:
    """The groups after "including" at word ``at``."""

    at: int
    groups: list[Group]


class Rows(Objects):
    """The groups of a sentence, and which of them are told together."""

    def __init__(self, words: Words, triggers: Mapping[int, Trigger]) -> None:
        super().__init__(words, triggers)
        self.included: list[Included] = []

    def spread_left(self, place: int, *, reduced: bool) -> list[Group]:
        """Add what is coordinated to the left: "two drivers and a policeman"."""
        members = [self.groups[place]]
        if members[0].kind not in COUNTED_KINDS and members[0].kind != "none":
            return members
        joined = False
        while True:
            at, has_and = self._joint_left(members[0].first)
            if at == members[0].first:
                break
            previous = self._previous(at, has_and=has_and, joined=joined)
            if previous is not None and not has_and and self._is_apposed(previous, members, at):
                continue
            if previous is None or not self._may_join(previous, members[0], reduced=reduced):
                members = self._with_name(members, at, joined=joined, has_and=has_and)
                break
            plain = previous.implied or members[0].implied
            headline = previous.bare and (members[0].bare or not members[0].implied)
            if not has_and and not joined and plain and not headline:
                break
            members.insert(0, previous)
            joined = joined or has_and
        return members

    def _previous(self, at: int, *, has_and: bool, joined: bool) -> Group | None:
        """Return the group before "and" or a comma; of "the owner of a shop" the owner."""
        previous = self._group_ending(at, across=has_and or joined)
        if previous is None:
            return None
        if previous.inside and has_and:
            return self._before_aside(previous)
        if self.words.at(previous.first - 1) == "of":
            owner = self._group_ending(previous.first - 1, across=False)
            if owner is not None and (has_and or (joined and owner.implied)):
                return owner
        return previous

    def _with_name(
        self, members: list[Group], at: int, *, joined: bool, has_and: bool
    ) -> list[Group]:
        """Add the name or pronoun of "Gul Khan and his guard" and "he, his son and a guard"."""
        if not has_and:
            return self._with_first(members, at) if joined else members
        if self._group_ending(at, across=True) is not None:
            return members
        owns = self._owns(at)
        name = self.name_ending(at) if owns else None
        if name is None and (owns or members[0].implied or members[0].first == at + 1):
            name = self._owner(at, described=not owns)
        if name is None and self.words.at(at - 1) in {"he", "she"}:
            name = single(at - 1, at, kind="pronoun")
        return members if name is None else [name, *members]

    def _with_first(self, members: list[Group], at: int) -> list[Group]:
        """Add him who is told first of "Gul Khan, his wife and a guard", by his name or "he"."""
        if self.words.at(at) != "," or self.words.at(at + 1) not in {"his", "her"}:
            return members
        if self.words.at(at - 1) in {"he", "she"}:
            return [single(at - 1, at, kind="pronoun"), *members]
        name = self.name_ending(at)
        whole = name is not None and name.last - name.first > 1
        return [name, *members] if name is not None and whole else members

    def _is_apposed(self, previous: Group, members: list[Group], at: int) -> bool:
        """Whether a comma parts two words for the same people; if so, they are put together."""
        if self._is_title(previous, members, at):
            members[:] = [previous]
        elif self._is_rank(previous, members, at):
            members[0] = previous
        elif self._is_whole(previous, members) and is_sum(previous, members):
            self.make_parts(previous, members)
            members[:] = [previous]
        else:
            return False
        return True

    def _is_whole(self, total: Group, members: list[Group]) -> bool:
        """Whether parts can follow: "six people", or "two soldiers, Naik Irfan and Sepoy Ali,"."""
        named = all(one.bare and self.words.capital(one.last) for one in members)
        return named or is_whole(self.words.words, total)

    def _before_aside(self, inside: Group) -> Group | None:
        """Return the group before ", one of them a woman,"."""
        for group in reversed(self.groups[: self.by_first[inside.first]]):
            if not group.inside:
                return group if self.words.at(group.last) == "," else None
        return None

    def _is_title(self, previous: Group, members: list[Group], at: int) -> bool:
        """Whether "Constable Shams, his guard," tells of one person."""
        apposition = len(members) == 1 and members[0].implied and not members[0].bare
        if not apposition or self.words.words[at : members[0].first] != [","]:
            return False
        return previous.bare and not previous.plural and self._is_name(previous.last, at)

    def _is_rank(self, previous: Group, members: list[Group], at: int) -> bool:
        """Whether "a young officer, Captain Ahmed," of a list tells of one person."""
        named = members[0]
        if len(members) < 2 or not (named.bare and previous.implied):
            return False
        end = self._past_name(named, [])
        closed = self.words.at(end) == "," and self.words.at(end + 1) == "and"
        same = previous.side == named.side and not previous.bare
        return same and closed and self.words.words[at : named.first] == [","] and end > named.last

    def _may_join(self, previous: Group, following: Group, *, reduced: bool) -> bool:
        if previous.first < self.bound or previous.inside or previous.quantity.best == 0:
            return False
        if previous.used and previous.implied and not following.implied:
            return False  # "killing a guard and 11 people hurt"
        rest = previous.kind == "none" and previous.quantity.definite and following.implied
        rest = rest or (following.kind == "none" and previous.kind in COUNTED_KINDS)
        if previous.kind not in COUNTED_KINDS and previous.kind != following.kind and not rest:
            return False
        if previous.bare and not self.heads_clause(self.by_first[previous.first], Before(0)):
            return False
        if self.is_modifier(previous, reduced=reduced):
            return False
        return reduced or not self.after_verb(previous)

    def _owns(self, at: int) -> bool:
        """Whether "and his guard" follows a word."""
        return not {"his", "her"}.isdisjoint(self.words.words[at + 1 : at + 5])

    def _owner(self, at: int, *, described: bool) -> Group | None:
        """Return the chief of "a chief with a price on his head and one of his men".

        `described`: what tells more of him must be a participle, as in "a constable guarding
        vaccinators and a nurse", for nothing else ties the two.
        """
        for group in reversed(self.groups[: bisect_right(self.lasts, at)]):
            gap = range(group.last, at)
            if described and not self.words.at(group.last).endswith("ing"):
                continue
            if group.first < self.bound or len(gap) > _LONGEST_OWNER:
                return None
            if any(index in self.triggers for index in gap):
                return None
            opens = self.words.at(group.first - 1) in _OPENS_OWNER or group.first == 0
            if opens and group.kind == "person" and group.implied and not group.plural:
                return group
        return None

    def name_ending(self, at: int) -> Group | None:
        """Return the name that ends at a word and begins its clause, as one person."""
        first = at
        while first > self.bound and at - first < 5 and self._is_name(first - 1, first):
            first -= 1
        opener = self.words.at(first - 1)
        opens = opener in {"", ",", ":", "that", "and", "“", '"', "when", "while", "but"}
        return single(first, at) if first < at and opens else None

    def names_ending(self, at: int) -> Group | None:
        """Return the row of names that ends at a word and begins its clause, as one group."""
        first, count = names_until(self.words, at, self.bound)
        if count < 2 or self.words.at(first - 1) not in _OPENS_ROW:
            return None
        group = single(first, at)
        group.quantity = Quantity(first, at, count, count, count)
        return group

    def is_modifier(self, group: Group, *, reduced: bool) -> bool:
        """Whether a preposition before a group makes it part of something else."""
        word = self.words.at(group.first - 1)
        if word not in PREPOSITIONS or word in CONJUNCTIVE:
            return False
        if self.words.at(group.first) == "total" or self._is_in_all(group.first):
            return False
        if word == "with" and self.words.at(group.first - 2) in {"along", "together"}:
            return False
        if word == "of" and self.words.at(group.first - 2) in _OF_A_GROUP:
            return False
        return word == "by" or not reduced

    def _is_in_all(self, at: int) -> bool:
        """Whether "in all" stands before a number: "in all ten people have died"."""
        words = self.words.words
        return "all" in words[at - 1 : at + 1] and "in" in words[max(at - 2, 0) : at]

    def after_verb(self, group: Group) -> bool:
        """Whether the word before a group makes it that word's object."""
        word = self.words.at(group.first - 1)
        if group.first - 1 < self.bound or word in AUXILIARIES or word in SAYS:
            return False
        infinitive = self.words.at(group.first - 2) == "to" and not self.words.capital(
            group.first - 1
        )
        return word.endswith(("ed", "ing")) or word in VERBS or infinitive

    def heads_clause(self, place: int, before: Before) -> bool:
        """Whether a singular noun without an article begins its clause, as in headlines."""
        group, words = self.groups[place], self.words.words
        if before.agrees == "many" and len(self.spread_left(place, reduced=True)) < 2:
            return False
        at = group.first
        while at > self.bound and group.first - at < 4:
            word = words[at - 1]
            if word in _CLAUSE_OPENERS or word in SAYS or word[0].isdigit():
                return True
            if word in PREPOSITIONS or word in AUXILIARIES or word in VERBS:
                return False
            if not word[0].isalnum():
                return False
            at -= 1
        return at <= self.bound

    def make_parts(self, total: Group, members: list[Group]) -> None:
        """Take groups for the parts of a total that stands before them."""
        alike = is_sum(total, members) and share_side(total, members)
        for group in members:
            group.inside = True
            group.used = group.used or alike
        if members and not alike:
            self.included.append(Included(members[0].first, members))

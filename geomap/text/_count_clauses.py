"""Subjects and objects: which groups of people stand where an outcome word looks for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from geomap.text._count_auxiliaries import Before
from geomap.text._count_objects import LOOK_LEFT, Objects, single
from geomap.text._count_people import Group
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_words import (
    AUXILIARIES,
    BREAKS,
    CONJUNCTIVE,
    DEAD_OR_HURT,
    INCLUDING,
    PREPOSITIONS,
    VERBS,
)

__all__ = ["Clause", "Included"]

_REDUCED_GAP = 9
_CLAUSE_OPENERS = frozenset(
    {",", "and", ":", "-", "–", "—", "“", '"', "‘", "(", ";", ".", "hrs", "hours"}
)
_HARD_BREAKS = frozenset({";", ":", "but", "whereas"})
_OF_A_GROUP = frozenset({"group", "family", "party", "team", "total", "batch", "gang", "number"})
_COUNTED_KINDS = frozenset({"person", "unknown"})


@dataclass(slots=True)
class Included:
    """The groups after "including" at word ``at``."""

    at: int
    groups: list[Group]


class Clause(Objects):
    """The groups of a sentence around its outcome words, read from left to right."""

    def __init__(self, words: Words, triggers: Mapping[int, Trigger]) -> None:
        super().__init__(words, triggers)
        self.included = self._included()

    # --- subjects ---

    def subject(self, before: Before, *, reduced: bool) -> list[Group]:
        """Return the groups that are the subject of an outcome word, [] where there is none.

        Parameters
        ----------
        before
            What stands before the word.
        reduced
            Whether the word has no auxiliary ("nine killed in Kech"): then the subject must stand
            right before it.
        """
        place = bisect_right(self.lasts, before.end) - 1
        fallback: int | None = None
        while place >= 0:
            group = self.groups[place]
            if group.inside and group.first >= self.bound:
                place -= 1
                continue
            if group.taken and "who" not in self.words.words[group.last : before.end]:
                break
            told = group.first < self.bound and not self._goes_on(group, before.end)
            if told and group.kind in {"thing", "animal"}:
                place -= 1
                continue
            if told or not self._in_reach(group, before.end, reduced=reduced):
                break
            verdict = self._verdict(place, before, reduced=reduced)
            if verdict == "head":
                return self._spread_left(place, reduced=reduced)
            if verdict == "stop":
                return []
            if verdict == "maybe" and fallback is None:
                fallback = place
            place -= 1
        return [] if fallback is None else self._spread_left(fallback, reduced=reduced)

    def _goes_on(self, group: Group, end: int) -> bool:
        """Whether a clause goes on after a relative one: "another, who was hit, died"."""
        gap = self.words.words[group.last : end]
        closed = gap[:2] == [",", "who"] and gap[-1] == ","
        return not group.used and (closed or gap[:1] == ["who"])

    def _in_reach(self, group: Group, end: int, *, reduced: bool) -> bool:
        gap = _without_brackets(self.words.words[group.last : end])
        if not gap:
            return True
        relative = gap[0] == "who" or gap[:2] == [",", "who"]
        breaks = _HARD_BREAKS if relative and not reduced else BREAKS
        if len(gap) > LOOK_LEFT or not breaks.isdisjoint(gap):
            return False
        if not reduced:
            return True
        opener = gap[1] if gap[0] in {",", "("} and len(gap) > 1 else gap[0]
        opens = opener in PREPOSITIONS or opener in INCLUDING or self._is_name(group.last, end)
        opens = opens or (len(gap) < 5 and gap[0].endswith("ed") and gap[-1] in {",", "and"})
        return len(gap) <= _REDUCED_GAP and opens and AUXILIARIES.isdisjoint(gap)

    def _verdict(self, place: int, before: Before, *, reduced: bool) -> str:
        """Say whether a group can be the subject: head, maybe, skip, or stop looking."""
        group = self.groups[place]
        gap = self.words.words[group.last : before.end]
        if gap.count(")") > gap.count("(") and (group.bare or group.kind == "none"):
            return "skip"
        adjacent = group.last == before.end
        if group.kind in {"thing", "animal"}:
            modifies = not adjacent or self._is_modifier(group, reduced=False)
            apart = before.agrees == "many" and not group.plural
            apart = apart or self.words.at(group.first - 1) in PREPOSITIONS
            return "skip" if modifies or apart or self._after_verb(group) else "stop"
        if group.kind in {"none", "another", "any"}:
            gap = self.words.words[group.last : group.last + 2]
            including = group.kind == "none" and not INCLUDING.isdisjoint(gap)
            relative = gap == [",", "who"] and self.words.at(before.end - 1) == ","
            relative = relative or gap[:1] == ["who"]
            return "head" if adjacent or including or relative else "skip"
        if group.kind in {"them", "dead"}:
            return "head" if before.end - group.last <= 2 or group.kind == "dead" else "skip"
        if self._is_modifier(group, reduced=reduced):
            return "skip"
        if self.words.at(group.first - 1) in {"if", "whether"}:
            return "stop"
        if group.bare and not self._heads_clause(place, before):
            return "skip"
        if not reduced and self._after_verb(group):
            return "maybe"
        return self._agreement(place, before)

    def _agreement(self, place: int, before: Before) -> str:
        group = self.groups[place]
        if group.quantity.best == 0 or not before.agrees:
            return "head"
        if before.agrees == "one":
            return "maybe" if group.plural else "head"
        if group.plural:
            return "head"
        return "head" if len(self._spread_left(place, reduced=True)) > 1 else "skip"

    def _is_modifier(self, group: Group, *, reduced: bool) -> bool:
        """Whether a preposition before a group makes it part of something else."""
        word = self.words.at(group.first - 1)
        if word not in PREPOSITIONS or word in CONJUNCTIVE:
            return False
        if self.words.at(group.first) == "total":
            return False
        if word == "with" and self.words.at(group.first - 2) in {"along", "together"}:
            return False
        if word == "of" and self.words.at(group.first - 2) in _OF_A_GROUP:
            return False
        return word == "by" or not reduced

    def _after_verb(self, group: Group) -> bool:
        """Whether the word before a group makes it that word's object."""
        word = self.words.at(group.first - 1)
        if group.first - 1 < self.bound or word in AUXILIARIES:
            return False
        return word.endswith(("ed", "ing")) or (word in VERBS and word not in {"said", "says"})

    def _heads_clause(self, place: int, before: Before) -> bool:
        """Whether a singular noun without an article begins its clause, as in headlines."""
        group, words = self.groups[place], self.words.words
        if before.agrees == "many" and len(self._spread_left(place, reduced=True)) < 2:
            return False
        at = group.first
        while at > self.bound and group.first - at < 4:
            word = words[at - 1]
            if word in _CLAUSE_OPENERS or word[0].isdigit():
                return True
            if word in PREPOSITIONS or word in AUXILIARIES or word in VERBS:
                return False
            if not word[0].isalnum():
                return False
            at -= 1
        return at <= self.bound

    def _spread_left(self, place: int, *, reduced: bool) -> list[Group]:
        """Add what is coordinated to the left: "two drivers and a policeman"."""
        members = [self.groups[place]]
        if members[0].kind not in _COUNTED_KINDS and members[0].kind != "none":
            return members
        joined = False
        while True:
            at, has_and = self._joint_left(members[0].first)
            if at == members[0].first:
                break
            previous = self._group_ending(at, across=has_and)
            if previous is not None and self.words.at(previous.first - 1) == "of":
                owner = self._group_ending(previous.first - 1, across=False)
                previous = owner if has_and and owner is not None else previous
            if previous is None or not self._may_join(previous, members[0], reduced=reduced):
                name = self.name_ending(at) if previous is None and has_and else None
                if name is not None and self._owns(at):
                    members.insert(0, name)
                elif previous is None and has_and and self.words.at(at - 1) in {"he", "she"}:
                    members.insert(0, single(at - 1, at, kind="pronoun"))
                break
            plain = previous.implied or members[0].implied
            headline = previous.bare and (members[0].bare or not members[0].implied)
            if not has_and and not joined and plain and not headline:
                break
            members.insert(0, previous)
            joined = joined or has_and
        return members

    def _may_join(self, previous: Group, following: Group, *, reduced: bool) -> bool:
        if previous.first < self.bound or previous.inside or previous.quantity.best == 0:
            return False
        if previous.kind not in _COUNTED_KINDS and previous.kind != following.kind:
            return False
        if previous.bare and not self._heads_clause(self.by_first[previous.first], Before(0)):
            return False
        if self._is_modifier(previous, reduced=reduced):
            return False
        return reduced or not self._after_verb(previous)

    def _owns(self, at: int) -> bool:
        """Whether "and his guard" follows a word."""
        return not {"his", "her"}.isdisjoint(self.words.words[at + 1 : at + 3])

    def name_ending(self, at: int) -> Group | None:
        """Return the name that ends at a word and begins its clause, as one person."""
        first = at
        while first > self.bound and at - first < 5 and self._is_name(first - 1, first):
            first -= 1
        opener = self.words.at(first - 1)
        opens = opener in {"", ",", "that", "and", "“", '"', "when", "while", "but"}
        return single(first, at) if first < at and opens else None

    # --- parts ---

    def _included(self) -> list[Included]:
        """Mark the groups after "including" as parts of a total."""
        found = []
        words = self.words.words
        for group in self.groups:
            if group.kind == "them" and self.words.at(group.first - 1) == ",":
                group.inside = group.first - 1 in self.by_last
            if words[group.last : group.last + 2] == ["among", "them"]:
                group.inside = True
                found.append(Included(group.first, [group]))
        for at, word in enumerate(words):
            if word != "among" and word not in INCLUDING:
                continue
            pair = word == "among" and self.words.at(at + 1) in {"them", "whom"}
            if not pair and word not in INCLUDING:
                continue
            if self.words.at(at - 1) in DEAD_OR_HURT and self.words.at(at - 2) in {"the", "those"}:
                continue
            host = self.by_last.get(at - (self.words.at(at - 1) == ","))
            members = self._members_after(at + 1 + pair, follows=host is not None)
            for group in members:
                group.inside = True
            if members:
                found.append(Included(at, members))
        return found

    def _members_after(self, at: int, *, follows: bool) -> list[Group]:
        """Read "three policemen, a child and two women" after "including"."""
        members: list[Group] = []
        place = self.by_first.get(at)
        while place is not None and self.groups[place].kind in _COUNTED_KINDS:
            group = self.groups[place]
            if members and not follows and self._leads_clause(group):
                break
            members.append(group)
            after, _ = self._joint_right(self._past_name(group, []))
            place = self.by_first.get(after)
        return members


def _without_brackets(words: list[str]) -> list[str]:
    """Return words without what stands between brackets."""
    if "(" not in words:
        return words
    kept: list[str] = []
    depth = 0
    for word in words:
        depth += word == "("
        if depth <= 0:
            kept.append(word)
        depth -= word == ")" and depth > 0
    return kept

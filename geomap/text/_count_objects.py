"""Objects: the groups of people that begin after an outcome word."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from geomap.text._count_asides import is_sum, is_whole, share_side
from geomap.text._count_auxiliaries import is_adverb
from geomap.text._count_groups import Group
from geomap.text._count_layout import PHRASE_JOINTS, Layout
from geomap.text._count_names import names_from, past_apposition, past_aside
from geomap.text._count_numbers import Quantity
from geomap.text._count_tokens import modifiers, nouns
from geomap.text._count_words import AUXILIARIES, FINITE, SAYS, STOPS, VERBS

__all__ = ["LOOK_LEFT", "Objects", "single"]

LOOK_LEFT = 30
"""How many words may part a subject from its verb."""
_LONGEST_ASIDE = 8
_LONGEST_PHRASE = 3
_MODIFIERS = frozenset({"of", "from", "at", "in", "belonging"})
_RELATIVES = frozenset({"whom", "it", "he", "she", "they"})
"""Words that begin a clause that tells of an object: "the patient it was carrying"."""
_OWN = frozenset({"his", "her", "their"})
_HOUSEHOLD = frozenset({"family", "group", "team", "party", "household"})
_ASIDES = frozenset(
    {"that", "on", "in", "at", "late", "early", "last", "the", "according", "besides", "apart"}
)
_AFTER_NAME = frozenset(
    {"in", "on", "at", "near", "outside", "and", "while", "when", "who", ",", ".", ""}
)
_OBJECT_KINDS = frozenset(
    {"person", "unknown", "none", "another", "any", "dead", "name", "pronoun"}
)


class Objects(Layout):
    """The groups of a sentence, and which of them stand as an object at a word."""

    def objects(self, at: int) -> list[Group]:
        """Return the groups that begin at a word, as the object of what stands before it."""
        words = self.words.words
        at = self._past_aside(at)
        while at < len(words) and self._is_skipped(at):
            at += 1
        if self.words.at(at) == "them":
            return self.antecedent(at)
        if words[at : at + 1] == ["a"] and words[at + 2 : at + 3] == ["of"]:
            at += 3 * (words[at + 1] in _HOUSEHOLD)
        first = self._told_row(at) or self._first_object(at)
        if (
            first is None
            or first.kind not in _OBJECT_KINDS | {"them"}
            or self._has_own_verb(first.last, of_dead=words[at - 1] == "of")
        ):
            return []
        members = [first]
        pending: list[Group] = []
        while True:
            ended = self._past_name(members[-1], pending)
            ended = self._past_own_name((pending or members)[-1], ended)
            past = self._past_modifier(ended)
            after, has_and = self._joint_right(past)
            after += has_and and self.words.at(after) == "of"
            place = self.by_first.get(after)
            if place is None:
                break
            group = self.groups[place]
            if not self._goes_on_with(group, apart=past > ended):
                break
            pending.append(group)
            if has_and:
                members += pending
                pending = []
        if self._is_total(first, [*members[1:], *pending]):
            return [first]
        return members + [
            group for group in pending if not group.implied and not members[-1].implied
        ]

    def _past_own_name(self, group: Group, at: int) -> int:
        """Return the comma after the name of one man: "an elder, Malik Gul, and two guards"."""
        one = group.kind == "person" and group.implied and not (group.bare or group.plural)
        closed = past_apposition(self.words, at) if one else at
        return closed - 1 if closed > at else at

    def _goes_on_with(self, group: Group, *, apart: bool) -> bool:
        """Whether a group goes on with a list; `apart`: after words that tell of the one before."""
        if group.kind not in _OBJECT_KINDS or group.inside or self._leads_clause(group):
            return False
        return not (apart and self._is_followed(group))

    def _past_modifier(self, at: int) -> int:
        """Skip "of the van" after "the driver", where more people follow it."""
        words = self.words.words
        relative = self.words.at(at) in _RELATIVES
        if not relative and self.words.at(at) not in _MODIFIERS:
            return at
        for index in range(at + 1, min(at + _LONGEST_ASIDE, len(words))):
            if words[index] in {",", "and"} or (relative and words[index] == "as"):
                after, _ = self._joint_right(index)
                return index if after in self.by_first else at
            marks = not words[index][0].isalnum()
            verb = words[index] in AUXILIARIES and not relative
            if marks or verb or index in self.triggers:
                break
        return at

    def _is_followed(self, group: Group) -> bool:
        """Whether a verb, or a place of its own, follows a group."""
        word = self.words.at(group.last)
        placed = word in {"in", "at", "near", "from"} and self.words.at(group.first) not in _OWN
        return word.endswith("ed") or word in VERBS or placed

    def _is_total(self, first: Group, listed: list[Group]) -> bool:
        """Whether what follows an object is what it is made up of; if so, it is counted with it."""
        comma = self.words.at(self._past_name(first, [])) == ","
        if not comma or not is_whole(self.words.words, first) or not is_sum(first, listed):
            return False
        share_side(first, listed)
        for group in listed:
            group.inside = group.used = True
        return True

    def _past_aside(self, at: int) -> int:
        """Skip an aside between a verb and its object: "executed, that evening, a man"."""
        aside = self.words.words[at + 1 : at + _LONGEST_ASIDE]
        if self.words.at(at) == "," and "," in aside and aside[0] in _ASIDES:
            return at + 2 + aside.index(",")
        return at

    def _is_skipped(self, at: int) -> bool:
        word = self.words.words[at]
        plain = at not in self.triggers and at not in self.by_first
        return plain and (is_adverb(word) or word == "only")

    def _first_object(self, at: int) -> Group | None:
        for ahead in range(at, at + 4):
            place = self.by_first.get(ahead)
            if place is not None and (ahead == at or self.groups[place].bare):
                return self.groups[place]
            word = self.words.at(ahead)
            if word in STOPS or not word[:1].isalpha() or ahead in self.triggers:
                break
        word = self.words.at(at)
        if word in {"him", "her"}:
            return single(at, at + 1, kind="pronoun")
        last = at
        while last < len(self.words.words) and last - at < 5 and self._is_name(last, last + 1):
            last += 1
        alone = last - at == 1 and self._ends_trigger(at) and not self._is_known(word)
        if (last - at > 1 or alone) and self._is_introduced(last):
            return single(at, last)
        if last - at > 1 and self._is_victim(at, last):
            return single(at, last)
        joined = self.words.at(last) == "and" and last + 1 in self.by_first
        own = self.words.at(last + 1) in {"his", "her", "two", "three", "four", "five", "six"}
        return single(at, last) if last > at and joined and own else None

    def _told_row(self, at: int) -> Group | None:
        """Read "Gul Khan, 40, and Lal Khan, a tailor," and "killed Gul Khan and Wali" as two."""
        if at >= len(self.words.words) or not self.words.capital(at):
            return None
        last, count = names_from(self.words, at)
        told = any(past_aside(self.words, index) > index for index in range(at, last))
        told = told or (self.words.at(last) in _AFTER_NAME and self._ends_trigger(at))
        if count < 2 or not told or self.words.at(last) in AUXILIARIES:
            return None
        group = single(at, last)
        group.quantity = Quantity(at, last, count, count, count)
        return group

    def _is_known(self, word: str) -> bool:
        """Whether a word is a noun, or one that ends a phrase ("Monday"), and so no name."""
        return word in nouns("en") or word in modifiers() or word in STOPS

    def _is_victim(self, at: int, last: int) -> bool:
        """Whether a name right after "killing" ends there: "killing Wali Jan in Hub"."""
        ends = self.words.at(last) in _AFTER_NAME and self._ends_trigger(at)
        known = nouns("en").keys() | modifiers().keys()
        return ends and known.isdisjoint(self.words.words[at:last])

    def _ends_trigger(self, at: int) -> bool:
        """Whether an outcome word, or a phrase such as "shot dead", ends before a word."""
        for length in range(1, _LONGEST_PHRASE + 1):
            trigger = self.triggers.get(at - length)
            if trigger is not None:
                return trigger.last == at
        return False

    def _is_introduced(self, at: int) -> bool:
        """Whether an age or an apposition follows a name: "Gul Khan, 40,", "Gul Khan, a tailor"."""
        if self.words.at(at) != ",":
            return False
        aged = self.words.at(at + 1).isdigit() or self.words.at(at + 1) == "aged"
        place = self.by_first.get(at + 1)
        return aged or (place is not None and self.groups[place].kind == "person")

    def antecedent(self, at: int) -> list[Group]:
        """Return the people that "them" at a word stands for."""
        for group in reversed(self.groups[: bisect_right(self.lasts, at)]):
            if group.kind == "person" and group.plural and not group.inside:
                near = at - group.last <= LOOK_LEFT and group.quantity.best != 0
                return [replace(group)] if near else []
        return []

    def companions(self, at: int) -> list[Group]:
        """Return the people after "along with" at a word ("was killed along with two guards")."""
        if self.words.at(at) == "with":
            members = self.objects(at + 1)
            return members if members and members[0].kind == "person" else []
        for phrase in (*PHRASE_JOINTS, ("accompanied", "by")):
            if tuple(self.words.words[at : at + len(phrase)]) == phrase:
                return self.objects(at + len(phrase))
        return []

    def company(self, last: int, end: int) -> list[Group]:
        """Return the two guards of "a man, along with two guards, was shot"."""
        at = last
        aside = self.words.words[at : min(at + _LONGEST_ASIDE, end)]
        if aside[:1] and aside[0] in _MODIFIERS and "," in aside:
            at += aside.index(",")
        if not AUXILIARIES.isdisjoint(self.words.words[last:at]):
            return []
        while at < end and (self.words.at(at) == "," or self._is_name(at, at + 1)):
            at += 1
        if self.words.at(at) == "with" and _OWN.isdisjoint(self.words.words[at + 1 : at + 4]):
            return []
        members = self.companions(at) if at < end else []
        return [group for group in members if group.last <= end]

    def _has_own_verb(self, at: int, *, of_dead: bool = False) -> bool:
        """Whether an outcome word right after a group makes it that word's subject.

        `of_dead`: whether "the bodies of" stands before the group.
        """
        while is_adverb(self.words.at(at)) and at not in self.triggers:
            at += 1
        trigger = self.triggers.get(at)
        if trigger is None or self.words.at(at).endswith(("ing", "with")):
            return False
        if of_dead and trigger.outcome == "abducted":
            return False  # "the bodies of three men kidnapped in May were found"
        return trigger.form in {"verb", "subject", "state"}

    def _leads_clause(self, group: Group) -> bool:
        """Whether a coordinated group is the subject of a clause of its own."""
        at = group.last
        if self._has_own_verb(at) or self.words.at(at) in SAYS:
            return True
        while is_adverb(self.words.at(at)):
            at += 1
        word = self.words.at(at)
        if word in AUXILIARIES or word in FINITE:
            return True
        return word in {"of", "in", "from", "at"} and self._verb_follows(at)

    def _verb_follows(self, at: int) -> bool:
        """Whether, past a short modifier, an auxiliary and an outcome word follow."""
        for index in range(at + 1, min(at + 6, len(self.words.words))):
            word = self.words.words[index]
            if word in {",", "and", ".", ";"}:
                return False
            if word in AUXILIARIES or index in self.triggers:
                return True
        return False


def single(first: int, last: int, *, kind: str = "name") -> Group:
    """Return a name or a pronoun as one person."""
    quantity = Quantity(first, last, 1, 1, 1)
    return Group(first, last, quantity, (last, last), kind, "unknown", implied=True)

"""Outcome words that are nouns, adjectives and gerunds: "killing nine", "two of the dead"."""

from __future__ import annotations

from dataclasses import replace

from geomap.text._count_auxiliaries import Before
from geomap.text._count_clauses import Clause
from geomap.text._count_figures import Fact, counted, zeros
from geomap.text._count_groups import Group
from geomap.text._count_names import names_from
from geomap.text._count_numbers import Quantity
from geomap.text._count_objects import single
from geomap.text._count_parts import predicate_side
from geomap.text._count_tokens import Trigger, Words, modifiers, nouns
from geomap.text._count_words import (
    AUXILIARIES,
    BE,
    INCLUDING,
    LIFE_TAKEN,
    MODALS,
    PLANNED,
    PREPOSITIONS,
    word_set,
)

__all__ = ["CHAIN", "LISTS", "Nominals"]

_WHOLE_NAME = 2
_USED = 7

_NAMED = frozenset({"identified", "named"})
_MODIFIED = 20
"""How far "identified as" may stand from "the deceased in Monday's blast in Kohlu"."""
_CASUALTIES = frozenset({"killed", "injured"})
CHAIN = frozenset({"and", "or", "then", "later", ",", "subsequently", "also", "even"})
"""Words that chain two outcome words: "killed and later burnt"."""
_ATTACKERS = word_set(
    "gunmen militants insurgents attackers assailants men terrorists fighters bandits dacoits "
    "assassins raiders separatists troops forces soldiers police persons"
)
_PRESENT_ACTS = word_set(
    "stop attack storm raid ambush fire open pull offload intercept enter abduct kidnap block "
    "target hit strike burst force drag seize shoot overrun besiege torch surround barge break "
    "bomb assault blow hurl lob throw spray halt hijack hold waylay loot smash rush climb sneak "
    "plant detonate flag trap"
)
"""What attackers do in lists of attacks, which are told in the present tense."""
LISTS = frozenset({":", "-", "–"})
"""Marks between a heading and its figure."""


_OF_SEVERAL = ("men's", "women's", "people's", "children's", "s'")
"""Ends of words for those whose kin or belongings come next, and whose number is not told."""


class Nominals:
    """The outcome words of a sentence whose people stand to the right, inside, or as a number.

    ``before``: the outcome that the sentence before ended with.
    """

    def __init__(self, words: Words, triggers: dict[int, Trigger], outcome: str) -> None:
        self.words = words
        self.before = outcome
        self.order = list(triggers.values())
        self.clause = Clause(words, triggers)
        self.read: list[Fact] = []

    def is_number_of(self, trigger: Trigger) -> bool:
        """Whether an outcome word says what a number counts: "put the number of injured at 11"."""
        of = trigger.form in {"verb", "state"} and self.words.at(trigger.first - 1) == "of"
        return of and self.words.at(trigger.first - 2) in {"number", "count", "tally"}

    def attributive(self, trigger: Trigger, holder: Group) -> Fact | None:
        """Read "two injured soldiers", and "two of the dead"."""
        if trigger.outcome in {"missing", "injured"} and holder.used:
            return None
        if trigger.outcome == "abducted" or holder.kind in {"thing", "animal"}:
            return None
        if holder.implied and self.words.at(trigger.last).endswith(_OF_SEVERAL):
            return None  # "the dead men's uncle"
        fact = Fact(trigger.outcome, [holder], holder.first, holder.last, rules=["attributive"])
        if holder.kind == "dead":
            fact.part = True
            holder.side = predicate_side(self.words, holder.last)
            fact.rules = ["of_a_total"]
        return fact

    def set(self, trigger: Trigger) -> Fact | None:
        """Read "the dead include two women", "among those killed were three children"."""
        at = trigger.last
        word = self.words.at(at)
        if self.words.at(trigger.first - 2) == "among" and self.words.at(trigger.first - 3) in BE:
            before = Before(trigger.first - 3)
            members = self.clause.subject(before, reduced=False)
            return Fact(trigger.outcome, members, before.end, trigger.last, part=True)
        named = self._identified(trigger)
        if named is not None:
            return named
        if word in AUXILIARIES and self.words.at(at + 1) in INCLUDING:
            at += 1
        elif word not in BE and word not in INCLUDING:
            return None
        members = self.clause.objects(at + 1)
        if members and members[0].kind in {"person", "unknown"}:
            return Fact(trigger.outcome, members, trigger.first - 1, members[-1].last, part=True)
        members = self._names(at + 1) if word in BE else []
        if not members:
            return None
        return Fact(trigger.outcome, members, trigger.first, members[-1].last, rules=["named"])

    def _identified(self, trigger: Trigger) -> Fact | None:
        """Read "the dead were identified as Imran, Waqar and Tariq", a hint only."""
        words, at = self.words.words, trigger.last
        reach = at + (_MODIFIED if words[at : at + 1] and words[at] in PREPOSITIONS else 6)
        named = [n for n in range(at, min(reach, len(words) - 1)) if words[n] in _NAMED]
        if not named or words[named[0] + 1] != "as":
            return None
        if words[at] not in {*BE, ",", *_NAMED} | PREPOSITIONS:
            return None
        members = self._names(named[0] + 2)
        if not members:
            return None
        return Fact(trigger.outcome, members, trigger.first, members[-1].last, rules=["named"])

    def _names(self, at: int) -> list[Group]:
        """Return the people who are named at a word: by their names, their trades, or both."""
        members = self.clause.objects(at)
        last, count = names_from(self.words, at)
        members = self._named_and_more(at, last) or members
        if members or not count:
            return members
        quantity = Quantity(at, last, count, count, count)
        return [Group(at, last, quantity, (last, last), "name", "unknown")]

    def _named_and_more(self, at: int, last: int) -> list[Group]:
        """Read "Lal Khan, Rozi Khan and a girl": the names at a word, and the people after them."""
        more = last + 1
        if self.words.at(last) != "and" or more not in self.clause.by_first:
            return []
        row, parts = 1, self.words.words[at:last]
        row += parts.count(",") + parts.count("and")
        names = Group(at, last, Quantity(at, last, row, row, row), (last,) * 2, "name", "unknown")
        return [names, *self.clause.objects(more)]

    def nominal(self, trigger: Trigger, place: int) -> Fact | None:
        """Read "killing nine", "the death of a child", "took three miners away"."""
        if trigger.form == "gerund" and not PLANNED.isdisjoint(self.words_before(trigger, 4)):
            return None
        members = self.objects(trigger, place)
        if not members and trigger.form == "of":
            return self.number(trigger)
        if trigger.form == "gerund" and self.words.at(trigger.first - 1) == "without":
            members = zeros(members)
        return self.made(trigger, members)

    def words_before(self, trigger: Trigger, count: int) -> list[str]:
        return self.words.words[max(trigger.first - count, 0) : trigger.first]

    def objects(self, trigger: Trigger, place: int) -> list[Group]:
        """Return the object of a word, shared with the next word in "killed and wounded 20"."""
        members = self.clause.objects(trigger.last)
        if members or place + 1 >= len(self.order):
            return members
        following = self.order[place + 1]
        between = self.words.words[trigger.last : following.first]
        if between and CHAIN.issuperset(between) and following.form == trigger.form:
            return self.shared(self.clause.objects(following.last), trigger, following, between)
        return []

    def shared(
        self, members: list[Group], first: Trigger, second: Trigger, between: list[str]
    ) -> list[Group]:
        """Copy groups that two outcomes share; of "killed or injured" only the most is known."""
        if {first.outcome, second.outcome} != _CASUALTIES or "then" in between:
            return [replace(group) for group in members]
        for group in members:
            most = group.quantity.high or group.quantity.best
            if group.quantity.best != 0:
                group.quantity = replace(group.quantity, low=None, best=None, high=most)
        return [replace(group) for group in members]

    def made(self, trigger: Trigger, members: list[Group]) -> Fact | None:
        """Build the fact of an object to the right of its word."""
        members = counted(members, known=trigger.known_noun_only)
        if not members:
            return None
        if members[0].quantity.best == 0 and self.words.at(members[0].last) in {"but", "except"}:
            members = self.clause.objects(members[0].last + 1) or members
        self.note_another(members)
        first = min(trigger.first, members[0].first)
        return Fact(trigger.outcome, members, first, max(trigger.last, members[-1].last))

    def present(self, trigger: Trigger) -> Fact | None:
        before = self.clause.before(trigger)
        infinitive = before.infinitive and not self._has_done(before)
        blocked = before.modal or infinitive or before.passive
        joined = self.read or self._is_second_present(trigger)
        told = {"the", "a", "an", "of"} | (set() if joined else {"and"})
        if blocked or self.words.at(trigger.first - 1) in told:
            return None
        members = self.clause.objects(trigger.last)
        return self.made(trigger, zeros(members) if before.negated else members)

    def _is_second_present(self, trigger: Trigger) -> bool:
        """Whether a list of attacks tells two acts: "gunmen stop a bus and kill six"."""
        words = self.words.words[self.clause.bound : trigger.first]
        who = next((at for at, word in enumerate(words) if word in _ATTACKERS), None)
        if who is None or not (MODALS | {"to"}).isdisjoint(words[who:]):
            return False
        verb = words[who + 1 : who + 2]
        return bool(verb) and verb[0] in _PRESENT_ACTS

    def _has_done(self, before: Before) -> bool:
        """Whether "managed to kill", "used a sniper to kill" tells of what was done."""
        words = self.words.words[max(before.end - _USED, 0) : before.end]
        if words[-1:] in (["managed"], ["able"]):
            return not {"not", "never", "be"} & set(words)
        used = words.index("used") if "used" in words else -1
        held = words[used + 1 : used + 2] if used >= 0 else []
        return "," not in words[used:] and held in (["a"], ["an"], ["the"])

    def number(self, trigger: Trigger) -> Fact | None:
        """Read "three bodies", "12 deaths", "claimed five lives"."""
        if trigger.form == "lives":
            near = self.words_before(trigger, 6) + self.words.words[trigger.last :][:5]
            if LIFE_TAKEN.isdisjoint(near):
                return None
            members = self.clause.objects(trigger.last)
            if members:
                return self.made(trigger, members)
        if self.words.at(trigger.last) in LISTS and trigger.last + 1 in self.clause.by_first:
            return self.made(trigger, self.clause.objects(trigger.last + 1))
        place = self.clause.by_last.get(trigger.first)
        if place is None or self.clause.groups[place].kind != "none":
            return None
        group = self.clause.groups[place]
        return Fact(trigger.outcome, [group], group.first, trigger.last, rules=[trigger.form])

    def pronoun(self, before: Before) -> list[Group]:
        at = before.end - 1
        return [single(at, at + 1, kind="pronoun")] if self.words.at(at) in {"he", "she"} else []

    def take_whole(self, group: Group, trigger: Trigger, *, reduced: bool) -> None:
        """Count all of "two of the five people wounded in the blast"."""
        told = reduced and group.whole is not None and group.last == trigger.first
        told = told and all(t.outcome != "killed" or t.first <= trigger.first for t in self.order)
        behind = self.words.at(trigger.last)
        if told and group.whole is not None and behind in PREPOSITIONS | {"were", "was"}:
            group.quantity = replace(group.whole, first=group.quantity.first)

    def own(self, trigger: Trigger) -> Fact:
        """Read "her arm was broken" and "ended his life": one person, whose it is."""
        words = range(trigger.first, trigger.last)
        at = next(index for index in words if self.words.words[index] in {"his", "her"})
        one = single(at, at + 1, kind="pronoun")
        return Fact(trigger.outcome, [one], trigger.first, trigger.last)

    def one_named(self, trigger: Trigger, before: Before) -> Group | None:
        """Read "Nasir Ahmed sustained injuries" and "Gul Khan lost his life": a whole name."""
        own = not {"his", "her"}.isdisjoint(self.words.words[trigger.first : trigger.last])
        name = self.clause.name_ending(before.end)
        if name is None or name.last - name.first < _WHOLE_NAME:
            return None
        known = nouns("en").keys() | modifiers().keys()
        plain = known.isdisjoint(self.words.words[name.first : name.last])
        return name if plain and (own or trigger.outcome == "injured") else None

    def note_another(self, members: list[Group]) -> None:
        """Give "another was injured" the side of the one before."""
        if members[0].kind == "another" and self.read:
            members[0].side = self.read[-1].groups[-1].side

    def is_told_of(self, group: Group) -> bool:
        """Whether a group may tell of a name: "Gul Khan, a tailor, and Lal Khan, a baker"."""
        named = group.first > 1 and self.words.words[group.first - 1] == ","
        return named and group.implied and self.words.capital(group.first - 2)

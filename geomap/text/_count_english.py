"""Who an English sentence says was killed, injured, abducted, arrested or is missing.

The grammar goes by the outcome words: for each it asks whether it is active, passive, a noun or an
adjective, and takes the people from the side where its object or subject stands. What it reads is a
list of `Fact`; `geomap.text.counts` turns facts into counts and adds who said so.
"""

from __future__ import annotations

from dataclasses import replace

from geomap.text._count_auxiliaries import Before
from geomap.text._count_deaths import dies_of_it, is_named_again, was_hurt
from geomap.text._count_ellipsis import read_ellipses
from geomap.text._count_figures import Fact, counted, has_figure, note_updates, zeros
from geomap.text._count_groups import Group
from geomap.text._count_nominals import CHAIN, LISTS, Nominals
from geomap.text._count_numbers import Quantity
from geomap.text._count_objects import single
from geomap.text._count_ordinals import names_ordinal, note_ordinals
from geomap.text._count_parts import read_parts
from geomap.text._count_sides import is_apposition, is_known, is_of_foes, take_sides
from geomap.text._count_tokens import Trigger, Words, find_triggers, nouns
from geomap.text._count_tolls import read_tolls
from geomap.text._count_words import (
    ACCUSED,
    AUXILIARIES,
    BE,
    FAMILY,
    PREPOSITIONS,
    TOLL_HEADS,
    word_set,
)

__all__ = ["read_facts"]


def read_facts(words: Words, outcome: str) -> list[Fact]:
    """Read the facts of one sentence, in text order.

    Parameters
    ----------
    words
        The sentence.
    outcome
        The outcome that the sentence before ended with: what "the number" means.
    """
    triggers = find_triggers(words)
    idle = not triggers and not names_ordinal(set(words.words))
    if idle and TOLL_HEADS.isdisjoint(words.words):
        return []
    return _Reader(words, triggers, outcome).facts()


_FREED = frozenset(["freed", "recovered", "released", "rescued", "freeing", "recovering"])
_TAKEN = word_set("hostage hostages abducted kidnapped captive captives captors abductors ransom")
_CARE = frozenset({"care", "moved", "has"})
_BODIES = frozenset({"body", "bodies", "corpse", "corpses", "dead", "deceased"})
_REST = frozenset({"remaining", "other", "rest", "others"})


class _Reader(Nominals):
    """Reads the facts of one sentence, outcome word by outcome word."""

    def facts(self) -> list[Fact]:
        clause = self.clause
        for place, trigger in enumerate(self.order):
            fact = None if self.is_number_of(trigger) else self._fact(trigger, place)
            if fact is not None and fact.groups and self._is_told(trigger, fact):
                self._keep(fact)
            set_only = self._is_set(trigger, fact) or (fact is None and trigger.form == "number")
            if clause.holder(trigger) is None and not set_only:
                clause.bound = max(clause.bound, trigger.last)
        last = self.read[-1].outcome if self.read else self.before
        for fact in read_tolls(self.words, self.clause.groups, last):
            self._keep(fact)
        self.read += read_ellipses(self.words.words, self.clause.groups, self.read)
        note_ordinals(self.words, self.clause.groups, self.read)
        note_updates(self.words.words, self.read)
        self.read += read_parts(self.clause, self.read)
        known = [fact for fact in self.read if has_figure(fact)]
        return sorted(known, key=lambda fact: fact.groups[0].first)

    def _is_set(self, trigger: Trigger, fact: Fact | None) -> bool:
        """Whether an outcome word names a set only: "a boy among the injured died"."""
        among, the = self.words.at(trigger.first - 2), self.words.at(trigger.first - 1)
        return fact is None and the in {"the", "those"} and among in {"among", "amongst"}

    def _keep(self, fact: Fact) -> None:
        for earlier in self.read:
            same = earlier.groups[0].first == fact.groups[0].first
            if same and earlier.outcome == fact.outcome:
                earlier.rules += [rule for rule in fact.rules if rule == "condition"]
                return
        for group in fact.groups:
            group.used = True
            group.taken = fact.first < fact.groups[0].first
            if group.side == "self":
                fact.rules += ["suicide"] if len(fact.groups) == 1 else []
                group.side = "unknown" if len(fact.groups) == 1 else "militants"
        take_sides(self.words.words, fact.groups)
        words, group, told = self.words.words, fact.groups[0], "" if self.read else self.before
        fact.rules += ["singular"] if group.kind == "person" and group.bare else []
        near = words[max(fact.first - 8, 0) : fact.first]
        fact.rules += [] if ACCUSED.isdisjoint(near) else ["accused"]
        fact.rules += ["of_foes"] if is_of_foes(words, group) else []
        fact.part |= "condition" in fact.rules and group.kind == "them" and bool(self.read)
        if fact.outcome == "killed" and was_hurt(words, group, self.read, told):
            fact.rules.append("was_hurt")
        elif fact.outcome == "killed" and fact.increment and not group.quantity.more:
            fact.rules.append("hurt_then_dead")
        elif fact.outcome == "killed" and told == "injured" and is_named_again(words, group):
            fact.rules.append("named_again")
        self.read.append(fact)

    def _is_told(self, trigger: Trigger, fact: Fact) -> bool:
        """Note the rule of a phrase; False for care of those counted already, or of bodies."""
        if not trigger.rule:
            return True
        fact.rules.append(trigger.rule)
        if trigger.rule == "same" and (self.read or self.before) and not self._is_same(fact):
            return False
        if trigger.rule == "with_him" and _BOMBERS.isdisjoint(self.words.words):
            fact.outcome = "abducted"
        if trigger.rule not in _CARE:
            return True
        dead = not _BODIES.isdisjoint(self.words.words[: trigger.last])
        return not (dead or any(group.used for group in fact.groups))

    def _is_same(self, fact: Fact) -> bool:
        """Give those who "met the same fate" the outcome told before; False where that is none."""
        last = self.read[-1].outcome if self.read else self.before
        fact.outcome = last
        return last in {"killed", "injured", "abducted"}

    # --- one outcome word ---

    def _fact(self, trigger: Trigger, place: int) -> Fact | None:
        holder = self.clause.holder(trigger)
        if holder is not None:
            return self.attributive(trigger, holder)
        if self.words.at(trigger.first - 1) in {"the", "those"} and trigger.form in _SET_FORMS:
            return self.set(trigger)
        if self.words.words[max(trigger.first - 2, 0) : trigger.first] == ["those", "who"]:
            named = self.set(trigger)
            if named is not None:
                return named
        if trigger.form in {"of", "gerund", "split"}:
            return self.nominal(trigger, place)
        if trigger.form == "present":
            return self.present(trigger)
        if trigger.form in {"number", "lives"}:
            return self.number(trigger)
        if trigger.form == "spared":
            return self._spared(trigger)
        if trigger.form == "own":
            return self.own(trigger)
        return None if trigger.form == "toll" else self._verb(trigger, place)

    def _spared(self, trigger: Trigger) -> Fact | None:
        """Read "escaped unhurt": nobody of the subject was injured."""
        if not _FREED.isdisjoint(self.words.words) and not self._is_let_go():
            return None
        before = self.clause.before(trigger)
        if self.words.at(before.end - 1) == "who":
            return None
        members = self.clause.subject(before, reduced=False)
        if trigger.known_noun_only:
            members = counted(members, known=True) or self.pronoun(before)
            if not members:
                return None
        rest = not _REST.isdisjoint(self.words_before(trigger, 10))
        if not members and self._is_thing(before.end - 1):
            return None
        if not members:
            at = trigger.first
            quantity = Quantity(at, trigger.last, 0, 0, 0)
            span = (trigger.last, trigger.last)
            members = [Group(at, trigger.last, quantity, span, "none", "unknown")]
        members = zeros(members[:1])
        first = min(members[0].first, trigger.first)
        return Fact("injured", members, first, trigger.last, part=rest, rules=["unhurt"])

    def _is_thing(self, at: int) -> bool:
        """Whether things stand at a word: "all installations were safe"."""
        word = self.words.at(at)
        noun = None if word in FAMILY else nouns("en").get(word)
        unknown = word.endswith("s") and not self.words.capital(at)
        return unknown if noun is None else noun.side in {"thing", "animal"}

    def _is_let_go(self) -> bool:
        """Whether those released were held for a moment only: no hostages."""
        return _FREED.isdisjoint(set(self.words.words) - {"released"}) and _TAKEN.isdisjoint(
            self.words.words
        )

    # --- verbs ---

    def _verb(self, trigger: Trigger, place: int) -> Fact | None:
        """Read participles, "died" and "dead": an object if active, else a subject."""
        first = self._fronted(trigger) or self._declared(trigger)
        if first is not None:
            return first
        before = self.clause.before(trigger)
        if trigger.form == "passive":
            told = before.passive and not before.modal  # "before he could be taken to hospital"
            return self._passive(trigger, before) if told else None
        if before.modal or before.infinitive:
            return None
        if trigger.form == "verb" and not before.passive:
            members = self.objects(trigger, place)
            if members:
                return self.made(trigger, zeros(members) if before.negated else members)
            if before.perfect and not before.passive:
                return None
        return self._passive(trigger, before)

    def _fronted(self, trigger: Trigger) -> Fact | None:
        """Read "Killed were two men" and "Injured: 12"."""
        at = trigger.first - 1
        start = self.words.at(at - (self.words.at(at) in {"also", "left"})) in _HEADINGS
        if not start or trigger.form not in {"verb", "state"}:
            return None
        at = trigger.last + (self.words.at(trigger.last) == "too")
        at += 3 * (self.words.words[at : at + 3] == [",", "too", ","])
        if self.words.at(at) in PREPOSITIONS and ":" in self.words.words[at : at + _HEADING]:
            at = self.words.words.index(":", at)  # "Killed in the line of duty on Monday: ..."
        elif self.words.at(at) in PREPOSITIONS:
            at = self._inverted(at)  # "Killed in Monday's attack were ..."
        opener = self.words.at(at)
        if opener not in {"were", "was"} and opener not in LISTS:
            return None
        return self.made(trigger, self.clause.objects(at + 1))

    def _inverted(self, at: int) -> int:
        """Return where "were" stands after a modifier that begins at a word, else the word."""
        for index in range(at, min(at + _HEADING, len(self.words.words))):
            word = self.words.words[index]
            if word in {"was", "were"}:
                return index
            if word in AUXILIARIES or index in self.clause.triggers or word == ";":
                break
        return at

    def _declared(self, trigger: Trigger) -> Fact | None:
        """Read "pronounced him dead", "declared them brought dead" and "left him with burns"."""
        at = trigger.first - 1
        at -= self.words.at(at) in {"brought", "as", "already"}
        if self.words.at(at) not in _OBJECTS or self.words.at(at - 1) not in _DECLARES:
            return None
        if self.words.at(at) == "them":
            members = self.clause.antecedent(at)
            return Fact(trigger.outcome, members, at, trigger.last) if members else None
        return Fact(trigger.outcome, [single(at, at + 1, kind="pronoun")], at, trigger.last)

    def _passive(self, trigger: Trigger, before: Before) -> Fact | None:
        if trigger.form == "state" and self._is_modifier(trigger):
            return None
        reduced = not (before.passive or before.perfect or trigger.form == "subject")
        reduced = reduced and not self._is_second_verb(before)
        members = self.clause.hit(before.end) or self.clause.subject(before, reduced=reduced)
        if len(members) == 1 and self.is_told_of(members[0]):
            members = self._named(trigger, before) or members
        fact = Fact(trigger.outcome, [], 0, trigger.last, reduced=reduced)
        if not members:
            members = self._inherited(trigger, before, fact)
        if not members and reduced and self.words.at(before.end - 1) == "them":
            members = self.clause.antecedent(before.end - 1)
        members = counted(members, known=trigger.known_noun_only)
        members = members or self.pronoun(before) or self._named(trigger, before)
        if not members:
            return self._spared_group(trigger, before)
        self.note_another(members)
        self.take_whole(members[0], trigger, reduced=reduced)
        company = self.clause.company(members[-1].last, before.end)
        members = [*members, *company, *self.clause.companions(trigger.last)]
        fact.last = max(fact.last, members[-1].last)
        fact.groups = zeros(members) if before.negated else members
        if before.negated:
            fact.rules.append("negated")
        near = self.words.words[max(before.end - 3, 0) : before.end]
        if members[0].quantity.best == 0 and "side" in near:
            fact.rules.append("one_side")
        fact.first = min(members[0].first, trigger.first)
        known = reduced and is_known(self.words.words, members, trigger)
        fact.rules += ["named"] if known else []
        self._note_succumbed(trigger, fact)
        return fact

    def _is_modifier(self, trigger: Trigger) -> bool:
        """Whether "dead" stands before what it belongs to: "dead bodies", "of dead militants"."""
        following = self.words.at(trigger.last)
        noun = nouns("en").get(following)
        of = self.words.at(trigger.first - 1) in {"of", "with", "some"}
        return following in _NOT_A_STATE or (of and noun is not None and noun.plural)

    def _spared_group(self, trigger: Trigger, before: Before) -> Fact | None:
        """Read "the drivers were not harmed", whose subject has no number."""
        if not before.negated or trigger.outcome != "injured":
            return None
        at = before.end
        zero = Group(at, at, Quantity(at, at + 1, 0, 0, 0), (at, at), "none", "unknown")
        return Fact("injured", [zero], at, trigger.last, rules=["unhurt"])

    def _is_second_verb(self, before: Before) -> bool:
        """Whether an auxiliary further left serves, too: "were offloaded and shot dead"."""
        words = self.words.words
        if self.words.at(before.end - 1) not in {"and", "then"}:
            return False
        region = words[max(self.clause.bound, before.end - 30) : before.end]
        before.agrees = next((BE[word] for word in region if BE.get(word)), "")
        return not AUXILIARIES.isdisjoint(region)

    def _inherited(self, trigger: Trigger, before: Before, fact: Fact) -> list[Group]:
        """Return the subject that an earlier outcome word had ("abducted and later killed")."""
        if not self.read or self.read[-1].last != self.clause.bound:
            return []
        last = self.read[-1]
        between = self.words.words[self.clause.bound : trigger.first]
        if not between and trigger.rule == "state" and last.outcome == "arrested":
            return [replace(group) for group in last.groups]  # "was held in an injured state"
        alone = CHAIN.issuperset(between) or not self._has_group(self.clause.bound, before.end)
        if between and between[-1] in CHAIN and alone and dies_of_it(trigger, last):
            self.read.pop()
            return last.groups
        if between and CHAIN.issuperset(between):
            first = Trigger(0, 0, last.outcome, "verb", known_noun_only=False)
            return self.shared(last.groups, first, trigger, between)
        between = self.words.words[self.clause.bound : before.end]
        plain = "," not in between and _OF_ITS_OWN.isdisjoint(between)
        relative = self._is_relative(last, between)
        found = last.outcome == "abducted" and between[-1:] in (["and"], ["then"], ["later"])
        found = found and alone
        if trigger.outcome != "killed" or not (((last.reduced or found) and plain) or relative):
            return []
        if last.outcome == "injured":
            fact.increment = True
            self.read.pop()
            return last.groups
        return [replace(group) for group in last.groups] if last.outcome == "abducted" else []

    def _is_relative(self, last: Fact, between: list[str]) -> bool:
        """Whether a fact is of "a baker who was hurt on Sunday", whose main verb follows."""
        at = last.groups[-1].last
        comma = self.words.at(at) == ","
        if self.words.at(at + comma) != "who" or not AUXILIARIES.isdisjoint(between[:-1]):
            return False
        return between[-1:] == [","] if comma else "," not in between

    def _has_group(self, first: int, last: int) -> bool:
        """Whether people are named between two words."""
        return any(
            first <= group.first < last and group.kind not in {"thing", "animal"}
            for group in self.clause.groups
        )

    def _named(self, trigger: Trigger, before: Before) -> list[Group]:
        """Read "Gul was killed", "Gul, 35, was killed": a name is one person."""
        if trigger.outcome == "arrested":
            return []
        if before.agrees == "many" or (trigger.form == "subject" and not before.agrees):
            row = self.clause.names_ending(before.end) or self.one_named(trigger, before)
            return [row] if row is not None else []
        if not (before.passive and before.agrees == "one"):
            return []
        at = before.end
        aged = self.words.at(at - 3) == "," == self.words.at(at - 1)
        name = self.clause.name_ending(at - 3 if aged and self.words.at(at - 2).isdigit() else at)
        return [name] if name is not None else []

    def _note_succumbed(self, trigger: Trigger, fact: Fact) -> None:
        """Mark deaths among people who were counted as injured."""
        if fact.outcome != "killed" or trigger.form != "subject" or not self.read:
            return
        last = self.read[-1]
        if last.outcome != "injured":
            return
        both = self.words.at(fact.groups[0].first) in {"both", "all"}
        one = fact.groups[0].kind == "pronoun" and last.groups[0].quantity.best == 1
        if one or (both and fact.groups[0].kind == "none"):
            self.read.pop()
            fact.groups = last.groups
        elif last.groups[0] is fact.groups[0]:
            self.read.pop()
            fact.increment = True
        elif fact.groups[0].kind == "them" or is_apposition(self.words.words, last, fact):
            fact.increment = True


_SET_FORMS = frozenset({"verb", "state"})
_BOMBERS = word_set("bomber attacker vest himself herself detonated explosives")
_OBJECTS = frozenset({"him", "her", "them"})
_DECLARES = word_set("pronounced pronounce declared declare found left leaving shot certified")
_OF_ITS_OWN = AUXILIARIES | word_set("when as while after before under")
"""Words that give a verb a clause of its own: "ten wounded when a coach was riddled"."""
_HEADING = 14
_HEADINGS = frozenset({"", ":", ",", ";", "-", "–", "*", "•"})
_NOT_A_STATE = word_set(
    "body bodies person persons people end line man men a an the its their his her talks"
)

"""Who an Urdu sentence says was killed, injured, abducted, arrested or is missing.

Urdu keeps its verb last, so that the people always stand to the left of the outcome word: right
before it, or before a short adverbial. A noun with the agent's mark (نے) is never a victim.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from geomap.text._count_figures import Fact
from geomap.text._count_numbers import Quantity
from geomap.text._count_people import Group
from geomap.text._count_people_ur import read_groups_ur, read_triggers_ur
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_words import word_set

__all__ = ["read_facts_ur"]

_REACH = 16
_SKIPPED = word_set(
    "شدید معمولی بھی ہی کو کی کے کا موقع پر کل مجموعی طور سب تمام بری طرح بعد ازاں گزشتہ روز"
)
_OBLIQUE = word_set("نے میں سے پر کے کا کی تک سمیت")
_BREAKS = word_set("جبکہ کہ تاہم لیکن مگر ؛ ; ۔ : جب")
_MANY = word_set("گئے ہوئے دیے دیئے کیے کئے ہوگئے ہیں گئیں تھے")
_PLANNED = word_set("دھمکی دھمکیاں کوشش منصوبہ منصوبے سازش ناکام سکتے سکتا سکتی")
_NOT = frozenset({"نہیں", "نہ"})
_RISES = word_set("بڑھ پہنچ ہوگئی ہو پہنچی پہنچنے جاپہنچی اضافہ")
_JOINTS = frozenset({"اور", "،", ",", "و"})
_AFTER = 5
_OTHER_SIGNS = frozenset({"تعداد", "محفوظ", "بال", "زخمیوں"})
_OPENERS = frozenset({"جن", "ان", "زخمیوں", "والوں", "شدگان"})


def read_facts_ur(words: Words) -> list[Fact]:
    """Read the facts of one Urdu sentence, in text order."""
    triggers = read_triggers_ur(words)
    if not triggers and _OTHER_SIGNS.isdisjoint(words.words):
        return []
    return _Reader(words, triggers).facts()


class _Reader:
    """Reads the facts of one sentence."""

    def __init__(self, words: Words, triggers: dict[int, Trigger]) -> None:
        self.words = words
        self.triggers = triggers
        self.groups = read_groups_ur(words, triggers)
        self.lasts = [group.last for group in self.groups]
        self.by_last = {group.last: place for place, group in enumerate(self.groups)}
        self.bound = 0
        self.read: list[Fact] = []
        self._mark_inside()

    def facts(self) -> list[Fact]:
        for trigger in self.triggers.values():
            fact = self._fact(trigger)
            if fact is not None:
                for group in fact.groups:
                    group.used = True
                self.read.append(fact)
            self.bound = trigger.last
        self._add_tolls()
        self._add_parts()
        self._add_spared()
        return sorted(self.read, key=lambda fact: fact.groups[0].first)

    def _mark_inside(self) -> None:
        """Mark parts of a total: before سمیت, and between جن میں and شامل."""
        words = self.words.words
        for place, group in enumerate(self.groups):
            if self.words.at(group.last) == "سمیت":
                for member in self._spread(place):
                    member.inside = True
        for at, word in enumerate(words):
            if word == "شامل":
                opened = self._opener(at)
                for group in self.groups:
                    if opened is not None and opened < group.first < at:
                        group.inside = True

    def _opener(self, at: int) -> int | None:
        """Return where the phrase that ends in شامل was opened."""
        for index in range(at - 1, max(at - _REACH, 0) - 1, -1):
            if self.words.words[index] in _OPENERS:
                return index
        return None

    # --- one outcome word ---

    def _fact(self, trigger: Trigger) -> Fact | None:
        following = self.words.words[trigger.last : trigger.last + _AFTER]
        if not _PLANNED.isdisjoint(following):
            return None
        if following[:1] in (["ہونے"], ["جانے"], ["کیے"]):
            named = self._participle(trigger, following)
            if named is not None:
                return named
        negated = not _NOT.isdisjoint(following)
        members = self._victims(trigger, many=not _MANY.isdisjoint(following[:3]))
        fact = Fact(trigger.outcome, members, 0, trigger.last)
        if not members:
            members = self._inherited(trigger, fact)
        if negated:
            members = [_zero(group) for group in members]
        if not members or (members[0].quantity.best == 0 and not negated):
            return None
        fact.groups = members
        fact.first = min(members[0].first, trigger.first)
        if trigger.form in {"number", "body"}:
            fact.rules.append(trigger.form)
        self._note(fact, trigger)
        return fact

    def _participle(self, trigger: Trigger, following: list[str]) -> Fact | None:
        """Read "the three soldiers martyred", where the people stand to the right."""
        for step, word in enumerate(following[:3]):
            if word in {"والے", "والی"}:
                first = trigger.last + step + 1
                for group in self.groups:
                    if group.first == first and group.kind == "person" and not group.bare:
                        return Fact(trigger.outcome, [group], trigger.first, group.last)
        return None

    def _victims(self, trigger: Trigger, *, many: bool) -> list[Group]:
        words = self.words.words
        end = trigger.first
        while end > self.bound and words[end - 1] in _SKIPPED:
            end -= 1
        place = bisect_right(self.lasts, end) - 1
        if place >= 0 and trigger.form in {"of", "number"} and self.lasts[place] != end:
            return []
        while place >= 0:
            group = self.groups[place]
            gap = words[group.last : trigger.first]
            if group.first < self.bound or len(gap) > _REACH or not _BREAKS.isdisjoint(gap):
                break
            if group.kind == "thing" and group.last == end:
                break
            if self._fits(group, end, many=many, body=trigger.form == "body"):
                return self._spread(place)
            place -= 1
        return []

    def _fits(self, group: Group, end: int, *, many: bool, body: bool) -> bool:
        adjacent = group.last == end
        if group.inside or group.kind in {"thing", "animal", "many"}:
            return False
        owner = body and self.words.at(group.last) in {"کی", "کے"}
        if not adjacent and (group.kind == "none" or self.words.at(group.last) in _OBLIQUE):
            return owner and group.kind == "person" and not (group.bare and many)
        if adjacent and end < len(self.words.words) and self.words.words[end] == "نے":
            return False
        if group.bare:
            together = len(self._spread(self.by_last[group.last])) > 1
            return (together or not many) and (adjacent or self.words.at(group.last) == "کو")
        return True

    def _spread(self, place: int) -> list[Group]:
        """Add what "and" and commas join to the left."""
        members = [self.groups[place]]
        joined = False
        while True:
            at = members[0].first
            while at > self.bound and self.words.words[at - 1] in _JOINTS:
                at -= 1
                joined = joined or self.words.words[at] in {"اور", "و"}
            earlier = self.by_last.get(at)
            if at == members[0].first or earlier is None or not joined:
                return members
            group = self.groups[earlier]
            if group.kind != "person" or group.first < self.bound or group.inside:
                return members
            members.insert(0, group)

    def _inherited(self, trigger: Trigger, fact: Fact) -> list[Group]:
        """Return the people of the word before: "killed and wounded", "a wounded man died"."""
        if not self.read or self.read[-1].last != self.bound:
            return []
        last = self.read[-1]
        between = self.words.words[self.bound : trigger.first]
        if self.words.at(trigger.first).startswith("دم") and len(between) <= 2:
            if last.outcome == "injured":
                self.read.pop()
                fact.increment = True
                return last.groups
            return []
        return []

    def _note(self, fact: Fact, trigger: Trigger) -> None:
        before = self.words.words[max(fact.first - 3, 0) : fact.first]
        quantity = fact.groups[0].quantity
        others = any(other.outcome != fact.outcome for other in self.read)
        earlier = any(other.outcome == "injured" for other in self.read)
        wounded = "زخمیوں" in before or (earlier and "سے" in before and "جن" in before)
        wounded = wounded and fact.outcome == "killed"
        fact.increment = fact.increment or wounded or (quantity.more and not others)
        fact.total = quantity.total
        if trigger.form == "of" and "تعداد" in self.words.words[trigger.last : trigger.last + 3]:
            fact.rules.append("toll")

    # --- tolls and parts ---

    def _add_tolls(self) -> None:
        """Read "the number of dead rose to 14"."""
        words = self.words.words
        for group in self.groups:
            before = words[max(group.first - 7, 0) : group.first]
            if group.used or group.kind not in {"none", "person"} or "تعداد" not in before:
                continue
            if group.bare:
                continue
            hurt = any(word.startswith("زخمی") for word in before)
            after = words[group.last : group.last + 4]
            fact = Fact("injured" if hurt else "killed", [group], group.first, group.last)
            fact.first = max(group.first - 7, 0)
            fact.update = not _RISES.isdisjoint([*before, *after])
            fact.rules.append("toll")
            group.used = True
            self.read.append(fact)

    def _add_parts(self) -> None:
        for group in self.groups:
            if not group.inside or group.used or group.kind != "person":
                continue
            host = self._host(group)
            outcome = host.outcome if host else self._opened_outcome(group)
            if outcome:
                last = min(group.last + 1, len(self.words.words))
                part = Fact(outcome, [group], group.first, last, part=True, rules=["part"])
                group.used = True
                self.read.append(part)

    def _opened_outcome(self, group: Group) -> str:
        """Return what became of those "among the wounded", "among the dead"."""
        before = self.words.words[max(group.first - _REACH, 0) : group.first]
        if any(word.startswith("زخمی") for word in before):
            return "injured"
        return "killed" if not {"والوں", "شدگان"}.isdisjoint(before) else ""

    def _add_spared(self) -> None:
        """Read "remained safe": nobody was injured."""
        for at, word in enumerate(self.words.words):
            safe = word == "محفوظ" and self.words.at(at + 1) in {"رہے", "رہا", "رہی"}
            close = word == "بال" and self.words.at(at + 2) in {"بچ", "بچے", "بچا"}
            if safe or close:
                last = min(at + 2 + close, len(self.words.words))
                zero = Group(at, last, Quantity(at, last, 0, 0, 0), (last, last), "none", "unknown")
                self.read.append(Fact("injured", [zero], at, last, rules=["unhurt"]))

    def _host(self, group: Group) -> Fact | None:
        """Return the total that a part belongs to: around it, after سمیت, else before it."""
        whole = [fact for fact in self.read if not fact.part]
        for fact in whole:
            if fact.first < group.first < fact.last:
                return fact
        after = [fact for fact in whole if fact.first >= group.last]
        before = [fact for fact in whole if fact.last <= group.first]
        if after and (self.words.at(group.last) == "سمیت" or not before):
            return after[0]
        return before[-1] if before else None


def _zero(group: Group) -> Group:
    none = Quantity(group.quantity.first, group.quantity.last, 0, 0, 0)
    return replace(group, quantity=none)

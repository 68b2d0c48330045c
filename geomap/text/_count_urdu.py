"""Who an Urdu sentence says was killed, injured, abducted, arrested or is missing.

Urdu keeps its verb last, so that the people always stand to the left of the outcome word: right
before it, or before a short adverbial. A noun with the agent's mark (نے) is never a victim.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_hits_ur import HIT, hits_ur, shot_ur
from geomap.text._count_names_ur import named_ur
from geomap.text._count_numbers import Quantity
from geomap.text._count_people_ur import read_triggers_ur
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_tolls_ur import Tolls
from geomap.text._count_victims_ur import (
    ADVERBIAL,
    BESIDES,
    BREAKS,
    DIES_BY_ITSELF,
    REACH,
)
from geomap.text._count_words import word_set

__all__ = ["read_facts_ur"]

_PLANNED = word_set("دھمکی دھمکیاں کوشش منصوبہ منصوبے سازش ناکام سکتے سکتا سکتی")
_NOT = frozenset({"نہیں", "نہ"})
_BOMBER = word_set("خودکش بمبار حملہ آور")
_MANY = word_set("گئے ہوئے دیے دیئے کیے کئے ہوگئے ہیں گئیں تھے")
_AFTER = 5
_NOR_REACH = 5
_HIS_REACH = 8
_DONE = word_set("ہوئے ہوا ہوئی ہوئیں گئے گیا گئی گئیں ہوگئے ہوگیا ہوگئی")
_DONE_TWO = frozenset(
    (stem, form)
    for stem, forms in (("ہو", "گئے گیا گئی گئیں"), ("کر", "کے دیا دیے دیئے دی دیں لیا ڈالا"))
    for form in forms.split()
)
"""What follows a word of harm that was done, whatever plan or attempt is named after it."""
_OTHER_CLAUSE = BREAKS | word_set("جس جن جو جنہیں جسے جنھیں ، , البتہ")
"""Words after which a "not" belongs to another clause."""
_LIMBS = frozenset(
    {"ٹانگ", "ٹانگوں", "بازو", "ہاتھ", "پاؤں", "پنڈلی", "گھٹنے", "ٹخنے", "کندھے", "ران"}
)
_SHOTS = frozenset({"گولی", "گولیاں"})
_AFTERWARDS = ["کے", "بعد"]
_REMAINED = frozenset({"رہے", "رہا", "رہی", "رہیں", "ہیں", "ہے"})
_OTHER_SIGNS = HIT | {"تعداد", "محفوظ", "بال", "شامل", "ہسپتال", "اسپتال"}


def read_facts_ur(words: Words) -> list[Fact]:
    """Read the facts of one Urdu sentence, in text order."""
    triggers = read_triggers_ur(words)
    if not triggers and _OTHER_SIGNS.isdisjoint(words.words):
        return []
    return _Reader(words, triggers).facts()


_ALL_OF_THEM = frozenset({"دونوں", "تینوں", "چاروں", "پانچوں", "چھیوں", "ساتوں", "آٹھوں", "تمام"})
_NAME_REACH = 5
_OF_THEM = frozenset({"کی", "کے", "کا", "میں", "سے", "کو"})
_TAKEN_FOR = frozenset({"سمجھ", "سمجھا", "سمجھے", "سمجھتے", "تصور", "خیال", "جان"})
"""After "dead", of those who were only taken for it."""
_SAVED = frozenset({"بچا", "بچائی", "بچائیں", "بچائے", "بچ", "بچیں", "محفوظ"})
_ATTACKED_BY = ("حمل", "دھماک", "فائرنگ", "گولی", "مجروح")
_HURT_BY = ("زخم", "زیر", "علاج", "ہسپتال", "اسپتال", *_ATTACKED_BY, "متاثر")
_FOUGHT_BY = ("لڑ", "جھڑپ", "مقابل", "آپریشن", "کارروائ", "معرک", *_ATTACKED_BY)
"""Beginnings of words for a fight, without which "کام آئے" is "were of use"."""


_CLINICS = frozenset({"ہسپتال", "اسپتال"})
_MOVED = frozenset({"منتقل", "لے", "پہنچایا", "پہنچا", "داخل", "لایا"})
_DEAD_BODIES = word_set("لاش لاشیں لاشوں میت میتیں میتوں نعش نعشیں نعشوں مردہ")


class _Reader(Tolls):
    """Reads the facts of one sentence."""

    def facts(self) -> list[Fact]:
        for trigger in self.triggers.values():
            if self._is_inside(trigger) or self._is_no_harm(trigger):
                continue
            fact = self._fact(trigger)
            if fact is not None:
                for group in fact.groups:
                    group.used = True
                self.read.append(fact)
            self.bound = trigger.last
        self._add_attributes()
        self.add_tolls()
        self.add_counts()
        self._add_parts()
        self._add_spared()
        self._add_moved()
        self.read += hits_ur(self.words, self.groups, self.by_last, self.read)
        self.read = shot_ur(self.words, self.groups, self.by_last, self.read)
        return sorted(self.read, key=lambda fact: fact.groups[0].first)

    def _fact(self, trigger: Trigger) -> Fact | None:
        following = self.words.words[trigger.last : trigger.last + _AFTER]
        done = not _DONE.isdisjoint(following[:1]) or tuple(following[:2]) in _DONE_TWO
        if not done and not _PLANNED.isdisjoint(following):
            return None
        if following[:1] in (["ہونے"], ["جانے"], ["کیے"]):
            named = self._participle(trigger, following)
            if named is not None:
                return named
        negated = self._is_negated(trigger, following)
        members = self.victims(trigger, many=not _MANY.isdisjoint(following[:3]))
        fact = Fact(trigger.outcome, members, 0, trigger.last)
        if not members:
            members = self._inherited(trigger, fact) or self._nobody(trigger, negated=negated)
        if not members:
            members = self.relative(trigger) or self._alone(trigger, fact)
            members = members or self.somebody(trigger, following) or self._named(trigger)
        if negated:
            excepted = self._excepted(members)
            negated = not excepted
            members = excepted or [_zero(group) for group in members]
        if not members or (members[0].quantity.best == 0 and not negated):
            return None
        fact.groups = members
        fact.first = min(members[0].first, trigger.first)
        if trigger.form in {"number", "body"}:
            fact.rules.append(trigger.form)
        near = [*self.words.words[trigger.first : trigger.last], *following[:3]]
        if trigger.outcome == "injured" and "حالت" in near:
            fact.rules.append("condition")
        self._note(fact, trigger)
        return fact

    def _is_attribute(self, trigger: Trigger) -> bool:
        """Whether a word tells which people are meant: "the assets of the martyred officer"."""
        place = self.by_first.get(trigger.last)
        group = self.groups[place] if place is not None else None
        if group is None or trigger.outcome != "killed" or trigger.form != "verb":
            return False
        whole = self.words.at(group.first) in _ALL_OF_THEM
        left = self.by_last.get(trigger.first)
        counted = left is not None and not self.groups[left].bare
        following = self.words.words[group.last : group.last + _NAME_REACH]
        comma = following.index("،") if "،" in following else len(following)
        behind = whole or not _OF_THEM.isdisjoint(following[:comma])
        return (group.bare or whole) and behind and not counted

    def _named(self, trigger: Trigger) -> list[Group]:
        """Read "Master Ghulam Ali died on the spot", a name without a noun."""
        if trigger.outcome not in {"killed", "injured"} or trigger.form in {"of", "number"}:
            return []
        group = named_ur(self.words.words, self.bound, trigger.first)
        return [] if group is None else [group]

    def _is_negated(self, trigger: Trigger, following: list[str]) -> bool:
        """Whether "not" stands after a word, or "nor" before it: "nor was anyone hurt"."""
        before = self.words.words[max(trigger.first - _NOR_REACH, self.bound) : trigger.first]
        before = [] if "تاب" in before else before  # "unable to bear his wounds"
        ends = next(
            (at for at, word in enumerate(following) if word in _OTHER_CLAUSE), len(following)
        )
        return not (_NOT.isdisjoint(following[:ends]) and "نہ" not in before)

    def _nobody(self, trigger: Trigger, *, negated: bool) -> list[Group]:
        """Read the second half of "nobody was killed or hurt"."""
        if not negated or not self.read or self.read[-1].groups[0].quantity.best != 0:
            return []
        gap = self.words.words[self.bound : trigger.first]
        return [self._zero_at(trigger)] if len(gap) <= _NOR_REACH else []

    def _excepted(self, members: list[Group]) -> list[Group]:
        """Return who did die: "nobody but the bomber was killed"."""
        place = self.by_last.get(members[0].first - 2) if members else None
        but = members and self.words.words[members[0].first - 2 : members[0].first] in BESIDES
        group = self.groups[place] if but and place is not None else None
        return [group] if group is not None and group.kind == "person" else []

    def _zero_at(self, trigger: Trigger) -> Group:
        at = trigger.first
        return Group(at, at + 1, Quantity(at, at + 1, 0, 0, 0), (at + 1,) * 2, "none", "unknown")

    def _alone(self, trigger: Trigger, fact: Fact) -> list[Group]:
        """Read "the body was taken away", "he passed away": one, if nobody else is counted."""
        single = self.words.words[trigger.first : trigger.last] in (["لاش"], ["میت"], ["نعش"])
        own = self._is_his_own(trigger)
        if (self.read and not own) or not (single or own or self._is_his(trigger)):
            return []
        fact.rules.append("suicide" if own else "weak")
        at, side = trigger.first, "militants" if own else "unknown"
        one = Quantity(at, at + 1, 1, 1, 1)
        return [Group(at, at + 1, one, (at + 1,) * 2, "none", side, implied=True)]

    def _is_his_own(self, trigger: Trigger) -> bool:
        """Whether a bomber "himself was killed, too"."""
        own = "خود" in self.words.words[max(trigger.first - 2, self.bound) : trigger.first]
        return own and trigger.outcome == "killed" and not _BOMBER.isdisjoint(self.words.words)

    def _is_no_harm(self, trigger: Trigger) -> bool:
        """Whether lives were saved, or somebody passed away of whom no wound or attack is told."""
        if self._is_attribute(trigger):
            return True
        if trigger.form == "of":
            return not _SAVED.isdisjoint(self.words.words[trigger.last : trigger.last + 3])
        if self.words.at(trigger.first) == "مردہ":
            return self.words.at(trigger.last) in _TAKEN_FOR
        if self.words.at(trigger.first) == "کام":
            return not any(word.startswith(_FOUGHT_BY) for word in self.words.words)
        if self.words.at(trigger.first) != "انتقال":
            return False
        return not any(word.startswith(_HURT_BY) for word in self.words.words[: trigger.first])

    def _is_his(self, trigger: Trigger) -> bool:
        """Whether a death is "his": "he ... passed away", with a pronoun for its subject."""
        if self.words.at(trigger.first) not in DIES_BY_ITSELF:
            return False
        before = self.words.words[max(trigger.first - _HIS_REACH, self.bound) : trigger.first]
        close = before[-2:] in (["ان", "کا"], ["اس", "کا"], ["ان", "کی"], ["اس", "کی"])
        subject = before[-1 - before[::-1].index("وہ") :] if "وہ" in before else []
        return close or (len(subject) > 0 and BREAKS.isdisjoint(subject))

    def _participle(self, trigger: Trigger, following: list[str]) -> Fact | None:
        """Read "the three soldiers martyred", where the people stand to the right."""
        for step, word in enumerate(following[:3]):
            if word in {"والے", "والی"}:
                first = trigger.last + step + 1
                for group in self.groups:
                    if group.first == first and group.kind == "person":
                        rules = ["weak"] if group.bare else []
                        return Fact(
                            trigger.outcome, [group], trigger.first, group.last, rules=rules
                        )
        return None

    def _inherited(self, trigger: Trigger, fact: Fact) -> list[Group]:
        """Return the people of the word before: "killed and wounded", "a wounded man died"."""
        if not self.read or self.read[-1].last != self.bound:
            return []
        last = self.read[-1]
        between = self.words.words[self.bound : trigger.first]
        if trigger.outcome == "killed" and last.outcome == "abducted" and between == _AFTERWARDS:
            return [replace(group) for group in last.groups]
        dies = self.words.at(trigger.first) in DIES_BY_ITSELF
        told = between[:2] in (["،", "جو"], [",", "جو"])
        if dies and (len(between) <= 2 or between[-1] in ADVERBIAL or told):
            if last.outcome == "injured" and ("جو" in between[:2] or self._ends_wounded()):
                self.read.pop()
                fact.increment = True
                fact.rules.append("hurt_first")
                return last.groups
            return []
        return []

    def _ends_wounded(self) -> bool:
        return self.words.at(self.bound - 1) == "زخمی"

    def _note(self, fact: Fact, trigger: Trigger) -> None:
        limb = self.words.words[trigger.first - 2 : trigger.first + 1]
        if limb[1:2] == ["میں"] and limb[0] in _LIMBS and limb[2] in _SHOTS:
            fact.outcome = "injured"  # "shot in the leg"
        before = self.words.words[max(fact.first - 3, 0) : fact.first]
        quantity = fact.groups[0].quantity
        people = self.words.words[fact.groups[0].first - 1 : fact.groups[0].last]
        if fact.outcome == "killed" and "زخمی" in people:
            fact.increment = True
            fact.rules.append("was_hurt")
        last = self.read[-1] if self.read else None
        hurt = last is not None and (last.outcome, fact.outcome) == ("injured", "killed")
        if last is not None and hurt and last.groups[0] is fact.groups[0]:
            self.read.pop()
            fact.increment = True
        if fact.outcome == "killed" and fact.groups[0].ordinal:
            self._count_ordinal(fact)
        others = any(other.outcome != fact.outcome for other in self.read)
        earlier = any(other.outcome == "injured" for other in self.read)
        wounded = "زخمیوں" in before or (earlier and "سے" in before and "جن" in before)
        one_of_them = earlier and fact.outcome == "killed" and before[-2:] == ["میں", "سے"]
        wounded = wounded and fact.outcome == "killed"
        fact.rules += ["was_hurt"] if wounded or one_of_them else []
        fact.increment = fact.increment or wounded or (quantity.more and not others)
        fact.total = quantity.total
        if trigger.form == "of" and "تعداد" in self.words.words[trigger.last : trigger.last + 3]:
            fact.rules.append("toll")

    def _count_ordinal(self, fact: Fact) -> None:
        """Turn the death of "a fifth policeman" into a toll of five."""
        group = fact.groups[0]
        number = replace(group.quantity, low=group.ordinal, best=group.ordinal, high=group.ordinal)
        fact.groups = [replace(group, quantity=number, implied=False)]
        fact.update = True
        fact.rules.append("ordinal")

    # --- tolls and parts ---

    def _is_inside(self, trigger: Trigger) -> bool:
        """Whether a word stands inside a group: "two wounded men", "the sixth wounded man"."""
        place = bisect_right(self.firsts, trigger.first) - 1
        return place >= 0 and trigger.last <= self.groups[place].last

    def _add_attributes(self) -> None:
        """Read "two wounded policemen" where nothing else is said of them."""
        for trigger in self.triggers.values():
            place = bisect_right(self.firsts, trigger.first) - 1
            if place < 0 or trigger.last > self.groups[place].last or self.groups[place].used:
                continue
            group = self.groups[place]
            if trigger.outcome == "injured" and not group.ordinal:
                group.used = True
                rules = ["attributive"]
                if "حالت" in self.words.words[group.last : group.last + 3]:
                    rules.append("condition")
                fact = Fact("injured", [group], group.first, group.last, rules=rules)
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
        before = self.words.words[max(group.first - REACH, 0) : group.first]
        if any(word.startswith("زخمی") for word in before):
            return "injured"
        return "killed" if not {"والوں", "شدگان"}.isdisjoint(before) else ""

    def _add_spared(self) -> None:
        """Read "remained safe": nobody was injured."""
        for at, word in enumerate(self.words.words):
            safe = word == "محفوظ" and self.words.at(at + 1) in _REMAINED
            close = word == "بال" and self.words.at(at + 2) in {"بچ", "بچے", "بچا"}
            if safe or close:
                last = min(at + 2 + close, len(self.words.words))
                zero = Group(at, last, Quantity(at, last, 0, 0, 0), (last, last), "none", "unknown")
                self.read.append(Fact("injured", [zero], at, last, rules=["unhurt"]))

    def _add_moved(self) -> None:
        """Read "a woman was taken to hospital": hurt, where nothing else is said of her."""
        for at, word in enumerate(self.words.words):
            if word not in _CLINICS or self.words.at(at + 1) not in _MOVED:
                continue
            place = bisect_right(self.lasts, at) - 1
            group = self.groups[place] if place >= 0 else None
            if group is None or group.used or group.inside or group.kind != "person":
                continue
            gap = self.words.words[group.last : at]
            alive = gap[:1] == ["کو"] and len(gap) <= REACH and _DEAD_BODIES.isdisjoint(gap)
            if alive and BREAKS.isdisjoint(gap) and group.quantity.best:
                group.used = True
                self.read.append(Fact("injured", [group], group.first, at + 2, rules=["moved"]))

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

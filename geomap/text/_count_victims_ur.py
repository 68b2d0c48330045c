"""Whom an Urdu outcome word is about: the people to its left.

They stand right before it, or before a short adverbial ("was hit by a bullet").
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_numbers import Quantity
from geomap.text._count_people_ur import is_noun, read_groups_ur, titles
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_words import word_set

__all__ = ["ADVERBIAL", "BESIDES", "BREAKS", "DIES_BY_ITSELF", "REACH", "Victims"]

REACH = 16
"""How many words a victim may stand before its outcome word."""
BREAKS = word_set("جبکہ کہ تاہم لیکن مگر ؛ ; ۔ : جب")
"""Words at which a subject cannot stand on the other side."""
ADVERBIAL = word_set("سے میں پر کر دوران بعد ہوئے باعث تھا تھے ساتھ پہلے قبل")
"""Last words of an adverbial."""
DIES_BY_ITSELF = word_set("دم جام شہادت جان جانیں جانوں چل جانبر انتقال وفات زندگی")
"""First words of "breathed their last": the dead are the subject, with the agent's mark."""
_SKIPPED = word_set(
    "شدید معمولی بھی ہی کو کی کے کا موقع موقعے موقعہ پر کل مجموعی طور سب تمام بری طرح بعد ازاں "
    "گزشتہ روز خود خودبخود انتہائی"
)
_OBLIQUE = word_set("نے میں سے پر کے کا کی تک سمیت")
_OF_A_PLACE = word_set(
    "ہسپتال اسپتال چوکی چوکیوں کیمپ قافلے قافلہ گاڑی گاڑیوں تھانے موبائل ٹرک اڈے ہیڈکوارٹر آپریشن "
    "کارروائی حکام ترجمان ذرائع"
)
"""Words before which "military" is no soldier."""
BESIDES = (["کے", "علاوہ"], ["کے", "سوا"])
"""After those who were killed as well, and before "nobody" after those who alone were."""
_ANOTHER = frozenset({"دوسرا", "دوسرے", "دوسری", "مزید"})
_OWN = frozenset({"اپنے", "اپنی", "اپنا"})
_JOINTS = frozenset({"اور", "،", ",", "و"})
_BETWEEN_SIDES = _JOINTS | {"جبکہ"}
_ON_THE_BODY = word_set("زخم چوٹ چوٹیں گولی گولیاں چھرہ چھرے خراشیں")
"""First words of "a wound was seen on his face": whose body it was stands before."""
_PARTIES = word_set("فریق گروہ گروپ قبیلے قبیلہ برادری خاندان جانب طرف دھڑے")
_OF = frozenset({"کا", "کے", "کی", "سے"})
_OPENERS = frozenset({"جن", "ان", "زخمیوں", "والوں", "شدگان"})
_NAME_WORDS = 3
_NO_NAME = _OBLIQUE | _JOINTS | BREAKS | word_set("جو جس جن")
_BARE_REACH = 11
_AT = frozenset({"پر", "میں", "ہی"})
_NEAR = 5
_DOING = frozenset({"والا", "والی", "والے"})
_RELATIVE_REACH = 14
_SOMEBODY_REACH = 6
_DAYS = word_set(
    "پیر منگل بدھ جمعرات جمعہ جمعے ہفتہ ہفتے اتوار شام صبح رات دوپہر تاریخ روز ان اس جس انہیں"
)


_LEADERS = word_set(
    "رہنما رہنماء ناظم سردار چیئرمین کونسلر سربراہ امیر صدر پروفیسر خطیب نمبردار مدیر"
)
"""Men of whom a plural verb speaks out of respect."""


class Victims:
    """The groups of a sentence around its outcome words, read from left to right."""

    def __init__(self, words: Words, triggers: dict[int, Trigger]) -> None:
        self.words = words
        self.triggers = triggers
        self.groups = read_groups_ur(words, triggers)
        self.firsts = [group.first for group in self.groups]
        self.lasts = [group.last for group in self.groups]
        self.by_first = {group.first: place for place, group in enumerate(self.groups)}
        self.by_last = {group.last: place for place, group in enumerate(self.groups)}
        self.bound = 0
        self.read: list[Fact] = []
        self._mark_inside()

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
        for index in range(at - 1, max(at - REACH, 0) - 1, -1):
            if self.words.words[index] in _OPENERS:
                return index
            if self.words.words[index] == "میں" and self._is_of_the_harmed(index):
                return index
        return None

    def _is_of_the_harmed(self, at: int) -> bool:
        """Whether "of the dead people" stands before a word."""
        place = self.by_last.get(at)
        group = self.groups[place] if place is not None else None
        if group is None or not group.bare:
            return False
        return any(one.last == group.first for one in self.triggers.values())

    def relative(self, trigger: Trigger) -> list[Group]:
        """Read "two men who were on patrol were killed", "four who were killed in a clash"."""
        words = self.words.words
        for group in reversed(self.groups):
            if group.last <= trigger.first and group.kind == "person" and not group.used:
                gap = words[group.last : trigger.first]
                near = len(gap) <= _RELATIVE_REACH and "جو" in gap[:4]
                return [group] if near and group.quantity.best != 0 and not group.bare else []
        return []

    def victims(self, trigger: Trigger, *, many: bool) -> list[Group]:
        words = self.words.words
        end = trigger.first
        while end > self.bound and words[end - 1] in _SKIPPED:
            if words[end - 1] == "بعد" and self.words.at(end) != "ازاں":
                break  # "three hours later"
            end -= 1
        place = bisect_right(self.lasts, end) - 1
        if place >= 0 and trigger.form in {"of", "number"} and self.lasts[place] != end:
            return []
        agent = self._agent(trigger)
        if agent is not None:
            return self._with_named(agent)
        while place >= 0:
            group = self.groups[place]
            gap = words[group.last : trigger.first]
            if group.first < self.bound or len(gap) > REACH or not BREAKS.isdisjoint(gap):
                break
            if group.kind == "thing" and group.last == end:
                break
            if self._stands_apart(place, end):
                return [self.groups[place - 1], replace(group, kind="person")]
            if self._fits(group, end, trigger, many=many):
                return self._with_attacker(self._of_both(self._spread(place)))
            place -= 1
        return []

    def _stands_apart(self, place: int, end: int) -> bool:
        """Whether a number goes on with its noun: "two men at the spot and one in hospital"."""
        group = self.groups[place]
        earlier = self.groups[place - 1] if place else None
        if group.kind != "none" or earlier is None or earlier.kind != "person" or earlier.bare:
            return False
        where = self.words.words[earlier.last : group.first]
        gap = self.words.words[group.last : end] or self.words.words[group.last : end + 2]
        joined = where[-1:] == ["اور"] and _AT.intersection(where[-3:-1]) and len(where) <= _NEAR
        return bool(joined) and 0 < len(gap) <= _NEAR and gap[-1] in _AT

    def _agent(self, trigger: Trigger) -> Group | None:
        """Return the subject of "breathed their last": with the agent's mark, or a bare number."""
        if trigger.form == "of" or self.words.at(trigger.first) not in DIES_BY_ITSELF:
            return None  # "the president ... over the martyrdom of two soldiers"
        for group in reversed(self.groups):
            gap = self.words.words[group.last : trigger.first]
            if not 0 <= trigger.first - group.last <= REACH or group.inside:
                continue
            if group.first < self.bound or not BREAKS.isdisjoint(gap):
                break
            among = self.words.words[max(group.first - 2, 0) : group.first] == ["میں", "سے"]
            late = group.kind == "none" and among and gap and gap[-1] in ADVERBIAL
            if group.kind in {"person", "none"} and (self._acts(group, gap) or late):
                return group
        return None

    def _acts(self, group: Group, gap: list[str]) -> bool:
        """Whether the agent's mark stands behind a group, or behind the name of a man of rank."""
        if "نے" not in gap[: 2 + _NAME_WORDS]:
            return False
        name = gap[: gap.index("نے")]
        if not name:
            ranked = self._ranked_before(group.first)
            return ranked is None
        return self._is_honoured(group) and not _NO_NAME & set(name)

    def _ranked_before(self, at: int) -> Group | None:
        """Return the man of rank whose name ends before a word, None where there is none."""
        place = bisect_right(self.lasts, at) - 1
        group = self.groups[place] if place >= 0 else None
        if group is None or not (group.bare and self._is_honoured(group)):
            return None
        name = self.words.words[group.last : at]
        named = 0 < len(name) <= 1 + _NAME_WORDS and not _NO_NAME & set(name)
        return group if named and group.first >= self.bound else None

    def _with_named(self, group: Group) -> list[Group]:
        """Add the men of rank named before: "Subedar Gul Zaman and Sepoy Akbar Ali"."""
        members = [group]
        while self.words.at(members[0].first - 1) in _JOINTS:
            earlier = self._ranked_before(members[0].first - 1)
            if earlier is None:
                break
            members.insert(0, earlier)
        return members

    def somebody(self, trigger: Trigger, following: list[str]) -> list[Group]:
        """Return the one whom "killed the principal" tells of by a noun that no list has."""
        killed = trigger.outcome == "killed" and following[:2] == ["کر", "دیا"]
        region = self.words.words[max(self.bound, trigger.first - _SOMEBODY_REACH) : trigger.first]
        if not killed or "کو" not in region:
            return []
        at = trigger.first - region[::-1].index("کو") - 2
        word = self.words.at(at)
        if at < self.bound or word in _DAYS or word.endswith("وں") or is_noun(word):
            return []
        one = Quantity(at, at + 1, 1, 1, 1)
        return [Group(at, at + 1, one, (at, at + 1), "person", "unknown", implied=True)]

    def _with_attacker(self, members: list[Group]) -> list[Group]:
        """Add those of "besides the attacker", and the man of "with his two guards"."""
        first = members[0].first
        first -= self.words.at(first - 1) in _ANOTHER
        place = bisect_right(self.lasts, first) - 1
        if place < 0:
            return members
        group = self.groups[place]
        gap = self.words.words[group.last : first]
        counted = group.kind == "person" and 0 not in {
            group.quantity.best,
            members[0].quantity.best,
        }
        if gap in BESIDES and counted:
            return [*self._spread(place), *members]
        own = self._own_company(members[-1]) and group.kind == "person"
        return [group, *members] if own else members

    def _of_both(self, members: list[Group]) -> list[Group]:
        """Add the first side's dead to the other's: "three of one, one of the other"."""
        words = self.words.words
        at = members[0].first - 1
        if at < self.bound or words[at] not in _OF:
            return members
        at -= words[at - 1] in _PARTIES
        if at < 1 or words[at - 1] not in {"دوسرے", "دوسری"}:
            return members
        at -= 1
        while at > self.bound and at not in self.by_last and words[at - 1] in _BETWEEN_SIDES:
            at -= 1
        place = self.by_last.get(at)
        first = None if place is None else self.groups[place]
        if first is None or first.kind not in {"none", "person"} or first.first < self.bound:
            return members
        number = replace(first.quantity, more=False)  # "three and ...", not "three more"
        return [replace(first, kind="person", quantity=number), *members]

    def _fits(self, group: Group, end: int, trigger: Trigger, *, many: bool) -> bool:
        adjacent = group.last == end
        body = trigger.form == "body"
        if self._own_company(group):
            return True
        if body and trigger.outcome == "injured" and group.kind == "none":
            return False
        if group.inside or group.kind in {"thing", "animal", "many"}:
            return False
        limb = body or self.words.at(trigger.first) in _ON_THE_BODY
        owner = limb and self.words.at(group.last) in {"کی", "کے"}
        if group.kind == "none" and group.quantity.definite and not adjacent:
            return self._past_adverbial(group, end) and self._is_all_of_them(group)
        if not adjacent and (group.kind == "none" or self.words.at(group.last) in _OBLIQUE):
            return owner and group.kind == "person" and not (group.bare and many)
        if adjacent and end < len(self.words.words) and self.words.words[end] == "نے":
            return False
        military = group.bare and self.words.at(group.last - 1) == "فوجی"
        if military and self.words.at(group.last) in _OF_A_PLACE:
            return False
        if group.bare:
            together = len(self._spread(self.by_last[group.last])) > 1
            own = group.noun[0] > group.first or group.quantity.best == 2
            near = adjacent or self.words.at(group.last) == "کو" or self._past_adverbial(group, end)
            near = near or self._is_named(group, end, many=many)
            return (together or own or not many or self._is_honoured(group)) and near
        return True

    def _is_all_of_them(self, group: Group) -> bool:
        """Whether "all three" stands for people named before, not with a noun of its own."""
        after = self.words.at(group.last)
        return after not in _OBLIQUE and not after.endswith("وں") and after not in _PARTIES

    def _is_honoured(self, group: Group) -> bool:
        """Whether a plural verb only honours one man: "the former mayor", "the prayer leader"."""
        words = self.words.words[max(group.first - 1, 0) : group.last]
        return not titles().isdisjoint(words) or not _LEADERS.isdisjoint(words)

    def _is_named(self, group: Group, end: int, *, many: bool) -> bool:
        """Whether only a name stands behind one man: "Lance Naik Irfan", "the shepherd Gul"."""
        gap = self.words.words[group.last : end]
        one = not many or (self._is_honoured(group) and group.side == "security_forces")
        named = all(word[:1].isalpha() and not is_noun(word) for word in gap)
        return one and named and len(gap) <= _NAME_WORDS and not _NO_NAME & set(gap)

    def _past_adverbial(self, group: Group, end: int) -> bool:
        """Whether only an adverbial parts a subject from its word: "a guard, hit by a bullet"."""
        gap = self.words.words[group.last : end]
        if all(word.isascii() and word.isalpha() for word in gap):
            return True  # "on the spot", in English
        late = gap[-1] in ADVERBIAL or gap[-1] in _DAYS
        return late and len(gap) <= _BARE_REACH and "نے" not in gap

    def _own_company(self, group: Group) -> bool:
        """Whether a group is "with his two guards" after the man himself."""
        place = self.by_last[group.last]
        if self.words.at(group.last) != "سمیت" or place == 0:
            return False
        earlier = self.groups[place - 1]
        gap = self.words.words[earlier.last : group.first]
        owned = group.noun[0] > group.first and gap in ([], ["کو"])
        own = len(gap) == 1 and gap[0] in _OWN
        return earlier.implied and earlier.kind == "person" and (own or owned)

    def _before_participle(self, at: int) -> int:
        """Return where "who was passing by" begins before a word, else the word."""
        if self.words.at(at - 1) not in _DOING:
            return at
        for index in range(at - 2, max(at - 2 - _NEAR, self.bound), -1):
            if self.words.words[index - 1] in _JOINTS:
                return index
        return at

    def _spread(self, place: int) -> list[Group]:
        """Add what "and" and commas join to the left."""
        members = [self.groups[place]]
        joined = False
        while True:
            at = self._before_participle(members[0].first)
            while at > self.bound and self.words.words[at - 1] in _JOINTS:
                at -= 1
                joined = joined or self.words.words[at] in {"اور", "و"}
            earlier = self.by_last.get(at)
            if at == members[0].first or earlier is None or not joined:
                return members
            group = self.groups[earlier]
            if group.kind == "none" and self.words.at(group.first - 1) in _OF:
                group = replace(group, kind="person")  # "three of the other side"
            if group.kind != "person" or group.first < self.bound or group.inside:
                return members
            members.insert(0, group)

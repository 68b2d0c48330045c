"""The groups of a sentence by their place, and what joins one to the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from geomap.text._count_asides import find_asides
from geomap.text._count_auxiliaries import Before, read_before
from geomap.text._count_groups import Group
from geomap.text._count_names import past_age
from geomap.text._count_people import find_groups
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_words import AUXILIARIES, BREAKS

__all__ = ["PHRASE_JOINTS", "Layout"]

_MODIFIED_GAP = 7
_BRACKET_REACH = 24
_BEHIND = frozenset({"concerned", "himself", "herself"})
"""Words that may stand behind the one whom they tell of."""
_JOINTS = frozenset({",", "and", "&", "plus"})
PHRASE_JOINTS = (
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("apart", "from"),
    ("aside", "from"),
    ("in", "addition", "to"),
    ("besides",),
    ("alongside",),
)
"""Phrases that add people to those before."""


class Layout:
    """The groups of a sentence, found by the words that they begin and end at.

    ``bound`` is the word before which everything belongs to earlier outcome words.
    """

    def __init__(self, words: Words, triggers: Mapping[int, Trigger]) -> None:
        self.words = words
        self.triggers = triggers
        self.groups = find_groups(words, triggers)
        self.firsts = [group.first for group in self.groups]
        self.lasts = [group.last for group in self.groups]
        self.by_first = {group.first: place for place, group in enumerate(self.groups)}
        self.by_last = {group.last: place for place, group in enumerate(self.groups)}
        self.bound = 0
        self.asides = find_asides(words.words, triggers)
        self.aside_ends = {last: first for first, last in self.asides.items()}

    def holder(self, trigger: Trigger) -> Group | None:
        """Return the group that an outcome word stands inside of ("two injured soldiers")."""
        place = bisect_right(self.firsts, trigger.first) - 1
        if place >= 0 and self.groups[place].last > trigger.first:
            return self.groups[place]
        return None

    def before(self, trigger: Trigger) -> Before:
        """Read auxiliaries and adverbs leftwards from an outcome word."""
        return read_before(self.words.words, trigger.first, self.bound)

    def _is_name(self, first: int, last: int) -> bool:
        """Whether words ``first`` to ``last`` are all written with capitals."""
        return first < last <= first + 6 and all(
            self.words.capital(at) and self.words.words[at][0].isalpha()
            for at in range(first, last)
        )

    def _joint_left(self, first: int) -> tuple[int, bool]:
        """Skip "and", commas and "as well as" leftwards; say whether there was more than commas."""
        words = self.words.words
        at, has_and = first, False
        while at > self.bound and words[at - 1] in _JOINTS:
            at -= 1
            has_and = has_and or words[at] != ","
        if self.aside_ends and words[at : at + 1] == [","]:
            at = self.aside_ends.get(at + 1, at)
        for phrase in PHRASE_JOINTS:
            if tuple(words[max(at - len(phrase), 0) : at]) == phrase:
                at -= len(phrase)
                return at - (words[at - 1] == "," if at else 0), True
        return at, has_and

    def _group_ending(self, at: int, *, across: bool) -> Group | None:
        """Return the group that ends at a word, past its name or, if `across`, its modifiers."""
        at = self._before_bracket(at)
        at -= self.words.at(at - 1) in _BEHIND  # "the officer concerned and two others"
        place = self.by_last.get(at)
        if place is not None:
            return self.groups[place]
        start = at
        while start > self.bound and at - start < 6 and self._is_name(start - 1, start):
            start -= 1
            if start in self.by_last:
                break
        if start < at:
            place = self.by_last.get(start)
            if place is None and self.words.at(start - 1) == ",":
                place = self.by_last.get(start - 1)
            if place is not None:
                return self.groups[place]
        place = bisect_right(self.lasts, at) - 1
        while across and place >= 0 and self.groups[place].kind == "thing":
            place -= 1
        if not across or place < 0 or at - self.lasts[place] > _MODIFIED_GAP:
            return None
        gap = self.words.words[self.lasts[place] : at]
        if gap[0] not in {"of", "from", "belonging", "in", "at"} or "," in gap:
            return None
        closed = AUXILIARIES.isdisjoint(gap) and BREAKS.isdisjoint(gap)
        return self.groups[place] if closed else None

    def _before_bracket(self, at: int) -> int:
        """Skip "(age: 33 years)" leftwards."""
        if self.words.at(at - 1) != ")":
            return at
        for opening in range(at - 2, max(at - _BRACKET_REACH, self.bound) - 1, -1):
            if self.words.words[opening] == "(":
                return opening
        return at

    def _past_name(self, member: Group, pending: list[Group]) -> int:
        at = (pending[-1] if pending else member).last
        end = at
        while end < len(self.words.words) and end - at < 5 and self._is_name(end, end + 1):
            end += 1
        return past_age(self.words, end)

    def _joint_right(self, last: int) -> tuple[int, bool]:
        words = self.words.words
        last = self.asides.get(last, last) - (last in self.asides)
        at, has_and = last, False
        while at < len(words) and words[at] in _JOINTS and at - last < 2:
            has_and = has_and or words[at] != ","
            at += 1
        for phrase in PHRASE_JOINTS:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return at + len(phrase), True
        return (at, has_and) if at > last else (-1, False)

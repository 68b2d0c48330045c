"""Subjects and objects: which groups of people stand where an outcome word looks for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from geomap.text._count_asides import DASHES, is_sum, is_whole, opening_dash
from geomap.text._count_auxiliaries import Before, is_adverb
from geomap.text._count_groups import Group
from geomap.text._count_objects import LOOK_LEFT
from geomap.text._count_rows import COUNTED_KINDS, Included, Rows
from geomap.text._count_tokens import Trigger, Words
from geomap.text._count_words import (
    AUXILIARIES,
    BE,
    BREAKS,
    DEAD_OR_HURT,
    INCLUDING,
    PREPOSITIONS,
    word_set,
)

__all__ = ["Clause", "Included"]

_REDUCED_GAP = 9
_ASIDE = 8
"""Words of "brothers by relation," in "three of whom, brothers by relation, died"."""
_PARTICIPLE_REACH = 12
_BE_SINCE = frozenset({*BE, "since"})
_RELICS = word_set("skeleton skeletons bones skulls portraits pictures photographs graves statues")
_HARD_BREAKS = frozenset({";", ":", "but", "whereas"})
_LISTING = DASHES | {":", "("}


def _speaks(gap: Sequence[str]) -> bool:
    """Whether those before these words only speak: "a doctor said he died"."""
    return bool(gap) and gap[0] in _SPEAKS and gap[1:2] not in (["to"], ["were"], ["was"])


_SPEAKS = frozenset({"said", "says", "told", "confirmed", "added", "stated", "announced"})


class Clause(Rows):
    """The groups of a sentence around its outcome words, read from left to right."""

    def __init__(self, words: Words, triggers: Mapping[int, Trigger]) -> None:
        super().__init__(words, triggers)
        self.included += self._included()

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
        opening = opening_dash(self.words.words, before.end, self.bound)
        if opening and not reduced:
            total = self.subject(replace(before, end=opening), reduced=False)
            if total:
                parts = self._members_after(opening + 1, follows=True)
                self.make_parts(total[-1], parts)
                return total
        return self._subject(before, reduced=reduced)

    def _subject(self, before: Before, *, reduced: bool) -> list[Group]:
        """Return the subject of a word outside of any aside."""
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
            far = told or not self._in_reach(group, before.end, reduced=reduced)
            if far and group.kind in {"thing", "animal"}:
                place -= 1
                continue
            if far:
                break
            if _speaks(self.words.words[group.last : before.end]):
                return []
            verdict = self._verdict(place, before, reduced=reduced)
            if verdict == "head":
                return _of_one_man(self.spread_left(place, reduced=reduced), before)
            if verdict == "stop":
                return []
            if verdict == "maybe" and fallback is None:
                fallback = place
            place -= 1
        members = [] if fallback is None else self.spread_left(fallback, reduced=reduced)
        return _of_one_man(members, before)

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
        opens = (
            opener in PREPOSITIONS
            or (gap == [","] and self._closes(end))
            or opener in INCLUDING
            or self._is_name(group.last, end)
        )
        opens = opens or (len(gap) < 5 and gap[0].endswith("ed") and gap[-1] in {",", "and"})
        return len(gap) <= _REDUCED_GAP and opens and AUXILIARIES.isdisjoint(gap)

    def _is_of_another(self, group: Group, end: int) -> bool:
        """Whether a number is that of "four men from Bara and three from Jamrud were hurt"."""
        gap = self.words.words[group.last : end]
        if not gap or gap[0] not in {"of", "from", "in", "at"} or len(gap) > _REDUCED_GAP:
            return False
        at, has_and = self._joint_left(group.first)
        earlier = self._previous(at, has_and=True, joined=False) if has_and else None
        plain = AUXILIARIES.isdisjoint(gap) and "," not in gap
        return earlier is not None and earlier.kind in COUNTED_KINDS and plain

    def _closes(self, at: int) -> bool:
        """Whether a participle at a word is an aside: "the driver, hit in the leg, was taken"."""
        words = self.words.words
        reach = range(at + 1, min(at + _PARTICIPLE_REACH, len(words) - 1))
        comma = next((index for index in reach if words[index] == ","), 0)
        following = words[comma + 1] if comma else ""
        verb = following in AUXILIARIES or following.endswith("ed") or comma + 1 in self.triggers
        return comma > 0 and verb

    def _verdict(self, place: int, before: Before, *, reduced: bool) -> str:
        """Say whether a group can be the subject: head, maybe, skip, or stop looking."""
        group = self.groups[place]
        gap = self.words.words[group.last : before.end]
        if self._is_bracketed(group, before.end):
            return "skip"
        adjacent = group.last in (before.end, self.aside_ends.get(before.end))
        if group.kind in {"thing", "animal"}:
            modifies = not adjacent or self.is_modifier(group, reduced=False)
            apart = before.agrees == "many" and not group.plural
            apart = apart or self.words.at(group.first - 1) in PREPOSITIONS
            return "skip" if modifies or apart or self.after_verb(group) else "stop"
        if group.kind in {"none", "another", "any"}:
            if group.kind == "none" and self.words.words[group.first : group.last] == ["both"]:
                return (
                    "head"
                    if adjacent and self.words.at(group.first - 1) not in PREPOSITIONS
                    else "skip"
                )
            gap = self.words.words[group.last : group.last + 2]
            including = group.kind == "none" and not INCLUDING.isdisjoint(gap)
            relative = gap == [",", "who"] and self.words.at(before.end - 1) == ","
            relative = relative or gap[:1] == ["who"]
            origin = group.kind == "none" and self._is_of_another(group, before.end)
            return "head" if adjacent or including or relative or origin else "skip"
        if group.kind in {"them", "dead"}:
            near = adjacent or before.end - group.last <= 2 or group.kind == "dead"
            near = near or (gap[0] == gap[-1] == "," and len(gap) <= _ASIDE)
            return "head" if near else "skip"
        relative = self.words.at(group.last) == "who" and not group.used
        relative = relative and self.words.at(group.first - 2) not in _RELICS
        if not relative and self.is_modifier(group, reduced=reduced):
            return "skip"
        if self.words.at(group.first - 1) in {"if", "whether"}:
            return "stop"
        if group.bare and not self.heads_clause(place, before):
            return "skip"
        if not reduced and self.after_verb(group):
            return "maybe"
        return self._agreement(place, before)

    def _is_bracketed(self, group: Group, end: int) -> bool:
        """Whether a group stands in brackets: "Sepoy Gul (24, a resident of Okara)"."""
        gap = self.words.words[group.last : end]
        if gap.count(")") <= gap.count("("):
            return False
        named = self.words.capital(self._before_bracket(end) - 1)
        return group.bare or group.kind == "none" or named

    def _agreement(self, place: int, before: Before) -> str:
        group = self.groups[place]
        if group.quantity.best == 0 or not before.agrees:
            return "head"
        if before.agrees == "one":
            return "maybe" if group.plural else "head"
        if group.plural:
            return "head"
        return "head" if len(self.spread_left(place, reduced=True)) > 1 else "skip"

    def hit(self, end: int) -> list[Group]:
        """Return the guards of "two men fired at three guards and they died"."""
        if self.words.at(end - 1) != "they":
            return []
        for group in reversed(self.groups[: bisect_right(self.lasts, end)]):
            if end - group.last > LOOK_LEFT or group.kind == "person":
                shot = group.plural and self.words.at(group.first - 1) in {"at", "on"}
                return [] if not shot or group.kind != "person" else [replace(group)]
        return []

    # --- parts ---

    def read_list(self, groups: list[Group], at: int) -> None:
        """Read the parts after a mark: "four men were killed: three guards and a driver"."""
        at = max(at, groups[-1].last)
        if self.words.at(at) in _LISTING and len(groups) == 1:
            members = self._members_after(at + 1, follows=True)
            if is_sum(groups[0], members) and not any(group.used for group in members):
                self.make_parts(groups[0], members)

    def _included(self) -> list[Included]:
        """Mark the groups after "including" as parts of a total."""
        found = []
        words = self.words.words
        for group in self.groups:
            comma = self.words.at(group.first - 1) == ","
            if group.kind == "them" and comma and not self._dies(group.last):
                group.inside = group.first - 1 in self.by_last
                self._note_them(group)
            if words[group.last : group.last + 2] == ["among", "them"] or self._is_one_of(group):
                found.append(self._told_with(group))
        if "included" in words:
            self._mark_included()
        marks = [at for at, word in enumerate(words) if word == "among" or word in INCLUDING]
        for at in marks:
            word = words[at]
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

    def _told_with(self, last: Group) -> Included:
        """Mark "two children and a guard" of ", two children and a guard among them,"."""
        row = [last]
        among = self.words.at(last.last) == "among"
        while among:
            at, has_and = self._joint_left(row[0].first)
            if at not in self.by_last:
                break
            group = self.groups[self.by_last[at]]
            rest = sum(each.quantity.best or 0 for each in row)
            large = not has_and and (group.quantity.best or rest) >= rest
            if large or group.kind not in COUNTED_KINDS or is_whole(self.words.words, group):
                break
            row.insert(0, group)
        for group in row:
            group.inside = True
        return Included(row[0].first, row)

    def _mark_included(self) -> None:
        """Mark the groups of ", the man at the wheel included," as parts."""
        words = self.words.words
        asides = [(a, b) for a, b in self.asides.items() if words[b - 2] == "included"]
        for group in self.groups:
            ends = words[group.last : group.last + 2] in (["included", ","], ["included", ")"])
            within = any(a < group.first < b for a, b in asides)
            group.inside = group.inside or ends or within

    def _is_one_of(self, group: Group) -> bool:
        """Whether a group tells of one of those before it: "four people, one a geologist,"."""
        words, at = self.words.words, group.first - 1
        one = group.implied and words[max(at - 1, 0) : at + 1] == [",", "one"]
        return one and words[group.first] in {"a", "an"} and self.words.at(group.last) == ","

    def _dies(self, at: int) -> bool:
        """Whether an outcome of their own follows at a word: "nine, one of whom later died"."""
        aside = self.words.words[at + 1 : at + _ASIDE]
        at += 2 + aside.index(",") if self.words.at(at) == "," and "," in aside else 0
        first = at
        while at not in self.triggers and (
            is_adverb(self.words.at(at)) or self.words.at(at) in _BE_SINCE
        ):
            at += 1
        trigger = self.triggers.get(at)
        if trigger is None or trigger.outcome not in {"killed", "injured"}:
            return False
        died = (trigger.outcome, trigger.form) == ("killed", "subject")
        return died or (trigger.form == "verb" and at > first)

    def _note_them(self, group: Group) -> None:
        """Take in "a woman" of ", one of them a woman,", and "two" of "three of them and two"."""
        place = self.by_first.get(group.last)
        if place is not None and self.words.at(self.groups[place].last) == ",":
            self.groups[place].inside = self.groups[place].used = True
            return
        at = bisect_right(self.firsts, group.last)
        if at >= len(self.groups) or self.groups[at].quantity.best is None:
            return
        other, earlier = self.groups[at], self.groups[: self.by_first[group.first]]
        gap = self.words.words[group.last : other.first]
        both = (group.quantity.best or 0) + (other.quantity.best or 0)
        if gap[-1:] == ["and"] and any(each.quantity.best == both for each in earlier):
            other.inside = other.used = True

    def _members_after(self, at: int, *, follows: bool) -> list[Group]:
        """Read "three policemen, a child and two women" after "including"."""
        members: list[Group] = []
        place = self.by_first.get(at)
        while place is not None and self.groups[place].kind in COUNTED_KINDS:
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


def _of_one_man(members: list[Group], before: Before) -> list[Group]:
    """Return one of "a teacher and poet was shot": two nouns for one man, as "was" says."""
    if before.agrees != "one" or len(members) < 2 or any(m.quantity.best != 1 for m in members):
        return members
    apposed = members[0].bare and members[1].implied  # "Maulana Qadir, a teacher and poet, was"
    titles = members[2:] if apposed and not members[1].bare else members[1:]
    return members[:1] if all(title.bare for title in titles) else members

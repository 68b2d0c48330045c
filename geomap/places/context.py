"""What the mentions of an article say of each other: the admin units that it names, and where.

A name's parent may stand in the same phrase, sentence or paragraph, or elsewhere in the article:
the nearer, the more it says of which of several places the name means.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.places.gazetteer import Entry
from geomap.places.known import Known
from geomap.places.units import shares_origin, unit
from geomap.records import Mention, Place

__all__ = ["Context"]

_PHRASE = 45
"""Characters after a name within which its parent may be named in one phrase."""
_LIST_GAP = 6
"""Characters between two names of one list: ", and "."""
_PARENT_GAP = 16
_APPOSED = frozenset({len(", "), len(" of ")})
"""Characters between a place and the district that it is said to lie in."""
_PROVINCE = len("PK2")
_TOLD = 3
"""Sentences behind one that names where an event was in which a village still lies there."""
_FIRSTS = 2
"""Of each scope the first mention, and the next one should that be the mention itself."""
_LONGEST_NAME = 120
"""Characters before a mention within which a name may start that ends just before it."""
_WIDE_LEVELS = frozenset({"country", "province", "division", "line"})
_AREA_LEVELS = frozenset({"district", "division", "province"})
_PARENT_LEVELS = _AREA_LEVELS | {"tehsil"}


class Context:
    """Which admin units the mentions of an article name for certain, and where."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        codes_of: Sequence[frozenset[str]],
        known: Known,
    ) -> None:
        self._gazetteer = known.gazetteer
        self.standing = known.standing
        self._mentions = mentions
        self._named: list[tuple[Mention, frozenset[str]]] = []
        self._firsts: dict[str, dict[int, list[int]]] = {}
        for mention, codes in zip(mentions, codes_of, strict=True):
            scopes = _scopes(mention)
            for code in codes:
                of_code = self._firsts.setdefault(code, {})
                for scope in scopes:
                    firsts = of_code.setdefault(scope, [])
                    if len(firsts) < _FIRSTS:
                        firsts.append(len(self._named))
            if codes:
                self._named.append((mention, codes))
        self._order = sorted(range(len(self._named)), key=self._start)
        self._starts = [self._start(number) for number in self._order]

    def _start(self, number: int) -> int:
        return self._named[number][0].start

    @property
    def is_elsewhere(self) -> bool:
        """Whether the article names any district or town at all."""
        return any(other.role != "actor" and len(codes) > 1 for other, codes in self._named)

    def names_another(self, mention: Mention, entry: Entry) -> bool:
        """Whether its sentence puts a name in another district, and none in that of a place."""
        near = [
            codes
            for other, codes in self._named
            if other.sentence == mention.sentence and other is not mention
        ]
        fine = [codes for codes in near if any(len(code) > _PROVINCE for code in codes)]
        return bool(fine) and not any(entry.admin2_pcode in codes for codes in near)

    def lies_in_another(self, mention: Mention, entry: Entry) -> bool:
        """Whether a district named right behind a name is not that of a place.

        "Saddar police station, Hangu" is not the Saddar of Peshawar.
        """
        first = bisect_left(self._starts, mention.end)
        last = bisect_right(self._starts, mention.end + _PHRASE)
        for number in self._order[first:last]:
            other, codes = self._named[number]
            if other.sentence == mention.sentence and other.role == mention.role:
                fine = any(len(code) > _PROVINCE for code in codes)
                return fine and entry.admin2_pcode not in codes
        return False

    def is_in_another_province(self, mention: Mention, entry: Entry) -> bool:
        """Whether the sentences right before a village's name put the event in another province.

        "Tribes fought in Upper Kurram. Shells landed in Dandar" is not the Dandar of Balochistan.
        """
        for other, codes in self._named:
            if other.role != "incident_site" or not 0 < mention.sentence - other.sentence <= _TOLD:
                continue
            if any(
                len(code) > _PROVINCE and code[:_PROVINCE] != entry.admin1_pcode for code in codes
            ):
                return True
        return False

    def fitting(self, mention: Mention, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the candidates, or none where the text names a parent that holds none of them.

        "Bagh, Khyber District" is not the Bagh of Azad Kashmir, nor is "Hassan Khel, North
        Waziristan" that of Peshawar.
        """
        if not entries or mention.level_word in _AREA_LEVELS:
            return entries
        if any(entry.level in _WIDE_LEVELS for entry in entries):
            return entries
        first = bisect_left(self._starts, mention.end)
        last = bisect_right(self._starts, mention.end + _PARENT_GAP)
        for number in self._order[first:last]:
            other, codes = self._named[number]
            if other.sentence != mention.sentence or other.role != mention.role:
                continue
            if other.level_word is None and self._is_parent_of(mention, number):
                return entries if any(_lies_in(entry, codes) for entry in entries) else ()
            if other.level_word in _PARENT_LEVELS:
                inside = any(
                    {entry.admin2_pcode, entry.admin1_pcode, entry.country, *entry.districts}
                    & codes
                    for entry in entries
                )
                return entries if inside else ()
        return entries

    def _is_parent_of(self, mention: Mention, number: int) -> bool:
        """Whether a name that only a district has stands right behind: "X, North Waziristan".

        In a list of places ("in X, Bajaur and Swat") none is the parent of another.
        """
        other, _ = self._named[number]
        if not other.name_key.isascii() or other.start - mention.end not in _APPOSED:
            return False
        if any(e.level != "district" for e in self._gazetteer.lookup(other.name_key)):
            return False
        if any(e.level == "district" for e in self._gazetteer.lookup(mention.name_key)):
            return False
        return not any(
            0 <= one.start - other.end <= _LIST_GAP or 0 <= mention.start - one.end <= _LIST_GAP
            for one in self._mentions
            if one.sentence == mention.sentence
        )

    def points(self, mention: Mention, entry: Entry) -> tuple[float, str]:
        """Return the points that named parents give a candidate, and the reason in words."""
        standing = self.standing(entry)
        parents = standing.parents
        best: tuple[float, str, str] = (0.0, "", "")
        for number in self._worth_comparing(mention, standing.near):
            other, codes = self._named[number]
            if other is mention or parents.isdisjoint(codes):
                continue
            fine = bool(entry.admin2_pcode) and entry.admin2_pcode in codes
            points, where = _closeness(mention, other)
            points *= 1.0 if fine or entry.country in codes else 0.6
            if points > best[0]:
                best = points, other.toponym, where
        points, toponym, where = best
        return points, f"{toponym} is named in the same {where}" if points else ""

    def _worth_comparing(self, mention: Mention, codes: Iterable[str]) -> list[int]:
        """Return the named mentions that may give most: neighbours, and the first of each scope.

        Others of one sentence, paragraph or article give no more than its first one does.
        """
        named = [of_code for code in codes if (of_code := self._firsts.get(code)) is not None]
        if not named:
            return []
        scopes = _scopes(mention)
        numbers = {
            number for of_code in named for scope in scopes for number in of_code.get(scope, ())
        }
        if numbers:
            first = bisect_left(self._starts, mention.start - _LONGEST_NAME)
            last = bisect_right(self._starts, mention.end + _PHRASE)
            numbers.update(self._order[first:last])
        return sorted(numbers)

    def localised(self, mention: Mention, line: Place) -> Place:
        """Give a line the province that its own sentence names and that it crosses."""
        crossed = set(line.districts) | {code.partition("-")[0][:3] for code in line.districts}
        for other, codes in self._named:
            if other.sentence == mention.sentence and other is not mention and codes & crossed:
                province = next((code for code in sorted(codes) if len(code) == _PROVINCE), None)
                unit = self._gazetteer.by_id(f"unit:{province}") if province else None
                if unit is not None:
                    return replace(line, admin1=unit.name, admin1_pcode=province)
        return line


def _lies_in(entry: Entry, codes: frozenset[str]) -> bool:
    """Whether a place lies in a district, or in one that it was split from or into."""
    district = entry.admin2_pcode
    if not district or unit(district) is None or district in codes:
        return True
    return bool(codes.intersection(entry.districts)) or shares_origin(district, codes)


def _scopes(mention: Mention) -> tuple[int, int, int]:
    """Return a number for the article, one for the paragraph, and one for the sentence."""
    return 0, -1 - mention.paragraph, 1 + mention.sentence


def _closeness(mention: Mention, other: Mention) -> tuple[float, str]:
    if other.sentence == mention.sentence and (
        0 <= other.start - mention.end <= _PHRASE or 0 <= mention.start - other.end <= _LIST_GAP
    ):
        return 5.0, "phrase"
    if other.sentence == mention.sentence:
        return 3.0, "sentence"
    if other.paragraph == mention.paragraph:
        return 1.5, "paragraph"
    return 1.0, "article"

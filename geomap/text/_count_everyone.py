"""Outcomes of people who were counted before: "none of them survived", "they were all killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_groups import Group
from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_people import find_groups
from geomap.text._count_record import Count, figure_of
from geomap.text._count_remainders import may_tell_of_rest, read_remainders
from geomap.text._count_tokens import find_triggers, read_words
from geomap.text._count_words import ATTACKERS
from geomap.text.patterns import Pattern

__all__ = ["counted_before", "may_tell_of_everyone", "read_everyone"]

_DEAD = (
    r"(?:killed|martyred|dead|died|perished|gunned\s+down|shot\s+dead|neutrali[sz]ed|eliminated|"
    r"murdered|executed|slain|massacred)\b"
)
_FOES = rf"(?P<foes>{ATTACKERS})"
_WERE = r"(?:(?:were|are|had|have|been|also|later|reportedly)\s+){0,3}?"
_EVERYONE = Pattern(
    r"\b(?:none|not\s+one|not\s+a\s+single\s+one)\s+(?:of\s+(?:them|the\s+\w+)\s+)?"
    r"(?:survived|lived|made\s+it|came\s+out\s+alive|could\s+be\s+saved)\b"
    r"|\b(?:no\s+one|nobody)\s+(?:on\s+board\s+|inside\s+)?survived\b"
    r"|\bno\s+survivors\b"
    r"|\btheir\s+(?:[\w-]+\s+){0,2}?bodies(?=\s+(?:were|had|have|was|lay)\b)"
    rf"|\b(?:they|all)\s+{_WERE}(?:all\s+)?{_DEAD}"
    r"|\bthey\s+(?:were|had\s+been)\s+(?:marched|taken|led|dragged|pulled|forced|made|lined|ordered)\b[^.;,]{0,80}?"
    r"\band\s+(?:then\s+)?(?:shot|executed)\b(?!\s+(?:at\b|and\b|up\b|in\s+(?:the|their)\s+(?!heads?\b)))(?![^.]*\bsurviv)"
    rf"|\ball\s+of\s+(?:them|whom)\s+{_WERE}{_DEAD}"
    rf"|\ball\s+(?:of\s+)?the\s+(?:\w+\s+)?{_FOES}\s+{_WERE}{_DEAD}"
    r"|\b(?:shot|killed|gunned|executed|murdered|beheaded)\s+(?:them\s+all|all\s+of\s+them|them\s+dead)\b"
    r"|\b(?:killing|shooting|executing)\s+(?:them\s+all|all\s+of\s+them)\b"
    r"|\b(?:beat|beaten|beating|stoned|stoning|hacked|hacking|clubbed|burnt|tortured|kicked|thrashed|choked|starved)\s+"
    r"(?:them(?:\s+(?:all|both))?|both(?:\s+(?:of\s+them|men))?|all\s+of\s+them)\s+to\s+death\b"
    r"|\blynched\s+(?:them|both)\b"
    r"|\b(?:pronounced|declared)\s+(?:them|all|both)\s+(?:of\s+them\s+)?(?:as\s+)?(?:brought\s+)?dead\b",
    re.IGNORECASE,
)
_ARMED = frozenset({"armed", "masked", "unidentified"})
_HURT = Pattern(
    rf"\b(?:they|all)\s+{_WERE}(?:all\s+)?(?:injured|wounded|hurt)\b"
    rf"|\ball\s+of\s+(?:them|whom)\s+{_WERE}(?:injured|wounded|hurt)\b",
    re.IGNORECASE,
)


def may_tell_of_everyone(marks: int) -> bool:
    """Whether a sentence with these marks may hold such an outcome."""
    return marks & (_EVERYONE.mark | _HURT.mark) != 0 or may_tell_of_rest(marks)


def read_everyone(
    text: str, span: tuple[int, int], earlier: Sequence[tuple[int, int]], told: Sequence[Count]
) -> list[Count]:
    """Read what became of people whose number stands in a clause or a sentence before.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    earlier
        The sentences before it, the nearest last.
    told
        The counts of the sentence: an outcome that has one is not read again.
    """
    start, end = span
    found = []
    for outcome, pattern in (("killed", _EVERYONE), ("injured", _HURT)):
        match = pattern.pattern.search(text, start, end)
        own = [count for count in told if count.outcome == outcome and count.best is not None]
        after = match is not None and all(_is_of_attacked(count, match.end()) for count in own)
        if match is None or not after:
            continue
        if outcome == "killed" and (number := _shot_by_forces(text, start, match)):
            fallen = figure_of(outcome, number, match.span(), side="militants", rules=("everyone",))
            found.append(fallen)
            continue
        group = counted_before(text, (start, match.start()), earlier)
        if group is None or (match[0].endswith("bodies") and group.side == "militants"):
            continue
        foes = bool(own) or match.groupdict().get("foes")
        if group.side == "militants" or not foes:
            found.append(_count(outcome, match, group))
    return found + read_remainders(text, span, earlier, [*told, *found])


_FORCES = re.compile(
    r"\s+by\s+(?:the\s+|army\s+|police\s+)?(?:commandos|troops|soldiers|security\s+forces|forces|police|army|snipers|guards|security\s+personnel)\b",
    re.IGNORECASE,
)
_THERE_WERE = re.compile(
    rf"\b(?:there\s+were|they\s+numbered|they\s+were)\s+(?P<number>{NUMBER})(?:\s+(?:of\s+them|in\s+all|in\s+number))?(?=\s*,|\s+and\b)",
    re.IGNORECASE,
)


def _shot_by_forces(text: str, start: int, match: re.Match[str]) -> int:
    """Return how many attackers forces killed, where "there were four of them" tells it, else 0."""
    number = _THERE_WERE.search(text, max(start, match.start() - _NEAR), match.start())
    if number is None or not _FORCES.match(text, match.end()):
        return 0
    return value_of(number["number"])


_NEAR = 60


def _is_of_attacked(count: Count, at: int) -> bool:
    """Whether a figure behind a word is of those attacked: "all were shot; two guards died"."""
    return count.number_start >= at and count.side in {"civilians", "security_forces"}


def counted_before(
    text: str, span: tuple[int, int], earlier: Sequence[tuple[int, int]]
) -> Group | None:
    """Return the group of several people that was named last, its sentence's first."""
    for first, last in (span, *reversed(earlier[-2:])):
        words = read_words(text, first, last)
        groups = [
            group
            for group in find_groups(words, find_triggers(words))
            if group.kind == "person"
            and group.plural
            and group.quantity.best
            and _ARMED.isdisjoint(words.words[group.first : group.last])
        ]
        if groups:
            return _with_row(words.words, find_groups(words, find_triggers(words)), groups[0])
    return None


_JOINTS = ([","], ["and"], [",", "and"], ["along", "with"])


def _with_row(words: Sequence[str], groups: Sequence[Group], group: Group) -> Group:
    """Return a group with those told together with it: "a farmer, his wife and three children"."""
    people = [one for one in groups if one.kind == "person" and one.quantity.best]
    at = next((n for n, one in enumerate(people) if one.first == group.first), None)
    first = last = at
    if at is None or first is None or last is None:
        return group
    while first and list(words[people[first - 1].last : people[first].first]) in _JOINTS:
        first -= 1
    while last + 1 < len(people) and (
        list(words[people[last].last : people[last + 1].first]) in _JOINTS
    ):
        last += 1
    row = people[first : last + 1]
    if len(row) == 1 or not any(one.implied for one in row) or len(row) > _LONGEST_ROW:
        return group
    number = sum(one.quantity.best or 0 for one in row)
    quantity = replace(group.quantity, low=number, best=number, high=number)
    sides = {one.side for one in row}
    return replace(group, quantity=quantity, side=sides.pop() if len(sides) == 1 else "unknown")


_LONGEST_ROW = 8


def _count(outcome: str, match: re.Match[str], group: Group) -> Count:
    quantity = group.quantity
    return Count(
        start=match.start(),
        end=match.end(),
        outcome=outcome,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        side=group.side
        if group.side in {"civilians", "security_forces", "militants"}
        else "unknown",
        who="",
        number_start=match.start(),
        number_end=match.end(),
        rules=("everyone",),
    )

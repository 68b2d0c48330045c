"""Figures said of a toll: "the death toll rose to 14", "gave the number of wounded as nine"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_tokens import Words, modifiers, nouns
from geomap.text._count_words import DEAD_OR_HURT, TOLL_HEADS, UPDATES, word_set

__all__ = ["read_tolls"]

_REACH = 40
_NEAR = 12
_AFTER_HEAD = 8
_SIDE_REACH = 7
_LINKS = frozenset({"to", "at", "as"})
_STATES = word_set("of for : is was now currently at are were numbered number numbers numbering")
_CLOSE = 5
_NUMBERED = frozenset({"numbered", "number", "numbers", "numbering"})
_GIVES = word_set(
    "put puts putting gave gives giving given listed lists listing placed places counted reported "
    "recorded stated quoted"
)
_CHANGES = UPDATES - word_set("put puts putting stood stands standing")
_NOW = word_set("now later latest new fresh revised updated so final finally eventually")
_BY_NOW = word_set("evening nightfall night midnight noon afternoon morning")
_SETS = word_set("wounded injured hurt dead deceased killed martyred slain")
_DEAD = word_set("killed dead martyred slain")
_NUMBERS = word_set("number count figure figures total tally toll")
_OF_DEATH = word_set("death body casualty fatality")
_DIED = word_set("died perished succumbed")
_HOURS = word_set("am pm a.m p.m o'clock hrs hours noon midnight places points locations sites")
_OUTCOMES = (
    ("injured", word_set("injured wounded hurt injuries injury")),
    ("abducted", word_set("abducted kidnapped hostages")),
    ("arrested", word_set("arrested arrests detained")),
    ("missing", word_set("missing")),
)


def read_tolls(words: Words, groups: Sequence[Group], outcome: str) -> list[Fact]:
    """Read the figures of a sentence that are said of a toll or number, and not used yet.

    Parameters
    ----------
    words
        The sentence.
    groups
        Its groups.
    outcome
        What a bare "the number" or "the figure" counts: the outcome of the figure before it.
    """
    if TOLL_HEADS.isdisjoint(words.words) and _SETS.isdisjoint(words.words):
        return []
    facts = []
    for group in groups:
        if group.used or group.implied or group.kind not in {"none", "person"}:
            continue
        at = _head(words.words, group)
        if at is None:
            continue
        found = _outcome(words, at, group.first) or (outcome if _is_bare(words, at) else "")
        if found:
            facts.append(_fact(words, group, at, found, groups))
    return facts


def _fact(words: Words, group: Group, at: int, outcome: str, groups: Sequence[Group]) -> Fact:
    before = words.words[max(group.first - _REACH, 0) : group.first]
    if group.kind == "none":
        group.side = _side(words, at)
    first, last = min(at, group.first), max(at + 1, group.last)
    update = not (UPDATES | _GIVES | {"now"}).isdisjoint(before)
    now = not _NOW.isdisjoint(words.words) or _is_by_now(words.words)
    changed = now or not _CHANGES.isdisjoint(before)
    rules = ["toll"] if changed or not update else ["toll", "stated"]
    whole = [group, *_listed(words.words, group, groups)]
    last = max(last, whole[-1].last)
    fact = Fact(outcome, [replace(one) for one in whole], first, last, update=update, rules=rules)
    fact.total = "total" in words.words[max(at - 2, 0) : at + 1]
    return fact


def _is_by_now(words: Sequence[str]) -> bool:
    """Whether a time of day says when a figure was given: "by noon", "in the evening, police"."""
    opens = list(words[:2]) == ["in", "the"] and not _BY_NOW.isdisjoint(words[2:3])
    return opens or any(
        word in _BY_NOW
        and words[max(at - 2, 0) : at][-1:] in (["by"], ["the"])
        and "by" in words[max(at - 2, 0) : at]
        for at, word in enumerate(words)
    )


def _listed(words: Sequence[str], group: Group, groups: Sequence[Group]) -> list[Group]:
    """Return those counted along with a group: "the dead at seven soldiers and a driver"."""
    found: list[Group] = []
    last = group
    for other in groups:
        joined = list(words[last.last : other.first]) in (["and"], [","], [",", "and"])
        if other.first >= last.last and joined and other.kind == group.kind == "person":
            found.append(other)
            last = other
    return found


def _head(words: Sequence[str], group: Group) -> int | None:
    """Return the word that a figure is said of ("toll", "number"), None where it is of no toll."""
    link = words[group.first - 1] if group.first else ""
    if link == "the" and group.first > 1:
        link = words[group.first - 2]
    if not _HOURS.isdisjoint(words[group.last : group.last + 1]):
        return None
    lowest = max(group.first - _REACH, 0)
    before = words[lowest : group.first]
    repeated = _repeated(words, group.first)
    if repeated is not None:
        return repeated
    changes = link in _LINKS and not (UPDATES | _GIVES).isdisjoint(before)
    for at in range(group.first - 1, lowest - 1, -1):
        if words[at] in {";", "but"}:
            break
        if changes or link in UPDATES:
            if _is_head(words, at, group.first):
                return at
        elif link in _STATES and _states(words, at, group.first):
            return at
    following = list(words[group.last : group.last + 3])
    if link in _LINKS | UPDATES and (
        following[:2] == ["the", "toll"] or following == ["the", "number", "of"]
    ):
        return group.last + 1
    return None


def _is_head(words: Sequence[str], at: int, until: int) -> bool:
    """Whether a word is a toll, or "the wounded" of "put the wounded at nine"."""
    if words[at] in TOLL_HEADS:
        return words[at] in _NUMBERS or until - at <= _NEAR
    if words[at] not in _SETS or until - at > _NEAR:
        return False
    given = (UPDATES | _GIVES).intersection(words[max(at - 3, 0) : at])
    return words[at - 1] == "the" and bool(given or _is_given(words, at, until))


def _is_given(words: Sequence[str], at: int, until: int) -> bool:
    """Whether "the wounded" at a word "were put at" a figure."""
    were = [index for index in range(at + 1, until - 1) if words[index] in {"were", "was", "are"}]
    return bool(were) and words[were[0] + 1] in _GIVES


def _repeated(words: Sequence[str], until: int) -> int | None:
    """Return "injured" of "the dead were put at six, the injured at nine", None elsewhere."""
    at = until - 1 - (words[until - 1] == "at")
    if at < 1 or words[at] not in _SETS or words[at - 1] != "the":
        return None
    before = words[max(at - _REACH, 0) : at - 1]
    told = _NUMBERED if at == until - 1 else _NUMBERED | _GIVES | UPDATES
    return None if told.isdisjoint(before) else at


def _states(words: Sequence[str], at: int, until: int) -> bool:
    """Whether a figure is the toll's: "a toll of four", "the number of wounded: 17"."""
    if words[until - 1] in _NUMBERED:
        return words[at] in _SETS and words[at - 1] == "the" and until - at <= _NEAR
    if until - at > _CLOSE:
        return False
    if words[at] in {"toll", "tally"}:
        return True
    gap = words[at + 1 : until]
    counts = words[at] in {"number", "figure", "count"} and gap[:1] in (["of"], ["for"])
    return counts and gap[-1] not in {"of", "for"}


def _is_bare(words: Words, at: int) -> bool:
    """Whether a head does not say what it counts ("gave the number as 21")."""
    if words.at(at - 1) in _OF_DEATH:
        return False
    return words.words[at] in {"number", "figure", "count"} and words.at(at + 1) != "of"


def _outcome(words: Words, at: int, until: int) -> str:
    """Return what the head counts; "" for a number of things."""
    until = min(until, at + 2 * _AFTER_HEAD) if until > at else at + _AFTER_HEAD
    near = set(words.words[max(at - 2, 0) : until])
    for outcome, signs in _OUTCOMES:
        if near & signs:
            return outcome
    if _is_bare(words, at):
        return "killed" if words.at(at + 1) in _DEAD else ""
    if words.words[at] == "number" and words.at(at + 1) == "of":
        table = nouns("en")
        found = [table[word].side for word in words.words[at + 2 : at + 6] if word in table]
        people = any(side not in {"thing", "animal"} for side in found)
        harmed = near & (DEAD_OR_HURT | _SETS | {"deaths", "fatalities"})
        people = people or "lives" in near
        people = people or "those" in near
        if not harmed and not (people and near & (_DIED | {"lost"})):
            return ""
    return "killed"


def _side(words: Words, at: int) -> str:
    """Return the side of those whom "the number of soldiers killed" counts."""
    if "of" in words.words[max(at - 2, 0) : at]:
        at -= 1 + (words.at(at - 1) != "of")
        at -= words.at(at) == "of"
    if words.at(at + 1) != "of":
        return "unknown"
    table, hints = nouns("en"), modifiers()
    sides: set[str] = set()
    for word in words.words[at + 2 : at + 2 + _SIDE_REACH]:
        noun = table.get(word)
        if noun is not None and noun.side in {"thing", "animal"}:
            break
        if noun is not None:
            return noun.side if noun.side != "unknown" or not sides else sides.pop()
        if word in {"in", "at", "by", "from", ",", "has", "had", "to", "rose"}:
            break
        if word in hints:
            sides.add(hints[word])
    return "unknown"

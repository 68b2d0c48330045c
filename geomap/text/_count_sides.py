"""Whose people they are: "three of his men" are the officer's, "five of them" the attackers."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_tokens import Trigger, nouns
from geomap.text._count_words import ATTACKER_WORDS, word_set

__all__ = ["VESTS", "is_apposition", "is_known", "is_of_foes", "take_sides"]

_MEN = word_set("men colleagues comrades subordinates companions")
_HIS = frozenset({"his", "her", "their"})
VESTS = word_set("vest vests suicide jacket detonate detonated detonating")
"""What only an attacker wears or does."""
_REACH, _NEAR = 24, 9


def take_sides(words: Sequence[str], groups: Sequence[Group]) -> None:
    """Give those who are told by whose men they are the side of the one before.

    Parameters
    ----------
    words
        The words of the sentence.
    groups
        The people of one fact, in text order.
    """
    first = groups[0]
    for group in groups[1:]:
        phrase = set(words[group.first : group.last])
        his = not _HIS.isdisjoint(phrase) and not _MEN.isdisjoint(phrase)
        if his and group.side == "unknown" and first.side == "security_forces":
            group.side = first.side


def is_of_foes(words: Sequence[str], group: Group) -> bool:
    """Whether "five of them" are attackers: those named last, or somebody in a suicide vest."""
    if group.kind != "them" or group.side != "unknown":
        return False
    if not VESTS.isdisjoint(words[group.last : group.last + _NEAR]):
        return True
    for at in range(group.first - 1, max(group.first - _REACH, 0) - 1, -1):
        if words[at] in ATTACKER_WORDS or _are_people(words[at]):
            agent = "by" in words[max(at - 2, 0) : at]  # "the guards attacked by militants"
            return words[at] in ATTACKER_WORDS and not agent
    return False


def _are_people(word: str) -> bool:
    noun = nouns("en").get(word)
    return noun is not None and noun.plural and noun.side not in {"thing", "animal"}


def is_known(words: Sequence[str], groups: Sequence[Group], trigger: Trigger) -> bool:
    """Whether a fact only says who is meant: "the constable martyred in the attack was buried".

    Parameters
    ----------
    words
        The words of the sentence.
    groups
        The people of the fact, whose word for the outcome has no auxiliary.
    trigger
        This word.
    """
    at = trigger.last
    if trigger.outcome != "killed":
        return False
    one = len(groups) == 1 and groups[0].implied and words[groups[0].first] == "the"
    return one and at < len(words) and words[at] in _WHEN_AND_WHERE


_WHEN_AND_WHERE = frozenset({"in", "at", "on", "during", "by", "near"})


def is_apposition(words: Sequence[str], last: Fact, fact: Fact) -> bool:
    """Whether a fact is of "one of the injured, a constable, later died"."""
    gap = list(words[last.last : fact.groups[0].first])
    return "of_a_total" in last.rules and gap == [","] and fact.groups[0].implied

"""Whom a bullet hit, in Urdu: "the bullet hit her in the arm" is one person hurt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_numbers import Quantity
from geomap.text._count_tokens import Words
from geomap.text._count_words import word_set

__all__ = ["HIT", "hits_ur", "shot_ur"]

HIT = word_set("لگی لگیں لگے لگا پیوست")
_MISSILES = word_set("گولی گولیاں چھرا چھرہ چھرے شیل ٹکڑا ٹکڑے پیلٹ")
_LIMBS = word_set(
    "بازو ٹانگ ٹانگوں ہاتھ پاؤں کندھے کندھا ران پیٹ سینے سر گردن کمر پنڈلی گھٹنے چہرے جبڑے ٹخنے "
    "کولہے پسلی پسلیوں آنکھ"
)
_IN = frozenset({"میں", "پر"})
_OF = frozenset({"کی", "کے"})
_REACH = 8
_OWNERS = frozenset({"ان", "اس", "اُن", "اُس", "جس", "جن", "اسکی", "انکی"})


def hits_ur(
    words: Words, groups: Sequence[Group], by_last: Mapping[int, int], read: Sequence[Fact]
) -> list[Fact]:
    """Read the people hit in a limb, where nobody else of the sentence is told to be harmed.

    Parameters
    ----------
    words
        The sentence.
    groups, by_last
        Its groups, and their places by the word that they end at.
    read
        The facts of it that were read before.
    """
    if any(fact.outcome in {"killed", "injured"} for fact in read):
        return []
    if _MISSILES.isdisjoint(words.words):
        return []
    for at, word in enumerate(words.words):
        if word in HIT and words.at(at - 1) in _IN and words.at(at - 2) in _LIMBS:
            group = _owner(words, groups, by_last, at - 2)
            if group is not None:
                group.used = True
                return [Fact("injured", [group], group.first, at + 1, rules=["limb"])]
    return []


def _owner(
    words: Words, groups: Sequence[Group], by_last: Mapping[int, int], limb: int
) -> Group | None:
    """Return whose limb stands at a word: a person, or "his" and "her"."""
    for at in range(limb - 1, max(limb - _REACH, 0), -1):
        if words.at(at) not in _OF:
            continue
        place = by_last.get(at)
        if place is not None and groups[place].kind == "person":
            return groups[place]
        if words.at(at - 1) in _OWNERS:
            one = Quantity(at - 1, at, 1, 1, 1)
            return Group(at - 1, at, one, (at, at), "pronoun", "unknown", implied=True)
    return None


_SHOT = ("مار",)
_BULLETS = frozenset({"گولی", "گولیاں", "گولیوں"})
_AIMED = frozenset({"کو", "پر"})


def shot_ur(
    words: Words, groups: Sequence[Group], by_last: Mapping[int, int], read: Sequence[Fact]
) -> list[Fact]:
    """Read those who were shot, of whom some died: the rest are hurt.

    "Four people were shot, three died": the figure of those shot is none of the dead.

    Parameters
    ----------
    words
        The sentence.
    groups, by_last
        Its groups, and their places by the word that they end at.
    read
        The facts of it that were read before.

    Returns
    -------
    list of Fact
        All facts of the sentence.
    """
    facts = list(read)
    for at, word in enumerate(words.words):
        if word not in _BULLETS or not words.at(at + 1).startswith(_SHOT):
            continue
        place = by_last.get(at - 1) if words.at(at - 1) in _AIMED else None
        whole = groups[place] if place is not None else None
        dead = [one for one in facts if one.outcome == "killed" and one.groups[0].first > at]
        if whole is None or len(dead) != 1 or any(one.outcome == "injured" for one in facts):
            continue
        left = (whole.quantity.best or 0) - (dead[0].groups[0].quantity.best or 0)
        if left <= 0:
            continue
        number = replace(whole.quantity, low=left, best=left, high=left)
        hurt = replace(whole, quantity=number)
        hurt.used = True
        facts = [one for one in facts if one is dead[0] or one.groups[0] is not whole]
        facts.append(Fact("injured", [hurt], hurt.first, at + 2, rules=["remainder", "weak"]))
    return facts

"""Outcomes told in a phrase: "received a bullet in the leg", "is fighting for his life".

Such phrases vary in their middle ("sustained two serious bullet wounds"), so each `Phrase` is a
pattern over the lower-case words of a sentence, one space between two words. Single words and fixed
phrases lie in ``data/outcomes.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from geomap.text._count_phrase_parts import Phrase
from geomap.text._count_phrase_table import PHRASES
from geomap.text._count_words import word_set
from geomap.text.expressions import needed_words

__all__ = ["PHRASE_WORDS", "Found", "find_phrases", "names_phrase"]

_TELLING = word_set(
    "injury injuries wound wounds burn burns splinter splinters shrapnel pellet pellets bullet "
    "bullets fracture fractures fractured amputated gunfire gunshot gunshots condition critical "
    "unconscious stable recovering critically ventilator treatment surgery danger admitted "
    "hospitalised hospitalized treated treating treats martyr martyrs throat throats escape "
    "narrowly miraculously luckily survived escaped survives escapes survive icu saved fatality "
    "bruises cuts lacerations injured wounded hurt death broken graze grazes gash gashes blisters "
    "bruised sprain sprained grazed shattered dislocated coma "
    "discharged "
    "nursing nursed save fate fatally mortally kia wia cut felled fell fallen slumped keeled victim"
)
_ACTS = word_set(
    "bore hit struck grazed pierced shot shots stones fragments lost lose loses losing fighting "
    "battling struggling not shifted taken moved rushed brought airlifted flown evacuated referred "
    "ferried carried put puts putting lay lying lie found sustained suffered received incurred "
    "hitting striking sustained suffered borne incurred one single "
    "removed recovered retrieved "
    "has have had pulled dug rescued lifted received taking takes fallen kia wia cut felled "
    "left leaving leaves got came walked limped lived ended ends ending deadly fatal dropped "
    "bear bears bearing carry carries dragged aid stitches "
    "intensive hospital took cost costing costs did didn't could couldn't only sole"
)
_AT = word_set(
    "leg legs foot feet arm arms hand hands shoulder shoulders thigh thighs knee knees hip ankle "
    "elbow wrist finger fingers toe toes limb limbs head chest neck face back stomach abdomen "
    "belly jaw torso groin ribs eye eyes eyesight hearing life lives care hospital hospitals dhq "
    "thq bhu cmh infirmary clinic medical trauma death dead broken rounds men man soldier soldiers "
    "fighter fighters personnel member members militant militants policeman policemen jawan jawans "
    "coma skull spine rib forehead cheek nose pelvis collarbone palm heel thumb forearm shin "
    "comrade comrades cadre cadres troops officer officers associate associates commander "
    "commanders sarmachar sarmachars guard guards hit struck grazed pierced centre center survive "
    "saved die killed fire guns duty action ambush attack assault blast clash battle encounter "
    "gunfight firefight fighting raid them sniper snipers gunman gunmen assassin assassins "
    "marksman marksmen "
    "survival and spot there stood firing shooting exchange engagement skirmish "
    "fight without burst volley operation side days hours nights fright shock scare "
    "bone bones live make pull"
)
PHRASE_WORDS = _TELLING | _ACTS
"""A sentence without any of these words has no such phrase."""


def names_phrase(found: set[str], sentence: str) -> bool:
    """Whether a sentence can hold a phrase: a quick look before reading.

    `found` are its runs of letters; both are in lower case.
    """
    if not _may_tell(found):
        return False
    letters = _letters()
    firsts = letters.keys() & found
    return any(_may_follow(needed, sentence) for first in firsts for needed in letters[first])


def _may_tell(found: set[str]) -> bool:
    """Whether words that tell of an outcome are among those of a sentence."""
    return not (_TELLING.isdisjoint(found) and (_ACTS.isdisjoint(found) or _AT.isdisjoint(found)))


_LETTERS = re.compile(r"[^\W\d_]+")


def _may_follow(needed: frozenset[str], sentence: str) -> bool:
    """Whether a sentence holds one of the runs of letters that a phrase needs, if it needs any."""
    for letters in needed:  # any() takes twice as long
        if letters in sentence:
            return True
    return not needed


@cache
def _letters() -> dict[str, tuple[frozenset[str], ...]]:
    """Return, by the letters that phrases begin with, runs of letters of which each has one."""
    table: dict[str, set[frozenset[str]]] = {}
    for word, phrases in _table().items():
        table.setdefault(_LETTERS.findall(word)[0], set()).update(one.needed for one in phrases)
    return {word: tuple(sets) for word, sets in table.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase at words ``first`` to ``last`` (not included); `rule` goes to the count's rules."""

    first: int
    last: int
    outcome: str
    form: str
    known_noun_only: bool
    rule: str


class _Follows(NamedTuple):
    """A phrase, what follows its first word, and the runs of letters of which that needs one."""

    phrase: Phrase
    words: re.Pattern[str]
    needed: frozenset[str]


@cache
def _table() -> dict[str, list[_Follows]]:
    """Return the phrases by the word that they begin with."""
    table: dict[str, list[_Follows]] = {}
    for phrase in PHRASES:
        runs = map(_LETTERS.findall, needed_words(phrase.follows))
        needed = frozenset(max(several, key=len) for several in runs)
        follows = _Follows(phrase, re.compile(phrase.follows), needed)
        for word in phrase.starts.split():
            table.setdefault(word, []).append(follows)
    return table


def find_phrases(words: Sequence[str]) -> Iterator[Found]:
    """Find the phrases of a sentence, from left to right.

    Parameters
    ----------
    words
        Its lower-case words and marks.
    """
    if not _may_tell(set(words)):
        return
    table = _table()
    starts = [index for index, word in enumerate(words) if word in table]
    if not starts:
        return
    joined = " ".join(words)
    at, after, previous = 0, 0, 0
    for index in starts:
        at += len(" ".join(words[previous:index])) + 1 if index > previous else 0
        previous = index
        if index < after:
            continue
        end = at + len(words[index])
        for phrase, follows, needed in table[words[index]]:
            match = follows.match(joined, end) if _may_follow(needed, joined) else None
            if match is not None:
                after = index + 1 + match.group().count(" ")
                first = after - 1 if phrase.span == "last" else index
                yield Found(first, after, phrase.outcome, phrase.form, phrase.known, phrase.rule)
                break

"""Noun phrases of an English sentence: modifiers and head ("off-duty police constables")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geomap.text._count_auxiliaries import is_adverb
from geomap.text._count_number_words import CARDINALS, VAGUE
from geomap.text._count_tokens import Noun, Trigger, Words, modifiers, nouns, peoples
from geomap.text._count_words import ADVERBS, AUXILIARIES, FAMILY, STOPS, VERBS

__all__ = ["NounPhrase", "NounPhrases"]

_LONGEST_PHRASE = 7
_PERSON = Noun("civilians", singular=True, plural=False)
_OFFICES = frozenset(
    {
        "justice",
        "executive",
        "secretary",
        "operator",
        "cashier",
        "organiser",
        "organizer",
        "librarian",
    }
)
"""Words that are people after "chief" and "head"."""
_ORGANS = frozenset(
    {
        "agency",
        "alliance",
        "bureau",
        "chapter",
        "committee",
        "council",
        "department",
        "district",
        "division",
        "family",
        "foundation",
        "intelligence",
        "jirga",
        "lashkar",
        "militia",
        "mission",
        "movement",
        "office",
        "party",
        "security",
        "tribal",
        "union",
        "village",
        "wing",
    }
)
"""What somebody is the head of, said before it: "a peace committee head"."""
_LIMBS = frozenset(
    {
        "leg",
        "legs",
        "arm",
        "arms",
        "hand",
        "hands",
        "shoulder",
        "head",
        "chest",
        "thigh",
        "foot",
        "neck",
    }
)
_BODIES = frozenset(
    {"bomber", "attacker", "assailant", "deceased", "victim", "man", "woman", "youth", "militant"}
)
"""Whose head is a part of a body."""
_SOIL = frozenset({"soil", "motherland", "nation"})


@dataclass(slots=True)
class NounPhrase:
    """A noun phrase without its number: modifiers and head; `side` "" if no list has its head."""

    first: int
    last: int
    side: str
    noun: Noun | None
    weak: bool = False


_NATIONS = frozenset({"afghan", "iranian", "chinese", "turkish", "russian", "japanese", "foreign"})


class NounPhrases:
    """Reads the noun phrases of one sentence."""

    def __init__(self, words: Words, triggers: Mapping[int, Trigger]) -> None:
        self.words = words
        self.triggers = triggers
        self.nouns = nouns("en")
        self.modifiers = modifiers()
        self.peoples = peoples()

    def side(self, phrase: NounPhrase) -> str:
        """Let the words before the head ("police", "militant", "private") decide its side."""
        words = self.words.words
        side, head = phrase.side, words[phrase.last - 1]
        if head in {"son", "sons"} and not _SOIL.isdisjoint(words[phrase.last : phrase.last + 4]):
            return "security_forces"
        before = words[phrase.first : phrase.last - 1]
        if side == "security_forces":  # soldiers of whatever country
            before = [word for word in before if word not in _NATIONS]
        found = {self.modifiers.get(word, "") for word in before}
        if head.startswith("guard"):
            if {"border", "frontier"} & set(words[phrase.first : phrase.last]):
                return "security_forces"
            found -= (
                {"security_forces"} if "security" in words[phrase.first : phrase.last] else set()
            )
        if side in {"unknown", "security_forces"} or head.startswith(("guard", "official")):
            found |= self._sides_after(phrase.last)
        if side == "militants":
            return "security_forces" if found == {"security_forces"} else side
        if side == "suspects":
            return "militants" if "militants" in found else side
        for choice in ("civilians", "militants", "security_forces"):
            if choice in found and (
                choice != "civilians" or "coal" not in words[phrase.first : phrase.last]
            ):
                return choice
        return side

    def _sides_after(self, at: int) -> set[str]:
        """Return what "of the Frontier Corps", "of a family" after a noun say of its side."""
        words = self.words.words
        if self.words.at(at) not in {"of", "from"}:
            return set()
        found = set()
        for word in words[at + 1 : at + 7]:
            if word in AUXILIARIES or word in {",", "and", "in", "on", "at", "when"}:
                break
            if word in FAMILY:
                found.add("civilians")
            elif word in self.modifiers:
                found.add(self.modifiers[word])
        return found

    def phrase(self, at: int, *, owned: bool = False) -> NounPhrase | None:
        """Read modifiers and head from a word on; None where no known or plural noun is found.

        `owned`: whether "the militants' chief" is read, which no number before it counts.
        """
        words = self.words.words
        head = unknown = -1
        found = _PERSON
        for index in range(at, min(at + _LONGEST_PHRASE, len(words))):
            word = words[index]
            if owned and head == index - 1 >= at and self._owns(index):
                head = unknown = -1
                continue
            if word in STOPS or self._ends_phrase(index, word, head=head, unknown=unknown):
                break
            noun = self.nouns.get(word) or self._told_by_others(index, word)
            if noun is not None:
                if head >= 0 and self._is_apart(index, noun, found):
                    break
                head, found = index, noun
            elif head >= 0 and not self._is_of_force(index):
                if self._goes_on(index):
                    return NounPhrase(at, head + 1, "thing", found, weak=True)
                break
            elif unknown < 0 and _plural_like(word):
                unknown = index
        if head >= 0:
            return NounPhrase(at, head + 1, found.side, found)
        return None if unknown < 0 else NounPhrase(at, unknown + 1, "", None)

    def _is_of_force(self, at: int) -> bool:
        """Whether "force" at a word goes on to its men: "30 paramilitary force members"."""
        members = self.nouns.get(self.words.at(at + 1))
        known = members is not None and members.plural and members.side not in {"thing", "animal"}
        return known and self.words.at(at) == "force" and self.words.at(at - 1) in self.modifiers

    def _is_apart(self, at: int, noun: Noun, head: Noun) -> bool:
        """Whether a noun is not of the phrase that ends with the noun before it."""
        before = self.words.words[at - 1]
        if before == "force":
            return False
        force = before in self.modifiers or before == "rangers"
        return (head.plural and not noun.plural and not force) or self._is_participle(at, head)

    def _is_participle(self, at: int, person: Noun) -> bool:
        """Whether a noun is a verb: "a woman gathering firewood", not "a wedding gathering"."""
        follows = self.words.at(at + 1)
        acts = self.words.words[at].endswith("ing") and person.side not in {"thing", "animal"}
        plain = follows[:1].isalpha() and follows not in STOPS
        return acts and plain and at + 1 not in self.triggers

    def is_capital(self, at: int) -> bool:
        """Whether a word is there and written with a capital."""
        return at < len(self.words.words) and self.words.capital(at)

    def before_trigger(self, at: int) -> int:
        """Move past the modifiers of a noun that is itself an outcome ("bullet-riddled bodies")."""
        for last in range(at, min(at + 4, len(self.words.words))):
            trigger = self.triggers.get(last)
            if trigger is not None:
                return last if trigger.form in {"number", "lives", "of"} else at
            if self.words.words[last] in STOPS or not self.words.words[last][0].isalpha():
                break
        return at

    def on_board(self, at: int) -> int:
        """Return the length of "on board" and "aboard" at a word, 0 where it is neither."""
        if self.words.at(at) == "aboard":
            return 1
        return 2 * (self.words.words[at : at + 2] == ["on", "board"])

    def in_family(self, at: int) -> bool:
        """Whether "a family", "the same family" begins at a word."""
        return self.words.at(at) in {"a", "one"} and "family" in self.words.words[at : at + 4]

    def acts(self, index: int, at: int) -> bool:
        """Whether "a fourth" at a word dies, or is named after others: "and a fourth later".

        `at`: the word after it and its name.
        """
        aside = self.words.at(at) == "," and self.words.at(at + 1)
        while at not in self.triggers and self.may_stand_before_verb(at):
            at += 1
        told = aside and (aside in {"who", "shot", "hit"} or aside.endswith("ed"))
        told = told or self.words.at(index + 2) == "who"
        at += 2 * (self.words.at(at) in {"shot", "hit"} and self.words.at(at + 1) == "and")
        return told or at in self.triggers or self.is_placed(index, index + 2)

    def may_stand_before_verb(self, at: int) -> bool:
        return self.words.at(at) in AUXILIARIES or is_adverb(self.words.at(at))

    def is_placed(self, index: int, last: int) -> bool:
        """Whether one more is told of by a place or a time: "and another on the way"."""
        joined = self.words.at(index - 1) in {"and", ",", "while"}
        return joined and self.words.at(last) in {"on", "at", "in", "later"}

    def is_somebody(self, at: int) -> bool:
        """Whether a noun that no list has is somebody's: "his orderly was killed"."""
        word = self.words.at(at)
        plain = word.isalpha() and word not in STOPS and not self.words.capital(at)
        if not plain or word.endswith(("ed", "ing", "ly", "s")) or at in self.triggers:
            return False
        following = at + 1
        while self.may_stand_before_verb(following):
            following += 1
        trigger = self.triggers.get(following)
        return trigger is not None and trigger.form in {"verb", "subject", "state"}

    def _owns(self, index: int) -> bool:
        """Whether an apostrophe right after a plural makes it an owner: "the militants' chief"."""
        starts, ends = self.words.starts, self.words.ends
        return self.words.words[index] in "'’" and starts[index] == ends[index - 1]

    def _told_by_others(self, index: int, word: str) -> Noun | None:
        """Return the noun that a word is only by the words around it, or by its capital."""
        may_be_office = word in _OFFICES or word == "head" or word.endswith("'s")
        office = self._office(index, word) if may_be_office else None
        return office or (self._member(index, word) if word in self.peoples else None)

    def _office(self, index: int, word: str) -> Noun | None:
        """Read "the head of a school" and "a chief justice" as a person."""
        if word in _OFFICES and self.words.at(index - 1) in {"chief", "head"}:
            return _PERSON
        if word.endswith("'s") and self.words.at(index + 1) in _LIMBS:
            return self.nouns.get(word[:-2])
        if word == "head" and self.words.at(index - 1) in _ORGANS and not self._goes_on(index + 1):
            return _PERSON
        if word != "head" or self.words.at(index + 1) != "of":
            return None
        owner = self.words.words[index + 2 : index + 6]
        return None if not _BODIES.isdisjoint(owner) else _PERSON

    def _member(self, index: int, word: str) -> Noun | None:
        """Read "two Bugtis" and "an Afghan" as people, "two Bugti hamlets" as none."""
        found = self.peoples.get(word)
        if found is None or not self.words.capital(index):
            return None
        if not found.singular:
            return found
        following = self.words.at(index + 1)
        if not following[:1].isalpha() or following in STOPS or following in VERBS:
            return found
        ended = following.endswith(("ed", "ly")) and following not in self.nouns
        return found if ended or index + 1 in self.triggers else None

    def _ends_phrase(self, index: int, word: str, *, head: int, unknown: int) -> bool:
        """Whether a noun phrase cannot go on with a word."""
        if not word[0].isalnum():
            return not (head < 0 and word in "()" and self._is_short_form(index))
        trigger = self.triggers.get(index)
        if trigger is not None:
            return head >= 0 or unknown >= 0 or not self._attributive(index, trigger)
        if word[0].isdigit() and not _is_compound(word):
            return True
        if head >= 0 or word in self.nouns:
            return False
        return index > unknown + 2 if unknown >= 0 else word in VERBS

    def _is_short_form(self, index: int) -> bool:
        """Whether a bracket belongs to "(FC)" inside a phrase."""
        at = self.words.at
        return (at(index) == "(" and at(index + 2) == ")") or at(index - 2) == "("

    def _attributive(self, index: int, trigger: Trigger) -> bool:
        """Whether an outcome word stands before its noun: "two injured soldiers"."""
        if trigger.form not in {"verb", "state"} or trigger.last != index + 1:
            return False
        if self.words.at(index + 1) in CARDINALS or self.words.at(index + 1) in VAGUE:
            return False  # "the BLA killed five Levies personnel": a verb with its object
        if self.words.at(index - 1) in self.modifiers and self.words.capital(index - 1):
            return False  # "the BLA killed policemen"
        for at in (index + 1, index + 2, index + 3):
            word = self.words.at(at)
            noun = self.nouns.get(word)
            if noun is not None and noun.side not in {"thing", "animal"}:
                return True
            if not word or word in STOPS or at in self.triggers or not word[0].isalpha():
                return False
        return False

    def _goes_on(self, index: int) -> bool:
        """Whether a lower-case noun goes on after a singular head: "a student hostel"."""
        words = self.words.words
        before = self.nouns.get(words[index - 1])
        if before is None or not before.singular or before.plural or self.words.capital(index):
            return False
        word = words[index]
        ended = word.endswith(("ed", "ing", "ly")) or word[0].isdigit()
        return not (ended or word in VERBS or word in ADVERBS)


def _is_compound(word: str) -> bool:
    """Whether a word is like "35-year-old" or "12-member"."""
    return "-" in word and word[-1].isalpha()


def _plural_like(word: str) -> bool:
    if word.endswith(("men", "people")):
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "sui'’" and word[0].isalpha()

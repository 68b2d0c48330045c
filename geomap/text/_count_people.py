"""Groups of people in an English sentence: "two policemen", "a tribal elder", "12 others".

`find_groups` finds the numbered or singular noun phrases of ``data/victims.csv``. Animals and
things are found too, so that "20 goats were killed" has a subject that is no person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geomap.lexicons import per_lexicons
from geomap.text._count_auxiliaries import is_adverb
from geomap.text._count_nouns import NounPhrase, NounPhrases
from geomap.text._count_numbers import STARTERS, Quantity, read_quantity
from geomap.text._count_tokens import Trigger, Words, nouns
from geomap.text._count_words import AUXILIARIES, DEAD_OR_HURT, STOPS, word_set

__all__ = ["ORDINALS", "Group", "find_groups"]


@dataclass(slots=True)
class Group:
    """A noun phrase that counts people (or animals, or things).

    `kind` is ``person``, ``unknown`` (a noun that no list has), ``animal``, ``thing``, ``none`` (a
    number alone), ``them`` ("three of them"), ``dead`` ("two of the dead"), ``another``, ``any``
    ("anyone"), ``name`` or ``pronoun``. `implied`: the number is that of a singular noun; `bare`:
    which has no article. `ordinal`: six of "the sixth victim". `inside`: part of a total; `used`:
    in a fact; `taken`: as its object.
    """

    first: int
    last: int
    quantity: Quantity
    noun: tuple[int, int]
    kind: str
    side: str
    implied: bool = False
    bare: bool = False
    ordinal: int = 0
    inside: bool = False
    used: bool = field(default=False, compare=False)
    taken: bool = field(default=False, compare=False)

    @property
    def plural(self) -> bool:
        """Whether a verb after it stands in the plural."""
        return self.quantity.best != 1 and self.quantity.low != 1


_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "another"})
_NOBODY = frozenset({"nobody", "no-one", "none", "neither"})
_ANYBODY = frozenset({"anyone", "anybody"})
_NOR_REACH = 12
_OWN = frozenset({"his", "her", "their"})
_HIMSELF = frozenset({"himself", "herself"})
_OF_SKIP = frozenset({"the", "those", "these", "his", "her", "their", "its", "our"})
_THEM = frozenset({"them", "whom", "those", "these"})


@per_lexicons
def _openers() -> frozenset[str]:
    """Return every word that can begin a group, a digit aside."""
    singular = {word for word, noun in nouns("en").items() if noun.singular}
    return STARTERS | _ARTICLES | _NOBODY | _ANYBODY | _HIMSELF | singular | {"no", "as"}


def find_groups(words: Words, triggers: Mapping[int, Trigger]) -> list[Group]:
    """Find the noun phrases of a sentence that count people, animals or things, in order."""
    reader = _Reader(words, triggers)
    openers, every = reader.openers, words.words
    groups: list[Group] = []
    after = 0
    starts = [at for at, word in enumerate(every) if word in openers or word[0].isdigit()]
    for index in starts:
        if index < after:
            continue
        word, previous = every[index], every[index - 1] if index else ""
        group = reader.group(index, word, previous)
        if word == "as" and words.at(index + 1) == "many" and groups:
            group = reader.as_many(index, groups[-1].quantity)
        if group is not None:
            if previous == "not":
                reader.deny(group)
            groups.append(group)
            after = reader.reached = group.last
    return groups


class _Reader(NounPhrases):
    """Reads groups out of one sentence."""

    def __init__(self, words: Words, triggers: Mapping[int, Trigger]) -> None:
        super().__init__(words, triggers)
        self.openers = _openers()
        self.has_numbers = any(trigger.form == "number" for trigger in triggers.values())
        self.reached = 0

    def group(self, index: int, word: str, previous: str) -> Group | None:
        """Read the group that begins at a word."""
        if word in STARTERS or word[0].isdigit():
            listed = self._bracketed(index) if self.words.at(index - 1) == "(" else None
            if listed is not None:
                return listed
            quantity = None if previous == "how" else read_quantity(self.words.words, index)
            if quantity is not None:
                return self._numbered(quantity)
        if word in _ARTICLES:
            return self._articled(index, word)
        if word == "no":
            return self._none(index)
        if word == "neither" and "nor" in self.words.words[index : index + _NOR_REACH]:
            return None
        if word in _NOBODY or word in _ANYBODY:
            zero = Quantity(index, index + 1, 0, 0, 0)
            kind = "any" if word in _ANYBODY else "person"
            return Group(index, index + 1, zero, (index, index + 1), kind, "unknown")
        if word in _HIMSELF:
            one = _one(index, index + 1)
            return Group(index, index + 1, one, (index, index + 1), "person", "self", implied=True)
        noun = self.nouns.get(word)
        if noun is not None and noun.singular and index not in self.triggers:
            return self._bare(index)
        return None

    def deny(self, group: Group) -> None:
        """Turn "not a single person", "not one of the passengers" into nobody."""
        words = self.words.words[group.first : group.first + 2]
        if words[0] == "one" or words == ["a", "single"]:
            group.quantity = replace(group.quantity, low=0, best=0, high=0)
            group.implied = False

    def as_many(self, index: int, earlier: Quantity) -> Group | None:
        """Read "two policemen and as many passers-by"."""
        if self.words.at(index + 2) == "as":
            return (
                self._numbered(quantity)
                if (quantity := read_quantity(self.words.words, index))
                else None
            )
        return self._numbered(replace(earlier, first=index, last=index + 2))

    def _bracketed(self, index: int) -> Group | None:
        """Read "constables (02)", as the police write it."""
        words = self.words
        noun = self.nouns.get(words.at(index - 2))
        if words.at(index + 1) != ")" or noun is None:
            return None
        quantity = read_quantity(words.words[: index + 1], index)
        if quantity is None or noun.side in {"thing", "animal"} or not noun.plural:
            return None
        span = (index - 2, index - 1)
        return Group(index - 2, index + 2, quantity, span, "person", noun.side)

    def _numbered(self, quantity: Quantity) -> Group | None:
        words, at = self.words, quantity.last
        if words.at(quantity.first - 1) in _NAMED_BY_NUMBER:
            return None
        if words.at(at) in {"%", "percent", "pc"} or words.at(quantity.first - 1) in _MONEY:
            return _thing(quantity)
        partitive = words.at(at) == "of" or words.at(at - 1) == "of"
        if words.at(at) == "of":
            at += 1
        if partitive:
            kind = self._partitive(at)
            if kind:
                last = at + 1 if kind == "them" else at + 2
                return Group(quantity.first, last, quantity, (last, last), kind, "unknown")
            if words.at(at) in _OF_SKIP:
                at += 1
            whole = read_quantity(words.words, at) if at < len(words.words) else None
            at = at if whole is None else whole.last
            if whole is not None and self.phrase(at) is None and words.at(at) in DEAD_OR_HURT:
                return Group(quantity.first, at + 1, quantity, (at + 1,) * 2, "dead", "unknown")
        whole_body = partitive and words.at(at) in _COLLECTIVES
        phrase = None if whole_body else self.phrase(at)
        if phrase is None:
            return self._alone(quantity, at, partitive=partitive)
        if phrase.noun is None:
            span = (phrase.first, phrase.last)
            return Group(quantity.first, phrase.last, quantity, span, "unknown", "unknown")
        return self._person(quantity, phrase)

    def _partitive(self, at: int) -> str:
        words = self.words
        if words.at(at) in _OF_SKIP and words.at(at + 1) in DEAD_OR_HURT:
            return "dead"
        if words.at(at) in {"them", "whom"}:
            return "them"
        return "them" if words.at(at) in _THEM and self.phrase(at + 1) is None else ""

    def _alone(self, quantity: Quantity, at: int, *, partitive: bool) -> Group | None:
        """Return a number without a noun; it may stand right before "bodies" or "killed"."""
        if partitive:
            side = _COLLECTIVES.get(self.words.at(at), "")
            if side:
                span = (at, at + 1)
                return Group(quantity.first, at + 1, quantity, span, "person", side)
            family = 1 + self.words.words[at : at + 4].index("family") if self._in_family(at) else 0
            last = at + family
            whole = Group(quantity.first, last, quantity, (last, last), "person", "civilians")
            return whole if family else None
        if self._is_age(quantity.first):
            return None
        last = self._before_trigger(at)
        if last == at and self._is_loose(quantity, at):
            return None
        return Group(quantity.first, last, quantity, (last, last), "none", "unknown")

    def _in_family(self, at: int) -> bool:
        """Whether "a family", "the same family" begins at a word."""
        return self.words.at(at) in {"a", "one"} and "family" in self.words.words[at : at + 4]

    def _is_age(self, first: int) -> bool:
        """Whether a number is an age: "a boy of twelve"."""
        noun = self.nouns.get(self.words.at(first - 2))
        aged = self.words.at(first - 1) == "of" and noun is not None
        return aged and noun is not None and noun.singular and noun.side != "thing"

    def _before_trigger(self, at: int) -> int:
        """Move past the modifiers of a noun that is itself an outcome ("bullet-riddled bodies")."""
        for last in range(at, min(at + 4, len(self.words.words))):
            trigger = self.triggers.get(last)
            if trigger is not None:
                return last if trigger.form in {"number", "lives", "of"} else at
            if self.words.words[last] in STOPS or not self.words.words[last][0].isalpha():
                break
        return at

    def _is_loose(self, quantity: Quantity, at: int) -> bool:
        """Whether a number is a year, or counts something that the phrase reader did not know."""
        words, word = self.words, self.words.at(at)
        if quantity.best is not None and 1900 <= quantity.best <= 2100:
            return words.at(quantity.last - 1).isdigit()
        if not word or not word[0].isalpha() or at in self.triggers:
            return False
        return word not in STOPS and not word.endswith("ly")

    def _articled(self, index: int, word: str) -> Group | None:
        """Read "a shepherd", "his two guards", "another body", "the other"."""
        if self.has_numbers and word in {"a", "an", "another"}:
            body = self._before_trigger(index + 1)
            found = self.triggers.get(body)
            if found is not None and found.form == "number":
                one = replace(_one(index, index + 1), more=word == "another")
                return Group(index, body, one, (body, body), "none", "unknown")
        phrase = self.phrase(index + 1)
        if phrase is None:
            return self._without_noun(index, word)
        if phrase.noun is None or not phrase.noun.singular:
            return None
        return self._one_person(index, word, phrase)

    def _without_noun(self, index: int, word: str) -> Group | None:
        """Read "a 35-year-old", "another of the wounded", "another was hurt", "the other"."""
        one = _one(index, index + 1)
        following = self.words.at(index + 1)
        if following.endswith("-year-old"):
            span = (index + 1, index + 2)
            return Group(index, index + 2, one, span, "person", "unknown", implied=True)
        if following == "of" and self._partitive(index + 2) == "dead":
            last = index + 4
            return Group(index, last, one, (last, last), "dead", "unknown", implied=True)
        other = word == "the" and following == "other"
        if word in _COUNTS and following in ORDINALS and index + 2 in self.triggers:
            last = index + 2
            group = Group(index, last, one, (last, last), "another", "unknown", implied=True)
            group.ordinal = ORDINALS[following]
            return group
        if word in _OWN and self._is_somebody(index + 1):
            span = (index + 1, index + 2)
            return Group(index, index + 2, one, span, "person", "unknown", implied=True)
        if word != "another" and not other:
            return None
        at = index + 1 + other
        at += is_adverb(self.words.at(at)) and at + 1 in self.triggers
        verb = at in self.triggers or self.words.at(at) in AUXILIARIES
        verb = verb or (word == "another" and not self.words.at(at)[:1].isalpha())
        return Group(index, at, one, (at, at), "another", "unknown", implied=True) if verb else None

    def _is_somebody(self, at: int) -> bool:
        """Whether a noun that no list has is somebody's: "his orderly was killed"."""
        word = self.words.at(at)
        plain = word.isalpha() and word not in STOPS and not self.words.capital(at)
        if not plain or word.endswith(("ed", "ing", "ly", "s")) or at in self.triggers:
            return False
        following = at + 1
        while self.words.at(following) in AUXILIARIES or is_adverb(self.words.at(following)):
            following += 1
        trigger = self.triggers.get(following)
        return trigger is not None and trigger.form in {"verb", "subject", "state"}

    def _one_person(self, index: int, word: str, phrase: NounPhrase) -> Group:
        """Return a singular noun with its article as one, a pair as two."""
        one = _one(index, index + 1)
        if phrase.noun is not None and phrase.noun.pair:
            one = Quantity(index, phrase.last, 2, 2, 2)
        elif word == "another":
            one = replace(one, more=True)
        group = self._person(one, phrase)
        if phrase.weak:
            group.kind = "thing"
        if self.words.at(phrase.last - 1) in ORDINALS and phrase.last == index + 2:
            group.kind, group.side = "another", "unknown"
        group.implied = True
        group.ordinal = ORDINALS.get(self.words.at(index + 1), 0) if word in _COUNTS else 0
        return group

    def _none(self, index: int) -> Group | None:
        words = self.words
        if words.at(index + 1) == "one":
            zero = Quantity(index, index + 2, 0, 0, 0)
            return Group(index, index + 2, zero, (index, index + 2), "person", "unknown")
        phrase = self.phrase(index + 1)
        if phrase is None or phrase.noun is None or phrase.weak:
            return None
        return self._person(Quantity(index, index + 1, 0, 0, 0), phrase)

    def _bare(self, index: int) -> Group | None:
        """Read a singular noun without an article, as headlines and titles have it."""
        phrase = self.phrase(index)
        if phrase is None or phrase.noun is None or phrase.weak:
            return None
        single = phrase.noun.pair or (phrase.noun.singular and not phrase.noun.plural)
        if not single or phrase.side in {"thing", "animal"}:
            return None
        while phrase.first > self.reached and self.words.at(phrase.first - 1) in self.modifiers:
            phrase.first -= 1
        one = _one(phrase.first, phrase.last)
        one = replace(one, low=2, best=2, high=2) if phrase.noun.pair else one
        group = self._person(one, phrase)
        group.implied = group.bare = True
        group.ordinal = ORDINALS.get(self.words.at(group.first - 1), 0)
        group.first -= group.ordinal > 0
        return group

    def _person(self, quantity: Quantity, phrase: NounPhrase) -> Group:
        kind = phrase.side if phrase.side in {"animal", "thing"} else "person"
        span = (phrase.first, phrase.last)
        side = phrase.side
        if kind == "person":
            side = self.side(phrase)
        return Group(quantity.first, phrase.last, quantity, span, kind, side)


_MONEY = word_set("rs $ £ € usd pkr rupees no # section sections aged")
_NAMED_BY_NUMBER = word_set(
    "grade scale bps ps ward block phase sector page chapter route flight gate platform zone uc "
    "article clause class km mile stage category"
)
"""Words that a number after them names, and does not count."""
_COLLECTIVES = {
    word: side
    for side, words in {
        "militants": "band intruders raiders cell attackers",
        "security_forces": "garrison patrol platoon contingent squad unit picket regiment escort",
        "civilians": "household crew congregation wedding villagers",
        "unknown": "group party team convoy",
    }.items()
    for word in words.split()
}
"""Words for people as a whole, of whom some are counted ("five of the band"), with their side."""
_COUNTS = frozenset({"a", "the"})
_ORDINAL_WORDS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), 2)}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
ORDINALS |= {
    f"{number}{'th' if number in {11, 12, 13} else _ENDINGS.get(number % 10, 'th')}": number
    for number in range(2, 100)
}


def _thing(quantity: Quantity) -> Group:
    return Group(quantity.first, quantity.last, quantity, (quantity.last,) * 2, "thing", "thing")


def _one(first: int, last: int) -> Quantity:
    return Quantity(first, last, 1, 1, 1)

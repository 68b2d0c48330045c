"""Groups of people in an English sentence: "two policemen", "a tribal elder", "12 others".

`find_groups` finds the numbered or singular noun phrases of ``data/victims.csv``. Animals and
things are found too, so that "20 goats were killed" has a subject that is no person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from geomap.lexicons import per_lexicons
from geomap.text._count_auxiliaries import is_adverb
from geomap.text._count_groups import (
    COLLECTIVES,
    MONEY,
    NAMED_BY_NUMBER,
    ORDINALS,
    Group,
    deny,
    of_another,
    of_one,
    thing,
)
from geomap.text._count_multiples import MULTIPLES, is_both, is_multiple, multiple, told_before
from geomap.text._count_names import names_from, past_apposition
from geomap.text._count_nouns import NounPhrase, NounPhrases
from geomap.text._count_number_words import CARDINALS, MONTHS
from geomap.text._count_numbers import STARTERS, Quantity, is_age, read_quantity
from geomap.text._count_tokens import Trigger, Words, nouns
from geomap.text._count_unlisted import unlisted_person
from geomap.text._count_words import AUXILIARIES, DEAD_OR_HURT, FAMILY, SAYS, STOPS

__all__ = ["find_groups"]


_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "another"})
_NOBODY = frozenset({"nobody", "no-one", "none", "neither"})
_ANYBODY = frozenset({"anyone", "anybody"})
_NOR_REACH = 12
_COUNTS = frozenset({"a", "the"})
_OWN = frozenset({"his", "her", "their"})
_PARTS = frozenset({"including", "among", "mostly", "most", "all", "some", "were", "are"})
_LOCATING = frozenset({"in", "at", "near", "from", "on", "of"})
_HIMSELF = frozenset({"himself", "herself"})
_TURNS = (["by", "one"], ["after", "another"])
_OF_SKIP = frozenset({"the", "those", "these", "his", "her", "their", "its", "our"})
_THEM = frozenset({"them", "whom", "those", "these"})


@per_lexicons
def _titles() -> frozenset[str]:
    """Return the plurals that names may follow: "constables Imran and Tariq"."""
    people = {word: noun for word, noun in nouns("en").items() if noun.plural}
    return frozenset(
        word for word, noun in people.items() if noun.side not in {"thing", "animal"}
    ) - {"police"}


@per_lexicons
def _openers() -> frozenset[str]:
    """Return every word that can begin a group, a digit aside."""
    singular = {word for word, noun in nouns("en").items() if noun.singular}
    return STARTERS | _ARTICLES | _NOBODY | _ANYBODY | _HIMSELF | MULTIPLES | singular | {"no"}


def find_groups(words: Words, triggers: Mapping[int, Trigger]) -> list[Group]:
    """Find the noun phrases of a sentence that count people, animals or things, in order."""
    reader = _Reader(words, triggers)
    openers, every = reader.openers, words.words
    groups: list[Group] = []
    after = 0
    titles = _titles()
    starts = [
        at
        for at, word in enumerate(every)
        if word in openers or word[0].isdigit() or (word in titles and reader.is_capital(at + 1))
    ]
    for index in starts:
        if index < after:
            continue
        word, previous = every[index], every[index - 1] if index else ""
        group = reader.group(index, word, previous)
        told = told_before(groups) or words.told
        if told is not None and is_multiple(every, index):
            group = reader.equal(index, told) or group
        if group is not None and not is_both(word, previous, groups):
            if previous == "not":
                deny(every, group)
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
        emphatic = previous in self.nouns or self.is_capital(index - 1)
        emphatic = emphatic and index - 1 not in self.triggers
        if word in _HIMSELF and not emphatic:
            one = of_one(index, index + 1)
            return Group(index, index + 1, one, (index, index + 1), "person", "self", implied=True)
        return None if index in self.triggers else self._plain(index, word)

    def _plain(self, index: int, word: str) -> Group | None:
        """Read a noun without a number or an article."""
        if word in _titles() and self.is_capital(index + 1):
            return self._titled(index)
        return self._bare(index) if word in self.nouns and self.nouns[word].singular else None

    def _titled(self, index: int) -> Group | None:
        """Read "constables Imran, Waqar and Tariq" as three."""
        last, count = names_from(self.words, index + 1)
        phrase = self.phrase(index)
        if count < 2 or phrase is None or phrase.last != index + 1:
            return None
        group = self._person(Quantity(index, last, count, count, count), phrase)
        group.first, group.last = index - (self.words.at(index - 1) in _OWN), last
        return group

    def equal(self, index: int, earlier: Quantity) -> Group | None:
        """Read "as many passers-by" and "twice that number of passers-by" after a number."""
        quantity = multiple(self.words.words, index, earlier)
        return None if quantity is None else self._numbered(quantity)

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
        if (
            self._in_turn(at)
            or is_age(words.words, quantity.first)
            or words.at(quantity.first - 1) in NAMED_BY_NUMBER
        ):
            return None
        if words.at(at) in {"%", "percent", "pc"} or words.at(quantity.first - 1) in MONEY:
            return thing(quantity)
        partitive = words.at(at) == "of" or words.at(at - 1) == "of"
        whole = None
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
            if whole is not None and self.phrase(at) is None:
                dead = words.at(at) in DEAD_OR_HURT
                kind, last = ("dead", at + 1) if dead else ("them", at)
                return Group(quantity.first, last, quantity, (last, last), kind, "unknown")
        clan = words.at(at + 1) in FAMILY and self.is_capital(at)
        whole_body = partitive and (words.at(at) in COLLECTIVES or clan)
        phrase = None if whole_body else self.phrase(at)
        if phrase is None:
            at += self.on_board(at)
            return self._alone(quantity, at, partitive=partitive)
        if phrase.noun is None:
            span = (phrase.first, phrase.last)
            return Group(quantity.first, phrase.last, quantity, span, "unknown", "unknown")
        group = self._person(quantity, phrase)
        group.whole = whole
        return group

    def _in_turn(self, at: int) -> bool:
        """Whether the "one" before a word is that of "one by one", "one after the other"."""
        following = self.words.words[at : at + 3]
        turns = following[:2] in _TURNS or following == ["after", "the", "other"]
        return turns and self.words.at(at - 1) == "one"

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
            side = COLLECTIVES.get(self.words.at(at), "")
            if self.words.at(at + 1) in FAMILY and self.is_capital(at):
                side, at = "civilians", at + 1
            if side:
                span = (at, at + 1)
                return Group(quantity.first, at + 1, quantity, span, "person", side)
            family = 1 + self.words.words[at : at + 4].index("family") if self.in_family(at) else 0
            last = at + family
            whole = Group(quantity.first, last, quantity, (last, last), "person", "civilians")
            another = self.words.at(quantity.first - 1) == "and" and self.is_capital(at)
            return whole if family else of_another(quantity) if another else None
        if self._is_age(quantity.first):
            return None
        last = self.before_trigger(at)
        if last == at and self._is_loose(quantity, at):
            return None
        return Group(quantity.first, last, quantity, (last, last), "none", "unknown")

    def _is_age(self, first: int) -> bool:
        """Whether a number is an age: "a boy of twelve", "Gul Khan, 40,"."""
        noun = self.nouns.get(self.words.at(first - 2))
        if self.words.at(first - 1) in MONTHS:
            return True  # "on Feb 17 died"
        if self._is_aside(first) and self.words.capital(first - 2):
            return True
        aged = self.words.at(first - 1) == "of" and noun is not None
        return aged and noun is not None and noun.singular and noun.side != "thing"

    def _is_aside(self, at: int) -> bool:
        """Whether a number in digits stands between commas, or alone in brackets."""
        around = (self.words.at(at - 1), self.words.at(at + 1))
        aside = around == ("(", ")") or (around[0] == "," and around[1] in {",", "and"})
        if self.words.at(at + 2) in _PARTS or self.words.at(at - 3) in _LOCATING:
            return False  # "In Panjgur, 12, including three women, were hurt"
        return at > 1 and aside and self.words.at(at).isdecimal()

    def _is_loose(self, quantity: Quantity, at: int) -> bool:
        """Whether a number is a year, or counts something that the phrase reader did not know."""
        words, word = self.words, self.words.at(at)
        if quantity.best is not None and 1900 <= quantity.best <= 2100:
            return words.at(quantity.last - 1).isdigit()
        if not word or not word[0].isalpha() or at in self.triggers:
            return False
        if is_adverb(word) and at + 1 in self.triggers:
            return False  # "six feared dead"
        return word not in STOPS and not word.endswith("ly")

    def _articled(self, index: int, word: str) -> Group | None:
        """Read "a shepherd", "his two guards", "another body", "the other"."""
        if self.has_numbers and word in {"a", "an", "another"}:
            body = self.before_trigger(index + 1)
            found = self.triggers.get(body)
            if found is not None and found.form == "number":
                one = replace(of_one(index, index + 1), more=word == "another")
                return Group(index, body, one, (body, body), "none", "unknown")
        if (
            word in _OWN
            and self.words.at(index + 1) == "parents"
            and self.words.at(index + 2) not in SAYS
        ):
            two, span = Quantity(index, index + 1, 2, 2, 2), (index + 1, index + 2)
            return Group(index, index + 2, two, span, "person", "civilians")
        at = index + 2
        named = self.words.at(index + 1) in ORDINALS and past_apposition(self.words, at) > at
        phrase = None if named else self.phrase(index + 1, owned=True)
        if phrase is None:
            return self._without_noun(index, word)
        if phrase.noun is None or not phrase.noun.singular:
            return self._named_after(index, phrase)
        if phrase.noun.plural and not CARDINALS.keys().isdisjoint(
            self.words.words[index + 1 : phrase.last]
        ):
            return None  # "in the gunfight three Taliban died"
        return self._one_person(index, word, phrase)

    def _named_after(self, index: int, phrase: NounPhrase) -> Group | None:
        """Read "his sons, Haris and Junaid," as two."""
        at = phrase.last + 1
        if phrase.noun is None or self.words.at(at - 1) not in {",", "-", "–"}:
            return None
        last, count = names_from(self.words, at) if self.is_capital(at) else (at, 0)
        if count < 2 or phrase.side in {"thing", "animal"}:
            return None
        group = self._person(Quantity(index, phrase.last, count, count, count), phrase)
        group.last = last + (self.words.at(last) == ",")
        return group

    def _without_noun(self, index: int, word: str) -> Group | None:
        """Read "a 35-year-old", "another of the wounded", "another was hurt", "the other"."""
        one = of_one(index, index + 1)
        following = self.words.at(index + 1)
        if self.words.words[index : index + 3] == ["the", "last", "of"]:
            return self._last_of(index)
        if following.endswith("-year-old"):
            span = (index + 1, index + 2)
            return Group(index, index + 2, one, span, "person", "unknown", implied=True)
        if following == "of" and self._partitive(index + 2) == "dead":
            last = index + 4
            return Group(index, last, one, (last, last), "dead", "unknown", implied=True)
        other = word == "the" and following in {"other", "former", "latter"}
        last = past_apposition(self.words, index + 2)
        if word in _COUNTS and following in ORDINALS and self.acts(index, last):
            group = Group(index, last, one, (last, last), "another", "unknown", implied=True)
            group.ordinal = ORDINALS[following]
            return group
        if word in _OWN and self.is_somebody(index + 1):
            span = (index + 1, index + 2)
            return Group(index, index + 2, one, span, "person", "unknown", implied=True)
        if word != "another" and not other:
            return unlisted_person(self.words, self.triggers, index)
        last = at = index + 1 + other
        at += is_adverb(self.words.at(at)) and at + 1 in self.triggers
        verb = at in self.triggers or self.words.at(at) in AUXILIARIES
        verb = verb or (word == "another" and not self.words.at(at)[:1].isalpha())
        told = index - 1 in self.triggers and self.words.at(at) in STOPS
        verb = verb or (word == "another" and (told or self.is_placed(index, at)))
        return (
            Group(index, last, one, (last,) * 2, "another", "unknown", implied=True)
            if verb
            else None
        )

    def _last_of(self, index: int) -> Group | None:
        """Read "the last of the five attackers" as five: the others had died before."""
        at = index + 3 + (self.words.at(index + 3) in _OF_SKIP)
        quantity = read_quantity(self.words.words, at) if at < len(self.words.words) else None
        group = None if quantity is None else self._numbered(quantity)
        return None if group is None else replace(group, first=index)

    def _one_person(self, index: int, word: str, phrase: NounPhrase) -> Group:
        """Return a singular noun with its article as one, a pair as two."""
        one = of_one(index, index + 1)
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
        one = of_one(phrase.first, phrase.last)
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

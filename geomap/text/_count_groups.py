"""The record of a group of people in a sentence, and the words that name a whole of people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geomap.text._count_numbers import Quantity
from geomap.text._count_words import word_set

__all__ = [
    "COLLECTIVES",
    "MONEY",
    "NAMED_BY_NUMBER",
    "ORDINALS",
    "Group",
    "deny",
    "of_another",
    "of_one",
    "thing",
]


@dataclass(slots=True)
class Group:
    """A noun phrase that counts people (or animals, or things).

    `kind` is ``person``, ``unknown`` (a noun that no list has), ``animal``, ``thing``, ``none`` (a
    number alone), ``them`` ("three of them"), ``dead`` ("two of the dead"), ``another``, ``any``
    ("anyone"), ``name`` or ``pronoun``. `implied`: the number is that of a singular noun; `bare`:
    which has no article. `ordinal`: six of "the sixth victim". `whole`: five of "two of the
    five men". `inside`: part of a total; `used`:
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
    whole: Quantity | None = None
    inside: bool = False
    used: bool = field(default=False, compare=False)
    taken: bool = field(default=False, compare=False)

    @property
    def plural(self) -> bool:
        """Whether a verb after it stands in the plural."""
        return self.quantity.best != 1 and self.quantity.low != 1


MONEY = word_set("rs $ £ € usd pkr rupees no # section sections aged")
NAMED_BY_NUMBER = word_set(
    "grade scale bps ps ward block phase sector page chapter route flight gate platform zone uc "
    "article clause class km mile stage category"
)
"""Words that a number after them names, and does not count."""
COLLECTIVES = {
    word: side
    for side, words in {
        "militants": "band gang intruders raiders cell attackers",
        "security_forces": "garrison patrol platoon contingent squad unit picket regiment escort",
        "civilians": "household crew congregation wedding villagers",
        "unknown": "group party team convoy",
    }.items()
    for word in words.split()
}
"""Words for people as a whole, of whom some are counted ("five of the band"), with their side."""
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


def thing(quantity: Quantity) -> Group:
    return Group(quantity.first, quantity.last, quantity, (quantity.last,) * 2, "thing", "thing")


def of_one(first: int, last: int) -> Quantity:
    return Quantity(first, last, 1, 1, 1)


def deny(words: Sequence[str], group: Group) -> None:
    """Turn "not a single person", "not one of the passengers" into nobody."""
    opening = list(words[group.first : group.first + 2])
    if opening[0] == "one" or opening == ["a", "single"]:
        group.quantity = replace(group.quantity, low=0, best=0, high=0)
        group.implied = False


def of_another(quantity: Quantity) -> Group:
    """Return "two" of "three fighters of the TTP and two of ISKP"."""
    last = quantity.last
    return Group(quantity.first, last, quantity, (last, last), "none", "unknown")

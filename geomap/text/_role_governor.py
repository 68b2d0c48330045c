"""The word that governs a place name in an English sentence: "in", "from", "to", "of" and so on.

"shifted to a hospital in the nearby town of Sibi" is governed by "in"; "towards the hills of
Jandola" by "towards"; "residents of Karak" by "of", since residents are no place.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["LOCATIVE", "TOWARDS", "Governor", "governor_of"]

LOCATIVE = frozenset(
    {"in", "at", "on", "near", "inside", "outside", "around", "across", "off", "along", "within",
     "throughout", "over", "between", "through", "under", "above", "below", "beyond", "beside",
     "opposite", "behind", "against", "nearby"},
)  # fmt: skip
TOWARDS = frozenset({"to", "towards", "toward", "into", "for", "via", "onto", "until", "till"})
_PREPOSITIONS = LOCATIVE | TOWARDS | {"from", "of", "by", "with", "than", "that", "like"}

_FILLERS = frozenset({
    "the", "a", "an", "this", "nearby", "restive", "remote", "troubled", "volatile",
    "neighbouring", "neighboring", "adjoining", "adjacent", "downtown", "central", "north",
    "south", "east", "west", "northern", "southern", "eastern", "western", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "lower", "upper", "general", "area", "areas", "district", "districts",
    "tehsil", "town", "towns", "city", "cities", "village", "villages", "valley", "region",
    "province", "provinces", "border", "provincial", "district's", "mountainous", "coastal",
    "industrial", "both", "parts", "part", "some", "several", "different", "various", "entire",
    "whole", "federal", "divisional", "twin", "port", "tribal", "riverine", "hilly", "desert",
    "farming", "fishing", "mining", "main", "busy", "crowded", "bustling", "historic", "small",
    "sub", "capital", "headquarters", "twin-cities", "far-flung", "of's", "same", "greater",
    "inner", "old", "new", "subdivision", "sub-division", "sub-tehsil", "division", "settled",
    "merged", "erstwhile", "former", "semi-autonomous", "city's", "town's", "capital's",
    "province's", "valley's", "tehsil's", "city’s", "town’s", "capital’s", "district’s",
    "province’s", "valley’s", "tehsil’s", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "many", "numerous", "another", "one",
    "largest", "biggest", "second-largest", "second", "most", "commercial", "financial", "economic",
    "cultural", "hub", "megacity", "metropolis", "impoverished", "lawless", "rugged", "strategic",
    "rural", "urban", "sensitive", "turbulent",
    "picturesque", "scenic", "dusty", "sparsely", "densely", "populated", "violent",
    "underdeveloped", "backward", "sprawling", "bordering", "populous", "frontier", "southernmost",
    "uc", "union", "council",
    "northernmost", "westernmost", "easternmost", "mineral", "rich", "isolated", "arid", "barren",
})  # fmt: skip
_COMPOUND = re.compile(
    r"[a-z]+-(?:rich|hit|torn|plagued|wracked|racked|ridden|prone|stricken|affected|infested|starved|"
    r"dominated|majority|held|controlled|administered|producing|scarred|battered|ravaged|troubled|"
    r"flung|developed|populated|lying|growing|mining|speaking)"
)
"""Adjectives of a place: "Balochistan's gas-rich Dera Bugti district"."""
_PLACE_NOUNS = frozenset({
    "outskirts", "outskirt", "town", "towns", "city", "cities", "village", "villages", "area",
    "areas", "hills", "hill", "mountains", "mountain", "parts", "part", "suburbs", "suburb",
    "vicinity", "edge", "edges", "province", "provinces", "district", "districts", "tehsil",
    "tehsils", "valley", "valleys", "region", "regions", "capital", "port", "centre", "center",
    "heart", "limits", "side", "north", "south", "east", "west", "north-east", "north-west",
    "south-east", "south-west", "northeast", "northwest", "southeast", "southwest",
    "jurisdiction", "surroundings", "bank", "banks", "coast", "border", "periphery",
    "neighbourhood", "neighborhood", "locality", "localities", "headquarters", "hub", "corner",
    "corners", "bazaar", "market", "markets", "streets", "street", "roads", "road",
    "highway", "plains", "desert", "foothills", "range", "ranges", "peaks", "sector",
    "sub-division", "subdivision", "division", "coalfield", "coalfields", "coal", "mines", "mine",
    "field", "fields", "bordering", "country", "state", "territory", "soil", "union", "council",
    "hamlet", "settlement", "km", "kms", "kilometres", "kilometers", "miles", "short",
})  # fmt: skip
_MARKS = '([“”"‘*_'
_MOST = 9
_AWAY = 130


class Governor(NamedTuple):
    """The preposition before a place name, "" where there is none, and the text before it.

    `noun` is the word before "of" where "of" governs.
    """

    word: str
    lead: str
    noun: str = ""


def governor_of(before: str) -> Governor:
    """Return what governs a place name.

    Parameters
    ----------
    before
        The words of its sentence before it; those of a list or of "near" not included.

    Examples
    --------
    >>> governor_of("They fled towards the hills of ").word
    'towards'
    >>> governor = governor_of("Two were residents of ")
    >>> governor.word, governor.noun
    ('of', 'residents')
    """
    rest = before[-_AWAY:].replace("\n", " ").rstrip()
    outer: Governor | None = None
    for _ in range(_MOST):
        lead, _, word = rest.rpartition(" ")
        word = word.lstrip(_MARKS)
        low = word.lower()
        lead = lead.rstrip()
        if low == "of" and lead:
            before_noun, _, noun = lead.rpartition(" ")
            own = Governor("of", lead, noun.lstrip(_MARKS).lower())
            if own.noun not in _PLACE_NOUNS:
                return outer or own
            outer = outer or own
            rest = before_noun.rstrip()
            continue
        if low in {"that", "those"} and outer is not None:
            rest = lead  # "in that part of Tank"
            continue
        if low == "that" and _SAID_THAT.search(lead[-_SPEECH:]):
            break
        if low in _PREPOSITIONS:
            return Governor(low, lead)
        if _is_area(word) or low.replace("’", "'") in _OWN_AREAS:
            rest = _before_name(_without_fillers(lead).removesuffix(" Jammu and"))
            continue
        if not word or (low not in _FILLERS and _COMPOUND.fullmatch(low) is None):
            break
        rest = lead
    return outer or Governor("", before.rstrip())


_OWN_AREAS = frozenset(
    {"tehsil's", "district's", "agency's", "division's", "province's", "region's", "subdivision's"}
)
"""What may stand between a name and its possessive: "Thall tehsil's Torawari area"."""
_SAID_THAT = re.compile(
    r"\b(?:said|says|say|told|added|adds|claimed|claims|confirmed|reported|stated|believe|believes|"
    r"recalled|reporters|journalists|newsmen|media|police)$"
)
"""Words before a "that" which opens what was said: what follows is the subject of its own verb."""
_SPEECH = 14
_FIRST_NAMES = 2


def _without_fillers(lead: str) -> str:
    """Return words without those at their end that only describe a place: "in Orakzai tribal"."""
    while True:
        rest, _, word = lead.rpartition(" ")
        if not rest or word.lower() not in _FILLERS or word[:1].isupper():
            return lead
        lead = rest.rstrip()


def _before_name(lead: str) -> str:
    """Return what stands before the first words of a name: "in Dera Ismail" of "Khan's"."""
    for _ in range(_FIRST_NAMES):
        rest, _, word = lead.rpartition(" ")
        if not word[:1].isupper() or not rest:
            break
        lead = rest.rstrip()
    return lead


def _is_area(word: str) -> bool:
    """Whether a word names the area around ("Iran's", "Kech's") or numbers places."""
    return word[:1].isupper() and word.endswith(("'s", "’s", "s'", "s’"))

"""The words of English numbers, and those that qualify one ("at least", "another")."""

from __future__ import annotations

__all__ = [
    "CARDINALS",
    "MONTHS",
    "NUMBER",
    "PREFIXES",
    "SCALES",
    "SETS",
    "VAGUE",
    "VAGUE_PHRASES",
    "VAGUE_STARTS",
    "value_of",
]

_UNITS_TEXT = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_UNITS = _UNITS_TEXT.split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CARDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: value * 10 for value, word in enumerate(_TENS, 2)},
    **{
        f"{ten}-{unit}": tens * 10 + units
        for tens, ten in enumerate(_TENS, 2)
        for units, unit in enumerate(_UNITS[1:10], 1)
    },
    "fourty": 40,
}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
"""An expression for a figure or a number word, whose value is `value_of` it."""


_MONTHS_TEXT = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
MONTHS = frozenset(_MONTHS_TEXT.split())


def value_of(word: str) -> int:
    """Return the value of what `NUMBER` matches."""
    return int(word) if word.isdecimal() else CARDINALS[word.lower()]


SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
VAGUE = {
    "several": 3,
    "many": 3,
    "numerous": 3,
    "multiple": 2,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
}
SETS = {"brace": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5, "sextet": 6}
VAGUE_PHRASES: dict[tuple[str, ...], tuple[int, int | None]] = {
    ("a", "few"): (3, None),
    ("a", "handful"): (3, None),
    ("a", "number", "of"): (3, None),
    ("a", "couple", "of"): (2, 2),
    ("a", "pair", "of"): (2, 2),
    ("pair", "of"): (2, 2),
    ("couple", "of"): (2, 2),
    ("half", "a", "dozen"): (6, 6),
    ("a", "half", "dozen"): (6, 6),
    ("half", "dozen"): (6, 6),
    ("half-a-dozen",): (6, 6),
    ("twin",): (2, 2),
    ("both",): (2, 2),
    ("both", "the"): (2, 2),
    ("both", "of", "the"): (2, 2),
    ("tens", "of"): (20, None),
    **{
        (article, noun, *of): (size, size)
        for noun, size in SETS.items()
        for article, of in (("a", ("of",)), ("the", ("of",)), ("the", ()))
    },
}
VAGUE_STARTS = frozenset(words[0] for words in VAGUE_PHRASES)
PREFIXES: dict[str, str] = {
    "the surviving": "definite",
    "surviving": "definite",
    "at least": "min",
    "no fewer than": "min",
    "no less than": "min",
    "not less than": "min",
    "not fewer than": "min",
    "a minimum of": "min",
    "more than": "min",
    "over": "min",
    "above": "min",
    "upwards of": "min",
    "upward of": "min",
    "in excess of": "min",
    "well over": "min",
    "up to": "max",
    "at most": "max",
    "a maximum of": "max",
    "not more than": "max",
    "no more than": "max",
    "nearly": "near",
    "almost": "near",
    "close to": "near",
    "some": "about",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "roughly": "about",
    "an estimated": "about",
    "estimated": "about",
    "fewer than": "below",
    "less than": "below",
    "under": "below",
    "as many as": "exact",
    "exactly": "exact",
    "only": "exact",
    "just": "exact",
    "between": "between",
    "a total of": "total",
    "a combined total of": "total",
    "total of": "total",
    "total": "total",
    "another": "more",
    "a further": "more",
    "further": "more",
    "an additional": "more",
    "additional": "more",
    "all": "definite",
    "all of the": "definite",
    "all the": "definite",
    "the": "definite",
    "the other": "definite",
    "the remaining": "definite",
    "remaining": "definite",
    "these": "definite",
    "those": "definite",
    "his": "own",
    "her": "own",
    "their": "own",
    "its": "own",
    "other": "exact",
}

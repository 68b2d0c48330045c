"""Those who served, told by rank and name or as what their force has lost.

"Constable Nadeem, martyred in the firing, was laid to rest", "bringing the army's losses to six".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words import word_set

__all__ = ["SERVED_WORDS", "read_served"]

SERVED_WORDS = word_set("martyred slain losses")
"""A sentence without any of these words is not read."""

_RANK = (
    r"(?:(?:Head\s+)?Constable|(?:Assistant\s+)?Sub-?[Ii]nspector|ASI|SI|Inspector|DSP|SHO|Havildar|Hawaldar|(?:Lance\s+)?Nai[kq]|"
    r"Sepoy|Sipahi|Subedar|(?:Second\s+)?Lieutenant(?:\s+Colonel)?|Lt\.?(?:\s+Col\.?)?|Captain|Capt\.?|Major|Maj\.?|Colonel|Col\.?|"
    r"Soldier|Guardsman|Trooper|Gunner|Jawan|Levies\s+(?:man|constable))"
)
_NAMED = re.compile(
    rf"\b{_RANK}\s+(?:[A-Z][\w'’-]+\s*){{1,4}},\s+(?:(?:who|was)\s+){{0,2}}(?:martyred|slain)\s+"
    r"(?:in|during|by|at|near|when|while)\b"
)
_LOST = re.compile(
    r"\b(?:bring|brought|tak|took|rais|push|carr)\w*\s+(?P<who>(?:[\w'’-]+\s+){1,4}?)losses\s+"
    rf"(?:(?:in\s+the\s+\w+|so\s+far|there)\s+)?to\s+(?P<number>{NUMBER})(?=\s*[.,;:)]|\s*\Z)",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"army|military|forces?|police|levies|corps|troops|guards?|rangers|security|their|its",
    re.IGNORECASE,
)


def read_served(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read a man of some rank who died, and to what figure a force's losses have risen.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: where somebody died, none is read again by his name.
    """
    lost = _LOST.search(text, *span)
    if lost is not None and _FORCES.search(lost["who"]):
        yield _dead(lost, value_of(lost["number"]), ("toll",))
        return
    if all(count.outcome != "killed" for count in told):
        named = _NAMED.search(text, *span)
        if named is not None:
            yield _dead(named, 1, ("named",))


def _dead(match: re.Match[str], number: int, rules: tuple[str, ...]) -> Count:
    return figure_of("killed", number, match.span(), side="security_forces", rules=rules)

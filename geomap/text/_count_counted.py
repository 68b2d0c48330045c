"""Figures told by what is left or added: those who survived, a fifth who died, what a side lost.

"Of the 21 who survived, nine are in hospital still", "a fifth, a boy of ten, died on Sunday", "the
attackers lost four".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.text._count_groups import ORDINALS
from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words import ATTACKERS, word_set

__all__ = ["COUNTED_WORDS", "read_counted"]

COUNTED_WORDS = word_set("lost survived survivors") | {
    word for word, number in ORDINALS.items() if number > 1
}
"""A sentence without any of these words is not read."""

_SURVIVED = re.compile(
    rf"\bof\s+the\s+(?P<of>{NUMBER})\s+(?:(?:people|persons|men|passengers|others|soldiers|policemen)\s+)?who\s+(?:have\s+|had\s+)?"
    r"(?:survived|lived|came\s+out\s+alive)\b"
    rf"|\b(?:the\s+)?(?P<maimed>{NUMBER})\s+survivors\s+(?:(?:have|had|has|each|also)\s+)*"
    r"(?:are\s+without|lost|were\s+left\s+without|are\s+missing|are\s+blind|lie|are\s+(?:being\s+treated|in\s+hospital|under\s+treatment)|were\s+(?:treated|admitted|hospitalised|taken\s+to))\b",
    re.IGNORECASE,
)
_ORDINAL = "|".join(word for word, number in ORDINALS.items() if number > 1 and word.isalpha())
_DIED = r"(?:died|succumbed|expired|passed\s+away|breathed\s+(?:his|her)\s+last|did\s+not\s+live)"
_ONE_MORE = re.compile(
    rf"\ba\s+(?P<first>{_ORDINAL})(?:\s*,\s+(?:an?|the|her|his|aged)\s[^.;,]{{2,50}},|\s+one|\s+\([^)]{{2,50}}\))?\s+(?:(?:also|later|then|has|had)\s+){{0,2}}{_DIED}\b(?!\s+(?:down|out|away)\b)"
    rf"(?:[^.;]{{0,60}}?\band\s+a\s+(?P<second>{_ORDINAL})(?=\s+(?:on|in|at|the|{_DIED}|overnight|yesterday)\b|\s*[.,;]))?",
    re.IGNORECASE,
)
_LOST = re.compile(
    rf"\b(?:the|their)\s+(?:(?P<foes>{ATTACKERS})|"
    r"(?:[\w-]+\s+)?(?:police|army|military|troops|forces|soldiers|levies|corps|FC|rangers|garrison|picket))\s+"
    rf"(?:(?:had|have|has|also|themselves|side)\s+){{0,2}}lost\s+(?P<number>{NUMBER})(?=\s*[.,;:]|\s*$|\s+(?:and|while|in\s+the)\b)",
    re.IGNORECASE,
)


def read_counted(text: str, span: tuple[int, int], told: Sequence[Count]) -> Iterator[Count]:
    """Read the survivors, the last to die and what a side lost.

    Parameters
    ----------
    text
        The text.
    span
        The sentence.
    told
        The counts of the sentence: an outcome that has one is not read again.
    """
    firm = {c.outcome for c in told if c.best and not (c.part or "care" in c.rules)}
    alive = _SURVIVED.search(text, *span)
    if alive is not None and "injured" not in firm:
        yield figure_of("injured", value_of(alive["of"] or alive["maimed"]), alive.span())
    more = _ONE_MORE.search(text, *span)
    number = ORDINALS[(more["second"] or more["first"]).lower()] if more is not None else 0
    if more is not None and all(number > (c.best or 0) for c in told if "ordinal" in c.rules):
        rules = ("ordinal", "nth_and_next" if more["second"] else "nth")
        yield replace(figure_of("killed", number, more.span(), rules=rules), update=True)
    for lost in _LOST.finditer(text, *span):
        if not any(c.number_start <= lost.start("number") < c.end for c in told):
            side = "militants" if lost["foes"] else "security_forces"
            yield figure_of("killed", value_of(lost["number"]), lost.span(), side=side)

"""Deaths that a sentence shares out among attacks by bare figures.

"Six people were killed on Sunday: four in an ambush in Kalat and two in a grenade attack in
Khuzdar" tells two events; each keeps its own figure, and the six are their sum.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text.counts import Count
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["cuts_of_shares", "with_shares"]

_ATTACK = (
    r"(?:attack|blast|bombing|explosion|ambush|shooting|raid|assault|encounter|operation|clash|firing|"
    r"strike|shootout)"
)
_SHARE = Pattern(
    rf"(?P<gap>(?::|;|,|—|–)\s+(?:and\s+|while\s+|with\s+)?|,?\s+(?:and|while)\s+)"
    rf"(?P<n>{NUMBER})\s+(?:(?:people|persons|others|more|of\s+them|policemen|soldiers|troops|civilians|militants|men|were\s+killed|"
    rf"died|were)\s+)*in\s+(?:an?|another|a\s+separate)\s+(?:[\w-]+\s+){{0,3}}?{_ATTACK}\s+"
    r"(?:(?:on|by|with|of|targeting|outside)\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){1,4}?)?(?:in|at|near|of)\s+(?:the\s+)?(?-i:[A-Z])",
    re.IGNORECASE,
)
"""A bare figure of one of several attacks, with its place."""


def cuts_of_shares(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Return where a sentence is cut between attacks among which it shares out the dead."""
    shares = _shares(text, sentence)
    joined = [share for share in shares if "and" in share["gap"] or "while" in share["gap"]]
    dead = shares and _DEAD.search(text, sentence.start, shares[0].start())
    return [share.span("gap") for share in shares] if joined and dead else []


_DEAD = re.compile(
    r"\b(?:kill\w*|dead|died|deaths?|martyred|perished|lives|fatalit\w+|gunned|shot)\b",
    re.IGNORECASE,
)
"""Before the first share somebody must have died of whom it is one."""


def _shares(text: str, sentence: Sentence) -> list[re.Match[str]]:
    if not _SHARE.inside(text, sentence):
        return []
    return list(_SHARE.pattern.finditer(text, sentence.start, sentence.end))


def with_shares(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Read the bare figures of attacks among which a sentence shares out its dead.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    for sentence in sentences:
        shares = _shares(text, sentence)
        own = (
            [one for one in counts if sentence.start <= one.start < sentence.end] if shares else []
        )
        before = [one for one in own if one.best and one.start < shares[0].start()]
        like = next((one for one in reversed(before) if one.outcome == "killed"), None)
        if like is None:
            continue
        known = {one.number_start for one in own}
        new = [_like(like, one) for one in shares if one.start("n") not in known]
        counts = sorted([*counts, *new], key=lambda one: one.start)
    return counts


def _like(count: Count, share: re.Match[str]) -> Count:
    """Return the bare figure of an attack, which counts what another one counts."""
    start, end = share.span("n")
    best = value_of(share["n"])
    return replace(
        count, best=best, low=best, high=best, start=start, end=end, number_start=start,
        number_end=end, increment=False, update=False, part=False, aggregate=False,
    )  # fmt: skip

"""Figures of a review that leave out what they count: "Sindh suffered 98 deaths, Punjab 84"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geomap.text._count_number_words import CARDINALS
from geomap.text._count_numbers_ur import CARDINALS_UR
from geomap.text.attack_counts import counts_attacks
from geomap.text.counts import Count
from geomap.text.scenes import Scene

__all__ = ["with_elliptic"]

_MOST, _MOST_URDU = 20, 10
"""Up to which numbers reviews write in words."""
_WORDS = {
    **{word: number for word, number in CARDINALS.items() if 1 <= number <= _MOST},
    **{word: number for word, number in CARDINALS_UR.items() if 1 <= number <= _MOST_URDU},
}
_N = rf"(?P<n>\d[\d,]*(?!\d|\.\d)|\b(?:{'|'.join(word for word in _WORDS if word.isascii())})\b)"
_NAME = (
    r"(?:the\s+)?(?!(?:North|South|East|West|Central)\s+(?:\(?\d|with\b))"
    r"(?:[A-Z][\w-]+|\([A-Z][\w\s-]+\))(?:\s+(?:[A-Z][\w-]+|of|and\s+Kashmir|\([^)]{1,40}\)))*"
)
_JOIN = r"(?:[,;]\s*(?:(?:and|while|followed\s+by)\s+)?|\b(?:and|while|followed\s+by)\s+)"
_TAKES = (
    r"(?:\s+(?:with|at|had|saw|reported|suffered|recorded|counted|registered|lost|follow\w*|came|stood|was|ranked|next|"
    r"second|third|fourth|fifth|by)){0,4}"
)
_ENDS = r"(?=\s*(?:[,;.:()۔]|$|and\b|while\b|respectively\b|each\b))"
_AFTER_NAME = re.compile(rf"{_JOIN}(?:in\s+)?(?P<area>{_NAME}){_TAKES}\s+\(?{_N}{_ENDS}")
_BEFORE_NAME = re.compile(rf"{_JOIN}{_N}\s+(?:each\s+)?in\s+{_NAME}")
_URDU = re.compile(
    r"[\u0620-\u06ff]+\s+میں\s+(?P<n>\d[\d,]*|"
    rf"(?<!\S)(?:{'|'.join(w for w in _WORDS if not w.isascii())})(?!\S))"
    r"(?=\s*(?:[،؛۔]|$|اور\s|جبکہ\s))"
)


def with_elliptic(text: str, scene: Scene) -> Scene:
    """Return a sum with the dead of areas that it names with a bare figure only.

    "Sindh suffered 98 deaths, Punjab 84 and Islamabad nine", "154 died in Sindh, 40 in Punjab".
    """
    dead = next((c for c in scene.counts if c.outcome == "killed" and c.best and not c.part), None)
    if dead is None or _counts_attacks_before(text, scene, dead):
        return scene
    known = [(count.number_start, count.number_end) for count in scene.counts]
    new = [
        _like(dead, start, end, best)
        for start, end, best in _bare(text, scene, dead)
        if best and not any(a < end and start < b for a, b in known)
    ]
    if not new:
        return scene
    counts = sorted([*scene.counts, *new], key=lambda one: one.number_start)
    return replace(scene, counts=tuple(counts))


def _counts_attacks_before(text: str, scene: Scene, dead: Count) -> bool:
    """Whether attacks are counted, too: bare figures after that may be of either."""
    if _IS_URDU.search(text, scene.sentence.start, scene.sentence.end):
        return False
    return counts_attacks(text, replace(scene.sentence, end=dead.number_start))


_IS_URDU = re.compile(r"[\u0620-\u06ff]")


def _bare(text: str, scene: Scene, dead: Count) -> Iterator[tuple[int, int, int]]:
    """Yield where bare figures of areas stand in a sentence, and what they are."""
    end = scene.sentence.end
    for pattern, start in (
        (_AFTER_NAME, dead.number_end),
        (_BEFORE_NAME, dead.number_end),
        (_URDU, scene.sentence.start),
    ):
        for match in pattern.finditer(text, start, end):
            word = match["n"].lower().replace(",", "")
            best = int(word) if word.isdigit() else _WORDS[word]
            if not (word.isdigit() and _YEAR[0] <= best <= _YEAR[1]):
                yield *match.span("n"), best


_YEAR = (1990, 2040)
"""Bare figures between these are years."""


def _like(count: Count, start: int, end: int, best: int) -> Count:
    """Return a figure that counts what another one counts."""
    return replace(
        count, best=best, low=best, high=best, start=start, end=end, number_start=start,
        number_end=end, increment=False, update=False,
    )  # fmt: skip

"""Find similar names among very many, exactly and fast.

Two names are as similar as the share of letters that need no insertion or deletion to turn one
into the other (rapidfuzz's ratio). A floor on the similarity bounds the number of changes, and
each change alters the count of one letter by one; so a name whose letter counts differ in more
places than that cannot reach the floor. Comparing bit masks of counts leaves few names to compare.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

__all__ = ["SimilarNames"]

_BITS = 32
_ROUNDING = 1e-9


class SimilarNames:
    """Names that can be searched by similarity.

    Parameters
    ----------
    names
        Folded names, in any order; doubles count once.
    floor
        Similarity (0-100) that a name must reach.

    Examples
    --------
    >>> SimilarNames(["nushki", "panjgur", "khuzdar"], floor=88).find("panjgoor")
    []
    >>> SimilarNames(["nushki", "panjgur", "khuzdar"], floor=80).find("panjgoor")
    [('panjgur', 80.0)]
    """

    def __init__(self, names: Iterable[str], *, floor: float) -> None:
        self._names = sorted(set(names), key=lambda name: (len(name), name))
        self._floor = floor

    def find(self, name: str, *, limit: int = 10) -> list[tuple[str, float]]:
        """Return the most similar names with their similarity, best first; equals by the alphabet.

        Examples
        --------
        >>> SimilarNames(["aaaab", "aaaac"], floor=80).find("aaaa", limit=1)
        [('aaaab', 88.88888888888889)]
        """
        slack = 1.0 - self._floor / 100.0
        most = slack * (len(name) + self._lengths) + _ROUNDING  # changes, by length of the other
        changed = _count_bits(self._masks ^ np.uint64(_mask(name)))
        near = np.flatnonzero((changed <= most) & (np.abs(self._lengths - len(name)) <= most))
        found = process.extract(
            name,
            [self._names[at] for at in near],
            scorer=fuzz.ratio,
            score_cutoff=self._floor,
            limit=None,
        )
        return sorted(
            ((other, float(score)) for other, score, _ in found),
            key=lambda item: (-item[1], item[0]),
        )[:limit]

    @cached_property
    def _lengths(self) -> npt.NDArray[np.int64]:
        return np.array([len(name) for name in self._names], dtype=np.int64)

    @cached_property
    def _masks(self) -> npt.NDArray[np.uint64]:
        return np.array([_mask(name) for name in self._names], dtype=np.uint64)


def _mask(name: str) -> int:
    """Return a bit for each letter that occurs, and another for each that occurs twice."""
    once = twice = 0
    for character in name:
        bit = 1 << ord(character) % _BITS
        twice |= once & bit
        once |= bit
    return once | twice << _BITS


def _count_bits(masks: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    parts = masks.view(np.uint16).reshape(-1, 4)
    table = _bit_counts()
    first, second, third, fourth = parts.T
    return table[first] + table[second] + table[third] + table[fourth]


@cache
def _bit_counts() -> npt.NDArray[np.uint8]:
    return np.array([number.bit_count() for number in range(1 << 16)], dtype=np.uint8)

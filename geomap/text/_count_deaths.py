"""Deaths among people who were counted as hurt: "two of the wounded died at night"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_words import word_set

__all__ = ["was_hurt"]

_HURT = word_set("injured wounded hurt injuries wounds")
_LATER = word_set(
    "later hospital hospitals succumbed expired treatment wounds injuries saved overnight night"
)
_REACH = 9


def was_hurt(words: Sequence[str], group: Group, read: Sequence[Fact]) -> bool:
    """Whether those who died were among the hurt, who are so many fewer.

    Parameters
    ----------
    words
        The words of the sentence.
    group
        The group that died.
    read
        The facts of the sentence that were read before.
    """
    before = words[max(group.first - _REACH, 0) : group.first]
    said = words[group.first : group.last]
    if group.kind == "dead":
        return not _HURT.isdisjoint(said)
    if group.kind == "them" and read and read[-1].outcome == "injured":
        return True
    if before and before[-1] == "," and "of" in before and not _HURT.isdisjoint(before):
        return True  # "of the nine injured, three died"
    if group.ordinal:
        return not _HURT.isdisjoint(words)
    at = group.quantity.last
    partitive = list(words[at : at + 2]) == ["of", "the"]
    return partitive and not _LATER.isdisjoint(words)

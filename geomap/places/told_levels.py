"""Bare names of places that the same article calls a tehsil.

"Three bodies were found in Wadh tehsil ... they lay at a deserted place in Wadh": the second name
means the tehsil, too, and is no more precise than the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.records import Precision, Resolution

__all__ = ["as_told"]


def as_told(found: Sequence[Resolution]) -> list[Resolution]:
    """Give a bare name the precision of the tehsil that it was told as before.

    Parameters
    ----------
    found
        The resolutions of one article, in text order.
    """
    told: set[tuple[str, str]] = set()
    answer = []
    for item in found:
        place, mention = item.place, item.mention
        meant = place
        if place is not None and place.admin2_pcode is not None:
            key = mention.name_key, place.admin2_pcode
            if mention.level_word == "tehsil" and mention.role != "actor":
                told.add(key)
            elif key in told and _is_bare(item):
                meant = replace(place, precision=Precision.TEHSIL)
        answer.append(item if meant is place else replace(item, place=meant))
    return answer


def _is_bare(item: Resolution) -> bool:
    """Whether a name stands for a town that no word says to be one, and something was in it."""
    place, mention = item.place, item.mention
    return (
        place is not None
        and place.precision is Precision.SETTLEMENT
        and mention.level_word is None
        and mention.relation.kind == "in"
        and mention.role == "incident_site"
    )

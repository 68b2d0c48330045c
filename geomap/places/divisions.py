"""The smallest unit that holds several districts: their division, else their province."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from geomap.places.units import division_districts, load_units, unit

__all__ = ["shared_unit"]


def shared_unit(districts: Iterable[str]) -> str | None:
    """Return the p-code of the division, or else the province, that several districts lie in.

    Parameters
    ----------
    districts
        P-codes of districts.

    Returns
    -------
    str or None
        None where they lie in several provinces or one of them is not known. A division of today
        goes before one that has ended, a small one before a large one.
    """
    return _shared(frozenset(districts))


@cache
def _shared(districts: frozenset[str]) -> str | None:
    if not districts:
        return None
    holding = [
        (not one.is_current, len(held), one.pcode)
        for one in load_units()
        if one.level == "division" and districts <= (held := set(division_districts(one.pcode)))
    ]
    if holding:
        return min(holding)[2]
    provinces = {one.province if (one := unit(code)) else None for code in districts}
    return provinces.pop() if len(provinces) == 1 else None

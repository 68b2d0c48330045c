"""Population and area of units that the census of 2023 did not count as they are drawn.

The census has its own frame of districts. A district that is newer has its figure, where one was
published, within that of the district it was cut from; an older frame joins what the census
counts apart. A figure here is always that of the ground a row stands for: the census figure whole
where all of its parts lie in the row, the part's own or the rest where they do not, and None where
that cannot be told from what was published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from geomap.places.units import Unit, load_units, unit

__all__ = ["Figures", "row_figures"]

_OWN_PART = "from its tehsils"
"""How ``units.csv`` marks a figure that is also within the figure of the district of origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """People and square kilometres of a row; None where no figure was published for its ground."""

    population: int | None = None
    area_km2: int | None = None


@dataclass(slots=True)
class _Sums:
    population: int = 0
    area_km2: int = 0
    known: bool = True
    seen: bool = False

    def add(self, whole: Unit, without: Iterable[Unit] = ()) -> None:
        """Add the figures of a unit, less those of its parts that lie elsewhere."""
        self.seen = True
        parts = list(without)
        figures = [whole, *parts]
        if any(one.population_2023 is None or one.area_km2 is None for one in figures):
            self.known = False
            return
        self.population += (whole.population_2023 or 0) - sum(p.population_2023 or 0 for p in parts)
        self.area_km2 += (whole.area_km2 or 0) - sum(p.area_km2 or 0 for p in parts)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A district of the census and the newer districts within its figure."""

    whole: Unit
    parts: list[Unit] = field(default_factory=list)


def row_figures(rows: Iterable[str], row_of: Callable[[str], str | None]) -> Mapping[str, Figures]:
    """Return the census figures of 2023 of each row of a table.

    Parameters
    ----------
    rows
        The rows' codes.
    row_of
        Gives the row that holds a district, by its p-code, or None where no one row holds it.

    Returns
    -------
    Mapping of str to Figures
        One for each row.

    Examples
    --------
    >>> from geomap.places.units import fold_to
    >>> apart, joined = {"PK217", "PK2-hub"}, {"PK217"}
    >>> row_figures(apart, lambda code: fold_to(code, apart))["PK217"].population
    298092
    >>> row_figures(joined, lambda code: fold_to(code, joined))["PK217"].population
    680977
    """
    sums = {row: _Sums() for row in rows}
    counted, uncounted = _frame()
    for one in counted:
        _share_out(one, row_of, sums)
    for code in uncounted:
        row = row_of(code)
        if row is not None and row in sums:
            sums[row].known = False
    return MappingProxyType(
        {
            row: Figures(population=one.population, area_km2=one.area_km2)
            if one.known and one.seen
            else Figures()
            for row, one in sums.items()
        },
    )


def _share_out(
    one: _Counted, row_of: Callable[[str], str | None], sums: Mapping[str, _Sums]
) -> None:
    """Give the figure of a district of the census to the rows that hold its ground."""
    home = row_of(one.whole.pcode)
    places = {part.pcode: row_of(part.pcode) for part in one.parts}
    holders = {row for row in (home, *places.values()) if row is not None and row in sums}
    if len(holders) == 1:
        sums[holders.pop()].add(one.whole)
        return
    for row in holders:
        inside = [part for part in one.parts if places[part.pcode] == row]
        if row == home:
            elsewhere = [part for part in one.parts if places[part.pcode] != row]
            sums[row].add(one.whole, elsewhere)
        else:
            for part in inside:
                sums[row].add(part)


@cache
def _frame() -> tuple[tuple[_Counted, ...], tuple[str, ...]]:
    """Return the districts of the census, and the current ones in no figure of it."""
    districts = [one for one in load_units() if one.level == "admin2"]
    counted = {
        one.pcode: _Counted(one)
        for one in districts
        if one.population_2023 is not None and _origin(one) is None
    }
    uncounted = []
    for one in districts:
        origin = _origin(one)
        if origin is not None:
            counted[origin].parts.append(one)
        elif one.is_current and one.pcode not in counted:
            uncounted.append(one.pcode)
    return tuple(counted.values()), tuple(uncounted)


def _origin(one: Unit) -> str | None:
    """Return the district whose census figure holds this one's, if it is not its own."""
    if one.population_2023 is not None and not one.figures_note.startswith(_OWN_PART):
        return None
    origin = unit(one.split_from[0]) if one.split_from else None
    if origin is None or origin.population_2023 is None or origin.level != one.level:
        return None
    return origin.pcode

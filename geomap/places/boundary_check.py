"""Compare the districts of a boundary set with the areas that the census gives.

A set's district may hold what are several districts of the census today, and the census of 2023
counts some districts in the one they were cut from; the figures are added up accordingly. An area
far from the census's means that a line is drawn elsewhere, that the census counts other ground, or
that the set has a fault; comparing a district together with its neighbours tells which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import shapely

from geomap.errors import SettingsError
from geomap.places.boundaries import BoundarySet
from geomap.places.geometry_repair import Geometries, area_km2
from geomap.places.units import fold_to, load_units, unit

__all__ = ["AreaCheck", "census_areas", "check_areas"]

LOWEST, HIGHEST = 0.8, 1.25
_LEFT = 0.25  # of a district's own difference, what may remain of it in a group
_NEAR = 0.01  # degrees: districts whose lines come so close are neighbours
_LARGEST_GROUP = 3  # neighbours taken together with a district


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCheck:
    """A district's area in a set, and in the census of 2023; both in km².

    `census_km2` and `ratio` are None where the census gives no figure. `together` names the fewest
    neighbours whose own differences make up for most of the district's; empty where the ratio is
    within bounds or no such neighbours exist.
    """

    pcode: str
    name: str
    area_km2: float
    census_km2: int | None
    ratio: float | None
    together: tuple[str, ...] = ()

    @property
    def is_far(self) -> bool:
        """Whether the ratio is outside 0.8 to 1.25."""
        return self.ratio is not None and not LOWEST <= self.ratio <= HIGHEST


def census_areas(available: Iterable[str]) -> Mapping[str, int]:
    """Return the areas of the 2023 census, in km², for the districts that a set draws.

    Parameters
    ----------
    available
        P-codes of the set's districts. A district that it lacks counts in the one that held it.

    Examples
    --------
    >>> census_areas({"PK207"})["PK207"], census_areas({"PK207", "PK2-usta-muhammad"})["PK207"]
    (2445, 1492)
    """
    wanted = frozenset(available)
    areas: dict[str, int] = {}
    for one in load_units():
        if one.level != "admin2" or one.area_km2 is None:
            continue
        inside = one.figures_note.startswith("from its tehsils")  # the parent's figure has it
        if not inside:
            _add(areas, fold_to(one.pcode, wanted), one.area_km2)
        elif one.pcode in wanted:
            _add(areas, one.pcode, one.area_km2)
            _add(areas, fold_to(one.split_from[0], wanted), -one.area_km2)
    return areas


def check_areas(units: BoundarySet) -> tuple[AreaCheck, ...]:
    """Compare each district's area with the census, in order of the p-codes.

    Raises
    ------
    SettingsError
        If the set is not one of districts.
    """
    if units.level != "admin2":
        raise SettingsError(f"{units.name} is a set of level {units.level}; areas want admin2")
    frame = units.frame
    shapes = np.asarray(frame.geometry.array)
    drawn = dict(zip(frame["pcode"], area_km2(shapes).tolist(), strict=True))
    census = census_areas(drawn)
    near = _neighbours(frame["pcode"].tolist(), shapes)
    checks = []
    for pcode, name in zip(frame["pcode"], frame["name"], strict=True):
        known = census.get(pcode)
        check = AreaCheck(
            pcode=pcode,
            name=name,
            area_km2=round(drawn[pcode], 1),
            census_km2=known,
            ratio=round(drawn[pcode] / known, 3) if known else None,
            together=_explaining(pcode, near[pcode], drawn, census) if known else (),
        )
        checks.append(check)
    return tuple(checks)


def _add(areas: dict[str, int], code: str | None, area: int) -> None:
    if code is not None:
        areas[code] = areas.get(code, 0) + area


def _neighbours(codes: list[str], shapes: Geometries) -> dict[str, list[str]]:
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapes, predicate="dwithin", distance=_NEAR)
    near: dict[str, list[str]] = {code: [] for code in codes}
    for left, right in zip(one.tolist(), other.tolist(), strict=True):
        if left != right:
            near[codes[left]].append(codes[right])
    return near


def _explaining(
    pcode: str,
    near: list[str],
    drawn: Mapping[str, float],
    census: Mapping[str, int],
) -> tuple[str, ...]:
    """Return the names of the fewest neighbours with which a far-off area comes right."""
    if LOWEST <= drawn[pcode] / census[pcode] <= HIGHEST:
        return ()
    gap = abs(drawn[pcode] - census[pcode])
    for size in range(1, _LARGEST_GROUP + 1):
        groups = [(pcode, *group) for group in combinations(sorted(near), size)]
        left = [abs(sum(drawn[one] - census.get(one, 0) for one in group)) for group in groups]
        if left and min(left) <= _LEFT * gap:
            return tuple(_name(code) for code in groups[left.index(min(left))][1:])
    return ()


def _name(code: str) -> str:
    found = unit(code)
    return code if found is None else found.name

"""The rows of a summary: which units there are, and which of them each incident counts in.

Behind the units stand three more rows: ``coarser`` (in Pakistan, but not known this finely),
``abroad`` and ``unlocated``. A district that the rows lack counts in the unit that held it and the
row says so; a unit that was divided into several rows counts in none of them.

A tehsil is found by the column ``admin3_pcode`` where the table has one, else by the point of an
incident that has one, else by the name of an incident known to a tehsil; it counts only where it
lies in the district that the incident names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import BoundarySet, in_vintage, load_boundaries
from geomap.places.census import Figures, row_figures
from geomap.places.names import fold_name
from geomap.places.units import current_units, find_units, fold_to, unit, units_at
from geomap.places.vintages import VINTAGES, fold_table
from geomap.records import Precision

__all__ = ["BY", "OTHER_ROWS", "SummaryUnits", "summary_units", "unit_rows"]

OTHER_ROWS = ("coarser", "abroad", "unlocated")
"""Rows behind the units: in Pakistan but not this finely, outside Pakistan, and not placed."""

BY = {"admin1": "admin1", "admin2": "admin2", "division": "admin2", "tehsil": "admin3"}
"""What a summary may be by, and the level of the boundary set that it needs."""

COUNTRY = "PK"
_COUNTRY_NAME = "Pakistan"

Ints = npt.NDArray[np.int64]
Objects = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SummaryUnits:
    """The units that are the rows of a summary, in the order of their p-codes.

    `by` is one of `BY`, or ``country``. `boundaries` is the set that they are drawn from;
    `members` gives for each of its units the row that holds it.
    """

    by: str
    boundaries: BoundarySet
    pcodes: tuple[str, ...]
    names: tuple[str, ...]
    provinces: tuple[str | None, ...]
    figures: Mapping[str, Figures]
    members: Mapping[str, str]

    @property
    def rows(self) -> tuple[str, ...]:
        """The codes of all rows, those behind the units included."""
        return (*self.pcodes, *OTHER_ROWS)

    def row_of(self, code: str) -> str | None:
        """Return the row that holds a district or province, or None."""
        return _finder(self.by, frozenset(self.pcodes))(code)

    def shapes(self) -> gpd.GeoSeries:
        """Return the outline of each unit by its p-code, EPSG:4326."""
        frame = self.boundaries.frame
        holders = frame["pcode"].map(dict(self.members))
        if holders.tolist() == list(self.pcodes):
            parts = frame.geometry.set_axis(holders)
        else:
            parts = frame[["geometry"]].dissolve(holders.to_numpy(dtype=object)).geometry
        return parts.reindex(list(self.pcodes))

    def notes(self, codes: Iterable[str]) -> dict[str, str]:
        """Return what each row must say: units shown within it, and figures that it lacks.

        `codes` are the p-codes of the incidents; those of today's districts are always looked at.
        """
        said: dict[str, list[str]] = {row: [] for row in self.rows}
        for code, note in self._folds(codes):
            said[self.row_of(code) or "coarser"].append(note)
        for code in self.pcodes:
            if self.by != "tehsil" and self.figures[code].population is None:
                said[code].append(_no_figures(code))
        return {row: "; ".join(texts) for row, texts in said.items() if texts}

    def _folds(self, codes: Iterable[str]) -> Iterable[tuple[str, str]]:
        if self.by not in {"admin1", "admin2"}:
            return ()
        level = "admin2" if self.by == "admin2" else "admin1"
        known = {one.pcode for one in current_units(level)}
        known |= {code for code in codes if unit(code) is not None}
        return ((code, fold.note) for code, fold in fold_table(known, self.pcodes).items())


def summary_units(
    by: str | None, *, boundaries: BoundarySet | None = None, vintage: str = "set"
) -> SummaryUnits:
    """Return the units that are a summary's rows.

    Parameters
    ----------
    by
        One of `BY`, or None for the country as a whole.
    boundaries
        A set of the level that `by` needs; None takes the one in use.
    vintage
        One of `geomap.places.vintages.VINTAGES`. Divisions are today's, unless a year is named.

    Raises
    ------
    SettingsError
        If `by`, the vintage or the level of the set is not allowed.
    """
    if vintage not in VINTAGES:
        raise SettingsError(f"vintage is {vintage!r}; allowed are {', '.join(VINTAGES)}")
    if by is None:
        return _whole_country(boundaries)
    if by not in BY:
        raise SettingsError(f"by is {by!r}; it must be one of {', '.join(BY)}, or None")
    level = BY[by]
    given = load_boundaries(level=level) if boundaries is None else boundaries
    if given.level != level:
        raise SettingsError(f"by is {by!r}, but the boundary set {given.name} is {given.level}")
    if by == "division":
        return _divisions(given, vintage)
    return _drawn(by, in_vintage(given, vintage))


def _drawn(by: str, drawn: BoundarySet) -> SummaryUnits:
    """Return the units that a boundary set draws."""
    frame = drawn.frame
    codes = tuple(frame["pcode"])
    parents = "district" if by == "tehsil" else "province"
    return SummaryUnits(
        by=by,
        boundaries=drawn,
        pcodes=codes,
        names=tuple(frame["name"]),
        provinces=tuple(frame[parents]),
        figures=_figures(by, codes),
        members=dict(zip(codes, codes, strict=True)),
    )


def _divisions(drawn: BoundarySet, vintage: str) -> SummaryUnits:
    """Return the divisions of the districts that a boundary set draws."""
    there = None if vintage == "set" else frozenset(u.pcode for u in units_at("division", vintage))
    members = {code: _division(code, there) or code for code in drawn.frame["pcode"]}
    codes = tuple(sorted(set(members.values())))
    units = [unit(code) for code in codes]
    return SummaryUnits(
        by="division",
        boundaries=drawn if there is None else in_vintage(drawn, vintage),
        pcodes=codes,
        names=tuple(
            code if one is None else one.name for code, one in zip(codes, units, strict=True)
        ),
        provinces=tuple(None if one is None else one.province or one.pcode for one in units),
        figures=_figures("division", codes),
        members=members,
    )


def _whole_country(boundaries: BoundarySet | None) -> SummaryUnits:
    drawn = load_boundaries(level="admin1") if boundaries is None else boundaries
    return SummaryUnits(
        by="country",
        boundaries=drawn,
        pcodes=(COUNTRY,),
        names=(_COUNTRY_NAME,),
        provinces=(None,),
        figures=_figures("country", (COUNTRY,)),
        members=dict.fromkeys(drawn.frame["pcode"], COUNTRY),
    )


@lru_cache(maxsize=32)
def _figures(by: str, codes: tuple[str, ...]) -> Mapping[str, Figures]:
    if by == "tehsil":
        return dict.fromkeys(codes, Figures())
    return row_figures(codes, _finder(by, frozenset(codes)))


@lru_cache(maxsize=32)
def _finder(by: str, rows: frozenset[str]) -> Callable[[str], str | None]:
    """Return the function that gives the row of a p-code."""
    if by == "country":
        return lambda _: COUNTRY
    if by == "division":
        return lambda code: _division(code, rows)
    if by == "admin1":
        return lambda code: fold_to(_province(code), rows)
    return lambda code: fold_to(code, rows)


def _province(code: str) -> str:
    found = unit(code)
    return found.province if found is not None and found.province else code


def _division(code: str, rows: frozenset[str] | None) -> str | None:
    """Return the division of a district among the rows (None: today's), or its province's code."""
    found = unit(code)
    if found is not None and found.level == "admin2" and len(found.merged_into) == 1:
        found = unit(found.merged_into[0])
    if found is None:
        return code if rows is not None and code in rows else None
    own = found.pcode if found.level == "division" else found.division
    if own is None:
        return found.province if found.level == "admin2" else None
    if rows is None:
        return own
    return fold_to(own, rows)


def _no_figures(code: str) -> str:
    found = unit(code)
    reason = found.figures_note if found is not None else ""
    if reason.startswith("not in"):
        return f"no population: {reason}"
    if found is None or found.level == "division" or not reason:
        return "no population: the census has no figure for all of it"
    return f"no population for this frame: {reason}"


def unit_rows(incidents: pd.DataFrame, units: SummaryUnits) -> Ints:
    """Return for each incident the position of its row among ``units.rows``.

    Raises
    ------
    SchemaError
        If the table lacks a column that says where.
    """
    positions = {row: number for number, row in enumerate(units.rows)}
    inside = _inside(incidents, units)
    country = _codes(incidents, "country")
    found = inside.map(lambda row: positions["coarser" if row is None else row])
    found[_nowhere(incidents, country)] = positions["unlocated"]
    found[country.map(lambda code: code not in {None, COUNTRY}) > 0] = positions["abroad"]
    return found


@dataclass(frozen=True, slots=True)
class _Coded:
    """A column of codes: each distinct one, None last, and its number for each incident."""

    values: tuple[str | None, ...]
    numbers: Ints

    def to(self, change: Callable[[str], str | None]) -> _Coded:
        """Return the column with each code changed; None stays None."""
        return _Coded(tuple(one and change(one) for one in self.values), self.numbers)

    def map(self, change: Callable[[str | None], int]) -> Ints:
        """Return a number for each incident."""
        return np.array([change(one) for one in self.values], dtype=np.int64)[self.numbers]

    def cells(self) -> Objects:
        """Return the codes as they stand."""
        return np.array(self.values, dtype=object)[self.numbers]

    def or_else(self, other: _Coded | Objects) -> _Coded:
        """Return the column with its empty cells filled from another."""
        cells = self.cells()
        second = other.cells() if isinstance(other, _Coded) else other
        return _coded(np.where(_empty(cells), second, cells))


def _inside(incidents: pd.DataFrame, units: SummaryUnits) -> _Coded:
    """Return the code of the unit that each incident is in, or None."""
    if units.by == "country":
        return _Coded((COUNTRY,), np.zeros(len(incidents), dtype=np.int64))
    if units.by == "tehsil":
        return _coded(_tehsils(incidents, units))
    column = "admin1_pcode" if units.by == "admin1" else "admin2_pcode"
    inside = _codes(incidents, column).to(units.row_of)
    if units.by == "division":
        return inside.or_else(_named_divisions(incidents, units))
    if units.by == "admin1" and "admin2_pcode" in incidents:
        return inside.or_else(_codes(incidents, "admin2_pcode").to(units.row_of))
    return inside


def _nowhere(incidents: pd.DataFrame, country: _Coded) -> Ints:
    """Return the positions of the incidents that name neither a country nor a unit."""
    rows = np.flatnonzero(country.map(lambda code: code is None))
    for name in ("admin1_pcode", "admin2_pcode"):
        if name in incidents and len(rows):
            rows = rows[_codes(incidents.iloc[rows], name).map(lambda code: code is None) > 0]
    return rows


def _codes(incidents: pd.DataFrame, name: str) -> _Coded:
    """Return a column of codes; None where a cell is empty or is no text."""
    if name not in incidents:
        raise SchemaError(f"the table lacks {name}; give one that incident_table made")
    return _coded(incidents[name])


def _coded(column: pd.Series | Objects) -> _Coded:
    numbers, distinct = pd.factorize(column)
    texts = [one if isinstance(one, str) and one else None for one in distinct.tolist()]
    return _Coded((*texts, None), numbers.astype(np.int64))


def _empty(cells: Objects) -> npt.NDArray[np.bool_]:
    return np.asarray(pd.isna(cells), dtype=bool)


def _named_divisions(incidents: pd.DataFrame, units: SummaryUnits) -> Objects:
    """Return the division of incidents that are known to a division only."""
    found = np.full(len(incidents), None, dtype=object)
    if not {"precision", "place_name", "admin1_pcode"} <= set(incidents.columns):
        return found
    level = Precision.DIVISION.value
    chosen = np.flatnonzero((incidents["precision"] == level).to_numpy(dtype=bool, na_value=False))
    names, provinces = (_codes(incidents, name).cells() for name in ("place_name", "admin1_pcode"))
    for row in chosen.tolist():
        found[row] = _named_division(names[row], provinces[row], units)
    return found


def _named_division(name: Any, province: Any, units: SummaryUnits) -> str | None:
    if name is None:
        return None
    bare = fold_name(name).removesuffix(" division")
    for one in find_units(bare, level="division"):
        if province in {None, one.province}:
            return units.row_of(one.pcode)
    return None


def _tehsils(incidents: pd.DataFrame, units: SummaryUnits) -> Objects:
    """Return the tehsil of each incident, or None."""
    frame = units.boundaries.frame
    districts = dict(zip(frame["pcode"], frame["district"], strict=True))
    known = frozenset(districts)
    found = _coded(_tehsils_of_points(incidents, frame)).or_else(_named_tehsils(incidents, frame))
    if "admin3_pcode" in incidents:
        found = (
            _codes(incidents, "admin3_pcode").to(lambda code: fold_to(code, known)).or_else(found)
        )
    drawn = frozenset(districts.values())
    stated = _codes(incidents, "admin2_pcode")
    folded = stated.to(lambda code: fold_to(code, drawn)).cells()
    cells, holder = found.cells(), found.to(districts.get).cells()
    cells[~_empty(stated.cells()) & ~_empty(cells) & (folded != holder)] = None
    return cells


def _tehsils_of_points(incidents: pd.DataFrame, frame: gpd.GeoDataFrame) -> Objects:
    found = np.full(len(incidents), None, dtype=object)
    if not {"lon", "lat", "precision"} <= set(incidents.columns):
        return found
    lon, lat = (
        pd.to_numeric(incidents[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
        for name in ("lon", "lat")
    )
    fine = {level.value for level in Precision if level.is_point}
    honest = incidents["precision"].isin(fine).to_numpy(dtype=bool)
    rows = np.flatnonzero(honest & np.isfinite(lon) & np.isfinite(lat))
    tree = shapely.STRtree(frame.geometry.to_numpy())
    point, area = tree.query(shapely.points(lon[rows], lat[rows]), predicate="intersects")
    codes = frame["pcode"].to_numpy(dtype=object)
    for at, number in sorted(zip(point.tolist(), area.tolist(), strict=True), reverse=True):
        found[rows[at]] = codes[number]  # on a shared border the lowest code comes last and stays
    return found


def _named_tehsils(incidents: pd.DataFrame, frame: gpd.GeoDataFrame) -> Objects:
    found = np.full(len(incidents), None, dtype=object)
    if not {"precision", "place_name", "admin2_pcode"} <= set(incidents.columns):
        return found
    keys = zip(frame["district"], map(fold_name, frame["name"]), strict=True)
    tehsils = dict(zip(keys, frame["pcode"], strict=True))
    drawn = frozenset(frame["district"])
    level = Precision.TEHSIL.value
    chosen = np.flatnonzero((incidents["precision"] == level).to_numpy(dtype=bool, na_value=False))
    names, districts = (_codes(incidents, name).cells() for name in ("place_name", "admin2_pcode"))
    for row in chosen.tolist():
        if names[row] is not None and districts[row] is not None:
            name = fold_name(names[row]).removesuffix(" tehsil")
            found[row] = tehsils.get((fold_to(districts[row], drawn), name))
    return found

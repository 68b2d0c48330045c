"""Which incidents of a table stand where on a static map: at a place, in an area, or in a note.

Every counted incident is in exactly one of these, and their sum is asserted: a place that is known
to a district, a division or a province is never drawn as a point.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from geomap.errors import SchemaError, SettingsError
from geomap.places.boundaries import BoundarySet
from geomap.records import COUNTED_KINDS, Precision
from geomap.summary_counts import check_columns
from geomap.summary_units import OTHER_ROWS, SummaryUnits, summary_units, unit_rows

__all__ = ["Placed", "Spot", "place_incidents"]

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Incidents at one place, to about a kilometre; `lon` and `lat` in degrees."""

    lon: float
    lat: float
    name: str
    incidents: int
    fatalities: int

    def value(self, name: str) -> int:
        """Return its incidents or its fatalities."""
        return self.fatalities if name == "fatalities" else self.incidents


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where the counted incidents of a table are.

    `spots` are the places, the largest first. `districts`, `divisions` and `provinces` give the
    number of incidents known only to that unit, by p-code. `country`, `abroad` and `unlocated` are
    in no place and no unit; `operations` are not counted.
    """

    spots: tuple[Spot, ...]
    districts: Mapping[str, int]
    divisions: Mapping[str, int]
    provinces: Mapping[str, int]
    country: int
    abroad: int
    unlocated: int
    operations: int
    days: tuple[str, str] | None

    @property
    def total(self) -> int:
        """All counted incidents."""
        areas = (self.districts, self.divisions, self.provinces)
        return (
            sum(spot.incidents for spot in self.spots)
            + sum(sum(one.values()) for one in areas)
            + self.country + self.abroad + self.unlocated
        )  # fmt: skip


def place_incidents(
    incidents: pd.DataFrame, *, boundaries: BoundarySet, within: str | None = None
) -> Placed:
    """Say where each counted incident stands on a map.

    Parameters
    ----------
    incidents
        An incident table. It is not changed.
    boundaries
        A set of districts.
    within
        The p-code of a province or district, whose incidents alone are placed; None places all.

    Raises
    ------
    SettingsError
        If there is no such province or district.
    SchemaError
        If the table lacks a column.
    """
    check_columns(incidents, "precision", "admin1_pcode", "admin2_pcode")
    provinces = summary_units("admin1")
    table = incidents.reset_index(drop=True)
    if within is not None:
        units = provinces
        if within not in provinces.pcodes:
            units = summary_units("admin2", boundaries=boundaries)
        if within not in units.pcodes:
            names = ", ".join(provinces.pcodes)
            raise SettingsError(
                f"within is {within!r}; it must be a province, one of {names}, or a district of "
                f"{boundaries.name}",
            )
        rows = unit_rows(table, units)
        table = table[rows == units.rows.index(within)].reset_index(drop=True)
    operations = int((table["kind"] == "operation").sum())
    table = table[table["kind"].isin(COUNTED_KINDS)].reset_index(drop=True)
    lon, lat = _points(table)
    at_place = ~np.isnan(lon)
    areas = table[~at_place]
    shares, rest = _areas(areas, boundaries, provinces)
    placed = Placed(
        spots=_spots(table[at_place], lon[at_place], lat[at_place]),
        **shares,
        country=rest["coarser"],
        abroad=rest["abroad"],
        unlocated=rest["unlocated"],
        operations=operations,
        days=_days(table),
    )
    if placed.total != len(table):
        raise AssertionError("every incident must stand somewhere on a map, once")
    return placed


def _points(table: pd.DataFrame) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the lon and lat of the incidents that a point is honest for; NaN for the others."""
    if isinstance(table, gpd.GeoDataFrame) and table.active_geometry_name is not None:
        shapes = table.geometry.to_numpy()
        point = shapely.get_type_id(shapes) == 0
        lon, lat = (np.where(point, get(shapes), np.nan) for get in (shapely.get_x, shapely.get_y))
    elif {"lon", "lat"} <= set(table.columns):
        lon, lat = (
            pd.to_numeric(table[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
            for name in ("lon", "lat")
        )
    else:
        raise SchemaError("the table lacks lon and lat, and has no geometry")
    fine = {level.value for level in Precision if level.is_point}
    honest = table["precision"].isin(fine).to_numpy(dtype=bool)
    with np.errstate(invalid="ignore"):
        usable = np.isfinite(lon) & np.isfinite(lat) & (abs(lon) <= 180) & (abs(lat) <= 90)
    honest = honest & usable
    return np.where(honest, lon, np.nan), np.where(honest, lat, np.nan)


def _spots(
    table: pd.DataFrame, lon: npt.NDArray[np.float64], lat: npt.NDArray[np.float64]
) -> tuple[Spot, ...]:
    """Join the incidents of one place."""
    found: dict[tuple[float, float], list[int]] = {}
    for row, corner in enumerate(zip(lon.round(2).tolist(), lat.round(2).tolist(), strict=True)):
        found.setdefault(corner, []).append(row)
    dead = table["fatalities_best"].to_numpy(dtype=float, na_value=np.nan)
    names = table["place_name"].tolist() if "place_name" in table else [None] * len(table)
    spots = [
        Spot(
            lon=float(lon[rows].mean()),
            lat=float(lat[rows].mean()),
            name=min((str(names[row]) for row in rows if isinstance(names[row], str)), default=""),
            incidents=len(rows),
            fatalities=int(np.nansum(dead[rows])),
        )
        for rows in found.values()
    ]
    return tuple(sorted(spots, key=lambda one: (-one.incidents, -one.fatalities, one.lon, one.lat)))


def _areas(
    table: pd.DataFrame, boundaries: BoundarySet, provinces: SummaryUnits
) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Share out the incidents of no place: to the finest unit that holds each, or to the rest."""
    left = table
    shares: dict[str, dict[str, int]] = {}
    for name, units in (
        ("districts", summary_units("admin2", boundaries=boundaries)),
        ("divisions", summary_units("division", boundaries=boundaries)),
        ("provinces", provinces),
    ):
        rows = unit_rows(left, units)
        inside = rows < len(units.pcodes)
        codes, numbers = np.unique(rows[inside], return_counts=True)
        shares[name] = {
            units.pcodes[code]: int(number) for code, number in zip(codes, numbers, strict=True)
        }
        left = left[~inside]
    codes = unit_rows(left, provinces) - len(provinces.pcodes)
    numbers = np.bincount(codes, minlength=len(OTHER_ROWS))
    return shares, dict(zip(OTHER_ROWS, numbers.tolist(), strict=True))


def _days(table: pd.DataFrame) -> tuple[str, str] | None:
    """Return the first and the last day, ISO 8601."""
    if "date_start" not in table:
        return None
    days = [str(day)[:10] for day in table["date_start"] if not pd.isna(day)]
    return (min(days), max(days)) if days else None

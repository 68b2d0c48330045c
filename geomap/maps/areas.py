"""The areas that incidents fall in: where each place of the table is shown, and on what shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.maps.basemap import Basemap, encode_shape, label_point
from geomap.maps.naming import Naming
from geomap.places.gazetteer import load_gazetteer
from geomap.places.names import fold_name
from geomap.places.units import fold_to

__all__ = ["Areas", "Placed", "Spot"]

_RANK = {"province": 0, "division": 1, "district": 2, "line": 3}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where incidents are, as far as an area goes; `admin1` and `admin2` are p-codes."""

    level: str
    name: str | None
    admin1: str | None
    admin2: str | None
    line: BaseGeometry | None
    is_point: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """How a spot is shown: ``point``, ``area`` or ``list``; `note` says if elsewhere."""

    where: str
    key: tuple[str, str] | None = None
    note: str | None = None


@dataclass(slots=True)
class Areas:
    """The areas that incidents fall into, collected one spot at a time."""

    base: Basemap
    naming: Naming
    found: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    shapes: list[BaseGeometry] = field(default_factory=list)

    def place(self, spot: Spot) -> Placed:
        """Say how incidents of a spot are shown, and remember their area."""
        if spot.is_point:
            return Placed("point")
        if spot.level in {"country", "unknown"}:
            return Placed("list")
        ways = (self._line, self._division, self._district, self._province)
        key = next(filter(None, (way(spot) for way in ways)), None)
        if key is None:
            return Placed("list")
        exact = key[0] == spot.level and key[1] in {spot.admin1, spot.admin2, spot.name}
        return Placed("area", key, None if exact or key[0] == "line" else self.found[key]["label"])

    def _line(self, spot: Spot) -> tuple[str, str] | None:
        shape = spot.line
        if spot.level != "line" or shape is None or not encode_shape(shape):
            return None
        return self._add(("line", shape.wkt), spot.name or "", shape)

    def _division(self, spot: Spot) -> tuple[str, str] | None:
        if spot.level != "division" or spot.name is None:
            return None
        codes = [code for code in _division_districts(spot) if code in self.base.districts]
        if not codes:
            return None
        shape = shapely.union_all([self.base.shapes[pcode] for pcode in codes], grid_size=0.001)
        return self._add(("division", spot.name), spot.name, shape)

    def _district(self, spot: Spot) -> tuple[str, str] | None:
        if spot.admin2 is None or spot.level in {"division", "province"}:
            return None
        drawn = self.base.districts
        pcode = spot.admin2 if spot.admin2 in drawn else fold_to(spot.admin2, drawn)
        if pcode is None:
            return None
        return self._add(("district", pcode), self.base.names[pcode], self.base.shapes[pcode])

    def _province(self, spot: Spot) -> tuple[str, str] | None:
        if spot.admin1 is None or spot.admin1 not in self.base.provinces:
            return None
        name, shape = self.base.names[spot.admin1], self.base.shapes[spot.admin1]
        return self._add(("province", spot.admin1), name, shape)

    def _add(self, key: tuple[str, str], name: str, shape: BaseGeometry) -> tuple[str, str]:
        if key not in self.found:
            level, code = key
            lon, lat = label_point(shape)
            positions = self.base.provinces if level == "province" else self.base.districts
            own = level in {"line", "division"}
            self.found[key] = {
                "level": level,
                "name": self.naming.places.get(name, name),
                "label": self.naming.unit(name, level),
                "lon": lon,
                "lat": lat,
                "parts": [] if own else [positions[code]],
                "rings": encode_shape(shape) if own else [],
            }
            self.shapes.append(shape)
        return key

    def finish(self) -> tuple[list[dict[str, Any]], dict[tuple[str, str], int]]:
        """Return the areas coarse to fine, and the position of each key."""
        keys = sorted(self.found, key=lambda key: (_RANK[key[0]], key[1]))
        return [self.found[key] for key in keys], {key: at for at, key in enumerate(keys)}


def _division_districts(spot: Spot) -> tuple[str, ...]:
    """Return the admin2 p-codes of the division that incidents name."""
    for entry in load_gazetteer().lookup(fold_name(spot.name or "")):
        if entry.level == "division" and spot.admin1 in {None, entry.admin1_pcode}:
            return entry.districts
    return ()

"""What the rows of a table say of where they are, the answer to it, and notes on single rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from geomap.records import Precision

__all__ = ["Located", "Notes", "Spots"]

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]


class Notes:
    """What is worth knowing of single rows, collected column by column."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._texts: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return self._size

    def add(self, rows: Flags, text: str | Callable[[int], str]) -> None:
        """Add a note to the marked rows; `text` may make it from the row's position."""
        for row in np.flatnonzero(rows).tolist():
            note = text if isinstance(text, str) else text(row)
            self._texts.setdefault(row, []).append(note)

    def add_one(self, row: int, text: str) -> None:
        """Add a note to one row."""
        self._texts.setdefault(row, []).append(text)

    def lists(self) -> Objects:
        """Return a list for each row; rows without notes share one empty list."""
        found = np.empty(self._size, dtype=object)
        nothing: list[str] = []
        for row in range(self._size):
            found[row] = self._texts.get(row, nothing)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Spots:
    """What the rows say of where they are; arrays of one length.

    `lon` and `lat` are degrees, NaN where there are none. `rank` is that of a `Precision`, -1
    where the row gives none. `coded` says whether the table has a column of precisions, so that a
    row without one is not taken for exact; `default` is the precision of coordinates in a table
    without one. `scaled` says that its codes are of a known scale: then a place text makes no row
    finer than the unit that it names. Texts are None where there are none. `kept` says that admin
    units stand as given.
    """

    lon: Floats
    lat: Floats
    rank: npt.NDArray[np.int64]
    place: Objects
    admin1: Objects
    admin2: Objects
    admin3: Objects
    admin1_pcode: Objects
    admin2_pcode: Objects
    country: Objects
    coded: bool = False
    scaled: bool = False
    kept: bool = False
    default: Precision = Precision.SETTLEMENT


@dataclass(slots=True, kw_only=True)
class Located:
    """Where the rows are; columns as in the incident table.

    `rank` is that of the precision; `lon` and `lat` are NaN where no point is honest, and then
    `source_lon` and `source_lat` hold what the row came with. `how` is ``coordinates``,
    ``gazetteer`` with the kind of match, ``units``, ``country`` or ``nothing``; `score` is 0-100.
    `abroad` names the first-level unit of a place outside Pakistan; `names` are admin1 and admin2.
    """

    rank: npt.NDArray[np.int64]
    lon: Floats
    lat: Floats
    uncertainty_m: Floats
    source_lon: Floats
    source_lat: Floats
    country: Objects
    admin1_pcode: Objects
    admin2_pcode: Objects
    place: Objects
    how: Objects
    score: Floats
    abroad: Objects
    names: dict[str, Objects] = field(default_factory=dict)

    def columns(self) -> dict[str, npt.NDArray[Any]]:
        """Return the columns of the incident table that say where, and how it is known."""
        levels = np.array([level.value for level in Precision], dtype=object)
        return {
            "precision": levels[self.rank],
            "lon": self.lon,
            "lat": self.lat,
            "uncertainty_m": self.uncertainty_m,
            "country": self.country,
            "admin1": self.names["admin1"],
            "admin1_pcode": self.admin1_pcode,
            "admin2": self.names["admin2"],
            "admin2_pcode": self.admin2_pcode,
            "how": self.how,
            "score": self.score,
        }

"""The places that the polygons are built around: points of known district, from the gazetteer."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from packages import FOLDER

__all__ = ["Seed", "coordinates", "read_seeds"]

GAZETTEER = FOLDER.parent / "geomap" / "data" / "gazetteer.tsv"
LEVELS = frozenset({"site", "settlement", "tehsil"})


@dataclass(frozen=True, slots=True)
class Seed:
    """A place of known district: the district's p-code, and degrees in EPSG:4326."""

    pcode: str
    lon: float
    lat: float

    @property
    def province(self) -> str:
        """The p-code of its province."""
        return self.pcode[:3]


@cache
def read_seeds() -> tuple[Seed, ...]:
    """Return the gazetteer's points in Pakistan whose district is known."""
    with GAZETTEER.open(encoding="utf-8", newline="") as stream:
        return tuple(
            Seed(row["admin2_pcode"], float(row["lon"]), float(row["lat"]))
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["country"] == "PK"
            and row["level"] in LEVELS
            and row["admin2_pcode"]
            and row["lon"]
        )


def coordinates(seeds: list[Seed]) -> npt.NDArray[np.float64]:
    """Return the seeds' longitudes and latitudes as rows of an array."""
    return np.array([(seed.lon, seed.lat) for seed in seeds], dtype=np.float64).reshape(-1, 2)

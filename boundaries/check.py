"""Compare the embedded boundaries with a reference and write ``accuracy.json``.

Usage: ``INCIDENT_REFERENCE_DIR=... python boundaries/check.py``. The reference is OCHA's COD-AB
admin2 of September 2022, in the folder that the variable names. This only measures: no build step
reads the reference or what is written here, save that `registry.json` quotes the figures.

The two sets differ in their frames, so both are first folded to their common units: a district
that only one of them has is joined with the one that it was split from or merged into.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import statistics
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from known_places import coordinates, read_seeds
from packages import FOLDER

__all__ = ["Overlap", "main"]

REFERENCE = "boundaries/cod_ab_2022_adm2.geojson"
TITLE = "OCHA/WFP COD-AB admin2, 2022-09-09, both folded to their common units"
EQUAL_AREA = "EPSG:6933"

Shapes = dict[str, shapely.Geometry]


def main() -> None:
    """Measure both sets and write the file."""
    folder = os.environ.get("INCIDENT_REFERENCE_DIR")
    if not folder:
        raise SystemExit("set INCIDENT_REFERENCE_DIR to the folder that holds the reference files")
    reference = _reference(Path(folder) / REFERENCE)
    accuracy = {
        "embedded-admin1": _measure("provinces.geojson", reference, province=True),
        "embedded-admin2": _measure("districts.geojson", reference, province=False),
    }
    text = json.dumps(accuracy, ensure_ascii=False, indent=2)
    (FOLDER / "accuracy.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    print(text)


class Overlap:
    """How far two polygons of one unit agree; areas in square kilometres."""

    def __init__(self, ours: shapely.Geometry, theirs: shapely.Geometry) -> None:
        self.both = shapely.area(shapely.intersection(ours, theirs)) / 1e6
        self.theirs = shapely.area(theirs) / 1e6
        self.either = shapely.area(ours) / 1e6 + self.theirs - self.both

    @property
    def ratio(self) -> float:
        """Overlap over union, 0 to 1."""
        return self.both / self.either


def _reference(path: Path) -> Shapes:
    frame = gpd.read_file(path)
    frame = frame[frame["ADM2_PCODE"].notna() & frame["ADM1_PCODE"].notna()].to_crs(EQUAL_AREA)
    return dict(zip(frame["ADM2_PCODE"], shapely.make_valid(frame.geometry.values), strict=True))


def _measure(file: str, reference: Shapes, *, province: bool) -> dict[str, Any]:
    path = FOLDER / file
    frame = gpd.read_file(path)
    shapes = dict(zip(frame["pcode"], frame.to_crs(EQUAL_AREA).geometry, strict=True))
    if province:
        unit_of = {pcode: pcode[:3] for pcode in {*shapes, *reference}}
    else:
        unit_of = common_units(set(shapes), set(reference))
    ours, theirs = _folded(shapes, unit_of), _folded(reference, unit_of)
    overlaps = {unit: Overlap(ours[unit], theirs[unit]) for unit in sorted(ours)}
    names = dict(zip(frame["pcode"], frame["name"], strict=True))
    measured = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "compared_with": TITLE,
        **_summary(overlaps, names),
    }
    if not province:
        own = _in_own_unit(frame)
        measured["places_in_own_district"] = _share(own.values())
        measured["provinces"] = {
            pcode: {
                **_summary({u: o for u, o in overlaps.items() if u[:3] == pcode}, names),
                "places_in_own_district": _share(
                    right for seed, right in own.items() if seed[1][:3] == pcode
                ),
            }
            for pcode in sorted({unit[:3] for unit in overlaps})
        }
    return measured


def common_units(ours: set[str], theirs: set[str]) -> dict[str, str]:
    """Return the common unit of each p-code: the lowest p-code that it must be joined with."""
    with (FOLDER / "units.csv").open(encoding="utf-8", newline="") as stream:
        units = {row["pcode"]: row for row in csv.DictReader(stream)}
    parent = {pcode: pcode for pcode in ours | theirs}

    def root(pcode: str) -> str:
        while parent[pcode] != pcode:
            pcode = parent[pcode]
        return pcode

    for pcode in sorted(ours ^ theirs):
        kin = units[pcode]["merged_into"] or units[pcode]["split_from"]
        for other in filter(parent.__contains__, kin.split("|")):
            low, high = sorted((root(pcode), root(other)))
            parent[high] = low
    return {pcode: root(pcode) for pcode in parent}


def _folded(shapes: Shapes, unit_of: Mapping[str, str]) -> Shapes:
    groups: dict[str, list[shapely.Geometry]] = {}
    for pcode, shape in shapes.items():
        groups.setdefault(unit_of[pcode], []).append(shape)
    return {unit: shapely.union_all(parts) for unit, parts in groups.items()}


def _summary(overlaps: Mapping[str, Overlap], names: Mapping[str, str]) -> dict[str, Any]:
    worst = min(overlaps, key=lambda unit: overlaps[unit].ratio)
    both = sum(overlap.both for overlap in overlaps.values())
    theirs = sum(overlap.theirs for overlap in overlaps.values())
    return {
        "units": len(overlaps),
        "median_overlap": round(statistics.median(o.ratio for o in overlaps.values()), 3),
        "worst_overlap": round(overlaps[worst].ratio, 3),
        "worst_unit": names[worst],
        "area_agreement": round(both / theirs, 3),
    }


def _in_own_unit(frame: gpd.GeoDataFrame) -> dict[tuple[int, str], bool]:
    """Tell for each place of known district, numbered, whether its district's polygon holds it."""
    shapes = dict(zip(frame["pcode"], frame.geometry, strict=True))
    seeds = [seed for seed in read_seeds() if seed.pcode in shapes]
    points = np.asarray(shapely.points(coordinates(seeds)))
    return {
        (number, seed.pcode): bool(shapely.intersects(shapes[seed.pcode], point))
        for number, (seed, point) in enumerate(zip(seeds, points, strict=True))
    }


def _share(answers: Iterable[bool]) -> float | None:
    listed = list(answers)
    return round(sum(listed) / len(listed), 3) if listed else None


if __name__ == "__main__":
    main()

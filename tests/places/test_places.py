"""Our own places against public reference polygons and tables."""

from __future__ import annotations

import csv

import geopandas as gpd
import pytest

from geomap.paths import data_file
from geomap.places.names import fold_name
from geomap.places.units import fold_to, unit

METRES_CRS = "EPSG:32642"
FOLDED = {"PK2-hub": "PK217", "PK2-usta-muhammad": "PK207", "PK7-keamari": None}


def rows():
    with data_file("places.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_rows_are_whole():
    seen = set()
    for row in rows():
        assert row["name"]
        assert row["level"] in {"site", "settlement", "tehsil", "division", "line"}
        assert bool(row["lon"]) == bool(row["lat"])
        if row["district"]:
            assert unit(row["district"]) is not None, row
        for code in filter(None, row["districts"].split("|")):
            assert unit(code) is not None, row
        key = (row["name"], row["district"], row["level"], row["country"])
        assert key not in seen, key
        seen.add(key)


def test_there_are_many_and_most_have_urdu_names_and_coordinates():
    every = [row for row in rows() if row["country"] == "PK"]
    spots = [row for row in every if row["level"] in {"site", "settlement"}]
    assert len(every) > 2_500
    assert sum(bool(row["name_ur"]) for row in every) / len(every) > 0.95
    assert sum(bool(row["lon"]) for row in spots) / len(spots) > 0.7


@pytest.mark.reference
def test_coordinates_lie_in_their_district_or_near_it(reference_dir):
    polygons = gpd.read_file(reference_dir / "boundaries" / "cod_ab_2022_adm2.geojson")
    polygons = polygons[polygons["ADM2_PCODE"].notna()].to_crs(METRES_CRS)
    shapes = polygons.set_index("ADM2_PCODE").geometry
    shapes["PK228"] = shapes["PK228"].union(shapes["PK218"])  # Lehri went back to Sibi
    available = frozenset(shapes.index)
    placed = [
        row
        for row in rows()
        if row["country"] == "PK" and row["lon"] and row["district"] and row["feature"] != "island"
    ]
    points = gpd.GeoSeries(
        gpd.points_from_xy(
            [float(row["lon"]) for row in placed], [float(row["lat"]) for row in placed]
        ),
        crs="EPSG:4326",
    ).to_crs(METRES_CRS)
    far = []
    for row, point in zip(placed, points, strict=True):
        code = FOLDED.get(row["district"], fold_to(row["district"], available))
        if code is None:  # Keamari was carved out of Karachi West and South
            distance = min(point.distance(shapes[near]) for near in ("PK729", "PK721"))
        else:
            distance = point.distance(shapes[code])
        if distance > 5_000:
            km = round(distance / 1000)
            far.append((row["name"], row["district"], row["lon"], row["lat"], km))
    assert len(far) / len(placed) <= 0.02, far
    assert not [item for item in far if item[-1] > 10], "none is more than 10 km off"


@pytest.mark.reference
def test_the_gazetteer_knows_the_tehsils_of_the_census(reference_dir):
    from geomap.places.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    provinces = {"Kpk": "PK5", "Balochistan": "PK2", "Punjab": "PK6", "Sindh": "PK7"}
    floors = {"PK2": 0.97, "PK5": 0.95, "PK6": 0.85, "PK7": 0.85}
    right, total = dict.fromkeys(floors, 0), dict.fromkeys(floors, 0)
    path = reference_dir / "reference" / "census2023_tehsils.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            province = provinces.get(row["province"])
            if province is None:
                continue
            found = gazetteer.candidates(f"{row['tehsil']}, {row['district']}", within=province)
            total[province] += 1
            if found:
                code = found[0].admin2_pcode or ""
                names = {fold_name(unit(code).name)} if unit(code) else set()
                names |= {fold_name(alias) for alias in (unit(code).aliases if unit(code) else ())}
                parent = FOLDED.get(code)
                if parent:
                    names |= {fold_name(unit(parent).name)}
                right[province] += fold_name(row["district"]) in names
    shares = {province: right[province] / total[province] for province in floors}
    assert {p: s for p, s in shares.items() if s < floors[p]} == {}, shares

"""Build ``geomap/data/gazetteer.tsv``, its record and the tables of ``docs/gazetteer.md``.

Five sources come together, one row for each place: GeoNames' places of Pakistan (by way of two
pinned packages, corrected and given districts by ``geomap/data/geonames.csv``), the admin units of
``boundaries/units.csv``, the countries of ``geomap/data/countries.csv``, the capitals, cities and
provinces abroad of ``geomap/data/foreign.csv`` and the places of our own in
``geomap/data/places.csv``. A place that two sources name is one row. Files that are not there
yet are left out: units take their label points from the polygons built here, which are in turn
built around the places of this table.

The packages are needed for the build only and never at run time.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from dataclasses import astuple, fields

import shapely
from data_registry import write_data_registry
from gazetteer_coverage import write_coverage
from gazetteer_rows import (
    BOUNDARIES,
    DATA,
    PROVINCES,
    Row,
    country_records,
    foreign_rows,
    geonames_rows,
    join_names,
    number,
    place_in_province,
    read_table,
    split,
)
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geomap.places.names import fold_name
from geomap.places.units import division_districts

__all__ = ["main"]

LEVELS = {
    "admin1": "province",
    "division": "division",
    "admin2": "district",
    "agency": "district",
}
YOUNGER = {"PK2-hub", "PK2-usta-muhammad", "PK7-keamari"}  # than the published codes
SAME_M = 30_000.0  # of one name and district: farther apart than this they are two


def main() -> None:
    """Build all of it; the same inputs give the same bytes."""
    units = _units()
    towns = _merge([*geonames_rows(), *foreign_rows()], _own_places())
    rows = [*units, *towns, *_countries()]
    _flag_shared_names(rows)
    for row in rows:
        _tidy(row)
    ids = [row.id for row in rows]
    if len(ids) != len(set(ids)):
        raise SystemExit(f"ids given twice: {sorted({one for one in ids if ids.count(one) > 1})}")
    lines = ["\t".join(column.name for column in fields(Row))]
    lines += ["\t".join(_text(value) for value in astuple(row)) for row in _sorted(rows)]
    path = DATA / "gazetteer.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    write_data_registry()
    write_coverage(rows)
    print(f"gazetteer.tsv: {len(rows)} rows")


def _sorted(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.id)


def _text(value: object) -> str:
    """Return a field as text; tabs and line ends never occur in one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, list):
        return "|".join(value)
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return " ".join(str(value).split())


# --- units, countries, own places -------------------------------------------------------------


def _units() -> list[Row]:
    """Return all admin units, districts with the code that they have in the frame."""
    table = read_table(BOUNDARIES / "units.csv")
    frame = _Frame(table)
    points = _label_points(table)
    PROVINCES.update(
        (line["pcode"], line["name"])
        for line in table
        if line["level"] == "admin1" and line["pcode"] in PROVINCES
    )
    return [_unit_row(line, frame, points) for line in table]


class _Frame:
    """The districts that places are filed in, and what older and younger ones are in it.

    They are those with a published COD code that have not been merged away, and `YOUNGER`. A
    younger one belongs to what it was split from; an ended one to what it merged into; one that
    several replaced has no single code.
    """

    def __init__(self, table: list[dict[str, str]]) -> None:
        self.lines = {line["pcode"]: line for line in table}

    def __contains__(self, pcode: str) -> bool:
        line = self.lines[pcode]
        gone = bool(line["merged_into"]) and "|" not in line["merged_into"]
        return pcode in YOUNGER or (line["pcode_source"] == "cod" and not gone)

    def codes_of(self, pcode: str) -> list[str]:
        """Return the codes of the frame that a district, agency or division stands for."""
        line = self.lines[pcode]
        if line["level"] in {"admin2", "agency"} and pcode in self:
            return [pcode]
        heirs = split(line["merged_into"] or line["split_from"])
        if line["level"] == "division" and not line["merged_into"]:
            heirs = [key for key, one in self.lines.items() if one["division"] == pcode]
        if line["level"] == "admin1" and line["merged_into"]:
            heirs = [key for key, one in self.lines.items() if one["level"] == "agency"]
        found = {code for heir in heirs if heir != pcode for code in self.codes_of(heir)}
        return sorted(found)


def _unit_row(line: dict[str, str], frame: _Frame, points: dict[str, tuple[float, float]]) -> Row:
    pcode, level = line["pcode"], LEVELS[line["level"]]
    codes = frame.codes_of(pcode) if level != "province" or line["merged_into"] else []
    if len(codes) > 1:  # a division, or an ended unit that several replaced
        level = "division"
    only = codes[0] if level == "district" and codes else ""
    lon, lat = (
        points.get(pcode) or points.get(only) or points.get(line["split_from"]) or (None, None)
    )
    row = Row(
        id=f"unit:{pcode}",
        name=line["name"],
        name_ur=split(line["name_ur"]),
        spellings=split(line["aliases"]),
        level=level,
        feature=line["level"] if not line["ended"] else f"former {line['level']}",
        admin2_pcode=only,
        lon=lon,
        lat=lat,
        population=int(line["population_2023"] or 0) or None,
        districts=_districts(line, codes) if level == "division" else split(line["merged_into"]),
        source="units",
        source_id=pcode,
    )
    place_in_province(row, pcode)
    return row


def _districts(line: dict[str, str], codes: list[str]) -> list[str]:
    """Return the districts of a division, current and ended, or those that replaced a unit."""
    return list(division_districts(line["pcode"])) or codes


def _label_points(table: list[dict[str, str]]) -> dict[str, tuple[float, float]]:
    """Return a point well inside each unit of the polygons built here (lon, lat)."""
    shapes: dict[str, BaseGeometry] = {}
    for name in ("provinces", "districts"):
        path = BOUNDARIES / f"{name}.geojson"
        if path.is_file():
            for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
                shapes[feature["properties"]["pcode"]] = shape(feature["geometry"])
    frame = _Frame(table)
    for line in table:
        parts = [shapes[code] for code in frame.codes_of(line["pcode"]) if code in shapes]
        if parts and line["pcode"] not in shapes:
            shapes[line["pcode"]] = shapely.union_all(parts)
    return {pcode: _label_point(one) for pcode, one in shapes.items()}


def _label_point(area: BaseGeometry) -> tuple[float, float]:
    largest = max(shapely.get_parts(area), key=shapely.area)
    centre = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=0.01), 0)
    return round(float(centre.x), 2), round(float(centre.y), 2)


def _countries() -> list[Row]:
    known = country_records()
    table = read_table(DATA / "countries.csv")
    if known.keys() != {line["iso2"] for line in table}:
        raise SystemExit("countries.csv and GeoNames differ in the countries they have")
    return [
        Row(
            id=f"country:{line['iso2']}",
            name=line["name"],
            name_ur=split(line["name_ur"]),
            spellings=split(line["spellings"]),
            level="country",
            country=line["iso2"],
            lon=number(line["lon"]),
            lat=number(line["lat"]),
            population=int(known[line["iso2"]]["population"]) or None,
            source="GeoNames",
            source_id=str(known[line["iso2"]]["geonameid"]),
        )
        for line in table
    ]


def _own_places() -> list[Row]:
    rows = [_own_row(line) for line in read_table(DATA / "places.csv")]
    rows.sort(key=lambda row: (row.id, row.level, row.lon or 0.0, row.lat or 0.0))
    seen: dict[str, int] = defaultdict(int)
    for row in rows:
        seen[row.id] += 1
        if seen[row.id] > 1:
            row.id += f"-{seen[row.id]}"
        row.source_id = row.id.removeprefix("own:")
    return rows


def _own_row(line: dict[str, str]) -> Row:
    where = line["district"] or line["admin1"] or line["country"]
    slug = re.sub(r"[^a-z0-9]+", "-", fold_name(f"{line['name']} {where}")).strip("-")
    row = Row(
        id=f"own:{slug}",
        name=line["name"],
        name_ur=split(line["name_ur"]),
        spellings=split(line["spellings"]),
        level=line["level"],
        feature=line["feature"],
        country=line["country"] or "PK",
        admin1=line["admin1"],
        admin2_pcode=line["district"],
        lon=number(line["lon"]),
        lat=number(line["lat"]),
        ambiguous=line["ambiguous"].strip().lower() not in {"", "0", "no", "false"},
        districts=split(line["districts"]),
        source=line["source"] or "own",
    )
    if row.country == "PK":
        pcode = row.admin2_pcode or _common_province(row.districts) or _province_code(row.admin1)
        row.admin1 = PROVINCES.get(pcode[:3], "")
        row.admin1_pcode = pcode[:3] if row.admin1 else ""
    return row


def _common_province(districts: list[str]) -> str:
    codes = {pcode[:3] for pcode in districts}
    return codes.pop() if len(codes) == 1 else ""


def _province_code(name: str) -> str:
    key = fold_name(name)
    return next((code for code, one in PROVINCES.items() if key in {fold_name(one), code}), "")


# --- putting them together --------------------------------------------------------------------


def _merge(towns: list[Row], own: list[Row]) -> list[Row]:
    """Put our own places to GeoNames'; one row where both mean the same town."""
    by_name: dict[tuple[str, str], Row] = {}
    for row in towns:
        for key in sorted(row.keys):
            if row.level == "settlement":
                by_name.setdefault((key, _home(row)), row)
    rows = list(towns)
    for row in own:
        same = _same_town(row, by_name)
        if same is None:
            rows.append(row)
            continue
        join_names(same, row)
        same.ambiguous |= row.ambiguous
        same.feature = row.feature if same.feature in {"", "city"} else same.feature
        same.admin1 = same.admin1 or row.admin1
        if row.source.endswith("corrected"):
            same.lon, same.lat, same.source = row.lon, row.lat, "GeoNames, corrected"
    return rows


def _same_town(own: Row, by_name: dict[tuple[str, str], Row]) -> Row | None:
    """Return the town of the same district, or the same province abroad, that is meant.

    One's main name is then a name of the other's.
    """
    if own.level != "settlement":
        return None
    main = fold_name(own.name)
    for key in (main, *sorted(own.keys - {main})):
        row = by_name.get((key, _home(own)))
        if row is None or key not in {main, fold_name(row.name)}:
            continue
        apart = _distance_m(row, own)
        if apart < SAME_M:
            return row
        print(f"{row.id} {row.name} and {own.id} lie {apart / 1000:.0f} km apart: kept as two")
    return None


def _home(row: Row) -> str:
    """Return the district of a place, empty where it has none; abroad, country and province."""
    return row.admin2_pcode if row.country == "PK" else f"{row.country} {row.admin1}"


def _distance_m(one: Row, other: Row) -> float:
    """Return how far apart two places lie, in metres; 0 where a point is not known."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return 0.0
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return 111_200.0 * math.hypot(one.lat - other.lat, east)


def _flag_shared_names(rows: list[Row]) -> None:
    """Flag the towns and sites whose name another one elsewhere, or another unit, has too."""
    fine = [row for row in rows if row.level in {"site", "settlement", "tehsil", "district"}]
    places: dict[str, set[str]] = defaultdict(set)
    for row in fine:
        for key in row.keys:
            places[key].add(_home(row) or row.admin1)
    for row in fine:
        if row.level != "district" and len(places[fold_name(row.name)]) > 1:
            row.ambiguous = True


def _tidy(row: Row) -> None:
    """Leave out spellings that fold to what stands before them."""
    row.name = " ".join(row.name.split())
    seen = {fold_name(row.name), ""}
    for names in (row.spellings, row.name_ur):
        kept = []
        for text in names:
            key = fold_name(text)
            if key not in seen:
                seen.add(key)
                kept.append(text)
        names[:] = kept


if __name__ == "__main__":
    main()

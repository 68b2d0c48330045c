"""Rows of the gazetteer for places abroad: capitals, well known cities, first-level divisions.

``geomap/data/foreign.csv`` names them. A town with a `geonameid` takes its coordinates and its
population from GeoNames; a division has a label point of our own.
"""

from __future__ import annotations

from typing import Any

from gazetteer_rows import DATA, Row, number, read_table, split, world_records

from geomap.places.names import fold_name

__all__ = ["foreign_rows"]


def foreign_rows() -> list[Row]:
    """Return the rows of ``foreign.csv``."""
    lines = read_table(DATA / "foreign.csv")
    records = world_records({line["geonameid"] for line in lines if line["geonameid"]})
    return [_row(line, records) for line in lines]


def _row(line: dict[str, str], records: dict[str, dict[str, Any]]) -> Row:
    row = Row(
        id=_own_id(line),
        name=line["name"],
        name_ur=split(line["name_ur"]),
        spellings=split(line["spellings"]),
        level=line["level"],
        feature=line["feature"],
        country=line["country"],
        admin1=line["admin1"],
        lon=number(line["lon"]),
        lat=number(line["lat"]),
        ambiguous=bool(line["ambiguous"]),
        source="own",
    )
    if line["geonameid"]:
        _take(row, records.get(line["geonameid"]), line["geonameid"])
    return row


def _take(row: Row, record: dict[str, Any] | None, geonameid: str) -> None:
    """Fill in what GeoNames knows of a town."""
    if record is None or record["countrycode"] != row.country:
        raise SystemExit(f"foreign.csv: {row.name} is not GeoNames' {geonameid}")
    row.id, row.source, row.source_id = f"gn:{geonameid}", "GeoNames", geonameid
    row.population = record["population"] or None
    if row.lon is None:
        row.lon, row.lat = record["longitude"], record["latitude"]
    else:
        row.source = "GeoNames, corrected"


def _own_id(line: dict[str, str]) -> str:
    slug = fold_name(line["name"]).replace(",", "").replace("'", "").replace(" ", "-")
    return f"own:{line['country'].lower()}-{line['level']}-{slug}"

"""Made-up incidents for maps and charts for print."""

from __future__ import annotations

import random

import geopandas as gpd
import pandas as pd

from geomap.places.boundaries import load_boundaries
from geomap.records import EVENT_TYPES

PLACES = {"Quetta": (67.0, 30.18), "Turbat": (63.05, 26.0), "Karachi": (67.01, 24.86),
          "Bannu": (70.6, 32.99), "Sibi": (67.88, 29.55)}  # fmt: skip
DISTRICTS = {"Quetta": "PK226", "Turbat": "PK211", "Karachi": "PK714", "Bannu": "PK502",
             "Sibi": "PK228"}  # fmt: skip


def incident(place=None, *, precision=None, district=None, province="PK2", **more):
    """Return one row: at a place, or known to an area only."""
    lon, lat = PLACES.get(place, (None, None))
    return {
        "kind": "incident", "event_type": "Battles", "actor": None, "date_start": "2025-03-01",
        "place_name": place, "precision": precision or ("settlement" if place else "unknown"),
        "country": "PK", "admin1_pcode": province, "admin2_pcode": district or DISTRICTS.get(place),
        "fatalities_best": 1, "injured_best": 0, "lon": lon, "lat": lat, **more,
    }  # fmt: skip


def frame(*rows):
    """Return rows as an incident table."""
    table = pd.DataFrame(list(rows) or [incident()])
    table = table if rows else table.iloc[:0]
    points = gpd.GeoSeries.from_xy(table["lon"].astype(float), table["lat"].astype(float), crs=4326)
    points[table["lon"].isna()] = None
    return gpd.GeoDataFrame(table, geometry=points)


def mixed():
    """Return incidents of every sort: places, areas of each level, a country, abroad, nowhere."""
    return frame(
        *[incident("Quetta", fatalities_best=4, event_type="Riots")] * 4,
        incident("Turbat", actor="BLA"),
        incident("Karachi", province="PK7", fatalities_best=None),
        incident(precision="district", district="PK201"),
        incident(precision="line", district="PK213"),
        incident(precision="division", place_name="Makran division"),
        *[incident(precision="province")] * 2,
        incident(precision="country", province=None),
        incident(precision="settlement", country="AF", province=None, district=None),
        incident(country=None, province=None),
        incident("Sibi", kind="operation"),
        incident("Sibi", kind="statistic", fatalities_best=900),
    )


def many(number=400, seed=3):
    """Return many incidents around the middles of districts, more of them in Balochistan."""
    draw = random.Random(seed)  # noqa: S311 - made-up rows
    units = load_boundaries("embedded-admin2").frame
    middles = units.geometry.representative_point()
    weights = [6 if province == "PK2" else 1 for province in units["province"]]
    return frame(*[_near(at, units, middles, draw) for at in draw.choices(
        range(len(units)), weights, k=number)])  # fmt: skip


def _near(at, units, middles, draw):
    return incident(
        precision=draw.choice(["site", "settlement", "settlement", "district"]),
        place_name=f"Place {at}", district=units["pcode"].iloc[at],
        province=units["province"].iloc[at], event_type=draw.choice([*EVENT_TYPES, "x"]),
        fatalities_best=draw.choice([0, 0, 1, 2, 9]), actor=draw.choice(["BLA", "TTP", None]),
        date_start=f"2025-{draw.randint(1, 12):02}-10",
        lon=middles.iloc[at].x + draw.uniform(-0.05, 0.05),
        lat=middles.iloc[at].y + draw.uniform(-0.05, 0.05),
    )  # fmt: skip

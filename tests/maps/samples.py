"""Invented incidents in real places, one or more of every precision and event type."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import numpy as np
import shapely

from geomap.places.boundaries import load_boundaries
from geomap.places.gazetteer import load_gazetteer
from geomap.records import EVENT_TYPES, INCIDENT_COLUMNS

BATTLES, EXPLOSIONS, CIVILIANS, PROTESTS, RIOTS, STRATEGIC = EVENT_TYPES
OUTLETS = ("The Sample Gazette", "Morning Example", "نمونہ اخبار")
URDU_TITLE = "مستونگ میں دھماکہ، دو افراد زخمی (فرضی خبر)"
URDU_QUOTE = "ضلع مستونگ میں سڑک کنارے نصب بم کے دھماکے میں دو افراد زخمی ہوئے"


def town(name):
    entries = [e for e in load_gazetteer().lookup(name.lower()) if e.level == "settlement"]
    return entries[0].lon, entries[0].lat


def district(name):
    """Return the p-code and the province's p-code of a district of the embedded set."""
    frame = load_boundaries().frame
    row = frame[frame["name"] == name].iloc[0]
    return row["pcode"], row["province"]


def provinces():
    frame = load_boundaries("embedded-admin1").frame
    return dict(zip(frame["name"], frame["pcode"], strict=True))


def article(number, *, title=None, days="2026-02-05", outlet=0, url=True):
    return {
        "article_id": f"sample-{number:03d}",
        "title": title or f"Invented report number {number} about an event that did not happen",
        "source": OUTLETS[outlet],
        "url": f"https://news.example/{number}" if url else None,
        "published": days,
    }


def quote(field, text, number):
    return {
        "field": field,
        "article_id": f"sample-{number:03d}",
        "start": 10,
        "end": 10 + len(text),
        "quote": text,
    }


def record(number, precision, event_type, **more):
    """Return one row of the incident table; what is not given is missing."""
    row = dict.fromkeys(INCIDENT_COLUMNS)
    row |= {
        "incident_id": f"inc-{number:04d}",
        "kind": "incident",
        "precision": precision,
        "event_type": event_type,
        "country": "PK",
        "date_precision": "day",
        "date_start": "2026-01-31",
        "date_end": "2026-01-31",
        "actor_basis": "unknown",
        "confidence": {"overall": 0.8},
        "sources": [article(number)],
        "article_ids": [f"sample-{number:03d}"],
        "account_ids": [f"acc-{number}"],
        "evidence": [quote("event_type", "an invented event took place", number)],
        "notes": ["event: verb of attack"],
        "former_ids": [],
        "related_account_ids": [],
        "geometry": None,
    }
    if precision in {"site", "settlement", "near"}:
        lon, lat = more.pop("at", None) or town(more["place_name"])
        row |= {"lon": lon, "lat": lat, "geometry": shapely.Point(lon, lat)}
    return row | more


def within(name):
    """Return the admin columns of a district."""
    pcode, province = district(name)
    names = {code: word for word, code in provinces().items()}
    return {
        "admin2": name,
        "admin2_pcode": pcode,
        "admin1": names[province],
        "admin1_pcode": province,
    }


def killed(low, best=None, high=None):
    """Return low, best and high figures; one number alone stands for all three."""
    best = low if best is None else best
    return {
        "fatalities_low": low,
        "fatalities_best": best,
        "fatalities_high": best if high is None else high,
    }


def sample_rows():
    """Return the rows, unsorted."""
    code = provinces()
    balochistan = {"admin1": "Balochistan", "admin1_pcode": code["Balochistan"]}
    kp = {"admin1": "Khyber Pakhtunkhwa", "admin1_pcode": code["Khyber Pakhtunkhwa"]}
    two_sources = [article(1), article(90, outlet=1, days="2026-02-06")]
    return [
        record(
            1,
            "settlement",
            EXPLOSIONS,
            place_name="Quetta",
            **within("Quetta"),
            **killed(3, 4, 6),
            injured_low=10,
            injured_best=12,
            injured_high=15,
            fatalities_civilians=3,
            fatalities_security_forces=1,
            actor="Unidentified armed group",
            actor_basis="suspected",
            attributed_by="a district official",
            target="Security forces",
            sources=two_sources,
            evidence=[
                quote("fatalities", "four people were killed in the blast in Quetta", 1),
                quote("fatalities", "at least six died, another outlet reported", 90),
                quote("date", "on Saturday, January 31", 1),
            ],
        ),
        record(
            2,
            "site",
            BATTLES,
            place_name="Saryab Road, Quetta",
            at=(66.965, 30.13),
            **within("Quetta"),
            **killed(2),
        ),
        record(
            3,
            "settlement",
            BATTLES,
            place_name="Quetta",
            **within("Quetta"),
            date_start="2026-01-20",
            date_end="2026-01-20",
        ),
        record(
            4,
            "settlement",
            CIVILIANS,
            place_name="Khuzdar",
            **within("Khuzdar"),
            **killed(1),
            actor="Unidentified armed group",
            actor_basis="unknown",
        ),
        record(
            5,
            "settlement",
            PROTESTS,
            place_name="Gwadar",
            **within("Gwadar"),
            **killed(0),
            injured_best=0,
        ),
        record(
            6,
            "settlement",
            RIOTS,
            place_name="Karachi",
            admin1="Sindh",
            admin1_pcode=code["Sindh"],
            injured_low=5,
        ),
        record(7, "settlement", STRATEGIC, place_name="Peshawar", **within("Peshawar")),
        record(
            8,
            "near",
            BATTLES,
            place_name="Turbat",
            uncertainty_m=30000,
            **within("Kech"),
            **killed(5, 7, 9),
            actor="Security forces",
            actor_basis="claimed",
        ),
        record(
            9,
            "near",
            EXPLOSIONS,
            place_name="Bannu",
            uncertainty_m=12000,
            **within("Bannu"),
            **killed(12),
        ),
        record(
            10,
            "district",
            EXPLOSIONS,
            place_name="Mastung",
            **within("Mastung"),
            injured_best=2,
            injured_low=2,
            injured_high=2,
            sources=[article(10, title=URDU_TITLE, outlet=2)],
            evidence=[quote("injured", URDU_QUOTE, 10), quote("place", "ضلع مستونگ", 10)],
        ),
        record(
            11,
            "district",
            BATTLES,
            place_name="Mastung",
            **within("Mastung"),
            **killed(3),
            date_start="2026-01-12",
            date_end="2026-01-12",
        ),
        record(
            12,
            "district",
            BATTLES,
            place_name="North Waziristan",
            **within("North Waziristan"),
            **killed(8, 10, 14),
            kind="operation",
            date_start="2026-01-28",
            date_end="2026-02-02",
            date_precision="range",
        ),
        record(13, "tehsil", CIVILIANS, place_name="Mand", **within("Kech"), **killed(6)),
        record(14, "division", BATTLES, place_name="Makran", **balochistan, date_precision="week"),
        record(
            15,
            "province",
            EXPLOSIONS,
            place_name="Balochistan",
            **balochistan,
            kind="multi_site",
            n_sites=12,
            actor="Unidentified armed group",
            actor_basis="unknown",
        ),
        record(
            16,
            "province",
            BATTLES,
            place_name="Balochistan",
            **balochistan,
            kind="operation",
            **killed(216),
            fatalities_militants=216,
            date_end="2026-02-05",
            date_precision="range",
            actor="Security forces",
            actor_basis="claimed",
        ),
        record(
            17,
            "province",
            STRATEGIC,
            place_name="Khyber Pakhtunkhwa",
            **kp,
            kind="operation",
            date_precision="month",
            date_start="2026-01-01",
            date_end="2026-01-31",
        ),
        record(
            18,
            "line",
            EXPLOSIONS,
            place_name="N-25 highway",
            **within("Kalat"),
            **killed(0),
            injured_best=4,
        ),
        record(
            19,
            "line",
            EXPLOSIONS,
            place_name="railway line",
            **balochistan,
            geometry=shapely.LineString([(67.9, 28.3), (67.6, 28.9), (67.3, 29.5), (67.1, 29.8)]),
        ),
        record(
            20,
            "country",
            STRATEGIC,
            place_name="Pakistan",
            date_precision="year",
            date_start="2025-01-01",
            date_end="2025-12-31",
        ),
        record(
            21,
            "unknown",
            BATTLES,
            date_start=None,
            date_end=None,
            date_precision="unknown",
            **killed(2),
            confidence=None,
            evidence=[],
            sources=[article(21, url=False)],
        ),
        record(22, "province", EXPLOSIONS, place_name="Kandahar", country="AF", admin1="Kandahar"),
        record(
            23,
            "settlement",
            EXPLOSIONS,
            place_name="Kandahar",
            at=(65.71, 31.61),
            country="AF",
            **killed(20, 25, 30),
        ),
        record(
            24,
            "settlement",
            CIVILIANS,
            place_name="Lahore",
            admin1="Punjab",
            admin1_pcode=code["Punjab"],
            **killed(2),
            date_start=date(2026, 2, 1),
            date_end=date(2026, 2, 1),
        ),
        record(
            25,
            "settlement",
            None,
            place_name="Multan",
            admin1="Punjab",
            admin1_pcode=code["Punjab"],
            kind=None,
        ),
        record(26, "district", PROTESTS, place_name="Sukkur", **within("Sukkur"), **killed(0)),
    ]


def sample_incidents():
    """Return the table as `geomap.incident_table` makes it."""
    return gpd.GeoDataFrame(sample_rows(), geometry="geometry", crs=4326)


def many_incidents(n, *, prose=True):
    """Return `n` points around the towns, with unrepeated titles and quotes if asked."""
    rng = np.random.default_rng(7)
    entries = load_gazetteer().entries
    towns = [e for e in entries if (e.level, e.country) == ("settlement", "PK") and e.lon]
    pick = rng.integers(0, len(towns), n)
    spread = rng.normal(0, 0.15, (n, 2))
    days = np.datetime64("2015-01-01") + rng.integers(0, 4000, n)
    dead = rng.poisson(3, n)
    rows = []
    for i in range(n):
        place = towns[pick[i]]
        row = {
            "incident_id": f"many-{i:06d}",
            "kind": "incident",
            "precision": "settlement",
            "event_type": EVENT_TYPES[i % 6],
            "place_name": place.name,
            "admin1": place.admin1,
            "admin1_pcode": place.admin1_pcode or None,
            "admin2_pcode": place.admin2_pcode or None,
            "country": "PK",
            "date_start": str(days[i]),
            "date_end": str(days[i]),
            "date_precision": "day",
            "fatalities_low": int(dead[i]),
            "fatalities_best": int(dead[i]),
            "fatalities_high": int(dead[i]) + i % 3,
            "geometry": shapely.Point(place.lon + spread[i, 0], place.lat + spread[i, 1]),
        }
        if prose:
            words = " ".join(f"w{value:x}" for value in rng.integers(0, 1 << 20, 12))
            row["sources"] = [article(i, title=f"Invented {words}", outlet=i % 3)]
            row["evidence"] = [quote("fatalities", f"{dead[i]} people, {words}", i)]
        rows.append(row)
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=4326)

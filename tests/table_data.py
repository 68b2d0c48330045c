"""Tables of 200 rows in each column set, with the flaws that real files have.

Columns are those of the public codebooks (ACLED before and after March 2023, UCDP GED, GTD, HXL);
every value is made up, its places drawn from the gazetteer. Run it to write the files to a folder:
``python -m tests.table_data FOLDER``.
"""

from __future__ import annotations

import csv
import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from geomap.places.gazetteer import load_gazetteer
from geomap.places.units import unit
from geomap.table_profiles import ACLED_COLUMNS, UCDP_COLUMNS

ROWS = 200
ACLED_OLD = (
    "data_id", "iso", "event_id_cnty", "event_id_no_cnty", "event_date", "year", "time_precision",
    "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2",
    "assoc_actor_2", "inter2", "interaction", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "timestamp", "iso3",
)  # fmt: skip
GTD = (
    "eventid", "iyear", "imonth", "iday", "approxdate", "extended", "resolution", "country",
    "country_txt", "region", "region_txt", "provstate", "city", "latitude", "longitude",
    "specificity", "vicinity", "location", "summary", "crit1", "crit2", "crit3", "doubtterr",
    "multiple", "success", "suicide", "attacktype1", "attacktype1_txt", "targtype1",
    "targtype1_txt", "targsubtype1_txt", "corp1", "natlty1_txt", "gname", "guncertain1",
    "individual", "nperps", "claimed", "weaptype1", "weaptype1_txt", "nkill", "nkillter",
    "nwound", "property", "scite1", "dbsource",
)  # fmt: skip
HXL = (
    ("Code", "#event+id"), ("When", "#date+occurred"), ("Category", "#event+type"),
    ("Province", "#adm1+name"), ("P-code", "#adm2 +code"), ("District", "#adm2+name"),
    ("Spot", "#loc+name"), ("North", "#geo+lat"), ("East", "#geo +lon"),
    ("Dead", "#affected+killed"), ("Hurt", "#affected+injured"), ("Reported by", "#meta+source"),
)  # fmt: skip
OWN_KIND = (
    "S.No", "Date of Incident", "Province", "District", "Place", "Latitude (DD)", "Longitude (DD)",
    "No. of Killed", "Injured", "Type of attack", "Remarks",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A file, how many rows it has, and the reasons for which rows must be rejected."""

    path: Path
    rows: int
    reasons: tuple[str, ...]


def truth(count=ROWS, seed=4):
    """Return rows of made-up incidents at real places."""
    draw = random.Random(seed)  # noqa: S311 - made-up rows
    towns = [
        entry
        for entry in load_gazetteer().entries
        if entry.level == "settlement"
        and entry.country == "PK"
        and entry.lon is not None
        and entry.admin2_pcode
        and unit(entry.admin2_pcode)
    ]
    towns.sort(key=lambda entry: entry.id)
    for number in range(count):
        town = draw.choice(towns)
        day = date(2024, 1, 1) + timedelta(days=draw.randrange(366))
        district = unit(town.admin2_pcode)
        yield {
            "id": f"X{1000 + number}",
            "day": day,
            "place": town.name,
            "lon": town.lon,
            "lat": town.lat,
            "pcode": district.pcode,
            "admin1": unit(district.province).name,
            "admin2": district.name,
            "dead": draw.choice([0, 0, 1, 2, 3, 5, 12]),
            "hurt": draw.choice([0, 1, 4, 20]),
            "level": draw.choice([1, 1, 1, 2, 2, 3]),
        }


def _flawed(rows, columns, *, number, at):
    """Put flaws into rows (dicts); `columns` says where the fields stand."""
    lat, lon, dead, key = (columns[name] for name in ("lat", "lon", "dead", "id"))
    rows[5][lat], rows[5][lon] = rows[5][lon], rows[5][lat]
    rows[9][lat] = rows[9][lon] = "0"
    rows[12][lat] = rows[12][lon] = ""
    rows[17][dead] = number
    rows[18][dead] = "several"
    rows[20][key] = rows[19][key]
    rows[25].update(at)
    rows[30][columns["source"]] = '=HYPERLINK("http://x.example","y")'
    rows[150] = dict.fromkeys(rows[150], "")
    rows[-1] = {**dict.fromkeys(rows[-1], ""), columns["total"]: "Grand total", dead: "9,999"}


REASONS = ("is no date", "stands above", "the row is empty", "totals")


def _acled(rows, day):
    for row in rows:
        yield {
            "event_id_cnty": row["id"],
            "event_date": day(row["day"]),
            "year": row["day"].year,
            "time_precision": 1,
            "event_type": "Battles",
            "sub_event_type": "Armed clash",
            "actor1": "Unidentified Armed Group (Pakistan)",
            "actor2": "Military Forces of Pakistan (2022-)",
            "iso": 586,
            "region": "South Asia",
            "country": "Pakistan",
            "admin1": row["admin1"],
            "admin2": row["admin2"],
            "location": row["place"],
            "latitude": row["lat"],
            "longitude": row["lon"],
            "geo_precision": row["level"],
            "source": "Café Monitor; Second Paper",
            "fatalities": row["dead"],
            "notes": "A note, with a comma\nand a second line.",
        }


_ACLED_AT = {"lat": "latitude", "lon": "longitude", "dead": "fatalities", "id": "event_id_cnty",
             "source": "source", "total": "event_date"}  # fmt: skip


def acled_new(folder):
    """Return an ACLED export since 2023: UTF-8 with a byte order mark."""
    rows = list(_acled(truth(), lambda day: day.isoformat()))
    _flawed(rows, _ACLED_AT, number="1,234", at={"event_date": "2024-02-31"})
    rows[33]["geo_precision"] = ""
    path = folder / "acled_new.csv"
    _write(path, ACLED_COLUMNS, rows, encoding="utf-8-sig")
    return Case(path, ROWS, REASONS)


def acled_old(folder):
    """Return an ACLED export of before: Windows-1252, months by name, old event types."""
    rows = list(_acled(truth(), lambda day: f"{day:%d %B %Y}"))
    for row in rows:
        row |= {"event_type": "Battle-No change of territory", "data_id": row["event_id_cnty"]}
    _flawed(rows, _ACLED_AT, number="1 234", at={"event_date": "31 February 2024"})
    path = folder / "acled_old.csv"
    _write(path, ACLED_OLD, rows, encoding="cp1252")
    return Case(path, ROWS, REASONS)


def ucdp(folder):
    """Return a UCDP GED file."""
    rows = [
        {
            "id": number + 500_000,
            "year": row["day"].year,
            "type_of_violence": 1 + number % 3,
            "side_a": "Government of Pakistan" if number % 3 != 2 else "An armed group",
            "side_b": "An armed group" if number % 3 != 2 else "Civilians",
            "source_office": "Agence Été",
            "source_date": row["day"].isoformat(),
            "source_headline": "A headline",
            "where_prec": [1, 2, 3, 4, 5, 6][number % 6],
            "where_coordinates": row["place"],
            "adm_1": f"{row['admin1']} province",
            "adm_2": f"{row['admin2']} district",
            "latitude": row["lat"],
            "longitude": row["lon"],
            "country": "Pakistan",
            "country_id": 770,
            "region": "Asia",
            "date_prec": 1 + number % 4,
            "date_start": f"{row['day']} 00:00:00.000",
            "date_end": f"{row['day'] + timedelta(days=number % 4)} 00:00:00.000",
            "deaths_a": 0,
            "deaths_b": row["dead"],
            "deaths_civilians": 0,
            "deaths_unknown": 0,
            "best": row["dead"],
            "high": row["dead"] + 1,
            "low": row["dead"],
        }
        for number, row in enumerate(truth())
    ]
    places = {"lat": "latitude", "lon": "longitude", "dead": "best", "id": "id",
              "source": "source_headline", "total": "where_coordinates"}  # fmt: skip
    _flawed(rows, places, number="1,234", at={"date_start": "2024-13-40"})
    path = folder / "ucdp.csv"
    _write(path, UCDP_COLUMNS, rows)
    return Case(path, ROWS, REASONS)


def gtd(folder):
    """Return a GTD file: Windows-1252, -9 for what is not known, days and months of 0."""
    rows = [
        {
            "eventid": f"{row['day']:%Y%m%d}{number:04d}",
            "iyear": row["day"].year,
            "imonth": 0 if number % 40 == 3 else row["day"].month,
            "iday": 0 if number % 20 == 3 else row["day"].day,
            "country": 153,
            "country_txt": "Pakistan",
            "provstate": row["admin1"],
            "city": row["place"],
            "latitude": row["lat"],
            "longitude": row["lon"],
            "specificity": [1, 1, 2, 3, 4, 5][number % 6],
            "vicinity": number % 2,
            "attacktype1_txt": ["Bombing/Explosion", "Armed Assault", "Unknown"][number % 3],
            "targtype1_txt": ["Police", "Private Citizens & Property"][number % 2],
            "suicide": int(number % 9 == 0),
            "gname": "Unknown",
            "claimed": 0,
            "nkill": -9 if number == 7 else row["dead"],
            "nkillter": 0,
            "nwound": row["hurt"],
            "scite1": "“Été”, a paper",
        }
        for number, row in enumerate(truth())
    ]
    places = {"lat": "latitude", "lon": "longitude", "dead": "nkill", "id": "eventid",
              "source": "scite1", "total": "eventid"}  # fmt: skip
    _flawed(rows, places, number="1,234", at={"iyear": 2023, "imonth": 2, "iday": 31})
    path = folder / "gtd.csv"
    _write(path, GTD, rows, encoding="cp1252")
    return Case(path, ROWS, REASONS)


def hxl(folder):
    """Return a table with HXL tags, a title, semicolons, decimal commas and day-first dates."""
    tags = {tag: heading for heading, tag in HXL}
    rows = [
        {
            "Code": row["id"],
            "When": f"{row['day']:%d.%m.%Y}",
            "Category": "bomb blast",
            "Province": row["admin1"],
            "P-code": row["pcode"],
            "District": row["admin2"],
            "Spot": row["place"],
            "North": str(row["lat"]).replace(".", ","),
            "East": str(row["lon"]).replace(".", ","),
            "Dead": row["dead"],
            "Hurt": row["hurt"],
            "Reported by": "Été",
        }
        for row in truth()
    ]
    places = {"lat": "North", "lon": "East", "dead": "Dead", "id": "Code",
              "source": "Reported by", "total": "Code"}  # fmt: skip
    _flawed(rows, places, number="1.234", at={"When": "31.02.2024"})
    path = folder / "hxl.csv"
    _write(path, [heading for heading, _ in HXL], rows, tags=list(tags),
           title="Incidents of 2024")  # fmt: skip
    return Case(path, ROWS, REASONS)


def plain(folder):
    """Return a spreadsheet of nobody's format: dates in several forms, place text in two rows."""
    forms = ("{0:%d/%m/%Y}", "{0:%d-%b-%y}", "{0:%Y-%m-%d}", "{0:%d/%m/%y}")
    rows = [
        {
            "S.No": number + 1,
            "Date of Incident": forms[number % 4].format(row["day"]),
            "Province": row["admin1"],
            "District": row["admin2"],
            "Place": row["place"],
            "Latitude (DD)": row["lat"] if number % 2 else "",
            "Longitude (DD)": row["lon"] if number % 2 else "",
            "No. of Killed": row["dead"],
            "Injured": row["hurt"],
            "Type of attack": ["IED blast", "Firing", "Target killing"][number % 3],
            "Remarks": "Été",
        }
        for number, row in enumerate(truth())
    ]
    places = {"lat": "Latitude (DD)", "lon": "Longitude (DD)", "dead": "No. of Killed",
              "id": "S.No", "source": "Remarks", "total": "S.No"}  # fmt: skip
    _flawed(rows, places, number="1,234", at={"Date of Incident": "31/02/2024"})
    path = folder / "plain.csv"
    _write(path, OWN_KIND, rows, encoding="cp1252")
    return Case(path, ROWS, REASONS)


CASES = {maker.__name__: maker for maker in (acled_new, acled_old, ucdp, gtd, hxl, plain)}


def _write(path, columns, rows, *, encoding="utf-8", tags=None, title=None):
    delimiter = ";" if tags else ","
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        if title:
            writer.writerow([title])
        writer.writerow(columns)
        if tags:
            writer.writerow(tags)
        writer.writerows([row.get(name, "") for name in columns] for row in rows)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for make in CASES.values():
        make(target)

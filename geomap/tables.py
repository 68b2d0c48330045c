"""Tables in and out: records as rows, the incident table, and the files that hold it.

The incident table is a GeoDataFrame in EPSG:4326 with the columns of `INCIDENT_COLUMNS` and a point
where one is honest (SITE, SETTLEMENT, NEAR), else no geometry. Lists stay lists; in CSV and Parquet
they are JSON text. In CSV a cell that a spreadsheet would run as a formula gets an apostrophe in
front, and a line break within a cell is a line feed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.geometry import Point

from geomap.records import (
    INCIDENT_COLUMNS,
    Account,
    Article,
    Evidence,
    Incident,
    Place,
    Resolution,
)

__all__ = [
    "Writer",
    "account_row",
    "article_row",
    "csv_safe",
    "csv_text",
    "incident_row",
    "incident_table",
    "json_text",
    "mention_row",
    "write_csv",
    "write_geojson",
    "write_json_lines",
    "write_parquet",
]

_INTEGERS = (
    "n_sites",
    "fatalities_low",
    "fatalities_best",
    "fatalities_high",
    "injured_low",
    "injured_best",
    "injured_high",
    "fatalities_civilians",
    "fatalities_security_forces",
    "fatalities_militants",
    "fatalities_unknown",
)
_DATES = ("date_start", "date_end")
_REALS = ("lon", "lat", "uncertainty_m")
_LISTS = (
    "former_ids",
    "article_ids",
    "account_ids",
    "sources",
    "related_account_ids",
    "confidence",
    "evidence",
    "notes",
)

Row = dict[str, object]

Writer = Callable[[Path], None]
"""Something that writes one output file to the path it is given."""


def article_row(article: Article) -> Row:
    """Return an article as a JSON object."""
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "published": _iso(article.published),
        "published_source": article.published_source,
        "source": article.source,
        "url": article.url,
        "language": article.language,
    }


def mention_row(resolution: Resolution) -> Row:
    """Return a resolved mention as a JSON object; `place` is the named place itself."""
    mention, place = resolution.mention, resolution.place
    return {
        "article_id": mention.article_id,
        "start": mention.start,
        "end": mention.end,
        "toponym": mention.toponym,
        "role": mention.role,
        "score": resolution.score,
        "reason": resolution.reason,
        "rules": list(mention.rules),
        "place": _place(place) if place is not None else None,
    }


def _place(place: Place) -> Row:
    return {
        "name": place.name,
        "precision": place.precision.value,
        "lon": place.lon,
        "lat": place.lat,
        "uncertainty_m": place.uncertainty_m,
        "country": place.country,
        "admin1": place.admin1,
        "admin1_pcode": place.admin1_pcode,
        "admin2": place.admin2,
        "admin2_pcode": place.admin2_pcode,
        "source": place.source,
        "source_id": place.source_id,
    }


def account_row(account: Account, *, quotes: bool = True) -> Row:
    """Return an account as a flat JSON object with the columns of `ACCOUNT_COLUMNS`."""
    return {
        "account_id": account.account_id,
        "article_id": account.article_id,
        **_facts(account, quotes=quotes),
    }


def incident_row(incident: Incident, *, quotes: bool = True) -> Row:
    """Return an incident as a flat JSON object with the columns of `INCIDENT_COLUMNS`."""
    return {
        "incident_id": incident.incident_id,
        "former_ids": list(incident.former_ids),
        "article_ids": list(incident.article_ids),
        "account_ids": list(incident.account_ids),
        "sources": [
            {
                "article_id": article.id,
                "title": article.title,
                "source": article.source,
                "url": article.url,
                "published": _iso(article.published),
            }
            for article in incident.sources
        ],
        **_facts(incident, quotes=quotes),
    }


def _facts(facts: Account | Incident, *, quotes: bool) -> Row:
    place = facts.place
    where = _place(place) if place is not None else dict.fromkeys(_PLACE_COLUMNS)
    pinned = place is not None and place.precision.is_point
    row: Row = {
        "kind": facts.kind,
        "event_type": facts.event_type,
        "sub_event_type": facts.sub_event_type,
        "date_start": _iso(facts.date_start),
        "date_end": _iso(facts.date_end),
        "date_precision": facts.date_precision,
        "place_name": where["name"],
        "precision": where["precision"] or "unknown",
        "lon": where["lon"] if pinned else None,
        "lat": where["lat"] if pinned else None,
        "uncertainty_m": where["uncertainty_m"] if pinned else None,
    }
    for name in ("country", "admin1", "admin1_pcode", "admin2", "admin2_pcode"):
        row[name] = where[name]
    for name in (*_INTEGERS, "actor", "actor_basis", "attributed_by", "target"):
        row[name] = getattr(facts, name)
    row["related_account_ids"] = list(facts.related_account_ids)
    row["confidence"] = dict(sorted(facts.confidence.items()))
    row["evidence"] = [_evidence(item, quotes=quotes) for item in facts.evidence]
    row["notes"] = list(facts.notes)
    return row


_PLACE_COLUMNS = (
    "name",
    "precision",
    "lon",
    "lat",
    "uncertainty_m",
    "country",
    "admin1",
    "admin1_pcode",
    "admin2",
    "admin2_pcode",
)


def _evidence(item: Evidence, *, quotes: bool) -> Row:
    row: Row = {
        "field": item.field,
        "article_id": item.article_id,
        "start": item.start,
        "end": item.end,
    }
    return {**row, "quote": item.quote} if quotes else row


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def incident_table(incidents: Iterable[Incident], *, quotes: bool = True) -> gpd.GeoDataFrame:
    """Return incidents as a table.

    Parameters
    ----------
    incidents
        What `merge_accounts` gives.
    quotes
        Whether the evidence carries the sources' words.

    Returns
    -------
    geopandas.GeoDataFrame
        One row for each incident, columns `INCIDENT_COLUMNS` and ``geometry`` (EPSG:4326; None
        where no point is honest). Figures are nullable integers, days are datetime64, texts are
        strings with NaN where nothing is known, lists are lists.
    """
    rows = [incident_row(incident, quotes=quotes) for incident in incidents]
    frame = pd.DataFrame(rows, columns=list(INCIDENT_COLUMNS), dtype=object)
    for name in INCIDENT_COLUMNS:
        if name in _INTEGERS:
            frame[name] = frame[name].astype("Int64")
        elif name in _REALS:
            frame[name] = frame[name].astype("float64")
        elif name in _DATES:
            frame[name] = pd.to_datetime(frame[name], format="%Y-%m-%d").astype("datetime64[ms]")
        elif name not in _LISTS:
            frame[name] = frame[name].astype(pd.StringDtype(na_value=np.nan))
    points = [
        Point(lon, lat) if pd.notna(lon) and pd.notna(lat) else None
        for lon, lat in zip(frame["lon"], frame["lat"], strict=True)
    ]
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(points, crs="EPSG:4326"))


def json_text(value: object) -> str:
    """Return a value as JSON on one line, whatever a reader takes for the end of a line.

    Examples
    --------
    >>> json_text({"name": "کوئٹہ", "dead": None})
    '{"name":"کوئٹہ","dead":null}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate: only its escape can be written
        return json.dumps(value, separators=(",", ":"), allow_nan=False)
    return text.translate(_LINE_ENDS)


_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write_json_lines(rows: Iterable[Mapping[str, object]], path: Path) -> None:
    """Write one JSON object a line, UTF-8, keys in their order."""
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for row in rows:
            lines.write(json_text(row) + "\n")


def write_geojson(rows: Sequence[Mapping[str, object]], path: Path) -> None:
    """Write incident rows as GeoJSON; a feature without an honest point has a null geometry."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for number, row in enumerate(rows):
            feature = {
                "type": "Feature",
                "id": row["incident_id"],
                "geometry": _point(row["lon"], row["lat"]),
                "properties": row,
            }
            file.write(("," if number else "") + "\n" + json_text(feature))
        file.write("\n]}\n")


def _point(lon: object, lat: object) -> Row | None:
    if lon is None or lat is None:
        return None
    return {"type": "Point", "coordinates": [lon, lat]}


def csv_text(frame: pd.DataFrame) -> str:
    """Return a table as CSV: lists as JSON text, no cell that runs as a formula, no geometry."""
    plain = pd.DataFrame(frame.drop(columns="geometry", errors="ignore"))
    for name in plain.columns:
        column = plain[name]
        if pd.api.types.is_datetime64_any_dtype(column):
            plain[name] = column.dt.strftime("%Y-%m-%d")
        elif not pd.api.types.is_numeric_dtype(column):
            cells = [_cell(value) for value in column]
            plain[name] = pd.Series(cells, index=column.index, dtype=object)
    return plain.to_csv(index=False, lineterminator="\n")


def _cell(value: object) -> object:
    return json_text(value) if isinstance(value, (dict, list)) else csv_safe(value)


def write_csv(frame: pd.DataFrame, path: Path, *, marked: bool = False) -> None:
    """Write a table as `csv_text` gives it, UTF-8; a lone surrogate is written as its escape.

    With `marked` the file begins with a byte order mark, by which spreadsheets know that it is
    UTF-8 and show Urdu.
    """
    encoding = "utf-8-sig" if marked else "utf-8"
    path.write_text(csv_text(frame), encoding=encoding, newline="\n", errors="backslashreplace")


def csv_safe(value: object) -> object:
    """Make text safe for a CSV cell; other values are returned as they are.

    Text that a spreadsheet would run as a formula gets an apostrophe in front, and every line
    break becomes a line feed, which all readers take for part of the cell.

    Examples
    --------
    >>> csv_safe("=1+1"), csv_safe("Quetta")
    ("'=1+1", 'Quetta')
    """
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return "'" + text if _FORMULA.match(value) else text


_FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]")
"""What spreadsheets run, full-width signs and signs behind invisible characters included."""


def write_parquet(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Write the incident table as GeoParquet; lists as JSON text, so that any reader opens it."""
    plain = frame.copy()
    for name in _LISTS:
        plain[name] = plain[name].map(json_text).astype(pd.StringDtype(na_value=np.nan))
    plain.to_parquet(path, index=False, compression="zstd")

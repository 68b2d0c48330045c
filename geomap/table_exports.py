"""Incident tables in the shapes that other tools read: ACLED, UCDP GED and HXL.

Only incidents and multi-site events are exported: operations and statistics are no events there
and would count twice. A row that stands for an area gets the coordinates that it came with, or its
unit's label point, next to the code that says so. What a format cannot hold is left out;
``docs/tables.md`` lists it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.errors import SchemaError, SettingsError
from geomap.places.gazetteer import load_gazetteer
from geomap.records import COUNTED_KINDS, INCIDENT_COLUMNS, Precision
from geomap.table_lookup import country_name
from geomap.table_profiles import ACLED_COLUMNS, UCDP_COLUMNS, code_of
from geomap.tables import write_csv

__all__ = ["SHAPES", "acled_table", "hxl_table", "ucdp_table", "write_shape"]

Objects = npt.NDArray[np.object_]

_DISORDER = {
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_ISO = {"PK": 586, "AF": 4, "IR": 364, "IN": 356, "CN": 156}
_GW = {"PK": 770, "AF": 700, "IR": 630, "IN": 750, "CN": 710}
_FORCES = ("government", "army", "police", "security forces", "military", "frontier", "rangers")

_HXL = (  # heading, tag, column
    ("Incident", "#event+id", "incident_id"),
    ("Type", "#event+type", "event_type"),
    ("Sub-type", "#event+type+sub", "sub_event_type"),
    ("Start", "#date+start", "date_start"),
    ("End", "#date+end", "date_end"),
    ("Date precision", "#date+precision", "date_precision"),
    ("Place", "#loc+name", "place_name"),
    ("Place precision", "#geo+precision", "precision"),
    ("Latitude", "#geo+lat", "lat"),
    ("Longitude", "#geo+lon", "lon"),
    ("Country", "#country+code", "country"),
    ("Province", "#adm1+name", "admin1"),
    ("Province code", "#adm1+code", "admin1_pcode"),
    ("District", "#adm2+name", "admin2"),
    ("District code", "#adm2+code", "admin2_pcode"),
    ("Killed", "#affected+killed", "fatalities_best"),
    ("Killed, lowest", "#affected+killed+low", "fatalities_low"),
    ("Killed, highest", "#affected+killed+high", "fatalities_high"),
    ("Civilians killed", "#affected+killed+civilians", "fatalities_civilians"),
    ("Injured", "#affected+injured", "injured_best"),
    ("Actor", "#group+name", "actor"),
    ("Target", "#group+name+target", "target"),
    ("Source", "#meta+source", "source_name"),
    ("Link", "#meta+url", "source_url"),
)


def acled_table(incidents: pd.DataFrame) -> pd.DataFrame:
    """Return incidents with the columns of an ACLED export, one row each.

    A week or a range is its middle day with time precision 2, a month or more 3. Actor and target
    are actor 1 and actor 2. Deaths that no report gives stay empty.

    Raises
    ------
    SchemaError
        If the table lacks a column of the incident table.
    """
    frame = _counted(incidents)
    start, end = _day(frame, "date_start"), _day(frame, "date_end")
    middle = start + (end - start) // 2
    lon, lat = _positions(frame, wide=False)
    country = _texts(frame, "country")
    columns: dict[str, Any] = {
        "event_id_cnty": _texts(frame, "incident_id"),
        "event_date": _iso(middle),
        "year": _years(middle),
        "time_precision": _acled_times(frame, (end - start).astype(float)),
        "disorder_type": [
            _DISORDER.get(one, "Political violence") if one else None
            for one in _texts(frame, "event_type")
        ],
        "event_type": _texts(frame, "event_type"),
        "sub_event_type": _texts(frame, "sub_event_type"),
        "actor1": _texts(frame, "actor"),
        "actor2": _texts(frame, "target"),
        "iso": [_ISO.get(one or "") for one in country],
        "country": [country_name(one) if one else None for one in country],
        "admin1": _texts(frame, "admin1"),
        "admin2": _texts(frame, "admin2"),
        "location": _texts(frame, "place_name"),
        "latitude": lat,
        "longitude": lon,
        "geo_precision": _codes(frame, "acled"),
        "source": _sources(frame, "source"),
        "notes": ["; ".join(map(str, notes)) or None for notes in frame["notes"]],
        "fatalities": frame["fatalities_best"],
    }
    return _shaped(columns, ACLED_COLUMNS, frame.index)


def ucdp_table(incidents: pd.DataFrame) -> pd.DataFrame:
    """Return incidents with the columns of UCDP GED, one row each.

    Battles, and blasts that killed others than civilians, are state-based (1); what was done to
    civilians is one-sided (3); protests and what UCDP does not code have no type. In a state-based
    event side A is the government, whoever acted.

    Raises
    ------
    SchemaError
        If the table lacks a column of the incident table.
    """
    frame = _counted(incidents)
    start, end = _day(frame, "date_start"), _day(frame, "date_end")
    lon, lat = _positions(frame, wide=True)
    country = _texts(frame, "country")
    kinds = np.array([_ucdp_kind(*one) for one in _rows(frame, _KIND_COLUMNS)], dtype=object)
    parties = zip(kinds, _texts(frame, "actor"), _texts(frame, "target"), country, strict=True)
    sides = [_sides(*one) for one in parties]
    dead = [_dead(*one) for one in zip(kinds, *_columns(frame, _SIDES), strict=True)]
    columns: dict[str, Any] = {
        "id": _texts(frame, "incident_id"),
        "year": _years(start),
        "type_of_violence": kinds,
        "side_a": [one[0] for one in sides],
        "side_b": [one[1] for one in sides],
        "number_of_sources": [len(one) or None for one in frame["sources"]],
        "source_office": _sources(frame, "source"),
        "source_headline": _sources(frame, "title"),
        "where_prec": _codes(frame, "ucdp"),
        "where_coordinates": _texts(frame, "place_name"),
        "adm_1": _texts(frame, "admin1"),
        "adm_2": _texts(frame, "admin2"),
        "latitude": lat,
        "longitude": lon,
        "country": [country_name(one) if one else None for one in country],
        "country_id": [_GW.get(one or "") for one in country],
        "region": ["Asia" if one in _GW else None for one in country],
        "date_prec": _ucdp_times(frame, (end - start).astype(float)),
        "date_start": _iso(start),
        "date_end": _iso(end),
        "deaths_a": [one[0] for one in dead],
        "deaths_b": [one[1] for one in dead],
        "deaths_civilians": frame["fatalities_civilians"],
        "deaths_unknown": frame["fatalities_unknown"],
        "best": frame["fatalities_best"],
        "high": frame["fatalities_high"].fillna(frame["fatalities_best"]),
        "low": frame["fatalities_low"].fillna(frame["fatalities_best"]),
    }
    return _shaped(columns, UCDP_COLUMNS, frame.index)


def hxl_table(incidents: pd.DataFrame) -> pd.DataFrame:
    """Return incidents as a table whose first row holds HXL hashtags; all cells are text.

    Coordinates stand only where a point is honest; ``#geo+precision`` has geomap's words.

    Raises
    ------
    SchemaError
        If the table lacks a column of the incident table.
    """
    frame = _counted(incidents)
    frame["source_name"] = _sources(frame, "source")
    frame["source_url"] = _sources(frame, "url")
    for name in ("date_start", "date_end"):
        frame[name] = pd.Series(_iso(_day(frame, name)), index=frame.index, dtype=object)
    cells = {heading: [tag, *map(_cell, frame[name])] for heading, tag, name in _HXL}
    return pd.DataFrame(cells, dtype=object)


SHAPES: Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]] = MappingProxyType(
    {"acled": acled_table, "hxl": hxl_table, "ucdp": ucdp_table},
)
"""The shapes that an incident table can be exported in."""


def write_shape(incidents: pd.DataFrame, path: str | Path, *, shape: str) -> None:
    """Write incidents as CSV in one of `SHAPES`; no cell runs as a formula.

    Raises
    ------
    SettingsError
        If there is no such shape.
    SchemaError
        If the table lacks a column of the incident table.
    """
    if shape not in SHAPES:
        raise SettingsError(f"shape is {shape!r}; allowed are {', '.join(sorted(SHAPES))}")
    write_csv(SHAPES[shape](incidents), Path(path))


def _counted(incidents: pd.DataFrame) -> pd.DataFrame:
    missing = [name for name in INCIDENT_COLUMNS if name not in incidents]
    if missing:
        raise SchemaError(f"the table lacks {', '.join(missing)}; give one of incidents")
    frame = pd.DataFrame(incidents[incidents["kind"].isin(COUNTED_KINDS)])
    return frame.copy()


def _shaped(columns: dict[str, Any], order: tuple[str, ...], index: pd.Index) -> pd.DataFrame:
    frame = pd.DataFrame(index=index)
    for name in order:
        values = columns.get(name)
        if isinstance(values, pd.Series):
            frame[name] = values
        else:
            cells = [None] * len(index) if values is None else list(values)
            frame[name] = pd.Series(cells, index=index, dtype=object)
    return frame.reset_index(drop=True)


def _texts(frame: pd.DataFrame, name: str) -> list[str | None]:
    return [str(one) if pd.notna(one) else None for one in frame[name].tolist()]


def _columns(frame: pd.DataFrame, names: tuple[str, ...]) -> list[list[Any]]:
    return [[None if pd.isna(one) else one for one in frame[name]] for name in names]


def _rows(frame: pd.DataFrame, names: tuple[str, ...]) -> Any:
    return zip(*_columns(frame, names), strict=True)


def _cell(value: object) -> str | None:
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _day(frame: pd.DataFrame, name: str) -> npt.NDArray[np.datetime64]:
    return pd.to_datetime(frame[name]).to_numpy(dtype="datetime64[D]")


def _iso(days: npt.NDArray[np.datetime64]) -> list[str | None]:
    return [None if np.isnat(day) else str(day) for day in days]


def _years(days: npt.NDArray[np.datetime64]) -> list[int | None]:
    return [None if np.isnat(day) else int(str(day)[:4]) for day in days]


def _codes(frame: pd.DataFrame, scale: str) -> list[int | None]:
    return [code_of(scale, Precision(one or "unknown")) for one in _texts(frame, "precision")]


def _positions(frame: pd.DataFrame, *, wide: bool) -> tuple[list[float | None], list[float | None]]:
    """Return lon and lat: the point, else what an area came with, else its label point.

    `wide` says whether the format has a code for a place known to its country only; without one
    such a row has no coordinates, lest it be taken for finer than it is.
    """
    names = ("lon", "lat", "source_lon", "source_lat", "admin2_pcode", "admin1_pcode", "precision")
    lons: list[float | None] = []
    lats: list[float | None] = []
    given = frame.assign(**{name: np.nan for name in names if name not in frame})
    for lon, lat, own_lon, own_lat, *codes, level in _rows(given, names):
        place = (lon, lat) if lon is not None else (own_lon, own_lat)
        if level in {"country", "unknown"} and not wide:
            place = (None, None)
        elif place[0] is None and level not in {"country", "unknown"}:
            place = _label(next((code for code in codes if code), None))
        lons.append(place[0])
        lats.append(place[1])
    return lons, lats


def _label(pcode: str | None) -> tuple[float | None, float | None]:
    entry = load_gazetteer().by_id(f"unit:{pcode}") if pcode else None
    return (None, None) if entry is None else (entry.lon, entry.lat)


def _sources(frame: pd.DataFrame, key: str) -> list[str | None]:
    found = []
    for sources in frame["sources"]:
        texts = [str(one[key]) for one in sources if isinstance(one, Mapping) and one.get(key)]
        found.append("; ".join(dict.fromkeys(texts)) or None)
    return found


_WEEK = 7


def _acled_times(frame: pd.DataFrame, span: npt.NDArray[np.float64]) -> list[int | None]:
    codes = {"day": 1, "week": 2, "range": 2, "month": 3, "year": 3}
    return [
        3 if code == 2 and length > _WEEK else code
        for code, length in zip(
            (codes.get(one or "") for one in _texts(frame, "date_precision")), span, strict=True
        )
    ]


def _ucdp_times(frame: pd.DataFrame, span: npt.NDArray[np.float64]) -> list[int | None]:
    codes = {"day": 1, "week": 3, "month": 4, "year": 5}
    found: list[int | None] = []
    for word, length in zip(_texts(frame, "date_precision"), span, strict=True):
        by_length = 2 if length < _WEEK else 4 if length <= 31 else 5
        found.append(by_length if word == "range" else codes.get(word or ""))
    return found


_KIND_COLUMNS = ("event_type", "fatalities_civilians", "fatalities_best")
_SIDES = ("fatalities_security_forces", "fatalities_militants")


def _ucdp_kind(event_type: str | None, civilians: int | None, best: int | None) -> int | None:
    if event_type == "Violence against civilians":
        return 3
    if event_type == "Explosions/Remote violence":
        return 3 if best and civilians == best else 1
    return 1 if event_type == "Battles" else None


def _sides(
    kind: int | None, actor: str | None, target: str | None, country: str | None
) -> tuple[str | None, str | None]:
    if kind != 1 or country is None:
        return actor, target
    is_state = actor is not None and any(word in actor.lower() for word in _FORCES)
    return f"Government of {country_name(country)}", target if is_state else actor


def _dead(kind: int | None, forces: int | None, militants: int | None) -> tuple[Any, Any]:
    """Return the dead of side A and of side B; a one-sided attacker's dead are side A's."""
    if kind == 1:
        return forces, militants
    return (militants if militants is not None else forces), None

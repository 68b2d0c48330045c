"""From the incident table to the columns, areas and prose that the page draws.

Each incident becomes a point (only where its precision makes a point honest), a member of a
shaded area, or an entry of the list of what is not on the map. Numbers travel as text columns
(`geomap.maps.basemap.encode_integers`), repeated words as codes of a dictionary, and prose apart
from both, so that the page reads it only when something is opened.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.errors import SchemaError
from geomap.maps.basemap import Basemap, encode_integers, encode_shape, label_point, view_bounds
from geomap.places.gazetteer import load_gazetteer
from geomap.places.names import fold_name
from geomap.places.units import fold_to
from geomap.records import Precision

__all__ = ["IncidentLayer", "incident_layer"]

_CODED = (
    "kind", "event_type", "sub_event_type", "date_precision", "place_name", "precision",
    "country", "admin1", "admin2", "actor", "actor_basis", "attributed_by", "target",
)  # fmt: skip
_INTEGERS = (
    "uncertainty_m", "n_sites",
    "fatalities_low", "fatalities_best", "fatalities_high",
    "injured_low", "injured_best", "injured_high",
    "fatalities_civilians", "fatalities_security_forces",
    "fatalities_militants", "fatalities_unknown",
)  # fmt: skip
_DEFAULTS = {"kind": "incident"}
_LARGEST = 2**31 - 2
_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLayer:
    """The data blocks of one incident table.

    `bounds` is west, south, east, north in degrees of all that is drawn. `until` is the latest
    publication date among the sources, ISO 8601, or None.
    """

    table: Mapping[str, Any]
    areas: list[dict[str, Any]]
    prose: Mapping[str, Any]
    bounds: tuple[float, float, float, float]
    until: str | None


def incident_layer(incidents: gpd.GeoDataFrame, *, base: Basemap, quotes: bool) -> IncidentLayer:
    """Turn an incident table into what the page draws.

    Parameters
    ----------
    incidents
        Columns as in `geomap.records.INCIDENT_COLUMNS`, any of them missing, and a geometry in
        EPSG:4326. It is not changed.
    base
        The basemap whose units are shaded.
    quotes
        Whether the evidence quotes go into the page.

    Raises
    ------
    SchemaError
        If this is no table of points in EPSG:4326, or a precision is not one of ours.
    """
    frame = _checked(incidents)
    frame = frame.iloc[_order(frame)]
    points = _points(frame)
    areas = _Areas(base)
    placed = [areas.place(row) for row in _places(frame, points)]
    coded = {name: _codes(_words(frame, name)) for name in _CODED}
    coded["where"] = _codes([one.where for one in placed])
    final, numbers = areas.finish()
    member_of = [math.nan if one.key is None else numbers[one.key] for one in placed]
    prose = _Prose(quotes=quotes)
    rows = [
        prose.row(row, note=one.note)
        for row, one in zip(frame.to_dict("records"), placed, strict=True)
    ]
    table = {
        "n": len(frame),
        "dict": {name: words for name, (words, _) in coded.items()},
        "coded": {name: encode_integers(codes) for name, (_, codes) in coded.items()},
        "integers": {
            **{name: encode_integers(_numbers(frame, name)) for name in _INTEGERS},
            "area": encode_integers(member_of),
        },
        "summed": {
            "date_start": encode_integers(_days(frame, "date_start"), summed=True),
            "date_end": encode_integers(_days(frame, "date_end"), summed=True),
            "lon": encode_integers(points[:, 0] * 1e5, summed=True),
            "lat": encode_integers(points[:, 1] * 1e5, summed=True),
        },
    }
    return IncidentLayer(
        table=table,
        areas=final,
        prose=prose.payload(rows),
        bounds=view_bounds(points, areas.shapes),
        until=max(prose.published, default=None),
    )


def _checked(incidents: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    if not isinstance(incidents, gpd.GeoDataFrame):
        raise SchemaError(f"a map needs a GeoDataFrame, not a {type(incidents).__name__}")
    try:
        geometry = incidents.geometry
    except AttributeError as error:
        raise SchemaError("the table has no geometry column") from error
    if geometry.crs is not None and geometry.crs.to_epsg() != 4326:
        raise SchemaError(f"the table is in {geometry.crs}, not in EPSG:4326: use to_crs(4326)")
    frame = incidents.reset_index(drop=True)
    is_point = geometry.geom_type.eq("Point").to_numpy()
    if "precision" not in frame:
        frame = frame.assign(precision=np.where(is_point, "settlement", "unknown"))
    allowed = {level.value for level in Precision}
    for position, word in enumerate(_words(frame, "precision")):
        if word is not None and word not in allowed:
            raise SchemaError(
                f"row {position}: precision is {word!r}; allowed are {', '.join(sorted(allowed))}",
            )
    return frame


def _order(frame: gpd.GeoDataFrame) -> list[int]:
    """Positions latest first, undated last, then by id, then as given."""
    days = _days(frame, "date_start")
    ids = [one or "" for one in _words(frame, "incident_id")]
    undated = np.isnan(days)
    return sorted(
        range(len(frame)),
        key=lambda i: (bool(undated[i]), 0 if undated[i] else -days[i], ids[i], i),
    )


def _points(frame: gpd.GeoDataFrame) -> npt.NDArray[np.float64]:
    """Lon and lat of each incident that may be drawn as a point, else NaN."""
    fine = {level.value for level in Precision if level.is_point}
    honest = np.array([word in fine for word in _words(frame, "precision")], dtype=bool)
    geometry = frame.geometry
    is_point = (geometry.geom_type.eq("Point") & ~geometry.is_empty).to_numpy(dtype=bool)
    out = np.full((len(frame), 2), np.nan)
    use = honest & is_point
    out[use] = shapely.get_coordinates(geometry.to_numpy()[use])
    with np.errstate(invalid="ignore"):
        usable = np.isfinite(out).all(axis=1) & (abs(out[:, 0]) <= 180) & (abs(out[:, 1]) <= 90)
    out[~usable] = np.nan
    return out


@dataclass(frozen=True, slots=True)
class _Row:
    """Where one incident is, as far as an area goes."""

    level: str
    name: str | None
    admin1: str | None
    admin2: str | None
    geometry: BaseGeometry | None
    is_point: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    """How one incident is shown: ``point``, ``area`` or ``list``; `note` says if elsewhere."""

    where: str
    key: tuple[str, str] | None = None
    note: str | None = None


def _places(frame: gpd.GeoDataFrame, points: npt.NDArray[np.float64]) -> Iterable[_Row]:
    columns = ("precision", "place_name", "admin1_pcode", "admin2_pcode")
    words = (_words(frame, name) for name in columns)
    is_point = ~np.isnan(points[:, 0])
    for level, name, admin1, admin2, geometry, drawn in zip(
        *words, frame.geometry, is_point, strict=True
    ):
        yield _Row(level or "unknown", name, admin1, admin2, geometry, bool(drawn))


@dataclass(slots=True)
class _Areas:
    """The areas that incidents fall into, collected one incident at a time."""

    base: Basemap
    found: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    shapes: list[BaseGeometry] = field(default_factory=list)

    def place(self, row: _Row) -> _Placed:
        """Say how an incident is shown, and remember its area."""
        if row.is_point:
            return _Placed("point")
        if row.level in {"country", "unknown"}:
            return _Placed("list")
        key = self._line(row) or self._division(row) or self._district(row) or self._province(row)
        if key is None:
            return _Placed("list")
        exact = key[0] == row.level and key[1] in {row.admin1, row.admin2, row.name}
        return _Placed("area", key, None if exact or key[0] == "line" else self.found[key]["label"])

    def _line(self, row: _Row) -> tuple[str, str] | None:
        shape = row.geometry
        if row.level != "line" or shape is None or "LineString" not in shape.geom_type:
            return None
        return (
            self._add(("line", shape.wkt), row.name or "", shape) if encode_shape(shape) else None
        )

    def _division(self, row: _Row) -> tuple[str, str] | None:
        if row.level != "division" or row.name is None:
            return None
        codes = [code for code in _division_districts(row) if code in self.base.districts]
        if not codes:
            return None
        shape = shapely.union_all([self.base.shapes[pcode] for pcode in codes], grid_size=0.001)
        return self._add(("division", row.name), row.name, shape)

    def _district(self, row: _Row) -> tuple[str, str] | None:
        if row.admin2 is None or row.level in {"division", "province"}:
            return None
        drawn = self.base.districts
        pcode = row.admin2 if row.admin2 in drawn else fold_to(row.admin2, drawn)
        if pcode is None:
            return None
        return self._add(("district", pcode), self.base.names[pcode], self.base.shapes[pcode])

    def _province(self, row: _Row) -> tuple[str, str] | None:
        if row.admin1 is None or row.admin1 not in self.base.provinces:
            return None
        name, shape = self.base.names[row.admin1], self.base.shapes[row.admin1]
        return self._add(("province", row.admin1), name, shape)

    def _add(self, key: tuple[str, str], name: str, shape: BaseGeometry) -> tuple[str, str]:
        if key not in self.found:
            level, code = key
            lon, lat = label_point(shape)
            positions = self.base.provinces if level == "province" else self.base.districts
            own = level in {"line", "division"}
            self.found[key] = {
                "level": level,
                "name": name,
                "label": name if level in {"line", "province"} else f"{name} {level}",
                "lon": lon,
                "lat": lat,
                "parts": [] if own else [positions[code]],
                "rings": encode_shape(shape) if own else [],
            }
            self.shapes.append(shape)
        return key

    def finish(self) -> tuple[list[dict[str, Any]], dict[tuple[str, str], int]]:
        """Return the areas coarse to fine, and the position of each key."""
        rank = {"province": 0, "division": 1, "district": 2, "line": 3}
        keys = sorted(self.found, key=lambda key: (rank[key[0]], key[1]))
        return [self.found[key] for key in keys], {key: at for at, key in enumerate(keys)}


@dataclass(slots=True)
class _Prose:
    """Sources, quotes and notes, each article, field name and note written once."""

    quotes: bool
    published: set[str] = field(default_factory=set)
    _articles: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    _fields: dict[str, int] = field(default_factory=dict)
    _notes: dict[str, int] = field(default_factory=dict)

    def row(self, record: Mapping[str, Any], *, note: str | None) -> list[Any]:
        sources = [one for one in _items(record.get("sources")) if isinstance(one, Mapping)]
        codes = {_text(one.get("article_id")): self._article(one) for one in sources}
        evidence = _items(record.get("evidence")) if self.quotes else []
        quoted = [one for one in evidence if isinstance(one, Mapping) and _text(one.get("quote"))]
        notes = [text for text in map(_text, _items(record.get("notes"))) if text]
        return [
            _text(record.get("incident_id")) or "",
            sorted(set(codes.values())),
            [
                [
                    self._fields.setdefault(_text(one.get("field")) or "", len(self._fields)),
                    codes.get(_text(one.get("article_id"))),
                    _text(one.get("quote")),
                ]
                for one in quoted
            ],
            [self._notes.setdefault(text, len(self._notes)) for text in notes],
            _percent(record.get("confidence")),
            note,
        ]

    def _article(self, source: Mapping[str, Any]) -> int:
        published = _iso(source.get("published"))
        if published:
            self.published.add(published)
        key = (
            _text(source.get("title")),
            _text(source.get("source")),
            _text(source.get("url")),
            published or _text(source.get("published")),
            _text(source.get("article_id")),
        )
        return self._articles.setdefault(key, len(self._articles))

    def payload(self, rows: list[list[Any]]) -> dict[str, Any]:
        """Return the block that ``geomap.Store`` reads."""
        return {
            "articles": [key[:4] for key in self._articles],
            "fields": list(self._fields),
            "notes": list(self._notes),
            "rows": rows,
        }


def _division_districts(row: _Row) -> tuple[str, ...]:
    """Return the admin2 p-codes of the division that an incident names."""
    for entry in load_gazetteer().lookup(fold_name(row.name or "")):
        if entry.level == "division" and row.admin1 in {None, entry.admin1_pcode}:
            return entry.districts
    return ()


def _text(value: object) -> str | None:
    """Return a value as text; None where there is none."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    return str(value) or None


def _words(frame: pd.DataFrame, name: str) -> list[str | None]:
    default = _DEFAULTS.get(name)
    if name not in frame:
        return [default] * len(frame)
    return [_text(value) or default for value in frame[name].tolist()]


def _codes(words: Sequence[str | None]) -> tuple[list[str], npt.NDArray[np.float64]]:
    known = sorted({word for word in words if word is not None})
    number = {word: code for code, word in enumerate(known)}
    return known, np.array([math.nan if w is None else number[w] for w in words], dtype=float)


def _numbers(frame: pd.DataFrame, name: str) -> npt.NDArray[np.float64]:
    if name not in frame:
        return np.full(len(frame), np.nan)
    numbers = pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isfinite(numbers), np.clip(numbers, -_LARGEST, _LARGEST), np.nan)


def _days(frame: pd.DataFrame, name: str) -> npt.NDArray[np.float64]:
    values = frame[name].tolist() if name in frame else [None] * len(frame)
    days = [_iso(value) for value in values]
    return np.array(
        [math.nan if day is None else date.fromisoformat(day).toordinal() - _EPOCH for day in days],
        dtype=float,
    )


def _iso(value: object) -> str | None:
    text = _text(value)
    try:
        return None if text is None else date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _items(value: object) -> list[Any]:
    if isinstance(value, str) and value.startswith("["):
        try:
            value = json.loads(value)
        except ValueError:
            return []
    return list(value) if isinstance(value, list | tuple | np.ndarray) else []


def _percent(confidence: object) -> int | None:
    overall = confidence.get("overall") if isinstance(confidence, Mapping) else None
    if isinstance(overall, int | float) and math.isfinite(overall):
        return round(100 * overall)
    return None

"""One piece of a table: its cells as fields, its rows as incidents or as rejected rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.records import INCIDENT_COLUMNS, KINDS, Precision
from geomap.table_columns import Layout
from geomap.table_fields import event_types, list_column, losses, sources, spans
from geomap.table_profiles import precision_of
from geomap.table_rejects import Rejects, SeenIds, marked_rows
from geomap.table_rows import Piece, Source
from geomap.table_sources import GEOMETRY_KIND, GEOMETRY_LAT, GEOMETRY_LON
from geomap.table_spots import Located, Notes, Spots
from geomap.table_values import Numbers, degrees, integers, words

__all__ = ["PieceReader", "Values"]

Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

_COUNTS = (
    "n_sites", "fatalities_low", "fatalities_best", "fatalities_high", "injured_low",
    "injured_best", "injured_high", "fatalities_civilians", "fatalities_security_forces",
    "fatalities_militants", "fatalities_unknown",
)  # fmt: skip
_LISTS = ("former_ids", "article_ids", "account_ids", "related_account_ids", "evidence")
_NEAR_M = {"ucdp": 25_000.0, "gtd": 10_000.0}
"""Radius that NEAR stands for: UCDP's codebook says about 25 km; GTD's gives none."""

_STRING = pd.StringDtype(na_value=np.nan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The cells of a piece by field, and where its rows say they are."""

    index: npt.NDArray[np.int64]
    frame: pd.DataFrame
    text: dict[str, Objects]
    spots: Spots
    bad_place: Objects


class PieceReader:
    """Reads the pieces of one table; it remembers the ids that it has seen."""

    def __init__(self, source: Source, layout: Layout, *, default: Precision) -> None:
        self._source = source
        self._layout = layout
        self._default = default
        self._seen = SeenIds()
        self._own = layout.profile == "geomap"

    def values(self, piece: Piece, rejects: Rejects) -> Values:
        """Return the piece's cells by field; rows that do not fit the header are rejected."""
        for number, cells, reason in piece.broken:
            rejects.add(number, reason, cells)
        frame = piece.frame
        text = {
            name: words(frame[column], blank_only=self._own or name in _LEVELS)
            for name, column in self._layout.columns.items()
            if name not in {"lat", "lon", "coordinates"} and name in _TEXTS
        }
        if self._own:
            text = {name: _unquoted(values) for name, values in text.items()}
        lon, lat, bad = self._coordinates(frame)
        nothing = np.full(len(frame), None, dtype=object)
        spots = Spots(
            lon=lon,
            lat=lat,
            rank=self._ranks(text, len(frame)),
            place=text.get("place_name", nothing),
            admin1=text.get("admin1", nothing),
            admin2=text.get("admin2", nothing),
            admin3=text.get("admin3", nothing),
            admin1_pcode=text.get("admin1_pcode", nothing),
            admin2_pcode=text.get("admin2_pcode", nothing),
            country=text.get("country", nothing),
            coded="precision" in text,
            scaled=self._layout.scale is not None and "precision" in text,
            kept=self._own,
            default=self._default,
        )
        index = frame.index.to_numpy(dtype=np.int64)
        return Values(index=index, frame=frame, text=text, spots=spots, bad_place=bad)

    def spots(self, piece: Piece) -> Spots:
        """Return where the rows of a piece say they are, those left out that do not fit."""
        return self.values(piece, Rejects(self._source.header)).spots

    def _coordinates(self, frame: pd.DataFrame) -> tuple[Any, Any, Objects]:
        """Return degrees, and why a row's coordinates cannot be read (None: they can)."""
        bad = np.full(len(frame), None, dtype=object)
        if GEOMETRY_LON in frame:
            lon, lat = frame[GEOMETRY_LON].to_numpy(float), frame[GEOMETRY_LAT].to_numpy(float)
            if GEOMETRY_KIND in frame:
                kinds = frame[GEOMETRY_KIND].to_numpy(object)
                (rows,) = np.nonzero(~pd.isna(kinds))
                bad[rows] = [f"the geometry is a {kinds[row]}, not a point" for row in rows]
            if "lon" not in self._layout.columns or not self._own:
                return lon, lat, bad
        columns = self._layout.columns
        if "lon" in columns and "lat" in columns:
            cells = [frame[columns["lon"]], frame[columns["lat"]]]
        elif "coordinates" in columns:
            cells = _pairs(frame[columns["coordinates"]])
        else:
            nowhere = np.full(len(frame), np.nan)
            return nowhere, nowhere.copy(), bad
        numbers = [degrees(one) for one in cells]
        for one, column in zip(numbers, cells, strict=True):
            for row in np.flatnonzero(one.bad).tolist():
                bad[row] = f"coordinate {column.iloc[row]!r} is not a number of degrees"
        lost = numbers[0].bad | numbers[1].bad
        lon, lat = (np.where(lost, np.nan, one.floats) for one in numbers)
        return lon, lat, bad

    def _ranks(self, text: dict[str, Objects], size: int) -> npt.NDArray[np.int64]:
        cells = text.get("precision")
        if cells is None:
            return np.full(size, -1, dtype=np.int64)
        codes, distinct = pd.factorize(cells)
        ranks = [self._rank(one) for one in distinct]
        return np.array([*ranks, -1], dtype=np.int64)[codes]

    def _rank(self, cell: str) -> int:
        try:
            return Precision(cell.lower()).rank
        except ValueError:
            level = precision_of(self._layout.scale, cell) if self._layout.scale else None
            return -1 if level is None else level.rank

    def frame(
        self, values: Values, located: Located, notes: Notes, rejects: Rejects
    ) -> tuple[pd.DataFrame, Flags]:
        """Return the rows as incidents, and which of them are kept; the others are rejected."""
        when = spans(values.frame, values.text, self._layout)
        counts = self._counts(values, notes)
        kinds = event_types(values.text, self._layout.profile, notes)
        ids = self._ids(values)
        self._remark(values, located, when, notes)
        kept = self._reject(values, located, when, ids, rejects)
        text = values.text
        nothing = np.full(len(ids), None, dtype=object)
        start, end = when.days.start, when.days.end
        columns: dict[str, Any] = {
            "incident_id": ids,
            "kind": _kinds(text.get("kind", nothing)),
            "event_type": kinds[0],
            "sub_event_type": kinds[1],
            "date_start": start.astype("datetime64[ms]"),
            "date_end": end.astype("datetime64[ms]"),
            "date_precision": when.precision,
            **located.columns(),
            "place_name": located.place,
            "actor": text.get("actor", nothing),
            "actor_basis": _basis(text, len(ids)),
            "attributed_by": text.get("attributed_by", nothing),
            "target": text.get("target", nothing),
            "sources": sources(text, len(ids), own=self._own),
            "confidence": list_column(text.get("confidence"), len(ids), dict),
            "notes": _joined(text.get("notes") if self._own else None, notes),
            "source_lon": located.source_lon,
            "source_lat": located.source_lat,
            **counts,
        }
        for name in _LISTS:
            columns[name] = list_column(text.get(name), len(ids), list)
        self._own_places(columns, values, located)
        return _typed(columns), kept

    def _own_places(self, columns: dict[str, Any], values: Values, located: Located) -> None:
        """Set the radius, and the coordinates of areas that our own table has kept."""
        radius = columns["uncertainty_m"]
        near = (located.rank == Precision.NEAR.rank) & np.isfinite(located.lon) & np.isnan(radius)
        scale = self._layout.scale or ""
        if scale in _NEAR_M:
            radius[near] = _NEAR_M[scale]
        if not self._own:
            return
        for name in ("uncertainty_m", "source_lon", "source_lat"):
            column = self._layout.columns.get(name)
            if column is not None:
                given = degrees(values.frame[column]).floats
                columns[name] = np.where(np.isnan(given), columns[name], given)

    def _ids(self, values: Values) -> Objects:
        ids = values.text.get("incident_id")
        made = [f"{self._source.name}#{number}" for number in values.index.tolist()]
        if ids is None:
            return np.array([*made, None], dtype=object)[:-1]
        return np.array(
            [*(made[row] if one is None else one for row, one in enumerate(ids)), None],
            dtype=object,
        )[:-1]

    def _counts(self, values: Values, notes: Notes) -> dict[str, Any]:
        found: dict[str, Numbers] = {}
        wanted = (*_COUNTS, "deaths_a", "deaths_b")
        for name in wanted:
            column = self._layout.columns.get(name)
            if column is not None:
                cells = values.frame[column]
                found[name] = integers(cells, dot_groups=self._source.decimal_comma)
                bad = found[name].bad
                if self._layout.profile == "gtd":  # -9 and -99 say "unknown"
                    bad = bad & ~cells.astype(str).str.match(r"-9+(\.0)?$").to_numpy(dtype=bool)
                notes.add(bad, _unread(name, cells))
        floats = {name: one.floats for name, one in found.items()}
        sides = losses(floats, values.text, self._layout.profile)
        size = len(values.index)
        return {
            name: pd.array(sides.get(name, np.full(size, np.nan)), dtype="Float64").astype("Int64")
            for name in _COUNTS
        }

    def _remark(self, values: Values, located: Located, when: Any, notes: Notes) -> None:
        notes.add(when.days.other, "day and month stand in the other order in the source")
        if values.spots.coded and not self._own:
            missing = values.spots.rank < 0
            notes.add(missing, "the row gives no known precision: taken at its finest unit")
        placed = located.how != "nothing"
        fallback = placed & ~pd.isna(values.bad_place)
        notes.add(fallback, lambda row: str(values.bad_place[row]))

    def _reject(
        self, values: Values, located: Located, when: Any, ids: Objects, rejects: Rejects
    ) -> Flags:
        """Reject rows; the first reason counts."""
        size = len(ids)
        reasons = np.full(size, None, dtype=object)
        frame = values.frame

        def reject(rows: Flags, reason: str | Callable[[int], str]) -> None:
            for row in np.flatnonzero(rows & pd.isna(reasons)).tolist():
                reasons[row] = reason if isinstance(reason, str) else reason(row)

        nowhere = (located.how == "nothing") & pd.isna(values.spots.place)
        nowhere &= values.spots.rank < Precision.COUNTRY.rank
        for row in np.flatnonzero(nowhere).tolist():
            if not any(str(cell).strip() for cell in frame.iloc[row] if pd.notna(cell)):
                reasons[row] = "the row is empty"
        marked = marked_rows(frame, self._layout)
        reject(marked.headers, "the header again")
        reject(marked.totals, "a row of totals")
        column = self._layout.columns.get("date_start", "")
        reject(
            when.days.bad,
            lambda row: f"date {when.shown(frame, column, row)!r} is no date",
        )
        reject(
            nowhere,
            lambda row: values.bad_place[row] or "no coordinates, place or admin unit to go by",
        )
        reject(self._seen.again(ids, pd.isna(reasons)), lambda row: f"id {ids[row]!r} stands above")
        bad = ~pd.isna(reasons)
        cells = frame[bad].to_numpy(dtype=object).tolist()
        for number, reason, own in zip(values.index[bad], reasons[bad], cells, strict=True):
            rejects.add(int(number), str(reason), own)
        kept: Flags = ~bad
        return kept


_LEVELS = frozenset(("precision", "date_precision"))  # where "unknown" says something
_TEXTS = frozenset(
    (
        *INCIDENT_COLUMNS, "admin3", "violence_type", "claimed", "doubtful", "suicide",
        "target_type", "time_code", "source_name", "source_title", "source_url", "source_date",
    ),
) - {*_COUNTS, "date_start", "date_end", "uncertainty_m"}  # fmt: skip


def _unread(name: str, cells: pd.Series) -> Callable[[int], str]:
    return lambda row: f"{name} {cells.iloc[row]!r} is not read"


def _unquoted(values: Objects) -> Objects:
    """Take off the apostrophe that keeps a spreadsheet from running a cell."""
    return np.array(
        [
            *(one[1:] if isinstance(one, str) and _QUOTED.match(one) else one for one in values),
            None,
        ],
        dtype=object,
    )[:-1]


_QUOTED = re.compile(r"'[\t\r\n]|'[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]")


def _pairs(column: pd.Series) -> list[pd.Series]:
    """Return longitude and latitude of cells such as "30.2, 67.0" or "POINT (67.0 30.2)"."""
    codes, distinct = pd.factorize(column.astype(object))
    found: list[tuple[object, object]] = [_pair(str(one)) for one in distinct]
    found.append((None, None))
    parts = (np.array([*(one[at] for one in found)], dtype=object)[codes] for at in (0, 1))
    return [pd.Series(part, index=column.index, dtype=object) for part in parts]


def _pair(text: str) -> tuple[object, object]:
    match = _POINT.search(text)
    if match is not None:
        return match[1], match[2]
    cells = [cell for cell in re.split(r"[;,|\s]+", text.strip(" ()[]")) if cell]
    return (cells[1], cells[0]) if len(cells) >= 2 else (text or None, None)


_POINT = re.compile(r"POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+)", re.IGNORECASE)


def _kinds(cells: Objects) -> Objects:
    found = cells.copy()
    found[~np.isin(cells.astype(str), KINDS)] = "incident"
    return found


def _basis(text: dict[str, Objects], size: int) -> Objects:
    found = text.get("actor_basis")
    if found is not None:
        return np.where(pd.isna(found), "unknown", found).astype(object)
    found = np.full(size, "unknown", dtype=object)
    if "claimed" in text:  # GTD
        found[~pd.isna(text["actor"])] = "attributed"
        if "doubtful" in text:
            found[~pd.isna(text["actor"]) & (text["doubtful"] == "1")] = "suspected"
        found[~pd.isna(text["actor"]) & (text["claimed"] == "1")] = "claimed"
    return found


def _joined(given: Objects | None, notes: Notes) -> Objects:
    found = notes.lists()
    if given is None:
        return found
    before = list_column(given, len(found), list)
    for row in range(len(found)):
        found[row] = [*before[row], *(one for one in found[row] if one not in before[row])]
    return found


def _typed(columns: dict[str, Any]) -> pd.DataFrame:
    order = [*INCIDENT_COLUMNS, "source_lon", "source_lat"]
    lists = {*_LISTS, "sources", "confidence", "notes"}
    typed = {}
    for name in order:
        values = columns[name]
        if name in lists or name in _COUNTS or values.dtype.kind in "fM":
            typed[name] = values
        else:
            typed[name] = pd.array(values, dtype=_STRING)
    return pd.DataFrame(typed, copy=False)

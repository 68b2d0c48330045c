"""From the incident table to the columns, areas and prose that the page draws.

Each incident becomes a point (only where its precision makes a point honest), a member of a
shaded area, or an entry of the list of what is not on the map. What depends on the place alone
(names, precision, area, admin units) is written once for each place, not for each incident;
coordinates are differences from the middle of their place, days from the day before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from geomap.errors import SchemaError
from geomap.maps.areas import Areas, Placed, Spot
from geomap.maps.basemap import Basemap, view_bounds
from geomap.maps.cells import as_text, codes_of, days_of, figures_of
from geomap.maps.ids import pack_ids
from geomap.maps.naming import Naming
from geomap.maps.packing import Columns, pack_table
from geomap.maps.prose import Prose, read_prose
from geomap.places.join import JOIN_COLUMNS, join_units
from geomap.places.units import fold_to
from geomap.records import COUNTED_KINDS, Precision

__all__ = ["DEGREE", "IncidentLayer", "incident_layer"]

DEGREE = 100_000
"""Units of a coordinate in the page: a hundred thousandth of a degree, about a metre."""

_ROW_WORDS = (
    "kind", "event_type", "sub_event_type", "date_precision", "actor", "actor_basis",
    "attributed_by", "target",
)  # fmt: skip
_PLACE_WORDS = ("place_name", "precision", "country", "admin1", "admin2")
_PLACE_CODES = ("admin1_pcode", "admin2_pcode")
_FIGURES = (
    "uncertainty_m", "n_sites", "fatalities_civilians", "fatalities_security_forces",
    "fatalities_militants", "fatalities_unknown",
)  # fmt: skip
_LEVELS = frozenset(level.value for level in Precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLayer:
    """The data blocks of one incident table.

    `table` is the finished block of columns, `prose` and `ids` are finished chunks. `bounds` is
    west, south, east, north in degrees of all that is drawn. `until` is the latest publication
    date among the sources, ISO 8601, or None. `counted` has, for each incident that a table of
    units counts, its units in the basemap (``province``, ``district``; -1 where there is none)
    and its figures (``fatalities``, ``injured``; 0 where there is none).
    """

    n: int
    table: str
    areas: list[dict[str, Any]]
    prose: tuple[str, ...]
    ids: tuple[str, ...]
    bounds: tuple[float, float, float, float]
    until: str | None
    counted: pd.DataFrame


def incident_layer(
    incidents: gpd.GeoDataFrame,
    *,
    base: Basemap,
    quotes: bool,
    naming: Naming,
) -> IncidentLayer:
    """Turn an incident table into what the page draws.

    Parameters
    ----------
    incidents
        Columns as in `geomap.records.INCIDENT_COLUMNS`, any of them missing, and a geometry in
        EPSG:4326. It is not changed. Without any admin column, points count in the units of
        the basemap that they lie in.
    base
        The basemap whose units are shaded.
    quotes
        Whether the evidence quotes go into the page.
    naming
        Names of places and actors in the page's language.

    Raises
    ------
    SchemaError
        If this is no table of points in EPSG:4326, or a precision is not one of ours.
    """
    frame = _checked(incidents)
    frame = frame.iloc[_order(frame)]
    points = _points(frame)
    frame = _joined(frame, points, base)
    places = _Places(frame, points, Areas(base, naming))
    prose = read_prose(frame, quotes=quotes)
    ids = pack_ids([as_text(value) or "" for value in frame.get("incident_id", ())])
    rows, words = _row_columns(frame, places, prose)
    head = {
        "n": len(frame),
        "places": len(places.spots),
        "chunks": len(prose.chunks),
        "id_chunks": len(ids),
        "dict": {
            **words,
            **places.words(),
            "outlet": prose.outlets,
            **_local_words({**words, **places.words()}, naming),
        },
        "outlet_sets": prose.outlet_sets,
        "row_columns": rows.heads,
        "place_columns": places.columns.heads,
    }
    return IncidentLayer(
        n=len(frame),
        table=pack_table(head, [rows, places.columns]),
        areas=places.areas,
        prose=prose.chunks,
        ids=ids,
        bounds=view_bounds(points, places.shapes),
        until=prose.until,
        counted=_counted(frame, places),
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
    words, codes = codes_of(frame, "precision")
    for code, word in enumerate(words):
        if word not in _LEVELS:
            row = int(np.flatnonzero(codes == code)[0])
            allowed = ", ".join(sorted(_LEVELS))
            raise SchemaError(f"row {row}: precision is {word!r}; allowed are {allowed}")
    return frame


def _order(frame: gpd.GeoDataFrame) -> npt.NDArray[np.intp]:
    """Positions latest first, undated last, then by id, then as given."""
    days = days_of(frame, "date_start")
    _, ids = codes_of(frame, "incident_id", default="")
    return np.lexsort([ids, np.where(np.isnan(days), np.inf, -days)])


def _points(frame: gpd.GeoDataFrame) -> npt.NDArray[np.float64]:
    """Lon and lat of each incident that may be drawn as a point, else NaN."""
    words, codes = codes_of(frame, "precision")
    fine = [float(at) for at, word in enumerate(words) if Precision(word).is_point]
    geometry = frame.geometry
    is_point = (geometry.geom_type.eq("Point") & ~geometry.is_empty).to_numpy(dtype=bool)
    out = np.full((len(frame), 2), np.nan)
    use = np.isin(codes, fine) & is_point
    out[use] = shapely.get_coordinates(geometry.to_numpy()[use])
    with np.errstate(invalid="ignore"):
        usable = np.isfinite(out).all(axis=1) & (abs(out[:, 0]) <= 180) & (abs(out[:, 1]) <= 90)
    out[~usable] = np.nan
    return out


def _joined(
    frame: gpd.GeoDataFrame, points: npt.NDArray[np.float64], base: Basemap
) -> gpd.GeoDataFrame:
    """Give a table that says nothing of admin units those that its points lie in."""
    if any(name in frame for name in JOIN_COLUMNS):
        return frame
    table = pd.DataFrame({"lon": points[:, 0], "lat": points[:, 1]}, index=frame.index)
    return frame.assign(**join_units(table, boundaries=base.units)[list(JOIN_COLUMNS)])


class _Places:
    """The distinct places of a table: each row's place, and the places' own columns.

    `of` is each row's place; `offset` its coordinates as differences from the place's own.
    """

    def __init__(
        self, frame: gpd.GeoDataFrame, points: npt.NDArray[np.float64], collected: Areas
    ) -> None:
        coded = {name: codes_of(frame, name) for name in (*_PLACE_WORDS, *_PLACE_CODES)}
        self._words = {name: words for name, (words, _) in coded.items()}
        lines = _lines(frame, *coded["precision"])
        is_point = ~np.isnan(points[:, 0])
        key = pd.DataFrame({name: codes for name, (_, codes) in coded.items()})
        key = key.fillna(-1).astype("int64").assign(is_point=is_point, line=lines)
        groups = key.groupby(list(key.columns), sort=True).ngroup()
        numbers = np.asarray(groups, dtype=np.int64)
        self.of = numbers
        distinct = key.loc[~pd.Series(numbers).duplicated()]
        distinct = distinct.set_axis(numbers[distinct.index]).sort_index()
        shapes = frame.geometry.to_numpy()
        self.spots = [self._spot(row, shapes) for row in distinct.itertuples(index=False)]
        placed = [collected.place(spot) for spot in self.spots]
        self.shapes = collected.shapes
        self.areas, positions = collected.finish()
        self.units = _units(self.spots, self._word_lists(distinct, "country"), collected.base)
        middle = _middles(points, numbers, len(self.spots))
        self.offset = np.round(points * DEGREE) - middle[numbers]
        self.columns = self._columns(distinct, placed, positions, middle)

    def _spot(self, row: Any, shapes: npt.NDArray[Any]) -> Spot:
        def word(name: str) -> str | None:
            code = getattr(row, name)
            return None if code < 0 else self._words[name][code]

        return Spot(
            word("precision") or "unknown",
            word("place_name"),
            word("admin1_pcode"),
            word("admin2_pcode"),
            None if row.line < 0 else shapes[row.line],
            bool(row.is_point),
        )

    def _word_lists(self, distinct: pd.DataFrame, name: str) -> list[str | None]:
        return [None if code < 0 else self._words[name][code] for code in distinct[name]]

    def _columns(
        self,
        distinct: pd.DataFrame,
        placed: Sequence[Placed],
        positions: Mapping[tuple[str, str], int],
        middle: npt.NDArray[np.float64],
    ) -> Columns:
        columns = Columns()
        for name in _PLACE_WORDS:
            columns.add(name, distinct[name].where(distinct[name] >= 0).to_numpy(dtype=float))
        self._words["where"] = ["area", "list", "point"]
        columns.add("where", [self._words["where"].index(one.where) for one in placed])
        areas = [np.nan if one.key is None else positions[one.key] for one in placed]
        columns.add("area", areas)
        notes = sorted({one.note for one in placed if one.note})
        self._words["note"] = notes
        columns.add("note", [notes.index(one.note) if one.note else np.nan for one in placed])
        for level, units in self.units.items():
            columns.add(f"{level}_unit", np.where(units < 0, np.nan, units))
        columns.add("lon", middle[:, 0])
        columns.add("lat", middle[:, 1])
        return columns

    def words(self) -> dict[str, list[str]]:
        """Return the dictionaries of the places' words."""
        return {name: self._words[name] for name in (*_PLACE_WORDS, "where", "note")}


def _local_words(words: Mapping[str, Sequence[str]], naming: Naming) -> dict[str, list[str | None]]:
    """Return names in the page's language beside those of the table, where they are known."""
    tables = dict.fromkeys(("place_name", "admin1", "admin2"), naming.places)
    tables["actor"] = naming.actors
    return {
        f"{name}_local": [table.get(word) for word in words[name]]
        for name, table in tables.items()
        if table
    }


def _lines(
    frame: gpd.GeoDataFrame, words: Sequence[str], codes: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """Find the first row whose line each row shares; -1 where a row has none."""
    out = np.full(len(frame), -1, dtype=np.int64)
    if "line" not in words:
        return out
    seen: dict[str, int] = {}
    for at in np.flatnonzero(codes == words.index("line")):
        shape = frame.geometry.iloc[at]
        if shape is not None and "LineString" in shape.geom_type and not shape.is_empty:
            out[at] = seen.setdefault(shape.wkt, int(at))
    return out


def _units(
    spots: Sequence[Spot], countries: Sequence[str | None], base: Basemap
) -> dict[str, npt.NDArray[np.int64]]:
    """Find the province and district of the basemap in which each place counts, or -1.

    As in a summary: a place counts in a unit by its p-code and nothing else, and abroad never.
    """
    units = {}
    for level, drawn in (("province", base.provinces), ("district", base.districts)):
        order = {pcode: at for at, pcode in enumerate(drawn)}
        found = []
        for spot, country in zip(spots, countries, strict=True):
            pcode = spot.admin1 if level == "province" else spot.admin2
            home = country in {None, "PK"} and pcode is not None
            folded = (
                (pcode if pcode in order else fold_to(pcode, order)) if home and pcode else None
            )
            found.append(order.get(folded, -1) if folded else -1)
        units[level] = np.array(found, dtype=np.int64)
    return units


def _middles(
    points: npt.NDArray[np.float64], numbers: npt.NDArray[np.int64], n: int
) -> npt.NDArray[np.float64]:
    """Return the mean position of each place in whole units, NaN where it has no points."""
    known = ~np.isnan(points[:, 0])
    counts = np.bincount(numbers[known], minlength=n)
    sums = [np.bincount(numbers[known], points[known, k], minlength=n) for k in (0, 1)]
    with np.errstate(invalid="ignore", divide="ignore"):
        means = np.stack([one / counts for one in sums], axis=1)
    return np.round(means * DEGREE)


def _row_columns(
    frame: gpd.GeoDataFrame, places: _Places, prose: Prose
) -> tuple[Columns, dict[str, list[str]]]:
    columns, words = Columns(), {}
    columns.add("place", places.of)
    columns.add("lon", places.offset[:, 0])
    columns.add("lat", places.offset[:, 1])
    start, end = days_of(frame, "date_start"), days_of(frame, "date_end")
    columns.add("date_start", start, summed=True)
    columns.add("date_end", np.where(np.isnan(start), end, end - start))
    for name in _ROW_WORDS:
        words[name], codes = codes_of(frame, name, default="incident" if name == "kind" else None)
        columns.add(name, codes)
    outlets = np.array(prose.outlet_codes, dtype=float)
    columns.add("outlets", np.where(outlets < 0, np.nan, outlets))
    for name in ("fatalities", "injured"):
        best = figures_of(frame, f"{name}_best")
        columns.add(f"{name}_best", best)
        for edge in ("low", "high"):
            figure = figures_of(frame, f"{name}_{edge}")
            columns.add(f"{name}_{edge}", np.where(np.isnan(best), figure, figure - best))
    for name in _FIGURES:
        columns.add(name, figures_of(frame, name))
    return columns, words


def _counted(frame: gpd.GeoDataFrame, places: _Places) -> pd.DataFrame:
    kinds, codes = codes_of(frame, "kind", default="incident")
    counted = np.isin(codes, [at for at, kind in enumerate(kinds) if kind in COUNTED_KINDS])
    table = pd.DataFrame({level: units[places.of] for level, units in places.units.items()})
    for name in ("fatalities", "injured"):
        table[name] = np.nan_to_num(figures_of(frame, f"{name}_best"))
    return table[counted].reset_index(drop=True)

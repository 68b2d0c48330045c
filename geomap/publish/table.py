"""The incident table as a report needs it: every column there, in the order of days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geomap.errors import SchemaError
from geomap.maps.cells import as_items, as_text
from geomap.maps.prose import read_prose
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.units import current_units, unit
from geomap.places.vintages import fold_table
from geomap.publish.options import ReportOptions
from geomap.records import COUNTED_KINDS
from geomap.summary import summarize
from geomap.summary_counts import check_columns
from geomap.summary_periods import first_days

__all__ = ["ReportTable", "read_table"]

_OPTIONAL = (
    "incident_id", "event_type", "date_start", "date_end", "date_precision", "place_name", "actor",
    "actor_basis", "sources", "evidence", "admin1", "admin2", "n_sites",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """Incidents to report on.

    `incidents` has all that a report reads; `districts` and `country` are its summaries. `first`
    and `last` are the first and last day of the counted incidents, None where none has one.
    `until` is the latest publication date. `sources` and `outlets` are the numbers of different
    articles and of their publishers. `held` gives for a district of the set the p-codes of those
    that the set lacks and shows within it.
    """

    incidents: gpd.GeoDataFrame
    units: BoundarySet
    districts: pd.DataFrame
    country: pd.DataFrame
    held: Mapping[str, tuple[str, ...]]
    first: date | None
    last: date | None
    until: date | None
    sources: int
    outlets: int

    @property
    def counted(self) -> int:
        """The number of incidents, multi-site events among them."""
        return int(self.country["incidents"].sum())

    @property
    def operations(self) -> int:
        """The number of operations, which are not counted as incidents."""
        return int(self.country["operations"].sum())

    def total(self, name: str) -> int:
        """Return the sum of one of `geomap.summary_counts.COUNTS`."""
        return int(self.country[name].sum())


def read_table(incidents: gpd.GeoDataFrame, options: ReportOptions) -> ReportTable:
    """Check a table once, at the door, and count it.

    Raises
    ------
    SchemaError
        If the table has no geometry, lacks a column that is counted, or a cell cannot be read.
    """
    if not isinstance(incidents, gpd.GeoDataFrame) or incidents.active_geometry_name is None:
        raise SchemaError("the table has no geometry; give one that incident_table made")
    check_columns(incidents, "precision", "admin1_pcode", "admin2_pcode")
    table = incidents.reset_index(drop=True)
    missing = {name: None for name in _OPTIONAL if name not in table}
    table = table.assign(**missing)
    units = load_boundaries(level="admin2") if options.boundaries is None else options.boundaries
    days = first_days(table)
    known = days[table["kind"].isin(COUNTED_KINDS).to_numpy(dtype=bool) & ~np.isnat(days)]
    articles, outlets = _sources(table)
    return ReportTable(
        incidents=table,
        units=units,
        districts=summarize(table, boundaries=units),
        country=summarize(table, by=None),
        held=_held(table, units),
        first=known.min().item() if len(known) else None,
        last=known.max().item() if len(known) else None,
        until=options.data_until or (options.read and options.read.until) or _until(table),
        sources=articles,
        outlets=outlets,
    )


def _held(table: pd.DataFrame, units: BoundarySet) -> dict[str, tuple[str, ...]]:
    """Return today's districts, and those that incidents name, by the one that holds them."""
    known = {one.pcode for one in current_units("admin2")}
    known |= {code for code in table["admin2_pcode"].unique() if _is_district(code)}
    held: dict[str, tuple[str, ...]] = {}
    for fold in fold_table(known, units.frame["pcode"]).values():
        if fold.into is not None:
            held[fold.into] = (*held.get(fold.into, ()), fold.pcode)
    return held


def _is_district(code: object) -> bool:
    found = unit(code) if isinstance(code, str) else None
    return found is not None and found.level == "admin2"


def _until(table: pd.DataFrame) -> date | None:
    found = read_prose(table[["sources"]], quotes=False).until
    return None if found is None else date.fromisoformat(found)


def _sources(table: pd.DataFrame) -> tuple[int, int]:
    """Return how many articles and how many publishers stand behind the incidents."""
    articles: set[tuple[str | None, ...]] = set()
    outlets: set[str] = set()
    for cell in table["sources"]:
        for one in as_items(cell):
            if isinstance(one, dict):
                articles.add(tuple(_texts(one)))
                outlets |= {name for name in [as_text(one.get("source"))] if name}
    return len(articles), len(outlets)


def _texts(source: dict[str, Any]) -> list[str | None]:
    own = as_text(source.get("article_id"))
    return [own] if own else [as_text(source.get(name)) for name in ("title", "source", "url")]

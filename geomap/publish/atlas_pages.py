"""The pages of an atlas, one for each district, before any format."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import geopandas as gpd
import pandas as pd

from geomap.errors import SettingsError
from geomap.maps.figures import Look, Words
from geomap.maps.naming import load_naming
from geomap.maps.place_names import unit_label
from geomap.maps.static import draw_symbols, draw_units
from geomap.maps.texts import clean_text
from geomap.publish.blocks import Entries, Grid, Headline, Number, Picture
from geomap.publish.brief import headline
from geomap.publish.grids import (
    COUNTED,
    by_type,
    count_cells,
    province_of,
    rate_text,
    rows_of,
    unit_cell,
)
from geomap.publish.listing import entries_of, latest
from geomap.publish.method import accuracy_line, foot_lines, held_line
from geomap.publish.options import ReportOptions
from geomap.publish.pictures import picture_of
from geomap.publish.table import ReportTable, read_table
from geomap.publish.words import report_words
from geomap.summary import OTHER_ROWS, summarize
from geomap.summary_units import summary_units, unit_rows

__all__ = ["Atlas", "AtlasPage", "IndexRow", "check_province", "compose_atlas", "page_key"]

_LISTED = 5
"""Incidents on a page: as many as a sheet of A4 holds beside map and figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """A line of the index; `key` names the page that it leads to, empty for a row without one."""

    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtlasPage:
    """The page of a district; `key` is fit for an address and for a file's name."""

    key: str
    title: str
    place: str
    headline: Headline
    picture: Picture
    types: Grid | None
    note: str
    entries: Entries | None
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """An atlas: its index with a map, its pages, and the lines at the end."""

    title: str
    subtitle: str
    lang: str
    direction: str
    picture: Picture
    titles: tuple[str, ...]
    index: tuple[IndexRow, ...]
    notes: tuple[str, ...]
    pages: tuple[AtlasPage, ...]
    foot: tuple[str, ...]
    until: date | None


def compose_atlas(
    incidents: gpd.GeoDataFrame, options: ReportOptions, *, within: str | None
) -> Atlas:
    """Return the atlas of the districts of a province, or of all.

    Parameters
    ----------
    incidents
        An incident table. It is not changed.
    options
        As for a report.
    within
        The p-code of a province; None takes every district.

    Raises
    ------
    SettingsError
        If there is no such province.
    SchemaError
        As for `summarize`.
    """
    check_province(within)
    words = report_words(options.lang)
    table = read_table(incidents, options)
    if within is not None:
        provinces = summary_units("admin1")
        rows = unit_rows(table.incidents, provinces) == provinces.rows.index(within)
        table = read_table(table.incidents[rows], replace(options, data_until=table.until))
    maker = _Maker(table, options, words, within)
    name = "" if within is None else unit_label(within, options.lang)
    made = words("atlas_title", name=name) if name else words("atlas_title_all")
    return Atlas(
        title=clean_text(options.title or "") or made,
        subtitle=maker.subtitle(),
        lang=options.lang,
        direction=load_naming(options.lang).direction,
        picture=maker.overview(),
        titles=tuple(words(key) for key in _TITLES),
        index=maker.index(),
        notes=(words("districts_all_note"), accuracy_line(table.units, words)),
        pages=maker.pages(),
        foot=foot_lines(table, words),
        until=table.until,
    )


def check_province(within: str | None) -> None:
    """Refuse a code that is no province's; None is every district."""
    codes = summary_units("admin1").pcodes
    if within is not None and within not in codes:
        raise SettingsError(
            f"within is {within!r}; it must be a province, one of {', '.join(codes)}"
        )


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the parts of an atlas of one table."""

    table: ReportTable
    options: ReportOptions
    words: Words
    within: str | None

    def subtitle(self) -> str:
        """Return the days that are covered."""
        table = self.table
        if table.first is None or table.last is None:
            return "" if table.counted else self.words("none_counted")
        return self.words("incidents_span", start=table.first, end=table.last)

    def districts(self) -> pd.DataFrame:
        """Return the rows of the summary that have a page, by name."""
        rows = self.table.districts
        held = province_of(self.table.units)
        inside = ~rows["pcode"].isin(OTHER_ROWS)
        if self.within is not None:
            inside &= rows["pcode"].map(held.get) == self.within
        names = [unit_label(code, self.words.lang, name)
                 for code, name in zip(rows["pcode"], rows["name"], strict=True)]  # fmt: skip
        return rows.assign(shown=names)[inside].sort_values(["shown", "pcode"])

    def overview(self) -> Picture:
        """Return the map of the index."""
        look = Look(lang=self.words.lang, within=self.within)
        figure = draw_units(self.table.districts, value="incidents", look=look,
                            boundaries=self.table.units, data_until=self.table.until)  # fmt: skip
        return picture_of(figure, name="index")

    def index(self) -> tuple[IndexRow, ...]:
        """Return a row for each district, those behind them, and the total."""
        table = self.table.districts
        some = table[(table["incidents"] > 0) | (table["operations"] > 0)]
        others = some[some["pcode"].isin(OTHER_ROWS)]
        sums = table[list(COUNTED)].sum()
        return (
            *(IndexRow(key=page_key(row.pcode), cells=self._cells(row))
              for row in rows_of(self.districts())),
            *(IndexRow(key="", cells=self._cells(row)) for row in rows_of(others)),
            IndexRow(key="", cells=(self.words("all_rows"), *count_cells(sums, self.words), "")),
        )  # fmt: skip

    def _cells(self, row: Any) -> tuple[str, ...]:
        counts = count_cells(row, self.words)
        if row.pcode not in OTHER_ROWS:
            name = unit_cell(row.pcode, row.name, self.words)
            return (name, *counts, rate_text(row.incidents_per_100k))
        inside = self.within is not None and row.pcode == "coarser"
        return (self.words("row_in_province" if inside else f"row_{row.pcode}"), *counts, "")

    def pages(self) -> tuple[AtlasPage, ...]:
        """Return a page for each district."""
        incidents, districts = self.table.incidents, self.districts()
        units = summary_units("admin2", boundaries=self.table.units)
        places = unit_rows(incidents, units)
        ranks = districts["incidents"].rank(method="min", ascending=False).astype(int)
        return tuple(
            self._page(row, incidents[places == units.rows.index(row.pcode)], rank)
            for row, rank in zip(rows_of(districts), ranks, strict=True)
        )

    def _page(self, row: Any, inside: gpd.GeoDataFrame, rank: int) -> AtlasPage:
        words, name = self.words, clean_text(row.shown)
        listed = latest(inside[inside["kind"] != "statistic"])
        some = listed.head(_LISTED)
        look = Look(size="column", lang=words.lang, within=row.pcode, title=name)
        figure = draw_symbols(
            inside, boundaries=self.table.units, look=look, data_until=self.table.until
        )
        types = None
        if len(inside):
            summary = summarize(inside, by=None, split_by="event_type")
            types = by_type(summary, words, caption=words("by_type"), most=_MOST_TYPES)
        counted = self.table.districts[self.table.districts["pcode"] == row.pcode]
        return AtlasPage(
            key=page_key(row.pcode),
            title=name,
            place=self._place(row),
            headline=headline(counted, words, more=[_rate(row, words, rank)]),
            picture=picture_of(figure, name=page_key(row.pcode)),
            types=types,
            note=held_line(self.table, [row.pcode], words),
            entries=entries_of(some, words, quotes=False) if len(some) else None,
            more=words("listed", n=len(some), m=len(listed)) if len(some) < len(listed) else "",
        )

    def _place(self, row: Any) -> str:
        words = self.words
        province = province_of(self.table.units).get(row.pcode)
        named = [] if province is None else [unit_label(province, words.lang)]
        if not pd.isna(row.population):
            named.append(words("people_n", n=int(row.population)))
        if not pd.isna(row.area_km2):
            named.append(words("area_n", n=int(row.area_km2)))
        return " · ".join(named)


_TITLES = ("district", "incidents", "killed_range", "injured", "operations", "rate")
_MOST_TYPES = 7


def page_key(pcode: str) -> str:
    """Return a p-code as it may stand in an address and in a file's name.

    Examples
    --------
    >>> page_key("PK2-tump"), page_key("../x")
    ('PK2-tump', '___x')
    """
    return re.sub(r"[^A-Za-z0-9_-]", "_", pcode)


def _rate(row: Any, words: Words, rank: int) -> Number:
    if pd.isna(row.incidents_per_100k):
        return Number(value="–", label=words("rate"), note=words("no_census"))
    note = words("rank_n", n=rank) if row.incidents else ""
    return Number(value=rate_text(row.incidents_per_100k), label=words("rate"), note=note)

"""Hot spots: where there is more, or less, than chance would give, or a line why none is known."""

from __future__ import annotations

from datetime import date

import geopandas as gpd

from geomap.errors import MissingDependencyError
from geomap.hotspots import FALSE_DISCOVERIES, hotspots
from geomap.maps.figures import Look, Words
from geomap.maps.static import draw_units
from geomap.publish.blocks import Block, Column, Grid, Prose, Section
from geomap.publish.grids import rate_text, rows_of, unit_cell
from geomap.publish.pictures import picture_of
from geomap.publish.table import ReportTable
from geomap.summary import OTHER_ROWS

__all__ = ["LEAST", "spots_section"]

LEAST = 30
"""Incidents in districts below which nothing is tested: any answer would be a guess."""


def spots_section(table: ReportTable, words: Words) -> Section:
    """Return the districts that stand out and a map of them, or a line that says why not."""
    placed = table.districts[~table.districts["pcode"].isin(OTHER_ROWS)]
    number = int(placed["incidents"].sum())
    return Section(key="hotspots", title=words("hotspots"),
                   blocks=tuple(_blocks(table, number, words)))  # fmt: skip


def _blocks(table: ReportTable, number: int, words: Words) -> list[Block]:
    if number < LEAST:
        return [Prose(text=words("spots_few", n=number, least=LEAST))]
    try:
        spots = hotspots(table.districts, boundaries=table.units)
    except MissingDependencyError:
        return [Prose(text=words("spots_missing"))]
    found = spots[spots["hot_spot"].isin(["hot spot", "cold spot"])]
    outside = int(spots.attrs["outside"])
    about = words("spots_about", percent=f"{FALSE_DISCOVERIES:.0%}", n=outside)
    if found.empty:
        return [Prose(text=words("spots_none")), Prose(text=about, tone="note")]
    return [
        Prose(text=words("spots_some", hot=_number(found, "hot spot"),
                         cold=_number(found, "cold spot"))),
        _map(spots, words, table.until),
        _grid(found, words),
        Prose(text=about, tone="note"),
    ]  # fmt: skip


def _number(found: gpd.GeoDataFrame, word: str) -> int:
    return int((found["hot_spot"] == word).sum())


def _map(spots: gpd.GeoDataFrame, words: Words, until: date | None) -> Block:
    look = Look(lang=words.lang)
    figure = draw_units(spots, value="hot_spot", look=look, data_until=until)
    return picture_of(figure, name="hotspots")


def _grid(found: gpd.GeoDataFrame, words: Words) -> Grid:
    ordered = found.sort_values(["gi_q", "gi_z", "pcode"], ascending=[True, False, True])
    rows = [
        (unit_cell(row.pcode, row.name, words), words(f"spot_{row.hot_spot.split()[0]}"),
         f"{row.incidents:,}", rate_text(row.rate), rate_text(row.smoothed_rate), f"{row.gi_q:.4f}")
        for row in rows_of(ordered)
    ]  # fmt: skip
    titles = ("incidents", "rate", "smoothed", "q_value")
    columns = (Column(title=words("district")), Column(title=words("finding")),
               *(Column(title=words(title), numeric=True) for title in titles))  # fmt: skip
    return Grid(caption=words("spots_table"), columns=columns, rows=tuple(rows))

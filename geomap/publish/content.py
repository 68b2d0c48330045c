"""What a report says, section by section, before any format."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import geopandas as gpd

from geomap.errors import RenderError
from geomap.maps.charts import CHARTS, draw_chart
from geomap.maps.figures import Look, StaticFigure, Words
from geomap.maps.incident_map import IncidentMap, draw_map
from geomap.maps.naming import load_naming
from geomap.maps.static import draw_symbols
from geomap.maps.texts import clean_text
from geomap.publish.blocks import Block, Document, LiveMap, Prose, Section
from geomap.publish.brief import brief_section
from geomap.publish.changes import changes_section
from geomap.publish.grids import by_unit, province_of
from geomap.publish.listing import list_section
from geomap.publish.method import foot_lines, method_section
from geomap.publish.options import ReportOptions
from geomap.publish.pictures import picture_of
from geomap.publish.spots import spots_section
from geomap.publish.table import ReportTable, read_table
from geomap.publish.words import report_words
from geomap.summary import OTHER_ROWS

__all__ = ["PICTURES", "DrawnMaps", "compose"]

PICTURES = ("map", *(f"chart-{chart}" for chart in CHARTS), "hotspots")
"""Names of the pictures that a report can have."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_PERIODS = ((120, "week"), (1_200, "month"), (4_000, "quarter"))
"""Days that are covered, and the period of a bar that suits them; beyond it is a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMaps:
    """Maps that are drawn already: the interactive one and the one for print, of one table."""

    live: IncidentMap
    still: StaticFigure


def compose(
    incidents: gpd.GeoDataFrame, options: ReportOptions, *, drawn: DrawnMaps | None = None
) -> Document:
    """Return the report of an incident table.

    Parameters
    ----------
    incidents
        An incident table. It is not changed.
    options
        See `ReportOptions`.
    drawn
        The maps, where they are drawn already; None draws them.

    Raises
    ------
    SchemaError
        If the table lacks a column, or a cell cannot be read.
    SettingsError
        If the periods overlap or end before they begin.
    """
    table = read_table(incidents, options)
    words = report_words(options.lang)
    title = clean_text(options.title or "") or words("title")
    sections = (
        brief_section(table, words),
        _map_section(table, options, words, drawn),
        changes_section(table, options, words),
        _districts_section(table, words),
        _charts_section(table, words),
        spots_section(table, words),
        list_section(table, options, words),
        method_section(table, options.read, words),
    )
    return Document(
        title=title,
        subtitle=_subtitle(table, words),
        lang=options.lang,
        direction=load_naming(options.lang).direction,
        contents_title=words("contents"),
        sections=sections,
        foot=foot_lines(table, words),
        until=table.until,
    )


def _subtitle(table: ReportTable, words: Words) -> str:
    parts = []
    if table.first is not None and table.last is not None:
        parts.append(words("incidents_span", start=table.first, end=table.last))
    if table.until is not None:
        parts.append(words("figure.until", day=table.until))
    return " ".join(parts)


def _map_section(
    table: ReportTable, options: ReportOptions, words: Words, drawn: DrawnMaps | None
) -> Section:
    still = drawn.still if drawn is not None else draw_symbols(
        table.incidents, boundaries=table.units, look=Look(lang=options.lang),
        data_until=table.until,
    )  # fmt: skip
    picture = picture_of(still, name="map", caption=words("map_caption"))
    block: Block = picture
    if options.interactive:
        live = drawn.live if drawn is not None else draw_map(
            table.incidents, boundaries=table.units, title=words("map.map"), lang=options.lang,
            quotes=options.quotes, data_until=table.until,
        )  # fmt: skip
        page = live.get_root().render()
        block = LiveMap(title=words("map.map"), page=page, policy=_policy(page), picture=picture)
    note = Prose(text=words("map_note"), tone="note")
    return Section(key="map", title=words("map_title"), blocks=(note, block))


def _policy(page: str) -> str:
    """Return the content security policy of a page that `IncidentMap` made."""
    found = _POLICY.search(page)
    if found is None:
        raise RenderError("the map's page has no content security policy")
    return html.unescape(found.group(1))


def _districts_section(table: ReportTable, words: Words) -> Section:
    grid = by_unit(
        table.districts, words, caption=words("by_district"), provinces=province_of(table.units)
    )
    units = table.districts[~table.districts["pcode"].isin(OTHER_ROWS)]
    empty = int((units[["incidents", "operations"]] == 0).all(axis=1).sum())
    note = Prose(text=words("districts_note", n=empty), tone="note")
    return Section(key="districts", title=words("districts"), blocks=(grid, note))


def _charts_section(table: ReportTable, words: Words) -> Section:
    if not table.counted:
        line = Prose(text=words("none_counted"))
        return Section(key="charts", title=words("charts"), blocks=(line,))
    actors = load_naming(words.lang).actors
    named = [actors.get(name, name) for name in table.incidents["actor"].tolist()]
    incidents = table.incidents.assign(actor=named)
    pictures = []
    for chart in CHARTS:
        figure = draw_chart(
            incidents, chart, period=_period(table), boundaries=table.units,
            look=Look(lang=words.lang), data_until=table.until,
        )  # fmt: skip
        pictures.append(picture_of(figure, name=f"chart-{chart}"))
    return Section(key="charts", title=words("charts"), blocks=tuple(pictures))


def _period(table: ReportTable) -> str:
    if table.first is None or table.last is None:
        return "month"
    days = (table.last - table.first).days
    return next((name for most, name in _PERIODS if days <= most), "year")

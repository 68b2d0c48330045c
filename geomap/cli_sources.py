"""From the sources that a command is given to articles, incidents or a table of them.

What is not used is said on standard error, one line each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geomap import cli_tables
from geomap.console import fail, say

if TYPE_CHECKING:
    from datetime import date

    import geopandas as gpd

    from geomap.publish.options import WhatWasRead
    from geomap.records import Account, Article, Incident, Resolution
    from geomap.text.articles import Dropped

__all__ = [
    "Found",
    "accounts_of",
    "articles_of",
    "found_in",
    "incidents_of",
    "resolutions_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The incidents of sources, and of reports also what became of them; None for a table."""

    table: gpd.GeoDataFrame
    read: WhatWasRead | None = None

    @property
    def until(self) -> date | None:
        """The latest day on which a report was published; None for a table, which says its own."""
        return None if self.read is None else self.read.until


def found_in(
    sources: list[str],
    *,
    quotes: bool = True,
    columns: list[str] | None = None,
    precision: str | None = None,
) -> Found:
    """Return the incidents of a table, or of the reports that the sources hold.

    A table whose columns are told to hold ``text`` is one of reports.
    """
    if _is_one_table(sources, columns, precision):
        file = Path(sources[0])
        return Found(table=cli_tables.table_incidents(file, columns=columns, precision=precision))
    from geomap.publish.reading import what_was_read
    from geomap.tables import incident_table as make_table
    from geomap.text.accounts import extract_accounts as extract
    from geomap.text.merge import merge_accounts as merge

    dropped: list[Dropped] = []
    articles = list(articles_of(sources, columns, dropped))
    resolutions = resolutions_of(articles)
    accounts = extract(articles, resolutions)
    read = what_was_read(articles, resolutions=resolutions, accounts=accounts, dropped=dropped)
    return Found(table=make_table(merge(accounts, articles=articles), quotes=quotes), read=read)


def _is_one_table(sources: list[str], columns: list[str] | None, precision: str | None) -> bool:
    """Say whether the sources are a table of incidents, not reports."""
    of_reports = "text" in cli_tables.parse_columns(columns)
    told = bool(columns or precision) and not of_reports
    if len(sources) == 1 and not of_reports and (told or cli_tables.is_table(sources[0])):
        return True
    if told:
        fail(
            "--columns and --precision are for one table; to read reports, name the column of "
            "their text too: text=...",
            code=2,
        )
    return False


def articles_of(
    sources: list[str], columns: list[str] | None, dropped: list[Dropped] | None = None
) -> Iterator[Article]:
    """Yield the articles; say on standard error what was not read, and note it in `dropped`."""
    from geomap.errors import DataError
    from geomap.records import Article
    from geomap.settings import load_settings
    from geomap.text.articles import NOTHING_READ, Dropped, scan_articles

    found = False
    told = cli_tables.parse_columns(columns)
    for item in scan_articles(sources, columns=told, settings=load_settings()):
        if isinstance(item, Article):
            found = True
            yield item
        elif isinstance(item, Dropped):
            say(f"not used: {item.where}: {item.reason}")
            if dropped is not None:
                dropped.append(item)
        else:
            say(f"note: {item.where}: {item.note}")
    if not found:
        raise DataError(f"no report could be read from {', '.join(sources)}; {NOTHING_READ}")


def resolutions_of(articles: Article | list[Article]) -> list[Resolution]:
    """Return the places that the articles name."""
    from geomap.places.resolve import resolve as resolve_mentions
    from geomap.text.mentions import find_mentions as find

    return resolve_mentions(find(articles))


def accounts_of(articles: Article | list[Article]) -> list[Account]:
    """Return what the articles say of events."""
    from geomap.text.accounts import extract_accounts as extract

    return extract(articles, resolutions_of(articles))


def incidents_of(sources: list[str], columns: list[str] | None) -> list[Incident]:
    """Return the incidents of all reports."""
    from geomap.text.merge import merge_accounts as merge

    articles = list(articles_of(sources, columns))
    return merge(accounts_of(articles), articles=articles)

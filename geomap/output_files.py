"""The files that a run writes: what stands in each, and all of them or none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd

from geomap.corrections import CorrectionReport, Regrouped
from geomap.errors import DataError
from geomap.findings import Findings
from geomap.maps.figures import Look
from geomap.maps.incident_map import draw_map
from geomap.maps.static import draw_symbols
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.publish.content import DrawnMaps
from geomap.publish.embed import EMBED_CONTROLS
from geomap.publish.options import ReportOptions
from geomap.publish.reading import what_was_read
from geomap.publish.report import write_report
from geomap.review import Review, review_rows
from geomap.run_record import run_record
from geomap.settings import Settings
from geomap.summary import summarize
from geomap.tables import (
    Writer,
    account_row,
    article_row,
    incident_row,
    incident_table,
    mention_row,
    write_csv,
    write_geojson,
    write_json_lines,
    write_parquet,
)
from geomap.whole_file import whole_files

__all__ = ["RunContent", "output_writers", "write_together"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunContent:
    """All that the files of a run are made from.

    `grouped` holds the incidents, `corrections` says what became of a person's corrections, and
    `districts` is the boundary set (admin2) that incidents are counted in and drawn over.
    """

    read: Findings
    grouped: Regrouped
    corrections: CorrectionReport
    settings: Settings
    districts: BoundarySet


def output_writers(content: RunContent) -> dict[str, Writer]:
    """Return for each output file the function that writes it, in the order of writing."""
    table = incident_table(content.grouped.incidents, quotes=content.settings.quotes)
    provinces = load_boundaries(level="admin1")
    record = run_record(
        content.read,
        len(content.grouped.incidents),
        content.settings,
        (provinces, content.districts),
        content.corrections,
    )
    return {
        **_records(content),
        **_tables(table, content, provinces),
        **_pages(table, content),
        **_review(content),
        "run.json": lambda path: _write_json(record, path),
    }


def _records(content: RunContent) -> dict[str, Writer]:
    """Return the writers of what was read, one record a line, and of the incidents as features."""
    quotes, read = content.settings.quotes, content.read
    accounts = [account_row(account, quotes=quotes) for account in read.accounts]
    rows = [incident_row(incident, quotes=quotes) for incident in content.grouped.incidents]
    return {
        "articles.jsonl": lambda path: write_json_lines(map(article_row, read.articles), path),
        "mentions.jsonl": lambda path: write_json_lines(map(mention_row, read.resolutions), path),
        "accounts.jsonl": lambda path: write_json_lines(accounts, path),
        "incidents.jsonl": lambda path: write_json_lines(rows, path),
        "incidents.geojson": lambda path: write_geojson(rows, path),
    }


def _tables(
    table: gpd.GeoDataFrame, content: RunContent, provinces: BoundarySet
) -> dict[str, Writer]:
    """Return the writers of the incident table and of the counts per unit."""
    by_province = summarize(table, by="admin1", boundaries=provinces)
    by_district = summarize(table, by="admin2", boundaries=content.districts)
    return {
        "incidents.csv": lambda path: write_csv(table, path),
        "incidents.parquet": lambda path: write_parquet(table, path),
        "provinces.csv": lambda path: write_csv(by_province, path),
        "districts.csv": lambda path: write_csv(by_district, path),
    }


def _pages(table: gpd.GeoDataFrame, content: RunContent) -> dict[str, Writer]:
    """Return the writers of what people look at: a new page or picture is one more name here."""
    settings, districts, until = content.settings, content.districts, content.read.until
    page = draw_map(
        table, boundaries=districts, title=settings.title, quotes=settings.quotes, data_until=until
    )
    look = Look(title=settings.title)
    figure = draw_symbols(table, boundaries=districts, look=look, data_until=until)
    options, drawn = _report_options(content), DrawnMaps(live=page, still=figure)
    return {
        "map.html": page.save,
        "map.png": figure.save,
        "map.svg": figure.save,
        "embed.html": page.with_controls(EMBED_CONTROLS).save,
        "report.html": lambda path: write_report(table, path, options=options, drawn=drawn),
    }


def _report_options(content: RunContent) -> ReportOptions:
    """Return how the report of a run is made."""
    read, settings = content.read, content.settings
    known = what_was_read(
        read.articles,
        resolutions=read.resolutions,
        accounts=read.accounts,
        dropped=read.dropped,
        corrections=content.corrections.applied,
    )
    return ReportOptions(
        title=settings.title,
        quotes=settings.quotes,
        boundaries=content.districts,
        read=known,
    )


def _review(content: RunContent) -> dict[str, Writer]:
    """Return the writer of the rows that a person should check."""
    read, grouped = content.read, content.grouped
    review = Review(
        accounts=read.accounts,
        resolutions=read.resolutions,
        articles=read.articles,
        incidents=grouped.incidents,
        decided=grouped.decided,
    )
    rows = review_rows(review, quotes=content.settings.quotes)
    return {"review.csv": lambda path: write_csv(rows, path, marked=True)}


def write_together(writers: Mapping[str, Writer], out: Path) -> tuple[str, ...]:
    """Write every file under a temporary name, then move them all into place.

    Parameters
    ----------
    writers
        The name of each file and the function that writes it.
    out
        The folder to write to; made when missing.

    Returns
    -------
    tuple of str
        The names of the files.

    Raises
    ------
    DataError
        If the folder cannot be written, or a folder stands where a file should; the files that
        were there before stay as they were.
    """
    try:
        blocked = next((name for name in writers if (out / name).is_dir()), None)
        if blocked is not None:
            raise DataError(f"{out / blocked} is a folder; move it, or name another output folder")
        with whole_files(out) as folder:
            for name, write in writers.items():
                write(folder / name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(f"{out}: cannot write there: {reason}; name another folder") from error
    return tuple(writers)


def _write_json(record: dict[str, object], path: Path) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n", errors="backslashreplace")

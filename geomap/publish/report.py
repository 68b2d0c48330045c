"""`write_report`: one document of an incident table, as HTML, Markdown, Word or PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd

from geomap.errors import RenderError, SettingsError
from geomap.publish.blocks import Document
from geomap.publish.content import DrawnMaps, compose
from geomap.publish.docx import python_docx, write_docx
from geomap.publish.markdown import write_markdown
from geomap.publish.options import ReportOptions, options_of
from geomap.publish.pdf import print_pdf, the_browser
from geomap.publish.web_page import page_policy, render_page, write_page
from geomap.whole_file import check_target

__all__ = ["check_report_file", "write_report"]


def write_report(
    incidents: gpd.GeoDataFrame,
    path: str | Path,
    *,
    options: ReportOptions | None = None,
    drawn: DrawnMaps | None = None,
    **given: object,
) -> None:
    """Write a report of incidents, in the format of the file's ending.

    Parameters
    ----------
    incidents
        An incident table with points in EPSG:4326. It is not changed.
    path
        ``.html`` (one file that loads nothing), ``.md`` (its pictures stand in a folder beside
        it), ``.docx`` (needs the extra) or ``.pdf`` (needs Chromium, Google Chrome or Edge).
    options
        How it is made; None takes the defaults of `ReportOptions`.
    drawn
        The maps of the same table, where they are drawn already; None draws them.
    **given
        Fields of `ReportOptions` given directly: ``title="May"``, ``lang="ur"``.

    Raises
    ------
    SettingsError
        If the ending is another one, or an option is not known or not allowed.
    SchemaError
        If the table lacks a column, or a cell cannot be read.
    MissingDependencyError
        If the file is a Word document and python-docx is not installed.
    RenderError
        If the file cannot be written, a template is wrong, or there is no Chromium for a PDF.

    Examples
    --------
    >>> import geomap, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "report.md"
    ...     write_report(geomap.incident_table([]), file, title="An empty table")
    ...     print(file.read_text().splitlines()[0])
    # An empty table
    """
    chosen, file = options_of(options, given), Path(path)
    check_report_file(file)
    suffix = file.suffix.lower()
    if suffix != ".html":
        chosen = replace(chosen, interactive=False)
    document = compose(incidents, chosen, drawn=drawn)
    try:
        _WRITERS[suffix](document, file, chosen)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RenderError(f"{file}: cannot be written: {reason}") from error


def check_report_file(file: Path) -> None:
    """Say before the work begins that a report cannot be written to a file.

    Raises
    ------
    SettingsError, MissingDependencyError, RenderError
        As for `write_report`.
    """
    suffix = file.suffix.lower()
    if suffix not in _WRITERS:
        raise SettingsError(
            f"{file.name}: a report is written as one of {', '.join(sorted(_WRITERS))}"
        )
    check_target(file, RenderError)
    if suffix == ".docx":
        python_docx()
    if suffix == ".pdf":
        the_browser(file)


def _html(document: Document, options: ReportOptions) -> str:
    return render_page(
        "report.html", templates=options.templates, lang=options.lang, document=document,
        policy=page_policy(document),
    )  # fmt: skip


def _write_html(document: Document, path: Path, options: ReportOptions) -> None:
    write_page(_html(document, options), path)


def _write_pdf(document: Document, path: Path, options: ReportOptions) -> None:
    print_pdf(_html(document, options), path, until=document.until)


Format = Callable[[Document, Path, ReportOptions], None]

_WRITERS: Mapping[str, Format] = MappingProxyType(
    {
        ".html": _write_html,
        ".pdf": _write_pdf,
        ".md": lambda document, path, _: write_markdown(document, path),
        ".docx": lambda document, path, _: write_docx(document, path),
    },
)

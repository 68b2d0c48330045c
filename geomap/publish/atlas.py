"""`write_atlas`: a page for each district, as one HTML file, a folder of pages, or one PDF."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd

from geomap.errors import RenderError, SettingsError
from geomap.places.units import load_units
from geomap.publish.atlas_pages import Atlas, check_province, compose_atlas, page_key
from geomap.publish.options import ReportOptions, options_of
from geomap.publish.pdf import print_pdf, the_browser
from geomap.publish.web_page import NO_SCRIPTS, render_page, write_page
from geomap.whole_file import check_folder, check_target, whole_files

__all__ = ["check_atlas", "write_atlas"]


def write_atlas(
    incidents: gpd.GeoDataFrame,
    path: str | Path,
    *,
    within: str | None = None,
    options: ReportOptions | None = None,
    **given: object,
) -> None:
    """Write an atlas with a page for each district, those without incidents included.

    Parameters
    ----------
    incidents
        An incident table with points in EPSG:4326. It is not changed.
    path
        ``.html`` (one file with an index), ``.pdf`` (a sheet of A4 for each district; needs
        Chromium, Google Chrome or Edge), or a folder for ``index.html`` and a file for each
        district; it is made when missing, and pages of other districts go that an earlier atlas
        left there.
    within
        The p-code of a province; None takes every district.
    options
        As for `write_report`; the periods, the list and the interactive map are not used.
    **given
        Fields of `ReportOptions` given directly.

    Raises
    ------
    SettingsError
        If the ending or the province is another one, or an option is not allowed.
    SchemaError
        If the table lacks a column, or a cell cannot be read.
    RenderError
        If a file cannot be written, a template is wrong, or there is no Chromium for a PDF.

    Examples
    --------
    >>> import geomap, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_atlas(geomap.incident_table([]), folder, within="PK4")
    ...     print(sorted(file.name for file in Path(folder).iterdir()))
    ['PK401.html', 'index.html']
    """
    chosen, file = options_of(options, given), Path(path)
    check_atlas(file, within=within)
    suffix = file.suffix.lower()
    atlas = compose_atlas(incidents, chosen, within=within)
    try:
        if file.is_dir() or not suffix:
            _write_folder(atlas, file, chosen)
        elif suffix == ".pdf":
            print_pdf(_page(atlas, chosen), file, until=atlas.until)
        else:
            write_page(_page(atlas, chosen), file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RenderError(f"{file}: cannot be written: {reason}") from error


def check_atlas(file: Path, *, within: str | None) -> None:
    """Say before the work begins that an atlas cannot be made or written to a file or a folder.

    Raises
    ------
    SettingsError, RenderError
        As for `write_atlas`.
    """
    suffix = file.suffix.lower()
    if file.is_dir() or not suffix:
        check_folder(file, RenderError)
    elif suffix in {".html", ".pdf"}:
        check_target(file, RenderError)
    else:
        raise SettingsError(f"{file.name}: an atlas is written as .html, .pdf, or into a folder")
    if suffix == ".pdf" and not file.is_dir():
        the_browser(file)
    check_province(within)


def _page(atlas: Atlas, options: ReportOptions) -> str:
    """Return the whole atlas as one page."""
    return _render(atlas, options, index=True, pages=[page.key for page in atlas.pages], own="")


def _write_folder(atlas: Atlas, folder: Path, options: ReportOptions) -> None:
    pages = [f"{page_key(one.pcode)}.html" for one in load_units() if one.level == "admin2"]
    with whole_files(folder, stale=pages) as made:
        write_page(_render(atlas, options, index=True, pages=[], own="index"), made / "index.html")
        for page in atlas.pages:
            text = _render(atlas, options, index=False, pages=[page.key], own=page.key)
            write_page(text, made / f"{page.key}.html")


def _render(
    atlas: Atlas, options: ReportOptions, *, index: bool, pages: list[str], own: str
) -> str:
    """Return a page with some of the atlas; `own` is its file in a folder, or empty."""
    return render_page(
        "atlas.html", templates=options.templates, lang=options.lang, atlas=atlas,
        policy=NO_SCRIPTS, with_index=index, in_folder=bool(own),
        pages=[page for page in atlas.pages if page.key in pages],
    )  # fmt: skip

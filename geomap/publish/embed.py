"""`write_embed`: a map for other people's pages, with what they paste to show it.

The page stands in a sandboxed frame without the rights of the page around it. Beside it stand the
same page in one tag, a picture with an alt text for where frames are taken out, and a text with
the snippet for each sort of page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import geopandas as gpd

from geomap.errors import RenderError, SettingsError
from geomap.maps.figures import DPI, SIZES, Look, StaticFigure, words_of
from geomap.maps.frame import HEIGHT
from geomap.maps.incident_map import IncidentMap, draw_map
from geomap.maps.static import draw_symbols
from geomap.maps.texts import clean_text, cut
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.publish.snippets import Snippets
from geomap.records import Precision
from geomap.summary import summarize
from geomap.whole_file import check_folder, whole_files

__all__ = ["EMBED_CONTROLS", "Embed", "check_embed", "write_embed"]

EMBED_CONTROLS = ("search", "filters", "legend")
"""What a map has around it in a frame, unless other controls are asked for."""

_HEIGHTS = (260, 4000)  # pixels; the page itself needs 260
_PICTURE = "column"
_TITLE_LETTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What `write_embed` wrote.

    `folder` holds the `files`, by name. `title` and `alt` are plain text. `frame`, `srcdoc` and
    `picture` are HTML to paste: the frame of the page, the page inside one tag, and the picture
    that leads to the page. `markdown` is the picture in Markdown.
    """

    folder: Path
    files: tuple[str, ...]
    title: str
    alt: str
    frame: str
    srcdoc: str
    picture: str
    markdown: str


def write_embed(
    incidents: gpd.GeoDataFrame | IncidentMap,
    out: str | Path = "embed.html",
    *,
    url: str | None = None,
    height: int = HEIGHT,
    **given: Any,
) -> Embed:
    """Write a map to embed, its picture, and the snippets that show it.

    Parameters
    ----------
    incidents
        A table that `draw_map` takes, or a map that it made, which is written as it is.
    out
        The page to write, ``.html``, or a folder, which gets an ``embed.html``. The other files
        stand beside it under the same name: ``-srcdoc.html``, ``.png``, ``.svg`` and
        ``-snippets.md``. Folders are made when missing.
    url
        Address, http or https or a path, of the folder where the files will stand; None: beside
        the page that shows them.
    height
        Greatest height of the frame in pixels, 260 to 4000. On a lower screen it takes three
        quarters of it.
    **given
        Options of `draw_map` for a table: ``title``, ``lang``, ``controls`` and the others; the
        controls are `EMBED_CONTROLS` where none are given.

    Returns
    -------
    Embed
        The names of the files and the snippets.

    Raises
    ------
    SchemaError
        If the table cannot be drawn.
    SettingsError
        If a language, a control, the height, the address or the name of the page is not allowed,
        or a finished map is given options, which it has already.
    RenderError
        If the files cannot be written.

    Examples
    --------
    >>> import geopandas, tempfile
    >>> points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([67], [30]), crs=4326)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write_embed(points, folder, title="One point")
    >>> written.frame[:45]
    '<iframe src="embed.html" title="One point" wi'
    """
    page, base = check_embed(Path(out), url=url, height=height)
    drawn = _drawn(incidents, given)
    picture = _picture(drawn)
    snippets = Snippets(
        title=cut(clean_text(drawn.title or drawn.naming.strings["map"]), _TITLE_LETTERS),
        alt=_alt(drawn, picture),
        names=_names(page.stem),
        base=base,
        height=height,
        pixels=_pixels(),
    )
    try:
        return _write(drawn, picture, snippets, page.parent)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RenderError(f"{page.parent}: cannot write there: {reason}") from error


def check_embed(out: Path, *, url: str | None, height: int) -> tuple[Path, str]:
    """Return the page to write and the address of its folder, checked before the work begins.

    Raises
    ------
    SettingsError, RenderError
        As for `write_embed`.
    """
    page = _page_path(out)
    if not _HEIGHTS[0] <= height <= _HEIGHTS[1]:
        least, most = _HEIGHTS
        raise SettingsError(f"height is {height!r}; a frame has {least} to {most} pixels")
    check_folder(page.parent, RenderError)
    return page, _base(url)


def _drawn(incidents: gpd.GeoDataFrame | IncidentMap, given: Mapping[str, Any]) -> IncidentMap:
    """Return the map of a table with the options given, or a finished map as it is."""
    if not isinstance(incidents, IncidentMap):
        return draw_map(incidents, **{"controls": EMBED_CONTROLS, **given})
    if given:
        names = ", ".join(sorted(given))
        raise SettingsError(f"{names}: a finished map has its own; give them to draw_map")
    return incidents


def _page_path(out: Path) -> Path:
    """Return the page to write."""
    if "`" in out.name:
        raise SettingsError(f"{out.name}: the text with the snippets cannot name it: leave out `")
    if out.suffix.lower() in {".html", ".htm"}:
        return out
    if out.is_dir() or not out.suffix:
        return out / "embed.html"
    raise SettingsError(f"{out.name}: a map to embed is a page; name an .html file or a folder")


def _names(stem: str) -> dict[str, str]:
    """Return the names of the files."""
    return {
        "page": f"{stem}.html",
        "srcdoc": f"{stem}-srcdoc.html",
        "png": f"{stem}.png",
        "svg": f"{stem}.svg",
        "guide": f"{stem}-snippets.md",
    }


def _base(url: str | None) -> str:
    """Return the address of the files' folder with its last slash; without one, nothing."""
    if url is None:
        return ""
    text = url.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = None
    if (
        parts is None
        or parts.scheme not in {"", "http", "https"}
        or (parts.scheme and not parts.netloc)
        or parts.query
        or parts.fragment
        or not _ADDRESS.fullmatch(text)
    ):
        raise SettingsError(
            f"url is {cut(clean_text(url), 200)!r}; give a folder's address, https://... or a path",
        )
    return text if text.endswith("/") else f"{text}/"


_ADDRESS = re.compile(r"[A-Za-z0-9._~:/@!$'()*,;=%+\[\]-]+")


def _pixels() -> tuple[int, int]:
    size = SIZES[_PICTURE]
    return round(size.width * DPI), round(size.height * DPI)


def _picture(drawn: IncidentMap) -> StaticFigure:
    """Return the map for print of what a page shows."""
    meta = drawn.plain["data"]["meta"]
    return draw_symbols(
        _table(drawn),
        boundaries=_districts(drawn),
        look=Look(size=_PICTURE, lang=drawn.naming.lang, title=drawn.title),
        data_until=date.fromisoformat(meta["until"]) if meta["until"] else None,
    )


def _districts(drawn: IncidentMap) -> BoundarySet | None:
    given = drawn.boundaries
    return load_boundaries(given) if isinstance(given, str) else given


def _table(drawn: IncidentMap) -> gpd.GeoDataFrame:
    """Return the map's table with the columns that are counted, read as `draw_map` reads it."""
    table = drawn.incidents
    if table is None:
        raise SettingsError("the map has no table; make it with draw_map")
    given = {name: None for name in _COUNTED if name not in table}
    filled: gpd.GeoDataFrame = table.assign(**given)
    if "kind" in given:
        filled["kind"] = "incident"
    if "precision" in given:
        filled["precision"] = Precision.SETTLEMENT.value
    return filled


_COUNTED = (
    "kind", "precision", "country", "admin1_pcode", "admin2_pcode", "fatalities_best",
    "injured_best",
)  # fmt: skip


def _alt(drawn: IncidentMap, picture: StaticFigure) -> str:
    """Return what the picture shows and how many people were killed and injured."""
    words = words_of(drawn.naming.lang)
    totals = summarize(_table(drawn), by=None)[["fatalities", "injured"]].sum()
    people = words("alt_people", killed=int(totals["fatalities"]), injured=int(totals["injured"]))
    return clean_text(f"{picture.alt} {people}", isolates=True)


def _write(drawn: IncidentMap, picture: StaticFigure, snippets: Snippets, folder: Path) -> Embed:
    """Write every file, all of them or none."""
    content = io.BytesIO()
    drawn.save(content, close_file=False)
    page = content.getvalue()
    srcdoc = snippets.srcdoc(page.decode("ascii"))
    sizes = {"page": len(page), "srcdoc": len(srcdoc)}
    guide = snippets.guide({name: round(size / 1000) for name, size in sizes.items()})
    texts = {"page": page, "srcdoc": f"{srcdoc}\n".encode(), "guide": f"{guide}\n".encode()}
    names = snippets.names
    with whole_files(folder) as made:
        for key, text in texts.items():
            (made / names[key]).write_bytes(text)
        for key in ("png", "svg"):
            picture.save(made / names[key])
    return Embed(
        folder=folder,
        files=tuple(names.values()),
        title=snippets.title,
        alt=snippets.alt,
        frame=snippets.frame,
        srcdoc=srcdoc,
        picture=snippets.picture,
        markdown=snippets.markdown,
    )

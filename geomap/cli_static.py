"""The options of ``geomap draw-map`` for maps that are printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geomap.errors import SettingsError
from geomap.whole_file import check_target

if TYPE_CHECKING:
    from geomap.cli_sources import Found
    from geomap.maps.figures import Look, StaticFigure

__all__ = ["Asked"]

Shade = Annotated[
    str | None,
    typer.Option(help="For print: shade districts by this column, such as incidents_per_100k."),
]
SizeOf = Annotated[str | None, typer.Option("--size", help="For print: page, slide or column.")]
Lang = Annotated[str, typer.Option(help="Language of the map: en or ur (Urdu).")]
Within = Annotated[
    str | None,
    typer.Option(help="For print: the p-code of a province, or without --shade of a district."),
]

_ENDINGS = (".png", ".svg", ".pdf")
_PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a map for print was asked for."""

    shade: str | None
    size: str | None
    lang: str
    within: str | None
    title: str | None

    def check(self, out: Path, of_page: list[str]) -> bool:
        """Say whether a map for print is wanted; `of_page` names options that are for a page.

        Raises
        ------
        SettingsError
            If options of one sort of map are given with a file of the other, the ending is none
            of a map, or a size or a language is not known.
        DataError
            If the file is a folder, or lies in no folder.
        """
        check_target(out)
        if out.suffix.lower() in _ENDINGS:
            if of_page:
                are = "is" if len(of_page) == 1 else "are"
                names = " and ".join(of_page)
                raise SettingsError(f"{out.name}: {names} {are} for a page (.html)")
            self._look()
            return True
        if out.suffix.lower() not in _PAGES:
            raise SettingsError(
                f"{out.name}: a map is written as .html, or for print as .png, .svg or .pdf"
            )
        if self.shade or self.size or self.within:
            raise SettingsError(
                f"{out.name}: --shade, --size and --within are for .png, .svg and .pdf",
            )
        return False

    def draw(self, found: Found) -> StaticFigure:
        """Return the map."""
        from geomap.maps.static import draw_symbols, draw_units

        look = self._look()
        if self.shade is None:
            return draw_symbols(found.table, look=look, data_until=found.until)
        from geomap.summary import summarize

        counted = summarize(found.table)
        return draw_units(counted, value=self.shade, look=look, data_until=found.until)

    def _look(self) -> Look:
        from geomap.maps.figures import Look

        return Look(size=self.size or "page", lang=self.lang, title=self.title, within=self.within)

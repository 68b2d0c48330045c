"""The options of ``geomap write-report`` and ``geomap write-atlas``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geomap.cli_summary import days_of
from geomap.errors import SettingsError

if TYPE_CHECKING:
    from geomap.publish.options import ReportOptions

__all__ = ["Asked"]

ReportFile = Annotated[Path, typer.Option("--out", "-o", help="A .html .md .docx or .pdf file.")]
AtlasFile = Annotated[
    Path, typer.Option("--out", "-o", help="A .html or .pdf file, or a folder of pages.")
]
ReportTitle = Annotated[str | None, typer.Option("--title", help="The document's title.")]
Lang = Annotated[str, typer.Option(help="Language: en or ur (Urdu).")]
Boundaries = Annotated[str | None, typer.Option(help="The districts to use, by name.")]
Before = Annotated[
    str | None, typer.Option(help="The first of two periods: 2025-01-01..2025-06-30.")
]
After = Annotated[str | None, typer.Option(help="The second of two periods to compare.")]
Listed = Annotated[
    str, typer.Option(help="How many incidents are listed, the latest first: a number, or all.")
]
Live = Annotated[
    bool, typer.Option("--interactive/--static", help="Whether HTML holds the interactive map.")
]
Templates = Annotated[
    Path | None, typer.Option(help="A folder of templates that are taken before geomap's own.")
]
Within = Annotated[str | None, typer.Option(help="The p-code of a province; all if left out.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a report or an atlas was asked for."""

    title: str | None
    lang: str
    quotes: bool
    boundaries: str | None
    templates: Path | None
    listed: str = "1000"
    interactive: bool = True
    before: str | None = None
    after: str | None = None

    def options(self) -> ReportOptions:
        """Return the options, checked before anything is read.

        Raises
        ------
        SettingsError
            If one of them is not allowed.
        """
        from geomap.places.boundaries import load_boundaries
        from geomap.publish.options import ReportOptions

        return ReportOptions(
            title=self.title,
            lang=self.lang,
            quotes=self.quotes,
            boundaries=load_boundaries(self.boundaries) if self.boundaries else None,
            templates=self.templates,
            listed=_number(self.listed),
            interactive=self.interactive,
            before=days_of(self.before) if self.before else None,
            after=days_of(self.after) if self.after else None,
        )


def _number(text: str) -> int | None:
    """Return the number that ``--listed`` gives; None for ``all``."""
    if text == "all":
        return None
    if not text.isdecimal():
        raise SettingsError(f"--listed is {text!r}; it must be a whole number, or all")
    return int(text)

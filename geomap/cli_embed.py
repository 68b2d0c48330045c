"""The options of ``geomap write-embed``, and what it says when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geomap.console import say

if TYPE_CHECKING:
    from geomap.cli_sources import Found

__all__ = ["Asked", "control_names"]

Out = Annotated[
    Path, typer.Option("--out", "-o", help="The page to write (.html), or a folder for it.")
]
Lang = Annotated[str, typer.Option(help="Language of the map: en or ur (Urdu).")]
Controls = Annotated[
    str | None,
    typer.Option(
        help="What stands around the map: all, none, or some of search,filters,list,download,"
        "timeline,layers,legend."
    ),
]
Url = Annotated[
    str | None, typer.Option(help="Address of the folder where the files will stand on the web.")
]
Height = Annotated[int, typer.Option(help="Greatest height of the frame in pixels.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a map to embed was asked for."""

    title: str | None
    lang: str
    controls: str | None
    quotes: bool
    url: str | None
    height: int

    def check(self, out: Path) -> None:
        """Refuse what cannot be written, before anything is read.

        Raises
        ------
        GeomapError
            What `geomap.write_embed` raises.
        """
        from geomap.publish.embed import check_embed

        check_embed(out, url=self.url, height=self.height)

    def write(self, found: Found, out: Path) -> None:
        """Write the map and print the snippet of its frame.

        Raises
        ------
        GeomapError
            What `geomap.write_embed` raises.
        """
        from geomap.maps.incident_map import draw_map
        from geomap.publish.embed import EMBED_CONTROLS, write_embed

        controls = EMBED_CONTROLS if self.controls is None else control_names(self.controls)
        drawn = draw_map(
            found.table, title=self.title, lang=self.lang, quotes=self.quotes, controls=controls,
            data_until=found.until,
        )  # fmt: skip
        written = write_embed(drawn, out, url=self.url, height=self.height)
        typer.echo(written.frame)
        say(f"wrote {written.folder / written.files[0]} and {len(written.files) - 1} more files; "
            f"{written.files[-1]} says what to paste where")  # fmt: skip


def control_names(text: str | None) -> tuple[str, ...] | None:
    """Return the controls that an option names; None is all of them.

    Examples
    --------
    >>> control_names("legend, search"), control_names("none"), control_names("all")
    (('legend', 'search'), (), None)
    """
    if text is None or text == "all":
        return None
    return () if text == "none" else tuple(one.strip() for one in text.split(","))

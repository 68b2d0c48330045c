"""Figures for print as pictures of a report."""

from __future__ import annotations

import io

from geomap.maps.figures import StaticFigure, drawing
from geomap.maps.texts import clean_text, cut
from geomap.publish.blocks import Picture

__all__ = ["picture_of"]

_DPI = 200
"""Dots per inch: sharp on paper at the width of a page, and no larger a file than it needs."""

_LONGEST_ALT = 900  # characters


def picture_of(figure: StaticFigure, *, name: str, caption: str = "") -> Picture:
    """Return a figure as PNG with its text for those who cannot see it.

    Parameters
    ----------
    figure
        A map or chart for print.
    name
        The picture's name, which becomes that of a file in some formats.
    caption
        What stands below it; empty takes the figure's title.
    """
    buffer = io.BytesIO()
    with drawing(figure.look):
        figure.figure.savefig(
            buffer,
            format="png",
            dpi=_DPI,
            metadata={"Software": None},
            pil_kwargs={"compress_level": 6},
        )
    width, height = figure.figure.get_size_inches()
    return Picture(
        name=name,
        caption=clean_text(caption or figure.title),
        alt=cut(clean_text(figure.alt, isolates=True), _LONGEST_ALT),
        png=buffer.getvalue(),
        width_in=float(width),
        height_in=float(height),
    )

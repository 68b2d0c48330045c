"""The legend of a static map: rows of a swatch and its words, from either side of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geomap.maps.figures import Look, Words, block_height, lettering, wrap
from geomap.maps.ground import Ground

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "Legend",
    "LegendLine",
    "badge",
    "boundary_rows",
    "box",
    "circle",
    "heading",
    "line",
]

Painter = Callable[["Axes", float, float, float], None]
"""Paints a swatch: axes in inches, x and y of its middle, and its height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendLine:
    """A row: its words, and what paints its swatch (None: a heading). `tall` is in inches."""

    words: str
    paint: Painter | None = None
    tall: float = 0.0


def heading(words: str) -> LegendLine:
    """Return a row of words alone."""
    return LegendLine(words=words)


def box(words: str, colour: str, **style: Any) -> LegendLine:
    """Return a row with a coloured box."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 # slow to load

    style = {"edgecolor": "#6d6658", "linewidth": 0.4, **style}

    def paint(axes: Axes, x: float, y: float, tall: float) -> None:
        wide = tall * 1.6
        axes.add_patch(
            Rectangle((x - wide / 2, y - tall / 2), wide, tall, facecolor=colour, **style)
        )

    return LegendLine(words=words, paint=paint)


def circle(words: str, radius: float, **style: Any) -> LegendLine:
    """Return a row with a circle whose radius is in inches."""
    from matplotlib.patches import Circle  # noqa: PLC0415 # slow to load

    def paint(axes: Axes, x: float, y: float, tall: float) -> None:
        del tall
        axes.add_patch(Circle((x, y), radius, **style))

    return LegendLine(words=words, paint=paint, tall=2 * radius)


def line(words: str, colour: str, **style: Any) -> LegendLine:
    """Return a row with a piece of a line."""

    def paint(axes: Axes, x: float, y: float, tall: float) -> None:
        axes.plot([x - tall, x + tall], [y, y], color=colour, **style)

    return LegendLine(words=words, paint=paint)


def badge(words: str, text: str, *, colour: str, face: str) -> LegendLine:
    """Return a row with a number in a box, as it stands on the map."""

    def paint(axes: Axes, x: float, y: float, tall: float) -> None:
        frame = {"boxstyle": "round,pad=0.25", "facecolor": face, "edgecolor": colour}
        axes.text(
            x, y, text, fontsize=tall * 52, color=colour, ha="center", va="center",
            fontfamily=lettering(text)["fontfamily"], bbox={**frame, "linewidth": 0.6},
        )  # fmt: skip

    return LegendLine(words=words, paint=paint)


def boundary_rows(words: Words, *, ground: Ground, look: Look) -> list[LegendLine]:
    """Return the rows of the lines that a map shows."""
    dashed = {"linestyle": (0, (3, 1.5))} if ground.approximate else {}
    district = words("district_line" if ground.approximate else "district_line_exact")
    rows = [
        line(words("province_line"), "#8f8775", linewidth=0.9),
        line(district, "#b5ab98", linewidth=0.6, **dashed),
    ]
    if look.within in {None, *_BY_THE_CONTROL_LINE}:
        style = {"linewidth": 1.1, "linestyle": (0, (4, 2))}
        rows.append(line(words("control_line"), "#6d6658", **style))
    return rows


_BY_THE_CONTROL_LINE = ("PK1", "PK3")


@dataclass(slots=True)
class Legend:
    """Rows laid out in a column of a given width; `height` is what they need, in inches."""

    figure: Figure
    look: Look
    rows: Sequence[LegendLine]
    width: float
    _kept: list[tuple[LegendLine, str, float]] = field(default_factory=list, repr=False)

    @property
    def _text(self) -> float:
        return self.look.inches.text

    @property
    def _swatch(self) -> float:
        return self._text / 72 * 1.0

    def _indent(self) -> float:
        widest = max((row.tall for row in self.rows), default=0.0)
        return max(self._swatch * 2.4, widest) + 0.5 * self._swatch

    def _laid(self) -> list[tuple[LegendLine, str, float]]:
        """Return each row with its wrapped words and its height."""
        if self._kept:
            return self._kept
        laid = self._kept
        for row in self.rows:
            weight = "bold" if row.paint is None else "normal"
            room = self.width - (0 if row.paint is None else self._indent())
            words = wrap(self.figure, row.words, width=room, size=self._text, weight=weight)
            tall = block_height(self.figure, words, size=self._text, weight=weight)
            laid.append((row, words, max(tall, row.tall, self._swatch) + 0.45 * self._swatch))
        return laid

    @property
    def height(self) -> float:
        """Inches from the first row to the last."""
        return sum(tall for _, _, tall in self._laid())

    def draw(self, axes: Axes, *, left: float, top: float) -> float:
        """Draw the rows below `top` on axes in inches; return where they end."""
        right_to_left = self.look.right_to_left
        y = top
        for row, words, tall in self._laid():
            indent = 0.0 if row.paint is None else self._indent()
            middle = y - tall / 2
            if row.paint is not None:
                from_edge = (indent - 0.5 * self._swatch) / 2
                x = left + (self.width - from_edge if right_to_left else from_edge)
                row.paint(axes, x, middle, self._swatch)
            axes.text(
                left + (self.width - indent if right_to_left else indent), middle, words,
                fontsize=self._text, ha="right" if right_to_left else "left", va="center",
                fontweight="bold" if row.paint is None else "normal", color="#1f1d19",
                **lettering(words),
            )  # fmt: skip
            y -= tall
        return y

"""How the parts of a static map share the page: title, map, legend, inset and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from geomap.maps.figures import Look, StaticFigure, block_height, lettering, new_figure, panel, wrap
from geomap.maps.legend import Legend, LegendLine

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["MapDrawing", "Parts", "Sheet", "chart_sheet", "finished_map"]

_EDGE = 0.06  # inches
_GAP = 0.1
_WIDEST = 1.3  # width of a map of the country for its height: beyond is no land to show
_INK, _SOFT = "#1f1d19", "#5c574b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a map says beside itself: title, a line below it, legend rows and notes."""

    title: str
    subtitle: str
    legend: Sequence[LegendLine]
    notes: Sequence[str]
    inset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page laid out: axes for the map and, where there is one, for the inset.

    `width` and `height` are those of the map in inches.
    """

    figure: Figure
    axes: Axes
    width: float
    height: float
    inset: Axes | None
    inset_width: float = 0.0
    inset_height: float = 0.0


class MapDrawing(Protocol):
    """A map for print that knows what it shows and can draw it on a sheet."""

    @property
    def title(self) -> str:
        """The heading."""

    @property
    def subtitle(self) -> str:
        """The line below it; empty is none."""

    def account(self) -> str:
        """Say what is counted and where the rest is; empty is nothing to say."""

    def legend(self) -> list[LegendLine]:
        """Return the rows of the legend."""

    def inset_name(self) -> str | None:
        """Return what stands over the inset; None is no inset."""

    def alt(self) -> str:
        """Say what is to be seen, for those who cannot."""

    def draw(self, sheet: Sheet) -> None:
        """Draw on a sheet that is laid out."""


def finished_map(
    drawn: MapDrawing, look: Look, about: Sequence[str], data_until: date | None
) -> StaticFigure:
    """Lay a map out, draw it, and return it with its notes; `about` are the lines behind them."""
    notes = [note for note in (drawn.account(), *about) if note]
    parts = Parts(
        title=drawn.title,
        subtitle=drawn.subtitle,
        legend=drawn.legend(),
        notes=notes,
        inset=drawn.inset_name(),
    )
    sheet = lay_out(look, parts)
    drawn.draw(sheet)
    return StaticFigure(
        figure=sheet.figure,
        look=look,
        title=drawn.title,
        alt=drawn.alt(),
        notes=tuple(notes),
        data_until=data_until,
    )


def lay_out(look: Look, parts: Parts) -> Sheet:
    """Write title, legend and notes, and return the page with room for the map.

    The notes stand at the bottom, the title at the top; the legend and the inset stand beside the
    map on a slide, below it on a page or in a column. The map has what is left.
    """
    figure = new_figure(look)
    size = look.inches
    top = _head(figure, look, parts)
    bottom = _foot(figure, look, parts.notes)
    if look.size == "slide":
        return _beside(figure, look, parts, (bottom, top))
    wants_inset = parts.inset is not None and look.size != "column"
    across = size.width - 2 * _EDGE
    inset_side = 0.34 * across if wants_inset else 0.0
    columns = 1 if wants_inset else 2
    room = across - inset_side - (_GAP if wants_inset else 0)
    stacks = _stacks(figure, look, parts.legend, columns=columns, width=room)
    tall = max(stack.height for stack in stacks)
    tall = max(tall, inset_side * 0.85)
    floor = bottom + tall + 2 * _GAP
    _draw_stacks(panel(figure, 0, 0, size.width, size.height), stacks, look,
                 left=_inset_left(look, inset_side, wants_inset=wants_inset),
                 top=floor - _GAP)  # fmt: skip
    axes = _map_axes(figure, _EDGE, floor, across, top - floor)
    inset = None
    if wants_inset:
        left = _EDGE if look.right_to_left else size.width - _EDGE - inset_side
        inset = _inset_axes(figure, look, parts, (left, floor - _GAP, inset_side, tall))
    return Sheet(figure=figure, axes=axes, width=across, height=top - floor, inset=inset,
                 inset_width=inset_side, inset_height=tall - _label_height(look))  # fmt: skip


def chart_sheet(look: Look, parts: Parts, tall: float) -> Sheet:
    """Lay out a chart: title, axes, legend below them and notes.

    `tall` is the share of the room that the axes may take; the figure is cut to what is used.
    """
    figure = new_figure(look)
    size = look.inches
    bottom = _foot(figure, look, parts.notes)
    across = size.width - 2 * _EDGE
    stacks = _stacks(figure, look, parts.legend, columns=2, width=across) if parts.legend else []
    legend = max((stack.height for stack in stacks), default=0.0) + (_GAP if stacks else 0)
    ticks = size.text / 72 * 2.2
    head = _head(figure, look, parts)
    room = (head - bottom - legend - ticks - 2 * _GAP) * tall
    height = bottom + legend + ticks + room + (size.height - head) + 2 * _GAP
    figure.set_size_inches(size.width, height)
    for text in list(figure.texts):
        text.remove()
    _foot(figure, look, parts.notes)
    top = _head(figure, look, parts)
    if stacks:
        _draw_stacks(panel(figure, 0, 0, size.width, height), stacks, look, left=_EDGE,
                     top=bottom + legend)  # fmt: skip
    aside = size.text / 72 * 3.2
    left = _EDGE + (0.35 * aside if look.right_to_left else aside)
    width = across - 1.35 * aside
    axes = _map_axes(figure, left, top - room - _GAP, width, room)
    return Sheet(figure=figure, axes=axes, width=width, height=room, inset=None)


def _inset_left(look: Look, inset_side: float, *, wants_inset: bool) -> float:
    return _EDGE + (inset_side + _GAP if wants_inset and look.right_to_left else 0)


def _beside(figure: Figure, look: Look, parts: Parts, limits: tuple[float, float]) -> Sheet:
    """Lay out a slide: legend and inset beside the map."""
    bottom, top = limits
    size = look.inches
    across = min((top - bottom - _GAP) * _WIDEST, 0.68 * size.width)
    side = size.width - across - 2 * _EDGE - 2 * _GAP
    left_of_panel = _EDGE if look.right_to_left else size.width - _EDGE - side
    left_of_map = _EDGE + (side + 2 * _GAP if look.right_to_left else 0)
    whole = panel(figure, 0, 0, size.width, size.height)
    (stack,) = _stacks(figure, look, parts.legend, columns=1, width=side)
    end = _draw_stacks(whole, [stack], look, left=left_of_panel, top=top)
    axes = _map_axes(figure, left_of_map, bottom + _GAP, across, top - bottom - _GAP)
    inset, tall = None, end - bottom - 2 * _GAP
    if parts.inset is not None and tall > 0.25 * size.height:
        tall = min(tall, side * 0.8)
        side = min(side, tall * _WIDEST)
        left_of_panel += stack.width - side if look.right_to_left else 0
        inset = _inset_axes(figure, look, parts, (left_of_panel, bottom + _GAP + tall, side, tall))
    return Sheet(figure=figure, axes=axes, width=across, height=top - bottom - _GAP, inset=inset,
                 inset_width=side, inset_height=tall - _label_height(look))  # fmt: skip


def _head(figure: Figure, look: Look, parts: Parts) -> float:
    """Write the title and the line below it; return where they end, in inches."""
    size = replace(look.inches, height=float(figure.get_size_inches()[1]))
    x = 1 - _EDGE / size.width if look.right_to_left else _EDGE / size.width
    side = "right" if look.right_to_left else "left"
    y = size.height - _EDGE
    for text, points, weight, colour in (
        (parts.title, size.text * 1.6, "bold", _INK),
        (parts.subtitle, size.text * 1.05, "normal", _SOFT),
    ):
        if not text:
            continue
        words = wrap(figure, text, width=size.width - 2 * _EDGE, size=points, weight=weight)
        words = "\n".join(words.split("\n")[:3])
        figure.text(x, y / size.height, words, fontsize=points, fontweight=weight, color=colour,
                    ha=side, va="top", **lettering(words))  # fmt: skip
        y -= block_height(figure, words, size=points, weight=weight) + points / 72 * 0.5
    return y - 0.02


def _foot(figure: Figure, look: Look, notes: Sequence[str]) -> float:
    """Write the notes at the bottom; return where they begin, in inches."""
    size = replace(look.inches, height=float(figure.get_size_inches()[1]))
    points = size.text * 0.82
    x = 1 - _EDGE / size.width if look.right_to_left else _EDGE / size.width
    side = "right" if look.right_to_left else "left"
    y = _EDGE
    for note in reversed(notes):
        words = wrap(figure, note, width=size.width - 2 * _EDGE, size=points)
        figure.text(x, y / size.height, words, fontsize=points, color=_SOFT, ha=side, va="bottom",
                    **lettering(words))  # fmt: skip
        y += block_height(figure, words, size=points) + points / 72 * 0.3
    return y


def _stacks(
    figure: Figure, look: Look, rows: Sequence[LegendLine], *, columns: int, width: float
) -> list[Legend]:
    """Split the legend into columns of about the same height; a heading stays with its rows."""
    if columns == 1 or len(rows) < 6:
        return [Legend(figure, look, rows, width)]
    narrow = (width - _GAP) / 2
    best = None
    for cut in range(2, len(rows)):
        if rows[cut - 1].paint is None:
            continue
        pair = [Legend(figure, look, part, narrow) for part in (rows[:cut], rows[cut:])]
        tall = max(one.height for one in pair)
        if best is None or tall < best[0]:
            best = (tall, pair)
    return best[1] if best is not None else [Legend(figure, look, rows, width)]


def _draw_stacks(
    axes: Axes, stacks: Sequence[Legend], look: Look, *, left: float, top: float
) -> float:
    """Draw the columns of a legend; the first is on the side where reading begins."""
    ends = []
    ordered = reversed(stacks) if look.right_to_left else stacks
    for stack in ordered:
        ends.append(stack.draw(axes, left=left, top=top))
        left += stack.width + _GAP
    return min(ends)


def _map_axes(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    size = figure.get_size_inches()
    return figure.add_axes(
        (left / size[0], bottom / size[1], width / size[0], height / size[1]),
    )


def _label_height(look: Look) -> float:
    return look.inches.text / 72 * 1.6


def _inset_axes(
    figure: Figure, look: Look, parts: Parts, place: tuple[float, float, float, float]
) -> Axes:
    """Return axes for the inset with its name above; `place` is left, top, width and height."""
    left, top, width, height = place
    size = look.inches
    label = _label_height(look)
    right_to_left = look.right_to_left
    figure.text(
        (left + (width if right_to_left else 0)) / size.width, top / size.height,
        parts.inset or "", fontsize=size.text, fontweight="bold", color=_INK,
        ha="right" if right_to_left else "left", va="top", **lettering(parts.inset or ""),
    )  # fmt: skip
    return _map_axes(figure, left, top - height, width, height - label)

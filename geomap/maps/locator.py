"""A small map of the country that shows where the large one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geomap.maps.ground import Ground, View, draw_ground, outline, shade, view_of
from geomap.maps.palette import THEMES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw_hole", "draw_locator"]

_THEME = THEMES["light"]


def draw_locator(axes: Axes, ground: Ground, view: View, inches: tuple[float, float]) -> None:
    """Draw the country on axes of this width and height in inches, and on it the view."""
    whole = view_of(ground.focus(None), width=inches[0], height=inches[1])
    draw_ground(axes, ground, whole)
    outline(axes, ground.provinces.geometry, _THEME.province, linewidths=0.4, zorder=5)
    shade(axes, [view.box.intersection(whole.box)], ["#b3331d22"], edgecolors="#b3331d",
          linewidths=0.9, zorder=9)  # fmt: skip


def draw_hole(axes: Axes, view: View) -> None:
    """Show on a map what its inset enlarges."""
    from matplotlib.patches import Rectangle  # noqa: PLC0415 # slow to load

    axes.add_patch(
        Rectangle((view.west, view.south), view.width, view.north - view.south, fill=False,
                  edgecolor="#35322b", linewidth=0.8, zorder=13),
    )  # fmt: skip

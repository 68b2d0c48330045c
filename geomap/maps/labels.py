"""Names on a static map: each tried in several places, and left out where none is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from geomap.maps.figures import ink
from geomap.maps.figures import lettering as script

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["AREA_PLACES", "POINT_PLACES", "Labeller", "Lettering"]

POINT_PLACES = (
    (1, 0, "left", "center"), (-1, 0, "right", "center"), (0, 1, "center", "bottom"),
    (0, -1, "center", "top"), (0.8, 0.8, "left", "bottom"), (-0.8, 0.8, "right", "bottom"),
    (0.8, -0.8, "left", "top"), (-0.8, -0.8, "right", "top"),
)  # fmt: skip
"""Directions from a point, best first, with the alignment of the text."""

AREA_PLACES = (
    (0, 0, "center", "center"), (0, 1, "center", "center"), (0, -1, "center", "center"),
    (1, 0, "center", "center"), (-1, 0, "center", "center"), (0, 2, "center", "center"),
    (0, -2, "center", "center"), (2, 0, "center", "center"), (-2, 0, "center", "center"),
)  # fmt: skip
"""Steps from the middle of an area, best first."""

Places = tuple[tuple[float, float, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """How a name is written: points, colour, weight, style, and the steps that it is moved by."""

    size: float
    colour: str = "#35322b"
    weight: str = "normal"
    style: str = "normal"
    step: float = 3.0
    places: Places = POINT_PLACES
    boxed: str | None = None
    halo: str = "#fffdf8"

    def moved(self, step: float) -> Lettering:
        """Return the same lettering with another step, in points."""
        return replace(self, step=step)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page, in dots."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Say whether two rectangles share more than an edge."""
        return (
            self.left < other.right and other.left < self.right
            and self.bottom < other.top and other.bottom < self.top
        )  # fmt: skip

    def holds(self, other: Box) -> bool:
        """Say whether another rectangle lies inside."""
        return (
            self.left <= other.left and other.right <= self.right
            and self.bottom <= other.bottom and other.top <= self.top
        )  # fmt: skip


class Labeller:
    """Writes names on axes so that none overlaps another, a symbol or the frame.

    Boxes are those of the page, in dots.
    """

    def __init__(self, axes: Axes) -> None:
        self._axes = axes
        self._taken: list[Box] = []
        self._circles = np.empty((0, 4))
        frame = axes.get_window_extent()
        self._frame = Box(frame.x0, frame.y0, frame.x1, frame.y1)

    @property
    def figure(self) -> Any:
        """The figure that the axes belong to."""
        return self._axes.figure

    def town(self, name: str, x: float, y: float, lettering: Lettering) -> None:
        """Write the name of a town beside its dot, if there is room for both."""
        size = lettering.size * 0.33
        across, up = self._axes.transData.transform((x, y))
        half = size / 2 * self.figure.dpi / 72
        dot = Box(across - half, up - half, across + half, up + half)
        if not self._is_free(dot):
            return
        if self.write(name, x, y, lettering):
            self._taken.append(dot)
            self._axes.plot([x], [y], marker="o", markersize=size, color=lettering.colour,
                            markeredgewidth=0, zorder=11)  # fmt: skip

    def block(self, box: Any) -> None:
        """Keep a part of the page free of names: a box of matplotlib's, in dots."""
        air = self.figure.dpi * _AIR
        self._taken.append(Box(box.x0 - air, box.y0 - air, box.x1 + air, box.y1 + air))

    def block_circles(self, places: Sequence[tuple[float, float]], radii: Sequence[float]) -> None:
        """Keep circles around points of the axes free, as their boxes; radii are in inches."""
        if not places:
            return
        middles = self._axes.transData.transform(np.asarray(places, dtype=float))
        dots = np.asarray(radii, dtype=float)[:, None] * self.figure.dpi
        self._circles = np.hstack([middles - dots, middles + dots])

    def _is_free(self, box: Box, *, over_circles: bool = False) -> bool:
        if not self._frame.holds(box) or any(box.meets(other) for other in self._taken):
            return False
        left, bottom, right, top = self._circles.T
        across = (box.left < right) & (left < box.right)
        return over_circles or not bool((across & (box.bottom < top) & (bottom < box.top)).any())

    def write(
        self, text: str, x: float, y: float, lettering: Lettering, *, over_circles: bool = False
    ) -> bool:
        """Write a name at the first free place around a point; say whether there was one."""
        letters = ink(self.figure, text, size=lettering.size, weight=lettering.weight)
        width, height = letters.width, letters.height
        pad = lettering.size * (_BOX_PAD if lettering.boxed else _HALO) / 72
        dots = self.figure.dpi
        across, up = self._axes.transData.transform((x, y))
        for right, above, side, level in lettering.places:
            left = right * lettering.step / 72 - width * _SHARES[side]
            bottom = above * lettering.step / 72 - height * _SHARES[level]
            box = Box(
                across + (left - pad) * dots, up + (bottom - pad) * dots,
                across + (left + width + pad) * dots, up + (bottom + height + pad) * dots,
            )  # fmt: skip
            if self._is_free(box, over_circles=over_circles):
                self._taken.append(box)
                if lettering.boxed is not None:
                    self._frame_text(box, lettering)
                self._put(text, (x, y), (left * 72, (bottom + letters.below) * 72), lettering)
                return True
        return False

    def write_somewhere(
        self,
        text: str,
        spots: Sequence[tuple[float, float]],
        lettering: Lettering,
        *,
        always: bool = False,
    ) -> tuple[float, float] | None:
        """Write a text at the first free one of several places; return which.

        With `always` it may stand on circles, then beside the first place, then on anything.
        """
        for over_circles in (False, True) if always else (False,):
            for x, y in spots:
                if self.write(text, x, y, lettering, over_circles=over_circles):
                    return x, y
        if not always:
            return None
        x, y = spots[0]
        around = replace(lettering, places=AREA_PLACES, step=lettering.size)
        if not self.write(text, x, y, around, over_circles=True):
            others, circles = self._taken, self._circles
            self._taken, self._circles = [], np.empty((0, 4))
            self.write(text, x, y, lettering)
            self._taken, self._circles = [*others, *self._taken], circles
        return x, y

    def _put(
        self, text: str, at: tuple[float, float], moved: tuple[float, float], lettering: Lettering
    ) -> None:
        """Write a text whose line begins so many points from a point."""
        from matplotlib.patheffects import withStroke  # noqa: PLC0415 # slow to load

        note: Any = self._axes.annotate(
            text, at, xytext=moved, textcoords="offset points", fontsize=lettering.size,
            color=lettering.colour, fontweight=lettering.weight, fontstyle=lettering.style,
            zorder=15, annotation_clip=False, ha="left", va="baseline",
            fontfamily=script(text)["fontfamily"],
        )  # fmt: skip
        if lettering.boxed is None:
            stroke = withStroke(linewidth=lettering.size * 0.22, foreground=lettering.halo)
            note.set_path_effects([stroke])

    def _frame_text(self, box: Box, lettering: Lettering) -> None:
        """Draw the box of a text, in the units of the axes, so that it fits at any resolution."""
        from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415 # slow to load

        inverse = self._axes.transData.inverted()
        west, south = inverse.transform((box.left, box.bottom))
        east, north = inverse.transform((box.right, box.top))
        rounding = (north - south) * 0.18
        self._axes.add_patch(
            FancyBboxPatch((west, south), east - west, north - south, linewidth=0.6, zorder=14,
                           boxstyle=f"round,pad=0,rounding_size={rounding}",
                           facecolor=lettering.boxed, edgecolor=lettering.colour),
        )  # fmt: skip


_AIR = 0.04  # inches
_SHARES = {"left": 0.0, "bottom": 0.0, "center": 0.5, "right": 1.0, "top": 1.0}
_BOX_PAD, _HALO = 0.35, 0.1  # of the size of the text

"""Classes of a choropleth: their breaks, colours and true labels."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

import numpy as np
import numpy.typing as npt

__all__ = ["NO_FIGURE", "ZERO", "ClassedValues", "classify"]

SHADES = {
    1: ("#e34a33",),
    2: ("#fdbb84", "#d7301f"),
    3: ("#fdcc8a", "#fc8d59", "#d7301f"),
    4: ("#fdcc8a", "#fc8d59", "#e34a33", "#b30000"),
    5: ("#fdd49e", "#fdbb84", "#fc8d59", "#e34a33", "#b30000"),
}
"""From light to dark, in one hue: read alike in every form of colour blindness and in grey."""

ZERO, NO_FIGURE = "#fbf9f3", "#d9d6cd"
_MOST = 5

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """One class: its colour, the lowest and highest figure in it, and how many units are."""

    colour: str
    low: float
    high: float
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassedValues:
    """The colour of each unit, and the classes that there are, lowest first.

    `zeros` and `missing` are the numbers of units with a figure of 0 and without one.
    """

    colours: tuple[str, ...]
    shades: tuple[Shade, ...]
    zeros: int
    missing: int


def classify(values: Sequence[float] | Floats) -> ClassedValues:
    """Put the figures of units into at most five classes, 0 and missing figures apart.

    Breaks are Fisher's and Jenks' natural ones; up to five different figures are a class each. A
    class is named by the lowest and highest figure in it, so that no label says what is not there.

    Examples
    --------
    >>> found = classify([0, 1, 1, 7, float("nan")])
    >>> [(shade.low, shade.high, shade.units) for shade in found.shades]
    [(1.0, 1.0, 2), (7.0, 7.0, 1)]
    >>> found.zeros, found.missing
    (1, 1)
    """
    figures = np.asarray(values, dtype=np.float64)
    some = np.flatnonzero(~np.isnan(figures) & (figures != 0))
    number = np.full(len(figures), -1)
    if len(some):
        number[some] = np.searchsorted(_upper_edges(figures[some]), figures[some])
    used = sorted(set(number[some].tolist()))
    colours = np.where(np.isnan(figures), NO_FIGURE, ZERO).astype(object)
    shades = []
    for colour, one in zip(SHADES.get(len(used), ()), used, strict=True):
        inside = number == one
        colours[inside] = colour
        low, high = float(figures[inside].min()), float(figures[inside].max())
        shades.append(Shade(colour=colour, low=low, high=high, units=int(inside.sum())))
    return ClassedValues(
        colours=tuple(colours.tolist()),
        shades=tuple(shades),
        zeros=int((figures == 0).sum()),
        missing=int(np.isnan(figures).sum()),
    )


def _upper_edges(figures: Floats) -> Floats:
    distinct = np.unique(figures)
    if len(distinct) <= _MOST:
        return distinct
    mapclassify = import_module("mapclassify")  # slow to load
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that numba is not there
        edges: Floats = mapclassify.FisherJenks(figures, k=_MOST).bins
    return edges


def figure_text(value: float) -> str:
    """Return a figure as it stands in a legend: whole, or with as many digits as it needs.

    Examples
    --------
    >>> figure_text(12.0), figure_text(1234.0), figure_text(0.0213), figure_text(3.456)
    ('12', '1,234', '0.021', '3.46')
    """
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.2f}" if abs(value) >= 1 else f"{value:.2g}"

"""Areas coloured by what happened in them: units, figures to divide by, and class breaks.

The page adds up what the filters leave and colours it; the classes are fixed here over all
incidents, so that a colour means the same while the filters change. A unit's people and area are
the sums over today's units that lie in it (census 2023); where one has no published figure the
unit has no rate, which is not the same as zero.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.maps.basemap import Basemap
from geomap.places.units import current_units, fold_to

__all__ = ["CLASSES", "MEASURES", "RATES", "SMALL", "choropleth_payload", "class_breaks"]

CLASSES = 5
"""Classes at most, besides zero and "no figure"."""

SMALL = 30
"""Distinct values up to which classes are cut without mapclassify."""

MEASURES = ("incidents", "fatalities", "injured")
RATES: Mapping[str, float] = {"number": 1, "population": 100_000, "area": 1000}
"""What a measure is divided by (nothing, people, square kilometres), and per how many."""

_LEVELS = (("province", "admin1"), ("district", "admin2"))


def choropleth_payload(counted: pd.DataFrame, base: Basemap) -> dict[str, Any]:
    """Return the block that ``web/choropleth.js`` reads; levels without units are left out.

    Parameters
    ----------
    counted
        `IncidentLayer.counted`: the unit of each counted incident and its figures.
    base
        The basemap whose units are coloured.
    """
    payload: dict[str, Any] = {}
    for level, admin in _LEVELS:
        drawn = base.provinces if level == "province" else base.districts
        if not drawn:
            continue
        figures = _denominators(admin, drawn)
        values = _sums(counted, level, len(drawn))
        payload[level] = {
            "features": list(drawn.values()),
            **{name: [_plain(one) for one in column] for name, column in figures.items()},
            "breaks": {
                measure: {
                    rate: class_breaks(
                        _rates(values[measure], figures, rate), whole=rate == "number"
                    )
                    for rate in RATES
                }
                for measure in MEASURES
            },
        }
    return payload


def class_breaks(values: Sequence[float] | npt.NDArray[np.float64], *, whole: bool) -> list[float]:
    """Return the upper edges of classes of the values above zero, lowest first.

    Few distinct values are each a class; more are cut by mapclassify's quantiles. Edges of whole
    numbers stay whole, others are rounded up to two digits. Up to `SMALL` distinct values the
    same quantiles are taken here: mapclassify is slow to import, and a first map need not wait.

    Examples
    --------
    >>> class_breaks([0, 1, 1, 4, float("nan")], whole=True)
    [1, 4]
    """
    numbers = np.asarray(values, dtype=float)
    positive = numbers[np.isfinite(numbers) & (numbers > 0)]
    edges = np.unique(positive)
    if len(edges) > SMALL:
        from mapclassify import Quantiles  # noqa: PLC0415 - slow to import

        edges = Quantiles(positive, k=CLASSES).bins
    elif len(edges) > CLASSES:
        edges = np.quantile(positive, np.arange(1, CLASSES + 1) / CLASSES)
    rounded = {math.floor(edge + 1e-9) if whole else _round_up(float(edge)) for edge in edges}
    return sorted(rounded)


def _round_up(value: float) -> float:
    step = 10.0 ** (math.floor(math.log10(value)) - 1)
    return float(f"{math.ceil(value / step - 1e-9) * step:.10g}")


def _denominators(admin: str, drawn: Mapping[str, int]) -> dict[str, npt.NDArray[np.float64]]:
    order = {pcode: at for at, pcode in enumerate(drawn)}
    people, area = np.zeros(len(drawn)), np.zeros(len(drawn))
    found = np.zeros(len(drawn), dtype=bool)
    for one in current_units(admin):
        pcode = one.pcode if one.pcode in order else fold_to(one.pcode, order)
        if pcode is None:
            continue
        found[order[pcode]] = True
        people[order[pcode]] += one.population_2023 or math.nan
        area[order[pcode]] += one.area_km2 or math.nan
    people[~found] = area[~found] = math.nan
    return {"population": people, "area": area}


def _sums(counted: pd.DataFrame, level: str, n: int) -> dict[str, npt.NDArray[np.float64]]:
    units = counted[level].to_numpy()
    known = units >= 0
    return {
        "incidents": np.bincount(units[known], minlength=n).astype(float),
        **{
            name: np.bincount(units[known], counted[name].to_numpy()[known], minlength=n)
            for name in ("fatalities", "injured")
        },
    }


def _rates(
    values: npt.NDArray[np.float64], figures: Mapping[str, npt.NDArray[np.float64]], rate: str
) -> npt.NDArray[np.float64]:
    if rate == "number":
        return values
    with np.errstate(divide="ignore", invalid="ignore"):
        return values / figures[rate] * RATES[rate]


def _plain(value: float) -> int | None:
    return None if math.isnan(value) else int(value)

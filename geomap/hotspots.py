"""Where there are more incidents than chance would put there: Gi*, local Moran's I, smoothed rates.

The rules, all of them:

- Two units are neighbours where their outlines touch, at a corner too, or come within 0.005 degrees
  (about 500 m) of each other. Only units that can be tested are neighbours.
- What is tested is a rate smoothed by empirical Bayes (Marshall 1991), which draws the rates of
  small units towards that of all; with ``per=None`` it is the plain count.
- A unit without people or area in the census, and one without neighbours (an island), is not
  tested.
- Each p-value comes from conditional permutation: the unit's own figure stays, its neighbours'
  are drawn from all other units, the same draws for every unit, with a fixed seed. It is two-sided:
  twice the smaller tail, at most 1.
- The false-discovery rate over all tested units is held at 5% (Benjamini and Hochberg 1995): of
  the units that are called out, about one in twenty is expected to be so by chance.

The statistics themselves are those of esda: Gi* with binary weights, for which its z-score holds,
and local Moran's I with row-standardised ones. Given a unit's own figure, both grow or fall with
the sum of its neighbours, so that they share their p-values; they differ in what they call it.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from geomap.errors import MissingDependencyError, SchemaError, SettingsError
from geomap.places.boundaries import BoundarySet
from geomap.summary_tables import split_column, with_geometry
from geomap.summary_units import OTHER_ROWS

__all__ = [
    "CLUSTERS",
    "FALSE_DISCOVERIES",
    "HOT_SPOTS",
    "PERMUTATIONS",
    "adjust_p_values",
    "empirical_bayes",
    "find_neighbours",
    "hotspots",
]

FALSE_DISCOVERIES = 0.05
"""The share of the units called out that is expected to be so by chance."""

PERMUTATIONS = 9_999
"""Draws for each p-value; the smallest that it can be is 2 in 10,000."""

NOT_CLEAR, NOT_TESTED = "not clear", "not tested"

HOT_SPOTS: Mapping[str, str] = MappingProxyType(
    {
        "hot spot": "more here and around than chance would give",
        "cold spot": "fewer here and around than chance would give",
        NOT_CLEAR: "nothing that chance could not give",
        NOT_TESTED: "no census figure, or no neighbour, to compare with",
    },
)
"""What Gi* calls a unit, in plain words."""

CLUSTERS: Mapping[str, str] = MappingProxyType(
    {
        "high among high": "above the average, and so are its neighbours",
        "low among low": "below the average, and so are its neighbours",
        "high among low": "above the average, its neighbours below",
        "low among high": "below the average, its neighbours above",
        NOT_CLEAR: HOT_SPOTS[NOT_CLEAR],
        NOT_TESTED: HOT_SPOTS[NOT_TESTED],
    },
)
"""What local Moran's I calls a unit, in plain words."""

TOUCHING = 0.005  # degrees
_SEED = 20_260_131
_PER = {"people": ("population", 100_000), "area": ("area_km2", 1_000)}
_FEW_HERE, _FEW_IN_ALL, _FEW_UNITS = 5, 30, 20
_INSTALL = "hot spots need esda and libpysal: pip install 'geomap-pk[stats]'"

Floats = npt.NDArray[np.float64]
Neighbours = Sequence[Sequence[int]]


def hotspots(
    table: pd.DataFrame,
    *,
    of: str = "incidents",
    per: str | None = "people",
    boundaries: BoundarySet | None = None,
    vintage: str = "set",
    permutations: int = PERMUTATIONS,
) -> gpd.GeoDataFrame:
    """Test each unit of a summary for having more, or fewer, than chance would give.

    Parameters
    ----------
    table
        What `summarize` gave by units, without period or split.
    of
        The count that is tested: ``"incidents"``, ``"fatalities"`` or another of its counts.
    per
        ``"people"`` tests the smoothed rate per 100,000 people, ``"area"`` that per 1,000 square
        kilometres, None the count.
    boundaries, vintage
        As they were given to `summarize`.
    permutations
        Draws for each p-value.

    Returns
    -------
    geopandas.GeoDataFrame
        One row for each unit, without ``coarser``, ``abroad`` and ``unlocated``: what `summarize`
        says of it, the count, rate (as counted), smoothed_rate, neighbours, gi_z, gi_p, gi_q,
        hot_spot (one of `HOT_SPOTS`), moran_i, moran_p, moran_q, cluster (one of `CLUSTERS`),
        caution and geometry. A q-value is the p-value adjusted for the number of tests. ``attrs``
        has ``of``, ``per``, and ``outside``: how many of the count are in no unit.

    Raises
    ------
    MissingDependencyError
        If esda and libpysal are not installed.
    SchemaError
        If the table is no summary by units, or has periods or a split.
    SettingsError
        If an argument has a value that is not allowed.
    """
    _check(table, of=of, per=per, permutations=permutations)
    shaped = with_geometry(table, boundaries=boundaries, vintage=vintage)
    outside = shaped["pcode"].isin(OTHER_ROWS)
    frame = shaped[~outside].reset_index(drop=True)
    counts = frame[of].to_numpy(dtype=np.float64)
    rates = _rates(frame, counts, per)
    values = counts if per is None else rates.smoothed
    neighbours, tested = _tested(frame, values)
    local = _local_statistics(values, neighbours, tested, permutations)
    about = ["pcode", "name", "level", "boundary_set", "vintage", "approximate", of]
    about += ["population", "area_km2"]
    found = frame[about].copy()
    found["rate"], found["smoothed_rate"] = rates.plain, rates.smoothed
    found["neighbours"] = [len(one) for one in neighbours]
    for name, values in local.items():
        found[name] = values
    found["caution"] = _cautions(counts, neighbours, tested, of)
    result = gpd.GeoDataFrame(found, geometry=frame.geometry)
    result.attrs = {"of": of, "per": per or "", "outside": int(table.loc[outside, of].sum())}
    return result


def empirical_bayes(events: npt.ArrayLike, exposure: npt.ArrayLike) -> Floats:
    """Return rates drawn towards the rate of all, the more so the smaller the exposure.

    The global method of Marshall (1991); where the rates vary no more than chance would let them,
    each is the rate of all. NaN where the exposure is missing or 0.

    Parameters
    ----------
    events
        Counts.
    exposure
        People or area, one for each count.

    Examples
    --------
    >>> empirical_bayes([0, 10, 30], [100, 100, 200]).round(4).tolist()
    [0.025, 0.1, 0.1429]
    """
    counts = np.asarray(events, dtype=np.float64)
    base = np.asarray(exposure, dtype=np.float64)
    smoothed = np.full(len(counts), np.nan)
    known = np.isfinite(base) & (base > 0) & np.isfinite(counts)
    if not known.any():
        return smoothed
    counts, base = counts[known], base[known]
    mean = counts.sum() / base.sum()
    plain = counts / base
    spread = (base * (plain - mean) ** 2).sum() / base.sum() - mean / base.mean()
    between = max(float(spread), 0.0)
    weight = between / (between + mean / base) if between > 0 else np.zeros(len(base))
    smoothed[known] = weight * plain + (1 - weight) * mean
    return smoothed


def adjust_p_values(p_values: npt.ArrayLike) -> Floats:
    """Return q-values: p-values adjusted to hold the false-discovery rate (Benjamini-Hochberg).

    Examples
    --------
    >>> adjust_p_values([0.01, 0.04, 0.03, 0.5]).round(4).tolist()
    [0.04, 0.0533, 0.0533, 0.5]
    """
    p = np.asarray(p_values, dtype=np.float64)
    adjusted = np.full(len(p), np.nan)
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    ranked = p[order] * len(order) / np.arange(1, len(order) + 1)
    adjusted[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1)
    return adjusted


def find_neighbours(shapes: gpd.GeoSeries) -> tuple[tuple[int, ...], ...]:
    """Return for each outline the positions of those it touches or nearly touches, in order."""
    geometry = shapes.to_numpy()
    tree = shapely.STRtree(geometry)
    one, other = tree.query(geometry, predicate="dwithin", distance=TOUCHING)
    found: list[list[int]] = [[] for _ in geometry]
    for a, b in sorted(zip(one.tolist(), other.tolist(), strict=True)):
        if a != b:
            found[a].append(b)
    return tuple(map(tuple, found))


def _check(table: pd.DataFrame, *, of: str, per: str | None, permutations: int) -> None:
    split = split_column(table)
    if "period" in table or split is not None:
        raise SchemaError(
            "hot spots are tested on one row for each unit: summarize without period and split_by",
        )
    if of not in table or not pd.api.types.is_integer_dtype(table[of]):
        raise SettingsError(f"of is {of!r}; it must be a count of the summary, such as incidents")
    if per is not None and per not in _PER:
        raise SettingsError(f"per is {per!r}; it must be people, area or None")
    if permutations < 99:
        raise SettingsError(f"permutations is {permutations}; it must be at least 99")
    for name in ("esda", "libpysal"):
        try:
            import_module(name)
        except ImportError as error:
            raise MissingDependencyError(_INSTALL) from error


@dataclass(frozen=True, slots=True)
class _Rates:
    plain: Floats
    smoothed: Floats


def _rates(frame: pd.DataFrame, counts: Floats, per: str | None) -> _Rates:
    if per is None:
        return _Rates(np.full(len(counts), np.nan), np.full(len(counts), np.nan))
    column, unit = _PER[per]
    base = frame[column].to_numpy(dtype=np.float64, na_value=np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        plain = np.where(base > 0, counts * unit / base, np.nan)
    return _Rates(plain.round(4), (empirical_bayes(counts, base) * unit).round(4))


def _tested(
    frame: gpd.GeoDataFrame, values: Floats
) -> tuple[list[tuple[int, ...]], npt.NDArray[np.bool_]]:
    """Return each unit's neighbours among those with a figure, and which units can be tested."""
    has_figure = ~np.isnan(values) & ~frame.geometry.isna().to_numpy()
    neighbours: list[tuple[int, ...]] = [() for _ in values]
    rows = np.flatnonzero(has_figure)
    for row, close in zip(rows.tolist(), find_neighbours(frame.geometry.iloc[rows]), strict=True):
        neighbours[row] = tuple(int(rows[one]) for one in close)
    tested = has_figure & np.array([bool(one) for one in neighbours], dtype=bool)
    if tested.any() and np.ptp(values[tested]) == 0:
        tested[:] = False
    return neighbours, tested


def _local_statistics(
    values: Floats, neighbours: Neighbours, tested: npt.NDArray[np.bool_], permutations: int
) -> dict[str, Any]:
    """Return the columns of both statistics, empty where a unit is not tested."""
    rows = np.flatnonzero(tested)
    place = {row: number for number, row in enumerate(rows.tolist())}
    close = [[place[one] for one in neighbours[row]] for row in rows.tolist()]
    inside = values[rows]
    numbers = {name: np.full(len(values), np.nan) for name in _NUMBERS}
    words = {name: np.full(len(values), NOT_TESTED, dtype=object) for name in ("hot", "cluster")}
    if len(rows):
        gi, moran, quadrants = _esda(inside, close)
        p_values, above = _permuted(inside, close, permutations)
        q_values = adjust_p_values(p_values)
        clear = q_values <= FALSE_DISCOVERIES
        for name, found in zip(
            _NUMBERS, (gi, p_values, q_values, moran, p_values, q_values), strict=True
        ):
            numbers[name][rows] = found.round(5)
        words["hot"][rows] = [
            _hot_spot(z, more, sure) for z, more, sure in zip(gi, above, clear, strict=True)
        ]
        words["cluster"][rows] = [
            _QUADRANTS[int(one)] if sure else NOT_CLEAR
            for one, sure in zip(quadrants, clear, strict=True)
        ]
    return {
        **{name: numbers[name] for name in _NUMBERS[:3]},
        "hot_spot": words["hot"],
        **{name: numbers[name] for name in _NUMBERS[3:]},
        "cluster": words["cluster"],
    }


_NUMBERS = ("gi_z", "gi_p", "gi_q", "moran_i", "moran_p", "moran_q")
_QUADRANTS = {1: "high among high", 2: "low among high", 3: "low among low", 4: "high among low"}


def _hot_spot(z: float, above: bool, clear: bool) -> str:  # noqa: FBT001 # two plain facts
    """Call a unit hot or cold where its own figure and its neighbours' point the same way."""
    if not clear or (z > 0) != above:
        return NOT_CLEAR
    return "hot spot" if above else "cold spot"


def _esda(values: Floats, neighbours: Neighbours) -> tuple[Floats, Floats, npt.NDArray[np.int64]]:
    """Return Gi* as a z-score, local Moran's I and its quadrant, as esda gives them."""
    weights = import_module("libpysal.weights")
    esda = import_module("esda")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that are not joined, and of numba's absence
        links = dict(enumerate(map(list, neighbours)))
        gi = esda.G_Local(
            values,
            weights.W(links, silence_warnings=True),
            star=True,
            transform="B",
            permutations=0,
        )
        moran = esda.Moran_Local(values, weights.W(links, silence_warnings=True), permutations=0)
    return np.asarray(gi.Zs), np.asarray(moran.Is), np.asarray(moran.q)


def _permuted(
    values: Floats, neighbours: Neighbours, permutations: int
) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Return two-sided p-values of the neighbours' sums, and which sums are above the usual."""
    number, most = len(values), max(map(len, neighbours))
    draws = np.random.default_rng(_SEED).random((permutations, number - 1))
    drawn = draws.argsort(axis=1)[:, :most]
    p_values, above = np.ones(number), np.zeros(number, dtype=bool)
    for row, close in enumerate(neighbours):
        others = np.delete(values, row)
        sums = others[drawn[:, : len(close)]].sum(axis=1)
        observed = values[list(close)].sum()
        slack = 1e-9 * max(1.0, abs(observed))  # sums in another order differ in the last digit
        larger = (np.sum(sums >= observed - slack) + 1) / (permutations + 1)
        smaller = (np.sum(sums <= observed + slack) + 1) / (permutations + 1)
        p_values[row] = min(1.0, 2 * min(larger, smaller))
        above[row] = larger < smaller
    return p_values, above


def _cautions(
    counts: Floats, neighbours: Neighbours, tested: npt.NDArray[np.bool_], of: str
) -> list[str]:
    """Return what a reader must know of each row, in plain words."""
    whole = []
    if counts.sum() < _FEW_IN_ALL:
        whole.append(f"{of} in all: only {int(counts.sum())}, a hint, no finding")
    if 0 < tested.sum() < _FEW_UNITS:
        whole.append(f"only {int(tested.sum())} units can be compared")
    said = []
    for row, close in enumerate(neighbours):
        here = int(counts[row] + counts[list(close)].sum())
        few = [f"{of} here and around: only {here}"] if tested[row] and here < _FEW_HERE else []
        said.append("; ".join(few + whole))
    return said

"""Tables of a report: units, kinds of event, with the rows that make them add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from geomap.maps.figures import Words
from geomap.maps.place_names import unit_label
from geomap.maps.texts import cell_text, cut
from geomap.places.boundaries import BoundarySet
from geomap.publish.blocks import Column, Grid
from geomap.publish.words import event_word
from geomap.summary import NOT_KNOWN, OTHER_ROWS

__all__ = [
    "COUNTED",
    "LONGEST_NAME",
    "best_or_range",
    "by_type",
    "by_unit",
    "count_cells",
    "province_of",
    "ranged",
    "rate_text",
    "rows_of",
    "unit_cell",
]

LONGEST_NAME = 80
"""Characters of a name in a table."""

COUNTED = (
    "incidents", "fatalities_low", "fatalities", "fatalities_high", "injured_low", "injured",
    "injured_high", "operations",
)  # fmt: skip
"""Columns of a summary that a table of a report shows."""

_NONE = "–"
_SMALL = 0.1


def ranged(words: Words, low: int, best: int, high: int) -> str:
    """Return a figure, with the lowest and highest beside it where they differ.

    Examples
    --------
    >>> from geomap.publish.words import report_words
    >>> [ranged(report_words("en"), *three) for three in [(3, 4, 6), (4, 4, 4), (4, 0, 7)]]
    ['4 (3 to 6)', '4', '4 to 7']
    """
    if low <= best <= high and low != high:
        return words("ranged", best=best, low=low, high=high)
    return best_or_range(words, low, best, high)


def best_or_range(words: Words, low: int, best: int, high: int) -> str:
    """Return a best figure, or the range where it leaves out incidents that have a range only.

    Examples
    --------
    >>> from geomap.publish.words import report_words
    >>> [best_or_range(report_words("en"), *three) for three in [(3, 4, 6), (4, 0, 7), (2, 0, 2)]]
    ['4', '4 to 7', '2']
    """
    if low <= best <= high:
        return f"{best:,}"
    return f"{low:,}" if low == high else words("map.figure_range", low=low, high=high)


def unit_cell(pcode: str, name: str, words: Words) -> str:
    """Return the name of a row of a summary in the language."""
    if pcode in OTHER_ROWS:
        return words(f"row_{pcode}")
    return cut(cell_text(unit_label(pcode, words.lang, name)), LONGEST_NAME)


def province_of(units: BoundarySet) -> dict[str, str]:
    """Return the p-code of the province of each district of a boundary set."""
    return dict(zip(units.frame["pcode"], units.frame["province"], strict=True))


def by_unit(
    summary: pd.DataFrame, words: Words, *, caption: str, provinces: dict[str, str] | None = None
) -> Grid:
    """Return a table of the units with incidents, the most first, then the rest and the total.

    Parameters
    ----------
    summary
        What `summarize` gave by units, without period and split.
    words
        The words of the language.
    caption
        What stands above the table.
    provinces
        For districts, the province's p-code of each, which has a column then.
    """
    some = summary[(summary["incidents"] > 0) | (summary["operations"] > 0)]
    is_unit = ~some["pcode"].isin(OTHER_ROWS)
    ordered = some[is_unit].sort_values(
        ["incidents", "fatalities", "pcode"], ascending=[False, False, True]
    )
    rest = some[~is_unit]
    second: Callable[[Any], list[str]] = lambda _: []  # noqa: E731 - one line for no column
    if provinces is not None:
        held = provinces
        second = lambda row: [  # noqa: E731
            unit_label(held[row.pcode], words.lang) if row.pcode in held else ""
        ]
    rows = [
        (unit_cell(row.pcode, row.name, words), *second(row), *count_cells(row, words),
         rate_text(row.incidents_per_100k))
        for row in rows_of(pd.concat([ordered, rest]))
    ]  # fmt: skip
    rows.append(_total(summary, words, blank=[""] if provinces is not None else []))
    first = words("district") if provinces is not None else words("province")
    more = [Column(title=words("province"))] if provinces is not None else []
    columns = (Column(title=first), *more, *_count_columns(words),
               Column(title=words("rate"), numeric=True))  # fmt: skip
    return Grid(caption=caption, columns=columns, rows=tuple(rows), foot=len(rest) + 1)


def by_type(summary: pd.DataFrame, words: Words, *, caption: str, most: int = 12) -> Grid:
    """Return a table by kind of event, the most first; what there is no room for is one row."""
    sums = summary.drop(columns="name").groupby("event_type", sort=True).sum(numeric_only=True)
    sums = sums[(sums["incidents"] > 0) | (sums["operations"] > 0)]
    numbers = sums["incidents"].to_dict()
    order = sorted(sums.index, key=lambda one: (one == NOT_KNOWN, -numbers[one], one))
    shown, others = order[:most], order[most:]
    rows = []
    for kind in shown:
        name = event_word(words, None if kind == NOT_KNOWN else str(kind))
        row = sums.loc[kind]
        rows.append((cut(cell_text(name), LONGEST_NAME), *count_cells(row, words)))
    if others:
        joined = sums.loc[others].sum()
        rows.append((words("more_types", n=len(others)), *count_cells(joined, words)))
    rows.append(_total(sums, words, blank=[], rated=False))
    columns = (Column(title=words("map.facet.event_type")), *_count_columns(words))
    return Grid(caption=caption, columns=columns, rows=tuple(rows), foot=1)


def rows_of(frame: pd.DataFrame) -> Iterable[Any]:
    """Return the rows of a table, whose columns are their attributes."""
    return frame.itertuples(index=False)


def _count_columns(words: Words) -> tuple[Column, ...]:
    titles = [words(key) for key in ("incidents", "killed_range", "injured", "operations")]
    return tuple(Column(title=title, numeric=True) for title in titles)


def count_cells(row: Any, words: Words) -> tuple[str, ...]:
    """Return incidents, killed, injured and operations of a row, or of sums, as cells."""
    figures = [int(getattr(row, name)) for name in COUNTED]
    incidents, *people, operations = figures
    killed, injured = people[:3], people[3:]
    return (f"{incidents:,}", ranged(words, *killed), best_or_range(words, *injured),
            f"{operations:,}")  # fmt: skip


def _total(
    summary: pd.DataFrame, words: Words, *, blank: list[str], rated: bool = True
) -> tuple[str, ...]:
    sums = summary[list(COUNTED)].sum()
    return (words("all_rows"), *blank, *count_cells(sums, words), *([""] if rated else []))


def rate_text(value: float) -> str:
    """Return a rate, a small one with two digits that say something; a dash where there is none."""
    if value != value:  # noqa: PLR0124 - NaN
        return _NONE
    return f"{value:,.2f}" if value >= _SMALL or value == 0 else f"{value:.2g}"

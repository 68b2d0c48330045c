"""What changed: two periods side by side, chosen or given."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from geomap.maps.figures import Words
from geomap.publish.blocks import Block, Column, Grid, Prose, Section
from geomap.publish.grids import rows_of, unit_cell
from geomap.publish.options import ReportOptions, Window
from geomap.publish.table import ReportTable
from geomap.summary_compare import FEW, compare_periods

__all__ = ["changes_section", "choose_periods"]

_LENGTHS = (365, 91, 30, 7)
"""Days of a period that is chosen: a year, a quarter, a month, a week."""

_MOST_ROWS = 15


def choose_periods(first: date | None, end: date | None) -> tuple[Window, Window] | None:
    """Return the two latest periods of the longest length that fits twice; None if none does.

    Parameters
    ----------
    first
        The first day of an incident.
    end
        The last day that is covered.

    Examples
    --------
    >>> before, after = choose_periods(date(2026, 1, 1), date(2026, 3, 15))
    >>> str(before[0]), str(after[0]), str(after[1])
    ('2026-01-15', '2026-02-14', '2026-03-15')
    """
    if first is None or end is None:
        return None
    covered = (end - first).days + 1
    days = next((days for days in _LENGTHS if 2 * days <= covered), None)
    if days is None:
        return None
    middle = end - timedelta(days=days)
    return (middle - timedelta(days=days - 1), middle), (middle + timedelta(days=1), end)


def changes_section(table: ReportTable, options: ReportOptions, words: Words) -> Section:
    """Return the comparison of two periods, in the country and by district."""
    blocks: list[Block] = []
    if options.before is not None and options.after is not None:
        periods: tuple[Window, Window] | None = (options.before, options.after)
    else:
        periods = choose_periods(table.first, table.until or table.last)
    if not table.counted or periods is None:
        blocks.append(Prose(text=words("nothing_to_compare")))
    else:
        whole = compare_periods(table.incidents, *periods, by=None, boundaries=None)
        units = compare_periods(table.incidents, *periods, boundaries=table.units)
        blocks += [*_in_words(whole, words), *_rows(units, words)]
    return Section(key="changes", title=words("changes"), blocks=tuple(blocks))


def _in_words(whole: pd.DataFrame, words: Words) -> list[Block]:
    rest = whole.attrs
    old, new = int(whole["incidents_before"].sum()), int(whole["incidents_after"].sum())
    told = words(
        "compared", new=new, old=old, verdict=words(f"change_{_key(_verdict(whole))}"),
        killed_new=int(whole["fatalities_after"].sum()),
        killed_old=int(whole["fatalities_before"].sum()),
        before=_days(rest["before"], words), after=_days(rest["after"], words),
    )  # fmt: skip
    notes = [words("outside_periods", n=rest["outside"], m=rest["undated"]),
             words("change_rule", n=FEW)]  # fmt: skip
    return [Prose(text=told), Prose(text=" ".join(notes), tone="note")]


def _verdict(whole: pd.DataFrame) -> str:
    """Return what the change in the row of the country, or of all that was counted, amounts to."""
    return str(whole["change"].iloc[0])


def _key(verdict: str) -> str:
    return verdict.replace(" ", "_")


def _days(text: str, words: Words) -> str:
    start, _, end = text.partition(" to ")
    return words("figure.period", start=start, end=end)


def _rows(units: pd.DataFrame, words: Words) -> list[Block]:
    some = units[(units["incidents_before"] > 0) | (units["incidents_after"] > 0)]
    if some.empty:
        return []
    size = some["incidents_change"].abs()
    clear = some["change"].isin(["more", "fewer"])
    order = pd.DataFrame({"clear": ~clear, "size": -size, "pcode": some["pcode"]})
    ordered = some.loc[order.sort_values(["clear", "size", "pcode"]).index]
    rows = [
        (unit_cell(row.pcode, row.name, words), f"{row.incidents_before:,}",
         f"{row.incidents_after:,}", _signed(row.incidents_change),
         f"{row.fatalities_before:,}", f"{row.fatalities_after:,}",
         words(f"change_{_key(row.change)}"))
        for row in rows_of(ordered.head(_MOST_ROWS))
    ]  # fmt: skip
    titles = ("incidents_before", "incidents_after", "difference", "killed_before", "killed_after")
    columns = (Column(title=words("district")),
               *(Column(title=words(title), numeric=True) for title in titles),
               Column(title=words("verdict")))  # fmt: skip
    blocks: list[Block] = [Grid(caption=words("changed_districts"), columns=columns,
                                rows=tuple(rows))]  # fmt: skip
    if len(some) > len(rows):
        blocks.append(Prose(text=words("more_rows", n=len(some) - len(rows)), tone="note"))
    return blocks


def _signed(number: int) -> str:
    return f"{number:+,}" if number else "0"

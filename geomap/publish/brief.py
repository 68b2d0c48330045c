"""What is read first: the headline figures, and the tables by province and by kind of event."""

from __future__ import annotations

import pandas as pd

from geomap.maps.figures import Words
from geomap.publish.blocks import Block, Headline, Number, Prose, Section
from geomap.publish.grids import best_or_range, by_type, by_unit
from geomap.publish.table import ReportTable
from geomap.summary import OTHER_ROWS, summarize

__all__ = ["brief_section", "headline"]

_SIDES = ("civilians", "security_forces", "militants", "unknown")
_SUMMED = (
    "incidents", "multi_site", "fatalities_low", "fatalities", "fatalities_high", "injured_low",
    "injured", "injured_high", "without_figure", "operations", "operation_fatalities",
)  # fmt: skip


def brief_section(table: ReportTable, words: Words) -> Section:
    """Return the headline figures and the two tables below them."""
    blocks: list[Block] = [Prose(text=_lead(table, words), tone="lead")]
    if table.counted or table.operations:
        blocks.append(headline(table.country, words, more=[_places(table, words)]))
        blocks += [Prose(text=text, tone="note") for text in _notes(table, words)]
        provinces = summarize(table.incidents, by="admin1")
        types = summarize(table.incidents, by=None, split_by="event_type")
        blocks.append(by_unit(provinces, words, caption=words("by_province")))
        blocks.append(by_type(types, words, caption=words("by_type")))
    return Section(key="brief", title=words("brief"), blocks=tuple(blocks))


def headline(summary: pd.DataFrame, words: Words, *, more: list[Number]) -> Headline:
    """Return the headline figures of all rows of a summary together, `more` among them."""
    sums = {name: int(summary[name].sum()) for name in _SUMMED}
    (low, best, high), injured = (
        [sums[f"{name}{part}"] for part in ("_low", "", "_high")]
        for name in ("fatalities", "injured")
    )
    several, unknown = sums["multi_site"], sums["without_figure"]
    killed = (
        [words("reports_say", low=low, high=high)] if low != high and low <= best <= high else []
    )
    killed += [words("no_figure_n", n=unknown)] if unknown else []
    numbers = [
        Number(value=f"{sums['incidents']:,}", label=words("incidents"),
               note=words("several_n", n=several) if several else ""),
        Number(value=best_or_range(words, low, best, high), label=words("killed"),
               note=words("semicolon").join(killed)),
        Number(value=best_or_range(words, *injured), label=words("injured")),
        *more,
    ]  # fmt: skip
    if sums["operations"]:
        dead = words("operations_apart", n=sums["operation_fatalities"])
        numbers.append(
            Number(value=f"{sums['operations']:,}", label=words("operations"), note=dead)
        )
    return Headline(numbers=tuple(numbers))


def _lead(table: ReportTable, words: Words) -> str:
    if not table.counted:
        return words("none_counted")
    if table.first is None or table.last is None:
        return words("lead_undated", n=table.counted)
    return words("lead", n=table.counted, start=table.first, end=table.last)


def _places(table: ReportTable, words: Words) -> Number:
    units = table.districts[~table.districts["pcode"].isin(OTHER_ROWS)]
    some = int((units["incidents"] > 0).sum())
    return Number(value=f"{some:,}", label=words("districts_with"),
                  note=words("of_districts", n=len(units)))  # fmt: skip


def _notes(table: ReportTable, words: Words) -> list[str]:
    sides = [(name, table.total(f"fatalities_{name}")) for name in _SIDES]
    told = [words(f"map.side_{name}", n=number) for name, number in sides if number]
    notes = [words("by_side", parts=words.joined(told))] if told else []
    if table.sources:
        notes.append(words("sources_n", n=table.sources, m=table.outlets))
    return notes

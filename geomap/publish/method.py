"""Method and limits in plain words: what was read and dropped, how exactly all is known."""

from __future__ import annotations

from collections.abc import Iterable

import geomap
from geomap.maps.figures import Words
from geomap.maps.place_names import unit_label
from geomap.maps.texts import cell_text, clean_text, cut
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.publish.blocks import Block, Column, Grid, Points, Section
from geomap.publish.options import WhatWasRead
from geomap.publish.table import ReportTable
from geomap.records import COUNTED_KINDS, Precision

__all__ = ["accuracy_line", "foot_lines", "held_line", "method_section"]

_MOST_DROPPED = 20
_LONGEST = 160


def method_section(table: ReportTable, read: WhatWasRead | None, words: Words) -> Section:
    """Return what a reader must know before relying on the figures."""
    items = [*_read(read, words), *_rules(table, words), *_lines(table, words)]
    blocks: list[Block] = [Points(items=tuple(items))]
    if table.counted:
        blocks.append(_precision(table, words))
    if read is not None and read.dropped:
        blocks.append(_dropped(read, words))
    return Section(key="method", title=words("method"), blocks=tuple(blocks))


def foot_lines(table: ReportTable, words: Words) -> tuple[str, ...]:
    """Return the lines at the end: boundary note, attribution, the date and the version."""
    until = [] if table.until is None else [words("figure.until", day=table.until)]
    sources = dict.fromkeys(
        [table.units.attribution, load_boundaries(level="admin1").attribution],
    )
    return (
        words("figure.indicative"),
        words("figure.attribution", lines=clean_text("; ".join(sources))),
        " ".join([*until, words("made_by", version=geomap.__version__)]),
    )


def _read(read: WhatWasRead | None, words: Words) -> Iterable[str]:
    if read is None:
        yield words("read_not_known")
        return
    key = "read_some" if read.dropped else "read_all"
    yield words(key, n=read.articles, dropped=len(read.dropped))
    if read.undated:
        yield words("read_undated", n=read.undated)
    if read.mentions:
        yield words("read_mentions", n=read.mentions, m=read.mentions_without_place)
    if read.accounts:
        kinds = [(kind, read.accounts.get(kind, 0)) for kind in _KINDS]
        told = words.joined([words(f"accounts_{kind}", n=n) for kind, n in kinds if n])
        yield words("read_accounts", n=sum(read.accounts.values()), parts=told)
    if read.corrections:
        yield words("read_corrections", n=read.corrections)


_KINDS = ("incident", "multi_site", "operation", "statistic")


def _rules(table: ReportTable, words: Words) -> Iterable[str]:
    yield words("rule_once")
    yield words("rule_figures", n=table.total("without_figure"))
    yield words("rule_places")
    if table.counted:
        other = table.districts.set_index("pcode")["incidents"]
        yield words("rule_rest", coarser=int(other["coarser"]), abroad=int(other["abroad"]),
                    unlocated=int(other["unlocated"]))  # fmt: skip
    yield words("rule_rates")
    yield words("rule_reading")


def _lines(table: ReportTable, words: Words) -> Iterable[str]:
    units = table.units
    yield words("set_is", title=clean_text(units.title), name=clean_text(units.name),
                vintage=clean_text(units.vintage), n=len(units.frame))  # fmt: skip
    yield accuracy_line(units, words)
    missing = int(table.districts["population"].isna().sum()) - 3  # the rows behind the units
    if missing > 0:
        yield words("no_population", n=missing)
    some = table.districts.loc[table.districts["incidents"] > 0, "pcode"]
    line = held_line(table, some, words)
    if line:
        yield line


def held_line(table: ReportTable, pcodes: Iterable[str], words: Words) -> str:
    """Return which districts that the set lacks are shown within some of it; empty if none is."""
    parts = [
        words("held_in", child=unit_label(child, words.lang), parent=unit_label(code, words.lang))
        for code in pcodes
        for child in table.held.get(code, ())
    ]
    return words("shown_within", parts=words("semicolon").join(parts)) if parts else ""


def accuracy_line(units: BoundarySet, words: Words) -> str:
    """Return what is known of how exact the lines of a boundary set are."""
    if not units.approximate:
        return words("lines_exact")
    share, overlap = (units.accuracy.get(key) for key in ("area_agreement", "median_overlap"))
    if share is None or overlap is None:
        return words("lines_approximate_plain")
    return words("lines_approximate", share=f"{share:.0%}", overlap=f"{overlap:.2f}")


def _precision(table: ReportTable, words: Words) -> Grid:
    """Return how many incidents are known how exactly; the shares add up to all."""
    rows = table.incidents[table.incidents["kind"].isin(COUNTED_KINDS)]
    numbers = rows["precision"].fillna("unknown").value_counts()
    known = [level.value for level in Precision]
    others = sorted(str(word) for word in numbers.index if word not in known)
    cells = [
        (cell_text(words.get(f"map.level.{word}", word)), f"{int(numbers[word]):,}",
         f"{numbers[word] / len(rows):.0%}", words(f"drawn_{_drawn(word)}"))
        for word in [*known, *others] if word in numbers.index
    ]  # fmt: skip
    columns = (
        Column(title=words("map.facet.precision")),
        Column(title=words("incidents"), numeric=True),
        Column(title=words("share"), numeric=True),
        Column(title=words("drawn")),
    )
    return Grid(caption=words("precision_table"), columns=columns, rows=tuple(cells))


def _drawn(word: str) -> str:
    if word in {"site", "settlement"}:
        return "point"
    if word == "near":
        return "circle"
    return "area" if word in {"line", "tehsil", "district", "division", "province"} else "list"


def _dropped(read: WhatWasRead, words: Words) -> Grid:
    rows = [
        (cut(cell_text(where), _LONGEST), cut(cell_text(reason), _LONGEST))
        for where, reason in read.dropped[:_MOST_DROPPED]
    ]
    if len(read.dropped) > _MOST_DROPPED:
        rows.append((words("more_dropped", n=len(read.dropped) - _MOST_DROPPED), ""))
    columns = (Column(title=words("dropped_what")), Column(title=words("dropped_why")))
    return Grid(caption=words("dropped_table"), columns=columns, rows=tuple(rows))

"""The list of incidents with what reports say of each, and their sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from geomap.maps.cells import as_iso, as_items, as_text
from geomap.maps.figures import Words
from geomap.maps.naming import load_naming
from geomap.maps.place_names import unit_label
from geomap.maps.texts import clean_text, cut, web_link
from geomap.publish.blocks import Block, Entries, Entry, Prose, Quote, Section, SourceLine
from geomap.publish.options import ReportOptions
from geomap.publish.table import ReportTable
from geomap.publish.words import event_word

__all__ = ["entries_of", "list_section"]

_LONGEST, _LONGEST_QUOTE = 160, 220  # characters
_MOST_SOURCES = 12
_KNOWN_TO = {"month": len("2026-01"), "year": len("2026")}


def list_section(table: ReportTable, options: ReportOptions, words: Words) -> Section:
    """Return the incidents and operations, the latest first."""
    rows = table.incidents[table.incidents["kind"] != "statistic"]
    shown = rows if options.listed is None else latest(rows).head(options.listed)
    blocks: list[Block] = []
    if len(shown) < len(rows):
        blocks.append(Prose(text=words("listed", n=len(shown), m=len(rows)), tone="note"))
    if len(shown):
        blocks.append(entries_of(shown, words, quotes=options.quotes))
    else:
        blocks.append(Prose(text=words("nothing_listed" if len(rows) else "none_counted")))
    return Section(key="incidents", title=words("incidents_list"), blocks=tuple(blocks))


def latest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the latest day first, those without a day last."""
    both = zip(rows["date_start"], rows["date_end"], strict=True)
    days = [as_iso(start) or as_iso(end) or "" for start, end in both]
    ids = [as_text(value) or "" for value in rows["incident_id"]]
    order = pd.DataFrame({"day": days, "id": ids}, index=rows.index)
    return rows.loc[order.sort_values(["day", "id"], ascending=[False, True], kind="stable").index]


def entries_of(rows: pd.DataFrame, words: Words, *, quotes: bool) -> Entries:
    """Return an entry for each row, the latest first."""
    writer = _Writer(words, quotes=quotes)
    columns = latest(rows)
    names = [name for name in columns.columns if name != "geometry"]
    cells = zip(*(columns[name].tolist() for name in names), strict=True)
    return Entries(
        items=tuple(writer.entry(dict(zip(names, row, strict=True))) for row in cells),
        sources_word=words("map.sources"),
    )


class _Writer:
    """Writes entries in one language."""

    def __init__(self, words: Words, *, quotes: bool) -> None:
        self.words = words
        self.quotes = quotes
        self.naming = load_naming(words.lang)

    def entry(self, row: Mapping[str, Any]) -> Entry:
        """Return the entry of a row."""
        kind = as_text(row.get("kind"))
        what = event_word(self.words, as_text(row.get("event_type")))
        if kind in {"multi_site", "operation"}:
            what = f"{self.words(f'map.kind.{kind}')}: {what}"
        heading = " · ".join([self._when(row), self._where(row), _short(what)])
        facts = [self._harm(row), self._actor(row), self._precision(row)]
        return Entry(
            heading=heading,
            facts=tuple(fact for fact in facts if fact),
            quotes=self._quotes(row) if self.quotes else (),
            sources=self._sources(row),
        )

    def _when(self, row: Mapping[str, Any]) -> str:
        days = (as_iso(row.get("date_start")), as_iso(row.get("date_end")))
        known = sorted(day for day in days if day is not None)
        if not known:
            return self.words("map.undated")
        letters = _KNOWN_TO.get(as_text(row.get("date_precision")) or "day")
        first, last = known[0][:letters], known[-1][:letters]
        return first if first == last else self.words("figure.period", start=first, end=last)

    def _where(self, row: Mapping[str, Any]) -> str:
        named = [
            as_text(row.get("place_name")),
            *(self._unit(row, n) for n in ("admin2", "admin1")),
        ]
        places = [self.naming.places.get(name, name) for name in named if name]
        country = as_text(row.get("country"))
        if country not in {None, "PK"}:
            places.append(self.words("map.abroad", country=country))
        shown = list(dict.fromkeys(_short(name) for name in places))
        return self.words.joined(shown) or self.words("map.place.unknown")

    def _unit(self, row: Mapping[str, Any], level: str) -> str | None:
        """Return the name of the district or province of a row; of a code alone its name."""
        code = as_text(row.get(f"{level}_pcode"))
        return as_text(row.get(level)) or (unit_label(code, self.words.lang) if code else None)

    def _harm(self, row: Mapping[str, Any]) -> str:
        killed, injured = (self._figure(row, name) for name in ("fatalities", "injured"))
        return self.words("harm", killed=killed, injured=injured)

    def _figure(self, row: Mapping[str, Any], name: str) -> str:
        """Return a figure in words: as reported, never 0 where nothing is said."""
        low, best, high = (_whole(row.get(f"{name}_{part}")) for part in ("low", "best", "high"))
        if best is None:
            return self._range(low, high)
        low, high = best if low is None else low, best if high is None else high
        if low == best == high:
            return f"{best:,}"
        return self.words("map.figure_best", best=best, low=low, high=high)

    def _range(self, low: int | None, high: int | None) -> str:
        """Return a figure of which no best one is given, as the map's card says it."""
        if low is None and high is None:
            return self.words("map.not_stated")
        if low is None:
            return self.words("map.figure_high", high=high)
        if high is None:
            return self.words("map.figure_low", low=low)
        return f"{low:,}" if low == high else self.words("map.figure_range", low=low, high=high)

    def _actor(self, row: Mapping[str, Any]) -> str:
        actor = as_text(row.get("actor"))
        if actor is None:
            return ""
        name = _short(self.naming.actors.get(actor, actor))
        basis = as_text(row.get("actor_basis")) or "unknown"
        told = self.words.get(f"map.basis.{basis}", "")
        if told:
            return self.words("actor_is", name=name, basis=told)
        return self.words("actor_named", name=name)

    def _precision(self, row: Mapping[str, Any]) -> str:
        precision = as_text(row.get("precision")) or "unknown"
        known = self.words.get(f"map.level.{precision}", "")
        return self.words("place_is", known=known) if known else ""

    def _quotes(self, row: Mapping[str, Any]) -> tuple[Quote, ...]:
        found: dict[str, dict[str, None]] = {}
        for one in as_items(row.get("evidence")):
            text = as_text(one.get("quote")) if isinstance(one, Mapping) else None
            if text:
                field = self._field(as_text(one.get("field")) or "other")
                found.setdefault(clean_text(text), {})[field] = None
        return tuple(
            Quote(field=self.words.joined(list(names)), text=cut(text, _LONGEST_QUOTE))
            for text, names in found.items()
        )

    def _field(self, field: str) -> str:
        """Return the heading of a quote, such as that of a place for ``place_name``."""
        known = (key for key in self.words.texts if key.startswith(_FIELD))
        key = next((key for key in known if field.startswith(key.removeprefix(_FIELD))), None)
        return self.words(key or f"{_FIELD}other")

    def _sources(self, row: Mapping[str, Any]) -> tuple[SourceLine, ...]:
        lines = []
        for one in as_items(row.get("sources"))[:_MOST_SOURCES]:
            if not isinstance(one, Mapping):
                continue
            outlet, day = as_text(one.get("source")), as_iso(one.get("published"))
            about = [clean_text(outlet)] if outlet else []
            title = as_text(one.get("title")) or as_text(one.get("article_id"))
            lines.append(
                SourceLine(
                    title=_short(title) if title else self.words("map.untitled"),
                    about=self.words.joined(about + ([day] if day else [])),
                    link=web_link(one.get("url")),
                ),
            )
        return tuple(lines)


_FIELD = "map.field."


def _short(text: str) -> str:
    return cut(clean_text(text), _LONGEST)


def _whole(value: Any) -> int | None:
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN
        return None
    return int(value)

"""Prose of the incidents: sources, quotes and notes, in chunks that are read when opened.

Each chunk stands alone and holds the next `CHUNK` rows: the page unpacks the one that an opened
incident is in, and all of them only when words are searched or the incidents are downloaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from geomap.maps.cells import as_iso, as_items, as_percent, as_text
from geomap.maps.packing import pack_json

__all__ = ["CHUNK", "Prose", "read_prose"]

CHUNK = 512
"""Rows of one chunk."""

_COLUMNS = ("sources", "evidence", "notes", "confidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The prose of a table.

    `chunks` are finished blocks. `outlets` are the names of the sources, sorted; `outlet_sets` the
    distinct combinations of them and `outlet_codes` each row's combination. `until` is the latest
    publication date, ISO 8601, or None.
    """

    chunks: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet_sets: tuple[tuple[int, ...], ...]
    outlet_codes: tuple[int, ...]
    until: str | None


def read_prose(frame: pd.DataFrame, *, quotes: bool) -> Prose:
    """Return the prose of the rows of `frame` in their order; no chunks where there is none."""
    outlets = _Outlets()
    if not any(name in frame for name in _COLUMNS):
        return outlets.finish((), [-1] * len(frame))
    chunks, sets = [], []
    for rows in _batches(_rows(frame), CHUNK):
        chunk = _Chunk(quotes=quotes)
        for row in rows:
            sources = [one for one in as_items(row["sources"]) if isinstance(one, Mapping)]
            sets.append(outlets.add(sources))
            chunk.add(row, sources)
        chunks.append(pack_json(chunk.payload()))
    return outlets.finish(tuple(chunks), sets)


def _rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    columns = [frame[name] if name in frame else [None] * len(frame) for name in _COLUMNS]
    for values in zip(*columns, strict=True):
        yield dict(zip(_COLUMNS, values, strict=True))


def _batches(rows: Iterable[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


@dataclass(slots=True)
class _Outlets:
    """Names of sources, their combinations, and the latest publication."""

    until: str | None = None
    _names: dict[str, int] = field(default_factory=dict)
    _sets: dict[tuple[int, ...], int] = field(default_factory=dict)

    def add(self, sources: Sequence[Mapping[str, Any]]) -> int:
        """Return the number of a combination of sources; -1 where none is named."""
        used = set()
        for one in sources:
            published = as_iso(one.get("published"))
            if published and (self.until is None or published > self.until):
                self.until = published
            name = as_text(one.get("source"))
            if name:
                used.add(self._names.setdefault(name, len(self._names)))
        return self._sets.setdefault(tuple(sorted(used)), len(self._sets)) if used else -1

    def finish(self, chunks: tuple[str, ...], sets: list[int]) -> Prose:
        """Return the prose with the outlets' names sorted."""
        names = sorted(self._names)
        place = {self._names[name]: at for at, name in enumerate(names)}
        return Prose(
            chunks=chunks,
            outlets=tuple(names),
            outlet_sets=tuple(tuple(sorted(place[code] for code in one)) for one in self._sets),
            outlet_codes=tuple(sets),
            until=self.until,
        )


@dataclass(slots=True)
class _Chunk:
    """Some rows' prose, each article, field name and note written once."""

    quotes: bool
    _articles: dict[tuple[str | None, ...], int] = field(default_factory=dict)
    _fields: dict[str, int] = field(default_factory=dict)
    _notes: dict[str, int] = field(default_factory=dict)
    _done: list[list[Any]] = field(default_factory=list)

    def add(self, row: Mapping[str, Any], sources: Sequence[Mapping[str, Any]]) -> None:
        codes = {as_text(one.get("article_id")): self._article(one) for one in sources}
        evidence = as_items(row["evidence"]) if self.quotes else []
        quoted = [one for one in evidence if isinstance(one, Mapping) and as_text(one.get("quote"))]
        notes = [text for text in map(as_text, as_items(row["notes"])) if text]
        self._done.append(
            [
                sorted(set(codes.values())),
                [
                    [
                        self._fields.setdefault(as_text(one.get("field")) or "", len(self._fields)),
                        codes.get(as_text(one.get("article_id"))),
                        as_text(one.get("quote")),
                    ]
                    for one in quoted
                ],
                [self._notes.setdefault(text, len(self._notes)) for text in notes],
                as_percent(row["confidence"]),
            ],
        )

    def _article(self, source: Mapping[str, Any]) -> int:
        key = (
            as_text(source.get("title")),
            as_text(source.get("source")),
            as_text(source.get("url")),
            as_iso(source.get("published")) or as_text(source.get("published")),
            as_text(source.get("article_id")),
        )
        return self._articles.setdefault(key, len(self._articles))

    def payload(self) -> dict[str, Any]:
        """Return the chunk as ``prose.js`` reads it."""
        return {
            "articles": [key[:4] for key in self._articles],
            "fields": list(self._fields),
            "notes": list(self._notes),
            "rows": self._done,
        }

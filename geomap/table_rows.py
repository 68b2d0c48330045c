"""Tables that are read row by row: CSV, XLSX and JSON lines.

A source's `pieces` are read one after another and can be read again, so that a large file never
stands in memory as a whole. Every row of the file is in some piece, those that cannot be read
included; a row keeps the number that a spreadsheet shows (in JSON lines, its line).
"""

from __future__ import annotations

import csv
import gc
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.errors import MissingDependencyError, SchemaError
from geomap.table_columns import tag_key

__all__ = [
    "PIECE_ROWS",
    "Lines",
    "Piece",
    "Sheet",
    "Source",
    "Text",
    "is_tags",
    "records",
    "unique_names",
]

PIECE_ROWS = 25_000
_HEAD = 10  # rows in which the header is looked for, behind a title
_SAMPLE_ROWS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some rows of a table.

    `frame` has the table's columns, its index the rows' numbers as a spreadsheet counts them.
    `broken` are rows that do not fit the header, with the reason: (number, cells, reason).
    """

    frame: pd.DataFrame
    broken: tuple[tuple[int, list[str], str], ...] = ()


class Source(Protocol):
    """A table that can be read piece by piece, more than once."""

    name: str
    header: list[str]
    tags: list[str] | None
    notes: tuple[str, ...]
    decimal_comma: bool

    def pieces(self, rows: int = PIECE_ROWS) -> Iterator[Piece]:
        """Yield the rows in order."""

    def distinct(self, column: str) -> Iterable[object]:
        """Return the distinct cells of a column; none if they are dates already."""


def unique_names(names: Sequence[str]) -> list[str]:
    """Name the nameless, and number what repeats."""
    seen: dict[str, int] = {}
    found = []
    for number, raw in enumerate(names, 1):
        name = " ".join(str(raw).replace("\ufeff", "").split()) or f"column {number}"
        count = seen.get(name, 0)
        seen[name] = count + 1
        found.append(f"{name}.{count}" if count else name)
    return found


_FORMULA_MARK = re.compile(r"^'(?=[=+\-@])")


class _Rows:
    """A table that is read row by row, its header among the first rows."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.path = path
        self.tags: list[str] | None = None
        self.notes: tuple[str, ...] = ()
        self.decimal_comma = False

    def rows(self) -> Iterator[list[str]]:
        """Yield every row of the file, title and header included."""
        raise NotImplementedError

    def find_header(self) -> None:
        """Find the header, and the row of HXL tags behind it."""
        head = list(islice(self.rows(), _HEAD))
        filled = [sum(bool(cell.strip()) for cell in row) for row in head]
        most = max(filled, default=0)
        if not most:
            raise SchemaError(f"{self.path}: the file has no rows; give a table with a header")
        at = next(n for n, count in enumerate(filled) if count >= max(min(most, 2), most / 2))
        if is_tags(head[at]):  # tags alone are a header too
            self.tags = head[at]
        elif len(head) > at + 1 and is_tags(head[at + 1]):
            self.tags = head[at + 1]
        cells = [_FORMULA_MARK.sub("", cell) for cell in head[at]]
        while cells and not cells[-1].strip():
            cells.pop()
        self.header = unique_names(cells)
        self.first = at + 1 + (self.tags is not None and self.tags is not head[at])

    def distinct(self, column: str) -> Iterable[object]:
        """Return the distinct cells of a column."""
        at = self.header.index(column)
        return {row[at] for row in islice(self.rows(), self.first, None) if len(row) > at}

    def pieces(self, rows: int = PIECE_ROWS) -> Iterator[Piece]:
        """Yield the rows in order."""
        every = enumerate(islice(self.rows(), self.first, None), self.first + 1)
        empty = True
        while True:
            with _no_collection():
                numbered = list(islice(every, rows))
                if not numbered and not empty:
                    return
                yield _piece(numbered, self.header)
            empty = False
            if len(numbered) < rows:
                return


def _piece(numbered: list[tuple[int, list[str]]], header: list[str]) -> Piece:
    width = len(header)
    numbers, rows, broken = [], [], []
    for number, row in numbered:
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            broken.append((number, row, f"{len(row)} cells, but the header has {width}"))
            continue
        numbers.append(number)
        rows.append(row if len(row) == width else [*row, *[""] * (width - len(row))][:width])
    cells_of = zip(*rows, strict=True) if rows else [()] * width
    columns = {name: _objects(cells) for name, cells in zip(header, cells_of, strict=True)}
    frame = pd.DataFrame(columns, index=numbers, dtype=object, copy=False)
    return Piece(frame=frame, broken=tuple(broken))


def _objects(cells: Sequence[str]) -> npt.NDArray[np.object_]:
    found = np.empty(len(cells), dtype=object)
    found[:] = cells
    return found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the cyclic collector from walking the rows that are being read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def is_tags(row: Sequence[str]) -> bool:
    """Say whether a row holds HXL hashtags."""
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 1 and sum(tag_key(cell) is not None for cell in filled) > len(filled) / 2


class Text(_Rows):
    """A CSV file, or one with tabs, semicolons or bars, in UTF-8, UTF-16 or Windows-1252."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.encoding = _encoding(path)
        with path.open(encoding=self.encoding, errors="replace", newline="") as file:
            sample = list(islice(file, _SAMPLE_ROWS))
        self.delimiter = _delimiter(sample)
        self.decimal_comma = self.delimiter == ";"
        self.find_header()
        self.notes = tuple(
            note
            for note, told in (
                (f"cells parted by {_NAMES.get(self.delimiter)}", self.delimiter != ","),
                (f"encoding {self.encoding}", self.encoding not in {"utf-8", "utf-8-sig"}),
            )
            if told
        )

    def rows(self) -> Iterator[list[str]]:
        """Yield every row of the file."""
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            reader = csv.reader(file, delimiter=self.delimiter)
            try:
                yield from reader
            except csv.Error as error:
                raise SchemaError(
                    f"{self.path}, line {reader.line_num}: not CSV: {error}; "
                    "a quotation mark may be left open before it",
                ) from error


_BINARY_SAMPLE = 8_192
_NAMES = {";": "semicolons", "\t": "tabs", "|": "bars"}


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "utf-16"
    try:
        with path.open(encoding="utf-8-sig") as text:
            while text.read(1 << 20):
                pass
    except UnicodeDecodeError:
        _refuse_binary(path)
        return "cp1252"
    return "utf-8-sig"


def _refuse_binary(path: Path) -> None:
    with path.open("rb") as file:
        has_nul = b"\0" in file.read(_BINARY_SAMPLE)
    if has_nul:
        raise SchemaError(f"{path}: it is a binary file; save the table as CSV (UTF-8) or XLSX")


def _delimiter(sample: list[str]) -> str:
    """Return the mark that parts the sample into the most cells in most rows alike."""
    best = (0.0, ",")
    for mark in (",", ";", "\t", "|"):
        widths = [len(row) for row in csv.reader(sample, delimiter=mark) if row]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        alike = widths.count(usual) / max(len(widths), 1)
        best = max(best, ((usual - 1) * alike**2, mark), key=lambda one: one[0])
    return best[1]


class Sheet(_Rows):
    """The first sheet of an XLSX workbook; formulas give the value that was saved with them."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        try:
            openpyxl = import_module("openpyxl")  # an extra, without types
        except ImportError as error:
            raise MissingDependencyError(
                f"{path}: reading XLSX needs openpyxl: pip install 'geomap-pk[xlsx]'",
            ) from error
        self._load = openpyxl.load_workbook
        self.find_header()

    def rows(self) -> Iterator[list[str]]:
        """Yield every row of the sheet."""
        try:
            book = self._load(self.path, read_only=True, data_only=True)
        except Exception as error:
            raise SchemaError(
                f"{self.path}: not an XLSX workbook ({error}); save it anew, as XLSX or CSV"
            ) from error
        try:
            for row in book.worksheets[0].iter_rows(values_only=True):
                yield ["" if cell is None else _shown(cell) for cell in row]
        finally:
            book.close()


def _shown(cell: Any) -> str:
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat()).removesuffix("T00:00:00")
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


class Lines:
    """JSON lines: one object a line."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.path = path
        self.tags: list[str] | None = None
        self.notes: tuple[str, ...] = ()
        self.decimal_comma = False
        keys: dict[str, None] = {}
        for _, value in self._values():
            if isinstance(value, dict):
                keys.update(dict.fromkeys(map(str, value)))
        self.header = list(keys)
        if not keys:
            _refuse_binary(path)
            first = next(self._values(), None)
            where = f"{path}" if first is None else f"{path}, line {first[0]}"
            why = "the file has no rows" if first is None else "the line is no JSON object"
            raise SchemaError(f"{where}: {why}; write one object with named fields a line")

    def _values(self) -> Iterator[tuple[int, Any]]:
        with self.path.open(encoding="utf-8-sig", errors="replace") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    try:
                        yield number, json.loads(line)
                    except ValueError:
                        yield number, line.strip()

    def distinct(self, column: str) -> Iterable[object]:
        """Return the distinct cells of a column."""
        return {str(one.get(column)) for _, one in self._values() if isinstance(one, dict)}

    def pieces(self, rows: int = PIECE_ROWS) -> Iterator[Piece]:
        """Yield the rows in order; a row's number is its line."""
        every = self._values()
        while some := list(islice(every, rows)):
            good = [(number, value) for number, value in some if isinstance(value, dict)]
            yield Piece(
                frame=records([value for _, value in good], self.header, [n for n, _ in good]),
                broken=tuple(
                    (number, [str(value)[:200]], "the line is no JSON object")
                    for number, value in some
                    if not isinstance(value, dict)
                ),
            )


def records(
    values: Iterable[dict[str, Any]], header: list[str], index: list[int] | None = None
) -> pd.DataFrame:
    """Return JSON objects as a table with the given columns; what an object lacks is None."""
    rows = [[value.get(name) for name in header] for value in values]
    return pd.DataFrame(rows, columns=header, index=index, dtype=object)

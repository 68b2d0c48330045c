"""Articles from CSV and TSV files, one for each row, read row by row.

The first row names the columns. Cells may be parted by commas, semicolons, tabs or bars. A row
without an id gets the file's name, ``#`` and the number that a spreadsheet shows for it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from geomap.errors import DataError
from geomap.text.article_fields import (
    Columns,
    Dropped,
    Item,
    ReadOptions,
    Remark,
    incident_table_reason,
    make_article,
    match_fields,
)
from geomap.text.article_lines import LONGEST_LINE, bounded_lines
from geomap.text.decoding import Encoding, encoding_of
from geomap.text.publication import day_order, is_year_last

__all__ = ["read_article_table"]


def read_article_table(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read the rows of a table of articles."""
    try:
        table = _open(path, options.columns)
    except OSError as error:
        yield Dropped(where=name, reason=f"cannot be read: {error.strerror}")
        return
    except DataError as error:
        yield Dropped(where=name, reason=str(error))
        return
    if table.encoding.note:
        yield Remark(where=name, note=table.encoding.note)
    order = "" if options.ids_only else table.day_order()
    width = len(table.header)
    for number, cells, problem in table.rows():
        where = f"{name}, row {number}"
        if problem or any(cell.strip() for cell in cells[width:]):
            too_many = _TOO_MANY.format(cells=len(cells), width=width)
            yield Dropped(where=where, reason=problem or too_many)
        elif any(cell.strip() for cell in cells):
            row = {
                field: cells[at]
                for field, at in table.fields.items()
                if at < len(cells) and cells[at].strip()
            }
            yield from make_article(
                row, options, where=where, fallback_id=f"{name}#{number}", order=order
            )


_TOO_MANY = (
    "the row has {cells} cells, the header {width}: text that holds the mark between cells must "
    "stand in quotation marks"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table of articles: how it is read, its header and its row, and where each field stands."""

    path: Path
    encoding: Encoding
    delimiter: str
    header: list[str]
    header_row: int
    fields: dict[str, int]

    def rows(self) -> Iterator[tuple[int, list[str], str]]:
        """Yield number, cells and problem ("" for none) of each row below the header."""
        codec, errors = self.encoding.codec, self.encoding.errors
        with self.path.open(encoding=codec, errors=errors, newline="") as file:
            lines = _Lines(bounded_lines(file, LONGEST_LINE))
            reader = csv.reader(lines, delimiter=self.delimiter)
            number = 0
            while True:
                try:
                    cells = _next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    problem = f"not CSV ({error}); the rest of the file is not read"
                    yield number + 1, [], problem
                    return
                number += 1
                left_open = lines.left_open()
                if number > self.header_row:
                    yield number, cells, _LEFT_OPEN if left_open else ""

    def day_order(self) -> str:
        """Tell how the dates of the table's column are read."""
        at = self.fields.get("published")
        if at is None:
            return ""
        cells = (row[at] for _, row, _ in self.rows() if len(row) > at)
        dated = [cell for cell in islice(cells, _SAMPLE_ROWS) if is_year_last(cell)]
        if not dated:
            return ""
        return day_order(row[at] for _, row, _ in self.rows() if len(row) > at)


_LEFT_OPEN = "a quotation mark is left open: the rest of the file was taken into this row"
_SAMPLE_ROWS = 50


class _Lines:
    """The lines of a file on their way to the CSV reader; lines that are too long are empty."""

    def __init__(self, lines: Iterator[str | None]) -> None:
        self.lines = lines
        self.taken = self.marks = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = next(self.lines) or ""
        except StopIteration:
            self.ended = True
            raise
        self.taken += 1
        self.marks += line.count('"')
        return line

    def left_open(self) -> bool:
        """Whether the row just read ran to the end of the file in search of a quotation mark."""
        several, odd = self.taken > 1, self.marks % 2 == 1
        self.taken = self.marks = 0
        return self.ended and several and odd


def _next(reader: Iterator[list[str]]) -> list[str]:
    """Return the next row; cells may be as long as a line."""
    usual = csv.field_size_limit(LONGEST_LINE)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(usual)


def _open(path: Path, columns: Columns) -> _Table:
    """Find out how a table is read.

    Raises
    ------
    DataError
        If it is no table of articles; the message says what it seems to be.
    """
    with path.open("rb") as file:
        encoding = encoding_of(file)
    with path.open(encoding=encoding.codec, errors=encoding.errors, newline="") as lines:
        sample = [line or "" for line in islice(bounded_lines(lines, LONGEST_LINE), _SAMPLE_ROWS)]
    marks = "\t" if path.suffix.lower() == ".tsv" else ",;\t|"
    headers = {mark: _header(sample, mark) for mark in marks}
    found = {mark: match_fields(header, columns) for mark, (_, header) in headers.items()}
    mark = max(
        marks,
        key=lambda mark: ("text" in found[mark], len(found[mark]), len(headers[mark][1])),
    )
    (row, header), fields = headers[mark], found[mark]
    if "text" not in fields or _missing(header, columns):
        raise DataError(_why_not(header, columns))
    return _Table(
        path=path,
        encoding=encoding,
        delimiter=mark,
        header=header,
        header_row=row,
        fields={field: header.index(column) for field, column in fields.items()},
    )


def _header(sample: Sequence[str], mark: str) -> tuple[int, list[str]]:
    """Return the number and the cells of the first row that is not blank."""
    reader = csv.reader(sample, delimiter=mark)
    number = 0
    try:
        while True:
            number += 1
            names = [" ".join(cell.split()) for cell in _next(reader)]
            while names and not names[-1]:
                names.pop()
            if names:
                return number, names
    except (csv.Error, StopIteration):
        return number, []


def _missing(header: Sequence[str], columns: Columns) -> list[str]:
    """Return the columns that were told and are not there."""
    return [name for name in columns.values() if name is not None and name not in header]


def _why_not(header: Sequence[str], columns: Columns) -> str:
    """Say why a table is not read, and what to do."""
    shown = ", ".join(header[:_SHOWN_COLUMNS]) + (" ..." if len(header) > _SHOWN_COLUMNS else "")
    if missing := _missing(header, columns):
        return f"there is no column {missing[0]!r}; there are {shown}"
    return incident_table_reason(header) or (
        f"no column holds the text of reports: there are {shown or 'none'}; "
        "name it with --columns text=COLUMN"
    )


_SHOWN_COLUMNS = 12

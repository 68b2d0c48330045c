"""Read what a person wrote into ``review.csv``, whatever program it went through.

The file may be CSV in UTF-8 (with or without a mark at its start), UTF-16 or Windows-1252, parted
by commas, semicolons, tabs or bars, with any line ends and quotation marks; several such files put
behind each other; or an XLSX workbook. The apostrophe that keeps a spreadsheet from running a cell
is taken off again. Rows are numbered as a spreadsheet does.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geomap.errors import MissingDataError, SchemaError
from geomap.table_rows import Sheet

__all__ = ["CorrectionRow", "read_rows"]

_NEEDED = frozenset({"what", "quote"})
_ANSWERS = frozenset({"decision", "correct_value"})
_GUARD = re.compile(r"'(?=[\t\r\n]|[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@＝＋－＠])")
_MARKS = ",;\t|"
_LONGEST_HEADER = 10_000
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A row that a person may have filled: its file's name, its number, its cells by column."""

    file: str
    number: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """Return a cell without surrounding space; empty where the file has no such column."""
        return self.cells.get(column, "").strip()


def read_rows(path: str | Path) -> list[CorrectionRow]:
    """Read the rows of a corrections file that hold a decision or a value.

    Raises
    ------
    MissingDataError
        If there is no such file.
    MissingDependencyError
        If it is a workbook and openpyxl is not installed.
    SchemaError
        If it is no table with the columns of ``review.csv``.
    """
    path = Path(path)
    if not path.is_file():
        raise MissingDataError(f"{path}: there is no such corrections file")
    if path.suffix.lower() == ".xlsx":
        numbered: Iterable[tuple[int, list[str]]] = enumerate(Sheet(path).rows(), 1)
    else:
        numbered = _text_rows(path)
    found = list(_rows(numbered, path.name))
    if not found:
        raise SchemaError(
            f"{path.name}: no row with the columns what, quote, decision and correct_value; "
            "give the review.csv of a run, filled in",
        )
    return [row for row in found if row.number and any(map(row.cell, sorted(_ANSWERS)))]


def _rows(numbered: Iterable[tuple[int, list[str]]], file: str) -> Iterator[CorrectionRow]:
    """Yield every row below a header; the header itself as a row of number 0."""
    header: list[str] = []
    for number, raw in numbered:
        cells = [_GUARD.sub("", cell) for cell in raw]
        if names := _header(cells):
            header = names
            yield CorrectionRow(file, 0, {})
        elif header and any(cell.strip() for cell in cells):
            yield CorrectionRow(file, number, dict(zip(header, cells, strict=False)))


def _header(cells: Sequence[str]) -> list[str]:
    """Return the names of the columns where a row is a header, else nothing."""
    names = [_name(cell) for cell in cells]
    return names if {*names} >= _NEEDED and _ANSWERS & {*names} else []


def _name(cell: str) -> str:
    return "_".join(cell.replace("\ufeff", "").strip().lower().split())


def _text_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a text file; each header may bring another mark between the cells."""
    text = _decoded(path)
    number = 0
    for block, mark in _blocks(text):
        reader = csv.reader(io.StringIO(block, newline=""), delimiter=mark)
        try:
            for row in reader:
                number += 1
                yield number, row
        except csv.Error as error:
            raise SchemaError(
                f"{path.name}, row {number + 1}: not CSV: {error}; "
                "a quotation mark may be left open before it",
            ) from error


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text before each header, and say what parts the cells of each block."""
    lines: list[str] = []
    mark = ","
    for line in io.StringIO(text, newline=""):
        found = _mark(line)
        if found:
            if lines:
                yield "".join(lines), mark
            lines, mark = [], found
        lines.append(line)
    if lines:
        yield "".join(lines), mark


def _mark(line: str) -> str:
    """Return the mark that parts a header's cells; empty for any other line."""
    folded = line.lower()
    if len(line) > _LONGEST_HEADER or "what" not in folded or "quote" not in folded:
        return ""
    plain = line.replace("\ufeff", "")
    for mark in _MARKS:
        cells = next(csv.reader([plain], delimiter=mark), [])
        if _header(cells):
            return mark
    return ""


def _decoded(path: Path) -> str:
    if path.stat().st_size > _MOST_BYTES:
        raise SchemaError(f"{path.name}: too large for a table that a person filled in")
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in content:
            raise SchemaError(
                f"{path.name}: it is a binary file; save the table as CSV (UTF-8) or XLSX",
            ) from None
        return content.decode("cp1252", "replace")

"""Commands on tables: `read-incidents`, `geocode-table`, `join-units`, and tables for maps.

Data go to standard output, messages to standard error; `geomap.cli` names the commands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geomap.console import print_csv, say
from geomap.errors import DataError, SettingsError
from geomap.whole_file import check_target, whole_file

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from geomap.places.boundaries import BoundarySet
    from geomap.table_files import TableRead

__all__ = [
    "Columns",
    "geocode_table",
    "is_table",
    "join_units",
    "parse_columns",
    "read_incidents",
    "table_incidents",
]

TableFile = Annotated[
    Path,
    typer.Argument(help="A table: CSV, XLSX, Parquet, GeoJSON, GeoPackage or JSON lines."),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--columns", help="What columns hold: place=Location,date=Date."),
]
Precise = Annotated[
    str | None,
    typer.Option(help="Precision of coordinates in a table that gives none: settlement, site ..."),
]
Rejected = Annotated[Path, typer.Option(help="Where rows that cannot be used are written.")]
Shape = Annotated[str, typer.Option("--as", help="geomap, acled, ucdp or hxl.")]

REJECTED = Path("rejected.csv")
_TABLE_ONLY = frozenset((".xlsx", ".tsv", ".parquet", ".geoparquet", ".geojson", ".gpkg"))
_MAYBE = frozenset((".csv", ".json", ".jsonl", ".ndjson"))


def read_incidents(
    table: TableFile,
    columns: Columns = None,
    precision: Precise = None,
    shape: Shape = "geomap",
    rejected: Rejected = REJECTED,
) -> None:
    """Print a table of incidents in our columns, as CSV."""
    from geomap.table_exports import SHAPES

    if shape != "geomap" and shape not in SHAPES:
        raise SettingsError(f"--as {shape}: allowed are geomap, {', '.join(sorted(SHAPES))}")
    check_target(rejected)
    first = True
    for piece in _pieces(table, columns, precision, rejected):
        frame = piece.incidents if shape == "geomap" else SHAPES[shape](piece.incidents)
        if shape == "hxl" and not first:
            frame = frame.iloc[1:]
        print_csv(frame, header=first)
        first = False


def geocode_table(table: TableFile, columns: Columns = None) -> None:
    """Print a table with where each of its rows is, in CSV."""
    from geomap.table_files import geocode_table as geocode

    found = geocode(table, columns=parse_columns(columns))
    print_csv(found)
    _say_broken(table, found.attrs["broken"])


def join_units(table: TableFile, columns: Columns = None) -> None:
    """Print a table of points with their districts, in CSV."""
    from geomap.table_files import iter_joined

    first = True
    broken: list[tuple[int, str]] = []
    for piece in iter_joined(table, columns=parse_columns(columns)):
        print_csv(piece, header=first)
        first = False
        broken += piece.attrs["broken"]
    _say_broken(table, broken)


def table_incidents(
    table: Path,
    *,
    columns: list[str] | None = None,
    precision: str | None = None,
    boundaries: BoundarySet | None = None,
    rejected: Path = REJECTED,
) -> gpd.GeoDataFrame:
    """Return the incidents of a table for a map or a summary; say how it was read."""
    from geomap.errors import SchemaError
    from geomap.table_files import read_table

    read = read_table(
        table, columns=parse_columns(columns), precision=precision, boundaries=boundaries
    )
    say(f"{table.name}: {read.layout.describe()}")
    if not read.rows:
        say(f"{table.name}: the table has no rows below its header")
    _write_rejected([read.rejected], rejected, read.rows)
    if read.rows and not len(read.incidents):
        raise SchemaError(f"{table}: none of the {read.rows:,} rows can be used; see {rejected}")
    return read.incidents


def is_table(path: str | Path) -> bool:
    """Say whether a file is a table of incidents, and not of articles.

    A CSV or JSON file is one of articles if it has a column of texts and nothing that says where;
    a CSV file that is neither counts as a table, whose reader then says what is missing.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix in _TABLE_ONLY:
        return True
    if suffix not in _MAYBE or not file.is_file():
        return False
    from geomap.table_columns import match_columns
    from geomap.table_sources import open_table
    from geomap.text.article_fields import match_fields

    try:
        source = open_table(file)
    except DataError:
        return suffix == ".csv"
    has_text = "text" in match_fields(source.header)
    try:
        layout = match_columns(source.header, tags=source.tags)
    except DataError:
        return suffix == ".csv" and not has_text
    return layout.profile != "guess" or not has_text or {"lat", "lon"} <= layout.columns.keys()


def parse_columns(pairs: list[str] | None) -> dict[str, str | None]:
    """Return ``--columns`` as a mapping; a field with nothing behind ``=`` is left out.

    Raises
    ------
    SettingsError
        If a part has no ``=``.

    Examples
    --------
    >>> parse_columns(["place=Location, town,date=Date", "id="])
    {'place': 'Location, town', 'date': 'Date', 'id': None}
    """
    found: dict[str, str | None] = {}
    for pair in pairs or []:
        for part in _NEXT_PAIR.split(pair):
            name, mark, column = part.partition("=")
            if not mark or not name.strip():
                raise SettingsError(f"--columns {part!r}: write field=column, such as place=Town")
            found[name.strip()] = column.strip() or None
    return found


_NEXT_PAIR = re.compile(r",(?=\s*\w+\s*=)")


def _pieces(
    table: Path, columns: list[str] | None, precision: str | None, rejected: Path
) -> Iterator[TableRead]:
    from geomap.table_files import iter_incidents

    bad: list[pd.DataFrame] = []
    rows = 0
    for piece in iter_incidents(table, columns=parse_columns(columns), precision=precision):
        if not rows:
            say(f"{table.name}: {piece.layout.describe()}")
        rows += piece.rows
        bad.append(piece.rejected)
        yield piece
    if not rows:
        say(f"{table.name}: the table has no rows below its header")
    _write_rejected(bad, rejected, rows)


def _say_broken(table: Path, broken: list[tuple[int, str]]) -> None:
    """Say which rows do not fit their table; they are printed without an answer."""
    for number, reason in broken[:_SHOWN]:
        say(f"{table.name}, row {number}: {reason}; printed as far as it fits, without a place")
    if len(broken) > _SHOWN:
        say(f"{table.name}: and {len(broken) - _SHOWN:,} more such rows")


_SHOWN = 20  # rows that are named


def _write_rejected(frames: list[pd.DataFrame], path: Path, rows: int) -> None:
    import pandas as pd

    from geomap.tables import write_csv

    some = [frame for frame in frames if len(frame)]
    if not some:
        return
    table = pd.concat(some, ignore_index=True)
    try:
        with whole_file(path) as new:
            write_csv(table, new)
    except OSError as error:
        raise DataError(
            f"{path}: {len(table):,} rows cannot be used, and cannot be listed there: "
            f"{error.strerror}; work in a folder that can be written to",
        ) from error
    reasons = table["reason"].str.replace(r"'[^']*'|\d+", "...", regex=True).value_counts()
    told = ", ".join(f"{reason} ({count:,})" for reason, count in reasons.head(3).items())
    say(f"{len(table):,} of {rows:,} rows cannot be used; see {path}: {told}")

"""What becomes of a summary: one column per period, polygons, and files.

`write_summary` writes CSV, XLSX, Parquet, Markdown, GeoJSON or GeoPackage after the file's name.
No cell runs as a formula, no text of a report becomes markup, and the same table gives the same
bytes.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from geomap.errors import DataError, MissingDependencyError, SchemaError, SettingsError
from geomap.places.boundaries import CRS, BoundarySet
from geomap.summary_units import BY, OTHER_ROWS, summary_units
from geomap.tables import csv_safe, write_csv
from geomap.whole_file import check_target, whole_file

__all__ = [
    "check_summary_file",
    "markdown_table",
    "markdown_text",
    "only_set",
    "stamped",
    "to_wide",
    "with_geometry",
    "write_summary",
]

_ABOUT = ("pcode", "name", "level", "boundary_set", "vintage", "approximate")
_TIMES = ("period", "period_start", "period_end")


def to_wide(table: pd.DataFrame, *, values: str = "incidents") -> pd.DataFrame:
    """Return a summary with one column for each period, or each value that it is split by.

    Parameters
    ----------
    table
        What `summarize` gave with a period, a split or both. Of both, the periods become columns.
    values
        The column that fills the cells.

    Returns
    -------
    pandas.DataFrame
        One row for each unit (and value), columns pcode, name, the periods in order or the values
        in theirs, and for counts ``total``.

    Raises
    ------
    SettingsError
        If the table has neither periods nor a split.
    SchemaError
        If the table has no column of that name, or was put together from two boundary sets.
    """
    only_set(table)
    if values not in table:
        raise SchemaError(f"values is {values!r}, no column of the summary")
    split = split_column(table)
    across = "period" if "period" in table else split
    if across is None:
        raise SettingsError("a wide table needs periods or a split; give period or split_by")
    index = ["pcode", "name", *([split] if split is not None and across != split else [])]
    order = pd.MultiIndex.from_frame(table[index].drop_duplicates())
    wide = table.set_index([*index, across])[values].unstack().reindex(order)  # noqa: PD010 # as is
    wide = wide[list(dict.fromkeys(table[across]))]
    if pd.api.types.is_integer_dtype(table[values]) and not table[values].isna().any():
        wide = wide.astype("int64")
        if values not in {"population", "area_km2"}:
            wide["total"] = wide.sum(axis=1)
    wide.columns.name = None
    return wide.reset_index()


def split_column(table: pd.DataFrame) -> str | None:
    """Return the column that a summary is split by, or None."""
    names = list(table.columns)
    if "incidents" not in names:
        raise SchemaError("the table is no summary: it has no column incidents")
    between = [name for name in names[: names.index("incidents")] if name not in _ABOUT + _TIMES]
    return between[0] if between else None


def only_set(table: pd.DataFrame) -> str:
    """Return the boundary set of a summary.

    Raises
    ------
    SchemaError
        If the table has none, or was put together from summaries by different sets.
    """
    if "boundary_set" not in table:
        raise SchemaError("the table is no summary: it has no column boundary_set")
    frames = table[["boundary_set", "vintage", "level"]].drop_duplicates()
    if len(frames) > 1:
        found = " and ".join(
            f"{row.boundary_set} ({row.vintage}, {row.level})" for row in frames.itertuples()
        )
        raise SchemaError(f"the table mixes {found}: summarize with one boundary set")
    return str(frames["boundary_set"].iloc[0]) if len(frames) else ""


def with_geometry(
    table: pd.DataFrame, *, boundaries: BoundarySet | None = None, vintage: str = "set"
) -> gpd.GeoDataFrame:
    """Return a summary with the outlines of its units, for maps.

    Parameters
    ----------
    table
        What `summarize` gave.
    boundaries, vintage
        As they were given to `summarize`.

    Returns
    -------
    geopandas.GeoDataFrame
        The table with ``geometry``, EPSG:4326; None in the rows ``coarser``, ``abroad`` and
        ``unlocated``.

    Raises
    ------
    SchemaError
        If the table was made with another boundary set or another vintage.
    """
    name = only_set(table)
    level = str(table["level"].iloc[0])
    by = None if level == "country" else level
    if by is not None and by not in BY:
        raise SchemaError(f"the table has units of level {level!r}, which no boundary set draws")
    units = summary_units(by, boundaries=boundaries, vintage=vintage)
    codes = set(table["pcode"]) - {*OTHER_ROWS}
    if units.boundaries.name != name or not codes <= set(units.pcodes):
        raise SchemaError(
            f"the table was made with {name} ({table['vintage'].iloc[0]}), not with "
            f"{units.boundaries.name} ({units.boundaries.vintage}): "
            "give the boundaries and the vintage that it was made with",
        )
    shapes = units.shapes()
    geometry = [shapes.get(code) for code in table["pcode"]]
    return gpd.GeoDataFrame(
        table.copy(), geometry=gpd.GeoSeries(geometry, index=table.index, crs=CRS)
    )


def write_summary(
    table: pd.DataFrame,
    path: str | Path,
    *,
    boundaries: BoundarySet | None = None,
    vintage: str = "set",
    data_until: date | None = None,
) -> None:
    """Write a summary to a file, in the format of its ending.

    Parameters
    ----------
    table
        A summary, long or wide.
    path
        ``.csv``, ``.xlsx`` (needs the extra), ``.parquet``, ``.md``, ``.geojson`` or ``.gpkg``.
    boundaries, vintage
        As they were given to `summarize`, for the formats with polygons.
    data_until
        The date that the stamps of a spreadsheet or a GeoPackage are set to; None is the first of
        1980.

    Raises
    ------
    SettingsError
        If the ending is none of these.
    MissingDependencyError
        If openpyxl is not installed and the file is a spreadsheet.
    DataError
        If the file cannot be written.
    """
    file = Path(path)
    check_summary_file(file)
    suffix = file.suffix.lower()
    try:
        with whole_file(file) as new:
            if suffix in _DRIVERS:
                shaped = with_geometry(table, boundaries=boundaries, vintage=vintage)
                layer = re.sub(r"\W+", "_", file.stem)
                with _stamps_of(data_until):
                    shaped.to_file(new, driver=_DRIVERS[suffix], layer=layer, engine="pyogrio")
            elif suffix == ".xlsx":
                new.write_bytes(_xlsx(table, data_until))
            else:
                _WRITERS[suffix](table, new)
    except (OSError, pyogrio.errors.DataSourceError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise DataError(f"{file}: cannot write there: {reason}; name another file") from error


@contextmanager
def _stamps_of(day: date | None) -> Iterator[None]:
    """Let GDAL date what it writes by a day, not by the clock."""
    name = "OGR_CURRENT_DATE"
    before = pyogrio.get_gdal_config_option(name)
    pyogrio.set_gdal_config_options({name: f"{day or _FIRST_DAY}T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({name: before})


def check_summary_file(file: Path) -> None:
    """Say before the work begins that a summary cannot be written to a file.

    Raises
    ------
    SettingsError
        If its ending is none of a format.
    DataError
        If it is a folder, or lies in no folder.
    """
    known = {*_WRITERS, *_DRIVERS, ".xlsx"}
    if file.suffix.lower() not in known:
        known_words = ", ".join(sorted(known))
        raise SettingsError(f"{file.name}: a summary is written as one of {known_words}")
    check_target(file)


def markdown_table(table: pd.DataFrame, *, columns: Sequence[str] | None = None) -> str:
    r"""Return a table as Markdown, numbers to the right, with every text escaped.

    Parameters
    ----------
    table
        Any table; of a summary the columns are chosen, and a line below names the boundary set.
    columns
        The columns to show; None chooses.

    Examples
    --------
    >>> print(markdown_table(pd.DataFrame({"name": ["a|b"], "incidents": [1200]})))
    | name | incidents |
    | :--- | ---: |
    | a\|b | 1,200 |
    """
    chosen = list(columns) if columns is not None else _readable(table)
    missing = [name for name in chosen if name not in table]
    if missing:
        raise SchemaError(f"the table has no column {', '.join(missing)}")
    numeric = {name: pd.api.types.is_numeric_dtype(table[name]) for name in chosen}
    lines = [
        [markdown_text(str(name).replace("_", " ")) for name in chosen],
        ["---:" if numeric[name] else ":---" for name in chosen],
        *([_cell(value) for value in row] for row in table[chosen].itertuples(index=False)),
    ]
    text = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    return text + _below(table)


_READABLE = (
    "name", *_TIMES[:1], "incidents", "fatalities_low", "fatalities", "fatalities_high", "injured",
    "operations", "incidents_per_100k", "fatalities_per_100k", "incidents_change",
)  # fmt: skip


def _readable(table: pd.DataFrame) -> list[str]:
    """Return the columns of a summary that fit a page; of another table all."""
    if "boundary_set" not in table:
        return [str(name) for name in table.columns if name != "geometry"]
    split = split_column(table)
    head = [name for name in _READABLE[:2] if name in table] + ([split] if split else [])
    return head + [name for name in _READABLE[2:] if name in table]


def _below(table: pd.DataFrame) -> str:
    if "boundary_set" not in table or not len(table):
        return ""
    first = table.iloc[0]
    lines = "approximate lines" if first["approximate"] else "lines as published"
    about = f"Units: {first['boundary_set']}, {first['vintage']}, {lines}."
    return f"\n\n{markdown_text(about)}"


def _cell(value: Any) -> str:
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return (
            f"{value:,}"
            if float(value).is_integer() and not isinstance(value, float)
            else (f"{value:,.2f}")
        )
    return markdown_text(str(value))


def markdown_text(text: str) -> str:
    r"""Return text on one line that Markdown shows as it is, at the start of a line too.

    It becomes no markup, no link, no heading, no cell and no HTML.

    Examples
    --------
    >>> print(markdown_text("1. <b>*http://x.example*"))
    1\. &lt;b&gt;\*http\://x.example\*
    """
    escaped = _MARKUP.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))
    return _AT_START.sub(lambda at: f"{at[1]}\\{at[2]}" if at[1] else f"\\{at[0]}", escaped)


_MARKUP = re.compile(r"([\\`*_\[\]|~!#@$]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_AT_START = re.compile(r"^(?:[-+=]|(\d+)([.)]))")


def _write_parquet(table: pd.DataFrame, path: Path) -> None:
    pd.DataFrame(table.drop(columns="geometry", errors="ignore")).to_parquet(path, index=False)


def _write_markdown(table: pd.DataFrame, path: Path) -> None:
    text = markdown_table(table) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n", errors="backslashreplace")


_FIRST_DAY = date(1980, 1, 1)
_DRIVERS = MappingProxyType({".geojson": "GeoJSON", ".gpkg": "GPKG"})
_WRITERS: Mapping[str, Callable[[pd.DataFrame, Path], None]] = MappingProxyType(
    {".csv": write_csv, ".parquet": _write_parquet, ".md": _write_markdown},
)


def _xlsx(table: pd.DataFrame, data_until: date | None) -> bytes:
    """Return a table as a spreadsheet of one sheet, its header fixed."""
    try:
        openpyxl = import_module("openpyxl")  # an extra, without types
    except ImportError as error:
        raise MissingDependencyError(
            "writing XLSX needs openpyxl: pip install 'geomap-pk[xlsx]'",
        ) from error
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "summary"
    plain = pd.DataFrame(table.drop(columns="geometry", errors="ignore"))
    for number, row in enumerate([list(plain.columns), *plain.itertuples(index=False)], 1):
        for column, value in enumerate(row, 1):
            _fill(sheet.cell(row=number, column=column), value)
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
        width = max(10, min(40, len(str(cell.value)) + 2))
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "C2"
    buffer = io.BytesIO()
    book.save(buffer)
    return stamped(buffer.getvalue(), data_until or _FIRST_DAY)


def _fill(cell: Any, value: Any) -> None:
    """Put a value into a cell; text stays text, whatever it begins with."""
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN
        return
    if isinstance(value, str):
        cell.value = _CONTROLS.sub(" ", str(csv_safe(value)))[:_LONGEST_CELL]
        cell.data_type = "s"
    else:
        cell.value = value.item() if hasattr(value, "item") else value


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_000


def stamped(content: bytes, day: date) -> bytes:
    """Return a zip file whose stamps are all one day, so that the same table is the same bytes."""
    stamp = f"{max(day, date(1980, 1, 1)).isoformat()}T00:00:00Z".encode()
    when = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist()):
            body = _STAMPS.sub(rb"\g<1>" + stamp + rb"\g<2>", old.read(name))
            info = zipfile.ZipInfo(name, date_time=when)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, body)
    return out.getvalue()


_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")

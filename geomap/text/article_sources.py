"""The files that the sources of a run name, and what reads each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from geomap.errors import MissingDataError
from geomap.text.article_fields import Dropped, Item, ReadOptions
from geomap.text.article_lines import read_json, read_json_lines
from geomap.text.article_tables import read_article_table
from geomap.text.documents import read_markdown, read_text
from geomap.text.feeds import find_feedparser, read_feed
from geomap.text.html_pages import find_trafilatura, read_html

__all__ = ["SUFFIXES", "check_extras", "holds_one_article", "input_files", "read_file"]

SUFFIXES = ".txt, .md, .html, .rss, .atom, .xml, .jsonl, .json, .csv and .tsv"
"""The files that are read, for messages."""

_Reader = Callable[[Path, str, ReadOptions], Iterator[Item]]

_READERS: dict[str, _Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".csv": read_article_table,
    ".tsv": read_article_table,
}
_TABLES = frozenset({".xlsx", ".xls", ".parquet", ".geoparquet", ".geojson", ".gpkg"})
_NOT_REPORTS = re.compile(r"(?i)^(readme|licen[cs]e|notice|changelog|sources)\b")


def input_files(sources: Iterable[str | Path]) -> list[tuple[Path, str]]:
    """List the files of the sources, each with the name that its ids start from.

    That name is the path relative to the given folder, or the file's own name. Hidden files of a
    folder and those that describe it (README, LICENSE ...) are left out.

    Raises
    ------
    MissingDataError
        If a source does not exist.
    """
    files: dict[Path, str] = {}
    for source in sources:
        if has_magic(str(source)) and not Path(source).exists():
            paths = _matching(str(source))
            if not paths:
                raise MissingDataError(f"{source}: no file has such a name")
        else:
            paths = [Path(source)]
        for path in paths:
            if path.is_dir():
                inside = sorted(file for file in path.rglob("*") if file.is_file())
                for file in inside:
                    relative = file.relative_to(path)
                    hidden = any(part.startswith(".") for part in relative.parts)
                    if not hidden and not _NOT_REPORTS.match(file.name):
                        files.setdefault(file, relative.as_posix())
            elif path.is_file():
                files.setdefault(path, path.name)
            else:
                raise MissingDataError(f"{path}: there is no such file or folder")
    return list(files.items())


def _matching(pattern: str) -> list[Path]:
    """Return the files that a glob pattern names, sorted."""
    return sorted(Path(name) for name in glob(pattern, recursive=True))  # noqa: PTH207 - any root


def check_extras(files: Iterable[tuple[Path, str]]) -> None:
    """Find out before the work begins whether a file needs an extra that is not installed.

    Raises
    ------
    MissingDependencyError
        If so; the message names the file and gives the line that installs the extra.
    """
    first: dict[_Reader | None, str] = {}
    for path, name in files:
        first.setdefault(_READERS.get(path.suffix.lower()), name)
    if read_html in first:
        find_trafilatura(first[read_html])
    if read_feed in first:
        find_feedparser(first[read_feed])


def holds_one_article(path: Path) -> bool:
    """Whether a file holds a single article, whose id is the file's name."""
    return _READERS.get(path.suffix.lower()) in {read_text, read_html}


def read_file(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read the articles of one file."""
    suffix = path.suffix.lower()
    reader = _READERS.get(suffix)
    if reader is not None:
        yield from reader(path, name, options)
    elif suffix in _TABLES:
        reason = "not a report but a table: geomap draw-map and geomap read-incidents read it"
        yield Dropped(where=name, reason=reason)
    else:
        yield Dropped(where=name, reason=f"not a report: {SUFFIXES} files are read")

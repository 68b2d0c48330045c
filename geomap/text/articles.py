"""Read reports from files into Articles.

Text files (``.txt``), Markdown (``.md``, ``.markdown``) and JSON lines (``.jsonl``, ``.ndjson``).
The text of an Article is the input's characters unchanged. What cannot be read is never lost in
silence: `scan_articles` yields a `Dropped` in its place, with the file, the line and what to do.
"""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from glob import glob, has_magic
from pathlib import Path

from geomap.errors import DataError, MissingDataError
from geomap.records import Article
from geomap.text.dates import find_dates, publication_date_in

__all__ = ["MAX_CHARACTERS", "Dropped", "input_files", "read_articles", "scan_articles"]

MAX_CHARACTERS = 1_000_000
"""The longest article that is read; a longer one is nearly always several in one file."""

_PLAIN = {".txt", ".md", ".markdown"}
_LINES = {".jsonl", ".ndjson"}
_TITLE_LENGTH = 200
_BINARY_SAMPLE = 8192
_NOT_REPORTS = re.compile(r"(?i)^(readme|licen[cs]e|notice|changelog|sources)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Something that was not read: where (file, and line or article id) and why, in one line."""

    where: str
    reason: str


def read_articles(*sources: str | Path) -> list[Article]:
    """Read reports from files, folders or glob patterns.

    Parameters
    ----------
    *sources
        Text, Markdown or JSONL files, folders of them (read with all that is below), or patterns.

    Returns
    -------
    list of Article
        In the order of the sources; files of a folder by name. Each thing that could not be read
        raises a warning that says where and why.

    Raises
    ------
    MissingDataError
        If a source does not exist.
    DataError
        If no article could be read at all.

    Examples
    --------
    >>> import geomap
    >>> articles = geomap.read_articles("seeds/")
    >>> articles[0].published_source
    'header'
    """
    articles = []
    for item in scan_articles(sources):
        if isinstance(item, Dropped):
            warnings.warn(f"{item.where}: {item.reason}", stacklevel=2)
        else:
            articles.append(item)
    if not articles:
        names = ", ".join(map(str, sources)) or "nothing"
        raise DataError(
            f"no report could be read from {names}: give .txt, .md or .jsonl files, "
            "or a folder that holds some",
        )
    return articles


def scan_articles(sources: Iterable[str | Path]) -> Iterator[Article | Dropped]:
    """Yield every article of the sources, and a `Dropped` for each thing that was not read.

    Articles of one id and one text are given once; articles that share an id but not the text all
    get a suffix made of their text.

    Raises
    ------
    MissingDataError
        If a source does not exist.
    """
    items: list[Article | Dropped] = []
    for path, name in input_files(sources):
        items.extend(_read_file(path, name))
    yield from _with_unique_ids(items)


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


def _read_file(path: Path, name: str) -> Iterator[Article | Dropped]:
    suffix = path.suffix.lower()
    if suffix not in _PLAIN | _LINES:
        yield Dropped(where=name, reason="not a report: .txt, .md and .jsonl files are read")
        return
    try:
        text = _decode(path.read_bytes())
    except (OSError, DataError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        yield Dropped(where=name, reason=f"cannot be read: {reason}")
        return
    if suffix in _LINES:
        yield from _read_lines(text, name)
        return
    article = _article({"id": name, "text": text, "title": _first_line(text)})
    yield Dropped(where=name, reason=article) if isinstance(article, str) else article


def _decode(data: bytes) -> str:
    """Decode UTF-8, or UTF-16 with a byte order mark; line ends stay as they are."""
    if not data.strip():
        raise DataError("the file is empty")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif b"\0" in data[:_BINARY_SAMPLE]:
        raise DataError("it is a binary file; save the report as text (UTF-8)")
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataError(
            f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}; "
            "save the file with the encoding UTF-8",
        ) from error


def _read_lines(text: str, name: str) -> Iterator[Article | Dropped]:
    any_line = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        any_line = True
        where = f"{name}, line {number}"
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
            yield Dropped(where=where, reason=f"not JSON ({reason}); one object a line is read")
            continue
        if not isinstance(row, dict):
            yield Dropped(where=where, reason="not a JSON object with a field `text`")
            continue
        article = _article({"id": f"{name}#{number}", **_without_nulls(row)})
        yield Dropped(where=where, reason=article) if isinstance(article, str) else article
    if not any_line:
        yield Dropped(where=name, reason="the file is empty")


def _without_nulls(row: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in row.items() if value is not None}


def _article(row: dict[str, object]) -> Article | str:
    """Make an Article of a row, or say in a few words why not."""
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return "no text: the field `text` must be a string that is not empty"
    if len(text) > MAX_CHARACTERS:
        return (
            f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}; "
            "split it into single reports"
        )
    published, origin, problem = _published(text, row.get("published"))
    if problem:
        return problem
    return Article(
        id=str(row["id"]),
        text=text,
        title=_string(row.get("title")),
        published=published,
        published_source=origin,
        source=_string(row.get("source")),
        url=_string(row.get("url")),
        language=_string(row.get("language")) or _language(text),
    )


def _published(text: str, given: object) -> tuple[date | None, str, str]:
    """Return the publication date, where it comes from, and what is wrong with it."""
    header = publication_date_in(text)
    if header is not None:
        return header.first, "header", ""
    if given is not None:
        try:
            return date.fromisoformat(str(given)[:10]), "metadata", ""
        except ValueError:
            return None, "none", f"the field `published` is {str(given)[:40]!r}: write 2026-02-05"
    dateline = _DATELINE.search(text, 0, _LEAD)
    if dateline is not None:
        for span in find_dates(dateline["date"], published=None):
            if span.precision == "day" and span.first is not None:
                return span.first, "dateline", ""
    return None, "none", ""


_LEAD = 2000
_DATELINE = re.compile(
    r"^[A-Z][A-Z .'/-]{2,40}[,(]\s*"
    r"(?P<date>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s\d{4})",
    re.MULTILINE,
)


def _string(value: object) -> str | None:
    text = str(value).strip() if value is not None else ""
    return text or None


def _first_line(text: str) -> str | None:
    header = publication_date_in(text)
    start = header.end if header is not None else 0
    for line in text[start : start + 4000].splitlines():
        title = _TITLE_LABEL.sub("", line.strip(_AROUND_TITLE)).strip(_AROUND_TITLE)
        if title:
            return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"
    return None


_AROUND_TITLE = " \t#-–:*\"'\u200e\u200f"
_TITLE_LABEL = re.compile(r"^title\s*:", re.IGNORECASE)


_ARABIC = re.compile("[\u0620-\u06ff]")
_LATIN = re.compile("[A-Za-z]")


def _language(text: str) -> str:
    """Tell English, Urdu and mixed text apart by the share of each script."""
    sample = text[:20_000]
    arabic, latin = len(_ARABIC.findall(sample)), len(_LATIN.findall(sample))
    share = arabic / max(1, arabic + latin)
    return "ur" if share > 0.8 else "mixed" if share > 0.1 else "en"


def _with_unique_ids(items: list[Article | Dropped]) -> Iterator[Article | Dropped]:
    texts: dict[str, set[str]] = {}
    for item in items:
        if isinstance(item, Article):
            texts.setdefault(item.id, set()).add(item.text)
    given: set[tuple[str, str]] = set()
    for item in items:
        if isinstance(item, Dropped):
            yield item
        elif (item.id, item.text) in given:
            yield Dropped(where=item.id, reason="the same article again; it is read once")
        else:
            given.add((item.id, item.text))
            if len(texts[item.id]) == 1:
                yield item
                continue
            digest = hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
            yield replace(item, id=f"{item.id}-{digest}")

"""The word lists that reading rests on: those that geomap ships, and a user's own rows.

The lists are tables in ``geomap/data``; docs/extending.md describes each. A user's folder may hold
tables of the same names with further rows. `read_lexicons` checks them at the door, and within
``with lexicons_in_use(...)`` they are read with the shipped ones: a user's row goes before a
shipped one on the same words. What is made of the lists is remembered by `per_lexicons`.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from geomap.errors import MissingDataError, SchemaError
from geomap.paths import data_file
from geomap.records import EVENT_TYPES, SUB_EVENT_TYPES

__all__ = [
    "EXTENDABLE",
    "UserLexicons",
    "lexicon_rows",
    "lexicons_in_use",
    "per_lexicons",
    "read_lexicons",
]

P = ParamSpec("P")
T = TypeVar("T")
Row = dict[str, str]

EXTENDABLE: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "actors.csv": (("name", "kind", "side"), ("spellings", "name_ur", "labels")),
    "triggers.csv": (("class", "event_type"), ("phrases", "phrases_ur")),
    "wordings.csv": (("class",), ("wordings", "wordings_ur")),
    "event_cues.csv": (("cue",), ("phrases", "phrases_ur")),
    "victims.csv": (("word", "language", "side", "form"), ("word",)),
    "outcomes.csv": (("phrase", "language", "outcome", "form"), ("phrase",)),
    "speakers.csv": (("word", "language", "speaker"), ("word",)),
    "common_words.csv": (("word", "cue"), ("word",)),
    "ordinary_use.csv": (("word",), ("before", "after")),
}
"""The tables that a user may extend: the columns that every row fills, and those with words."""

_FIXED = {
    "event_type": (*EVENT_TYPES, "by_target"),
    "sub_event_type": tuple(sub for subs in SUB_EVENT_TYPES.values() for sub in subs),
    "language": ("en", "ur"),
    "known_noun_only": ("yes",),
}
_CODES = {
    "actors.csv": ("kind", "side"),
    "triggers.csv": ("class",),
    "wordings.csv": ("class",),
    "event_cues.csv": ("cue",),
    "victims.csv": ("side", "form"),
    "outcomes.csv": ("outcome", "form"),
    "speakers.csv": ("speaker",),
    "common_words.csv": ("cue",),
}
"""Columns in which only the words of the shipped table are understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserLexicons:
    """A user's rows by table, and the name, number of rows and sha256 of each file."""

    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    files: tuple[tuple[str, int, str], ...] = ()

    @property
    def key(self) -> tuple[tuple[str, int, str], ...]:
        """What tells these lexicons from others."""
        return self.files


_SHIPPED = UserLexicons()
_IN_USE: ContextVar[UserLexicons] = ContextVar("lexicons", default=_SHIPPED)


@contextmanager
def lexicons_in_use(lexicons: UserLexicons) -> Iterator[None]:
    """Read with these rows in addition to the shipped ones, in this thread and this block."""
    token = _IN_USE.set(lexicons)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def per_lexicons(make: Callable[P, T]) -> Callable[P, T]:
    """Remember what a function makes of the lexicons, anew for each set of a user's rows.

    As `functools.cache`, for functions of few arguments; of a user's rows only the latest are
    remembered.
    """
    known: dict[object, dict[object, T]] = {}

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> T:
        lexicons = _IN_USE.get().files
        if not kwargs:  # asked for dozens of times with every article
            try:
                return known[lexicons][args]
            except KeyError:
                pass
        results = known.get(lexicons)
        if results is None:
            for old in [key for key in known if key]:
                known.pop(old, None)
            results = known.setdefault(lexicons, {})
        given = (args, *sorted(kwargs.items())) if kwargs else args
        if given not in results:
            results[given] = make(*args, **kwargs)
        return results[given]

    return made


def lexicon_rows(name: str) -> list[Row]:
    """Return the rows of a table, a user's first; a shipped row on the same word is left out.

    Parameters
    ----------
    name
        A file of ``geomap/data``.
    """
    own = _IN_USE.get().rows.get(name, ())
    if not own:
        return list(_shipped(name))
    taken = {_identity(row) for row in own} - {None}
    return [*own, *(row for row in _shipped(name) if _identity(row) not in taken)]


_BESIDE_A_NOUN = frozenset({"modifier", "title"})
"""Forms in which a word may stand in `victims.csv` besides its row as a noun."""


def _identity(row: Row) -> tuple[str, str, str] | None:
    """Return what a row on a single word is about; None for a row of several phrases."""
    if "language" not in row:
        return None
    form = row.get("form") or ""
    return row.get("word") or row["phrase"], row["language"], form if form in _BESIDE_A_NOUN else ""


@cache
def _shipped(name: str) -> tuple[Row, ...]:
    with data_file(name).open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def read_lexicons(folder: str | Path) -> UserLexicons:
    """Read a user's tables.

    Parameters
    ----------
    folder
        A folder with CSV tables in UTF-8 named as those of `EXTENDABLE`, with the same columns;
        columns that need not be filled may be left out.

    Raises
    ------
    MissingDataError
        If there is no such folder, or no table in it.
    SchemaError
        If a file, a column or a row is not what geomap knows; the message says which and what is
        allowed.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise MissingDataError(f"{folder}: there is no such folder of lexicons")
    paths = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "README")))
    rows: dict[str, list[Row]] = {}
    files = []
    for path in paths:
        if path.name not in EXTENDABLE or not path.is_file():
            raise SchemaError(
                f"{path.name} is no lexicon that can be extended; {', '.join(EXTENDABLE)} are"
            )
        content = path.read_bytes()
        rows[path.name] = _read_table(path.name, content)
        digest = hashlib.sha256(content).hexdigest()
        files.append((path.name, len(rows[path.name]), digest))
    if not files:
        raise MissingDataError(f"{folder}: it has none of {', '.join(EXTENDABLE)}")
    return UserLexicons(rows=rows, files=tuple(files))


def _read_table(name: str, content: bytes) -> list[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SchemaError(f"{name}: not UTF-8 text; save it as CSV (UTF-8)") from error
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        table = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise SchemaError(f"{name}, line {reader.line_num}: not CSV: {error}") from error
    header = [cell.strip().lower() for cell in table[0][1]] if table else []
    _check_header(name, header)
    found = []
    for line, cells in table[1:]:
        if any(cell.strip() for cell in cells):
            if len(cells) > len(header):
                raise SchemaError(f"{name}, line {line}: more cells than the header has columns")
            row = dict(zip(header, (" ".join(cell.split()) for cell in cells), strict=False))
            found.append(_checked(name, line, row))
    return found


def _check_header(name: str, header: Sequence[str]) -> None:
    known = list(_shipped(name)[0])
    unknown = next((column for column in header if column not in known), None)
    if unknown is not None:
        raise SchemaError(f"{name}: unknown column {unknown!r}; known are {', '.join(known)}")
    needed, words = EXTENDABLE[name]
    missing = next((column for column in needed if column not in header), None)
    if missing is not None:
        raise SchemaError(f"{name}: there is no column {missing!r}; needed are {', '.join(needed)}")
    if not {*words} & {*header}:
        raise SchemaError(f"{name}: there is no column with words; known are {', '.join(words)}")


def _checked(name: str, line: int, row: Row) -> Row:
    """Return a row with all columns of its table; a SchemaError says what is not allowed."""
    needed, words = EXTENDABLE[name]
    whole = {column: row.get(column, "") for column in _shipped(name)[0]}
    for column in needed:
        if not whole[column]:
            raise SchemaError(f"{name}, line {line}: {column} is empty")
    if not any(whole[column] for column in words):
        raise SchemaError(f"{name}, line {line}: no words; fill {' or '.join(words)}")
    for column, value in whole.items():
        allowed = _allowed(name, column)
        if value and allowed and value not in allowed:
            raise SchemaError(
                f"{name}, line {line}: {column} {value!r} is not known; "
                f"allowed are {', '.join(allowed)}",
            )
    if "language" in whole:
        whole[words[0]] = whole[words[0]].lower()  # texts are read in lower case
    return whole | {column: _parted(whole[column]) for column in words}


def _parted(text: str) -> str:
    """Return phrases without the spaces around the bars that part them, none empty."""
    return "|".join(part for part in (one.strip() for one in text.split("|")) if part)


@cache
def _allowed(name: str, column: str) -> tuple[str, ...]:
    """Return the words that a column may hold; empty where any may."""
    if column in _CODES.get(name, ()):
        return tuple(sorted({row[column] for row in _shipped(name)}))
    return _FIXED.get(column, ())

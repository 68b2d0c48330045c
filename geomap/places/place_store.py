"""The file of the user's own places: collections of them, written whole or not at all.

The file, ``places.sqlite`` in the user's data folder, holds collections: ``own`` for places that
the user added, ``geonames-PK`` for a dump. It is read by key, never as a whole, so that tens of
thousands of places cost a look-up nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path

from geomap.errors import DataError, SettingsError
from geomap.paths import below, user_data_dir
from geomap.places.entries import ENTRY_COLUMNS, LIST_COLUMNS, Entry, entry_keys, made_entry
from geomap.places.names import loose_key

__all__ = [
    "OWN",
    "Collection",
    "list_collections",
    "open_store",
    "remove_collection",
    "store_path",
    "stored_entry",
    "write_collection",
]

OWN = "own"
"""The collection of places that the user added."""


_VERSION = 1


_SCHEMA = f"""
CREATE TABLE collections (
    name TEXT PRIMARY KEY, title TEXT, licence TEXT, attribution TEXT, vintage TEXT, sha256 TEXT,
    rows INTEGER, rejected INTEGER
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY, collection TEXT NOT NULL, {", ".join(ENTRY_COLUMNS)}
);
CREATE UNIQUE INDEX entry_ids ON entries (id, collection);
CREATE INDEX entry_collections ON entries (collection);
CREATE TABLE names (key TEXT NOT NULL, loose TEXT NOT NULL, entry INTEGER NOT NULL);
CREATE INDEX name_keys ON names (key);
CREATE INDEX name_loose ON names (loose);
CREATE INDEX name_entries ON names (entry);
PRAGMA user_version = {_VERSION};
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Where a set of installed places comes from.

    `vintage` is the date of its latest change, `rows` how many places it has, `rejected` how
    many rows of its file could not be used.
    """

    name: str
    title: str
    licence: str
    attribution: str
    vintage: str
    sha256: str
    rows: int
    rejected: int


def store_path() -> Path:
    """Return the path of the user's gazetteer, which need not exist."""
    return below(user_data_dir(), "places.sqlite")


def list_collections(path: Path | None = None) -> list[Collection]:
    """Return what is installed, by name; an empty list where nothing is.

    Raises
    ------
    DataError
        If the file is damaged.
    """
    path = path or store_path()
    if not path.exists():
        return []
    with closing(open_store(path)) as connection:
        rows = connection.execute("SELECT * FROM collections ORDER BY name").fetchall()
    names = [column.name for column in fields(Collection)]
    return [Collection(**dict(zip(names, row, strict=True))) for row in rows]


def write_collection(
    collection: Collection,
    entries: Iterable[Entry],
    *,
    replace: bool = True,
    path: Path | None = None,
) -> Collection:
    """Put places into the user's gazetteer, all of them or, on an error, none.

    Parameters
    ----------
    collection
        Its record; `rows` is counted here.
    entries
        The places; one with the id of a place that is there takes its stead.
    replace
        Whether the places that the collection has go first.
    path
        The file; None is the user's.

    Returns
    -------
    Collection
        The record with the number of rows that it has now.

    Raises
    ------
    DataError
        If the file cannot be written.
    """
    path = path or store_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
            _prepare(connection, path)
            connection.execute("BEGIN IMMEDIATE")
            if replace:
                _delete(connection, collection.name)
            _insert(connection, collection.name, entries)
            done = _record(connection, collection)
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise DataError(f"{path} cannot be written: {error}") from error
    return done


def remove_collection(name: str, *, path: Path | None = None) -> None:
    """Take a collection out of the user's gazetteer.

    Raises
    ------
    SettingsError
        If there is none of that name.
    """
    path = path or store_path()
    names = [one.name for one in list_collections(path)]
    if name not in names:
        raise SettingsError(f"no collection {name!r}; there are {', '.join(names) or 'none'}")
    with closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        _delete(connection, name)
        connection.execute("COMMIT")


def stored_entry(row: tuple[object, ...]) -> Entry:
    """Return the place of a row of `entries` that holds `ENTRY_COLUMNS`."""
    values = dict(zip(ENTRY_COLUMNS, row, strict=True))
    values["ambiguous"] = bool(values["ambiguous"])
    return made_entry(values)


def open_store(path: Path) -> sqlite3.Connection:
    """Open a file to read it.

    Raises
    ------
    DataError
        If it cannot be opened, is damaged, or is of another version of geomap.
    """
    advice = "delete it, then install and add your places again"
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=30, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise DataError(f"{path} cannot be opened: {error}; {advice}") from error
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise DataError(f"{path} is damaged: {error}; {advice}") from error
    if version != _VERSION:
        connection.close()
        raise DataError(f"{path} is of version {version}, not {_VERSION}; {advice}")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == 0:
        connection.executescript(_SCHEMA)
    elif version != _VERSION:
        raise DataError(f"{path} is of version {version}, not {_VERSION}; delete it")


def _delete(connection: sqlite3.Connection, name: str) -> None:
    connection.execute(
        "DELETE FROM names WHERE entry IN (SELECT number FROM entries WHERE collection = ?)",
        (name,),
    )
    connection.execute("DELETE FROM entries WHERE collection = ?", (name,))
    connection.execute("DELETE FROM collections WHERE name = ?", (name,))


def _insert(connection: sqlite3.Connection, collection: str, entries: Iterable[Entry]) -> None:
    marks = ", ".join("?" * (len(ENTRY_COLUMNS) + 1))
    for entry in entries:
        old = connection.execute(
            "SELECT number FROM entries WHERE id = ? AND collection = ?", (entry.id, collection)
        ).fetchone()
        if old is not None:
            connection.execute("DELETE FROM names WHERE entry = ?", old)
            connection.execute("DELETE FROM entries WHERE number = ?", old)
        cursor = connection.execute(
            f"INSERT INTO entries (collection, {', '.join(ENTRY_COLUMNS)}) VALUES ({marks})",  # noqa: S608
            (collection, *_row(entry)),
        )
        connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?)",
            [(key, loose_key(key), cursor.lastrowid) for key in entry_keys(entry)],
        )


def _row(entry: Entry) -> Iterator[object]:
    for column in ENTRY_COLUMNS:
        value = getattr(entry, column)
        yield "|".join(value) if column in LIST_COLUMNS else value


def _record(connection: sqlite3.Connection, collection: Collection) -> Collection:
    (rows,) = connection.execute(
        "SELECT COUNT(*) FROM entries WHERE collection = ?", (collection.name,)
    ).fetchone()
    values = {column.name: getattr(collection, column.name) for column in fields(Collection)}
    values["rows"] = rows
    connection.execute(
        "INSERT OR REPLACE INTO collections VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        tuple(values.values()),
    )
    return Collection(**values)

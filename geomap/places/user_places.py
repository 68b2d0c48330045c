"""The user's own gazetteer: installed country dumps and added places, in one indexed file.

The file, ``places.sqlite`` in the user's data folder, holds collections: ``own`` for places that
the user added, ``geonames-PK`` for a dump. It is read by key, never as a whole, so that tens of
thousands of places cost a look-up nothing. `full_gazetteer` is the gazetteer that geomap ships
with these behind it: the user's own places come first, then those of geomap, then the dumps'.

`geomap.places.additions` fills the file.
"""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from geomap.errors import DataError, SettingsError
from geomap.paths import below, user_data_dir
from geomap.places.boundary_store import NamedArea, named_areas
from geomap.places.gazetteer import FUZZY_FLOOR, Entry, Gazetteer, Match, load_gazetteer
from geomap.places.names import fold_name, loose_key, spelling_variants
from geomap.places.similar import SimilarNames
from geomap.places.units import unit

__all__ = [
    "OWN",
    "Collection",
    "UserGazetteer",
    "full_gazetteer",
    "list_collections",
    "recognised_names",
    "remove_collection",
    "store_path",
    "write_collection",
]

OWN = "own"
"""The collection of places that the user added."""

_VERSION = 1
_COLUMNS = tuple(column.name for column in fields(Entry))
_LISTS = {"name_ur", "spellings", "districts"}
_SCHEMA = f"""
CREATE TABLE collections (
    name TEXT PRIMARY KEY, title TEXT, licence TEXT, attribution TEXT, vintage TEXT, sha256 TEXT,
    rows INTEGER, rejected INTEGER
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY, collection TEXT NOT NULL, {", ".join(_COLUMNS)}
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
    with closing(_connect(path)) as connection:
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


def full_gazetteer(path: Path | None = None) -> Gazetteer:
    """Return the gazetteer that geomap ships, with the user's places where there are any.

    Parameters
    ----------
    path
        The user's file; None is the usual one. It is opened again when it has changed.

    Raises
    ------
    DataError
        If the file is damaged.
    """
    path = path or store_path()
    try:
        state = os.stat(path)  # noqa: PTH116 # asked with every article
    except OSError:
        return _with_tehsils(named_areas())
    return _user_gazetteer(path, state.st_mtime_ns, state.st_size, named_areas())


@lru_cache(maxsize=1)
def _user_gazetteer(
    path: Path, _changed: int, _size: int, areas: tuple[NamedArea, ...]
) -> UserGazetteer:
    return UserGazetteer(_with_tehsils(areas), path)


@lru_cache(maxsize=2)
def _with_tehsils(areas: tuple[NamedArea, ...]) -> Gazetteer:
    """Return the shipped gazetteer with the tehsils of the boundary set in use, as named areas."""
    base = load_gazetteer()
    new = [
        _tehsil(area)
        for area in areas
        if not any(
            entry.level == "tehsil" and entry.admin2_pcode == area.district
            for entry in base.lookup(fold_name(area.name))
        )
    ]
    if not new:
        return base
    never_fuzzy = base._never_fuzzy  # noqa: SLF001 # the same gazetteer, extended
    return Gazetteer((*base.entries, *new), never_fuzzy=never_fuzzy)


def _tehsil(area: NamedArea) -> Entry:
    province = unit(area.province)
    return Entry(
        id=f"area:{area.pcode}",
        name=area.name,
        name_ur=(),
        spellings=(),
        level="tehsil",
        feature="tehsil",
        country="PK",
        admin1=province.name if province is not None else "",
        admin1_pcode=area.province,
        admin2_pcode=area.district,
        lon=area.lon,
        lat=area.lat,
        population=None,
        ambiguous=True,
        districts=(),
        source="boundary set",
        source_id=area.pcode,
    )


def recognised_names(gazetteer: Gazetteer) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Yield the names to look for in running text: geomap's and the user's own.

    The names of a country dump are left out: tens of thousands of villages bear the names of people
    and of things. They are there for whoever asks for a name.
    """
    if not isinstance(gazetteer, UserGazetteer):
        yield from gazetteer.names()
        return
    keys = dict.fromkeys(chain(gazetteer.base_keys(), gazetteer.own_keys()))
    for key in keys:
        yield key, gazetteer.lookup(key)


class UserGazetteer(Gazetteer):
    """A gazetteer with a file of further places behind it.

    Parameters
    ----------
    base
        The gazetteer to extend; its names and its units stay.
    path
        A file that `write_collection` made.
    """

    def __init__(self, base: Gazetteer, path: Path) -> None:
        never_fuzzy = base._never_fuzzy  # noqa: SLF001 # a subclass carries its base on
        super().__init__(base.entries, never_fuzzy=never_fuzzy)
        self._base = base
        self._connection = _connect(path)
        weakref.finalize(self, self._connection.close)

    def lookup(self, name_key: str) -> tuple[Entry, ...]:
        """Return all entries that have this folded name: own, geomap's, then the dumps'."""
        return self._ordered("key", name_key, self._base.lookup(name_key))

    def names(self) -> Iterable[tuple[str, tuple[Entry, ...]]]:
        """Return every folded name with its entries."""
        keys = dict.fromkeys(chain((key for key, _ in self._base.names()), self._stored_keys))
        return ((key, self.lookup(key)) for key in keys)

    def by_id(self, entry_id: str) -> Entry | None:
        """Return the entry with this id."""
        known = self._base.by_id(entry_id)
        return known or next((entry for _, entry in self._select("id = ?", entry_id)), None)

    def points(self) -> Iterator[tuple[str, float, float]]:
        """Yield id, longitude and latitude of every stored place that is a point."""
        yield from self._connection.execute(
            "SELECT id, lon, lat FROM entries "
            "WHERE lon IS NOT NULL AND level IN ('site', 'settlement') ORDER BY id",
        )

    def base_keys(self) -> Iterator[str]:
        """Yield the names of the gazetteer that this one extends."""
        return (key for key, _ in self._base.names())

    def own_keys(self) -> list[str]:
        """Return the names of the user's own places, those of dumps left out."""
        rows = self._connection.execute(
            "SELECT DISTINCT key FROM names JOIN entries ON names.entry = entries.number "
            "WHERE entries.collection = ? ORDER BY key",
            (OWN,),
        )
        return [key for (key,) in rows]

    @cached_property
    def _stored_keys(self) -> list[str]:
        rows = self._connection.execute("SELECT DISTINCT key FROM names ORDER BY key")
        return [key for (key,) in rows]

    @cached_property
    def _similar(self) -> SimilarNames:
        """Every name that may be found by similarity: the base's and the stored ones."""
        stored = (key for key in self._stored_keys if self._may_be_fuzzy(key))
        return SimilarNames(chain(self._fuzzy_keys, stored), floor=FUZZY_FLOOR)

    def _loose(self, key: str) -> Iterator[Match]:
        base = tuple(match.entry for match in super()._loose(key))
        for entry in self._ordered("loose", loose_key(key), base):
            yield Match(entry, "loose", 95.0)

    def _fuzzy(self, key: str) -> Iterator[Match]:
        if not self._may_be_fuzzy(key):
            return
        found: dict[str, Match] = {}
        for name, score in self._similar.find(key):
            for entry in self.lookup(name):
                found.setdefault(entry.id, Match(entry, "fuzzy", score))
        yield from found.values()

    def _ordered(self, column: str, key: str, base: tuple[Entry, ...]) -> tuple[Entry, ...]:
        stored = self._select(
            f"number IN (SELECT entry FROM names WHERE {column} = ?)",  # noqa: S608 # our column
            key,
        )
        if not stored:
            return base
        known = {entry.id for entry in base}
        own = tuple(entry for collection, entry in stored if collection == OWN)
        others = (entry for collection, entry in stored if collection != OWN)
        return (*own, *base, *(entry for entry in others if entry.id not in known))

    def _select(self, where: str, value: str) -> list[tuple[str, Entry]]:
        rows = self._connection.execute(
            f"SELECT collection, {', '.join(_COLUMNS)} FROM entries WHERE {where} "  # noqa: S608
            "ORDER BY level <> 'settlement', -COALESCE(population, 0), id",
            (value,),
        )
        return [(row[0], _entry(row[1:])) for row in rows]


def _entry(row: tuple[object, ...]) -> Entry:
    values = dict(zip(_COLUMNS, row, strict=True))
    for column in _LISTS:
        text = str(values[column])
        values[column] = tuple(text.split("|")) if text else ()
    values["ambiguous"] = bool(values["ambiguous"])
    return Entry(**values)  # type: ignore[arg-type] # the table has the types that it was given


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file to read it."""
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
    marks = ", ".join("?" * (len(_COLUMNS) + 1))
    for entry in entries:
        old = connection.execute(
            "SELECT number FROM entries WHERE id = ? AND collection = ?", (entry.id, collection)
        ).fetchone()
        if old is not None:
            connection.execute("DELETE FROM names WHERE entry = ?", old)
            connection.execute("DELETE FROM entries WHERE number = ?", old)
        cursor = connection.execute(
            f"INSERT INTO entries (collection, {', '.join(_COLUMNS)}) VALUES ({marks})",  # noqa: S608
            (collection, *_row(entry)),
        )
        connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?)",
            [(key, loose_key(key), cursor.lastrowid) for key in _keys(entry)],
        )


def _row(entry: Entry) -> Iterator[object]:
    for column in _COLUMNS:
        value = getattr(entry, column)
        yield "|".join(value) if column in _LISTS else value


def _keys(entry: Entry) -> list[str]:
    """Return every folded name of an entry, and its safe variants."""
    keys: dict[str, None] = {}
    for name in (entry.name, *entry.name_ur, *entry.spellings):
        key = fold_name(name)
        keys.update(dict.fromkeys((key, *spelling_variants(key))))
    keys.pop("", None)
    return list(keys)


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

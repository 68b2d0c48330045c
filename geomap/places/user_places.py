"""The gazetteer that geomap ships with the user's own places before and installed dumps behind it.

`full_gazetteer` gives it: the user's own places come first, then those of geomap, then the dumps'.
`geomap.places.place_store` keeps the user's places, `geomap.places.additions` fills that file.
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from geomap.paths import user_data_dir
from geomap.places.boundary_store import NamedArea, named_areas
from geomap.places.entries import ENTRY_COLUMNS, Entry
from geomap.places.gazetteer import FUZZY_FLOOR, Gazetteer, Match, load_gazetteer
from geomap.places.names import fold_name, loose_key
from geomap.places.place_store import OWN, open_store, store_path, stored_entry
from geomap.places.similar import SimilarNames
from geomap.places.units import unit

__all__ = ["UserGazetteer", "full_gazetteer", "recognised_names"]


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
    if path is None and not os.path.exists(user_data_dir()):  # noqa: PTH110 # with every article
        return _with_tehsils(())
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
        self._connection = open_store(path)
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
            f"SELECT collection, {', '.join(ENTRY_COLUMNS)} FROM entries WHERE {where} "  # noqa: S608
            "ORDER BY level <> 'settlement', -COALESCE(population, 0), id",
            (value,),
        )
        return [(row[0], stored_entry(row[1:])) for row in rows]

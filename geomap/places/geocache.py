"""A cache on disk around any geocoder: what was asked once is not asked again.

Answers are kept with their age, found or not found; errors never are. A cache that cannot be read
or written costs the answer nothing: the geocoder is asked, and `CachedGeocoder.problem` says why.
"""

from __future__ import annotations

import json
import sqlite3
import time
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from geomap.paths import user_data_dir
from geomap.places.geocoders import Geocoder
from geomap.records import Place, Precision

__all__ = ["CacheInfo", "CachedGeocoder", "cache_path"]

_DAY_S = 86_400.0
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS answers (service TEXT, toponym TEXT, within TEXT, asked REAL, "
    "places TEXT, PRIMARY KEY (service, toponym, within))"
)
_FIELDS = tuple(one.name for one in fields(Place))


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheInfo:
    """How many answers are kept, and the age of the oldest in seconds; None where there is none."""

    found: int
    not_found: int
    oldest_s: float | None


def cache_path() -> Path:
    """Return the path of the user's cache of online answers, which need not exist."""
    return user_data_dir() / "geocoded.sqlite"


class CachedGeocoder:
    """A geocoder with a memory on disk.

    Parameters
    ----------
    geocoder
        The geocoder to ask for what is not kept.
    service
        A name for it; geocoders that would answer differently need different names.
    path
        The file; None is the user's. It is made on the first answer.
    found_days, not_found_days
        How many days an answer is good for: places seldom move, but new names are added to a
        service all the time.
    clock
        Tells the time in seconds since 1970.
    """

    def __init__(
        self,
        geocoder: Geocoder,
        *,
        service: str,
        path: Path | None = None,
        found_days: float = 365.0,
        not_found_days: float = 30.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._geocoder = geocoder
        self._service = service
        self._path = path
        self._days = {True: found_days, False: not_found_days}
        self._clock = clock
        self.problem: str | None = None
        """Why the cache is not used, in words; None while it works."""

    def candidates(self, toponym: str, *, within: str | None = None) -> list[Place]:
        """Return candidates, best first. Raises only GeocodingError, the geocoder's own."""
        key = (self._service, _plain(toponym), within or "")
        kept = self._kept(key)
        if kept is not None:
            return kept
        found = self._geocoder.candidates(toponym, within=within)
        self._keep(key, found)
        return found

    def age_s(self, toponym: str, *, within: str | None = None) -> float | None:
        """Return how old the kept answer is, in seconds; None where none is kept."""
        row = self._row((self._service, _plain(toponym), within or ""))
        return self._clock() - row[0] if row else None

    def info(self) -> CacheInfo:
        """Return how many answers of this service are kept."""
        rows = self._run(
            "SELECT places <> '[]', COUNT(*), MIN(asked) FROM answers WHERE service = ? GROUP BY 1",
            (self._service,),
        )
        counts = {bool(found): count for found, count, _ in rows}
        oldest = min((asked for _, _, asked in rows), default=None)
        return CacheInfo(
            found=counts.get(True, 0),
            not_found=counts.get(False, 0),
            oldest_s=None if oldest is None else self._clock() - oldest,
        )

    def clear(self) -> None:
        """Forget every answer of this service."""
        self._run("DELETE FROM answers WHERE service = ?", (self._service,))

    def _kept(self, key: tuple[str, str, str]) -> list[Place] | None:
        row = self._row(key)
        if row is None:
            return None
        try:
            places = [_place(values) for values in json.loads(row[1])]
        except (TypeError, ValueError, KeyError):
            return None  # of another version: ask again
        age = self._clock() - row[0]
        return places if 0 <= age < self._days[bool(places)] * _DAY_S else None

    def _row(self, key: tuple[str, str, str]) -> tuple[float, str] | None:
        rows = self._run(
            "SELECT asked, places FROM answers WHERE service = ? AND toponym = ? AND within = ?",
            key,
        )
        return rows[0] if rows else None

    def _keep(self, key: tuple[str, str, str], found: list[Place]) -> None:
        text = json.dumps([_values(place) for place in found], ensure_ascii=False)
        text = text.encode("utf-8", "replace").decode()
        self._run(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", (*key, self._clock(), text)
        )

    def _run(self, command: str, values: tuple[object, ...]) -> list[Any]:
        """Run one command; a cache that does not work has nothing and keeps nothing."""
        if self.problem is not None:
            return []
        path = self._path or cache_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(path, timeout=5)) as connection, connection:
                connection.execute(_SCHEMA)
                return connection.execute(command, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            self.problem = f"the cache {path} is not used: {error}"
            return []


def _plain(toponym: str) -> str:
    """Return the key of a toponym: what differs in case, white space or encoding is the same."""
    text = unicodedata.normalize("NFKC", toponym).casefold()
    return " ".join(text.split()).encode("utf-8", "replace").decode()


def _values(place: Place) -> dict[str, object]:
    values = {name: getattr(place, name) for name in _FIELDS}
    return values | {"precision": place.precision.value}


def _place(values: dict[str, Any]) -> Place:
    changed = {"precision": Precision(values["precision"]), "districts": tuple(values["districts"])}
    return Place(**{**values, **changed})

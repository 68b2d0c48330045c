"""What installing a dump and adding places share: the counts, the checks, the districts."""

from __future__ import annotations

import hashlib
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pandas as pd

from geomap.errors import MissingDataError
from geomap.places.boundaries import BoundarySet
from geomap.places.entries import Entry
from geomap.places.join import join_units
from geomap.places.place_store import Collection

__all__ = [
    "Added",
    "Intake",
    "Rejected",
    "RowError",
    "added",
    "check_exists",
    "clean_name",
    "coordinates",
    "sha256_of",
    "with_units",
]

T = TypeVar("T")
_SHOWN = 100
_WIDE = {"line", "division"}  # one point says nothing of their districts


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be used; `row` is its line in the file, from 1."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a file: `rows` = `kept` + `passed_over` (by reason) + `n_rejected`.

    `rejected` holds the first hundred. `conflicts` counts places whose stated province or
    district is not the one that they lie in; what was stated is kept.
    """

    collection: Collection
    rows: int
    kept: int
    passed_over: Mapping[str, int]
    n_rejected: int
    rejected: tuple[Rejected, ...]
    conflicts: int


class RowError(ValueError):
    """Why a row cannot be used."""


class Intake:
    """The counts of one file."""

    def __init__(self) -> None:
        self.rows = 0
        self.n_rejected = 0
        self.conflicts = 0
        self.rejected: list[Rejected] = []
        self.passed_over: Counter[str] = Counter()

    def tried(self, make: Callable[[T], Entry], number: int, row: T) -> Entry | None:
        """Return the entry of a row; None, and counted, where it is none."""
        self.rows += 1
        try:
            return make(row)
        except RowError as error:
            self.n_rejected += 1
            if len(self.rejected) < _SHOWN:
                self.rejected.append(Rejected(number, str(error)))
            return None


def added(collection: Collection, work: Intake, kept: int) -> Added:
    """Return the account of a file of which so many places were kept."""
    return Added(
        collection=collection,
        rows=work.rows,
        kept=kept,
        passed_over=dict(work.passed_over),
        n_rejected=work.n_rejected,
        rejected=tuple(work.rejected),
        conflicts=work.conflicts,
    )


def check_exists(path: Path, advice: str) -> None:
    """Raise a MissingDataError with advice where there is no such file."""
    if not path.is_file():
        raise MissingDataError(f"{path}: there is no such file; {advice}")


def sha256_of(path: Path) -> str:
    """Return the hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def clean_name(text: str) -> str:
    """Return a name on one line, without control characters, cut to 200 characters."""
    kept = (" " if unicodedata.category(char) == "Cc" else char for char in text)
    return " ".join("".join(kept).split())[:200]


def coordinates(lon: str, lat: str) -> tuple[float, float]:
    """Return longitude and latitude in degrees; a RowError where they are none."""
    try:
        x, y = float(lon), float(lat)
    except ValueError:
        raise RowError(f"lon {lon[:20]!r} and lat {lat[:20]!r} are not numbers") from None
    if not (math.isfinite(x) and math.isfinite(y) and abs(x) <= 180 and abs(y) <= 90):
        raise RowError(f"lon {x:g} and lat {y:g} are no degrees on Earth")
    return x, y


def with_units(
    entries: list[Entry], boundaries: BoundarySet | None, work: Intake
) -> Iterator[Entry]:
    """Yield each place of Pakistan with the units that it lies in; what is stated stands."""
    table = pd.DataFrame(
        {"lon": [entry.lon for entry in entries], "lat": [entry.lat for entry in entries]},
        dtype=float,
    )
    joined = join_units(table, boundaries=boundaries)
    columns = ("admin1", "admin1_pcode", "admin2_pcode")
    for entry, found in zip(
        entries, zip(*(joined[name] for name in columns), strict=True), strict=True
    ):
        yield _with_unit(entry, found, work)


def _with_unit(entry: Entry, found: tuple[str | None, ...], work: Intake) -> Entry:
    name, province, district = (text or "" for text in found)
    if entry.country != "PK" or not province or entry.level == "line":
        return entry
    stated = entry.admin2_pcode or entry.admin1_pcode
    if stated and stated not in {province, district}:
        work.conflicts += 1
        return entry
    if entry.level in _WIDE:
        district = ""
    return replace(
        entry,
        admin1=entry.admin1 or name,
        admin1_pcode=entry.admin1_pcode or province,
        admin2_pcode=entry.admin2_pcode or district,
    )

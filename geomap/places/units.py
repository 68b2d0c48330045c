"""The admin units of Pakistan since 1998: names, codes, figures, and what became of them.

One table, ``boundaries/units.csv``, holds every province, division and district, and the former
tribal agencies and frontier regions. Everything else in geomap joins on its p-codes. A unit that
has ended stays in the table, and `fold_to` brings any unit to one that a boundary set draws: a
district newer than the set to the district it was cut from, an ended one to the district that
took it over.

Divisions and districts are told apart by `Unit.level`, not by a word in the name: the division
and the district of Kalat are both named "Kalat". Agencies and frontier regions carry the word.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from geomap.errors import SchemaError, SettingsError
from geomap.paths import data_file
from geomap.places.names import fold_name

__all__ = [
    "LEVELS",
    "Unit",
    "children",
    "current_units",
    "division_districts",
    "find_units",
    "fold_to",
    "load_units",
    "names_of",
    "parents",
    "shares_origin",
    "unit",
    "units_at",
]

LEVELS = ("admin1", "division", "admin2", "agency")
"""Levels of units: province or territory, division, district, former agency or frontier region."""

_COLUMNS = (
    "pcode", "pcode_source", "level", "name", "name_ur", "aliases", "division", "province",
    "headquarters", "population_2023", "area_km2", "figures_note", "created", "split_from",
    "ended", "merged_into", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One admin unit, as in its row of ``boundaries/units.csv``.

    `pcode_source` is ``cod`` or ``own``. `names_ur` has the usual Urdu spelling first. `division`
    and `province` are p-codes of the current, or last, parents; None where there is none (of a
    province, of Islamabad). `population_2023` and `area_km2` are census figures of 2023; None, with
    the reason in `figures_note`, where none was published. `created` and `ended` are ISO dates, cut
    to the month or year where no more is known; `created` None is before 1998 and `ended` None is
    still there. `split_from` names the units it came from, the main one first; `merged_into` what
    became of it (of an ended division: its last districts).
    """

    pcode: str
    pcode_source: str
    level: str
    name: str
    names_ur: tuple[str, ...]
    aliases: tuple[str, ...]
    division: str | None
    province: str | None
    headquarters: str
    population_2023: int | None
    area_km2: int | None
    figures_note: str
    created: str | None
    split_from: tuple[str, ...]
    ended: str | None
    merged_into: tuple[str, ...]
    source: str

    @property
    def is_current(self) -> bool:
        """Whether the unit still exists."""
        return self.ended is None


@cache
def load_units() -> tuple[Unit, ...]:
    """Return all units, ended ones included, in the order of the file.

    Raises
    ------
    MissingDataError
        If the installation lacks the table.
    SchemaError
        If the table has other columns than expected, or a figure that is no whole number.
    """
    with data_file("boundaries/units.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = tuple(next(rows, ()))
        if header != _COLUMNS:
            raise SchemaError(f"units.csv must have the columns {', '.join(_COLUMNS)}: {header}")
        return tuple(_unit(row, number) for number, row in enumerate(rows, 2))


def unit(pcode: str) -> Unit | None:
    """Return the unit of a p-code, or None.

    Examples
    --------
    >>> unit("PK226").name
    'Quetta'
    >>> unit("PK999") is None
    True
    """
    return _by_pcode().get(pcode)


def shares_origin(pcode: str, others: Collection[str]) -> bool:
    """Whether a unit was split from one of others, or one of them from it.

    Examples
    --------
    >>> shares_origin("PK226", {"PK999"})
    False
    """
    known = _by_pcode()
    own = known.get(pcode)
    if own is None:
        return False
    apart = (known[code].split_from for code in others if code in known)
    return not set(own.split_from).isdisjoint(others) or any(pcode in origin for origin in apart)


def current_units(level: str) -> tuple[Unit, ...]:
    """Return the units of a level that exist today.

    Parameters
    ----------
    level
        One of `LEVELS`.

    Examples
    --------
    >>> [one.name for one in current_units("admin1")][-1]
    'Sindh'
    >>> len(current_units("agency"))
    0
    """
    _check_level(level)
    return tuple(one for one in load_units() if one.level == level and one.is_current)


def units_at(level: str, when: str) -> tuple[Unit, ...]:
    """Return the units of a level that existed on a day.

    Parameters
    ----------
    level
        One of `LEVELS`.
    when
        An ISO date, month or year. Where only the year or month of a change is known, the change
        counts from the middle of it; so does a year or month given here.

    Examples
    --------
    >>> "PK218" in {one.pcode for one in units_at("admin2", "2016")}  # Lehri, 2013 to 2018
    True
    """
    _check_level(level)
    day = _middle(when)
    return tuple(
        one
        for one in load_units()
        if one.level == level
        and (one.created is None or _middle(one.created) <= day)
        and (one.ended is None or day < _middle(one.ended))
    )


def children(pcode: str) -> tuple[Unit, ...]:
    """Return the current units directly under a division or a province.

    A district that belongs to no division (Islamabad) is directly under its province.

    Examples
    --------
    >>> [one.name for one in children("PK2-makran-division")]
    ['Tump', 'Gwadar', 'Kech', 'Panjgur']
    """
    return tuple(
        one for one in load_units() if one.is_current and (one.division or one.province) == pcode
    )


def parents(pcode: str) -> tuple[Unit, ...]:
    """Return the units above one, nearest first: division, province (a former one: what it joined).

    Examples
    --------
    >>> [one.pcode for one in parents("PK211")]
    ['PK2-makran-division', 'PK2']
    """
    known = _by_pcode()
    one = known.get(pcode)
    chain: list[Unit] = []
    todo = [one.division, one.province] if one else []
    while todo:
        above = known.get(todo.pop(0) or "")
        if above is not None and above not in chain:
            chain.append(above)
            todo += above.merged_into if above.level == "admin1" else ()
    return tuple(chain)


def fold_to(pcode: str, available: Iterable[str]) -> str | None:
    """Return the available unit that held, or holds, a unit.

    Parameters
    ----------
    pcode
        A p-code of any unit.
    available
        P-codes to choose from, such as those that a boundary set draws.

    Returns
    -------
    str or None
        `pcode` where it is available; else what it was merged into, if that is one unit, or else
        the unit it was split from (of several, the first that leads somewhere), and so on. None
        where nothing available held it whole: a district that was divided is in none of its parts.

    Examples
    --------
    >>> fold_to("PK2-hub", {"PK217", "PK226"})  # Hub was cut from Lasbela
    'PK217'
    >>> fold_to("PK218", {"PK209", "PK228"})  # Lehri went to Sibi
    'PK228'
    >>> fold_to("PK226", {"PK2-quetta-east", "PK2-quetta-west"}) is None
    True
    """
    wanted = available if isinstance(available, (frozenset, set)) else frozenset(available)
    return _fold(pcode, wanted, set())


def division_districts(division: str) -> tuple[str, ...]:
    """Return p-codes of the districts of a division, for choosing among a boundary set's.

    Parameters
    ----------
    division
        P-code of a division.

    Returns
    -------
    tuple of str
        Its districts, current and ended: a set that still draws an undivided district finds it
        here, and one that draws the parts finds these. Of an ended division, its last districts.
        Empty for an unknown code.

    Examples
    --------
    >>> "PK2-quetta-east" in division_districts("PK2-quetta-division")
    True
    >>> division_districts("PK2-kalat-division")[:2]
    ('PK2-hub', 'PK201')
    """
    found = unit(division)
    if found is None or found.level != "division":
        return ()
    members = {one.pcode for one in load_units() if one.division == division}
    return tuple(sorted(members.union(found.merged_into)))


def names_of(one: Unit) -> tuple[str, ...]:
    """Return every name of a unit, the main one first, Urdu names last.

    Examples
    --------
    >>> names_of(unit("PK2"))[:2]
    ('Balochistan', 'Baluchistan')
    """
    return (one.name, *one.aliases, *one.names_ur)


def find_units(name: str, *, level: str | None = None) -> tuple[Unit, ...]:
    """Return the units that bear a name, in Latin or Urdu script, current ones first.

    Parameters
    ----------
    name
        A name without a level word ("Kalat", not "Kalat district"); spelling is folded.
    level
        One of `LEVELS`; None for all.

    Examples
    --------
    >>> [one.pcode for one in find_units("D.I. Khan", level="admin2")]
    ['PK509']
    >>> [one.level for one in find_units("قلات")]
    ['admin2', 'division']
    """
    if level is not None:
        _check_level(level)
    found = _by_name().get(fold_name(name), ())
    return tuple(one for one in found if level is None or one.level == level)


def _unit(row: list[str], number: int) -> Unit:
    """Turn a row of the table into a record; `number` is its line."""
    if len(row) != len(_COLUMNS):
        raise SchemaError(f"units.csv, row {number}: {len(row)} fields, not {len(_COLUMNS)}")
    (
        pcode, pcode_source, level, name, name_ur, aliases, division, province, headquarters,
        population, area, figures_note, created, split_from, ended, merged_into, source,
    ) = row  # fmt: skip
    return Unit(
        pcode=pcode,
        pcode_source=pcode_source,
        level=level,
        name=name,
        names_ur=_parts(name_ur),
        aliases=_parts(aliases),
        division=division or None,
        province=province or None,
        headquarters=headquarters,
        population_2023=_figure(population, number),
        area_km2=_figure(area, number),
        figures_note=figures_note,
        created=created or None,
        split_from=_parts(split_from),
        ended=ended or None,
        merged_into=_parts(merged_into),
        source=source,
    )


def _parts(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()


def _figure(field: str, number: int) -> int | None:
    if not field:
        return None
    if not field.isdecimal():
        raise SchemaError(f"units.csv, row {number}: {field!r} is no whole number")
    return int(field)


@cache
def _by_pcode() -> MappingProxyType[str, Unit]:
    return MappingProxyType({one.pcode: one for one in load_units()})


@cache
def _by_name() -> MappingProxyType[str, tuple[Unit, ...]]:
    names: dict[str, list[Unit]] = {}
    for one in sorted(load_units(), key=lambda one: (not one.is_current, one.level)):
        for key in dict.fromkeys(map(fold_name, names_of(one))):
            names.setdefault(key, []).append(one)
    return MappingProxyType({key: tuple(found) for key, found in names.items()})


def _fold(pcode: str, available: set[str] | frozenset[str], seen: set[str]) -> str | None:
    """Follow the lineage; a code that was `seen` is not followed again."""
    if pcode in available:
        return pcode
    one = _by_pcode().get(pcode)
    if one is None or pcode in seen:
        return None
    seen.add(pcode)
    heirs = one.merged_into if len(one.merged_into) == 1 else ()
    for other in (*heirs, *one.split_from):
        found = _fold(other, available, seen)
        if found is not None:
            return found
    whole = _divided_into().get(pcode)
    return whole if whole in available else None


@cache
def _divided_into() -> dict[str, str]:
    """Return, for each part of a unit that ended by being divided, that unit."""
    return {
        part: one.pcode
        for one in load_units()
        if one.level == "admin2" and len(one.merged_into) > 1
        for part in one.merged_into
    }


def _middle(when: str) -> str:
    """Complete an ISO year or month to a day in the middle of it."""
    return when + {4: "-07-01", 7: "-15"}.get(len(when), "")


def _check_level(level: str) -> None:
    if level not in LEVELS:
        raise SettingsError(f"no level of units is called {level!r}; allowed: {', '.join(LEVELS)}")

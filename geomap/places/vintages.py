"""Bring incidents of different years to the units of one year.

Districts are cut up and merged; a table that spans years wants one frame. A code that a boundary
set lacks folds into the unit that held it, and the fold is a record with a sentence for people
("Chaman, shown within Killa Abdullah"). Folding only ever renames a row: an incident is in exactly
one unit before and after, or, where a unit was divided, in none ("coarser").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from geomap.errors import SettingsError
from geomap.places.units import current_units, fold_to, unit, units_at

__all__ = [
    "VINTAGES",
    "Fold",
    "fold_codes",
    "fold_notes",
    "fold_table",
    "lacking_today",
    "vintage_codes",
]

VINTAGES = ("2012", "2017", "2023", "set")
"""Choices of units: those of the middle of a year, or whatever the boundary set draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """What became of one code that is not among the available ones.

    `into` and `into_name` are None where no available unit held the whole of it.
    """

    pcode: str
    name: str
    into: str | None
    into_name: str | None

    @property
    def note(self) -> str:
        """The fold in words, for tables, maps and reports."""
        if self.into_name is None:
            return f"{self.name}, in no one unit shown"
        return f"{self.name}, shown within {self.into_name}"


def fold_table(codes: Iterable[str], available: Iterable[str]) -> Mapping[str, Fold]:
    """Return what becomes of the codes that are not available.

    Parameters
    ----------
    codes
        P-codes, repeated or not. A code that units.csv does not know folds into nothing.
    available
        P-codes that the boundary set draws.

    Returns
    -------
    Mapping of str to Fold
        One record for each code that is not available, in the order of the codes; available codes
        stand for themselves and are not in it.

    Examples
    --------
    >>> [fold.note for fold in fold_table(["PK235", "PK226"], {"PK214", "PK226"}).values()]
    ['Chaman, shown within Killa Abdullah']
    """
    wanted = frozenset(available)
    folds = {}
    for code in sorted(set(codes) - wanted):
        into = fold_to(code, wanted)
        name = None if into is None else _name(into)
        folds[code] = Fold(pcode=code, name=_name(code), into=into, into_name=name)
    return MappingProxyType(folds)


def fold_codes(codes: Iterable[object], available: Iterable[str]) -> list[str | None]:
    """Return for each code the available one that holds it.

    Parameters
    ----------
    codes
        P-codes; anything that is not text (None, NaN) gives None.
    available
        P-codes that the boundary set draws.

    Returns
    -------
    list of (str or None)
        As long as `codes`, in the same order; None where nothing available held the unit whole.

    Examples
    --------
    >>> fold_codes(["PK235", None, "PK214"], {"PK214"})
    ['PK214', None, 'PK214']
    """
    wanted = frozenset(available)
    known: dict[str, str | None] = {}
    folded: list[str | None] = []
    for code in codes:
        if not isinstance(code, str):
            folded.append(None)
            continue
        if code not in known:
            known[code] = fold_to(code, wanted)
        folded.append(known[code])
    return folded


def fold_notes(codes: Iterable[object], available: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences that an output owes its readers, in the order of the p-codes.

    Examples
    --------
    >>> fold_notes(["PK235", "PK235", None], {"PK214"})
    ('Chaman, shown within Killa Abdullah',)
    """
    known = (code for code in codes if isinstance(code, str))
    return tuple(fold.note for fold in fold_table(known, available).values())


def vintage_codes(vintage: str, available: Iterable[str]) -> frozenset[str]:
    """Return p-codes of the districts of a vintage.

    Parameters
    ----------
    vintage
        One of `VINTAGES`.
    available
        P-codes that the boundary set draws: what ``"set"`` means.

    Raises
    ------
    SettingsError
        If there is no such vintage.

    Examples
    --------
    >>> "PK235" in vintage_codes("2017", ()), "PK235" in vintage_codes("2023", ())  # Chaman: 2021
    (False, True)
    """
    if vintage not in VINTAGES:
        raise SettingsError(f"vintage is {vintage!r}; allowed are {', '.join(VINTAGES)}")
    if vintage == "set":
        return frozenset(available)
    return frozenset(one.pcode for one in units_at("admin2", vintage))


def lacking_today(available: Iterable[str]) -> Mapping[str, Fold]:
    """Return today's districts that a boundary set lacks, and where each is shown.

    Examples
    --------
    >>> today = {one.pcode for one in current_units("admin2")}
    >>> [fold.note for fold in lacking_today(today - {"PK2-hub"}).values()]
    ['Hub, shown within Lasbela']
    """
    return fold_table((one.pcode for one in current_units("admin2")), available)


def _name(code: str) -> str:
    found = unit(code)
    return code if found is None else found.name

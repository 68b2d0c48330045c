"""What a report is told: `ReportOptions`, and `WhatWasRead` of the articles behind its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path

from geomap.errors import MissingDataError, SettingsError
from geomap.maps.naming import LANGUAGES
from geomap.places.boundaries import BoundarySet

__all__ = ["ReportOptions", "WhatWasRead", "options_of"]

Window = tuple[date | str, date | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatWasRead:
    """What became of the articles that a table of incidents was read from.

    `dropped` gives for each file or article that was not used its name and the reason. `undated`
    is the number of articles without a publication date, `until` the latest such date. `accounts`
    are counted by kind; `corrections` is how many decisions of a person were applied.
    """

    articles: int
    until: date | None = None
    dropped: tuple[tuple[str, str], ...] = ()
    undated: int = 0
    mentions: int = 0
    mentions_without_place: int = 0
    accounts: Mapping[str, int] = field(default_factory=dict)
    corrections: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """How a report or an atlas is made; nothing has to be given.

    Attributes
    ----------
    title
        Plain text; None makes one.
    lang
        ``"en"`` or ``"ur"``.
    quotes
        Whether the sources' words are shown.
    boundaries
        The set of districts; None takes the one in use.
    data_until
        The latest publication date that was read; None takes that of `read`, or of the incidents'
        sources.
    before, after
        First and last day of two periods to compare; None chooses the last year, quarter, month or
        week that the incidents cover twice.
    listed
        How many incidents are listed, the latest first; None lists all.
    interactive
        Whether an HTML report holds the interactive map; the one for print stands there if not.
    templates
        A folder whose templates are taken before geomap's own, see ``docs/reports.md``.
    read
        What was read, for the chapter on method; None says that it is not known.
    """

    title: str | None = None
    lang: str = "en"
    quotes: bool = True
    boundaries: BoundarySet | None = None
    data_until: date | None = None
    before: Window | None = None
    after: Window | None = None
    listed: int | None = 1_000
    interactive: bool = True
    templates: str | Path | None = None
    read: WhatWasRead | None = None

    def __post_init__(self) -> None:
        if self.lang not in LANGUAGES:
            raise SettingsError(f"lang is {self.lang!r}; allowed are {', '.join(LANGUAGES)}")
        if (self.before is None) != (self.after is None):
            raise SettingsError("before and after belong together: give both periods")
        if self.boundaries is not None and self.boundaries.level != "admin2":
            raise SettingsError(
                f"boundaries is {self.boundaries.name!r}, a set of level {self.boundaries.level}; "
                "a report needs one of districts (admin2)",
            )
        if self.listed is not None and (not isinstance(self.listed, int) or self.listed < 0):
            raise SettingsError(f"listed is {self.listed!r}; it must be a whole number, or None")
        if self.templates is not None and not Path(self.templates).is_dir():
            raise MissingDataError(f"{self.templates}: there is no such folder of templates")


def options_of(options: ReportOptions | None, given: Mapping[str, object]) -> ReportOptions:
    """Return options with some of them given directly.

    Raises
    ------
    SettingsError
        If a name is no option, or a value is not allowed.
    """
    known = [item.name for item in fields(ReportOptions)]
    for name in sorted(set(given) - set(known)):
        raise SettingsError(f"unknown option {name!r}; known are {', '.join(known)}")
    return replace(options or ReportOptions(), **given)  # type: ignore[arg-type] # checked there

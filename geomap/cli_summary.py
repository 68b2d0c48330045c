"""The options of ``geomap summarize``, and what they make of a table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geomap.console import print_csv, say
from geomap.errors import SettingsError

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

__all__ = ["Asked", "check_out", "days_of", "give"]

By = Annotated[str, typer.Option(help="admin1, division, admin2, tehsil or country.")]
Period = Annotated[str | None, typer.Option(help="week, month, quarter or year.")]
Split = Annotated[str | None, typer.Option(help="A column, such as event_type or actor.")]
Vintage = Annotated[str, typer.Option(help="2012, 2017, 2023 or set.")]
Wide = Annotated[
    str | None, typer.Option(help="One column for each period or value, filled from this one.")
]
Before = Annotated[
    str | None, typer.Option(help="The first of two periods: 2025-01-01..2025-06-30.")
]
After = Annotated[str | None, typer.Option(help="The second of two periods to compare.")]
Hotspots = Annotated[
    str | None, typer.Option(help="Test for hot spots: people, area (rates) or count.")
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="A .csv .xlsx .parquet .md .geojson or .gpkg file."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a summary was asked for."""

    by: str
    period: str | None
    split_by: str | None
    vintage: str
    wide: str | None
    before: str | None
    after: str | None
    hotspots: str | None

    def check(self) -> None:
        """Refuse options that do not go together, before anything is read.

        Raises
        ------
        SettingsError
            Saying which.
        """
        if (self.before is None) != (self.after is None):
            raise SettingsError("--before and --after belong together: give both periods")
        if self.hotspots not in {None, "people", "area", "count"}:
            raise SettingsError(
                f"--hotspots is {self.hotspots!r}; it must be people, area or count"
            )
        alone = [name for name, given in (("--before", self.before), ("--hotspots", self.hotspots))
                 if given]  # fmt: skip
        others = [
            name
            for name, given in (
                ("--period", self.period), ("--split-by", self.split_by), ("--wide", self.wide)
            )
            if given
        ]  # fmt: skip
        if len(alone) > 1 or (alone and others):
            raise SettingsError(f"{' and '.join([*alone, *others])} do not go together")

    def table(self, incidents: pd.DataFrame) -> pd.DataFrame:
        """Return what was asked for."""
        by = None if self.by == "country" else self.by
        if self.before and self.after:
            from geomap.summary_compare import compare_periods

            compared = compare_periods(
                incidents, days_of(self.before), days_of(self.after), by=by, vintage=self.vintage
            )
            rest = compared.attrs
            say(f"{rest['outside']:,} incidents lie outside both periods, "
                f"{rest['undated']:,} have no day that tells")  # fmt: skip
            return compared
        from geomap.summary import summarize

        frame = summarize(
            incidents, by=by, period=self.period, split_by=self.split_by, vintage=self.vintage
        )
        if self.hotspots is not None:
            from geomap.hotspots import hotspots

            per = None if self.hotspots == "count" else self.hotspots
            spots: pd.DataFrame = hotspots(frame, per=per, vintage=self.vintage)
            say(f"{spots.attrs['outside']:,} incidents are in no unit and are not tested")
            return spots
        if self.wide is not None:
            from geomap.summary_tables import to_wide

            return to_wide(frame, values=self.wide)
        return frame


def check_out(out: Path | None) -> None:
    """Refuse a file that a summary cannot be written to, before anything is read."""
    if out is not None:
        from geomap.summary_tables import check_summary_file

        check_summary_file(out)


def give(table: pd.DataFrame, out: Path | None, *, vintage: str, until: date | None) -> None:
    """Print a table as CSV, or write it to a file whose stamps are the latest day read."""
    if out is None:
        print_csv(table)
        return
    from geomap.summary_tables import write_summary

    write_summary(table, out, vintage=vintage, data_until=until)


def days_of(text: str) -> tuple[str, str]:
    """Return the two days of ``2025-01-01..2025-06-30``.

    Raises
    ------
    SettingsError
        If there are not two.
    """
    first, mark, last = text.partition("..")
    if not mark:
        raise SettingsError(f"{text!r} is no period: write two days, 2025-01-01..2025-06-30")
    return first.strip(), last.strip()

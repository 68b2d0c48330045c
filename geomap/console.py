"""What the commands print: lines to standard error, tables and facts to standard output.

Names come from files and from services, so that no line break and no control character of theirs
reaches a terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["fail", "out", "plain", "print_csv", "say"]


def plain(value: object) -> str:
    r"""Return one line without controls.

    Examples
    --------
    >>> plain("Quetta\x1b[31m\n  Cantt")
    'Quetta [31m Cantt'
    """
    kept = "".join(char if char.isprintable() or char == "\u200c" else " " for char in str(value))
    return " ".join(kept.split())


def say(message: str) -> None:
    """Print one line to standard error."""
    typer.echo(f"geomap: {plain(message)}", err=True)


def fail(message: str, *, code: int = 1) -> NoReturn:
    """Print one line to standard error and leave with an exit code."""
    say(message)
    raise SystemExit(code)


def out(text: str) -> None:
    """Print text to standard output as UTF-8, whatever the terminal's encoding."""
    typer.echo(text.encode("utf-8", "backslashreplace"))


def print_csv(table: pd.DataFrame, *, header: bool = True) -> None:
    """Print a table to standard output as CSV, with or without its header."""
    from geomap.tables import csv_text

    text = csv_text(table)
    if not header:
        text = text.partition("\n")[2]
    typer.echo(text.encode("utf-8", "backslashreplace"), nl=False)

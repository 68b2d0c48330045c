"""What `geomap run` says on standard error: how far it is, and what it could not use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from geomap.console import say

if TYPE_CHECKING:
    from geomap.pipeline import Progress, RunResult

__all__ = ["progress_bar", "report"]

_SHOWN = 20  # messages of one sort that are printed; run.json has them all


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress | None]:
    """Show a progress bar on a terminal, nothing when piped."""
    if quiet:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total)

        yield show


def report(result: RunResult, *, quiet: bool) -> None:
    """Say what a run could not use, what it noticed and, unless `quiet`, what it wrote."""
    for item in result.dropped[:_SHOWN]:
        say(f"not used: {item.where}: {item.reason}")
    if len(result.dropped) > _SHOWN:
        say(f"and {len(result.dropped) - _SHOWN:,} more not used; run.json lists them all")
    for remark in result.remarks[:_SHOWN]:
        say(f"note: {remark.where}: {remark.note}")
    if len(result.remarks) > _SHOWN:
        say(f"and {len(result.remarks) - _SHOWN:,} more notes; run.json lists them all")
    explained = {item.article_id for item in result.remarks if item.field == "published"}
    undated = [name for name in result.undated if name not in explained]
    for name in undated[:_SHOWN]:
        say(
            f"no publication date: {name}: days such as 'Monday' stay unknown; "
            "begin the text with 'date 2026-02-05', or give `published` in JSONL",
        )
    if len(undated) > _SHOWN:
        say(f"and {len(undated) - _SHOWN:,} more without a date; run.json lists them all")
    _report_corrections(result)
    if not quiet:
        say(
            f"{_many(result.articles, 'article')}, {_many(result.incidents, 'incident')}; "
            f"wrote {result.out / 'map.html'} and {len(result.files) - 1} more files",
        )


def _report_corrections(result: RunResult) -> None:
    """Say which corrections were not applied, and why."""
    told = result.corrections
    for problem in told.problems[:_SHOWN]:
        say(f"correction: {problem}")
    if len(told.problems) > _SHOWN:
        say(f"and {len(told.problems) - _SHOWN:,} more not applied; run.json lists them all")
    if told.absent:
        say(
            f"{_many(len(told.absent), 'correction')} not applied: about articles that are not "
            "among these reports; run.json lists them",
        )


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")

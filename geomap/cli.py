"""The command ``geomap``: parse options, call one public function, print.

Data go to standard output, messages to standard error. Exit codes: 0 done, 1 something could not be
done (one line says what), 2 the command was not understood.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import geomap
from geomap.errors import GeomapError

if TYPE_CHECKING:
    from geomap.pipeline import Progress, RunResult
    from geomap.records import Article, Incident

__all__ = ["app", "main"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="From reports of security incidents in Pakistan to maps and district tables.",
    epilog="Example: geomap run reports/ -o outputs/ writes outputs/map.html and the tables.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Sources = Annotated[
    list[str],
    typer.Argument(help="Files, folders or patterns of .txt, .md and .jsonl reports."),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="The folder to write to.")]


def main() -> None:
    """Run the command; an expected error is one line and exit code 1."""
    try:
        app()
    except GeomapError as error:
        _fail(str(error))
    except KeyboardInterrupt:
        _fail("stopped; files already in place were not touched")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _fail(message: str) -> None:
    typer.echo(f"geomap: {' '.join(message.split())}", err=True)
    sys.exit(1)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"geomap {geomap.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """From reports of security incidents in Pakistan to maps and district tables."""


@app.command(epilog="Example: geomap run seeds/ more.jsonl -o outputs/")
def run(
    sources: Sources,
    out: Out = Path("outputs"),
    title: Annotated[str | None, typer.Option(help="The map's title.")] = None,
    quotes: Annotated[
        bool | None,
        typer.Option("--quotes/--no-quotes", help="Whether the sources' words are written."),
    ] = None,
    settings: Annotated[
        Path | None,
        typer.Option(help="A TOML file with the settings."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only problems.")] = False,
) -> None:
    """Read reports; write the map, the incident and district tables, and what they rest on."""
    from geomap.settings import load_settings

    chosen = load_settings(settings, title=title, quotes=quotes)
    from geomap.pipeline import run as run_pipeline

    with _progress(quiet) as progress:
        result = run_pipeline(sources, out, settings=chosen, progress=progress)
    _report(result, quiet=quiet)


_SHOWN = 20


def _report(result: RunResult, *, quiet: bool) -> None:
    for item in result.dropped[:_SHOWN]:
        typer.echo(f"geomap: not used: {item.where}: {item.reason}", err=True)
    if len(result.dropped) > _SHOWN:
        rest = len(result.dropped) - _SHOWN
        typer.echo(f"geomap: and {rest} more not used; run.json lists them all", err=True)
    for name in result.undated[:_SHOWN]:
        typer.echo(
            f"geomap: no publication date: {name}: days such as 'Monday' stay unknown; "
            "begin the text with 'date 2026-02-05', or give `published` in JSONL",
            err=True,
        )
    if quiet:
        return
    typer.echo(
        f"geomap: {_many(result.articles, 'article')}, {_many(result.incidents, 'incident')}; "
        f"wrote {result.out / 'map.html'} and {len(result.files) - 1} more files",
        err=True,
    )


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress | None]:
    """Show a progress bar on a terminal, nothing when piped."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading reports", total=None)

        def show(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total)

        yield show


@app.command("read-articles", epilog="Example: geomap read-articles seeds/ | head -n 1")
def read_articles(sources: Sources) -> None:
    """Print the articles of the sources, one JSON object a line."""
    from geomap.tables import article_row

    for article in _articles(sources):
        typer.echo(json.dumps(article_row(article), ensure_ascii=False))


@app.command("find-mentions", epilog="Example: geomap find-mentions report.txt")
def find_mentions(sources: Sources) -> None:
    """Print the place names of the sources with their roles and places, one JSON object a line."""
    from geomap.places.resolve import resolve as resolve_mentions
    from geomap.tables import mention_row
    from geomap.text.mentions import find_mentions as find

    for article in _articles(sources):
        for resolution in resolve_mentions(find(article)):
            typer.echo(json.dumps(mention_row(resolution), ensure_ascii=False))


@app.command("extract-accounts", epilog="Example: geomap extract-accounts report.txt")
def extract_accounts(sources: Sources) -> None:
    """Print what each article says about each event, one JSON object a line."""
    from geomap.places.resolve import resolve as resolve_mentions
    from geomap.tables import account_row
    from geomap.text.accounts import extract_accounts as extract
    from geomap.text.mentions import find_mentions as find

    for article in _articles(sources):
        for account in extract(article, resolve_mentions(find(article))):
            typer.echo(json.dumps(account_row(account), ensure_ascii=False))


def _articles(sources: list[str]) -> Iterator[Article]:
    """Yield the articles; say on standard error what was not read."""
    from geomap.errors import DataError
    from geomap.text.articles import Dropped, scan_articles

    found = False
    for item in scan_articles(sources):
        if isinstance(item, Dropped):
            typer.echo(f"geomap: not used: {item.where}: {item.reason}", err=True)
        else:
            found = True
            yield item
    if not found:
        raise DataError(f"no report could be read from {', '.join(sources)}")


@app.command("summarize", epilog="Example: geomap summarize seeds/ --by admin1 > provinces.csv")
def summarize(
    sources: Sources,
    by: Annotated[str, typer.Option(help="admin1 (provinces) or admin2 (districts).")] = "admin2",
) -> None:
    """Print incidents, fatalities and injured per district or province as CSV."""
    from geomap.places.boundaries import load_boundaries
    from geomap.summary import summarize as count
    from geomap.tables import csv_safe, incident_table

    table = count(
        incident_table(_incidents(sources)),
        boundaries=load_boundaries(f"embedded-{by}"),
        by=by,
    )
    text = table.map(csv_safe).to_csv(index=False, lineterminator="\n")
    typer.echo(text, nl=False)


@app.command("draw-map", epilog="Example: geomap draw-map seeds/ -o map.html")
def draw_map(
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")] = Path("map.html"),
    title: Annotated[str | None, typer.Option(help="The map's title.")] = None,
) -> None:
    """Write the interactive map of the incidents that the sources report."""
    from geomap.maps.incident_map import draw_map as draw
    from geomap.tables import incident_table

    draw(incident_table(_incidents(sources)), title=title).save(out)


def _incidents(sources: list[str]) -> list[Incident]:
    from geomap.places.resolve import resolve as resolve_mentions
    from geomap.text.accounts import extract_accounts as extract
    from geomap.text.mentions import find_mentions as find
    from geomap.text.merge import merge_accounts

    articles = list(_articles(sources))
    accounts = extract(articles, resolve_mentions(find(articles)))
    return merge_accounts(accounts, articles=articles)

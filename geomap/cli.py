"""The command ``geomap``: parse options, call one public function, print.

Data go to standard output, messages to standard error. Exit codes: 0 done, 1 something could not be
done, 2 the command was not understood; each error is one line that says what, where and what to do.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

import geomap
from geomap import (
    cli_boundaries,
    cli_embed,
    cli_gazetteer,
    cli_publish,
    cli_run,
    cli_sources,
    cli_static,
    cli_summary,
    cli_tables,
)
from geomap.console import fail, print_csv
from geomap.errors import GeomapError

if TYPE_CHECKING:
    from geomap.settings import Settings

__all__ = ["app", "main"]

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="From reports of security incidents in Pakistan to maps and district tables.",
    epilog="Example: geomap run reports/ -o outputs/",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders or patterns of reports: .txt .md .html .rss .jsonl .csv ..."
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--columns", help="What columns of a CSV or fields of JSON hold: text=Story,published=Day."
    ),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="The folder to write to.")]
Title = Annotated[str | None, typer.Option(help="The map's title.")]
Quotes = Annotated[
    bool | None,
    typer.Option("--quotes/--no-quotes", help="Whether the sources' words are written."),
]

_UsageError = cast("type[Any]", typer.BadParameter.__mro__[2])  # what typer raises at a bad command
_STOPPED = 130  # what typer returns when the user interrupts


def main() -> None:
    """Run the command; an expected error is one line and an exit code."""
    try:
        code = app(args=sys.argv[1:] or ["--help"], prog_name="geomap", standalone_mode=False)
    except _UsageError as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "geomap"
        fail(f"{error.format_message().rstrip('.')}; see {command} --help", code=2)
    except GeomapError as error:
        fail(str(error))
    except (typer.Abort, KeyboardInterrupt):
        code = _STOPPED
    except OSError as error:
        fail(f"{error.filename or 'a file'}: {error.strerror or type(error).__name__}")
    if code == _STOPPED:
        fail("stopped; the files of an earlier run are as they were")
    sys.exit(code if isinstance(code, int) else 0)


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
    """Hold the options of the program itself."""


@app.command(epilog="Example: geomap run seeds/ more.jsonl -o outputs/")
def run(
    sources: Sources,
    out: Out = Path("outputs"),
    title: Annotated[str | None, typer.Option(help="The title of maps and report.")] = None,
    quotes: Quotes = None,
    boundaries: Annotated[str | None, typer.Option(help="The districts to use, by name.")] = None,
    corrections: Annotated[
        list[Path] | None,
        typer.Option(help="A filled review.csv; its decisions win. May be given again."),
    ] = None,
    lexicons: Annotated[
        Path | None, typer.Option(help="A folder with further rows for the word lists.")
    ] = None,
    ner: Annotated[
        str | None, typer.Option(help="A spaCy pipeline that may veto or boost place names.")
    ] = None,
    settings: Annotated[Path | None, typer.Option(help="A TOML file with the settings.")] = None,
    columns: Columns = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only problems.")] = False,
) -> None:
    """Write the map, the tables and what they rest on."""
    from geomap.settings import load_settings

    chosen = load_settings(
        settings,
        title=title,
        quotes=quotes,
        boundaries=boundaries,
        corrections=corrections or None,
        lexicons=lexicons,
        ner=ner,
    )
    told = cli_tables.parse_columns(columns)
    quiet = quiet or not sys.stderr.isatty()
    with cli_run.progress_bar(quiet) as progress:
        from geomap.pipeline import run as run_pipeline

        result = run_pipeline(sources, out, columns=told, settings=chosen, progress=progress)
    cli_run.report(result, quiet=quiet)


@app.command("read-articles", epilog="Example: geomap read-articles seeds/ | head -n 1")
def read_articles(sources: Sources, columns: Columns = None) -> None:
    """Print the articles as read, one JSON object a line."""
    from geomap.tables import article_row

    for article in cli_sources.articles_of(sources, columns):
        _print_json(article_row(article))


@app.command("find-mentions", epilog="Example: geomap find-mentions report.txt")
def find_mentions(sources: Sources, columns: Columns = None) -> None:
    """Print place names with their roles, as JSON lines."""
    from geomap.records import Resolution
    from geomap.tables import mention_row
    from geomap.text.mentions import find_mentions as find

    unasked = ("place", "reason")
    for article in cli_sources.articles_of(sources, columns):
        for mention in find(article):
            row = mention_row(Resolution(mention=mention, place=None, score=mention.score))
            _print_json({name: value for name, value in row.items() if name not in unasked})


@app.command("resolve", epilog="Example: geomap resolve report.txt")
def resolve(sources: Sources, columns: Columns = None) -> None:
    """Print place names with their places, as JSON lines."""
    from geomap.tables import mention_row

    for article in cli_sources.articles_of(sources, columns):
        for resolution in cli_sources.resolutions_of(article):
            _print_json(mention_row(resolution))


@app.command("extract-accounts", epilog="Example: geomap extract-accounts report.txt")
def extract_accounts(sources: Sources, quotes: Quotes = None, columns: Columns = None) -> None:
    """Print what each article says of each event, as JSON."""
    from geomap.tables import account_row

    shown = _settings(quotes=quotes).quotes
    for article in cli_sources.articles_of(sources, columns):
        for account in cli_sources.accounts_of(article):
            _print_json(account_row(account, quotes=shown))


@app.command("merge-accounts", epilog="Example: geomap merge-accounts seeds/ > incidents.jsonl")
def merge_accounts(sources: Sources, quotes: Quotes = None, columns: Columns = None) -> None:
    """Print the incidents, one JSON object a line."""
    from geomap.tables import incident_row

    shown = _settings(quotes=quotes).quotes
    for incident in cli_sources.incidents_of(sources, columns):
        _print_json(incident_row(incident, quotes=shown))


@app.command("incident-table", epilog="Example: geomap incident-table seeds/ > incidents.csv")
def incident_table(sources: Sources, quotes: Quotes = None, columns: Columns = None) -> None:
    """Print the incident table as CSV."""
    from geomap.tables import incident_table as make_table

    shown = _settings(quotes=quotes).quotes
    print_csv(make_table(cli_sources.incidents_of(sources, columns), quotes=shown))


@app.command("summarize", epilog="Example: geomap summarize seeds/ --by admin1 > provinces.csv")
def summarize(
    sources: Sources,
    by: cli_summary.By = "admin2",
    period: cli_summary.Period = None,
    split_by: cli_summary.Split = None,
    vintage: cli_summary.Vintage = "set",
    wide: cli_summary.Wide = None,
    before: cli_summary.Before = None,
    after: cli_summary.After = None,
    hotspots: cli_summary.Hotspots = None,
    out: cli_summary.Out = None,
    columns: cli_tables.Columns = None,
    precision: cli_tables.Precise = None,
) -> None:
    """Print counts and rates per unit as CSV."""
    asked = cli_summary.Asked(
        by=by, period=period, split_by=split_by, vintage=vintage, wide=wide, before=before,
        after=after, hotspots=hotspots,
    )  # fmt: skip
    asked.check()
    cli_summary.check_out(out)
    found = cli_sources.found_in(sources, columns=columns, precision=precision)
    cli_summary.give(asked.table(found.table), out, vintage=vintage, until=found.until)


@app.command("draw-map", epilog="Example: geomap draw-map seeds/ -o map.html (or .png .svg .pdf)")
def draw_map(
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")] = Path("map.html"),
    title: Title = None,
    quotes: Quotes = None,
    columns: cli_tables.Columns = None,
    precision: cli_tables.Precise = None,
    shade: cli_static.Shade = None,
    size: cli_static.SizeOf = None,
    lang: cli_static.Lang = "en",
    within: cli_static.Within = None,
    basemap: Annotated[
        str | None,
        typer.Option(
            help="vector (embedded, the default), none, or tiles such as OpenStreetMap.Mapnik."
        ),
    ] = None,
    controls: cli_embed.Controls = None,
) -> None:
    """Write the map alone, as a page or for print."""
    told = _settings(title=title, quotes=quotes)
    for_print = cli_static.Asked(shade=shade, size=size, lang=lang, within=within, title=told.title)
    of_page = {"--basemap": basemap, "--controls": controls, "--quotes/--no-quotes": quotes}
    printed = for_print.check(out, [name for name, given in of_page.items() if given is not None])
    found = cli_sources.found_in(sources, quotes=told.quotes, columns=columns, precision=precision)
    if printed:
        for_print.draw(found).save(out)
        return
    from geomap.maps.incident_map import draw_map as draw

    ground = None if basemap == "none" else basemap or "vector"
    named = cli_embed.control_names(controls)
    draw(
        found.table, title=told.title, quotes=told.quotes, lang=lang, basemap=ground,
        controls=named, data_until=found.until,
    ).save(out)  # fmt: skip


@app.command("write-embed", epilog="Example: geomap write-embed seeds/ -o embed/")
def write_embed(
    sources: Sources,
    out: cli_embed.Out = Path("embed.html"),
    title: Title = None,
    quotes: Quotes = None,
    columns: cli_tables.Columns = None,
    precision: cli_tables.Precise = None,
    lang: cli_embed.Lang = "en",
    controls: cli_embed.Controls = None,
    url: cli_embed.Url = None,
    height: cli_embed.Height = 520,
) -> None:
    """Write a map for other pages, with snippets."""
    told = _settings(title=title, quotes=quotes)
    asked = cli_embed.Asked(
        title=told.title, lang=lang, controls=controls, quotes=told.quotes, url=url, height=height
    )
    asked.check(out)
    found = cli_sources.found_in(sources, quotes=told.quotes, columns=columns, precision=precision)
    asked.write(found, out)


@app.command("write-report", epilog="Example: geomap write-report seeds/ -o report.html")
def write_report(
    sources: Sources,
    out: cli_publish.ReportFile = Path("report.html"),
    title: cli_publish.ReportTitle = None,
    lang: cli_publish.Lang = "en",
    quotes: Quotes = None,
    before: cli_publish.Before = None,
    after: cli_publish.After = None,
    listed: cli_publish.Listed = "1000",
    interactive: cli_publish.Live = True,
    boundaries: cli_publish.Boundaries = None,
    templates: cli_publish.Templates = None,
    columns: cli_tables.Columns = None,
    precision: cli_tables.Precise = None,
) -> None:
    """Write a report as HTML, Markdown, Word or PDF."""
    told = _settings(title=title, quotes=quotes, boundaries=boundaries)
    asked = cli_publish.Asked(
        title=told.title, lang=lang, quotes=told.quotes, before=before, after=after, listed=listed,
        interactive=interactive, boundaries=told.boundaries, templates=templates,
    )  # fmt: skip
    options = asked.options()
    from geomap.publish.report import check_report_file
    from geomap.publish.report import write_report as write

    check_report_file(out)

    found = cli_sources.found_in(sources, quotes=told.quotes, columns=columns, precision=precision)
    write(found.table, out, options=options, read=found.read)


@app.command("write-atlas", epilog="Example: geomap write-atlas seeds/ --within PK2 -o atlas.html")
def write_atlas(
    sources: Sources,
    out: cli_publish.AtlasFile = Path("atlas.html"),
    within: cli_publish.Within = None,
    title: cli_publish.ReportTitle = None,
    lang: cli_publish.Lang = "en",
    quotes: Quotes = None,
    boundaries: cli_publish.Boundaries = None,
    templates: cli_publish.Templates = None,
    columns: cli_tables.Columns = None,
    precision: cli_tables.Precise = None,
) -> None:
    """Write an atlas with a page for each district."""
    told = _settings(title=title, quotes=quotes, boundaries=boundaries)
    asked = cli_publish.Asked(
        title=told.title,
        lang=lang,
        quotes=told.quotes,
        boundaries=told.boundaries,
        templates=templates,
    )
    options = asked.options()
    from geomap.publish.atlas import check_atlas
    from geomap.publish.atlas import write_atlas as write

    check_atlas(out, within=within)

    found = cli_sources.found_in(sources, quotes=told.quotes, columns=columns, precision=precision)
    write(found.table, out, within=within, options=options, read=found.read)


app.add_typer(cli_boundaries.boundaries, name="boundaries")
app.add_typer(cli_gazetteer.app, name="gazetteer")
app.command("geocode", epilog="Example: geomap geocode 'Hoshab, Kech'")(cli_gazetteer.geocode)
app.command("reverse", epilog="Example: geomap reverse 66.99 30.18")(cli_gazetteer.reverse)
app.command(
    "read-incidents",
    epilog="Example: geomap read-incidents acled.csv --as geomap > incidents.csv",
)(cli_tables.read_incidents)
app.command("geocode-table", epilog="Example: geomap geocode-table places.xlsx > placed.csv")(
    cli_tables.geocode_table,
)
app.command("join-units", epilog="Example: geomap join-units points.csv > joined.csv")(
    cli_tables.join_units,
)


def _settings(
    *, quotes: bool | None, title: str | None = None, boundaries: str | None = None
) -> Settings:
    """Return the settings of a command: its own options, else the environment's, else defaults."""
    from geomap.settings import load_settings

    return load_settings(quotes=quotes, title=title, boundaries=boundaries)


def _print_json(row: dict[str, object]) -> None:
    from geomap.tables import json_text

    typer.echo(json_text(row).encode())

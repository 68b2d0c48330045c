"""From reports to files: the only place that knows the order of the steps."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

import geopandas as gpd

import geomap
from geomap.article_corrections import ArticleCorrections, Outcome
from geomap.corrections import CorrectionReport, Corrections, Regrouped, read_corrections
from geomap.errors import DataError, SettingsError
from geomap.lexicons import UserLexicons, lexicons_in_use, read_lexicons
from geomap.maps.figures import Look
from geomap.maps.incident_map import draw_map
from geomap.maps.static import draw_symbols
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.resolve import resolve
from geomap.publish.embed import EMBED_CONTROLS
from geomap.records import KINDS, Account, Article, Mention, Resolution
from geomap.review import Review, review_rows
from geomap.settings import Settings, check_names
from geomap.summary import summarize
from geomap.tables import (
    Writer,
    account_row,
    article_row,
    incident_row,
    incident_table,
    mention_row,
    write_csv,
    write_geojson,
    write_json_lines,
    write_parquet,
)
from geomap.text.accounts import accounts_in
from geomap.text.article_fields import Columns
from geomap.text.articles import NOTHING_READ, Dropped, Remark, input_files, scan_articles
from geomap.text.mentions import mentions_in
from geomap.text.merge import merge_accounts
from geomap.text.ner import Pipeline, Tag, load_pipeline, named_places, weighed, with_opinion
from geomap.text.reading import read_scenes
from geomap.text.scenes import Reading

__all__ = ["Progress", "RunResult", "run"]

Progress = Callable[[str, int, int], None]
"""Called with the step's name, what is done and what there is to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What a run wrote and what it could not use.

    `files` are the names written to `out`. `undated` are the ids of articles without a
    publication date, whose relative dates stay unknown. `remarks` are worth knowing of what was
    read: another encoding than UTF-8, a date that is none, an id given twice. `corrections` says
    what became of a person's corrections.
    """

    out: Path
    files: tuple[str, ...]
    articles: int
    accounts: int
    incidents: int
    dropped: tuple[Dropped, ...]
    undated: tuple[str, ...]
    corrections: CorrectionReport = field(default_factory=CorrectionReport)
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Read:
    """All that was read, in the order of the sources."""

    articles: list[Article] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    inputs: list[dict[str, str]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    tagger: Pipeline | None = None
    columns: dict[str, str | None] = field(default_factory=dict)
    lexicons: UserLexicons = field(default_factory=UserLexicons)

    @property
    def undated(self) -> tuple[str, ...]:
        return tuple(article.id for article in self.articles if article.published is None)

    @property
    def until(self) -> date | None:
        """The latest publication date: the only date that an output may carry."""
        return max((item.published for item in self.articles if item.published), default=None)


def run(
    sources: str | Path | Iterable[str | Path],
    out: str | Path = "outputs",
    *,
    columns: Columns | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    **given: object,
) -> RunResult:
    """Read reports and write the map, the tables and all that lies between.

    Parameters
    ----------
    sources
        Files, folders or glob patterns of reports, see `read_articles`.
    out
        The folder to write to; made when missing. Files are written under temporary names and
        moved into place at the end, so that a run that fails leaves the old ones whole.
    columns
        Which column or JSON field holds what, where it is guessed wrong, see `read_articles`.
    settings
        What a run may be told; None is the defaults.
    progress
        Called after every article.
    **given
        Fields of `Settings` given directly: ``corrections="review.csv"``, ``quotes=False``.

    Returns
    -------
    RunResult
        Counts, what was dropped, and what became of corrections.

    Raises
    ------
    MissingDataError
        If a source, a corrections file or a folder of lexicons does not exist.
    MissingDependencyError
        If a file needs an extra that is not installed, or a spaCy pipeline is asked and spaCy
        is not.
    SchemaError
        If a corrections file or a lexicon is no such table.
    SettingsError
        If a setting is not known, no source is given, the output folder lies in a source folder,
        the boundary set is not one of districts, or `columns` names an unknown field.
    DataError
        If no report could be read, or the folder cannot be written.

    Examples
    --------
    >>> import geomap, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     result = geomap.run("seeds/", folder)
    >>> result.articles > 14
    True
    """
    every = [sources] if isinstance(sources, (str, Path)) else list(sources)
    check_names(given)
    settings, folder = replace(settings or Settings(), **given), Path(out)  # type: ignore[arg-type]
    _check_folder(folder, every)
    lexicons = read_lexicons(settings.lexicons) if settings.lexicons else UserLexicons()
    with lexicons_in_use(lexicons):
        return _run((every, columns), folder, settings, lexicons, progress)


def _run(
    sources: tuple[Sequence[str | Path], Columns | None],
    folder: Path,
    settings: Settings,
    lexicons: UserLexicons,
    progress: Progress | None,
) -> RunResult:
    """Read, merge and write, with the lexicons that are in use; `sources`: with their columns."""
    districts = _districts(settings)
    corrections = read_corrections(settings.corrections)
    tagger = load_pipeline(settings.ner) if settings.ner else None
    read = _read(*sources, settings, corrections, tagger, progress)
    read.lexicons = lexicons
    merged = merge_accounts(read.accounts, articles=read.articles)
    grouped = corrections.incidents(merged, read.accounts, read.articles)
    report = corrections.report([*read.outcomes, *grouped.outcomes], read.articles)
    files = _write_all(_writers(read, grouped, report, settings, districts), folder)
    return RunResult(
        out=folder,
        files=files,
        articles=len(read.articles),
        accounts=len(read.accounts),
        incidents=len(grouped.incidents),
        dropped=tuple(read.dropped),
        undated=read.undated,
        corrections=report,
        remarks=tuple(read.remarks),
    )


def _check_folder(out: Path, sources: Sequence[str | Path]) -> None:
    """Say before the work begins what would spoil its end."""
    if not sources:
        raise SettingsError("no sources given: name a file or a folder of reports")
    if out.exists() and not out.is_dir():
        raise DataError(f"{out} is a file; name a folder to write to")
    whole = out.resolve()
    for source in map(Path, sources):
        if source.is_dir() and whole.is_relative_to(source.resolve()):
            raise SettingsError(
                f"the output folder {out} lies in the source folder {source}: the next run would "
                "read its outputs as reports; name a folder outside",
            )
    existing = next(folder for folder in (whole, *whole.parents) if folder.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        raise DataError(f"{out}: cannot write there; name another folder")


def _districts(settings: Settings) -> BoundarySet:
    districts = load_boundaries(settings.boundaries)
    if districts.level != "admin2":
        raise SettingsError(
            f"boundaries is {settings.boundaries!r}, a set of level {districts.level}; "
            "name one of districts (admin2)",
        )
    return districts


def _read(
    sources: Sequence[str | Path],
    columns: Columns | None,
    settings: Settings,
    corrections: Corrections,
    tagger: Pipeline | None,
    progress: Progress | None,
) -> _Read:
    """Read every article once: mentions, resolutions, accounts."""
    read = _Read(inputs=_input_hashes(sources), columns=dict(columns or {}), tagger=tagger)
    articles = []
    for item in scan_articles(sources, columns=columns, settings=settings):
        if isinstance(item, Dropped):
            read.dropped.append(item)
        elif isinstance(item, Remark):
            read.remarks.append(item)
        else:
            articles.append(item)
    for number, article in enumerate(articles, 1):
        _read_one(article, read, corrections.of(article))
        if progress is not None:
            progress("reading reports", number, len(articles))
    if not read.articles:
        names = ", ".join(map(str, sources))
        why = "; ".join(f"{item.where}: {item.reason}" for item in read.dropped[:_REASONS])
        why = why or "there is no file in it"
        raise DataError(f"no report could be read from {names}: {why}; {NOTHING_READ}")
    return read


_REASONS = 3  # as many as a line can hold


def _read_one(article: Article, read: _Read, decided: ArticleCorrections) -> None:
    """Add what an article says; one that breaks a step is dropped, and never stops a run."""
    try:
        reading = read_scenes(article)
        mentions = decided.mentions(_mentions(reading, read.tagger))
        resolutions = resolve(mentions)
        if read.tagger is not None:
            resolutions = weighed(resolutions)
        resolutions = decided.resolutions(resolutions)
        accounts = decided.accounts(accounts_in(reading, resolutions), resolutions)
    except Exception as error:  # noqa: BLE001 - whatever it is
        step = traceback.extract_tb(error.__traceback__)[-1].name
        reason = f"could not be understood ({type(error).__name__} in {step}); please report it"
        read.dropped.append(Dropped(where=article.id, reason=reason))
        return
    read.articles.append(article)
    read.resolutions.extend(resolutions)
    read.accounts.extend(accounts)
    read.outcomes.extend(decided.outcomes)


def _mentions(reading: Reading, tagger: Pipeline | None) -> list[Mention]:
    """Return the mentions by the rules, and by a spaCy pipeline where one is asked."""
    if tagger is None:
        return mentions_in(reading)
    text, plain = reading.article.text, reading.plain
    tags = tagger.tags(text)
    mentions = mentions_in(reading, also=named_places(text, tags))
    if not plain.is_written:
        tags = [Tag(*plain.back(tag.start, tag.end), tag.kind) for tag in tags]
    return with_opinion(plain.written, mentions, tags)


def _input_hashes(sources: Sequence[str | Path]) -> list[dict[str, str]]:
    """Return the sha256 of each input file, with its name below the given source."""
    hashes = []
    for path, name in input_files(sources):
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            continue  # the reader says why
        hashes.append({"name": name, "sha256": digest})
    return hashes


def _writers(
    read: _Read,
    grouped: Regrouped,
    report: CorrectionReport,
    settings: Settings,
    districts: BoundarySet,
) -> dict[str, Writer]:
    """Return for each output file the function that writes it."""
    quotes, incidents = settings.quotes, grouped.incidents
    rows = [incident_row(incident, quotes=quotes) for incident in incidents]
    table = incident_table(incidents, quotes=quotes)
    accounts = [account_row(account, quotes=quotes) for account in read.accounts]
    review = review_rows(_to_review(read, grouped), quotes=quotes)
    provinces = load_boundaries(level="admin1")
    by_province = summarize(table, by="admin1", boundaries=provinces)
    by_district = summarize(table, by="admin2", boundaries=districts)
    record = _run_record(read, len(incidents), settings, (provinces, districts))
    if read.lexicons.files:
        record["lexicons"] = [
            {"name": name, "rows": rows, "sha256": digest}
            for name, rows, digest in read.lexicons.files
        ]
    if read.tagger is not None:
        record["ner"] = _tagger_record(read.tagger)
    if settings.corrections:
        record["corrections"] = _corrections_record(report)
    return {
        "articles.jsonl": lambda path: write_json_lines(map(article_row, read.articles), path),
        "mentions.jsonl": lambda path: write_json_lines(map(mention_row, read.resolutions), path),
        "accounts.jsonl": lambda path: write_json_lines(accounts, path),
        "incidents.jsonl": lambda path: write_json_lines(rows, path),
        "incidents.geojson": lambda path: write_geojson(rows, path),
        "incidents.csv": lambda path: write_csv(table, path),
        "incidents.parquet": lambda path: write_parquet(table, path),
        "provinces.csv": lambda path: write_csv(by_province, path),
        "districts.csv": lambda path: write_csv(by_district, path),
        **_maps(table, settings, districts, read.until),
        "review.csv": lambda path: write_csv(review, path, marked=True),
        "run.json": lambda path: _write_json(record, path),
    }


def _maps(
    table: gpd.GeoDataFrame, settings: Settings, districts: BoundarySet, until: date | None
) -> dict[str, Writer]:
    """Return the writers of the interactive map, of its leaner twin and of the one for print."""
    page = draw_map(
        table, boundaries=districts, title=settings.title, quotes=settings.quotes, data_until=until
    )
    look = Look(title=settings.title)
    figure = draw_symbols(table, boundaries=districts, look=look, data_until=until)
    return {
        "map.html": page.save,
        "map.png": figure.save,
        "map.svg": figure.save,
        "embed.html": page.with_controls(EMBED_CONTROLS).save,
    }


def _to_review(read: _Read, grouped: Regrouped) -> Review:
    return Review(
        accounts=read.accounts,
        resolutions=read.resolutions,
        articles=read.articles,
        incidents=grouped.incidents,
        decided=grouped.decided,
    )


def _write_all(writers: dict[str, Writer], out: Path) -> tuple[str, ...]:
    """Write every file under a temporary name, then move them all into place."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        blocked = next((name for name in writers if (out / name).is_dir()), None)
        if blocked is not None:
            raise DataError(f"{out / blocked} is a folder; move it, or name another output folder")
        with _temporary_folder(out) as folder:
            for name, write in writers.items():
                write(folder / name)
            for name in writers:
                (folder / name).replace(out / name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(f"{out}: cannot write there: {reason}; name another folder") from error
    return tuple(writers)


@contextmanager
def _temporary_folder(out: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=".writing-", dir=out))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run_record(
    read: _Read,
    incidents: int,
    settings: Settings,
    boundaries: Iterable[BoundarySet],
) -> dict[str, object]:
    """Return what run.json says: enough to repeat the run and to know what it left out."""
    kinds = [account.kind for account in read.accounts]
    return {
        "geomap": geomap.__version__,
        "data_until": read.until.isoformat() if read.until else None,
        "settings": _settings_record(settings),
        "columns": read.columns,
        "inputs": read.inputs,
        "boundaries": {
            one.level: {
                "name": one.name,
                "vintage": one.vintage,
                "approximate": one.approximate,
                "accuracy": dict(one.accuracy),
                "attribution": one.attribution,
            }
            for one in boundaries
        },
        "counts": {
            "articles": len(read.articles),
            "mentions": len(read.resolutions),
            "mentions_without_place": sum(item.place is None for item in read.resolutions),
            "accounts": {kind: kinds.count(kind) for kind in KINDS},
            "incidents": incidents,
            "dropped": len(read.dropped),
            "remarks": len(read.remarks),
        },
        "dropped": [{"where": item.where, "reason": item.reason} for item in read.dropped],
        "remarks": [{"where": item.where, "note": item.note} for item in read.remarks],
        "no_publication_date": list(read.undated),
    }


def _settings_record(settings: Settings) -> dict[str, object]:
    """Return the settings; of a file its name alone, for a path says where somebody works."""
    names = [Path(file).name for file in settings.corrections]
    paths = {"lexicons": settings.lexicons, "ner": settings.ner}
    own = {name: Path(path).name if path else None for name, path in paths.items()}
    return asdict(settings) | {"corrections": names} | own


def _tagger_record(tagger: Pipeline) -> dict[str, object]:
    return {
        "pipeline": tagger.name,
        "version": tagger.version,
        "articles_not_read": tagger.failures,
    }


def _corrections_record(report: CorrectionReport) -> dict[str, object]:
    return {
        "files": [{"name": name, "sha256": digest} for name, digest in report.files],
        "applied": report.applied,
        "confirmed": report.confirmed,
        "not_applied": [asdict(one) for one in (*report.problems, *report.absent)],
    }


def _write_json(record: dict[str, object], path: Path) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n", errors="backslashreplace")

"""From reports to files: the only place that knows the order of the steps."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from geomap.article_corrections import ArticleCorrections
from geomap.corrections import CorrectionReport, Corrections, read_corrections
from geomap.errors import DataError, SettingsError
from geomap.findings import Findings
from geomap.lexicons import UserLexicons, lexicons_in_use, read_lexicons
from geomap.output_files import RunContent, output_writers, write_together
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.resolve import resolve
from geomap.records import Article, Mention
from geomap.settings import Settings, check_names
from geomap.text.accounts import accounts_in
from geomap.text.article_fields import Columns
from geomap.text.articles import NOTHING_READ, Dropped, Remark, input_files, scan_articles
from geomap.text.mentions import mentions_in
from geomap.text.merge import merge_accounts
from geomap.text.ner import Pipeline, Tag, load_pipeline, named_places, weighed, with_opinion
from geomap.text.reading import read_scenes
from geomap.text.scenes import Reading
from geomap.whole_file import check_folder

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
    content = RunContent(
        read=read, grouped=grouped, corrections=report, settings=settings, districts=districts
    )
    files = write_together(output_writers(content), folder)
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
    check_folder(out)
    whole = out.resolve()
    for source in map(Path, sources):
        if source.is_dir() and whole.is_relative_to(source.resolve()):
            raise SettingsError(
                f"the output folder {out} lies in the source folder {source}: the next run would "
                "read its outputs as reports; name a folder outside",
            )


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
) -> Findings:
    """Read every article once: mentions, resolutions, accounts."""
    read = Findings(inputs=_input_hashes(sources), columns=dict(columns or {}), tagger=tagger)
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


def _read_one(article: Article, read: Findings, decided: ArticleCorrections) -> None:
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

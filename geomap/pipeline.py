"""From reports to files: the only place that knows the order of the steps."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import geomap
from geomap.errors import DataError, SettingsError
from geomap.maps.incident_map import draw_map
from geomap.places.boundaries import BoundarySet, load_boundaries
from geomap.places.resolve import resolve
from geomap.records import Account, Article, Incident, Resolution
from geomap.review import review_rows
from geomap.settings import Settings
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
from geomap.text.articles import Dropped, input_files, scan_articles
from geomap.text.mentions import mentions_in
from geomap.text.merge import merge_accounts
from geomap.text.scenes import read_scenes

__all__ = ["RunResult", "run"]

Progress = Callable[[str, int, int], None]
"""Called with the step's name, what is done and what there is to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What a run wrote and what it could not use."""

    out: Path
    files: tuple[str, ...]
    articles: int
    accounts: int
    incidents: int
    dropped: tuple[Dropped, ...]
    undated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    articles: list[Article]
    resolutions: list[Resolution]
    accounts: list[Account]
    dropped: list[Dropped]


def run(
    sources: str | Path | Iterable[str | Path],
    out: str | Path = "outputs",
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> RunResult:
    """Read reports and write the map, the tables and all that lies between.

    Parameters
    ----------
    sources
        Files, folders or glob patterns of text, Markdown or JSONL reports.
    out
        The folder to write to; made when missing. Files are written under temporary names and
        moved into place at the end, so that a run that fails leaves the old ones whole.
    settings
        What a run may be told; None is the defaults.
    progress
        Called after every article.

    Returns
    -------
    RunResult
        Counts, and what was dropped.

    Raises
    ------
    MissingDataError
        If a source does not exist.
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
    settings = settings or Settings()
    given = [sources] if isinstance(sources, (str, Path)) else list(sources)
    if not given:
        raise SettingsError("no sources given: name a file or a folder of reports")
    read = _read(given, progress)
    if not read.articles:
        reasons = "; ".join(f"{item.where}: {item.reason}" for item in read.dropped[:3])
        raise DataError(
            "no report could be read from "
            + ", ".join(map(str, given))
            + (f" ({reasons})" if reasons else ": the folder holds none")
            + "; give .txt, .md or .jsonl files",
        )
    incidents = merge_accounts(read.accounts, articles=read.articles)
    writers = _writers(read, incidents, settings, _input_hashes(given))
    files = _write_all(writers, Path(out))
    return RunResult(
        out=Path(out),
        files=files,
        articles=len(read.articles),
        accounts=len(read.accounts),
        incidents=len(incidents),
        dropped=tuple(read.dropped),
        undated=tuple(article.id for article in read.articles if article.published is None),
    )


def _read(sources: Sequence[str | Path], progress: Progress | None) -> _Read:
    """Read every article once: mentions, resolutions, accounts."""
    items = list(scan_articles(sources))
    read = _Read([], [], [], [item for item in items if isinstance(item, Dropped)])
    articles = [item for item in items if isinstance(item, Article)]
    for number, article in enumerate(articles, 1):
        try:
            reading = read_scenes(article)
            resolutions = resolve(mentions_in(reading))
            accounts = accounts_in(reading, resolutions)
        except Exception as error:  # noqa: BLE001 - one bad article never stops a run
            reason = f"could not be understood ({type(error).__name__}: {error}); please report it"
            read.dropped.append(Dropped(where=article.id, reason=reason))
            continue
        read.articles.append(article)
        read.resolutions.extend(resolutions)
        read.accounts.extend(accounts)
        if progress is not None:
            progress("reading reports", number, len(articles))
    return read


def _writers(
    read: _Read,
    incidents: Sequence[Incident],
    settings: Settings,
    inputs: dict[str, str],
) -> dict[str, Writer]:
    """Return for each output file the function that writes it."""
    quotes = settings.quotes
    rows = [incident_row(incident, quotes=quotes) for incident in incidents]
    table = incident_table(incidents, quotes=quotes)
    districts = load_boundaries(settings.boundaries)
    provinces = load_boundaries("embedded-admin1")
    until = _data_until(read.articles)
    record = _run_record(read, incidents, settings, districts, inputs)
    chart = draw_map(
        table,
        boundaries=districts,
        title=settings.title,
        quotes=quotes,
        data_until=until,
    )
    return {
        "articles.jsonl": lambda path: write_json_lines(map(article_row, read.articles), path),
        "mentions.jsonl": lambda path: write_json_lines(map(mention_row, read.resolutions), path),
        "accounts.jsonl": lambda path: write_json_lines(
            (account_row(account, quotes=quotes) for account in read.accounts),
            path,
        ),
        "incidents.jsonl": lambda path: write_json_lines(rows, path),
        "incidents.geojson": lambda path: write_geojson(rows, path),
        "incidents.csv": lambda path: write_csv(table, path),
        "incidents.parquet": lambda path: write_parquet(table, path),
        "provinces.csv": lambda path: write_csv(
            summarize(table, boundaries=provinces, by="admin1"),
            path,
        ),
        "districts.csv": lambda path: write_csv(
            summarize(table, boundaries=districts, by="admin2"),
            path,
        ),
        "review.csv": lambda path: write_csv(
            review_rows(read.accounts, read.resolutions, read.articles),
            path,
        ),
        "map.html": chart.save,
        "run.json": lambda path: _write_json(record, path),
    }


def _write_all(writers: dict[str, Writer], out: Path) -> tuple[str, ...]:
    """Write every file under a temporary name, then move them all into place."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".writing-", dir=out))
    except OSError as error:
        raise DataError(f"{out}: cannot write there: {error.strerror}") from error
    try:
        for name, write in writers.items():
            write(folder / name)
        for name in writers:
            (folder / name).replace(out / name)
    except OSError as error:
        raise DataError(f"{out}: cannot write there: {error.strerror}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return tuple(writers)


def _data_until(articles: Iterable[Article]) -> date | None:
    """Return the latest publication date read: the only date that an output may carry."""
    return max((item.published for item in articles if item.published), default=None)


def _run_record(
    read: _Read,
    incidents: Sequence[Incident],
    settings: Settings,
    districts: BoundarySet,
    inputs: dict[str, str],
) -> dict[str, object]:
    """Return what run.json says: enough to repeat the run and to know what it left out."""
    until = _data_until(read.articles)
    kinds = [account.kind for account in read.accounts]
    return {
        "geomap": geomap.__version__,
        "data_until": until.isoformat() if until else None,
        "settings": asdict(settings),
        "inputs": inputs,
        "boundaries": {
            "name": districts.name,
            "vintage": districts.vintage,
            "approximate": districts.approximate,
            "attribution": districts.attribution,
        },
        "counts": {
            "articles": len(read.articles),
            "mentions": len(read.resolutions),
            "mentions_without_place": sum(item.place is None for item in read.resolutions),
            "accounts": {kind: kinds.count(kind) for kind in sorted(set(kinds))},
            "incidents": len(incidents),
            "dropped": len(read.dropped),
        },
        "dropped": [{"where": item.where, "reason": item.reason} for item in read.dropped],
        "no_publication_date": [item.id for item in read.articles if item.published is None],
    }


def _write_json(record: dict[str, object], path: Path) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n", errors="backslashreplace")


def _input_hashes(sources: Sequence[str | Path]) -> dict[str, str]:
    """Return the sha256 of each input file by its name below the given source."""
    hashes = {}
    for path, name in input_files(sources):
        try:
            hashes[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            hashes[name] = ""
    return dict(sorted(hashes.items()))

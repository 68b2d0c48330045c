"""Read reports from files into Articles.

The text of an Article is the input's characters unchanged; of a page or a feed it is the main text.
What cannot be read is never lost in silence: `scan_articles` yields a `Dropped` in its place, with
the file, the line and what to do, and a `Remark` where something is worth knowing of what was read.
"""

from __future__ import annotations

import hashlib
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from geomap.errors import DataError
from geomap.records import Article
from geomap.settings import Settings
from geomap.text.article_fields import (
    MAX_CHARACTERS,
    Columns,
    Dropped,
    Item,
    ReadOptions,
    Remark,
    checked_columns,
)
from geomap.text.article_sources import (
    SUFFIXES,
    check_extras,
    holds_one_article,
    input_files,
    read_file,
)

__all__ = [
    "MAX_CHARACTERS",
    "NOTHING_READ",
    "Dropped",
    "Item",
    "Remark",
    "input_files",
    "read_articles",
    "scan_articles",
]

NOTHING_READ = f"give {SUFFIXES.replace(' and ', ' or ')} files"
"""What to do where no report was found."""


def read_articles(
    *sources: str | Path, columns: Columns | None = None, settings: Settings | None = None
) -> list[Article]:
    """Read reports from files, folders or glob patterns.

    Parameters
    ----------
    *sources
        Text, Markdown, HTML, RSS, Atom, JSON lines, JSON, CSV or TSV files, folders of them (read
        with all that is below), or patterns. HTML needs the extra ``html``, feeds need ``feeds``.
    columns
        Which column, or JSON field, holds what, where it is guessed wrong: ``{"text": "Story"}``;
        None in place of a column leaves a field out. The fields are text, id, title, published,
        source, url and language.
    settings
        What a run may be told; None is the defaults.

    Returns
    -------
    list of Article
        In the order of the sources; files of a folder by name. Each thing that could not be read,
        and each that is worth a remark, raises a warning that says where and why.

    Raises
    ------
    MissingDataError
        If a source does not exist.
    MissingDependencyError
        If a file needs an extra that is not installed.
    SettingsError
        If `columns` names an unknown field.
    DataError
        If no article could be read at all.

    Examples
    --------
    >>> import geomap
    >>> articles = geomap.read_articles("seeds/")
    >>> articles[0].published_source
    'header'
    """
    articles = []
    for item in scan_articles(sources, columns=columns, settings=settings):
        if isinstance(item, Article):
            articles.append(item)
        else:
            note = item.reason if isinstance(item, Dropped) else item.note
            warnings.warn(f"{item.where}: {note}", stacklevel=2)
    if not articles:
        names = ", ".join(map(str, sources)) or "nothing"
        raise DataError(
            f"no report could be read from {names}: {NOTHING_READ}, or a folder that holds some",
        )
    return articles


def scan_articles(
    sources: Iterable[str | Path],
    *,
    columns: Columns | None = None,
    settings: Settings | None = None,
) -> Iterator[Item]:
    """Yield every article of the sources, a `Dropped` for each thing that was not read, `Remark`s.

    Files are read twice where they hold several articles: first for the ids alone, so that no more
    than one article need stand in memory. Articles of one id and one text are given once; articles
    that share an id but not the text all get a suffix made of their text.

    Parameters
    ----------
    sources, columns, settings
        As in `read_articles`.

    Raises
    ------
    MissingDataError
        If a source does not exist.
    MissingDependencyError
        If a file needs an extra that is not installed.
    SettingsError
        If `columns` names an unknown field.
    """
    limit = (settings or Settings()).max_file_mb
    options = ReadOptions(columns=checked_columns(columns), max_mb=limit)
    files = input_files(sources)
    check_extras(files)
    ids = _Ids(files, options)
    for path, name in files:
        given: str | None = None  # the id under which the last article was given
        for item in _or_nothing(read_file(path, name, options), name):
            if isinstance(item, Article):
                settled = list(ids.settle(item))
                yield from settled
                given = settled[0].id if isinstance(settled[0], Article) else None
            elif not isinstance(item, Remark) or item.article_id is None:
                yield item
            elif given is not None:
                yield replace(item, article_id=given)


def _or_nothing(items: Iterable[Item], name: str) -> Iterator[Item]:
    """Yield items, and where there are none a word on the file that holds nothing."""
    empty = True
    for item in items:
        empty = False
        yield item
    if empty:
        yield Dropped(where=name, reason="there is nothing to read in it")


class _Ids:
    """Makes the ids of all articles of some files unique."""

    def __init__(self, files: list[tuple[Path, str]], options: ReadOptions) -> None:
        options = replace(options, ids_only=True)
        counts = Counter(one for path, name in files for one in _ids_of(path, name, options))
        self.taken = frozenset(counts)
        self.texts: dict[str, set[str]] = {one: set() for one, n in counts.items() if n > 1}
        self.given: set[tuple[str, str]] = set()
        self.told: set[str] = set()
        if self.texts:
            self._compare(files, options)

    def _compare(self, files: list[tuple[Path, str]], options: ReadOptions) -> None:
        """Collect the texts of the ids that occur more than once."""
        for path, name in files:
            if holds_one_article(path) and name not in self.texts:
                continue
            for item in read_file(path, name, options):
                if isinstance(item, Article) and item.id in self.texts:
                    self.texts[item.id].add(_digest(item.text))

    def settle(self, article: Article) -> Iterator[Item]:
        """Yield an article under an id of its own, or say that it was read before."""
        texts = self.texts.get(article.id)
        if texts is None:
            yield article
            return
        digest = _digest(article.text)
        if (article.id, digest) in self.given:
            yield Dropped(where=article.id, reason="the same article again; it is read once")
            return
        self.given.add((article.id, digest))
        if len(texts) < 2:
            yield article
            return
        length = 8
        while f"{article.id}-{digest[:length]}" in self.taken and length < len(digest):
            length += 1
        yield replace(article, id=f"{article.id}-{digest[:length]}")
        if article.id not in self.told:
            self.told.add(article.id)
            note = f"{len(texts)} articles share this id; each is given a suffix made of its text"
            yield Remark(where=article.id, note=note, field="id")


def _ids_of(path: Path, name: str, options: ReadOptions) -> Iterator[str]:
    """Yield the ids of a file's articles as they stand in it."""
    if holds_one_article(path):
        yield name
        return
    for item in read_file(path, name, options):
        if isinstance(item, Article):
            yield item.id


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

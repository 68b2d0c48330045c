"""Reports as Word documents: headings, tables with header rows, captions, pictures with a text.

Texts are cleaned of what XML forbids before they come here (`geomap.maps.texts`). The stamps in
the file are the report's own date, so that the same report gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geomap.errors import MissingDependencyError
from geomap.maps.figures import Words
from geomap.publish.blocks import (
    Document,
    Entries,
    Grid,
    Headline,
    LiveMap,
    Picture,
    Points,
    Prose,
    SourceLine,
)
from geomap.publish.docx_parts import WordFile
from geomap.publish.words import report_words
from geomap.summary_tables import stamped
from geomap.whole_file import whole_file

__all__ = ["python_docx", "write_docx"]


def python_docx() -> Any:
    """Return the library that writes Word documents.

    Raises
    ------
    MissingDependencyError
        If it is not installed.
    """
    try:
        return import_module("docx")
    except ImportError as error:
        raise MissingDependencyError(
            "writing DOCX needs python-docx: pip install 'geomap-pk[docx]'",
        ) from error


def write_docx(document: Document, path: Path) -> None:
    """Write a report as a Word document.

    Parameters
    ----------
    document
        The report; an interactive map is written as the picture that stands for it.
    path
        The file to write.

    Raises
    ------
    MissingDependencyError
        If python-docx is not installed.
    """
    library = python_docx()
    day = document.until or date(1980, 1, 1)
    word = WordFile(library.Document(), document)
    _write(word, document, report_words(document.lang))
    word.stamp(datetime(day.year, day.month, day.day, tzinfo=UTC))
    buffer = io.BytesIO()
    word.file.save(buffer)
    with whole_file(path) as new:
        new.write_bytes(stamped(buffer.getvalue(), day))


def _write(word: WordFile, document: Document, words: Words) -> None:
    word.heading(document.title, level=0)
    if document.subtitle:
        word.paragraph(document.subtitle, style="Subtitle")
    for section in document.sections:
        word.heading(section.title, level=1)
        for block in section.blocks:
            _WRITERS[block.kind](word, block, words)
    for line in document.foot:
        word.paragraph(line, small=True)


def _prose(word: WordFile, block: Prose, _: Words) -> None:
    word.paragraph(block.text, small=block.tone == "note")


def _headline(word: WordFile, block: Headline, _: Words) -> None:
    for one in block.numbers:
        note = f" ({one.note})" if one.note else ""
        word.paragraph(f"{one.label}: ", style="List Bullet", bold=one.value, after=note)


def _grid(word: WordFile, block: Grid, words: Words) -> None:
    word.caption(words("table_n"), block.caption, above=True)
    word.table(block)


def _picture(word: WordFile, block: Picture, words: Words) -> None:
    word.picture(block)
    word.caption(words("figure_n"), block.caption, above=False)


def _live_map(word: WordFile, block: LiveMap, words: Words) -> None:
    _picture(word, block.picture, words)


def _points(word: WordFile, block: Points, _: Words) -> None:
    for item in block.items:
        word.paragraph(item, style="List Bullet")


def _entries(word: WordFile, block: Entries, _: Words) -> None:
    ltr, rtl = "\u200e", "\u200f"  # marks by which what follows keeps the document's direction
    mark = rtl if word.right_to_left else ltr
    for entry in block.items:
        word.heading(entry.heading, level=2)
        if entry.facts:
            word.paragraph(" ".join(entry.facts))
        for quote in entry.quotes:
            word.paragraph(f"{quote.field}: ", style="Quote", after=f"“{quote.text}”")
        if entry.sources:
            _sources(word, block.sources_word, entry.sources, mark)


def _sources(word: WordFile, title: str, sources: tuple[SourceLine, ...], mark: str) -> None:
    paragraph = word.paragraph(f"{title}: ", small=True)
    for number, source in enumerate(sources):
        if number:
            word.run(paragraph, f"{mark}; ")
        word.link(paragraph, source.title, source.link)
        if source.about:
            word.run(paragraph, f"{mark} ({source.about})")


_WRITERS: Mapping[str, Callable[[WordFile, Any, Words], None]] = MappingProxyType(
    {
        "prose": _prose, "headline": _headline, "grid": _grid, "picture": _picture,
        "live_map": _live_map, "points": _points, "entries": _entries,
    },
)  # fmt: skip

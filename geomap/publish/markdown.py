r"""Reports as Markdown; pictures stand in a folder beside the file.

Every text is escaped: nothing that a source wrote becomes markup, a link or HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from geomap.publish.blocks import (
    Document,
    Entries,
    Grid,
    Headline,
    Picture,
    Points,
    Prose,
    SourceLine,
)
from geomap.publish.content import PICTURES
from geomap.summary_tables import markdown_text
from geomap.whole_file import whole_files

__all__ = ["write_markdown"]


def write_markdown(document: Document, path: Path) -> None:
    """Write a report as Markdown, its pictures into ``<name>_files`` beside it.

    A picture that an earlier report left there and this one has not goes.

    Parameters
    ----------
    document
        The report; an interactive map is written as the picture that stands for it.
    path
        The file to write. Its folder must exist.
    """
    beside = f"{path.stem}_files"
    text = "\n\n".join(_parts(document, beside)) + "\n"
    with whole_files(path.parent, stale=[f"{beside}/{name}.png" for name in PICTURES]) as made:
        (made / path.name).write_text(text, encoding="utf-8", newline="\n")
        (made / beside).mkdir()
        for picture in document.pictures:
            (made / beside / f"{picture.name}.png").write_bytes(picture.png)


def _parts(document: Document, folder: str) -> Iterator[str]:
    yield f"# {markdown_text(document.title)}"
    if document.subtitle:
        yield markdown_text(document.subtitle)
    for section in document.sections:
        yield f"## {markdown_text(section.title)}"
        for block in section.blocks:
            yield from _WRITERS[block.kind](block, folder)
    yield "---"
    yield from map(markdown_text, document.foot)


def _prose(block: Prose, _: str) -> Iterator[str]:
    yield markdown_text(block.text)


def _headline(block: Headline, _: str) -> Iterator[str]:
    lines = [
        f"- **{markdown_text(one.label)}: {one.value}**"
        + (f" ({markdown_text(one.note)})" if one.note else "")
        for one in block.numbers
    ]
    yield "\n".join(lines)


def _grid(block: Grid, _: str) -> Iterator[str]:
    yield f"**{markdown_text(block.caption)}**"
    rows = [
        [markdown_text(column.title) for column in block.columns],
        ["---:" if column.numeric else ":---" for column in block.columns],
        *([markdown_text(cell) for cell in row] for row in block.rows),
    ]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _picture(block: Picture, folder: str) -> Iterator[str]:
    address = f"{folder}/{block.name}.png"
    yield f"![{markdown_text(block.alt)}](<{address}>)"
    yield f"*{markdown_text(block.caption)}*"


def _points(block: Points, _: str) -> Iterator[str]:
    yield "\n".join(f"- {markdown_text(item)}" for item in block.items)


def _entries(block: Entries, _: str) -> Iterator[str]:
    for entry in block.items:
        yield f"### {markdown_text(entry.heading)}"
        if entry.facts:
            yield " ".join(map(markdown_text, entry.facts))
        for quote in entry.quotes:
            yield f"> {markdown_text(quote.field)}: “{markdown_text(quote.text)}”"
        if entry.sources:
            yield (f"{markdown_text(block.sources_word)}: {'; '.join(map(_source, entry.sources))}")


def _source(source: SourceLine) -> str:
    title = markdown_text(source.title)
    linked = f"[{title}](<{source.link}>)" if source.link else title
    return f"{linked} ({markdown_text(source.about)})" if source.about else linked


_WRITERS: Mapping[str, Callable[[Any, str], Iterator[str]]] = MappingProxyType(
    {
        "prose": _prose, "headline": _headline, "grid": _grid, "picture": _picture,
        "live_map": lambda block, folder: _picture(block.picture, folder),
        "points": _points, "entries": _entries,
    },
)  # fmt: skip

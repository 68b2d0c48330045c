"""The parts that a report is made of, the same for HTML, Markdown and Word.

Every text in a block is plain text, cleaned by `geomap.maps.texts`; the writers of the formats
escape it. `kind` is the name by which a writer or a template knows a block.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

__all__ = [
    "Block",
    "Column",
    "Document",
    "Entries",
    "Entry",
    "Grid",
    "Headline",
    "LiveMap",
    "Number",
    "Picture",
    "Points",
    "Prose",
    "Quote",
    "Section",
    "SourceLine",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph; `tone` is ``plain``, ``lead`` (set larger) or ``note`` (set smaller)."""

    kind: ClassVar[str] = "prose"
    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A headline figure: what is read first, its label, and a line that qualifies it."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Figures that are read first."""

    kind: ClassVar[str] = "headline"
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table; numbers stand on the side where their digits end."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; the last `foot` rows are apart from the others, the first cell of a row names it."""

    kind: ClassVar[str] = "grid"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A map or chart as PNG; `width_in` and `height_in` are its size in inches."""

    kind: ClassVar[str] = "picture"
    name: str
    caption: str
    alt: str
    png: bytes
    width_in: float
    height_in: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveMap:
    """The interactive map as a page of its own, and the picture that stands for it in print.

    `policy` is the page's content security policy: a page in a frame obeys that of the page around
    it too, which must therefore allow the same.
    """

    kind: ClassVar[str] = "live_map"
    title: str
    page: str
    policy: str
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Short paragraphs, one behind the other."""

    kind: ClassVar[str] = "points"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a source, and the name of the field that they stand behind."""

    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """An article: its title, what is known of it beside, and its address on the web or None."""

    title: str
    about: str
    link: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One incident in a list."""

    heading: str
    facts: tuple[str, ...]
    quotes: tuple[Quote, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A list of incidents."""

    kind: ClassVar[str] = "entries"
    items: tuple[Entry, ...]
    sources_word: str


Block = Prose | Headline | Grid | Picture | LiveMap | Points | Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under a heading; `key` names it in addresses and templates."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. `foot` are the lines at its end; `until` is the only date in its stamps."""

    title: str
    subtitle: str
    lang: str
    direction: str
    contents_title: str
    sections: tuple[Section, ...]
    foot: tuple[str, ...]
    until: date | None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture in the order of the document."""
        found = []
        for block in (block for section in self.sections for block in section.blocks):
            if isinstance(block, LiveMap):
                found.append(block.picture)
            elif isinstance(block, Picture):
                found.append(block)
        return tuple(found)

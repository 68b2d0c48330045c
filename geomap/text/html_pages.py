"""A saved web page as an article: title, day, site and main text; never script, style or menus.

The page is cut into tags and text by `markup`, which finds what the page says of itself (meta
elements, schema.org data, ``<time>``) and writes the page anew, without scripts, styles, drawings,
comments and the attributes that nobody needs. trafilatura (the extra ``html``) finds the main text
in that. Nothing is fetched, and no author is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from geomap.errors import DataError, MissingDependencyError
from geomap.text.article_fields import Dropped, Item, ReadOptions, Remark, make_article
from geomap.text.decoding import decode, read_bytes
from geomap.text.markup import Tag, as_text, tokens
from geomap.text.page_facts import PageFacts

__all__ = ["MAX_ELEMENTS", "Page", "find_trafilatura", "read_html", "read_page"]

MAX_ELEMENTS = 20_000
"""The largest page that is read, in elements; news pages have some thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says: the fields of an article, as they stand in it."""

    text: str
    title: str | None
    published: str | None
    source: str | None
    url: str | None


def read_html(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read one page; its id is `name`.

    Raises
    ------
    MissingDependencyError
        If trafilatura is not installed.
    """
    find_trafilatura(name)
    try:
        data = read_bytes(path, max_mb=options.max_mb)
        decoded = decode(data, declared=_declared(data))
        page = read_page(decoded.text)
    except DataError as error:
        yield Dropped(where=name, reason=str(error))
        return
    if not page.text:
        reason = "no text was found in the page; save the report itself, as text or HTML"
        yield Dropped(where=name, reason=reason)
        return
    row = {
        "text": page.text,
        "title": page.title,
        "published": page.published,
        "source": page.source,
        "url": page.url,
    }
    yield from make_article(row, options, where=name, fallback_id=name)
    if decoded.note:
        yield Remark(where=name, note=decoded.note)


def find_trafilatura(name: str) -> Any:
    """Return the module trafilatura; `name` is the page that needs it.

    Raises
    ------
    MissingDependencyError
        If it is not installed.
    """
    try:
        return import_module("trafilatura")
    except ImportError as error:
        raise MissingDependencyError(
            f"{name}: reading HTML needs trafilatura: pip install 'geomap-pk[html]'"
        ) from error


_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,30})", re.IGNORECASE)


def _declared(data: bytes) -> str:
    """Return the encoding that a page says it is in, or ""."""
    found = _CHARSET.search(data, 0, 4096)
    return found[1].decode("ascii", "replace") if found else ""


def read_page(html: str) -> Page:
    """Read what a page says.

    Raises
    ------
    DataError
        If the page has more than `MAX_ELEMENTS` elements.
    """
    facts = PageFacts()
    tidy = _tidied(html, facts)
    text = _main_text(tidy) or as_text(tidy, furniture=False)
    return Page(
        text=text,
        title=facts.title(),
        published=facts.published(),
        source=facts.source(),
        url=facts.url(),
    )


_KEPT = frozenset({
    "class", "content", "datetime", "dir", "href", "id", "itemprop", "itemtype", "lang", "name",
    "property", "rel", "role", "type",
})  # fmt: skip
_DROPPED = frozenset({
    "audio", "base", "canvas", "embed", "iframe", "input", "link", "map", "math", "noembed",
    "noframes", "object", "script", "source", "style", "svg", "template", "textarea", "track",
    "video", "xmp",
})  # fmt: skip
_AROUND = frozenset({"aside", "footer", "menu", "nav"})
_VOID = frozenset({"area", "br", "col", "hr", "img", "meta", "wbr"})
_NON_JOINERS = ("\u2980", "\u2981", "\u2982")  # trafilatura drops what does not print
_MAX_KEPT_VALUE = 300


def _tidied(html: str, facts: PageFacts) -> str:
    """Return the page without what is not text, and note what it says of itself."""
    writer = _Writer(facts)
    for token in tokens(html, skipped=_AROUND):
        if isinstance(token, str):
            writer.add_text(token)
        else:
            writer.add_tag(token)
    writer.end_byline(kept=True)
    return "".join(writer.pieces)


class _Writer:
    """Writes a page anew.

    A short element that is marked as a byline is left out; one that runs on is no byline.
    """

    def __init__(self, facts: PageFacts) -> None:
        self.facts = facts
        self.pieces = ["<!DOCTYPE html>\n"]
        self.elements = 0
        self.heading: list[str] | None = None
        self.byline: list[str] | None = None
        self.byline_tag = ""
        self.depth = self.length = 0

    def add_text(self, words: str) -> None:
        """Add text."""
        self._put(escape(words, quote=False))
        if self.heading is not None:
            self.heading.append(words)
        if self.byline is not None:
            self.length += len(words.strip())
            if self.length > _LONGEST_BYLINE:
                self.end_byline(kept=True)

    def add_tag(self, tag: Tag) -> None:
        """Add a tag, and note what it tells.

        Raises
        ------
        DataError
            If the page has too many elements.
        """
        if not tag.closes:
            self.elements += 1
            if self.elements > MAX_ELEMENTS:
                raise DataError(
                    f"the page has more than {MAX_ELEMENTS:,} elements; save the report alone"
                )
            self.facts.see(tag)
            self._begin_byline(tag)
        if tag.name == "h1":
            self.heading = _heading(self.facts, self.heading, closes=tag.closes)
        if tag.name not in _DROPPED:
            self._put(_written(tag))
        if self.byline is not None and tag.name == self.byline_tag:
            self.depth += -1 if tag.closes else 1
            if self.depth == 0:
                self.end_byline(kept=False)

    def _put(self, piece: str) -> None:
        (self.pieces if self.byline is None else self.byline).append(piece)

    def _begin_byline(self, tag: Tag) -> None:
        attributes = tag.attributes
        if self.byline is not None:
            if tag.name in _PARAGRAPHS:  # one that is never closed ends where the next begins
                self.end_byline(kept=self.byline_tag not in _PARAGRAPHS)
            return
        marks = [attributes.get(name, "").lower() for name in ("class", "rel", "itemprop")]
        if tag.name not in _VOID and not _BYLINES.isdisjoint(" ".join(marks).split()):
            self.byline, self.byline_tag, self.depth, self.length = [], tag.name, 0, 0

    def end_byline(self, *, kept: bool) -> None:
        """End a byline; `kept` if it was none."""
        if kept and self.byline is not None:
            self.pieces += self.byline
        self.byline = None


_PARAGRAPHS = frozenset({"blockquote", "h1", "h2", "h3", "h4", "p", "table", "ul"})
_BYLINES = frozenset({
    "author", "author-name", "byline", "by-line", "entry-author", "post-author", "story__byline",
    "story-byline", "writer",
})  # fmt: skip
_LONGEST_BYLINE = 150


def _heading(facts: PageFacts, heading: list[str] | None, *, closes: bool) -> list[str] | None:
    """Begin a heading, or end it and keep its words."""
    if heading is not None:
        words = " ".join("".join(heading).split())
        facts.headings += [words] if words else []
    return None if closes else []


_TAG_NAME = re.compile(r"[a-z][a-z0-9-]{0,30}")


def _written(tag: Tag) -> str:
    """Write a tag with the attributes that tell an article from what is around it."""
    if _TAG_NAME.fullmatch(tag.name) is None:
        return ""
    if tag.closes:
        return "" if tag.name in _VOID else f"</{tag.name}>"
    words = "".join(
        f' {name}="{escape(value[:_MAX_KEPT_VALUE])}"'
        for name, value in tag.attributes.items()
        if name in _KEPT and not value.startswith("data:")
    )
    title = f"{escape(tag.raw)}</title>" if tag.name == "title" else ""
    return f"<{tag.name}{words}>{title}"


def _main_text(html: str) -> str:
    """Return the main text of a page, one paragraph for each of its blocks; "" if there is none."""
    stand_in = next((char for char in _NON_JOINERS if char not in html), "")
    extract = import_module("trafilatura").bare_extraction
    page = html.replace("\u200c", stand_in)
    try:
        found = extract(page, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - strangers' pages find every fault of a parser
        return ""
    text = (found.text or "") if found is not None else ""
    lines = [line.rstrip() for line in text.split("\n") if line.strip(" |-")]
    return "".join(_joined(lines)).replace(stand_in or "\0", "\u200c")


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Part blocks by a blank line; items of a list and rows of a table stand on lines."""
    before = None
    for line in lines:
        mark = line[:1] if line.startswith(("- ", "|")) else ""
        if before is not None:
            yield "\n" if mark and mark == before else "\n\n"
        yield line
        before = mark

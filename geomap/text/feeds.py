"""RSS and Atom files as articles, one for each entry.

A feed is a file here: nothing is fetched. Before feedparser (the extra ``feeds``) sees it, a fast
pass checks that it is well-formed XML of bounded depth, size and number of attributes, and that it
declares no entities of its own; small feeds that are not well-formed are still tried.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.parsers import expat

from geomap.errors import DataError, MissingDependencyError
from geomap.text.article_fields import (
    MAX_CHARACTERS,
    Dropped,
    Item,
    ReadOptions,
    Remark,
    make_article,
)
from geomap.text.decoding import decode, read_bytes
from geomap.text.markup import as_text

__all__ = ["find_feedparser", "read_feed"]


def read_feed(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read the entries of a feed.

    The id of an article is the entry's id or link, else `name`, ``#`` and its number. Its text is
    the entry's content or summary, whichever is longer, without HTML.

    Raises
    ------
    MissingDependencyError
        If feedparser is not installed.
    """
    parser = find_feedparser(name)
    try:
        data = read_bytes(path, max_mb=options.max_mb)
        decoded = decode(data, declared=_declared(data))
        feed = _parsed(parser, decoded.text)
    except DataError as error:
        yield Dropped(where=name, reason=str(error))
        return
    if decoded.note:
        yield Remark(where=name, note=decoded.note)
    title = _text(feed.feed, "title")
    for number, entry in enumerate(feed.entries, 1):
        text = _longest_text(entry)
        if not text:
            reason = "no text: the entry has neither content nor a summary"
            yield Dropped(where=f"{name}, entry {number}", reason=reason)
            continue
        origin = entry.get("source", {})
        row = {
            "id": _value(entry, "id") or _value(entry, "link"),
            "text": text,
            "title": _text(entry, "title"),
            "published": next(filter(None, (_value(entry, key) for key in _DATES)), None),
            "source": _text(origin, "title") or title,
            "url": _link(entry),
        }
        yield from make_article(
            row, options, where=f"{name}, entry {number}", fallback_id=f"{name}#{number}"
        )


def find_feedparser(name: str) -> Any:
    """Return the module feedparser; `name` is the feed that needs it.

    Raises
    ------
    MissingDependencyError
        If it is not installed.
    """
    try:
        return import_module("feedparser")
    except ImportError as error:
        raise MissingDependencyError(
            f"{name}: reading feeds needs feedparser: pip install 'geomap-pk[feeds]'"
        ) from error


_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]{1,30})")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def _declared(data: bytes) -> str:
    """Return the encoding of the XML declaration, or ""."""
    found = _DECLARED.match(data)
    return found[1].decode("ascii", "replace") if found else ""


# --- XML of strangers ---

_MAX_ELEMENTS = 200_000
_MAX_DEPTH = 100
_MAX_ATTRIBUTES = 100
_MAX_LOOSE = 100_000


def _parsed(parser: Any, text: str) -> Any:
    """Parse a feed that keeps within bounds.

    Raises
    ------
    DataError
        If it does not, or if the file is no feed.
    """
    plain = _DECLARATION.sub("", text, count=1)
    problem = _problem(plain)
    if problem:
        plain = _repaired(plain)
        problem = _problem(plain)
    if problem and len(plain) > _MAX_LOOSE:
        raise DataError(f"not well-formed XML ({problem}); save the feed again")
    source = io.BytesIO(plain.encode("utf-8", "replace"))
    try:
        feed = parser.parse(source, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # strangers' files find every fault of a parser
        raise DataError(f"cannot be read as a feed ({type(error).__name__})") from error
    if not feed.entries and not feed.get("version"):
        why = f" ({problem})" if problem else ""
        raise DataError(f"not an RSS or Atom feed{why}; such files are read as .rss, .atom or .xml")
    if not feed.entries:
        raise DataError("the feed has no entries")
    return feed


class _Bounds:
    """Counts what an XML file holds, and stops where it is too much."""

    def __init__(self) -> None:
        self.depth = self.elements = 0

    def start(self, name: str, attributes: list[str]) -> None:
        """See the start of an element; attributes are names and values in turn."""
        del name
        self.depth += 1
        self.elements += 1
        if self.depth > _MAX_DEPTH:
            raise DataError(f"the feed nests more than {_MAX_DEPTH} elements; save the feed again")
        if len(attributes) > 2 * _MAX_ATTRIBUTES:
            raise DataError(f"an element of the feed has more than {_MAX_ATTRIBUTES} attributes")
        if self.elements > _MAX_ELEMENTS:
            raise DataError(f"the feed has more than {_MAX_ELEMENTS:,} elements; split it")

    def end(self, name: str) -> None:
        """See the end of an element."""
        del name
        self.depth -= 1


def _refuse_entity(*_: object) -> None:
    raise DataError("the feed declares entities of its own, which are not expanded; save it again")


def _problem(text: str) -> str:
    """Check the bounds of some XML; say where it is not well-formed, or "".

    Raises
    ------
    DataError
        If it exceeds a bound or declares entities.
    """
    bounds = _Bounds()
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.ordered_attributes = True
    parser.StartElementHandler = bounds.start
    parser.EndElementHandler = bounds.end
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        return f"line {error.lineno}: {expat.ErrorString(error.code)}"
    return ""


_REFERENCE = re.compile(r"&(?:#\d{1,7};|#x[0-9a-fA-F]{1,6};|([A-Za-z][A-Za-z0-9]{1,31});)?")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def _repaired(text: str) -> str:
    """Mend what most often breaks a feed: bare ampersands, names of HTML, control characters."""
    return _NOT_XML.sub("", _REFERENCE.sub(_reference, text))


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;" if found[0] == "&" else found[0]
    if name in _XML_NAMES:
        return found[0]
    return html5.get(f"{name};") or f"&amp;{name};"


# --- entries ---

_DATES = ("published", "updated", "created")


def _value(entry: Mapping[str, Any], key: str) -> str:
    """Return a value of an entry that is there in its own right, or ""."""
    value = dict.get(entry, key) if isinstance(entry, dict) else None
    return value.strip() if isinstance(value, str) else ""


def _text(entry: Mapping[str, Any], key: str) -> str | None:
    """Return a value without HTML, on one line."""
    return " ".join(as_text(_value(entry, key)).split()) or None


def _link(entry: Mapping[str, Any]) -> str | None:
    link = _value(entry, "link")
    return link if re.match(r"https?://", link, re.IGNORECASE) else None


def _longest_text(entry: Mapping[str, Any]) -> str:
    """Return the text of the entry's content or summary, whichever says more."""
    contents = entry.get("content", [])
    values = [(_value(one, "value"), _value(one, "type")) for one in contents]
    detail = entry.get("summary_detail", {})
    values.append((_value(entry, "summary"), _value(detail, "type")))
    return max((_shown(*value) for value in values), key=len)


def _shown(value: str, kind: str) -> str:
    """Return a value without HTML; one far too long for an article stays as it is."""
    if kind == "text/plain" or len(value) > 4 * MAX_CHARACTERS:
        return value
    return as_text(value)

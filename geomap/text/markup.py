"""HTML as tags and text, read in one pass whose cost grows with its length and nothing else.

Pages and feeds come from strangers. This reader follows the rules by which browsers cut HTML into
tags, attributes, comments and text, but builds no tree: nesting costs nothing, a comment or quote
that is never closed ends the page, and what it hands on is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape

__all__ = ["Tag", "as_text", "tokens"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; `raw` is what stands inside ``<script>`` and ``<title>``."""

    name: str
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    raw: str = ""


_RAW_TEXT = frozenset(
    {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"}
)
_FOREIGN = frozenset({"canvas", "math", "object", "svg", "template"})
_MAX_ATTRIBUTES = 40
_MAX_VALUE = 2000

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_BEFORE_ATTRIBUTE = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"[^\s/>][^\s/>=]*")
_EQUALS = re.compile(r"\s*=\s*")
_UNQUOTED = re.compile(r"[^\s>]*")


def tokens(html: str, *, skipped: frozenset[str] = frozenset()) -> Iterator[Tag | str]:
    """Yield tags and the text between them, character references resolved.

    What stands in styles, frames, drawings and templates, and in the elements `skipped`, is passed
    over; a script and a title come as one tag each, with what is inside.
    """
    at, length = 0, len(html)
    skipped |= _FOREIGN
    ends = _Ends(html)
    while at < length:
        start = html.find("<", at)
        if start < 0:
            yield unescape(html[at:])
            return
        if start > at:
            yield unescape(html[at:start])
        following = html[start + 1 : start + 2]
        closes = following == "/"
        name = _NAME.match(html, start + 1 + closes)
        if name is None:
            at = _past_declaration(html, start, following)
            if at == start + 1:
                yield "<"
            continue
        attributes, at = _attributes(html, name.end())
        word = name[0].lower()
        raw = ""
        if not closes and word in _RAW_TEXT:
            end = _tag_pattern(word, "/").search(html, at)
            if end is None:
                return
            raw, at = html[at : end.start()], end.end()
        elif not closes and word in skipped:
            at = ends.after(word, at)
        yield Tag(word, closes, attributes, unescape(raw) if word == "title" else raw)


def _past_declaration(html: str, start: int, following: str) -> int:
    """Return where a comment or declaration ends; just behind the ``<`` where there is none."""
    if html.startswith("<!--", start):
        end = html.find("-->", start + 2)
        return end + 3 if end >= 0 else len(html)
    if following and following in "!?/":
        end = html.find(">", start)
        return end + 1 if end >= 0 else len(html)
    return start + 1


@cache
def _tag_pattern(word: str, slash: str) -> re.Pattern[str]:
    return re.compile(rf"<({slash}){word}(?=[\s/>])[^>]*>?", re.IGNORECASE)


class _Ends:
    """Finds where elements end, each part of the page looked through a bounded number of times."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.unclosed: set[str] = set()
        self.unbalanced: set[str] = set()

    def after(self, word: str, at: int) -> int:
        """Return where the element that was opened before `at` ends; `at` where it never does.

        An element that is closed less often than it is opened ends at the first closing tag.
        """
        if word in self.unclosed:
            return at
        first, depth = None, 1
        for found in _tag_pattern(word, "/?").finditer(self.html, at):
            depth += -1 if found[1] else 1
            if found[1] and (depth == 0 or word in self.unbalanced):
                return found.end()
            if found[1] and first is None:
                first = found.end()
        if first is None:
            self.unclosed.add(word)
            return at
        self.unbalanced.add(word)
        return first


def _attributes(html: str, at: int) -> tuple[dict[str, str], int]:
    """Return the attributes of a tag and where it ends."""
    found: dict[str, str] = {}
    length = len(html)
    while at < length:
        if html[at] == ">":
            return found, at + 1
        spaces = _BEFORE_ATTRIBUTE.match(html, at)
        at = spaces.end() if spaces else at
        name = _ATTRIBUTE.match(html, at)
        if name is None:
            continue
        at = name.end()
        value = ""
        equals = _EQUALS.match(html, at)
        if equals:
            at = equals.end()
            quote = html[at : at + 1]
            if quote and quote in "\"'":
                end = html.find(quote, at + 1)
                if end < 0:
                    return found, length
                value, at = html[at + 1 : min(end, at + 1 + _MAX_VALUE)], end + 1
            else:
                plain = _UNQUOTED.match(html, at)
                end = plain.end() if plain else at
                value, at = html[at : min(end, at + _MAX_VALUE)], end
        if len(found) < _MAX_ATTRIBUTES:
            found.setdefault(name[0].lower(), unescape(value))
    return found, length


_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "ul",
})  # fmt: skip
_LINES = frozenset({"br", "li", "option", "tr"})
_CELLS = frozenset({"td", "th"})
_FURNITURE = frozenset({"aside", "footer", "form", "header", "nav"})
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_AROUND_LINES = re.compile(r" *\n *")
_BLANK_LINES = re.compile(r"\n{3,}")


def as_text(html: str, *, furniture: bool = True) -> str:
    r"""Return what a reader sees of some HTML: blocks are paragraphs, line breaks are lines.

    Parameters
    ----------
    html
        A page or a piece of one; text without any tag comes back with its entities resolved.
    furniture
        Whether the parts of a page around its text (navigation, header, footer, asides, forms)
        are kept.

    Examples
    --------
    >>> as_text("<p>Two men<br>were hurt.</p><script>x()</script><p>Police&nbsp;said.")
    'Two men\nwere hurt.\n\nPolice\xa0said.'
    """
    pieces: list[str] = []
    inside: dict[str, int] = {}
    for token in tokens(html):
        if isinstance(token, str):
            if not inside:
                pieces.append(_SPACE.sub(" ", token))
            continue
        name = token.name
        if name in _FURNITURE and not furniture:
            _step(inside, name, closes=token.closes)
        if name in _BLOCKS:
            pieces.append("\n\n")
        elif name in _LINES and not (token.closes and name != "tr"):
            pieces.append("\n- " if name == "li" else "\n")
        elif name in _CELLS:
            pieces.append(" ")
    text = _AROUND_LINES.sub("\n", _SPACE_RUN.sub(" ", "".join(pieces)))
    return _BLANK_LINES.sub("\n\n", text).strip(" \n")


_SPACE_RUN = re.compile(r" {2,}")


def _step(inside: dict[str, int], name: str, *, closes: bool) -> None:
    """Count how deep the text stands in the furniture of a page."""
    depth = inside.pop(name, 0) + (-1 if closes else 1)
    if depth > 0:
        inside[name] = depth

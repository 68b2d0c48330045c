"""Text and Markdown files, one article each, and what their first lines say of them.

A file's characters are the article's text, header and title lines included. A Markdown file may
begin with front matter: lines ``name: value`` between two lines ``---``. They stay in the text, as
any header does, and are metadata, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from geomap.errors import DataError
from geomap.text.article_fields import (
    Dropped,
    Item,
    ReadOptions,
    Remark,
    make_article,
    match_fields,
)
from geomap.text.dates import publication_date_in
from geomap.text.decoding import decode, read_bytes

__all__ = ["read_markdown", "read_text"]


def read_text(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read a text file; its id is `name`, its title the first line that holds words."""
    yield from _read(path, name, options, front=False)


def read_markdown(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read a Markdown file; its id is `name`, or the ``id`` of its front matter."""
    yield from _read(path, name, options, front=True)


def _read(path: Path, name: str, options: ReadOptions, *, front: bool) -> Iterator[Item]:
    try:
        decoded = decode(read_bytes(path, max_mb=options.max_mb))
    except DataError as error:
        yield Dropped(where=name, reason=_reason(error))
        return
    text = decoded.text
    values, begin = _front_matter(text) if front else ({}, 0)
    fields = match_fields(values, options.columns)
    row: dict[str, object] = {field: values[key] for field, key in fields.items()}
    row |= {"text": text, "title": row.get("title") or _first_line(text[begin:])}
    yield from make_article(row, options, where=name, fallback_id=name)
    if decoded.note:
        yield Remark(where=name, note=decoded.note)


def _reason(error: DataError) -> str:
    said = str(error)
    return said if said.startswith(("cannot", "the file has")) else f"cannot be read: {said}"


_FENCE = re.compile(r"---[ \t]*\r?\n")
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?P<lines>(?:(?!---|\.\.\.)[^\n]*\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_PAIR = re.compile(r"(?P<name>[\w -]{1,40}?)\s*:\s+(?P<value>\S.*)")
_LONGEST_FRONT = 10_000


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the values of a Markdown file's front matter, and where it ends."""
    found = _FRONT_MATTER.match(text, 0, _LONGEST_FRONT) if _FENCE.match(text) else None
    if found is None:
        return {}, 0
    values: dict[str, str] = {}
    for line in found["lines"].splitlines():
        pair = _PAIR.fullmatch(line.rstrip())
        if pair:
            values.setdefault(pair["name"].strip(), _unquoted(pair["value"]))
    if not values:  # two rules with words between them
        return {}, 0
    return values, found.end()


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.split(" #")[0].strip()


_TITLE_LENGTH = 200
_AROUND_TITLE = " \t#-–:*\"'\u200e\u200f"
_TITLE_LABEL = re.compile(
    r"^[\W_]*(?:title|headline)[ \t*]*:[ \t*]*(?P<title>\S.*)$", re.IGNORECASE | re.MULTILINE
)
_NO_TITLE = re.compile(
    r"(?:source|author|by|reporter|url|link|language|id|categor(?:y|ies)|tags?|section)\s*:"
    r"|(?-i:By)\s+(?-i:[A-Z])[\w.'’-]*(?:\s+(?-i:[A-Z])[\w.'’-]*){0,4}$",
    re.IGNORECASE,
)
_HEAD = 1000


def _first_line(text: str) -> str | None:
    """Return the line that is called the title, else the first with words behind the header's date.

    A byline is no title, nor is any other labelled line.
    """
    labelled = _TITLE_LABEL.search(text, 0, min(len(text), _HEAD))
    if labelled:
        return _shortened(labelled["title"].strip(_AROUND_TITLE))
    header = publication_date_in(text)
    start = header.end if header is not None else 0
    for line in text[start : start + 4000].splitlines():
        title = line.strip(_AROUND_TITLE)
        if title and not _NO_TITLE.match(title):
            return _shortened(title)
    return None


def _shortened(title: str) -> str | None:
    return (title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…") or None

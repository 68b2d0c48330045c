"""Articles from JSON lines, read line by line, and from JSON files that hold a list of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from geomap.errors import DataError
from geomap.text.article_fields import (
    MAX_CHARACTERS,
    Dropped,
    Item,
    ReadOptions,
    Remark,
    incident_table_reason,
    make_article,
    match_fields,
)
from geomap.text.decoding import decode, encoding_of, read_bytes

__all__ = ["LONGEST_LINE", "bounded_lines", "read_json", "read_json_lines"]

LONGEST_LINE = 8 * MAX_CHARACTERS
"""The longest line that is taken into memory, in characters."""


def read_json_lines(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read a file with one JSON object a line; a line without an id gets `name`, ``#``, number."""
    try:
        with path.open("rb") as file:
            encoding = encoding_of(file)
    except OSError as error:
        yield Dropped(where=name, reason=f"cannot be read: {error.strerror}")
        return
    except DataError as error:
        yield Dropped(where=name, reason=f"cannot be read: {error}")
        return
    if encoding.note:
        yield Remark(where=name, note=encoding.note)
    reader = _Objects(options)
    with path.open(encoding=encoding.codec, errors=encoding.errors, newline="\n") as lines:
        for number, line in enumerate(bounded_lines(lines, LONGEST_LINE), 1):
            where = f"{name}, line {number}"
            if line is None:
                reason = f"the line has more than {LONGEST_LINE:,} characters; split it"
                yield Dropped(where=where, reason=reason)
            elif line.strip():
                yield from reader.read(_loaded(line), where=where, fallback_id=f"{name}#{number}")


def bounded_lines(file: TextIO, longest: int) -> Iterator[str | None]:
    """Yield the lines of a file; None in place of each that is longer than `longest`."""
    while line := file.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while line and not line.endswith("\n"):
            line = file.readline(longest)
        yield None


def _loaded(text: str) -> object:
    """Return the value of some JSON, or a `DataError` that says why there is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return DataError(error.msg)
    except RecursionError:
        return DataError("nested too deeply")
    except ValueError:
        return DataError("a number has too many digits")


def read_json(path: Path, name: str, options: ReadOptions) -> Iterator[Item]:
    """Read a JSON file: a list of objects, an object with a list ``articles``, or one object."""
    try:
        decoded = decode(read_bytes(path, max_mb=options.max_mb))
    except DataError as error:
        yield Dropped(where=name, reason=f"cannot be read: {error}")
        return
    if decoded.note:
        yield Remark(where=name, note=decoded.note)
    value = _loaded(decoded.text)
    if isinstance(value, DataError):
        yield Dropped(where=name, reason=f"not JSON ({value})")
        return
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    reader = _Objects(options)
    if isinstance(value, dict):
        yield from reader.read(value, where=name, fallback_id=name)
    elif isinstance(value, list) and value:
        for number, one in enumerate(value, 1):
            where = f"{name}, object {number}"
            yield from reader.read(one, where=where, fallback_id=f"{name}#{number}")
    else:
        yield Dropped(where=name, reason="not a list of objects with a field `text`")


class _Objects:
    """Reads JSON objects of one file; objects with the same keys are matched once."""

    def __init__(self, options: ReadOptions) -> None:
        self.options = options
        self.known: dict[tuple[str, ...], dict[str, str]] = {}

    def read(self, value: object, *, where: str, fallback_id: str) -> Iterator[Item]:
        """Read one object."""
        if isinstance(value, DataError):
            reason = f"not JSON ({value}); one object a line is read"
            yield Dropped(where=where, reason=reason)
            return
        if not isinstance(value, dict):
            yield Dropped(where=where, reason="not a JSON object with a field `text`")
            return
        fields = self._fields(value)
        if "text" not in fields and (reason := incident_table_reason(value)):
            yield Dropped(where=where, reason=reason)
            return
        row = {field: value[key] for field, key in fields.items() if value[key] is not None}
        yield from make_article(row, self.options, where=where, fallback_id=fallback_id)

    def _fields(self, value: Mapping[str, object]) -> dict[str, str]:
        keys = tuple(value)
        fields = self.known.get(keys)
        if fields is None:
            if len(self.known) > _KNOWN:
                self.known.clear()
            fields = self.known[keys] = match_fields(keys, self.options.columns)
        return fields


_KNOWN = 1000

"""Packing: numbers in byte planes, JSON and text, compressed and written in ASCII.

A block of the page is raw deflate (RFC 1951) in base64, which every browser of 2023 and later
unpacks by itself. Columns of whole numbers are written plane by plane, all lowest bytes first,
because like bytes beside each other compress best. Nothing here knows what the numbers mean.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Columns", "pack_bytes", "pack_head", "pack_json", "pack_table"]

_LEVEL = 6  # at 9 columns of 100,000 rows take five times as long for one percent less


class Columns:
    r"""Columns of one table, collected to be written as byte planes.

    `heads` describes them in order: name, width in bytes, the number that stands for code 1, and
    whether the values are differences from the row before. Code 0 is "none". A column of one
    value has the width 0 and takes no room.

    Examples
    --------
    >>> columns = Columns()
    >>> columns.add("day", [20480, 20481, float("nan")])
    >>> columns.heads, columns.body()
    ([['day', 1, 20480, 0]], b'\x01\x02\x00')
    """

    def __init__(self) -> None:
        self.heads: list[list[Any]] = []
        self._planes: list[bytes] = []

    def add(self, name: str, values: npt.ArrayLike, *, summed: bool = False) -> None:
        """Add a column; NaN stands for "none", `summed` writes differences row by row."""
        numbers = np.asarray(values, dtype=np.float64)
        stated = ~np.isnan(numbers)
        whole = np.where(stated, numbers, 0).round().astype(np.int64)
        if summed:
            known = whole[stated]
            whole[stated] = np.diff(known, prepend=np.int64(0))
        least = int(whole[stated].min()) if stated.any() else 0
        codes = np.where(stated, whole - least + 1, 0).astype(np.uint64)
        if not summed and (len(codes) == 0 or bool((codes == codes[0]).all())):
            only = None if len(codes) == 0 or codes[0] == 0 else least
            self.heads.append([name, 0, only, 0])
            return
        width = max(1, (int(codes.max(initial=0)).bit_length() + 7) // 8)
        self.heads.append([name, width, least, int(summed)])
        self._planes += [
            ((codes >> np.uint64(8 * plane)) & np.uint64(255)).astype(np.uint8).tobytes()
            for plane in range(width)
        ]

    def body(self) -> bytes:
        """Return the planes of all columns, in order."""
        return b"".join(self._planes)


def pack_bytes(content: bytes) -> str:
    """Return bytes as deflated base64."""
    squeeze = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return base64.b64encode(squeeze.compress(content) + squeeze.flush()).decode("ascii")


def pack_json(value: object) -> str:
    """Return a value as deflated JSON in base64."""
    return pack_bytes(_json(value))


def pack_table(head: Mapping[str, Any], tables: Iterable[Columns]) -> str:
    """Return a header and the columns of several tables as one deflated block."""
    return pack_head(head, b"".join(columns.body() for columns in tables))


def pack_head(head: Mapping[str, Any], body: bytes) -> str:
    """Return a header and what it describes as one deflated block.

    The block is the length of the header (four bytes, lowest first), the header as JSON, then
    the body.
    """
    text = _json(head)
    return pack_bytes(len(text).to_bytes(4, "little") + text + body)


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.encode("ascii")

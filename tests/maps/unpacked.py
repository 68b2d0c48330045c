"""Reads the packed blocks of a page, as its scripts do."""

from __future__ import annotations

import base64
import json
import re
import zlib
from types import SimpleNamespace

import numpy as np

BLOCK = re.compile(r'<script type="text/plain" id="[^"]*_([a-z]+)(\d*)">([^<]*)</script>')


def unpack(text):
    return zlib.decompress(base64.b64decode(text), -zlib.MAX_WBITS)


def unpack_json(text):
    return json.loads(unpack(text))


def page_table(page):
    """Return the packed table of a saved page."""
    found = {(name, number): text for name, number, text in BLOCK.findall(page)}
    prose = [text for (name, _), text in found.items() if name == "prose"]
    return Table(SimpleNamespace(table=found["table", ""], prose=prose))


def page_content(page):
    """Return the bytes of a saved page and of all that is packed in it, unpacked."""
    blocks = [unpack(text) for _, _, text in BLOCK.findall(page)]
    assert blocks
    return b"\n".join([page.encode("ascii"), *blocks])


def read_columns(body, heads, n):
    """Return the columns as lists with None for "none", and what of the body is left."""
    columns = {}
    for name, width, least, summed in heads:
        if width == 0:
            columns[name] = [least] * n
            continue
        planes = np.frombuffer(body[: width * n], dtype=np.uint8).reshape(width, n)
        body = body[width * n :]
        codes = sum(planes[k].astype(np.int64) << (8 * k) for k in range(width))
        values, before = [], 0
        for code in codes.tolist():
            if code == 0:
                values.append(None)
            else:
                before = code - 1 + least + (before if summed else 0)
                values.append(before)
        columns[name] = values
    return columns, body


class Table:
    """The packed table of a layer: `row` and `place` columns, and words of the coded ones."""

    def __init__(self, layer):
        content = unpack(layer.table)
        length = int.from_bytes(content[:4], "little")
        self.head = json.loads(content[4 : 4 + length])
        self.n = self.head["n"]
        body = content[4 + length :]
        self.row, body = read_columns(body, self.head["row_columns"], self.n)
        self.place, body = read_columns(body, self.head["place_columns"], self.head["places"])
        assert body == b""
        self.chunks = [unpack_json(chunk) for chunk in layer.prose]
        self.ids = [row[0] for chunk in self.chunks for row in chunk["rows"]]

    def values(self, name):
        if name in self.row:
            return self.row[name]
        return [self.place[name][place] for place in self.row["place"]]

    def words(self, name):
        return [None if c is None else self.head["dict"][name][c] for c in self.values(name)]

    def by_id(self, name):
        values = self.words(name) if name in self.head["dict"] else self.values(name)
        return dict(zip(self.ids, values, strict=True))

    def degrees(self):
        """Return lon and lat of each point, None for others."""
        out = []
        for place, lon, lat in zip(
            self.row["place"], self.row["lon"], self.row["lat"], strict=True
        ):
            at = (self.place["lon"][place], self.place["lat"][place])
            known = lon is not None
            out.append(((at[0] + lon) / 1e5, (at[1] + lat) / 1e5) if known else None)
        return out

"""Reads the packed blocks of a page, as its scripts do."""

from __future__ import annotations

import base64
import json
import re
import zlib
from types import SimpleNamespace

import numpy as np

from geomap.maps.ids import ID_CHUNK

BLOCK = re.compile(r'<script type="text/plain" id="[^"]*_([a-z]+)(\d*)">([^<]*)</script>')

KINDS = ("prose", "ids")


def unpack(text):
    return zlib.decompress(base64.b64decode(text), -zlib.MAX_WBITS)


def unpack_json(text):
    return json.loads(unpack(text))


def page_table(page):
    """Return the packed table of a saved page."""
    found = {(name, number): text for name, number, text in BLOCK.findall(page)}
    blocks = {kind: [text for (name, _), text in found.items() if name == kind] for kind in KINDS}
    return Table(SimpleNamespace(table=found["table", ""], **blocks))


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


def read_head(content):
    """Return the header of a block and the body that it describes."""
    length = int.from_bytes(content[:4], "little")
    return json.loads(content[4 : 4 + length]), content[4 + length :]


def read_ids(block, rows):
    """Return the ids of a block."""
    head, body = read_head(unpack(block))
    if head["form"] == "text":
        return head["ids"]
    if head["form"] == "hex":
        width = head["bytes"]
        ids = [body[width * row : width * (row + 1)].hex() for row in range(rows)]
    else:
        numbers, _ = read_columns(body, head["columns"], rows)
        ids = [head["start"] + str(n).zfill(head["width"]) for n in numbers["number"]]
    for at, text in head["odd"]:
        ids[at] = text
    return ids


class Table:
    """The packed table of a layer: `row` and `place` columns, and words of the coded ones."""

    def __init__(self, layer):
        self.head, body = read_head(unpack(layer.table))
        self.n = self.head["n"]
        self.row, body = read_columns(body, self.head["row_columns"], self.n)
        self.place, body = read_columns(body, self.head["place_columns"], self.head["places"])
        assert body == b""
        self.chunks = [unpack_json(chunk) for chunk in layer.prose]
        self.ids = []
        for block in layer.ids:
            self.ids += read_ids(block, min(ID_CHUNK, self.n - len(self.ids)))

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

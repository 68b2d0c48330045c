"""Ids of the incidents, packed by their form and read when an incident is opened.

Ids say nothing that a map draws, and those that are hashes cannot be made smaller than they are.
They therefore stand in blocks of their own, `ID_CHUNK` rows each: hexadecimal ids as bytes,
numbered ids (``PAK10234``, ``table.csv#17``) as their beginning and a column of numbers, all else
as text. The few ids of a block that do not have the form of the others are written out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from geomap.maps.packing import Columns, pack_head

__all__ = ["ID_CHUNK", "pack_ids"]

ID_CHUNK = 65_536
"""Rows of one block."""

_MOST = 0.9  # of a block's ids must have the form, else all are text
_HEX = re.compile(r"(?:[0-9a-f]{2}){4,32}")
_NUMBERED = re.compile(r"(.{0,200}?)(0|[1-9][0-9]{0,14}|0[0-9]{1,14})", re.DOTALL)


def pack_ids(ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids as finished blocks; none where no row has an id."""
    if not any(ids):
        return ()
    return tuple(_block(ids[at : at + ID_CHUNK]) for at in range(0, len(ids), ID_CHUNK))


def _block(ids: Sequence[str]) -> str:
    return _as_numbers(ids) or _as_bytes(ids) or pack_head({"form": "text", "ids": list(ids)}, b"")


def _as_bytes(ids: Sequence[str]) -> str | None:
    lengths = Counter(len(one) for one in ids if _HEX.fullmatch(one))
    if not lengths:
        return None
    length, count = lengths.most_common(1)[0]
    if count < _MOST * len(ids):
        return None
    fits = [len(one) == length and _HEX.fullmatch(one) is not None for one in ids]
    body = bytes.fromhex(
        "".join(o if fit else "0" * length for o, fit in zip(ids, fits, strict=True))
    )
    return pack_head({"form": "hex", "bytes": length // 2, "odd": _odd(ids, fits)}, body)


def _as_numbers(ids: Sequence[str]) -> str | None:
    parts = [_NUMBERED.fullmatch(one) for one in ids]
    starts = Counter(part.group(1) for part in parts if part)
    if not starts:
        return None
    start = starts.most_common(1)[0][0]
    digits = [part.group(2) if part and part.group(1) == start else None for part in parts]
    zeros = Counter(len(one) for one in digits if one and one != "0" and one.startswith("0"))
    widths = [0, *(width for width, _ in zeros.most_common(1))]
    width, fits = max(((w, _fits(digits, w)) for w in widths), key=lambda tried: sum(tried[1]))
    if sum(fits) < _MOST * len(ids):
        return None
    columns = Columns()
    numbers = [
        float(one) if one and fit else float("nan") for one, fit in zip(digits, fits, strict=True)
    ]
    columns.add("number", numbers, summed=True)
    head = {"form": "number", "start": start, "width": width, "columns": columns.heads}
    return pack_head({**head, "odd": _odd(ids, fits)}, columns.body())


def _fits(digits: Sequence[str | None], width: int) -> list[bool]:
    """Tell which digits are their number again, filled with zeros to a width."""
    return [one is not None and str(int(one)).zfill(width) == one for one in digits]


def _odd(ids: Sequence[str], fits: Sequence[bool]) -> list[list[Any]]:
    return [[at, one] for at, (one, fit) in enumerate(zip(ids, fits, strict=True)) if not fit]

"""Rows of a table that cannot be used, with the reason: headers again, totals, ids given twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.table_columns import Layout

__all__ = ["Marked", "Rejects", "SeenIds", "marked_rows"]

Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

_TOTAL = re.compile(r"\s*(grand|sub)?[\s-]*(totals?|sum)\b|\s*(کل|مجموعہ|میزان)\s*$", re.IGNORECASE)
_MARKED = ("incident_id", "date_start", "place_name", "admin1", "admin2", "fatalities_best")


def _is_missing(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell is pd.NaT or cell != cell  # noqa: PLR0124 - NaN


class Rejects:
    """Rows that cannot be used, with the reason."""

    def __init__(self, header: Sequence[str]) -> None:
        names = [name for name in header if not name.startswith("geometry.")]
        self._header = [f"{name}.1" if name in {"row", "reason"} else name for name in names]
        self._rows: list[tuple[object, ...]] = []

    def add(self, number: int, reason: str, cells: Sequence[object]) -> None:
        """Add a row by its number; cells beyond the header go into the last column."""
        texts = [None if _is_missing(cell) else str(cell) for cell in cells]
        width = len(self._header)
        if len(texts) > width:
            texts[width - 1 :] = [" | ".join(text or "" for text in texts[width - 1 :])]
        texts += [None] * (width - len(texts))
        self._rows.append((number, reason, *texts))

    def table(self) -> pd.DataFrame:
        """Return the rows in the order of the table."""
        names = ["row", "reason", *self._header]
        frame = pd.DataFrame(self._rows, columns=names, dtype=object)
        frame["row"] = frame["row"].astype("int64")
        return frame.sort_values("row", kind="stable", ignore_index=True)


class SeenIds:
    """The ids of a table that were seen so far, kept as hashes."""

    def __init__(self) -> None:
        self._hashes = np.zeros(0, dtype=np.uint64)

    def again(self, ids: Objects, usable: Flags) -> Flags:
        """Return the rows whose id was seen before; the ids of usable rows are seen from now on."""
        hashes = pd.util.hash_array(ids, categorize=False)
        again = np.zeros(len(ids), dtype=bool)
        (rows,) = np.nonzero(usable)
        again[rows] = pd.Series(hashes[rows]).duplicated().to_numpy()
        if len(self._hashes):
            places = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
            again |= self._hashes[places] == hashes
        new = np.sort(hashes[usable & ~again])  # merging by place is many times faster than union1d
        self._hashes = np.insert(self._hashes, np.searchsorted(self._hashes, new), new)
        return again


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Rows that are no rows of the table: the header again, and totals."""

    headers: Flags
    totals: Flags


def marked_rows(frame: pd.DataFrame, layout: Layout) -> Marked:
    """Return the rows that repeat the header in two cells or more, and the rows of totals.

    A table that geomap wrote has no totals: there such words are a name.
    """
    totals = np.zeros(len(frame), dtype=bool)
    same = np.zeros(len(frame), dtype=np.int64)
    names = [layout.columns.get(name) for name in _MARKED]
    for column in dict.fromkeys([str(frame.columns[0]), *filter(None, names)]):
        cells = frame[column]
        if pd.api.types.is_numeric_dtype(cells.dtype):
            continue
        codes, distinct = pd.factorize(cells.astype(object))
        total = [bool(_TOTAL.match(str(one))) and len(str(one)) < 40 for one in distinct]
        totals |= np.array([*total, False], dtype=bool)[codes]
        again = [str(one).strip() == column for one in distinct]
        same += np.array([*again, False], dtype=bool)[codes]
    return Marked(
        headers=same >= min(2, frame.shape[1]), totals=totals & (layout.profile != "geomap")
    )

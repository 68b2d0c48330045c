"""Cells of an incident table as the page needs them: words, figures, days, lists.

A table may come from anywhere: a cell may be missing in any of pandas' ways, a list may be JSON
text, a day may be text or a date. What cannot be read is missing, never an error.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["as_iso", "as_items", "as_percent", "as_text", "codes_of", "days_of", "figures_of"]

_LARGEST = 2**31 - 2
_EPOCH = date(1970, 1, 1).toordinal()


def as_text(value: object) -> str | None:
    """Return a value as text; None where there is none."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    return str(value) or None


def as_iso(value: object) -> str | None:
    """Return a day as ISO 8601; None where there is none or it is no day."""
    text = as_text(value)
    try:
        return None if text is None else date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def as_items(value: object) -> list[Any]:
    """Return a list cell, which may be JSON text, as a list."""
    if isinstance(value, str) and value.startswith("["):
        try:
            value = json.loads(value)
        except ValueError:
            return []
    return list(value) if isinstance(value, list | tuple | np.ndarray) else []


def as_percent(confidence: object) -> int | None:
    """Return the overall confidence of a cell, 0 to 100."""
    overall = confidence.get("overall") if isinstance(confidence, Mapping) else None
    if isinstance(overall, int | float) and math.isfinite(overall):
        return round(100 * overall)
    return None


def codes_of(
    frame: pd.DataFrame, name: str, *, default: str | None = None
) -> tuple[list[str], npt.NDArray[np.float64]]:
    """Return the distinct words of a column, sorted, and each row's position among them or NaN."""
    if name not in frame:
        codes = np.full(len(frame), np.nan if default is None else 0.0)
        return ([] if default is None else [default]), codes
    raw, values = _factorized(frame[name])
    words = [as_text(value) or default for value in values]
    known = sorted({word for word in words if word is not None})
    number = {word: float(code) for code, word in enumerate(known)}
    last = math.nan if default is None else number.get(default, math.nan)
    if default is not None and default not in number and bool((raw < 0).any()):
        known = sorted([*known, default])
        number = {word: float(code) for code, word in enumerate(known)}
        last = number[default]
    lookup = np.array([math.nan if w is None else number[w] for w in words] + [last])
    return known, lookup[raw]


def days_of(frame: pd.DataFrame, name: str) -> npt.NDArray[np.float64]:
    """Return a column of days as days since 1970-01-01; NaN where there is none."""
    if name not in frame:
        return np.full(len(frame), np.nan)
    raw, values = _factorized(frame[name])
    days = [as_iso(value) for value in values]
    numbers = [math.nan if d is None else date.fromisoformat(d).toordinal() - _EPOCH for d in days]
    return np.array([*numbers, math.nan])[raw]


def figures_of(frame: pd.DataFrame, name: str) -> npt.NDArray[np.float64]:
    """Return a column of numbers; NaN where there is none, the rest within 31 bits."""
    if name not in frame:
        return np.full(len(frame), np.nan)
    numbers = pd.to_numeric(frame[name], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return np.where(np.isfinite(numbers), np.clip(numbers, -_LARGEST, _LARGEST), np.nan).round()


def _factorized(column: pd.Series) -> tuple[npt.NDArray[np.intp], list[Any]]:
    """Return positions into the distinct values, -1 for missing ones."""
    try:
        codes, values = pd.factorize(column)
    except TypeError:  # lists and dicts cannot be hashed
        codes, values = pd.factorize(pd.Series([as_text(v) for v in column], dtype=object))
    return codes, list(values)

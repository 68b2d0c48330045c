"""Fields of incidents that several columns of a table make together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from geomap.table_columns import Layout
from geomap.table_events import EventType, gtd_type, named_type, ucdp_type
from geomap.table_spots import Notes
from geomap.table_values import Days, days

__all__ = ["When", "event_types", "list_column", "losses", "sources", "spans"]

Objects = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]

_WORDS = frozenset(("day", "week", "month", "year", "range", "unknown"))
_UCDP_TIMES = {"1": "day", "2": "range", "3": "week", "4": "month", "5": "year"}
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True)
class When:
    """The days of the rows and `date_precision` in words."""

    days: Days
    precision: Objects
    cells: pd.Series | None

    def shown(self, frame: pd.DataFrame, column: str, row: int) -> object:
        """Return the cell that a date was read from."""
        return frame[column].iloc[row] if self.cells is None else self.cells.iloc[row]


def spans(frame: pd.DataFrame, text: Mapping[str, Objects], layout: Layout) -> When:
    """Return when the rows were: from a date, from year, month and day, and from time codes."""
    columns = layout.columns
    cells: pd.Series | None = None
    if "date_start" in columns:
        found = days(frame[columns["date_start"]], order=layout.day_order)
    elif "year" in columns:
        cells = _calendar(frame, columns)
        found = days(cells, order=layout.day_order)
    else:
        size = len(frame)
        never, no = np.full(size, "NaT", dtype="datetime64[D]"), np.zeros(size, dtype=bool)
        found = Days(never, never.copy(), np.full(size, None, dtype=object), no, no.copy())
    level = found.precision.copy()
    if "date_end" in columns:
        last = days(frame[columns["date_end"]], order=layout.day_order)
        later = ~np.isnat(last.end) & ~np.isnat(found.start) & (last.end > found.end)
        found = replace(found, end=np.where(later, last.end, found.end))
        level[later] = "range"
    found = _coded(found, level, text, layout)
    level[pd.isna(level)] = "unknown"
    given = text.get("date_precision")
    if given is not None:
        known = np.isin(given.astype(str), list(_WORDS)) & ~np.isnat(found.start)
        level[known] = given[known]
    return When(found, level, cells)


def _coded(found: Days, level: Objects, text: Mapping[str, Objects], layout: Layout) -> Days:
    """Widen days by the table's codes of time; `level` is changed."""
    codes = text.get("time_code")
    if codes is None:
        return found
    single = (level == "day") & ~np.isnat(found.start)
    if layout.profile == "ucdp":
        for code, word in _UCDP_TIMES.items():
            level[(codes == code) & ~np.isnat(found.start) & (single | (code != "1"))] = word
        return found
    week, month = single & (codes == "2"), single & (codes == "3")
    level[week], level[month] = "week", "month"
    first = found.start.astype("datetime64[M]")
    start = np.where(week, found.start - 3 * _DAY, found.start)
    end = np.where(week, found.end + 3 * _DAY, found.end)
    start = np.where(month, first.astype("datetime64[D]"), start)
    end = np.where(month, (first + 1).astype("datetime64[D]") - _DAY, end)
    return replace(found, start=start, end=end)


def _calendar(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.Series:
    """Return dates as text from columns of years, months and days; 0 is not known."""
    parts = []
    for name in ("year", "month", "day"):
        column = columns.get(name)
        cells = [None] * len(frame) if column is None else frame[column].tolist()
        parts.append([_part(cell) for cell in cells])
    dates = [_date_text(*one) for one in zip(*parts, strict=True)]
    return pd.Series(dates, index=frame.index, dtype=object)


def _part(cell: object) -> str:
    text = "" if cell is None or cell is pd.NA else str(cell).strip().removesuffix(".0")
    return "" if text.strip("0") in {"", "nan", "-9", "-99"} else text


def _date_text(year: str, month: str, day: str) -> str | None:
    if not year:
        return None
    if not month:
        return year
    if not month.isdigit():
        return f"{day} {month} {year}".strip()
    return f"{year}-{month}-{day}" if day else f"{year}-{month.zfill(2)}"


def event_types(text: Mapping[str, Objects], profile: str, notes: Notes) -> tuple[Objects, Objects]:
    """Return event types and sub-types in ACLED's words; a word that tells none is noted."""
    size = len(notes)
    nothing = np.full(size, None, dtype=object)
    names = ("violence_type", "event_type", "sub_event_type", "target_type", "suicide")
    cells = [text.get(name, nothing) for name in names]
    questions = list(zip(*(one.tolist() for one in cells), strict=True))
    answers: dict[tuple[Any, ...], EventType] = {}
    for question in set(questions):
        violence, name, sub, target, suicide = question
        if profile == "ucdp":
            answers[question] = ucdp_type(violence)
        elif profile == "gtd":
            answers[question] = gtd_type(name, target=target, suicide=suicide == "1")
        else:
            answers[question] = named_type(name, sub=sub)
    found = np.array([*(answers[one].name for one in questions), None], dtype=object)[:-1]
    subs = np.array([*(answers[one].sub for one in questions), None], dtype=object)[:-1]
    words = cells[1]
    if profile != "geomap":
        notes.add(
            pd.isna(found) & ~pd.isna(words), lambda row: f"event type in the source: {words[row]}"
        )
    else:
        found = np.where(pd.isna(found), words, found)
    return found, subs


def losses(
    counts: Mapping[str, Floats], text: Mapping[str, Objects], profile: str
) -> dict[str, Floats]:
    """Return the counts, UCDP's dead of side A and B given to the sides that they were of."""
    found = dict(counts)
    kinds, first, second = (text.get(name) for name in ("violence_type", "actor", "target"))
    if profile != "ucdp" or kinds is None or first is None or second is None:
        return found
    forces = [_is_government(first), _is_government(second)]
    totals = {
        "fatalities_security_forces": forces,
        "fatalities_militants": [~one for one in forces],
    }
    for name, sides in totals.items():
        total = np.full(len(kinds), np.nan)
        for column, rows in zip(("deaths_a", "deaths_b"), sides, strict=True):
            dead = found.get(column)
            if dead is None:
                continue
            civilian = (kinds == "3") & (column == "deaths_b")
            add = rows & ~civilian & np.isfinite(dead)
            total[add] = np.nan_to_num(total[add]) + dead[add]
        found[name] = total
    return found


def _is_government(names: Objects) -> Any:
    return np.array([str(one).startswith("Government of") for one in names], dtype=bool)


def sources(text: Mapping[str, Objects], size: int, *, own: bool) -> Objects:
    """Return the list of sources of each row; equal ones share a list."""
    if own:
        return list_column(text.get("sources"), size, list)
    names = ("source_title", "source_name", "source_url", "source_date")
    if not any(name in text for name in names):
        return list_column(None, size, list)
    nothing = np.full(size, None, dtype=object)
    questions = list(zip(*(text.get(name, nothing).tolist() for name in names), strict=True))
    published = _published({one[3] for one in questions if one[3]})
    answers = {one: _source(one, published) for one in set(questions)}
    found = np.empty(size, dtype=object)
    for row, question in enumerate(questions):
        found[row] = answers[question]
    return found


def _source(cells: tuple[str | None, ...], published: dict[str, str]) -> list[dict[str, Any]]:
    title, name, url, day = cells
    if not (title or name or url):
        return []
    if url is None and name is not None and name.startswith(("http://", "https://")):
        name, url = None, name
    return [
        {
            "article_id": None,
            "title": title,
            "source": name,
            "url": url,
            "published": published.get(day or ""),
        },
    ]


def _published(cells: set[str]) -> dict[str, str]:
    texts = sorted(cells)
    read = days(pd.Series(texts, dtype=object))
    return {
        text: str(day)
        for text, day, level in zip(texts, read.start, read.precision, strict=True)
        if level == "day"
    }


def list_column(cells: Objects | None, size: int, kind: type) -> Objects:
    """Return lists or dicts from cells of JSON text; rows without one share an empty one."""
    found = np.empty(size, dtype=object)
    nothing = kind()
    for row in range(size):
        found[row] = nothing
    if cells is None:
        return found
    for row in np.flatnonzero(~pd.isna(cells)).tolist():
        try:
            value = json.loads(cells[row])
        except ValueError:
            value = [cells[row]]
        found[row] = value if isinstance(value, kind) else nothing
    return found

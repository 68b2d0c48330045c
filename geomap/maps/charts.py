"""Charts for print: incidents over time by type, by district and by actor.

Types are told apart by colour and by hatching. Below the bars stand, as numbers in a row of their
own, what there was no room for, incidents of no district and those without a named actor, so that
the rows of a chart add up to the incidents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from geomap.errors import SettingsError
from geomap.maps.figures import (
    NAME_LETTERS,
    Look,
    StaticFigure,
    Words,
    drawing,
    ink,
    lettering,
    shorten,
    words_of,
)
from geomap.maps.layout import Parts, chart_sheet
from geomap.maps.legend import LegendLine, box
from geomap.maps.notes import account_for
from geomap.maps.palette import EVENT_STYLES, OTHER_STYLE
from geomap.maps.place_names import unit_label
from geomap.maps.texts import clean_text, cut
from geomap.places.boundaries import BoundarySet
from geomap.summary import NOT_KNOWN, OTHER_ROWS, UNDATED, summarize

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["CHARTS", "draw_chart"]

CHARTS = ("time", "districts", "actors")
"""Incidents by period and type; by district; by the actor that reports name."""

_HATCHES = ("", "////", "....", "xxxx", "\\\\\\\\", "----", "++")
_BARS = {"page": 20, "slide": 14, "column": 14}
_TICKS = {"page": 12, "slide": 14, "column": 7}
_BAR = "#b3331d"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    name: str
    value: int
    rest: bool = False


def draw_chart(
    incidents: pd.DataFrame,
    chart: str = "time",
    *,
    period: str = "month",
    boundaries: BoundarySet | None = None,
    look: Look | None = None,
    data_until: date | None = None,
) -> StaticFigure:
    """Draw a chart of incidents, for print.

    Parameters
    ----------
    incidents
        An incident table. It is not changed.
    chart
        One of `CHARTS`.
    period
        ``"week"``, ``"month"``, ``"quarter"`` or ``"year"``: what a bar of ``"time"`` is.
    boundaries
        The districts of ``"districts"``; None takes the set in use.
    look, data_until
        As for `geomap.maps.static.draw_symbols`; `look.within` is not used.

    Returns
    -------
    StaticFigure
        To be saved as PNG, SVG or PDF.

    Raises
    ------
    SettingsError
        If an argument has a value that is not allowed.
    SchemaError
        As for `geomap.summary.summarize`.
    """
    if chart not in CHARTS:
        raise SettingsError(f"chart is {chart!r}; it must be one of {', '.join(CHARTS)}")
    look = look or Look()
    words = words_of(look.lang)
    with drawing(look):
        if chart == "time":
            return _over_time(incidents, period, look, words, data_until)
        if chart == "districts":
            table = summarize(incidents, boundaries=boundaries)
            bars = _district_bars(table, look, words)
        else:
            bars = _actor_bars(incidents, look, words)
        title = look.title or words("by_district" if chart == "districts" else "by_actor")
        return _bar_chart(bars, title, look, words, data_until)


def _district_bars(table: pd.DataFrame, look: Look, words: Words) -> list[_Bar]:
    units = table[~table["pcode"].isin(OTHER_ROWS)]
    bars = [
        _Bar(name=unit_label(code, look.lang, name), value=int(number))
        for code, name, number in zip(
            units["pcode"], units["name"], units["incidents"], strict=True
        )
        if number
    ]
    others = table.set_index("pcode")["incidents"]
    names = {"coarser": "row_coarser", "abroad": "row_abroad", "unlocated": "row_unlocated"}
    rest = [_Bar(name=words(names[row]), value=int(others[row]), rest=True)
            for row in OTHER_ROWS if others[row]]  # fmt: skip
    return _most(bars, rest, look, words)


def _actor_bars(incidents: pd.DataFrame, look: Look, words: Words) -> list[_Bar]:
    table = summarize(incidents, by=None, split_by="actor")
    counts = table.groupby("actor", sort=True)["incidents"].sum()
    bars = [_Bar(name=str(name), value=int(number))
            for name, number in counts.items() if number and name != NOT_KNOWN]  # fmt: skip
    unnamed = int(counts.get(NOT_KNOWN, 0))
    rest = [_Bar(name=words("no_actor"), value=unnamed, rest=True)] if unnamed else []
    return _most(bars, rest, look, words)


def _most(bars: list[_Bar], rest: list[_Bar], look: Look, words: Words) -> list[_Bar]:
    """Return the longest bars, the others joined into one, then what is in none."""
    bars.sort(key=lambda one: (-one.value, one.name))
    most = _BARS[look.size]
    if len(bars) > most:
        joined = bars[most - 1 :]
        name = words("many_more", n=len(joined))
        bars = [*bars[: most - 1], _Bar(name=name, value=sum(b.value for b in joined), rest=True)]
    return [*bars, *rest]


def _bar_chart(
    bars: list[_Bar], title: str, look: Look, words: Words, data_until: date | None
) -> StaticFigure:
    total = sum(bar.value for bar in bars)
    notes = [f"{words('total', n=total)}", *_until(words, data_until)]
    subtitle = look.subtitle or ("" if bars else words("no_incidents"))
    tall = min(1.0, (len(bars) + 1) / (_BARS[look.size] + 4)) if look.size != "slide" else 1.0
    sheet = chart_sheet(look, Parts(title=title, subtitle=subtitle, legend=(), notes=notes), tall)
    axes, text = sheet.axes, look.inches.text
    names = [shorten(sheet.figure, bar.name, width=0.36 * sheet.width, size=text)
             for bar in bars]  # fmt: skip
    room = 0.15 + max([ink(sheet.figure, name, size=text).width for name in names], default=0.0)
    sign = -1 if look.right_to_left else 1
    longest = max([bar.value for bar in bars if not bar.rest], default=1)
    for number, (bar, name) in enumerate(zip(bars, names, strict=True)):
        wide = 0.0 if bar.rest else bar.value / longest
        axes.barh(number, sign * wide, color=_BAR, height=0.7)
        axes.text(sign * (wide + 0.015), number, f"{bar.value:,}", fontsize=text, va="center",
                  ha="right" if look.right_to_left else "left", **_plain())  # fmt: skip
        axes.text(-sign * 0.015, number, name, fontsize=text, va="center",
                  ha="left" if look.right_to_left else "right",
                  style="italic" if bar.rest else "normal", **lettering(name))  # fmt: skip
    share = room / (sheet.width - room)
    limits = (-1.12, share * 1.12) if look.right_to_left else (-share * 1.12, 1.12)
    axes.set_xlim(*limits)
    axes.set_ylim(max(len(bars), 1) - 0.4, -0.6)
    axes.axvline(0, color="#6d6658", linewidth=0.8)
    axes.axis("off")
    named = [bar for bar in bars[:3] if not bar.rest]
    top = words.joined(f"{cut(clean_text(bar.name), NAME_LETTERS)} {bar.value}" for bar in named)
    return StaticFigure(figure=sheet.figure, look=look, title=title,
                        alt=words.sentences(title, notes[0], top),
                        notes=tuple(notes), data_until=data_until)  # fmt: skip


def _over_time(
    incidents: pd.DataFrame, period: str, look: Look, words: Words, data_until: date | None
) -> StaticFigure:
    typed = incidents if "event_type" in incidents else incidents.assign(event_type=None)
    table = summarize(typed, by=None, period=period, split_by="event_type")
    kinds = table["event_type"].where(table["event_type"].isin(list(EVENT_STYLES)), "")
    sums = pd.crosstab(table["period"], kinds, values=table["incidents"], aggfunc="sum")
    sums = sums.fillna(0).astype("int64").sort_index()
    undated = int(sums.loc[UNDATED].to_numpy().sum()) if UNDATED in sums.index else 0
    sums = sums.drop(index=UNDATED, errors="ignore")
    used = [kind for kind in (*EVENT_STYLES, "") if kind in sums and sums[kind].sum()]
    title = look.title or words("by_time", period=words(period))
    total = int(sums.to_numpy().sum()) + undated
    parts = [("dated", total - undated), ("undated_n", undated)]
    notes = [account_for(words, total, parts, operations=0), *_until(words, data_until)]
    legend = [_legend_row(kind, words) for kind in used]
    subtitle = look.subtitle or ("" if total else words("no_incidents"))
    sheet = chart_sheet(
        look, Parts(title=title, subtitle=subtitle, legend=legend, notes=notes), 0.55
    )
    _stack(sheet.axes, sums[used], look)
    busiest = sums.sum(axis=1)
    most = f"{busiest.idxmax()}: {int(busiest.max())}" if len(busiest) and busiest.max() else ""
    return StaticFigure(figure=sheet.figure, look=look, title=title,
                        alt=words.sentences(title, notes[0], most), notes=tuple(notes),
                        data_until=data_until)  # fmt: skip


def _stack(axes: Axes, sums: pd.DataFrame, look: Look) -> None:
    """Draw one bar for each period, its types on top of each other."""
    places = list(range(len(sums)))
    floor = [0] * len(sums)
    for kind in sums.columns:
        values = sums[kind].tolist()
        axes.bar(places, values, bottom=floor, width=0.85, edgecolor="white", linewidth=0.3,
                 color=_colour(kind), hatch=_hatch(kind))  # fmt: skip
        floor = [below + value for below, value in zip(floor, values, strict=True)]
    step = max(1, -(-len(sums) // _TICKS[look.size]))
    shown = places[::step]
    axes.set_xticks(shown, [str(sums.index[place]) for place in shown],
                    fontsize=look.inches.text * 0.9, **_plain())  # fmt: skip
    axes.set_xlim(-0.7, max(len(sums), 1) - 0.3)
    most = max([*floor, 1])
    axes.set_ylim(0, most * 1.06)
    ticks = sorted({round(most * share) for share in (0, 0.25, 0.5, 0.75, 1)})
    axes.set_yticks(ticks, [f"{tick:,}" for tick in ticks], fontsize=look.inches.text * 0.9,
                    **_plain())  # fmt: skip
    axes.grid(axis="y", color="#e4e0d6", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=2, color="#8f8775")
    if look.right_to_left:
        axes.yaxis.tick_right()


def _plain() -> dict[str, Any]:
    return {"fontfamily": lettering("1")["fontfamily"]}


def _kinds() -> Sequence[str]:
    return (*EVENT_STYLES, "")


def _colour(kind: str) -> str:
    return EVENT_STYLES.get(kind, OTHER_STYLE).light


def _hatch(kind: str) -> str:
    return _HATCHES[_kinds().index(kind)]


def _legend_row(kind: str, words: Words) -> LegendLine:
    name = words.get(f"type_{kind}", kind) if kind else words("other_types")
    return box(name, _colour(kind), hatch=_hatch(kind), edgecolor="white")


def _until(words: Words, data_until: date | None) -> list[str]:
    return [words("until", day=data_until.isoformat())] if data_until is not None else []

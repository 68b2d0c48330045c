"""Colours and symbol shapes: one table for the page, its legend and the maps for print.

Event types differ in shape as well as colour, so that a map reads without colour. Colours are
``#rrggbb``; every symbol colour has a contrast of at least 3:1 against the land of its theme.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from geomap.records import EVENT_TYPES

__all__ = ["EVENT_STYLES", "OTHER_STYLE", "THEMES", "EventStyle", "Theme", "palette_payload"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventStyle:
    """How one event type is drawn: a shape known to ``web/symbols.js`` and a colour per theme."""

    shape: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours of the map itself; ``web/basemap.js`` and ``web/incidents.js`` read them by name."""

    beyond: str
    sea: str
    water: str
    land: str
    neighbour: str
    disputed: str
    coast: str
    district: str
    province: str
    country: str
    control_line: str
    label: str
    label_soft: str
    halo: str
    area: str
    operation: str
    outline: str
    badge: str
    badge_text: str
    selected: str
    cluster: str
    cluster_text: str
    bar: str
    bar_off: str
    brush: str
    unit_edge: str
    ramp: tuple[str, ...]
    heat: tuple[str, ...]


EVENT_STYLES: dict[str, EventStyle] = dict(
    zip(
        EVENT_TYPES,
        (
            EventStyle(shape="diamond", light="#0b5fa5", dark="#5fb0f5"),
            EventStyle(shape="star", light="#c23b12", dark="#ff8f66"),
            EventStyle(shape="triangle", light="#8a2a7c", dark="#e08ce8"),
            EventStyle(shape="circle", light="#1b7556", dark="#4fd0a2"),
            EventStyle(shape="pentagon", light="#946000", dark="#f2bd4b"),
            EventStyle(shape="square", light="#55606c", dark="#b3bfcc"),
        ),
        strict=True,
    ),
)

OTHER_STYLE = EventStyle(shape="cross", light="#3d3d3d", dark="#d8d8d8")
"""An event type that is missing or not one of ACLED's six."""

THEMES: dict[str, Theme] = {
    "light": Theme(
        beyond="#dcdad3",
        sea="#cfdfe8",
        water="#c3d7e3",
        land="#fbf9f3",
        neighbour="#e9e6dd",
        disputed="#efede6",
        coast="#a9bcc8",
        district="#dcd5c6",
        province="#8f8775",
        country="#6d6658",
        control_line="#6d6658",
        label="#35322b",
        label_soft="#7b7464",
        halo="#fffdf8",
        area="#9c4a1a",
        operation="#3f5a78",
        outline="#1f1d19",
        badge="#fff4e8",
        badge_text="#5a2506",
        selected="#111111",
        cluster="#2f4858",
        cluster_text="#ffffff",
        bar="#2f4858",
        bar_off="#b9bec0",
        brush="#e3ecf5",
        unit_edge="#8f8775",
        ramp=("#e6deef", "#c5b4dc", "#9f86c5", "#7754a8", "#4a2a7c"),
        heat=("#fff3c4", "#fdc765", "#f5832f", "#cc3d2a", "#7a1230"),
    ),
    "dark": Theme(
        beyond="#2b2d30",
        sea="#121a21",
        water="#17222b",
        land="#262a2e",
        neighbour="#1b1f23",
        disputed="#1f2327",
        coast="#3a4a56",
        district="#3a3f44",
        province="#7d858c",
        country="#a3abb2",
        control_line="#a3abb2",
        label="#e6e3dc",
        label_soft="#9aa1a7",
        halo="#15181b",
        area="#f0a060",
        operation="#8fb4dd",
        outline="#0c0d0e",
        badge="#3a2a1c",
        badge_text="#ffd9b3",
        selected="#ffffff",
        cluster="#b7cbd8",
        cluster_text="#10181e",
        bar="#b7cbd8",
        bar_off="#4d555b",
        brush="#2c3a47",
        unit_edge="#6d757c",
        ramp=("#39324f", "#574979", "#7d69ab", "#a894d4", "#dccff7"),
        heat=("#4a2f12", "#8a4a14", "#cf6d1c", "#f5a04a", "#ffe6b0"),
    ),
}


def palette_payload() -> dict[str, object]:
    """Return the palette as the plain dict that the page's scripts read."""
    return {
        "themes": {name: asdict(theme) for name, theme in THEMES.items()},
        "events": {name: asdict(style) for name, style in EVENT_STYLES.items()},
        "other": asdict(OTHER_STYLE),
    }

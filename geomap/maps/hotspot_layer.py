"""Hot spots as a layer of the interactive map, with a legend in plain words.

``draw_map(incidents)`` takes it like any folium layer: ``hotspot_layer(spots).add_to(page)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import folium
import geopandas as gpd
from branca.element import MacroElement
from folium.template import Template

from geomap.errors import SchemaError, SettingsError
from geomap.hotspots import CLUSTERS, FALSE_DISCOVERIES, HOT_SPOTS
from geomap.maps.assets import embed_json, escape_text, web_file

__all__ = ["CLASS_COLOURS", "LegendRow", "hotspot_layer", "hotspot_legend"]

CLASS_COLOURS = {
    "hot spot": "#b2182b",
    "cold spot": "#2166ac",
    "high among high": "#b2182b",
    "low among low": "#2166ac",
    "high among low": "#ef8a62",
    "low among high": "#67a9cf",
    "not clear": "#f2f0ea",
    "not tested": "#c9c6bd",
}
"""Colours that stay apart in every common form of colour blindness, and in grey."""

_WORDS = {"hot_spot": HOT_SPOTS, "cluster": CLUSTERS}
_TITLES = {"hot_spot": "Hot spots", "cluster": "Clusters and outliers"}
_STEP = 0.001  # degrees: outlines are drawn no finer


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """One class: its name, what it means, its colour and how many units are in it."""

    name: str
    words: str
    colour: str
    number: int


def hotspot_legend(spots: gpd.GeoDataFrame, *, show: str = "hot_spot") -> tuple[LegendRow, ...]:
    """Return the legend of what `hotspots` gave.

    Parameters
    ----------
    spots
        What `hotspots` gave.
    show
        ``"hot_spot"`` (Gi*) or ``"cluster"`` (local Moran's I).

    Raises
    ------
    SettingsError
        If `show` is neither.
    SchemaError
        If the table lacks that column.
    """
    if show not in _WORDS:
        raise SettingsError(f"show is {show!r}; it must be {' or '.join(_WORDS)}")
    if show not in spots:
        raise SchemaError(f"the table lacks {show}; give what hotspots returned")
    numbers = spots[show].value_counts()
    return tuple(
        LegendRow(name=name, words=words, colour=CLASS_COLOURS[name],
                  number=int(numbers.get(name, 0)))
        for name, words in _WORDS[show].items()
    )  # fmt: skip


def hotspot_layer(
    spots: gpd.GeoDataFrame, *, show: str = "hot_spot", legend: bool = True
) -> folium.GeoJson:
    """Return a layer that colours each unit by its class, with a tooltip and a legend.

    Parameters
    ----------
    spots
        What `hotspots` gave.
    show
        ``"hot_spot"`` (Gi*) or ``"cluster"`` (local Moran's I).
    legend
        Whether a legend is put on the map.

    Returns
    -------
    folium.GeoJson
        To be added to a `folium.Map`, such as the one that `draw_map` gives.

    Raises
    ------
    SettingsError, SchemaError
        As for `hotspot_legend`.
    """
    rows = hotspot_legend(spots, show=show)
    shapes = spots.geometry.simplify(_STEP, preserve_topology=True).set_precision(_STEP)
    plain = gpd.GeoDataFrame(
        {
            "class": spots[show].tolist(),
            "tip": [_tip(row, show) for row in spots.to_dict("records")],
        },
        geometry=shapes.to_numpy(),
        crs=spots.crs,
    )
    plain = plain[~plain.geometry.isna()]
    layer = folium.GeoJson(
        plain.to_json(drop_id=True),
        name=_title(spots, show),
        style_function=_style,
        tooltip=folium.GeoJsonTooltip(fields=["tip"], labels=False) if len(plain) else None,
    )
    if legend:
        layer.add_child(_LegendBox(_title(spots, show), rows, _notes(spots)))
    return layer


def _style(feature: dict[str, Any]) -> dict[str, Any]:
    name = feature["properties"]["class"]
    called = name not in {"not clear", "not tested"}
    return {
        "fillColor": CLASS_COLOURS[name],
        "fillOpacity": 0.65 if called else 0.25,
        "color": "#6d6658",
        "weight": 1 if called else 0.5,
    }


def _title(spots: gpd.GeoDataFrame, show: str) -> str:
    of = str(spots.attrs.get("of", "incidents")).replace("_", " ")
    per = {"people": " per head", "area": " per area"}.get(str(spots.attrs.get("per", "")), "")
    return f"{_TITLES[show]}: {of}{per}"


def _notes(spots: gpd.GeoDataFrame) -> list[str]:
    notes = [f"About {FALSE_DISCOVERIES:.0%} of the units called out may be so by chance."]
    if spots.attrs.get("outside"):
        notes.append(f"{spots.attrs['outside']:,} are in no unit and are not tested.")
    if len(spots) and bool(spots["approximate"].iloc[0]):
        notes.append("The lines of the units are approximate.")
    return notes


def _tip(row: dict[str, Any], show: str) -> str:
    parts = [f"{row['name']}: {row[show]}", _WORDS[show].get(row[show], "")]
    if row["gi_q"] == row["gi_q"]:
        parts.append(f"q = {row['gi_q']:.3f}")
    parts.append(row["caution"])
    return "<br>".join(escape_text(part) for part in parts if part)


class _LegendBox(MacroElement):
    """A box in a corner of the map; its text is set as text, never as markup."""

    def __init__(self, title: str, rows: tuple[LegendRow, ...], notes: list[str]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca has none
        self._name = "LegendBox"
        self.legend_json = embed_json(
            {
                "title": title,
                "rows": [
                    {"name": row.name, "words": row.words, "colour": row.colour,
                     "number": row.number}
                    for row in rows
                    if row.number
                ],
                "notes": notes,
            },
        )  # fmt: skip

    @property  # folium keeps a template per class, read on import; this one is read on first use
    def _template(self) -> Any:  # type: ignore[override]
        return _box_template()

    @property
    def map_name(self) -> str:
        """The name of the map that the box stands on."""
        parent: Any = self._parent
        while parent is not None and not isinstance(parent, folium.Map):
            parent = parent._parent  # noqa: SLF001 - folium has no public way
        if parent is None:
            raise SettingsError("a legend needs a map: add the layer to one before it is saved")
        return str(parent.get_name())


@cache
def _box_template() -> Any:
    return Template(web_file("legend_box.html"))

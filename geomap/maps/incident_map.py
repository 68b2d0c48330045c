"""`draw_map`: a `folium.Map` of incidents whose saved page needs no network."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

import folium
import geopandas as gpd
from folium.template import Template
from xyzservices import TileProvider

from geomap import __version__
from geomap.errors import RenderError, SettingsError
from geomap.maps.assets import (
    AssetChoice,
    embed_json,
    json_block,
    leaflet_script,
    packed_block,
    web_file,
    web_script,
)
from geomap.maps.basemap import load_basemap
from geomap.maps.colouring import choropleth_payload
from geomap.maps.figure import IncidentPage, RawMarkup, page_styles, shim_script
from geomap.maps.layers import DEGREE, incident_layer
from geomap.maps.naming import load_naming
from geomap.maps.packing import pack_json
from geomap.maps.palette import palette_payload
from geomap.maps.tiles import BasemapChoice, attribution_of, find_provider, tile_layer
from geomap.places.boundaries import BoundarySet
from geomap.whole_file import whole_file

__all__ = ["CONTROLS", "IncidentMap", "draw_map"]

CONTROLS = ("search", "filters", "list", "download", "timeline", "layers", "legend")
"""What a page may have around the map; title, counts, notes and sources are always there."""


def draw_map(  # noqa: PLR0913 - the options of one public call, each by its name
    incidents: gpd.GeoDataFrame,
    *,
    boundaries: BoundarySet | str | None = None,
    title: str | None = None,
    lang: str = "en",
    quotes: bool = True,
    data_until: date | None = None,
    basemap: BasemapChoice = "vector",
    controls: Iterable[str] | None = None,
) -> IncidentMap:
    """Draw an incident table as an interactive map.

    Parameters
    ----------
    incidents
        A table of incidents or any table of points, EPSG:4326. Columns are those of
        `geomap.records.INCIDENT_COLUMNS`; all may be missing. Without ``precision`` every point
        counts as a settlement, and without any admin column points count in the units of
        `boundaries` that they lie in. Points are drawn for the precisions site, settlement and near
        alone; coarser incidents shade their area, and those known to a country only, or not at
        all, stand in a list that the map names.
    boundaries
        The boundary set to shade and outline; None takes the embedded districts.
    title
        Heading of the page, plain text.
    lang
        Language of the interface: ``"en"``, or ``"ur"`` for Urdu, from right to left, with Urdu
        names of places where they are known.
    quotes
        Whether the quoted evidence goes into the page.
    data_until
        The latest publication date that was read; None takes that of the incidents' sources.
    basemap
        ``"vector"`` is the embedded basemap, None an empty ground. A provider of xyzservices, or
        its name, puts that provider's tiles over the embedded one; such a page asks its host.
    controls
        Which of `CONTROLS` the page has, for a leaner page; None is all of them, an empty list
        none. Search, filters, list and download make the panel, which goes when all four do. What
        says what is counted, how far to trust it and whose it is cannot be left out.

    Returns
    -------
    IncidentMap
        A `folium.Map`; further folium layers can be added before it is saved.

    Raises
    ------
    SchemaError
        If the table has no geometry, another CRS, or an unknown precision.
    SettingsError
        If the language, the boundary set, the basemap or a control is not known.

    Examples
    --------
    >>> import geopandas
    >>> points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([67], [30]), crs=4326)
    >>> html = draw_map(points, title="One point").get_root().render()
    >>> "https://cdn" in html
    False
    """
    wanted = _controls(controls)
    naming = load_naming(lang)
    provider = find_provider(basemap)
    base = load_basemap(boundaries)
    layer = incident_layer(incidents, base=base, quotes=quotes, naming=naming)
    tiles_by = [] if provider is None else [attribution_of(provider)]
    plain = {
        "data": {
            "strings": naming.strings,
            "palette": palette_payload(),
            "meta": {
                "title": title,
                "lang": lang,
                "version": __version__,
                "until": data_until.isoformat() if data_until else layer.until,
                "bounds": layer.bounds,
                "degree": DEGREE,
                "attributions": [*base.attributions, *tiles_by],
                "basemap": "none" if basemap is None else "vector" if provider is None else "tiles",
                "controls": wanted,
            },
        },
    }
    packed = {
        "geo": pack_json(naming.localized(base.payload)),
        "areas": pack_json(layer.areas),
        "units": pack_json(choropleth_payload(layer.counted, base)),
        "table": layer.table,
        **{f"prose{number}": chunk for number, chunk in enumerate(layer.prose)},
        **{f"ids{number}": chunk for number, chunk in enumerate(layer.ids)},
    }
    drawn = IncidentMap(plain, packed, bounds=layer.bounds, title=title, lang=lang)
    drawn.incidents, drawn.boundaries, drawn.provider = incidents, boundaries, provider
    return drawn.over_tiles()


def _controls(given: Iterable[str] | None) -> list[str]:
    """Return the controls of a page in the order of `CONTROLS`."""
    if given is None:
        return list(CONTROLS)
    names = [given] if isinstance(given, str) else list(given)
    unknown = [name for name in names if name not in CONTROLS]
    if unknown:
        raise SettingsError(f"controls has {unknown[0]!r}; allowed are {', '.join(CONTROLS)}")
    return [name for name in CONTROLS if name in names]


class IncidentMap(folium.Map):
    """A folium map of incidents; made by `draw_map`.

    `incidents` and `boundaries` are the table and the set that it was drawn from, `provider` that
    of its tiles, `plain` and `packed` what the page reads. `assets` says what becomes of remote
    files that added plugins need: a dict ``{url: path}`` puts them into the page, ``"cdn"`` lets
    the page load them, None refuses.
    """

    def __init__(
        self,
        plain: Mapping[str, Any],
        packed: Mapping[str, str],
        *,
        bounds: tuple[float, float, float, float],
        title: str | None = None,
        lang: str = "en",
        assets: AssetChoice = None,
    ) -> None:
        west, south, east, north = bounds
        super().__init__(
            location=[(south + north) / 2, (west + east) / 2],  # folium wants lat, lon
            tiles=None,
            zoom_start=6,
            zoom_snap=0.25,
            zoom_delta=1,
            wheel_px_per_zoom_level=100,
            min_zoom=3,
            max_zoom=14,
        )
        self.default_js: list[tuple[str, str]] = []  # folium's are the class's, with remote files
        self.default_css: list[tuple[str, str]] = []
        self.plain = plain
        self.packed = packed
        self.title = title
        self.naming = load_naming(lang)
        self.assets = assets
        self.incidents: gpd.GeoDataFrame | None = None
        self.boundaries: BoundarySet | str | None = None
        self.provider: TileProvider | None = None
        IncidentPage(self).add_child(self)

    def __repr__(self) -> str:
        return f"<IncidentMap {self.title!r}>"

    def over_tiles(self) -> IncidentMap:
        """Put the map over the tiles of its provider, where it has one, and return it."""
        if self.provider is not None:
            tile_layer(self.provider).add_to(self)
        return self

    def with_controls(self, controls: Iterable[str] | None) -> IncidentMap:
        """Return the same map with other controls, without reading its table again.

        Parameters
        ----------
        controls
            As for `draw_map`.

        Returns
        -------
        IncidentMap
            A map of its own; layers that were added by hand are not on it.

        Raises
        ------
        SettingsError
            If a control is not known.
        """
        data = self.plain["data"]
        meta = {**data["meta"], "controls": _controls(controls)}
        drawn = IncidentMap(
            {"data": {**data, "meta": meta}},
            self.packed,
            bounds=meta["bounds"],
            title=self.title,
            lang=self.naming.lang,
            assets=self.assets,
        )
        drawn.incidents, drawn.boundaries = self.incidents, self.boundaries
        drawn.provider = self.provider
        return drawn.over_tiles()

    @property  # folium keeps a template per class, read on import; this one is read on first use
    def _template(self) -> Any:  # type: ignore[override]
        return _map_template()

    def render(self, **kwargs: Any) -> None:  # type: ignore[override] # as folium's layers do
        """Put the map's parts into its figure, as folium's layers do."""
        figure: Any = self.get_root()
        name = self.get_name()
        if not isinstance(figure, IncidentPage):
            head = "".join(f"<style>{style}</style>\n" for style in page_styles())
            head += "".join(f"<script>{script}</script>\n" for script in self.scripts())
            figure.header.add_child(RawMarkup(head), name=f"{name}_assets")
            figure.html.add_child(RawMarkup(self.data_markup()), name=f"{name}_data")
        super().render(**kwargs)  # type: ignore[no-untyped-call]

    def data_markup(self) -> str:
        """Return the map's data elements, whose ids begin with the map's name."""
        name = self.get_name()
        blocks = [json_block(f"{name}_{key}", block) for key, block in self.plain.items()]
        blocks += [packed_block(f"{name}_{key}", text) for key, text in self.packed.items()]
        return "".join(blocks)

    def digest(self) -> str:
        """Return a hash of the map's data, from which its element ids are made."""
        digest = hashlib.sha256(embed_json(self.plain).encode("ascii"))
        for text in self.packed.values():
            digest.update(text.encode("ascii"))
        return digest.hexdigest()

    def scripts(self) -> list[str]:
        """Return the scripts that the map needs before its own, in order."""
        scripts = [leaflet_script(), web_script()]
        return [*scripts, shim_script()] if self._children else scripts

    def save(  # type: ignore[override]
        self,
        outfile: str | os.PathLike[str] | BinaryIO,
        close_file: bool = True,  # noqa: FBT001, FBT002 - folium's signature
        *,
        assets: AssetChoice = None,
        **kwargs: Any,
    ) -> None:
        """Write the map as one HTML file that loads nothing.

        Parameters
        ----------
        outfile
            A path, or a binary file to write to. A path is written under a temporary name and
            moved into place.
        close_file
            Whether to close a file that was given.
        assets
            Remote files of added plugins, as in the class; None takes the map's own choice.
        **kwargs
            Passed to the figure's ``render``.

        Raises
        ------
        RenderError
            If an added layer needs a remote file that was not given, or the file cannot be
            written.
        """
        before = self.assets
        try:
            self.assets = before if assets is None else assets
            content = self.get_root().render(**kwargs).encode("ascii")
        finally:
            self.assets = before
        if not isinstance(outfile, str | os.PathLike):
            outfile.write(content)
            if close_file:
                outfile.close()
            return
        path = Path(outfile)
        try:
            with whole_file(path) as new:
                new.write_bytes(content)
        except OSError as error:
            raise RenderError(f"the map cannot be written to {path}: {error.strerror}") from error


@cache
def _map_template() -> Any:
    return Template(web_file("map.html"))

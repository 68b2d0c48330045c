"""`draw_map`: a `folium.Map` of incidents whose saved page needs no network.

Folium collects what its layers want in a figure; `IncidentPage` is a figure that puts these parts
together in its own way: Leaflet and the page's scripts inlined, ids made stable, every script
named by its hash in the page's policy, and no remote file unless it was asked for.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import folium
import geopandas as gpd
from branca.element import CssLink, Element, Figure, JavascriptLink, Link
from folium.raster_layers import TileLayer
from folium.template import Template
from jinja2 import TemplateSyntaxError

from geomap import __version__
from geomap.errors import RenderError, SettingsError
from geomap.maps.assets import (
    AssetChoice,
    Page,
    build_page,
    embed_json,
    inline_assets,
    json_block,
    leaflet_image,
    leaflet_script,
    leaflet_style,
    packed_block,
    safe_script,
    stable_ids,
    web_file,
    web_script,
)
from geomap.maps.basemap import load_basemap
from geomap.maps.layers import DEGREE, incident_layer
from geomap.maps.packing import pack_json
from geomap.maps.palette import palette_payload
from geomap.places.boundaries import BoundarySet

__all__ = ["IncidentMap", "draw_map"]

LANGUAGES = ("en",)
RIGHT_TO_LEFT = frozenset({"ur"})

_INLINE_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_JOINT = "\x00"  # stands between the parts while ids are replaced


def draw_map(
    incidents: gpd.GeoDataFrame,
    *,
    boundaries: BoundarySet | str | None = None,
    title: str | None = None,
    lang: str = "en",
    quotes: bool = True,
    data_until: date | None = None,
) -> IncidentMap:
    """Draw an incident table as an interactive map.

    Parameters
    ----------
    incidents
        A table of incidents or any table of points, EPSG:4326. Columns are those of
        `geomap.records.INCIDENT_COLUMNS`; all may be missing. Without ``precision`` every point
        counts as a settlement. Points are drawn for the precisions site, settlement and near
        alone; coarser incidents shade their area, and those known to a country only, or not at
        all, stand in a list that the map names.
    boundaries
        The boundary set to shade and outline; None takes the embedded districts.
    title
        Heading of the page, plain text.
    lang
        Language of the interface: ``"en"``.
    quotes
        Whether the quoted evidence goes into the page.
    data_until
        The latest publication date that was read; None takes that of the incidents' sources.

    Returns
    -------
    IncidentMap
        A `folium.Map`; further folium layers can be added before it is saved.

    Raises
    ------
    SchemaError
        If the table has no geometry, another CRS, or an unknown precision.
    SettingsError
        If the language or the boundary set is not known.

    Examples
    --------
    >>> import geopandas
    >>> points = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([67], [30]), crs=4326)
    >>> html = draw_map(points, title="One point").get_root().render()
    >>> "cdn" in html
    False
    """
    if lang not in LANGUAGES:
        raise SettingsError(f"lang is {lang!r}; allowed are {', '.join(LANGUAGES)}")
    base = load_basemap(boundaries)
    layer = incident_layer(incidents, base=base, quotes=quotes)
    plain = {
        "data": {
            "strings": _strings(lang),
            "palette": palette_payload(),
            "meta": {
                "title": title,
                "lang": lang,
                "version": __version__,
                "until": data_until.isoformat() if data_until else layer.until,
                "bounds": layer.bounds,
                "degree": DEGREE,
                "attributions": base.attributions,
            },
        },
    }
    packed = {
        "geo": pack_json(base.payload),
        "areas": pack_json(layer.areas),
        "table": layer.table,
        **{f"prose{number}": chunk for number, chunk in enumerate(layer.prose)},
    }
    return IncidentMap(plain, packed, bounds=layer.bounds, title=title, lang=lang)


class IncidentMap(folium.Map):
    """A folium map of incidents; made by `draw_map`.

    `assets` says what becomes of remote files that added plugins need: a dict ``{url: path}``
    puts them into the page, ``"cdn"`` lets the page load them, None refuses.
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
        self.lang = lang
        self.direction = "rtl" if lang in RIGHT_TO_LEFT else "ltr"
        self.assets = assets
        IncidentPage(self).add_child(self)

    @property  # folium keeps a template per class, read on import; this one is read on first use
    def _template(self) -> Any:  # type: ignore[override]
        return _map_template()

    def render(self, **kwargs: Any) -> None:  # type: ignore[override] # as folium's layers do
        """Put the map's parts into its figure, as folium's layers do."""
        figure: Any = self.get_root()
        name = self.get_name()
        if not isinstance(figure, IncidentPage):
            head = "".join(f"<style>{style}</style>\n" for style in _styles())
            head += "".join(f"<script>{script}</script>\n" for script in self.scripts())
            figure.header.add_child(_Raw(head), name=f"{name}_assets")
            figure.html.add_child(_Raw(self.data_markup()), name=f"{name}_data")
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
        return [*scripts, _shim()] if self._children else scripts

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
        _write(Path(outfile), content)


class IncidentPage(Figure):
    """The figure of an `IncidentMap`: one self-contained, policed page with stable ids."""

    def __init__(self, incident_map: IncidentMap) -> None:
        super().__init__(title=incident_map.title)
        self._map = incident_map

    def render(self, **kwargs: Any) -> str:
        """Return the page.

        Raises
        ------
        RenderError
            If a layer needs a remote file that was not given, or holds text that folium cannot
            render.
        """
        for slot in (self.header, self.html, self.script):
            slot._children.clear()  # noqa: SLF001 - what an earlier rendering left
        try:
            for child in self._children.values():
                child.render(**kwargs)
        except TemplateSyntaxError as error:
            raise RenderError(
                f"a layer's text reads as a template ({error}): pass it through escape_text",
            ) from error
        links = [one for one in _walk(self.header) if isinstance(one, Link)]
        files = inline_assets((link.url for link in links), self._map.assets)
        return build_page(self._page(links, files, kwargs))

    def _page(self, links: list[Link], files: dict[str, str], kwargs: dict[str, Any]) -> Page:
        owner = self._map
        plain = _texts(self.header, kwargs)
        head_scripts = [source for source in _INLINE_SCRIPT.findall(plain) if source.strip()]
        parts = [
            *(_texts(slot, kwargs).replace(_JOINT, "") for slot in (self.html, self.script)),
            _INLINE_SCRIPT.sub("", plain).replace(_JOINT, ""),
            f"{owner.get_name()}",
            *head_scripts,
        ]
        body, script, head, name, *own = stable_ids(_JOINT.join(parts), owner.digest()).split(
            _JOINT
        )
        styles = [files[one.url] for one in links if isinstance(one, CssLink) and one.url in files]
        sheets = "".join(f"<style>{style}</style>\n" for style in [*_styles(), *styles])
        remote = tuple(dict.fromkeys(one.url for one in links if one.url not in files))
        return Page(
            title=owner.title or "Map of incidents",
            lang=owner.lang,
            head=sheets + _link_tags(links, files) + head,
            body=body,
            data=owner.data_markup().replace(owner.get_name(), name),
            scripts=tuple(
                safe_script(source)
                for source in [
                    *owner.scripts(),
                    *(files[one.url] for one in links if _is_script(one) and one.url in files),
                    *own,
                    script,
                ]
            ),
            remote=remote,
            images=tuple(sorted(set(_tile_hosts(owner)))),
        )


class _Raw(Element):
    """Finished markup that goes into a figure as it is, not read as a template again."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_: Any) -> str:
        return self.text


def _is_script(link: Link) -> bool:
    return isinstance(link, JavascriptLink)


def _link_tags(links: list[Link], files: dict[str, str]) -> str:
    return "".join(
        link.render() + "\n"
        for link in links
        if isinstance(link, CssLink) and link.url not in files
    )


def _texts(slot: Element, kwargs: dict[str, Any]) -> str:
    """Join what layers put into a part of the figure.

    Folium wraps finished text, article text included, in elements that would read it as a
    template once more; their text is taken as it is.
    """
    texts = []
    for child in slot._children.values():  # noqa: SLF001 - folium has no public way
        if isinstance(child, Link):
            continue
        text = child._template_str if type(child) is Element else None  # noqa: SLF001
        texts.append(child.render(**kwargs) if text is None else text)
    return "\n".join(texts)


def _walk(element: Element) -> Iterator[Element]:
    for child in element._children.values():  # noqa: SLF001 - folium has no public way
        yield child
        yield from _walk(child)


def _tile_hosts(incident_map: IncidentMap) -> Iterator[str]:
    """Hosts of tile layers that were added, as image sources for the policy."""
    for layer in _walk(incident_map):
        if not isinstance(layer, TileLayer):
            continue
        parts = urlsplit(re.sub(r"\{s\}", "*", str(layer.tiles)))
        host = parts.netloc.rpartition("@")[2]
        if parts.scheme in {"http", "https"} and re.fullmatch(r"(\*\.)?[\w.-]+(:\d+)?", host):
            yield f"{parts.scheme}://{host}"


@cache
def _map_template() -> Any:
    return Template(web_file("map.html"))


@cache
def _strings(lang: str) -> dict[str, str]:
    strings: dict[str, str] = json.loads(web_file(f"strings.{lang}.json"))
    return strings


@cache
def _shim() -> str:
    names = {
        "MARKER_ICON_2X": "images/marker-icon-2x.png",
        "MARKER_ICON": "images/marker-icon.png",
        "MARKER_SHADOW": "images/marker-shadow.png",
    }
    script = web_file("shim.js")
    for name, path in names.items():
        script = script.replace(f'"{name}"', f'"{leaflet_image(path)}"')
    return script


def _styles() -> tuple[str, str]:
    return leaflet_style(), web_file("style.css")


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise RenderError(f"the map cannot be written to {path}: {error.strerror}") from error

"""The figure of an incident map: one self-contained page with a policy and stable ids.

Folium collects what its layers want in a figure; `IncidentPage` is a figure that puts these parts
together in its own way: Leaflet and the page's scripts inlined, ids made stable, every script
named by its hash in the page's policy, and no remote file unless it was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Protocol
from urllib.parse import urlsplit

from branca.element import CssLink, Element, Figure, JavascriptLink, Link
from folium.raster_layers import TileLayer
from jinja2 import TemplateSyntaxError

from geomap.errors import RenderError
from geomap.maps.assets import (
    AssetChoice,
    Page,
    build_page,
    inline_assets,
    leaflet_image,
    leaflet_style,
    safe_script,
    stable_ids,
    web_file,
)
from geomap.maps.frame import framed_page
from geomap.maps.naming import Naming
from geomap.maps.texts import clean_text

__all__ = ["IncidentPage", "RawMarkup", "page_styles", "shim_script"]

_INLINE_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_JOINT = "\x00"  # stands between the parts while ids are replaced


class PageOwner(Protocol):
    """What a figure asks of the map that it shows."""

    title: str | None
    assets: AssetChoice
    naming: Naming

    def get_name(self) -> str:
        """Return folium's name of the map, which `stable_ids` replaces."""

    def scripts(self) -> list[str]:
        """Return the scripts that the map needs before its own."""

    def data_markup(self) -> str:
        """Return the map's data elements."""

    def digest(self) -> str:
        """Return a hash of the data."""


class IncidentPage(Figure):
    """The figure of an `IncidentMap`: one self-contained, policed page with stable ids."""

    def __init__(self, incident_map: PageOwner) -> None:
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

    def _repr_html_(self, **kwargs: Any) -> str:
        """Return the page in a frame, as a notebook shows it: without rights of the notebook."""
        title = clean_text(self._map.title or self._map.naming.strings["map"])
        return framed_page(self.render(**kwargs), title=title)

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
        sheets = "".join(f"<style>{style}</style>\n" for style in [*page_styles(), *styles])
        remote = tuple(dict.fromkeys(one.url for one in links if one.url not in files))
        return Page(
            title=owner.title or owner.naming.strings["map"],
            lang=owner.naming.lang,
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


class RawMarkup(Element):
    """Finished markup that goes into a figure as it is, not read as a template again."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_: Any) -> str:
        """Return the markup."""
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


def _tile_hosts(incident_map: Any) -> Iterator[str]:
    """Hosts of tile layers that were added, as image sources for the policy."""
    for layer in _walk(incident_map):
        if not isinstance(layer, TileLayer):
            continue
        parts = urlsplit(re.sub(r"\{s\}", "*", str(layer.tiles)))
        host = parts.netloc.rpartition("@")[2]
        if parts.scheme in {"http", "https"} and re.fullmatch(r"(\*\.)?[\w.-]+(:\d+)?", host):
            yield f"{parts.scheme}://{host}"


@cache
def shim_script() -> str:
    """Return the script that folium's own layers need, with Leaflet's pictures in it."""
    names = {
        "MARKER_ICON_2X": "images/marker-icon-2x.png",
        "MARKER_ICON": "images/marker-icon.png",
        "MARKER_SHADOW": "images/marker-shadow.png",
    }
    script = web_file("shim.js")
    for name, path in names.items():
        script = script.replace(f'"{name}"', f'"{leaflet_image(path)}"')
    return script


def page_styles() -> tuple[str, str]:
    """Return the style sheets of every page."""
    return leaflet_style(), web_file("style.css")

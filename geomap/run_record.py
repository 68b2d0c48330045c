"""What run.json says: enough to repeat a run and to know what it left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import geomap
from geomap.corrections import CorrectionReport
from geomap.findings import Findings
from geomap.places.boundaries import BoundarySet
from geomap.records import KINDS
from geomap.settings import Settings
from geomap.text.ner import Pipeline

__all__ = ["run_record"]


def run_record(
    read: Findings,
    incidents: int,
    settings: Settings,
    boundaries: Iterable[BoundarySet],
    corrections: CorrectionReport,
) -> dict[str, object]:
    """Return the record of a run, as JSON can hold it.

    Parameters
    ----------
    read
        What was read.
    incidents
        How many incidents were written.
    settings
        What the run was told.
    boundaries
        The boundary sets that the incidents were counted in.
    corrections
        What became of a person's corrections; part of the record when there were any.
    """
    record: dict[str, object] = {
        "geomap": geomap.__version__,
        "data_until": read.until.isoformat() if read.until else None,
        "settings": _settings(settings),
        "columns": read.columns,
        "inputs": read.inputs,
        "boundaries": {one.level: _boundary_set(one) for one in boundaries},
        "counts": _counts(read, incidents),
        "dropped": [{"where": item.where, "reason": item.reason} for item in read.dropped],
        "remarks": [{"where": item.where, "note": item.note} for item in read.remarks],
        "no_publication_date": list(read.undated),
    }
    if read.lexicons.files:
        record["lexicons"] = [
            {"name": name, "rows": rows, "sha256": digest}
            for name, rows, digest in read.lexicons.files
        ]
    if read.tagger is not None:
        record["ner"] = _tagger(read.tagger)
    if settings.corrections:
        record["corrections"] = _corrections(corrections)
    return record


def _settings(settings: Settings) -> dict[str, object]:
    """Return the settings; of a file its name alone, for a path says where somebody works."""
    names = [Path(file).name for file in settings.corrections]
    paths = {"lexicons": settings.lexicons, "ner": settings.ner}
    own = {name: Path(path).name if path else None for name, path in paths.items()}
    return asdict(settings) | {"corrections": names} | own


def _boundary_set(one: BoundarySet) -> dict[str, object]:
    return {
        "name": one.name,
        "vintage": one.vintage,
        "approximate": one.approximate,
        "accuracy": dict(one.accuracy),
        "attribution": one.attribution,
    }


def _counts(read: Findings, incidents: int) -> dict[str, object]:
    kinds = [account.kind for account in read.accounts]
    return {
        "articles": len(read.articles),
        "mentions": len(read.resolutions),
        "mentions_without_place": sum(item.place is None for item in read.resolutions),
        "accounts": {kind: kinds.count(kind) for kind in KINDS},
        "incidents": incidents,
        "dropped": len(read.dropped),
        "remarks": len(read.remarks),
    }


def _tagger(tagger: Pipeline) -> dict[str, object]:
    return {
        "pipeline": tagger.name,
        "version": tagger.version,
        "articles_not_read": tagger.failures,
    }


def _corrections(report: CorrectionReport) -> dict[str, object]:
    return {
        "files": [{"name": name, "sha256": digest} for name, digest in report.files],
        "applied": report.applied,
        "confirmed": report.confirmed,
        "not_applied": [asdict(one) for one in (*report.problems, *report.absent)],
    }

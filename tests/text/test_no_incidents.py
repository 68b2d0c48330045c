"""Reports full of violent words that report no incident: sport, weather, memories, plans."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import geomap
from geomap.records import COUNTED_KINDS, Article

REPORTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "no_incidents.jsonl").read_text("utf-8").splitlines()
]


def accounts_of(text, *, title=None, published="2026-03-10"):
    article = Article(
        id="a", text=text, title=title, published=date.fromisoformat(published),
        published_source="metadata",
    )  # fmt: skip
    resolutions = geomap.resolve(geomap.find_mentions(article))
    return geomap.extract_accounts(article, resolutions)


@pytest.mark.parametrize("report", REPORTS, ids=[report["id"] for report in REPORTS])
def test_a_report_without_an_incident_gives_none(report):
    accounts = accounts_of(report["text"], title=report["title"], published=report["published"])
    assert [one for one in accounts if one.kind in COUNTED_KINDS or one.kind == "operation"] == []

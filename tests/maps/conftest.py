"""Saved pages of the sample, for the tests that drive them."""

from __future__ import annotations

import pytest

from geomap.maps.incident_map import draw_map
from tests.maps.samples import sample_incidents


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """Return the page of the sample, saved once."""
    path = tmp_path_factory.mktemp("page") / "map.html"
    draw_map(sample_incidents(), title="Invented sample").save(path)
    return path


@pytest.fixture(scope="session")
def urdu_file(tmp_path_factory):
    """Return the page of the sample in Urdu, saved once."""
    path = tmp_path_factory.mktemp("page") / "urdu.html"
    draw_map(sample_incidents(), title="فرضی نمونہ", lang="ur").save(path)
    return path

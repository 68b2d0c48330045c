"""A user's own places and boundary sets reach reading, tables and maps."""

from __future__ import annotations

import json

import pytest

import geomap
from geomap.places.additions import add_places
from geomap.places.boundary_install import install_boundaries, use_boundaries
from geomap.places.user_places import full_gazetteer
from geomap.records import Article
from geomap.settings import Settings

pytestmark = pytest.mark.usefixtures("blank_prints")

REPORT = "date 2026-03-04 Blast\n\nA bomb wounded two in Qzarabad on Tuesday, police said.\n"


def test_a_place_that_the_user_added_is_read_in_a_report(tmp_path):
    article = Article(id="a", text=REPORT)
    assert [mention.toponym for mention in geomap.find_mentions(article)] == []
    places = tmp_path / "places.csv"
    places.write_text("name,lon,lat,level\nQzarabad,66.99,30.18,settlement\n", encoding="utf-8")
    add_places(places)
    (resolution,) = geomap.resolve(geomap.find_mentions(article))
    assert resolution.place.name == "Qzarabad"
    assert resolution.place.admin2 == "Quetta"


@pytest.mark.reference
def test_an_installed_set_is_used_once_it_is_chosen(tmp_path, reference_dir):
    source = reference_dir / "boundaries" / "cod_ab_2022_adm2.geojson"
    install_boundaries(source, name="cod")
    use_boundaries("cod")
    report = tmp_path / "report.txt"
    report.write_text(REPORT.replace("Qzarabad", "Chaman"), encoding="utf-8")
    geomap.run(report, tmp_path / "out")
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert record["boundaries"]["admin2"]["name"] == "cod"
    assert record["boundaries"]["admin2"]["approximate"] is False
    page = (tmp_path / "out" / "map.html").read_text(encoding="utf-8")
    assert "OCHA" in page, "the attribution of the set reaches the map"
    geomap.run(report, tmp_path / "plain", settings=Settings(boundaries="embedded-admin2"))
    record = json.loads((tmp_path / "plain" / "run.json").read_text(encoding="utf-8"))
    assert record["boundaries"]["admin2"]["approximate"] is True


@pytest.mark.reference
def test_the_tehsils_of_an_installed_set_are_named_areas(reference_dir):
    before = len(full_gazetteer().entries)
    install_boundaries(reference_dir / "boundaries" / "pbs2017_tehsils.zip", name="tehsils")
    after = full_gazetteer()
    assert len(after.entries) > before + 100
    assert all(entry.level == "tehsil" for entry in after.entries if entry.id[:5] == "area:")

"""The atlas: a page for every district, an index that adds up and leads to them."""

from __future__ import annotations

import re

import pytest

from geomap.errors import SettingsError
from geomap.maps.figures import Look
from geomap.maps.static import draw_symbols
from geomap.places.boundaries import load_boundaries
from geomap.publish.atlas import write_atlas
from geomap.publish.atlas_pages import compose_atlas
from geomap.publish.options import ReportOptions
from tests.maps.print_data import frame, incident, mixed
from tests.publish.hostile import hostile_incidents
from tests.publish.pages import Page


def number(cell):
    return int(cell.split(" ")[0].replace(",", ""))


@pytest.fixture(scope="module")
def atlas():
    """Return the atlas of Gilgit-Baltistan, where nothing was, and of what is known of it only."""
    rows = [incident(precision="province", province="PK3"),
            incident(precision="district", district="PK301", province="PK3"),
            *[incident("Quetta")] * 3, incident(precision="country", province=None)]  # fmt: skip
    return compose_atlas(frame(*rows), ReportOptions(), within="PK3")


def test_every_district_of_the_province_has_a_page(atlas):
    units = load_boundaries("embedded-admin2").frame
    codes = set(units.loc[units["province"] == "PK3", "pcode"])
    assert {page.key for page in atlas.pages} == codes
    assert len(atlas.pages) == len(codes)
    names = [page.title for page in atlas.pages]
    assert names == sorted(names)


def test_the_index_adds_up_to_the_incidents_of_the_province(atlas):
    *rows, total = atlas.index
    for at in range(1, 5):
        assert sum(number(row.cells[at]) for row in rows) == number(total.cells[at])
    assert total.cells[1] == "2", "those of other provinces are not in it"
    assert [row.cells[:2] for row in rows if not row.key] == [
        ("In the province, district not known", "1")
    ]


def test_an_atlas_of_a_province_is_dated_by_all_that_was_read():
    late = incident("Quetta", sources=[{"article_id": "a", "published": "2026-03-20"}])
    early = incident("Karachi", province="PK7", sources=[{"published": "2026-01-02"}])
    atlas = compose_atlas(frame(late, early), ReportOptions(), within="PK4")
    assert str(atlas.until) == "2026-03-20"
    assert "2026-03-20" in " ".join(atlas.foot)


def test_a_page_names_the_districts_within_it_in_the_language():
    atlas = compose_atlas(frame(incident("Turbat")), ReportOptions(lang="ur"), within="PK2")
    notes = {page.key: page.note for page in atlas.pages}
    assert notes["PK211"] == "کسی اور ضلع میں دکھائے گئے: تمپ (کیچ میں)۔"
    assert not re.search("[A-Za-z]", "".join(notes.values()))


def test_a_page_without_incidents_says_so_and_has_a_map(atlas):
    empty = [page for page in atlas.pages if page.entries is None]
    assert len(empty) == len(atlas.pages) - 1
    for page in empty:
        assert page.types is None
        assert page.headline.numbers[0].value == "0"
        assert page.picture.png.startswith(b"\x89PNG")


def test_one_file_has_an_index_that_leads_to_each_page(tmp_path):
    write_atlas(mixed(), tmp_path / "a.html", within="PK4", lang="ur")
    page = Page((tmp_path / "a.html").read_text(encoding="ascii"))
    ids = {one["id"] for _, one in page.elements if "id" in one}
    links = {one["href"] for one in page.named("a")}
    assert links == {"#PK401", "#index"}
    assert {link[1:] for link in links} <= ids
    assert page.named("html") == [{"lang": "ur", "dir": "rtl"}]
    assert page.named("script") == page.named("iframe") == []


def test_a_folder_has_files_that_lead_to_each_other_and_repeat(tmp_path):
    for name in ("one", "two"):
        write_atlas(hostile_incidents(), tmp_path / name, within="PK4", title="<script>")
    files = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    index, own = (Page(files[name].decode("ascii")) for name in ("index.html", "PK401.html"))
    assert [one["href"] for one in index.named("a")] == ["PK401.html"]
    assert [one["href"] for one in own.named("a")] == ["index.html"]
    assert own.named("script") == []
    assert "<script>" in own.text


@pytest.mark.parametrize(
    ("path", "within", "words"),
    [
        ("a.docx", None, "an atlas is written as .html, .pdf, or into a folder"),
        ("a.html", "PK99", "within is 'PK99'; it must be a province, one of PK1"),
        ("a.html", "PK226", "within is 'PK226'; it must be a province"),
    ],
)
def test_what_is_not_allowed_is_refused_in_one_line(tmp_path, path, within, words):
    with pytest.raises(SettingsError, match=re.escape(words)):
        write_atlas(mixed(), tmp_path / path, within=within)


def test_a_map_of_a_district_shows_it_and_counts_its_incidents_alone():
    figure = draw_symbols(mixed(), look=Look(size="column", within="PK226"))
    assert figure.title == "Incidents by place: Quetta"
    assert figure.notes[0].startswith("Of 4 incidents: 4 at their place.")
    with pytest.raises(SettingsError, match="or a district of embedded-admin2"):
        draw_symbols(mixed(), look=Look(within="PK999"))

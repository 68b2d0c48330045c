"""The commands ``geomap boundaries``, and the four reference files."""

import re

import numpy as np
import pytest
import shapely
from typer.testing import CliRunner

from geomap.cli_boundaries import boundaries as app
from geomap.places.boundaries import boundary_record, list_boundaries, load_boundaries
from geomap.places.boundary_check import check_areas
from geomap.places.boundary_install import InstallOptions, install_boundaries, use_boundaries
from geomap.places.boundary_store import named_areas
from geomap.places.gazetteer import load_gazetteer
from geomap.places.vintages import fold_codes
from tests.conftest import ROOT
from tests.places.boundary_samples import frame, user_folder

__all__ = ["user_folder"]

pytestmark = pytest.mark.usefixtures("user_folder")
DOCS = (ROOT / "docs" / "boundaries.md").read_text(encoding="utf-8")
METRES = "EPSG:32642"


def call(*words):
    """Run the command; an error is raised as it is for the program to report."""
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def sample(tmp_path):
    columns = {
        "district": ["Kech", "Panjgur", "Nowhere\nelse\x1b[2J", "Jammu & Kashmir"],
        "province": ["Balochistan"] * 3 + [""],
    }
    path = tmp_path / "three.geojson"
    frame(columns).to_file(path, driver="GeoJSON")
    return path


def test_install_says_what_it_did(sample):
    said = call("install", sample, "--name", "mine", "--match", "Panjgur=PK224")
    assert said.exit_code == 0
    assert said.stdout == ""
    assert "installed mine: 2 units of level admin2 from 4 features" in said.stderr
    assert "not used: Nowhere else" in said.stderr
    assert "left out: Jammu & Kashmir" in said.stderr
    assert "licence: not stated" in said.stderr
    assert "\x1b" not in said.stderr
    assert all(line.startswith("geomap: ") for line in said.stderr.splitlines())


def test_list_show_use_and_remove(sample):
    call("install", sample, "--name", "mine", "--licence", "CC0", "--vintage", "2020")
    assert "mine now serves admin2" in call("use", "mine").stderr
    rows = [line.split("\t") for line in call("list").stdout.splitlines()]
    assert rows[0] == ["in_use", "name", "level", "vintage", "units", "licence", "title"]
    assert ["*admin2", "mine", "admin2", "2020", "2", "CC0", "three"] in rows
    assert ["*admin1", "embedded-admin1"] in [row[:2] for row in rows]
    shown = call("show", "mine").stdout
    assert "Tump, shown within Kech" in shown
    assert "no unit of Pakistan" in shown
    assert "removed mine" in call("remove", "mine").stderr
    assert list_boundaries() == ["embedded-admin1", "embedded-admin2"]


def test_show_prints_embedded_sets_too():
    assert "approximate\tTrue" in call("show", "embedded-admin2").stdout


@pytest.mark.parametrize("name", ["list", "show", "install", "use", "remove"])
def test_every_command_has_help_with_an_example_and_is_in_the_docs(name):
    said = call(name, "--help")
    assert f"Example: geomap boundaries {name}" in said.stdout
    assert f"geomap boundaries {name}" in DOCS


def test_a_match_that_is_none_is_refused(sample):
    with pytest.raises(ValueError, match="must be NAME=P-CODE"):
        call("install", sample, "--match", "Panjgur")


FILES = {
    "cod": ("cod_ab_2022_adm2.geojson", "admin2", 160, 161),
    "osm": ("osm_2023census_districts.topojson", "admin2", 156, 156),
    "tehsils": ("pbs2017_tehsils.zip", "admin3", 553, 554),
    "geoboundaries-file": ("geoboundaries_gbopen_adm1.geojson", "admin1", 7, 7),
}
MATCH = {"tehsils": {"SHAHDAD KOT": "PK709"}}


def install(reference_dir, name):
    more = InstallOptions(match=MATCH.get(name, {}))
    return install_boundaries(reference_dir / "boundaries" / FILES[name][0], name=name, more=more)


@pytest.mark.reference
@pytest.mark.parametrize("name", FILES)
def test_the_reference_files_install(reference_dir, name):
    _, level, units, features = FILES[name]
    record = install(reference_dir, name)
    assert (record["level"], record["count"], record["features"]) == (level, units, features)
    assert record["unmatched"] == []
    left_out = {"cod": ["Jammu & Kashmir"], "tehsils": ["DISPUTED TERRITORY"]}
    assert [entry["name"] for entry in record["left_out"]] == left_out.get(name, [])
    found = load_boundaries(name).frame
    assert found.geometry.is_valid.all()
    assert found["pcode"].is_unique
    shapes = found.geometry.to_numpy()
    overlap = shapely.area(shapes).sum() - shapely.union_all(shapes).area
    assert overlap == pytest.approx(0, abs=1e-7)
    for what in ("degenerate_rings", "invalid", "winding"):
        if what in record["repairs"]:
            said = f"{what.replace('_', ' ')} {record['repairs'][what]}"
            assert said in DOCS, f"docs/boundaries.md: {name} has {said}"


@pytest.mark.reference
@pytest.mark.parametrize("name", ["cod", "osm", "tehsils"])
def test_every_area_far_from_the_census_is_explained_in_the_docs(reference_dir, name):
    install(reference_dir, name)
    far = [check for check in check_areas(load_boundaries(name, level="admin2")) if check.is_far]
    section = DOCS.partition(f"### `{FILES[name][0]}`")[2].partition("\n#")[0]
    listed = re.findall(
        r"^\| ([A-Z][^|]*?) \| ([\d,]+) \| ([\d,]+) \| ([\d.]+) \| \S", section, re.MULTILINE
    )
    wanted = [
        (one.name, f"{one.area_km2:,.0f}", f"{one.census_km2:,}", f"{one.ratio:.2f}") for one in far
    ]
    assert listed == wanted


@pytest.mark.reference
def test_a_tehsil_set_names_areas_and_makes_districts(reference_dir):
    record = install(reference_dir, "tehsils")
    areas = named_areas("tehsils")
    assert len(areas) == record["count"]
    gwadar = next(area for area in areas if area.name == "Gwadar")
    assert gwadar.district == "PK205"
    use_boundaries("tehsils", level="admin2")
    assert load_boundaries().level == "admin2"
    assert len(load_boundaries().frame) == 141


@pytest.mark.reference
def test_places_of_the_gazetteer_lie_in_their_district(reference_dir):
    install(reference_dir, "cod")
    units = load_boundaries("cod").frame
    places = [
        place
        for place in load_gazetteer().entries
        if place.country == "PK"
        and place.lon is not None
        and place.admin2_pcode
        and place.level in {"settlement", "site", "tehsil"}
    ]
    codes = fold_codes([place.admin2_pcode for place in places], units["pcode"])
    assert None not in codes
    shapes = units.to_crs(METRES).set_index("pcode").geometry
    points = frame(
        {"row": codes}, [shapely.Point(place.lon, place.lat) for place in places]
    ).to_crs(METRES)
    away = np.array(
        [shapes[code].distance(point) for code, point in zip(codes, points.geometry, strict=True)]
    )
    assert (away == 0).mean() >= 0.93
    assert (away <= 5000).mean() >= 0.985
    for place, metres in zip(places, away, strict=True):
        if metres > 15_000:
            assert place.name in DOCS, f"explain {place.name} in docs/boundaries.md"


@pytest.mark.reference
def test_the_record_of_a_zip_has_the_licence_in_it(reference_dir):
    record = install(reference_dir, "tehsils")
    assert (record["licence"], record["licence_basis"]) == ("MIT License", "file")
    assert boundary_record("tehsils")["vintage"] == "2017"

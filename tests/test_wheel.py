"""The wheel, unpacked outside the checkout, holds and finds all that a run needs."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import zipfile

import pytest

import geomap
from tests.conftest import ROOT
from tests.runs import QUETTA, contents

pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("hatchling", "pip")),
    reason="building the wheel needs pip and hatchling: pip install -e '.[dev]'",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", folder]
    subprocess.run([sys.executable, "-m", "pip", "wheel", ROOT, *options], check=True)
    (path,) = folder.glob("geomap_pk-*.whl")
    return path


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def shipped(folder):
    """Return the files below a folder of the checkout that git would keep."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_is_named_after_the_distribution(wheel):
    assert wheel.name == f"geomap_pk-{geomap.__version__}-py3-none-any.whl"


def test_the_wheel_holds_the_package_and_its_data(unpacked):
    inside = shipped(unpacked / "geomap")
    assert shipped(ROOT / "geomap") <= inside
    assert "py.typed" in inside
    assert any(name.startswith("data/") for name in inside)
    assert any(name.startswith("maps/web/") for name in inside)
    boundaries = shipped(ROOT / "boundaries")
    assert {"registry.json", "units.csv", "districts.geojson", "provinces.geojson"} <= boundaries
    assert boundaries <= shipped(unpacked / "geomap" / "_boundaries")


def test_the_wheel_holds_nothing_else(unpacked):
    names = {path.name for path in unpacked.iterdir()}
    assert names == {"geomap", f"geomap_pk-{geomap.__version__}.dist-info"}
    licences = unpacked / f"geomap_pk-{geomap.__version__}.dist-info" / "licenses"
    assert {path.name for path in licences.iterdir()} == {"LICENSE", "NOTICE"}
    entry = (licences.parent / "entry_points.txt").read_text(encoding="utf-8")
    assert "geomap = geomap.cli:main" in entry


def test_the_wheel_maps_a_text_file_outside_the_checkout(unpacked, tmp_path):
    (tmp_path / "report.txt").write_text(QUETTA, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    options = {"cwd": tmp_path, "env": environment, "capture_output": True, "text": True}
    code = "import geomap; print(geomap.__file__)"
    found = subprocess.run([sys.executable, "-c", code], check=True, **options)
    assert found.stdout.startswith(str(unpacked))
    command = [sys.executable, "-m", "geomap", "run", "report.txt", "-o", "out"]
    done = subprocess.run(command, check=False, **options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = contents(tmp_path / "out")
    assert len(written) == 16
    assert b"Quetta" in written["districts.csv"]
    assert json.loads(written["run.json"])["counts"]["incidents"] == 1

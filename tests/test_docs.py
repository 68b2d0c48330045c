"""What the documentation shows: pictures, links between pages, the notebook."""

from __future__ import annotations

import importlib.util
import re
import sys

import nbformat
import pytest
from PIL import Image

from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("docs_build", DOCS / "build.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_to_files(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_gallery_shows_every_picture_with_a_text_and_is_small(build):
    text = (DOCS / "gallery.md").read_text(encoding="utf-8")
    shown = {path: alt for alt, path in PICTURE.findall(text)}
    made = {f"gallery/{name}.png" for name in (*build.SHOTS, *build.PAPER)}
    assert set(shown) == made == {f"gallery/{path.name}" for path in build.PICTURES.glob("*.png")}
    assert all(len(alt) > 30 for alt in shown.values())
    assert sum((DOCS / path).stat().st_size for path in shown) < 1_000_000


@pytest.mark.parametrize("part", [1, 3])
def test_a_picture_keeps_the_colours_of_its_legend(build, tmp_path, part):
    colours = ["#0b5fa5", "#c23b12", "#8a2a7c", "#1b7556"]
    image = Image.effect_mandelbrot((90, 60), (-2, -1, 1, 1), 30).convert("RGB")
    for at, colour in enumerate(colours):
        image.paste(colour, (at * 15, 0, at * 15 + 12, 12))
    image.save(tmp_path / "whole.png")
    build.shrink(tmp_path / "whole.png", tmp_path / "small.png", part=part)
    with Image.open(tmp_path / "small.png") as made:
        assert made.size == (90 // part, 60 // part)
        small = made.convert("RGB")
    for at, colour in enumerate(colours):
        wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
        got = small.getpixel(((at * 15 + 6) // part, 6 // part))
        assert all(abs(a - b) < 16 for a, b in zip(wanted, got, strict=True)), colour


def test_the_notebook_is_run_and_holds_no_trace_of_when_and_where():
    path = DOCS / "example.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    codes = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in codes] == list(range(1, len(codes) + 1))
    assert all(cell.outputs for cell in codes)
    assert set(notebook.metadata) == {"kernelspec"}
    assert all("execution" not in cell.metadata for cell in codes)
    text = path.read_text(encoding="utf-8")
    assert not re.search(r" at 0x[0-9a-f]+|/(?:home|root|tmp|Users)/", text)
    assert len(text) < 1_000_000

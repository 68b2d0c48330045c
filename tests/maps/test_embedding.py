"""The page inside other pages: sandboxed frames, a notebook, several maps."""

from __future__ import annotations

import html
import re
import sys

import pytest

from geomap.maps.incident_map import draw_map
from tests.maps.samples import sample_incidents

pytestmark = pytest.mark.browser

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"


def outer(tmp_path, *frames):
    path = tmp_path / "outer.html"
    path.write_text(
        '<!DOCTYPE html><html lang="en"><title>Outer</title><body style="width:1000px">'
        + "".join(frames),
        encoding="utf-8",
    )
    return path


def frame(**attributes):
    words = " ".join(f'{name}="{html.escape(value)}"' for name, value in attributes.items())
    return f'<iframe {words} width="900" height="500"></iframe>'


def complaints(seen):
    """Return what was said that is not about what the frame's attributes forbid."""
    return [text for text in seen.errors if not re.search("sandbox|allowfullscreen", text)]


def use(inner):
    """Filter, open and download in a framed page."""
    assert "26 of 26 shown" in inner.locator(".gm-count").inner_text()
    inner.get_by_role("searchbox").fill("sukkur")
    inner.locator(".gm-count", has_text="1 of 26 shown").wait_for()
    inner.locator(".gm-list .gm-row").first.click()
    inner.locator(".gm-card .gm-sources a").wait_for()


@pytest.mark.parametrize("way", ["file", "srcdoc"])
def test_it_works_in_a_sandboxed_frame(visit, tmp_path, sample_file, way):
    content = sample_file.read_text(encoding="ascii")
    source = {"src": sample_file.as_uri()} if way == "file" else {"srcdoc": content}
    seen = visit(outer(tmp_path, frame(sandbox=SANDBOX, **source)), ready=False)
    inner = seen.page.frame_locator("iframe")
    use(inner)
    seen.page.wait_for_timeout(300)  # the address is written meanwhile, or not
    with seen.page.expect_download() as wait:
        inner.get_by_role("button", name="CSV").click()
    assert "inc-0026" in wait.value.path().read_text(encoding="utf-8")
    with seen.page.context.expect_page() as wait:
        inner.locator(".gm-card .gm-sources a").first.click()
    assert wait.value.evaluate("() => window.opener") is None
    assert complaints(seen) == []


def test_two_maps_stand_in_one_page(visit, tmp_path, sample_file, urdu_file):
    frames = [frame(src=path.as_uri()) for path in (sample_file, urdu_file)]
    seen = visit(outer(tmp_path, *frames), ready=False)
    english, urdu = (seen.page.frame_locator("iframe").nth(k) for k in (0, 1))
    use(english)
    assert "26 میں سے 26" in urdu.locator(".gm-count").inner_text()
    assert seen.errors == []


def test_two_maps_of_one_figure_keep_apart(visit, tmp_path):
    """Both as ``_repr_html_`` gives them, which is what a notebook shows."""
    maps = [draw_map(sample_incidents(), title=name)._repr_html_() for name in ("One", "Two")]
    seen = visit(outer(tmp_path, *(f"<div>{one}</div>" for one in maps)), ready=False)
    for position, name in enumerate(("One", "Two")):
        inner = seen.page.frame_locator("iframe").nth(position)
        assert inner.locator("h1").inner_text() == name
    assert complaints(seen) == []


def test_a_notebook_shows_the_map(visit, tmp_path, monkeypatch):
    nbformat = pytest.importorskip("nbformat")
    nbconvert = pytest.importorskip("nbconvert")
    from nbconvert.preprocessors import ExecutePreprocessor

    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    points = "geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([67], [30]), crs=4326)"
    code = f"import geopandas, geomap\ngeomap.draw_map({points}, title='In a notebook')"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code, id="only")])
    run = ExecutePreprocessor(timeout=120, kernel_name="python3")
    run.preprocess(notebook, {"metadata": {"path": str(tmp_path)}})
    body, _ = nbconvert.HTMLExporter(template_name="basic").from_notebook_node(notebook)
    (tmp_path / "notebook.html").write_text(body, encoding="utf-8")
    seen = visit(tmp_path / "notebook.html", ready=False)
    inner = seen.page.frame_locator("iframe")
    assert inner.locator("h1").inner_text() == "In a notebook"
    assert "1 of 1 shown" in inner.locator(".gm-count").inner_text()
    assert sys.version_info >= (3, 11)

"""The page inside other pages: sandboxed frames, a notebook, several maps."""

from __future__ import annotations

import html
import re
import shutil
import sys

import pytest

from geomap.maps.frame import SANDBOX
from geomap.maps.incident_map import CONTROLS, draw_map
from geomap.publish.embed import write_embed
from tests.conftest import ROOT
from tests.maps.page import saved
from tests.maps.samples import sample_incidents

pytestmark = pytest.mark.browser


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


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    """Return what `write_embed` gives for the sample, written once."""
    return write_embed(sample_incidents(), tmp_path_factory.mktemp("embed"), title="A sample")


def search(inner, text):
    """Search in the lean page of a frame, whose panel is shut at first."""
    inner.get_by_role("button", name="Search and filters").click()
    inner.get_by_role("searchbox").fill(text)


def points(inner):
    """Return how many incidents the marks of a framed map stand for."""
    return inner.locator(".gm").evaluate(
        "() => geomap.pages[0].incidents.marks.reduce((sum, mark) => sum + mark.count, 0)"
    )


@pytest.mark.parametrize("way", ["frame", "srcdoc"])
def test_the_snippet_shows_a_working_map_in_a_plain_page(visit, embedded, way):
    seen = visit(outer(embedded.folder, getattr(embedded, way)), ready=False)
    box = seen.page.locator("iframe")
    assert box.bounding_box()["width"] == 1000
    assert box.bounding_box()["height"] == 520
    inner = seen.page.frame_locator("iframe")
    assert inner.locator("h1").inner_text() == "A sample"
    assert "26 of 26 shown" in inner.locator(".gm-count").inner_text()
    drawn = points(inner)
    assert drawn == sample_incidents()["precision"].isin(["site", "settlement", "near"]).sum()
    search(inner, "quetta")
    inner.locator(".gm-count", has_text="3 of 26 shown").wait_for()
    assert points(inner) == 3
    seen.page.wait_for_timeout(300)  # the address is written meanwhile, or not
    assert inner.locator(".gm").evaluate("() => geomap.pages[0].state.memory").endswith("q=quetta")
    assert inner.locator(".gm").evaluate("() => window.origin") == "null", "no rights of the host"
    with seen.page.context.expect_page() as wait:
        inner.locator(".gm").evaluate("() => geomap.pages[0].openMembers([0])")
        inner.locator(".gm-sources a").first.click()
    assert wait.value.evaluate("() => window.opener") is None
    assert seen.errors == []
    files = [url for url in seen.requests if url.startswith("file:")]
    assert len(files) == len(seen.requests) == (2 if way == "frame" else 1), seen.requests


def test_a_frame_opens_in_the_state_of_its_address(visit, embedded):
    frame = embedded.frame.replace(
        "embed.html", "embed.html#q=sukkur&areas=incidents,number,district"
    )
    seen = visit(outer(embedded.folder, frame), ready=False)
    inner = seen.page.frame_locator("iframe")
    inner.locator(".gm-count", has_text="1 of 26 shown").wait_for()
    assert inner.locator(".gm").evaluate("() => geomap.pages[0].choropleth.isOn")
    assert seen.errors == []


def test_two_snippets_stand_in_one_page(visit, embedded, urdu_file):
    second = embedded.frame.replace("embed.html", urdu_file.as_uri())
    seen = visit(outer(embedded.folder, embedded.srcdoc, embedded.frame, second), ready=False)
    one, two, urdu = (seen.page.frame_locator("iframe").nth(k) for k in range(3))
    search(two, "sukkur")
    two.locator(".gm-count", has_text="1 of 26 shown").wait_for()
    assert "26 of 26 shown" in one.locator(".gm-count").inner_text()
    seen.page.locator("iframe").nth(2).scroll_into_view_if_needed()
    urdu.locator("h1", has_text="فرضی نمونہ").wait_for()
    assert "26 میں سے 26" in urdu.locator(".gm-count").inner_text()
    assert seen.errors == []


def test_a_frame_fits_a_phone_and_filters_leave_the_map_in_sight(visit, embedded):
    path = embedded.folder / "phone.html"
    head = '<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width">'
    path.write_text(f"{head}<title>Phone</title><body>{embedded.frame}", encoding="utf-8")
    seen = visit(path, ready=False, width=360, height=640)
    box = seen.page.locator("iframe").bounding_box()
    assert box["width"] == 360 - 16
    assert box["height"] == pytest.approx(480, abs=1)
    inner = seen.page.frame_locator("iframe")
    search(inner, "sukkur")
    inner.locator(".gm-filters > summary").click()
    inner.locator(".gm-count", has_text="1 of 26 shown").wait_for()
    assert inner.locator(".gm-stage").bounding_box()["height"] > 100
    wide = inner.locator(".gm").evaluate("() => document.documentElement.scrollWidth")
    assert wide == 344
    assert seen.errors == []


def test_the_picture_leads_to_the_map(visit, embedded):
    seen = visit(outer(embedded.folder, embedded.picture), ready=False)
    image = seen.page.get_by_role("img", name=embedded.alt)
    assert image.evaluate("node => node.complete && node.naturalWidth") == 1020
    assert image.bounding_box()["width"] == 510
    image.click()
    seen.page.locator(".gm[data-ready]").wait_for()


PARTS = {
    "search": ".gm-form input[type=search]",
    "filters": ".gm-filters",
    "list": ".gm-list",
    "download": ".gm-downloads",
    "timeline": ".gm-track",
    "layers": ".gm-layers",
    "legend": ".gm-legend",
}


@pytest.mark.parametrize("names", [None, [], ["list"], ["download"], ["filters", "timeline"],
                                   ["search", "layers"], ["legend"]])  # fmt: skip
def test_a_page_has_the_controls_that_were_asked_for(visit, tmp_path, names):
    assert set(PARTS) == set(CONTROLS)
    seen = visit(saved(tmp_path, sample_incidents(), title="Lean", controls=names))
    page = seen.page
    wanted = CONTROLS if names is None else names
    panel = bool({"search", "filters", "list", "download"} & set(wanted))
    assert page.locator(".gm-toggle").count() == panel
    if panel and page.locator(".gm-panel").is_hidden():
        page.locator(".gm-toggle").click()
    for name, part in PARTS.items():
        assert page.locator(part).count() == (name in wanted), name
        assert not page.locator(part).count() or page.locator(part).is_visible(), name
    assert page.locator(".gm-panel").is_visible() == panel
    if names == ["download"]:
        assert page.locator(".gm-toggle").inner_text() == "Hide download"
    stage = page.locator(".gm-stage").bounding_box()
    assert stage["width"] == (950 if panel else 1280)
    assert "26 of 26 shown" in page.locator(".gm-count").inner_text()
    for text in ("Boundaries are indicative", "Data and sources", "Main figures in words"):
        assert text in page.locator(".gm-foot").inner_text()
    page.emulate_media(media="print")
    page.emulate_media(media="screen", color_scheme="dark")
    seen.assert_quiet()


def test_filters_are_taken_back_where_nothing_can_be_searched(visit, tmp_path):
    path = saved(tmp_path, sample_incidents(), controls=["filters"])
    seen = visit(path, fragment="#event_type=Riots")
    page = seen.page
    assert "1 of 26 shown" in page.locator(".gm-count").inner_text()
    page.locator(".gm-toggle").click()
    page.locator(".gm-reset").click()
    page.locator(".gm-count", has_text="26 of 26 shown").wait_for()
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"
    seen.assert_quiet()


@pytest.mark.parametrize("names", [["list"], ["legend"]])
def test_filters_of_a_link_are_taken_back_on_any_page(visit, tmp_path, names):
    path = saved(tmp_path, sample_incidents(), controls=names)
    seen = visit(path, fragment="#event_type=Riots")
    page = seen.page
    assert "1 of 26 shown" in page.locator(".gm-count").inner_text()
    page.locator(".gm-reset").click()
    page.locator(".gm-count", has_text="26 of 26 shown").wait_for()
    assert page.locator(".gm-reset").is_hidden()
    assert page.evaluate("() => document.activeElement.className.includes('leaflet')")
    seen.assert_quiet()


def test_two_maps_of_one_figure_keep_apart(visit, tmp_path):
    """Both as ``_repr_html_`` gives them, which is what a notebook shows."""
    maps = [draw_map(sample_incidents(), title=name)._repr_html_() for name in ("One", "Two")]
    seen = visit(outer(tmp_path, *(f"<div>{one}</div>" for one in maps)), ready=False)
    for position, name in enumerate(("One", "Two")):
        outside = seen.page.locator("iframe").nth(position)
        assert outside.get_attribute("title") == name
        assert outside.get_attribute("sandbox") == SANDBOX
        outside.scroll_into_view_if_needed()
        inner = seen.page.frame_locator("iframe").nth(position)
        assert inner.locator("h1").inner_text() == name
    assert seen.errors == []


@pytest.fixture
def execute(tmp_path, monkeypatch):
    """Return a function that runs a notebook in a folder of its own and returns it."""
    pytest.importorskip("nbconvert")
    from nbconvert.preprocessors import ExecutePreprocessor

    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("PYDEVD_DISABLE_FILE_VALIDATION", "1")

    def run(notebook, folder=tmp_path):
        runs = ExecutePreprocessor(timeout=120, kernel_name="python3")
        runs.preprocess(notebook, {"metadata": {"path": str(folder)}})
        return notebook

    return run


def as_page(notebook, path):
    """Write a notebook as a page, as those who hand notebooks on do."""
    nbconvert = pytest.importorskip("nbconvert")
    body, _ = nbconvert.HTMLExporter(template_name="basic").from_notebook_node(notebook)
    path.write_text(f'<!DOCTYPE html><html lang="en">{body}', encoding="utf-8")
    return path


def test_a_notebook_shows_the_map(visit, execute, tmp_path):
    nbformat = pytest.importorskip("nbformat")
    points = "geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([67], [30]), crs=4326)"
    code = f"import geopandas, geomap\ngeomap.draw_map({points}, title='In a notebook')"
    cell = nbformat.v4.new_code_cell(code, id="only")
    notebook = execute(nbformat.v4.new_notebook(cells=[cell]))
    seen = visit(as_page(notebook, tmp_path / "notebook.html"), ready=False)
    inner = seen.page.frame_locator("iframe")
    assert inner.locator("h1").inner_text() == "In a notebook"
    assert "1 of 1 shown" in inner.locator(".gm-count").inner_text()
    assert sys.version_info >= (3, 11)


def results(notebook):
    """Return what each cell of a notebook gives as text, and as which kinds of data."""
    found = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type == "execute_result", (cell.id, output)
            kinds = sorted(output.data)
            found[cell.id] = (kinds, "" if "image/png" in kinds else output.data["text/plain"])
    return found


def test_the_example_notebook_runs_and_its_map_works(visit, execute, tmp_path):
    nbformat = pytest.importorskip("nbformat")
    path = ROOT / "docs" / "example.ipynb"
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "docs").mkdir()
    notebook = execute(nbformat.read(path, as_version=4), tmp_path / "docs")
    assert results(notebook) == results(nbformat.read(path, as_version=4)), "run make gallery"
    assert list((tmp_path / "docs").iterdir()) == [], "the example leaves nothing behind"
    seen = visit(as_page(notebook, tmp_path / "example.html"), ready=False)
    page = seen.page
    assert page.locator("table").count() == 3
    charts = page.locator("img")
    assert charts.count() == 2
    assert all(image.get_attribute("alt").startswith("Incidents ") for image in charts.all())
    inner = page.frame_locator("iframe")
    inner.locator(".gm[data-ready]").wait_for()
    assert inner.locator("h1").inner_text() == "Incidents in the example reports"
    search(inner, "loralai")
    inner.locator(".gm-count", has_text="1 of 32 shown").wait_for()
    assert points(inner) == 1
    assert seen.errors == []
    assert len(seen.requests) == 1, seen.requests

"""The report in Chromium: the map in it works, nothing overflows, it prints on A4."""

from __future__ import annotations

import re

import pytest

from geomap.publish import pdf
from geomap.publish.atlas import write_atlas
from geomap.publish.report import write_report
from tests.browser import missing
from tests.maps.samples import sample_incidents
from tests.publish.hostile import hostile_incidents

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "r.html"
    write_report(sample_incidents(), path, title="Invented sample")
    return path


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "hostile.html"
    write_report(hostile_incidents(), path)
    return path


def the_map(seen):
    """Scroll to the map and return it when it is open; a frame out of sight may be asleep."""
    seen.page.locator("iframe").scroll_into_view_if_needed()
    inner = seen.page.frame_locator("iframe")
    inner.locator(".gm[data-ready]").wait_for()
    return inner


def test_the_map_in_the_report_works(visit, report_file):
    seen = visit(report_file, ready=False)
    inner = the_map(seen)
    assert "26 of 26 shown" in inner.locator(".gm-count").inner_text()
    inner.get_by_role("searchbox").fill("sukkur")
    inner.locator(".gm-count", has_text="1 of 26 shown").wait_for()
    inner.locator(".gm-list .gm-row").first.click()
    inner.locator(".gm-card .gm-sources a").wait_for()
    assert seen.errors == []
    assert [one for one in seen.requests if one != "about:srcdoc"] == [report_file.as_uri()]


def test_hostile_text_runs_nothing(visit, hostile_file):
    # The frame allows no dialogs: an alert that somebody got to run would be a console error.
    seen = visit(hostile_file, ready=False)
    the_map(seen)
    seen.page.wait_for_timeout(300)
    assert seen.errors == []
    assert [one for one in seen.requests if one != "about:srcdoc"] == [hostile_file.as_uri()]


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("name", ["report_file", "hostile_file"])
def test_the_page_is_never_wider_than_the_window(request, visit, name, width):
    seen = visit(request.getfixturevalue(name), ready=False, width=width)
    wide = "() => [document.documentElement.scrollWidth, window.innerWidth]"
    assert seen.page.evaluate(wide) == [width, width]
    overlaps = seen.page.evaluate(
        """() => {
            const parts = "section > *, .numbers > div, .entries > li";
            const boxes = [...document.querySelectorAll(parts)]
                .map(one => [one, one.getBoundingClientRect()]);
            return boxes.flatMap(([a, p]) => boxes.filter(([b, q]) =>
                a !== b && !a.contains(b) && !b.contains(a) && p.width && q.width
                && p.left < q.right - 1 && q.left < p.right - 1
                && p.top < q.bottom - 1 && q.top < p.bottom - 1)).length;
        }"""
    )
    assert overlaps == 0


def test_axe_finds_nothing(visit, tmp_path):
    from axe_playwright_python.sync_playwright import Axe

    write_report(sample_incidents(), tmp_path / "en.html", interactive=False)
    write_report(sample_incidents(), tmp_path / "ur.html", interactive=False, lang="ur")
    write_atlas(sample_incidents(), tmp_path / "atlas.html", within="PK4")
    for name in ("en.html", "ur.html", "atlas.html"):
        for scheme in ("light", "dark"):
            seen = visit(tmp_path / name, ready=False, color_scheme=scheme, bypass_csp=True)
            found = Axe().run(seen.page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_on_paper_the_map_for_print_stands_for_the_interactive_one(visit, report_file):
    seen = visit(report_file, ready=False)
    assert not seen.page.locator(".for-print").is_visible()
    seen.page.emulate_media(media="print")
    assert seen.page.locator(".for-print img").is_visible()
    assert not seen.page.locator("iframe").is_visible()


def test_a_pdf_is_the_same_each_time_tagged_and_of_a4(tmp_path):
    if pdf.find_browser() is None:
        missing("no Chromium is installed: install it to test PDF")
    contents = []
    for name in ("one.pdf", "two.pdf"):
        write_report(sample_incidents(), tmp_path / name, title="Invented sample")
        contents.append((tmp_path / name).read_bytes())
    assert contents[0] == contents[1]
    assert contents[0].startswith(b"%PDF-")
    assert b"/MarkInfo" in contents[0]
    sizes = {tuple(map(float, one)) for one in re.findall(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", contents[0])}  # fmt: skip
    assert sizes
    assert all(abs(w - 595) < 1 and abs(h - 842) < 1 for w, h in sizes)
    dates = set(re.findall(rb"/(?:CreationDate|ModDate) \((.*?)\)", contents[0]))
    assert dates == {b"D:20260206000000+00'00'"}


def test_a_map_whose_frame_gets_its_width_late_opens_as_any_other(visit, tmp_path, report_file):
    hidden = tmp_path / "hidden.html"
    text = report_file.read_text(encoding="ascii").replace(' loading="lazy"', "")
    hidden.write_text(
        text.replace("</head>", "<style>.live { display: none; }</style></head>"), encoding="ascii"
    )
    seen = visit(hidden, ready=False)
    seen.page.wait_for_timeout(300)
    seen.page.evaluate("() => { document.querySelector('iframe').style.display = 'block'; }")
    inner = the_map(seen)
    assert inner.locator(".gm").get_attribute("data-panel") == "open"
    assert inner.locator(".gm-list .gm-row").first.is_visible()

"""HTML, Markdown and Word: what is in the files, with hostile text in every field."""

from __future__ import annotations

import html
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from geomap.maps.texts import web_link
from geomap.publish.blocks import Picture
from geomap.publish.content import compose
from geomap.publish.docx import write_docx
from geomap.publish.markdown import write_markdown
from geomap.publish.options import ReportOptions
from geomap.publish.report import write_report
from tests.maps.print_data import frame, incident, mixed
from tests.publish.hostile import LINKS, hostile_incidents
from tests.publish.pages import Page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OWN_TAGS = {
    "html", "head", "meta", "title", "link", "style", "body", "header", "h1", "h2", "h3", "p",
    "nav", "ul", "li", "a", "main", "section", "dl", "div", "dt", "dd", "b", "span", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "bdi", "figure", "img",
    "figcaption", "iframe", "ol", "q",
    "blockquote", "footer",
}  # fmt: skip


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "r.html"
    write_report(hostile_incidents(), path, title="</title><script>alert(1)</script>")
    return path.read_text(encoding="ascii")


@pytest.fixture(scope="module")
def hostile_document():
    return compose(hostile_incidents(), ReportOptions(interactive=False))


def test_hostile_text_makes_no_element_and_no_attribute(hostile_page):
    page = Page(hostile_page)
    assert {tag for tag, _ in page.elements} <= OWN_TAGS
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")}
    assert "alert(1)" in page.text, "it is there, as text"


def test_only_links_to_the_web_are_links_and_they_tell_nothing(hostile_page):
    links = [one for one in Page(hostile_page).named("a") if not one["href"].startswith("#")]
    assert links
    for link in links:
        assert link["href"].startswith("https://news.example/")
        assert link["rel"] == "noopener noreferrer"
    assert [web_link(one) for one in LINKS[:4]] == [None] * 4
    assert web_link(LINKS[4]) == "https://news.example/a%22onclick=%22alert(1)"


def test_the_map_is_in_a_sandbox_and_the_page_runs_only_its_scripts(hostile_page):
    page = Page(hostile_page)
    (frame,) = page.named("iframe")
    assert frame["sandbox"] == (
        "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
    )
    assert frame["title"] == "Map of incidents"
    inner = frame["srcdoc"]
    policy = next(one for one in page.named("meta") if "http-equiv" in one)["content"]
    assert f'content="{html.escape(policy, quote=False)}"' in inner, "both allow the same"
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert re.search(r"script-src [^;]*'unsafe-inline'", policy) is None
    assert page.named("script") == []


def test_a_static_report_lets_no_script_run(tmp_path):
    write_report(mixed(), tmp_path / "r.html", interactive=False)
    page = Page((tmp_path / "r.html").read_text(encoding="ascii"))
    policy = next(one for one in page.named("meta") if "http-equiv" in one)["content"]
    assert "script-src" not in policy
    assert page.named("iframe") == []
    assert page.named("img")
    assert all(one["alt"] and one["src"].startswith("data:image/png") for one in page.named("img"))


def test_nothing_is_loaded_from_anywhere(hostile_page):
    page = Page(hostile_page)
    for _, attributes in page.elements:
        for name in ("src", "srcset", "data", "action", "poster"):
            assert (attributes.get(name) or "data:").startswith("data:")
    assert "url(" not in re.sub(r'srcdoc="[^"]*"', "", hostile_page)


def test_markdown_has_no_markup_of_others(tmp_path, hostile_document):
    write_markdown(hostile_document, tmp_path / "r.md")
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert re.findall(r"(?<!\\)<(?!https://|r_files/)[^>]*>", text) == []
    targets = re.findall(r"\]\((<[^>]*>)\)", text)
    assert targets
    assert all(one.startswith(("<https://news.example/", "<r_files/")) for one in targets)
    assert re.search(r"(?<!\\)\]\(javascript", text) is None
    assert "\n=" not in text
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        ends = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(ends) == 1, table
    names = {path.name for path in (tmp_path / "r_files").iterdir()}
    assert names == {f"{picture.name}.png" for picture in hostile_document.pictures}


@pytest.fixture(scope="module")
def word_file(tmp_path_factory, hostile_document):
    path = tmp_path_factory.mktemp("word") / "r.docx"
    write_docx(hostile_document, path)
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def word_body(word_file):
    return ET.fromstring(word_file.read("word/document.xml"))  # noqa: S314 - our own file


def test_every_part_of_a_word_file_is_well_formed_and_stamped_alike(word_file):
    assert word_file.testzip() is None
    for info in word_file.infolist():
        assert info.date_time == (2026, 2, 5, 0, 0, 0)
        if info.filename.endswith((".xml", ".rels")):
            ET.fromstring(word_file.read(info.filename))  # noqa: S314
    core = word_file.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-02-05T00:00:00Z"}


def test_a_word_file_has_real_headings(word_body, hostile_document):
    styles = [one.get(f"{W}val") for one in word_body.iter(f"{W}pStyle")]
    assert styles.count("Title") == 1
    assert styles.count("Heading1") == len(hostile_document.sections)
    assert styles.count("Heading2") == 8
    grids = [b for s in hostile_document.sections for b in s.blocks if b.kind == "grid"]
    assert styles.count("Caption") == len(grids) + len(hostile_document.pictures)


def test_the_tables_of_a_word_file_have_header_rows(word_body):
    tables = list(word_body.iter(f"{W}tbl"))
    assert tables
    for table in tables:
        first, *others = table.iter(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)


def test_a_word_file_takes_a_long_title(tmp_path):
    write_report(frame(incident("Quetta")), tmp_path / "r.docx", title="long " * 60)
    with zipfile.ZipFile(tmp_path / "r.docx") as file:
        core = file.read("docProps/core.xml").decode()
        body = file.read("word/document.xml").decode()
    title = "long " * 50 + "long…"
    assert f"<dc:title>{title}</dc:title>" in core
    assert ("long " * 60).strip() in body


def test_the_pictures_of_a_word_file_have_texts(word_body, hostile_document):
    texts = [one.get("descr") for one in word_body.iter() if one.tag.endswith("}docPr")]
    assert texts == [picture.alt for picture in hostile_document.pictures]
    assert all(len(text) > 20 for text in texts)


def test_a_word_file_links_to_the_web_alone(word_file):
    relations = word_file.read("word/_rels/document.xml.rels").decode()
    targets = re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', relations)
    assert targets
    assert all(one.startswith("https://news.example/") for one in targets)


def test_an_urdu_word_file_runs_from_the_right(tmp_path):
    write_report(mixed(), tmp_path / "ur.docx", lang="ur")
    with zipfile.ZipFile(tmp_path / "ur.docx") as file:
        body = ET.fromstring(file.read("word/document.xml"))  # noqa: S314
    paragraphs = [one for one in body.iter(f"{W}p") if "".join(one.itertext()).strip()]
    assert all(one.find(f"{W}pPr/{W}bidi") is not None for one in paragraphs)
    assert all(one.find(f"{W}tblPr/{W}bidiVisual") is not None for one in body.iter(f"{W}tbl"))


def test_pictures_are_png_of_the_size_they_say(hostile_document):
    for picture in hostile_document.pictures:
        assert isinstance(picture, Picture)
        width, height = (int.from_bytes(picture.png[at : at + 4], "big") for at in (16, 20))
        assert (round(picture.width_in * 200), round(picture.height_in * 200)) == pytest.approx(
            (width, height), abs=1
        )

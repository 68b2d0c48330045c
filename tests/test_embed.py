"""What `write_embed` writes for other people's pages."""

from __future__ import annotations

import ast
import html
import json
import re
from html.parser import HTMLParser

import geopandas as gpd
import pandas as pd
import pytest
from PIL import Image

from geomap.errors import RenderError, SchemaError, SettingsError
from geomap.maps.frame import SANDBOX
from geomap.maps.incident_map import CONTROLS, draw_map
from geomap.publish.embed import EMBED_CONTROLS, write_embed
from tests.maps.print_data import frame, incident, mixed
from tests.runs import call, contents, make_reports

__all__ = ["call"]

FILES = ("embed.html", "embed-srcdoc.html", "embed.png", "embed.svg", "embed-snippets.md")
HOSTILE = '"><script>alert(1)</script> ```\n```js\n` ${x} {{ 7 * 7 }} [b](javascript:x) <!-- \\'


class _Tags(HTMLParser):
    """The tags of a text with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def text_of(path):
    return path.read_bytes().decode("ascii")


def tags(text):
    return _Tags(text).tags


def blocks(guide):
    """Return the fenced blocks of the snippets by the heading that they stand under."""
    found, heading, fence = {}, None, None
    for line in guide.splitlines():
        mark = re.match("`{3,}", line)
        if fence is None and line.startswith("## "):
            heading = line.removeprefix("## ")
        elif fence is None and mark:
            fence = mark.group()
            found[heading] = ""
        elif fence is not None and line == fence:
            fence = None
        elif fence is not None:
            found[heading] += line + "\n"
    assert fence is None
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("embed") / "new" / "folder"


@pytest.fixture(scope="module")
def written(folder):
    return write_embed(mixed(), folder, title="March 2025")


def test_everything_stands_in_one_folder(written, folder):
    assert written.files == FILES
    assert sorted(contents(folder)) == sorted(FILES)
    page = text_of(folder / "embed.html")
    assert (
        page == draw_map(mixed(), title="March 2025", controls=EMBED_CONTROLS).get_root().render()
    )
    with Image.open(folder / "embed.png") as image:
        assert image.size == (1020, 1470)
    assert (folder / "embed.svg").read_bytes().startswith(b"<?xml")


def test_the_frame_is_sandboxed_lazy_named_and_as_high_as_the_window_lets_it(written):
    ((tag, attributes),) = tags(written.frame)
    assert tag == "iframe"
    assert attributes == {
        "src": "embed.html",
        "title": "March 2025",
        "width": "100%",
        "height": "520",
        "style": "border:0;width:100%;height:clamp(360px,75vh,520px)",
        "loading": "lazy",
        "sandbox": SANDBOX,
    }
    assert "allow-same-origin" not in SANDBOX


def test_srcdoc_is_the_page_itself(written, folder):
    text = text_of(folder / "embed-srcdoc.html")
    assert text == written.srcdoc + "\n"
    ((_, attributes),) = tags(text)
    assert attributes["srcdoc"] == text_of(folder / "embed.html")
    assert attributes["sandbox"] == SANDBOX


def test_the_alt_text_has_the_main_figures(written):
    table = mixed()
    counted = table[table["kind"].isin(["incident", "multi_site"])]
    killed, injured = (int(counted[f"{name}_best"].sum()) for name in ("fatalities", "injured"))
    assert written.alt.startswith("March 2025. ")
    assert f"Of {len(counted)} incidents:" in written.alt
    assert f"{killed} people killed and {injured} injured" in written.alt
    (_, link), (_, image) = tags(written.picture)
    assert (link["href"], image["src"], image["alt"]) == ("embed.html", "embed.png", written.alt)
    assert (image["width"], image["height"]) == ("1020", "1470")


def test_the_guide_has_a_snippet_for_every_sort_of_page(written, folder):
    guide = (folder / "embed-snippets.md").read_text(encoding="utf-8")
    found = blocks(guide)
    assert found["Web page"] == written.frame + "\n"
    assert found["Picture that leads to the map"] == written.picture + "\n"
    assert found["WordPress"] == f"<!-- wp:html -->\n{written.frame}\n<!-- /wp:html -->\n"
    assert found["Markdown"] == written.markdown + "\n"
    assert f"```{{=html}}\n{written.frame}\n```" in found["Quarto"]
    assert 'when-format="html"}\n![' in found["Quarto"]
    calls = [one for one in ast.walk(ast.parse(found["Jupyter"])) if isinstance(one, ast.Call)]
    assert [one.args[0].value for one in calls] == ["embed.html"]
    for heading in ("Word, slides, PDF", "One tag, no second file"):
        assert f"## {heading}\n" in guide
    assert found[None] == written.alt + "\n"


def test_the_same_table_gives_the_same_bytes(written, folder, tmp_path):
    again = write_embed(mixed(), tmp_path / "embed.html", title="March 2025")
    assert contents(tmp_path) == contents(folder)
    assert (again.frame, again.files) == (written.frame, written.files)


def test_hostile_text_stays_text(tmp_path):
    table = frame(incident("Quetta", place_name=HOSTILE))
    written = write_embed(table, tmp_path, title=HOSTILE)
    ((_, attributes),) = tags(written.frame)
    assert attributes["title"] == written.title == " ".join(HOSTILE.split())
    assert [tag for tag, _ in tags(written.picture)] == ["a", "img"]
    assert "<script" not in written.frame + written.picture + written.markdown
    assert "[b](" not in written.markdown.replace("\\[b\\](", "")
    guide = (tmp_path / "embed-snippets.md").read_text(encoding="utf-8")
    found = blocks(guide)
    assert found["Web page"] == written.frame + "\n"
    assert found[None] == written.alt + "\n"
    outside = guide
    for block in found.values():
        outside = outside.replace(block, "")
    assert "<script" not in outside
    assert "49" not in written.frame


def test_marks_that_turn_text_around_are_taken_out(tmp_path):
    turned = "\u202egnilaer\u2066 a\u2069"
    drawn = draw_map(frame(incident("Quetta", place_name=f"{turned} camp")), title=turned)
    written = write_embed(drawn, tmp_path)
    assert written.title == "gnilaer a"
    assert "gnilaer a camp 1." in written.alt
    assert re.search("[\u202a-\u202e\u2066-\u2069]", written.alt + written.frame) is None
    framed = drawn._repr_html_()
    assert 'title="gnilaer a"' in framed


def test_a_finished_map_is_written_as_it_is(tmp_path):
    drawn = draw_map(mixed(), title="مارچ", lang="ur", controls=[], quotes=False)
    written = write_embed(drawn, tmp_path / "urdu.html")
    page = text_of(tmp_path / "urdu.html")
    assert page == drawn.get_root().render()
    assert '"controls":[]' in page
    assert "افراد ہلاک" in written.alt
    assert "کوئٹہ 4، " in written.alt
    assert tags(written.frame)[0][1]["src"] == "urdu.html"


def test_without_a_title_the_frame_has_a_name(tmp_path):
    drawn = draw_map(mixed(), boundaries="embedded-admin2")
    assert write_embed(drawn, tmp_path).title == "Map of incidents"


def test_a_finished_map_takes_no_options(tmp_path):
    drawn = draw_map(mixed())
    with pytest.raises(SettingsError, match=r"lang, title: a finished map has its own"):
        write_embed(drawn, tmp_path, title="Another", lang="ur")
    assert list(tmp_path.iterdir()) == []


def test_any_table_of_points_will_do(tmp_path):
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy([67, 71], [30, 34]), crs=4326)
    before = points.copy()
    written = write_embed(points, tmp_path)
    assert "Of 2 incidents: 2 at their place" in written.alt
    pd.testing.assert_frame_equal(points, before)
    empty = write_embed(points.iloc[:0], tmp_path)
    assert "No incidents to show" in empty.alt


@pytest.mark.parametrize(
    ("url", "page"),
    [
        (None, "a%20b.html"),
        ("https://news.example/maps", "https://news.example/maps/a%20b.html"),
        ("https://news.example/maps/", "https://news.example/maps/a%20b.html"),
        ("/static/it's", "/static/it&#x27;s/a%20b.html"),
    ],
)
def test_where_the_files_will_stand(tmp_path, url, page):
    written = write_embed(mixed(), tmp_path / "a b.html", url=url)
    assert f'src="{page}"' in written.frame
    assert written.markdown.endswith(f"](<{html.unescape(page)}>)")
    assert tags(written.picture)[1][1]["src"] == html.unescape(page).replace(".html", ".png")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"url": "javascript:alert(1)"}, "url is 'javascript:alert.1.'; give a folder's address"),
        ({"url": "https://x.example/?a=1"}, "url is 'https://x.example/[?]a=1'"),
        ({"url": "https://x.example/#a"}, "url is"),
        ({"url": "https://[x"}, "url is"),
        ({"url": "https:///x"}, "url is"),
        ({"url": 'x"onload="y'}, "url is"),
        ({"url": "a b"}, "url is 'a b'"),
        ({"url": ""}, "url is ''"),
        ({"height": 100}, "height is 100; a frame has 260 to 4000 pixels"),
        ({"lang": "fr"}, "lang is 'fr'; allowed are en, ur"),
        ({"controls": ["legend", "zoom"]}, "controls has 'zoom'; allowed are search, filters, li"),
        ({"controls": "search,legend"}, "controls has 'search,legend'; allowed are"),
    ],
)
def test_what_is_not_allowed_is_one_line(tmp_path, options, message):
    with pytest.raises(SettingsError, match=message) as caught:
        write_embed(mixed(), tmp_path / "new", **options)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "new").exists()


def test_the_guide_says_where_the_files_are_expected(tmp_path):
    write_embed(mixed(), tmp_path, url="maps/it's")
    guide = (tmp_path / "embed-snippets.md").read_text(encoding="utf-8")
    assert "The snippets expect the files at `maps/it's/`." in guide


def test_a_title_like_a_heading_is_none_in_the_guide(tmp_path):
    write_embed(mixed(), tmp_path, title="# heading http://x.example @name")
    guide = (tmp_path / "embed-snippets.md").read_text(encoding="utf-8")
    assert "\n\\# heading http\\://x.example \\@name\n" in guide


def test_what_cannot_be_written(tmp_path):
    with pytest.raises(SettingsError, match=r"a`b.html: the text with the snippets cannot"):
        write_embed(mixed(), tmp_path / "a`b.html")
    with pytest.raises(SettingsError, match=r"map.png: a map to embed is a page; name an .html"):
        write_embed(mixed(), tmp_path / "map.png")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(RenderError, match="file is a file; name a folder to write to"):
        write_embed(mixed(), tmp_path / "file" / "embed.html")
    (tmp_path / "embed.svg").mkdir()
    with pytest.raises(RenderError, match="cannot write there"):
        write_embed(mixed(), tmp_path)
    with pytest.raises(SchemaError, match="a map needs a GeoDataFrame"):
        write_embed(pd.DataFrame({"kind": ["incident"]}), tmp_path / "new")


@pytest.mark.parametrize("names", [None, [], ["legend"], ["download", "search"], list(CONTROLS)])
def test_a_page_says_which_controls_it_has(names):
    drawn = draw_map(mixed(), controls=names)
    wanted = list(CONTROLS) if names is None else [one for one in CONTROLS if one in names]
    assert drawn.plain["data"]["meta"]["controls"] == wanted


@pytest.mark.parametrize("basemap", ["vector", None, "OpenStreetMap.Mapnik"])
def test_a_map_with_other_controls_is_the_map_drawn_with_them(basemap):
    whole = draw_map(mixed(), title="T", lang="ur", basemap=basemap)
    before = whole.get_root().render()
    lean = whole.with_controls(["legend"])
    wanted = draw_map(mixed(), title="T", lang="ur", basemap=basemap, controls=["legend"])
    assert lean.get_root().render() == wanted.get_root().render()
    assert lean.with_controls(None).get_root().render() == whole.get_root().render() == before
    with pytest.raises(SettingsError, match="controls has 'zoom'"):
        whole.with_controls(["zoom"])


def test_a_run_writes_the_same_page(call, tmp_path):
    reports = make_reports(tmp_path / "reports")
    assert call("run", reports, "-o", tmp_path / "out").code == 0
    assert call("write-embed", reports, "-o", tmp_path).code == 0
    assert text_of(tmp_path / "out" / "embed.html") == text_of(tmp_path / "embed.html")


def test_the_command_prints_the_frame(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    reports = make_reports(tmp_path / "reports")
    said = call("write-embed", reports, "-o", "out", "--title", "T", "--controls", "none",
                "--url", "https://news.example", "--height", "400", "--no-quotes")  # fmt: skip
    assert said.code == 0
    assert said.out.startswith('<iframe src="https://news.example/embed.html" title="T" width=')
    assert said.err.endswith(
        "wrote out/embed.html and 4 more files; embed-snippets.md says what to paste where\n"
    )
    assert sorted(contents(tmp_path / "out")) == sorted(FILES)
    page = text_of(tmp_path / "out" / "embed.html")
    assert '"controls":[]' in page
    assert call("write-embed", reports, "--controls", "all").code == 0
    page = text_of(tmp_path / "embed.html")
    assert f'"controls":{json.dumps(CONTROLS, separators=(",", ":"))}' in page
    said = call("write-embed", reports, "--controls", "legend, zoom")
    assert (said.code, said.out) == (1, "")
    assert "controls has 'zoom'" in said.err


def test_a_drawn_map_takes_controls_on_the_command_line(call, tmp_path):
    reports = make_reports(tmp_path / "reports")
    out = tmp_path / "map.html"
    assert call("draw-map", reports, "-o", out, "--controls", "legend,list").code == 0
    assert '"controls":["list","legend"]' in out.read_text(encoding="ascii")
    said = call("draw-map", reports, "-o", tmp_path / "a.png", "--controls", "legend")
    assert said.problem == "geomap: a.png: --controls is for a page (.html)"
    said = call("draw-map", reports, "-o", tmp_path / "a.png", "--basemap", "none", "--no-quotes")
    assert said.problem == (
        "geomap: a.png: --basemap and --quotes/--no-quotes are for a page (.html)"
    )
    said = call("draw-map", "there-are-none", "-o", tmp_path / "a.png", "--size", "wall")
    assert said.problem.startswith("geomap: size is 'wall'; it must be one of page")

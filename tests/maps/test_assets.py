from __future__ import annotations

import base64
import hashlib
import html
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import RenderError
from geomap.maps.assets import (
    MODULES,
    Page,
    build_page,
    embed_json,
    escape_text,
    inline_assets,
    json_block,
    leaflet_script,
    leaflet_style,
    safe_script,
    stable_ids,
    web_file,
    web_script,
)

HOSTILE = "</script><script>alert(1)</script><!-- `${alert(2)}` \\ {{7*7}} {% x %} \u2028\u2029\x00"


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_escaped_text_holds_nothing_that_runs_and_loses_nothing(text):
    escaped = escape_text(text)
    assert not set(escaped) & set("<>`$\\{}\"'")
    assert html.unescape(escaped) == html.unescape(html.escape(text))


@settings(derandomize=True, deadline=None)
@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_embedded_json_is_ascii_keeps_its_tag_and_reads_back(value):
    text = embed_json(value)
    assert text.isascii()
    assert not set(text) & set("<>&")
    assert json.loads(text) == value


def test_embedded_json_refuses_what_is_no_json():
    with pytest.raises(ValueError, match="Out of range"):
        embed_json(float("nan"))


def test_a_data_block_ends_only_at_its_end():
    block = json_block("one", {"text": HOSTILE})
    assert block.count("</script") == 1
    assert block.endswith("</script>\n")


def test_ids_become_stable_and_stay_apart():
    first, second = "map_" + "0f" * 16, "marker_" + "ab" * 16
    other_first, other_second = "map_" + "11" * 16, "marker_" + "22" * 16
    page = f"{first} {second} {first}"
    assert stable_ids(page, "a") == stable_ids(f"{other_first} {other_second} {other_first}", "a")
    assert stable_ids(page, "a") != stable_ids(page, "b")
    one, two, three = stable_ids(page, "a").split()
    assert one == three
    assert one[4:] != two[7:]


def test_longer_hashes_are_no_ids():
    text = "_" + "a" * 64
    assert stable_ids(text, "x") == text


def test_a_script_cannot_end_its_element():
    source = "a = '</SCRIPT><script>'; b = `<!--`; c = '\u0645\U0001f600'; if (i<scripts) {}"
    safe = safe_script(source)
    assert safe.isascii()
    assert "</SCRIPT" not in safe
    assert "<script>" not in safe
    assert "<!--" not in safe
    assert "i<scripts" in safe
    assert "\\u0645\\ud83d\\ude00" in safe


def test_leaflet_loads_nothing():
    assert "sourceMappingURL" not in leaflet_script()
    assert not re.findall(r"url\((?!data:)", leaflet_style())


def test_our_files_are_ascii_and_whole():
    for name in (*MODULES, "shim.js", "style.css", "map.html", "page.html", "strings.en.json"):
        assert web_file(name).isascii(), name
    assert "</script" not in web_script()
    assert "innerHTML" not in web_script()
    assert "eval(" not in web_script()


def test_every_string_that_a_script_says_exists():
    strings = json.loads(web_file("strings.en.json"))
    said = set(re.findall(r'\.say\("([\w.]+)"', web_script()))
    counted = set(re.findall(r'\.count\("(\w+)"', web_script()))
    prefixes = {key for key in said if key.endswith((".", "_"))}
    whole = (said - prefixes) | {f"{key}_{form}" for key in counted for form in ("one", "other")}
    assert whole <= set(strings)
    assert all(any(key.startswith(prefix) for key in strings) for prefix in prefixes)
    assert all(isinstance(text, str) and text for text in strings.values())


def page(**more):
    values = {
        "title": HOSTILE,
        "lang": "en",
        "head": "",
        "body": "",
        "data": "",
        "scripts": ("a=1",),
    }
    return Page(**(values | more))


def test_the_policy_names_every_script_by_its_hash_and_nothing_else():
    text = build_page(page(scripts=("a=1", "b=2")))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text).group(1)
    for source in ("a=1", "b=2"):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "http" not in policy
    assert "unsafe-eval" not in policy
    assert "script-src" in policy.split(";")[1]
    assert "unsafe-inline" not in policy.split(";")[1]
    assert text.index("Content-Security-Policy") < text.index("<script>")


def test_a_hostile_title_stays_text():
    text = build_page(page())
    assert text.isascii()
    assert text.count("<script>") == 1
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL).group(1)
    assert html.unescape(title) == HOSTILE.replace("\x00", "")


def test_a_missing_file_of_a_plugin_is_named_with_the_way_out(tmp_path):
    url = "https://cdn.example/plugin.js"
    with pytest.raises(RenderError, match=re.escape(url)) as caught:
        inline_assets([url], None)
    assert 'assets="cdn"' in str(caught.value)
    assert inline_assets([url], "cdn") == {}
    (tmp_path / "plugin.js").write_text("x = 1", encoding="utf-8")
    assert inline_assets([url], {url: tmp_path / "plugin.js"}) == {url: "x = 1"}
    with pytest.raises(RenderError, match="cannot be read"):
        inline_assets([url], {url: tmp_path / "nothing.js"})
    with pytest.raises(RenderError, match="'web' is not known"):
        inline_assets([url], "web")


def test_the_scripts_lose_comments_and_indentation_only():
    short = web_script()
    assert "`" not in short  # a template literal would mean its indentation
    assert not re.search(r"^(\s|/\*|//)", short, flags=re.MULTILINE)
    lines = set(short.splitlines())
    for name in MODULES:
        for line in web_file(name).splitlines():
            code = line.strip()
            assert not code or code.startswith(("/*", "*", "//")) or code in lines, code

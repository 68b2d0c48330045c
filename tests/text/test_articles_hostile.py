"""Whatever a file holds, reading it ends, and gives articles with ids of their own or one line."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.records import Article
from geomap.text.article_sources import _READERS
from geomap.text.articles import Dropped, Remark, scan_articles

PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<", ">", "<!--", "-->", "<script>", "</script>", "<![CDATA[", "]]>",
        "&amp;", "&", "&#x41;", "<item>", "</item>", "<rss version='2.0'>", "<channel>",
        "<description>", "</description>", "</channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>",
        "<?xml version='1.0'?>", "<!DOCTYPE x [", "<!ENTITY a 'b'>", "]>", '"', "'", ",", ";",
        "\t", "\n", "\r\n", "text", "id", "published", "{", "}", "[", "]", ":",
        '{"text": "words"}', '{"text": "words", "published": "2026-02-30"}', "---\n",
        "title: x\n", "date 2026-02-05", "QUETTA, Feb 5, 2026: ", "5 فروری 2026", "کوئٹہ (", ")",
        "\u200c", "\ufeff", "\x00", "\x1b", "words of a report. ", "<time datetime='2026-02-05'>",
        "<title>", "1" * 5000,
    ]
)  # fmt: skip
FILES = st.one_of(
    st.binary(max_size=200),
    st.lists(PIECES, max_size=30).map(lambda pieces: "".join(pieces).encode()),
    st.tuples(
        st.lists(PIECES, max_size=20), st.sampled_from(["utf-16", "utf-16-le", "utf-32"])
    ).map(lambda one: "".join(one[0]).encode(one[1])),
)


@pytest.mark.parametrize("suffix", sorted(_READERS))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=FILES)
def test_any_file_gives_articles_or_lines(suffix, data):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"a{suffix}").write_bytes(data)
        items = list(scan_articles([folder]))
    assert items or not data
    articles = [item for item in items if isinstance(item, Article)]
    assert len({article.id for article in articles}) == len(articles)
    for article in articles:
        assert article.text.strip()
        assert (article.published is None) == (article.published_source == "none")
    for item in items:
        if isinstance(item, Dropped):
            assert item.reason
            assert "\n" not in item.reason
        elif isinstance(item, Remark):
            assert item.note
            assert "\n" not in item.note

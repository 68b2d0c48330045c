"""RSS and Atom files: one article for each entry, and nothing is fetched or expanded."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from geomap.errors import MissingDependencyError
from geomap.records import Article
from geomap.text.articles import Dropped, Remark, read_articles, scan_articles

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Example Wire</title><link>https://wire.example/</link><language>en-us</language>
<item><title>Blast &amp;amp; fire in Quetta</title><link>https://wire.example/1</link>
 <guid isPermaLink="false">wire:1</guid><pubDate>Thu, 05 Feb 2026 23:10:00 +0500</pubDate>
 <dc:creator>Some Writer</dc:creator><author>writer@example.org (Some Writer)</author>
 <description>Short &lt;b&gt;words&lt;/b&gt;</description>
 <content:encoded><![CDATA[<p>QUETTA: Two men were hurt.</p><script>alert(1)</script>
 <img src="https://wire.example/pixel.png"><p>Police&nbsp;said so.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://wire.example/2</link>
 <description>TURBAT: A bridge was damaged; 5 &lt; 6.</description>
 <pubDate>2026-02-30</pubDate></item>
<item><title>Third</title><description>Quiet in Mastung.</description></item>
<item><title>No words</title><link>https://wire.example/4</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ur"><title>مثال</title>
<updated>2026-02-06T00:00:00Z</updated>
<entry><id>urn:1</id><title>دھماکہ</title><link href="https://wire.example/ur/1"/>
 <updated>2026-02-06T01:00:00Z</updated><published>2026-02-05T23:00:00+05:00</published>
 <author><name>Some Writer</name></author>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>کوئٹہ: دو افراد زخمی۔</p>
 <p>پولیس نے بتایا۔</p></div></content>
 <source><title>Another outlet</title></source></entry>
<entry><id>urn:2</id><title>x</title><updated>2026-02-07T01:00:00Z</updated>
 <summary>کوئٹہ میں امن۔</summary></entry></feed>"""


def split(path):
    items = list(scan_articles([path]))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if not isinstance(item, Article)],
    )


def write(folder, text, name="feed.xml", encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml"])
def test_an_rss_file_gives_an_article_for_each_item(tmp_path, name):
    (first, second, third), others = split(write(tmp_path, RSS, name))
    assert first == Article(
        id="wire:1",
        text="QUETTA: Two men were hurt.\n\nPolice\u00a0said so.",
        title="Blast & fire in Quetta",
        published=date(2026, 2, 5),
        published_source="metadata",
        source="Example Wire",
        url="https://wire.example/1",
        language="en",
    )
    assert (second.id, second.text) == (
        "https://wire.example/2",
        "TURBAT: A bridge was damaged; 5 < 6.",
    )
    assert second.published is None
    assert (third.id, third.url) == (f"{name}#3", None)
    remark, dropped = others
    assert (remark.where, remark.article_id) == (f"{name}, entry 2", "https://wire.example/2")
    assert "'2026-02-30', no day of the calendar" in remark.note
    assert dropped == Dropped(
        where=f"{name}, entry 4", reason="no text: the entry has neither content nor a summary"
    )


def test_an_atom_file_gives_an_article_for_each_entry(tmp_path):
    first, second = read_articles(write(tmp_path, ATOM, "feed.atom"))
    assert (first.id, first.title, first.source) == ("urn:1", "دھماکہ", "Another outlet")
    assert first.text == "کوئٹہ: دو افراد زخمی۔\n\nپولیس نے بتایا۔"
    assert first.published == date(2026, 2, 5)
    assert (second.source, second.published, second.language) == ("مثال", date(2026, 2, 7), "ur")


def test_no_person_is_in_any_field(tmp_path):
    for text in (RSS, ATOM):
        for article in split(write(tmp_path, text))[0]:
            assert "Writer" not in repr(article)
            assert "writer@" not in repr(article)


def test_encodings_of_feeds(tmp_path):
    text = RSS.replace("Quiet in", "Café in").replace('encoding="utf-8"', 'encoding="iso-8859-1"')
    articles, others = split(write(tmp_path, text, encoding="latin-1"))
    assert articles[2].text == "Café in Mastung."
    assert isinstance(others[0], Remark)
    assert "Windows-1252" in others[0].note
    articles, others = split(write(tmp_path, ATOM, encoding="utf-16"))
    assert articles[0].text.startswith("کوئٹہ")


def test_what_often_breaks_a_feed_is_mended(tmp_path):
    text = RSS.replace("Quiet in", "Fire & rescue &nbsp;&rsquo; \x01in &unknown; ")
    articles, _ = split(write(tmp_path, text))
    assert articles[2].text == "Fire & rescue \u00a0’ in &unknown; Mastung."
    articles, _ = split(write(tmp_path, RSS[: RSS.index("<item><title>Third")]))
    assert [article.id for article in articles] == ["wire:1", "https://wire.example/2"]


def test_a_feed_without_feedparser_is_one_line(tmp_path, monkeypatch):
    path = write(tmp_path, RSS)
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingDependencyError) as missing:
        read_articles(path)
    line = "feed.xml: reading feeds needs feedparser: pip install 'geomap-pk[feeds]'"
    assert str(missing.value) == line


def channel(inside):
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>{inside}</channel></rss>'
    )


def item(text):
    return f"<item><title>t</title><description>{text}</description></item>"


N = 20_000
LEVELS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY e0 "lol">{LEVELS}]>' + channel(item("&e11;")).split("?>")[1]
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + channel(item("&e;"))[21:]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, "declares entities of its own"),
        (OUTSIDE, "declares entities of its own"),
        (channel("<a>" * N + "</a>" * N), "nests more than 100 elements"),
        (channel("<a>" * N), "nests more than 100 elements"),
        (channel(item("<b>" * N + "</b>" * N)), "nests more than 100 elements"),
        (channel("<item " + " ".join(f"a{n}='1'" for n in range(N)) + "/>"), "100 attributes"),
        (channel("<a/>" * 200_001), "more than 200,000 elements"),
        (channel(item("<" * N * 10)), "not well-formed XML (line 1:"),
        (channel(item("<![CDATA[" * N)), "not well-formed XML (line 1:"),
        (channel(""), "the feed has no entries"),
        ("<html><body><p>words</body></html>", "not an RSS or Atom feed"),
        ("words alone", "not an RSS or Atom feed"),
        ("<urlset><url><loc>x</loc></url></urlset>", "not an RSS or Atom feed"),
        ("\0\0\0", "binary"),
        ("", "empty"),
        (channel(item("x" * 1_000_001)), "more than 1,000,000; split it"),
    ],
)
def test_hostile_and_other_files_are_refused_in_one_line(tmp_path, text, reason):
    articles, (dropped, *_) = split(write(tmp_path, text))
    assert not articles
    assert reason in dropped.reason
    assert "\n" not in dropped.reason


def test_ampersands_without_end_are_text(tmp_path):
    (article,), _ = split(write(tmp_path, channel(item("&" * 5_000 + " Quetta"))))
    assert article.text.endswith("& Quetta")

"""Saved pages: title, day, site and main text; never script, style, menus or a person's name."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from geomap.errors import MissingDependencyError
from geomap.records import Article
from geomap.text.articles import Dropped, Remark, read_articles, scan_articles
from geomap.text.html_pages import MAX_ELEMENTS, read_page
from geomap.text.markup import Tag, as_text, tokens

LEAD = (
    "QUETTA: At least two people were killed and five injured when a bomb exploded near a market "
    "in Quetta on Thursday, police said."
)
MORE = (
    "The device had been planted in a motorcycle, a senior official of the district "
    "administration said. No group has claimed the attack."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head>
<title>Two killed in Quetta blast - The Daily Example</title>
<meta charset="utf-8">
<meta property="og:site_name" content="The Daily Example">
<meta name="author" content="Some Writer">
<link rel="canonical" href="https://www.news.example/2026/02/05/blast">
<style>.turbat {{ color: red }} /* Bomb in Turbat */</style>
<script>var text = "<p>Bomb in Gwadar kills nine people.</p>";</script>
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "NewsArticle", "headline": "Two killed in Quetta blast",
   "datePublished": "2026-02-05T23:10:00+05:00", "dateModified": "2026-02-08",
   "author": {{"@type": "Person", "name": "Some Writer"}},
   "publisher": {{"@type": "Organization", "name": "Example Media"}}}}]}}</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/panjgur">Panjgur</a></li></ul></nav>
<article><h1>Two killed in Quetta blast</h1>
<p class="byline author">By <a rel="author" href="/w">Some Writer</a></p>
<time datetime="2026-02-06">6 Feb</time>
<p>{LEAD}</p><!-- <p>Bomb in Mastung</p> -->
<p>{MORE}</p>
<h2>Other attacks</h2>
<ul><li>In Turbat, gunmen fired at a checkpost.</li><li>In Kech, a bridge was damaged.</li></ul>
<noscript>Please turn on scripts.</noscript><svg><text>Chaman</text></svg>
</article>
<aside>Related: blast in Sibi kills nine</aside>
<footer>Copyright 2026 The Daily Example, Karachi</footer>
</body></html>"""


DATA = '<script type="application/ld+json">'
PERSON = '{"@type": "Person", "name": "Some Writer"}'


def split(path, **told):
    items = list(scan_articles([path], **told))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if not isinstance(item, Article)],
    )


def test_a_page_is_its_main_text_with_title_day_and_site(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (article,) = read_articles(path)
    assert article.id == "page.html"
    assert article.title == "Two killed in Quetta blast"
    assert (article.published, article.published_source) == (date(2026, 2, 5), "metadata")
    assert article.source == "The Daily Example"
    assert article.url == "https://www.news.example/2026/02/05/blast"
    assert article.language == "en"
    paragraphs = article.text.split("\n\n")
    assert {LEAD, MORE} < set(paragraphs)
    assert "- In Turbat, gunmen fired at a checkpost.\n- In Kech" in article.text
    for word in (
        "Gwadar", "Mastung", "Panjgur", "Home", "Sibi", "Karachi", "Chaman", "Some Writer", "color",
        "scripts", "<", "{",
    ):  # fmt: skip
        assert word not in article.text, word


def test_a_page_is_read_as_a_text_of_its_words_would_be(tmp_path):
    import geomap

    (tmp_path / "page.htm").write_text(PAGE, encoding="utf-8")
    (article,) = read_articles(tmp_path)
    mentions = geomap.find_mentions(article)
    accounts = geomap.extract_accounts(article, geomap.resolve(mentions))
    first = accounts[0]
    assert (first.place.name, first.fatalities_best, first.injured_best) == ("Quetta", 2, 5)
    assert first.date_start == date(2026, 2, 5)
    for item in first.evidence:
        assert article.text[item.start : item.end] == item.quote


def body(inside, head=""):
    return f"<html><head>{head}</head><body><article>{inside}<p>{LEAD}</p><p>{MORE}</p></article>"


@pytest.mark.parametrize(
    ("head", "inside", "published"),
    [
        ('<meta property="article:published_time" content="2026-02-05T01:00Z">', "", "2026-02-05"),
        ('<meta name="pubdate" content="Thu, 05 Feb 2026 10:00:00 GMT">', "", "2026-02-05"),
        ('<meta itemprop="datePublished" content="5 Feb 2026">', "", "2026-02-05"),
        ("", '<time datetime="2026-02-05T08:00">morning</time>', "2026-02-05"),
        (
            "",
            '<time datetime="2026-02-07">x</time><time pubdate datetime="2026-02-05">y</time>',
            "2026-02-05",
        ),
        ('<meta name="date" content="soon"><meta name="pubdate" content="2026-02-05">', "",
         "2026-02-05"),
        ("", "<p>date 2026-02-05</p>", "2026-02-05"),
        ("", "", None),
    ],
)  # fmt: skip
def test_where_a_page_gives_its_day(tmp_path, head, inside, published):
    path = tmp_path / "page.html"
    path.write_text(body(inside, head), encoding="utf-8")
    (article,), _ = split(path)
    assert (article.published and article.published.isoformat()) == published


def test_a_date_that_is_none_is_told(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(body("", '<meta name="date" content="2026-02-30">'), encoding="utf-8")
    (article,), (remark,) = split(path)
    assert article.published is None
    assert "'2026-02-30', no day of the calendar" in remark.note


@pytest.mark.parametrize(
    ("byline", "kept"),
    [
        ('<p class="byline">By Some Writer</p>', False),
        ('<div class="byline">By <i>Some Writer</i><time datetime="2026-02-05"></div>', False),
        ('<p>By <a rel="author" href="x">Some Writer</a></p>', False),
        ('<p class="author">Some Writer', False),  # never closed
        ('<span itemprop="author"><b>Some Writer</b></span>', False),
        ('<p class="writer">' + "Some Writer said so. " * 20 + "</p>", True),  # no byline
    ],
)  # fmt: skip
def test_a_byline_is_left_out_and_its_day_is_not(byline, kept):
    page = read_page(body(byline))
    assert ("Some Writer" in page.text) == kept
    assert LEAD in page.text
    assert MORE in page.text
    assert page.published == ("2026-02-05" if "datetime" in byline else None)


@pytest.mark.parametrize(
    ("head", "title", "source"),
    [
        ("<title>Blast | The News</title>", "Blast | The News", None),
        ('<title>Blast | The News</title><meta property="og:site_name" content="The News">',
         "Blast", "The News"),
        ('<meta property="og:title" content="Blast &amp; fire">', "Blast & fire", None),
        ('<link rel="canonical" href="https://www.news.example/x">', None, "news.example"),
        ('<link rel="canonical" href="javascript:alert(1)">', None, None),
        (f'{DATA}{{"headline": "<b>Blast</b>", "publisher": {PERSON}}}</script>', "Blast", None),
        (f'{DATA}[[{{"headline": 5}}, "x"</script>', None, None),
        (f'{DATA}{"[" * 100_000}</script>', None, None),
    ],
)  # fmt: skip
def test_title_and_site(head, title, source):
    page = read_page(body("", head))
    assert (page.title, page.source) == (title, source)


def test_urdu_keeps_its_non_joiners_and_a_declared_encoding_is_read(tmp_path):
    words = (
        "کوئٹہ: ضلع مستونگ میں بم دھماکے میں 2 افراد جاں\u200cبحق اور 5 زخمی ہوگئے، پولیس نے بتایا۔"
    )
    assert read_page(f"<html><body><p>{words}</p><p>{MORE}</p>").text.startswith(words)
    russian = f'<html><head><meta charset="windows-1251"></head><body><p>Взрыв. {LEAD}</p>'
    path = tmp_path / "page.html"
    path.write_bytes(russian.encode("cp1251"))
    (article,), (remark,) = split(path)
    assert article.text.startswith("Взрыв. QUETTA")
    assert isinstance(remark, Remark)
    assert remark.note.startswith("read as CP1251")


def test_a_page_without_trafilatura_is_one_line_before_the_work_begins(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingDependencyError) as missing:
        next(scan_articles([tmp_path]))
    line = "page.html: reading HTML needs trafilatura: pip install 'geomap-pk[html]'"
    assert str(missing.value) == line
    assert len(read_articles(tmp_path / "a.txt")) == 1


@pytest.mark.parametrize(
    "html",
    [
        "", "<html>", "<!--", "<nav>Home</nav>", "<script>", "<p", "</p>", "\x00<p>",
        "<html><body></body></html>", "<title>Only a title", "<svg><text>x</text></svg>",
    ],
)  # fmt: skip
def test_a_page_without_text_is_dropped(tmp_path, html):
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    articles, (dropped, *_) = split(path)
    assert not articles
    assert isinstance(dropped, Dropped)
    assert "\n" not in dropped.reason


N = 6_000
HOSTILE = {
    "nested blocks": "<div>" * N + LEAD + "</div>" * N,
    "nested tables": "<table><tr><td>" * N + LEAD,
    "open emphasis": "<p>" + "<b>" * N + LEAD,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(80_000)) + f">{LEAD}",
    "a long attribute": f'<p title="{"x" * 1_000_000}">{LEAD}',
    "open quotes": '<a href="' * N,
    "open comments": "<!--" * N,
    "less than": "<" * 50_000,
    "entities": f"<p>{'&amp;' * 50_000}{LEAD}",
    "white space": f"<p>{' ' * 300_000}{LEAD}",
    "unbalanced menus": "<nav><nav></nav>" * N + f"<p>{LEAD}",
    "lists": "<ul>" + "<li>Quetta" * N,
    "entity bomb": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;' + LEAD,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end(name):
    assert isinstance(read_page(HOSTILE[name]).text, str)


def test_a_page_of_too_many_elements_is_refused(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<p>Quetta" * (MAX_ELEMENTS + 1), encoding="utf-8")
    articles, (dropped,) = split(path)
    assert not articles
    assert dropped.reason == "the page has more than 20,000 elements; save the report alone"


def test_markup_inside_text_never_comes_back_as_markup():
    text = read_page(body("<p>&lt;script&gt;alert(1)&lt;/script&gt; was written there.</p>")).text
    assert "<script>alert(1)</script> was written there." in text  # words, to be escaped later
    assert [
        token.name for token in tokens("<script><p>x</script><p>") if isinstance(token, Tag)
    ] == [
        "script",
        "p",
    ]


def test_markup_as_text():
    for html, text in (
        ("plain 5 < 6 & 7 <> 8", "plain 5 < 6 & 7 <> 8"),
        ("<p>One<br>two</p><p>Three", "One\ntwo\n\nThree"),
        ("<ul><li>One<li>Two</ul>", "- One\n- Two"),
        ("<td>a</td><td>b</td>", "a b"),
        ("a<style>p{}</style>b<SCRIPT>x</SCRIPT >c<!-- d -->e", "abce"),
        ("<p title='a > b'>x</p>", "x"),
        ("<![CDATA[x]]>y<?php z ?>", "y"),
        ("a<svg>b<svg>c</svg>d</svg>e", "ae"),
        ("&nbsp;&lt;b&gt;&#x41;", "\u00a0<b>A"),
        ("<textarea><p>x</p></textarea>y", "y"),
        ("x<iframe>", "x"),
    ):
        assert as_text(html) == text
    page = "<header>a</header><main>b</main><nav>c"
    assert as_text(page, furniture=False) == "b"

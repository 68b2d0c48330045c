"""Text and Markdown files: header lines, front matter, titles, line ends, languages."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.records import Article
from geomap.text.article_fields import language_of
from geomap.text.articles import Remark, read_articles, scan_articles

TEXT = "QUETTA: A bomb went off in Mach on Monday.\n\nNobody was hurt.\n"


def read(folder, text, name="report.md"):
    path = folder / name
    path.write_bytes(text.encode())
    (article,) = [item for item in scan_articles([path]) if isinstance(item, Article)]
    return article


FRONT = (
    '---\ntitle: "Bomb: one hurt"\ndate: 2026-02-05 # as printed\nsource: The News\n'
    "author: Some Writer\ntags: [Turbat, Gwadar]\nurl: https://x.example/1\n---\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_is_metadata_and_stays_in_the_text(tmp_path, end):
    text = (FRONT + TEXT).replace("\n", end)
    assert read(tmp_path, text) == Article(
        id="report.md",
        text=text,
        title="Bomb: one hurt",
        published=date(2026, 2, 5),
        published_source="header",
        source="The News",
        url="https://x.example/1",
        language="en",
    )


def test_a_day_far_down_in_front_matter_is_metadata(tmp_path):
    text = (
        "---\n" + "".join(f"k{n}: v\n" for n in range(8)) + "date: 5 Feb 2026\n---\nBomb in Mach\n"
    )
    article = read(tmp_path, text)
    assert (article.published, article.published_source) == (date(2026, 2, 5), "metadata")
    assert article.title == "Bomb in Mach"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report.md", "---\nsource: The News\n" + TEXT),  # never closed
        ("report.md", "---\nOnly words between two rules\n---\n" + TEXT),
        ("report.md", "Words\n---\nsource: The News\n---\n" + TEXT),
        ("report.md", "--- source: The News ---\n" + TEXT),
        ("report.md", "---\n" + "source: The News\n" * 200 + "---\n" + TEXT),
        ("report.txt", "---\nsource: The News\n---\n" + TEXT),
    ],
)
def test_what_is_no_front_matter(tmp_path, name, text):
    article = read(tmp_path, text, name)
    assert (article.text, article.source) == (text, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Bomb in Mach\n\nWords.", "Bomb in Mach"),
        ("\n\n**Bomb in Mach**\n", "Bomb in Mach"),
        ("Title: Bomb in Mach\nDate: 2026-02-05\n", "Bomb in Mach"),
        ("date 2026-02-05 Bomb in Mach\r\n\r\nWords.", "Bomb in Mach"),
        ("date 2026-02-05\n\nBomb in Mach\n", "Bomb in Mach"),
        ("date 2026-02-05\nBy Some Writer\nSource: The News\n\nBomb in Mach\n", "Bomb in Mach"),
        ("**Headline:** Bomb in Mach\nAuthor: Some Writer", "Bomb in Mach"),
        ("By a hair: bomb in Mach misses all", "By a hair: bomb in Mach misses all"),
        ("By Some Writer", None),
        ("w" * 300, "w" * 199 + "…"),
    ],
)
def test_the_title_is_the_first_line_with_words(tmp_path, text, title):
    assert read(tmp_path, text, "report.txt").title == title


def test_characters_stay_as_they_are(tmp_path):
    text = (
        "\u200fdate\u00a02026-02-05 Que\u00adtta “blast”\r\n\r\nکوئٹہ\u200cمیں\ufeff ﬁve \x1b[3m.\r"
    )
    article = read(tmp_path, text, "report.txt")
    assert article.text == text
    assert (article.published, article.language) == (date(2026, 2, 5), "mixed")


def test_languages():
    assert language_of("Two men") == "en"
    assert language_of("Café – “two” men") == "en"
    assert language_of("دو افراد زخمی ہوئے") == "ur"
    assert language_of("دو افراد زخمی ہوئے (BLA)") == "ur"
    assert language_of("Two men were hurt. دو افراد زخمی ہوئے") == "mixed"
    assert language_of("12 . – …") == "en"


@pytest.mark.parametrize(
    ("given", "language"),
    [("ur", "ur"), ("ur-PK", "ur"), ("Urdu", "ur"), ("EN_gb", "en"), ("ps", "ps"), ("", "en")],
)
def test_a_language_that_is_given(tmp_path, given, language):
    text = f"---\ntitle: x\nlanguage: {given}\n---\nWords." if given else "Words."
    assert read(tmp_path, text).language == language


def test_a_legacy_encoding_raises_a_warning(tmp_path):
    (tmp_path / "a.txt").write_bytes("“Café” in Quetta".encode("cp1252"))
    with pytest.warns(UserWarning, match=r"a\.txt: read as Windows-1252, as it is not UTF-8"):
        (article,) = read_articles(tmp_path)
    assert article.text == "“Café” in Quetta"
    items = list(scan_articles([tmp_path]))
    assert [type(item) for item in items] == [Article, Remark]

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


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_is_metadata_and_the_text_begins_behind_it(tmp_path, end):
    front = (
        '---\ntitle: "Bomb: one hurt"\ndate: 2026-02-05 # as printed\nsource: The News\n'
        "author: Some Writer\ntags: [Turbat, Gwadar]\nurl: https://x.example/1\n---\n"
    )
    article = read(tmp_path, (front + TEXT).replace("\n", end))
    assert article == Article(
        id="report.md",
        text=TEXT.replace("\n", end),
        title="Bomb: one hurt",
        published=date(2026, 2, 5),
        published_source="metadata",
        source="The News",
        url="https://x.example/1",
        language="en",
    )


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + TEXT,  # a rule, never closed
        "---\nOnly words between two rules\n---\n" + TEXT,
        "Words\n---\ntitle: x\n---\n" + TEXT,
        "--- title: x ---\n" + TEXT,
        "---\n" + "title: x\n" * 200 + "---\n" + TEXT,
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(tmp_path, text):
    assert read(tmp_path, text).text == text


def test_front_matter_of_a_text_file_is_text(tmp_path):
    text = "---\ntitle: x\n---\n" + TEXT
    assert read(tmp_path, text, "report.txt").text == text


def test_a_header_comes_before_front_matter(tmp_path):
    text = "---\ndate: 2026-02-07\n---\ndate 2026-02-05 Bomb in Mach\n" + TEXT
    article = read(tmp_path, text)
    assert (article.published, article.published_source) == (date(2026, 2, 5), "header")
    assert article.title == "Bomb in Mach"


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

"""Which words count as place names, and where their spans end; all sentences are made up."""

from __future__ import annotations

import pytest

from geomap.records import Article
from geomap.text.datelines import find_datelines
from geomap.text.mentions import find_mentions


def names(text, title=None):
    return [mention.toponym for mention in find_mentions(Article(id="a", text=text, title=title))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حب میں دو افراد گرفتار ہوئے۔", ["حب"]),
        ("وہ حب الوطنی کی بات کرتے ہیں۔", []),
        ("لاش دکی سے ملی۔", ["دکی"]),
        ("وہ اب صحت مند ہیں اور کام کے خواہش مند ہیں۔", []),
        ("مند اور تمپ میں بازار بند رہے۔", ["مند", "تمپ"]),
        ("گھڑی کی سوئی رک گئی۔", []),
        ("سوئی کے قریب پائپ لائن اڑائی گئی۔", ["سوئی"]),
        ("ڈپٹی کمشنر خار نے دورہ کیا۔", ["خار"]),
        ("کچھ دیر بعد سڑک کھل گئی۔", []),
        ("بچے میدان میں کھیل رہے تھے۔", []),
        ("ضلع دیر میں برف پڑی۔", ["دیر"]),
        ("جبری گمشدگیوں کے خلاف دھرنا بروز پیر ختم ہوا۔", []),
        ("رات گزری تو گولی مار دی گئی، انا للہ و انا الیہ راجعون۔", []),
        ("گرانی اور زرگری پر بات ہوئی، سب تھک گئے۔", []),
        ("گولی گلے میں اٹک گئی۔", []),
        ("اٹک اور گزری میں بارش ہوئی۔", ["اٹک", "گزری"]),
        ("چترال کے علاقے بروز میں برف پڑی۔", ["چترال", "بروز"]),
    ],
)
def test_urdu_words_that_are_also_places(text, expected):
    assert names(text) == expected


def test_a_title_makes_a_word_certain():
    text = "دکی کے محنت کش سوگوار ہیں۔"
    assert names(text, title="دکی: تین کان کن ہلاک") == ["دکی"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shops closed in Nal, Bela and Mand.", ["Nal", "Bela", "Mand"]),
        ("The storm will hit Mach and Sibi.", ["Mach", "Sibi"]),
        ("Tank crews trained; Hub caps shone.", []),
        ("Chaman Lal owns the shop.", []),
        ("It cost US$ 40.", []),
        ("He lives on the banks of the Indus.", ["Indus"]),
    ],
)
def test_english_words_that_are_also_places(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained in the Tirah valley.", ["Tirah"]),
        ("He crossed at the Torkham border crossing.", ["Torkham"]),
        ("وادی تیراہ میں برف پڑی۔", ["تیراہ"]),
        ("قلات ڈویژن میں اسکول بند ہیں۔", ["قلات ڈویژن"]),
        ("They queued at Khyber Chowk in Kharan.", ["Khyber Chowk", "Kharan"]),
        ("Trucks left the Bela-Jhao road.", ["Bela-Jhao road"]),
        ("The Gwadar Port Authority opened it.", ["Gwadar"]),
    ],
)
def test_where_a_name_ends(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb went off in the Zardkoh katcha area of Shikarpur.", "Zardkoh"),
        ("A bomb went off in a village called Mirgat near Kalat.", "Mirgat"),
        ("A bomb went off at Tor Ghundai, about 9 km from Zhob.", "Tor Ghundai"),
        ("A bomb went off below the Zangabad flyover in Karachi.", "Zangabad"),
        ("ضلع شکارپور کے علاقے زردکوہ میں دھماکہ ہوا۔", "زردکوہ"),
    ],
)
def test_a_name_that_no_gazetteer_lists(text, name):
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    ["They met at Jinnah Hospital.", "It began at Friday prayers.", "He sat near Justice Khan."],
)
def test_capitals_that_are_no_place(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("QUETTA, May 3 (Wire) - A bomb", "QUETTA, May 3 (Wire) -"),
        ("Turbat — A bomb", "Turbat — "),
        ("QUETTA, Pakistan (XY) — A bomb", "QUETTA, Pakistan (XY) —"),
        ("کوئٹہ (نامہ نگار) شہر میں", "کوئٹہ (نامہ نگار) "),
        ("راولپنڈی، ۳ مئی: فورسز نے", "راولپنڈی، ۳ مئی:"),
        ("پشاور۔ ایک چوکی پر", "پشاور۔ "),
        ("QUETTA/Nushki - Two men", "QUETTA/Nushki -"),
    ],
)
def test_datelines(text, dateline):
    (line,) = find_datelines(text)
    assert text[line.start : line.end] == dateline


def test_items_of_a_list_are_no_datelines():
    assert find_datelines("Kalat: Two hurt.\nSurab: One hurt.") == []
    assert find_datelines("آواران میں حملہ: تین ہلاک") == []

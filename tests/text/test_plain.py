"""What cannot be seen changes nothing, and offsets still point into the text as it was written."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geomap
from geomap.records import Article
from geomap.text.plain import plain_text

ENGLISH = (
    "QUETTA: At least five people were killed and 12 injured when a bomb exploded in Killa "
    "Saifullah district on February 3, 2026, police said.\n\n"
    "In another incident, two policemen were shot dead near Turbat on Tuesday."
)
URDU = (
    "کوئٹہ: ضلع قلعہ سیف اللہ میں منگل کے روز بم دھماکے میں 5 افراد جاں بحق اور 12 زخمی ہوگئے، "
    "پولیس نے بتایا۔"
)
URDU_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
FULL_WIDTH = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"}


def understood(text):
    """Return what is read of a text, and check that every offset gives the words it says."""
    article = Article(id="a", text=text, published=date(2026, 2, 5))
    mentions = geomap.find_mentions(article)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.toponym
    accounts = geomap.extract_accounts(article, geomap.resolve(mentions))
    for item in [item for account in accounts for item in account.evidence]:
        assert text[item.start : item.end] == item.quote
        assert 0 < len(item.quote) <= 200
    return (
        [(mention.name_key, mention.role) for mention in mentions],
        [
            (
                account.date_start,
                account.place.name,
                account.fatalities_best,
                account.injured_best,
                account.event_type,
            )
            for account in accounts
        ],
    )


def in_each_word(text, change):
    return "\n".join(" ".join(map(change, line.split(" "))) for line in text.split("\n"))


def test_the_two_texts_are_understood():
    mentions, accounts = understood(ENGLISH)
    assert ("killa saifullah", "incident_site") in mentions
    assert [account[:4] for account in accounts] == [
        (date(2026, 2, 3), "Killa Saifullah", 5, 12),
        (date(2026, 2, 3), "Turbat", 2, None),
    ]
    assert understood(URDU)[1][0][:4] == (date(2026, 2, 3), "Killa Saifullah", 5, 12)


@pytest.mark.parametrize(
    "change",
    [
        lambda word: word[: len(word) // 2] + "\u00ad" + word[len(word) // 2 :],  # soft hyphen
        lambda word: word[:1] + "\u200b" + word[1:],  # zero-width space
        lambda word: word[:2] + "\u200c" + word[2:],  # zero-width non-joiner
        lambda word: word[:2] + "\u2060" + word[2:],  # word joiner
        lambda word: word[:-1] + "\ufeff" + word[-1:],  # zero-width no-break space
        lambda word: "\u200f" + word + "\u200e",  # right-to-left and left-to-right marks
        lambda word: "\u2066" + word + "\u2069",  # isolates
        lambda word: word.translate(FULL_WIDTH),
    ],
)
def test_english_with_characters_inside_its_words(change):
    assert understood(in_each_word(ENGLISH, change)) == understood(ENGLISH)


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_spaces_of_every_kind(space):
    assert understood(ENGLISH.replace(" ", space)) == understood(ENGLISH)
    assert understood(URDU.replace(" ", space)) == understood(URDU)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(end):
    assert understood(ENGLISH.replace("\n", end)) == understood(ENGLISH)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(" ", "\u200c"),  # the non-joiner in place of a space
        lambda text: text.replace(" ", "\u200c "),
        lambda text: text.replace(" ", "\u200f \u200e"),
        lambda text: text.replace("ی", "ي").replace("ک", "ك"),  # an Arabic keyboard
        lambda text: text.replace("ہ", "ه"),
        lambda text: text.replace("س", "سـ"),  # tatweel
        lambda text: text.replace("ب", "بَ"),  # vowel signs
        lambda text: text.replace("ا", "ا\u200d"),
        lambda text: "\u202b" + text + "\u202c",  # an embedding
        lambda text: text.translate(URDU_DIGITS),
        lambda text: unicodedata.normalize("NFD", text),
    ],
)
def test_urdu_in_other_characters(change):
    assert understood(change(URDU)) == understood(URDU)


def test_examples_of_what_is_seen():
    for written, seen in (
        ("plain words", "plain words"),
        ("Que\u00adtta, Kill\u200ba and \u200f2026", "Quetta, Killa and 2026"),
        ("D\u2011I Khan", "D-I Khan"),
        ("ﬁve killed", "five killed"),
        ("ﮐﻮﺋﭩﮧ ۱۲", "کوئٹہ 12"),
        ("ہوی\u0654ے", "ہوئے"),
        ("جاں\u200cبحق", "جاں بحق"),
        ("ab\u200ccd", "abcd"),
    ):
        assert plain_text(written).text == seen
    same = plain_text("Quetta’s “market” — five killed")
    assert same.is_written
    assert same.back(2, 5) == same.forward(2, 5) == (2, 5)


ODD = st.text(st.sampled_from("aQ5 .\n\u00ad\u200b\u200c\u200d\u200f\u00a0ﬁﷲکئہ۔ی\u0654\u064eـ۵"))


@settings(deadline=None)
@given(st.one_of(ODD, st.text()), st.data())
def test_offsets_lead_there_and_back(text, data):
    plain = plain_text(text)
    assert plain.written == text
    length = len(plain.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    first, last = plain.back(start, end)
    assert 0 <= first <= last <= len(text)
    assert (first < last) == (start < end)
    if start < end and plain.offsets is None:
        assert (first, last) == (start, end)


@pytest.mark.parametrize("mark", ["\u200c", "\u200b\u200c", "\u200c\u200b", "\u00ad", "ﷲ"])
def test_a_text_of_marks_alone_takes_no_time(mark):
    plain = plain_text("ک" + mark * 200_000 + ".")
    assert plain.text[0] == "ک"
    assert plain.text[-1] == "."

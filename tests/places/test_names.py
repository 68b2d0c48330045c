"""Folding names and articles: one key for all forms, and exact ways back to the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geomap.places.names import (
    fold_name,
    fold_with_offsets,
    loose_key,
    source_span,
    spelling_variants,
)

NAMES = (
    "Quetta", "D.I. Khan", "D. I. Khan", "Aab-e-Gum", "Dera Ismā‘īl Khan", "N-25", "U.S.A.", "U.S.",
    "Ma'ruf", "St. John's", "Türkiye", "Jām Sāhib", "65-A/GD", "کوئٹہ", "ڈیرہ اسماعیل خان", "آب گم",
    "قلعہ سیف اللہ", "مؤمن آباد", "ضیاءآباد", "لاہور\u200c", "كوئٹه", "پنجگُور",
    "\u200fتربت\u200e", "ﻻہور",
)  # fmt: skip

ARTICLE_TEXT = st.text(
    st.one_of(
        st.sampled_from(" \n\t.,'’-—/()\"‘ABKQdikhan0ßÉ"),
        st.sampled_from("اآأبپتٹجچکكلمنوؤہهھیيىئےءًِّٰـ\u200c\u200d\u200f۔،۱۲ﷺﻻ"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=120,
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Quetta", "quetta"),
        ("  QUETTA\t", "quetta"),
        ("Jām Sāhib", "jam sahib"),
        ("D.I. Khan", "di khan"),
        ("D.I.Khan", "di khan"),
        ("D. I. Khan", "d i khan"),
        ("Aab-e-Gum", "aab e gum"),
        ("Quetta–Chaman", "quetta chaman"),
        ("Kamra / Attock", "kamra attock"),
        ("Dera \n Ismail  Khan", "dera ismail khan"),
        ("U.S.", "us"),
        ("Ma’ruf", "maruf"),
        ("Quetta’s", "quetta's"),
        ("Straße", "strasse"),
        ("N-25", "n 25"),
        ("این ۲۵", "این 25"),
        ("", ""),
    ],
)
def test_folds_latin_forms(text, key):
    assert fold_name(text) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كوئٹه", "کوئٹہ"),
        ("تربت", "تُربت"),
        ("آواران", "اواران"),
        ("مؤسیٰ خیل", "موسی خیل"),
        ("خیبر پختونخوا", "خيبر پختونخوا"),
        ("چمن", "چـــمن"),
        ("سندھ", "سندہ"),
        ("ضیاءالدین", "ضیاالدین"),
        ("\u200fتربت\u200e", "تربت"),
        ("خیبر\u200cپختونخوا", "خیبرپختونخوا"),
        ("ﻻہور", "لاہور"),
    ],
)
def test_folds_urdu_forms(one, other):
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Turbat", "Tump"), ("تربت", "تمپ"), ("خان", "خاں"), ("Iran", "Iraq")]
)
def test_keeps_different_names_apart(one, other):
    assert fold_name(one) != fold_name(other)


def test_no_name_runs_from_one_paragraph_or_sentence_into_the_next():
    assert "dera ismail" in fold_name("Dera\nIsmail")
    assert "dera ismail" not in fold_name("Dera\n\nIsmail")
    assert "dera ismail" not in fold_name("Dera. Ismail")
    assert "dera ismail" not in fold_name("Dera — Ismail")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("before", ["", "in ", "میں ", "(", "\n\n", "“", "x—"])
@pytest.mark.parametrize("after", ["", " said", ", Balochistan", "۔", ")", "\n", " کے", "\u200f "])
def test_a_name_folds_in_an_article_as_alone(name, before, after):
    text = before + name + after
    key = fold_name(name)
    folded, offsets = fold_with_offsets(text)
    at = folded.find(key)
    assert at >= 0
    start, end = source_span(text, offsets, at, at + len(key))
    assert fold_name(text[start:end]) == key
    assert name.startswith(text[start:end].rstrip(".")) or text[start:end] in name
    assert not re.search(r"[\s\u200b-\u200f]$", text[start:end])


@given(ARTICLE_TEXT)
@example("ﷺ\u200c\u200c  '\n\n\u064b")
def test_offsets_never_decrease_and_end_at_the_end(text):
    folded, offsets = fold_with_offsets(text)
    assert len(offsets) == len(folded) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(text)
    assert folded.strip() == fold_name(text)


@given(ARTICLE_TEXT, st.integers(0, 120), st.integers(1, 20))
def test_every_stretch_maps_back_into_the_text(text, start, length):
    folded, offsets = fold_with_offsets(text)
    end = min(len(folded), start + length)
    if start < end:
        first, last = source_span(text, offsets, start, end)
        assert 0 <= first < last <= len(text)
        words = re.fullmatch(r"[a-z]{2,}|[\u0621-\u06d2]+", folded[start:end])
        if words and text.isalnum():
            assert folded[start:end] in fold_name(text[first:last])


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), st.sampled_from([" ", ", ", "\n"]))
def test_names_in_a_row_are_all_found(names, joint):
    text = joint.join(names)
    folded, offsets = fold_with_offsets(text)
    at = 0
    for name in names:
        key = fold_name(name)
        at = folded.index(key, at)
        start, end = source_span(text, offsets, at, at + len(key))
        assert fold_name(text[start:end]) == key
        at += len(key)


@pytest.mark.parametrize("name", NAMES)
def test_folding_twice_changes_nothing(name):
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qila Abdullah", "Killa Abdulla"),
        ("Naseerabad", "Nasir Abad"),
        ("Noshki", "Nushki"),
        ("Chagai", "Chaghi"),
        ("Ziarat", "Ziyarat"),
        ("Loralai", "Loralay"),
        ("Landi Kotal", "Landikotal"),
        ("Aab-e-Gum", "Ab Gum"),
        ("Kech", "Ketch"),
        ("Awaran", "Avaran"),
        ("Machh", "Mach"),
        ("صحبت پور", "صحبتپور"),
    ],
)
def test_loose_keys_level_romanisations(one, other):
    assert loose_key(one) == loose_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Khuzdar", "Gwadar"), ("Turbat", "Tirah"), ("Kalat", "Kalam"), ("Iran", "Iraq")],
)
def test_loose_keys_keep_other_names_apart(one, other):
    assert loose_key(one) != loose_key(other)


@pytest.mark.parametrize(
    ("key", "variant"),
    [
        ("qila saifullah", "killa saifullah"),
        ("nasirabad", "nasir abad"),
        ("islam abad", "islamabad"),
        ("kot adu", "kote adu"),
        ("دیره مراد", "دیرهمراد"),
        ("baka khel", "bakakhel"),
        ("bakakhel", "baka khel"),
        ("اکاخیل", "اکا خیل"),
        ("کویٹہ ریلوے اسٹیشن", "کویٹہ ریلوے سٹیشن"),
        ("سول ہسپتال", "سول اسپتال"),
        ("تربت اییرپورٹ", "تربت اییر پورٹ"),
        ("انگور اڈہ", "انگور اڈا"),
    ],
)
def test_variants_of_a_key(key, variant):
    assert variant in spelling_variants(key)
    assert key not in spelling_variants(key)


def test_a_plain_name_has_no_variants():
    assert spelling_variants("turbat") == ()

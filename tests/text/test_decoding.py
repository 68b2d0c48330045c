"""Encodings are told apart by fixed rules; what is not UTF-8 is told; binary files are refused."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import DataError
from geomap.text.decoding import decode

URDU = "کوئٹہ: ضلع قلعہ سیف اللہ میں بم دھماکے میں پانچ افراد زخمی ہوگئے، پولیس نے بتایا"
ARABIC_YEH = URDU.replace("ی", "ي").replace("ئ", "ئ")  # Windows-1256 has no Urdu yeh
MIXED = "QUETTA: five men were hurt on Monday, police said. " * 20 + ARABIC_YEH
NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(150))
ENGLISH = "Café owners in “Quétta” said – five were hurt…"


@pytest.mark.parametrize(
    ("text", "codec", "note"),
    [
        (URDU, "utf-8", ""),
        (URDU, "utf-8-sig", ""),
        (URDU, "utf-16", "read as UTF-16,"),
        (URDU, "utf-16-le", "read as UTF-16,"),
        (URDU, "utf-16-be", "read as UTF-16,"),
        ("کوئٹہ", "utf-16-le", "read as UTF-16,"),
        ("Five men were hurt", "utf-16-le", "read as UTF-16,"),
        (URDU, "utf-32", "read as UTF-32,"),
        (ARABIC_YEH, "cp1256", "read as Windows-1256 (Urdu, Arabic),"),
        (MIXED, "cp1256", "read as Windows-1256 (Urdu, Arabic),"),
        (ENGLISH, "cp1252", "read as Windows-1252,"),
        ("Qu\u00e9tta", "latin-1", "read as Windows-1252,"),
        ("plain words\r\nof ASCII\r\n", "ascii", ""),
    ],
)
def test_each_encoding_gives_the_text(text, codec, note):
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.note.startswith(note)
    assert bool(decoded.note) == bool(note)


def test_damaged_utf8_is_not_taken_for_another_encoding():
    for data in (URDU.encode()[:-1], URDU.encode() + b"\xff" + URDU.encode()):
        decoded = decode(data)
        assert decoded.text.startswith("کوئٹہ: ضلع")
        assert decoded.text.count("\ufffd") == 1
        assert "some bytes are not UTF-8" in decoded.note


def test_a_declared_encoding_counts_only_where_the_bytes_are_not_utf8():
    russian = "Взрыв в Кветте".encode("koi8-r")
    assert decode(russian, declared="koi8-r").text == "Взрыв в Кветте"
    assert decode(URDU.encode(), declared="windows-1252").text == URDU
    for unknown in ("base64", "rot13", "punycode", "unicode_escape", "no-such", "", "utf-7", "\0"):
        assert decode("Qu\u00e9tta".encode("latin-1"), declared=unknown).text == "Qu\u00e9tta"
    assert decode(ENGLISH.encode("cp1252"), declared="ISO-8859-1").text == ENGLISH


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t", "the file is empty"),
        (b" " * 200_000, "the file is empty"),
        (b" " * 200_000 + b"x", "begins with 64 kB of white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file; save the report as text"),
        (b"%PDF-1.7 words", "a PDF file"),
        (b"{\\rtf1 words}", "an RTF file"),
        (b"PK\x03\x04words", "a ZIP, DOCX or XLSX file"),
        (b"words\0words", "a binary file"),
        (NOISE, "a binary file"),
        (NOISE.replace(b"\0", b"\1"), "a binary file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, message):
    with pytest.raises(DataError) as refused:
        decode(data)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_words_are_not_taken_for_utf16():
    for text in ("x y x y x y x y", "a b c d e f", "5 6 5 6 5 6"):
        assert decode(text.encode()).text == text


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["", "utf-16", "cp1256", "koi8-r"]))
def test_any_bytes_give_a_text_or_one_line(data, declared):
    try:
        said = decode(data, declared=declared).text
    except DataError as error:
        said = str(error).replace("\n", "")
    assert said


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_is_always_read_as_it_is(text):
    if text.strip() and not text.startswith(("\ufeff", "{\\rtf", "%PDF")):
        assert decode(text.encode()).text in {text, text.removeprefix("\ufeff")}

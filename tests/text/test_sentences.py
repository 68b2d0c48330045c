from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.text.sentences import sentence_at, split_sentences


def words(text):
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("He left D.I. Khan at 5 p.m. on Monday.", ["He left D.I. Khan at 5 p.m. on Monday."]),
        ("Lt. Col. rank. Next", ["Lt. Col. rank.", "Next"]),
        ("It was 3.5 km away. “Go,” he said.", ["It was 3.5 km away.", "“Go,” he said."]),
        ("“It is over.” They left.", ["“It is over.”", "They left."]),
        ("حملہ ہوا۔ دو زخمی۔", ["حملہ ہوا۔", "دو زخمی۔"]),
        ("- first\n- second", ["- first", "- second"]),
        ("In N. Waziristan, on Jan. 5, nothing.", ["In N. Waziristan, on Jan. 5, nothing."]),
        ("What? Yes!", ["What?", "Yes!"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_split(text, expected):
    assert words(text) == expected


def test_paragraphs_count_from_zero_at_blank_lines():
    sentences = split_sentences("A b. C d.\nE f.\n\nG h.\r\n\r\nI j.")
    assert [s.paragraph for s in sentences] == [0, 0, 0, 1, 2]
    assert [s.number for s in sentences] == [0, 1, 2, 3, 4]


def test_sentence_at_finds_the_one_that_holds_an_offset():
    sentences = split_sentences("One. Two three.")
    assert sentence_at(sentences, 6).number == 1
    assert sentence_at([], 0) is None


@given(st.text(alphabet=st.sampled_from("ab .۔?!\n\r\u2028”“AB1"), max_size=80))
def test_every_visible_character_is_in_exactly_one_sentence(text):
    sentences = split_sentences(text)
    covered = [i for s in sentences for i in range(s.start, s.end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)


def test_a_month_is_an_abbreviation_only_beside_a_figure():
    text = "It was on Jan. 5 that they shot Dost Jan. The police came on 7 Feb. and left."
    assert [text[s.start : s.end] for s in split_sentences(text)] == [
        "It was on Jan. 5 that they shot Dost Jan.",
        "The police came on 7 Feb. and left.",
    ]

"""What holds for every count: offsets, rules, time, and the conventions for numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.text._count_numbers import read_quantity
from geomap.text._count_numbers_ur import read_quantity_ur
from geomap.text.counts import find_counts
from geomap.text.sentences import split_sentences
from tests.growth import assert_in_proportion
from tests.text.counted import codes

OUTCOMES = {"killed", "injured", "abducted", "arrested", "missing"}
SIDES = {"civilians", "security_forces", "militants", "unknown"}
SPEAKERS = {"official", "claimant", "hospital", "residents", "company", "unstated"}

FRAGMENTS = st.sampled_from(
    [
        "killed",
        "injured",
        "two",
        "12",
        "at least",
        "a dozen",
        "people",
        "policemen",
        "a man",
        "and",
        ",",
        "including",
        "three of them",
        "were",
        "was",
        "who",
        "the dead",
        "toll",
        "rose to",
        "said",
        "police",
        "claimed",
        "no casualties",
        "took",
        "hostage",
        "himself",
        "dead",
        "bodies of",
        "among them",
        ".",
        "(",
        ")",
        "not",
        "to",
        "Gul",
        "his guard",
        "as many",
        "died",
        "1,117",
        "8-10",
        "up to",
        "another",
        "دو",
        "افراد",
        "ہلاک",
        "زخمی",
        "سمیت",
        "اور",
        "جن میں",
        "شامل",
        "تعداد",
        "۲۰",
        "کوئی",
        "جانی نقصان نہیں",
        "ایک",
        "ِ",
        "\u200c",
        "İ",
        "ß",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(FRAGMENTS, max_size=40).map(" ".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_gives_counts_inside_it(text):
    for count in find_counts(text):
        assert 0 <= count.start <= count.number_start < count.number_end <= len(text)
        assert count.start < count.end <= len(text)
        assert count.end - count.start <= 200
        assert count.who in text
        assert count.outcome in OUTCOMES
        assert count.side in SIDES
        assert count.speaker in SPEAKERS
        figures = [n for n in (count.low, count.best, count.high) if n is not None]
        assert figures
        assert figures == sorted(figures)
        assert figures[0] >= 0


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.text(alphabet="xyz ", max_size=20).map(lambda s: s + "\n"))
def test_text_before_moves_counts_and_changes_nothing_else(text, before):
    sentences = [(s.start, s.end) for s in split_sentences(text)]
    alone = find_counts(text, sentences=sentences)
    moved = find_counts(
        before + text,
        sentences=[(start + len(before), end + len(before)) for start, end in sentences],
    )
    assert codes(moved) == codes(alone)
    assert [c.start - len(before) for c in moved] == [c.start for c in alone]


@pytest.mark.parametrize(
    "unit",
    [
        "killed ", "two men and ", "two soldiers, ", "killed and ", "including two men ", "1,",
        "no loss or ", "said police ", "toll to 12 ", "Gul and his ", "two men of ", "\u064b", "a-",
        "دو افراد ہلاک ", "جن میں دو افراد شامل ", "جانی نقصان ", "in the last ", "1",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(unit):
    assert_in_proportion(find_counts, unit, 60_000)
    assert_in_proportion(lambda text: find_counts(text, sentences=[(0, len(text))]), unit, 60_000)


@pytest.mark.parametrize(
    ("sentence", "clause", "number", "who"),
    [
        ("At least nine people were killed.", "At least nine people were killed", "At least nine",
         "people"),
        ("A shepherd was killed.", "A shepherd was killed", "shepherd", "shepherd"),
        ("Gunmen killed four coal miners on Monday.", "killed four coal miners", "four",
         "coal miners"),
        ("The death toll rose to 14.", "toll rose to 14", "14", ""),
        ("No casualties were reported.", "No casualties", "casualties", ""),
        ("دو پولیس اہلکار جاں بحق ہوگئے۔", "دو پولیس اہلکار جاں بحق", "دو", "پولیس اہلکار"),
    ],
)  # fmt: skip
def test_the_clause_the_number_and_the_noun(sentence, clause, number, who):
    count = find_counts(sentence)[0]
    assert sentence[count.start : count.end] == clause
    assert sentence[count.number_start : count.number_end] == number
    assert count.who == who


def test_a_long_clause_is_cut_but_keeps_its_number():
    sentence = f"Nine people, {'residents of a far village, ' * 12} were killed."
    counts = find_counts(sentence)
    for count in counts:
        assert count.end - count.start <= 200
        assert count.start <= count.number_start < count.end


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Three boys drowned in a dam.", "accident"),
        ("Five people were killed in a road accident.", "accident"),
        ("ٹریفک حادثے میں پانچ افراد جاں بحق ہوئے۔", "accident"),
        ("He was accused of killing nine people.", "accused"),
        ("He was injured.", "pronoun"),
        ("The man killed himself.", "suicide"),
        ("Haji Gul and his guard were killed.", "name"),
        ("There were no reports of casualties.", "no_reports"),
        ("They killed 58 people in 30 attacks.", "incidents"),
        ("They have killed 58 people since January.", "period"),
        ("The passengers escaped unhurt.", "unhurt"),
    ],
)
def test_rules_name_what_a_caller_may_drop(sentence, rule):
    counts = find_counts(sentence)
    assert counts
    assert all(rule in count.rules for count in counts)


def test_sentences_bound_what_is_read_together():
    text = "Two men were killed. Three"
    assert codes(find_counts(text, sentences=[(0, 3), (4, len(text))])) == []
    assert codes(find_counts(text, sentences=[(0, len(text))])) == ["killed 2 unknown"]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("nine men", (9, 9, 9)),
        ("twenty one men", (21, 21, 21)),
        ("a hundred and twenty-one", (121, 121, 121)),
        ("two thousand five hundred and six", (2506, 2506, 2506)),
        ("1,117 men", (1117, 1117, 1117)),
        ("half a dozen", (6, 6, 6)),
        ("at least two dozen", (24, 24, None)),
        ("more than a dozen", (12, 12, None)),
        ("10 or more", (10, 10, None)),
        ("fewer than 10", (None, None, 10)),
        ("no fewer than 10", (10, 10, None)),
        ("some 20", (None, 20, None)),
        ("8-10 men", (8, 8, 10)),
        ("two or three", (2, 2, 3)),
        ("dozens of", (24, None, None)),
        ("scores", (40, None, None)),
        ("hundreds", (200, None, None)),
        ("a few", (3, None, None)),
    ],
)
def test_english_numbers(words, figures):
    found = read_quantity(words.split(), 0)
    assert (found.low, found.best, found.high) == figures


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("۱۲ افراد", (12, 12, 12)),
        ("ایک سو بیس", (120, 120, 120)),
        ("دو درجن", (24, 24, 24)),
        ("نصف درجن", (6, 6, 6)),
        ("کم از کم نو", (9, 9, None)),
        ("دس سے زائد", (10, 10, None)),
        ("دو سے تین", (2, 2, 3)),
        ("درجنوں", (24, None, None)),
        ("متعدد", (3, None, None)),
        ("تینوں", (3, 3, 3)),
    ],
)
def test_urdu_numbers(words, figures):
    found = read_quantity_ur(words.split(), 0)
    assert (found.low, found.best, found.high) == figures

from __future__ import annotations

import re

import pytest

from geomap.text.expressions import guarded, lower_case, needed_words
from geomap.text.patterns import EVERY, Hint, Pattern, Patterns, any_of, marks_of
from geomap.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (r"killed\s+by", {"killed"}),
        (r"\bled\b", {" led"}),
        (r"(?<!\w)(?:led|took)\s", {" led", " took"}),
        (any_of(["market"], at_start=True), {" market"}),
        (r"\b(?:in|at)\s+the\s+market", {" market", "market"}),
        (r"(?:bomb)?\s+blast", {"blast"}),
        (r"\b\w+-long", {"-long"}),
        (r"\w+\s+\d", set()),
        (r"\b(?:bombed|\w+ing)\b", {" bombed", "ing"}),
        (r"\b(?:bombed|\w+)\b", set()),
    ],
)
def test_needed_words(expression, words):
    assert needed_words(expression) <= words
    assert bool(needed_words(expression)) == bool(words)


@pytest.mark.parametrize(
    "expression",
    [
        r"\b(?:killed|shot|wounded)\b|\u062d\u0645\u0644\u06d2",
        r"(?:no\s+)?(?:bomb|attack|raid)s?\b",
        r"\b(?:[abc]\w+|killed|\d+ dead)",
        r"(?P<first>\bone\b)|(?P<second>two|three)",
        r"^(?:on|at|in)\s|\b(?-i:May)\b",
        r".killed|shot|dead",
        r"(?:|killed|shot|dead)x?",
    ],
)
def test_a_guard_changes_no_match(expression):
    text = (
        "On May 5 a bomb KILLED one; two were \u017fhot dead, three bo\u212aed. 12 dead in raids "
        "\u062d\u0645\u0644\u06d2"
    )
    plain = [found.span() for found in re.compile(expression, re.IGNORECASE).finditer(text)]
    quick = [found.span() for found in guarded(expression, re.IGNORECASE).finditer(text)]
    assert quick == plain


def test_a_mark_says_where_a_word_begins():
    hint, part = Hint([" led"]), Hint(["led"])
    texts = ["Nine were killed", "(Led by raiders)", "They\nled", "misled", "9led", "un-led"]
    marks = [marks_of(text, [len(text)])[0] for text in texts]
    assert [bool(mark & hint.mark) for mark in marks] == [False, True, True, False, False, True]
    assert [bool(mark & part.mark) for mark in marks] == [True] * 6


def test_a_word_belongs_to_the_sentence_that_holds_its_end():
    hint = Hint([" blast"])
    text = "A fire. A blast. Calm\nblast\nCalm"
    marks = [sentence.marks & hint.mark for sentence in split_sentences(text)]
    assert list(map(bool, marks)) == [False, True, False, True, False]


def test_patterns_are_tried_in_their_order_where_all_their_words_stand():
    patterns = Patterns(
        [
            (Pattern(r"raid.*camp", needed=[frozenset({"raid"}), frozenset({"camp"})]), "both"),
            (Pattern(r"\w+ed\b"), "any"),
            (Pattern(r"camp|raid"), "either"),
        ]
    )
    text = "They raided a camp. A raid ended."
    first, second = split_sentences(text)
    told = [(item, found[0]) for item, found in patterns.inside(text, first)]
    assert told == [
        ("both", "raided a camp"), ("any", "raided"), ("either", "raid"), ("either", "camp"),
    ]  # fmt: skip
    told = [(item, found[0]) for item, found in patterns.inside(text, second)]
    assert told == [("any", "ended"), ("either", "raid")]
    assert len(patterns) == 3
    assert first.marks != EVERY


def test_lower_case_keeps_the_length():
    assert lower_case("\u0130\u017f\u212aA") == "iska"

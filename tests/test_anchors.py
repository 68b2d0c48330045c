"""Words of an article are found again after it was edited, and accounts by their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geomap.anchors import Anchor, account_anchor, anchor_of, find_account, find_words, locate
from geomap.records import Account, Article, Evidence

TEXT = "A blast hit Mach.\n\nPolice in Mach said the Mach road was closed."
ARTICLE = Article(id="a", text=TEXT)


def account(name, *spans, text=TEXT):
    evidence = tuple(
        Evidence(field=field, article_id="a", start=start, end=end, quote=text[start:end])
        for field, start, end in spans
    )
    return Account(
        account_id=name, article_id="a", kind="incident", event_type="Battles", evidence=evidence
    )


def test_words_are_found_whatever_their_spacing():
    assert find_words("two  men\nwere shot", "men were") == [(5, 13)]
    assert find_words("a (b", "(b") == [(2, 4)]
    assert find_words("anything", "  ") == []


def test_an_anchor_says_which_occurrence_and_finds_it():
    second = anchor_of(ARTICLE, TEXT.index("Mach said"), TEXT.index(" said"))
    assert (second.quote, second.occurrence) == ("Mach", "2 of 3")
    assert TEXT[slice(*locate(second, TEXT))] == "Mach"
    assert locate(second, TEXT)[0] == second.start


@pytest.mark.parametrize(
    ("edited", "wanted"),
    [
        ("Update.\n\n" + TEXT, 2),  # the same number of them: the same occurrence
        ("Mach. " + TEXT, 3),  # one more: the nearest to where it stood
        ("No such town.", None),
        ("Only Mach is left.", 1),
    ],
)
def test_after_an_edit_the_same_or_the_nearest_occurrence_is_meant(edited, wanted):
    anchor = anchor_of(ARTICLE, TEXT.index("Mach said"), TEXT.index(" said"))
    found = locate(anchor, edited)
    spans = find_words(edited, "Mach")
    assert found == (None if wanted is None else spans[wanted - 1])


def test_words_alone_are_found_only_where_there_is_one():
    assert locate(Anchor(article_id="a", quote="blast"), TEXT) == (2, 7)
    assert locate(Anchor(article_id="a", quote="Mach"), TEXT) is None
    assert locate(Anchor(article_id="a", quote="Mach", ordinal=2), TEXT)[0] == TEXT.index("Mach s")
    key = anchor_of(ARTICLE, TEXT.index("Mach s"), TEXT.index(" said")).key
    assert locate(Anchor(article_id="a", quote="Mach", key=key), TEXT)[0] == TEXT.index("Mach s")


def test_an_account_is_found_by_its_words_when_its_id_has_changed():
    first = account("one", ("event_type", 0, 17))
    second = account("two", ("event_type", 19, 64), ("date", 19, 30))
    anchor = account_anchor(ARTICLE, second, "date", [first, second])
    renamed = replace(second, account_id="other")
    assert find_account(anchor, "date", ARTICLE, [first, renamed]) == [renamed]


def test_a_field_without_words_is_anchored_at_those_of_the_event():
    first = account("one", ("event_type", 0, 17))
    second = account("two", ("event_type", 19, 64), ("date", 0, 8))
    anchor = account_anchor(ARTICLE, first, "date", [first, second])
    assert anchor.quote == TEXT[:17]
    renamed = [replace(first, account_id="x"), replace(second, account_id="y")]
    assert find_account(anchor, "date", ARTICLE, renamed) == renamed[:1]


def test_accounts_that_share_their_words_are_told_apart_by_number_or_not_at_all():
    both = [account("one", ("event_type", 0, 17)), account("two", ("event_type", 0, 17))]
    anchor = account_anchor(ARTICLE, both[1], "event_type", both)
    renamed = [replace(one, account_id=f"new-{one.account_id}") for one in both]
    assert find_account(anchor, "event_type", ARTICLE, renamed) == renamed[1:]
    bare = Anchor(article_id="a", quote=TEXT[:17])
    assert find_account(bare, "event_type", ARTICLE, renamed) == renamed


def test_words_that_a_program_spoiled_are_found_by_their_hash():
    urdu = "کوئٹہ میں دھماکہ ہوا۔ دو افراد زخمی ہوئے۔"
    article = Article(id="a", text=urdu)
    only = account("one", ("event_type", 0, 21), text=urdu)
    anchor = account_anchor(article, only, "event_type", [only])
    spoiled = replace(anchor, quote="????? ???", account_id="", start=None)
    assert find_account(spoiled, "event_type", article, [only]) == [only]
    assert find_account(replace(spoiled, key=""), "event_type", article, [only]) == []

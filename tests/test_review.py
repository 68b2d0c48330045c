from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from geomap.correction_places import parse_place
from geomap.records import Account, Article, Evidence, Incident, Mention, Resolution
from geomap.review import REVIEW_COLUMNS, Review, review_rows
from geomap.text.merge import THRESHOLD

TEXT = "Three men were shot dead in Turbat on Monday."
ARTICLES = [
    Article(id="one", text=TEXT, title="A headline"),
    Article(id="two", text=TEXT, published=date(2026, 3, 4)),
    Article(id="names", text="In Nowhere, then Somewhere near Nowhere, and back in Nowhere."),
]
TURBAT, PASNI = parse_place("Turbat"), parse_place("Pasni, Gwadar")


def account(name, *, article="one", dead=None, quote=(28, 34), notes=(), **confidence):
    words = Evidence(
        field="place", article_id=article, start=quote[0], end=quote[1], quote=TEXT[slice(*quote)]
    )
    event = Evidence(field="event_type", article_id=article, start=0, end=24, quote=TEXT[:24])
    return Account(
        account_id=name,
        article_id=article,
        kind="incident",
        event_type="Battles",
        date_start=date(2026, 3, 2),
        date_end=date(2026, 3, 2),
        date_precision="day",
        fatalities_low=dead,
        fatalities_best=dead,
        fatalities_high=dead,
        place=TURBAT,
        evidence=(event, words),
        confidence=confidence,
        notes=notes,
    )


def resolution(toponym, *, start=0, article="one", place=None, score=0.0, role="background"):
    mention = Mention(
        article_id=article,
        start=start,
        end=start + len(toponym),
        sentence=0,
        paragraph=0,
        toponym=toponym,
        name_key=toponym.lower(),
        role=role,
    )
    candidates = (TURBAT, PASNI) if place else ()
    return Resolution(
        mention=mention, place=place, candidates=candidates, score=score, reason="because"
    )


def rows(accounts=(), resolutions=(), *, quotes=True, **review):
    review = Review(accounts=accounts, resolutions=resolutions, articles=ARTICLES, **review)
    return review_rows(review, quotes=quotes).to_dict("records")


def test_sure_readings_give_no_rows_but_all_columns():
    sure = resolution("Turbat", place=TURBAT, score=0.9)
    review = Review(
        accounts=[account("a", overall=0.9, place=0.9), account("b")],
        resolutions=[sure],
        articles=ARTICLES,
    )
    frame = review_rows(review)
    assert frame.columns.tolist() == list(REVIEW_COLUMNS)
    assert len(frame) == 0


def test_an_unsure_account_is_asked_for_its_doubtful_fields():
    (row,) = rows([account("a", overall=0.5, place=0.6, date=0.9, notes=("place:none", "date:x"))])
    assert (row["what"], row["field"]) == ("account field", "place")
    assert row["answer"] == "Turbat, Kech, Balochistan [gn:1163054]"
    assert row["why"] == "confidence 0.60; place:none"
    assert TEXT[row["start"] : row["end"]] == row["quote"] == "Turbat"
    assert (row["title"], row["decision"], row["correct_value"]) == ("A headline", "", "")
    assert (row["occurrence"], row["account_id"]) == ("1 of 1", "a")


def test_the_answer_is_the_weak_field_s_own_value():
    fields = {
        "fatalities": "3", "date": "2026-03-02 (day)", "actor": "", "event_type": "Battles",
    }  # fmt: skip
    for field, answer in fields.items():
        found = rows([account("a", dead=3, overall=0.4, **{field: 0.1, "place": 0.9})])
        (row,) = [row for row in found if row["field"] == field]
        assert row["answer"] == answer
        assert row["quote"] == TEXT[:24]


def test_an_account_that_may_be_none_is_asked_for_as_a_whole():
    found = rows([account("a", overall=0.2, place=0.4)])
    whole = next(row for row in found if row["what"] == "account")
    assert (whole["field"], whole["answer"]) == ("kind", "incident")
    assert whole["alternatives"] == "multi_site | operation | statistic | drop"


def test_figures_far_apart_are_asked_for_whatever_the_confidence():
    wide = account("a", overall=0.9)
    object.__setattr__(wide, "fatalities_low", 2)
    object.__setattr__(wide, "fatalities_high", 9)
    (row,) = rows([wide])
    assert (row["field"], row["answer"]) == ("fatalities", "unknown (2 to 9)")
    assert row["why"].endswith("figures from 2 to 9")


def test_the_most_valuable_come_first():
    accounts = [
        account("a", overall=0.5, place=0.4),
        account("b", dead=9, overall=0.5, place=0.7),
        account("c", article="two", dead=9, overall=0.5, place=0.4),
    ]
    names = [
        resolution("Nowhere", article="names", start=3),
        resolution("Somewhere", article="names", start=17, role="incident_site"),
    ]
    found = rows(accounts, names)
    assert [row["account_id"] or row["quote"] for row in found] == [
        "c", "b", "a", "Somewhere", "Nowhere",
    ]  # fmt: skip
    assert [row["worth"] for row in found] == sorted((row["worth"] for row in found), reverse=True)
    assert found[0]["worth"] == 6.0


def test_what_no_total_holds_is_worth_a_tenth():
    accounts = [account("a", dead=9, overall=0.5, place=0.4)]
    object.__setattr__(accounts[0], "kind", "statistic")
    assert rows(accounts)[0]["worth"] == 0.6


def test_a_name_is_worth_what_rests_on_it_and_how_often_it_occurs():
    deadly = account("a", dead=9, overall=0.9)
    close = resolution("Turbat", start=28, place=TURBAT, score=0.3, role="incident_site")
    (row,) = rows([deadly], [close])
    assert (row["what"], row["worth"]) == ("toponym", 7.0)
    assert row["alternatives"] == "Pasni, Gwadar, Balochistan [gn:1168312]"
    often = [resolution("Nowhere", article="names", start=start) for start in (3, 32, 53)]
    (row,) = rows([], often)
    assert (row["what"], row["count"], row["worth"]) == ("unresolved name", 3, 0.3)
    assert (row["occurrence"], row["start"], row["article_id"]) == ("all", 3, "names")
    assert row["context"] == ARTICLES[2].text


def test_a_name_that_several_articles_lack_is_asked_once_for_all():
    unknown = [resolution("Zzyzx", article=name, start=0) for name in ("two", "one", "one")]
    (row,) = rows([], unknown)
    assert (row["article_id"], row["count"], row["title"]) == ("*", 3, "A headline")
    assert pd.isna(row["start"])


def test_names_like_an_unknown_one_are_offered():
    (row,) = rows([], [resolution("Turbatt", article="one")])
    assert row["alternatives"].startswith("Turbat, Kech")


def test_long_contexts_are_cut_at_words():
    text = "word " * 60 + "Nowhere" + " word" * 60
    article = Article(id="long", text=text)
    review = Review(
        articles=[article], resolutions=[resolution("Nowhere", article="long", start=300)]
    )
    context = review_rows(review)["context"][0]
    assert len(context) <= 210
    assert context.startswith("… word")
    assert context.endswith("word …")


def test_without_quotes_only_the_toponyms_are_named():
    (row,) = rows([account("a", overall=0.5, place=0.2)], quotes=False)
    assert (row["quote"], row["start"], row["end"]) == ("", 28, 34)
    (row,) = rows([], [resolution("Nowhere", article="names", start=3)], quotes=False)
    assert (row["quote"], row["context"]) == ("Nowhere", "")


@pytest.mark.parametrize("word", ["corrected", "confirmed"])
def test_what_a_person_decided_is_not_asked_again(word):
    seen = account("a", overall=0.2, place=0.4, date=0.5, notes=(f"{word}: place", f"{word}: kind"))
    assert [row["field"] for row in rows([seen])] == ["date"]


def pair(*, merged):
    one = account("a", dead=3, overall=0.9)
    other = account("b", article="two", dead=5, overall=0.9)
    groups = [("a", "b")] if merged else [("a",), ("b",)]
    incidents = [
        Incident(incident_id=ids[0], kind="incident", event_type="Battles", account_ids=ids)
        for ids in groups
    ]
    return {"accounts": [one, other], "incidents": incidents}


@pytest.mark.parametrize(
    ("points", "merged", "answer", "worth"),
    [
        (THRESHOLD, True, "merge", 2.0),
        (THRESHOLD + 0.5, True, "merge", 1.0),
        (THRESHOLD + 3, True, None, None),
        (THRESHOLD - 0.5, False, "apart", 1.0),
        (THRESHOLD - 3, False, None, None),
    ],
)
def test_pairs_near_the_threshold_are_asked(monkeypatch, points, merged, answer, worth):
    monkeypatch.setattr("geomap.close_pairs.likeness", lambda *_, **__: points)
    found = rows(**pair(merged=merged))
    if answer is None:
        assert found == []
        return
    (row,) = found
    assert (row["what"], row["answer"], row["worth"]) == ("pair", answer, worth)
    assert {row["answer"], row["alternatives"]} == {"merge", "apart"}
    assert (row["article_id"], row["other_article_id"]) == ("one", "two")
    assert row["quote"] == row["other_quote"] == TEXT[:24]
    assert rows(**pair(merged=merged), decided=[frozenset(("a", "b"))]) == []


def test_accounts_of_one_article_are_no_pair(monkeypatch):
    monkeypatch.setattr("geomap.close_pairs.likeness", lambda *_, **__: THRESHOLD - 0.1)
    both = pair(merged=False)
    object.__setattr__(both["accounts"][1], "article_id", "one")
    assert rows(**both) == []

from __future__ import annotations

from datetime import date

from geomap.records import Account, Article, Evidence, Mention, Place, Precision, Resolution
from geomap.review import REVIEW_COLUMNS, review_rows

TEXT = "Three men were shot dead in Turbat on Monday."
ARTICLES = [Article(id="one", text=TEXT, title="A headline"), Article(id="two", text=TEXT)]
TURBAT = Place(name="Turbat", precision=Precision.SETTLEMENT, lon=63.05, lat=26.0, country="PK")


def account(name, *, article="one", dead=None, **confidence):
    words = Evidence(field="place", article_id=article, start=28, end=34, quote=TEXT[28:34])
    return Account(
        account_id=name,
        article_id=article,
        kind="incident",
        event_type="Battles",
        date_start=date(2026, 3, 2),
        fatalities_best=dead,
        place=TURBAT,
        evidence=(words,),
        confidence=confidence,
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
    return Resolution(mention=mention, place=place, score=score, reason="because")


def test_sure_readings_give_no_rows_but_all_columns():
    sure = resolution("Turbat", place=TURBAT, score=0.9)
    frame = review_rows([account("a", overall=0.9, place=0.9), account("b")], [sure], ARTICLES)
    assert frame.columns.tolist() == list(REVIEW_COLUMNS)
    assert len(frame) == 0


def test_an_unsure_account_shows_its_weakest_field():
    (row,) = rows([account("a", overall=0.31, place=0.4, date=0.9)])
    assert (row["field"], row["found"], row["why"]) == ("place", "Turbat", "confidence 0.31")
    assert TEXT[row["start"] : row["end"]] == row["quote"] == "Turbat"
    assert (row["title"], row["value"]) == ("A headline", "")


def test_what_was_found_is_the_weak_field_s_own_value():
    fields = {"fatalities": "3", "date": "2026-03-02", "actor": "", "event_type": "Battles"}
    for field, found in fields.items():
        (row,) = rows([account("a", dead=3, overall=0.1, **{field: 0.1, "place": 0.9})])
        assert (row["field"], row["found"], row["quote"]) == (field, found, "")
    (row,) = rows([account("a", overall=0.1)])
    assert row["field"] == "overall"


def test_the_most_dead_come_first_and_mentions_after_accounts():
    accounts = [account("a", overall=0.1), account("b", dead=9, overall=0.2)]
    found = rows(
        accounts,
        [resolution("Nowhere"), resolution("Somewhere", start=20, role="incident_site")],
    )
    assert [row["account_id"] for row in found] == ["b", "a", "", ""]
    assert [row["quote"] for row in found[2:]] == ["Somewhere", "Nowhere"]


def test_each_doubtful_name_of_an_article_once():
    doubtful = [resolution("Nowhere", start=start, article=name)
                for name in ("two", "one") for start in (40, 5)]  # fmt: skip
    found = rows([], [*doubtful, resolution("Turbat", start=9, place=TURBAT, score=0.3)])
    assert [(row["article_id"], row["start"]) for row in found] == [
        ("one", 5),
        ("one", 9),
        ("two", 5),
    ]
    assert [row["what"] for row in found][:2] == ["name without a place", "close candidates"]
    assert found[2]["title"] is None


def test_without_quotes_only_the_toponyms_are_named():
    (row,) = rows([account("a", overall=0.1, place=0.2)], quotes=False)
    assert (row["quote"], row["start"], row["end"]) == ("", 28, 34)
    (row,) = rows([], [resolution("Nowhere")], quotes=False)
    assert row["quote"] == "Nowhere"


def rows(accounts, resolutions=(), *, quotes=True):
    return review_rows(accounts, resolutions, ARTICLES, quotes=quotes).to_dict("records")

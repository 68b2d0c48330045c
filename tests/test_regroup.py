"""A person's word on which accounts are of one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from geomap.records import Account, Article, Place, Precision
from geomap.regroup import regroup, with_corrected_fields
from geomap.text.merge import combine_accounts, merge_accounts

TURBAT = Place(
    name="Turbat", precision=Precision.SETTLEMENT, lon=63.0, lat=26.0, country="PK",
    admin1="Balochistan", admin1_pcode="PK2", admin2="Kech", admin2_pcode="PK211",
)  # fmt: skip
ARTICLES = {
    name: Article(id=name, text="", published=date(2026, 3, day))
    for day, name in enumerate("abcd", 4)
}


def account(name, *, dead=2, place=TURBAT, day=3, **fields):
    return Account(
        account_id=f"id-{name}", article_id=name, kind="incident",
        event_type="Violence against civilians", date_start=date(2026, 3, day),
        date_end=date(2026, 3, day), date_precision="day", place=place, fatalities_best=dead,
        confidence={"overall": 0.9}, **fields,
    )  # fmt: skip


def groups(incidents):
    return sorted(sorted(one.account_ids) for one in incidents)


def regrouped(accounts, **pairs):
    incidents = merge_accounts(accounts, articles=ARTICLES.values())
    known = {one.account_id: one for one in accounts}
    return regroup(incidents, known, ARTICLES, **pairs)


ALIKE = [account("a"), account("b"), account("c")]
APART = [account("a"), account("b", day=20), account("c", day=25)]


def test_without_a_word_nothing_changes():
    incidents, refused = regrouped(ALIKE)
    assert groups(incidents) == [["id-a", "id-b", "id-c"]]
    assert (incidents, refused) == (merge_accounts(ALIKE, articles=ARTICLES.values()), [])


def test_two_accounts_are_put_together_and_the_rest_stays():
    incidents, _ = regrouped(APART, together=[("id-a", "id-b")])
    assert groups(incidents) == [["id-a", "id-b"], ["id-c"]]
    (whole,) = [one for one in incidents if len(one.account_ids) == 2]
    assert (whole.incident_id, whole.former_ids) == ("id-a", ("id-b",))
    assert whole.article_ids == ("a", "b")


def test_two_accounts_are_kept_apart_and_a_third_stays_with_the_one_it_is_like():
    like_b = [account("a"), account("b", actor="BLA"), account("c", actor="BLA")]
    assert len(merge_accounts(like_b, articles=ARTICLES.values())) == 1
    incidents, _ = regrouped(like_b, apart=[("id-a", "id-b")])
    assert groups(incidents) == [["id-a"], ["id-b", "id-c"]]
    assert [one.actor for one in incidents] == [None, "BLA"]


def test_a_pair_put_together_stays_so_when_the_incident_is_parted():
    incidents, _ = regrouped(ALIKE, apart=[("id-a", "id-b")], together=[("id-c", "id-b")])
    assert groups(incidents) == [["id-a"], ["id-b", "id-c"]]


def test_a_contradiction_is_refused():
    incidents, refused = regrouped(
        APART, together=[("id-a", "id-b"), ("id-b", "id-c")], apart=[("id-a", "id-c")]
    )
    assert groups(incidents) == [["id-a", "id-b"], ["id-c"]]
    assert refused == [("id-b", "id-c")]


@pytest.mark.parametrize("turn", [1, -1])
def test_the_order_of_the_accounts_changes_nothing(turn):
    incidents, _ = regrouped(ALIKE[::turn], apart=[("id-a", "id-b")])
    assert incidents == regrouped(ALIKE, apart=[("id-a", "id-b")])[0]


def test_a_corrected_place_leads_but_the_latest_figures_do():
    hoshab = replace(TURBAT, name="Hoshab")
    first = account("a", place=hoshab, dead=9, notes=("corrected: place", "corrected: fatalities"))
    second = account("b", dead=4)
    incident = combine_accounts([second, first], articles=ARTICLES)
    known = {one.account_id: one for one in (first, second)}
    (led,) = with_corrected_fields([incident], known)
    assert led.place.name == "Hoshab"
    assert led.fatalities_best == incident.fatalities_best == 4


def test_what_was_only_confirmed_leads_nowhere():
    district = replace(TURBAT, name="Kech", precision=Precision.DISTRICT, lon=None, lat=None)
    first = account("a", place=district, notes=("confirmed: place",))
    second = account("b")
    incident = combine_accounts([first, second], articles=ARTICLES)
    known = {one.account_id: one for one in (first, second)}
    assert with_corrected_fields([incident], known)[0].place.name == "Turbat"

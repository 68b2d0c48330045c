from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.places.resolve import resolve
from geomap.records import Article, Precision
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions
from geomap.text.quotes import MAX_QUOTE
from tests.text.test_mentions import WORDS

WEDNESDAY = date(2026, 3, 4)


def read(text, published=WEDNESDAY, name="a"):
    article = Article(id=name, text=text, published=published, published_source="metadata")
    return extract_accounts(article, resolve(find_mentions(article)))


def one(text, **fields):
    (account,) = read(text, **fields)
    return account


def test_an_account_has_type_day_place_figures_and_actor():
    account = one(
        "QUETTA: A roadside bomb killed three soldiers and wounded five in Turbat, in Kech "
        "district, on Tuesday, officials said. "
        "The Balochistan Liberation Front claimed responsibility.",
    )
    assert account.kind == "incident"
    assert account.event_type == "Explosions/Remote violence"
    assert account.date_start == account.date_end == date(2026, 3, 3)
    assert (account.place.name, account.place.precision) == ("Turbat", Precision.SETTLEMENT)
    assert (account.fatalities_best, account.injured_best) == (3, 5)
    assert account.fatalities_security_forces == 3
    assert (account.actor, account.actor_basis) == ("BLF", "claimed")


def test_silence_is_not_zero_and_zero_is_said():
    silent = one("Gunmen attacked a police post in Mach on Tuesday.")
    assert (silent.fatalities_best, silent.injured_best) == (None, None)
    said = one("Gunmen attacked a police post in Mach on Tuesday. There were no casualties.")
    assert (said.fatalities_best, said.injured_best) == (0, 0)


@pytest.mark.parametrize(
    ("where", "level", "has_point"),
    [
        ("in Chaman", Precision.SETTLEMENT, True),
        ("near Dalbandin", Precision.NEAR, True),
        ("30 km south of Nushki", Precision.NEAR, True),
        ("in Barkhan district", Precision.DISTRICT, False),
        ("in Kalat division", Precision.DIVISION, False),
        ("somewhere in Balochistan", Precision.PROVINCE, False),
        ("on the Quetta-Karachi highway in Khuzdar district", Precision.LINE, False),
    ],
)
def test_only_places_known_as_a_point_get_one(where, level, has_point):
    account = one(f"A bomb went off {where} on Tuesday, wounding two people.")
    assert account.place.precision is level
    assert (account.place.lon is not None) == has_point


def test_another_incident_in_one_article_is_another_account():
    accounts = read(
        "A grenade wounded two in Pishin on Monday, police said.\n\n"
        "In another incident, gunmen shot dead a teacher in Kharan on Tuesday.",
    )
    assert [account.place.name for account in accounts] == ["Pishin", "Kharan"]
    assert [account.fatalities_best for account in accounts] == [None, 1]


@pytest.mark.parametrize(
    "text",
    [
        "A court in Quetta on Tuesday sentenced two men to death for the 2019 bombing in Sibi.",
        "Troops stormed a building in a mock exercise in Gwadar on Tuesday and freed the hostages.",
        "The prime minister condemned the attack and expressed grief.",
        "Police deployed 900 men in Zhob on Tuesday to avert attacks during the festival.",
        "Four people were killed when a bus plunged into a ravine near Khuzdar on Tuesday.",
    ],
)
def test_what_is_tried_rehearsed_condemned_planned_or_accidental_is_no_incident(text):
    assert read(text) == []


def test_a_sum_over_months_is_a_statistic():
    account = one(
        "Since January, 140 people have been killed in attacks in Balochistan, a report said."
    )
    assert (account.kind, account.fatalities_best) == ("statistic", 140)


def test_an_operation_is_not_added_to_the_attacks_that_it_answers():
    attacks, operation = read(
        "Balochistan saw coordinated attacks at nine places on February 20.\n\n"
        "The army said it had concluded Operation Clear Sky, in which 40 militants were killed.",
    )
    assert (attacks.kind, attacks.n_sites) == ("multi_site", 9)
    assert (operation.kind, operation.fatalities_best) == ("operation", 40)
    assert operation.related_account_ids == (attacks.account_id,)


def test_official_figures_lead_and_claims_widen_the_range():
    account = one(
        "Three soldiers were killed in an attack on a post in Tump on Tuesday, officials said. "
        "The BLA claimed to have killed 12 soldiers.",
    )
    assert (account.fatalities_best, account.fatalities_high) == (3, 12)


def test_no_label_becomes_a_name():
    account = one("Troops killed four men of Fitna al-Khawarij in a raid in Bannu on Tuesday.")
    assert account.actor == "security forces"
    assert "khawarij" not in (account.actor + str(account.target)).lower()


def test_days_stay_unknown_without_a_publication_date():
    account = one("A bomb wounded two policemen in Hangu on Monday.", published=None)
    assert (account.date_start, account.date_precision) == (None, "unknown")


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_every_quote_is_the_articles_own_words(text):
    for account in read(text):
        for item in account.evidence:
            assert item.quote == text[item.start : item.end]
            assert 0 < len(item.quote) <= MAX_QUOTE


def test_an_unrelated_article_changes_no_account():
    text = "A bomb killed two in Surab on Tuesday."
    first = Article(id="a", text=text, published=WEDNESDAY)
    other = Article(id="b", text="Rain fell in Lahore on Monday.", published=WEDNESDAY)
    alone = extract_accounts([first], resolve(find_mentions([first])))
    together = extract_accounts([other, first], resolve(find_mentions([other, first])))
    assert alone == [account for account in together if account.article_id == "a"]

"""Figures of a lead that are the sum of what is told in other places after it."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions


def told(text):
    article = Article(id="a", text=text, published=date(2024, 5, 20))
    return [
        (one.kind, one.place.name, str(one.date_start), one.fatalities_best)
        for one in extract_accounts(article, resolve(find_mentions(article)))
    ]


def test_each_place_has_its_own_dead():
    text = """Six people died in a blast in Nushki and shootings elsewhere on Saturday.

The explosion in Nushki was aimed at a patrol of the Levies. Two passers-by were killed.

In Hub, a grenade was thrown at a hotel, killing three guests.

A tailor was gunned down in his shop in Kharan."""
    assert told(text) == [
        ("incident", "Nushki", "2024-05-18", 2),
        ("incident", "Hub", "2024-05-18", 3),
        ("incident", "Kharan", "2024-05-18", 1),
    ]


@pytest.mark.parametrize(
    "after",
    [
        "Two of the dead were soldiers and three were passers-by, an official in Quetta said.",
        "The bodies of two were sent to Sukkur, those of the other three to Multan.",
        "In Mastung, two suspects were picked up. In Quetta, three others were questioned.",
    ],
)
def test_what_becomes_of_the_dead_is_no_other_event(after):
    text = f"Five people were killed when a bomb hit a bus in Nushki on Saturday. {after}"
    assert told(text) == [("incident", "Nushki", "2024-05-18", 5)]


def test_coordinated_attacks_stay_one():
    text = """Seven people were killed in coordinated attacks in Nushki, Hub and Kharan on Saturday.

In Nushki gunmen shot dead four policemen. In Kharan a bomb killed three soldiers."""
    assert ("multi_site", 7) in [(kind, dead) for kind, _, _, dead in told(text)]


def test_an_attack_in_one_town_is_no_sum_of_what_follows():
    text = """Five people were killed when gunmen fired at a coach near Nushki on Saturday.

In another incident, two guards were shot dead in Hub. In Kharan a mine killed three shepherds."""
    assert told(text) == [
        ("incident", "Nushki", "2024-05-18", 5),
        ("incident", "Hub", "2024-05-18", 2),
        ("incident", "Kharan", "2024-05-18", 3),
    ]

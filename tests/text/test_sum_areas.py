"""Where a sum is from that names only "the district", and an event told of a country first."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

REPORT = (
    "KARACHI: Two traders from Punjab were shot dead in Nal, in Khuzdar district of Balochistan, "
    "on Friday. A mine killed a shepherd in Wadh the same day. A labourer from Sindh was hurt in "
    "Zehri.\n\n"
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("In all, 98 people were killed in the district in 2023.", "Khuzdar"),
        ("In all, 598 people were killed in the province in 2023.", "Balochistan"),
        ("In all, 1,598 people were killed across the country in 2023.", "Pakistan"),
        ("In all, 212 people were killed in the city in 2023.", "Karachi"),
        ("In all, 98 people were killed in Panjgur in 2023.", "Panjgur"),
        ("سال 2023 میں صوبے میں 598 افراد ہلاک ہوئے۔", "Balochistan"),
    ],
)
def test_the_area_that_a_sum_means(words, name):
    article = Article(id="a", text=REPORT + words, published=date(2024, 3, 10))
    found = extract_accounts(article, resolve(find_mentions(article)))
    places = [one.place.name for one in found if one.kind == "statistic"]
    assert places == [name]


def test_the_place_told_first_within_a_country_is_the_events():
    text = (
        "KARACHI: A bomb tore through a lorry in Pakistan's west on Sunday, killing five loaders. "
        "The blast took place near Dalbandin in Chagai district of Balochistan. "
        "In Larkana, to which three of the dead belonged, mourners gathered after the blast."
    )
    article = Article(id="a", text=text, published=date(2024, 3, 10))
    (account,) = extract_accounts(article, resolve(find_mentions(article)))
    assert (account.place.name, account.place.admin2) == ("Dalbandin", "Chagai")

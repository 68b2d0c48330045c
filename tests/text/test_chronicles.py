"""Chronicles: dated lists of events of months or years, whose items are told and not recalled."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

PUBLISHED = date(2024, 5, 20)

LISTED = """Five policemen died on Sunday when a bomb hit their van in Hangu. Earlier attacks:

Sept. 3, 2023 - Gunmen storm a police training centre in Tank. Six recruits are killed.

-- The same evening, a roadside mine kills two soldiers near Wana.

Dec. 11 - A suicide bomber kills nine people at a market in Bannu and wounds 30.

Jan. 7, 2024 - A car bomb explodes on Kohat Road in Peshawar, killing four."""

HEADED = """Some of the attacks on miners in Balochistan over the last three years are given below.

March 2021

Seven miners were killed when gunmen raided their quarters in Duki.

August 19, 2022

In Harnai, four miners were taken off a truck and shot dead. The BLA claimed responsibility.

February 2, 2023

At least three miners were killed in twin bombings at a mine in Chamalang."""

PROSE = """Two teachers were shot dead in Turbat on Sunday. Here is a look at the earlier ones.

On April 2, 2023, armed men opened fire on a school in Mand, killing a teacher.

Three months earlier, on January 9, 2023, a grenade in Panjgur wounded eight students.

In September 2022, a head teacher was gunned down in Khuzdar."""


def accounts(text, *, title=None, published=PUBLISHED):
    article = Article(id="a", title=title, text=text, published=published)
    found = extract_accounts(article, resolve(find_mentions(article)))
    return [one for one in found if one.kind != "statistic"]


def told(text, **kwargs):
    return [
        (str(one.date_start), str(one.date_end), one.place.name, one.fatalities_best)
        for one in accounts(text, **kwargs)
    ]


def test_lines_that_open_with_a_day():
    assert told(LISTED) == [
        ("2024-05-19", "2024-05-19", "Hangu", 5),
        ("2023-09-03", "2023-09-03", "Tank", 6),
        ("2023-09-03", "2023-09-03", "Wana", 2),
        ("2023-12-11", "2023-12-11", "Bannu", 9),
        ("2024-01-07", "2024-01-07", "Kohat Road", 4),
    ]


def test_dates_that_head_paragraphs():
    assert told(HEADED) == [
        ("2021-03-01", "2021-03-31", "Duki", 7),
        ("2022-08-19", "2022-08-19", "Harnai", 4),
        ("2023-02-02", "2023-02-02", "Chamalang", 3),
    ]
    assert [one.actor for one in accounts(HEADED)][1] == "BLA"


def test_paragraphs_under_an_announcement():
    assert told(PROSE) == [
        ("2024-05-19", "2024-05-19", "Turbat", 2),
        ("2023-04-02", "2023-04-02", "Mand", 1),
        ("2023-01-09", "2023-01-09", "Panjgur", None),
        ("2022-09-01", "2022-09-30", "Khuzdar", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        PROSE.replace(" Here is a look at the earlier ones.", ""),
        PROSE.replace("\n\nThree months earlier", " Three months earlier").replace(
            "\n\nIn September", " In September"
        ),
    ],
)
def test_memories_in_a_report_are_no_chronicle(text):
    assert told(text) == [("2024-05-19", "2024-05-19", "Turbat", 2)]


def test_a_group_behind_one_item_is_not_behind_all():
    text = LISTED.replace("wounds 30.", "wounds 30. The TTP claims the attack.")
    assert [one.actor for one in accounts(text)].count("TTP") == 1


@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_item_is_quoted(number):
    article = Article(id="a", text=LISTED, published=PUBLISHED)
    account = extract_accounts(article, resolve(find_mentions(article)))[number]
    assert account.evidence
    assert all(one.quote == LISTED[one.start : one.end] for one in account.evidence)


def test_a_list_of_these_days_is_read_whatever_its_topic():
    text = """PESHAWAR: What befell the local election campaign so far:

— May 12: A cracker bomb explodes at the gate of a party office in Kohat. Nobody hurt.

— May 14: A candidate of an alliance is gunned down by a rider near the bus stand in Tank.

— May 17: Rockets hit a polling station in Bara; no one is harmed."""
    assert told(text) == [
        ("2024-05-12", "2024-05-12", "Kohat", 0),
        ("2024-05-14", "2024-05-14", "Tank", 1),
        ("2024-05-17", "2024-05-17", "Bara", 0),
    ]


def test_all_under_a_date_is_of_it_and_the_first_date_is_no_header():
    text = """January 8, 2023

A bomb killed four people in Tank.

Gunmen shot dead a teacher in Kech.

February 9, 2023

A grenade killed two traders in Mand.

March 3, 2023

Three policemen died in an ambush in Bannu."""
    assert told(text) == [
        ("2023-01-08", "2023-01-08", "Tank", 4),
        ("2023-01-08", "2023-01-08", "Kech", 1),
        ("2023-02-09", "2023-02-09", "Mand", 2),
        ("2023-03-03", "2023-03-03", "Bannu", 3),
    ]

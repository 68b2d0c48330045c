"""Reviews of weeks and months: sums of areas and forces, drives of arrests, and what is neither."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Account, Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions


def accounts_of(text: str, day: str) -> list[Account]:
    article = Article(id="a", text=text, published=date.fromisoformat(day))
    return extract_accounts(article, resolve(find_mentions(article)))


def told(text: str, day: str) -> list[tuple[str, str, str, str | None, int | None, int | None]]:
    return [
        (
            one.kind,
            str(one.date_start),
            str(one.date_end),
            one.place and one.place.name,
            one.fatalities_best,
            one.injured_best,
        )
        for one in accounts_of(text, day)
    ]


WEEK = "statistic", "2024-05-06", "2024-05-12"
WEEKLY = (
    "Thirteen attacks were recorded across Pakistan from May 6 to 12, leaving 29 people dead and "
    "33 injured, compared with 19 attacks and 44 deaths in the week before.\n\n"
    "Sindh saw three attacks in which four people were killed and nine injured. Balochistan, "
    "including its coastal districts, accounted for six attacks with 16 deaths and 20 injuries, "
    "while four attacks in Punjab left nine persons dead and four injured.\n\n"
    "On May 9, gunmen ambushed a Levies patrol near Besima, in Washuk district, killing five "
    "personnel.\n\n"
    "Security forces killed at least 12 militants and arrested 30 suspects during the week."
)


def test_a_week_is_summed_up_by_area_and_by_force():
    assert told(WEEKLY, "2024-05-14") == [
        (*WEEK, "Pakistan", 29, 33),
        (*WEEK, "Sindh", 4, 9),
        (*WEEK, "Balochistan", 16, 20),
        (*WEEK, "Punjab", 9, 4),
        ("incident", "2024-05-09", "2024-05-09", "Basima", 5, None),
        (*WEEK, "Pakistan", 12, None),
    ]


def test_a_heading_names_the_week():
    text = (
        "SECURITY DIGEST, 3-9 June 2024\n\n"
        "Eleven attacks were recorded in the week, down from 15 the week before. They left 21 "
        "people dead. Seven attacks in Sindh killed 12 people, and three in Punjab left nine dead."
    )
    week = "statistic", "2024-06-03", "2024-06-09"
    assert told(text, "2024-06-10") == [
        (*week, "Pakistan", 21, None),
        (*week, "Sindh", 12, None),
        (*week, "Punjab", 9, None),
    ]


def test_a_month_that_only_its_first_words_name():
    text = (
        "ISLAMABAD: August was the bloodiest month of the year. Militants carried out 61 attacks, "
        "killing 151 people and injuring 270, the body said. Balochistan was hit by 24 attacks "
        "that left 40 people dead. Sindh reported two attacks, with three deaths."
    )
    month = "statistic", "2023-08-01", "2023-08-31"
    assert told(text, "2023-09-04") == [
        (*month, "Pakistan", 151, 270),
        (*month, "Balochistan", 40, None),
        (*month, "Sindh", 3, None),
    ]


MONTHLY = (
    "ISLAMABAD: Pakistan witnessed 70 attacks in March, which left 98 people dead, a monitor said. "
)
MARCH = "statistic", "2024-03-01", "2024-03-31"


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("In February, 66 attacks had claimed 81 lives.", []),
        ("Of the 98 killed, 50 were policemen and soldiers.", []),
        ("Of those killed, 41 died in Sindh.", [("Sindh", 41)]),
        (
            "Troops killed 31 militants during the month, most of them in Tank.",
            [("Pakistan", 31)],
        ),
        (
            "Sindh, which had seen no attack since the summer, recorded 12 deaths.",
            [("Sindh", 12)],
        ),
        ("Punjab had four attacks and six deaths, Sindh was quiet.", [("Punjab", 6)]),
    ],
)
def test_what_a_review_of_a_month_adds(words, sums):
    found = told(MONTHLY + words, "2024-04-03")
    assert found == [(*MARCH, "Pakistan", 98, None), *((*MARCH, *one, None) for one in sums)]


@pytest.mark.parametrize(
    ("text", "day", "sums"),
    [
        (
            (
                "QUETTA: There were nine deaths in militant violence in Zhob in the whole of 2021, "
                "official figures show, against 33 in 2013."
            ),
            "2022-03-01",
            [("2021-12-31", 9), ("2013-12-31", 33)],
        ),
        (
            (
                "QUETTA: The commission counted 417 deaths in attacks in Balochistan in "
                "2017, compared "
                "with 698 the year before."
            ),
            "2018-02-08",
            [("2017-12-31", 417)],
        ),
        (
            (
                "QUETTA: The first half of 2023 saw 271 attacks in Balochistan that claimed "
                "389 lives, "
                "up 79 per cent on the same period last year."
            ),
            "2023-07-04",
            [("2023-06-30", 389)],
        ),
        (
            "QUETTA: The commission says that five lawyers were killed in Balochistan in 2021.",
            "2022-03-01",
            [("2021-12-31", 5)],
        ),
    ],
)
def test_the_years_that_sums_are_of(text, day, sums):
    found = told(text, day)
    assert [(end, dead) for _, _, end, _, dead, _ in found] == sums
    assert {one[0] for one in found} == {"statistic"}


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("At least 31 people have been killed in attacks in Sindh this year.", "2023-11-02"),
        ("Since June, 144 people have been killed in attacks in Sindh.", "2023-11-02"),
        ("A further 21 people were killed in attacks in Sindh in October.", "2023-10-31"),
    ],
)
def test_a_sum_so_far_ends_with_the_latest_news(words, end):
    text = "SUKKUR: Gunmen killed a trader in Ghotki on Thursday. " + words
    assert [one[2] for one in told(text, "2023-11-03") if one[0] == "statistic"] == [end]


def test_a_list_of_events_may_end_with_a_sum():
    text = (
        "March 3\n\nGunmen killed a teacher in Turbat in Kech District.\n\n"
        "March 9\n\nA bomb injured two constables in Hub.\n\n"
        "March 14\n\nTroops killed two militants in an operation in Mand.\n\n"
        "March 30\n\n58 men were killed and 71 injured in attacks in Balochistan from January 1 to "
        "February 28, 2021, a report says."
    )
    found = told(text, "2021-04-02")
    assert found[-1] == ("statistic", "2021-01-01", "2021-02-28", "Balochistan", 58, 71)
    assert [one[0] for one in found[:-1]] == ["incident"] * 3


@pytest.mark.parametrize(
    ("text", "area"),
    [
        (
            (
                "LAHORE: The Counter-Terrorism Department said it had carried out 61 "
                "operations across "
                "Punjab between 4 and 10 November, arresting eight suspects."
            ),
            "Punjab",
        ),
        (
            (
                "SUKKUR: Police arrested 90 suspects in search operations in Sukkur division from "
                "November 4 to November 10, a spokesman said."
            ),
            "Sukkur",
        ),
        (
            (
                "کراچی: سی ٹی ڈی سندھ نے 4 نومبر سے 10 نومبر تک صوبے کے مختلف اضلاع میں "
                "37 کارروائیوں کے دوران سات مبینہ دہشت گردوں کو گرفتار کیا۔"
            ),
            "Sindh",
        ),
    ],
)
def test_a_drive_of_arrests_is_an_operation(text, area):
    (one,) = accounts_of(text, "2020-11-12")
    assert (one.kind, one.event_type) == ("operation", "Strategic developments")
    assert (str(one.date_start), str(one.date_end)) == ("2020-11-04", "2020-11-10")
    assert (one.place.name, one.actor, one.fatalities_best) == (area, "security forces", None)


@pytest.mark.parametrize(
    "text",
    [
        "HUB: Levies arrested two suspects in raids in Kharan on Thursday.",
        "HUB: Rangers arrested 14 suspects in raids in different parts of the city.",
        "In January, more than 80 people died in twin bombings in Sibi.",
        "In 2010, 74 worshippers lost their lives in an attack on a shrine in Sukkur.",
        "Guns killed 11 women in Sibi in the name of honour so far this year.",
    ],
)
def test_what_is_neither_a_drive_nor_a_sum(text):
    assert not told("QUETTA: Gunmen killed a trader in Hub on Sunday. " + text, "2021-08-10")[1:]


def test_the_same_night_of_a_month_before_is_no_news():
    text = (
        "QUETTA: Gunmen killed four travellers near Pasni late on Sunday. In May, dozens of people "
        "died when separatists struck at several places in Balochistan on the same night."
    )
    assert [one[0] for one in told(text, "2022-08-16")] == ["incident"]


def test_a_search_after_an_attack_is_no_campaign():
    text = (
        "QUETTA: Three soldiers were killed when militants stormed a camp in Zhob on Monday. A "
        "clearance operation was in progress till late in the night, the army said."
    )
    assert [one[0] for one in told(text, "2022-08-16")] == ["incident"]


@pytest.mark.parametrize(
    ("text", "area", "dead"),
    [
        (
            (
                "PESHAWAR: Over the past 48 hours, security forces killed 15 militants in three "
                "operations in Khyber, Mohmand and Kurram, the army said."
            ),
            "Khyber Pakhtunkhwa",
            15,
        ),
        (
            (
                "QUETTA: After a blast in Sibi, security forces killed 60 militants in "
                "raids all over "
                "Balochistan between August 1 and 4."
            ),
            "Balochistan",
            60,
        ),
    ],
)
def test_operations_told_by_their_sum_alone(text, area, dead):
    (one,) = [each for each in accounts_of(text, "2022-08-16") if each.kind == "operation"]
    assert (one.place.name, one.fatalities_best) == (area, dead)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            (
                "QUETTA: The home secretary said 612 acts of terrorism took place in "
                "Balochistan in "
                "2021. He said 238 people, 92 of them soldiers, lost their lives and 412 "
                "were injured."
            ),
            [("Balochistan", 238, 412)],
        ),
        (
            (
                "From January to August 2021, aid workers registered 31 incidents in "
                "Sindh. Five aid "
                "workers were killed, four injured and nine abducted."
            ),
            [("Sindh", 5, 4)],
        ),
        (
            (
                "ISLAMABAD: At least 254 people lost their lives in 59 attacks across Pakistan in "
                "June. Of the deceased, 92 were civilians. A further 150 were wounded."
            ),
            [("Pakistan", 254, 150)],
        ),
        (
            (
                "ISLAMABAD: The country saw 370 attacks in 2021, killing 815 people. "
                "There were 171 "
                "attacks from Iran, which left 18 dead."
            ),
            [("Pakistan", 815, None), ("Pakistan", 18, None)],
        ),
    ],
)
def test_what_goes_on_with_a_sum(text, sums):
    found = told(text, "2022-08-16")
    assert [one[3:] for one in found] == sums
    assert {one[0] for one in found} == {"statistic"}

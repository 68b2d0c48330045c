from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions
from geomap.text.merge import merge_accounts

FIRST = Article(
    id="a1",
    text="A bomb killed three people and wounded nine in Khuzdar on Monday, police said.",
    published=date(2026, 3, 3),
    source="paper one",
)
SECOND = Article(
    id="a2",
    text="The toll of Monday's bombing in Khuzdar rose to five on Wednesday, officials said.",
    published=date(2026, 3, 4),
    source="paper two",
)
OTHER = Article(
    id="a3",
    text="Gunmen shot dead a teacher in Kharan on Monday, police said.",
    published=date(2026, 3, 3),
)


def accounts(*articles):
    return extract_accounts(articles, resolve(find_mentions(articles)))


def test_a_toll_that_rose_is_one_incident_led_by_the_latest_figure():
    (incident,) = merge_accounts(accounts(FIRST, SECOND), articles=[FIRST, SECOND])
    figures = incident.fatalities_low, incident.fatalities_best, incident.fatalities_high
    assert figures == (3, 5, 5)
    assert incident.article_ids == ("a1", "a2")
    assert [article.source for article in incident.sources] == ["paper one", "paper two"]


def test_the_earliest_account_gives_the_id():
    every = accounts(FIRST, SECOND)
    (incident,) = merge_accounts(every, articles=[FIRST, SECOND])
    assert incident.incident_id == every[0].account_id


def test_other_places_and_other_days_stay_apart():
    later = replace(
        FIRST, id="a4", text=FIRST.text.replace("Monday", "Thursday"), published=date(2026, 3, 6)
    )
    found = merge_accounts(accounts(FIRST, OTHER, later), articles=[FIRST, OTHER, later])
    assert len(found) == 3


def test_two_accounts_of_one_article_are_two_events():
    twice = Article(
        id="t",
        text="Gunmen shot dead two men in Mach on Monday.\n\n"
        "In another incident, gunmen shot dead two men in Mach on Monday night.",
        published=date(2026, 3, 3),
    )
    assert len(merge_accounts(accounts(twice), articles=[twice])) == 2


def test_statistics_are_no_incidents():
    sums = Article(
        id="s",
        text="Since January, 90 people have been killed in attacks in Sindh, a report said.",
        published=date(2026, 3, 3),
    )
    assert merge_accounts(accounts(sums), articles=[sums]) == []


def test_the_order_of_accounts_and_articles_changes_nothing():
    articles = [FIRST, SECOND, OTHER]
    every = accounts(*articles)
    expected = merge_accounts(every, articles=articles)
    for seed in range(5):
        shuffled = random.Random(seed).sample(every, len(every))  # noqa: S311
        assert merge_accounts(shuffled, articles=reversed(articles)) == expected


def reported(key, text, day):
    return Article(id=key, text=text, published=day)


FOLLOWED = {
    # the town first, then a village next door; two of the wounded have died
    "A bomb hit a bus near Mastung on Monday, killing six people and wounding 14.": (
        "Two of those hurt when a bomb hit a bus in Kanak, Mastung district, on Monday have died; "
        "the dead now number eight and twelve are under treatment."
    ),
    # the province first, then the pass, in Urdu; one of the wounded has died
    "Gunmen raked two pickups in Balochistan on Monday, killing five guards; six were hurt.": (
        "پیر کو بزی پاس حملے میں ہلاک ہونے والوں کی تعداد چھ ہو گئی جبکہ پانچ زخمی زیر علاج ہیں۔"
    ),
    "A grenade killed two labourers and wounded five in Turbat on Monday.": (
        "Three labourers were killed and four were wounded when a grenade went off in Turbat on "
        "Monday night, doctors said."
    ),
}


@pytest.mark.parametrize(("first", "second"), FOLLOWED.items())
def test_reports_of_one_event_become_one_incident(first, second):
    told = [
        reported("m1", first, date(2026, 3, 3)),
        reported("m2", second, date(2026, 3, 5)),
    ]
    assert len(merge_accounts(accounts(*told), articles=told)) == 1


APART = [
    (
        "Six road workers were shot dead in Balochistan on Monday.",
        "A blast on the railway line in Balochistan killed six passengers on Sunday.",
    ),
    (
        "A grenade wounded three people at a shop in Turbat on Monday morning.",
        "A trader was shot dead in Turbat on Monday evening.",
    ),
    (
        "Two soldiers were killed by a mine in Buleda, Kech district, on Monday.",
        "Five labourers were shot dead in Mand, Kech district, on Monday.",
    ),
]


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_events_stay_two(first, second):
    told = [
        reported("m1", first, date(2026, 3, 3)),
        reported("m2", second, date(2026, 3, 4)),
    ]
    assert len(merge_accounts(accounts(*told), articles=told)) == 2


def test_the_accounts_of_one_article_choose_together():
    one = reported(
        "m1", "A bomb killed six people in Kanak, Mastung district, on Monday.", date(2026, 3, 3)
    )
    two = reported(
        "m2",
        "A bomb killed six people in Kanak, Mastung district, on Monday. In another incident, two "
        "labourers were shot dead in Mastung on Monday.",
        date(2026, 3, 4),
    )
    found = merge_accounts(accounts(one, two), articles=[one, two])
    assert sorted(item.fatalities_best for item in found) == [2, 6]


def report(number, day, text):
    return Article(id=f"r{number}", text=text, published=date(2026, 3, day))


def test_two_early_reports_are_joined_by_a_third_that_fits_both():
    told = [
        report(1, 3, "A bomb killed two people at Jusak in Kech on Tuesday."),
        report(2, 4, "A bomb killed six people and injured nine at Jusak in Kech on Tuesday."),
        report(3, 5, "Traders mourned the victims of a bomb that exploded at Jusak on Tuesday."),
    ]
    assert len(merge_accounts(accounts(*told[:2]), articles=told)) == 2
    (incident,) = merge_accounts(accounts(*told), articles=told)
    assert incident.article_ids == ("r1", "r2", "r3")


def test_those_who_did_it_may_claim_a_higher_toll():
    told = [
        report(1, 3, "A bomb killed two soldiers and hurt five in Turbat on Tuesday."),
        report(2, 3, "The BLF said its bomb killed eight personnel at Jusak, Turbat, on Tuesday."),
    ]
    assert len(merge_accounts(accounts(*told), articles=told)) == 1


def test_a_report_that_names_the_country_alone_joins_one_that_names_the_town():
    told = [
        report(1, 3, "A suicide bomber killed 14 worshippers in a mosque in Pakistan on Tuesday."),
        report(
            2, 4, "SIBI: A suicide bomber killed 14 worshippers in a mosque in Sibi on Tuesday."
        ),
    ]
    (incident,) = merge_accounts(accounts(*told), articles=told)
    assert incident.place.name == "Sibi"


def test_words_for_the_dead_of_one_service_are_no_difference():
    told = [
        report(1, 3, "A roadside bomb killed two troops near Tump on Tuesday."),
        report(2, 4, "Suspected militants detonated an IED in Kech on Tuesday; three FC men died."),
    ]
    assert len(merge_accounts(accounts(*told), articles=told)) == 1

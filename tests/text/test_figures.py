"""Which figures of an article are an event's own."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions


def read(text):
    article = Article(id="a", text=text, published=date(2026, 3, 4), published_source="metadata")
    return extract_accounts(article, resolve(find_mentions(article)))


def figures(text):
    return [(account.fatalities_best, account.injured_best) for account in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "A bomb exploded in Mastung on Tuesday. Officials had at first spoken of two dead. "
                "The deputy commissioner put the number of the dead at five."
            ),
            (5, None),
        ),
        (
            (
                "The toll of Monday's blast in Mastung rose to three after a driver succumbed to "
                "his wounds. Two clerks had died on Monday while five others were wounded."
            ),
            (3, 4),
        ),
        (
            (
                "The toll of Monday's blast in Mastung rose to three after a driver succumbed to "
                "his wounds. Five others are still under treatment."
            ),
            (3, 5),
        ),
        (
            (
                "A bomb killed seven people in Mastung on Tuesday. Initial reports said three "
                "people had died."
            ),
            (7, None),
        ),
        (
            (
                "A grenade was thrown at a shop in Hub on Tuesday. Rescuers, who had earlier "
                "spoken of two dead, counted 16 wounded."
            ),
            (2, 16),
        ),
    ],
)
def test_an_earlier_figure_gives_way(text, expected):
    assert figures(text) == [expected]


def test_an_earlier_figure_stays_in_the_range():
    (account,) = read(
        "A bomb killed seven people in Mastung on Tuesday. Police had earlier put the toll at four."
    )
    assert (account.fatalities_low, account.fatalities_best) == (4, 7)


def test_a_groups_words_go_on_over_several_sentences():
    (account,) = read(
        "Gunmen attacked a Levies post in Mach on Tuesday, killing two Levies men. "
        "The BLA claimed responsibility in a statement. It said that nine soldiers were killed."
    )
    assert (account.fatalities_best, account.fatalities_high) == (2, 9)


def test_a_protest_has_no_share_in_the_toll_that_it_is_about():
    (account,) = read(
        "Traders held a rally in Hub on Tuesday to condemn the killing of four labourers."
    )
    assert account.event_type == "Protests"
    assert account.fatalities_best is None


def test_a_riots_own_dead_are_counted():
    (account,) = read(
        "Protesters clashed with the police in Hub on Tuesday and threw stones. "
        "Two protesters were killed and nine policemen were injured."
    )
    assert (account.fatalities_best, account.injured_best) == (2, 9)


def test_the_victims_of_an_accident_are_no_toll():
    accounts = read(
        "A roadside bomb wounded two soldiers near Turbat on Tuesday.\n\n"
        "A coach overturned on the highway at Uthal. Six people were killed and 14 injured."
    )
    assert [(a.fatalities_best, a.injured_best) for a in accounts] == [(None, 2)]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A suicide bomber rammed a car into a post in Tank on Monday, killing three soldiers.", 4),
        (
            "Two sepoys and a hawker were killed when a man blew himself up in Quetta on Monday.",
            4,
        ),
        ("بنوں میں پیر کو خودکش حملہ آور نے چوکی پر خود کو اڑا لیا، تین اہلکار شہید ہوئے۔", 4),
        ("Nine people were killed when a man blew himself up in Quetta on Monday.", 9),
        ("A man blew himself up in Tank on Monday, killing himself and two constables.", 3),
        (
            "A bomber tried to ram a post in Tank on Monday. Guards fired; one sepoy was martyred.",
            1,
        ),
        (
            "A suicide bomber struck a post in Tank on Monday. Two soldiers and four raiders died.",
            6,
        ),
    ],
)
def test_a_bomber_is_counted_where_only_his_victims_are(text, dead):
    assert [account.fatalities_best for account in read(text)] == [dead]


def titled(title, text):
    article = Article(
        id="a", title=title, text=text, published=date(2026, 3, 4), published_source="metadata"
    )
    return extract_accounts(article, resolve(find_mentions(article)))


AMBUSH = "Gunmen ambushed a convoy near Tank on Monday, killing five people."


@pytest.mark.parametrize(
    ("title", "text", "dead"),
    [
        ("Eight die in Tank ambush", AMBUSH, [8]),
        ("Three die in Tank ambush", AMBUSH, [5]),
        ("Fifty dead in a month of ambushes", AMBUSH, [5]),
        ("Two more die of Tank ambush", AMBUSH, [5]),
        (
            "Eight killed in two attacks",
            f"{AMBUSH} In Bannu, a bomb killed three policemen on Tuesday.",
            [5, 3],
        ),
    ],
)
def test_a_headline_of_the_text_counts_all_the_dead_of_one_incident(title, text, dead):
    accounts = titled(title, f"{title}\n\n{text}")
    assert [each.fatalities_best for each in accounts] == dead


def test_the_toll_of_a_headline_is_quoted_and_needs_words_in_the_text():
    title = "Eight die in Tank ambush"
    (account,) = titled(title, f"{title}\n\n{AMBUSH}")
    quotes = [each.quote for each in account.evidence if each.field == "fatalities"]
    assert any("Eight" in quote for quote in quotes)
    assert [each.fatalities_best for each in titled(title, AMBUSH)] == [5]


def test_a_headline_apart_from_the_text_needs_its_figure_there():
    text = f"{AMBUSH} Officials said with the three attackers eight lives were lost."
    (account,) = titled("Eight die in Tank ambush", text)
    quotes = [each.quote for each in account.evidence if each.field == "fatalities"]
    assert account.fatalities_best == 8
    assert any("eight lives" in quote for quote in quotes)


def test_an_urdu_lead_that_sums_is_not_the_first_event():
    text = (
        "کوئٹہ: پیر کو دو حملوں میں تین اہلکار شہید ہوئے۔ "
        "مستونگ میں پیر کو بم دھماکے میں ایک اہلکار شہید ہوا۔ "
        "خضدار میں پیر کو فائرنگ سے دو اہلکار شہید ہوئے۔"
    )
    assert 3 not in [account.fatalities_best for account in read(text)]


def test_a_figure_that_corrects_an_earlier_one_is_a_revision():
    plain, mended = (
        read(f"Gunmen shot dead five{words} drivers near Hub on Tuesday.")[0]
        for words in ("", ", not six,")
    )
    assert (plain.fatalities_best, mended.fatalities_best) == (5, 5)
    assert "toll:revised" not in plain.notes
    assert "toll:revised" in mended.notes


def test_a_toll_reached_for_the_second_time_in_three_days_is_of_one_event():
    report = (
        "A weaver wounded in Sunday's killings at Hub died on Tuesday, bringing the number of "
        "fatalities to six for the second time in three days."
    )
    assert figures(report)[0][0] == 6

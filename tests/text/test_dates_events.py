"""Dates of events: which of the dates around an event an account takes."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions

THURSDAY = date(2026, 3, 12)


def days(text: str, published: date | None = THURSDAY, title: str | None = None) -> list[str]:
    article = Article(
        id="a", title=title, text=text, published=published, published_source="metadata"
    )
    return [
        str(account.date_start)
        + ("" if account.date_start == account.date_end else f"..{account.date_end}")
        for account in extract_accounts(article, resolve(find_mentions(article)))
    ]


ONE_EVENT = [
    (
        (
            "TURBAT: A roadside bomb killed three soldiers near Buleda on the night of the "
            "9th, officials said on Thursday."
        ),
        "2026-03-09",
    ),
    (
        (
            "PESHAWAR: A constable who was wounded in Monday's attack on a checkpost in Bannu "
            "succumbed to his injuries at a hospital in Peshawar on Wednesday, taking the "
            "toll to five."
        ),
        "2026-03-09",
    ),
    (
        (
            "QUETTA: The BLA, in a statement emailed to newspapers on Wednesday evening, "
            "claimed responsibility for an attack on a convoy in Bolan on Monday in which "
            "five soldiers died."
        ),
        "2026-03-09",
    ),
    (
        (
            "QUETTA: Levies personnel recovered on Wednesday the bullet-riddled bodies of "
            "four labourers who had been abducted from Harnai on Sunday."
        ),
        "2026-03-11",
    ),
    (
        (
            "QUETTA: Five labourers who had been abducted from a crush plant near Khuzdar on "
            "Sunday came home on Wednesday."
        ),
        "2026-03-08",
    ),
    (
        (
            "QUETTA: Trains were suspended on Thursday after an explosion damaged the track "
            "near Dera Murad Jamali on Tuesday night."
        ),
        "2026-03-10",
    ),
    (
        (
            "QUETTA: Two traders were shot dead in Kuchlak, police said on Thursday. The "
            "incident took place late on Tuesday."
        ),
        "2026-03-10",
    ),
    (
        "QUETTA: A grenade was thrown at a house in Panjgur at dusk, injuring two children.",
        "2026-03-12",
    ),
    (
        (
            "پشاور: لکی مروت میں منگل کو پولیس وین پر ہونے والے بم حملے میں زخمی ہونے والے دو "
            "اہلکار جمعرات کو چل بسے۔"
        ),
        "2026-03-10",
    ),
    (
        (
            "کوئٹہ: ایک تنظیم نے بدھ کو ذرائع ابلاغ کو بھیجے گئے بیان میں منگل کے روز مند میں "
            "فوجی قافلے پر ہونے والے حملے کی ذمہ داری قبول کر لی۔ حملے میں تین اہلکار ہلاک "
            "ہوئے تھے۔"
        ),
        "2026-03-10",
    ),
    (
        (
            "کوئٹہ، 12 مارچ: بولان میں منگل اور بدھ کی درمیانی "
            "رات ریلوے ٹریک کو دھماکے سے اڑا دیا گیا۔"
        ),
        "2026-03-10..2026-03-11",
    ),
]


@pytest.mark.parametrize(("text", "day"), ONE_EVENT)
def test_one_event(text, day):
    assert days(text) == [day]


CAMPAIGNS = [
    (
        (
            "QUETTA: Security forces killed eight militants in a three-day operation in the "
            "Harnai mountains that ended on Wednesday, a spokesman said."
        ),
        "2026-03-09..2026-03-11",
    ),
    (
        (
            "MIRANSHAH: An operation launched on March 8 in Shawal was still under way on "
            "Thursday, with eleven militants killed so far."
        ),
        "2026-03-08..2026-03-12",
    ),
    (
        (
            "QUETTA: Nine militants have been killed in a search operation that security "
            "forces launched on Sunday in Kalat district. The operation was continuing, "
            "officials said."
        ),
        "2026-03-08..2026-03-12",
    ),
    (
        (
            "ڈیرہ اسماعیل خان: کلاچی میں چار روزہ آپریشن بدھ کو ختم ہو گیا، سکیورٹی فورسز کے "
            "مطابق نو دہشت گرد ہلاک ہوئے۔"
        ),
        "2026-03-08..2026-03-11",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CAMPAIGNS)
def test_campaign(text, expected):
    assert days(text) == [expected]


def test_an_event_told_again_takes_the_date_in_its_name():
    text = (
        "MASTUNG: Shops in Mastung stayed shut on Wednesday in protest against "
        "Monday's bombing. Two more of the wounded have died, bringing to nine the number "
        "of those killed in the bombing in Mastung."
    )
    assert sorted(days(text)) == ["2026-03-09", "2026-03-11"]


def test_a_round_up_takes_its_days_from_its_title():
    text = (
        "Mon - Gunmen shot dead a barber in Panjgur.\n\nWed - A bomb hit a police van in "
        "Hub, injuring three policemen.\n\nSun - Armed men torched two trucks near Kalat."
    )
    expected = ["2026-03-02", "2026-03-04", "2026-03-08"]
    assert days(text, title="Security note, 2-8 March 2026") == expected


def test_places_and_days_before_the_items_of_a_list_are_no_datelines():
    text = (
        "Tank, 3 March: a constable was shot dead by gunmen.\n\n"
        "Wana, 5 March: gunmen abducted three workers."
    )
    assert days(text)[0] == "2026-03-03"


def test_without_a_publication_date_a_weekday_stays_unknown():
    text = "QUETTA: A blast killed two people on Thursday in Kalat."
    assert days(text, published=None) == ["None"]


def test_plans_date_no_event():
    text = (
        "KARACHI: A trader was shot dead in Korangi on Wednesday. A strike will be held on Friday."
    )
    assert days(text) == ["2026-03-11"]


def test_two_days_that_head_a_line_are_both_those_of_the_event():
    text = "February 14-15: During the night a guard was shot dead by gunmen in Quetta."
    (span,) = days(text, published=date(2026, 3, 10))
    assert span == "2026-02-14..2026-02-15"


def test_an_operation_that_wound_up_has_lasted_since_it_began():
    text = (
        "QUETTA: Forces wound up on Sunday an operation near Kalat in which eleven militants had "
        "been killed since it began on February 26."
    )
    (span,) = days(text, published=date(2026, 3, 10))
    assert span == "2026-02-26..2026-03-08"


def test_one_who_would_not_do_something_planned_nothing():
    text = (
        "A clerk was killed by robbers who fired when he would not let go of his bag in Korangi "
        "on Monday evening."
    )
    assert days(text, published=date(2026, 3, 10)) == ["2026-03-09"]

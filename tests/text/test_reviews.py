"""Sums: the figures of a review, of its areas and sides, and of campaigns are statistics."""

from __future__ import annotations

import pytest

from tests.text.test_no_incidents import accounts_of

SUMS = (
    (
        (
            "PESHAWAR: Police in Khyber Pakhtunkhwa lost 148 men in 2025, a report of the "
            "central office "
            "says. Bannu division came first with 41 martyrs. Next was Dera Ismail Khan, "
            "where 33 fell. "
            "The dead included 20 officers."
        ),
        [(148, "2025-01-01"), (41, "2025-01-01"), (33, "2025-01-01")],
    ),
    (
        (
            "ISLAMABAD: Violence took 298 lives in Pakistan in January, a monitor reported on"
            " Monday. "
            "Khyber Pakhtunkhwa had 171 deaths in 63 incidents, followed by Balochistan, "
            "where 104 people "
            "died."
        ),
        [(298, "2026-01-01"), (171, "2026-01-01"), (104, "2026-01-01")],
    ),
    (
        (
            "QUETTA: Militants targeted schools 31 times in the two years to December, "
            "killing 19 teachers, "
            "a charity said in a brief published on Monday."
        ),
        [(19, "2024-01-01")],
    ),
    (
        (
            "ISLAMABAD: No fewer than 1,073 people were killed when militants attacked in one"
            " or other "
            "part of the country during the first ten months of 2025, says a bulletin."
        ),
        [(1073, "2025-01-01")],
    ),
    (
        (
            "QUETTA: Attacks in Balochistan rose by half in 2025, when 557 people were "
            "killed, against 310 "
            "in 2024, the institute noted."
        ),
        [(557, "2025-01-01"), (310, "2024-01-01")],
    ),
    (
        (
            "کوئٹہ: بلوچستان میں گزشتہ ایک سال میں ٹرینوں پر حملوں میں 61 افراد جان کی بازی "
            "ہار گئے، سینیٹ کی "
            "کمیٹی کو بدھ کے روز بتایا گیا۔"
        ),
        [(61, "2025-03-10")],
    ),
    (
        (
            "اسلام آباد: ایک ادارے کے مطابق فروری میں ملک بھر میں 79 حملوں میں 164 افراد ہلاک"
            " ہوئے۔ بلوچستان میں 61 افراد "
            "مارے گئے۔ مارے جانے والوں میں 40 اہلکار شامل ہیں۔"
        ),
        [(164, "2026-02-01"), (61, "2026-02-01")],
    ),
)


@pytest.mark.parametrize(("text", "sums"), SUMS, ids=[text[:40] for text, _ in SUMS])
def test_a_figure_of_a_review_is_a_statistic(text, sums):
    found = accounts_of(text)
    assert {one.kind for one in found} == {"statistic"}
    assert [(one.fatalities_best, str(one.date_start)) for one in found] == sums


@pytest.mark.parametrize(
    "text",
    [
        (
            "ISLAMABAD: The minister told the Senate on Tuesday that forces had killed 746 "
            "terrorists and lost 203 men."
        ),
        (
            "QUETTA: More than 700 people have lost their lives in Balochistan since the "
            "coordinated attacks of "
            "January 31, an official said on Monday."
        ),
        (
            "اسلام آباد: وزیر داخلہ نے منگل کو قومی اسمبلی کو بتایا کہ فورسز نے 746 دہشت گرد "
            "ہلاک کیے اور 203 جوان شہید ہوئے۔"
        ),
    ],
)
def test_the_sum_of_a_campaign_is_no_single_event(text):
    assert not [one for one in accounts_of(text) if one.kind != "statistic"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "QUETTA: The minister told the assembly that gunmen had killed 45 passengers near"
            " Bolan on Sunday."
        ),
        "QUETTA: Gunmen killed 44 men in Turbat on Monday, the worst massacre in five years.",
        (
            "QUETTA: Violence took 90 lives in January, a monitor said. On Monday a bomb "
            "killed three men in Sibi."
        ),
        (
            "QUETTA: Three more people have died since the attack on Sunday, in which gunmen "
            "killed 14 at Sibi."
        ),
    ],
)
def test_one_event_beside_a_sum_is_still_told(text):
    assert [one for one in accounts_of(text) if one.kind != "statistic"]


def test_the_month_that_the_sentence_before_names_is_that_of_a_review():
    text = (
        "Militancy worsened in February. A monitor recorded 88 militant attacks in Pakistan during "
        "the month, in which 190 people lost their lives.\n\nIn Sindh, 14 people were killed in "
        "nine attacks."
    )
    sums = [(one.fatalities_best, str(one.date_start)) for one in accounts_of(text)]
    assert sums == [(190, "2026-02-01"), (14, "2026-02-01")]


def test_a_month_of_another_sentence_is_no_period_of_one_event():
    text = (
        "Rain fell in February. A bomb killed nine people at a market in Sukkur on Monday, "
        "police said."
    )
    assert [one.kind for one in accounts_of(text)] == ["incident"]

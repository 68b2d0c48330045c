"""Shots at a protest, and the violence of a mob: who acted, and ACLED's words for it."""

from __future__ import annotations

import pytest

from tests.text.test_no_incidents import accounts_of

FORCE = ("Protests", "Excessive force against protesters", "security forces")
MOB = ("Riots", "Mob violence", "rioters")


def read(text):
    (account,) = accounts_of(text)
    return account.event_type, account.sub_event_type, account.actor


@pytest.mark.parametrize(
    "text",
    [
        "Police opened fire on protesters in Gwadar on Monday, killing two and wounding five.",
        "FC men fired at a peaceful rally in Quetta on Monday, leaving three dead.",
        "Two protesters were killed when police opened fire in Gwadar on Monday.",
        "Two protesters were killed in firing by police in Gwadar on Monday.",
        "پولیس نے گوادر میں پیر کو مظاہرین پر فائرنگ کر دی جس سے دو افراد ہلاک ہو گئے۔",
    ],
)
def test_forces_that_shoot_at_a_protest_act(text):
    assert read(text) == FORCE


@pytest.mark.parametrize(
    "text",
    [
        "A mob beat a thief to death in Quetta on Monday.",
        "A thief was lynched in Quetta on Monday.",
        "A trader was beaten to death by an angry mob in Quetta on Monday.",
    ],
)
def test_a_mob_that_kills(text):
    assert read(text) == MOB


def test_protesters_who_throw_stones_riot():
    text = "Protesters threw stones and police opened fire on the crowd in Gwadar on Monday."
    assert read(text)[0] == "Riots"


def test_gunmen_who_shoot_at_a_protest_attack_civilians():
    text = "Gunmen opened fire on protesters in Gwadar on Monday, killing two."
    assert read(text)[0] == "Violence against civilians"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fishermen burned old nets and staged a sit-in in Gwadar on Monday.", "Protests"),
        ("Traders burned their bills and marched through Gwadar on Monday.", "Protests"),
        ("Protesters burned a police van in Gwadar on Monday.", "Riots"),
        (
            "Dozens of gunmen blocked the N-25 highway near Mastung on Monday, killing two men.",
            "Violence against civilians",
        ),
        ("Dozens of villagers blocked the highway near Mastung on Monday.", "Protests"),
        (
            "A device was left at a music shop in Shabqadar on Monday. The blast broke windows.",
            "Explosions/Remote violence",
        ),
        ("Protesters smashed windows of shops in Shabqadar on Monday.", "Riots"),
    ],
)
def test_a_crowd_its_own_things_and_those_who_are_no_crowd(text, kind):
    assert read(text)[0] == kind

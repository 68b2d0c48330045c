"""How sentences become events: openings, claims, lists, feuds, follow-ups, company."""

from __future__ import annotations

from datetime import date

import pytest

from tests.text.test_no_incidents import accounts_of


def told(text, **given):
    """Return event type, day, place and dead of each account."""
    return [
        (one.event_type, str(one.date_start), one.place and one.place.name, one.fatalities_best)
        for one in accounts_of(text, **given)
    ]


def test_a_group_that_claims_several_attacks_acts_in_each():
    accounts = accounts_of(
        "The Baloch Liberation Front said its fighters carried out three attacks in Kech. "
        "On March 7 they ambushed an army convoy near Hoshab. "
        "On March 8 a remote-controlled bomb exploded at a checkpost in Tump, killing two soldiers."
    )
    assert [(one.actor, one.actor_basis) for one in accounts] == [("BLF", "claimed")] * 2


def test_a_claim_of_all_attacks_reaches_those_told_before():
    accounts = accounts_of(
        "Gunmen shot dead a trader in Panjgur on Sunday. In another incident, a grenade was hurled "
        "at a shop in Turbat on Sunday. The BLA claimed responsibility for both attacks."
    )
    assert [one.actor for one in accounts] == ["BLA", "BLA"]


def test_items_of_a_list_are_events_of_their_own():
    events = told(
        "Incidents of the week:\n"
        "1. Two policemen were shot dead in Tank on March 4.\n"
        "2. Three labourers were abducted near Kharan on March 5.\n"
        "3. Collision of a van and a truck at Hub left four dead."
    )
    assert [(day, place) for _, day, place, _ in events] == [
        ("2026-03-04", "Tank"),
        ("2026-03-05", "Kharan"),
    ]
    assert events[1][3] is None


def test_armed_men_act_whatever_the_verb():
    (event,) = accounts_of("About twenty armed men held the bridge at Bela on Monday for an hour.")
    assert (event.event_type, event.date_start) == ("Battles", date(2026, 3, 9))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Traders observed a strike in Khuzdar on Monday.", "Protests"),
        ("A drone strike in Tirah killed two men on Monday.", "Explosions/Remote violence"),
        ("Residents blocked the highway at Surab on Monday.", "Protests"),
        ("Armed men blocked the highway at Surab on Monday and burnt six trucks.",
         "Strategic developments"),
        ("Militants raided a police post in Tank on Monday, killing a constable.", "Battles"),
        ("Protesters set fire to an office in Skardu on Monday.", "Riots"),
    ],
)  # fmt: skip
def test_company_tells_what_a_word_means(text, kind):
    assert [one.event_type for one in accounts_of(text)] == [kind]


def test_what_was_hit_is_the_thing_named_next_to_the_act():
    bus, post = accounts_of(
        "Gunmen opened fire on a bus in Wadh on Sunday, police said.\n\n"
        "In another incident, gunmen opened fire on a Levies post in Kalat on Sunday, "
        "a shopkeeper said."
    )
    assert (bus.event_type, post.event_type) == ("Violence against civilians", "Battles")


def test_a_feud_is_fought_by_tribes():
    (event,) = accounts_of(
        "Four men were killed when two rival tribes clashed over land in Gandakha on Monday."
    )
    assert (event.actor, event.event_type) == ("tribal militias", "Battles")


def test_attackers_that_are_repelled_remain_the_attackers():
    (event,) = accounts_of(
        "TTP militants attacked a checkpost in Kulachi on Sunday. Five militants were killed."
    )
    assert event.actor == "TTP"


def test_forces_that_own_a_strike_carried_it_out():
    (event,) = accounts_of(
        "A drone strike killed three people in Tirah on Sunday. "
        "The army said it had targeted a hideout."
    )
    assert event.actor == "security forces"


def test_a_death_of_wounds_belongs_to_the_event():
    (event,) = accounts_of(
        "Five people were killed in a bomb blast in Chaman on Sunday. "
        "One of the wounded succumbed to his injuries on Monday."
    )
    assert event.date_start == date(2026, 3, 8)


def test_an_old_event_in_the_last_paragraph_is_not_counted():
    (event,) = accounts_of(
        "Two soldiers were killed in an ambush near Mach on Sunday.\n\n"
        "In 2018 a suicide bomber struck a rally in Mastung. The blast killed 149 people."
    )
    assert event.fatalities_best == 2


def test_a_sum_over_months_is_a_statistic():
    (one,) = accounts_of(
        "From January to September, 412 people were killed and 655 injured in violence in "
        "Balochistan.",
        published="2025-10-17",
    )
    assert (one.kind, one.fatalities_best, one.date_end) == ("statistic", 412, date(2025, 9, 30))


def test_one_of_two_attacks_opens_at_its_own_hour():
    events = told(
        "Two attacks shook Turbat on Sunday. In the morning a grenade was hurled at a shop; no one "
        "was hurt. At dusk a barber was gunned down in his shop."
    )
    assert [(kind, dead) for kind, _, _, dead in events] == [
        ("Explosions/Remote violence", 0),
        ("Violence against civilians", 1),
    ]

"""How many events a report tells: round-ups, streets of a town, arrests, no events."""

from __future__ import annotations

import pytest

from tests.text.test_events_told import told


def places_of(text):
    """Return where each event of a report was."""
    return [place for _, _, place, _ in told(text)]


def test_the_sum_of_a_round_up_is_no_event_and_hides_none():
    text = (
        "In a number of attacks reported from various parts of the country on Sunday, six people "
        "were killed. In Hub, a barber was shot dead. In Bannu, four labourers were killed when a "
        "bomb went off. A grocer was shot dead in Larkana."
    )
    assert places_of(text) == ["Hub", "Bannu", "Larkana"]
    (one,) = told(
        "In a number of attacks on a convoy near Mach on Sunday, five soldiers were killed."
    )
    assert one[3] == 5


def test_a_city_of_several_districts_does_not_hold_its_province():
    text = (
        "In Karachi, seven people were hurt on Sunday when a cracker went off at an office. A "
        "cloth trader was shot dead in the main bazaar of Kandhkot."
    )
    assert places_of(text) == ["Karachi", "Kandhkot"]


def test_places_that_suffer_are_not_those_where_it_was_done():
    text = (
        "Unknown men blew up a pylon near Mach on Sunday, depriving parts of six districts of "
        "power. In Hub, a grenade was hurled at a shop on Sunday, wounding a tailor."
    )
    assert places_of(text) == ["Mach", "Hub"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb tore through a bakery in Chaman on Sunday. The device went off on the Mall Road.",
        "A lawyer was shot dead in Swabi on Sunday. Sajid Afridi came under fire on College Road.",
    ],
)
def test_the_street_of_a_town_is_no_second_place(text):
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in Chaman on Sunday, killing two. A guard was shot dead on Mall Road.",
        "Gunmen shot dead a lawyer in Peshawar on Sunday. A grenade hurt three on Ring Road.",
    ],
)
def test_another_street_may_be_another_event(text):
    assert len(told(text)) == 2


def test_arrests_in_another_town_stand_beside_the_raid():
    text = (
        "The CTD killed four militants in a raid in Quetta on Sunday and arrested two more "
        "militants the same day in Pishin. As the raiding party closed in, the men opened fire, "
        "injuring an officer."
    )
    raid, arrest = told(text)
    assert (raid[2], raid[3]) == ("Quetta", 4)
    assert (arrest[0], arrest[2], arrest[3]) == ("Strategic developments", "Pishin", None)


@pytest.mark.parametrize(
    "text",
    [
        "A union leader in Gwadar asked people to keep shops closed on Monday.",
        "Elders in Wana urged traders to observe a strike on Monday.",
        "The drivers' union in Jamrud has spoken of a strike if the fee stays after Monday.",
        "On Sunday two trains were held up at Jacobabad for an hour.",
        "On Sunday elders from Miranshah set out to find the captors.",
        "Some 138 policemen died in attacks between May and July, a panel was told on Friday.",
    ],
)
def test_calls_delays_searches_and_sums_are_no_incidents(text):
    assert [one for one in told(text) if one[1] > "2026"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Elders called for calm after a bomb exploded at a mosque in Hangu on Sunday.",
        "Gunmen asked the passengers to get down and opened fire on them in Kalat on Sunday.",
        "The militants asked the driver to stop and abducted three workers near Mach on Sunday.",
        "Police urged people to stay indoors after gunmen fired on a patrol in Bannu on Sunday.",
        "Passengers of two buses were held up at gunpoint near Sibi on Sunday and robbed.",
        "Robbers held up a bus near Sibi on Sunday and shot the driver dead.",
        "Some thirty gunmen came to capture the town of Mangochar on Sunday night and held it.",
        "Doctors on Sunday ended the sit-in which they had staged at the gates in Peshawar.",
        "Several hundred women march peacefully through Panjgur town on Sunday.",
        "On Sunday experts in Quetta make safe a device left beside the fruit market.",
    ],
)
def test_what_happened_beside_such_words_is_told(text):
    assert len(told(text)) == 1

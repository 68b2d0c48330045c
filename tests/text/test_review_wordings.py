"""Wordings with gaps and words that only look like an event: what they find, and what not."""

from __future__ import annotations

import pytest

from geomap.text.events import find_triggers
from geomap.text.lexicon import fold_text
from geomap.text.sentences import split_sentences
from geomap.text.wordings import with_wordings
from tests.text.test_no_incidents import accounts_of

PROPERTY = "Looting/property destruction"
ABDUCTION = "Abduction/forced disappearance"


def triggers_of(text):
    return with_wordings(text, split_sentences(text), find_triggers(fold_text(text)))


@pytest.mark.parametrize(
    "text",
    [
        "No rockets landed in Quetta on Monday.",
        "Three trees were felled by loggers in Ziarat on Monday.",
        "Three trees were cut down in Ziarat on Monday.",
        "Hotels in Ziarat cut down the price of rooms on Monday.",
        "The minister set two conditions for talks in Quetta on Monday.",
        "Samples were taken from the dam in Quetta on Monday.",
        "Road blocks on the way to Mastung cost traders millions, they said on Monday.",
        "The government was toppled in Quetta on Monday.",
    ],
)
def test_no_event(text):
    assert accounts_of(text) == []


@pytest.mark.parametrize(
    ("text", "sub_event_type"),
    [
        ("Protesters blocked the Indus Highway near Bannu on Monday.", "Peaceful protest"),
        ("Villagers blocked the N-25 at Mastung on Monday.", "Peaceful protest"),
        ("The road at Mastung was blocked by villagers on Monday.", "Peaceful protest"),
        ("Relatives staged an hours-long sit-in in Turbat on Monday.", "Peaceful protest"),
        ("Unknown men felled two pylons near Sibi on Monday.", PROPERTY),
        ("Masked men took two brothers from their home in Mastung on Monday.", ABDUCTION),
        ("A student was taken from his hostel in Turbat on Monday.", ABDUCTION),
        ("Three men were picked up from their village in Turbat on Monday.", ABDUCTION),
    ],
)
def test_an_event_in_any_of_its_wordings(text, sub_event_type):
    (account,) = accounts_of(text)
    assert account.sub_event_type == sub_event_type


def test_a_denial_ends_with_its_clause():
    (account,) = accounts_of("No one was hurt when rockets landed in Quetta on Monday.")
    assert (account.event_type, account.injured_best) == ("Explosions/Remote violence", 0)


def test_every_match_of_a_wording_is_found():
    text = "Rockets landed in Tank, and by night rockets landed in Bannu."
    assert [text[t.start : t.end] for t in triggers_of(text)] == [
        "Rockets landed",
        "rockets landed",
    ]


@pytest.mark.parametrize("text", ["ریلی", "احتجاجی ریلی", "لانگ مارچ", "road blocks"])
def test_names_of_events_are_no_verbs(text):
    (trigger,) = find_triggers(fold_text(text))
    assert trigger.is_noun


@pytest.mark.parametrize(
    "text",
    ["ریلی نکالی گئی", "آگ لگادی", "گاڑی جلادیا", "تین افراد کو اغوا کرلیا", "road was blocked"],
)
def test_verbs_are_no_names(text):
    assert not triggers_of(text)[-1].is_noun


def test_a_thief_is_no_militant():
    (account,) = accounts_of("A thief was gunned down by unknown men in Quetta on Monday.")
    assert account.event_type == "Violence against civilians"
    assert (account.fatalities_unknown, account.fatalities_militants) == (1, None)

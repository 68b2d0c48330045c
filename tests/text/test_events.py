from __future__ import annotations

import pytest

from geomap.text.event_types import classify
from geomap.text.events import find_cues, find_triggers
from geomap.text.lexicon import fold_text

BATTLE, BLAST, CIVILIANS = "Battles", "Explosions/Remote violence", "Violence against civilians"


def kind(text, *sides, forces=False):
    folded = fold_text(text)
    cues = [cue.word for cue in find_cues(folded)]
    found = classify(find_triggers(folded), cues, victim_sides=sides, security_is_actor=forces)
    return found and (found.event_type, found.sub_event_type)


@pytest.mark.parametrize(
    ("text", "sides", "expected"),
    [
        ("A roadside bomb went off", (), (BLAST, "Remote explosive/landmine/IED")),
        ("A suicide bomber blew himself up", (), (BLAST, "Suicide bomb")),
        ("Men threw a hand grenade", (), (BLAST, "Grenade")),
        ("A grenade failed to explode", (), ("Strategic developments", "Disrupted weapons use")),
        ("Gunmen opened fire on a police van", ("security_forces",), (BATTLE, "Armed clash")),
        ("Gunmen opened fire on a barber's shop", ("civilians",), (CIVILIANS, "Attack")),
        ("An off-duty policeman was shot dead", ("security_forces",), (CIVILIANS, "Attack")),
        (
            "Armed men abducted two labourers",
            ("civilians",),
            (CIVILIANS, "Abduction/forced disappearance"),
        ),
        ("Hundreds staged a sit-in", (), ("Protests", "Peaceful protest")),
        ("Protesters pelted stones", (), ("Riots", "Violent demonstration")),
        (
            "Men set fire to three trucks",
            (),
            ("Strategic developments", "Looting/property destruction"),
        ),
        ("ایک ڈرون حملے میں", (), (BLAST, "Air/drone strike")),
        ("The governor opened a school", (), None),
    ],
)
def test_types_follow_the_weapon_and_the_target(text, sides, expected):
    assert kind(text, *sides) == expected


def test_forces_against_militants_is_a_battle():
    assert kind("Troops shot dead four men", "militants", forces=True)[0] == BATTLE


@pytest.mark.parametrize("text", ["the bomb disposal squad", "not a shot was fired at anyone"])
def test_words_that_only_look_like_a_trigger(text):
    assert not find_triggers(fold_text(text))


def test_words_that_refer_back_are_definite():
    (trigger,) = find_triggers(fold_text("a toll in Friday's bombing"))
    assert trigger.definite

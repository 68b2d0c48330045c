from __future__ import annotations

import pytest

from geomap.text.actors import basis_of, find_actors
from geomap.text.lexicon import fold_text


def names(text):
    return [(actor.name, actor.kind) for actor in find_actors(fold_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Balochistan Liberation Front said so.", [("BLF", "group")]),
        ("The BLA and the blatant lie", [("BLA", "group")]),
        ("Tehreek-i-Taliban Pakistan fighters", [("TTP", "group")]),
        ("کالعدم بی ایل اے نے", [("BLA", "group")]),
        ("نامعلوم مسلح افراد کی فائرنگ", [("unidentified armed group", "unidentified")]),
        ("Unidentified gunmen fled.", [("unidentified armed group", "unidentified")]),
        ("Frontier Corps personnel", [("Frontier Corps", "security")]),
        ("A bra was on sale at the police fair", [("Police", "security")]),
    ],
)
def test_actors_have_neutral_names(text, expected):
    assert [pair for pair in names(text) if pair in expected] == expected
    if "bra" in text:
        assert names(text) == expected


def test_an_official_label_is_marked_as_one():
    (actor,) = find_actors(fold_text("men of Fitna al-Khawarij"))
    assert (actor.name, actor.label) == ("TTP", True)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The group claimed responsibility for the attack.", "claimed"),
        ("No group claimed responsibility.", "none"),
        ("By midnight nobody had claimed the bombing.", "none"),
        ("No outfit has so far owned up to the kidnapping.", "none"),
        ("Police blamed the group.", "attributed"),
        ("Officials suspect the group.", "suspected"),
        ("The group denied any involvement.", "denied"),
        ("حملے کی ذمہ داری قبول کی", "claimed"),
        ("ذمہ داری کسی نے قبول نہیں کی", "none"),
    ],
)
def test_the_basis_is_what_the_words_say(text, word):
    assert basis_of(text, 0, len(text))[0].word == word

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.records import Article
from geomap.text.mentions import find_mentions


def mentions(text, **fields):
    return find_mentions(Article(id="a", text=text, **fields))


def roles(text):
    return [(mention.toponym, mention.role) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "toponyms"),
    [
        ("A bomb went off in Loralai.", ["Loralai"]),
        ("It happened in Kech district, near Hoshab.", ["Kech district", "Hoshab"]),
        ("Shops shut in Kech, Panjgur and Gwadar districts.", ["Kech", "Panjgur", "Gwadar"]),
        ("He came from D.I. Khan.", ["D.I. Khan"]),
        ("It happened in Kech di\u017ftrict.", ["Kech di\u017ftrict"]),
        ("Baloch and Afghan traders met Chinese engineers.", []),
        ("The hub of trade moved on; the tank was empty.", []),
        ("A tanker burnt in Hub.", ["Hub"]),
        ("Traffic stopped on the Quetta-Karachi highway.", ["Quetta-Karachi highway"]),
        ("ضلع خضدار میں دھماکہ ہوا۔", ["خضدار"]),
        ("پولیس نے علاقے میں گشت کیا۔", []),
    ],
)
def test_names_and_their_spans(text, toponyms):
    assert [mention.toponym for mention in mentions(text)] == toponyms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SIBI: A bomb went off in Harnai on Monday.", ["dateline", "incident_site"]),
        (
            "Gunmen shot dead a guard in Nushki. The Balochistan Levies searched.",
            ["incident_site", "actor"],
        ),
        (
            "A bomb wounded two in Kalat. They were taken to a hospital in Quetta.",
            ["incident_site", "venue"],
        ),
        ("A bomb hit a bus coming from Panjgur in Awaran.", ["background", "incident_site"]),
        ("The minister opened a school in Zhob.", ["background"]),
        ("کوئٹہ: مچھ میں بم دھماکے سے دو افراد زخمی ہوگئے۔", ["dateline", "incident_site"]),
    ],
)
def test_roles(text, expected):
    assert [role for _, role in roles(text)] == expected


def test_a_place_named_for_distance_only_is_background():
    found = dict(
        roles("Two men died in Mastung, some 45 km from Quetta, on Monday when a mine went off.")
    )
    assert found == {"Mastung": "incident_site", "Quetta": "background"}


def test_every_mention_names_the_rules_that_made_it():
    (mention,) = mentions("A bomb went off in Duki.")
    assert [rule.split(":")[0] for rule in mention.rules] == ["name", "role"]


WORDS = st.sampled_from(
    ["Quetta", "کوئٹہ", "Hub", " ", "\n\n", ".", ":", "-", "bomb", "killed", "two", "in", "km", "۔",
     "ضلع", "\u200c", "\u202b", "D.I. Khan", "near", "between", "and", "اور", "12", "\x00", "’s"],
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_spans_are_exact_ordered_and_apart(text):
    last = 0
    for mention in mentions(text):
        assert mention.toponym == text[mention.start : mention.end]
        assert last <= mention.start < mention.end
        last = mention.end

"""The fast search for similar names gives what comparing with every name gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from geomap.places.gazetteer import FUZZY_FLOOR, load_gazetteer
from geomap.places.similar import SimilarNames

NAMES = st.text(alphabet="abcdk hقلات", min_size=1, max_size=24)


@given(st.lists(NAMES, max_size=30), NAMES, st.sampled_from([60.0, 80.0, 88.0, 95.0]))
def test_nothing_is_missed_and_nothing_added(names, name, floor):
    scores = {other: fuzz.ratio(name, other) for other in names}
    wanted = {other: score for other, score in scores.items() if score >= floor}
    found = SimilarNames(names, floor=floor).find(name, limit=100)
    assert dict(found) == pytest.approx(wanted)
    assert found == sorted(found, key=lambda item: (-item[1], item[0]))


def test_it_agrees_with_the_gazetteer():
    gazetteer = load_gazetteer()
    keys = [key for key, _ in gazetteer.names()]
    similar = SimilarNames(keys, floor=FUZZY_FLOOR)
    for name in ("panjgurr", "khuzdarr city", "noshkkii", "ہوشاابا"):
        wanted = {key for key in keys if fuzz.ratio(name, key) >= FUZZY_FLOOR}
        assert {key for key, _ in similar.find(name, limit=100)} == wanted


def test_no_names_give_nothing():
    assert SimilarNames([], floor=88).find("quetta") == []

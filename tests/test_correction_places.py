"""Places as a person names them in a cell."""

from __future__ import annotations

import pytest

from geomap.correction_places import at_precision, parse_place, place_choices, place_text
from geomap.correction_values import CellError
from geomap.records import Precision


@pytest.mark.parametrize(
    "text",
    ["Turbat", "Kech district", "Makran division", "Balochistan", "Kabul", "Iran", "near Hoshab",
     "Jinnah Road, Quetta", "Khuzdar tehsil", "N-25 highway"],
)  # fmt: skip
def test_a_place_is_read_back_as_it_was_written(text):
    place = parse_place(text)
    assert parse_place(place_text(place)) == place


def test_parents_levels_codes_and_ids_are_understood():
    assert parse_place("Kech district") == parse_place("PK211") == parse_place("x [unit:PK211]")
    assert parse_place("Turbat, Kech").precision is Precision.SETTLEMENT
    near = parse_place("30 km south of Turbat")
    assert near.precision is Precision.NEAR
    assert near.lat < parse_place("Turbat").lat
    assert parse_place("none") is parse_place(" Unknown ") is None
    assert place_text(None) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Qzqzqz", "no place 'Qzqzqz' is known; .*gazetteer add"),
        ("Mach, Punjab", "no place .*; similar are Mach, Kachhi"),
        ("Jinnah Road", r"may be Jinnah Road, Quetta.* \| Jinnah Road Sibi, Sibi"),
    ],
)
def test_a_name_that_tells_no_place_or_several_is_refused(text, message):
    with pytest.raises(CellError, match=message):
        parse_place(text)


def test_choices_leave_out_the_one_chosen():
    places = [parse_place("Turbat"), parse_place("Kech district"), parse_place("Turbat")]
    assert place_choices(places, other_than=places[0]) == place_text(places[1])


@pytest.mark.parametrize(
    ("text", "level", "wanted"),
    [
        ("Turbat", "district", "Kech"),
        ("Turbat", "province", "Balochistan"),
        ("Turbat", "country", "Pakistan"),
        ("Turbat", "near", "Turbat"),
        ("Turbat", "settlement", "Turbat"),
        ("Turbat", "line", "Turbat"),
        ("Khuzdar", "tehsil", "Khuzdar"),
    ],
)
def test_a_place_at_another_precision(text, level, wanted):
    place = at_precision(parse_place(text), level)
    assert (place.name, place.precision.value) == (wanted, level)


@pytest.mark.parametrize(
    ("text", "level"), [("Kech district", "settlement"), ("Turbat", "division"), ("Turbat", "spot")]
)
def test_a_precision_that_does_not_follow_is_refused(text, level):
    with pytest.raises(CellError, match=r"does not follow|is no precision; allowed"):
        at_precision(parse_place(text), level)
    with pytest.raises(CellError, match="there is no place"):
        at_precision(None, "district")

"""The census figures of rows: whole, of a part, of the rest, or none."""

from __future__ import annotations

import pytest

from geomap.places.boundaries import load_boundaries
from geomap.places.census import row_figures
from geomap.places.units import current_units, fold_to, load_units, unit


def figures(rows):
    wanted = frozenset(rows)
    return row_figures(wanted, lambda code: fold_to(code, wanted))


def test_the_districts_of_a_province_have_the_people_of_the_province():
    provinces = [one.pcode for one in current_units("admin1")]
    found = row_figures(provinces, lambda code: unit(code).province)
    for code in provinces:
        assert found[code].population == unit(code).population_2023, code
        assert found[code].area_km2 == unit(code).area_km2, code


def test_nobody_is_counted_twice():
    drawn = load_boundaries("embedded-admin2").frame["pcode"]
    counted = sum(one.population or 0 for one in figures(drawn).values())
    assert counted == sum(one.population_2023 or 0 for one in current_units("admin1"))


@pytest.mark.parametrize(
    ("rows", "code", "people"),
    [
        ({"PK217"}, "PK217", 680_977),  # Lasbela as the census has it, with Hub
        ({"PK217", "PK2-hub"}, "PK217", 680_977 - 382_885),
        ({"PK217", "PK2-hub"}, "PK2-hub", 382_885),
        ({"PK225"}, "PK225", 835_482),
        ({"PK225", "PK2-barshore"}, "PK225", None),  # Barshore has no figure of its own
        ({"PK225", "PK2-barshore"}, "PK2-barshore", None),
        ({"PK2-quetta-east", "PK2-quetta-west"}, "PK2-quetta-east", None),
        ({"PK530"}, "PK530", 888_675),  # the two parts of South Waziristan are the whole
        ({"PK5-south-waziristan-lower", "PK530"}, "PK5-south-waziristan-lower", 400_237),
        ({"PK5-kohistan"}, "PK5-kohistan", 1_043_126),  # drawn before it became three
        ({"PK301"}, "PK301", None),  # Gilgit-Baltistan is in no published table
        ({"nothing"}, "nothing", None),
    ],
)
def test_a_row_has_the_figure_of_its_ground(rows, code, people):
    assert figures(rows)[code].population == people


def test_the_marks_in_the_units_table_are_those_that_are_read():
    """A figure that is within another's is marked; the marked and their origins add up."""
    for one in load_units():
        if one.level == "admin2" and one.figures_note.startswith("from its tehsils"):
            origin = unit(one.split_from[0])
            assert origin.population_2023 > one.population_2023
            assert one.name in origin.figures_note or not origin.is_current

"""Names that the text puts inside the place beside them."""

from __future__ import annotations

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.mentions import find_mentions


def first(text, name):
    """Return the resolution of a name in a text."""
    found = resolve(find_mentions(Article(id="a", text=text)))
    return next(one for one in found if one.mention.toponym.startswith(name))


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("Armed men shot a driver in the Nasarabad area of Turbat.", "Nasarabad", "Kech"),
        ("Armed men shot a driver in Turbat's Nasarabad area.", "Nasarabad", "Kech"),
        ("A mine went off in the Naseerabad neighbourhood of Turbat.", "Naseerabad", "Kech"),
        ("دالبندین کے علاقے ناصر آباد میں ایک گاڑی پر فائرنگ ہوئی۔", "ناصر آباد", "Chagai"),
        ("A guard was shot in the Kolpur area of Mach.", "Kolpur", "Kachhi"),
    ],
)
def test_a_name_lies_where_the_text_puts_it(text, name, district):
    assert first(text, name).place.admin2 == district


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Armed men shot a driver in the Ormara area of Quetta.", "Ormara"),
        ("Armed men shot a driver in Quetta's Ormara area.", "Ormara"),
    ],
)
def test_a_place_far_from_there_is_not_meant(text, name):
    found = first(text, name)
    assert (found.place.lon, found.place.admin2) == (None, "Quetta")
    assert found.reason.startswith("no place of this name lies where the text puts it")
    assert [one.admin2 for one in found.candidates] == ["Gwadar"]


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("Armed men shot a driver in the Hub area of Karachi.", "Hub", "Hub"),
        ("Two miners came from the Shangla area of Swat.", "Shangla", "Shangla"),
        ("Armed men shot a driver in Ormara, and police in Quetta met.", "Ormara", "Gwadar"),
        ("Armed men shot a driver in Quetta's east and in Ormara.", "Ormara", "Gwadar"),
    ],
)
def test_a_suburb_a_district_and_names_side_by_side_are_left(text, name, district):
    assert first(text, name).place.admin2 == district

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.places.resolve import relate, resolve
from geomap.places.unlisted import is_unlisted
from geomap.records import Article, Place, Precision, Relation
from geomap.text.mentions import find_mentions


def places(text):
    article = Article(id="a", text=text)
    return {item.mention.toponym: item.place for item in resolve(find_mentions(article))}


def test_a_level_word_decides_between_a_town_and_its_district():
    found = places("A bomb went off in Mastung district. Another went off in Pishin.")
    assert found["Mastung district"].precision is Precision.DISTRICT
    assert found["Pishin"].precision is Precision.SETTLEMENT


def test_a_name_that_nobody_knows_is_placed_in_the_parent_that_the_text_names():
    article = Article(id="a", text="A bomb went off in the Qwxyzabad area of Kech district.")
    first, second = resolve(find_mentions(article))
    assert (first.place.name, first.place.admin2) == ("Qwxyzabad", "Kech")
    assert (first.place.precision, first.place.lon) == (Precision.SETTLEMENT, None)
    assert is_unlisted(first.place)
    assert not first.candidates
    assert "no place of this name" in first.reason
    assert second.place.admin2 == "Kech"


def test_a_name_that_nobody_knows_is_no_error():
    article = Article(id="a", text="Rain fell in the Qwxyzabad area.")
    (item,) = resolve(find_mentions(article))
    assert item.place is None
    assert "no place of this name" in item.reason


def test_a_place_outside_the_parent_that_the_text_names_is_not_meant():
    found = places("A bomb killed a man in Bagh, Khyber district, on Monday.")
    assert found["Bagh"].admin2 == "Khyber"
    assert found["Bagh"].lon is None


def test_a_lesser_place_is_meant_where_the_text_names_its_province_only():
    found = places("Gunmen raided a house in Loralai on Friday. A man was hurt in Kingri.")
    assert found["Kingri"].admin2 == "Musakhail"
    found = places("Gunmen raided a house in Sukkur on Friday. A man was hurt in Kingri.")
    assert found["Kingri"].admin2 == "Khairpur"


def test_a_name_that_contains_a_village_is_the_district():
    found = places("A bomb killed a man in Wadh in Khuzdar on Monday.")
    assert found["Khuzdar"].precision is Precision.DISTRICT
    found = places("پیر کو خضدار کے علاقے وڈھ میں بم دھماکے سے ایک شخص ہلاک ہوا۔")
    assert found["خضدار"].precision is Precision.DISTRICT


def test_a_district_is_meant_before_a_town_elsewhere_of_its_name():
    assert places("A pylon was felled in Naseerabad.")["Naseerabad"].admin2 == "Nasirabad"
    assert places("نصیر آباد میں گیس پائپ لائن اڑا دی گئی۔")["نصیر آباد"].admin2 == "Nasirabad"
    assert places("A pylon was felled in Torghar.")["Torghar"].admin2 == "Torghar"
    found = places("LARKANA: A pylon was felled in Nasirabad.")
    assert found["Nasirabad"].admin2 == "Qambar Shahdadkot"


def test_a_street_of_many_towns_is_not_taken_from_another_town():
    found = places("A grenade wounded two men on Jinnah Avenue in Turbat on Monday.")
    assert found["Jinnah Avenue"].admin2 == "Kech"
    assert found["Jinnah Avenue"].lon is None


def test_an_office_of_a_district_names_the_district():
    found = places("The deputy commissioner of Mastung spoke.")
    assert found["Mastung"].precision is Precision.DISTRICT


def test_a_town_abroad_with_the_word_district_is_no_point():
    found = places("A bomb killed a man in Spera district of Khost province on Monday.")
    assert found["Spera district"].precision is Precision.DISTRICT


def test_every_resolution_gives_reason_score_and_candidates():
    article = Article(id="a", text="A bomb went off in Quetta.")
    (item,) = resolve(find_mentions(article))
    assert item.reason
    assert 0 < item.score <= 1
    assert item.place in item.candidates


def test_mentions_of_other_articles_give_no_context():
    one = Article(id="a", text="A bomb went off in Khanpur.")
    other = Article(id="b", text="It was quiet in Rahim Yar Khan district.")
    alone = resolve(find_mentions(one))[0].place
    together = resolve(find_mentions([one, other]))[0].place
    assert alone == together


BASE = Place(name="X", precision=Precision.SETTLEMENT, lon=67.0, lat=30.0, uncertainty_m=2000.0)


def test_near_is_a_circle_around_the_place():
    place = relate(BASE, Relation(kind="near"))
    assert (place.precision, place.lon, place.uncertainty_m) == (Precision.NEAR, 67.0, 10_000.0)


def test_a_distance_and_bearing_move_the_point():
    place = relate(BASE, Relation(kind="offset", distance_m=30_000.0, bearing=180.0))
    assert place.precision is Precision.NEAR
    assert place.lat == pytest.approx(30.0 - 30_000 / 111_195, abs=1e-3)
    assert place.uncertainty_m == 10_000.0


def test_along_and_between_have_no_point():
    place = relate(BASE, Relation(kind="between"))
    assert (place.precision, place.lon, place.lat) == (Precision.LINE, None, None)


def test_a_pass_is_a_line():
    road = Place(name="Some Pass", precision=Precision.SITE, lon=67.0, lat=30.0)
    place = relate(road, Relation())
    assert (place.precision, place.lon) == (Precision.LINE, None)


def test_an_area_stays_an_area():
    area = Place(name="Y", precision=Precision.DISTRICT)
    assert relate(area, Relation(kind="near")) == area


@given(
    st.floats(1_000, 100_000),
    st.floats(0, 359),
    st.floats(60, 78),
    st.floats(23, 37),
)
def test_the_moved_point_is_as_far_away_as_the_text_says(distance, bearing, lon, lat):
    base = Place(name="X", precision=Precision.SITE, lon=lon, lat=lat)
    place = relate(base, Relation(kind="offset", distance_m=distance, bearing=bearing))
    first, second = math.radians(lat), math.radians(place.lat)
    step = math.radians(place.lon - lon)
    inner = math.sin((second - first) / 2) ** 2
    inner += math.cos(first) * math.cos(second) * math.sin(step / 2) ** 2
    assert 2 * 6_371_008.8 * math.asin(math.sqrt(inner)) == pytest.approx(distance, rel=0.01)

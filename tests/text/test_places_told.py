"""Where events were, by the words in which reports tell it: levels, areas and unlisted names."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.divisions import shared_unit
from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions


def places_of(text):
    """Return name, precision and district of the place of each account of a report."""
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    accounts = extract_accounts(article, resolve(find_mentions(article)))
    return [
        (one.place.name, one.place.precision.value, one.place.admin2) if one.place else None
        for one in accounts
    ]


def named_in(text):
    """Return what each name of a report is found to be."""
    found = resolve(find_mentions(Article(id="a", text=text)))
    return {
        item.mention.toponym: (item.place.precision.value, item.place.admin2)
        if item.place
        else None
        for item in found
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "Gunmen killed two constables in the neighbouring district of Loralai on Monday.",
            ("Loralai", "district", "Loralai"),
            id="the district of",
        ),
        pytest.param(
            "Gunmen killed two constables on Monday in Panjgur, a district on the border.",
            ("Panjgur", "district", "Panjgur"),
            id="a district, in apposition",
        ),
        pytest.param(
            "Gunmen killed two constables in Loralai on Monday.",
            ("Loralai", "settlement", "Loralai"),
            id="a town",
        ),
        pytest.param(
            "Gunmen killed two constables in Mand, a town of Kech, on Monday.",
            ("Mand", "settlement", "Kech"),
            id="a town, in apposition",
        ),
        pytest.param(
            "A hand grenade hurled at a shop in Landhi, Karachi, injured three people on Monday.",
            ("Landhi", "settlement", "Korangi"),
            id="a quarter of a city of several districts",
        ),
        pytest.param(
            "A drone was shot down near Jhao on Monday.",
            ("Jhao", "near", "Awaran"),
            id="near the town of a tehsil",
        ),
        pytest.param(
            "Gunmen shot dead a trader in the bazaar of Jhao on Monday.",
            ("Jhao", "settlement", "Awaran"),
            id="in the bazaar of a tehsil's town",
        ),
        pytest.param(
            "Gunmen attacked the Lakhani check post on Monday and killed a constable.",
            ("Lakhani", "site", "Dera Ghazi Khan"),
            id="a town's check post",
        ),
        pytest.param(
            "Gunmen shot dead a watchman in Barenka, a village in the Wadh area of Khuzdar "
            "district, on Monday.",
            ("Barenka", "settlement", "Khuzdar"),
            id="an unlisted village, in apposition",
        ),
        pytest.param(
            "A trader was shot dead in his orchard in DI Khan's Daraban tehsil on Monday.",
            ("Daraban", "tehsil", "Dera Ismail Khan"),
            id="a tehsil behind its district's possessive",
        ),
        pytest.param(
            "Gunmen fired at the Chaman passenger train in the Dasht area of Mastung on Monday.",
            ("Dasht", "tehsil", "Mastung"),
            id="the town that names a train",
        ),
        pytest.param(
            "Gunmen abducted four engineers from the Gichk Dam on Monday.",
            ("Gichk Dam", "site", "Panjgur"),
            id="works that bear the name of a place",
        ),
        pytest.param(
            "Gwadar: a grenade was thrown at a shop on Airport Road on Monday, injuring two men.",
            ("Airport Road", "site", "Gwadar"),
            id="a road that many towns have is not that of another town",
        ),
    ],
)
def test_the_level_is_what_the_words_say(text, place):
    assert places_of(text)[0] == place


def test_districts_of_a_list_are_districts():
    found = named_in("The districts of Washuk and Kharan are calm, and so are Duki and Zhob.")
    assert found["Washuk"] == ("district", "Washuk")
    assert found["Kharan"] == ("district", "Kharan")
    assert found["Zhob"][0] == "settlement"


def test_a_list_of_districts_in_urdu():
    found = named_in("قلات، مستونگ اور سوراب کے اضلاع میں حملے ہوئے۔")
    assert [level for level, _ in found.values()] == ["district"] * 3


def test_attacks_in_several_districts_are_in_their_division():
    text = (
        "QUETTA: Insurgents carried out simultaneous raids in Kalat, Mastung and Surab districts "
        "late on Saturday, killing six people."
    )
    assert places_of(text) == [("Kalat", "division", None)]


@pytest.mark.parametrize(
    ("districts", "unit"),
    [
        (("PK211", "PK224"), "PK2-makran-division"),
        (("PK211", "PK231"), "PK2"),
        (("PK231", "PK533"), None),
        ((), None),
    ],
    ids=["one division", "one province", "two provinces", "none"],
)
def test_the_smallest_unit_that_holds_districts(districts, unit):
    assert shared_unit(districts) == unit


def test_a_town_is_the_quarter_that_it_contains():
    text = "تربت کے علاقے آبسر میں پیر کی شب دستی بم حملے میں دو افراد زخمی ہوئے۔"
    assert places_of(text) == [("Absor", "settlement", "Kech")]


def test_the_place_where_a_claim_was_received_is_not_that_of_the_attack():
    text = (
        "Five rockets hit a guardroom near Dera Murad Jamali on Monday, injuring two men. A "
        "message received in Jacobabad owned up to the attack."
    )
    assert places_of(text) == [("Dera Murad Jamali", "near", "Nasirabad")]


def test_people_who_mourn_are_told_of_where_it_happened():
    text = (
        "Three constables were killed in an ambush on Sunday. Residents of Kulachi tehsil kept "
        "their shops shut in mourning."
    )
    assert places_of(text)[0] == ("Kulachi", "tehsil", "Dera Ismail Khan")


def test_a_square_of_a_town_has_the_point_of_the_town_and_a_radius():
    text = "A grenade hurled at a shop at Naji Chowk in Kharan on Monday injured two men."
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    place = extract_accounts(article, resolve(find_mentions(article)))[0].place
    assert (place.name, place.precision.value, place.admin2) == ("Naji Chowk", "site", "Kharan")
    assert place.lon is not None
    assert place.uncertainty_m == 5_000


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "Gunmen shot a trader as he left home in Wazir Kalay, Bajaur, on Monday.",
            ("Wazir Kalay", "settlement", "Bajaur"),
            id="an unlisted village before its district",
        ),
        pytest.param(
            "Two men were shot dead at the Nushki bypass on Sunday.",
            ("Nushki", "near", "Nushki"),
            id="a bypass",
        ),
        pytest.param(
            "Armed men beat up two linesmen at the Kharan grid station on Friday.",
            ("Kharan", "site", "Kharan"),
            id="a grid station",
        ),
        pytest.param(
            "The Bibi Nani bridge was badly damaged by a bomb on Wednesday.",
            ("Bibi Nani", "site", "Kachhi"),
            id="a bridge as the subject",
        ),
        pytest.param(
            "GWADAR: Fishermen marched along Marine Drive on Saturday against trawling.",
            ("Marine Drive", "site", "Gwadar"),
            id="a drive",
        ),
        pytest.param(
            "Saboteurs blew up two pylons some eight kilometres from Dhadar, in Kachhi district, "
            "on Wednesday.",
            ("Dhadar", "near", "Kachhi"),
            id="two things at one spot",
        ),
        pytest.param(
            "Masked men blew up a gas pipeline near Goth Nodo in Dera Bugti district on Thursday, "
            "suspending supply from two wells of the Pirkoh field to the plant at Sui.",
            ("Goth Nodo", "near", "Dera Bugti"),
            id="what a blown line no longer carries",
        ),
    ],
)
def test_spots_that_words_of_a_town_name(text, place):
    assert places_of(text)[0] == place


def test_an_event_that_happened_there_is_at_the_site_told_before():
    text = (
        "Gunmen killed a guard in Gulistan on Monday. Labourers staged a sit-in on the "
        "Quetta-Chaman highway for nine days. On Wednesday police fired tear gas there, injuring "
        "four labourers."
    )
    assert places_of(text)[-1][:2] == ("Quetta-Chaman Highway", "line")


def test_a_district_named_right_before_is_where_those_seen_there_were_killed():
    text = (
        "راولپنڈی: فورسز نے ضلع مہمند کی تحصیل صافی میں پاکستان افغانستان سرحد پر ایک گروہ کی نقل "
        "و حرکت دیکھی۔ پیر کو کارروائی میں دس خوارج ہلاک کردیے گئے۔"
    )
    assert places_of(text)[0] == ("Safi", "tehsil", "Mohmand")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "A truck was hit by a bomb in Shahrag three kilometres short of the town on Monday, "
            "killing the driver.",
            ("Shahrag", "near", "Harnai"),
            id="so far out of the town",
        ),
        pytest.param(
            "Gunmen shot dead a trader in Nal on Monday. The spot lies five kilometres outside "
            "the town.",
            ("Nal", "near", "Khuzdar"),
            id="the spot lies so far out",
        ),
        pytest.param(
            "A patrol was attacked a mile from the bazaar of Jandola on Monday, killing a soldier.",
            ("Jandola", "near", "Tank"),
            id="so far from the bazaar of",
        ),
        pytest.param(
            "Security forces killed 17 militants in a three-day operation which ended on Monday in "
            "the border area of Ghulam Khan, in North Waziristan.",
            ("Ghulam Khan", "settlement", "North Waziristan"),
            id="an operation at one place",
        ),
        pytest.param(
            "A bomb went off in Mastung on Monday, killing a man. It was heard nine km from the "
            "town.",
            ("Mastung", "settlement", "Mastung"),
            id="heard so far away",
        ),
        pytest.param(
            "Gunmen shot dead a driver on the road to Wadh in Khuzdar district on Monday.",
            ("Wadh", "near", "Khuzdar"),
            id="on the road to",
        ),
        pytest.param(
            "A clerk was robbed and killed on the way to Gwadar in Awaran district on Monday.",
            ("Awaran", "district", "Awaran"),
            id="on the way to another district",
        ),
        pytest.param(
            "Troops killed four militants on Monday in the Harboi range of Kalat district.",
            ("Harboi", "near", "Kalat"),
            id="a range of hills",
        ),
        pytest.param(
            "A bomb exploded in Chaman on Monday, killing two people. The device went off on Taj "
            "Road at noon.",
            ("Taj Road", "site", "Chaman"),
            id="a street told in the next sentence",
        ),
        pytest.param(
            "A bomb exploded in Chaman on Monday. Five people working at a shop on Taj Road said "
            "that they had run.",
            ("Chaman", "settlement", "Chaman"),
            id="a street where somebody works",
        ),
        pytest.param(
            "A pipeline supplying gas to the plant at Sui was blown up near Pirkoh on Monday.",
            ("Pirkoh", "near", "Dera Bugti"),
            id="what a line carries gas to",
        ),
        pytest.param(
            "The bodies of two students missing for a week from Hub were found in Uthal on Monday.",
            ("Uthal", "settlement", "Lasbela"),
            id="missing from, found in",
        ),
        pytest.param(
            "A woman gathering herbs on the outskirts of Sui stepped on a mine on Monday and died.",
            ("Sui", "near", "Dera Bugti"),
            id="somebody gathering herbs",
        ),
    ],
)
def test_what_stands_beside_a_name_says_where_it_was(text, place):
    assert places_of(text) == [place]


def test_word_that_comes_from_a_place_is_of_what_happened_there():
    text = (
        "Two shops were burnt in Mach on Monday. From Barkhan comes word that a tribal elder was "
        "shot dead the same evening."
    )
    assert places_of(text)[1] == ("Barkhan", "settlement", "Barkhan")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "Troops killed nine militants in Hassan Khel, North Waziristan, on Monday.",
            ("Hassan Khel", "settlement", "North Waziristan"),
            id="the text states another district than the gazetteer",
        ),
        pytest.param(
            "Gunmen killed two policemen in Hassan Khel, Bajaur and Khyber on Monday.",
            ("Hassan Khel", "tehsil", "Peshawar"),
            id="a list of places",
        ),
        pytest.param(
            "Fighters of the BLF struck in Kech again. A patrol was attacked in the Dasht area on "
            "Monday, killing two soldiers.",
            ("Dasht", "tehsil", "Kech"),
            id="the district named before tells which of two",
        ),
        pytest.param(
            "Afghan forces fired mortars across the Durand Line into Angoor Adda on Monday, "
            "wounding two.",
            ("Angoor Adda", "settlement", "South Waziristan"),
            id="across the line",
        ),
    ],
)
def test_which_of_several_places_the_text_means(text, place):
    assert places_of(text) == [place]


def test_the_lead_that_counts_the_attacks_names_their_district():
    text = (
        "The BLF claims three operations carried out in Kech. On Sunday its fighters attacked a "
        "post in Mand, killing two soldiers."
    )
    found = find_mentions(Article(id="a", text=text, published=date(2026, 3, 10)))
    assert {one.toponym: one.role for one in found} == {
        "Kech": "incident_site",
        "Mand": "incident_site",
    }


def test_those_who_fired_at_him_are_of_the_event_that_told_of_him():
    text = (
        "From Barkhan comes word that a tribal elder has been killed. Armed men fired at him on "
        "Monday outside his guest house near Rakhni."
    )
    assert len(places_of(text)) == 1

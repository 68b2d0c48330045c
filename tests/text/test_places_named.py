"""Names and their roles in the wordings of agencies and newspapers; all sentences are made up."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.places.resolve import resolve
from geomap.records import Article
from geomap.text.accounts import extract_accounts
from geomap.text.mentions import find_mentions


def read(text):
    """Return the resolved names of a report."""
    article = Article(id="a", text=text, published=date(2026, 3, 10), published_source="metadata")
    return article, resolve(find_mentions(article))


def roles(text):
    """Return the role of each name, the last of those that stand twice."""
    return {item.mention.toponym: item.mention.role for item in read(text)[1]}


def levels(text):
    """Return level and district of each name."""
    return {
        item.mention.toponym: (item.place.precision.value, item.place.admin2)
        if item.place
        else None
        for item in read(text)[1]
    }


def places(text):
    """Return name and precision of the place of each account."""
    article, found = read(text)
    return [
        (one.place.name, one.place.precision.value) if one.place else None
        for one in extract_accounts(article, found)
    ]


BLAST = "A bomb killed two guards in Nushki on Monday. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men were killed in Sindh's water-starved Tharparkar district on Monday.",
         "Tharparkar district"),
        ("Two men were shot dead in Balochistan's gas-rich Dera Bugti district on Monday.",
         "Dera Bugti district"),
        ("Two men were shot dead in Punjab's impoverished Rajanpur district on Monday.",
         "Rajanpur district"),
        ("Police in Sherani district said that two bodies had been found on Monday.",
         "Sherani district"),
        (BLAST + "Shepherds noticed the bodies in Kishingi.", "Kishingi"),
        ('Two men died on Monday. "A van was hit by shells in Athmuqam," an officer said.',
         "Athmuqam"),
        ("Witnesses said that Turbat and Mand observed a strike on Monday against the killings.",
         "Turbat"),
        ("Two men were killed in Orakzai tribal region's Dabori area on Monday.", "Dabori"),
        ("A blast hurt two people in Hangu tehsil's Naryab area on Monday.", "Naryab"),
        ("Two people were killed in Pakistan's largest city Karachi on Monday.", "Karachi"),
        ("Two men were shot in Azad Jammu and Kashmir's Kotli district on Monday.",
         "Kotli district"),
        ("Teachers held a sit-in in Mand on Monday. Similar rallies were held in Tump.", "Tump"),
        (BLAST + "The guards were on patrol in Kishingi, an officer said.", "Kishingi"),
        ("Students gathered before the Khuzdar Press Club on Monday and held a rally.", "Khuzdar"),
    ],
)  # fmt: skip
def test_sites(text, name):
    assert roles(text)[name] == "incident_site"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (BLAST + "The mayor's convoy went to Panjgur by way of Besima.", "Besima", "background"),
        ("A soldier of the Balochistan Frontier Corps was shot dead in Mand on Monday.",
         "Balochistan", "actor"),
        ("The CTD of Punjab killed two militants in Rajanpur on Monday.", "Punjab", "actor"),
        ("Two constables posted at the Saddar police station were shot dead in Hangu on Monday.",
         "Saddar", "actor"),
        (("Lorries carrying fuel for foreign troops in Afghanistan were burnt in Landi Kotal on "
         "Monday."), "Afghanistan", "background"),
        (BLAST + "Of the dead, three lived in Layyah and one in Bhakkar.", "Bhakkar", "background"),
        (BLAST + "The dead had only arrived in Dalbandin some days before.", "Dalbandin",
         "background"),
        (("The BLA, the best known of the armed groups in Balochistan, killed two men in Mand on "
         "Monday."), "Balochistan", "background"),
        ("A mine killed a boy near the border between Pakistan and Iran on Monday.", "Iran",
         "background"),
        ("Miners held a sit-in in Harnai on Monday, demanding safety for workers in Balochistan.",
         "Balochistan", "background"),
        (("A blast hurt two people near Sibi on Monday, the superintendent of railways in Quetta "
         "said."), "Quetta", "background"),
        ("The Counter Terrorism Department (CTD) Sindh killed two militants in Thatta on Monday.",
         "Sindh", "actor"),
        ("They were shot in Mand on Monday. Deputy Commissioner Kharan said two men died.",
         "Kharan", "actor"),
        (("A bomb on the track near Dhadar on Monday delayed the Quetta-bound Jaffar Express at "
          "Jacobabad."), "Jacobabad", "background"),
        (("Rockets fired from across the border in Kunar hit a house in Bajaur on Monday and "
          "killed two."), "Kunar", "background"),
        (BLAST + "The wounded were taken to Kohlu district hospital.", "Kohlu", "actor"),
        (("A powerful gas explosion brought down a coal mine on Monday. It happened in the "
         "Sharigh area."), "Sharigh", "background"),
    ],
)  # fmt: skip
def test_other_roles(text, name, role):
    assert roles(text)[name] == role


def test_a_mayor_who_visits_leaves_the_next_name_alone():
    assert roles(BLAST + "Quetta's mayor visited Turbat.")["Turbat"] == "background"


@pytest.mark.parametrize(
    "line",
    [
        "Bannu/Tank/Peshawar, March 9: ",
        "Bannu / Tank: ",
        "Balochistan [Pakistan], March 9 (ANI): ",
    ],
)
def test_datelines(line):
    found = roles(line + "Two men were shot dead in Kulachi on Monday.")
    assert {name: role for name, role in found.items() if name != "Kulachi"} == {
        name: "dateline" for name in found if name != "Kulachi"
    }
    assert len(found) > 2
    assert found["Kulachi"] == "incident_site"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two men were shot dead on Ghorwali road in Chaman on Monday.",
         ["Ghorwali road", "Chaman"]),
        ("Two men were shot dead in the Torkhel market area of Bannu on Monday.",
         ["Torkhel market", "Bannu"]),
        ("Posts in the Sarkhel and Ghara Kor areas of Kurram were attacked on Monday.",
         ["Sarkhel", "Ghara Kor", "Kurram"]),
        ("Two men were shot dead in Sarwakai's Molay Khan Sarai on Monday.",
         ["Sarwakai", "Molay Khan Sarai"]),
        ("Two soldiers were killed in Fata on Monday.", ["Fata"]),
        ("Two men said Kp and Gb were calm on Monday.", []),
        ("Two men were treated in Karachi's Jinnah Hospital on Monday.", ["Karachi"]),
        ("A school was blown up in Zor Kalay in Mohmand on Monday.", ["Zor Kalay", "Mohmand"]),
        ("Two men were shot dead at Torgarh near Kohat on Monday.", ["Torgarh", "Kohat"]),
        ("Two men were shot dead in Shah Faisal Colony No 3 on Monday.", ["Shah Faisal Colony"]),
        ("Two men were killed in Bannu-i-Wala on Monday.", ["Bannu-i-Wala"]),
        ("Two men were shot dead in Kurram on Monday, Karim Mohmand, a police officer, said.",
         ["Kurram"]),
        ("Two men were shot dead on the main road of Mach on Monday.", ["Mach"]),
        ("Two men were shot dead in Mohmand, an officer said on Monday.", ["Mohmand"]),
        ("زخمیوں میں سے کچھ کی حالت نازک ہے۔", []),
        ("پیر کو اسلام آباد پشاور موٹر وے پر دو افراد ہلاک ہو گئے۔", ["اسلام آباد پشاور موٹر وے"]),
    ],
)  # fmt: skip
def test_names(text, names):
    assert [item.mention.toponym for item in read(text)[1]] == names


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("A grenade was thrown in Naseerabad on Monday.", "Naseerabad", ("district", "Nasirabad")),
        ("Two men were killed in tehsil Jamrud of Khyber on Monday.", "Jamrud",
         ("tehsil", "Khyber")),
        ("Two men were killed in Wadh tehsil on Monday. They were shot in Wadh, police said.",
         "Wadh", ("tehsil", "Khuzdar")),
        ("Two men were killed in Wadh tehsil on Monday. They were shot in Wadh town, police said.",
         "Wadh", ("settlement", "Khuzdar")),
        (("A bomb hit a van in Bannu on Monday. Two men were killed in the Tori Sar area, police "
         "said. In Hangu the police were on guard."), "Tori Sar", ("settlement", "Bannu")),
    ],
)  # fmt: skip
def test_levels(text, name, place):
    assert levels(text)[name] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (("A blast killed two soldiers in Awaran on Monday. Their vehicle was hit by a bomb in the "
         "Jhao area of Awaran, the force said."), ("Jhao", "tehsil")),
        ("A blast killed two soldiers in Awaran on Monday. It happened in the Gishkaur area.",
         ("Gishkore", "settlement")),
        (("Armed men killed five miners in Harnai district on Monday. They fired at rooms in a "
         "coal field, eight to ten kilometres from Harnai town."), ("Harnai", "near")),
        (("A bomb killed two guards near the border with Iran on Monday, 640 kilometres to the "
         "southwest of Quetta. Officials said that bombers had attacked an inn in Taftan."),
         ("Taftan", "settlement")),
        ("A bomb killed two guards on Monday some 30 kilometres south of Quetta.",
         ("Quetta", "near")),
        (("Two soldiers were killed in Kurram district near the Pakistan-Afghanistan border on "
          "Monday."), ("Kurram", "district")),
        ("PESHAWAR: Two policemen were shot dead on Monday in the provincial capital.",
         ("Peshawar", "settlement")),
        ("Five militants were killed on Monday in an operation in Tank, the ISPR said.",
         ("Tank", "district")),
        ("Five militants were killed on Monday in an operation in Tank city, the ISPR said.",
         ("Tank", "settlement")),
        ("Five militants were killed on Monday in an operation in Peshawar, the ISPR said.",
         ("Peshawar", "settlement")),
        (("A blast killed two soldiers in Quetta on Monday. The wounded were treated in the Sariab "
         "area of Quetta."), ("Quetta", "settlement")),
    ],
)  # fmt: skip
def test_places_of_events(text, place):
    assert places(text)[:1] == [place]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("پیر کو خاران میں دو افراد ہلاک ہوئے۔ پنجگور میں گھر کے باہر گاڑی میں بم لگایا گیا تھا۔",
         "پنجگور", "incident_site"),
        ("تاجروں نے پیر کو احتجاج کرتے ہوئے خضدار کراچی شاہراہ بند کر دی۔", "خضدار کراچی شاہراہ",
         "incident_site"),
        ("ٹل سے پاراچنار کے لیے قافلے روانہ ہوئے جن پر بگن میں فائرنگ سے دو مسافر ہلاک ہوئے۔",
         "پاراچنار", "background"),
    ],
)  # fmt: skip
def test_urdu_roles(text, name, role):
    assert roles(text)[name] == role


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("A van was attacked in Kili Tarkhel on Monday, a spokesman for Quetta police said.",
         "Kili Tarkhel", "Quetta"),
        (("A van was attacked in Kili Tarkhel on Monday, officers of Quetta police and Pishin "
          "police said."), "Kili Tarkhel", None),
        ("RAWALPINDI: Two men were shot dead on Tirwal Road on Monday.", "Tirwal Road",
         "Rawalpindi"),
    ],
)  # fmt: skip
def test_the_only_district_of_an_article(text, name, district):
    found = levels(text)[name]
    assert (found[1] if found else None) == district

"""Roles, one rule class each; all sentences are made up."""

from __future__ import annotations

import pytest

from geomap.records import Article
from geomap.text.mentions import find_mentions


def roles(text, title=None):
    found = find_mentions(Article(id="a", text=text, title=title))
    return {mention.toponym: mention.role for mention in found}


EVENT = "A bomb killed two guards in Nushki on Monday. "
URDU_EVENT = "پیر کو ضلع نوشکی میں بم دھماکے سے دو اہلکار جاں بحق ہو گئے۔ "


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Pishin Fruit Growers' Association called for calm.", "Pishin"),
        ("The owner of the Ziarat Tea House closed early.", "Ziarat"),
        ("They were treated at Civil Hospital Khuzdar.", "Khuzdar"),
        ("One was moved to the Sibi Medical Complex.", "Sibi"),
        ("DHQ Loralai has few beds.", "Loralai"),
        ("The district administration of Kohlu sent tents.", "Kohlu"),
        ("The Gwadar deputy commissioner spoke.", "Gwadar"),
        ("A professor of the University of Gujrat wrote to him.", "Gujrat"),
        ("The Kharan Builders left the site.", "Kharan"),
        ("SSP Mastung gave no details.", "Mastung"),
        ("Islamic State Khorasan said nothing.", "Khorasan"),
        ("The Zhob Militia keeps a fort.", "Zhob"),
        ("Sindh's home department replied.", "Sindh"),
    ],
)
def test_part_of_an_institution(sentence, name):
    assert roles(EVENT + sentence)[name] == "actor"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("ڈپٹی کمشنر پشین نے دورہ کیا۔", "پشین"),
        ("ژوب پولیس نے مقدمہ درج کیا۔", "ژوب"),
        ("ایس ایس پی جعفرآباد موقع پر پہنچے۔", "جعفرآباد"),
        ("زیارت ٹرانسپورٹ یونین نے مذمت کی۔", "زیارت"),
        ("گوادر پورٹ اتھارٹی خاموش رہی۔", "گوادر"),
        ("قلات ڈویژن کے کمشنر نے بتایا۔", "قلات ڈویژن"),
    ],
)
def test_part_of_an_institution_in_urdu(sentence, name):
    assert roles(URDU_EVENT + sentence)[name] == "actor"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The injured were driven to Dalbandin and later to Quetta.", "Quetta"),
        ("Two of the wounded were airlifted to Karachi.", "Karachi"),
        ("The bodies lie in a Quetta hospital.", "Quetta"),
        ("A helicopter flew the wounded to Multan.", "Multan"),
        ("The survivors are under treatment in Chagai.", "Chagai"),
        ("The minister told a news conference in Lahore that it was over.", "Lahore"),
        ("The governor, who reached Kharan in the evening, chaired a meeting.", "Kharan"),
        ("Three of the injured had to be driven to Chagai.", "Chagai"),
        ("Two children were pulled out of the rubble and taken to Sibi with burns.", "Sibi"),
        ("Those with burns were put on a helicopter to Karachi.", "Karachi"),
        ("Funeral prayers for the guards were offered at the police lines in Sibi.", "Sibi"),
    ],
)
def test_where_they_were_taken_or_met(sentence, name):
    assert roles(EVENT + sentence)[name] == "venue"


def test_where_the_dead_are_buried_is_background():
    assert roles(EVENT + "The guards were buried in Sibi.")["Sibi"] == "background"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("زخمیوں کو پہلے دالبندین اور پھر کوئٹہ لے جایا گیا۔", "دالبندین"),
        ("لاشیں خضدار پہنچا دی گئیں۔", "خضدار"),
        ("تین زخمیوں کو کراچی ریفر کر دیا گیا۔", "کراچی"),
        ("زخمی سبی کے سول ہسپتال میں داخل ہیں۔", "سبی"),
        ("وزیر داخلہ نے لاہور میں ایک پریس کانفرنس کی۔", "لاہور"),
        ("اس بارے میں اجلاس گوادر میں ہوا۔", "گوادر"),
    ],
)
def test_where_they_were_taken_or_met_in_urdu(sentence, name):
    assert roles(URDU_EVENT + sentence)[name] == "venue"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The minister briefed the envoy on the state of affairs in Kharan.", "Kharan"),
        ("Talks on the security situation in Kharan went on for hours.", "Kharan"),
    ],
)
def test_what_they_talked_about_is_no_venue(sentence, name):
    assert roles(EVENT + sentence)[name] == "background"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen shot dead two barbers, natives of Sialkot, in Kalat on Friday.", "Sialkot"),
        ("Gunmen shot dead a tailor hailing from Larkana in Kalat on Friday.", "Larkana"),
        ("Gunmen fired on a Taftan-bound bus in Kalat on Friday, killing two.", "Taftan"),
        ("Gunmen killed two in Kalat on Friday and fled towards the hills of Johan.", "Johan"),
        ("Gunmen killed two in Kalat on Friday, a police officer in Quetta said.", "Quetta"),
        ("Gunmen killed two in Kalat, which borders Khuzdar, on Friday.", "Khuzdar"),
        ("Gunmen killed two in Kalat on Friday. It was the third attack in Surab in May.", "Surab"),
        ("Gunmen killed two in Kalat on Friday. He denied reports of a blast in Awaran.", "Awaran"),
        (
            "Gunmen killed two in Kalat on Friday. The police arrested two suspects in Hub.",
            "Hub",
        ),
        (
            "Gunmen killed two in Kalat on 9 May 2025. Five guards were killed in Zehri in 2019.",
            "Zehri",
        ),
    ],
)
def test_named_for_another_reason(text, name):
    assert roles(text)[name] == "background"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("کالات میں دھماکے میں دو افراد ہلاک ہوئے جن کا تعلق لاڑکانہ سے تھا۔", "لاڑکانہ"),
        ("مسلح افراد نے تربت سے کراچی جانے والی بس پر فائرنگ کر دی، دو ہلاک۔", "کراچی"),
        ("فائرنگ سے دو اہلکار ہلاک ہوئے اور حملہ آور پسنی کی جانب فرار ہو گئے۔", "پسنی"),
        ("حملے میں دو افراد ہلاک ہوئے، جیونی کے رہائشی سوگوار ہیں۔", "جیونی"),
    ],
)
def test_named_for_another_reason_in_urdu(text, name):
    assert roles(text)[name] == "background"


def test_names_of_a_list_share_a_role():
    found = roles("Militants attacked posts in Mand, Tump and Buleda on Sunday, killing three men.")
    assert set(found.values()) == {"incident_site"}
    found = roles(EVENT + "The dead came from Swat, Shangla and Buner.")
    assert {found[name] for name in ("Swat", "Shangla", "Buner")} == {"background"}


def test_areas_around_a_site_share_its_role():
    found = roles(
        "A mine killed a man in the Parom area of Panjgur district, Balochistan, on Sunday."
    )
    assert set(found.values()) == {"incident_site"}
    found = roles(
        "اتوار کو بلوچستان کے ضلع پنجگور کے علاقے پروم میں بارودی سرنگ پھٹنے سے ایک شخص ہلاک ہوا۔"
    )
    assert set(found.values()) == {"incident_site"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The spot lies in the Kishingi area.", "Kishingi"),
        ("The M-8 motorway remained closed till noon.", "M-8 motorway"),
        ("A second shell landed in a field near Ahmedwal.", "Ahmedwal"),
    ],
)
def test_a_sentence_without_an_event_word_may_say_where_it_was(sentence, name):
    assert roles(EVENT + sentence)[name] == "incident_site"


def test_a_heading_that_names_a_place_stands_over_its_events():
    found = roles("Panjgur district\n\nA bomb killed two guards on Monday.")
    assert found == {"Panjgur district": "incident_site"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The men had been intercepted in the hills west of Galangur.", "Galangur"),
        ("It happened on the road between Ahmedwal and Dalbandin.", "Dalbandin"),
        ("The device was planted beside a culvert near Mal.", "Mal"),
        ("واقعہ کلی قادر آباد میں پیش آیا۔", "قادر آباد"),
    ],
)
def test_the_sentence_behind_a_report_names_the_spot(sentence, name):
    assert roles(EVENT + sentence).get(name) == "incident_site"


def test_what_was_done_elsewhere_later_is_no_spot():
    text = f"{EVENT}The owner spoke at length. He was born there. It was seized in Sibi."
    assert roles(text)["Sibi"] == "background"


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("The Commissioner, Sibi, sent tents.", "Sibi", "actor"),
        ("The inspector general of police, Sindh, flew in.", "Sindh", "actor"),
        ("The tehsildar of Wadh was silent.", "Wadh", "actor"),
        ("The Human Rights Commission of Pakistan asked for an inquiry.", "Pakistan", "actor"),
        ("The minister, speaking in Lahore, asked who had fired at the two.", "Lahore", "venue"),
        ("Doctors gathered in Lahore for a two-day conference.", "Lahore", "venue"),
        ("The governor, who was in Lahore for a meeting, was told.", "Lahore", "background"),
        ("Half of the families had moved to Sibi.", "Sibi", "background"),
        ("Gunmen from havens in Helmand killed two more guards.", "Helmand", "background"),
        ("Two more guards were killed near the Iran border.", "Iran", "background"),
        ("Five suspects were taken to police stations in Sibi.", "Sibi", "background"),
        ("The kidnapped include a cook from Sibi.", "Sibi", "background"),
        ("Border guards of Iran shot two more men dead.", "Iran", "background"),
        ("The group claimed responsibility for the Wadh attack.", "Wadh", "incident_site"),
    ],
)
def test_offices_meetings_havens_and_claims(sentence, name, role):
    assert roles(EVENT + sentence)[name] == role


def test_a_name_alone_stands_over_the_sentences_behind_it():
    found = roles("Two regions were hit. Sindh. A bomb killed two guards in Sukkur on Monday.")
    assert found["Sindh"] == "incident_site"


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Six of the vehicles were stopped at Padag.", "Padag", "incident_site"),
        ("The drivers ran into a barricade of stones near Padag.", "Padag", "incident_site"),
        ("Troops then combed the Padag area.", "Padag", "incident_site"),
        ("ان کی لاشیں اتوار کو قلات میں ملیں۔", "قلات", "incident_site"),
        ("A train was halted at Sibi.", "Sibi", "background"),
        (
            "Two more men were shot dead after returning from a wedding at Sibi.",
            "Sibi",
            "background",
        ),
        ("Two more were killed, and the union would not load at Sibi.", "Sibi", "background"),
        ("A guard, who was hit in the neck, died in Sibi.", "Sibi", "venue"),
    ],
)
def test_spots_of_what_follows_and_places_on_the_way(sentence, name, role):
    assert roles(EVENT + sentence)[name] == role


def test_a_tehsil_is_no_nearer_than_a_distance_from_a_village():
    found = roles("Gunmen shot two guards dead 4 km short of Padag, in Nokundi tehsil, on Monday.")
    assert found["Padag"] == "incident_site"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param(
            "Soldiers opened fire from positions in Paktia on Monday and killed two men in Kurram.",
            "Paktia",
            "background",
            id="where those who fired stood",
        ),
        pytest.param(
            "Police stopped supply trucks near Chaman on Sunday and gunmen fired at them.",
            "Chaman",
            "incident_site",
            id="supply trucks are no supply",
        ),
        pytest.param(
            EVENT + "A third guard is fighting for his life in Quetta.",
            "Quetta",
            "venue",
            id="fighting for life",
        ),
        pytest.param(
            "Here is the news. Nushki first, where gunmen opened fire on labourers.",
            "Nushki",
            "incident_site",
            id="a name that heads its sentence",
        ),
        pytest.param(
            EVENT + "A deputy prosecutor general of Punjab led the case.",
            "Punjab",
            "actor",
            id="a prosecutor general",
        ),
        pytest.param(
            "نوشکی میں پیر کو دھماکے سے دو افراد جاں بحق ہوئے، "
            "مرنے والوں میں پنجگور کے ایک تاجر شامل ہیں۔",
            "پنجگور",
            "background",
            id="Urdu: among the dead",
        ),
        pytest.param(
            "نوشکی میں پیر کو دھماکے سے دو افراد جاں بحق ہوئے جس کی آواز دالبندین تک سنی گئی۔",
            "دالبندین",
            "background",
            id="Urdu: how far it was heard",
        ),
        pytest.param(
            "محکمہ انسداد دہشت گردی پنجاب کے ترجمان نے بیان جاری کیا۔",
            "پنجاب",
            "actor",
            id="Urdu: a department",
        ),
    ],
)
def test_places_beside_the_event(text, name, role):
    assert roles(text)[name] == role

"""News reports by the thousand, all different, always the same: templates filled by a seed.

A report has a lead, what is known of the event, who spoke, what went before and sentences that
report nothing, until it is about as long as asked; the kinds of report, and the share of Urdu, are
those of `KINDS`. Names come from the gazetteer, everything else from the lists here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from geomap.places.gazetteer import Entry, load_gazetteer
from geomap.places.units import unit
from geomap.records import Article

__all__ = ["make_articles"]

FIRST_DAY = date(2024, 1, 1)
DAYS = 700
URDU_SHARE = 0.12

LEADS = (
    "{n} people were killed and {m} others injured when a {bomb} went off in {place} on {day}.",
    "At least {n} {victims} were killed and {m} injured in an attack on {target} in the {place} "
    "area of {district} district on {day} night, officials said.",
    "Unidentified gunmen opened fire on {target} near {place} in {district} district late on "
    "{day}, killing {n} {victims} on the spot.",
    "Security forces killed {n} militants during an intelligence-based operation in {place}, "
    "{district} district, on {day}, the military's media wing said.",
    "{n} {victims} were abducted by armed men from the {place} area of {district} on {day}.",
    "A roadside bomb targeted a convoy about {km} km {bearing} of {place} on {day}, wounding {m} "
    "{victims}.",
    "Hundreds of people blocked the highway at {place} on {day} to protest the disappearance of "
    "{n} students from {district} district.",
    "A grenade was hurled at a police post in {place} on {day} evening, leaving {m} {victims} "
    "wounded.",
    "{n} labourers belonging to {other} were shot dead in {place}, a town of {district} district, "
    "in the early hours of {day}.",
)
DETAILS = (
    "The attackers managed to escape towards {other} on motorcycles.",
    "Police said that the device, weighing around {km} kilograms, had been planted along the "
    "{place}-{other} road.",
    "Two of the injured were said to be in critical condition and were shifted to the trauma centre "
    "in {capital}.",
    "The bodies of the deceased were handed over to their families after legal formalities at the "
    "district headquarters hospital in {place}.",
    "A vehicle and {n} shops were also damaged in the blast, while windows of nearby buildings were "
    "shattered.",
    "{n} of the {victims} died on the way to {other}, raising the death toll to {k}.",
    "The exchange of fire continued for {n} hours, after which the area was cordoned off and a "
    "search operation launched.",
    "Deputy Commissioner of {district} said that no loss of life had been reported so far.",
    "Weapons, ammunition and {k} kilograms of explosives were recovered from the hideout.",
    "The firing left {n} security personnel and a passer-by injured, rescue workers said.",
    "The deceased were identified as residents of {other} who had been working at a coal mine near "
    "{place} for the past {k} months.",
)
SPEECH = (
    "The {group} claimed responsibility for the attack in a statement sent to the media on {next_day}.",
    "No group immediately claimed responsibility for the incident.",
    "The chief minister condemned the attack and directed the authorities to submit a report within "
    "{n} days.",
    "“Those behind this act will not be spared,” the home minister told reporters in {capital}.",
    "A senior police officer, who asked not to be named, said that the {group} was suspected of being "
    "behind the killing.",
    "The inspector general of police sought a detailed report from the DIG of {district}.",
    "In a separate statement, the provincial government's spokesperson said that compensation would be "
    "paid to the families of the victims.",
)
BACKGROUND = (
    "{district} has witnessed a series of attacks over the past year; in {month} {year}, {k} people "
    "were killed in a bombing near {other}.",
    "Earlier this month, {n} policemen were killed in a similar attack in {far}.",
    "According to the data compiled by a think tank, {hundreds} people have been killed in {k} attacks "
    "across the province since January {year}.",
    "Last week, the railway track between {place} and {other} was damaged by an explosion, "
    "suspending train services from {capital}.",
    "Militants have stepped up attacks in {far} since a ceasefire with the government ended in "
    "November 2022.",
    "The remote district borders Afghanistan and is home to several mines, where workers from {far} "
    "and Swat are employed.",
)
FILLER = (
    "Residents said that the market remained closed for the rest of the day and that there was little "
    "traffic on the main road.",
    "Mobile internet services stayed suspended, and people who had gathered outside the office were "
    "asked to go home.",
    "The committee that was formed by the assembly is expected to present its recommendations before the "
    "next session.",
    "Teachers and parents complained that the building had no boundary wall and that the promised funds "
    "had never been released.",
    "Traders urged the administration to improve the supply of electricity and water, which they called "
    "worse than in any summer that they remembered.",
    "The spokesperson added that an inquiry had been ordered and that its findings would be shared in due "
    "course.",
    "A local elder recalled that the road was once lined with orchards, and that the karez had dried up "
    "when the tube wells came.",
    "Doctors at the hospital appealed for blood donations, and volunteers arrived within the hour.",
    "Prices of vegetables rose again, shopkeepers said, because the trucks that bring them had been held up "
    "for days.",
)
QUIET_LEADS = (
    "The national team beat the visitors by {n} wickets in the {k}th match of the series in {far} on {day}.",
    "Heavy rain lashed {place} and {other} on {day}, and the met office forecast more showers in "
    "{district} district over the next {n} days.",
    "The chief minister inaugurated a {k}-bed hospital in {place} on {day} and announced {n} new schools "
    "for {district}.",
    "An anti-terrorism court in {capital} on {day} sentenced {n} men to life imprisonment over the {year} "
    "attack in {place}.",
    "{n} people died and {m} were injured when a passenger coach overturned near {place} on {day}.",
    "The customs department foiled a bid to smuggle {k} tonnes of sugar through {place} on {day}.",
)
ITEMS = (
    "In {place}, {n} {victims} were killed when unknown men attacked {target} on {day}.",
    "In another incident, a hand grenade exploded outside a house in {other}, injuring {m}.",
    "Meanwhile, a body bearing bullet wounds was found near {far} on {day}, Levies officials said.",
    "Separately, {target} came under fire in the {place} area of {district}, but no casualties were reported.",
)
URDU_LEADS = (
    "{place_ur} میں {day_ur} کو ایک دھماکے میں {n_ur} افراد جاں بحق اور {m_ur} زخمی ہو گئے۔",
    "بلوچستان کے ضلع {district_ur} کے علاقے {place_ur} میں نامعلوم مسلح افراد کی فائرنگ سے {n_ur} مزدور ہلاک ہو گئے۔",
    "سکیورٹی فورسز نے {day_ur} کی رات {place_ur} کے قریب کارروائی میں {n_ur} دہشت گردوں کو ہلاک کر دیا۔",
    "{place_ur} میں پولیس کی گاڑی پر حملے میں {n_ur} اہلکار شہید اور {m_ur} زخمی ہوئے۔",
)
URDU_MORE = (
    "پولیس کے مطابق زخمیوں کو {capital_ur} کے ہسپتال منتقل کیا گیا جہاں دو کی حالت تشویشناک ہے۔",
    "حکام کا کہنا ہے کہ دھماکہ خیز مواد سڑک کے کنارے نصب کیا گیا تھا۔",
    "وزیر اعلیٰ نے واقعے کی مذمت کرتے ہوئے رپورٹ طلب کر لی ہے۔",
    "تاحال کسی تنظیم نے اس حملے کی ذمہ داری قبول نہیں کی ہے۔",
    "مقامی لوگوں نے بتایا کہ بازار دن بھر بند رہا اور سڑکوں پر آمدورفت بہت کم تھی۔",
    "یاد رہے کہ گزشتہ ماہ بھی {far_ur} میں ایسے ہی ایک واقعے میں {k} افراد ہلاک ہوئے تھے۔",
    "علاقہ مکینوں نے مطالبہ کیا کہ پانی اور بجلی کی فراہمی بہتر بنائی جائے اور اسکول جلد کھولے جائیں۔",
    "لاشیں ضروری کارروائی کے بعد ورثا کے حوالے کر دی گئیں جبکہ علاقے میں سرچ آپریشن جاری ہے۔",
)
VICTIMS = (
    "policemen", "soldiers", "civilians", "labourers", "Levies personnel", "passengers", "tribesmen",
    "security personnel", "coal miners", "children", "Frontier Corps men", "villagers",
)  # fmt: skip
TARGETS = (
    "a police van", "a checkpost", "a security convoy", "a passenger bus", "a construction camp",
    "a tribal elder's house", "a polio team", "a railway bridge", "a mosque", "a bazaar",
)  # fmt: skip
BOMBS = ("remote-controlled bomb", "bomb", "landmine", "motorcycle bomb", "suicide vest")
GROUPS = (
    "Balochistan Liberation Army", "Balochistan Liberation Front", "Baloch Republican Guards",
    "Tehreek-i-Taliban Pakistan", "Islamic State Khorasan Province", "BLA", "TTP",
)  # fmt: skip
NUMBERS_UR = ("دو", "تین", "چار", "پانچ", "چھ", "سات", "آٹھ", "نو", "دس", "گیارہ", "12", "۱۴")
NUMBERS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "11",
    "12",
    "14",
    "17",
)
BEARINGS = ("north", "south", "east", "west", "southwest", "northeast")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS_UR = ("پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار")
MONTHS = ("January", "March", "May", "August", "October", "December")
CAPITALS = {"PK2": "Quetta", "PK5": "Peshawar", "PK7": "Karachi", "PK6": "Lahore"}


def make_articles(number: int, *, length: int = 1500, seed: int = 5) -> Iterator[Article]:
    """Yield articles of about so many characters; the first ones are the same for every number."""
    places = [entry for entry in load_gazetteer().entries if _is_named(entry)]
    for index in range(number):
        rng = random.Random(seed * 1_000_003 + index)  # noqa: S311 # text for a benchmark
        yield _article(index, rng, places, length)


def _is_named(entry: Entry) -> bool:
    return bool(
        entry.country == "PK"
        and entry.level == "settlement"
        and entry.admin2_pcode
        and entry.name_ur
    )


def _article(index: int, rng: random.Random, places: list[Entry], length: int) -> Article:
    published = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    words = _words(rng, places, published)
    urdu = rng.random() < URDU_SHARE
    wanted = rng.randint(length // 2, length + length // 2)
    text = _urdu(rng, words, wanted) if urdu else _english(rng, words, wanted)
    return Article(
        id=f"report-{index:06d}",
        text=text,
        title=None,
        published=published,
        published_source="metadata",
        source="benchmark",
        language="ur" if urdu else "en",
    )


def _words(rng: random.Random, places: list[Entry], published: date) -> dict[str, object]:
    """Draw what fills the templates of one report."""
    place, other, far = rng.choice(places), rng.choice(places), rng.choice(places)
    district = unit(place.admin2_pcode)
    ago = rng.randrange(1, 5)
    day = published - timedelta(days=ago)
    dated = rng.random() < 0.3
    return {
        "place": place.name,
        "other": other.name,
        "far": far.name,
        "district": district.name if district else place.name,
        "capital": CAPITALS.get(place.admin1_pcode, "Islamabad"),
        "place_ur": place.name_ur[0],
        "district_ur": district.names_ur[0] if district and district.names_ur else "کیچ",
        "far_ur": far.name_ur[0],
        "capital_ur": "کوئٹہ" if place.admin1_pcode == "PK2" else "پشاور",
        "day": f"{day:%B} {day.day}" if dated else WEEKDAYS[day.weekday()],
        "day_ur": WEEKDAYS_UR[day.weekday()],
        "next_day": WEEKDAYS[(day.weekday() + 1) % 7],
        "month": rng.choice(MONTHS),
        "year": published.year - rng.randrange(1, 4),
        "bearing": rng.choice(BEARINGS),
        "group": rng.choice(GROUPS),
        "bomb": rng.choice(BOMBS),
        "target": rng.choice(TARGETS),
        "victims": rng.choice(VICTIMS),
        **_figures(rng),
    }


def _figures(rng: random.Random) -> dict[str, object]:
    return {
        "n": rng.choice(NUMBERS),
        "m": rng.choice(NUMBERS),
        "n_ur": rng.choice(NUMBERS_UR),
        "m_ur": rng.choice(NUMBERS_UR),
        "k": rng.randrange(11, 60),
        "km": rng.randrange(5, 60),
        "hundreds": f"{rng.randrange(1, 4)},{rng.randrange(100, 999)}",
    }


def _english(rng: random.Random, words: dict[str, object], length: int) -> str:
    kind = rng.random()
    groups: list[tuple[str, ...]] = [DETAILS, SPEECH, DETAILS, FILLER, BACKGROUND, SPEECH, FILLER]
    leads = LEADS
    if kind < 0.15:
        leads, groups = QUIET_LEADS, [FILLER, SPEECH, FILLER, BACKGROUND]
    elif kind < 0.3:
        groups = [ITEMS, DETAILS, ITEMS, FILLER, SPEECH]
    first = _filled(rng.choice(leads), words)
    lead = f"{str(words['capital']).upper()}: {first[0].upper()}{first[1:]}"
    return _written(rng, [lead], words, groups, length)


def _urdu(rng: random.Random, words: dict[str, object], length: int) -> str:
    lead = f"{words['capital_ur']}: {_filled(rng.choice(URDU_LEADS), words)}"
    return _written(rng, [lead], words, [URDU_MORE], length)


def _written(
    rng: random.Random,
    sentences: list[str],
    words: dict[str, object],
    groups: list[tuple[str, ...]],
    length: int,
) -> str:
    """Add sentences of each group in turn, none twice, until the report is long enough."""
    piles = {group: rng.sample(group, len(group)) for group in groups}
    left = [piles[group] for group in groups]
    paragraphs = [sentences[0]]
    size, turn = len(sentences[0]), 0
    while size < length and any(left):
        pile = left[turn % len(left)]
        turn += 1
        if not pile:
            continue
        sentence = _filled(pile.pop(), words | _figures(rng))
        if sentence in sentences:
            continue
        sentences.append(sentence)
        size += len(sentence) + 1
        if rng.random() < 0.45:
            paragraphs.append(sentence)
        else:
            paragraphs[-1] += f" {sentence}"
    return "\n\n".join(paragraphs)


def _filled(template: str, words: dict[str, object]) -> str:
    sentence = template.format(**words)
    return sentence[0].upper() + sentence[1:]

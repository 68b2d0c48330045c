"""News reports by the thousand, all different, always the same: templates filled by a seed.

A report has a lead, what is known of the event, who spoke, what went before and sentences that
report nothing, until it is about as long as asked; the shares of the kinds of report and of Urdu
are fixed. The sentences stand in ``templates.json``; names come from the gazetteer.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from geomap.places.gazetteer import Entry, load_gazetteer
from geomap.places.units import unit
from geomap.records import Article

__all__ = ["make_articles"]

FIRST_DAY = date(2024, 1, 1)
DAYS = 700
URDU_SHARE = 0.12

VICTIMS = (
    "policemen", "soldiers", "civilians", "labourers", "Levies personnel", "passengers",
    "tribesmen", "security personnel", "coal miners", "children", "Frontier Corps men", "villagers",
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
    lead, groups = "lead", "details speech details filler background speech filler"
    if kind < 0.15:
        lead, groups = "quiet_lead", "filler speech filler background"
    elif kind < 0.3:
        groups = "items details items filler speech"
    first = _filled(rng.choice(_templates()[lead]), words)
    return _written(rng, f"{str(words['capital']).upper()}: {first}", words, groups, length)


def _urdu(rng: random.Random, words: dict[str, object], length: int) -> str:
    first = _filled(rng.choice(_templates()["urdu_lead"]), words)
    return _written(rng, f"{words['capital_ur']}: {first}", words, "urdu", length)


def _written(
    rng: random.Random, lead: str, words: dict[str, object], groups: str, length: int
) -> str:
    """Add sentences of each group in turn, none twice, until the report is long enough."""
    every = _templates()
    piles = {name: rng.sample(every[name], len(every[name])) for name in groups.split()}
    left = [piles[name] for name in groups.split()]
    paragraphs = [lead]
    size, turn = len(lead), 0
    while size < length and any(left):
        pile = left[turn % len(left)]
        turn += 1
        if not pile:
            continue
        sentence = _filled(pile.pop(), words | _figures(rng))
        size += len(sentence) + 1
        if rng.random() < 0.45:
            paragraphs.append(sentence)
        else:
            paragraphs[-1] += f" {sentence}"
    return "\n\n".join(paragraphs)


@cache
def _templates() -> dict[str, list[str]]:
    path = Path(__file__).with_name("templates.json")
    templates: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return templates


def _filled(template: str, words: dict[str, object]) -> str:
    sentence = template.format(**words)
    return sentence[0].upper() + sentence[1:]

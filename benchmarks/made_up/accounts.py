"""Accounts of made-up events by the thousand, as several newspapers would give them.

An event has a place, a day, a type and a toll; each of its accounts is of another article, some
with a later toll, the day after, or only the district or the province. Places are those of the
gazetteer, more of them in Balochistan than elsewhere, and a few towns have most of the events.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from geomap.places.gazetteer import Gazetteer, load_gazetteer
from geomap.records import Account, Article, Evidence, Place, Precision

__all__ = ["make_accounts"]

FIRST_DAY = date(2015, 1, 1)
TYPES = (
    ("Battles", "Armed clash", "security forces"),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED", "security forces"),
    ("Violence against civilians", "Attack", "civilians"),
    ("Violence against civilians", "Abduction/forced disappearance", "civilians"),
    ("Protests", "Peaceful protest", None),
    ("Riots", "Violent demonstration", None),
)
WORDS = (
    "gunmen opened fire on a patrol near the bridge", "a bomb went off beside the convoy",
    "three labourers were taken from a camp", "traders blocked the road for hours",
    "the checkpost was stormed at night", "a grenade was hurled at the gate",
    "the body was found by the roadside", "the vehicle hit a landmine on a track",
)  # fmt: skip
QUOTES = {
    "event_type": WORDS,
    "date": ("late on Tuesday night", "on Friday", "in the early hours of May 3", "last evening"),
    "fatalities": (
        "killing two policemen on the spot", "three labourers died", "four soldiers were killed",
        "a tribal elder and his driver lost their lives", "five people were killed",
    ),
}  # fmt: skip
ACTORS = ("unidentified armed group", "Balochistan Liberation Army", "Tehreek-i-Taliban Pakistan")


def make_accounts(
    number: int, *, years: int = 10, seed: int = 7
) -> tuple[list[Account], list[Article]]:
    """Return so many accounts and the articles that they come from, in a mixed order."""
    rng = random.Random(seed)  # noqa: S311 # accounts for a benchmark
    places = _places(load_gazetteer(), rng)
    accounts: list[Account] = []
    articles: list[Article] = []
    while len(accounts) < number:
        event = _event(rng, places, years)
        for copy in _copies(rng, event, len(articles)):
            accounts.append(copy)
            published = (copy.date_start or FIRST_DAY) + timedelta(days=rng.randrange(1, 4))
            articles.append(Article(id=copy.article_id, text="", published=published))
    rng.shuffle(accounts)
    return accounts[:number], articles


def _places(gazetteer: Gazetteer, rng: random.Random) -> list[Place]:
    """Return towns, those of Balochistan three times, and a few of them very often."""
    towns = [
        entry
        for entry in gazetteer.entries
        if entry.country == "PK" and entry.level == "settlement" and entry.admin2_pcode
    ]
    weighted = [entry for entry in towns for _ in range(3 if entry.admin1_pcode == "PK2" else 1)]
    often = [rng.choice(weighted) for _ in range(12) for _ in range(150)]
    return [gazetteer.place_of(entry) for entry in (*weighted, *often)]


def _event(rng: random.Random, places: list[Place], years: int) -> Account:
    event_type, sub_type, target = rng.choice(TYPES)
    day = FIRST_DAY + timedelta(days=rng.randrange(365 * years))
    dead = rng.choice((0, 0, 1, 1, 2, 3, 4, 6, 9, 14, 25))
    return Account(
        account_id="",
        article_id="",
        kind="incident",
        event_type=event_type,
        sub_event_type=sub_type,
        date_start=day,
        date_end=day,
        date_precision="day",
        place=rng.choice(places),
        fatalities_low=dead,
        fatalities_best=dead,
        fatalities_high=dead,
        injured_best=rng.randrange(12),
        fatalities_unknown=dead,
        actor=rng.choice(ACTORS),
        actor_basis=rng.choice(("unknown", "attributed", "claimed")),
        target=target,
        evidence=tuple(
            Evidence(field=field, article_id="", start=0, end=9, quote=rng.choice(quotes))
            for field, quotes in QUOTES.items()
        ),
        confidence={"overall": 0.7, "place": 0.9, "date": 0.9},
        notes=("opened:first",),
    )


def _copies(rng: random.Random, event: Account, first: int) -> Iterator[Account]:
    """Yield one to six accounts of an event, mostly two or three, each as another paper has it."""
    for copy in range(rng.choice((1, 1, 2, 2, 2, 3, 3, 4, 6))):
        article = f"paper-{first + copy:06d}"
        told = replace(event, account_id=f"account-{first + copy:06d}", article_id=article)
        if told.fatalities_best is not None and rng.random() < 0.2:
            dead = told.fatalities_best + rng.randrange(1, 4)
            told = replace(
                told, fatalities_best=dead, fatalities_high=dead, notes=("toll:revised",)
            )
        if told.date_start is not None and rng.random() < 0.1:
            day = told.date_start + timedelta(days=1)
            told = replace(told, date_start=day, date_end=day)
        yield replace(told, place=_coarser(rng, told.place))


def _coarser(rng: random.Random, place: Place | None) -> Place | None:
    """Return one place in ten as its district only, one in thirty as its province only."""
    chance = rng.random()
    if place is None or chance > 0.13:
        return place
    bare = replace(place, lon=None, lat=None, uncertainty_m=None)
    if chance > 0.03 and place.admin2:
        return replace(bare, name=place.admin2, precision=Precision.DISTRICT)
    province = place.admin1 or place.name
    return replace(
        bare, name=province, precision=Precision.PROVINCE, admin2=None, admin2_pcode=None
    )

"""How like two accounts are: points for place, day, type, figures, actor and shared wording.

A toll that rises by as many as the wounded fall is that of one event, as is one that the text
calls revised; other victims or another time of the day speak against it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.places.names import fold_name
from geomap.records import Account, Article, Place, Precision

__all__ = ["THRESHOLD", "UNREST", "VIOLENT", "likeness"]

THRESHOLD = 5.0
"""Points from which two accounts are taken for accounts of one event."""

VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
UNREST = {"Protests", "Riots"}
_MAX_GAP_DAYS = 60


def likeness(one: Account, other: Account, *, articles: Mapping[str, Article]) -> float:
    """Return how many points two accounts agree in, or minus one where they cannot be of one event.

    From `THRESHOLD` on they are taken for accounts of one event.

    Parameters
    ----------
    one, other
        The accounts, the earlier report first.
    articles
        The articles that they come from, by id; their publication dates are looked at.
    """
    if (one.kind == "operation") != (other.kind == "operation"):
        return -1.0
    kind = 1.0 if one.kind == other.kind else 0.4
    agreed = _type_points(one, other), _place_points(one.place, other.place)
    if min(agreed) < 0 or _too_late(one, other, articles):
        return -1.0
    parts = *agreed, _day_points(one, other)
    hurt = _hurt_points(one, other)
    points = kind + sum(parts) + hurt - (0.0 if hurt > 1.0 else _loose_points(*parts))
    figures = _figure_points(one, other)
    points += figures + _detail_points(one, other)
    if figures + hurt < 1.0 and _on_two_days(one, other):
        points -= 1.2
    if one.actor and one.actor == other.actor:
        points += 0.2 if one.actor.startswith("unidentified") else 0.5
    elif _rival_groups(one, other):
        points -= 1.5
    return points


def _loose_points(kind: float, place: float, day: float) -> float:
    """Return points against accounts that agree loosely in more than one of type, place and day."""
    loose = (kind < _FIRM_TYPE) + (place < _FIRM_PLACE) + (day < _FIRM_DAY)
    return 0.8 * max(0, loose - 1)


_FIRM_TYPE, _FIRM_PLACE, _FIRM_DAY = 1.0, 0.9, 1.2


def _day_points(one: Account, other: Account) -> float:
    """Compare the days; one without a day may be of any."""
    first, second = one.date_start, other.date_start
    if first is None or second is None:
        return 1.2
    if first == second:
        return 2.0
    ends = one.date_end or first, other.date_end or second
    return 1.4 if first <= ends[1] and second <= ends[0] else 0.8


def _on_two_days(one: Account, other: Account) -> bool:
    """Whether both tell their day themselves, and not the same."""
    first, second = one.date_start, other.date_start
    exact = all(
        "date:in the account" in a.notes and a.date_precision == "day" for a in (one, other)
    )
    return exact and first is not None and second is not None and first != second


def _type_points(one: Account, other: Account) -> float:
    """Compare the types: who was shot at is often unclear, whether it exploded seldom."""
    if one.event_type == other.event_type:
        return 1.5
    pair = {one.event_type, other.event_type}
    if pair <= VIOLENT:
        return 0.2 if "Explosions/Remote violence" in pair else 0.7
    return 0.6 if pair <= UNREST else -1.0


def _place_points(one: Place | None, other: Place | None) -> float:
    if one is None or other is None:
        return -1.0
    if one.admin2_pcode and other.admin2_pcode and one.admin2_pcode != other.admin2_pcode:
        return -1.0
    if fold_name(one.name) == fold_name(other.name):
        return next((points for level, points in _AREAS if one.precision is level), 2.0)
    same_district = bool(one.admin2_pcode) and one.admin2_pcode == other.admin2_pcode
    apart = _kilometres(one, other)
    if apart == 0 and _may_be_one(one, other):
        return 1.8
    if apart is not None:
        near = Precision.NEAR in (one.precision, other.precision)
        return 1.4 if apart <= _NEXT_DOOR else 0.9 if near and apart <= _NEARBY else 0.2
    return 1.2 if same_district else 0.6


def _may_be_one(one: Place, other: Place) -> bool:
    """Whether two names of one point may mean one spot: a town and its street, or two scripts."""
    return one.precision is not other.precision or one.name.isascii() != other.name.isascii()


_AREAS = (
    (Precision.DISTRICT, 1.6),
    (Precision.DIVISION, 1.2),
    (Precision.PROVINCE, 0.8),
    (Precision.COUNTRY, 0.4),
)
"""Points for the same area; the same place gives two."""
_NEXT_DOOR, _NEARBY = 8.0, 40.0
"""Kilometres between two points that may be one place, or a place near the other."""


def _kilometres(one: Place, other: Place) -> float | None:
    """Return the distance of two points in km; None where one of them is no point."""
    points = [place for place in (one, other) if place.precision.is_point]
    ends = [(place.lon, place.lat) for place in points]
    if len(ends) < len((one, other)):
        return None
    (first, north), (second, south) = ends
    if first is None or north is None or second is None or south is None:
        return None
    middle = math.cos(math.radians((north + south) / 2))
    return 111.2 * math.hypot(north - south, (first - second) * middle)


def _too_late(one: Account, other: Account, known: Mapping[str, Article]) -> bool:
    first, second = known.get(one.article_id), known.get(other.article_id)
    if first is None or second is None or not first.published or not second.published:
        return False
    return abs((second.published - first.published).days) > _MAX_GAP_DAYS


def _figure_points(one: Account, other: Account) -> float:
    """Compare the dead: equal figures tell most; a toll may rise, but rarely falls unsaid."""
    first, second = one.fatalities_best, other.fatalities_best
    if first is None or second is None:
        return 0.5
    if first == second:
        return 1.5
    if _is_revised(one, other) or _spans(one, second) or _spans(other, first):
        return 0.8
    low, high = sorted((first, second))
    if _claims(one, high, other) or _claims(other, high, one):
        return 0.0
    near = high - low <= max(_SMALL_RISE, low)
    if not near:
        return -2.0
    alike = _shared_wording(one, other) >= _SAME_WORDING
    return (0.5 if alike else -0.5) if second > first else (-1.5 if alike else -2.0)


def _claims(account: Account, figure: int, other: Account) -> bool:
    """Whether the higher figure is that of those who did it, who count higher than others."""
    claimed = account.actor_basis == "claimed" and other.actor_basis != "claimed"
    return claimed and account.fatalities_best == figure


_LEAST_HARMED = 4


def _hurt_points(one: Account, other: Account) -> float:
    """Compare the wounded: as many as before, or fewer by those who died since."""
    hurt, later = one.injured_best, other.injured_best
    if not hurt or not later:
        return 0.0
    dead, died = one.fatalities_best, other.fatalities_best
    if dead is not None and died is not None and dead != died:
        moved = dead + hurt == died + later and dead + hurt >= _LEAST_HARMED
        return 1.2 if moved else 0.0
    return 0.5 if hurt == later and hurt >= _LEAST_HARMED else 0.0


_SMALL_RISE = 3


def _spans(account: Account, figure: int) -> bool:
    """Whether a figure lies between an account's lowest and highest."""
    low, high = account.fatalities_low, account.fatalities_high
    return low is not None and high is not None and low < high and low <= figure <= high


_TIMES = {
    "morning": "early", "dawn": "early", "forenoon": "early", "noon": "day", "afternoon": "day",
    "evening": "late", "dusk": "late", "night": "late", "midnight": "late",
    "صبح": "early", "دوپہر": "day", "شام": "late", "رات": "late", "شب": "late",
}  # fmt: skip


def _detail_points(one: Account, other: Account) -> float:
    """Return points against accounts with other victims, or of another time of the day."""
    points = 0.0
    victims = _of_one_script(_victim_words(one), _victim_words(other))
    for first, second in (victims, (_times(one), _times(other))):
        if first and second and not first & second:
            points -= 1.0
    return points


def _of_one_script(first: set[str], second: set[str]) -> tuple[set[str], set[str]]:
    """Leave out words that the other side could only say in its own script."""
    both = {word.isascii() for word in first} & {word.isascii() for word in second}
    return (
        {word for word in first if word.isascii() in both},
        {word for word in second if word.isascii() in both},
    )


def _times(account: Account) -> set[str]:
    return {
        _TIMES[word]
        for item in account.evidence
        if item.field == "date"
        for word in _LETTERS.findall(item.quote.lower())
        if word in _TIMES
    }


def _victim_words(account: Account) -> set[str]:
    """Return what the quotes on the dead call them: civilians in the singular, forces by service.

    Only words of one script can be told apart, see `_of_one_script`.
    """
    known = _victims()
    return {
        known[word]
        for item in account.evidence
        if item.field == "fatalities"
        for word in _LETTERS.findall(item.quote.lower())
        if word in known
    }


_SERVICES = {
    "soldiers": "soldier trooper troop sepoy naik havildar subedar jawan army fc frontier "
    "paramilitary ranger rifleman captain major lieutenant فوجی فوج رینجرز فرنٹیئر",
    "police": "policeman policemen policewoman constable asi dsp ssp sho patrolman کانسٹیبل",
    "levies": "levyman levymen khasadar خاصہ",
}
"""Words for members of services; "police" mostly says who told, "personnel" may be of any."""


@per_lexicons
def _victims() -> dict[str, str]:
    """Return the words for victims with what they tell; plural and singular tell the same."""
    rows = lexicon_rows("victims.csv")
    words = [r["word"] for r in rows if r["side"] == "civilians" and r["form"] != "people"]
    known = {
        form: word for word in words if word not in _PLAIN_VICTIMS for form in (word, f"{word}s")
    }
    for service, names in _SERVICES.items():
        known |= {form: service for name in names.split() for form in (name, f"{name}s")}
    return known


_LETTERS = re.compile(r"[\w-]+")
_PLAIN_VICTIMS = {
    "person", "man", "civilian", "people", "individual", "victim", "body", "official", "local",
    "resident", "officer", "personnel", "member", "employee", "worker",
}  # fmt: skip


_SAME_WORDING = 0.2
_WORD = re.compile(r"\w{4,}")


def _is_revised(one: Account, other: Account) -> bool:
    return "toll:revised" in one.notes or "toll:revised" in other.notes


def _shared_wording(one: Account, other: Account) -> float:
    """Return the share of words that the quotes on what happened have in common."""
    first, second = (
        {
            word
            for item in account.evidence
            if item.field in {"event_type", "fatalities"}
            for word in _WORD.findall(item.quote.lower())
        }
        for account in (one, other)
    )
    return len(first & second) / max(1, min(len(first), len(second)))


def _rival_groups(one: Account, other: Account) -> bool:
    """Whether two different groups are named, each claimed."""
    return (
        one.actor != other.actor and one.actor_basis == "claimed" and other.actor_basis == "claimed"
    )

"""Accounts of the same event become one incident.

Two accounts from different articles are of one event when they agree in place (the same, or one
holds the other), in day (one day apart at most), in kind and type, and when their figures can be
those of one event: equal, unknown, or a toll that changed from one report to the next. Two accounts
of one article are always two events. Only accounts that share a province and a day are compared, so
that the work grows with the number of accounts and not with its square.

The latest figures lead, with the lowest and highest seen; the earliest account gives the incident
its id. The order of the input does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.records import Account, Article, Incident, Place
from geomap.text.losses import SIDES

__all__ = ["THRESHOLD", "combine_accounts", "likeness", "merge_accounts"]

THRESHOLD = 5.0
"""Points (see `_likeness`) from which two accounts are of one event."""

_WINDOW_DAYS = 1
_MAX_GAP_DAYS = 60
_VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
_UNREST = {"Protests", "Riots"}
_BASES = ("claimed", "attributed", "suspected", "unknown")


@dataclass(slots=True)
class _Group:
    members: list[Account] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)

    def add(self, account: Account) -> None:
        self.members.append(account)
        self.articles.add(account.article_id)


def merge_accounts(
    accounts: Iterable[Account], *, articles: Iterable[Article] = ()
) -> list[Incident]:
    """Merge accounts of the same event into incidents.

    Parameters
    ----------
    accounts
        Accounts of any number of articles. Statistics are no events and are left out.
    articles
        The articles that they come from: their publication dates order the accounts and their
        titles, outlets and links become the incident's sources. Without them the article ids
        order the accounts, and sources are left empty.

    Returns
    -------
    list of Incident
        Ordered by first day (unknown days last), then id.
    """
    known = {article.id: article for article in articles}
    ordered = _ordered((item for item in accounts if item.kind != "statistic"), known)
    groups = _grouped(ordered, known)
    incidents = [_incident(group.members, known) for group in groups]
    return sorted(
        incidents,
        key=lambda incident: (incident.date_start or date.max, incident.incident_id),
    )


def combine_accounts(accounts: Iterable[Account], *, articles: Mapping[str, Article]) -> Incident:
    """Make one incident of accounts that are of one event, whatever their likeness.

    Parameters
    ----------
    accounts
        At least one account, in any order.
    articles
        The articles that they come from, by id.
    """
    return _incident(_ordered(accounts, articles), articles)


def likeness(one: Account, other: Account, *, articles: Mapping[str, Article]) -> float:
    """Return how many points two accounts agree in, or minus one where they cannot be of one event.

    From `THRESHOLD` on they are taken for accounts of one event.
    """
    return _likeness(one, other, articles)


def _ordered(accounts: Iterable[Account], known: Mapping[str, Article]) -> list[Account]:
    """Return accounts, the earliest published first."""

    def order(account: Account) -> tuple[date, str, str]:
        article = known.get(account.article_id)
        published = article.published if article is not None else None
        return (published or date.max, account.article_id, account.account_id)

    return sorted(accounts, key=order)


def _grouped(ordered: Sequence[Account], known: Mapping[str, Article]) -> list[_Group]:
    """Put each account, earliest first, into the group that it fits best, or a new one."""
    groups: list[_Group] = []
    blocks: dict[_Block, dict[int, None]] = {}
    for account in ordered:
        near, own = _blocks(account)
        nearby = sorted({index for block in near for index in blocks.get(block, ())})
        scores = [
            (score, -index)
            for index in nearby
            if account.article_id not in groups[index].articles
            and (score := _group_likeness(groups[index], account, known)) >= THRESHOLD
        ]
        if scores:
            index = -max(scores)[1]
        else:
            index = len(groups)
            groups.append(_Group())
        groups[index].add(account)
        for block in own:
            blocks.setdefault(block, {})[index] = None
    return groups


_Block = tuple[str, str, str, date]
"""Province or country, district ("" where none is known, "*" for any), sort of event, day."""


def _blocks(account: Account) -> tuple[list[_Block], list[_Block]]:
    """Return the blocks where accounts of the same event may be, and those of the account itself.

    An account that names its district is compared with those of the district and those that name
    only the province; the latter with all of the province.
    """
    place, first = account.place, account.date_start
    if first is None or place is None:
        return [], []
    area = place.admin1_pcode or place.country or ""
    district = place.admin2_pcode or ""
    sort = _sort(account)
    near, own = [], []
    for ahead in range(-_WINDOW_DAYS, _WINDOW_DAYS + 1):
        day = first + timedelta(days=ahead)
        near += [(area, part, sort, day) for part in ((district, "") if district else ("*",))]
        own += [(area, part, sort, day) for part in (district, "*")]
    return near, own


def _sort(account: Account) -> str:
    """Return what two accounts of one event have in common: violence, unrest, an operation ..."""
    event = account.event_type
    sort = "violence" if event in _VIOLENT else "unrest" if event in _UNREST else event
    return f"operation {sort}" if account.kind == "operation" else sort


def _group_likeness(group: _Group, account: Account, known: Mapping[str, Article]) -> float:
    return max(_likeness(member, account, known) for member in group.members[-4:])


def _likeness(one: Account, other: Account, known: Mapping[str, Article]) -> float:
    """Return points for agreement, or minus one where two accounts cannot be of one event."""
    if (one.kind == "operation") != (other.kind == "operation"):
        return -1.0
    points = 1.0 if one.kind == other.kind else 0.0
    for part in (_type_points(one, other), _place_points(one.place, other.place)):
        if part < 0:
            return -1.0
        points += part
    if _too_late(one, other, known):
        return -1.0
    gap = abs(((one.date_start or date.max) - (other.date_start or date.max)).days)
    points += 2.0 if gap == 0 else 0.8
    figures = _figure_points(one, other)
    points += figures + _detail_points(one, other)
    if one.actor and one.actor == other.actor:
        points += 0.5
    elif _rival_groups(one, other):
        points -= 1.5
    return points


def _type_points(one: Account, other: Account) -> float:
    if one.event_type == other.event_type:
        return 1.5
    pair = {one.event_type, other.event_type}
    if pair <= _VIOLENT or pair <= _UNREST:
        return 0.3
    return -1.0


def _place_points(one: Place | None, other: Place | None) -> float:
    if one is None or other is None:
        return -1.0
    if one.admin2_pcode and other.admin2_pcode and one.admin2_pcode != other.admin2_pcode:
        return -1.0
    if one.name == other.name:
        return 2.0
    if one.precision.is_point and other.precision.is_point:
        return 0.2
    if one.admin2_pcode and one.admin2_pcode == other.admin2_pcode:
        return 1.2
    return 0.4


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
        return 0.5
    low, high = sorted((first, second))
    near = high - low <= max(_SMALL_RISE, low)
    if not near:
        return -2.0
    alike = _shared_wording(one, other) >= _SAME_WORDING
    return (0.5 if alike else -0.5) if second > first else (-1.5 if alike else -2.0)


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
    for words, cost in ((_victim_words, 1.0), (_times, 1.0)):
        first, second = words(one), words(other)
        if first and second and not first & second:
            points -= cost
    return points


def _times(account: Account) -> set[str]:
    return {
        _TIMES[word]
        for item in account.evidence
        if item.field == "date"
        for word in _LETTERS.findall(item.quote.lower())
        if word in _TIMES
    }


def _victim_words(account: Account) -> set[str]:
    """Return what the quotes on the dead call them, in the singular, without the plain words."""
    known = _victims()
    return {
        known[word]
        for item in account.evidence
        if item.field == "fatalities"
        for word in _LETTERS.findall(item.quote.lower())
        if word in known
    }


@per_lexicons
def _victims() -> dict[str, str]:
    """Return the words for victims, plural and singular, each with its singular."""
    rows = lexicon_rows("victims.csv")
    words = [row["word"] for row in rows if row["side"] in _KNOWN_SIDES]
    kept = [word for word in words if word not in _PLAIN_VICTIMS]
    return {form: word for word in kept for form in (word, f"{word}s")}


_LETTERS = re.compile(r"[\w-]+")
_KNOWN_SIDES = {"civilians", "security_forces"}
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


def _incident(members: Sequence[Account], known: Mapping[str, Article]) -> Incident:
    """Combine the accounts of one event, given earliest first."""
    first = members[0]
    toll = next((m for m in reversed(members) if m.fatalities_best is not None), first)
    placed = max(
        (m for m in members if m.place is not None),
        key=lambda m: (-(m.place.precision.rank if m.place else 99), m.confidence.get("place", 0)),
        default=first,
    )
    dated = min(members, key=lambda m: (m.date_start is None, m.date_precision != "day"))
    blamed = min(members, key=lambda m: (_BASES.index(m.actor_basis), m.actor is None))
    related = dict.fromkeys(one for m in members for one in m.related_account_ids)
    article_ids = tuple(dict.fromkeys(m.article_id for m in members))
    return Incident(
        incident_id=first.account_id,
        article_ids=article_ids,
        account_ids=tuple(m.account_id for m in members),
        sources=tuple(known[key] for key in article_ids if key in known),
        kind=first.kind,
        event_type=first.event_type,
        sub_event_type=first.sub_event_type,
        date_start=dated.date_start,
        date_end=dated.date_end,
        date_precision=dated.date_precision,
        place=placed.place,
        n_sites=next((m.n_sites for m in members if m.n_sites), None),
        **_figures(members, "fatalities"),
        **_figures(members, "injured"),
        **_by_side(toll),
        actor=blamed.actor,
        actor_basis=blamed.actor_basis,
        attributed_by=blamed.attributed_by,
        target=next((m.target for m in members if m.target), None),
        related_account_ids=tuple(related),
        evidence=tuple(item for m in members for item in m.evidence),
        confidence={
            key: max(m.confidence.get(key, 0.0) for m in members)
            for key in sorted(first.confidence)
        },
        notes=tuple(dict.fromkeys(note for m in members for note in m.notes)),
    )


def _by_side(toll: Account) -> dict[str, Any]:
    return {name: getattr(toll, name) for name in (f"fatalities_{side}" for side in SIDES)}


def _figures(members: Sequence[Account], name: str) -> dict[str, Any]:
    """Return the lowest figure seen, the latest best one, and the highest seen."""
    bests = [value for m in members if (value := getattr(m, f"{name}_best")) is not None]
    lows = [value for m in members if (value := getattr(m, f"{name}_low")) is not None]
    highs = [value for m in members if (value := getattr(m, f"{name}_high")) is not None]
    return {
        f"{name}_low": min([*lows, *bests], default=None),
        f"{name}_best": bests[-1] if bests else None,
        f"{name}_high": max([*highs, *bests], default=None),
    }

"""Accounts of the same event become one incident.

Two accounts from different articles are of one event when they agree in place (the same, or one
holds the other), in day (one day apart at most), in kind and type, and when their figures can be
those of one event: equal, unknown, or a toll that changed from one report to the next. Two accounts
of one article are always two events. Two groups
that an account fits both are joined where all their accounts are alike. Only accounts that may
share a district, or name no more than its province or country, and a day are compared, so that the
work grows with the number of accounts and not with its square.

The latest figures lead, with the lowest and highest seen; the earliest account gives the incident
its id. The order of the input does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from geomap.records import Account, Article, Incident
from geomap.text.likeness import THRESHOLD, UNREST, VIOLENT, likeness
from geomap.text.losses import SIDES

__all__ = ["THRESHOLD", "combine_accounts", "likeness", "merge_accounts"]

_WINDOW_DAYS = 1
_UNDATED_DAYS = 3
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


def _ordered(accounts: Iterable[Account], known: Mapping[str, Article]) -> list[Account]:
    """Return accounts, the earliest published first."""

    def order(account: Account) -> tuple[date, str, str]:
        article = known.get(account.article_id)
        published = article.published if article is not None else None
        return (published or date.max, account.article_id, account.account_id)

    return sorted(accounts, key=order)


def _grouped(ordered: Sequence[Account], known: Mapping[str, Article]) -> list[_Group]:
    """Put each account, earliest first, into the group that it fits best, or a new one.

    The accounts of one article choose together, the likeliest pair first: two accounts of one
    article are two events.
    """
    groups: list[_Group] = []
    links: list[tuple[int, int]] = []
    blocks: dict[_Block, dict[int, None]] = {}
    for _, told in groupby(ordered, key=lambda account: account.article_id):
        own = list(told)
        alike = _alike(own, groups, blocks, known)
        chosen = _chosen(alike)
        for at, account in enumerate(own):
            index = chosen.get(at, len(groups))
            if index == len(groups):
                groups.append(_Group())
            groups[index].add(account)
            links += [(other, index) for _, other, one in alike if one == at and other != index]
            for block in _blocks(account, known)[1]:
                blocks.setdefault(block, {})[index] = None
    return _joined(groups, links, known)


def _joined(
    groups: Sequence[_Group], links: Iterable[tuple[int, int]], known: Mapping[str, Article]
) -> list[_Group]:
    """Join groups that an account would have fitted both, if all their accounts are alike.

    An account fits one group only; the first reports of an event, a flash and a claim, may have
    too little in common before a third tells what both do.
    """
    stands = list(range(len(groups)))  # the group that each has become a part of
    for first, second in dict.fromkeys(links):
        one, other = groups[_root(stands, first)], groups[_root(stands, second)]
        if one is other or one.articles & other.articles:
            continue
        pairs = [(a, b) for a in one.members[-4:] for b in other.members[-4:]]
        points = sum(likeness(*_in_order(a, b, known), articles=known) for a, b in pairs)
        if points >= THRESHOLD * len(pairs):
            stands[_root(stands, second)] = _root(stands, first)
            one.members = _ordered([*one.members, *other.members], known)
            one.articles |= other.articles
    return [group for at, group in enumerate(groups) if stands[at] == at]


def _root(stands: list[int], at: int) -> int:
    while stands[at] != at:
        at = stands[at]
    return at


def _in_order(one: Account, other: Account, known: Mapping[str, Article]) -> list[Account]:
    return _ordered([one, other], known)


_Alike = tuple[float, int, int]
"""Points below zero, a group, and the place of an account in its article."""


def _alike(
    told: Sequence[Account],
    groups: Sequence[_Group],
    blocks: Mapping[_Block, Iterable[int]],
    known: Mapping[str, Article],
) -> list[_Alike]:
    """Return which groups each account of one article may join, the likeliest first."""
    found = []
    for at, account in enumerate(told):
        nearby = {index for block in _blocks(account, known)[0] for index in blocks.get(block, ())}
        for index in nearby:
            score = _group_likeness(groups[index], account, known)
            if score >= THRESHOLD and account.article_id not in groups[index].articles:
                found.append((-score, index, at))
    return sorted(found)


def _chosen(alike: Iterable[_Alike]) -> dict[int, int]:
    """Return which group each account of one article joins, by its place in the article."""
    chosen: dict[int, int] = {}
    for _, index, at in alike:
        if at not in chosen and index not in chosen.values():
            chosen[at] = index
    return chosen


_Block = tuple[str, str, str, date]
"""Province or country, district ("" where none is known, "*" for any), sort of event, day."""


def _blocks(account: Account, known: Mapping[str, Article]) -> tuple[list[_Block], list[_Block]]:
    """Return the blocks where accounts of the same event may be, and those of the account itself.

    An account that names its district is compared with those of the district and those that name
    only the province or the country; the latter with all of it. One without a day may be of any of
    the days before its report.
    """
    place, first = account.place, account.date_start
    window, days = range(-_WINDOW_DAYS, _WINDOW_DAYS + 1), range(1)
    if first is None:
        article = known.get(account.article_id)
        first = article.published if article is not None else None
        window = days = range(-_UNDATED_DAYS, 1)
    if first is None or place is None:
        return [], []
    area = place.admin1_pcode or place.country or ""
    district = place.admin2_pcode or ""
    sort = _sort(account)
    country = place.country or ""
    near = [(area, part) for part in ((district, "") if district else ("*",))]
    own = [(area, district), (area, "*")]
    if place.admin1_pcode:
        near, own = [*near, (country, "")], [*own, (country, "*")]

    def of(stretch: range, parts: list[tuple[str, str]]) -> list[_Block]:
        each = (first + timedelta(days=ahead) for ahead in stretch)
        return [(where, part, sort, day) for day in each for where, part in parts]

    return of(window, near), of(days, own)


def _sort(account: Account) -> str:
    """Return what two accounts of one event have in common: violence, unrest, an operation ..."""
    event = account.event_type
    sort = "violence" if event in VIOLENT else "unrest" if event in UNREST else event
    return f"operation {sort}" if account.kind == "operation" else sort


def _group_likeness(group: _Group, account: Account, known: Mapping[str, Article]) -> float:
    return max(likeness(member, account, articles=known) for member in group.members[-4:])


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

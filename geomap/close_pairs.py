"""Pairs of accounts of which it is not sure whether they are of one event.

A pair is close when its likeness is within `MARGIN` of what merging asks for. Looked at are, in
each incident, every account with the earlier one that it is most like; and, between incidents of
one province and neighbouring days, their earliest accounts. The work grows with the number of
incidents: an incident is compared with at most `NEIGHBOURS` others of each day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geomap.records import Account, Article, Incident
from geomap.text.merge import THRESHOLD, likeness

__all__ = ["MARGIN", "ClosePair", "close_pairs"]

MARGIN = 1.0
"""Points of likeness from the threshold within which a pair is close."""

NEIGHBOURS = 40
_EARLIER = 8  # members of one incident with which a later one is compared


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePair:
    """Two accounts, the earlier first, whether geomap took them for one event, and their points."""

    one: Account
    other: Account
    is_merged: bool
    points: float

    @property
    def doubt(self) -> float:
        """How doubtful the answer is, 0..1: 0.5 at the threshold, less away from it."""
        return max(0.0, 0.5 - abs(self.points - THRESHOLD) / (2 * MARGIN))


def close_pairs(
    incidents: Sequence[Incident],
    accounts: Iterable[Account],
    articles: Mapping[str, Article],
) -> list[ClosePair]:
    """Return the close pairs of accounts, merged or not, each incident's closest.

    Parameters
    ----------
    incidents
        What `merge_accounts` made.
    accounts, articles
        What they rest on.
    """
    known = {account.account_id: account for account in accounts}
    groups = [[known[one] for one in incident.account_ids] for incident in incidents]
    return [*_within(groups, articles), *_between(groups, articles)]


def _within(
    groups: Iterable[Sequence[Account]], articles: Mapping[str, Article]
) -> Iterator[ClosePair]:
    for members in groups:
        for at in range(1, len(members)):
            other = members[at]
            points, one = max(
                (
                    (likeness(one, other, articles=articles), one)
                    for one in members[max(0, at - _EARLIER) : at]
                ),
                key=lambda item: item[0],
            )
            if points < THRESHOLD + MARGIN:
                yield ClosePair(one=one, other=other, is_merged=True, points=points)


def _between(
    groups: Sequence[Sequence[Account]], articles: Mapping[str, Article]
) -> Iterator[ClosePair]:
    blocks: dict[tuple[str, date], list[int]] = {}
    for number, members in enumerate(groups):
        first = members[0]
        if first.date_start is None or first.place is None:
            continue
        area = first.place.admin1_pcode or first.place.country or ""
        days = (first.date_start + timedelta(days=day) for day in (-1, 0, 1))
        nearby = dict.fromkeys(
            index for day in days for index in blocks.get((area, day), ())[-NEIGHBOURS:]
        )
        pair = _closest(members, [groups[index] for index in nearby], articles)
        if pair is not None:
            yield pair
        blocks.setdefault((area, first.date_start), []).append(number)


def _closest(
    members: Sequence[Account],
    nearby: Iterable[Sequence[Account]],
    articles: Mapping[str, Article],
) -> ClosePair | None:
    own = {account.article_id for account in members}
    found = [
        ClosePair(one=one, other=members[0], is_merged=False, points=points)
        for one, *others in nearby
        if not own & {one.article_id, *(account.article_id for account in others)}
        and (points := likeness(one, members[0], articles=articles)) >= THRESHOLD - MARGIN
    ]
    return max(found, key=lambda pair: pair.points, default=None)

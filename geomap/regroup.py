"""Incidents after a person's word on which accounts are of one event.

Only the incidents of the accounts named change: those of one event become one incident, those to be
kept apart are parted, and each other account of a parted incident stays with the part that it is
most like. A field that a person corrected in an account leads in its incident; figures, which
change from report to report, are the latest account's as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from geomap.correction_values import base_field
from geomap.records import Account, Article, Incident
from geomap.text.merge import combine_accounts, likeness

__all__ = ["Pair", "regroup", "with_corrected_fields"]

Pair = tuple[str, str]
"""The ids of two accounts."""

_LEADING = {
    "kind": ("kind", "n_sites"),
    "event_type": ("event_type", "sub_event_type"),
    "date": ("date_start", "date_end", "date_precision"),
    "place": ("place",),
    "actor": ("actor", "actor_basis", "attributed_by"),
    "n_sites": ("n_sites",),
    "target": ("target",),
}
"""Fields of an incident that follow a corrected account, by the field that was corrected."""


def regroup(
    incidents: Sequence[Incident],
    accounts: Mapping[str, Account],
    articles: Mapping[str, Article],
    *,
    together: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> tuple[list[Incident], list[Pair]]:
    """Return the incidents with pairs of accounts put together or kept apart.

    Parameters
    ----------
    incidents
        What `merge_accounts` made.
    accounts, articles
        What they rest on, by id.
    together, apart
        Pairs of accounts of incidents.

    Returns
    -------
    tuple of (list of Incident, list of Pair)
        Ordered as `merge_accounts` does. The pairs are those that could not be put together
        because others are to be kept apart.
    """
    before = {one.incident_id: one for one in incidents}
    groups = _Groups(incidents, accounts, articles)
    for pair in apart:
        groups.part(pair, together, apart)
    refused = [pair for pair in together if not groups.join(pair, apart)]
    changed = [
        _combined(members, before, accounts, articles) for members in groups.changed(incidents)
    ]
    touched = {one for incident in changed for one in incident.account_ids}
    kept = [one for one in incidents if not touched & {*one.account_ids}]
    ordered = sorted(
        [*kept, *changed],
        key=lambda one: (one.date_start or date.max, one.incident_id),
    )
    return ordered, refused


class _Groups:
    """The accounts of each incident, and which incident an account is in."""

    def __init__(
        self,
        incidents: Iterable[Incident],
        accounts: Mapping[str, Account],
        articles: Mapping[str, Article],
    ) -> None:
        self._accounts = accounts
        self._articles = articles
        self._members: dict[int, list[str]] = {}
        self._home: dict[str, int] = {}
        for incident in incidents:
            self._add(list(incident.account_ids))

    def _add(self, members: list[str]) -> None:
        number = len(self._members)
        self._members[number] = members
        self._home.update(dict.fromkeys(members, number))

    def part(self, pair: Pair, together: Sequence[Pair], apart: Sequence[Pair]) -> None:
        """Part the group of two accounts, where they share one."""
        one, other = pair
        number = self._home[one]
        if self._home[other] != number:
            return
        parts: list[list[str]] = []
        for member in self._members[number]:
            best = self._best_part(member, parts, together, apart)
            if best is None:
                parts.append([member])
            else:
                best.append(member)
        self._members[number] = []
        for members in parts:
            self._add(members)

    def _best_part(
        self,
        member: str,
        parts: Sequence[list[str]],
        together: Sequence[Pair],
        apart: Sequence[Pair],
    ) -> list[str] | None:
        """Return the part that a member is most like and may be in; None for a part of its own."""
        bound = _partners(member, together)
        enemies = _partners(member, apart)
        open_parts = [part for part in parts if not enemies & {*part}]
        if not open_parts:
            return None
        return max(
            open_parts, key=lambda part: (bool(bound & {*part}), self._likeness(member, part))
        )

    def _likeness(self, member: str, part: Sequence[str]) -> float:
        account = self._accounts[member]
        return max(likeness(self._accounts[one], account, articles=self._articles) for one in part)

    def join(self, pair: Pair, apart: Sequence[Pair]) -> bool:
        """Make one group of those of two accounts; say whether that may be."""
        one, other = (self._home[name] for name in pair)
        if one == other:
            return True
        first, second = self._members[one], self._members[other]
        if any(_partners(member, apart) & {*second} for member in first):
            return False
        self._members[one], self._members[other] = [], []
        self._add([*first, *second])
        return True

    def changed(self, incidents: Iterable[Incident]) -> list[list[str]]:
        """Return the groups that are no incident as they are."""
        same = {frozenset(incident.account_ids) for incident in incidents}
        groups = (members for members in self._members.values() if members)
        return [members for members in groups if frozenset(members) not in same]


def _partners(member: str, pairs: Iterable[Pair]) -> set[str]:
    return {pair[1 - at] for pair in pairs for at in (0, 1) if pair[at] == member}


def _combined(
    members: Sequence[str],
    before: Mapping[str, Incident],
    accounts: Mapping[str, Account],
    articles: Mapping[str, Article],
) -> Incident:
    """Make an incident of accounts; it remembers the incidents that it holds whole."""
    incident = combine_accounts([accounts[one] for one in members], articles=articles)
    within = {*members}
    former = [
        name
        for one in before.values()
        if {*one.account_ids} <= within
        for name in (*one.former_ids, one.incident_id)
        if name != incident.incident_id
    ]
    return replace(incident, former_ids=tuple(dict.fromkeys(former)))


def with_corrected_fields(
    incidents: Iterable[Incident], accounts: Mapping[str, Account]
) -> list[Incident]:
    """Return incidents whose fields follow the accounts that a person corrected."""
    return [_led(incident, accounts) for incident in incidents]


def _led(incident: Incident, accounts: Mapping[str, Account]) -> Incident:
    if not any(note.startswith(_MARK) for note in incident.notes):
        return incident
    values: dict[str, object] = {}
    for name in incident.account_ids:
        account = accounts[name]
        for note in account.notes:
            if note.startswith(_MARK):
                field = base_field(note.removeprefix(_MARK))
                values |= {one: getattr(account, one) for one in _LEADING.get(field, ())}
    return replace(incident, **values)  # type: ignore[arg-type] # an account's own fields


_MARK = "corrected: "

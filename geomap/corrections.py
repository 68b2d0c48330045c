"""A person's corrections: read from files, re-applied in a run, and accounted for.

`read_corrections` checks the files at the door. `Corrections.of` gives what concerns one article,
for the steps of reading; `Corrections.incidents` says which accounts are of one event;
`Corrections.report` says what became of each row.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from geomap.anchors import Anchor, article_key, find_account
from geomap.article_corrections import ArticleCorrections, Outcome
from geomap.correction_files import CorrectionRow, read_rows
from geomap.correction_rows import Correction, Problem, check_rows
from geomap.records import Account, Article, Incident
from geomap.regroup import Pair, regroup, with_corrected_fields

__all__ = ["CorrectionReport", "Corrections", "Regrouped", "read_corrections"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReport:
    """What became of the rows of the corrections files.

    `files` are name and sha256 of each; `applied` counts rows that changed something, `confirmed`
    those that found it so; `problems` are the rows that were not applied, in order, with the
    reason. `absent` are rows about articles that were not read.
    """

    files: tuple[tuple[str, str], ...] = ()
    applied: int = 0
    confirmed: int = 0
    problems: tuple[Problem, ...] = ()
    absent: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Incidents after a person's word, what became of the pairs, and the pairs decided."""

    incidents: list[Incident]
    outcomes: list[Outcome]
    decided: frozenset[frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Corrections:
    """Decisions that passed the door, and what was wrong with the others."""

    rows: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[tuple[str, str], ...] = ()

    def of(self, article: Article) -> ArticleCorrections:
        """Return what concerns an article: first what holds everywhere, then its own."""
        if not self.rows:
            return ArticleCorrections(article)
        own = self._by_article.get(article.id) or self._spoiled.get(article_key(article.id), [])
        return ArticleCorrections(article, [*self._everywhere, *own])

    @cached_property
    def _everywhere(self) -> list[Correction]:
        return [row for row in self.rows if row.is_everywhere]

    @cached_property
    def _by_article(self) -> dict[str, list[Correction]]:
        found: dict[str, list[Correction]] = {}
        for row in self.rows:
            if row.what != "pair" and not row.is_everywhere:
                found.setdefault(row.anchor.article_id, []).append(row)
        return found

    @cached_property
    def _spoiled(self) -> dict[str, list[Correction]]:
        """Return rows whose article id a spreadsheet may have rewritten, by the id's hash."""
        found: dict[str, list[Correction]] = {}
        for row in self.rows:
            if row.what != "pair" and not row.is_everywhere and _may_be_spoiled(row.anchor):
                found.setdefault(row.anchor.article_key, []).append(row)
        return found

    def incidents(
        self,
        incidents: Sequence[Incident],
        accounts: Iterable[Account],
        articles: Iterable[Article],
    ) -> Regrouped:
        """Return incidents as a person grouped their accounts, and what became of the pairs."""
        if not self.rows:
            return Regrouped(list(incidents), [], frozenset())
        book = _Book(accounts, articles)
        outcomes: list[Outcome] = []
        pairs: dict[str, dict[Pair, Correction]] = {"merge": {}, "apart": {}}
        for row in self.rows:
            if row.what == "pair":
                pair = book.pair(row, outcomes)
                if pair is not None:
                    pairs[row.action][pair] = row
        homes = {one: each.incident_id for each in incidents for one in each.account_ids}
        known, missing = _split_known(pairs, homes)
        outcomes += missing
        grouped, refused = regroup(
            incidents,
            book.accounts,
            book.articles,
            together=[*known["merge"]],
            apart=[*known["apart"]],
        )
        outcomes += _pair_outcomes(known, homes, refused)
        decided = frozenset(frozenset(pair) for rows in known.values() for pair in rows)
        return Regrouped(with_corrected_fields(grouped, book.accounts), outcomes, decided)

    def report(self, outcomes: Iterable[Outcome], articles: Iterable[Article]) -> CorrectionReport:
        """Return what became of every row."""
        known = {article.id for article in articles}
        keys = {article_key(name) for name in known} if self.rows else set()
        best: dict[int, Outcome] = {}
        for outcome in outcomes:
            old = best.get(outcome.number)
            if old is None or _RANK[outcome.status] < _RANK[old.status]:
                best[outcome.number] = outcome
        counts = Counter(outcome.status for outcome in best.values())
        problems, absent = list(self.problems), list[Problem]()
        for row in self.rows:
            became = best.get(row.number)
            if became is not None and became.status != "not applied":
                continue
            away = became is None and not row.is_everywhere and not _is_read(row, known, keys)
            reason = became.reason if became else _reason(row, is_away=away)
            problem = Problem(row.file, row.row, "", f"not applied: {reason}")
            (absent if away else problems).append(problem)
        order = {name: number for number, (name, _) in enumerate(self.files)}
        problems.sort(key=lambda one: (order.get(one.file, 0), one.row))
        return CorrectionReport(
            files=self.files,
            applied=counts["applied"],
            confirmed=counts["confirmed"],
            problems=tuple(problems),
            absent=tuple(absent),
        )


_LIKE_A_NUMBER = re.compile(r"[\d.,:/+\- ]*(?:[A-Za-z]{1,3}[\d.,:/+\- ]+)?")
"""What a spreadsheet makes of an id that looks like a number or a date: 12, 1.2E+19, 03-Apr."""


def _may_be_spoiled(anchor: Anchor) -> bool:
    """Whether an article is better told by the hash of its id than by the id as it came back."""
    looks_so = _LIKE_A_NUMBER.fullmatch(anchor.article_id) is not None
    return bool(anchor.article_key) and looks_so


_RANK = {"applied": 0, "confirmed": 1, "not applied": 2}


def _is_read(row: Correction, known: set[str], keys: set[str]) -> bool:
    return all(
        one.article_id in known or (one.article_key in keys and _may_be_spoiled(one))
        for one in (row.anchor, row.other)
        if one is not None
    )


def _reason(row: Correction, *, is_away: bool) -> str:
    if is_away:
        return "its article is not among these reports"
    if row.is_everywhere:
        return f"no toponym {row.anchor.quote!r} in these reports"
    return "a report could not be read"


class _Book:
    """Accounts and articles by id, to find the two accounts of a pair."""

    def __init__(self, accounts: Iterable[Account], articles: Iterable[Article]) -> None:
        self.articles = {article.id: article for article in articles}
        self.accounts: dict[str, Account] = {}
        self._by_article: dict[str, list[Account]] = {}
        for account in accounts:
            self.accounts[account.account_id] = account
            self._by_article.setdefault(account.article_id, []).append(account)

    @cached_property
    def _by_key(self) -> dict[str, Article]:
        return {article_key(name): article for name, article in self.articles.items()}

    def pair(self, row: Correction, outcomes: list[Outcome]) -> Pair | None:
        """Return the accounts of a pair; None, and an outcome, where they are not both found."""
        found: list[str] = []
        for anchor in (row.anchor, row.other):
            if anchor is None:
                return None
            article = self.articles.get(anchor.article_id)
            if article is None and _may_be_spoiled(anchor):
                article = self._by_key.get(anchor.article_key)
            if article is None:
                return None  # the report says that the article is not there
            every = self._by_article.get(article.id, [])
            same = find_account(anchor, "event_type", article, every)
            if len(same) != 1:
                word = "several accounts rest" if same else "no account rests"
                reason = f"{word} on the words in {article.id}"
                outcomes.append(Outcome(row.number, "not applied", reason))
                return None
            found.append(same[0].account_id)
        if found[0] == found[1]:
            reason = "both are the same account"
            outcomes.append(Outcome(row.number, "not applied", reason))
            return None
        return found[0], found[1]


_Pairs = dict[str, dict[Pair, Correction]]


def _split_known(pairs: _Pairs, homes: Mapping[str, str]) -> tuple[_Pairs, list[Outcome]]:
    """Leave out pairs with an account that is in no incident: a statistic."""
    known: _Pairs = {}
    missing = []
    for action, rows in pairs.items():
        known[action] = {pair: row for pair, row in rows.items() if {*pair} <= homes.keys()}
        missing += [
            Outcome(row.number, "not applied", "a statistic is part of no incident")
            for pair, row in rows.items()
            if pair not in known[action]
        ]
    return known, missing


def _pair_outcomes(
    known: _Pairs, homes: Mapping[str, str], refused: Sequence[Pair]
) -> list[Outcome]:
    outcomes = []
    for action, rows in known.items():
        for pair, row in rows.items():
            if pair in refused and action == "merge":
                reason = "another row keeps accounts of these incidents apart"
                outcomes.append(Outcome(row.number, "not applied", reason))
                continue
            was_one = homes[pair[0]] == homes[pair[1]]
            status = "confirmed" if was_one == (action == "merge") else "applied"
            outcomes.append(Outcome(row.number, status))
    return outcomes


def read_corrections(files: Iterable[str | Path]) -> Corrections:
    """Read corrections files; rows that cannot be used become problems.

    Parameters
    ----------
    files
        The ``review.csv`` of a run, filled in, or several such files; of two rows on one thing the
        later one counts.

    Raises
    ------
    MissingDataError
        If a file does not exist.
    SchemaError
        If a file is no such table.
    """
    rows: list[CorrectionRow] = []
    records = []
    for file in files:
        path = Path(file)
        rows += read_rows(path)
        records.append((path.name, hashlib.sha256(path.read_bytes()).hexdigest()))
    kept, problems = check_rows(rows)
    return Corrections(rows=tuple(kept), problems=tuple(problems), files=tuple(records))

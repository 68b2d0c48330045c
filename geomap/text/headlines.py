"""The toll that a headline gives: all the dead, where the text tells of them one side at a time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.records import Account
from geomap.text.counts import Count, find_counts
from geomap.text.evidence import Quoter

__all__ = ["headline_tolls"]

_NOT_ALL = frozenset({"incidents", "accident", "feared", "period", "year"})
_MOST = 3
_SEVERAL = re.compile(
    r"\b(?:attacks|incidents|blasts|clashes|shootings|killings|violence|raids|bombings|separate)\b|واقعات|حملوں|دھماکوں",
    re.IGNORECASE,
)


def headline_tolls(accounts: Sequence[Account], quoter: Quoter) -> list[Account]:
    """Let the one deadly incident of an article have the toll of a headline that its text holds.

    "Eight die as convoy ambushed" counts the three attackers whom the text tells of elsewhere. A
    headline on several incidents, or with fewer dead than the text, changes nothing; nor does one
    that stands apart from the text, as no words of the text would show its figure.

    Parameters
    ----------
    accounts
        The accounts of one article.
    quoter
        What quotes the article.
    """
    title = quoter.article.title
    at = quoter.text.find(title) if title else -1
    deadly = [each for each in accounts if each.fatalities_best and each.kind != "statistic"]
    if title is None or at < 0:
        return list(accounts)
    if _SEVERAL.search(title) and sum(each.kind == "incident" for each in accounts) > 1:
        return list(accounts)  # the dead may be those of the others
    if len(deadly) != 1 or deadly[0].kind != "incident":
        return list(accounts)
    told = [count for count in find_counts(title) if count.outcome == "killed" and count.best]
    whole = [count for count in told if not count.part]
    if len(whole) != 1 or not _is_of_all(whole[0]):
        return list(accounts)
    toll, best = whole[0].best or 0, deadly[0].fatalities_best or 0
    if not best < toll <= _MOST * best:
        return list(accounts)
    raised = replace(
        deadly[0],
        fatalities_best=toll,
        fatalities_high=max(toll, deadly[0].fatalities_high or 0),
        fatalities_unknown=(deadly[0].fatalities_unknown or 0) + toll - best,
        evidence=(
            *deadly[0].evidence,
            quoter.quote("fatalities", at + whole[0].start, at + whole[0].end),
        ),
        notes=(*deadly[0].notes, "toll:headline"),
    )
    return [raised if each is deadly[0] else each for each in accounts]


def _is_of_all(count: Count) -> bool:
    """Whether a headline states a whole toll itself: no claim, no addition, no sum of a month."""
    stated = count.speaker != "claimant" and not (count.denied or count.aggregate)
    return stated and not count.increment and _NOT_ALL.isdisjoint(count.rules)

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
    """Let the one deadly incident of an article have the toll of its headline.

    "Eight die as convoy ambushed" counts the three attackers whom the text tells of elsewhere. A
    headline on several incidents, or with fewer dead than the text, changes nothing. Where it
    stands apart from the text, the text must say its figure, too: it is the text that is quoted.

    Parameters
    ----------
    accounts
        The accounts of one article.
    quoter
        What quotes the article.
    """
    title = quoter.article.title
    deadly = [each for each in accounts if each.fatalities_best and each.kind != "statistic"]
    if not title or len(deadly) != 1 or deadly[0].kind != "incident":
        return list(accounts)
    if _SEVERAL.search(title) and sum(each.kind == "incident" for each in accounts) > 1:
        return list(accounts)  # the dead may be those of the others
    whole = [count for count in _tolls(title) if not count.part]
    if len(whole) != 1 or not _is_of_all(whole[0]):
        return list(accounts)
    toll, best = whole[0].best or 0, deadly[0].fatalities_best or 0
    if not best < toll <= _MOST * best:
        return list(accounts)
    shown = next((count for count in _tolls(quoter.text) if count.best == toll), None)
    if shown is None:
        return list(accounts)
    raised = replace(
        deadly[0],
        fatalities_best=toll,
        fatalities_high=max(toll, deadly[0].fatalities_high or 0),
        fatalities_unknown=(deadly[0].fatalities_unknown or 0) + toll - best,
        evidence=(*deadly[0].evidence, quoter.quote("fatalities", shown.start, shown.end)),
        notes=(*deadly[0].notes, "toll:headline"),
    )
    return [raised if each is deadly[0] else each for each in accounts]


def _tolls(text: str) -> list[Count]:
    """Return the figures of dead in a text."""
    return [count for count in find_counts(text) if count.outcome == "killed" and count.best]


def _is_of_all(count: Count) -> bool:
    """Whether a headline states a whole toll itself: no claim, no addition, no sum of a month."""
    stated = count.speaker != "claimant" and not (count.denied or count.aggregate)
    return stated and not count.increment and _NOT_ALL.isdisjoint(count.rules)

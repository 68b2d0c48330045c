"""What was read, dropped and found, counted for the chapter on method."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from geomap.publish.options import WhatWasRead
from geomap.records import KINDS, Account, Article, Resolution
from geomap.text.articles import Dropped

__all__ = ["what_was_read"]


def what_was_read(
    articles: Collection[Article],
    *,
    resolutions: Collection[Resolution],
    accounts: Iterable[Account],
    dropped: Iterable[Dropped],
    corrections: int = 0,
) -> WhatWasRead:
    """Return the counts of a reading.

    Parameters
    ----------
    articles
        The articles that were read.
    resolutions
        Their place names with what they mean.
    accounts
        What the articles say of events.
    dropped
        What could not be used, with the reasons.
    corrections
        How many decisions of a person were applied.
    """
    kinds = [account.kind for account in accounts]
    return WhatWasRead(
        articles=len(articles),
        until=max((one.published for one in articles if one.published), default=None),
        dropped=tuple((item.where, item.reason) for item in dropped),
        undated=sum(article.published is None for article in articles),
        mentions=len(resolutions),
        mentions_without_place=sum(item.place is None for item in resolutions),
        accounts={kind: kinds.count(kind) for kind in KINDS},
        corrections=corrections,
    )

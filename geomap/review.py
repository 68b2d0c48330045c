"""What a person should check, the most valuable rows first."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from geomap.records import Account, Article, Resolution

__all__ = ["review_rows"]

Row = dict[str, object]

LOW_CONFIDENCE = 0.6
CLOSE_CALL = 0.6
_COLUMNS = ("what", "article_id", "account_id", "field", "found", "why", "quote", "title", "value")


def review_rows(
    accounts: Iterable[Account],
    resolutions: Iterable[Resolution],
    articles: Iterable[Article],
) -> pd.DataFrame:
    """List accounts of low confidence, close candidates and names without a place.

    Parameters
    ----------
    accounts, resolutions, articles
        What a run read.

    Returns
    -------
    pandas.DataFrame
        One row for each thing to check: accounts with the most dead first, then mentions that
        locate an incident. The column `value` is empty, for the reader's own answer.
    """
    titles = {article.id: article.title for article in articles}
    rows = [
        *_account_rows(accounts, titles),
        *_mention_rows(resolutions, titles),
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object)


def _account_rows(accounts: Iterable[Account], titles: dict[str, str | None]) -> list[Row]:
    unsure = [item for item in accounts if item.confidence.get("overall", 1.0) < LOW_CONFIDENCE]
    unsure.sort(key=lambda item: (-(item.fatalities_best or 0), item.article_id, item.account_id))
    rows: list[Row] = []
    for account in unsure:
        fields = {key: value for key, value in account.confidence.items() if key != "overall"}
        weakest = min(fields, key=lambda key: (fields[key], key))
        quote = next((e.quote for e in account.evidence if e.field == weakest), "")
        place = account.place.name if account.place is not None else ""
        found = {"place": place, "date": account.date_start, "actor": account.actor or ""}
        rows.append(
            {
                "what": "account of low confidence",
                "article_id": account.article_id,
                "account_id": account.account_id,
                "field": weakest,
                "found": str(found.get(weakest, account.event_type) or ""),
                "why": f"confidence {account.confidence['overall']:.2f}",
                "quote": quote,
                "title": titles.get(account.article_id),
                "value": "",
            },
        )
    return rows


def _mention_rows(resolutions: Iterable[Resolution], titles: dict[str, str | None]) -> list[Row]:
    rows: list[Row] = []
    for item in resolutions:
        if item.place is not None and item.score >= CLOSE_CALL:
            continue
        mention = item.mention
        what = "name without a place" if item.place is None else "close candidates"
        rows.append(
            {
                "what": what,
                "article_id": mention.article_id,
                "account_id": "",
                "field": "place",
                "found": item.place.name if item.place is not None else "",
                "why": item.reason,
                "quote": mention.toponym,
                "title": titles.get(mention.article_id),
                "value": "",
                "site": mention.role == "incident_site",
            },
        )
    rows.sort(key=lambda row: (not row["site"], str(row["article_id"]), str(row["quote"])))
    return rows

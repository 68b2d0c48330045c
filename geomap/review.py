"""What a person should check, the most valuable rows first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from geomap.records import Account, Article, Resolution

__all__ = ["REVIEW_COLUMNS", "review_rows"]

REVIEW_COLUMNS = (
    "what", "article_id", "account_id", "start", "end", "field", "found", "why", "quote", "title",
    "value",
)  # fmt: skip
"""Columns of ``review.csv``, in order."""

LOW_CONFIDENCE = 0.6
"""An account whose overall confidence is lower is listed."""

CLOSE_CALL = 0.6
"""A resolution whose score is lower had a rival nearly as good."""

Row = dict[str, object]


def review_rows(
    accounts: Iterable[Account],
    resolutions: Iterable[Resolution],
    articles: Iterable[Article],
    *,
    quotes: bool = True,
) -> pd.DataFrame:
    """List accounts of low confidence, close candidates and names without a place.

    Parameters
    ----------
    accounts, resolutions, articles
        What a run read.
    quotes
        Whether the quote behind an account's weakest field is given.

    Returns
    -------
    pandas.DataFrame
        One row for each thing to check, columns `REVIEW_COLUMNS`: accounts with the most dead
        first, then each toponym of an article once, those that locate an incident first. `start`
        and `end` bound the quote in the article's text. `found` is what geomap took; the column
        `value` is empty, for the reader's own answer.
    """
    rows = [*_account_rows(accounts, quotes=quotes), *_mention_rows(resolutions)]
    titles = {article.id: article.title for article in articles}
    for row in rows:
        row["title"] = titles.get(str(row["article_id"]))
    frame = pd.DataFrame(rows, columns=list(REVIEW_COLUMNS), dtype=object)
    return frame.astype({"start": "Int64", "end": "Int64"})


def _account_rows(accounts: Iterable[Account], *, quotes: bool) -> list[Row]:
    unsure = [item for item in accounts if item.confidence.get("overall", 1.0) < LOW_CONFIDENCE]
    unsure.sort(key=lambda item: (-(item.fatalities_best or 0), item.article_id, item.account_id))
    return [_account_row(account, quotes=quotes) for account in unsure]


def _account_row(account: Account, *, quotes: bool) -> Row:
    weakest = _weakest(account.confidence)
    words = next((item for item in account.evidence if item.field == weakest), None)
    return {
        "what": "account of low confidence",
        "article_id": account.article_id,
        "account_id": account.account_id,
        "start": words.start if words else None,
        "end": words.end if words else None,
        "field": weakest,
        "found": _found(account, weakest),
        "why": f"confidence {account.confidence['overall']:.2f}",
        "quote": words.quote if words and quotes else "",
        "value": "",
    }


def _weakest(confidence: Mapping[str, float]) -> str:
    """Return the field that the confidence is lowest for."""
    fields = {name: value for name, value in confidence.items() if name != "overall"}
    return min(fields, key=lambda name: (fields[name], name), default="overall")


def _found(account: Account, field: str) -> str:
    """Return what an account says in a field, as text."""
    if field == "place":
        return account.place.name if account.place is not None else ""
    names = {"date": "date_start", "fatalities": "fatalities_best", "injured": "injured_best"}
    value = getattr(account, names.get(field, field), None)
    return "" if value is None else str(value)


def _mention_rows(resolutions: Iterable[Resolution]) -> list[Row]:
    """List doubtful resolutions, each toponym of an article once."""
    doubtful = [item for item in resolutions if item.place is None or item.score < CLOSE_CALL]
    doubtful.sort(key=_urgency)
    rows: dict[tuple[str, str], Row] = {}
    for item in doubtful:
        mention = item.mention
        row: Row = {
            "what": "name without a place" if item.place is None else "close candidates",
            "article_id": mention.article_id,
            "account_id": "",
            "start": mention.start,
            "end": mention.end,
            "field": "place",
            "found": item.place.name if item.place is not None else "",
            "why": item.reason,
            "quote": mention.toponym,
            "value": "",
        }
        rows.setdefault((mention.article_id, mention.toponym), row)
    return list(rows.values())


def _urgency(item: Resolution) -> tuple[bool, str, int]:
    """Order mentions: those that locate an incident first, then as they stand in the text."""
    return item.mention.role != "incident_site", item.mention.article_id, item.mention.start

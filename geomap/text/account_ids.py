"""Ids of accounts: a hash of the words that they rest on, and an ordinal where two share it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from geomap.records import Account

__all__ = ["account_id", "with_unique_ids"]


def account_id(article_id: str, kind: str, span: tuple[int, int]) -> str:
    """Return the id of an account of a kind whose trigger is a span of an article."""
    key = f"{article_id}\x1f{kind}\x1f{span[0]}\x1f{span[1]}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def with_unique_ids(accounts: Sequence[Account]) -> list[Account]:
    """Give accounts that share an id an ordinal, in text order."""
    seen: dict[str, int] = {}
    unique = []
    for account in accounts:
        number = seen.get(account.account_id, 0)
        seen[account.account_id] = number + 1
        unique.append(
            replace(account, account_id=f"{account.account_id}-{number + 1}")
            if number
            else account,
        )
    return unique

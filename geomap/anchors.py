"""Where some words stand in an article, told so that it survives an edited text and other rules.

Offsets move when a text is edited, and the id of an account changes when a rule finds another
trigger. An anchor therefore names the article, the words themselves, which occurrence of them is
meant and where they last stood. `Anchor.key` says the same in a few letters that no spreadsheet
spoils: it finds the words again where a program lost the Urdu letters or the zeros of an id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.places.names import fold_name
from geomap.records import Account, Article

__all__ = [
    "Anchor",
    "account_anchor",
    "anchor_of",
    "article_key",
    "find_account",
    "find_words",
    "locate",
    "words_key",
]

_KEY_LENGTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of an article.

    `ordinal` and `total` say which occurrence of the words is meant, of how many (from 1); `start`
    is where they stood; each is None where that is not told. `key` is empty or the hashes of the
    article's id and of the words, with the number of the account among those that rest on them.
    """

    article_id: str
    quote: str
    ordinal: int | None = None
    total: int | None = None
    start: int | None = None
    account_id: str = ""
    key: str = ""

    @property
    def occurrence(self) -> str:
        """Which occurrence is meant, in words: ``2 of 5``; empty where none is told."""
        return f"{self.ordinal} of {self.total}" if self.ordinal and self.total else ""

    @property
    def _keys(self) -> tuple[str, str, str]:
        first, _, rest = self.key.partition("-")
        second, _, third = rest.partition("-")
        return first, second, third

    @property
    def article_key(self) -> str:
        """The part of the key that stands for the article."""
        return self._keys[0]

    @property
    def words_key(self) -> str:
        """The part of the key that stands for the words and their occurrence."""
        return self._keys[1]

    @property
    def account_number(self) -> int | None:
        """Which of the accounts that rest on the words is meant, from 1; None if not told."""
        number = self._keys[2]
        return int(number) if number.isascii() and number.isdigit() else None


def article_key(article_id: str) -> str:
    """Return the part of a key that stands for an article."""
    return _hash(article_id)


def words_key(quote: str, ordinal: int) -> str:
    """Return the part of a key that stands for an occurrence of words, whatever their spacing."""
    return _hash(f"{fold_name(quote)}\x1f{ordinal}")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_LENGTH]


def find_words(text: str, quote: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, in order; their white space may differ.

    Examples
    --------
    >>> find_words("in Turbat, near Turbat", "Turbat")
    [(3, 9), (16, 22)]
    """
    words = quote.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return [match.span() for match in pattern.finditer(text)]


def anchor_of(article: Article, start: int, end: int) -> Anchor:
    """Return the anchor of ``article.text[start:end]``."""
    quote = article.text[start:end]
    starts = [first for first, _ in find_words(article.text, quote)]
    ordinal = 1 + sum(first < start for first in starts)
    return Anchor(
        article_id=article.id,
        quote=quote,
        ordinal=ordinal,
        total=max(len(starts), ordinal),
        start=start,
        key=f"{article_key(article.id)}-{words_key(quote, ordinal)}",
    )


def locate(anchor: Anchor, text: str) -> tuple[int, int] | None:
    """Return where an anchor's words stand now.

    That is where they stood; else, where their number is as before, the same occurrence; else the
    nearest. None where the text has them no more, or has several and the anchor tells none.
    """
    found = find_words(text, anchor.quote)
    if not found:
        return None
    start = anchor.start
    if start is not None:
        same = next((span for span in found if span[0] == start), None)
        if same is not None:
            return same
    if anchor.ordinal is not None and anchor.total in {None, len(found)}:
        return found[min(anchor.ordinal, len(found)) - 1]
    if start is not None:
        return min(found, key=lambda span: (abs(span[0] - start), span))
    if anchor.words_key:
        for number, span in enumerate(found, 1):
            if words_key(anchor.quote, number) == anchor.words_key:
                return span
    return found[0] if len(found) == 1 else None


def account_anchor(
    article: Article, account: Account, field: str, every: Sequence[Account]
) -> Anchor:
    """Return the anchor of an account by the words behind one of its fields.

    Parameters
    ----------
    article
        Its article.
    account
        The account; where no words are behind the field, those of its event are taken.
    field
        A field that evidence may have.
    every
        All accounts of the article.
    """
    own = [item for item in account.evidence if item.field == field] or list(account.evidence)
    if not own:
        return Anchor(
            article_id=article.id,
            quote="",
            account_id=account.account_id,
            key=f"{article_key(article.id)}--1",
        )
    words = own[0]
    anchor = anchor_of(article, words.start, words.end)
    resting = _resting(every, (words.start, words.end), field)
    number = next((n for n, one in enumerate(resting, 1) if one is account), 1)
    return Anchor(
        article_id=article.id,
        quote=anchor.quote,
        ordinal=anchor.ordinal,
        total=anchor.total,
        start=anchor.start,
        account_id=account.account_id,
        key=f"{anchor.key}-{number}",
    )


def find_account(
    anchor: Anchor, field: str, article: Article, every: Sequence[Account]
) -> list[Account]:
    """Return the account that an anchor means: one, or none, or all that it cannot tell apart.

    Parameters
    ----------
    anchor
        The words that the account rests on.
    field
        The field that they are behind, or any.
    article
        The article, as it is read now.
    every
        Its accounts, in text order.
    """
    named = [one for one in every if anchor.account_id and one.account_id == anchor.account_id]
    if named:
        return named
    span = locate(anchor, article.text) or _by_key(anchor, article, every)
    if span is None:
        return []
    resting = _resting(every, span, field)
    number = anchor.account_number
    if len(resting) > 1 and number is not None and number <= len(resting):
        return [resting[number - 1]]
    return resting


def _by_key(anchor: Anchor, article: Article, every: Sequence[Account]) -> tuple[int, int] | None:
    """Find the words by their hash, where a program has spoiled them."""
    if not anchor.words_key or find_words(article.text, anchor.quote):
        return None
    for account in every:
        for item in account.evidence:
            ordinal = anchor_of(article, item.start, item.end).ordinal or 1
            if words_key(item.quote, ordinal) == anchor.words_key:
                return item.start, item.end
    return None


def _resting(every: Sequence[Account], span: tuple[int, int], field: str) -> list[Account]:
    """Return the accounts that rest most on a span: by this field or the event, else by any."""
    for fields in ({field, "event_type"}, None):
        shares = [(_overlap(account, span, fields), account) for account in every]
        most = max((share for share, _ in shares), default=0)
        if most > 0:
            return [account for share, account in shares if share == most]
    return []


def _overlap(account: Account, span: tuple[int, int], fields: set[str] | None) -> int:
    return max(
        (
            min(item.end, span[1]) - max(item.start, span[0])
            for item in account.evidence
            if fields is None or item.field in fields
        ),
        default=0,
    )

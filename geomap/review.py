"""What a person should check, the most valuable rows first.

A row's `worth` is what is at stake times how doubtful the answer is. At stake are the dead, a fifth
of the injured, and one for the incident itself, of each account that the answer would change; a
statistic, which no total holds, counts a tenth. What a person has decided is not listed again.

===============  =============================================================================
`what`           question
===============  =============================================================================
unresolved name  which place is this name? `article_id` is ``*`` where several articles have it
toponym          is it this place, or one of the alternatives?
account field    is this what the article says of the event?
account          is this an event of this kind at all? Else drop it, or change its kind
pair             are these two accounts of one event (merge) or of two (apart)?
===============  =============================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from geomap.anchors import account_anchor, anchor_of
from geomap.close_pairs import ClosePair, close_pairs
from geomap.correct_account import answer_text
from geomap.correction_places import place_choices, place_text, similar_places
from geomap.places.names import fold_name
from geomap.places.unlisted import is_unlisted
from geomap.records import EVENT_TYPES, KINDS, Account, Article, Incident, Resolution
from geomap.text.merge import THRESHOLD

__all__ = ["REVIEW_COLUMNS", "Review", "review_rows"]

REVIEW_COLUMNS = (
    "what", "worth", "count", "title", "quote", "context", "field", "answer", "alternatives",
    "why", "decision", "correct_value", "other_title", "other_quote", "article_id", "occurrence",
    "start", "end", "account_id", "key", "other_article_id", "other_account_id", "other_key",
)  # fmt: skip
"""Columns of ``review.csv``, in order; `decision` and `correct_value` are for the reader."""

LOW_CONFIDENCE = 0.6
"""An account whose overall confidence is lower is listed, by its fields."""

DOUBTFUL_FIELD = 0.8
"""Confidence below which a field of such an account is asked for; the weakest always is."""

DOUBTFUL_ACCOUNT = 0.35
"""Overall confidence below which it is asked whether there was such an event at all."""

CLOSE_CALL = 0.6
"""A resolution whose score is lower had a rival nearly as good."""

WIDE_RANGE = 5
"""Figures that lie this far apart are asked for, whatever the confidence."""

_WEIGHTS = {"place": 1.0, "fatalities": 1.0, "date": 0.7, "event_type": 0.5, "actor": 0.3}
_SITE, _ELSEWHERE = 0.3, 0.1  # what a name is worth that no account rests on
_CONTEXT = 200
_SUGGESTED = 300  # unresolved names for which similar ones are looked up

Row = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that a run read, for `review_rows`.

    `decided` are pairs of account ids on which a person has decided.
    """

    accounts: Sequence[Account] = ()
    resolutions: Sequence[Resolution] = ()
    articles: Sequence[Article] = ()
    incidents: Sequence[Incident] = ()
    decided: Collection[frozenset[str]] = field(default_factory=frozenset)


def review_rows(review: Review, *, quotes: bool = True) -> pd.DataFrame:
    """List what a person should check.

    Parameters
    ----------
    review
        What was read.
    quotes
        Whether the sources' words are given; the toponyms always are.

    Returns
    -------
    pandas.DataFrame
        One row for each question, columns `REVIEW_COLUMNS`, the highest `worth` first. `quote` are
        the words that the row is about and is found again by; `start` and `end` bound them in the
        article's text, and `context` is what stands around a toponym. `answer` is what geomap
        took.
    """
    book = _Book(review)
    rows = [*_account_rows(book), *_toponym_rows(book), *_unresolved_rows(book), *_pair_rows(book)]
    rows.sort(key=_order)
    for row in [row for row in rows if row["what"] == "unresolved name"][:_SUGGESTED]:
        row["alternatives"] = similar_places(str(row["quote"]))
    if not quotes:
        for row in rows:
            row["context"] = row["other_quote"] = ""
            if row["what"] not in _NAMES:
                row["quote"] = ""
    frame = pd.DataFrame(rows, columns=list(REVIEW_COLUMNS), dtype=object)
    return frame.astype({"start": "Int64", "end": "Int64", "count": "Int64", "worth": "float64"})


_NAMES = {"toponym", "unresolved name"}


def _order(row: Row) -> tuple[object, ...]:
    worth = row["worth"]
    number = worth if isinstance(worth, float) else 0.0
    names = ("article_id", "what", "field", "key", "other_key", "quote")
    return (-number, *(str(row.get(name, "")) for name in names))


class _Book:
    """What was read, by id, and which accounts rest on which words."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.articles = {article.id: article for article in review.articles}
        self.accounts: dict[str, list[Account]] = {}
        for account in review.accounts:
            self.accounts.setdefault(account.article_id, []).append(account)
        self.resolutions: dict[str, list[Resolution]] = {}
        for item in review.resolutions:
            self.resolutions.setdefault(item.mention.article_id, []).append(item)

    def row(self, what: str, article_id: str, worth: float, **cells: object) -> Row:
        """Return a row with what every row has."""
        article = self.articles.get(article_id)
        empty: Row = dict.fromkeys(REVIEW_COLUMNS, "")
        empty |= {"start": None, "end": None, "count": 1, "what": what, "article_id": article_id}
        title = article.title if article else None
        return empty | {"title": title or "", "worth": round(worth, 2), **cells}

    def words(self, account: Account, name: str) -> Row:
        """Return the cells by which an account is found again."""
        article = self.articles[account.article_id]
        anchor = account_anchor(article, account, name, self.accounts[account.article_id])
        end = None if anchor.start is None else anchor.start + len(anchor.quote)
        return {
            "quote": anchor.quote,
            "occurrence": anchor.occurrence,
            "start": anchor.start,
            "end": end,
            "account_id": account.account_id,
            "key": anchor.key,
        }

    def stake(self, item: Resolution) -> float:
        """Return what hangs on the place of a mention."""
        mention = item.mention
        resting = sum(
            _stake(account)
            for account in self.accounts.get(mention.article_id, ())
            if any(
                words.field == "place" and words.start < mention.end and mention.start < words.end
                for words in account.evidence
            )
        )
        return resting or (_SITE if mention.role == "incident_site" else _ELSEWHERE)

    def context(self, item: Resolution) -> str:
        """Return what stands around a mention, on one line."""
        article = self.articles.get(item.mention.article_id)
        if article is None:
            return ""
        spare = max(0, _CONTEXT - (item.mention.end - item.mention.start)) // 2
        first, last = max(0, item.mention.start - spare), item.mention.end + spare
        before, after = (
            article.text[first : item.mention.start],
            article.text[item.mention.end : last],
        )
        before = before.rpartition("\n")[2]
        after = after.partition("\n")[0]
        if first and " " in before and len(before) >= spare:
            before = "… " + before.partition(" ")[2]
        if " " in after and len(after) >= spare:
            after = after.rpartition(" ")[0] + " …"
        return before + article.text[item.mention.start : item.mention.end] + after


def _stake(account: Account) -> float:
    """Return what hangs on an account: its dead, a fifth of its injured, and one."""
    dead, hurt = (
        getattr(account, f"{name}_high") or getattr(account, f"{name}_best") or 0
        for name in ("fatalities", "injured")
    )
    stake = 1.0 + dead + hurt / 5
    return stake / 10 if account.kind == "statistic" else stake


def _is_decided(account: Account, name: str) -> bool:
    marks = (f"corrected: {name}", f"confirmed: {name}")
    return any(note.startswith(marks) for note in account.notes)


def _account_rows(book: _Book) -> Iterable[Row]:
    for account in book.review.accounts:
        overall = account.confidence.get("overall", 1.0)
        names = _doubtful_fields(account) if overall < LOW_CONFIDENCE else []
        for name in names:
            yield _field_row(book, account, name, 1 - account.confidence.get(name, 0.0))
        low, high = account.fatalities_low, account.fatalities_high
        wide = low is not None and high is not None and high - low >= WIDE_RANGE
        if wide and "fatalities" not in names and not _is_decided(account, "fatalities"):
            yield _field_row(book, account, "fatalities", 0.5)
        if overall < DOUBTFUL_ACCOUNT and not _is_decided(account, "kind"):
            yield book.row(
                "account",
                account.article_id,
                _stake(account) * (1 - overall),
                field="kind",
                answer=account.kind,
                alternatives=" | ".join([*(one for one in KINDS if one != account.kind), "drop"]),
                why=f"confidence of the account {overall:.2f}",
                **book.words(account, "event_type"),
            )


def _doubtful_fields(account: Account) -> list[str]:
    """Return the fields of an unsure account to ask for, the weakest until one was decided."""
    scores = {
        name: account.confidence[name]
        for name in _WEIGHTS
        if name in account.confidence and not _is_decided(account, name)
    }
    parts = {name: score for name, score in scores.items() if name != "actor"}
    seen = any(note.startswith(("corrected: ", "confirmed: ")) for note in account.notes)
    weakest = None if seen else min(parts, key=lambda name: (parts[name], name), default=None)
    return [name for name, score in scores.items() if name == weakest or score < DOUBTFUL_FIELD]


def _field_row(book: _Book, account: Account, name: str, doubt: float) -> Row:
    rules = [note for note in account.notes if note.startswith(_RULES[name])]
    confidence = f"confidence {account.confidence.get(name, 0.0):.2f}"
    why = "; ".join([confidence, *rules])
    if account.fatalities_low != account.fatalities_high and name == "fatalities":
        why += f"; figures from {account.fatalities_low} to {account.fatalities_high}"
    return book.row(
        "account field",
        account.article_id,
        _stake(account) * doubt * _WEIGHTS[name],
        field=name,
        answer=answer_text(account, name),
        alternatives=_alternatives(book, account, name),
        why=why,
        **book.words(account, name),
    )


_RULES = {
    "place": "place:", "fatalities": "toll:", "date": "date:", "event_type": "type:",
    "actor": "actor:",
}  # fmt: skip


def _alternatives(book: _Book, account: Account, name: str) -> str:
    if name == "event_type":
        return " | ".join(one for one in EVENT_TYPES if one != account.event_type)
    if name != "place":
        return ""
    sites = [
        item
        for item in book.resolutions.get(account.article_id, ())
        if item.mention.role == "incident_site"
    ]
    places = [place for item in sites for place in (item.place, *item.candidates) if place]
    return place_choices(places, other_than=account.place)


def _toponym_rows(book: _Book) -> Iterable[Row]:
    """List names with a close rival, each toponym of an article once."""
    doubtful = [
        item
        for item in book.review.resolutions
        if item.candidates and item.place is not None and item.score < CLOSE_CALL
    ]
    for items in _grouped(doubtful, lambda item: (item.mention.article_id, _key(item))):
        first = _leading(items)
        worth = (1 - first.score) * sum(map(book.stake, items))
        yield book.row(
            "toponym",
            first.mention.article_id,
            worth,
            answer=place_text(first.place),
            alternatives=place_choices(first.candidates, other_than=first.place),
            why=first.reason,
            **_name_cells(book, items),
        )


def _unresolved_rows(book: _Book) -> Iterable[Row]:
    """List names without a place, each once; how often they occur counts."""
    unknown = [
        item
        for item in book.review.resolutions
        if (item.place is None or is_unlisted(item.place))
        and "confirmed: place" not in item.mention.rules
        and "corrected: place" not in item.mention.rules
    ]
    for items in _grouped(unknown, _key):
        first = _leading(items)
        names = {item.mention.article_id for item in items}
        row = book.row(
            "unresolved name",
            first.mention.article_id,
            sum(map(book.stake, items)),
            answer="",
            why=first.reason,
            **_name_cells(book, items),
        )
        if len(names) > 1:
            row |= {"article_id": "*", "start": None, "end": None, "key": ""}
        yield row


def _name_cells(book: _Book, items: Sequence[Resolution]) -> Row:
    first = _leading(items)
    mention = first.mention
    article = book.articles.get(mention.article_id)
    return {
        "field": "place",
        "quote": mention.toponym,
        "context": book.context(first),
        "count": len(items),
        "occurrence": "all",
        "start": mention.start,
        "end": mention.end,
        "key": anchor_of(article, mention.start, mention.end).key if article else "",
    }


def _key(item: Resolution) -> str:
    return fold_name(item.mention.toponym)


def _leading(items: Sequence[Resolution]) -> Resolution:
    """Return the first that locates an incident, else the first."""
    return min(items, key=_urgency)


def _urgency(item: Resolution) -> tuple[bool, str, int]:
    return item.mention.role != "incident_site", item.mention.article_id, item.mention.start


def _grouped(
    items: Iterable[Resolution], key: Callable[[Resolution], object]
) -> Iterable[list[Resolution]]:
    groups: dict[object, list[Resolution]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups.values()


def _pair_rows(book: _Book) -> Iterable[Row]:
    pairs = close_pairs(book.review.incidents, book.review.accounts, book.articles)
    for pair in pairs:
        if frozenset((pair.one.account_id, pair.other.account_id)) not in book.review.decided:
            yield _pair_row(book, pair)


def _pair_row(book: _Book, pair: ClosePair) -> Row:
    other: Mapping[str, object] = book.words(pair.other, "event_type")
    article = book.articles[pair.other.article_id]
    stake = min(_stake(pair.one), _stake(pair.other))
    return book.row(
        "pair",
        pair.one.article_id,
        stake * pair.doubt,
        field="same event",
        answer="merge" if pair.is_merged else "apart",
        alternatives="apart" if pair.is_merged else "merge",
        why=f"likeness {pair.points:.1f}; {THRESHOLD:.1f} merges",
        **book.words(pair.one, "event_type"),
        other_title=article.title or "",
        other_article_id=article.id,
        other_quote=other["quote"],
        other_account_id=pair.other.account_id,
        other_key=other["key"],
    )

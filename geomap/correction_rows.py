"""A person's decisions, checked at the door: each row is one correction, or one problem.

A row says what it is about (a toponym, an account, a pair of accounts), by which words it is found
again, and what is decided: ``ok``, ``change``, ``drop``, ``merge`` or ``apart``. Of two rows on one
thing the later one counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from geomap.anchors import Anchor
from geomap.correction_files import CorrectionRow
from geomap.correction_places import parse_place
from geomap.correction_values import ACCOUNT_FIELDS, CellError, one_of, parse_field
from geomap.places.names import fold_name
from geomap.records import ROLES

__all__ = ["EVERYWHERE", "Correction", "Problem", "check_rows"]

EVERYWHERE = "*"
"""The article id of a correction that holds in every article."""

_WHAT = {
    "toponym": "toponym",
    "unresolved name": "toponym",
    "account field": "account",
    "account": "account",
    "pair": "pair",
}
_DECISIONS = {
    "toponym": ("ok", "change", "drop"),
    "account": ("ok", "change", "drop"),
    "pair": ("ok", "merge", "apart"),
}
_LONGEST_MESSAGE = 500
_TOPONYM_FIELDS = ("place", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision.

    `what` is ``toponym``, ``account`` or ``pair``; `action` is ``set``, ``confirm``, ``drop``,
    ``merge`` or ``apart``. `text` is the value as it was written (None: confirm what is found),
    `values` the fields that it sets (None where an answer cannot be read back). `other` is the
    second account of a pair. `number` counts the rows of all files.
    """

    number: int
    file: str
    row: int
    what: str
    anchor: Anchor
    field: str
    action: str
    text: str | None = None
    values: dict[str, Any] | None = None
    other: Anchor | None = None

    @property
    def is_everywhere(self) -> bool:
        """Whether it holds in every article."""
        return self.anchor.article_id == EVERYWHERE


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is not used: its file, its number, the column at fault (or none), what to do."""

    file: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}, row {self.row}"
        return (
            f"{where}, {self.column}: {self.message}" if self.column else f"{where}: {self.message}"
        )


class _BadCell(Exception):  # noqa: N818 # never leaves this module
    """The column at fault and what is allowed in it."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def check_rows(rows: Iterable[CorrectionRow]) -> tuple[list[Correction], list[Problem]]:
    """Return the corrections that rows hold, in their order, and what is wrong with the others."""
    corrections, problems = [], []
    for number, row in enumerate(rows):
        try:
            corrections.append(_correction(number, row))
        except _BadCell as error:
            message = str(error)
            if len(message) > _LONGEST_MESSAGE:
                message = message[:_LONGEST_MESSAGE] + " ..."
            problems.append(Problem(row.file, row.number, error.column, message))
    last = {_identity(item): item.number for item in corrections}
    kept = []
    for item in corrections:
        if last[_identity(item)] == item.number:
            kept.append(item)
        else:
            message = "a later row decides the same; that one counts"
            problems.append(Problem(item.file, item.row, "", message))
    return kept, problems


def _identity(item: Correction) -> tuple[object, ...]:
    places = sorted(
        (one.article_id, fold_name(one.quote), str(one.ordinal), one.words_key, one.account_id)
        for one in (item.anchor, item.other)
        if one is not None
    )
    return item.what, item.field, tuple(places)


def _correction(number: int, row: CorrectionRow) -> Correction:
    kind = _allowed("what", row.cell("what") or "nothing", tuple(_WHAT), "kind of row")
    what = _WHAT[kind]
    field = _field(row, what, kind)
    action, text = _action(row, what)
    values = None
    if action in {"set", "confirm"} and what != "pair":
        values = _values(what, field, text, is_sure=action == "confirm")
    return Correction(
        number=number,
        file=row.file,
        row=row.number,
        what=what,
        anchor=_anchor(row, what),
        field=field,
        action=action,
        text=text,
        values=values,
        other=_other(row) if what == "pair" else None,
    )


def _allowed(column: str, text: str, allowed: tuple[str, ...], noun: str) -> str:
    try:
        return one_of(text, allowed, noun)
    except CellError as error:
        raise _BadCell(column, str(error)) from error


def _field(row: CorrectionRow, what: str, kind: str) -> str:
    field = row.cell("field")
    if what == "pair":
        return "same event"
    if what == "toponym":
        return _allowed("field", field or "place", _TOPONYM_FIELDS, "field of a toponym")
    if not field and kind == "account":
        return "kind"
    return _allowed("field", field or "nothing", ACCOUNT_FIELDS, "field of an account")


def _action(row: CorrectionRow, what: str) -> tuple[str, str | None]:
    """Return what is to be done, and the value as text."""
    value, answer = row.cell("correct_value"), row.cell("answer")
    decision = row.cell("decision")
    if what == "pair":
        word = _allowed("decision", decision or value, _DECISIONS[what], "decision on a pair")
        if word == "ok":
            word = _allowed("answer", answer, ("merge", "apart"), "answer that can be confirmed")
        return word, word
    if not decision:
        return "set", value
    word = _allowed("decision", decision, _DECISIONS[what], "decision on this kind of row")
    if word == "ok":
        if value and value != answer:
            raise _BadCell(
                "decision", f"ok confirms the answer, but correct_value is {value!r}; write change"
            )
        return "confirm", answer if "answer" in row.cells else None
    if word == "change" and not value:
        raise _BadCell(
            "correct_value", "it is empty, but the decision is change; write none for no value"
        )
    return ("drop" if word == "drop" else "set"), value


def _values(what: str, field: str, text: str | None, *, is_sure: bool) -> dict[str, Any] | None:
    """Return the fields that a text sets; None where a confirmed answer cannot be read back."""
    if text is None:
        return None
    try:
        if what == "toponym" and field == "role":
            return {"role": one_of(text, ROLES, "role")}
        if field == "place":
            return {"place": parse_place(text)}
        if field == "precision":
            return {"precision": text}
        return parse_field(field, text)
    except CellError as error:
        if is_sure:
            return None
        raise _BadCell("correct_value", str(error)) from error


def _anchor(row: CorrectionRow, what: str) -> Anchor:
    article_id, quote = row.cell("article_id"), row.cell("quote")
    if what != "toponym" and article_id in {"", EVERYWHERE}:
        raise _BadCell("article_id", "an account stands in one article; give the article's id")
    ordinal, total = _occurrence(row.cell("occurrence"))
    key, account_id = row.cell("key"), row.cell("account_id")
    if not quote and (what == "toponym" or not (key or account_id)):
        raise _BadCell("quote", "it is empty; give the words of the article that the row is about")
    return Anchor(
        article_id=article_id or EVERYWHERE,
        quote=quote,
        ordinal=ordinal,
        total=total,
        start=_offset(row.cell("start")),
        account_id=account_id,
        key=key,
    )


def _other(row: CorrectionRow) -> Anchor:
    """Return the second account of a pair."""
    article_id, quote = row.cell("other_article_id"), row.cell("other_quote")
    key, account_id = row.cell("other_key"), row.cell("other_account_id")
    if not article_id:
        raise _BadCell("other_article_id", "it is empty; give the article of the second account")
    if not (quote or key or account_id):
        raise _BadCell("other_quote", "it is empty; give the words of the second account")
    return Anchor(article_id=article_id, quote=quote, key=key, account_id=account_id)


def _occurrence(text: str) -> tuple[int | None, int | None]:
    if text.lower() in {"", "all"}:
        return None, None
    parts = text.lower().split(" of ")
    if len(parts) > 2 or not all(part.strip().isdecimal() for part in parts):
        raise _BadCell("occurrence", f"{text!r} is no occurrence; allowed are all, 2 and 2 of 5")
    numbers = [int(part) for part in parts]
    if numbers[0] < 1:
        raise _BadCell("occurrence", f"{text!r} is no occurrence; they count from 1")
    return numbers[0], numbers[1] if len(numbers) == 2 else None


def _offset(text: str) -> int | None:
    plain = text.removesuffix(".0")
    return int(plain) if plain.isdecimal() and len(plain) < 12 else None

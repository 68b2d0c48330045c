"""A person's decisions on one article: its mentions, their places, its accounts.

The methods are called between the steps of reading, in their order, and return what goes on to the
next step; `ArticleCorrections.outcomes` says what became of each decision. What a person decided
wins over the rules, and says so: in a mention's `rules`, in an account's `notes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from geomap.anchors import Anchor, anchor_of, find_account, find_words, locate
from geomap.correct_account import corrected_account
from geomap.correction_places import place_text
from geomap.correction_rows import Correction
from geomap.correction_values import base_field
from geomap.places.names import fold_name
from geomap.records import Account, Article, Mention, Resolution

__all__ = ["ArticleCorrections", "Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction: ``applied``, ``confirmed`` (it was so), or why it was not."""

    number: int
    status: str
    reason: str = ""


@dataclass(slots=True)
class ArticleCorrections:
    """The corrections of one article, those for every article first."""

    article: Article
    corrections: Sequence[Correction] = ()
    outcomes: list[Outcome] = field(default_factory=list)

    def mentions(self, mentions: list[Mention]) -> list[Mention]:
        """Return mentions with the roles that a person gave, without those that are no places."""
        for item in self._about("toponym", "role"):
            values = item.values or {}
            found = self._targets(item, mentions)
            for at in found:
                old = mentions[at]
                role = values.get("role", old.role)
                mark = "confirmed: role" if old.role == role else "corrected: role"
                new = replace(old, role=role, rules=(*old.rules, mark))
                mentions = [*mentions[:at], new, *mentions[at + 1 :]]
                self._done(item, "confirmed" if mark.startswith("confirmed") else "applied")
        for item in self.corrections:
            if item.what == "toponym" and item.action == "drop":
                gone = set(self._targets(item, mentions))
                mentions = [one for at, one in enumerate(mentions) if at not in gone]
                if gone:
                    self._done(item, "applied")
        return mentions

    def resolutions(self, resolutions: list[Resolution]) -> list[Resolution]:
        """Return resolutions with the places that a person gave."""
        for item in self._about("toponym", "place"):
            found = self._targets(item, [one.mention for one in resolutions])
            if item.action == "confirm" and item.text is not None:
                answer = _plain_answer(item.text)
                same = [at for at in found if place_text(resolutions[at].place) == answer]
                found = same or found  # another mention of the name may be another place
            resolutions = list(resolutions)
            for at in found:
                resolutions[at] = self._placed(item, resolutions[at])
        return resolutions

    def accounts(self, accounts: list[Account], resolutions: Sequence[Resolution]) -> list[Account]:
        """Return accounts with the values that a person gave, without those that were dropped."""
        if not self.corrections:
            return accounts
        accounts = [_with_toponym_note(account, resolutions) for account in accounts]
        chosen: dict[str, list[Correction]] = {}
        for item in self.corrections:
            if item.what == "account":
                account = self._account(item, accounts)
                if account is not None:
                    chosen.setdefault(account.account_id, []).append(item)
        kept = []
        for account in accounts:
            mine = chosen.get(account.account_id, [])
            dropping = [item for item in mine if item.action == "drop"]
            if dropping:
                for item in mine:
                    self._done(item, "applied")
            else:
                kept.append(self._corrected(account, mine))
        ids = {account.account_id for account in kept}
        return [_without_related(account, ids) for account in kept]

    def _about(self, what: str, name: str) -> Iterable[Correction]:
        return (
            item
            for item in self.corrections
            if item.what == what and item.field == name and item.action in {"set", "confirm"}
        )

    def _done(self, item: Correction, status: str, reason: str = "") -> None:
        self.outcomes.append(Outcome(item.number, status, reason))

    def _targets(self, item: Correction, mentions: Sequence[Mention]) -> list[int]:
        """Return which mentions a correction of a toponym is about."""
        found = _named(item.anchor, mentions, self.article)
        if not found and not item.is_everywhere:
            self._done(item, "not applied", f"no toponym {item.anchor.quote!r} in the article")
        return found

    def _placed(self, item: Correction, old: Resolution) -> Resolution:
        is_same = (
            item.text is None
            or (item.action == "confirm" and not item.text)
            or place_text(old.place) == _plain_answer(item.text)
        )
        if item.values is None and not is_same:
            self._changed_answer(item, place_text(old.place))
            return old
        place = old.place if is_same or item.values is None else item.values["place"]
        word = "confirmed" if is_same or place == old.place else "corrected"
        self._done(item, "confirmed" if word == "confirmed" else "applied")
        mention = replace(old.mention, rules=(*old.mention.rules, f"{word}: place"))
        reason = f"{word} by a person"
        return replace(old, mention=mention, place=place, score=1.0, reason=reason)

    def _changed_answer(self, item: Correction, now: str) -> None:
        reason = (
            f"{item.text!r} was confirmed, but the answer is {now or 'none'!r} now; decide anew"
        )
        self._done(item, "not applied", reason)

    def _account(self, item: Correction, accounts: Sequence[Account]) -> Account | None:
        found = find_account(item.anchor, base_field(item.field), self.article, accounts)
        if len(found) == 1:
            return found[0]
        if found:
            reason = f"{len(found)} accounts rest on these words; give the account_id"
        elif find_words(self.article.text, item.anchor.quote):
            reason = "no account rests on these words, or they occur several times"
        else:
            reason = "the words do not stand in the article"
        self._done(item, "not applied", reason)
        return None

    def _corrected(self, account: Account, mine: Sequence[Correction]) -> Account:
        if not mine:
            return account
        new, results = corrected_account(account, mine)
        for item, (status, reason) in zip(mine, results, strict=True):
            self._done(item, status, reason)
        return new


def _plain_answer(text: str) -> str:
    return "" if text.strip().lower() in {"", "none", "unknown"} else text.strip()


def _named(anchor: Anchor, mentions: Sequence[Mention], article: Article) -> list[int]:
    """Return the mentions of a toponym: one occurrence, or all of them."""
    if anchor.ordinal is not None:
        span = locate(anchor, article.text)
        return _overlapping([span], mentions) if span else []
    key = fold_name(anchor.quote)
    same = [at for at, one in enumerate(mentions) if fold_name(one.toponym) == key]
    if same or anchor.article_id != article.id:
        return same
    found = _overlapping(find_words(article.text, anchor.quote), mentions)
    if found or not anchor.words_key:
        return found
    hashed = (anchor_of(article, one.start, one.end).words_key for one in mentions)
    first = next((at for at, one in enumerate(hashed) if one == anchor.words_key), None)
    if first is None:
        return []
    key = fold_name(mentions[first].toponym)
    return [at for at, one in enumerate(mentions) if fold_name(one.toponym) == key]


def _overlapping(spans: Iterable[tuple[int, int]], mentions: Sequence[Mention]) -> list[int]:
    every = list(spans)
    return [
        at
        for at, one in enumerate(mentions)
        if any(one.start < end and start < one.end for start, end in every)
    ]


def _with_toponym_note(account: Account, resolutions: Sequence[Resolution]) -> Account:
    """Note that an account's place comes from a toponym that a person corrected."""
    spans = [
        (item.mention.start, item.mention.end)
        for item in resolutions
        if any(rule.startswith("corrected: ") for rule in item.mention.rules)
    ]
    touched = any(
        item.field == "place" and item.start < end and start < item.end
        for item in account.evidence
        for start, end in spans
    )
    if not touched:
        return account
    return replace(account, notes=(*account.notes, "place:a corrected toponym"))


def _without_related(account: Account, ids: set[str]) -> Account:
    related = tuple(one for one in account.related_account_ids if one in ids)
    if related == account.related_account_ids:
        return account
    return replace(account, related_account_ids=related)

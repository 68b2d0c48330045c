"""Rows of names and kin that only say who a number of people are.

"Three people, Gul Khan, his son and their driver Nawaz, were killed" tells of three, and "two
brothers, Akbar and Zahid, and their cousin" of three, too: the row is read as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.text._count_number_words import CARDINALS, NUMBER, value_of
from geomap.text._count_words import word_set
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["apposed_rows"]

_HEAD = Pattern(
    rf"\b(?P<number>(?i:{NUMBER}))\s+(?:(?!(?:was|were|and|or|are|is|had|have|who|died|other|others|more|in|at|on|killed|injured|wounded|hurt|dead|shot|including)\b)"
    r"[a-z][a-z-]*\s+){0,4}?(?P<noun>[a-z][a-z-]*s|[a-z-]*(?:men|people|children|personnel|police))(?:\s+of\s+(?:an?|one|the\s+same)\s+family)?"
    r"(?P<opener>(?:,|\s*[(–—:]|\s+-)\s*|\s+(?=(?:later\s+)?(?:identified|named|namely)\b))"
    r"(?:(?:later\s+)?(?:identified|named|namely|including)\s+(?:by\s+\w+\s+)?(?:as\s+|only\s+as\s+)?)?"
    r"(?=(?:[a-z][a-z'’-]*\s+){0,4}(?:[A-Z]|an?\s|his\s|her\s|their\s))"
)
_TOKEN = re.compile(r"[\w'’/.-]*[\w'’/]|[^\s\w]")
_LONGEST = 260
_BREAKS = word_set(
    "was were is are has have had who whose when while as died lost embraced succumbed sustained "
    "received fell in at near on by to after during killed injured wounded shot outside inside and "
    "but with for into under came got laid suffered perished also all both dead"
)
_ONE = frozenset({"a", "an", "one", "another", "his", "her", "their", "the"})
_OWN = frozenset({"his", "her", "their"})
_FROM = frozenset({"of", "from", "s/o", "d/o", "w/o", "bin", "alias"})
_NO_PERSON = frozenset(
    {"resident", "residents", "native", "inhabitant", "member", "son", "daughter", "brother"}
)
"""Of "a resident of Hub", told of the one named before it; "son" only where it is "son of"."""
_PAIRS = {"couple": 2, "twins": 2, "siblings": 2}
_OF_THEM = frozenset({"them", "whom", "these", "those"})
_MARKS = frozenset({",", "-", "–", "—", ")", ";", ".", ":"})
_WHOLES = frozenset(
    {"people", "persons", "individuals", "members", "civilians", "citizens", "others"}
)
_MOST_WORDS = 8


def apposed_rows(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where rows stand that only say who those counted before them are.

    Parameters
    ----------
    text
        The article's text.
    sentence
        A sentence.
    """
    if _HEAD.inside(text, sentence) is None:
        return
    last = 0
    for head in _HEAD.pattern.finditer(text, sentence.start, sentence.end):
        if head.start() < last:
            continue
        row = _Row(text, head, min(sentence.end, head.end() + _LONGEST))
        end = row.end()
        if end:
            yield head.end("noun"), end
            last = end


class _Row:
    """The people of a row, read one after the other."""

    def __init__(self, text: str, head: re.Match[str], end: int) -> None:
        self.number = value_of(head["number"])
        self.noun = head["noun"]
        self.told = "identified" in head[0] or "named" in head[0] or "including" in head[0]
        self.tokens = list(_TOKEN.finditer(text, head.end(), end))
        self.words = [token[0] for token in self.tokens]
        before = text[max(0, head.start() - _INNER) : head.start()].rstrip()
        self.inner = before.endswith((",", "(", "–", "—", "-", " and"))
        self.own = False
        self.apart = 0
        self.sure = 0

    def end(self) -> int:
        """Return where the row ends, 0 where it does not say who all of them are."""
        if self.number < _TWO:
            return 0
        at, joined = 0, False
        while at < len(self.words):
            after = self._person(at)
            if after == at:
                return 0
            after = self._past_brackets(after)
            if joined and self.number in (self.apart, self.sure):
                return self._closed(after)
            if self.sure >= self.number:
                return 0
            mark = self._word(after)
            if mark == "," and self._word(after + 1) == "and":
                at, joined = after + 2, True
            elif mark == "and":
                at, joined = after + 1, True
            elif mark in {",", ";"}:
                at = after + 1
            else:
                return 0
        return 0

    def _word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _person(self, at: int) -> int:
        """Read one person, or "two nephews", at a word; return the word after."""
        first, number = at, 1
        own = self._word(at) in _OWN and self._word(at + 1) in CARDINALS
        at += own
        if self._word(at).lower() in CARDINALS or self._word(at).isdigit():
            number = value_of(self._word(at).lower())
            at += 1
        words: list[str] = []
        while at < len(self.words) and len(words) < _MOST_WORDS:
            word = self.words[at]
            if word in _MARKS or word == "(" or (word in _BREAKS and word not in _FROM):
                break
            words.append(word)
            at += 1
        words = [self._word(first), *words] if own else words
        if not words or not _OF_THEM.isdisjoint(words):
            return first
        name = any(word[:1].isupper() for word in words)
        described = words[0] in _ONE or at - first > len(words)
        if not (name or described or len(words) == 1):
            return first
        self._count(words, number, name=name, first=first)
        return at

    def _count(self, words: list[str], number: int, *, name: bool, first: int) -> None:
        """Add a person to the two ways of counting: roles behind names are told of these."""
        own = words[0] in _OWN
        plain = words[0] in {"a", "an", "the"} or self._word(first).lower() in CARDINALS
        self.own = self.own or own or (name and not plain)
        number = next((_PAIRS[word] for word in words if word in _PAIRS), number)
        about = not _NO_PERSON.isdisjoint(words) and not _FROM.isdisjoint(words)
        if about and not own:
            return
        self.apart += number
        after_name = self._word(first - 1) == "," and self._word(first - 2)[:1].isupper()
        role = not name and words[0] in {"a", "an", "the"} and after_name
        self.sure += 0 if role else number

    def _past_brackets(self, at: int) -> int:
        """Return the word after "(24)" or ", 24," at a word."""
        if self._word(at) == "(" and ")" in self.words[at : at + _MOST_WORDS]:
            return self.words.index(")", at) + 1
        if self._word(at) == "," and self._word(at + 1).isdigit():
            return at + 2
        return at

    def _closed(self, at: int) -> int:
        """Return where a row ends that must be closed by a mark or a verb at a word."""
        mark = self._word(at)
        if mark == "," and self._word(at + 1) in {"a", "an"}:
            closing = self.words.index(",", at + 1) if "," in self.words[at + 1 :] else 0
            at = closing if 0 < closing - at <= _MOST_WORDS else at
        following = self._word(at + 1)
        if not self.own:
            if self.inner:
                return 0
            parted = mark in {",", "-", "–", "—", ")"} and following in _BREAKS - {"and"}
            if not parted or self.noun in _WHOLES:
                return 0
        if mark in {",", "-", "–", "—", ")"}:
            return self.tokens[at].end()
        if mark in _MARKS or mark in _BREAKS or not mark:
            return self.tokens[at - 1].end()
        return 0


_TWO = 2
_INNER = 6
"""Characters before a number that is itself told in a row."""

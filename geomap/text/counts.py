"""How many: people killed, injured, abducted, arrested and missing, with the words that say so.

`find_counts` reads English and Urdu, sentence by sentence. Words of outcome
(``data/outcomes.csv``) are looked for first; only a sentence that has one is read further, by the
grammars of `_count_english` and `_count_urdu`. A figure that a text does not give is
None, never 0; 0 is only what a text says ("no casualties", "nobody was hurt").

The conventions for numbers are those of `geomap.text._count_numbers`. Sentences of more than 1,500
characters are read in pieces, so that time grows with the length of a text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from geomap.lexicons import per_lexicons
from geomap.text._count_beside import BESIDE_WORDS, read_beside
from geomap.text._count_context import (
    aggregate_rule,
    aggregate_rule_ur,
    is_accident,
    is_accident_ur,
    is_sport,
)
from geomap.text._count_english import read_facts
from geomap.text._count_everyone import may_tell_of_everyone, read_everyone
from geomap.text._count_figures import Fact
from geomap.text._count_groups import Group
from geomap.text._count_mended import mended
from geomap.text._count_ordinals import names_ordinal
from geomap.text._count_phrases import PHRASE_WORDS, names_phrase
from geomap.text._count_record import Count, Told
from geomap.text._count_said import Said, SaidUrdu
from geomap.text._count_signs import SIGN_WORDS, Sign, read_signs, read_signs_ur
from geomap.text._count_tokens import Words, names_outcome, outcomes, read_words, telling_words
from geomap.text._count_urdu import read_facts_ur
from geomap.text._count_words import TOLL_HEADS, UPDATES
from geomap.text._count_words_ur import has_urdu, read_words_ur
from geomap.text._count_zeros import NONE_WORDS, Nobody, read_zeros, read_zeros_ur
from geomap.text.patterns import EVERY, Hint

__all__ = ["Count", "find_counts"]

_LONGEST_CLAUSE = 200
_YEARLY = 20
_ANYBODY = frozenset(["one", "nobody", "no-one", "anyone", "anybody", "none", "person", "soul"])
_LONGEST_SENTENCE = 1500
_SENTENCE = re.compile(r"[^\n.!?۔؟]+(?:[.!?](?!\s)[^\n.!?۔؟]*)*[.!?۔؟]?")


_LETTERS = re.compile(r"[^\W\d_]+")


def find_counts(
    text: str,
    *,
    sentences: Sequence[tuple[int, int]] | None = None,
    marks: Sequence[int] | None = None,
) -> list[Count]:
    """Find every count of people in a text.

    Parameters
    ----------
    text
        Any text, English or Urdu.
    sentences
        (start, end) of its sentences; if None, the text is split at full stops and line ends.
    marks
        The marks of these sentences (`geomap.text.patterns`); None reads every one.

    Returns
    -------
    list of Count
        In text order.

    Examples
    --------
    >>> [(c.outcome, c.best) for c in find_counts("A bomb killed nine people and injured 30.")]
    [('killed', 9), ('injured', 30)]
    """
    if sentences is None:
        sentences = [match.span() for match in _SENTENCE.finditer(text)]
    counts: list[Count] = []
    earlier: list[tuple[int, int]] = []
    harmed = _harm().mark
    for (start, end), mark in zip(sentences, marks or repeat(EVERY), strict=False):
        for piece in _pieces(text, start, end):
            near = earlier[-1][0] if earlier else start
            found = _read(text, piece, harmed & mark, counts, near)
            if harmed & mark and may_tell_of_everyone(mark):
                found += read_everyone(text, piece, earlier, found)
            counts += mended(text, *piece, found, marks=mark) if found else ()
            earlier.append(piece)
    counts.sort(key=lambda count: (count.number_start, count.start, count.outcome))
    return counts


def _pieces(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """Return a sentence, one that is very long cut at spaces."""
    return ((start, end),) if start < end <= start + _LONGEST_SENTENCE else _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_SENTENCE:
        middle = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        if middle <= start:
            middle = start + _LONGEST_SENTENCE
        yield start, middle
        start = middle
    if start < end:
        yield start, end


def _read(
    text: str, span: tuple[int, int], harm: int, earlier: Sequence[Count], near: int
) -> list[Count]:
    """Read one sentence.

    `harm` is 0 where no English word tells of casualties; a number of `earlier` counts that stands
    before `near` is too far away for "as many".
    """
    start, end = span
    sentence = text[start:end]
    counts: list[Count] = []
    if harm:
        found = set(_LETTERS.findall(low := sentence.lower()))
        if _tells_of_harm(found, low):
            last = next((count for count in reversed(earlier) if not count.part), None)
            counts = _read_english(text, start, end, Told.of(last, near))
        if not NONE_WORDS.isdisjoint(found):
            counts += [_nobody(zero) for zero in read_zeros(text, start, end)]
        if not BESIDE_WORDS.isdisjoint(found):
            counts += read_beside(text, span, counts, found)
        if not SIGN_WORDS.isdisjoint(found) and all(c.outcome != "killed" for c in counts):
            counts += [_hinted(sign) for sign in read_signs(text, start, end)]
    if not sentence.isascii() and has_urdu(text, start, end):
        read = tuple(counts)
        urdu = _read_urdu(text, start, end)
        counts += [count for count in urdu if not any(_overlaps(count, one) for one in read)]
    return counts


def _overlaps(count: Count, other: Count) -> bool:
    """Whether two figures of one outcome stand on the same words: both grammars read them."""
    apart = count.end <= other.start or other.end <= count.start
    return count.outcome == other.outcome and not apart


@per_lexicons
def _harm() -> Hint:
    """Return the hint that an English sentence may tell of casualties."""
    return Hint(
        {
            *telling_words(),
            *PHRASE_WORDS,
            *TOLL_HEADS,
            *NONE_WORDS,
            *SIGN_WORDS,
            *BESIDE_WORDS,
            "survivors",
            "alive",
        }
    )


def _tells_of_harm(found: set[str], sentence: str) -> bool:
    """Whether the words of a sentence hold an outcome phrase, or say that a toll changed."""
    if names_outcome(found) or names_phrase(found, sentence) or names_ordinal(found):
        return True
    if TOLL_HEADS.isdisjoint(found):
        return False
    return not (UPDATES.isdisjoint(found) and found.isdisjoint(outcomes("en")))


def _read_urdu(text: str, start: int, end: int) -> list[Count]:
    words = read_words_ur(text, start, end)
    facts = [] if is_sport(words.words) else read_facts_ur(words)
    counts = _Sentence(words, start, end, SaidUrdu(words)).counts(facts) if facts else []
    spared = {count.outcome for count in counts if count.best == 0}
    zeros = read_zeros_ur(text, start, end)
    counts += [_nobody(zero) for zero in zeros if zero.outcome not in spared]
    return counts or [_hinted(sign) for sign in read_signs_ur(text, start, end)]


def _read_english(text: str, start: int, end: int, before: Told) -> list[Count]:
    words = read_words(text, start, end)
    words.told = before.number
    facts = [] if is_sport(words.words) else read_facts(words, before.outcome)
    return _Sentence(words, start, end, Said(words)).counts(facts) if facts else []


def _nobody(zero: Nobody) -> Count:
    return Count(
        start=zero.start,
        end=zero.end,
        outcome=zero.outcome,
        low=0,
        best=0,
        high=0,
        side="unknown",
        who="",
        number_start=zero.number_start,
        number_end=zero.number_end,
        rules=zero.rules,
    )


def _hinted(sign: Sign) -> Count:
    """Return a sign of the dead as a part: it stands only where no figure does."""
    number = 1 if sign.rule == "weak" else None
    return Count(
        start=sign.start,
        end=sign.end,
        outcome="killed",
        low=number or 2,
        best=number,
        high=number,
        side="unknown",
        who="",
        number_start=sign.start,
        number_end=sign.end,
        part=True,
        rules=("sign", sign.rule),
    )


class _Sentence:
    """What all counts of one sentence share."""

    def __init__(self, words: Words, start: int, end: int, said: Said | SaidUrdu) -> None:
        self.words = words
        self.said = said
        urdu = isinstance(said, SaidUrdu)
        accident = is_accident_ur if urdu else is_accident
        aggregate = aggregate_rule_ur if urdu else aggregate_rule
        self.aggregate = aggregate(words, start, end)
        self.rules = [name for name in (self.aggregate,) if name]
        self.rules += ["accident"] if accident(words, start, end) else []
        self.total = not _TOTAL.isdisjoint(words.words) or _follows(words.words, "in", "all")

    def counts(self, facts: Sequence[Fact]) -> list[Count]:
        counts = []
        shared = {fact.outcome for fact in facts if "ellipsis" in fact.rules}
        for fact in facts:
            counts.append(self._count(fact, fact.groups, part=fact.part))
            sides = {group.side: group for group in fact.groups}
            if not fact.part and len(sides) > 1 and set(sides) != {"civilians", "unknown"}:
                for side in sides:
                    mine = [group for group in fact.groups if group.side == side]
                    counts.append(self._count(fact, mine, part=True))
            if fact.outcome == "injured" and self._nobody_hurt(fact):
                killed = Fact("killed", fact.groups, fact.first, fact.last, rules=["nobody_hurt"])
                counts.append(self._count(killed, fact.groups, part=False))
        return [replace(c, total=False) if c.outcome in shared else c for c in counts]

    def _nobody_hurt(self, fact: Fact) -> bool:
        words = self.words.words
        nobody = fact.groups[0].kind == "person" and fact.groups[0].quantity.best == 0
        group = fact.groups[0]
        general = words[group.last - 1] in _ANYBODY
        told = words[fact.first : fact.last]
        return nobody and general and not {"hurt", "harmed"}.isdisjoint(told)

    def _count(self, fact: Fact, groups: Sequence[Group], *, part: bool) -> Count:
        low, best, high = _sum(groups)
        side = _common_side({group.side for group in groups})
        start, end = self._clause(fact, groups)
        number = self._number(groups)
        quantity = groups[0].quantity
        noun = groups[0].noun
        who = (
            self.words.text[self._start(noun[0]) : self._end(noun[1])] if noun[0] < noun[1] else ""
        )
        rules = self._rules(fact, groups, best)
        speaker = self.said.speaker(groups[0].first)
        rules += ["spokesman"] if speaker == "spokesman" else []
        return Count(
            start=start,
            end=end,
            outcome=fact.outcome,
            low=low,
            best=best,
            high=high,
            side=side,
            who=who,
            number_start=number[0],
            number_end=number[1],
            part=part,
            total=not part and (fact.total or self.total or quantity.total),
            update=fact.update,
            increment=fact.increment,
            speaker="official" if speaker == "spokesman" else speaker,
            denied=self.said.denied(groups[0].first),
            aggregate=self._is_aggregate(groups, best),
            rules=tuple(dict.fromkeys(rules)),
        )

    def _rules(self, fact: Fact, groups: Sequence[Group], best: int | None) -> list[str]:
        """Return the names of the rules that read a figure."""
        rules = [*fact.rules, *(rule for rule in self.rules if best or rule != "accident")]
        kinds = {group.kind for group in groups}
        rules += [kind for kind in ("name", "pronoun") if kind in kinds]
        told = self.words.words[fact.first : fact.last]
        rules += ["martyred"] if not _MARTYRDOM.isdisjoint(told) else []
        rules += ["succumbed"] if "succumbed" in told or "succumbs" in told else []
        near = self.words.words[max(fact.first - 1, 0) : fact.last + 1]
        rules += ["also"] if not _ALSO.isdisjoint(near) or self._as_well(fact) else []
        rules += ["feared"] if not _FEARED.isdisjoint(near) else []
        own = groups[0].implied and self.words.words[groups[0].first] in {"his", "her"}
        own = own and groups[0].kind != "pronoun"
        rules += ["theirs_too"] if own and len(groups) == 1 else []
        rules += ["list"] if len(groups) > 1 else []
        rules += ["implied"] if groups[0].implied and not groups[0].bare else []
        return rules

    def _as_well(self, fact: Fact) -> bool:
        """Whether "as well" ends a clause: "a soldier was martyred as well"."""
        after = self.words.words[fact.last : fact.last + 3]
        return after[:2] == ["as", "well"] and after[2:] != ["as"]

    def _is_aggregate(self, groups: Sequence[Group], best: int | None) -> bool:
        """Whether a figure is a sum; "12 miners died in 2021" may be one event."""
        if self.aggregate == "year" and best is not None and best < _YEARLY:
            return False
        return bool(self.aggregate) and not groups[0].implied

    def _start(self, word: int) -> int:
        return self.words.starts[word]

    def _end(self, word: int) -> int:
        return self.words.ends[word - 1]

    def _number(self, groups: Sequence[Group]) -> tuple[int, int]:
        first, last = groups[0], groups[-1]
        start = first.noun[0] if first.implied and first.noun[0] < first.noun[1] else first.first
        end = last.noun[1] if last.implied else last.quantity.last
        return self._start(start), self._end(max(end, start + 1))

    def _clause(self, fact: Fact, groups: Sequence[Group]) -> tuple[int, int]:
        """Return the clause, at most 200 characters around the people in it."""
        start = self._start(min(fact.first, groups[0].first))
        end = self._end(max(fact.last, groups[-1].last))
        if end - start > _LONGEST_CLAUSE:
            start = self._start(groups[0].first)
            end = min(end, start + _LONGEST_CLAUSE)
            end = max(end, min(self._end(groups[0].last), start + _LONGEST_CLAUSE))
        return start, end


def _follows(words: Sequence[str], first: str, second: str) -> bool:
    """Whether one word stands right before another."""
    return second in words and any(
        word == second and words[at - 1] == first for at, word in enumerate(words) if at
    )


_MARTYRDOM = frozenset(
    {
        "martyred",
        "martyring",
        "martyrdom",
        "shahadat",
        "shaheed",
        "martyr",
        "martyrs",
        "laid",
        "sacrificed",
    }
)
_ALSO = frozenset({"also", "too", "بھی"})
_FEARED = frozenset({"feared", "believed", "presumed"})
_TOTAL = frozenset({"overall", "altogether", "cumulative"})


def _common_side(sides: set[str]) -> str:
    """Return the side of a list; "a man and his wife" are civilians."""
    if sides == {"civilians", "unknown"}:
        return "civilians"
    side = next(iter(sides)) if len(sides) == 1 else "unknown"
    return side if side in _SIDES else "unknown"  # words in disorder may count a thing


_SIDES = frozenset({"civilians", "security_forces", "militants", "suspects"})


def _sum(groups: Sequence[Group]) -> tuple[int | None, int | None, int | None]:
    """Add figures; a bound that one of them lacks is not known for the sum."""
    if len(groups) == 1:
        quantity = groups[0].quantity
        return quantity.low, quantity.best, quantity.high
    lows = [group.quantity.low for group in groups]
    bests = [group.quantity.best for group in groups]
    highs = [group.quantity.high for group in groups]
    low = None if all(value is None for value in lows) else sum(value or 0 for value in lows)
    best = None if None in bests else sum(value or 0 for value in bests)
    high = None if None in highs else sum(value or 0 for value in highs)
    return low, best, high

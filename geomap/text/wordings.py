"""Events told by words that stand apart: "lifted ... from his house".

A list of phrases (``data/triggers.csv``) holds only words that stand next to each other. A wording
(``data/wordings.csv``) is a row of words with gaps:

========  =====================================================================================
``a/b``   either word
``...``   up to six words, within a clause
``#road`` any word of the set of that name; the rows whose class begins with ``#`` define sets
``un*``   a word that begins so; ``*`` alone: any one word
========  =====================================================================================

Where a wording is found it stands for the phrases inside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.text.events import Trigger, is_carried
from geomap.text.expressions import lower_case
from geomap.text.patterns import Pattern, Patterns
from geomap.text.sentences import Sentence

__all__ = ["with_wordings", "wording_pattern"]

_GAP = (
    r"(?:(?!(?:by|who|whom|which|that|when|after|while|because|since|until|claimed|said|like|"
    r"not(?!\s+only\b)|never)\b|(?:نہیں|نہ|کہ)(?!\w))"
    r"[^\s.;:!?۔؟]+\s+(?!(?<=,\s)(?:and|while)\s+"
    r"(?:an?|another|two|three|four|five|unknown|unidentified|armed|gunmen|militants|security|forces|police|troops)\b)){0,6}?"
)
"""Up to six words of one clause, neither a relative one nor one with a subject of its own."""
_APPOSITION = (
    r"(?:,\s+(?:numbering|estimated|some|many|most|mostly|several|armed|carrying|wielding|chanting|shouting|"
    r"angered|enraged|infuriated|led|comprising|including|joined|bearing|riddled|mutilated|decomposed|"
    r"blindfolded|tied|wrapped|hands|with)(?:\s+[^\s,.;:]+){1,6},)?"
)
"""What may stand between commas before a gap: "a crowd, numbering several hundred, dragged"."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """The kind of event that a wording reports."""

    family: str
    event_type: str
    sub_event_type: str | None


def wording_pattern(wording: str, sets: Mapping[str, str]) -> Pattern:
    """Return the pattern of a wording, for text in lower case.

    Parameters
    ----------
    wording
        Words, alternatives, sets and gaps, separated by spaces.
    sets
        The words of each set, separated by slashes.
    """
    parts: list[str] = []
    needed: list[frozenset[str]] = []
    places = lower_case(wording).split()
    for at, place in enumerate(places):
        if place == "...":
            parts.append(_GAP if parts else r"(?<!\w)" + _GAP)
            continue
        words = lower_case("/".join(sets.get(part, part) for part in place.split("/")))
        alternatives = dict.fromkeys(words.split("/"))
        choices = "|".join(map(_word, alternatives)) if parts else _opening(alternatives)
        aside = _APPOSITION if places[at + 1 : at + 2] == ["..."] else ""
        parts.append(rf"(?:{choices})(?!\w){aside}\s+")
        needed.append(frozenset(" " + word.removesuffix("*") for word in alternatives))
    return Pattern(
        "".join(parts).removesuffix(r"\s+"), needed=[words for words in needed if " " not in words]
    )


def _opening(words: Mapping[str, None]) -> str:
    """Return an expression for the word that a wording begins with.

    Its first letter stands before what looks back at the start of the word: so it is found much
    sooner.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if not word[:1].isalnum():
            return rf"(?<!\w)(?:{'|'.join(map(_word, words))})"
        by_letter.setdefault(word[0], []).append(_word(word[1:]))
    return "|".join(rf"{letter}(?<!\w\w)(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


def _word(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")


@per_lexicons
def _wordings() -> Patterns[_Wording]:
    rows = lexicon_rows("wordings.csv")
    sets = {row["class"]: row["wordings"] for row in rows if row["class"].startswith("#")}
    return Patterns(
        (
            wording_pattern(wording, sets),
            _Wording(row["class"], row["event_type"], row["sub_event_type"] or None),
        )
        for row in rows
        if row["class"] not in sets
        for column in ("wordings", "wordings_ur")
        for wording in row[column].split("|")
        if wording
    )


_NOT_SO = re.compile(
    r"\b(?:no|not(?!\s+(?:only|just|merely|simply)\b)|never|nobody|neither|without|nor)\s+"
    r"(?:(?!(?:when|as|after|before|while|until|though|but|and|that)\b)\w+\s+){0,3}$|n[’']t\s+$",
    re.IGNORECASE,
)
"""Words that deny a verb: "no rockets landed", not "no harm was done when rockets landed"."""

_NOT_BEHIND = re.compile(r"\s+نہیں(?!\w)")
_OF_MEN = re.compile(
    r"\b(?:governing|student|representative|elected|apex|regulatory|civic|local|legislative|traders['’]|students['’]|cricket)\s+$",
    re.IGNORECASE,
)
"""Before a body that is a council, no corpse."""
_SENT_BY = re.compile(
    r"\b(?:fired|launched|lobbed|hurled|thrown|shot|dropped)\s+by\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before those who only sent what hit: "a missile fired by militants hit a house"."""


def with_wordings(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Trigger]
) -> list[Trigger]:
    """Add the triggers of wordings; they stand for the phrases inside them.

    Parameters
    ----------
    text
        The text.
    sentences
        Its sentences with their marks.
    triggers
        The triggers that are phrases, in text order.

    Returns
    -------
    list of Trigger
        In text order.
    """
    answer: list[Trigger] = []
    low = lower_case(text)
    at, number = 0, len(triggers)
    for sentence in sentences:
        first = at
        while at < number and triggers[at].start < sentence.end:
            at += 1
        own = triggers[first:at]
        found = sorted(_in_sentence(text, low, sentence), key=attrgetter("start"))
        if not found:
            answer += own
            continue
        starts = [wording.start for wording in found]
        kept = [t for t in own if not _is_within(t, found, starts)]
        answer += sorted([*kept, *found], key=attrgetter("start", "end"))
    return [*answer, *triggers[at:]]


def _is_within(trigger: Trigger, found: Sequence[Trigger], starts: Sequence[int]) -> bool:
    """Whether a trigger lies in one of the wordings found, which are apart and in text order."""
    before = bisect_right(starts, trigger.start)
    return before > 0 and trigger.end <= found[before - 1].end


def _in_sentence(text: str, low: str, sentence: Sentence) -> Iterator[Trigger]:
    """Yield the wordings of a sentence; of two that overlap the first in the table.

    `low` is the text in lower case.
    """
    taken: list[tuple[int, int]] = []
    for wording, match in _wordings().inside(low, sentence):
        at = bisect_right(taken, match.span())
        if at and taken[at - 1][1] > match.start():
            continue
        if at < len(taken) and taken[at][0] < match.end():
            continue
        if _NOT_SO.search(text, max(sentence.start, match.start() - 40), match.start()):
            continue
        if wording.family == "riot" and _NOT_BEHIND.match(text, match.end()):
            continue
        if wording.family == "explosion" and is_carried(text, match.start()):
            continue
        if wording.family == "body" and _OF_MEN.search(
            text[max(0, match.start() - 20) : match.start()]
        ):
            continue
        taken.insert(at, match.span())
        before = text[max(sentence.start, match.start() - 40) : match.start()]
        yield Trigger(
            start=match.start(),
            end=match.end(),
            family=wording.family,
            event_type=wording.event_type,
            sub_event_type=wording.sub_event_type,
            definite=False,
            is_noun=False,
            is_impact=wording.family == "armed" and _SENT_BY.search(before) is not None,
        )

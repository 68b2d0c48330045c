"""A sentence as words, and the lexicon of outcomes and victims that is looked up in them.

``data/outcomes.csv``: phrase, language, outcome, form, and known_noun_only (``yes``: the people
must be named by a word of ``victims.csv``, as in "caught two gunmen", not "caught two trains").
Forms:

- ``verb`` killed (people before or after), ``gerund`` killing and ``present`` kills (people after),
  ``subject`` died and ``state`` dead (people before), ``split`` took ... away (people between),
- ``of`` death of (people after), ``number`` deaths (a number before), ``lives`` claimed five lives,
  ``toll`` a figure is revised, ``spared`` unhurt (nobody injured), ``body`` (Urdu) a body found,
- ``passive`` (of `geomap.text._count_phrases`) admitted: people before, with a form of to be.

``data/victims.csv``: word, language, side (``animal`` and ``thing`` count nobody) and form:
``count`` (in English the regular plural counts, too), ``plural``, ``both``, ``pair`` (two people:
man and wife), ``modifier`` (gives the noun after it a side: "police guards"), ``people`` (a clan
or a people, by whose name somebody is counted: "two Bugtis", "an Afghan"), or ``title`` (Urdu: a
word of rank, with which a plural verb is told of one man).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.lexicons import lexicon_rows, per_lexicons
from geomap.text._count_numbers import Quantity
from geomap.text._count_phrases import find_phrases
from geomap.text.expressions import commonness

__all__ = [
    "Noun",
    "Outcome",
    "Trigger",
    "Words",
    "find_triggers",
    "modifiers",
    "names_outcome",
    "nouns",
    "outcomes",
    "peoples",
    "read_words",
    "scare_marks",
    "telling_words",
]

_TOKEN = re.compile(
    r"\d+(?:,\d{2,3}(?!\d))*(?:[.:/]\d+)*[^\W\d_]*(?:[-–][^\W_]+)*"
    r"|[^\W\d_]+(?:[-'’][^\W_]+)*|[^\w\s]|_"
)


@dataclass(slots=True)
class Words:
    """The words and marks of a sentence, lower case, and their offsets in the text.

    `told` is the last number of the sentence before: that of "As many were hurt".
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    told: Quantity | None = None

    def at(self, index: int) -> str:
        """Return a word, or "" outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def capital(self, index: int) -> bool:
        """Whether a word is written with a capital."""
        return self.text[self.starts[index]].isupper()


@dataclass(frozen=True, slots=True)
class Noun:
    """A victim noun: its side (or animal, thing) and whether it is of one, of many or of both."""

    side: str
    singular: bool
    plural: bool
    pair: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One phrase of ``outcomes.csv``."""

    words: tuple[str, ...]
    outcome: str
    form: str
    known_noun_only: bool


@dataclass(slots=True)
class Trigger:
    """An outcome phrase in a sentence: words ``first`` to ``last`` (not included).

    `rule` is for the rules of its count.
    """

    first: int
    last: int
    outcome: str
    form: str
    known_noun_only: bool
    rule: str = ""


def read_words(text: str, start: int, end: int) -> Words:
    """Cut ``text[start:end]`` into words."""
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    sentence = text[start:end]
    if _SCARE_QUOTE.search(sentence):
        marks = scare_marks(text, start, end, "en")
        spans = [span for span in spans if span[0] not in marks]
    low = sentence.lower()
    if len(low) == len(sentence):
        words = [low[first - start : last - start] for first, last in spans]
    else:  # a letter that is two in lower case
        words = [text[first:last].lower() for first, last in spans]
    if "’" in sentence:
        words = [word.replace("’", "'") if len(word) > 1 else word for word in words]
    return Words(text, words, [first for first, _ in spans], [last for _, last in spans])


_SCARE_QUOTE = re.compile(r"[\"“”'‘](?P<said>(?:[\w-]+\s+){0,3}[\w-]+)[\"”“'’](?!\w)")
"""A word or two in quotation marks: six "Indian-sponsored terrorists"."""
_STAGED = re.compile(
    r"\b(?:drills?|exercises?|mock|rehears\w+|simulat\w+|staged|films?|dramas?|volunteers)\b",
    re.IGNORECASE,
)
"""Where those in quotation marks only play who they are called."""


def scare_marks(text: str, start: int, end: int, language: str) -> set[int]:
    """Return where the marks stand around people whom somebody calls what they may not be."""
    if _STAGED.search(text, start, end):
        return set()
    known = nouns(language)
    marks: set[int] = set()
    for found in _SCARE_QUOTE.finditer(text, start, end):
        said = found["said"].lower().split()
        if said[-1] in known or " ".join(said[-2:]) in known:
            marks |= {found.start(), found.end() - 1}
    return marks


@per_lexicons
def nouns(language: str) -> dict[str, Noun]:
    """Return the victim nouns of a language ("en", "ur"), plurals included."""
    table: dict[str, Noun] = {}
    for row in _rows("victims.csv", language):
        word, form = row["word"], row["form"]
        if form in {"modifier", "people", "title"}:
            continue
        if form == "count" and language == "en":
            table.setdefault(_plural(word), Noun(row["side"], singular=False, plural=True))
        noun = Noun(
            row["side"],
            singular=form != "plural",
            plural=form != "count",
            pair=form == "pair",
        )
        table.setdefault(word, noun)
        if language == "en" and row["side"] not in {"thing", "animal"}:
            table.setdefault(f"ex-{word}", replace(noun, side="civilians"))
    return table


@per_lexicons
def peoples() -> dict[str, Noun]:
    """Return the names of clans and peoples, and their plurals."""
    table: dict[str, Noun] = {}
    for row in _rows("victims.csv", "en"):
        if row["form"] == "people":
            table[row["word"]] = Noun(row["side"], singular=True, plural=True)
            table[f"{row['word']}s"] = Noun(row["side"], singular=False, plural=True)
    return table


@per_lexicons
def modifiers() -> dict[str, str]:
    """Return the English words that give the noun after them a side."""
    return {
        row["word"]: row["side"] for row in _rows("victims.csv", "en") if row["form"] == "modifier"
    }


@per_lexicons
def outcomes(language: str) -> dict[str, list[Outcome]]:
    """Return the outcome phrases of a language by their first word, longest first."""
    table: dict[str, list[Outcome]] = {}
    for row in _rows("outcomes.csv", language):
        words = tuple(row["phrase"].split())
        known = row["known_noun_only"] == "yes"
        table.setdefault(words[0], []).append(Outcome(words, row["outcome"], row["form"], known))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.form == "split"))
    return table


@per_lexicons
def _english_phrases() -> tuple[frozenset[str], dict[str, tuple[frozenset[str], ...]]]:
    """Return the outcome phrases of one word, and by their first word the longer ones."""
    single: set[str] = set()
    longer: dict[str, tuple[frozenset[str], ...]] = {}
    for first, phrases in outcomes("en").items():
        for phrase in phrases:
            words = frozenset(_LETTERS.findall(" ".join(phrase.words)))
            if len(words) > 1:
                longer[first] = (*longer.get(first, ()), words)
            else:
                single |= words
    return frozenset(single), longer


def telling_words() -> set[str]:
    """Return the words of English outcome phrases, of a longer phrase its rarest one."""
    single, longer = _english_phrases()
    phrases = (words for several in longer.values() for words in several)
    return {
        *single,
        *(min(words, key=lambda word: (commonness([word]), word)) for words in phrases),
    }


_LETTERS = re.compile(r"[^\W\d_]+")


def names_outcome(found: set[str]) -> bool:
    """Whether a set of words can hold an English outcome phrase: a quick look before reading."""
    single, longer = _english_phrases()
    if not single.isdisjoint(found):
        return True
    for first in longer.keys() & found:  # any() takes twice as long
        for words in longer[first]:
            if words <= found:
                return True
    return False


def _rows(name: str, language: str) -> list[dict[str, str]]:
    return [row for row in lexicon_rows(name) if row["language"] == language]


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    irregular = {"child": "children", "person": "people", "wife": "wives"}
    irregular |= {
        "passer-by": "passers-by",
        "passerby": "passersby",
        "buffalo": "buffaloes",
        "calf": "calves",
        "ox": "oxen",
    }
    if word in irregular:
        return irregular[word]
    if word.endswith("-in-law"):
        return word.replace("-in-law", "s-in-law")
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"


def find_triggers(words: Words) -> dict[int, Trigger]:
    """Find the outcome phrases of a sentence, by the index of their first word."""
    table = outcomes("en")
    phrases = {phrase.first: phrase for phrase in find_phrases(words.words)}
    found: dict[int, Trigger] = {}
    after = 0
    starts = [index for index, word in enumerate(words.words) if word in table or index in phrases]
    for index in starts:
        if index < after:
            continue
        word = words.words[index]
        trigger = _trigger(words, index, table[word]) if word in table else None
        phrase = phrases.get(index)
        if phrase is not None and (trigger is None or phrase.last >= trigger.last):
            known = phrase.known_noun_only
            trigger = Trigger(
                index, phrase.last, phrase.outcome, phrase.form, known, rule=phrase.rule
            )
        if trigger is not None:
            found[index] = trigger
            after = trigger.last
    return found


def _trigger(words: Words, index: int, phrases: Sequence[Outcome]) -> Trigger | None:
    """Return the longest phrase at a word; "took ... away" goes before a single word."""
    if words.words[index] == "caught" and not _CROSSFIRE.isdisjoint(words.words[index : index + 5]):
        return None
    plain = None
    for phrase in phrases:
        last = index + len(phrase.words)
        if tuple(words.words[index:last]) == phrase.words:
            known = phrase.known_noun_only
            plain = Trigger(index, last, phrase.outcome, phrase.form, known)
            break
    if plain is not None and plain.last > index + 1:
        return plain
    return _split_phrase(words, index, phrases) or plain


_CROSSFIRE = frozenset({"fire", "crossfire", "cross-fire", "firing", "shootout", "gunfire"})
_SPLIT_REACH, _LONG_SPLIT_REACH = 9, 14
"""How far the end of a phrase may stand from its beginning: "away", "to hell"."""


def _split_phrase(words: Words, index: int, phrases: Sequence[Outcome]) -> Trigger | None:
    """Find "took three miners away": the second part stands after the people."""
    for phrase in phrases:
        if phrase.form != "split":
            continue
        tail = phrase.words[1:]
        reach = _SPLIT_REACH if len(tail) == 1 else _LONG_SPLIT_REACH
        for at in range(index + 2, min(index + reach, len(words.words))):
            if tuple(words.words[at : at + len(tail)]) == tail:
                return Trigger(index, index + 1, phrase.outcome, "split", known_noun_only=True)
            if words.words[at] in {".", ";", ":"}:
                break
    return None

"""The words of an Urdu sentence, the English ones among them as Urdu ones.

Words are compared without vowel marks and joiners, and with the Arabic forms of yeh, kaf and heh
read as the Urdu ones; offsets stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from geomap.lexicons import per_lexicons
from geomap.text._count_number_words import CARDINALS
from geomap.text._count_numbers_ur import STARTERS_UR
from geomap.text._count_tokens import Words, nouns, outcomes, scare_marks

__all__ = ["fold_word", "has_urdu", "read_words_ur"]

_MARKS = "\u064b-\u065f\u0670\u0610-\u061a\u200b-\u200f\u00ad\ufeff"
_TOKEN = re.compile(rf"\d+(?:,\d{{2,3}}(?!\d))*(?:[-–]\d+)?|(?:[^\W\d_]|[{_MARKS}])+|[^\w\s]|_")
_STRIP = re.compile(f"[{_MARKS}]")
_FORMS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۀ": "ہ", "ۂ": "ہ", "أ": "ا", "إ": "ا"}
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_OUTCOMES = {
    "killed": "ہلاک",
    "injured": "زخمی",
    "abducted": "اغوا",
    "arrested": "گرفتار",
    "missing": "لاپتہ",
}
_NOUNS = {
    ("security_forces", False): "سپاہی",
    ("security_forces", True): "سپاہیوں",
    ("militants", False): "جنگجو",
    ("militants", True): "جنگجوؤں",
    ("suspects", False): "ملزم",
    ("suspects", True): "ملزمان",
    ("civilians", False): "مسافر",
    ("civilians", True): "مسافروں",
    ("unknown", False): "شخص",
    ("unknown", True): "افراد",
}
"""An Urdu word for each outcome, and for each side of one and of many."""
_THING = "گاڑیاں"
_STATES = frozenset({"verb", "state", "subject"})
_STATE = re.compile(r"(?<!burn)(?<!expir)ed$|^(?:dead|hurt|slain|shaheed|missing)$")
"""What Urdu borrows of an English verb of harm: a participle, with a verb of its own behind it."""
_RANKS = frozenset({"asi", "sho", "dsp", "si", "sp", "dpo"})
"""Ranks of the police that are written in Latin letters."""


@per_lexicons
def _borrowed() -> Mapping[str, str]:
    """Return English words that Urdu sentences borrow, with an Urdu word of the same use."""
    table = {word: str(number) for word, number in CARDINALS.items()}
    table["dozen"] = "درجن"
    for phrases in outcomes("en").values():
        for phrase in phrases:
            plain = len(phrase.words) == 1 and phrase.form in _STATES
            if plain and not phrase.known_noun_only and _STATE.search(phrase.words[0]):
                table.setdefault(phrase.words[0], _OUTCOMES[phrase.outcome])
    for word, noun in nouns("en").items():
        if noun.side in {"thing", "animal"}:
            table.setdefault(word, _THING)
        elif not noun.pair:
            table.setdefault(word, _NOUNS[noun.side, not noun.singular])
    table.update(dict.fromkeys(_RANKS, _NOUNS["security_forces", False]))
    return table


def has_urdu(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has letters of the Arabic script."""
    return _ARABIC.search(text, start, end) is not None


def fold_word(word: str) -> str:
    """Return an Urdu word without marks, in the usual letters."""
    if word.isascii():
        return word.lower()
    return _STRIP.sub("", word).translate(_FORMS)


def read_words_ur(text: str, start: int, end: int) -> Words:
    """Cut ``text[start:end]`` into folded words and marks."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sentence = text[start:end]
    marked = _STRIP.search(sentence) is not None
    if not marked:
        sentence = sentence.translate(_FORMS)
    brackets = [found.span() for found in _TOLD_OF_HIM.finditer(sentence)] if "(" in text else []
    marks = scare_marks(sentence, 0, len(sentence), "ur") if _QUOTED.search(sentence) else set()
    for match in _TOKEN.finditer(sentence):
        if match.start() in marks or any(first <= match.start() < last for first, last in brackets):
            continue
        word = match.group()
        glued = _GLUED.fullmatch(word)
        if glued is not None:  # "چارافراد", written without a space
            words.append(glued[1])
            starts.append(start + match.start())
            ends.append(start + match.start() + len(glued[1]))
            word = glued[2]
        if word.isascii():
            word = word.lower()
            if word.isalpha() and _stands_in_urdu(sentence, *match.span()):
                other = _borrowed().get(word, word)
                word = other if other != _THING or _is_counted(words) else word
        elif marked:
            word = fold_word(word)
        if word:
            words.append(word)
            starts.append(start + match.end() - len(word) if glued else start + match.start())
            ends.append(start + match.end())
    return Words(text, words, starts, ends)


_QUOTED = re.compile("[\"“”‘’']")
_TOLD_OF_HIM = re.compile(
    r"\((?:عمر|\d+[،,\s])[^()]{0,80}\)|\([^()]{0,40}(?:رہائشی|ساکن|سکنہ)[^()]{0,40}\)"
)
"""His age and home in brackets, which part a name from its verb; "(02)" is a number."""
_GLUED = re.compile(
    "(دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|گیارہ|بارہ|تیرہ|چودہ|پندرہ)"
    "(افراد|اہلکار|اہلکاروں|خواتین|مزدور|مزدوروں|دہشتگرد|شہری|سپاہی)"
)
"""A number and its noun, as they are written without a space."""
_NEXT_IS_URDU = re.compile("\\s+[\u0620-\u06ff]")
_URDU_BEFORE = re.compile("[\u0620-\u06ff]\\s+$")
_GAP = 4


def _is_counted(words: list[str]) -> bool:
    """Whether a number stands before the next word."""
    return bool(words) and (words[-1][0].isdigit() or words[-1] in STARTERS_UR)


def _stands_in_urdu(sentence: str, start: int, end: int) -> bool:
    """Whether an Urdu word stands right before or behind an English one."""
    if _NEXT_IS_URDU.match(sentence, end) is not None:
        return True
    return _URDU_BEFORE.search(sentence, max(0, start - _GAP), start) is not None

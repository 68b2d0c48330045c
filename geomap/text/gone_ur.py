"""Urdu sentences in which some of the wounded die, and first tolls that an official replaces.

"Four men were wounded, two of whom passed away on Monday" are two dead and two hurt; "seven deaths
had been reported, but the deputy commissioner confirmed five" are five.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_numbers_ur import CARDINALS_UR
from geomap.text._count_record import Count, figure_of
from geomap.text._count_words_ur import fold_word
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["with_gone"]

_WORDS = "|".join(
    sorted((w for w, n in CARDINALS_UR.items() if 0 < n <= 20), key=len, reverse=True)
)
_NUMBER = rf"(?:\d{{1,2}}|{_WORDS})"
_PASSED = (
    r"(?:چل\s+بس\w+|دم\s+توڑ\s+\w+|(?:جان|زندگی)\s+کی\s+بازی\s+ہار\s+\w+|جانبر\s+نہ\s+\w+|انتقال\s+کر\s+\w+|"
    r"(?:جاں|جان)\s+بحق\s+ہو\w*|شہید\s+ہو\w*|ہلاک\s+ہو\w*|وفات\s+پا\s+\w+)"
)
_GONE = Pattern(
    rf"(?P<hurt>زخمی[^۔]{{0,40}}?)?(?<!\S)(?:ان|اِن|اُن|جن|زخمیوں)\s+میں\s+سے\s+(?P<number>{_NUMBER})\s+(?P<still>زخمی\s+)?(?:(?!اور\s|جبکہ\s)[^\s۔،؛]+\s+){{0,8}}?{_PASSED}"
)
_HURT = Pattern(rf"(?<!\S)(?P<number>{_NUMBER})\s+(?:[^\s۔،]+\s+){{0,2}}?زخمی\s+(?:ہو|تھے|ہیں)")
_THIRD = Pattern(
    r"(?<!\S)(?:دوسرا|تیسرا|چوتھا|پانچواں|ایک\s+اور)\s+(?:شدید\s+)?زخمی\s+(?:ہو|حالت|ہے)"
)
"""A headline's "two labourers killed, a third hurt"."""
_REPLACED = Pattern(
    r"(?:اطلاع|اطلاعات|خبر|خبریں|دعوی|دعویٰ)\s+(?:[^\s۔،]+\s+){0,2}?(?:تھی|تھیں|تھا|تھے)[،,]?\s+(?:تاہم|لیکن|مگر)\s"
)


def with_gone(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Count apart those of the wounded who died, and let an official figure replace the first.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    for sentence in sentences:
        gone = _GONE.inside(text, sentence)
        if gone is not None and (gone["hurt"] or gone["still"]):
            hurt = _HURT.search(text, sentence.start, gone.start("number"), marks=sentence.marks)
            counts = _parted(counts, sentence, gone, hurt)
        third = _THIRD.inside(text, sentence)
        if third is not None and not _tells(counts, sentence, "injured"):
            one = figure_of("injured", 1, third.span())
            counts = sorted([*counts, one], key=lambda count: count.start)
        replaced = _REPLACED.inside(text, sentence)
        if replaced is not None:
            counts = _replaced(counts, sentence, replaced.start(), replaced.end())
    return counts


def _tells(counts: Sequence[Count], sentence: Sentence, outcome: str) -> bool:
    """Whether a figure of a sentence is of an outcome."""
    mine = (c for c in counts if sentence.start <= c.number_start < sentence.end)
    return any(c.outcome == outcome and c.best for c in mine)


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else CARDINALS_UR[fold_word(word)]


def _parted(
    counts: list[Count],
    sentence: Sentence,
    gone: re.Match[str],
    hurt: re.Match[str] | None,
) -> list[Count]:
    """Return the figures with those who died apart from those who are hurt."""
    number, end = _value(gone["number"]), gone.end()
    kept: list[Count] = []
    for count in counts:
        here = sentence.start <= count.number_start < sentence.end
        if here and count.outcome == "killed" and not count.denied:
            whole = "was_hurt" in count.rules or count.number_start >= gone.start("number")
            if whole and count.number_start < end:
                continue
            rules = tuple(rule for rule in count.rules if rule != "weak")
            kept.append(replace(count, rules=rules))  # another died at once
            continue
        kept.append(count)
    dead = figure_of("killed", number, (gone.start("number"), end), rules=("was_hurt",))
    found = [dead]
    told = any(
        c.outcome == "injured"
        and sentence.start <= c.number_start < gone.start("number")
        and c.best
        for c in kept
    )
    if hurt is not None and not told and _value(hurt["number"]) > number:
        found.append(figure_of("injured", _value(hurt["number"]), hurt.span()))
    return sorted([*kept, *found], key=lambda count: count.start)


def _replaced(counts: list[Count], sentence: Sentence, start: int, end: int) -> list[Count]:
    """Let the figure behind "but" stand for the one that had been reported."""
    mine = [c for c in counts if sentence.start <= c.number_start < sentence.end and c.best]
    for outcome in ("killed", "injured"):
        old = [c for c in mine if c.outcome == outcome and c.number_start < start]
        new = [c for c in mine if c.outcome == outcome and c.number_start >= end]
        if old and new:
            counts = [
                replace(c, rules=(*c.rules, "earlier"))
                if any(c is one for one in old)
                else replace(c, update=True)
                if c is new[0]
                else c
                for c in counts
            ]
    return counts

"""Numbers in Urdu words and digits, with the conventions of `geomap.text._count_numbers`."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.text._count_numbers import (
    DIGITS,
    MAX_PREFIXES,
    RANGE,
    Core,
    Quantity,
    bounded,
    by_first_word,
    match_phrase,
    word_at,
)

__all__ = ["CARDINALS_UR", "STARTERS_UR", "read_quantity_ur"]

# 80 is left out: its usual spelling also means "that same".
_URDU_ROWS = """
0 صفر|1 ایک اک|2 دو|3 تین|4 چار|5 پانچ|6 چھ چھے چھہ|7 سات|8 آٹھ اٹھ|9 نو|10 دس|11 گیارہ
12 بارہ|13 تیرہ|14 چودہ|15 پندرہ|16 سولہ|17 سترہ|18 اٹھارہ|19 انیس|20 بیس|21 اکیس|22 بائیس
23 تئیس تیئس|24 چوبیس|25 پچیس|26 چھبیس|27 ستائیس|28 اٹھائیس|29 انتیس|30 تیس|31 اکتیس|32 بتیس
33 تینتیس|34 چونتیس|35 پینتیس|36 چھتیس|37 سینتیس|38 اڑتیس|39 انتالیس|40 چالیس|41 اکتالیس|42 بیالیس
43 تینتالیس|44 چوالیس|45 پینتالیس|46 چھیالیس|47 سینتالیس|48 اڑتالیس|49 انچاس|50 پچاس|51 اکاون
52 باون|53 ترپن|54 چون|55 پچپن|56 چھپن|57 ستاون|58 اٹھاون|59 انسٹھ|60 ساٹھ|61 اکسٹھ|62 باسٹھ
63 تریسٹھ|64 چونسٹھ|65 پینسٹھ|66 چھیاسٹھ|67 سڑسٹھ|68 اڑسٹھ|69 انہتر|70 ستر|71 اکہتر|72 بہتر|73 تہتر
74 چوہتر|75 پچھتر|76 چھہتر|77 ستتر|78 اٹھہتر|79 اناسی|81 اکاسی|82 بیاسی|83 تراسی|84 چوراسی
85 پچاسی|86 چھیاسی|87 ستاسی|88 اٹھاسی|89 نواسی|90 نوے|91 اکانوے|92 بانوے|93 ترانوے|94 چورانوے
95 پچانوے|96 چھیانوے|97 ستانوے|98 اٹھانوے|99 ننانوے
"""
CARDINALS_UR: dict[str, int] = {
    word: int(row.split()[0])
    for row in _URDU_ROWS.replace("\n", "|").split("|")
    if row
    for word in row.split()[1:]
}
_URDU_ALL = {"دونوں": 2, "تینوں": 3, "چاروں": 4, "پانچوں": 5, "چھیوں": 6, "ساتوں": 7, "آٹھوں": 8}
_URDU_SCALES = {"درجن": 12, "سو": 100, "ہزار": 1000, "لاکھ": 100_000}
_URDU_HALF = frozenset({"نصف", "آدھا", "آدھے"})
_URDU_PARTS = {"ڈیڑھ": 1.5, "ڈھائی": 2.5, "اڑھائی": 2.5, "سوا": 1.25}
_URDU_VAGUE = {
    "درجنوں": 24,
    "بیسیوں": 40,
    "سینکڑوں": 200,
    "سیکڑوں": 200,
    "ہزاروں": 2000,
    "متعدد": 3,
    "کئی": 3,
    "چند": 3,
}
_URDU_PREFIXES = {
    "کم از کم": "min",
    "کم ازکم": "min",
    "کمازکم": "min",
    "کم سے کم": "min",
    "زیادہ سے زیادہ": "max",
    "تقریباً": "about",
    "تقریبا": "about",
    "لگ بھگ": "about",
    "قریباً": "about",
    "قریبا": "about",
    "مجموعی طور پر": "total",
    "کل": "total",
    "مزید": "more",
    "مذید": "more",
    "تمام": "definite",
}
_URDU_SUFFIXES = {
    "سے زائد": "min",
    "سے زیادہ": "min",
    "سے بھی زائد": "min",
    "سے بھی زیادہ": "min",
    "کے قریب": "about",
    "کے لگ بھگ": "about",
}
_ANOTHER = frozenset({"ایک", "دو", "تین"})
_URDU_PREFIX_TABLE = by_first_word(_URDU_PREFIXES)
_URDU_SUFFIX_TABLE = by_first_word(_URDU_SUFFIXES)
STARTERS_UR = frozenset(
    {*CARDINALS_UR, *_URDU_ALL, *_URDU_SCALES, *_URDU_VAGUE, *_URDU_PREFIX_TABLE, *_URDU_HALF}
    | _URDU_PARTS.keys()
)
"""Words that can begin an Urdu number; a digit can, too."""


def read_quantity_ur(words: Sequence[str], first: int) -> Quantity | None:
    """Read the Urdu number that begins at a word, as `read_quantity` does for English.

    Examples
    --------
    >>> read_quantity_ur("کم از کم دو درجن افراد".split(), 0).low
    24
    """
    modes: list[str] = []
    at = first
    for _ in range(MAX_PREFIXES):
        step = match_phrase(words, at, _URDU_PREFIX_TABLE)
        if step is None:
            break
        at = step[0]
        modes.append(step[1])
    core = _core_ur(words, at)
    if core is None:
        return None
    low, best, high, last = core
    suffix = match_phrase(words, last, _URDU_SUFFIX_TABLE)
    if suffix is not None:
        last = suffix[0]
        modes.append(suffix[1])
    another = word_at(words, last) == "اور" and words[at] in _ANOTHER
    another = another and word_at(words, last + 1) not in STARTERS_UR
    if word_at(words, last) in {"مزید", "مذید"} or another:
        modes.append("more")
        last += 1
    definite = "definite" in modes or words[at] in _URDU_ALL
    quantity = Quantity(first, last, low, best, high, "more" in modes, "total" in modes, definite)
    return bounded(quantity, modes)


def _core_ur(words: Sequence[str], at: int) -> Core | None:
    word = word_at(words, at)
    if word in _URDU_VAGUE:
        return _URDU_VAGUE[word], None, None, at + 1
    if word in _URDU_ALL:
        return _URDU_ALL[word], _URDU_ALL[word], _URDU_ALL[word], at + 1
    if word in _URDU_HALF and word_at(words, at + 1) == "درجن":
        return 6, 6, 6, at + 2
    if word in _URDU_PARTS:
        number = int(_URDU_PARTS[word] * _URDU_SCALES.get(word_at(words, at + 1), 0))
        return (number, number, number, at + 2) if number else None
    return _exact_or_range(words, at)


def _exact_or_range(words: Sequence[str], at: int) -> Core | None:
    both = RANGE.fullmatch(word_at(words, at))
    if both is not None:
        low, high = int(both[1]), int(both[2])
        return (low, low, high, at + 1) if low < high else None
    value = _value_ur(words, at)
    if value is None:
        return None
    number, last = value
    if word_at(words, last) in {"سے", "یا", "تا"}:
        upper = _value_ur(words, last + 1)
        if upper is not None and upper[0] > number:
            return number, number, upper[0], upper[1]
    return number, number, number, last


def _value_ur(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = word_at(words, at)
    if word[:1].isdigit():
        if not DIGITS.fullmatch(word):
            return None
        number, at = int(word.replace(",", "")), at + 1
    elif word in CARDINALS_UR:
        number, at = CARDINALS_UR[word], at + 1
    elif word in _URDU_SCALES:
        number = 1
    else:
        return None
    scale = _URDU_SCALES.get(word_at(words, at), 0)
    if not scale:
        return number, at
    number, at = number * scale, at + 1
    rest = _value_ur(words, at) if scale >= 100 and word_at(words, at) in CARDINALS_UR else None
    if rest is not None and rest[0] < scale:
        return number + rest[0], rest[1]
    return number, at

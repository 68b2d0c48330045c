"""Readers of the holidays of Pakistan that fall on the same day each year, English and Urdu.

A holiday is a date only where the words say so: "on Independence Day", "on the eve of Defence
Day", "یوم آزادی کے موقع پر"; not in "Independence Day flags" or "ahead of Christmas". Feasts of
the moon (the two Eids, Ashura) have no fixed day; only their texts can date them.
"""

from __future__ import annotations

import re

from geomap.text._date_words import Atom, Reader, with_half_day

__all__ = ["HOLIDAYS", "URDU_HOLIDAYS"]

_DAYS = {
    "new year's day": (1, 1), "new year day": (1, 1), "new year's eve": (12, 31),
    "new year eve": (12, 31), "new year's night": (12, 31), "new year night": (12, 31),
    "kashmir solidarity day": (2, 5), "kashmir day": (2, 5), "valentine's day": (2, 14),
    "women's day": (3, 8), "international women's day": (3, 8), "pakistan day": (3, 23),
    "labour day": (5, 1), "labor day": (5, 1), "may day": (5, 1), "youm-e-takbeer": (5, 28),
    "youm-i-takbeer": (5, 28), "youm-e-takbir": (5, 28), "youm-e-istehsal": (8, 5),
    "independence day": (8, 14), "minorities day": (8, 11), "defence day": (9, 6),
    "defense day": (9, 6), "defence and martyrs day": (9, 6), "air force day": (9, 7),
    "iqbal day": (11, 9), "baloch martyrs' day": (11, 13), "quaid day": (12, 25),
    "quaid-e-azam day": (12, 25), "quaid-i-azam day": (12, 25), "christmas day": (12, 25),
    "christmas eve": (12, 24), "christmas night": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26),
}  # fmt: skip
_URDU_DAYS = {
    "نئے سال کی رات": (12, 31), "نئے سال کی شب": (12, 31), "سال نو کی رات": (12, 31),
    "سال نو کی شب": (12, 31), "نئے سال کے پہلے روز": (1, 1), "نئے سال کے پہلے دن": (1, 1),
    "سال نو کے پہلے روز": (1, 1), "سال کے پہلے روز": (1, 1), "سال کے پہلے دن": (1, 1),
    "سال کے آخری روز": (12, 31), "سال کے آخری دن": (12, 31), "یوم یکجہتی کشمیر": (2, 5),
    "یوم کشمیر": (2, 5), "یوم پاکستان": (3, 23), "یوم مزدور": (5, 1), "یوم مزدوراں": (5, 1),
    "یوم مئی": (5, 1), "یوم تکبیر": (5, 28), "یوم استحصال": (8, 5), "یوم آزادی": (8, 14),
    "جشن آزادی": (8, 14), "یوم دفاع": (9, 6), "یوم دفاع و شہدا": (9, 6), "یوم فضائیہ": (9, 7),
    "یوم اقبال": (11, 9), "یوم قائد": (12, 25), "یوم قائد اعظم": (12, 25), "کرسمس": (12, 25),
}  # fmt: skip

_NAME = re.compile("|".join(sorted(map(re.escape, _DAYS), key=len, reverse=True)))
_URDU_NAME = re.compile("|".join(sorted(map(re.escape, _URDU_DAYS), key=len, reverse=True)))
_TIME_BEFORE = re.compile(
    r"(?:\b(?:on|since|until|till) (?:the |this |last )?|\b(?P<eve>eve of )(?:the )?|"
    r"\b(?:night|day|morning|evening|afternoon|occasion) of (?:the )?|"
    r"(?:^|[\n\r])[ \t*#>•-]{0,6})(?:pakistan's |the country's |the national )?$"
)
_TIME_AFTER = re.compile(
    r"(?:'s)? (?:attacks?|blasts?|bombings?|killings?|ambush|raids?|shooting|explosions?)\b"
)
_NOT_THE_DAY = re.compile(
    r" (?:celebrations?|parade|flags?|speech|address|message|cup|preparation)"
)
_URDU_AFTER = re.compile(
    r" (?:کے (?:موقع|روز|دن)|کو|پر|کی (?:رات|شب|شام|صبح|دوپہر|تقریب(?:ات)? (?:کے دوران|پر|"
    r"میں)))(?!\w)"
)
_SAYS_WHEN = ("کی رات", "کی شب", "پہلے روز", "پہلے دن", "آخری روز", "آخری دن")


def _read_holiday(text: str, low: str, start: int) -> Atom | None:
    del text
    found = _NAME.match(low, start)
    if found is None or low[found.end() : found.end() + 1].isalnum():
        return None
    if _NOT_THE_DAY.match(low, found.end()):
        return None
    lead = _TIME_BEFORE.search(low, max(0, start - 40), start)
    if lead is None and not _TIME_AFTER.match(low, found.end()):
        return None
    month, day = _DAYS[found[0]]
    atom = Atom(start, found.end(), "partial", None, month, day, rules=["holiday"])
    if lead is not None and lead["eve"]:
        atom.start = lead.start("eve")
        month, day = _eve(month, day)
        atom.month, atom.day = month, day
    return with_half_day(low, atom)


def _eve(month: int, day: int) -> tuple[int, int]:
    """Return the day before a holiday; none of them follows the end of February."""
    if day > 1:
        return month, day - 1
    return (12, 31) if month == 1 else (month - 1, 30)


def _read_urdu_holiday(text: str, low: str, start: int) -> Atom | None:
    del text
    found = _URDU_NAME.match(low, start)
    if found is None or low[found.end() : found.end() + 1].isalnum():
        return None
    tail = _URDU_AFTER.match(low, found.end())
    if tail is None and not found[0].endswith(_SAYS_WHEN):
        return None
    month, day = _URDU_DAYS[found[0]]
    return Atom(*found.span(), "partial", None, month, day, urdu=True, rules=["holiday"])


def _first_words(
    names: dict[str, tuple[int, int]], reader: Reader
) -> dict[str, tuple[Reader, ...]]:
    return {re.split(r"[ '-]", name)[0]: (reader,) for name in names}


HOLIDAYS: dict[str, tuple[Reader, ...]] = _first_words(_DAYS, _read_holiday)
"""English words that may begin the name of a holiday."""

URDU_HOLIDAYS: dict[str, tuple[Reader, ...]] = _first_words(_URDU_DAYS, _read_urdu_holiday)
"""Urdu words that may begin the name of a holiday."""

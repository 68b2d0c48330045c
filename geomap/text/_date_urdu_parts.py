"""Readers of Urdu dates that are a part of a year: its first months, a quarter, a half.

"رواں سال کے پہلے نو ماہ", "سال رواں کے ابتدائی دو ماہ", "2025 کی پہلی سہ ماہی".
"""

from __future__ import annotations

import re

from geomap.text._date_words import Atom

__all__ = ["read_part_of_year"]

_G = " {1,3}"
_SHIFTS = {
    "رواں": 0, "موجودہ": 0, "اس": 0, "گزشتہ": -1, "گذشتہ": -1, "پچھلے": -1,
}  # fmt: skip
_ORDINALS = {
    "پہلے": 1, "پہلی": 1, "ابتدائی": 1, "دوسرے": 2, "دوسری": 2, "تیسری": 3, "چوتھی": 4,
    "آخری": -1,
}  # fmt: skip
_MONTHS = {
    "دو": 2, "تین": 3, "چار": 4, "پانچ": 5, "چھ": 6, "چھے": 6, "سات": 7, "آٹھ": 8, "نو": 9,
    "دس": 10, "گیارہ": 11,
}  # fmt: skip
_TURN = "|".join(_SHIFTS)
_PART = re.compile(
    rf"(?:(?:(?P<turn>{_TURN}){_G}(?:سال|برس)|سال{_G}(?P<turned>{_TURN}))"
    rf"|(?:سال{_G}|سنہ{_G})?(?P<year>(?:19|20)\d\d)ء?)"
    rf"{_G}(?:کے|کی){_G}(?P<ordinal>{'|'.join(_ORDINALS)}){_G}"
    rf"(?:(?P<n>\d{{1,2}}|{'|'.join(sorted(_MONTHS, key=len, reverse=True))}){_G}"
    rf"(?:ماہ|مہینے|مہینوں)|(?P<piece>سہ{_G}ماہی|سہماہی|ششماہی|شش{_G}ماہی))(?!\w)"
)
_HALF = "شش"
_LAST_ORDINAL, _MOST_MONTHS = 1, 11


def read_part_of_year(text: str, low: str, start: int) -> Atom | None:
    """Read "the first nine months of this year" and "the first quarter of 2025" in Urdu."""
    del text
    found = _PART.match(low, start)
    if found is None:
        return None
    atom = Atom(start, found.end(), "part", urdu=True, rules=["part"])
    atom.of = Atom(start, found.end(), "period", unit="year", urdu=True)
    if found["year"]:
        atom.of.what, atom.of.year = "partial", int(found["year"])
    else:
        atom.of.shift = _SHIFTS[found["turn"] or found["turned"]]
    atom.amount = _ORDINALS[found["ordinal"]]
    if found["piece"]:
        atom.unit = "half" if found["piece"].startswith(_HALF) else "quarter"
        atom.shift = 1
        return atom
    months = int(found["n"]) if found["n"].isdecimal() else _MONTHS[found["n"]]
    if not 0 < months <= _MOST_MONTHS or atom.amount > _LAST_ORDINAL:
        return None
    atom.unit, atom.shift = "month", months
    return atom

"""Place names in a text: what the gazetteer knows, checked for use, and what patterns add.

Every name of the gazetteer is found in one pass; a Latin one must be capitalised, and one that is
also a person's name, a tribe or an everyday word needs a cue (`_name_cues`). Patterns add roads
named after two towns, squares and bazaars, and names in a locative frame (`_name_frames`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from geomap.places.gazetteer import Entry, Gazetteer
from geomap.places.names import fold_name
from geomap.places.user_places import recognised_names
from geomap.text._name_cues import accepted_names, certain_keys, needs_cue
from geomap.text._name_frames import with_frames
from geomap.text._name_spans import NameSpan, is_arabic
from geomap.text.lexicon import Folded, Lexicon, fold_text
from geomap.text.patterns import EVERY, Pattern

__all__ = ["LEVEL_WORDS", "NameSpan", "find_names", "is_arabic", "needs_cue"]

LEVEL_WORDS = {
    "district": "district",
    "tehsil": "tehsil",
    "taluka": "tehsil",
    "sub-tehsil": "tehsil",
    "sub-division": "tehsil",
    "subdivision": "tehsil",
    "division": "division",
    "province": "province",
    "agency": "district",
    "ضلع": "district",
    "تحصیل": "tehsil",
    "ڈویژن": "division",
    "صوبہ": "province",
    "صوبے": "province",
}


def find_names(
    folded: Folded, gazetteer: Gazetteer, *, title: str = "", marks: int = EVERY
) -> list[NameSpan]:
    """Find the place names of a folded text, in text order, not overlapping.

    A name that the title of the article uses for a place needs no further cue in the text. `marks`
    are those of any of its sentences (`geomap.text.patterns`).
    """
    upper = gazetteer.upper_keys
    certain: frozenset[str] = frozenset()
    if title:
        certain = certain_keys(title, _known_names(fold_text(title), gazetteer), upper)
    found = _known_names(folded, gazetteer)
    known = accepted_names(folded.text, found, upper, certain)
    return with_frames(folded.text, known, gazetteer, marks)


_INSTITUTIONS = frozenset(
    {"university", "hospital", "gas_field", "oil_field", "power_plant", "school", "seminary",
     "building", "factory", "police", "police_lines", "police_station", "consulate", "prison"},
)  # fmt: skip


@lru_cache(maxsize=2)
def _lexicon(gazetteer: Gazetteer) -> Lexicon[tuple[Entry, ...]]:
    """Return the names to look for; institutions named after places are left out.

    Of "Turbat University" or "Sui gas field" only the place word is a mention.
    """
    pairs = []
    for key, entries in recognised_names(gazetteer):
        places = tuple(entry for entry in entries if entry.feature not in _INSTITUTIONS)
        if places:
            pairs.append((key, places))
    return Lexicon(pairs)


def _known_names(folded: Folded, gazetteer: Gazetteer) -> list[NameSpan]:
    return [
        _bare(folded.text, match.start, match.end, match.key, match.value, gazetteer)
        for match in _lexicon(gazetteer).scan(folded)
    ]


_PLAIN_END = Pattern(
    r"\s+(?:border\s+crossing|crossing|border|valley|hills|mountains|mountain|range|bazaar|bazar|"
    r"sector|area|check\s?-?post|checkpoint|coalfield|coal\s+(?:field|mines)|town|city|village)$"
    r"|\s+(?:بارڈر|کراسنگ|چیک\s?پوسٹ|بازار|ویلی)$",
)
_SMALL_END = re.compile(
    r"(?:\s+(?!(?:dam|river|road|highway|motorway|expressway|railway|line|track|canal|lake|pass|"
    r"district|tehsil|taluka|division|province|agency|subdivision|sub-division)\b)[a-z][a-z-]+)+$"
)
_PLAIN_WORD = re.compile(
    r"\s(?:crossing|valley|hills|mountains?|range|bazaa?r|sector|area|check\s?-?post|checkpoint|"
    r"coalfield|mines|town|city|village|بارڈر|کراسنگ|چیک\s?پوسٹ|بازار|ویلی)$"
)
_PLAIN_START = re.compile(r"^(?:وادی|وادیِ)\s+")
_OFFICE_END = re.compile(
    r"\s+(?:Authority|Trust|Board|Company|Corporation|Department)\b|\s+اتھارٹی"
)


def _bare(
    text: str, start: int, end: int, key: str, entries: tuple[Entry, ...], gazetteer: Gazetteer
) -> NameSpan:
    """Return a name without the common noun at its end or start: "Tirah valley" is Tirah.

    Where nothing is known of the bare name, the key stays that of the whole. "Gwadar Port" in
    "Gwadar Port Authority" is no port: Gwadar is named.
    """
    words = len(text[start:end].split())
    if words > 1 and _OFFICE_END.match(text, end) and " " in text[start:end]:
        first = text[start:end].rsplit(None, 1)[0]
        known = gazetteer.lookup(fold_name(first))
        if known:
            return NameSpan(start, start + len(first), fold_name(first), known, "name:gazetteer")
    plain = None
    if words > 1:
        plain = _PLAIN_END.search(text, start, end) or _SMALL_END.search(text, start, end)
    if plain is not None and plain.start() > start:
        short = gazetteer.lookup(fold_name(text[start : plain.start()]))
        if short or _PLAIN_WORD.search(plain.group()):
            end = plain.start()
        if short:
            key, entries = fold_name(text[start:end]), short
    lead = _PLAIN_START.match(text[start:end]) if words > 1 else None
    if lead is not None:
        start += lead.end()
    return NameSpan(start, end, key, entries, "name:gazetteer")

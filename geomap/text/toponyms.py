"""Place names in a text: what the gazetteer knows, checked for use, and what patterns add.

Every name of the gazetteer is found in one pass; a Latin one must be capitalised, and one that is
also a person's name, a tribe or an everyday word needs a cue: a preposition, a level word, a
parent, a list of places. Patterns add roads named after two towns, squares and bazaars, and names
after a locative frame ("in the ... area of Kech district").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from geomap.paths import data_file
from geomap.places.gazetteer import Entry, Gazetteer
from geomap.places.names import fold_name
from geomap.places.user_places import recognised_names
from geomap.text.lexicon import Folded, Lexicon

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


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name found: its span without the level word, and what the gazetteer knows of it."""

    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    rule: str


def find_names(folded: Folded, gazetteer: Gazetteer) -> list[NameSpan]:
    """Find the place names of a folded text, in text order, not overlapping."""
    known = _accepted(folded.text, _known_names(folded, gazetteer), gazetteer.upper_keys)
    return _with_patterns(folded.text, known, gazetteer)


def is_arabic(text: str) -> bool:
    """Whether a text has letters of the Arabic script."""
    return _ARABIC.search(text) is not None


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
        NameSpan(match.start, match.end, match.key, match.value, "name:gazetteer")
        for match in _lexicon(gazetteer).scan(folded)
    ]


_TITLES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sardar|Nawab|Nawabzada|Mir|Haji|Syed|Sayed|Mufti|Maulana|Maulvi|Justice|"
    r"Senator|Prof|Professor|Engineer|Barrister|Advocate|Chaudhry|Chaudhary|Sheikh|Mullah|Molvi|"
    r"Muhammad|Mohammad|Mohammed|Abdul|Ghulam|Sir|Begum|Pir|Gen|Lt|Maj|Col|Brig)\.?\s+$",
)
_SURNAMES = re.compile(
    r"\s+(?:Khan|Ali|Baloch|Bugti|Marri|Mengal|Ahmed|Ahmad|Hussain|Shah|Raisani|Langove|Zehri|"
    r"Rind|Achakzai|Kakar|Bizenjo|Magsi|Jamali|Mehsud|Wazir|Afridi|Singh|Iqbal|Malik|ur-Rehman|"
    r"Rehman|Kamal|Akhtar|Aziz|Naqvi|Chaudhry|Qureshi|Butt|Sharif|Bhutto|Zardari)\b(?!\s*(?:district|road|chowk))",
)
_CUE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|outside|around|between|towards?|via|through|across|reached|"
    r"including|namely|of|into|beyond|inside|via|area|town|city|village|district|tehsil)\s+"
    r"(?:the\s+|nearby\s+|neighbouring\s+|downtown\s+|central\s+)?$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    r"\s+(?:district|tehsil|division|province|town|city|area|bazaar|bazar|village|valley|jail|"
    r"coalfield|coal|station|railway|road|highway|bypass|cantonment|dam|crossing|border|pass|"
    r"airport|port|subdivision|sub-division|agency|taluka|residents)\b|\s*:\s|,\s+[A-Z][a-z]+"
    r"(?:\s+[A-Z][a-z]+)?\s+(?:district|tehsil|division)\b|-based\b|-[A-Z][a-z]+\s+(?:road|highway)",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"\s*(?:,|،|and|or|,\s+and|اور|-|–|to)\s*")
_URDU_CUE_BEFORE = re.compile(r"(?:ضلع|تحصیل|علاقے|علاقہ|شہر|قصبے|صوبے|صوبہ|میں|کے)\s+$")
_URDU_CUE_AFTER = re.compile(
    r"\s*(?:میں|کے\s+علاقے|کے\s+قریب|کے\s+نواح|سے|شہر|بازار|کی\s+تحصیل|ڈویژن|:|،|پر)",
)
_ARABIC = re.compile("[\u0620-\u06ff]")
_SHORT_LATIN, _SHORT_URDU = 3, 2


def _accepted(text: str, names: Sequence[NameSpan], upper_keys: frozenset[str]) -> list[NameSpan]:
    """Keep the names that are written and used as place names."""
    accepted: list[NameSpan] = []
    waiting: list[int] = []
    certain: set[str] = set()
    for name in names:
        if not _is_written_as_name(text, name, upper_keys):
            continue
        if not needs_cue(name):
            accepted.append(name)
            continue
        before = accepted[-1] if accepted else None
        if _has_cue(text, name, before):
            certain.add(name.key)
        else:
            waiting.append(len(accepted))
        accepted.append(name)
    unsure = {index for index in waiting if accepted[index].key not in certain}
    return [name for index, name in enumerate(accepted) if index not in unsure]


def _is_written_as_name(text: str, name: NameSpan, upper_keys: frozenset[str]) -> bool:
    source = text[name.start : name.end]
    if _ARABIC.search(source):
        return True
    if not source[0].isupper():
        return source[0].isdigit()
    if not source.replace(".", "").isupper() and (
        len(name.key) < _SHORT_LATIN or name.key in upper_keys
    ):
        return False
    words = source.split()
    if len(words) > 1 and not (words[-1][0].isupper() or _may_end_low(words[-1], name)):
        return False
    before = text[max(0, name.start - 16) : name.start]
    if _TITLES.search(before):
        return False
    return not (len(words) == 1 and _SURNAMES.match(text, name.end))


def _may_end_low(word: str, name: NameSpan) -> bool:
    """Whether the last word of a name may be small: "Hub dam", "Kech district"."""
    return word.lower() in LEVEL_WORDS or any(
        entry.level in {"line", "site", "tehsil"} for entry in name.entries
    )


@cache
def _common_words() -> frozenset[str]:
    """Return the folded names that are also everyday words ("گشت" is a town and a patrol)."""
    with data_file("common_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(fold_name(row["word"]) for row in csv.DictReader(lines))


def needs_cue(name: NameSpan) -> bool:
    """Whether a name alone does not tell that a place is meant."""
    if name.key in _common_words():
        return True
    if len(name.key) <= _SHORT_URDU and not name.key.isascii():
        return True
    return all(entry.ambiguous for entry in name.entries)


def _has_cue(text: str, name: NameSpan, before: NameSpan | None) -> bool:
    left = text[max(0, name.start - 40) : name.start]
    if name.key.isascii():
        if _CUE_BEFORE.search(left) or _CUE_AFTER.match(text, name.end):
            return True
    elif _URDU_CUE_BEFORE.search(left) or _URDU_CUE_AFTER.match(text, name.end):
        return name.key not in _common_words() or _has_strict_cue(text, name, left)
    if before is None or name.key in _common_words():
        return False
    return _LIST_GAP.fullmatch(text, before.end, name.start) is not None


_STRICT_BEFORE = re.compile(r"(?:ضلع|تحصیل|علاقے|علاقہ|شہر|قصبے)\s+$")
_STRICT_AFTER = re.compile(r"\s+(?:میں|کے\s+علاقے|کے\s+قریب|شہر|بازار|کی\s+تحصیل)(?!\w)")


def _has_strict_cue(text: str, name: NameSpan, left: str) -> bool:
    """Whether an everyday word is used as a place name."""
    return bool(_STRICT_BEFORE.search(left) or _STRICT_AFTER.match(text, name.end))


_ROAD_WORD = (
    r"(?:national\s+|main\s+)?"
    r"(?:highway|road|motorway|expressway|railway(?:\s+line)?|rail\s+link|track)"
)
_ROAD_AFTER = re.compile(rf"\s+({_ROAD_WORD})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:N|M|S|E)-\d{1,3}\b(?!\s*(?:rifle|gun))")
_NAMED_SITE = re.compile(
    r"\b(?:(?:[A-Z][\w'’.-]*|[A-Z]\.)\s+){1,3}(?:Chowk|Road|Bazaar|Bazar|Square|Colony|Stadium|"
    r"Roundabout|Interchange|Flyover|Bypass|Highway|Expressway|Motorway|Street|Mohalla|Market)\b",
)
_FRAME = re.compile(
    r"\b(?:in|at|near|from|of|to)\s+(?:the\s+)?((?:[A-Z][\w'’-]+\s+){1,3})"
    r"(?:area|village|town|locality|neighbourhood|valley|union\s+council|tehsil|sub-tehsil|"
    r"mountains|hills|check\s?post)\b",
)
_NOT_NAME = {
    "The", "In", "At", "On", "Near", "A", "An", "This", "That", "Two", "Three", "Levies", "Police",
    "Frontier", "Corps", "Security", "Red", "Green", "His", "Her", "Their", "Pakistan", "Baloch",
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Tribal",
}  # fmt: skip


def _with_patterns(text: str, names: Sequence[NameSpan], gazetteer: Gazetteer) -> list[NameSpan]:
    """Add roads, named sites and framed names; a longer span takes the place of those inside."""
    spans: list[NameSpan] = list(_paired_roads(text, names, gazetteer))
    spans += [
        _named(text, found.start(), found.end(), "name:road number", gazetteer)
        for found in _NUMBERED.finditer(text)
    ]
    for found in _NAMED_SITE.finditer(text):
        start = _skip_lead(text, found.start(), found.end())
        if start is not None:
            spans.append(_named(text, start, found.end(), "name:site word", gazetteer))
    for found in _FRAME.finditer(text):
        start = _skip_lead(text, found.start(1), found.end(1))
        if start is not None:
            end = start + len(text[start : found.end(1)].rstrip())
            spans.append(_named(text, start, end, "name:locative frame", gazetteer))
    return _merge(names, spans)


def _paired_roads(text: str, names: Sequence[NameSpan], gazetteer: Gazetteer) -> Iterable[NameSpan]:
    for first, second in pairwise(names):
        gap = text[first.end : second.start]
        if gap.strip() in {"-", "–"}:
            road = _ROAD_AFTER.match(text, second.end)
            if road:
                yield _named(text, first.start, road.end(), "name:road between towns", gazetteer)


def _skip_lead(text: str, start: int, end: int) -> int | None:
    """Drop words in front that belong to the sentence, not to the name."""
    for word in re.finditer(r"\S+", text[start:end]):
        if word.group() not in _NOT_NAME and not word.group().endswith(("'s", "’s")):
            rest = text[start + word.start() : end].split()
            return start + word.start() if len(rest) >= 1 else None
    return None


def _named(text: str, start: int, end: int, rule: str, gazetteer: Gazetteer) -> NameSpan:
    key = fold_name(text[start:end])
    return NameSpan(start, end, key, gazetteer.lookup(key), rule)


def _merge(names: Sequence[NameSpan], spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Join two lists without overlaps: the longer span wins, a gazetteer name at a tie."""
    ranked = sorted(
        [*names, *spans],
        key=lambda name: (name.start - name.end, not name.entries, name.start),
    )
    taken: list[tuple[int, int]] = []
    kept = []
    for name in ranked:
        if all(name.end <= start or name.start >= end for start, end in taken):
            taken.append((name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)

"""Names where they stand: their level, how the place meant stands to them, and their company.

A name may stand in a list ("Mand, Tump and Panjgur") or with the area that it lies in ("the Parom
area of Panjgur"). Such names share a role, and tell each other's level: what contains a village is
the district or tehsil, not the town of the same name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geomap.records import Relation
from geomap.text._role_elsewhere import is_where_spoken
from geomap.text.expressions import lower_case
from geomap.text.patterns import Pattern
from geomap.text.relations import relation_of
from geomap.text.roles import is_part_of_actor
from geomap.text.scenes import Reading
from geomap.text.toponyms import LEVEL_WORDS, NameSpan, is_arabic

__all__ = ["Stay", "companies", "stays_of"]


class Stay(NamedTuple):
    """A name in its sentence.

    `end` includes a level word that follows; `level` is what a level word, an office or the
    company of other names says; `kind` is ``place``, ``dateline`` or ``actor``.
    """

    name: NameSpan
    end: int
    level: str | None
    relation: Relation
    scene: int
    kind: str


def stays_of(reading: Reading, names: Sequence[NameSpan]) -> list[Stay]:
    """Return the names of an article in their sentences."""
    starts = [scene.sentence.start for scene in reading.scenes]
    known = [name for name in names if bisect_right(starts, name.start)]
    return [_stay(reading, known, position, starts) for position in range(len(known))]


def _stay(
    reading: Reading, names: Sequence[NameSpan], position: int, starts: Sequence[int]
) -> Stay:
    text, name = reading.article.text, names[position]
    index = bisect_right(starts, name.start) - 1
    sentence = reading.scenes[index].sentence
    following = names[position + 1].start if position + 1 < len(names) else None
    end, level = _level_of(text, name)
    relation = relation_of(text, name.start, end, sentence, following=following)
    next_name = -1 if following is None else following
    kind = "place"
    lines = reading.datelines
    if lines and any(line.start <= name.start < line.end for line in lines):
        kind = "dateline"
    elif is_part_of_actor(text, name.start, end, sentence, next_name=next_name):
        kind = "actor"
        level = level or _level_of_office(text, name.start, end)
    return Stay(name, end, level, relation, index, kind)


_AREA_WORD = (
    r"(?:\s+(?:area|areas|valley|town|city|bazaar|tehsil|sub-tehsil|sector|region|side|شہر|بازار))"
)
_LIST_GAP = re.compile(
    rf"{_AREA_WORD}?\s*"
    r"(?:,\s+and\b|,\s+or\b|,|،|/|\band\b|\bor\b|,?\s+as\s+well\s+as\b|اور(?:\s+پھر)?|نیز|یا|کے\s+علاوہ)"
    r"\s*(?:the\s+)?(?:(?:areas?|parts|towns?|in|at|from|to|of|near)\s+)?(?:of\s+)?(?:the\s+)?"
    r"(?:ضلع\s+|تحصیل\s+)?",
)
_REPEATED = re.compile(r"\b(in|at|from|to|of|near)\s+(?:the\s+)?$")
_PART_GAP = re.compile(
    rf"{_AREA_WORD}?(?:\s*,)?\s+(?:(?:an?|the)\s+(?:\w+\s+){{0,2}}|(?:located|situated|lying)\s+)?"
    r"(?:in|of|within)\s+(?:the\s+)?(?:(?:\w+ern|upper|lower|neighbouring|nearby|restive|district|"
    r"tehsil|province)\s+)?(?:[A-Z]\w+['’]s\s+)?",
)
_PART_GAP_URDU = re.compile(
    r"(?:\s+ہی)?\s+(?:کے|کی)\s+(?:\S+\s+){0,2}?"
    r"(?:ضلع|ضلعے|تحصیل|علاقے|علاقہ|شہر|قصبے|گاؤں|مقام|صوبے|ڈویژن|وادی|محلے)\s+",
)


def companies(reading: Reading, stays: Sequence[Stay]) -> Iterator[list[Stay]]:
    """Group names that share a role: lists, and places with the areas that they lie in."""
    text = reading.article.text
    group: list[Stay] = []
    for stay in stays:
        if group and _belongs(text, group[-1], stay):
            group.append(stay)
            continue
        if group:
            yield _with_levels(text, group)
        group = [stay]
    if group:
        yield _with_levels(text, group)


def _belongs(text: str, last: Stay, stay: Stay) -> bool:
    """Whether a name goes on with the list, or names the area, of the name before it."""
    if not last.kind == stay.kind == "place" or last.scene != stay.scene:
        return False
    urdu = is_arabic(text[stay.name.start])
    if urdu != is_arabic(text[last.name.start]):
        return False
    gap = last.end, stay.name.start
    if _LIST_GAP.fullmatch(text, *gap):
        again = _REPEATED.search(text[gap[0] : gap[1]])
        before = text[max(0, last.name.start - 24) : last.name.start]
        return again is None or re.search(rf"\b{again[1]}\s+(?:\w+\s+)?$", before) is not None
    if urdu:
        return _is_part_urdu(text[gap[0] : gap[1]], stay)
    if is_where_spoken(text, last.end, stay.name.end):
        return False
    return _PART_GAP.fullmatch(text, *gap) is not None and _lies_in(last.name, stay.name)


def _is_part_urdu(words: str, part: Stay) -> bool:
    """Whether the words between two Urdu names make the second a part of the first."""
    if _PART_GAP_URDU.fullmatch(words) is not None:
        return True
    return part.level == "tehsil" and words.split() in (["کی"], ["کے"])


def _lies_in(one: NameSpan, area: NameSpan) -> bool:
    """Whether the first name may be a place within the second."""
    if not one.entries or not area.entries:
        return bool(area.entries)
    for entry in one.entries:
        for other in area.entries:
            if other.level == "country":
                same = entry.country == other.country
            elif other.level == "province":
                same = entry.admin1 == other.admin1 and entry.country == other.country
            else:
                codes = {other.admin2_pcode, *other.districts} - {""}
                same = bool(codes & {entry.admin2_pcode, *entry.districts})
            if same and entry is not other:
                return True
    return False


# --- levels ------------------------------------------------------------------------------------

_LEVEL_AFTER = re.compile(
    r"\s+(sub-tehsil|tehsil|taluka|sub-division|subdivision|district|division|province|agency)\b"
    r"(?!\s+(?:headquarters\s+)?hospital)",
    re.IGNORECASE,
)
_LEVEL_PLURAL = re.compile(
    r"(?:(?:,|\s+and)\s+[A-Z][\w' -]{2,24}?){0,6}\s+(district|tehsil|division|province)s\b",
)
_TOWN_AFTER = re.compile(r"\s+(?:town|city|bazaar|bazar)\b|\s+شہر")
_LEVEL_BEFORE = re.compile(r"(ضلع|تحصیل|صوبہ|صوبے)\s+$")
_LEVEL_BEFORE_LATIN = re.compile(r"\b(District|Tehsil|Division|Province|tehsil)\s+$")
_DISTRICTS_BEFORE = re.compile(
    r"(?:^|\s)(اضلاع|تحصیلوں)\s+(?:[\u0620-\u06ff]+\s+(?:[\u0620-\u06ff]+\s+)?(?:اور|،)\s*)*$"
)
_LEVEL_AFTER_URDU = re.compile(r"\s+(ڈویژن|ضلع|تحصیل)(?!\w)")
_OF_ITSELF = re.compile(r"\s+(?:میں|کے|کی|کا|سے|بھر)(?!\w)")
"""Behind a level word of the name before it: "کلاچی تحصیل میں", not "خضدار تحصیل زہری"."""


def _level_of(text: str, name: NameSpan) -> tuple[int, str | None]:
    """Return where the span ends (after a level word that follows directly) and the level."""
    after = _LEVEL_AFTER.match(text, name.end)
    if after:
        return after.end(), LEVEL_WORDS[lower_case(after.group(1))]
    level = _level_before(text, name.start)
    if level is not None:
        return name.end, level
    after = _LEVEL_AFTER_URDU.match(text, name.end)
    if after and (after.group(1) == "ڈویژن" or _OF_ITSELF.match(text, after.end())):
        return after.end(), LEVEL_WORDS[after.group(1)]
    if _TOWN_AFTER.match(text, name.end):
        return name.end, "settlement"
    return name.end, _level_in_words(text, name)


_LEVEL_OF = Pattern(
    r"(?:\b[a-z]+|\b(?:The|An?))\s+(district|tehsil|subdivision|sub-division|division|town|village)\s+of\s+$"
)
_LEVELS_OF = Pattern(
    r"\b(district|tehsil|division)s\s+(?:of|were|are|like|such\s+as|including|—|-|:)\s+"
    r"(?:[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}(?:,\s+(?:and\s+)?|\s+and\s+))*$"
)
_LEVEL_IN_APPOSITION = re.compile(
    r",\s+(?:an?|the)\s+(?:[a-z][\w-]*\s+){0,3}?"
    r"(district|tehsil|subdivision|sub-division|division|town|village|hamlet)\b(?!['’]s|\s+(?:of\s+)?[A-Z])"
)
_DISTRICTS_AFTER = re.compile(
    r"(?:(?:،|\s+اور)\s+[\u0620-\u06ff]+(?:\s+[\u0620-\u06ff]+)?){0,4}?\s+(?:کے|جیسے)\s+(?:\S+\s+)?اضلاع(?!\w)"
)
_FAR_LEVEL = 90
_TOWNS = frozenset({"town", "village", "hamlet"})


def _level_in_words(text: str, name: NameSpan) -> str | None:
    """Return the level that a list, an "of" or an apposition gives a name, or its own last word.

    "Kech and Panjgur districts", "the adjoining district of Kech", "Panjgur, a border district".
    """
    plural = _LEVEL_PLURAL.match(text, name.end)
    if plural:
        return LEVEL_WORDS[plural.group(1).lower()]
    called = _LEVEL_IN_APPOSITION.match(text, name.end)
    before = text[max(0, name.start - _FAR_LEVEL) : name.start] if called is None else ""
    if before.endswith("of "):
        called = _LEVEL_OF.search(before[-40:])
    if called is None and before.endswith(" "):
        called = _LEVELS_OF.search(before)
    if called is not None:
        level = "settlement" if called.group(1) in _TOWNS else LEVEL_WORDS[called.group(1)]
        if any(entry.level == level for entry in name.entries):
            return level
    if not text[name.start].isascii() and _DISTRICTS_AFTER.match(text, name.end):
        return "district"
    return LEVEL_WORDS.get(name.key.rpartition(" ")[2])


def _level_before(text: str, start: int) -> str | None:
    """Return the level that a word before a name says: "ضلع کیچ", "District Kech"."""
    words = text[max(0, start - 60) : start].rstrip()
    if words[-1:] > _LATIN_END:
        before = _LEVEL_BEFORE.search(text, max(0, start - 10), start)
        if before:
            return LEVEL_WORDS[before.group(1)]
        before = _DISTRICTS_BEFORE.search(text, max(0, start - 60), start)
        return None if before is None else "district" if before.group(1) == "اضلاع" else "tehsil"
    if not words.endswith(_LEVELS_BEFORE):
        return None
    before = _LEVEL_BEFORE_LATIN.search(text, max(0, start - 12), start)
    return LEVEL_WORDS[before.group(1).lower()] if before else None


_LATIN_END = "\u0600"
_LEVELS_BEFORE = ("District", "Tehsil", "Division", "Province", "tehsil")


_DISTRICT_OFFICE_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:district\s+)?(?:deputy\s+commissioner|district\s+\w+|administration|DC\b|DPO\b|"
    r"SSP\b|SP\b|superintendent|district\s+police\s+officer)"
    r"|\s+(?:کے\s+(?:ڈپٹی\s+کمشنر|ڈی\s?پی\s?او|ایس\s?ایس\s?پی)|کی\s+ضلعی\s+انتظامیہ|ضلعی\s+انتظامیہ)",
    re.IGNORECASE,
)
_DISTRICT_OFFICE_BEFORE = re.compile(
    r"(?:\b(?:deputy\s+commissioner|DC|DPO|SSP|SP|district\s+(?:administration|police\s+officer|police|"
    r"health\s+officer)|superintendent\s+of\s+police)\s+(?:of\s+|for\s+)?"
    r"|(?:^|\s)(?:ڈپٹی\s+کمشنر|ڈی\s?پی\s?او|ایس\s?ایس\s?پی|ایس\s?پی|ضلعی\s+انتظامیہ|ڈی\s?سی)\s+)$",
    re.IGNORECASE,
)


def _level_of_office(text: str, start: int, end: int) -> str | None:
    """Return "district" where an office of a district bears the name."""
    before = text[max(0, start - 40) : start]
    if _DISTRICT_OFFICE_AFTER.match(text, end) or _DISTRICT_OFFICE_BEFORE.search(before):
        return "district"
    return None


def _with_levels(text: str, group: list[Stay]) -> list[Stay]:
    """Say which names of a company are districts though no level word says so."""
    if len(group) == 1:
        return group
    answer = []
    for index, stay in enumerate(group):
        level = stay.level
        if level is None and stay.name.entries:
            level = _level_as_area(text, group, index)
        answer.append(stay if level == stay.level else stay._replace(level=level))
    return answer


def _names_district(stay: Stay) -> bool:
    """Whether a name is that of a district which places are filed in."""
    return any(
        entry.level == "district" and entry.source_id == entry.admin2_pcode
        for entry in stay.name.entries
    )


def _level_as_area(text: str, group: Sequence[Stay], index: int) -> str | None:
    """Return the level of a name that contains its neighbour: a town contains no other town."""
    stay = group[index]
    urdu = is_arabic(text[stay.name.start])
    other = index + 1 if urdu else index - 1
    if not 0 <= other < len(group):
        return None
    part = group[other]
    gap = (stay.end, part.name.start) if urdu else (part.end, stay.name.start)
    words = text[gap[0] : gap[1]]
    if urdu and not _is_part_urdu(words, part):
        return None
    if not urdu and words != ", " and not _PART_GAP.fullmatch(words):
        return None
    if part.name.entries and not _is_own_place(part, stay):
        return None
    if not part.name.entries and "frame" not in part.name.rule and "prep" not in part.name.rule:
        return None
    return "district" if _names_district(stay) else None


def _is_own_place(part: Stay, area: Stay) -> bool:
    """Whether a name is of a town, village or tehsil that the other's district holds."""
    districts = {e.admin2_pcode for e in area.name.entries if e.level == "district"} - {""}
    return any(
        entry.level in {"settlement", "tehsil"}
        and entry.feature != "quarter"
        and entry.admin2_pcode in districts
        for entry in part.name.entries
    ) and not _names_district(part)

"""Names that no gazetteer lists, found by the words around them.

Roads named after two towns, road numbers, squares and bazaars, and names in a locative frame: "in
the Machka katcha area of", "a village called ...", "at Gul Imam", "کے علاقے ... میں". They are kept
as they stand, at the level that the frame names, and are never given a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.places.gazetteer import Gazetteer
from geomap.places.names import fold_name
from geomap.text._name_spans import NameSpan, merged, touching
from geomap.text._name_streets import owned_places, paired_areas, small_streets
from geomap.text.patterns import Pattern, any_of

__all__ = ["with_frames"]

_ROAD_WORD = (
    r"(?:national\s+|main\s+)?"
    r"(?:[Hh]ighway|[Rr]oad|[Mm]otorway|[Ee]xpressway|[Rr]ailway(?:\s+line)?|[Rr]ail\s+link|[Tt]rack|"
    r"rail\s+line)"
)
_NAME = r"[A-Z][\w’']+(?:\s[A-Z][\w’']+){0,2}"
_PAIRED_ROAD = Pattern(rf"[-–]\s?{_NAME}\s+{_ROAD_WORD}\b")
_NAME_BEFORE = re.compile(rf"\b{_NAME}\s?$")
_NUMBERED = re.compile(r"[NMSE](?<!\w\w)-\d{1,3}\b(?!\s*(?:rifle|gun))")
_SITE_WORDS = (
    "Chowk", "Road", "Bazaar", "Bazar", "Square", "Colony", "Stadium", "Roundabout", "Interchange",
    "Flyover", "Bypass", "Highway", "Expressway", "Motorway", "Street", "Mohalla", "Market",
    "Bridge", "Avenue", "Park", "Mor", "Morr", "Adda", "Phatak", "Chungi", "Naka", "Goth", "Plaza",
    "Lane", "Underpass", "Chorangi", "Chowrangi", "Mandi", "Bagh", "Gali", "Nullah", "Nala",
    "Khwar", "Algad", "Dhoro", "Cross", "Crossing", "Toll Plaza", "Railway Station", "Bus Stand",
    "Bus Terminal", "Dam", "Drive", "Boulevard", "Campus",
)  # fmt: skip
_SITE_WORD = re.compile(any_of(_SITE_WORDS, at_start=True).replace(r"\ ", r"\s+") + r"\b")
_WORDS_BEFORE = re.compile(r"(?<!\w)(?:(?:[A-Z][\w'’.-]*|[A-Z]\.)\s+){1,4}$")
_LEAD = frozenset({
    "The", "In", "At", "On", "Near", "A", "An", "This", "That", "Two", "Three", "His", "Her",
    "Their", "From", "To", "Of", "And", "When", "After", "While", "But", "Over", "Between",
    "Outside", "Around", "Inside", "Least", "About", "Once", "Midnight", "Dawn", "Noon", "Night",
    "Present", "Last", "First", "Home", "Work", "Large", "Nearby",
})  # fmt: skip
_NOT_NAME = _LEAD | frozenset({
    "Levies", "Police", "Frontier", "Corps", "Security", "Red", "Green", "Pakistan", "Baloch",
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Tribal",
    "Indian", "Afghan", "Iranian", "Pashtun", "Chinese", "FC", "CTD", "Army", "Muslim", "Shia",
    "Sunni", "Hindu", "Christian", "Hazara", "Pakistani", "Urban", "Rural", "Upper", "Lower",
    "Central", "New", "Old",
})  # fmt: skip
_INSTITUTION = re.compile(
    r"\b(?:University|Hospital|School|College|Company|Mosque|Masjid|Court|Corps|Police|Ministry|"
    r"Department|Committee|Army|Force|Brigade|Party|Academy|Institute|Authority|Commission|Council|"
    r"House|Hotel|Jail|Prison|Camp|Club|Hall|Library|Church|Temple|Shrine|Imambargah|Madrasa|"
    r"Madrassa|Complex|Airport|Base|Headquarters|Assembly|Secretariat|Office|Centre|Center|Bank|"
    r"Mills?|Factory|Plant|Project|Station|Levies|Rangers|Scouts|Guards?|Customs|Excise|Navy|Naval|Motorway\s+Police|Friday|Eid|Ramazan|Ramadan|"
    r"Muharram|Ashura|Fajr|Zuhr|Asr|Maghrib|Isha|Monday|Tuesday|Wednesday|Thursday|Saturday|Sunday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Independence|Republic|Christmas|Allah|God|Islam|Operation|Security|Zero|Team|"
    r"Republican|Liberation|Taliban|Governor|Minister|President|General|Brigadier|Colonel|Major|"
    r"Captain|Justice|Senator|Chaudhry|Advocate|Dr|Mr|Mrs|Ms|Mufti|Maulana|Haji|Syed|Sardar|Nawab)\b",
)
_FRAME_WORD = (
    r"(?:area|areas|village|town|locality|neighbourhood|neighborhood|valley|union\s+council|tehsil|"
    r"sub-tehsil|mountains?|hills?|range|check\s?-?post|check\s?point|sector|suburb|hamlet|"
    r"coalfield|coal\s?-?mines?|flyover|bridge|adda|bazaar|nullah|stream|river|forest|pass|bypass|"
    r"crossing|junction|stop|belt|plain|plains|pocket|quarter|district|subdivision|sub-division|"
    r"settlement|goth|picket|post|police\s+post|levies\s+post|(?:grid|metro|railway|police|levies)\s+station)"
)
_KIND = (
    r"(?:(?:katcha|kacha|kutcha|riverine|border|mountainous|remote|hilly|residential|industrial|"
    r"tribal|general|coastal|forest|coal-mining|mining|suburban)\s+)?"
)
_FRAME = Pattern(
    any_of(
        ("in", "at", "near", "from", "of", "to", "on", "below", "outside", "around", "inside",
         "across", "towards", "between", "through"),
        at_start=True,
    )
    + rf"\s+(?:the\s+|a\s+)?((?:[A-Z][\w'’-]+\s+){{1,3}}){_KIND}{_FRAME_WORD}\b",
)  # fmt: skip
_HEADING = Pattern(
    any_of(("The",), at_start=True) + r"\s+((?:[A-Z][\w'’-]+\s+){1,3})"
    r"(?:bridge|check\s?-?post|check\s?point|flyover|bypass|picket|coalfield|tunnel|pass|grid\s+station)\b",
)
"""The same as a subject: "The Bibi Nani bridge was blown up"."""
_CALLED = Pattern(
    any_of(
        ("village", "hamlet", "town", "place", "locality", "spot", "settlement", "area", "pass",
         "valley", "stream"),
        at_start=True,
    )
    + r"\s+(?:called|named|known\s+as|by\s+the\s+name\s+of)\s+(?:the\s+)?"
    r"((?:[A-Z][\w'’-]+(?:\s+|(?=[.,;]))){1,3})",
)  # fmt: skip
_HILLS_OF = Pattern(
    any_of(("hills", "mountains", "heights", "highlands", "ravines", "forests"), at_start=True)
    + r"\s+(?:of|around|near|above)\s+(?:the\s+)?"
    r"((?:[A-Z][\w'’-]+(?:\s+(?=[A-Za-z])|(?=[.,;]))){1,3})",
)
"""The hills of a place: "in the hills of Tuman Qaisrani"."""
_HAMLETS = ("Killi", "Kili", "Kalli", "Goth", "Basti", "Mauza", "Chak", "Deh", "Mohalla", "Shehr")
_KILLI = Pattern(
    rf"({any_of(_HAMLETS, at_start=True)}\s+"
    r"(?:[A-Z][\w'’-]+|\d+(?:[-/]?[A-Z]{1,2})?)(?:\s+(?:[A-Z][\w'’-]+))?)",
    needed=[frozenset(f" {word.lower()}" for word in _HAMLETS)],
)
_PREFIXED = Pattern(
    r"\b(?:[Gg]eneral\s+[Aa]rea|[Tt]ehsil|[Uu]nion\s+[Cc]ouncil(?:\s+of)?|UC|village\s+of|hamlet\s+of|(?:border|small|coastal|remote|mountain|nearby)\s+town\s+of|village|"
    r"localities\s+of|suburb\s+of|neighbourhood\s+of)\s+"
    r"((?:[A-Z][\w'’-]+(?:\s+|(?=[.,;]|$))){1,3})",
)
_APPOSED = Pattern(
    r"\b(?:in|at|near|of|from|around|outside|on)\s+((?:[A-Z][\w'’-]+\s?){1,3}),\s+an?\s+"
    r"(?:[a-z-]+\s+){0,2}(?:village|hamlet|town|locality|settlement|neighbourhood|suburb)\b",
)
"""A name with what it is behind it: "in Sandak, a village in the hills"."""
_BEFORE_AREA = Pattern(
    any_of(("in", "near", "outside", "around"), at_start=True)
    + r"\s+((?:[A-Z][a-z'’]+\s){0,2}[A-Z][a-z'’]+)"
    r"(?:,\s+(?:in\s+(?:the\s+)?)?|\s+in\s+(?:the\s+)?)(?=[A-Z])"
)
"""A name before the area that it lies in: "in Inayat Kalli, Bajaur, on Monday"."""
_AREA_ENDS = re.compile(
    r"[.,;)]|\s+(?:on|where|when|late|early|last|by|after|during|valley|district|tehsil|agency)\b"
)
_AT = Pattern(
    any_of(("at", "At", "near", "Near", "above"), at_start=True)
    + r"\s+((?:[A-Z][a-z'’]+(?:[-\s](?=[A-Z])|(?=[\s.,;]|$))){1,3})"
    r"(?=$|[.,;]|\s+(?:in|near|within|on|and|at|when|late|early|by|was|were|about|around|some|after|before|where|"
    r"killing|wounding|injuring|with|adda|area|of|during|for)\b)",
)


def with_frames(
    text: str, names: Sequence[NameSpan], gazetteer: Gazetteer, marks: int
) -> list[NameSpan]:
    """Add roads, named sites and framed names; a longer span takes the place of those inside.

    `marks` are those of any sentence: frames of which no word is there are not looked for.
    """
    spans: list[NameSpan] = list(_paired_roads(text, names, gazetteer))
    if "-" in text:
        spans += [
            _named(text, found.start(), found.end(), "name:road number", gazetteer)
            for found in _NUMBERED.finditer(text)
        ]
    for found in _SITE_WORD.finditer(text):
        lead = _before(text, found.start(), _WORDS_BEFORE)
        first = None if lead is None else _site_start(text, lead, found.end())
        if first is not None:
            spans.append(_named(text, first, found.end(), "name:site word", gazetteer))
    spans += _unlisted_streets(text, names, gazetteer, marks)
    for pattern in (_FRAME, _HEADING, _CALLED, _HILLS_OF, _PREFIXED, _KILLI, _APPOSED):
        if marks & pattern.mark == pattern.mark:
            spans += _framed(text, pattern, "name:locative frame", gazetteer)
    spans += _urdu_framed(text, names, gazetteer)
    spans += _lengthened(text, names)
    if marks & _BEFORE_AREA.mark == _BEFORE_AREA.mark:
        spans += _before_areas(text, names, gazetteer)
    joined = merged(names, spans)
    bare = _framed(text, _AT, "name:after a preposition", gazetteer)
    return merged(joined, [span for span in bare if not touching(joined, span.start, span.end)])


def _unlisted_streets(
    text: str, names: Sequence[NameSpan], gazetteer: Gazetteer, marks: int
) -> Iterator[NameSpan]:
    """Find streets written small and areas named in pairs, of which no part is a known name."""
    for start, end in small_streets(text, marks):
        if not touching(names, start, end) and not _INSTITUTION.search(text, start, end):
            yield _named(text, start, end, "name:site word", gazetteer)
    owned = (
        (start, end)
        for start, end, owner in owned_places(text, marks)
        if touching(names, owner - 1, owner) or text.endswith(("tehsil", "district"), 0, owner)
    )
    for start, end in (*paired_areas(text, marks), *owned):
        if not touching(names, start, end) and not _INSTITUTION.search(text, start, end):
            yield _named(text, start, end, "name:locative frame", gazetteer)


_JOINED = re.compile(r"-(?:i|e|ul|un|ud|us|ur)-[A-Z][\w'’]+")
"""Behind a known name that only begins a longer one: "Kurram-i-Wala"."""


def _before_areas(text: str, names: Sequence[NameSpan], gazetteer: Gazetteer) -> Iterator[NameSpan]:
    """Find unlisted names that a comma parts from the district or tehsil that they lie in."""
    for found in _BEFORE_AREA.pattern.finditer(text):
        area = touching(names, found.end(), found.end() + 1)
        levels = {entry.level for name in area for entry in name.entries}
        if not area or area[0].start != found.end() or levels.isdisjoint({"district", "tehsil"}):
            continue
        start, end = found.span(1)
        known = touching(names, start, end) or _INSTITUTION.search(text, start, end)
        if not known and _AREA_ENDS.match(text, area[0].end):
            yield _named(text, start, end, "name:locative frame", gazetteer)


_FIRST_WORD = re.compile(r"\b(?:[Aa]t|[Ii]n|[Nn]ear|the)\s+((?:[A-Z][a-z’']+\s+){1,2})$")


_KHEL = re.compile(r"\s(?:Khel|Kalay|Kalley|Kalli|Banda|Ghundi|Ghundai|Killi)\b")
"""Behind a known name: that of another village, which no list has."""
_IN_IT = re.compile(r"\b(?:in|at|near|outside|around)\s+(?:the\s+)?$", re.IGNORECASE)
_LEAD_REACH = 14


def _lengthened(text: str, names: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Find unlisted names that end like a listed one of another district.

    "Bakhmal Ahmadzai, Lakki Marwat" is not the Ahmadzai of Kurram.
    """
    for index, name in enumerate(names):
        joined = _JOINED.match(text, name.end) if text[name.end : name.end + 1] == "-" else None
        if joined is not None:
            key = fold_name(text[name.start : joined.end()])
            yield NameSpan(name.start, joined.end(), key, (), "name:longer")
        of_kin = _KHEL.match(text, name.end)
        if of_kin and _IN_IT.search(text, max(0, name.start - _LEAD_REACH), name.start):
            key = fold_name(text[name.start : of_kin.end()])
            yield NameSpan(name.start, of_kin.end(), key, (), "name:longer")
        before = text[name.start - 1 : name.start]
        if before != " " or not text[name.start - 2 : name.start - 1].islower():
            continue
        after = names[index + 1] if index + 1 < len(names) else None
        apart = after is not None and text[name.end : after.start] == ", "
        if not (apart and after is not None and _are_apart(name, after)) and not _is_small(name):
            continue
        lead = _before(text, name.start, _FIRST_WORD)
        if lead is None or (index and names[index - 1].end > lead):
            continue
        start = _skip_lead(text, text.index(" ", lead) + 1, name.start)
        if start is not None and not _INSTITUTION.search(text, start, name.end):
            yield NameSpan(start, name.end, fold_name(text[start : name.end]), (), "name:longer")


def _is_small(name: NameSpan) -> bool:
    """Whether a name is only that of places that give no district or tehsil its name."""
    return bool(name.entries) and all(
        entry.level in {"settlement", "site"} and not entry.population for entry in name.entries
    )


def _are_apart(name: NameSpan, other: NameSpan) -> bool:
    """Whether two names share no district."""
    districts = [{entry.admin2_pcode for entry in one.entries} - {None} for one in (name, other)]
    return all(districts) and not districts[0] & districts[1]


def _paired_roads(text: str, names: Sequence[NameSpan], gazetteer: Gazetteer) -> Iterator[NameSpan]:
    for found in _PAIRED_ROAD.finditer(text):
        lead = _before(text, found.start(), _NAME_BEFORE)
        if lead is None:
            continue
        inside = touching(names, lead, found.end())
        if any(lead <= name.start and name.end <= found.end() for name in inside):
            start = _skip_lead(text, lead, found.end()) or lead
            yield _named(text, start, found.end(), "name:road between towns", gazetteer)


def _before(text: str, start: int, pattern: re.Pattern[str]) -> int | None:
    """Return where the capitalised words right before an offset start."""
    first = max(0, start - 70)
    found = pattern.search(text[first:start])
    return None if found is None else first + found.start()


def _framed(text: str, pattern: Pattern, rule: str, gazetteer: Gazetteer) -> Iterator[NameSpan]:
    for found in pattern.pattern.finditer(text):
        start = _skip_lead(text, found.start(1), found.end(1))
        if start is None:
            continue
        end = start + len(text[start : found.end(1)].rstrip())
        if not _INSTITUTION.search(text, start, end) and not text[start:end].isupper():
            yield _named(text, start, end, rule, gazetteer)


def _site_start(text: str, start: int, end: int) -> int | None:
    """Drop the words in front of a square or road that belong to the sentence."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for index, word in enumerate(words[:-1]):
        last = index == len(words) - 2
        drop = word.group() in (_LEAD if last else _NOT_NAME)
        if not drop and not word.group().endswith(("'s", "’s")):
            return start + word.start()
    return None


def _skip_lead(text: str, start: int, end: int) -> int | None:
    """Drop words in front that belong to the sentence, not to the name."""
    owner = max(text.rfind("'s ", start, end), text.rfind("’s ", start, end))
    start = start if owner < 0 else owner + 3
    for word in re.finditer(r"\S+", text[start:end]):
        if word.group() not in _NOT_NAME and not word.group().endswith(("'s", "’s")):
            return start + word.start()
    return None


_URDU_WORD = "[\u0620-\u065f\u0670-\u06d3\u06d5-\u06ef\u200c]+"
_URDU_FRAME = Pattern(
    rf"(?:علاقے|علاقہ|گاؤں|گوٹھ|کلی|موضع|قصبے|محلے|نواحی\s+گاؤں|بستی|دیہات|چیک\s?پوسٹ)\s+"
    rf"((?:{_URDU_WORD}\s+){{1,3}}?)(?=(?:میں|کے|سے|پر|کی)(?!\S))",
)
_URDU_AT = Pattern(
    rf"(?:میں|پر|سے|کے|کو|نے|شب|رات|صبح|شام|قریب|،|۔)\s+((?:{_URDU_WORD}\s+){{1,2}})(?=کے\s+مقام\s+پر)",
)
_URDU_SITE = Pattern(
    rf"(?:^|\s)((?:{_URDU_WORD}\s+){{1,2}}(?:چوک|روڈ|موڑ|پھاٹک|بائی\s?پاس|چورنگی|کالونی|ڈیم))(?=\s+(?:پر|میں|کے|سے|اور|کو)\s)",
    re.MULTILINE,
)
_URDU_STOP = frozenset({
    "اور", "کا", "کے", "کی", "میں", "سے", "پر", "نے", "کو", "یہ", "وہ", "اس", "ان", "جہاں", "جس",
    "جب", "کہ", "ایک", "دو", "تین", "چار", "پانچ", "چند", "کئی", "مختلف", "متعدد", "تمام",
    "قریبی", "نواحی", "دور", "دراز", "ہی", "بھی", "تو", "یا", "نامعلوم", "مسلح", "پولیس", "لیویز",
    "فورسز", "سکیورٹی", "سیکیورٹی", "نامی", "واقع", "لوگوں", "لوگ", "افراد", "مکین", "رہائشی",
    "سرحدی", "پہاڑی", "دیہی", "شہری", "صنعتی", "اہم", "بڑے", "چھوٹے", "والے", "والی", "والوں",
    "داخل", "ہونے", "موجود", "گزشتہ", "اسی", "دونوں", "سب", "کچھ", "نزدیک", "بازار", "شہر", "ضلع",
    "تحصیل", "شمالی", "جنوبی", "مشرقی", "مغربی", "وسطی", "بالائی", "زیریں", "ہے", "ہیں", "تھا",
    "تھے", "تھی", "گیا", "گئے", "گئی", "کر", "کیا", "ہو", "مرکزی", "قبائلی", "کچے", "پکے", "پیر",
    "منگل", "بدھ", "جمعرات", "جمعہ", "جمعے", "ہفتہ", "ہفتے", "اتوار", "سوموار", "رات", "صبح",
    "شام", "دوپہر", "عوام", "امن", "سرچ", "تلاشی",
})  # fmt: skip


def _urdu_framed(text: str, names: Sequence[NameSpan], gazetteer: Gazetteer) -> Iterator[NameSpan]:
    """Find unlisted names after "کے علاقے" and before "کے مقام پر"."""
    if text.isascii() or not re.search("[\u0620-\u06ff]", text):
        return
    for pattern in (_URDU_FRAME, _URDU_AT):
        for found in pattern.finditer(text):
            words = found.group(1).split()
            start, end = found.start(1), found.start(1) + len(found.group(1).rstrip())
            if words[0] == "نامی" or words[-1] == "نامی":
                continue
            if not any(word in _URDU_STOP for word in words):
                yield _named(text, start, end, "name:locative frame", gazetteer)
    yield from _urdu_paired_roads(text, gazetteer)
    for found in _URDU_SITE.finditer(text):
        first = _after_stop_words(found)
        inside = touching(names, found.start(1), found.end(1))
        if first is not None and all(name.start == first for name in inside):
            yield _named(text, first, found.end(1), "name:site word", gazetteer)


def _urdu_paired_roads(text: str, gazetteer: Gazetteer) -> Iterator[NameSpan]:
    """Find roads named after two towns: "ٹل پاراچنار روڈ", "کوئٹہ کراچی قومی شاہراہ"."""
    for found in _URDU_ROAD.finditer(text):
        first = max(0, found.start() - 50)
        words = [
            (word.group(), first + word.start())
            for word in _WORD.finditer(text[first : found.start()])
        ]
        for one, other in ((1, 1), (2, 1), (1, 2), (2, 2)):
            if len(words) < one + other:
                continue
            parts = words[-one - other : -other], words[-other:]
            keys = [fold_name(" ".join(word for word, _ in part)) for part in parts]
            if all(map(gazetteer.lookup, keys)):
                yield _named(
                    text, parts[0][0][1], found.end(), "name:road between towns", gazetteer
                )
                break


_WORD = re.compile(r"[^\s\-–،۔]+")
_URDU_ROAD = Pattern(
    r"\s+(?:قومی\s+)?(?:شاہراہ|روڈ|ہائی\s?وے|موٹر\s?وے|ریلوے\s+(?:لائن|ٹریک))(?!\S)"
)


def _after_stop_words(found: re.Match[str]) -> int | None:
    """Return where the name of an Urdu square or road starts, past words of the sentence."""
    words = [(word.group(), word.start()) for word in re.finditer(r"\S+", found[1])][:-1]
    for index, (_, start) in enumerate(words):
        if not any(later in _URDU_STOP or later in _GENERAL for later, _ in words[index:]):
            return found.start(1) + start
    return None


_GENERAL = frozenset({
    "اس", "اسی", "مین", "مرکزی", "قومی", "نیشنل", "رنگ", "پختہ", "کچی", "لنک", "والی", "والے",
    "جس", "پورے", "آل", "ریڈ", "کسی", "ٹوٹی", "خراب", "بند", "زیر", "تعمیر", "نئی", "پرانی",
    "ایئرپورٹ", "کالج", "ہسپتال", "سٹیشن", "اسٹیشن",
})  # fmt: skip


def _named(text: str, start: int, end: int, rule: str, gazetteer: Gazetteer) -> NameSpan:
    key = fold_name(text[start:end])
    return NameSpan(start, end, key, gazetteer.lookup(key), rule)

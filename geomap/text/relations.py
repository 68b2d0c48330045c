"""How the place meant stands to the place named: in it, near it, so far from it, along it."""

from __future__ import annotations

import re

from geomap.records import Relation
from geomap.text.patterns import Pattern, any_mark
from geomap.text.sentences import Sentence

__all__ = ["is_way_to", "offset_from_it", "outside_it", "relation_of"]

_BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0,
    "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
    "شمال": 0.0, "شمال مشرق": 45.0, "مشرق": 90.0, "جنوب مشرق": 135.0,
    "جنوب": 180.0, "جنوب مغرب": 225.0, "مغرب": 270.0, "شمال مغرب": 315.0,
}  # fmt: skip
_METRES = {"km": 1000.0, "kilometre": 1000.0, "kilometer": 1000.0, "mile": 1609.344, "metre": 1.0,
           "meter": 1.0, "kms": 1000.0}  # fmt: skip
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "several": 5, "few": 3,
}  # fmt: skip

_OFFSET = Pattern(
    r"(?:(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\s*(?:to|or|-|–)\s*)?"
    r"(?P<number>\d+(?:\.\d+)?|\b[a-z]+)(?:\s|-)*"
    r"(?P<unit>kms?|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)\s+"
    r"(?:(?:to\s+the\s+|towards\s+the\s+|in\s+the\s+)?"
    r"(?P<bearing>(?:north|south)(?:[\s-]?(?:east|west))?|east|west)(?:ern\s+side)?\s+)?"
    r"(?:away\s+)?(?:out\s+of|of|from|off|outside|short\s+of|before|past|beyond|ahead\s+of|(?:up|down)\s+(?:the\s+\w+\s+)?from)"
    r"|(?:to\s+the\s+)?\b(?P<only>(?:north|south)(?:[\s-]?(?:east|west))?|east|west)\s+of)\s+"
    r"(?:the\s+)?(?:[\w'’-]+\s+(?:city|town|headquarters|capital)\s+of\s+|(?:main\s+)?(?:bazaar|town|city|village|market)\s+of\s+|[\w]+\s+headquarters\s+)?$",
    re.IGNORECASE,
)
_NEAR = Pattern(
    r"\b(?:near|nearby|points?\s+above|(?:hills|mountains|heights|slopes)\s+above|close\s+to|adjacent\s+to|not\s+far\s+(?:away\s+)?from|beside|abutting|next\s+to|within\s+(?:sight|earshot|walking\s+distance|reach)\s+of|(?:an?|some|within\s+an?)\s+(?:short|little|few\s+\w+|stone['’]s|hour['’]s|minutes['’]?)\s+(?:distance|way|drive|walk|ride|throw)\s+(?:away\s+)?(?:from|of)|(?<!\bin\sand\s)around|outside|just\s+outside|"
    r"(?:ridges?|roads?|tracks?|trails?|villages?|hamlets?|posts?|pickets?|hillsides?|forests?|pastures?|cliffs?|somewhere|high|just)\s+above|"
    r"(?:just|shortly|right|soon|a\s+little|a\s+bit|a\s+short\s+(?:way|distance))\s+(?:past|before|beyond|below|above|short\s+of|after)|"
    r"some\s+(?:way|distance)\s+(?:from|off|outside)|across\s+(?:the\s+)?(?:river|valley|stream|nullah|gorge|canal|lake)\s+from|"
    r"(?:minutes?|hours?)['’]?\s+(?:by\s+\w+\s+)?from|on\s+the\s+way\s+(?:out\s+of|into)|overlooking|at\s+the\s+foot\s+of|"
    r"(?:at|on)\s+the\s+(?:\w+\s+)?(?:entrance|entry|approach(?:es)?)\s+(?:to|of|into)|(?:city|town|municipal)\s+limits\s+of|"
    r"off\s+the\s+coast\s+of|(?:on\s+|in\s+)?(?:the\s+)?(?:outskirts|suburbs|vicinity|edges?|fringes?|margins?|[\w-]+\s+(?:edges?|fringes?|outskirts|suburbs)|hills|mountains|surroundings|"
    r"periphery|peripheries|foothills|environs|neighbourhood|proximity|countryside|"
    r"(?:surrounding|adjoining|adjacent|nearby|outlying|mountainous|hilly)\s+(?:areas?|hills|villages|mountains|terrain|parts?|regions?))\s+"
    r"(?:of|around|near|outside|above))\s+(?:the\s+)?(?:(?:main\s+|small\s+|border\s+|coastal\s+|remote\s+|mountain\s+)?(?:town|city|village|bazaar|market|hamlet|settlement|port)\s+of\s+)?$"
    r"|\b(?:boats?|launch(?:es)?|vessels?|ships?|trawlers?|dhows?|sailors?|fishermen|sea|waters|patrol|miles|guards|men|navy|people|coast)\s+off\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WAY_TO = Pattern(
    r"\b(?:(?<![Tt]raffic\s)(?<![Tt]ransport\s)(?<![Mm]ovement\s)(?:on|along|beside|by|off)\s+(?:the|a)\s+(?:[\w-]+\s+){0,2}?(?:road|track|path|trail|route)"
    r"(?:\s+(?:leading|going|(?:that|which)\s+leads))?"
    r"|(?:ambushed|attacked|waylaid|killed|shot(?:\s+dead)?|abducted|kidnapped|robbed)\s+on\s+the\s+way)\s+"
    r"(?:to|towards)\s+(?:the\s+)?$"
    r"|\b(?:road|highway|track|route|motorway)\s+(?:(?:that|which)\s+)?(?:leads?|leading|runs?|running|goes|going)\s+"
    r"(?:to|towards)\s+(?:the\s+)?(?:[\w-]+\s+){1,2}(?:of|at)\s+$",
)
"""On a road that leads to the place: near it, as far as the text says."""
_OFFSET_FROM_IT = Pattern(
    r"\b(?P<number>\d+(?:\.\d+)?|[a-z]+)(?:\s|-)*(?P<unit>kms?|kilomet(?:re|er)s?|miles?)\s+"
    r"(?:(?:to\s+the\s+)?(?P<bearing>(?:north|south)(?:[\s-]?(?:east|west))?|east|west)\s+)?(?:away\s+)?"
    r"(?:out\s+of|of|from|off|outside|short\s+of|before|past|beyond|ahead\s+of)\s+"
    r"(?:it\b|there\b|(?:the|this)\s+(?:town|city|village|bazaar|settlement|latter|place)\b)",
    re.IGNORECASE,
)
_SPOT_LIES = re.compile(
    r"[\s.]*(?:The|This)\s+(?:[\w-]+\s+){0,2}?(?:spot|site|place|scene|area|village|post|check-?post|checkpoint|picket)\s+"
    r"(?:lies|is|stands|was|falls|stood)\s+(?:(?:located|situated|some|about|just|only|around|barely|nearly|roughly)\s+){0,2}"
)
_NOT_THE_EVENT = Pattern(
    r"\b(?:heard|seen|felt|visible|hospital|home|house|resident|native|lives?|lived|wide|long|refuge|fled)\b",
    re.IGNORECASE,
)
"""What else lies at a distance from a town: who heard it, where they live."""
_BETWEEN = Pattern(
    r"\bbetween\s+(?:the\s+)?(?:[A-Z][\w'’.-]*\s+(?:[A-Z][\w'’.-]*\s+){0,3}and\s+)?$",
)
_ALONG = re.compile(r"\b(?:on|along)\s+(?:the\s+)?(?:[\w'’-]+\s+)?$", re.IGNORECASE)
_ROAD = re.compile(
    r"(?:highway|road|motorway|expressway|railway|line|track|link)$|^[NMSE]-\d+$|شاہراہ|روڈ$",
    re.IGNORECASE,
)
_ROAD_ENDS = (
    "highway", "road", "motorway", "expressway", "railway", "line", "track", "link",
)  # fmt: skip


def _may_be_road(name: str) -> bool:
    """Whether it is worth while to ask `_ROAD`."""
    return not name.isascii() or name[1:2] == "-" or name.lower().endswith(_ROAD_ENDS)


_NEAR_URDU = re.compile(
    r"\s+(?:(?:شہر|پل|بازار|اسٹیشن|سٹیشن|موڑ|کراس)\s+)?(?:کے|سے)\s+(?:نواحی\s+علاقے|نواح|قریب|مضافات|نزدیک|قریبی\s+علاقے|گرد\s?و\s?نواح|(?:کچھ|تھوڑے|چند\s+\S+(?:\s+کے)?|تھوڑی)\s+(?:ہی\s+)?(?:فاصلے|دور(?:ی)?)|داخلی\s+راست|متصل|ملحقہ?(?!\w)|باہر)",
)
_OFFSET_URDU = re.compile(
    r"\s+(?:(?:شہر|(?:ریلوے\s+)?اسٹیشن)\s+)?سے\s+(?:تقریبا?ً?\s+)?(?P<number>\d+|[\u06f0-\u06f9]+|\w+)\s+کلو\s?میٹر"
    r"(?:\s+(?:دور\s+)?(?P<bearing>شمال\s+مشرق|شمال\s+مغرب|جنوب\s+مشرق|جنوب\s+مغرب|شمال|جنوب|مشرق|مغرب))?",
)
_BETWEEN_URDU = re.compile(r"\s+(?:اور\s+[\u0620-\u06ff]+(?:\s+[\u0620-\u06ff]+)?\s+)?کے\s+درمیان")
_WINDOW = 80
_STANDS_BEFORE = any_mark((_OFFSET, _BETWEEN, _NEAR, _WAY_TO))


def relation_of(
    text: str, start: int, end: int, sentence: Sentence, *, following: int | None
) -> Relation:
    """Read the relation of the mention ``text[start:end]`` from the words around it.

    Parameters
    ----------
    text
        The article's text.
    start, end
        The mention.
    sentence
        The sentence it stands in.
    following
        Where the next mention starts, or None; "between X and Y" needs both.

    Returns
    -------
    Relation
        `kind` ``in`` where nothing else is said.
    """
    lead = max(sentence.start, start - _WINDOW)
    before = text[lead:start]
    marks = sentence.marks
    told = marks & _STANDS_BEFORE != 0
    offset = told and _OFFSET.search(before, marks=marks)
    if offset:
        return _offset(offset, lead)
    offset = _OFFSET_URDU.match(text, end)
    if offset:
        return _offset(offset, 0)
    between = told and _BETWEEN.search(before, marks=marks)
    if between and (" and " in before[between.start() :] or following is not None):
        return Relation(kind="between", start=lead + between.start(), end=end)
    between_urdu = _BETWEEN_URDU.match(text, end)
    if between_urdu:
        return Relation(kind="between", start=start, end=between_urdu.end())
    if _may_be_road(name := text[start:end]) and _ROAD.search(name):
        along = _ALONG.search(before)
        return Relation(kind="along", start=lead + along.start() if along else start, end=end)
    near = told and (_NEAR.search(before, marks=marks) or _WAY_TO.search(before, marks=marks))
    if near:
        return Relation(kind="near", start=lead + near.start(), end=end)
    near_urdu = _NEAR_URDU.match(text, end)
    if near_urdu:
        return Relation(kind="near", start=start, end=near_urdu.end())
    return Relation()


def is_way_to(text: str, start: int) -> bool:
    """Whether the name at `start` is where a road leads: "on the track to X"."""
    return _WAY_TO.search(text[max(0, start - _WINDOW) : start]) is not None


def offset_from_it(text: str, end: int, sentence: Sentence) -> Relation | None:
    """Read a distance from the town named before: "in X ... two kilometres out of the town".

    Or from the next sentence, where that says where "the spot lies".
    """
    start, last = max(end, sentence.start), sentence.end
    found = None
    if sentence.marks & _OFFSET_FROM_IT.mark:
        found = _OFFSET_FROM_IT.pattern.search(text, start, last)
    lies = _SPOT_LIES.match(text, last) if found is None else None
    if lies is not None:
        start = last
        found = _OFFSET_FROM_IT.pattern.match(text, lies.end())
    if found is None:
        return None
    clause = max(text.rfind(mark, start, found.start()) for mark in ",;")
    if _NOT_THE_EVENT.search(text[max(clause, start) : found.end()]):
        return None
    relation = _offset(found, 0)
    return relation if relation.kind == "offset" else None


_OUTSIDE_IT = Pattern(
    r"\b(?:just\s+|right\s+|a\s+little\s+)?(?:outside|out\s+of|on\s+the\s+(?:[\w-]+\s+)?(?:outskirts|edge|fringes?)\s+of|close\s+to|not\s+far\s+from)\s+"
    r"(?:the|this)\s+(?:town|city|village|bazaar)\b(?!['’]|\s+(?:hall|court|police|gate|jail|centre|hospital|committee))"
    r"|\b(?:near|at|on|along|beside)\s+(?:the|its)\s+(?:[a-z]+\s+)?bypass\b|شہر\s+(?:سے|کے)\s+باہر|بائی\s?پاس\s+(?:پر|کے\s+قریب)",
    re.IGNORECASE,
)


def outside_it(text: str, end: int, sentence: Sentence) -> Relation | None:
    """Read that an event was not in the town named before: "Nushki: ... outside the town"."""
    start = max(end, sentence.start)
    if not sentence.marks & _OUTSIDE_IT.mark:
        return None
    found = _OUTSIDE_IT.pattern.search(text, start, sentence.end)
    if found is None:
        return None
    clause = max(text.rfind(mark, start, found.start()) for mark in ",;")
    if _NOT_THE_EVENT.search(text[max(clause, start) : found.end()]):
        return None
    return Relation(kind="near", start=found.start(), end=found.end())


def _offset(found: re.Match[str], base: int) -> Relation:
    groups = found.groupdict()
    word = (groups.get("bearing") or groups.get("only") or "").lower()
    bearing = _BEARINGS.get(" ".join(word.split()), _BEARINGS.get(re.sub(r"[\s-]", "", word)))
    distance = _distance(groups.get("number"), groups.get("unit"))
    return Relation(
        kind="offset" if distance is not None else "near",
        distance_m=distance,
        bearing=bearing,
        start=base + found.start(),
        end=base + found.end(),
    )


def _distance(number: str | None, unit: str | None) -> float | None:
    """Return a distance in metres; Urdu distances are kilometres."""
    if number is None:
        return None
    if number[0].isdigit():
        value = float(number)
    elif number.lower() in _NUMBERS:
        value = float(_NUMBERS[number.lower()])
    else:
        return None
    word = (unit or "km").lower()
    return value * _METRES.get(word, _METRES.get(word.rstrip("s"), 1000.0))

"""Figures told for one place after the other, which share a noun and a verb.

"Seven were killed in Zehri and three in Mastung", "میر علی میں سات اور ٹانک میں چار مارے گئے": each
figure is that of its own place, and a total told before a colon is their sum.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from geomap.text._count_number_words import NUMBER, value_of
from geomap.text._count_numbers_ur import CARDINALS_UR
from geomap.text._count_record import Count
from geomap.text.counts import find_counts
from geomap.text.patterns import EVERY, Pattern
from geomap.text.sentences import Sentence

__all__ = ["ELSEWHERE", "cuts_between", "places_apart", "with_elsewhere"]

ELSEWHERE = "elsewhere"
"""The rule of a figure that stands for another place than the one before it."""
_GAP = r"(?:[,;:]\s+(?:(?:and|while)\s+)?|\s+(?:and|while)\s+)"
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May\b|June|July|"
    r"August|September|October|November|December"
)
_WARD = (
    r"(?:[A-Z][\w.’'-]*\s+(?:of\s+)?){1,4}(?:Hospital|Complex|Clinic|Infirmary|Institute)"
    r"|(?:CMH|DHQ|THQ|BMC|LRH|KTH|HMC|JPMC|PIMS)\b"
)
_AT = (
    rf"\b(?:(?i:in|at|near)\s+(?:an?\s+(?:[a-z-]+\s+){{1,3}}?(?:in|at|near|of)\s+)?(?:the\s+)?(?:[a-z]+\s+){{0,2}}?(?!{_DAY}|{_WARD})[A-Z]"
    r"|on\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){1,3}(?:Road|Highway|Street|Avenue|Bypass))"
)
_NOUNS = (
    r"(?:others?|more|of\s+them|(?:[a-z][a-z-]+\s+){0,2}?(?:people|persons|men|women|children|militants|terrorists|khwarij|khawarij|insurgents|soldiers|"
    r"policemen|police|officers|personnel|labourers|civilians|villagers|bodies|suspects|tribesmen|workers|guards|passengers|students|man|woman|"
    r"militant|terrorist|soldier|policeman|officer|labourer|civilian|person|boy|girl|child|body))"
)
_ITEM = Pattern(
    rf"(?P<gap>{_GAP})(?P<item>(?:(?i:the\s+)?(?:remaining|other|rest|last)\s+|another\s+|as\s+well\s+as\s+)?"
    rf"(?P<who>(?P<number>{NUMBER}|another|an?(?=\s+\w+\s+(?:in|at|near)\s))"
    rf"(?:\s+{_NOUNS}(?:\s+and\s+(?:{NUMBER}|an?)\s+{_NOUNS})?)?)\s+(?={_AT}))"
)
_PLACED = re.compile(_AT)
_WIDE = re.compile(
    r"(?:Balochistan|Khyber\s+Pakhtunkhwa|KP\b|Sindh|Punjab|Pakistan|Waziristan|(?:North|South)\s+Waziristan|Makran|Malakand|Karachi|FATA)"
)
"""Areas over which those killed at several places are summed up."""
_VERB = re.compile(
    r"\b(?:was|were|has|have|had|is|are|will|who|whom|which|kill\w*|died|injur\w*|wound\w*|arrest\w*|attacked)\b"
)
"""What gives a figure a verb of its own."""
_END = re.compile(r"[,;:.]|\s(?:and|while|when|after|as|by)\s")
_TOLD = frozenset({"killed", "abducted"})
_STOP = re.compile(r"[;.]|\b(?:who|whose|after|when|because)\b")
_REACH = 90


def with_elsewhere(text: str, sentences: Sequence[Sentence], counts: list[Count]) -> list[Count]:
    """Add the figures of other places that leave their noun and verb to another one.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences, in text order.
    counts
        Its figures, in text order.
    """
    starts = [count.number_start for count in counts]
    replaced: dict[int, Count] = {}
    added: list[Count] = []
    for sentence in sentences:
        first, last = (bisect_left(starts, at) for at in (sentence.start, sentence.end))
        for pattern, row in ((_ITEM, _row), (_ROW_URDU, _row_urdu)) if first < last else ():
            if pattern.inside(text, sentence) is None:
                continue
            found = row(text, sentence, counts[first:last])
            replaced.update((id(old), new) for old, new in found if old is not None)
            added += [new for old, new in found if old is None]
    answer = [*(replaced.get(id(one), one) for one in counts), *added]
    return sorted(answer, key=lambda one: (one.number_start, one.start, one.outcome))


_Row = list[tuple[Count | None, Count]]
"""Figures, each with the one that it takes the place of."""


def _row(text: str, sentence: Sentence, counts: Sequence[Count]) -> _Row:
    """Read "seven were killed in Zehri, three in Mastung and two in Hub" behind the first."""
    found: _Row = []
    base: Count | None = None
    for item in _ITEM.pattern.finditer(text, sentence.start, sentence.end):
        at = item.start("number")
        if base is None:
            base = _base(text, counts, item)
        if base is None or _has_verb(text, sentence, item) or item.start() < base.number_end:
            continue
        own = next((c for c in counts if c.number_start == at), None)
        if own is not None and own.outcome != base.outcome:
            continue
        first, *parts = _told(base, item)
        found.append((own, first))
        found += [(None, part) for part in parts]
    if base is None or not found:
        return []
    gap = base.number_end, found[0][1].start
    told = _PLACED.search(text, *gap)
    wide = told is None or ":" in text[slice(*gap)] or _WIDE.match(text, told.end() - 1)
    each = [more.best or 0 for _, more in found if not more.part]
    if wide and len(each) > 1 and sum(each) == base.best:
        whole = replace(base, aggregate=True, rules=(*base.rules, "incidents"))
        return [(base, whole), *found]
    return [] if told is None or ":" in text[slice(*gap)] else [(base, _plain(base)), *found]


def _told(base: Count, item: re.Match[str]) -> list[Count]:
    """Return the figure of an item, of the side that its noun says, and its parts."""
    at = item.start("who")
    number = 1 if item["number"][0] == "a" else value_of(item["number"])
    more = replace(
        base, start=item.start("item"), end=item.end(), number_start=at,
        number_end=item.end("number"), low=number, best=number, high=number, total=False,
        update=False, increment=False,
    )  # fmt: skip
    words = f"{item['who']} were killed."
    read = find_counts(words, sentences=[(0, len(words))], marks=[EVERY])
    named = [c for c in read if c.outcome == "killed" and c.best and (c.who or "list" in c.rules)]
    whole = next((c for c in named if not c.part and c.who.lower() not in _NOBODY), None)
    if whole is None:
        return [_apart(more)]
    parts = [
        replace(
            c, outcome=base.outcome, start=at + c.start, end=item.end(),
            number_start=at + c.number_start, number_end=at + c.number_end, speaker=base.speaker,
        )
        for c in named
        if c.part
    ]  # fmt: skip
    more = replace(
        more, low=whole.low, best=whole.best, high=whole.high, side=whole.side, who=whole.who
    )
    return [_apart(more), *parts]


_NOBODY = frozenset({"others", "other", "more", "people", "persons", "bodies", "body"})


def _base(text: str, counts: Sequence[Count], item: re.Match[str]) -> Count | None:
    """Return the figure before a gap that has the verb."""
    before = [c for c in counts if c.number_end <= item.start() and c.best and not c.part]
    if not before or before[-1].outcome not in _TOLD or before[-1].denied:
        return None
    last = before[-1]
    near = item.start() - last.number_end <= _REACH
    outcomes = {c.outcome for c in before} | {c.outcome for c in before if c.end > item.start()}
    if not near or len(outcomes) > 1 or _STOP.search(text, last.number_end, item.start()):
        return None
    if "period" in last.rules or "year" in last.rules:
        return None
    return last


def _has_verb(text: str, sentence: Sentence, item: re.Match[str]) -> bool:
    """Whether a figure has a verb of its own: "and two in Hub were hurt"."""
    end = _END.search(text, item.end() + 1, sentence.end)
    until = end.start() if end else sentence.end
    return _VERB.search(text, item.start("number"), until) is not None


def _apart(count: Count) -> Count:
    return replace(_plain(count), rules=(*_plain(count).rules, ELSEWHERE), part=False)


def _plain(count: Count) -> Count:
    """Return a figure of one place as that of one event: "in Quetta, in separate attacks"."""
    rules = tuple(rule for rule in count.rules if rule != "incidents")
    return replace(count, rules=rules, aggregate=count.aggregate and rules == count.rules)


# --- Urdu: the verb ends the row ---

_WORDS_URDU = "|".join(
    sorted((w for w, n in CARDINALS_UR.items() if 0 < n <= 50), key=len, reverse=True)
)
_NO_PLACE = (
    r"(?:ان|اُن|جن|والوں|زخمیوں|شہدا|شہداء|کارروائی|کارروائیوں|حملے|حملوں|دھماکے|دھماکوں|واقعے|واقعہ|واقعات|فائرنگ|"
    r"جھڑپ|جھڑپوں|آپریشن|آپریشنز|تصادم|رات|دن|صبح|شام|نتیجے|بعد|ہسپتال|اسپتال|مقابلے|سال|ماہ|ہفتے|تبادلے|"
    r"پہلے|دوسرے|تیسرے|ایک|اس|حالت|تعداد|گرفتاری|گاڑی|گھر|بس|عمر|ہلاکتوں|افراد|لوگوں|سے)"
)
_NUMBER_URDU = rf"(?P<number>\d{{1,3}}|{_WORDS_URDU})"
_CAUSE_URDU = (
    r"(?:فائرنگ|دھماکے|دھماکوں|حملے|حملوں|کارروائی|کارروائیوں|"
    r"جھڑپ|جھڑپوں|آپریشن|بم\s+حملے|ٹارگٹ\s+کلنگ)"
)
_ITEM_URDU = (
    rf"(?P<place>(?:[^\s۔،؛:]+\s+کے\s+(?:نواحی\s+)?(?:علاقے|ضلع|علاقوں)\s+)?(?:(?!(?:اور|جبکہ|میں|کے|کہ)\s)[^\s۔،؛:]+\s+){{0,3}}?(?!{_NO_PLACE}\s)[\u0620-\u06ff]{{3,}})\s+میں\s+"
    rf"(?:{_CAUSE_URDU}\s+(?:سے|میں)\s+)?(?:(?:مزید|باقی|دیگر|کم\s+از\s+کم)\s+)?(?!ایک\s+اور\s+(?:دھماک|حمل|واقع|کارروائی|آپریشن|جھڑپ)){_NUMBER_URDU}(?:\s+(?!(?:اور|میں|سے|جبکہ)\s)[\u0620-\u06ff]+){{0,2}}?"
)
_ROW_URDU = Pattern(
    rf"(?:^|(?<=[،؛:۔\n])|(?<=[،؛:۔]\s)|(?<=\sاور\s)|(?<=\sجبکہ\s)|(?<=\sکہ\s)|(?<=\sمیں\s)){_ITEM_URDU}(?=\s*[،۔]|\s(?:اور|جبکہ)\s|\s*\Z)"
)
"""A place with a bare figure, behind which mostly another place is told."""
_LAST_URDU = re.compile(
    r"(?P<gap>[،؛:]\s*(?:اور\s+|جبکہ\s+)?|\s*(?:اور|جبکہ|کہ)\s+)?"
    r"(?P<place>(?:(?!(?:اور|جبکہ|میں|کے|کہ)\s)[^\s۔،؛:]+\s+){0,3}?"
    rf"(?!(?:اور|جبکہ|میں|کے|کہ|{_NO_PLACE})\s)[\u0620-\u06ff]+\s+)میں\s+(?:{_CAUSE_URDU}\s+(?:سے|میں)\s+)?"
    r"(?:(?:مزید|باقی|دیگر|کم\s+از\s+کم)\s+)?\Z"
)


def _row_urdu(text: str, sentence: Sentence, counts: Sequence[Count]) -> _Row:
    """Read "in Mir Ali seven, in Tank four and in Bannu two militants were killed".

    Or, behind a total, "in Mir Ali seven and in Tank four".
    """
    items = list(_ROW_URDU.pattern.finditer(text, sentence.start, sentence.end))
    base = _base_urdu(text, counts, items[-1])
    kept = _connected(text, items, counts, base.start if base else items[-1].end())
    if base is None:
        return _parts_behind(counts, kept)
    if not kept:
        return []
    last = next(c for c in counts if c.number_start == base.number_start)
    return [*((None, _like(base, item)) for item in kept), (last, _apart(base))]


def _connected(
    text: str, items: Sequence[re.Match[str]], counts: Sequence[Count], end: int
) -> list[re.Match[str]]:
    """Return the items that follow each other up to an offset, with nothing else between."""
    kept: list[re.Match[str]] = []
    known = {c.number_start for c in counts}
    for item in reversed(items):
        gap = text[item.end() : end].strip(" ،\n")
        if gap not in {"", "اور", "جبکہ"} or item.start("number") in known:
            break
        kept.insert(0, item)
        end = item.start("place")
    return kept


def _parts_behind(counts: Sequence[Count], kept: Sequence[re.Match[str]]) -> _Row:
    """Read the parts, place by place, of a total told before them."""
    before = [c for c in counts if kept and c.number_end <= kept[0].start("place") and c.best]
    if not before or len(kept) == 1 or before[-1].outcome not in _TOLD:
        return []
    total = before[-1]
    if total.best != sum(_value(item["number"]) for item in kept):
        return []
    whole = replace(total, aggregate=True, rules=(*total.rules, "incidents"))
    return [(total, whole), *((None, _like(total, item)) for item in kept)]


def _like(count: Count, item: re.Match[str]) -> Count:
    """Return the figure of an item, which counts what another one counts."""
    number, (start, end) = _value(item["number"]), item.span("number")
    more = replace(
        count, start=item.start("place"), end=end, number_start=start, number_end=end,
        low=number, best=number, high=number, total=False, update=False, increment=False,
    )  # fmt: skip
    return _apart(more)


def _base_urdu(text: str, counts: Sequence[Count], item: re.Match[str]) -> Count | None:
    """Return the figure with the verb that a row of places ends with, from its place on."""
    for count in counts:
        if count.number_start < item.end() or not count.best or count.part:
            continue
        if count.outcome not in _TOLD or count.denied:
            return None
        place = _LAST_URDU.search(text, item.end("number"), count.number_start)
        return replace(count, start=place.start("place")) if place else None
    return None


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else CARDINALS_UR[word]


# --- the clauses ---

_BEFORE = re.compile(r"(?:\s*[,;:،؛])?\s*(?:(?:and|while|اور|جبکہ|کہ)\s+)?\Z")
_LONGEST_GAP = 12
_DATELINE = 3
"""Words before a colon that may be a dateline."""


def places_apart(counts: Sequence[Count]) -> list[int]:
    """Return where the figures of other places begin, in text order."""
    return sorted(count.start for count in counts if ELSEWHERE in count.rules)


def cuts_between(text: str, sentence: Sentence, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Return where a sentence is cut between the figures of several places.

    Parameters
    ----------
    text
        The article's text.
    sentence
        A sentence.
    starts
        Where figures of other places begin, in text order.
    """
    own = starts[bisect_left(starts, sentence.start + 1) : bisect_left(starts, sentence.end)]
    cuts: list[tuple[int, int]] = []
    for start in own:
        first = max(sentence.start, start - _LONGEST_GAP)
        gap = _BEFORE.search(text, first, start)
        end = gap.start() if gap is not None else start
        before = text[sentence.start : end].split()
        dateline = len(before) <= _DATELINE and text[end:start].strip() == ":"
        if before and not dateline:
            cuts.append((end, start))
    return cuts

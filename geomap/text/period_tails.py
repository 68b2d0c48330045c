"""Clauses that set one event among those of a time: "bringing this month's toll to 20".

They are cut from the news beside them, which is then read as if it stood alone; what they count is
a sum of that time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from geomap.text.counts import Count
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["apart_from_periods", "without_rank"]

_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NOW = (
    r"(?:an?\s+hour\b|(?:the|this|its|their)\s+(?:[\w-]+\s+){0,2}?(?:operation|offensive|siege|clashes|fighting|standoff|stand-off|"
    r"sit-in|protests?|attack|blast|bombing|incident|raid|ambush|curfew)\b|yesterday|dawn|then\b|midnight|noon|morning|(?:the\s+)?(?:early|morning|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
)
_TIME = (
    r"(?:\b(?:this|last|the\s+(?:current|outgoing|past|last|ongoing|same))\s+(?:\w+\s+){0,2}?"
    r"(?:weeks?|months?|years?|quarter|fortnight|winter|summer|spring|autumn|season|Rama[zd]an|decades?)\b"
    r"(?!['’]s?\s+(?:[\w-]+\s+){0,4}?(?:attack|blast|bombing|explosion|ambush|assault|raid|shooting|clash|siege|hijacking|massacre)\b)"
    r"|\b(?:a|one|two|three|four|five|six|[\w-]+)[\s-]+(?:weeks|months|years|fortnight)\b"
    r"|\b(?:in|within|over|during|of)\s+(?:(?:less\s+than|under|just|about|barely|as\s+many)\s+)?(?:(?:the|an?|one|as\s+many)\s+)?"
    r"(?:(?:past|last|recent)\s+)?(?:week|month|year|fortnight|decade)s?\b(?!['’])"
    r"|\bin\s+recent\s+(?:days|weeks|months|years)\b"
    rf"|\bsince\s+(?!{_NOW})|\bso\s+far\b|\bto\s+date\b|\b(?:of\s+late|lately|recently)\b"
    rf"|\b(?:in|of|during)\s+(?:(?:the\s+month\s+of|early|mid-?|late)\s+)?(?:{_MONTH}|20\d\d)\b)"
)
_IN_DAYS = (
    r"\b(?:in|within)\s+(?:the\s+(?:last|past)\s+)?"
    r"(?:as\s+many|two|three|four|five|six|seven|ten|\d+)\s+days\b"
)
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|"
    r"(?:twenty|thirty|forty|fifty)-\w+|\d+(?:st|nd|rd|th)|latest|newest|most\s+recent|deadliest|worst|bloodiest|biggest|"
    r"largest|heaviest|gravest)\b(?!\s+(?:[\w-]+\s+){0,2}?(?:hours?|days?|weeks?|months?|quarter|half|years?|phase|stage)\b)"
)
_TOTAL = r"(?:number|toll|tally|total|count|figure|tolls|deaths|fatalities|casualties|losses)"
_RISEN = (
    r"(?:risen|rises?|rose|reached|reaches|climb(?:ed|s)?|grown|gone\s+up|went\s+up|jumped|crossed|mounted|swelled|stands?|"
    r"stood|is|was|comes?|came|exceed(?:ed|s)?|passed|touched)"
)
_N = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|dozens|scores|hundreds|several|many)(?:-\w+)?"
)
_ABOUT = (
    r"(?:(?:at\s+least|more\s+than|over|nearly|almost|around|about|some|as\s+many\s+as|up\s+to|"
    r"a\s+total\s+of)\s+)?"
)
_HARMED = (
    r"(?:killed|dead|died|martyred|slain|wounded|injured|hurt|shot|assassinated|murdered|lost|lives|abducted|kidnapped|"
    r"attack\w*|blasts?|bombings?|incidents?|killings?|targeted|deaths|claimed|suffered)"
)
_REST = r"[^;.]{0,170}?"
_SUM = re.compile(
    rf",?\s+(?:—\s*)?(?:thus\s+|thereby\s+|thereby\s+also\s+)?(?:bringing|taking|raising|pushing|lifting|putting|driving|increasing|"
    rf"swelling|sending|carrying)\s+{_REST}\b(?P<toll>{_TOTAL})\b"
    r"|,?\s+(?:thus\s+|thereby\s+)?(?:making|bringing)\s+(?:it|this|that|him|her|them|the\s+\w+)\s+(?:also\s+)?(?:(?:at\s+least|the|their|its)\s+)"
    rf"|,?\s+(?:which|that|and)\s+(?:has\s+)?(?:brings?|brought|takes?|took|raises?|raised|pushed|pushes)\s+{_REST}\b{_TOTAL}\b"
    rf"|\s+(?:has\s+|have\s+)?(?:brings?|brought|takes?|took|taken|raises?|raised|pushed|pushes)\s+(?:to\s+[\w-]+\s+)?(?:the|this\s+\w+['’]s)\s+(?:[\w-]+\s+){{0,2}}?{_TOTAL}\b"
    rf"|(?:,\s+|,?\s+(?:and|as|while|after\s+which)\s+)(?:the\s+|this\s+\w+['’]s\s+|its\s+)(?:\w+\s+){{0,2}}?{_TOTAL}\b{_REST}\b{_RISEN}\b"
    rf"|,?\s+(?:adding|noting|recalling|saying|pointing\s+out)\s+(?:that\s+)?(?=[^;,.]{{0,60}}\b{_N}\s)"
    rf"|(?:[,;]\s+|,?\s+(?:and|while|as)\s+){_ABOUT}{_N}\s+(?:[\w-]+\s+){{0,6}}?(?:have|has|had)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:been\s+)?(?:\w+ly\s+)?{_HARMED}\b"
    rf"|(?<!compared),?\s+with\s+{_ABOUT}{_N}\s+(?:[\w-]+\s+){{0,4}}?{_HARMED}\b",
    re.IGNORECASE,
)
"""How a clause opens that gives the toll of a time."""
_RANK = re.compile(
    rf"(?:(?:,|\s[—–-]|\s\()\s*(?:in\s+)?(?:(?:what|which)\s+(?:is|was)\s+)?|\s+in\s+what\s+(?:is|was)\s+|(?P<is>\s+(?:was|is|were|are|became|mark(?:s|ed))\s+(?:also\s+)?))(?:(?:the|their|his|her|its|yet\s+another|at\s+least\s+the)\s+)"
    rf"(?:province['’]s\s+|district['’]s\s+|country['’]s\s+|city['’]s\s+)?{_NTH}"
    rf"|,?\s+(?:marking|becoming|in)\s+(?:the|their|its|his)\s+{_NTH}"
    r"|(?:,|\s[—–-]|\s\()\s*(?:in\s+)?(?:one|part)\s+of\s+(?:an?|the|many|several|dozens|more|\d+)\b"
    r"|\s+in\s+one\s+of\s+the\s+(?:deadliest|worst|bloodiest|biggest|largest|heaviest|boldest|most\s+\w+)\b",
    re.IGNORECASE,
)
"""How a clause opens that ranks the event among those of a time."""
_HAS = (
    r"(?:have|has|had|is|are|was|were|continues?|faces?|sees?|grapples?|remains?|struggles?|reels?|"
    r"witness(?:es)?|battles?|fights?|experiences?)"
)
_TREND = re.compile(
    rf",?\s+(?:as|while|whereas|where|amid(?:st)?|at\s+a\s+time\s+when|in\s+(?:an?|the)\s+\w+\s+(?:where|that|which))\s+{_REST}\b{_HAS}\b"
    r"|\s+(?:that|which)\s+(?:have|has)\s+(?:\w+\s+){0,2}?(?:killed|left|claimed|cost|taken|wounded|seen)\s"
    rf"|,\s+(?:which|who|where|whose\s+\w+)\s+(?:\w+\s+){{0,2}}?{_HAS}\s"
    r"|,?\s+amid(?:st)?\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:wave|surge|spate|string|series|rise|spike|uptick|increase|resurgence)\b",
    re.IGNORECASE,
)
"""How a clause opens that tells what a group or an area has lately seen."""
_TIME_URDU = (
    r"(?:رواں|اس|اسی|گزشتہ|گذشتہ|حالیہ|پچھلے|موجودہ)\s+(?:(?:چند|کئی|ایک|دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|\d+)\s+)?"
    r"(?:ہفتے(?!\s+(?:کو|کے\s+(?:روز|دن))(?!\w))|ہفتوں|ماہ|مہینے|مہینوں|سال|برس|سالوں|برسوں|عرصے|سہ\s?ماہی)(?!\w)(?!\s+(?:کے|کی)\s+(?:\S+\s+)?(?:دھماکے|حملے|واقعے|فائرنگ))"
    r"|(?:ایک|دو|تین|چار|پانچ|چھ|\d+)\s+(?:ہفتے|ہفتوں|ماہ|مہینے|مہینوں|سال|برس|برسوں)\s+(?:میں|کے\s+(?:دوران|اندر))(?!\w)"
    r"|(?<!\w)سال\s+(?:20\d\d|رواں)|(?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر|سال\s+کے\s+آغاز)\s+سے(?!\w)"
)
_SAID_URDU = (
    r"تعداد|ہلاکت|اموات|شہادت|\S+واں\s|(?:پہلا|دوسرا|تیسرا|چوتھا|پانچواں|چھٹا|پہلی|دوسری|تیسری|چوتھی|پانچویں|چھٹی|\S+ویں|تازہ\s+ترین|بدترین)\s"
    r"|چکے|چکا|چکی|اضاف|شدت|لہر|تیز|سلسل"
)
_URDU = re.compile(
    r"(?:[،؛]\s*(?:جبکہ\s+|اور\s+|یوں\s+|جو\s+|یہ\s+|(?:ان|اس)\s+\S+\s+کے\s+بعد\s+|جس\s+(?:کے\s+(?:بعد|ساتھ)|سے|نے|میں)\s+|جہاں\s+|جن\s+میں\s+|اس\s+طرح\s+)?"
    r"|\s(?:جبکہ|یوں|جس\s+کے\s+(?:بعد|ساتھ(?:\s+ہی)?)|جس\s+سے|اس\s+طرح|جہاں|جس\s+نے|(?:اور|جو|یہ)(?=\s+(?:رواں|گزشتہ|حالیہ)))\s+)"
    rf"(?P<clause>(?:\S+\s+){{0,3}}?(?:{_TIME_URDU})(?=[^۔؛]{{0,120}}?(?:{_SAID_URDU})))"
)
"""How a clause in Urdu opens that tells of a time."""
_MARKS = Pattern(
    r"\b(?:this|last|since|so\s+far|to\s+date|weeks?|months?|years?|fortnight|decades?|recent\w*|lately|days|january|february|march|"
    r"april|may|june|july|august|september|october|november|december|20\d\d)\b|سال|ماہ|مہین|ہفت|برس|عرصے|سے\s",
    re.IGNORECASE,
)
_IN_TIME = re.compile(f"{_TIME}|{_TIME_URDU}", re.IGNORECASE)
_IN_RANK = re.compile(f"{_TIME}|{_IN_DAYS}", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|overnight|tonight|last\s+night)\b"
    rf"|\b{_MONTH}\s+\d{{1,2}}\b|\b\d{{1,2}}\s+{_MONTH}\b"
    r"|(?<!\w)(?:پیر|منگل|بدھ|جمعرات|جمعہ|جمعے|اتوار|آج|(?:ہفتے|ہفتہ)\s+(?:کو|کے\s+(?:روز|دن))|گزشتہ\s+(?:روز|رات|شب|شام))(?!\w)",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    rf"\W*(?:{_MONTH}|(?:The\s+)?(?:past|last|outgoing|first|second|third|fourth|current)\s+(?:\w+\s+)?"
    r"(?:week|months?|quarter|half|year)|The\s+(?:year|month|week|quarter)|20\d\d)\b",
    re.IGNORECASE,
)
"""A sentence that has a time as its subject: "March saw 85 attacks"."""
_REACH = 500
_LATELY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:today|yesterday|overnight)\b"
)
"""The days of news, as against those of what is remembered."""
_LEADING = re.compile(
    rf"(?:[^:,;.]{{2,40}}:\s*)?(?P<head>(?:In\s+)?(?:(?:what|which)\s+(?:was|is)\s+)?(?:the|their|yet\s+another|another\s+in)\s+{_NTH}"
    rf"|(?:Bringing|Taking|Raising|Pushing)\s{_REST}\b{_TOTAL}\b|(?:As|While|With|Amid(?:st)?)\s{_REST}\b(?:{_HAS}|{_HARMED}|wave|surge|spate|spike|uptick|rise)\b"
    rf"|In\s+an?\s+(?:[\w-]+\s+){{1,3}}(?:where|in\s+which|that)\s{_REST}\b{_HAS}\b)"
)
"""How a clause on a time opens a sentence, before its news."""
_STATED = re.compile(
    r",\s+(?:an?\s+|the\s+|according\s+to\s+)?(?:[\w'’.-]+\s+){1,7}?(?:said|told|added|reported)\b[^,;]{0,60}\Z"
    r"|,\s+according\s+to\s+[^,;]{3,60}\Z",
    re.IGNORECASE,
)
_OPENINGS = (_SUM, _RANK, _TREND)
_ARABIC = re.compile(r"\W*[\u0620-\u06ff]")
_LEAST = 12


def apart_from_periods(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Trigger]
) -> list[Sentence]:
    """Cut from sentences the clauses that set their event among those of a time.

    "A bomb killed three in Awaran on Monday, bringing this month's toll to 20". What tells of the
    time alone stays whole: "Attacks killed 90 in May, taking the toll this year to 300".

    Parameters
    ----------
    text
        The text.
    sentences
        Its sentences, in order.
    triggers
        The words that report events, in text order.

    Returns
    -------
    list of Sentence
        Numbered anew; a clause keeps the paragraph and the marks of its sentence.
    """
    starts = [trigger.start for trigger in triggers]
    answer: list[Sentence] = []
    for sentence in sentences:
        told = bisect_left(starts, sentence.start)
        acted = starts[told] if told < len(starts) else len(text)
        for piece in _pieces(text, sentence, acted):
            is_same = piece.number == len(answer)
            answer.append(piece if is_same else replace(piece, number=len(answer)))
    return answer


def _pieces(text: str, sentence: Sentence, acted: int) -> list[Sentence]:
    """Return a sentence without its clause on a time, and that; `acted` is its first trigger."""
    if not _MARKS.inside(text, sentence):
        return [sentence]
    found = _begins(text, sentence, acted)
    if found is None:
        return _without_head(text, sentence)
    gap, tail = found
    end = sentence.end
    stated = _STATED.search(text, tail, end)
    last = stated.start() if stated and _IN_TIME.search(text, tail, stated.start()) else end
    pieces = [replace(sentence, end=gap), replace(sentence, start=tail, end=last, of_time=True)]
    return [*pieces, replace(sentence, start=last + 2)] if last < end else pieces


def _without_head(text: str, sentence: Sentence) -> list[Sentence]:
    """Return a clause on a time that opens a sentence, and the news behind it."""
    head = _LEADING.match(text, sentence.start, sentence.end)
    if head is None:
        return [sentence]
    comma = text.find(", ", head.end(), sentence.end)
    if (
        comma < 0
        or _DAY.search(text, head.start("head"), comma)
        or not _tells_day(text, comma, sentence.end)
    ):
        return [sentence]
    if not _IN_TIME.search(text, head.start("head"), comma):
        return [sentence]
    start = comma + 2
    return [
        replace(sentence, start=head.start("head"), end=comma, of_time=True),
        replace(sentence, start=start),
    ]


def _tells_day(text: str, start: int, end: int) -> bool:
    return _DAY.search(text, start, end) is not None


def _begins(text: str, sentence: Sentence, acted: int) -> tuple[int, int] | None:
    """Return where the news of a sentence ends and the clause on a time begins."""
    first = sentence.start + _LEAST
    found = []
    for opening in (_URDU,) if _ARABIC.match(text, sentence.start, sentence.end) else _OPENINGS:
        for match in opening.finditer(text, first, sentence.end):
            if _is_tail(text, sentence, match) and _is_news(text, sentence, match, acted):
                found.append(match)
                break
    if not found:
        return None
    match = min(found, key=lambda one: one.start())
    tail = match.start()
    while not text[tail].isalnum():
        tail += 1
    return match.start(), tail


def _is_tail(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a clause is of weeks or longer, and of no day."""
    start = match.start() + 1
    end = min(sentence.end, start + _REACH)
    sought = _IN_RANK if match.re is _RANK else _IN_TIME
    timed = sought.search(text, start, end)
    if timed is None or (match.re is _RANK and _goes_on(text, timed.end(), end)):
        return False
    stated = _STATED.search(text, start, end)
    return _DAY.search(text, start, stated.start() if stated else end) is None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the news goes on behind a rank: "two men, the 5th and 6th this year, were shot"."""
    closed = _CLOSED.search(text, start, end)
    return closed is not None and _STATED.match(text, closed.start(), end) is None


def without_rank(found: Found) -> Found:
    """Leave out what ranks the people hit in the middle of the news: "(the fifth this month)"."""
    text, sentence = found.text, found.sentence
    if sentence.of_time or not _MARKS.inside(text, sentence):
        return found
    for rank in _RANK.finditer(text, sentence.start, sentence.end):
        end = min(sentence.end, rank.end() + _RANK_LENGTH)
        timed = _IN_RANK.search(text, rank.end(), end)
        closed = timed and _CLOSED.search(text, timed.end(), end)
        if closed:
            days = _outside(found.dates, rank.start(), closed.start())
            if not any(is_own_day(day) and day.precision == "day" for day in days):
                continue
            found.dates = days
            found.triggers = _outside(found.triggers, rank.start(), closed.start())
            counts = _outside(found.counts, rank.start(), closed.start())
            found.counts = [replace(one, aggregate=False) for one in counts]
    return found


_CLOSED = re.compile(r"\s?[,)—–]")
_RANK_LENGTH = 80
SpanT = TypeVar("SpanT", DateSpan, Trigger, Count)


def _outside(spans: Sequence[SpanT], start: int, end: int) -> list[SpanT]:
    return [one for one in spans if not start <= one.start < end]


def _is_news(text: str, sentence: Sentence, match: re.Match[str], acted: int) -> bool:
    """Whether what stands before a clause tells an event, and not what a time has seen."""
    end = match.start()
    start = max(sentence.start, end - _REACH)
    dated = _DAY.search(text, start, end) is not None
    if match.re is _RANK and match["is"] and not _LATELY.search(text, start, end):
        return False
    summed = match.re is _SUM and match["toll"] is not None
    if _OF_TIME.match(text, sentence.start, end):
        return False
    alone = dated or summed or _IN_TIME.search(text, start, end) is None
    return (acted < end or dated or summed) and alone

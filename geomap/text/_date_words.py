"""The English words of dates, the atom that they make, and the scan that finds atoms.

An atom is one piece of a date ("January 31", "Tuesday night", "two days ago") before anyone asks
which day it is. The scan looks every word up in one table; only a word that can begin an atom is
looked at more closely, by a pattern anchored there. `_date_english`, `_date_relative` and
`_date_urdu` hold those readers; `dates` joins atoms ("from ... to ...") and finds their days.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from geomap.text.patterns import any_of

__all__ = [
    "Atom",
    "Reader",
    "Readers",
    "Visible",
    "calendar_day",
    "listed",
    "normalise",
    "number_of",
    "scan",
    "visible",
    "with_half_day",
]


@dataclass(slots=True)
class Atom:
    """One piece of a date: its offsets, what it is, and the parts that it names.

    `what` is partial, years, weekday, offset, anchored, rolling, ahead, period, weekend, part,
    duration, overnight, vague, then or plan. `cue` says what an atom that may be no date needs: a
    preposition ("word"), that or a noun of violence ("noun"), a part of a period ("of"), another
    month ("pair"), a day of the month ("date"). `plan` is the last word of planning before it:
    (start, end, kind).
    """

    start: int
    end: int
    what: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    amount: int | None = None
    unit: str = "day"
    shift: int = 0
    cue: str = ""
    urdu: bool = False
    plan: tuple[int, int, str] | None = None
    modal_after: int | None = None
    of: Atom | None = None
    rules: list[str] = field(default_factory=list)

    @property
    def is_bare_day(self) -> bool:
        """Whether it is a day of a month that it does not name."""
        return self.what == "partial" and self.day is not None and self.month is None


def listed(words: str) -> list[str]:
    """Return the words of a string."""
    return words.split()


Reader = Callable[[str, str, int], Atom | None]
"""Takes the text, its normalised copy and an offset; returns the atom that begins there."""

MONTH_NAMES = listed(
    "january february march april may june july august september october november december"
)
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
CAPITAL_ONLY = frozenset({"may", "march", "august"})
NEEDS = {"april": "word", "june": "word", "august": "word", "march": "noun", "may": "noun"}
ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "ninety": 90,
}  # fmt: skip
NUMBERS: dict[str, int | None] = {word: value for value, word in enumerate(ONES) if value}
NUMBERS |= TENS | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}
NUMBERS |= dict.fromkeys(("few", "a few", "several", "some", "many"))
VAGUE_NUMBERS = ("few", "several", "some", "many", "couple")
LONG_WORDS = listed("day days week weeks weeklong month months monthlong years daylong")
PLAN_WORDS = listed(
    "will shall would won is are was were set expected likely plan plans planned planning vowed "
    "intend intends going scheduled slated call calls called calling announced fixed "
    "postponed adjourned due expire expires forecast forecasts forecasting predict predicts "
    "predicted"
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365,
            "decade": 3650}  # fmt: skip

G = r"(?: {1,3}| ?\r?\n ?)"
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORD = "(?:st|nd|rd|th)?"
NOT_COUNT = (
    rf"(?!{G}(?:people|persons|families|houses|homes|troops|soldiers|militants|rupees|cases|"
    rf"others|men|women|children|villages|workers|tonnes|schools|bodies|pilgrims|students)\b)"
)
YEAR = rf"(?:19|20)\d\d(?![\w%]|[.,:]\d){NOT_COUNT}"
JOIN = rf"(?: ?[-/] ?|{G}(?:and|&|to|till|until|through|upto){G}(?:the{G})?)"
NUMBER = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|(?:a{G})?(?:few|"
    rf"couple{G}of)|several|some|many|{'|'.join(reversed(ONES[1:]))}|an?)"
)
UNIT = "(?:hour|day|night|weekend|week|fortnight|month|year|decade|quarter)"
HALF_DAY = "(?:morning|evening|afternoon|night|midnight|noon|dawn|dusk)"

DIGITS = re.compile(
    r"(?P<iso>(?P<iy>(?:19|20)\d\d)(?P<is>[-/.])(?P<im>\d\d?)(?P=is)(?P<id>\d\d?)(?![\d/-]|\.\d))"
    r"|(?P<dmy>(?P<nd>\d\d?)(?P<ns>[-/.])(?P<nm>\d\d?)(?P=ns)(?P<ny>(?:19|20)\d\d)(?![\w/-]|\.\d))"
    r"|(?P<short>(?P<sd>\d\d?)(?P<ss>[-/.])(?P<sm>\d\d?)(?P=ss)(?P<sy>\d\d)(?![\w/-]|\.\d))"
    rf"|(?P<dm>(?P<d1>{DAY}){ORD}(?:(?P<join>{JOIN})(?P<d2>{DAY}){ORD})?(?:{G}|-)"
    rf"(?:(?:day{G})?of{G})?(?P<mon>{MONTH})(?:\.?,?(?:{G}|-)(?P<dy>{YEAR}))?)"
    r"|(?P<years>(?P<y1>(?:19|20)\d\d) ?- ?(?P<y2>(?:(?:19|20)\d\d|\d\d))(?![\w%-]|[.,]\d))"
    r"|(?P<decade>(?P<y3>(?:19|20)\d0)s\b)"
    rf"|(?P<year>{YEAR}(?!-\d))"
    rf"|(?P<nth>(?P<bare>{DAY})(?:st|nd|rd|th)\b(?:{G}(?P<inst>inst(?:ant)?|ult(?:imo)?)\b)?)"
)
DATED = re.compile(
    r"(?:^|[\n\r(\[])[ \t*#>•-]{0,6}$|"
    r"\b(?:on|dated?|since|of|from|until|till|and|to|night|posted|published|updated) ?[:(-]? ?$|- $"
)
BARE_BEFORE = re.compile(
    r"\b(?:on|since|until|till|from|by|between|nights? of|night between|morning of|evening of|"
    r"hours of|dawn of|night) (?:the )?(?:(?:night|morning|evening|afternoon|"
    r"early hours) of (?:the )?)?$"
)
BARE_NOT = re.compile(
    rf"-[a-z]|{G}(?:annual|anniversary|annivers\w*|day|night|week|month|year|floor|birthday|century|"
    r"brigade|hours?|round|session|time|man|match|over|amendment|battalion|wing|division|corps|"
    r"street|edition|meeting|conference|congress|convocation|person|victim|death|case|attack|such|"
    r"blast|bombing|explosion|killing|shooting|murder|ambush|raid|assault|incident|fatality|soldier|"
    r"officer|policem[ae]n|police|constable|official|trooper|guard|worker|health|polio|journalist|"
    r"reporter|lawyer|trader|teacher|elder|cleric|civilian|woman|child|labourer|member|one|security|"
    r"in (?:an?|as|less|this|the)|to be|"
    r"avenue|lane|mile|kilomet\w*|km|milestone|constitutional|national|international|regiment|"
    r"infantry|grade|class|place|position|spot|consecutive|straight|of (?!this\b|last\b|"
    r"that\b|the\b))\b"
)
MONTH_FIRST = re.compile(
    rf"(?P<mon>{MONTH})(?:\.?(?P<one>(?:{G}|-)(?:the{G})?(?P<d1>{DAY}){ORD}"
    r"(?![\w%]|[:.]\d|,\d{3}(?!\d)))"
    rf"(?:(?P<join>{JOIN})(?P<d2>{DAY}){ORD}(?![\w%]|[.,:]\d|{G}{MONTH}))?"
    rf"(?:,?{G}?(?P<dy>{YEAR}))?|\.?(?:,|{G}of)?(?:{G}|-)(?P<my>{YEAR}))?"
)
COUNT = re.compile(
    rf"(?P<n>{NUMBER})(?P<sep>{G}|-)(?P<u>{UNIT})s?"
    rf"(?:(?:{G}|-)(?P<tail>ago|earlier|before|back|prior|later|afterwards?|after|thereafter|old|long))?\b"
)
RELATIVE = re.compile(
    rf"(?P<det>last|past|previous|preceding|this|current|ongoing|next|coming|"
    rf"upcoming|following|same|recent|that)(?:{G}(?P<n>{NUMBER}))?{G}"
    rf"(?:(?P<u>{UNIT})(?P<s>s?)|(?P<half>{HALF_DAY}))\b"
)
ENDED = re.compile(
    rf"(?:,)?(?:{G}(?:that|which))?(?:{G}(?:has|had|have))?(?:{G}(?:just|now))?{G}"
    rf"(?:end(?:ed|ing|s)|closed|closing|concluded|gone{G}by|to(?={G}(?:{'|'.join(MONTHS)}|"
    rf"{'|'.join(WEEKDAYS)}|\d{{1,2}}{G}(?:{'|'.join(MONTHS)}))\b))(?:{G}(?:on|with))?\b(?!{G}in\b)"
)
LATER = re.compile(
    rf"(?:later|earlier){G}(?:in|on|that){G}(?:the{G}|that{G})?(?:day|evening|night|morning)\b"
)
OUTGOING = re.compile(
    rf"(?:outgoing|(?:just|recently)[- ]?(?:ended|concluded)|concluded){G}(?P<u>week|month|year)\b"
)
IN_THE_WEEK = re.compile(r"\b(?:during|over|in|within) $")
BESIDE = re.compile(
    rf"(?:day|night|evening|morning){G}(?P<side>before|after)"
    rf"(?:{G}(?P<deictic>yesterday|tomorrow|last(?!{G}(?:week|month|year|{'|'.join(WEEKDAYS)}|{MONTH}))))?\b"
)
PART = re.compile(
    rf"(?P<ordinal>first|second|third|fourth|last|final){G}(?:(?P<piece>half|quarter|"
    rf"week|fortnight|day)|(?P<n>{NUMBER}){G}(?P<u>day|week|month)s?)(?={G}of\b)"
    rf"|first{G}(?P<n2>{NUMBER}){G}months\b|(?P<nq>first|second|third|fourth|last){G}quarter\b"
)
IN_A_PERIOD = re.compile(r"\b(?:in|during|for|over|since|throughout) (?:the )?$")
LONG = re.compile(r"(?:day|week|month)s?-?long\b")
UNCOUNTED = re.compile(rf"(?:days|weeks|months|years){G}(?:ago|earlier|back|later)\b")
PART_OF_DAY = re.compile(rf"(?:'s)?{G}(?:(?:early|late){G})?{HALF_DAY}\b")
CALLED = (
    r"(?=[^.\n]{0,50}\b(?:strike|shutdown|shutter|protests?|rally|rallies|march|sit-in|hartal|"
    r"demonstrations?|meeting|session|elections?))"
)
_WOULD = rf"(?:would(?!{G}not\b)|(?<!when he )(?<!when she )(?<!when they )would)"
"""No plan is who "fired when he would not let go"."""
PLAN = re.compile(
    rf"(?P<modal>(?:will|shall|{_WOULD}|won't)\b(?!{G}have\b|-be\b)|(?:is|are){G}(?:also{G})?to\b)"
    rf"|(?P<verb>(?:is|are|was|were){G}(?:due{G}(?:to|on|in)|scheduled|slated|expected)\b"
    rf"|(?:set|expected|likely|plans?|planned|planning|vowed|intends?|going){G}to\b"
    rf"|(?:scheduled|slated)\b|forecast(?:s|ing)?\b|predict(?:s|ed)?\b|call(?:s|ed|ing)?{G}for\b{CALLED}|due{G}to{G}be\b|expires?\b)"
    rf"|(?P<for>(?:calls?|called|announced|planned|set|fixed|postponed|adjourned|due)\b)"
)
LOWER_NOUN = re.compile(
    rf"{G}(?!(?:in|at|on|near|when|after|before|during|by|as|with|for|from|this|last|the|and|that|"
    r"was|were|is|has|had|a|an|to|of|since|until|till|through|night|morning|evening)\b)[a-z]"
)
CLAUSE_GOES_ON = re.compile(
    rf"\s*$|[.,;:)!?']|{G}(?:in|at|near|on|when|after|during|by|as|with|this|last|for|while|and|"
    rf"killed|left|wounded|injured|hurt|claimed|destroyed|damaged|maimed|martyred)\b"
)
NIGHT_OR_BETWEEN = re.compile(r"(?:nights?|between|nights? of|dates?) (?:of |on )?$")
DURATION_HEAD = re.compile(
    r"\b(?:for|in|within|over|during|throughout|lasted) (?:the |about |around |nearly |almost |"
    r"at least |more than |over )?$"
)
NOT_WEEKDAY = re.compile(r" (?:times|market|bazaa?r|mail|telegraph|express|guardian|observer)\b")
NEVER_BEFORE = re.compile(r"\b(?:every|each|any|black|bloody|good|easter|ash) $")
TITLE_BEFORE = re.compile(r"\b(?:pakistan|balochistan|india|usa|arab) $")
PRAYERS = re.compile(r" (?:prayers?|sermon|congregation)\b")

_REPLACED = tuple(
    zip(
        "’‘ʼ–—‑‐−\t\xa0\u2009\u202f\u200a\u2002\u2003\u200cيىكةه٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
        "'''-----        " + "ییکۃہ" + "0123456789" * 2,
        strict=True,
    )
)
_UNSEEN = [
    chr(code)
    for first, last in (
        (0xAD, 0xAD), (0x61C, 0x61C), (0x64B, 0x652), (0x670, 0x670), (0x200B, 0x200B),
        (0x200D, 0x200F), (0x202A, 0x202E), (0x2060, 0x2060), (0x2066, 0x2069), (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
]  # fmt: skip
_INVISIBLE = re.compile(f"[{''.join(_UNSEEN)}]+")


class Visible(NamedTuple):
    """A text without its invisible characters and vowel signs; `offsets` lead back, None: as is."""

    text: str
    offsets: list[int] | None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original text."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def forth(self, offset: int) -> int:
        """Return where an offset of the original text has come to."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def visible(text: str) -> Visible:
    """Take soft hyphens, zero-width and bidi characters and Arabic vowel signs out of a text."""
    if text.isascii() or not any(sign in text for sign in _UNSEEN):  # sooner than a search
        return Visible(text, None)
    offsets: list[int] = []
    done = 0
    for gap in _INVISIBLE.finditer(text):
        offsets.extend(range(done, gap.start()))
        done = gap.end()
    offsets.extend(range(done, len(text)))
    return Visible(_INVISIBLE.sub("", text), offsets)


def normalise(text: str) -> str:
    """Return text in lower case, with plain digits, dashes and spaces, of the same length."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if lower.isascii():
        return lower.replace("\t", " ")
    for old, new in _REPLACED:
        lower = lower.replace(old, new)
    return lower


class Readers:
    """The words that may begin an atom, and what reads it there.

    Parameters
    ----------
    table
        The readers by word, ``"0"`` standing for every number.
    """

    def __init__(self, table: Mapping[str, tuple[Reader, ...]]) -> None:
        self.of = dict(table)
        self.number = self.of.pop("0")
        self.words = re.compile(rf"(?<!\w)(?:[0-9]\w*|{any_of(self.of)}(?!\w))")


def scan(text: str, low: str, readers: Readers) -> list[Atom]:
    """Return the atoms of text in order, not overlapping; `low` is the normalised copy."""
    atoms: list[Atom] = []
    plan: tuple[int, int, str] | None = None
    done = 0
    options_of, number = readers.of.get, readers.number
    for word in readers.words.finditer(low):
        start = word.start()
        if start < done:
            continue
        for reader in options_of(word[0], number):
            if (atom := reader(text, low, start)) is not None:
                break
        else:
            continue
        done = atom.end
        if atom.what == "plan":
            plan = (atom.start, atom.end, atom.unit)
            if atom.unit == "modal" and atoms and atoms[-1].modal_after is None:
                atoms[-1].modal_after = atom.start
            continue
        atom.plan = plan
        atoms.append(atom)
    return atoms


def with_half_day(low: str, atom: Atom) -> Atom:
    """Let an atom that is a day run on over "night", "'s early morning" and the like."""
    if tail := PART_OF_DAY.match(low, atom.end):
        atom.end = tail.end()
    return atom


def number_of(phrase: str) -> int | None:
    """Return the number that a phrase names, up to 999; None for "few" and "several"."""
    if phrase.isdecimal():
        return int(phrase)
    parts = phrase.replace("-", " ").split()
    whole = " ".join(parts)
    if whole in NUMBERS:
        return NUMBERS[whole]
    return sum(NUMBERS.get(part) or 0 for part in parts)


def calendar_day(*, day: int, month: int) -> bool:
    """Whether a month has such a day in some year."""
    return (
        1 <= month <= 12 and 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )

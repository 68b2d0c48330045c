"""Swap the tolls of a report for other figures, such that its sums stay true.

A figure of people is a number before a word for people or for what befell them. Each figure gets
another, the same one wherever it stands, larger figures larger ones. A figure that is the sum of
others becomes the sum of theirs; one and zero stay. Where no such figures are found, or where a
label is no figure or sum of figures of the text, the report keeps its own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from tests.gold.build import MARK
from tests.swaps.dates import LATIN_DIGITS, NAMES, URDU_DIGITS
from tests.swaps.marked import Marked

UNITS = tuple(
    re.findall(
        r"\w+",
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen",
    )
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = dict(enumerate(UNITS)) | {
    10 * tens + unit: word + (f"-{UNITS[unit]}" if unit else "")
    for tens, word in enumerate(TENS, start=2)
    for unit in range(10)
}
URDU_WORDS = dict(
    enumerate(
        re.findall(
            r"\w+",
            "دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ انیس بیس "
            "اکیس بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس اکتیس بتیس تینتیس "
            "چونتیس پینتیس",
        ),
        start=2,
    )
)
VALUES = {word: value for table in (WORDS, URDU_WORDS) for value, word in table.items()}
FIGURE = re.compile(
    rf"(?i)(?<![\w.,:/-])(?:{'|'.join(sorted(VALUES, key=len, reverse=True))}|[0-9۰-۹]{{1,3}})"
    r"(?![\w:/-]|[.,]\d)"
)
PEOPLE = re.compile(
    r"(?i)\b(?:people|persons?|men|women|children|boys|girls|soldiers|troops|policemen|police\w*|"
    r"cops|personnel|officials|officers|guards|militants|terrorists|attackers|assailants|"
    r"insurgents|fighters|khwarij|civilians|labourers|workers|miners|colliers|passengers|"
    r"travellers|traders|shopkeepers|villagers|tribesmen|dacoits|protesters|demonstrators|"
    r"marchers|students|teachers|others?|dead|deaths|bodies|killed|wounded|injured|hurt|died|dies|"
    r"die|lives|martyred|lost|injuries|were|was|more|comrades|sons|gunmen|suspects|casualties|"
    r"victims|members|residents|scouts|levies|martyrs|perished|slain|fell|sustained|embraced|laid|"
    r"lay|had|in|of)\b"
    "|افراد|اہلکار|فوجی|سپاہی|مزدور|کان کن|شہری|پولیس|دہشت|عسکریت|شدت|ڈاکو|مسافر|ہلاک|زخمی|شہید"
    "|جاں|جانیں|لاش|محافظ|لیویز|مظاہرین|بچ|خواتین|راہگیر|حملہ آور|ملزم|دکاندار"
    "|طالب|کو|نے|بندوق|جوان"
)
NOT_COUNTED = re.compile(
    rf"(?i)^(?:-year|-| ?km\b|\)? (?:and|or|to) (?:\d+ )?(?:{NAMES})\b|\s(?:(?:more )?(?:"
    r"kilomet\w*|km|miles?|met\w+|feet|foot|inch\w*|hours?|minutes?|seconds?|days?|weeks?|months?|years?|"
    r"times?|vehicles?|lorries|trucks|cars|buses|motorcycles?|kg|kilo\w*|rounds?|rifles?|rockets?|"
    r"mortar|per cent|percent|o'clock|am|pm|sides?|towns?|districts?|places?|villages?|attacks?|"
    r"incidents?|blasts?|operations?|raids|posts?|houses?|shops?|points?|runs?|goals?|wickets?|"
    r"balls?|overs?|matches|provinces|groups?|tribes|clans|hideouts?|wagons|coaches|pylons|engines|"
    rf"mines|pits|schools|million|billion|rupees|thousand|hundred|lakh|crore|{NAMES}|"
    r"others? district|families|tents|and a half)\b))"
    rf"|^\s?(?:(?:سے|تا|اور) [0-9۰-۹]+ (?:{NAMES})|{NAMES}|کلومیٹر|میٹر|فٹ|انچ|گھنٹ|منٹ|دن|روز|ہفت|"
    "ماہ|سال|برس|گاڑی|موٹر|کلو|راؤنڈ|فیصد|بجے|لاکھ|ہزار|سو|کروڑ|ارب|مقامات|اضلاع|دکان|مکان|ٹرک|واقعات|"
    "حملے|دھماک|کارروائ|گول|رنز|وکٹ|عمر|گھر|گرڈ|کھمب|ٹاور|ویں|اوورز|خاندان"
    "|نمبر|رکنی|قبائل|قبیل|گروہ|گروپ)"
)
BEFORE = re.compile(
    rf"(?i)(?:\b(?:aged?|aged (?:about )?\d+ and|at|about|by|no|nos|number|section|rs|n-|m-|"
    rf"(?:{NAMES})|phase|unit|page|ward|score|fir|article|pr|since|until|till|after|before|next|"
    r"last|past|first)\.?|عمر|نمبر|تقریبا|دفعہ|[$#£])\s*$"
)
ORDINAL = re.compile(
    r"(?i)\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\s(?:\w+\s)?"
    r"(?:victim|person|man|body|\w*policeman|soldier|guard|labourer|attacker|militant|worker|death|"
    r"of them|had|has|died|was|succumbed)\b|\b(?:a dozen|double\w*|twice as|per cent)\b"
    r"|درجن|فیصد|(?:تیسر|چوتھ|پانچو|ساتو|آٹھو)\S* (?:شخص|اہلکار|فرد|زخمی|لاش)"
)
PAIRS = {
    2: r"(?i)\b(?:both|couple|pair|brothers|twins)\b|دونوں",
    3: "تینوں",
    4: "چاروں",
    5: "پانچوں",
}
SINGLE = re.compile(
    r"(?i)\b(?:a|an|the|another|his|her|one|1)\s+(?:\w+\s){0,1}(?:soldier|policeman|police officer|"
    r"constable|civilian|guard|passer-by|woman|child|boy|girl|man|bomber|attacker|militant|"
    r"labourer|driver|officer|cleric|teacher|tribesman|shopkeeper|trooper|levies man|one|captain|"
    r"major|lieutenant)\b|ایک"
)
TRIES = 400
WORST = 8


def value_of(words: str) -> int:
    """Return the value of a figure in words or digits."""
    known = VALUES.get(words.lower())
    return known if known is not None else int(words.translate(LATIN_DIGITS))


def like(value: int, words: str) -> str:
    """Return a value in the form that the words have."""
    if words.isascii() and words.isdigit():
        return str(value).zfill(len(words)) if words[0] == "0" else str(value)
    if words.translate(LATIN_DIGITS).isdigit():
        return str(value).translate(URDU_DIGITS)
    new = (WORDS if words.isascii() else URDU_WORDS)[value]
    return new.capitalize() if words[0].isupper() else new


def figures(text: str) -> list[re.Match[str]]:
    """Return the figures of two and more in a text with marks that are no date, age or measure."""
    spans = [mark.span() for mark in MARK.finditer(text)]
    return [
        match
        for match in FIGURE.finditer(text)
        if value_of(match[0]) > 1
        and not NOT_COUNTED.match(text[match.end() :])
        and not BEFORE.search(text[: match.start()])
        and not any(first <= match.start() < last for first, last in spans)
    ]


def is_of_people(match: re.Match[str]) -> bool:
    """Whether a word for people, or for what befell them, follows the figure."""
    clause = re.split(r"[.;:۔\n(]", match.string[match.end() : match.end() + 45])[0]
    return bool(PEOPLE.search(clause))


def sums(value: int, passages: list[Counter[int]]) -> set[tuple[int, ...]]:
    """Return the ways in which a figure is a sum of two to four smaller ones of one passage."""
    found: set[tuple[int, ...]] = set()
    for known in passages:
        parts = sorted(part for part, count in known.items() if part < value for _ in range(count))
        for size in (2, 3, 4):
            found |= {ways for ways in combinations(parts, size) if sum(ways) == value}
    return found


@dataclass(frozen=True)
class Sums:
    """The figures of a report: how each is a sum, which ones a label alone has, which stay."""

    ways: dict[int, set[tuple[int, ...]]]
    derived: frozenset[int]
    fixed: frozenset[int]


def try_figures(known: Sums, random: Random) -> dict[int, int] | None:
    """Return one attempt at other figures, or None where its sums would not stay true."""
    new, last = {1: 1}, 1
    for value, ways in known.ways.items():
        totals = {sum(new[part] for part in way) for way in ways}
        if len(totals) > 1 or (value in known.derived and not totals):
            return None
        free = max(last + 1, value + random.randint(0, 5) * (value not in known.fixed))
        new[value] = totals.pop() if totals else free
        if new[value] <= last or (value in known.fixed and new[value] != value):
            return None
        last = new[value]
    return new


def count_figures(labels: set[int], text: str) -> Counter[int]:
    """Return how often a figure of people stands in a text, twice at most; and single persons."""
    counts = Counter(
        value_of(match[0])
        for match in figures(text)
        if value_of(match[0]) in labels or is_of_people(match)
    )
    singles = len(SINGLE.findall(MARK.sub(lambda mark: mark[1], text)))
    return Counter(
        {value: min(count, 2) for value, count in counts.items()} | {1: min(3, max(1, singles))}
    )


def other_figures(report: Marked, passages: list[str]) -> dict[int, int]:
    """Return the figures that change most of the labels, none if nothing can be changed."""
    labels = labelled(report)
    counts = [count_figures(labels, passage) for passage in passages]
    seen = {value for known in counts for value in known} - {1}
    values = sorted(seen | labels)
    fixed = {value for value, words in PAIRS.items() if re.search(words, report.body)}
    ways = {value: sums(value, counts) for value in values}
    known = Sums(ways, frozenset(labels - seen), frozenset(fixed))
    best: dict[int, int] = {}
    random, most = report.random, 0
    for _ in range(TRIES):
        new = try_figures(known, random)
        changed = sum(new[label] != label for label in labels) if new else 0
        if new and changed > most and max(new.values()) < WORST * max(values):
            best, most = new, changed
    return best


def labelled(report: Marked) -> set[int]:
    """Return the figures of two and more in the labels."""
    cells = (cell for row in report.incidents() for cell in row[8:10] if cell != "-")
    return {int(cell) for cell in cells if int(cell) > 1}


def swap_figures(report: Marked) -> Marked | None:
    """Return the report with other tolls, or None where its sums allow none."""
    labels = labelled(report)
    if not labels or max(labels) > 300 or ORDINAL.search(report.plain):
        return None
    title = next((line for line in report.head if line.startswith("title: ")), "")
    paragraphs = [part for part in report.body.split("\n") if part.strip()]
    new = other_figures(report, [report.body])
    if not new and len(report.incidents()) > 1:
        new = other_figures(report, paragraphs)
    if not new:
        return None
    rows = [
        [
            *row[:8],
            *(str(new.get(int(cell), cell)) if cell != "-" else cell for cell in row[8:10]),
            *row[10:],
        ]
        for row in report.incidents()
    ]
    try:
        body = replace_figures(report.body, new)
        titled = replace_figures(title, new)
    except KeyError:
        return None
    head = tuple(titled if line == title else line for line in report.with_incidents(rows))
    return replace(report, head=head, body=body)


def replace_figures(text: str, new: dict[int, int]) -> str:
    """Return a text with its figures of people replaced."""
    parts, position = [], 0
    for match in figures(text):
        value = value_of(match[0])
        parts += [text[position : match.start()], like(new.get(value, value), match[0])]
        position = match.end()
    return "".join([*parts, text[position:]])

"""Sentences that say that nobody was hurt: "no casualties", "no loss of life"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.text._count_words import word_set
from geomap.text.expressions import guarded

__all__ = ["NONE_WORDS", "Nobody", "read_zeros", "read_zeros_ur"]


@dataclass(frozen=True, slots=True)
class Nobody:
    """A statement of zero: its outcome, clause, the words that stand for the number, its rules."""

    outcome: str
    start: int
    end: int
    number_start: int
    number_end: int
    rules: tuple[str, ...]


NONE_WORDS = word_set(
    "casualty casualties cas death deaths fatality fatalities injury injuries loss losses "
    "life lives harm harmed nil none zero neither alive bloodshed scratched grazed single"
)
"""A sentence without any of these is not read."""

_NO = (
    r"\b(?:no|not\s+(?:one|a\s+single)|zero|nil|without|neither(?:\s+side(?:\s+(?:had|has))?)?|nor\s+any|not\s+(?:\w+\s+){0,2}?any"
    r"|(?:not|n['’]t)\s+(?:caused?|suffer(?:ed)?|result(?:ed)?\s+in|report(?:ed)?|le(?:a)?d\s+to|"
    r"claim(?:ed)?)"
    r"|(?:denied|denies|denying|ruled\s+out)(?:\s+that\s+there\s+(?:were|was|had\s+been))?)"
)
_GAP = (
    r"(?:(?:immediate|reported|reports?|known|any|of|human|civilian|security|military|loss|losses|"
    r"damage|deaths?|fatalities|injury|injuries|material|property|or|and|nor|there|were|was|"
    r"physical|personal|other|further|more|additional|personnel|causing|cause|caused|suffering|"
    r"suffered|resulting\s+in|a|single|major|such)[\s,]+){0,6}?"
)
_LIFE = r"(?:human\s+|precious\s+|innocent\s+)?li(?:fe|ves)"
_END = r"(?=\s*(?:[.,;:!)–—]|$|(?:was|were|has|have|had|on|in|to\s+(?:forces|troops))\b))"
_WHAT = (
    r"(?P<what>casualt(?:y|ies)(?!\s+(?:figures?|count|toll|details|list))|"
    r"cas\b|deaths?|fatalit(?:y|ies)|injur(?:y|ies)|human\s+loss(?:es)?|"
    rf"loss(?:es)?\s+(?:of|to)\s+(?:any\s+)?{_LIFE}|li(?:fe|ves)\s+(?:was\s+|were\s+)?lost|"
    rf"life\s+loss|bloodshed\b|{_LIFE}(?=\s*[.,;]|$)|harm|loss(?:es)?(?:\s+among\s+the\s+\w+)?{_END})"
)
_AND = (
    r"(?:\s*(?:,|or|and|nor)\s+(?:damage\s+(?:or|and|nor)\s+)?(?:any\s+)?(?:injur(?:y|ies)|deaths?|"
    r"fatalit(?:y|ies)|casualt(?:y|ies)|loss\s+of\s+life))?\b"
)
_NOT_ONE = r"not\s+(?:one|a\s+single)"
_SO_MUCH_AS = (
    r"(?:was|were|is|are|got)\s+(?:even|so\s+much\s+as)\s+"
    r"(?:scratched|grazed|bruised|hurt|harmed|injured|wounded)\b"
)
_NONE = guarded(
    rf"{_NO}\s+{_GAP}{_WHAT}{_AND}"
    r"|\bneither\s+(?:[\w'’-]+\s+){1,4}?nor\s+(?:[\w'’-]+\s+){1,5}?(?:was|were)\s+"
    r"(?:hurt|harmed|injured|wounded|killed)\b"
    r"|\bneither\s+side\s+(?:\w+\s+){1,2}?any\s+(?:dead\s+or\s+wounded|killed\s+or\s+wounded)\b"
    r"|\b(?:no\s?-?one|nobody|none)\s+(?:\w+\s+){0,7}?(?:came|comes|come)\s+to\s+(?:any\s+)?harm"
    r"|\b(?:no\s?-?one|nobody|none)\s+(?:was|were)\s+(?:there|present|around|inside|at\s+home)\s+to\s+be\s+(?:harmed|injured|killed)\b"
    rf"|\b(?:no\s?-?one|nobody|none|{_NOT_ONE})\s+(?:[\w'’-]+\s+){{0,6}}?{_SO_MUCH_AS}"
    r"|\bloss(?:es)?\s+(?:[\w'’-]+\s+){0,5}?(?:is|was|are|were)\s+(?:\w+\s+){0,3}?nil\b"
    r"|\ball\s+(?:of\s+)?(?:its|his|their)\s+(?:own\s+)?(?:men|personnel|soldiers|troops|staff|guards|members)\s+"
    r"(?:were|are)\s+(?P<alive>alive)\b"
    r"|\bcasualt(?:y|ies)\s+(?:was|were)\s+(?:not\s+reported|avoided|averted)"
    r"|\b(?:killed|dead|deaths?|injured|wounded|casualt(?:y|ies)|fatalit(?:y|ies))\s?[:–-]\s?"
    r"(?:nil|none|zero|0)\b",
    re.IGNORECASE,
)
_NOT_ZERO = re.compile(
    r"\b(?:further|more|additional|other(?!\s+than))\b|death\s+(?:toll|sentence|penalty|threat)"
    r"|\blosses\s+(?:for|in\s+(?:trade|revenue|business))",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:word|information|confirmation|details?|clarity|figures?)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_NOT_CONFIRMED = re.compile(
    r"\b(?:not|n['’]t|never|yet\s+to|unable\s+to|could\s+not)\s+(?:\w+\s+)?(?:confirm|verify)\w*\s+(?:\w+\s+){0,2}$|"
    r"\b(?:not|n['’]t|never|yet\s+to|unable\s+to)\s+(?:\w+\s+)?(?:confirm|verify)\w*\s+any\b",
    re.IGNORECASE,
)
"""What is not confirmed is not denied."""
_ONE_SIDE = re.compile(
    r"\b(?:forces|troops|army|police|levies|our|own)\s+(?:side\s+)?(?:have\s+|had\s+|has\s+)?"
    r"(?:suffered|sustained|reported|took)?\s*$|\bamong\s+(?:the\s+)?(?:security\s+)?"
    r"(?:forces|troops|personnel|soldiers|policemen)"
    r"|\b(?:who|he|she|the\s+(?:rest|others?|remaining\s+\w+|other\s+\w+|(?:\w+\s+)?(?:driver|passengers?|mother|father|children|child|guards?|women|family)))\s+"
    r"(?:himself\s+|herself\s+|themselves\s+)?(?:had|has|have|received|suffered|sustained|got|bore|showed)\s*$|\b(?:himself|herself|themselves)\b|\bon\s+(?:our|own|the\s+forces['’]?)\s+side",
    re.IGNORECASE,
)
_SUFFERED = re.compile(r"^(?!neither).*\b(?:suffer|sustain|side\b)", re.IGNORECASE)
"""Words that say zero of those who suffered none, not of those whom they struck."""
_DEADLY = re.compile(
    r"\bcas|death|fatalit|loss|lives|life|alive|harm|\bhurt|killed|dead|bloodshed|scratch|graze|bruise|نقصان|جان|موت|ہلاک|شہادت|اموات|مرنے|بحق",
    re.IGNORECASE,
)
_HURTING = re.compile(
    r"\bcas|injur|wounded|harm|\bhurt|bloodshed|scratch|graze|bruise|زخمی|"
    r"\bloss(?:es)?\b(?!\s+(?:of|to)\b)(?<!human loss)(?<!life loss)",
    re.IGNORECASE,
)
_ONLY_LIFE = re.compile(r"loss(?:es)?\s+(?:of|to)|human\s+loss|life\s+loss|lost", re.IGNORECASE)
_BEFORE, _AFTER = 40, 24


def read_zeros(text: str, start: int, end: int) -> Iterator[Nobody]:
    """Read "no casualties" (nobody killed or injured), "no loss of life", "no injuries".

    "No further casualties" is no zero. "No reports of casualties" is one, with the rule
    ``no_reports``; "no casualties among the troops" has the rule ``one_side``.
    """
    for match in _NONE.finditer(text, start, end):
        said = match.group()
        if _NOT_ZERO.search(text, match.start(), min(match.end() + 12, end)):
            continue
        before = text[max(match.start() - _BEFORE, start) : match.start()]
        if _NOT_CONFIRMED.search(text, max(match.start() - _BEFORE, start), match.end()):
            continue
        if _UNSURE.search(text[match.start() : match.start("what")] if match["what"] else ""):
            continue
        rules = ["none"]
        if "report" in said.lower():
            rules.append("no_reports")
        if _SUFFERED.search(said):
            rules.append("one_side")
        if _ONE_SIDE.search(before) or _ONE_SIDE.search(
            text, match.start(), min(match.end() + _AFTER, end)
        ):
            rules.append("one_side")
        yield from _outcomes(match, said, tuple(rules))


def _outcomes(match: re.Match[str], said: str, rules: tuple[str, ...]) -> Iterator[Nobody]:
    first, last = match.span("what") if match.group("what") else match.span()
    hurting = _HURTING.search(_ONLY_LIFE.sub("", said))
    for outcome, stated in (("killed", _DEADLY.search(said)), ("injured", hurting)):
        if stated:
            yield Nobody(outcome, match.start(), match.end(), first, last, rules)


_DEATH_UR = r"(?:جانی نقصان|ہلاکت|ہلاکتوں|اموات|شہادت|موت|مرنے|ہلاک ہونے|جاں بحق ہونے)"
_NOT_UR = r"(?:نہیں|نہ)(?!\S*[^\W۔])"
_NO_LOSS_UR = re.compile(
    rf"(?P<what>جانی(?: (?:و|یا|اور) مالی)? نقصان)(?: [^\s۔]+){{0,5}}? {_NOT_UR}"
    r"|(?:بلا|بغیر کسی) (?P<else>جانی نقصان)"
    r"|(?:کسی (?:شخص |فرد |انسان |اہلکار |مسافر )?کی|کوئی)(?: بھی)?(?: انسانی)? "
    r"جان (?:ضائع |بھی )?(?:نہیں|نہ) (?:گئی|جا|ہوئی|ہو|گنوا)"
    rf"|(?:کسی|ہر طرح کی)(?: بھی| قسم کی)? {_DEATH_UR} (?:کی|سے) (?:\S+ )?(?:تردید|انکار)"
    rf"|(?:کسی (?:کے|شخص کے|فرد کے|بھی|قسم کی)|کوئی|کسی) {_DEATH_UR}(?: یا زخمی ہونے| یا زخمی)?"
    rf"(?: (?:کی|کے) (?:\S+ )?(?:اطلاع|اطلاعات|خبر))? {_NOT_UR}(?! ملا| ملی)"
    rf"|(?<!مزید ){_DEATH_UR} (?:کی )?کوئی (?:\S+ )?{_NOT_UR}"
    rf"|(?<!مزید ){_DEATH_UR}(?: کی| کا| یا زخمی ہونے کی) (?:کوئی )?(?:اطلاع|اطلاعات|خبر) {_NOT_UR}"
    r"|سب کی جان(?:یں)? بچ|سب (?:کے سب )?زندہ بچ"
)
_NO_HARM_UR = re.compile(
    r"کسی (?:بھی )?(?:(?:شخص|فرد|انسان|اہلکار|مسافر)(?: یا \S+)? )?کو (?:بھی )?"
    r"(?:کوئی |کسی قسم کا )?(?:نقصان|گزند) نہیں"
    r"|(?:کوئی|کسی قسم کا)(?: بھی)? نقصان (?:کی اطلاع )?نہیں (?:ہوا|پہنچا|ہو|ملی)"
    r"|(?<!جانی )(?<!مالی )نقصان کوئی نہیں"
    r"|بغیر (?:کوئی |کسی )?نقصان پہنچائے|نقصان پہنچائے بغیر|بلا نقصان"
)
_UNHURT_UR = re.compile(
    r"معجزانہ طور پر (?:محفوظ|بچ)|بال بال بچ|صحیح سلامت|بحفاظت (?:نکل|بچ|رہا کر دیا)|خراش تک نہیں"
)


def read_zeros_ur(text: str, start: int, end: int) -> Iterator[Nobody]:
    """Read "no loss of life" in Urdu, which says nothing of the injured, and "no harm"."""
    for match in _NO_LOSS_UR.finditer(text, start, end):
        yield from _outcomes(match, match.group(), ("none",))
    for match in _NO_HARM_UR.finditer(text, start, end):
        for outcome in ("killed", "injured"):
            yield Nobody(outcome, *match.span(), *match.span(), ("none",))
    for match in _UNHURT_UR.finditer(text, start, end):
        yield Nobody("injured", *match.span(), *match.span(), ("unhurt",))

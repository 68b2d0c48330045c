"""What a date in a sentence is the date of: the event, what came of it, or what was said of it.

``EVENT`` the event itself; ``ASIDE`` an event in a relative clause ("men who were taken on
Sunday") or one counted back from the main one; ``AFTERMATH`` what followed: a death of wounds, a
funeral, a visit, a road opened again; ``SPOKEN`` a statement, a press conference, a claim.
"""

from __future__ import annotations

import re

from geomap.text._date_spans import DateSpan
from geomap.text.patterns import Pattern

__all__ = [
    "AFTERMATH",
    "ASIDE",
    "EVENT",
    "SPOKEN",
    "aside_at",
    "dates_capture",
    "is_against",
    "is_compared",
    "names_event",
    "precedes_cause",
    "rank_of",
    "ranks_event",
]

EVENT, ASIDE, AFTERMATH, SPOKEN = range(4)

_BACK = 90
_AHEAD = 90
_BETWEEN = (
    r"(?:\s+(?:(?i:to|the|a|an|in|at|from|via|by|its|his|her|their|this|media|press|news|here|there|"
    r"reporters|journalists|newsmen|newspersons|correspondents|outlets|conference|briefing|release|"
    r"statement|handout|social|channel|channels|website|account|message|messages|post|parliament|"
    r"assembly|senate|court|meeting|house|late|early|and|only|also|issued|sent|e-?mailed|faxed|released|posted|newsrooms|offices|satellite|phone|telephone|mobile|undisclosed|unknown|location|"
    r"shared|circulated|on|that|each|other|one|another|agency|newspapers|official|officially|final|revised|latest|updated|count|"
    r"tally|toll|update|report|bulletin)|[A-Z][\w'’.-]*"
    r"|(?:at|outside|inside)\s+(?:[\w'’.-]+\s+){0,4}?(?:club|conference|gathering|rally|sit-in|camp|ceremony|briefing)))"
)
_SPEECH = (
    r"(?i:said|says|saying|speaking|talking|told|tells|confirmed|announced|added|statements?|accounts|versions|reported|informed|stated|"
    r"condemned|reporters|journalists|media|published|released|issued|claimed|unveiled|presented|"
    r"acknowledged|put|handout|briefing|conference|communiqu[eé]|tweeted|tweet|posted|claiming|"
    r"accepted\s+responsibility|accused|disclosed|revealed|declared|warned|denied|rejected|briefed|release|"
    r"explained|explaining|admitted|conceded|clarified|insisted|recounted|interview|e-?mail(?:ed)?|telephoned|phoned|video|audio|spokesman|spokesperson|quoted|aired|broadcast|blamed)"
)
_SPOKEN_BEFORE = Pattern(rf"\b{_SPEECH}{_BETWEEN}{{0,8}}?\s*$")
_SPOKEN_END = re.compile(
    rf"\b(?:{_SPEECH}|(?i:on|by|in|dated|of|late|early|here)|(?:from|in)\s+[A-Z][\w-]+)\s*$"
)
_VIOLENT = (
    r"(?:attack|kill|explo|bomb|blast|fire[ds]?\b|firing|ambush|shot|gunm|gunn|die|dead|raid|storm|"
    r"abduct|kidnap|torch|clash|protest|block|hurl|lob|ranged|struck|hit\b|when\b|after\b)"
)
_SPOKEN_AFTER = re.compile(
    rf",?(?:\s+(?!{_VIOLENT})[\w'’().-]+,?){{0,7}}?\s+"
    r"(?:put|said|told|confirmed|announced|reaffirmed|condemned|claimed|issued|released|(?<!on\s)reported|"
    r"revised|raised|listed|unveiled|warned|ordered|directed|chaired|visited|accepted|owned|"
    r"took\s+responsibility|denied|blamed|says|stated|tweeted|posted|declared|vowed|demanded|"
    r"called\s+(?:on|for)|expressed|rejected|disclosed|revealed|briefed|transpired|emerged|turned\s+out)\b(?!,)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:[^:]{0,40}:\s*)?(?:(?:however|but|later),?\s+)?(?:(?:late |early )?(?:on|by|in)\s+)?\Z",
    re.IGNORECASE,
)
_AFTERMATH_BEFORE = Pattern(
    r"\b(?:succumbed|breathed\s+(?:his|her|their)\s+last|passed\s+away|expired|laid\s+to\s+rest|"
    r"w(?:as|ere)\s+buried|funerals?|last\s+rites|died\s+(?:of|from)\s+(?:his|her|their|the)|"
    r"died\s+(?:[\w-]+\s+){0,3}?(?:hospital|treatment|way)|airlifted|discharged|visited|arrived|reached|"
    r"registered|lodged|chaired|presided|convened|met\b|inaugurated|condoled|identified|handed\s+over|"
    r"mourned|mourn|flown|(?:sent|taken|brought)\s+home|dispatched|resumed|reopened|re-opened|restored|lifted|post-?mortem|autops\w+|"
    r"toll\s+(?:\w+\s+){0,9}?(?:rose|risen|climbed|reached|went\s+up|jumped|increased)|"
    r"(?:wounded|injured|victim)\s+(?:[\w,'’-]+\s+){0,12}?died|"
    r"bod(?:y|ies)\s+(?:of\s+(?:[\w'’-]+\s+){1,8}?)?(?:were|was|had\s+been)\s+(?:brought|taken|shifted|moved|delivered)|"
    r"inspected|toured|flew|convoy\s+of\s+mourners)\b"
    rf"(?:\s+(?!{_VIOLENT})[\w'’,-]+){{0,12}}?\s+(?:late\s+|early\s+)?(?:on|by|until|till)\s*$",
    re.IGNORECASE,
)
_ASIDE = Pattern(
    r"\b(?:who|whom|which|that|whose)\s+(?:(?:was|were|had|has|have)\s+(?:been\s+)?|"
    r"(?=(?:\w+ed|broke|took|left|fell|hit|struck|began|shot|blew|cost)\b))"
    r"(?:(?!(?:was|were|had|has|have|on)\b)[\w'’-]+\s+){0,10}?(?:late\s+|early\s+)?(?:on|since)\s*$",
    re.IGNORECASE,
)
_AFTERMATH_ENDS = ("on", "by", "until", "till")
_ASIDE_ENDS = ("on", "since")
"""The words that `_AFTERMATH_BEFORE` and `_ASIDE` end with."""
_SAID_THAT = Pattern(
    r"\b(?:said|says|told|confirmed|claimed|added|stated|reported)\b[^,]{0,40}$", re.IGNORECASE
)

_URDU_VIOLENT = (
    r"(?:حمل|دھماک|فائرنگ|ہلاک|قتل|شہید|زخمی|اغوا|لاش|گول|بم|برآمد|گرفتار|نامعلوم|مسلح|جھڑپ|"
    r"آپریشن|کارروائی|احتجاج|دھرنا|تاب|افراد|اہلکار)"
)
_URDU_SPOKEN = re.compile(
    rf"(?:\s+(?!{_URDU_VIOLENT})[\w‌]+){{0,6}}?\s+(?:جاری|بیان|بتایا|کہا|پریس|میڈیا|صحافیوں|ذرائع\s+ابلاغ|"
    r"گفتگو|تصدیق|اعلان|ٹویٹ|ٹوئٹ|اعلامی\w+|دعویٰ|ذمہ\s+داری|مذمت|اجلاس|دورہ)(?!\w)(?!\s+رہ)"
)
_URDU_CONFIRMED = re.compile(
    r"(?:\s+\S+){0,6}?\s+(?:ہلاکت|ہلاکتوں|موت|اموات|شہادت|شہادتوں)\s+کی\s+(?:بھی\s+)?تصدیق(?!\w)"
)
_URDU_AFTERMATH = re.compile(
    r"(?:\s+(?!اور\b|جبکہ\b)[\w‌]+){0,9}?\s+(?:دم\s+توڑ\w*|چل\s+بس\w*|نماز\s+جنازہ|تدفین|سپرد\s+خاک|مقدمہ|"
    r"کھول\s+د\w+|بحال)(?!\w)"
    rf"|(?:\s+(?!{_URDU_VIOLENT})[\w‌]+){{0,3}}?\s+(?:روانہ|منتقل)(?!\w)"
)
_URDU_BODIES = r"(?:میت(?:یں|وں)?|جسد\s+خاکی|تابوت)(?!\w)"
_URDU_BODIES_BEFORE = re.compile(rf"(?<!\w){_URDU_BODIES}(?:\s+[\w‌]+){{0,5}}?\s+\Z")
_URDU_CARRIED = (
    r"(?:\s+(?!اور\b|جبکہ\b)[\w‌]+){0,11}?\s+"
    r"(?:پہنچ\w*|روانہ|منتقل|حوالے|لائی|بھجوا\w*|بھیج\w*|دفن\w*)(?!\w)"
)
_URDU_CARRIED_AFTER = re.compile(_URDU_CARRIED)
_URDU_BODIES_CARRIED = re.compile(rf"(?:\s+[\w‌]+){{0,6}}?\s+{_URDU_BODIES}{_URDU_CARRIED}")
_URDU_ASIDE = re.compile(
    r"(?:\s+(?!اور\b|جبکہ\b)[\w‌]+){0,6}?\s+(?:وال[ےای]|کیے\s+گئے|کئے\s+گئے|کی\s+گئی)\s+"
    r"(?!(?:\w+\s+){0,2}?(?:حمل|دھماک|واقع|فائرنگ|جھڑپ|آپریشن|کارروائی|احتجاج|مظاہر|دھرن|ہڑتال|تصادم))"
    r"|(?:\s+(?!نے\s|میں\s)[\w‌]+){1,7}?\s+(?:قتل|ہلاکت|ہلاکتوں|حملے|دھماکے|اغوا|شہادت|گمشدگی|گرفتاری|فائرنگ|واقعے)\s+کے\s+خلاف\s+"
    r"(?:(?!نے\s)\S+\s+){0,3}?(?:پیر|منگل|بدھ|جمعرات|جمعہ|جمعے|ہفتہ|ہفتے|اتوار|آج|گزشتہ)\s"
    r"|\s+(?:کے|کی|(?:(?:کو|کے\s+روز)\s+)?(?:ہونے|کیے\s+جانے|پیش\s+آنے)\s+وال[ےی])\s+(?!(?:روز|دن|شام|صبح|رات|دوپہر)\s)"
    r"(?:(?!نے\s|میں\s)\S+\s+){0,4}?(?:قتل|ہلاکت|ہلاکتوں|حملے|حملوں|دھماکے|دھماکوں|اغوا|شہادت|گمشدگی|گرفتاری|فائرنگ|واقعے)\s+(?:کے\s+خلاف|کی\s+مذمت)(?!\w)"
)
_NOUN_AFTER = re.compile(
    r"(?:['’]s)?(?:\s+(?!(?:in|at|on|by|and|when|as|after|from|near|that|was|were|the|a|an)\b)[A-Za-z-]+){0,3}?\s+\Z"
    r"|\s+(?:(?:کے\s+روز|کے\s+دن|کو|کی\s+\w+)\s+)?(?:(?:ہونے|کیے\s+جانے|پیش\s+آنے|کئے\s+جانے)\s+وال[ےای]|کے|والے)\s+"
    r"(?:[\w‌]+\s+){0,2}?\Z"
)
_NAME_LENGTH = 40
_CAUSE = re.compile(
    r"\s*,?\s+(?:\w+\s+){0,2}?(?:after|following|in\s+the\s+wake\s+of|because\s+of|due\s+to|owing\s+to)\b",
    re.IGNORECASE,
)
_ARABIC = re.compile("[\u0600-\u06ff]")


_AGAINST = re.compile(
    r"\b(?:(?:up|down)\s+(?:[\w.-]+\s+){0,4}?(?:on|from|over)(?:\s+[\d,]+(?:\s+\w+)?\s+(?:in|during))?|than(?:\s+in)?|(?:compared\s+(?:to|with)|against)(?:\s+[\d,]+(?:\s+\w+)?(?:\s+and\s+[\d,]+(?:\s+\w+)?)?(?:\s+in)?)?|"
    r"(?:over|from)\s+(?:those|that)\s+of)\s+(?:the\s+)?"
    r"(?:(?:same|corresponding)\s+(?:period|months|quarter|time)\s+(?:(?:of|in)\s+(?:the\s+)?)?)?$",
    re.IGNORECASE,
)


def is_compared(text: str, sentence: int, date: int) -> bool:
    """Whether figures are only compared with those of a time: "up a third on September".

    `sentence` and `date` are where each begins.
    """
    return _AGAINST.search(text, max(sentence, date - 60), date) is not None


_SAID = (" said", " says", " that", " claimed", " reported")


def names_event(text: str, end: int, noun: int) -> bool:
    """Whether a date that ends at an offset names the event told by a noun ("Friday's blast")."""
    between = text[end:noun]
    if not 0 < len(between) < _NAME_LENGTH or between.startswith(_SAID):
        return False
    return _NOUN_AFTER.match(between) is not None


_AGAINST_IT = re.compile(r"\s+(?:کے\s+خلاف|کی\s+مذمت)(?!\w)")


def is_against(text: str, end: int) -> bool:
    """Whether a word that ends at an offset names what others protest against, in Urdu."""
    return _AGAINST_IT.match(text, end) is not None


def precedes_cause(text: str, end: int) -> bool:
    """Whether a date is followed by what led to it ("closed on Thursday after a blast")."""
    return _CAUSE.match(text, end) is not None


_TO_MOURN = re.compile(
    r"\s+(?:(?:began|started)\s+)?(?:to\s+)?(?:mourn|bur(?:y|ied|ying)|grieved?)(?:ed|ing|s)?\b",
    re.IGNORECASE,
)
"""What follows a day on which the dead of an attack were mourned."""
_WHO_WAS = re.compile(
    r"\b(?:who|whom|which|that)\s+(?:was|were|had|has|have)\s+(?:been\s+)?(?:(?!(?:was|were)\b)[\w'’-]+\s+){1,8}?$"
)
"""What stands before "three days ago" where that dates a clause on somebody."""
_ROSE_TO = re.compile(
    r"\b(?:rose|risen|rises|climb\w*|jumped|gone\s+up|went\s+up|increased|reached|reaches)\s+(?:to\s+)?[\w-]+\s+(?:late\s+|early\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
"""What stands before the day on which a toll rose: "rose to 45 overnight"."""
_TAKEN_BEFORE = re.compile(
    r"\b(?:abducted|kidnapped|missing|taken|picked\s+up|detained|arrested|seized|disappeared|vanished|held|whisked\s+away)\s+"
    r"(?:(?!(?:was|were|had|has|have)\b)[\w'’-]+\s+){0,9}?(?:on\s+|since\s+|in\s+)?(?:the\s+)?(?:night\s+of\s+|evening\s+of\s+)?$",
    re.IGNORECASE,
)
_FOUND_DEAD = re.compile(
    r"(?:\s+(?:from|in|at|near|on|by|of|outside)\s[^.;,]{2,80}?)?"
    r",?\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:found|discovered|recovered|killed|shot|murdered)\b",
    re.IGNORECASE,
)
"""What follows the day on which somebody was taken who was found dead on another."""
_NTH = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)|latest|deadliest|"
    r"worst|biggest|largest|bloodiest)"
)
_RANKED = re.compile(
    rf"\b{_NTH}\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:attack|blast|bombing|explosion|killing|incident|ambush|assault|abduction|raid|shooting|death|"
    r"one|time|month|week|day|such)\s+(?:(?:in|on|of|for)\s+(?:the\s+)?[\w-]+\s+)?"
    r"(?:(?:of|in|within|during|for|since)\s+(?:the\s+)?)?$"
    r"|\b(?:worst|deadliest|bloodiest|highest|most\s+violent)\s+(?:(?:for|in)\s+(?:the\s+)?[\w-]+\s+)?since\s+$",
    re.IGNORECASE,
)
_RANKED_URDU = re.compile(r"\s+(?:\S+\s+){0,4}?(?:دوسر|تیسر|چوتھ|پانچو|چھٹ|ساتو|آٹھو)\S*\s")


def ranks_event(text: str, sentence: tuple[int, int], span: DateSpan) -> bool:
    """Whether a week, month or year only ranks an event: "the fifth attack of this month"."""
    if span.precision not in {"week", "month", "year", "range"}:
        return False
    if _ARABIC.search(text, span.start, span.end):
        return _RANKED_URDU.match(text, span.end, min(sentence[1], span.end + _AHEAD)) is not None
    lead = text[max(sentence[0], span.start - _BACK) : span.start]
    return _RANKED.search(lead) is not None


def aside_at(text: str, sentence: tuple[int, int], date: tuple[int, int]) -> tuple[int, int]:
    """Return the bounds of the relative clause that holds a date of the rank ``ASIDE``."""
    start, end = date
    if _ARABIC.search(text, start, end):
        found = _URDU_ASIDE.match(text, end, min(sentence[1], end + _AHEAD))
        return start, found.end() if found else end
    begin = max(sentence[0], start - _BACK)
    found = _ASIDE.search(text[begin:start])
    if found is None and text.endswith(" ago", 0, end):
        found = _WHO_WAS.search(text[begin:start])
    return (begin + found.start() if found else start), end


def _opens(text: str, first: int, start: int) -> bool:
    """Whether a date stands at the start of its sentence, but for a dateline and "On"."""
    return start - first < _BACK and _OPENS.match(text[first:start]) is not None


def _are_carried(text: str, first: int, start: int, after: str) -> bool:
    """Whether a date, before the words `after`, is that on which bodies were taken home."""
    if _URDU_BODIES_CARRIED.match(after):
        return True
    before = text[max(first, start - _BACK) : start]
    carried = _URDU_BODIES_BEFORE.search(before) and _URDU_CARRIED_AFTER.match(after)
    return carried is not None


def rank_of(
    text: str, sentence: tuple[int, int], date: tuple[int, int], *, marks: int | None = None
) -> int:
    """Say what the date at ``text[start:end]`` of a sentence is the date of.

    `marks` are those of the sentence (`geomap.text.patterns`), where they are known.
    """
    start, end = date
    if _ARABIC.search(text, start, end):
        after = text[end : min(sentence[1], end + _AHEAD)]
        if _URDU_SPOKEN.match(after) or _URDU_CONFIRMED.match(after):
            return SPOKEN
        if _URDU_AFTERMATH.match(after) or _are_carried(text, sentence[0], start, after):
            return AFTERMATH
        return ASIDE if _URDU_ASIDE.match(after) else EVENT
    before = text[max(sentence[0], start - _BACK) : start]
    if text.startswith(("'s", "’s"), end):
        return EVENT
    tail = before.rstrip().lower()
    last_two = tail.rsplit(None, 2)
    spoken = _SPOKEN_END.search(before, len(last_two[0]) if len(last_two) > 2 else 0)
    if spoken and _SPOKEN_BEFORE.search(before, marks=marks):
        return SPOKEN
    if tail.endswith((" by", ", by", "; by")):
        return AFTERMATH
    if tail.endswith(_AFTERMATH_ENDS) and _AFTERMATH_BEFORE.search(before, marks=marks):
        return AFTERMATH
    said = _SPOKEN_AFTER.match(text, end, min(sentence[1], end + _AHEAD))
    if said and (" " not in said[0].strip() or _opens(text, sentence[0], start)):
        return SPOKEN
    if _ROSE_TO.search(before) or _TO_MOURN.match(text, end, min(sentence[1], end + _AHEAD)):
        return AFTERMATH
    return ASIDE if _is_aside(text, before, tail, (end, sentence[1])) else EVENT


def _is_aside(text: str, before: str, tail: str, after: tuple[int, int]) -> bool:
    """Whether a date before `after` is of a clause on somebody, or of his abduction."""
    end = after[0]
    if _is_of_capture(text, before, after):
        return True
    if text.endswith(" ago", 0, end) and _WHO_WAS.search(before):
        return True
    aside = tail.endswith(_ASIDE_ENDS) and _ASIDE.search(before)
    return bool(aside) and not _SAID_THAT.search(before[:-1])


def _is_of_capture(text: str, before: str, after: tuple[int, int]) -> bool:
    """Whether a date is the day on which those who were found dead had been taken."""
    return bool(_FOUND_DEAD.match(text, *after) and _TAKEN_BEFORE.search(before))


_FOUND = re.compile(r"\b(?:found|discovered|recovered)\b(?:\s+\w+)?$", re.IGNORECASE)
"""A finding, which is of another day; those who were shot may have been at once."""


_TAKEN_URDU = re.compile(
    r"\s+(?:(?!لاش|نعش)[^\s۔،]+\s+){0,9}?(?:اٹھا|لاپتہ|اغوا|گرفتار|غائب|(?:حراست|تحویل)\s+میں\s+ل|لے\s+(?:گئ|جا))[^\s۔،]*\s+(?:[^\s۔،]+\s+){0,3}?(?:تھا|تھے|تھی|تھیں)(?!\w)"
)
_BODY_URDU = re.compile(r"(?:لاش|لاشیں|نعش|نعشیں|میت)\s+(?:\S+\s+){0,4}?(?:برآمد|مل\s|ملی|ملیں)")


def dates_capture(text: str, sentence: tuple[int, int], span: DateSpan) -> bool:
    """Whether a date only tells when those were taken who were then found dead.

    "Three men seized five days ago from a camp have been found shot": the five days are theirs.
    """
    if _TAKEN_URDU.match(text, span.end, sentence[1]):
        return _BODY_URDU.search(text, *sentence) is not None
    before = text[max(sentence[0], span.start - _BACK) : span.start]
    after = _FOUND_DEAD.match(text, span.end, sentence[1])
    found = after is not None and _FOUND.search(after[0]) is not None
    return found and _TAKEN_BEFORE.search(before) is not None

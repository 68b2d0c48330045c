"""Sentences that tell two events: each clause with an act and a place of its own stands alone.

"A grenade at a shop in Sibi hurt two, and in Quetta unknown men shot an advocate dead."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.breaks import BREAK, ELLIPTIC
from geomap.text.counts import Count
from geomap.text.crowds import is_of_crowd
from geomap.text.elsewhere import cuts_between, places_apart
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence
from geomap.text.shared_out import cuts_of_shares

__all__ = ["split_clauses"]

_ACTS = frozenset({
    "explosion", "armed", "killing", "abduction", "property", "clash", "protest", "riot", "body",
    "operation",
})  # fmt: skip
_DIED = Pattern(r"\b(?:died|perished|lost\s+their\s+lives)\b")
_SLAIN_URDU = Pattern(r"ہلاک|مارے\s+گئے|جہنم\s+واصل|جاں\s+بحق|شہید")
_PLACE = re.compile(
    r"\bon\s+the\s+(?:[A-Z][\w-]+\s+){1,4}?(?:Highway|Road|Motorway|Expressway|highway|road)\b"
    r"|\b(?:reported|heard)\s+(?:[\w-]+\s+){0,2}?from\s+(?:the\s+)?[A-Z]"
    r"|\b(?:away|abducted|kidnapped|disappeared|missing)\s+(?:[\w-]+\s+){0,4}?from\s+(?:the\s+)?[A-Z]"
    r"|\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]n\s+the\s+outskirts\s+of)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May\b|June|July|"
    r"August|September|October|November|December|FC\b|Levies)[A-Z][a-z]"
    r"|[\u0620-\u06ff]+\s+(?:میں|کے\s+(?:علاقے|قریب|نواحی|سامنے|باہر|مقام|نزدیک))"
)
_LEAST = 25
_NEXT_OF_SEVERAL = Pattern(
    r"(?:;|,|\band|\bwhile)\s+(?:and\s+|while\s+|in\s+){0,3}(?=the\s+(?:second|third|other)\b(?!\s+(?:was\s+)?(?:injured|wounded|critical)))"
    r"|[؛،]\s*(?:جبکہ\s+|اور\s+)?(?=(?:دوسر|تیسر)[ےای]\s+(?:حمل|دھماک|واقع|بم))",
    re.IGNORECASE,
)
"""Where, inside one sentence, the next of several events begins."""
_THE_FIRST = Pattern(
    r"\b(?:the\s+first\b(?!\s+(?:time|day))|one\s+(?:of\s+them\s+)?(?:went\s+off|exploded|hit|struck|ripped|tore|was\s+\w+ed)\b)|پہل[ےای]\s+(?:حمل|دھماک|واقع|بم)",
    re.IGNORECASE,
)


_FREED = Pattern(
    r"\b(?:abducted|kidnapped|seized|taken\s+(?:away|hostage))\b[^.;:]{5,90}?"
    r"\bon\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)\s+"
    r"(?=(?:were|was|came|returned|walked|reached|(?:have|has|had)\s+been)\s+(?:\w+ly\s+)?"
    r"(?:recovered|rescued|freed|released|set\s+free|home|back)\b)"
)
"""Where those who had been abducted on some day are told to have been freed on another."""
_FOUGHT = {"clash", "operation", "killing"}
_DEADLY = {"killing", "explosion", "armed", "abduction"}


_LISTED = Pattern(
    r"\b(?:two|three|four|five|six|seven|several)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attacks|operations|actions|incidents|blasts|strikes)\b[^:.;]{0,60}:\s"
    r"|(?:دو|تین|چار|پانچ|چھ|سات|متعدد|کئی)\s+(?:\S+\s+){0,2}?"
    r"(?:کارروائیاں|حملے|دھماکے|واقعات|آپریشن|وارداتیں)[^:۔]{0,60}:\s",
    re.IGNORECASE,
)
_LIST_BREAK = re.compile(r"[،,;؛]\s+(?:and\s+|اور\s+)?|" + BREAK.pattern)
"""Between the events that a colon announces: "three attacks: a mine in Hub, a raid in Uthal"."""


def split_clauses(
    text: str,
    sentences: Sequence[Sentence],
    triggers: Sequence[Trigger],
    counts: Sequence[Count] = (),
) -> list[Sentence]:
    """Split sentences that tell events at two places, each with its own verb.

    Parameters
    ----------
    text
        The text.
    sentences
        Its sentences, in order.
    triggers
        The words that report events, in text order.
    counts
        The figures, in text order: those told for one place after the other part a sentence, too.

    Returns
    -------
    list of Sentence
        Numbered anew; a clause keeps the paragraph and the marks of its sentence.
    """
    answer: list[Sentence] = []
    apart = places_apart(counts)
    at = 0
    for sentence in sentences:
        own = []
        while at < len(triggers) and triggers[at].start < sentence.end:
            own.append(triggers[at])
            at += 1
        shares = cuts_of_shares(text, sentence) if own else []
        cuts = shares or _cuts(text, sentence, own)
        if not shares and (parts := cuts_between(text, sentence, apart)):
            cuts = _merged(parts, cuts)
        if not cuts and sentence.number == len(answer):
            answer.append(sentence)
            continue
        begin = sentence.start
        for cut in cuts:
            answer.append(replace(sentence, start=begin, end=cut[0], number=len(answer)))
            begin = cut[1]
        answer.append(replace(sentence, start=begin, number=len(answer)))
    return answer


def _cuts(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> list[tuple[int, int]]:
    """Return where a sentence is cut: the end of one clause and the start of the next."""
    if sentence.marks & _THE_FIRST.mark == _THE_FIRST.mark:  # else no first of several is told
        found = _NEXT_OF_SEVERAL.inside(text, sentence)
        if found and _THE_FIRST.pattern.search(text, sentence.start, found.start()):
            return [(found.start(), found.end())]
    if freed := _FREED.inside(text, sentence):
        fought = [t for t in triggers if t.start >= freed.end() and not t.definite]
        if any(t.family in _FOUGHT for t in fought):
            return [(freed.end(), freed.end())]
    for apart in (_raised, _outcry, _cause, _slain, _besides):
        if cut := apart(text, sentence, triggers):
            return [cut]
    acts = [t for t in triggers if (t.family in _ACTS or _is_arrest(text, t)) and not t.definite]
    acts = _with_harm(text, sentence, acts)
    if len(acts) < _TWO or all(t.is_noun and text[t.start].isascii() for t in acts):
        return []
    if listed := _LISTED.inside(text, sentence):
        cuts = _gaps(text, (listed.end(), sentence.end), acts, _LIST_BREAK)
        if cuts:
            return [(listed.end() - 1, listed.end()), *cuts]
    return _gaps(text, (sentence.start, sentence.end), acts, BREAK)


def _merged(
    parts: Sequence[tuple[int, int]], cuts: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the cuts between figures of several places, and those of others that are far off."""
    kept = [
        cut for cut in cuts if all(cut[1] < part[0] or cut[0] > part[1] + _REST for part in parts)
    ]
    return sorted([*parts, *kept])


_REST = len("the remaining")


_BESIDES = Pattern(
    r"\b(?:dead|died|killed|lives|injured|wounded|hurt)\b[^.;:]{0,120}?(?P<gap>,?\s+(?:and|while)\s+)"
    r"(?=(?:the|an?|two|three|another)\s+(?:\w+\s+)?(?:abductions?|kidnappings?|disappearances?|murders?|killings?|shootings?)"
    r"\b[^.;,]{0,60}?\b(?:was|were|has\s+been|have\s+been)\s+(?:also\s+)?reported\s+(?:from|in|at|near)\s+[A-Z])"
)
"""Behind a toll of several events, one that is reported from elsewhere."""
_TOLL_OF = Pattern(
    r"(?P<gap>,?\s+(?:as|while|whereas|and)\s+)(?:the\s+)?(?:death\s+)?toll\s+(?:from|of|in)\s+"
    r"(?:(?:last\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s|(?:the\s+)?(?:previous|earlier)(?:\s+day['’]s)?)\s+"
    r"[^.;]{3,120}?\b(?:rose|risen|climbed|reached|mounted|jumped|went\s+up|increased)\s+to\b"
)
"""Behind what is told first, the toll of an attack of another day."""


_TOLL_TOO = Pattern(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s\s[^.;]{0,90}?(?P<gap>,\s+(?:as|while|whereas|and)\s+)(?:the\s+)?(?:death\s+)?"
    r"(?:toll|number\s+of\s+(?:those\s+|people\s+)?(?:killed|dead|deaths))\s+(?:(?:has|had|from\s+it|meanwhile|also)\s+){0,2}"
    r"(?:rose|risen|climbed|reached|mounted|jumped|went\s+up|gone\s+up|increased)\s+to\b"
)
"""Behind a protest against an attack with its day, the attack's risen toll."""
_TOLL_TOO_URDU = Pattern(
    r"(?:کے\s+خلاف|کی\s+مذمت)\s[^۔]{0,90}?(?P<gap>\s+جبکہ\s+)(?=[^۔]{0,60}?(?:ہلاک|اموات|جاں\s+بحق|شہدا|شہید)[^۔]{0,30}?تعداد\s)"
)


def _raised(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[int, int] | None:
    """Return where, after a deadly event, the risen toll of one of another day is told.

    "Clashes killed nine on Monday, as the toll from Saturday's attack on a convoy rose to 16."
    """
    found = _TOLL_OF.inside(text, sentence)
    if found is None:
        beside = _TOLL_TOO.inside(text, sentence) or _TOLL_TOO_URDU.inside(text, sentence)
        protests = any(t.family in _UNREST for t in triggers)
        return beside.span("gap") if beside is not None and protests else None
    told = {t.family for t in triggers if t.start < found.start() and not t.definite}
    deadly = told & {"killing", "explosion", "armed", "abduction", "clash", "operation"}
    is_news = deadly and not told & _UNREST
    return found.span("gap") if is_news else None


def _besides(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[int, int] | None:
    """Return where, behind a toll, an event is told that was reported from elsewhere.

    "Six people died in violence on Sunday, and the kidnapping of a judge was reported from Kharan."
    """
    found = _BESIDES.inside(text, sentence)
    is_told = found is not None and any(t.start >= found.end() for t in triggers)
    return found.span("gap") if found is not None and is_told else None


_UNREST = {"protest", "riot", "blockade"}
_THE_CAUSE = Pattern(
    r"(?P<gap>,\s+)(?:(?:just|only|barely)\s+)?(?:an?|one|two|three|several|some)\s+(?:days?|hours?)\s+after\s+(?!the\b)[^.;]{0,80}?"
    r"\b(?:in|at|near|on|outside)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?[A-Z]"
)
"""What a protest came a day after, told with its place."""
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Oo]f)\s+(?:[a-z]+\s+){0,2}?[A-Z][a-z]"
)
_AFTER = Pattern(
    r"(?P<gap>,?\s+after\s+)(?!(?:the|that|this|it|which|an?\s+\w+\s+ago)\b)[^.;]{0,80}?"
    r"\b(?:in|at|near|outside)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?[A-Z]"
)
"""What a protest came after, told anew with its place."""
_SAYING = Pattern(
    r"(?P<gap>,?\s+(?:saying|alleging|claiming|complaining)\s+(?:that\s+)?)(?=[^.;]{0,80}?\b(?:was|were|had)\b)"
    r"[^.;]{0,110}?\b(?:in|at|near|outside|from)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}?[A-Z]"
)
"""What those who protest say was done, told with its place."""
_THEREUPON = re.compile(
    r"(?:;\s+|,\s+(?=(?:after|following|upon)\s+which\b)|,?\s+(?:and|whereupon)\s+)(?=[^.;,]{0,60}\Z)"
    r"|\s*[،؛]\s+(?:جبکہ\s+)?(?=[^۔،؛]{0,90}\Z)|\s+(?=جس\s+(?:کے\s+(?:بعد|خلاف)|پر)\s[^۔،؛]{0,90}\Z)"
)
_AGAINST = re.compile(r"\s+(?:کے\s+)?خلاف\s")
_ABOUT_IT = re.compile(
    r"\b(?:against|over)\s+(?:the|his|her|their)\s+(?:\w+\s+)?(?:killings?|murders?|deaths?|incident|attack)\b|\b(?:with|placed)\s+(?:the|his|her|their)\s+bod(?:y|ies)\b"
    r"|\b(?:after|following|upon)\s+which\b|(?:واقعے|واقعہ|قتل|ہلاکت|فائرنگ)\s+(?:کے\s+)?خلاف|(?:لاش|لاشیں|نعش|نعشیں|میت|میتیں)\s+(?:\S+\s+){0,4}?رکھ|جس\s+(?:کے\s+(?:بعد|خلاف)|پر)\s"
    r"|(?:لواحقین|ورثاء?|مکینوں|تاجروں|صحافیوں|وکلاء?|طلبہ|ڈاکٹروں|اساتذہ|شہریوں|اہل\s+خانہ)\s",
    re.IGNORECASE,
)
"""Words for those who protest about what was just told, wherever they do."""
_ROAD = re.compile(
    r"\b[Tt]he\s+(?:[A-Z][\w–-]+\s+){1,4}?(?:[Hh]ighway|[Rr]oad|[Mm]otorway|[Ee]xpressway|[Cc]howk|[Bb]ridge)\b"
)


def _outcry(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[int, int] | None:
    """Return where, after a killing, what people did about it begins, at a place of its own.

    "Gunmen shot an elder dead in Mastung and his relatives blocked the Quetta-Karachi highway."
    """
    if len(triggers) < _TWO:
        return None
    told = [one for one in triggers if not (one.definite or _AGAINST.match(text, one.end))]
    first = next((n for n, one in enumerate(told) if one.family in _UNREST), 0)
    if not first or not {one.family for one in told[:first]} & _DEADLY:
        return None
    unrest = told[first]
    others = {one.family for one in told[first:]} - _UNREST
    if unrest.is_noun or others - {"body"}:
        return None
    if unrest.family == "blockade" and not is_of_crowd(text, sentence, (), unrest):
        return None
    gap = _THEREUPON.search(text[: unrest.start], told[first - 1].end)
    if gap is None:
        return None
    if _ABOUT_IT.search(text, gap.start(), sentence.end):
        return gap.span()
    if not _PLACE.search(text, sentence.start, gap.start()):
        return None
    placed = any(words.search(text, gap.end(), sentence.end) for words in (_ROAD, _PLACE))
    return gap.span() if placed else None


_SLAIN = Pattern(
    r"\b(?:killings?|murders?|assassinations?|shooting|death|abduction|kidnapping)\s+of(?P<gap>\s+)"
    r"(?=(?:an?|one|two|three|four|five|six|\d+|their|his)\s+(?:[\w-]+\s+){0,4}?[\w-]+,?\s+who\s+(?:was|were|had\s+been)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:shot|gunned|killed|murdered|stabbed|martyred|abducted|kidnapped)\b[^.;]{0,90}?"
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last\s+night|a\s+day\s+earlier)\b)"
    r"|\s(?:قتل|ہلاکت|ہلاکتوں|اغوا|شہادت)\s+کے\s+خلاف\s[^۔،]{5,110}(?P<gap_ur>،\s+)"
    r"(?=[^۔،]{0,60}?(?:گزشتہ|گذشتہ)\s+(?:روز|شب|رات)\s[^۔]{0,110}?(?:قتل|ہلاک|شہید|جاں\s+بحق|اغوا)\s[^۔،]{0,20}(?:تھا|تھے|تھی))",
)
"""Whose killing a protest was about, told with its day in a clause of its own."""


def _slain(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[int, int] | None:
    """Return where, after a protest about a killing, it is told how and when that was.

    "Traders protested against the murder of a baker who was shot dead in Wadh on Sunday."
    """
    found = _SLAIN.inside(text, sentence)
    if found is None:
        return None
    gap = found.span("gap" if found["gap"] else "gap_ur")
    unrest = any(t.family in _UNREST and t.start < gap[0] and not t.definite for t in triggers)
    return gap if unrest else None


_KILLING = re.compile(r"killing\s+(?!of\b)|been\s+\w")


def _cause(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[int, int] | None:
    """Return where, after a protest, the attack of a day before begins, which it answers.

    "Shops stayed shut in Tank on Sunday, a day after gunmen killed a trader near Gomal."
    """
    found = _THE_CAUSE.inside(text, sentence)
    if found is None:
        apart = _AFTER.inside(text, sentence) or _SAYING.inside(text, sentence)
        placed = apart and _PLACED.search(text, sentence.start, apart.start())
        found = apart if placed else None
    if found is None:
        return None
    at = found.end("gap")
    before = {t.family for t in triggers if t.start < at and not t.definite}
    after = [t for t in triggers if at <= t.start and not t.definite]
    after = [t for t in after if not t.is_noun or _KILLING.match(text, t.start)]
    if not (before and before <= _UNREST) or not {t.family for t in after} & _DEADLY:
        return None
    return found.start("gap"), at


def _is_arrest(text: str, trigger: Trigger) -> bool:
    """Whether an English verb tells of arrests: "killed two in Tank and arrested two in Bannu"."""
    return trigger.family == "arrest" and not trigger.is_noun and text[trigger.start].isascii()


def _gaps(
    text: str, bounds: tuple[int, int], acts: Sequence[Trigger], breaks: re.Pattern[str]
) -> list[tuple[int, int]]:
    """Return the breaks between clauses that each tell one of the acts, with a place."""
    cuts: list[tuple[int, int]] = []
    begin, last = bounds
    starts = [t.start for t in acts]
    for gap in breaks.finditer(text, begin + _LEAST, last):
        if gap.start() <= begin or starts[-1] < gap.end():
            continue
        before = acts[bisect_left(starts, begin) : bisect_left(starts, gap.start())]
        if not (before and _tells(text, begin, gap.start(), before)):
            continue
        end = _next(text, gap.end(), last)
        after = acts[bisect_left(starts, gap.end()) : bisect_left(starts, end)]
        if _tells(text, gap.end(), end, after):
            cuts.append((gap.start(), gap.end()))
            begin = gap.end()
    return cuts


def _with_harm(text: str, sentence: Sentence, acts: list[Trigger]) -> list[Trigger]:
    """Add what tells of deaths by a figure alone, where an act stands in the sentence, too."""
    if not acts or not {t.family for t in acts} & _HARMFUL:
        return acts
    found = [*ELLIPTIC.finditer(text, sentence.start, sentence.end)]
    if any(t.family == "explosion" for t in acts):
        found += _DIED.pattern.finditer(text, sentence.start, sentence.end)
    if _SLAIN_URDU.inside(text, sentence):
        found += _SLAIN_URDU.finditer(text, sentence.start, sentence.end)
    harm = [Trigger(m.start(), m.end(), "killing", "by_target", None, False, False) for m in found]
    return sorted([*acts, *harm], key=lambda trigger: trigger.start)


_HARMFUL = {"killing", "operation", "clash", "explosion", "armed", "abduction"}


def _next(text: str, start: int, end: int) -> int:
    gap = BREAK.search(text, start + _LEAST, end) if start + _LEAST < end else None
    return gap.start() if gap else end


def _tells(text: str, start: int, end: int, acts: Sequence[Trigger]) -> bool:
    """Whether a clause has, of these acts in it, one that counts, and a place."""
    apart = _ANOTHER.match(text, start, end) is not None
    acted = any(
        not t.is_noun or apart or t.family in _TOLD_BY_NOUN or not text[t.start].isascii()
        for t in acts
    )
    return acted and _PLACE.search(text, start, end) is not None


_TOLD_BY_NOUN = {"explosion", "protest", "riot"}
_ANOTHER = re.compile(
    r"in\s+(?:another|a\s+separate|a\s+similar)\s+(?:\w+\s+)?(?:incident|attack|event)\b"
)
_TWO = 2

"""What a group is wont to do, or where it is strong: no word on who carried out an event.

"Such killings have in the past been the work of", "the BLF often carries out", "a stronghold of":
what holds of a group at all times is told in clauses of their own, in the present or the perfect,
of attacks in the plural.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ActorSpan, Basis
from geomap.text.dates import DateSpan
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["is_habit", "without_habits"]

_ACTS = (
    r"(?:attacks|killings|assaults|bombings|blasts|shootings|ambush(?:es)?|raids|strikes|murders|abductions|kidnappings|"
    r"incidents|explosions|actions|operations|acts)"
)
_ACTS_URDU = (
    r"(?:حملوں|حملے|واقعات|وارداتوں|وارداتیں|کارروائیوں|کارروائیاں|دھماکوں|دھماکے|ہلاکتوں|قتل)"
)
_HABIT = Pattern(
    rf"\b(?:such|similar|like|comparable|earlier|previous|past|prior)\s+(?:[\w-]+\s+){{0,2}}?{_ACTS}\b"
    rf"|\b{_ACTS}\s+(?:of\s+(?:this|that|the\s+same)\s+(?:kind|sort|type|nature)|like\s+(?:this|it|these))\b"
    r"|\b(?:often|frequently|usually|routinely|regularly|typically|traditionally|periodically)\b"
    r"|\b(?:have|has|had)\s+long\s+(?:been\s+)?(?:targeted|attacked|fought|waged|opposed|killed|singled|hunted|bombed|threatened)\b"
    r"|\b(?:have|has|had)\s+(?:been\s+)?(?:[\w-]+\s+){1,6}?before(?=\W*$)"
    r"|\b(?:in|over|during)\s+(?:the\s+)?(?:recent|past|previous|earlier|last)\s+(?:few\s+|several\s+)?(?:years|decades?)\b"
    r"|\b(?:have|has|had)\s+(?:(?:both|all|also|each|previously|repeatedly|together|earlier)\s+){0,2}"
    rf"(?:carried\s+out|staged|mounted|conducted|committed|perpetrated|bombed|hit|struck|been\s+behind)\s+(?:(?:many|several|numerous|other|frequent|"
    rf"repeated|deadly|most|scores\s+of|dozens\s+of|hundreds\s+of|an?\s+(?:number|series|string|spate)\s+of)\s+)*(?:[\w-]+\s+)?{_ACTS}\b"
    r"|\b(?:have|has|had)\s+(?:\w+\s+)?(?:killed|targeted|attacked|murdered|abducted|kidnapped|bombed|shot)\s+(?:many|scores|dozens|hundreds|thousands|numerous|countless)\b"
    r"|\bin\s+the\s+past(?!\s+(?:\d|few|two|three|24|day|week|month))"
    rf"|(?:ایسے|ایسی|اس\s+طرح\s+کے|اس\s+طرح\s+کی|اس\s+نوعیت\s+کے|اس\s+نوعیت\s+کی)\s+(?:\S+\s+){{0,2}}?{_ACTS_URDU}"
    r"|ماضی\s+میں|\S(?:تا|تی|تے)\s+(?:رہا|رہی|رہے)\s+(?:ہے|ہیں)|عموما|اکثر",
    re.IGNORECASE,
)
_STRONG = Pattern(
    r"\b(?:strongholds?|heartlands?|bastions?|hotbeds?|home\s+ground|birthplace|havens?|sanctuar(?:y|ies)|refuges?|hideouts?|lairs?|"
    r"hub|nerve\s+cent(?:re|er)|influence|home|magnet|den|breeding\s+ground)\s+"
    r"(?:of|for|to)\s+(?:the\s+)?(?:(?!by\b)[\w-]+\s+){0,7}$"
    r"|\b(?:headquarters|base|bases|presence|control|sway|grip)\s+(?:of|for|to)\s+(?:the\s+)?(?:(?!(?:by|and)\b)[\w-]+\s+){0,7}$"
    r"|\b(?:infested|dominated|controlled|run|ruled|governed|haunted|frequented)\s+by\s+(?:the\s+)?(?:(?!(?:by|and)\b)[\w-]+\s+){0,5}$"
    r"|\b(?:area|areas|town|towns|valley|village|villages|region|territory|territories|district|parts)\s+(?:\w+\s+){0,2}?(?:held|overrun)\s+by\s+"
    r"(?:the\s+)?(?:(?!(?:by|and)\b)[\w-]+\s+){0,3}$"
    r"|\b(?:has|have|had)\s+(?:long\s+|also\s+)?(?:harboured|harbored|hosted|sheltered|been\s+fighting|battled|fought|been\s+battling)\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,5}$",
    re.IGNORECASE,
)
"""Words before a group that say where it is strong, or who has long fought it."""
_STRONG_URDU = re.compile(
    r"\s+(?:(?:کا|کے|کی)\s+(?:\S+\s+){0,2}?(?:گڑھ|مرکز|آماج\s?گاہ|پناہ\s?گاہ|ٹھکان|اثر\s+و\s+رسوخ)"
    r"|(?:\S+\s+){0,3}?(?:سرگرم|متحرک|موجود)\s+(?:ہے|ہیں|رہے|رہی))"
)
_WHERE = re.compile(
    r"\bwhere\s+(?:(?!\b(?:when|after|said|says|believe|suspect)\b)[^.;,]){0,70}$", re.IGNORECASE
)
_LIVES = re.compile(
    r"(?:['’]s?)?(?:[-\s]+(?:linked|affiliated|inspired|allied|led|backed))?(?:\s+(?:and|or|,)\s+(?:the\s+)?[\w-]+){0,3}"
    r"(?:\s+(?:fighters|militants|men|insurgents|groups?|factions?|commanders?|leaders?|networks?|cells?|remnants|linked|allied|loyal))*\s+"
    r"(?:(?:have|has|had|are|is|were|was)\s+(?:(?:\w+ly|long|also|been|had|still|a|an|the|their|its)\s+){0,3}"
    r"(?:found|taken|sought|enjoyed|kept|maintained|active|based|hiding|operating|entrenched|strong|present|presence|known|thought|believed|"
    r"bases|hideouts|shelter|refuge|sanctuary|networks?|stronghold|foothold|said|dug|holed)"
    r"|(?:operate|operates|roam|live|hide|hold|run|control|move|maintain|enjoy|remain|retain|lurk|train|dominate|shelter|flourish)s?)\b",
    re.IGNORECASE,
)
"""What those who live in a place do there at all times: "have found shelter", "operate"."""
_ACTIVE = re.compile(
    r"(?:['’]s?)?(?:[-\s]+(?:linked|affiliated|allied))?(?:\s+(?:and|or|,)\s+(?:the\s+)?[\w-]+){0,3}"
    r"(?:\s+(?:splinter|breakaway|fighters|militants|insurgents|groups?|factions?|offshoots?|networks?|cells?|remnants))*\s+"
    r"(?:(?:is|are|was|were|remains?|(?:has|have|had)\s+(?:\w+ly\s+|long\s+|also\s+)?been)\s+"
    r"(?:(?:also|long|still|\w+ly|most|very|known|said|believed|thought|to|be)\s+){0,4}(?:active|present|strong|operate|operating|based)"
    r"|operates?)\s+(?:in|around|across|along|here|there|on)\b"
)
"""What says where a group is at home, in a sentence of its own: "has been active in the area"."""
_BREAK = re.compile(
    r"[,;،؛–—]|\s-\s|\b(?:but|though|although|while|which|who|that|will|would|(?:vow|warn|threaten|pledg|promis)\w*)\b"
    r"|\s(?:تاہم|مگر|لیکن|جبکہ|جو|جس|جن|کہ)\s"
)
_STRONG_REACH = 110
_ONLY_THREATENED = re.compile(
    r"\bthreat(?:s|ened)?\s+(?:(?:letters?|calls?|messages?)\s+)?(?:from|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$|"
    r"\b(?:defected|defector|deserted|quit|left|surrendered)\s+(?:from\s+)?(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a group that had threatened those who were attacked, or that they had left."""
_OF_VICTIM = re.compile(
    r"\b(?:former|ex|one-time|surrendered|reformed|repentant|onetime)[-\s]+(?:(?:[\w-]+\s+)?(?:member|commander|fighter|militant|"
    r"guerrilla|insurgent|activist|leader)s?\s+(?:of|from|with|in)\s+)?(?:the\s+)?(?:(?:banned|outlawed)\s+)?$",
    re.IGNORECASE,
)
"""Before the group to which a victim once belonged: "a former member of"."""
_AFTER_ITS = re.compile(
    r"\b(?:after|since|before|when)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\s+(?:had\s+|has\s+|have\s+)?(?:ended|called\s+off|announced|declared|vowed|threatened|scrapped|revoked|withdrew|"
    r"suspended|broke|broken|lifted|launched\s+(?:its|an?)\s+(?:[\w-]+\s+)?(?:offensive|campaign|operation))\b",
    re.IGNORECASE,
)
"""What a group decided before: "a day after the TTP ended its ceasefire"."""


def is_habit(text: str, scene: Scene, group: ActorSpan) -> bool:
    """Whether the clause of a group says what it is wont to do, or where it is strong."""
    before = text[max(scene.sentence.start, group.start - _STRONG_REACH) : group.start]
    if _ONLY_THREATENED.search(before) or _OF_VICTIM.search(before):
        return True
    if _AFTER_ITS.search(before) and _DECIDED.match(text, group.end):
        return True
    if _STRONG.search(before) is not None or _is_wont(text, scene, group.start, group.end):
        return True
    if _STRONG_URDU.match(text, group.end, scene.sentence.end):
        return True
    if _ACTIVE.match(text, group.end, scene.sentence.end):
        return True
    return _WHERE.search(before) is not None and _LIVES.match(text, group.end) is not None


def without_habits(text: str, scene: Scene, cues: Sequence[Basis]) -> Sequence[Basis]:
    """Return the cues of claim and blame without those of what is wont; suspicions all stay."""
    if _HABIT.inside(text, scene.sentence) is None:
        return cues
    return [
        cue for cue in cues if cue.word in _OPEN or not _is_wont(text, scene, cue.start, cue.end)
    ]


_OPEN = {"suspected", "denied", "none"}


def _is_wont(text: str, scene: Scene, start: int, end: int) -> bool:
    """Whether the clause around some words is of a habit and has no day of its own."""
    if _HABIT.inside(text, scene.sentence) is None:
        return False
    breaks = list(_BREAK.finditer(text, scene.sentence.start, scene.sentence.end))
    first = max((one.end() for one in breaks if one.end() <= start), default=scene.sentence.start)
    last = min((one.start() for one in breaks if one.start() >= end), default=scene.sentence.end)
    if _HABIT.search(text, first, last) is None:
        return False
    return not any(first <= span.start < last and _is_day(span) for span in scene.dates)


def _is_day(span: DateSpan) -> bool:
    return span.first is not None and span.first == span.last

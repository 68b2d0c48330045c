"""Campaigns and chains of attacks: what a sentence says of their length and their many places."""

from __future__ import annotations

import re

from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["MOPPING_UP", "ONE_ATTACK", "at_many_places", "goes_all_over", "names_operation"]

_OPERATION = Pattern(
    r"\bOperation\s+[“\"']?[A-Z]\w+|-(?<=\w-)-*(?:day|week|month)(?:-long)?\s+(?:\w+\s+){0,2}operation"
    r"|\bseries\s+of\s+(?:[\w,-]+\s+){0,6}operations\b|\bclearance\s+(?:actions|operations)\b"
    r"|\boperations?\s+(?:(?!who\b|which\b|that\b)\w+\s+){0,9}?(?:concluded|completed|ended|culminated)\b"
    r"|\b[Oo]peration\b[^.;]{0,100}?\b(?:was|has\s+been|stands|stood)\s+(?:\w+ly\s+)?"
    r"(?:(?:declared|announced)\s+)?(?:concluded|completed?|called\s+off|wound\s+up)\b"
    r"|\b(?:concluded|completed|ended|conclusion\s+of)\s+(?:[\w“\"'-]+\s+){0,3}operations?\b"
    r"|\boperations?\s+(?:(?:was|were|is|are)\s+)?(?:still\s+)?(?:continu\w+|under\s*way|ongoing|"
    r"in\s+progress|launched\s+on)\b"
    r"|(?:روزہ|ہفتے\s+سے\s+جاری)\s+(?:\S+\s+)?آپریشن|آپریشن\s+(?:\S+\s+){0,3}?(?:مکمل|اختتام|جاری|ختم)"
    r"|(?<!follow-up )(?<!follow up )\bsweep\b"
    r"|\b(?:wound|winds|wind|winding|wrapped|wraps|wrapping)\s+up\s+(?:[\w“\"'’-]+\s+){0,7}?operation\b"
    r"|\b(?:first|second|third|main|final|last|initial|next)\s+(?:phase|stage|leg)\s+of\s+(?:the|its|their|an)\s+(?:[\w-]+\s+){0,3}?operation\b"
    r"|\bsince\s+(?:the\s+(?:start|launch|beginning)\s+of\s+)?(?:the|its|this|their)\s+(?:[\w-]+\s+){0,3}?operation\s*(?:began|started|was\s+launched|got\s+under\s*way|\W)"
    r"|\bmultiple\s+operations\b|\bseparate\s+(?:\w+\s+){0,2}operations\b|آپریشن\s+(?:مکمل|اختتام)",
)


_SEARCH = Pattern(
    r"\boperations?\s+(?:\w+\s+){0,3}?(?:to|for|aimed\s+at)\s+(?:\w+\s+){0,2}?(?:recover\w*|trac\w+|find\w*|locat\w+|"
    r"arrest\w*|rescu\w+|free\w*|releas\w+|captur\w+|apprehen\w+|nab)\b"
    r"|(?:بازیابی|تلاش|گرفتاری|رہائی)\s+(?:کے\s+لیے|کے\s+لئے|کیلئے|کیلیے)\s+(?:\S+\s+){0,3}?آپریشن",
    re.IGNORECASE,
)
"""A search after an event is no campaign."""


MOPPING_UP = Pattern(
    r"\b(?:clearance|search|cordon|combing|sanitisation|sanitization|mopping-?up|area\s+domination)\s+"
    r"(?:and\s+[\w-]+\s+)?operation\s+(?:\w+\s+){0,2}?(?:in\s+progress|under\s*way|continu\w+|ongoing|going\s+on|launched|"
    r"started|completed|still)\b"
    r"|سرچ\s+(?:اینڈ\s+\S+\s+)?آپریشن\s+(?:\S+\s+){0,2}?(?:جاری|شروع|مکمل|کیا)(?!\w)"
)
"""The search after an attack, which is part of it."""
_ENDED_ATTACK = Pattern(
    r"\b(?:clearance|clearing|clean-?up|mopping-?up)\s+operation\b[^.;]{0,80}?\b(?:who|that|which)\s+(?:had\s+)?"
    r"(?:attack|storm|raid|enter|seiz|besieg)\w*",
    re.IGNORECASE,
)
"""What ends an attack: "the clearance operation at the camp, killing the four who attacked it"."""


def names_operation(text: str, scene: Scene) -> bool:
    """Whether a sentence tells of a campaign: a named, long, serial or concluded operation."""
    if "operation" not in scene.families:
        return False
    if not scene.counts and _SEARCH.inside(text, scene.sentence) is not None:
        return False
    attacked = any(one.family in {"armed", "explosion", "clash"} for one in scene.triggers)
    if attacked and not scene.counts and MOPPING_UP.inside(text, scene.sentence) is not None:
        return False
    if _ENDED_ATTACK.inside(text, scene.sentence) is not None:
        return False
    kinds = {actor.kind for actor in scene.actors}
    if "group" in kinds and not kinds & {"security", "state"} and not scene.counts:
        return False  # a group calls its own attack an operation
    lasted = any(
        span.first is not None
        and span.last is not None
        and span.precision == "range"
        and (span.last - span.first).days > 1
        for span in scene.dates
    )
    return lasted or _OPERATION.inside(text, scene.sentence) is not None


_MANY = Pattern(
    r"\b(?:[3-9]|\d{2,3}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|fifteen|twenty|"
    r"several|multiple|various)\s+(?:\w+\s+)?(?:of\s+)?"
    r"(?:locations|places|sites|towns|cities|districts|points)\b"
    r"|\b(?:simultaneous|coordinated|co-ordinated|synchroni[sz]ed)\s+(?:\w+\s+)?"
    r"(?:attacks|assaults|strikes|blasts|bombings|raids|wave)\b"
    r"|مختلف مقامات|متعدد مقامات|بیک وقت|مربوط حمل|ایک ہی وقت میں"
    r"|(?:تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|بارہ|\d+|کئی)\s+(?:مختلف\s+)?"
    r"(?:مقامات|شہروں|اضلاع|علاقوں|قصبوں)",
    re.IGNORECASE,
)
_REACH = 60
_SUFFERED = re.compile(
    r"\b(?:plung\w+|depriv\w+|affect\w+|disconnect\w+|disrupt\w+|suspend\w+|cut(?:ting)?|leaving|left|"
    r"serv(?:es|ed|ing)|feed(?:s|ing)?|fed|suppl(?:y|ies|ied|ying)|link\w*|connect\w*)\s+(?:[\w-]+\s+){0,5}?$",
    re.IGNORECASE,
)
"""Before places that suffer from what was done at one: "plunging six districts into darkness"."""
_DARKENED = re.compile(
    r"(?:\s+(?:of|in)\s+(?:the\s+)?[A-Z]\w+)?(?:\s+(?:were|was|have|had|has|been))*(?:\s+\w+ly)?\s+"
    r"(?:plunged|left|deprived|lost|cut\s+off|went\s+without|remained\s+without|suffered|disconnected)\b"
)
"""Behind places that do: "Sibi and six other towns were left without power"."""
ONE_ATTACK = Pattern(
    r"\b(?:one|a\s+single)\s+(?:\w+\s+)?(?:coordinated|co-ordinated)\b"
    r"|\b(?:coordinated|co-ordinated|simultaneous)\s+(?:attacks|assaults|strikes)\b",
    re.IGNORECASE,
)


_ALL_OVER = Pattern(
    r"\b(?:across|throughout|all\s+over|all\s+across)\s+(?:the\s+)?[A-Z]\w+|"
    r"\b(?:in|from)\s+(?:all|various|different|several|many|most)\s+(?:\w+\s+)?(?:districts|towns|cities|parts|areas)\s+of\b"
    r"|(?:بلوچستان|سندھ|پنجاب|خیبر\s?پختونخوا|صوبے|صوبہ|ملک|ڈویژن|ضلعے?)\s+بھر\s+میں"
)


def goes_all_over(text: str, scene: Scene) -> bool:
    """Whether a protest is told to be all over an area: "shops were shut across the region"."""
    peaceful = all(one.family == "protest" for one in scene.triggers)
    return peaceful and _ALL_OVER.inside(text, scene.sentence) is not None


def at_many_places(text: str, scene: Scene) -> bool:
    """Whether a sentence reports one event at three or more places, or one that is coordinated."""
    if scene.mood == "aggregate" or _MANY.inside(text, scene.sentence) is None:
        return False
    start, end = scene.sentence.start, scene.sentence.end
    return any(
        _SUFFERED.search(text, max(start, many.start() - _REACH), many.start()) is None
        and _DARKENED.match(text, many.end(), end) is None
        for many in _MANY.pattern.finditer(text, start, end)
    )

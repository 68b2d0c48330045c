"""What a whole report shows not to be its event: retracted news, charges against the dead, ranks.

A report may take back what it opened with ("no such attack took place"), list what those whom
forces killed had done before, say how many attacks there have been at the same spot, or quote what
members of an assembly said. None of this is an event of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.found import is_own_day
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["without_unmeant"]

_EVENT = (
    r"(?:attack|incident|blast|explosion|strike|event|killing|clash|shooting|kidnapping|abduction|"
    r"bombing|raid|encounter|thing|operation)s?"
)
_NONE_SUCH = Pattern(
    rf"\bno\s+such\s+(?:[\w-]+\s+)?{_EVENT}\s+(?:(?:had|has|have|ever|actually)\s+){{0,2}}"
    r"(?:took|taken|occurred|happened|was|were|been)\b"
    rf"|\bno\s+(?:[\w-]+\s+){{0,2}}?(?:post|convoy|vehicle|village|house|drone|checkpost|camp|{_EVENT})\s+"
    r"(?:in\s+the\s+\w+\s+)?(?:had|has|was|were)\s+(?:been\s+)?(?:attacked|hit|flown|used|fired|carried\s+out|taken\s+place)\b"
    r"|ایسا\s+کوئی\s+(?:\S+\s+)?(?:واقعہ|حملہ|دھماکہ|دھماکا)\s+(?:\S+\s+){0,2}?(?:پیش\s+)?(?:نہیں)",
    re.IGNORECASE,
)
_A_REPORT = Pattern(
    r"\b(?:report|message|news|video|clip|footage|post|rumou?r|channels?|item|story|audio|tweet)s?\b[^.;]{0,60}?"
    r"\b(?:carried|aired|circulat\w+|shared|spread\w*|said|published|viral|claim\w*|posted|appeared|went|going|about|of|that|showing)\b"
    r"|خبر|ویڈیو|افواہ|اطلاع",
    re.IGNORECASE,
)
_IS_FALSE = Pattern(
    r"\b(?:report|message|news|video|clip|footage|post|story|audio)s?\b[^.;]{0,120}?\b(?:is|are|was|were)\s+"
    r"(?:(?:an?|\w+ly|years?|several|months?)\s+){0,2}?(?:false|fake|old|fabricated|doctored|baseless|forgery|forged|untrue|staged|hoax)\b",
    re.IGNORECASE,
)
_WITHIN = 4
_CHARGED = Pattern(
    r"\b(?:militants?|terrorists?|kh?awarij|khw?arij|kharijis?|insurgents?|dead|deceased|slain|killed|accused|arrested|commander|bombers?|they|he|men)\b"
    r"[^.;,]{0,40}?\b(?:was|were|had\s+been|remained|have\s+been|is|are)\s+(?:(?:also|actively|directly|allegedly|reportedly|said\s+to\s+(?:be|have\s+been))\s+){0,2}"
    r"(?:involved|wanted|implicated|responsible|complicit|nominated|named)\s+(?:in|for|by)\b"
    r"|(?:ملوث|مطلوب)\s+(?:تھ|رہ|ہے|ہیں|بتائے)",
    re.IGNORECASE,
)
_RANKED = Pattern(
    r"\b(?:it|this|that|sunday's|monday's|tuesday's|wednesday's|thursday's|friday's|saturday's)\s+(?:attack\s+|blast\s+|incident\s+)?(?:is|was|marks|marked)\s+the\s+"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\s+"
    rf"(?:such\s+|major\s+|deadly\s+)*(?:[\w-]+\s+)?{_EVENT}\b",
    re.IGNORECASE,
)
_HOUSE = Pattern(
    r"\b(?:assembly|senate|upper\s+house|lower\s+house|parliament|legislators?|lawmakers?|bar\s+council|standing\s+committee)\b"
    r"[^.;]{0,120}?\b(?:resolution|motion|debate|call[\s-]attention|point\s+of\s+order|session|walked\s+out|walkout|told|heard|adopted|briefed)\b"
    r"|(?:اسمبلی|سینیٹ|ایوان)\s+(?:\S+\s+){0,12}?(?:قرارداد|تحریک|اجلاس|بحث|بتایا)",
    re.IGNORECASE,
)
_SAID = Pattern(
    r"\b(?:said|says|told|added|alleged|lamented|regretted|pointed\s+out|complained|noted|recalled|asked|maintained)\b"
    r"[^.;]{0,120}?\b(?:had|have|has|were|was)\b|نے\s+کہا\s+کہ|کا\s+کہنا\s+تھا",
    re.IGNORECASE,
)
_INQUIRY = Pattern(
    r"\b(?:commission|tribunal|inquiry|committee|bench|judge|panel|team)\b[^.;]{0,60}?\b(?:looking\s+into|look\s+into|probing|investigating|"
    r"inquiring\s+into|examining|hearing|that\s+is\s+to\s+establish)\b",
    re.IGNORECASE,
)
_WHEN_WE = Pattern(
    r"\bwhen\s+(?:we|I|they|he|she)\s+(?:\w+ly\s+)?(?:left|fled|escaped|ran|came\s+here|migrated|moved|were\s+(?:displaced|evacuated|children|young))\b"
    r"|\b(?:we|I)\s+(?:left|fled)\s+(?:because|when|after)\b|جب\s+(?:ہم|میں)\s+[^۔]{0,30}?(?:نکلے|چھوڑا|بھاگے)",
    re.IGNORECASE,
)

_WORLDWIDE = Pattern(
    r"\b(?:worldwide|globally|(?:around|across|all\s+over|throughout)\s+the\s+(?:world|globe))\b|دنیا\s+بھر",
    re.IGNORECASE,
)
_SHOWN = Pattern(
    r"\b(?:show(?:ed|n|ing|s)?|screen(?:ed|ing)?|displayed)\s+(?:[\w-]+\s+)?(?:pictures?|photographs?|photos|footage|slides?|paintings?|sketches)\s+of\b",
    re.IGNORECASE,
)
_ONLY_LAST = re.compile(
    r"\W*(?:(?:only|just)\s+(?:last|this|a|two|three|four|five|six|\d+|the\s+(?:previous|day\s+before))\b"
    r"|(?:last|the\s+previous)\s+(?:week|month),?\s+(?:too|also|as\s+well)\b|(?:the\s+)?(?:week|month|fortnight)\s+before\b)"
    r"(?!\s+(?:hours?|minutes?|person|people|men|man)\b)",
    re.IGNORECASE,
)
"""What opens a look back: "only last week", "just three days ago"."""
_AGO = re.compile(r"\b(?:last|previous|ago|earlier|before)\b", re.IGNORECASE)
_OLD_SHELL = Pattern(
    r"\b(?:rusty|rusted|corroded|vintage|decades[\s-]old|war-?time|World\s+War|19[1-8]\d(?:\s+war)?|leftovers?|relics?|remnants?)\b"
    r"[^.;]{0,60}?\b(?:shells?|ordnance|mortars?|grenades?|bombs?|mines?|missiles?|rockets?|war)\b"
    r"|\b(?:shells?|ordnance|mortars?|grenades?|bombs?|missiles?|rockets?)\b[^.;]{0,60}?\b(?:rusty|rusted|corroded|leftovers?|relics?|remnants?|"
    r"World\s+War|(?:from|of|in|since)\s+(?:the\s+)?19[1-8]\d)\b|زنگ\s+آلود",
    re.IGNORECASE,
)
"""Shells that have lain in the ground for decades."""
_BRIEFED = Pattern(
    r"\b(?:was|were|been|being)\s+(?:also\s+)?(?:briefed|apprised|updated|informed)\s+(?:about|on|of|regarding)\b",
    re.IGNORECASE,
)
_FAKED = Pattern(
    r"\b(?:abduction|kidnapping|attack|robbery|disappearance|shooting|hostage-taking)\b[^.;]{0,50}?\b(?:was|were|had\s+been|is)\s+"
    r"(?:(?:all|only|in\s+fact|actually|an?|merely)\s+){0,2}(?:staged|faked|fake|fabricated|concocted|invented|self-staged|drama|made\s+up)\b"
    r"|\b(?:staged|faked|feigned)\s+(?:his|her|their|its|the|an?)\s+(?:own\s+)?(?:abduction|kidnapping|attack|robbery|disappearance)\b"
    r"|(?:اغوا|ڈکیتی|حملے)\s+کا\s+(?:\S+\s+)?(?:ڈرامہ|ڈراما|ڈھونگ)",
    re.IGNORECASE,
)
_STILL_PLANNED = Pattern(
    r"\b(?:attacks?|bombings?|assaults?|strikes?|kidnappings?)\b[^.;]{0,40}?\b(?:was|were|is|are)\s+(?:being\s+)?planned\b",
    re.IGNORECASE,
)
_TOLD_A_MEETING = Pattern(
    r"(?:اجلاس|بریفنگ|تقریب)\s+(?:کو|میں|کے\s+شرکا\s+کو)\s+(?:\S+\s+){0,3}?بتایا\s+گیا\s+کہ\s+[^۔]{0,40}?(?:گزشتہ|پچھلے|گذشتہ)"
)
_ROBBED = Pattern(r"ڈکیتی\s+(?:کے\s+دوران\s+|پر\s+|میں\s+)?مزاحمت")
_FLAG_MARCH = Pattern(r"\bflag[\s-]march(?:es)?\b|فلیگ\s+مارچ", re.IGNORECASE)


def without_unmeant(text: str, scenes: Sequence[Scene]) -> list[Scene]:
    """Give sentences that do not tell an event of the report the mood that they have.

    Parameters
    ----------
    text
        The article's text.
    scenes
        Its sentences.
    """
    taken_back = _taken_back(text, scenes)
    in_house = _opens_in_house(text, scenes)
    rusty = _is_of_old_shells(text, scenes)
    world = any(_WORLDWIDE.inside(text, scene.sentence) for scene in scenes[:1])
    answer: list[Scene] = []
    firm = False
    for at, scene in enumerate(scenes):
        mood = ""
        if scene.mood in {"reported", "aggregate"} and not scene.listed:
            gone = at <= taken_back or (rusty and _is_of_shell(scene))
            gone = gone or (world and not firm and _is_share_of_world(scene))
            mood = "comment" if gone else _as_said(text, scene, firm=firm, in_house=in_house)
        answer.append(replace(scene, mood=mood) if mood else scene)
        firm = firm or answer[-1].is_firm
    return answer


def _as_said(text: str, scene: Scene, *, firm: bool, in_house: bool) -> str:
    """Return the mood of a sentence that tells no event of its own, or ''."""
    if scene.mood == "aggregate":
        return _of_sum(text, scene, firm=firm)
    if _is_looking_back(text, scene, firm=firm) or (firm and _stood_accused(text, scene)):
        return "recalled"
    faked = _FAKED.inside(text, scene.sentence) is not None
    if faked or (_FLAG_MARCH.inside(text, scene.sentence) and _is_procession(scene)):
        return "comment"
    if any(is_own_day(span) for span in scene.dates):
        return ""
    return _of_undated(text, scene, firm=firm, in_house=in_house)


_OF_THE_DEAD = re.compile(
    r"\W*(?:(?:The|All|Both|Those|These|Most|Some|Two|Three|Four|One)\s+(?:of\s+)?)?(?:(?:the|those|them|these)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:slain|killed|dead|deceased|eliminated|neutrali[sz]ed|arrested|militants|terrorists|khwarij|khawarij|insurgents|They|them|commander)\b"
    r"|\W*(?:\S+\s+){0,2}?(?:ہلاک|مارے\s+گئے|مارے\s+جانے|گرفتار|جہنم\s+واصل)\s"
)


def _stood_accused(text: str, scene: Scene) -> bool:
    """Whether a sentence says of what those who were killed or taken had stood accused."""
    charged = _CHARGED.inside(text, scene.sentence)
    if charged is None or any(count.best for count in scene.counts):
        return False
    return _OF_THE_DEAD.match(text, scene.sentence.start, scene.sentence.end) is not None


def _of_sum(text: str, scene: Scene, *, firm: bool) -> str:
    """Return the mood of a sum that is none of the report's, or ''."""
    if _WORLDWIDE.inside(text, scene.sentence) is not None:
        return "comment"
    if _ROBBED.inside(text, scene.sentence) is not None:
        return "other"
    ranked = any(one.inside(text, scene.sentence) for one in (_RANKED, _CHARGED))
    return "recalled" if firm and ranked else ""


def _of_undated(text: str, scene: Scene, *, firm: bool, in_house: bool) -> str:
    """Return the mood of a sentence without a day that tells no event, or ''."""
    shown = _SHOWN.inside(text, scene.sentence)
    if shown is not None and all(one.start > shown.start() for one in scene.triggers):
        return "comment"
    if _is_hearsay(text, scene):
        return "comment"
    if _WHEN_WE.inside(text, scene.sentence) is not None and _is_quoted(text, scene):
        return "recalled"
    if firm:
        return ""
    if _INQUIRY.inside(text, scene.sentence) is not None:
        return "tried"
    return "comment" if in_house and _SAID.inside(text, scene.sentence) is not None else ""


def _is_looking_back(text: str, scene: Scene, *, firm: bool) -> bool:
    """Whether a sentence opens with "only last week", or tells a meeting of last week."""
    if firm:
        return _is_only_last(text, scene)
    return _TOLD_A_MEETING.inside(text, scene.sentence) is not None


def _is_only_last(text: str, scene: Scene) -> bool:
    """Whether a sentence opens with "only last week" or the like."""
    opens = _ONLY_LAST.match(text, scene.sentence.start, scene.sentence.end)
    return opens is not None and _AGO.search(text, opens.start(), opens.end() + 20) is not None


def _is_of_old_shells(text: str, scenes: Sequence[Scene]) -> bool:
    """Whether the first sentences tell of old shells that are found, and of nobody harmed."""
    opening = scenes[:_WITHIN]
    if any(c.best and c.outcome in {"killed", "injured"} for s in opening for c in s.counts):
        return False
    return any(_OLD_SHELL.inside(text, scene.sentence) is not None for scene in opening)


def _is_of_shell(scene: Scene) -> bool:
    """Whether all that a sentence tells is how a shell was found or destroyed."""
    armed = any(one.kind in {"group", "unidentified"} for one in scene.actors)
    return not (armed or scene.counts) and scene.families <= {"disrupted", "explosion"}


def _is_hearsay(text: str, scene: Scene) -> bool:
    """Whether nouns alone name what somebody was briefed on, or what is only planned."""
    if not all(one.is_noun or one.definite for one in scene.triggers):
        return False
    planned = _STILL_PLANNED.inside(text, scene.sentence)
    briefed = _BRIEFED.inside(text, scene.sentence)
    if planned is not None and not scene.counts:
        return True
    return briefed is not None and all(one.start > briefed.start() for one in scene.triggers)


def _is_share_of_world(scene: Scene) -> bool:
    """Whether a sentence without a day gives a country's share in a sum of the world."""
    return bool(scene.counts) and not any(is_own_day(span) for span in scene.dates)


def _is_procession(scene: Scene) -> bool:
    """Whether all that is told beside a flag march is the procession that it is to guard."""
    return all(one.is_noun and one.family == "protest" for one in scene.triggers)


def _is_quoted(text: str, scene: Scene) -> bool:
    """Whether a sentence holds words in quotation marks."""
    return any(mark in text[scene.sentence.start : scene.sentence.end] for mark in '"“”')


def _opens_in_house(text: str, scenes: Sequence[Scene]) -> bool:
    """Whether the lead reports no event but what an assembly did."""
    lead = scenes[0] if scenes else None
    if lead is None or lead.mood not in {"none", "comment", "planned"} or lead.counts:
        return False
    return _HOUSE.inside(text, lead.sentence) is not None


def _taken_back(text: str, scenes: Sequence[Scene]) -> int:
    """Return the index of the last sentence of a report that is taken back, or -1.

    Its first sentence names a report, a video or a message, and one of the next says that no such
    thing happened; or it says itself that the report is false.
    """
    opening = scenes[:_WITHIN]
    if not opening or not opening[0].triggers:
        return -1
    lead = opening[0].sentence
    if _A_REPORT.inside(text, lead) is None:
        return -1
    if _IS_FALSE.inside(text, lead) is not None:
        return 1
    for at, scene in enumerate(opening):
        if _NONE_SUCH.inside(text, scene.sentence) is not None:
            return at if not any(count.best for count in scene.counts) else at - 1
    return -1

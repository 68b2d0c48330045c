"""Whether what a sentence tells is a plan, a threat, a decision or a possibility."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.text.counts import Count
from geomap.text.events import Trigger
from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern

__all__ = ["is_planned", "is_prevented", "without_unfired"]

_PLANNED_WINDOW = 70
_WILL = Pattern(
    r"\b(?:will|would|(?:could|might|(?-i:may))(?!\s+(?:be|have\s+been)\s+behind)|shall|plans?\s+to|"
    r"(?:wish|want|hop|vow|swore|pledg)(?:e[ds]?|ed|es|s)?\s+to|threaten\w*|if|called?\s+for|"
    r"announced\s+(?:a|to))\s+(?:(?!(?:after|when|while|following|since)\b)[\w-]+\s+){0,4}$"
    r"|\b(?:can(?!\s+(?:confirm|report|reveal|say|be\s+seen))|(?:able|unable|ability|capacity|capable)\s+(?:to|of))\s+"
    r"(?:(?!(?:who|which|that|whom|when|after|before|as|while)\b)[\w-]+\s+){0,4}$"
    r"|\b(?:fears?\s+of|fearing|afraid\s+of|prevent(?:ing)?|avert(?:ing)?|guard(?:ing)?\s+against|plans?)\s+"
    r"(?:(?:an?|the|any|more|fresh|further|new|suicide|bomb|terrorist|militant|major|possible|such)\s+){0,3}$"
    r"|\b(?:agreed?|decided|decides|promised?|undertook|refused(?!\s+to\s+(?:end|lift|call|leave|give|vacate|"
    r"bury|open|clear|let|move|budge|disperse|break|stop|go|take|accept|lay)\b)|ordered|directed|instructed|resolved)\s+"
    r"(?:[\w-]+\s+){0,3}?to\s+(?:(?!when\b|after\b|while\b)[\w-]+\s+){0,10}$"
    r"|\b(?:returning|return|coming|come|slipping|slip|crossing|cross|infiltrat(?:e|ing)|re-?enter(?:ing)?|regroup(?:ing)?|about)\s+"
    r"(?:(?!to\s+(?:launch|carry|stage|mount|conduct|commit)\b)[\w'’-]+\s+){0,9}?to\s+(?:launch|carry\s+out|stage|mount|conduct|commit)\s+"
    r"(?:(?!when\b|after\b|while\b)[\w-]+\s+){0,4}$"
    r"|\b(?:ask|urge|request|implore|exhort|appeal|call)(?:e?[ds])?\s+(?:(?:up)?on\s+|to\s+)?"
    r"(?:(?!to\b)[\w'’-]+\s+){1,5}?to\s+(?:(?!(?:when|after|while|before|as)\b)[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_WILL_BE = Pattern(r"\b(?:will|shall)\s+(?:also\s+|not\s+)?(?:be|remain|have|take|start|begin)\b")
_SHALL_BE = Pattern(r"\bshall\s+(?:also\s+|not\s+)?be\b")
_DECIDED_URDU = Pattern(
    r"(?:منظوری|فیصلہ\s+کیا|تجویز|(?:جائے|جائیں|کریں|کرے|دے|دیں)\s*(?:گا|گی|گے)|اعلان\s+کیا|اعلان\s+کر|"
    r"کال\s+دی|کال\s+دے|اپیل\s+(?:کی|کر)|دھمکی|خدشہ|خطرہ|منصوبہ|ارادہ|ہو\s*(?:گا|گی|گے))(?!\w)"
)
"""Words behind an Urdu verb that make it a plan, a threat or a decision."""
_DONE_URDU = re.compile(
    r"(?:(?<=دیا)|(?<=[دکل]یے)|(?<=کیا)|(?<=نکالی)|\s+(?!(?:کی\s+)?(?:کال|اپیل|دھمکی)\s)(?:\S+\s+){0,2}?(?:کیا|کی|کیے|کئے|ہوا|ہوئی|ہوئے|"
    r"نکالی|نکالا|دیا|دی|دیے|دئیے|دیں|لیا|لی|لیے|لیں|رہا|رہی|رہے))"
    r"(?:\s+(?:گیا|گئی|گئے|گئیں))?\s*(?:اور|جبکہ|،|تاہم|لیکن|مگر|جو|جس|جہاں|[۔])"
    r"|\s+کر\s(?![^۔]*\s(?:گا|گی|گے)(?!\w))"
)
"""A verb right behind that says it was done; what is decided or called for comes after it."""


_TENDER = Pattern(
    r"\b(?:invit(?:es?|ed|ing)|float(?:s|ed)?|call(?:s|ed)?\s+for|advertis(?:es|ed))\s+(?:[\w-]+\s+){0,3}?"
    r"(?:bids?|tenders?|quotations?|proposals|expressions\s+of\s+interest)\b"
    r"|\b(?:bids?|tenders?|quotations?)\s+(?:[\w-]+\s+){0,3}?(?:are|were|have\s+been|is)\s+(?:invited|floated|called)\b"
    r"|ٹینڈر\s+(?:طلب|جاری|کھول)|پیشکشیں\s+طلب",
    re.IGNORECASE,
)
"""What is to be bought, against what may happen."""


_ABOUT_TO = Pattern(
    r"\babout\s+to\s+(?:launch|carry\s+out|stage|mount|conduct|commit)\b", re.IGNORECASE
)


_CALLED_OFF = Pattern(
    r"\b(?:call(?:ed|s|ing)?\s+off|withdr[ae]w\w*|cancell?ed|postponed|put\s+off|shelved|dropped|deferred|gave\s+up)\s+"
    r"(?:(?:the|an?|its|their|his|her|plans?|calls?|for|of|to|planned|proposed|scheduled|hold|stage)\s+){1,6}(?:[\w'’-]+\s+){0,3}?"
    r"(?:sit-?ins?|strikes?|march(?:es)?|rall(?:y|ies)|protests?|dharnas?|demonstrations?|shutdown|blockade|agitation)\b",
    re.IGNORECASE,
)
_NOT_YET = Pattern(
    r"\b(?:planned|scheduled|slated|proposed|announced|intended|threatened|due|set|were|was)\s+(?:to\s+(?:begin|start|hold|stage|take|be|go|launch|march)|for)\b"
    r"|\b(?:planned|scheduled|proposed)\s+(?:[\w-]+\s+)?(?:sit-?in|strike|march|rally|protest|demonstration)\b|\bcalls?\s+for\s+(?:an?|the)\b",
    re.IGNORECASE,
)
"""What was called off before it began, not a sit-in that has lasted for days."""
_WENT_ON = Pattern(r"-day\b|\bended\b|\bafter\s+(?:\w+\s+){1,2}(?:days|hours)\b", re.IGNORECASE)
_JUST_BEHIND = 30
_SAT = re.compile(r"sit-?ins?|dharnas?|blockade|agitation", re.IGNORECASE)
_PLANNED = re.compile(
    r"\b(?:planned|proposed|scheduled|plans?|calls?\s+(?:for|of))\b", re.IGNORECASE
)


def is_prevented(found: Found) -> bool:
    """Whether those who were about to attack were caught: all that is counted is arrests."""
    caught = all(count.outcome == "arrested" for count in found.counts)
    return caught and found.matches(_ABOUT_TO)


def is_planned(found: Found) -> bool:
    """Whether every trigger stands shortly after words of planning, threat or possibility."""
    tender = _TENDER.inside(found.text, found.sentence)
    if tender and all(t.is_noun or t.start > tender.start() for t in found.triggers):
        return not any(is_own_day(span) for span in found.dates)
    if _is_called_off(found):
        return True
    plans = [cue for cue in found.cues if cue.word == "planned"]
    measures = plans or any(cue.word == "security_plan" for cue in found.cues)
    measures = measures or found.matches(_SHALL_BE)
    if measures and all(t.is_noun for t in found.triggers) and found.matches(_WILL_BE):
        return True
    for trigger in found.triggers:
        start = max(found.sentence.start, trigger.start - _PLANNED_WINDOW)
        near_plan = any(0 <= trigger.start - cue.end <= _PLANNED_WINDOW for cue in plans)
        near_plan = near_plan or (
            not found.text[trigger.start : trigger.end].isascii()
            and _DONE_URDU.match(found.text, trigger.end) is None
            and _DECIDED_URDU.search(found.text, trigger.end, found.sentence.end) is not None
        )
        lead = found.text[start : trigger.start]
        near_plan = near_plan or (
            trigger.is_noun and _IF.match(found.text, trigger.end) is not None
        )
        near_plan = near_plan or (
            trigger.family == "operation"
            and trigger.is_noun
            and _NOT_DONE.search(lead, marks=found.sentence.marks) is not None
        )
        near_plan = near_plan or (
            trigger.is_noun and _WILL_FOLLOW.match(found.text, trigger.end) is not None
        )
        if not near_plan and not _is_willed(found, trigger, lead):
            return False
    return True


_WILL_FOLLOW = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:will|shall|is\s+to|are\s+to)\s+be\s+(?:carried\s+out|conducted|held|done|launched|staged|performed)\b"
)


_NOT_DONE = Pattern(
    r"\b(?:would|will|shall)\s+(?:not|never)\s+(?:[\w'’-]+\s+){0,8}$|\b(?:won|wouldn)['’]t\s+(?:[\w'’-]+\s+){0,8}$"
    r"|\b(?:oppos\w+|reject\w*|talk\s+of|rumou?rs\s+of|against|no|any|without|instead\s+of)\s+(?:(?:an?|any|another|fresh|new|the|further|possible|proposed)\s+){0,3}$",
    re.IGNORECASE,
)
"""What elders will not have: "they would not leave their homes for a military operation"."""


def _is_called_off(found: Found) -> bool:
    """Whether a protest was called off before it began."""
    if not all(t.family == "protest" for t in found.triggers) or found.matches(_WENT_ON):
        return False
    off = _CALLED_OFF.inside(found.text, found.sentence)
    if off is None or not found.matches(_NOT_YET):
        return False
    end = min(found.sentence.end, off.end() + _JUST_BEHIND)
    return _SAT.search(off[0]) is None or bool(_PLANNED.search(found.text, off.start(), end))


def _is_willed(found: Found, trigger: Trigger, lead: str) -> bool:
    """Whether the words before a trigger say that it is to happen."""
    will = _WILL.search(lead, marks=found.sentence.marks)
    return will is not None and not _is_done(found.text, trigger, lead)


_IF = re.compile(r"\s+(?:[\w-]+\s+){0,3}?(?:if|unless)\s+(?!any\b|confirmed\b)\w", re.IGNORECASE)
"""Behind a noun that only a condition brings about: "spoke of a strike if it is not withdrawn"."""
_AND = re.compile(r"\band\s+(?:\w+ly\s+)?$")
_DONE = re.compile(r"\w+ed\b|(?:shot|took|blew|threw|burnt|made|drove)\b")
_SET = re.compile(r"\b(?:ordered|told|forced|asked)\b.*\band\s+$")


def _is_done(text: str, trigger: Trigger, lead: str) -> bool:
    """Whether a verb goes on with what was done: "ordered the drivers out and torched two"."""
    if _AND.search(lead) is None:
        return False
    past = _DONE.match(text, trigger.start) is not None
    return past or (text.startswith("set ", trigger.start) and _SET.search(lead) is not None)


_BEFORE_HE_COULD = Pattern(
    r"\bbefore\s+(?:he|she|they|the\s+(?:\w+\s+)?(?:bombers?|attackers?|man))\s+could\s+(?:\w+\s+)?"
    r"(?:detonate|explode|blow|set\s+(?:off|it)|trigger|activate|press|reach|enter)",
    re.IGNORECASE,
)


def without_unfired(found: Found) -> Found:
    """Leave out the bomb of somebody who was killed "before he could blow himself up".

    He was shot, which is told; where another bomb went off, that is told too.
    """
    foiled = _BEFORE_HE_COULD.inside(found.text, found.sentence)
    if foiled is None:
        return found
    shot = [t for t in found.triggers if t.family != "explosion" and t.start < foiled.start()]
    burst = [
        t
        for t in found.triggers
        if t.family == "explosion"
        and not t.is_noun
        and not foiled.start() <= t.start <= _clause_end(found.text, foiled.end())
    ]
    found.counts = [_as_bomber(found.text, one, foiled) for one in found.counts]
    if shot and not any("bomber" not in found.text[t.start : t.end].lower() for t in burst):
        found.triggers = [t for t in found.triggers if t.family != "explosion"]
    return found


_OWN_BOMB = re.compile(
    r"could\s+(?:\w+\s+)?(?:detonate|explode|blow|set|trigger|activate|press)", re.IGNORECASE
)


def _as_bomber(text: str, count: Count, foiled: re.Match[str]) -> Count:
    """Take a man who was shot "before he could blow himself up" for an attacker."""
    bomb = _OWN_BOMB.search(text, foiled.start(), foiled.end()) is not None
    one = count.outcome == "killed" and count.best == 1 and count.start < foiled.start()
    return replace(count, side="militants") if bomb and one else count


_VEST = 20
"""Characters behind "before he could" in which what he would have set off is named."""


def _clause_end(text: str, at: int) -> int:
    """Return where the clause of "before he could" ends, or what he would have set off is named."""
    ends = [text.find(mark, at, at + _VEST) for mark in ".;,"]
    return min((end for end in ends if end >= 0), default=at + _VEST)

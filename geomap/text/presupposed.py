"""Attacks that a sentence takes as known: what officials visit, honour, debate or pay for.

"The minister met the families of the ten guards killed at Duki" tells of a meeting. The attack is
named only to say which families: in a relative clause, a participle or a noun behind the verb for
what officials do. Such an attack is old news, unless a day of the last ones stands beside it; the
day of the meeting is not its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text._date_ranks import names_event
from geomap.text.dates import DateSpan
from geomap.text.events import Trigger
from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern

__all__ = ["is_of_one_attack", "is_taken_as_known"]

_OFFICE = Pattern(
    r"\b(?:visited|toured|met(?!\s+(?:their|his|her|its|with|death|an?|the\s+same)\b)|called\s+on|(?:paid|after|on|during|at\s+the\s+end\s+of)\s+a\s+visit(?:,[^,.;]{3,60},)?\s+to|"
    r"laid\s+(?:an?\s+|the\s+)?(?:floral\s+)?(?:wreaths?|flowers)|laid\s+the\s+foundation|condoled\s+with|"
    r"paid\s+(?:\w+\s+)?(?:tributes?|homage|respects)|offered\s+(?:fateha|prayers|condolences|\w+\s+prayers)|"
    r"announced\s+(?:\w+\s+)?(?:compensation|aid|relief|grants?|cash|Rs|scholarships?|jobs|plots|mourning)|"
    r"distributed|(?:handed|gave)\s+(?:over|away|out)|presented\s+(?:cheques|compensation|shields)|"
    r"(?:passed|adopted|moved|tabled|submitted|debated|discussed|took\s+up)\s+"
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:resolutions?|motions?|notice|bill|petitions?|attack|killings?|incident|report)|"
    r"observed\s+(?:a|one|two)\s+minutes?|"
    r"signed\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:agreement|memorandum|MoU|contract)|inquired\s+after|enquired\s+after|asked\s+after|awarded|conferred|renamed|unveiled|inaugurated)\b",
    re.IGNORECASE,
)
"""What officials and speakers do long after an attack, too."""
_OFFICE_URDU = Pattern(
    r"(?:سے\s+ملاقات(?:یں)?|کا\s+دورہ|عیادت|(?<!اظہار )تعزیت|فاتحہ\s+خوانی|"
    r"خراج\s+(?:عقیدت|تحسین)\s+پیش|چیک\s+تقسیم)\s+"
    r"(?:کی|کیا|کیے|کئے|کر)|قرار\s?داد\s+(?:متفقہ\s+طور\s+پر\s+)?(?:منظور|جمع|پیش)|پھول\s+چڑھا|سنگ\s+بنیاد\s+رکھ"
)
_GRIEF_URDU = re.compile(
    r"(?:دکھ|افسوس|رنج|غم)\s+(?:کا\s+)?اظہار|اظہار\s+(?:افسوس|رنج|غم|ہمدردی)|مذمت\s+(?:کی|کرتے)"
)
"""What officials say when news of an attack comes, before they speak of the bereaved."""
_DONE_TO_URDU = re.compile(r"(?:ہونے|کیے\s+جانے|کئے\s+جانے|مارے\s+جانے|بننے|کرنے)\s+وال")
_RELATIVE_URDU = re.compile(r"(?:\bجس|\bجن|\bجہاں)(?!\w)")
_PERFECT_URDU = re.compile(r"(?:تھا|تھے|تھی|تھیں)[\s۔.!\"”]*\Z")
_RELATIVE = re.compile(
    r"(?P<comma>,\s+)?\b(?:where|in\s+which|during\s+which|who|whom|whose|which|that)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:]|\b(?:when|while|as|but|before|hours|minutes|days?\s+after|amid)\b|,\s+(?:and|killing|leaving)\b|\band\s+(?:later|then)\b|\bby\s+(?:gunmen|militants|armed)\b",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"\b(?:gunm[ae]n|militants?|terrorists?|assailants?|attackers?|insurgents?|fighters|bombers?|"
    r"(?:armed|masked|unidentified|unknown)\s+(?:men|persons|assailants|attackers))\b",
    re.IGNORECASE,
)
"""Who does something else than officials do: "militants met ... and attacked"."""
_KNOWN = re.compile(
    r"\b(?:the|this|that|those|their|his|last\s+\w+['’]s|\w+['’]s|against|on|over|about|into|of)\s+"
    r"(?:[\w’'-]+\s+){0,7}$",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:was|were|had|has|have|been|is|are)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:had|have|has)\b", re.IGNORECASE)
_BENEFIT = Pattern(
    r"\b(?:will|would|are\s+to|is\s+to|were\s+to|was\s+to|have\s+been|has\s+been|had\s+been|were|was|each|also|have|has)\s+(?:each\s+|also\s+|now\s+|already\s+|all\s+)?"
    r"(?:be\s+)?(?:get|getting|receive[ds]?|given|paid|granted|awarded|offered|promised|compensated|resettled|rehoused|allotted|handed|treated\s+free|"
    r"educated|honoured)\s+(?:(?!as\b)[\w'’-]+\s+){0,4}?(?:Rs|rupees|\d|half\s+a|a\s+million|seed|loans?|cash|plots?|houses?|jobs?|land|shops?|cheques?|"
    r"compensation|pensions?|scholarships?|stipends?|medals?|shields?|tents?|rations?|training|limbs?|wheelchairs?|certificates?)",
    re.IGNORECASE,
)
"""What is given to those of whom a relative clause or a participle tells: "will get seed"."""
_BEFORE_IT = re.compile(
    r"\b(?:who|whom|whose|which|where|that)\s+(?:[^.;]{0,90})$|\b(?:men|women|people|persons|children|families|victims|those|survivors|labourers?|workers|"
    r"policemen|soldiers|students|passengers|miners|villagers|worshippers|guards|\d+|of\s+the\s+(?:[\w-]+\s+){0,3}?)\s+$|\b(?:the|that|this|an?)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_OF_VIOLENCE = {"explosion", "clash", "armed", "abduction", "killing", "body"}
_FRESH_DAYS = 2
"""Days up to which an attack beside an official's act is told as news."""

_HARD = frozenset({"explosion", "clash", "abduction", "body", "riot", "disrupted", "operation"})
_ATTACKS = Pattern(
    r"\b(?:attacks|killings|incidents|raids|assaults)\b|(?:حملوں|کارروائیوں|واقعات|دھماکوں|جنگ|لہر)(?!\w)",
    re.IGNORECASE,
)
_GRIEF = Pattern(
    r"\b(?:grief|sorrow|condol\w+|mourn\w*|sadness|anguish)\b|افسوس|دکھ|رنج|تعزیت|صدمے",
    re.IGNORECASE,
)


def is_of_one_attack(found: Found) -> bool:
    """Whether what officials condemn or mourn is one event, not "the attacks" or the war.

    "The president voiced grief over the martyrdom of two policemen in an attack in Tank".
    """
    families = {trigger.family for trigger in found.triggers}
    if families & _HARD:
        return True
    told = bool(families & {"armed", "killing"}) and found.matches(_GRIEF)
    return told and not found.matches(_ATTACKS)


def is_taken_as_known(found: Found) -> bool:
    """Whether all attacks of a sentence only say what an official's act was about."""
    if any(trigger.family not in _OF_VIOLENCE | {"property"} for trigger in found.triggers):
        return False
    if found.matches(_BENEFIT) and _is_of_paid(found):
        return True
    if found.matches(_OFFICE):
        return _is_behind_act(found)
    return found.matches(_OFFICE_URDU) and _is_behind_act_in_urdu(found)


def _is_of_paid(found: Found) -> bool:
    """Whether all attacks say who those are that are given something, and no day of now does."""
    paid = _BENEFIT.inside(found.text, found.sentence)
    if paid is None or any(t.end > paid.start() + _OVERLAP for t in found.triggers):
        return False
    if _is_recent(found, [span for span in found.dates if span.end < paid.start()]):
        return False
    start = found.sentence.start
    return all(_BEFORE_IT.search(found.text, start, t.start) is not None for t in found.triggers)


_OVERLAP = 4


def _is_behind_act(found: Found) -> bool:
    act = _OFFICE.inside(found.text, found.sentence)
    first = min(found.triggers, key=lambda trigger: trigger.start)
    if act is None or first.start < act.end():
        return False
    if _ARMED.search(found.text, found.sentence.start, act.start()) is not None:
        return False
    between = found.text[act.end() : first.start]
    relative = _RELATIVE.search(between)
    if _BREAK.search(between[: relative.start()] if relative else between) is not None:
        return False
    begin = act.end() + relative.end() if relative else first.start
    own = [
        span
        for span in found.dates
        if is_own_day(span)
        and (span.start >= begin or names_event(found.text, span.end, first.start))
    ]
    if _is_recent(found, own):
        return False
    if relative is None:
        return _names_known(first, between)
    if relative["comma"]:  # ", where gunmen opened fire on him" tells what happened then
        return bool(own) or _PERFECT.search(between) is not None
    return True


def _names_known(trigger: Trigger, between: str) -> bool:
    """Whether a noun or a participle takes an attack as known: "the attack", "guards killed in"."""
    if trigger.is_noun:
        return _KNOWN.search(between) is not None
    return _FINITE.search(between) is None and _KNOWN.search(between) is not None


def _is_recent(found: Found, dates: Sequence[DateSpan]) -> bool:
    """Whether one of the dates is a day of the last ones; in Urdu the subject's own is none."""
    return any(
        found.published is not None
        and span.last is not None
        and is_own_day(span)
        and (found.published - span.last).days <= _FRESH_DAYS
        and not found.text.endswith("نے ", 0, span.start)
        for span in dates
    )


def _is_behind_act_in_urdu(found: Found) -> bool:
    text, sentence = found.text, found.sentence
    act = _OFFICE_URDU.inside(text, sentence)
    if act is None or _is_recent(found, found.dates):
        return False
    before = [trigger for trigger in found.triggers if trigger.start < act.start()]
    after = [trigger for trigger in found.triggers if trigger.start >= act.start()]
    grief = _GRIEF_URDU.search(text, sentence.start, act.start())
    if grief and any(count.best and count.end <= grief.start() for count in found.counts):
        return False
    known = _DONE_TO_URDU.search(text, sentence.start, act.start()) is not None
    if not known and any(not trigger.is_noun for trigger in before):
        return False
    if not after:
        return True
    relative = _RELATIVE_URDU.search(text, act.end(), after[0].start)
    return relative is not None and _PERFECT_URDU.search(text, act.end(), sentence.end) is not None

"""Words that name no event of their own: arms carried beside guns, what a captive was to become.

"They used rockets and sniper rifles" tells how a post was attacked; "arrested a woman trained as a
suicide bomber" tells of no blast; "the growers were marching against a tax" says at what others
fired.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["as_checks", "without_side_words"]

_GUNS = (
    r"(?:(?:\w+|night-vision|small|light|heavy|semi-automatic)\s+){0,3}?"
    r"(?:rifles|guns|machine-?guns|weapons|arms|kalashnikovs|gunfire|firearms|pistols)\b"
)
_BESIDE_GUNS = Pattern(
    r"\b(?:us(?:ed|ing)|with|carr(?:ied|ying)|wield(?:ed|ing)|brandish(?:ed|ing)|equipped\s+with|armed\s+with|had)\s+"
    rf"(?:(?:[\w-]+\s+){{0,2}}?(?:rockets?|grenades?|mortars?|launchers?|RPGs?),?\s+(?:and|as\s+well\s+as|along\s+with)\s+{_GUNS}"
    rf"|{_GUNS},?\s+(?:and|as\s+well\s+as|along\s+with)\s+(?:[\w-]+\s+){{0,2}}?(?:rockets?|grenades?|mortars?|launchers?|RPGs?)\b)",
    re.IGNORECASE,
)
_WOULD_BE = re.compile(
    r"(?:would-be\s+)?suicide\s+(?:bombers?|attackers?)\b|خودکش\s+(?:بمبار|حملہ\s+آور)",
    re.IGNORECASE,
)
_CAUGHT = Pattern(
    r"\b(?:arrest(?:ed|s)?|caught|nabbed|intercepted|overpowered|captured|apprehended|detained|seized|held)\s+(?:an?|the|two|three|one|four|another)\s+"
    r"(?:(?!\b(?:after|when|killed|wounded|behind)\b)[^.;,]){0,90}?\bsuicide\s+(?:bomber|attacker)s?\b"
    r"|\bsuicide\s+(?:bomber|attacker)s?\s+(?:[\w-]+\s+){0,3}?(?:was|were|has\s+been|had\s+been)\s+(?:arrested|caught|nabbed|intercepted|captured|apprehended|detained)\b"
    r"|خودکش\s+(?:بمبار|حملہ\s+آور)\s+(?:کو\s+)?(?:\S+\s+){0,3}?(?:گرفتار|پکڑ)",
    re.IGNORECASE,
)
_MARCHED_THEN = re.compile(
    r"\W*(?:The\s+(?:\w+\s+){1,3}?|They\s+)(?:were|was|had\s+been)\s+(?:\w+ly\s+|only\s+|out\s+)?"
    r"(?:march|protest|demonstrat|rally|agitat|picket|sitting\s+in|holding\s+an?\s+(?:\w+\s+)?(?:sit-in|protest|rally|march))"
)


def without_side_words(
    text: str, sentence: Sentence, triggers: Sequence[Trigger], *, firm: bool
) -> tuple[Trigger, ...]:
    """Leave out the words of a sentence that tell of no event by themselves.

    Parameters
    ----------
    text
        The article's text.
    sentence
        The sentence.
    triggers
        What it tells of.
    firm
        Whether an event was told before it: a march that was under way then is part of it.
    """
    if not triggers:
        return ()
    arms = _BESIDE_GUNS.inside(text, sentence)
    if arms is not None:
        triggers = [
            one
            for one in triggers
            if not (
                one.family == "explosion"
                and one.is_noun
                and arms.start() <= one.start
                and one.end <= arms.end()
            )
        ]
    if _CAUGHT.inside(text, sentence) is not None and _only_bombers(text, triggers):
        kind = "Strategic developments", "Arrests"
        triggers = [
            replace(one, family="capture", event_type=kind[0], sub_event_type=kind[1])
            if one.family in {"explosion", "arrest"}
            else one
            for one in triggers
            if one.family not in {"protest", "riot"}
        ]
    if _TRAINED.inside(text, sentence) is not None:
        triggers = [one for one in triggers if not _is_trained(text, one)]
    if _INTO_POST.inside(text, sentence) is not None:
        triggers = [_as_attack(text, one) for one in triggers]
    if firm and _MARCHED_THEN.match(text, sentence.start, sentence.end):
        triggers = [
            replace(one, definite=True) if one.family == "protest" else one for one in triggers
        ]
    return tuple(_of_its_own(text, sentence, triggers, firm=firm))


_DRIVEN_OFF = re.compile(
    r"\b(?:off|away)\s+(?:with|in)\s+[^.;,]{0,40}?\b(?:vehicles?|cars?|pick-?ups?|jeeps?|trucks?|motorcycles?|motorbikes?|ambulances?)\b",
    re.IGNORECASE,
)


def _as_looted(text: str, trigger: Trigger) -> Trigger:
    """Read what was driven off as looted: a vehicle is no captive."""
    if trigger.family != "abduction" or not _DRIVEN_OFF.search(text, trigger.start, trigger.end):
        return trigger
    kind = "Strategic developments", "Looting/property destruction"
    return replace(trigger, family="property", event_type=kind[0], sub_event_type=kind[1])


_PUT_OFF = Pattern(
    r"\b(?:rally|march|strike|shutdown|sit-?in|protest|demonstration|procession|hartal)s?\b[^.;]{0,90}?"
    r"\b(?:has|have|had|was|were|is|are)\s+(?:now\s+)?(?:been\s+)?(?:postponed|put\s+off|cancell?ed|deferred|rescheduled|shifted|called\s+off)\b",
    re.IGNORECASE,
)
"""A protest that is put off or moved to another day or place, which has not begun."""
_ENDED = re.compile(r"called\s+off\Z", re.IGNORECASE)
_MOURNED = Pattern(
    r"(?:بازار|دکانیں|مارکیٹیں|مارکیٹ|مراکز)\s+[^۔]{0,30}?سوگ\s+(?:میں|کے\s+طور\s+پر)\s+[^۔]{0,20}?بند"
)
"""Shops that were shut to mourn after an attack, which is no protest unless somebody called it."""
_CALLED = re.compile(r"احتجاج|ہڑتال|کال|اپیل|خلاف|انجمن|مطالب|دھرن")
_SOUGHT = Pattern(
    r"\b(?:gone|went|going|go|sent|set\s+out|come|operation|raid|mission|drive|efforts?|bid|entered|searching|looking|search|hunt)\b[^.;]{0,50}?"
    r"\b(?:(?:to\s+(?:free|rescue|recover|find|trace|search\s+for|look\s+for|secure)|for\s+(?:the\s+)?(?:recovery|release|rescue)\s+of|for)\s+)"
    r"[^.;]{3,80}?\b(?:kidnapped|abducted|snatched|seized|taken\s+hostage)\b"
    r"|(?:بازیابی|رہائی)\s+کے\s+(?:لیے|لئے)\s+[^۔]{0,60}?(?:آپریشن|کارروائی|گئی\s+تھی|گئے\s+تھے|روانہ)",
    re.IGNORECASE,
)
"""Those for whom forces had gone out: "had gone in to free a driver who was kidnapped"."""


def _of_its_own(
    text: str, sentence: Sentence, triggers: Sequence[Trigger], *, firm: bool
) -> Sequence[Trigger]:
    """Leave out protests that are put off or only mourn, and what forces had gone out for."""
    if put_off := _PUT_OFF.inside(text, sentence):
        ended = _ENDED.search(put_off[0]) is not None
        triggers = [
            one
            for one in triggers
            if not put_off.start() <= one.start < put_off.end()
            or (one.family != "explosion" and (ended or one.family != "protest"))
        ]
    if firm and _MOURNED.inside(text, sentence) is not None:
        called = _CALLED.search(text, sentence.start, sentence.end)
        triggers = [one for one in triggers if called or one.family != "protest"]
    if any(one.family == "abduction" for one in triggers):
        triggers = [_as_looted(text, one) for one in triggers]
    if firm and (sought := _SOUGHT.inside(text, sentence)) is not None:
        triggers = [
            replace(one, definite=True) if sought.start() <= one.start < sought.end() else one
            for one in triggers
        ]
    return triggers


_TRAINED = Pattern(
    r"\b(?:trained|recruited|groomed|prepared|brainwashed|indoctrinated|raised|hired|meant|wanted)\s+(?:as|to\s+(?:be(?:come)?|act\s+as|serve\s+as))\s+"
    r"(?:an?\s+)?suicide\s+(?:bomber|attacker)s?\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:as|be|become)\s+(?:an?\s+)?\Z", re.IGNORECASE)


def _is_trained(text: str, trigger: Trigger) -> bool:
    """Whether words say for what somebody was trained, who blew up nothing."""
    lead = text[max(0, trigger.start - 12) : trigger.start]
    return trigger.family == "explosion" and _AS.search(lead) is not None


_INTO_POST = Pattern(
    r"\binfiltrat(?:e|ed|ing)\s+(?:into\s+)?(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:camp|post|check-?post|base|fort|compound|station|cantonment|headquarters|college|lines|barracks|airport)\b",
    re.IGNORECASE,
)


def _as_attack(text: str, trigger: Trigger) -> Trigger:
    """Read those who get into a post, not over a border, as attackers."""
    if not text.startswith(("infiltrat", "Infiltrat"), trigger.start):
        return trigger
    return replace(trigger, family="armed", event_type="by_target", sub_event_type=None)


_QUIET = {"explosion", "arrest", "capture", "operation", "protest", "disrupted"}


def _only_bombers(text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether all that sounds like a blast is somebody who was to set one off."""
    blasts = [one for one in triggers if one.family == "explosion"]
    others = {one.family for one in triggers} - _QUIET
    return (
        bool(blasts)
        and not others
        and all(_WOULD_BE.fullmatch(text, one.start, one.end) for one in blasts)
    )


_CHECKED = Pattern(
    r"\b(?:snap|surprise)[\s-]check\w*|\b(?:search\w*|check\w*|frisk\w*|inspect\w*|screen\w*)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:vehicles|passengers|motorists|travellers|cars|buses|trucks|papers|documents|identity|ID\s+cards|commuters)\b"
    r"|\b(?:papers|documents|vehicles|cards|identities|cars|buses|passengers)\s+(?:were\s+|being\s+)?(?:checked|searched|inspected|frisked)\b"
    r"|(?:ناکہ|ناکے|ناکا|اسنیپ\s+چیکنگ)\s+(?:[^۔]{0,60}?)(?:تلاشی|چیک|روک)|گاڑیوں\s+(?:کی|کو)\s+(?:\S+\s+){0,2}?(?:تلاشی|چیکنگ)",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\b(?:kill|wound|injur|shot|fire|fir(?:ed|ing)|abduct|kidnap|took\s+away|attack|ambush|clash|burn|torch|hurt|dead|died)\w*|"
    r"فائرنگ|ہلاک|زخمی|اغوا|حمل|جاں|شہید|قتل|جھڑپ|نذر",
    re.IGNORECASE,
)


def as_checks(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Read armed men who only stop and search vehicles as holding a road."""
    if not triggers or any(one.family != "armed" for one in triggers):
        return tuple(triggers)
    if _CHECKED.inside(text, sentence) is None:
        return tuple(triggers)
    if _HARMED.search(text, sentence.start, sentence.end):
        return tuple(triggers)
    kind = "Strategic developments", "Change to group/activity"
    return tuple(replace(one, event_type=kind[0], sub_event_type=kind[1]) for one in triggers)

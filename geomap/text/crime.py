"""Crime that is no incident: murder in a family or in the name of honour, feuds, robbery."""

from __future__ import annotations

import re

from geomap.text.events import Trigger
from geomap.text.found import Found, is_own_day
from geomap.text.patterns import Pattern

__all__ = ["is_crime", "tells_of_robbers"]

_KIN = (
    r"(?:wi(?:fe|ves)|husband|spouse|sisters?|brothers?|mother|father|parents|daughters?|sons?|children|nieces?|"
    r"nephews?|cousins?|uncle|aunt|in-laws|(?:mother|father|sister|brother|daughter|son)-in-law|stepson|"
    r"stepdaughter|grandmother|grandfather|fianc[eé]e?|ex-wife|family)"
)
_KILLED = (
    r"(?:shot|gunned|killed|axed|stabbed|strangled|hacked|murdered|slaughtered|throttled|poisoned|clubbed|"
    r"(?:opened\s+)?fire(?:d)?\s+(?:at|on|upon)|opened\s+fire\s+(?:at|on|upon))"
)
_OTHERS = (
    r"(?!\b(?:who|whom|by|gunm\w+|militants?|attackers?|assailants?|armed|un\w+ed|unknown|"
    r"bomb\w*)\b)"
)
_OWN_KIN = Pattern(
    r"\b(?:man|youth|husband|father|brother|son|woman|wife|nephew|cousin|boy|police(?:man|\s+constable)|constable|soldier|"
    r"labourer|farmer|shopkeeper|resident|son-in-law|teenager|addict|villager)\b"
    rf"(?:{_OTHERS}[^.;]){{0,60}}?\b{_KILLED}(?:\s+(?:dead|down|to\s+death|and\s+killed))*\s+"
    rf"(?:both\s+)?(?:his|her)\s+(?:[\w-]+\s+){{0,3}}?{_KIN}\b"
    rf"|\b{_KILLED}\b(?:(?!\b(?:and|while|when)\b)[^.;,]){{0,40}}?\bby\s+(?:his|her|their|(?:the\s+)?(?:former|latter|victim|deceased)['’]s?)\s+(?:own\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}?{_KIN}\b",
    re.IGNORECASE,
)
"""Who kills his own: "a man gunned down his wife", "was stabbed to death by her brother"."""
_FOES = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|gunm[ae]n|banned|outlawed|suicide|vest|"
    r"jirga|BLA|BLF|TTP|ISKP|BRAS|SRA|commander|fighters?)\b|کالعدم",
    re.IGNORECASE,
)
_HONOUR = Pattern(
    r"\b(?:in\s+the\s+name\s+of|for|over|on\s+the\s+pretext\s+of|on\s+account\s+of)\s+(?:so-called\s+|family\s+)?[\"'‘“]?honour\b(?![\s-]kill)"
    r"|\b(?:in|as)\s+(?:an?\s+)?(?:apparent\s+|suspected\s+|so-called\s+|alleged\s+)?honour[\s-]killings?\b(?!\s+(?:cases?|laws?|bill))"
    r"|\b(?:declar\w+|brand\w+|call\w+|accus\w+|charges?|allegations?|pretext|suspicion)\s+(?:[\w'’]+\s+){0,4}?[\"'‘“]?(?:karo[\s-]?kari|siyah[\s-]?kari)\b"
    r"|\b(?:married|marriage|marrying)\s+(?:of|by|out\s+of)\s+(?:their|her|his)\s+own\s+(?:choice|will|accord)\b|\b(?:love|free-will|court)[\s-]marriage\b"
    r"|(?:پسند|مرضی)\s+کی\s+شادی|غیرت\s+(?:کے|کی)\s+(?:نام|بنا)|کارو\s*کاری|سیاہ\s*کاری",
    re.IGNORECASE,
)
_FAMILIES = {"killing", "armed", "body", "property"}
_GIVEN_UP = {"change", "arrest"}
"""Families of what a murderer did, or of what was done with him, after the act."""


def is_crime(found: Found) -> bool:
    """Whether all that a sentence tells is a murder in a family, or a robbery."""
    own = _is_of_family(found) or _is_taken_by_kin(found)
    return own or _is_robbery(found) or _is_family_feud(found)


def _is_of_family(found: Found) -> bool:
    """Whether somebody kills people of his own family, and nobody else acts."""
    if any(trigger.family not in _FAMILIES | _GIVEN_UP for trigger in found.triggers):
        return False
    if not (found.matches(_OWN_KIN) or _is_for_honour(found)):
        return False
    return _FOES.search(found.text, found.sentence.start, found.sentence.end) is None


_TAKEN_BY_KIN = Pattern(
    r"\b(?:his|her|their)\s+(?:own\s+|maternal\s+|paternal\s+|estranged\s+)*(?:aunt|uncle|father|mother|cousin|brother|sister|step-?father|step-?mother|grandmother|husband|"
    r"in-laws|relatives?)s?,?\s+who\s+had\s+(?:taken|abducted|kidnapped|hidden|snatched)\b"
    r"|\b(?:kidnapped|abducted|snatched)\s+by\s+(?:his|her|their)\s+(?:own\s+|maternal\s+|paternal\s+|estranged\s+)*(?:aunt|uncle|father|mother|cousin|brother|step-?father|relatives?|in-laws)\b",
    re.IGNORECASE,
)


def _is_taken_by_kin(found: Found) -> bool:
    """Whether those who took a child are of its own family."""
    if any(trigger.family not in {"abduction", "arrest"} for trigger in found.triggers):
        return False
    return found.matches(_TAKEN_BY_KIN) and not found.matches(_FOES_NAMED)


_FOES_NAMED = Pattern(
    r"\b(?:militants?|terrorists?|gunmen|police|forces|armed\s+men)\b", re.IGNORECASE
)
_BY_STRANGERS = re.compile(
    r"\b(?:unknown|unidentified|masked)\s+(?:armed\s+)?(?:men|persons|gunmen|assailants|attackers|motorcyclists)\b|\bgunmen\b|نامعلوم\s+(?:مسلح\s+)?افراد",
    re.IGNORECASE,
)


def _is_for_honour(found: Found) -> bool:
    """Whether somebody was killed in the name of honour, and no tribes fight over it."""
    if not found.matches(_HONOUR):
        return False
    if _BY_STRANGERS.search(found.text, found.sentence.start, found.sentence.end):
        return False
    many = any((c.best or 0) > _FEW for c in found.counts if c.outcome == "killed")
    return not many and _TRIBES.search(found.text, found.sentence.start, found.sentence.end) is None


_FEW = 3
_ROBBERS = r"(?:robbers?|muggers?|snatchers?|burglars?|dacoits?|bandits?|thieves|thief)"
_ROBBERY = Pattern(
    rf"\b{_ROBBERS}\b[^.;]{{0,90}}?\bresist\w*|\bresist\w*\s+(?:[\w-]+\s+){{0,3}}?{_ROBBERS}\b"
    r"|\bresist(?:ance|ed|ing)\b[^.;]{0,60}?\b(?:took\s+away|looted|snatched|robbed|"
    r"(?:with|his|her|their)\s+(?:cash|motorcycle|mobile|purse))"
    r"|\b(?:robbers?|muggers?|burglars?|thieves|thief)\s+(?:looted|robbed|burgled|held\s+up|mugged|snatched)\s+(?:\w+\s+){0,3}?"
    r"(?:shops?|stores?|jewell?ers?|traders?|bank|house|petrol\s+pump|van|money\s?changer|cash|gold|mobile|motorcycle|purse|citizens?)\b"
    r"|\b(?:made\s+off|decamped|sped\s+off)\s+with\s+(?:the\s+|his\s+|over\s+)?(?:cash|money|valuables|loot|Rs|jewell?ery|gold)"
    r"|\bresist(?:ing|ed|ance\s+to)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:robbery|dacoity|mugging|snatching|hold-?up|theft)\b"
    r"|\b(?:during|in|amid)\s+(?:an?\s+|the\s+)?"
    r"(?:(?:attempted|suspected|apparent|armed|street|bank|house|highway)\s+)*"
    r"(?:robbery|dacoity|mugging|snatching|hold-?up|burglary|theft|street\s+crime)\b(?!\s+cases?|-)"
    r"|(?:ڈاکو|ڈکیت|راہزن|رہزن|لٹیر)\w*\s[^۔]{0,80}?مزاحمت|مزاحمت\s[^۔]{0,60}?(?:ڈاکو|ڈکیت|راہزن|رہزن|لٹیر)"
    r"|(?:ڈاکو|ڈکیت|راہزن)\S*\s+(?:[^\s۔]+\s+){0,14}?(?:لوٹ|چھین)|(?:بینک|جیولر|سنار|دکان|پٹرول\s+پمپ|پیٹرول\s+پمپ)\S*\s+(?:[^\s۔]+\s+){0,3}?(?:سے|میں|پر)\s[^۔]{0,50}?(?:لوٹ|ڈکیتی)"
    r"|(?:موبائل(?:\s+فون)?|نقدی|پرس|زیورات|موٹر\s?سائیکل)\s+(?:[^\s۔]+\s+){0,2}?چھین[^۔]{0,60}?مزاحمت",
    re.IGNORECASE,
)
"""What robberies are told by: "shot dead by robbers over resistance", "during a robbery bid"."""
_HAVE_ROBBED = Pattern(
    r"\b(?:robbers|muggers|snatchers|burglars|street\s+criminals|highwaymen)\s+(?:have|had)\s+(?:also\s+|already\s+)?(?:killed|shot|murdered)\b"
    r"|\b(?:killed|shot\s+dead|murdered)\s+(?:[\w-]+\s+){0,4}?by\s+(?:robbers|muggers|street\s+criminals)\s+(?:[\w-]+\s+){0,8}?"
    r"(?:since|this\s+(?:year|month|winter|summer)|so\s+far)\b",
    re.IGNORECASE,
)
"""What robbers have done before, whatever else the sentence names."""
_RULED_OUT = re.compile(
    r"\b(?:claim\w*|responsib\w*|labourers?|frontier\s+corps|pilgrims|passengers)\b|\b(?:ruled?|ruling)\s+out|\bnot\s+(?:a\s+|an\s+)?(?:case\s+of\s+)?(?:robbery|theft)|\bapparent\w*\s+no\b"
    r"|\b(?:police\w*|levies|rangers|soldiers?|troops|personnel|constables?|encounter)\b(?!\s+(?:said|official|spokes|source|report))"
    r"|پولیس\s+(?:پارٹی|موبائل|وین|چوکی|مقابل|پر)|اہلکار|فورسز|کالعدم|دہشت\s?گرد|مسافر|مزدور|کانسٹیبل|سپاہی|زائرین|نامعلوم\s+مسلح",
    re.IGNORECASE,
)
"""What makes it no plain robbery: a doubt, the police, a claim, victims whom groups seek out."""


def tells_of_robbers(found: Found) -> bool:
    """Whether a sentence tells whom common robbers have killed over some time."""
    families = {one.family for one in found.triggers}
    if not (families <= _FAMILIES and found.matches(_HAVE_ROBBED)):
        return False
    return not any(is_own_day(span) for span in found.dates)


_LOOT = re.compile(
    r"\s+(?:with\s+)?(?:his|her|their|the|an?|both|some|over|\d+|Rs)?\s*(?:[\w-]+\s+){0,2}?(?:bike|motorbike|motorcycle|cash|car|rickshaw|phones?|mobiles?|money|"
    r"purses?|wallets?|valuables|gold|jewell?ery|Rs|goods|bag)",
    re.IGNORECASE,
)


def _is_loot(found: Found, trigger: Trigger) -> bool:
    """Whether what was taken away is a thing: "took away his bike and cash"."""
    return trigger.family == "abduction" and _LOOT.match(found.text, trigger.end) is not None


def _is_robbery(found: Found) -> bool:
    """Whether robbers harm those whom they rob, and nobody else acts."""
    if tells_of_robbers(found):
        return True
    if not found.matches(_ROBBERY):
        return False
    if any(t.family not in _FAMILIES and not _is_loot(found, t) for t in found.triggers):
        return False
    start, end = found.sentence.start, found.sentence.end
    return not (_FOES.search(found.text, start, end) or _RULED_OUT.search(found.text, start, end))


_FAMILIES_FIGHT = Pattern(
    r"\b(?:two|rival|feuding|warring|opposing|both)\s+families\b|\bfamilies\s+of\s+(?:two|the\s+two)\s+(?:brothers|cousins|neighbours)\b"
    r"|\b(?:two|rival)\s+(?:groups?|branches|sides|factions)\s+(?:of|from|within)\s+(?:the\s+same|a|one)\s+family\b"
    r"|\bbetween\s+(?:two\s+)?(?:cousins|brothers|neighbours|relatives|in-laws|close\s+relatives)\b"
    r"|دو\s+خاندانوں|(?:چچا\s?زاد|سگے)\s+بھائیوں\s+(?:میں|کے\s+درمیان)|رشتہ\s?داروں\s+کے\s+درمیان",
    re.IGNORECASE,
)
_OVER = Pattern(
    r"\b(?:over|about|on|for|because\s+of|due\s+to|following|after|in)\s+(?:(?:an?|the|some|their|its|old|petty|long-standing|minor|disputed|family|domestic|a\s+piece\s+of|"
    r"ancestral|agricultural|ownership\s+of|possession\s+of|marriage)\s+){0,4}(?:[\w-]+\s+){0,2}?(?:land|farmland|plot|property|inheritance|field|fields|dispute|"
    r"feud|enmity|quarrel|rishta|marriage|betrothal|children|path|passage|wall|water\s+course|watercourse|irrigation|trees?|cattle|money)\b"
    r"|(?:زمین|جائیداد|اراضی|راستے|پانی|رشتے|بچوں|لین\s?دین|گھریلو|خاندانی|پرانی|دیرینہ)\s+(?:کے\s+|کی\s+)?(?:معمولی\s+)?(?:تنازع|تنازعے|تنازعہ|جھگڑ|دشمنی|لڑائی)",
    re.IGNORECASE,
)
_STRANGERS = re.compile(
    r"\b(?:unidentified|unknown|masked|armed\s+men|gunmen|(?:members|people|persons|men|women|children)\s+(?:of|from)\s+(?:two|both))\b"
    r"|\bclash\w*\s+(?:\w+\s+)?between\s+[^.;]{0,40}?\bpolice\b",
    re.IGNORECASE,
)
"""What makes two families victims of others."""
_TRIBES = re.compile(
    r"\b(?:tribes?|tribesmen|tribal|clans?|clansmen|lashkars?|sub-?tribes?|caste)\b|قبائل|قبیل|لشکر",
    re.IGNORECASE,
)
_FIGHT_FAMILIES = {"killing", "armed", "clash", "body"}


def _is_family_feud(found: Found) -> bool:
    """Whether two families, and no tribes, fight over land or a quarrel of their own."""
    if any(trigger.family not in _FIGHT_FAMILIES for trigger in found.triggers):
        return False
    if not (found.matches(_FAMILIES_FIGHT) and found.matches(_OVER)):
        return False
    start, end = found.sentence.start, found.sentence.end
    if _STRANGERS.search(found.text, start, end) is not None:
        return False
    return not (_FOES.search(found.text, start, end) or _TRIBES.search(found.text, start, end))

"""Killings among people who know each other: a partner who felt cheated, a debtor, a nephew."""

from __future__ import annotations

import re

from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["is_private_quarrel"]

_DONE = (
    r"(?:shot|gunned|killed|axed|stabbed|strangled|hacked|murdered|slaughtered|knifed|beaten|wounded|"
    r"injured|attacked)"
)
_NEAR = (
    r"(?:(?:business|former|old|next-door|own|close|jilted|fellow|domestic|ex)[\s-]+){0,2}(?:partner|neighbours?|tenants?|landlord|landowner|employees?|employer|"
    r"servants?|cook|friends?|debtors?|creditors?|customers?|classmates?|room-?mates?|colleagues?|workers?|lover|suitor|moneylender|husband|wife|brother|brothers|"
    r"cousins?|nephews?|uncles?|son|sons|in-laws|son-in-law|father-in-law|brother-in-law|relatives?)"
)
_QUARREL = Pattern(
    rf"\b{_DONE}\b[^.;]{{0,70}}?\bby\s+(?:his|her|their|the\s+(?:victim|deceased|trader|man|woman)['’]s)\s+{_NEAR}\b"
    rf"|\b{_DONE}\b[^.;]{{0,70}}?\bby\s+(?:an?\s+)?(?:man|woman|youth|neighbour|tenant|debtor|customer|person|relative)\s+"
    r"(?:who|whom|he|she|they|to\s+whom|with\s+whom)\s+(?:\w+\s+){0,2}?(?:owed|had\s+(?:lent|borrowed|quarrell?ed|a\s+(?:dispute|quarrel))|sacked|dismissed|refused|cheated)\b"
    r"|\b(?:over|in|after|following|because\s+of|due\s+to)\s+(?:an?\s+|some\s+|the\s+|unpaid\s+|petty\s+|minor\s+|old\s+|alleged\s+)*"
    r"(?:debt|loan|unpaid\s+\w+|money|monetary|financial|rent|business|parking|cricket|matrimonial|marital|domestic)"
    r"(?:\s+(?:match|space|transaction|matters?|issues?))?\s+(?:dispute|quarrel|row|argument|fight|brawl|scuffle)\b"
    r"|(?:بھتیجے|بھانجے|بھائی|بیٹے|باپ|شوہر|بیوی|داماد|سسر|سالے|چچا|ماموں|کزن|دوست|پڑوسی|ملازم|کرایہ\s?دار)\s+نے\s+"
    r"(?:[^\s۔]+\s+){0,8}?(?:کو|پر)\s+(?:[^\s۔]+\s+){0,5}?(?:قتل|فائرنگ|ہلاک|زخمی|موت)"
    r"|(?:ڈکیتی|لوٹ\s?مار|واردات)\s+(?:کے\s+دوران\s+|پر\s+|میں\s+)?مزاحمت(?!\w)",
    re.IGNORECASE,
)
"""Who did it, or over what: "by his business partner", "over a debt", "nephew killed uncle"."""
_OTHERS = re.compile(
    r"\b(?:militants?|terror\w*|insurgents?|banned|outlawed|suicide|bomb\w*|grenade|jirga|sectarian|tribes?|tribal|clans?|"
    r"commanders?|fighters?|soldiers?|troops|army|rangers|levies|militia|polio|journalists?|imam|cleric|unknown|unidentified|masked|"
    r"mob|crowd|protest\w*|BLA|BLF|TTP|ISKP|spying|spies|informers?|blasphemy)\b|کالعدم|دہشت\s?گرد|نامعلوم|اہلکار|توہین|قبائل|قبیل|مسلک",
    re.IGNORECASE,
)
_FAMILIES = {"killing", "armed", "body", "change", "arrest"}


def is_private_quarrel(found: Found) -> bool:
    """Whether all that a sentence tells is what somebody did to one whom he knew.

    Not where a group, forces, a tribe, a mob or somebody unknown has a part in it.
    """
    if any(trigger.family not in _FAMILIES for trigger in found.triggers):
        return False
    if not found.matches(_QUARREL):
        return False
    return _OTHERS.search(found.text, found.sentence.start, found.sentence.end) is None

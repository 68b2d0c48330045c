"""Places that people were taken from, and from which word of an event comes, in English."""

from __future__ import annotations

import re

from geomap.text._role_governor import Governor
from geomap.text.patterns import Pattern

__all__ = ["hit_where", "is_own_effect", "is_taken_from"]

_CAPTIVE = Pattern(
    r"\b(?:abducted|kidnapped|arrested|detained|apprehended|recovered|seized|missing|taken|took|"
    r"picked\s+up|snatched|looted|whisked\s+away|disappeared|nabbed|captured|rounded\s+up|abduction|"
    r"kidnapping|kidnap|abducts?|kidnaps?|arrests?|held(?!\s+up\b)|found|retrieved|rescued|freed|"
    r"forcibly\s+disappeared|lifted|offloaded|pulled|dragged)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_HEARD = Pattern(
    r"\b(?:reported|heard|coming\s+in|reports|received|poured\s+in)(?:\s+from\b[^.;]{0,100}\band)?$",
    re.IGNORECASE,
)

_ON_A_WAY = Pattern(
    r"\b(?:travell?ing|going|coming|returning|bound|came(?!\s+under)|gone|journey|way|heading|arriv\w+|hail\w*|"
    r"belong\w*)\b[^.;]{0,40}$"
    r"|\b(?:columns?|convoys?|reinforcements?|help|relief|contingents?|helicopters?|ambulances?|commandos|fire\s+engines)$",
    re.IGNORECASE,
)


_COMPRISED = Pattern(
    r"\b(?:comprised?|comprises|consists?|includes?|included)\b[^.;]{0,90}$", re.IGNORECASE
)


_WORD_COMES = re.compile(
    r"\s+(?:district\s+|tehsil\s+|town\s+)?(?:too\s+|also\s+)?(?:comes?|came|has\s+come|is)\s+(?:the\s+|a\s+)?"
    r"(?:word|news|reports?|information|story)\b"
)
"""Behind a name that a sentence opens with: "From Matta comes word that ..."."""
_ALSO = re.compile(
    r"(?:(?:and|now|next|also|finally|lastly|meanwhile|news|more)\W*){0,2}", re.IGNORECASE
)
"""Before "from Harnai:" with which a bulletin goes on to what happened there."""
_MISSING = Pattern(r"\b(?:missing|disappeared|untraceable)\b[^.;]{0,40}$")
_FOUND_DEAD = re.compile(
    r"(?:[^.;]|(?<=[A-Z])\.){0,60}?,?\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:found|discovered|recovered)\s+(?:\w+\s+)?"
    r"(?:dead|murdered|killed|slain|shot|strangled|hanged|hanging|beheaded|lifeless|buried)\b"
    r"(?:[\w\s,-]{0,60}?)\b(?:in|at|near|from|on|outside|by|under)\s+(?:[a-z]+\s+){0,5}?[A-Z]"
)
"""Behind the place that somebody was taken from: his body lay elsewhere."""
_FOUND_LATER = re.compile(
    r"[^.;]{0,40}?,?\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:found|recovered)\b"
)
_THEN_SHOT = re.compile(
    r"\b(?:shot|killed|murdered|executed|gunned\s+down|beheaded|injured|wounded|martyred)\s+(?:[\w-]+\s+){0,3}?[a-z]+$"
)
"""Words behind a capture by which people "from" a place come from it: "and shot two men from"."""


def is_taken_from(text: str, end: int, governor: Governor, marks: int) -> bool:
    """Whether somebody was abducted, arrested or found there: "kidnapped ... from X".

    Word that comes from a place is of what happened there. Where those missing from a place have
    been found, or those abducted there found dead, it was elsewhere.
    """
    if governor.word != "from":
        return False
    lead = governor.lead[-110:]
    if not lead.strip() and _WORD_COMES.match(text, end):
        return True
    if text.startswith(":", end) and _ALSO.fullmatch(lead.strip()):
        return True
    if _MISSING.search(lead, marks=marks) and _FOUND_LATER.match(text, end):
        return False
    if _FOUND_DEAD.match(text, end):
        return False
    if _is_from_act(text, end, lead):
        return True
    if _ON_A_WAY.search(lead, marks=marks) or _COMPRISED.search(lead, marks=marks):
        return False
    captive = _CAPTIVE.search(lead, marks=marks)
    if captive is not None and _THEN_SHOT.search(captive[0]):
        return False
    return captive is not None or _HEARD.search(lead, marks=marks) is not None


_THE_ACT = (
    r"(?:blasts?|explosions?|bombings?|attacks?|firing|"
    r"shootings?|shelling|strikes?|ambush|raid|clash(?:es)?)\b"
)
_ITS_ACT = re.compile(rf"\s+(?:\w+\s+)?{_THE_ACT}", re.IGNORECASE)
_HURT_BY = re.compile(r"\b(?:wounds|injuries|burns|injured|wounded|dead|hurt|toll)$", re.IGNORECASE)
_AFTER_ACT = re.compile(
    rf"(?:\s+(?:district|area|town|city))?(?:,\s+[A-Z][\w\s-]{{2,24}},?)?\s+(?:after|following)\s+[^.;,]{{0,60}}?\b{_THE_ACT}",
    re.IGNORECASE,
)
_TO_CARE = re.compile(
    r"\b(?:injured|wounded|bod(?:y|ies)|dead|patients|victims|casualties)\b[^.;]*\b(?:hospital|complex|centre|center|morgue|CMH|DHQ)"
    r"(?:\s+(?:here|in\s+[A-Z]\w+))?$",
    re.IGNORECASE,
)


def _is_from_act(text: str, end: int, lead: str) -> bool:
    """Whether people were hurt in "the X attack", or brought to hospital from X after a blast."""
    if _HURT_BY.search(lead) and _ITS_ACT.match(text, end):
        return True
    return _TO_CARE.search(lead) is not None and _AFTER_ACT.match(text, end) is not None


_WHERE_HIT = re.compile(
    r",\s+where\s+(?:(?!lived?s?\b|born\b|had\b|has\b|have\b|recently\b|often\b|last\b|pronounced\b|doctors?\b|treat)[\w'’-]+\s+){0,6}?(?:ambushed|attacked|fired|opened\s+fire|shot|"
    r"rained\s+down|exploded|went\s+off|detonated|stormed|gunned|killed|hurled|lobbed|abducted|kidnapped|blew|clashed)\b"
)
"""Behind a place at which somebody was hit: "no further than Ochat, where rockets rained down"."""


_LONG_AGO = re.compile(
    r"[^.;,]{0,40}?\b(?:in\s+(?:19|20)\d\d|(?:years?|months?)\s+(?:ago|earlier|before)|last\s+year)\b"
)
"""Behind what happened there once: "from Kharan, where his father was shot in 2015"."""


def hit_where(text: str, end: int) -> bool:
    """Whether the words behind a name say that the event was there: "X, where gunmen fired"."""
    hit = _WHERE_HIT.match(text, end)
    return hit is not None and _LONG_AGO.match(text, hit.end()) is None


_HARMED_BY = Pattern(
    r"\b(?:injured|wounded|hurt|killed|dead|died|martyred|perished|derailed|overturned|damaged|destroyed|gutted|"
    r"left\s+the\s+(?:track|rails)|caught\s+fire|lost\s+(?:his|her|their)\s+(?:life|lives))\b"
    r"(?:\s+(?!protest|rall|riot|strike|clash|demonstrat)[\w,'’-]+){0,6}?\s+(?:after|following|because\s+of)\s+(?:the\s+|an?\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:blast|bombing|explosion|attack|ambush|shooting|firing|raid)\b[^.;]*$"
)
"""An effect of what is no motive but the event itself: "four were injured after a blast near"."""


def is_own_effect(before: str) -> bool:
    """Whether words before a name tell what an attack there did: "four were hurt after a blast"."""
    return _HARMED_BY.search(before[-190:]) is not None

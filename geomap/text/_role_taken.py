"""Places that people were taken from, and from which word of an event comes, in English."""

from __future__ import annotations

import re

from geomap.text._role_governor import Governor
from geomap.text.patterns import Pattern

__all__ = ["is_taken_from"]

_CAPTIVE = Pattern(
    r"\b(?:abducted|kidnapped|arrested|detained|apprehended|recovered|seized|missing|taken|took|"
    r"picked\s+up|snatched|looted|whisked\s+away|disappeared|nabbed|captured|rounded\s+up|abduction|"
    r"kidnapping|kidnap|abducts?|kidnaps?|arrests?|held|found|retrieved|rescued|freed|"
    r"forcibly\s+disappeared|lifted|offloaded|pulled|dragged)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_HEARD = Pattern(
    r"\b(?:reported|heard|coming\s+in|reports|received|poured\s+in)(?:\s+from\b[^.;]{0,100}\band)?$",
    re.IGNORECASE,
)

_ON_A_WAY = Pattern(
    r"\b(?:travell?ing|going|coming|returning|bound|came(?!\s+under)|gone|journey|way|heading|arriv\w+|hail\w*|"
    r"belong\w*)\b[^.;]{0,40}$",
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
    if _MISSING.search(lead, marks=marks) and _FOUND_LATER.match(text, end):
        return False
    if _FOUND_DEAD.match(text, end):
        return False
    if _ON_A_WAY.search(lead, marks=marks) or _COMPRISED.search(lead, marks=marks):
        return False
    captive = _CAPTIVE.search(lead, marks=marks)
    return captive is not None or _HEARD.search(lead, marks=marks) is not None

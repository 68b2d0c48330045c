"""Murder in a family: crime, and no incident, unless it is done in the name of honour."""

from __future__ import annotations

import re

from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["is_of_family"]

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
    rf"|\b{_KILLED}\b(?:(?!\b(?:and|while|when)\b)[^.;,]){{0,40}}?\bby\s+(?:his|her|their)\s+(?:own\s+)?"
    rf"(?:[\w-]+\s+){{0,2}}?{_KIN}\b",
    re.IGNORECASE,
)
"""Who kills his own: "a man gunned down his wife", "was stabbed to death by her brother"."""
_FOES = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|gunm[ae]n|banned|outlawed|suicide|vest|honour|"
    r"paramour|lover|jirga)\b|کالعدم",
    re.IGNORECASE,
)
_FAMILIES = {"killing", "armed", "body", "property"}


def is_of_family(found: Found) -> bool:
    """Whether somebody kills people of his own family, and nobody else acts."""
    if any(trigger.family not in _FAMILIES for trigger in found.triggers):
        return False
    if not found.matches(_OWN_KIN):
        return False
    return _FOES.search(found.text, found.sentence.start, found.sentence.end) is None

"""Attacks on courts and on those who work there, which are no trials."""

from __future__ import annotations

import re

from geomap.text.found import Found, is_counted
from geomap.text.patterns import Pattern

__all__ = ["COURT_HIT", "JUDGE_HARMED", "is_at_court"]

_AT_COURT = Pattern(
    r"\b(?:attack(?:ed|ing)?|raid(?:ed)?|assault(?:ed)?|storm(?:ed|ing)?|blast|bombing|explosion|fire|gunfire|shooting|detonated|exploded|blew)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:courts?|judicial|sessions|district\s+courts)\b",
    re.IGNORECASE,
)
_BURST_AT_COURT = Pattern(
    r"\b(?:bombs?|devices?|grenades?|IEDs?|rockets?|bomber|blasts?|explosions?)\s+(?:[\w-]+\s+){0,6}?"
    r"(?:exploded|detonated|went\s+off|blew\s+(?:up|himself)|ripped|hit|struck|rocked|rang\s+out|hurled|lobbed|thrown)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:near|outside|at|in|inside|beside|behind|close\s+to|opposite|through|by|next\s+to|in\s+front\s+of)\s+(?:[\w-]+\s+){0,6}?courts?\b",
    re.IGNORECASE,
)
"""A bomb that is told to burst at a court, even where nobody is counted."""
_COURT_PEOPLE_HIT = Pattern(
    r"\b(?:gunm[ae]n|attackers?|assailants?|militants?|men|persons|armed|unidentified|unknown|motorcyclists?|bomb|grenade|blast|explosion)\b"
    r"(?:(?!\b(?:court|who|said|told|for)\b)[^.;:]){0,60}?"
    r"\b(?:shot(?:\s+(?:dead|and\s+(?:killed|wounded|injured)))?|killed|gunned\s+down|wounded|injured|assassinated|murdered|abducted|kidnapped|attacked|fired\s+(?:on|at)|"
    r"opened\s+fire\s+(?:on|at)|targeted|took\s+away)\s+(?:[\w'’-]+\s+){0,5}?(?:judges?|magistrates?|prosecutors?|lawyers?|advocates?|counsel)\b"
    r"|(?:جج|مجسٹریٹ|پراسیکیوٹر|وکیل)\s+(?:\S+\s+){0,4}?(?:کو|پر)\s+(?:\S+\s+){0,9}?(?:قتل|فائرنگ|گولی|اغوا|ہلاک|حمل)",
    re.IGNORECASE,
)
"""Court people whom somebody armed attacks: "gunmen shot dead a judge"."""
_IN_COURT = Pattern(
    r"\b(?:(?-i:Before)|informed|told)\s+(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}?(?:courts?|bench|tribunal|judges?|magistrate)\b"
    r"(?=\s*,|\s+(?:on|that|in|at)\b)"
    r"|\b(?:courts?|bench|tribunal|judges?|magistrate)\s+(?:[\w'’-]+\s+){0,4}?(?:was\s+(?:told|informed)|heard|ruled|observed|noted|adjourned|"
    r"indicted|convicted|acquitted|sentenced|remarked|ordered)\b"
    r"|\b(?:prosecut(?:or|ion)|counsel|defen[cs]e|accused|defendants?|petitioners?|attorney[\s-]general|advocate[\s-]general)\s+"
    r"(?:[\w'’-]+\s+){0,3}?(?:said|told|argued|alleged|informed|contended|stated|pleaded|claimed)\b",
    re.IGNORECASE,
)
"""Words of what is said in a court: "the prosecutor said", "the court was told"."""
_COURT_WORDS = frozenset(
    (
        "court",
        "prosecution",
        "anti-terrorism court",
        "high court",
        "supreme court",
        "session court",
        "sessions court",
        "judge",
        "judges",
        "session judge",
        "sessions judge",
        "prosecutor",
        "counsel",
        "bench",
    )
)


COURT_HIT = Pattern(
    r"\b(?:prosecutors?|judges?|lawyers?|advocates?|magistrates?|witness(?:es)?|counsel)\b"
    r"(?:(?!\b(?:who|whom|whose|that|told|heard)\b)[^.;:]){0,40}?\b(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?"
    r"(?:shot|gunned|killed|murdered|assassinated|attacked|abducted|kidnapped)\b",
    re.IGNORECASE,
)
"""Court people to whom it happened: "the prosecutor had been shot dead that morning"."""


JUDGE_HARMED = Pattern(
    r"\b(?:abduct|kidnapp)\w+\s+of\s+(?:an?|the|two|three)\s+(?:[\w-]+\s+){0,2}?(?:judges?|lawyers?|prosecutors?|magistrates?|advocates?)\b"
    r"|\b(?:judges?|lawyers?|prosecutors?|magistrates?|advocates?)\s+(?:(?:himself|herself|also|too)\s+)?(?:was|were)\s+(?:also\s+|\w+ly\s+)?"
    r"(?:taken|dragged|snatched|whisked|abducted|kidnapped|wounded|injured|hurt|hit\s+(?:in|by)|grazed|cut\s+by)\b",
    re.IGNORECASE,
)
"""Court people who were abducted or wounded, also where no day is told."""


def is_at_court(found: Found) -> bool:
    """Whether a court was bombed, or people killed or hurt at it, and no case is told of."""
    keys = {cue.key for cue in found.cues if cue.word == "trial"}
    if not keys <= _COURT_WORDS or found.matches(_IN_COURT):
        return False
    counted = is_counted(found.counts) and found.matches(_AT_COURT)
    return counted or found.matches(_BURST_AT_COURT) or found.matches(_COURT_PEOPLE_HIT)

"""Words of violence that are not meant: fire is opened on a budget, prices explode.

Nothing abstract is shot at or blown up. What a verb of violence takes as its object, who is its
subject, what it is done with, and a "like" before a noun say whether it is meant.
"""

from __future__ import annotations

import re

from geomap.text.events import Trigger
from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["is_figurative"]

_ABSTRACT = (
    r"(?:budgets?|bills?|amendments?|ordinances?|legislation|polic(?:y|ies)|proposals?|motions?|manifestos?|"
    r"tax(?:es|ation)?|tariffs?|prices?|inflation|dearness|price-hike|poverty|hunger|unemployment|illiteracy|"
    r"ignorance|corruption|diseases?|epidemics?|virus(?:es)?|polio|dengue|malaria|measles|tuberculosis|"
    r"hepatitis|mosquito(?:e?s)?|larvae|smog|pollution|performance|constitution|democracy|rupee|"
    r"econom(?:y|ies)|currency|wallets?|kitchens?|pockets?|livelihoods?|sovereignty|merit|rights|credibility|"
    r"business|livelihood|records?|arguments?|theory|theories|speech|remarks|locusts?|pests?|swarms?|weeds?|rats|rodents|vice|"
    r"bourse|temperatures?|mercury|sales|exports|imports|critics|cynics)"
)
_HAS_ENDED = (
    r"(?=\s*(?:[.,;:!?\"”’)—–]|$)|\s+(?:in|on|at|as|for|by|with|from|and|or|but|that|which|who|the|when|while|"
    r"after|before|of|is|was|were|has|had|this|to|during|over|yesterday)\b)"
)
"""No other noun goes on: "the polio team" is people."""
_THING = (
    r"(?:(?:the|its|their|his|her|an?|this|that|our|new|rising|every)\s+)?"
    r"(?:(?!(?:in|near|under|inside|behind|by|with|and|or|as|when|planted|hidden|buried)\b)[\w'’-]+\s+){0,2}?"
    rf"{_ABSTRACT}\b{_HAS_ENDED}"
)
_OBJECT = re.compile(rf"\s+(?:(?:on|at|upon|against|into)\s+)?{_THING}", re.IGNORECASE)
_OF_OBJECT = re.compile(rf"\s+(?:on|upon|against|of)\s+{_THING}", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"(?:^|[.,;:“\"]\s*|\b(?:the|its|their|but|and|as|when|while|of)\s+)(?:[\w-]+\s+)?"
    rf"(?:{_ABSTRACT}|gold|index|shares|stocks|assembly|benches|legislators|audience|hall)\s+(?:(?:had|has|have|was|were|then)\s+|\w+ly\s+)*$",
    re.IGNORECASE,
)
_PRICES_ROSE = re.compile(
    r"\b(?:prices?|rates?|rents?|fares?|demand|inflation|sales|cost)\b(?:(?!\b(?:who|police|men)\b)[^.;,]){0,40}?"
    r"\b(?:have|has|had|having)\s+(?:\w+ly\s+)?$|\b(?:prices?|rates?|rents?|fares?)\s+$",
    re.IGNORECASE,
)
"""What has "shot up" or "exploded" is a price."""
_SIMILE = re.compile(
    r"\b(?:like|as\s+(?:if|though)(?:\s+\w+){0,4}?|resembl\w+|as\s+loud\s+as|akin\s+to)\s+(?:(?:an?|the|some)\s+)?(?:[\w-]+\s+)?$"
    r"|\bcall(?:s|ed)?\s+(?:it\s+)?(?:nothing\s+(?:less|short)\s+(?:than|of)\s+)?(?:an?|the)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(
    r"-like\b|\s+(?:جیس[ےیا]|نما|کی\s+سی|کی\s+طرح)(?!\w)|\s+like\s+(?:an?|the)\b|\s+of\s+(?:a\s+(?:different|gentler|milder|quieter|sweeter)|another)\s+(?:kind|sort)\b"
    r"|(?:\s+[\w'’]+){0,3}?\s+with\s+(?:[\w-]+\s+)?"
    r"(?:water|pesticides?|insecticides?|leaflets|petals|flowers|questions|eggs|tomatoes|snowballs|colours?|sprays?)\b",
    re.IGNORECASE,
)
_MARKED = Pattern(
    rf"جیس[ےیا]|نما|کی\s+سی|کی\s+طرح|\b(?:{_ABSTRACT}|kill(?:s|ed|ing)?\s+off|rates?|rents?|fares?|demand|cost|gold|index|shares|stocks|assembly|benches|legislators|audience|recruit\w*|admissions?|ticket|box\s+office|registration|enrolment|fair|sale|stalls?|semi-?finals?|finals?|quarter-?finals?|lead|charts|ration|passport|like|as\s+(?:if|though)|resembl\w+|calls?|called|kind|sort|water|pesticides?|"
    r"blazes?|fires?|flames|infernos?|wildfires?|insecticides?|leaflets|petals|flowers|questions|eggs|tomatoes|snowballs|colours?|sprays?)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?<!['’]s\s)\b(?:attackers?|militants?|insurgents?|terrorists?|men|man|women|woman|people|persons?|workers?|teams?|convoy|vehicles?|vans?|offices?|police\w*|soldiers?|"
    r"officials?|leaders?|house|home|crowd|post|camp|shops?|stores?|stalls?|banks?|building|centre|factory|depot|godown|court|premises|protesters?|members?|legislators?|guards?)\b",
    re.IGNORECASE,
)
_OFF = re.compile(r"\s+off\b", re.IGNORECASE)
"""What cuts or prices do to clinics and trade: they kill them off."""
_BLAZE = re.compile(
    r"\s+(?:with\s+|against\s+)?(?:(?:an?|the|raging|huge|massive|stubborn|forest)\s+){0,3}"
    r"(?:blazes?|fires?|flames|infernos?|wildfires?)\b(?!\s+(?:with|exchange))",
    re.IGNORECASE,
)
"""What firefighters battle."""
_GATE = re.compile(
    r"(?:\s+(?:into|at|on))?\s+(?:the\s+|an?\s+|its\s+|their\s+)?(?:[\w-]+\s+)?(?:recruitment|recruiting|admissions?|ticket|box\s+office|registration|enrolment|job\s+fair|sale|"
    r"book\s+(?:fair|stalls?)|semi-?finals?|finals?|quarter-?finals?|lead|charts|top\s+of|ration|passport\s+office)\b",
    re.IGNORECASE,
)
"""What candidates, buyers and teams storm."""
_FLAMES = re.compile(r"\b(?:flames|blazes?|infernos?)\b", re.IGNORECASE)
_FAMILIES = {"armed", "explosion", "killing", "operation", "clash"}
_REACH = 60


def is_figurative(found: Found) -> bool:
    """Whether no violence of a sentence is meant, and nobody is harmed by it."""
    if not found.triggers or any(one.family not in _FAMILIES for one in found.triggers):
        return False
    if any(c.best and c.outcome in {"killed", "injured"} for c in found.counts):
        return False
    return found.matches(_MARKED) and all(_is_unmeant(found, one) for one in found.triggers)


def _is_unmeant(found: Found, trigger: Trigger) -> bool:
    """Whether the company of a trigger says that it is a figure of speech."""
    text, sentence = found.text, found.sentence
    lead = text[max(sentence.start, trigger.start - _REACH) : trigger.start]
    if trigger.is_noun and _SIMILE.search(lead):
        return True
    end = min(sentence.end, trigger.end + _REACH)
    if _OF_A_KIND.match(text, trigger.end, end) or (not trigger.is_noun and _SUBJECT.search(lead)):
        return True
    if not trigger.is_noun and _PRICES_ROSE.search(lead):
        return True
    if trigger.family == "clash":
        inside = _FLAMES.search(text, trigger.start, trigger.end)
        return inside is not None or _BLAZE.match(text, trigger.end) is not None
    if _GATE.match(text, trigger.end, end):
        return True
    if _OFF.match(text, trigger.end):
        return _PEOPLE.search(text, trigger.end, end) is None
    thing = (_OF_OBJECT if trigger.is_noun else _OBJECT).match(text, trigger.end, end)
    return thing is not None and _PEOPLE.search(text, trigger.end, thing.end()) is None

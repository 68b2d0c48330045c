"""Deaths that nobody meant: run over on a road, burnt in a fire that broke out, died of old age."""

from __future__ import annotations

import re

from geomap.text.events import Trigger
from geomap.text.found import Found, is_own_day
from geomap.text.mishaps import VIOLENT, is_by_hand
from geomap.text.patterns import Pattern

__all__ = ["is_by_chance"]

_WHEELS = (
    r"(?:dumper|truck|trailer|lorry|tanker|tractor(?:-trolley)?|trolley|bus|minibus|coach|coaster|van|wagon|car|jeep|"
    r"pick-?up|rickshaw|motorcycle|motorbike|bulldozer|excavator|train|locomotive|vehicle)"
)
_RUN_OVER = Pattern(
    r"\b(?:run\s+over|crushed|knocked\s+down|mowed\s+down|mown\s+down|hit|struck|flattened|trampled)\s+"
    r"(?:(?:to\s+death|and\s+(?:killed|injured|wounded)|dead|fatally)\s+)?"
    r"(?:by|under(?:\s+the\s+wheels\s+of)?|beneath)\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?"
    r"(?:(?:speeding|oncoming|passing|unidentified|unknown|heavy|loaded|over-?loaded|rashly|driven|passenger|oil|water|dump|dumper|private|army|"
    r"police|military|reversing|runaway|fast|moving|goods|petrol|diesel|coal|school|government|official|recklessly|sugar\s?cane|sand|gravel|"
    r"garbage|freight|express|mini|double-cabin|Levies|FC)[\s-]+){0,3}"
    rf"{_WHEELS}\b(?!\s+(?:bomb|rigged|packed|laden|loaded|filled|stuffed|carrying\s+explosives))"
    r"|(?:وین|ویگن|کار|بس|کوچ|ٹرک|ٹرالر|ٹریلر|ڈمپر|ٹینکر|رکشے|ٹرالی|ٹریکٹر|گاڑی|ٹرین|جیپ)\s+"
    r"(?:نے|تلے|کے\s+نیچے\s+آ\s?کر|کی\s+زد\s+میں\s+آ\s?کر|کی\s+ٹکر\s+سے)\s+(?:\S+\s+){0,5}?(?:کچل|روند|جاں\s+بحق|زخمی|ہلاک)",
    re.IGNORECASE,
)
"""Somebody under the wheels: "crushed to death by a tanker"."""
_ON_PURPOSE = Pattern(
    r"\b(?:deliberate\w*|intentional\w*|on\s+purpose|rammed|ramming|ploughed\s+into\s+(?:the\s+)?(?:crowd|protesters|marchers)|"
    r"fleeing\s+(?:attackers|gunmen|militants)|murder\w*|broke\s+through|checkposts?|check-?points?|pickets?|smugglers?|shots?|bullets?|"
    r"march|rally|protest\w*)\b|جان\s+بوجھ|قصدا|ناک[ےہ](?!\w)",
    re.IGNORECASE,
)
_FIRE = Pattern(
    r"\b(?:fires?|blaze|inferno)\s+(?:(?:that|which)\s+)?(?:had\s+)?(?:broke|broken|erupted|swept|engulfed|gutted|ripped|raged|tore)\b"
    r"|آگ\s+(?:لگنے|لگ\s+گئی|لگ\s+جانے|بھڑک|بھڑکنے|کی\s+لپیٹ)",
    re.IGNORECASE,
)
"""A fire that nobody is said to have laid."""
_LAID = Pattern(
    r"\b(?:arson\w*|set\s+(?:on\s+fire|ablaze|alight)|torch(?:ed|ing)|mob|petrol\s+bombs?|attack\w*|militants?|gunmen|gunfire|"
    r"rockets?|shell(?:ing|s)?|missiles?|drones?|explosives?|bombs?|protesters|rioters|sprinkl\w+|dous(?:ed|ing))\b"
    r"|نذر\s?آتش|آگ\s+لگا|حمل[ہےو]|دہشت|مسلح|مظاہرین|مشتعل|فائرنگ|(?<!\w)بم(?!\w)|دستی|راکٹ|گول[ہےی]|ڈرون|بارود|چھڑک",
    re.IGNORECASE,
)
"""What makes of a fire, or of wheels, an attack."""
_CRUSH = Pattern(
    r"\b(?:stampedes?|(?:crowd\s+)?crush|trampled\s+(?:to\s+death|underfoot|in))\b|بھگدڑ|دھکم\s?پیل",
    re.IGNORECASE,
)
_FELL_URDU = Pattern(
    r"(?:دیوار|چھت|عمارت|مکان|پلازہ|تودہ|تودے|لفٹ|کرین|ملبہ|درخت|سائن\s?بورڈ)\s+(?:[^\s۔]+\s+){0,3}?(?:گرنے|گر\s+(?:گئی|گیا|گئے|پڑی|جانے)|منہدم|بیٹھ|تلے\s+دب|آ\s+گرنے)"
    r"|(?:گھوڑے|چھت|درخت|پہاڑ|سائیکل|سیڑھی\S*|بلندی|کھمبے|لفٹ)\s+سے\s+گر\s"
)
"""What falls on people."""
_DRIVEN = Pattern(
    r"\b(?:firing|fired|fire|shots?|shooting|gunmen|tear-?\s?gas|shell\w*|baton\w*|blast|bomb\w*|explosion|attack\w*|police|troops|forces|"
    r"militants?|protest\w*)\b|دھماک|لاٹھی|شیلنگ|آنسو|فائرنگ|حمل[ہےو]|پولیس|احتجاج",
    re.IGNORECASE,
)
"""What makes of a crush the work of others."""
_DIED_IN_BED = Pattern(
    r"\b(?:died|passed\s+away|breathed\s+(?:his|her)\s+last|expired)\s+(?:[\w’'-]+\s+){0,7}?(?:of|from|due\s+to|after|following)\s+"
    r"(?:an?\s+|his\s+|her\s+)?(?:(?:sudden|massive|brief|short|protracted|prolonged|long|lengthy)\s+)?"
    r"(?:cardiac\s+arrest|heart\s+(?:attack|failure)|cancer|natural\s+causes|stroke|old\s+age|illness|kidney\s+failure)\b"
    r"|(?:طویل|مختصر)\s+علالت\s+کے\s+بعد",
    re.IGNORECASE,
)
"""How somebody died in bed, whatever he had lived through."""
_WHO = re.compile(r"\b(?:who|whose|whom|once|having)\b", re.IGNORECASE)


def is_by_chance(found: Found) -> bool:
    """Whether those who died were run over or burnt by chance, or died in bed.

    What a man who died in bed had lived through stands behind "who", before his death; one who was
    hurt on a day of this week did not die in bed, whatever the doctors call it.
    """
    if _is_in_bed(found):
        return True
    if (found.matches(_CRUSH) or found.matches(_FELL_URDU)) and not found.matches(_DRIVEN):
        return not any(_is_meant(found.text, one) for one in found.triggers)
    wheels = found.matches(_RUN_OVER) and not found.matches(_ON_PURPOSE)
    if not (wheels or found.matches(_FIRE)) or found.matches(_LAID):
        return False
    return not any(_is_meant(found.text, one) for one in found.triggers)


def _is_meant(text: str, trigger: Trigger) -> bool:
    """Whether a word tells of violence, or of people in the street, and not only of the dead."""
    if trigger.family in VIOLENT | {"protest", "riot", "property"}:
        return True
    return is_by_hand(text, trigger)


def _is_in_bed(found: Found) -> bool:
    """Whether somebody died of an illness, and all violence told is of his life before it."""
    died = _DIED_IN_BED.inside(found.text, found.sentence)
    if died is None:
        return False
    lived = _WHO.search(found.text, found.sentence.start, died.start())
    if any(is_own_day(span) for span in found.dates if span.start < died.start()):
        return False
    return all(
        (trigger.family == "killing" and died.start() <= trigger.start < died.end())
        or (lived is not None and lived.start() < trigger.start < died.end())
        for trigger in found.triggers
    )

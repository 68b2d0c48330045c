"""What else a sentence is about: a long period or many incidents, an accident, a game."""

from __future__ import annotations

import re

from geomap.text._count_ruins import BROUGHT_DOWN
from geomap.text._count_tokens import Words
from geomap.text._count_words import word_set
from geomap.text.expressions import guarded

__all__ = [
    "ONE_OF",
    "aggregate_rule",
    "aggregate_rule_ur",
    "is_accident",
    "is_accident_ur",
    "is_sport",
]

_NUMBER = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens\sof|"
    r"hundreds\sof|various|different|separate|multiple|numerous|many)"
)
_EVENTS = (
    r"(?:attacks|incidents|operations|blasts|bombings|explosions|clashes|encounters|ibos|raids|"
    r"assaults|strikes|actions|engagements|shootings|ambushes)\b"
)
_WORDS = r"(?:[\w-]+\s+){0,3}?"
_HARMED = r"(?:killed|injured|wounded|hurt|dead|died|others|people|persons|were|in|when|after)\b"
_INCIDENTS = re.compile(
    rf"(?<!\bfirst\s)(?<!\bsecond\s)(?<!\bthird\s)(?<!\blast\s)(?<!\bone\s)"
    rf"\b(?:in|during|across|through|from|over|of)\s+{_WORDS}{_NUMBER}\s+{_WORDS}{_EVENTS}"
    r"|\bothers?\b[^.;]{0,40}\bkilled\b[^.;]{0,30}\b(?:violence|attacks|incidents|unrest)\s+elsewhere\b"
    rf"|\b(?:\d\d+|\d[\d,]+\d|hundreds\sof|dozens\sof)\s+(?:(?!{_HARMED})[\w-]+\s+){{0,3}}?{_EVENTS}",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_PERIOD = guarded(
    rf"(?<!missing\s)\bsince\s+(?:{_MONTHS}|\d{{4}}|early\s|late\s|last\s(?:month|year)"
    r"|the\s+(?:start|beginning|turn|launch)\b)"
    r"|(?<!earlier\s)\bthis\s(?:month|year)\b|\bso\sfar\sin\s(?:19|20)\d\d\b|\bin\srecent\s(?:years|months|weeks)\b"
    r"|\b(?:in|over|during|within)\sthe\s(?:past|last|previous|first|current|preceding)\s"
    r"(?:[\w-]+\s){0,2}?(?:hours|days|weeks|months?|years?|quarter|half|decades?)\b"
    r"|\b(?:in|over|within|during)\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
    r"(?:months|years|weeks)\b(?!\sof\sage)"
    r"|\bfrom\s(?:19|20)\d\d\b|\bbetween\s(?:\w+\s)?(?:19|20)\d\d\b"
    r"|\bduring\s(?:the\s)?(?:year|month)\b|\bduring\sthe\sweek\b(?!-)"
    r"|\bin\s(?:[\w.-]+\s){1,3}alone\b[^.;]{0,80}?\b(?:this|last|the\spast)\s(?:week|weekend|month|year)"
    r"|\b(?:annually|monthly|per\s(?:year|month)|over\sthe\s(?:years|decades)|every\syear)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|during|throughout)\s(?:19|20)\d\d\b|\blast\syear\b", re.IGNORECASE)
_ONE_EVENT = re.compile(
    r"\b(?:an?|the|similar|when|another)\s(?:[\w-]+\s){0,3}?(?:attack|blast|bomb|bomber|bombing|"
    r"explosion|ambush|raid|assault|shooting|firing|encounter|gunmen|militants)\b",
    re.IGNORECASE,
)
_AGGREGATE_WORDS = word_set(
    "since this far alone recent past last previous first current preceding decades year years "
    "elsewhere week month months annually monthly attacks incidents operations blasts bombings "
    "explosions clashes encounters ibos raids assaults strikes actions engagements shootings "
    "ambushes"
)
_PERIOD_UR = re.compile(
    r"رواں (?:سال|ماہ|برس)|(?:سال|ماہ) رواں|گزشتہ (?:سال|برس)|سال \d{4}|\d{4} (?:میں|سے|کے دوران)|"
    r"(?:سال|مہینوں|ماہ|برسوں|سالوں) کے دوران|"
    r"(?:یکم|\d+) (?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر) سے "
    r"(?:لے کر )?(?:اب ?تک|آج تک|تاحال)"
)
_INCIDENTS_UR = re.compile(
    r"\d+ (?:\S+ ){0,2}?(?:حملوں|کارروائیوں|واقعات|جھڑپوں|آپریشنز)"
    r"|(?:^|\s)(?:دو|تین|چار|پانچ|چھ|سات|آٹھ|نو|دس|متعدد|کئی|مختلف) (?:\S+ ){0,4}?"
    r"(?:واقعات|کارروائیوں|حملوں|جھڑپوں) میں"
)


_NTH_TIME = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|\d+th)\s+(?:such\s+)?"
    r"(?:time|attack|incident|blast|raid)\s+(?:in|this|within)\b"
    r"|\b(?:worst|first|deadliest|bloodiest|biggest|largest|heaviest|gravest|latest|most\s+\w+)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:attack|incident|blast|bombing|raid|assault|massacre|ambush|clash|killing|shooting|one)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:in|this|within|for|over|since)\b",
    re.IGNORECASE,
)
"""Words before a period that rank one event: "the second time this month", "the worst in years"."""
ONE_OF = re.compile(
    r"\b(?:the\s+)?(?:first|second|third|last|latest|deadliest|worst|bloodiest|biggest|one|heaviest)\s+"
    r"(?:and\s+(?:the\s+)?(?:\w+\s+)?\w+\s+)?of\s+(?:the\s+)?(?:at\s+least\s+)?(?:\d+|two|three|four|five|six|seven|several)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:attacks|incidents|blasts|bombings|raids|explosions|assaults|ambushes|shootings)\b",
    re.IGNORECASE,
)
"""What tells one event as the first or the worst of several: "the deadliest of three attacks"."""
_CENTURIES = frozenset({"19", "20"})


def aggregate_rule(words: Words, start: int, end: int) -> str:
    """Say over what a sentence counts: ``period``, ``incidents``, ``year``, or "" for one event."""
    years = [word for word in words.words if len(word) == 4 and word[:2] in _CENTURIES]
    if not years and _AGGREGATE_WORDS.isdisjoint(words.words):
        return ""
    period = _PERIOD.search(words.text, start, end)
    if period and not _NTH_TIME.search(words.text, start, period.end()):
        return "period"
    incidents = _INCIDENTS.search(words.text, start, end)
    if incidents and not ONE_OF.search(words.text, start, incidents.end()):
        return "incidents"
    year = _YEAR.search(words.text, start, end)
    return "year" if year and not _ONE_EVENT.search(words.text, start, end) else ""


def aggregate_rule_ur(words: Words, start: int, end: int) -> str:
    """Say over what an Urdu sentence counts, as `aggregate_rule` does."""
    if _PERIOD_UR.search(words.text, start, end):
        return "period"
    return "incidents" if _INCIDENTS_UR.search(words.text, start, end) else ""


_ACCIDENT = word_set(
    "drowned drowning drown heat heatwave heatstroke sunstroke snow snowfall avalanche flood "
    "floods flooding rain rains rainfall monsoon landslide earthquake quake collision "
    "collided overturned accident accidents mishap derailed derailment electrocuted "
    "electrocution lightning illness disease cancer cardiac dengue measles cholera malaria "
    "pneumonia tuberculosis hepatitis typhoid congo covid covid-19 coronavirus overspeeding "
    "stampede suffocation suffocated "
    "gastroenteritis malnutrition skidded careened capsized"
)
_ACCIDENT_PHRASES = re.compile(
    r"\b(?:road|traffic|train)\s(?:accident|crash|mishap)|\bhead-on\b|\bheart\s(?:attack|failure)|"
    r"\bgas\s(?:leak|cylinder|explosion)|\bcylinder\s(?:blast|explosion|exploded)|"
    r"\b(?:roof|wall|mine|ceiling|building)\s(?:of\s\w+\s\w+\s)?(?:collapse|caved|fell)|"
    r"\b(?:due|owing)\sto\s(?:a\s|the\s)?(?:\w+\s)?(?:lack|shortage|absence|unavailability|cold|hunger|"
    r"dehydration|negligence)|\bdied\sfor\s(?:want|lack)\sof|\bbecause\sof\s(?:a\s)?(?:lack|shortage)|"
    r"\bdied\sof\s(?:hunger|thirst|starvation|cold)\b|"
    r"\b(?:into|down)\s(?:an?|the)\s(?:\w+\s)?ravine\b|\bfell\sinto|\bcarbon\smonoxide|\bmethane|\bnatural\scauses|\bcaved\sin|\btyre\sburst",
    re.IGNORECASE,
)
_ACCIDENT_UR = re.compile(
    r"کھائی میں|گیس بھر|دم گھٹنے|اتفاقی|(?:بندوق|پستول|رائفل|اسلحہ|کلاشنکوف) (?:کو )?صاف کرتے ہوئے|"
    r"ٹریفک حادث|حادثے میں|حادثہ|ڈوب|سیلاب|زلزل|برفباری|برف باری|لینڈ سلائیڈ|گیس لیکج|سلنڈر|"
    r"کرنٹ لگنے|آسمانی بجلی|ہیٹ ویو|چھت گر|الٹ گئی|"
    r"(?:گاڑیوں|بسوں|ٹرک|ٹریلر|بس)[^۔]{0,20}تصادم|طویل علالت|دل کا دورہ|ڈینگی|کورونا"
)


_BOMBS = word_set(
    "bomb bombs bombing ied ieds landmine landmines explosive explosives grenade grenades rocket "
    "rockets gunmen terrorists militants insurgents dynamite detonated saboteurs sabotage "
    "munition munitions drone drones quadcopter mortar mortars missile missiles shelling "
    "shot gunned gunfire bullet-riddled abducted abductors kidnapped kidnappers"
)
"""What makes a derailment, or a body found in a ravine, no accident."""
_BOMBS_UR = re.compile(
    r"(?:لائن|ٹریک|پٹڑی|پٹری|سڑک|شاہراہ) (?:پر|کے (?:قریب|نیچے)) (?:\S+ ){0,3}?دھماک"
    r"|(?<!\w)بم(?!\w)|بارود|راکٹ|گولیاں|(?<!ہوائی )فائرنگ|حملہ|حملے|دہشت|شدت پسند|مسلح"
)
_ACCIDENT_HINTS = word_set(
    "road traffic train head-on heart gas cylinder roof wall mine ceiling building fell carbon "
    "methane natural caved tyre lack shortage absence unavailability cold hunger dehydration "
    "negligence thirst starvation want ravine"
)


_ILLNESSES = word_set(
    "dengue measles cholera malaria pneumonia tuberculosis hepatitis typhoid congo covid covid-19 "
    "coronavirus"
)
_WRECKS = word_set("derailed derailment overturned skidded careened")
_STRUCK = word_set("explosion explosions blast blasts blown attack attacked ambush ambushed fired")
"""What makes a wreck no accident: "a train derailed after an explosion on the track"."""
_CAMPAIGN = word_set(
    "campaign drive vaccinator vaccinators vaccination immunisation immunization spraying"
)
"""Who fights an illness does not die of it."""
_FALLING = word_set(
    "munition munitions mortar mortars rocket rockets missile missiles shell shells"
)
"""What falls into a yard or a house when it is fired."""


def is_accident(words: Words, start: int, end: int) -> bool:
    """Whether a sentence tells of an accident, an illness or a disaster."""
    if not _ACCIDENT.isdisjoint(words.words):
        fought = _ILLNESSES.issuperset(_ACCIDENT.intersection(words.words))
        fought = fought and not _CAMPAIGN.isdisjoint(words.words)
        wreck = _WRECKS.issuperset(_ACCIDENT.intersection(words.words))
        fought = fought or (wreck and not _STRUCK.isdisjoint(words.words))
        return not fought and _BOMBS.isdisjoint(words.words)
    if _ACCIDENT_HINTS.isdisjoint(words.words) or BROUGHT_DOWN.search(words.text, start, end):
        return False
    found = _ACCIDENT_PHRASES.search(words.text, start, end)
    if (
        found is not None
        and found.group().startswith("fell")
        and not (_FALLING | _BOMBS).isdisjoint(words.words)
    ):
        return False
    return found is not None and not _RULED_OUT.search(words.text, start, found.start())


_RULED_OUT = re.compile(
    r"\b(?:not|never|rather\s+than|instead\s+of|ruled\s+out)\s+(?:\w+\s+){0,4}$", re.IGNORECASE
)
"""Words that deny an accident: "by a bomb and not by a gas cylinder"."""


def is_accident_ur(words: Words, start: int, end: int) -> bool:
    """Whether an Urdu sentence tells of an accident, an illness or a disaster."""
    if _ACCIDENT_UR.search(words.text, start, end) is None:
        return False
    return _BOMBS_UR.search(words.text, start, end) is None


_SPORT = word_set(
    "wicket wickets innings batsman batsmen batter batters bowler bowlers midfielder semi-final "
    "quarter-final goalkeeper lbw"
)


def is_sport(words: list[str]) -> bool:
    """Whether a sentence is about a game."""
    return not _SPORT.isdisjoint(words)

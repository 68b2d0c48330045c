"""Deaths that nobody else meant: a failing heart, a suicide, bad food, a body without wounds."""

from __future__ import annotations

import re

from geomap.text.events import Trigger
from geomap.text.found import Found
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = [
    "died_by_himself",
    "is_sum_of_chance",
    "names_failing_heart",
    "names_heart",
    "shows_no_wounds",
]

_HEART = Pattern(
    r"\b(?:his|her|the)\s+heart\s+(?:had\s+)?(?:stopped|failed|given\s+out|gave\s+out)\b"
    r"|\b(?:heart|cardiac|asthma|epileptic)\s+(?:attacks?|arrest|failure|seizure)\b|\bbrain\s+(?:ha?emorrhage|stroke)\b"
    r"|\bchest\s+pains?\b|\b(?:fell|fallen|taken)\s+(?:seriously\s+|critically\s+)?ill\b|\b(?:prolonged|long|brief|chronic)\s+illness\b"
    r"|\b(?:kidney|renal|liver|respiratory|organ)\s+failure\b|\b(?:died|death)\s+(?:of|from)\s+(?:tuberculosis|hepatitis|cancer|typhoid|an?\s+(?:stroke|illness|disease))\b"
    r"|(?:دل|قلب|دمے|دمہ|فالج|مرگی)\s+(?:کے|کا|کی)\s+(?:\S+\s+)?(?:حملے|حملہ|دورے|دورہ)|حرکت\s+قلب|ہارٹ\s+اٹیک|برین\s+ہیمرج",
    re.IGNORECASE,
)
_SUICIDE = Pattern(
    r"\b(?:shot|shooting|hanged|hung|hanging|stabbed|poisoned|drowned|killed)\s+(?:himself|herself)\b"
    r"|\b(?:took|taken|taking|ended|ending)\s+(?:his|her)\s+own\s+life\b"
    r"|\b(?:committed|committing|died\s+by|commits)\s+suicide\b"
    r"|خود\s?کشی\s+(?:کر|کی(?!\s+کوشش\s+ناکام)|کا)|خود\s+کو\s+(?:\S+\s+){0,2}?گولی\s+مار|خود\s+کو\s+پھانسی|"
    r"اپن[یے]\s+(?:زندگی|ہاتھوں\s+زندگی)\s+کا\s+خاتمہ|زندگی\s+کا\s+خاتمہ\s+کر",
    re.IGNORECASE,
)
_SPOILED = Pattern(
    r"\b(?:taken|fell|fallen)\s+(?:ill|sick)\b|\bfood[\s-]poisoning\b|\b(?:contaminated|spoiled|stale|tainted)\s+"
    r"(?:food|water|meat|milk|rice|meal|sweets)\b|\b(?:poisonous|toxic|home-?made|spurious)\s+(?:liquor|alcohol|mushrooms)\b"
    r"|\b(?:after|from|by)\s+(?:eating|drinking|consuming|inhaling)\s+[^.;]{0,40}?"
    r"(?:poison\w*|toxic|spoiled|stale|contaminated|spurious|liquor|moonshine|mushrooms|gas|fumes|chemicals?)\b"
    r"|زہریل[اےی]\s+(?:کھان|شراب|مٹھائی|دودھ)|فوڈ\s+پوائزننگ|مضر\s+صحت\s+کھان",
    re.IGNORECASE,
)
_NO_WOUNDS = Pattern(
    r"\b(?:no|without|nor|neither|not|any)\b[^.;]{0,30}?\b(?:(?:bullet|gunshot|stab|knife|torture|external|visible)\s+"
    r"(?:\w+\s+)?(?:wounds?|injur(?:y|ies)|marks?)|(?:marks?|signs?|traces?)\s+of\s+(?:torture|violence|injur(?:y|ies)|struggle|"
    r"foul\s+play|physical))\b"
    r"|\b(?:died|dead|death)\b[^.;]{0,30}?\b(?:of|from|by|to)\s+(?:an?\s+)?(?:cold|hunger|thirst|exposure|(?:drug\s+)?overdose|"
    r"natural\s+causes|drowning|old\s+age)\b|\b(?:drug|heroin)\s+(?:addicts?|overdose)\b"
    r"|(?:جسم|لاش|بدن)\s+پر\s+[^۔]{0,40}?نشان\S*\s+(?:\S+\s+){0,2}?(?:نہیں|نہ\s)"
    r"|نشے\s+کا\s+عادی|نشئی|زائد\s+مقدار|طبعی\s+موت|سردی\s+(?:کے\s+باعث|کی\s+وجہ\s+سے|سے\s+(?:ٹھٹھر|ہلاک|مر))",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:strangl\w+|throttl\w+|slit|behead\w+|shot|throat|tortured|electric\w*|custody|taken\s+away|mutilated|decapitated|spied|spying|murder\w*|abduct\w*|kidnap\w*|militants?|gunm[ae]n|banned|"
    r"bullet[\s-]rid\w+|tortured|hands\s+(?:were\s+)?(?:tied|bound)|missing\s+since|poison(?:ed|ing)\s+by)\b|گلا\s+(?:گھونٹ|دبا)|اغوا|لاپتہ|قتل|حراست|تشدد\s+زدہ",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|bombers?|attackers?|gunm[ae]n|vest|explosives?|banned|after\s+(?:killing|shooting|murdering)|"
    r"then\s+(?:shot|killed|hanged|turned))\b|دہشت\s?گرد|حملہ\s+آور|کالعدم|قتل\s+(?:کر|کے)",
    re.IGNORECASE,
)
"""Who makes more of it than the death of one who is alone."""
_HAND = re.compile(r"murder|assassinat|lynch|gunned|behead|hack|strangl|قتل|ذبح", re.IGNORECASE)


def died_by_himself(found: Found) -> bool:
    """Whether a heart, spoiled food or the dead person's own hand explains all that is told."""
    if not found.triggers or _OTHERS.search(found.text, found.sentence.start, found.sentence.end):
        return False
    heart = _HEART.inside(found.text, found.sentence)
    if heart is not None:
        return all(_is_in(one, heart) or _is_death(found, one) for one in found.triggers)
    families = {one.family for one in found.triggers}
    if families <= {"killing", "armed", "body"} and found.matches(_SUICIDE):
        return _killed_only_himself(found)
    return found.matches(_SPOILED) and all(_is_death(found, one) for one in found.triggers)


def _killed_only_himself(found: Found) -> bool:
    """Whether every deed that a sentence tells is that of one who took his own life."""
    start, end = found.sentence.start, found.sentence.end
    deeds = list(_SUICIDE.pattern.finditer(found.text, start, end))
    own = all(
        one.family == "body" or any(_is_in(one, deed) for deed in deeds) for one in found.triggers
    )
    return own and all((c.best or 0) <= 1 for c in found.counts if c.outcome == "killed")


def names_heart(text: str, sentence: Sentence) -> bool:
    """Whether a sentence says that somebody's heart failed."""
    return _HEART.inside(text, sentence) is not None


def names_failing_heart(found: Found) -> bool:
    """Whether a sentence without an event says that somebody's heart failed."""
    return found.matches(_HEART)


def _is_in(trigger: Trigger, words: re.Match[str]) -> bool:
    return words.start() <= trigger.start < words.end()


def _is_death(found: Found, trigger: Trigger) -> bool:
    """Whether a trigger says that somebody died, not that he was murdered."""
    named = _HAND.search(found.text, trigger.start, trigger.end) is not None
    return trigger.family == "killing" and not named


_BY_CHANCE = Pattern(
    r"\b(?:miners?|mineworkers|colliers?|pitmen)\s+(?:have\s+|had\s+)?(?:died|perished|lost\s+their\s+lives)\b"
    r"|\b(?:road|traffic|mine|mining|rail|train)\s+(?:accidents?|crashes|mishaps|disasters|deaths)\b|\baccidents\s+of\s+(?:that|this)\s+(?:sort|kind)\b"
    r"|\b(?:drowned|drownings?|electrocut\w+|suicides?|snake-?bites?|heatstroke)\b"
    r"|کان\s?کن\S*\s+(?:\S+\s+){0,2}?(?:جان\s+سے|جاں\s+بحق)|ٹریفک\s+حادثات|خود\s?کشی",
    re.IGNORECASE,
)
_VIOLENCE = re.compile(
    r"\b(?:attack\w*|militan\w*|terror\w*|gunm[ae]n|bomb\w*|blasts?|shot|shootings?|landmines?|kidnap\w*|abduct\w*|target\w*|"
    r"insurgen\w*|clash\w*|killed\s+by|armed)\b|حمل[ےوہ]|دہشت|دھماک|فائرنگ|اغوا",
    re.IGNORECASE,
)


def is_sum_of_chance(found: Found) -> bool:
    """Whether a total is one of accidents or suicides, and no word of violence stands by it."""
    start, end = found.sentence.start, found.sentence.end
    return found.matches(_BY_CHANCE) and _VIOLENCE.search(found.text, start, end) is None


def shows_no_wounds(text: str, sentences: list[Sentence]) -> bool:
    """Whether sentences say that a body bears no wounds, and none that somebody killed."""
    if not any(_NO_WOUNDS.inside(text, one) for one in sentences):
        return False
    return not any(_is_told_meant(text, one) for one in sentences)


def _is_told_meant(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells of violence outside of the words that deny it."""
    denied = _NO_WOUNDS.inside(text, sentence)
    start, end = (denied.start(), denied.end()) if denied else (sentence.end, sentence.end)
    meant = (_MEANT.search(text, sentence.start, start), _MEANT.search(text, end, sentence.end))
    return any(meant)

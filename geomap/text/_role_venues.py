"""Places where people met or spoke or were treated: venues, in English sentences."""

from __future__ import annotations

import re

from geomap.text._role_governor import LOCATIVE, Governor
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = ["venue_of"]

_MET = Pattern(
    r"\b(?:meetings?|met(?!\s+[Oo]ffice)|meets?|briefed(?!\s[\w\s'’-]{0,60}?\b(?:on|about)\s)|seminar|webinar|conference|ceremony|session|jirga|workshop\s+on|talks|"
    r"negotiations|(?<!been\s)(?<!are\s)(?<!were\s)sitting(?!\s+(?:in\s+front|outside|before|on|across|along|down)\b)|press\s+conference|news\s+conference|presser|press\s+briefing|briefing|summit|"
    r"dialogue|consultation|gathering(?!\s+(?!(?:in|at|of|on|for|to|held|called|here|near|outside|was|that|organi[sz]ed|convened|arranged)\b)[a-z])|convention|funeral|funeral\s+prayers?|namaz-?i-?janaza|"
    r"reception|iftar|hearing|convocation|moot|graduation|"
    r"court\s+hearing|khuli\s+kutchery|open\s+court|"
    r"(?<!marched )(?<!walked )(?<!paraded )(?<!march )(?<!rally )(?<!procession )"
    r"to\s+(?:the\s+)?press\s+club)\b"
    r"(?:\s+(?!from\b|after\b|over\b|that\b|said\b|killed\b|martyred\b|slain\b|died\b|attack|bomb|blast|explo|shot\b|gunned\b|ambush)[\w'’-]+){0,10}$",
    re.IGNORECASE,
)
_HIT_MEETING = re.compile(
    r"\b(?:(?:attack(?:ed|ing)|stormed|targeted|bombed|struck|hit|ripped\s+through|tore\s+through)|"
    r"(?:opened\s+fire|fired|blew\s+(?:him|her)self\s+up|exploded|went\s+off|thrown|lobbed|hurled|detonated|"
    r"(?:gunm[ae]n|bombers?|attackers?|militants?)\s+(?:killed|wounded|shot(?:\s+dead)?)\s+(?:[\w-]+\s+){1,3}?|"
    r"(?:firing|shooting|blast|explosion|bombing|grenade\s+attack|suicide\s+attack)\s+(?:by\s+(?:[\w-]+\s+){1,3}?)?)"
    r"\s*(?:at|on|outside|inside|near|during|in))"
    r"\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:ceremony|reception|funeral(?:\s+prayers?)?|hearing|convention|gathering|"
    r"jirga|meeting|conference)(?:\s+(?:at|in|inside)\s+(?:an?|the)\s+(?:[\w’'-]+\s+){0,2}[a-z][\w-]+)?$",
    re.IGNORECASE,
)
"""A meeting that was attacked, and so where it happened."""
_TOPIC = re.compile(r"\b(?:situation|developments?|prospects)$", re.IGNORECASE)
"""What people talk about, "the situation in" a place, is not where they talk."""
_TOLD = Pattern(
    r"(?:\b(?:told|briefed|informed|addressing|addressed|addresses|speaking\s+to|talking\s+to|"
    r"talked\s+to|spoke\s+to|interacting\s+with)\s+(?:a\s+|an\s+|the\s+|local\s+)?"
    r"(?:\w+\s+)?(?:reporters|journalists|newsmen|newspersons|media(?:persons|men)?|press|news|"
    r"gathering|meeting|seminar|conference|rally|jirga|elders|audience|ceremony|session|crowd|"
    r"function|convention|workers)\b(?:\s+(?!that\b)[\w'’-]+){0,5}"
    r"|(?:^\W*|,\s+)(?:while\s+)?(?:speaking|talking|addressing)(?:\s+[\w'’-]+){0,6})$",
    re.IGNORECASE,
)
_CARE = (
    r"hospitals?|morgue|mortuary|trauma\s+cent(?:re|er)|medical\s+(?:complex|cent(?:re|er)|facility)|"
    r"health\s+(?:cent(?:re|er)|unit|facility)|clinics?|cmh|dhq|thq|infirmary|burns?\s+(?:unit|ward|"
    r"cent(?:re|er))|facilit(?:y|ies)|polyclinics?|dispensar(?:y|ies)|intensive\s+care"
)
_AT_CARE = Pattern(rf"\b(?:{_CARE})$", re.IGNORECASE)
_HIT_CARE = Pattern(
    rf"\b(?:attack(?:ed|s)?|explo\w+|blast|bomb\w*|grenade|fir(?:ed|ing)|stormed|raid(?:ed)?|entered|"
    rf"gunned\s+down|shot\s+dead|walked|burst|barged|broke|sneaked)\s+(?:\w+\s+){{0,3}}?(?:at|on|inside|in|the|a|into)\s+"
    rf"(?:the\s+|a\s+)?(?:[\w’'-]+\s+){{0,4}}(?:{_CARE})$"
    rf"|\b(?:blew\s+up|blown\s+up|ransack\w*|torch(?:ed|ing)|vandali[sz]\w+|destroy(?:ed|ing)|damag(?:ed|ing)|demolish\w*|"
    rf"dynamit\w+|set\s+fire\s+to|burn(?:t|ed|ing)\s+down|attack(?:ed|ing)|guard(?:ed|ing)|protecting)\s+"
    rf"(?:(?!(?:shifted|moved|rushed|taken|brought|admitted|died|treated|who|to|at|in|near)\b)[\w’'-]+,?\s+){{1,12}}?(?:{_CARE})$"
    rf"|\b(?:outside|near|opposite|behind|front\s+of|gate\s+of)\s+(?:the\s+|a\s+)?"
    rf"(?:[\w’'-]+\s+){{0,3}}(?:{_CARE})$",
    re.IGNORECASE,
)
_CARE_COMMA = re.compile(
    r"\b(?:[Hh]ospital|[Mm]orgue|[Mm]ortuary|Complex|Centre|Center|CMH|DHQ|Unit|Polyclinic),\s+$"
)
_PLACE_CARE = re.compile(
    rf"(?:['’]s)?\s+(?:(?!in\b|at\b|when\b|where\b|to\b|and\b)[\w-]+\s+){{0,3}}(?:{_CARE})\b",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"(?:\s+(?:district|tehsil|area|town|agency|subdivision|of|[A-Z][\w-]+)){0,5}\s+(?:was|were)\s+(?:\w+\s+)?"
    r"(?:blown\s+up|torched|ransacked|set\s+(?:on\s+fire|ablaze)|destroyed|attacked|vandali[sz]ed|dynamited)\b"
    r"|\s+(?:has|had|have|lacks?|is|was|remains?)\s+(?:no|not|without|closed|shut|a)\b"
)
_TREATED = Pattern(
    r"\b(?:treated(?!\s+for\s+injur)|treatment|(?:fight|battl|struggl)\w+\s+for\s+(?:(?:his|her|their)\s+)?(?:life|lives|survival)|(?:is|are|was|were)\s+(?:\w+\s+)?(?:critical|stable)|hospitali[sz]ed|admitted|recovering|operated\s+(?:up)?on|undergoing\s+surgery|convalescing|"
    r"first\s+aid|medical\s+care)(?:\s+[\w'’-]+){0,4}$",
    re.IGNORECASE,
)
_ON_THE_WAY = Pattern(
    r"\b(?:died|expired|succumbed|perished)\b[^.;]{0,30}\b(?:on\s+(?:the|his|her|their)\s+way|"
    r"while\s+being\s+\w+|en\s+route)$",
    re.IGNORECASE,
)
_MOVED = Pattern(
    r"\b(?:shifted|moved|rushed|airlifted|heli-?lifted|flown|flew|evacuated|referred|transferred|"
    r"taken|took|sent|driven|brought|carried|ferried|conveyed|transported|dispatched|despatched|"
    r"handed\s+over|shifting|moving|rushing|shift|delivered|put\s+(?:on|in|aboard|into))\b",
    re.IGNORECASE,
)
_FAR_MOVED = Pattern(
    r"\b(?:airlifted|heli-?lifted|referred|medically\s+evacuated)\b", re.IGNORECASE
)
_PATIENTS = re.compile(
    r"\b(?:injur\w+|wounded|hurt|bod(?:y|ies)|dead|corpses?|coffins?|hospitals?|patients?|victims?|"
    r"casualt\w+|passengers|survivors|hostages|captives|remains|deceased|martyrs?|treatment|"
    r"surgery|autops\w+|post-?mortem|condition|critical\w*|doctors?|shot|bullet|died|burns?|burnt|rubble|treated)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|would|shall|(?<!had )to)\s+be\s+$")
_NO_PATIENTS = Pattern(
    r"\b(?:reinforcements?|teams?|troops|contingents?|case|families|convoy|forces|commandos|"
    r"lorries|trucks|tents|relief|supplies|goods|suspects?|accused|fighters?|militants?|letter|"
    r"message|statement|video)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_CHAIRED_AFTER = re.compile(r"[^.;]{0,40}\b(?:chaired|presided|addressed|held\s+(?:a\s+)?meeting)")
_REACHED = Pattern(r"\b(?:reached|visited|arrived\s+in|rushed\s+to|flew\s+to|travelled\s+to)\s*$")
_BEFORE = 240


_MET_FOR = re.compile(
    r"\s+for\s+(?:an?|the|their)\s+(?:[\w-]+\s+){0,3}?(?:meetings?|conference|seminar|summit|workshop|"
    r"session|moot|talks|symposium|convention)\b"
)
_DIED_LATER = Pattern(
    r"\bdeaths?\s+of\s+(?:[\w-]+\s+){0,4}?(?:wounded|injured|hurt)\b[^.;,]{0,30}$"
    r"|\b(?:wounded|injured)\s+(?:[\w-]+\s+){0,2}?(?:(?:has|have|had)\s+)?(?:died|succumbed|expired)$|"
    r"\b(?:wounded|injured|hit|hurt)\b[^.;]{0,80},\s+(?:later\s+)?died(?:\s+(?:later|overnight|at\s+night|on\s+\w+))?$",
    re.IGNORECASE,
)
"""One of the wounded who died where they were taken."""
_AWAY = re.compile(r"\b(?:who|which)\s+(?:is|was|were|are)$")
_WENT = re.compile(r"\b(?:have|has|had)\s+$")
"""People who have moved to a place were not taken there."""
_NATIVE = Pattern(r"\b(?:native|ancestral|home)\s+(?:village|town|area|district)s?$", re.IGNORECASE)
_STILL_IN = Pattern(
    r"\b(?:wounded|injured|patients|survivors)\b(?:\s+\w+){0,3}\s+(?:is|are|remains?|were)"
    r"(?:\s+(?:now|still))?$",
    re.IGNORECASE,
)
_THE_REST = Pattern(
    r"\b(?:hospitals?|condition|treat(?:ed|ment)|stable)\b[^.;]{0,80}?,?\s+(?:and|while|but)\s+"
    r"(?:the\s+rest|(?:the\s+)?others|the\s+remaining(?:\s+\w+)?|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?:\s+(?:more|others))?)"
    r"(?:\s+(?:are|were|is|was))?$",
    re.IGNORECASE,
)
"""Patients told after those in another hospital: "twelve are in Quetta, and the rest in Sibi"."""
_BROUGHT = Pattern(r"\b(?:brought|admitted|received)\b[^.;]{0,25}$", re.IGNORECASE)
_MOVED_TO = Pattern(
    rf"{_MOVED.pattern.pattern}(?:\s+(?!from\b)[\w'’-]+){{0,4}}\s+to\s+"
    r"(?!(?:the\s+)?(?:reporters|journalists|media|newsmen|newspapers|press|police)\b)(?:the\s+|a\s+|an\s+)?"
    r"(?:(?!from\b)[\w’'-]+\s+){0,5}(?!from\b)[\w’'-]+$",
    re.IGNORECASE,
)


_WHERE_RIOT = re.compile(
    r"\s*,\s+where\s+(?:(?!(?:was|were|had|have|been|said|doctors?)\b)[\w-]+\s+){0,4}?(?:crowds?|mobs?|relatives|heirs|kin|protesters|"
    r"attendants|mourners|villagers|youths?|people|supporters|tribesmen|residents)\s+(?:\w+\s+){0,3}?"
    r"(?:broke|smashed|ransacked|vandali[sz]ed|damaged|stormed|attacked|torched|set|wrecked|pelted|beat|manhandled|clashed|"
    r"blocked|staged|protested)\b",
    re.IGNORECASE,
)
"""After a place to which the dead were brought: a crowd that riots or protests there."""


_HOMEWARD = Pattern(
    r"\b(?:flown|sent|taken|moved|shifted|brought|dispatched|despatched|transported|carried|driven|returned|handed)\s+"
    r"(?:[\w-]+\s+){0,3}?to\s+(?:(?:their|his|her|the)\s+)?(?:respective\s+)?(?:home|native|ancestral|hometowns?|respective)\s*"
    r"(?:towns?|villages?|districts?|areas?|cities|provinces?)?\s+(?:of|in|at|near)\s+$",
    re.IGNORECASE,
)
"""Before the places to which the dead go home: "were flown to their home towns of"."""


_AFTER_ACT = Pattern(
    r"\b(?:after|following|from|in|during|of)\s+(?:an?|the|this|that|[A-Z][\w’']*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s|their|two|separate|yesterday['’]s)\s+"
    r"(?:[\w'’-]+\s+){0,3}?(?:blasts?|explosions?|bombings?|attacks?|firing|shootings?|shelling|strikes?|ambush(?:es)?|raids?|clash(?:es)?|"
    r"encounters?|shoot-?outs?|gunfights?|detonations?)"
    r"(?:\s+(?:on|at|near|outside|inside|of|by|targeting|against|that|which|hit|this|late|early|a|an|the|their|his|her|between|with)(?:\s+[\w'’-]+){1,5}?)?$",
    re.IGNORECASE,
)
"""Patients are told to have been brought to hospital "after a blast" that was where a name says."""


def venue_of(text: str, start: int, end: int, governor: Governor, sentence: Sentence) -> str:
    """Say whether people "met" or spoke at a place, or were "taken" there; '' for neither.

    Parameters
    ----------
    text
        The article's text.
    start, end
        The name, or the list of names that it stands in.
    governor
        The preposition before it.
    sentence
        Its sentence.
    """
    if _WHERE_RIOT.match(text, end):
        return ""
    if _PLACE_CARE.match(text, end):
        lead = text[max(sentence.start, start - 60) : start] + "hospital"
        return "" if _HIT_CARE.search(lead, marks=sentence.marks) else "taken"
    if governor.word in {"of", "in", "at", "near"} and _HOMEWARD.search(
        text[max(sentence.start, start - 90) : start], marks=sentence.marks
    ):
        return "taken"
    if governor.word in LOCATIVE:
        return _within(text, end, governor, sentence.marks)
    if governor.word == "of" and _AT_CARE.search(governor.noun):
        return "taken"
    if governor.word in {"to", "for"}:
        return "taken" if _taken(text, start, governor, sentence.marks) else ""
    before = text[max(sentence.start, start - 40) : start]
    if before.endswith(", ") and _CARE_COMMA.search(before):
        return "taken"
    reached = _REACHED.search(before, marks=sentence.marks)
    return "met" if reached and _CHAIRED_AFTER.match(text, end) else ""


def _within(text: str, end: int, governor: Governor, marks: int) -> str:
    lead = governor.lead[-130:]
    if _AT_CARE.search(lead, marks=marks):
        hit = _HIT_CARE.search(lead, marks=marks)
        return "" if hit or _LACKS.match(text, end) else "taken"
    if _AFTER_ACT.search(lead, marks=marks):
        return ""
    if governor.word not in {"in", "at", "inside", "near"} or _NATIVE.search(lead, marks=marks):
        return ""
    if _TOPIC.search(lead):
        return ""
    if _MET.search(lead, marks=marks):
        return "" if _HIT_MEETING.search(lead) else "met"
    if _TOLD.search(lead, marks=marks):
        return "met"
    if _DIED_LATER.search(lead, marks=marks):
        return "taken"
    if _MET_FOR.match(text, end):
        return "" if _AWAY.search(lead) else "met"
    if any(one.search(lead, marks=marks) for one in (_TREATED, _STILL_IN, _THE_REST)):
        return "taken"
    brought = governor.word in {"in", "at"} and (
        _BROUGHT.search(lead, marks=marks) or _MOVED_TO.search(lead, marks=marks)
    )
    return "taken" if brought and _PATIENTS.search(lead) else ""


def _taken(text: str, start: int, governor: Governor, marks: int) -> bool:
    """Whether the dead or wounded were taken to a place."""
    lead = governor.lead[-130:]
    if _ON_THE_WAY.search(lead, marks=marks):
        return True
    if not marks & _MOVED.mark:
        return False
    clause = lead.rpartition(";")[2]
    moved = None
    for found in _MOVED.pattern.finditer(clause):
        moved = found
    if moved is None or " from" in clause[moved.end() :].replace("from where", ""):
        return False
    before = clause[: moved.start()]
    if _WENT.search(before) and moved[0].lower() in {"moved", "shifted", "flown"}:
        return False
    if _TO_COME.search(before) or _NO_PATIENTS.search(before, marks=marks):
        return False
    if _FAR_MOVED.search(clause, marks=marks):
        return True
    earlier = text[max(0, start - _BEFORE) : start + 120]
    return governor.word == "to" and _PATIENTS.search(earlier) is not None

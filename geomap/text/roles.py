"""The role of a place name in its sentence, by readable rules in a fixed order.

The first rule that holds decides; its name goes into the mention's `rules`:

1. ``dateline``: capitals and a colon or dash at the start of a paragraph;
2. ``actor``: the name is part of an organisation, team, force, office or post;
3. ``venue``: where officials met or spoke, or where the dead and wounded were taken;
4. ``motion`` and ``speaker``: where somebody came from, was going to, or was speaking: background;
5. ``incident_site``: the sentence reports an event and the name says where;
6. ``heading``: a heading over reported events names their place;
7. ``background``: everything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = ["Role", "Stands", "is_team", "role_of"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the rule that gave it."""

    word: str
    rule: str


@dataclass(frozen=True, slots=True)
class Stands:
    """How a mention stands to an event.

    `locates`: its sentence reports an event or goes on with one. `near`: the words before it say
    near it, or a distance from it.
    """

    locates: bool
    near: bool


_ORGANISATIONS = (
    "liberation|republican|revolutionary|nationalist|army|front|guards?|scouts|militia|rifles|"
    "regiment|corps|levies|constabulary|rangers|police|force|forces|government|govt|assembly|"
    "cabinet|university|college|high court|home department|health department|"
    "education department|department|authority|commission|board|press club|bar association|"
    "chamber of commerce|railways?|navy|air force|taliban|national party|awami party|"
    "yakjehti|students organi[sz]ation|gladiators|kings|zalmi|qalandars|sultans|united|xi|"
    "cricket|football club|club|electric|port authority|development authority|"
    "metropolitan corporation|municipal|chapter|administration|commissioner|"
    "deputy commissioner|administration officials|militants wing|action committee|"
    "constitution|parliament|minister|governor|administration|awami|muslim league|peoples party"
)
_ACTOR_AFTER = re.compile(rf"(?:['’]s)?[\s-]+(?:{_ORGANISATIONS})\b", re.IGNORECASE)
_ACTOR_AFTER_URDU = re.compile(
    r"\s+(?:لبریشن|ریپبلکن|پولیس|حکومت|اسمبلی|ہائی ?کورٹ|یونیورسٹی|لیویز|رائفلز|اسکاؤٹس|"
    r"ملیشیا|ریلوے|نیشنل پارٹی|یکجہتی|کابینہ|بار|پریس کلب|کے وزیر|کے گورنر)",
)
_ACTOR_BEFORE = Pattern(
    r"\b(?:(?:chief\s+minister|governor|commissioner|police\s+chief|inspector\s+general|"
    r"inspector-general|chief\s+secretary|home\s+minister|home\s+secretary|health\s+minister|"
    r"president|prime\s+minister|minister|ministers?|mayor|deputy\s+inspector\s+general|dig|"
    r"district\s+police\s+officer|dpo|ssp|senator|spokes(?:man|person|woman)|speaker|"
    r"high\s+court|university|government|emirate|institute|bank)\s+(?:of|for)"
    r"|tehre?e?k-?[ie]?-?taliban|taliban|islamic\s+state|jamaat-[ie]-|lashkar-[ie]-)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_ACTOR_BEFORE_URDU = Pattern(r"(?:تحریک طالبان|لشکر|طالبان)\s+$")
_POST_DIVISION = re.compile(
    r"\b(?:commissioner|dig|inspector\s+general)\s+(?:of|for)\s+$", re.IGNORECASE
)

_LISTED = r"(?:the\s+)?(?:[A-Z][\w-]+(?:,\s+|\s+and\s+))*$"
_VENUE_BEFORE = Pattern(
    r"(?:(?i:\b(?:hospitals?|morgue|trauma\s+cent(?:re|er)|medical\s+(?:complex|cent(?:re|er))|cmh)"
    r"\s+(?:in|at)\s+"
    r"|\b(?:(?:told|briefed)\s+(?:the\s+)?(?:reporters|journalists|newsmen|media(?:persons)?|"
    r"a\s+news|a\s+press)|addressed|addressing|speaking\s+to|speaking|talking\s+to)\s+"
    r"(?:[\w'’-]+\s+){0,5}?(?:in|at)\s+"
    r"|\b(?:meeting|meet|met|seminar|conference|ceremony|session|jirga|workshop|funeral|"
    r"talks|news\s+conference|press\s+conference|press\s+club|summit)\s+(?:[\w'’-]+\s+){0,7}?"
    r"(?:in|at)\s+))" + _LISTED,
)
_TAKEN_BEFORE = Pattern(
    r"(?i:\b(?:shifted|moved|rushed|airlifted|flown|evacuated|referred|transferred|taken|sent|"
    r"driven|brought|carried|admitted)\s+(?:[\w-]+\s+){0,6}?(?:to|in|at)\s+(?:[\w'’-]+\s+){0,5}?)"
    + _LISTED,
)
_PATIENTS = Pattern(
    r"\b(?:injured|wounded|hurt|bod(?:y|ies)|dead|hospitals?|patients?|victims?|casualties|"
    r"passengers|survivors|hostages|captives|remains)\b",
    re.IGNORECASE,
)
_VENUE_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:[\w-]+\s+){0,3}(?:hospital|morgue|trauma\s+cent(?:re|er)|cmh)\b"
    r"|(?:\s+(?:کے|کی)\s+(?:\S+\s+){0,2}?(?:ہسپتال|اسپتال))"
    r"|\s+(?:منتقل|روانہ|ریفر|بھیج)",
    re.IGNORECASE,
)

_MOTION_BEFORE = Pattern(
    r"\b(?:(?:coming|came|arriving|travell?ing|returning|going|heading|headed|bound|fled|"
    r"escaped|drove|driving|en\s+route|on\s+(?:its|their|his|her|the)\s+way|towards?|"
    r"sent|diverted|advanced|supply|supplies|direction\s+of|turned\s+back|left)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:from|to|for|towards?|via|of)"
    r"|from(?:\s+across)?|via|via\s+\w+\s+and|towards?)\s+(?:the\s+)?(?:[A-Z][\w-]+(?:,\s+|\s+and\s+|\s+to\s+))?$",
)
_AWAY_BEFORE = Pattern(
    r"\b(?:direction\s+of|(?:reached|returned|back)\s+(?:home\s+|safely\s+)?(?:in|to)"
    r"|(?:sent|emailed|issued|released|message|statement|call)\s+(?:\w+\s+){0,2}?(?:to|for)\s+(?:\w+\s+){0,2}?in"
    r"|families\s+(?:[\w-]+\s+)*?(?:moved|fled|shifted|migrated)\s+to|families\s+(?:have\s+)?left\s+for)\s+"
    r"(?:[A-Z][\w-]+(?:,\s+|\s+and\s+))?$",
)
_MOTIVE_BEFORE = Pattern(
    r"\b(?:after|following|since|in\s+response\s+to|in\s+retaliation\s+for|over)\s+(?:the\s+|an?\s+)"
    r"(?:[\w-]+\s+){0,3}?(?:abduction|kidnapping|killing|attack|bombing|blast|ambush|death|murder)s?\s+"
    r"(?:[\w'’-]+\s+){0,9}$",
    re.IGNORECASE,
)
_TAKEN_FROM = Pattern(
    r"\b(?:abducted|kidnapped|arrested|detained|apprehended|recovered|seized|missing|taken\s+away|"
    r"took\s+away|picked\s+up|snatched|looted|whisked\s+away|disappeared|nabbed|captured)\b"
    r"[^.;]{0,70}?\bfrom\s+(?:the\s+)?(?:[A-Z][\w-]+['’]s\s+)?$",
)
_BOUND_AFTER = re.compile(
    r"-bound\b|\s+جانے والی|\s+جانے والے|\s+سے آنے|\s+سے\s+(?:\S+\s+){1,3}جانے|\s+جا رہ",
    re.IGNORECASE,
)
_SPEAKER_BEFORE = Pattern(
    r"\b(?:officials?|officers?|police|residents?|elders?|spokes\w+|doctors?|administration|"
    r"activists?|lawyers?|traders?|leaders?|sources?)\s+(?:in|from|at|of)\s+$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r"\s+(?:said|told|says|confirmed|added)\b|\s*,\s+(?:said|told)\b|\s*,\s+who\b[^.]{0,60}?\bsaid\b",
)

_SITE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|of|on|along|between|off|over|through|"
    r"within|throughout|and|close\s+to|outskirts\s+of|into|against|hit|rocked|struck|"
    r"blocked|blocking|attacked|attacking|raided|stormed|shelled|bombed|besieged|shook)\s+"
    r"(?:the\s+|parts\s+of\s+|downtown\s+|central\s+|southern\s+|northern\s+|eastern\s+|"
    r"western\s+|[\w'’-]+\s+(?:city|town|province|region|district|area)\s+of\s+|neighbouring\s+|"
    r"(?:[A-Z][\w-]+\s+){0,2}[\w-]+['’]s\s+(?:[\w-]+\s+)?|town\s+of\s+|city\s+of\s+|village\s+of\s+|restive\s+|remote\s+|"
    r"north|south|east|west|provincial\s+capital\s+|(?:general\s+)?area\s+|tehsil\s+|district\s+)*$",
    re.IGNORECASE,
)
_LIST_LEAD = re.compile(
    r"[\s\"'“‘(*#•\d.)–—:,/_-]*(?:(?:[A-Z][a-z]{2,8}\.?|of|and|night|Night|[\u0620-\u06ff]+)"
    r"[\s*\d.)–—:,/_-]+){0,5}(?<![a-z] )",
)
_APPOSITION_BEFORE = re.compile(r",\s*(?:a\s+|the\s+)?$|\(\s*$|\band\s+$|[-–]$")
_EVENT_AFTER = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:attacks?|bombings?|blasts?|explosions?|ambush|shooting|raid|killings?|"
    r"clash(?:es)?|incident|assault|massacre|protests?|sit-in|operation|siege|standoff|shooting)\b",
)
_URDU_SITE_AFTER = re.compile(
    r"\s*(?:میں|کے|کی|سے|پر|شہر|بازار|ڈویژن|اور|،|:)",
)
_HISTORY = Pattern(
    r"\b(?:restored|halting|halted|suspended|suspending|supply\s+to|rest\s+of|operations\s+in|"
    r"similar|comparable|previous|earlier)\s+(?:[\w-]+\s+){0,4}(?:to|in|between)?\s*$",
    re.IGNORECASE,
)
_SUPPLY_URDU = re.compile(
    r"(?:[^۔]{0,60}?سمیت[^۔]{0,40}?(?:فراہمی|معطل|منقطع))|\s+کی\s+(?:سرپرستی|حمایت|جانب\s+سے)",
)
_WINDOW = 90


def role_of(
    text: str, start: int, end: int, scene: Scene, *, dateline: bool, stands: Stands
) -> Role:
    """Decide the role of the mention ``text[start:end]`` in its sentence.

    Parameters
    ----------
    text
        The article's text.
    start, end
        The mention.
    scene
        The sentence it stands in.
    dateline
        Whether it stands where a dateline does.
    stands
        Whether the sentence may say where an event was, and whether it does by nearness.
    """
    if dateline:
        return Role("dateline", "role:dateline")
    marks = scene.sentence.marks
    before = text[max(scene.sentence.start, start - _WINDOW) : start]
    after = text[end : min(len(text), end + _WINDOW)]
    if (
        _ACTOR_AFTER.match(after)
        or _ACTOR_BEFORE.search(before, marks=marks)
        or _ACTOR_AFTER_URDU.match(after)
        or _ACTOR_BEFORE_URDU.search(before, marks=marks)
    ):
        return Role("actor", "role:part of an organisation or post")
    if _AWAY_BEFORE.search(before, marks=marks):
        return Role("background", "role:motion or supply")
    if _is_venue(text, before, after, scene):
        return Role("venue", "role:where they met or were taken")
    if stands.near and stands.locates:
        return Role("incident_site", "role:near where the event is reported")
    if stands.locates and _TAKEN_FROM.search(before, marks=marks):
        return Role("incident_site", "role:where they were taken from")
    moving = _BOUND_AFTER.match(after) or _MOTION_BEFORE.search(before, marks=marks)
    moving = moving or _MOTIVE_BEFORE.search(before, marks=marks)
    if moving or _HISTORY.search(before, marks=marks) or _SUPPLY_URDU.match(after):
        return Role("background", "role:motion or supply")
    if _SPEAKER_BEFORE.search(before, marks=marks) and _SAID_AFTER.match(after):
        return Role("background", "role:place of a speaker")
    return _site_or_background(before, after, scene, locates=stands.locates)


_LOCATIVE = re.compile(r"\b(?:in|at|from|near|to|of)\s+(?:the\s+)?$", re.IGNORECASE)


def is_team(text: str, start: int) -> bool:
    """Whether a place name in a report on sport stands for the team of that place."""
    return _LOCATIVE.search(text, max(0, start - 20), start) is None


def _is_venue(text: str, before: str, after: str, scene: Scene) -> bool:
    marks = scene.sentence.marks
    if _VENUE_BEFORE.search(before, marks=marks) or _VENUE_AFTER.match(after):
        return True
    sentence = scene.sentence
    taken = _TAKEN_BEFORE.search(before, marks=marks) is not None
    return taken and _PATIENTS.inside(text, sentence) is not None


def _site_or_background(before: str, after: str, scene: Scene, *, locates: bool) -> Role:
    if not locates:
        return Role("background", f"role:sentence is {scene.mood}")
    located = (
        _EVENT_AFTER.match(after)
        or _SITE_BEFORE.search(before)
        or _APPOSITION_BEFORE.search(before)
        or _URDU_SITE_AFTER.match(after)
        or _LIST_LEAD.fullmatch(before)
    )
    if located:
        return Role("incident_site", "role:where the event is reported")
    return Role("background", "role:no locative words")

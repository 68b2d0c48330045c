"""The role of a place name in its sentence, by readable rules in a fixed order.

The first rule that holds decides; its name goes into the mention's `rules`:

1. ``dateline``: capitals and a colon or dash at the start of a paragraph;
2. ``actor``: the name is part of an organisation, team, force, office or post;
3. ``reason``: a place of another event that is given as the reason of this one: background;
4. ``venue``: where officials met or spoke, or where the dead and wounded were taken;
5. ``near`` and ``taken from``: near where the event was, or where somebody was abducted: site;
6. ``elsewhere``: homes, origins and destinations, speakers, plans, older events: background;
7. ``incident_site``: the sentence reports an event and the name says where;
8. ``background``: everything else.

Names in a list share one role: in English words before it decide, in Urdu those behind it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from geomap.text._role_actors import is_actor, is_actor_urdu
from geomap.text._role_aftermath import in_quotes, is_event_behind, is_shut_after, lies_behind
from geomap.text._role_elsewhere import elsewhere, is_motive
from geomap.text._role_governor import LOCATIVE, Governor, governor_of
from geomap.text._role_taken import hit_where, is_taken_from
from geomap.text._role_urdu import (
    elsewhere_urdu,
    is_blocked_urdu,
    is_continued_urdu,
    is_near_urdu,
    is_round_up_urdu,
    is_search_urdu,
    is_site_urdu,
    is_taken_from_urdu,
    venue_of_urdu,
)
from geomap.text._role_venues import venue_of
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene
from geomap.text.sentences import Sentence

__all__ = ["Role", "Spot", "Stands", "is_part_of_actor", "is_team", "role_of"]


class Role(NamedTuple):
    """A role and the rule that gave it."""

    word: str
    rule: str


class Spot(NamedTuple):
    """Where a name or a list of names stands in the text, and the words "near" before it.

    `lead` is where the words of nearness start ("30 km south of"), or the same as `start`.
    """

    start: int
    end: int
    lead: int
    urdu: bool


class Stands(NamedTuple):
    """How a mention stands to an event.

    `locates`: its sentence reports an event or goes on with one. `near`: the words before it say
    near it, or a distance from it. `venues`: the kinds of venues that its sentence can name; what
    is rehearsed or played has none. `follows`: its sentence follows a report of an event and may
    say more of where that was.
    """

    locates: bool
    near: bool
    venues: tuple[str, ...] = ("met", "taken")
    follows: bool = False


SITE = "incident_site"


def is_part_of_actor(
    text: str, start: int, end: int, sentence: Sentence, *, next_name: int
) -> bool:
    """Whether a place name is part of an organisation, team, force, office or post."""
    if _is_urdu(text, start):
        return is_actor_urdu(text, start, end, sentence_start=sentence.start)
    return is_actor(text, start, end, sentence_start=sentence.start, next_name=next_name)


def _is_urdu(text: str, start: int) -> bool:
    return "\u0600" <= text[start] <= "\u06ff"


def role_of(text: str, spot: Spot, scene: Scene, stands: Stands) -> Role:
    """Decide the role of a name, or of a list of names, that is no dateline and no actor.

    Parameters
    ----------
    text
        The article's text.
    spot
        The name or the list.
    scene
        The sentence it stands in.
    stands
        Whether the sentence may say where an event was, and whether it does by nearness.
    """
    if spot.urdu:
        return _urdu_role(text, spot, scene, stands)
    return _english_role(text, spot, scene, stands)


_AWAY_BEFORE = Pattern(
    r"\b(?:(?:reached|returned|back)\s+(?:home\s+|safely\s+)+(?:in|to)"
    r"|families\s+(?:[\w-]+\s+)*?(?:moved|fled|shifted|migrated)\s+to|families\s+(?:have\s+)?left\s+for)"
    r"\s+(?:the\s+)?$",
)


_SAT_THERE = Pattern(
    r"\b(?:sitting|seated|standing|waiting|working|sleeping|staying|having\s+\w+)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:outside|at|in|inside|near)\s+(?:an?\s+|the\s+|his\s+|their\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:hotel|restaurant|tea\s*-?\s*(?:stall|shop)|eatery|dhaba|cafe|shop|guest\s*house|clinic|office)\s+(?:in|at|of)\s+(?:the\s+)?$"
)
"""Where people sat who were shot: "three men sitting outside a hotel in"."""


def _english_role(text: str, spot: Spot, scene: Scene, stands: Stands) -> Role:
    start = scene.sentence.start
    before = text[start : spot.lead]
    governor = governor_of(before)
    if stands.near and governor.word not in {"from", "to", "towards", "into", "toward"}:
        governor = Governor("near", before.rstrip())
    if _AWAY_BEFORE.search(before[-60:]):
        return Role("background", "role:motion, home, speaker or plan")
    is_ceremony = stands.locates and "change" in scene.families
    venue = "" if is_ceremony else venue_of(text, spot.start, spot.end, governor, scene.sentence)
    if venue and stands.locates and _SAT_THERE.search(before[-90:]):
        venue = ""
    if venue == "taken" and stands.locates and "protest" in scene.families:
        venue = ""
    if venue:
        return _venue(venue, stands)
    if stands.locates:
        return _event_role(text, spot, scene, stands, governor)
    if stands.follows and _says_more(text, spot, before, governor):
        return Role(SITE, "role:says more of the event before")
    return Role("background", f"role:sentence is {scene.mood}")


def _event_role(text: str, spot: Spot, scene: Scene, stands: Stands, governor: Governor) -> Role:
    """Decide the role of a name in a sentence that reports an event or goes on with one."""
    start, marks = scene.sentence.start, scene.sentence.marks
    before = text[start : spot.lead]
    acts = (t for t in scene.triggers if not (t.is_noun and t.family == "body"))
    act = next(acts, scene.triggers[0]).start - start if scene.triggers else 0
    if is_motive(before, marks, act) and not _is_told_behind(text, spot, scene):
        return Role("background", "role:reason of the event")
    if is_taken_from(text, spot.end, governor, marks):
        return Role(SITE, "role:where they were taken from")
    firm = scene.is_firm or _IT_HAPPENED.match(before) is not None
    where = firm and hit_where(text, spot.end)
    reason = "" if where else elsewhere(text, spot.end, governor, firm=firm, marks=marks)
    if not reason and not scene.is_firm and in_quotes(text, spot.start, start):
        reason = "" if _TOLD_IN_QUOTES.search(governor.lead[-90:]) else "quoted"
    if not reason and _is_shut_after(text, spot, scene):
        reason = "closed after the event"
    if not reason and _NEARBY.search(text, max(start, spot.start - 40), spot.start):
        reason = "beside where it was"
    if reason:
        return Role("background", f"role:{reason}")
    bordering = _BORDER_BEFORE.search(before[-24:]) and _COUNTRY.match(text, spot.start)
    if behind := lies_behind(text[start : spot.start]):
        return Role("background", f"role:{behind}")
    if stands.near and (bordering or _BORDER_AFTER.match(text, spot.end)):
        return Role("background", "role:border or comparison")
    if stands.near:
        return Role(SITE, "role:near where the event is reported")
    return _site_or_background(text, spot, before, governor)


_TOLD_IN_QUOTES = Pattern(
    r"\b(?:was|were|came|got|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:hit|attacked|shot|blown|ambushed|targeted|struck|"
    r"under\s+(?:fire|attack)|fired|abducted|kidnapped|found|recovered|gunned|bombed|planted)\b[^.;]{0,50}$"
    r"|\b(?:explosion|blast|attack|incident|ambush|shooting|firing)\s+(?:\w+\s+)?(?:took\s+place|happened|occurred)\b[^.;]{0,30}$",
)
"""What an official tells of the event itself: "A van was hit by a shell in X", he said."""
_NEARBY = re.compile(
    r"\bof\s+(?:the\s+)?(?:near-?by|neighbou?ring|adjacent|adjoining)\s+(?:\w+\s+)?$"
)
_BORDER_AFTER = re.compile(
    r"\s+(?:border|frontier|boundary)\b(?!\s+(?:crossing|post|town|village))"
)
_BORDER_BEFORE = re.compile(r"\b(?:border|frontier|boundary)\s*$")
_COUNTRY = re.compile(r"(?:Pakistan|Iran|Afghanistan|India|China)\b")
"""Countries that a border lies between: no site of an event near it."""
_ROAD = re.compile(
    r"(?:highway|road|motorway|expressway|railway|line|track|link)$|^[NMSE]-\d+", re.IGNORECASE
)
_CLOSED_AFTER = re.compile(
    r"\s+(?:in\s+both\s+directions\s+)?(?:was|were|stayed|remained|stood|had\s+been|has\s+been|is|"
    r"remains)\s+(?:also\s+|still\s+|completely\s+)?(?:blocked|closed|shut|suspended|damaged|cut)\b",
)
_STUCK_BEFORE = Pattern(
    r"\b(?:stuck|stranded|suspended|blocked|halted|queued|lined\s+up|disrupted|stopped)\s+"
    r"(?:on|along)\s+(?:both\s+sides\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_PLACE_LIES = Pattern(
    r"\b(?:[Tt]he\s+(?:site|spot|place|area|village|scene|locality|stretch|crime\s+scene|two\s+places|three\s+places)|[Bb]oth\s+(?:places|areas|villages|sites))\s+(?:where\s+[\w\s]{3,40}\s+)?"
    r"(?:lies?|is|are|falls?|fall)\s+(?:located\s+|situated\s+)?(?:[\w-]+\s+){0,3}?(?:in|within|near)\s+(?:the\s+)?(?:jurisdiction\s+of\s+|limits\s+of\s+)?(?:the\s+)?$"
    r"|\b[Tt]he\s+(?:site|spot|place|scene|location),\s+(?:an?|the)\s+(?:[\w-]+\s+){1,5}?(?:in|at|on|near|off|outside)\s+(?:the\s+)?$"
    r"|\b(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+){1,3}?(?:stands?|stood|lies?|lay|sits?|sat|overlooks?|"
    r"(?:is|was|are|were)\s+(?:located|situated|some|about|just|only))\s+"
    r"(?:[\w'’-]+\s+){0,6}?(?:in|at|near|beside|on|off|outside|"
    r"(?:km|kilomet\w+|miles?|metres?)\s+(?:\w+\s+){0,2}?(?:of|from))\s+(?:the\s+)?$"
    r"|\b[Tt]he\s+(?:site|spot|place|scene|location),\s+(?:an?|the)\s+(?:[\w-]+\s+){1,5}?(?:in|at|on|near|off|outside)\s+(?:the\s+)?$"
    r"|\b(?:[Tt]he|[Tt]his)\s+(?:[\w-]+\s+){1,3}?(?:stands?|stood|lies?|lay|sits?|"
    r"(?:is|was|are|were)(?:\s+(?:located|situated))?)\s+(?:some|about|just|only|around|roughly|barely)\s+$",
)
_ACT_TOOK_PLACE = Pattern(
    r"\b[Tt]he\s+(?:march|rally|procession|protest|sit-in|attack|blast|explosion|incident|ambush|"
    r"shooting|killings?|operation|clash|strike|demonstration|long\s+march|caravan)\s+(?:\w+\s+)?"
    r"(?:started|began|ended|culminated|concluded|took\s+place|occurred|happened|was\s+held|passed|"
    r"terminated|dispersed)\s+(?:\w+\s+){0,4}?(?:in|at|near|from|on|through)\s+(?:the\s+)?$",
)


_ACTED_BEFORE = Pattern(
    r"\b(?:forced|intercepted|waylaid|dragged|offloaded|fell|landed|dropped|exploded|detonated|"
    r"planted|came\s+upon|(?:blocked|barred)\s+(?:its|their|his|her|the)\s+(?:way|path)|"
    r"ran\s+(?:over|into)|came\s+up|"
    r"(?:bod(?:y|ies)|corpses?|[Tt]hey|[Hh]e|[Ss]he|victims?|men)\s+(?:was|were)\s+(?:\w+\s+)?(?:found|recovered|discovered)|"
    r"(?:vehicles|buses|coaches|cars|trucks|trailers|lorries|tankers|passengers)\s+were\s+(?:stopped|held\s+up)|"
    r"hurled|lobbed|snatched|lined\s+up|tied\s+up|dumped|"
    r"(?:was|were|had\s+been)\s+(?:on\s+(?:a\s+)?(?:routine\s+)?(?:patrol|duty|guard)|patrolling|deployed|on\s+their\s+way|standing|parked)|"
    r"(?:noticed|spotted|saw|discovered|found|recovered)\s+(?:the|their|two|three|four|five|six|\d+)\s+(?:[\w-]+\s+)?"
    r"(?:bodies|body|corpses?)|"
    r"(?:stopped|halted|signalled)\s+(?:the|their|a|his)\s+(?:bus|coach|van|vehicle|car|truck|convoy|"
    r"lorry|wagon|pick-up)|(?:put|set)\s+up\s+(?:a\s+|the\s+)?(?:barricades?|pickets?|road-?blocks?|"
    r"checkpoints?|snap\s+\w+))\b[^.;]{0,50}$",
)


_COMBED_BEFORE = Pattern(
    r"\b(?:combed|swept|searched|cordoned\s+off|encircled|scoured)\s+(?:the\s+)?(?:general\s+)?(?:areas?\s+)?"
    r"(?:of\s+)?(?:the\s+)?$",
)
_SIDE_AFTER = re.compile(r"\s+side\b|-bound\b")
_IT_HAPPENED = re.compile(
    r"\W*(?:(?:It|This|That)\s+(?:all\s+)?(?:happened|occurred|took\s+place|came)\b"
    r"|(?:The\s+(?:incident|attack|blast|explosion|ambush|shooting|killings?|violence|accident))\s+(?:\w+\s+)?"
    r"(?:happened|occurred|took\s+place|was\s+reported)\b"
    r"|(?:Passengers|Witnesses|Survivors|The\s+(?:driver|passengers|men|victims|two|three|four))\b[^.;]{0,40}?"
    r"\b(?:waved\s+down|flagged\s+down|stopped|intercepted|pulled\s+over)\b)"
)


def _is_shut_after(text: str, spot: Spot, scene: Scene) -> bool:
    """Whether a road, market or town was closed after what happened elsewhere."""
    return not _is_unrest(scene) and is_shut_after(text, spot.start, spot.end, scene.sentence)


def _is_told_behind(text: str, spot: Spot, scene: Scene) -> bool:
    """Whether a name is that of the event after which something was shut elsewhere."""
    return not _is_unrest(scene) and is_event_behind(text, spot.start, scene.sentence)


def _is_unrest(scene: Scene) -> bool:
    return not scene.families.isdisjoint({"protest", "riot"})


def _says_more(text: str, spot: Spot, before: str, governor: Governor) -> bool:
    """Whether a sentence without an event word tells where the event before it was."""
    if _ROAD.search(text, spot.start, spot.end):
        closed = _CLOSED_AFTER.match(text, spot.end) or _STUCK_BEFORE.search(before[-60:])
        return closed is not None
    if governor.word in LOCATIVE and _ACTED_BEFORE.search(governor.lead[-90:]):
        return True
    told = _IT_HAPPENED.match(before) and not _SIDE_AFTER.match(text, spot.end)
    if told and governor.word in {*LOCATIVE, "of", "from"}:
        return True
    return any(one.search(before) for one in (_COMBED_BEFORE, _PLACE_LIES, _ACT_TOOK_PLACE))


def _venue(venue: str, stands: Stands) -> Role:
    if venue in stands.venues:
        return Role("venue", "role:where they met or were taken")
    return Role("background", "role:venue of what is rehearsed, played or recalled")


_LIST_LEAD = re.compile(
    r"[\s\"'“‘(*#•\d.)–—:,/_-]*(?:(?:[A-Z][a-z]{2,8}\.?|of|and|night|Night|[\u0620-\u06ff]+)"
    r"[\s*\d.)–—:,/_-]+){0,5}(?<![a-z] )",
)
_APPOSITION_BEFORE = re.compile(r",\s*(?:a\s+|the\s+)?$|\(\s*$|\band\s+$|[-–]$|:\s+$")
_HIT_BEFORE = Pattern(
    r"\b(?:hit|hits|hitting|rock(?:ed|s|ing)?|str(?:uck|ikes?|iking)|block(?:ed|ing|s)?|attack(?:ed|ing|s)?|"
    r"raid(?:ed|s)?|storm(?:ed|s)?|shell(?:ed|s)?|bomb(?:ed|s)?|besieged?|shook|shakes?|target(?:ed|s|ing)?|"
    r"closed?|shut|kept|keeping|sealed|seiz(?:ed|es?)|captured|overran|torched|entered|jolts?|jolted|jolting|paralysed|destroy(?:ed|ing)|damag(?:ed|ing)|search(?:ed|ing)|comb(?:ed|ing)|patroll(?:ed|ing)|dynamit(?:ed|ing)|bl(?:ew|own|owing)\s+up|set\s+fire\s+to)\s+"
    r"(?:(?:the|parts\s+of|both|downtown|central|busy|main|crowded|border|coastal|restive)\s+)*$",
    re.IGNORECASE,
)
_AT_DOOR = re.compile(r"\b(?:before|in\s+front\s+of)\s+(?:the\s+)?$")
_EVENT_AFTER = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:attacks?|bombings?|blasts?|explosions?|ambush|shooting|raid|killings?|"
    r"clash(?:es)?|incident|assault|massacre|protests?|sit-in|operation|siege|standoff|shooting|"
    r"encounter|strike|shutdown|firing|march|rally|sweep)\b",
)
_WAS_HIT_AFTER = re.compile(
    r"(?:\s+(?:coalfield|sector|district|area|town|city|bazaar|valley|airport|port|cantonment))?(?:\s+(?:too|also|alone))?\s+(?:(?:was|were|came|remained|has\s+been|had\s+been|is|are)\s+"
    r"(?:also\s+|completely\s+|again\s+)?"
    r"(?:under\s+(?:attack|fire)|hit|rocked|attacked|targeted|struck|blocked|closed|shut|bombed|"
    r"shelled|besieged|raided|paraly[sz]ed|sealed)|witnessed|saw|observed)\b",
)


_POST_WAS_HIT = re.compile(
    r"\s+(?:(?:police|levies|check|security|railway|border|FC|army)\s+)*(?:post|checkpost|checkpoint|camp|fort|"
    r"station|picket|base|bazaar|bridge|tunnel|flyover|gate|toll\s+plaza)\b[^.;]{0,110}?\b(?:was|were|came)\s+(?:\w+\s+)?"
    r"(?:hit|attacked|under|stormed|targeted|raided|fired|overrun|burnt|torched|blown|besieged|seized|captured|"
    r"damaged|destroyed|wrecked|demolished|dynamited|shelled|ransacked|set)\b",
    re.IGNORECASE,
)


def _site_or_background(text: str, spot: Spot, before: str, governor: Governor) -> Role:
    located = (
        governor.word in LOCATIVE
        or governor.word in {"of", "to", "into"}
        or _EVENT_AFTER.match(text, spot.end)
        or hit_where(text, spot.end)
        or _WAS_HIT_AFTER.match(text, spot.end)
        or _POST_WAS_HIT.match(text, spot.end)
        or _APPOSITION_BEFORE.search(before)
        or _HIT_BEFORE.search(before[-60:])
        or _AT_DOOR.search(before[-24:])
        or (_LIST_LEAD.fullmatch(before) and _opens(text, spot, before))
    )
    if located:
        return Role(SITE, "role:where the event is reported")
    return Role("background", "role:no locative words")


_OPENING_AFTER = re.compile(
    r"\s*(?:[:.,–—*)(\n]|-\s|$)|\s+(?:first|next|then|now|too|again|also|meanwhile|finally),\s+where\b"
)
"""Behind a name that heads its sentence: "Nushki: ...", "Nushki first, where gunmen ..."."""


def _opens(text: str, spot: Spot, before: str) -> bool:
    """Whether a name that opens its sentence heads it and is not its subject."""
    return bool(before) or _OPENING_AFTER.match(text, spot.end) is not None


def _urdu_role(text: str, spot: Spot, scene: Scene, stands: Stands) -> Role:
    first, last = scene.sentence.start, scene.sentence.end
    venue = venue_of_urdu(text, spot.start, spot.end, first, last)
    if venue:
        return _venue(venue, stands)
    if not stands.locates:
        if stands.follows and is_continued_urdu(text, spot.start, spot.end, first):
            return Role(SITE, "role:says more of the event before")
        summed = scene.mood == "aggregate" and is_round_up_urdu(text, spot.end)
        return Role(SITE if summed else "background", f"role:sentence is {scene.mood}")
    if is_taken_from_urdu(text, spot.end):
        return Role(SITE, "role:where they were taken from")
    reason = elsewhere_urdu(text, spot.start, spot.end, first, last)
    if not reason and not scene.is_firm and is_search_urdu(text, spot.end):
        reason = "searched after the event"
    if reason:
        return Role("background", f"role:{reason}")
    if is_blocked_urdu(text, spot.start, spot.end):
        return Role(SITE, "role:where the event is reported")
    if stands.near or is_near_urdu(text, spot.end):
        return Role(SITE, "role:near where the event is reported")
    if is_site_urdu(text, spot.end) or _LIST_LEAD.fullmatch(text, first, spot.start):
        return Role(SITE, "role:where the event is reported")
    return Role("background", "role:no locative words")


_LOCATIVE = re.compile(r"\b(?:in|at|from|near|to|of)\s+(?:the\s+)?$", re.IGNORECASE)
_LOCATIVE_URDU = re.compile(
    r"\s+(?:کی\s+طرف|روانہ|پہنچ)"
    r"|(?:\s+(?!نے|کو|ٹیم|الیون|درمیان|مابین|خلاف|فائنل|میچ)[^\s۔،]+){0,4}?"
    r"\s+(?:میں|سے|تحصیل|ضلع|علاق\S*|مقام|میدان|اسٹیڈیم|سٹیڈیم)(?!\w)"
)
"""A name before these is that of a place: "سوات کی تحصیل", "کالام اور دیر کے بالائی علاقوں میں"."""
_GROUND = re.compile(r"(?:stadium|ground|complex|اسٹیڈیم|سٹیڈیم|گراؤنڈ)$", re.IGNORECASE)


def is_team(text: str, start: int, end: int) -> bool:
    """Whether a place name in a report on sport stands for the team of that place."""
    if _GROUND.search(text, start, end):
        return False
    if _is_urdu(text, start):
        return _LOCATIVE_URDU.match(text, end) is None
    return _LOCATIVE.search(text, max(0, start - 20), start) is None

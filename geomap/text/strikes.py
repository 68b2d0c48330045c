"""Whose strike from the air it was: the army that struck, by its own name or as the forces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.text.actors import ARMED_KINDS, FORCES, ActorSpan
from geomap.text.culprits import Blame, blamed
from geomap.text.drafts import Draft
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = [
    "BEHIND_BY",
    "OURS",
    "SAID",
    "flown_by_forces",
    "militants_struck",
    "name_of_army",
    "striker_of",
]

OURS = "security forces"
"""What the forces of the country are called, whichever of them acted."""
BEHIND_BY = re.compile(
    r"\s*(?:\w+\s+){0,3}?by\s+(?:[\w-]+\s+){0,4}$|\s+کرنے\s+وال[ےای]\S*\s+(?:\S+\s+){0,3}$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\s+(?:of|belonging\s+to)\s+(?:the\s+)?(?:\w+\s+)?", re.IGNORECASE)
_PAKISTANI = re.compile(r"Pakistan|پاک")
SAID = re.compile(
    r"[\w\s]{0,20}?\b(?:said|told|say|says|confirmed)\b|\s+(?:نے\s+)?بتای", re.IGNORECASE
)


_IS_HIT = re.compile(
    r"(?:['’]s?)?\s+(?:vehicle|convoy|camp|post|checkpost|truck|patrol|base|fort|picket|soldiers?|personnel|men)s?\b"
    r"(?!\s+(?:\w+\s+)?(?:used|carried|launched|fired|struck|hit|targeted|bombed)\b)"
    r"|\s+(?:کے|کی)\s+(?:گاڑی|گاڑیوں|گشتی|قافل|کیمپ|چوکی|پوسٹ)",
    re.IGNORECASE,
)
"""Words that make forces those whom a strike hit: "an army vehicle", "the camp of the army"."""


_AGAINST = re.compile(
    r"\b(?:against|revenge\s+for|aveng\w+|retaliation\s+for|reaction\s+to|protest\s+at|over)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before strikes that people march against, or that an attack answers."""


def striker_of(text: str, scene: Scene) -> ActorSpan | None:
    """Return the army that struck from the air: the subject, or behind "by"; never a speaker."""
    for strike in scene.triggers:
        if strike.sub_event_type != "Air/drone strike":
            continue
        for army in _armies([scene]):
            speaks = SAID.match(text, army.end) is not None
            if _AGAINST.search(text, max(scene.sentence.start, army.start - 40), army.start):
                continue
            if army.start < strike.end and not speaks and not _IS_HIT.match(text, army.end):
                return army
            if army.start >= strike.end and (
                BEHIND_BY.fullmatch(text, strike.end, army.start)
                or _OWNED.fullmatch(text, strike.end, army.start)
            ):
                return army
    return _sheller_of(text, scene)


_SHELLS_GAP = re.compile(
    r"\s+(?:(?:troops|personnel|soldiers|guns|artillery|tanks|have|had|has|also|allegedly|reportedly|repeatedly|heavily|then|again|later)\s+)*\Z",
    re.IGNORECASE,
)


_SHELLS_URDU = re.compile(r"\s+(?:کی|نے)\s+(?:(?:جانب|طرف)\s+سے\s+)?(?:مبینہ\s+)?\Z")


def _sheller_of(text: str, scene: Scene) -> ActorSpan | None:
    """Return the forces that shell: right before the verb, or behind "by"; nobody else armed."""
    shots = [t for t in scene.triggers if t.sub_event_type == "Shelling/artillery/missile attack"]
    if not shots or any(one.kind in ARMED_KINDS for one in scene.actors):
        return None
    for shot in shots:
        for army in scene.actors:
            if army.kind not in FORCES:
                continue
            if army.end <= shot.start and _SHELLS_URDU.fullmatch(text, army.end, shot.start):
                return army
            if army.end <= shot.start and not shot.is_noun:
                if _SHELLS_GAP.fullmatch(text, army.end, shot.start):
                    return army
            elif army.start >= shot.end and BEHIND_BY.fullmatch(text, shot.end, army.start):
                return army
    return None


_MILITANTS_DIED = Pattern(
    r"\b(?:militants|terrorists|khwarij|insurgents|khawarij)\b[^.;]{0,120}?\b(?:killed|eliminated|neutrali[sz]ed|"
    r"dead|hit|targeted)\b|\b(?:killed|eliminated|targeted|neutrali[sz]ed)\b[^.;]{0,60}?\b(?:militants|terrorists|"
    r"khwarij|insurgents|khawarij|hideouts?)\b",
    re.IGNORECASE,
)


_OWNED_UP = Pattern(
    r"\b(?:security|military|army|intelligence)\s+(?:officials?|sources?|officers?)\b[^.;]{0,160}?"
    r"\b(?:hideouts?|militants|terrorists|khwarij|khawarij|commanders?|insurgents|targets?)\b[^.;]{0,60}?"
    r"\b(?:taken\s+out|killed|targeted|hit|struck|destroyed|eliminated|neutrali[sz]ed|dead)\b"
    r"|\b(?:officials?|officer|spokesman|government|administration|authorities|ministry|ISPR)\b[^.;]{0,60}?\bsaid\b[^.;]{0,60}?\bthe\s+strike\s+(?:had\s+)?(?:targeted|hit|killed|struck)\b",
    re.IGNORECASE,
)
"""Officials who own a strike: "a security source said that a hideout had been taken out"."""


def _armies(scenes: Sequence[Scene]) -> list[ActorSpan]:
    return [a for s in scenes for a in s.actors if a.name.endswith(("military", "forces"))]


def militants_struck(text: str, draft: Draft) -> Blame | None:
    """Return the army that says of a strike from the air, or of shells, that militants died."""
    first = draft.scenes[0]
    remote = any(
        t.sub_event_type in {"Air/drone strike", "Shelling/artillery/missile attack"}
        for t in first.triggers
    )
    told = [scene for scene in draft.scenes[:3] if _armies([scene])]
    if not told and _is_over_the_border(text, draft):
        return Blame(actor=OURS, basis="attributed", rule="actor:forces struck over the border")
    if remote and not told and _only_militants_hit(text, first):
        return Blame(actor=OURS, basis="attributed", rule="actor:forces struck from the air")
    owned = next((s for s in draft.scenes[:5] if _OWNED_UP.inside(text, s.sentence)), None)
    if remote and not told and owned is not None:
        return Blame(actor=OURS, basis="attributed", rule="actor:forces struck from the air")
    if not (remote and any(_MILITANTS_DIED.inside(text, scene.sentence) for scene in told)):
        return None
    army = _armies(told)[0]
    name = name_of_army(text, army, draft)
    return blamed(army, "attributed", "actor:forces struck from the air", name=name)


_HEAVY = Pattern(
    r"\b(?:(?:fighter|military|war)\s+)?(?:jets?|warplanes?|helicopters?|gunships?|planes|air\s+force|air\s*strikes?|air\s+raids?|"
    r"artillery|aerial\s+(?:strikes?|bombing|bombardment|attacks?))\b|گن\s?شپ|ہیلی\s?کاپٹر|جیٹ\s+طیار|لڑاکا\s+طیار|جنگی\s+طیار|"
    r"فضائی\s+(?:کارروائی|حمل|بمباری)|توپ\s?خان",
    re.IGNORECASE,
)
"""What only an army fights with; small drones and mortars others have, too."""


def _only_militants_hit(text: str, scene: Scene) -> bool:
    """Whether aircraft or guns hit militants alone, and no other country's forces are named."""
    dead = [count for count in scene.counts if count.outcome == "killed" and count.best]
    only = bool(dead) and all(count.side in {"militants", "suspects"} for count in dead)
    armed = any(actor.kind in {"group", "state"} for actor in scene.actors)
    return only and not armed and _HEAVY.inside(text, scene.sentence) is not None


_AIRCRAFT = Pattern(
    r"\b(?:(?:fighter|military|war)\s+)?(?:jets?|warplanes?|helicopters?|gunships?)\b|\b(?:air|aerial)\s*(?:strikes?|raids?|bombing|bombardment)\b"
    r"|گن\s?شپ|ہیلی\s?کاپٹر|جیٹ\s+طیار|لڑاکا\s+طیار|جنگی\s+طیار|فضائی\s+(?:کارروائی|حمل|بمباری)",
    re.IGNORECASE,
)
"""What nobody in the country flies but its forces; drones others have, too."""


_FIRED_FROM_ABOVE = Pattern(
    r"\b(?:fired|dropped|launched|shelled|strafed)\s+(?:(?:at|on)\s+\w+\s+)?(?:by|from)\s+(?:an?\s+|the\s+|army\s+|military\s+)*"
    r"(?:helicopters?|gunships?|air(?:craft)?|jets?|planes?)\b",
    re.IGNORECASE,
)


def flown_by_forces(text: str, draft: Draft) -> Blame | None:
    """Return the country's forces where aircraft struck in it, and no other country is named."""
    first = draft.scenes[0]
    above = _FIRED_FROM_ABOVE.inside(text, first.sentence)
    if not above and all(one.sub_event_type != "Air/drone strike" for one in first.triggers):
        return None
    if any(actor.kind == "state" for s in (*draft.scenes, *draft.asides) for actor in s.actors):
        return None
    if any(site.place is not None and site.place.country != "PK" for site in draft.sites):
        return None
    found = above or _AIRCRAFT.inside(text, first.sentence) or _drone_on_militants(text, draft)
    drone = "drone" in text[first.sentence.start : first.sentence.end].lower()
    if found is None or (drone and _drone_on_militants(text, draft) is None):
        return None
    return Blame(
        actor=OURS,
        basis="attributed",
        start=found.start(),
        end=found.end(),
        score=0.6,
        rule="actor:forces struck from the air",
    )


_DRONE_SAID = Pattern(
    r"\b(?:security|intelligence|military|army)\s+(?:officials?|sources?|forces|officers?)\b|\bISPR\b|\bhome\s+department\b|\bthe\s+(?:army|military)\s+said\b"
    r"|سیکیورٹی\s+(?:ذرائع|حکام|فورسز)|سکیورٹی\s+(?:ذرائع|حکام|فورسز)|آئی\s+ایس\s+پی\s+آر|محکمہ\s+داخلہ",
    re.IGNORECASE,
)
_OTHERS_FLEW = 2018
"""The year since which no other country's drones are flown in it."""


def _drone_on_militants(text: str, draft: Draft) -> re.Match[str] | None:
    """Find officials who tell of a drone that killed militants alone, which only forces do."""
    scenes = draft.scenes[:2]
    dead = [c for one in scenes for c in one.counts if c.outcome == "killed" and c.best]
    if not dead or any(count.side not in {"militants", "suspects"} for count in dead):
        return None
    if any(span.first is not None and span.first.year < _OTHERS_FLEW for span in draft.days):
        return None
    told = (_DRONE_SAID.inside(text, scene.sentence) for scene in scenes)
    return next((one for one in told if one is not None), None)


_FROM_THE_AIR = Pattern(
    r"\b(?:(?:fighter\s+|war\s*)?(?:jets?|planes)|warplanes|(?:military|fighter)\s+aircraft|air\s*strikes?|air\s+raids?|drone\s+strikes?|"
    r"(?:strikes?|raids?|attacks?)\s+(?:[\w-]+\s+){0,4}?from\s+the\s+air|aerial\s+(?:strikes?|bombing|bombardment))\b"
    r"|فضائی\s+(?:کارروائی|حمل|بمباری)|جیٹ\s+طیار|لڑاکا\s+طیار|جنگی\s+طیار",
    re.IGNORECASE,
)
_PAKISTAN_STRUCK = Pattern(
    r"\bPakistan\s+(?:(?:had|has|have|again|also|of\s+having|\w+ly)\s+){0,3}"
    r"(?:bomb(?:ed|ing|s)|struck|hit|targeted|attacked|shelled|carried\s+out\s+(?:\w+\s+){0,2}?(?:strikes?|raids?)|launched\s+(?:\w+\s+){0,2}?(?:strikes?|drones?|missiles?))\b"
    r"|\b(?:drones?|missiles?|strikes?|bombs|bombing|raids?|bombardment|shelling)\s+(?:[\w-]+\s+){0,3}?by\s+Pakistan\b"
    r"|\baccus\w+\s+Pakistan\s+of\s+(?:\w+\s+){0,2}?(?:bombing|striking|shelling|hitting)\b"
    r"|پاکستان\s+(?:کی\s+(?:جانب|طرف)\s+سے|نے)\s[^۔]{0,60}?(?:بمباری|حمل|گولہ\s?باری|میزائل|ڈرون)"
)
"""Words by which the country itself struck: "Pakistan had bombed two hamlets"."""
_BETWEEN_TWO = Pattern(r"\b(?:Islamabad|Pakistan\w*|frontier|border)\b|پاکستان|سرحد")


def _is_over_the_border(text: str, draft: Draft) -> bool:
    """Whether what struck from the air hit places in Afghanistan, and no other state is named."""
    places = [site.place for site in draft.sites if site.place is not None]
    countries = {one.country for one in places if one.name != "Pakistan"}
    if countries != {"AF"} or not {one.family for one in draft.triggers} & {"explosion", "armed"}:
        return False
    told = draft.scenes[:5]
    if any(actor.kind == "state" for scene in told for actor in scene.actors):
        return False
    if any(_PAKISTAN_STRUCK.inside(text, scene.sentence) for scene in told[:2]):
        return True
    return all(
        any(words.inside(text, scene.sentence) for scene in told)
        for words in (_FROM_THE_AIR, _BETWEEN_TWO)
    )


def name_of_army(text: str, army: ActorSpan, draft: Draft) -> str:
    """Return the name of an army that struck: one's own where its country is said, or abroad."""
    said = _PAKISTANI.match(text, army.start) is not None
    abroad = any(site.place is not None and site.place.country != "PK" for site in draft.sites)
    return army.name if army.kind == "state" or said or abroad else OURS

"""What comes of an event: a second bomb on the spot, bodies, hostages freed, a car found again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from geomap.places.quarters import is_spot
from geomap.text.apart import FIRST_PLACES, other_place
from geomap.text.bodies_found import is_body_of_another, is_body_of_taken
from geomap.text.dates import DateSpan
from geomap.text.drafts import Draft, Site
from geomap.text.earlier_figures import gives_earlier
from geomap.text.events import Trigger
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene

__all__ = [
    "befell",
    "counts_blasts",
    "follows_on",
    "has_own_day",
    "is_finer_spot",
    "is_its_blast",
    "is_of_it",
    "is_same_spot",
    "is_same_thing",
    "near_shells",
]

_THE_THING = re.compile(
    r"\W*(?:According\s+to\s+[^,;.]{3,40},\s+|(?:[A-Z]\w*\s+)?(?:[\w’'-]+\s+){0,4}?(?:said|added|told\s+\w+)\s+(?:that\s+)?)?"
    r"(?P<their>[Tt]heir|[Hh]is|[Hh]er)?(?(their)|(?:[Tt]he|[Tt]his|[Tt]hat))\s+(?:[a-z-]+\s+)?(?P<thing>bus|coach|van|vehicle|"
    r"convoy|truck|lorry|car|pickup|jeep|train|post|checkpost|camp|patrol|device|bomb|explosives|wagon|mosque|shop|hotel|school|"
    r"boat|mine|landmine|IED|rickshaw|motorcycle|house|procession|tanker|vehicles|trucks|party|team)\b"
)
_KINDS_OF = {
    "vehicles": ("truck", "trailer", "tanker", "coach", "bus", "van", "lorr", "vehicle", "car"),
    "trucks": ("truck", "trailer", "tanker", "lorr"),
    "party": ("police", "personnel", "levies", "patrol", "mobile", "team"),
    "team": ("police", "personnel", "workers", "staff", "vaccinat", "party"),
}
"""What may have been told of things that are called by a wider word after it."""
_THE_BOMB_WENT = Pattern(
    r"\bthe\s+(?:[\w-]+\s+){0,2}?(?:device|bomb|explosives|IED|mine|landmine)\s+"
    r"(?:[\w-]+\s+){0,6}?(?:exploded|went\s+off|detonated|blew)\b"
)
_BOMBS = frozenset({"device", "bomb", "explosives", "mine", "landmine", "IED"})
_WHEN_HIT = Pattern(
    r"\b(?:they|he|she|(?:the|all|both)\s+(?:\w+\s+)?(?:men|women|victims?|deceased|dead|labourers|workers|miners|policemen|"
    r"constables|soldiers|personnel|traders|passengers|drivers|teachers?|brothers|boys|youths|guards|officials|group))\b"
    r"[^.;]{0,140}?\b(?:when|where|before|after)\s+(?:they|he|she|the\s+\w+|(?:[\w-]+\s+){0,4}?(?:men|gunmen|assailants|attackers|motorcyclists))\s+"
    r"(?:(?:were|was|came|had\s+been)\s+)?(?:attacked|fired|shot|gunned|killed|targeted|ambushed|hit|struck|under|opened|abducted|kidnapped)\b",
    re.IGNORECASE,
)
"""What those of whom the sentence before told did when they were hit: "when they were attacked"."""
_BODIES_GO = Pattern(
    r"\b(?:bod(?:y|ies)|remains|coffins?)\b[^.;]{0,50}?\b(?:handed|sent|flown|shifted|moved|taken|brought|dispatched|"
    r"transported|airlifted|returned|buried|laid\s+to\s+rest|released)\b"
    r"|(?:لاش|میت|نعش)\S*\s[^۔]{0,60}?(?:حوالے|روانہ|منتقل|پہنچا|تدفین|سپرد)"
)
"""What was done with the dead: their bodies were sent home."""
_OF_THEM = re.compile(
    r"\W*(?:According\s+to\s+[^,;.]{3,40}?,?\s+)?(?:They|He|She|The\s+(?:\w+\s+){0,2}?(?:men|victims?|deceased|dead|labourers|workers|"
    r"miners|youths?|brothers|passengers|drivers|policemen|personnel|soldiers)|(?:[Aa]ll|[Bb]oth|[Mm]ost)(?:\s+of\s+them)?|"
    r"all\s+of\s+them)\b"
)
"""How a sentence begins that says more of those whose bodies were found."""


_AT_HIM = re.compile(
    r"\W*(?:[A-Z]\w*\s+)?(?:[\w-]+\s+){0,4}?(?:fired|shot|opened\s+fire|lobbed\s+\w+\s+\w+)\s+(?:at|on|upon)\s+"
    r"(?:him|her|them)\b"
)
"""How those were attacked of whom the sentence before told: "Armed men fired at him"."""
_SAME_SPOT = Pattern(
    r"\b(?:at|in|near|on)\s+the\s+(?:same|very\s+same)\s+(?:spot|place|site|location|area|scene|point)\b"
    r"|\b(?:as|when|while|once|after|minutes)\s+(?:[\w'’-]+\s+){1,5}?(?:rushed|gathered|(?:arrived|reached|came)(?!\s+(?:in\s+|at\s+|to\s+)?(?-i:[A-Z]))|ran|hurried|"
    r"converged|assembled|collected|flocked|(?:were|was)\s+(?:helping|rescuing|moving|lifting|carrying|evacuating|trying)|"
    r"tried|began|started|busy)\b[^.;]{0,60}?\b(?:another|a\s+second|the\s+second|a\s+third|one\s+more)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:mines?|bombs?|devices?|IED|blasts?|explosions?|landmines?|bombers?|charge)\b"
    r"|\b(?:another|a\s+second|the\s+second)\s+(?:[\w-]+\s+){0,3}?(?:mine|bomb|device|IED|blast|explosion|landmine|bomber)\b"
    r"[^.;]{0,60}?\b(?:as|when|while|once|after|among|hitting|struck|hit|targeted|targeting)\s+(?:(?:the|those|people|men|him|them|who|had|"
    r"first|of)\s+){0,4}?(?:rescue\w*|responders|villagers|residents|locals|onlookers|bystanders|passers-?by|crowds?|ambulances?|"
    r"rushed|gathered|come|came|helpers|volunteers|mourners)\b"
    r"|اسی\s+(?:جگہ|مقام)\s+پر",
    re.IGNORECASE,
)
_IN_FIGHT = Pattern(
    r"\b(?:bullets?|shells?|rounds?|rockets?|mortars?|shots?|missiles?|projectiles?)\b[^.;,]{0,20}?"
    r"\b(?:went|gone|going)\s+astray\b"
    r"|\bstray\s+(?:[\w-]+\s+)?(?:bullets?|shells?|rounds?|rockets?|shots?|fire)\b|\bcrossfire\b|\bcross-fire\b"
    r"|\b(?:said|says|claimed|when|that)\s+[“\"‘']?the\s+other\s+side\b(?!\s+of\b)",
    re.IGNORECASE,
)
"""What hit others in a fight told before, or what "the other side" did in it."""


def is_same_spot(text: str, scene: Scene) -> bool:
    """Whether a sentence tells of a second blast where the first one was."""
    return _SAME_SPOT.inside(text, scene.sentence) is not None and any(
        trigger.family == "explosion" for trigger in scene.triggers
    )


def is_its_blast(scene: Scene, current: Draft | None) -> bool:
    """Whether a mishap is what the blast just told did: "a rickshaw overturned"."""
    blasts = any(trigger.family == "explosion" and trigger.definite for trigger in scene.triggers)
    return (
        scene.mood == "other"
        and blasts
        and current is not None
        and _blew_up(current)
        and not scene.dates
    )


def counts_blasts(text: str, lead: Scene) -> bool:
    """Whether a lead counts the blasts that are told below: its toll is that of all of them."""
    return _BLASTS.inside(text, lead.sentence) is not None


_BLASTS = Pattern(
    r"\b(?:two|twin|three|four|both|double|back-to-back|series\s+of|successive|multiple)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:blasts|explosions|bombings?|bombs|bombers|mines|landmines|devices|IEDs|attacks)\b",
    re.IGNORECASE,
)


def follows_on(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence tells what came of the event: a second bomb there, bodies of the taken."""
    elsewhere = other_place(here, current)
    if is_body_of_another(text, scene, current, elsewhere=bool(elsewhere)):
        return False
    there = current.group == "violent" and not elsewhere
    if there and (is_same_spot(text, scene) or _HE_DIES.match(text, scene.sentence.start)):
        return True
    in_fight = not scene.dates and _IN_FIGHT.inside(text, scene.sentence) is not None
    if current.group == "violent" and in_fight:
        return True
    if _SAFE_BESIDE.inside(text, scene.sentence) is not None and _blew_up(current):
        return True
    if _tells_outcome(text, scene, current) or _is_of_the_dead(text, scene, current):
        return True
    return is_body_of_taken(text, scene, current)


_SAFE_BESIDE = Pattern(
    r"\b(?:bombs?|devices?|IEDs?|mines?|charges?|explosives?)\b[^.;]{0,60}?\b(?:near|under|beside|at|on|to|from)\s+(?:an?\s+|the\s+)?"
    r"(?:second|third|fourth|fifth|other|another|same|remaining|nearby)\s+(?:one|pylons?|towers?|poles?|pillars?|spot|site|place|point|"
    r"pipelines?|tracks?)\b[^.;]{0,40}?\b(?:defused|made\s+safe|disposed|neutrali[sz]ed|disconnected)\b"
    r"|\b(?:defused|disposed\s+of|made\s+safe)\b[^.;]{0,40}?\b(?:bombs?|devices?|IEDs?|mines?|charges?|explosives?)\b[^.;]{0,60}?"
    r"\b(?:near|under|beside|at|on|to|from)\s+(?:an?\s+|the\s+)?(?:second|third|fourth|fifth|other|another|same|remaining)\s+"
    r"(?:one|pylons?|towers?|poles?|pillars?|spot|site|place|point)\b",
    re.IGNORECASE,
)
"""Of what was blown up, one more had a bomb on it, which was made safe: that is one event."""


def _blew_up(current: Draft) -> bool:
    return any(trigger.family == "explosion" for trigger in current.triggers)


_HE_DIES = re.compile(
    r"\W*(?:He|She|They|Both|The\s+(?:injured|wounded))\s+(?:(?:was|were|had|later|both|reportedly)\s+){0,2}"
    r"(?:died|expired|succumbed|breathed|passed\s+away|pronounced\s+dead|declared\s+dead)\b"
    r"|\W*The\s+(?:[\w-]+\s+){0,2}?(?:girl|boy|child|woman|man|victim|constable|policeman|soldier|driver|guard|injured|wounded|infant|toddler|"
    r"teacher|elder|brother|sister|son|daughter|wife|mother|father|nephew|passer-by)\b[^.;]{0,80}?\b(?:shifted|taken|rushed|moved|admitted|"
    r"flown|airlifted|referred|hospitali[sz]ed|under\s+treatment|being\s+treated|undergoing)\b[^.;]{0,70}?\b(?:died|succumbed|expired|"
    r"passed\s+away|did\s+not\s+survive|could\s+not\s+survive)\b"
)
"""Of whom no name is told was told before: "He died the same night in a hospital in Karachi"."""


def _is_of_the_dead(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence says where bodies were sent, or when those found dead had been taken."""
    if current.group != "violent" or scene.says("new"):
        return False
    families = {t.family for t in scene.triggers if not t.definite}
    if _BODIES_GO.inside(text, scene.sentence) is not None:
        return families <= {"body", "killing"}
    found = any(trigger.family == "body" for trigger in current.triggers)
    known = found and _OF_THEM.match(text, scene.sentence.start, scene.sentence.end)
    return bool(known) and families <= {"abduction", "killing"}


_ANSWERS = Pattern(
    r"\b(?:in|during)\s+(?:the|this|that)\s+(?:[\w-]+\s+){0,2}?(?:attack|assault|blast|explosion|bombing|firing|clash|"
    r"encounter|operation|shootout|gunfight|gun\s?battle|exchange|ambush|raid|siege|battle)\b"
    r"|\b(?:retaliatory|return)\s+(?:fire|firing|action|attack|strike)\b"
    r"|\bin\s+(?:return|response|retaliation)\b",
    re.IGNORECASE,
)
_CHASED = Pattern(
    r"\b(?:chas\w+|pursu\w+|cornered|followed)\s+(?:the|their)\s+(?:fleeing\s+)?"
    r"(?:attackers|assailants|militants|terrorists|gunmen|insurgents)\b",
    re.IGNORECASE,
)
_OTHER_ONE = Pattern(
    r"\b(?:another|separate|second|different|other|fresh|similar|same\s+day|earlier|elsewhere)\b",
    re.IGNORECASE,
)


def is_of_it(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence without a place answers the event, or gives a figure of before."""
    before = gives_earlier(text, scene.sentence) and current.has_dead
    return before or _is_answer(text, scene, current)


def _is_answer(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence gives the dead of a fight that goes on: "three died in return fire".

    "Meanwhile" and "besides" then only join it to what was told.
    """
    if current.group != "violent" or current.statistic or scene.dates:
        return False
    if not any(count.best for count in scene.counts) or scene.says("recalled"):
        return False
    told = _ANSWERS.inside(text, scene.sentence) is not None
    armed = any(trigger.family == "armed" for trigger in current.scenes[0].triggers)
    if not (told or (armed and _CHASED.inside(text, scene.sentence))):
        return False
    return _OTHER_ONE.inside(text, scene.sentence) is None


_FREED = Pattern(
    r"\b(?:of\s+(?:them|the\s+(?:hostages|captives|passengers|abducted))|(?:the|all|remaining)\s+(?:\w+\s+)?"
    r"(?:hostages|captives|abductees))\b[^.;]{0,40}?\b(?:recovered|rescued|freed|released|set\s+free)\b",
    re.IGNORECASE,
)
_BEGAN = Pattern(
    r"\bsince\b[^.;,]{0,50}?\b(?:began|begun|started|erupted|broke\s+out|flared)\b", re.IGNORECASE
)
_WAS_FOUND = re.compile(
    r"\s+(?:was|were)\s+(?:later\s+|also\s+)?(?:found|recovered|located|traced)\b"
)


_FIGHTS = {"clash", "operation"}
"""Families of a rescue that cost lives on a day of its own: another event."""


def _tells_outcome(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence tells of hostages set free, how a fight began, a car that was found."""
    families = {trigger.family for trigger in current.scenes[0].triggers}
    fights = any(t.family in _FIGHTS and not t.definite for t in scene.triggers)
    fights = (
        fights and bool(scene.dates) and any(c.outcome == "killed" and c.best for c in scene.counts)
    )
    if "abduction" in families and not fights and _FREED.inside(text, scene.sentence):
        return True
    if families & {"clash", "explosion", "armed"} and _BEGAN.inside(text, scene.sentence):
        return True
    thing = _THE_THING.match(text, scene.sentence.start, scene.sentence.end)
    if thing is None or _WAS_FOUND.match(text, thing.end()) is None:
        return False
    told = current.scenes[0].sentence
    return thing["thing"] in text[told.start : told.end].lower()


_OPENS_KNOWN = re.compile(
    r"\W*(?:The|This|That|He|She|They|His|Her|Their|[A-Z][a-z]+\s+[A-Z][a-z]+)\b(?!\s+(?:other|second|next|third)\b)"
    r"|\W*(?:مشتعل\s+|احتجاجی\s+)?(?:مظاہرین|شرکا|شرکاء|لواحقین|حملہ\s+آور|حملہ\s+آوروں|دھماکہ|دھماکا|واقعہ|انہوں|یہ)\s"
)
"""How a sentence begins that goes on with what is known: an article, a pronoun, a person's name.

Urdu has no article: nouns of those who act, or of what happened, stand bare.
"""


def is_finer_spot(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence only names the street of an event of which the town was told.

    "A bomb went off in Chaman on Monday. The bomb ... went off on the Mall Road": no day and no
    figures of its own, and nobody who acts is introduced.
    """
    if len(current.scenes) > _JUST_TOLD or scene.dates or scene.says("new"):
        return False
    harmed = current.group != "unrest" and any(count.best for count in scene.counts)
    if harmed or _OPENS_KNOWN.match(text, scene.sentence.start) is None:
        return False
    if any(actor.kind == "unidentified" for actor in scene.actors):
        return False
    towns = [one for one in current.places if one.precision.is_point]
    spots = [site.place for site in here if site.place is not None]
    return len(towns) == 1 and all(
        is_spot(spot) and spot.admin2_pcode == towns[0].admin2_pcode for spot in spots
    )


_JUST_TOLD = 2


def is_same_thing(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence goes on with what was hit: "The coach was hit in Kanak", same district.

    Or with those who were: "Their vehicle struck a mine", "Armed men fired at him".
    """
    span = scene.sentence.start, scene.sentence.end
    thing, at_him = _THE_THING.match(text, *span), _AT_HIM.match(text, *span)
    if near_shells(text, scene) and any(
        _SHELLED.inside(text, one.sentence) for one in current.scenes[-2:]
    ):
        return _is_near(here, current)
    if thing is None and at_him is None and not _is_of_victims(text, scene, current):
        return _is_of_the_bomb(text, scene, here, current)
    told = [text[one.sentence.start : one.sentence.end].lower() for one in current.scenes[:2]]
    near = _is_near(here, current) or (thing is not None and bool(here) and not current.places)
    if thing is None:
        return near
    if thing["thing"] in _BOMBS and any(t.family == "explosion" for t in current.triggers):
        return near
    known = _KINDS_OF.get(thing["thing"], (thing["thing"],))
    return near and (bool(thing["their"]) or any(one in words for words in told for one in known))


def _is_near(here: Sequence[Site], current: Draft) -> bool:
    """Whether a place of a sentence lies in a district of the event."""
    places = [site.place for site in here if site.place is not None]
    return any(
        one.admin2_pcode == place.admin2_pcode
        for place in islice(current.places, FIRST_PLACES)
        for one in places
    )


def near_shells(text: str, scene: Scene) -> bool:
    """Whether a sentence tells where one of the shells just told of fell: "One shell hit a hut"."""
    return _ONE_SHELL.match(text, scene.sentence.start) is not None


_ONE_SHELL = re.compile(
    r"\W*(?:One|Two|Three|Some|Several|Another|At\s+least\s+(?:one|two))\s+(?:of\s+(?:the|those|these)\s+)?"
    r"(?:stray\s+|mortar\s+|artillery\s+|more\s+)*(?:shells?|rockets?|rounds?|mortars?)\b"
    r"|\W*(?:Stray|Mortar|Artillery|Shells|Rockets|The)\s+(?:(?:mortar|artillery|stray)\s+)*(?:(?:shells|rockets|rounds|bullets)\s+)?"
    r"(?:also\s+)?(?:landed|fell|hit|struck|slammed)\b"
)
_SHELLED = Pattern(
    r"\b(?:shell\w*|mortars?|artillery|rockets?|heavy\s+(?:weapons|fire)|(?:exchang\w+|traded)\s+(?:of\s+)?(?:heavy\s+)?fire)\b",
    re.IGNORECASE,
)


def _is_of_the_bomb(text: str, scene: Scene, here: Sequence[Site], current: Draft) -> bool:
    """Whether a sentence says where the bomb just told of went off, nobody newly harmed."""
    if scene.dates or any(count.best for count in scene.counts) or len(current.scenes) > _JUST_TOLD:
        return False
    if not any(trigger.family == "explosion" for trigger in current.triggers):
        return False
    districts = {place.admin2_pcode for place in islice(current.places, FIRST_PLACES)}
    near = any(site.place is not None and site.place.admin2_pcode in districts for site in here)
    return near and _THE_BOMB_WENT.inside(text, scene.sentence) is not None


def _is_of_victims(text: str, scene: Scene, current: Draft) -> bool:
    """Whether a sentence says what those just told of did when they were hit."""
    if current.group != "violent" or any(count.best and not count.part for count in scene.counts):
        return False
    return _WHEN_HIT.inside(text, scene.sentence) is not None


def has_own_day(text: str, scene: Scene, days: Sequence[DateSpan]) -> bool:
    """Whether one of the days of a sentence is not that on which somebody named had been hit."""
    return any(
        not _AFTER_SOMEBODY.search(text, max(scene.sentence.start, span.start - 120), span.start)
        for span in days
    )


_AFTER_SOMEBODY = re.compile(
    r"\b(?:who|whom)\s+(?:was|were|had|has|have)\s+(?:been\s+)?(?:\w+ly\s+)?"
    r"(?:killed|shot|gunned|martyred|abducted|kidnapped|injured|wounded|seized|captured|taken|missing)\b[^.;]{0,90}$"
)
_OF_SOMEBODY = re.compile(
    r"\b(?:who|whom|that|which)\s+(?:was|were|had|has|have)\s+(?:been\s+)?(?:\w+ly\s+)?$"
)
"""Before what befell somebody whom a sentence only names: "an officer who was killed"."""


def befell(text: str, scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb tells what befell somebody whom a sentence only names."""
    start = max(scene.sentence.start, trigger.start - _LEAD)
    return _OF_SOMEBODY.search(text, start, trigger.start) is not None


_LEAD = 40

"""What a later sentence says was the cause: gas, a spark, failed brakes, an illness.

A report may open with a blast, or with the dead, and say only below that nobody meant it. The first
event and its toll are then read as an accident.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.text.events import Trigger
from geomap.text.mishaps import ILLNESS, TAKEN_BACK, is_armed, is_by_hand, names_illness
from geomap.text.natural import names_heart, shows_no_wounds
from geomap.text.patterns import Pattern
from geomap.text.scenes import Scene, is_violent

__all__ = ["explained_tone"]

_CAUSED = Pattern(
    r"\b(?:blam\w+|attribut\w+|due\s+to|caused?\s+by|because\s+of|result\s+of|owing\s+to|triggered\s+by|"
    r"occurred\s+when|set\s+off\s+by)\b[^.;]{0,60}?\b(?:methane|firedamp|gas|short[\s-]circuit\w*|spark|"
    r"naked\s+(?:lamp|flame)|leak\w*|cylinders?|boilers?|heaters?|stoves?|compressor|generator|negligence|"
    r"over-?speeding|fog|brakes?|tyre|chemicals?|fuel\s+tank)\b|گیس\s+(?:لیکج|لیکیج|بھر)|شارٹ\s+سرکٹ"
    r"|\b(?:short[\s-]circuit\w*|gas\s+leak\w*|methane|sparks?|cylinders?|boilers?|heaters?|faulty\s+wiring)\b[^.;]{0,30}?"
    r"\b(?:was|were|is|being)\s+(?:the\s+(?:\w+\s+)?cause|blamed|to\s+blame|behind|responsible)\b",
    re.IGNORECASE,
)
_BURST = Pattern(
    r"\b(?:methane|firedamp|fumes|(?<!tear )gas)\s+(?:in\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){1,3}?)?"
    r"(?:had\s+|has\s+|was\s+)?(?:\w+ly\s+)?"
    r"(?:accumulated|gathered|collected|leaked|leaking|seeped|escaped|ignited|built\s+up|filled|caught\s+fire)"
    r"|\b(?:cylinders?|boilers?|compressors?|heaters?|geysers?|transformers?|stoves?|batter(?:y|ies))"
    r"(?:,[^,.;]{1,60},|\s+(?:of|in|at|near|inside|outside|behind)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?[\w-]+)?\s+(?:had\s+|has\s+)?(?:burst|exploded|blew|blown|overheated)"
    r"|\b(?:heaters?|stoves?|burners?|taps?|valves?)\s+(?:had\s+been\s+|was\s+|were\s+)?left\s+(?:on|open|running|burning)\b"
    r"|\b(?:nothing|not(?:hing)?\s+anything|no\s+(?:link|connection))\s+(?:whatsoever\s+)?(?:to\s+do\s+)?(?:with|to)\s+(?:terrorism|terror|militancy|militants|sabotage)\b"
    r"|\bno\s+(?:terror(?:ism|ist)?|militant|sabotage)\s+(?:angle|link|connection|involvement)\b"
    r"|\b(?:not|non-?)\s*(?:terrorism|terror)[\s-]related\b|\b(?:an?\s+)?leftovers?\s+(?:of|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}war\b"
    r"|دہشت\s?گردی\s+سے\s+(?:\S+\s+){0,2}?تعلق\s+نہیں|عمارت\s+(?:\S+\s+)?(?:خستہ|مخدوش|بوسیدہ)"
    r"|\b(?:was|were|caused\s+by|sound\s+of|only|merely|just)\s+(?:that\s+of\s+)?(?:an?\s+|the\s+)?(?:burst(?:ing)?\s+(?:of\s+(?:an?\s+)?)?tyre|tyre\s+burst|tyre\s+bursting|"
    r"bursting\s+of\s+(?:an?\s+)?tyre|firecrackers?|fireworks|sonic\s+boom|supersonic)\b"
    r"|\bno\s+trace\s+of\s+(?:an?\s+)?explosives?\b|\bnothing\s+to\s+suggest\s+(?:sabotage|terrorism|foul)"
    r"|\b(?:was|is|were|be)\s+(?:not|no|never)\s+(?:an?\s+)?(?:act\s+of\s+)?(?:terrorism|terror|sabotage|subversion|foul\s+play)\b"
    r"|\bbrakes?\s+(?:had\s+)?failed\b|\bdriver\s+(?:had\s+|was\s+|who\s+)?(?:dozed|fallen\s+asleep|fell\s+asleep|lost\s+control|nodded)"
    r"|\b(?:sabotage|saboteurs?|terrorism|foul\s+play|subversion)\b[^.;]{0,25}?"
    r"(?<!not )\b(?:was|were|is|can\s+be|has\s+been|have\s+been|had\s+been)\s+ruled\s+out\b"
    r"|\bbroken\s+(?:axle|rail|spring)\b|\bno\s+signs?\s+of\s+(?:violence|foul\s+play|sabotage|explosives?)\b|\bwelders?\s+(?:had\s+been\s+|was\s+|were\s+)?(?:work|cut|repair|mend|weld|join|seal|heat|patch|open)\w*"
    r"|\b(?:while|during|were|was|when|by|of|from|from\s+the|from\s+a|the)\s+welding\b(?!\s+(?:shop|workshop|store|stall|market))"
    r"|\b(?:eaten|ate|consumed|drunk|drank)\b[^.;]{0,40}?\b(?:mushrooms?|poisonous|toxic|liquor|moonshine|stale)\b"
    r"|\b(?:tankers?|vehicles?|trucks?|vans?|cars?|coach|bus|trailers?|lorry)\s+(?:had\s+|has\s+)?(?:(?:overturned|turned\s+turtle|skidded)\b|(?:hit|struck|rammed|crashed|collided)"
    r"\s+(?:into\s+|with\s+)?(?:an?|the|another)\s+(?:[\w-]+\s+)?(?:pillar|wall|divider|pole|tree|truck|trailer|culvert|median|barrier|railing)\b)"
    r"|\black\s+of\s+ventilation\b|(?:سلنڈر|ٹرانسفارمر|بوائلر|کمپریسر|گیزر|بیٹری)\s+(?:[^\s۔]+\s+){0,5}?پھٹ|گیس\s+جمع|تخریب\s*کاری\s+نہیں|حادثہ\s+(?:ہے|تھا)|بریک\s+فیل",
    re.IGNORECASE,
)
_NO_TRACE = Pattern(
    r"\b(?:no|neither|without|not\s+any|nor)\b[^.;]{0,50}?\b(?:traces?|residues?|evidence|remains|signs?)\s+of\s+"
    r"(?:an?\s+|any\s+)?(?:explosives?|bombs?|device|IED|terrorism|sabotage|foul\s+play)\b"
    r"|\bno\s+(?:explosives?|explosive\s+(?:material|device)|bomb)\s+(?:was|were|had\s+been)\s+(?:involved|used|found)\b"
    r"|\b(?:decant|refill)(?:ed|ing)\b[^.;]{0,30}?\b(?:LPG|gas|cylinders?|petrol|fuel|diesel)\b",
    re.IGNORECASE,
)
"""What experts did not find, or what somebody was doing with gas."""
_IN_JOY = Pattern(
    r"\b(?:celebratory|aerial)\s+(?:[\w-]+\s+)?(?:firing|fire|gunfire|shots)\b|ہوائی\s+فائرنگ|خوشی\s+میں\s+کی\s+گئی",
    re.IGNORECASE,
)
_KINSMAN = (
    r"(?:own\s+)?(?:husband|brothers?|father|sons?|uncles?|nephews?|cousins?|step-?father|in-laws|"
    r"(?:brother|son|father)-in-law)"
)
_OF_FAMILY = Pattern(
    r"\b(?:is|was|as|over|it['’]s)\s+(?:(?:an?|purely|only|apparent|some)\s+){0,3}(?:domestic|family)\s+"
    r"(?:matter|affair|issue|quarrel|dispute|violence)\b"
    r"|\bmurder\s+(?:by|within|in)\s+(?:the\s+|a\s+)?(?:relatives|family|kin)\b"
    r"|\b(?:arrest|detain|took|taken)\w*\s+(?:into\s+custody\s+)?(?:the\s+)?(?:woman|victim|deceased|girl)['’]s\s+"
    rf"{_KINSMAN}\b"
    rf"|\b(?:her|the\s+(?:woman|victim|deceased)['’]s)\s+{_KINSMAN}(?:,[^,.;]{{1,60}},)?\s+"
    r"(?:(?:was|were|has|have|had|been)\s+){1,2}(?:arrested|detained|confessed|taken\s+into\s+custody)\b"
    r"(?!\s+in\s+another)"
    r"|گھریلو\s+(?:ناچاقی|جھگڑ|تنازع|تشدد)",
    re.IGNORECASE,
)
_NOT_OF_FAMILY = re.compile(
    r"\b(?:not|never|denied|whether|rul\w+\s+out|or\s+an?\s+act|between|tribes?|tribal|clans?)\b|n['’]t\b|مسترد|نہیں|قبائل",
    re.IGNORECASE,
)
"""What says that somebody of the victims' own family killed them."""
_RULED_OUT = re.compile(
    r"\b(?:between|tribes?|clans?|or\s+(?:an?\s+)?(?:act|terror\w*)|(?:was|been)\s+ruled\s+out)\b|مسترد|نہیں",
    re.IGNORECASE,
)
_EXPLAINED_WITHIN = 8
_NEXT = 2
_BELIEVED = re.compile(
    r"\b(?:announced|reported|declared|thought|believed|feared|assumed|suspected|speculated|aired|flashed|rumou?red|"
    r"mistook|mistaken|called|took|taken)\b[^.;,]{0,40}$|\bbeliev\w+\s+(?:that\s+)?[^.;,]{0,40}?\b(?:had\s+been|was)\s+$",
    re.IGNORECASE,
)
_BELIEF_REACH = 60
_BELIEVED_URDU = re.compile(r"\s+(?:کی|کا|کے)\s+(?:خبر|افواہ|شبہ|گمان|اطلاع\s+نشر)|\s+سمجھ")


def explained_tone(text: str, scenes: Sequence[Scene]) -> str:
    """Return "other" where a later sentence explains the first event, or an illness did it.

    Not where an event names a weapon, or somebody armed who acts; nor once another event begins.
    """
    first = next((at for at, scene in enumerate(scenes) if scene.mood == "reported"), None)
    if first is None or not scenes[first].triggers:
        return ""
    told = scenes[first]
    later = _until_another(scenes[first + 1 : first + _EXPLAINED_WITHIN])
    if told.families == {"body"} and shows_no_wounds(text, [s.sentence for s in (told, *later)]):
        return "other"
    if _is_of_joy(text, told, later[:_NEXT]) or _is_of_family(text, told, later):
        return "other"
    if any(is_by_hand(text, one) for one in told.triggers):
        return ""
    if _is_of_illness(text, scenes[: first + 1]) or _is_by_kin_or_heart(text, told, later):
        return "other"
    if any(_is_meant(text, scene) for scene in later):
        return ""
    burst = any(_is_burst(text, scene) for scene in later)
    meant = _as_known(text, told) if burst else told
    if is_violent(text, meant):
        return ""
    later = [_as_known(text, scene) for scene in later] if burst else later
    if any(
        is_violent(text, one) and not _is_search(text, one) for one in later if one.mood != "other"
    ):
        return ""
    explained = burst or any(
        scene.mood in {"none", "comment", "other"} and _CAUSED.inside(text, scene.sentence)
        for scene in later
    )
    return "other" if explained else ""


_TAKEN_BY_KIN = Pattern(
    rf"\b(?:his|her|their)\s+(?:two\s+|three\s+|own\s+|maternal\s+|paternal\s+|elder\s+)*{_KINSMAN}(?:,)?\s+(?:who\s+)?(?:had\s+)?"
    r"(?:abducted|kidnapped|bundled|taken|hidden|locked|staged|arranged|planned|held|confessed)\b",
    re.IGNORECASE,
)
"""Who holds a child for a share of the land."""


def _is_by_kin_or_heart(text: str, told: Scene, later: Sequence[Scene]) -> bool:
    """Whether a later sentence says that kinsmen took a child, or that a heart failed."""
    if told.families == {"killing"}:
        return any(names_heart(text, one.sentence) for one in later)
    taken = told.families == {"abduction"}
    return taken and any(_TAKEN_BY_KIN.inside(text, one.sentence) for one in later)


def _is_burst(text: str, scene: Scene) -> bool:
    """Whether a sentence tells what burst or leaked, or that no explosives were found."""
    return any(one.inside(text, scene.sentence) is not None for one in (_BURST, _NO_TRACE))


def _is_meant(text: str, scene: Scene) -> bool:
    """Whether a sentence takes the chance back, or says that somebody laid what went off."""
    if TAKEN_BACK.inside(text, scene.sentence) is not None:
        return True
    laid = _LAID.inside(text, scene.sentence)
    return laid is not None and _NO_LAID.search(text, scene.sentence.start, laid.start()) is None


_LAID = Pattern(
    r"\b(?:devices?|bombs?|IEDs?|explosives?|vest|ball\s+bearings)\b[^.;]{0,50}?\b(?:planted|placed|fixed|attached|hidden|"
    r"strapped|buried|laid|remote)\b|\b(?:planted|placed|fixed|attached|hidden)\b[^.;]{0,25}?"
    r"\b(?:devices?|bombs?|IEDs?|explosives?)\b|\bexplosives?[\s-](?:laden|packed)\b"
    r"|(?:بم|بارودی\s+مواد|بارود)\s+(?:\S+\s+){0,5}?(?:نصب|رکھا|چھپا)",
    re.IGNORECASE,
)
_NO_LAID = re.compile(
    r"\b(?:no|not|nor|nothing|without|neither|never|rul\w+\s+out|denied|whether|if)\b|نہیں|کوئی",
    re.IGNORECASE,
)


def _is_of_joy(text: str, told: Scene, later: Sequence[Scene]) -> bool:
    """Whether a stray bullet killed: a sentence that reports nothing itself says who celebrated."""
    if told.actors or not told.families <= {"armed", "killing"}:
        return False
    if _QUARREL.inside(text, told.sentence):
        return False
    return any(
        s.mood != "reported"
        and _IN_JOY.inside(text, s.sentence)
        and _CULPRITS.inside(text, s.sentence) is None
        for s in later
    )


def _is_of_family(text: str, told: Scene, later: Sequence[Scene]) -> bool:
    """Whether those found dead at home were killed by their own, as a later sentence has it."""
    groups = any(scene.names_group for scene in (told, *later))
    armed = any(actor.kind in {"group", "unidentified"} for actor in told.actors)
    if groups or armed or not told.families <= {"body", "killing"}:
        return False
    return any(_is_family_matter(text, scene) for scene in (told, *later[:_NEXT]))


def _is_family_matter(text: str, scene: Scene) -> bool:
    """Whether a sentence says so, and does not doubt it; "and not as terrorism" is no doubt."""
    found = _OF_FAMILY.inside(text, scene.sentence)
    if found is None or _NOT_OF_FAMILY.search(text, scene.sentence.start, found.end()):
        return False
    return _RULED_OUT.search(text, found.end(), scene.sentence.end) is None


_QUARREL = Pattern(
    r"\b(?:over|dispute|enmity|feud|rivalry|rivals?|quarrel|honour|target(?:ed)?|assassinat\w+|robbery)\b"
    r"|دشمنی|تنازع|رنجش|غیرت",
    re.IGNORECASE,
)
_CULPRITS = Pattern(
    r"\b(?:killers?|attackers?|assailants?|gunmen|culprits?|suspects?|dacoits|robbers|fle(?:d|eing)|escap\w+|police\s+resorted)\b"
    r"|فرار|ملزم|حملہ\s+آور|ڈاکو",
    re.IGNORECASE,
)
"""Those who shoot into the air as they flee have killed on purpose."""


def _until_another(scenes: Sequence[Scene]) -> Sequence[Scene]:
    """Return the sentences before another event is told."""
    ends = (at for at, scene in enumerate(scenes) if _begins_another(scene))
    return scenes[: next(ends, None)]


_ANOTHER = re.compile(r"in\s|elsewhere|separately|another|similarly|[^\W\da-z]")


def _begins_another(scene: Scene) -> bool:
    """Whether a sentence says that another event follows: "in another incident"."""
    return any(cue.word == "new" and _ANOTHER.match(cue.key) for cue in scene.cues)


def _is_of_illness(text: str, opening: Sequence[Scene]) -> bool:
    """Whether the dead that are told first stand under a sentence on an illness, nobody armed."""
    told = opening[-1]
    if told.families != {"killing"} or is_violent(text, told):
        return False
    if names_illness(text, told.sentence):
        return True
    return any(ILLNESS.inside(text, scene.sentence) for scene in opening[:-1])


def _as_known(text: str, scene: Scene) -> Scene:
    """Leave out what somebody only took the event for: "channels announced a cracker attack"."""
    known = tuple(one for one in scene.triggers if not _is_believed(text, scene, one))
    return scene if len(known) == len(scene.triggers) else replace(scene, triggers=known)


def _is_believed(text: str, scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun stands behind a verb of belief or report."""
    start = max(scene.sentence.start, trigger.start - _BELIEF_REACH)
    if _BELIEVED_URDU.match(text, trigger.end):
        return True
    return trigger.is_noun and _BELIEVED.search(text, start, trigger.start) is not None


def _is_search(text: str, scene: Scene) -> bool:
    """Whether police found what had burst, or experts no explosives."""
    if _NO_TRACE.inside(text, scene.sentence):
        return True
    armed = {one.family for one in scene.triggers if is_armed(text, one)}
    return armed == {"operation"} and _BURST.inside(text, scene.sentence) is not None

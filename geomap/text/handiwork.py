"""Blasts and shots of people at work or at play: demolition, salutes, hunting, falling rocks.

Engineers blow up an old bridge, a contingent fires a volley over a grave, a bomb laid for boar
takes a farmer's hand, a leopard kills goats: no attack, as long as nobody armed attacks in the
same sentence.
"""

from __future__ import annotations

import re

from geomap.text.events import Trigger
from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["is_handiwork"]

_WRECKERS = (
    r"(?:engineers?|contractors?|demolition\s+(?:experts?|teams?|crews?|firms?)|(?:mining|quarry|road|tunnel|demolition)\s+(?:crews?|workers|firms?|compan(?:y|ies))|"
    r"quarrymen|tunnellers|sappers|(?:development|municipal|building\s+control|highway)\s+authority|"
    r"the\s+(?:municipality|corporation|cantonment\s+board))"
)
_OLD_WORKS = (
    r"(?:disused|derelict|abandoned|unsafe|dilapidated|condemned|old|illegal|unauthorised|crumbling|defunct|unfinished)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:bridges?|buildings?|towers?|chimneys?|cinemas?|hotels?|stacks?|plazas?|mills?|dams?|tanks?|blocks?|flats?|piers?|stadium|terminal|barrage)"
)
_DEMOLISHED = Pattern(
    rf"\b{_WRECKERS}\s+(?:\w+ly\s+)?(?:blew\s+up|blasted|dynamited|detonated|demolished|brought\s+down|set\s+off|imploded)\b"
    rf"|\b(?:blew\s+up|blown\s+up|dynamited|demolished|imploded|brought\s+down)\s+(?:the\s+|an?\s+)?{_OLD_WORKS}\b"
    rf"|\b{_OLD_WORKS}\b[^.;]{{0,60}}?\b(?:blown\s+up|dynamited|demolished|imploded|brought\s+down)\b"
    r"|\b(?:brought|bring)\s+(?:the\s+)?(?:spans?|chimneys?|towers?|walls?|structure|building|blocks?|stack|roof)\s+(?:crashing\s+)?down\b"
    r"[^.;]{0,60}?\b(?:applause|cheers?|onlookers|spectators)\b"
    r"|\b(?:blasting|quarrying|tunnelling|rock-?blasting)\s+(?:work|operations?|contractors?|at|for|season|licen[cs]es?)\b"
    r"|\b(?:rocks?|hillside|cliff)\b[^.;]{0,70}?\b(?:blown|blasted|dynamited)\b|\b(?:blown|blasted|dynamited|detonat\w+|charges?)\b[^.;]{0,60}?\b(?:tunnel|rock\s+face|quarry)\b"
    r"|\bbunkers?\b[^.;]{0,30}?\b(?:both|rival)\s+(?:sides|tribes)\b[^.;]{0,40}?\b(?:razed|demolished|dismantled|destroyed|removed|levelled)\b"
    r"|\bfor\s+(?:the\s+)?(?:tunnel|road\s+widening|quarry|canal)\b|(?:خستہ\s+حال|متروک|پرانے?|غیر\s+قانونی)\s+(?:\S+\s+){0,2}?(?:پل|عمارت|ٹاور|چمنی|پلازہ)\s+[^۔]{0,60}?(?:بارود|دھماک|ڈائنامائٹ)"
    r"|(?:کنٹرولڈ|کنٹرول\s+شدہ)\s+دھماک",
    re.IGNORECASE,
)
"""Who brings down what is old, or blasts a way."""
_SALUTED = Pattern(
    r"\b(?:fired|fires|firing|fire|boomed)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:volleys?|salutes?|salvos?|shots?)\b[^.;]{0,60}?"
    r"\b(?:grave|salute|honou?rs?|tribute|parade|bugle\w*|iftar|fast|coffin|independence|(?-i:Eid)|festival|(?:to|which|that)\s+(?:end|open|start|close|mark|celebrate|begin))\b"
    r"|\b(?:honou?rs?|buglers?|coffin|grave|contingent|guard\s+of\s+honou?r|parade|ceremonial)\b[^.;]{0,80}?\b(?:fired|firing|fire|boomed)\s+"
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:volleys?|salutes?|salvos?)\b|\b\d\d[\s-]gun\s+salutes?\b|توپوں\s+کی\s+سلامی",
    re.IGNORECASE,
)
"""Shots in honour of the dead or of a day."""
_GAME = (
    r"(?:(?:wild\s+)?boars?|(?:wild\s+)?pigs?|fish|porcupines?|jackals?|wolves|rats|"
    r"crows|monkeys|birds|duck|partridges?|ibex|markhor|urial)"
)
_HUNTED = Pattern(
    rf"\b(?:bombs?|explosives?|mines?|dynamite|charges?|traps?|crackers?)\s+(?:\w+\s+)?(?:meant|laid|set|planted|placed|intended|used|made|kept|prepared)\s+(?:for|against|to\s+(?:kill|scare|catch|trap|keep|drive))\s+(?:off\s+|away\s+)?(?:the\s+)?{_GAME}\b"
    rf"|\b(?:to|for)\s+(?:kill|killing|scare|scaring|catch|catching|drive|stun|hunt|hunting)\s+(?:off\s+|away\s+)?(?:the\s+)?{_GAME}\b"
    r"|\b(?:blast|dynamite|bomb)[\s-]fishing\b|\bfishing\s+with\s+(?:dynamite|explosives|bombs)\b|(?:سور|خنزیر|مچھلی|مچھلیاں)\S*\s+(?:کے\s+لیے|مارنے|پکڑنے)",
    re.IGNORECASE,
)
"""Bombs meant for beasts."""
_NATURE = Pattern(
    r"\b(?:killed|crushed|hit|struck|injured|wounded|buried|hurt|swept\s+away)\s+(?:\w+\s+)?(?:by|in|under)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?"
    r"(?:falling\s+(?:rocks?|stones?|boulders?|ice|trees?|debris|masonry)|rock-?falls?|boulders?|avalanches?|serac|landslides?|mudslides?|lightning|icefall|crevasse)\b"
    r"|\b(?:avalanches?|rockfalls?|landslides?|lightning|boulders?)\s+(?:had\s+)?(?:killed|buried|swept|hit|struck)\b",
    re.IGNORECASE,
)
"""Whom a mountain kills."""
_STOCK = (
    r"(?:goats?|sheep|lambs?|cattle|cows?|calves|calf|buffalo(?:es)?|chickens?|hens|poultry|donkeys?|camels?|horses?|dogs?|livestock|"
    r"(?:wild\s+)?boars?|monkeys?|jackals?|wolves|deer|markhor|ibex|peacocks?|falcons?|houbara|turtles?|dolphins?)"
)
_BEASTS = Pattern(
    rf"\b(?:killed|killing|shot|slaughtered|ate|devoured|mauled|took|carried\s+off)\s+(?:dead\s+)?(?:(?:about|some|over|at\s+least|nearly|\d+|\w+|the|a|an|of)\s+){{0,3}}?{_STOCK}\b"
    rf"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds)\s+(?:of\s+)?(?:[\w-]+\s+)?{_STOCK}\s+(?:\w+\s+)?(?:were|have\s+(?:been|died|perished)|had\s+(?:been|died|perished)|are|died|perished|lay)\b"
    r"|\b(?:the|this|that)\s+(?:wild\s+|big\s+|injured\s+|wounded\s+)?(?:animal|beast|cat|predator|leopard|bear|wolf|pack)\s+(?:had\s+|has\s+|also\s+|\w+ly\s+){0,2}"
    r"(?:attacked|ambushed|mauled|killed|bit|dragged|pounced|struck|raided)\b",
    re.IGNORECASE,
)
"""What beasts do, or what is done to them."""
_CLIMBED = re.compile(
    r"\s+(?:the\s+|its\s+|that\s+)?(?:[\w-]+\s+){0,2}?(?:face|summit|peak|ridge|slope|couloir|wall\s+of\s+ice|mountain)\b",
    re.IGNORECASE,
)
"""What climbers attack."""
_CLIMBERS = Pattern(
    r"\b(?:climbers?|porters|mountaineers?|alpinists?|expedition|sherpas?|base\s+camp)\b",
    re.IGNORECASE,
)
_ARMED = Pattern(
    r"\b(?:militants?|terrorists?|insurgents?|separatists?|gunm[ae]n|attackers?|assailants?|bombers?|suicide|saboteurs?|rebels|"
    r"(?:armed|masked|unidentified|unknown)\s+(?:men|persons|assailants|motorcyclists))\b|دہشت\s?گرد|مسلح|نامعلوم|حملہ\s+آور",
    re.IGNORECASE,
)
_FAMILIES = {"explosion", "armed", "killing", "operation", "body", "property", "disrupted"}
_NEAR = 12
_WORKS = (_DEMOLISHED, _SALUTED, _HUNTED)


def is_handiwork(found: Found) -> bool:
    """Whether all that a sentence tells is work, a salute, hunting, or what beasts and rocks do.

    Parameters
    ----------
    found
        The sentence.
    """
    if any(trigger.family not in _FAMILIES for trigger in found.triggers) or found.matches(_ARMED):
        return False
    if found.matches(_QUENCHED) and all(_is_fire(found, one) for one in found.triggers):
        return True
    if any(found.matches(one) for one in _WORKS):
        return not _kills(found) or found.matches(_HUNTED)
    if found.matches(_NATURE):
        return all(one.family in {"killing", "body"} for one in found.triggers)
    beasts = _BEASTS.inside(found.text, found.sentence)
    if beasts is not None:
        people = _kills(found, beasts)
        return all(one.family != "explosion" for one in found.triggers) and not people
    return found.matches(_CLIMBERS) and all(_is_climbed(found, one) for one in found.triggers)


def _is_fire(found: Found, trigger: Trigger) -> bool:
    """Whether a word for shots or burning is that of a fire on a ship."""
    words = found.text[trigger.start : trigger.end].lower()
    return words.startswith(("fire on", "fire at", "burn", "gutt", "damag", "destroy"))


_QUENCHED = Pattern(
    r"\bfires?\s+(?:on|at)\b[^.;]{0,60}?\b(?:put\s+out|extinguished|doused|brought\s+under\s+control|contained)\b",
    re.IGNORECASE,
)


def _kills(found: Found, beasts: re.Match[str] | None = None) -> bool:
    """Whether people are counted dead, and not the beasts of whom words tell."""
    return any(
        count.outcome == "killed"
        and count.best
        and not (beasts and beasts.start() - _NEAR <= count.start < beasts.end())
        for count in found.counts
    )


def _is_climbed(found: Found, trigger: Trigger) -> bool:
    """Whether what is attacked is a mountain."""
    end = min(found.sentence.end, trigger.end + 60)
    return trigger.family == "armed" and _CLIMBED.match(found.text, trigger.end, end) is not None

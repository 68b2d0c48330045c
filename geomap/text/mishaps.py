"""What looks like violence and is none: accidents, beasts, feasts, illness, films, payments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geomap.text._count_ruins import BROUGHT_DOWN
from geomap.text.civil import OF_WAR
from geomap.text.events import Trigger
from geomap.text.found import Found
from geomap.text.mistaken import is_mistaken
from geomap.text.patterns import Pattern
from geomap.text.sentences import Sentence

__all__ = [
    "ILLNESS",
    "TAKEN_BACK",
    "VIOLENT",
    "is_armed",
    "is_by_hand",
    "is_illness",
    "is_mishap",
    "is_nothing",
    "is_wreck",
    "names_illness",
]

VIOLENT = {"explosion", "clash", "armed", "abduction", "operation"}
_WEAPON = Pattern(
    r"bomb(?!ard)|mine\b|mines\b|\bIED|device|grenade|suicide|rocket|mortar|shell|missile|drone|strike|"
    r"vest|laden|munition|projectile|quadcopter|aircraft|helicopter|بم|سرنگ|بارود|خودکش|راکٹ|میزائل|ڈرون|گول[ےہ]",
    re.IGNORECASE,
)
"""Words for a weapon in a trigger of an explosion; without one it may be an accident."""
_VEHICLES_URDU = (
    r"(?:وین|ویگن|کار|بس|کوچ|ٹرک|ٹرالر|ٹریلر|ڈمپر|ٹینکر|رکش[ےہ]|"
    r"موٹر\s?سائیکل|گاڑی|گاڑیوں|بسوں|ٹرکوں)"
)
_ACCIDENT = Pattern(
    rf"{_VEHICLES_URDU}\s+(?:(?:\S+\s+){{0,2}}?(?:میں|کے\s+درمیان|کا|سے))\s+(?:\S+\s+)?تصادم|"
    r"\baccident(?:s|al|ally)?\b(?<!not an accident)|\bmishap|\bcollid|\bcollision|\bcylinder|"
    r"\bgas\s+(?:leak|explosion|blast)|\bgas\s+(?:(?:that|which)\s+)?(?:had\s+)?(?:filled|accumulated|built\s+up|"
    r"collected|leaked)|\bgas\b[^.;]{0,50}?\s(?:levelled|flattened|wrecked)\s|\b(?:gas\s+)?heaters?\b|\bfire-?crackers?\b|\bfireworks\b|\bshort[\s-]circuit|\bshorted\b|\b(?:boiler|vat|furnace|kiln|reactor|compressor|geyser|oven)s?\s+(?:at\s+[^.;,]{1,50}\s|of\s+[^.;,]{1,50}\s)?(?:exploded|burst|blew\s+up)\b|\b(?:rammed|crashed|slammed|smashed|ploughed|plowed|ran|"
    r"bumped)\s+(?:head-on\s+)?into\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:truck|lorry|trailer|bus|coach|van|wagon|tanker|car|tree|pole|wall|vehicle|motorcycle)\b"
    r"|\b(?:train|locomotive|bus|truck|trailer|lorry|tanker|dumper|coach|van|wagon|coaster|pick-?up|jeep|car|motorcycle|rickshaw)\s+"
    r"(?:(?:going|bound|coming|travelling|heading|returning|on\s+its\s+way|carrying)\b(?:(?!explosive|bomb)[^.;,]){0,60}?\s)?"
    r"(?:hit|struck|ran\s+over|crushed|knocked\s+down)\s+(?!by\b|(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:mines?|landmines?|bombs?|IEDs?|"
    r"devices?|explosives?)\b)"
    r"|\b(?<!not )(?:ruled|ruling|rules)\s+out\s+(?:an?\s+)?(?:\w+\s+)?"
    r"(?:terrorism|sabotage|foul\s+play|attack|terrorist|subversion|bomb)"
    r"|\b(?:aerial|celebratory)\s+(?:firing|fire|gunfire|shots)"
    r"|\b(?:leopards?|(?:a|black|brown|two)\s+bears?|bears\s+(?:attack|maul)\w*|wolf|wolves|stray\s+dogs?|rabid|snakes?|boars?|crocodiles?|bees|hyenas?|locusts?|predators?|pests?|whitefly|armyworms?|rodents?|monkeys?)\b"
    r"|\b(?:bulls?|buffalo(?:es)?|camels?|oxen|ox|horses?|elephants?)\b"
    r"(?:(?!\b(?:was|were|been|being)\b)[^.;,]){0,30}?\s(?:killed|gored|trampled|crushed|kicked|mauled)\b"
    r"|\bstray\s+bullets?\b[^.;]{0,90}?\b(?:weddings?|bride\w*|groom|marriage|celebrat\w+|New\s+Year|Independence\s+Day)\b"
    r"|\b(?:weddings?|bride\w*|groom|marriage|celebrat\w+|New\s+Year|Independence\s+Day)\b[^.;]{0,90}?\bstray\s+bullets?\b"
    r"|پٹاخ|ہوائی فائرنگ|آوارہ کت|پاگل کت|تیندو|بھیڑی[ےا]|ریچھ|"
    r"حادثہ|حادثے|سلنڈر|لیکیج|شارٹ سرکٹ|ٹکرا"
    r"|(?:وین|بس|کوچ|کوسٹر|ٹرک|ٹریلر|ٹرالر|ٹرالی|کار|کاروں|سائیکل|رکشہ|ٹینکر|ڈمپر|ویگن|گاڑی|گاڑیوں|ٹرین|جیپ)\s+"
    r"(?:میں|کے\s+درمیان|کے\s+مابین|کا|سے|کے)\s+(?:\S+\s+)?تصادم",
    re.IGNORECASE,
)
"""Words that say outright that an accident happened."""
_WRECK = Pattern(
    r"\b(?:left|veered\s+off|swerved\s+off|skidded\s+off|ran\s+off|went\s+off|slid\s+off|rolled\s+off|strayed\s+off)\s+"
    r"(?:(?:the|its)\s+)?(?:[\w-]+\s+)?(?:road|highway|track|carriageway|motorway|bridge|N-?\d+|M-?\d+)"
    r"(?=\s*[,.;]|\s+(?:at|near|in|on|and|while|as|between|some|into|before)\b)"
    r"|\b(?:fell|fallen|tumbled|toppled|rolled|dropped|slid|careered|careened|plummeted|plunged|dived|overturned|nosedived)\s+"
    r"(?:[\w-]+\s+){0,4}?(?:into|down|over|in)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:gorge|ravine|ditch|canal|nullah|"
    r"river|gully|khad|khud|valley|chasm|cliff|precipice|embankment|stream|abyss|lake|gap|slope)\b"
    r"|\b(?:raced|racing)\s+(?:each\s+other|another\s+(?:bus|coach|van|truck|car))\b"
    r"|\b(?:vehicles?|cars?|jeeps?|bus(?:es)?|coach(?:es)?|trucks?|vans?|pick-?ups?|trailers?|wagon|everything)\b[^.;,]{0,50}?\s"
    r"(?:piled\s+(?:up|in|into)|turned\s+turtle|rolled\s+(?:over|down|near|at|several|twice|on)|somersaulted|overturned)\b",
    re.IGNORECASE,
)
"""A vehicle that leaves its road: by chance, where nothing else is told."""
TAKEN_BACK = Pattern(
    r"\b(?:first|initially|originally|at\s+first|earlier|wrongly)\s+(?:been\s+)?(?:blamed|attributed|thought|believed|"
    r"described|reported|taken|put\s+down|dismissed|said|suspected|ascribed)\b"
    r"|\b(?:blamed|attributed|thought|believed|described|reported|dismissed|suspected)\b[^.;]{0,40}?\b(?:at\s+first|initially)\b"
    r"|\b(?:was|is)\s+not\s+(?:an?\s+|the\s+)?(?:gas\s+)?(?:cylinder|accident|leak|short[\s-]circuit|fire-?cracker)",
    re.IGNORECASE,
)
"""A cause that is named only to be taken back."""
ILLNESS = Pattern(
    r"\b(?:dengue|malaria|measles|cholera|typhoid|diphtheria|pneumonia|hepatitis|gastro\w*|diarrh?oea|rabies|"
    r"Congo\s+(?:virus|fever)|CCHF|chikungunya|meningitis|naegleria|influenza|covid\S*|coronavirus|"
    r"malnutrition|mosquito(?:es)?|heatstroke|heat-?wave|epidemic)\b"
    r"|ڈینگی|ملیریا|خسرہ|خسرے|ہیضہ|ہیضے|کانگو\s+وائرس|گیسٹرو|نمونیا|کورونا|خناق|ہیٹ\s?ویو",
    re.IGNORECASE,
)
_BY_HAND = re.compile(
    r"shot|gunned|bullet|fir(?:ed|ing)|stab|hack|knif|axe|strangl|slit|behead|murder|assassinat|lynch|slain|tortur|"
    r"قتل|گولی|فائرنگ|ذبح",
    re.IGNORECASE,
)


def is_by_hand(text: str, trigger: Trigger) -> bool:
    """Whether a word says that somebody meant to kill."""
    return _BY_HAND.search(text, trigger.start, trigger.end) is not None


def is_illness(found: Found) -> bool:
    """Whether those of whom a sentence tells died of an illness that it names."""
    named = found.matches(ILLNESS) and names_illness(found.text, found.sentence)
    if not named or found.matches(_ATTACKERS):
        return False
    if any(_BY_ATTACKERS.match(found.text, one.end, found.sentence.end) for one in found.triggers):
        return False
    return all(t.family == "killing" and not is_by_hand(found.text, t) for t in found.triggers)


def names_illness(text: str, sentence: Sentence) -> bool:
    """Whether a sentence names an illness that people have, not one that a campaign fights."""
    named = ILLNESS.pattern.finditer(text, sentence.start, sentence.end)
    return any(not _is_fought(text, one) for one in named)


def _is_fought(text: str, illness: re.Match[str]) -> bool:
    """Whether an illness is what health workers fight: "during a measles campaign"."""
    if _CAMPAIGN.match(text, illness.end()):
        return True
    return _FIGHTS.search(text, max(0, illness.start() - 40), illness.start()) is not None


_CAMPAIGN = re.compile(
    r"(?:[\s-]+(?:and|or)\s+\w+)?[\s-]+(?:immuni[sz]ation\s+|vaccination\s+|eradication\s+)?"
    r"(?:campaigns?|drives?|vaccin\w+|teams?|workers?|immuni[sz]ation|eradication|control|spray\w*)\b"
    r"|\s+(?:مہم|ٹیم|ورکر|ویکسین|کے\s+خلاف)",
    re.IGNORECASE,
)
_FIGHTS = re.compile(
    r"\b(?:against|anti|combat\w*)[\s-]+(?:\w+,?\s+(?:and\s+)?){0,3}$", re.IGNORECASE
)


def is_wreck(found: Found) -> bool:
    """Whether a sentence tells of a crash, a burst or a beast, by words that say so outright."""
    return found.matches(_WRECK) or found.matches(_ACCIDENT)


_ALONE = Pattern(
    r"\b(?:was|were|been|himself|herself|died|accidentally)\b[^.;]{0,40}?\bby\s+(?:his|her|their)\s+own\s+"
    r"(?:[\w-]+\s+)?(?:rifle|gun|pistol|weapon|revolver)\b(?!\s+by\b)"
    r"|\b(?:rifle|gun|pistol|weapon|revolver)\b[^.;]{0,60}?\bcleaning\s+it\b"
    r"|\bcleaning\s+(?:his|her|their|an?|the)\s+(?:[\w-]+\s+)?(?:rifle|gun|pistol|weapon|revolver)\b"
    r"|\bthe\s+(?:wild\s+)?(?:animal|beast)\s+(?:\w+ly\s+)?(?:attacked|ambushed|mauled|killed|bit|dragged|pounced)\b"
    r"|درندے\s+(?:نے|کو)",
    re.IGNORECASE,
)
_FOES = Pattern(
    r"\b(?:militants?|terrorists?|insurgents?|gunm[ae]n|attackers?|assailants?|snatched|seized)\b|دہشت\s?گرد",
    re.IGNORECASE,
)
"""Who makes more of a man's own gun, or of a beast, than a mishap."""
_SLAIN_BODY = Pattern(
    r"\b(?:bullet-?riddled|bullet-ridden|mutilated|tortured|blindfolded|slain)\b"
    r"|گولیوں سے چھلنی|تشدد زدہ",
    re.IGNORECASE,
)
_TRACK_BLAST = Pattern(
    r"\bcharges?\b[^.;]{0,60}?\b(?:went|gone|going|set)\s+off\b|\b(?:explosions?|blasts?|exploded|explosives?|bombs?|device|IED)\b(?:\s+[\w'’,-]+){0,6}?\s+(?:on|under|beneath|along|near|beside|damaged|hit)\s+"
    r"(?:\w+\s+){0,4}?(?:railway\s+|rail\s+|main\s+)?(?:tracks?|line|rails)\b"
    r"|(?:ریلوے\s+(?:لائن|ٹریک|پٹڑی|پٹری)|ٹریک|پٹڑی|پٹری|سڑک|شاہراہ)\s+(?:پر|کے\s+(?:قریب|نیچے|ساتھ))\s+"
    r"(?:\S+\s+){0,5}?دھماک",
    re.IGNORECASE,
)
"""A train that derails after a blast on the track has met no accident."""
_LADEN = Pattern(
    r"\b(?:loaded|laden|packed|filled|rigged|stuffed)\s+with\s+(?:[\w-]+\s+){0,2}?explosives?\b",
    re.IGNORECASE,
)
"""What is driven into a wall on purpose."""
_BLOCKED = re.compile(r"(?:was\s+|remained\s+)?blocked|road|highway|closed", re.IGNORECASE)


def _is_unrest(text: str, trigger: Trigger) -> bool:
    """Whether a trigger names people in the street, not just a blocked road."""
    if trigger.family not in {"protest", "riot"}:
        return False
    return _BLOCKED.match(text, trigger.start) is None


def is_mishap(found: Found, said: Mapping[str, int]) -> bool:
    """Whether accident or weather words explain every trigger of the sentence."""
    harm = [c for c in found.counts if c.outcome in {"killed", "injured"} and c.best]
    if any(_is_unrest(found.text, trigger) for trigger in found.triggers):
        return False
    if any(map(found.matches, (_SLAIN_BODY, _TRACK_BLAST, _LADEN, TAKEN_BACK, BROUGHT_DOWN))):
        return False
    by_chance = bool(harm) and all("accident" in count.rules for count in harm)
    alone = found.matches(_ALONE) and not found.matches(_FOES)
    if any(_is_attack(found, one) for one in found.triggers):
        return False
    if by_chance or alone or found.matches(_ACCIDENT):
        chance = found.matches(_MISFIRED) and not found.matches(_FOES)
        armed = (one for one in found.triggers if is_armed(found.text, one))
        return all(chance and one.family == "armed" for one in armed)
    crime = said["crime"] and not harm and not found.matches(OF_WAR)
    chance = bool(said["accident"] or said["weather"]) and not found.matches(_LIKENED)
    if not (chance or crime or found.matches(_WRECK)):
        return False
    return not any(
        trigger.family in VIOLENT
        and not trigger.is_impact
        and (trigger.family != "explosion" or is_armed(found.text, trigger))
        for trigger in found.triggers
    )


_LIKENED = Pattern(
    r"\b(?:like|as\s+\w+\s+as)\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:earthquakes?|thunder\w*|storms?|quakes?|lightning|tremors?)\b"
    r"|\b(?:although|though|but|while|whereas)\b[^.;]{0,50}?\b(?:at\s+first|initially|earlier)\s+(?:had\s+)?(?:spoke|spoken|blamed|talked|called|described|thought|put)\b"
    r"|زلزلے\s+(?:کی\s+طرح|جیس)",
    re.IGNORECASE,
)
"""What a blast was like, or first taken for."""
_MISFIRED = Pattern(
    r"\baccidental(?:ly)?\b|\bby\s+(?:accident|mistake)\b|\bin(?:to)?\s+the\s+air\b|\bcelebrat",
    re.IGNORECASE,
)
"""Shots that were meant for nobody."""
_SHOOTS = re.compile(r"(?:opened|opens|opening)\s+fire\b|fired\s+(?:at|on|upon)\b", re.IGNORECASE)
_ATTACKERS = Pattern(
    r"\b(?:militants?|terrorists?|insurgents?|gunm[ae]n|attackers?|assailants?|armed\s+(?:men|persons|motorcyclists)|"
    r"fighters|dacoits|bandits|robbers|motorcyclists|separatists)\b",
    re.IGNORECASE,
)
_BY_ATTACKERS = re.compile(
    r"\s+(?:dead\s+)?by\s+(?:(?:some|two|three|four|the|a|an|unidentified|unknown|armed|masked|suspected|rival)\s+){0,3}"
    r"(?:militants?|terrorists?|insurgents?|gunm[ae]n|attackers?|assailants?|men|persons|motorcyclists|fighters|"
    r"dacoits|bandits|robbers|separatists|rivals|opponents|killers|suspects)\b",
    re.IGNORECASE,
)
_KILLERS = re.compile(
    r"\b(?:militants?|terrorists?|insurgents?|gunm[ae]n|attackers?|assailants?|armed\s+(?:men|persons|motorcyclists)|"
    r"dacoits|bandits|robbers|separatists)\s+(?:(?:had|have|later|also|then|riding\s+[\w-]+|on\s+\w+day)\s+){0,2}\Z",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r"(?:shot|gunned\s+down|killed)\b(?!\s+(?:and\s+\w+\s+)?(?:in|when|as|by|after|while)\b)",
    re.IGNORECASE,
)
"""Those who did the killing, not those who died: "gunmen shot dead two people in heavy rain"."""
_ATTACK_REACH = 70


def _is_attack(found: Found, trigger: Trigger) -> bool:
    """Whether somebody armed attacks: "gunmen fired at a coach", "was ambushed by gunmen"."""
    known = trigger.is_noun or trigger.definite or trigger.is_impact
    if known or trigger.family not in {"armed", "killing", "explosion"}:
        return False
    if _BY_ATTACKERS.match(found.text, trigger.end, found.sentence.end):
        return True
    start = max(found.sentence.start, trigger.start - _ATTACK_REACH)
    if trigger.family == "killing":
        killers = _KILLERS.search(found.text[start : trigger.start])
        return killers is not None and _KILLED.match(found.text, trigger.start) is not None
    return _ATTACKERS.pattern.search(found.text, start, trigger.start) is not None


_PIT = re.compile(r"\b(?:coal|gold|copper|chromite|marble|salt|sulphur|gas)[\s-]+$", re.IGNORECASE)
_PIT_REACH = 12
_DUG = re.compile(r"mines?\b", re.IGNORECASE)


def is_armed(text: str, trigger: Trigger) -> bool:
    """Whether a trigger names a weapon or a fight, which no accident has."""
    if trigger.family == "armed":
        return _SHOOTS.match(text, trigger.start) is not None
    if trigger.family == "explosion":
        if _DUG.match(text, trigger.start) and _PIT.search(
            text, max(0, trigger.start - _PIT_REACH), trigger.start
        ):
            return False
        return _WEAPON.search(text, max(0, trigger.start - 3), trigger.end) is not None
    collided = "تصادم" in text[trigger.start : trigger.end]
    return trigger.family in {"clash", "operation", "abduction"} and not collided


_DISPOSED = Pattern(
    r"\b(?:blown\s+up|detonated|destroyed|exploded)\s+by\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:experts?|disposal|sappers|engineers|BDS|army|troops|soldiers|deminers)\b"
    r"|\bcontrolled\s+(?:blasts?|explosions?|detonations?|demolitions?)\b|\bdemining\b|\bmine\s+clearance\b",
    re.IGNORECASE,
)
_ORDNANCE = Pattern(
    r"\b(?:mines|(?:last|old|rusty|Soviet|forgotten|unexploded)\s+(?:[\w-]+\s+)?mine|(?:old|mortar|rocket|artillery)\s+shells?|ordnance|munitions|demining|clearance)\b",
    re.IGNORECASE,
)
_PLANTED = Pattern(
    r"\b(?:bomb|IED|device|grenade|vest|planted|laid|buried)\b(?!\s+(?:disposal|squad|during|years))",
    re.IGNORECASE,
)
"""A bomb that somebody laid and experts blew up is an attack that failed, no clearance."""
_TAUGHT = Pattern(
    r"\b(?:course|training|workshop|session|seminar|lessons?|trained|taught|teach|learn\w*|awareness)\b[^.;]{0,90}?"
    r"\b(?:recogni[sz]\w+|identify\w*|spot(?:ting)?|defus\w+|handl\w+|dispos\w+|mine\s+risks?|mine\s+awareness)\b",
    re.IGNORECASE,
)
"""What pupils learn to do with a bomb."""
_PAID = Pattern(
    r"\b(?:heirs?|famil(?:y|ies)|relatives|widows?|dependants|kin|parents|mother|father)\b[^.;]{0,140}?"
    r"\b(?:cheques?|compensation|grants?|plots|pensions?)\b"
    r"|\b(?:cheques?|compensation|grants?|plots|pensions?)\b[^.;]{0,120}?"
    r"\b(?:heirs?|famil(?:y|ies)|relatives|widows?|dependants|kin|parents|mother|father)\b",
    re.IGNORECASE,
)
_PAID_OUT = Pattern(
    r"\b(?:distributed|disbursed|handed|presented|received|awarded|given|gave)\b[^.;]{0,60}?\b(?:cheques?|plots|grants?)\b"
    r"|\b(?:cheques?|plots|grants?)\b[^.;]{0,40}?\b(?:distributed|disbursed|handed|presented|received|awarded|given)\b",
    re.IGNORECASE,
)
"""What is paid out is paid for deaths long past; what is announced may be for those of today."""
_NATURAL = Pattern(
    r"\b(?:died|passed\s+away|death|expired)\s+(?:[\w-]+\s+){0,4}?(?:of|from|due\s+to|after|by)\s+(?:an?\s+)?"
    r"(?:(?:sudden|massive|brief|protracted|long)\s+)?(?:cardiac|heart\s+(?:attack|failure)|cancer|natural\s+causes|"
    r"stroke|old\s+age|kidney|liver|dengue|measles|cholera|pneumonia|illness)\b"
    r"|دل\s+کا\s+دورہ|حرکت\s+قلب",
    re.IGNORECASE,
)
_RESERVED = Pattern(
    r"\b(?:reserved|quota|scholarships?|jobs?)\s+(?:was\s+|were\s+|is\s+)?(?:for|to)\b[^.;]{0,50}?\b(?:killed|martyred|slain|fallen)\b",
    re.IGNORECASE,
)
_BOMB_CALL = Pattern(
    r"\b(?:caller|phone\s+call|anonymous\s+call|e-?mail|letter|note|message|threat|hoax)\b[^.;]{0,60}?\b(?:bombs?|explosives)\b"
    r"|\bbomb\s+(?:threat|scare|hoax)\b",
    re.IGNORECASE,
)
"""Somebody says that there is a bomb."""
_FLED_URDU = Pattern(
    r"(?:آپریشن|جنگ|لڑائی|کارروائی)\s+(?:کے\s+باعث|کی\s+وجہ\s+سے|کے\s+سبب)\s+(?:نقل\s+مکانی|بے\s?گھر|ہجرت)"
)
"""What drove people from their homes once."""
_IN_A_SPEECH = Pattern(
    r"\bnames\s+of\s+(?:the|all|those)\s+(?:fallen|dead|martyrs|slain|victims|killed|martyred)\b|\badjournment\s+motion\b|\bread\s+out\s+a\s+list\b|\bcall[\s-]attention\s+notice\b"
    r"|\bhad\s+(?:killed|claimed|cost|buried)\s+(?:the\s+lives\s+of\s+)?(?:hundreds|thousands|scores|tens)\b",
    re.IGNORECASE,
)
_WORK = r"(?:documentary|short\s+film|feature\s+film|film|stage\s+play|biopic)"
_SHOWN = r"(?:screened|shown|premiered)"
_ON_SCREEN = Pattern(
    r"\b(?:exhibition|exhibit|paintings?|documentary|memoir|book|novel|(?:an?|the|new|stage)\s+play|mural)\s+(?:of\s+\w+\s+)?"
    r"(?:on|about|depicting)\s+(?:the|last|a)\s(?!(?:\w+\s+)?(?:walls?|roof|ground|gate|streets?|lawns?|fields?)\b)|"
    rf"(?<!like\sa\s)\b(?:film|movie|novel|(?:stage|TV|television)\s+(?:play|drama)|serial|video\s+game|thriller|cartoon)s?\s+(?:in\s+which|where)\b|\b{_WORK}\b[^.;]{{0,60}}?\b{_SHOWN}\b|\b{_SHOWN}\s+(?:at|in)\b[^.;]{{0,60}}?\b{_WORK}\b",
    re.IGNORECASE,
)


def is_nothing(found: Found) -> bool:
    """Whether what is told was a mistake, a payment, a clearance, an illness, a speech or a film.

    A mistake or a clearance in which somebody was killed or hurt is something.
    """
    if _is_paid(found):
        return True
    harmed = any(c.best and c.outcome in {"killed", "injured"} for c in found.counts)
    cleared = found.matches(_DISPOSED) and found.matches(_ORDNANCE) and not found.matches(_PLANTED)
    if is_mistaken(found) or (not harmed and (cleared or _is_taught(found))):
        return True
    went_off = any(
        t.family == "disrupted" or (t.family == "explosion" and not t.is_noun)
        for t in found.triggers
    )
    if not harmed and not went_off and found.matches(_BOMB_CALL):
        return True
    if found.matches(_RESERVED) or found.matches(_FLED_URDU):
        return True
    if found.matches(_NATURAL):
        return not any(t.family in VIOLENT and not t.is_noun for t in found.triggers)
    return _is_on_screen(found, harmed=harmed) or found.matches(_IN_A_SPEECH)


def _is_on_screen(found: Found, *, harmed: bool) -> bool:
    """Whether a film tells of it, not where people were hurt at the house that showed one."""
    shown = _ON_SCREEN.inside(found.text, found.sentence)
    before = shown and harmed and all(one.start < shown.start() for one in found.triggers)
    return shown is not None and not before


def _is_taught(found: Found) -> bool:
    """Whether weapons are the matter of a lesson: all that is told stands behind it."""
    taught = _TAUGHT.inside(found.text, found.sentence)
    return taught is not None and all(t.start > taught.start() for t in found.triggers)


def _is_paid(found: Found) -> bool:
    """Whether money is handed to the families of those whose deaths the words behind recall."""
    if not found.matches(_PAID_OUT):
        return False
    paid = _PAID.inside(found.text, found.sentence)
    return paid is not None and all(trigger.start > paid.start() for trigger in found.triggers)

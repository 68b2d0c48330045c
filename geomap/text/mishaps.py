"""What looks like violence and is none: accidents, beasts, weather, feasts, cleared stalls."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geomap.text.events import Trigger
from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["VIOLENT", "is_armed", "is_civil", "is_mishap", "is_nothing"]

VIOLENT = {"explosion", "clash", "armed", "abduction", "operation"}
_WEAPON = Pattern(
    r"bomb(?!ard)|mine\b|mines\b|\bIED|device|grenade|suicide|rocket|mortar|shell|missile|drone|strike|"
    r"vest|laden|بم|سرنگ|بارود|خودکش|راکٹ|میزائل|ڈرون|گول[ےہ]",
    re.IGNORECASE,
)
"""Words for a weapon in a trigger of an explosion; without one it may be an accident."""
_ACCIDENT = Pattern(
    r"\baccident(?:s|al|ally)?\b(?<!not an accident)|\bmishap|\bcollid|\bcollision|\bcylinder|"
    r"\bgas\s+(?:leak|explosion|blast)|\bgas\s+(?:(?:that|which)\s+)?(?:had\s+)?(?:filled|accumulated|built\s+up|"
    r"collected|leaked)|\b(?:gas\s+)?heaters?\b|\bfire-?crackers?\b|\bfireworks\b|\bshort[\s-]circuit|\b(?:rammed|crashed|slammed|smashed|ploughed|plowed|ran|"
    r"bumped)\s+(?:head-on\s+)?into\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:truck|lorry|trailer|bus|coach|van|wagon|tanker|car|tree|pole|wall|vehicle|motorcycle)\b"
    r"|\b(?<!not )(?:ruled|ruling|rules)\s+out\s+(?:an?\s+)?(?:\w+\s+)?"
    r"(?:terrorism|sabotage|foul\s+play|attack|terrorist|subversion|bomb)"
    r"|\bby\s+(?:his|her|their)\s+own\s+(?:[\w-]+\s+)?(?:rifle|gun|pistol|weapon|revolver)"
    r"|\bcleaning\s+(?:it\b|(?:his|her|their|an?|the)\s+(?:[\w-]+\s+)?(?:rifle|gun|pistol|weapon|revolver))"
    r"|\b(?:aerial|celebratory)\s+(?:firing|fire|gunfire|shots)"
    r"|\b(?:leopards?|(?:a|black|brown|two)\s+bears?|bears\s+(?:attack|maul)\w*|wolf|wolves|stray\s+dogs?|rabid|snakes?|boars?|crocodiles?|bees|hyenas?|locusts?|predators?|the\s+(?:wild\s+)?(?:animal|beast)|pests?|whitefly|armyworms?|rodents?|monkeys?)\b"
    r"|ہوائی فائرنگ|آوارہ کت|پاگل کت|تیندو|بھیڑی[ےا]|ریچھ|درندے|"
    r"حادثہ|حادثے|سلنڈر|لیکیج|شارٹ سرکٹ|ٹکرا",
    re.IGNORECASE,
)
"""Words that say outright that an accident happened."""
_CELEBRATED = Pattern(
    r"\b(?:Ashura|Muharram|Chehlum|Milad|Independence\s+Day|Pakistan\s+Day|Defence\s+Day|Eid\b|Holi|Diwali|Christmas|"
    r"Nauroz|Nowruz|Urs\b|(?:culture|cultural|women['’]s|labour|teachers?['’]?)\s+day|awareness|festival|"
    r"celebrat\w+|motorcycle\s+rally|car\s+rally|jeep\s+rally|victory\s+rally|election\s+rally|public\s+meeting|"
    r"thanksgiving|inaugurat\w+|sports\s+gala|convocation)\b|عاشور|محرم|چہلم|میلاد|آگاہی|یوم\s+آزادی|جشن",
    re.IGNORECASE,
)
_CIVIC = Pattern(
    r"\b(?:encroach\w*|illegal\s+(?:connections?|constructions?|immigrants?|fishing|mining|trawl\w*)|"
    r"power\s+(?:company|theft)|electricity\s+theft|gas\s+theft|adulterat\w*|food\s+authority|unhygienic|expired|"
    r"gambl\w*|marriage|brothel|hoard\w*|profiteer\w*|overcharging|beggars?|fake\s+\w+|counterfeit|unregistered|"
    r"smuggled\s+(?:[\w-]+\s+)?(?:diesel|petrol|fuel|goods|cigarettes|cloth|tyres|betel|vehicles|items)|"
    r"non-?\s?customs?[\s-](?:duty\s+)?paid|hashish|heroin|opium|charas|crystal\s+meth\w*|narcotics|"
    r"tax\s+evasion|excise|polythene|plastic\s+bags|hydrants?|timber|poach\w*|hunters?|repatriat\w*|deport\w*|"
    r"undocumented|illegal\s+Afghans|quacks?|private\s+schools|price\s+lists?|substandard|drug\s+(?:peddlers|dens?))\b"
    r"|تجاوزات|ملاوٹ|بجلی\s+چور|غیر\s+قانونی\s+(?:کنکشن|تعمیرات|مقیم)|ذخیرہ\s+اندوز|منشیات\s+فروش",
    re.IGNORECASE,
)
_CIVIL_FAMILIES = {"operation", "arrest", "property"}


def is_civil(found: Found) -> bool:
    """Whether people celebrate rather than protest, or officials clear stalls rather than fight."""
    families = {trigger.family for trigger in found.triggers}
    if families == {"protest"}:
        return found.matches(_CELEBRATED)
    harmed = any(c.best and c.outcome in {"killed", "injured"} for c in found.counts)
    return families <= _CIVIL_FAMILIES and not harmed and found.matches(_CIVIC)


_SLAIN_BODY = Pattern(
    r"\b(?:bullet-?riddled|bullet-ridden|mutilated|tortured|blindfolded|slain)\b"
    r"|گولیوں سے چھلنی|تشدد زدہ",
    re.IGNORECASE,
)
_TRACK_BLAST = Pattern(
    r"\b(?:explosions?|blasts?|exploded|explosives?|bombs?|device|IED)\b(?:\s+[\w'’,-]+){0,6}?\s+(?:on|under|beneath|along|near|beside|damaged|hit)\s+"
    r"(?:\w+\s+){0,4}?(?:railway\s+|rail\s+|main\s+)?(?:tracks?|line|rails)\b"
    r"|(?:ریلوے\s+(?:لائن|ٹریک|پٹڑی|پٹری)|ٹریک|پٹڑی|پٹری)\s+(?:پر|کے\s+(?:قریب|نیچے|ساتھ))\s+"
    r"(?:\S+\s+){0,5}?دھماک",
    re.IGNORECASE,
)
"""A train that derails after a blast on the track has met no accident."""
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
    if found.matches(_SLAIN_BODY):
        return False
    if found.matches(_TRACK_BLAST):
        return False
    by_chance = bool(harm) and all("accident" in count.rules for count in harm)
    if by_chance or found.matches(_ACCIDENT):
        return not any(is_armed(found.text, trigger) for trigger in found.triggers)
    if not (said["accident"] or said["weather"] or (said["crime"] and not harm)):
        return False
    return not any(
        trigger.family in VIOLENT
        and not trigger.is_impact
        and (
            trigger.family != "explosion"
            or _WEAPON.search(found.text, trigger.start, trigger.end) is not None
        )
        for trigger in found.triggers
    )


def is_armed(text: str, trigger: Trigger) -> bool:
    """Whether a trigger names a weapon or a fight, which no accident has."""
    if trigger.family == "explosion":
        return _WEAPON.search(text, trigger.start, trigger.end) is not None
    collided = "تصادم" in text[trigger.start : trigger.end]
    return trigger.family in {"clash", "operation", "abduction"} and not collided


_MISTAKEN = Pattern(
    r"\b(?:mistaken|mistook)\b[^.;]{0,40}?\bfor\s+(?:an?|the)\s|\btaken\s+for\s+(?:an?|the)\s"
    r"|\b(?:turned\s+out\s+to\s+be|proved(?:\s+to\s+be)?|was\s+(?:only|just|merely|nothing\s+but))\s+"
    r"(?:an?\s+)?(?:[\w-]+\s+)?(?:hoax|prank|kite|fire-?cracker|toy|tyre|dummy|cracker|balloon|false\s+alarm)"
    r"|\b(?:blown\s+up|detonated|destroyed|exploded)\s+by\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:experts?|disposal|sappers|engineers|BDS)\b"
    r"|\bcontrolled\s+(?:blasts?|explosions?|detonations?|demolitions?)\b|\bdemining\b|\bmine\s+clearance\b"
    r"|\bfalse\s+alarm\b|\bhoax\s+(?:call|threat|caller|message)|\bwas\s+(?:an?\s+)?hoax\b",
    re.IGNORECASE,
)
"""What was thought to be a weapon or an attack and was none; shells that experts blow up."""
_PAID = Pattern(
    r"\b(?:heirs|families|relatives|widows|dependants|kin|legal\s+heirs)\b[^.;]{0,140}?"
    r"\b(?:cheques?|compensation|grants?|plots|pensions?)\b"
    r"|\b(?:cheques?|compensation|grants?|plots|pensions?)\b[^.;]{0,120}?"
    r"\b(?:heirs|families|relatives|widows|dependants|kin)\b",
    re.IGNORECASE,
)
_IN_MANY = Pattern(
    r"\b(?:distributed|disbursed|handed|presented|received|awarded|given)\b[^.;]{0,60}?\b(?:cheques?|plots|grants?)\b"
    r"|\b(?:cheques?|plots|grants?)\b[^.;]{0,40}?\b(?:distributed|disbursed|handed|presented|received|awarded|given)\b"
    r"|\b(?:various|different|separate|several|past|earlier|acts\s+of|incidents\s+of|over\s+the\s+years)\b",
    re.IGNORECASE,
)
"""The money is paid out, or those who were killed are many: what happened is long past."""
_NATURAL = Pattern(
    r"\b(?:died|passed\s+away|death|expired)\b[^.;]{0,40}?\b(?:cardiac|heart\s+attack|cancer|natural\s+causes|a\s+stroke|"
    r"old\s+age|kidney|liver|dengue|measles|cholera|polio|pneumonia|protracted\s+illness|brief\s+illness)\b"
    r"|دل\s+کا\s+دورہ|حرکت\s+قلب",
    re.IGNORECASE,
)
_IN_A_SPEECH = Pattern(
    r"\badjournment\s+motion\b|\bpoint\s+of\s+order\b|\bread\s+out\s+a\s+list\b|\bcall[\s-]attention\s+notice\b"
    r"|\bhad\s+(?:killed|claimed|cost|buried)\s+(?:the\s+lives\s+of\s+)?(?:hundreds|thousands|scores|tens)\b",
    re.IGNORECASE,
)
_ON_SCREEN = Pattern(
    r"\b(?:screened|shown|staged|premiered|exhibited|on\s+display)\s+(?:at|in)\b"
    r"|\b(?:documentary|short\s+film|feature\s+film|novel|stage\s+play|exhibition|film\s+festival|biopic)\b",
    re.IGNORECASE,
)


def is_nothing(found: Found) -> bool:
    """Whether what is told was a mistake, a payment for past deaths, a speech, or on a screen."""
    if found.matches(_PAID) and found.matches(_IN_MANY):
        return True
    return any(found.matches(one) for one in (_MISTAKEN, _ON_SCREEN, _NATURAL, _IN_A_SPEECH))

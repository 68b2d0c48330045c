"""What is kept, cleared or burnt off: feasts are no protests, raids on stalls no fights."""

from __future__ import annotations

import re

from geomap.text.events import Trigger
from geomap.text.found import Found
from geomap.text.patterns import Pattern

__all__ = ["OF_WAR", "is_burn_off", "is_civil"]

_CELEBRATED = Pattern(
    r"\b(?:Ashura|Muharram|Chehlum|Milad|Independence\s+Day|Pakistan\s+Day|Defence\s+Day|Eid\b|Holi|Diwali|Christmas|"
    r"Nauroz|Nowruz|Urs\b|(?:culture|cultural|women['’]s|labour|teachers?['’]?)\s+day|awareness|festival|"
    r"celebrat\w+|motorcycle\s+rally|car\s+rally|jeep\s+rally|victory\s+rally|election\s+rally|public\s+meeting|"
    r"thanksgiving|inaugurat\w+|sports\s+gala|convocation)\b|عاشور|محرم|چہلم|میلاد|آگاہی|یوم\s+آزادی|جشن",
    re.IGNORECASE,
)
_GRIEVANCE = Pattern(
    r"\b(?:demand(?:s|ed|ing)?|in\s+protest|protest(?:ed|ing|ers?)|protest\s+(?:demonstration|rally|march|camp|sit-?in)|unpaid|"
    r"sit-?ins?|dharna|refus(?:ed|ing)|forced\s+disappearances?|missing\s+persons)\b"
    r"|\b(?:rall(?:y|ied)|march(?:ed)?|demonstrat\w+|strike|slogans)\s+(?:[\w'’-]+\s+){0,6}?against\s+(?!(?:drugs?|drug\s+abuse|"
    r"breast|cancer|polio|dengue|smoking|narcotics|child\s+labour)\b)"
    r"|احتجاج|مطالب|دھرن|ہڑتال",
    re.IGNORECASE,
)
"""What people want on such a day makes a protest of it all the same."""
_AFRAID = Pattern(
    r"\b(?:shut\w*|clos\w+|pulled\s+down)\b[^.;]{0,60}?\b(?:in|out\s+of|amid|for)\s+(?:panic|fear)\b"
    r"|خوف\s+(?:کے\s+(?:مارے|باعث)|سے|و\s+ہراس)[^۔]{0,40}?(?:بند|شٹر)",
    re.IGNORECASE,
)
"""Shops that shut because their owners are afraid make no strike."""
_CIVIC = Pattern(
    r"\b(?:encroach\w*|illegal\s+(?:connections?|constructions?|immigrants?|fishing|mining|trawl\w*)|"
    r"power\s+(?:company|theft)|electricity\s+theft|gas\s+theft|adulterat\w*|food\s+authority|unhygienic|expired|"
    r"gambl\w*|marriage|brothel|hoard\w*|profiteer\w*|overcharging|beggars?|fake\s+\w+|counterfeit|unregistered|"
    r"tax\s+evasion|excise|polythene|plastic\s+bags|hydrants?|timber|poach\w*|hunters?|wildlife|lions?|cubs|leopards?|falcons?|repatriat\w*|deport\w*|"
    r"undocumented|illegal\s+Afghans|without\s+(?:papers|documents|visas)|sent\s+(?:home|back|across\s+the\s+border)|antiquit\w+|artefacts?|relics|statues?|idols?|quacks?|private\s+schools|price\s+lists?|substandard|drug\s+(?:peddlers|dens?)|"
    r"(?<!police )(?<!sub-)inspectors\s+(?:of\s+the\s+(?:[\w-]+\s+){1,4})?"
    r"(?:raided|sealed|checked|visited))\b"
    r"|تجاوزات|ملاوٹ|بجلی\s+چور|غیر\s+قانونی\s+(?:کنکشن|تعمیرات|مقیم)|ذخیرہ\s+اندوز|منشیات\s+فروش",
    re.IGNORECASE,
)
_SMUGGLED = Pattern(
    r"\bsmuggled\s+(?:[\w-]+\s+)?(?:diesel|petrol|fuel|goods|cigarettes|cloth|tyres|betel|vehicles|items)\b"
    r"|\b(?:Iranian|smuggled|contraband)\s+(?:diesel|petrol|fuel|oil|cigarettes|goods)\b|\bagainst\s+(?:[\w-]+\s+)?smugglers\b"
    r"|\bcustoms\s+(?:men|officials?|officers?|intelligence|staff|teams?|authorities|personnel)\b"
    r"|\bnon-?\s?customs?[\s-](?:duty\s+)?paid\b|\b(?:hashish|heroin|opium|charas|crystal\s+meth\w*|narcotics)\b",
    re.IGNORECASE,
)
OF_WAR = Pattern(
    r"\b(?:militants?|terrorists?|weapons?|arms|rifles?|ammunition|explosives?|grenades?|rockets?)\b",
    re.IGNORECASE,
)
"""What is found beside smuggled goods makes a raid more than one of the customs."""
_CIVIL_FAMILIES = {"operation", "arrest", "property"}
_BURNT_FAMILIES = {"property", "killing"}
_BURN_OFF = Pattern(
    r"\b(?:stubble|straw|garbage|rubbish|refuse|litter|undergrowth|weeds|(?:crop|wheat|rice|sugarcane)\s+residues?)\b"
    r"|\b(?:forest|wild|bush|grass|jungle)[\s-]?fires?\b",
    re.IGNORECASE,
)
_ABLAZE = Pattern(
    r"\b(?:fires?|flames?|blazes?|ablaze|alight|burn\w*|gutted|charred|smoke)\b", re.IGNORECASE
)
_ON_PURPOSE = Pattern(
    r"\b(?:armed|gunm[ae]n|militants?|terrorists?|insurgents?|unidentified|unknown|miscreants?|attackers?|assailants?|"
    r"arson\w*|rivals?|feud|enmity|mob|protest\w*|angry|enraged|furious|sabotage|bod(?:y|ies)|torched|shot|bombs?)\b",
    re.IGNORECASE,
)
"""Who sets more on fire than the straw of a field."""


def is_civil(found: Found) -> bool:
    """Whether people celebrate rather than protest, or officials clear stalls rather than fight."""
    families = {t.family for t in found.triggers if not _is_blow(found.text, t)}
    if families == {"protest"}:
        return _is_feast(found) or _is_afraid(found) or _is_calm(found)
    if families <= _BURNT_FAMILIES and is_burn_off(found):
        return True
    harmed = any(c.best and c.outcome in {"killed", "injured"} for c in found.counts)
    if not families <= _CIVIL_FAMILIES | {"disrupted"} or harmed:
        return False
    if "disrupted" in families and found.matches(OF_WAR):
        return False
    return found.matches(_CIVIC) or (found.matches(_SMUGGLED) and not found.matches(OF_WAR))


_BLOW = re.compile(
    r"(?:strikes?|blows?|hits?)\s+(?:against|at)\s+(?:[\w-]+\s+)?(?:smugglers|smuggling|hoarders|profiteers|dealers|mafia)"
)
"""Of a raid on traders: "one of the biggest strikes against smugglers"."""


def _is_blow(text: str, trigger: Trigger) -> bool:
    return trigger.is_noun and _BLOW.match(text, trigger.start) is not None


def is_burn_off(found: Found) -> bool:
    """Whether stubble, rubbish or a forest burns, and nobody is said to have meant harm."""
    return found.matches(_BURN_OFF) and found.matches(_ABLAZE) and not found.matches(_ON_PURPOSE)


_CALM = Pattern(
    r"\b(?:campaigns?|drives?|polling|polls?|vaccination|elections?|exams?|examinations?|census|Ashura|processions?|"
    r"festivals?|match(?:es)?)\b[^.;]{0,50}?\b(?P<end>passed\s+(?:off\s+)?peacefully|(?:remained|was|were)\s+peaceful|"
    r"(?:ended|concluded)\s+peacefully)",
    re.IGNORECASE,
)


def _is_calm(found: Found) -> bool:
    """Whether what went off in peace was a campaign, a poll or a feast, and no protest."""
    calm = _CALM.inside(found.text, found.sentence)
    return calm is not None and all(
        trigger.start >= calm.start("end") and trigger.end <= calm.end()
        for trigger in found.triggers
    )


def _is_feast(found: Found) -> bool:
    """Whether people mark a day, and want nothing of anybody by it."""
    return found.matches(_CELEBRATED) and not found.matches(_GRIEVANCE)


def _is_afraid(found: Found) -> bool:
    """Whether all that looks like a strike are shops that fear has shut."""
    shut = _AFRAID.inside(found.text, found.sentence)
    return shut is not None and all(
        trigger.end >= shut.start() and trigger.start <= shut.end() for trigger in found.triggers
    )

"""Places around an event that names none: of its people, of the sentence before, in passing."""

from __future__ import annotations

import re

from geomap.records import Mention, Resolution
from geomap.text.patterns import Pattern
from geomap.text.told import Named

__all__ = [
    "BY_THE_WAY",
    "PASSED",
    "STATION",
    "STRICKEN",
    "around",
    "is_of_station",
    "mourning",
    "passing",
]

BY_THE_WAY = "place:named by the way"
PASSED = "place:in passing"
_OF_PEOPLE = "place:of the people"
STRICKEN = "place:of the people told of later"


def around(text: str, named: Named, number: int, *, alone: bool) -> tuple[list[Resolution], str]:
    """Return the places that an event's sentence, or one right before it, names, and the rule.

    "Residents of Mashkay say that soldiers shot a man", "Gwadar's fishermen marched": people act
    where they live. "A salon in Panjgur opened on Tuesday. Before noon its barbers lay dead": the
    sentence before sets the scene. A rally "outside the Quetta Press Club" is in Quetta.

    Parameters
    ----------
    text
        The article's text.
    named
        Its places.
    number
        The number of the sentence.
    alone
        Whether no event was told before, whose place the sentence before may name.
    """
    own = named.inside([number])
    people = [item for item in own if _is_of_people(text, item.mention)]
    people = people or [item for item in own if _is_at_a_house(text, item.mention)]
    people = people or [item for item in own if alone and _is_of_blow(text, item.mention)]
    if people:
        return people, _OF_PEOPLE
    for before in (number - 1, number - 2):
        found = [
            one
            for one in named.inside([before])
            if _sets_the_scene(one.mention, alone=alone)
            or (alone and (_is_of_people(text, one.mention) or _is_of_blow(text, one.mention)))
        ]
        if found:
            return found, BY_THE_WAY
    return [], BY_THE_WAY


def mourning(text: str, named: Named, first: int) -> list[Resolution]:
    """Return the places whose people are told of soon after an event's first sentence."""
    following = named.inside(range(first + 1, first + 4))
    return [item for item in following if _is_of_people(text, item.mention)]


def passing(text: str, named: Named, number: int) -> list[Resolution]:
    """Return the places that an event's own sentence names for something else.

    Whose police speak, where people came from or went into; not where somebody lives, nor
    where a bus was bound for.
    """
    return [item for item in named.inside([number]) if _is_passed(text, item.mention)]


_PEOPLE = (
    r"(?:fisher(?:men|folk)|traders|residents|natives|inhabitants|citizens|people|students|lawyers|doctors|teachers|"
    r"women|farmers|growers|shopkeepers|transporters|workers|villagers|miners|youths?|elders|journalists|nurses|tribes|"
    r"labourers|tribesmen|locals|townspeople)"
)
_PEOPLE_OF = re.compile(rf"\b{_PEOPLE}\s+(?:of|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OWN_PEOPLE = re.compile(rf"['’]s?\s+(?:[A-Za-z-]+\s+)?{_PEOPLE}\b")
_REACH = 30


def _is_of_people(text: str, mention: Mention) -> bool:
    """Whether words name the people of a place: "residents of Mand", "Gwadar's fishermen"."""
    if mention.role != "background":
        return False
    lead = text[max(0, mention.start - _REACH) : mention.start]
    if "role:people or cause" in mention.rules:
        return _PEOPLE_OF.search(lead) is not None or _NAMED_IN.search(lead) is not None
    bare = "role:no locative words" in mention.rules
    return bare and _OWN_PEOPLE.match(text, mention.end) is not None


_NAMED_IN = re.compile(r"(?:\bin|,)\s+$")
"""The parent of such a place: "residents of Mand in Kech", "citizens of Dalbandin, Chagai"."""


def _sets_the_scene(mention: Mention, *, alone: bool) -> bool:
    """Whether a sentence without an event of its own names a place and says nothing else of it."""
    if mention.role == "incident_site":
        return alone
    return mention.role == "background" and bool(_SCENE_RULES & set(mention.rules))


_SCENE_RULES = {"role:sentence is none", "role:sentence is recalled"}
_REMARKS = {"role:sentence is comment", "role:sentence is reported"}
_BLOW = re.compile(
    r"\b(?:attacks?|assault|blast|bombing|explosion|ambush|killings?|murder|abduction|raid|shooting|massacre)\s+"
    r"(?:[\w-]+\s+){0,6}?(?:in|at|near|outside)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BLOW_URDU = re.compile(
    r"\s+(?:میں|کے\s+(?:علاقے\s+\S+\s+میں|قریب))\s+(?:(?!نے\s|کہ\s|میں\s)[^\s۔،]+\s+){0,6}?"
    r"(?:حمل|دھماک|فائرنگ|قتل|ہلاکت|اغوا|خودکش)"
)


def _is_of_blow(text: str, mention: Mention) -> bool:
    """Whether a sentence condemns what befell a place: "condemned the bombing in Kalat"."""
    if mention.role != "background" or not _REMARKS & set(mention.rules):
        return False
    lead = text[max(0, mention.start - _FAR) : mention.start]
    return _BLOW.search(lead) is not None or _BLOW_URDU.match(text, mention.end) is not None


_HOUSE = Pattern(
    r"\b(?:outside|before|in\s+front\s+of|at|near|inside|into|on|stormed|attacked|targeted|entered|of)\s+(?:the\s+)?"
    r"(?:(?:[Uu]niversity|[Cc]ollege|[Pp]ress\s+[Cc]lub|[Hh]igh\s+[Cc]ourt|[Mm]unicipal\s+\w+|[Bb]ar|[Cc]hamber)\s+of\s+)?$",
)
_CLUB = re.compile(
    r"\s+(?:Press\s+Club|High\s+Court|Assembly|Secretariat|University|Municipal\s+\w+|Civil\s+Secretariat|"
    r"(?:[A-Z]\w+\s+){0,3}(?:[Cc]omplex|[Hh]eadquarters|[Bb]uilding|[Pp]remises|[Cc]ompound|[Hh]ospital|[Oo]ffices?|[Jj]ail|[Pp]rison|"
    r"[Aa]cademy|[Ss]chool|[Cc]ollege))\b"
)
_NAMED_HOUSE = re.compile(r"(?:[Uu]niversity|[Cc]ollege|[Cc]lub|[Cc]ourt|[Cc]hamber)\s+of\s+$")


def _is_at_a_house(text: str, mention: Mention) -> bool:
    """Whether a name is part of that of a house before which people stand."""
    if mention.role != "actor":
        return False
    lead = text[max(0, mention.start - _REACH) : mention.start]
    if _CLUB.match(text, mention.end) is None and _NAMED_HOUSE.search(lead) is None:
        return False
    return _HOUSE.search(lead) is not None


_PASSED_RULES = {"role:motion", "role:place of a speaker", "role:no locative words"}
_COMERS = Pattern(rf"\b{_PEOPLE}\s+(?:of|from)\s+(?:[A-Z][\w-]+\s+and\s+)?$", re.IGNORECASE)
_FLED = Pattern(
    r"\b(?:fled|flee|fleeing|escap\w+|drove|sped|ran|retreated|rode|disappeared)\s+(?:\w+\s+)?"
    r"(?:to|towards?|into|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before the place to which attackers got away."""
_BOUND = re.compile(r"-?\s*bound\b|\s+(?:and|to)\s+[A-Z]")
_AT_HOME = Pattern(
    r"\b(?:home|house|residence|shop|office|compound|hujra)\s+(?:in|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FAR = 80
_AFTER_IT = re.compile(
    r"\b(?:after|during|following)\s+an?\s+(?:[\w-]+\s+){0,3}?(?:attack|assault|raid|ambush)\s+on\s+[^.;,]*$",
    re.IGNORECASE,
)
"""Two men fell "after an attack on a post in Surab": they fell there."""
_OFFICERS = re.compile(r"\s+(?:city\s+|district\s+)?(?:police|Levies|administration)\b")


def _is_passed(text: str, mention: Mention) -> bool:
    """Whether a name may say where an event was, though it stands for something else."""
    if mention.role == "actor":
        return _OFFICERS.match(text, mention.end) is not None
    if mention.role != "background" or _BOUND.match(text, mention.end):
        return False
    lead = text[max(0, mention.start - _REACH) : mention.start]
    if "role:home or origin" in mention.rules:
        return _AT_HOME.search(lead) is not None
    if _FLED.search(lead) is not None:
        return False
    if "role:reason of the event" in mention.rules:
        return _AFTER_IT.search(text[max(0, mention.start - _FAR) : mention.start]) is not None
    return bool(_PASSED_RULES & set(mention.rules)) and _COMERS.search(lead) is None


_STATION_MEN = Pattern(
    r"\b(?:policem[ae]n|constables?|officers?|officials?|personnel|SHO|inspector|men|guards?)\s+"
    r"(?:of|from|at|posted\s+at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
STATION = re.compile(
    r"\s+(?:[Cc]ity\s+)?(?:[Pp]olice|[Ll]evies)\s+(?:[Ss]tation|[Tt]hana)\b|\s+(?:toll\s+plaza|crossing\s+point|bypass|bridge|"
    r"(?:grid|metro|railway|power|pumping)\s+station|bus\s+(?:stand|terminal)|power\s+(?:house|plant)|interchange|"
    r"(?:border\s+|joint\s+|security\s+)?check\s?-?(?:post|point)|colliery|[Aa]irport|[Pp]ress\s+[Cc]lub)\b"
    r"|\s+(?:پریس\s+کلب|چیک\s?پوسٹ|ٹول\s+پلازہ|ایئرپورٹ|ائیرپورٹ)(?!\w)"
)
"""Words behind a town that make it the name of a post."""


def is_of_station(text: str, mention: Mention) -> bool:
    """Whether a name is that of a station of struck men: "men of the Mach police station"."""
    if STATION.match(text, mention.end) is None:
        return False
    return _STATION_MEN.search(text[max(0, mention.start - _REACH) : mention.start]) is not None

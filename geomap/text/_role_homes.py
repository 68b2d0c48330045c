"""Where people live or come from, in English sentences."""

from __future__ import annotations

import re

from geomap.text._role_governor import Governor
from geomap.text.patterns import Pattern

__all__ = ["is_home", "is_home_town", "is_person", "tells_own_day"]

_HOME = Pattern(
    r"\b(?:hail(?:s|ed|ing)?|belong(?:s|ed|ing)?|lives?|lived|living|reside[sd]?|residing|born|"
    r"settled|resettled|posted|stationed|employed|domiciled|native|based|studied|studying|"
    r"famil(?:y|ies)(?:\s+[\w-]+){0,2}|relatives|parents|ancestral\s+(?:home|village|town)|"
    r"(?:residents?|natives?|inhabitants|labourers|workers|people|men)\s+(?:of|from)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:districts|parts|areas|villages|towns|cities)|home(?:\s+town|\s+village|\s+safely)?|(?:returned|reached|back)\s+(?:safely\s+)?home|"
    r"reunited\s+with\s+their\s+families|(?:will\s+be\s+)?"
    r"(?<!mine\s)(?<!bomb\s)(?<!device\s)(?<!explosives\s)(?<!IED\s)(?:buried|laid\s+to\s+rest|interred)(?!\s+(?:under|beneath|by)\b|\s+(?:\w+\s+)?(?:mines?|bombs?|devices?|explosives?)\b)(?:\s+\w+){0,4})$",
    re.IGNORECASE,
)

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|the\s+others?|others|the\s+rest|"
    r"another)"
)
_HOME_LISTED = Pattern(
    rf"\b(?:lives?|lived|resided?|hail(?:s|ed)?|belong(?:s|ed)?|came|come)\b[^.;]{{0,110}}?(?:,|\band)\s+{_NUMBER}$",
    re.IGNORECASE,
)
"""Homes told one after the other: "four lived in Layyah and one in"."""
_ARRIVED = Pattern(
    r"\bhad\s+(?:only\s+|just\s+|recently\s+)?(?:arrived|moved|settled|come\s+to\s+work|found\s+work)$"
)

_RANKS = frozenset({
    "naik", "sepoy", "sepoys", "havildar", "subedar", "jawan", "constable", "constables",
    "captain", "major", "lieutenant", "inspector", "asi", "si", "sho", "driver", "haji", "malik",
    "mir", "sardar", "maulana", "maulvi", "mufti", "qari", "hafiz", "dr", "sowar",
})  # fmt: skip
"""Ranks and titles that stand before a person's name."""
_IDENTIFIED = re.compile(r"\b(?:identified|named|recogni[sz]ed|namely|included?|includes)\b")
_NO_SURNAMES = frozenset({
    "town", "colony", "university", "college", "hospital", "government", "assembly", "police",
    "club", "bar", "chamber", "union", "committee", "council", "court", "bazaar", "market", "road",
    "department", "authority", "station", "mosque", "church", "airport", "port", "railways",
    "house", "academy", "corps", "scouts", "rifles", "militia", "army", "front", "commissioner",
    "officer", "governor", "minister", "mayor", "chairman", "president", "secretary",
    "superintendent", "director", "tehsil", "district", "division", "province", "area", "valley",
    "gate", "chowk", "camp", "fort", "battle", "siege", "republic", "state", "emirate", "kingdom",
    "association", "board", "unit", "wing", "brigade", "movement", "party",
})  # fmt: skip
"""Words that end names of offices, places and bodies; "of" after them says no origin."""
_FULL_NAME, _LONGEST_NAME = 2, 4


_AGE = re.compile(r"\(?[1-9]\d[,)]*")


def is_person(governor: Governor) -> bool:
    """Whether a person's name stands before "of", which then says where that person came from.

    After a rank, or in a list of people: "Naik Gul Rahim of Mardan", "two men, Bashir Ahmed of
    Kalat and ...". A name behind "in" or "near" is that of a place: "in Killi Alamo of Quetta".
    """
    if governor.noun in _NO_SURNAMES:
        return False
    words = governor.lead[-150:].split()
    if _AGE.fullmatch(governor.noun):  # "Sepoy Imran Khan, 24, of Karak"
        return words[-2:-1] != [] and words[-2][:1].isupper()
    name: list[str] = []
    while words and words[-1][:1].isupper() and words[-1][-1].isalpha():
        name.append(words.pop())
    if not name or len(name) > _LONGEST_NAME:
        return False
    before = words[-1] if words else ""
    if not _RANKS.isdisjoint(word.lower() for word in (*name, before)):
        return True
    listed = before.endswith(",") or before in {"and", "as"}
    if listed and _IDENTIFIED.search(" ".join(words)):
        return True
    return len(name) >= _FULL_NAME and listed and before.islower()


_HOUSE = Pattern(
    r"\b(?:going|walking|coming|way|driving|from|at|in|outside|near|inside|into|onto|on|hit|struck|"
    r"raided|stormed|entered|shelled|attacked|damaged|destroyed|searched)\s+(?:\w+\s+){0,2}home$"
    r"|\b(?:as|when|while|after)\s+(?:\w+\s+){1,4}?(?:left|leav\w+|stepp\w+\s+out\s+of|came\s+out\s+of)\s+(?:\w+\s+)?home$"
    r"|\ba\s+(?:\w+\s+)?home$|\b(?:roof|walls?|gate|courtyard|yard|door)\s+of\s+(?:\w+\s+){0,2}home$",
    re.IGNORECASE,
)


_IN_HIS_LIFE = Pattern(
    r"\bwho\s+(?:had|has)\s+(?:once\s+|just\s+|already\s+)?(?:survived|fled|escaped|been\s+born|grown\s+up|studied|served|"
    r"retired|fought|graduated|taught)\b"
    r"(?:\s+(?!did\b|was\b|were\b|has\b|had\b|died\b)[\w'’-]+){0,7}$"
)
"""What somebody had gone through before: "a teacher who had survived the floods of 2022 in"."""


def is_home(lead: str, marks: int) -> bool:
    """Whether the words before "in X" say that people live there or have come to live there.

    Parameters
    ----------
    lead
        The words of the sentence before "in".
    marks
        The marks of the sentence.
    """
    if any(one.search(lead, marks=marks) for one in (_HOME_LISTED, _ARRIVED, _IN_HIS_LIFE)):
        return True
    return bool(_HOME.search(lead, marks=marks) and not _HOUSE.search(lead, marks=marks))


_HOME_TOWN = re.compile(
    r"\b(?:home|native|ancestral)\s+(?:towns?|villages?|districts?|areas?|cit(?:y|ies))(?:\s+of(?:\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?,?(?:\s+and)?)*)?\s*$"
)


def is_home_town(lead: str) -> bool:
    """Whether names behind "of" are the home towns of people: "flown to their home towns of"."""
    return _HOME_TOWN.search(lead) is not None


_LATELY = re.compile(
    r"\W*(?:(?:Just|Only)\s+)?(?:(?:(?:Late|Early|Earlier)\s+)?(?:[Ll]ast|[Oo]n)\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:(?:The|A|One)\s+(?:same\s+|previous\s+)?(?:day|night)|Hours|Yesterday)\b)"
)
"""How a sentence begins that gives another attack, likened to the first, its own day."""


def tells_own_day(lead: str) -> bool:
    """Whether the words before a name begin with a day of their own: "Last Saturday, a school"."""
    return _LATELY.match(lead) is not None
